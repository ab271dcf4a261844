//! The maps that were open before, newest first: where they lie and what they are called.
//!
//! It is a convenience and must never disturb: a list that cannot be read is empty, one that cannot be written is
//! forgotten with the program. It says nothing of what stands in a map, but its title.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::folders::state_folder;
use super::private::write_private;
use crate::text::cut;

/// How many maps are remembered.
const MOST: usize = 20;
/// Cells of a title that are kept.
const TITLE: usize = 200;
/// Bytes of a list that we wrote ourselves; a longer one is none.
const BYTES: u64 = 1 << 20;

/// A map that was open before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentMap {
    /// Where it lies, from the root.
    pub path: PathBuf,
    /// What it was called then.
    pub title: String,
}

/// The maps that were open before. The default remembers nothing beyond the program's end.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    file: Option<PathBuf>,
    maps: Vec<RecentMap>,
}

impl Recent {
    /// The list in the state folder; empty if there is none.
    #[must_use]
    pub fn load() -> Self {
        state_folder().map_or_else(Self::default, |folder| Self::load_from(folder.join("recent.json")))
    }

    /// The list in a file; empty if there is none, or if it cannot be read.
    #[must_use]
    pub fn load_from(file: PathBuf) -> Self {
        let maps = read(&file).unwrap_or_default();
        Self { file: Some(file), maps }
    }

    /// Puts a map first, once, and writes the list. A path that is no text, or not there, is left out.
    pub fn note(&mut self, path: &Path, title: &str) {
        let Ok(path) = whole(path) else { return };
        if path.to_str().is_none() {
            return;
        }
        // Another floke may have opened something since.
        if let Some(maps) = self.file.as_deref().and_then(read) {
            self.maps = maps;
        }
        let title = cut(title, TITLE);
        self.maps.retain(|map| map.path != path);
        self.maps.insert(0, RecentMap { path, title });
        self.maps.truncate(MOST);
        if let Some(file) = &self.file {
            let one = |map: &RecentMap| json!({"path": map.path.to_str(), "title": map.title});
            let list = json!({"maps": self.maps.iter().map(one).collect::<Vec<_>>()});
            let _ = write_private(file, &format!("{list:#}\n"));
        }
    }

    /// The maps that are still there, newest first. Asks the disk for each.
    #[must_use]
    pub fn list(&self) -> Vec<RecentMap> {
        self.maps.iter().filter(|map| map.path.is_file()).cloned().collect()
    }
}

/// A path from the root, so that it means the same in every folder.
fn whole(path: &Path) -> std::io::Result<PathBuf> {
    // Elsewhere the real path begins with `\\?\`, which nobody wants to read.
    if cfg!(unix) { fs::canonicalize(path) } else { std::path::absolute(path) }
}

fn read(file: &Path) -> Option<Vec<RecentMap>> {
    if fs::metadata(file).ok()?.len() > BYTES {
        return None;
    }
    let list: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    let one = |map: &Value| {
        let text = |name: &str| map.get(name).and_then(Value::as_str);
        Some(RecentMap { path: text("path")?.into(), title: text("title").unwrap_or_default().to_owned() })
    };
    Some(list.get("maps")?.as_array()?.iter().filter_map(one).take(MOST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(recent: &Recent) -> Vec<String> {
        recent.list().into_iter().map(|map| map.title).collect()
    }

    #[test]
    fn the_newest_map_comes_first_and_once_and_those_that_are_gone_are_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("state/recent.json");
        let map = |n: usize| folder.path().join(format!("{n}.floke.ron"));
        let mut recent = Recent::load_from(file.clone());
        assert_eq!(recent.list(), []);
        for n in 0..25 {
            fs::write(map(n), "").expect("written");
            recent.note(&map(n), &format!("Map {n}"));
        }
        recent.note(&map(10), "Ten");
        let again = Recent::load_from(file);
        assert_eq!(again.list().len(), MOST);
        assert_eq!(titles(&again)[..3], ["Ten", "Map 24", "Map 23"]);
        assert_eq!(titles(&again).iter().filter(|title| *title == "Map 10").count(), 0);
        fs::remove_file(map(24)).expect("there");
        assert_eq!(titles(&again)[..2], ["Ten", "Map 23"]);
    }

    #[test]
    fn what_another_floke_opened_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("recent.json");
        for name in ["a", "b"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        let (mut one, mut other) = (Recent::load_from(file.clone()), Recent::load_from(file.clone()));
        one.note(&folder.path().join("a"), "A");
        other.note(&folder.path().join("b"), "B");
        assert_eq!(titles(&Recent::load_from(file)), ["B", "A"]);
    }

    #[test]
    fn a_list_that_cannot_be_read_or_written_disturbs_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        let map = folder.path().join("a");
        fs::write(&map, "").expect("written");
        for text in ["", "{", "[]", r#"{"maps": 3}"#, r#"{"maps": [3, {"title": "x"}]}"#, "\u{0}"] {
            let file = folder.path().join("recent.json");
            fs::write(&file, text).expect("written");
            let mut recent = Recent::load_from(file);
            assert_eq!(recent.list(), [], "{text}");
            recent.note(&map, "A");
            assert_eq!(titles(&recent), ["A"]);
        }
        // A file stands where the folder should be.
        let mut recent = Recent::load_from(map.join("recent.json"));
        recent.note(&map, "A");
        recent.note(&folder.path().join("gone"), "Gone");
        assert_eq!(titles(&recent), ["A"]);
    }
}
