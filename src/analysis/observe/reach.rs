//! How far chains reach: from a card at the bottom up through its causes, and from a measure to what it is good for.
//!
//! Cards whose causes stop short stand by how far up they reach, lowest first, points of pain before others. Measures
//! without a benefit stand before benefits without a measure; each by id.

use std::collections::BTreeSet;

use super::super::knots::Knots;
use super::{Observation, Sight, ground};
use crate::map::{Certainty, Kind, LevelId, Map, Mark, Node, NodeId, Snapshot, Spot, Stage};

/// On which levels above the bottom the causes of a card stand; nobody asks for more than the first two of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Up {
    /// On none.
    #[default]
    None,
    /// On one, a place among the map's levels.
    One(u16),
    /// On two or more.
    More,
}

impl Up {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Up::None, other) | (other, Up::None) => other,
            (Up::One(one), Up::One(other)) if one == other => self,
            _ => Up::More,
        }
    }
}

/// For each node on which levels above the bottom those stand that lead to it, itself among them.
///
/// Who is in one knot is led to by the same. A knot stands behind all those that it reaches, so one sweep from the last
/// on has them all. O(nodes + links).
fn up_of_all(snapshot: &Snapshot, bottom: u16) -> Vec<Up> {
    let knots = Knots::of(snapshot);
    let own = |spot| match snapshot.whole_level(spot) {
        Some(level) if level != bottom => Up::One(level),
        _ => Up::None,
    };
    let mut up = vec![Up::None; knots.members.len()];
    for (at, members) in knots.members.iter().enumerate().rev() {
        let before = members.iter().flat_map(|&spot| snapshot.incoming(spot));
        let before = before.map(|&arc| up[knots.of[snapshot.arcs()[arc as usize].from as usize]]);
        up[at] = members.iter().map(|&spot| own(spot)).chain(before).fold(Up::None, Up::and);
    }
    snapshot.spots().map(|spot| up[knots.of[spot as usize]]).collect()
}

/// Cards at the bottom whose causes stand on one level above or on none: those marked as pain, with something that
/// backs them, or on a journey. A card without any cause is a beginning and not meant.
pub(super) fn stops_short(map: &Map, snapshot: &Snapshot) -> Vec<Observation> {
    let wholes = map.whole_levels().count();
    // Where there is one level above, reaching it is all there is.
    let enough = wholes.saturating_sub(1).min(2);
    let Some((bottom, _)) = snapshot.outer_levels().filter(|_| enough > 0) else { return Vec::new() };
    let on_journeys = on_journeys(map);
    let up = up_of_all(snapshot, bottom);
    let mut found = Vec::new();
    for (spot, (id, node)) in snapshot.spots().zip(map.nodes()) {
        if node.kind != Kind::Cause
            || snapshot.whole_level(spot) != Some(bottom)
            || !matters(id, node, &on_journeys)
        {
            continue;
        }
        let mut causes = snapshot.incoming(spot).iter().map(|&arc| snapshot.arcs()[arc as usize].from);
        if causes.all(|from| from == spot) {
            continue;
        }
        let (levels, reached) = match up[spot as usize] {
            Up::None => (0, bottom),
            Up::One(level) => (1, level),
            Up::More => (2, bottom),
        };
        if levels >= enough {
            continue;
        }
        let reached = snapshot.level_ids()[reached as usize].clone();
        let pain = node.marks.contains(&Mark::Pain);
        let rests_on =
            map.links_to(id).filter(|(_, link)| link.counts()).map(|(id, _)| ground::link(map, id));
        let rests_on = rests_on.collect();
        let sight = Sight::StopsShort { card: id.clone(), reached };
        found.push((levels, !pain, Observation::of(sight, rests_on)));
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
pub(super) fn benefits(map: &Map, snapshot: &Snapshot) -> Vec<Observation> {
    let Some(bottom) = map.whole_levels().next().map(|level| &level.id) else { return Vec::new() };
    let of = |kind: Kind| map.nodes().filter(move |(_, node)| node.kind == kind);
    let measures: Vec<&NodeId> =
        of(Kind::Measure).filter(|(_, node)| node.stage != Some(Stage::Ended)).map(|(id, _)| id).collect();
    let benefits: Vec<&NodeId> =
        of(Kind::Benefit).filter(|(_, node)| whole(map, node) == Some(bottom)).map(|(id, _)| id).collect();
    if measures.is_empty() || benefits.is_empty() {
        return Vec::new();
    }
    let spots = |ids: &[&NodeId]| -> Vec<Spot> { ids.iter().filter_map(|id| snapshot.spot(id)).collect() };
    let serves = reached(snapshot, spots(&benefits), false);
    let served = reached(snapshot, spots(&measures), true);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Level, Link, LinkId, LinkKind, Scope, Sign};

    /// Twelve cards on three levels and a part of the third, four of them on none.
    fn map(links: &[(usize, usize)]) -> Map {
        let level = |id: &str, whole: Option<&str>| Level {
            id: id.into(),
            name: id.to_owned(),
            part_of: whole.map(Into::into),
        };
        let levels = vec![level("l", None), level("m", None), level("n", None), level("p", Some("n"))];
        let mut map = Map::new("x").with_frame(Frame { levels, ..Frame::default() });
        let name = |at: usize| format!("c{at:02}");
        for at in 0..12 {
            let level = ["l", "m", "n", "p"].get(at % 5).filter(|_| at < 10).map(|&id| id.into());
            let node = Node { level, ..Node::new(Kind::Cause, name(at)) };
            map.insert_node(name(at).as_str().into(), node).expect("new");
        }
        for &(from, to) in links {
            let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
            let _twice = map.insert_link(id, Link::signed(Sign::Plus));
        }
        map
    }

    #[test]
    fn one_sweep_finds_what_a_search_from_each_card_finds() {
        let mut chance = 1_u64;
        let mut draw = || {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (chance >> 33) as usize % 12
        };
        let mut seen = BTreeSet::new();
        for round in 0..400 {
            let links: Vec<(usize, usize)> = (0..round % 24).map(|_| (draw(), draw())).collect();
            let map = map(&links);
            let snapshot = Snapshot::of(&map, &Scope::default());
            let up = up_of_all(&snapshot, 0);
            for spot in snapshot.spots() {
                let there = reached(&snapshot, [spot], false);
                let levels: BTreeSet<u16> = snapshot
                    .spots()
                    .filter(|&own| there[own as usize])
                    .filter_map(|own| snapshot.whole_level(own))
                    .filter(|level| *level != 0)
                    .collect();
                let truth = match (levels.len(), levels.first()) {
                    (0, _) => Up::None,
                    (1, Some(&level)) => Up::One(level),
                    _ => Up::More,
                };
                assert_eq!(up[spot as usize], truth, "{links:?} {spot}");
                seen.insert((truth == Up::None, truth == Up::More));
            }
        }
        assert_eq!(seen.len(), 3);
    }
}
