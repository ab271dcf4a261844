//! Why a text cannot be read as a map, in words for people who edit by hand.
//!
//! The sentences stand in `reasons`: what is wrong and what to do, in both languages. The words of the RON
//! reader are kept for those who know RON, but never stand alone.

use crate::text::{Lang, cut, visible};

use super::place::Place;

/// What kind of value stands in the wrong place, or should stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text in double quotes.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A word without quotes, such as `Cause`.
    Word,
    /// A list in square brackets.
    List,
    /// Entries in curly brackets.
    Entries,
    /// Fields in round brackets.
    Fields,
}

/// What there may only be so much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Much {
    /// Bytes of the file.
    Bytes,
    /// Nodes.
    Nodes,
    /// Links.
    Links,
    /// Characters of a label.
    Label,
    /// Characters of a note.
    Note,
    /// Tags of a node.
    Tags,
    /// Levels, areas or phases, parts included.
    Places,
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in it.
    Empty,
    /// It does not begin with a round bracket.
    NotAMap,
    /// It is not UTF-8.
    NotUtf8,
    /// It is UTF-16.
    Utf16,
    /// Git left its markers in it.
    Markers,
    /// It does not say which version of the format it is.
    NoVersion,
    /// What stands for the version is no version.
    BadVersion(String),
    /// A newer program wrote it, and it says things that this one cannot read.
    Newer(String),
    /// There is no such field.
    UnknownField {
        /// What stands there.
        field: String,
        /// The field that may be meant.
        near: Option<&'static str>,
        /// The fields there are.
        known: &'static [&'static str],
    },
    /// There is no such word.
    UnknownWord {
        /// What stands there.
        word: String,
        /// The word that may be meant.
        near: Option<&'static str>,
        /// The words there are.
        known: &'static [&'static str],
    },
    /// A field that must stand does not.
    MissingField(&'static str),
    /// A field stands twice.
    FieldTwice {
        /// The field.
        field: &'static str,
        /// Where it stands first.
        first: Option<Place>,
    },
    /// A key stands twice.
    KeyTwice {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Option<Place>,
    },
    /// A bracket is opened and not closed where it should be.
    Unclosed {
        /// The bracket.
        bracket: char,
        /// Where its closing is missed.
        before: Place,
    },
    /// A bracket closes nothing.
    Stray(char),
    /// A text is not closed.
    OpenText,
    /// A comment is not closed.
    OpenComment,
    /// A comma is missing.
    NoComma,
    /// A colon is missing.
    NoColon,
    /// Something stands behind the end.
    Trailing,
    /// The name of a field should stand here.
    NoFieldName,
    /// A character that nobody sees.
    Hidden(char),
    /// A value of one kind stands where another should.
    Wrong {
        /// What should stand here.
        wanted: Shape,
        /// If it is a word: those there are.
        known: Vec<&'static str>,
        /// What stands here, shortened.
        found: String,
    },
    /// A number does not fit.
    NumberTooBig(String),
    /// Too few or too many values in a row.
    Length,
    /// An escape that does not exist.
    Escape,
    /// A name before a bracket.
    StructName(String),
    /// An extension of RON that does not exist.
    Extension(String),
    /// Brackets in brackets without end.
    TooDeep,
    /// More than this program takes.
    TooMuch {
        /// Of what.
        of: Much,
        /// How much it takes.
        limit: usize,
    },
    /// Anything else; the reader's own words say what.
    Other,
}

impl Problem {
    /// What is wrong.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = self.messages();
        pick(lang, en, nb)
    }

    /// What to do.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = self.helps();
        pick(lang, en, nb)
    }
}

/// The English text or the Norwegian one.
pub(super) fn pick(lang: Lang, en: String, nb: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
    }
}

/// A piece of the file inside a sentence: safe to show, and never longer than a line.
pub(super) fn short(text: &str) -> String {
    cut(&visible(text), 60)
}

/// `line 3, column 5`.
pub(super) fn at(lang: Lang, place: Place) -> String {
    let Place { line, column } = place;
    match lang {
        Lang::En => format!("line {line}, column {column}"),
        Lang::Nb => format!("linje {line}, kolonne {column}"),
    }
}
