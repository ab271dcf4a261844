//! A line as the way it takes: directions, where it may begin and end, what its cells look like.

use crate::text::glyph::Line;

/// A direction on the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// Towards the top.
    Up,
    /// Towards the bottom.
    Down,
    /// Towards the left edge.
    Left,
    /// Towards the right edge.
    Right,
}

impl Way {
    pub(super) fn back(self) -> Self {
        match self {
            Way::Up => Way::Down,
            Way::Down => Way::Up,
            Way::Left => Way::Right,
            Way::Right => Way::Left,
        }
    }

    pub(super) fn is_along(self) -> bool {
        matches!(self, Way::Up | Way::Down)
    }

    /// The cell one step further that way; `None` before the first row or column.
    #[must_use]
    pub fn step(self, x: u16, y: u16) -> Option<(u16, u16)> {
        Some(match self {
            Way::Up => (x, y.checked_sub(1)?),
            Way::Down => (x, y.checked_add(1)?),
            Way::Left => (x.checked_sub(1)?, y),
            Way::Right => (x.checked_add(1)?, y),
        })
    }
}

/// Where a line may begin or end: its first or last cell, and the way it goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Port {
    /// The cell's column.
    pub x: u16,
    /// The cell's row.
    pub y: u16,
    /// Away from the card where a line begins, towards the card where it ends.
    pub way: Way,
}

/// What a cell of a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// ─
    Across,
    /// │
    Along,
    /// ╭
    RightDown,
    /// ╮
    LeftDown,
    /// ╰
    RightUp,
    /// ╯
    LeftUp,
}

impl Piece {
    fn between(came: Way, goes: Way) -> Self {
        use Way::{Down, Left, Right, Up};
        match (came, goes) {
            (Up, Right) | (Left, Down) => Piece::RightDown,
            (Up, Left) | (Right, Down) => Piece::LeftDown,
            (Down, Right) | (Left, Up) => Piece::RightUp,
            (Down, Left) | (Right, Up) => Piece::LeftUp,
            (Up | Down, _) => Piece::Along,
            (Left | Right, _) => Piece::Across,
        }
    }

    /// The character for it.
    #[must_use]
    pub fn draw(self, line: &Line) -> &'static str {
        match self {
            Piece::Across => line.across,
            Piece::Along => line.along,
            Piece::RightDown => line.right_down,
            Piece::LeftDown => line.left_down,
            Piece::RightUp => line.right_up,
            Piece::LeftUp => line.left_up,
        }
    }
}

/// A line that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its cells from the beginning to the end, each next to the one before.
    pub cells: Vec<(u16, u16)>,
    /// Which of the beginnings it took.
    pub start: usize,
    /// Which of the ends it took.
    pub end: usize,
    /// What it cost: its length, its corners and its crossings.
    pub cost: u32,
    pub(super) first: Way,
    pub(super) last: Way,
}

impl Route {
    /// Every cell with what it looks like, from the beginning to the end.
    pub fn pieces(&self) -> impl Iterator<Item = (u16, u16, Piece)> + '_ {
        (0..self.cells.len()).map(|at| {
            let (x, y) = self.cells[at];
            let came = if at == 0 { self.first } else { towards(self.cells[at - 1], (x, y)) };
            let goes = match self.cells.get(at + 1) {
                Some(&next) => towards((x, y), next),
                None => self.last,
            };
            (x, y, Piece::between(came, goes))
        })
    }
}

fn towards(from: (u16, u16), to: (u16, u16)) -> Way {
    if to.0 > from.0 {
        Way::Right
    } else if to.0 < from.0 {
        Way::Left
    } else if to.1 < from.1 {
        Way::Up
    } else {
        Way::Down
    }
}
