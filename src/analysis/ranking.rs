//! The best founded chains from one node to another.
//!
//! Best is not most true: it is least guessed. What counts is the weakest link, then how many links are guesses,
//! then how many links there are (see [`Evidence`]); of equals the first by the links' ends and kinds.
//!
//! Yen 1971 in the manner of Lawler 1972: the best chain splits what is left into groups that begin like it and
//! then leave it, and each group's best is known. Links are the units, so parallel ones make different chains.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::budget::{Budget, Stop};
use super::chains::{Chain, ChainQuery};
use super::evidence::{Evidence, Footing};
use crate::map::{Snapshot, Spot};

/// The best founded chains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranked {
    /// Best first. Each is surely the best of those that come after it.
    pub chains: Vec<Chain>,
    /// Whether these are as many as were asked for, or all there are.
    pub complete: bool,
    /// Whether there are others within the bound.
    pub more: bool,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

/// A group's best chain, and how the group is made: its chains begin with the first `kept` links of this one and
/// go on with none of `banned`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    evidence: Evidence,
    arcs: Vec<u32>,
    kept: usize,
    banned: BTreeSet<u32>,
}

/// The `wanted` best founded chains within the query's bound of length, best first.
///
/// Each chain costs at most its length times five looks at the links that lead to the end, times the bound.
#[must_use]
pub fn best_chains(
    snapshot: &Snapshot,
    query: &ChainQuery,
    wanted: usize,
    budget: &mut Budget<'_>,
) -> Ranked {
    let mut ranked = Ranked::default();
    match rank(snapshot, query, wanted, budget, &mut ranked) {
        Ok(more) => (ranked.complete, ranked.more) = (true, more),
        Err(stop) => (ranked.more, ranked.stopped_by) = (true, Some(stop)),
    }
    ranked
}

fn rank(
    snapshot: &Snapshot,
    query: &ChainQuery,
    wanted: usize,
    budget: &mut Budget<'_>,
    ranked: &mut Ranked,
) -> Result<bool, Stop> {
    if query.from == query.to {
        return Ok(false);
    }
    let longest = if query.max_length == 0 { usize::MAX } else { query.max_length };
    let mut fronts = Fronts::new(snapshot);
    let mut group = |arcs: &[u32], banned: BTreeSet<u32>, budget: &mut Budget<'_>| {
        let found = fronts.best(query, longest, arcs, &banned, budget)?;
        Ok::<_, Stop>(found.map(|found| {
            let evidence = Evidence::of(&found, snapshot);
            Reverse(Candidate { evidence, arcs: found, kept: arcs.len(), banned })
        }))
    };
    let mut candidates = BinaryHeap::new();
    candidates.extend(group(&[], BTreeSet::new(), budget)?);
    while let Some(Reverse(best)) = candidates.pop() {
        if ranked.chains.len() >= wanted {
            return Ok(true);
        }
        ranked.chains.push(Chain { arcs: best.arcs.clone() });
        if ranked.chains.len() == wanted && !candidates.is_empty() {
            return Ok(true);
        }
        for at in best.kept..best.arcs.len() {
            let mut banned = if at == best.kept { best.banned.clone() } else { BTreeSet::new() };
            banned.insert(best.arcs[at]);
            candidates.extend(group(&best.arcs[..at], banned, budget)?);
        }
    }
    Ok(false)
}

/// For each node the ways to the end worth knowing: more links only for fewer guesses.
struct Fronts<'a> {
    snapshot: &'a Snapshot,
    ways: Vec<Vec<(u32, u32)>>,
    used: Vec<Spot>,
    barred: Vec<bool>,
}

