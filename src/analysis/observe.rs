//! What the map shows of the world: observations, best first, each about things with a name.
//!
//! An observation is no fault: it never fails a check. It says what one thing does to another, where to look, what it
//! rests on, and which link that is marked as missing would mend it. Families of observations have a file each in the
//! folder; `ground` says what one rests on, `sentence` says it to people. Counts, ranks and gaps that every map has
//! (roots without causes, links without a source, loops inside one level) are no observations and never come from here.
//!
//! The order: each family has a worth, and every further observation of the same family counts 12 less than the
//! one before it, so that few lines show several kinds of things. Equal worth goes by family. Within a family the order
//! is its own, and stands in its file.

pub mod advice;
mod areas;
mod circles;
pub mod ground;
mod hearing;
mod holding;
mod measures;
mod part_taken;
mod reach;
pub mod sentence;
pub mod subject;
mod told;

use super::levels::{Levels, Verdict};
use crate::map::{AreaId, LevelId, LinkId, LoopId, Map, NodeId, Scope, SetAside, Snapshot, SourceId};

/// The most observations that a screen shows.
pub const MOST_SHOWN: usize = 7;
/// From how many links on a map is old enough for more than who hears whom, who takes part and how far chains reach.
const LINKS_OF_A_GROWN_MAP: usize = 15;
/// What each further observation of one family counts less.
const AGAIN: i32 = 12;

/// What was observed, with the things it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Steering comes down from the upper level to the lower one, and less or nothing comes back up.
    WayUp {
        /// The lower level or part.
        lower: LevelId,
        /// The upper one.
        upper: LevelId,
        /// Whether it is the line from the bottom to the top.
        whole: bool,
        /// How telling comes up.
        verdict: Verdict,
        /// How it comes up past the line, where that is better.
        past: Option<Verdict>,
        /// The links of the best way up.
        way: Vec<LinkId>,
        /// The link that makes the best way no better.
        weakest: Option<LinkId>,
        /// A signal up that somebody marked as missing.
        missing: Option<LinkId>,
    },
    /// Nobody on a level, or of a sector on a level, takes an active part.
    NobodyActive {
        /// The level or part.
        level: LevelId,
        /// The sector; `None` if it is the whole level.
        sector: Option<String>,
        /// Everybody there of whom it is said; those who have most part in it first.
        actors: Vec<NodeId>,
    },
    /// Somebody of great influence has no part in the work.
    InfluentialAbsent {
        /// Who.
        actor: NodeId,
    },
    /// The causes of a card at the bottom do not reach further up.
    StopsShort {
        /// The card.
        card: NodeId,
        /// The highest level its causes stand on; the card's own if they never leave it.
        reached: LevelId,
    },
    /// The chosen measures act on causes of one level only.
    OneLevel {
        /// Which.
        level: LevelId,
        /// The measures.
        measures: Vec<NodeId>,
    },
    /// No chosen measure acts on any card of these named loops.
    LoopsUntouched {
        /// Reinforcing ones that run.
        loops: Vec<LoopId>,
        /// The measures.
        measures: Vec<NodeId>,
    },
    /// No chain leads from a measure to any benefit at the bottom.
    NoBenefit {
        /// The measure.
        measure: NodeId,
        /// The first of those benefits.
        benefit: NodeId,
    },
    /// No chain leads from any measure to a benefit.
    NoMeasure {
        /// The benefit.
        benefit: NodeId,
    },
    /// Causes of a named loop that no actor holds.
    NobodyHolds {
        /// The loop.
        told: LoopId,
        /// The causes: points of pain first.
        cards: Vec<NodeId>,
        /// How many causes the loop has.
        of: usize,
    },
    /// A point of pain outside all named loops that no actor holds.
    PainUnheld {
        /// The cause.
        card: NodeId,
    },
    /// Links of a named loop are hypotheses.
    LoopOnHypotheses {
        /// The loop.
        told: LoopId,
        /// The links.
        links: Vec<LinkId>,
    },
    /// All links of a named loop that cite a source cite the same one.
    LoopOnOneSource {
        /// The loop.
        told: LoopId,
        /// The source.
        source: SourceId,
        /// Whether the source is what one group said.
        voice: bool,
    },
    /// Who pays for a measure and who gains by it differ.
    PaysElsewhere {
        /// The measure.
        measure: NodeId,
        /// Who pays.
        payer: NodeId,
        /// Who gains.
        gainer: NodeId,
        /// Whether they belong to different sectors; else they stand on different levels.
        sector: bool,
    },
    /// A chosen measure needs another that is not chosen.
    NeedsUnchosen {
        /// The measure.
        measure: NodeId,
        /// What it needs.
        needs: NodeId,
    },
    /// An area with no link to any other area.
    AreaAlone {
        /// The area.
        area: AreaId,
        /// The first of the others.
        other: AreaId,
    },
    /// Two areas with no link between them, both of which lead to one card.
    AreasApart {
        /// The one area.
        one: AreaId,
        /// The other area.
        other: AreaId,
        /// The card.
        card: NodeId,
    },
    /// A link marked as missing would close circles that slow themselves.
    WouldBalance {
        /// The link.
        link: LinkId,
        /// How many circles.
        circles: usize,
        /// Whether there may be more.
        at_least: bool,
    },
    /// A card of which too little is known lies on a named loop.
    KnownTooLittle {
        /// The card.
        card: NodeId,
        /// The loop.
        told: LoopId,
    },
    /// The unknown sign of a link is all that keeps circles undetermined.
    SignDecides {
        /// The link.
        link: LinkId,
        /// How many circles.
        circles: usize,
        /// Whether there may be more.
        at_least: bool,
    },
}

