//! The focus where there is no room for a picture: causes, the card, effects, one a row.

use super::Cursor;
use super::neighbours::{Neighbour, resolve};
use super::picture::Around;
use crate::layout::canvas::{Area, Canvas};
use crate::layout::line::{sign_glyph, sign_role};
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::{cut, visible};

/// Writes the rows around the cursor, or around the card if there is none; gives the places of the cards, the
/// middle one first if it is in sight.
pub(super) fn draw(around: &Around, canvas: &mut Canvas, body: Area) -> Vec<(Area, NodeId)> {
    let set = |links| resolve(around.map, around.id, links, around.lang, around.glyphs);
    let (causes, effects) = (set(around.causes), set(around.effects));
    let middle = causes.len();
    let (at, step) = match around.cursor {
        Some(Cursor::Cause(at)) => (at, Some(at)),
        Some(Cursor::Effect(at)) => (middle + 1 + at, Some(middle + 1 + at)),
        None => (middle, None),
    };
    let rows = usize::from(body.height);
    let count = causes.len() + 1 + effects.len();
    let start = at.saturating_sub(rows / 2).min(count.saturating_sub(rows));
    let mut hits = Vec::new();
    for (at, y) in (start..count.min(start + rows)).zip(body.y..) {
        let area = Area { y, height: 1, ..body };
        let neighbour = if at < middle {
            causes.get(at)
        } else {
            at.checked_sub(middle + 1).and_then(|at| effects.get(at))
        };
        match neighbour {
            Some(neighbour) => {
                let role = if step == Some(at) { Role::Cursor } else { Role::Text };
                write(around, canvas, neighbour, area, at > middle, role);
                hits.push((area, neighbour.node.clone()));
            }
            None => {
                canvas.set(1, y, around.node.glyph(around.glyphs), Role::Selected);
                let label =
                    cut(&visible(around.map.name_of(around.id)), usize::from(body.width.saturating_sub(4)));
                canvas.write(3, y, &label, Role::Selected);
                hits.insert(0, (area, around.id.clone()));
            }
        }
    }
    hits
}

/// One neighbour: effects are set further in than causes, behind an arrow.
fn write(around: &Around, canvas: &mut Canvas, neighbour: &Neighbour, area: Area, effect: bool, role: Role) {
    let glyphs = around.glyphs;
    let mut x = area.x + 1;
    if effect {
        x = canvas.write(x, area.y, &format!("{} ", glyphs.arrow), Role::Line);
    }
    if let Some(sign) = neighbour.leg.sign {
        x = canvas.write(x, area.y, &format!("({})", sign_glyph(sign, glyphs)), sign_role(sign));
    }
    let marks = [(neighbour.leg.delay, glyphs.delay), (neighbour.leg.ghost, glyphs.missing)];
    for (_, mark) in marks.into_iter().filter(|(is, _)| *is) {
        x = canvas.write(x, area.y, mark, neighbour.leg.stroke.role());
    }
    x = canvas.write(x, area.y, &format!(" {} ", neighbour.glyph), neighbour.role);
    let room = usize::from((area.x + area.width).saturating_sub(x));
    let end = canvas.write(x, area.y, &cut(&neighbour.label, room), role);
    if neighbour.refuted {
        canvas.strike(x, end, area.y);
    }
}
