//! The one place where the open map changes: a deed goes through the history, and what follows from the map is
//! taken in. Each verb here finds out what is meant by 'this'; the deed itself is the model's.

use std::collections::BTreeMap;

use super::many::{each, these_cards, these_links};
use super::outline::{lists_links, next_card};
use crate::command::{Command, View};
use crate::layout::canvas::Area;
use crate::map::verb::{self, Verb};
use crate::map::words::deed_said;
use crate::map::{AreaId, Deed, Item, Level, LinkId, Map, Node, NodeId, Sign, hints};
use crate::text::words::says::{redone, undone};
use crate::tui::app::App;
use crate::tui::changed::Before;
use crate::tui::closing::{self, Was};
use crate::tui::open::OpenMap;

/// Does a deed, says what it was and asks the worker anew. `false` if the map may only be read, or the deed does
/// not fit it; a message says why.
pub fn commit(app: &mut App, deed: Deed) -> bool {
    let generation = app.next_generation();
    let words = app.lang.words();
    let Some(open) = app.open.as_mut() else { return false };
    if open.read_only {
        app.message = words.says.read_only.to_owned();
        return false;
    }
    let said = deed_said(&deed, app.lang);
    let before = Before::of(open, &deed.change, app.lang);
    let done = deed.clone();
    let links = closing::new_links(&deed);
    let written = labels(&deed);
    let was = Was::of(&deed, &open.map, &open.snapshot);
    match open.commit(deed, generation) {
        Ok(()) => {
            let closed = closing::said(app.lang, &open.map, &open.snapshot, &links);
            let decided = was.map_or(String::new(), |was| was.decided(app.lang, &open.map, &open.snapshot));
            let advice =
                written.iter().filter_map(|card| open.map.node(card)).flat_map(|node| hints(&node.label));
            let advice = advice.map(|hint| hint.word(app.lang)).next().unwrap_or_default();
            let said = crate::text::words::capital(&said);
            let (what, loops) = before.said(open, &done, app.lang);
            let parts = [format!("{said}{what}."), loops, closed, decided, advice.to_owned()];
            app.message = joined(&parts);
            app.ask_worker();
            true
        }
        Err(error) => {
            app.message = error.said(app.lang);
            false
        }
    }
}

