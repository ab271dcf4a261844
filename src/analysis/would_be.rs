//! Loops that do not run today: those that would if the links marked missing were there.
//!
//! They are searched along the missing links alone, so a map without one costs nothing. They are no part of any list
//! of loops, and have numbers of their own: who takes missing links along finds R1 called R1 as before.

use std::ops::ControlFlow;

use super::budget::{Budget, Stop};
use super::loops::{Found, Loop, LoopQuery, compare, find_loops};
use crate::map::{Certainty, Snapshot};

/// Whether a loop runs as the map stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Every link of it is there and counts.
    Runs,
    /// It would run if a link of it that is marked missing were there.
    WouldRun,
    /// A link of it was refuted.
    Refuted,
}

impl Standing {
    /// The standing of a loop in a snapshot that may hold missing and refuted links.
    #[must_use]
    pub fn of(found: &Loop, snapshot: &Snapshot) -> Self {
        if found.links(snapshot).any(|arc| arc.certainty == Some(Certainty::Refuted)) {
            return Standing::Refuted;
        }
        let missing = found.links(snapshot).any(|arc| arc.missing);
        if missing { Standing::WouldRun } else { Standing::Runs }
    }

    /// The letter and number of a loop with the mark of its standing: `R1`, `(R1)`, `[R1]`.
    #[must_use]
    pub fn marked(self, code: &str) -> String {
        match self {
            Standing::Runs => code.to_owned(),
            Standing::WouldRun => format!("({code})"),
            Standing::Refuted => format!("[{code}]"),
        }
    }
}

/// The loops that would run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WouldBe {
    /// The loops, in the order of a list: the shortest first.
    pub loops: Vec<Loop>,
    /// Whether these are all within the bound.
    pub complete: bool,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

/// The loops of up to `max_length` links (0: no bound) that pass a link marked missing; at most so many of them. The
/// snapshot is one with missing links.
///
/// The cost is that of a search for loops along each missing link.
#[must_use]
pub fn would_be_loops(
    snapshot: &Snapshot,
    max_length: usize,
    most: usize,
    budget: &mut Budget<'_>,
) -> WouldBe {
    let missing = (0..).zip(snapshot.arcs()).filter(|(_, arc)| arc.missing).map(|(at, _)| at);
    let mut all = WouldBe { complete: true, ..WouldBe::default() };
    for link in missing {
        let query = LoopQuery { max_length, through_link: Some(link), ..LoopQuery::default() };
        let loops = &mut all.loops;
        let mut full = false;
        let Found { complete, stopped_by, .. } = find_loops(snapshot, &query, budget, &mut |found| {
            // One that passes several missing links was found along the first of them.
            let known = found.arcs.iter().any(|&arc| arc < link && snapshot.arcs()[arc as usize].missing);
            full = !known && loops.len() >= most;
            if !known && !full {
                loops.push(found);
            }
            if full { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if !complete {
            all.complete = false;
            all.stopped_by = if full { Some(Stop::Size) } else { stopped_by };
            break;
        }
    }
    all.loops.sort_by(|one, other| compare(one, other, snapshot));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    /// Links as `ab`, with `!` behind a missing one and `x` behind a refuted one.
    fn snapshot(links: &[&str]) -> Snapshot {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let certainty = link.ends_with('x').then_some(Certainty::Refuted);
            let own = Link { missing: link.ends_with('!'), certainty, ..Link::signed(Sign::Plus) };
            map.insert_link(LinkId::new(&link[..1], LinkKind::Causes, &link[1..2]), own).expect("new");
        }
        Snapshot::of(&map, &Scope { missing: true, refuted: true, ..Scope::default() })
    }

    fn found(snapshot: &Snapshot, max_length: usize, most: usize) -> (Vec<String>, bool) {
        let all = would_be_loops(snapshot, max_length, most, &mut Budget::unlimited());
        let name = |own: &Loop| own.nodes(snapshot).iter().map(|&at| snapshot.id(at).as_str()).collect();
        (all.loops.iter().map(name).collect(), all.complete)
    }

    #[test]
    fn each_loop_over_a_missing_link_stands_once_and_the_shortest_first() {
        let snapshot = snapshot(&["ab", "ba!", "bc", "ca!", "cd!", "da", "bd", "aa", "bb!"]);
        let mut wanted = Vec::new();
        find_loops(
            &snapshot,
            &LoopQuery { max_length: 0, ..LoopQuery::default() },
            &mut Budget::unlimited(),
            &mut |own| {
                if Standing::of(&own, &snapshot) == Standing::WouldRun {
                    wanted.push(
                        own.nodes(&snapshot).iter().map(|&at| snapshot.id(at).as_str()).collect::<String>(),
                    );
                }
                ControlFlow::Continue(())
            },
        );
        assert_eq!(found(&snapshot, 0, 99), (wanted.clone(), true));
        assert_eq!(wanted, ["b", "ab", "abc", "abcd"]);
        assert_eq!(found(&snapshot, 2, 99), (vec!["b".to_owned(), "ab".to_owned()], true));
        assert!(!found(&snapshot, 0, 2).1, "a part is never all");
        assert_eq!(found(&snapshot, 0, 4).0.len(), 4);
        assert!(found(&snapshot, 0, 4).1);
    }

    #[test]
    fn a_stopped_search_says_so_and_a_map_without_a_missing_link_has_none() {
        let ring = snapshot(&["ab", "bc!", "ca"]);
        let stopped = would_be_loops(&ring, 0, 99, &mut Budget::steps(0));
        assert!(!stopped.complete && stopped.stopped_by.is_some());
        assert_eq!(found(&snapshot(&["ab", "ba"]), 0, 99), (Vec::new(), true));
    }

    #[test]
    fn what_was_refuted_is_another_thing_than_what_is_missing() {
        let snapshot = snapshot(&["ab", "ba!", "bc", "ca", "cb x"]);
        let mut standings = Vec::new();
        let all = LoopQuery::default();
        find_loops(&snapshot, &all, &mut Budget::unlimited(), &mut |own| {
            standings.push(Standing::of(&own, &snapshot));
            ControlFlow::Continue(())
        });
        assert_eq!(standings, [Standing::WouldRun, Standing::Refuted, Standing::Runs]);
    }
}
