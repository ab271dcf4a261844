//! Setting a field of anything, by its name and a value in the file's syntax.
//!
//! It looks up what the value names (levels, areas, actors, sources), and keeps to what a file may hold; whether a
//! field fits the kind of card is not asked, since any field may stand on any kind.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::map::change::Edit;
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::item::Item;
use crate::map::limits::Limited;
use crate::map::link::LinkId;
use crate::map::record::{Record, no_such_field};
use crate::map::value::{Value, ValueError};

use super::names::called;
use super::{Deed, Verb};

/// Sets one field of any item; `None` sets its default. The value may be written as people write it: it is read and
/// then written as the map writes it. `Ok(None)` if there is no such item, or nothing would change.
///
/// # Errors
/// If the field is not one of the item's, the value does not fit it, is longer than a file may hold, or names what
/// is not there (or would make a level or an area a part of itself).
pub fn set_field(
    map: &Map,
    item: &Item,
    field: &str,
    value: Option<Value>,
) -> Result<Option<Deed>, ValueError> {
    let edit = edit_of(map, item, field, value.as_ref())?;
    Ok(edit.map(|edit| Deed::new(verb_of(item, field), called(map, item), vec![edit])))
}

/// Sets one field of several items to the same value, in one deed that counts those that change. An item named twice
/// counts once. `Ok(None)` if nothing would change.
///
/// # Errors
/// As [`set_field`], if it fails for any of them.
pub fn set_fields(
    map: &Map,
    items: &[Item],
    field: &str,
    value: Option<Value>,
) -> Result<Option<Deed>, ValueError> {
    let mut edits = Vec::new();
    let mut seen = BTreeSet::new();
    for item in items.iter().filter(|item| seen.insert(*item)) {
        edits.extend(edit_of(map, item, field, value.as_ref())?);
    }
    let Some(first) = edits.first() else { return Ok(None) };
    let (verb, what, count) = (verb_of(&first.item, field), called(map, &first.item), edits.len());
    Ok(Some(Deed::new(verb, what, edits).of(count)))
}

/// Sets one field of a node; `None` if there is no such node, nothing would change, or the value does not fit.
#[must_use]
pub fn set_node_field<T: Serialize>(map: &Map, id: &NodeId, field: &str, value: &T) -> Option<Deed> {
    let edit = edit_of(map, &Item::Node(id.clone()), field, Some(&Value::of(value))).ok()??;
    Some(Deed::new(Verb::Edit, called(map, &edit.item), vec![edit]))
}

/// Sets one field of a link; `None` if there is no such link, nothing would change, or the value does not fit.
#[must_use]
pub fn set_link_field<T: Serialize>(map: &Map, id: &LinkId, field: &str, value: &T) -> Option<Deed> {
    let edit = edit_of(map, &Item::Link(id.clone()), field, Some(&Value::of(value))).ok()??;
    Some(Deed::new(Verb::Edit, called(map, &edit.item), vec![edit]))
}

fn verb_of(item: &Item, field: &str) -> Verb {
    match (item, field) {
        (Item::Node(_), "level" | "area") => Verb::Move,
        (Item::Node(_), "label") | (Item::Goal(_), "text") | (_, "title" | "name") => Verb::Rename,
        _ => Verb::Edit,
    }
}

/// The edit of one field; `Ok(None)` where the item is not there or holds the value already.
pub(super) fn edit_of(
    map: &Map,
    item: &Item,
    field: &str,
    value: Option<&Value>,
) -> Result<Option<Edit>, ValueError> {
    match item {
        Item::Map => set(map, item, Some(&map.head), field, value),
        Item::Level(id) => set(map, item, map.level(id), field, value),
        Item::Phase(id) => set(map, item, map.phases.iter().find(|phase| phase.id == *id), field, value),
        Item::Goal(id) => set(map, item, map.goals.iter().find(|goal| goal.id == *id), field, value),
        Item::Area(id) => set(map, item, map.area(id), field, value),
        Item::Source(id) => set(map, item, map.sources.get(id), field, value),
        Item::Node(id) => set(map, item, map.node(id), field, value),
        Item::Link(id) => {
            // A cause always says its sign: without one it is unknown.
            let unknown = Value::of(&crate::map::link::Sign::Unknown);
            let none = value.is_none_or(|value| value.as_str() == "None");
            let value = if field == "sign" && none && id.kind.has_sign() { Some(&unknown) } else { value };
            set(map, item, map.link(id), field, value)
        }
        Item::Loop(id) => set(map, item, map.loops.get(id), field, value),
        Item::Journey(id) => set(map, item, map.journeys.get(id), field, value),
        Item::SetAside(key) => set(map, item, map.set_aside.get(key), field, value),
    }
}

