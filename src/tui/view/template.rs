//! The short list of what a new map may begin with.

use super::Page;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::width;
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::hits::Target;
use crate::tui::template::Templates;

/// Draws the list in the middle of the screen, what each row is behind its name.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, templates: &Templates) {
    let title = format!("{}: {}", templates.title, app.lang.words().files.begin_with);
    let rows = templates.rows();
    let high = u16::try_from(rows.len()).unwrap_or(5) + 2;
    let area = centered(screen, 78, high);
    let inside = page.brush.frame(area, &app.glyphs.thin, &title);
    page.hits.add(area, Target::Nothing);
    page.hits.pane = (usize::from(inside.height), rows.len());
    let names = rows.iter().map(|row| width(row.said(app.lang).0)).max().unwrap_or(0);
    let names = u16::try_from(names).unwrap_or(20);
    for (y, (at, row)) in (inside.y..inside.y + inside.height).zip(rows.iter().enumerate()) {
        let own = Area { y, height: 1, ..inside };
        let (name, about) = row.said(app.lang);
        page.brush.text(own.x + 2, y, own.width.saturating_sub(2), name, Role::Text);
        let from = own.x + 4 + names;
        page.brush.text(from, y, (own.x + own.width).saturating_sub(from), about, Role::Quiet);
        if at == templates.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
    }
}
