//! What a change, a finding or a conflict is about.

use std::fmt;
use std::str::FromStr;

use super::id::{AreaId, GoalId, JourneyId, LevelId, LoopId, NodeId, PhaseId, SourceId};
use super::link::{LinkId, LinkKind};

/// Names one item of a map.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The map itself: its title and what else stands at its head, and the order of its lists.
    Map,
    /// A level or a part of one.
    Level(LevelId),
    /// A phase.
    Phase(PhaseId),
    /// An effect goal.
    Goal(GoalId),
    /// An area or a part of one.
    Area(AreaId),
    /// A source.
    Source(SourceId),
    /// A node.
    Node(NodeId),
    /// A link.
    Link(LinkId),
    /// A named loop.
    Loop(LoopId),
    /// A journey.
    Journey(JourneyId),
    /// An observation set aside, by its key.
    SetAside(String),
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Item::Map => f.write_str("map"),
            Item::Level(id) => write!(f, "level {id}"),
            Item::Phase(id) => write!(f, "phase {id}"),
            Item::Goal(id) => write!(f, "goal {id}"),
            Item::Area(id) => write!(f, "area {id}"),
            Item::Source(id) => write!(f, "source {id}"),
            Item::Node(id) => write!(f, "node {id}"),
            Item::Link(id) => write!(f, "link {id}"),
            Item::Loop(id) => write!(f, "loop {id}"),
            Item::Journey(id) => write!(f, "journey {id}"),
            Item::SetAside(key) => write!(f, "set-aside {key}"),
        }
    }
}

/// A text that names no item.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' names no item; write it as 'node ID' or 'link FROM KIND TO'")]
pub struct ItemError(pub String);

impl FromStr for Item {
    type Err = ItemError;

    fn from_str(text: &str) -> Result<Self, ItemError> {
        let wrong = || ItemError(text.to_owned());
        if text == "map" {
            return Ok(Item::Map);
        }
        let (what, id) = text.split_once(' ').ok_or_else(wrong)?;
        Ok(match what {
            "level" => Item::Level(id.into()),
            "phase" => Item::Phase(id.into()),
            "goal" => Item::Goal(id.into()),
            "area" => Item::Area(id.into()),
            "source" => Item::Source(id.into()),
            "node" => Item::Node(id.into()),
            "loop" => Item::Loop(id.into()),
            "journey" => Item::Journey(id.into()),
            "set-aside" => Item::SetAside(id.to_owned()),
            "link" => {
                let mut words = id.split(' ');
                match (words.next(), words.next().and_then(LinkKind::from_field), words.next(), words.next())
                {
                    (Some(from), Some(kind), Some(to), None) => Item::Link(LinkId::new(from, kind, to)),
                    _ => return Err(wrong()),
                }
            }
            _ => return Err(wrong()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_read_back_from_their_text() {
        let link = Item::Link(LinkId::new("a", LinkKind::ActsOn, "b"));
        for item in [
            Item::Map,
            Item::Level("users".into()),
            Item::Node("a".into()),
            link,
            Item::SetAside("weak-way-up a b".to_owned()),
        ] {
            assert_eq!(item.to_string().parse::<Item>(), Ok(item));
        }
        for wrong in ["", "node", "link a b", "link a causes b c", "lonk a"] {
            assert!(wrong.parse::<Item>().is_err(), "{wrong}");
        }
    }
}
