//! Cards go to a level or an area that is chosen from a list.

use keybinds::{Key, KeyInput, Mods};

use super::{edit, many, panes};
use crate::map::verb;
use crate::tui::app::App;
use crate::tui::mover::{Mover, Place};
use crate::tui::pane::Pane;

/// The longest text that is typed into the list.
const LONGEST: usize = 100;

/// Opens the list for the cards that are meant.
pub fn begin(app: &mut App) {
    let cards = many::these_cards(app);
    let Some(open) = app.open.as_ref().filter(|_| !cards.is_empty()) else { return };
    if open.read_only {
        app.message = app.lang.words().says.read_only.to_owned();
        return;
    }
    if open.map.levels().is_empty() && open.map.areas().is_empty() {
        app.message = app.lang.words().start.no_levels.to_owned();
        return;
    }
    app.pane = Some(Pane::Move(Box::new(Mover::new(&open.map, cards))));
}

/// A key in the list.
pub fn press(app: &mut App, key: KeyInput) {
    let page = isize::try_from(app.hits.pane.0.max(2) - 1).unwrap_or(1);
    let Some(Pane::Move(mover)) = app.pane.as_mut() else { return };
    match key.key() {
        Key::Up => mover.go(-1),
        Key::Down => mover.go(1),
        Key::PageUp => mover.go(-page),
        Key::PageDown => mover.go(page),
        Key::Tab => mover.other_list(),
        Key::Enter => take(app),
        Key::Char(_) if key.mods() == Mods::NONE && mover.input.value().chars().count() >= LONGEST => {}
        _ => {
            if let Some(request) = panes::request(key) {
                mover.input.handle(request);
                mover.look();
            }
        }
    }
}

/// Pasted text is typed.
pub fn paste(app: &mut App, text: &str) {
    let Some(Pane::Move(mover)) = app.pane.as_mut() else { return };
    for letter in panes::pasted(text.trim_end()).take(LONGEST) {
        mover.input.handle(letter);
    }
    mover.look();
}

/// The row that was clicked.
pub fn take_row(app: &mut App, row: usize) {
    if let Some(Pane::Move(mover)) = app.pane.as_mut() {
        mover.at = row.min(mover.rows.len().saturating_sub(1));
        take(app);
    }
}

fn take(app: &mut App) {
    let (Some(Pane::Move(mover)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    let Some(place) = mover.place() else { return };
    let (level, area) = match place {
        Place::Level(level) => (Some(level.clone()), None),
        Place::Area(area) => (None, Some(area.clone())),
    };
    let deed = verb::move_nodes(&open.map, &mover.cards, level, area);
    app.pane = None;
    edit::commit_some(app, deed);
}

#[cfg(test)]
mod tests {
    use super::super::played::{map, player, press};

    #[test]
    fn a_card_goes_where_a_few_letters_say_and_comes_back() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "msys<enter>");
        let level = |player: &crate::tui::screen::Player| {
            map(player).node(&"trust".into()).and_then(|node| node.level.clone())
        };
        assert_eq!(level(&player), Some("system".into()));
        press(&mut player, "u");
        assert_eq!(map(&player), before);
        press(&mut player, "m<down><enter>");
        assert_eq!(level(&player), None, "the row below the lowest level is none");
        press(&mut player, "mzzz<enter><esc>");
        assert_eq!(level(&player), None);
    }
}
