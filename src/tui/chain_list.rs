//! The list of chains from one card to another: which one the cursor is on.

use super::open::OpenMap;
use super::question::Question;
use crate::analysis::chains::Chain;
use crate::map::{LinkId, Snapshot};

/// Where one is in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainList {
    /// The row of the cursor.
    pub at: usize,
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
        let links = links_of(told.what.listed.get(self.chain_list.at)?, told.snapshot);
        links.iter().all(|link| self.map.link(link).is_some()).then_some(links)
    }
}

/// The links of a chain by their ids.
#[must_use]
pub fn links_of(chain: &Chain, snapshot: &Snapshot) -> Vec<LinkId> {
    chain.links(snapshot).map(|arc| snapshot.link_id(arc)).collect()
}
