//! The pieces of lines in the cells of a canvas, and which piece goes on where one ends. It follows no line.

use std::collections::HashMap;

use super::cells::Cells;
use super::piece::{Pen, Way, arms, head};
use crate::layout::canvas::{Area, Canvas, Cell};
use crate::palette::Role;

/// A part of a line within one cell: between two arms, or from one arm to the middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bit {
    pub(super) cell: (u16, u16),
    pub(super) ends: [Option<Way>; 2],
    pub(super) pen: Option<Pen>,
    /// None where the line takes the role of the line it belongs to: a head, a branch on a frame.
    pub(super) role: Option<Role>,
    pub(super) struck: bool,
}

impl Bit {
    pub(super) fn fits(&self, other: &Bit) -> bool {
        let alike = |a: Option<Pen>, b: Option<Pen>| a.is_none() || b.is_none() || a == b;
        let same = self.role.is_none() || other.role.is_none() || self.role == other.role;
        same && alike(self.pen, other.pen) && self.struck == other.struck
    }
}

/// The bits of every cell that a line runs through, column by column. Frames are drawn as cards and have lines only
/// outwards. The largest canvas has some million cells, most of them blank.
pub(super) struct Bits {
    width: u16,
    height: u16,
    /// Where the bits of each cell begin, and at last where those of the last one end.
    starts: Vec<u32>,
    all: Vec<Bit>,
}

impl Bits {
    /// The bits of a canvas, and the cells they are in; cells on the edge of a frame count as well. O(cells).
    pub(super) fn of(canvas: &Canvas, frames: &[Area]) -> (Self, Cells) {
        let mut edges = HashMap::new();
        for &area in frames {
            let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
            for x in area.x..=right {
                edges.insert((x, area.y), area);
                edges.insert((x, bottom), area);
            }
            for y in area.y..=bottom {
                edges.insert((area.x, y), area);
                edges.insert((right, y), area);
            }
        }
        let (width, height) = (canvas.width(), canvas.height());
        let mut starts = Vec::with_capacity(usize::from(width) * usize::from(height) + 1);
        let (mut all, mut taken) = (Vec::new(), Cells::new(width, height));
        for x in 0..width {
            for y in 0..height {
                starts.push(all.len() as u32);
                let Some(cell) = canvas.get(x, y).filter(|cell| cell.text != " ") else { continue };
                let edge = edges.get(&(x, y));
                let before = all.len();
                add_bits(&mut all, (x, y), cell, edge.map(|area| outside(*area, (x, y))));
                if all.len() > before || edge.is_some() && arms(&cell.text).is_some() {
                    taken.insert((x, y));
                }
            }
        }
        starts.push(all.len() as u32);
        (Self { width, height, starts, all }, taken)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, at: usize) -> &Bit {
        &self.all[at]
    }

    /// The bits in a cell, as their places among all.
    pub(super) fn within(&self, (x, y): (u16, u16)) -> std::ops::Range<usize> {
        if x >= self.width || y >= self.height {
            return 0..0;
        }
        let cell = usize::from(x) * usize::from(self.height) + usize::from(y);
        self.starts[cell] as usize..self.starts[cell + 1] as usize
    }

    /// The bit that goes on where one ends, and which of its ends meets that one.
    pub(super) fn next(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let bit = self.get(at);
        let way = bit.ends[end]?;
        let beside = way.from(bit.cell)?;
        self.within(beside).find_map(|other_at| {
            let other = self.get(other_at);
            let met = other.ends.iter().position(|end| *end == Some(way.back()))?;
            other.fits(bit).then_some((other_at, met))
        })
    }
}

/// Whether a cell of that role may be a piece of a line and not a letter.
pub(super) fn is_line(cell: &Cell) -> bool {
    matches!(
        cell.role,
        Role::Frame
            | Role::Line
            | Role::LineIn
            | Role::LineOut
            | Role::Ghost
            | Role::Selected
            | Role::Area(_)
            | Role::Unknown
            | Role::Plus
            | Role::Minus
            | Role::Quiet
    )
}

/// Whether the cell is the head of an arrow.
#[must_use]
pub fn head_of(cell: &Cell) -> Option<Way> {
    matches!(
        cell.role,
        Role::Line | Role::LineIn | Role::LineOut | Role::Ghost | Role::Unknown | Role::Plus | Role::Minus
    )
    .then(|| head(&cell.text))
    .flatten()
}

/// Which way a cell on the edge of a frame has its outside.
fn outside(area: Area, (x, y): (u16, u16)) -> [bool; 4] {
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    [y == area.y, x == right, y == bottom, x == area.x]
}

/// Adds the bits in one cell; `edge` says where the outside is of a cell on the edge of a frame.
fn add_bits(all: &mut Vec<Bit>, at: (u16, u16), cell: &Cell, edge: Option<[bool; 4]>) {
    let none = |ends| Bit { cell: at, ends, pen: None, role: None, struck: cell.struck };
    if let Some(outside) = edge {
        let Some((arms, _)) = arms(&cell.text) else { return };
        let out = Way::ALL.into_iter().zip(arms).zip(outside).filter(|((_, arm), out)| *arm && *out);
        all.extend(out.map(|((way, _), _)| none([Some(way), None])));
        return;
    }
    if !is_line(cell) {
        return;
    }
    if let Some(way) = head_of(cell) {
        all.push(Bit { role: Some(cell.role), ..none([Some(way.back()), None]) });
        return;
    }
    let Some((arms, pen)) = arms(&cell.text) else { return };
    let bit = |ends| Bit { cell: at, ends, pen, role: Some(cell.role), struck: cell.struck };
    let ways: Vec<Way> = Way::ALL.into_iter().zip(arms).filter_map(|(way, arm)| arm.then_some(way)).collect();
    match ways[..] {
        [a, b] => all.push(bit([Some(a), Some(b)])),
        [a, b, c] => {
            let (through, branch) = if a.back() == b {
                ([a, b], c)
            } else if a.back() == c {
                ([a, c], b)
            } else {
                ([b, c], a)
            };
            all.extend([bit(through.map(Some)), bit([Some(branch), None])]);
        }
        [a, b, c, d] => all.extend([bit([Some(a), Some(c)]), bit([Some(b), Some(d)])]),
        _ => {}
    }
}
