//! Loops that come, go or turn with a change.
//!
//! Each of them runs through a link that came, went or changed its sign, so only those links are gone round: for
//! each length in turn, all ways back from their end to their start. What is found up to a length is whole.

use super::CompareQuery;
use super::sides::Sides;
use crate::analysis::budget::{Budget, Stop};
use crate::analysis::knots::Knots;
use crate::analysis::loops::{Polarity, from_smallest, links, order, product};
use crate::analysis::walk::{Distances, FAR, Rows, Walk};
use crate::map::{LinkId, Snapshot};

/// A loop by its links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Its links from the smallest node on.
    pub links: Vec<LinkId>,
    /// What it does, or did.
    pub polarity: Polarity,
}

/// A loop that does something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flipped {
    /// Its links from the smallest node on.
    pub links: Vec<LinkId>,
    /// What it did.
    pub was: Polarity,
    /// What it does now.
    pub now: Polarity,
}

/// The loops that a change made, broke or turned; each list shortest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circles {
    /// Those of the map after that the map before did not have.
    pub added: Vec<Circle>,
    /// Those of the map before that the map after does not have.
    pub removed: Vec<Circle>,
    /// Those of both that do something else now.
    pub flipped: Vec<Flipped>,
    /// The bound that was asked for; 0 for none.
    pub max_length: usize,
    /// All of at most this many links were found.
    pub complete_to: usize,
    /// Whether all within the bound were found.
    pub complete: bool,
    /// Whether there may be some of more links than [`Circles::complete_to`].
    pub longer: bool,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

impl Circles {
    /// Whether none was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.flipped.is_empty()
    }
}

/// Finds them.
pub(super) fn turned(sides: &Sides, query: &CompareQuery, budget: &mut Budget<'_>) -> Circles {
    let mut gone = Rounds::new(&sides.before, sides.gone());
    let mut come = Rounds::new(&sides.after, sides.come());
    let mut other = Rounds::new(&sides.after, sides.turned());
    let most = sides.before.len().max(sides.after.len());
    let bound = if query.max_length == 0 { most } else { query.max_length };
    let mut circles = Circles { max_length: query.max_length, longer: true, ..Circles::default() };
    for length in 1..=u32::try_from(bound.min(most)).unwrap_or(u32::MAX) {
        let room = |rounds: [&Rounds<'_>; 3]| {
            query.most_loops.saturating_sub(rounds.iter().map(|own| own.found.len()).sum())
        };
        let found = gone.of_length(length, room([&gone, &come, &other]), budget);
        let found = found.and_then(|()| come.of_length(length, room([&gone, &come, &other]), budget));
        let found = found.and_then(|()| other.of_length(length, room([&gone, &come, &other]), budget));
        if let Err(stop) = found {
            circles.stopped_by = Some(stop);
            break;
        }
        circles.complete_to = length as usize;
        if [&gone, &come, &other].iter().all(|rounds| rounds.open.is_empty()) {
            circles.longer = false;
            break;
        }
    }
    circles.complete = circles.stopped_by.is_none();
    if circles.complete {
        circles.complete_to = bound;
        circles.longer &= bound < most;
    }
    circles.removed = gone.found.iter().map(|arcs| circle(&sides.before, arcs)).collect();
    circles.added = come.found.iter().map(|arcs| circle(&sides.after, arcs)).collect();
    circles.flipped = other.found.iter().filter_map(|arcs| flipped(sides, arcs)).collect();
    circles
}

/// The loops of one map through any of some links, with their links by number, and whether those are all of at most so many
/// links (0 for no bound). A search that the budget stops has found all up to some length.
pub(in crate::analysis) fn through(
    snapshot: &Snapshot,
    wanted: Vec<u32>,
    query: &CompareQuery,
    budget: &mut Budget<'_>,
) -> (Vec<(Vec<u32>, Circle)>, bool) {
    let mut rounds = Rounds::new(snapshot, wanted);
    let bound = if query.max_length == 0 { snapshot.len() } else { query.max_length.min(snapshot.len()) };
    let mut complete = true;
    for length in 1..=u32::try_from(bound).unwrap_or(u32::MAX) {
        let room = query.most_loops.saturating_sub(rounds.found.len());
        complete = rounds.of_length(length, room, budget).is_ok();
        if !complete || rounds.open.is_empty() {
            break;
        }
    }
    let found = std::mem::take(&mut rounds.found);
    (found.into_iter().map(|arcs| (arcs.clone(), circle(snapshot, &arcs))).collect(), complete)
}

