//! Lines of cells: which style a link has, and how a line with corners is drawn.
//!
//! It knows links and cells. Which way a line goes, and past which cards, is for whoever draws the picture.

use super::canvas::Canvas;
use crate::map::{Certainty, Link, Sign};
use crate::palette::Role;
use crate::text::glyph::{Glyphs, Line};

/// How a line looks: how well its link is founded, and how strong it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// As a link usually is.
    Thin,
    /// A strong link.
    Strong,
    /// A hypothesis.
    Dashed,
    /// A ghost: the link is missing.
    Dotted,
}

impl Stroke {
    /// The style of a link. What is not there cannot be a hypothesis, and a hypothesis is dashed however strong
    /// people think it is.
    #[must_use]
    pub fn of(link: &Link) -> Self {
        match (link.missing, link.certainty, link.strength) {
            (true, _, _) => Stroke::Dotted,
            (_, Some(Certainty::Hypothesis), _) => Stroke::Dashed,
            (_, _, Some(3..)) => Stroke::Strong,
            _ => Stroke::Thin,
        }
    }

    /// The pieces it is put together from.
    #[must_use]
    pub fn pieces(self, glyphs: &Glyphs) -> &Line {
        match self {
            Stroke::Thin => &glyphs.thin,
            Stroke::Strong => &glyphs.double,
            Stroke::Dashed => &glyphs.dashed,
            Stroke::Dotted => &glyphs.dotted,
        }
    }

    /// What the line is in a picture: ghosts stand apart.
    #[must_use]
    pub fn role(self) -> Role {
        if self == Stroke::Dotted { Role::Ghost } else { Role::Line }
    }
}

/// The glyph of a sign.
#[must_use]
pub fn sign_glyph(sign: Sign, glyphs: &Glyphs) -> &'static str {
    match sign {
        Sign::Plus => glyphs.plus,
        Sign::Minus => glyphs.minus,
        Sign::Unknown => glyphs.unknown,
    }
}

/// What a sign is in a picture.
#[must_use]
pub fn sign_role(sign: Sign) -> Role {
    match sign {
        Sign::Plus => Role::Plus,
        Sign::Minus => Role::Minus,
        Sign::Unknown => Role::Unknown,
    }
}

/// Draws a line through the points, both ends included; each point must share its row or its column with the
/// one before it. A corner stands wherever the line turns.
pub fn draw_line(canvas: &mut Canvas, points: &[(u16, u16)], pieces: &Line, role: Role) {
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if y0 == y1 {
            for x in x0.min(x1)..=x0.max(x1) {
                canvas.set(x, y0, pieces.across, role);
            }
        } else {
            for y in y0.min(y1)..=y0.max(y1) {
                canvas.set(x0, y, pieces.along, role);
            }
        }
    }
    for three in points.windows(3) {
        if let Some(corner) = corner(three[0], three[1], three[2], pieces) {
            canvas.set(three[1].0, three[1].1, corner, role);
        }
    }
}

/// The corner where a line that came from `from` goes on to `to`; `None` where it goes straight on.
fn corner(from: (u16, u16), at: (u16, u16), to: (u16, u16), pieces: &Line) -> Option<&'static str> {
    let touches = |test: fn((u16, u16), (u16, u16)) -> bool| test(from, at) || test(to, at);
    let left = touches(|end, at| end.1 == at.1 && end.0 < at.0);
    let right = touches(|end, at| end.1 == at.1 && end.0 > at.0);
    let up = touches(|end, at| end.0 == at.0 && end.1 < at.1);
    let down = touches(|end, at| end.0 == at.0 && end.1 > at.1);
    match (left, right, up, down) {
        (true, false, true, false) => Some(pieces.left_up),
        (true, false, false, true) => Some(pieces.left_down),
        (false, true, true, false) => Some(pieces.right_up),
        (false, true, false, true) => Some(pieces.right_down),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::glyph::UNICODE;

    #[test]
    fn a_line_turns_both_ways() {
        let mut canvas = Canvas::new(5, 4);
        let points = [(0, 3), (0, 1), (2, 1), (2, 0), (4, 0), (4, 3), (2, 3)];
        draw_line(&mut canvas, &points, &UNICODE.thin, Role::Line);
        assert_eq!(canvas.to_lines(), ["  ╭─╮", "╭─╯ │", "│   │", "│ ──╯"]);
    }

    #[test]
    fn a_missing_link_is_a_ghost_whatever_else_is_said_of_it() {
        let link = Link {
            missing: true,
            certainty: Some(Certainty::Hypothesis),
            strength: Some(3),
            ..Link::default()
        };
        assert_eq!(Stroke::of(&link), Stroke::Dotted);
        assert_eq!(Stroke::of(&Link { missing: false, ..link.clone() }), Stroke::Dashed);
        assert_eq!(Stroke::of(&Link { missing: false, certainty: None, ..link }), Stroke::Strong);
    }
}
