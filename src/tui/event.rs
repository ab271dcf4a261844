//! What can happen, and how a terminal's keys become ours.

use keybinds::{Key, KeyInput, Mods};
use ratatui::crossterm::event::{
    Event as TermEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use super::errand::Outcome;
use super::job::Report;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key went down.
    Key(KeyInput),
    /// The left button went down.
    Click {
        /// The column.
        x: u16,
        /// The row.
        y: u16,
    },
    /// The mouse moves with the left button down.
    Drag {
        /// The column.
        x: u16,
        /// The row.
        y: u16,
    },
    /// The left button went up.
    Drop {
        /// The column.
        x: u16,
        /// The row.
        y: u16,
    },
    /// The wheel turned by one notch.
    Scroll {
        /// The column.
        x: u16,
        /// The row.
        y: u16,
        /// Towards the end of what is shown.
        down: bool,
    },
    /// The window has another size.
    Resize(u16, u16),
    /// Text was pasted.
    Paste(String),
    /// The worker has something to say.
    Report(Report),
    /// An errand to the disk has ended.
    Done(Outcome),
}

impl Event {
    /// What a terminal's event means to us; nothing for keys that go up, the mouse that moves, and the like.
    #[must_use]
    pub fn of_terminal(event: TermEvent) -> Option<Self> {
        match event {
            TermEvent::Key(key) => normalise(key).map(Event::Key),
            TermEvent::Mouse(MouseEvent { kind, column: x, row: y, .. }) => match kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Event::Click { x, y }),
                MouseEventKind::Drag(MouseButton::Left) => Some(Event::Drag { x, y }),
                MouseEventKind::Up(MouseButton::Left) => Some(Event::Drop { x, y }),
                MouseEventKind::ScrollDown => Some(Event::Scroll { x, y, down: true }),
                MouseEventKind::ScrollUp => Some(Event::Scroll { x, y, down: false }),
                _ => None,
            },
            TermEvent::Resize(width, height) => Some(Event::Resize(width, height)),
            // Many terminals send the end of a line as the Enter key does.
            TermEvent::Paste(text) => Some(Event::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
            TermEvent::FocusGained | TermEvent::FocusLost => None,
        }
    }
}

/// A terminal's key as ours. Nothing for a key that goes up, and for a modifier alone.
///
/// AltGr comes as Ctrl+Alt on Windows, so a letter with both is the letter itself. Shift is part of a letter.
#[must_use]
pub fn normalise(event: KeyEvent) -> Option<KeyInput> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut mods = Mods::NONE;
    for (theirs, ours) in [
        (KeyModifiers::CONTROL, Mods::CTRL),
        (KeyModifiers::ALT, Mods::ALT),
        (KeyModifiers::SHIFT, Mods::SHIFT),
        (KeyModifiers::SUPER, Mods::WIN),
    ] {
        if event.modifiers.contains(theirs) {
            mods |= ours;
        }
    }
    let key = match event.code {
        KeyCode::Char(letter) => {
            if mods.contains(Mods::CTRL | Mods::ALT) {
                mods.remove(Mods::CTRL | Mods::ALT);
            }
            // A blank and a plus are named keys to `keybinds`, which keep their Shift; nobody means one.
            mods.remove(Mods::SHIFT);
            let shifted = event.modifiers.contains(KeyModifiers::SHIFT) && letter.is_lowercase();
            Key::Char(if shifted { letter.to_uppercase().next().unwrap_or(letter) } else { letter })
        }
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => {
            mods |= Mods::SHIFT;
            Key::Tab
        }
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => format!("F{number}").parse().ok()?,
        _ => return None,
    };
    Some(KeyInput::new(key, mods))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, mods: KeyModifiers) -> Option<String> {
        normalise(KeyEvent::new(code, mods)).map(|key| key.to_string())
    }

    #[test]
    fn altgr_on_windows_is_the_letter_itself() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(key(KeyCode::Char('@'), altgr).as_deref(), Some("@"));
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL).as_deref(), Some("Ctrl+c"));
    }

    #[test]
    fn shift_is_part_of_the_letter() {
        assert_eq!(key(KeyCode::Char('G'), KeyModifiers::SHIFT).as_deref(), Some("G"));
        assert_eq!(key(KeyCode::Char('å'), KeyModifiers::SHIFT).as_deref(), Some("Å"));
        assert_eq!(key(KeyCode::Char('?'), KeyModifiers::SHIFT).as_deref(), Some("?"));
        assert_eq!(key(KeyCode::Char(' '), KeyModifiers::SHIFT).as_deref(), Some("Space"));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT).as_deref(), Some("Shift+Tab"));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::NONE).as_deref(), Some("Shift+Tab"));
    }

    #[test]
    fn lines_of_a_paste_end_alike_whatever_terminal_sends_them() {
        for text in ["a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc"] {
            let event = Event::of_terminal(TermEvent::Paste(text.to_owned()));
            assert!(matches!(&event, Some(Event::Paste(own)) if own == "a\nb\n\nc"), "{event:?}");
        }
    }

    #[test]
    fn keys_that_go_up_and_a_mouse_that_moves_are_nothing() {
        let mut up = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        up.kind = KeyEventKind::Release;
        assert_eq!(normalise(up), None);
        let moved =
            MouseEvent { kind: MouseEventKind::Moved, column: 1, row: 1, modifiers: KeyModifiers::NONE };
        assert!(Event::of_terminal(TermEvent::Mouse(moved)).is_none());
    }
}
