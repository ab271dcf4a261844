//! A small set of loops that covers every looped link: the shortest independent loop set (Oliva 2004).
//!
//! A link on a loop is covered when a loop of the set runs through it. The set is built from the shortest loop on,
//! and each loop that joins it covers a link that none before it does; so the loops are independent, and there are
//! at most links - nodes + 1 of them in a strongly connected part (Kampmann 2012). Such a set is a way to read a map,
//! and not unique. It says nothing about which loops matter: loops that drive a system may well be missing.
//!
//! With the shortest first, a loop can only bring a new link if it is a shortest one through that link: had that link
//! a shorter loop, it would be covered. So one shortest loop for each link is all there is to choose from, and all of
//! the set are *geodetic*, closed by shortest ways.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::budget::{Budget, Stop};
use super::loops::{Loop, from_smallest, inside_knots, order};
use super::walk::{Distances, FAR, Rows};
use crate::map::{Snapshot, Spot};

/// The most links that the loops to choose from may have, all in all.
const MOST_LINKS: usize = 10_000_000;

/// The loops that cover every looped link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndependentLoops {
    /// The loops in the order in which they joined: shortest first, then those that bring fewest new links, then by
    /// nodes and by kinds of links. Each brings a link that none before it has.
    pub loops: Vec<Loop>,
    /// What ended the search before every looped link was covered. Then these are the first of the set.
    pub stopped_by: Option<Stop>,
}

impl IndependentLoops {
    /// Whether every looped link is covered.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.stopped_by.is_none()
    }
}

/// The shortest independent loops. A map without loops has none, and they are complete.
///
/// O(nodes × links), and the links of the loops. A search whose loops have more than ten million links is
/// [`Stop::Size`].
#[must_use]
pub fn independent_loops(snapshot: &Snapshot, budget: &mut Budget<'_>) -> IndependentLoops {
    let mut found = IndependentLoops::default();
    found.stopped_by = choose(snapshot, budget, &mut found.loops).err();
    found
}

fn choose(snapshot: &Snapshot, budget: &mut Budget<'_>, chosen: &mut Vec<Loop>) -> Result<(), Stop> {
    let candidates = candidates(snapshot, budget)?;
    let mut covered = vec![false; snapshot.arcs().len()];
    let mut rest = &candidates[..];
    while let Some(first) = rest.first() {
        let (same_length, longer) = rest.split_at(rest.partition_point(|found| found.len() == first.len()));
        rest = longer;
        choose_of(same_length, &mut covered, budget, chosen)?;
    }
    Ok(())
}

/// Chooses from loops of one length, always one that brings fewest new links.
fn choose_of(
    candidates: &[Vec<u32>],
    covered: &mut [bool],
    budget: &mut Budget<'_>,
    chosen: &mut Vec<Loop>,
) -> Result<(), Stop> {
    let mut holders: Vec<(u32, usize)> = Vec::new();
    let mut new_links = vec![0_usize; candidates.len()];
    for (at, arcs) in candidates.iter().enumerate() {
        for &arc in arcs.iter().filter(|&&arc| !covered[arc as usize]) {
            budget.step()?;
            holders.push((arc, at));
            new_links[at] += 1;
        }
    }
    holders.sort_unstable();
    let mut next: BinaryHeap<Reverse<(usize, usize)>> = BinaryHeap::new();
    next.extend(new_links.iter().enumerate().map(|(at, &new)| Reverse((new, at))));
    while let Some(Reverse((new, at))) = next.pop() {
        budget.step()?;
        // What a loop brings only gets less, and then it is put in once more.
        if new == 0 || new != new_links[at] {
            continue;
        }
        chosen.push(Loop { arcs: candidates[at].clone() });
        for &arc in &candidates[at] {
            if std::mem::replace(&mut covered[arc as usize], true) {
                continue;
            }
            let from = holders.partition_point(|&(other, _)| other < arc);
            for &(_, holder) in holders[from..].iter().take_while(|&&(other, _)| other == arc) {
                budget.step()?;
                new_links[holder] -= 1;
                next.push(Reverse((new_links[holder], holder)));
            }
        }
    }
    Ok(())
}

