//! Graphs of any size as plain numbers, and the snapshots made of them.

#![allow(dead_code, reason = "not every test needs all of it")]

use floke::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign, Snapshot};

use crate::chance::Chance;

/// From, to, sign.
pub type Line = (usize, usize, char);

/// A graph without parallel links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    pub nodes: usize,
    pub lines: Vec<Line>,
}

/// So many nodes and links, some from a node to itself, one sign of six unknown.
pub fn random(nodes: usize, links: usize, chance: &mut Chance) -> Plain {
    let mut lines: Vec<Line> = Vec::new();
    while lines.len() < links {
        let (from, to) = (chance.below(nodes), chance.below(nodes));
        if !lines.iter().any(|line| (line.0, line.1) == (from, to)) {
            lines.push((from, to, ['+', '-', '+', '-', '-', '?'][chance.below(6)]));
        }
    }
    Plain { nodes, lines }
}

impl Plain {
    /// A graph of those links, all of which turn a sign.
    pub fn new(nodes: usize, links: impl IntoIterator<Item = (usize, usize)>) -> Self {
        Self { nodes, lines: links.into_iter().map(|(from, to)| (from, to, '-')).collect() }
    }

    /// Every node to every other.
    pub fn complete(nodes: usize) -> Self {
        let from_one = |from| (0..nodes).filter(move |&to| to != from).map(move |to| (from, to));
        Self::new(nodes, (0..nodes).flat_map(from_one))
    }

    /// So many diamonds in a ring: each can be passed on two ways.
    pub fn diamonds(diamonds: usize) -> Self {
        let one = |at: usize| {
            let (first, next) = (3 * at, 3 * ((at + 1) % diamonds));
            [(first, first + 1), (first, first + 2), (first + 1, next), (first + 2, next)]
        };
        Self::new(3 * diamonds, (0..diamonds).flat_map(one))
    }

    /// A grid with links both ways.
    pub fn grid(across: usize, down: usize) -> Self {
        let beside = (0..across * down).filter(|at| at % across + 1 < across).map(|at| (at, at + 1));
        let below = (0..across * (down - 1)).map(|at| (at, at + across));
        Self::new(across * down, beside.chain(below).flat_map(|(a, b)| [(a, b), (b, a)]))
    }

    /// The same with the nodes called differently: node `n` is `names[n]`.
    pub fn renamed(&self, names: &[usize]) -> Self {
        let one = |line: &Line| (names[line.0], names[line.1], line.2);
        Self { nodes: self.nodes, lines: self.lines.iter().map(one).collect() }
    }

    pub fn without(&self, line: usize) -> Self {
        let mut less = self.clone();
        less.lines.remove(line);
        less
    }

    /// Its snapshot, the nodes in the order of their numbers.
    pub fn snapshot(&self) -> Snapshot {
        let name = |node: usize| format!("n{node:06}");
        let mut map = Map::new("x");
        for node in 0..self.nodes {
            map.insert_node(name(node).as_str().into(), Node::new(Kind::Cause, name(node))).expect("new");
        }
        for &(from, to, sign) in &self.lines {
            let sign = match sign {
                '+' => Sign::Plus,
                '-' => Sign::Minus,
                _ => Sign::Unknown,
            };
            let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
            map.insert_link(id, Link::signed(sign)).expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }
}
