//! A picture as a grid of cells.

use compact_str::CompactString;
use unicode_segmentation::UnicodeSegmentation;

use crate::palette::Role;
use crate::text::width::is_plain;
use crate::text::{visible, width};

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
}

/// A grid of cells, written from the top left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canvas {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
}

impl Canvas {
    /// An empty picture of that size.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        Self { width, height, cells: vec![Cell::default(); usize::from(width) * usize::from(height)] }
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
        (x < self.width && y < self.height).then(|| &self.cells[self.at(x, y)])
    }

    /// Writes one glyph of one cell; outside the picture nothing happens.
    pub fn set(&mut self, x: u16, y: u16, glyph: &str, role: Role) {
        if x < self.width && y < self.height {
            let at = self.at(x, y);
            self.cells[at] = Cell { text: CompactString::new(glyph), role, struck: false };
        }
    }

    /// Writes a text made safe to show, cut at the picture's edge, and gives the column behind it.
    pub fn write(&mut self, x: u16, y: u16, text: &str, role: Role) -> u16 {
        let mut column = x;
        let text = visible(text);
        if text.chars().all(is_plain) {
            let mut letter = [0; 4];
            for one in text.chars().take(usize::from(self.width.saturating_sub(x))) {
                self.set(column, y, one.encode_utf8(&mut letter), role);
                column += 1;
            }
            return column;
        }
        for letter in text.graphemes(true) {
            let cells = u16::try_from(width(letter)).unwrap_or(u16::MAX);
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
                let at = self.at(column, y);
                self.cells[at].struck = true;
            }
        }
    }

    /// The rows as plain text, without blanks at their ends: for tests and for people who read without a terminal.
    #[must_use]
    pub fn to_lines(&self) -> Vec<String> {
        self.cells
            .chunks(usize::from(self.width).max(1))
            .map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<String>().trim_end().to_owned())
            .collect()
    }

    fn at(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.width) + usize::from(x)
    }
}

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
    fn nothing_is_written_outside() {
        let mut canvas = Canvas::new(2, 1);
        canvas.set(2, 0, "x", Role::Text);
        canvas.write(0, 3, "x", Role::Text);
        assert_eq!(canvas.to_lines(), [""]);
    }
}