/// An observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// What was observed.
    pub sight: Sight,
    /// What it rests on, in words; see [`ground`].
    pub rests_on: Vec<String>,
    /// A link marked as missing that would mend it if it were there.
    pub mends: Option<LinkId>,
}

impl Observation {
    fn of(sight: Sight, rests_on: Vec<String>) -> Self {
        Self { sight, rests_on, mends: None }
    }

    /// What the map keeps when it is set aside for a reason.
    #[must_use]
    pub fn set_aside(&self, reason: Vec<String>) -> SetAside {
        SetAside { reason, rests_on: self.rests_on.clone() }
    }
}

/// An observation that somebody set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The observation.
    pub observation: Observation,
    /// Why it was set aside.
    pub reason: Vec<String>,
}

/// What a map shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// The observations, best first.
    pub open: Vec<Observation>,
    /// Those set aside, in the same order. What was set aside and is no longer so is not among them.
    pub aside: Vec<Aside>,
}

impl Observed {
    /// Looks at the whole map. Empty for a map that shows nothing yet.
    ///
    /// What was set aside comes back when something it rests on is gone or has changed.
    #[must_use]
    pub fn of(map: &Map, levels: &Levels) -> Self {
        Self::on(map, levels, &Snapshot::of(map, &Scope::default()))
    }

    /// The same for whoever has a snapshot of the map's effects at hand.
    #[must_use]
    pub fn on(map: &Map, levels: &Levels, snapshot: &Snapshot) -> Self {
        let mut observed = Self::default();
        for observation in observe(map, levels, snapshot) {
            match map.set_aside().get(&observation.key()) {
                Some(aside) if aside.rests_on.iter().all(|words| ground::stands(map, words)) => {
                    observed.aside.push(Aside { observation, reason: aside.reason.clone() });
                }
                _ => observed.open.push(observation),
            }
        }
        observed
    }
}

/// All that a map shows, set aside or not, best first.
///
/// Nothing but who hears whom, who takes part, how far chains reach and what the chosen measures touch before there are
/// 15 links and two levels. The snapshot is one of the map's effects, missing and refuted ones left out.
/// O((levels + areas²) · (nodes + links)) and two searches for loops with budgets in steps.
#[must_use]
pub fn observe(map: &Map, levels: &Levels, snapshot: &Snapshot) -> Vec<Observation> {
    // Worth, then the family's own order.
    let mut families: Vec<(i32, Vec<Observation>)> = vec![
        (100, hearing::observe(map, levels)),
        (90, part_taken::observe(map)),
        (85, reach::stops_short(map, snapshot)),
        (84, measures::touched(map)),
    ];
    if map.link_count() >= LINKS_OF_A_GROWN_MAP && map.whole_levels().count() >= 2 {
        families.extend([
            (97, circles::would_balance(map, snapshot)),
            (66, reach::benefits(map, snapshot)),
            (62, holding::observe(map)),
            (80, told::grounds(map)),
            (76, measures::pockets(map)),
            (78, measures::needs(map)),
            (55, areas::observe(map, snapshot)),
            (64, told::known_too_little(map)),
            (72, circles::sign_decides(map, snapshot)),
        ]);
    }
    let mut ranked: Vec<(i32, usize, Observation)> = Vec::new();
    for (family, (worth, all)) in families.into_iter().enumerate() {
        for (nth, observation) in (0..).zip(all) {
            ranked.push((worth - AGAIN * nth, family, observation));
        }
    }
    // Stable: a family keeps its own order.
    ranked.sort_by_key(|(worth, family, _)| (-worth, *family));
    ranked.into_iter().map(|(_, _, observation)| observation).collect()
}

#[cfg(test)]
mod tests;
