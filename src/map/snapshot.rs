//! The map as analyses read it: numbers in rows, made once per generation, the same for equal content.

mod visit;

use super::graph::Map;
use super::id::{AreaId, LevelId, NodeId};
use super::link::{LinkId, LinkKind, Sign};
use super::node::{Certainty, Kind};

/// Which links an analysis runs over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The kinds of links.
    pub kinds: Vec<LinkKind>,
    /// Whether refuted links count too.
    pub refuted: bool,
    /// Whether missing links count too.
    pub missing: bool,
}

impl Default for Scope {
    /// What chains, loops, ripples and cuts run over unless somebody asks for more: effects that are there.
    fn default() -> Self {
        Self { kinds: vec![LinkKind::Causes, LinkKind::ActsOn], refuted: false, missing: false }
    }
}

/// A node as analyses see it: its place in id order.
pub type Spot = u32;

/// A link as analyses see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Where it starts.
    pub from: Spot,
    /// Where it ends.
    pub to: Spot,
    /// What it says.
    pub kind: LinkKind,
    /// Its sign; unknown for kinds that have none.
    pub sign: Sign,
    /// Whether it takes a time.
    pub delay: bool,
    /// How strong, if stated.
    pub strength: Option<u8>,
    /// How well founded, if stated.
    pub certainty: Option<Certainty>,
    /// Whether it ought to be there and is not.
    pub missing: bool,
}

/// The nodes and the links of one [`Scope`], in compressed rows in id order.
///
/// Raw notes are in it as nodes, so that numbers stay simple, but no link of theirs is. A refuted card keeps its links:
/// each is a claim of its own, and counts until it is refuted itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    ids: Vec<NodeId>,
    kinds: Vec<Kind>,
    levels: Vec<Option<u16>>,
    areas: Vec<Option<u16>>,
    level_ids: Vec<LevelId>,
    // For each level or part its own place and the places of those it is a part of, the whole last.
    levels_up: Vec<Vec<u16>>,
    area_ids: Vec<AreaId>,
    // The same for areas.
    areas_up: Vec<Vec<u16>>,
    // Sorted by source, target, kind; `out[n]..out[n + 1]` are those that start at n.
    arcs: Vec<Arc>,
    out: Vec<u32>,
    // Numbers of arcs sorted by target, source, kind; `into_at[n]..into_at[n + 1]` are those that end at n.
    into: Vec<u32>,
    into_at: Vec<u32>,
}

