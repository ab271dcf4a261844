//! The outline: rows, order, filter, and what is picked.

use keybinds::{Key, KeyInput};
use tui_input::{Input, InputRequest};

use super::{panes, walk};
use crate::command::{Command, View};
use crate::text::words::listing::picked;
use crate::tui::app::App;
use crate::tui::open::OpenMap;
use crate::tui::outline::{Column, Filter, Listed, Row};
use crate::tui::pane::Pane;

/// Letters of a filter: more leave nothing that fewer do not.
const LONGEST: usize = 200;

/// Brings the rows and the selection in line with what an event changed.
pub fn settle(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    match app.view {
        View::Outline => open.settle_outline(),
        View::Levels => open.settle_ladder(),
        View::Board | View::Review => {
            open.settle_board();
            open.settle_review(app.lang);
        }
        View::Unsettled => open.settle_unsettled(),
        View::Actors => open.settle_cast(),
        View::Acting => open.settle_acting(),
        _ => {}
    }
}

/// Puts the cursor on a row, which is selected then.
pub fn stand(app: &mut App, at: usize) {
    let Some(open) = app.open.as_mut() else { return };
    open.outline.go(at);
    match open.outline.rows.get(open.outline.at).cloned() {
        Some(Row::Card(card)) => open.jump(card, View::Outline),
        Some(Row::Link(link)) => {
            open.jump(link.from.clone(), View::Outline);
            open.link = Some(link);
        }
        None => {}
    }
}

/// Up and down go to other rows, left and right to other columns.
pub fn step(app: &mut App, way: Command) {
    let pages = app.hits.columns.max(1);
    let Some(open) = app.open.as_mut() else { return };
    let outline = &mut open.outline;
    match way {
        Command::Left => outline.page = outline.page.min(pages - 1).saturating_sub(1),
        Command::Right => outline.page = (outline.page + 1).min(pages - 1),
        _ => {
            let last = outline.rows.len().saturating_sub(1);
            let at = walk::moved(outline.at, way, last);
            stand(app, at);
        }
    }
}

/// The focus on the card of the row; of a link, on its cause with the link chosen.
pub fn open(app: &mut App) {
    if app.open.as_ref().is_some_and(|open| open.card.is_some()) {
        super::command::show(app, View::Focus);
    }
}

/// Picks what the cursor is on, or lets go of it. In the outline the cursor goes on to the next row.
pub fn pick(app: &mut App) {
    if app.view == View::Outline {
        let Some(open) = app.open.as_mut() else { return };
        let at = open.outline.at;
        pick_row(open, at);
        // On the last row the cursor stays, so the next Space lets go of it: how many are picked is said.
        let last = at + 1 >= open.outline.rows.len();
        if last && open.picks() > 0 {
            app.message = format!("{}.", picked(app.lang, open.picked.len(), open.picked_links.len()));
        }
        stand(app, at + 1);
        return;
    }
    let Some(card) = super::edit::this_card(app) else { return };
    if let Some(open) = app.open.as_mut() {
        toggle(open, &Row::Card(card));
    }
}

/// Picks a row, or lets go of it.
pub fn pick_row(open: &mut OpenMap, at: usize) {
    if let Some(row) = open.outline.rows.get(at).cloned() {
        toggle(open, &row);
    }
}

fn toggle(open: &mut OpenMap, row: &Row) {
    match row {
        Row::Card(card) => {
            if !open.picked.remove(card) {
                open.picked.insert(card.clone());
            }
        }
        Row::Link(link) => {
            if !open.picked_links.remove(link) {
                open.picked_links.insert(link.clone());
            }
        }
    }
}

