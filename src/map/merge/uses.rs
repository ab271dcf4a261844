//! Keeps what one side took out and the other one uses, so that a merge makes nothing that leads nowhere.

use std::collections::BTreeMap;

use super::abreast::abreast;
use super::ledger::Ledger;
use super::names::{around, is_there, items, names, put, value};
use super::three::{Dispute, Three};
use crate::map::graph::Map;
use crate::map::item::Item;
use crate::map::link::{Link, LinkId};
use crate::map::told::Side;
use crate::map::value::Value;

/// Puts the merged links in, and whatever one side took out and something of the other one's names.
///
/// Who took something out and left standing what names it wanted that; a told loop may break. Only what the *other*
/// side names keeps it.
pub(super) fn put_links_and_keep_what_is_used(
    merged: &mut Map,
    links: BTreeMap<LinkId, Link>,
    maps: &Three<&Map>,
    ledger: &mut Ledger,
) {
    let mut keeper = Keeper { gone: gone(maps, merged, &links), maps, ledger, back: Vec::new() };
    for (id, link) in links {
        for end in [&id.from, &id.to].map(|end| Item::Node(end.clone())) {
            keeper.keep(merged, &end);
        }
        let value = Value::of(&link);
        if merged.insert_link(id.clone(), link).is_err() {
            // Ids were handed on in ways that do not go together: what cannot stand anywhere is at least named.
            let values = Three { base: Some(value), ours: None, theirs: None };
            keeper.ledger.field(&Item::Link(id), Dispute { path: "id".to_owned(), values });
        }
    }
    if keeper.gone.is_empty() && keeper.ledger.kept.is_empty() {
        return;
    }
    // Either value of a conflict may come to live.
    for (item, named) in keeper.ledger.named() {
        if keeper.leads_nowhere(&item, &named) {
            keeper.keep(merged, &named);
        }
    }
    let mut to_look_at: Vec<Item> = items(merged).collect();
    while !to_look_at.is_empty() {
        while let Some(item) = to_look_at.pop() {
            for named in names(merged, &item) {
                if keeper.leads_nowhere(&item, &named) {
                    keeper.keep(merged, &named);
                    to_look_at.append(&mut keeper.back);
                }
            }
        }
        keeper.put_links_back(merged);
        to_look_at.append(&mut keeper.back);
    }
}

/// What exactly one side took out and the other one did not touch, with who took it out.
fn gone(maps: &Three<&Map>, merged: &Map, links: &BTreeMap<LinkId, Link>) -> BTreeMap<Item, Side> {
    let by = |ours: bool, theirs: bool| match (ours, theirs) {
        (false, true) => Some(Side::Ours),
        (true, false) => Some(Side::Theirs),
        _ => None,
    };
    let mut gone = BTreeMap::new();
    for (id, three) in abreast(maps.each(|map| map.nodes())).filter(|(_, three)| three.base.is_some()) {
        let side = by(three.ours.is_some(), three.theirs.is_some()).filter(|_| merged.node(id).is_none());
        gone.extend(side.map(|side| (Item::Node(id.clone()), side)));
    }
    for (id, three) in abreast(maps.each(|map| map.links())).filter(|(_, three)| three.base.is_some()) {
        let side = by(three.ours.is_some(), three.theirs.is_some()).filter(|_| !links.contains_key(id));
        gone.extend(side.map(|side| (Item::Link(id.clone()), side)));
    }
    let around = around(maps.base).filter(|item| !is_there(merged, item));
    gone.extend(around.filter_map(|item| {
        let side = by(is_there(maps.ours, &item), is_there(maps.theirs, &item))?;
        Some((item, side))
    }));
    gone
}

struct Keeper<'a> {
    gone: BTreeMap<Item, Side>,
    maps: &'a Three<&'a Map>,
    ledger: &'a mut Ledger,
    /// What was put back and nobody has looked at.
    back: Vec<Item>,
}

impl<'a> Keeper<'a> {
    /// The side that took it out, and the one that has it.
    fn sides(&self, by: Side) -> (&'a Map, &'a Map) {
        match by {
            Side::Ours => (self.maps.ours, self.maps.theirs),
            Side::Theirs => (self.maps.theirs, self.maps.ours),
        }
    }

    /// Whether `named` is gone and the one who took it out did not leave `item` naming it.
    fn leads_nowhere(&self, item: &Item, named: &Item) -> bool {
        self.gone.get(named).is_some_and(|by| !names(self.sides(*by).0, item).contains(named))
    }

    /// Puts back what is gone, as the other side has it; a link with its cards. Nothing for what is there.
    fn keep(&mut self, merged: &mut Map, item: &Item) {
        let Some(by) = self.gone.get(item).copied() else { return };
        let ends = match item {
            Item::Link(id) => vec![Item::Node(id.from.clone()), Item::Node(id.to.clone())],
            _ => Vec::new(),
        };
        for item in ends.iter().chain([item]).filter(|item| self.gone.get(*item) == Some(&by)) {
            self.ledger.deleted_and_used(
                item,
                by,
                value(self.maps.base, item).expect("what is gone was there"),
            );
        }
        for item in ends.into_iter().chain([item.clone()]) {
            if self.gone.contains_key(&item) && put(merged, &item, self.sides(by).1) {
                self.gone.remove(&item);
                self.back.push(item);
            }
        }
    }

    /// The links that went with a card that stays after all.
    fn put_links_back(&mut self, merged: &mut Map) {
        for (item, by) in &self.ledger.kept {
            let Item::Node(node) = item else { continue };
            let (without, with) = self.sides(*by);
            if without.node(node).is_some() {
                continue;
            }
            for id in with.links_from(node).chain(with.links_to(node)).map(|(id, _)| id) {
                let link = Item::Link(id.clone());
                if self.gone.get(&link) == Some(by) && put(merged, &link, with) {
                    self.gone.remove(&link);
                    self.back.push(link);
                }
            }
        }
    }
}
