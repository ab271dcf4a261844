//! A short list to choose from: what keys and clicks do in it.

use keybinds::{Key, KeyInput};

use super::{edit, naming};
use crate::command::View;
use crate::map::{LinkId, Show, Step};
use crate::tui::app::App;
use crate::tui::choosing::{About, Choosing};
use crate::tui::naming::Name;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::pane::Pane;

/// Opens the list.
pub fn begin(app: &mut App, choice: Choosing) {
    app.pane = Some(Pane::Choose(Box::new(choice)));
}

/// Asks which journey shows what is selected here.
pub fn add_step(app: &mut App) {
    if !super::setup::may_edit(app) {
        return;
    }
    let Some(open) = app.open.as_ref() else { return };
    let shows = shown(open, app.view);
    let choice = match shows.as_slice() {
        [] => {
            app.message = app.lang.words().says.choose_a_card_first.to_owned();
            return;
        }
        [show] => Choosing::journey(&open.map, Step { show: show.clone(), remark: Vec::new() }, app.lang),
        _ => Choosing::shows(&open.map, shows, app.lang),
    };
    begin(app, choice);
}

/// What a step could show: a named loop in the list or on the staircase, else the chain there; elsewhere the chain that
/// was walked to the card, the chosen link and the card, as far as there are such.
fn shown(open: &OpenMap, view: View) -> Vec<Show> {
    let at = match (view, open.shown) {
        (View::Loops, _) => open.listed_loop(),
        (View::Staircase, Shown::Loop(at)) => Some(at),
        _ => None,
    };
    let named = at.and_then(|at| open.circles.all.get(at)).and_then(|circle| circle.named.clone());
    if let Some(id) = named {
        return vec![Show::Loop(id)];
    }
    let chain = match view {
        View::Staircase => open.stairs().0.to_vec(),
        View::Loops => at.and_then(|at| open.circles.all.get(at)).map_or(Vec::new(), |own| own.links.clone()),
        _ => Vec::new(),
    };
    if let Some(whole) = chain_of(&chain) {
        return vec![whole];
    }
    let is_here = open.trail.card().is_some() && open.trail.card() == open.card.as_ref();
    let walked = if is_here { open.trail.links() } else { &[] };
    let (link, chain) = match (walked, &open.link) {
        // A walk of one link is that link.
        ([only], None) => (Some(only), None),
        ([_], link) => (link.as_ref(), None),
        (walked, link) => (link.as_ref(), chain_of(walked)),
    };
    let link = link.map(|link| Show::Link(link.from.clone(), link.kind, link.to.clone()));
    let card = open.card.clone().map(Show::Node).filter(|_| link.is_none() || !walked.is_empty());
    chain.into_iter().chain(link).chain(card).collect()
}

fn chain_of(links: &[LinkId]) -> Option<Show> {
    let last = links.last()?;
    let through = links.iter().map(|link| (link.from.clone(), link.kind)).collect();
    Some(Show::Chain(through, last.to.clone()))
}

/// Enter takes what the cursor is on; the arrows are the same in every list.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(Pane::Choose(choice)) = app.pane.as_mut() else { return };
    match key.key() {
        Key::Home => choice.at = 0,
        Key::End => choice.go(isize::MAX),
        Key::Char('j') => choice.go(1),
        Key::Char('k') => choice.go(-1),
        Key::Enter => take(app),
        _ => {}
    }
}

/// Takes what the cursor is on.
pub fn take(app: &mut App) {
    let Some(Pane::Choose(choice)) = app.pane.take() else { return };
    let Some(open) = app.open.as_ref() else { return };
    match (&choice.about, &choice.rows.get(choice.at).and_then(|(_, item)| item.as_ref())) {
        (About::Shows(shows), _) => {
            let Some(show) = shows.get(choice.at).cloned() else { return };
            let next = Choosing::journey(&open.map, Step { show, remark: Vec::new() }, app.lang);
            begin(app, next);
        }
        (About::Loops(choices), _) => {
            let only = choices.get(choice.at).cloned().flatten();
            super::loops::show_only(app, only);
        }
        (About::Step(step), None) => naming::begin(app, Name::JourneyWith(step.clone())),
        _ => {
            let deed = choice.deed(&open.map);
            edit::commit_some(app, deed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, map, player, press};
    use crate::map::Show;

    #[test]
    fn a_walk_is_offered_as_one_step_and_told_before_it_is_recorded() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, "/story<enter>");
        connect(&mut player, "", "shared-view");
        press(&mut player, "/trust<enter><enter><right><enter><right><enter>gj");
        let screen = player.screen();
        assert!(screen.contains("Chain: Trust › Story heard › Shared view"), "{screen}");
        press(&mut player, "<enter><enter>");
        assert!(player.screen().contains("1 step: Chain"), "{}", player.screen());
        press(&mut player, "Walk<enter>");
        let now = map(&player);
        let journeys = now.journeys();
        assert_eq!(journeys[0].1.steps.len(), 1);
        assert!(matches!(journeys[0].1.steps[0].show, Show::Chain(..)));
        press(&mut player, "gr");
        assert!(player.screen().contains("It gets 4 steps: the first card, 2 links"), "{}", player.screen());
        press(&mut player, "All<enter>");
        assert_eq!(map(&player).journeys()[1].1.steps.len(), 4);
    }
}
