//! The fewest nodes to act on at once so that every chain, every loop or every told loop is broken.
//!
//! What is broken is the drawing: a node acted on is thought away with all its links. Nothing here says that
//! acting there is possible, or enough, or good. Which set is chosen among several of the same size depends on
//! ids alone; equal maps get the same one.

mod feedback;
mod flow;
mod hitting;
mod kernel;
mod told;

pub use feedback::cut_loops;
pub use told::{LeftOut, ToldCut, cut_told};

use self::flow::Network;
use super::budget::{Budget, Stop};
use super::walk::Rows;
use crate::map::{Snapshot, Spot};

/// Nodes that, acted on at once, break what was to be broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The nodes in id order; none if there was nothing to break.
    pub nodes: Vec<Spot>,
    /// Whether it is certain that no smaller set does it. Where it is not, the set breaks everything all the
    /// same.
    pub proven_smallest: bool,
}

/// The smallest set of nodes that breaks every chain from one node to another, of any length; the two themselves
/// are never in it. `None` if a link leads straight from the one to the other: then no set does it. Of several
/// smallest sets it is the one nearest to the start. If the budget runs out, it is all that the start leads to.
///
/// Menger 1927: it has as many nodes as there are chains that share none. Found by splitting each node and
/// raising a flow (Dinic 1970; Even and Tarjan 1975): O(√nodes · links).
#[must_use]
pub fn cut_chains(snapshot: &Snapshot, from: Spot, to: Spot, budget: &mut Budget<'_>) -> Option<Cut> {
    if from == to {
        return Some(Cut { nodes: Vec::new(), proven_smallest: true });
    }
    let rows = Rows::of(snapshot, |_| true);
    if rows.from(from).iter().any(|row| row.to == to) {
        return None;
    }
    Some(match smallest(&rows, snapshot.len(), from, to, budget) {
        Ok(nodes) => Cut { nodes, proven_smallest: true },
        Err(_) => {
            let first = rows.from(from).iter().map(|row| row.to).filter(|&next| next != from);
            Cut { nodes: first.collect(), proven_smallest: false }
        }
    })
}

fn smallest(
    rows: &Rows,
    nodes: usize,
    from: Spot,
    to: Spot,
    budget: &mut Budget<'_>,
) -> Result<Vec<Spot>, Stop> {
    // Each node is a way in (even) and a way out (odd) with a pipe of width one between them.
    let (inner, outer) = (|spot: Spot| 2 * spot, |spot: Spot| 2 * spot + 1);
    let spots = || 0..Spot::try_from(nodes).unwrap_or(Spot::MAX);
    let mut pipes = Vec::new();
    for spot in spots() {
        budget.step()?;
        if spot != from && spot != to {
            pipes.push((inner(spot), outer(spot), 1));
        }
        let wide = u32::MAX;
        pipes.extend(rows.from(spot).iter().map(|row| (outer(spot), inner(row.to), wide)));
    }
    let mut network = Network::of(2 * nodes, &pipes);
    network.fill(outer(from), inner(to), budget)?;
    let reached = network.reached(outer(from), budget)?;
    Ok(spots()
        .filter(|&spot| reached[inner(spot) as usize] && !reached[outer(spot) as usize])
        .filter(|&spot| spot != from && spot != to)
        .collect())
}
