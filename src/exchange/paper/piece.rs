//! What drawing characters are: which arms a line has in a cell, which heads and shapes there are.
//!
//! It reads characters, not pictures.

use crate::text::glyph::{Glyphs, UNICODE};

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pen {
    /// A weak link.
    Light,
    /// A usual line.
    Thin,
    /// A hypothesis.
    Dashed,
    /// A ghost.
    Dotted,
    /// The frame of what is selected; a way that works.
    Heavy,
    /// A strong link.
    Double,
}

/// A direction on the grid, in the order in which arms are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the row above.
    Up,
    /// Towards the column at the right.
    Right,
    /// Towards the row below.
    Down,
    /// Towards the column at the left.
    Left,
}

impl Way {
    /// All four.
    pub const ALL: [Way; 4] = [Way::Up, Way::Right, Way::Down, Way::Left];

    /// The other way.
    #[must_use]
    pub const fn back(self) -> Way {
        match self {
            Way::Up => Way::Down,
            Way::Right => Way::Left,
            Way::Down => Way::Up,
            Way::Left => Way::Right,
        }
    }

    /// One step that way from a cell; `None` past the left or upper edge.
    #[must_use]
    pub fn from(self, (x, y): (u16, u16)) -> Option<(u16, u16)> {
        match self {
            Way::Up => Some((x, y.checked_sub(1)?)),
            Way::Right => Some((x.checked_add(1)?, y)),
            Way::Down => Some((x, y.checked_add(1)?)),
            Way::Left => Some((x.checked_sub(1)?, y)),
        }
    }

    /// The step in the plane.
    #[must_use]
    pub const fn step(self) -> (f32, f32) {
        match self {
            Way::Up => (0.0, -1.0),
            Way::Right => (1.0, 0.0),
            Way::Down => (0.0, 1.0),
            Way::Left => (-1.0, 0.0),
        }
    }
}

/// The arms that a line has in a cell, as bits in the order of [`Way::ALL`], and the pen where the character says it: a
/// corner is the same for several.
#[must_use]
pub fn arms(text: &str) -> Option<([bool; 4], Option<Pen>)> {
    let g: &Glyphs = &UNICODE;
    if text == g.rule {
        return Some(([false, true, false, true], Some(Pen::Thin)));
    }
    let lines = [
        (&g.thin, Pen::Thin),
        (&g.frame, Pen::Thin),
        (&g.dashed, Pen::Dashed),
        (&g.dotted, Pen::Dotted),
        (&g.heavy, Pen::Heavy),
        (&g.double, Pen::Double),
    ];
    for (line, pen) in lines {
        let Some(at) = line.each().iter().position(|piece| *piece == text) else { continue };
        let (up, right, down, left) = match at {
            0 => (false, true, false, true),
            1 => (true, false, true, false),
            2 => (false, true, true, false),
            3 => (false, false, true, true),
            4 => (true, true, false, false),
            5 => (true, false, false, true),
            6 => (true, true, true, false),
            7 => (true, false, true, true),
            8 => (false, true, true, true),
            9 => (true, true, false, true),
            _ => (true, true, true, true),
        };
        // Corners and branches are shared by thin, dashed and dotted lines; the line around them says which it is.
        let said = at < 2 || matches!(pen, Pen::Heavy | Pen::Double);
        return Some(([up, right, down, left], said.then_some(pen)));
    }
    None
}

/// Where an arrow head points.
#[must_use]
pub fn head(text: &str) -> Option<Way> {
    match text {
        "▲" => Some(Way::Up),
        "▶" => Some(Way::Right),
        "▼" => Some(Way::Down),
        "◀" => Some(Way::Left),
        _ => None,
    }
}

/// A shape on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Shape {
    Square,
    Diamond,
    Disc,
    Bar,
    Dot,
    Ring,
    Triangle,
    Star,
    Leaf,
}

/// The shape that a character is, and whether it is hollow.
#[must_use]
pub fn shape(text: &str) -> Option<(Shape, bool)> {
    let g: &Glyphs = &UNICODE;
    [
        (g.barrier, Shape::Square),
        (g.enabler, Shape::Diamond),
        (g.condition, Shape::Disc),
        (g.tension, Shape::Bar),
        (g.cause, Shape::Dot),
        (g.actor, Shape::Ring),
        (g.measure, Shape::Triangle),
        (g.benefit, Shape::Star),
        (g.note, Shape::Leaf),
    ]
    .into_iter()
    .find_map(|(glyph, shape)| match text {
        full if full == glyph.full => Some((shape, false)),
        hollow if hollow == glyph.hollow => Some((shape, true)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arms_point_where_the_character_does() {
        assert_eq!(arms("─"), Some(([false, true, false, true], Some(Pen::Thin))));
        assert_eq!(arms("╎"), Some(([true, false, true, false], Some(Pen::Dashed))));
        assert_eq!(arms("╭"), Some(([false, true, true, false], None)));
        assert_eq!(arms("┫"), Some(([true, false, true, true], Some(Pen::Heavy))));
        assert_eq!(arms("a"), None);
    }
}
