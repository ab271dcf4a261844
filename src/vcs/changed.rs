//! Which files differ, read from git's raw list.

use std::path::PathBuf;

use super::repository::path_of;

/// Where the bytes of a file are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// In the repository, by its hash.
    Blob(String),
    /// On disk.
    Disk,
}

/// A file in one of the two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its path from the top of the repository.
    pub path: PathBuf,
    /// Where its bytes are.
    pub at: At,
}

/// A file that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// As it was; `None` for a new one.
    pub old: Option<Version>,
    /// As it is; `None` for one that is gone.
    pub new: Option<Version>,
    /// Whether a merge left it open.
    pub unmerged: bool,
}

impl ChangedFile {
    /// The path it has, or had.
    #[must_use]
    pub fn path(&self) -> Option<&PathBuf> {
        self.new.as_ref().or(self.old.as_ref()).map(|version| &version.path)
    }
}

/// Reads `:MODE MODE HASH HASH STATUS\0path\0[path\0]`, over and over. Symbolic links and other repositories are no
/// files and are left out, and so is what cannot be read as such a line.
pub(super) fn read_raw(raw: &[u8]) -> Vec<ChangedFile> {
    let mut all: Vec<ChangedFile> = Vec::new();
    let mut parts = raw.split(|byte| *byte == 0);
    while let Some(head) = parts.next() {
        let head = String::from_utf8_lossy(head);
        let words: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
        let [old_mode, new_mode, old_hash, new_hash, status] = words[..] else { continue };
        let Some(first) = parts.next().map(path_of) else { break };
        let second = if status.starts_with(['R', 'C']) { parts.next().map(path_of) } else { None };
        let file = |mode: &str| mode.starts_with("100");
        let none = |hash: &str| hash.chars().all(|digit| digit == '0');
        let version = |mode: &str, hash: &str, path: &PathBuf| {
            let at = if none(hash) { At::Disk } else { At::Blob(hash.to_owned()) };
            file(mode).then(|| Version { path: path.clone(), at })
        };
        let old = version(old_mode, old_hash, &first);
        let new = version(new_mode, new_hash, second.as_ref().unwrap_or(&first));
        let unmerged = status.starts_with('U');
        // Of an open merge git says the file once more, as it differs on disk.
        let again = all.last().is_some_and(|last| last.unmerged && last.path() == Some(&first));
        if unmerged {
            let disk = Version { path: first, at: At::Disk };
            all.push(ChangedFile { old, new: Some(disk), unmerged });
        } else if (old.is_some() || new.is_some()) && !again {
            all.push(ChangedFile { old, new, unmerged });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_new_ones_and_what_is_no_file() {
        let (a, b, none) = ("a".repeat(40), "b".repeat(40), "0".repeat(40));
        let raw = format!(
            ":100644 100644 {a} {none} M\0x.ron\0:000000 100644 {none} {b} A\0new.ron\0:100644 100644 {a} {b} R090\0old.ron\0at.ron\0\
             :120000 120000 {a} {b} M\0link\0:100644 000000 {a} {none} D\0gone.ron\0"
        );
        let all = read_raw(raw.as_bytes());
        let said: Vec<_> = all
            .iter()
            .map(|file| {
                let one = |version: &Option<Version>| {
                    version
                        .as_ref()
                        .map(|own| (own.path.to_str().expect("text").to_owned(), own.at == At::Disk))
                };
                (one(&file.old), one(&file.new))
            })
            .collect();
        let some = |path: &str, disk| Some((path.to_owned(), disk));
        assert_eq!(
            said,
            [
                (some("x.ron", false), some("x.ron", true)),
                (None, some("new.ron", false)),
                (some("old.ron", false), some("at.ron", false)),
                (some("gone.ron", false), None),
            ]
        );
        assert!(read_raw(b"nonsense\0").is_empty() && read_raw(b"").is_empty());
    }
}
