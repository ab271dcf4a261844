//! Writes a text to disk so that the file is always either the old one or the new one.
//!
//! A failed save leaves the old file as it was. What somebody else wrote in the meantime is never overwritten
//! unseen. Only [`save_document`] knows of maps: it reads what it is about to write once more.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::text::Lang;

use super::document::Document;
use super::problem::pick;
use super::reader::read;
use super::writer::write;

/// How sure it is that the new file survives a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is on the disk.
    Safely,
    /// It is in place, but the disk did not confirm that its folder is written.
    Unconfirmed,
}

/// Why a text could not be saved. The old file is as it was.
#[derive(Debug)]
pub enum SaveError {
    /// The file is not what was loaded: somebody else wrote it.
    Changed,
    /// The file that was loaded is there no more.
    Gone,
    /// It may only be read.
    ReadOnly,
    /// A file of that name is there already.
    Exists,
    /// The folder that it is to lie in is not there.
    NoFolder,
    /// Its folder is closed to whoever runs the program.
    Closed,
    /// It is no ordinary file.
    NoFile,
    /// The program was told to write nothing.
    Forbidden,
    /// What would be written does not read back as the map it is; a fault of this program.
    Unfaithful,
    /// The disk refused.
    Disk(io::Error),
}

impl SaveError {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = match self {
            SaveError::Changed => (
                "The file was changed by someone else since it was opened.",
                "Filen er endret av noen andre siden den ble åpnet.",
            ),
            SaveError::Gone => ("The file is no longer there.", "Filen er ikke der lenger."),
            SaveError::ReadOnly => ("The file is read-only.", "Filen er skrivebeskyttet."),
            SaveError::Exists => {
                ("There is a file of that name already.", "Det finnes allerede en fil med det navnet.")
            }
            SaveError::NoFolder => ("There is no such folder.", "Det finnes ingen slik mappe."),
            SaveError::Closed => ("You may not write in this folder.", "Du kan ikke skrive i denne mappen."),
            SaveError::NoFile => {
                ("It is a folder or a device, not a file.", "Det er en mappe eller en enhet, ikke en fil.")
            }
            SaveError::Forbidden => ("Nothing may be written here.", "Her kan ingenting skrives."),
            SaveError::Unfaithful => (
                "What would be written does not read back as this map. This is a fault in floke.",
                "Det som ville blitt skrevet, leses ikke tilbake som dette kartet. Dette er en feil i floke.",
            ),
            SaveError::Disk(error) => {
                return pick(lang, format!("The disk refused: {error}."), format!("Disken sa nei: {error}."));
            }
        };
        pick(lang, en.to_owned(), nb.to_owned())
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = match self {
            SaveError::Changed => (
                "Save under another name, or reload and do your changes again.",
                "Lagre under et annet navn, eller last inn på nytt og gjør endringene igjen.",
            ),
            SaveError::Gone | SaveError::Exists | SaveError::NoFile => {
                ("Save under another name.", "Lagre under et annet navn.")
            }
            SaveError::NoFolder => (
                "Make the folder first, or save somewhere else.",
                "Lag mappen først, eller lagre et annet sted.",
            ),
            SaveError::Closed => ("Save somewhere else.", "Lagre et annet sted."),
            SaveError::Forbidden => ("Play the keys with --write.", "Spill tastene med --write."),
            SaveError::ReadOnly => (
                "Save under another name, or ask for the right to write.",
                "Lagre under et annet navn, eller be om rett til å skrive.",
            ),
            SaveError::Unfaithful => (
                "The old file is untouched. Please report it, with the map.",
                "Den gamle filen er urørt. Meld fra om feilen, med kartet.",
            ),
            SaveError::Disk(_) => (
                "The old file is untouched. Save somewhere else.",
                "Den gamle filen er urørt. Lagre et annet sted.",
            ),
        };
        pick(lang, en.to_owned(), nb.to_owned())
    }
}

impl std::error::Error for SaveError {}

impl std::fmt::Display for SaveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.message(Lang::En), self.help(Lang::En))
    }
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        SaveError::Disk(error)
    }
}

/// Writes the document over the file at `path` as [`save`] does, after reading back what would be written.
/// Gives the text that stands there now.
///
/// # Errors
/// As [`save`], and if the text does not say what the document says.
pub fn save_document(
    path: &Path,
    document: &Document,
    loaded: Option<&[u8]>,
) -> Result<(String, Saved), SaveError> {
    let text = write(document);
    if read(&text).as_ref() != Ok(document) {
        return Err(SaveError::Unfaithful);
    }
    let saved = save(path, &text, loaded)?;
    Ok((text, saved))
}

