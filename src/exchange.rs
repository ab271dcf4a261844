//! Exchange: other formats, one file per format, in and out.
//!
//! A foreign format says less than a map does, or something else. So every way in answers with a [`Report`]
//! of what was read, what was left behind and what was guessed, and every way out takes a [`Share`] that says
//! what may leave the house.
//!
//! Nothing here opens a file or writes one: bytes go in, texts and maps come out.

pub mod csv;
pub mod json;
pub mod report;
pub mod share;

pub use report::{Report, Skipped, Unreadable};
pub use share::Share;

/// A format that floke reads or writes, as `import --list` and `export --list` name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in one line.
    pub about: &'static str,
}

/// What can be read.
pub const READS: &[Format] = &[Format {
    name: "csv",
    about: "tables of cards and links: from a spreadsheet, from Kumu, or from export --to csv",
}];

/// What can be written.
pub const WRITES: &[Format] = &[
    Format { name: "csv", about: "three tables for a spreadsheet: nodes.csv, links.csv and lists.csv" },
    Format { name: "json", about: "the whole map as one JSON document, for programs" },
];

/// A word of the model as programs and tables write it: `ActsOn` is `acts_on`.
#[must_use]
pub fn snake(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
