//! One card with its causes and effects.

use super::{Page, board, empty};
use crate::layout::canvas::Area;
use crate::layout::focus::{Cursor, focus, neighbours};
use crate::layout::frame::Frame;
use crate::map::{LinkId, Map, NodeId};
use crate::tui::app::App;
use crate::tui::hits::Target;

/// Draws the picture around the selected card.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let Some(card) = &open.card else {
        let words = app.lang.words();
        let bare = open.map.node_count() == 0;
        let what = if bare { words.start.empty_map } else { words.start.nothing_selected };
        return empty::draw(app, page, area, what, if bare { words.guide.write_first } else { "" });
    };
    let frame = Frame { width: area.width, height: area.height, lang: app.lang, glyphs: app.glyphs };
    let chosen = open.link.as_ref().and_then(|link| cursor(&open.map, card, link));
    let picture = focus(&open.map, card, chosen, open.trail.links(), frame);
    page.brush.picture(area, &picture.canvas, (0, 0));
    for (own, card) in picture.hits {
        let own = Area { x: area.x + own.x, y: area.y + own.y, ..own };
        if open.picked.contains(&card) {
            board::mark(app, page, own);
        }
        page.hits.add(own, Target::Card(card));
    }
}

/// Where a link stands beside the card.
fn cursor(map: &Map, card: &NodeId, link: &LinkId) -> Option<Cursor> {
    let (causes, effects) = neighbours(map, card);
    let at = |links: &[LinkId]| links.iter().position(|own| own == link);
    at(&causes).map(Cursor::Cause).or_else(|| at(&effects).map(Cursor::Effect))
}
