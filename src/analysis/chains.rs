//! Finds the chains of causes from one node to another, shortest first.
//!
//! A chain visits no node twice, so there is none from a node to itself: that would be a loop. The search is the
//! one that finds loops, with the end as its target, and makes the same promise: after each length the list is
//! whole so far. Which chain matters most is not judged here.

use std::ops::ControlFlow;

use super::budget::{Budget, Stop};
use super::loops::{SIZE_LIMIT, links, product, unique};
use super::walk::{Distances, FAR, Rows, Walk};
use crate::map::{Arc, Sign, Snapshot, Spot};
use crate::text::words::says::Seen;

/// A chain as a row of links.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chain {
    /// Numbers of links (places in [`Snapshot::arcs`]) from start to end. Never empty.
    pub arcs: Vec<u32>,
}

impl Chain {
    /// The links in order.
    pub fn links<'a>(&'a self, snapshot: &'a Snapshot) -> impl ExactSizeIterator<Item = &'a Arc> {
        links(&self.arcs, snapshot)
    }

    /// How many links.
    #[must_use]
    pub fn length(&self) -> usize {
        self.arcs.len()
    }

    /// What a growing start does to the end: the product of the signs, unknown if one is.
    #[must_use]
    pub fn sign(&self, snapshot: &Snapshot) -> Sign {
        product(&self.arcs, snapshot)
    }

    /// Whether a link of it takes time.
    #[must_use]
    pub fn has_delay(&self, snapshot: &Snapshot) -> bool {
        self.links(snapshot).any(|arc| arc.delay)
    }

    /// Its nodes from start to end.
    #[must_use]
    pub fn nodes(&self, snapshot: &Snapshot) -> Vec<Spot> {
        let start = self.links(snapshot).next().map(|arc| arc.from);
        start.into_iter().chain(self.links(snapshot).map(|arc| arc.to)).collect()
    }

    /// The whole levels it touches, parts folded, bottom to top.
    #[must_use]
    pub fn levels(&self, snapshot: &Snapshot) -> Vec<u16> {
        unique(self.nodes(snapshot).into_iter().filter_map(|spot| snapshot.whole_level(spot)))
    }
}

/// Which chains are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainQuery {
    /// Where they start.
    pub from: Spot,
    /// Where they end.
    pub to: Spot,
    /// The most links; 0 for no bound.
    pub max_length: usize,
    /// The most chains to find.
    pub size_limit: usize,
}

impl ChainQuery {
    /// Chains of up to 8 links.
    #[must_use]
    pub fn new(from: Spot, to: Spot) -> Self {
        Self { from, to, max_length: 8, size_limit: SIZE_LIMIT }
    }
}

/// What a search found, beside the chains it handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundChains {
    /// How many chains.
    pub count: usize,
    /// All chains of at most this many links were found.
    pub complete_to: usize,
    /// Whether all chains within the bound were found.
    pub complete: bool,
    /// Whether there may be chains of more links than [`FoundChains::complete_to`]. If not, these are all.
    pub longer: bool,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

impl FoundChains {
    /// Of which of the chains there are one may speak.
    #[must_use]
    pub fn seen(&self) -> Seen {
        match (self.complete, self.longer) {
            (false, _) => Seen::SoFar,
            (true, true) => Seen::UpTo(self.complete_to),
            (true, false) => Seen::All,
        }
    }
}

/// Finds the chains and hands them over by length, then by the ids of their nodes, then by the kinds of their
/// links. `Break` ends the search as [`Stop::Stopped`]. From a node to itself there are none.
pub fn find_chains(
    snapshot: &Snapshot,
    query: &ChainQuery,
    budget: &mut Budget<'_>,
    on_chain: &mut dyn FnMut(Chain) -> ControlFlow<()>,
) -> FoundChains {
    // A chain visits no node twice.
    let possible = snapshot.len().saturating_sub(1);
    let bound = if query.max_length == 0 { possible } else { query.max_length };
    let mut found = FoundChains { longer: true, ..FoundChains::default() };
    match search(snapshot, query, bound.min(possible), budget, &mut found, on_chain) {
        Ok(longer) => {
            found.longer = longer && bound < possible;
            found.complete_to = bound;
            found.complete = true;
        }
        Err(stop) => found.stopped_by = Some(stop),
    }
    found
}

