//! Which loops the list shows, where somebody wants only some of them.

use super::open::OpenMap;
use crate::map::{AreaId, LevelId, LinkId, Map, NodeId};
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};
use crate::tui::say;

/// Some of the loops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Only {
    /// Those that touch a level, its parts among it.
    Level(LevelId),
    /// Those that touch an area, its parts among it.
    Area(AreaId),
    /// Those that run along a link.
    Link(LinkId),
    /// Those that run through what an actor holds, told ones that do not run behind them.
    HeldBy(NodeId),
    /// Those that touch the lowest level and the highest.
    UpAndDown,
    /// Those that touch every whole level.
    AllLevels,
    /// Those that would run if the links marked missing were there.
    WouldBe,
    /// A few that cover every looped link.
    Cover,
    /// No loops, but the links without a sign whose settling decides most of them.
    Settling,
}

impl Only {
    /// What there is to choose from: the few that cover all, the signs to settle, those that would run, the way from the
    /// bottom to the top and through all levels, all levels from the top, all areas.
    #[must_use]
    pub fn choices(map: &Map) -> Vec<Self> {
        let levels = map.whole_levels().rev().map(|level| Only::Level(level.id.clone()));
        let areas = map.areas().iter().map(|area| Only::Area(area.id.clone()));
        let ghosts = map.links().any(|(_, link)| link.missing).then_some(Only::WouldBe);
        let wholes = map.whole_levels().count();
        let ends = (wholes > 1).then_some(Only::UpAndDown);
        let every = (wholes > 2).then_some(Only::AllLevels);
        let first = [Only::Cover, Only::Settling].into_iter().chain(ghosts).chain(ends).chain(every);
        first.chain(levels).chain(areas).collect()
    }

    /// Whether what it is about is still there.
    #[must_use]
    pub fn is_on(&self, map: &Map) -> bool {
        match self {
            Only::Level(id) => map.level(id).is_some(),
            Only::Area(id) => map.area(id).is_some(),
            Only::Link(id) => map.link(id).is_some(),
            Only::HeldBy(id) => map.node(id).is_some(),
            Only::UpAndDown | Only::AllLevels => map.whole_levels().count() > 1,
            Only::Cover | Only::Settling | Only::WouldBe => true,
        }
    }

    /// What it is called: `through the level «Users»`.
    #[must_use]
    pub fn said(&self, map: &Map, lang: Lang) -> String {
        let acting = &lang.words().acting;
        match self {
            Only::Level(id) => {
                let name = map.level(id).map_or(id.as_str(), |level| &level.name);
                format!("{} {}", acting.through_level, quoted(&visible(name)))
            }
            Only::Area(id) => {
                let name = map.area(id).map_or("", |area| &area.name);
                format!("{} {}", acting.through_area, quoted(visible(&format!("{id} {name}")).trim()))
            }
            Only::Link(id) => {
                format!("{} {} → {}", acting.through_link, say::short(map, &id.from), say::short(map, &id.to))
            }
            Only::HeldBy(id) => format!("{} {}", acting.through_held, quoted(&say::label(map, id))),
            Only::UpAndDown => acting.up_and_down.to_owned(),
            Only::AllLevels => acting.all_levels.to_owned(),
            Only::WouldBe => acting.would_be.to_owned(),
            Only::Cover => acting.cover.to_owned(),
            Only::Settling => acting.settling.to_owned(),
        }
    }

    /// Whether it is a choice of loops by where they run.
    #[must_use]
    pub fn is_place(&self) -> bool {
        !matches!(self, Only::Cover | Only::Settling | Only::WouldBe)
    }

    /// The loops, as places in the list of all, in its order.
    #[must_use]
    pub fn of(&self, open: &OpenMap) -> Vec<usize> {
        let map = &open.map;
        let level = |id: &LevelId| map.levels().iter().position(|own| own.id == *id);
        let place = |at: Option<usize>| at.and_then(|at| u16::try_from(at).ok());
        match self {
            Only::Level(id) => open.circles.on_levels(place(level(id)).as_slice()),
            Only::Area(id) => {
                let within = |area: &crate::map::Area| map.areas_up(&area.id).any(|own| own.id == *id);
                let places = map.areas().iter().enumerate().filter(|(_, area)| within(area));
                open.circles.in_areas(&places.filter_map(|(at, _)| place(Some(at))).collect::<Vec<_>>())
            }
            Only::Link(id) => open.circles.along(id),
            Only::HeldBy(id) => open.roll().register.get(id).map_or(Vec::new(), |actor| {
                let [running, idle] = open.all_loops_of_actor(actor);
                running.into_iter().chain(idle).collect()
            }),
            Only::Cover => open.circles.cover.as_ref().map_or(Vec::new(), |(places, _)| places.clone()),
            Only::WouldBe => open.circles.would_be.as_ref().map_or(Vec::new(), |(places, _)| places.clone()),
            Only::Settling => Vec::new(),
            Only::UpAndDown => {
                let ends = [map.whole_levels().next(), map.whole_levels().next_back()];
                let ends = ends.into_iter().flatten().filter_map(|own| place(level(&own.id)));
                open.circles.on_levels(&ends.collect::<Vec<_>>())
            }
            Only::AllLevels => {
                let every = map.whole_levels().filter_map(|own| place(level(&own.id)));
                open.circles.on_levels(&every.collect::<Vec<_>>())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Budget, LoopQuery, find_loops};
    use crate::map::{Area, Frame, Kind, Link, LinkKind, Node, Sign};
    use crate::tui::open::Sheet;
    use std::ops::ControlFlow;

    /// Three areas inside each other and one beside them, a card with a link to itself in each, and a ring of them all.
    fn open() -> OpenMap {
        let area = |id: &str, whole: Option<&str>| Area {
            id: id.into(),
            name: id.to_owned(),
            part_of: whole.map(Into::into),
            ..Area::default()
        };
        let areas = vec![area("1", None), area("1A", Some("1")), area("1Aa", Some("1A")), area("2", None)];
        let mut map = Map::new("x").with_frame(Frame { areas, ..Frame::default() });
        for (id, at) in [("a", "1"), ("b", "1A"), ("c", "1Aa"), ("d", "2")] {
            let node = Node { area: Some(at.into()), ..Node::new(Kind::Cause, id) };
            map.insert_node(id.into(), node).expect("new");
        }
        for (from, to) in
            [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]
        {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
        }
        OpenMap::new(Sheet::unsaved(map), 1)
    }

    #[test]
    fn an_area_has_the_loops_that_a_search_through_it_finds() {
        let mut open = open();
        let snapshot = open.snapshot.clone();
        let find = |query: &LoopQuery| {
            let mut all = Vec::new();
            find_loops(&snapshot, query, &mut Budget::unlimited(), &mut |found| {
                all.push(found);
                ControlFlow::Continue(())
            });
            all
        };
        let all = find(&LoopQuery::default());
        open.circles.add(&snapshot, 0, &all);
        let mut counts = Vec::new();
        for (at, area) in (0..).zip(open.map.areas()) {
            let only = Only::Area(area.id.clone()).of(&open);
            let found = find(&LoopQuery { through_area: Some(at), ..LoopQuery::default() });
            let places = |own| all.iter().position(|other| other == own).expect("one of all");
            assert_eq!(only, found.iter().map(places).collect::<Vec<_>>(), "{}", area.id);
            counts.push(only.len());
        }
        assert_eq!(counts, [4, 3, 2, 2]);
    }
}
