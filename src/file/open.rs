//! Opens a map file from disk.
//!
//! Whatever is at the path, this ends: nothing that can block or never ends is read, and nothing past the
//! limit. Nothing is written.

use std::fs;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::text::Lang;

use super::document::Document;
use super::limits::MOST_BYTES;
use super::newer::read_newer;
use super::place::{LineStarts, Place};
use super::problem::{Much, Problem, pick};
use super::reader::{ReadError, read_surveyed};
use super::survey::survey;

/// A map file that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it is.
    pub path: PathBuf,
    /// Its text as it stands on disk.
    pub text: String,
    /// What it says.
    pub document: Document,
    /// The lines on which comments start; they are lost when the file is written.
    pub comments: Vec<usize>,
    /// Whether a newer floke wrote it; it is then for reading only, since fields may have been left out.
    pub newer: bool,
    /// Whether git left its markers in it: the document is then merged from the versions between them, and nothing on disk
    /// says the same.
    pub unmerged: bool,
}

/// Why there is nothing to read at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is there.
    NotThere,
    /// A symbolic link to something that is not there.
    DeadLink,
    /// A symbolic link that leads to itself.
    LinkLoop,
    /// A folder.
    Folder,
    /// A pipe, a device or a socket.
    NoFile,
    /// It may not be read.
    Forbidden,
    /// The disk says something else.
    Disk,
}

/// Why a file could not be opened.
#[derive(Debug)]
pub enum OpenError {
    /// It could not be got from disk.
    Disk {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Missing,
        /// What the system said; empty where it was not asked.
        detail: String,
    },
    /// It is no map.
    Read {
        /// The file.
        path: PathBuf,
        /// Its text, with `\u{fffd}` for what is no text.
        text: String,
        /// Why.
        error: Box<ReadError>,
    },
}

impl OpenError {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            OpenError::Disk { path, .. } | OpenError::Read { path, .. } => path,
        }
    }

    /// The word for it in the findings of `check`: two things with one id, or `unreadable`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            OpenError::Read { error, .. } if matches!(error.problem, Problem::KeyTwice { .. }) => {
                "duplicate-id"
            }
            _ => "unreadable",
        }
    }

    /// Where in the file, if it was read at all.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self {
            OpenError::Disk { .. } => None,
            OpenError::Read { error, .. } => Some(error.place),
        }
    }

    /// The file's text and the bytes of it that are meant, for a snippet.
    #[must_use]
    pub fn source(&self) -> Option<(&str, Range<usize>)> {
        match self {
            OpenError::Disk { .. } => None,
            OpenError::Read { text, error, .. } => Some((text, error.span.clone())),
        }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            OpenError::Read { error, .. } => error.message(lang),
            OpenError::Disk { why, .. } => {
                let (en, nb) = match why {
                    Missing::NotThere => ("There is no such file.", "Det finnes ingen slik fil."),
                    Missing::DeadLink => (
                        "It is a symbolic link to a file that is not there.",
                        "Det er en symbolsk lenke til en fil som ikke finnes.",
                    ),
                    Missing::LinkLoop => (
                        "It is a symbolic link that leads back to itself.",
                        "Det er en symbolsk lenke som fører tilbake til seg selv.",
                    ),
                    Missing::Folder => ("It is a folder, not a map.", "Det er en mappe, ikke et kart."),
                    Missing::NoFile => (
                        "It is a pipe or a device, not a file.",
                        "Det er et rør eller en enhet, ikke en fil.",
                    ),
                    Missing::Forbidden => ("It may not be read.", "Den kan ikke leses med dine rettigheter."),
                    Missing::Disk => ("The disk could not give it.", "Disken kunne ikke levere den."),
                };
                pick(lang, en.to_owned(), nb.to_owned())
            }
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        match self {
            OpenError::Read { error, .. } => error.help(lang),
            OpenError::Disk { why, .. } => {
                let (en, nb) = match why {
                    Missing::NotThere => (
                        "Check the name; `floke new` makes a new map.",
                        "Se etter om navnet er riktig; `floke new` lager et nytt kart.",
                    ),
                    Missing::DeadLink | Missing::LinkLoop => ("Name the file itself.", "Oppgi selve filen."),
                    Missing::Folder => ("Name a file in it.", "Oppgi en fil i den."),
                    Missing::NoFile => (
                        "Give the map's file, or - to read standard input.",
                        "Oppgi kartets fil, eller - for å lese standard inn.",
                    ),
                    Missing::Forbidden => ("Ask for the right to read it.", "Be om rett til å lese den."),
                    Missing::Disk => (
                        "Try again, or take a copy of it first.",
                        "Prøv igjen, eller ta en kopi av den først.",
                    ),
                };
                pick(lang, en.to_owned(), nb.to_owned())
            }
        }
    }

    /// What the system or the RON reader said, for those who know them; empty if neither was asked.
    #[must_use]
    pub fn detail(&self) -> &str {
        match self {
            OpenError::Disk { detail, .. } => detail,
            OpenError::Read { error, .. } => &error.detail,
        }
    }
}

