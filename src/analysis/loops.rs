//! Finds feedback loops, shortest first, and says up to which length all of them were found.
//!
//! A loop is a closed row of links that visits no node twice. Iterative deepening: for each length in turn, and
//! for each node as the smallest of its loop, all ways back to it through larger nodes (Hawick and James 2008
//! for loops as rows of links, so that parallel links make different loops and a self link is a loop). Loops do
//! not leave a strongly connected part of the map, so the search does not either.
//!
//! After each length the list is whole so far; a search that was stopped says up to where, and never 'all'.
//! Nothing here ranks loops or gives them lasting names.

mod query;
mod search;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

pub use self::query::LoopQuery;
use self::search::{Search, bound};
pub(super) use self::search::{from_smallest, inside_knots, order};
use super::budget::{Budget, Stop};
use super::would_be::Standing;
use crate::map::{Arc, Sign, Snapshot, Spot};

/// The most loops that a search finds unless told otherwise.
pub const SIZE_LIMIT: usize = 5_000_000;

/// What a loop does to a push that goes round it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It comes back with the same sign: the push grows.
    Reinforcing,
    /// It comes back with the opposite sign: the push is slowed.
    Balancing,
    /// A sign on the way is unknown, so nobody can say.
    Undetermined,
}

impl Polarity {
    /// What a closed row of links of that product is.
    #[must_use]
    pub fn of(sign: Sign) -> Self {
        match sign {
            Sign::Plus => Polarity::Reinforcing,
            Sign::Minus => Polarity::Balancing,
            Sign::Unknown => Polarity::Undetermined,
        }
    }

    /// `reinforcing`, `balancing` or `undetermined`, as programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Polarity::Reinforcing => "reinforcing",
            Polarity::Balancing => "balancing",
            Polarity::Undetermined => "undetermined",
        }
    }

    /// `R`, `B` or `U`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Polarity::Reinforcing => 'R',
            Polarity::Balancing => 'B',
            Polarity::Undetermined => 'U',
        }
    }
}

/// A loop's place in a list: R2 is the second reinforcing one. It names nothing beyond that list. One that does not run
/// has a place of its own kind: `(R2)` would run if a link marked missing were there, in `[R2]` a link was refuted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it does.
    pub polarity: Polarity,
    /// Whether it runs.
    pub standing: Standing,
    /// The how manyth of its polarity and standing, from 1.
    pub number: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.standing.marked(&format!("{}{}", self.polarity.letter(), self.number)))
    }
}

impl Place {
    /// The places of loops of those polarities and standings, in their order.
    #[must_use]
    pub fn all(loops: impl IntoIterator<Item = (Polarity, Standing)>) -> Vec<Place> {
        let mut seen = [[0; 3]; 3];
        let count = |(polarity, standing): (Polarity, Standing)| {
            let number = &mut seen[standing as usize][polarity as usize];
            *number += 1;
            Place { polarity, standing, number: *number }
        };
        loops.into_iter().map(count).collect()
    }
}

/// A loop as a row of links.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Loop {
    /// Numbers of links (places in [`Snapshot::arcs`]), starting at the smallest node. Never empty.
    pub arcs: Vec<u32>,
}

impl Loop {
    /// The links in order.
    pub fn links<'a>(&'a self, snapshot: &'a Snapshot) -> impl ExactSizeIterator<Item = &'a Arc> {
        links(&self.arcs, snapshot)
    }

    /// How many links.
    #[must_use]
    pub fn length(&self) -> usize {
        self.arcs.len()
    }

    /// What it does: the product of its signs; one unknown sign leaves it undetermined.
    #[must_use]
    pub fn sign(&self, snapshot: &Snapshot) -> Polarity {
        Polarity::of(product(&self.arcs, snapshot))
    }

    /// Whether a link of it takes time.
    #[must_use]
    pub fn has_delay(&self, snapshot: &Snapshot) -> bool {
        self.links(snapshot).any(|arc| arc.delay)
    }

    /// Its nodes in the direction of the links, from the smallest id.
    #[must_use]
    pub fn nodes(&self, snapshot: &Snapshot) -> Vec<Spot> {
        self.links(snapshot).map(|arc| arc.from).collect()
    }

    /// The whole levels it touches, parts folded, bottom to top.
    #[must_use]
    pub fn levels(&self, snapshot: &Snapshot) -> Vec<u16> {
        unique(self.links(snapshot).filter_map(|arc| snapshot.whole_level(arc.from)))
    }

    /// The areas and parts it touches, in their order.
    #[must_use]
    pub fn areas(&self, snapshot: &Snapshot) -> Vec<u16> {
        unique(self.links(snapshot).filter_map(|arc| snapshot.area(arc.from)))
    }

    /// Whether it touches more than one whole level. Nodes without a level say nothing, and going from one part
    /// of a level to another is staying on it.
    #[must_use]
    pub fn crosses_levels(&self, snapshot: &Snapshot) -> bool {
        crosses(&self.arcs, snapshot)
    }
}

