//! Who hears whom otherwise than before: between levels, and from one to another where telling came or went.

use std::collections::HashSet;

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::levels::{Levels, Line, Pair, Verdict};
use crate::map::{Change, Item, LevelId, Link, LinkId, LinkKind, Map, NodeId};

/// How signals come through between two levels in one direction, where that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The lower level.
    pub lower: LevelId,
    /// The upper one.
    pub upper: LevelId,
    /// Whether it is telling, up; else steering, down.
    pub up: bool,
    /// How well it was.
    pub was: Verdict,
    /// How well it is.
    pub now: Verdict,
}

/// What a change does to hearing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hearing {
    /// Every two whole levels that both maps have in that order, where a verdict is another one: by the lower, then
    /// the upper one, up before down.
    pub pairs: Vec<Heard>,
    /// The same for the steps of the ladder, where levels with parts stand as their parts.
    pub rungs: Vec<Heard>,
    /// Telling that went and left no other way, through whomever, from the one to the other, by id.
    pub unheard: Vec<(NodeId, NodeId)>,
    /// Telling that came where there was no way.
    pub newly_heard: Vec<(NodeId, NodeId)>,
    /// Whether not all telling that came or went was looked into, since there was too much of it.
    pub cut_short: bool,
}

/// How many signals are followed in all to find whether another way for telling is left.
const MOST_STEPS: u64 = 20_000_000;

impl Hearing {
    /// Compares. O(pairs of levels · (nodes + links)), and nothing where no signal, level or place is touched.
    pub(super) fn of(before: &Map, after: &Map, change: &Change) -> Self {
        let touches = change.edits.iter().any(|edit| match &edit.item {
            Item::Level(_) => true,
            Item::Link(id) => id.kind.is_signal(),
            Item::Node(_) => edit.field.as_deref().is_none_or(|field| matches!(field, "level" | "kind")),
            Item::Map => edit.field.as_deref() == Some("levels"),
            _ => false,
        });
        if !touches {
            return Self::default();
        }
        let (was, now) = (Levels::of(before), Levels::of(after));
        let pairs = changed(&was.pairs, &now.pairs);
        let rungs =
            |levels: &Levels| levels.lines.iter().map(|line: &Line| line.pair.clone()).collect::<Vec<_>>();
        let mut rungs = changed(&rungs(&was), &rungs(&now));
        rungs.retain(|own| !pairs.contains(own));
        let informs =
            |map: &Map, id: &LinkId| id.kind == LinkKind::Informs && map.link(id).is_some_and(Link::counts);
        let mut hearing = Self { pairs, rungs, ..Self::default() };
        let mut links: Vec<&LinkId> = change
            .edits
            .iter()
            .filter_map(|edit| match &edit.item {
                Item::Link(id) => Some(id),
                _ => None,
            })
            .collect();
        links.sort_unstable();
        links.dedup();
        let mut budget = Budget::steps(MOST_STEPS);
        for id in links {
            let (map, list) = match (informs(before, id), informs(after, id)) {
                (true, false) => (after, &mut hearing.unheard),
                (false, true) => (before, &mut hearing.newly_heard),
                _ => continue,
            };
            match tells(map, &id.from, &id.to, &mut budget) {
                Ok(true) => {}
                Ok(false) => list.push((id.from.clone(), id.to.clone())),
                Err(_) => {
                    hearing.cut_short = true;
                    break;
                }
            }
        }
        hearing
    }
}

/// Whether telling leads from the one to the other, through whomever. O(signals).
fn tells(map: &Map, from: &NodeId, to: &NodeId, budget: &mut Budget<'_>) -> Result<bool, Stop> {
    let mut seen = HashSet::from([from]);
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        for (link, own) in map.links_from(id) {
            budget.step()?;
            if link.kind != LinkKind::Informs || !own.counts() {
                continue;
            }
            if link.to == *to {
                return Ok(true);
            }
            if seen.insert(&link.to) {
                open.push(&link.to);
            }
        }
    }
    Ok(false)
}

fn changed(was: &[Pair], now: &[Pair]) -> Vec<Heard> {
    let mut all = Vec::new();
    for pair in now {
        let Some(old) = was.iter().find(|old| (&old.lower, &old.upper) == (&pair.lower, &pair.upper)) else {
            continue;
        };
        for (up, was, now) in [(true, &old.up, &pair.up), (false, &old.down, &pair.down)] {
            if was.verdict != now.verdict {
                let (lower, upper) = (pair.lower.clone(), pair.upper.clone());
                all.push(Heard { lower, upper, up, was: was.verdict, now: now.verdict });
            }
        }
    }
    all
}
