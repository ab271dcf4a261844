//! What makes one map into another: `apply(a, diff(a, b)) = b`.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Edit, order_of};
use super::graph::Map;
use super::item::Item;
use super::level::{Area, EffectGoal, Level, Phase};
use super::record::Record;
use super::value::Value;

/// The change that makes `a` into `b`, in an order in which every edit finds what it needs.
///
/// Links and told things go first, then the ordered lists grow and change, nodes change, links and told things
/// come, and what nothing names any more goes last. An item with the same id is changed field by field.
#[must_use]
pub fn diff(a: &Map, b: &Map) -> Change {
    let mut edits = Vec::new();
    fields(&mut edits, &Item::Map, &a.head, &b.head);
    if a.conflicts != b.conflicts {
        let value = |map: &Map| (!map.conflicts.is_empty()).then(|| Value::of(&map.conflicts));
        edits.push(Edit::field(Item::Map, "conflicts", value(a), value(b)));
    }
    let links = side_by_side(a.links(), b.links());
    for (id, old, new) in &links {
        if let (Some(old), None) = (old, new) {
            edits.push(Edit::remove(Item::Link((*id).clone()), Value::of(*old)));
        }
    }
    let mut last = Vec::new();
    places(&mut edits, &mut last, Places::of(a), Places::of(b));
    keyed(&mut edits, &a.sources, &b.sources, |id| Item::Source(id.clone()));
    let nodes = side_by_side(a.nodes(), b.nodes());
    for (id, old, new) in &nodes {
        match (old, new) {
            (Some(old), None) => edits.push(Edit::remove(Item::Node((*id).clone()), Value::of(*old))),
            (Some(old), Some(new)) if old != new => {
                fields(&mut edits, &Item::Node((*id).clone()), *old, *new)
            }
            _ => {}
        }
    }
    for (id, old, new) in &nodes {
        if let (None, Some(new)) = (old, new) {
            edits.push(Edit::add(Item::Node((*id).clone()), Value::of(*new)));
        }
    }
    for (id, old, new) in &links {
        match (old, new) {
            (None, Some(new)) => edits.push(Edit::add(Item::Link((*id).clone()), Value::of(*new))),
            (Some(old), Some(new)) if old != new => {
                fields(&mut edits, &Item::Link((*id).clone()), *old, *new)
            }
            _ => {}
        }
    }
    keyed(&mut edits, &a.loops, &b.loops, |id| Item::Loop(id.clone()));
    keyed(&mut edits, &a.journeys, &b.journeys, |id| Item::Journey(id.clone()));
    keyed(&mut edits, &a.set_aside, &b.set_aside, |key| Item::SetAside(key.clone()));
    edits.append(&mut last);
    Change { edits }
}

/// What both have under each key, in the order of the keys, in which both must come. O(of both).
fn side_by_side<K: Ord, V>(
    a: impl Iterator<Item = (K, V)>,
    b: impl Iterator<Item = (K, V)>,
) -> Vec<(K, Option<V>, Option<V>)> {
    let (mut a, mut b) = (a.peekable(), b.peekable());
    let mut rows = Vec::with_capacity(a.size_hint().0.max(b.size_hint().0));
    loop {
        let order = match (a.peek(), b.peek()) {
            (None, None) => return rows,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some((one, _)), Some((other, _))) => one.cmp(other),
        };
        let old = if order.is_le() { a.next() } else { None };
        let new = if order.is_ge() { b.next() } else { None };
        match (old, new) {
            (Some((key, old)), new) => rows.push((key, Some(old), new.map(|(_, new)| new))),
            (None, Some((key, new))) => rows.push((key, None, Some(new))),
            (None, None) => return rows,
        }
    }
}

pub(super) fn fields<R: Record>(edits: &mut Vec<Edit>, item: &Item, a: &R, b: &R) {
    if a == b {
        return;
    }
    for field in R::FIELDS {
        let (old, new) = (a.get(field), b.get(field));
        if old != new {
            edits.push(Edit::field(item.clone(), field, old, new));
        }
    }
}

