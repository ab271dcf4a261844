//! What named loops rest on, and what is known too little about on them.
//!
//! Loops with most hypotheses stand first; then those on one source, or on one group's word. Cards of which too little
//! is known stand by id.

use std::collections::BTreeSet;

use super::super::named::Told;
use super::{Observation, Sight, ground};
use crate::map::{Certainty, LinkId, LoopId, Map, Mark, SourceId, SourceKind};

/// The links of a named loop that analyses count.
fn counted(map: &Map, told: &Told) -> Vec<LinkId> {
    let counts = |id: &LinkId| map.link(id).is_some_and(crate::map::Link::counts);
    told.links.iter().map(|(id, _)| id.clone()).filter(counts).collect()
}

/// Named loops that hang on hypotheses, on one source, on one group's word.
pub(super) fn grounds(map: &Map) -> Vec<Observation> {
    let (mut guesses, mut narrow) = (Vec::new(), Vec::new());
    for (id, told) in map.loops() {
        let links = counted(map, &Told::of(map, told));
        let certainty = |id: &LinkId| map.link(id).and_then(|link| link.certainty);
        let unsure: Vec<LinkId> =
            links.iter().filter(|id| certainty(id) == Some(Certainty::Hypothesis)).cloned().collect();
        if !unsure.is_empty() {
            let rests_on = ground::links(map, &unsure);
            let count = unsure.len();
            let sight = Sight::LoopOnHypotheses { told: id.clone(), links: unsure };
            guesses.push((count, Observation::of(sight, rests_on)));
        }
        narrow.extend(one_source(map, id, &links));
    }
    guesses.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    guesses.into_iter().map(|(_, observation)| observation).chain(narrow).collect()
}

/// A loop of which two links or more cite a source, and all the same one.
fn one_source(map: &Map, told: &LoopId, links: &[LinkId]) -> Option<Observation> {
    let citing: Vec<&LinkId> =
        links.iter().filter(|id| map.link(id).is_some_and(|link| !link.sources.is_empty())).collect();
    let sources: BTreeSet<&SourceId> =
        citing.iter().filter_map(|id| map.link(id)).flat_map(|link| link.sources.keys()).collect();
    let (1, Some(source)) = (sources.len(), sources.first()) else { return None };
    if citing.len() < 2 {
        return None;
    }
    let kind = map.sources().get(*source)?.kind;
    let voice = matches!(kind, SourceKind::Panel | SourceKind::Workshop);
    let sight = Sight::LoopOnOneSource { told: told.clone(), source: (*source).clone(), voice };
    Some(Observation::of(sight, ground::links(map, citing)))
}

/// Cards marked 'we know too little' that lie on a named loop, each with the first of its loops.
pub(super) fn known_too_little(map: &Map) -> Vec<Observation> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (told, own) in map.loops() {
        for (id, _) in &Told::of(map, own).links {
            let zoom = map.node(&id.from).is_some_and(|node| node.marks.contains(&Mark::Zoom));
            if zoom && seen.insert(id.from.clone()) {
                let sight = Sight::KnownTooLittle { card: id.from.clone(), told: told.clone() };
                let rests_on = vec![ground::field(map, &id.from, "marks"), format!("loop {told}")];
                found.push((id.from.clone(), Observation::of(sight, rests_on)));
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, observation)| observation).collect()
}
