//! Reads a file of a newer version as far as this program understands it, for looking only.
//!
//! Fields that this program does not know are blanked out and the rest is read as strictly as ever. What was
//! read this way must never be written over the file: the blanked fields would be lost.

use crate::map::{Answer, Conflict, Measurement, Perspectives};
use crate::map::{
    Area, Citation, EffectGoal, Journey, Level, Link, LinkKind, NamedLoop, Phase, Record, SetAside, Source,
    Step,
};

use super::document::Document;
use super::locate::{Key, keys};
use super::nodes::ENTRY_FIELDS;
use super::reader::{FILE_FIELDS, ReadError, read_any_version};
use super::scan::{Kind, Scan};
use super::survey::Survey;

/// Reads what can be read.
///
/// # Errors
/// If even the known fields hold what this program cannot read.
pub(super) fn read_newer(text: &str, survey: &Survey) -> Result<Document, ReadError> {
    read_any_version(&without_unknown_fields(text), survey)
}

/// The text with blanks for every field that this program does not know; as long as before.
fn without_unknown_fields(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    let mut done = 0;
    for (path, range) in keys(text) {
        let Some((Key::Name(name), record)) = path.split_last() else { continue };
        let known = fields_of(record).is_none_or(|fields| fields.contains(&name.as_ref()));
        if known || range.start < done {
            continue;
        }
        done = end_of_field(text, range.start);
        for byte in &mut out[range.start..done] {
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    // Whole tokens were blanked, so no character was cut in two.
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Where the field that starts at `start` ends: behind its comma, or before the bracket that closes around it.
fn end_of_field(text: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for token in Scan::of(&text[start..]) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close if depth == 0 => return start + token.range.start,
            Kind::Close => depth -= 1,
            Kind::Comma if depth == 0 => return start + token.range.end,
            _ => {}
        }
    }
    text.len()
}

/// The fields of the record at the end of a path; `None` where no record stands.
fn fields_of(path: &[Key<'_>]) -> Option<&'static [&'static str]> {
    let words: Vec<&str> = path
        .iter()
        .map(|key| match key {
            Key::Name(name) => name.as_ref(),
            Key::At(_) => "",
        })
        .collect();
    Some(match words.as_slice() {
        [] => FILE_FIELDS,
        ["levels", _] => Level::FIELDS,
        ["phases", _] => Phase::FIELDS,
        ["effect_goals", _] => EffectGoal::FIELDS,
        ["areas", _] => Area::FIELDS,
        ["sources", _] => Source::FIELDS,
        ["nodes", _] => ENTRY_FIELDS,
        ["nodes", _, "perspectives"] => Perspectives::FIELDS,
        ["nodes", _, "perspectives", _] => Answer::FIELDS,
        ["nodes", _, "measurements", _] => Measurement::FIELDS,
        ["nodes", _, "sources", _] | ["nodes", _, _, _, "sources", _] => Citation::FIELDS,
        ["nodes", _, kind, _] if LinkKind::from_field(kind).is_some() => Link::FIELDS,
        ["loops", _] => NamedLoop::FIELDS,
        ["journeys", _] => Journey::FIELDS,
        ["journeys", _, "steps", _] => Step::FIELDS,
        ["set_aside", _] => SetAside::FIELDS,
        ["conflicts", _] => Conflict::FIELDS,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::survey::survey;

    const EXAMPLE: &str = include_str!("../../tests/fixtures/version-1.floke.ron");

    #[test]
    fn the_known_part_of_a_newer_file_is_read() {
        let newer = EXAMPLE
            .replace("  floke: 1,", "  floke: 2, mood: {\"a\": (floke: [1, \"),\"])},")
            .replace("      kind: Cause,", "      kind: Cause, weather: \"å\",")
            .replace("(sign: Plus, delay", "(sign: Plus, colour: Blue(3), delay")
            .replace("page: \"14\"", "page: \"14\", shelf: 3")
            .replace("(show: Text, ", "(music: [], show: Text, ");
        assert!(newer.len() > EXAMPLE.len() + 80);
        let read = read_newer(&newer, &survey(&newer)).expect("its known part opens");
        assert_eq!(Ok(read), super::super::reader::read(EXAMPLE));
    }

    #[test]
    fn extra_columns_and_ids_are_no_fields() {
        assert_eq!(without_unknown_fields(EXAMPLE), EXAMPLE);
    }
}
