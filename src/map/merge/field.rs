//! Merging one item field by field: what each field means says how two changes of it meet.
//!
//! Works on values in the file's own syntax, so that one function merges whatever is a [`Record`]. Which items are
//! there is decided elsewhere.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use super::gathered::Gathered;
use super::lines::merge_lines;
use super::list::{merge_rows, merge_set};
use super::three::{Dispute, Three};
use crate::map::id::SourceId;
use crate::map::limits::{MOST_TAGS, too_long};
use crate::map::node::{Answer, Measurement, Perspectives};
use crate::map::record::Record;
use crate::map::source::Citation;
use crate::map::told::Step;
use crate::map::value::Value;

/// How two changes of a field meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// There is one value: two that differ are a conflict.
    One,
    /// A list of words without an order that means anything: united, less what either side took out.
    Words,
    /// Lines of text.
    Lines,
    /// A number that people add to.
    Sum,
    /// A place that people chose: the smaller one.
    Least,
    /// What sources say, by source and field.
    Citations,
    /// Texts by key.
    Texts,
    /// Answers from four sides, each field by field.
    Answers,
    /// What was measured, by date and source.
    Measurements,
    /// Steps of a journey, by what they show.
    Steps,
}

fn way(field: &str) -> Way {
    match field {
        "tags" | "groups" | "phases" | "marks" | "was" | "rests_on" => Way::Words,
        "note" | "needs_to_know" | "wants_part" | "hypothesis" | "participants" | "seen" | "learning"
        | "next" | "reason" | "remark" => Way::Lines,
        "votes" => Way::Sum,
        "pin" | "place" => Way::Least,
        "sources" => Way::Citations,
        "extra" => Way::Texts,
        "perspectives" => Way::Answers,
        "measurements" => Way::Measurements,
        "steps" => Way::Steps,
        _ => Way::One,
    }
}

/// One item out of three, field by field. Where the two sides disagree ours is live and the field is named.
pub(super) fn merge_record<R: Record>(three: Three<&R>, gathered: &mut Gathered) -> R {
    if three.theirs == three.base {
        return three.ours.clone();
    }
    if three.ours == three.base {
        return three.theirs.clone();
    }
    let mut live = three.ours.clone();
    for field in R::FIELDS {
        let values = three.each(|record| record.get(field));
        let merged = merge_value(field, &values, gathered);
        if merged != values.ours {
            live.set(field, merged.as_ref()).expect("what was merged of a field fits it");
        }
    }
    live
}

/// One item out of two that both sides made under the same id: what only one says is taken.
///
/// # Errors
/// If they contradict each other.
pub(super) fn unite<R: Record>(ours: &R, theirs: &R, gathered: &mut Gathered) -> Result<R, Vec<Dispute>> {
    if ours == theirs {
        return Ok(ours.clone());
    }
    let nothing = R::default();
    let (united, mut disputes) =
        gathered.apart(|gathered| merge_record(Three { base: &nothing, ours, theirs }, gathered));
    // What must be said is said by both, if only that it is the default.
    for field in R::ALWAYS {
        let (ours, theirs) = (ours.get(field), theirs.get(field));
        if ours != theirs {
            disputes.push(Dispute { path: (*field).to_owned(), values: Three { base: None, ours, theirs } });
        }
    }
    if disputes.is_empty() { Ok(united) } else { Err(disputes) }
}

/// The merged value of a field; ours where the two sides disagree.
pub(super) fn merge_value(
    field: &str,
    values: &Three<Option<Value>>,
    gathered: &mut Gathered,
) -> Option<Value> {
    let way = way(field);
    let both_changed = values.ours != values.base && values.theirs != values.base;
    // Two groups that gave a dot each gave two.
    if !(way == Way::Sum && both_changed)
        && let Some(plain) = values.plain()
    {
        return plain;
    }
    let merged = match way {
        Way::One => None,
        Way::Words => Some(merge_set(&read(values)))
            .filter(|words: &Vec<Value>| field != "tags" || words.len() <= MOST_TAGS)
            .map(|words| value_of_list(&words)),
        Way::Lines => merge_lines(&read(values), gathered)
            .filter(|lines| !too_long(lines))
            .map(|lines| value_of_list(&lines)),
        Way::Sum => {
            let votes = read::<u32>(values).each(|votes| i64::from(*votes));
            let sum = (votes.ours + votes.theirs - votes.base).clamp(0, i64::from(u32::MAX));
            Some((sum != 0).then(|| Value::tidy(&sum.to_string())))
        }
        Way::Least => {
            // One took the pin out, the other moved it: what somebody chose stays.
            let both = read::<Option<u32>>(values);
            Some([both.ours, both.theirs].into_iter().flatten().min().map(|least| Value::of(&least)))
        }
        Way::Citations => return citations(field, values, gathered),
        Way::Texts => {
            let texts = read::<BTreeMap<String, String>>(values);
            let merged = keyed(field, &texts, gathered, |path, three, gathered| {
                gathered.push(dispute(path, three));
                three.ours.clone().unwrap_or_default()
            });
            return value_of_map(&merged);
        }
        Way::Answers => return answers(field, values, gathered),
        Way::Measurements => {
            let key = |of: &Measurement| Value::of(&(&of.date, &of.source));
            merge_rows(&read::<Vec<Measurement>>(values), gathered, key).map(|rows| value_of_list(&rows))
        }
        Way::Steps => merge_rows(&read::<Vec<Step>>(values), gathered, |step| Value::of(&step.show))
            .map(|rows| value_of_list(&rows)),
    };
    merged.unwrap_or_else(|| {
        gathered.push(Dispute { path: field.to_owned(), values: values.clone() });
        values.ours.clone()
    })
}

