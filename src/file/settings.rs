//! A person's settings: language, theme and keys, from one TOML file that they write by hand.
//!
//! Settings never keep floke from opening: what cannot be read is a fault with a place, and counts as not said.
//! They come from the person's own folder (or from a file that is named on the command line) and from nowhere
//! else: a map or the folder it lies in can set nothing. Which commands and keys there are is not known here.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::palette::Theme;
use crate::text::Lang;

mod change;
mod fault;
mod read;

pub use change::SettingsError;
pub use fault::{SettingsFault, Wanted, Wrong};
pub(super) use read::entries;

/// Bytes of a settings file: more was not written by hand.
const MOST: usize = 1 << 16;

/// What a person has set. The default is: nothing, and no file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of words on screen.
    pub lang: Option<Lang>,
    /// The colours.
    pub theme: Option<Theme>,
    /// The keys of a command by its id, as they are written; an empty list takes its keys away.
    pub keys: BTreeMap<String, Vec<String>>,
    /// What could not be read, in the order of the file.
    pub faults: Vec<SettingsFault>,
    path: Option<PathBuf>,
    text: String,
    spans: BTreeMap<String, (Range<usize>, Vec<Range<usize>>)>,
}

impl Settings {
    /// The settings in a file. One that is not there says nothing; one that cannot be read is one fault.
    #[must_use]
    pub fn load(path: PathBuf) -> Self {
        match text_of(&path) {
            Ok(text) => Self::of_text(path, text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Self { path: Some(path), ..Self::default() }
            }
            Err(error) => {
                let fault = SettingsFault::of_file(Wrong::Disk(error.to_string()));
                Self { path: Some(path), faults: vec![fault], ..Self::default() }
            }
        }
    }

    /// The settings that a text says, as if it stood in the file at `path`.
    #[must_use]
    pub fn of_text(path: PathBuf, text: String) -> Self {
        Self { path: Some(path), ..read::read(text) }
    }

    /// The file; `None` for settings that come from none.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What the file says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the keys of a command stand in the text: the key with that number, else the command's id. Empty for
    /// what does not stand there.
    #[must_use]
    pub fn span_of(&self, command: &str, key: Option<usize>) -> Range<usize> {
        let Some((id, keys)) = self.spans.get(command) else { return 0..0 };
        key.and_then(|at| keys.get(at)).unwrap_or(id).clone()
    }
}

/// A small text that people write by hand.
pub(super) fn text_of(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MOST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "more than 64 KiB"));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_says_nothing_and_a_folder_is_a_fault() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.toml");
        let settings = Settings::load(path.clone());
        assert_eq!((settings.path(), settings.faults.len()), (Some(path.as_path()), 0));
        for bytes in [&b"language = \"\xff\""[..], &vec![b'#'; MOST + 1]] {
            std::fs::write(&path, bytes).expect("written");
            assert!(matches!(Settings::load(path.clone()).faults[0].wrong, Wrong::Disk(_)));
        }
        let settings = Settings::load(folder.path().to_owned());
        assert!(matches!(settings.faults[0].wrong, Wrong::Disk(_)), "{settings:?}");
    }
}
