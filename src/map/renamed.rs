//! A map under other ids: the same cards and links, and everything that names them.
//!
//! Which card has which id now is for others to find out.

use std::collections::BTreeMap;

use super::graph::Map;
use super::id::NodeId;
use super::item::Item;
use super::link::{Link, LinkId, LinkKind};
use super::node::Node;
use super::told::Show;

/// The ids that cards have now, by those they had; all at once, so that two may change places.
pub type Now = BTreeMap<NodeId, NodeId>;

/// Which of several cards or links that come to one id stands for it, by that id: the id it had.
#[derive(Clone, Debug, Default)]
pub struct Firsts {
    /// Of cards.
    pub nodes: BTreeMap<NodeId, NodeId>,
    /// Of links.
    pub links: BTreeMap<LinkId, LinkId>,
}

/// A map under other ids, and what had to make room because something else has its new id.
#[derive(Clone, Debug, Default)]
pub struct Renamed {
    /// The map.
    pub map: Map,
    /// Cards that made room, by the ids they had.
    pub nodes: BTreeMap<NodeId, Node>,
    /// Links that made room, by the ids they had.
    pub links: BTreeMap<LinkId, Link>,
}

/// The id that a card has now.
#[must_use]
pub fn id_now<'a>(id: &'a NodeId, now: &'a Now) -> &'a NodeId {
    now.get(id).unwrap_or(id)
}

/// The link between the cards as they are called now.
#[must_use]
pub fn link_now(id: &LinkId, now: &Now) -> LinkId {
    LinkId { from: id_now(&id.from, now).clone(), to: id_now(&id.to, now).clone(), kind: id.kind }
}

/// The card with the cards that it names as they are called now.
pub(super) fn node_now(mut node: Node, now: &Now) -> Node {
    for named in [&mut node.owner, &mut node.payer, &mut node.gainer].into_iter().flatten() {
        rename(named, now);
    }
    node
}

impl Map {
    /// The map in which cards have other ids. Where several come to one id, `firsts` says which of them stands for it, else it is
    /// the first; the others make room, and so does a link whose card is not there.
    ///
    /// Loops, steps, owners, payers, gainers and open conflicts name the cards by their new ids; a link between two that are one now leaves
    /// what was told. Former ids, notes and what
    /// was set aside stay as they are.
    #[must_use]
    pub fn with_ids(&self, now: &Now, firsts: &Firsts) -> Renamed {
        let mut frame = self.frame();
        for told in frame.loops.values_mut() {
            let closes_at = told.through.first().map(|(first, _)| first.clone());
            rename_through(&mut told.through, closes_at.as_ref(), now);
        }
        for step in frame.journeys.values_mut().flat_map(|journey| &mut journey.steps) {
            rename_shown(&mut step.show, now);
        }
        for conflict in &mut frame.conflicts {
            match conflict.at.parse() {
                // One about ids is about the one that the card had.
                Ok(Item::Node(id)) if conflict.field != "id" => {
                    conflict.at = Item::Node(id_now(&id, now).clone()).to_string();
                }
                Ok(Item::Link(id)) => conflict.at = Item::Link(link_now(&id, now)).to_string(),
                _ => {}
            }
        }
        let mut renamed = Renamed { map: Map::default().with_frame(frame), ..Renamed::default() };
        for (id, node) in self.nodes() {
            let node = node_now(node.clone(), now);
            let new = id_now(id, now);
            let first = firsts.nodes.get(new).is_none_or(|first| first == id);
            if !first || renamed.map.insert_node(new.clone(), node.clone()).is_err() {
                renamed.nodes.insert(id.clone(), node);
            }
        }
        for (id, link) in self.links() {
            let new = link_now(id, now);
            let first = firsts.links.get(&new).is_none_or(|first| first == id);
            if !first || renamed.map.insert_link(new, link.clone()).is_err() {
                renamed.links.insert(id.clone(), link.clone());
            }
        }
        renamed
    }
}

/// Renames the cards of a row of links that ends at `end`. A link between two that are one now is none any more.
fn rename_through(through: &mut Vec<(NodeId, LinkKind)>, end: Option<&NodeId>, now: &Now) {
    let ends: Vec<NodeId> = through.iter().skip(1).map(|(from, _)| from).chain(end).cloned().collect();
    let mut ends = ends.iter();
    through
        .retain(|(from, _)| ends.next().is_none_or(|to| from == to || id_now(from, now) != id_now(to, now)));
    through.iter_mut().for_each(|(id, _)| rename(id, now));
}

fn rename_shown(show: &mut Show, now: &Now) {
    match show {
        Show::Text | Show::Loop(_) | Show::Levels(..) => {}
        Show::Event(id) | Show::Node(id) | Show::Quote(id, _) => rename(id, now),
        Show::Link(from, _, to) => [from, to].into_iter().for_each(|id| rename(id, now)),
        Show::Chain(links, end) => {
            rename_through(links, Some(end), now);
            rename(end, now);
        }
        Show::WhatIf(changed, _) => changed.iter_mut().for_each(|(id, _)| rename(id, now)),
    }
}

fn rename(id: &mut NodeId, now: &Now) {
    if let Some(new) = now.get(id) {
        id.clone_from(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::node::Kind;
    use crate::map::told::Conflict;

    fn map() -> Map {
        let mut map = Map::new("x");
        for id in ["a", "b", "c"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, to) in [("a", "c"), ("b", "c")] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::default()).expect("new");
        }
        map.node_mut(&"c".into()).expect("there").owner = Some("a".into());
        let at = |at: &str, field: &str| Conflict {
            at: at.to_owned(),
            field: field.to_owned(),
            ..Conflict::default()
        };
        map.conflicts = vec![at("node a", "label"), at("link a causes c", "sign"), at("node a", "id")];
        map
    }

    fn now(pairs: &[(&str, &str)]) -> Now {
        pairs.iter().map(|(old, new)| ((*old).into(), (*new).into())).collect()
    }

    #[test]
    fn two_cards_change_places_with_all_that_names_them() {
        let Renamed { map, nodes, links } =
            map().with_ids(&now(&[("a", "b"), ("b", "a")]), &Firsts::default());
        let label = |id: &str| map.node(&id.into()).map(|node| node.label.clone());
        assert_eq!((label("a"), label("b")), (Some("b".to_owned()), Some("a".to_owned())));
        assert_eq!(map.node(&"c".into()).and_then(|node| node.owner.clone()), Some("b".into()));
        let at: Vec<&str> = map.conflicts().iter().map(|one| one.at.as_str()).collect();
        assert_eq!(at, ["node b", "link b causes c", "node a"]);
        assert_eq!((map.link_count(), nodes.len(), links.len()), (2, 0, 0));
    }

    #[test]
    fn of_two_that_come_to_one_id_one_makes_room() {
        let one = now(&[("a", "b")]);
        for (firsts, stands, room) in [
            (Firsts::default(), "a", "b"),
            (Firsts { nodes: now(&[("b", "b")]), ..Firsts::default() }, "b", "a"),
        ] {
            let Renamed { map, nodes, links } = map().with_ids(&one, &firsts);
            assert_eq!(map.node(&"b".into()).expect("there").label, stands);
            assert_eq!(nodes.keys().map(NodeId::as_str).collect::<Vec<_>>(), [room]);
            assert_eq!((map.link_count(), links.len()), (1, 1));
        }
    }
}
