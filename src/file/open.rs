//! Opens a map file from disk.

use std::path::{Path, PathBuf};

use super::document::Document;
use super::reader::{ReadError, read};

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
    /// Whether a newer floke wrote it; it is then for reading only.
    pub newer: bool,
}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It could not be got from disk.
    #[error("{path}: {error}", path = path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// It is no map.
    #[error("{path}:{error}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Its text, where it is text.
        text: String,
        /// Why.
        error: ReadError,
    },
}

/// Opens the file.
///
/// # Errors
/// If it cannot be got, or is no map.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let text =
        std::fs::read_to_string(path).map_err(|error| OpenError::Disk { path: path.to_owned(), error })?;
    open_text(&path.to_string_lossy(), text)
}

/// Opens a text that came from elsewhere, under a name.
///
/// # Errors
/// If it is no map.
pub fn open_text(name: &str, text: String) -> Result<Opened, OpenError> {
    let path = PathBuf::from(name);
    match read(&text) {
        Ok(document) => Ok(Opened { path, text, document, comments: Vec::new(), newer: false }),
        Err(error) => Err(OpenError::Read { path, text, error }),
    }
}
