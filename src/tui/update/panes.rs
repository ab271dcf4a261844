//! Keys in an open pane. A pane has no keys of its own in the table: what is typed is text, and what is not is
//! the arrows, Enter and Esc, which mean the same everywhere.

use keybinds::{Key, KeyInput, Mods};
use tui_input::{Input, InputRequest};

use super::{
    adding, asking, beginning, browsing, bulk, chains, choosing, connecting, copying, form, merging, moving,
    naming, narrow, outline, telling,
};
use crate::command::{Command, Found, View};
use crate::text::is_unseen;
use crate::tui::app::App;
use crate::tui::help_page::HelpPage;
use crate::tui::pane::{Pane, find_cards, find_commands};

/// A key while a pane is open.
pub fn press(app: &mut App, key: KeyInput) {
    if matches!(app.pane, Some(Pane::Form(_))) {
        return form::press(app, key);
    }
    if key.key() == Key::Esc {
        if connecting::to_letters(app) || merging::to_list(app) || telling::close_search(app) {
            return;
        }
        if let Some(Pane::Help(help)) = app.pane.as_mut()
            && help.filter.is_some()
        {
            *help = HelpPage::default();
            return;
        }
        adding::keep_line(app);
        app.pane = None;
        // Whoever stays does not go on to what was to follow.
        app.then = None;
        app.awaited = None;
        return;
    }
    let page = isize::try_from(app.hits.pane.0.max(2) - 1).unwrap_or(1);
    let by = match key.key() {
        Key::Up => Some(-1),
        Key::Down => Some(1),
        Key::PageUp => Some(-page),
        Key::PageDown => Some(page),
        Key::Tab if key.mods().contains(Mods::SHIFT) => Some(-1),
        Key::Tab => Some(1),
        _ => None,
    };
    let (shown, lines) = app.hits.pane;
    match app.pane.as_mut() {
        None | Some(Pane::Form(_)) => {}
        Some(Pane::Add(_)) => adding::press(app, key),
        Some(Pane::Pick(_)) => connecting::press(app, key),
        Some(Pane::Filter(_)) => outline::type_key(app, key),
        Some(Pane::Move(_)) => moving::press(app, key),
        Some(Pane::Merge(_)) => merging::press(app, key),
        Some(Pane::Same(_)) => merging::press_list(app, key),
        Some(Pane::Facets(_)) => narrow::press_facets(app, key),
        Some(Pane::Columns(_)) => narrow::press_columns(app, key),
        Some(Pane::Bulk(_)) => bulk::press(app, key),
        Some(Pane::Ask(_)) => asking::press(app, key),
        Some(Pane::Prompt(_)) => asking::type_key(app, key),
        Some(Pane::Name(_)) => naming::press(app, key),
        Some(Pane::Tell(_)) => telling::press(app, key),
        Some(Pane::Choose(choice)) => match by {
            Some(rows) => choice.go(rows),
            None => choosing::press(app, key),
        },
        Some(Pane::Browse(browser)) => match by {
            Some(rows) => browser.go(rows),
            None => browsing::press(app, key),
        },
        Some(Pane::Import(incoming)) => {
            let most = lines.saturating_sub(shown);
            match (by, key.key()) {
                (Some(rows), _) => incoming.from = incoming.from.saturating_add_signed(rows).min(most),
                (None, Key::Enter) => browsing::take_in(app),
                _ => {}
            }
        }
        Some(Pane::Templates(templates)) => match (by, key.key()) {
            (Some(rows), _) => templates.go(rows),
            (None, Key::Enter) => beginning::begin(app),
            _ => {}
        },
        Some(Pane::Find(search)) => match (by, key.key()) {
            (Some(rows), _) => search.go(rows),
            (None, Key::Enter) => go_to_card(app),
            _ => type_key(app, key),
        },
        Some(Pane::End(search, ..)) => match (by, key.key()) {
            (Some(rows), _) => search.go(rows),
            (None, Key::Enter) => chains::take(app),
            _ => type_key(app, key),
        },
        Some(Pane::Palette(search)) => match (by, key.key()) {
            (Some(rows), _) => search.go(rows),
            (None, Key::Enter) => run(app),
            _ => type_key(app, key),
        },
        Some(Pane::Help(help)) if by.is_none() && (help.typing || key == Key::Char('/').into()) => {
            narrow_help(help, key);
        }
        Some(Pane::Help(HelpPage { from, .. }) | Pane::Legend(from)) => {
            let most = lines.saturating_sub(shown);
            match (by, key.key()) {
                (Some(rows), _) => *from = from.saturating_add_signed(rows).min(most),
                (None, Key::Home) => *from = 0,
                (None, Key::End) => *from = most,
                (None, Key::Char('j')) => *from = (*from + 1).min(most),
                (None, Key::Char('k')) => *from = from.saturating_sub(1),
                (None, Key::Char(' ')) => *from = from.saturating_add_signed(page).min(most),
                (None, Key::Enter | Key::Char('q')) => app.pane = None,
                _ => another(app, key),
            }
        }
    }
}

