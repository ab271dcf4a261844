//! An open form: what keys, the mouse and pasted text do in it. Every change is one deed of the history.

use keybinds::{Key, KeyInput, Mods};

use super::outline::lists_links;
use super::{choose, edit, perform};
use crate::command::{Command, Found, View};
use crate::map::{Deed, Item, LinkId};
use crate::tui::app::App;
use crate::tui::form::{self, Control, Editor, Form, Input, Row, Slot, row_of, rows};
use crate::tui::pane::Pane;

mod pointer;
mod typing;

pub use pointer::{click, keep_typed, scroll};
pub use typing::paste;
use typing::{in_line, in_lines, in_list};

/// Opens the form of what is selected: of the chosen link, of a named loop in the list of loops, else of the card.
pub fn begin(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let listed = if app.view == View::Loops { open.listed_loop() } else { None };
    let told = listed.and_then(|at| open.circles.all.get(at)).and_then(|circle| circle.named.clone());
    let link =
        open.link.clone().filter(|_| matches!(app.view, View::Board | View::Focus) || lists_links(app));
    if listed.is_some() && told.is_none() {
        // A loop that was only found has no fields; naming it keeps it.
        perform(app, Command::NameLoop);
        return;
    }
    let item = match (told, link) {
        (Some(told), _) => Item::Loop(told),
        (_, Some(link)) => Item::Link(link),
        _ => match edit::this_card(app) {
            Some(card) => Item::Node(card),
            None => return,
        },
    };
    show(app, item);
}

/// Opens the form of an item. A map that may only be read says so.
pub fn show(app: &mut App, item: Item) {
    let Some(open) = app.open.as_ref() else { return };
    if open.read_only {
        app.message = app.lang.words().says.read_only.to_owned();
        return;
    }
    app.pane = Some(Pane::Form(Box::new(Form::new(item))));
}

/// Opens the form of the selected card at its label, which can be typed at once; it closes with that.
pub fn rename(app: &mut App) {
    let Some(card) = edit::this_card(app) else { return };
    show(app, Item::Node(card));
    let Some(Pane::Form(own)) = app.pane.as_mut() else { return };
    own.once = true;
    enter(app);
}

/// Opens the form of an item at a slot, which can be typed or chosen at once; it closes with that.
pub fn show_at(app: &mut App, item: Item, slot: &Slot) {
    show(app, item);
    let at = row_of(&rows_now(app), slot);
    let Some(own) = form_of(app) else { return };
    own.at = at.unwrap_or(0);
    own.once = at.is_some();
    if own.once {
        enter(app);
    }
}

fn form_of(app: &mut App) -> Option<&mut Form> {
    match app.pane.as_mut() {
        Some(Pane::Form(form)) => Some(form),
        _ => None,
    }
}

/// The rows of the open form as they are now.
fn rows_now(app: &App) -> Vec<Row> {
    match (&app.pane, &app.open) {
        (Some(Pane::Form(form)), Some(open)) => rows(&open.map, &form.item, app.lang),
        _ => Vec::new(),
    }
}

fn row_now(app: &App) -> Option<Row> {
    let Some(Pane::Form(form)) = &app.pane else { return None };
    rows_now(app).into_iter().nth(form.at)
}

/// A key while a form is open.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(Pane::Form(form)) = &app.pane else { return };
    match &form.editing {
        None => walk(app, key),
        Some(Editor::Text(_)) => in_line(app, key),
        Some(Editor::Lines(_)) => in_lines(app, key),
        Some(Editor::List(_)) => in_list(app, key),
    }
}

/// A key on the rows.
fn walk(app: &mut App, key: KeyInput) {
    let shift = key.mods().contains(Mods::SHIFT);
    let page = isize::try_from(app.hits.pane.0.max(3) / 2).unwrap_or(1);
    match key.key() {
        Key::Esc => app.pane = None,
        Key::Up if shift => act(app, &Input::Move { down: false }),
        Key::Down if shift => act(app, &Input::Move { down: true }),
        Key::Tab => go(app, if shift { -1 } else { 1 }),
        // These mean the same on every screen that a form lies on, whatever its own keys are.
        Key::Up => go(app, -1),
        Key::Down => go(app, 1),
        Key::Left => beside(app, false),
        Key::Right => beside(app, true),
        Key::Home => go(app, isize::MIN),
        Key::End => go(app, isize::MAX),
        Key::PageUp => go(app, -page),
        Key::PageDown => go(app, page),
        Key::Enter | Key::Char(' ') => enter(app),
        Key::Delete => act(app, &Input::Clear),
        _ => {
            if let Found::Command(command) = app.keymap.find(app.view, &[key]) {
                run(app, command);
            }
        }
    }
}

/// A command by its key, where it means something in a form; others do nothing.
fn run(app: &mut App, command: Command) {
    match command {
        Command::Up => go(app, -1),
        Command::Down => go(app, 1),
        Command::Left => beside(app, false),
        Command::Right => beside(app, true),
        Command::Last => go(app, isize::MAX),
        Command::Open | Command::Edit | Command::EditHere => enter(app),
        Command::Delete | Command::RemoveHere => act(app, &Input::Clear),
        Command::Undo | Command::Redo => {
            perform(app, command);
            settle(app);
        }
        Command::Save | Command::Language | Command::Redraw => perform(app, command),
        Command::Help | Command::Palette | Command::Quit => choose(app, command),
        _ => {}
    }
}

fn go(app: &mut App, by: isize) {
    let last = rows_now(app).len().saturating_sub(1);
    if let Some(form) = form_of(app) {
        form.at = form.at.saturating_add_signed(by).min(last);
    }
}

