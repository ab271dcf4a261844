//! Causes that matter and that nobody holds: those of named loops, once for each loop, and points of pain.
//!
//! Said only where the map says of something who holds it; on another map it would be true of every card. Loops of
//! which most is unheld stand first, then points of pain outside loops by id.

use std::collections::BTreeSet;

use super::super::named::Told;
use super::{Observation, Sight, ground};
use crate::map::{Kind, LinkKind, Map, Mark, NodeId};

pub(super) fn observe(map: &Map) -> Vec<Observation> {
    let held: BTreeSet<&NodeId> = map
        .links()
        .filter(|(id, link)| id.kind == LinkKind::Holds && link.counts())
        .map(|(id, _)| &id.to)
        .collect();
    if held.is_empty() {
        return Vec::new();
    }
    let cause = |id: &NodeId| map.node(id).is_some_and(|node| node.kind == Kind::Cause);
    let pain = |id: &NodeId| map.node(id).is_some_and(|node| node.marks.contains(&Mark::Pain));
    let mut in_loops: BTreeSet<NodeId> = BTreeSet::new();
    let mut found = Vec::new();
    for (id, told) in map.loops() {
        let told = Told::of(map, told);
        let causes: BTreeSet<NodeId> =
            told.links.iter().map(|(link, _)| link.from.clone()).filter(cause).collect();
        let mut cards: Vec<NodeId> = causes.iter().filter(|id| !held.contains(id)).cloned().collect();
        let of = causes.len();
        in_loops.extend(causes);
        if cards.is_empty() {
            continue;
        }
        cards.sort_by_key(|id| !pain(id));
        let mut rests_on = vec![format!("loop {id}")];
        rests_on.extend(cards.iter().map(ground::node));
        let share = cards.len() * 1000 / of;
        let sight = Sight::NobodyHolds { told: id.clone(), cards, of };
        found.push((share, Observation::of(sight, rests_on)));
    }
    found.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    let mut found: Vec<Observation> = found.into_iter().map(|(_, observation)| observation).collect();
    for (id, _) in map.nodes() {
        if cause(id) && pain(id) && !held.contains(id) && !in_loops.contains(id) {
            let sight = Sight::PainUnheld { card: id.clone() };
            found.push(Observation::of(sight, vec![ground::node(id), ground::field(map, id, "marks")]));
        }
    }
    found
}
