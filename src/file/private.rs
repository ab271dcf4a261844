//! Writes what only its owner may read: state of the program, never a map.
//!
//! The file is always either the old one or the new one. It is not waited for until the disk has it: what is
//! written here can be lost without harm.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes `text` in the place of the file at `path`, and makes its folder if it is not there.
///
/// # Errors
/// If the disk refuses; the old file is then as it was.
pub fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        private_folders().create(folder)?;
    }
    let temporary = path.with_file_name(format!(".{name}.{}.floke-tmp", std::process::id()));
    // Left by a process of the same number that was killed.
    let _ = fs::remove_file(&temporary);
    let mut file = new_private(&temporary)?;
    let done = file.write_all(text.as_bytes()).and_then(|()| fs::rename(&temporary, path));
    if done.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    done
}

fn private_folders() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn new_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_file_is_replaced_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a/b/state.json");
        write_private(&path, "one").expect("written");
        write_private(&path, "two").expect("written");
        assert_eq!(fs::read_to_string(&path).expect("there"), "two");
        assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("there").count(), 1);
        assert!(write_private(&path.join("c"), "x").is_err(), "a file is no folder");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_it() {
        use std::os::unix::fs::MetadataExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("floke/state.json");
        write_private(&path, "one").expect("written");
        let mode = |path: &Path| fs::metadata(path).expect("there").mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().expect("a folder"))), (0o600, 0o700));
    }
}
