//! The map itself: a graph of nodes and links, and what people ordered and told around it.
//!
//! The graph is petgraph's; its indices never leave this file, because they depend on the history of edits.
//! Everything is read through iterators in id order, so two maps of equal content look equal.

mod assemble;

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::stable_graph::{EdgeIndex, NodeIndex, StableDiGraph};
use petgraph::visit::NodeIndexable;

use super::id::{AreaId, JourneyId, LevelId, LoopId, NodeId, SourceId};
use super::level::{Area, EffectGoal, Level, Phase};
use super::link::{Link, LinkId, LinkKind};
use super::node::{Lines, Node};
use super::record::record;
use super::source::Source;
use super::told::{Conflict, Journey, NamedLoop, SetAside};

/// What stands at the head of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The map's title.
    pub title: String,
    /// The language its texts are in: `en`, `nb`. Empty if not said.
    pub language: String,
    /// What the map is for.
    pub purpose: String,
    /// What the work wants to reach.
    pub aim: String,
    /// What there is to say about the map.
    pub note: Lines,
}
record!(Head, "map", [title, language, purpose, aim, note], always[title]);

/// A map that can be worked on: every link has both its ends, every id is there once.
///
/// It is changed through [`Change`](super::change::Change) only, so that everything can be undone; the
/// `insert` functions are for whoever builds a map from a file.
#[derive(Clone, Debug, Default)]
pub struct Map {
    pub(super) head: Head,
    pub(super) levels: Vec<Level>,
    pub(super) phases: Vec<Phase>,
    pub(super) goals: Vec<EffectGoal>,
    pub(super) areas: Vec<Area>,
    pub(super) sources: BTreeMap<SourceId, Source>,
    graph: StableDiGraph<Node, Link>,
    nodes: BTreeMap<NodeId, NodeIndex>,
    // By source, target, kind: a range over one source gives its outgoing links.
    links: BTreeMap<LinkId, EdgeIndex>,
    // The same links from the other end.
    into: BTreeMap<NodeId, Vec<LinkId>>,
    pub(super) loops: BTreeMap<LoopId, NamedLoop>,
    pub(super) journeys: BTreeMap<JourneyId, Journey>,
    pub(super) set_aside: BTreeMap<String, SetAside>,
    pub(super) conflicts: Vec<Conflict>,
}

/// Equal means equal content, whatever the order in which it came about.
impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head
            && self.levels == other.levels
            && self.phases == other.phases
            && self.goals == other.goals
            && self.areas == other.areas
            && self.sources == other.sources
            && self.loops == other.loops
            && self.journeys == other.journeys
            && self.set_aside == other.set_aside
            && self.conflicts == other.conflicts
            && self.nodes().eq(other.nodes())
            && self.links().eq(other.links())
    }
}

/// Why something could not be put in or taken out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    /// The id is taken.
    #[error("there is a {0} already")]
    Taken(String),
    /// A link's end is not there.
    #[error("there is no node '{0}'")]
    NoNode(NodeId),
    /// The node has links.
    #[error("node '{0}' still has links")]
    StillLinked(NodeId),
}

impl Map {
    /// A map with a title and nothing else.
    pub fn new(title: impl Into<String>) -> Self {
        Self { head: Head { title: title.into(), ..Head::default() }, ..Self::default() }
    }

    /// Title, language, purpose, aim, note.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The levels and their parts, bottom to top.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The phases in order.
    #[must_use]
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The effect goals in order.
    #[must_use]
    pub fn goals(&self) -> &[EffectGoal] {
        &self.goals
    }

    /// The areas and their parts in order.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The sources by id.
    #[must_use]
    pub fn sources(&self) -> &BTreeMap<SourceId, Source> {
        &self.sources
    }

    /// The named loops by id.
    #[must_use]
    pub fn loops(&self) -> &BTreeMap<LoopId, NamedLoop> {
        &self.loops
    }

