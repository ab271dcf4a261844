//! What the worker found out about the open map, beside the list of loops: kept until something newer is known, and
//! asked for once for each state of the map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::question::{Answer, Between, Chains, Question};
use super::review::Reviewed;
use crate::analysis::cut::{Cut, ToldCut};
use crate::analysis::settling::Settling;
use crate::analysis::structure::Structure;
use crate::analysis::total::Total;
use crate::map::Snapshot;

/// Something that was found out, and of which state of the map.
#[derive(Clone, Debug)]
struct Known {
    generation: u64,
    answer: Answer,
    snapshot: Arc<Snapshot>,
}

/// An answer as it is shown.
#[derive(Debug)]
pub struct Told<'a, T> {
    /// What was found out.
    pub what: &'a T,
    /// The links it is about: its numbers of cards and links are places in it.
    pub snapshot: &'a Snapshot,
    /// Whether it is from before the last changes.
    pub old: bool,
}

impl<T> Clone for Told<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Told<'_, T> {}

/// All answers.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    generation: u64,
    version: u64,
    asked: BTreeSet<Question>,
    known: BTreeMap<Question, Known>,
}

impl Answers {
    /// From now on questions are about that state of the map. What is known of older ones stays until more is.
    pub fn begin(&mut self, generation: u64) {
        if self.generation != generation {
            self.generation = generation;
            self.version += 1;
            self.asked.clear();
        }
    }

    /// A number that is another one whenever something else is known, or of another state of the map.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Notes that a question is asked; gives whether it was not yet, so that nothing is found out twice.
    pub fn ask(&mut self, question: &Question) -> bool {
        self.asked.insert(question.clone())
    }

    /// Takes in an answer about the map as it is now. What older states said to the like is let go.
    pub fn take_in(&mut self, question: Question, answer: Option<Answer>, snapshot: Arc<Snapshot>) {
        let generation = self.generation;
        self.version += 1;
        self.known.retain(|own, known| known.generation == generation || !own.is_kin(&question));
        if let Some(answer) = answer {
            self.known.insert(question, Known { generation, answer, snapshot });
        }
    }

    /// The total number of loops.
    #[must_use]
    pub fn total(&self) -> Option<Told<'_, Total>> {
        self.told(&Question::Total, |answer| match answer {
            Answer::Total(own) => Some(own),
            _ => None,
        })
    }

    /// Which unknown signs decide most of the loops listed; `question` says of how many links.
    #[must_use]
    pub fn settling(&self, question: &Question) -> Option<Told<'_, Vec<Settling>>> {
        self.told(question, |answer| match answer {
            Answer::Settling(own) => Some(own),
            _ => None,
        })
    }

    /// What breaks every loop.
    #[must_use]
    pub fn cut_loops(&self) -> Option<Told<'_, Cut>> {
        self.told(&Question::CutLoops, |answer| match answer {
            Answer::CutLoops(own) => Some(own),
            _ => None,
        })
    }

    /// What breaks every named loop.
    #[must_use]
    pub fn cut_told(&self) -> Option<Told<'_, ToldCut>> {
        self.told(&Question::CutTold, |answer| match answer {
            Answer::CutTold(own) => Some(own),
            _ => None,
        })
    }

    /// Where each card stands; `question` says with loops of how many links.
    #[must_use]
    pub fn structure(&self, question: &Question) -> Option<Told<'_, Structure>> {
        self.told(question, |answer| match answer {
            Answer::Structure(own) => Some(own),
            _ => None,
        })
    }

    /// What lies between two cards; `question` says between which.
    #[must_use]
    pub fn between(&self, question: &Question) -> Option<Told<'_, Between>> {
        self.told(question, |answer| match answer {
            Answer::Between(own) => Some(own),
            _ => None,
        })
    }

    /// What the map says otherwise than another version; `question` says which.
    #[must_use]
    pub fn review(&self, question: &Question) -> Option<Told<'_, Reviewed>> {
        self.told(question, |answer| match answer {
            Answer::Review(own) => Some(&**own),
            _ => None,
        })
    }

    /// The chains between two cards; `question` says between which.
    #[must_use]
    pub fn chains(&self, question: &Question) -> Option<Told<'_, Chains>> {
        self.told(question, |answer| match answer {
            Answer::Chains(own) => Some(own),
            _ => None,
        })
    }

    fn told<'a, T>(
        &'a self,
        question: &Question,
        pick: impl Fn(&'a Answer) -> Option<&'a T>,
    ) -> Option<Told<'a, T>> {
        let known = self.known.get(question)?;
        let what = pick(&known.answer)?;
        Some(Told { what, snapshot: &known.snapshot, old: known.generation != self.generation })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Map, Scope};

    #[test]
    fn what_is_known_stays_until_more_is_and_is_told_as_old() {
        let snapshot = Arc::new(Snapshot::of(&Map::new("x"), &Scope::default()));
        let total = |count| Some(Answer::Total(Total { count, exact: true, ..Total::default() }));
        let mut answers = Answers::default();
        answers.begin(1);
        assert!(answers.ask(&Question::Total) && !answers.ask(&Question::Total));
        answers.take_in(Question::Total, total(3), Arc::clone(&snapshot));
        assert_eq!(answers.total().map(|told| (told.what.count, told.old)), Some((3, false)));
        answers.begin(2);
        assert_eq!(answers.total().map(|told| (told.what.count, told.old)), Some((3, true)));
        assert!(answers.ask(&Question::Total));
        answers.take_in(Question::Total, total(4), snapshot);
        assert_eq!(answers.total().map(|told| (told.what.count, told.old)), Some((4, false)));
    }

    #[test]
    fn an_answer_lets_go_of_older_ones_of_its_kind_alone() {
        let snapshot = Arc::new(Snapshot::of(&Map::new("x"), &Scope::default()));
        let between = |to: &str| Question::Between("a".into(), to.into());
        let none = || Some(Answer::Between(Between { cut: None, bottlenecks: Ok(None) }));
        let mut answers = Answers::default();
        answers.begin(1);
        answers.take_in(between("b"), none(), Arc::clone(&snapshot));
        answers.take_in(between("c"), none(), Arc::clone(&snapshot));
        assert!(answers.between(&between("b")).is_some_and(|told| !told.old));
        answers.begin(2);
        answers.take_in(Question::Total, Some(Answer::Total(Total::default())), Arc::clone(&snapshot));
        assert!(answers.between(&between("b")).is_some_and(|told| told.old));
        answers.take_in(between("c"), none(), snapshot);
        assert!(answers.between(&between("b")).is_none());
    }
}
