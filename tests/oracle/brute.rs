//! Loops and chains by going through the permutations of every set of nodes. Slow, and easy to see through.

use std::sync::OnceLock;

use crate::graph::{Graph, Line, name};

/// A loop or a chain: its links in words, and its sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub nodes: Vec<usize>,
    pub kinds: Vec<bool>,
    pub sign: char,
}

impl Way {
    /// As `a>b=c ?`, where `=` is a measure's link.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for (node, acts) in self.nodes.iter().zip(&self.kinds) {
            words += &name(*node);
            words.push(if *acts { '=' } else { '>' });
        }
        for end in &self.nodes[self.kinds.len()..] {
            words += &name(*end);
        }
        format!("{words} {}", self.sign)
    }
}

/// All loops of up to `longest` links: by length, by nodes from the smallest, by kinds.
pub fn loops(graph: &Graph, longest: usize) -> Vec<Way> {
    let mut all = Vec::new();
    for permutation in permutations(graph.nodes).iter().filter(|row| row.len() <= longest) {
        if permutation.iter().min() == permutation.first() {
            let mut steps = permutation.clone();
            steps.push(permutation[0]);
            for (kinds, sign) in along(graph, &steps) {
                all.push(Way { nodes: permutation.clone(), kinds, sign });
            }
        }
    }
    sorted(all)
}

/// All chains of up to `longest` links between two different nodes, in the same order.
pub fn chains(graph: &Graph, from: usize, to: usize, longest: usize) -> Vec<Way> {
    let mut all = Vec::new();
    for permutation in permutations(graph.nodes).iter().filter(|row| (2..=longest + 1).contains(&row.len())) {
        if permutation.first() == Some(&from) && permutation.last() == Some(&to) {
            for (kinds, sign) in along(graph, permutation) {
                all.push(Way { nodes: permutation.clone(), kinds, sign });
            }
        }
    }
    sorted(all)
}

fn sorted(mut all: Vec<Way>) -> Vec<Way> {
    all.sort_by_key(|way| (way.kinds.len(), way.nodes.clone(), way.kinds.clone()));
    all
}

/// The permutations of every set of the numbers below `end`, the empty one left out; made once.
fn permutations(end: usize) -> &'static [Vec<usize>] {
    static MADE: [OnceLock<Vec<Vec<usize>>>; 9] = [const { OnceLock::new() }; 9];
    MADE[end].get_or_init(|| {
        let mut all = Vec::new();
        let mut last: Vec<Vec<usize>> = vec![Vec::new()];
        for _ in 0..end {
            let longer = |row: &Vec<usize>| {
                let row = row.clone();
                let next = (0..end).filter(|next| !row.contains(next));
                next.map(|next| [&row[..], &[next]].concat()).collect::<Vec<_>>()
            };
            last = last.iter().flat_map(longer).collect();
            all.extend(last.iter().cloned());
        }
        all
    })
}

/// Every choice of links along the steps, with the sign of the whole; none if a step has no link.
fn along(graph: &Graph, steps: &[usize]) -> Vec<(Vec<bool>, char)> {
    let mut choices = vec![(Vec::new(), '+')];
    for step in steps.windows(2) {
        let lines: Vec<&Line> =
            graph.lines.iter().filter(|line| line.0 == step[0] && line.1 == step[1]).collect();
        let mut longer = Vec::new();
        for (kinds, sign) in &choices {
            for line in &lines {
                longer.push(([&kinds[..], &[line.2]].concat(), product(*sign, line.3)));
            }
        }
        choices = longer;
        if choices.is_empty() {
            break;
        }
    }
    choices
}

fn product(one: char, other: char) -> char {
    match (one, other) {
        ('+', '+') | ('-', '-') => '+',
        ('+', '-') | ('-', '+') => '-',
        _ => '?',
    }
}
