//! A picture as a grid of cells.

use compact_str::CompactString;

use crate::palette::Role;
use crate::text::visible;
use crate::text::width::letters;

/// One cell: what stands in it and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in the cell; empty for the second half of a wide letter, a blank for nothing.
    pub text: CompactString,
    /// What it is.
    pub role: Role,
    /// Struck through: a refuted link or card.
    pub struck: bool,
}

impl Default for Cell {
    fn default() -> Self {
        Self { text: CompactString::const_new(" "), role: Role::Text, struck: false }
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Area {
    /// The leftmost column.
    pub x: u16,
    /// The topmost row.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl Area {
    /// Whether the cell is in it.
    #[must_use]
    pub fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && x - self.x < self.width && y >= self.y && y - self.y < self.height
    }

    /// How many cells both have; none where they do not meet.
    #[must_use]
    pub fn shared(self, other: Area) -> u32 {
        let both = |(from, many): (u16, u16), (other, others): (u16, u16)| {
            let end = (from.saturating_add(many)).min(other.saturating_add(others));
            u32::from(end.saturating_sub(from.max(other)))
        };
        both((self.x, self.width), (other.x, other.width))
            * both((self.y, self.height), (other.y, other.height))
    }
}

/// A grid of cells, written from the top left.
///
/// Large pictures are mostly blank. Only those stretches of a row take room that something was written into.
#[derive(Clone, Debug)]
pub struct Canvas {
    width: u16,
    height: u16,
    // Where the cells of each stretch begin, row by row.
    starts: Vec<u32>,
    // The first stretch is blank and stands for all that nothing was written into.
    cells: Vec<Cell>,
}

/// How many cells a stretch has.
const STRETCH: usize = 8;

impl Canvas {
    /// An empty picture of that size.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        let stretches = usize::from(width).div_ceil(STRETCH) * usize::from(height);
        let mut cells = Vec::with_capacity(STRETCH * (stretches / 3 + 1));
        cells.resize(STRETCH, Cell::default());
        Self { width, height, starts: vec![0; stretches], cells }
    }

    /// How many columns.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.width
    }

    /// How many rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.height
    }

    /// The cell at a place; `None` outside.
    #[must_use]
    pub fn get(&self, x: u16, y: u16) -> Option<&Cell> {
        (x < self.width && y < self.height)
            .then(|| &self.cells[self.starts[self.stretch(x, y)] as usize + usize::from(x) % STRETCH])
    }

    /// Writes one glyph of one cell; outside the picture nothing happens.
    pub fn set(&mut self, x: u16, y: u16, glyph: &str, role: Role) {
        if x < self.width && y < self.height {
            *self.cell(x, y) = Cell { text: CompactString::new(glyph), role, struck: false };
        }
    }

    /// Writes one glyph of one cell into all cells of a row from `x` to before `end`, as far as they are in the picture.
    pub fn fill_across(&mut self, x: u16, end: u16, y: u16, glyph: &str, role: Role) {
        if y < self.height {
            let cell = Cell { text: CompactString::new(glyph), role, struck: false };
            for x in x..end.min(self.width) {
                self.cell(x, y).clone_from(&cell);
            }
        }
    }

    /// The same for the cells of a column from `y` to before `end`.
    pub fn fill_along(&mut self, x: u16, y: u16, end: u16, glyph: &str, role: Role) {
        if x < self.width {
            let cell = Cell { text: CompactString::new(glyph), role, struck: false };
            for y in y..end.min(self.height) {
                self.cell(x, y).clone_from(&cell);
            }
        }
    }

    /// Writes a text made safe to show, cut at the picture's edge, and gives the column behind it.
    pub fn write(&mut self, x: u16, y: u16, text: &str, role: Role) -> u16 {
        let mut column = x;
        let text = visible(text);
        for (letter, cells) in letters(&text) {
            let cells = u16::try_from(cells).unwrap_or(u16::MAX);
            if cells == 0 {
                continue;
            }
            if column.saturating_add(cells) > self.width {
                break;
            }
            self.set(column, y, letter, role);
            for half in 1..cells {
                self.set(column + half, y, "", role);
            }
            column += cells;
        }
        column
    }

    /// Strikes the cells of a row from `x` to before `end` through.
    pub fn strike(&mut self, x: u16, end: u16, y: u16) {
        for column in x..end.min(self.width) {
            if y < self.height {
                self.cell(column, y).struck = true;
            }
        }
    }

    /// The rows as plain text, without blanks at their ends: for tests and for people who read without a terminal.
    #[must_use]
    pub fn to_lines(&self) -> Vec<String> {
        let row = |y: u16| -> String {
            (0..self.width).filter_map(|x| self.get(x, y)).map(|cell| cell.text.as_str()).collect()
        };
        let rows = if self.width == 0 { 0 } else { self.height };
        (0..rows).map(|y| row(y).trim_end().to_owned()).collect()
    }

    fn stretch(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.width).div_ceil(STRETCH) + usize::from(x) / STRETCH
    }

    // A cell to write into, which must be in the picture.
    fn cell(&mut self, x: u16, y: u16) -> &mut Cell {
        let stretch = self.stretch(x, y);
        let mut start = self.starts[stretch] as usize;
        if start == 0 {
            start = self.cells.len();
            self.starts[stretch] = start as u32;
            self.cells.resize(start + STRETCH, Cell::default());
        }
        &mut self.cells[start + usize::from(x) % STRETCH]
    }
}

impl PartialEq for Canvas {
    /// Whether both show the same, whatever was written on the way there.
    fn eq(&self, other: &Self) -> bool {
        (self.width, self.height) == (other.width, other.height)
            && (0..self.height).all(|y| (0..self.width).all(|x| self.get(x, y) == other.get(x, y)))
    }
}

impl Eq for Canvas {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_two_cells_and_are_never_halved() {
        let mut canvas = Canvas::new(5, 1);
        assert_eq!(canvas.write(0, 0, "a中b", Role::Text), 4);
        assert_eq!(canvas.get(2, 0).map(|cell| cell.text.as_str()), Some(""));
        assert_eq!(canvas.write(4, 0, "中", Role::Text), 4);
        assert_eq!(canvas.to_lines(), ["a中b"]);
    }

    #[test]
    fn what_was_written_and_blanked_again_is_as_if_nothing_had_been_written() {
        let mut canvas = Canvas::new(40, 2);
        canvas.fill_across(10, 99, 1, "─", Role::Text);
        assert_eq!(canvas.to_lines(), [String::new(), format!("{}{}", " ".repeat(10), "─".repeat(30))]);
        assert_ne!(canvas, Canvas::new(40, 2));
        canvas.fill_across(10, 40, 1, " ", Role::Text);
        assert_eq!(canvas, Canvas::new(40, 2));
        canvas.strike(39, 41, 0);
        assert_ne!(canvas, Canvas::new(40, 2));
    }

    #[test]
    fn nothing_is_written_outside() {
        let mut canvas = Canvas::new(2, 1);
        canvas.set(2, 0, "x", Role::Text);
        canvas.write(0, 3, "x", Role::Text);
        assert_eq!(canvas.to_lines(), [""]);
    }
}
