//! Keeps what a merge could not decide, while it goes on.

use std::collections::{BTreeMap, BTreeSet};

use super::gathered::Gathered;
use super::names::names_in_value;
use super::three::{Dispute, Three};
use crate::map::item::Item;
use crate::map::told::{Clash, Conflict, Side};
use crate::map::value::Value;

/// What a merge could not decide so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    open: BTreeSet<Entry>,
    /// What merging values gathers.
    pub gathered: Gathered,
    /// What both sides settled that come from an open conflict: one took it out, the other left it standing.
    pub settled_otherwise: BTreeSet<Item>,
    /// What stays although one side took it out, and which side.
    pub kept: BTreeMap<Item, Side>,
}

/// A conflict in the order in which conflicts are listed: by item, kind and field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    item: Item,
    what: Option<Clash>,
    field: String,
    again: bool,
    deleted_by: Option<Side>,
    values: [Option<Value>; 3],
}

impl Ledger {
    /// What is merged of an item. Fields on which the sides disagree are noted.
    pub(super) fn merge<T>(&mut self, item: &Item, merge: impl FnOnce(&mut Gathered) -> T) -> T {
        let (merged, disputes) = self.gathered.apart(merge);
        disputes.into_iter().for_each(|dispute| self.field(item, dispute));
        merged
    }

    /// The two sides disagree on a field.
    pub(super) fn field(&mut self, item: &Item, dispute: Dispute) {
        let Three { base, ours, theirs } = dispute.values;
        self.note(item, None, dispute.path, None, [base, ours, theirs]);
    }

    /// They disagree on a field for a second reason: a card of its own that is one with this card now says something
    /// else again. What is live the first conflict says, and it stands first.
    pub(super) fn field_again(&mut self, item: &Item, dispute: Dispute) {
        let (Three { base, ours, theirs }, field) = (dispute.values, dispute.path);
        let values = [base, ours, theirs];
        self.open.insert(Entry {
            item: item.clone(),
            what: None,
            field,
            again: true,
            deleted_by: None,
            values,
        });
    }

    /// Both sides made an item under the same id, and the two contradict each other.
    pub(super) fn two_under_one_id(&mut self, item: &Item, ours: Value, theirs: Value) {
        self.note(item, Some(Clash::AddAdd), String::new(), None, [None, Some(ours), Some(theirs)]);
    }

    /// One side took out what the other one changed; it stays.
    pub(super) fn deleted_and_changed(&mut self, item: &Item, by: Side, base: Value) {
        let what = match item {
            Item::Link(_) => Clash::LinkDeleteEdit,
            _ => Clash::DeleteEdit,
        };
        self.kept(item, what, by, base);
    }

    /// One side took out what the other one uses; it stays. Nothing new if it stays for another reason.
    pub(super) fn deleted_and_used(&mut self, item: &Item, by: Side, base: Value) {
        if !self.kept.contains_key(item) {
            self.kept(item, Clash::DeleteUse, by, base);
        }
    }

    fn kept(&mut self, item: &Item, what: Clash, by: Side, base: Value) {
        self.kept.insert(item.clone(), by);
        self.note(item, Some(what), String::new(), Some(by), [Some(base), None, None]);
    }

    fn note(
        &mut self,
        item: &Item,
        what: Option<Clash>,
        field: String,
        deleted_by: Option<Side>,
        values: [Option<Value>; 3],
    ) {
        self.open.insert(Entry { item: item.clone(), what, field, again: false, deleted_by, values });
    }

    /// Whether the two sides disagree on that field, on a part of it, or on all of the item.
    pub(super) fn names(&self, item: &Item, field: &str) -> bool {
        let names =
            |entry: &Entry| entry.what == Some(Clash::AddAdd) || entry.field.split('.').next() == Some(field);
        self.open.iter().any(|entry| entry.item == *item && names(entry))
    }

    /// Whether the two sides disagree on what stands at that path, or on more than that.
    pub(super) fn names_path(&self, item: &Item, path: &str) -> bool {
        let within = |entry: &Entry| {
            path.strip_prefix(&entry.field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let names =
            |entry: &Entry| entry.what == Some(Clash::AddAdd) || (entry.what.is_none() && within(entry));
        self.open.iter().any(|entry| entry.item == *item && names(entry))
    }

    /// What the values of conflicts name, each after the item of the conflict.
    pub(super) fn named(&self) -> Vec<(Item, Item)> {
        let mut named = Vec::new();
        for entry in &self.open {
            for value in entry.values[1..].iter().flatten() {
                let names = names_in_value(&entry.item, &entry.field, value);
                named.extend(names.into_iter().map(|name| (entry.item.clone(), name)));
            }
        }
        named
    }

    /// The conflicts, by item, kind and field.
    pub(super) fn conflicts(self) -> Vec<Conflict> {
        let told = |entry: Entry| {
            let [base, ours, theirs] = entry.values;
            Conflict {
                at: entry.item.to_string(),
                field: entry.field,
                what: entry.what,
                deleted_by: entry.deleted_by,
                base,
                ours,
                theirs,
            }
        };
        self.open.into_iter().map(told).collect()
    }
}
