//! Cards that are cut off: from which nothing leads on any more, to which nothing leads, or which no longer reach a
//! level that they reached.

use super::sides::Sides;
use crate::map::{LevelId, NodeId, Snapshot, Spot};

/// A card that lost all its effects or all its causes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    /// Which.
    pub node: NodeId,
    /// Whether it led somewhere and leads nowhere now.
    pub leads_nowhere: bool,
    /// Whether something led to it and nothing does now.
    pub from_nowhere: bool,
}

/// Cards from which chains led to a level and none does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelLost {
    /// The whole level.
    pub level: LevelId,
    /// The cards, by id; those from which nothing leads on at all are not among them.
    pub nodes: Vec<NodeId>,
}

/// Finds both. Only cards that both maps have count. O(levels · (nodes + links)).
pub(super) fn lost(sides: &Sides) -> (Vec<CutOff>, Vec<LevelLost>) {
    let (before, after) = (&sides.before, &sides.after);
    let mut cut_off = Vec::new();
    for spot in before.spots() {
        let Some(now) = sides.node_after(spot) else { continue };
        let leads_nowhere = leads_on(before, spot) && !leads_on(after, now);
        let from_nowhere = led_to(before, spot) && !led_to(after, now);
        if leads_nowhere || from_nowhere {
            cut_off.push(CutOff { node: before.id(spot).clone(), leads_nowhere, from_nowhere });
        }
    }
    let mut levels_lost = Vec::new();
    for (place, level) in before.level_ids().iter().enumerate() {
        let Ok(place) = u16::try_from(place) else { break };
        let Some(now) =
            after.level_ids().iter().position(|id| id == level).and_then(|at| u16::try_from(at).ok())
        else {
            continue;
        };
        let (old, new) = (reach(before, place), reach(after, now));
        let lost = before.spots().filter(|&spot| old[spot as usize]);
        let lost = lost.filter(|&spot| {
            sides.node_after(spot).is_some_and(|now| !new[now as usize] && leads_on(after, now))
        });
        let nodes: Vec<NodeId> = lost.map(|spot| before.id(spot).clone()).collect();
        if !nodes.is_empty() {
            levels_lost.push(LevelLost { level: level.clone(), nodes });
        }
    }
    (cut_off, levels_lost)
}

fn leads_on(snapshot: &Snapshot, spot: Spot) -> bool {
    snapshot.arcs()[snapshot.outgoing(spot)].iter().any(|arc| arc.to != spot)
}

fn led_to(snapshot: &Snapshot, spot: Spot) -> bool {
    snapshot.incoming(spot).iter().any(|&arc| snapshot.arcs()[arc as usize].from != spot)
}

/// From which nodes chains lead to a node on a whole level. The nodes on it count only if a chain leads back to it.
fn reach(snapshot: &Snapshot, level: u16) -> Vec<bool> {
    let mut reaches = vec![false; snapshot.len()];
    let mut open: Vec<Spot> =
        snapshot.spots().filter(|&spot| snapshot.whole_level(spot) == Some(level)).collect();
    while let Some(spot) = open.pop() {
        for &arc in snapshot.incoming(spot) {
            let from = snapshot.arcs()[arc as usize].from;
            if from != spot && !reaches[from as usize] {
                reaches[from as usize] = true;
                open.push(from);
            }
        }
    }
    reaches
}
