//! Takes the terminal over and gives it back, whatever happens in between.

use std::fmt;
use std::io::{self, IsTerminal, Write, stdout};
use std::{panic, process, thread};

use super::errand::Outcome;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{Command, execute};
use termprofile::{DetectorSettings, TermProfile};

/// Why the editor cannot show itself, or had to end.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// There is no terminal to draw on.
    #[error("the editor needs a terminal; `floke show MAP` prints a map as plain text")]
    NoTerminal,
    /// The terminal can only print lines.
    #[error("this terminal (TERM=dumb) cannot show the editor; `floke show MAP` prints a map as plain text")]
    Dumb,
    /// The terminal did not do as it was told.
    #[error("the terminal failed: {0}")]
    Io(#[from] io::Error),
    /// A map that was still being written when the editor was left is not in its file.
    #[error("{0} was not saved: {1}")]
    NotSaved(String, String),
}

impl TuiError {
    /// What is to be said of an errand that ended behind the editor; nothing where it went well.
    #[must_use]
    pub fn of_unsaved(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::NotSaved { path, why, .. } => {
                Some(Self::NotSaved(path.display().to_string(), why.to_string()))
            }
            _ => None,
        }
    }
}

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Taken {
    /// How many colours it has.
    pub profile: TermProfile,
    /// Whether it may be asked questions: the console of Linux would show them.
    pub answers: bool,
}

/// Takes the terminal: raw keys, the other screen, the mouse's buttons and wheel, pasted text in one piece.
///
/// # Errors
/// If there is none, or none that can show a screen.
pub fn take() -> Result<Taken, TuiError> {
    if !stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(TuiError::NoTerminal);
    }
    if std::env::var("TERM").is_ok_and(|term| term == "dumb") {
        return Err(TuiError::Dumb);
    }
    // With NO_COLOR set the crate below would write empty colours, which also end reverse and bold. Which colours
    // there are is for our theme to say.
    force_color_output(true);
    let profile = TermProfile::detect(&stdout(), DetectorSettings::default());
    restore_on_panic();
    enable_raw_mode()?;
    let answers = cfg!(unix) && std::env::var("TERM").is_ok_and(|term| term != "linux");
    let taken = Taken { profile, answers };
    execute!(stdout(), EnterAlternateScreen, MouseButtons, EnableBracketedPaste, Hide)?;
    Ok(taken)
}

impl Drop for Taken {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back. It may be called more than once, and it does not stop at a step that fails.
fn give_back() {
    let mut out = stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// On a panic: the terminal first, then one line that says where.
fn restore_on_panic() {
    let editor = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        give_back();
        let place = info.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        let what = info
            .payload()
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| info.payload().downcast_ref::<String>().map(String::as_str))
            .unwrap_or("unknown");
        // A closed error output must not make a second panic of it.
        let _ = writeln!(io::stderr(), "floke: a bug in floke{place}: {what}");
        // On the worker's thread only that thread would end, and the editor would go on in a terminal that is
        // given back already.
        if thread::current().id() != editor {
            process::exit(101);
        }
    }));
}

/// Asks for the mouse's buttons and wheel, but not for each of its movements: those would flood a slow line.
struct MouseButtons;

impl Command for MouseButtons {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        ratatui::crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}
