//! The chains from one card to another: which two, and what keys do in their list.

use super::command::show;
use super::walk::moved;
use crate::command::{Command, View};
use crate::map::NodeId;
use crate::tui::app::App;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::pane::{End, Pane, Search, find_cards};
use crate::tui::trail::Trail;

/// Shows the screen; from a card whose chains were not asked for it asks where they are to lead.
pub fn begin(app: &mut App) {
    show(app, View::Chains);
    let Some(open) = &app.open else { return };
    let begun = open.ends.as_ref().is_some_and(|(from, _)| Some(from) == open.card.as_ref());
    if open.card.is_some() && !begun {
        choose(app, End::To);
    }
}

/// Asks for one of the two ends by its name.
pub fn choose(app: &mut App, end: End) {
    let Some(open) = &app.open else { return };
    if end == End::To && open.card.is_none() {
        app.message = app.lang.words().says.choose_a_card_first.to_owned();
        return;
    }
    let mut search = Search::new(Vec::new());
    look(open, end, &mut search);
    app.pane = Some(Pane::End(search, end));
}

/// Looks for what is typed; the card at the other end is not offered.
pub fn look(open: &OpenMap, end: End, search: &mut Search<NodeId>) {
    let other = match end {
        End::To => open.card.as_ref(),
        End::From => open.ends.as_ref().map(|(_, to)| to),
    };
    let mut found = find_cards(&open.map, search.input.value());
    found.retain(|hit| Some(&hit.what) != other);
    search.show(found);
}

/// Takes the card of the cursor as that end. A beginning without an end asks for the end next.
pub fn take(app: &mut App) {
    let Some(Pane::End(search, end)) = app.pane.take() else { return };
    let (Some(chosen), Some(open)) = (search.chosen().cloned(), app.open.as_mut()) else { return };
    let ends = match (end, open.card.clone(), open.ends.take()) {
        (End::To, Some(from), _) => Some((from, chosen)),
        (End::From, _, Some((_, to))) => {
            open.jump(chosen.clone(), app.view);
            Some((chosen, to))
        }
        (End::From, _, None) => {
            open.jump(chosen, app.view);
            choose(app, End::To);
            return;
        }
        (End::To, None, ends) => ends,
    };
    open.ends = ends;
    begin_anew(open);
}

/// The chains the other way round.
pub fn turn(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let Some((from, to)) = open.ends.take() else {
        app.message = app.lang.words().acting.no_ends.to_owned();
        return;
    };
    open.jump(to.clone(), app.view);
    open.ends = Some((to, from));
    begin_anew(open);
}

fn begin_anew(open: &mut OpenMap) {
    open.chain_list.at = 0;
}

/// Up and down in the list.
pub fn step(app: &mut App, way: Command) {
    go(app, |at, last| moved(at, way, last));
}

/// To another row; `to` gets the row of the cursor and the last one.
pub fn go(app: &mut App, to: impl Fn(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let last = open.chains_listed().saturating_sub(1);
    open.chain_list.at = to(open.chain_list.at.min(last), last);
}

/// Shows the chain of the cursor as a staircase; without any it asks where they are to lead.
pub fn open(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let Some(links) = open.listed_chain() else {
        choose(app, End::To);
        return;
    };
    open.remember(app.view);
    let first = links.first().map(|link| link.from.clone());
    open.trail = Trail::along(links);
    open.shown = Shown::Trail;
    open.step = 0;
    if let Some(card) = first {
        open.select(card);
    }
    app.view = View::Staircase;
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, player, press};
    use super::*;

    #[test]
    fn the_chains_to_a_card_are_listed_with_what_they_rest_on_and_opened() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        connect(&mut player, "-", "shared-view");
        press(&mut player, "/story<enter>");
        connect(&mut player, "", "shared-view");
        press(&mut player, "/trust<enter>Xshared<enter>");
        let screen = player.screen();
        for said in [
            "From «Trust» to «Shared view»",
            "All 2 chains are shown.",
            "conflicting: chains disagree.   + 1   − 1   ? 0",
            "Weakest claim: «Trust» → «Shared view» (not judged, no source)",
            "No source covers the whole chain.",
        ] {
            assert!(screen.contains(said), "{said}: {screen}");
        }
        press(&mut player, "j<enter>");
        let open = player.app.open.as_ref().expect("open");
        assert_eq!(player.app.view, View::Staircase);
        assert_eq!(open.stairs().0.len(), 2);
        assert_eq!(open.card, Some("trust".into()));
        // From the same card the list comes back; from another one it is asked where to.
        press(&mut player, "X");
        assert!(player.app.pane.is_none());
        press(&mut player, "1/parents<enter>X");
        assert!(player.screen().contains("To which card? «Parents»"), "{}", player.screen());
        press(&mut player, "shared<enter>");
        let screen = player.screen();
        assert!(
            screen.contains("Try the other way round") && screen.contains("R looks the other way"),
            "{screen}"
        );
    }

    #[test]
    fn both_ends_can_be_chosen_and_changed() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, "X<esc>");
        assert!(player.screen().contains("No two cards are chosen yet"), "{}", player.screen());
        press(&mut player, "Cstory<enter>trust<enter>");
        let ends = |player: &crate::tui::screen::Player| {
            let open = player.app.open.as_ref().expect("open");
            open.ends.clone().map(|(from, to)| format!("{from} {to}"))
        };
        assert_eq!(ends(&player).as_deref(), Some("story-heard trust"));
        press(&mut player, "R");
        assert_eq!(ends(&player).as_deref(), Some("trust story-heard"));
        assert!(player.screen().contains("The only chain is shown."), "{}", player.screen());
        press(&mut player, "1/story<enter>x4X<esc>");
        assert_eq!(ends(&player), None, "a card that is gone is no end");
    }
}
