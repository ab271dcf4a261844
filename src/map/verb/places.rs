//! The orders of a map: levels, areas, phases and effect goals come, go and change places.

use std::collections::BTreeSet;

use crate::map::diff::order_edit;
use crate::map::graph::Map;
use crate::map::id::{AreaId, GoalId, ID_LENGTH, JourneyId, LevelId, NodeId, PhaseId, is_id};
use crate::map::item::Item;
use crate::map::level::{Area, EffectGoal, Level, Phase};
use crate::map::slug::{free_slug, slug};

use super::draft::Draft;
use super::names::called;
use super::{Deed, Verb};

/// Puts a level on top of the others. `None` for a blank name, or if there are as many as a map may have.
#[must_use]
pub fn add_level(map: &Map, name: &str) -> Option<(LevelId, Deed)> {
    let id = LevelId::new(free_id(name, "level", |id| map.level(&id.into()).is_some())?);
    let mut draft = Draft::of(map);
    draft.levels.push(Level { id: id.clone(), name: name.trim().to_owned(), part_of: None });
    Some((id, draft.deed(Verb::Add, name.trim())?))
}

/// Puts an area behind the others, under the code given where it is free and lawful, else under the number after the
/// highest. `None` for a blank name, or if there are as many as a map may have.
#[must_use]
pub fn add_area(map: &Map, code: Option<&str>, name: &str) -> Option<(AreaId, Deed)> {
    let name = named(name)?;
    let free = |id: &&str| is_id(id) && map.area(&AreaId::new(id)).is_none();
    let id = code.map(str::trim).filter(free).map_or_else(|| next_number(map), AreaId::new);
    let mut draft = Draft::of(map);
    draft.areas.push(Area { id: id.clone(), name: name.to_owned(), color: None, part_of: None });
    Some((id, draft.deed(Verb::Add, name)?))
}

/// Puts a phase at the end of the life line. `None` for a blank name, or if there are as many as a map may have.
#[must_use]
pub fn add_phase(map: &Map, name: &str) -> Option<(PhaseId, Deed)> {
    let taken = |id: &str| map.phases.iter().any(|phase| phase.id.as_str() == id);
    let id = PhaseId::new(free_id(name, "phase", taken)?);
    let mut draft = Draft::of(map);
    draft.phases.push(Phase { id: id.clone(), name: name.trim().to_owned() });
    Some((id, draft.deed(Verb::Add, name.trim())?))
}

/// Puts an effect goal behind the others. `None` for a blank text, or if there are as many as a map may have.
#[must_use]
pub fn add_goal(map: &Map, text: &str) -> Option<(GoalId, Deed)> {
    let taken = |id: &str| map.goals.iter().any(|goal| goal.id.as_str() == id);
    let id = GoalId::new(free_id(text, "goal", taken)?);
    let mut draft = Draft::of(map);
    draft.goals.push(EffectGoal { id: id.clone(), text: text.trim().to_owned(), level: None });
    Some((id, draft.deed(Verb::Add, text.trim())?))
}

/// Puts a part into a level or an area, behind the parts it has. A part of the area `1` is called `1A`, and has its
/// colour. `None` for anything else, a blank name, or if there are as many as a map may have.
#[must_use]
pub fn add_part(map: &Map, whole: &Item, name: &str) -> Option<(Item, Deed)> {
    let name = named(name)?;
    let mut draft = Draft::of(map);
    let part = match whole {
        Item::Level(whole) => {
            map.level(whole)?;
            let id = LevelId::new(free_id(name, "level", |id| map.level(&id.into()).is_some())?);
            let row = rows(&draft.levels, |l| l.id.as_str(), |l| l.part_of.as_ref().map(LevelId::as_str));
            let part = Level { id: id.clone(), name: name.to_owned(), part_of: Some(whole.clone()) };
            draft.levels.insert(row.end_of(whole.as_str()), part);
            Item::Level(id)
        }
        Item::Area(whole) => {
            let color = map.area(whole)?.color;
            let id = part_code(map, whole);
            let row = rows(&draft.areas, |a| a.id.as_str(), |a| a.part_of.as_ref().map(AreaId::as_str));
            let part = Area { id: id.clone(), name: name.to_owned(), color, part_of: Some(whole.clone()) };
            draft.areas.insert(row.end_of(whole.as_str()), part);
            Item::Area(id)
        }
        _ => return None,
    };
    Some((part, draft.deed(Verb::Add, name)?))
}

/// Makes an area of cards: a new one, with these cards in it. `None` if none of them is there, or as [`add_area`].
#[must_use]
pub fn area_of(map: &Map, name: &str, cards: &[NodeId]) -> Option<(AreaId, Deed)> {
    let name = named(name)?;
    let id = next_number(map);
    let mut draft = Draft::of(map);
    draft.areas.push(Area { id: id.clone(), name: name.to_owned(), color: None, part_of: None });
    let mut some = false;
    for card in cards {
        if let Some(node) = draft.node_mut(card) {
            (node.area, node.pin, some) = (Some(id.clone()), None, true);
        }
    }
    if !some {
        return None;
    }
    Some((id, draft.deed(Verb::Add, name)?))
}

