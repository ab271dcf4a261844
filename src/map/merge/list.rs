//! Merging lists in a field: words that are united, and rows that have a key.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{merge_record, unite};
use super::gathered::Gathered;
use super::order::{merge_order, stays};
use super::three::Three;
use crate::map::record::Record;
use crate::map::value::Value;

/// What stands in a list, and which one of several equal ones.
type Key = (Value, usize);

/// A list of words: united, less what either side took out. The order of both where that can be had, else that of the
/// base, and then the new ones in order of what they say.
pub(super) fn merge_set(three: &Three<Vec<Value>>) -> Vec<Value> {
    let keys = three.each(|list| numbered(list.iter().cloned()));
    let sets = keys.each(|list| list.iter().collect::<BTreeSet<&Key>>());
    let member = |key: &Key| stays(&sets, key);
    let merged = merge_order(&keys, member).unwrap_or_else(|_| {
        let old = keys.base.iter().filter(|key| member(key));
        let new: BTreeSet<&Key> =
            sets.ours.union(&sets.theirs).copied().filter(|key| !sets.base.contains(key)).collect();
        old.chain(new).cloned().collect()
    });
    merged.into_iter().map(|(word, _)| word).collect()
}

/// A list of rows with a key: rows that one side added, took out, moved or changed. `None` if the two sides disagree
/// on a row, or on the order.
pub(super) fn merge_rows<R: Record>(
    three: &Three<Vec<R>>,
    gathered: &mut Gathered,
    key: impl Fn(&R) -> Value,
) -> Option<Vec<R>> {
    let keys = three.each(|rows| numbered(rows.iter().map(&key)));
    let rows = Three {
        base: by_key(&keys.base, &three.base),
        ours: by_key(&keys.ours, &three.ours),
        theirs: by_key(&keys.theirs, &three.theirs),
    };
    let mut merged = BTreeMap::new();
    let all: BTreeSet<&Key> = keys.base.iter().chain(&keys.ours).chain(&keys.theirs).collect();
    for key in all {
        let row = rows.each(|rows| rows.get(key).copied());
        let live = match (row.base, row.ours, row.theirs) {
            (Some(base), Some(ours), Some(theirs)) => {
                let (live, disputes) =
                    gathered.apart(|gathered| merge_record(Three { base, ours, theirs }, gathered));
                disputes.is_empty().then_some(live)?
            }
            (None, Some(ours), Some(theirs)) => unite(ours, theirs, gathered).ok()?,
            (None, Some(one), None) | (None, None, Some(one)) => one.clone(),
            (Some(base), Some(kept), None) | (Some(base), None, Some(kept)) if base != kept => return None,
            _ => continue,
        };
        merged.insert(key.clone(), live);
    }
    let order = merge_order(&keys, |key| merged.contains_key(key)).ok()?;
    order.iter().map(|key| merged.remove(key)).collect()
}

fn by_key<'a, R>(keys: &'a [Key], rows: &'a [R]) -> BTreeMap<&'a Key, &'a R> {
    keys.iter().zip(rows).collect()
}

fn numbered(values: impl Iterator<Item = Value>) -> Vec<Key> {
    let mut seen: BTreeMap<Value, usize> = BTreeMap::new();
    values
        .map(|value| {
            let count = seen.entry(value.clone()).or_default();
            *count += 1;
            (value, *count)
        })
        .collect()
}
