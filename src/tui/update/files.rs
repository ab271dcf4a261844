//! Saving and leaving. Nothing is written here: errands are, and their outcomes come back as events.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{beginning, browsing, printing, reviewing};
use crate::command::View;
use crate::file::{SaveError, Saved};
use crate::map::slug::slug;
use crate::text::visible;
use crate::text::words::says::{not_saved, saved};
use crate::tui::app::{App, Then};
use crate::tui::ask::{Ask, Prompt, Question, Wanted};
use crate::tui::browser::{Picking, at_home};
use crate::tui::errand::{Errand, Onto, Outcome};
use crate::tui::open::Sheet;
use crate::tui::pane::Pane;
use crate::tui::tour;

/// What a map file's name ends with.
pub const ENDING: &str = ".floke.ron";

/// Saves the map to its file; a map without one is asked where to. Comments that would be lost are asked about.
pub fn save(app: &mut App) {
    if refused(app) {
        return;
    }
    let Some(open) = app.open.as_ref() else { return };
    if open.path.is_none() {
        ask_path(app);
    } else if !open.unsaved() {
        app.message = app.lang.words().says.already_saved.to_owned();
        if let Some(then) = app.then.take() {
            go_on(app, then);
        }
    } else if open.comments > 0 {
        app.pane = Some(Pane::Ask(Ask::new(Question::Comments)));
    } else {
        save_now(app);
    }
}

/// Saves the map to its file, whatever comments that has.
pub fn save_now(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let Some(path) = open.path.clone() else { return };
    let onto = Onto::Loaded(open.loaded.clone().unwrap_or_default());
    send(app, path, onto);
}

/// Sends the map to a file. One save at a time: what a second one must find in the file is what the first one writes,
/// so the second waits for it.
fn send(app: &mut App, path: PathBuf, onto: Onto) {
    let Some(open) = app.open.as_mut() else { return };
    if open.saving {
        open.save_again = true;
        return;
    }
    open.saving = true;
    app.errands.push(Errand::Save {
        map: Arc::clone(&open.map),
        path,
        onto,
        state: (open.opening, open.history.position()),
    });
}

/// Whether the map may not be written at all; says so.
fn refused(app: &mut App) -> bool {
    let read_only = app.open.as_ref().is_some_and(|open| open.read_only);
    if read_only {
        app.message = app.lang.words().says.read_only.to_owned();
        app.then = None;
    }
    read_only
}

/// Asks where to save. A name is offered that is made from the title.
pub fn ask_path(app: &mut App) {
    if refused(app) {
        return;
    }
    let Some(open) = app.open.as_ref() else { return };
    let name = match &open.path {
        Some(path) => path.to_string_lossy().into_owned(),
        None => format!("{}{ENDING}", slug(&open.map.head().title)),
    };
    app.pane = Some(Pane::Prompt(Prompt::proposing(Wanted::SavePath, name)));
}

/// Saves under another name, which the map then has. A file that is there already is never written over.
pub fn save_as(app: &mut App, typed: &str) {
    if typed.is_empty() {
        return;
    }
    let path = whole_path(typed);
    let Some(open) = app.open.as_ref() else { return };
    if open.path.as_deref() == Some(&*path) {
        app.pane = None;
        save(app);
        return;
    }
    send(app, path, Onto::New);
}

/// Puts the map in the place of a file that somebody was asked about.
pub fn replace(app: &mut App, path: PathBuf) {
    send(app, path, Onto::Anything);
}

/// Asks where to save once more, with what was answered before.
pub fn ask_path_again(app: &mut App, path: &Path) {
    let answered = Prompt::proposing(Wanted::SavePath, path.to_string_lossy().into_owned());
    app.pane = Some(Pane::Prompt(Prompt { proposed: false, ..answered }));
}

/// The path that was meant: a name without an ending gets that of map files, `~/` is the home folder.
#[must_use]
pub fn whole_path(typed: &str) -> PathBuf {
    let path = at_home(typed);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(ENDING);
    PathBuf::from(name)
}

/// Leaves the program; work that is not saved is asked about once.
pub fn quit(app: &mut App) {
    leave(app, Then::Quit);
}

/// Leaves the open map for what comes next; work that is not saved is asked about first.
pub fn leave(app: &mut App, then: Then) {
    if app.open.as_ref().is_some_and(crate::tui::open::OpenMap::at_risk) {
        app.pending.clear();
        app.pane = Some(Pane::Ask(Ask::new(Question::Leave(then))));
    } else {
        go_on(app, then);
    }
}

