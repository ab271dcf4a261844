//! The pane that changes several cards or links at once: what keys do in it.

use keybinds::{Key, KeyInput};
use tui_input::InputRequest;

use super::{edit, many, outline, panes};
use crate::map::Item;
use crate::tui::app::App;
use crate::tui::bulk::Bulk;
use crate::tui::pane::Pane;

/// The longest text that is typed.
const LONGEST: usize = 200;

/// Opens it for what is picked, else for what is selected.
pub fn begin(app: &mut App) {
    let items: Vec<Item> = if outline::lists_links(app) {
        many::these_links(app).into_iter().map(Item::Link).collect()
    } else {
        many::these_cards(app).into_iter().map(Item::Node).collect()
    };
    let Some(open) = app.open.as_ref().filter(|_| !items.is_empty()) else { return };
    if open.read_only {
        app.message = app.lang.words().says.read_only.to_owned();
        return;
    }
    app.pane = Some(Pane::Bulk(Box::new(Bulk::new(&open.map, items, app.lang))));
}

/// A key: up and down choose, right and Enter go from the field to its values, Enter does it.
pub fn press(app: &mut App, key: KeyInput) {
    let lang = app.lang;
    let page = app.hits.pane.0.max(2) - 1;
    let (Some(Pane::Bulk(bulk)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let map = &open.map;
    let now = bulk.chosen.unwrap_or(bulk.at);
    let to = match key.key() {
        Key::Up => Some(now.saturating_sub(1)),
        Key::Down => Some(now + 1),
        Key::PageUp => Some(now.saturating_sub(page)),
        Key::PageDown => Some(now + page),
        Key::Home if !bulk.types() => Some(0),
        Key::End if !bulk.types() => Some(usize::MAX),
        _ => None,
    };
    match (to, bulk.chosen) {
        (Some(at), None) => bulk.go_to_field(map, lang, at),
        (Some(at), Some(_)) => bulk.go_to_offer(map, lang, at),
        (None, None) => match key.key() {
            Key::Enter | Key::Right | Key::Tab | Key::Char(' ') => bulk.go_to_offer(map, lang, 0),
            _ => {}
        },
        (None, Some(_)) if key.key() == Key::Enter => act(app),
        (None, Some(_)) if bulk.types() => {
            let empty = bulk.input.value().is_empty();
            match key.key() {
                Key::Left | Key::Backspace if empty => bulk.chosen = None,
                _ => {
                    if let Some(request) = panes::request(key) {
                        change(app, [request]);
                    }
                }
            }
        }
        (None, Some(_)) => match key.key() {
            Key::Left | Key::Backspace | Key::Tab => bulk.chosen = None,
            Key::Char(' ') => act(app),
            _ => {}
        },
    }
}

/// Pasted text goes where text is typed.
pub fn paste(app: &mut App, text: &str) {
    if matches!(&app.pane, Some(Pane::Bulk(bulk)) if bulk.types()) {
        change(app, panes::pasted(text).take(LONGEST));
    }
}

fn change(app: &mut App, requests: impl IntoIterator<Item = InputRequest>) {
    let (Some(Pane::Bulk(bulk)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    for request in requests {
        let full = bulk.input.value().chars().count() >= LONGEST;
        if !(full && matches!(request, InputRequest::InsertChar(_))) {
            bulk.input.handle(request);
        }
    }
    bulk.count(&open.map, app.lang);
}

/// A click on a field, or on a value: the second one on a value does it.
pub fn click(app: &mut App, field: Option<usize>, offer: Option<usize>) {
    let lang = app.lang;
    let (Some(Pane::Bulk(bulk)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    if let Some(at) = field {
        bulk.go_to_field(&open.map, lang, at);
    }
    if let Some(at) = offer {
        if bulk.chosen == Some(at) {
            act(app);
        } else {
            bulk.go_to_offer(&open.map, lang, at);
        }
    }
}

/// Changes all of them and closes the pane; says so where nothing would change, and keeps it open.
fn act(app: &mut App) {
    let (Some(Pane::Bulk(bulk)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    match bulk.deed(&open.map) {
        Ok(Some(deed)) => {
            app.pane = None;
            edit::commit(app, deed);
        }
        Ok(None) => bulk.wrong = app.lang.words().says.nothing_to_change.to_owned(),
        Err(refusal) => bulk.wrong = refusal.text(app.lang),
    }
}

#[cfg(test)]
mod tests;
