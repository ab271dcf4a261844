//! A loop is told card by card, on the board or by name: what keys and clicks do meanwhile.

use keybinds::{Key, KeyInput, Mods};

use super::{naming, panes, setup, walk};
use crate::command::{Command, Found, View};
use crate::map::NodeId;
use crate::tui::app::App;
use crate::tui::naming::Name;
use crate::tui::pane::{Pane, Search, find_cards};
use crate::tui::teller::{Teller, goes_on, may_begin};

/// The longest name that is looked for.
const LONGEST: usize = 200;

/// Begins on the board, or where one is if cards are looked at there.
pub fn begin(app: &mut App) {
    if !setup::may_edit(app) {
        return;
    }
    if !matches!(app.view, View::Board | View::Focus) {
        super::command::show(app, View::Board);
    }
    app.pane = Some(Pane::Tell(Box::default()));
}

fn teller(app: &mut App) -> Option<&mut Teller> {
    match app.pane.as_mut() {
        Some(Pane::Tell(teller)) => Some(teller),
        _ => None,
    }
}

/// Closes the search by name; `false` if it is not open.
pub fn close_search(app: &mut App) -> bool {
    teller(app).is_some_and(|teller| teller.search.take().is_some())
}

/// A key while a loop is told.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(teller) = teller(app) else { return };
    teller.said.clear();
    if teller.search.is_some() {
        return search(app, key);
    }
    match key.key() {
        Key::Enter | Key::Char(' ') => take_selected(app),
        Key::Backspace | Key::Delete => {
            teller.cards.pop();
        }
        Key::Char('.') => close(app),
        _ => match app.keymap.find(app.view, &[key]) {
            Found::Command(command) => run(app, command),
            _ => arrow(app, key.key()),
        },
    }
}

/// The commands that walk and look mean what they always mean; others wait until the loop is told.
fn run(app: &mut App, command: Command) {
    match command {
        Command::Up | Command::Down | Command::Left | Command::Right => walk::step(app, command),
        Command::First | Command::Last => walk::leap(app, command),
        Command::NextLink => walk::choose_link(app, true),
        Command::PreviousLink => walk::choose_link(app, false),
        Command::ToEffect => walk::follow(app, true),
        Command::ToCause => walk::follow(app, false),
        Command::Find => {
            if let (Some(Pane::Tell(teller)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) {
                teller.search = Some(Search::new(find_cards(&open.map, "")));
            }
        }
        _ => {}
    }
}

/// The arrows work whatever the keys are set to.
fn arrow(app: &mut App, key: Key) {
    let way = match key {
        Key::Up => Command::Up,
        Key::Down => Command::Down,
        Key::Left => Command::Left,
        Key::Right => Command::Right,
        _ => return,
    };
    walk::step(app, way);
}

/// A key in the search by name.
fn search(app: &mut App, key: KeyInput) {
    let (Some(Pane::Tell(teller)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let Some(search) = teller.search.as_mut() else { return };
    let shift = key.mods().contains(Mods::SHIFT);
    match key.key() {
        Key::Up => search.go(-1),
        Key::Down => search.go(1),
        Key::Tab => search.go(if shift { -1 } else { 1 }),
        Key::Enter => take_found(app),
        _ => {
            let Some(request) = panes::request(key) else { return };
            let full = matches!(request, tui_input::InputRequest::InsertChar(_))
                && search.input.value().chars().count() >= LONGEST;
            if !full {
                search.input.handle(request);
                search.show(find_cards(&open.map, search.input.value()));
            }
        }
    }
}

/// Pasted text goes into the search, if it is open.
pub fn paste(app: &mut App, text: &str) {
    let (Some(Pane::Tell(teller)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let Some(search) = teller.search.as_mut() else { return };
    for letter in panes::pasted(text).take(LONGEST) {
        search.input.handle(letter);
    }
    search.show(find_cards(&open.map, search.input.value()));
}

/// Takes the card that the cursor of the search is on.
pub fn take_found(app: &mut App) {
    let Some(teller) = teller(app) else { return };
    let Some(card) = teller.search.take().and_then(|search| search.chosen().cloned()) else { return };
    take(app, card);
}

/// The row of the search that was clicked.
pub fn click_row(app: &mut App, row: usize) {
    if let Some(search) = teller(app).and_then(|teller| teller.search.as_mut()) {
        search.at = row.min(search.found.len().saturating_sub(1));
        take_found(app);
    }
}

fn take_selected(app: &mut App) {
    let card =
        app.open.as_ref().and_then(|open| {
            // A chosen link leads to its other end, so that a chain can be told by following it.
            let card = open.card.clone()?;
            Some(open.link.as_ref().map_or(card.clone(), |link| {
                if link.from == card { link.to.clone() } else { link.from.clone() }
            }))
        });
    match card {
        Some(card) => take(app, card),
        None => app.message = app.lang.words().says.choose_a_card_first.to_owned(),
    }
}

/// Takes a card into the loop; the first one again closes it.
pub fn take(app: &mut App, card: NodeId) {
    let words = &app.lang.words().around;
    let view = app.view;
    let map = app.open.as_ref().map(|open| std::sync::Arc::clone(&open.map));
    let Some(teller) = teller(app) else { return };
    if teller.cards.first() == Some(&card) && teller.cards.len() > 1 {
        return close(app);
    }
    if teller.cards.contains(&card) {
        let own_link = teller.cards.len() == 1;
        if own_link {
            return close(app);
        }
        teller.said = words.told_already.to_owned();
        return;
    }
    let goes_on = match (teller.cards.last(), &map) {
        (Some(last), Some(map)) => goes_on(map, last, &card),
        (None, Some(map)) => may_begin(map, &card),
        _ => true,
    };
    if !goes_on {
        teller.said = words.no_link_between.to_owned();
        return;
    }
    teller.cards.push(card.clone());
    if let Some(open) = app.open.as_mut() {
        open.jump(card, view);
    }
}

/// Closes the loop and asks for its title.
pub fn close(app: &mut App) {
    let words = &app.lang.words().around;
    let (Some(Pane::Tell(teller)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    if !teller.closes(&open.map) {
        teller.said = words.tell_more.to_owned();
        return;
    }
    let cards = std::mem::take(&mut teller.cards);
    naming::begin(app, Name::Told(cards));
}
