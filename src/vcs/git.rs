//! Starts git, so that it runs nothing else and asks nobody anything.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::fault::VcsFault;

/// What git answers to standard output, asked from a folder.
pub(super) fn ask<S: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = S>,
) -> Result<Vec<u8>, VcsFault> {
    let answer = answer(folder, arguments)?;
    if answer.status.success() {
        return Ok(answer.stdout);
    }
    Err(VcsFault::said(&String::from_utf8_lossy(&answer.stderr)))
}

/// All that git answers, asked from a folder, however it ends.
pub(super) fn answer<S: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = S>,
) -> Result<Output, VcsFault> {
    command(folder).args(arguments).output().map_err(|error| not_started(folder, &error))
}

/// Why git did not start.
pub(super) fn not_started(folder: &Path, error: &std::io::Error) -> VcsFault {
    match error.kind() {
        // The system says the same of a folder that is not there as of a program.
        _ if !folder.is_dir() => VcsFault::NoRepository,
        ErrorKind::NotFound | ErrorKind::PermissionDenied => VcsFault::NoGit,
        _ => VcsFault::Other(error.to_string()),
    }
}

/// Git in a folder, still without a question, and with nothing to read.
pub(super) fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command
        // Nothing that a repository is set up with may run here: hooks, monitors of files.
        .args(["--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false"])
        .args(["-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"])
        .current_dir(folder)
        .env("GIT_OPTIONAL_LOCKS", "0")
        // Nothing is fetched: a git that does not know the first of these heeds the second, which allows no way to fetch.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("LC_ALL", "C")
        .env_remove("LANGUAGE")
        .env_remove("GIT_EXTERNAL_DIFF")
        .stdin(Stdio::null());
    // Other ways to read a path would contradict that it is taken as it stands, and a trace would stand among what git says.
    for name in ["GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"] {
        command.env_remove(name);
    }
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("GIT_TRACE")) {
            command.env_remove(name);
        }
    }
    command
}

/// The first line of what git says.
pub(super) fn line(said: &[u8]) -> String {
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
