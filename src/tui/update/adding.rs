//! The field for new cards: what keys do in it.

mod pasting;

use std::ops::Range;

use keybinds::{Key, KeyInput};

use super::{edit, panes};
use crate::command::Command;
use crate::map::{Item, NodeId};
use crate::text::words::adding::{line_kept, line_waits};
use crate::tui::adder::Adder;
use crate::tui::app::App;
use crate::tui::pane::Pane;

/// The most letters that pasting brings into the field: two labels as long as they may be.
const LONGEST_LINE: usize = 4_000;

/// Opens the field. New cards go to the cell of the selected card, unless the line says otherwise.
pub fn begin(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    if open.read_only {
        app.message = app.lang.words().says.read_only.to_owned();
        return;
    }
    let node = open.card.as_ref().and_then(|card| open.map.node(card));
    let (level, area) = node.map_or((None, None), |node| (node.level.clone(), node.area.clone()));
    let mut adder = Adder::new(level, area);
    if !app.line.is_empty() {
        adder.done = line_waits(app.lang, &app.line);
    }
    app.pane = Some(Pane::Add(Box::new(adder)));
}

/// Keeps what is typed in the field, which is about to be closed, for the next time, and says how to get it back.
pub fn keep_line(app: &mut App) {
    let Some(Pane::Add(adder)) = app.pane.as_ref() else { return };
    let typed = adder.input.value().trim();
    if !typed.is_empty() {
        app.line = typed.to_owned();
        app.message = line_kept(app.lang, &app.keymap.label(Command::Add));
    }
}

/// A key in the field. Shift and an arrow chooses another level or area for the cards that follow.
pub fn press(app: &mut App, key: KeyInput) {
    let shift = key.mods().contains(keybinds::Mods::SHIFT);
    match key.key() {
        Key::Enter => enter(app),
        Key::Tab => offer(app),
        Key::Up if !shift => bring_back(app),
        Key::Up if shift => level(app, true),
        Key::Down if shift => level(app, false),
        Key::Left if shift => area(app, false),
        Key::Right if shift => area(app, true),
        Key::Char('z') if key.mods() == keybinds::Mods::CTRL => {
            edit::undo(app);
            said(app);
        }
        Key::Char('n') if key.mods() == keybinds::Mods::CTRL => make_places(app),
        _ => {
            let Some(request) = panes::request(key) else { return };
            change(app, |adder| {
                adder.input.handle(request);
                adder.offered = None;
            });
        }
    }
}

/// Pasted text of one line goes in as if typed, and is taken in if the line ends. Several lines are read as a list and
/// taken in at once, as one deed.
pub fn paste(app: &mut App, text: &str) {
    if text.trim_end().lines().nth(1).is_some() {
        pasting::take_lines(app, text);
        return;
    }
    change(app, |adder| {
        let room = LONGEST_LINE.saturating_sub(adder.input.value().chars().count());
        for letter in panes::pasted(text.trim_end_matches(['\r', '\n'])).take(room) {
            adder.input.handle(letter);
        }
        adder.offered = None;
    });
    if text.ends_with('\n') {
        enter(app);
    }
}

/// Changes the field and looks at its line anew.
fn change(app: &mut App, act: impl FnOnce(&mut Adder)) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    act(adder);
    adder.look(&open.map, open.generation, app.lang);
}

/// Takes the line in. An empty line closes the field.
fn enter(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    if adder.input.value().trim().is_empty() {
        app.pane = None;
        return;
    }
    let Some(deed) = adder.deed(&open.map) else {
        let words = app.lang.words();
        let too_long = adder.plan.too_long();
        app.message = if too_long { words.adding.too_long } else { words.says.nothing_to_change }.to_owned();
        said(app);
        return;
    };
    let card = last_card(adder, &deed);
    let placeless = adder.makes_placeless();
    if !edit::commit(app, deed) {
        said(app);
        return;
    }
    if let (Some(open), Some(card)) = (app.open.as_mut(), card) {
        open.select(card);
    }
    let state = app.open.as_ref().map_or(0, |open| open.history.position());
    change(app, |adder| {
        adder.taken.push((adder.input.value().to_owned(), state));
        adder.input.reset();
        adder.placeless = placeless;
        adder.lines += 1;
    });
    said(app);
}

