//! Settles an open conflict: one side's value comes to live, and the entry goes.
//!
//! It decides nothing, and it is a change like any other: it can be taken back.

use std::collections::BTreeSet;

use super::names::{is_there, names};
use super::order::ours_first;
use super::path::{get, set};
use super::three::Three;
use crate::map::change::Change;
use crate::map::diff::diff;
use crate::map::graph::Map;
use crate::map::item::Item;
use crate::map::told::{Clash, Conflict, Side};
use crate::map::value::Value;
use crate::map::verb;

/// The change that gives the open conflict at that place of [`Map::conflicts`] to a side and takes its entry out.
///
/// A field gets that side's value. Of two items under one id that side's comes to live. What was taken out goes if that
/// side took it out, as [`verb::remove`] takes it out: a card with its links, and no card names what is gone; else it stays. A card
/// with two new ids keeps both.
///
/// `None` if there is no such conflict, it names nothing that is there, its value does not fit, or it would name what is not there
/// or make a place a part of itself. Told loops and journeys may name what is gone: they are broken then, and say so.
#[must_use]
pub fn settle(map: &Map, at: usize, take: Side) -> Option<Change> {
    let conflict = map.conflicts.get(at)?;
    let mut settled = map.clone();
    bring_to_live(&mut settled, conflict, take)?;
    settled.conflicts.remove(at);
    Some(diff(map, &settled))
}

/// The change that leaves what is live as it is and takes the entry out; for whoever settled it by hand. `None` if there
/// is no such conflict.
#[must_use]
pub fn leave_as_it_is(map: &Map, at: usize) -> Option<Change> {
    map.conflicts.get(at)?;
    let mut settled = map.clone();
    settled.conflicts.remove(at);
    Some(diff(map, &settled))
}

/// The change that gives the field or item of the open conflict at that place a value of one's own, or none, and takes the
/// entry out. `None` as with [`settle`], and where the conflict is not about a value.
#[must_use]
pub fn settle_with(map: &Map, at: usize, value: Option<&Value>) -> Option<Change> {
    let conflict = map.conflicts.get(at)?;
    let item: Item = conflict.at.parse().ok()?;
    if !is_about_a_value(conflict) || is_order(&item, conflict) {
        return None;
    }
    let mut settled = map.clone();
    set_whole(&mut settled, &item, &conflict.field, value)?;
    settled.conflicts.remove(at);
    Some(diff(map, &settled))
}

/// What stands on the map now where the open conflict at that place disagrees: the inner `None` for nothing. The outer one
/// where the conflict is not about a value, or its item is gone.
#[must_use]
pub fn live_value(map: &Map, at: usize) -> Option<Option<Value>> {
    let conflict = map.conflicts.get(at)?;
    let item: Item = conflict.at.parse().ok()?;
    if is_order(&item, conflict) || !is_about_a_value(conflict) {
        return None;
    }
    get(map, &item, &conflict.field)
}

/// An item as it stands in the file; `None` for one that is not there.
#[must_use]
pub fn item_value(map: &Map, item: &Item) -> Option<Value> {
    get(map, item, "")?
}

/// What names an item, such as the links of a card and the cards at a level: cards, links, then levels, areas and goals, each
/// in their order. O(cards + links).
#[must_use]
pub fn named_by(map: &Map, item: &Item) -> Vec<Item> {
    let cards = map.nodes().map(|(id, _)| Item::Node(id.clone()));
    let links = map.links().map(|(id, _)| Item::Link(id.clone()));
    let rest = map.levels.iter().map(|own| Item::Level(own.id.clone()));
    let rest = rest.chain(map.areas.iter().map(|own| Item::Area(own.id.clone())));
    let rest = rest.chain(map.goals.iter().map(|own| Item::Goal(own.id.clone())));
    cards.chain(links).chain(rest).filter(|own| own != item && names(map, own).contains(item)).collect()
}

