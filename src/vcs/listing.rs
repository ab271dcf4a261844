//! Git's lists of files, as rows: what differs between two of its own states, and what the index holds.

use std::path::{Path, PathBuf};

use super::git::path_of;

/// A file that differs between two commits, or a commit and the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) path: PathBuf,
    /// The hash before; `None` where it was no file.
    pub(super) old: Option<String>,
    /// The hash after; `None` where it is no file.
    pub(super) new: Option<String>,
    /// Whether a merge left it open: the index has several versions of it.
    pub(super) unmerged: bool,
}

/// Reads `:MODE MODE HASH HASH STATUS\0path\0`, over and over. Symbolic links and other repositories are no files, and what
/// cannot be read as such a line is left out.
pub(super) fn raw(said: &[u8], is_wanted: impl Fn(&Path) -> bool) -> Vec<Row> {
    let mut all = Vec::new();
    let mut parts = said.split(|byte| *byte == 0);
    while let Some(head) = parts.next() {
        let head = String::from_utf8_lossy(head);
        let words: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
        let [old_mode, new_mode, old_hash, new_hash, status] = words[..] else { continue };
        let Some(path) = parts.next().map(path_of) else { break };
        let hash = |mode: &str, hash: &str| (is_file(mode) && !is_none(hash)).then(|| hash.to_owned());
        let row = Row {
            old: hash(old_mode, old_hash),
            new: hash(new_mode, new_hash),
            unmerged: status.starts_with('U'),
            path,
        };
        if (row.old.is_some() || row.new.is_some() || row.unmerged) && is_wanted(&row.path) {
            all.push(row);
        }
    }
    all
}

/// A file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) path: PathBuf,
    pub(super) hash: String,
    /// Whether a merge left it open; this is then one of its versions.
    pub(super) unmerged: bool,
    /// Whether it is not to be on disk: only a part of the files is laid out there.
    pub(super) left_out: bool,
}

/// Reads `TAG MODE HASH STAGE\tpath\0`, over and over; of an unmerged file its first version.
pub(super) fn index(said: &[u8], is_wanted: impl Fn(&Path) -> bool) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    for row in said.split(|byte| *byte == 0) {
        let Some(tab) = row.iter().position(|byte| *byte == b'\t') else { continue };
        let head = String::from_utf8_lossy(&row[..tab]);
        let words: Vec<&str> = head.split(' ').collect();
        let [tag, mode, hash, stage] = words[..] else { continue };
        let path = path_of(&row[tab + 1..]);
        if is_file(mode) && is_wanted(&path) && all.last().is_none_or(|last| last.path != path) {
            let left_out = tag.eq_ignore_ascii_case("s");
            all.push(Entry { path, hash: hash.to_owned(), unmerged: stage != "0", left_out });
        }
    }
    all
}

/// Reads `path\0`, over and over.
pub(super) fn names(said: &[u8]) -> Vec<PathBuf> {
    said.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(path_of).collect()
}

fn is_file(mode: &str) -> bool {
    mode.starts_with("100")
}

fn is_none(hash: &str) -> bool {
    hash.chars().all(|digit| digit == '0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_ones_gone_ones_and_what_is_no_file() {
        let (a, b, none) = ("a".repeat(40), "b".repeat(40), "0".repeat(40));
        let said = format!(
            ":100644 100755 {a} {b} M\0x.ron\0:000000 100644 {none} {b} A\0new.ron\0:100644 120000 {a} {b} T\0now-a-link\0\
             :120000 120000 {a} {b} M\0link\0:100644 000000 {a} {none} D\0gone.ron\0:100644 000000 {a} {none} U\0open.ron\0\
             :100644 100644 {a} {b} M\0not wanted\0"
        );
        let all = raw(said.as_bytes(), |path| path != Path::new("not wanted"));
        let said: Vec<_> = all
            .iter()
            .map(|row| (row.path.to_str().expect("text"), row.old.is_some(), row.new.is_some(), row.unmerged))
            .collect();
        assert_eq!(
            said,
            [
                ("x.ron", true, true, false),
                ("new.ron", false, true, false),
                ("now-a-link", true, false, false),
                ("gone.ron", true, false, false),
                ("open.ron", true, false, true),
            ]
        );
        assert!(raw(b"nonsense\0", |_| true).is_empty() && raw(b"", |_| true).is_empty());
    }

    #[test]
    fn the_index_row_by_row() {
        let hash = "a".repeat(40);
        let said = format!(
            "H 100644 {hash} 0\ta b.ron\0M 100644 {hash} 1\topen.ron\0M 100644 {hash} 2\topen.ron\0S 100755 {hash} 0\tfar.ron\0\
             H 120000 {hash} 0\tlink\0H 160000 {hash} 0\tinner\0nonsense\0"
        );
        let all = index(said.as_bytes(), |_| true);
        let said: Vec<_> =
            all.iter().map(|row| (row.path.to_str().expect("text"), row.unmerged, row.left_out)).collect();
        assert_eq!(said, [("a b.ron", false, false), ("open.ron", true, false), ("far.ron", false, true)]);
        assert_eq!(names(b"a\0b c\0"), [PathBuf::from("a"), PathBuf::from("b c")]);
    }
}
