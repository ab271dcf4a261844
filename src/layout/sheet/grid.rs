//! Which place each card takes: bands are rows of places, columns of the sheet are some places wide.
//!
//! It knows cards by number and counts in places, not in cells of a picture.

use std::collections::BTreeMap;

use super::sort::Sorted;
use crate::map::NodeId;

/// No card.
pub(super) const NOBODY: u32 = u32::MAX;

/// A place: its row and its place in the row, counted over the whole sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) row: u32,
    pub(super) slot: u32,
}

/// Where a card stood in its band and column.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    band: String,
    column: String,
    row: u32,
    slot: u32,
}

/// Where the cards of a sheet stand, so that the next one can leave them there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<NodeId, Place>);

impl Places {
    /// Which of the cards that are in both stand elsewhere: in another band, column, row or place of the row.
    #[must_use]
    pub fn moved(&self, other: &Self) -> Vec<NodeId> {
        let moved = |(id, place): (&NodeId, &Place)| {
            other.0.get(id).is_some_and(|there| there != place).then(|| id.clone())
        };
        self.0.iter().filter_map(moved).collect()
    }

    /// Takes over where cards stand on a later sheet; those that are not on it keep the places they had.
    pub fn take_over(&mut self, later: &Self) {
        self.0.extend(later.0.iter().map(|(id, place)| (id.clone(), place.clone())));
    }

    /// Whether it holds no card.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// All places, and who stands where.
#[derive(Clone)]
pub(super) struct Grid {
    /// How many places a row has.
    pub(super) width: usize,
    /// How many rows there are.
    pub(super) height: usize,
    /// The first row of each band, and the end of the last one.
    pub(super) band_rows: Vec<usize>,
    /// The first place of each column, and the end of the last one.
    pub(super) column_slots: Vec<usize>,
    /// Where each card stands.
    pub(super) at: Vec<Spot>,
    /// Which card stands at each place.
    pub(super) who: Vec<u32>,
    /// Whether a person put the card there.
    pub(super) pinned: Vec<bool>,
    /// Whether the card is new, or its cell is.
    pub(super) fresh: Vec<bool>,
}

/// About how many cells of a picture a place is wide and high, with its share of lines.
const ABOUT: (f64, f64) = (44.0, 11.0);
/// How much wider than high a sheet of paper is, in cells.
const SHAPE: f64 = 2.8;
/// No more places than this stand beside each other in a column.
const MOST_BESIDE: usize = 12;

impl Grid {
    /// Gives every card a place: the one it had before, if its cell is the same, else one in its cell that is free.
    pub(super) fn of(sorted: &Sorted<'_>, previous: Option<&Places>) -> Self {
        let (bands, columns) = (sorted.bands.len(), sorted.columns.len());
        let mut counts = vec![0_usize; bands * columns];
        for card in &sorted.cards {
            counts[card.band * columns + card.column] += 1;
        }
        let mut kept: Vec<Option<(u32, u32)>> = vec![None; sorted.cards.len()];
        if let Some(previous) = previous {
            for (card, kept) in sorted.cards.iter().zip(&mut kept) {
                let same = |place: &&Place| {
                    place.band == sorted.bands[card.band].key
                        && place.column == sorted.columns[card.column].key
                };
                *kept = previous.0.get(card.id).filter(same).map(|place| (place.row, place.slot));
            }
        }
        let (mut wide, mut high) = sizes(&counts, bands, columns);
        if kept.iter().any(Option::is_some) {
            // As it was, and larger only where it must be.
            let mut old = (vec![0; columns], vec![0; bands]);
            for (card, kept) in sorted.cards.iter().zip(&kept) {
                if let Some((row, slot)) = kept {
                    old.0[card.column] = old.0[card.column].max(*slot as usize + 1);
                    old.1[card.band] = old.1[card.band].max(*row as usize + 1);
                }
            }
            for (wide, &old) in wide.iter_mut().zip(&old.0).filter(|(_, old)| **old > 0) {
                *wide = old;
            }
            for band in 0..bands {
                let need = (0..columns).map(|c| counts[band * columns + c].div_ceil(wide[c])).max();
                high[band] = old.1[band].max(need.unwrap_or(1)).max(1);
            }
        }
        let ends = |sizes: &[usize]| {
            let mut ends = vec![0];
            for size in sizes {
                ends.push(ends.last().copied().unwrap_or(0) + size);
            }
            ends
        };
        let (band_rows, column_slots) = (ends(&high), ends(&wide));
        let (height, width) = (*band_rows.last().unwrap_or(&0), *column_slots.last().unwrap_or(&0));
        let mut grid = Self {
            width,
            height,
            band_rows,
            column_slots,
            at: vec![Spot { row: 0, slot: 0 }; sorted.cards.len()],
            who: vec![NOBODY; width * height],
            pinned: vec![false; sorted.cards.len()],
            fresh: vec![true; sorted.cards.len()],
        };
        grid.seat(sorted, &kept);
        grid
    }

