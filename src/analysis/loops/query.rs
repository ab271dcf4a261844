//! Which loops are wanted: how long, and through what.
//!
//! All that is asked for must hold at once. A loop is wanted or not by its own links and nodes alone.

use super::{SIZE_LIMIT, crosses, links};
use crate::map::{Snapshot, Spot};

/// Which loops are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoopQuery {
    /// The most links; 0 for no bound.
    pub max_length: usize,
    /// Only loops through this node.
    pub through: Option<Spot>,
    /// Only loops through this link, a place in [`Snapshot::arcs`]. Links parallel to it do not count.
    pub through_link: Option<u32>,
    /// Only loops that touch this level, a place in [`Snapshot::level_ids`]; parts count for the whole.
    pub through_level: Option<u16>,
    /// Only loops that touch this area, a place in [`Snapshot::area_ids`]; parts count for the whole.
    pub through_area: Option<u16>,
    /// Only loops that touch more than one whole level.
    pub across_levels: bool,
    /// Only loops that touch the lowest and the highest whole level of the map. On a map with a single level there
    /// are none.
    pub from_bottom_to_top: bool,
    /// The most loops to find.
    pub size_limit: usize,
}

impl Default for LoopQuery {
    fn default() -> Self {
        Self {
            max_length: 8,
            through: None,
            through_link: None,
            through_level: None,
            through_area: None,
            across_levels: false,
            from_bottom_to_top: false,
            size_limit: SIZE_LIMIT,
        }
    }
}

impl LoopQuery {
    /// Whether all loops of a length are wanted, wherever they run.
    #[must_use]
    pub fn wants_all(&self) -> bool {
        let anywhere = Self { max_length: self.max_length, size_limit: self.size_limit, ..Self::default() };
        *self == anywhere
    }

    /// Whether a loop of these links runs where it is to run. Its length is not looked at.
    pub(super) fn wants(&self, arcs: &[u32], snapshot: &Snapshot) -> bool {
        let touches = |test: &dyn Fn(Spot) -> bool| links(arcs, snapshot).any(|arc| test(arc.from));
        let level = |wanted| move |spot| snapshot.is_on_level(spot, wanted);
        self.through_link.is_none_or(|link| arcs.contains(&link))
            && self.through.is_none_or(|node| touches(&|spot| spot == node))
            && self.through_level.is_none_or(|wanted| touches(&level(wanted)))
            && self.through_area.is_none_or(|wanted| touches(&|spot| snapshot.is_in_area(spot, wanted)))
            && (!self.across_levels || crosses(arcs, snapshot))
            && (!self.from_bottom_to_top
                || snapshot
                    .outer_levels()
                    .is_some_and(|(lowest, highest)| touches(&level(lowest)) && touches(&level(highest))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Budget, find_loops};
    use crate::map::{Area, Frame, Kind, Level, Link, LinkId, LinkKind, Map, Node, Scope, Sign};
    use std::ops::ControlFlow;

    /// Levels low and high, the part `top` of high; areas one and two, the part `two-a` of two. Loops ab, bc, cd, cc.
    fn snapshot() -> Snapshot {
        let level = |id: &str, whole: &str| Level {
            id: id.into(),
            name: id.to_owned(),
            part_of: (!whole.is_empty()).then(|| whole.into()),
        };
        let area = |id: &str, whole: &str| Area {
            id: id.into(),
            name: id.to_owned(),
            part_of: (!whole.is_empty()).then(|| whole.into()),
            ..Area::default()
        };
        let mut map = Map::new("x").with_frame(Frame {
            levels: vec![level("low", ""), level("high", ""), level("top", "high")],
            areas: vec![area("one", ""), area("two", ""), area("two-a", "two")],
            ..Frame::default()
        });
        for (id, level, area) in [("a", "low", "one"), ("b", "high", "one"), ("c", "top", "two-a")] {
            let node =
                Node { level: Some(level.into()), area: Some(area.into()), ..Node::new(Kind::Cause, id) };
            map.insert_node(id.into(), node).expect("new");
        }
        map.insert_node("d".into(), Node::new(Kind::Cause, "d")).expect("new");
        for (from, to) in [("a", "b"), ("b", "a"), ("b", "c"), ("c", "b"), ("c", "d"), ("d", "c"), ("c", "c")]
        {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }

    fn wanted(query: &LoopQuery) -> Vec<String> {
        let snapshot = snapshot();
        let mut all = Vec::new();
        find_loops(&snapshot, query, &mut Budget::unlimited(), &mut |found| {
            all.push(found.nodes(&snapshot).iter().map(|&spot| snapshot.id(spot).as_str()).collect());
            ControlFlow::Continue(())
        });
        all
    }

    #[test]
    fn parts_count_for_the_whole_and_not_the_other_way_round() {
        let level = |place| wanted(&LoopQuery { through_level: Some(place), ..LoopQuery::default() });
        assert_eq!(level(0), ["ab"]);
        assert_eq!(level(1), ["c", "ab", "bc", "cd"]);
        assert_eq!(level(2), ["c", "bc", "cd"]);
        let area = |place| wanted(&LoopQuery { through_area: Some(place), ..LoopQuery::default() });
        assert_eq!(area(0), ["ab", "bc"]);
        assert_eq!(area(1), ["c", "bc", "cd"]);
        assert_eq!(area(2), ["c", "bc", "cd"]);
        assert_eq!(
            wanted(&LoopQuery { through_area: Some(0), through_level: Some(2), ..LoopQuery::default() }),
            ["bc"]
        );
    }

    #[test]
    fn parts_of_parts_count_for_all_above_them() {
        let area = |id: &str, whole: Option<&str>| Area {
            id: id.into(),
            name: id.to_owned(),
            part_of: whole.map(Into::into),
            ..Area::default()
        };
        let level = |id: &str, whole: Option<&str>| Level {
            id: id.into(),
            name: id.to_owned(),
            part_of: whole.map(Into::into),
        };
        let mut map = Map::new("x").with_frame(Frame {
            areas: vec![area("1", None), area("1A", Some("1")), area("1Aa", Some("1A")), area("2", None)],
            levels: vec![level("top", None), level("mid", Some("top")), level("deep", Some("mid"))],
            ..Frame::default()
        });
        for (id, at, on) in [("a", "1", "top"), ("b", "1A", "mid"), ("c", "1Aa", "deep"), ("d", "2", "top")] {
            let node = Node { area: Some(at.into()), level: Some(on.into()), ..Node::new(Kind::Cause, id) };
            map.insert_node(id.into(), node).expect("new");
            map.insert_link(LinkId::new(id, LinkKind::Causes, id), Link::signed(Sign::Plus)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let count = |query: &LoopQuery| {
            find_loops(&snapshot, query, &mut Budget::unlimited(), &mut |_| ControlFlow::Continue(())).count
        };
        let at = |area| count(&LoopQuery { through_area: Some(area), ..LoopQuery::default() });
        assert_eq!([0, 1, 2, 3].map(at), [3, 2, 1, 1]);
        let on = |level| count(&LoopQuery { through_level: Some(level), ..LoopQuery::default() });
        assert_eq!([0, 1, 2].map(on), [4, 2, 1]);
    }

    #[test]
    fn from_bottom_to_top_is_from_whole_to_whole() {
        let query = LoopQuery { from_bottom_to_top: true, ..LoopQuery::default() };
        assert_eq!(wanted(&query), ["ab"]);
        assert!(!query.wants_all() && LoopQuery { max_length: 3, ..LoopQuery::default() }.wants_all());
    }
}
