//! Begins: what the start screen offers, and a new map with its title and template.

use super::{browsing, files, touring};
use crate::file::template::like;
use crate::map::Map;
use crate::tui::app::{App, Then};
use crate::tui::ask::{Prompt, Wanted};
use crate::tui::browser::Picking;
use crate::tui::open::Sheet;
use crate::tui::pane::Pane;
use crate::tui::shelf::{Offer, offer_row, offers, recent};
use crate::tui::template::{Beginning, Templates};

/// Does what the row of the start screen offers.
pub fn take(app: &mut App) {
    match offers(app)[offer_row(app)] {
        Offer::New => new(app),
        Offer::Open => browsing::browse(app, Picking::Map),
        Offer::Tour => touring::begin(app),
        Offer::Recent(at) => {
            if let Some(known) = recent(app).into_iter().nth(at) {
                browsing::read(app, known.path, Picking::Map);
            }
        }
        Offer::Bundled(at) => {
            if let Some(sheet) = app.shelf.get(at).and_then(crate::tui::shelf::Shelved::sheet) {
                files::leave(app, Then::Open(Box::new(sheet)));
            }
        }
        Offer::Quit => files::quit(app),
    }
}

/// Begins a new map, after work that is not saved was asked about.
pub fn new(app: &mut App) {
    files::leave(app, Then::New);
}

/// Asks for the title of a new map.
pub fn ask_title(app: &mut App) {
    app.pane = Some(Pane::Prompt(Prompt::proposing(Wanted::Title, String::new())));
}

/// Takes the title in and asks what to begin with. Without a title the map is called what it is.
pub fn titled(app: &mut App, typed: &str) {
    let title = if typed.is_empty() { app.lang.words().start.new_map } else { typed };
    app.pane = Some(Pane::Templates(Templates::new(title.to_owned())));
}

/// Begins the map with what the cursor of the list is on.
pub fn begin(app: &mut App) {
    let Some(Pane::Templates(templates)) = app.pane.as_ref() else { return };
    let title = templates.title.clone();
    match templates.chosen() {
        Beginning::With(template) => {
            let map = template.map(&title, app.lang);
            app.open(Sheet::unsaved(map));
        }
        Beginning::Like => browsing::browse(app, Picking::Like(title)),
    }
}

/// Begins the map with the levels, areas and phases of another one.
pub fn begin_like(app: &mut App, other: &Map, title: &str) {
    app.open(Sheet::unsaved(like(other, title)));
}
