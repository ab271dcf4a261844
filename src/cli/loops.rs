//! `floke loops`: the feedback loops of a map.

mod asked;
mod report;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value as Json, json};

use self::report::{Asked, Report};
use super::answer::{Answer, Failure, json};
use super::load;
use super::shell::Shell;
use super::way::Over;
use crate::analysis::budget::{Budget, Stop};
use crate::analysis::count_loops;
use crate::map::Snapshot;

/// How far the list of all loops is searched for the numbers of those that are listed.
const STEPS_FOR_NUMBERS: u64 = 20_000_000;

/// Lists the feedback loops of a map, shortest first
///
/// A loop is its row of links. R loops feed themselves, B loops slow themselves, U loops have a link without a
/// sign. R1, R2 are places in the list of all loops, not names; a letter alone stands for a place far down in it.
/// (R1) would run if the links marked missing were there, in [R1] a link was refuted: they come in with --with and
/// are counted by themselves.
#[derive(Args, Clone, Debug)]
pub struct LoopsArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// The most links a loop may have; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// Only loops through this card, or through this link
    #[arg(long, value_name = "ID|FROM>TO")]
    through: Option<String>,
    /// Only loops that touch this level; parts count for the whole
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// Only loops that touch this area; parts count for the whole
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    /// Only loops that touch two levels or more
    #[arg(long)]
    across_levels: bool,
    /// Only loops that touch the lowest and the highest level
    #[arg(long)]
    bottom_to_top: bool,
    /// The most loops that are listed; all are counted
    #[arg(long, value_name = "N", default_value_t = 1000)]
    limit: usize,
    /// How long to search
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
    #[command(flatten)]
    over: Over,
    /// Only the shortest independent loops: a small set that covers every looped link
    #[arg(long, conflicts_with_all = ["max_length", "through", "level", "area", "across_levels", "bottom_to_top"])]
    summary: bool,
    /// Say the number of all loops of any length as well, counted without listing them
    #[arg(long)]
    total: bool,
}

/// Answers with the loops.
///
/// # Errors
/// If the map cannot be worked on, or there is no such card, link, level or area.
pub fn run(args: &LoopsArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let queries = asked::queries(args, &map, &snapshot)?;
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    // Half of the time at most, so that some is left for the list.
    let half = || began.elapsed() >= time / 2;
    let total = args.total.then(|| count_loops(&snapshot, &mut Budget::unlimited().with_stop(&half)));
    let late = || began.elapsed() >= time;
    let mut budget = Budget::unlimited().with_stop(&late);
    let (found, listed) = if args.summary {
        asked::summary(&snapshot, args.limit, &mut budget)
    } else {
        asked::list(&snapshot, &queries, args.limit, &mut budget)
    };
    let asked = asked::asked(args, &queries);
    let total = total.map(|total| asked::at_least_those(total, &found));
    let mut left = Budget::steps(STEPS_FOR_NUMBERS).with_stop(&late);
    let numbers = asked::places(&snapshot, &listed, asked == Asked::All, &mut left);
    let report = Report { map: &map, snapshot: &snapshot, args, asked, found, listed, numbers, total };
    Ok(if wants_json { json(&report.json()) } else { Answer::data(report.text(shell)) })
}

/// `"time"`, `"size"` or null, as the contract has it.
pub fn stopped_by(stop: Option<Stop>) -> Json {
    match stop {
        None => Json::Null,
        Some(Stop::Size) => json!("size"),
        Some(Stop::Steps | Stop::Stopped) => json!("time"),
    }
}
