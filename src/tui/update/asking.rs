//! Answers to what the editor asks.

use keybinds::{Key, KeyInput};

use super::{beginning, files, panes, reviewing, unsettled};
use crate::tui::app::App;
use crate::tui::ask::{Answer, Question, Wanted};
use crate::tui::errand::Errand;
use crate::tui::pane::Pane;

/// The longest path that is typed.
const LONGEST: usize = 4_000;

/// A key while a question is asked: the arrows go through the answers, Enter gives one, and so does its letter.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(Pane::Ask(ask)) = app.pane.as_mut() else { return };
    let answers = ask.answers();
    match key.key() {
        Key::Left | Key::Up => ask.at = ask.at.checked_sub(1).unwrap_or(answers.len() - 1),
        Key::Right | Key::Down | Key::Tab => ask.at = (ask.at + 1) % answers.len(),
        Key::Enter => {
            let answer = answers[ask.at];
            give(app, answer);
        }
        Key::Char(letter) => {
            // Only the letter that is shown: in the other language it may mean the opposite.
            let shown = |own: &&Answer| own.key(app.lang) == letter.to_ascii_lowercase();
            let answer = answers.iter().find(shown);
            if let Some(&answer) = answer {
                give(app, answer);
            }
        }
        _ => {}
    }
}

/// Gives an answer to the open question.
pub fn give(app: &mut App, answer: Answer) {
    let Some(Pane::Ask(ask)) = app.pane.take() else { return };
    match (ask.question, answer) {
        (Question::Leave(then), Answer::Save) => {
            app.then = Some(then);
            files::save(app);
        }
        (Question::Leave(then), Answer::Discard) => files::go_on(app, then),
        (Question::Comments, Answer::Save) => files::save_now(app),
        (Question::Replace(path), Answer::Replace) => files::replace(app, path),
        (Question::Overwrite(delivery), Answer::Replace) => app.errands.push(Errand::Deliver(delivery)),
        // Back to the name: whatever was to follow still does once there is one.
        (Question::Replace(path), _) => files::ask_path_again(app, &path),
        _ => app.then = None,
    }
}

/// A key in a field of one line.
pub fn type_key(app: &mut App, key: KeyInput) {
    let Some(Pane::Prompt(prompt)) = app.pane.as_mut() else { return };
    if key.key() == Key::Enter {
        let (wanted, typed) = (prompt.wanted, prompt.input.value().trim().to_owned());
        match wanted {
            Wanted::SavePath => files::save_as(app, &typed),
            Wanted::Title => beginning::titled(app, &typed),
            Wanted::Base => reviewing::compare_with(app, &typed),
            Wanted::OwnValue => unsettled::typed(app, &typed),
        }
        return;
    }
    let Some(request) = panes::request(key) else { return };
    let full = matches!(request, tui_input::InputRequest::InsertChar(_))
        && !prompt.proposed
        && prompt.input.value().chars().count() >= LONGEST;
    if !full {
        prompt.handle(request);
    }
}

/// Pasted text in a field of one line.
pub fn paste(app: &mut App, text: &str) {
    let Some(Pane::Prompt(prompt)) = app.pane.as_mut() else { return };
    for letter in panes::pasted(text.trim_end()).take(LONGEST) {
        prompt.handle(letter);
    }
    prompt.wrong.clear();
}

#[cfg(test)]
mod tests {
    use super::super::played::{player, press};
    use crate::tui::pane::Pane;

    #[test]
    fn the_first_letter_takes_the_place_of_a_proposed_name_and_an_arrow_keeps_it() {
        for (keys, wanted) in [
            ("", "node.floke.ron"),
            ("map", "map"),
            ("<end>2", "node.floke.ron2"),
            ("<home>my-", "my-node.floke.ron"),
            ("<bs>", ""),
            ("a<left>b", "ba"),
        ] {
            let mut player = player();
            press(&mut player, &format!("ga{keys}"));
            let Some(Pane::Prompt(prompt)) = &player.app.pane else { panic!("it asks") };
            assert_eq!(prompt.input.value(), wanted, "{keys}");
        }
    }
}