fn set<R: Record + Limited>(
    map: &Map,
    item: &Item,
    record: Option<&R>,
    field: &str,
    value: Option<&Value>,
) -> Result<Option<Edit>, ValueError> {
    let unfit =
        |why: String| ValueError { value: value.map_or_else(String::new, |v| v.as_str().to_owned()), why };
    if !R::FIELDS.contains(&field) {
        return Err(no_such_field::<R>(field));
    }
    let Some(record) = record else { return Ok(None) };
    let old = record.get(field);
    // A record of its own says what the default looks like, so that 'no value' is written in one way only.
    let mut changed = record.clone();
    changed.set(field, value)?;
    let new = changed.get(field);
    if old == new {
        return Ok(None);
    }
    if field == "id" {
        return Err(unfit("an id is for life".to_owned()));
    }
    if let Some((field, most)) = changed.exceeded() {
        return Err(unfit(format!("{field} may hold {most} at most")));
    }
    if let Some(new) = &new {
        super::lookup::names(map, item, field, old.as_ref(), new).map_err(unfit)?;
    }
    Ok(Some(Edit::field(item.clone(), field, old, new)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::*;
    use crate::map::level::Level;
    use crate::map::link::{LinkKind, Sign};

    fn trust() -> Item {
        Item::Node("trust".into())
    }

    fn link() -> LinkId {
        LinkId::new("trust", LinkKind::Causes, "story-heard")
    }

    fn text(text: &str) -> Option<Value> {
        Some(Value::of(text))
    }

    #[test]
    fn a_field_is_read_loosely_and_written_strictly() {
        let map = two();
        let loose = Value::tidy("[ \"a\" , // why\n \"b\", ]");
        let deed = set_field(&map, &trust(), "tags", Some(loose)).expect("fits").expect("new");
        assert_eq!((deed.verb, deed.what.as_str(), deed.count), (Verb::Edit, "Trust", 1));
        assert_eq!(after(&map, &deed).node(&"trust".into()).expect("there").tags, ["a", "b"]);
        // The default in any dress is no value.
        for none in [None, Some(Value::tidy("None"))] {
            assert_eq!(set_field(&map, &trust(), "role", none), Ok(None));
        }
        assert_eq!(set_field(&map, &trust(), "votes", Some(Value::tidy("0"))), Ok(None));
        assert_eq!(set_field(&map, &Item::Node("gone".into()), "votes", Some(Value::of(&3))), Ok(None));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let map = two();
        for (item, field, value) in [
            (trust(), "lable", text("x")),
            (trust(), "votes", text("x")),
            (trust(), "level", text("nowhere")),
            (trust(), "owner", text("nobody")),
            (trust(), "label", text(&"x".repeat(2_001))),
            (Item::Map, "levels", text("x")),
        ] {
            assert!(set_field(&map, &item, field, value).is_err(), "{field}");
        }
        assert!(set_field(&map, &trust(), "label", text(&"ø".repeat(2_000))).is_ok());
    }

    #[test]
    fn a_name_is_renamed_and_a_place_is_moved_to() {
        let mut map = two();
        map.levels.push(Level { id: "l".into(), name: "L".into(), part_of: None });
        let verb = |item: Item, field: &str, value: &str| {
            let deed = set_field(&map, &item, field, text(value)).expect("fits").expect("new");
            after(&map, &deed);
            deed.verb
        };
        assert_eq!(verb(trust(), "label", "X"), Verb::Rename);
        assert_eq!(verb(trust(), "level", "l"), Verb::Move);
        assert_eq!(verb(Item::Map, "title", "X"), Verb::Rename);
        assert_eq!(verb(Item::Level("l".into()), "name", "X"), Verb::Rename);
        assert_eq!(verb(Item::Map, "aim", "X"), Verb::Edit);
    }

    #[test]
    fn a_level_is_no_part_of_itself() {
        let mut map = two();
        map.levels.push(Level { id: "a".into(), name: "A".into(), part_of: None });
        map.levels.push(Level { id: "b".into(), name: "B".into(), part_of: Some("a".into()) });
        let part = |id: &str, whole: &str| set_field(&map, &Item::Level(id.into()), "part_of", text(whole));
        assert!(part("a", "b").is_err() && part("a", "a").is_err() && part("b", "c").is_err());
        assert!(set_field(&map, &Item::Level("b".into()), "part_of", None).expect("fits").is_some());
    }

    #[test]
    fn many_are_set_in_one_deed_that_counts_those_that_change() {
        let map = two();
        let items = [trust(), Item::Node("story-heard".into()), trust()];
        let deed = set_fields(&map, &items, "certainty", Some(Value::tidy("Supported")));
        let deed = deed.expect("fits").expect("new");
        assert_eq!((deed.count, deed.what.as_str()), (2, "Trust"));
        let map = after(&map, &deed);
        assert_eq!(set_fields(&map, &items, "certainty", Some(Value::tidy("Supported"))), Ok(None));
    }

    #[test]
    fn a_cause_without_a_sign_has_an_unknown_one() {
        let map = two();
        let deed = set_field(&map, &Item::Link(link()), "sign", None).expect("fits").expect("new");
        assert_eq!(after(&map, &deed).link(&link()).expect("there").sign, Some(Sign::Unknown));
    }
}
