//! What a command answers: data, messages, exit code; or why it could not.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use crate::exchange::Unreadable;
use crate::file::{OpenError, SaveError};
use crate::map::escape::is_hidden;
use crate::text::{Both, Lang, visible};

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
///
/// Characters that a terminal acts on or hides are written as `\u009b`: to a program that is the same text, and
/// whoever prints the document on a terminal is safe.
pub fn json(document: &serde_json::Value) -> Answer {
    let text = format!("{document:#}");
    let mut out = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        // Outside texts there is nothing hidden but line breaks.
        if c == '\n' || !is_hidden(c) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out.push('\n');
    Answer::data(out)
}

/// Why a command could not do what it was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// The file it is about.
    pub file: Option<String>,
    /// Line and column in it, from 1.
    pub place: Option<(usize, usize)>,
    /// The file's text and the bytes that are meant, for a snippet.
    pub source: Option<Box<(String, Range<usize>)>>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub advice: String,
    /// What a library or the system said of it, for those who know it.
    pub detail: Box<str>,
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
        if !self.detail.is_empty() {
            out.push_str(&format!(" ({})", one_line(&self.detail)));
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

impl Failure {
    /// Why a map file could not be opened, in a language.
    #[must_use]
    pub fn of_open(error: &OpenError, lang: Lang) -> Self {
        Self {
            place: error.place().map(|place| (place.line, place.column)),
            source: error.source().map(|(text, span)| Box::new((text.to_owned(), span))),
            detail: error.detail().into(),
            ..Self::of_file(name(error.path()), error.message(lang), error.help(lang))
        }
    }
}

impl Failure {
    /// Why a file could not be written, in a language.
    #[must_use]
    pub fn of_save(path: &Path, error: &SaveError, lang: Lang) -> Self {
        Self::of_file(name(path), error.message(lang), error.help(lang))
    }
}

impl Failure {
    /// What is wrong and what to do, in a language.
    #[must_use]
    pub fn said(lang: Lang, what: &Both, advice: &Both) -> Self {
        Self::new(what.text(lang), advice.text(lang))
    }

    /// The same of a file.
    #[must_use]
    pub fn said_of(lang: Lang, file: impl Into<String>, what: &Both, advice: &Both) -> Self {
        Self::of_file(file, what.text(lang), advice.text(lang))
    }

    /// Why a file cannot be imported, in a language.
    #[must_use]
    pub fn of_import(fault: Unreadable, lang: Lang) -> Self {
        let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        Self {
            file: Some(fault.file),
            place: fault.line.map(|line| (number(line), fault.column.map_or(1, number))),
            what: fault.what.text(lang).to_owned(),
            advice: fault.advice.text(lang).to_owned(),
            ..Self::default()
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

/// The same in a language; what only the system knows a word for is said in its own.
pub fn disk_said(error: &std::io::Error, lang: Lang) -> String {
    use std::io::ErrorKind;
    let nb = match error.kind() {
        _ if lang == Lang::En => return disk_words(error),
        ErrorKind::NotFound => "det finnes ingen slik fil",
        ErrorKind::PermissionDenied => "du har ikke lov til å lese eller skrive denne filen",
        ErrorKind::IsADirectory => "dette er en mappe, ikke en fil",
        ErrorKind::AlreadyExists => "denne filen finnes alt",
        ErrorKind::InvalidData => "dette er ikke UTF-8-tekst",
        _ => return disk_words(error),
    };
    nb.to_owned()
}

/// A failure as miette draws it.
#[derive(Debug)]
struct Drawn {
    what: String,
    advice: Option<String>,
    source: Option<NamedSource<String>>,
    span: Range<usize>,
}

impl Drawn {
    fn of(failure: &Failure) -> Self {
        let file = failure.file.as_deref().map(|file| visible(file).into_owned());
        let what = one_line(&failure.what);
        let advice = [failure.advice.as_str(), &failure.detail].map(one_line);
        let advice: Vec<&str> = advice.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let advice = (!advice.is_empty()).then(|| advice.join("\n"));
        match (failure.source.as_deref(), file) {
            (Some((text, span)), Some(file)) if !text.is_empty() => {
                let (text, span) = safe(text, span);
                Self { what, advice, source: Some(NamedSource::new(file, text)), span }
            }
            (_, Some(file)) => {
                let place =
                    failure.place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
                Self { what: format!("{file}{place}: {what}"), advice, source: None, span: 0..0 }
            }
            (_, None) => Self { what, advice, source: None, span: 0..0 },
        }
    }
}

/// A text in which no character acts on the terminal, and where the span is in it. One character takes the
/// place of one, so that columns stay right.
fn safe(text: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let shown = |c: char| if matches!(c, '\n' | '\t') || !is_hidden(c) { c } else { '\u{fffd}' };
    let length = |to: usize| {
        text.char_indices().take_while(|(at, _)| *at < to).map(|(_, c)| shown(c).len_utf8()).sum::<usize>()
    };
    (text.chars().map(shown).collect(), length(span.start)..length(span.end))
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
        Some(Box::new(std::iter::once(LabeledSpan::new(None, self.span.start, self.span.len().max(1)))))
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
    fn json_says_the_same_and_is_safe_to_show() {
        let text = serde_json::json!({"a": ["\u{1b}[2J\u{9b}1m\u{7f}\u{202e}\u{e0041}\u{feff}å\"\\", "\n"]});
        let out = json(&text).out;
        assert!(out.chars().all(|c| c == '\n' || !is_hidden(c)), "{out}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&out).ok(), Some(text));
    }

    #[test]
    fn a_drawing_points_at_the_place() {
        let failure = Failure {
            place: Some((2, 3)),
            source: Some(Box::new(("(\n  blåbær: \u{1b}[2J,\n)\n".to_owned(), 4..12))),
            ..Failure::of_file("x.ron", "unknown field", "take it out")
        };
        let drawn = failure.drawn(false);
        assert!(
            drawn.contains("x.ron:2:3") && drawn.contains("blåbær") && drawn.contains("take it out"),
            "{drawn}"
        );
        assert!(!drawn.contains('\u{1b}'), "{drawn:?}");
    }

    #[test]
    fn a_span_stays_on_its_characters() {
        assert_eq!(safe("\u{9b}å\u{1b}x", &(2..4)), ("\u{fffd}å\u{fffd}x".to_owned(), 3..5));
    }
}
