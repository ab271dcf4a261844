//! `floke merge-driver`: what git calls to merge a map.
//!
//! Git reads the exit code and the file at %A and nothing else. 0 means that the merged map stands there in full, 1 to 128
//! that conflicts stand in it, more that git shall leave everything as it was.

use std::ffi::{OsStr, OsString};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::file::{Document, open, save};
use crate::map::merge;
use crate::text::words::says::{
    does_not_read_back, fault_of_floke, merged_as_text, merged_is_no_map, not_merged, text_is_no_map,
};
use crate::text::{Lang, visible};
use crate::vcs::TextMerge;

use super::answer::{Answer, DONE, REPORT, name};
use super::merge::{loops, read_back, said, whole};
use super::shell::Shell;

/// What git takes as 'this could not be merged at all': it then leaves the file and the index as they were.
pub(super) const GIVEN_UP: u8 = 129;

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
    marker: OsString,
    /// The name of the file in the repository (%P)
    #[arg(value_name = "%P", allow_hyphen_values = true)]
    path: Option<OsString>,
    /// What the three versions are called (%S %X %Y): base, ours, theirs
    #[arg(value_name = "LABEL", num_args = 0.., allow_hyphen_values = true)]
    labels: Vec<OsString>,
}

/// Merges, and writes the merged map over ours. Whatever goes wrong is an exit code that git knows.
pub fn run(args: &DriverArgs, shell: &Shell) -> Answer {
    // A fault of ours must not end in a code that git takes for a conflict: then it would drop their side.
    let answer = catch_unwind(AssertUnwindSafe(|| merged(args, shell.lang)));
    answer.unwrap_or_else(|_| given_up(args, fault_of_floke(shell.lang), shell.lang))
}

fn merged(args: &DriverArgs, lang: Lang) -> Answer {
    let versions = (whole(&args.base, true), whole(&args.ours, false), whole(&args.theirs, false));
    let (Some(base), Some(ours), Some(theirs)) = versions else { return as_text(args, lang) };
    let merged = merge(&base, &ours, &theirs);
    let document = Document::of(&merged.map);
    let text = match read_back(&document, lang) {
        Ok(text) => text,
        Err(why) => return given_up(args, &merged_is_no_map(lang, &why), lang),
    };
    if let Err(error) = save(&args.ours, &text, None) {
        return given_up(args, &error.message(lang), lang);
    }
    if std::fs::read(&args.ours).ok().is_none_or(|bytes| bytes != text.as_bytes()) {
        return given_up(args, does_not_read_back(lang), lang);
    }
    let code = if merged.conflicts.is_empty() { DONE } else { REPORT };
    let err = said::all(&file(args), &merged, &loops(&ours, &theirs, &merged.map), lang);
    Answer { err, ..Answer::default() }.with_code(code)
}

fn file(args: &DriverArgs) -> String {
    args.path.as_ref().map_or_else(|| name(&args.ours), |path| name(Path::new(path)))
}

/// The three as text, as git would have merged them. Without markers and all the same no map is a conflict too: nobody is to
/// commit it unseen.
fn as_text(args: &DriverArgs, lang: Lang) -> Answer {
    let label = |at: usize, usual: &'static str| {
        // A git that does not know a label gives it as it stands.
        let said = |label: &&OsStr| !label.is_empty() && !label.as_encoded_bytes().starts_with(b"%");
        args.labels.get(at).map(OsString::as_os_str).filter(said).unwrap_or(OsStr::new(usual))
    };
    let merge = TextMerge {
        base: (&args.base, label(0, "base")),
        ours: (&args.ours, label(1, "ours")),
        theirs: (&args.theirs, label(2, "theirs")),
        marker: args.marker.to_str().and_then(|size| size.parse().ok()).unwrap_or(7),
    };
    let clean = match merge.run() {
        Ok(clean) => clean,
        Err(fault) => return given_up(args, &fault.message(lang), lang),
    };
    let file = file(args);
    let file = visible(&file);
    let mut err = format!("{file}: {}\n", merged_as_text(lang));
    let fault = clean.then(|| why_no_map(&args.ours, lang)).flatten();
    if let Some(why) = &fault {
        err.push_str(&format!("{file}: {}\n", text_is_no_map(lang, &visible(why))));
    }
    let code = if clean && fault.is_none() { DONE } else { REPORT };
    Answer { err, ..Answer::default() }.with_code(code)
}

/// What is wrong with the file if it is no map.
fn why_no_map(path: &Path, lang: Lang) -> Option<String> {
    match open(path) {
        Err(error) => {
            let line = error.place().map_or_else(String::new, |place| format!("{}: ", place.line));
            Some(line + &error.message(lang))
        }
        Ok(opened) => {
            let faults = opened.document.to_map().err()?;
            Some(faults.first().map_or_else(String::new, |fault| fault.message(lang)))
        }
    }
}

fn given_up(args: &DriverArgs, why: &str, lang: Lang) -> Answer {
    let err = format!("{}: {}\n", visible(&file(args)), not_merged(lang, &visible(why)));
    Answer { err, ..Answer::default() }.with_code(GIVEN_UP)
}
