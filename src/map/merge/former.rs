//! Follows cards that one side gave another id or made one with another card, so that the other side's changes reach
//! the card that is there now.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::claims::{agree, claims};
use super::field::merge_value;
use super::ledger::Ledger;
use super::three::{Dispute, Three};
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::item::Item;
use crate::map::link::{Link, LinkId};
use crate::map::node::Node;
use crate::map::record::Record;
use crate::map::renamed::{Firsts, Now, id_now, link_now, node_now};
use crate::map::told::Side;
use crate::map::value::Value;

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
///
/// A card that one side gave another id and the other took out has the new one in the base too, so that it is one that was taken out
/// and changed. Where it was made one with another card, and where both sides gave it an id and not the same one, it is
/// followed nowhere, and its field `id` is a conflict.
pub(super) fn follow<'a>(maps: &Three<&'a Map>, ledger: &mut Ledger) -> Followed<'a> {
    let (of_ours, of_theirs) = (claims(maps.base, maps.ours), claims(maps.base, maps.theirs));
    let mut followed =
        Followed { maps: maps.each(|map| Cow::Borrowed(*map)), nodes: Vec::new(), links: Vec::new() };
    if of_ours.is_empty() && of_theirs.is_empty() {
        return followed;
    }
    let (mut by_ours, mut by_theirs) = (of_ours.clone(), of_theirs.clone());
    for old in agree(maps, &mut by_ours, &mut by_theirs) {
        two_ids(&old, of_ours.get(&old), of_theirs.get(&old), ledger);
    }
    let both: BTreeSet<NodeId> = by_ours.keys().filter(|old| by_theirs.contains_key(*old)).cloned().collect();
    for old in &both {
        let (ours, theirs) = (&by_ours[old], &by_theirs[old]);
        if ours != theirs {
            two_ids(old, Some(ours), Some(theirs), ledger);
        }
    }
    let same: Now = both
        .iter()
        .filter(|old| by_ours[*old] == by_theirs[*old])
        .map(|old| (old.clone(), by_ours[old].clone()))
        .collect();
    if !same.is_empty() {
        followed.rename_base(&same);
    }
    let alone =
        |claimed: Now| -> Now { claimed.into_iter().filter(|(old, _)| !both.contains(old)).collect() };
    let ours = followed_of(Side::Ours, alone(by_ours), &same, maps, ledger);
    let theirs = followed_of(Side::Theirs, alone(by_theirs), &same, maps, ledger);
    followed.rename(Side::Ours, &ours, &theirs);
    followed.rename(Side::Theirs, &theirs, &Now::new());
    followed
}

/// Those of the ids that one side alone gave that can be followed; the others are noted.
fn followed_of(by: Side, alone: Now, same: &Now, maps: &Three<&Map>, ledger: &mut Ledger) -> Now {
    let other = if by == Side::Ours { maps.theirs } else { maps.ours };
    let moved: BTreeSet<NodeId> = alone.keys().chain(same.keys()).cloned().collect();
    let mut followed = Now::new();
    for (old, new) in alone {
        let stands = maps.base.node(&new).is_some() && !moved.contains(&new);
        let is_second = stands || followed.values().any(|other| *other == new);
        if is_second && other.node(&old).is_none() {
            let (ours, theirs) = if by == Side::Ours { (Some(&new), None) } else { (None, Some(&new)) };
            two_ids(&old, ours, theirs, ledger);
        } else {
            followed.insert(old, new);
        }
    }
    followed
}

/// The two sides do not agree on what became of a card.
fn two_ids(old: &NodeId, ours: Option<&NodeId>, theirs: Option<&NodeId>, ledger: &mut Ledger) {
    let id = |id: &NodeId| Value::of(id);
    let values = Three { base: Some(id(old)), ours: ours.map(id), theirs: theirs.map(id) };
    ledger.field(&Item::Node(old.clone()), Dispute { path: "id".to_owned(), values });
}

