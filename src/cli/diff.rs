//! `floke diff`: what a change to a map means, and what it does to loops and levels.

mod asked;
mod json;
mod markdown;
mod text;

use std::ffi::OsString;
use std::time::{Duration, Instant};

use clap::Args;

use self::asked::{Pair, Pairs};
use super::answer::{Answer, FAILED, Failure, REPORT, json as json_answer};
use super::shell::{Format, Shell};
use crate::analysis::{Budget, CompareQuery, Comparison};
use crate::map::Map;
use crate::text::Lang;

/// Shows what changed in meaning, and what it does to loops, chains and levels
///
/// floke diff OLD NEW compares two files; REV:PATH names a file of a revision, - reads standard input.
/// floke diff compares the work tree with HEAD, floke diff REV with REV, floke diff REV..REV two revisions,
/// floke diff REV...REV from where they parted; --staged takes the index for the work tree. Exits with 1 if the
/// maps differ; the same meaning in other bytes is no difference.
#[derive(Args, Clone, Debug)]
pub struct DiffArgs {
    /// Two files, or revisions and paths as above
    #[arg(value_name = "OLD NEW|REV")]
    what: Vec<OsString>,
    /// Only these paths
    #[arg(last = true, value_name = "PATH")]
    paths: Vec<std::path::PathBuf>,
    /// The index in place of the work tree
    #[arg(long)]
    staged: bool,
    /// The most links a loop may have; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// How long to search for loops
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
}

/// How long loops are looked for in a map that came or went as a whole.
const STEPS_FOR_WHOLE: u64 = 2_000_000;

/// Two versions of a map, compared.
struct Compared<'a> {
    pair: &'a Pair,
    comparison: Comparison<'a>,
}

/// All that was found.
struct Found<'a> {
    /// The maps that differ; of two files their comparison, whatever it says.
    all: Vec<Compared<'a>>,
    /// Whether two files were named, and not states of a repository.
    files: bool,
    /// Why others could not be compared.
    failed: &'a [Failure],
}

impl Found<'_> {
    /// Whether there is nothing to say but that the maps say the same. What was not compared may say anything.
    fn is_same(&self) -> bool {
        let same = |own: &Compared<'_>| own.comparison.is_empty() && !own.pair.comes() && !own.pair.goes();
        self.failed.is_empty() && self.all.iter().all(same)
    }
}

/// `x.floke.ron:1:2: not compared: why`, on one line. What the map says in it is not made safe.
fn not_compared(failure: &Failure, lang: Lang) -> String {
    let words = lang.words().changes.not_compared;
    let place = failure.place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
    let file = failure.file.as_ref().map_or_else(String::new, |file| format!("{file}{place}: "));
    let what = failure.what.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{file}{words}: {what}")
}

/// Answers with what differs, map by map.
///
/// # Errors
/// If it is not clear what is meant, or one of two files cannot be read. Of several maps those that cannot be read
/// are named on standard error, and the exit code is 2.
pub fn run(args: &DiffArgs, shell: &Shell) -> Result<Answer, Failure> {
    match shell.format {
        Format::Text | Format::Json | Format::Markdown => {}
        other => {
            return Err(Failure::new(
                format!("a difference is not written as {}", other.name()),
                "write text, markdown or json",
            ));
        }
    }
    let Pairs { pairs, files, mut failed } = asked::pairs(args, shell)?;
    if files && let Some(failure) = failed.pop() {
        return Err(failure);
    }
    let began = Instant::now();
    let late = || began.elapsed() >= Duration::from_millis(args.time_budget);
    let query = CompareQuery { max_length: args.max_length, ..CompareQuery::default() };
    let mut all = Vec::new();
    for pair in &pairs {
        // All loops of a map that came or went are new or lost: nobody waits for that.
        let steps = if pair.comes() || pair.goes() { STEPS_FOR_WHOLE } else { u64::MAX };
        let mut budget = Budget::steps(steps).with_stop(&late);
        let comparison = Comparison::of(&pair.old, &pair.new, &query, &mut budget);
        if files || !comparison.is_empty() || pair.comes() || pair.goes() {
            all.push(Compared { pair, comparison });
        }
    }
    let differ = all.iter().any(|own| !own.comparison.is_empty() || own.pair.comes() || own.pair.goes());
    let found = Found { all, files, failed: &failed };
    let answer = match shell.format {
        Format::Json => json_answer(&json::document(&found)),
        Format::Markdown => Answer::data(markdown::page(&found, shell.lang)),
        _ => Answer::data(text::page(&found, shell)),
    };
    drop(found);
    // The process is about to end, and giving two large maps back piece by piece takes longer than comparing them.
    std::mem::forget(pairs);
    let code = match (failed.is_empty(), differ) {
        (false, _) => FAILED,
        (true, true) => REPORT,
        (true, false) => answer.code,
    };
    let err: String = failed.iter().map(|failure| format!("floke: {}\n", failure.line())).collect();
    Ok(Answer { err, ..answer }.with_code(code))
}

/// `3 cards, 4 links` of a map that came or went.
fn size(map: &Map, lang: Lang) -> String {
    let (things, links) = (&lang.words().things, &lang.words().links);
    let named = match map.loops().len() {
        0 => String::new(),
        n => format!(", {}", links.circle.of(n)),
    };
    format!("{}, {}{named}", things.card.of(map.node_count()), links.link.of(map.link_count()))
}
