//! Writes what leaves the program, a picture or a page: all of it or nothing.
//!
//! Maps are saved elsewhere, with far more care; what is delivered can be made anew.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file. One that is there is left alone, or replaced where `over` says so; in no case is half of it written:
/// what could not be finished is taken away again, and what was there before stays. Who may read and write a
/// file that is replaced stays as it was.
///
/// # Errors
/// If there is a file already that may not be replaced ([`io::ErrorKind::AlreadyExists`]), or the disk says no.
pub fn deliver(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let there = fs::symlink_metadata(path);
    if there.is_ok() && !over {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    if there.is_err() {
        return fill(File::create_new(path)?, bytes).inspect_err(|_| drop(fs::remove_file(path)));
    }
    // Through a symlink to the file that is meant; what is no file, such as a pipe, is written to as it is.
    let target = fs::canonicalize(path)?;
    if !fs::metadata(&target)?.is_file() {
        return fill(OpenOptions::new().write(true).open(&target)?, bytes);
    }
    let mut beside = target.file_name().unwrap_or_default().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let part = target.with_file_name(beside);
    // Whoever may read and write it may do so afterwards.
    let may = fs::metadata(&target)?.permissions();
    let written = fill(File::create_new(&part)?, bytes)
        .and_then(|()| fs::set_permissions(&part, may))
        .and_then(|()| fs::rename(&part, &target));
    written.inspect_err(|_| drop(fs::remove_file(&part)))
}

fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_stays_unless_it_may_go() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.svg");
        deliver(&path, b"one", false).expect("new");
        let again = deliver(&path, b"two", false).map_err(|error| error.kind());
        assert_eq!(again, Err(io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).expect("there"), b"one");
        deliver(&path, b"two", true).expect("may go");
        assert_eq!(fs::read(&path).expect("there"), b"two");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_it_stays_as_it_was() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        for mode in [0o444, 0o600, 0o664] {
            fs::write(&path, "x").expect("written");
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
            deliver(&path, b"y", true).expect("written");
            assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, mode);
            fs::remove_file(&path).expect("there");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_file_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&file, "x").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("made");
        deliver(&link, b"y", true).expect("written");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read(&file).expect("there"), b"y");
    }
}
