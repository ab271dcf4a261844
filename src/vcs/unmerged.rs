//! Opens maps from disk, those too in which git left an unfinished merge.

use std::path::Path;

use super::git::{answer, ask};
use super::repository::Repository;
use crate::file::unmerged::Stages;
use crate::file::{OpenError, Opened, open};

/// Opens the file, as [`crate::file::open()`] does. One in which git left its markers is merged anew from its versions.
///
/// # Errors
/// If it is no map, and is none with its versions either.
pub fn open_map(path: &Path) -> Result<Opened, OpenError> {
    open(path).or_else(|error| error.or_unmerged(|text| stages(path, text).unwrap_or_default()))
}

/// What git keeps of the versions of a file; `None` outside a repository.
fn stages(path: &Path, text: &str) -> Option<Stages> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let repository = Repository::at(folder).ok()?;
    let name = path.file_name()?.to_str()?;
    let spec = |number: u8| format!(":{number}:./{name}");
    let stage = |number: u8| repository.file(&spec(number)).ok();
    let mut stages = Stages { base: stage(1), ours: stage(2), theirs: stage(3), untouched: false };
    if stages.ours.is_some() && stages.theirs.is_some() {
        let base = if stages.base.is_some() { spec(1) } else { nothing(folder, &spec(2))?.to_owned() };
        stages.untouched = as_git_left_it(folder, &[spec(2), base, spec(3)], text);
    }
    Some(stages)
}

/// Whether the text is what git makes of the versions, whatever it called them. Not where git cannot say: somebody may have gone
/// on by hand, and what was done by hand is not to be lost.
fn as_git_left_it(folder: &Path, versions: &[String; 3], text: &str) -> bool {
    let arguments = ["merge-file", "-p", "-q", "--object-id"].map(str::to_owned);
    let Ok(answer) = answer(folder, arguments.iter().chain(versions)) else { return false };
    let merged = String::from_utf8_lossy(&answer.stdout);
    // More than 127 is no number of conflicts.
    let could = answer.status.code().is_some_and(|code| (1..128).contains(&code)) && !merged.is_empty();
    could && without_names(&merged).eq(without_names(text))
}

/// What git calls a file in which nothing stands, in a repository that knows the file `like`.
fn nothing(folder: &Path, like: &str) -> Option<&'static str> {
    let hash = ask(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", like]).ok()?;
    Some(if hash.trim_ascii().len() > 40 {
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
    } else {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    })
}

/// The lines, those of markers without the names behind them.
fn without_names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| {
        let markers = ["<<<<<<<", "|||||||", ">>>>>>>"];
        markers.into_iter().find(|marker| line.starts_with(marker)).unwrap_or(line)
    })
}