/// Writes the document to a file that must not be there yet, after reading back what would be written. Gives the
/// text that stands there now.
///
/// # Errors
/// As [`save_new`], and if the text does not say what the document says.
pub fn save_new_document(path: &Path, document: &Document) -> Result<(String, Saved), SaveError> {
    let text = write(document);
    if read(&text).as_ref() != Ok(document) {
        return Err(SaveError::Unfaithful);
    }
    let saved = save_new(path, &text)?;
    Ok((text, saved))
}

/// Writes `text` over the file at `path`, or as a new one if none is there and none was loaded.
///
/// A symbolic link is followed, mode and owner are kept, and so are hard links. `loaded` is what the file held
/// when it was opened; `None` writes whatever is there now.
///
/// # Errors
/// If the file is not what was loaded, may not be written, or the disk refuses; it is then as it was.
pub fn save(path: &Path, text: &str, loaded: Option<&[u8]>) -> Result<Saved, SaveError> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound && loaded.is_none() => {
            return save_new(path, text);
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(SaveError::Gone),
        Err(error) => return Err(error.into()),
    };
    let found = fs::metadata(&target)?;
    if !found.is_file() {
        return Err(SaveError::NoFile);
    }
    // Asked before the disk is: an administrator could write it all the same.
    if found.permissions().readonly() {
        return Err(SaveError::ReadOnly);
    }
    if let Some(loaded) = loaded
        && fs::read(&target)? != loaded
    {
        return Err(SaveError::Changed);
    }
    if links(&found) > 1 {
        return in_place(&target, text.as_bytes());
    }
    replace(&target, text.as_bytes(), &found)
}

/// Writes `text` to a file that must not be there yet.
///
/// # Errors
/// If there is such a file, or it cannot be written; a half-written one is taken away again.
pub fn save_new(path: &Path, text: &str) -> Result<Saved, SaveError> {
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists,
        io::ErrorKind::NotFound => SaveError::NoFolder,
        io::ErrorKind::PermissionDenied => SaveError::Closed,
        _ => SaveError::Disk(error),
    })?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if let Err(error) = written {
        let _ = fs::remove_file(path);
        return Err(error.into());
    }
    Ok(confirm_folder(path))
}

/// Puts a new file in the place of the old one, in one step.
fn replace(target: &Path, bytes: &[u8], old: &Metadata) -> Result<Saved, SaveError> {
    let (temporary, file) = beside(target, "floke-tmp")?;
    let done = fill(file, bytes, old).and_then(|()| fs::rename(&temporary, target));
    if let Err(error) = done {
        let _ = fs::remove_file(&temporary);
        return Err(error.into());
    }
    Ok(confirm_folder(target))
}

fn fill(mut file: File, bytes: &[u8], old: &Metadata) -> io::Result<()> {
    // Before the first byte: what only its owner may read must not lie open for a moment.
    file.set_permissions(old.permissions())?;
    keep_owner(&file, old);
    file.write_all(bytes)?;
    file.sync_all()
}

/// Writes into the file itself, since other names lead to it; a copy stands by until it is done.
fn in_place(target: &Path, bytes: &[u8]) -> Result<Saved, SaveError> {
    let old = fs::read(target)?;
    let (backup, mut copy) = beside(target, "floke-bak")?;
    // Before the first byte, as in `fill`: a private map must not lie open in its copy.
    let private = fs::metadata(target).and_then(|old| copy.set_permissions(old.permissions()));
    if let Err(error) = private.and_then(|()| copy.write_all(&old)).and_then(|()| copy.sync_all()) {
        let _ = fs::remove_file(&backup);
        return Err(error.into());
    }
    if let Err(error) = overwrite(target, bytes) {
        // The copy is taken away only if the old content is back.
        if overwrite(target, &old).is_ok() {
            let _ = fs::remove_file(&backup);
        }
        return Err(error.into());
    }
    let _ = fs::remove_file(&backup);
    Ok(Saved::Safely)
}