/// Makes the levels and areas that the line names and the map has not; the line then means them.
fn make_places(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    if let Some(deed) = adder.plan.make_places(&open.map) {
        edit::commit(app, deed);
        said(app);
    }
}

/// Brings the last line back into the empty field, to be put right: what it did is undone first, unless something else
/// was done since.
fn bring_back(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    if !adder.input.value().is_empty() {
        return;
    }
    if adder.lines == 0 && !app.line.is_empty() {
        let line = std::mem::take(&mut app.line);
        change(app, |adder| {
            adder.input = tui_input::Input::new(line);
            adder.done.clear();
        });
        return;
    }
    let Some((line, state)) = adder.taken.pop() else { return };
    if open.history.position() == state {
        edit::undo(app);
        change(app, |adder| adder.lines = adder.lines.saturating_sub(1));
    }
    change(app, |adder| adder.input = tui_input::Input::new(line));
    said(app);
}

/// What was said about the line stands in the field while that is open.
fn said(app: &mut App) {
    let message = std::mem::take(&mut app.message);
    if let Some(Pane::Add(adder)) = app.pane.as_mut() {
        adder.done = message;
    }
    change(app, |_| {});
}

/// The card that the line ends with: what is written next is most often about it.
fn last_card(adder: &Adder, deed: &crate::map::Deed) -> Option<NodeId> {
    use crate::map::quick::Match;
    match &adder.plan.cards.last()?.is {
        Match::There(id) => Some(id.clone()),
        Match::New(_) => deed.change.edits.iter().rev().find_map(|edit| match &edit.item {
            Item::Node(id) if edit.field.is_none() => Some(id.clone()),
            _ => None,
        }),
    }
}

/// Puts a card that is there in the place of the label that is being written; again for the next one.
fn offer(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let typed = adder.input.value().to_owned();
    let (at, range) = match adder.offered.clone() {
        Some((at, range)) => (at + 1, range),
        None => (0, last_label(&typed)),
    };
    // Offers come from what was typed, not from what an offer before put there.
    let near = match &adder.offered {
        Some(_) => adder.offers.clone(),
        None => adder.near().to_vec(),
    };
    if near.is_empty() {
        return;
    }
    let at = at % near.len();
    let label = open.map.node(&near[at]).map_or("", |node| node.label.as_str());
    let line = format!("{}{label}", &typed[..range.start]);
    let range = range.start..line.len();
    adder.offers = near;
    adder.input = tui_input::Input::new(line);
    adder.offered = Some((at, range));
    adder.look(&open.map, open.generation, app.lang);
}

/// Where the last label of a line stands: behind the last arrow.
fn last_label(line: &str) -> Range<usize> {
    let mut start = 0;
    let mut from = 0;
    for word in line.split_whitespace() {
        let at = from + line[from..].find(word).unwrap_or(0);
        from = at + word.len();
        let head = word.trim_start_matches('-');
        if word.starts_with('-') && word.len() - head.len() <= 2 && [">", "o", "|", "?"].contains(&head) {
            start = from;
        }
    }
    let blanks = line[start..].len() - line[start..].trim_start().len();
    start + blanks..line.len()
}

fn level(app: &mut App, up: bool) {
    let Some(open) = app.open.as_ref() else { return };
    let levels: Vec<_> = open.map.levels().iter().map(|level| level.id.clone()).collect();
    change(app, |adder| adder.level = edit::shifted(&levels, adder.level.as_ref(), up));
}

fn area(app: &mut App, after: bool) {
    let Some(open) = app.open.as_ref() else { return };
    let areas: Vec<_> = open.map.areas().iter().map(|area| area.id.clone()).collect();
    change(app, |adder| adder.area = edit::shifted(&areas, adder.area.as_ref(), after));
}

#[cfg(test)]
mod tests;