/// A value that holds what both sides say, where there is one: lists united, lines of text one after the other, two short
/// texts side by side. `None` where only one of them can be.
#[must_use]
pub fn both_values(conflict: &Conflict) -> Option<Value> {
    let item: Item = conflict.at.parse().ok()?;
    if !is_about_a_value(conflict)
        || conflict.field == "id"
        || conflict.field.is_empty()
        || is_order(&item, conflict)
    {
        return None;
    }
    let (ours, theirs) = (conflict.ours.as_ref()?, conflict.theirs.as_ref()?);
    if let (Ok(ours), Ok(theirs)) = (ours.read::<Vec<Value>>(), theirs.read::<Vec<Value>>()) {
        let mut all = ours;
        all.extend(theirs.into_iter().filter(|one| !all.contains(one)).collect::<Vec<_>>());
        return Some(Value::of(&all));
    }
    let text = |value: &Value| -> Option<String> {
        value.as_str().starts_with('"').then(|| value.read().ok()).flatten()
    };
    let (ours, theirs) = (text(ours)?, text(theirs)?);
    // Names of other things stand in these fields, and nothing has two names in one.
    let names_something = matches!(
        conflict.field.as_str(),
        "level" | "area" | "owner" | "payer" | "gainer" | "effect_goal" | "part_of" | "language"
    );
    (!names_something).then(|| Value::of(&format!("{ours} / {theirs}")))
}

fn is_about_a_value(conflict: &Conflict) -> bool {
    matches!(conflict.what, None | Some(Clash::AddAdd)) && conflict.field != "id"
}

fn is_order(item: &Item, conflict: &Conflict) -> bool {
    *item == Item::Map && matches!(conflict.field.as_str(), "levels" | "phases" | "effect_goals" | "areas")
}

fn bring_to_live(map: &mut Map, conflict: &Conflict, take: Side) -> Option<()> {
    let item: Item = conflict.at.parse().ok()?;
    let value = match take {
        Side::Ours => conflict.ours.as_ref(),
        Side::Theirs => conflict.theirs.as_ref(),
    };
    match conflict.what {
        Some(Clash::AddAdd) => set_whole(map, &item, "", value),
        Some(_) if conflict.deleted_by == Some(take) => map.apply(&verb::remove(map, &item)?.change).ok(),
        Some(_) => Some(()),
        None if conflict.field == "id" => Some(()),
        None => match (&item, conflict.field.as_str()) {
            (Item::Map, "levels") => reorder(&mut map.levels, conflict, take, |one| one.id.as_str()),
            (Item::Map, "phases") => reorder(&mut map.phases, conflict, take, |one| one.id.as_str()),
            (Item::Map, "effect_goals") => reorder(&mut map.goals, conflict, take, |one| one.id.as_str()),
            (Item::Map, "areas") => reorder(&mut map.areas, conflict, take, |one| one.id.as_str()),
            (item, path) => set_whole(map, item, path, value),
        },
    }
}

/// Sets a field of an item, all of it for an empty path, unless the map would no longer hold together.
fn set_whole(map: &mut Map, item: &Item, path: &str, value: Option<&Value>) -> Option<()> {
    let (before, was_ring) = (names(map, item), closes_ring(map, item));
    set(map, item, path, value)?;
    let may_break = matches!(item, Item::Loop(_) | Item::Journey(_));
    let there = |named: &Item| may_break || before.contains(named) || is_there(map, named);
    (names(map, item).iter().all(there) && (was_ring || !closes_ring(map, item))).then_some(())
}

/// Whether a level or an area is, in the end, a part of itself.
pub(in crate::map) fn closes_ring(map: &Map, item: &Item) -> bool {
    match item {
        Item::Level(id) => map.level(id).and_then(|level| level.part_of.as_ref()).is_some_and(|whole| {
            whole == id || map.levels_up(whole).any(|level| level.part_of.as_ref() == Some(id))
        }),
        Item::Area(id) => map.area(id).and_then(|area| area.part_of.as_ref()).is_some_and(|whole| {
            whole == id || map.areas_up(whole).any(|area| area.part_of.as_ref() == Some(id))
        }),
        _ => false,
    }
}

/// Puts a list into the order of a side; what that side does not have stands behind what it stands behind with the other.
fn reorder<R>(all: &mut [R], conflict: &Conflict, take: Side, id_of: fn(&R) -> &str) -> Option<()> {
    let ids = |value: &Option<Value>| -> Option<Vec<String>> {
        value.as_ref().map_or_else(|| Some(Vec::new()), |value| value.read().ok())
    };
    let (ours, theirs) = (ids(&conflict.ours)?, ids(&conflict.theirs)?);
    let sides = match take {
        Side::Ours => Three { base: Vec::new(), ours, theirs },
        Side::Theirs => Three { base: Vec::new(), ours: theirs, theirs: ours },
    };
    let there: BTreeSet<String> = all.iter().map(|one| id_of(one).to_owned()).collect();
    let row = ours_first(&sides, |id| there.contains(id));
    // What came later than the conflict stays last.
    all.sort_by_key(|one| row.iter().position(|id| id == id_of(one)).unwrap_or(usize::MAX));
    Some(())
}
