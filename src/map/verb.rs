//! What people do to a map, each as a function that makes the change and says what it was.
//!
//! A verb never touches the map: it reads it and gives a [`Deed`], which the history applies and can take back.

use serde::Serialize;

use super::change::{Change, Edit};
use super::diff::order_edit;
use super::graph::Map;
use super::id::{AreaId, LevelId, NodeId};
use super::item::Item;
use super::link::{Link, LinkId, LinkKind};
use super::node::Node;
use super::record::Record;
use super::slug::free_slug;
use super::value::Value;

/// What kind of deed a change was, for 'Undone: moved …'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Put something in.
    Add,
    /// Took something out.
    Remove,
    /// Linked two cards.
    Connect,
    /// Gave a new name.
    Rename,
    /// Turned a sign.
    Flip,
    /// Moved to another level or area.
    Move,
    /// Changed something else.
    Edit,
    /// Took over what came from outside.
    Reload,
}

/// A change with a name: what was done, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What was done.
    pub verb: Verb,
    /// To what, as people call it.
    pub what: String,
    /// The change itself.
    pub change: Change,
}

impl Deed {
    fn new(verb: Verb, what: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { verb, what: what.into(), change: Change { edits } }
    }
}

/// Puts a node in, under a free id made from its label. Gives the id too.
#[must_use]
pub fn add_node(map: &Map, node: &Node) -> (NodeId, Deed) {
    let id = free_slug(&node.label, |text| map.find_node(&text.into()).is_some());
    let edit = Edit::add(Item::Node(id.clone()), Value::of(node));
    (id, Deed::new(Verb::Add, &node.label, vec![edit]))
}

/// Takes a node out with the links that start or end at it; `None` if there is no such node.
#[must_use]
pub fn remove_node(map: &Map, id: &NodeId) -> Option<Deed> {
    let node = map.node(id)?;
    let mut edits: Vec<Edit> = map
        .links_from(id)
        .chain(map.links_to(id).filter(|(link, _)| link.from != *id))
        .map(|(link, value)| Edit::remove(Item::Link(link.clone()), Value::of(value)))
        .collect();
    edits.push(Edit::remove(Item::Node(id.clone()), Value::of(node)));
    Some(Deed::new(Verb::Remove, &node.label, edits))
}

/// Links two nodes; `None` if an end is not there, or they are linked that way already.
#[must_use]
pub fn connect(map: &Map, id: &LinkId, link: &Link) -> Option<Deed> {
    let (from, to) = (map.node(&id.from)?, map.node(&id.to)?);
    // Two actors work together once, whoever is named first.
    let id = if id.kind == LinkKind::Cooperates && id.to < id.from {
        LinkId { from: id.to.clone(), to: id.from.clone(), kind: id.kind }
    } else {
        id.clone()
    };
    if map.link(&id).is_some() {
        return None;
    }
    let value = Value::of(&link.clone().fitted_to(id.kind));
    let what = format!("{} → {}", from.label, to.label);
    Some(Deed::new(Verb::Connect, what, vec![Edit::add(Item::Link(id), value)]))
}

/// Takes a link out; `None` if there is none.
#[must_use]
pub fn disconnect(map: &Map, id: &LinkId) -> Option<Deed> {
    let link = map.link(id)?;
    let edit = Edit::remove(Item::Link(id.clone()), Value::of(link));
    Some(Deed::new(Verb::Remove, link_words(map, id), vec![edit]))
}

/// Gives a node another label. Its id stays. `None` if there is no such node, or it is called that already.
#[must_use]
pub fn rename(map: &Map, id: &NodeId, label: &str) -> Option<Deed> {
    let node = map.node(id)?;
    let edits = set(Item::Node(id.clone()), node, "label", &label)?;
    Some(Deed::new(Verb::Rename, &node.label, vec![edits]))
}

/// Turns the sign of a link; `None` if it has none, or an unknown one, or is not there.
#[must_use]
pub fn flip(map: &Map, id: &LinkId) -> Option<Deed> {
    let link = map.link(id)?;
    let edit = set(Item::Link(id.clone()), link, "sign", &link.sign?.flipped())?;
    Some(Deed::new(Verb::Flip, link_words(map, id), vec![edit]))
}