fn search(
    snapshot: &Snapshot,
    query: &ChainQuery,
    longest: usize,
    budget: &mut Budget<'_>,
    found: &mut FoundChains,
    on_chain: &mut dyn FnMut(Chain) -> ControlFlow<()>,
) -> Result<bool, Stop> {
    let (from, to) = (query.from, query.to);
    if from == to {
        return Ok(false);
    }
    let longest = u32::try_from(longest).unwrap_or(u32::MAX);
    let rows = Rows::of(snapshot, |_| true);
    let mut distances = Distances::new(snapshot.len());
    distances.measure(&rows, to, longest, |_| true, budget)?;
    let shortest = distances.of(from);
    if shortest == FAR {
        if !distances.cut {
            return Ok(false);
        }
        // Whether it is only too far away, or out of reach: one look at all links tells.
        distances.measure(&rows, to, u32::MAX, |_| true, budget)?;
        return Ok(distances.of(from) != FAR);
    }
    let mut walk = Walk::new(snapshot.len());
    for length in shortest..=longest {
        found.complete_to = length as usize - 1;
        let longer = walk.exactly(&rows, &distances, (from, to), length, budget, &mut |arcs| {
            if found.count >= query.size_limit {
                return Err(Stop::Size);
            }
            found.count += 1;
            match on_chain(Chain { arcs: arcs.to_vec() }) {
                ControlFlow::Continue(()) => Ok(()),
                ControlFlow::Break(()) => Err(Stop::Stopped),
            }
        })?;
        if !longer {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope};

    fn snapshot(links: &[(&str, &str, Sign)]) -> Snapshot {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for &(from, to, sign) in links {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(sign)).expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }

    fn chains(snapshot: &Snapshot, query: &ChainQuery) -> (Vec<String>, FoundChains) {
        let mut all = Vec::new();
        let found = find_chains(snapshot, query, &mut Budget::unlimited(), &mut |chain| {
            let nodes: String =
                chain.nodes(snapshot).iter().map(|&spot| snapshot.id(spot).as_str()).collect();
            all.push(format!("{nodes}{}", chain.sign(snapshot).symbol()));
            ControlFlow::Continue(())
        });
        (all, found)
    }

    #[test]
    fn shortest_first_with_their_signs() {
        use Sign::{Minus, Plus, Unknown};
        let links = [
            ("a", "b", Plus),
            ("b", "c", Minus),
            ("a", "d", Unknown),
            ("d", "c", Plus),
            ("a", "c", Minus),
            ("c", "a", Plus),
            ("b", "d", Minus),
            ("b", "b", Plus),
        ];
        let snapshot = snapshot(&links);
        let (all, found) = chains(&snapshot, &ChainQuery::new(0, 2));
        assert_eq!(all, ["ac-", "abc-", "adc?", "abdc-"]);
        assert!(found.complete && !found.longer && found.complete_to == 8, "{found:?}");
        let (all, found) = chains(&snapshot, &ChainQuery { max_length: 1, ..ChainQuery::new(0, 2) });
        assert_eq!((all.len(), found.complete, found.longer), (1, true, true));
    }

    #[test]
    fn out_of_reach_is_told_from_too_far_away() {
        use Sign::Plus;
        let snapshot = snapshot(&[("a", "b", Plus), ("b", "c", Plus), ("c", "d", Plus)]);
        let short = |from, to| {
            let query = ChainQuery { max_length: 1, ..ChainQuery::new(from, to) };
            let (all, found) = chains(&snapshot, &query);
            assert!(all.is_empty() && found.complete, "{found:?}");
            found.longer
        };
        assert!(short(0, 3), "it is three links away");
        assert!(!short(4, 3), "nothing leads there, however far one looks");
    }

    #[test]
    fn none_from_a_node_to_itself_and_none_against_the_arrows() {
        let snapshot = snapshot(&[("a", "b", Sign::Plus), ("b", "a", Sign::Plus), ("b", "c", Sign::Plus)]);
        assert!(chains(&snapshot, &ChainQuery::new(0, 0)).0.is_empty());
        let (all, found) = chains(&snapshot, &ChainQuery::new(2, 0));
        assert!(all.is_empty() && found.complete && !found.longer);
    }

    #[test]
    fn a_stopped_search_says_up_to_where_it_is_sure() {
        let snapshot = snapshot(&[("a", "b", Sign::Plus), ("b", "c", Sign::Plus), ("a", "c", Sign::Plus)]);
        let query = ChainQuery { size_limit: 1, ..ChainQuery::new(0, 2) };
        let (all, found) = chains(&snapshot, &query);
        assert_eq!((all.len(), found.complete, found.complete_to), (1, false, 1));
        assert_eq!(found.stopped_by, Some(Stop::Size));
    }
}
