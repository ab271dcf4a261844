//! The breadcrumb or a loop as a staircase.

use super::{Page, empty};
use crate::layout::canvas::Area;
use crate::layout::course::Walk;
use crate::layout::frame::Frame;
use crate::layout::staircase::staircase;
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::say;

/// Draws it, or says how to get one.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let Some(walk) = walk(app, open) else {
        let words = app.lang.words();
        let bare = open.map.link_count() == 0;
        let how = if bare { words.guide.empty_loops } else { words.guide.empty_staircase };
        return empty::draw(app, page, area, words.start.no_staircase, how);
    };
    let frame = Frame { width: area.width, height: area.height, lang: app.lang, glyphs: app.glyphs };
    // Cards that went have their names in the map under review.
    let whole = walk.since.as_ref().and_then(|_| open.map_under_review()).filter(|_| open.narrowing() == 0);
    let picture = staircase(whole.unwrap_or(&open.map), &walk, open.step, frame);
    page.brush.picture(area, &picture.canvas, (0, 0));
    page.hits.page = u16::try_from(picture.shown.len()).unwrap_or(u16::MAX);
    for (own, card) in picture.hits {
        page.hits.add(Area { x: area.x + own.x, y: area.y + own.y, ..own }, Target::Card(card));
    }
}

/// The chain or loop that is shown; none if there is neither.
pub fn walk(app: &App, open: &OpenMap) -> Option<Walk> {
    match open.shown {
        Shown::Trail => {
            let start = open.trail.cards().first().copied().or(open.card.as_ref())?.clone();
            (!open.trail.is_empty()).then(|| Walk::chain(start, open.trail.links().to_vec()))
        }
        Shown::Loop(at) => {
            let circle = open.circles.all.get(at)?;
            let title = match &circle.named {
                Some(_) => say::loop_title(&open.map, circle),
                None => say::loop_place(app.lang, circle),
            };
            let walk = Walk::circle(&title, circle.links.clone());
            walk.map(|walk| Walk { since: open.taken_out(&circle.links), ..walk })
        }
    }
}
