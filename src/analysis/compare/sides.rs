//! The effects of both maps side by side: which link of the one is which link of the other.

use crate::map::{Arc, LinkKind, Map, Scope, Snapshot, Spot};

/// What stands on the other side, where there is nothing.
const NOTHING: u32 = u32::MAX;

/// Both maps as analyses read them.
pub(super) struct Sides {
    pub(super) before: Snapshot,
    pub(super) after: Snapshot,
    // For each node of the map before its place in the map after.
    node_after: Vec<u32>,
    // For each link of the one its number in the other.
    arc_after: Vec<u32>,
    arc_before: Vec<u32>,
}

impl Sides {
    /// O(nodes + links · log links).
    pub(super) fn of(before: &Map, after: &Map) -> Self {
        let scope = Scope::default();
        let (before, after) = (Snapshot::of(before, &scope), Snapshot::of(after, &scope));
        let node_after = nodes(&before, &after);
        let node_before = nodes(&after, &before);
        let arc_after = arcs(&before, &after, &node_after);
        let arc_before = arcs(&after, &before, &node_before);
        Self { before, after, node_after, arc_after, arc_before }
    }

    /// Where a node of the map before is in the map after.
    pub(super) fn node_after(&self, spot: Spot) -> Option<Spot> {
        some(self.node_after[spot as usize])
    }

    /// The number of the same link in the map before.
    pub(super) fn arc_before(&self, arc: u32) -> Option<u32> {
        some(self.arc_before[arc as usize])
    }

    /// The numbers of the links that the map after no longer has, or no longer counts.
    pub(super) fn gone(&self) -> Vec<u32> {
        alone(&self.arc_after)
    }

    /// The numbers of the links that the map before did not have, or did not count.
    pub(super) fn come(&self) -> Vec<u32> {
        alone(&self.arc_before)
    }

    /// The numbers, in the map after, of the links that both have with different signs.
    pub(super) fn turned(&self) -> Vec<u32> {
        let sign = |arc: &u32| self.after.arcs()[*arc as usize].sign;
        let was = |arc: &u32| self.arc_before(*arc).map(|arc| self.before.arcs()[arc as usize].sign);
        let all = (0..).zip(&self.arc_before).map(|(arc, _)| arc);
        all.filter(|arc| was(arc).is_some_and(|was| was != sign(arc))).collect()
    }
}

fn some(place: u32) -> Option<u32> {
    (place != NOTHING).then_some(place)
}

fn alone(other: &[u32]) -> Vec<u32> {
    (0..).zip(other).filter(|(_, other)| **other == NOTHING).map(|(arc, _)| arc).collect()
}

fn nodes(of: &Snapshot, to: &Snapshot) -> Vec<u32> {
    of.spots().map(|spot| to.spot(of.id(spot)).unwrap_or(NOTHING)).collect()
}

fn arcs(of: &Snapshot, to: &Snapshot, places: &[u32]) -> Vec<u32> {
    let key = |arc: &Arc| -> (Spot, LinkKind) { (arc.to, arc.kind) };
    let other = |arc: &Arc| {
        let (from, end) = (some(places[arc.from as usize])?, some(places[arc.to as usize])?);
        let row = to.outgoing(from);
        let at = to.arcs()[row.clone()].binary_search_by_key(&(end, arc.kind), key).ok()?;
        u32::try_from(row.start + at).ok()
    };
    of.arcs().iter().map(|arc| other(arc).unwrap_or(NOTHING)).collect()
}
