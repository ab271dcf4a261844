//! Merging items by id: which of them are there, and what they say.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::field::{merge_record, unite};
use super::ledger::Ledger;
use super::three::Three;
use crate::map::graph::Map;
use crate::map::item::Item;
use crate::map::link::{Link, LinkId};
use crate::map::record::Record;
use crate::map::told::Side;
use crate::map::value::Value;

/// The item as the two sides together have it; `None` if it is gone.
///
/// - What one side added, took out or changed alone is as that side has it.
/// - What both changed is merged field by field.
/// - What both added is one if they do not contradict each other, else ours.
/// - What one side took out and the other changed stays.
pub(super) fn merge_item<R: Record + Serialize>(
    item: &Item,
    three: Three<Option<&R>>,
    ledger: &mut Ledger,
) -> Option<R> {
    match (three.base, three.ours, three.theirs) {
        (_, None, None) => None,
        (None, Some(one), None) | (None, None, Some(one)) => Some(one.clone()),
        (None, Some(ours), Some(theirs)) => {
            Some(unite(ours, theirs, &mut ledger.gathered).unwrap_or_else(|_| {
                ledger.two_under_one_id(item, Value::of(ours), Value::of(theirs));
                ours.clone()
            }))
        }
        (Some(base), Some(ours), Some(theirs)) => {
            Some(ledger.merge(item, |gathered| merge_record(Three { base, ours, theirs }, gathered)))
        }
        (Some(base), Some(kept), None) => still_changed(item, base, kept, Side::Theirs, ledger),
        (Some(base), None, Some(kept)) => still_changed(item, base, kept, Side::Ours, ledger),
    }
}

fn still_changed<R: Record + Serialize>(
    item: &Item,
    base: &R,
    kept: &R,
    by: Side,
    ledger: &mut Ledger,
) -> Option<R> {
    if base == kept && !ledger.settled_otherwise.contains(item) {
        return None;
    }
    ledger.deleted_and_changed(item, by, Value::of(base));
    Some(kept.clone())
}

/// All items of a kind, by id.
pub(super) fn merge_keyed<K: Ord + Clone, R: Record + Serialize>(
    three: &Three<&BTreeMap<K, R>>,
    item: impl Fn(&K) -> Item,
    ledger: &mut Ledger,
) -> BTreeMap<K, R> {
    if let Some(plain) = three.plain() {
        return plain.clone();
    }
    let keys: BTreeSet<&K> = three.base.keys().chain(three.ours.keys()).chain(three.theirs.keys()).collect();
    keys.into_iter()
        .filter_map(|key| {
            let merged = merge_item(&item(key), three.each(|all| all.get(key)), ledger)?;
            Some((key.clone(), merged))
        })
        .collect()
}

/// All items of a list that keeps an order; the order is another matter.
pub(super) fn merge_listed<R: Record + Serialize>(
    three: &Three<&Vec<R>>,
    id_of: fn(&R) -> &str,
    item: impl Fn(&str) -> Item,
    ledger: &mut Ledger,
) -> Vec<R> {
    if let Some(plain) = three.plain() {
        return plain.clone();
    }
    let by_id = three.each(|all| all.iter().map(|one| (id_of(one).to_owned(), one.clone())).collect());
    let merged = merge_keyed(&by_id.each(|all: &BTreeMap<String, R>| all), |id| item(id), ledger);
    merged.into_values().collect()
}

/// A link as the two sides together have it. A link that went with a card of its is not noted: what becomes of the card says
/// what becomes of it.
pub(super) fn merge_link(
    id: &LinkId,
    three: Three<Option<&Link>>,
    maps: &Three<&Map>,
    ledger: &mut Ledger,
) -> Option<Link> {
    // Both settled whether it goes, and not the same way: that it went with its card does not decide it.
    if ledger.settled_otherwise.contains(&Item::Link(id.clone())) {
        return merge_item(&Item::Link(id.clone()), three, ledger);
    }
    let went_with_a_card = |side: &Map| side.node(&id.from).is_none() || side.node(&id.to).is_none();
    match (three.base, three.ours, three.theirs) {
        (Some(base), Some(kept), None) if went_with_a_card(maps.theirs) => {
            (base != kept).then(|| kept.clone())
        }
        (Some(base), None, Some(kept)) if went_with_a_card(maps.ours) => (base != kept).then(|| kept.clone()),
        _ => merge_item(&Item::Link(id.clone()), three, ledger),
    }
}
