//! The matrix: causes as rows, effects as columns.

use super::{Page, empty};
use crate::layout::canvas::Area;
use crate::layout::frame::Frame;
use crate::layout::matrix::{Table, matrix};
use crate::text::words::says;
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// Draws it, or says how to get one.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    if open.snapshot.arcs().is_empty() {
        return empty::draw(app, page, area, words.start.no_matrix, words.guide.empty_loops);
    }
    let frame = Frame { width: area.width, height: area.height, lang: app.lang, glyphs: app.glyphs };
    let of = open.matrix_of();
    let spot = (open.matrix.cause.as_ref(), open.matrix.effect.as_ref());
    let picture = matrix(&open.map, &of, spot, frame);
    page.brush.picture(area, &picture.canvas, (0, 0));
    for (own, (row, column)) in picture.hits {
        page.hits.add(Area { x: area.x + own.x, y: area.y + own.y, ..own }, Target::Cell(row, column));
    }
    page.hits.page = u16::try_from(picture.rows.len()).unwrap_or(u16::MAX);
    page.table = Some(picture.table);
}

/// The link under the cursor in words, or that there is none; of the table that was drawn.
pub(super) fn sentence(app: &App, open: &OpenMap, table: &Table) -> String {
    let at = table.find((open.matrix.cause.as_ref(), open.matrix.effect.as_ref()));
    let Some((row, column)) = at else { return String::new() };
    let lang = open.lang_or(app.lang);
    let mut links = table.links_at(row, column).map(|link| say::link(lang, &open.map, link)).peekable();
    if links.peek().is_none() {
        let label = |id| say::label(&open.map, id);
        return says::no_link(app.lang, &label(&table.causes[row]), &label(&table.effects[column]));
    }
    links.collect::<Vec<_>>().join(" ")
}
