//! Which files differ between two states of a repository, those with another name followed.
//!
//! Git says what differs between its own states. What stands on disk is compared here, byte for byte: git would put it
//! through the filters that the repository names.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::disk;
use super::fault::VcsFault;
use super::listing::{self, Entry, Row};
use super::rename::{Candidate, pairs};
use super::repository::Repository;
use crate::file::limits::MOST_BYTES;

/// A state of the files of a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A commit, by its hash.
    Commit(String),
    /// What stands in the index, to be committed next.
    Index,
    /// What stands on disk.
    WorkTree,
}

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
    /// Whether it is in the index in several versions, which a merge left; in the index there is then no `new` one.
    pub unmerged: bool,
    // What git calls the new bytes, or called them before somebody wrote on: by that a file with another name is found.
    known: Option<String>,
}

impl ChangedFile {
    /// The path it has, or had.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.paths().next()
    }

    /// The paths it has, and had: as it is, then as it was.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        [&self.new, &self.old].into_iter().flatten().map(|version| version.path.as_path())
    }
}

impl Repository {
    /// The files that differ between a commit, given by its hash, and another state, by path, those with another name followed;
    /// of the paths given, from the folder on, or anywhere if there is none. Only files that are wanted by their path from the
    /// top. Files that git does not follow are not among them.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn changed(
        &self,
        old: &str,
        new: &State,
        paths: &[PathBuf],
        is_wanted: &dyn Fn(&Path) -> bool,
    ) -> Result<Vec<ChangedFile>, VcsFault> {
        let rows = |command: &[&str], commits: &[&str]| -> Result<Vec<Row>, VcsFault> {
            let options = ["-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"];
            let options = [&options[..], &["--ignore-submodules=all"]].concat();
            let words = command.iter().chain(&options).chain(commits).chain(&["--"]).map(OsString::from);
            let said = self.ask(words.chain(paths.iter().map(OsString::from)))?;
            Ok(listing::raw(&said, is_wanted))
        };
        let all = match new {
            State::Commit(new) => rows(&["diff-tree", "-r"], &[old, new])?.into_iter().map(in_git).collect(),
            State::Index => {
                let rows = rows(&["diff-index", "--cached", "--ita-invisible-in-index"], &[old])?;
                rows.into_iter().map(in_git).collect()
            }
            State::WorkTree => {
                let rows = rows(&["diff-index", "--cached", "--ita-visible-in-index"], &[old])?;
                self.on_disk_now(rows, self.index(paths, is_wanted)?)?
            }
        };
        self.with_renamed(all)
    }

    /// The files of a state that are at a path, or below it, by their path from the top. Files that git does not follow are not
    /// among them.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn files(&self, state: &State, path: &Path) -> Result<Vec<PathBuf>, VcsFault> {
        let command = match state {
            State::Commit(commit) => vec!["ls-tree", "-r", "-z", "--name-only", "--full-name", commit, "--"],
            State::Index | State::WorkTree => vec!["ls-files", "-z", "--full-name", "--"],
        };
        let words = command.into_iter().map(OsString::from).chain([path.into()]);
        let mut all = listing::names(&self.ask(words)?);
        all.dedup();
        Ok(all)
    }

    fn index(&self, paths: &[PathBuf], is_wanted: &dyn Fn(&Path) -> bool) -> Result<Vec<Entry>, VcsFault> {
        let words = ["ls-files", "-s", "-t", "-z", "--full-name", "--"].map(OsString::from);
        let words = words.into_iter().chain(paths.iter().map(OsString::from));
        // Without a path git lists what is below the folder only.
        let said = if paths.is_empty() { self.ask_at_top(words) } else { self.ask(words) };
        Ok(listing::index(&said?, is_wanted))
    }

    /// What differs on disk: `rows` is what differs between the commit and the index.
    fn on_disk_now(&self, rows: Vec<Row>, index: Vec<Entry>) -> Result<Vec<ChangedFile>, VcsFault> {
        let mut all = Vec::new();
        let followed: BTreeSet<&PathBuf> = index.iter().map(|entry| &entry.path).collect();
        for row in rows.iter().filter(|row| !followed.contains(&row.path)) {
            // Whether or not something lies there: git no longer follows it.
            let old = row.old.clone().map(|hash| blob(&row.path, hash));
            all.push(ChangedFile { old, new: None, unmerged: false, known: None });
        }
        let rows: BTreeMap<&PathBuf, &Row> = rows.iter().map(|row| (&row.path, row)).collect();
        let mut both = Vec::new();
        for entry in &index {
            let old = rows.get(&entry.path).map_or_else(|| Some(entry.hash.clone()), |row| row.old.clone());
            let found = disk::file(self.top(), &entry.path);
            let new = match &found {
                Some(_) => Some(At::Disk),
                None => entry.left_out.then(|| At::Blob(entry.hash.clone())),
            };
            let old_at = old.clone().map(At::Blob);
            if old_at == new {
                continue;
            }
            if let (Some(old), Some(found)) = (old, found) {
                both.push((all.len(), old, found));
            }
            let version = |at| Version { path: entry.path.clone(), at };
            let known = (!entry.unmerged).then(|| entry.hash.clone());
            let (old, new) = (old_at.map(version), new.map(version));
            all.push(ChangedFile { old, new, unmerged: entry.unmerged, known });
        }
        let hashes: Vec<&str> = both.iter().map(|(_, hash, _)| hash.as_str()).collect();
        let sizes = self.sizes(&hashes)?;
        let mut blobs = None;
        let mut same = BTreeSet::new();
        for ((at, hash, found), size) in both.iter().zip(sizes) {
            let (Some(path), Some(size)) = (all[*at].path(), size.filter(|size| *size <= MOST_BYTES as u64))
            else {
                continue;
            };
            let path = self.on_disk(path);
            let read = || {
                if blobs.is_none() {
                    blobs = self.blobs().ok();
                }
                blobs.as_mut()?.read(hash)
            };
            if disk::same((&path, found), size, read) {
                same.insert(*at);
            }
        }
        Ok(all.into_iter().enumerate().filter(|(at, _)| !same.contains(at)).map(|(_, file)| file).collect())
    }

    /// The same with what is gone and what came put together where it is one file, by path.
    fn with_renamed(&self, all: Vec<ChangedFile>) -> Result<Vec<ChangedFile>, VcsFault> {
        let (single, mut all): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|file| file.old.is_some() != file.new.is_some() && !file.unmerged);
        let (gone, come): (Vec<_>, Vec<_>) = single.into_iter().partition(|file| file.old.is_some());
        let seen = |files| <[ChangedFile]>::iter(files).map(candidate).collect::<Vec<_>>();
        let (left, right) = (seen(&gone), seen(&come));
        let found = pairs(&left, &right, |old, at| {
            let file = if old { &gone[at] } else { &come[at] };
            String::from_utf8(self.bytes(file.new.as_ref().or(file.old.as_ref())?).ok()?).ok()
        });
        drop((left, right));
        let mut gone: Vec<Option<ChangedFile>> = gone.into_iter().map(Some).collect();
        let mut come: Vec<Option<ChangedFile>> = come.into_iter().map(Some).collect();
        for (a, b) in found {
            if let (Some(was), Some(now)) = (gone[a].take(), come[b].take()) {
                all.push(ChangedFile { old: was.old, ..now });
            }
        }
        all.extend(gone.into_iter().chain(come).flatten());
        all.sort_by(|one, other| one.path().cmp(&other.path()));
        Ok(all)
    }

    /// The bytes of a version; of one that is too large for a map only so many that this shows.
    fn bytes(&self, version: &Version) -> Result<Vec<u8>, VcsFault> {
        use std::io::Read as _;
        match &version.at {
            At::Blob(hash) => self.blob(hash),
            At::Disk => {
                let mut bytes = Vec::new();
                let file = std::fs::File::open(self.on_disk(&version.path));
                let read = file.and_then(|file| file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
                read.map(|_| bytes).map_err(|error| VcsFault::Other(error.to_string()))
            }
        }
    }
}

fn blob(path: &Path, hash: String) -> Version {
    Version { path: path.to_owned(), at: At::Blob(hash) }
}

fn candidate(file: &ChangedFile) -> Candidate<'_> {
    let hash = match file.old.as_ref().map(|version| &version.at) {
        Some(At::Blob(hash)) => Some(hash.as_str()),
        _ => file.known.as_deref(),
    };
    Candidate { path: file.path().unwrap_or(Path::new("")), hash }
}

/// What differs between two states that git has.
fn in_git(row: Row) -> ChangedFile {
    let version = |hash: &Option<String>| hash.clone().map(|hash| blob(&row.path, hash));
    ChangedFile {
        old: version(&row.old),
        new: version(&row.new),
        unmerged: row.unmerged,
        known: row.new.clone(),
    }
}
