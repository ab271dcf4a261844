//! What a conflict is about: a field of an item or a part of one, by its path (`label`, `sources.survey.page`).
//!
//! Whether the map still holds together with another value there is for others to see.

use std::collections::BTreeMap;

use super::names::value;
use crate::map::graph::Map;
use crate::map::id::SourceId;
use crate::map::item::Item;
use crate::map::node::{Answer, Perspectives};
use crate::map::record::Record;
use crate::map::source::Citation;
use crate::map::value::Value;

/// What stands at a path of an item; all of the item for an empty path. The outer `None` if the item is not there, the inner one for
/// a default.
pub(in crate::map) fn get(map: &Map, item: &Item, path: &str) -> Option<Option<Value>> {
    if path.is_empty() {
        return value(map, item).map(Some);
    }
    Some(match item {
        Item::Map => get_in(&map.head, path),
        Item::Level(id) => get_in(map.level(id)?, path),
        Item::Phase(id) => get_in(map.phases.iter().find(|one| one.id == *id)?, path),
        Item::Goal(id) => get_in(map.goals.iter().find(|one| one.id == *id)?, path),
        Item::Area(id) => get_in(map.area(id)?, path),
        Item::Source(id) => get_in(map.sources.get(id)?, path),
        Item::Node(id) => get_in(map.node(id)?, path),
        Item::Link(id) => get_in(map.link(id)?, path),
        Item::Loop(id) => get_in(map.loops.get(id)?, path),
        Item::Journey(id) => get_in(map.journeys.get(id)?, path),
        Item::SetAside(key) => get_in(map.set_aside.get(key)?, path),
    })
}

fn get_in<R: Record>(record: &R, path: &str) -> Option<Value> {
    let Some((field, part)) = path.split_once('.') else { return record.get(path) };
    let whole = record.get(field)?;
    match field {
        "extra" => whole.read::<BTreeMap<String, String>>().ok()?.get(part).map(Value::of),
        "sources" => {
            let cited: BTreeMap<SourceId, Citation> = whole.read().ok()?;
            match part.rsplit_once('.').and_then(|(id, field)| Some((cited.get(id)?, field))) {
                Some((citation, field)) => citation.get(field),
                None => cited.get(part).map(Value::of),
            }
        }
        "perspectives" => {
            let four: Perspectives = whole.read().ok()?;
            match part.split_once('.') {
                Some((side, field)) => four.get(side)?.read::<Answer>().ok()?.get(field),
                None => four.get(part),
            }
        }
        _ => None,
    }
}

/// Sets what stands at a path of an item; all of the item for an empty path. `None` if the item is not there, or the value does not
/// fit.
pub(in crate::map) fn set(map: &mut Map, item: &Item, path: &str, value: Option<&Value>) -> Option<()> {
    match item {
        Item::Map => set_in(&mut map.head, path, value),
        Item::Level(id) => set_in(map.levels.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Phase(id) => set_in(map.phases.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Goal(id) => set_in(map.goals.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Area(id) => set_in(map.areas.iter_mut().find(|one| one.id == *id)?, path, value),
        Item::Source(id) => set_in(map.sources.get_mut(id)?, path, value),
        Item::Node(id) => set_in(map.node_mut(id)?, path, value),
        Item::Link(id) => {
            let link = map.link_mut(id)?;
            set_in(link, path, value)?;
            *link = link.clone().fitted_to(id.kind);
            Some(())
        }
        Item::Loop(id) => set_in(map.loops.get_mut(id)?, path, value),
        Item::Journey(id) => set_in(map.journeys.get_mut(id)?, path, value),
        Item::SetAside(key) => set_in(map.set_aside.get_mut(key)?, path, value),
    }
}

fn set_in<R: Record + serde::de::DeserializeOwned>(
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::node::{Kind, Node};

    #[test]
    fn what_is_set_at_a_path_is_got_there_and_goes_again() {
        let mut map = Map::new("x");
        let mut node = Node::new(Kind::Cause, "A");
        node.sources.insert("survey.1".into(), Citation { page: "1".to_owned(), ..Citation::default() });
        map.insert_node("a".into(), node).expect("new");
        let before = map.clone();
        let item = Item::Node("a".into());
        for (path, text) in [
            ("label", "\"B\""),
            ("sources.survey.1.page", "\"2\""),
            ("sources.survey.1", "(quote: \"Q\")"),
            ("sources.panel", "(page: \"3\")"),
            ("extra.key", "\"text\""),
            ("perspectives.resident", "(answer: \"Yes\")"),
            ("votes", "3"),
        ] {
            let old = get(&map, &item, path).expect("there");
            let new = Value::tidy(text);
            set(&mut map, &item, path, Some(&new)).expect("fits");
            assert_eq!(get(&map, &item, path), Some(Some(new)), "{path}");
            set(&mut map, &item, path, old.as_ref()).expect("fits");
            assert_eq!(map, before, "{path}");
        }
        assert_eq!(get(&map, &Item::Node("b".into()), "label"), None);
        assert_eq!(set(&mut map, &item, "label.more", None), None);
    }
}
