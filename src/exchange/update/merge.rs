//! What a card or a link is after an import, field by field.

use std::collections::BTreeSet;

use super::state::{LABEL, Sourced, is_own};
use crate::map::Value;
use crate::map::limits::MOST_TAGS;
use crate::map::record::Record;

/// Fields that hold several values: what comes is put beside what is there.
const LISTS: &[&str] = &["tags", "groups", "marks", "phases", "was", "sources"];

/// A record after an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<R> {
    /// As it is now.
    pub record: R,
    /// The fields that changed.
    pub changed: Vec<&'static str>,
    /// The fields that were changed both here and in the file, with what the file says; they stay as they are here.
    pub torn: Vec<(&'static str, String)>,
}

/// Puts what a file says (`says`) onto what is there (`was`).
///
/// If the file keeps marks, a field is changed only if the file changed it since the last time and nobody changed it
/// here; without a last time only what is empty here is filled. If it keeps none, as a table does, the file's word
/// counts. In either case what it does not say stays.
pub fn merged<R: Sourced>(was: &R, says: &R) -> Merged<R> {
    let mut out = Merged { record: was.clone(), changed: Vec::new(), torn: Vec::new() };
    let (news, olds) = (says.marks(), was.marks());
    // What this import leaves on the card: the new marks, and the old one where the file was not followed.
    let mut left = news.clone();
    for field in R::FIELDS {
        let Some(new) = news.as_ref().map(|marks| marks.get(*field)) else {
            out.take(field, says);
            continue;
        };
        match olds.as_ref().map(|marks| marks.get(*field)) {
            Some(old) if old == new => {}
            Some(old) if was.mark(field).as_ref() == old || was.mark(field).as_ref() == new => {
                out.set(field, says);
            }
            None if was.mark(field).is_none()
                || new.is_none()
                || LISTS.contains(field)
                || *field == "extra" =>
            {
                out.add(field, says);
            }
            None if was.mark(field).as_ref() == new => {}
            before => {
                out.torn.push((field, shown(says, field)));
                if let (Some(left), Some(before)) = (left.as_mut(), before) {
                    match before {
                        Some(mark) => left.insert((*field).to_owned(), mark.clone()),
                        None => left.remove(*field),
                    };
                }
            }
        }
    }
    if let Some(mut left) = left {
        // What is no field: where a link runs.
        for (name, mark) in news.iter().flatten().filter(|(name, _)| !R::FIELDS.contains(&name.as_str())) {
            left.insert(name.clone(), mark.clone());
        }
        out.record.keep(&left);
    }
    for (key, value) in says.extra().iter().filter(|(key, _)| is_own(key)) {
        // What a table calls a card is what it called it the last time.
        if key == LABEL || !out.record.extra().contains_key(key) {
            out.record.extra_mut().insert(key.clone(), value.clone());
        }
    }
    out.changed =
        R::FIELDS.iter().copied().filter(|field| out.record.mark(field) != was.mark(field)).collect();
    out
}

impl<R: Sourced> Merged<R> {
    /// As the file says it, if it says anything.
    fn take(&mut self, field: &'static str, says: &R) {
        let silent = match (field, says.get(field)) {
            (_, None) => true,
            ("sign", Some(sign)) => sign.as_str() == "Unknown",
            ("note", Some(_)) => {
                let (here, there) = (lines(&self.record, field), lines(says, field));
                there.iter().all(|line| here.contains(line))
            }
            _ => false,
        };
        if !silent {
            self.add_or_set(field, says);
        }
    }

    fn add_or_set(&mut self, field: &'static str, says: &R) {
        if LISTS.contains(&field) || field == "extra" { self.add(field, says) } else { self.set(field, says) }
    }

    /// As the file says it, even if it says that there is nothing.
    fn set(&mut self, field: &'static str, says: &R) {
        if field == "extra" {
            self.add(field, says);
        } else {
            self.record
                .set(field, says.get(field).as_ref())
                .expect("a value of the same field of another record");
        }
    }

    /// What the file says beside what is there; a single value only where there is none.
    fn add(&mut self, field: &'static str, says: &R) {
        if field == "extra" {
            for (key, value) in says.foreign() {
                self.record.extra_mut().insert(key.clone(), value.clone());
            }
        } else if let (Some(here), Some(there), true) =
            (self.record.get(field), says.get(field), LISTS.contains(&field))
        {
            let most = if field == "tags" { MOST_TAGS } else { usize::MAX };
            let united = if field == "sources" {
                with_entries(&here, &there)
            } else {
                with_items(&here, &there, most)
            };
            self.record.set(field, united.as_ref()).expect("both halves are values of this field");
        } else if self.record.get(field).is_none() {
            self.set(field, says);
        }
    }
}

