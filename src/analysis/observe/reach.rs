//! How far chains reach: from a card at the bottom up through its causes, and from a measure to what it is good for.
//!
//! Cards whose causes stop short stand by how far up they reach, lowest first, points of pain before others. Measures
//! without a benefit stand before benefits without a measure; each by id.

use std::collections::BTreeSet;

use super::{Observation, Sight, ground};
use crate::map::{Certainty, Kind, LevelId, Map, Mark, Node, NodeId, Scope, Snapshot, Spot, Stage};

/// Cards at the bottom whose causes stand on one level above or on none: those marked as pain, with something that
/// backs them, or on a journey. A card without any cause is a beginning and not meant.
pub(super) fn stops_short(map: &Map) -> Vec<Observation> {
    let snapshot = Snapshot::of(map, &Scope::default());
    let wholes: Vec<&LevelId> = map.whole_levels().map(|level| &level.id).collect();
    let Some((&bottom, above)) = wholes.split_first() else { return Vec::new() };
    // Where there is one level above, reaching it is all there is.
    let enough = above.len().min(2);
    if enough == 0 {
        return Vec::new();
    }
    let on_journeys = on_journeys(map);
    let mut found = Vec::new();
    for (id, node) in map.nodes() {
        if node.kind != Kind::Cause || whole(map, node) != Some(bottom) || !matters(id, node, &on_journeys) {
            continue;
        }
        let Some(spot) = snapshot.spot(id) else { continue };
        let causes = reached(&snapshot, [spot], false);
        if causes.iter().filter(|there| **there).count() <= 1 {
            continue;
        }
        let levels: BTreeSet<u16> = snapshot
            .spots()
            .filter(|&spot| causes[spot as usize])
            .filter_map(|spot| snapshot.whole_level(spot))
            .collect();
        let place = |id: &LevelId| snapshot.level_ids().iter().position(|other| other == id);
        let here: Vec<&LevelId> = above
            .iter()
            .copied()
            .filter(|id| {
                place(id).and_then(|at| u16::try_from(at).ok()).is_some_and(|at| levels.contains(&at))
            })
            .collect();
        if here.len() >= enough {
            continue;
        }
        let reached = here.last().copied().unwrap_or(bottom).clone();
        let pain = node.marks.contains(&Mark::Pain);
        let rests_on =
            map.links_to(id).filter(|(_, link)| link.counts()).map(|(id, _)| ground::link(map, id));
        let rests_on = rests_on.collect();
        let sight = Sight::StopsShort { card: id.clone(), reached };
        found.push((here.len(), !pain, Observation::of(sight, rests_on)));
    }
    // Stable: the rest goes by id.
    found.sort_by_key(|(levels, calm, _)| (*levels, *calm));
    found.into_iter().map(|(_, _, observation)| observation).collect()
}

fn matters(id: &NodeId, node: &Node, on_journeys: &BTreeSet<&NodeId>) -> bool {
    node.marks.contains(&Mark::Pain)
        || !node.sources.is_empty()
        || matches!(node.certainty, Some(Certainty::Supported | Certainty::Confirmed))
        || on_journeys.contains(id)
}

fn on_journeys(map: &Map) -> BTreeSet<&NodeId> {
    map.journeys()
        .into_iter()
        .flat_map(|(_, journey)| journey.steps.iter())
        .flat_map(|step| step.show.nodes())
        .collect()
}

fn whole<'a>(map: &'a Map, node: &Node) -> Option<&'a LevelId> {
    map.whole_level(node.level.as_ref()?).map(|level| &level.id)
}

/// Measures from which no chain leads to a benefit at the bottom, and benefits to which none leads from a measure.
/// Nothing where there are no such benefits, or no measures.
pub(super) fn benefits(map: &Map) -> Vec<Observation> {
    let Some(bottom) = map.whole_levels().next().map(|level| &level.id) else { return Vec::new() };
    let of = |kind: Kind| map.nodes().filter(move |(_, node)| node.kind == kind);
    let measures: Vec<&NodeId> =
        of(Kind::Measure).filter(|(_, node)| node.stage != Some(Stage::Ended)).map(|(id, _)| id).collect();
    let benefits: Vec<&NodeId> =
        of(Kind::Benefit).filter(|(_, node)| whole(map, node) == Some(bottom)).map(|(id, _)| id).collect();
    if measures.is_empty() || benefits.is_empty() {
        return Vec::new();
    }
    let snapshot = Snapshot::of(map, &Scope::default());
    let spots = |ids: &[&NodeId]| -> Vec<Spot> { ids.iter().filter_map(|id| snapshot.spot(id)).collect() };
    let serves = reached(&snapshot, spots(&benefits), false);
    let served = reached(&snapshot, spots(&measures), true);
    let there = |row: &[bool], id: &NodeId| snapshot.spot(id).is_some_and(|spot| row[spot as usize]);
    let mut found = Vec::new();
    for measure in measures.into_iter().filter(|id| !there(&serves, id)) {
        let acts_on = map.links_from(measure).filter(|(_, link)| link.counts());
        let mut rests_on: Vec<String> = acts_on.map(|(id, _)| ground::link(map, id)).collect();
        rests_on.push(ground::node(measure));
        let sight = Sight::NoBenefit { measure: measure.clone(), benefit: benefits[0].clone() };
        found.push(Observation::of(sight, rests_on));
    }
    for benefit in benefits.into_iter().filter(|id| !there(&served, id)) {
        let sight = Sight::NoMeasure { benefit: benefit.clone() };
        found.push(Observation::of(sight, vec![ground::node(benefit)]));
    }
    found
}

/// Which nodes links lead to from any of those, or from which they lead to them; those themselves too.
fn reached(snapshot: &Snapshot, from: impl IntoIterator<Item = Spot>, forward: bool) -> Vec<bool> {
    let mut there = vec![false; snapshot.len()];
    let mut next: Vec<Spot> = from.into_iter().collect();
    for &spot in &next {
        there[spot as usize] = true;
    }
    while let Some(spot) = next.pop() {
        let mut go = |to: Spot| {
            if !std::mem::replace(&mut there[to as usize], true) {
                next.push(to);
            }
        };
        if forward {
            snapshot.outgoing(spot).for_each(|arc| go(snapshot.arcs()[arc].to));
        } else {
            snapshot.incoming(spot).iter().for_each(|&arc| go(snapshot.arcs()[arc as usize].from));
        }
    }
    there
}
