//! Which keys a form names: those of the control in its own last line, the others in the last line of the screen.

use crate::command::Command;
use crate::tui::app::App;
use crate::tui::form::{Control, Editor, Form, Row};
use crate::tui::view::chrome::Hint;

/// The keys of a control, most useful first: key and what it does.
pub(super) fn of_row(app: &App, form: &Form, row: &Row) -> Vec<(String, String)> {
    let words = &app.lang.words().forms;
    let pair = |key: &str, what: &str| (key.to_owned(), what.to_owned());
    match &form.editing {
        Some(Editor::Text(_)) => return vec![pair("Enter", words.to_keep), pair("Esc", words.to_discard)],
        Some(Editor::Lines(_)) => {
            return vec![
                pair("Enter", words.to_keep),
                pair("Alt+Enter", words.to_break),
                pair("Esc", words.to_discard),
            ];
        }
        Some(Editor::List(list)) if list.ticked.is_some() => {
            let space = app.lang.words().doing.space;
            return vec![
                pair(space, words.to_tick),
                pair("Enter", words.to_keep),
                pair("Esc", words.to_discard),
            ];
        }
        Some(Editor::List(_)) => return vec![pair("Enter", words.to_take), pair("Esc", words.to_discard)],
        None => {}
    }
    if row.adds() {
        return vec![pair("Enter", words.to_add)];
    }
    let mut all = match &row.control {
        Control::Text | Control::Words | Control::Lines => vec![pair("Enter", words.to_edit)],
        Control::Number { .. } => vec![pair("Enter", words.to_edit), pair("←→", words.to_change)],
        Control::Choice(_) => vec![pair("←→", words.to_change), pair("Enter", words.to_choose)],
        Control::Toggle => vec![pair("Enter", words.to_toggle)],
        Control::Many(_) | Control::Pick { .. } => vec![pair("Enter", words.to_choose)],
    };
    if !row.is_always_stated() {
        all.push(pair("Del", if row.is_part() { words.to_remove } else { words.to_empty }));
    }
    if row.moves() {
        all.push(pair("Shift+↑↓", words.to_move));
    }
    all
}

/// The keys for the last line of the screen while a form is open.
pub(in crate::tui::view) fn keys(app: &App, form: &Form) -> Vec<Hint> {
    let all = app.lang.words();
    let (words, doing) = (&all.forms, &all.doing);
    let plain = |key: &str, what: &str| (key.to_owned(), what.to_owned(), None);
    let typing = vec![
        plain("←→", words.letters),
        plain("Ctrl+←→", words.by_words),
        plain("Ctrl+w", words.delete_word),
        plain("Ctrl+u", words.delete_line),
    ];
    match &form.editing {
        Some(Editor::Text(_)) => {
            [vec![plain("Enter", words.to_keep), plain("Esc", words.to_discard)], typing].concat()
        }
        Some(Editor::Lines(_)) => {
            let own = vec![
                plain("Enter", words.to_keep),
                plain("Alt+Enter Ctrl+j", words.to_break),
                plain("Esc", words.to_discard),
            ];
            [own, typing].concat()
        }
        Some(Editor::List(_)) => {
            vec![plain("↑↓", doing.select), plain(words.a_to_z, words.to_filter), plain("Esc", doing.cancel)]
        }
        None => {
            let named = |command: Command, what: &str| (app.keymap.label(command), what.to_owned(), None);
            vec![
                plain("↑↓", doing.select),
                plain("Enter", words.to_edit),
                named(Command::Undo, doing.undo),
                named(Command::Save, doing.save),
                plain("Esc", words.to_leave),
            ]
        }
    }
}