pub(super) fn keyed<K: Ord, R: Record + serde::Serialize>(
    edits: &mut Vec<Edit>,
    a: &BTreeMap<K, R>,
    b: &BTreeMap<K, R>,
    item: impl Fn(&K) -> Item,
) {
    for (key, value) in a.iter().filter(|(key, _)| !b.contains_key(key)) {
        edits.push(Edit::remove(item(key), Value::of(value)));
    }
    for (key, value) in b {
        match a.get(key) {
            None => edits.push(Edit::add(item(key), Value::of(value))),
            Some(old) => fields(edits, &item(key), old, value),
        }
    }
}

/// The lists of a map that keep an order.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) levels: &'a [Level],
    pub(super) phases: &'a [Phase],
    pub(super) goals: &'a [EffectGoal],
    pub(super) areas: &'a [Area],
}

impl<'a> Places<'a> {
    /// Those of a map as it is.
    pub(super) fn of(map: &'a Map) -> Self {
        Self { levels: &map.levels, phases: &map.phases, goals: &map.goals, areas: &map.areas }
    }
}

/// The edits that make the ordered lists `a` into `b`; what goes waits in `last`, see [`ordered`].
pub(super) fn places(edits: &mut Vec<Edit>, last: &mut Vec<Edit>, a: Places<'_>, b: Places<'_>) {
    ordered(edits, last, "levels", (a.levels, b.levels), |own| own.id.as_str(), |id| Item::Level(id.into()));
    ordered(edits, last, "phases", (a.phases, b.phases), |own| own.id.as_str(), |id| Item::Phase(id.into()));
    ordered(
        edits,
        last,
        "effect_goals",
        (a.goals, b.goals),
        |own| own.id.as_str(),
        |id| Item::Goal(id.into()),
    );
    ordered(edits, last, "areas", (a.areas, b.areas), |own| own.id.as_str(), |id| Item::Area(id.into()));
}

/// New ones are put at the end, then the order is set, and what goes is moved behind the rest, so that each
/// step can be undone by the opposite one; the goings themselves wait in `last` until nothing uses them.
fn ordered<R: Record + serde::Serialize>(
    edits: &mut Vec<Edit>,
    last: &mut Vec<Edit>,
    list: &str,
    (a, b): (&[R], &[R]),
    id_of: fn(&R) -> &str,
    item: impl Fn(&str) -> Item,
) {
    let old_ids: BTreeSet<&str> = a.iter().map(id_of).collect();
    let new_ids: BTreeSet<&str> = b.iter().map(id_of).collect();
    let mut grown: Vec<&R> = a.iter().collect();
    for added in b.iter().filter(|x| !old_ids.contains(id_of(x))) {
        edits.push(Edit::add(item(id_of(added)), Value::of(added)));
        grown.push(added);
    }
    let going: Vec<&R> = a.iter().filter(|x| !new_ids.contains(id_of(x))).collect();
    let before: Vec<&str> = grown.iter().map(|x| id_of(x)).collect();
    let after: Vec<&str> = b.iter().chain(going.iter().copied()).map(id_of).collect();
    if before != after {
        edits.push(Edit::field(Item::Map, list, Some(Value::of(&before)), Some(Value::of(&after))));
    }
    for kept in b {
        if let Some(old) = a.iter().find(|x| id_of(x) == id_of(kept)) {
            fields(edits, &item(id_of(kept)), old, kept);
        }
    }
    for gone in going.into_iter().rev() {
        last.push(Edit::remove(item(id_of(gone)), Value::of(gone)));
    }
}

/// The edit that puts an ordered list of the map into another order; `None` if it has that order already.
pub(super) fn order_edit<R>(all: &[R], list: &str, id_of: fn(&R) -> &str, wanted: &[&str]) -> Option<Edit> {
    let (old, new) = (order_of(all, id_of), Value::of(wanted));
    (old != new).then(|| Edit::field(Item::Map, list, Some(old), Some(new)))
}
