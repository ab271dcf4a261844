//! What an item of a map names: what would dangle if that were gone.

use crate::map::graph::Map;
use crate::map::id::{LevelId, SourceId};
use crate::map::item::Item;
use crate::map::level::{Area, EffectGoal, Level};
use crate::map::link::{Link, LinkId};
use crate::map::node::{Answer, Node, Perspectives};
use crate::map::record::Record;
use crate::map::source::Citation;
use crate::map::told::{Journey, NamedLoop, Show};
use crate::map::value::Value;

use std::collections::BTreeMap;

/// The items that the item names, as often as it does. Nothing for one that is not there.
pub(in crate::map) fn names(map: &Map, item: &Item) -> Vec<Item> {
    let mut named = Vec::new();
    match item {
        Item::Map | Item::Phase(_) | Item::Source(_) | Item::SetAside(_) => {}
        Item::Level(id) => {
            let level = map.level(id);
            named.extend(level.and_then(|level| level.part_of.clone()).map(Item::Level));
        }
        Item::Area(id) => named.extend(map.area(id).and_then(|area| area.part_of.clone()).map(Item::Area)),
        Item::Goal(id) => {
            let goal = map.goals.iter().find(|goal| goal.id == *id);
            named.extend(goal.and_then(|goal| goal.level.clone()).map(Item::Level));
        }
        Item::Node(id) => map.node(id).into_iter().for_each(|node| node_names(node, &mut named)),
        Item::Link(id) => {
            if let Some(link) = map.link(id) {
                named.extend([&id.from, &id.to].map(|end| Item::Node(end.clone())));
                cited(&link.sources, &mut named);
            }
        }
        Item::Loop(id) => {
            named.extend(map.loops.get(id).into_iter().flat_map(|told| links(told.links())));
        }
        Item::Journey(id) => {
            map.journeys.get(id).into_iter().for_each(|journey| journey_names(journey, &mut named));
        }
    }
    named
}

/// The items that a value of a field of that item names, or a value of all of it for an empty path. Nothing for a value
/// that does not fit.
pub(in crate::map) fn names_in_value(item: &Item, path: &str, value: &Value) -> Vec<Item> {
    fn with<R: Record + serde::de::DeserializeOwned>(path: &str, value: &Value) -> R {
        if path.is_empty() {
            return value.read().unwrap_or_default();
        }
        let mut record = R::default();
        // What does not fit names nothing.
        let _ = record.set(path, Some(value));
        record
    }
    let mut named = Vec::new();
    match (path.split_once('.'), item) {
        (Some(("sources", rest)), _) => {
            let id = rest.rsplit_once('.').filter(|(_, field)| Citation::FIELDS.contains(field));
            named.push(Item::Source(id.map_or(rest, |(id, _)| id).into()));
        }
        (Some(("perspectives", rest)), _) => {
            let level = match rest.split_once('.') {
                Some((_, "level")) => value.read().ok(),
                Some(_) => None,
                None => value.read::<Answer>().ok().and_then(|answer| answer.level),
            };
            named.extend(level.map(Item::Level));
        }
        (Some(_), _) => {}
        (None, Item::Level(_)) => named.extend(with::<Level>(path, value).part_of.map(Item::Level)),
        (None, Item::Area(_)) => named.extend(with::<Area>(path, value).part_of.map(Item::Area)),
        (None, Item::Goal(_)) => named.extend(with::<EffectGoal>(path, value).level.map(Item::Level)),
        (None, Item::Node(_)) => node_names(&with(path, value), &mut named),
        (None, Item::Link(_)) => cited(&with::<Link>(path, value).sources, &mut named),
        (None, Item::Loop(_)) => named.extend(links(with::<NamedLoop>(path, value).links())),
        (None, Item::Journey(_)) => journey_names(&with(path, value), &mut named),
        _ => {}
    }
    named
}

fn journey_names(journey: &Journey, named: &mut Vec<Item>) {
    journey.steps.iter().for_each(|step| shown(&step.show, named));
}

fn node_names(node: &Node, named: &mut Vec<Item>) {
    named.extend(node.level.clone().map(Item::Level));
    named.extend(node.area.clone().map(Item::Area));
    named.extend(node.phases.iter().cloned().map(Item::Phase));
    named.extend(node.effect_goal.clone().map(Item::Goal));
    named.extend([&node.owner, &node.payer, &node.gainer].into_iter().flatten().cloned().map(Item::Node));
    let Perspectives { resident, service, system, benefit } = &node.perspectives;
    let answers = [resident, service, system, benefit].into_iter().flatten();
    named.extend(answers.filter_map(|Answer { level, .. }| level.clone()).map(Item::Level));
    named.extend(node.measurements.iter().filter_map(|one| one.source.clone()).map(Item::Source));
    cited(&node.sources, named);
}

fn cited(sources: &BTreeMap<SourceId, Citation>, named: &mut Vec<Item>) {
    named.extend(sources.keys().cloned().map(Item::Source));
}

/// The links and their ends.
fn links(links: impl Iterator<Item = LinkId>) -> impl Iterator<Item = Item> {
    links.flat_map(|link| [Item::Node(link.from.clone()), Item::Node(link.to.clone()), Item::Link(link)])
}