impl Followed<'_> {
    /// Gives the base the ids that both sides gave. What made room there neither side has any more.
    fn rename_base(&mut self, now: &Now) {
        let firsts = firsts(now, [&self.maps.base, &self.maps.base]);
        self.maps.base = Cow::Owned(self.maps.base.with_ids(now, &firsts).map);
    }

    /// Gives the base and the other side the ids that `by` gave. Those that the other side gave, and the base gets only `later`, what
    /// makes room in the base gets at once: with the other side it has them.
    fn rename(&mut self, by: Side, now: &Now, later: &Now) {
        if now.is_empty() {
            return;
        }
        let other = match by {
            Side::Ours => &self.maps.theirs,
            Side::Theirs => &self.maps.ours,
        };
        let firsts = firsts(now, [&self.maps.base, other]);
        let base = self.maps.base.with_ids(now, &firsts);
        let other = other.with_ids(now, &firsts);
        let base_nodes = base.nodes.into_iter().map(|(id, node)| (id, node_now(node, later))).collect();
        let (moved, unmoved): (BTreeMap<_, _>, BTreeMap<_, _>) =
            base.links.into_iter().partition(|(id, _)| link_now(id, later) != *id);
        let mut base_links = unmoved;
        // A link from or to a card that the other side gave an id too may be the only one in its place in the base, and not there.
        let only_there = self.maps.base.links().map(|(id, link)| (link_now(id, later), id, link));
        for (was, id, link) in only_there.filter(|_| !later.is_empty()) {
            if was != *id && other.links.contains_key(&was) {
                base_links.entry(was).or_insert_with(|| link.clone());
            }
        }
        for (id, link) in moved {
            base_links.entry(link_now(&id, later)).or_insert(link);
        }
        self.nodes.extend(seconds(by, base_nodes, other.nodes, |old| id_now(old, now).clone()));
        self.links.extend(seconds(by, base_links, other.links, |old| link_now(old, now)));
        self.maps.base = Cow::Owned(base.map);
        match by {
            Side::Ours => self.maps.theirs = Cow::Owned(other.map),
            Side::Theirs => self.maps.ours = Cow::Owned(other.map),
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
            ledger.field_again(
                item,
                Dispute { path: (*field).to_owned(), values: from(side.get(field), field) },
            );
            continue;
        }
        let values = from(merged.get(field), field);
        let live = ledger.merge(item, |gathered| merge_value(field, &values, gathered));
        merged.set(field, live.as_ref()).expect("a value of the same field");
    }
}

/// Which of several that are one now is compared with it first: itself, where it stays what it was, else the first. A card in the
/// first of the maps, a link in either.
fn firsts(now: &Now, maps: [&Map; 2]) -> Firsts {
    let mut firsts = Firsts::default();
    for (old, new) in now {
        let own = maps[0].node(new).is_some() && !now.contains_key(new);
        firsts.nodes.entry(new.clone()).or_insert_with(|| if own { new.clone() } else { old.clone() });
    }
    let touched: BTreeSet<&LinkId> = maps
        .into_iter()
        .flat_map(|map| now.keys().flat_map(|old| map.links_from(old).chain(map.links_to(old))))
        .map(|(id, _)| id)
        .collect();
    for id in touched {
        let slot = link_now(id, now);
        let own = maps.iter().any(|map| map.link(&slot).is_some()) && link_now(&slot, now) == slot;
        firsts.links.entry(slot.clone()).or_insert_with(|| if own { slot } else { id.clone() });
    }
    firsts
}

fn seconds<K: Ord + Clone, R>(
    by: Side,
    mut base: BTreeMap<K, R>,
    mut other: BTreeMap<K, R>,
    now: impl Fn(&K) -> K,
) -> Vec<Second<K, R>> {
    let keys: BTreeSet<K> = base.keys().chain(other.keys()).cloned().collect();
    keys.into_iter()
        .map(|old| Second { now: now(&old), by, base: base.remove(&old), other: other.remove(&old) })
        .collect()
}
