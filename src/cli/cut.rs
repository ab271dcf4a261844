//! `floke cut`: the fewest cards to act on at once.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::analysis::budget::Budget;
use crate::analysis::cut::LeftOut;
use crate::analysis::total::count_loops;
use crate::analysis::{Cut, ToldCut, cut_chains, cut_loops, cut_told};
use crate::map::{Map, NodeId, Snapshot, Spot};
use crate::text::visible;
use crate::text::words::says::{
    Goal, breaks, caution, direct, fewer, left_out, nothing_to_break, over_every_loop,
};

use super::answer::{Answer, Failure, REPORT, json};
use super::shell::Shell;
use super::way::{Over, ids};
use super::{load, lookup};

/// How many steps the count of all loops beside the answer may take.
const COUNTED: u64 = 2_000_000;

/// Finds the fewest cards to act on at once so that every chain, or every loop, is broken
///
/// It says where links meet, not what can be changed. Exits with 1 if a link leads straight from the one card to the
/// other: then no set of cards breaks every chain.
#[derive(Args, Clone, Debug)]
#[command(group = clap::ArgGroup::new("goal").required(true).args(["from", "loops"]))]
pub struct CutArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// Where the chains start; it is never in the set
    #[arg(long, value_name = "ID", requires = "to")]
    from: Option<String>,
    /// Where they end; it is never in the set
    #[arg(long, value_name = "ID", requires = "from")]
    to: Option<String>,
    /// Break every loop instead
    #[arg(long)]
    loops: bool,
    /// With --loops: only those that have a name
    #[arg(long, requires = "loops")]
    named: bool,
    /// How long to search for a smaller set
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
    #[command(flatten)]
    over: Over,
}

/// Answers with the set.
///
/// # Errors
/// If the map cannot be worked on, or there is no such card.
pub fn run(args: &CutArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let lang = shell.lang;
    let map = load::map(&args.map, lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    let late = || began.elapsed() >= time;
    let mut budget = Budget::unlimited().with_stop(&late);
    let (mut told, goal, cut) = match (&args.from, &args.to) {
        (Some(from), Some(to)) => {
            let (from, to) = (lookup::node(&map, from)?, lookup::node(&map, to)?);
            let spot = |id| snapshot.spot(id).expect("every node of the map is in its snapshot");
            let goal =
                if from == to { Goal::OneCard } else { Goal::Chains(label(&map, &from), label(&map, &to)) };
            let Some(cut) = cut_chains(&snapshot, spot(&from), spot(&to), &mut budget) else {
                let answer = if wants_json {
                    json(&json!({"nodes": null, "why": "direct link"}))
                } else {
                    Answer::data(shell.prose(&direct(lang, &label(&map, &from), &label(&map, &to)), 0))
                };
                return Ok(answer.with_code(REPORT));
            };
            (None, goal, cut)
        }
        _ if args.named => {
            let told = cut_told(&map, &snapshot, &args.over.scope(), &mut budget);
            let cut = told.cut.clone();
            (Some(told), Goal::Named, cut)
        }
        _ => (None, Goal::Loops, cut_loops(&snapshot, &mut budget)),
    };
    if wants_json {
        return Ok(json(&document(&snapshot, &cut, told.as_ref())));
    }
    let mut out = String::new();
    if cut.nodes.is_empty() {
        out.push_str(&shell.prose(&nothing_to_break(lang, &goal), 0));
    } else {
        out.push_str(&shell.prose(&breaks(lang, cut.nodes.len(), &goal), 0));
        for &spot in &cut.nodes {
            out.push_str(&card(&map, &snapshot, spot));
        }
        if goal == Goal::Loops {
            // Counting may take longer than finding the set did, and the set is what was asked for.
            let all = count_loops(&snapshot, &mut Budget::steps(COUNTED));
            out.push_str(&shell.prose(&over_every_loop(lang, Some((all.count, all.exact))), 0));
        }
        out.push_str(&shell.prose(fewer(lang, cut.nodes.len(), cut.proven_smallest), 0));
        out.push_str(&shell.prose(lang.words().acting.what_breaks, 0));
        out.push_str(&shell.prose(caution(lang), 0));
    }
    for (id, why) in told.iter_mut().flat_map(|told| told.left_out.drain(..)) {
        let title = map.loops().get(&id).map_or(id.as_str(), |told| told.title.as_str());
        out.push_str(&shell.prose(&left_out(lang, &visible(title), why == LeftOut::Broken), 0));
    }
    if args.over.leaves_out(&map) && !args.named {
        out.push_str(&shell.prose(lang.words().says.left_out, 0));
    }
    Ok(Answer::data(out))
}

fn document(snapshot: &Snapshot, cut: &Cut, told: Option<&ToldCut>) -> Json {
    let mut document = json!({
        "nodes": ids(snapshot, &cut.nodes),
        "size": cut.nodes.len(),
        "proven_smallest": cut.proven_smallest,
    });
    if let Some(told) = told {
        let why = |why: &LeftOut| match why {
            LeftOut::Broken => "broken",
            LeftOut::NotRunning => "not running",
        };
        let out = told.left_out.iter().map(|(id, left)| json!({"loop": id, "why": why(left)}));
        document["loops"] = json!(told.broken);
        document["left_out"] = out.collect();
    }
    document
}

fn label(map: &Map, id: &NodeId) -> String {
    visible(map.name_of(id)).into_owned()
}

/// A card on a line of its own: label and id.
fn card(map: &Map, snapshot: &Snapshot, spot: Spot) -> String {
    let id = snapshot.id(spot);
    format!("    {}  [{}]\n", label(map, id), visible(id.as_str()))
}
