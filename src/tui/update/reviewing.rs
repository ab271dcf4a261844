//! A review: the open map beside another version of it. Its rows, where they lead, and putting single changes back.

use std::sync::Arc;

use super::command::{show, show_loop};
use super::edit::commit;
use super::walk::moved;
use super::{form, setup};
use crate::analysis::compare::{Section, Source};
use crate::command::{Command, View};
use crate::map::Deed;
use crate::map::{Item, Map, Verb, verb};
use crate::text::words::review::cannot_compare;
use crate::tui::app::App;
use crate::tui::ask::{Prompt, Wanted};
use crate::tui::base::{Base, HEAD, NoBase};
use crate::tui::errand::Errand;
use crate::tui::pane::Pane;
use crate::tui::review::Review;

/// Shows the review; where none is on, the map is compared with what was committed last.
pub fn begin(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let is_on = open.review.is_some();
    show(app, View::Review);
    if !is_on {
        compare_with(app, HEAD);
    }
}

/// Asks for the version to compare with.
pub fn ask(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let now = open.review.as_ref().map_or(HEAD, |review| &review.base.name);
    app.pane = Some(Pane::Prompt(Prompt::proposing(Wanted::Base, now.to_owned())));
}

/// Compares with the version of that name, once it is read.
pub fn compare_with(app: &mut App, wanted: &str) {
    let Some(open) = app.open.as_ref() else { return };
    if wanted.is_empty() {
        return;
    }
    if matches!(app.pane, Some(Pane::Prompt(Prompt { wanted: Wanted::Base, .. }))) || app.pane.is_none() {
        app.message = app.lang.words().review.comparing.to_owned();
    }
    app.errands.push(Errand::Base {
        path: open.path.clone(),
        wanted: wanted.to_owned(),
        opening: open.opening,
    });
}

/// Takes in the version, or says why there is none and asks for another one.
pub fn read(app: &mut App, opening: u64, wanted: &str, read: Result<Base, Arc<NoBase>>) {
    if app.open.as_ref().is_none_or(|open| open.opening != opening) {
        return;
    }
    app.message.clear();
    let asked = matches!(app.pane, Some(Pane::Prompt(Prompt { wanted: Wanted::Base, .. })));
    // Whatever was opened meanwhile is not taken away.
    if app.pane.is_some() && !asked {
        return;
    }
    match read {
        Ok(base) => {
            app.pane = None;
            let serial = app.next_generation();
            if let Some(open) = app.open.as_mut() {
                open.review = Some(Review::new(base, serial));
            }
            show(app, View::Review);
        }
        Err(why) => {
            let typed = if asked { wanted.to_owned() } else { String::new() };
            let prompt = Prompt::proposing(Wanted::Base, typed);
            let wrong = cannot_compare(app.lang, &why.said(app.lang));
            app.pane = Some(Pane::Prompt(Prompt { wrong, proposed: false, ..prompt }));
        }
    }
}

/// Ends the review: the marks go off the board.
pub fn end(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let words = &app.lang.words().review;
    app.message = match open.review.take() {
        Some(_) => words.ended,
        None => words.none_on,
    }
    .to_owned();
    open.select_something();
    if app.view == View::Review {
        app.view = View::Board;
    }
}

/// Up and down through the rows; the board follows.
pub fn step(app: &mut App, way: Command) {
    go(app, |at, last| moved(at, way, last));
}

/// To another row; `to` gets the row of the cursor and the last one.
pub fn go(app: &mut App, to: impl FnOnce(usize, usize) -> usize) {
    let lang = app.lang;
    let Some(open) = app.open.as_mut() else { return };
    let last = open.review_rows(lang).len().saturating_sub(1);
    let Some(review) = open.review.as_mut() else { return };
    review.at = to(review.at, last);
    follow(app);
}

/// Selects what the row is about.
pub fn follow(app: &mut App) {
    let lang = app.lang;
    let Some(open) = app.open.as_mut() else { return };
    open.look_at_row(lang);
}

/// Shows the place of the row: the board, or the screen on which such a thing stands.
pub fn open(app: &mut App) {
    let lang = app.lang;
    let Some(open) = app.open.as_mut() else { return };
    let Some(row) = open.review_row(lang) else { return };
    let hears = row.section == Section::Feedback;
    let item = row.at.clone();
    open.remember(View::Review);
    match item {
        Some(Item::Level(_)) if hears => show(app, View::Levels),
        Some(Item::Loop(id)) if open.circles.all.iter().any(|circle| circle.named.as_ref() == Some(&id)) => {
            let at = open.circles.all.iter().position(|circle| circle.named.as_ref() == Some(&id));
            show_loop(open, at.unwrap_or(0));
            app.view = View::Staircase;
        }
        Some(item @ (Item::Node(_) | Item::Link(_))) => {
            open.look_at(&item);
            app.view = View::Board;
        }
        None if open.look_at_row(lang) => app.view = View::Board,
        None => app.message = lang.words().review.not_on_board.to_owned(),
        Some(item) if !verb::is_on(&open.map, &item) => {
            app.message = lang.words().review.not_there.to_owned();
        }
        Some(item) => {
            show(app, View::Setup);
            setup::stand_on(app, &item);
        }
    }
}

/// Puts back what the row comes from. Several changes are one deed, which is undone in one step.
pub fn put_back(app: &mut App) {
    let lang = app.lang;
    let Some(open) = app.open.as_ref() else { return };
    let words = &lang.words().review;
    let (Some(row), Some((reviewed, _))) = (open.review_row(lang), open.reviewed()) else {
        app.message = words.none_on.to_owned();
        return;
    };
    if row.section.is_meaning() {
        app.message = words.follows.to_owned();
        return;
    }
    if row.from.is_empty() {
        app.message = words.id_stays.to_owned();
        return;
    }
    let (sources, before) = (row.from.clone(), Arc::clone(&reviewed.before));
    match deed(&open.map, &before, &sources) {
        Some(deed) => {
            commit(app, deed);
        }
        None => app.message = words.cannot.to_owned(),
    }
}

