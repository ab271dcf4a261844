//! A part of a map: one loop, a chain, a journey, a level, an area; or all of it.
//!
//! It says what belongs to a part. How a part is written, each format says.

use std::collections::BTreeSet;

use super::said;
use crate::layout::staircase::Walk;
use crate::map::{AreaId, JourneyId, LevelId, LinkId, Map, NodeId};
use crate::text::words::capital;
use crate::text::{Lang, visible};

/// What is written of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// A loop or a chain.
    Walk(Walk),
    /// A journey.
    Journey(JourneyId),
    /// A level with its parts.
    Level(LevelId),
    /// An area with its parts.
    Area(AreaId),
}

impl Part {
    /// A copy of the map with the cards and links of the part; for a level or an area the cards there and the links
    /// between them. What stands around the cards stays, but for other levels, loops, journeys and what was set aside that are not of
    /// the part.
    #[must_use]
    pub fn of(&self, map: &Map) -> Map {
        let (nodes, links): (BTreeSet<NodeId>, Option<BTreeSet<LinkId>>) = match self {
            Part::Whole => return map.clone(),
            Part::Walk(walk) => (ends(&walk.start, &walk.links), Some(walk.links.iter().cloned().collect())),
            Part::Journey(id) => {
                let steps =
                    map.journeys().into_iter().find(|(own, _)| *own == id).map(|(_, told)| &told.steps);
                let (mut nodes, mut links) = (BTreeSet::new(), BTreeSet::new());
                for step in steps.into_iter().flatten() {
                    nodes.extend(step.show.nodes().into_iter().cloned());
                    if let Some(walk) = said::walk_of(map, &step.show) {
                        nodes.extend(ends(&walk.start, &walk.links));
                        links.extend(walk.links);
                    }
                }
                (nodes, Some(links))
            }
            Part::Level(level) => {
                let within = |own: &LevelId| map.levels_up(own).any(|up| up.id == *level);
                let here = map.nodes().filter(|(_, node)| node.level.as_ref().is_some_and(within));
                (here.map(|(id, _)| id.clone()).collect(), None)
            }
            Part::Area(area) => {
                let within = |own: &AreaId| map.areas_up(own).any(|up| up.id == *area);
                let here = map.nodes().filter(|(_, node)| node.area.as_ref().is_some_and(within));
                (here.map(|(id, _)| id.clone()).collect(), None)
            }
        };
        let mut frame = map.frame();
        match self {
            Part::Journey(id) => frame.journeys.retain(|own, _| own == id),
            _ => frame.journeys.clear(),
        }
        frame.set_aside.clear();
        if let Part::Level(id) = self {
            // Bands of other levels would be empty; the level itself is part of nothing that is here.
            frame.levels.retain(|level| map.levels_up(&level.id).any(|up| up.id == *id));
            for level in frame.levels.iter_mut().filter(|level| level.id == *id) {
                level.part_of = None;
            }
        }
        let has = |link: &LinkId| match &links {
            Some(links) => links.contains(link),
            None => nodes.contains(&link.from) && nodes.contains(&link.to),
        };
        frame.loops.retain(|_, told| told.links().all(|link| has(&link)));
        let mut part = Map::new("").with_frame(frame);
        for (id, node) in map.nodes().filter(|(id, _)| nodes.contains(*id)) {
            part.insert_node(id.clone(), node.clone()).expect("ids of a map are unique");
        }
        for (id, link) in map.links().filter(|(id, _)| has(id)) {
            if nodes.contains(&id.from) && nodes.contains(&id.to) {
                part.insert_link(id.clone(), link.clone()).expect("both ends were put in before");
            }
        }
        part
    }

    /// How many links of the map lead from a card of the part to one outside, or the other way; `cut` is the part, as
    /// [`Part::of`] gives it. None for a loop, chain or journey, which is not about all links of its cards.
    #[must_use]
    pub fn leaving(&self, map: &Map, cut: &Map) -> usize {
        let has = |id: &NodeId| cut.node(id).is_some();
        match self {
            Part::Whole | Part::Walk(_) | Part::Journey(_) => 0,
            Part::Level(_) | Part::Area(_) => {
                map.links().filter(|(id, _)| has(&id.from) != has(&id.to)).count()
            }
        }
    }

    /// What the part is called, safe to show; empty for the whole map.
    #[must_use]
    pub fn title(&self, map: &Map, lang: Lang) -> String {
        let named = |noun: &str, name: &str| format!("{} «{}»", capital(noun), visible(name));
        let things = &lang.words().things;
        match self {
            Part::Whole => String::new(),
            Part::Walk(walk) => said::walk_title(walk, lang),
            Part::Journey(id) => {
                let told = map.journeys().into_iter().find(|(own, _)| *own == id);
                told.map_or_else(String::new, |(_, told)| visible(&told.title).into_owned())
            }
            Part::Level(id) => {
                named(things.level.one, map.level(id).map_or(id.as_str(), |level| &level.name))
            }
            Part::Area(id) => {
                let name = map.area(id).map_or("", |area| area.name.as_str());
                named(things.area.one, if name.is_empty() { id.as_str() } else { name })
            }
        }
    }
}

fn ends(start: &NodeId, links: &[LinkId]) -> BTreeSet<NodeId> {
    links.iter().flat_map(|link| [&link.from, &link.to]).chain([start]).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::open::open_text;

    fn case() -> Map {
        let text = include_str!("../../maps/complex-needs.floke.ron");
        open_text("x", text.to_owned()).expect("a map").document.to_map().expect("no faults")
    }

    #[test]
    fn a_part_holds_its_cards_and_nothing_else() {
        let map = case();
        assert_eq!(Part::Whole.of(&map), map);
        let level = Part::Level("users".into()).of(&map);
        assert!(level.node_count() > 5 && level.nodes().all(|(_, node)| node.level == Some("users".into())));
        assert_eq!(level.levels().len(), 1, "no band of another level");
        let (_, told) = map.loops().iter().next().expect("a loop");
        let walk = Walk::circle(&told.title, told.links().collect()).expect("links");
        let part = Part::Walk(walk.clone()).of(&map);
        assert_eq!((part.node_count(), part.link_count()), (walk.links.len(), walk.links.len()));
        let (id, _) = map.journeys()[0];
        let part = Part::Journey(id.clone()).of(&map);
        assert!(part.node_count() > 0 && part.journeys().len() == 1);
    }
}