    /// Pins first, then who stood somewhere before, then all others in order.
    fn seat(&mut self, sorted: &Sorted<'_>, kept: &[Option<(u32, u32)>]) {
        let mut seated = vec![false; sorted.cards.len()];
        let mut pins: Vec<(u32, usize)> = (0..sorted.cards.len())
            .filter_map(|card| Some((sorted.cards[card].node.pin.filter(|&pin| pin > 0)?, card)))
            .collect();
        pins.sort_unstable();
        for (pin, card) in pins {
            let cell = self.cell(sorted.cards[card].band, sorted.cards[card].column);
            let wanted = pin as usize - 1;
            let free = |&spot: &Spot| self.who[self.index(spot)] == NOBODY;
            let spot =
                cell.iter().skip(wanted).copied().find(free).or_else(|| cell.iter().copied().rfind(free));
            if let Some(spot) = spot {
                self.put(card, spot);
                (seated[card], self.pinned[card]) = (true, true);
            }
        }
        for card in 0..sorted.cards.len() {
            let Some((row, slot)) = kept[card].filter(|_| !seated[card]) else { continue };
            let (band, column) = (sorted.cards[card].band, sorted.cards[card].column);
            let spot = Spot {
                row: self.band_rows[band] as u32 + row,
                slot: self.column_slots[column] as u32 + slot,
            };
            if self.who[self.index(spot)] == NOBODY {
                self.put(card, spot);
                (seated[card], self.fresh[card]) = (true, false);
            }
        }
        for (card, own) in sorted.cards.iter().enumerate() {
            if !seated[card] {
                let cell = self.cell(own.band, own.column);
                let free = cell.into_iter().find(|&spot| self.who[self.index(spot)] == NOBODY);
                self.put(card, free.expect("a cell has a place for each of its cards"));
            }
        }
    }

    /// The places of a cell in reading order.
    pub(super) fn cell(&self, band: usize, column: usize) -> Vec<Spot> {
        let slots = self.column_slots[column]..self.column_slots[column + 1];
        let rows = self.band_rows[band]..self.band_rows[band + 1];
        rows.flat_map(|row| slots.clone().map(move |slot| Spot { row: row as u32, slot: slot as u32 }))
            .collect()
    }

    pub(super) fn index(&self, spot: Spot) -> usize {
        spot.row as usize * self.width + spot.slot as usize
    }

    pub(super) fn put(&mut self, card: usize, spot: Spot) {
        let index = self.index(spot);
        self.who[index] = card as u32;
        self.at[card] = spot;
    }

    /// Lets a card change places with whoever stands there, or nobody.
    pub(super) fn swap(&mut self, card: usize, spot: Spot) {
        let (from, to) = (self.at[card], self.index(spot));
        let other = self.who[to];
        let index = self.index(from);
        self.who[index] = NOBODY;
        self.put(card, spot);
        if other != NOBODY {
            self.put(other as usize, from);
        }
    }

    /// Where everybody stands, for the next layout.
    pub(super) fn places(&self, sorted: &Sorted<'_>) -> Places {
        let place = |(card, spot): (&super::sort::Card<'_>, &Spot)| {
            let (band, column) = (&sorted.bands[card.band], &sorted.columns[card.column]);
            let place = Place {
                band: band.key.clone(),
                column: column.key.clone(),
                row: spot.row - self.band_rows[card.band] as u32,
                slot: spot.slot - self.column_slots[card.column] as u32,
            };
            (card.id.clone(), place)
        };
        Places(sorted.cards.iter().zip(&self.at).map(place).collect())
    }
}

/// The widths of the columns in places, and the heights of the bands in rows.
type Sizes = (Vec<usize>, Vec<usize>);

/// How many places wide the columns and how many rows high the bands are, so that the whole has about the shape of
/// a sheet of paper.
fn sizes(counts: &[usize], bands: usize, columns: usize) -> Sizes {
    let mut best: Option<(f64, Sizes)> = None;
    let longest = counts.iter().copied().max().unwrap_or(1).max(1);
    for limit in 1..=longest {
        let wide: Vec<usize> = (0..columns)
            .map(|column| {
                let most = (0..bands).map(|band| counts[band * columns + column]).max().unwrap_or(1);
                most.div_ceil(limit).clamp(1, MOST_BESIDE)
            })
            .collect();
        let high: Vec<usize> = (0..bands)
            .map(|band| {
                let rows = |column: usize| counts[band * columns + column].div_ceil(wide[column]);
                (0..columns).map(rows).max().unwrap_or(1).max(1)
            })
            .collect();
        let across = wide.iter().sum::<usize>() as f64 * ABOUT.0;
        let along = high.iter().sum::<usize>() as f64 * ABOUT.1;
        let shape = across / along / SHAPE;
        let off = shape.max(1.0 / shape);
        if best.as_ref().is_none_or(|(least, _)| off < *least) {
            best = Some((off, (wide, high)));
        }
    }
    best.map(|(_, sizes)| sizes).unwrap_or_default()
}
