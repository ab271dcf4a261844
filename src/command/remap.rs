//! A person's keys over the default ones.
//!
//! What a person has set wins over a default; of two things they set the command that stands first in the table
//! wins. Nothing that is at fault can leave the editor without a way out.

use std::collections::BTreeMap;

use keybinds::{Error, Key, KeyInput, KeySeq, Mods};

use super::key_fault::{KeyFault, KeyWrong};
use super::keymap::{Keymap, table_key};
use super::table::{Command, Entry, TABLE, View, entry};
use crate::map::escape::is_hidden;

/// Keys that always mean the same, so that there is always a way out.
fn fixed() -> [(Command, KeyInput); 2] {
    [(Command::Close, KeyInput::from(Key::Esc)), (Command::Quit, KeyInput::new('c', Mods::CTRL))]
}

/// What stands behind AltGr on a Norwegian keyboard.
const BEHIND_ALTGR: &str = "[]{}\\@$~|£€";

/// One command's keys, and which of the person's keys they are; `None` for a default.
struct Row {
    keys: KeySeq,
    command: Command,
    set: Option<usize>,
}

impl Keymap {
    /// The default keys with a person's own over them: for a command's id its keys, in the syntax of the `keybinds`
    /// crate. They replace all default keys of that command; an empty list takes them away. A default key of
    /// another command that they hide goes too, on every screen.
    ///
    /// Ctrl-C and Esc stay what they are. A command none of whose keys can be used keeps its defaults.
    ///
    /// Gives the faults in the order of the table of commands, unknown commands first. Those that are errors are
    /// left out of the keys.
    #[must_use]
    pub fn with(wanted: &BTreeMap<String, Vec<String>>) -> (Keymap, Vec<KeyFault>) {
        let mut faults: Vec<KeyFault> = wanted
            .keys()
            .filter(|id| TABLE.iter().all(|row| row.id != **id))
            .map(|id| KeyFault { id: id.clone(), key: None, wrong: KeyWrong::UnknownCommand })
            .collect();
        let mut rows: Vec<Row> = Vec::new();
        for row in TABLE {
            for (at, written) in wanted.get(row.id).into_iter().flatten().enumerate() {
                let mut say = |wrong| faults.push(fault(row.command, Some(at), wrong));
                if let Some(keys) = read(row, written, &mut say)
                    && let Some(row) =
                        settle(&rows, Row { keys, command: row.command, set: Some(at) }, &mut say)
                {
                    rows.push(row);
                }
            }
        }
        let own = rows.len();
        for row in TABLE {
            let untouched = match wanted.get(row.id) {
                None => true,
                Some(list) => !list.is_empty() && rows[..own].iter().all(|own| own.command != row.command),
            };
            if untouched {
                let keys = row.keys.iter().map(|keys| table_key(keys));
                rows.extend(keys.map(|keys| Row { keys, command: row.command, set: None }));
            } else {
                let fixed = fixed().into_iter().filter(|(command, _)| *command == row.command);
                rows.extend(fixed.map(|(command, key)| Row { keys: key.into(), command, set: None }));
            }
        }
        let defaults = rows.split_off(own);
        let before: Vec<Command> = defaults.iter().map(|row| row.command).collect();
        hide(&mut rows, defaults, own, &mut faults);
        keyless(&rows, wanted, &before, &mut faults);
        faults.sort_by_key(|fault| TABLE.iter().position(|row| row.id == fault.id));
        // Stable: a command's own keys stay in the order a person gave them, defaults behind them.
        rows.sort_by_key(|row| row.command);
        (Keymap::of(rows.into_iter().map(|row| (row.keys, row.command))), faults)
    }
}

fn fault(command: Command, key: Option<usize>, wrong: KeyWrong) -> KeyFault {
    KeyFault { id: entry(command).id.to_owned(), key, wrong }
}

/// The keys as they are written, if they can be used.
fn read(row: &Entry, written: &str, say: &mut impl FnMut(KeyWrong)) -> Option<KeySeq> {
    let keys: KeySeq = match written.parse() {
        Ok(keys) => keys,
        Err(why) => {
            say(KeyWrong::Unreadable { written: written.to_owned(), why });
            return None;
        }
    };
    // No keyboard has a key for them, and they must not reach a screen as the name of one.
    if keys.as_slice().iter().any(|key| matches!(key.key(), Key::Char(letter) if is_hidden(letter))) {
        let why = Error::UnknownKey(written.into());
        say(KeyWrong::Unreadable { written: written.to_owned(), why });
        return None;
    }
    for (means, key) in fixed() {
        let is_itself = means == row.command && *keys.as_slice() == [key];
        if keys.as_slice().contains(&key) && !is_itself {
            say(KeyWrong::Fixed { keys, means });
            return None;
        }
    }
    if keys.as_slice().iter().any(|key| needs_altgr(*key)) {
        say(KeyWrong::AltGr(keys.clone()));
    } else if keys.as_slice().iter().any(|key| is_never_sent(*key)) {
        say(KeyWrong::NeverSent(keys.clone()));
    }
    Some(keys)
}

