//! `floke merge-driver`: what git calls to merge a map.
//!
//! Git reads the exit code and the file at %A and nothing else. 0 means that the merged map stands there in full, 1 to 128
//! that conflicts stand in it, more that git shall leave everything as it was.

use std::ffi::{OsStr, OsString};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

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
    /// The version that both come from, which is an empty file if there is none; our version, and where the merged one goes; their
    /// version; the length of conflict markers; the name of the file; what the three versions are called
    // One row, since names begin with dashes too.
    #[arg(
        value_name = "%O %A %B [%L %P %S %X %Y]",
        num_args = 3..,
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    given: Vec<OsString>,
}

/// What git says.
struct Call<'a> {
    base: &'a Path,
    ours: &'a Path,
    theirs: &'a Path,
    marker: u32,
    file: String,
    labels: &'a [OsString],
}

impl<'a> Call<'a> {
    fn of(args: &'a DriverArgs) -> Option<Self> {
        let [base, ours, theirs, rest @ ..] = args.given.as_slice() else { return None };
        Some(Self {
            base: Path::new(base),
            ours: Path::new(ours),
            theirs: Path::new(theirs),
            marker: rest.first().and_then(|size| size.to_str()?.parse().ok()).unwrap_or(7),
            file: name(Path::new(rest.get(1).unwrap_or(ours))),
            labels: rest.get(2..).unwrap_or_default(),
        })
    }
}

/// Merges, and writes the merged map over ours. Whatever goes wrong is an exit code that git knows.
pub fn run(args: &DriverArgs, shell: &Shell) -> Answer {
    let Some(call) = Call::of(args) else { return Answer::default().with_code(GIVEN_UP) };
    // A fault of ours must not end in a code that git takes for a conflict: then it would drop their side.
    let answer = catch_unwind(AssertUnwindSafe(|| merged(&call, shell.lang)));
    answer.unwrap_or_else(|_| given_up(&call, fault_of_floke(shell.lang), shell.lang))
}

fn merged(call: &Call<'_>, lang: Lang) -> Answer {
    let versions = (whole(call.base, true), whole(call.ours, false), whole(call.theirs, false));
    let (Some(base), Some(ours), Some(theirs)) = versions else { return as_text(call, lang) };
    let merged = merge(&base, &ours, &theirs);
    let document = Document::of(&merged.map);
    let text = match read_back(&document, lang) {
        Ok(text) => text,
        Err(why) => return given_up(call, &merged_is_no_map(lang, &why), lang),
    };
    if let Err(error) = save(call.ours, &text, None) {
        return given_up(call, &error.message(lang), lang);
    }
    if std::fs::read(call.ours).ok().is_none_or(|bytes| bytes != text.as_bytes()) {
        return given_up(call, does_not_read_back(lang), lang);
    }
    let code = if merged.conflicts.is_empty() { DONE } else { REPORT };
    let err = said::all(&call.file, &merged, &loops(&ours, &theirs, &merged.map), lang);
    Answer { err, ..Answer::default() }.with_code(code)
}

/// The three as text, as git would have merged them. Without markers and all the same no map is a conflict too: nobody is to
/// commit it unseen.
fn as_text(call: &Call<'_>, lang: Lang) -> Answer {
    let label = |at: usize, usual: &'static str| {
        // A git that does not know a label gives it as it stands.
        let said = |label: &&OsStr| !label.is_empty() && !label.as_encoded_bytes().starts_with(b"%");
        call.labels.get(at).map(OsString::as_os_str).filter(said).unwrap_or(OsStr::new(usual))
    };
    let merge = TextMerge {
        base: (call.base, label(0, "base")),
        ours: (call.ours, label(1, "ours")),
        theirs: (call.theirs, label(2, "theirs")),
        marker: call.marker,
    };
    let clean = match merge.run() {
        Ok(clean) => clean,
        Err(fault) => return given_up(call, &fault.message(lang), lang),
    };
    let file = visible(&call.file);
    let mut err = format!("{file}: {}\n", merged_as_text(lang));
    let fault = clean.then(|| why_no_map(call.ours, lang)).flatten();
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

fn given_up(call: &Call<'_>, why: &str, lang: Lang) -> Answer {
    let err = format!("{}: {}\n", visible(&call.file), not_merged(lang, &visible(why)));
    Answer { err, ..Answer::default() }.with_code(GIVEN_UP)
}
