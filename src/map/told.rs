//! What people told of the map: loops with a name, journeys, what was set aside, and open conflicts.

use serde::{Deserialize, Serialize};

use super::id::{JourneyId, LevelId, LoopId, NodeId, SourceId};
use super::link::{LinkId, LinkKind, Sign};
use super::node::Lines;
use super::record::{choice, record};
use super::value::Value;

/// A loop that somebody told, whether or not all its links are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedLoop {
    /// Its title.
    pub title: String,
    /// Each link as (from, kind); it ends where the next one starts, the last one at the first.
    pub through: Vec<(NodeId, LinkKind)>,
    /// What there is to say about it.
    pub note: Lines,
}
record!(NamedLoop, "loop", [title, through, note], always [title, through]);

impl NamedLoop {
    /// The links in order, first to last and back to the first node; none for an empty loop.
    pub fn links(&self) -> impl Iterator<Item = LinkId> + '_ {
        links_of(&self.through, self.through.first().map(|(first, _)| first))
    }
}

/// The links of a row of (from, kind) that ends at `end`.
fn links_of<'a>(
    through: &'a [(NodeId, LinkKind)],
    end: Option<&'a NodeId>,
) -> impl Iterator<Item = LinkId> + 'a {
    let targets = through.iter().skip(1).map(|(from, _)| from).chain(end);
    through.iter().zip(targets).map(|((from, kind), to)| LinkId {
        from: from.clone(),
        to: to.clone(),
        kind: *kind,
    })
}

/// What a step of a journey shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Show {
    /// Only the remark.
    #[default]
    Text,
    /// Something that happened at a card.
    Event(NodeId),
    /// A card.
    Node(NodeId),
    /// A link.
    Link(NodeId, LinkKind, NodeId),
    /// A chain: its links as (from, kind), and where the last one ends.
    Chain(Vec<(NodeId, LinkKind)>, NodeId),
    /// What a source says at a card, in somebody's words.
    Quote(NodeId, SourceId),
    /// A named loop.
    Loop(LoopId),
    /// What runs between two levels.
    Levels(LevelId, LevelId),
    /// What if these cards grew or shrank, so many steps out.
    WhatIf(Vec<(NodeId, Sign)>, u32),
}

impl super::record::FieldValue for Show {}

impl Show {
    /// The nodes it names.
    #[must_use]
    pub fn nodes(&self) -> Vec<&NodeId> {
        match self {
            Show::Text | Show::Loop(_) | Show::Levels(..) => Vec::new(),
            Show::Event(node) | Show::Node(node) | Show::Quote(node, _) => vec![node],
            Show::Link(from, _, to) => vec![from, to],
            Show::Chain(links, end) => links.iter().map(|(from, _)| from).chain([end]).collect(),
            Show::WhatIf(changed, _) => changed.iter().map(|(node, _)| node).collect(),
        }
    }

    /// The links it names.
    #[must_use]
    pub fn links(&self) -> Vec<LinkId> {
        match self {
            Show::Link(from, kind, to) => vec![LinkId { from: from.clone(), to: to.clone(), kind: *kind }],
            Show::Chain(links, end) => links_of(links, Some(end)).collect(),
            _ => Vec::new(),
        }
    }
}

/// One step of a journey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What is on screen.
    pub show: Show,
    /// What is said.
    pub remark: Lines,
}
record!(Step, "step", [show, remark], always[show]);

/// A saved walk through the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// Its title.
    pub title: String,
    /// Its place among the journeys, counted from 1; those without one come last.
    pub place: Option<u32>,
    /// What is shown, in order.
    pub steps: Vec<Step>,
}
record!(Journey, "journey", [title, place, steps], always[title]);

impl Journey {
    /// What journeys are sorted by: the place a person gave, then the id.
    #[must_use]
    pub fn order<'a>(&self, id: &'a JourneyId) -> (u32, &'a JourneyId) {
        (self.place.unwrap_or(u32::MAX), id)
    }
}

/// An observation that somebody put aside, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetAside {
    /// Why.
    pub reason: Lines,
    /// The links it rests on, in words; it comes back when one of them is gone or has changed sign.
    pub rests_on: Vec<String>,
}
record!(SetAside, "set-aside observation", [reason, rests_on], always []);

choice!(
    /// What kind of conflict a merge left.
    Clash {
        /// One side deleted what the other changed.
        DeleteEdit,
        /// One side deleted what the other uses.
        DeleteUse,
        /// One side deleted a link that the other changed.
        LinkDeleteEdit,
        /// Both sides added the same id with other content.
        AddAdd,
    }
);

choice!(
    /// A side of a merge.
    Side {
        /// The one that is live in the file.
        Ours,
        /// The other one.
        Theirs,
    }
);

/// A conflict that a merge left and nobody has settled yet. Ours is live in the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The item, as `node sector-steering` or `link a causes b`.
    pub at: String,
    /// The field, where it is about one.
    pub field: String,
    /// What kind it is, where it is not about a field.
    pub what: Option<Clash>,
    /// Who deleted it.
    pub deleted_by: Option<Side>,
    /// What it was.
    pub base: Option<Value>,
    /// What we made of it.
    pub ours: Option<Value>,
    /// What they made of it.
    pub theirs: Option<Value>,
}
record!(Conflict, "conflict", [at, field, what, deleted_by, base, ours, theirs], always[at]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_closes_at_its_first_node() {
        let told = NamedLoop {
            through: vec![("a".into(), LinkKind::Causes), ("b".into(), LinkKind::ActsOn)],
            ..NamedLoop::default()
        };
        let links: Vec<_> = told.links().collect();
        assert_eq!(links, [LinkId::new("a", LinkKind::Causes, "b"), LinkId::new("b", LinkKind::ActsOn, "a")]);
        assert_eq!(NamedLoop::default().links().count(), 0);
    }

    #[test]
    fn steps_read_back() {
        let step = Step {
            show: Show::Chain(vec![("a".into(), LinkKind::Causes)], "b".into()),
            remark: vec!["Why?".to_owned()],
        };
        let value = Value::of(&step);
        assert_eq!(value.as_str(), "(show: Chain([(\"a\", Causes)], \"b\"), remark: [\"Why?\"])");
        assert_eq!(value.read::<Step>(), Ok(step));
    }
}
