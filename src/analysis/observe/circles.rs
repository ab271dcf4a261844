//! Circles that wait: those that a link marked as missing would close, and those that an unknown sign leaves open.
//!
//! Both look at circles of up to eight links and stop after a number of steps; then the number is a least one. Links
//! that would close most circles stand first; of the unknown signs the three that decide most.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::super::budget::Budget;
use super::super::closing::closed_by;
use super::super::loops::{LoopQuery, Polarity, find_loops};
use super::{Observation, Sight, ground};
use crate::map::{LinkId, LinkKind, Map, Scope, Sign, Snapshot};

/// The most links of a circle.
const LONGEST: usize = 8;
/// The most steps of each search.
const STEPS: u64 = 300_000;
/// How many unknown signs are named.
const MOST_SIGNS: usize = 3;

/// Links that somebody marked as missing and that would close circles that slow themselves.
pub(super) fn would_balance(map: &Map) -> Vec<Observation> {
    let kinds = [LinkKind::Causes, LinkKind::ActsOn];
    let missing: Vec<(&LinkId, Sign)> = map
        .links()
        .filter(|(id, link)| kinds.contains(&id.kind) && link.missing)
        .map(|(id, link)| (id, link.sign_or_unknown()))
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let snapshot = Snapshot::of(map, &Scope::default());
    let mut budget = Budget::steps(STEPS);
    let mut found = Vec::new();
    for (id, sign) in missing {
        let (Some(from), Some(to)) = (snapshot.spot(&id.from), snapshot.spot(&id.to)) else { continue };
        let closing = closed_by(&snapshot, (from, to), sign, LONGEST, &mut budget);
        let circles = closing.count(Polarity::Balancing);
        if circles > 0 {
            let sight = Sight::WouldBalance { link: id.clone(), circles, at_least: !closing.complete };
            let rests_on = vec![ground::link(map, id)];
            found
                .push((circles, Observation { mends: Some(id.clone()), ..Observation::of(sight, rests_on) }));
        }
    }
    found.sort_by_key(|(circles, _)| std::cmp::Reverse(*circles));
    found.into_iter().map(|(_, observation)| observation).collect()
}

/// The unknown signs that, each by itself, keep most circles undetermined.
pub(super) fn sign_decides(map: &Map) -> Vec<Observation> {
    let snapshot = Snapshot::of(map, &Scope::default());
    if snapshot.arcs().iter().all(|arc| arc.sign != Sign::Unknown) {
        return Vec::new();
    }
    let mut decides: BTreeMap<u32, usize> = BTreeMap::new();
    let query = LoopQuery { max_length: LONGEST, ..LoopQuery::default() };
    let found = find_loops(&snapshot, &query, &mut Budget::steps(STEPS), &mut |found| {
        let mut open = found.arcs.iter().filter(|&&arc| snapshot.arcs()[arc as usize].sign == Sign::Unknown);
        if let (Some(&arc), None) = (open.next(), open.next()) {
            *decides.entry(arc).or_default() += 1;
        }
        ControlFlow::Continue(())
    });
    let mut decides: Vec<(u32, usize)> = decides.into_iter().collect();
    decides.sort_by_key(|(arc, circles)| (std::cmp::Reverse(*circles), *arc));
    let observation = |(arc, circles): (u32, usize)| {
        let link = snapshot.link_id(&snapshot.arcs()[arc as usize]);
        let rests_on = vec![ground::link(map, &link)];
        Observation::of(Sight::SignDecides { link, circles, at_least: !found.complete }, rests_on)
    };
    decides.into_iter().take(MOST_SIGNS).map(observation).collect()
}