fn circle(snapshot: &Snapshot, arcs: &[u32]) -> Circle {
    let ids = links(arcs, snapshot).map(|arc| snapshot.link_id(arc)).collect();
    Circle { links: ids, polarity: Polarity::of(product(arcs, snapshot)) }
}

/// `None` for a loop that is new, or does what it did.
fn flipped(sides: &Sides, arcs: &[u32]) -> Option<Flipped> {
    let was: Vec<u32> = arcs.iter().map(|&arc| sides.arc_before(arc)).collect::<Option<_>>()?;
    let was = Polarity::of(product(&was, &sides.before));
    let Circle { links, polarity: now } = circle(&sides.after, arcs);
    (was != now).then_some(Flipped { links, was, now })
}

/// The search for loops through some links of a map.
struct Rounds<'a> {
    snapshot: &'a Snapshot,
    rows: Rows,
    // The links still worth going round, and for each link of the map its place among the wanted ones.
    open: Vec<u32>,
    rank: Vec<u32>,
    distances: Distances,
    found: Vec<Vec<u32>>,
}

impl<'a> Rounds<'a> {
    fn new(snapshot: &'a Snapshot, mut wanted: Vec<u32>) -> Self {
        let rows = if wanted.is_empty() {
            Rows::of(snapshot, |_| false)
        } else {
            // No other link is on a loop.
            let knots = Knots::of(snapshot);
            wanted.retain(|&arc| knots.hold(&snapshot.arcs()[arc as usize]));
            Rows::of(snapshot, |arc| knots.hold(arc))
        };
        let mut rank = vec![u32::MAX; snapshot.arcs().len()];
        for (place, &arc) in (0..).zip(&wanted) {
            rank[arc as usize] = place;
        }
        let distances = Distances::new(snapshot.len());
        Self { snapshot, rows, open: wanted, rank, distances, found: Vec::new() }
    }

    /// Finds those of one length, at most `room` of them. A link round which no longer loop leads is done with.
    fn of_length(&mut self, length: u32, room: usize, budget: &mut Budget<'_>) -> Result<(), Stop> {
        let Self { snapshot, rows, open, rank, distances, found } = self;
        let mut same: Vec<Vec<u32>> = Vec::new();
        let mut still = Vec::with_capacity(open.len());
        let mut walk = Walk::new(if open.is_empty() { 0 } else { snapshot.len() });
        let mut ended = Ok(());
        for &wanted in open.iter() {
            let arc = &snapshot.arcs()[wanted as usize];
            if arc.from == arc.to {
                // A loop by itself, and on no other one.
                budget.step()?;
                same.push(vec![wanted]);
                if same.len() > room {
                    return Err(Stop::Size);
                }
                continue;
            }
            if length == 1 {
                still.push(wanted);
                continue;
            }
            distances.measure(rows, arc.from, length - 1, |_| true, budget)?;
            if distances.of(arc.to) == FAR {
                if distances.cut {
                    still.push(wanted);
                }
                continue;
            }
            let ends = (arc.to, arc.from);
            let more = walk.exactly(rows, distances, ends, length - 1, budget, &mut |back| {
                // A loop through several wanted links is found from the first of them.
                if back.iter().any(|&arc| rank[arc as usize] < rank[wanted as usize]) {
                    return Ok(());
                }
                if same.len() >= room {
                    return Err(Stop::Size);
                }
                let mut round = Vec::with_capacity(back.len() + 1);
                round.push(wanted);
                round.extend_from_slice(back);
                same.push(from_smallest(&round, snapshot));
                Ok(())
            });
            match more {
                Ok(true) => still.push(wanted),
                Ok(false) => {}
                Err(stop) => {
                    ended = Err(stop);
                    break;
                }
            }
        }
        same.sort_unstable_by(|a, b| order(a, b, snapshot));
        found.append(&mut same);
        *open = still;
        ended
    }
}
