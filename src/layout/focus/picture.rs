//! Painting the focus: the box in the middle between its two sides.

use super::Cursor;
use super::half::Half;
use super::list;
use super::middle;
use crate::layout::canvas::{Area, Canvas};
use crate::layout::card::draw_frame;
use crate::map::{LinkId, Map, Node, NodeId};
use crate::palette::Role;
use crate::text::{Glyphs, Lang};

/// Below this the card and its neighbours stand below each other.
const MIN_WIDTH: u16 = 56;
/// Rows beyond what the picture needs, so that the line to the middle has a choice.
const AIR: u16 = 2;

/// A card and what is around it.
pub(super) struct Around<'a> {
    pub(super) map: &'a Map,
    pub(super) id: &'a NodeId,
    pub(super) node: &'a Node,
    pub(super) causes: &'a [LinkId],
    pub(super) effects: &'a [LinkId],
    pub(super) cursor: Option<Cursor>,
    pub(super) lang: Lang,
    pub(super) glyphs: &'static Glyphs,
}

impl Around<'_> {
    /// Paints everything into an area, in the middle of it if it needs less; gives the places of the cards, the
    /// middle one first.
    pub(super) fn draw(&self, canvas: &mut Canvas, body: Area) -> Vec<(Area, NodeId)> {
        if body.height < 6 || body.width < MIN_WIDTH {
            return list::draw(self, canvas, body);
        }
        // A narrower box where that makes room for a second step.
        let narrow =
            (100..160).contains(&body.width).then(|| self.draw_with(canvas, body, body.width / 7, true));
        if let Some(hits) = narrow.flatten() {
            return hits;
        }
        self.draw_with(canvas, body, (body.width / 5).clamp(12, 30), false).unwrap_or_default()
    }

    /// The picture with a box for lines of so many cells; nothing where it must be `deep` and has no second step.
    fn draw_with(
        &self,
        canvas: &mut Canvas,
        body: Area,
        cells: u16,
        deep: bool,
    ) -> Option<Vec<(Area, NodeId)>> {
        let room = (usize::from(cells), usize::from(body.height - 2));
        let lines = middle::lines(self.map, (self.id, self.node), room, self.lang, self.glyphs);
        let width = cells + 4;
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX) + 2;
        let x = body.x + (body.width - width) / 2;

        let halves = [true, false].map(|left| {
            let (border, edge) =
                if left { (x, x - body.x) } else { (x + width - 1, body.x + body.width - x - width) };
            Half::new(self, left, (border, edge), body.height - 1)
        });
        if deep && !halves.iter().any(Half::is_deep) {
            return None;
        }
        let needed = halves.iter().map(Half::height).max().unwrap_or(0).max(height);
        let taken = body.height.min(needed + 1 + AIR);
        let body = Area { y: body.y + (body.height - taken) / 2, height: taken, ..body };
        let middle = Area { x, y: body.y + (body.height - height).div_ceil(2), width, height };

        draw_frame(canvas, middle, &self.glyphs.heavy, Role::Selected);
        for (line, y) in lines.iter().zip(middle.y + 1..) {
            let mut x = middle.x + 2;
            for (text, role) in line {
                x = canvas.write(x, y, text, *role);
            }
        }
        let mut hits = vec![(middle, self.id.clone())];
        for half in halves {
            half.draw(canvas, body, middle, &mut hits);
        }
        Some(hits)
    }
}