/// The number of each of these loops among all of its sign in the list of all loops, from 1; `None` for those that the
/// search did not come to. The list is searched as far as the longest of them. Loops that run have their own numbers,
/// and so have those that would if a link were there and those that were refuted: see [`Standing`].
#[must_use]
pub fn numbers(snapshot: &Snapshot, loops: &[Loop], budget: &mut Budget<'_>) -> Vec<Option<usize>> {
    let mut wanted: BTreeMap<&[u32], usize> =
        loops.iter().enumerate().map(|(at, own)| (&own.arcs[..], at)).collect();
    let mut numbers = vec![None; loops.len()];
    // Without a loop there is no length, and 0 would be no bound.
    let Some(max_length) = loops.iter().map(Loop::length).max() else { return numbers };
    let mut seen = [[0; 3]; 3];
    find_loops(snapshot, &LoopQuery { max_length, ..LoopQuery::default() }, budget, &mut |found| {
        let number = &mut seen[Standing::of(&found, snapshot) as usize][found.sign(snapshot) as usize];
        *number += 1;
        if let Some(at) = wanted.remove(&found.arcs[..]) {
            numbers[at] = Some(*number);
        }
        if wanted.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    numbers
}

/// Which of two loops comes first in a list: the shorter, then by the ids of their nodes, then by kinds of links.
#[must_use]
pub fn compare(one: &Loop, other: &Loop, snapshot: &Snapshot) -> std::cmp::Ordering {
    order(&one.arcs, &other.arcs, snapshot)
}

pub(super) fn links<'a>(arcs: &'a [u32], snapshot: &'a Snapshot) -> impl ExactSizeIterator<Item = &'a Arc> {
    arcs.iter().map(|&arc| &snapshot.arcs()[arc as usize])
}

pub(super) fn product(arcs: &[u32], snapshot: &Snapshot) -> Sign {
    links(arcs, snapshot).fold(Sign::Plus, |sign, arc| sign.times(arc.sign))
}

pub(super) fn unique(places: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut all: Vec<u16> = places.collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn crosses(arcs: &[u32], snapshot: &Snapshot) -> bool {
    let mut levels = links(arcs, snapshot).filter_map(|arc| snapshot.whole_level(arc.from));
    levels.next().is_some_and(|first| levels.any(|level| level != first))
}

/// What a search found, beside the loops it handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many loops.
    pub count: usize,
    /// Those that reinforce.
    pub reinforcing: usize,
    /// Those that balance.
    pub balancing: usize,
    /// Those of which nobody can say.
    pub undetermined: usize,
    /// All wanted loops of at most this many links were found. Without a bound and without a stop this is the
    /// number of nodes: no loop is longer.
    pub complete_to: usize,
    /// Whether all wanted loops within the bound were found.
    pub complete: bool,
    /// Whether there may be wanted loops of more links than [`Found::complete_to`]. If not, these are all.
    pub longer: bool,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

/// Finds the wanted loops and hands them over by length, then by the ids of their nodes from the smallest on,
/// then by the kinds of their links. `Break` ends the search as [`Stop::Stopped`].
///
/// The time is about proportional to the loops found, times their length, plus a look round every node; without
/// a bound it can be as long as the number of loops is large, so give it a budget.
pub fn find_loops(
    snapshot: &Snapshot,
    query: &LoopQuery,
    budget: &mut Budget<'_>,
    on_loop: &mut dyn FnMut(Loop) -> ControlFlow<()>,
) -> Found {
    let mut search = Search { snapshot, query, on_loop, found: Found { longer: true, ..Found::default() } };
    let ended = match (query.through_link, query.through) {
        (Some(link), _) => search.through_link(link, budget),
        (None, Some(through)) => search.through(through, budget),
        (None, None) => search.all(budget),
    };
    let mut found = search.found;
    match ended {
        Ok(longer) => {
            found.complete = true;
            found.complete_to = bound(snapshot, query);
            found.longer = longer && found.complete_to < snapshot.len();
        }
        Err(stop) => found.stopped_by = Some(stop),
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Level, Link, LinkId, LinkKind, Map, Node, Scope};

    /// Links as `ab+`; nodes a to f, the first three on a level, d and e on two parts of another.
    fn snapshot(links: &[&str]) -> Snapshot {
        let mut map = Map::new("x").with_frame(crate::map::Frame {
            levels: vec![
                Level { id: "low".into(), name: "Low".into(), part_of: None },
                Level { id: "high".into(), name: "High".into(), part_of: None },
                Level { id: "one".into(), name: "One".into(), part_of: Some("high".into()) },
                Level { id: "two".into(), name: "Two".into(), part_of: Some("high".into()) },
            ],
            ..crate::map::Frame::default()
        });
        for (id, level) in ["a", "b", "c", "d", "e", "f"].iter().zip(["low", "low", "low", "one", "two", ""])
        {
            let level = (!level.is_empty()).then(|| level.into());
            map.insert_node((*id).into(), Node { level, ..Node::new(Kind::Cause, *id) }).expect("new");
        }
        for link in links {
            let kind = if link.ends_with('!') { LinkKind::ActsOn } else { LinkKind::Causes };
            let sign = match &link[2..3] {
                "+" => Sign::Plus,
                "-" => Sign::Minus,
                _ => Sign::Unknown,
            };
            map.insert_link(LinkId::new(&link[..1], kind, &link[1..2]), Link::signed(sign)).expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }

    fn find(snapshot: &Snapshot, query: &LoopQuery) -> (Vec<String>, Found) {
        let mut all = Vec::new();
        let found = find_loops(snapshot, query, &mut Budget::unlimited(), &mut |found| {
            let nodes: String =
                found.nodes(snapshot).iter().map(|&spot| snapshot.id(spot).as_str()).collect();
            all.push(format!("{nodes}{}", found.sign(snapshot).letter()));
            ControlFlow::Continue(())
        });
        (all, found)
    }

    #[test]
    fn by_length_then_nodes_then_kinds() {
        let snapshot = snapshot(&["ba+", "ab-", "ab+!", "bc?", "ca+", "cc-", "bd+", "db+", "ef+"]);
        let (all, found) = find(&snapshot, &LoopQuery::default());
        assert_eq!(all, ["cB", "abB", "abR", "bdR", "abcU", "abcU"]);
        assert_eq!((found.reinforcing, found.balancing, found.undetermined), (2, 2, 2));
        assert!(found.complete && !found.longer && found.complete_to == 8, "{found:?}");
    }

    #[test]
    fn through_a_node_they_still_start_at_the_smallest() {
        let snapshot = snapshot(&["ab+", "ba+", "bc+", "ca+", "bd+", "db+", "de+", "ea+", "aa+"]);
        let all = |through| {
            let query = LoopQuery { through: snapshot.spot(&through), ..LoopQuery::default() };
            find(&snapshot, &query).0
        };
        assert_eq!(all("b".into()), ["abR", "bdR", "abcR", "abdeR"]);
        assert_eq!(all("e".into()), ["abdeR"]);
        assert!(all("f".into()).is_empty());
    }

    #[test]
    fn from_part_to_part_is_no_other_level() {
        let snapshot = snapshot(&["de+", "ed+", "ad+", "da+", "af+", "fa+"]);
        let query = LoopQuery { across_levels: true, ..LoopQuery::default() };
        assert_eq!(find(&snapshot, &query).0, ["adR"]);
        let mut levels = Vec::new();
        find_loops(&snapshot, &LoopQuery::default(), &mut Budget::unlimited(), &mut |found| {
            levels.push(found.levels(&snapshot));
            ControlFlow::Continue(())
        });
        assert_eq!(levels, [vec![0, 1], vec![0], vec![1]]);
    }

    #[test]
    fn a_bound_is_told_apart_from_the_end() {
        let snapshot = snapshot(&["ab+", "bc+", "cd+", "da+", "ba+"]);
        let (all, found) = find(&snapshot, &LoopQuery { max_length: 3, ..LoopQuery::default() });
        assert_eq!(all, ["abR"]);
        assert!(found.complete && found.longer && found.complete_to == 3, "{found:?}");
        let (all, found) = find(&snapshot, &LoopQuery { max_length: 0, ..LoopQuery::default() });
        assert_eq!(all.len(), 2);
        assert!(found.complete && !found.longer && found.complete_to == 6, "{found:?}");
    }

    #[test]
    fn whoever_listens_may_end_it() {
        let snapshot = snapshot(&["ab+", "ba+", "bc+", "ca+"]);
        let found = find_loops(&snapshot, &LoopQuery::default(), &mut Budget::unlimited(), &mut |_| {
            ControlFlow::Break(())
        });
        assert_eq!((found.count, found.complete, found.complete_to), (1, false, 1));
        assert_eq!(found.stopped_by, Some(Stop::Stopped));
    }

    #[test]
    fn a_loop_has_its_number_in_the_whole_list_or_none() {
        let snapshot = snapshot(&["ab+", "ba-", "bc+", "cb+", "ca+", "cc-"]);
        let mut all = Vec::new();
        find_loops(&snapshot, &LoopQuery::default(), &mut Budget::unlimited(), &mut |found| {
            all.push(found);
            ControlFlow::Continue(())
        });
        // cB1, abB2, bcR1, abcR2.
        let of = |loops: &[Loop], steps| numbers(&snapshot, loops, &mut Budget::steps(steps));
        assert_eq!(of(&all, 1_000), [Some(1), Some(2), Some(1), Some(2)]);
        assert_eq!(of(&[all[3].clone(), all[1].clone()], 1_000), [Some(2), Some(2)]);
        assert_eq!(of(&all, 0), [None; 4]);
        assert_eq!(of(&[], 1_000), []);
    }

    #[test]
    fn places_count_each_polarity_and_standing_for_itself() {
        use Polarity::{Balancing, Reinforcing, Undetermined};
        use Standing::{Refuted, Runs, WouldRun};
        let places = Place::all([
            (Reinforcing, Runs),
            (Balancing, Runs),
            (Reinforcing, WouldRun),
            (Reinforcing, Runs),
            (Undetermined, Refuted),
        ]);
        let names: Vec<_> = places.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["R1", "B1", "(R1)", "R2", "[U1]"]);
    }
}
