//! `floke diff`: which maps are compared with which.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use super::DiffArgs;
use crate::cli::answer::{Failure, name};
use crate::cli::load;
use crate::cli::shell::Shell;
use crate::file::limits::MOST_BYTES;
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
    if args.paths.is_empty()
        && let Some(both) = args.what.iter().find(|what| is_both(what))
    {
        return Err(said(&VcsFault::Both(text(both).into_owned()), lang));
    }
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

/// An argument as text. One that is none is only ever a path.
fn text(what: &OsStr) -> Cow<'_, str> {
    what.to_string_lossy()
}

/// Whether an argument names a file, on disk or in a revision, or would if it were there.
fn is_file(what: &OsStr) -> bool {
    what == "-" || Path::new(what).exists() || is_in_git(what) || looks_like_path(what)
}

/// Whether an argument has the form of a file in a revision or the index. `:/words` is a revision.
fn is_in_git(what: &OsStr) -> bool {
    let what = text(what);
    what.contains(':') && !what.starts_with(":/")
}

fn looks_like_path(what: &OsStr) -> bool {
    Path::new(what).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
        && !text(what).starts_with(":/")
}

/// Whether an argument that is no file is a revision of the repository around.
fn is_revision(what: &OsStr) -> bool {
    !is_file(what) && names_commit(what)
}

/// Whether an argument names something on disk and a revision too.
fn is_both(what: &OsStr) -> bool {
    let path = Path::new(what);
    // `./main` is no name of a revision.
    let bare = matches!(path.components().next(), Some(Component::Normal(_)));
    bare && !looks_like_path(what) && path.exists() && names_commit(what)
}

fn names_commit(what: &OsStr) -> bool {
    let Some(name) = what.to_str() else { return false };
    here().is_ok_and(|repository| repository.commit(name).is_ok())
}

fn here() -> Result<Repository, VcsFault> {
    Repository::at(Path::new("."))
}

fn two_files(old: &OsStr, new: &OsStr, lang: Lang) -> Result<Pairs, Failure> {
    if old == "-" && new == "-" {
        return Err(Failure::new(
            "only one of the two can be standard input",
            "name a file for the other one",
        ));
    }
    let read = |what: &OsStr| -> Result<Map, Failure> {
        let path = Path::new(what);
        if what == "-" || path.exists() || !is_in_git(what) {
            return load::map(path, lang);
        }
        let bytes =
            here().and_then(|repository| repository.file(&text(what))).map_err(|fault| said(&fault, lang))?;
        map_of(what.into(), bytes, lang)
    };
    let (before, after) = if are_equal(Path::new(old), Path::new(new)) {
        let map = read(old)?;
        (map.clone(), map)
    } else {
        let (before, after) = at_once(|| read(old), || read(new));
        (before?, after?)
    };
    let named = |what: &OsStr| Some(text(what).into_owned());
    let pair = Pair { old_name: named(old), new_name: named(new), old: before, new: after };
    Ok(Pairs { pairs: vec![pair], files: true, failed: Vec::new() })
}

/// Whether two files on disk have the same bytes: one of them need not be read as a map then.
fn are_equal(old: &Path, new: &Path) -> bool {
    let size =
        |path: &Path| std::fs::metadata(path).ok().filter(|file| file.is_file()).map(|file| file.len());
    let limit = MOST_BYTES as u64;
    if size(old).is_none_or(|size| size > limit) || size(old) != size(new) {
        return false;
    }
    let bytes = |path: &Path| std::fs::read(path).ok();
    bytes(old).is_some_and(|one| bytes(new).is_some_and(|other| one == other))
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
    let (old, new) = states(&repository, &revisions, args.staged, lang)?;
    let mut pairs = Pairs { pairs: Vec::new(), files: false, failed: Vec::new() };
    let mut named = BTreeSet::new();
    let before = State::Commit(old.clone());
    for path in &paths {
        match at_path(&repository, [&before, &new], path) {
            Ok(Some(file)) => named.extend(file),
            Ok(None) => {
                let failure = said(&VcsFault::NotFollowed, lang);
                pairs.failed.push(Failure { file: Some(name(path)), ..failure });
            }
            Err(fault) => pairs.failed.push(said(&fault, lang)),
        }
    }
    let wanted = |path: &Path| is_map(path) || named.contains(path);
    // A map may have had a name that no map has.
    let perhaps = |path: &Path| wanted(path) || looks_like_path(path.as_os_str());
    let changed = match (paths.len(), pairs.failed.len()) {
        (0, _) => repository.changed(&old, &new, &paths, &perhaps),
        (named, failed) if named == failed => Ok(Vec::new()),
        _ => repository.changed(&old, &new, &paths, &perhaps),
    };
    let changed = changed.map_err(|fault| said(&fault, lang))?;
    for file in &changed {
        if !file.paths().any(wanted) {
            continue;
        }
        match pair(&repository, file, lang) {
            Ok(pair) => pairs.pairs.push(pair),
            Err(failure) => pairs.failed.push(failure),
        }
    }
    Ok(pairs)
}

