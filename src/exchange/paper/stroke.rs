//! Lines of a canvas as paths: the characters of one line, followed from cell to cell.
//!
//! A path ends where its character does, at a branch of another line, or where role or style change. It knows cells, not
//! what a line means.

use std::collections::{BTreeMap, BTreeSet};

use super::piece::{Pen, Way, arms, head};
use crate::layout::canvas::{Area, Canvas, Cell};
use crate::palette::Role;

/// The size of a cell in units of the picture.
pub const CELL: (f32, f32) = (9.0, 18.0);
/// How round a corner is.
const ROUND: f32 = 4.5;
/// How far a line that is crossed comes towards the line that crosses it.
const NEARER: f32 = 2.6;

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

/// A part of a line within one cell: between two arms, or from one arm to the middle.
#[derive(Clone, Copy, Debug)]
struct Bit {
    ends: [Option<Way>; 2],
    pen: Option<Pen>,
    /// None where the line takes the role of the line it belongs to: a head, a branch on a frame.
    role: Option<Role>,
    struck: bool,
}

impl Bit {
    fn fits(&self, other: &Bit) -> bool {
        let alike = |a: Option<Pen>, b: Option<Pen>| a.is_none() || b.is_none() || a == b;
        let same = self.role.is_none() || other.role.is_none() || self.role == other.role;
        same && alike(self.pen, other.pen) && self.struck == other.struck
    }
}

/// The name of a bit: its cell and which of the bits there.
type Name = ((u16, u16), usize);

/// The bits of every cell that a line runs through. `frames` are drawn as cards and have lines only outwards.
struct Bits(BTreeMap<(u16, u16), Vec<Bit>>);