/// One deed that puts all of them back, as far as they still differ.
fn deed(map: &Arc<Map>, before: &Map, sources: &[Source]) -> Option<Deed> {
    let mut now = Map::clone(map);
    let mut deeds = Vec::new();
    for source in sources {
        let fields: Vec<&str> = source.fields.iter().map(String::as_str).collect();
        let Some(deed) = verb::put_back(&now, before, &source.item, &fields) else { continue };
        now.apply(&deed.change).ok()?;
        deeds.push(deed);
    }
    let first = deeds.first()?;
    let what = first.what.clone();
    Some(if deeds.len() == 1 { deeds.remove(0) } else { Deed::join(Verb::PutBack, what, deeds) })
}

/// Opens the form of what the row is about, if it is on the map.
pub fn edit(app: &mut App) {
    let lang = app.lang;
    let Some(open) = app.open.as_ref() else { return };
    let item = open.review_row(lang).and_then(|row| row.at.clone());
    match item.filter(|item| verb::is_on(&open.map, item)) {
        Some(item) => form::show(app, item),
        None => app.message = lang.words().review.not_there.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, map, player, press};
    use super::*;
    use crate::analysis::compare::Stroke;
    use crate::tui::base::Base;
    use crate::tui::screen::Player;

    /// The review of a map of which one card, with its links, was deleted, another one renamed, and a third one added.
    fn reviewed() -> (Player, Map) {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        let before = Map::clone(&map(&player));
        press(&mut player, "aNew one<enter><esc>");
        let open = player.app.open.as_mut().expect("open");
        open.select("story-heard".into());
        press(&mut player, "x");
        player.app.open.as_mut().expect("open").select("trust".into());
        press(&mut player, "r<c-u>Doubt<enter>");
        let base = Base { name: "then".to_owned(), map: Arc::new(before.clone()) };
        let opening = player.app.open.as_ref().expect("open").opening;
        read(&mut player.app, opening, "then", Ok(base));
        press(&mut player, "<c-l>");
        (player, before)
    }

    fn stand_on(player: &mut Player, stroke: Stroke, letters: &str) {
        press(player, "<home>");
        for _ in 0..40 {
            let open = player.app.open.as_ref().expect("open");
            let row = open.review_row(player.app.lang).expect("a row");
            if row.stroke == stroke && row.text.contains(letters) && row.text.starts_with('«') {
                return;
            }
            press(player, "j");
        }
        panic!("no such row: {}", player.screen());
    }

    #[test]
    fn a_card_that_went_comes_back_with_its_links_and_undo_takes_it_out_again() {
        let (mut player, before) = reviewed();
        let changed = map(&player);
        stand_on(&mut player, Stroke::Removed, "Story heard");
        let open = player.app.open.as_ref().expect("open");
        assert_eq!((open.card.clone(), open.board_card().cloned()), (None, Some("story-heard".into())));
        press(&mut player, "p");
        assert!(player.app.message.contains("Put back «Story heard»"), "{}", player.app.message);
        assert!(player.app.message.contains("1 link"), "{}", player.app.message);
        let now = map(&player);
        assert_eq!((now.node_count(), now.link_count()), (before.node_count() + 1, before.link_count()));
        let open = player.app.open.as_ref().expect("open");
        assert_eq!(open.card.as_ref().map(|id| id.as_str()), Some("story-heard"), "it is selected again");
        press(&mut player, "u");
        assert_eq!(map(&player), changed);
    }

    #[test]
    fn putting_everything_back_row_by_row_ends_with_the_version_before() {
        let (mut player, before) = reviewed();
        for _ in 0..20 {
            press(&mut player, "<end>");
            let open = player.app.open.as_ref().expect("open");
            if open.review_rows(player.app.lang).is_empty() {
                break;
            }
            press(&mut player, "p");
        }
        assert_eq!(map(&player).as_ref(), &before);
        assert!(player.screen().contains("says the same"), "{}", player.screen());
    }

    #[test]
    fn no_command_changes_a_card_while_a_ghost_is_looked_at() {
        let (mut player, _) = reviewed();
        stand_on(&mut player, Stroke::Removed, "Story heard");
        press(&mut player, "<enter>");
        assert_eq!(player.app.view, View::Board);
        let before = map(&player);
        press(&mut player, "x");
        assert_eq!(map(&player), before);
        press(&mut player, "!s d<esc>");
        assert_eq!(map(&player), before);
        // An arrow leads on from where it stood, and back to it.
        press(&mut player, "<up><down><left><right>");
        press(&mut player, "V");
        assert_eq!(player.app.view, View::Review);
    }

    #[test]
    fn what_is_edited_while_the_review_is_on_comes_up_in_it() {
        let (mut player, _) = reviewed();
        press(&mut player, "1");
        player.app.open.as_mut().expect("open").select("shared-view".into());
        press(&mut player, "r<c-u>Other words<enter>V");
        let open = player.app.open.as_ref().expect("open");
        let rows = open.review_rows(player.app.lang);
        assert!(rows.iter().any(|row| row.text.contains("Other words")), "{rows:?}");
        press(&mut player, "zx");
        assert!(player.app.open.as_ref().expect("open").review.is_none());
        assert_eq!(player.app.view, View::Board);
    }
}
