//! Reads a map file into a sheet, and says in words why one cannot be opened.
//!
//! It waits for the disk, so only errands call it.

use std::path::{Path, PathBuf};

use super::open::Sheet;
use crate::file::{Finding, Missing, OpenError, Severity, check};
use crate::text::words::files::{and_more_faults, check_lists_them};
use crate::text::words::says::cannot_open;
use crate::text::{Lang, visible};
use crate::vcs::open_map;

/// Why a file was not opened. Nothing else changes by it.
#[derive(Debug)]
pub enum Unopened {
    /// It could not be read as a map file.
    NotRead(OpenError),
    /// It is a map file whose content no map can have, such as a link to a card that is not there.
    Faulty {
        /// The file.
        path: PathBuf,
        /// The first of its faults.
        first: Option<Box<Finding>>,
        /// How many there are.
        count: usize,
    },
}

impl Unopened {
    /// Whether there is a folder where a file was looked for.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        matches!(self, Unopened::NotRead(OpenError::Disk { why: Missing::Folder, .. }))
    }

    /// What is wrong, where, and what to do; safe to show.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        match self {
            Unopened::NotRead(error) => {
                let place = error.place().map(|place| (place.line, place.column));
                let file = at(&name(error.path()), place);
                cannot_open(lang, &file, &format!("{} {}", error.message(lang), error.help(lang)))
            }
            Unopened::Faulty { path, first, count } => {
                let place = first.as_ref().map(|first| (first.line, first.column));
                let message = first.as_ref().map_or_else(String::new, |first| first.message(lang));
                let more = if *count > 1 { and_more_faults(lang, count - 1) } else { String::new() };
                let all = check_lists_them(lang, &visible(&path.to_string_lossy()));
                cannot_open(lang, &at(&name(path), place), &format!("{message}{more} {all}"))
            }
        }
    }
}

/// Reads a map.
///
/// # Errors
/// If there is no map at that path, or it has faults.
pub fn read_sheet(path: &Path) -> Result<Sheet, Unopened> {
    let opened = open_map(path).map_err(Unopened::NotRead)?;
    match opened.document.to_map() {
        Ok(map) => Ok(Sheet::of_file(map, &opened)),
        Err(faults) => {
            let first = check(&opened).into_iter().find(|finding| finding.severity == Severity::Error);
            Err(Unopened::Faulty { path: path.to_owned(), first: first.map(Box::new), count: faults.len() })
        }
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    visible(&name.to_string_lossy()).into_owned()
}

fn at(file: &str, place: Option<(usize, usize)>) -> String {
    place.map_or_else(|| file.to_owned(), |(line, column)| format!("{file}:{line}:{column}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, lang: Lang) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        std::fs::write(&path, text).expect("written");
        read_sheet(&path).expect_err("it has faults").said(lang)
    }

    #[test]
    fn what_cannot_be_opened_says_where_and_what_to_do() {
        let broken = said("(floke: 1, title: \"x\", nodes: {\"a\": (label: \"A\", kind: Caus)},)", Lang::En);
        assert!(broken.contains("a.ron:1:") && broken.contains("Cause"), "{broken}");
        let dangling = "(floke: 1, title: \"x\", nodes: {\"a\": (label: \"A\", kind: Cause, \
                        causes: {\"gone\": (sign: Plus), \"lost\": (sign: Plus)})},)";
        for lang in Lang::ALL {
            let text = said(dangling, lang);
            assert!(text.contains("a.ron:1:") && text.contains("gone"), "{text}");
            assert!(text.contains("floke check ") && text.contains('1'), "{text}");
        }
    }
}
