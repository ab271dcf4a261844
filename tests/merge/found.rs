//! Looks for every edit of a side in a merged map, or for the conflict that names it.

use std::collections::BTreeMap;

use floke::map::*;

/// The value of a field; the outer `None` if the item is not there.
pub fn field(map: &Map, item: &Item, field: &str) -> Option<Option<Value>> {
    Some(match item {
        Item::Map => map.head().get(field),
        Item::Level(id) => map.level(id)?.get(field),
        Item::Phase(id) => map.phases().iter().find(|one| one.id == *id)?.get(field),
        Item::Goal(id) => map.goals().iter().find(|one| one.id == *id)?.get(field),
        Item::Area(id) => map.area(id)?.get(field),
        Item::Source(id) => map.sources().get(id)?.get(field),
        Item::Node(id) => map.node(id)?.get(field),
        Item::Link(id) => map.link(id)?.get(field),
        Item::Loop(id) => map.loops().get(id)?.get(field),
        Item::Journey(id) => map.journeys().into_iter().find(|(other, _)| *other == id)?.1.get(field),
        Item::SetAside(key) => map.set_aside().get(key)?.get(field),
    })
}

pub fn fields(item: &Item) -> &'static [&'static str] {
    match item {
        Item::Map => Head::FIELDS,
        Item::Level(_) => Level::FIELDS,
        Item::Phase(_) => Phase::FIELDS,
        Item::Goal(_) => EffectGoal::FIELDS,
        Item::Area(_) => Area::FIELDS,
        Item::Source(_) => Source::FIELDS,
        Item::Node(_) => Node::FIELDS,
        Item::Link(_) => Link::FIELDS,
        Item::Loop(_) => NamedLoop::FIELDS,
        Item::Journey(_) => Journey::FIELDS,
        Item::SetAside(_) => SetAside::FIELDS,
    }
}

/// One merge, seen from one side.
pub struct Seen<'a> {
    pub base: &'a Map,
    pub side: &'a Map,
    pub other: &'a Map,
    pub merged: &'a Merged,
}