/// A key in the search of the page with all keys. Enter ends the writing and leaves what was found.
fn narrow_help(help: &mut HelpPage, key: KeyInput) {
    if !help.typing {
        help.typing = true;
        help.filter.get_or_insert_default();
        help.from = 0;
        return;
    }
    if key.key() == Key::Enter {
        help.typing = false;
        return;
    }
    let Some(request) = request(key) else { return };
    let input = help.filter.get_or_insert_default();
    let full = input.value().chars().count() >= LONGEST_SEARCH;
    if !(full && matches!(request, InputRequest::InsertChar(_))) {
        input.handle(request);
        help.from = 0;
    }
}

/// The key of another command closes the page and runs it; the page's own key only closes it.
fn another(app: &mut App, key: KeyInput) {
    let own = match app.pane {
        Some(Pane::Help(_)) => Command::Help,
        _ => Command::Legend,
    };
    app.pane = None;
    match app.keymap.find(app.view, &[key]) {
        Found::Command(command) if command != own => super::perform(app, command),
        Found::Prefix(_) => app.pending.push(key),
        _ => {}
    }
}

/// Selects the card that the cursor of the search is on.
pub fn go_to_card(app: &mut App) {
    let Some(Pane::Find(search)) = app.pane.take() else { return };
    let Some(card) = search.chosen().cloned() else { return };
    // The screen first: it remembers the card one comes from.
    if !matches!(app.view, View::Board | View::Focus) {
        super::command::show(app, View::Board);
    }
    let view = app.view;
    if let Some(open) = app.open.as_mut() {
        open.jump(card, view);
    }
}

/// Runs the command that the cursor of the palette is on.
pub fn run(app: &mut App) {
    let Some(Pane::Palette(search)) = &app.pane else { return };
    match search.chosen().copied() {
        Some(command) => super::choose(app, command),
        None => app.pane = None,
    }
}

fn type_key(app: &mut App, key: KeyInput) {
    if let Some(request) = request(key) {
        change(app, &[request]);
    }
}

/// What a key does to a line that is typed into; `None` for nothing.
pub fn request(key: KeyInput) -> Option<InputRequest> {
    let plain = key.mods() == Mods::NONE;
    let ctrl = key.mods() == Mods::CTRL;
    Some(match key.key() {
        Key::Char(letter) if plain && !is_unseen(letter) => InputRequest::InsertChar(letter),
        Key::Backspace => InputRequest::DeletePrevChar,
        Key::Delete => InputRequest::DeleteNextChar,
        Key::Left => InputRequest::GoToPrevChar,
        Key::Right => InputRequest::GoToNextChar,
        Key::Home => InputRequest::GoToStart,
        Key::End => InputRequest::GoToEnd,
        Key::Char('w') if ctrl => InputRequest::DeletePrevWord,
        Key::Char('u') if ctrl => InputRequest::DeleteLine,
        _ => return None,
    })
}

/// Pasted text goes into the field as if it were typed, its line breaks as blanks. A screen without a field takes
/// nothing.
pub fn paste(app: &mut App, text: &str) {
    match app.pane {
        Some(Pane::Add(_)) => adding::paste(app, text),
        Some(Pane::Pick(_)) => connecting::paste(app, text),
        Some(Pane::Filter(_)) => outline::paste(app, text),
        Some(Pane::Move(_)) => moving::paste(app, text),
        Some(Pane::Bulk(_)) => bulk::paste(app, text),
        Some(Pane::Prompt(_)) => asking::paste(app, text),
        Some(Pane::Name(_)) => naming::paste(app, text),
        Some(Pane::Tell(_)) => telling::paste(app, text),
        Some(Pane::Browse(_)) => browsing::paste(app, text),
        Some(Pane::Form(_)) => form::paste(app, text),
        None => copying::paste_text(app, text),
        _ => {
            let requests: Vec<_> = pasted(text).take(LONGEST_SEARCH).collect();
            change(app, &requests);
        }
    }
}

/// The letters of a pasted text as if they were typed, line breaks and other control characters as blanks.
pub fn pasted(text: &str) -> impl Iterator<Item = InputRequest> {
    let seen = text.chars().filter(|&letter| letter.is_control() || !is_unseen(letter));
    let letters = seen.map(|letter| if letter.is_control() { ' ' } else { letter });
    letters.map(InputRequest::InsertChar)
}

/// Letters of a search: more find nothing that fewer do not, and cost time with every key.
const LONGEST_SEARCH: usize = 200;

fn change(app: &mut App, requests: &[InputRequest]) {
    let full = |input: &Input, request: &InputRequest| {
        matches!(request, InputRequest::InsertChar(_)) && input.value().chars().count() >= LONGEST_SEARCH
    };
    match app.pane.as_mut() {
        Some(Pane::Find(search)) => {
            for request in requests {
                if !full(&search.input, request) {
                    search.input.handle(*request);
                }
            }
            if let Some(open) = &app.open {
                search.show(find_cards(&open.map, search.input.value()));
            }
        }
        Some(Pane::End(search, end, reached)) => {
            for request in requests {
                if !full(&search.input, request) {
                    search.input.handle(*request);
                }
            }
            if let Some(open) = &app.open {
                *reached = chains::look(open, *end, search);
            }
        }
        Some(Pane::Palette(search)) => {
            for request in requests {
                if !full(&search.input, request) {
                    search.input.handle(*request);
                }
            }
            search.show(find_commands(app.view, app.lang, search.input.value()));
        }
        _ => {}
    }
}
