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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    #[test]
    fn links_and_loops_of_a_node() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, to) in [("a", "a"), ("a", "b"), ("b", "a"), ("c", "a"), ("b", "c")] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Minus)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let degree = Degree::of(&snapshot, 0);
        assert_eq!((degree.into, degree.out, degree.all()), (3, 2, 5));
        let count = |spot, length| loops_through(&snapshot, spot, length, &mut Budget::unlimited()).count;
        assert_eq!([count(0, 1), count(0, 2), count(0, 0), count(2, 8)], [1, 2, 3, 1]);
    }
}