/// Sentences in a row, those that are empty left out.
fn joined(parts: &[String]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The cards that a deed made or gave another label, where somebody wrote it.
fn labels(deed: &Deed) -> Vec<NodeId> {
    if !matches!(deed.verb, Verb::Add | Verb::Rename) {
        return Vec::new();
    }
    let written =
        deed.change.edits.iter().filter(|edit| edit.field.as_deref().is_none_or(|field| field == "label"));
    let cards = written.filter_map(|edit| match &edit.item {
        Item::Node(id) => Some(id.clone()),
        _ => None,
    });
    cards.collect()
}

/// Does a deed if there is one; without one says that there is nothing to do.
pub fn commit_some(app: &mut App, deed: Option<Deed>) -> bool {
    match deed {
        Some(deed) => commit(app, deed),
        None => {
            app.message = app.lang.words().says.nothing_to_change.to_owned();
            false
        }
    }
}

/// Takes the last deed back.
pub fn undo(app: &mut App) {
    let generation = app.next_generation();
    let Some(open) = app.open.as_mut() else { return };
    let deed = open.history.to_undo();
    let was = deed.and_then(|deed| Was::of(deed, &open.map, &open.snapshot));
    let before = deed.map(|deed| Before::of_undo(open, deed, app.lang));
    match open.undo(generation) {
        Ok(Some(deed)) => {
            let (what, loops) = before.map(|own| own.said(open, &deed, app.lang)).unwrap_or_default();
            let said = undone(app.lang, &deed_said(&deed, app.lang));
            let decided = was.map_or(String::new(), |was| was.decided(app.lang, &open.map, &open.snapshot));
            app.message = joined(&[format!("{said}{what}."), loops, decided]);
            select_again(open, &deed);
            app.ask_worker();
        }
        Ok(None) => app.message = app.lang.words().says.nothing_to_undo.to_owned(),
        Err(error) => app.message = error.said(app.lang),
    }
}

/// Selects the cards that came back when a deletion was taken back: whoever does that looks for them. Several are
/// picked, since they were deleted together.
fn select_again(open: &mut OpenMap, deed: &Deed) {
    if deed.verb != Verb::Remove {
        return;
    }
    let whole = deed.change.edits.iter().filter(|edit| edit.field.is_none() && edit.new.is_none());
    let cards: Vec<NodeId> = whole
        .filter_map(|edit| match &edit.item {
            Item::Node(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    if let Some(first) = cards.first() {
        open.select(first.clone());
    }
    if cards.len() > 1 {
        open.picked = cards.into_iter().collect();
    }
}

/// Does again what was taken back last.
pub fn redo(app: &mut App) {
    let generation = app.next_generation();
    let Some(open) = app.open.as_mut() else { return };
    let deed = open.history.to_redo();
    let was = deed.and_then(|deed| Was::of(deed, &open.map, &open.snapshot));
    let before = deed.map(|deed| Before::of(open, &deed.change, app.lang));
    match open.redo(generation) {
        Ok(Some(deed)) => {
            let (what, loops) = before.map(|own| own.said(open, &deed, app.lang)).unwrap_or_default();
            let said = redone(app.lang, &deed_said(&deed, app.lang));
            let decided = was.map_or(String::new(), |was| was.decided(app.lang, &open.map, &open.snapshot));
            app.message = joined(&[format!("{said}{what}."), loops, decided]);
            app.ask_worker();
        }
        Ok(None) => app.message = app.lang.words().says.nothing_to_redo.to_owned(),
        Err(error) => app.message = error.said(app.lang),
    }
}

/// The selected card; says so if there is none.
pub fn this_card(app: &mut App) -> Option<NodeId> {
    let card = app.open.as_ref().and_then(|open| open.card.clone());
    if card.is_none() {
        app.message = app.lang.words().says.choose_a_card_first.to_owned();
    }
    card
}

/// The chosen link; where none is chosen, the only link of the selected card. Says so if it cannot tell.
pub fn this_link(app: &mut App) -> Option<LinkId> {
    let open = app.open.as_ref()?;
    let only = || {
        let links = open.links_of(open.card.as_ref()?);
        (links.len() == 1).then(|| links[0].clone())
    };
    // On the list of loops only the row of a link without a sign is a link.
    let link = if app.view == View::Loops { open.listed_settling() } else { open.link.clone().or_else(only) };
    if link.is_none() {
        app.message = if app.view == View::Loops {
            let key = app.keymap.label(Command::LoopsSettling);
            format!("{} {key}", app.lang.words().acting.signs_here)
        } else {
            app.lang.words().says.choose_a_link_first.to_owned()
        };
    }
    link
}

/// Turns the sign of this link, or of all picked ones; one that nobody knew becomes a +.
pub fn flip(app: &mut App) {
    let links = these_links(app);
    change_links(app, &links, |map, link| {
        verb::flip(map, link).or_else(|| verb::set_sign(map, link, Sign::Plus))
    });
}

/// Puts a delay on this link, or takes it off. On those picked ones that have none; where all have one, off all.
pub fn toggle_delay(app: &mut App) {
    let links = these_links(app);
    let Some(open) = app.open.as_ref() else { return };
    let all = links.iter().filter_map(|link| open.map.link(link)).all(|link| link.delay);
    change_links(app, &links, |map, link| verb::set_link_field(map, link, "delay", &!all));
}

/// Does the same to each of the links; does nothing without any. A single one stays chosen, under whatever id it has
/// then, so that the next key means it too.
pub fn change_links(app: &mut App, links: &[LinkId], change: impl Fn(&Map, &LinkId) -> Option<Deed>) {
    if links.is_empty() {
        return;
    }
    let deed = each(app, links, change);
    let moved = deed.iter().flat_map(|deed| &deed.change.edits).find_map(|edit| match &edit.item {
        Item::Link(id) if edit.field.is_none() && edit.new.is_some() => Some(id.clone()),
        _ => None,
    });
    if commit_some(app, deed)
        && app.view != View::Loops
        && let (Some(open), [link]) = (app.open.as_mut(), links)
    {
        open.link = Some(moved.unwrap_or_else(|| link.clone())).filter(|link| open.map.link(link).is_some());
    }
}

/// Deletes the chosen link, or all picked ones; else the selected card, or all picked ones, with their links. The card
/// nearest to it is selected then.
pub fn delete(app: &mut App) {
    if lists_links(app) || app.open.as_ref().is_some_and(|open| open.link.is_some()) {
        let links = these_links(app);
        if links.is_empty() {
            return;
        }
        let deed = each(app, &links, verb::disconnect);
        commit_some(app, deed);
        return;
    }
    let cards = these_cards(app);
    if cards.is_empty() {
        return;
    }
    let card = app.open.as_ref().and_then(|open| open.card.clone());
    let next = card.filter(|card| cards.contains(card)).and_then(|card| neighbour(app, &card, &cards));
    let deed = app.open.as_ref().and_then(|open| verb::remove_nodes(&open.map, &cards));
    if commit_some(app, deed)
        && let (Some(open), Some(next)) = (app.open.as_mut(), next)
    {
        open.select(next);
    }
}

/// The card that stands behind a card in the outline, or on the board as it was drawn, and does not go; else the one
/// before it.
fn neighbour(app: &App, card: &NodeId, going: &[NodeId]) -> Option<NodeId> {
    if app.view == View::Outline {
        return next_card(app.open.as_ref()?, going);
    }
    let hits = &app.hits.picture.as_ref()?.board.hits;
    let at = hits.iter().position(|(_, own)| own == card)?;
    let stays = |(_, own): &&(Area, NodeId)| !going.contains(own);
    let other = hits[at..].iter().find(stays).or_else(|| hits[..at].iter().rev().find(stays));
    other.map(|(_, own)| own.clone())
}

/// Moves the selected card, or each of the picked ones, one level up or down. From no level a card comes to the lowest
/// one, and below that it goes back to none.
pub fn shift_level(app: &mut App, up: bool) {
    let cards = these_cards(app);
    let Some(open) = app.open.as_ref().filter(|_| !cards.is_empty()) else { return };
    let levels: Vec<_> = open.map.levels().iter().map(|level: &Level| level.id.clone()).collect();
    if levels.is_empty() {
        app.message = app.lang.words().start.no_levels.to_owned();
        return;
    }
    let groups = by(&open.map, &cards, |node| node.level.clone());
    let deed = each(app, &groups, |map, (level, cards)| {
        verb::move_nodes(map, cards, Some(shifted(&levels, level.as_ref(), up)), None)
    });
    commit_some(app, deed);
}

/// Moves the selected card, or each of the picked ones, to the area before or after. From no area a card comes to the
/// first one, and before that it goes back to none.
pub fn shift_area(app: &mut App, after: bool) {
    let cards = these_cards(app);
    let Some(open) = app.open.as_ref().filter(|_| !cards.is_empty()) else { return };
    let areas: Vec<AreaId> = open.map.areas().iter().map(|area| area.id.clone()).collect();
    if areas.is_empty() {
        app.message = app.lang.words().start.no_areas.to_owned();
        return;
    }
    let groups = by(&open.map, &cards, |node| node.area.clone());
    let deed = each(app, &groups, |map, (area, cards)| {
        verb::move_nodes(map, cards, None, Some(shifted(&areas, area.as_ref(), after)))
    });
    commit_some(app, deed);
}

/// The cards that stand at the same place, together.
fn by<T: Ord>(map: &Map, cards: &[NodeId], place: impl Fn(&Node) -> T) -> Vec<(T, Vec<NodeId>)> {
    let mut groups: BTreeMap<T, Vec<NodeId>> = BTreeMap::new();
    for (id, node) in cards.iter().filter_map(|id| Some((id, map.node(id)?))) {
        groups.entry(place(node)).or_default().push(id.clone());
    }
    groups.into_iter().collect()
}

/// The next place of a row, the place before it, or none before the first; at the end it stays.
pub fn shifted<T: PartialEq + Clone>(row: &[T], now: Option<&T>, on: bool) -> Option<T> {
    let at = now.and_then(|now| row.iter().position(|own| own == now));
    match (at, on) {
        (None, true) => row.first().cloned(),
        (None, false) => None,
        (Some(at), true) => row.get(at + 1).or(row.last()).cloned(),
        (Some(at), false) => at.checked_sub(1).map(|at| row[at].clone()),
    }
}
