//! What a merge left open: the conflicts as a list with how many are left, and below it what each side says of the chosen one,
//! side by side.

use super::{Page, empty, scroll};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::review::left;
use crate::text::words::says::below;
use crate::text::{width, wrap};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::unsettled::{Choice, is_deletion, live, question, subject, told};

/// The most rows of the list, where there is more below it.
const MOST_ROWS: u16 = 8;

/// The most lines of what stands in a box below the sides.
const MOST_BELOW: u16 = 4;

/// Draws the screen.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().review;
    let conflicts = open.map.conflicts();
    if conflicts.is_empty() {
        let (what, how) = match (open.unsettled.any, open.unsaved()) {
            (true, true) => (words.all_settled, words.all_settled_then),
            (true, false) => (words.all_saved, words.all_saved_then),
            (false, _) => (words.none, words.none_then),
        };
        return empty::draw(app, page, area, what, how);
    }
    let x = page.brush.text(area.x + 1, area.y, area.width - 2, words.conflicts, Role::Heading);
    let count = left(app.lang, conflicts.len());
    page.brush.text(x + 3, area.y, (area.x + area.width).saturating_sub(x + 4), &count, Role::Text);
    let many = u16::try_from(conflicts.len()).unwrap_or(u16::MAX);
    let rows =
        many.min(if area.height >= 30 { MOST_ROWS * 2 } else { MOST_ROWS }).min(area.height / 3).max(1);
    list(app, page, open, Area { y: area.y + 2, height: rows, ..area });
    let mut top = area.y + 2 + rows + 1;
    if let Some(conflict) = open.conflict() {
        for line in wrap(question(conflict, app.lang), usize::from(area.width.saturating_sub(2)), app.lang) {
            page.brush.text(area.x + 1, top, area.width - 2, &line, Role::Text);
            top += 1;
        }
    }
    let height = (area.y + area.height).saturating_sub(top + 1);
    sides(app, page, open, Area { y: top + 1, height, ..area });
}

fn list(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let conflicts = open.map.conflicts();
    let shown = usize::from(area.height);
    let first = scroll::first_shown(open.unsettled.at, shown, conflicts.len());
    page.hits.page = area.height;
    for (y, (at, conflict)) in (area.y..).zip(conflicts.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..area };
        let said = subject(&open.map, conflict, usize::from(area.width.saturating_sub(3)), app.lang);
        page.brush.text(area.x + 2, y, area.width - 3, &said, Role::Text);
        if at == open.unsettled.at {
            page.brush.text(area.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::Row(at));
    }
    let hidden = conflicts.len().saturating_sub(first + shown);
    if hidden > 0 {
        let y = area.y + area.height;
        page.brush.text_before(
            area.x + area.width.saturating_sub(1),
            y,
            &below(app.lang, hidden),
            Role::Quiet,
        );
    }
}

/// The three values side by side; where a person settled something by hand meanwhile, what is on the map below them.
fn sides(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let Some(conflict) = open.conflict() else { return };
    let words = &app.lang.words().review;
    let otherwise = live(&open.map, open.unsettled.at, app.lang);
    // A value that is none of the three stands below them.
    let mut foot = otherwise.as_ref().map_or(0, |lines| u16::try_from(lines.len()).unwrap_or(3).min(3) + 1);
    let chosen = open.unsettled.choice;
    // What is chosen and has no box of its own among the sides gets one below them.
    let below = match chosen {
        Some(Choice::Both) => Some((Choice::Both, words.both)),
        Some(Choice::AsItStands) => Some((Choice::AsItStands, words.as_it_stands)),
        _ => None,
    };
    let below = below.map(|(choice, title)| {
        let said = told(&open.map, conflict, choice, app.lang);
        let cells = usize::from(area.width.saturating_sub(4)).max(1);
        let rows = said.iter().map(|text| wrap(text, cells, app.lang).len()).sum::<usize>();
        (title, said, u16::try_from(rows).unwrap_or(MOST_BELOW).min(MOST_BELOW) + 2)
    });
    foot += below.as_ref().map_or(0, |(_, _, rows)| *rows);
    let third = area.width / 3;
    let cells = usize::from(third.saturating_sub(4)).max(1);
    let said = Choice::BOXES.map(|choice| told(&open.map, conflict, choice, app.lang));
    let lines = |all: &Vec<String>| all.iter().map(|text| wrap(text, cells, app.lang).len()).sum::<usize>();
    let tallest = said.iter().map(lines).max().unwrap_or(0);
    // As tall as what is said, and no more.
    let height = u16::try_from(tallest + 2).unwrap_or(u16::MAX).min(area.height.saturating_sub(foot));
    if height < 3 {
        return;
    }
    for (nth, choice) in Choice::BOXES.into_iter().enumerate() {
        let x = area.x + third * u16::try_from(nth).unwrap_or(0);
        let width = if nth == 2 { area.x + area.width - x } else { third };
        let own = Area { x, width, y: area.y, height };
        let title = match choice {
            Choice::Ours if otherwise.is_none() && !is_deletion(conflict) => words.ours,
            Choice::Ours => words.ours_before,
            Choice::Base => words.base,
            _ => words.theirs,
        };
        let chosen = chosen == Some(choice);
        side(app, page, own, (title, chosen), &said[nth]);
        page.hits.add(own, Target::Choice(nth));
    }
    let mut y = area.y + height;
    if let Some((title, said, rows)) = below {
        side(app, page, Area { y, height: rows, ..area }, (title, true), &said);
        y += rows;
    }
    if let Some(lines) = otherwise {
        let x = page.brush.text(area.x + 1, y, area.width - 2, words.live, Role::Heading);
        page.brush.text(x + 1, y, (area.x + area.width).saturating_sub(x + 2), &lines.join(" "), Role::Text);
    }
}

fn side(app: &App, page: &mut Page, area: Area, (title, chosen): (&str, bool), said: &[String]) {
    let line = if chosen { &app.glyphs.heavy } else { &app.glyphs.thin };
    let inside = page.brush.frame(area, line, "");
    let marked = if chosen { format!("{} {title}", app.glyphs.cursor) } else { title.to_owned() };
    page.brush.text(area.x + 2, area.y, area.width.saturating_sub(4), &format!(" {marked} "), Role::Heading);
    let cells = usize::from(inside.width.saturating_sub(2));
    let lines: Vec<String> = said.iter().flat_map(|text| wrap(text, cells.max(1), app.lang)).collect();
    let room = usize::from(inside.height);
    let fits = lines.len() <= room;
    let shown = if fits { room } else { room.saturating_sub(1) };
    for (y, line) in (inside.y..).zip(lines.iter().take(shown)) {
        page.brush.text(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Text);
    }
    if !fits {
        let more = below(app.lang, lines.len() - shown);
        let from = (inside.x + inside.width).saturating_sub(u16::try_from(width(&more)).unwrap_or(0));
        page.brush.text(from, inside.y + inside.height - 1, inside.width, &more, Role::Quiet);
    }
}
