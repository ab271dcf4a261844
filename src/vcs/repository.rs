//! A repository as seen from a folder in it. Every question is a process of its own that only reads.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::fault::VcsFault;
use super::git::{self, path_of};

/// A repository as seen from a folder in it.
#[derive(Clone, Debug)]
pub struct Repository {
    folder: PathBuf,
    top: PathBuf,
}

impl Repository {
    /// The repository that a folder is in.
    ///
    /// # Errors
    /// If it is in none, in one without files on disk or in somebody else's, or there is no git.
    pub fn at(folder: &Path) -> Result<Self, VcsFault> {
        let said = git::ask(folder, ["rev-parse", "--show-toplevel"])?;
        let top = path_of(said.strip_suffix(b"\n").unwrap_or(&said));
        if top.as_os_str().is_empty() {
            return Err(VcsFault::Bare);
        }
        Ok(Self { folder: folder.to_owned(), top })
    }

    /// Where a path from the top of the repository is on disk.
    #[must_use]
    pub fn on_disk(&self, path: &Path) -> PathBuf {
        self.top.join(path)
    }

    /// Its folder on disk, without whatever belongs to git.
    #[must_use]
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// The folder it is seen from.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn ask<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, VcsFault> {
        git::ask(&self.folder, arguments)
    }

    pub(super) fn ask_at_top<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, VcsFault> {
        git::ask(&self.top, arguments)
    }
}
