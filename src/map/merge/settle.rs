//! Settles an open conflict: one side's value comes to live, and the entry goes.
//!
//! It decides nothing, and it is a change like any other: it can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::order::ours_first;
use super::three::Three;
use crate::map::change::Change;
use crate::map::diff::diff;
use crate::map::graph::Map;
use crate::map::id::SourceId;
use crate::map::item::Item;
use crate::map::link::LinkId;
use crate::map::node::{Answer, Perspectives};
use crate::map::record::Record;
use crate::map::source::Citation;
use crate::map::told::{Clash, Conflict, Side};
use crate::map::value::Value;

/// The change that gives the open conflict at that place of [`Map::conflicts`] to a side and takes its entry out.
///
/// A field gets that side's value. Of two items under one id that side's comes to live. What was taken out goes if that
/// side took it out, a card with its links; else it stays. A card with two new ids keeps both.
///
/// `None` if there is no such conflict, it names nothing that is there, its value does not fit, or what would go is still
/// used by cards.
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

fn bring_to_live(map: &mut Map, conflict: &Conflict, take: Side) -> Option<()> {
    let item: Item = conflict.at.parse().ok()?;
    let value = match take {
        Side::Ours => conflict.ours.as_ref(),
        Side::Theirs => conflict.theirs.as_ref(),
    };
    match conflict.what {
        Some(Clash::AddAdd) => set_item(map, &item, "", value),
        Some(_) if conflict.deleted_by == Some(take) => remove(map, &item),
        Some(_) => Some(()),
        None if conflict.field == "id" => Some(()),
        None => match (&item, conflict.field.as_str()) {
            (Item::Map, "levels") => reorder(&mut map.levels, conflict, take, |one| one.id.as_str()),
            (Item::Map, "phases") => reorder(&mut map.phases, conflict, take, |one| one.id.as_str()),
            (Item::Map, "effect_goals") => reorder(&mut map.goals, conflict, take, |one| one.id.as_str()),
            (Item::Map, "areas") => reorder(&mut map.areas, conflict, take, |one| one.id.as_str()),
            (item, path) => set_item(map, item, path, value),
        },
    }
}

/// Sets a field of an item; all of it for an empty path.
fn set_item(map: &mut Map, item: &Item, path: &str, value: Option<&Value>) -> Option<()> {
    match item {
        Item::Map => set(&mut map.head, path, value),
        Item::Level(id) => set(map.levels.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Phase(id) => set(map.phases.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Goal(id) => set(map.goals.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Area(id) => set(map.areas.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Source(id) => set(map.sources.get_mut(id)?, path, value),
        Item::Node(id) => {
            set(map.node_mut(id)?, path, value)?;
            let node = map.node(id)?;
            let there = node.level.as_ref().is_none_or(|level| map.level(level).is_some())
                && node.area.as_ref().is_none_or(|area| map.area(area).is_some());
            there.then_some(())
        }
        Item::Link(id) => {
            let link = map.link_mut(id)?;
            set(link, path, value)?;
            *link = link.clone().fitted_to(id.kind);
            Some(())
        }
        Item::Loop(id) => set(map.loops.get_mut(id)?, path, value),
        Item::Journey(id) => set(map.journeys.get_mut(id)?, path, value),
        Item::SetAside(key) => set(map.set_aside.get_mut(key)?, path, value),
    }
}

fn set<R: Record + serde::de::DeserializeOwned>(
    record: &mut R,
    path: &str,
    value: Option<&Value>,
) -> Option<()> {
    if path.is_empty() {
        *record = value?.read().ok()?;
        return Some(());
    }
    let Some((field, part)) = path.split_once('.') else { return record.set(path, value).ok() };
    let part = match field {
        "extra" => {
            let mut texts: BTreeMap<String, String> = read(record, field)?;
            match value {
                Some(value) => texts.insert(part.to_owned(), value.read().ok()?),
                None => texts.remove(part),
            };
            (!texts.is_empty()).then(|| Value::of(&texts))
        }
        "sources" => {
            let mut cited: BTreeMap<SourceId, Citation> = read(record, field)?;
            let within = part.rsplit_once('.').filter(|(id, _)| cited.contains_key(*id));
            match (within, value) {
                (Some((id, field)), value) => cited.get_mut(id)?.set(field, value).ok()?,
                (None, Some(value)) => {
                    cited.insert(part.into(), value.read().ok()?);
                }
                (None, None) => {
                    cited.remove(part);
                }
            }
            (!cited.is_empty()).then(|| Value::of(&cited))
        }
        "perspectives" => {
            let mut four: Perspectives = read(record, field)?;
            match part.split_once('.') {
                Some((side, field)) => {
                    let mut answer: Answer = four.get(side)?.read().ok()?;
                    answer.set(field, value).ok()?;
                    four.set(side, Some(&Value::of(&answer))).ok()?;
                }
                None => four.set(part, value).ok()?,
            }
            (four != Perspectives::default()).then(|| Value::of(&four))
        }
        _ => return None,
    };
    record.set(field, part.as_ref()).ok()
}

fn read<R: Record, T: Default + serde::de::DeserializeOwned>(record: &R, field: &str) -> Option<T> {
    record.get(field).map_or_else(|| Some(T::default()), |value| value.read().ok())
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

fn remove(map: &mut Map, item: &Item) -> Option<()> {
    match item {
        Item::Map => return None,
        Item::Level(id) if map.nodes().any(|(_, node)| node.level.as_ref() == Some(id)) => return None,
        Item::Area(id) if map.nodes().any(|(_, node)| node.area.as_ref() == Some(id)) => return None,
        Item::Level(id) => map.levels.retain(|one| one.id != *id),
        Item::Phase(id) => map.phases.retain(|one| one.id != *id),
        Item::Goal(id) => map.goals.retain(|one| one.id != *id),
        Item::Area(id) => map.areas.retain(|one| one.id != *id),
        Item::Source(id) => drop(map.sources.remove(id)),
        Item::Loop(id) => drop(map.loops.remove(id)),
        Item::Journey(id) => drop(map.journeys.remove(id)),
        Item::SetAside(key) => drop(map.set_aside.remove(key)),
        Item::Link(id) => drop(map.take_link(id)),
        Item::Node(id) => {
            let links: Vec<LinkId> =
                map.links_from(id).chain(map.links_to(id)).map(|(id, _)| id.clone()).collect();
            for link in &links {
                map.take_link(link);
            }
            map.take_node(id).ok()?;
        }
    }
    Some(())
}
