//! The search for loops: roots in order of their ids, lengths from the shortest on.
//!
//! Each loop is found once, from its smallest node. What the search promises stands in the file above.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use super::{Found, Loop, LoopQuery, Polarity, links, product};
use crate::analysis::budget::{Budget, Stop};
use crate::analysis::knots::Knots;
use crate::analysis::walk::{Distances, FAR, Rows, Walk};
use crate::map::{Snapshot, Spot};

/// The most links a wanted loop may have.
pub(super) fn bound(snapshot: &Snapshot, query: &LoopQuery) -> usize {
    if query.max_length == 0 { snapshot.len() } else { query.max_length }
}

/// A node that is the smallest of some loops.
struct Root {
    spot: Spot,
    shortest: u32,
}

/// A search on its way.
pub(super) struct Search<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) query: &'a LoopQuery,
    pub(super) on_loop: &'a mut dyn FnMut(Loop) -> ControlFlow<()>,
    pub(super) found: Found,
}

impl Search<'_> {
    /// The most links a loop can and may have.
    fn longest(&self) -> u32 {
        u32::try_from(bound(self.snapshot, self.query).min(self.snapshot.len())).unwrap_or(u32::MAX)
    }

    /// Finds the loops wherever they run. Answers whether there may be longer ones.
    pub(super) fn all(&mut self, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let (nodes, longest) = (self.snapshot.len(), self.longest());
        let rows = inside_knots(self.snapshot);
        let until = alive_until(self.snapshot, &rows);
        let may = |root: Spot| {
            let until = &until;
            move |spot: Spot| root < until[spot as usize]
        };
        let mut distances = Distances::new(nodes);
        let mut longer = false;
        let mut roots = Vec::new();
        for root in self.snapshot.spots().filter(|&spot| spot < until[spot as usize]) {
            distances.measure(&rows, root, longest - 1, may(root), budget)?;
            match shortest(&rows, &distances, root) {
                Some(shortest) => roots.push(Root { spot: root, shortest }),
                None => longer = longer || distances.cut,
            }
        }
        let mut walk = Walk::new(nodes);
        while let Some(length) = roots.iter().map(|root| root.shortest).min() {
            if length > longest {
                return Ok(true);
            }
            self.found.complete_to = length as usize - 1;
            let mut left = Vec::with_capacity(roots.len());
            for mut root in roots {
                if root.shortest > length {
                    left.push(root);
                    continue;
                }
                distances.measure(&rows, root.spot, length - 1, may(root.spot), budget)?;
                let ends = (root.spot, root.spot);
                let more =
                    walk.exactly(&rows, &distances, ends, length, budget, &mut |arcs| self.keep(arcs))?;
                // From here on `shortest` is the next length worth a look.
                root.shortest = length + 1;
                if more {
                    left.push(root);
                }
            }
            roots = left;
        }
        Ok(longer)
    }

    /// Finds the loops through one node, at a cost that does not depend on the rest of the map's loops. Answers
    /// whether there may be longer ones.
    pub(super) fn through(&mut self, through: Spot, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let (nodes, longest) = (self.snapshot.len(), self.longest());
        let rows = inside_knots(self.snapshot);
        let mut distances = Distances::new(nodes);
        distances.measure(&rows, through, longest.max(1) - 1, |_| true, budget)?;
        let Some(shortest) = shortest(&rows, &distances, through) else { return Ok(distances.cut) };
        let mut walk = Walk::new(nodes);
        for length in shortest..=longest {
            let ends = (through, through);
            let more = self
                .of_length(length, |on_way| walk.exactly(&rows, &distances, ends, length, budget, on_way))?;
            if !more {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The same through one link: the ways back from its end to its start.
    pub(super) fn through_link(&mut self, link: u32, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let Some(arc) = self.snapshot.arcs().get(link as usize) else { return Ok(false) };
        if arc.from == arc.to {
            budget.step()?;
            return self.keep(&[link]).map(|()| false);
        }
        let (nodes, longest) = (self.snapshot.len(), self.longest());
        let rows = inside_knots(self.snapshot);
        let mut distances = Distances::new(nodes);
        distances.measure(&rows, arc.from, longest.max(1) - 1, |_| true, budget)?;
        let back = distances.of(arc.to);
        if back == FAR {
            return Ok(distances.cut);
        }
        let mut walk = Walk::new(nodes);
        let mut round = Vec::new();
        for length in back + 1..=longest {
            let ends = (arc.to, arc.from);
            let more = self.of_length(length, |on_way| {
                walk.exactly(&rows, &distances, ends, length - 1, budget, &mut |back| {
                    round.clear();
                    round.push(link);
                    round.extend_from_slice(back);
                    on_way(&round)
                })
            })?;
            if !more {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Hands over the loops of one length that a search gives in whatever order and from whatever node on.
    fn of_length(
        &mut self,
        length: u32,
        search: impl FnOnce(&mut dyn FnMut(&[u32]) -> Result<(), Stop>) -> Result<bool, Stop>,
    ) -> Result<bool, Stop> {
        self.found.complete_to = length as usize - 1;
        let mut same_length: Vec<Vec<u32>> = Vec::new();
        let room = self.query.size_limit.saturating_sub(self.found.count);
        let ended = search(&mut |arcs| {
            if !self.query.wants(arcs, self.snapshot) {
                return Ok(());
            }
            if same_length.len() > room {
                return Err(Stop::Size);
            }
            same_length.push(from_smallest(arcs, self.snapshot));
            Ok(())
        });
        same_length.sort_unstable_by(|a, b| order(a, b, self.snapshot));
        for arcs in same_length {
            self.keep(&arcs)?;
        }
        ended
    }

    /// Counts a loop and hands it over, if it is wanted.
    fn keep(&mut self, arcs: &[u32]) -> Result<(), Stop> {
        if !self.query.wants(arcs, self.snapshot) {
            return Ok(());
        }
        if self.found.count >= self.query.size_limit {
            return Err(Stop::Size);
        }
        self.found.count += 1;
        match Polarity::of(product(arcs, self.snapshot)) {
            Polarity::Reinforcing => self.found.reinforcing += 1,
            Polarity::Balancing => self.found.balancing += 1,
            Polarity::Undetermined => self.found.undetermined += 1,
        }
        match (self.on_loop)(Loop { arcs: arcs.to_vec() }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Stopped),
        }
    }
}

/// The links that stay inside a strongly connected part; no other link is on a loop.
pub(in crate::analysis) fn inside_knots(snapshot: &Snapshot) -> Rows {
    let knots = Knots::of(snapshot);
    Rows::of(snapshot, |arc| knots.hold(arc))
}

/// For each node the first root for which it is of no use, because it is smaller, or because without the smaller
/// nodes it has no link in, or none out, any more. O(links) in all: a ring falls apart with its first node.
fn alive_until(snapshot: &Snapshot, rows: &Rows) -> Vec<Spot> {
    let mut outs: Vec<usize> = snapshot.spots().map(|spot| rows.from(spot).len()).collect();
    let mut ins: Vec<usize> = snapshot.spots().map(|spot| rows.into(spot).len()).collect();
    let mut until: Vec<Option<Spot>> =
        outs.iter().zip(&ins).map(|(&out, &into)| (out == 0 || into == 0).then_some(0)).collect();
    for root in snapshot.spots() {
        if until[root as usize].is_some() {
            continue;
        }
        until[root as usize] = Some(root + 1);
        let mut falls = vec![root];
        while let Some(spot) = falls.pop() {
            for row in rows.from(spot) {
                ins[row.to as usize] -= 1;
                if ins[row.to as usize] == 0 && until[row.to as usize].is_none() {
                    until[row.to as usize] = Some(root + 1);
                    falls.push(row.to);
                }
            }
            for &from in rows.into(spot) {
                outs[from as usize] -= 1;
                if outs[from as usize] == 0 && until[from as usize].is_none() {
                    until[from as usize] = Some(root + 1);
                    falls.push(from);
                }
            }
        }
    }
    until.into_iter().map(|root| root.unwrap_or(Spot::MAX)).collect()
}

/// The length of the shortest loop through the target that was measured.
fn shortest(rows: &Rows, distances: &Distances, target: Spot) -> Option<u32> {
    let nearest =
        rows.from(target).iter().map(|row| distances.of(row.to)).filter(|&distance| distance != FAR);
    nearest.min().map(|distance| distance + 1)
}

/// The same loop from its smallest node on.
pub(in crate::analysis) fn from_smallest(arcs: &[u32], snapshot: &Snapshot) -> Vec<u32> {
    let mut turned = arcs.to_vec();
    let first = links(arcs, snapshot).enumerate().min_by_key(|(_, arc)| arc.from).map_or(0, |(at, _)| at);
    turned.rotate_left(first);
    turned
}

/// By length, then by nodes, then by kinds.
pub(in crate::analysis) fn order(a: &[u32], b: &[u32], snapshot: &Snapshot) -> Ordering {
    let nodes = |arcs| links(arcs, snapshot).map(|arc| arc.from);
    // Numbers of links go by their ends first, so that between equal nodes they go by kind.
    a.len().cmp(&b.len()).then_with(|| nodes(a).cmp(nodes(b))).then_with(|| a.cmp(b))
}
