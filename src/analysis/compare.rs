//! What a change to a map means: what becomes of its loops, of who hears whom, and of what it claims.
//!
//! Two maps go in, the one before and the one after. The change itself is a [`diff()`]; this says its consequences.
//! Loops are looked for through changed links only, since no other loop can come, go or turn, and up to a length; a
//! search that was stopped says so. Cards that got another id are followed. The words for all of it stand in
//! `compare/sentence.rs`; nothing here decides how it is laid out.

mod circles;
mod claims;
mod former;
mod hearing;
mod item_words;
mod reach;
mod sentence;
mod sides;
mod told;

use std::borrow::Cow;

pub use self::circles::{Circle, Circles, Flipped};
pub use self::claims::{Claim, Claims, Raised, Relabelled, SignTurn};
pub use self::hearing::{Heard, Hearing};
pub use self::item_words::field_word;
pub use self::reach::{CutOff, LevelLost};
pub use self::sentence::{Said, Section, Stroke};
pub use self::told::{BrokenStep, ToldTurn, Turn};
use super::budget::Budget;
use crate::map::{Change, Map, NodeId, diff};

/// How far to look for loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompareQuery {
    /// The most links a loop may have; 0 for no bound.
    pub max_length: usize,
    /// The most loops to find in all.
    pub most_loops: usize,
}

impl Default for CompareQuery {
    /// Up to 8 links, as everywhere.
    fn default() -> Self {
        Self { max_length: 8, most_loops: 100_000 }
    }
}

/// Two maps and what the step from the one to the other means.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The map before, with the ids that its cards have after.
    pub before: Cow<'a, Map>,
    /// The map after.
    pub after: &'a Map,
    /// Cards with another id: the former one and the one they have now, by the former.
    pub renamed: Vec<(NodeId, NodeId)>,
    /// What makes the one into the other.
    pub change: Change,
    /// What became of named loops, by id; those to which nothing happened are not there.
    pub told: Vec<ToldTurn>,
    /// Loops that came, went or turned.
    pub circles: Circles,
    /// Who hears whom less, or more.
    pub hearing: Hearing,
    /// Cards from which nothing leads on any more, or to which nothing leads, by id.
    pub cut_off: Vec<CutOff>,
    /// Levels which cards no longer reach, bottom to top.
    pub levels_lost: Vec<LevelLost>,
    /// What the map says anew of cards and links.
    pub claims: Claims,
    /// Steps of journeys that show something the change took away.
    pub broken_steps: Vec<BrokenStep>,
}

impl<'a> Comparison<'a> {
    /// Compares. Two maps of equal content give an empty one.
    ///
    /// O(pairs of levels · (nodes + links)) and the search for loops, which the budget bounds.
    #[must_use]
    pub fn of(before: &'a Map, after: &'a Map, query: &CompareQuery, budget: &mut Budget<'_>) -> Self {
        let renamed = former::renamed(before, after);
        let before = if renamed.is_empty() {
            Cow::Borrowed(before)
        } else {
            Cow::Owned(former::follow(before, &renamed))
        };
        let change = diff(&before, after);
        let mut comparison = Self {
            before,
            after,
            renamed,
            change,
            told: Vec::new(),
            circles: Circles { max_length: query.max_length, complete: true, ..Circles::default() },
            hearing: Hearing::default(),
            cut_off: Vec::new(),
            levels_lost: Vec::new(),
            claims: Claims::default(),
            broken_steps: Vec::new(),
        };
        if comparison.change.is_empty() {
            return comparison;
        }
        let before: &Map = &comparison.before;
        let sides = sides::Sides::of(before, after);
        comparison.told = told::turns(before, after);
        comparison.circles = circles::turned(&sides, query, budget);
        comparison.hearing = Hearing::of(before, after, &comparison.change);
        (comparison.cut_off, comparison.levels_lost) = reach::lost(&sides);
        comparison.claims = Claims::of(before, after, &comparison.change);
        comparison.broken_steps = told::broken_steps(before, after);
        comparison
    }

    /// Whether both maps say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.change.is_empty() && self.renamed.is_empty()
    }

    /// The cards that are cut off in any way, each once, by id.
    #[must_use]
    pub fn nodes_cut_off(&self) -> Vec<&NodeId> {
        let levels = self.levels_lost.iter().flat_map(|lost| &lost.nodes);
        let mut all: Vec<&NodeId> = self.cut_off.iter().map(|cut| &cut.node).chain(levels).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests;
