//! `floke loops`: the feedback loops of a map.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::named::Titles;
use crate::analysis::{Found, Loop, LoopQuery, Place, Polarity, find_loops};
use crate::map::{Map, Snapshot};
use crate::text::reading::{LoopKind, circle};
use crate::text::visible;
use crate::text::words::says::{bound, first_of, loop_name, stopped_by_size, stopped_by_time};

use super::answer::{Answer, Failure, json};
use super::shell::Shell;
use super::way::{Over, ids, line, link_json, places, sentence};
use super::words::loops_counted;
use super::{load, lookup};

/// Lists the feedback loops of a map, shortest first
///
/// A loop is its row of links. R loops feed themselves, B loops slow themselves, U loops have a link without a
/// sign. R1, R2 are places in this list, not names.
#[derive(Args, Clone, Debug)]
pub struct LoopsArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// The most links a loop may have; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// Only loops through this card
    #[arg(long, value_name = "ID")]
    through: Option<String>,
    /// Only loops that touch two levels or more
    #[arg(long)]
    across_levels: bool,
    /// The most loops that are listed; all are counted
    #[arg(long, value_name = "N", default_value_t = 1000)]
    limit: usize,
    /// How long to search
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
    #[command(flatten)]
    over: Over,
    /// Only the shortest independent loops (not yet)
    #[arg(long)]
    summary: bool,
    /// The exact number of all loops of any length (not yet)
    #[arg(long)]
    total: bool,
}

/// Answers with the loops.
///
/// # Errors
/// If the map cannot be worked on, or there is no such card.
pub fn run(args: &LoopsArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    for (asked, name) in [(args.summary, "loops --summary"), (args.total, "loops --total")] {
        if asked {
            return Err(Failure::not_yet(name));
        }
    }
    let map = load::map(&args.map, shell.lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let through = match &args.through {
        Some(name) => snapshot.spot(&lookup::node(&map, name)?),
        None => None,
    };
    let query = LoopQuery {
        max_length: args.max_length,
        through,
        across_levels: args.across_levels,
        ..LoopQuery::default()
    };
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    let late = || began.elapsed() >= time;
    let mut listed = Vec::new();
    let found = find_loops(&snapshot, &query, &mut Budget::unlimited().with_stop(&late), &mut |found| {
        if listed.len() < args.limit {
            listed.push(found);
        }
        ControlFlow::Continue(())
    });
    let report = Report { map: &map, snapshot: &snapshot, found: &found, listed: &listed, args };
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

/// A loop's sign as readings take it.
fn loop_kind(sign: Polarity) -> LoopKind {
    match sign {
        Polarity::Reinforcing => LoopKind::Reinforcing,
        Polarity::Balancing => LoopKind::Balancing,
        Polarity::Undetermined => LoopKind::Undetermined,
    }
}

struct Report<'a> {
    map: &'a Map,
    snapshot: &'a Snapshot,
    found: &'a Found,
    listed: &'a [Loop],
    args: &'a LoopsArgs,
}

impl Report<'_> {
    /// Each listed loop with its sign and its place in the list.
    fn listed(&self) -> impl Iterator<Item = (&Loop, Polarity, Place)> {
        let signs: Vec<Polarity> = self.listed.iter().map(|found| found.sign(self.snapshot)).collect();
        let listed = self.listed.iter().zip(signs.clone()).zip(Place::all(signs));
        listed.map(|((found, sign), place)| (found, sign, place))
    }

    fn title(&self, titles: &Titles, found: &Loop) -> Option<&str> {
        let told = titles.get(found, self.snapshot)?;
        self.map.loops().get(told).map(|told| told.title.as_str())
    }

    fn json(&self) -> Json {
        let (snapshot, found) = (self.snapshot, self.found);
        let titles = Titles::of(self.map);
        let one = |(found, sign, place): (&Loop, Polarity, Place)| {
            json!({
                "name": place.to_string(),
                "title": self.title(&titles, found),
                "polarity": sign.name(),
                "length": found.length(),
                "nodes": ids(snapshot, &found.nodes(snapshot)),
                "links": found.links(snapshot).map(|arc| link_json(snapshot, arc)).collect::<Vec<_>>(),
                "levels": places(snapshot.level_ids(), &found.levels(snapshot)),
                "crosses_levels": found.crosses_levels(snapshot),
                "areas": places(snapshot.area_ids(), &found.areas(snapshot)),
            })
        };
        json!({
            "complete": found.complete,
            "bound": {"max_length": self.args.max_length, "stopped_by": stopped_by(found.stopped_by)},
            "count": found.count,
            "reinforcing": found.reinforcing,
            "balancing": found.balancing,
            "undetermined": found.undetermined,
            "loops": self.listed().map(one).collect::<Vec<_>>(),
        })
    }

    fn text(&self, shell: &Shell) -> String {
        let (lang, snapshot, found) = (shell.lang, self.snapshot, self.found);
        let words = lang.words();
        let titles = Titles::of(self.map);
        let mut out = String::new();
        for (found, sign, place) in self.listed() {
            let kind = loop_kind(sign);
            let mut head = format!(
                "{}  {}, {}",
                loop_name(lang, kind, place.number),
                words.links.link.of(found.length()),
                words.things.level.of(found.levels(snapshot).len()),
            );
            if let Some(title) = self.title(&titles, found) {
                head.push_str("  ");
                head.push_str(&visible(title));
            }
            out.push_str(&head);
            out.push('\n');
            out.push_str(&shell.prose(&line(snapshot, found.links(snapshot)), 4));
            let arcs: Vec<_> = found.links(snapshot).collect();
            out.push_str(&shell.prose(&sentence(self.map, snapshot, &arcs, lang, circle), 4));
            out.push('\n');
        }
        if found.count == 0 && found.complete {
            let none =
                if self.args.through.is_some() { words.start.no_loops_here } else { words.start.no_loops };
            out.push_str(&shell.prose(none, 0));
        } else {
            let of = |noun: crate::text::Noun, n| noun.of(n);
            out.push_str(&format!(
                "{}: {}, {}, {}\n",
                of(words.links.loop_, found.count),
                of(words.links.reinforcing_loop, found.reinforcing),
                of(words.links.balancing_loop, found.balancing),
                of(words.links.undetermined_loop, found.undetermined),
            ));
        }
        if found.count > self.listed.len() {
            out.push_str(&shell.prose(&first_of(lang, self.listed.len(), found.count), 0));
        }
        let most = (self.args.max_length > 0).then_some(self.args.max_length);
        out.push_str(&shell.prose(
            &match found.stopped_by {
                Some(Stop::Size) => stopped_by_size(lang, found.count),
                Some(_) => stopped_by_time(lang, found.count),
                None if found.count > self.listed.len() => loops_counted(lang, most),
                None => bound(lang, most),
            },
            0,
        ));
        if self.args.over.leaves_out(self.map) {
            out.push_str(&shell.prose(words.says.left_out, 0));
        }
        out
    }
}