impl std::error::Error for OpenError {}

/// `file:line:column: what is wrong. What to do.`
impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", crate::text::visible(&self.path().to_string_lossy()))?;
        if let Some(Place { line, column }) = self.place() {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {} {}", self.message(Lang::En), self.help(Lang::En))?;
        match self.detail() {
            "" => Ok(()),
            detail => write!(f, " ({})", crate::text::visible(detail)),
        }
    }
}

/// Opens the file.
///
/// # Errors
/// If there is no file to read, or it is no map.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let bytes = read_bytes(path)?;
    open_bytes(path.to_owned(), bytes)
}

/// Opens a text that came from elsewhere, under a name.
///
/// # Errors
/// If it is no map.
pub fn open_text(name: &str, text: String) -> Result<Opened, OpenError> {
    open_at(PathBuf::from(name), text)
}

/// Opens bytes that came from elsewhere, under a name: standard input, or a file of a commit.
///
/// # Errors
/// If they are no text, or no map.
pub fn open_bytes(path: PathBuf, bytes: Vec<u8>) -> Result<Opened, OpenError> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large(path));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_like_utf_16(&bytes) {
        let error = ReadError::new("", 0..0, Problem::Utf16, String::new());
        return Err(OpenError::Read { path, text: String::new(), error: error.into() });
    }
    match String::from_utf8(bytes) {
        Ok(text) => open_at(path, text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let detail = error.utf8_error().to_string();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let error = ReadError::new(&text, at..at + '\u{fffd}'.len_utf8(), Problem::NotUtf8, detail);
            Err(OpenError::Read { path, text, error: error.into() })
        }
    }
}

fn too_large(path: PathBuf) -> OpenError {
    let problem = Problem::TooMuch { of: Much::Bytes, limit: MOST_BYTES };
    let error = ReadError::new("", 0..0, problem, String::new());
    OpenError::Read { path, text: String::new(), error: error.into() }
}

/// Every other byte of the first few is nothing: Latin letters in UTF-16 without a mark.
fn looks_like_utf_16(bytes: &[u8]) -> bool {
    let nothing = |from: usize| bytes.iter().skip(from).step_by(2).take(8).all(|byte| *byte == 0);
    bytes.len() >= 16 && (nothing(0) != nothing(1))
}

fn open_at(path: PathBuf, text: String) -> Result<Opened, OpenError> {
    let survey = survey(&text);
    let read = match read_surveyed(&text, &survey) {
        Ok(document) => Ok((document, false)),
        Err(error) if matches!(error.problem, Problem::Newer(_)) => match read_newer(&text, &survey) {
            Ok(document) => Ok((document, true)),
            // That it is newer is the reason; what could not be read is the detail.
            Err(unknown) => {
                Err(ReadError { place: unknown.place, span: unknown.span, detail: unknown.detail, ..error })
            }
        },
        Err(error) => Err(error),
    };
    match read {
        Ok((document, newer)) => {
            let lines = LineStarts::of(&text);
            let comments = survey.comments.iter().map(|at| lines.place(*at).line).collect();
            Ok(Opened { path, text, document, comments, newer, unmerged: false })
        }
        Err(error) => Err(OpenError::Read { path, text, error: error.into() }),
    }
}

/// The bytes of the file, at most one more than the limit.
///
/// # Errors
/// If it is no file, is larger than a map may be, or cannot be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let failed = |why: Missing, detail: String| OpenError::Disk { path: path.to_owned(), why, detail };
    // Asked before it is opened: opening a pipe waits until somebody writes to it.
    let found = fs::metadata(path).map_err(|error| failed(reason(path, &error), error.to_string()))?;
    if found.is_dir() {
        return Err(failed(Missing::Folder, String::new()));
    }
    if !found.is_file() {
        return Err(failed(Missing::NoFile, String::new()));
    }
    if found.len() > MOST_BYTES as u64 {
        return Err(too_large(path.to_owned()));
    }
    let file = fs::File::open(path).map_err(|error| failed(reason(path, &error), error.to_string()))?;
    let mut bytes = Vec::new();
    // A file may grow while it is read; what is past the limit is not waited for.
    file.take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(Missing::Disk, error.to_string()))?;
    Ok(bytes)
}

fn reason(path: &Path, error: &io::Error) -> Missing {
    let link = fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound if link => Missing::DeadLink,
        io::ErrorKind::NotFound => Missing::NotThere,
        io::ErrorKind::PermissionDenied => Missing::Forbidden,
        // The kind for 'too many links' is not in stable Rust; a link that leads neither here nor nowhere is one.
        _ if link => Missing::LinkLoop,
        _ => Missing::Disk,
    }
}
