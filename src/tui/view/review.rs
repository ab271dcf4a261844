//! The review: what a change means and what was changed, as a list; beside it, where there is room, the board with the
//! marks of what came, changed and went.

use super::{Page, empty, scroll};
use crate::analysis::compare::{Said, Section, Stroke};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::review::changes_since;
use crate::text::words::says::below;
use crate::text::{width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::hits::Target;

/// From here on the board stands beside the list.
const BESIDE: u16 = 110;
/// From here on it stands below the list.
const BELOW: u16 = 22;
/// The most lines of a row.
const MOST_LINES: usize = 4;

/// A line of the list.
enum Line {
    Blank,
    Heading(&'static str),
    /// A part of a row, by its place; the first one has its mark.
    Row {
        at: usize,
        first: bool,
        stroke: Stroke,
        text: String,
    },
}

/// Draws the screen.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().review;
    let Some(review) = &open.review else {
        return empty::draw(app, page, area, words.not_begun, words.how_to_begin);
    };
    heading(app, page, area, &review.base.name);
    let rest = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some((reviewed, old)) = open.reviewed() else {
        page.brush.text(rest.x + 1, rest.y + 1, rest.width - 2, words.comparing, Role::Quiet);
        return;
    };
    let rows = reviewed.said(app.lang);
    if rows.is_empty() {
        return empty::draw(app, page, rest, words.same, words.same_then);
    }
    let (list, board) = rooms(rest);
    lines(app, page, list, rows, review.at, old);
    if let Some(board) = board {
        super::board::beside(app, page, board);
    }
    legend(app, page, area);
}

/// Where the list is, and where the board is if there is room for it.
fn rooms(area: Area) -> (Area, Option<Area>) {
    let own = Area { height: area.height.saturating_sub(1), ..area };
    if own.width >= BESIDE {
        let left = (own.width * 2 / 5).clamp(48, 72);
        let board = Area { x: own.x + left + 1, width: own.width - left - 1, ..own };
        return (Area { width: left, ..own }, Some(board));
    }
    if own.height >= BELOW {
        let top = own.height * 2 / 5;
        let board = Area { y: own.y + top + 1, height: own.height - top - 1, ..own };
        return (Area { height: top, ..own }, Some(board));
    }
    (own, None)
}

/// Since when, and how much.
fn heading(app: &App, page: &mut Page, area: Area, name: &str) {
    let title = changes_since(app.lang, name);
    let x = page.brush.text(area.x + 1, area.y, area.width - 2, &title, Role::Heading);
    let numbers = app.open.as_ref().and_then(|open| open.reviewed()).map(|(own, _)| own.numbers(app.lang));
    let room = (area.x + area.width).saturating_sub(x + 4);
    page.brush.text(x + 3, area.y, room, numbers.unwrap_or_default(), Role::Quiet);
}

/// What the marks mean, in the last row.
fn legend(app: &App, page: &mut Page, area: Area) {
    marks(app, page, Area { y: area.y + area.height.saturating_sub(1), height: 1, ..area }, area.x + 1);
}

/// The same below the board, with what it is compared with.
pub(super) fn below_board(app: &App, page: &mut Page, area: Area) {
    let Some(review) = app.open.as_ref().and_then(|open| open.review.as_ref()) else { return };
    let title = changes_since(app.lang, &review.base.name);
    let room = (area.width / 2).saturating_sub(1);
    let x = page.brush.text(area.x + 1, area.y, room, &title, Role::Heading);
    marks(app, page, area, x + 3);
}

fn marks(app: &App, page: &mut Page, area: Area, from: u16) {
    let words = &app.lang.words().review;
    let (mut x, y) = (from, area.y);
    let all = [(Stroke::Added, words.new), (Stroke::Changed, words.changed), (Stroke::Removed, words.gone)];
    for (stroke, word) in all {
        x = page.brush.text(x, y, 2, mark(app, stroke), role(stroke)) + 1;
        x = page.brush.text(x, y, (area.x + area.width).saturating_sub(x), word, Role::Quiet) + 3;
    }
}

/// What stands before what came, went or changed.
pub(super) fn mark(app: &App, stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Plain => "",
        Stroke::Added => app.glyphs.plus,
        Stroke::Removed => app.glyphs.minus,
        Stroke::Changed => "~",
    }
}

/// How that looks where there are colours.
pub(super) fn role(stroke: Stroke) -> Role {
    match stroke {
        Stroke::Plain => Role::Quiet,
        Stroke::Added => Role::Plus,
        Stroke::Removed => Role::Minus,
        Stroke::Changed => Role::Key,
    }
}

fn lines(app: &App, page: &mut Page, area: Area, rows: &[Said], at: usize, old: bool) {
    let cells = usize::from(area.width).saturating_sub(6);
    let mut all = Vec::new();
    let mut section = None;
    for (nth, row) in rows.iter().enumerate() {
        if section != Some(row.section) {
            if section.is_some() {
                all.push(Line::Blank);
            }
            let heading = row.section.heading(app.lang);
            let claims = row.section == Section::Claims;
            all.push(Line::Heading(if claims { app.lang.words().review.claims } else { heading }));
            section = Some(row.section);
        }
        // The claim is read whole, and so is the row of the cursor.
        let whole = row.section == Section::Claims || nth == at;
        let most = if whole { MOST_LINES * 3 } else { MOST_LINES };
        let (texts, _) = wrap_at_most(&row.text, cells, most, app.lang);
        all.extend(texts.into_iter().enumerate().map(|(part, text)| Line::Row {
            at: nth,
            first: part == 0,
            stroke: row.stroke,
            text,
        }));
    }
    let shown = usize::from(area.height);
    let room = if all.len() > shown { shown.saturating_sub(1) } else { shown };
    let on_cursor = |line: &Line| matches!(line, Line::Row { at: own, .. } if *own == at);
    let cursor = all.iter().position(on_cursor).unwrap_or(0);
    // The heading over the first row is seen from there.
    let first = scroll::first_shown(if at == 0 { 0 } else { cursor }, room, all.len());
    page.hits.page = area.height / 2;
    for (y, line) in (area.y..).zip(all.iter().skip(first).take(room)) {
        let own = Area { y, height: 1, ..area };
        match line {
            Line::Blank => {}
            Line::Heading(text) => _ = page.brush.text(area.x + 1, y, area.width - 2, text, Role::Heading),
            Line::Row { at: nth, first, stroke, text } => {
                if *first {
                    page.brush.text(area.x + 2, y, 2, mark(app, *stroke), role(*stroke));
                }
                page.brush.text(area.x + 4, y, area.width.saturating_sub(5), text, Role::Text);
                if *nth == at {
                    if *first {
                        page.brush.text(area.x, y, 1, app.glyphs.cursor, Role::Heading);
                    }
                    page.brush.tint(own, Role::Cursor);
                }
                page.hits.add(own, Target::Row(*nth));
            }
        }
    }
    let hidden = all.len().saturating_sub(first + room);
    if all.len() > shown && area.height > 0 {
        let y = area.y + area.height - 1;
        let said = if hidden > 0 { below(app.lang, hidden) } else { String::new() };
        page.brush.text_before(area.x + area.width.saturating_sub(1), y, &said, Role::Quiet);
    }
    if old {
        let said = super::acting::old_note(app);
        let x = area.x + area.width.saturating_sub(u16::try_from(width(&said)).unwrap_or(0) + 1);
        page.brush.text(x, area.y, area.width, &said, Role::Quiet);
    }
}
