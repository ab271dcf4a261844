//! The search that loops and chains share: all ways of one exact length from a node to a target.
//!
//! A way visits no node twice; a loop is a way whose target is its start. The search goes depth first, never
//! into a node from which the target is too far to be reached with the links that are left (Rizzi, Sacomoto,
//! Sagot 2015 for the idea), so nearly every step leads to an answer. It keeps its own stack: a chain of a
//! hundred thousand nodes is an ordinary map to it.
//!
//! Parallel links (of different kinds between the same two nodes) are one [`Row`] while searching and are told
//! apart when a way is handed over.

use super::budget::{Budget, Stop};
use crate::map::{Arc, Snapshot, Spot};

/// A distance that stands for 'cannot be reached'.
pub(super) const FAR: u32 = u32::MAX;

/// All links from one node to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) to: Spot,
    first: u32,
    end: u32,
}

/// The links that a search may use, parallel ones together.
pub(super) struct Rows {
    rows: Vec<Row>,
    at: Vec<u32>,
    back: Vec<Spot>,
    back_at: Vec<u32>,
}

impl Row {
    /// The numbers of its links, by kind.
    pub(super) fn links(&self) -> std::ops::Range<u32> {
        self.first..self.end
    }
}

/// A place as the rows count it; no map holds more nodes or links than fit.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Rows {
    /// The links of the snapshot that `keep` wants; it must not tell parallel links apart.
    pub(super) fn of(snapshot: &Snapshot, keep: impl Fn(&Arc) -> bool) -> Self {
        let arcs = snapshot.arcs();
        let (mut rows, mut at) = (Vec::new(), vec![0]);
        let (mut back, mut back_at) = (Vec::new(), vec![0]);
        for spot in snapshot.spots() {
            for arc in snapshot.outgoing(spot).filter(|&arc| keep(&arcs[arc])) {
                match rows
                    .last_mut()
                    .filter(|row: &&mut Row| row.to == arcs[arc].to && row.end == number(arc))
                {
                    Some(row) if arcs[row.first as usize].from == spot => row.end += 1,
                    _ => rows.push(Row { to: arcs[arc].to, first: number(arc), end: number(arc + 1) }),
                }
            }
            at.push(number(rows.len()));
            let first = back.len();
            for arc in snapshot.incoming(spot).iter().map(|&arc| &arcs[arc as usize]).filter(|arc| keep(arc))
            {
                if back[first..].last() != Some(&arc.from) {
                    back.push(arc.from);
                }
            }
            back_at.push(number(back.len()));
        }
        Self { rows, at, back, back_at }
    }

    /// The rows that start at a node, by target.
    pub(super) fn from(&self, spot: Spot) -> &[Row] {
        &self.rows[self.at[spot as usize] as usize..self.at[spot as usize + 1] as usize]
    }

    /// The nodes that have a row to a node, in order.
    pub(super) fn into(&self, spot: Spot) -> &[Spot] {
        &self.back[self.back_at[spot as usize] as usize..self.back_at[spot as usize + 1] as usize]
    }
}

/// How many links each node is from a target; reused from one search to the next.
pub(super) struct Distances {
    to_target: Vec<u32>,
    reached: Vec<Spot>,
    /// Whether there are nodes further away than the limit.
    pub(super) cut: bool,
}

impl Distances {
    pub(super) fn new(nodes: usize) -> Self {
        Self { to_target: vec![FAR; nodes], reached: Vec::new(), cut: false }
    }

    /// The distance of a node, [`FAR`] if it cannot reach the target in time.
    pub(super) fn of(&self, spot: Spot) -> u32 {
        self.to_target[spot as usize]
    }

