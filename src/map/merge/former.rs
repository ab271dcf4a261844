//! Follows cards that one side gave another id or made one with another card, so that the other side's changes reach
//! the card that is there now.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::field::merge_value;
use super::ledger::Ledger;
use super::three::{Clash, Three};
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::item::Item;
use crate::map::link::{Link, LinkId};
use crate::map::node::Node;
use crate::map::record::Record;
use crate::map::told::{Show, Side};
use crate::map::value::Value;

/// The id that a card has now, by the one it had.
type Now = BTreeMap<NodeId, NodeId>;

/// The three maps under the ids that cards have now, and what came to have the id of something else.
pub(super) struct Followed<'a> {
    pub maps: Three<Cow<'a, Map>>,
    nodes: Vec<Second<NodeId, Node>>,
    links: Vec<Second<LinkId, Link>>,
}

/// What the other side has of a card or link that one side made one with another.
struct Second<K, R> {
    /// What it is now.
    now: K,
    /// Who made it that; the other one has it still.
    by: Side,
    base: Option<R>,
    other: Option<R>,
}

/// The maps under the ids that cards have now. Borrowed as they are where no card got another id.
pub(super) fn follow<'a>(maps: &Three<&'a Map>, ledger: &mut Ledger) -> Followed<'a> {
    let (mut by_ours, mut by_theirs) =
        (renamed(maps.base, maps.ours, maps.theirs), renamed(maps.base, maps.theirs, maps.ours));
    // A card into which one side put another, and which the other side put into a third, leads nowhere.
    let (of_ours, of_theirs) = (by_ours.clone(), by_theirs.clone());
    by_ours.retain(|_, new| !of_theirs.contains_key(new));
    by_theirs.retain(|_, new| !of_ours.contains_key(new));
    for (old, ours) in &by_ours {
        if let Some(theirs) = by_theirs.get(old).filter(|theirs| *theirs != ours) {
            let id = |id: &NodeId| Some(Value::of(id));
            let values = Three { base: id(old), ours: id(ours), theirs: id(theirs) };
            ledger.field(&Item::Node(old.clone()), Clash { path: "id".to_owned(), values });
        }
    }
    let mut followed =
        Followed { maps: maps.each(|map| Cow::Borrowed(*map)), nodes: Vec::new(), links: Vec::new() };
    for (by, now) in [(Side::Ours, by_ours), (Side::Theirs, by_theirs)] {
        // What both sides gave another id, and not the same one, is followed nowhere.
        let other_side = if by == Side::Ours { maps.theirs } else { maps.ours };
        let now: Now = now.into_iter().filter(|(old, _)| other_side.node(old).is_some()).collect();
        if !now.is_empty() {
            followed.rename(by, &now);
        }
    }
    followed
}

/// The cards of the base that `side` has under another id, which it gave them.
fn renamed(base: &Map, side: &Map, other: &Map) -> Now {
    let mut now = Now::new();
    for (new, node) in side.nodes().filter(|(_, node)| !node.was.is_empty()) {
        let before = base.node(new);
        let theirs_alone = before.is_none() && other.node(new).is_some();
        for old in &node.was {
            let known = before.is_some_and(|before| before.was.contains(old));
            if !known && !theirs_alone && base.node(old).is_some() && side.node(old).is_none() {
                now.entry(old.clone()).or_insert_with(|| new.clone());
            }
        }
    }
    now
}

impl Followed<'_> {
    /// Gives the base and the other side the ids that `by` gave.
    fn rename(&mut self, by: Side, now: &Now) {
        let other = match by {
            Side::Ours => &self.maps.theirs,
            Side::Theirs => &self.maps.ours,
        };
        let base = &self.maps.base;
        // Which of several that are one now is compared with it first: itself, else the first.
        let mut first_node: BTreeMap<NodeId, NodeId> = BTreeMap::new();
        for (old, new) in now {
            let own = base.node(new).is_some();
            first_node.entry(new.clone()).or_insert_with(|| if own { new.clone() } else { old.clone() });
        }
        let mut first_link: BTreeMap<LinkId, LinkId> = BTreeMap::new();
        let touched: BTreeSet<&LinkId> = [base, other]
            .into_iter()
            .flat_map(|map| now.keys().flat_map(|old| map.links_from(old).chain(map.links_to(old))))
            .map(|(id, _)| id)
            .collect();
        for id in touched {
            let slot = link_now(id, now);
            let own = base.link(&slot).is_some() || other.link(&slot).is_some();
            first_link.entry(slot.clone()).or_insert_with(|| if own { slot } else { id.clone() });
        }
        let firsts = Firsts { nodes: first_node, links: first_link };
        let (new_base, base_nodes, base_links) = under_new_ids(base, now, &firsts);
        let (new_other, other_nodes, other_links) = under_new_ids(other, now, &firsts);
        self.nodes.extend(seconds(by, now, base_nodes, other_nodes, |old, now| now[old].clone()));
        self.links.extend(seconds(by, now, base_links, other_links, link_now));
        self.maps.base = Cow::Owned(new_base);
        match by {
            Side::Ours => self.maps.theirs = Cow::Owned(new_other),
            Side::Theirs => self.maps.ours = Cow::Owned(new_other),
        }
    }

    /// Brings to the merged cards and links what the other side did to what is one with them now.
    pub(super) fn bring_seconds(
        &self,
        nodes: &mut BTreeMap<NodeId, Node>,
        links: &mut BTreeMap<LinkId, Link>,
        ledger: &mut Ledger,
    ) {
        for second in &self.nodes {
            let side = self.side(second.by).node(&second.now);
            if let (Some(merged), Some(side)) = (nodes.get_mut(&second.now), side) {
                bring(&Item::Node(second.now.clone()), merged, side, second, ledger);
            }
        }
        for second in &self.links {
            let item = Item::Link(second.now.clone());
            match (links.get_mut(&second.now), self.side(second.by).link(&second.now), &second.other) {
                (Some(merged), Some(side), _) => bring(&item, merged, side, second, ledger),
                (None, _, Some(other)) if second.base.as_ref() != Some(other) => {
                    if let Some(base) = &second.base {
                        ledger.deleted_and_changed(&item, second.by, Value::of(base));
                    }
                    links.insert(second.now.clone(), other.clone());
                }
                _ => {}
            }
        }
    }

    fn side(&self, side: Side) -> &Map {
        match side {
            Side::Ours => &self.maps.ours,
            Side::Theirs => &self.maps.theirs,
        }
    }
}

