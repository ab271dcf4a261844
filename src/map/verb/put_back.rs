//! Putting a thing back as it was in another version of the map, with what it cannot be without.

use std::collections::BTreeSet;

use crate::map::diff::diff;
use crate::map::graph::Map;
use crate::map::item::Item;
use crate::map::merge::names::{is_there, names, names_in_value};
use crate::map::merge::path::{get, set};
use crate::map::merge::settle::closes_ring;
use crate::map::record::Record;

use super::names::called;
use super::{Deed, Verb, remove};

/// Puts an item back as it is in `before`: those of its fields, or all of it where none is named.
///
/// What came since goes, with what hangs on it. What went comes again: a card with those of its links whose other ends are
/// there, and with whatever it names that is gone too, such as its level; a level or an area with the cards that stood
/// there and now stand nowhere. `None` where nothing differs, or where it cannot be as it was.
#[must_use]
pub fn put_back(map: &Map, before: &Map, item: &Item, fields: &[&str]) -> Option<Deed> {
    let what = called(if is_there(map, item) { map } else { before }, item);
    let mut target = map.clone();
    match (is_there(map, item), is_there(before, item)) {
        (true, false) => {
            target.apply(&remove(map, item)?.change).ok()?;
            stand_again(map, before, &mut target, item);
        }
        (true, true) => {
            let all = differing_fields(map, before, item);
            for field in all.into_iter().filter(|field| fields.is_empty() || fields.contains(field)) {
                bring_field(before, &mut target, item, field)?;
            }
            if closes_ring(&target, item) && !closes_ring(map, item) {
                return None;
            }
        }
        (false, true) => {
            let wanted = with_links(before, &target, item);
            bring(before, &mut target, wanted);
            stand_again(map, before, &mut target, item);
        }
        (false, false) => return None,
    }
    let change = diff(map, &target);
    (!change.is_empty()).then(|| Deed { change, ..Deed::new(Verb::PutBack, what, Vec::new()) })
}

/// Whether the item is on the map.
#[must_use]
pub fn is_on(map: &Map, item: &Item) -> bool {
    is_there(map, item)
}

/// Which fields of an item differ, in the order of the file; the orders of lists are fields of the map. None for an item
/// that one of the two does not have.
#[must_use]
pub fn differing_fields(map: &Map, before: &Map, item: &Item) -> Vec<&'static str> {
    fn of<R: Record>(now: Option<&R>, was: Option<&R>) -> Vec<&'static str> {
        let Some((now, was)) = now.zip(was) else { return Vec::new() };
        R::FIELDS.iter().copied().filter(|field| now.get(field) != was.get(field)).collect()
    }
    fn one<R>(all: &[R], is_it: impl Fn(&R) -> bool) -> Option<&R> {
        all.iter().find(|own| is_it(own))
    }
    match item {
        Item::Map => {
            let mut all = of(Some(&map.head), Some(&before.head));
            all.extend(ORDERS.into_iter().filter(|list| ids(map, list) != ids(before, list)));
            all
        }
        Item::Level(id) => of(map.level(id), before.level(id)),
        Item::Phase(id) => {
            of(one(&map.phases, |own| own.id == *id), one(&before.phases, |own| own.id == *id))
        }
        Item::Goal(id) => of(one(&map.goals, |own| own.id == *id), one(&before.goals, |own| own.id == *id)),
        Item::Area(id) => of(map.area(id), before.area(id)),
        Item::Source(id) => of(map.sources.get(id), before.sources.get(id)),
        Item::Node(id) => of(map.node(id), before.node(id)),
        Item::Link(id) => of(map.link(id), before.link(id)),
        Item::Loop(id) => of(map.loops.get(id), before.loops.get(id)),
        Item::Journey(id) => of(map.journeys.get(id), before.journeys.get(id)),
        Item::SetAside(key) => of(map.set_aside.get(key), before.set_aside.get(key)),
    }
}

/// The lists whose order is a field of the map.
const ORDERS: [&str; 4] = ["levels", "phases", "effect_goals", "areas"];

fn ids<'a>(map: &'a Map, list: &str) -> Vec<&'a str> {
    match list {
        "levels" => map.levels.iter().map(|own| own.id.as_str()).collect(),
        "phases" => map.phases.iter().map(|own| own.id.as_str()).collect(),
        "effect_goals" => map.goals.iter().map(|own| own.id.as_str()).collect(),
        _ => map.areas.iter().map(|own| own.id.as_str()).collect(),
    }
}