impl<'a> Fronts<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let nodes = snapshot.len();
        Self { snapshot, ways: vec![Vec::new(); nodes], used: Vec::new(), barred: vec![false; nodes] }
    }

    /// The best chain that begins with those links and goes on with none of the banned.
    fn best(
        &mut self,
        query: &ChainQuery,
        longest: usize,
        begin: &[u32],
        banned: &BTreeSet<u32>,
        budget: &mut Budget<'_>,
    ) -> Result<Option<Vec<u32>>, Stop> {
        let arcs = self.snapshot.arcs();
        let here = begin.last().map_or(query.from, |&arc| arcs[arc as usize].to);
        let mut onward = self.snapshot.outgoing(here).filter_map(|number| u32::try_from(number).ok());
        if onward.all(|number| banned.contains(&number)) {
            return Ok(None);
        }
        let barred: Vec<Spot> = begin.iter().map(|&arc| arcs[arc as usize].from).chain([here]).collect();
        for &spot in &barred {
            self.barred[spot as usize] = true;
        }
        let begun = Evidence::of(begin, self.snapshot).weakest;
        let room = u32::try_from(longest - begin.len().min(longest)).unwrap_or(u32::MAX);
        let mut found = Ok(None);
        for footing in
            [Footing::Confirmed, Footing::Supported, Footing::Unstated, Footing::Hypothesis, Footing::Refuted]
        {
            if footing < begun || room == 0 {
                continue;
            }
            if let Err(stop) = self.measure(query.to, room - 1, footing, budget) {
                found = Err(stop);
                break;
            }
            if let Some(end) = self.follow(here, room, footing, banned) {
                found = Ok(Some([begin, &end].concat()));
                break;
            }
        }
        for spot in barred {
            self.barred[spot as usize] = false;
        }
        found
    }

    /// Finds the fronts of all nodes that may be passed, round by round against the links, over links of that
    /// footing or better, up to so many links.
    fn measure(
        &mut self,
        to: Spot,
        rounds: u32,
        footing: Footing,
        budget: &mut Budget<'_>,
    ) -> Result<(), Stop> {
        for spot in self.used.drain(..) {
            self.ways[spot as usize].clear();
        }
        self.ways[to as usize].push((0, 0));
        self.used.push(to);
        let mut round = vec![to];
        for length in 1..=rounds {
            let mut next = Vec::new();
            for &spot in &round {
                let guesses =
                    self.ways[spot as usize].iter().rev().find(|way| way.0 < length).map_or(0, |way| way.1);
                for &number in self.snapshot.incoming(spot) {
                    budget.step()?;
                    let arc = &self.snapshot.arcs()[number as usize];
                    if self.barred[arc.from as usize] || Footing::of(arc) > footing {
                        continue;
                    }
                    let guesses = guesses + u32::from(Footing::of(arc).is_guess());
                    let ways = &mut self.ways[arc.from as usize];
                    match ways.last_mut() {
                        Some(last) if last.1 <= guesses => continue,
                        Some(last) if last.0 == length => last.1 = guesses,
                        last => {
                            if last.is_none() {
                                self.used.push(arc.from);
                            }
                            ways.push((length, guesses));
                            next.push(arc.from);
                        }
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            round = next;
        }
        Ok(())
    }

    /// The best way on from a node along the fronts, of up to so many links.
    fn follow(&self, here: Spot, room: u32, footing: Footing, banned: &BTreeSet<u32>) -> Option<Vec<u32>> {
        let links = |spot: Spot| {
            let numbers = self.snapshot.outgoing(spot).filter_map(|number| u32::try_from(number).ok());
            let wanted = move |number: &u32| {
                let arc = &self.snapshot.arcs()[*number as usize];
                !self.barred[arc.to as usize] && Footing::of(arc) <= footing
            };
            numbers.filter(wanted).map(|number| {
                let arc = &self.snapshot.arcs()[number as usize];
                (number, arc.to, u32::from(Footing::of(arc).is_guess()))
            })
        };
        let (number, mut spot, (mut length, mut guesses)) = links(here)
            .filter(|(number, ..)| !banned.contains(number))
            .filter_map(|(number, to, guess)| {
                let &(length, guesses) = self.ways[to as usize].iter().rev().find(|way| way.0 < room)?;
                Some(((guesses + guess, length), number, to, (length, guesses)))
            })
            .min()
            .map(|(_, number, to, way)| (number, to, way))?;
        let mut found = vec![number];
        while length > 0 {
            let on = |&(_, to, guess): &(u32, Spot, u32)| {
                guesses >= guess && self.ways[to as usize].contains(&(length - 1, guesses - guess))
            };
            let (number, to, guess) = links(spot).find(on).expect("a front comes from the one before it");
            found.push(number);
            (spot, length, guesses) = (to, length - 1, guesses - guess);
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Certainty, Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    /// Links as `ab!` (confirmed), `ab~` (a hypothesis) or `ab` (not said).
    fn ranked(links: &[&str], max_length: usize, wanted: usize) -> (Vec<String>, Ranked) {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e", "f"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let certainty = match link.get(2..) {
                Some("!") => Some(Certainty::Confirmed),
                Some("~") => Some(Certainty::Hypothesis),
                _ => None,
            };
            let id = LinkId::new(&link[..1], LinkKind::Causes, &link[1..2]);
            map.insert_link(id, Link { certainty, ..Link::signed(Sign::Plus) }).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let query = ChainQuery { max_length, ..ChainQuery::new(0, 5) };
        let ranked = best_chains(&snapshot, &query, wanted, &mut Budget::unlimited());
        let name = |chain: &Chain| {
            chain.nodes(&snapshot).iter().map(|&spot| snapshot.id(spot).as_str()).collect::<String>()
        };
        (ranked.chains.iter().map(name).collect(), ranked)
    }

    #[test]
    fn the_weakest_link_counts_first_then_guesses_then_length() {
        let links = ["ab!", "bc!", "cf!", "af~", "ad", "df", "ae~", "ef~", "be!"];
        let (names, found) = ranked(&links, 0, 9);
        assert_eq!(names, ["abcf", "adf", "af", "abef", "aef"]);
        assert!(found.complete && !found.more, "{found:?}");
        let (names, found) = ranked(&links, 0, 2);
        assert_eq!((names.len(), found.complete, found.more), (2, true, true));
        assert_eq!(ranked(&links, 2, 9).0, ["adf", "af", "aef"]);
    }

    #[test]
    fn from_a_card_to_itself_there_is_nothing_to_look_for() {
        let snapshot = Snapshot::of(&Map::new("x"), &Scope::default());
        let none = best_chains(&snapshot, &ChainQuery::new(0, 0), 3, &mut Budget::steps(0));
        assert!(none.complete && none.chains.is_empty());
    }

    #[test]
    fn whatever_the_budget_what_is_ranked_is_the_beginning_and_never_said_to_be_all() {
        let certainties = [None, Some(Certainty::Hypothesis), Some(Certainty::Confirmed)];
        let mut map = Map::new("x");
        for at in 0..6_u8 {
            let id = char::from(b'a' + at).to_string();
            map.insert_node(id.as_str().into(), Node::new(Kind::Cause, id)).expect("new");
        }
        let ends: Vec<(u8, u8)> =
            (0..36).map(|at| (at / 6, at % 6)).filter(|(from, to)| from != to).collect();
        for (at, (from, to)) in ends.into_iter().enumerate().filter(|(at, _)| at % 4 != 3) {
            let id = |at: u8| char::from(b'a' + at).to_string();
            let link = Link { certainty: certainties[at * 7 % 3], ..Link::signed(Sign::Plus) };
            map.insert_link(LinkId::new(id(from).as_str(), LinkKind::Causes, id(to).as_str()), link)
                .expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let query = ChainQuery { max_length: 0, ..ChainQuery::new(0, 5) };
        for wanted in [1, 4, 1_000] {
            let whole = best_chains(&snapshot, &query, wanted, &mut Budget::unlimited());
            assert!(whole.complete && whole.chains.len() == wanted.min(whole.chains.len()));
            let (mut steps, mut parts) = (0, 0);
            loop {
                let part = best_chains(&snapshot, &query, wanted, &mut Budget::steps(steps));
                assert!(whole.chains.starts_with(&part.chains), "{steps} steps");
                if part.complete {
                    assert_eq!(part, whole, "{steps} steps");
                    break;
                }
                assert!(part.more && part.stopped_by == Some(Stop::Steps), "{part:?}");
                assert!(steps > 0 || part.chains.is_empty());
                parts += usize::from(!part.chains.is_empty());
                steps += 1;
            }
            assert!(wanted == 1 || parts > 10, "{wanted}: {parts} of {steps}");
        }
        assert!(best_chains(&snapshot, &query, 1_000, &mut Budget::unlimited()).chains.len() > 8);
    }
}
