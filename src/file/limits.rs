//! How much of anything a map file may hold.
//!
//! A map from a stranger must not eat the memory or hang the program; nobody's own map comes near.

pub use crate::map::limits::{LONGEST_LABEL, LONGEST_NOTE, MOST_PLACES, MOST_TAGS};
use crate::map::limits::{longer, too_long};

use super::document::Document;
use super::locate::{Key, find};
use super::problem::{Much, Problem};
use super::reader::ReadError;

/// Bytes of a file.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Nodes of a map.
pub const MOST_NODES: usize = 200_000;
/// Links of a map.
pub const MOST_LINKS: usize = 1_000_000;
/// What the document has too much of, with its place in the text; `None` if it is within all limits. Nodes and
/// links were counted when they were read.
pub(super) fn exceeded(text: &str, document: &Document) -> Option<ReadError> {
    let (path, of, limit) = first_exceeded(document)?;
    let at = find(text, [path.clone()].into_iter()).remove(&path).unwrap_or(0..0);
    Some(ReadError::new(text, at, Problem::TooMuch { of, limit }, String::new()))
}

fn first_exceeded(document: &Document) -> Option<(Vec<Key<'_>>, Much, usize)> {
    let frame = &document.frame;
    let places = [
        ("levels", frame.levels.len()),
        ("phases", frame.phases.len()),
        ("areas", frame.areas.len()),
        ("effect_goals", frame.effect_goals.len()),
    ];
    if let Some((list, _)) = places.into_iter().find(|(_, count)| *count > MOST_PLACES) {
        return Some((vec![Key::name(list)], Much::Places, MOST_PLACES));
    }
    for (id, entry) in &document.nodes {
        let field = |name| vec![Key::name("nodes"), Key::name(id.as_str()), Key::name(name)];
        if longer(&entry.node.label, LONGEST_LABEL) {
            return Some((field("label"), Much::Label, LONGEST_LABEL));
        }
        if too_long(&entry.node.note) {
            return Some((field("note"), Much::Note, LONGEST_NOTE));
        }
        if entry.node.tags.len() > MOST_TAGS {
            return Some((field("tags"), Much::Tags, MOST_TAGS));
        }
        if let Some(((kind, to), _)) = entry.links.iter().find(|(_, link)| too_long(&link.note)) {
            let mut path = field(kind.field());
            path.extend([Key::name(to.as_str()), Key::name("note")]);
            return Some((path, Much::Note, LONGEST_NOTE));
        }
    }
    None
}
