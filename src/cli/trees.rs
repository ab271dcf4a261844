//! `floke causes` and `floke effects`: what leads to a card, and what it leads to.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::analysis::tree::{Direction, tree};
use crate::map::Snapshot;
use crate::text::visible;

use super::answer::{Answer, Failure, json};
use super::shell::Shell;
use super::way::{Over, arrow, link_json};
use super::words::{elsewhere, goes_on};
use super::{load, lookup};

/// Lines further out are not indented more: on a long chain the blanks would be most of the answer.
const DEEPEST_INDENT: usize = 40;

/// Shows what leads to a card (causes) or what it leads to (effects) as a tree, each card once in full
#[derive(Args, Clone, Debug)]
pub struct TreeArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// The card: its id, its label or the beginning of it
    id: String,
    /// How many links deep
    #[arg(long, value_name = "N", default_value_t = 3)]
    depth: usize,
    #[command(flatten)]
    over: Over,
}

/// Answers with the tree.
///
/// # Errors
/// If the map cannot be worked on, or there is no such card.
pub fn run(args: &TreeArgs, direction: Direction, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let root = lookup::node(&map, &args.id)?;
    let spot = snapshot.spot(&root).expect("every node of the map is in its snapshot");
    let branches = tree(&snapshot, spot, direction, args.depth);
    let link = |via: Option<u32>| via.map(|via| &snapshot.arcs()[via as usize]);
    if wants_json {
        let one = |branch: &crate::analysis::tree::Branch| {
            json!({
                "id": snapshot.id(branch.spot),
                "depth": branch.depth,
                "via": link(branch.via).map(|arc| link_json(&snapshot, arc)),
                "repeated": branch.repeated,
                "cut": branch.cut,
            })
        };
        let which = match direction {
            Direction::Causes => "causes",
            Direction::Effects => "effects",
        };
        return Ok(json(&json!({
            "root": root,
            "direction": which,
            "depth": args.depth,
            "nodes": branches.iter().map(one).collect::<Vec<_>>(),
        })));
    }
    let (lang, words) = (shell.lang, shell.lang.words());
    let mut out = String::new();
    for branch in &branches {
        let id = snapshot.id(branch.spot);
        let label = map.name_of(id);
        let arrow = match (link(branch.via), direction) {
            (None, _) => String::new(),
            (Some(arc), Direction::Effects) => format!("{} ", arrow(arc)),
            // The link runs from this line to the one above it.
            (Some(arc), Direction::Causes) => format!("{} ", arrow(arc).replace('→', "←").replace('⇢', "⇠")),
        };
        let more = match (branch.repeated, branch.cut) {
            (true, _) => format!("  ({})", elsewhere(lang)),
            (_, true) => format!("  ({})", goes_on(lang)),
            _ => String::new(),
        };
        out.push_str(&format!(
            "{}{arrow}{}  [{}]{more}\n",
            "  ".repeat(branch.depth.min(DEEPEST_INDENT)),
            visible(label),
            visible(id.as_str())
        ));
    }
    if branches.len() == 1 {
        out.push_str(&shell.prose(
            match direction {
                Direction::Causes => words.start.no_causes,
                Direction::Effects => words.start.no_effects,
            },
            0,
        ));
    }
    if args.over.leaves_out(&map) {
        out.push_str(&shell.prose(words.says.left_out, 0));
    }
    Ok(Answer::data(out))
}
