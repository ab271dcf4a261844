//! What the start screen offers: to begin, to open, to learn, maps that were open before, those that come along.

use super::app::App;
use super::open::Sheet;
use crate::file::{Bundled, RecentMap, bundled, open_text};
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

/// The maps that were open before, newest first, without the one that is open now.
#[must_use]
pub fn recent(app: &App) -> Vec<RecentMap> {
    let own = app
        .open
        .as_ref()
        .and_then(|open| open.path.as_deref())
        .and_then(|path| std::path::absolute(path).ok());
    app.recent.iter().filter(|known| Some(&known.path) != own.as_ref()).cloned().collect()
}

/// A row of the start screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A new map.
    New,
    /// The list of files.
    Open,
    /// The tour.
    Tour,
    /// A map that was open before, by its place.
    Recent(usize),
    /// A map that comes with the program, by its place.
    Bundled(usize),
    /// The end.
    Quit,
}

/// The most recent maps that the start screen shows; the list of files has all.
const MOST_RECENT: usize = 5;

/// The rows of the start screen, top first.
#[must_use]
pub fn offers(app: &App) -> Vec<Offer> {
    let recent = recent(app).len().min(MOST_RECENT);
    let mut rows = vec![Offer::New, Offer::Open, Offer::Tour];
    rows.extend((0..recent).map(Offer::Recent));
    rows.extend((0..app.shelf.len()).map(Offer::Bundled));
    rows.push(Offer::Quit);
    rows
}

/// The row that the cursor is on: until somebody moves it the map that was open last, else the bundled one in the
/// language of the program.
#[must_use]
pub fn offer_row(app: &App) -> usize {
    let rows = offers(app);
    if let Some(at) = app.shelf_row {
        return at.min(rows.len() - 1);
    }
    let own = app.shelf.iter().position(|own| own.lang == app.lang);
    let first = if recent(app).is_empty() { own.map(Offer::Bundled) } else { Some(Offer::Recent(0)) };
    first.and_then(|first| rows.iter().position(|row| *row == first)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::app::Start;

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

    #[test]
    fn the_cursor_begins_on_the_map_in_ones_own_language() {
        for lang in Lang::ALL {
            let app = App::new(Start::Shelf, lang, (80, 24));
            let Offer::Bundled(at) = offers(&app)[offer_row(&app)] else { panic!("a bundled map") };
            assert_eq!(app.shelf[at].lang, lang);
        }
    }
}
