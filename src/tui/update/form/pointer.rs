//! The mouse in a form, and what leaving a row by it does with what was typed there.

use super::super::choose;
use super::typing::{keep, stop};
use super::{enter, form_of, go, show};
use crate::map::Item;
use crate::tui::app::App;
use crate::tui::form::Editor;
use crate::tui::hits::Target;

/// A click while a form is open. What was typed is kept before anything else is chosen.
pub fn click(app: &mut App, target: Option<Target>) {
    match target {
        Some(Target::Choice(at)) => {
            let Some(Editor::List(list)) = form_of(app).and_then(|form| form.editing.as_mut()) else {
                return;
            };
            list.at = at.min(list.rows().saturating_sub(1));
            if list.ticked.is_some() { list.tick() } else { keep(app) }
        }
        Some(Target::PaneRow(at)) => {
            let Some(form) = form_of(app) else { return };
            let same = form.at == at;
            if same && form.editing.is_some() {
                return;
            }
            if !leave(app) {
                return;
            }
            match form_of(app) {
                Some(_) if same => enter(app),
                Some(form) => form.at = at,
                None => {}
            }
        }
        Some(Target::Nothing) => {}
        Some(Target::Hint(command)) => {
            if leave(app) {
                choose(app, command);
            }
        }
        Some(Target::Card(card)) => {
            if leave(app) {
                let view = app.view;
                if let Some(open) = app.open.as_mut() {
                    open.jump(card.clone(), view);
                }
                show(app, Item::Node(card));
            }
        }
        _ => {
            if leave(app) {
                app.pane = None;
            }
        }
    }
}

/// Ends typing and keeps what was typed, and an open list without choosing. `false` if the text was refused.
fn leave(app: &mut App) -> bool {
    match form_of(app).and_then(|form| form.editing.as_ref()) {
        Some(Editor::Text(_) | Editor::Lines(_)) => {
            keep(app);
            form_of(app).is_none_or(|form| form.editing.is_none())
        }
        Some(Editor::List(_)) => {
            stop(app);
            true
        }
        None => true,
    }
}

/// The wheel over a form.
pub fn scroll(app: &mut App, down: bool) {
    let by = if down { 1 } else { -1 };
    match form_of(app).and_then(|form| form.editing.as_mut()) {
        Some(Editor::List(list)) => list.go(by),
        Some(_) => {}
        None => go(app, by),
    }
}

/// Keeps what is typed in a form before the program asks about leaving, so that nothing typed is lost.
pub fn keep_typed(app: &mut App) {
    leave(app);
}
