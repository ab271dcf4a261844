//! What has become of a loop that somebody told: which of its links are there, and what it does.
//!
//! A told loop may hold links that are missing, refuted or gone; it is looked at and never searched for. Finding
//! loops that nobody told is another file.

use std::collections::BTreeMap;

use super::loops::{Loop, Polarity};
use crate::map::{Certainty, LevelId, LinkId, LoopId, Map, NamedLoop, NodeId, Sign, Snapshot};

/// What has become of a link of a told loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It is there, and analyses count it.
    There,
    /// It is marked as missing: it ought to be there.
    Missing,
    /// It has been refuted.
    Refuted,
    /// There is no such link, or no such node.
    Gone,
}

/// A told loop as the map has it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its links in the order told, under the ids that their nodes have now, and what has become of each.
    pub links: Vec<(LinkId, LinkState)>,
    /// What it does, or would do if its missing and refuted links were there; undetermined if one is gone.
    pub polarity: Polarity,
    /// The whole levels it touches, parts folded, bottom to top.
    pub levels: Vec<LevelId>,
    /// Whether a link of it takes time.
    pub delay: bool,
}

impl Told {
    /// The loop as it stands in the map. O(links log links), and O(nodes) for each id that is not there.
    #[must_use]
    pub fn of(map: &Map, told: &NamedLoop) -> Self {
        let now = |id: &NodeId| map.find_node(id).map_or_else(|| id.clone(), |(id, _)| id.clone());
        let mut links = Vec::new();
        let (mut sign, mut delay) = (Sign::Plus, false);
        for link in told.links() {
            let id = LinkId { from: now(&link.from), to: now(&link.to), kind: link.kind };
            let found = map.link(&id);
            sign = sign.times(found.map_or(Sign::Unknown, crate::map::Link::sign_or_unknown));
            delay |= found.is_some_and(|link| link.delay);
            let state = match found {
                None => LinkState::Gone,
                Some(link) if link.missing => LinkState::Missing,
                Some(link) if link.certainty == Some(Certainty::Refuted) => LinkState::Refuted,
                Some(_) => LinkState::There,
            };
            links.push((id, state));
        }
        if links.is_empty() {
            sign = Sign::Unknown;
        }
        let level_of = |id: &NodeId| map.whole_level(map.node(id)?.level.as_ref()?).map(|level| &level.id);
        let touched: Vec<_> = links.iter().filter_map(|(id, _)| level_of(&id.from)).collect();
        let levels = map.levels().iter().map(|level| &level.id).filter(|id| touched.contains(id));
        Self { levels: levels.cloned().collect(), polarity: Polarity::of(sign), delay, links }
    }

    /// How many links.
    #[must_use]
    pub fn length(&self) -> usize {
        self.links.len()
    }

    /// Whether every link is there: the loop runs.
    #[must_use]
    pub fn runs(&self) -> bool {
        !self.links.is_empty() && self.links.iter().all(|(_, state)| *state == LinkState::There)
    }

    /// Whether it points at something that is gone. A missing or refuted link does not break it.
    #[must_use]
    pub fn broken(&self) -> bool {
        self.links.is_empty() || self.links.iter().any(|(_, state)| *state == LinkState::Gone)
    }

    /// The links in that state, in the order told.
    pub fn in_state(&self, state: LinkState) -> impl Iterator<Item = &LinkId> {
        self.links.iter().filter(move |(_, other)| *other == state).map(|(id, _)| id)
    }

    /// Whether the two are the same loop: the same links, from wherever one starts.
    #[must_use]
    pub fn is(&self, found: &Loop, snapshot: &Snapshot) -> bool {
        self.key() == key_of(found, snapshot)
    }

    fn key(&self) -> Vec<LinkId> {
        turned(self.links.iter().map(|(id, _)| id.clone()).collect())
    }
}

fn key_of(found: &Loop, snapshot: &Snapshot) -> Vec<LinkId> {
    turned(found.links(snapshot).map(|arc| snapshot.link_id(arc)).collect())
}

/// The row from its smallest link on.
fn turned(mut links: Vec<LinkId>) -> Vec<LinkId> {
    let first = links.iter().enumerate().min_by_key(|(_, id)| *id).map_or(0, |(at, _)| at);
    links.rotate_left(first);
    links
}

