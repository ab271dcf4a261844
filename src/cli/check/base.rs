//! What of a file's faults was there already in a revision.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::cli::answer::Failure;
use crate::file::open::open_bytes;
use crate::file::{Fault, check};
use crate::text::Lang;
use crate::vcs::{At, ChangedFile, Repository, State, VcsFault};

/// The revision, and what was asked of git so far.
pub(super) struct Base<'a> {
    revision: &'a str,
    lang: Lang,
    seen: BTreeMap<PathBuf, Seen>,
}

/// A repository as seen from one folder.
struct Seen {
    repository: Repository,
    /// What differs between the revision and the files on disk.
    changed: Vec<ChangedFile>,
}

impl<'a> Base<'a> {
    /// A revision, of which nothing was asked yet.
    pub(super) fn new(revision: &'a str, lang: Lang) -> Self {
        Self { revision, lang, seen: BTreeMap::new() }
    }

    /// For each fault of a file whether it is new since the revision, in the order given. A file that had another name is
    /// followed; in one that was not there, or could not be read, all are new.
    ///
    /// A fault is the same if it is of the same kind, about the same thing and says the same, wherever it stands: of three
    /// alike where there was one, two are new.
    ///
    /// # Errors
    /// If the file is in no repository, or there is no such revision.
    pub(super) fn are_new(&mut self, path: &Path, faults: &[&Fault]) -> Result<Vec<bool>, Failure> {
        let Some(mut former) = self.former(path)? else { return Ok(vec![false; faults.len()]) };
        let is_new = |fault: &&Fault| match former.iter().position(|own| own == *fault) {
            Some(at) => {
                former.swap_remove(at);
                false
            }
            None => true,
        };
        Ok(faults.iter().map(is_new).collect())
    }

    /// The faults that a file had; `None` if it is the same file still.
    fn former(&mut self, path: &Path) -> Result<Option<Vec<Fault>>, Failure> {
        let lang = self.lang;
        let said = |fault: VcsFault| Failure::new(fault.message(lang), fault.help(lang));
        let seen = self.seen(path)?;
        let followed = seen.repository.files(&State::WorkTree, &absolute(path)).map_err(said)?;
        let Some(file) = followed.first() else { return Ok(Some(Vec::new())) };
        let is_it = |own: &&ChangedFile| own.new.as_ref().is_some_and(|new| new.path == *file);
        let Some(changed) = seen.changed.iter().find(is_it) else { return Ok(None) };
        let Some(old) = &changed.old else { return Ok(Some(Vec::new())) };
        let At::Blob(hash) = &old.at else { return Ok(None) };
        let bytes = seen.repository.blob(hash).map_err(said)?;
        let found = open_bytes(old.path.clone(), bytes).map(|opened| check(&opened));
        Ok(Some(found.unwrap_or_default().into_iter().map(|finding| finding.fault).collect()))
    }

    /// The repository of a file, asked once for each folder.
    fn seen(&mut self, path: &Path) -> Result<&Seen, Failure> {
        let folder = absolute(path).parent().map_or_else(|| PathBuf::from("."), Path::to_owned);
        if !self.seen.contains_key(&folder) {
            let lang = self.lang;
            let said = |fault: VcsFault| Failure::new(fault.message(lang), fault.help(lang));
            let repository = Repository::at(&folder).map_err(said)?;
            let commit = repository.commit(self.revision).map_err(said)?;
            let changed = repository.changed(&commit, &State::WorkTree, &[], &|_| true).map_err(said)?;
            self.seen.insert(folder.clone(), Seen { repository, changed });
        }
        Ok(&self.seen[&folder])
    }
}

/// A path that means the same from every folder: git is asked from the folder of the file.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