/// After the map changed otherwise than by this form: its item may be gone, or have fewer rows.
fn settle(app: &mut App) {
    let rows = rows_now(app).len();
    match form_of(app) {
        Some(_) if rows == 0 => app.pane = None,
        Some(form) => form.at = form.at.min(rows - 1),
        None => {}
    }
}

/// Begins to type or choose in the row of the cursor; a yes or no is changed at once.
fn enter(app: &mut App) {
    let Some(row) = row_now(app) else { return };
    let (Some(Pane::Form(form)), Some(open)) = (&app.pane, &app.open) else { return };
    match Editor::of(&open.map, &form.item, &row, app.lang) {
        Some(editor) => {
            if let Some(form) = form_of(app) {
                form.editing = Some(editor);
            }
        }
        None => {
            put(app, &row.slot, &Input::Toggle);
        }
    }
}

/// The choice beside the one that stands, the next number, or the other of yes and no.
fn beside(app: &mut App, next: bool) {
    let Some(row) = row_now(app) else { return };
    let (Some(Pane::Form(form)), Some(open)) = (&app.pane, &app.open) else { return };
    let now = form::value(&open.map, &form.item, &row.slot);
    let input = match &row.control {
        Control::Toggle => Input::Toggle,
        Control::Number { least, most } => {
            let now: Option<u32> = now.and_then(|value| value.read().ok());
            match (now, next) {
                (None, true) => Input::Number(*least),
                (None, false) => return,
                (Some(n), true) => Input::Number(n.saturating_add(1).min(*most)),
                // Below the least one there is none at all, where a field may be empty.
                (Some(n), false) if n <= *least => Input::Clear,
                (Some(n), false) => Input::Number(n - 1),
            }
        }
        Control::Choice(choices) if !choices.is_empty() => {
            let at = choices.iter().position(|own| own.value == now);
            let at = match (at, next) {
                (None, _) => 0,
                (Some(at), true) => (at + 1) % choices.len(),
                (Some(at), false) => (at + choices.len() - 1) % choices.len(),
            };
            Input::Value(choices[at].value.clone())
        }
        _ => return,
    };
    put(app, &row.slot, &input);
}

/// Empties the row of the cursor, takes away the part that it stands for, or moves it.
fn act(app: &mut App, input: &Input) {
    let Some(row) = row_now(app) else { return };
    let moves = matches!(input, Input::Move { .. });
    if (moves && !row.moves()) || (!moves && row.adds()) {
        return;
    }
    if put(app, &row.slot, input)
        && moves
        && let Some(slot) = moved(&row.slot, *input == Input::Move { down: true })
    {
        stand_on(app, &slot);
    }
}

/// The slot of a part after it moved.
fn moved(slot: &Slot, down: bool) -> Option<Slot> {
    let by = |at: usize| if down { Some(at + 1) } else { at.checked_sub(1) };
    Some(match slot {
        Slot::Through(at) => Slot::Through(by(*at)?),
        Slot::Step(at) => Slot::Step(by(*at)?),
        Slot::Measured(at, field) => Slot::Measured(by(*at)?, field),
        _ => return None,
    })
}

fn stand_on(app: &mut App, slot: &Slot) {
    if let Some(at) = row_of(&rows_now(app), slot)
        && let Some(form) = form_of(app)
    {
        form.at = at;
    }
}

/// Puts an input into a slot: `false` if it was refused, which a message says. The cursor stays on the slot, or goes
/// to the part that was added; where cards are added one after the other it stays.
fn put(app: &mut App, slot: &Slot, input: &Input) -> bool {
    let before = rows_now(app);
    let (Some(Pane::Form(form)), Some(open)) = (&app.pane, &app.open) else { return false };
    let (item, link) = (form.item.clone(), open.link.clone());
    let deed = match form::deed(&open.map, &item, slot, input) {
        Ok(deed) => deed,
        Err(refusal) => {
            app.message = refusal.text(app.lang);
            return false;
        }
    };
    let Some(deed) = deed else { return true };
    let renamed = renamed(&item, &deed);
    if !edit::commit(app, deed) {
        return false;
    }
    // What is being edited stays what is selected, also under another name.
    let chosen = if link.is_some() { renamed.clone().or(link) } else { None };
    if let Some(open) = app.open.as_mut() {
        open.link = chosen.filter(|link| open.map.link(link).is_some());
    }
    if let (Some(link), Some(form)) = (renamed, form_of(app)) {
        form.item = Item::Link(link);
    }
    let after = rows_now(app);
    let stays = matches!(slot, Slot::ThroughAdd | Slot::WhatIfAdd(_));
    let added = after.iter().position(|row| before.iter().all(|own| own.slot != row.slot));
    let found = if stays { None } else { added.filter(|_| replaces(slot, input)) };
    let at = found.or_else(|| row_of(&after, slot));
    if let Some(form) = form_of(app) {
        form.at = at.unwrap_or(form.at).min(after.len().saturating_sub(1));
    }
    true
}

/// The link that takes the place of the one that is edited: what it says is a part of its name.
fn renamed(item: &Item, deed: &Deed) -> Option<LinkId> {
    let Item::Link(old) = item else { return None };
    deed.change.edits.iter().find_map(|edit| match &edit.item {
        Item::Link(new) if new != old && edit.field.is_none() && edit.new.is_some() => Some(new.clone()),
        _ => None,
    })
}

/// Whether what is new among the rows is what the input made.
fn replaces(slot: &Slot, input: &Input) -> bool {
    matches!(
        (slot, input),
        (Slot::CitationAdd | Slot::MeasurementAdd | Slot::ColumnAdd | Slot::StepAdd, _)
            | (Slot::Citation(_), Input::Value(_) | Input::New(_))
    )
}