/// Brings the changes of a second one to the merged one. The place of a card that is no more is nobody's place.
///
/// `side` is the merged one as the side has it that made it of both: its value stands in a conflict where the two sides disagree on
/// the field already.
fn bring<K, R: Record>(item: &Item, merged: &mut R, side: &R, second: &Second<K, R>, ledger: &mut Ledger) {
    let Some(other) = &second.other else { return };
    let nothing = R::default();
    let base = second.base.as_ref().unwrap_or(&nothing);
    let from = |made: Option<Value>, field: &str| {
        let (base, other) = (base.get(field), other.get(field));
        match second.by {
            Side::Ours => Three { base, ours: made, theirs: other },
            Side::Theirs => Three { base, ours: other, theirs: made },
        }
    };
    for field in R::FIELDS.iter().filter(|field| **field != "pin") {
        if base.get(field) == other.get(field) {
            continue;
        }
        if ledger.names(item, field) {
            ledger
                .field_again(item, Clash { path: (*field).to_owned(), values: from(side.get(field), field) });
            continue;
        }
        let mut clashes = Vec::new();
        let live = merge_value(field, &from(merged.get(field), field), &mut clashes);
        merged.set(field, live.as_ref()).expect("a value of the same field");
        clashes.into_iter().for_each(|clash| ledger.field(item, clash));
    }
}

fn seconds<K: Ord + Clone, R>(
    by: Side,
    now: &Now,
    mut base: BTreeMap<K, R>,
    mut other: BTreeMap<K, R>,
    rename: impl Fn(&K, &Now) -> K,
) -> Vec<Second<K, R>> {
    let keys: BTreeSet<K> = base.keys().chain(other.keys()).cloned().collect();
    keys.into_iter()
        .map(|old| Second { now: rename(&old, now), by, base: base.remove(&old), other: other.remove(&old) })
        .collect()
}

/// Which of several that are one now stands for it.
struct Firsts {
    nodes: BTreeMap<NodeId, NodeId>,
    links: BTreeMap<LinkId, LinkId>,
}

fn id_now<'a>(id: &'a NodeId, now: &'a Now) -> &'a NodeId {
    now.get(id).unwrap_or(id)
}

fn link_now(id: &LinkId, now: &Now) -> LinkId {
    LinkId { from: id_now(&id.from, now).clone(), to: id_now(&id.to, now).clone(), kind: id.kind }
}

/// The map with other ids, and what had to make room because something else has its new id.
#[allow(clippy::type_complexity, reason = "two rows of what made room")]
fn under_new_ids(
    map: &Map,
    now: &Now,
    firsts: &Firsts,
) -> (Map, BTreeMap<NodeId, Node>, BTreeMap<LinkId, Link>) {
    let mut frame = map.frame();
    for told in frame.loops.values_mut() {
        told.through.iter_mut().for_each(|(id, _)| rename(id, now));
    }
    for step in frame.journeys.values_mut().flat_map(|journey| &mut journey.steps) {
        match &mut step.show {
            Show::Text | Show::Loop(_) | Show::Levels(..) => {}
            Show::Event(id) | Show::Node(id) | Show::Quote(id, _) => rename(id, now),
            Show::Link(from, _, to) => [from, to].into_iter().for_each(|id| rename(id, now)),
            Show::Chain(links, end) => {
                links.iter_mut().for_each(|(id, _)| rename(id, now));
                rename(end, now);
            }
            Show::WhatIf(changed, _) => changed.iter_mut().for_each(|(id, _)| rename(id, now)),
        }
    }
    let mut renamed = Map::default().with_frame(frame);
    let (mut nodes, mut links) = (BTreeMap::new(), BTreeMap::new());
    for (id, node) in map.nodes() {
        let mut node = node.clone();
        for named in [&mut node.owner, &mut node.payer, &mut node.gainer].into_iter().flatten() {
            rename(named, now);
        }
        let new = id_now(id, now).clone();
        if firsts.nodes.get(&new).is_none_or(|first| first == id) {
            renamed.insert_node(new, node).expect("one of them stands for it");
        } else {
            nodes.insert(id.clone(), node);
        }
    }
    for (id, link) in map.links() {
        let slot = link_now(id, now);
        let first = firsts.links.get(&slot).is_none_or(|first| first == id);
        if !first || renamed.insert_link(slot, link.clone()).is_err() {
            links.insert(id.clone(), link.clone());
        }
    }
    (renamed, nodes, links)
}

fn rename(id: &mut NodeId, now: &Now) {
    if let Some(new) = now.get(id) {
        id.clone_from(new);
    }
}
