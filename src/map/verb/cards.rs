//! What is done to cards: putting them in, naming, moving, pinning, marking, voting, making a second one.

use std::collections::{BTreeMap, BTreeSet};

use crate::map::change::Edit;
use crate::map::diff::order_edit;
use crate::map::fold::fold;
use crate::map::graph::Map;
use crate::map::id::{AreaId, LevelId, NodeId, PhaseId};
use crate::map::item::Item;
use crate::map::limits::{LONGEST_LABEL, Limited};
use crate::map::link::{LinkId, LinkKind};
use crate::map::node::{Mark, Node};
use crate::map::slug::free_slug;
use crate::map::value::Value;

use super::draft::Draft;
use super::fields::edit_of;
use super::names::card;
use super::{Deed, Verb};

/// Puts a node in, under a free id made from its label. Gives the id too. `None` if the node holds more than a file
/// may (see `limits`).
#[must_use]
pub fn add_node(map: &Map, node: &Node) -> Option<(NodeId, Deed)> {
    if node.exceeded().is_some() {
        return None;
    }
    let id = free_slug(&node.label, |text| map.find_node(&text.into()).is_some());
    let edit = Edit::add(Item::Node(id.clone()), Value::of(node));
    Some((id, Deed::new(Verb::Add, &node.label, vec![edit])))
}

/// Gives a node another label. Its id stays. `None` if there is no such node, it is called that already, or the label
/// is longer than a file may hold.
#[must_use]
pub fn rename(map: &Map, id: &NodeId, label: &str) -> Option<Deed> {
    let edit = edit_of(map, &Item::Node(id.clone()), "label", Some(&Value::of(label))).ok()??;
    Some(Deed::new(Verb::Rename, card(map, id), vec![edit]))
}

/// Moves a node to a level and an area (or to none); `None` if it is there already, or the place does not exist.
#[must_use]
pub fn move_node(map: &Map, id: &NodeId, level: Option<&LevelId>, area: Option<&AreaId>) -> Option<Deed> {
    move_nodes(map, std::slice::from_ref(id), Some(level.cloned()), Some(area.cloned()))
}

/// Moves nodes to a level, to an area, or to both; `None` outside leaves them on theirs, `None` inside takes them off
/// it. A node that leaves its cell loses its pin, which was a place in that cell. The deed counts the nodes that move.
/// `None` if none does, or the place does not exist.
#[must_use]
pub fn move_nodes(
    map: &Map,
    ids: &[NodeId],
    level: Option<Option<LevelId>>,
    area: Option<Option<AreaId>>,
) -> Option<Deed> {
    settle(map, ids, &Home { level, area, ..Home::default() })
}

/// Where nodes are to be; what is `None` stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Home {
    /// The level; `None` inside for none.
    pub level: Option<Option<LevelId>>,
    /// The area; `None` inside for none.
    pub area: Option<Option<AreaId>>,
    /// The phases.
    pub phases: Option<Vec<PhaseId>>,
    /// The sector; empty for none.
    pub sector: Option<String>,
}

/// As [`move_nodes`], to phases and sectors too.
#[must_use]
pub fn settle(map: &Map, ids: &[NodeId], home: &Home) -> Option<Deed> {
    let phase = |id: &PhaseId| map.phases().iter().any(|phase| phase.id == *id);
    let nowhere = home.level.iter().flatten().any(|id| map.level(id).is_none())
        || home.area.iter().flatten().any(|id| map.area(id).is_none())
        || home.phases.iter().flatten().any(|id| !phase(id));
    if nowhere {
        return None;
    }
    each(map, ids, Verb::Move, |node| {
        let before = (node.level.clone(), node.area.clone());
        if let Some(level) = &home.level {
            node.level.clone_from(level);
        }
        if let Some(area) = &home.area {
            node.area.clone_from(area);
        }
        if before != (node.level.clone(), node.area.clone()) {
            node.pin = None;
        }
        if let Some(phases) = &home.phases {
            node.phases.clone_from(phases);
        }
        if let Some(sector) = &home.sector {
            node.sector.clone_from(sector);
        }
    })
}

/// Gives a node its place in its cell, counted from 1, or takes the place back. `None` if it has that place already,
/// or the place is 0.
#[must_use]
pub fn pin(map: &Map, id: &NodeId, place: Option<u32>) -> Option<Deed> {
    if place == Some(0) {
        return None;
    }
    each(map, std::slice::from_ref(id), Verb::Pin, |node| node.pin = place)
}

