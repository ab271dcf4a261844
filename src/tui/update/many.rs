//! What a command is about when several cards or links are picked: all of them, in one deed that is undone in one
//! step. With nothing picked it is the selected card or the chosen link.

use super::edit::{this_card, this_link};
use super::outline::lists_links;
use crate::map::{Deed, LinkId, Map, NodeId};
use crate::tui::app::App;

/// The picked cards, else the selected one. Empty if there is neither, which a message then says.
pub fn these_cards(app: &mut App) -> Vec<NodeId> {
    match app.open.as_ref() {
        Some(open) if !open.picked.is_empty() => open.picked.iter().cloned().collect(),
        _ => this_card(app).into_iter().collect(),
    }
}

/// In the list of links the picked links; else the chosen link. Empty if there is neither, which a message then says.
pub fn these_links(app: &mut App) -> Vec<LinkId> {
    match app.open.as_ref().filter(|_| lists_links(app)) {
        Some(open) if !open.picked_links.is_empty() => open.picked_links.iter().cloned().collect(),
        _ => this_link(app).into_iter().collect(),
    }
}

/// A deed for each of several things as one deed, each made for the map as those before it leave it; `None` if none of
/// them would change.
pub fn each<T>(app: &App, things: &[T], deed: impl Fn(&Map, &T) -> Option<Deed>) -> Option<Deed> {
    let map = &app.open.as_ref()?.map;
    if let [thing] = things {
        return deed(map, thing);
    }
    let mut with = Map::clone(map);
    let mut deeds: Vec<Deed> = Vec::new();
    for thing in things {
        if let Some(deed) = deed(&with, thing)
            && with.apply(&deed.change).is_ok()
        {
            deeds.push(deed);
        }
    }
    if deeds.len() < 2 {
        return deeds.pop();
    }
    let (verb, what) = (deeds[0].verb, deeds[0].what.clone());
    Some(Deed::join(verb, what, deeds))
}
