//! A finding about a file, as a command tells it: one line for people, one object for programs.

use std::ops::Range;

use serde_json::{Value, json};

use crate::file::Severity;
use crate::text::{Lang, visible};

use super::words::severity;

/// A finding with its file and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The word for this kind of finding.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The file.
    pub file: String,
    /// Line and column, from 1.
    pub place: Option<(usize, usize)>,
    /// The bytes of the file that are meant.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// What it is about.
    pub subject: String,
}

impl Told {
    /// `file:line:column: error[code]: what is wrong — what to do`, whatever stands in it.
    pub fn line(&self, lang: Lang) -> String {
        let place = self.place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        let help = if self.help.is_empty() { String::new() } else { format!(" — {}", self.help) };
        let (file, severity) = (&self.file, severity(lang, self.severity));
        let line = format!("{file}{place}: {severity}[{}]: {}{help}", self.code, self.message);
        visible(&line.replace(['\n', '\r'], " ")).into_owned()
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        json!({
            "code": self.code,
            "severity": self.severity.as_str(),
            "message": self.message,
            "help": self.help,
            "file": self.file,
            "line": self.place.map(|(line, _)| line),
            "column": self.place.map(|(_, column)| column),
            "subject": self.subject,
        })
    }
}

/// How many errors, warnings and hints there are.
pub fn numbers(found: &[Told]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|severity| found.iter().filter(|told| told.severity == severity).count())
}
