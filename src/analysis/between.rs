//! What groups of cards do to each other: how many links lead from one area to another, and which way.
//!
//! It counts links. It follows none: that links lead from one group to a second and on to a third does not say that
//! any chain of causes runs through all three.

use std::collections::{BTreeMap, BTreeSet};

use crate::map::{AreaId, Certainty, Kind, LevelId, Link, LinkId, Map, Node, NodeId, Sign};

/// What cards are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// By area; parts stand in the area they belong to, or alone.
    Areas {
        /// Whether parts stand in their whole.
        fold: bool,
    },
    /// By whole level.
    Levels,
}

impl Grouping {
    /// By area where the map has areas, else by level; `None` where it has neither.
    #[must_use]
    pub fn of(map: &Map, fold: bool) -> Option<Self> {
        match (map.areas().is_empty(), map.levels().is_empty()) {
            (false, _) => Some(Grouping::Areas { fold }),
            (true, false) => Some(Grouping::Levels),
            (true, true) => None,
        }
    }
}

/// What a group is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An area, or a part of one.
    Area(AreaId),
    /// A whole level.
    Level(LevelId),
    /// The cards without one.
    None,
}

/// Cards that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is of.
    pub place: Place,
    /// How many cards it has; raw notes are not counted. Of the cards without a place only those that links lead to or
    /// from.
    pub cards: usize,
    /// How many links lead from one of its cards to another.
    pub inside: usize,
    /// How high its cards stand on average, in thousandths of a level, the bottom level being 0; `None` for a group
    /// none of whose cards has a level.
    pub height: Option<usize>,
}

/// Which way the links of a flow work when they are taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Net {
    /// More than half of them in the same direction.
    Same,
    /// More than half of them in the opposite direction.
    Opposite,
    /// Some so, some so.
    Mixed,
    /// Half of them or more have no sign.
    Unknown,
}

/// The links from one group to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The group they start in, as a place in [`Between::groups`].
    pub from: usize,
    /// The group they end in.
    pub to: usize,
    /// Whether they are links that ought to be there and are not.
    pub missing: bool,
    /// The links in id order.
    pub links: Vec<LinkId>,
    /// How many of them are `+`.
    pub plus: usize,
    /// How many are `−`.
    pub minus: usize,
    /// How many are `?`.
    pub unknown: usize,
    /// How many take a time.
    pub delayed: usize,
    /// How many are a hypothesis.
    pub hypotheses: usize,
}

impl Flow {
    /// Which way they work together.
    #[must_use]
    pub fn net(&self) -> Net {
        let all = self.links.len();
        match (self.plus * 2 > all, self.minus * 2 > all, self.unknown * 2 >= all) {
            (true, ..) => Net::Same,
            (_, true, _) => Net::Opposite,
            (.., true) => Net::Unknown,
            _ => Net::Mixed,
        }
    }
}

/// The groups of a map and what leads from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    /// The groups: areas in their order, levels top first; those without come last, if any of their links counts.
    pub groups: Vec<Group>,
    /// The flows between two different groups, by source and target, what is missing behind what is there.
    pub flows: Vec<Flow>,
}

