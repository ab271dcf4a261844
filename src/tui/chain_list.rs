//! The list of chains from one card to another: in which order, which one the cursor is on, and which cards a chain can
//! begin or end at.

use std::collections::BTreeSet;

use super::open::{OpenMap, Shown};
use super::question::{Chains, Question};
use crate::analysis::chains::Chain;
use crate::analysis::tree::{Direction, tree};
use crate::map::{LinkId, NodeId, Snapshot};

/// Where one is in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainList {
    /// The row of the cursor.
    pub at: usize,
    /// Whether the best founded come first, and not the shortest.
    pub best_first: bool,
}

impl OpenMap {
    /// The question which chains there are between the two ends.
    #[must_use]
    pub fn chains(&self) -> Option<Question> {
        let (from, to) = self.ends.as_ref()?;
        Some(Question::Chains(from.clone(), to.clone(), self.longest))
    }

    /// How many chains are listed.
    #[must_use]
    pub fn chains_listed(&self) -> usize {
        let told = self.chains().and_then(|question| Some(self.answers.chains(&question)?.what.listed.len()));
        told.unwrap_or(0)
    }

    /// Whether there may be chains of more links than were looked for.
    #[must_use]
    pub fn longer_chains(&self) -> bool {
        let told =
            self.chains().and_then(|question| Some(self.answers.chains(&question)?.what.found.clone()));
        told.is_some_and(|found| found.longer)
    }

    /// The links of the chain that the cursor is on; `None` if there is none, or a link of it is gone meanwhile.
    #[must_use]
    pub fn listed_chain(&self) -> Option<Vec<LinkId>> {
        let question = self.chains()?;
        let told = self.answers.chains(&question)?;
        let links = links_of(self.chain_in_row(told.what, self.chain_list.at)?, told.snapshot);
        links.iter().all(|link| self.map.link(link).is_some()).then_some(links)
    }

    /// The chain in a row of the list, in the order that was chosen.
    #[must_use]
    pub fn chain_in_row<'a>(&self, chains: &'a Chains, row: usize) -> Option<&'a Chain> {
        let at = if self.chain_list.best_first { *chains.by_evidence.get(row)? } else { row };
        chains.listed.get(at)
    }

    /// Whether the staircase shows the chain that the cursor of the list is on.
    #[must_use]
    pub fn climbs_listed_chain(&self) -> bool {
        let climbs = |links: Vec<LinkId>| self.trail.links() == links;
        self.shown == Shown::Trail && !self.trail.is_empty() && self.listed_chain().is_some_and(climbs)
    }

    /// The cards that a chain from a card leads to, or that a chain to it begins at; of any length, the card itself not
    /// among them.
    #[must_use]
    pub fn on_chains(&self, card: &NodeId, direction: Direction) -> BTreeSet<NodeId> {
        let Some(root) = self.snapshot.spot(card) else { return BTreeSet::new() };
        let branches = tree(&self.snapshot, root, direction, usize::MAX);
        branches
            .iter()
            .filter(|branch| branch.spot != root)
            .map(|branch| self.snapshot.id(branch.spot).clone())
            .collect()
    }
}

/// The links of a chain by their ids.
#[must_use]
pub fn links_of(chain: &Chain, snapshot: &Snapshot) -> Vec<LinkId> {
    chain.links(snapshot).map(|arc| snapshot.link_id(arc)).collect()
}
