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
mod tests {
    use super::super::keymap::Found;
    use super::super::keymap::tests::assert_no_clash;
    use super::*;
    use crate::file::Severity;
    use crate::text::Lang;

    fn with(wanted: &[(&str, &[&str])]) -> (Keymap, Vec<KeyFault>) {
        let list = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        Keymap::with(&wanted.iter().map(|(id, keys)| ((*id).to_owned(), list(keys))).collect())
    }

    fn find(map: &Keymap, keys: &str) -> Found {
        let keys: KeySeq = keys.parse().expect(keys);
        map.find(View::Board, keys.as_slice())
    }

    fn codes(faults: &[KeyFault]) -> Vec<&'static str> {
        faults.iter().map(KeyFault::code).collect()
    }

    #[test]
    fn without_settings_the_keys_are_the_defaults() {
        let (map, faults) = with(&[]);
        assert_eq!(faults, []);
        for row in TABLE {
            let keys: Vec<String> = map.keys_of(row.command).map(ToString::to_string).collect();
            assert_eq!(keys, row.keys, "{}", row.id);
        }
    }

    #[test]
    fn every_command_takes_another_key_and_loses_its_defaults() {
        for row in TABLE {
            let (map, faults) = with(&[(row.id, &["Alt+F9"])]);
            assert_eq!(faults, [], "{}", row.id);
            assert_no_clash(&map);
            let key = map.keys_of(row.command).next().map(ToString::to_string);
            assert_eq!(key.as_deref(), Some("Alt+F9"), "{}", row.id);
            let kept = map.keys_of(row.command).count() - 1;
            assert_eq!(kept, fixed().iter().filter(|(command, _)| *command == row.command).count());
            for view in row.views {
                let key: KeyInput = "Alt+F9".parse().expect("a key");
                assert_eq!(map.find(*view, &[key]), Found::Command(row.command), "{}", row.id);
            }
        }
    }

    #[test]
    fn what_is_set_hides_defaults_that_are_the_same_or_begin_so() {
        let (map, faults) = with(&[("trace", &["g", "Q"])]);
        assert_eq!(find(&map, "g"), Found::Command(Command::Trace));
        assert_eq!(map.label(Command::Trace), "g");
        assert_no_clash(&map);
        assert_eq!((faults[0].code(), faults[0].key), ("hidden-key", Some(0)));
        let said = faults[0].message(Lang::En);
        assert!(said.contains("'first' (g g), 'board' (g b)") && said.contains("more"), "{said}");
        let without: Vec<String> = faults[1..].iter().map(|fault| fault.message(Lang::En)).collect();
        assert!(without.contains(&"'start' has no key now.".to_owned()), "{without:?}");
        assert_eq!(find(&map, "1"), Found::Command(Command::ShowBoard), "its other key is there");

        let (map, faults) = with(&[("trace", &["q q"])]);
        assert!(matches!(find(&map, "q"), Found::Prefix(_)), "q begins the keys that were set");
        assert_eq!(map.label(Command::Quit), "Ctrl+c");
        assert_eq!(codes(&faults), ["hidden-key"]);
    }

    #[test]
    fn keys_that_change_places_hide_nothing() {
        let (map, faults) = with(&[("trace", &["o"]), ("loops-here", &["t"])]);
        assert_eq!(faults, []);
        assert_eq!(find(&map, "t"), Found::Command(Command::LoopsHere));
    }

    #[test]
    fn two_commands_that_are_set_to_one_key_are_a_conflict_that_names_both() {
        let (map, faults) =
            with(&[("trace", &["Alt+F5", "Alt+F6"]), ("inspector", &["Alt+F5 y"]), ("find", &["Alt+F5"])]);
        assert_eq!(codes(&faults), ["key-conflict", "key-conflict"]);
        let said: Vec<String> = faults.iter().map(|fault| fault.message(Lang::En)).collect();
        assert!(
            said[0].contains("'inspector'") && said[0].contains("'trace'") && said[0].contains("'board'")
        );
        assert!(said[1].contains("'Alt+F5' means both 'find' and 'trace'"), "{said:?}");
        assert_no_clash(&map);
        assert_eq!(find(&map, "Alt+F5"), Found::Command(Command::Trace));
        // The others keep what they had.
        assert_eq!((map.label(Command::Inspector), map.label(Command::Find)), ("i".into(), "/".into()));
        // On screens that do not meet there is no conflict: zooming is for the board.
        let views = entry(Command::ZoomIn).views;
        let Some(apart) = TABLE.iter().find(|row| row.views.iter().all(|view| !views.contains(view))) else {
            return;
        };
        assert_eq!(with(&[("zoom-in", &["Alt+F5"]), (apart.id, &["Alt+F5"])]).1, []);
    }

    #[test]
    fn a_way_out_stays_whatever_is_set() {
        for wanted in [
            &[("quit", &[][..]), ("close", &[])][..],
            &[("quit", &["F9"]), ("close", &["F10"])],
            &[("trace", &["Ctrl+c", "Esc", "g Esc"]), ("quit", &["Esc"]), ("close", &["Ctrl+c"])],
        ] {
            let (map, _) = with(wanted);
            assert_eq!(find(&map, "Ctrl+c"), Found::Command(Command::Quit), "{wanted:?}");
            assert_eq!(find(&map, "Esc"), Found::Command(Command::Close), "{wanted:?}");
            assert_no_clash(&map);
        }
        let (_, faults) = with(&[("trace", &["Ctrl+c", "Esc", "g Esc"])]);
        assert_eq!(codes(&faults), ["fixed-key"; 3]);
        assert_eq!(with(&[("close", &["Esc"]), ("quit", &["Ctrl+c", "q"])]).1, []);
    }

    #[test]
    fn a_command_may_be_left_without_keys_and_one_whose_keys_cannot_be_read_keeps_its_own() {
        let (map, faults) = with(&[("find", &[]), ("trace", &["Entr", "", "Hyper+x"])]);
        assert_eq!(find(&map, "/"), Found::Nothing);
        assert_eq!(map.label(Command::Find), "");
        assert_eq!(map.label(Command::Trace), "t");
        assert_eq!(codes(&faults), ["unreadable-key", "unreadable-key", "unreadable-key", "no-keys"]);
        assert_eq!(
            faults.iter().map(|fault| fault.key).collect::<Vec<_>>(),
            [Some(0), Some(1), Some(2), None]
        );
        // A key taken by another command can leave one without.
        let (_, faults) = with(&[("find", &["i"])]);
        assert_eq!(codes(&faults), ["hidden-key", "no-keys"]);
        assert_eq!((faults[1].id.as_str(), faults[1].severity()), ("find", Severity::Hint));
    }

    #[test]
    fn faults_say_what_to_write_instead() {
        for (id, key, code, help) in [
            ("tarce", "x", "unknown-command", "'trace'"),
            ("xyzzy", "x", "unknown-command", "floke keys"),
            ("trace", "Shift+x", "unreadable-key", "'X'"),
            ("trace", "g Shift+x", "unreadable-key", "'g X'"),
            ("trace", "+", "unreadable-key", "'Plus'"),
            ("trace", "Ctrl++", "unreadable-key", "'Plus'"),
            ("trace", "Entr", "unreadable-key", "'Enter'"),
            ("trace", "<c-s>", "unreadable-key", "Ctrl+x"),
            ("trace", "Contrl+x", "unreadable-key", "Ctrl"),
            ("trace", "\u{1b}[2J", "unreadable-key", ""),
            ("trace", "g \u{202e}", "unreadable-key", ""),
            ("trace", "", "unreadable-key", "[]"),
            ("trace", "g [", "altgr-key", "F9"),
            ("trace", "Ctrl+Alt+x", "altgr-key", "F9"),
            ("trace", "Ctrl+P", "unsent-key", "F9"),
            ("trace", "Super+x", "unsent-key", "F9"),
            ("trace", "Shift+Space", "unsent-key", "F9"),
            ("trace", "Play", "unsent-key", "F9"),
        ] {
            let (_, faults) = with(&[(id, &[key])]);
            assert_eq!(faults[0].code(), code, "{key}");
            let said = format!("{} {}", faults[0].message(Lang::En), faults[0].help(Lang::En));
            assert!(said.contains(help), "{key}: {said}");
            for lang in Lang::ALL {
                let said = format!("{} {}", faults[0].message(lang), faults[0].help(lang));
                assert!(!said.contains('\u{1b}') && said.len() > 20, "{said}");
            }
        }
        for key in
            ["æ", "Å", "Alt+Enter", "Ctrl+s", "F12", "Shift+Tab", "Shift+Up", "Ctrl+Left", "Plus", "Space"]
        {
            let (_, faults) = with(&[("trace", &[key])]);
            let wrong = ["unsent-key", "unreadable-key", "altgr-key"];
            assert!(faults.iter().all(|fault| !wrong.contains(&fault.code())), "{key} {faults:?}");
        }
    }
}
