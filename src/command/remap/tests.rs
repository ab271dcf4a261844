//! Holds a person's keys against the law of the keymap: no clash on a screen, and always a way out.

use proptest::prelude::*;

use super::*;
use crate::command::keymap::Found;
use crate::command::keymap::tests::assert_no_clash;
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
    assert!(said[0].contains("'inspector'") && said[0].contains("'trace'") && said[0].contains("'board'"));
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
    assert_eq!(faults.iter().map(|fault| fault.key).collect::<Vec<_>>(), [Some(0), Some(1), Some(2), None]);
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
    for key in ["æ", "Å", "Alt+Enter", "Ctrl+s", "F12", "Shift+Tab", "Shift+Up", "Ctrl+Left", "Plus", "Space"]
    {
        let (_, faults) = with(&[("trace", &[key])]);
        let wrong = ["unsent-key", "unreadable-key", "altgr-key"];
        assert!(faults.iter().all(|fault| !wrong.contains(&fault.code())), "{key} {faults:?}");
    }
}

proptest! {
    /// Whatever is set, no key means two things, and there is a way out.
    #[test]
    fn no_settings_break_the_law(
        wanted in prop::collection::btree_map(
            prop::sample::select(TABLE.iter().map(|row| row.id.to_owned()).collect::<Vec<_>>()),
            prop::collection::vec(
                prop::sample::select(vec![
                    "g", "g g", "g b", "x", "q", "Up", "Esc", "Ctrl+c", "g Esc", "z", "z i", "Alt+F5", "[", "?",
                    "Enter", "Tab", "Shift+x", "", "1", "Ctrl+c x",
                ]).prop_map(str::to_owned),
                0..4,
            ),
            0..12,
        )
    ) {
        let (map, faults) = Keymap::with(&wanted);
        assert_no_clash(&map);
        for view in View::ALL {
            let find = |key: &str| map.find(view, &[key.parse().expect("a key")]);
            prop_assert_eq!(find("Ctrl+c"), Found::Command(Command::Quit));
            prop_assert_eq!(find("Esc"), Found::Command(Command::Close));
        }
        for row in TABLE.iter().filter(|row| !row.keys.is_empty()) {
            // What lost all its keys is said, and what is said to have none has none.
            let said = faults.iter().any(|fault| fault.wrong == KeyWrong::NoKeys(row.command));
            prop_assert_eq!(map.keys_of(row.command).next().is_none(), said, "{}", row.id);
        }
    }
}
