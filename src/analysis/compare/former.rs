//! Follows cards that got another id, so that a new id is not read as one card gone and another one come.

use std::collections::{BTreeMap, BTreeSet};

use crate::map::{LinkId, Map, Node, NodeId, Show};

/// The cards that stand under another id in the map after, which says so (`was`): the former id and the new one, by
/// the former. A card that took up another one, which was there beside it, is not a card with another id.
pub(super) fn renamed(before: &Map, after: &Map) -> Vec<(NodeId, NodeId)> {
    let mut taken = BTreeSet::new();
    let mut all: Vec<(NodeId, NodeId)> = Vec::new();
    for (id, node) in after.nodes().filter(|(id, node)| !node.was.is_empty() && before.node(id).is_none()) {
        let former = node
            .was
            .iter()
            .find(|was| before.node(was).is_some() && after.node(was).is_none() && !taken.contains(*was));
        if let Some(former) = former {
            taken.insert(former);
            all.push((former.clone(), id.clone()));
        }
    }
    all.sort();
    all
}

/// The same map under the new ids.
pub(super) fn follow(map: &Map, renamed: &[(NodeId, NodeId)]) -> Map {
    let new: BTreeMap<&NodeId, &NodeId> = renamed.iter().map(|(old, new)| (old, new)).collect();
    let now = |id: &NodeId| new.get(id).map_or_else(|| id.clone(), |id| (*id).clone());
    let mut frame = map.frame();
    for told in frame.loops.values_mut() {
        for (id, _) in &mut told.through {
            *id = now(id);
        }
    }
    for step in frame.journeys.values_mut().flat_map(|journey| &mut journey.steps) {
        match &mut step.show {
            Show::Event(id) | Show::Node(id) | Show::Quote(id, _) => *id = now(id),
            Show::Link(from, _, to) => (*from, *to) = (now(from), now(to)),
            Show::Chain(links, end) => {
                links.iter_mut().for_each(|(id, _)| *id = now(id));
                *end = now(end);
            }
            Show::WhatIf(changed, _) => changed.iter_mut().for_each(|(id, _)| *id = now(id)),
            Show::Text | Show::Loop(_) | Show::Levels(..) => {}
        }
    }
    let mut followed = Map::default().with_frame(frame);
    for (id, node) in map.nodes() {
        let actor = |id: &Option<NodeId>| id.as_ref().map(now);
        let (owner, payer, gainer) = (actor(&node.owner), actor(&node.payer), actor(&node.gainer));
        let node = Node { owner, payer, gainer, ..node.clone() };
        followed.insert_node(now(id), node).expect("no card had the new id");
    }
    for (id, link) in map.links() {
        let id = LinkId { from: now(&id.from), to: now(&id.to), kind: id.kind };
        followed.insert_link(id, link.clone()).expect("both ends are there, and it is there once");
    }
    followed
}