/// Moves a node to a level and an area (or to none); `None` if it is there already, or the place does not exist.
#[must_use]
pub fn move_node(map: &Map, id: &NodeId, level: Option<&LevelId>, area: Option<&AreaId>) -> Option<Deed> {
    let node = map.node(id)?;
    if level.is_some_and(|level| map.level(level).is_none())
        || area.is_some_and(|area| map.area(area).is_none())
    {
        return None;
    }
    let item = Item::Node(id.clone());
    let edits: Vec<Edit> = [set(item.clone(), node, "level", &level), set(item, node, "area", &area)]
        .into_iter()
        .flatten()
        .collect();
    (!edits.is_empty()).then(|| Deed::new(Verb::Move, &node.label, edits))
}

/// Sets one field of a node; `None` if there is no such node or nothing would change.
#[must_use]
pub fn set_node_field<T: Serialize>(map: &Map, id: &NodeId, field: &str, value: &T) -> Option<Deed> {
    let node = map.node(id)?;
    let edit = set(Item::Node(id.clone()), node, field, value)?;
    Some(Deed::new(Verb::Edit, &node.label, vec![edit]))
}

/// Sets one field of a link; `None` if there is no such link or nothing would change.
#[must_use]
pub fn set_link_field<T: Serialize>(map: &Map, id: &LinkId, field: &str, value: &T) -> Option<Deed> {
    let link = map.link(id)?;
    let edit = set(Item::Link(id.clone()), link, field, value)?;
    Some(Deed::new(Verb::Edit, link_words(map, id), vec![edit]))
}

/// Puts the levels into another order; `None` if they stand in it already.
#[must_use]
pub fn order_levels(map: &Map, wanted: &[&str]) -> Option<Deed> {
    let edit = order_edit(&map.levels, "levels", |level| level.id.as_str(), wanted)?;
    Some(Deed::new(Verb::Move, &map.head.title, vec![edit]))
}

/// The edit that sets a field to a value, where that is another one; the default counts as no value.
fn set<R: Record, T: Serialize>(item: Item, record: &R, field: &str, value: &T) -> Option<Edit> {
    let old = record.get(field);
    // A record of its own says what the default looks like, so that 'no value' is written in one way only.
    let mut changed = record.clone();
    let given = Value::of(value);
    let given = if given.as_str() == "None" { None } else { Some(given) };
    changed.set(field, given.as_ref()).ok()?;
    let new = changed.get(field);
    (old != new).then(|| Edit::field(item, field, old, new))
}

fn link_words(map: &Map, id: &LinkId) -> String {
    let label = |node: &NodeId| map.node(node).map_or_else(|| node.to_string(), |node| node.label.clone());
    format!("{} → {}", label(&id.from), label(&id.to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::link::Sign;
    use crate::map::node::{Kind, Role};

    fn two() -> Map {
        let mut map = Map::new("x");
        for label in ["Trust", "Story heard"] {
            let (_, deed) = add_node(&map, &Node::new(Kind::Cause, label));
            map.apply(&deed.change).expect("fits");
        }
        let id = LinkId::new("trust", LinkKind::Causes, "story-heard");
        let deed = connect(&map, &id, &Link::signed(Sign::Plus)).expect("new");
        map.apply(&deed.change).expect("fits");
        map
    }

    #[test]
    fn a_removed_node_takes_its_links_along_and_both_come_back() {
        let mut map = two();
        let before = map.clone();
        let deed = remove_node(&map, &"story-heard".into()).expect("there");
        map.apply(&deed.change).expect("fits");
        assert_eq!((map.node_count(), map.link_count()), (1, 0));
        map.apply(&deed.change.inverse()).expect("fits");
        assert_eq!(map, before);
    }

    #[test]
    fn nothing_to_do_is_no_deed() {
        let map = two();
        let id = LinkId::new("trust", LinkKind::Causes, "story-heard");
        assert_eq!(rename(&map, &"trust".into(), "Trust"), None);
        assert_eq!(connect(&map, &id, &Link::default()), None);
        assert_eq!(move_node(&map, &"trust".into(), Some(&"nowhere".into()), None), None);
        assert_eq!(set_node_field(&map, &"trust".into(), "role", &None::<Role>), None);
        assert!(flip(&map, &id).is_some());
    }
}
