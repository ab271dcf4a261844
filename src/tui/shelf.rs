//! The maps that come with the program, as the start screen offers them.

use super::open::Sheet;
use crate::file::{Bundled, bundled, open_text};
use crate::text::Lang;

/// A map on the start screen.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// Its title.
    pub title: String,
    /// What `floke demo` calls it.
    pub name: &'static str,
    /// The language of its texts.
    pub lang: Lang,
    bundled: Bundled,
}

impl Shelved {
    /// The map, to be opened as a copy that is not saved; `None` if its file is at fault.
    #[must_use]
    pub fn sheet(&self) -> Option<Sheet> {
        Sheet::of_bundled(&self.bundled)
    }
}

impl Sheet {
    /// A map that comes with the program, as a copy that is not saved; `None` if its file is at fault.
    #[must_use]
    pub fn of_bundled(bundled: &Bundled) -> Option<Self> {
        let opened = open_text(bundled.name, bundled.text.to_owned()).ok()?;
        let map = opened.document.to_map().ok()?;
        Some(Self::unsaved(map))
    }
}

/// All of them, in the order of the program.
#[must_use]
pub fn shelf() -> Vec<Shelved> {
    bundled()
        .iter()
        .map(|&bundled| Shelved {
            title: title_of(bundled.text).unwrap_or(bundled.name).to_owned(),
            name: bundled.name,
            lang: Lang::from_tag(bundled.lang).unwrap_or_default(),
            bundled,
        })
        .collect()
}

/// The title in a map file that we wrote ourselves, without reading the whole file: the start screen must not
/// wait for three maps.
fn title_of(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("title: \"")?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_map_on_the_shelf_opens_under_its_title() {
        let shelf = shelf();
        assert!(shelf.len() >= 3);
        for own in shelf {
            let sheet = own.sheet().expect(own.name);
            assert_eq!(sheet.map.head().title, own.title);
            assert!(sheet.unsaved && sheet.path.is_none());
        }
    }
}
