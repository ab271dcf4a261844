//! Letters of this part of the world, typed into the real program in a terminal: they arrive, are found, are deleted
//! whole, and nothing that is typed moves a border.
#![cfg(unix)]

#[path = "common/session.rs"]
mod session;

use floke::file::open;
use session::{COLUMNS, Session};

const FILE: &str = "æøå.floke.ron";

/// A map of one's own with nothing in it, opened in the terminal in Norwegian.
fn blank() -> Session {
    let text = "(floke: 1, title: \"Blåbær\", language: \"nb\")\n";
    let session = Session::open_file(FILE, text, &[("FLOKE_LANG", "nb")]);
    session.wait_for_text("Blåbær");
    session
}

/// The columns in which a row shows the edge of a pane.
fn edges(session: &Session, row: &str) -> Vec<usize> {
    session.look(|screen| {
        let at = (0..session::ROWS).find(|&y| line(screen, y).contains(row));
        let at = at.unwrap_or_else(|| panic!("no row {row}:\n{}", screen.contents()));
        (0..COLUMNS)
            .filter(|&x| screen.cell(at, x).is_some_and(|cell| ["│", "╭", "╮"].contains(&cell.contents())))
            .map(usize::from)
            .collect()
    })
}

fn line(screen: &vt100::Screen, y: u16) -> String {
    let cells = (0..COLUMNS).filter_map(|x| screen.cell(y, x)).filter(|cell| !cell.is_wide_continuation());
    cells.map(|cell| if cell.has_contents() { cell.contents() } else { " " }).collect()
}

#[test]
fn letters_arrive_are_found_and_saved() {
    let mut session = blank();
    session.press("a");
    session.wait_for_text("Legg til");
    for label in ["Skole uten plass", "Blåser ut", "ÆØÅ æøå", "Čuovvu ŋ đ ŧ áhkká"] {
        session.press(label);
        session.wait_for_text(label);
        session.press("\r");
        session.wait_for(label, |screen| screen.contents().contains("La til"));
    }
    session.press("\x1b");
    session.wait_for("the field is closed", |screen| !screen.contents().contains("Legg til i"));
    for (typed, found) in
        [("sko", "Skole uten plass"), ("blaser", "Blåser ut"), ("čuo", "Čuovvu ŋ đ ŧ áhkká")]
    {
        session.press("/");
        session.press(typed);
        session.wait_for(found, |screen| {
            let rows: Vec<String> = (0..session::ROWS).map(|y| line(screen, y)).collect();
            let field = rows.iter().position(|row| row.contains(&format!("› {typed}")));
            field.is_some_and(|at| rows[at..].iter().any(|row| row.contains(found)))
        });
        session.press("\x1b");
        session.wait_for("the search is closed", |screen| !screen.contents().contains(&format!("› {typed}")));
    }
    session.press("\x13");
    session.wait_for_text("Lagret");
    let map = open(&session.folder().join(FILE)).expect("it opens").document.to_map().expect("a map");
    let labels: Vec<&str> = map.nodes().map(|(_, node)| node.label.as_str()).collect();
    assert_eq!(labels.len(), 4, "{labels:?}");
    assert!(labels.contains(&"ÆØÅ æøå") && labels.contains(&"Čuovvu ŋ đ ŧ áhkká"), "{labels:?}");
    session.press("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn whole_letters_are_deleted_and_no_border_moves() {
    let mut session = blank();
    session.press("a");
    session.wait_for_text("Legg til");
    session.press("x");
    session.wait_for_text("› x");
    let straight = edges(&session, "› x");
    assert_eq!(straight.len(), 2, "{straight:?}");
    for letter in ["å", "e\u{301}", "ŋ", "漢", "🧑‍🚀", "👍🏽", "🇳🇴", "ﷺ", "á̂"] {
        session.press(letter);
        session.wait_for(letter, |screen| {
            (0..session::ROWS).any(|y| line(screen, y).contains("› x") && !line(screen, y).contains("› x  "))
        });
        assert_eq!(edges(&session, "› x"), straight, "{letter}");
        // One key takes the whole letter away, however many code points it is made of.
        session.press("\x7f");
        session.wait_for(&format!("{letter} to go"), |screen| {
            (0..session::ROWS)
                .any(|y| line(screen, y).trim_start_matches('│').trim_end_matches('│').trim() == "› x")
        });
        assert_eq!(edges(&session, "› x"), straight, "{letter}");
    }
}