/// Sets a mark on those of the nodes that lack it; where all have it, takes it off all. `None` if none is there.
#[must_use]
pub fn toggle_mark(map: &Map, ids: &[NodeId], mark: Mark) -> Option<Deed> {
    let all = ids.iter().filter_map(|id| map.node(id)).all(|node| node.marks.contains(&mark));
    each(map, ids, Verb::Mark, |node| {
        if all {
            node.marks.retain(|other| *other != mark);
        } else if !node.marks.contains(&mark) {
            node.marks.push(mark);
        }
    })
}

/// Sets how many dots a node has; `None` if it has as many.
#[must_use]
pub fn vote(map: &Map, id: &NodeId, votes: u32) -> Option<Deed> {
    each(map, std::slice::from_ref(id), Verb::Vote, |node| node.votes = votes)
}

/// Puts the levels into another order; `None` if they stand in it already.
#[must_use]
pub fn order_levels(map: &Map, wanted: &[&str]) -> Option<Deed> {
    let edit = order_edit(&map.levels, "levels", |level| level.id.as_str(), wanted)?;
    Some(Deed::new(Verb::Order, &map.head.title, vec![edit]))
}

/// Makes second ones of cards, with copies of the links between them. Each gets the label with the next free number
/// behind it, and a new id; dots, pin and former ids are not copied, and who owns, pays or gains is the copy where
/// that was copied too. Gives the new ids in the order of the old. `None` if none of the cards is there.
#[must_use]
pub fn duplicate(map: &Map, ids: &[NodeId]) -> Option<(Vec<NodeId>, Deed)> {
    let mut labels: BTreeSet<String> = map.nodes().map(|(_, node)| fold(&node.label)).collect();
    let mut copies: BTreeMap<&NodeId, NodeId> = BTreeMap::new();
    let mut new = Vec::new();
    let mut draft = Draft::of(map);
    for id in ids {
        let Some(node) = map.node(id).filter(|_| !copies.contains_key(id)) else { continue };
        let label = numbered(&node.label, &labels);
        labels.insert(fold(&label));
        let taken = |text: &str| map.find_node(&text.into()).is_some() || draft.node(&text.into()).is_some();
        let copy = free_slug(&label, taken);
        let node = Node { label, votes: 0, pin: None, was: Vec::new(), ..node.clone() };
        draft.put_node(copy.clone(), node);
        copies.insert(id, copy.clone());
        new.push(copy);
    }
    for copy in copies.values() {
        let Some(node) = draft.node_mut(copy) else { continue };
        for named in [&mut node.owner, &mut node.payer, &mut node.gainer] {
            if let Some(other) = named.as_ref().and_then(|id| copies.get(id)) {
                *named = Some(other.clone());
            }
        }
    }
    for (from, copy) in &copies {
        for (id, link) in map.links_from(from) {
            if let Some(to) = copies.get(&id.to) {
                draft.put_link(
                    standing(LinkId { from: copy.clone(), to: to.clone(), kind: id.kind }),
                    link.clone(),
                );
            }
        }
    }
    let first = ids.iter().find(|id| copies.contains_key(id))?;
    let deed = draft.deed(Verb::Duplicate, card(map, first))?;
    Some((new, deed.of(copies.len())))
}

/// The link id as it stands in a map: two actors work together once, whoever is named first.
pub(in crate::map) fn standing(id: LinkId) -> LinkId {
    if id.kind == LinkKind::Cooperates && id.to < id.from {
        LinkId { from: id.to, to: id.from, kind: id.kind }
    } else {
        id
    }
}

/// The label with the next free number behind it: `Trust 2`. A number of two or more that stands there is counted on.
fn numbered(label: &str, taken: &BTreeSet<String>) -> String {
    let (base, number) = match label.trim().rsplit_once(' ') {
        Some((base, digits)) if digits.len() < 5 && digits.parse::<u32>().is_ok_and(|number| number > 1) => {
            (base.trim_end(), digits.parse().unwrap_or(1))
        }
        _ => (label.trim(), 1),
    };
    // Room for the number, where the label is as long as one may be.
    let base: String = base.chars().take(LONGEST_LABEL - 12).collect();
    let mut number: u32 = number;
    loop {
        number = number.saturating_add(1);
        let label = format!("{base} {number}").trim_start().to_owned();
        if number == u32::MAX || !taken.contains(&fold(&label)) {
            return label;
        }
    }
}