/// Moves an item one step in its order: a level up means to a higher level, an area, a phase, an effect goal or a journey
/// up means earlier. Parts go with their whole, and move among the parts of the same whole. `None` at the end of the
/// order and for anything that has none.
#[must_use]
pub fn shift(map: &Map, item: &Item, up: bool) -> Option<Deed> {
    let edit = match item {
        Item::Level(id) => {
            let row = rows(&map.levels, |l| l.id.as_str(), |l| l.part_of.as_ref().map(LevelId::as_str));
            order_edit(&map.levels, "levels", |l| l.id.as_str(), &row.shifted(id.as_str(), up)?)
        }
        Item::Area(id) => {
            let row = rows(&map.areas, |a| a.id.as_str(), |a| a.part_of.as_ref().map(AreaId::as_str));
            order_edit(&map.areas, "areas", |a| a.id.as_str(), &row.shifted(id.as_str(), !up)?)
        }
        Item::Phase(id) => {
            let row = rows(&map.phases, |p| p.id.as_str(), |_| None);
            order_edit(&map.phases, "phases", |p| p.id.as_str(), &row.shifted(id.as_str(), !up)?)
        }
        Item::Goal(id) => {
            let row = rows(&map.goals, |g| g.id.as_str(), |_| None);
            order_edit(&map.goals, "effect_goals", |g| g.id.as_str(), &row.shifted(id.as_str(), !up)?)
        }
        Item::Journey(id) => return shift_journey(map, id, up),
        _ => return None,
    };
    Some(Deed::new(Verb::Order, called(map, item), vec![edit?]))
}

fn shift_journey(map: &Map, id: &JourneyId, up: bool) -> Option<Deed> {
    let mut order: Vec<JourneyId> = map.journeys().into_iter().map(|(id, _)| id.clone()).collect();
    let at = order.iter().position(|other| other == id)?;
    let other = if up { at.checked_sub(1)? } else { at + 1 };
    if other >= order.len() {
        return None;
    }
    order.swap(at, other);
    let mut draft = Draft::of(map);
    // Whatever places they had: from now on each has its own.
    for (id, place) in order.iter().zip(1..) {
        draft.journeys.get_mut(id)?.place = Some(place);
    }
    draft.deed(Verb::Order, called(map, &Item::Journey(id.clone())))
}

fn named(name: &str) -> Option<&str> {
    Some(name.trim()).filter(|name| !name.is_empty())
}

/// An id made from the name, or from `or` where nothing of it can be spelt; `None` for a blank name.
pub(in crate::map) fn free_id(name: &str, or: &str, taken: impl Fn(&str) -> bool) -> Option<String> {
    let name = named(name)?;
    let spelt = if slug(name) == slug("") { or } else { name };
    Some(free_slug(spelt, taken).as_str().to_owned())
}

/// The number after the highest that an area's code begins with.
fn next_number(map: &Map) -> AreaId {
    let number = |id: &AreaId| {
        let digits = id.as_str().find(|c: char| !c.is_ascii_digit()).unwrap_or(id.as_str().len());
        id.as_str()[..digits].parse::<u32>().ok()
    };
    let highest = map.areas().iter().filter_map(|area| number(&area.id)).max().unwrap_or(0);
    let free = |id: &AreaId| map.area(id).is_none();
    // A number as high as numbers go leaves those below it.
    let after = (highest.saturating_add(1)..=u32::MAX).chain(1..=highest);
    after.map(|number| AreaId::new(number.to_string())).find(free).unwrap_or_default()
}

/// The code of a new part: the whole's with the first free letter, or a number behind a dash where no letter is left.
fn part_code(map: &Map, whole: &AreaId) -> AreaId {
    let head = whole.as_str().get(..whole.as_str().len().min(ID_LENGTH - 5)).unwrap_or("part");
    let letters = ('A'..='Z').map(|letter| format!("{head}{letter}"));
    let numbers = (2_u32..).map(|number| format!("{head}-{number}"));
    let free = |id: &AreaId| map.area(id).is_none();
    letters.chain(numbers).map(AreaId::new).find(free).unwrap_or_default()
}

/// An ordered list as a row of names, each perhaps a part of another.
struct Row<'a>(Vec<(&'a str, Option<&'a str>)>);

fn rows<'a, T>(all: &'a [T], id: fn(&T) -> &str, whole: fn(&T) -> Option<&str>) -> Row<'a> {
    Row(all.iter().map(|item| (id(item), whole(item))).collect())
}

impl<'a> Row<'a> {
    /// The item with its parts, and theirs.
    fn block(&self, id: &'a str) -> BTreeSet<&'a str> {
        let mut block = BTreeSet::from([id]);
        loop {
            let before = block.len();
            let parts = self.0.iter().filter(|(_, whole)| whole.is_some_and(|whole| block.contains(whole)));
            let parts: Vec<&str> = parts.map(|(id, _)| *id).collect();
            block.extend(parts);
            if block.len() == before {
                return block;
            }
        }
    }

    /// Where in the row the item and its parts end.
    fn end_of(&self, id: &'a str) -> usize {
        let block = self.block(id);
        self.0.iter().rposition(|(id, _)| block.contains(id)).map_or(self.0.len(), |at| at + 1)
    }

    /// The order with the item and its parts behind, or before, the next one of the same whole.
    fn shifted(&self, id: &str, later: bool) -> Option<Vec<&'a str>> {
        let at = self.0.iter().position(|(other, _)| *other == id)?;
        let (id, whole) = self.0[at];
        let moving = self.block(id);
        let is_sibling = |(other, of): &&(&str, Option<&str>)| *of == whole && !moving.contains(other);
        let (sibling, _) = if later {
            self.0[at..].iter().find(is_sibling)
        } else {
            self.0[..at].iter().rev().find(is_sibling)
        }?;
        let passed = self.block(sibling);
        let (moved, mut rest): (Vec<&str>, Vec<&str>) =
            self.0.iter().map(|(id, _)| *id).partition(|id| moving.contains(id));
        let place = if later {
            rest.iter().rposition(|id| passed.contains(id))? + 1
        } else {
            rest.iter().position(|id| passed.contains(id))?
        };
        rest.splice(place..place, moved);
        Some(rest)
    }
}

#[cfg(test)]
mod tests;
