//! A finding about a file, as a command tells it: one line for people, one object for programs.

use std::ops::Range;

use serde_json::{Value, json};

use crate::file::Severity;
use crate::text::{Lang, visible};

use super::words::severity;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// What the map shows of the world: no fault, below all of them.
    #[default]
    Observation,
    /// A fault of the file.
    Fault(Severity),
}

impl Weight {
    /// As programs read it.
    fn name(self) -> &'static str {
        match self {
            Weight::Observation => "observation",
            Weight::Fault(severity) => severity.as_str(),
        }
    }

    /// As people read it.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Weight::Fault(own), _) => severity(lang, own),
            (Weight::Observation, Lang::En) => "observation",
            (Weight::Observation, Lang::Nb) => "observasjon",
        }
    }
}

/// A finding with its file and its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The word for this kind of finding.
    pub code: String,
    /// How much it weighs.
    pub weight: Weight,
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
    /// Whether it was not there yet in the revision that was asked about; `None` if none was.
    pub is_new: Option<bool>,
}

impl Told {
    /// What is wrong and what to do about it.
    pub fn sentence(&self) -> String {
        match self.help.as_str() {
            "" => self.message.clone(),
            help => format!("{} — {help}", self.message),
        }
    }

    /// What marks it as new, if it is.
    pub fn mark(&self, lang: Lang) -> Option<&'static str> {
        self.is_new.filter(|is_new| *is_new).map(|_| match lang {
            Lang::En => "new",
            Lang::Nb => "nytt",
        })
    }

    /// `file:line:column: error[code] (new): what is wrong — what to do`, whatever stands in it.
    pub fn line(&self, lang: Lang) -> String {
        let place = self.place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        let mark = self.mark(lang).map_or_else(String::new, |mark| format!(" ({mark})"));
        let (file, severity) = (&self.file, self.weight.word(lang));
        let line = format!("{file}{place}: {severity}[{}]{mark}: {}", self.code, self.sentence());
        visible(&line.replace(['\n', '\r'], " ")).into_owned()
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let mut told = json!({
            "code": self.code,
            "severity": self.weight.name(),
            "message": self.message,
            "help": self.help,
            "file": self.file,
            "line": self.place.map(|(line, _)| line),
            "column": self.place.map(|(_, column)| column),
            "subject": self.subject,
        });
        if let Some(is_new) = self.is_new {
            told["new"] = json!(is_new);
        }
        told
    }
}

/// How many errors, warnings and hints there are.
pub fn numbers(found: &[Told]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|severity| found.iter().filter(|told| told.weight == Weight::Fault(severity)).count())
}
