//! Looks at the layers of a map, between every two levels and from rung to rung.

use super::{Line, Pair, Signals, Traffic, Verdict, Way};
use crate::analysis::walk::FAR;
use crate::map::{Arc, Certainty, LevelId, LinkKind, Map, Scope, Snapshot, Spot};

/// The levels as places: whole ones, and the rungs that stand for them.
pub(super) struct Ladder {
    whole: Vec<u16>,
    rungs: Vec<u16>,
    // Whether a rung is a whole level, its parts with it.
    folds: bool,
}

impl Ladder {
    pub(super) fn of(map: &Map) -> Self {
        let levels = map.levels();
        let place = |id: &LevelId| {
            levels.iter().position(|level| level.id == *id).and_then(|at| u16::try_from(at).ok())
        };
        let whole: Vec<u16> = map.whole_levels().filter_map(|level| place(&level.id)).collect();
        let mut rungs: Vec<(u16, u16)> = levels
            .iter()
            .filter(|level| map.parts_of(&level.id).next().is_none())
            .filter_map(|level| Some((place(&map.whole_level(&level.id)?.id)?, place(&level.id)?)))
            .collect();
        rungs.sort_unstable();
        Self { whole, rungs: rungs.into_iter().map(|(_, rung)| rung).collect(), folds: false }
    }

    /// The ladder of whole levels.
    pub(super) fn folded(&self) -> Self {
        Self { whole: self.whole.clone(), rungs: self.whole.clone(), folds: true }
    }

    fn on(&self, rung: u16) -> On {
        if self.folds { On::Whole(rung) } else { On::Just(rung) }
    }

    fn rung(&self, level: Option<u16>) -> Option<usize> {
        self.rungs.iter().position(|&rung| Some(rung) == level)
    }
}

/// Which nodes belong to a level: those on it, or those on it and its parts.
#[derive(Clone, Copy)]
enum On {
    Whole(u16),
    Just(u16),
}

impl On {
    fn has(self, snapshot: &Snapshot, spot: Spot) -> bool {
        match self {
            On::Whole(level) => snapshot.whole_level(spot) == Some(level),
            On::Just(level) => snapshot.level(spot) == Some(level),
        }
    }

    fn place(self) -> u16 {
        match self {
            On::Whole(level) | On::Just(level) => level,
        }
    }
}

/// The layers of a map.
pub(super) struct Survey {
    effects: Snapshot,
    signals: Snapshot,
    // Signals that run and signals that are missing.
    wanted: Snapshot,
}

impl Survey {
    pub(super) fn of(map: &Map) -> Self {
        let layer = |kinds: &[LinkKind], missing| {
            Snapshot::of(map, &Scope { kinds: kinds.to_vec(), missing, ..Scope::default() })
        };
        let signals = [LinkKind::Steers, LinkKind::Informs];
        Self {
            effects: layer(&[LinkKind::Causes, LinkKind::ActsOn], false),
            signals: layer(&signals, false),
            wanted: layer(&signals, true),
        }
    }

