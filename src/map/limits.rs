//! How much one item of a map may hold, so that whatever is made here opens again.
//!
//! How much a file may hold in all is for the file room to say.

use super::level::{Area, EffectGoal, Level, Phase};
use super::link::Link;
use super::node::Node;

/// Characters of a label.
pub const LONGEST_LABEL: usize = 2_000;
/// Characters of all lines of a note together.
pub const LONGEST_NOTE: usize = 100_000;
/// Tags of a node.
pub const MOST_TAGS: usize = 64;
/// Levels, areas, phases or effect goals of a map, parts included. A board shows a dozen levels and some thirty
/// areas.
pub const MOST_PLACES: usize = 200;

/// Whether the text is longer than so many characters.
#[must_use]
pub fn longer(text: &str, limit: usize) -> bool {
    // Bytes are at least as many as characters, and cheaper to count.
    text.len() > limit && text.chars().count() > limit
}

/// Whether the lines together are longer than a note may be.
#[must_use]
pub fn too_long(note: &[String]) -> bool {
    let bytes: usize = note.iter().map(String::len).sum();
    bytes > LONGEST_NOTE && note.iter().map(|line| line.chars().count()).sum::<usize>() > LONGEST_NOTE
}

/// The first limit that a record breaks: its field, and how much that may hold.
pub(super) trait Limited {
    /// `None` for a record within all limits.
    fn exceeded(&self) -> Option<(&'static str, usize)> {
        None
    }
}

impl Limited for Node {
    fn exceeded(&self) -> Option<(&'static str, usize)> {
        let broken = [
            (longer(&self.label, LONGEST_LABEL), "label", LONGEST_LABEL),
            (too_long(&self.note), "note", LONGEST_NOTE),
            (self.tags.len() > MOST_TAGS, "tags", MOST_TAGS),
        ];
        broken.into_iter().find(|(is, ..)| *is).map(|(_, field, most)| (field, most))
    }
}

impl Limited for Link {
    fn exceeded(&self) -> Option<(&'static str, usize)> {
        too_long(&self.note).then_some(("note", LONGEST_NOTE))
    }
}

impl Limited for Level {}
impl Limited for Area {}
impl Limited for Phase {}
impl Limited for EffectGoal {}
impl Limited for super::source::Source {}
impl Limited for super::told::NamedLoop {}
impl Limited for super::told::Journey {}
impl Limited for super::told::SetAside {}
impl Limited for super::graph::Head {}
