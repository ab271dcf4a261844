//! What an event does to the state. Nothing here draws, waits or writes.

use keybinds::{Key, KeyInput, Mods};

use super::app::App;
use super::circles::Search;
use super::event::Event;
use super::job::{Report, Said};
use super::question::Answer;
use crate::command::keymap::write_key;
use crate::command::{Command, Found};
use crate::text::words::says::unknown_key;

mod acting;
mod adding;
mod asking;
mod beginning;
mod browsing;
mod bulk;
mod cast;
mod chains;
mod choosing;
mod command;
mod connecting;
mod copying;
pub mod dragging;
mod edit;
mod files;
mod form;
mod full;
mod hearing;
mod loops;
mod many;
mod matrix;
mod merging;
mod model;
mod mouse;
mod moving;
mod naming;
mod narrow;
mod outline;
mod panes;
mod panning;
#[cfg(test)]
pub(in crate::tui) mod played;
mod printing;
mod reviewing;
mod saying;
mod setup;
mod telling;
mod touring;
mod unsettled;
mod walk;

pub use command::perform;
pub use edit::{commit, undo};

/// Takes in one event. The screen drawn before is in [`App::hits`].
pub fn update(app: &mut App, event: Event) {
    match event {
        Event::Key(key) => {
            app.message.clear();
            press(app, key);
        }
        Event::Click { x, y } => {
            app.message.clear();
            if !dragging::begin(app, x, y) {
                mouse::click(app, x, y);
            }
        }
        Event::Drag { x, y } => dragging::go(app, x, y),
        Event::Drop { x, y } => dragging::end(app, x, y),
        Event::Scroll { x, y, down } => mouse::scroll(app, x, y, down),
        Event::Resize(width, height) => {
            app.size = (width, height);
            app.redraw = true;
        }
        Event::Paste(text) => panes::paste(app, &text),
        Event::Report(report) => hear(app, report),
        Event::Done(outcome) => files::done(app, outcome),
    }
    outline::settle(app);
    full::settle(app);
    acting::ask(app);
    if app.tour.is_some() {
        touring::look(app);
    }
}

fn press(app: &mut App, key: KeyInput) {
    // Ctrl-C leaves from anywhere, whatever else is open; work that is not saved is asked about.
    if key == KeyInput::new('c', Mods::CTRL) {
        form::keep_typed(app);
        files::quit(app);
        return;
    }
    if app.pane.is_some() {
        panes::press(app, key);
        return;
    }
    if !app.pending.is_empty() && key.key() == Key::Esc {
        app.pending.clear();
        return;
    }
    app.pending.push(key);
    match app.keymap.find(app.view, &app.pending) {
        Found::Command(command) => {
            app.pending.clear();
            perform(app, command);
        }
        Found::Prefix(_) => {}
        Found::Nothing => {
            let keys: Vec<String> = app.pending.drain(..).map(write_key).collect();
            app.message = unknown_key(app.lang, &keys.join(" "), &app.keymap.label(Command::Help));
        }
    }
}

fn hear(app: &mut App, report: Report) {
    let Some(open) = app.open.as_mut().filter(|open| open.generation == report.generation) else { return };
    match report.said {
        Said::Loops { first, loops, done } => {
            open.circles.search = Search::Running;
            open.circles.add(&open.snapshot, first, &loops);
            open.seek();
            if let Some(found) = done {
                open.circles.search = Search::Done(found);
            }
        }
        Said::Answer(question, answer, snapshot) => {
            if let Some(Answer::Independent(own)) = answer.as_deref() {
                open.circles.take_cover(&snapshot, own);
            }
            if let Some(Answer::WouldBe(own)) = answer.as_deref() {
                open.circles.take_would_be(&snapshot, own);
                open.seek();
            }
            open.answers.take_in(question, answer.map(|answer| *answer), snapshot);
        }
    }
}

/// Runs a command chosen elsewhere than by its keys: from the palette, or by a click.
fn choose(app: &mut App, command: Command) {
    app.pane = None;
    app.pending.clear();
    perform(app, command);
}
