//! Reads the map that a command works on.

use std::path::Path;

use crate::file::{Opened, Severity, check, open, open_text};
use crate::map::Map;

use super::answer::{Failure, name};
use super::shell::standard_input;

/// A map and the file it came from.
#[derive(Debug)]
pub struct Loaded {
    /// The file.
    pub opened: Opened,
    /// The map in it.
    pub map: Map,
}

/// Opens a file; `-` is standard input.
///
/// # Errors
/// If it is no map file.
pub fn opened(path: &Path) -> Result<Opened, Failure> {
    if path.as_os_str() != "-" {
        return Ok(open(path)?);
    }
    let text = String::from_utf8(standard_input()?)
        .map_err(|_| Failure::of_file("standard input", "this is not UTF-8 text", "save it as UTF-8"))?;
    Ok(open_text("standard input", text)?)
}

/// Opens a file and makes a map of it.
///
/// # Errors
/// If it is no map file, or has faults that a map cannot have.
pub fn map(path: &Path) -> Result<Loaded, Failure> {
    let opened = opened(path)?;
    let map = opened.document.to_map().map_err(|faults| refused(&opened, faults.len()))?;
    Ok(Loaded { opened, map })
}

/// Why a file with faults is not worked on: the first of them with its place, and how many there are.
fn refused(opened: &Opened, faults: usize) -> Failure {
    let lang = crate::text::Lang::En;
    let first = check(opened).into_iter().find(|finding| finding.severity == Severity::Error);
    let file = name(&opened.path);
    let all = format!("all faults: floke check {file}");
    match first {
        Some(first) => {
            let more = if faults > 1 { format!(" ({} more)", faults - 1) } else { String::new() };
            let help = first.help(lang);
            Failure {
                place: Some((first.line, first.column)),
                text: Some(opened.text.clone()),
                ..Failure::of_file(
                    file,
                    format!("{}{more}", first.message(lang)),
                    if help.is_empty() { all } else { format!("{help} {all}") },
                )
            }
        }
        None => Failure::of_file(file, format!("{faults} faults keep this from being a map"), all),
    }
}
