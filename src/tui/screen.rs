//! Plays keys into the real editor without a terminal, and gives the last screen: for pictures, tests and people
//! who want to see without opening.
//!
//! Hermetic: no clock, no settings; files are read where the keys ask for one and written only if that is allowed.
//! After each key the worker runs to its end, within a budget of steps,
//! so the same keys always give the same screen. Only the timings look at a clock, and only beside the screen.

use std::time::Instant;

use super::app::{App, Start};
use super::errand::{run, run_reading};
use super::event::Event;
use super::job::Worker;
use super::stage::Stage;
use super::update::update;
use crate::command::Keymap;
use crate::palette::Scheme;
use crate::text::Lang;

mod ansi;
mod script;
mod svg;

pub use ansi::ansi;
pub use script::{Play, ScriptError, read_script};
pub use svg::svg;

/// How to play.
#[derive(Clone, Debug)]
pub struct PlayOptions {
    /// The keys, as in `jj<enter><c-s><tab>`; see [`read_script`].
    pub keys: String,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The language of the program.
    pub lang: Lang,
    /// In which colours.
    pub scheme: Scheme,
    /// The most steps of a search.
    pub steps: u64,
    /// Whether files may be written.
    pub write: bool,
    /// Which keys mean what.
    pub keymap: Keymap,
}

impl Default for PlayOptions {
    fn default() -> Self {
        Self {
            keys: String::new(),
            size: (120, 40),
            lang: Lang::En,
            scheme: Scheme::default(),
            steps: 20_000_000,
            write: false,
            keymap: Keymap::default(),
        }
    }
}

/// How long one key took, from the key to the bytes of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The key as it was written; empty for the first frame.
    pub key: String,
    /// Microseconds.
    pub micros: u128,
    /// How many bytes go to the terminal.
    pub bytes: usize,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Played {
    /// The last screen as plain text, without blanks at the ends of lines.
    pub text: String,
    /// The same with colours, as a terminal shows it.
    pub ansi: String,
    /// The same as a picture.
    pub svg: String,
    /// One entry per key, after one for the first frame.
    pub timings: Vec<Timing>,
    /// Whether the keys left the program.
    pub quit: bool,
}

/// Plays the keys.
///
/// # Errors
/// If the keys cannot be read.
pub fn play(start: Start, options: &PlayOptions) -> Result<Played, ScriptError> {
    let script = read_script(&options.keys)?;
    let mut player = Player::new(start, options);
    for play in script {
        if player.app.quit {
            break;
        }
        player.press(&play);
    }
    Ok(player.end())
}

/// The editor at play.
pub(super) struct Player {
    pub(super) app: App,
    stage: Stage,
    worker: Worker,
    timings: Vec<Timing>,
    write: bool,
}

impl Player {
    pub(super) fn new(start: Start, options: &PlayOptions) -> Self {
        let began = Instant::now();
        let mut app = App::new(start, options.lang, options.size);
        app.scheme = options.scheme;
        app.keymap.clone_from(&options.keymap);
        app.steps = options.steps;
        for job in &mut app.jobs {
            job.steps = job.steps.min(options.steps);
        }
        let stage = Stage::new(options.size);
        let mut player =
            Self { app, stage, worker: Worker::default(), timings: Vec::new(), write: options.write };
        player.show("", began);
        player.settle();
        player
    }

    pub(super) fn press(&mut self, play: &Play) {
        let began = Instant::now();
        update(&mut self.app, play.event.clone());
        self.show(&play.text, began);
        self.settle();
    }

    fn show(&mut self, key: &str, began: Instant) {
        let bytes = self.stage.frame(&mut self.app).map_or(0, |bytes| bytes.len());
        self.timings.push(Timing { key: key.to_owned(), micros: began.elapsed().as_micros(), bytes });
    }

    /// Runs the errands, lets the worker run to its end and shows what came of it.
    fn settle(&mut self) {
        // One errand may lead to the next: a map is saved before another one is opened.
        while !self.app.errands.is_empty() {
            for errand in std::mem::take(&mut self.app.errands) {
                let outcome = if self.write { run(errand) } else { run_reading(errand) };
                update(&mut self.app, Event::Done(outcome));
            }
            // As below.
            let _ = self.stage.frame(&mut self.app);
        }
        if self.app.jobs.is_empty() {
            return;
        }
        // An answer may lead to the next question.
        while !self.app.jobs.is_empty() {
            for job in self.app.jobs.drain(..) {
                self.worker.start(job);
            }
            while let Some(report) = self.worker.wait() {
                update(&mut self.app, Event::Report(report));
            }
        }
        // The bytes go nowhere; the screen is what is asked for at the end.
        let _ = self.stage.frame(&mut self.app);
    }

    /// What the worker was asked.
    #[cfg(test)]
    pub(super) fn asked(&self) -> &[(u64, super::question::Question)] {
        self.worker.log()
    }

    /// The screen as text.
    #[cfg(test)]
    pub(super) fn shown(&self) -> String {
        text(self.stage.shown())
    }

    /// The screen as it is now, as plain text.
    #[cfg(test)]
    pub(super) fn screen(&self) -> String {
        text(self.stage.shown())
    }

    pub(super) fn end(self) -> Played {
        let shown = self.stage.shown();
        Played {
            text: text(shown),
            ansi: ansi(shown),
            svg: svg(shown, self.app.scheme.theme),
            timings: self.timings,
            quit: self.app.quit,
        }
    }
}

/// A screen as lines of text, without blanks at their ends.
fn text(buffer: &ratatui::buffer::Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut covered = 0;
        for x in 0..buffer.area.width {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            covered = crate::text::width(symbol).saturating_sub(1);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod journeys;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
