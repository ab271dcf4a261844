//! An open form: its rows with names and values, the field or list in the row that is edited, and in the last line
//! the keys of the control that the cursor is on.

use super::{Page, scroll};
use crate::layout::canvas::Area;
use crate::map::{Item, verb};
use crate::palette::Role;
use crate::text::words::says::more;
use crate::text::{visible, width};
use crate::tui::app::App;
use crate::tui::form::{Editor, Form, Row, rows};
use crate::tui::hits::Target;
use crate::tui::say;

mod keys;
mod lines;

pub(super) use keys::keys;
use lines::{Line, Sheet, lines};

/// Draws the form into its area.
pub(super) fn draw(app: &App, page: &mut Page, area: Area, form: &Form) {
    let Some(open) = &app.open else { return };
    let rows = rows(&open.map, &form.item, app.lang);
    let inside = page.brush.frame(area, &app.glyphs.thin, "");
    page.hits.add(area, Target::Nothing);
    if inside.height < 2 || inside.width < 12 {
        return;
    }
    page.brush.text(area.x + 2, area.y, area.width - 4, &format!(" {} ", title(app, form)), Role::Heading);
    let list = Area { height: inside.height - 1, ..inside };
    let sheet = lines(app, form, &rows, list);
    let shown = usize::from(list.height);
    let from = first_line(&sheet, shown);
    page.hits.pane = (shown, rows.len());
    page.hits.typed = sheet.typed;
    page.hits.page = u16::try_from(sheet.listed).unwrap_or(u16::MAX);
    for (y, line) in (list.y..).zip(sheet.lines.iter().skip(from).take(shown)) {
        draw_line(app, page, Area { y, height: 1, ..list }, line);
    }
    out_of_sight(app, page, area, form, &sheet, (from, shown));
    last_line(app, page, Area { y: inside.y + inside.height - 1, height: 1, ..inside }, form, &rows);
}

/// What is edited: `Edit the card: ■ Trust`.
fn title(app: &App, form: &Form) -> String {
    let words = &app.lang.words().forms;
    let Some(open) = &app.open else { return String::new() };
    let called = visible(&verb::called(&open.map, &form.item)).into_owned();
    match &form.item {
        Item::Node(id) => {
            let glyph = open.map.node(id).map_or("", |node| say::shape(app.glyphs, node).0);
            format!("{}: {glyph} {called}", words.edit_card)
        }
        Item::Link(_) => format!("{}: {called}", words.edit_link),
        _ => format!("{}: {called}", words.edit),
    }
}

/// The first line to show: the row of the cursor is in sight as a whole where it fits, else what is typed in it.
fn first_line(sheet: &Sheet, shown: usize) -> usize {
    let total = sheet.lines.len();
    let from = scroll::first_shown(sheet.focus, shown, total);
    let (begin, end) = sheet.block;
    if end - begin <= shown { from.min(begin).max(end.saturating_sub(shown)) } else { from }
}

fn draw_line(app: &App, page: &mut Page, area: Area, line: &Line) {
    let end = area.x + area.width;
    for piece in &line.pieces {
        let x = area.x + piece.x;
        page.brush.text(x, area.y, piece.cells.min(end.saturating_sub(x)), &piece.text, piece.role);
    }
    if line.current {
        page.brush.text(area.x, area.y, 1, app.glyphs.cursor, Role::Heading);
        page.brush.tint(area, Role::Cursor);
    }
    if let Some(target) = &line.target {
        page.hits.add(area, target.clone());
    }
    if let Some(column) = line.cursor {
        page.hits.cursor = Some(((area.x + column).min(end.saturating_sub(1)), area.y));
    }
}

/// How many rows are above and below what is shown, in the edges of the frame.
fn out_of_sight(
    app: &App,
    page: &mut Page,
    area: Area,
    form: &Form,
    sheet: &Sheet,
    (from, shown): (usize, usize),
) {
    let above = sheet.starts.iter().filter(|start| **start < from).count();
    let below = sheet.starts.iter().filter(|start| **start >= from + shown).count();
    for (count, glyph, y) in
        [(above, app.glyphs.signal_up, area.y), (below, app.glyphs.signal_down, area.y + area.height - 1)]
    {
        if count > 0 {
            let text = format!(" {glyph} {} ", more(app.lang, count));
            let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX).min(area.width);
            let x = area.x + area.width.saturating_sub(wide + 2);
            if y == area.y {
                // The title makes room for it.
                let title = format!(" {} ", title(app, form));
                let room = (x - area.x).saturating_sub(3);
                page.brush.rule(area.x + 2, y, area.width - 4, app.glyphs.thin.across, Role::Frame);
                page.brush.text(area.x + 2, y, room, &title, Role::Heading);
            }
            page.brush.text(x, y, wide, &text, Role::Quiet);
        }
    }
}

/// The keys of the row that the cursor is on.
fn last_line(app: &App, page: &mut Page, area: Area, form: &Form, rows: &[Row]) {
    let Some(row) = rows.get(form.at) else { return };
    let mut x = area.x + 1;
    for (key, what) in keys::of_row(app, form, row) {
        let wide = u16::try_from(width(&key) + 1 + width(&what)).unwrap_or(u16::MAX);
        if x.saturating_add(wide) > area.x + area.width {
            break;
        }
        x = page.brush.text(x, area.y, area.width, &key, Role::Key);
        x = page.brush.text(x, area.y, area.width, &format!(" {what}"), Role::Quiet) + 2;
    }
}

/// Whether a list is open in the form.
fn list_is_open(form: &Form) -> bool {
    matches!(form.editing, Some(Editor::List(_)))
}
