//! The list of files: its keys, and what errands bring back for it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use keybinds::{Key, KeyInput};

use super::{beginning, edit, files, panes};
use crate::file::listing::{Listing, NoListing};
use crate::text::visible;
use crate::text::words::says::cannot_open;
use crate::tui::app::{App, Then};
use crate::tui::browser::{Browser, Picking, Row, above};
use crate::tui::errand::Errand;
use crate::tui::incoming::{Incoming, NotRead};
use crate::tui::open::Sheet;
use crate::tui::pane::Pane;
use crate::tui::reading::Unopened;
use crate::tui::shelf::recent;

/// The longest path that is typed.
const LONGEST: usize = 4_000;

/// Shows the folder of the open map, else the working folder.
pub fn browse(app: &mut App, picking: Picking) {
    let own = app.open.as_ref().and_then(|open| open.path.as_deref()).and_then(Path::parent);
    let folder = match own.filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => folder.to_owned(),
        // Its whole path says more than a dot.
        None => std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
    };
    // Maps that were open before are no files of other formats.
    let recent = if picking == Picking::Import { Vec::new() } else { recent(app) };
    look_into(app, &folder, picking.endings());
    app.pane = Some(Pane::Browse(Box::new(Browser::new(picking, folder, recent))));
}

/// A key in the list.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(Pane::Browse(browser)) = app.pane.as_mut() else { return };
    match key.key() {
        Key::Enter => choose(app),
        // With nothing to delete it is the way back out.
        Key::Backspace if browser.input.value().is_empty() => {
            if let Some(folder) = above(&browser.folder) {
                enter(app, folder);
            }
        }
        _ => {
            let Some(request) = panes::request(key) else { return };
            let full = matches!(request, tui_input::InputRequest::InsertChar(_))
                && browser.input.value().chars().count() >= LONGEST;
            if !full {
                browser.input.handle(request);
                browser.wrong.clear();
                browser.sift();
            }
        }
    }
}

/// Pasted text in the field: a path, most often.
pub fn paste(app: &mut App, text: &str) {
    let Some(Pane::Browse(browser)) = app.pane.as_mut() else { return };
    for letter in panes::pasted(text.trim_end()).take(LONGEST) {
        browser.input.handle(letter);
    }
    browser.wrong.clear();
    browser.sift();
}

/// Goes into the folder, or takes the file, that the cursor is on.
pub fn choose(app: &mut App) {
    let Some(Pane::Browse(browser)) = app.pane.as_mut() else { return };
    let Some(row) = browser.chosen().cloned() else { return };
    let picking = browser.picking.clone();
    match row {
        Row::Above(folder) => enter(app, folder),
        Row::Folder(folder) => enter(app, folder.path),
        Row::File(file) => read(app, file.path, picking),
        Row::Recent(known) => read(app, known.path, picking),
        Row::Typed(path) => read(app, path, picking),
    }
}

fn enter(app: &mut App, folder: PathBuf) {
    let Some(Pane::Browse(browser)) = app.pane.as_mut() else { return };
    browser.enter(folder.clone());
    let endings = browser.picking.endings();
    app.awaited = None;
    look_into(app, &folder, endings);
}

fn look_into(app: &mut App, folder: &Path, endings: &'static [&'static str]) {
    app.errands.push(Errand::List { folder: folder.to_owned(), endings });
}

/// Reads a file; what is done with it is for [`opened`] to do.
pub fn read(app: &mut App, path: PathBuf, picking: Picking) {
    if let Some(Pane::Browse(browser)) = app.pane.as_mut() {
        browser.wrong.clear();
        browser.waits = true;
    }
    app.errands.push(match (&picking, &app.open) {
        (Picking::Import, Some(open)) => Errand::Import {
            path: path.clone(),
            map: Arc::clone(&open.map),
            state: (open.opening, open.history.position()),
        },
        _ => Errand::Open { path: path.clone() },
    });
    app.awaited = Some((path, picking));
}

/// Takes in what a folder holds, if it is still the folder that is looked at.
pub fn listed(app: &mut App, folder: &Path, listing: Result<Listing, NoListing>) {
    let Some(Pane::Browse(browser)) = app.pane.as_mut() else { return };
    if browser.folder != folder {
        return;
    }
    match listing {
        Ok(listing) => browser.show(listing),
        Err(why) => {
            browser.show(Listing::default());
            let folder = visible(&folder.to_string_lossy()).into_owned();
            browser.wrong = cannot_open(app.lang, &folder, &why.message(app.lang));
        }
    }
}

/// Takes in a map that was read, if it is still wanted. What could not be read is said, and nothing changes.
pub fn opened(app: &mut App, path: &Path, read: Result<Box<Sheet>, Arc<Unopened>>) {
    let Some((_, picking)) = app.awaited.take_if(|(awaited, _)| awaited == path) else { return };
    if let Some(Pane::Browse(browser)) = app.pane.as_mut() {
        browser.waits = false;
    }
    match read {
        Ok(mut sheet) => match picking {
            Picking::Map | Picking::Again(_) => {
                if sheet.read_only {
                    sheet.notice = app.lang.words().files.newer_read_only.to_owned();
                } else if sheet.unsaved {
                    sheet.notice = app.lang.words().files.unmerged.to_owned();
                }
                // It was asked before; only what was done since would be lost unasked.
                let state = app.open.as_ref().map(|open| open.history.position());
                match picking {
                    Picking::Again(known) if state == Some(known) => files::go_on(app, Then::Open(sheet)),
                    _ => files::leave(app, Then::Open(sheet)),
                }
            }
            Picking::Like(title) => beginning::begin_like(app, &sheet.map, &title),
            Picking::Import => {}
        },
        Err(why) => not_read(app, path, why.is_folder(), why.said(app.lang)),
    }
}

/// Says why a file was not read. Where a folder was found instead it is shown.
fn not_read(app: &mut App, path: &Path, is_folder: bool, said: String) {
    match app.pane.as_mut() {
        Some(Pane::Browse(_)) if is_folder => enter(app, path.to_owned()),
        Some(Pane::Browse(browser)) => browser.wrong = said,
        _ => app.message = said,
    }
}

/// Shows what a file in another format would do to the map, if it is still wanted.
pub fn imported(app: &mut App, path: &Path, read: Result<Box<Incoming>, Arc<NotRead>>) {
    if app.awaited.take_if(|(awaited, _)| awaited == path).is_none() {
        return;
    }
    if let Some(Pane::Browse(browser)) = app.pane.as_mut() {
        browser.waits = false;
    }
    match read {
        Ok(incoming) => app.pane = Some(Pane::Import(incoming)),
        Err(why) => not_read(app, path, why.is_folder(), why.said(app.lang)),
    }
}

/// Takes in what is shown, as one change.
pub fn take_in(app: &mut App) {
    let Some(Pane::Import(incoming)) = app.pane.take() else { return };
    let Some(open) = app.open.as_ref() else { return };
    if incoming.deed.change.is_empty() {
        return;
    }
    if (open.opening, open.history.position()) == incoming.state {
        edit::commit(app, incoming.deed);
    } else {
        app.message = app.lang.words().incoming.outdated.to_owned();
    }
}

/// Asks which file to import.
pub fn import(app: &mut App) {
    if app.open.as_ref().is_some_and(|open| open.read_only) {
        app.message = app.lang.words().says.read_only.to_owned();
    } else {
        browse(app, Picking::Import);
    }
}
