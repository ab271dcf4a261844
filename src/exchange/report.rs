//! What an import did: what it read, what it left behind, what it had to guess.

use std::collections::HashMap;

use serde::Serialize;

use crate::text::{Both, Lang};

/// The answer of an import, in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How much the files hold.
    pub read: Counts,
    /// What became of it on a map that was there already; `None` where a new map was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<Update>,
    /// What could not be carried over, in the order of the files.
    pub skipped: Vec<Skipped>,
    /// What the files did not say and was decided for them; unknown columns too.
    pub guessed: Vec<Both>,
    /// What only says how another program draws, and has no meaning here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Both>,
    /// What became of each line that stood over others, in the order of the text; only lists have such lines.
    #[serde(skip)]
    pub headings: Vec<(String, Heading)>,
    // Guesses that many rows share, until they are settled.
    #[serde(skip)]
    shared: Vec<Shared>,
    #[serde(skip)]
    places: HashMap<String, usize>,
}

/// What became of a line that stands over others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// It names a level.
    Level,
    /// It names an area.
    Area,
    /// An area that was not there before.
    NewArea,
    /// A tag of what stands further down.
    Tag,
    /// A card, and a tag of what stands under it.
    Card,
    /// Nothing: no card stands under it.
    Nothing,
}

impl Heading {
    /// What it became, in a word.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Level, Lang::En) => "level",
            (Self::Level, Lang::Nb) => "nivå",
            (Self::Area, Lang::En) => "area",
            (Self::Area, Lang::Nb) => "område",
            (Self::NewArea, Lang::En) => "new area",
            (Self::NewArea, Lang::Nb) => "nytt område",
            (Self::Tag, Lang::En) => "tag",
            (Self::Tag, Lang::Nb) => "stikkord",
            (Self::Card, Lang::En) => "card",
            (Self::Card, Lang::Nb) => "kort",
            (Self::Nothing, Lang::En) => "left out",
            (Self::Nothing, Lang::Nb) => "utelatt",
        }
    }
}

/// How many nodes and links were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Nodes.
    pub nodes: usize,
    /// Links.
    pub links: usize,
}

/// What a second import did to a map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Update {
    /// What came.
    pub new: Counts,
    /// What was there and says something else now.
    pub changed: Counts,
    /// What was there and says the same.
    pub unchanged: Counts,
    /// What is on the map and not in the files; it stays.
    pub left: Counts,
    /// What was changed, and what came from there once and is there no more, in words.
    pub told: Vec<Both>,
    /// What says one thing on the map and another in the files, both by somebody's hand; the map's word stays.
    pub torn: Vec<Both>,
}

/// Something that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// What it was, in the file's words.
    pub what: Both,
    /// Why it could not be.
    pub why: Both,
    /// The file it stands in.
    pub file: String,
    /// The line it stands on, from 1; 0 for what has no place of its own.
    pub line: u64,
}

/// A guess that many rows share.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shared {
    what: Both,
    count: usize,
    first: Vec<Both>,
}

/// How many rows a shared guess names.
const NAMED: usize = 3;

impl Report {
    /// Notes a guess that other rows may share; they are told together by [`Report::settle`], with the first few
    /// rows by name.
    pub fn guess(&mut self, what: Both, name: impl Into<Both>) {
        let at = *self.places.entry(what.en.clone()).or_insert_with(|| {
            self.shared.push(Shared { what, count: 0, first: Vec::new() });
            self.shared.len() - 1
        });
        let shared = &mut self.shared[at];
        shared.count += 1;
        if shared.first.len() < NAMED {
            shared.first.push(name.into());
        }
    }

    /// Tells the shared guesses, in the order in which they first came.
    pub fn settle(&mut self) {
        self.places.clear();
        for Shared { what, count, first } in std::mem::take(&mut self.shared) {
            let more = if count > first.len() { ", …" } else { "" };
            let count = if count > 1 { format!("{count}: ") } else { String::new() };
            let told = |lang: Lang| {
                let first: Vec<&str> = first.iter().map(|name| name.text(lang)).collect();
                format!("{} ({count}{}{more})", what.text(lang), first.join(", "))
            };
            self.guessed.push(Both { en: told(Lang::En), nb: told(Lang::Nb) });
        }
    }
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}", what.en)]
pub struct Unreadable {
    /// The file.
    pub file: String,
    /// The line, from 1, where there is one.
    pub line: Option<u64>,
    /// The column in characters, from 1, where there is one.
    pub column: Option<u64>,
    /// What is wrong.
    pub what: Box<Both>,
    /// What to do about it.
    pub advice: Box<Both>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::both;

    #[test]
    fn what_many_rows_share_is_told_once() {
        let mut report = Report::default();
        for name in ["a", "b", "c", "d"] {
            report.guess(both!("no sign", "uten fortegn"), name);
        }
        report.guess("no type".into(), both!("line 1", "linje 1"));
        report.settle();
        assert_eq!(report.guessed, ["no sign (4: a, b, c, …)", "no type (line 1)"]);
        assert_eq!(report.guessed[0].nb, "uten fortegn (4: a, b, c, …)");
        assert_eq!(report.guessed[1].nb, "no type (linje 1)");
    }
}
