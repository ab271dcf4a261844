//! The first screen: what there is to open, and how to begin.

use super::Page;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::hits::Target;

/// Draws the list of maps.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let words = app.lang.words();
    let wide = area.width.min(76);
    let left = area.x + (area.width - wide) / 2 + 1;
    let room = wide.saturating_sub(2);
    let bottom = area.y + area.height;
    let tall = area.height >= 16;
    let mut y = area.y + if tall { area.height / 6 } else { 0 };
    if tall {
        page.brush.text(left, y, room, "floke", Role::Heading);
        page.brush.text(left + 7, y, room.saturating_sub(7), words.start.tagline, Role::Quiet);
        y += 2;
    }
    page.brush.text(left, y, room, words.start.bundled_maps, Role::Heading);
    y += 1;
    page.hits.page = bottom.saturating_sub(y);
    for (at, own) in app.shelf.iter().enumerate() {
        if y >= bottom {
            return;
        }
        let row = Area { x: left, y, width: room, height: 1 };
        let lang_from = page.brush.text_before(left + room, y, own.lang.name(), Role::Quiet);
        page.brush.text(left + 2, y, lang_from.saturating_sub(left + 3), &own.title, Role::Text);
        cursor(app, page, row, at);
        y += 1;
    }
    if tall {
        y += 1;
    }
    if y < bottom {
        page.brush.text(left + 2, y, room.saturating_sub(2), words.start.new_map, Role::Text);
        cursor(app, page, Area { x: left, y, width: room, height: 1 }, app.shelf.len());
        y += 2;
    }
    let about = if app.shelf_row < app.shelf.len() {
        format!("Enter: {}", words.start.opens_as_copy)
    } else {
        words.start.how_to_make_one.to_owned()
    };
    for text in [about, words.start.open_your_own.to_owned()] {
        for line in wrap(&text, usize::from(room), app.lang) {
            if y < bottom {
                page.brush.text(left, y, room, &line, Role::Quiet);
                y += 1;
            }
        }
    }
}

fn cursor(app: &App, page: &mut Page, row: Area, at: usize) {
    if at == app.shelf_row {
        page.brush.text(row.x, row.y, 1, app.glyphs.cursor, Role::Heading);
        page.brush.tint(row, Role::Cursor);
    }
    page.hits.add(row, Target::Row(at));
}
