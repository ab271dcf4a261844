//! Reads the map that a command works on.

use std::path::Path;

use crate::file::open::open_bytes;
use crate::file::unmerged::Stages;
use crate::file::{Opened, Severity, check, open};
use crate::map::Map;
use crate::text::Lang;
use crate::vcs::open_map;

use super::answer::{Failure, name};
use super::shell::standard_input;
use super::words::check_lists_all;

/// Opens a file; `-` is standard input.
///
/// # Errors
/// If it is no map file.
pub fn opened(path: &Path, lang: Lang) -> Result<Opened, Failure> {
    let opened = if path.as_os_str() == "-" {
        open_bytes("standard input".into(), standard_input()?)
    } else {
        open(path)
    };
    opened.map_err(|error| Failure::of_open(&error, lang))
}

/// Opens a file and makes a map of it.
///
/// # Errors
/// If it is no map file, or has faults that a map cannot have.
pub fn map(path: &Path, lang: Lang) -> Result<Map, Failure> {
    checked(merged_if_need_be(path, lang)?, lang)
}

/// As [`map`], with the file too.
///
/// # Errors
/// As [`map`].
pub fn both(path: &Path, lang: Lang) -> Result<(Opened, Map), Failure> {
    let opened = merged_if_need_be(path, lang)?;
    let map = opened.document.to_map().map_err(|faults| refused(&opened, faults.len(), lang))?;
    Ok((opened, map))
}

/// The map of a file that was read.
///
/// # Errors
/// If it has faults that a map cannot have.
pub fn checked(mut opened: Opened, lang: Lang) -> Result<Map, Failure> {
    std::mem::take(&mut opened.document).into_map().map_err(|refused_with| {
        let (document, faults) = *refused_with;
        refused(&Opened { document, ..opened }, faults.len(), lang)
    })
}

/// As [`opened`]; a file in which git left an unfinished merge is merged from its versions.
fn merged_if_need_be(path: &Path, lang: Lang) -> Result<Opened, Failure> {
    let opened = if path.as_os_str() == "-" {
        open_bytes("standard input".into(), standard_input()?)
            .or_else(|error| error.or_unmerged(|_| Stages::default()))
    } else {
        open_map(path)
    };
    opened.map_err(|error| Failure::of_open(&error, lang))
}

/// Why a file with faults is not worked on: the first of them with its place, and how many there are.
fn refused(opened: &Opened, faults: usize, lang: Lang) -> Failure {
    let file = name(&opened.path);
    let all = check_lists_all(lang, &file);
    let Some(first) = check(opened).into_iter().find(|finding| finding.severity == Severity::Error) else {
        return Failure::of_file(file, format!("{faults} errors"), all);
    };
    let more = if faults > 1 { format!(" (+{})", faults - 1) } else { String::new() };
    Failure {
        place: Some((first.line, first.column)),
        source: Some(Box::new((opened.text.clone(), first.span.clone()))),
        ..Failure::of_file(
            file,
            format!("{}{more}", first.message(lang)),
            format!("{} {all}", first.help(lang)).trim(),
        )
    }
}
