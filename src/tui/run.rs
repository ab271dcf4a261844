//! The loop: an event, what it does, a frame. It sleeps until something happens.

use std::collections::VecDeque;
use std::io::{Write, stdout};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{poll, read};
use ratatui::crossterm::terminal::size;

use super::app::{App, Start};
use super::background::{Heard, Listener, QUESTION, theme_of_variable};
use super::errand::Runner;
use super::event::Event;
use super::job::{Job, Worker};
use super::stage::Stage;
use super::terminal::{TuiError, take};
use super::theme::{Colours, scheme_for};
use super::update::update;
use crate::command::Keymap;
use crate::file::{Recent, Settings};
use crate::palette::Theme;
use crate::text::Lang;

/// How long to sleep when nothing is under way.
const LONG: Duration = Duration::from_secs(3600);
/// How long to sleep while the worker is at it.
const SHORT: Duration = Duration::from_millis(40);

/// How long nobody must have pressed a key before a long search begins anew.
const QUIET: Duration = Duration::from_secs(1);
/// How often a frame is shown for nothing but news from the worker.
const NEWS: Duration = Duration::from_millis(100);
/// How long news from the worker are taken in at a time.
const SLICE: Duration = Duration::from_millis(2);

/// How the editor is to be, for this person and this start.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// The language of words on screen.
    pub lang: Lang,
    /// Whether somebody asked for colours.
    pub colours: Colours,
    /// What the person has set.
    pub settings: Settings,
    /// The keys that come of it.
    pub keymap: Keymap,
    /// The maps that were open before.
    pub recent: Recent,
    /// Something to say at the beginning; empty for nothing.
    pub notice: String,
}

/// Shows the editor until it is left.
///
/// # Errors
/// If there is no terminal that can show it, or the terminal fails.
pub fn run(start: Start, options: RunOptions) -> Result<(), TuiError> {
    let RunOptions { lang, colours, settings, keymap, mut recent, notice } = options;
    let terminal = take()?;
    let mut app = App::new(start, lang, size()?);
    // Who said which theme to take is not asked for the background.
    let told = settings.theme.or_else(|| theme_of_variable(&std::env::var("COLORFGBG").unwrap_or_default()));
    app.scheme = scheme_for(terminal.profile, colours, told);
    let asks = settings.theme.is_none() && app.scheme.theme != Theme::Plain && terminal.answers;
    if asks {
        write_now(QUESTION.as_bytes())?;
    }
    let (mut listener, begun) = (Listener::new(asks, Instant::now()), app.scheme.theme);
    app.settings = settings;
    app.keymap = keymap;
    // What is said of the map comes first: it is about what one is going to work on.
    app.message = [app.message.as_str(), &notice].join(" ").trim().to_owned();
    app.recent = recent.list();
    let mut noted = None;
    remember(&mut app, &mut recent, &mut noted);
    let mut stage = Stage::new(app.size);
    let mut worker = Worker::default();
    let mut runner = Runner::default();
    let mut changed = true;
    // Work that waits for quiet, and until when.
    let mut waiting: VecDeque<(Job, Instant)> = VecDeque::new();
    // What the worker said and no frame shows yet, and when the last frame was.
    let (mut news, mut more, mut framed) = (false, false, Instant::now());
    while !app.quit {
        for errand in app.errands.drain(..) {
            runner.start(errand);
        }
        for job in app.jobs.drain(..) {
            waiting.retain(|(own, _)| own.generation == job.generation);
            if !worker.is_about(job.generation) {
                worker.drop_jobs();
            }
            let due = if job.patient { Instant::now() + QUIET } else { Instant::now() };
            waiting.push_back((job, due));
        }
        while waiting.front().is_some_and(|(_, due)| *due <= Instant::now())
            && let Some((job, _)) = waiting.pop_front()
        {
            worker.start(job);
        }
        // What comes from the worker is worth a frame now and then, what comes from a person at once.
        if changed || news && (framed.elapsed() >= NEWS || !more && !worker.is_busy()) {
            (news, framed) = (false, Instant::now());
            let bytes = stage.frame(&mut app)?;
            write_now(&bytes)?;
            if let Some(sequence) = app.clipboard.take() {
                write_now(sequence.as_bytes())?;
            }
        }
        changed = false;
        let mut patience = match (more, worker.is_busy() || runner.is_busy()) {
            (true, _) => Duration::ZERO,
            (false, true) => SHORT,
            (false, false) => LONG,
        };
        if let Some((_, due)) = waiting.front() {
            patience = patience.min(due.saturating_duration_since(Instant::now()));
        }
        if listener.is_holding() {
            patience = patience.min(SHORT);
            changed |= take_in(&mut app, listener.overdue(Instant::now()), begun);
        }
        if poll(patience)? {
            // Everything that waits is taken in before the next frame is shown.
            loop {
                changed |= take_in(&mut app, listener.hear(read()?, Instant::now()), begun);
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
        if changed {
            for (_, due) in waiting.iter_mut().filter(|(job, _)| job.patient) {
                *due = Instant::now() + QUIET;
            }
        }
        // A key that comes meanwhile waits for no more than this.
        let began = Instant::now();
        more = true;
        while more && began.elapsed() < SLICE {
            match worker.poll() {
                Some(report) => {
                    update(&mut app, Event::Report(report));
                    news = true;
                }
                None => more = false,
            }
        }
        remember(&mut app, &mut recent, &mut noted);
    }
    for errand in app.errands.drain(..) {
        runner.start(errand);
    }
    match runner.finish().into_iter().find_map(TuiError::of_unsaved) {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// Takes in what came from the terminal; gives whether anything did.
fn take_in(app: &mut App, heard: Heard, begun: Theme) -> bool {
    let mut changed = false;
    // Who changed the theme meanwhile knows better.
    if let Some(theme) = heard.theme.filter(|theme| app.scheme.theme == begun && begun != *theme) {
        app.scheme.theme = theme;
        changed = true;
    }
    for event in heard.events.into_iter().filter_map(Event::of_terminal) {
        update(app, event);
        changed = true;
        crash_if_told(app);
    }
    changed
}

fn write_now(bytes: &[u8]) -> std::io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Puts the open map on the list of recent ones, once for each time that another file is open.
fn remember(app: &mut App, recent: &mut Recent, noted: &mut Option<PathBuf>) {
    let Some(open) = &app.open else { return };
    if let Some(path) = open.path.as_ref().filter(|path| noted.as_ref() != Some(path)) {
        recent.note(path, &open.map.head().title);
        *noted = Some(path.clone());
        app.recent = recent.list();
    }
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
