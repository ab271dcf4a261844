//! What the chosen measures do together: what they touch, what they need, who pays and who gains.
//!
//! Chosen is a measure that is a project, a demonstrator or adopted; who pays and who gains is asked of every measure.
//! All stand by id.

use std::collections::BTreeSet;

use super::super::loops::Polarity;
use super::super::named::Told;
use super::{Observation, Sight, ground};
use crate::map::{Kind, LevelId, LinkKind, LoopId, Map, Node, NodeId, Stage};

fn chosen(node: &Node) -> bool {
    node.kind == Kind::Measure
        && matches!(node.stage, Some(Stage::Project | Stage::Demonstrator | Stage::Adopted))
}

fn measures(map: &Map) -> Vec<&NodeId> {
    map.nodes().filter(|(_, node)| chosen(node)).map(|(id, _)| id).collect()
}

fn stages(map: &Map, measures: &[&NodeId]) -> Vec<String> {
    measures.iter().map(|id| ground::field(map, id, "stage")).collect()
}

/// The chosen measures act on one level only, or leave named loops alone that run and feed themselves.
pub(super) fn touched(map: &Map) -> Vec<Observation> {
    let measures = measures(map);
    let acted: BTreeSet<&NodeId> = measures
        .iter()
        .flat_map(|id| map.links_from(id))
        .filter(|(id, link)| id.kind == LinkKind::ActsOn && link.counts())
        .map(|(id, _)| &id.to)
        .collect();
    if acted.is_empty() {
        return Vec::new();
    }
    let owned = || measures.iter().map(|id| (*id).clone()).collect::<Vec<_>>();
    let mut found = Vec::new();
    let levels: BTreeSet<&LevelId> = acted
        .iter()
        .filter_map(|id| map.whole_level(map.node(id)?.level.as_ref()?).map(|level| &level.id))
        .collect();
    if let (1, Some(level)) = (levels.len(), levels.first())
        && map.whole_levels().count() > 1
    {
        let sight = Sight::OneLevel { level: (*level).clone(), measures: owned() };
        found.push(Observation::of(sight, stages(map, &measures)));
    }
    let left_alone = |id: &LoopId| {
        let told = Told::of(map, &map.loops()[id]);
        let feeds = told.runs() && told.polarity == Polarity::Reinforcing;
        feeds && told.links.iter().all(|(link, _)| !acted.contains(&link.from))
    };
    let loops: Vec<LoopId> = map.loops().keys().filter(|id| left_alone(id)).cloned().collect();
    if !loops.is_empty() {
        let mut rests_on: Vec<String> = loops.iter().map(|id| format!("loop {id}")).collect();
        rests_on.extend(stages(map, &measures));
        found.push(Observation::of(Sight::LoopsUntouched { loops, measures: owned() }, rests_on));
    }
    found
}

/// Measures that one pays for and another one gains by, in another sector or on another level. Nothing is said where
/// either is open.
pub(super) fn pockets(map: &Map) -> Vec<Observation> {
    let mut found = Vec::new();
    for (id, node) in map.nodes().filter(|(_, node)| node.kind == Kind::Measure) {
        let (Some(payer), Some(gainer)) = (&node.payer, &node.gainer) else { continue };
        let (Some(pays), Some(gains)) = (map.node(payer), map.node(gainer)) else { continue };
        if payer == gainer {
            continue;
        }
        let sectors = (pays.sector_key(), gains.sector_key());
        let sector = !sectors.0.is_empty() && !sectors.1.is_empty() && sectors.0 != sectors.1;
        let whole = |node: &Node| map.whole_level(node.level.as_ref()?).map(|level| &level.id);
        let level = whole(pays).is_some() && whole(gains).is_some() && whole(pays) != whole(gains);
        if sector || level {
            let rests_on = ["payer", "gainer"].map(|field| ground::field(map, id, field)).to_vec();
            let (payer, gainer) = (payer.clone(), gainer.clone());
            found.push(Observation::of(
                Sight::PaysElsewhere { measure: id.clone(), payer, gainer, sector },
                rests_on,
            ));
        }
    }
    found
}

/// Chosen measures that need one that is not chosen.
pub(super) fn needs(map: &Map) -> Vec<Observation> {
    let mut found = Vec::new();
    for measure in measures(map) {
        for (id, link) in map.links_from(measure).filter(|(id, _)| id.kind == LinkKind::Needs) {
            let other = map.node(&id.to).filter(|node| node.kind == Kind::Measure && !chosen(node));
            if link.counts() && other.is_some() {
                let sight = Sight::NeedsUnchosen { measure: measure.clone(), needs: id.to.clone() };
                let rests_on = vec![ground::link(map, id), ground::field(map, &id.to, "stage")];
                found.push(Observation::of(sight, rests_on));
            }
        }
    }
    found
}
