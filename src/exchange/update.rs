//! A second import: what a file says goes onto a map that is there, and nothing is doubled.
//!
//! ```text
//! meet    which incoming card is which       places  levels, areas and the other lists
//! merge   one card or link, field by field   state   who changed what since the last time
//! ```
//!
//! What people did in the meantime stays: levels, notes, links that they added, labels that they changed. What is
//! no longer in the file stays too and is told. A card or a link that was taken away here comes back if the file
//! still has it, since a map keeps no memory of what is gone; it is told as new.

mod meet;
mod merge;
mod places;
pub mod state;

use crate::analysis::compare::field_word;
use crate::text::{Both, Lang, both};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::meet::{Meeting, meet};
use self::merge::merged;
use self::places::Places;
use self::state::{ENDS, STATE, Sourced, ends, says_old_label};
use super::report::Update;
use crate::map::slug::was_called;
use crate::map::{Deed, Item, Link, LinkId, LinkKind, Map, Node, NodeId, Verb, diff};

/// How many changes are told one by one.
const TOLD: usize = 20;
/// How many names stand in one line.
const NAMED: usize = 5;

/// What makes `existing` say what `incoming` says, as one deed, and what it does. The change is empty if there is
/// nothing new; then the file need not be written.
#[must_use]
pub fn update(existing: &Map, incoming: &Map) -> (Deed, Update) {
    let mut told = Update::default();
    let places = Places::meet(existing, incoming);
    let meeting = meet(existing, incoming);
    let mut target = Target {
        nodes: existing.nodes().map(|(id, node)| (id.clone(), node.clone())).collect(),
        links: existing.links().map(|(id, link)| (id.clone(), link.clone())).collect(),
        changes: Vec::new(),
        kept: Vec::new(),
    };
    target.take_nodes(existing, incoming, &meeting, &places, &mut told);
    target.take_links(existing, incoming, &meeting, &places, &mut told);

    told.told.extend(places.told);
    target.changes.append(&mut target.kept);
    let more = target.changes.len().saturating_sub(TOLD);
    told.told.extend(target.changes.into_iter().take(TOLD));
    if more > 0 {
        told.told.push(both!("… and {more} more", "… og {more} til"));
    }
    let mut map = Map::new("").with_frame(places.frame);
    for (id, node) in target.nodes {
        map.insert_node(id, node).expect("keys of one table are unique");
    }
    for (id, link) in target.links {
        map.insert_link(id, link).expect("the ends of old links stay and those of new ones were looked up");
    }
    let count = told.new.nodes + told.changed.nodes;
    let first = meeting.new.first().and_then(|id| incoming.node(id)).map(|node| node.label.clone());
    let what = first.unwrap_or_else(|| incoming.head().title.clone());
    let deed = Deed::new(Verb::Import, what, diff(existing, &map).edits).of(count.max(1));
    (deed, told)
}

/// The map as it will be.
struct Target {
    nodes: BTreeMap<NodeId, Node>,
    links: BTreeMap<LinkId, Link>,
    changes: Vec<Both>,
    /// Labels that stay as they are here.
    kept: Vec<Both>,
}

impl Target {
    fn take_nodes(
        &mut self,
        existing: &Map,
        incoming: &Map,
        meeting: &Meeting,
        places: &Places,
        told: &mut Update,
    ) {
        let called = |id: &NodeId| meeting.id_of.get(id).unwrap_or(id).clone();
        let mut met = BTreeSet::new();
        for (id, node) in incoming.nodes() {
            let mut node = places.node(node);
            for other in [&mut node.owner, &mut node.payer, &mut node.gainer] {
                *other = other.take().map(|id| called(&id));
            }
            // An id that a card had before, and that another card has here, would lead astray.
            node.was.retain(|was| !self.nodes.contains_key(was));
            if node.extra.contains_key(STATE) {
                node.keep(&node.marks_now());
            }
            let here = called(id);
            met.insert(here.clone());
            if meeting.part_of_another.contains(id) {
                told.unchanged.nodes += 1;
                continue;
            }
            let Some(was) = existing.node(&here) else {
                told.new.nodes += 1;
                self.nodes.insert(here, node);
                continue;
            };
            let name = format!("'{}'", was.label);
            if only_named(&here, was, &node) || says_old_label(was, &node) {
                let says = &node.label;
                self.kept.push(both!(
                    "the label of {name} stays; the file says '{says}'",
                    "navnet på {name} blir stående; filen sier «{says}»"
                ));
                node.label.clone_from(&was.label);
            }
            let found = merged(was, &node);
            self.tell(told, &Item::Node(here.clone()), &name, &found.changed, &found.torn);
            count(&mut told.changed.nodes, &mut told.unchanged.nodes, !found.changed.is_empty());
            self.nodes.insert(here, found.record);
        }
        let gone = existing.nodes().filter(|(id, _)| !met.contains(*id));
        let gone: Vec<(bool, String)> =
            gone.map(|(_, node)| (came_from_elsewhere(node), format!("'{}'", node.label))).collect();
        told.left.nodes = gone.len();
        self.tell_gone(&both!("cards", "kort"), gone);
    }

