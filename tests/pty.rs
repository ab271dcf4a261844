//! The real program in a real (pseudo) terminal: it opens, walks, and gives the terminal back as it found it,
//! whether one quits, presses Ctrl-C, or it panics.
#![cfg(unix)]

#[path = "common/session.rs"]
mod session;

use std::sync::PoisonError;

use portable_pty::PtySize;
use session::{COLUMNS, ROWS, Session, cells, modes};

#[test]
fn a_walk_through_a_map_leaves_the_terminal_as_it_was() {
    let mut session = Session::open(&["demo", "complex-needs"], &[]);
    session.wait_for_text("1 Board");
    session.look(|screen| {
        assert!(screen.alternate_screen() && screen.hide_cursor());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
    });
    assert_ne!(modes(&*session.master), session.before);
    session.press("2");
    session.wait_for_text("Effects (");
    session.press("\x1b[C\r");
    session.wait_for_text("chain");
    session.press("t");
    session.wait_for_text("Staircase");
    session.press("4");
    session.wait_for_text("Named loops");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_restored();
}

#[test]
fn ctrl_c_leaves_the_terminal_as_it_was() {
    let mut session = Session::open(&["demo", "complex-needs"], &[]);
    session.wait_for_text("1 Board");
    session.press("/sko\x03");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was_and_says_where() {
    let mut session = Session::open(&["demo", "complex-needs"], &[("FLOKE_TEST_PANIC", "1")]);
    session.wait_for_text("1 Board");
    session.press("?");
    assert_eq!(session.end().exit_code(), 101);
    session.assert_restored();
    session.wait_for_text("a bug in floke at src/tui/");
}

#[test]
fn a_new_size_is_drawn_anew() {
    let mut session = Session::open(&["demo", "complex-needs"], &[]);
    session.wait_for_text("1 Board");
    session.press("4");
    session.wait_for_text("Named loops");
    let size = PtySize { rows: 12, cols: 60, pixel_width: 0, pixel_height: 0 };
    session.screen.lock().unwrap_or_else(PoisonError::into_inner).screen_mut().set_size(cells(12), cells(60));
    session.master.resize(size).expect("a new size");
    session.wait_for("the last line at its new place", |screen| {
        screen.rows(0, 60).nth(11).is_some_and(|row| row.contains("Enter"))
    });
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_restored();
}

#[test]
fn a_terminal_that_shows_nothing_is_told_so() {
    let mut session = Session::open(&["demo", "complex-needs"], &[("TERM", "dumb")]);
    assert_eq!(session.end().exit_code(), 2);
    session.wait_for_text("floke show");
    session.assert_restored();
}

#[test]
fn the_background_is_asked_for_and_no_key_is_lost_for_it() {
    let mut session = Session::open(&["demo", "complex-needs"], &[]);
    session.wait_for_text("1 Board");
    // A key in the same breath on either side of the answer.
    session.press("4\x1b]11;rgb:ffff/ffff/ffff\x07");
    session.wait_for_text("Named loops");
    let light = |screen: &vt100::Screen| {
        let keys = (0..COLUMNS).rev().filter_map(|x| screen.cell(ROWS - 1, x));
        let tones: Vec<_> = keys.map(vt100::Cell::fgcolor).collect();
        // Teal on a light page; on a dark one it is a brighter one.
        tones.contains(&vt100::Color::Idx(24)) && !tones.contains(&vt100::Color::Idx(37))
    };
    session.wait_for("the colours for a light page", light);
    session.press("?");
    session.wait_for_text("Esc");
    // Half an answer is what somebody typed.
    session.press("\x1b\x1b]11q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_restored();
}

/// A home with settings in it.
fn home(settings: &str) -> (tempfile::TempDir, [(&'static str, String); 2]) {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(home.path().join("config/floke")).expect("made");
    std::fs::write(home.path().join("config/floke/settings.toml"), settings).expect("written");
    let folder = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let variables = [("XDG_CONFIG_HOME", folder("config")), ("XDG_STATE_HOME", folder("state"))];
    (home, variables)
}

/// How many cells of the screen have a colour.
fn coloured(session: &Session) -> usize {
    session.look(|screen| {
        let cells = (0..ROWS).flat_map(|row| (0..COLUMNS).filter_map(move |column| screen.cell(row, column)));
        let plain = vt100::Color::Default;
        cells.filter(|cell| cell.fgcolor() != plain || cell.bgcolor() != plain).count()
    })
}

#[test]
fn colours_are_as_the_command_line_the_environment_and_the_settings_say() {
    let (_kept, set) = home("theme = 'plain'\n");
    let set: Vec<(&str, &str)> = set.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for (arguments, environment, colours) in [
        (&["demo", "complex-needs"][..], &[][..], true),
        (&["demo", "complex-needs", "--color", "never"], &[], false),
        (&["demo", "complex-needs"], &[("NO_COLOR", "1")], false),
        (&["demo", "complex-needs", "--color", "always"], &[("NO_COLOR", "1")], true),
        (&["demo", "complex-needs"], &set, false),
    ] {
        let mut session = Session::open(arguments, environment);
        session.wait_for_text("1 Board");
        session.wait_for("the last line", |screen| {
            screen.rows(0, COLUMNS).last().is_some_and(|row| row.contains("Enter"))
        });
        assert_eq!(coloured(&session) > 0, colours, "{arguments:?} {environment:?}");
        session.press("\x03");
        assert_eq!(session.end().exit_code(), 0);
    }
}

#[test]
fn settings_count_and_the_map_is_remembered() {
    let (kept, set) = home("language = 'nb'\n[keys]\nlevels = 'w'\nnone = 'x'\n");
    // What was set for this start comes before the settings, and this test is about the settings.
    let mut set: Vec<(&str, &str)> = set.iter().map(|(name, value)| (*name, value.as_str())).collect();
    set.push(("FLOKE_LANG", ""));
    let map = kept.path().join("map.floke.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/maps/youth-exclusion.floke.ron"), &map)
        .expect("copied");
    let mut session = Session::open(&[&map.to_string_lossy()], &set);
    session.wait_for_text("1 Tavle");
    session.wait_for_text("settings.toml:4:");
    session.press("w");
    session.wait_for_text("Hvem hører hvem");
    session.press("\x03");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_restored();
    let list = kept.path().join("state/floke/recent.json");
    let text = std::fs::read_to_string(&list).expect("a list");
    assert!(text.contains("map.floke.ron") && text.contains("Youth exclusion"), "{text}");
    let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&list).expect("there"));
    assert_eq!(mode & 0o777, 0o600);
}