/// What sources say: source by source, and where both sides changed what one says, field by field.
fn citations(field: &str, values: &Three<Option<Value>>, gathered: &mut Gathered) -> Option<Value> {
    let cited = read::<BTreeMap<SourceId, Citation>>(values);
    let merged = keyed(field, &cited, gathered, |path, three, gathered| {
        within(path, three, gathered).unwrap_or_default()
    });
    value_of_map(&merged)
}

fn answers(field: &str, values: &Three<Option<Value>>, gathered: &mut Gathered) -> Option<Value> {
    let four = read::<Perspectives>(values);
    let mut merged = four.ours.clone();
    for side in Perspectives::FIELDS {
        let answer = four.each(|four| four.get(side).map(|value| value.read::<Answer>().expect(WRITTEN)));
        let live = match answer.plain() {
            Some(plain) => plain,
            None => within(&format!("{field}.{side}"), &answer, gathered),
        };
        merged.set(side, live.map(|answer| Value::of(&answer)).as_ref()).expect("an answer is one");
    }
    (merged != Perspectives::default()).then(|| Value::of(&merged))
}

/// A record in a field of an item, field by field; all of it is named where one side took it out.
fn within<R: Record + Serialize>(path: &str, three: &Three<Option<R>>, gathered: &mut Gathered) -> Option<R> {
    let (Some(ours), Some(theirs)) = (&three.ours, &three.theirs) else {
        gathered.push(dispute(path, three));
        return three.ours.clone();
    };
    let nothing = R::default();
    let base = three.base.as_ref().unwrap_or(&nothing);
    let (merged, inner) = gathered.apart(|gathered| merge_record(Three { base, ours, theirs }, gathered));
    for Dispute { path: field, values } in inner {
        gathered.push(Dispute { path: format!("{path}.{field}"), values });
    }
    Some(merged)
}

/// Entries by key: `both` decides where the two sides disagree. What one side took out and the other changed is
/// named, and stays as we have it.
fn keyed<K: Ord + Clone + Display, V: PartialEq + Clone + Serialize>(
    field: &str,
    three: &Three<BTreeMap<K, V>>,
    gathered: &mut Gathered,
    both: impl Fn(&str, &Three<Option<V>>, &mut Gathered) -> V,
) -> BTreeMap<K, V> {
    let keys: std::collections::BTreeSet<&K> =
        three.base.keys().chain(three.ours.keys()).chain(three.theirs.keys()).collect();
    let mut merged = BTreeMap::new();
    for key in keys {
        let entry = three.each(|entries| entries.get(key).cloned());
        let path = format!("{field}.{key}");
        let live = match entry.plain() {
            Some(plain) => plain,
            None if entry.ours.is_some() && entry.theirs.is_some() => Some(both(&path, &entry, gathered)),
            None => {
                gathered.push(dispute(&path, &entry));
                entry.ours.clone()
            }
        };
        if let Some(live) = live {
            merged.insert(key.clone(), live);
        }
    }
    merged
}

fn dispute<V: Serialize>(path: &str, three: &Three<Option<V>>) -> Dispute {
    Dispute {
        path: path.to_owned(),
        values: three.each(|value| value.as_ref().map(|value| Value::of(value))),
    }
}

const WRITTEN: &str = "the value was written from this field a moment ago";

fn read<T: serde::de::DeserializeOwned + Default>(values: &Three<Option<Value>>) -> Three<T> {
    values.each(|value| value.as_ref().map_or_else(T::default, |value| value.read().expect(WRITTEN)))
}

fn value_of_list<T: Serialize>(list: &[T]) -> Option<Value> {
    (!list.is_empty()).then(|| Value::of(list))
}

fn value_of_map<K: Serialize, V: Serialize>(map: &BTreeMap<K, V>) -> Option<Value> {
    (!map.is_empty()).then(|| Value::of(map))
}