/// A list with the items of another behind its own, at most so many.
fn with_items(here: &Value, there: &Value, most: usize) -> Option<Value> {
    let mut items: Vec<Value> = here.read().ok()?;
    let seen: BTreeSet<Value> = items.iter().cloned().collect();
    items.extend(there.read::<Vec<Value>>().ok()?.into_iter().filter(|item| !seen.contains(item)));
    items.truncate(most.max(seen.len()));
    Some(Value::of(&items))
}

/// A table with the entries of another that it has not.
fn with_entries(here: &Value, there: &Value) -> Option<Value> {
    use std::collections::BTreeMap;
    let mut entries: BTreeMap<String, Value> = there.read().ok()?;
    entries.extend(here.read::<BTreeMap<String, Value>>().ok()?);
    Some(Value::of(&entries))
}

fn lines<R: Record>(record: &R, field: &str) -> Vec<String> {
    record.get(field).and_then(|value| value.read().ok()).unwrap_or_default()
}

/// What the file says of a field, for a report.
fn shown<R: Record>(says: &R, field: &str) -> String {
    says.get(field).map_or_else(|| "nothing".to_owned(), |value| value.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, Node, Sign};

    fn node(label: &str, note: &[&str]) -> Node {
        Node { note: note.iter().map(|line| (*line).to_owned()).collect(), ..Node::new(Kind::Cause, label) }
    }

    fn stamped(mut node: Node) -> Node {
        node.keep(&node.marks_now());
        node
    }

    #[test]
    fn who_changed_what_since_the_last_time() {
        let first = stamped(node("Trust", &["one"]));
        // Nobody changed anything.
        assert_eq!(merged(&first, &first).record, first);
        // Changed here: it stays.
        let mut here = first.clone();
        here.label = "Confidence".to_owned();
        here.level = Some("users".into());
        assert_eq!(merged(&here, &first).record, here);
        // Changed there: it comes.
        let there = stamped(node("Trust in us", &[]));
        let found = merged(&first, &there);
        assert_eq!((found.record, found.changed), (there.clone(), vec!["label", "note"]));
        // Changed in both: ours stays and it is told, the next time too.
        let found = merged(&here, &there);
        assert_eq!((found.record.label.as_str(), found.record.note.len()), ("Confidence", 0));
        assert_eq!(found.torn, [("label", "\"Trust in us\"".to_owned())]);
        assert_eq!(merged(&found.record, &there).torn.len(), 1);
        // The same change on both sides is none.
        let mut same = first.clone();
        same.label = "Trust in us".to_owned();
        assert_eq!(merged(&same, &there).torn, []);
    }

    #[test]
    fn a_card_made_by_hand_is_only_filled() {
        let mut mine = node("Trust", &["mine"]);
        mine.tags = vec!["a".to_owned()];
        let mut theirs = node("trust", &["theirs"]);
        theirs.tags = vec!["b".to_owned(), "a".to_owned()];
        theirs.sector = "health".to_owned();
        let found = merged(&mine, &stamped(theirs));
        assert_eq!(
            (found.record.label.as_str(), found.record.note.as_slice()),
            ("Trust", &["mine".to_owned()][..])
        );
        assert_eq!(
            (found.record.tags, found.record.sector.as_str()),
            (vec!["a".to_owned(), "b".to_owned()], "health")
        );
        assert_eq!(found.changed, ["sector", "tags"]);
    }

    #[test]
    fn the_word_of_a_table_counts_where_it_says_something() {
        let mut was = node("Trust", &["one", "two"]);
        was.kind = Kind::Measure;
        was.tags = vec!["a".to_owned()];
        let mut says = node("Trust in us", &["two"]);
        says.tags = vec!["b".to_owned()];
        let found = merged(&was, &says).record;
        assert_eq!((found.label.as_str(), found.kind, found.note.len()), ("Trust in us", Kind::Measure, 2));
        assert_eq!(found.tags, ["a", "b"]);
        let link = merged(&Link::signed(Sign::Plus), &Link::signed(Sign::Unknown)).record;
        assert_eq!(link.sign, Some(Sign::Plus));
        assert_eq!(merged(&link, &Link::signed(Sign::Minus)).record.sign, Some(Sign::Minus));
    }
}
