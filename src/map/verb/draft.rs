//! A map as it shall be: verbs that touch much change a draft, and the draft says what the change is.
//!
//! Only what was touched is copied and compared, so that a change of one card in a map of thousands costs little.

use std::collections::BTreeMap;

use crate::map::change::Edit;
use crate::map::diff::{Places, fields, keyed, places};
use crate::map::graph::Map;
use crate::map::id::{JourneyId, LoopId, NodeId, SourceId};
use crate::map::item::Item;
use crate::map::level::{Area, EffectGoal, Level, Phase};
use crate::map::limits::{Limited, MOST_PLACES};
use crate::map::link::{Link, LinkId};
use crate::map::node::Node;
use crate::map::source::Source;
use crate::map::told::{Journey, NamedLoop, SetAside};
use crate::map::value::Value;

use super::{Deed, Verb};

/// A map on its way to what it shall be.
pub(in crate::map) struct Draft<'a> {
    map: &'a Map,
    // What was touched; `None` is gone.
    nodes: BTreeMap<NodeId, Option<Node>>,
    links: BTreeMap<LinkId, Option<Link>>,
    /// The levels as they shall be.
    pub levels: Vec<Level>,
    /// The phases as they shall be.
    pub phases: Vec<Phase>,
    /// The effect goals as they shall be.
    pub goals: Vec<EffectGoal>,
    /// The areas as they shall be.
    pub areas: Vec<Area>,
    /// The sources as they shall be.
    pub sources: BTreeMap<SourceId, Source>,
    /// The named loops as they shall be.
    pub loops: BTreeMap<LoopId, NamedLoop>,
    /// The journeys as they shall be.
    pub journeys: BTreeMap<JourneyId, Journey>,
    /// What shall be set aside.
    pub set_aside: BTreeMap<String, SetAside>,
}

impl<'a> Draft<'a> {
    /// The map as it is.
    pub fn of(map: &'a Map) -> Self {
        Self {
            map,
            nodes: BTreeMap::new(),
            links: BTreeMap::new(),
            levels: map.levels.clone(),
            phases: map.phases.clone(),
            goals: map.goals.clone(),
            areas: map.areas.clone(),
            sources: map.sources.clone(),
            loops: map.loops.clone(),
            journeys: map.journeys.clone(),
            set_aside: map.set_aside.clone(),
        }
    }

    /// The node as it shall be.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.get(id).map_or_else(|| self.map.node(id), Option::as_ref)
    }

    /// The node, to change it.
    pub fn node_mut(&mut self, id: &NodeId) -> Option<&mut Node> {
        self.nodes.entry(id.clone()).or_insert_with(|| self.map.node(id).cloned()).as_mut()
    }

    /// Puts a node in, or another one in its place.
    pub fn put_node(&mut self, id: NodeId, node: Node) {
        self.nodes.insert(id, Some(node));
    }

    /// Takes a node out with its links.
    pub fn drop_node(&mut self, id: &NodeId) {
        let of_map = self.map.links_from(id).chain(self.map.links_to(id)).map(|(link, _)| link.clone());
        let of_draft = self.links.keys().filter(|link| link.from == *id || link.to == *id).cloned();
        for link in of_map.chain(of_draft).collect::<Vec<_>>() {
            self.links.insert(link, None);
        }
        self.nodes.insert(id.clone(), None);
    }

    /// The link, to change it.
    pub fn link_mut(&mut self, id: &LinkId) -> Option<&mut Link> {
        self.links.entry(id.clone()).or_insert_with(|| self.map.link(id).cloned()).as_mut()
    }

    /// Puts a link in, or another one in its place. Both its ends must be there when the draft is done.
    pub fn put_link(&mut self, id: LinkId, link: Link) {
        self.links.insert(id, Some(link));
    }

    /// Takes a link out.
    pub fn drop_link(&mut self, id: &LinkId) {
        self.links.insert(id.clone(), None);
    }

    /// The deed that makes the map into the draft; `None` where they are equal, or where the draft holds what no
    /// file may hold.
    pub fn deed(self, verb: Verb, what: impl Into<String>) -> Option<Deed> {
        if self.exceeds() {
            return None;
        }
        let edits = self.edits();
        (!edits.is_empty()).then(|| Deed::new(verb, what, edits))
    }

    fn exceeds(&self) -> bool {
        let grown = |old: usize, new: usize| new > old && new > MOST_PLACES;
        self.nodes.values().flatten().any(|node| node.exceeded().is_some())
            || self.links.values().flatten().any(|link| link.exceeded().is_some())
            || grown(self.map.levels.len(), self.levels.len())
            || grown(self.map.phases.len(), self.phases.len())
            || grown(self.map.goals.len(), self.goals.len())
            || grown(self.map.areas.len(), self.areas.len())
    }

    /// In an order in which every edit finds what it needs: links go, places come, nodes change, links come, what
    /// people told follows, and places that nothing names any more go.
    fn edits(self) -> Vec<Edit> {
        let (map, mut edits, mut last) = (self.map, Vec::new(), Vec::new());
        for (id, new) in &self.links {
            if let (Some(old), None) = (map.link(id), new) {
                edits.push(Edit::remove(Item::Link(id.clone()), Value::of(old)));
            }
        }
        let shall =
            Places { levels: &self.levels, phases: &self.phases, goals: &self.goals, areas: &self.areas };
        places(&mut edits, &mut last, Places::of(map), shall);
        keyed(&mut edits, &map.sources, &self.sources, |id| Item::Source(id.clone()));
        for (id, new) in &self.nodes {
            let item = Item::Node(id.clone());
            match (map.node(id), new) {
                (Some(old), Some(new)) => fields(&mut edits, &item, old, new),
                (Some(old), None) => edits.push(Edit::remove(item, Value::of(old))),
                (None, Some(new)) => edits.push(Edit::add(item, Value::of(new))),
                (None, None) => {}
            }
        }
        for (id, new) in self.links {
            let Some(new) = new.map(|link| link.fitted_to(id.kind)) else { continue };
            match map.link(&id) {
                Some(old) => fields(&mut edits, &Item::Link(id), old, &new),
                None => edits.push(Edit::add(Item::Link(id), Value::of(&new))),
            }
        }
        keyed(&mut edits, &map.loops, &self.loops, |id| Item::Loop(id.clone()));
        keyed(&mut edits, &map.journeys, &self.journeys, |id| Item::Journey(id.clone()));
        keyed(&mut edits, &map.set_aside, &self.set_aside, |key| Item::SetAside(key.clone()));
        edits.append(&mut last);
        edits
    }
}
