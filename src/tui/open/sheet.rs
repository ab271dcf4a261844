//! A map that is to be opened in the editor.

use std::path::PathBuf;

use crate::file::Opened;
use crate::map::Map;

/// A map to open, and what is known of its file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The map.
    pub map: Map,
    /// Its file; none for a copy that was never saved.
    pub path: Option<PathBuf>,
    /// Whether it holds something that its file does not.
    pub unsaved: bool,
    /// Something to say when it is shown, such as that it is for reading only. Empty for nothing.
    pub notice: String,
    /// What the file held when it was read; none for a map without one. A save compares it with what stands there
    /// then, so that nobody's work is overwritten unseen.
    pub loaded: Option<Vec<u8>>,
    /// How many comments the file has: the next save takes them away, and asks first.
    pub comments: usize,
    /// Whether the map may only be read: a newer program wrote the file, and saving would lose what it says.
    pub read_only: bool,
}

impl Sheet {
    /// A map that has no file yet and is not saved.
    #[must_use]
    pub fn unsaved(map: Map) -> Self {
        Self {
            map,
            path: None,
            unsaved: true,
            notice: String::new(),
            loaded: None,
            comments: 0,
            read_only: false,
        }
    }

    /// A map as it was read from its file.
    #[must_use]
    pub fn of_file(map: Map, opened: &Opened) -> Self {
        Self {
            map,
            path: Some(opened.path.clone()),
            unsaved: opened.unmerged,
            notice: String::new(),
            loaded: Some(opened.text.clone().into_bytes()),
            comments: opened.comments.len(),
            read_only: opened.newer,
        }
    }
}
