//! The list of levels and areas that cards can go to.

use super::{Page, find, scroll};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::words::says::quoted;
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::hits::Target;
use crate::tui::mover::{Mover, Place, Row};
use crate::tui::say;

/// A line of the list: a heading, or a row by its place.
enum Line<'a> {
    Heading(String),
    Row(usize, &'a Row),
}

/// Draws the list in the upper middle of the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, mover: &Mover) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    let what = match mover.cards.as_slice() {
        [card] => quoted(&say::label(&open.map, card)),
        cards => words.things.card.of(cards.len()),
    };
    let title = format!("{} {what}", words.moving.title);
    let lines = lines(app, mover);
    let within = Area { y: 1, height: screen.height.saturating_sub(2), ..screen };
    let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
    let area = Area { y: 1, ..centered(within, 70, tall) };
    let inside = page.brush.frame(area, &app.glyphs.thin, &title);
    page.hits.add(area, Target::Nothing);
    find::field(app, page, inside, mover.input.value(), mover.input.visual_cursor(), words.moving.hint);
    let list = Area { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    if mover.rows.is_empty() {
        find::nothing(app, page, list, mover.input.value());
        return;
    }
    let shown = usize::from(list.height);
    page.hits.pane = (shown, lines.len());
    let at = lines.iter().position(|line| matches!(line, Line::Row(at, _) if *at == mover.at)).unwrap_or(0);
    let first = scroll::first_shown(at, shown, lines.len());
    for (y, line) in (list.y..list.y + list.height).zip(lines.iter().skip(first)) {
        let own = Area { y, height: 1, ..list };
        match line {
            Line::Heading(text) => _ = page.brush.text(own.x + 1, y, own.width - 1, text, Role::Heading),
            Line::Row(at, row) => place(app, page, own, mover, *at, row),
        }
    }
}

fn place(app: &App, page: &mut Page, own: Area, mover: &Mover, at: usize, row: &Row) {
    let words = &app.lang.words().moving;
    let (name, role) = match (&row.place, row.name.is_empty()) {
        (Place::Level(_), true) => (words.no_level, Role::Quiet),
        (Place::Area(_), true) => (words.no_area, Role::Quiet),
        _ => (row.name.as_str(), Role::Text),
    };
    let end = own.x + own.width - 1;
    let from = if row.here { page.brush.text_before(end, own.y, words.here, Role::Quiet) } else { end };
    let x = own.x + 3 + 2 * u16::try_from(row.depth).unwrap_or(0).min(8);
    page.brush.text(x, own.y, from.saturating_sub(x + 1), name, role);
    if at == mover.at {
        page.brush.text(own.x + 1, own.y, 1, app.glyphs.cursor, Role::Heading);
        page.brush.tint(own, Role::Cursor);
    }
    page.hits.add(own, Target::PaneRow(at));
}

fn lines<'a>(app: &App, mover: &'a Mover) -> Vec<Line<'a>> {
    let things = &app.lang.words().things;
    let mut lines = Vec::new();
    for (at, row) in mover.rows.iter().enumerate() {
        let is_area = |row: &Row| matches!(row.place, Place::Area(_));
        let begins = at.checked_sub(1).is_none_or(|before| is_area(&mover.rows[before]) != is_area(row));
        if begins {
            let noun = if is_area(row) { &things.area } else { &things.level };
            lines.push(Line::Heading(capital(noun.many)));
        }
        lines.push(Line::Row(at, row));
    }
    lines
}