    /// The journeys by the place people gave them, then by id.
    #[must_use]
    pub fn journeys(&self) -> Vec<(&JourneyId, &Journey)> {
        let mut all: Vec<_> = self.journeys.iter().collect();
        all.sort_by_key(|(id, journey)| journey.order(id));
        all
    }

    /// The observations set aside, by key.
    #[must_use]
    pub fn set_aside(&self) -> &BTreeMap<String, SetAside> {
        &self.set_aside
    }

    /// The conflicts that a merge left open.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The level or part with that id.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The area or part with that id.
    #[must_use]
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == *id)
    }

    /// A level and what it is a part of, from itself up to the whole. Nothing if there is none such.
    ///
    /// Parts of parts are lawful; a ring of parts is a fault that `check` reports, and is gone round once.
    pub fn levels_up<'a>(&'a self, id: &LevelId) -> impl Iterator<Item = &'a Level> + use<'a> {
        let above = |level: &&'a Level| self.level(level.part_of.as_ref()?);
        std::iter::successors(self.level(id), above).take(self.levels.len())
    }

    /// The same for an area.
    pub fn areas_up<'a>(&'a self, id: &AreaId) -> impl Iterator<Item = &'a Area> + use<'a> {
        let above = |area: &&'a Area| self.area(area.part_of.as_ref()?);
        std::iter::successors(self.area(id), above).take(self.areas.len())
    }

    /// The whole level that a level belongs to: itself, or what it is a part of. `None` if there is none such.
    #[must_use]
    pub fn whole_level(&self, id: &LevelId) -> Option<&Level> {
        self.levels_up(id).last()
    }

    /// The whole area that an area belongs to: itself, or what it is a part of. `None` if there is none such.
    #[must_use]
    pub fn whole_area(&self, id: &AreaId) -> Option<&Area> {
        self.areas_up(id).last()
    }

    /// The whole levels, without parts, bottom to top.
    pub fn whole_levels(&self) -> impl DoubleEndedIterator<Item = &Level> {
        self.levels.iter().filter(|level| level.part_of.is_none())
    }

    /// The parts of a level in order; none for a level without parts.
    pub fn parts_of<'a>(&'a self, id: &'a LevelId) -> impl DoubleEndedIterator<Item = &'a Level> {
        self.levels.iter().filter(move |level| level.part_of.as_ref() == Some(id))
    }

    /// How many nodes there are.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// How many links there are, missing ones included.
    #[must_use]
    pub fn link_count(&self) -> usize {
        self.links.len()
    }

    /// What a node is called: its label, or its id where it has none or is not there.
    #[must_use]
    pub fn name_of<'a>(&'a self, id: &'a NodeId) -> &'a str {
        self.node(id)
            .map(|node| node.label.as_str())
            .filter(|label| !label.trim().is_empty())
            .unwrap_or(id.as_str())
    }

    /// The node with that id.
    #[must_use]
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.get(id).map(|&at| &self.graph[at])
    }

    /// The node that has, or once had, that id (`was`), with the id it has now.
    #[must_use]
    pub fn find_node(&self, id: &NodeId) -> Option<(&NodeId, &Node)> {
        match self.nodes.get_key_value(id) {
            Some((id, &at)) => Some((id, &self.graph[at])),
            None => self.nodes().find(|(_, node)| node.was.contains(id)),
        }
    }

    /// The nodes by id.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = (&NodeId, &Node)> + Clone {
        self.nodes.iter().map(|(id, &at)| (id, &self.graph[at]))
    }

    /// The link with that id.
    #[must_use]
    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.links.get(id).map(|&at| &self.graph[at])
    }

    /// The links by source, target, kind.
    pub fn links(&self) -> impl DoubleEndedIterator<Item = (&LinkId, &Link)> + Clone {
        self.links.iter().map(|(id, &at)| (id, &self.graph[at]))
    }

    /// The links as [`Map::links`] gives them, each after the places of its two ends in the order of
    /// [`Map::nodes`]. For who reads the whole map: it looks up no id. O(nodes + links).
    pub(super) fn links_between_places(&self) -> impl Iterator<Item = ((u32, u32), &LinkId, &Link)> {
        let mut places = vec![0_u32; self.graph.node_bound()];
        for (place, at) in (0..).zip(self.nodes.values()) {
            places[at.index()] = place;
        }
        self.links.iter().filter_map(move |(id, &at)| {
            let (from, to) = self.graph.edge_endpoints(at)?;
            Some(((places[from.index()], places[to.index()]), id, &self.graph[at]))
        })
    }

    /// How many links start or end at a node; one from the node to itself counts twice. 0 for a node that is not
    /// there.
    #[must_use]
    pub fn degree(&self, id: &NodeId) -> usize {
        let Some(&at) = self.nodes.get(id) else { return 0 };
        [Direction::Outgoing, Direction::Incoming]
            .map(|way| self.graph.edges_directed(at, way).count())
            .into_iter()
            .sum()
    }

    /// The links that start at a node, by target, then kind.
    pub fn links_from<'a>(&'a self, id: &'a NodeId) -> impl Iterator<Item = (&'a LinkId, &'a Link)> {
        let first = LinkId { from: id.clone(), to: NodeId::default(), kind: LinkKind::ALL[0] };
        self.links
            .range(first..)
            .take_while(move |(link, _)| link.from == *id)
            .map(|(link, &at)| (link, &self.graph[at]))
    }

    /// The links that end at a node, by source, then kind.
    pub fn links_to<'a>(&'a self, id: &'a NodeId) -> impl Iterator<Item = (&'a LinkId, &'a Link)> {
        let ids = self.into.get(id).map_or(&[][..], Vec::as_slice);
        ids.iter().map(|link| (link, &self.graph[self.links[link]]))
    }

    /// Puts a node in.
    ///
    /// # Errors
    /// If the id is taken.
    pub fn insert_node(&mut self, id: NodeId, node: Node) -> Result<(), GraphError> {
        if self.nodes.contains_key(&id) {
            return Err(GraphError::Taken(format!("node '{id}'")));
        }
        let at = self.graph.add_node(node);
        self.nodes.insert(id, at);
        Ok(())
    }

    /// Puts a link in, fitted to its kind.
    ///
    /// # Errors
    /// If there is such a link already, or one of its ends is not there.
    pub fn insert_link(&mut self, id: LinkId, link: Link) -> Result<(), GraphError> {
        if self.links.contains_key(&id) {
            return Err(GraphError::Taken(format!("link '{id}'")));
        }
        let end =
            |node: &NodeId| self.nodes.get(node).copied().ok_or_else(|| GraphError::NoNode(node.clone()));
        let (from, to) = (end(&id.from)?, end(&id.to)?);
        let at = self.graph.add_edge(from, to, link.fitted_to(id.kind));
        let into = self.into.entry(id.to.clone()).or_default();
        let place = into.partition_point(|other| (&other.from, other.kind) < (&id.from, id.kind));
        into.insert(place, id.clone());
        self.links.insert(id, at);
        Ok(())
    }

    /// Takes a node out; `None` if there is none.
    pub(super) fn take_node(&mut self, id: &NodeId) -> Result<Option<Node>, GraphError> {
        if self.links_from(id).next().is_some() || self.links_to(id).next().is_some() {
            return Err(GraphError::StillLinked(id.clone()));
        }
        self.into.remove(id);
        Ok(self.nodes.remove(id).and_then(|at| self.graph.remove_node(at)))
    }

    /// Takes a link out; `None` if there is none.
    pub(super) fn take_link(&mut self, id: &LinkId) -> Option<Link> {
        let at = self.links.remove(id)?;
        if let Some(into) = self.into.get_mut(&id.to) {
            into.retain(|other| other != id);
        }
        self.graph.remove_edge(at)
    }

    pub(super) fn node_mut(&mut self, id: &NodeId) -> Option<&mut Node> {
        self.nodes.get(id).map(|&at| &mut self.graph[at])
    }

    pub(super) fn link_mut(&mut self, id: &LinkId) -> Option<&mut Link> {
        self.links.get(id).map(|&at| &mut self.graph[at])
    }

    /// Sets everything but nodes and links: for whoever builds a map from a file.
    #[must_use]
    pub fn with_frame(mut self, frame: Frame) -> Self {
        self.head = frame.head;
        self.levels = frame.levels;
        self.phases = frame.phases;
        self.goals = frame.effect_goals;
        self.areas = frame.areas;
        self.sources = frame.sources;
        self.loops = frame.loops;
        self.journeys = frame.journeys;
        self.set_aside = frame.set_aside;
        self.conflicts = frame.conflicts;
        self
    }

    /// A copy with those nodes alone and the links between them. What people told stays as it is, and may name what is not
    /// there.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&NodeId, &Node) -> bool) -> Map {
        let mut part = Map::default().with_frame(self.frame());
        for (id, node) in self.nodes().filter(|(id, node)| keep(id, node)) {
            let at = part.graph.add_node(node.clone());
            part.nodes.insert(id.clone(), at);
        }
        for (id, link) in self.links() {
            if part.nodes.contains_key(&id.from) && part.nodes.contains_key(&id.to) {
                part.insert_link(id.clone(), link.clone())
                    .expect("both ends are there, and it is there once");
            }
        }
        part
    }

    /// A copy of everything but nodes and links.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame {
            head: self.head.clone(),
            levels: self.levels.clone(),
            phases: self.phases.clone(),
            effect_goals: self.goals.clone(),
            areas: self.areas.clone(),
            sources: self.sources.clone(),
            loops: self.loops.clone(),
            journeys: self.journeys.clone(),
            set_aside: self.set_aside.clone(),
            conflicts: self.conflicts.clone(),
        }
    }
}

