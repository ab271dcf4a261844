//! A repository, and the questions that git is asked. Every one is a process of its own that only reads.

use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::changed::{ChangedFile, read_raw};
use super::fault::VcsFault;

/// A repository as seen from a folder in it.
#[derive(Clone, Debug)]
pub struct Repository {
    folder: PathBuf,
    top: PathBuf,
}

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

impl Repository {
    /// The repository that a folder is in.
    ///
    /// # Errors
    /// If it is in none, or there is no git.
    pub fn at(folder: &Path) -> Result<Self, VcsFault> {
        let mut repository = Self { folder: folder.to_owned(), top: PathBuf::new() };
        let said = repository.ask(["rev-parse", "--show-toplevel"]).map_err(|fault| match fault {
            VcsFault::Other(_) => VcsFault::NoRepository,
            fault => fault,
        })?;
        repository.top = path_of(said.strip_suffix(b"\n").unwrap_or(&said));
        if repository.top.as_os_str().is_empty() {
            return Err(VcsFault::NoRepository);
        }
        Ok(repository)
    }

    /// Where a path from the top of the repository is on disk.
    #[must_use]
    pub fn on_disk(&self, path: &Path) -> PathBuf {
        self.top.join(path)
    }

    /// The commit that a name means: a branch, a tag, `HEAD~2`, part of a hash.
    ///
    /// # Errors
    /// If it means none.
    pub fn commit(&self, name: &str) -> Result<String, VcsFault> {
        let missing = || VcsFault::NoRevision(name.to_owned());
        if name.is_empty() || name.starts_with('-') || name.contains('\0') {
            return Err(missing());
        }
        let wanted = format!("{name}^{{commit}}");
        let said = self.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
        let said = said.map_err(|fault| if let VcsFault::Other(_) = fault { missing() } else { fault })?;
        Ok(line(&said))
    }

    /// The commit at which two parted, by their hashes; `names` say which they are.
    ///
    /// # Errors
    /// If they have none in common.
    pub fn base(&self, one: &str, other: &str, names: (&str, &str)) -> Result<String, VcsFault> {
        let said = self.ask(["merge-base", one, other]).map_err(|fault| match fault {
            VcsFault::Other(said) if said.is_empty() => {
                VcsFault::NoBase(names.0.to_owned(), names.1.to_owned())
            }
            fault => fault,
        })?;
        Ok(line(&said))
    }

    /// The bytes of a file in a commit or in the index: `REV:path`, `:path`.
    ///
    /// # Errors
    /// If there is no such file.
    pub fn file(&self, spec: &str) -> Result<Vec<u8>, VcsFault> {
        let missing = || VcsFault::NoFile(spec.to_owned());
        if spec.starts_with('-') || spec.contains('\0') {
            return Err(missing());
        }
        let said = self.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", spec]);
        let hash = said.map_err(|fault| if let VcsFault::Other(_) = fault { missing() } else { fault })?;
        self.blob(&line(&hash))
            .map_err(|fault| if let VcsFault::Other(_) = fault { missing() } else { fault })
    }

    /// The bytes of a blob by its hash.
    ///
    /// # Errors
    /// If it is not there.
    pub fn blob(&self, hash: &str) -> Result<Vec<u8>, VcsFault> {
        self.ask(["cat-file", "blob", hash])
    }

    /// The files that differ between two states, by path, renamed ones followed; of the paths given, from the folder on,
    /// or anywhere if there is none. Files that git does not follow are not among them. The state before is a commit or
    /// the index, the one after may be anything but the index where the one before is that.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn changed(&self, old: &State, new: &State, paths: &[PathBuf]) -> Result<Vec<ChangedFile>, VcsFault> {
        let mut arguments: Vec<OsString> = match (old, new) {
            (State::Commit(old), State::Commit(new)) => {
                ["diff-tree", "-r", old, new].map(OsString::from).to_vec()
            }
            (State::Commit(old), State::Index) => {
                ["diff-index", "--cached", old].map(OsString::from).to_vec()
            }
            (State::Commit(old), State::WorkTree) => ["diff-index", old].map(OsString::from).to_vec(),
            (State::Index, _) => vec!["diff-files".into()],
            (State::WorkTree, _) => return Ok(Vec::new()),
        };
        // Options go between the command and its commits.
        let commits = arguments.split_off(1);
        let options =
            ["-z", "--raw", "--no-abbrev", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];
        arguments.extend(options.map(OsString::from));
        arguments.extend(commits);
        arguments.push("--".into());
        arguments.extend(paths.iter().map(OsString::from));
        Ok(read_raw(&self.ask(&arguments)?))
    }

    /// Its folder on disk, without whatever belongs to git.
    #[must_use]
    pub fn top(&self) -> &Path {
        &self.top
    }

    fn ask<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Result<Vec<u8>, VcsFault> {
        ask(&self.folder, arguments)
    }
}

/// What git answers to standard output, asked from a folder.
pub(super) fn ask<S: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = S>,
) -> Result<Vec<u8>, VcsFault> {
    let answer = answer(folder, arguments)?;
    if answer.status.success() {
        return Ok(answer.stdout);
    }
    let said = String::from_utf8_lossy(&answer.stderr);
    let said = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned();
    Err(VcsFault::Other(said))
}

/// All that git answers, asked from a folder, however it ends.
pub(super) fn answer<S: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = S>,
) -> Result<Output, VcsFault> {
    Command::new("git")
        // Nothing that a repository is set up with may run here: hooks, monitors of files.
        .args(["--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false"])
        .args(["-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("LC_ALL", "C")
        .env_remove("GIT_EXTERNAL_DIFF")
        .env_remove("GIT_TRACE")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::PermissionDenied => VcsFault::NoGit,
            _ => VcsFault::Other(error.to_string()),
        })
}

fn line(said: &[u8]) -> String {
    String::from_utf8_lossy(said).lines().next().unwrap_or_default().to_owned()
}

/// A path as git says it.
#[cfg(unix)]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(OsStr::from_bytes(bytes))
}

/// A path as git says it.
#[cfg(not(unix))]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
