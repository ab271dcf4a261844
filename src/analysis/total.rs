//! How many loops a map has in all, of any length, with their signs, without listing them.
//!
//! Loops stay inside strongly connected parts, so these are counted one by one. Dead ends are taken out and nodes
//! with a single way in or out are folded into their neighbours; on maps as people draw them little is left. What is
//! left is counted node by node over a narrow frontier (Sekine, Imai, Tani 1995 for the idea; Knuth 2009, 'simpath'),
//! in an order that keeps it narrow. Where that takes too much, loops are listed for as long as the budget lasts, and
//! the answer is a number that there are at least.
//!
//! A loop is a row of links, so parallel links make different loops and a self link is one. Nothing here says how
//! long the loops are or where they run.

mod core;
mod frontier;
mod order;
mod weight;

use std::ops::ControlFlow;

use self::core::Core;
use self::weight::Weight;
use super::budget::{Budget, Stop};
use super::loops::{LoopQuery, find_loops};
use crate::map::Snapshot;

/// The most states that are held at once unless told otherwise; some ten megabytes.
pub const MOST_STATES: usize = 300_000;

/// The number of all loops.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many loops.
    pub count: u128,
    /// Those that reinforce.
    pub reinforcing: u128,
    /// Those that balance.
    pub balancing: u128,
    /// Those of which nobody can say.
    pub undetermined: u128,
    /// Whether these are all. If not, there are at least so many of each.
    pub exact: bool,
}

impl Total {
    fn new(weight: Weight, exact: bool) -> Self {
        let (count, [reinforcing, balancing, undetermined]) = weight.counts();
        Self { count, reinforcing, balancing, undetermined, exact }
    }
}

/// Why a count came to no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Short {
    /// The budget was spent, or somebody asked.
    Stopped,
    /// More states than may be held, or more loops than a number holds.
    TooMany,
}

impl From<Stop> for Short {
    fn from(_: Stop) -> Self {
        Short::Stopped
    }
}

/// The number of all loops of any length, or, where the budget or [`MOST_STATES`] do not suffice, a number that
/// there are at least. With a budget of nothing that is 0.
///
/// A map without loops has exactly 0. The time hardly depends on how many loops there are, but grows fast with how
/// tangled they are.
#[must_use]
pub fn count_loops(snapshot: &Snapshot, budget: &mut Budget<'_>) -> Total {
    count_loops_within(snapshot, MOST_STATES, budget)
}

/// As [`count_loops`], with at most so many states held at once; with none, loops are only listed.
#[must_use]
pub fn count_loops_within(snapshot: &Snapshot, most_states: usize, budget: &mut Budget<'_>) -> Total {
    let (closed, short) = match count(snapshot, most_states, budget) {
        Ok(closed) => return Total::new(closed, true),
        Err(closed_and_why) => closed_and_why,
    };
    let counted = Total::new(closed, false);
    if short == Short::Stopped {
        return counted;
    }
    let query = LoopQuery { max_length: 0, ..LoopQuery::default() };
    let listed = find_loops(snapshot, &query, budget, &mut |_| ControlFlow::Continue(()));
    // The one may have met loops that the other did not, but nobody knows how many.
    if counted.count > listed.count as u128 {
        return counted;
    }
    Total {
        count: listed.count as u128,
        reinforcing: listed.reinforcing as u128,
        balancing: listed.balancing as u128,
        undetermined: listed.undetermined as u128,
        exact: listed.complete,
    }
}

/// All loops, or those that were counted before it went short.
fn count(
    snapshot: &Snapshot,
    most_states: usize,
    budget: &mut Budget<'_>,
) -> Result<Weight, (Weight, Short)> {
    let mut core = Core::of(snapshot, budget)?;
    if let Err(short) = core.fold(budget) {
        return Err((core.closed, short));
    }
    let mut closed = core.closed;
    let mut too_many = false;
    for part in core.parts() {
        let counted = order::order(&part, budget).and_then(|order| {
            let order = order.ok_or(Short::TooMany)?;
            frontier::count(&part, &order, most_states, &mut closed, budget)
        });
        match counted {
            Ok(()) => {}
            Err(Short::TooMany) => too_many = true,
            Err(Short::Stopped) => return Err((closed, Short::Stopped)),
        }
    }
    if too_many { Err((closed, Short::TooMany)) } else { Ok(closed) }
}
