//! How much hangs on a node: its links in and out, and the loops through it.

use std::ops::ControlFlow;

use super::budget::Budget;
use super::loops::{Found, LoopQuery, find_loops};
use crate::map::{Snapshot, Spot};

/// The links of a node in a snapshot; a self link counts on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Degree {
    /// Links that end here.
    pub into: usize,
    /// Links that start here.
    pub out: usize,
}

impl Degree {
    /// The degree of a node.
    #[must_use]
    pub fn of(snapshot: &Snapshot, spot: Spot) -> Self {
        Self { into: snapshot.incoming(spot).len(), out: snapshot.outgoing(spot).len() }
    }

    /// Links that start or end here.
    #[must_use]
    pub fn all(self) -> usize {
        self.into + self.out
    }
}

/// Counts the loops of up to `max_length` links (0: no bound) through a node.
pub fn loops_through(snapshot: &Snapshot, spot: Spot, max_length: usize, budget: &mut Budget<'_>) -> Found {
    let query = LoopQuery { max_length, through: Some(spot), ..LoopQuery::default() };
    find_loops(snapshot, &query, budget, &mut |_| ControlFlow::Continue(()))
}