/// Whether a cell of that role may be a piece of a line and not a letter.
fn is_line(cell: &Cell) -> bool {
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

/// All lines of a canvas but the frames, and the cells they stand in.
#[must_use]
pub fn strokes(canvas: &Canvas, frames: &[Area]) -> (Vec<Stroke>, BTreeSet<(u16, u16)>) {
    let bits = Bits::of(canvas, frames);
    let mut cells: BTreeSet<(u16, u16)> = bits.0.keys().copied().collect();
    cells.retain(|&(x, y)| canvas.get(x, y).is_some_and(|cell| head_of(cell).is_none()));
    (bits.walk(canvas), cells)
}

/// Which way a cell on the edge of a frame has its outside.
fn outside(area: Area, (x, y): (u16, u16)) -> [bool; 4] {
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    [y == area.y, x == right, y == bottom, x == area.x]
}

impl Bits {
    fn of(canvas: &Canvas, frames: &[Area]) -> Self {
        let mut edges = BTreeMap::new();
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
        let mut bits = BTreeMap::new();
        for y in 0..canvas.height() {
            for x in 0..canvas.width() {
                let Some(cell) = canvas.get(x, y) else { continue };
                let edge = edges.get(&(x, y));
                let own = bits_of(cell, edge.map(|area| outside(*area, (x, y))));
                if !own.is_empty() || edge.is_some() && arms(&cell.text).is_some() {
                    bits.insert((x, y), own);
                }
            }
        }
        Self(bits)
    }

    /// The bit that goes on where one ends.
    fn next(&self, (cell, at): Name, end: usize) -> Option<(Name, usize)> {
        let bit = &self.0[&cell][at];
        let way = bit.ends[end]?;
        let beside = way.from(cell)?;
        let others = self.0.get(&beside)?;
        others.iter().enumerate().find_map(|(other_at, other)| {
            let met = other.ends.iter().position(|end| *end == Some(way.back()))?;
            other.fits(bit).then_some(((beside, other_at), met))
        })
    }

    fn walk(&self, canvas: &Canvas) -> Vec<Stroke> {
        let mut seen = BTreeSet::new();
        let mut strokes = Vec::new();
        let names: Vec<Name> =
            self.0.iter().flat_map(|(&cell, bits)| (0..bits.len()).map(move |at| (cell, at))).collect();
        // First from the ends of lines, then round what has no end.
        for closed in [false, true] {
            for &name in &names {
                if seen.contains(&name) {
                    continue;
                }
                let open = [0, 1].into_iter().find(|&end| self.next(name, end).is_none());
                let Some(from) = open.or(closed.then_some(0)) else { continue };
                strokes.push(self.follow(canvas, name, from, &mut seen));
            }
        }
        strokes
    }

    /// The line that begins at an end of a bit.
    fn follow(&self, canvas: &Canvas, first: Name, from: usize, seen: &mut BTreeSet<Name>) -> Stroke {
        let bit = |name: Name| &self.0[&name.0][name.1];
        let begin = bit(first);
        let (mut role, mut pen) = (begin.role, begin.pen);
        let mut path = String::new();
        let mut cells = Vec::new();
        let start = self.end_point(canvas, first, from);
        path.push_str(&format!("M{} {}", number(start.0), number(start.1)));
        let (mut name, mut enter) = (first, from);
        let closed = loop {
            seen.insert(name);
            cells.push(name.0);
            let own = bit(name);
            role = role.or(own.role);
            pen = pen.or(own.pen);
            let leave = 1 - enter;
            if let (Some(a), Some(b)) = (own.ends[enter], own.ends[leave])
                && a.back() != b
            {
                let middle = middle(name.0);
                let near = |way: Way| {
                    let (dx, dy) = way.step();
                    (middle.0 + dx * ROUND, middle.1 + dy * ROUND)
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
            let going_on = self.next(name, leave).filter(|(next, _)| {
                let other = bit(*next);
                let fits = |a: Option<Pen>, b: Option<Pen>| a.is_none() || b.is_none() || a == b;
                let same = role.is_none() || other.role.is_none() || role == other.role;
                !seen.contains(next) && fits(pen, other.pen) && same
            });
            match going_on {
                Some((next, met)) => (name, enter) = (next, met),
                None => {
                    let closed =
                        self.next(name, leave).is_some_and(|(next, _)| next == first) && name != first;
                    let end = self.end_point(canvas, name, leave);
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
    fn end_point(&self, canvas: &Canvas, name: Name, end: usize) -> (f32, f32) {
        let (cell, at) = name;
        let bit = &self.0[&cell][at];
        let middle = middle(cell);
        let Some(way) = bit.ends[end] else { return middle };
        let (dx, dy) = way.step();
        let mut far = (CELL.0 / 2.0 * dx, CELL.1 / 2.0 * dy);
        if self.next(name, end).is_none() && self.is_crossed(canvas, cell, way, bit) {
            far = (far.0 + NEARER * dx, far.1 + NEARER * dy);
        }
        (middle.0 + far.0, middle.1 + far.1)
    }

    /// Whether another line stands across, and this one goes on behind it.
    fn is_crossed(&self, canvas: &Canvas, cell: (u16, u16), way: Way, bit: &Bit) -> bool {
        let Some(beyond) = way.from(cell).and_then(|beside| way.from(beside)) else { return false };
        let goes_on = self.0.get(&beyond).is_some_and(|bits| {
            bits.iter().any(|other| other.ends.contains(&Some(way.back())) && other.fits(bit))
        });
        goes_on
            && way
                .from(cell)
                .is_some_and(|(x, y)| canvas.get(x, y).is_some_and(|cell| arms(&cell.text).is_some()))
    }
}

/// The bits in one cell; `edge` says where the outside is of a cell on the edge of a frame.
fn bits_of(cell: &Cell, edge: Option<[bool; 4]>) -> Vec<Bit> {
    let none = |ends| Bit { ends, pen: None, role: None, struck: cell.struck };
    if let Some(outside) = edge {
        let Some((arms, _)) = arms(&cell.text) else { return Vec::new() };
        let out = Way::ALL.into_iter().zip(arms).zip(outside).filter(|((_, arm), out)| *arm && *out);
        return out.map(|((way, _), _)| none([Some(way), None])).collect();
    }
    if !is_line(cell) {
        return Vec::new();
    }
    if let Some(way) = head_of(cell) {
        return vec![Bit { role: Some(cell.role), ..none([Some(way.back()), None]) }];
    }
    let Some((arms, pen)) = arms(&cell.text) else { return Vec::new() };
    let bit = |ends| Bit { ends, pen, role: Some(cell.role), struck: cell.struck };
    let ways: Vec<Way> = Way::ALL.into_iter().zip(arms).filter_map(|(way, arm)| arm.then_some(way)).collect();
    match ways[..] {
        [a, b] => vec![bit([Some(a), Some(b)])],
        [a, b, c] => {
            let (through, branch) = if a.back() == b {
                ([a, b], c)
            } else if a.back() == c {
                ([a, c], b)
            } else {
                ([b, c], a)
            };
            vec![bit(through.map(Some)), bit([Some(branch), None])]
        }
        [a, b, c, d] => vec![bit([Some(a), Some(c)]), bit([Some(b), Some(d)])],
        _ => Vec::new(),
    }
}

/// A path through the middles of cells that are each next to the one before; empty for none.
#[must_use]
pub fn along(cells: &[(u16, u16)]) -> String {
    let mut path = String::new();
    let straight = |a: (u16, u16), b: (u16, u16), c: (u16, u16)| {
        (a.0 == b.0 && b.0 == c.0) || (a.1 == b.1 && b.1 == c.1)
    };
    for (at, &cell) in cells.iter().enumerate() {
        let inner = at > 0 && at + 1 < cells.len();
        if inner && straight(cells[at - 1], cell, cells[at + 1]) {
            continue;
        }
        let (x, y) = middle(cell);
        path.push_str(&format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, number(x), number(y)));
    }
    path
}

/// The middle of a cell.
#[must_use]
pub fn middle((x, y): (u16, u16)) -> (f32, f32) {
    ((f32::from(x) + 0.5) * CELL.0, (f32::from(y) + 0.5) * CELL.1)
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
        strokes(&canvas, &[]).0
    }

    #[test]
    fn a_line_with_corners_is_one_path() {
        let mut canvas = Canvas::new(6, 4);
        draw_line(&mut canvas, &[(0, 3), (0, 1), (4, 1)], &UNICODE.dashed, Role::LineOut);
        let (strokes, cells) = strokes(&canvas, &[]);
        assert_eq!(strokes.len(), 1, "{strokes:?}");
        assert_eq!((strokes[0].pen, strokes[0].role), (Pen::Dashed, Role::LineOut));
        assert_eq!(strokes[0].cells.len(), 7);
        assert_eq!(strokes[0].path.matches('Q').count(), 1, "{}", strokes[0].path);
        assert_eq!(cells.len(), 7);
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
        assert!(strokes(&canvas, &[]).0.is_empty());
    }

    #[test]
    fn a_way_turns_only_at_its_corners() {
        assert_eq!(along(&[(0, 0), (1, 0), (2, 0), (2, 1)]), "M4.5 9L22.5 9L22.5 27");
        assert_eq!(along(&[]), "");
    }

    #[test]
    fn a_ring_is_closed() {
        let strokes = of(&["╭─╮", "╰─╯"]);
        assert_eq!(strokes.len(), 1, "{strokes:?}");
        assert!(strokes[0].path.ends_with('Z'), "{}", strokes[0].path);
    }
}
