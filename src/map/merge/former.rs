//! Follows cards that one side gave another id or made one with another card, so that the other side's changes reach
//! the card that is there now.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::claims::claims;
use super::field::merge_value;
use super::ledger::Ledger;
use super::three::{Dispute, Three};
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::item::Item;
use crate::map::link::{Link, LinkId};
use crate::map::node::Node;
use crate::map::record::Record;
use crate::map::renamed::{Firsts, Now, id_now, link_now};
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
    let of_ours = claims(maps.base, maps.ours, maps.theirs);
    let of_theirs = claims(maps.base, maps.theirs, maps.ours);
    let mut followed =
        Followed { maps: maps.each(|map| Cow::Borrowed(*map)), nodes: Vec::new(), links: Vec::new() };
    if of_ours.is_empty() && of_theirs.is_empty() {
        return followed;
    }
    // A card into which one side put another, and which the other side put into a third, leads nowhere.
    let holds =
        |of: &Now, others: &Now, new: &NodeId| !others.contains_key(new) || others.get(new) == of.get(new);
    let mut by_ours = of_ours.clone();
    let mut by_theirs = of_theirs.clone();
    by_ours.retain(|_, new| holds(&of_ours, &of_theirs, new));
    by_theirs.retain(|_, new| holds(&of_theirs, &of_ours, new));
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
    for (by, claimed, other) in [(Side::Ours, by_ours, maps.theirs), (Side::Theirs, by_theirs, maps.ours)] {
        let alone: Now = claimed.into_iter().filter(|(old, _)| !both.contains(old)).collect();
        let moved: Now = alone.iter().chain(&same).map(|(old, new)| (old.clone(), new.clone())).collect();
        let mut followed_alone = Now::new();
        for (old, new) in alone {
            let stands = maps.base.node(&new).is_some() && !moved.contains_key(&new);
            let is_second = stands || followed_alone.values().any(|other| *other == new);
            if is_second && other.node(&old).is_none() {
                let ids = if by == Side::Ours { (Some(&new), None) } else { (None, Some(&new)) };
                two_ids(&old, ids.0, ids.1, ledger);
            } else {
                followed_alone.insert(old, new);
            }
        }
        if !followed_alone.is_empty() {
            followed.rename(by, &followed_alone);
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

    /// Gives the base and the other side the ids that `by` gave.
    fn rename(&mut self, by: Side, now: &Now) {
        let other = match by {
            Side::Ours => &self.maps.theirs,
            Side::Theirs => &self.maps.ours,
        };
        let firsts = firsts(now, [&self.maps.base, other]);
        let base = self.maps.base.with_ids(now, &firsts);
        let other = other.with_ids(now, &firsts);
        self.nodes.extend(seconds(by, base.nodes, other.nodes, |old| id_now(old, now).clone()));
        self.links.extend(seconds(by, base.links, other.links, |old| link_now(old, now)));
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
