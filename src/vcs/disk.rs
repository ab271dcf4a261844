//! Files on disk, as git sees them: a link is no file, and nothing behind a linked folder belongs to the repository.

use std::fs::{File, Metadata, symlink_metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The file at a path from the top, if it is one; `None` where git would say that it is gone.
pub(super) fn file(top: &Path, path: &Path) -> Option<Metadata> {
    let mut here = PathBuf::from(top);
    let mut parts = path.components().peekable();
    while let Some(part) = parts.next() {
        here.push(part);
        let found = symlink_metadata(&here).ok()?;
        if parts.peek().is_none() {
            return found.is_file().then_some(found);
        }
        if !found.is_dir() {
            return None;
        }
    }
    None
}

/// Whether a file on disk has the bytes of a blob but for how its lines end. `blob` is only asked where their sizes leave that
/// open, and no more than so many bytes are read as the file had when it was looked at.
pub(super) fn same(
    (path, found): (&Path, &Metadata),
    size: u64,
    blob: impl FnOnce() -> Option<Vec<u8>>,
) -> bool {
    // Git can only have put line ends in.
    if found.len() < size {
        return false;
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(found.len()).read_to_end(&mut bytes));
    if read.is_err() {
        return false;
    }
    if found.len() == size {
        return blob().is_some_and(|blob| blob == bytes);
    }
    let breaks = bytes.windows(2).filter(|two| *two == b"\r\n").count() as u64;
    found.len() - breaks == size && blob().is_some_and(|blob| without_returns(&bytes).eq(blob))
}

fn without_returns(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let next = bytes.iter().skip(1).map(Some).chain([None]);
    bytes
        .iter()
        .zip(next)
        .filter(|(byte, next)| !(**byte == b'\r' && *next == Some(&b'\n')))
        .map(|(byte, _)| *byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_no_difference() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        for (disk, blob, is_same) in [
            ("a\nb\n", "a\nb\n", true),
            ("a\r\nb\r\n", "a\nb\n", true),
            ("a\r\nb\n", "a\nb\n", true),
            ("a\nb\n", "a\r\nb\n", false),
            ("a\r\nc\n", "a\nb\n", false),
            ("a\rb\n", "a\nb\n", false),
            ("ab", "abc", false),
        ] {
            std::fs::write(&path, disk).expect("written");
            let found = file(folder.path(), Path::new("a")).expect("a file");
            let same = same((&path, &found), blob.len() as u64, || Some(blob.into()));
            assert_eq!(same, is_same, "{disk:?} {blob:?}");
        }
        assert!(
            file(folder.path(), Path::new("b")).is_none() && file(folder.path(), Path::new("a/b")).is_none()
        );
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_read_through_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("in")).expect("made");
        std::fs::write(folder.path().join("in/a"), "x").expect("written");
        std::os::unix::fs::symlink("in", folder.path().join("out")).expect("made");
        std::os::unix::fs::symlink("in/a", folder.path().join("b")).expect("made");
        assert!(file(folder.path(), Path::new("in/a")).is_some());
        assert!(
            file(folder.path(), Path::new("out/a")).is_none()
                && file(folder.path(), Path::new("b")).is_none()
        );
    }
}
