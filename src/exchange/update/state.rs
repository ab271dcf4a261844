//! What a file said when it was last imported, as marks of the fields' values.
//!
//! People go on working on what they imported, and others go on working on what it was imported from. To tell who
//! changed what, a card keeps a short mark of every value that the file gave it. A value that no longer fits its
//! mark was changed here; a file whose value does not fit the mark was changed there. The marks are no values:
//! they say that something changed, not what it was.

use std::collections::BTreeMap;

use super::super::csv::cards::SOURCE_ID;
use crate::map::record::Record;
use crate::map::slug::was_called;
use crate::map::{Link, LinkId, Map, Node, Value};

/// The column under `extra` that holds the marks: `label 811c9dc5, note 050c5d1f`.
pub const STATE: &str = "source_state";
/// The column under `extra` that holds the mark of a card's label in a table, where the card's id was not made of it.
pub const LABEL: &str = "source_label";
/// The mark of a link's ends and kind.
pub const ENDS: &str = "ends";

/// The marks of a card or a link by field.
pub type Marks = BTreeMap<String, String>;

/// A record with columns from elsewhere.
pub trait Sourced: Record {
    /// The columns.
    fn extra(&self) -> &BTreeMap<String, String>;
    /// The columns, to change.
    fn extra_mut(&mut self) -> &mut BTreeMap<String, String>;

    /// The columns without those of this file.
    fn foreign(&self) -> BTreeMap<&String, &String> {
        self.extra().iter().filter(|(key, _)| !is_own(key)).collect()
    }

    /// What the other program calls it.
    fn source_id(&self) -> Option<&str> {
        self.extra().get(SOURCE_ID).map(String::as_str)
    }

    /// The marks it keeps; `None` if it keeps none.
    fn marks(&self) -> Option<Marks> {
        let text = self.extra().get(STATE)?;
        Some(
            text.split(", ")
                .filter_map(|one| one.split_once(' '))
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
                .collect(),
        )
    }

    /// Keeps marks.
    fn keep(&mut self, marks: &Marks) {
        let text: Vec<String> = marks.iter().map(|(field, mark)| format!("{field} {mark}")).collect();
        self.extra_mut().insert(STATE.to_owned(), text.join(", "));
    }

    /// The mark of a field as it is; `None` where it holds its default.
    fn mark(&self, field: &str) -> Option<String> {
        if field == "extra" {
            let foreign = self.foreign();
            return (!foreign.is_empty()).then(|| mark(&format!("{foreign:?}")));
        }
        self.get(field).map(|value| mark(value.as_str()))
    }

    /// The marks of all fields as they are.
    fn marks_now(&self) -> Marks {
        Self::FIELDS.iter().filter_map(|field| Some(((*field).to_owned(), self.mark(field)?))).collect()
    }
}

impl Sourced for Node {
    fn extra(&self) -> &BTreeMap<String, String> {
        &self.extra
    }
    fn extra_mut(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.extra
    }
}

impl Sourced for Link {
    fn extra(&self) -> &BTreeMap<String, String> {
        &self.extra
    }
    fn extra_mut(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.extra
    }
}

/// Whether a column holds marks: nothing that people read or write.
#[must_use]
pub fn is_mark(column: &str) -> bool {
    matches!(column, STATE | LABEL)
}

/// Whether a column is one of those that this room keeps for itself.
pub fn is_own(column: &str) -> bool {
    matches!(column, SOURCE_ID | STATE | LABEL)
}

/// A short mark of a text (FNV-1a): eight letters, the same on every machine.
fn mark(text: &str) -> String {
    let hash =
        text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// The mark of where a link runs in its file: by what the file calls its ends, since ids may differ here.
pub fn ends(map: &Map, id: &LinkId) -> String {
    let name = |end| map.node(end).and_then(Sourced::source_id).unwrap_or(end.as_str()).to_owned();
    mark(Value::of(&(name(&id.from), id.kind.field(), name(&id.to))).as_str())
}

/// The map with marks on all its cards and links: what a file says before anybody worked on it.
#[must_use]
pub fn stamped(map: &Map) -> Map {
    let mut out = Map::new("").with_frame(map.frame());
    for (id, node) in map.nodes() {
        let mut node = node.clone();
        node.keep(&node.marks_now());
        out.insert_node(id.clone(), node).expect("ids of a map are unique");
    }
    for (id, link) in map.links() {
        let mut link = link.clone();
        let mut marks = link.marks_now();
        marks.insert(ENDS.to_owned(), ends(map, id));
        link.keep(&marks);
        out.insert_link(id.clone(), link).expect("both ends were put in before");
    }
    out
}

/// The map with a mark of its label on each card that nothing else could tell its old label by: what a table calls it now,
/// so that the next table is known to say nothing new.
#[must_use]
pub fn with_label_marks(map: &Map) -> Map {
    let mut out = Map::new("").with_frame(map.frame());
    for (id, node) in map.nodes() {
        let mut node = node.clone();
        // Where the id tells which label it was made of, `was_called` knows as much.
        if !was_called(id, &node.label, "") && node.marks().is_none() {
            node.extra.insert(LABEL.to_owned(), mark(&node.label));
        }
        out.insert_node(id.clone(), node).expect("ids of a map are unique");
    }
    for (id, link) in map.links() {
        out.insert_link(id.clone(), link.clone()).expect("both ends were put in before");
    }
    out
}

/// Whether a table says of a card the label that it said the last time, while somebody gave the card another one here.
pub fn says_old_label(was: &Node, says: &Node) -> bool {
    was.label != says.label && was.extra.get(LABEL).is_some_and(|own| *own == mark(&says.label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Kind;

    #[test]
    fn marks_come_back_and_know_their_value() {
        let mut node = Node::new(Kind::Actor, "Trust");
        node.extra.insert("colour".to_owned(), "red".to_owned());
        node.extra.insert(SOURCE_ID.to_owned(), "x".to_owned());
        let marks = node.marks_now();
        assert_eq!(marks.keys().map(String::as_str).collect::<Vec<_>>(), ["extra", "kind", "label"]);
        node.keep(&marks);
        assert_eq!(node.marks(), Some(marks.clone()));
        assert_eq!(node.marks_now(), marks, "the marks themselves are not marked");
        node.label = "Trust!".to_owned();
        assert_ne!(node.mark("label"), marks.get("label").cloned());
        assert_eq!(mark(""), "811c9dc5");
    }
}
