//! Which loops a link closes, or would close if it were there.
//!
//! A link closes a loop for each chain that leads from its end back to its start, so this asks for the chains.
//! It works alike for a link that is there, one that is marked as missing, and one that is only thought of.

use std::ops::ControlFlow;

use super::budget::{Budget, Stop};
use super::chains::{Chain, ChainQuery, find_chains};
use super::loops::Polarity;
use crate::map::{Sign, Snapshot, Spot};

/// A loop as the link and the chain that leads back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// From the link's end back to its start; `None` where the link is a loop all by itself.
    pub back: Option<Chain>,
    /// What the loop does.
    pub polarity: Polarity,
}

impl Closed {
    /// How many links, the closing one included.
    #[must_use]
    pub fn length(&self) -> usize {
        1 + self.back.as_ref().map_or(0, Chain::length)
    }
}

/// The loops that a link closes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// The loops, shortest first.
    pub loops: Vec<Closed>,
    /// Whether these are all within the bound.
    pub complete: bool,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

impl Closing {
    /// How many loops of that polarity.
    #[must_use]
    pub fn count(&self, polarity: Polarity) -> usize {
        self.loops.iter().filter(|closed| closed.polarity == polarity).count()
    }
}

/// The loops of up to `max_length` links (0: no bound) that a link of that sign from the one node to the other
/// closes. Parallel links of other kinds make no difference to them.
pub fn closed_by(
    snapshot: &Snapshot,
    (from, to): (Spot, Spot),
    sign: Sign,
    max_length: usize,
    budget: &mut Budget<'_>,
) -> Closing {
    if from == to {
        let closed = Closed { back: None, polarity: Polarity::of(sign) };
        return Closing { loops: vec![closed], complete: true, stopped_by: None };
    }
    if max_length == 1 {
        return Closing { complete: true, ..Closing::default() };
    }
    let mut loops = Vec::new();
    // The chain must leave room for the link; no bound (0) stays none.
    let query = ChainQuery { max_length: max_length.saturating_sub(1), ..ChainQuery::new(to, from) };
    let found = find_chains(snapshot, &query, budget, &mut |back| {
        let polarity = Polarity::of(back.sign(snapshot).times(sign));
        loops.push(Closed { back: Some(back), polarity });
        ControlFlow::Continue(())
    });
    Closing { loops, complete: found.complete, stopped_by: found.stopped_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope};

    #[test]
    fn a_link_closes_a_loop_for_each_chain_back() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, to, sign) in [
            ("a", "b", Sign::Plus),
            ("b", "c", Sign::Minus),
            ("a", "c", Sign::Plus),
            ("b", "d", Sign::Unknown),
            ("d", "c", Sign::Plus),
        ] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(sign)).expect("new");
        }
        let closing = |map: &Map, ends, max_length| {
            let snapshot = Snapshot::of(map, &Scope::default());
            closed_by(&snapshot, ends, Sign::Minus, max_length, &mut Budget::unlimited())
        };
        let all = |closing: &Closing| {
            closing.loops.iter().map(|closed| (closed.length(), closed.polarity.letter())).collect::<Vec<_>>()
        };
        let back = closing(&map, (2, 0), 8);
        assert_eq!(all(&back), [(2, 'B'), (3, 'R'), (4, 'U')]);
        assert_eq!((back.complete, back.count(Polarity::Reinforcing)), (true, 1));
        assert_eq!(all(&closing(&map, (2, 0), 2)), [(2, 'B')]);
        assert_eq!(all(&closing(&map, (2, 0), 1)), []);
        assert_eq!(all(&closing(&map, (2, 0), 0)).len(), 3);
        assert_eq!(all(&closing(&map, (0, 2), 8)), []);
        assert_eq!(all(&closing(&map, (3, 3), 8)), [(1, 'B')]);
        // The same when the link is there.
        map.insert_link(LinkId::new("c", LinkKind::Causes, "a"), Link::signed(Sign::Minus)).expect("new");
        assert_eq!(all(&closing(&map, (2, 0), 8)), all(&back));
    }
}
