//! `floke keys`: what each key does, and what is wrong with the keys a person has set.

use clap::{Args, ColorChoice};
use serde_json::json;

use crate::command::reference::reference;
use crate::command::{Entry, Keymap, TABLE, View};
use crate::text::visible;

use super::answer::{Answer, DONE, Failure, REPORT, json, name};
use super::finding::{Told, numbers};
use super::settings::{findings, notice, unreadable};
use super::shell::Shell;
use super::words::{no_conflicts, totals, worth_a_look};

/// Prints what each key does, with the keys you have set
///
/// Settings stand in $XDG_CONFIG_HOME/floke/settings.toml, or in ~/.config/floke.
#[derive(Args, Clone, Debug)]
pub struct KeysArgs {
    /// Reports what is wrong with your settings: conflicts, unknown commands, keys that cannot be read
    ///
    /// Exits with 1 if there is an error. What is taken from a default key is a warning.
    #[arg(long)]
    check: bool,
}

/// Answers with the table of commands, or with the faults of the settings.
///
/// # Errors
/// If the settings are to be checked and nothing of them can be read.
pub fn run(args: &KeysArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let (keymap, found) = findings(&shell.settings, shell.lang);
    if args.check {
        return check(shell, &found, wants_json);
    }
    if wants_json {
        return Ok(json(
            &json!({"commands": TABLE.iter().map(|row| of(row, &keymap, shell)).collect::<Vec<_>>()}),
        ));
    }
    let notice = notice(&found, shell.lang);
    let err = if notice.is_empty() { notice } else { visible(&notice).into_owned() + "\n" };
    Ok(Answer { out: reference(&keymap, shell.lang), err, code: DONE })
}

fn of(row: &Entry, keymap: &Keymap, shell: &Shell) -> serde_json::Value {
    let view = |view: &View| format!("{view:?}").to_lowercase();
    json!({
        "id": row.id,
        "name": row.name.text(shell.lang),
        "group": row.group.title().text(shell.lang),
        "keys": keymap.keys_of(row.command).map(ToString::to_string).collect::<Vec<_>>(),
        "views": row.views.iter().map(view).collect::<Vec<_>>(),
    })
}

fn check(shell: &Shell, found: &[Told], wants_json: bool) -> Result<Answer, Failure> {
    let (settings, lang) = (&shell.settings, shell.lang);
    if let Some(failure) = unreadable(settings, lang) {
        return Err(failure);
    }
    let numbers = numbers(found);
    let code = if numbers[0] > 0 { REPORT } else { DONE };
    let file = settings.path().map(name);
    if wants_json {
        let document = json!({
            "settings": file,
            "findings": found.iter().map(Told::json).collect::<Vec<_>>(),
            "errors": numbers[0],
            "warnings": numbers[1],
            "hints": numbers[2],
        });
        return Ok(json(&document).with_code(code));
    }
    let mut out: String = found.iter().map(|told| shown(told, shell)).collect();
    if numbers[0] == 0 && !found.is_empty() {
        out.push_str(&visible(&worth_a_look(lang, file.as_deref().unwrap_or_default())));
        out.push('\n');
    } else if numbers[0] == 0 {
        let there = settings.path().is_some_and(std::path::Path::exists);
        out.push_str(&visible(&no_conflicts(lang, file.as_deref().unwrap_or_default(), there)));
        out.push('\n');
    }
    if !found.is_empty() {
        out.push_str(&totals(lang, numbers));
        out.push('\n');
    }
    Ok(Answer::data(out).with_code(code))
}

/// A finding: with its line drawn under it for a terminal, one line for everybody else.
fn shown(told: &Told, shell: &Shell) -> String {
    if shell.width.is_none() {
        return told.line(shell.lang) + "\n";
    }
    let failure = Failure {
        place: told.place,
        source: Some(Box::new((shell.settings.text().to_owned(), told.span.clone()))),
        ..Failure::of_file(
            told.file.clone(),
            format!("{}: {}", told.weight.word(shell.lang), told.message),
            told.help.clone(),
        )
    };
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    failure.drawn(shell.color == ColorChoice::Always || (shell.color == ColorChoice::Auto && !plain))
}
