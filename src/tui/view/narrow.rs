//! The two small panes of the outline: what it is narrowed to, and which columns it has.

use super::chrome::Hint;
use super::{Page, scroll};
use crate::command::View;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::words::listing::shown_of;
use crate::text::{cut, width};
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::hits::Target;
use crate::tui::outline::{Column, Facet, Listed};
use crate::tui::pane::Pane;

/// Draws the pane of values to narrow the list to.
pub(super) fn facets(app: &App, page: &mut Page, screen: Area, at: usize) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    let outline = &open.outline;
    let offered = Facet::offered(&open.map, outline.listed);
    let rows: Vec<(String, String, bool)> = offered
        .iter()
        .map(|facet| {
            let chosen = outline.setting().filter.chosen.get(facet);
            let value = chosen.map_or_else(
                || words.listing.any.to_owned(),
                |value| value.said(&open.map, *facet, app.lang),
            );
            (capital(facet.name(app.lang)), value, chosen.is_some())
        })
        .collect();
    let links = outline.listed == Listed::Links;
    let count = match app.view {
        View::Board => open.narrowed_to(app.lang),
        _ => shown_of(app.lang, outline.rows.len(), outline.all, links),
    };
    let names = rows.iter().map(|(name, ..)| width(name)).max().unwrap_or(0);
    let title = if app.view == View::Board { words.listing.narrow_board } else { words.listing.narrow };
    let (area, list) = list(app, page, screen, title, rows.len(), at);
    for (y, nth, (name, value, chosen)) in list.rows(&rows) {
        let own = Area { y, height: 1, ..list.area };
        page.brush.text(own.x + 2, y, own.width.saturating_sub(2), name, Role::Text);
        let x = own.x + 4 + u16::try_from(names).unwrap_or(0);
        let room = (own.x + own.width).saturating_sub(x + 1);
        let shown = if *chosen { format!("{} {value}", app.glyphs.check) } else { format!("  {value}") };
        page.brush.text(x, y, room, &shown, if *chosen { Role::Heading } else { Role::Quiet });
        cursor(app, page, own, nth == at);
        page.hits.add(own, Target::PaneRow(nth));
    }
    below(page, area, &count);
}

/// Draws the pane of columns.
pub(super) fn columns(app: &App, page: &mut Page, screen: Area, at: usize) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().listing;
    let outline = &open.outline;
    let chosen = outline.setting().columns.as_ref();
    let shown = |column: &Column| match chosen {
        Some(chosen) => chosen.contains(column),
        // What does not fit stands on the next page.
        None => column.has_values(&open.map),
    };
    let mut rows: Vec<(String, bool)> = Column::beside(outline.listed)
        .iter()
        .map(|column| (capital(column.name(app.lang)), shown(column)))
        .collect();
    rows.push((capital(words.by_width), chosen.is_none()));
    let (_, list) = list(app, page, screen, words.columns, rows.len(), at);
    for (y, nth, (name, chosen)) in list.rows(&rows) {
        let own = Area { y, height: 1, ..list.area };
        let mark = if *chosen { app.glyphs.check } else { app.glyphs.between };
        page.brush.text(own.x + 2, y, 1, mark, if *chosen { Role::Heading } else { Role::Quiet });
        page.brush.text(own.x + 4, y, own.width.saturating_sub(4), name, Role::Text);
        cursor(app, page, own, nth == at);
        page.hits.add(own, Target::PaneRow(nth));
    }
}

/// The rows of a list that are on the screen.
struct List {
    area: Area,
    first: usize,
}

impl List {
    fn rows<'a, T>(&self, rows: &'a [T]) -> Vec<(u16, usize, &'a T)> {
        let shown = rows.iter().enumerate().skip(self.first).take(usize::from(self.area.height));
        (self.area.y..).zip(shown).map(|(y, (nth, row))| (y, nth, row)).collect()
    }
}

/// A box at the right, so that what the list shows stays in sight.
fn list(app: &App, page: &mut Page, screen: Area, title: &str, rows: usize, at: usize) -> (Area, List) {
    let within = Area { y: 2, height: screen.height.saturating_sub(3), ..screen };
    let tall = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2).min(within.height);
    let wide = 46.min(within.width);
    let area = Area { x: screen.width - wide, ..centered(within, wide, tall) };
    let inside = page.brush.frame(area, &app.glyphs.thin, title);
    page.hits.add(area, Target::Nothing);
    let shown = usize::from(inside.height);
    page.hits.pane = (shown, rows);
    (area, List { area: inside, first: scroll::first_shown(at, shown, rows) })
}

fn cursor(app: &App, page: &mut Page, own: Area, here: bool) {
    if here {
        page.brush.text(own.x, own.y, 1, app.glyphs.cursor, Role::Heading);
        page.brush.tint(own, Role::Cursor);
    }
}

fn below(page: &mut Page, area: Area, text: &str) {
    // Where nothing is to be said the edge stays whole.
    if text.is_empty() {
        return;
    }
    let text = format!(" {} ", cut(text, usize::from(area.width.saturating_sub(6))));
    let cells = u16::try_from(width(&text)).unwrap_or(0);
    let from = (area.x + area.width).saturating_sub(2 + cells);
    page.brush.text(from, area.y + area.height.saturating_sub(1), cells, &text, Role::Heading);
}

/// The keys of either pane, for the last line.
pub(super) fn keys(app: &App) -> Vec<Hint> {
    let words = app.lang.words();
    let (doing, own) = (&words.doing, &words.listing);
    let plain = |key: &str, what: &str| (key.to_owned(), what.to_owned(), None);
    match &app.pane {
        Some(Pane::Facets(_)) => vec![
            plain("↑↓", doing.select),
            plain("←→", own.another_value),
            plain("Backspace", own.any_value),
            plain("Esc", doing.close),
        ],
        _ => {
            vec![plain("↑↓", doing.select), plain(doing.space, own.show_or_hide), plain("Esc", doing.close)]
        }
    }
}
