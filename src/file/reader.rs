//! Reads a text into a document, strictly: nothing unknown, nothing twice, nothing lost.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};

use crate::map::escape::is_hidden;
use crate::map::graph::{Frame, Head};
use crate::map::record::{FieldName, FieldValue, Record, TWICE, known, require};
use crate::map::value::ron_options;
use crate::text::Lang;

use super::diagnose::diagnose;
use super::document::Document;
use super::limits;
use super::nodes::Nodes;
use super::place::{LineStarts, Place};
use super::problem::Problem;
use super::survey::{Survey, survey};
use super::writer::VERSION;

/// Why a text could not be read as a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Where, in lines and columns.
    pub place: Place,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// Why.
    pub problem: Problem,
    /// What the RON reader said; empty where it was not asked.
    pub detail: String,
}

impl ReadError {
    pub(super) fn new(text: &str, span: Range<usize>, problem: Problem, detail: String) -> Self {
        Self { place: LineStarts::of(text).place(span.start), span, problem, detail }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.problem.message(lang)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        self.problem.help(lang)
    }
}

impl std::error::Error for ReadError {}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Place { line, column } = self.place;
        write!(f, "{line}:{column}: {} {}", self.message(Lang::En), self.help(Lang::En))
    }
}

/// Reads a map file's text of this program's version.
///
/// # Errors
/// With the place and the reason of the first thing that is not as it must be.
pub fn read(text: &str) -> Result<Document, ReadError> {
    read_surveyed(text, &survey(text))
}

/// As [`read`], for whoever has looked the text over already.
pub(super) fn read_surveyed(text: &str, survey: &Survey) -> Result<Document, ReadError> {
    if let Some(at) = survey.marker {
        let line = text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length);
        return Err(ReadError::new(text, at..line, Problem::Markers, String::new()));
    }
    if let Some(range) = &survey.version
        && let Some(problem) = version_problem(&text[range.clone()])
    {
        return Err(ReadError::new(text, range.clone(), problem, String::new()));
    }
    let document = read_any_version(text, survey)?;
    match limits::exceeded(text, &document) {
        Some(error) => Err(error),
        None => Ok(document),
    }
}

/// Reads the text whatever version it says.
pub(super) fn read_any_version(text: &str, survey: &Survey) -> Result<Document, ReadError> {
    // A lone CR ends a line of a file from an old Mac; RON knows only LF, and a comment would not end.
    let lone = text.contains('\r') && LineStarts::has_lone_cr(text);
    let lines = if lone { Cow::Owned(LineStarts::with_lf(text)) } else { Cow::Borrowed(text) };
    // Blanks instead of the mark keep every offset.
    let plain = match lines.strip_prefix('\u{feff}') {
        Some(rest) => Cow::Owned(format!("   {rest}")),
        None => lines,
    };
    match ron_options().from_str::<Whole>(&plain) {
        Ok(whole) => Ok(whole.document),
        Err(error) => {
            let error = diagnose(&plain, survey, &error);
            Err(ReadError { place: LineStarts::of(text).place(error.span.start), ..error })
        }
    }
}

/// What is wrong with what stands for the version; `None` if it is this program's.
fn version_problem(found: &str) -> Option<Problem> {
    match found.parse::<u128>() {
        Ok(version) if version == u128::from(VERSION) => None,
        Ok(version) if version > u128::from(VERSION) && version <= u128::from(u16::MAX) => {
            Some(Problem::Newer(found.to_owned()))
        }
        _ => match found.chars().next().filter(|c| is_hidden(*c)) {
            Some(c) => Some(Problem::Hidden(c)),
            None => Some(Problem::BadVersion(found.to_owned())),
        },
    }
}

/// The fields of a file beside those of its head.
const PARTS: &[&str] = &[
    "levels",
    "phases",
    "effect_goals",
    "areas",
    "sources",
    "nodes",
    "loops",
    "journeys",
    "set_aside",
    "conflicts",
];

/// The fields of a file in their order: its version, its head, its parts.
pub const FILE_FIELDS: &[&str] =
    &joined::<{ 1 + Head::FIELDS.len() + PARTS.len() }>(&[&["floke"], Head::FIELDS, PARTS]);

/// The parts one after the other.
pub(super) const fn joined<const N: usize>(parts: &[&[&'static str]]) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut from = 0;
        while from < parts[part].len() {
            all[at] = parts[part][from];
            at += 1;
            from += 1;
        }
        part += 1;
    }
    all
}

/// A whole file with its version.
struct Whole {
    document: Document,
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Whole;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map in round brackets")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Whole, A::Error> {
                let mut document = Document::default();
                let mut seen = Vec::new();
                while let Some(field) = access.next_key::<FieldName>()? {
                    let name = known(FILE_FIELDS, &field.0, &mut seen)?;
                    if name == "floke" {
                        access.next_value::<u32>()?;
                    } else if !document.frame.head.read_field(name, &mut access)? {
                        read_part(name, &mut document, &mut access)?;
                    }
                }
                if !seen.contains(&"floke") {
                    return Err(A::Error::missing_field("floke"));
                }
                require::<Head, A::Error>(&seen)?;
                Ok(Whole { document })
            }
        }
        deserializer.deserialize_struct("", FILE_FIELDS, Reader)
    }
}

fn read_part<'de, A: MapAccess<'de>>(
    name: &str,
    document: &mut Document,
    access: &mut A,
) -> Result<(), A::Error> {
    let Frame {
        levels,
        phases,
        effect_goals,
        areas,
        sources,
        loops,
        journeys,
        set_aside,
        conflicts,
        head: _,
    } = &mut document.frame;
    match name {
        "levels" => *levels = access.next_value()?,
        "phases" => *phases = access.next_value()?,
        "effect_goals" => *effect_goals = access.next_value()?,
        "areas" => *areas = access.next_value()?,
        "sources" => *sources = FieldValue::read_value(access)?,
        "nodes" => document.nodes = access.next_value::<Nodes>()?.0,
        "loops" => *loops = FieldValue::read_value(access)?,
        "journeys" => *journeys = FieldValue::read_value(access)?,
        "set_aside" => *set_aside = FieldValue::read_value(access)?,
        "conflicts" => *conflicts = access.next_value()?,
        _ => return Err(A::Error::unknown_field(name, FILE_FIELDS)),
    }
    Ok(())
}

/// The key that a complaint about a doubled key is about.
pub(super) fn key_that_stands_twice(message: &str) -> Option<String> {
    let quoted = message.strip_prefix(TWICE)?;
    ron::from_str(quoted).ok().or_else(|| Some(quoted.trim_matches('"').to_owned()))
}