fn shown(show: &Show, named: &mut Vec<Item>) {
    named.extend(show.nodes().into_iter().cloned().map(Item::Node));
    named.extend(show.links().into_iter().map(Item::Link));
    match show {
        Show::Loop(id) => named.push(Item::Loop(id.clone())),
        Show::Quote(_, source) => named.push(Item::Source(source.clone())),
        Show::Levels(a, b) => named.extend([a, b].map(|id: &LevelId| Item::Level(id.clone()))),
        _ => {}
    }
}

/// Whether the item is there.
pub(in crate::map) fn is_there(map: &Map, item: &Item) -> bool {
    match item {
        Item::Map => true,
        Item::Level(id) => map.level(id).is_some(),
        Item::Phase(id) => map.phases.iter().any(|phase| phase.id == *id),
        Item::Goal(id) => map.goals.iter().any(|goal| goal.id == *id),
        Item::Area(id) => map.area(id).is_some(),
        Item::Source(id) => map.sources.contains_key(id),
        Item::Node(id) => map.node(id).is_some(),
        Item::Link(id) => map.link(id).is_some(),
        Item::Loop(id) => map.loops.contains_key(id),
        Item::Journey(id) => map.journeys.contains_key(id),
        Item::SetAside(key) => map.set_aside.contains_key(key),
    }
}

/// Every item of a map but the map itself.
pub(super) fn items(map: &Map) -> impl Iterator<Item = Item> + '_ {
    let nodes = map.nodes().map(|(id, _)| Item::Node(id.clone()));
    around(map).chain(nodes).chain(map.links().map(|(id, _)| Item::Link(id.clone())))
}

/// Every item of a map but its cards, its links and the map itself.
pub(super) fn around(map: &Map) -> impl Iterator<Item = Item> + '_ {
    let listed = map
        .levels
        .iter()
        .map(|level| Item::Level(level.id.clone()))
        .chain(map.phases.iter().map(|phase| Item::Phase(phase.id.clone())))
        .chain(map.goals.iter().map(|goal| Item::Goal(goal.id.clone())))
        .chain(map.areas.iter().map(|area| Item::Area(area.id.clone())));
    listed
        .chain(map.sources.keys().map(|id| Item::Source(id.clone())))
        .chain(map.loops.keys().map(|id| Item::Loop(id.clone())))
        .chain(map.journeys.keys().map(|id| Item::Journey(id.clone())))
        .chain(map.set_aside.keys().map(|key| Item::SetAside(key.clone())))
}

/// Puts an item of one map into another one that lacks it, as it stands there; a link only where both its cards are.
/// Gives whether it was put.
pub(super) fn put(into: &mut Map, item: &Item, from: &Map) -> bool {
    fn push<R: Record>(into: &mut Vec<R>, from: &[R], is: impl Fn(&R) -> bool) -> bool {
        let found = from.iter().find(|one| is(one));
        into.extend(found.cloned());
        found.is_some()
    }
    fn insert<K: Ord + Clone, R: Record>(into: &mut BTreeMap<K, R>, from: &BTreeMap<K, R>, key: &K) -> bool {
        let found = from.get(key);
        into.extend(found.map(|one| (key.clone(), one.clone())));
        found.is_some()
    }
    match item {
        Item::Map => false,
        Item::Level(id) => push(&mut into.levels, &from.levels, |one| one.id == *id),
        Item::Phase(id) => push(&mut into.phases, &from.phases, |one| one.id == *id),
        Item::Goal(id) => push(&mut into.goals, &from.goals, |one| one.id == *id),
        Item::Area(id) => push(&mut into.areas, &from.areas, |one| one.id == *id),
        Item::Source(id) => insert(&mut into.sources, &from.sources, id),
        Item::Loop(id) => insert(&mut into.loops, &from.loops, id),
        Item::Journey(id) => insert(&mut into.journeys, &from.journeys, id),
        Item::SetAside(key) => insert(&mut into.set_aside, &from.set_aside, key),
        Item::Node(id) => {
            from.node(id).is_some_and(|node| into.insert_node(id.clone(), node.clone()).is_ok())
        }
        Item::Link(id) => {
            from.link(id).is_some_and(|link| into.insert_link(id.clone(), link.clone()).is_ok())
        }
    }
}

/// The item as it stands in the file; `None` if it is not there.
pub(in crate::map) fn value(map: &Map, item: &Item) -> Option<Value> {
    match item {
        Item::Map => None,
        Item::Level(id) => map.level(id).map(Value::of),
        Item::Phase(id) => map.phases.iter().find(|phase| phase.id == *id).map(Value::of),
        Item::Goal(id) => map.goals.iter().find(|goal| goal.id == *id).map(Value::of),
        Item::Area(id) => map.area(id).map(Value::of),
        Item::Source(id) => map.sources.get(id).map(Value::of),
        Item::Node(id) => map.node(id).map(Value::of),
        Item::Link(id) => map.link(id).map(Value::of),
        Item::Loop(id) => map.loops.get(id).map(Value::of),
        Item::Journey(id) => map.journeys.get(id).map(Value::of),
        Item::SetAside(key) => map.set_aside.get(key).map(Value::of),
    }
}