/// The row, if nothing that was set before stands in its way.
fn settle(rows: &[Row], row: Row, say: &mut impl FnMut(KeyWrong)) -> Option<Row> {
    for before in rows {
        if let Some(view) = clash(before, &row) {
            let twice = before.command == row.command && before.keys == row.keys;
            if !twice {
                let (other, others) = (before.command, before.keys.clone());
                say(KeyWrong::Clash { keys: row.keys, other, others, view });
            }
            return None;
        }
    }
    Some(row)
}

/// Puts the defaults behind the person's keys, without those that are hidden.
fn hide(rows: &mut Vec<Row>, defaults: Vec<Row>, own: usize, faults: &mut Vec<KeyFault>) {
    let mut taken: BTreeMap<usize, Vec<(Command, KeySeq)>> = BTreeMap::new();
    for row in defaults {
        match rows[..own].iter().position(|before| clash(before, &row).is_some()) {
            Some(at) if rows[at].command != row.command => {
                taken.entry(at).or_default().push((row.command, row.keys));
            }
            Some(_) => {}
            None => rows.push(row),
        }
    }
    for (at, taken) in taken {
        let Row { keys, command, set } = &rows[at];
        faults.push(fault(*command, *set, KeyWrong::Hides { keys: keys.clone(), taken }));
    }
}

/// Says which commands have no key any more: those whose keys a person took away, and those whose keys are all
/// hidden.
fn keyless(
    rows: &[Row],
    wanted: &BTreeMap<String, Vec<String>>,
    before: &[Command],
    faults: &mut Vec<KeyFault>,
) {
    for row in TABLE.iter().filter(|row| rows.iter().all(|other| other.command != row.command)) {
        let emptied = wanted.get(row.id).is_some_and(Vec::is_empty);
        let by = faults.iter().find(|fault| match &fault.wrong {
            KeyWrong::Hides { taken, .. } => taken.iter().any(|(command, _)| *command == row.command),
            _ => false,
        });
        let (id, key) = match by {
            Some(by) if before.contains(&row.command) => (by.id.clone(), by.key),
            _ if emptied => (row.id.to_owned(), None),
            _ => continue,
        };
        faults.push(KeyFault { id, key, wrong: KeyWrong::NoKeys(row.command) });
    }
}

/// The first screen where one row's keys begin the other's, or are the same.
fn clash(a: &Row, b: &Row) -> Option<View> {
    let (x, y) = (a.keys.as_slice(), b.keys.as_slice());
    let shared = x.iter().zip(y).take_while(|(x, y)| x == y).count();
    if shared < x.len().min(y.len()) {
        return None;
    }
    let views = entry(b.command).views;
    entry(a.command).views.iter().copied().find(|view| views.contains(view))
}

/// Whether a key stands behind AltGr on a Norwegian keyboard, or is AltGr itself on Windows.
pub(super) fn needs_altgr(key: KeyInput) -> bool {
    let behind = matches!(key.key(), Key::Char(letter) if BEHIND_ALTGR.contains(letter));
    behind || key.mods().contains(Mods::CTRL | Mods::ALT)
}

/// Whether terminals send this key as another, or not at all.
fn is_never_sent(key: KeyInput) -> bool {
    let mods = key.mods();
    let ctrl = mods.contains(Mods::CTRL);
    match key.key() {
        _ if mods.intersects(Mods::CMD | Mods::WIN) => true,
        // Ctrl and a letter are one character, the same for small and capital ones; i is Tab, m is Enter.
        Key::Char(letter) if ctrl => letter.is_uppercase() || !letter.is_ascii() || "im".contains(letter),
        Key::Char(_) => mods.contains(Mods::SHIFT),
        Key::Tab => mods != Mods::NONE && mods != Mods::SHIFT,
        Key::Enter | Key::Backspace | Key::Esc => mods != Mods::NONE && mods != Mods::ALT,
        Key::Up | Key::Down | Key::Left | Key::Right | Key::Home | Key::End => false,
        Key::PageUp | Key::PageDown | Key::Insert | Key::Delete => false,
        named => {
            let name = named.to_string();
            name.strip_prefix('F')
                .and_then(|number| number.parse::<u8>().ok())
                .is_none_or(|number| number > 12)
        }
    }
}

#[cfg(test)]
mod tests;
