//! `floke chains`: the ways from one card to another.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::{Chain, ChainQuery, find_chains};
use crate::map::Snapshot;
use crate::text::reading::chain;
use crate::text::words::says::first_of;

use super::answer::{Answer, Failure, REPORT, json};
use super::loops::stopped_by;
use super::shell::Shell;
use super::way::{Over, ids, line, link_json, places, screen_sign, sentence};
use super::{load, lookup};

/// Lists the chains of causes from one card to another, shortest first
///
/// Exits with 1 if there is none.
#[derive(Args, Clone, Debug)]
pub struct ChainsArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// Where the chains start
    #[arg(long, value_name = "ID")]
    from: String,
    /// Where they end
    #[arg(long, value_name = "ID")]
    to: String,
    /// The most links a chain may have; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// The most chains that are listed; all are counted
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
    /// How long to search
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
    #[command(flatten)]
    over: Over,
    /// The best founded ones only (not yet)
    #[arg(long, value_name = "N")]
    best: Option<usize>,
    /// The cards that lie on every chain (not yet)
    #[arg(long)]
    bottlenecks: bool,
}

/// Answers with the chains.
///
/// # Errors
/// If the map cannot be worked on, or there is no such card.
pub fn run(args: &ChainsArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    for (asked, name) in [(args.best.is_some(), "chains --best"), (args.bottlenecks, "chains --bottlenecks")]
    {
        if asked {
            return Err(Failure::not_yet(name));
        }
    }
    let map = load::map(&args.map, shell.lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let spot = |name: &str| {
        let id = lookup::node(&map, name)?;
        Ok::<_, Failure>(snapshot.spot(&id).expect("every node of the map is in its snapshot"))
    };
    let query =
        ChainQuery { max_length: args.max_length, ..ChainQuery::new(spot(&args.from)?, spot(&args.to)?) };
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    let late = || began.elapsed() >= time;
    let mut listed: Vec<Chain> = Vec::new();
    let found = find_chains(&snapshot, &query, &mut Budget::unlimited().with_stop(&late), &mut |chain| {
        if listed.len() < args.limit {
            listed.push(chain);
        }
        ControlFlow::Continue(())
    });
    let code = if found.count == 0 { REPORT } else { 0 };
    if wants_json {
        let one = |chain: &Chain| {
            json!({
                "length": chain.length(),
                "nodes": ids(&snapshot, &chain.nodes(&snapshot)),
                "links": chain.links(&snapshot).map(|arc| link_json(&snapshot, arc)).collect::<Vec<_>>(),
                "polarity": chain.sign(&snapshot).symbol().to_string(),
                "levels": places(snapshot.level_ids(), &chain.levels(&snapshot)),
            })
        };
        let document = json!({
            "complete": found.complete,
            "bound": {"max_length": args.max_length, "stopped_by": stopped_by(found.stopped_by)},
            "count": found.count,
            "chains": listed.iter().map(one).collect::<Vec<_>>(),
        });
        return Ok(json(&document).with_code(code));
    }
    let lang = shell.lang;
    let words = lang.words();
    let mut out = String::new();
    for (at, found) in listed.iter().enumerate() {
        out.push_str(&format!(
            "{}.  {}  {}, {}\n",
            at + 1,
            screen_sign(found.sign(&snapshot)),
            words.links.link.of(found.length()),
            words.things.level.of(found.levels(&snapshot).len()),
        ));
        let arcs: Vec<_> = found.links(&snapshot).collect();
        out.push_str(&shell.prose(&line(&snapshot, arcs.iter().copied()), 4));
        out.push_str(&shell.prose(&sentence(&map, &snapshot, &arcs, lang, chain), 4));
        out.push('\n');
    }
    if found.count == 0 && found.complete {
        out.push_str(&shell.prose(words.start.no_chain, 0));
    } else {
        out.push_str(&format!("{}\n", words.links.chain.of(found.count)));
    }
    if found.count > listed.len() {
        out.push_str(&shell.prose(&first_of(lang, listed.len(), found.count), 0));
    }
    match found.stopped_by {
        Some(Stop::Size) => out.push_str(&shell.prose(&super::words::chains_by_size(lang, found.count), 0)),
        Some(_) => out.push_str(&shell.prose(&super::words::chains_by_time(lang, found.count), 0)),
        None if found.longer => {
            out.push_str(&shell.prose(&super::words::chains_bound(lang, args.max_length), 0))
        }
        None => {}
    }
    if args.over.leaves_out(&map) {
        out.push_str(&shell.prose(words.says.left_out, 0));
    }
    Ok(Answer::data(out).with_code(code))
}