impl Seen<'_> {
    /// The edits of the side that are neither in the merged map nor named in a conflict.
    pub fn lost(&self) -> Vec<Edit> {
        let edits = diff(self.base, self.side).edits;
        edits.into_iter().filter(|edit| !self.is_found(edit)).collect()
    }

    fn is_found(&self, edit: &Edit) -> bool {
        let item = self.now(&edit.item);
        match (edit.field.as_deref(), &edit.old, &edit.new) {
            (Some("conflicts"), ..) => self.open_ones_found(),
            (Some(list @ ("levels" | "phases" | "effect_goals" | "areas")), ..) if item == Item::Map => {
                self.is_named(&item, list) || self.order_found(list)
            }
            (Some(name), old, new) => self.field_found(&item, name, old.as_ref(), new.as_ref()),
            (None, Some(_), None) => {
                field(&self.merged.map, &edit.item, fields(&edit.item)[0]).is_none()
                    || self.is_named(&edit.item, "")
            }
            (None, ..) if self.is_a_link_that_the_other_side_changed(&edit.item) => true,
            (None, ..) => fields(&item).iter().all(|name| {
                let new = field(self.side, &edit.item, name).flatten();
                // What one leaves out the other may say.
                new.is_none() || self.field_found(&item, name, None, new.as_ref())
            }),
        }
    }

    /// A link of a card to which the side gave another id: the same link, under its old id, may be gone or changed.
    fn is_a_link_that_the_other_side_changed(&self, item: &Item) -> bool {
        let Item::Link(id) = item else { return false };
        let ids = |id: &NodeId| {
            let was = self.side.node(id).map_or_else(Vec::new, |node| node.was.clone());
            was.into_iter().chain([id.clone()]).collect::<Vec<_>>()
        };
        ids(&id.from).iter().any(|from| {
            ids(&id.to).iter().any(|to| {
                let old = LinkId { from: from.clone(), to: to.clone(), kind: id.kind };
                self.base.link(&old).is_some() && self.other.link(&old) != self.base.link(&old)
            })
        })
    }

    /// The item under the id that the other side gave its card.
    fn now(&self, item: &Item) -> Item {
        let id = |id: &NodeId| {
            let map = &self.merged.map;
            let kept = map.node(id).is_some() || self.other.node(id).is_some();
            if kept {
                id.clone()
            } else {
                map.find_node(id).map_or_else(|| id.clone(), |(now, _)| now.clone())
            }
        };
        match item {
            Item::Node(node) => Item::Node(id(node)),
            Item::Link(link) => {
                Item::Link(LinkId { from: id(&link.from), to: id(&link.to), kind: link.kind })
            }
            other => other.clone(),
        }
    }

    /// Whether a side gave a card another id: what names it is then named otherwise.
    fn cards_got_other_ids(&self) -> bool {
        [self.side, self.other].into_iter().any(|map| {
            let renamed = |id: &NodeId| map.node(id).is_none() && self.base.node(id).is_some();
            map.nodes().any(|(_, node)| node.was.iter().any(renamed))
        })
    }

    fn is_named(&self, item: &Item, name: &str) -> bool {
        let mut at = vec![item.to_string()];
        if let Item::Link(id) = item {
            at.extend([&id.from, &id.to].map(|id| Item::Node(id.clone()).to_string()));
        }
        self.merged.map.conflicts().iter().any(|conflict| {
            let whole = conflict.field.is_empty();
            at.contains(&conflict.at)
                && (whole || (conflict.at == at[0] && (conflict.field.split('.').next() == Some(name))))
        })
    }

    fn field_found(&self, item: &Item, name: &str, old: Option<&Value>, new: Option<&Value>) -> bool {
        let Some(live) = field(&self.merged.map, item, name) else {
            // Another name for a card it names is no change of it.
            let names_cards = ["owner", "payer", "gainer", "through", "steps"].contains(&name);
            return self.is_named(item, name) || (names_cards && self.cards_got_other_ids());
        };
        live.as_ref() == new || self.is_named(item, name) || self.met(item, name, old, new, live.as_ref())
    }

    /// Whether the live value is what both changes of the field give together.
    fn met(
        &self,
        item: &Item,
        name: &str,
        old: Option<&Value>,
        new: Option<&Value>,
        live: Option<&Value>,
    ) -> bool {
        let other = field(self.other, item, name).flatten();
        // What the side took from a card that is one with this one the other side may have changed there.
        if let Item::Node(id) = item {
            let was = self.side.node(id).map_or(&[][..], |node| &node.was);
            if was.iter().filter_map(|old| self.other.node(old)).any(|old| old.get(name).as_ref() == live) {
                return true;
            }
        }
        match name {
            "tags" | "groups" | "phases" | "marks" | "was" | "rests_on" => {
                let [old, new, live, other] = [old, new, live, other.as_ref()].map(counts);
                let count = |of: &BTreeMap<Value, usize>, word| of.get(word).copied().unwrap_or_default();
                new.keys().all(|word| count(&new, word) <= count(&old, word) || count(&live, word) > 0)
                    && old.keys().all(|word| {
                        count(&new, word) > 0
                            || count(&live, word) == 0
                            || count(&other, word) > count(&old, word)
                    })
            }
            "note" | "needs_to_know" | "wants_part" | "hypothesis" | "participants" | "seen" | "learning"
            | "next" | "reason" => {
                let [old, new, live] = [old, new, live].map(counts);
                new.iter().all(|(line, many)| old.get(line) >= Some(many) || live.contains_key(line))
            }
            "votes" => {
                let [old, new, live, other] = [old, new, live, other.as_ref()]
                    .map(|value| value.map_or(0, |value| value.read::<i64>().expect("a number")));
                live == (new + other - old).clamp(0, i64::from(u32::MAX)) || self.cards_got_other_ids()
            }
            "pin" | "place" => {
                let number =
                    |value: Option<&Value>| value.map(|value| value.read::<u32>().expect("a number"));
                number(live) == [number(new), number(other.as_ref())].into_iter().flatten().min()
                    || self.cards_got_other_ids()
            }
            "extra" | "sources" => {
                let [old, new, live] = [old, new, live].map(entries);
                new.iter().all(|(key, value)| old.get(key) == Some(value) || live.contains_key(key))
            }
            "perspectives" | "measurements" | "steps" => live.is_some(),
            "owner" | "payer" | "gainer" | "through" => self.cards_got_other_ids(),
            _ => false,
        }
    }

    fn order_found(&self, list: &str) -> bool {
        let order = |map: &Map| -> BTreeMap<String, usize> {
            let ids: Vec<String> = match list {
                "levels" => map.levels().iter().map(|one| one.id.to_string()).collect(),
                "phases" => map.phases().iter().map(|one| one.id.to_string()).collect(),
                "effect_goals" => map.goals().iter().map(|one| one.id.to_string()).collect(),
                _ => map.areas().iter().map(|one| one.id.to_string()).collect(),
            };
            ids.into_iter().enumerate().map(|(at, id)| (id, at)).collect()
        };
        let (base, side, other) = (order(self.base), order(self.side), order(self.other));
        let live = order(&self.merged.map);
        let rises = |of: &BTreeMap<String, usize>, a: &str, b: &str| Some(of.get(a)? < of.get(b)?);
        side.keys().all(|a| {
            side.keys().all(|b| {
                let turned = rises(&base, a, b).is_some_and(|base| Some(base) != rises(&side, a, b));
                // What the other side has no more is where the one side put it, as far as it is there.
                !turned
                    || rises(&other, a, b).is_none()
                    || [None, rises(&side, a, b)].contains(&rises(&live, a, b))
            })
        })
    }

    fn open_ones_found(&self) -> bool {
        let open = self.merged.map.conflicts();
        let came = self.side.conflicts().iter().filter(|one| !self.base.conflicts().contains(one));
        let went = self.base.conflicts().iter().filter(|one| !self.side.conflicts().contains(one));
        // What both settled, and not the same way, may be open again with the same words.
        let still = |one: &Conflict| open.contains(one) && !self.merged.conflicts.contains(one);
        came.into_iter().all(|one| open.contains(one)) && went.into_iter().all(|one| !still(one))
    }
}

fn counts(value: Option<&Value>) -> BTreeMap<Value, usize> {
    let mut counts = BTreeMap::new();
    let list = value.map_or_else(Vec::new, |value| value.read::<Vec<Value>>().expect("a list"));
    for word in list {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

fn entries(value: Option<&Value>) -> BTreeMap<String, Value> {
    value.map_or_else(BTreeMap::new, |value| value.read().expect("entries"))
}
