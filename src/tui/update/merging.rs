//! Two cards become one: which of them stays is asked first. And the list of cards that may be the same thing.

use keybinds::{Key, KeyInput};

use super::{command, edit};
use crate::command::View;
use crate::map::{NodeId, verb};
use crate::tui::app::App;
use crate::tui::merger::{Merger, Pairs};
use crate::tui::pane::Pane;

/// Asks which of two cards stays: at first the one that was selected.
pub fn ask(app: &mut App, keep: NodeId, gone: NodeId) {
    app.pane = Some(Pane::Merge(Merger { keep, gone, from_list: None }));
}

/// A key while it is asked which card stays.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(Pane::Merge(merger)) = app.pane.as_mut() else { return };
    match key.key() {
        Key::Tab | Key::Up | Key::Down | Key::Char(' ') => merger.swap(),
        Key::Enter => merge(app),
        _ => {}
    }
}

/// Esc: back to the list if that asked; `false` if no list is to be shown.
pub fn to_list(app: &mut App) -> bool {
    match app.pane {
        Some(Pane::Merge(Merger { from_list: Some(at), .. })) => {
            list(app, at);
            true
        }
        _ => false,
    }
}

/// A click on one of the two: that one stays.
pub fn keep_row(app: &mut App, row: usize) {
    if let Some(Pane::Merge(merger)) = app.pane.as_mut()
        && row == 1
    {
        merger.swap();
    }
}

fn merge(app: &mut App) {
    let (Some(Pane::Merge(merger)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    let Merger { keep, gone, from_list } = merger.clone();
    let Some(deed) = verb::merge_nodes(&open.map, &keep, &gone) else {
        app.message = app.lang.words().merging.too_much.to_owned();
        app.pane = None;
        return;
    };
    app.pane = None;
    if edit::commit(app, deed)
        && let Some(open) = app.open.as_mut()
    {
        open.select(keep);
    }
    if let Some(at) = from_list {
        list(app, at);
    }
}

/// Opens the list of pairs that may be the same thing.
pub fn begin_list(app: &mut App) {
    list(app, 0);
    if matches!(&app.pane, Some(Pane::Same(pairs)) if pairs.rows.is_empty()) {
        app.pane = None;
        app.message = app.lang.words().merging.none.to_owned();
    }
}

fn list(app: &mut App, at: usize) {
    let Some(open) = app.open.as_ref() else { return };
    app.pane = Some(Pane::Same(Box::new(Pairs::of(&open.map, &open.apart, at))));
}

/// A key in the list.
pub fn press_list(app: &mut App, key: KeyInput) {
    let page = isize::try_from((app.hits.pane.0 / 3).max(2) - 1).unwrap_or(1);
    let Some(Pane::Same(pairs)) = app.pane.as_mut() else { return };
    let read_only = app.open.as_ref().is_some_and(|open| open.read_only);
    match key.key() {
        Key::Up | Key::Char('k') => pairs.go(-1),
        Key::Down | Key::Tab | Key::Char('j') => pairs.go(1),
        Key::PageUp => pairs.go(-page),
        Key::PageDown => pairs.go(page),
        Key::Home => pairs.at = 0,
        Key::End => pairs.go(isize::MAX),
        Key::Enter if read_only => app.message = app.lang.words().says.read_only.to_owned(),
        Key::Enter => choose(app),
        Key::Char('x') | Key::Delete => set_apart(app),
        Key::Char('g') => go_to(app),
        _ => {}
    }
}

/// A row of the list is clicked: asks at once.
pub fn choose_row(app: &mut App, row: usize) {
    if let Some(Pane::Same(pairs)) = app.pane.as_mut() {
        pairs.at = row.min(pairs.rows.len().saturating_sub(1));
        choose(app);
    }
}

fn choose(app: &mut App) {
    let Some(Pane::Same(pairs)) = app.pane.as_ref() else { return };
    let Some((keep, gone, _)) = pairs.rows.get(pairs.at) else { return };
    let merger = Merger { keep: keep.clone(), gone: gone.clone(), from_list: Some(pairs.at) };
    app.pane = Some(Pane::Merge(merger));
}

/// The two are not the same: the pair is not shown again as long as the map is open.
fn set_apart(app: &mut App) {
    let (Some(Pane::Same(pairs)), Some(open)) = (app.pane.as_ref(), app.open.as_mut()) else { return };
    let at = pairs.at;
    if let Some((one, other, _)) = pairs.rows.get(at) {
        open.apart.insert((one.clone(), other.clone()));
        list(app, at);
    }
}

/// Goes to the first card of the pair, to look at it before anything is decided.
fn go_to(app: &mut App) {
    let Some(Pane::Same(pairs)) = app.pane.as_ref() else { return };
    let Some((card, ..)) = pairs.rows.get(pairs.at).cloned() else { return };
    app.pane = None;
    if !matches!(app.view, View::Board | View::Focus) {
        command::show(app, View::Board);
    }
    let view = app.view;
    if let Some(open) = app.open.as_mut() {
        open.jump(card, view);
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{letters, links, map, player, press};
    use crate::tui::pane::Pane;

    #[test]
    fn two_cards_become_one_and_come_apart_again() {
        for (keys, stays) in [("", "trust"), ("<tab>", "story-heard")] {
            let mut player = player();
            press(&mut player, "c");
            let shared = letters(&player, "shared-view");
            press(&mut player, &shared);
            let before = map(&player);
            press(&mut player, "=");
            let other = letters(&player, "story-heard");
            press(&mut player, &other);
            assert!(matches!(player.app.pane, Some(Pane::Merge(_))));
            assert_eq!(map(&player), before, "a question changes nothing");
            press(&mut player, &format!("{keys}<enter>"));
            assert_eq!(map(&player).node_count(), before.node_count() - 1);
            assert_eq!(links(&player), [format!("{stays} causes shared-view +")]);
            assert_eq!(player.app.open.as_ref().expect("open").card, Some(stays.into()));
            press(&mut player, "u");
            assert_eq!(map(&player), before);
        }
    }

    #[test]
    fn the_list_of_pairs_merges_and_lets_go() {
        let mut player = player();
        press(&mut player, "&");
        assert!(player.app.pane.is_none() && !player.app.message.is_empty(), "no pairs, no list");
        press(&mut player, "aHeard story<enter>View shared<enter><esc>");
        let before = map(&player);
        press(&mut player, "&");
        let Some(Pane::Same(pairs)) = &player.app.pane else { panic!("there are pairs") };
        assert_eq!(pairs.rows.len(), 2);
        press(&mut player, "<enter><esc>x");
        let Some(Pane::Same(pairs)) = &player.app.pane else { panic!("one pair is left") };
        assert_eq!(pairs.rows.len(), 1);
        press(&mut player, "<enter><enter>");
        assert_eq!(map(&player).node_count(), before.node_count() - 1);
        press(&mut player, "<esc>u&");
        assert_eq!(map(&player), before);
        let Some(Pane::Same(pairs)) = &player.app.pane else { panic!("the merge was undone") };
        assert_eq!(pairs.rows.len(), 1, "what was said not to be the same is not shown again");
    }
}
