//! The two small panes of the outline: values to narrow the list to, and columns to show.

use std::collections::BTreeSet;

use keybinds::{Key, KeyInput};

use crate::command::View;
use crate::tui::app::App;
use crate::tui::outline::{Column, Facet, Listed, pages};
use crate::tui::pane::Pane;

/// Opens the pane of values.
pub fn begin_facets(app: &mut App) {
    app.pane = Some(Pane::Facets(0));
}

/// Opens the pane of values for the board, which is narrowed as the list of cards is.
pub fn begin_for_board(app: &mut App) {
    if let Some(open) = app.open.as_mut() {
        open.outline.listed = Listed::Cards;
        begin_facets(app);
    }
}

/// Shows the whole map on the board again.
pub fn end_for_board(app: &mut App) {
    if let Some(open) = app.open.as_mut() {
        open.outline.listed = Listed::Cards;
        open.outline.setting_mut().filter.chosen.clear();
    }
}

/// Opens the pane of columns.
pub fn begin_columns(app: &mut App) {
    app.pane = Some(Pane::Columns(0));
}

/// A key in the pane of values: left and right go through them, Backspace takes the row's value away.
pub fn press_facets(app: &mut App, key: KeyInput) {
    match key.key() {
        Key::Up => step(app, -1),
        Key::Down | Key::Tab => step(app, 1),
        Key::Home => step(app, isize::MIN),
        Key::End => step(app, isize::MAX),
        Key::Right | Key::Char(' ') => turn(app, true),
        Key::Left => turn(app, false),
        Key::Backspace | Key::Delete => {
            if let Some(facet) = facet(app)
                && let Some(open) = app.open.as_mut()
            {
                open.outline.setting_mut().filter.chosen.remove(&facet);
            }
        }
        Key::Enter => close_facets(app),
        _ => {}
    }
}

/// Closes the pane of values; over the board it says what the board shows from now on.
fn close_facets(app: &mut App) {
    app.pane = None;
    if app.view == View::Board
        && let Some(open) = app.open.as_mut()
    {
        open.settle_board();
        let said = open.narrowed_to(app.lang);
        app.message = if said.is_empty() { app.lang.words().listing.whole_board.to_owned() } else { said };
    }
}

/// A key in the pane of columns: Space shows or hides the one that the cursor is on.
pub fn press_columns(app: &mut App, key: KeyInput) {
    match key.key() {
        Key::Up => step(app, -1),
        Key::Down | Key::Tab => step(app, 1),
        Key::Home => step(app, isize::MIN),
        Key::End => step(app, isize::MAX),
        Key::Right | Key::Left | Key::Char(' ') => toggle(app),
        Key::Enter => app.pane = None,
        _ => {}
    }
}

/// A click on a row: goes there, and does what Space does.
pub fn click(app: &mut App, row: usize) {
    match app.pane.as_mut() {
        Some(Pane::Facets(at)) => {
            *at = row;
            turn(app, true);
        }
        Some(Pane::Columns(at)) => {
            *at = row;
            toggle(app);
        }
        _ => {}
    }
}

/// Moves the cursor by so many rows.
pub fn step(app: &mut App, rows: isize) {
    let Some(open) = app.open.as_ref() else { return };
    let all = match &app.pane {
        Some(Pane::Facets(_)) => Facet::offered(&open.map, open.outline.listed).len(),
        _ => Column::beside(open.outline.listed).len() + 1,
    };
    if let Some(Pane::Facets(at) | Pane::Columns(at)) = app.pane.as_mut() {
        *at = at.saturating_add_signed(rows).min(all.saturating_sub(1));
    }
}

fn facet(app: &App) -> Option<Facet> {
    let (Some(Pane::Facets(at)), Some(open)) = (&app.pane, &app.open) else { return None };
    Facet::offered(&open.map, open.outline.listed).get(*at).copied()
}

/// The next value of the facet, or the one before it; behind the last one there is none.
fn turn(app: &mut App, on: bool) {
    let Some(facet) = facet(app) else { return };
    let Some(open) = app.open.as_mut() else { return };
    let values = facet.values(&open.map);
    let chosen = &mut open.outline.setting_mut().filter.chosen;
    let now = chosen.get(&facet).and_then(|own| values.iter().position(|value| value == own));
    let next = match (now, on) {
        (None, true) => Some(0),
        (None, false) => values.len().checked_sub(1),
        (Some(at), true) => Some(at + 1).filter(|at| *at < values.len()),
        (Some(at), false) => at.checked_sub(1),
    };
    match next.and_then(|at| values.into_iter().nth(at)) {
        Some(value) => chosen.insert(facet, value),
        None => chosen.remove(&facet),
    };
}

/// Shows or hides the column; the first time, those that the width chose are what one begins with.
fn toggle(app: &mut App) {
    let (Some(Pane::Columns(at)), Some(open)) = (&app.pane, app.open.as_mut()) else { return };
    let outline = &mut open.outline;
    let column = Column::beside(outline.listed).get(*at).copied();
    let shown = || -> BTreeSet<Column> {
        let sorted = outline.setting().sort.column;
        let first = pages(&open.map, app.lang, outline.listed, None, sorted, app.size.0).into_iter().next();
        first.unwrap_or_default().into_iter().map(|place| place.column).collect()
    };
    let mut chosen = outline.setting().columns.clone().unwrap_or_else(shown);
    outline.page = 0;
    outline.setting_mut().columns = column.map(|column| {
        if !chosen.remove(&column) {
            chosen.insert(column);
        }
        chosen
    });
}
