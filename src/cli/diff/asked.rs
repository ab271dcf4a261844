//! `floke diff`: which maps are compared with which.

use std::path::{Path, PathBuf};

use super::DiffArgs;
use crate::cli::answer::{Failure, name};
use crate::cli::load;
use crate::cli::shell::Shell;
use crate::file::open::open_bytes;
use crate::map::Map;
use crate::text::Lang;
use crate::vcs::{At, ChangedFile, Repository, State, VcsFault, Version};

/// What the names of maps end with.
const ENDING: &str = ".floke.ron";

/// Two versions of a map.
pub(super) struct Pair {
    /// What the version before is called; `None` for a new map.
    pub(super) old_name: Option<String>,
    /// What the version after is called; `None` for a map that is gone.
    pub(super) new_name: Option<String>,
    /// The map before, an empty one where there was none.
    pub(super) old: Map,
    /// The map after, an empty one where there is none.
    pub(super) new: Map,
}

impl Pair {
    /// Whether the map was not there before.
    pub(super) fn comes(&self) -> bool {
        self.old_name.is_none()
    }

    /// Whether the map is gone.
    pub(super) fn goes(&self) -> bool {
        self.new_name.is_none()
    }

    /// What the pair is called: one name where both have it.
    pub(super) fn name(&self) -> String {
        match (&self.old_name, &self.new_name) {
            (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
            (_, Some(name)) | (Some(name), None) => name.clone(),
            (None, None) => String::new(),
        }
    }
}

/// What there is to compare.
pub(super) struct Pairs {
    pub(super) pairs: Vec<Pair>,
    /// Whether two files were named, and not states of a repository.
    pub(super) files: bool,
    /// Why others could not be read.
    pub(super) failed: Vec<Failure>,
}

/// Finds out what is meant and reads it.
///
/// # Errors
/// If it is not clear what is meant, or git cannot say what differs.
pub(super) fn pairs(args: &DiffArgs, shell: &Shell) -> Result<Pairs, Failure> {
    let lang = shell.lang;
    if let [old, new] = &args.what[..]
        && args.paths.is_empty()
        && !args.staged
        && (is_file(old) || is_file(new))
        && !(is_revision(old) && Path::new(new).exists())
    {
        return two_files(old, new, lang);
    }
    in_repository(args, lang)
}

/// Whether an argument names a file, on disk or in a revision, or would if it were there.
fn is_file(what: &str) -> bool {
    what == "-" || Path::new(what).exists() || what.contains(':') || looks_like_path(what)
}

fn looks_like_path(what: &str) -> bool {
    Path::new(what).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Whether an argument that is no file is a revision of the repository around.
fn is_revision(what: &str) -> bool {
    !is_file(what) && here().is_ok_and(|repository| repository.commit(what).is_ok())
}

fn here() -> Result<Repository, VcsFault> {
    Repository::at(Path::new("."))
}

fn two_files(old: &str, new: &str, lang: Lang) -> Result<Pairs, Failure> {
    if old == "-" && new == "-" {
        return Err(Failure::new(
            "only one of the two can be standard input",
            "name a file for the other one",
        ));
    }
    let read = |what: &str| -> Result<Map, Failure> {
        let path = Path::new(what);
        if what == "-" || path.exists() || !what.contains(':') {
            return load::map(path, lang);
        }
        let bytes =
            here().and_then(|repository| repository.file(what)).map_err(|fault| said(&fault, lang))?;
        map_of(what.into(), bytes, lang)
    };
    let (before, after) = at_once(|| read(old), || read(new));
    let (before, after) = (before?, after?);
    let pair =
        Pair { old_name: Some(old.to_owned()), new_name: Some(new.to_owned()), old: before, new: after };
    Ok(Pairs { pairs: vec![pair], files: true, failed: Vec::new() })
}

/// Does both at the same time: reading is most of the work, and the two have nothing to do with each other.
fn at_once<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn said(fault: &VcsFault, lang: Lang) -> Failure {
    Failure::new(fault.message(lang), fault.help(lang))
}

fn map_of(path: PathBuf, bytes: Vec<u8>, lang: Lang) -> Result<Map, Failure> {
    let opened = open_bytes(path, bytes).map_err(|error| Failure::of_open(&error, lang))?;
    load::checked(opened, lang)
}

/// The states of a repository that are compared.
fn in_repository(args: &DiffArgs, lang: Lang) -> Result<Pairs, Failure> {
    let repository = here().map_err(|fault| match fault {
        // Outside a repository a name that is there only once is a second file that was forgotten.
        VcsFault::NoRepository if args.what.len() == 1 && Path::new(&args.what[0]).exists() => {
            Failure::new(fault.message(lang), "floke diff OLD NEW")
        }
        fault => said(&fault, lang),
    })?;
    let (revisions, paths) = parted(args);
    let commit = |name: &str| repository.commit(name).map_err(|fault| said(&fault, lang));
    let (old, new) = match revisions[..] {
        [] => (State::Commit(commit("HEAD")?), None),
        [range] => match ends(range) {
            Some((one, other, true)) => {
                let (a, b) = (commit(one)?, commit(other)?);
                let base = repository.base(&a, &b, (one, other)).map_err(|fault| said(&fault, lang))?;
                (State::Commit(base), Some(State::Commit(b)))
            }
            Some((one, other, false)) => (State::Commit(commit(one)?), Some(State::Commit(commit(other)?))),
            None => (State::Commit(commit(range)?), None),
        },
        [one, other] => (State::Commit(commit(one)?), Some(State::Commit(commit(other)?))),
        _ => return Err(too_many()),
    };
    let new = match (new, args.staged) {
        (None, false) => State::WorkTree,
        (None, true) => State::Index,
        (Some(new), false) => new,
        (Some(_), true) => {
            return Err(Failure::new(
                "--staged compares the index with one revision",
                "leave out the other one",
            ));
        }
    };
    let changed = repository.changed(&old, &new, &paths).map_err(|fault| said(&fault, lang))?;
    let mut pairs = Pairs { pairs: Vec::new(), files: false, failed: Vec::new() };
    for file in changed.iter().filter(|file| wanted(file, &paths)) {
        match pair(&repository, file, lang) {
            Ok(pair) => pairs.pairs.push(pair),
            Err(failure) => pairs.failed.push(failure),
        }
    }
    Ok(pairs)
}

fn too_many() -> Failure {
    Failure::new("these are too many names", "write floke diff OLD NEW, or floke diff REV -- PATH…")
}

/// What stands for revisions, and what for paths: with -- that is clear, else what is on disk is a path.
fn parted(args: &DiffArgs) -> (Vec<&str>, Vec<PathBuf>) {
    let on_disk = |what: &&String| args.paths.is_empty() && Path::new(what.as_str()).exists();
    let (paths, revisions): (Vec<&String>, Vec<&String>) = args.what.iter().partition(on_disk);
    let paths = paths.into_iter().map(PathBuf::from).chain(args.paths.iter().cloned()).collect();
    (revisions.into_iter().map(String::as_str).collect(), paths)
}

/// `a..b` and `a...b` (from where they parted), where an end left out is HEAD.
fn ends(range: &str) -> Option<(&str, &str, bool)> {
    let head = |name| if str::is_empty(name) { "HEAD" } else { name };
    if let Some((one, other)) = range.split_once("...") {
        return Some((head(one), head(other), true));
    }
    range.split_once("..").map(|(one, other)| (head(one), head(other), false))
}

/// Whether a file is a map: by its name, or because somebody named it.
fn wanted(file: &ChangedFile, paths: &[PathBuf]) -> bool {
    let versions = [&file.old, &file.new];
    let map = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.ends_with(ENDING)
            || name.ends_with(".ron") && paths.iter().any(|own| own.file_name() == path.file_name())
    };
    versions.into_iter().flatten().any(|version| map(&version.path))
}

fn pair(repository: &Repository, file: &ChangedFile, lang: Lang) -> Result<Pair, Failure> {
    let read = |version: &Version| -> Result<Map, Failure> {
        match &version.at {
            At::Disk => load::map(&repository.on_disk(&version.path), lang),
            At::Blob(hash) => {
                let bytes = repository.blob(hash).map_err(|fault| said(&fault, lang))?;
                map_of(version.path.clone(), bytes, lang)
            }
        }
    };
    let side = |version: &Option<Version>| match version {
        Some(own) => Ok::<_, Failure>((Some(name(&own.path)), Some(read(own)?))),
        None => Ok((None, None)),
    };
    let (old, new) = at_once(|| side(&file.old), || side(&file.new));
    let ((old_name, old), (new_name, new)) = (old?, new?);
    // What is not there is compared as a map with the same head and nothing in it.
    let none = |other: &Option<Map>| Map::new(other.as_ref().map_or("", |map| map.head().title.as_str()));
    let (empty_old, empty_new) = (none(&new), none(&old));
    Ok(Pair { old_name, new_name, old: old.unwrap_or(empty_old), new: new.unwrap_or(empty_new) })
}
