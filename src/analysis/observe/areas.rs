//! Areas that nothing ties to the others, on maps of some size; whole areas, parts folded.
//!
//! Areas that stand alone come first, then pairs that both lead to one card and have no link between them; in the order
//! of the areas. An area stands in one observation at most.

use std::collections::BTreeSet;

use super::{Observation, Sight, ground};
use crate::map::{AreaId, Map, NodeId, Snapshot};

/// From how many links on it says something that an area has none to another.
const ENOUGH_LINKS: usize = 20;
/// From how many cards on an area is taken to be filled.
const ENOUGH_CARDS: usize = 2;

pub(super) fn observe(map: &Map, snapshot: &Snapshot) -> Vec<Observation> {
    if map.link_count() < ENOUGH_LINKS {
        return Vec::new();
    }
    let whole = |id: &NodeId| map.whole_area(map.node(id)?.area.as_ref()?).map(|area| &area.id);
    let filled =
        |area: &AreaId| map.nodes().filter(|(id, _)| whole(id) == Some(area)).count() >= ENOUGH_CARDS;
    let areas: Vec<&AreaId> = map
        .areas()
        .iter()
        .filter(|own| own.part_of.is_none())
        .map(|own| &own.id)
        .filter(|id| filled(id))
        .collect();
    // Which areas are linked, in either direction, and which area leads to which card.
    let mut linked: BTreeSet<(&AreaId, &AreaId)> = BTreeSet::new();
    let mut leads: BTreeSet<(NodeId, &AreaId)> = BTreeSet::new();
    for arc in snapshot.arcs() {
        let id = snapshot.link_id(arc);
        let (from, to) = (whole(&id.from), whole(&id.to));
        if let Some(from) = from {
            leads.insert((id.to.clone(), from));
        }
        if let (Some(from), Some(to)) = (from, to)
            && from != to
        {
            linked.extend([(from, to), (to, from)]);
        }
    }
    let mut named: BTreeSet<&AreaId> = BTreeSet::new();
    let mut found = Vec::new();
    for &area in &areas {
        let alone = linked.iter().all(|(from, _)| *from != area);
        let other = areas.iter().find(|other| **other != area);
        if let (true, Some(other)) = (alone, other) {
            named.insert(area);
            let sight = Sight::AreaAlone { area: area.clone(), other: (*other).clone() };
            found.push(Observation::of(sight, vec![format!("area {area}")]));
        }
    }
    for (at, &one) in areas.iter().enumerate() {
        for &other in &areas[at + 1..] {
            if linked.contains(&(one, other)) || named.contains(one) || named.contains(other) {
                continue;
            }
            let meet = leads.iter().find(|(card, by)| *by == one && leads.contains(&(card.clone(), other)));
            if let Some((card, _)) = meet {
                named.extend([one, other]);
                let sight = Sight::AreasApart { one: one.clone(), other: other.clone(), card: card.clone() };
                let rests_on = vec![format!("area {one}"), format!("area {other}"), ground::node(card)];
                found.push(Observation::of(sight, rests_on));
            }
        }
    }
    found
}
