//! Cards on their way to another place: what is copied, as text, and pasted into the same or another map.
//!
//! The text is one value in the file's syntax. It may come from a stranger's clipboard: it is read strictly, and never
//! more of it than a limit.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::graph::Map;
use super::id::{AreaId, LevelId, NodeId, SourceId};
use super::level::{Area, Level};
use super::link::{Link, LinkKind};
use super::node::{Answer, Node, Perspectives};
use super::record::record;
use super::source::Source;
use super::value::{Value, ValueError};

mod paste;
pub use paste::{Homeless, homeless, paste};

/// Bytes of a clip's text.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Cards of a clip.
pub const MOST_CARDS: usize = 10_000;
/// Links of a clip.
pub const MOST_LINKS: usize = 50_000;
/// The form of the text; another one is of another version.
const VERSION: u32 = 1;

/// Cards with the links among them and what they name, apart from any map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    floke_clip: u32,
    /// The cards under the ids they had.
    pub cards: BTreeMap<NodeId, Node>,
    /// The links among them: where each starts, what it says, where it ends.
    pub links: Vec<(NodeId, LinkKind, NodeId, Link)>,
    /// The sources that cards and links rest on.
    pub sources: BTreeMap<SourceId, Source>,
    /// The levels that cards name.
    pub levels: Vec<Level>,
    /// The areas that cards are in.
    pub areas: Vec<Area>,
}
record!(Clip, "clip", [floke_clip, cards, links, sources, levels, areas], always [floke_clip, cards]);

/// Why a text is no clip.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClipError {
    /// It is more than a clip may hold.
    #[error("more than can be pasted at once")]
    TooMuch,
    /// It is something else, or a clip of another version.
    #[error("these are no cards of floke: {0}")]
    Unreadable(String),
}

impl Clip {
    /// Copies cards, the links among them, and what they name. Cards that are not there are left out; a clip of none is
    /// empty.
    #[must_use]
    pub fn of(map: &Map, ids: &[NodeId]) -> Self {
        let cards: BTreeMap<NodeId, Node> =
            ids.iter().filter_map(|id| Some((id.clone(), map.node(id)?.clone()))).collect();
        let links: Vec<_> = cards
            .keys()
            .flat_map(|id| map.links_from(id))
            .filter(|(id, _)| cards.contains_key(&id.to))
            .map(|(id, link)| (id.from.clone(), id.kind, id.to.clone(), link.clone()))
            .collect();
        let measured = cards.values().flat_map(|card| &card.measurements).filter_map(|m| m.source.as_ref());
        let cited: BTreeSet<&SourceId> = cards
            .values()
            .flat_map(|card| card.sources.keys())
            .chain(links.iter().flat_map(|(.., link)| link.sources.keys()))
            .chain(measured)
            .collect();
        let sources = map.sources().iter().filter(|(id, _)| cited.contains(id));
        let named: BTreeSet<&LevelId> = cards.values().flat_map(levels_of).collect();
        let areas: BTreeSet<&AreaId> = cards.values().filter_map(|card| card.area.as_ref()).collect();
        Self {
            floke_clip: VERSION,
            sources: sources.map(|(id, source)| (id.clone(), source.clone())).collect(),
            levels: map.levels().iter().filter(|level| named.contains(&level.id)).cloned().collect(),
            areas: map.areas().iter().filter(|area| areas.contains(&area.id)).cloned().collect(),
            cards,
            links,
        }
    }

    /// Whether there is no card in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// The clip on one line.
    #[must_use]
    pub fn to_text(&self) -> String {
        Value::of(self).as_str().to_owned()
    }

    /// Whether a text looks like a clip, so that other text can be taken for labels instead.
    #[must_use]
    pub fn is_clip(text: &str) -> bool {
        text.trim_start().starts_with("(floke_clip:")
    }

    /// Reads a clip.
    ///
    /// # Errors
    /// If the text is no clip of this version, holds more than one may, or has a link to a card that is not in it.
    pub fn from_text(text: &str) -> Result<Self, ClipError> {
        if text.len() > MOST_BYTES {
            return Err(ClipError::TooMuch);
        }
        let unreadable = |why: &str| Err(ClipError::Unreadable(why.to_owned()));
        let clip: Self = match Value::tidy(text).read() {
            Ok(clip) => clip,
            Err(ValueError { why, .. }) => return unreadable(&why),
        };
        if clip.floke_clip != VERSION {
            return unreadable("another version made them");
        }
        if clip.cards.len() > MOST_CARDS || clip.links.len() > MOST_LINKS {
            return Err(ClipError::TooMuch);
        }
        let there = |id: &NodeId| clip.cards.contains_key(id);
        match clip.links.iter().find(|(from, _, to, _)| !there(from) || !there(to)) {
            Some((from, _, to, _)) => unreadable(&format!("a link from {from} to {to} leads nowhere")),
            None => Ok(clip),
        }
    }
}

/// The levels that a card names: its own and those of the answers on it.
fn levels_of(card: &Node) -> impl Iterator<Item = &LevelId> {
    let Perspectives { resident, service, system, benefit } = &card.perspectives;
    let answers = [resident, service, system, benefit].into_iter().flatten();
    card.level.iter().chain(answers.filter_map(|answer: &Answer| answer.level.as_ref()))
}

/// The item of `all` that another map calls so: with the same id and name, else of that name. The id alone counts only
/// where one of the two has no name: maps number their areas alike and mean different things.
fn same<'a, T>(
    all: &'a [T],
    id_of: fn(&T) -> &str,
    name_of: fn(&T) -> &str,
    id: &str,
    name: Option<&str>,
) -> Option<&'a T> {
    let called = name.map(fold).filter(|name| !name.is_empty());
    let is_called = |item: &&T| called.as_ref().is_some_and(|name| fold(name_of(item)) == *name);
    let has_id = |item: &&T| id_of(item) == id;
    let is_nameless = |item: &T| called.is_none() || fold(name_of(item)).is_empty();
    all.iter()
        .find(|item| has_id(item) && is_called(item))
        .or_else(|| all.iter().find(is_called))
        .or_else(|| all.iter().find(|item| has_id(item) && is_nameless(item)))
}

#[cfg(test)]
mod tests;
