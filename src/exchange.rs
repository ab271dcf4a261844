//! Exchange: other formats, one file per format, in and out.
//!
//! A foreign format says less than a map does, or something else. So every way in answers with a [`Report`]
//! of what was read, what was left behind and what was guessed, and every way out takes a [`Share`] that says
//! what may leave the house.
//!
//! Nothing here opens a file or writes one: bytes go in, texts and maps come out.

pub mod csv;
pub mod json;
pub mod kumu;
mod lined;
pub mod report;
pub mod share;
pub mod source;
pub mod update;

use crate::map::Map;

pub use report::{Report, Skipped, Unreadable};
pub use share::Share;
pub use source::Source;
pub use update::update;

/// A format that floke reads or writes, as `import --list` and `export --list` name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in one line.
    pub about: &'static str,
}

/// What can be read.
const READS: &[Format] = &[
    Format {
        name: "csv",
        about: "tables of cards and links: from a spreadsheet, from Kumu, or from export --to csv",
    },
    Format { name: "kumu", about: "Kumu's JSON: a blueprint, or the full export of a project" },
];

/// The formats that can be read: the names that [`read_files`] takes, and what each is.
#[must_use]
pub fn formats() -> &'static [Format] {
    READS
}

/// Reads files of one format into a map called `title`, unless they say what it is called. Only tables may be
/// several files; of the others the first is read.
///
/// # Errors
/// If there is no such format, or a file is not of it. The advice says what to do.
pub fn read_files(format: &str, files: &[Source], title: &str) -> Result<(Map, Report), Unreadable> {
    let Some(first) = files.first() else {
        return Err(Source { name: "", bytes: &[] }.fault(
            None,
            None,
            "there is no file to read",
            "name one",
        ));
    };
    if let ("kumu", Some(second)) = (format, files.get(1)) {
        let what = "this format is one file for one map";
        return Err(second.fault(None, None, what, "import the files one after another, into the same map"));
    }
    match format {
        "csv" => csv::read(files, title),
        "kumu" => kumu::read(first, title),
        _ => {
            let known: Vec<&str> = READS.iter().map(|format| format.name).collect();
            let what = format!("there is no format '{format}' to read");
            Err(first.fault(None, None, &what, &format!("known: {}", known.join(", "))))
        }
    }
}

/// As [`read_files`], for one file: what it is called in the report, and its bytes.
///
/// # Errors
/// As [`read_files`].
pub fn read_file(format: &str, name: &str, bytes: &[u8], title: &str) -> Result<(Map, Report), Unreadable> {
    read_files(format, &[Source { name, bytes }], title)
}

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