/// Changes each of the nodes that are there; the deed counts those that become other than they were.
fn each(map: &Map, ids: &[NodeId], verb: Verb, change: impl Fn(&mut Node)) -> Option<Deed> {
    let mut draft = Draft::of(map);
    let mut changed: Vec<&NodeId> = Vec::new();
    let mut seen = BTreeSet::new();
    for id in ids.iter().filter(|id| seen.insert(*id)) {
        let Some(node) = draft.node_mut(id) else { continue };
        change(node);
        if draft.node(id) != map.node(id) {
            changed.push(id);
        }
    }
    let first = *changed.first()?;
    Some(draft.deed(verb, card(map, first))?.of(changed.len()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::super::{connect, flip, set_node_field};
    use super::*;
    use crate::map::level::Level;
    use crate::map::link::Link;
    use crate::map::node::{Kind, Role};

    fn ids(all: &[&str]) -> Vec<NodeId> {
        all.iter().map(NodeId::new).collect()
    }

    #[test]
    fn nothing_to_do_is_no_deed() {
        let map = two();
        let id = LinkId::new("trust", LinkKind::Causes, "story-heard");
        assert_eq!(rename(&map, &"trust".into(), "Trust"), None);
        assert_eq!(connect(&map, &id, &Link::default()), None);
        assert_eq!(move_node(&map, &"trust".into(), Some(&"nowhere".into()), None), None);
        assert_eq!(set_node_field(&map, &"trust".into(), "role", &None::<Role>), None);
        assert_eq!(pin(&map, &"trust".into(), Some(0)), None);
        assert_eq!(vote(&map, &"gone".into(), 1), None);
        assert_eq!(duplicate(&map, &ids(&["gone"])), None);
        assert!(flip(&map, &id).is_some());
    }

    #[test]
    fn moved_cards_leave_their_pin_behind_and_only_movers_count() {
        let mut map = two();
        map.levels.push(Level { id: "l".into(), name: "L".into(), part_of: None });
        for id in ["trust", "story-heard"] {
            map.apply(&pin(&map, &id.into(), Some(2)).expect("new").change).expect("fits");
        }
        let map = after(&map, &move_node(&map, &"trust".into(), Some(&"l".into()), None).expect("new"));
        let deed = move_nodes(&map, &ids(&["trust", "story-heard"]), Some(Some("l".into())), None);
        let deed = deed.expect("one moves");
        assert_eq!((deed.verb, deed.count, deed.what.as_str()), (Verb::Move, 1, "Story heard"));
        let map = after(&map, &deed);
        assert!(map.nodes().all(|(_, node)| node.pin.is_none() && node.level.is_some()));
        assert_eq!(move_nodes(&map, &ids(&["trust"]), None, Some(None)), None);
    }

    #[test]
    fn a_card_that_no_file_may_hold_is_not_put_in() {
        let map = two();
        let of = |length: usize| Node::new(Kind::Cause, "x".repeat(length));
        assert!(add_node(&map, &of(LONGEST_LABEL)).is_some());
        assert_eq!(add_node(&map, &of(LONGEST_LABEL + 1)), None);
    }

    #[test]
    fn a_mark_comes_to_all_and_then_goes_from_all() {
        let map = two();
        let both = ids(&["trust", "story-heard"]);
        let one = after(&map, &toggle_mark(&map, &both[..1], Mark::Pain).expect("set"));
        let deed = toggle_mark(&one, &both, Mark::Pain).expect("set on the other");
        assert_eq!(deed.count, 1);
        let all = after(&one, &deed);
        let none = toggle_mark(&all, &both, Mark::Pain).expect("taken off");
        assert_eq!((none.count, after(&all, &none)), (2, map));
    }

    #[test]
    fn copies_keep_the_links_among_themselves() {
        let mut map = two();
        let id = LinkId::new("story-heard", LinkKind::Causes, "story-heard");
        map.apply(&connect(&map, &id, &Link::default()).expect("new").change).expect("fits");
        map.apply(&vote(&map, &"trust".into(), 3).expect("new").change).expect("fits");
        let (new, deed) = duplicate(&map, &ids(&["trust", "story-heard", "trust"])).expect("there");
        assert_eq!((new.clone(), deed.count), (ids(&["trust-2", "story-heard-2"]), 2));
        let map = after(&map, &deed);
        let copy = map.node(&new[0]).expect("there");
        assert_eq!((copy.label.as_str(), copy.votes, copy.kind), ("Trust 2", 0, Kind::Cause));
        assert_eq!((map.node_count(), map.link_count()), (4, 4));
        // One alone takes no link along, and counts on from the number it has.
        let (new, deed) = duplicate(&map, &new[..1]).expect("there");
        let map = after(&map, &deed);
        assert_eq!((map.node(&new[0]).expect("there").label.as_str(), map.link_count()), ("Trust 3", 4));
    }
}
