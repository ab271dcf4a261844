//! Circles that wait: those that a link marked as missing would close, and those that an unknown sign leaves open.
//!
//! Both look at circles of up to eight links and stop after a number of steps; then the number is a least one. Links
//! that would close most circles stand first; of the unknown signs the three that decide most.

use std::ops::ControlFlow;

use super::super::budget::Budget;
use super::super::closing::closed_by;
use super::super::loops::{LoopQuery, Polarity, find_loops};
use super::super::settling::{Settling, Unsettled};
use super::{Observation, Sight, ground};
use crate::map::{LinkId, LinkKind, Map, Sign, Snapshot};

/// The most links of a circle.
pub(super) const LONGEST: usize = 8;
/// The most steps of each search.
const STEPS: u64 = 300_000;
/// How many unknown signs are named.
const MOST_SIGNS: usize = 3;

/// Links that somebody marked as missing and that would close circles that slow themselves.
pub(super) fn would_balance(map: &Map, snapshot: &Snapshot) -> Vec<Observation> {
    let kinds = [LinkKind::Causes, LinkKind::ActsOn];
    let missing: Vec<(&LinkId, Sign)> = map
        .links()
        .filter(|(id, link)| kinds.contains(&id.kind) && link.missing)
        .map(|(id, link)| (id, link.sign_or_unknown()))
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let mut budget = Budget::steps(STEPS);
    let mut found = Vec::new();
    for (id, sign) in missing {
        let (Some(from), Some(to)) = (snapshot.spot(&id.from), snapshot.spot(&id.to)) else { continue };
        let closing = closed_by(snapshot, (from, to), sign, LONGEST, &mut budget);
        let circles = closing.count(Polarity::Balancing);
        if circles > 0 {
            let sight = Sight::WouldBalance { link: id.clone(), circles, at_least: !closing.complete };
            let rests_on = vec![ground::link(map, id)];
            found
                .push((circles, Observation { mends: Some(id.clone()), ..Observation::of(sight, rests_on) }));
        }
        // Once spent, a budget stays so, and each search would only look where its ends are.
        if closing.stopped_by.is_some() {
            break;
        }
    }
    found.sort_by_key(|(circles, _)| std::cmp::Reverse(*circles));
    found.into_iter().map(|(_, observation)| observation).collect()
}

/// The unknown signs that, each by itself, keep most circles undetermined.
pub(super) fn sign_decides(map: &Map, snapshot: &Snapshot) -> Vec<Observation> {
    if snapshot.arcs().iter().all(|arc| arc.sign != Sign::Unknown) {
        return Vec::new();
    }
    let mut unsettled = Unsettled::default();
    let query = LoopQuery { max_length: LONGEST, ..LoopQuery::default() };
    let found = find_loops(snapshot, &query, &mut Budget::steps(STEPS), &mut |found| {
        unsettled.add(&found, snapshot);
        ControlFlow::Continue(())
    });
    let observation = |own: Settling| {
        let link = snapshot.link_id(&snapshot.arcs()[own.arc as usize]);
        let rests_on = vec![ground::link(map, &link)];
        let sight = Sight::SignDecides { link, circles: own.decides, at_least: !found.complete };
        Observation::of(sight, rests_on)
    };
    let decisive = unsettled.best_first().into_iter().filter(|own| own.decides > 0);
    decisive.take(MOST_SIGNS).map(observation).collect()
}
