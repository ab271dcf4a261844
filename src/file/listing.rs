//! What lies in a folder: the folders in it, and the files of certain endings.
//!
//! It reads names only and opens no file. Hidden ones, whose names begin with a dot, are left out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::map::fold::fold;
use crate::text::Lang;

use super::problem::pick;

/// The most names of a folder that are listed.
pub const MOST_NAMES: usize = 2_000;

/// A folder or a file in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name, with `\u{fffd}` for what is no text.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
}

/// What lies in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The folders in it, by name.
    pub folders: Vec<Listed>,
    /// The files of the endings asked for, by name.
    pub files: Vec<Listed>,
    /// Whether there is more than is listed.
    pub more: bool,
}

/// Why a folder cannot be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoListing {
    /// There is no such folder.
    NotThere,
    /// It is no folder.
    NoFolder,
    /// It may not be looked into.
    Forbidden,
    /// The disk says something else.
    Disk(String),
}

impl NoListing {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = match self {
            NoListing::NotThere => ("There is no such folder.", "Det finnes ingen slik mappe."),
            NoListing::NoFolder => ("It is no folder.", "Det er ingen mappe."),
            NoListing::Forbidden => {
                ("You may not look into this folder.", "Du har ikke tilgang til denne mappen.")
            }
            NoListing::Disk(detail) => {
                return pick(
                    lang,
                    format!("The disk refused: {detail}."),
                    format!("Disken sa nei: {detail}."),
                );
            }
        };
        pick(lang, en.to_owned(), nb.to_owned())
    }
}

impl From<io::Error> for NoListing {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => NoListing::NotThere,
            io::ErrorKind::NotADirectory => NoListing::NoFolder,
            io::ErrorKind::PermissionDenied => NoListing::Forbidden,
            _ => NoListing::Disk(error.to_string()),
        }
    }
}

/// Lists a folder: its folders, and its files whose names end as asked, whatever their case. Of a folder with more
/// than [`MOST_NAMES`] of them some are left out, and it says so.
///
/// # Errors
/// If it is no folder, or may not be read.
pub fn list(folder: &Path, endings: &[&str]) -> Result<Listing, NoListing> {
    let mut listing = Listing::default();
    for entry in fs::read_dir(folder)? {
        // A name that goes away while it is read is no reason to show nothing.
        let Ok(entry) = entry else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = || {
            let small = name.to_lowercase();
            endings.iter().any(|ending| small.ends_with(ending))
        };
        if name.starts_with('.') {
            continue;
        }
        let path = folder.join(entry.file_name());
        // Follows symbolic links: a link to a folder is a folder to whoever looks for a map.
        let is_folder = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => fs::metadata(&path).is_ok_and(|found| found.is_dir()),
            Ok(kind) => kind.is_dir(),
            Err(_) => false,
        };
        let row = match (is_folder, wanted()) {
            (true, _) => &mut listing.folders,
            (false, true) => &mut listing.files,
            (false, false) => continue,
        };
        row.push(Listed { name, path });
        if listing.folders.len() + listing.files.len() >= MOST_NAMES {
            listing.more = true;
            break;
        }
    }
    for row in [&mut listing.folders, &mut listing.files] {
        row.sort_by_cached_key(|own| (fold(&own.name), own.name.clone()));
    }
    Ok(listing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(row: &[Listed]) -> Vec<&str> {
        row.iter().map(|own| own.name.as_str()).collect()
    }

    #[test]
    fn folders_and_files_of_the_endings_stand_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.floke.ron", "Åpen.RON", "a.ron", "notes.txt", ".hidden.ron", "x.ron.bak"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        for name in ["zeta", "Alfa", ".git"] {
            fs::create_dir(folder.path().join(name)).expect("made");
        }
        let listing = list(folder.path(), &[".ron"]).expect("a folder");
        assert_eq!(names(&listing.folders), ["Alfa", "zeta"]);
        assert_eq!(names(&listing.files), ["a.ron", "b.floke.ron", "Åpen.RON"]);
        assert!(!listing.more);
    }

    #[test]
    fn a_large_folder_is_listed_in_part_and_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        for n in 0..MOST_NAMES + 5 {
            fs::write(folder.path().join(format!("{n}.ron")), "").expect("written");
        }
        let listing = list(folder.path(), &[".ron"]).expect("a folder");
        assert_eq!((listing.files.len(), listing.more), (MOST_NAMES, true));
    }

    #[test]
    fn what_is_no_folder_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.ron");
        fs::write(&file, "").expect("written");
        assert_eq!(list(&file, &[]), Err(NoListing::NoFolder));
        assert_eq!(list(&folder.path().join("gone"), &[]), Err(NoListing::NotThere));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_is_a_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("real")).expect("made");
        std::os::unix::fs::symlink(folder.path().join("real"), folder.path().join("linked")).expect("linked");
        std::os::unix::fs::symlink(folder.path().join("gone"), folder.path().join("dead")).expect("linked");
        let listing = list(folder.path(), &[".ron"]).expect("a folder");
        assert_eq!(names(&listing.folders), ["linked", "real"]);
    }
}
