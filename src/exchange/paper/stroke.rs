//! Lines of a canvas as paths: the characters of one line, followed from cell to cell.
//!
//! A path ends where its character does, at a branch of another line, or where role or style change. It knows cells, not
//! what a line means.

use fixedbitset::FixedBitSet;

use super::bit::{Bit, Bits, head_of};
use super::cells::Cells;
use super::grid::Grid;
use super::piece::{Pen, Way, arms};
use crate::layout::canvas::{Area, Canvas};
use crate::palette::Role;

/// How round a corner is.
const ROUND: f32 = 4.5;
/// How far a line that is crossed comes towards the line that crosses it, and how near to its middle at most.
const NEARER: f32 = 2.6;
const APART: f32 = 1.9;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Path data of SVG: moves, lines, quadratic curves.
    pub path: String,
    /// How it is drawn.
    pub pen: Pen,
    /// What it is.
    pub role: Role,
    /// Its link is refuted.
    pub struck: bool,
    /// The cells it runs through, in order.
    pub cells: Vec<(u16, u16)>,
}

/// All lines of a canvas but the frames, by where its cells lie, and the cells they stand in.
#[must_use]
pub fn strokes(canvas: &Canvas, frames: &[Area], grid: &Grid) -> (Vec<Stroke>, Cells) {
    let (bits, mut cells) = Bits::of(canvas, frames);
    cells.retain(|(x, y)| canvas.get(x, y).is_some_and(|cell| head_of(cell).is_none()));
    (bits.walk(canvas, grid), cells)
}

impl Bits {
    fn walk(&self, canvas: &Canvas, grid: &Grid) -> Vec<Stroke> {
        let mut seen = FixedBitSet::with_capacity(self.count());
        let mut strokes = Vec::new();
        // First from the ends of lines, then round what has no end.
        for closed in [false, true] {
            for at in 0..self.count() {
                if seen.contains(at) {
                    continue;
                }
                let open = [0, 1].into_iter().find(|&end| self.next(at, end).is_none());
                let Some(from) = open.or(closed.then_some(0)) else { continue };
                strokes.push(self.follow((canvas, grid), at, from, &mut seen));
            }
        }
        strokes
    }

    /// The line that begins at an end of a bit.
    fn follow(&self, on: (&Canvas, &Grid), first: usize, from: usize, seen: &mut FixedBitSet) -> Stroke {
        let begin = self.get(first);
        let (mut role, mut pen) = (begin.role, begin.pen);
        let mut path = String::new();
        let mut cells = Vec::new();
        let start = self.end_point(on, first, from);
        path.push_str(&format!("M{} {}", number(start.0), number(start.1)));
        let (mut at, mut enter) = (first, from);
        let closed = loop {
            seen.insert(at);
            let own = self.get(at);
            cells.push(own.cell);
            role = role.or(own.role);
            pen = pen.or(own.pen);
            let leave = 1 - enter;
            if let (Some(a), Some(b)) = (own.ends[enter], own.ends[leave])
                && a.back() != b
            {
                let (middle, half) = (on.1.middle(own.cell), on.1.half(own.cell));
                let near = |way: Way| {
                    let (dx, dy) = way.step();
                    (middle.0 + dx * ROUND.min(half.0), middle.1 + dy * ROUND.min(half.1))
                };
                let (p, q) = (near(a), near(b));
                path.push_str(&format!(
                    "L{} {}Q{} {} {} {}",
                    number(p.0),
                    number(p.1),
                    number(middle.0),
                    number(middle.1),
                    number(q.0),
                    number(q.1)
                ));
            }
            let going_on = self.next(at, leave).filter(|(next, _)| {
                let other = self.get(*next);
                let fits = |a: Option<Pen>, b: Option<Pen>| a.is_none() || b.is_none() || a == b;
                let same = role.is_none() || other.role.is_none() || role == other.role;
                !seen.contains(*next) && fits(pen, other.pen) && same
            });
            match going_on {
                Some((next, met)) => (at, enter) = (next, met),
                None => {
                    let closed = self.next(at, leave).is_some_and(|(next, _)| next == first) && at != first;
                    let end = self.end_point(on, at, leave);
                    path.push_str(&format!("L{} {}", number(end.0), number(end.1)));
                    break closed;
                }
            }
        };
        if closed {
            path.push('Z');
        }
        Stroke {
            path,
            pen: pen.unwrap_or(Pen::Thin),
            role: role.unwrap_or(Role::Line),
            struck: begin.struck,
            cells,
        }
    }

