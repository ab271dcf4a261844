//! What a command answers: data, messages, exit code; or why it could not.

use std::fmt::Write as _;
use std::path::Path;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use crate::exchange::Unreadable;
use crate::file::OpenError;
use crate::text::visible;

/// Done, and nothing to report.
pub const DONE: u8 = 0;
/// Done, and there is something to report.
pub const REPORT: u8 = 1;
/// Could not do it.
pub const FAILED: u8 = 2;

/// What a command answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Data, for standard output.
    pub out: String,
    /// Everything else, for standard error.
    pub err: String,
    /// The exit code.
    pub code: u8,
}

impl Answer {
    /// Data and nothing to report.
    pub fn data(out: impl Into<String>) -> Self {
        Self { out: out.into(), ..Self::default() }
    }

    /// The same answer with another exit code.
    #[must_use]
    pub fn with_code(self, code: u8) -> Self {
        Self { code, ..self }
    }
}

/// One JSON document with a line break behind it.
pub fn json(document: &serde_json::Value) -> Answer {
    Answer::data(format!("{document:#}\n"))
}

/// Why a command could not do what it was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// The file it is about.
    pub file: Option<String>,
    /// Line and column in it, from 1.
    pub place: Option<(usize, usize)>,
    /// The file's text, for a snippet.
    pub text: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub advice: String,
}

impl Failure {
    /// A failure with its advice, about no file.
    pub fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into(), ..Self::default() }
    }

    /// A failure about a file.
    pub fn of_file(file: impl Into<String>, what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { file: Some(file.into()), ..Self::new(what, advice) }
    }

    /// What is known to be wanted and is not there yet.
    pub fn not_yet(what: &str) -> Self {
        Self::new(format!("{what}: not yet"), "it comes with a later version of floke")
    }

    /// The failure in one line: `file:line:column: what — what to do`.
    #[must_use]
    pub fn line(&self) -> String {
        let mut out = String::new();
        if let Some(file) = &self.file {
            out.push_str(&visible(file));
            if let Some((line, column)) = self.place {
                // Writing to a String cannot fail.
                let _ = write!(out, ":{line}:{column}");
            }
            out.push_str(": ");
        }
        out.push_str(&one_line(&self.what));
        if !self.advice.is_empty() {
            out.push_str(" — ");
            out.push_str(&one_line(&self.advice));
        }
        out
    }

    /// The failure with the place in the file drawn under it, for a terminal.
    #[must_use]
    pub fn drawn(&self, colour: bool) -> String {
        let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let mut out = String::new();
        let drawn = GraphicalReportHandler::new_themed(theme).render_report(&mut out, &Drawn::of(self));
        if drawn.is_ok() { out } else { self.line() + "\n" }
    }
}

/// A text on one line, safe to show.
fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Disk { path, error } => Self::of_file(name(&path), disk_words(&error), disk_advice(&error)),
            OpenError::Read { path, text, error } => Self {
                file: Some(name(&path)),
                place: Some((error.place.line, error.place.column)),
                text: Some(text),
                what: error.text.clone(),
                advice: "correct the file there; docs/format.md shows every part of it".to_owned(),
            },
        }
    }
}

impl From<Unreadable> for Failure {
    fn from(fault: Unreadable) -> Self {
        let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        Self {
            file: Some(fault.file),
            place: fault.line.map(|line| (number(line), fault.column.map_or(1, number))),
            text: None,
            what: fault.what,
            advice: fault.advice,
        }
    }
}

/// A path as it is called in messages.
pub fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What the system says of a file, in plain words.
pub fn disk_words(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "you may not read or write this file".to_owned(),
        ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        ErrorKind::AlreadyExists => "this file is there already".to_owned(),
        ErrorKind::InvalidData => "this is not UTF-8 text".to_owned(),
        _ => error.to_string(),
    }
}

/// What to do about it.
fn disk_advice(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "check the path, or make a map with: floke new MAP",
        ErrorKind::PermissionDenied => "ask for the right to read it",
        ErrorKind::IsADirectory => "name the map file in it",
        ErrorKind::InvalidData => "save it again as UTF-8",
        _ => "",
    }
}

/// A failure as miette draws it.
#[derive(Debug)]
struct Drawn {
    what: String,
    advice: Option<String>,
    source: Option<NamedSource<String>>,
    at: usize,
}

impl Drawn {
    fn of(failure: &Failure) -> Self {
        let file = failure.file.as_deref().map(|file| visible(file).into_owned());
        let source = match (&failure.text, failure.place, &file) {
            // Characters that a terminal acts on take one character's place, so that columns stay right.
            (Some(text), Some(_), Some(file)) => {
                let safe = |c: char| if c == '\n' || c == '\t' || !crate::map::escape::is_hidden(c) { c } else { '\u{fffd}' };
                Some(NamedSource::new(file, text.chars().map(safe).collect::<String>()))
            }
            _ => None,
        };
        let at = match (&source, failure.place) {
            (Some(source), Some(place)) => byte_at(source.inner(), place),
            _ => 0,
        };
        let what = match (&file, &source) {
            (Some(file), None) => match failure.place {
                Some((line, column)) => format!("{file}:{line}:{column}: {}", one_line(&failure.what)),
                None => format!("{file}: {}", one_line(&failure.what)),
            },
            _ => one_line(&failure.what),
        };
        let advice = (!failure.advice.is_empty()).then(|| one_line(&failure.advice));
        Self { what, advice, source, at }
    }
}

/// The byte at a line and column, both from 1; the text's end if there is no such place.
fn byte_at(text: &str, (line, column): (usize, usize)) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

impl std::fmt::Display for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Drawn {}

impl Diagnostic for Drawn {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.advice.as_ref().map(|advice| Box::new(advice) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::new(Some("here".to_owned()), self.at, 1))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_names_the_place_and_is_safe_to_show() {
        let failure = Failure {
            place: Some((3, 7)),
            ..Failure::of_file("a\u{1b}[2J.ron", "unknown field\n 'x'", "take it out")
        };
        let line = failure.line();
        assert!(line.ends_with(":3:7: unknown field 'x' — take it out"), "{line}");
        assert!(!line.contains('\u{1b}'));
    }

    #[test]
    fn a_drawing_points_at_the_place() {
        let failure = Failure {
            place: Some((2, 3)),
            text: Some("(\n  blåbær: \u{1b}[2J,\n)\n".to_owned()),
            ..Failure::of_file("x.ron", "unknown field", "take it out")
        };
        let drawn = failure.drawn(false);
        assert!(drawn.contains("x.ron:2:3") && drawn.contains("blåbær") && drawn.contains("take it out"), "{drawn}");
        assert!(!drawn.contains('\u{1b}'), "{drawn:?}");
    }

    #[test]
    fn places_are_found_by_characters() {
        assert_eq!(byte_at("å\nøx\n", (2, 2)), 5);
        assert_eq!(byte_at("a", (9, 9)), 1);
    }
}
