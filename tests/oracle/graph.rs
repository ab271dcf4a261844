//! A small signed graph as plain numbers, and the map made of it.

use floke::map::{Frame, Kind, Level, Link, LinkId, LinkKind, Map, Node, Sign};

use crate::chance::Chance;

/// From, to, whether it is a measure's link (`acts_on`), sign.
pub type Line = (usize, usize, bool, char);

/// A graph that knows nothing of maps.
pub struct Graph {
    pub nodes: usize,
    pub lines: Vec<Line>,
    /// For each node, on which of three levels it is, if on any.
    pub levels: Vec<Option<usize>>,
}

/// Up to 8 nodes, self links, parallel links of two kinds, unknown signs.
pub fn random(chance: &mut Chance) -> Graph {
    // Twice, so that large ones come up more often than small ones.
    let nodes = 1 + chance.below(8).max(chance.below(8));
    let (density, unknown) = (15 + chance.below(45), chance.below(30));
    let mut lines = Vec::new();
    for from in 0..nodes {
        for to in 0..nodes {
            for acts in [false, true] {
                let wanted = if acts { density / 6 } else { density };
                if chance.percent(wanted) {
                    let sign = if chance.percent(unknown) { '?' } else { ['+', '-'][chance.below(2)] };
                    lines.push((from, to, acts, sign));
                }
            }
        }
    }
    let levels = (0..nodes).map(|_| Some(chance.below(4)).filter(|&level| level < 3)).collect();
    Graph { nodes, lines, levels }
}

/// The name of a node: in the order of the alphabet.
pub fn name(node: usize) -> String {
    char::from(b'a' + u8::try_from(node).expect("few nodes")).to_string()
}

/// The map of a graph, its nodes and links put in in whatever order.
pub fn map(graph: &Graph, chance: &mut Chance) -> Map {
    let levels = (0..3).map(|at| Level { id: name(at).as_str().into(), name: name(at), part_of: None });
    let mut map = Map::new("x").with_frame(Frame { levels: levels.collect(), ..Frame::default() });
    let mut nodes: Vec<usize> = (0..graph.nodes).collect();
    let mut lines = graph.lines.clone();
    chance.shuffle(&mut nodes);
    chance.shuffle(&mut lines);
    for node in nodes {
        let level = graph.levels[node].map(|level| name(level).as_str().into());
        let card = Node { level, ..Node::new(Kind::Cause, name(node)) };
        map.insert_node(name(node).as_str().into(), card).expect("new");
    }
    for (from, to, acts, sign) in lines {
        let kind = if acts { LinkKind::ActsOn } else { LinkKind::Causes };
        let sign = match sign {
            '+' => Sign::Plus,
            '-' => Sign::Minus,
            _ => Sign::Unknown,
        };
        let id = LinkId::new(name(from).as_str(), kind, name(to).as_str());
        map.insert_link(id, Link::signed(sign)).expect("new");
    }
    map
}