impl Between {
    /// Counts the causes and measures of a map; refuted links are left out, missing ones make flows of their own.
    ///
    /// Areas and levels without a card are groups too. O((nodes + links) log groups).
    #[must_use]
    pub fn of(map: &Map, by: Grouping) -> Self {
        let mut places: Vec<Place> = match by {
            Grouping::Areas { fold } => {
                let parent = |id: &AreaId| map.areas().iter().any(|area| area.part_of.as_ref() == Some(id));
                let own = |id: &AreaId| map.nodes().any(|(_, node)| node.area.as_ref() == Some(id));
                // Unfolded, a whole whose cards are all in its parts is nothing by itself.
                let shown = |area: &&crate::map::Area| {
                    if fold {
                        map.whole_area(&area.id).is_some_and(|whole| whole.id == area.id)
                    } else {
                        !parent(&area.id) || own(&area.id)
                    }
                };
                map.areas().iter().filter(shown).map(|area| Place::Area(area.id.clone())).collect()
            }
            Grouping::Levels => map.whole_levels().rev().map(|own| Place::Level(own.id.clone())).collect(),
        };
        places.push(Place::None);
        let index: BTreeMap<&Place, usize> = places.iter().enumerate().map(|(at, own)| (own, at)).collect();
        let none = places.len() - 1;
        let group_of = |node: &Node| index.get(&place_of(map, by, node)).copied().unwrap_or(none);
        let ranks: BTreeMap<&LevelId, usize> =
            map.whole_levels().enumerate().map(|(at, level)| (&level.id, at)).collect();
        let mut heights = vec![(0, 0); places.len()];
        let mut groups: Vec<Group> = places
            .iter()
            .map(|place| Group { place: place.clone(), cards: 0, inside: 0, height: None })
            .collect();
        let counts =
            |(id, link): &(&LinkId, &Link)| id.kind.has_sign() && link.certainty != Some(Certainty::Refuted);
        let tied: BTreeSet<&NodeId> =
            map.links().filter(counts).flat_map(|(id, _)| [&id.from, &id.to]).collect();
        for (id, node) in map.nodes().filter(|(_, node)| node.kind != Kind::Note) {
            let at = group_of(node);
            groups[at].cards += usize::from(at != none || tied.contains(id));
            let whole = node.level.as_ref().and_then(|level| map.whole_level(level));
            if let Some(rank) = whole.and_then(|level| ranks.get(&level.id)) {
                heights[at] = (heights[at].0 + rank * 1000, heights[at].1 + 1);
            }
        }
        for (group, (sum, count)) in groups.iter_mut().zip(heights) {
            group.height = (count > 0).then(|| sum / count.max(1));
        }
        let mut flows: BTreeMap<(usize, usize, bool), Flow> = BTreeMap::new();
        for (id, link) in map.links() {
            let ends = (map.node(&id.from), map.node(&id.to));
            let (Some(source), Some(target)) = ends else { continue };
            let raw = source.kind == Kind::Note || target.kind == Kind::Note;
            if !id.kind.has_sign() || raw || link.certainty == Some(Certainty::Refuted) {
                continue;
            }
            let (from, to) = (group_of(source), group_of(target));
            if from == to {
                groups[from].inside += usize::from(!link.missing);
                continue;
            }
            let flow = flows.entry((from, to, link.missing)).or_insert_with(|| Flow {
                from,
                to,
                missing: link.missing,
                links: Vec::new(),
                plus: 0,
                minus: 0,
                unknown: 0,
                delayed: 0,
                hypotheses: 0,
            });
            flow.links.push(id.clone());
            match link.sign_or_unknown() {
                Sign::Plus => flow.plus += 1,
                Sign::Minus => flow.minus += 1,
                Sign::Unknown => flow.unknown += 1,
            }
            flow.delayed += usize::from(link.delay);
            flow.hypotheses += usize::from(link.certainty == Some(Certainty::Hypothesis));
        }
        let flows: Vec<Flow> = flows.into_values().collect();
        if groups[none].inside == 0 && !flows.iter().any(|flow| flow.from == none || flow.to == none) {
            groups.pop();
        }
        Self { groups, flows }
    }

    /// The flow from one group to another that is there, or the one that is missing.
    #[must_use]
    pub fn flow(&self, from: usize, to: usize, missing: bool) -> Option<&Flow> {
        self.flows.iter().find(|flow| (flow.from, flow.to, flow.missing) == (from, to, missing))
    }

    /// The pairs of groups that act back on each other, lower place first, strongest first: by the weaker of their two
    /// flows, since that one closes the circle.
    #[must_use]
    pub fn mutual(&self) -> Vec<(usize, usize)> {
        let back = |flow: &Flow| self.flow(flow.to, flow.from, false).map(|own| own.links.len());
        let there = self.flows.iter().filter(|flow| !flow.missing && flow.from < flow.to);
        let mut pairs: Vec<_> = there
            .filter_map(|flow| {
                let weaker = back(flow)?.min(flow.links.len());
                Some((usize::MAX - weaker, flow.from, flow.to))
            })
            .collect();
        pairs.sort_unstable();
        pairs.into_iter().map(|(_, from, to)| (from, to)).collect()
    }

    /// The groups that a row of links goes through, in order, one after the other only once: where a told loop runs.
    /// Empty for a row that touches no group.
    #[must_use]
    pub fn passes(&self, map: &Map, by: Grouping, links: &[LinkId]) -> Vec<usize> {
        let place = |id: &NodeId| -> Option<usize> {
            let place = place_of(map, by, map.node(id)?);
            self.groups.iter().position(|group| group.place == place)
        };
        let ends =
            links.first().map(|first| &first.from).into_iter().chain(links.iter().map(|link| &link.to));
        let mut passed: Vec<usize> = ends.filter_map(place).collect();
        passed.dedup();
        passed
    }
}

