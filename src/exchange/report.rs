//! What an import did: what it read, what it left behind, what it had to guess.

use serde::Serialize;

/// The answer of an import, in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How much is on the map now.
    pub read: Counts,
    /// What could not be carried over, in the order of the files.
    pub skipped: Vec<Skipped>,
    /// What the files did not say and was decided for them; unknown columns too.
    pub guessed: Vec<String>,
}

/// How many nodes and links were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Nodes on the map.
    pub nodes: usize,
    /// Links on the map.
    pub links: usize,
}

/// Something that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// What it was, in the file's words.
    pub what: String,
    /// Why it could not be.
    pub why: String,
    /// The file it stands in.
    pub file: String,
    /// The line it stands on, from 1.
    pub line: u64,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}")]
pub struct Unreadable {
    /// The file.
    pub file: String,
    /// The line, from 1, where there is one.
    pub line: Option<u64>,
    /// The column in characters, from 1, where there is one.
    pub column: Option<u64>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub advice: String,
}
