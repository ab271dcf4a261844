//! Looks for every edit of a side in a merged map, or for the conflict that names it.

use std::collections::BTreeMap;

use floke::map::*;

use super::met::Field;

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

/// One merge, seen from one side. Cards may have been made one; of a card with another id the three must have the same.
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
            (Some(name), old, new) => self.field_found(&edit.item, name, old.as_ref(), new.as_ref()),
            (None, Some(_), None) => {
                self.is_gone(&edit.item) || self.is_named(&edit.item, "") || self.is_named(&item, "")
            }
            (None, ..) if self.is_a_link_that_the_other_side_changed(&edit.item) => true,
            (None, ..) => fields(&item).iter().all(|name| {
                let new = field(self.side, &edit.item, name).flatten();
                // What one leaves out the other may say.
                new.is_none() || self.field_found(&edit.item, name, None, new.as_ref())
            }),
        }
    }

    /// Whether what the side took out is gone, under its id and under the one the other side gave it. Where the side itself gave it
    /// another id, only under the old one.
    fn is_gone(&self, item: &Item) -> bool {
        let is_there = |item: &Item| field(&self.merged.map, item, fields(item)[0]).is_some();
        match item {
            Item::Node(id) => {
                let was = |map: &Map| map.nodes().any(|(_, node)| node.was.contains(id));
                !is_there(item) && (was(self.side) || !was(&self.merged.map))
            }
            Item::Link(id) => {
                let ends = [&id.from, &id.to].map(|end| Item::Node(end.clone()));
                let now = self.now(item);
                let by_side =
                    ends.iter().any(|end| self.now(end) != *end && field(self.side, end, "label").is_none());
                // One that was there already is another one.
                let also = |other: &LinkId| other != id && self.now(&Item::Link(other.clone())) == now;
                let another = now != *item
                    && (field(self.base, &now, "sign").is_some()
                        || self.side.links().any(|(id, _)| also(id)));
                !is_there(item) && (now == *item || !is_there(&now) || another || by_side)
            }
            _ => !is_there(item),
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
                old != *id && self.base.link(&old).is_some() && self.other.link(&old) != self.base.link(&old)
            })
        })
    }

    /// The id under which a card of the side stands in the merged map.
    fn id_now(&self, id: &NodeId) -> NodeId {
        let map = &self.merged.map;
        let kept = map.node(id).is_some() || self.other.node(id).is_some();
        if kept {
            return id.clone();
        }
        let under =
            |map: &Map| map.nodes().find(|(_, node)| node.was.contains(id)).map(|(now, _)| now.clone());
        under(self.other).or_else(|| under(map)).unwrap_or_else(|| id.clone())
    }

    /// The item under the id that the other side gave its card.
    fn now(&self, item: &Item) -> Item {
        match item {
            Item::Node(node) => Item::Node(self.id_now(node)),
            Item::Link(link) => Item::Link(LinkId {
                from: self.id_now(&link.from),
                to: self.id_now(&link.to),
                kind: link.kind,
            }),
            other => other.clone(),
        }
    }

    /// The id under which a card of the base stands in the merged map.
    fn id_since(&self, id: &NodeId) -> NodeId {
        let merged = &self.merged.map;
        let now = merged.nodes().find(|(_, node)| merged.node(id).is_none() && node.was.contains(id));
        now.map_or_else(|| id.clone(), |(now, _)| now.clone())
    }

    /// A value that names cards, with the ids they have in the merged map.
    fn value_now(&self, name: &str, value: Option<&Value>, now: impl Fn(&NodeId) -> NodeId) -> Option<Value> {
        let value = value?;
        let mut frame = Frame::default();
        let mut ids: Vec<NodeId> = Vec::new();
        match name {
            "owner" | "payer" | "gainer" => {
                return Some(Value::of(&now(&value.read::<NodeId>().expect("an id"))));
            }
            "through" => {
                let told = NamedLoop { through: value.read().expect("links"), ..NamedLoop::default() };
                ids.extend(told.through.iter().map(|(id, _)| id.clone()));
                frame.loops.insert("l".into(), told);
            }
            "steps" => {
                let told = Journey { steps: value.read().expect("steps"), ..Journey::default() };
                ids.extend(told.steps.iter().flat_map(|step| step.show.nodes()).cloned());
                frame.journeys.insert("j".into(), told);
            }
            _ => return Some(value.clone()),
        }
        let ids = ids.into_iter().map(|id| (id.clone(), now(&id))).collect();
        let told = Map::default().with_frame(frame).with_ids(&ids, &Default::default()).map;
        match told.loops().values().next() {
            // A circle of cards that are one now is none, and nothing is written of it.
            Some(told) => (!told.through.is_empty()).then(|| Value::of(&told.through)),
            None => Some(Value::of(&told.journeys()[0].1.steps)),
        }
    }

    /// Whether a conflict names the item, or that field or part of a field of it.
    fn is_named(&self, item: &Item, path: &str) -> bool {
        let at = item.to_string();
        let ends: Vec<String> = match item {
            Item::Link(id) => [&id.from, &id.to].map(|id| Item::Node(id.clone()).to_string()).to_vec(),
            _ => Vec::new(),
        };
        self.merged.map.conflicts().iter().any(|conflict| {
            let rest = path.strip_prefix(conflict.field.as_str());
            let within = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            // A card has two ids, or none, and nobody says what it is now.
            let whole = conflict.field.is_empty() || conflict.field == "id";
            (conflict.at == at && (whole || within))
                || (ends.contains(&conflict.at) && conflict.deleted_by.is_some())
        })
    }

    fn field_found(&self, own: &Item, name: &str, old: Option<&Value>, new: Option<&Value>) -> bool {
        let item = self.now(own);
        // What the side itself has no more it names by the id that was.
        let as_it_was = field(&self.merged.map, &item, name).is_some_and(|live| live.as_ref() == new);
        let now = |id: &NodeId| self.id_now(id);
        let (old, new) = (self.value_now(name, old, |id| self.id_since(id)), self.value_now(name, new, now));
        // Another name for a card it names is no change of it.
        if as_it_was || old == new || self.is_named(&item, name) {
            return true;
        }
        let Some(live) = field(&self.merged.map, &item, name) else { return false };
        if live == new {
            return true;
        }
        let other = field(self.other, own, name).or_else(|| field(self.other, &item, name)).flatten();
        let other = self.value_now(name, other.as_ref(), now);
        let mut taken_in = Vec::new();
        if let Item::Node(id) = &item {
            if name == "votes" {
                return self.votes_met(id);
            }
            // The place of a card that is no more is nobody's place.
            if name == "pin" && own != &item {
                return true;
            }
            // What the side took from a card that is one with this one the other side may have changed there.
            let was = self.side.node(id).map_or(&[][..], |node| &node.was);
            if was.iter().filter_map(|old| self.other.node(old)).any(|old| old.get(name) == live) {
                return true;
            }
            taken_in
                .extend(was.iter().map(|old| [self.base, self.other].map(|map| map.node(old)?.get(name))));
        }
        let field = Field {
            old: old.as_ref(),
            new: new.as_ref(),
            other: other.as_ref(),
            live: live.as_ref(),
            taken_in: &taken_in,
        };
        field.met(name, &|part| self.is_named(&item, &format!("{name}.{part}")))
    }

    /// Whether a card has the dots of both sides, with those of all cards that it is made of.
    fn votes_met(&self, id: &NodeId) -> bool {
        let merged = &self.merged.map;
        let is_one_now = |other: &NodeId| {
            merged.node(other).is_none() && merged.node(id).is_some_and(|now| now.was.contains(other))
        };
        let sum = |map: &Map| -> i64 {
            let of_it = map.nodes().filter(|(other, _)| *other == id || is_one_now(other));
            of_it.map(|(_, node)| i64::from(node.votes)).sum()
        };
        let live = self.merged.map.node(id).map_or(0, |node| i64::from(node.votes));
        live == (sum(self.side) + sum(self.other) - sum(self.base)).clamp(0, i64::from(u32::MAX))
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