/// Puts a list into the order it had; what was not in it stays behind what it stands behind now.
fn order_again(before: &Map, target: &mut Map, list: &str) {
    fn sort<R>(all: &mut [R], was: &[&str], id_of: fn(&R) -> &str) {
        let mut rank = 0;
        let ranks: Vec<(String, usize)> = all
            .iter()
            .map(|one| {
                rank = was.iter().position(|id| *id == id_of(one)).unwrap_or(rank);
                (id_of(one).to_owned(), rank)
            })
            .collect();
        all.sort_by_key(|one| ranks.iter().find(|(id, _)| id == id_of(one)).map(|(_, rank)| *rank));
    }
    let was = ids(before, list);
    match list {
        "levels" => sort(&mut target.levels, &was, |own| own.id.as_str()),
        "phases" => sort(&mut target.phases, &was, |own| own.id.as_str()),
        "effect_goals" => sort(&mut target.goals, &was, |own| own.id.as_str()),
        _ => sort(&mut target.areas, &was, |own| own.id.as_str()),
    }
}

fn bring_field(before: &Map, target: &mut Map, item: &Item, field: &'static str) -> Option<()> {
    if *item == Item::Map && ORDERS.contains(&field) {
        order_again(before, target, field);
        return Some(());
    }
    let value = get(before, item, field)?;
    // Loops and journeys may name what is gone: they are broken then, and say so.
    if let Some(value) = value.as_ref().filter(|_| !may_break(item)) {
        let named = names_in_value(item, field, value);
        bring(before, target, named.into_iter().collect());
    }
    set(target, item, field, value.as_ref())
}

fn may_break(item: &Item) -> bool {
    matches!(item, Item::Loop(_) | Item::Journey(_))
}

/// The item, and of a card those of its links whose other ends are there.
fn with_links(before: &Map, target: &Map, item: &Item) -> BTreeSet<Item> {
    let mut all = BTreeSet::from([item.clone()]);
    if let Item::Node(id) = item {
        let there = |end| end == id || target.node(end).is_some();
        let links = before.links_from(id).chain(before.links_to(id)).map(|(link, _)| link);
        let links = links.filter(|link| there(&link.from) && there(&link.to));
        all.extend(links.cloned().map(Item::Link));
    }
    all
}

/// Puts items in that the target lacks, as they were, and whatever they name that it lacks too.
fn bring(before: &Map, target: &mut Map, wanted: BTreeSet<Item>) {
    let mut coming = BTreeSet::new();
    let mut open: Vec<Item> = wanted.into_iter().collect();
    while let Some(item) = open.pop() {
        if is_there(target, &item) || !is_there(before, &item) || !coming.insert(item.clone()) {
            continue;
        }
        if !may_break(&item) {
            open.extend(names(before, &item));
        }
    }
    // Links need both their ends.
    let (links, rest): (Vec<Item>, Vec<Item>) =
        coming.into_iter().partition(|item| matches!(item, Item::Link(_)));
    for item in rest.into_iter().chain(links) {
        put(before, target, &item);
    }
}

/// Puts one item in as it was.
fn put(before: &Map, target: &mut Map, item: &Item) {
    fn keyed<K: Ord + Clone, V: Clone>(
        from: &std::collections::BTreeMap<K, V>,
        to: &mut std::collections::BTreeMap<K, V>,
        key: &K,
    ) {
        to.extend(from.get(key).map(|value| (key.clone(), value.clone())));
    }
    match item {
        Item::Map => {}
        Item::Level(id) => {
            target.levels.extend(before.level(id).cloned());
            order_again(before, target, "levels");
        }
        Item::Phase(id) => {
            target.phases.extend(before.phases.iter().find(|own| own.id == *id).cloned());
            order_again(before, target, "phases");
        }
        Item::Goal(id) => {
            target.goals.extend(before.goals.iter().find(|own| own.id == *id).cloned());
            order_again(before, target, "effect_goals");
        }
        Item::Area(id) => {
            target.areas.extend(before.area(id).cloned());
            order_again(before, target, "areas");
        }
        Item::Source(id) => keyed(&before.sources, &mut target.sources, id),
        Item::Loop(id) => keyed(&before.loops, &mut target.loops, id),
        Item::Journey(id) => keyed(&before.journeys, &mut target.journeys, id),
        Item::SetAside(key) => keyed(&before.set_aside, &mut target.set_aside, key),
        Item::Node(id) => {
            if let Some(node) = before.node(id).cloned() {
                target.insert_node(id.clone(), node).expect("it is not there");
            }
        }
        Item::Link(id) => {
            if let Some(link) = before.link(id).cloned() {
                target.insert_link(id.clone(), link).expect("both ends came, and it is not there");
            }
        }
    }
}

