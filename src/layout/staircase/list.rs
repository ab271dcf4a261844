//! A staircase where there is no room for one: the steps below each other, one a row.

use std::ops::Range;

use super::bands::Band;
use crate::layout::canvas::{Area, Canvas};
use crate::layout::course::Course;
use crate::layout::line::{sign_glyph, sign_role};
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::{Glyphs, cut, width};

/// Writes the steps around the one that is selected from a row down: the sign of the link into each card, its
/// glyph, its label, and its level where there is room. Gives the places of the cards and which steps they are.
pub(super) fn list(
    canvas: &mut Canvas,
    course: &Course,
    bands: &[Band],
    band_of: &[usize],
    step: usize,
    top: u16,
    glyphs: &Glyphs,
) -> (Vec<(Area, NodeId)>, Range<usize>) {
    let rows = usize::from(canvas.height().saturating_sub(top));
    let count = course.cards.len();
    let start = step.saturating_sub(rows / 2).min(count.saturating_sub(rows));
    let shown = start..count.min(start + rows);
    let cells = usize::from(canvas.width());
    let mut hits = Vec::new();
    for (at, y) in shown.clone().zip(top..) {
        let card = &course.cards[at];
        let selected = at == step;
        let into =
            if at > 0 { course.legs.get(at - 1) } else { course.legs.last().filter(|_| course.closed) };
        if let Some(leg) = into {
            match leg.sign {
                Some(sign) => canvas.write(1, y, &format!("({})", sign_glyph(sign, glyphs)), sign_role(sign)),
                None => canvas.write(1, y, glyphs.arrow, Role::Line),
            };
            if leg.delay {
                canvas.write(4, y, glyphs.delay, Role::Line);
            }
            if leg.ghost {
                let mark = if leg.taken_out { glyphs.minus } else { glyphs.missing };
                canvas.write(4, y, mark, Role::Ghost);
            }
        }
        if selected {
            canvas.write(0, y, glyphs.cursor, Role::Selected);
        }
        canvas.write(6, y, card.glyph, card.role);
        let text = if selected { Role::Selected } else { Role::Text };
        let end = canvas.write(8, y, &cut(&card.label, cells.saturating_sub(8)), text);
        if card.refuted {
            canvas.strike(8, end, y);
        }
        let level = &bands[band_of[at]].name;
        let x = cells.saturating_sub(width(level) + 1);
        if x > usize::from(end) + 1 {
            canvas.write(u16::try_from(x).unwrap_or(u16::MAX), y, level, Role::Band);
        }
        hits.push((Area { x: 0, y, width: canvas.width(), height: 1 }, card.id.clone()));
    }
    (hits, shown)
}