/// Which states the revisions name, the former one as the hash of its commit.
fn states(
    repository: &Repository,
    revisions: &[&str],
    staged: bool,
    lang: Lang,
) -> Result<(String, State), Failure> {
    let commit = |name: &str| repository.commit(name).map_err(|fault| said(&fault, lang));
    let (old, new) = match revisions[..] {
        [] => (commit("HEAD")?, None),
        [range] => match ends(range) {
            Some((one, other, true)) => {
                let (a, b) = (commit(one)?, commit(other)?);
                let base = repository.base(&a, &b, (one, other)).map_err(|fault| said(&fault, lang))?;
                (base, Some(State::Commit(b)))
            }
            Some((one, other, false)) => (commit(one)?, Some(State::Commit(commit(other)?))),
            None => (commit(range)?, None),
        },
        [one, other] => (commit(one)?, Some(State::Commit(commit(other)?))),
        _ => return Err(too_many()),
    };
    let new = match (new, staged) {
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
    Ok((old, new))
}

/// Looks for maps at a path that somebody named: `None` if there is none in either state, and the file itself where the
/// path names one, which is then taken for a map whatever it is called.
fn at_path(
    repository: &Repository,
    states: [&State; 2],
    path: &Path,
) -> Result<Option<Option<PathBuf>>, VcsFault> {
    let mut found = None;
    for state in states {
        let files = repository.files(state, path)?;
        if let [file] = &files[..]
            && file.file_name() == path.file_name()
        {
            return Ok(Some(Some(file.clone())));
        }
        if files.iter().any(|file| is_map(file)) {
            found = Some(None);
        }
    }
    Ok(found)
}

fn too_many() -> Failure {
    Failure::new("these are too many names", "write floke diff OLD NEW, or floke diff REV -- PATH…")
}

/// What stands for revisions, and what for paths: with -- that is clear, else what is on disk is a path, and so is what is no text.
fn parted(args: &DiffArgs) -> (Vec<&str>, Vec<PathBuf>) {
    let (mut revisions, mut paths) = (Vec::new(), Vec::new());
    for what in &args.what {
        match what.to_str() {
            Some(name) if !args.paths.is_empty() || !Path::new(what).exists() => revisions.push(name),
            _ => paths.push(PathBuf::from(what)),
        }
    }
    paths.extend(args.paths.iter().cloned());
    (revisions, paths)
}

/// `a..b` and `a...b` (from where they parted), where an end left out is HEAD.
fn ends(range: &str) -> Option<(&str, &str, bool)> {
    let head = |name| if str::is_empty(name) { "HEAD" } else { name };
    if range.starts_with(":/") {
        return None;
    }
    if let Some((one, other)) = range.split_once("...") {
        return Some((head(one), head(other), true));
    }
    range.split_once("..").map(|(one, other)| (head(one), head(other), false))
}

/// Whether a file is a map by its name.
fn is_map(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING))
}

fn pair(repository: &Repository, file: &ChangedFile, lang: Lang) -> Result<Pair, Failure> {
    if file.unmerged && file.new.is_none() {
        let path = file.path().map_or_else(String::new, name);
        return Err(Failure { file: Some(path.clone()), ..said(&VcsFault::Unmerged(path), lang) });
    }
    let read = |version: &Version| -> Result<Map, Failure> {
        let read = match &version.at {
            At::Disk => load::map(&repository.on_disk(&version.path), lang),
            At::Blob(hash) => {
                let bytes = repository.blob(hash).map_err(|fault| said(&fault, lang));
                bytes.and_then(|bytes| map_of(version.path.clone(), bytes, lang))
            }
        };
        // By its name in the repository: where that lies on this disk is nothing for a comment on a pull request.
        read.map_err(|failure| Failure { file: Some(name(&version.path)), ..failure })
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
