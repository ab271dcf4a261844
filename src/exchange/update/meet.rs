//! Which card of the map an incoming card is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::state::Sourced;
use crate::map::fold::fold;
use crate::map::slug::free_slug;
use crate::map::{Map, NodeId};

/// Where each incoming card finds itself on the map.
#[derive(Debug, Default)]
pub struct Meeting {
    /// The card of the map for each incoming one; a free id where there is none.
    pub id_of: BTreeMap<NodeId, NodeId>,
    /// The incoming cards that are new.
    pub new: BTreeSet<NodeId>,
    /// The incoming cards that became part of another card here: that card stays as it is.
    pub part_of_another: BTreeSet<NodeId>,
}

/// Finds each incoming card on the map: by what the other program calls it, by its id, by its label without case,
/// accents and blanks, by an id that a card here had before. A card of the map is found once, and the earlier
/// of these ways goes before the later for all cards.
pub fn meet(existing: &Map, incoming: &Map) -> Meeting {
    let mut by_source: HashMap<&str, Vec<&NodeId>> = HashMap::new();
    let mut by_label: HashMap<String, Vec<&NodeId>> = HashMap::new();
    let mut by_was: HashMap<&str, &NodeId> = HashMap::new();
    let mut by_id: HashMap<&str, &NodeId> = HashMap::new();
    for (id, node) in existing.nodes() {
        by_id.insert(id.as_str(), id);
        if let Some(source) = node.source_id() {
            by_source.entry(source).or_default().push(id);
        }
        by_label.entry(fold(&node.label)).or_default().push(id);
        for was in &node.was {
            by_was.entry(was.as_str()).or_insert(id);
        }
    }
    let mut out = Meeting::default();
    let mut found: BTreeSet<&NodeId> = BTreeSet::new();
    let waiting = |out: &Meeting| -> Vec<NodeId> {
        let ids = incoming.nodes().map(|(id, _)| id);
        ids.filter(|id| !out.id_of.contains_key(*id)).cloned().collect()
    };
    for way in [Way::Source, Way::Id, Way::Label] {
        for id in waiting(&out) {
            let Some(node) = incoming.node(&id) else { continue };
            let candidates: Vec<&NodeId> = match (way, node.source_id()) {
                (Way::Source, source) => {
                    source.and_then(|source| by_source.get(source)).cloned().unwrap_or_default()
                }
                // Where the other program has a name for the card, the id was made of the label and says nothing;
                // but that name may be an id from here.
                (Way::Id, source) => by_id.get(source.unwrap_or(id.as_str())).copied().into_iter().collect(),
                (Way::Label, _) => by_label.get(&fold(&node.label)).cloned().unwrap_or_default(),
            };
            // A card that another program calls otherwise is another card, even if it has this label.
            let fits = |other: &&NodeId| {
                let theirs = existing.node(other).and_then(Sourced::source_id);
                !found.contains(*other)
                    && (theirs.is_none() || node.source_id().is_none() || theirs == node.source_id())
            };
            let other_label =
                |other: &&NodeId| existing.node(other).is_none_or(|here| here.label != node.label);
            // Of several the one that is written just so, else the first.
            if let Some(best) = candidates.into_iter().filter(fits).min_by_key(other_label) {
                found.insert(best);
                out.id_of.insert(id, best.clone());
            }
        }
    }
    for id in waiting(&out) {
        if let Some(&other) = by_was.get(id.as_str()) {
            out.part_of_another.insert(id.clone());
            out.id_of.insert(id, other.clone());
        }
    }
    let mut taken: BTreeSet<String> = existing.nodes().map(|(id, _)| id.as_str().to_owned()).collect();
    taken.extend(by_was.keys().map(|was| (*was).to_owned()));
    for id in waiting(&out) {
        let free = if taken.contains(id.as_str()) {
            let label = incoming.node(&id).map_or(id.as_str(), |node| &node.label);
            free_slug(label, |text| taken.contains(text))
        } else {
            id.clone()
        };
        taken.insert(free.as_str().to_owned());
        out.new.insert(id.clone());
        out.id_of.insert(id, free);
    }
    out
}

#[derive(Clone, Copy)]
enum Way {
    Source,
    Id,
    Label,
}
