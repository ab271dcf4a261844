//! `floke actors`: the register of actors.
//!
//! It answers with the register itself, so influence, stance and needs are in it; exports leave them out unless they
//! are asked for.

mod said;
mod table;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};

use crate::analysis::actors::{
    Actor, Coverage, INFLUENCES, Order, Picture, Presence, Register, STANCES, Through, count_through,
};
use crate::analysis::{Budget, Found, LoopQuery};
use crate::exchange::snake;
use crate::map::{LinkId, Map, Scope, Snapshot};

use super::answer::{Answer, Failure, json};
use super::load;
use super::loops::stopped_by;
use super::shell::Shell;

/// Shows the register of actors: influence, stance, part taken, coverage per level and sector
///
/// Who holds what and which loops run through that, who steers whom and who hears whom. What nobody said stays unsaid.
/// This is the register itself: influence, stance and needs are in it, which exports leave out.
#[derive(Args, Clone, Debug)]
pub struct ActorsArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// What the actors are sorted by
    #[arg(long, value_name = "BY", default_value = "level")]
    sort: By,
    /// The last one first; those of whom nobody said it stay last
    #[arg(long)]
    reverse: bool,
    /// The most links of a loop that is counted; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// How long to search for loops
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
}

/// An order on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// Those first who could bring about most.
    Influence,
    /// For, neutral, waiting, against.
    Stance,
    /// Active, represented, on the edge, absent.
    Involvement,
    /// From the top level down.
    Level,
    /// By sector.
    Sector,
    /// By label.
    Name,
    /// Those first who hold most.
    Holds,
}

impl By {
    fn order(self) -> Order {
        match self {
            By::Influence => Order::Influence,
            By::Stance => Order::Stance,
            By::Involvement => Order::Involvement,
            By::Level => Order::Level,
            By::Sector => Order::Sector,
            By::Name => Order::Name,
            By::Holds => Order::Holds,
        }
    }
}

/// Answers with the register.
///
/// # Errors
/// If the map cannot be worked on.
pub fn run(args: &ActorsArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    let register = Register::of(&map);
    let snapshot = Snapshot::of(&map, &Scope::default());
    let query = LoopQuery { max_length: args.max_length, ..LoopQuery::default() };
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    let late = || began.elapsed() >= time;
    let (found, loops) =
        count_through(&register, &snapshot, &query, &mut Budget::unlimited().with_stop(&late));
    let rows = register.sorted(&map, args.sort.order(), args.reverse);
    let report = Report { map: &map, register: &register, rows: &rows, found: &found, loops: &loops, args };
    Ok(if wants_json { json(&report.json()) } else { Answer::data(report.text(shell)) })
}

struct Report<'a> {
    map: &'a Map,
    register: &'a Register,
    /// The places of the actors in the order asked for.
    rows: &'a [usize],
    found: &'a Found,
    /// For each actor of the register.
    loops: &'a [Through],
    args: &'a ActorsArgs,
}

impl Report<'_> {
    fn json(&self) -> Json {
        let map = self.map;
        let picture = Picture::of(map);
        let coverage = Coverage::of(map, false);
        let mut standing = Vec::new();
        for (row, influence) in picture.cells.iter().zip(INFLUENCES) {
            for (actors, stance) in row.iter().zip(STANCES).filter(|(actors, _)| !actors.is_empty()) {
                let stance = stance.map(|own| snake(own.as_str()));
                standing.push(json!({"influence": influence, "stance": stance, "actors": actors}));
            }
        }
        let mut cells = Vec::new();
        for (sector, row) in coverage.sectors.iter().zip(&coverage.cells) {
            for (level, cell) in coverage.levels.iter().zip(row) {
                let presence = cell.presence();
                cells.push(json!({
                    "sector": sector,
                    "level": level,
                    "presence": presence.name(),
                    "counts": counts(cell.counts),
                    "actors": cell.actors,
                }));
            }
        }
        json!({
            "sorted_by": self.args.sort.to_possible_value().map(|own| own.get_name().to_owned()),
            "complete": self.found.complete,
            "bound": {"max_length": self.args.max_length, "stopped_by": stopped_by(self.found.stopped_by)},
            "count": self.register.actors.len(),
            "actors": self.rows.iter().filter_map(|&at| self.actor(at)).collect::<Vec<_>>(),
            "influence_by_stance": {"unstated": picture.unstated(), "cells": standing},
            "coverage": {"levels": coverage.levels, "sectors": coverage.sectors, "cells": cells},
        })
    }

    fn actor(&self, at: usize) -> Option<Json> {
        let actor = self.register.actors.get(at)?;
        let node = self.map.node(&actor.id)?;
        let loops = self.loops.get(at).copied().unwrap_or_default();
        let sector = node.sector.trim();
        Some(json!({
            "id": actor.id,
            "label": node.label,
            "level": node.level,
            "sector": (!sector.is_empty()).then_some(sector),
            "groups": node.groups,
            "influence": node.influence,
            "stance": node.stance.map(|own| snake(own.as_str())),
            "involvement": node.involvement.map(|own| snake(own.as_str())),
            "needs_to_know": node.needs_to_know,
            "wants_part": node.wants_part,
            "holds": actor.held().collect::<Vec<_>>(),
            "loops": {
                "named": actor.loops,
                "count": loops.all(),
                "reinforcing": loops.reinforcing,
                "balancing": loops.balancing,
                "undetermined": loops.undetermined,
            },
            "steered_by": self.ties(actor, &actor.steered_by),
            "steers": self.ties(actor, &actor.steers),
            "hears": self.ties(actor, &actor.hears),
            "heard_by": self.ties(actor, &actor.heard_by),
            "cooperates": self.ties(actor, &actor.works_with),
            "missing": actor.missing.iter().map(|link| json!({
                "from": link.from, "to": link.to, "kind": link.kind.field(),
            })).collect::<Vec<_>>(),
        }))
    }

    /// Links of an actor as programs read them: who is at the other end, and what is said of the link.
    fn ties(&self, actor: &Actor, links: &[LinkId]) -> Vec<Json> {
        let one = |id: &LinkId| {
            let link = self.map.link(id)?;
            Some(json!({
                "id": actor.other(id),
                "about": link.about.map(|own| snake(own.as_str())),
                "strength": link.strength,
                "delay": link.delay,
                "certainty": link.certainty.map(|own| snake(own.as_str())),
            }))
        };
        links.iter().filter_map(one).collect()
    }
}

fn counts(counts: [usize; 5]) -> Json {
    Presence::ALL.iter().zip(counts).map(|(own, count)| (own.name().to_owned(), json!(count))).collect()
}
