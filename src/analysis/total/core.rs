//! The part of a map that is hard to count: what is left when dead ends are gone and single ways are folded.
//!
//! A node with a single node before it can only be entered from there, so both may be made one: each way on from it
//! becomes a way on from the node before, with the weights multiplied. The same holds the other way round (these are
//! the loss-free reductions that Levy and Low 1988 use for breaking loops; here they carry weights). A way that comes
//! back to its own node in this is a loop, is counted, and taken out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Short;
use super::weight::Weight;
use crate::analysis::budget::Budget;
use crate::analysis::knots::Knots;
use crate::map::{Snapshot, Spot};

/// What is left to count, and what was counted on the way.
#[derive(Debug)]
pub(super) struct Core {
    out: Vec<BTreeMap<Spot, Weight>>,
    into: Vec<BTreeSet<Spot>>,
    /// The loops that are counted already.
    pub(super) closed: Weight,
}

impl Core {
    /// The links inside strongly connected parts. Parallel ones are added up, self links are loops.
    pub(super) fn of(snapshot: &Snapshot, budget: &mut Budget<'_>) -> Result<Self, (Weight, Short)> {
        let mut core = Self {
            out: vec![BTreeMap::new(); snapshot.len()],
            into: vec![BTreeSet::new(); snapshot.len()],
            closed: Weight::NONE,
        };
        match core.fill(snapshot, budget) {
            Ok(()) => Ok(core),
            Err(short) => Err((core.closed, short)),
        }
    }

    fn fill(&mut self, snapshot: &Snapshot, budget: &mut Budget<'_>) -> Result<(), Short> {
        budget.step()?;
        let knots = Knots::of(snapshot);
        for arc in snapshot.arcs() {
            budget.step()?;
            if knots.hold(arc) {
                self.link(arc.from, arc.to, Weight::of(arc.sign))?;
            }
        }
        Ok(())
    }

    /// Adds ways from one node to another; from a node to itself they are loops.
    fn link(&mut self, from: Spot, to: Spot, weight: Weight) -> Result<(), Short> {
        if from == to {
            self.closed = self.closed.plus(weight).ok_or(Short::TooMany)?;
            return Ok(());
        }
        let sum = self.out[from as usize].entry(to).or_insert(Weight::NONE);
        *sum = sum.plus(weight).ok_or(Short::TooMany)?;
        self.into[to as usize].insert(from);
        Ok(())
    }

    /// Takes out dead ends and folds single ways until there are none.
    pub(super) fn fold(&mut self, budget: &mut Budget<'_>) -> Result<(), Short> {
        let mut queue: VecDeque<usize> = (0..self.out.len()).collect();
        let mut queued = vec![true; self.out.len()];
        while let Some(node) = queue.pop_front() {
            budget.step()?;
            queued[node] = false;
            if self.out[node].is_empty() && self.into[node].is_empty() {
                continue;
            }
            if self.out[node].len().min(self.into[node].len()) > 1 {
                continue;
            }
            let ways_on = std::mem::take(&mut self.out[node]);
            let before = std::mem::take(&mut self.into[node]);
            let name = Spot::try_from(node).unwrap_or(Spot::MAX);
            for &to in ways_on.keys() {
                self.into[to as usize].remove(&name);
            }
            let ways_in: Vec<(Spot, Weight)> = before
                .iter()
                .filter_map(|&from| Some((from, self.out[from as usize].remove(&name)?)))
                .collect();
            // One of the two has at most one member, so this is no product.
            for &(from, weight) in &ways_in {
                for (&to, &on) in &ways_on {
                    budget.step()?;
                    self.link(from, to, weight.times(on).ok_or(Short::TooMany)?)?;
                }
            }
            for near in before.into_iter().chain(ways_on.into_keys()) {
                if !std::mem::replace(&mut queued[near as usize], true) {
                    queue.push_back(near as usize);
                }
            }
        }
        Ok(())
    }

    /// The parts that hang together, each numbered from 0, in the order of their smallest nodes. Nodes without a
    /// link are in none.
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut number = vec![usize::MAX; self.out.len()];
        let mut parts = Vec::new();
        for first in 0..self.out.len() {
            if number[first] != usize::MAX || self.out[first].is_empty() {
                continue;
            }
            number[first] = 0;
            let mut members = vec![first];
            let mut next = 0;
            while let Some(&node) = members.get(next) {
                next += 1;
                for &near in self.out[node].keys().chain(&self.into[node]) {
                    if number[near as usize] == usize::MAX {
                        number[near as usize] = members.len();
                        members.push(near as usize);
                    }
                }
            }
            let ways = |node: &usize| {
                self.out[*node].iter().map(|(&to, &weight)| (number[to as usize], weight)).collect()
            };
            parts.push(Part::new(members.iter().map(ways).collect()));
        }
        parts
    }
}

/// A part of the core whose nodes all reach each other, numbered from 0, without self links or parallel ones.
#[derive(Debug)]
pub(super) struct Part {
    /// For each node the ways on from it, by where they lead.
    pub(super) out: Vec<Vec<(usize, Weight)>>,
    /// For each node the ways to it, by where they come from.
    pub(super) into: Vec<Vec<(usize, Weight)>>,
}

impl Part {
    pub(super) fn new(mut out: Vec<Vec<(usize, Weight)>>) -> Self {
        for ways in &mut out {
            ways.sort_unstable_by_key(|way| way.0);
        }
        let mut into = vec![Vec::new(); out.len()];
        for (from, ways) in out.iter().enumerate() {
            for &(to, weight) in ways {
                into[to].push((from, weight));
            }
        }
        Self { out, into }
    }

    /// How many nodes.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// How many ways.
    pub(super) fn ways(&self) -> usize {
        self.out.iter().map(Vec::len).sum()
    }
}
