//! An import that is shown before it is taken in: what was read, guessed and left out.

use std::path::{Path, PathBuf};

use crate::exchange::guess::format_of;
use crate::exchange::{Report, Source, Unreadable, read_onto};
use crate::file::OpenError;
use crate::file::open::read_bytes;
use crate::map::{Deed, Map};
use crate::text::words::says::cannot_open;
use crate::text::{Lang, visible};

/// What a file would do to the open map.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The file.
    pub path: PathBuf,
    /// The change.
    pub deed: Deed,
    /// What it is made of.
    pub report: Report,
    /// Which opened map it is for, and which state of its history.
    pub state: (u64, usize),
    /// How many lines are scrolled.
    pub from: usize,
}

/// Why a file cannot be imported.
#[derive(Debug)]
pub enum NotRead {
    /// It could not be got from disk.
    Disk(OpenError),
    /// It is not in its format.
    Unreadable(Unreadable),
}

impl NotRead {
    /// Whether there is a folder where a file was looked for.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        matches!(self, NotRead::Disk(OpenError::Disk { why: crate::file::Missing::Folder, .. }))
    }

    /// What is wrong, where, and what to do; safe to show.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        match self {
            NotRead::Disk(error) => {
                let file = visible(&error.path().to_string_lossy()).into_owned();
                cannot_open(lang, &file, &format!("{} {}", error.message(lang), error.help(lang)))
            }
            NotRead::Unreadable(why) => {
                let place = [why.line, why.column].into_iter().flatten().map(|at| format!(":{at}"));
                let file = format!("{}{}", visible(&why.file), place.collect::<String>());
                cannot_open(
                    lang,
                    &file,
                    &format!("{}; {}.", visible(why.what.text(lang)), visible(why.advice.text(lang))),
                )
            }
        }
    }
}

/// Reads a file and works out what it does to a map. Waits for the disk, so only errands call it.
///
/// # Errors
/// If it cannot be read, or not in its format.
pub fn read_incoming(path: &Path, map: &Map, state: (u64, usize)) -> Result<Incoming, NotRead> {
    let bytes = read_bytes(path).map_err(NotRead::Disk)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let source = Source { name: &name, bytes: &bytes };
    let (deed, report) = read_onto(format_of(&name, &bytes), &[source], map).map_err(NotRead::Unreadable)?;
    Ok(Incoming { path: path.to_owned(), deed, report, state, from: 0 })
}
