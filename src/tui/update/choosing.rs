//! A short list to choose from: what keys and clicks do in it.

use keybinds::{Key, KeyInput};

use super::{edit, naming};
use crate::command::View;
use crate::map::{Show, Step};
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
    let Some(show) = shown(open, app.view) else {
        app.message = app.lang.words().says.choose_a_card_first.to_owned();
        return;
    };
    let choice = Choosing::journey(&open.map, Step { show, remark: Vec::new() }, app.lang);
    begin(app, choice);
}

/// What a step would show: a named loop in the list or on the staircase, else the chain there, else the chosen link,
/// else the card.
fn shown(open: &OpenMap, view: View) -> Option<Show> {
    let at = match (view, open.shown) {
        (View::Loops, _) => open.listed_loop(),
        (View::Staircase, Shown::Loop(at)) => Some(at),
        _ => None,
    };
    let named = at.and_then(|at| open.circles.all.get(at)).and_then(|circle| circle.named.clone());
    if let Some(id) = named {
        return Some(Show::Loop(id));
    }
    let chain = match view {
        View::Staircase => open.stairs().0.to_vec(),
        View::Loops => at.and_then(|at| open.circles.all.get(at)).map_or(Vec::new(), |own| own.links.clone()),
        _ => Vec::new(),
    };
    if let Some(last) = chain.last() {
        let through = chain.iter().map(|link| (link.from.clone(), link.kind)).collect();
        return Some(Show::Chain(through, last.to.clone()));
    }
    if let Some(link) = &open.link {
        return Some(Show::Link(link.from.clone(), link.kind, link.to.clone()));
    }
    open.card.clone().map(Show::Node)
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
        (About::Step(step), None) => naming::begin(app, Name::JourneyWith(step.clone())),
        _ => {
            let deed = choice.deed(&open.map);
            edit::commit_some(app, deed);
        }
    }
}
