//! The forms of what has no parts: the head of the map, a level, an area, a phase, a goal, a source, an observation
//! set aside.

use super::gather::Gatherer;
use super::{Row, Slot, spec};
use crate::map::{Item, Map, Record, Value};
use crate::text::Lang;

/// The fields of an item in the order of its form; none for items with forms of their own.
fn fields(item: &Item) -> &'static [&'static str] {
    match item {
        Item::Map => &["title", "aim", "purpose", "note", "language"],
        Item::Level(_) => &["name", "part_of"],
        Item::Area(_) => &["name", "color", "part_of"],
        Item::Phase(_) => &["name"],
        Item::Goal(_) => &["text", "level"],
        Item::Source(_) => &["title", "kind", "year", "respondents", "link", "note"],
        Item::SetAside(_) => &["reason", "rests_on"],
        Item::Node(_) | Item::Link(_) | Item::Loop(_) | Item::Journey(_) => &[],
    }
}

/// The rows of such an item; none if it is not there.
pub(super) fn rows(map: &Map, item: &Item, lang: Lang) -> Vec<Row> {
    let mut all = Gatherer::new(map, lang);
    if !is_there(map, item) {
        return all.rows;
    }
    for &field in fields(item) {
        if let Some(own) = spec::plain(map, lang, item, field) {
            let slot = Slot::Field(field);
            let held = value(map, item, &slot);
            all.row(slot, own, held.as_ref());
        }
    }
    all.rows
}

fn is_there(map: &Map, item: &Item) -> bool {
    match item {
        Item::Map => true,
        Item::Level(id) => map.level(id).is_some(),
        Item::Area(id) => map.area(id).is_some(),
        Item::Phase(id) => map.phases().iter().any(|own| own.id == *id),
        Item::Goal(id) => map.goals().iter().any(|own| own.id == *id),
        Item::Source(id) => map.sources().contains_key(id),
        Item::SetAside(key) => map.set_aside().contains_key(key),
        Item::Node(_) | Item::Link(_) | Item::Loop(_) | Item::Journey(_) => false,
    }
}

/// What stands in a slot of such an item.
pub(super) fn value(map: &Map, item: &Item, slot: &Slot) -> Option<Value> {
    let Slot::Field(field) = slot else { return None };
    match item {
        Item::Map => map.head().get(field),
        Item::Level(id) => map.level(id)?.get(field),
        Item::Area(id) => map.area(id)?.get(field),
        Item::Phase(id) => map.phases().iter().find(|own| own.id == *id)?.get(field),
        Item::Goal(id) => map.goals().iter().find(|own| own.id == *id)?.get(field),
        // A kind is always there, also the one that a file counts as the default.
        Item::Source(id) if *field == "kind" => Some(Value::of(&map.sources().get(id)?.kind)),
        Item::Source(id) => map.sources().get(id)?.get(field),
        Item::SetAside(key) => map.set_aside().get(key)?.get(field),
        Item::Node(_) | Item::Link(_) | Item::Loop(_) | Item::Journey(_) => None,
    }
}
