//! What merging values gathers on its way: the fields on which the sides disagree, and how much comparing is left.

use super::three::Dispute;

/// The comparisons of lines of a whole merge, however many notes both sides changed: well under a second.
const MOST_COMPARISONS: usize = 40_000_000;

/// The disputes so far, and the comparisons that are left.
#[derive(Debug)]
pub(super) struct Gathered {
    disputes: Vec<Dispute>,
    comparisons: usize,
}

impl Default for Gathered {
    fn default() -> Self {
        Self { disputes: Vec::new(), comparisons: MOST_COMPARISONS }
    }
}

impl Gathered {
    /// One more dispute.
    pub(super) fn push(&mut self, dispute: Dispute) {
        self.disputes.push(dispute);
    }

    /// What is merged, and its disputes by themselves.
    pub(super) fn apart<T>(&mut self, merge: impl FnOnce(&mut Self) -> T) -> (T, Vec<Dispute>) {
        let before = std::mem::take(&mut self.disputes);
        let merged = merge(self);
        (merged, std::mem::replace(&mut self.disputes, before))
    }

    /// Takes so many comparisons. Whether there are that many left; else none is taken.
    pub(super) fn spend(&mut self, comparisons: usize) -> bool {
        let left = self.comparisons.checked_sub(comparisons);
        self.comparisons = left.unwrap_or(self.comparisons);
        left.is_some()
    }
}
