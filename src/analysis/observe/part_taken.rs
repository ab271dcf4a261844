//! Who is spoken for and does not take part: once for each level and sector.
//!
//! People of great influence who are absent stand first, then whole levels without anybody active, then sectors on a
//! level; more actors first, higher levels first. Where nobody said who takes part there is nothing to see.

use std::collections::BTreeMap;

use super::{Observation, Sight, ground};
use crate::map::{Involvement, Kind, LevelId, Map, Node, NodeId};

/// The influence from which on it matters that somebody is not there; 3 is the most.
const GREAT: u8 = 3;

pub(super) fn observe(map: &Map) -> Vec<Observation> {
    let actors: Vec<(&NodeId, &Node, &LevelId)> = map
        .nodes()
        .filter(|(_, node)| node.kind == Kind::Actor)
        .filter_map(|(id, node)| Some((id, node, node.level.as_ref()?)))
        .collect();
    let mut seen = Vec::new();
    for (id, node, _) in &actors {
        if node.influence.is_some_and(|influence| influence >= GREAT)
            && matches!(node.involvement, Some(Involvement::Absent | Involvement::OnEdge))
        {
            let rests_on = ["involvement", "influence"].map(|field| ground::field(map, id, field));
            let sight = Sight::InfluentialAbsent { actor: (*id).clone() };
            seen.push(Observation::of(sight, rests_on.to_vec()));
        }
    }
    let (mut tiers, mut sectors) = (Vec::new(), Vec::new());
    for level in map.levels().iter().rev() {
        let on_it: Vec<(&NodeId, &Node)> =
            actors.iter().filter(|(_, _, on)| **on == level.id).map(|(id, node, _)| (*id, *node)).collect();
        if let Some(all) = nobody_active(&on_it) {
            tiers.push(observation(map, &level.id, None, all));
            continue;
        }
        let mut by_sector: BTreeMap<String, Vec<(&NodeId, &Node)>> = BTreeMap::new();
        for (id, node) in on_it.iter().filter(|(_, node)| !node.sector.trim().is_empty()) {
            by_sector.entry(node.sector_key()).or_default().push((id, node));
        }
        for of_it in by_sector.into_values() {
            if let Some(all) = nobody_active(&of_it) {
                let name = of_it[0].1.sector.trim().to_owned();
                sectors.push(observation(map, &level.id, Some(name), all));
            }
        }
    }
    // Stable: equally many go by level from the top, then by name.
    for group in [&mut tiers, &mut sectors] {
        group.sort_by_key(|own| match &own.sight {
            Sight::NobodyActive { actors, .. } => std::cmp::Reverse(actors.len()),
            _ => std::cmp::Reverse(0),
        });
    }
    seen.extend(tiers);
    seen.extend(sectors);
    seen
}

/// Those of whom it is said what part they take, if nobody among them is active and nobody's part is open.
fn nobody_active(actors: &[(&NodeId, &Node)]) -> Option<Vec<NodeId>> {
    let mut said = Vec::new();
    for (id, node) in actors {
        match node.involvement? {
            Involvement::Active => return None,
            Involvement::Represented => said.push((0, *id)),
            Involvement::OnEdge => said.push((1, *id)),
            Involvement::Absent => said.push((2, *id)),
        }
    }
    said.sort();
    (!said.is_empty()).then(|| said.into_iter().map(|(_, id)| id.clone()).collect())
}

fn observation(map: &Map, level: &LevelId, sector: Option<String>, actors: Vec<NodeId>) -> Observation {
    let rests_on = actors.iter().map(|id| ground::field(map, id, "involvement")).collect();
    Observation::of(Sight::NobodyActive { level: level.clone(), sector, actors }, rests_on)
}
