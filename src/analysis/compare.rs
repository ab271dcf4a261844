//! What a change to a map means: what becomes of its loops, of who hears whom, and of what it claims.
//!
//! Two maps go in, the one before and the one after. The change itself is a [`diff()`]; this says its consequences.
//! Loops are looked for through changed links only, since no other loop can come, go or turn, and up to a length; a
//! search that was stopped says so. Cards that got another id are followed. The words for all of it stand in
//! `compare/sentence.rs`; nothing here decides how it is laid out.

pub(in crate::analysis) mod circles;
mod claims;
mod conflict;
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
pub use self::conflict::conflict_said;
pub use self::hearing::{Heard, Hearing};
pub use self::item_words::{field_word, value_said};
pub use self::reach::{CutOff, LevelLost};
pub use self::sentence::{Said, Section, Source, Stroke};
pub use self::told::{BrokenStep, ToldTurn, Turn};
use super::budget::Budget;
use crate::map::{Change, Conflict, Edit, Item, Map, Mark, NodeId, Value, diff};

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
    /// What makes the one into the other, but for what is in no order: tags, marks, open conflicts.
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
        let mut change = diff(&before, after);
        let (was, now) = (before.conflicts(), after.conflicts());
        let same_conflicts = not_among(was, now).is_empty() && not_among(now, was).is_empty();
        let conflicts = |edit: &Edit| edit.item == Item::Map && edit.field.as_deref() == Some("conflicts");
        change.edits.retain(|edit| !(is_order_only(edit) || same_conflicts && conflicts(edit)));
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

    /// The open conflicts that the map after has and the map before has not, and those that are no longer open.
    #[must_use]
    pub fn conflicts(&self) -> (Vec<&Conflict>, Vec<&Conflict>) {
        let (was, now) = (self.before.conflicts(), self.after.conflicts());
        (not_among(now, was), not_among(was, now))
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

/// Whether an edit only puts tags or marks, which are in no order, into another one.
fn is_order_only(edit: &Edit) -> bool {
    let sorted = |value: &Option<Value>| -> Option<Vec<String>> {
        let value = value.as_ref()?;
        let mut all: Vec<String> = match edit.field.as_deref()? {
            "tags" => value.read().ok()?,
            "marks" => value.read::<Vec<Mark>>().ok()?.iter().map(|mark| mark.as_str().to_owned()).collect(),
            _ => return None,
        };
        all.sort();
        Some(all)
    };
    matches!((sorted(&edit.old), sorted(&edit.new)), (Some(was), Some(now)) if was == now)
}

/// Those of the open conflicts that are not among the others.
fn not_among<'a>(all: &'a [Conflict], others: &[Conflict]) -> Vec<&'a Conflict> {
    let mut others: Vec<&Conflict> = others.iter().collect();
    let mut rest = Vec::new();
    for own in all {
        match others.iter().position(|other| *other == own) {
            Some(at) => drop(others.swap_remove(at)),
            None => rest.push(own),
        }
    }
    rest
}

#[cfg(test)]
mod tests;