/// A shortest loop through each link on a loop: by length, nodes and kinds, none twice.
fn candidates(snapshot: &Snapshot, budget: &mut Budget<'_>) -> Result<Vec<Vec<u32>>, Stop> {
    budget.step()?;
    let rows = inside_knots(snapshot);
    let only_entry = only_entries(snapshot, &rows);
    let needs_its_own = |to: Spot| only_entry[to as usize].is_none();
    let mut distances = Distances::new(snapshot.len());
    let mut all: Vec<Vec<u32>> = Vec::new();
    let mut links = 0;
    let mut keep = |arcs: Vec<u32>| {
        links += arcs.len();
        all.push(from_smallest(&arcs, snapshot));
        if links > MOST_LINKS { Err(Stop::Size) } else { Ok(()) }
    };
    for spot in snapshot.spots() {
        let out = rows.from(spot);
        if !out.iter().any(|row| needs_its_own(row.to)) {
            continue;
        }
        distances.measure(&rows, spot, FAR - 1, |_| true, budget)?;
        for row in out.iter().filter(|row| needs_its_own(row.to)) {
            for arc in row.links() {
                let mut arcs = vec![arc];
                let mut here = row.to;
                while here != spot {
                    budget.step()?;
                    let nearer = distances.of(here) - 1;
                    let next = rows.from(here).iter().find(|next| distances.of(next.to) == nearer);
                    let next = next.expect("a node at a distance has one that is nearer");
                    arcs.push(next.links().start);
                    here = next.to;
                }
                keep(arcs)?;
            }
        }
    }
    all.sort_unstable_by(|a, b| order(a, b, snapshot));
    all.dedup();
    Ok(all)
}

/// For each node the only node with a link to it, if that has only one: a loop through such a link also runs through
/// one of the links that go on from there, so a shortest loop through each of those covers it too. In a ring of such
/// nodes nothing else would be left to look at, so its smallest node counts as one with several.
fn only_entries(snapshot: &Snapshot, rows: &Rows) -> Vec<Option<Spot>> {
    let only = |to: Spot| match rows.into(to) {
        [from] => rows.from(*from).iter().any(|row| row.to == to && row.links().len() == 1).then_some(*from),
        _ => None,
    };
    let mut entries: Vec<Option<Spot>> = snapshot.spots().map(only).collect();
    // Which walk against the links was the first to pass a node.
    let mut passed = vec![Spot::MAX; snapshot.len()];
    for first in snapshot.spots() {
        let mut here = first;
        while passed[here as usize] == Spot::MAX {
            passed[here as usize] = first;
            match entries[here as usize] {
                // Walks begin at the smallest node, so a ring is entered there, or is passed already.
                Some(from) if passed[from as usize] == first => entries[from as usize] = None,
                Some(from) => here = from,
                None => break,
            }
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    /// Links as `ab`, with `!` behind them for the second kind.
    fn snapshot(links: &[&str]) -> Snapshot {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e", "f"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let kind = if link.ends_with('!') { LinkKind::ActsOn } else { LinkKind::Causes };
            map.insert_link(LinkId::new(&link[..1], kind, &link[1..2]), Link::signed(Sign::Plus))
                .expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }

    fn words(links: &[&str]) -> Vec<String> {
        let snapshot = snapshot(links);
        let found = independent_loops(&snapshot, &mut Budget::unlimited());
        assert!(found.complete());
        let nodes = |found: &Loop| {
            found.nodes(&snapshot).iter().map(|&spot| snapshot.id(spot).as_str()).collect::<String>()
        };
        found.loops.iter().map(nodes).collect()
    }

    #[test]
    fn shortest_first_and_each_brings_a_link() {
        // abcd would bring nothing that ab, bc, cd and da do not.
        assert_eq!(words(&["ab", "ba", "bc", "cb", "cd", "dc", "da", "ad"]), ["ab", "ad", "bc", "cd"]);
        assert_eq!(words(&["ab", "bc", "ca", "bd", "da", "ef"]), ["abc", "abd"]);
        assert_eq!(words(&["ab", "bc", "cd", "da", "ba", "aa", "cc"]), ["a", "c", "ab", "abcd"]);
    }

    #[test]
    fn parallel_links_are_covered_each() {
        assert_eq!(words(&["ab", "ab!", "ba"]), ["ab", "ab"]);
        assert_eq!(words(&["ab", "ab!", "ba", "ba!"]), ["ab", "ab", "ab"]);
    }

    #[test]
    fn plain_rings_are_covered_too() {
        assert_eq!(words(&["ab", "bc", "ca", "de", "ed", "ff"]), ["f", "de", "abc"]);
        assert_eq!(words(&["ab", "bc"]), [""; 0]);
    }

    #[test]
    fn what_was_found_before_a_stop_is_the_beginning() {
        let links = ["ab", "ba", "bc", "cb", "cd", "dc", "da", "ad", "ac", "bd", "db"];
        let snapshot = snapshot(&links);
        let whole = independent_loops(&snapshot, &mut Budget::unlimited());
        let mut parts = 0;
        for steps in 0..1_000 {
            let part = independent_loops(&snapshot, &mut Budget::steps(steps));
            assert!(whole.loops.starts_with(&part.loops));
            assert_eq!(part.complete(), part == whole);
            parts += usize::from(!part.complete() && !part.loops.is_empty());
        }
        assert!(parts > 10, "{parts}");
        let none = independent_loops(&snapshot, &mut Budget::steps(0));
        assert_eq!((none.loops.len(), none.stopped_by), (0, Some(Stop::Steps)));
        let stop = || true;
        let stopped = independent_loops(&snapshot, &mut Budget::unlimited().with_stop(&stop));
        assert_eq!(stopped.stopped_by, Some(Stop::Stopped));
    }
}
