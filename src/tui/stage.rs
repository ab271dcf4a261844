//! From a drawn screen to the bytes of a terminal: what changed, in one piece.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use unicode_segmentation::UnicodeSegmentation;

use super::app::App;
use super::pen::write_changes;
use super::theme::tone;
use super::view::draw;
use crate::palette::{Scheme, Tone};
use crate::text::steady;

/// Keeps what is written until somebody takes it, so that a frame leaves in one write.
#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The screen as it was last shown, and the way to show the next one.
pub struct Stage {
    sink: Sink,
    backend: CrosstermBackend<Sink>,
    shown: Buffer,
    /// The screen before, to draw the next one into.
    spare: Buffer,
    anew: bool,
    cursor: Option<(u16, u16)>,
}

impl Stage {
    /// An empty screen of that size; the first frame clears the terminal.
    #[must_use]
    pub fn new(size: (u16, u16)) -> Self {
        let sink = Sink::default();
        let shown = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        Self {
            backend: CrosstermBackend::new(sink.clone()),
            sink,
            shown,
            spare: Buffer::default(),
            anew: true,
            cursor: None,
        }
    }

    /// Draws the state, notes in it what is where, and gives the bytes that bring a terminal from the screen before
    /// to this one. They begin and end a synchronized update, so that no half of a frame is seen.
    ///
    /// # Errors
    /// None that we know of: the bytes go to memory.
    pub fn frame(&mut self, app: &mut App) -> io::Result<Vec<u8>> {
        let next = self.paint(app);
        queue!(self.sink, BeginSynchronizedUpdate)?;
        if self.anew {
            self.backend.clear()?;
            self.shown = Buffer::empty(next.area);
            self.anew = false;
        }
        let mut changes = String::new();
        write_changes(&mut changes, &self.shown, &next);
        self.sink.write_all(changes.as_bytes())?;
        match app.hits.cursor {
            Some((x, y)) => {
                self.backend.set_cursor_position(Position { x, y })?;
                self.backend.show_cursor()?;
            }
            None if self.cursor.is_some() => self.backend.hide_cursor()?,
            None => {}
        }
        self.cursor = app.hits.cursor;
        queue!(self.sink, EndSynchronizedUpdate)?;
        self.spare = std::mem::replace(&mut self.shown, next);
        Ok(std::mem::take(&mut *self.sink.0.borrow_mut()))
    }

    /// Draws the state without showing it: what is where must be right for the next event, even if that one is
    /// already waiting and this screen will never be seen.
    pub fn rehearse(&mut self, app: &mut App) {
        self.spare = self.paint(app);
    }

    /// The screen shown last.
    #[must_use]
    pub fn shown(&self) -> &Buffer {
        &self.shown
    }

    fn paint(&mut self, app: &mut App) -> Buffer {
        let area = Rect::new(0, 0, app.size.0, app.size.1);
        if std::mem::take(&mut app.redraw) || area != self.shown.area {
            self.anew = true;
        }
        let mut next = std::mem::take(&mut self.spare);
        next.resize(area);
        next.reset();
        app.hits = draw(app, &mut next);
        settle(&mut next);
        fill(&mut next, app.scheme);
        next
    }
}

/// Where nothing was drawn the page shows, if the scheme brings one.
fn fill(buffer: &mut Buffer, scheme: Scheme) {
    let (text, page) = scheme.page();
    if page == Tone::Own {
        return;
    }
    for cell in buffer.content.iter_mut().filter(|cell| cell.bg == Color::Reset) {
        cell.bg = tone(page);
        if cell.fg == Color::Reset {
            cell.fg = tone(text);
        }
    }
}

/// Replaces letters on whose width terminals disagree: they would shift the rest of their row.
fn settle(buffer: &mut Buffer) {
    for at in 0..buffer.content.len() {
        let symbol = buffer.content[at].symbol();
        if symbol.len() <= 2 {
            continue;
        }
        let Cow::Owned(steady) = steady(symbol) else { continue };
        // The letters of a flag stand in a cell each, as they would if somebody had typed them.
        let mut letters = steady.graphemes(true);
        let (first, second) = (letters.next().unwrap_or(" ").to_owned(), letters.next());
        if let (Some(second), Some(cell)) = (second, buffer.content.get_mut(at + 1)) {
            cell.set_symbol(second);
        }
        buffer.content[at].set_symbol(&first);
    }
}