    /// Measures up to `limit` links, only through nodes that `may` be on the way.
    pub(super) fn measure(
        &mut self,
        rows: &Rows,
        target: Spot,
        limit: u32,
        may: impl Fn(Spot) -> bool,
        budget: &mut Budget<'_>,
    ) -> Result<(), Stop> {
        for spot in self.reached.drain(..) {
            self.to_target[spot as usize] = FAR;
        }
        self.cut = false;
        self.to_target[target as usize] = 0;
        self.reached.push(target);
        let mut next = 0;
        while let Some(&spot) = self.reached.get(next) {
            next += 1;
            let distance = self.to_target[spot as usize] + 1;
            for &from in rows.into(spot) {
                budget.step()?;
                if self.to_target[from as usize] != FAR || !may(from) {
                    continue;
                }
                if distance > limit {
                    self.cut = true;
                    return Ok(());
                }
                self.to_target[from as usize] = distance;
                self.reached.push(from);
            }
        }
        Ok(())
    }
}

/// A search's stack and marks, reused from one search to the next, but not after one that was stopped.
pub(super) struct Walk {
    on_way: Vec<bool>,
    // The rows chosen so far, and for each node on the way which of its rows comes next.
    way: Vec<Row>,
    next: Vec<usize>,
    arcs: Vec<u32>,
}

impl Walk {
    pub(super) fn new(nodes: usize) -> Self {
        Self { on_way: vec![false; nodes], way: Vec::new(), next: Vec::new(), arcs: Vec::new() }
    }

    /// Hands over every way of exactly `length` links (at least 1) from `start` to `target`, as numbers of links,
    /// by node ids and then by kinds. Answers whether there may be longer ones.
    pub(super) fn exactly(
        &mut self,
        rows: &Rows,
        distances: &Distances,
        (start, target): (Spot, Spot),
        length: u32,
        budget: &mut Budget<'_>,
        on_way: &mut dyn FnMut(&[u32]) -> Result<(), Stop>,
    ) -> Result<bool, Stop> {
        let mut longer = distances.cut;
        debug_assert!(self.way.is_empty() && self.next.is_empty(), "a stopped walk is not used again");
        self.next.push(0);
        self.on_way[start as usize] = true;
        while let Some(next) = self.next.last_mut() {
            let here = self.way.last().map_or(start, |row| row.to);
            let out = rows.from(here);
            let used = number(self.way.len()) + 1;
            if used == length {
                if let Ok(at) = out.binary_search_by_key(&target, |row| row.to) {
                    self.way.push(out[at]);
                    hand_over(&self.way, &mut self.arcs, budget, on_way)?;
                    self.way.pop();
                }
                longer = longer
                    || out.iter().any(|row| {
                        row.to != target && !self.on_way[row.to as usize] && distances.of(row.to) != FAR
                    });
                budget.step()?;
            } else if let Some(&row) = out.get(*next) {
                *next += 1;
                budget.step()?;
                let distance = distances.of(row.to);
                if row.to == target || distance == FAR || self.on_way[row.to as usize] {
                    continue;
                }
                if distance > length - used {
                    longer = true;
                    continue;
                }
                self.on_way[row.to as usize] = true;
                self.way.push(row);
                self.next.push(0);
                continue;
            }
            self.next.pop();
            self.way.pop();
            self.on_way[here as usize] = false;
        }
        Ok(longer)
    }
}

/// Hands over every choice of one link a row, by kinds.
fn hand_over(
    way: &[Row],
    arcs: &mut Vec<u32>,
    budget: &mut Budget<'_>,
    on_way: &mut dyn FnMut(&[u32]) -> Result<(), Stop>,
) -> Result<(), Stop> {
    arcs.clear();
    arcs.extend(way.iter().map(|row| row.first));
    loop {
        budget.step()?;
        on_way(arcs)?;
        // Like an odometer: the last row that has another link moves on, those behind it start again.
        let Some(at) = way.iter().zip(arcs.iter()).rposition(|(row, &arc)| arc + 1 < row.end) else {
            return Ok(());
        };
        arcs[at] += 1;
        for behind in at + 1..way.len() {
            arcs[behind] = way[behind].first;
        }
    }
}
