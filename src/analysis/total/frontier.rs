//! Counts the loops of a part node by node, in a given order, without going round any of them.
//!
//! After each node only the nodes that still have links to later ones matter: the frontier. All choices of links so
//! far that look alike from there (which frontier nodes are untouched, inside a piece of a loop, or the start or end
//! of one, and of which) are one state with a number of choices (Sekine, Imai, Tani 1995; Knuth 2009 as 'simpath';
//! here with directions and signs). The number of states grows with the width of the frontier, not with the number
//! of loops.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Short;
use super::core::Part;
use super::weight::Weight;
use crate::analysis::budget::Budget;

/// The widest frontier that a state has room for.
pub(super) const WIDEST: usize = 21;

/// Six bits for each place of the frontier.
const BITS: usize = 6;
const PLACE: u128 = 0b11_1111;
/// Untouched, and may be gone through later.
const FREE: u128 = 0;
/// Gone through, or of no use any more.
const SHUT: u128 = 1;
/// From here on: the start of a piece that ends at the place so much further.
const START: u128 = 2;
/// From here on: the end of a piece that starts at the place so much further.
const END: u128 = 32;

/// One bit pattern that finds any start or end: both have one of these bits.
const OPEN: u128 = {
    let (mut mask, mut place) = (0, 0);
    while place < WIDEST {
        mask |= (PLACE ^ SHUT) << (BITS * place);
        place += 1;
    }
    mask
};

/// What every place of the frontier is.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State(u128);

impl State {
    #[inline]
    fn at(self, place: usize) -> u128 {
        self.0 >> (BITS * place) & PLACE
    }

    #[inline]
    fn with(self, place: usize, what: u128) -> Self {
        Self(self.0 & !(PLACE << (BITS * place)) | what << (BITS * place))
    }

    /// Makes a piece of those two ends.
    #[inline]
    fn piece(self, start: usize, end: usize) -> Self {
        self.with(start, START + end as u128).with(end, END + start as u128)
    }
}

/// Mixes the bits of a state; the same on every machine, so that the work is too.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u128(u128::from(byte));
        }
    }
    fn write_u128(&mut self, bits: u128) {
        let (low, high) = (bits as u64, (bits >> 64) as u64);
        let mixed =
            (low ^ self.0).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ high.wrapping_mul(0xD1B5_4A32_D192_ED03);
        self.0 = (mixed ^ (mixed >> 32)).wrapping_mul(0x2545_F491_4F6C_DD1D);
        self.0 ^= self.0 >> 29;
    }
}

type States = HashMap<u128, Weight, BuildHasherDefault<Mix>>;

/// What becomes of a frontier place after a node was taken in.
#[derive(Clone, Copy, Debug)]
struct Outlook {
    place: usize,
    /// Whether a later node leads to it.
    into: bool,
    /// Whether it leads to a later node.
    out: bool,
}

/// A node as it is taken in.
struct Entry {
    place: usize,
    into: Vec<(usize, Weight)>,
    out: Vec<(usize, Weight)>,
    after: Vec<Outlook>,
}

/// The entries in that order; `None` if the frontier gets too wide.
fn entries(part: &Part, order: &[usize]) -> Option<Vec<Entry>> {
    let mut at = vec![0; part.len()];
    for (time, &node) in order.iter().enumerate() {
        at[node] = time;
    }
    let last = |ways: &[(usize, Weight)]| ways.iter().map(|&(node, _)| at[node]).max().unwrap_or(0);
    let mut place_of = vec![0; part.len()];
    let mut free: Vec<usize> = (0..WIDEST).rev().collect();
    let mut all = Vec::with_capacity(order.len());
    for (time, &node) in order.iter().enumerate() {
        let place = free.pop()?;
        place_of[node] = place;
        let earlier = |ways: &[(usize, Weight)]| -> Vec<(usize, Weight)> {
            let earlier = ways.iter().filter(|&&(other, _)| at[other] < time);
            earlier.map(|&(other, weight)| (place_of[other], weight)).collect()
        };
        let (into, out) = (earlier(&part.into[node]), earlier(&part.out[node]));
        let mut touched: Vec<usize> = part.into[node]
            .iter()
            .chain(&part.out[node])
            .map(|&(other, _)| other)
            .filter(|&other| at[other] < time)
            .collect();
        touched.push(node);
        touched.sort_unstable();
        touched.dedup();
        let after: Vec<Outlook> = touched
            .into_iter()
            .map(|node| Outlook {
                place: place_of[node],
                into: last(&part.into[node]) > time,
                out: last(&part.out[node]) > time,
            })
            .collect();
        let gone = after.iter().filter(|outlook| !outlook.into && !outlook.out);
        free.extend(gone.map(|outlook| outlook.place));
        all.push(Entry { place, into, out, after });
    }
    Some(all)
}

