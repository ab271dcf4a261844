//! Two cards that are to be one, and the list of pairs that may be.

use std::collections::BTreeSet;

use crate::map::alike::{Why, alike};
use crate::map::{Map, NodeId};

/// The question which of two cards stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// The card that stays.
    pub keep: NodeId,
    /// The card that becomes a part of it.
    pub gone: NodeId,
    /// The row of the list of pairs that asked; none where two cards were picked.
    pub from_list: Option<usize>,
}

impl Merger {
    /// The other card stays.
    pub fn swap(&mut self) {
        std::mem::swap(&mut self.keep, &mut self.gone);
    }
}

/// Pairs of cards that may be the same thing.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// The pairs, the likeliest first, and why.
    pub rows: Vec<(NodeId, NodeId, Why)>,
    /// The pair that the cursor is on.
    pub at: usize,
}

impl Pairs {
    /// The pairs of a map, without those that somebody said are not the same.
    #[must_use]
    pub fn of(map: &Map, apart: &BTreeSet<(NodeId, NodeId)>, at: usize) -> Self {
        let rows = alike(map, apart);
        let at = at.min(rows.len().saturating_sub(1));
        Self { rows, at }
    }

    /// Moves the cursor.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }
}