fn overwrite(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).truncate(true).open(target)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A new file beside `target`, hidden, named after it and this process.
fn beside(target: &Path, ending: &str) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut tries = 0;
    loop {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}-{tries}.{ending}", std::process::id()));
        let path = folder_of(target).join(hidden);
        match File::create_new(&path) {
            Ok(file) => return Ok((path, file)),
            // Left by a process of the same number that was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < 16 => tries += 1,
            Err(error) => return Err(error),
        }
    }
}

/// The folder of a file; a bare name lies in the working folder.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(unix)]
fn confirm_folder(target: &Path) -> Saved {
    match File::open(folder_of(target)).and_then(|folder| folder.sync_all()) {
        Ok(()) => Saved::Safely,
        Err(_) => Saved::Unconfirmed,
    }
}

#[cfg(unix)]
fn links(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(found)
}

#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only an administrator may give a file away; for everybody else it is their own already.
    let _ = fchown(file, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn confirm_folder(_: &Path) -> Saved {
    Saved::Safely
}

#[cfg(not(unix))]
fn links(_: &Metadata) -> u64 {
    1
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn names(folder: &Path) -> Vec<OsString> {
        let mut names: Vec<_> =
            fs::read_dir(folder).expect("a folder").flatten().map(|f| f.file_name()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_somebody_else_wrote_is_not_overwritten() {
        let folder = folder();
        let path = folder.path().join("a.floke.ron");
        fs::write(&path, "old").expect("written");
        assert!(matches!(save(&path, "new", Some(b"older")), Err(SaveError::Changed)));
        assert_eq!(fs::read_to_string(&path).expect("there"), "old");
        assert_eq!(save(&path, "new", Some(b"old")).ok(), Some(Saved::Safely));
        assert_eq!(fs::read_to_string(&path).expect("there"), "new");
        fs::remove_file(&path).expect("there");
        assert!(matches!(save(&path, "x", Some(b"new")), Err(SaveError::Gone)));
        assert_eq!(names(folder.path()), [] as [&str; 0], "nothing is left behind");
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_one_that_is_there() {
        let folder = folder();
        let path = folder.path().join("a.floke.ron");
        save_new(&path, "one").expect("new");
        assert!(matches!(save_new(&path, "two"), Err(SaveError::Exists)));
        assert_eq!(fs::read_to_string(&path).expect("there"), "one");
        assert!(matches!(save(folder.path(), "x", None), Err(SaveError::NoFile)));
    }

    #[test]
    fn a_document_is_read_back_before_it_is_written() {
        let folder = folder();
        let path = folder.path().join("a.floke.ron");
        let mut document = Document::default();
        document.frame.head.title = "Trust".to_owned();
        let (text, _) = save_document(&path, &document, None).expect("saved");
        assert_eq!(fs::read_to_string(&path).expect("there"), text);
        // More tags than the reader takes: the file could never be opened again.
        let node = &mut document.nodes.entry("a".into()).or_default().node;
        node.tags = (0..100).map(|n| n.to_string()).collect();
        assert!(matches!(save_document(&path, &document, None), Err(SaveError::Unfaithful)));
        assert_eq!(fs::read_to_string(&path).expect("there"), text);
    }

    #[cfg(unix)]
    #[test]
    fn links_modes_and_read_only_files_are_respected() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let folder = folder();
        let path = folder.path().join("a.floke.ron");
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("mine");
        let link = folder.path().join("link.ron");
        symlink("a.floke.ron", &link).expect("new");
        save(&link, "new", None).expect("saved");
        assert!(fs::symlink_metadata(&link).expect("there").file_type().is_symlink());
        assert_eq!(fs::metadata(&path).expect("there").mode() & 0o777, 0o640);

        let twin = folder.path().join("twin.ron");
        fs::hard_link(&path, &twin).expect("new");
        save(&path, "newer", None).expect("saved");
        assert_eq!(fs::read_to_string(&twin).expect("there"), "newer");
        fs::remove_file(&twin).expect("there");

        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("mine");
        assert!(matches!(save(&path, "x", None), Err(SaveError::ReadOnly)));
        assert_eq!(fs::read_to_string(&path).expect("there"), "newer");
        assert_eq!(names(folder.path()), ["a.floke.ron", "link.ron"]);
    }

    #[test]
    fn a_bare_name_lies_in_the_working_folder() {
        assert_eq!(folder_of(Path::new("a.ron")), Path::new("."));
        assert_eq!(folder_of(Path::new("b/a.ron")), Path::new("b"));
    }
}
