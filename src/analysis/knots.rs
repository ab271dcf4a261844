//! The knots of a map: its strongly connected parts. Every loop stays inside one.

use crate::map::{Arc, Snapshot, Spot};

/// Who is knotted with whom. A node that is on no loop is a knot by itself.
pub(super) struct Knots {
    /// The nodes of each knot; a knot stands behind all those that it reaches.
    pub(super) members: Vec<Vec<Spot>>,
    /// For each node the place of its knot.
    pub(super) of: Vec<usize>,
}

impl Knots {
    /// Finds them in O(nodes + links).
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        // petgraph's Tarjan is recursive and overflows the stack on long chains; its Kosaraju is not.
        let members: Vec<Vec<Spot>> = petgraph::algo::kosaraju_scc(snapshot);
        let mut of = vec![0; snapshot.len()];
        for (number, knot) in members.iter().enumerate() {
            for &spot in knot {
                of[spot as usize] = number;
            }
        }
        Self { members, of }
    }

    /// Whether a link stays inside a knot; no other link is on a loop.
    pub(super) fn hold(&self, arc: &Arc) -> bool {
        self.of[arc.from as usize] == self.of[arc.to as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    #[test]
    fn a_knot_stands_behind_those_that_it_reaches() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, to) in [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let knots = Knots::of(&snapshot);
        assert!(knots.of[3] < knots.of[1] && knots.of[1] == knots.of[2] && knots.of[2] < knots.of[0]);
        let held: Vec<bool> = snapshot.arcs().iter().map(|arc| knots.hold(arc)).collect();
        assert_eq!(held, [false, true, true, false]);
    }
}