    fn take_links(
        &mut self,
        existing: &Map,
        incoming: &Map,
        meeting: &Meeting,
        places: &Places,
        told: &mut Update,
    ) {
        // Where the links of this map ran in the file, if somebody turned or moved one here.
        let marked = existing.links().filter_map(|(id, link)| Some((link.marks()?.remove(ENDS)?, id)));
        let moved: HashMap<String, &LinkId> = marked.collect();
        let mut met: BTreeSet<LinkId> = BTreeSet::new();
        for (id, link) in incoming.links() {
            let called = |id: &NodeId| meeting.id_of.get(id).unwrap_or(id).clone();
            let mut here = LinkId { from: called(&id.from), to: called(&id.to), kind: id.kind };
            let turned = LinkId { from: here.to.clone(), to: here.from.clone(), kind: here.kind };
            let both_ways = matches!(id.kind, LinkKind::Cooperates | LinkKind::Relates);
            if both_ways && existing.link(&here).is_none() && existing.link(&turned).is_some()
                || id.kind == LinkKind::Cooperates && here.to < here.from
            {
                here = turned;
            }
            if here.from == here.to && id.from != id.to {
                // Its ends became one card here.
                told.unchanged.links += 1;
                continue;
            }
            let mut link = link.clone();
            link.sources = places.citations(&link.sources);
            if let Some(mut marks) = link.marks() {
                marks = link
                    .marks_now()
                    .into_iter()
                    .chain(marks.remove(ENDS).map(|end| (ENDS.to_owned(), end)))
                    .collect();
                link.keep(&marks);
            }
            if existing.link(&here).is_none()
                && link.marks().is_some()
                && let Some(there) = moved.get(&ends(incoming, id))
            {
                here = (*there).clone();
            }
            if !met.insert(here.clone()) {
                // Two links of the file are one here, since their ends are.
                told.unchanged.links += 1;
                continue;
            }
            let Some(was) = existing.link(&here) else {
                told.new.links += 1;
                self.links.insert(here, link.fitted_to(id.kind));
                continue;
            };
            let found = merged(was, &link);
            let name = link_words(existing, &here);
            self.tell(told, &Item::Link(here.clone()), &name, &found.changed, &found.torn);
            count(&mut told.changed.links, &mut told.unchanged.links, !found.changed.is_empty());
            self.links.insert(here.clone(), found.record.fitted_to(here.kind));
        }
        let gone = existing.links().filter(|(id, _)| !met.contains(*id));
        let gone: Vec<(bool, String)> =
            gone.map(|(id, link)| (came_from_elsewhere(link), link_words(existing, id))).collect();
        told.left.links = gone.len();
        self.tell_gone(&both!("links", "koblinger"), gone);
    }

    fn tell(
        &mut self,
        told: &mut Update,
        item: &Item,
        name: &str,
        changed: &[&str],
        torn: &[(&str, String)],
    ) {
        let word = |field| field_word(item, field, Lang::Nb);
        if !changed.is_empty() {
            let en = changed.join(", ");
            let nb = changed.iter().map(|field| word(field)).collect::<Vec<_>>().join(", ");
            self.changes.push(both!("changed: {name} ({en})", "endret: {name} ({nb})"));
        }
        for (field, says) in torn {
            let nb = word(field);
            told.torn.push(both!(
                "{field} of {name} stays; the file says {says}",
                "{nb} på {name} blir stående; filen sier {says}"
            ));
        }
    }

    /// Tells what came from a file once and is not in this one.
    fn tell_gone(&mut self, what: &Both, gone: Vec<(bool, String)>) {
        let names: Vec<String> = gone.into_iter().filter(|(came, _)| *came).map(|(_, name)| name).collect();
        if !names.is_empty() {
            let more = if names.len() > NAMED { ", …" } else { "" };
            let first = names[..names.len().min(NAMED)].join(", ");
            let (count, en, nb) = (names.len(), &what.en, &what.nb);
            let said = both!(
                "not in the file any more, and kept: {count} {en}: {first}{more}",
                "ikke i filen lenger, og beholdt: {count} {nb}: {first}{more}"
            );
            self.changes.insert(0, said);
        }
    }
}

/// Whether a label from a file without marks only names the card: the card's id was once made of it, and somebody gave
/// the card another label since.
fn only_named(id: &NodeId, was: &Node, says: &Node) -> bool {
    says.marks().is_none() && was_called(id, &says.label, &was.label)
}

fn came_from_elsewhere<R: Sourced>(record: &R) -> bool {
    record.source_id().is_some() || record.extra().contains_key(STATE)
}

fn count(changed: &mut usize, unchanged: &mut usize, did: bool) {
    *(if did { changed } else { unchanged }) += 1;
}

fn link_words(map: &Map, id: &LinkId) -> String {
    let label = |id: &NodeId| map.node(id).map_or_else(|| id.to_string(), |node| node.label.clone());
    format!("'{}' → '{}'", label(&id.from), label(&id.to))
}