    /// Where a bit ends: at the edge of its cell, a little beyond where it is crossed, or in the middle.
    fn end_point(&self, (canvas, grid): (&Canvas, &Grid), at: usize, end: usize) -> (f32, f32) {
        let bit = self.get(at);
        let middle = grid.middle(bit.cell);
        let Some(way) = bit.ends[end] else { return middle };
        let (dx, dy) = way.step();
        let half = grid.half(bit.cell);
        let mut far = (half.0 * dx, half.1 * dy);
        if self.next(at, end).is_none() && self.is_crossed(canvas, bit.cell, way, bit) {
            let crossed = way.from(bit.cell).map_or(half, |beside| grid.half(beside));
            let nearer = |half: f32| NEARER.min(half - APART).max(0.0);
            far = (far.0 + nearer(crossed.0) * dx, far.1 + nearer(crossed.1) * dy);
        }
        (middle.0 + far.0, middle.1 + far.1)
    }

    /// Whether another line stands across, and this one goes on behind it.
    fn is_crossed(&self, canvas: &Canvas, cell: (u16, u16), way: Way, bit: &Bit) -> bool {
        let Some(beyond) = way.from(cell).and_then(|beside| way.from(beside)) else { return false };
        let goes_on = self.within(beyond).any(|other| {
            let other = self.get(other);
            other.ends.contains(&Some(way.back())) && other.fits(bit)
        });
        goes_on
            && way
                .from(cell)
                .is_some_and(|(x, y)| canvas.get(x, y).is_some_and(|cell| arms(&cell.text).is_some()))
    }
}

/// A path through the middles of cells that are each next to the one before; empty for none.
#[must_use]
pub fn along(cells: &[(u16, u16)], grid: &Grid) -> String {
    let mut path = String::new();
    let straight = |a: (u16, u16), b: (u16, u16), c: (u16, u16)| {
        (a.0 == b.0 && b.0 == c.0) || (a.1 == b.1 && b.1 == c.1)
    };
    for (at, &cell) in cells.iter().enumerate() {
        let inner = at > 0 && at + 1 < cells.len();
        if inner && straight(cells[at - 1], cell, cells[at + 1]) {
            continue;
        }
        let (x, y) = grid.middle(cell);
        path.push_str(&format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, number(x), number(y)));
    }
    path
}

/// A number with one decimal at most.
#[must_use]
pub fn number(value: f32) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::line::draw_line;
    use crate::text::glyph::UNICODE;

    fn of(rows: &[&str]) -> Vec<Stroke> {
        let mut canvas = Canvas::new(12, 6);
        for (y, row) in (0..).zip(rows) {
            canvas.write(0, y, row, Role::Line);
        }
        strokes(&canvas, &[], &Grid::even(&canvas)).0
    }

    #[test]
    fn a_line_with_corners_is_one_path() {
        let mut canvas = Canvas::new(6, 4);
        draw_line(&mut canvas, &[(0, 3), (0, 1), (4, 1)], &UNICODE.dashed, Role::LineOut);
        let (strokes, cells) = strokes(&canvas, &[], &Grid::even(&canvas));
        assert_eq!(strokes.len(), 1, "{strokes:?}");
        assert_eq!((strokes[0].pen, strokes[0].role), (Pen::Dashed, Role::LineOut));
        assert_eq!(strokes[0].cells.len(), 7);
        assert_eq!(strokes[0].path.matches('Q').count(), 1, "{}", strokes[0].path);
        assert_eq!(cells.count(), 7);
    }

    #[test]
    fn a_crossing_keeps_the_vertical_whole() {
        let strokes = of(&["  │", "──│──", "  │"]);
        let tall: Vec<_> = strokes.iter().filter(|stroke| stroke.cells.len() == 3).collect();
        assert_eq!(tall.len(), 1, "{strokes:?}");
        assert_eq!(strokes.len(), 3);
    }

    #[test]
    fn a_branch_ends_at_the_line_it_branches_from() {
        let strokes = of(&["│", "├──", "│"]);
        let mut lengths: Vec<_> = strokes.iter().map(|stroke| stroke.cells.len()).collect();
        lengths.sort_unstable();
        assert_eq!(lengths, [3, 3], "{strokes:?}");
    }

    #[test]
    fn letters_in_a_label_are_no_lines() {
        let mut canvas = Canvas::new(12, 1);
        canvas.write(0, 0, "a ── b ▶", Role::Text);
        assert!(strokes(&canvas, &[], &Grid::even(&canvas)).0.is_empty());
    }

    #[test]
    fn a_way_turns_only_at_its_corners() {
        let grid = Grid::even(&Canvas::new(3, 2));
        assert_eq!(along(&[(0, 0), (1, 0), (2, 0), (2, 1)], &grid), "M4.5 9L22.5 9L22.5 27");
        assert_eq!(along(&[], &grid), "");
    }

    #[test]
    fn a_ring_is_closed() {
        let strokes = of(&["╭─╮", "╰─╯"]);
        assert_eq!(strokes.len(), 1, "{strokes:?}");
        assert!(strokes[0].path.ends_with('Z'), "{}", strokes[0].path);
    }
}
