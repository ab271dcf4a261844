//! Maps of four levels of any size, the same on every machine.

use floke::map::{Frame, Kind, Level, Link, LinkId, LinkKind, Map, Node, Sign};

use crate::chance::Chance;

const LEVELS: [&str; 4] = ["users", "practitioners", "management", "system"];

/// A map with so many causes and about so many links: three of four stay on a level or reach the next one, one
/// of ten has no sign, one of five takes time.
pub fn map(nodes: usize, links: usize) -> Map {
    seeded(nodes, links, 0)
}

/// Another map of that size for each seed.
#[allow(dead_code, reason = "not every bench needs more than one")]
pub fn seeded(nodes: usize, links: usize, seed: u64) -> Map {
    let mut chance = Chance(nodes as u64 * 1_000_003 + links as u64 + (seed << 40));
    let level = |id: &&str| Level { id: (*id).into(), name: (*id).to_owned(), part_of: None };
    let mut map = Map::new("Four levels")
        .with_frame(Frame { levels: LEVELS.iter().map(level).collect(), ..Frame::default() });
    let name = |node: usize| format!("cause-{node:05}");
    let level_of = |node: usize| node % LEVELS.len();
    for node in 0..nodes {
        let card = Node { level: Some(LEVELS[level_of(node)].into()), ..Node::new(Kind::Cause, name(node)) };
        map.insert_node(name(node).as_str().into(), card).expect("new");
    }
    while map.link_count() < links {
        let (from, to) = (chance.below(nodes), chance.below(nodes));
        let near = level_of(from).abs_diff(level_of(to)) <= 1;
        if from == to || !near && chance.percent(60) {
            continue;
        }
        let sign = match chance.below(10) {
            0 => Sign::Unknown,
            1..=3 => Sign::Minus,
            _ => Sign::Plus,
        };
        let link = Link { delay: chance.percent(20), ..Link::signed(sign) };
        // A link that is there already is left as it is.
        let _taken =
            map.insert_link(LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str()), link);
    }
    map
}

/// A map of a hundred cards with 2,868,716 loops.
#[allow(dead_code, reason = "not every bench needs it")]
pub fn tangle() -> Map {
    seeded(100, 210, 2)
}
