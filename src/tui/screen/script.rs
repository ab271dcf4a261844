//! Reads keys written as text: `jj<enter><c-s><tab>`.

use keybinds::{Key, KeyInput, Mods};

use crate::tui::event::Event;

/// A key, click or change of size, and how it was written.
#[derive(Clone, Debug)]
pub struct Play {
    /// What happens.
    pub event: Event,
    /// How it was written.
    pub text: String,
}

/// Keys that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// A `<` without its `>`.
    #[error("'{0}' has no '>'; a '<' itself is written <lt>")]
    Open(String),
    /// A name nobody knows.
    #[error(
        "there is no key '<{0}>'; there are <enter> <esc> <tab> <s-tab> <space> <bs> <del> <up> <down> <left> \
         <right> <home> <end> <pgup> <pgdn> <f1>…<f12> <lt>, <c-x> and <a-x> for Ctrl and Alt, <click:COL,ROW>, \
         <scroll:up,COL,ROW>, <scroll:down,COL,ROW>, <resize:COLSxROWS> and <paste:TEXT>"
    )]
    Unknown(String),
}

/// Reads a row of keys. A letter is that key, a blank is the space key, and names stand in `< >`: `<enter>`,
/// `<c-p>`, `<s-tab>`, `<lt>` for `<` itself. `<click:COL,ROW>` and `<scroll:down,COL,ROW>` count cells from 1,
/// as terminals do; `<resize:COLSxROWS>` changes the window; `<paste:TEXT>` pastes.
///
/// # Errors
/// At a name that is none.
pub fn read_script(text: &str) -> Result<Vec<Play>, ScriptError> {
    let mut script = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if letter == '<' {
            let end = rest.find('>').ok_or_else(|| ScriptError::Open(rest.chars().take(12).collect()))?;
            let name = &rest[1..end];
            let event = named(name).ok_or_else(|| ScriptError::Unknown(name.to_owned()))?;
            script.push(Play { event, text: rest[..=end].to_owned() });
            rest = &rest[end + 1..];
        } else {
            let key = KeyInput::from(letter);
            script.push(Play { event: Event::Key(key), text: letter.to_string() });
            rest = &rest[letter.len_utf8()..];
        }
    }
    Ok(script)
}

fn named(name: &str) -> Option<Event> {
    if let Some((what, rest)) = name.split_once(':') {
        return match what {
            "click" => cell(rest).map(|(x, y)| Event::Click { x, y }),
            "scroll" => {
                let (way, rest) = rest.split_once(',')?;
                let (x, y) = cell(rest)?;
                match way {
                    "up" => Some(Event::Scroll { x, y, down: false }),
                    "down" => Some(Event::Scroll { x, y, down: true }),
                    _ => None,
                }
            }
            "resize" => {
                let (width, height) = rest.split_once('x')?;
                Some(Event::Resize(width.parse().ok()?, height.parse().ok()?))
            }
            "paste" => Some(Event::Paste(rest.to_owned())),
            _ => None,
        };
    }
    let mut mods = Mods::NONE;
    let mut name = name;
    loop {
        let (modifier, rest) = match name.split_once('-') {
            Some((modifier, rest)) if !rest.is_empty() => (modifier, rest),
            _ => break,
        };
        mods |= match modifier.to_ascii_lowercase().as_str() {
            "c" => Mods::CTRL,
            "s" => Mods::SHIFT,
            "a" | "m" => Mods::ALT,
            _ => return None,
        };
        name = rest;
    }
    let mut letters = name.chars();
    let key = match (letters.next(), letters.next()) {
        (Some(letter), None) => Key::Char(letter),
        _ => match name.to_ascii_lowercase().as_str() {
            "enter" | "cr" => Key::Enter,
            "esc" => Key::Esc,
            "tab" => Key::Tab,
            "space" => Key::Char(' '),
            "bs" | "backspace" => Key::Backspace,
            "del" | "delete" => Key::Delete,
            "up" => Key::Up,
            "down" => Key::Down,
            "left" => Key::Left,
            "right" => Key::Right,
            "home" => Key::Home,
            "end" => Key::End,
            "pgup" => Key::PageUp,
            "pgdn" => Key::PageDown,
            "lt" => Key::Char('<'),
            "gt" => Key::Char('>'),
            function if function.starts_with('f') => function.to_ascii_uppercase().parse().ok()?,
            _ => return None,
        },
    };
    Some(Event::Key(KeyInput::new(key, mods)))
}

/// A cell counted from 1.
fn cell(text: &str) -> Option<(u16, u16)> {
    let (x, y) = text.split_once(',')?;
    let (x, y): (u16, u16) = (x.trim().parse().ok()?, y.trim().parse().ok()?);
    Some((x.checked_sub(1)?, y.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let script = read_script(text).expect(text);
        script
            .into_iter()
            .map(|play| match play.event {
                Event::Key(key) => key.to_string(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn keys_read_as_they_are_written() {
        assert_eq!(
            keys("jG <enter><c-s><tab><s-tab><lt>å<esc><f1>"),
            ["j", "G", "Space", "Enter", "Ctrl+s", "Tab", "Shift+Tab", "<", "å", "Esc", "F1"]
        );
        assert_eq!(keys("<click:3,1>"), ["Click { x: 2, y: 0 }"]);
        assert_eq!(keys("<resize:80x24>"), ["Resize(80, 24)"]);
        assert_eq!(keys("<scroll:down,1,2>"), ["Scroll { x: 0, y: 1, down: true }"]);
    }

    #[test]
    fn what_is_no_key_says_so() {
        for wrong in ["<", "a<ent", "<nope>", "<click:0,1>", "<x-a>", "<resize:80>", "<>"] {
            assert!(read_script(wrong).is_err(), "{wrong}");
        }
    }
}
