//! The loop: an event, what it does, a frame. It sleeps until something happens.

use std::io::{Write, stdout};
use std::time::Duration;

use ratatui::crossterm::event::{poll, read};
use ratatui::crossterm::terminal::size;

use super::app::{App, Start};
use super::errand::Runner;
use super::event::Event;
use super::job::Worker;
use super::stage::Stage;
use super::terminal::{TuiError, take};
use super::theme::theme_for;
use super::update::update;
use crate::text::Lang;

/// How long to sleep when nothing is under way.
const LONG: Duration = Duration::from_secs(3600);
/// How long to sleep while the worker is at it.
const SHORT: Duration = Duration::from_millis(40);

/// Shows the editor until it is left.
///
/// # Errors
/// If there is no terminal that can show it, or the terminal fails.
pub fn run(start: Start, lang: Lang) -> Result<(), TuiError> {
    let terminal = take()?;
    let mut app = App::new(start, lang, size()?);
    app.theme = theme_for(terminal.profile);
    let mut stage = Stage::new(app.size);
    let mut worker = Worker::default();
    let mut runner = Runner::default();
    let mut changed = true;
    while !app.quit {
        for errand in app.errands.drain(..) {
            runner.start(errand);
        }
        if let Some(job) = app.job.take() {
            worker.start(job);
        }
        if changed {
            let bytes = stage.frame(&mut app)?;
            let mut out = stdout().lock();
            out.write_all(&bytes)?;
            out.flush()?;
        }
        changed = false;
        if poll(if worker.is_busy() || runner.is_busy() { SHORT } else { LONG })? {
            // Everything that waits is taken in before the next frame is shown.
            loop {
                if let Some(event) = Event::of_terminal(read()?) {
                    update(&mut app, event);
                    changed = true;
                    crash_if_told(&app);
                }
                if app.quit || !poll(Duration::ZERO)? {
                    break;
                }
                if changed {
                    stage.rehearse(&mut app);
                }
            }
        }
        while let Some(outcome) = runner.poll() {
            update(&mut app, Event::Done(outcome));
            changed = true;
        }
        while let Some(report) = worker.poll() {
            update(&mut app, Event::Report(report));
            changed = true;
        }
    }
    Ok(())
}

/// For the test that a panic gives the terminal back; never in a release.
fn crash_if_told(app: &App) {
    #[cfg(debug_assertions)]
    assert!(
        !(app.pane.is_some() && std::env::var_os("FLOKE_TEST_PANIC").is_some()),
        "told to by FLOKE_TEST_PANIC"
    );
    #[cfg(not(debug_assertions))]
    let _ = app;
}
