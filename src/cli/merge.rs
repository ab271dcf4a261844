//! `floke merge`: two versions of a map that come from one, as one map.

pub(super) mod said;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::analysis::{AfterMerge, Budget, after_merge};
use crate::file::open::{open_bytes, read_bytes};
use crate::file::{Document, read, save, write};
use crate::map::{Clash, Conflict, LinkId, Map, Merged, Side, Value, merge};
use crate::text::Lang;
use crate::text::words::says::{
    does_not_read_back, merged_is_no_map, one_standard_input, take_out_then_merge,
};

use super::answer::{Answer, DONE, Failure, REPORT, json, name};
use super::load;
use super::shell::Shell;

/// The longest loop that is looked for.
const LONGEST: usize = 8;
/// How far loops are looked for before that is given up: well under a second.
const STEPS: u64 = 3_000_000;

/// Merges two versions of a map that come from one
///
/// Exits with 1 if there are conflicts, old ones that still stand open too. They stand in the merged map, which opens everywhere, with ours live; `floke check` fails until
/// they are settled. On standard error: the conflicts, loops that neither side had, and told loops that no longer run.
#[derive(Args, Clone, Debug)]
pub struct MergeArgs {
    /// The map that both versions come from; an empty file if there is none
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Our version
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// Their version
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// Where to write the merged map, over what is there; standard output if nothing is said
    #[arg(short = 'o', long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Merges files with comments too; the comments are lost
    #[arg(long)]
    drop_comments: bool,
}

/// Merges, and writes the merged map or answers with it.
///
/// # Errors
/// If one of the three cannot be worked on, would lose comments, or was written by a newer floke, or the merged map cannot be
/// saved; nothing is written then.
pub fn run(args: &MergeArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    if wants_json && args.output.is_none() {
        return Err(Failure::new("--format json needs -o", "name the file for the merged map with -o OUT"));
    }
    if [&args.base, &args.ours, &args.theirs].iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        let (what, advice) = one_standard_input(shell.lang);
        return Err(Failure::new(what, advice));
    }
    // Reading takes longer than merging: all three at the same time.
    let (base, ours, theirs) = std::thread::scope(|scope| {
        let base = scope.spawn(|| one(&args.base, true, args, shell));
        let ours = scope.spawn(|| one(&args.ours, false, args, shell));
        let theirs = one(&args.theirs, false, args, shell);
        let ended = "reading a map does not panic";
        (base.join().expect(ended), ours.join().expect(ended), theirs)
    });
    let (base, ours, theirs) = (base?, ours?, theirs?);
    let merged = merge(&base, &ours, &theirs);
    let file = args.output.as_deref().map_or_else(|| "standard output".to_owned(), name);
    let text = read_back(&Document::of(&merged.map), shell.lang).map_err(|why| {
        let what = merged_is_no_map(shell.lang, &why);
        Failure::of_file(file.clone(), what, take_out_then_merge(shell.lang))
    })?;
    let mut answer = Answer::default();
    match &args.output {
        Some(path) => {
            save(path, &text, None).map_err(|error| Failure::of_save(path, &error, shell.lang))?;
        }
        None => answer.out = text,
    }
    let loops = after_merge(&ours, &theirs, &merged.map, LONGEST, &mut Budget::steps(STEPS));
    if wants_json {
        answer.out = json(&report(&merged, &loops)).out;
    }
    answer.err = said::all(&file, &merged, &loops, shell.lang);
    Ok(answer.with_code(if merged.map.conflicts().is_empty() { DONE } else { REPORT }))
}

/// The text of the merged map, after reading it back: together two maps may hold more than one may.
///
/// # Errors
/// Why it would not open.
pub(super) fn read_back(document: &Document, lang: Lang) -> Result<String, String> {
    let text = write(document);
    match read(&text) {
        Ok(there) if there == *document => Ok(text),
        Ok(_) => Err(does_not_read_back(lang).to_owned()),
        Err(error) => Err(error.message(lang)),
    }
}

fn one(path: &Path, is_base: bool, args: &MergeArgs, shell: &Shell) -> Result<Map, Failure> {
    if is_base && path.as_os_str() != "-" && is_empty(path) {
        return Ok(Map::default());
    }
    let (opened, map) = load::both(path, shell.lang)?;
    let file = name(&opened.path);
    if opened.unmerged {
        return Err(Failure::of_file(
            file,
            "git left a merge unfinished in this file",
            "finish it first: open it with floke, settle what is open, and save",
        ));
    }
    if opened.newer {
        return Err(Failure::of_file(
            file,
            "a newer floke wrote this file",
            "merge it with that version; this one would lose what it does not know",
        ));
    }
    match opened.comments.first() {
        // Comments of the base alone somebody took out.
        Some(&line) if !args.drop_comments && !is_base => Err(Failure {
            place: Some((line, 1)),
            ..Failure::of_file(
                file,
                format!("{} comment(s) would be lost", opened.comments.len()),
                "move them into notes, or add --drop-comments",
            )
        }),
        _ => Ok(map),
    }
}

fn is_empty(path: &Path) -> bool {
    read_bytes(path).is_ok_and(|bytes| bytes.is_empty())
}

/// A map for the driver: `None` if it cannot be merged without losing something. An empty base is an empty map, and its comments are
/// no loss.
pub(super) fn whole(path: &Path, is_base: bool) -> Option<Map> {
    let bytes = read_bytes(path).ok()?;
    if bytes.is_empty() && is_base {
        return Some(Map::default());
    }
    let opened = open_bytes(path.to_owned(), bytes).ok()?;
    let loses = opened.newer || !(is_base || opened.comments.is_empty());
    opened.document.to_map().ok().filter(|_| !loses)
}

/// What the merge does to loops, for the driver.
pub(super) fn loops(ours: &Map, theirs: &Map, merged: &Map) -> AfterMerge {
    after_merge(ours, theirs, merged, LONGEST, &mut Budget::steps(STEPS))
}

fn report(merged: &Merged, loops: &AfterMerge) -> Json {
    let link = |id: &LinkId| json!({"from": id.from.as_str(), "to": id.to.as_str(), "kind": id.kind.field()});
    let new = loops.new.iter().map(|(links, polarity)| {
        let nodes: Vec<&str> = links.iter().map(|link| link.from.as_str()).collect();
        json!({
            "polarity": polarity.name(),
            "length": links.len(),
            "nodes": nodes,
            "links": links.iter().map(link).collect::<Vec<_>>(),
        })
    });
    json!({
        "conflicts": merged.conflicts.iter().map(told).collect::<Vec<_>>(),
        "loops": {
            "new": new.collect::<Vec<_>>(),
            "broken": loops.broken.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
            "complete": loops.complete,
        },
    })
}

fn told(conflict: &Conflict) -> Json {
    let value = |value: &Option<Value>| value.as_ref().map(Value::as_str).map(str::to_owned);
    json!({
        "at": conflict.at,
        "field": (!conflict.field.is_empty()).then_some(&conflict.field),
        "what": conflict.what.map(Clash::as_str),
        "deleted_by": conflict.deleted_by.map(Side::as_str),
        "base": value(&conflict.base),
        "ours": value(&conflict.ours),
        "theirs": value(&conflict.theirs),
    })
}
