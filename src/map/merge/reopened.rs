//! Conflicts that stood open where both sides come from, and that both settled, each in a way of its own: they are open again.

use std::collections::BTreeSet;

use super::ledger::Ledger;
use super::path::{get, set};
use super::three::{Dispute, Three};
use crate::map::graph::Map;
use crate::map::item::Item;
use crate::map::told::Conflict;

/// What both sides settled, and what each made of it.
#[derive(Debug, Default)]
pub(super) struct Reopened {
    /// Fields, or whole items for an empty path, with the values of which ours is to be live.
    fields: Vec<(Item, Dispute)>,
    /// Lists of the map that the two sides put into different orders.
    lists: BTreeSet<String>,
}

impl Reopened {
    /// What both sides settled and not the same way. Items that one took out and the other left standing are noted in the ledger
    /// before they are merged.
    pub(super) fn of(maps: &Three<&Map>, ledger: &mut Ledger) -> Self {
        let mut reopened = Self::default();
        let settled =
            |one: &&Conflict| !maps.ours.conflicts.contains(one) && !maps.theirs.conflicts.contains(one);
        for conflict in maps.base.conflicts.iter().filter(settled) {
            let Ok(item) = conflict.at.parse::<Item>() else { continue };
            if item == Item::Map
                && let Some(orders) = orders(maps, &conflict.field)
            {
                if orders {
                    reopened.lists.insert(conflict.field.clone());
                }
                continue;
            }
            match (get(maps.ours, &item, &conflict.field), get(maps.theirs, &item, &conflict.field)) {
                (Some(ours), Some(theirs)) if ours != theirs => {
                    let base = get(maps.base, &item, &conflict.field).flatten();
                    let values = Three { base, ours, theirs };
                    reopened.fields.push((item, Dispute { path: conflict.field.clone(), values }));
                }
                (Some(_), None) | (None, Some(_)) => {
                    ledger.settled_otherwise.insert(item);
                }
                _ => {}
            }
        }
        reopened
    }

    /// Names the fields that no conflict names yet.
    pub(super) fn name(&mut self, ledger: &mut Ledger) {
        self.fields.retain(|(item, dispute)| !ledger.names_path(item, &dispute.path));
        for (item, dispute) in &self.fields {
            match (dispute.path.as_str(), &dispute.values) {
                ("", Three { ours: Some(ours), theirs: Some(theirs), .. }) => {
                    ledger.two_under_one_id(item, ours.clone(), theirs.clone());
                }
                _ => ledger.field(item, dispute.clone()),
            }
        }
    }

    /// Makes ours live in those fields.
    pub(super) fn make_ours_live(&self, merged: &mut Map) {
        for (item, Dispute { path, values }) in &self.fields {
            // What is gone has a conflict of its own, or went on both sides.
            let _ = set(merged, item, path, values.ours.as_ref());
        }
    }

    /// Whether the order of that list is open again.
    pub(super) fn has_list(&self, list: &str) -> bool {
        self.lists.contains(list)
    }
}

/// Whether the two sides have what both have of a list in different orders; `None` if there is no such list.
fn orders(maps: &Three<&Map>, list: &str) -> Option<bool> {
    fn ids<T, I: ToString>(all: &[T], id: impl Fn(&T) -> I) -> Vec<String> {
        all.iter().map(|one| id(one).to_string()).collect()
    }
    let of = |map: &Map| -> Option<Vec<String>> {
        Some(match list {
            "levels" => ids(&map.levels, |one| one.id.clone()),
            "phases" => ids(&map.phases, |one| one.id.clone()),
            "effect_goals" => ids(&map.goals, |one| one.id.clone()),
            "areas" => ids(&map.areas, |one| one.id.clone()),
            _ => return None,
        })
    };
    let (ours, theirs) = (of(maps.ours)?, of(maps.theirs)?);
    let shared = |one: &[String], other: &[String]| -> Vec<String> {
        let other: BTreeSet<&String> = other.iter().collect();
        one.iter().filter(|id| other.contains(id)).cloned().collect()
    };
    Some(shared(&ours, &theirs) != shared(&theirs, &ours))
}