/// Picks every row that is shown; where all are picked, lets go of them.
pub fn pick_all(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let rows = open.outline.rows.clone();
    let all = rows.iter().all(|row| match row {
        Row::Card(card) => open.picked.contains(card),
        Row::Link(link) => open.picked_links.contains(link),
    });
    for row in rows {
        match row {
            Row::Card(card) if all => _ = open.picked.remove(&card),
            Row::Card(card) => _ = open.picked.insert(card),
            Row::Link(link) if all => _ = open.picked_links.remove(&link),
            Row::Link(link) => _ = open.picked_links.insert(link),
        }
    }
}

/// Lets go of everything picked, shown or not.
pub fn pick_none(app: &mut App) {
    let words = app.lang.words();
    let Some(open) = app.open.as_mut() else { return };
    if open.picked.is_empty() && open.picked_links.is_empty() {
        app.message = words.listing.nothing_picked.to_owned();
        return;
    }
    open.picked.clear();
    open.picked_links.clear();
}

/// Lists the links, or the cards again.
pub fn switch(app: &mut App) {
    if let Some(open) = app.open.as_mut() {
        open.outline.switch();
    }
}

/// Sorts by the next column.
pub fn sort_next(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let columns = Column::sortable(open.outline.listed);
    let now = open.outline.setting().sort.column;
    let at = columns.iter().position(|own| *own == now).map_or(0, |at| (at + 1) % columns.len());
    open.outline.sort_by(columns[at]);
}

/// Sorts the other way round.
pub fn sort_back(app: &mut App) {
    if let Some(open) = app.open.as_mut() {
        let sort = &mut open.outline.setting_mut().sort;
        sort.back = !sort.back;
    }
}

/// Takes the filter away; `false` if there was none.
pub fn filter_off(app: &mut App) -> bool {
    let Some(open) = app.open.as_mut() else { return false };
    let filter = &mut open.outline.setting_mut().filter;
    let was = !filter.is_empty();
    *filter = Filter::default();
    was
}

/// Opens the field for letters to filter by, with those that are there.
pub fn type_filter(app: &mut App) {
    if let Some(open) = app.open.as_ref() {
        app.pane = Some(Pane::Filter(Input::new(open.outline.setting().filter.text.clone())));
    }
}

/// A key in that field: the list follows each letter, and the arrows go along it.
pub fn type_key(app: &mut App, key: KeyInput) {
    match key.key() {
        Key::Enter => app.pane = None,
        Key::Up => step(app, Command::Up),
        Key::Down => step(app, Command::Down),
        Key::PageUp => walk::leap(app, Command::PageUp),
        Key::PageDown => walk::leap(app, Command::PageDown),
        _ => {
            if let Some(request) = panes::request(key) {
                letters(app, [request]);
            }
        }
    }
}

/// Pasted text in that field.
pub fn paste(app: &mut App, text: &str) {
    letters(app, panes::pasted(text).take(LONGEST));
}

fn letters(app: &mut App, requests: impl IntoIterator<Item = InputRequest>) {
    let (Some(Pane::Filter(input)), Some(open)) = (app.pane.as_mut(), app.open.as_mut()) else { return };
    for request in requests {
        let full = input.value().chars().count() >= LONGEST;
        if !(full && matches!(request, InputRequest::InsertChar(_))) {
            input.handle(request);
        }
    }
    open.outline.setting_mut().filter.text = input.value().to_owned();
}

/// The row nearest to the cursor that is not among those that go.
pub fn next_card(open: &OpenMap, going: &[crate::map::NodeId]) -> Option<crate::map::NodeId> {
    let stays = |row: &Row| match row {
        Row::Card(card) if !going.contains(card) => Some(card.clone()),
        _ => None,
    };
    let (before, after) = open.outline.rows.split_at(open.outline.at.min(open.outline.rows.len()));
    after.iter().find_map(stays).or_else(|| before.iter().rev().find_map(stays))
}

/// Whether the outline lists links.
pub fn lists_links(app: &App) -> bool {
    app.view == View::Outline && app.open.as_ref().is_some_and(|open| open.outline.listed == Listed::Links)
}

#[cfg(test)]
mod tests;