/// Which group a card belongs to.
#[must_use]
pub fn place_of(map: &Map, by: Grouping, node: &Node) -> Place {
    let place = match by {
        Grouping::Areas { fold } => {
            let area = node.area.as_ref().and_then(|id| if fold { map.whole_area(id) } else { map.area(id) });
            area.map(|area| Place::Area(area.id.clone()))
        }
        Grouping::Levels => {
            let level = node.level.as_ref().and_then(|level| map.whole_level(level));
            level.map(|level| Place::Level(level.id.clone()))
        }
    };
    place.unwrap_or(Place::None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Area, Frame, LinkKind};

    fn map() -> Map {
        let mut map = Map::new("x");
        let area = |id: &str, part_of: Option<&str>| Area {
            id: id.into(),
            name: id.into(),
            part_of: part_of.map(Into::into),
            ..Area::default()
        };
        let areas = vec![area("1", None), area("1A", Some("1")), area("1B", Some("1")), area("2", None)];
        map = map.with_frame(Frame { areas, ..Frame::default() });
        let card = |area: Option<&str>| Node { area: area.map(Into::into), ..Node::new(Kind::Cause, "x") };
        for (id, own) in
            [("a", Some("1A")), ("b", Some("1B")), ("c", Some("2")), ("d", Some("2")), ("e", None)]
        {
            map.insert_node(id.into(), card(own)).expect("new");
        }
        for (from, to, link) in [
            ("a", "b", Link::signed(Sign::Plus)),
            ("a", "c", Link::signed(Sign::Plus)),
            ("b", "c", Link::signed(Sign::Plus)),
            ("b", "d", Link::signed(Sign::Minus)),
            ("c", "a", Link { delay: true, ..Link::signed(Sign::Minus) }),
            ("d", "b", Link { missing: true, ..Link::signed(Sign::Plus) }),
            ("d", "a", Link { certainty: Some(Certainty::Refuted), ..Link::signed(Sign::Plus) }),
        ] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), link).expect("new");
        }
        map
    }

    #[test]
    fn parts_count_with_their_whole_and_refuted_links_not_at_all() {
        let between = Between::of(&map(), Grouping::Areas { fold: true });
        assert_eq!(between.groups.len(), 2, "nothing leads to the card without an area");
        assert_eq!(between.groups[0].inside, 1);
        let flow = between.flow(0, 1, false).expect("there");
        assert_eq!((flow.plus, flow.minus, flow.unknown, flow.net()), (2, 1, 0, Net::Same));
        let back = between.flow(1, 0, false).expect("there");
        assert_eq!((back.links.len(), back.delayed, back.net()), (1, 1, Net::Opposite));
        assert_eq!(between.flow(1, 0, true).map(|flow| flow.links.len()), Some(1), "a ghost stands apart");
        assert_eq!(between.mutual(), [(0, 1)]);
    }

    #[test]
    fn unfolded_a_whole_without_cards_of_its_own_is_no_group() {
        let map = map();
        let by = Grouping::Areas { fold: false };
        let between = Between::of(&map, by);
        let places: Vec<_> = between.groups.iter().map(|group| group.place.clone()).collect();
        assert_eq!(places, ["1A", "1B", "2"].map(|id| Place::Area(id.into())));
        assert_eq!(between.mutual(), [(0, 2)]);
        let walk = |pairs: &[(&str, &str)]| -> Vec<LinkId> {
            pairs.iter().map(|(from, to)| LinkId::new(*from, LinkKind::Causes, *to)).collect()
        };
        assert_eq!(between.passes(&map, by, &walk(&[("a", "b"), ("b", "c"), ("c", "a")])), [0, 1, 2, 0]);
        assert_eq!(between.passes(&map, by, &walk(&[("c", "d"), ("d", "c")])), [2]);
    }

    #[test]
    fn every_link_that_counts_is_counted_once() {
        let map = map();
        for by in [Grouping::Areas { fold: true }, Grouping::Areas { fold: false }, Grouping::Levels] {
            let between = Between::of(&map, by);
            let inside: usize = between.groups.iter().map(|group| group.inside).sum();
            let across: usize = between.flows.iter().map(|flow| flow.links.len()).sum();
            let expected = map.links().filter(|(_, link)| link.certainty != Some(Certainty::Refuted)).count();
            // Inside a group a missing link is no link.
            let hidden = usize::from(by == Grouping::Levels);
            assert_eq!(inside + across + hidden, expected, "{by:?}");
        }
    }
}