impl Snapshot {
    /// The map as it is now, with the links of the scope.
    ///
    /// O(nodes × levels and areas + links log links).
    #[must_use]
    pub fn of(map: &Map, scope: &Scope) -> Self {
        let ids: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).collect();
        let kinds: Vec<Kind> = map.nodes().map(|(_, node)| node.kind).collect();
        let level_ids: Vec<LevelId> = map.levels().iter().map(|level| level.id.clone()).collect();
        let area_ids: Vec<AreaId> = map.areas().iter().map(|area| area.id.clone()).collect();
        let place = |at: Option<usize>| at.and_then(|at| u16::try_from(at).ok());
        let level_at = |id: &LevelId| place(level_ids.iter().position(|other| other == id));
        let area_at = |id: &AreaId| place(area_ids.iter().position(|other| other == id));
        let levels_up: Vec<Vec<u16>> = level_ids
            .iter()
            .map(|id| map.levels_up(id).filter_map(|level| level_at(&level.id)).collect())
            .collect();
        let areas_up: Vec<Vec<u16>> = area_ids
            .iter()
            .map(|id| map.areas_up(id).filter_map(|area| area_at(&area.id)).collect())
            .collect();
        let levels = map.nodes().map(|(_, node)| level_at(node.level.as_ref()?)).collect();
        let areas = map.nodes().map(|(_, node)| area_at(node.area.as_ref()?)).collect();
        let mut arcs = Vec::new();
        for ((from, to), id, link) in map.links_between_places() {
            let wanted = scope.kinds.contains(&id.kind)
                && (scope.refuted || link.certainty != Some(Certainty::Refuted))
                && (scope.missing || !link.missing);
            if !wanted || kinds[from as usize] == Kind::Note || kinds[to as usize] == Kind::Note {
                continue;
            }
            arcs.push(Arc {
                from,
                to,
                kind: id.kind,
                sign: if id.kind.has_sign() { link.sign_or_unknown() } else { Sign::Unknown },
                delay: link.delay,
                strength: link.strength,
                certainty: link.certainty,
                missing: link.missing,
            });
        }
        let starts = |key: fn(&Arc) -> Spot, order: &mut dyn Iterator<Item = &Arc>| {
            let mut row = vec![0_u32; ids.len() + 1];
            for arc in order {
                row[key(arc) as usize + 1] += 1;
            }
            for at in 1..row.len() {
                row[at] += row[at - 1];
            }
            row
        };
        let out = starts(|arc| arc.from, &mut arcs.iter());
        let into_at = starts(|arc| arc.to, &mut arcs.iter());
        let mut into: Vec<u32> = (0..u32::try_from(arcs.len()).unwrap_or(u32::MAX)).collect();
        into.sort_by_key(|&at| {
            let arc = &arcs[at as usize];
            (arc.to, arc.from, arc.kind)
        });
        Self { ids, kinds, levels, areas, level_ids, levels_up, area_ids, areas_up, arcs, out, into, into_at }
    }

    /// How many nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// All nodes.
    pub fn spots(&self) -> impl DoubleEndedIterator<Item = Spot> + use<> {
        0..Spot::try_from(self.ids.len()).unwrap_or(Spot::MAX)
    }

    /// Where the node with that id is.
    #[must_use]
    pub fn spot(&self, id: &NodeId) -> Option<Spot> {
        self.ids.binary_search(id).ok().and_then(|at| Spot::try_from(at).ok())
    }

    /// The id of a node.
    #[must_use]
    pub fn id(&self, spot: Spot) -> &NodeId {
        &self.ids[spot as usize]
    }

    /// What a node is.
    #[must_use]
    pub fn kind(&self, spot: Spot) -> Kind {
        self.kinds[spot as usize]
    }

    /// A node's level or part, as a place among the map's levels (bottom is 0).
    #[must_use]
    pub fn level(&self, spot: Spot) -> Option<u16> {
        self.levels[spot as usize]
    }

    /// The whole level that a node stands on, parts folded, as a place among the map's levels (bottom is 0).
    #[must_use]
    pub fn whole_level(&self, spot: Spot) -> Option<u16> {
        self.level(spot).and_then(|level| self.levels_up[level as usize].last().copied())
    }

    /// A node's area or part, as a place among the map's areas.
    #[must_use]
    pub fn area(&self, spot: Spot) -> Option<u16> {
        self.areas[spot as usize]
    }

    /// The whole area that a node stands in, parts folded, as a place among the map's areas.
    #[must_use]
    pub fn whole_area(&self, spot: Spot) -> Option<u16> {
        self.area(spot).and_then(|area| self.areas_up[area as usize].last().copied())
    }

    /// Whether a node stands on a level or on a part of it, however deep.
    #[must_use]
    pub fn is_on_level(&self, spot: Spot, level: u16) -> bool {
        self.level(spot).is_some_and(|own| self.levels_up[own as usize].contains(&level))
    }

    /// Whether a node stands in an area or in a part of it, however deep.
    #[must_use]
    pub fn is_in_area(&self, spot: Spot, area: u16) -> bool {
        self.area(spot).is_some_and(|own| self.areas_up[own as usize].contains(&area))
    }

    /// The lowest and the highest whole level of the map, as places among its levels; `None` if it has fewer than
    /// two.
    #[must_use]
    pub fn outer_levels(&self) -> Option<(u16, u16)> {
        let mut wholes = (0..).zip(&self.levels_up).filter(|(_, up)| up.len() == 1).map(|(place, _)| place);
        Some((wholes.next()?, wholes.last()?))
    }

    /// The ids of the levels and parts, bottom to top.
    #[must_use]
    pub fn level_ids(&self) -> &[LevelId] {
        &self.level_ids
    }

    /// The ids of the areas and parts in order.
    #[must_use]
    pub fn area_ids(&self) -> &[AreaId] {
        &self.area_ids
    }

    /// All links, by source, target, kind.
    #[must_use]
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The numbers (places in [`Snapshot::arcs`]) of the links that start at a node.
    #[must_use]
    pub fn outgoing(&self, spot: Spot) -> std::ops::Range<usize> {
        self.out[spot as usize] as usize..self.out[spot as usize + 1] as usize
    }

    /// The numbers (places in [`Snapshot::arcs`]) of the links that end at a node, by source.
    #[must_use]
    pub fn incoming(&self, spot: Spot) -> &[u32] {
        &self.into[self.into_at[spot as usize] as usize..self.into_at[spot as usize + 1] as usize]
    }

    /// The id of a link.
    #[must_use]
    pub fn link_id(&self, arc: &Arc) -> LinkId {
        LinkId { from: self.id(arc.from).clone(), to: self.id(arc.to).clone(), kind: arc.kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::link::Link;
    use crate::map::node::Node;

    fn ring(order: &[&str]) -> Map {
        let mut map = Map::new("x");
        for id in order {
            map.insert_node((*id).into(), Node::new(Kind::Cause, *id)).expect("new");
        }
        for (from, to) in [("b", "c"), ("a", "b"), ("c", "a"), ("a", "a")] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
        }
        map
    }

    #[test]
    fn equal_content_gives_an_equal_snapshot_whatever_the_order() {
        let scope = Scope::default();
        assert_eq!(
            Snapshot::of(&ring(&["a", "b", "c"]), &scope),
            Snapshot::of(&ring(&["c", "a", "b"]), &scope)
        );
    }

    #[test]
    fn rows_hold_what_starts_and_what_ends_at_a_node() {
        let snapshot = Snapshot::of(&ring(&["a", "b", "c"]), &Scope::default());
        let a = snapshot.spot(&"a".into()).expect("there");
        let out: Vec<_> = snapshot.arcs()[snapshot.outgoing(a)].iter().map(|arc| arc.to).collect();
        let into: Vec<_> = snapshot.incoming(a).iter().map(|&at| snapshot.arcs()[at as usize].from).collect();
        assert_eq!((out, into), (vec![0, 1], vec![0, 2]));
        assert_eq!(petgraph::algo::kosaraju_scc(&snapshot).len(), 1);
    }

    #[test]
    fn missing_links_and_those_of_notes_stay_out() {
        let mut map = ring(&["a", "b", "c"]);
        map.insert_node("n".into(), Node::new(Kind::Note, "n")).expect("new");
        map.insert_link(LinkId::new("n", LinkKind::Causes, "a"), Link::signed(Sign::Plus)).expect("new");
        let missing = Link { missing: true, ..Link::signed(Sign::Plus) };
        map.insert_link(LinkId::new("b", LinkKind::Causes, "a"), missing).expect("new");
        assert_eq!(Snapshot::of(&map, &Scope::default()).arcs().len(), 4);
        let scope = Scope { missing: true, ..Scope::default() };
        assert_eq!(Snapshot::of(&map, &scope).arcs().len(), 5);
    }

    #[test]
    fn a_refuted_link_stays_out_and_a_refuted_card_keeps_its_links() {
        let mut map = ring(&["a", "b", "c"]);
        let refuted = Some(Certainty::Refuted);
        let card = Node { certainty: refuted, ..Node::new(Kind::Cause, "d") };
        map.insert_node("d".into(), card).expect("new");
        map.insert_link(LinkId::new("a", LinkKind::Causes, "d"), Link::signed(Sign::Plus)).expect("new");
        let wrong = Link { certainty: refuted, ..Link::signed(Sign::Plus) };
        map.insert_link(LinkId::new("d", LinkKind::Causes, "a"), wrong).expect("new");
        let without = Snapshot::of(&map, &Scope::default());
        assert_eq!(without.arcs().len(), 5);
        let d = without.spot(&"d".into()).expect("there");
        assert_eq!((without.incoming(d).len(), without.outgoing(d).len()), (1, 0));
        assert_eq!(Snapshot::of(&map, &Scope { refuted: true, ..Scope::default() }).arcs().len(), 6);
    }
}
