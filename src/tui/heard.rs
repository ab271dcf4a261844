//! Where one is on the screen of who hears whom: on a step of the ladder, on an observation, or on one set aside.
//!
//! Rows and cursor only; how it is drawn and what a key does there is elsewhere.

use super::open::OpenMap;
use crate::analysis::levels::Line;
use crate::analysis::observe::{MOST_SHOWN, Observation};

/// What the screen shows beside its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Whether the parts of a level stand folded in it.
    pub folded: bool,
    /// Whether what was set aside is listed.
    pub aside: bool,
    /// Whether all observations are listed, not only the best.
    pub all: bool,
    /// Whether the table of levels is shown instead.
    pub table: bool,
}

/// A row that the cursor can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A step of the ladder from the top, the line from the bottom to the top last.
    Rung(usize),
    /// An observation, by its place.
    Seen(usize),
    /// How many were set aside; Enter lists them.
    AsideHeading,
    /// One set aside, by its place.
    Aside(usize),
}

impl OpenMap {
    /// The steps as they are shown: parts by themselves or folded.
    fn lines(&self) -> &[Line] {
        if self.heard.folded { &self.ladder().folded } else { &self.ladder().lines }
    }

    /// How many steps of the ladder the cursor can be on.
    #[must_use]
    pub fn rungs(&self) -> usize {
        self.lines().len()
    }

    /// The steps of the ladder as they are shown: top first, the line from the bottom to the top last.
    #[must_use]
    pub fn rung_at(&self, row: usize) -> Option<&Line> {
        let (whole, rungs): (Vec<_>, Vec<_>) = self.lines().iter().partition(|line| line.whole);
        rungs.into_iter().rev().chain(whole).nth(row)
    }

    /// The observations that the screen lists.
    #[must_use]
    pub fn seen(&self) -> &[Observation] {
        let open = &self.observed().open;
        if self.heard.all { open } else { &open[..open.len().min(MOST_SHOWN)] }
    }

    /// All rows from top to bottom.
    #[must_use]
    pub fn heard_rows(&self) -> Vec<Row> {
        let aside = self.observed().aside.len();
        let mut rows: Vec<Row> = (0..self.rungs()).map(Row::Rung).collect();
        rows.extend((0..self.seen().len()).map(Row::Seen));
        if aside > 0 {
            rows.push(Row::AsideHeading);
            rows.extend((0..if self.heard.aside { aside } else { 0 }).map(Row::Aside));
        }
        rows
    }

    /// The row of the cursor; none where there is nothing.
    #[must_use]
    pub fn heard_row(&self) -> Option<Row> {
        self.heard_rows().get(self.rung).copied()
    }

    /// The observation of the cursor, set aside or not.
    #[must_use]
    pub fn observation_here(&self) -> Option<&Observation> {
        match self.heard_row()? {
            Row::Seen(at) => self.observed().open.get(at),
            Row::Aside(at) => self.observed().aside.get(at).map(|aside| &aside.observation),
            Row::Rung(_) | Row::AsideHeading => None,
        }
    }
}
