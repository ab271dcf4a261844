//! The fewest nodes that break every loop that somebody told.

use super::{Cut, hitting};
use crate::analysis::budget::Budget;
use crate::analysis::named::{LinkState, Told};
use crate::map::{LoopId, Map, Scope, Snapshot, Spot};

/// Why a told loop was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It points at something that is gone.
    Broken,
    /// It does not run: a link of it is missing or refuted, so there is nothing to break.
    NotRunning,
}

/// What breaks every told loop that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCut {
    /// The nodes.
    pub cut: Cut,
    /// The loops that they break, by id.
    pub broken: Vec<LoopId>,
    /// The loops that were left out, by id, and why.
    pub left_out: Vec<(LoopId, LeftOut)>,
}

/// The smallest set of nodes that breaks every told loop. Loops run over whatever kinds of links they were told
/// with; of the scope only counts whether missing and refuted links are taken as there. Broken loops and those
/// that do not run are left out.
///
/// A minimum hitting set by branch and bound: exponential in the number of nodes that must be chosen, which for
/// told loops is small. If the budget runs out the set still breaks all of them.
#[must_use]
pub fn cut_told(map: &Map, snapshot: &Snapshot, scope: &Scope, budget: &mut Budget<'_>) -> ToldCut {
    let (mut sets, mut counted, mut left_out): (Vec<Vec<Spot>>, _, _) = (Vec::new(), Vec::new(), Vec::new());
    for (id, told) in map.loops() {
        let told = Told::of(map, told);
        let there = |state: &LinkState| match state {
            LinkState::There => true,
            LinkState::Missing => scope.missing,
            LinkState::Refuted => scope.refuted,
            LinkState::Gone => false,
        };
        if told.broken() {
            left_out.push((id.clone(), LeftOut::Broken));
        } else if told.links.iter().all(|(_, state)| there(state)) {
            let mut set: Vec<Spot> =
                told.links.iter().filter_map(|(id, _)| snapshot.spot(&id.from)).collect();
            set.sort_unstable();
            set.dedup();
            sets.push(set);
            counted.push(id.clone());
        } else {
            left_out.push((id.clone(), LeftOut::NotRunning));
        }
    }
    sets.retain(|set| !set.is_empty());
    let (nodes, proven_smallest) = hitting::smallest(&sets, budget);
    ToldCut { cut: Cut { nodes, proven_smallest }, broken: counted, left_out }
}
