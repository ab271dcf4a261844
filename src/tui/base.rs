//! Reads the version that the open map is compared with: a revision of its repository, or a file.
//!
//! It asks git and waits for the disk, so only errands call it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::browser::at_home;
use super::reading::{Unopened, read_sheet};
use crate::file::open::open_bytes;
use crate::file::{Severity, check};
use crate::map::Map;
use crate::text::{Lang, visible};
use crate::vcs::{Repository, VcsFault};

/// What a person wants to compare with where nothing is said.
pub const HEAD: &str = "HEAD";

/// A version that the open map is compared with.
#[derive(Clone, Debug)]
pub struct Base {
    /// What it is called: the name that was asked for, safe to show.
    pub name: String,
    /// The map.
    pub map: Arc<Map>,
}

/// Why there is nothing to compare with.
#[derive(Debug)]
pub enum NoBase {
    /// The map is in no file, so no repository knows it.
    NoFile,
    /// Git cannot say.
    Git(VcsFault),
    /// There is something, and it is no map.
    NotRead(Box<Unopened>),
}

impl NoBase {
    /// What is wrong; safe to show.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        match self {
            NoBase::NoFile => lang.words().review.in_no_file.to_owned(),
            NoBase::Git(fault) => fault.message(lang),
            NoBase::NotRead(why) => why.said(lang),
        }
    }
}

/// Reads the version that is called so, seen from the map's file: a file on disk, `REV` (the map's own file in that
/// revision), `REV:PATH`, or `REV...` (where the branch parted from REV).
///
/// # Errors
/// If there is no such version, or it is no map.
pub fn read_base(path: Option<&Path>, wanted: &str) -> Result<Base, NoBase> {
    let name = visible(wanted).into_owned();
    let folder = path.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let map = match on_disk(folder, wanted) {
        Some(file) => read_sheet(&file).map_err(|why| NoBase::NotRead(Box::new(why)))?.map,
        None => in_git(folder, path, wanted)?,
    };
    Ok(Base { name, map: Arc::new(map) })
}

/// The file that is meant, if one is: as it is typed, else beside the map.
fn on_disk(folder: &Path, wanted: &str) -> Option<PathBuf> {
    let typed = at_home(wanted);
    let beside = folder.join(&typed);
    let found = [&typed, &beside].into_iter().find(|path| path.is_file()).cloned();
    // What ends as files do is one, also where it is not there: git would only say that it knows no such revision.
    let named =
        !wanted.contains(':') && typed.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    found.or(named.then_some(typed))
}

fn in_git(folder: &Path, path: Option<&Path>, wanted: &str) -> Result<Map, NoBase> {
    let repository = Repository::at(folder).map_err(NoBase::Git)?;
    let own = path.and_then(Path::file_name).and_then(|name| name.to_str());
    let is_spec = wanted.contains(':') && !wanted.starts_with(":/");
    let bytes = match (is_spec, own) {
        (true, _) => repository.file(wanted),
        (false, None) => return Err(NoBase::NoFile),
        (false, Some(own)) => revision(&repository, wanted).and_then(|hash| {
            let missing = |fault| match fault {
                VcsFault::NoFile(_) => VcsFault::NoFile(format!("{wanted}:{own}")),
                fault => fault,
            };
            repository.file(&format!("{hash}:./{own}")).map_err(missing)
        }),
    };
    let opened = open_bytes(wanted.into(), bytes.map_err(NoBase::Git)?)
        .map_err(|error| NoBase::NotRead(Box::new(Unopened::NotRead(error))))?;
    opened.document.to_map().map_err(|faults| {
        let first = check(&opened).into_iter().find(|finding| finding.severity == Severity::Error);
        let path = PathBuf::from(wanted);
        NoBase::NotRead(Box::new(Unopened::Faulty { path, first: first.map(Box::new), count: faults.len() }))
    })
}

/// The commit that a name means; of `REV...` the one where both parted.
fn revision(repository: &Repository, wanted: &str) -> Result<String, VcsFault> {
    let Some(other) = wanted.strip_suffix("...") else { return repository.commit(wanted) };
    let (other_hash, head) = (repository.commit(other)?, repository.commit(HEAD)?);
    repository.base(&other_hash, &head, (other, HEAD))
}
