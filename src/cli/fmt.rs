//! `floke fmt`: map files in their one form.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::file::{Opened, save_document, write};
use crate::text::{Both, Lang, both};

use super::answer::{Answer, Failure, REPORT, json, name};
use super::load;
use super::shell::Shell;

/// Rewrites map files in canonical form
///
/// With - standard input is rewritten to standard output. A file with comments is refused, for they would be
/// lost.
#[derive(Args, Clone, Debug)]
pub struct FmtArgs {
    /// The maps; - filters standard input
    #[arg(required = true, value_name = "MAP")]
    maps: Vec<PathBuf>,
    /// Only tells which files are not canonical; exits with 1 if there is one
    #[arg(long)]
    check: bool,
    /// Rewrites files with comments too; the comments are lost
    #[arg(long)]
    drop_comments: bool,
}

/// Rewrites the files, or none of them.
///
/// # Errors
/// If one of them cannot be read, would lose comments, or was written by a newer floke; nothing is written then.
/// Also if one cannot be saved.
pub fn run(args: &FmtArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let mut opened = Vec::new();
    for path in &args.maps {
        let file = load::opened(path, shell.lang)?;
        if !args.check {
            refuse(&file, args.drop_comments, shell.lang)?;
        }
        let text = write(&file.document);
        let differs = text != file.text;
        opened.push((path, file, text, differs));
    }
    let mut answer = Answer::default();
    let mut other = Vec::new();
    for (path, file, text, differs) in opened {
        let file_name = name(&file.path);
        if path.as_os_str() == "-" && !args.check {
            answer.out.push_str(&text);
        } else if differs && !args.check {
            save_document(path, &file.document, Some(file.text.as_bytes()))
                .map_err(|error| Failure::of_save(path, &error, shell.lang))?;
        }
        if differs {
            other.push(file_name);
        }
    }
    if wants_json && !args.maps.iter().any(|path| path.as_os_str() == "-" && !args.check) {
        let done = if args.check { "not_canonical" } else { "rewritten" };
        answer = json(&json!({ done: other.clone() }));
    } else if args.check {
        answer.out = other.iter().map(|file| format!("{}\n", crate::text::visible(file))).collect();
    }
    let code = if args.check && !other.is_empty() { REPORT } else { 0 };
    Ok(answer.with_code(code))
}

/// That comments would be lost.
pub fn comments_lost(n: usize) -> Both {
    both!("{n} comment(s) would be lost", "{n} kommentar(er) ville gå tapt")
}

/// Whether rewriting would lose something.
fn refuse(file: &Opened, drop_comments: bool, lang: Lang) -> Result<(), Failure> {
    if file.newer {
        let what = both!("a newer floke wrote this file", "en nyere floke skrev denne filen");
        let advice = both!(
            "rewrite it with that version; this one would lose what it does not know",
            "skriv den om med den versjonen; denne ville miste det den ikke kjenner"
        );
        return Err(Failure::said_of(lang, name(&file.path), &what, &advice));
    }
    match file.comments.first() {
        Some(&line) if !drop_comments => {
            let advice = both!(
                "move them into notes, or add --drop-comments",
                "flytt dem til notater, eller legg til --drop-comments"
            );
            let failure =
                Failure::said_of(lang, name(&file.path), &comments_lost(file.comments.len()), &advice);
            Err(Failure { place: Some((line, 1)), ..failure })
        }
        _ => Ok(()),
    }
}