/// Goes on without looking back.
pub fn go_on(app: &mut App, then: Then) {
    app.pane = None;
    match then {
        Then::Quit => app.quit = true,
        Then::Open(sheet) => open(app, *sheet),
        Then::Reload => read_again(app),
        Then::New => beginning::ask_title(app),
        Then::Tour => tour::begin(app),
        Then::Shelf => {
            app.open = None;
            app.view = View::Start;
        }
    }
}

/// Reads the map again from its file. Work that is not saved is asked about before.
pub fn reload(app: &mut App) {
    match app.open.as_ref().map(|open| open.path.is_some()) {
        Some(true) => leave(app, Then::Reload),
        Some(false) => app.message = app.lang.words().says.no_file_yet.to_owned(),
        None => {}
    }
}

fn read_again(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let state = open.history.position();
    if let Some(path) = open.path.clone() {
        browsing::read(app, path, Picking::Again(state));
    }
}

/// Opens a map. Where it is the file that was open before, one stays where one was.
fn open(app: &mut App, sheet: Sheet) {
    let before = app.open.as_ref().filter(|open| open.path.is_some() && open.path == sheet.path);
    let place = before.map(|open| (app.view, open.card.clone()));
    let noticed = !sheet.notice.is_empty();
    app.open(sheet);
    let (Some((view, card)), Some(open)) = (place, app.open.as_mut()) else { return };
    app.view = view;
    if let Some(card) = card.filter(|card| open.map.node(card).is_some()) {
        open.select(card);
    }
    if !noticed {
        app.message = app.lang.words().says.read_again.to_owned();
    }
}

/// Takes in what came of an errand.
pub fn done(app: &mut App, outcome: Outcome) {
    match outcome {
        Outcome::Saved { path, bytes, state, saved: how } => {
            app.message = saved(app.lang, &visible(&path.to_string_lossy()));
            if how == Saved::Unconfirmed {
                app.message = format!("{} {}", app.message, app.lang.words().says.saved_unsure);
            }
            // A map opened meanwhile has nothing to do with it.
            let Some(open) = app.open.as_mut().filter(|open| open.opening == state.0) else { return };
            open.saving = false;
            open.kept = Some(state.1);
            open.path = Some(path);
            open.loaded = Some(bytes);
            open.comments = 0;
            let again = std::mem::take(&mut open.save_again);
            if matches!(app.pane, Some(Pane::Prompt(Prompt { wanted: Wanted::SavePath, .. }))) {
                app.pane = None;
            }
            if again {
                save(app);
            } else if let Some(then) = app.then.take() {
                // What was done while the file was written is asked about as before.
                leave(app, then);
            }
        }
        Outcome::NotSaved { path, why, state } => {
            let Some(open) = app.open.as_mut().filter(|open| open.opening == state.0) else { return };
            open.saving = false;
            open.save_again = false;
            if matches!(*why, SaveError::Exists) {
                app.pane = Some(Pane::Ask(Ask::new(Question::Replace(path))));
                return;
            }
            app.then = None;
            let what = format!("{} {}", why.message(app.lang), why.help(app.lang));
            match app.pane.as_mut() {
                Some(Pane::Prompt(prompt)) if prompt.wanted == Wanted::SavePath => prompt.wrong = what,
                _ => app.message = not_saved(app.lang, &visible(&file_name(&path)), &what),
            }
        }
        Outcome::Opened { path, read } => browsing::opened(app, &path, read),
        Outcome::Kept(Ok(settings)) => {
            app.settings = *settings;
            app.message = app.lang.words().says.settings_kept.to_owned();
        }
        Outcome::Kept(Err(why)) => app.message = why.message(app.lang),
        Outcome::Based { opening, wanted, read } => reviewing::read(app, opening, &wanted, read),
        Outcome::Imported { path, read } => browsing::imported(app, &path, read),
        Outcome::Delivered(delivery) => printing::delivered(app, &delivery),
        Outcome::NotDelivered(delivery, why) => printing::not_delivered(app, delivery, why),
        Outcome::Listed { folder, listing } => browsing::listed(app, &folder, listing),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_becomes_a_map_file() {
        assert_eq!(whole_path("skole"), PathBuf::from("skole.floke.ron"));
        assert_eq!(whole_path("maps/v1.2"), PathBuf::from("maps/v1.2.floke.ron"));
        assert_eq!(whole_path("a.ron"), PathBuf::from("a.ron"));
        assert_eq!(whole_path("a.floke.RON"), PathBuf::from("a.floke.RON"));
    }
}