/// The told loops of a map by what they run through, to show titles in a list of found ones.
#[derive(Clone, Debug, Default)]
pub struct Titles(BTreeMap<Vec<LinkId>, LoopId>);

impl Titles {
    /// The titles of a map. Of two told loops that are the same the one with the smaller id counts.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        Self(map.loops().iter().rev().map(|(id, told)| (Told::of(map, told).key(), id.clone())).collect())
    }

    /// The told loop that a found one is.
    #[must_use]
    pub fn get(&self, found: &Loop, snapshot: &Snapshot) -> Option<&LoopId> {
        if self.0.is_empty() { None } else { self.0.get(&key_of(found, snapshot)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Budget, LoopQuery, find_loops};
    use crate::map::{Frame, Kind, Link, LinkKind, Node, Scope};
    use std::ops::ControlFlow;

    const RING: [(&str, &str); 3] = [("a", "b"), ("b", "c"), ("c", "a")];

    fn told(nodes: &[&str]) -> NamedLoop {
        let through = nodes.iter().map(|&id| (id.into(), LinkKind::Causes)).collect();
        NamedLoop { title: "Told".into(), through, note: Vec::new() }
    }

    fn map(change: impl Fn(&str, Link) -> Option<Link>, loops: &[(&str, NamedLoop)]) -> Map {
        let loops = loops.iter().map(|(id, told)| ((*id).into(), told.clone())).collect();
        let mut map = Map::new("x").with_frame(Frame { loops, ..Frame::default() });
        for id in ["a", "b", "c"] {
            let was = if id == "b" { vec!["old-b".into()] } else { Vec::new() };
            map.insert_node(id.into(), Node { was, ..Node::new(Kind::Cause, id) }).expect("new");
        }
        for (from, to) in RING {
            if let Some(link) = change(from, Link { delay: from == "a", ..Link::signed(Sign::Minus) }) {
                map.insert_link(LinkId::new(from, LinkKind::Causes, to), link).expect("new");
            }
        }
        map
    }

    #[test]
    fn what_has_become_of_each_link() {
        let whole = map(|_, link| Some(link), &[]);
        let now = Told::of(&whole, &told(&["b", "c", "a"]));
        assert!(now.runs() && !now.broken() && now.delay);
        assert_eq!((now.polarity, now.length()), (Polarity::Balancing, 3));

        let changed = map(
            |from, link| match from {
                "a" => Some(Link { missing: true, ..link }),
                "b" => Some(Link { certainty: Some(Certainty::Refuted), ..link }),
                _ => None,
            },
            &[],
        );
        let now = Told::of(&changed, &told(&["a", "b", "c"]));
        let states: Vec<_> = now.links.iter().map(|(_, state)| *state).collect();
        assert_eq!(states, [LinkState::Missing, LinkState::Refuted, LinkState::Gone]);
        assert!(now.broken() && !now.runs());
        assert_eq!(now.polarity, Polarity::Undetermined);
        assert_eq!(now.in_state(LinkState::Gone).count(), 1);
    }

    #[test]
    fn a_missing_link_does_not_break_a_loop() {
        let map = map(|from, link| Some(Link { missing: from == "a", ..link }), &[]);
        let now = Told::of(&map, &told(&["a", "b", "c"]));
        assert!(!now.broken() && !now.runs());
        assert_eq!(now.polarity, Polarity::Balancing);
        assert!(Told::of(&map, &NamedLoop::default()).broken());
    }

    #[test]
    fn a_title_is_found_from_wherever_the_loop_was_told_and_under_former_ids() {
        let loops = [("second", told(&["c", "a", "b"])), ("first", told(&["old-b", "c", "a"]))];
        let map = map(|_, link| Some(link), &loops);
        let snapshot = Snapshot::of(&map, &Scope::default());
        let titles = Titles::of(&map);
        let mut found = Vec::new();
        find_loops(&snapshot, &LoopQuery::default(), &mut Budget::unlimited(), &mut |next| {
            found.push(next);
            ControlFlow::Continue(())
        });
        assert_eq!(found.len(), 1);
        assert_eq!(titles.get(&found[0], &snapshot).map(LoopId::as_str), Some("first"));
        assert!(Told::of(&map, &loops[0].1).is(&found[0], &snapshot));
        assert!(!Told::of(&map, &told(&["a", "b"])).is(&found[0], &snapshot));
    }
}