/// Cards that stand where they did before, since the level or area that they stand at came or went.
fn stand_again(map: &Map, before: &Map, target: &mut Map, item: &Item) {
    for (id, was) in before.nodes() {
        let Some(now) = map.node(id) else { continue };
        match item {
            Item::Level(level) => {
                let moved = now.level.as_ref() == Some(level) || now.level.is_none();
                let there = was.level.as_ref().is_none_or(|own| target.level(own).is_some());
                let concerns = was.level.as_ref() == Some(level) || now.level.as_ref() == Some(level);
                if moved
                    && there
                    && concerns
                    && let Some(node) = target.node_mut(id)
                {
                    node.level.clone_from(&was.level);
                }
            }
            Item::Area(area) => {
                let moved = now.area.as_ref() == Some(area) || now.area.is_none();
                let there = was.area.as_ref().is_none_or(|own| target.area(own).is_some());
                let concerns = was.area.as_ref() == Some(area) || now.area.as_ref() == Some(area);
                if moved
                    && there
                    && concerns
                    && let Some(node) = target.node_mut(id)
                {
                    node.area.clone_from(&was.area);
                }
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::super::{add_level, remove_node, set_node_field};
    use super::*;
    use crate::map::link::{LinkId, LinkKind};

    /// `two`, with a level that both cards stand at.
    fn before() -> Map {
        let map = two();
        let (id, level) = add_level(&map, "Ward").expect("a name");
        let map = after(&map, &level);
        ["trust", "story-heard"].into_iter().fold(map, |map, card| {
            let deed = set_node_field(&map, &card.into(), "level", &id).expect("there");
            after(&map, &deed)
        })
    }

    #[test]
    fn a_card_comes_back_with_its_links_and_the_level_it_stood_at() {
        let before = before();
        let level = before.levels()[0].id.clone();
        let gone = after(&before, &remove_node(&before, &"trust".into()).expect("there"));
        let gone = after(&gone, &super::super::remove_level(&gone, &level, None).expect("there"));
        let deed = put_back(&gone, &before, &Item::Node("trust".into()), &[]).expect("it went");
        let back = after(&gone, &deed);
        assert_eq!((deed.verb, deed.what.as_str()), (Verb::PutBack, "Trust"));
        assert_eq!((back.node_count(), back.link_count(), back.levels().len()), (2, 1, 1));
        // The other card lost its level by another edit, which stays.
        assert_eq!(back.node(&"story-heard".into()).and_then(|node| node.level.clone()), None);
        let deed = put_back(&back, &before, &Item::Node("story-heard".into()), &["level"]).expect("differs");
        assert_eq!(after(&back, &deed), before);
    }

    #[test]
    fn a_level_comes_back_under_the_cards_that_stood_there() {
        let before = before();
        let level = before.levels()[0].id.clone();
        let gone = after(&before, &super::super::remove_level(&before, &level, None).expect("there"));
        let deed = put_back(&gone, &before, &Item::Level(level.clone()), &[]).expect("it went");
        assert_eq!(after(&gone, &deed), before);
        // The other way round it is a level that came.
        let deed = put_back(&before, &gone, &Item::Level(level), &[]).expect("it came");
        assert_eq!(after(&before, &deed), gone);
    }

    #[test]
    fn a_link_brings_the_card_it_needs_and_a_field_only_itself() {
        let before = before();
        let link = LinkId::new("trust", LinkKind::Causes, "story-heard");
        let gone = after(&before, &remove_node(&before, &"trust".into()).expect("there"));
        let deed = put_back(&gone, &before, &Item::Link(link), &[]).expect("it went");
        assert_eq!(after(&gone, &deed), before);

        let item = Item::Node("trust".into());
        let mut changed = before.clone();
        let trust = "trust".into();
        let deed = set_node_field(&changed, &trust, "label", &"Doubt").expect("fits");
        changed = after(&changed, &deed);
        let deed = set_node_field(&changed, &trust, "votes", &3).expect("fits");
        changed = after(&changed, &deed);
        let deed = put_back(&changed, &before, &item, &["votes"]).expect("differs");
        let back = after(&changed, &deed);
        let node = back.node(&"trust".into()).expect("there");
        assert_eq!((node.label.as_str(), node.votes), ("Doubt", 0));
        assert_eq!(differing_fields(&back, &before, &item), ["label"]);
        assert_eq!(put_back(&before, &before, &item, &[]), None);
        assert_eq!(put_back(&before, &before, &Item::Node("nobody".into()), &[]), None);
    }
}