/// All of a map but its nodes and links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is documented at its type")]
pub struct Frame {
    pub head: Head,
    pub levels: Vec<Level>,
    pub phases: Vec<Phase>,
    pub effect_goals: Vec<EffectGoal>,
    pub areas: Vec<Area>,
    pub sources: BTreeMap<SourceId, Source>,
    pub loops: BTreeMap<LoopId, NamedLoop>,
    pub journeys: BTreeMap<JourneyId, Journey>,
    pub set_aside: BTreeMap<String, SetAside>,
    pub conflicts: Vec<Conflict>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::link::Sign;
    use crate::map::node::Kind;

    fn causes(from: &str, to: &str) -> LinkId {
        LinkId::new(from, LinkKind::Causes, to)
    }

    #[test]
    fn links_are_read_in_id_order_from_both_ends() {
        let mut map = Map::new("x");
        for id in ["c", "a", "b"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, to) in [("c", "a"), ("b", "a"), ("a", "c"), ("a", "b"), ("a", "a")] {
            map.insert_link(causes(from, to), Link::signed(Sign::Plus)).expect("new");
        }
        let a = NodeId::new("a");
        let from: Vec<_> = map.links_from(&a).map(|(id, _)| id.to.to_string()).collect();
        let into: Vec<_> = map.links_to(&a).map(|(id, _)| id.from.to_string()).collect();
        assert_eq!(
            (from.as_slice(), into.as_slice()),
            (&["a", "b", "c"].map(String::from)[..], &["a", "b", "c"].map(String::from)[..])
        );
        assert_eq!(map.take_node(&a), Err(GraphError::StillLinked(a.clone())));
        assert!(map.insert_link(causes("a", "z"), Link::default()).is_err());
        assert!(map.insert_link(causes("a", "b"), Link::default()).is_err());
    }

    #[test]
    fn a_ring_of_parts_does_not_hang() {
        let mut map = Map::new("x");
        map.levels = vec![
            Level { id: "a".into(), part_of: Some("b".into()), ..Level::default() },
            Level { id: "b".into(), part_of: Some("a".into()), ..Level::default() },
        ];
        assert!(map.whole_level(&"a".into()).is_some());
    }
}
