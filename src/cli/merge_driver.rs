//! `floke merge-driver`: what git calls to merge a map.
//!
//! Git reads the exit code and the file at %A and nothing else. 0 means that the merged map stands there in full, 1 to 128
//! that conflicts stand in it, more that git shall leave everything as it was.

use std::ffi::OsStr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::file::{Document, open, save_document};
use crate::map::{Map, merge};
use crate::text::{Lang, visible};

use super::answer::{Answer, DONE, REPORT, name};
use super::merge::{loops, said, whole};
use super::shell::Shell;

/// What git takes as 'this could not be merged at all': it then leaves the file and the index as they were.
const GIVEN_UP: u8 = 129;

/// What git calls to merge maps
///
/// Set up by `floke git-setup`. Writes the merged map to %A. A version that is no map, or that would lose comments, is merged as
/// text by `git merge-file`.
#[derive(Args, Clone, Debug)]
pub struct DriverArgs {
    /// The version that both come from (%O); an empty file if there is none
    #[arg(value_name = "%O")]
    base: PathBuf,
    /// Our version, and where the merged one goes (%A)
    #[arg(value_name = "%A")]
    ours: PathBuf,
    /// Their version (%B)
    #[arg(value_name = "%B")]
    theirs: PathBuf,
    /// The length of conflict markers (%L)
    #[arg(value_name = "%L", default_value = "7")]
    marker: String,
    /// The name of the file in the repository (%P)
    #[arg(value_name = "%P")]
    path: Option<String>,
    /// What the three versions are called (%S %X %Y): base, ours, theirs
    #[arg(value_name = "LABEL", num_args = 0..)]
    labels: Vec<String>,
}

/// Merges, and writes the merged map over ours. Whatever goes wrong is an exit code that git knows.
pub fn run(args: &DriverArgs, shell: &Shell) -> Answer {
    // A fault of ours must not end in a code that git takes for a conflict: then it would drop their side.
    let answer = catch_unwind(AssertUnwindSafe(|| merged(args, shell.lang)));
    answer.unwrap_or_else(|_| given_up(args, "a fault in floke", shell.lang))
}

fn merged(args: &DriverArgs, lang: Lang) -> Answer {
    let versions = (whole(&args.base, true), whole(&args.ours, false), whole(&args.theirs, false));
    let (Some(base), Some(ours), Some(theirs)) = versions else { return as_text(args, lang) };
    let merged = merge(&base, &ours, &theirs);
    if let Err(error) = save_document(&args.ours, &Document::of(&merged.map), None) {
        return given_up(args, &error.message(lang), lang);
    }
    if !stands_there(&args.ours, &merged.map) {
        return given_up(args, "the merged map does not read back", lang);
    }
    let code = if merged.conflicts.is_empty() { DONE } else { REPORT };
    let err = said::all(&file(args), &merged, &loops(&ours, &theirs, &merged.map), lang);
    Answer { err, ..Answer::default() }.with_code(code)
}

fn stands_there(path: &Path, map: &Map) -> bool {
    open(path).ok().and_then(|opened| opened.document.to_map().ok()).is_some_and(|read| read == *map)
}

fn file(args: &DriverArgs) -> String {
    args.path.clone().unwrap_or_else(|| name(&args.ours))
}

/// The three as text, as git would have merged them; its exit code is ours.
fn as_text(args: &DriverArgs, lang: Lang) -> Answer {
    let label = |at: usize, usual: &'static str| {
        // A git that does not know a label gives it as it stands.
        args.labels
            .get(at)
            .map(String::as_str)
            .filter(|label| !label.is_empty() && !label.starts_with('%'))
            .unwrap_or(usual)
    };
    let size = args.marker.parse().unwrap_or(7_u32).to_string();
    let ran = Command::new("git")
        .args(["merge-file", "--marker-size", &size])
        .args(["-L", label(1, "ours"), "-L", label(0, "base"), "-L", label(2, "theirs"), "--"])
        .args([&args.ours, &args.base, &args.theirs].map(|path| -> &OsStr { path.as_os_str() }))
        .status();
    let Some(code) = ran.ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok())
    else {
        return given_up(args, "git merge-file could not be run", lang);
    };
    let file = file(args);
    let file = visible(&file);
    let err = match lang {
        Lang::En => format!("{file}: one of the versions is no map, or has comments; merged as text\n"),
        Lang::Nb => format!(
            "{file}: en av versjonene er ikke et kart, eller har kommentarer; slått sammen som tekst\n"
        ),
    };
    Answer { err, ..Answer::default() }.with_code(code)
}

fn given_up(args: &DriverArgs, why: &str, lang: Lang) -> Answer {
    let file = file(args);
    let (file, why) = (visible(&file), visible(why));
    let err = match lang {
        Lang::En => format!("{file}: not merged: {why}\n"),
        Lang::Nb => format!("{file}: ikke slått sammen: {why}\n"),
    };
    Answer { err, ..Answer::default() }.with_code(GIVEN_UP)
}
