//! Where each node stands in the drawing: what it drives and depends on, how many loops run through it, how often
//! it lies between others.
//!
//! This is structure and not leverage. It says how the drawing is made and so how people told it; it knows neither
//! how strong an effect is nor what could be changed, and on diagrams of causes such measures have been shown to
//! mislead about where to act (Crielaard, Quax, Sawyer, Vasconcelos, Nicolaou, Stronks, Sloot 2023, 'Using network
//! analysis to identify leverage points based on causal loop diagrams leads to false inference', Scientific
//! Reports 13, 21046).
//!
//! Parallel links count once, and a node's link to itself does not count except as a loop.

mod between;
mod closure;
mod indirect;

pub use indirect::Indirect;

use std::ops::ControlFlow;

use super::budget::{Budget, Stop};
use super::loops::{Found, LoopQuery, find_loops};
use super::walk::Rows;
use crate::map::{Snapshot, Spot};

/// Where one node stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// How many nodes it drives directly.
    pub drives: usize,
    /// How many nodes it depends on directly.
    pub depends: usize,
    /// How many other nodes it leads to, over any number of links.
    pub reaches: usize,
    /// How many other nodes lead to it.
    pub reached_from: usize,
    /// How many listed loops run through it.
    pub loops: usize,
    /// On how many shortest ways between two others it lies; where there are several between the same two, each
    /// counts as its share (Freeman 1977). `None` if the budget ran out before all were known.
    pub between: Option<f64>,
}

/// Where all nodes stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// By spot.
    pub standings: Vec<Standing>,
    /// What the nodes drive and depend on indirectly.
    pub indirect: Indirect,
    /// Which loops were listed, and whether all of them.
    pub listed: Found,
    /// Whether what each node reaches is known; if not, those counts are all 0.
    pub reach_known: bool,
    /// What ended the work early.
    pub stopped_by: Option<Stop>,
}

/// Looks at every node, with the loops of up to `max_length` links (0 for no bound).
///
/// Reach O(nodes · (nodes + links) / 512), shortest ways O(nodes · links) (Brandes 2001), indirect O(powers ·
/// links), loops as [`find_loops`] has it. The quick parts come first: if the budget runs out, they are there.
#[must_use]
pub fn structure(snapshot: &Snapshot, max_length: usize, budget: &mut Budget<'_>) -> Structure {
    let rows = &Rows::of(snapshot, |arc| arc.from != arc.to);
    let direct = |spot: Spot| Standing {
        drives: rows.from(spot).len(),
        depends: rows.into(spot).len(),
        ..Standing::default()
    };
    let mut standings: Vec<Standing> = snapshot.spots().map(direct).collect();
    let indirect = indirect::count(rows, snapshot.len(), budget);
    let mut stopped_by = None;
    let reach = closure::count(snapshot, rows, budget);
    let reach_known = reach.is_ok();
    match reach {
        Ok((reaches, reached_from)) => {
            for ((standing, reaches), reached_from) in standings.iter_mut().zip(reaches).zip(reached_from) {
                (standing.reaches, standing.reached_from) = (reaches, reached_from);
            }
        }
        Err(stop) => stopped_by = Some(stop),
    }
    match between::count(rows, snapshot.len(), budget) {
        Ok(between) => {
            for (standing, between) in standings.iter_mut().zip(between) {
                standing.between = Some(between);
            }
        }
        Err(stop) => stopped_by = stopped_by.or(Some(stop)),
    }
    let query = LoopQuery { max_length, ..LoopQuery::default() };
    let listed = find_loops(snapshot, &query, budget, &mut |found| {
        for arc in found.links(snapshot) {
            standings[arc.from as usize].loops += 1;
        }
        ControlFlow::Continue(())
    });
    stopped_by = stopped_by.or(listed.stopped_by);
    Structure { standings, indirect, listed, reach_known, stopped_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    fn of(links: &[&str]) -> Structure {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let kind = if link.ends_with('=') { LinkKind::ActsOn } else { LinkKind::Causes };
            let id = LinkId::new(&link[..1], kind, &link[1..2]);
            map.insert_link(id, Link::signed(Sign::Plus)).expect("new");
        }
        structure(&Snapshot::of(&map, &Scope::default()), 8, &mut Budget::unlimited())
    }

    #[test]
    fn a_small_map_counted_by_hand() {
        let found = of(&["ab", "ab=", "bc", "ca", "cc", "cd"]);
        let row = |at: usize| {
            let it = &found.standings[at];
            (it.drives, it.depends, it.reaches, it.reached_from, it.loops)
        };
        assert_eq!(row(0), (1, 1, 3, 2, 2));
        assert_eq!(row(2), (2, 1, 3, 2, 3));
        assert_eq!(row(3), (0, 1, 0, 3, 0));
        assert_eq!(row(4), (0, 0, 0, 0, 0));
        let between: Vec<_> = found.standings.iter().filter_map(|it| it.between).collect();
        // a lies between c and b; b between a and c, and a and d; c between b and a, a and d, b and d.
        assert_eq!(between, [1.0, 2.0, 3.0, 0.0, 0.0]);
        assert_eq!(found.stopped_by, None);
    }

    #[test]
    fn a_stop_is_said_and_what_is_not_known_is_not_told() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, to) in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
        }
        let found = structure(&Snapshot::of(&map, &Scope::default()), 8, &mut Budget::steps(0));
        assert_eq!(found.stopped_by, Some(Stop::Steps));
        assert!(!found.reach_known && !found.indirect.stable && !found.listed.complete);
        assert!(found.standings.iter().all(|it| it.drives == 1 && it.between.is_none()));
    }
}
