//! Finds the faults of a file and says where they stand.

use crate::map::Item;
use crate::text::Lang;

use super::fault::{Fault, Severity};
use super::open::Opened;
use super::place::Place;

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The word for its kind.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about; `None` for the file as a whole.
    pub item: Option<Item>,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The fault itself.
    pub fault: Fault,
}

impl Finding {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.fault.message(lang)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        self.fault.help(lang)
    }
}

/// Every fault of the file, by line and column.
#[must_use]
pub fn check(opened: &Opened) -> Vec<Finding> {
    let mut findings: Vec<Finding> = opened
        .document
        .faults()
        .into_iter()
        .map(|fault| {
            let place = Place { line: 1, column: 1 };
            Finding {
                code: fault.code(),
                severity: Severity::Error,
                item: Some(fault.item()),
                line: place.line,
                column: place.column,
                fault,
            }
        })
        .collect();
    findings.sort_by_key(|finding| (finding.line, finding.column));
    findings
}
