//! `floke keys`: what each key does.

use clap::Args;
use serde_json::json;

use crate::command::reference::reference;
use crate::command::{Keymap, TABLE, View};

use super::answer::{Answer, Failure, json};
use super::shell::Shell;

/// Prints what each key does
#[derive(Args, Clone, Debug)]
pub struct KeysArgs {
    /// Reports conflicts in your settings (not yet)
    #[arg(long)]
    check: bool,
}

/// Answers with the table of commands.
///
/// # Errors
/// Only for what is not there yet.
pub fn run(args: &KeysArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    if args.check {
        return Err(Failure::not_yet("keys --check"));
    }
    if !wants_json {
        return Ok(Answer::data(reference(&Keymap::default(), shell.lang)));
    }
    let view = |view: &View| format!("{view:?}").to_lowercase();
    let row = |row: &crate::command::Entry| {
        json!({
            "id": row.id,
            "name": row.name.text(shell.lang),
            "group": row.group.title().text(shell.lang),
            "keys": row.keys,
            "views": row.views.iter().map(view).collect::<Vec<_>>(),
        })
    };
    Ok(json(&json!({"commands": TABLE.iter().map(row).collect::<Vec<_>>()})))
}
