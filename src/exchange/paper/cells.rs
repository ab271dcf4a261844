//! A set of cells of a picture: one bit each.

use fixedbitset::FixedBitSet;

/// Cells of a picture of some size, by column and row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    width: u16,
    height: u16,
    set: FixedBitSet,
}

impl Cells {
    /// None of the cells of a picture of that size.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        Self { width, height, set: FixedBitSet::with_capacity(usize::from(width) * usize::from(height)) }
    }

    /// Puts a cell in and gives whether it was not there. Cells outside the picture are never there.
    pub fn insert(&mut self, at: (u16, u16)) -> bool {
        self.place(at).is_some_and(|place| !self.set.put(place))
    }

    /// Whether a cell is there.
    #[must_use]
    pub fn contains(&self, at: (u16, u16)) -> bool {
        self.place(at).is_some_and(|place| self.set.contains(place))
    }

    /// How many are there.
    #[must_use]
    pub fn count(&self) -> usize {
        self.set.count_ones(..)
    }

    /// Takes out those that are not to stay.
    pub fn retain(&mut self, mut stays: impl FnMut((u16, u16)) -> bool) {
        let gone: Vec<usize> = self.set.ones().filter(|&place| !stays(self.at(place))).collect();
        for place in gone {
            self.set.remove(place);
        }
    }

    fn place(&self, (x, y): (u16, u16)) -> Option<usize> {
        (x < self.width && y < self.height).then(|| usize::from(y) * usize::from(self.width) + usize::from(x))
    }

    fn at(&self, place: usize) -> (u16, u16) {
        let width = usize::from(self.width);
        ((place % width) as u16, (place / width) as u16)
    }
}

impl Extend<(u16, u16)> for Cells {
    fn extend<T: IntoIterator<Item = (u16, u16)>>(&mut self, cells: T) {
        for at in cells {
            self.insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_apart_by_column_and_row() {
        let mut cells = Cells::new(3, 5);
        assert!(cells.insert((2, 1)) && cells.insert((1, 2)) && !cells.insert((2, 1)));
        assert!(!cells.insert((3, 0)) && !cells.contains((3, 0)), "outside");
        assert!(cells.contains((1, 2)) && !cells.contains((0, 2)));
        cells.extend([(0, 0), (2, 4)]);
        cells.retain(|(x, y)| x != y);
        assert_eq!((cells.count(), cells.contains((0, 0)), cells.contains((2, 4))), (3, false, true));
    }
}
