//! Maps of four levels and six areas of any size, the same on every machine: what a full board has to cope with.

#![allow(dead_code, reason = "each test takes what it needs")]

use floke::map::{Area, Certainty, Frame, Head, Kind, Level, Link, LinkId, LinkKind, Map, Node, Sign};

use crate::chance::Chance;

const LEVELS: [&str; 4] = ["users", "practitioners", "management", "system"];
const AREAS: [&str; 6] = ["1A", "1B", "2", "3", "4", "5"];
const WORDS: [&str; 12] = [
    "room",
    "to",
    "act",
    "without",
    "shared",
    "mandate",
    "responsibility",
    "for",
    "families",
    "who",
    "coordinate",
    "everything",
];

/// How links find their ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// Mostly within an area and to a level nearby, as people draw them.
    Near,
    /// Three of four to a level nearby, areas as it comes.
    Far,
}

/// A map with so many cards and links of every look.
pub fn map(nodes: usize, links: usize, ties: Ties, seed: u64) -> Map {
    let mut chance = Chance(seed * 7_919 + nodes as u64 * 1_000_003 + links as u64);
    let level = |id: &&str| Level { id: (*id).into(), name: (*id).to_owned(), part_of: None };
    let area = |id: &&str| Area { id: (*id).into(), name: format!("Area {id}"), ..Area::default() };
    let mut map = Map::new("Four by six").with_frame(Frame {
        head: Head { title: "Four by six".into(), language: "en".into(), ..Head::default() },
        levels: LEVELS.iter().map(level).collect(),
        areas: AREAS.iter().map(area).collect(),
        ..Frame::default()
    });
    let name = |node: usize| format!("cause-{node:04}");
    let mut cells = Vec::new();
    for node in 0..nodes {
        let (level, area) = (chance.below(LEVELS.len()), chance.below(AREAS.len()));
        cells.push((level, area));
        let words: Vec<&str> = (0..2 + chance.below(4)).map(|_| WORDS[chance.below(WORDS.len())]).collect();
        let card = Node {
            level: Some(LEVELS[level].into()),
            area: Some(AREAS[area].into()),
            ..Node::new(Kind::Cause, format!("{node} {}", words.join(" ")))
        };
        map.insert_node(name(node).as_str().into(), card).expect("new");
    }
    while map.link_count() < links {
        let (from, to) = (chance.below(nodes), chance.below(nodes));
        let level_near = cells[from].0.abs_diff(cells[to].0) <= 1;
        let area_near = cells[from].1 == cells[to].1;
        if from == to && chance.percent(90) || !level_near && chance.percent(60) {
            continue;
        }
        if ties == Ties::Near && !area_near && chance.percent(80) {
            continue;
        }
        let sign = match chance.below(10) {
            0 => Sign::Unknown,
            1..=3 => Sign::Minus,
            _ => Sign::Plus,
        };
        let kind = match chance.below(20) {
            0 => LinkKind::Steers,
            1 => LinkKind::Informs,
            2 => LinkKind::ActsOn,
            3 => LinkKind::Holds,
            _ => LinkKind::Causes,
        };
        let certainty = match chance.below(8) {
            0 => Some(Certainty::Refuted),
            1 | 2 => Some(Certainty::Hypothesis),
            3 => Some(Certainty::Supported),
            _ => None,
        };
        let strength = [None, None, None, Some(1), Some(2), Some(3)][chance.below(6)];
        let link = Link {
            sign: kind.has_sign().then_some(sign),
            delay: chance.percent(20),
            missing: chance.percent(6),
            certainty,
            strength,
            ..Link::default()
        };
        // A link that is there already is left as it is.
        let _taken = map.insert_link(LinkId::new(name(from).as_str(), kind, name(to).as_str()), link);
    }
    map
}
