//! Typing and choosing in the row of a form: what keys and pasted text do there, and what is kept of it.

use keybinds::{Key, KeyInput, Mods};

use super::super::panes;
use super::{form_of, put, row_now};
use crate::tui::app::App;
use crate::tui::form::{self, Editor, Input};

/// A key while a line is typed: Enter keeps it, Esc leaves it.
pub(super) fn in_line(app: &mut App, key: KeyInput) {
    match key.key() {
        Key::Enter => keep(app),
        Key::Esc => stop(app),
        Key::Char('s') if key.mods() == Mods::CTRL => keep(app),
        Key::Char('g') if key.mods() == Mods::CTRL => stop(app),
        _ => type_key(app, key),
    }
}

/// A key while lines are typed: as in one line, and Alt+Enter or Ctrl+j breaks a line.
pub(super) fn in_lines(app: &mut App, key: KeyInput) {
    match key.key() {
        Key::Enter if key.mods() != Mods::NONE => with_draft(app, |draft, _| draft.break_line()),
        Key::Char('j') if key.mods() == Mods::CTRL => with_draft(app, |draft, _| draft.break_line()),
        _ => in_line(app, key),
    }
}

fn type_key(app: &mut App, key: KeyInput) {
    let ctrl = key.mods().contains(Mods::CTRL);
    with_draft(app, |draft, cells| match key.key() {
        Key::Char('w') if ctrl => draft.delete_word(),
        Key::Char('u') if ctrl => draft.delete_to_start(),
        Key::Char(letter) if key.mods() == Mods::NONE => draft.insert(letter.encode_utf8(&mut [0; 4])),
        Key::Backspace if ctrl => draft.delete_word(),
        Key::Backspace => draft.delete_before(),
        Key::Delete => draft.delete_behind(),
        Key::Left if ctrl => draft.word_left(),
        Key::Right if ctrl => draft.word_right(),
        Key::Left => draft.left(),
        Key::Right => draft.right(),
        Key::Up => {
            draft.go(false, cells);
        }
        Key::Down => {
            draft.go(true, cells);
        }
        Key::Home => draft.home(),
        Key::End => draft.end(),
        _ => {}
    });
}

fn with_draft(app: &mut App, act: impl FnOnce(&mut form::draft::Draft, usize)) {
    let cells = app.hits.typed.max(2);
    if let Some(Editor::Text(draft) | Editor::Lines(draft)) =
        form_of(app).and_then(|own| own.editing.as_mut())
    {
        act(draft, cells);
    }
}

/// Leaves what was typed or chosen.
pub(super) fn stop(app: &mut App) {
    let Some(form) = form_of(app) else { return };
    form.editing = None;
    if form.once {
        app.pane = None;
    }
}

/// Keeps what was typed or chosen. What is refused stays to be typed on.
pub(super) fn keep(app: &mut App) {
    let Some(row) = row_now(app) else { return };
    if !ticks(app) {
        return;
    }
    let Some(editor) = form_of(app).and_then(|own| own.editing.clone()) else { return };
    let once = form_of(app).is_some_and(|own| own.once);
    let input = match &editor {
        Editor::Text(draft) if draft.text().trim().is_empty() && !row.adds() && !row.is_part() => {
            Input::Clear
        }
        Editor::Text(draft) => Input::Text(draft.text()),
        Editor::Lines(draft) => Input::Lines(draft.all_lines().to_vec()),
        Editor::List(list) => match (&list.ticked, list.chosen()) {
            (Some(ticked), _) => Input::Many(ticked.clone()),
            (None, Some(choice)) => Input::Value(choice.value.clone()),
            (None, None) if list.offers_new() => Input::New(list.filter.value().to_owned()),
            (None, None) => return,
        },
    };
    if put(app, &row.slot, &input) {
        stop(app);
        if once && app.message.is_empty() {
            app.message = app.lang.words().says.nothing_changed.to_owned();
        }
    }
}

/// Enter in a list of ticks: what is ticked is kept, and the row of the cursor is not. `false` where nothing is ticked
/// and nobody ticked: the list closes, and a message says how one ticks.
fn ticks(app: &mut App) -> bool {
    let Some(Editor::List(list)) = form_of(app).and_then(|own| own.editing.as_ref()) else { return true };
    let none = list.ticked.as_deref().is_some_and(<[_]>::is_empty);
    if !none || list.touched {
        return true;
    }
    stop(app);
    app.message = app.lang.words().forms.space_ticks.to_owned();
    false
}

/// A key in an open list.
pub(super) fn in_list(app: &mut App, key: KeyInput) {
    let shift = key.mods().contains(Mods::SHIFT);
    let page = isize::try_from(app.hits.page.max(2)).unwrap_or(8);
    let Some(Editor::List(list)) = form_of(app).and_then(|form| form.editing.as_mut()) else { return };
    match key.key() {
        Key::Esc => stop(app),
        Key::Enter => keep(app),
        Key::Up => list.go(-1),
        Key::Down => list.go(1),
        Key::Tab => list.go(if shift { -1 } else { 1 }),
        Key::PageUp => list.go(-page),
        Key::PageDown => list.go(page),
        Key::Char(' ') if list.ticked.is_some() => list.tick(),
        _ => list.change(panes::request(key)),
    }
}

/// Pasted text goes where one types; where one does not, nothing is taken.
pub fn paste(app: &mut App, text: &str) {
    match form_of(app).and_then(|form| form.editing.as_mut()) {
        Some(Editor::Text(draft) | Editor::Lines(draft)) => draft.insert(text),
        Some(Editor::List(list)) => list.change(panes::pasted(text).take(LONGEST_FILTER)),
        None => {}
    }
}

/// Letters that narrow a list: more find nothing that fewer do not.
const LONGEST_FILTER: usize = 100;
