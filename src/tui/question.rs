//! What the worker can be asked about a map, and how it finds the answer. Who asks, and when, is `update`'s.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::review::Reviewed;
use crate::analysis::bottleneck::bottlenecks;
use crate::analysis::budget::{Budget, Stop};
use crate::analysis::chain_sum::ChainSum;
use crate::analysis::chains::{Chain, ChainQuery, FoundChains, find_chains};
use crate::analysis::cut::{Cut, ToldCut, cut_chains, cut_loops, cut_told};
use crate::analysis::evidence::Evidence;
use crate::analysis::independent::{IndependentLoops, independent_loops};
use crate::analysis::loops::Loop;
use crate::analysis::ranking::best_chains;
use crate::analysis::settling::{Settling, settling};
use crate::analysis::structure::{Structure, structure};
use crate::analysis::total::{Total, count_loops};
use crate::analysis::would_be::{WouldBe, would_be_loops};
use crate::map::{Map, NodeId, Scope, Snapshot, Spot};

/// The most chains that are listed; all are counted.
pub const MOST_CHAINS: usize = 1_000;

/// The most loops that would run which are listed.
pub const MOST_WOULD_BE: usize = 1_000;

/// Something to find out, what is quick first: of several that wait, the first is answered first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// What the map says otherwise than the version it is compared with, which has that number.
    Review(u64),
    /// The list of loops of at most so many links.
    Loops(usize),
    /// Which unknown signs decide most of the loops of at most so many links, once these are listed.
    Settling(usize),
    /// The loops of at most so many links that would run if the links marked missing were there.
    WouldBe(usize),
    /// The smallest set of cards that breaks every named loop.
    CutTold,
    /// What lies on the chains from one card to another.
    Between(NodeId, NodeId),
    /// The chains from one card to another of at most so many links.
    Chains(NodeId, NodeId, usize),
    /// The smallest set of cards that breaks every loop.
    CutLoops,
    /// A few loops that cover every looped link.
    Independent,
    /// Where each card stands; with loops of at most so many links.
    Structure(usize),
    /// How many loops there are in all.
    Total,
}

impl Question {
    /// Whether the two ask the same of different cards or lengths.
    #[must_use]
    pub fn is_kin(&self, other: &Question) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Which links it is about: those that count, and for loops that would run the missing ones too.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope { missing: matches!(self, Question::WouldBe(_)), ..Scope::default() }
    }

    /// Whether the map itself is needed, beside its links.
    #[must_use]
    pub fn reads_map(&self) -> bool {
        matches!(self, Question::CutTold | Question::Review(_))
    }
}

/// What was found out.
#[derive(Clone, Debug)]
pub enum Answer {
    /// To [`Question::Review`].
    Review(Box<Reviewed>),
    /// To [`Question::Settling`].
    Settling(Vec<Settling>),
    /// To [`Question::WouldBe`].
    WouldBe(WouldBe),
    /// To [`Question::Independent`].
    Independent(IndependentLoops),
    /// To [`Question::CutTold`].
    CutTold(ToldCut),
    /// To [`Question::Between`].
    Between(Between),
    /// To [`Question::Chains`].
    Chains(Chains),
    /// To [`Question::CutLoops`].
    CutLoops(Cut),
    /// To [`Question::Structure`].
    Structure(Structure),
    /// To [`Question::Total`].
    Total(Total),
}

/// What lies on the chains from one card to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    /// The smallest set that breaks every chain; none if a link leads straight there.
    pub cut: Option<Cut>,
    /// The cards that all chains pass, in order; none if there is no chain, an error if nobody knows.
    pub bottlenecks: Result<Option<Vec<Spot>>, Stop>,
}

/// The chains from one card to another.
#[derive(Clone, Debug)]
pub struct Chains {
    /// The first of them, shortest first.
    pub listed: Vec<Chain>,
    /// Their places, the best founded first.
    pub by_evidence: Vec<usize>,
    /// The best founded one, if it is known.
    pub best: Option<Chain>,
    /// What all that were found add up to.
    pub sum: ChainSum,
    /// How far the search came.
    pub found: FoundChains,
}

/// Answers a question; `None` for one about a card that is not there, or about loops, which are handed over one by
/// one elsewhere, or about a map that was not given. `listed` are the loops that were handed over last.
#[must_use]
pub fn answer(
    question: &Question,
    (map, base): (Option<&Arc<Map>>, Option<&Arc<Map>>),
    snapshot: &Snapshot,
    listed: &[Loop],
    budget: &mut Budget<'_>,
) -> Option<Answer> {
    Some(match question {
        Question::Loops(_) => return None,
        Question::Review(_) => Answer::Review(Box::new(Reviewed::of(base?, map?, budget))),
        Question::Settling(_) => Answer::Settling(settling(listed, snapshot)),
        Question::WouldBe(longest) => {
            Answer::WouldBe(would_be_loops(snapshot, *longest, MOST_WOULD_BE, budget))
        }
        Question::Independent => Answer::Independent(independent_loops(snapshot, budget)),
        Question::CutTold => Answer::CutTold(cut_told(map?, snapshot, &Scope::default(), budget)),
        Question::Between(from, to) => {
            let (from, to) = (snapshot.spot(from)?, snapshot.spot(to)?);
            Answer::Between(Between {
                bottlenecks: bottlenecks(snapshot, from, to, budget),
                cut: cut_chains(snapshot, from, to, budget),
            })
        }
        Question::Chains(from, to, longest) => {
            let (from, to) = (snapshot.spot(from)?, snapshot.spot(to)?);
            Answer::Chains(chains(snapshot, from, to, *longest, budget))
        }
        Question::CutLoops => Answer::CutLoops(cut_loops(snapshot, budget)),
        Question::Structure(longest) => Answer::Structure(structure(snapshot, *longest, budget)),
        Question::Total => Answer::Total(count_loops(snapshot, budget)),
    })
}

fn chains(snapshot: &Snapshot, from: Spot, to: Spot, longest: usize, budget: &mut Budget<'_>) -> Chains {
    let query = ChainQuery { max_length: longest, ..ChainQuery::new(from, to) };
    // The best one first: it is found in few steps, and the list may use up all there are.
    let best = best_chains(snapshot, &query, 1, budget).chains.into_iter().next();
    let (mut listed, mut sum) = (Vec::new(), ChainSum::default());
    let found = find_chains(snapshot, &query, budget, &mut |chain| {
        sum.add(&chain, snapshot);
        if listed.len() < MOST_CHAINS {
            listed.push(chain);
        }
        ControlFlow::Continue(())
    });
    let mut by_evidence: Vec<usize> = (0..listed.len()).collect();
    // The one that was found to be best of all comes before its equals.
    by_evidence.sort_by_cached_key(|&at| {
        let chain: &Chain = &listed[at];
        (best.as_ref() != Some(chain), Evidence::of(&chain.arcs, snapshot), at)
    });
    Chains { listed, by_evidence, best, sum, found }
}
