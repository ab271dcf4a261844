//! Where an arrow key leads: the nearest card in that direction, on the picture or not.

use super::sort::Sorted;
use super::{Board, BoardView, sorted};
use crate::layout::canvas::Area;
use crate::map::NodeId;

/// A direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the card above, at the top of a cell into the bands above.
    Up,
    /// To the card below, at the bottom of a cell into the bands below.
    Down,
    /// To the columns at the left.
    Left,
    /// To the columns at the right.
    Right,
}

impl Board {
    /// The nearest card that way; `None` at the edge of the map, and for a card that is not there.
    ///
    /// Up and down walk through the cards of a column, hidden ones too. Left and right go to the next column that
    /// has cards in the band, there to the card on the nearest row; if the band has none, to the nearest band.
    #[must_use]
    pub fn nearest(&self, view: &BoardView<'_>, from: &NodeId, step: Step) -> Option<NodeId> {
        let sorted = sorted(view);
        let at = sorted.find(from)?;
        let (band, column) = (sorted.cards[at].band, sorted.cards[at].column);
        let cell = sorted.cell(band, column);
        let nth = cell.iter().position(|&card| card == at)?;
        let (bands, columns) = (sorted.bands.len(), sorted.columns.len());
        let to = match step {
            Step::Up if nth > 0 => Some(cell[nth - 1]),
            Step::Down if nth + 1 < cell.len() => Some(cell[nth + 1]),
            Step::Up => nearest_cell(&sorted, (0..band).rev(), &around(column, columns))
                .and_then(|cell| sorted.cell(cell.0, cell.1).last().copied()),
            Step::Down => nearest_cell(&sorted, band + 1..bands, &around(column, columns))
                .and_then(|cell| sorted.cell(cell.0, cell.1).first().copied()),
            Step::Left => {
                let beside: Vec<usize> = (0..column).rev().collect();
                self.beside(&sorted, at, nth, &around(band, bands), &beside)
            }
            Step::Right => {
                let beside: Vec<usize> = (column + 1..columns).collect();
                self.beside(&sorted, at, nth, &around(band, bands), &beside)
            }
        };
        to.map(|card| sorted.cards[card].id.clone())
    }

    fn beside(
        &self,
        sorted: &Sorted,
        from: usize,
        nth: usize,
        bands: &[usize],
        columns: &[usize],
    ) -> Option<usize> {
        let (band, column) = bands
            .iter()
            .flat_map(|&band| columns.iter().map(move |&column| (band, column)))
            .find(|&(band, column)| !sorted.cell(band, column).is_empty())?;
        let row = |card: usize| {
            let id = &sorted.cards[card].id;
            self.hits.iter().find(|(_, other)| other == id).map(|(area, _)| middle(*area))
        };
        let cell = sorted.cell(band, column);
        let here = row(from);
        let seen = cell.iter().filter_map(|&card| Some((row(card)?.abs_diff(here?), card)));
        match seen.min() {
            Some((_, card)) => Some(card),
            None => cell.get(nth.min(cell.len() - 1)).copied(),
        }
    }
}

fn middle(area: Area) -> u16 {
    area.y + area.height / 2
}

/// The first cell with cards, band by band.
fn nearest_cell(
    sorted: &Sorted,
    mut bands: impl Iterator<Item = usize>,
    columns: &[usize],
) -> Option<(usize, usize)> {
    bands.find_map(|band| {
        columns.iter().find(|&&column| !sorted.cell(band, column).is_empty()).map(|&column| (band, column))
    })
}

/// 0 to before `count`, from `home` outwards.
fn around(home: usize, count: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by_key(|&at| at.abs_diff(home));
    all
}