/// The loops of a part, added to `closed` as they close: whenever this ends, all that is in there is there.
///
/// At most `most_states` states are held at once.
pub(super) fn count(
    part: &Part,
    order: &[usize],
    most_states: usize,
    closed: &mut Weight,
    budget: &mut Budget<'_>,
) -> Result<(), Short> {
    let entries = entries(part, order).ok_or(Short::TooMany)?;
    let mut states = States::default();
    states.insert(0, Weight::ONE);
    let mut next = States::default();
    for entry in &entries {
        next.clear();
        for (&state, &weight) in &states {
            let mut step = Taking { entry, weight, next: &mut next, closed, most_states };
            step.take_in(State(state), budget)?;
        }
        std::mem::swap(&mut states, &mut next);
    }
    Ok(())
}

/// A node being taken into one state.
struct Taking<'a> {
    entry: &'a Entry,
    weight: Weight,
    next: &'a mut States,
    closed: &'a mut Weight,
    most_states: usize,
}

impl Taking<'_> {
    /// All choices of one link in, or none yet, and one link out, or none yet.
    fn take_in(&mut self, state: State, budget: &mut Budget<'_>) -> Result<(), Short> {
        let here = self.entry.place;
        self.ways_on(state, self.weight, budget)?;
        for &(from, weight) in &self.entry.into {
            budget.step()?;
            let entered = match state.at(from) {
                FREE => state.piece(from, here),
                SHUT => continue,
                what if what < END => continue,
                end => state.with(from, SHUT).piece((end - END) as usize, here),
            };
            let weight = self.weight.times(weight).ok_or(Short::TooMany)?;
            self.ways_on(entered, weight, budget)?;
        }
        Ok(())
    }

    fn ways_on(&mut self, state: State, weight: Weight, budget: &mut Budget<'_>) -> Result<(), Short> {
        let here = self.entry.place;
        self.keep(state, weight, budget)?;
        for &(to, on) in &self.entry.out {
            budget.step()?;
            // The piece that reached this node, if one did: where it starts.
            let began = match state.at(here) {
                FREE => here,
                end => (end - END) as usize,
            };
            let what = state.at(to);
            let left = if began == here { state } else { state.with(here, SHUT) };
            let went = match what {
                FREE => left.piece(began, to),
                SHUT => continue,
                _ if what >= END => continue,
                _ if to == began => {
                    // It closes. With another piece open this is no single loop.
                    if left.with(to, SHUT).0 & OPEN == 0 {
                        let weight = weight.times(on).ok_or(Short::TooMany)?;
                        *self.closed = self.closed.plus(weight).ok_or(Short::TooMany)?;
                    }
                    continue;
                }
                start => left.with(to, SHUT).piece(began, (start - START) as usize),
            };
            self.keep(went, weight.times(on).ok_or(Short::TooMany)?, budget)?;
        }
        Ok(())
    }

    /// Notes a state, unless a piece of it can never close; what makes no difference any more is made alike.
    fn keep(&mut self, mut state: State, weight: Weight, budget: &mut Budget<'_>) -> Result<(), Short> {
        budget.step()?;
        for &Outlook { place, into, out } in &self.entry.after {
            match state.at(place) {
                FREE if !(into && out) => state = state.with(place, SHUT),
                FREE | SHUT => {}
                what if what < END && !into => return Ok(()),
                what if what >= END && !out => return Ok(()),
                _ => {}
            }
            if !into && !out {
                state = state.with(place, FREE);
            }
        }
        let sum = self.next.entry(state.0).or_insert(Weight::NONE);
        *sum = sum.plus(weight).ok_or(Short::TooMany)?;
        if self.next.len() > self.most_states {
            return Err(Short::TooMany);
        }
        Ok(())
    }
}