    pub(super) fn pairs(&self, ladder: &Ladder) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (at, &lower) in ladder.whole.iter().enumerate() {
            for &upper in &ladder.whole[at + 1..] {
                pairs.push(self.pair(On::Whole(lower), On::Whole(upper)));
            }
        }
        pairs
    }

    fn pair(&self, lower: On, upper: On) -> Pair {
        let id = |on: On| self.signals.level_ids()[on.place() as usize].clone();
        Pair {
            lower: id(lower),
            upper: id(upper),
            effects: traffic(&self.effects, lower, upper),
            signals: traffic(&self.signals, lower, upper),
            up: self.way(LinkKind::Informs, lower, upper),
            down: self.way(LinkKind::Steers, upper, lower),
        }
    }

    fn way(&self, kind: LinkKind, from: On, to: On) -> Way {
        let known = |arc: &Arc| arc.kind == kind && arc.certainty != Some(Certainty::Hypothesis);
        let strong = |arc: &Arc| known(arc) && arc.strength != Some(1);
        let way = |may: &dyn Fn(&Arc) -> bool| shortest(&self.signals, from, to, may);
        let (verdict, arcs) = if let Some(arcs) = way(&strong) {
            (Verdict::Works, arcs)
        } else if let Some(arcs) = way(&known) {
            (Verdict::Weak, arcs)
        } else if let Some(arcs) = way(&|arc| arc.kind == kind) {
            (Verdict::NotKnown, arcs)
        } else {
            (Verdict::None, Vec::new())
        };
        let links = arcs.into_iter().map(|arc| self.signals.link_id(&self.signals.arcs()[arc])).collect();
        Way { verdict, links }
    }

    pub(super) fn lines(&self, ladder: &Ladder) -> Vec<Line> {
        let mut lines: Vec<Line> = (1..ladder.rungs.len()).map(|upper| self.line(ladder, upper)).collect();
        if let (Some(&bottom), Some(&top)) = (ladder.whole.first(), ladder.whole.last())
            && bottom != top
            && ladder.rungs != [bottom, top]
        {
            let (lower, upper) = (On::Whole(bottom), On::Whole(top));
            lines.push(Line {
                pair: self.pair(lower, upper),
                whole: true,
                direct: direct(&self.signals, lower, upper, |_| true),
                missing: direct(&self.wanted, lower, upper, |arc| arc.missing),
                past: Signals::default(),
            });
        }
        lines
    }

    /// The line to the rung at `upper` from the one below it.
    fn line(&self, ladder: &Ladder, upper: usize) -> Line {
        let ends = (ladder.on(ladder.rungs[upper - 1]), ladder.on(ladder.rungs[upper]));
        let mut past = Signals::default();
        for arc in self.signals.arcs() {
            let rung = |spot| {
                let signals = &self.signals;
                ladder.rung(if ladder.folds { signals.whole_level(spot) } else { signals.level(spot) })
            };
            let (Some(from), Some(to)) = (rung(arc.from), rung(arc.to)) else { continue };
            let (low, high) = (from.min(to), from.max(to));
            if low < upper && upper <= high && high - low > 1 {
                let list = if from < to { &mut past.up } else { &mut past.down };
                list.push(self.signals.link_id(arc));
            }
        }
        Line {
            pair: self.pair(ends.0, ends.1),
            whole: false,
            direct: direct(&self.signals, ends.0, ends.1, |_| true),
            missing: direct(&self.wanted, ends.0, ends.1, |arc| arc.missing),
            past,
        }
    }
}

/// Which way a link runs between two levels: `Some(true)` up, `Some(false)` down.
fn runs_up(snapshot: &Snapshot, arc: &Arc, lower: On, upper: On) -> Option<bool> {
    if lower.has(snapshot, arc.from) && upper.has(snapshot, arc.to) {
        Some(true)
    } else if upper.has(snapshot, arc.from) && lower.has(snapshot, arc.to) {
        Some(false)
    } else {
        None
    }
}

fn direct(snapshot: &Snapshot, lower: On, upper: On, wanted: impl Fn(&Arc) -> bool) -> Signals {
    let mut signals = Signals::default();
    for arc in snapshot.arcs().iter().filter(|arc| wanted(arc)) {
        match runs_up(snapshot, arc, lower, upper) {
            Some(true) => signals.up.push(snapshot.link_id(arc)),
            Some(false) => signals.down.push(snapshot.link_id(arc)),
            None => {}
        }
    }
    signals
}

fn traffic(snapshot: &Snapshot, lower: On, upper: On) -> Traffic {
    let mut traffic = Traffic {
        up_path: shortest(snapshot, lower, upper, &|_| true).is_some(),
        down_path: shortest(snapshot, upper, lower, &|_| true).is_some(),
        ..Traffic::default()
    };
    for arc in snapshot.arcs() {
        match runs_up(snapshot, arc, lower, upper) {
            Some(true) => traffic.up += 1,
            Some(false) => traffic.down += 1,
            None => {}
        }
    }
    traffic
}

/// The links of a shortest way from a node of the one to a node of the other, over links that may be used; the
/// first one in id order among equally short ones. Breadth first, O(nodes + links).
fn shortest(snapshot: &Snapshot, from: On, to: On, may: &dyn Fn(&Arc) -> bool) -> Option<Vec<usize>> {
    let mut came_by = vec![FAR; snapshot.len()];
    let mut seen: Vec<Spot> = snapshot.spots().filter(|&spot| from.has(snapshot, spot)).collect();
    let sources = seen.len();
    let mut met = vec![false; snapshot.len()];
    for &spot in &seen {
        met[spot as usize] = true;
    }
    let mut next = 0;
    while let Some(&spot) = seen.get(next) {
        if next >= sources && to.has(snapshot, spot) {
            let mut way = Vec::new();
            let mut here = spot;
            while came_by[here as usize] != FAR {
                let arc = came_by[here as usize] as usize;
                way.push(arc);
                here = snapshot.arcs()[arc].from;
            }
            way.reverse();
            return Some(way);
        }
        next += 1;
        for number in snapshot.outgoing(spot) {
            let arc = &snapshot.arcs()[number];
            if !met[arc.to as usize] && may(arc) {
                met[arc.to as usize] = true;
                came_by[arc.to as usize] = u32::try_from(number).unwrap_or(FAR);
                seen.push(arc.to);
            }
        }
    }
    None
}
