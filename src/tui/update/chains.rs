//! The chains from one card to another: which two, and what keys do in their list.

use super::command::show;
use super::walk::moved;
use crate::analysis::tree::Direction;
use crate::command::{Command, View};
use crate::map::{Kind, NodeId};
use crate::tui::app::App;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::pane::{End, Hit, Pane, Search, find_cards};
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
    // Somebody steers and reports; only causes and measures begin chains.
    let none_from = |card: &NodeId| {
        let is_actor = open.map.node(card).is_some_and(|node| node.kind == Kind::Actor);
        let spot = open.snapshot.spot(card).filter(|_| is_actor);
        spot.is_some_and(|spot| open.snapshot.outgoing(spot).next().is_none())
    };
    if end == End::To && open.card.as_ref().is_some_and(none_from) {
        app.message = app.lang.words().acting.actor_has_no_chains.to_owned();
        return;
    }
    let mut search = Search::new(Vec::new());
    let reached = look(open, end, &mut search);
    app.pane = Some(Pane::End(search, end, reached));
}

/// Looks for what is typed: first the cards that a chain reaches, of which it gives the number, then the others. The
/// card at the other end is not offered.
pub fn look(open: &OpenMap, end: End, search: &mut Search<NodeId>) -> usize {
    let (other, direction) = match end {
        End::To => (open.card.as_ref(), Direction::Effects),
        End::From => (open.ends.as_ref().map(|(_, to)| to), Direction::Causes),
    };
    let mut found = find_cards(&open.map, search.input.value());
    found.retain(|hit| Some(&hit.what) != other);
    let on_chains = other.map(|card| open.on_chains(card, direction));
    let is_on = |hit: &Hit<NodeId>| on_chains.as_ref().is_none_or(|own| own.contains(&hit.what));
    // Each of the two keeps its order.
    let (mut reached, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(is_on);
    let count = reached.len();
    reached.extend(rest);
    search.show(reached);
    count
}

/// Takes the card of the cursor as that end. A beginning without an end asks for the end next.
pub fn take(app: &mut App) {
    let Some(Pane::End(search, end, _)) = app.pane.take() else { return };
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
    // The answer stands first on the screen of where to act.
    open.acting.at = 0;
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
    if open.listed_chain().is_none() {
        choose(app, End::To);
        return;
    }
    open.remember(app.view);
    climb(open);
    app.view = View::Staircase;
}

/// The next chain of the list as a staircase, or the one before; behind the last one the first.
pub fn next(open: &mut OpenMap, next: bool) {
    let all = open.chains_listed().max(1);
    let before = open.chain_list.at;
    open.chain_list.at = if next { before + 1 } else { before + all - 1 } % all;
    if !climb(open) {
        open.chain_list.at = before;
    }
}

/// The other order of the list: the best founded first, or the shortest. The cursor goes to the first of them.
pub fn order(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    open.chain_list.best_first = !open.chain_list.best_first;
    begin_anew(open);
}

/// Puts the chain of the cursor into the staircase; gives whether it is there still.
fn climb(open: &mut OpenMap) -> bool {
    let Some(links) = open.listed_chain() else { return false };
    let first = links.first().map(|link| link.from.clone());
    open.trail = Trail::along(links);
    open.shown = Shown::Trail;
    open.step = 0;
    if let Some(card) = first {
        open.select(card);
    }
    true
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
            "Chains of causes from «Trust» to «Shared view»",
            "All 2 chains are shown.",
            "They disagree: some push one way and some the other",
            "same direction (+) 1   opposite direction (−) 1   unknown (?) 0",
            "The shortest first; s shows the best founded first.",
            "Weakest claim: «Trust» → «Shared view» (not judged, no source).",
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
        assert!(player.app.message.starts_with("No chain begins at an actor"), "{}", player.app.message);
        press(&mut player, "1/shared<enter>X");
        assert!(player.screen().contains("To which card? «Shared view»"), "{}", player.screen());
        press(&mut player, "trust<enter>");
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

    #[test]
    fn cards_that_a_chain_reaches_are_offered_first_and_the_others_say_so() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, "/trust<enter>X");
        let Some(Pane::End(search, _, reached)) = &player.app.pane else { panic!("a search") };
        assert_eq!((search.found[0].what.as_str(), *reached), ("story-heard", 1));
        let screen = player.screen();
        let marked = |label: &str| {
            screen.lines().any(|line| line.contains(label) && line.contains("no chain leads there"))
        };
        assert!(marked("Parents") && !marked("Story heard"), "{screen}");
        // Letters leave the two apart.
        press(&mut player, "s");
        let Some(Pane::End(search, _, reached)) = &player.app.pane else { panic!("a search") };
        assert_eq!((search.found[0].what.as_str(), *reached), ("story-heard", 1));
    }

    #[test]
    fn the_best_founded_come_first_if_asked_for_and_the_staircase_goes_from_chain_to_chain() {
        let mut player = player();
        connect(&mut player, "", "shared-view");
        press(&mut player, "bh<esc>");
        connect(&mut player, "", "story-heard");
        press(&mut player, "bs<esc>/story<enter>");
        connect(&mut player, "", "shared-view");
        press(&mut player, "bs/trust<enter>Xshared<enter>");
        let lengths = |player: &crate::tui::screen::Player| {
            player.app.open.as_ref().and_then(|open| Some(open.listed_chain()?.len()))
        };
        assert_eq!(lengths(&player), Some(1));
        press(&mut player, "s");
        assert_eq!(lengths(&player), Some(2), "{}", player.screen());
        press(&mut player, "<enter>");
        let last = player.screen().lines().last().unwrap_or_default().to_owned();
        assert!(last.contains("n next chain") && !last.contains("name it"), "{last}");
        press(&mut player, "n");
        assert_eq!((player.app.view, lengths(&player)), (View::Staircase, Some(1)));
        press(&mut player, "n");
        assert_eq!(player.app.open.as_ref().map(|open| open.stairs().0.len()), Some(2));
        press(&mut player, "N<backspace>");
        assert_eq!((player.app.view, lengths(&player)), (View::Chains, Some(1)));
    }
}
