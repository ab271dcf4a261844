//! Ways, cuts, standings and levels on plain numbers, by trying everything. Slow, and easy to see through.

use crate::web::{LEVELS, Line, Web};

/// A row of lines, by their places in the web.
pub type Row = Vec<usize>;

/// All rows from one node to another that visit no node twice (but that the end may be the start), over lines
/// that may be used.
pub fn rows(web: &Web, from: usize, to: usize, may: &dyn Fn(&Line) -> bool) -> Vec<Row> {
    let mut found = Vec::new();
    go_on(web, to, may, &mut vec![from], &mut Vec::new(), &mut found);
    found
}

fn go_on(
    web: &Web,
    to: usize,
    may: &dyn Fn(&Line) -> bool,
    nodes: &mut Vec<usize>,
    row: &mut Row,
    found: &mut Vec<Row>,
) {
    for (at, line) in web.lines.iter().enumerate() {
        if Some(&line.from) != nodes.last() || !may(line) {
            continue;
        }
        row.push(at);
        if line.to == to {
            found.push(row.clone());
        } else if !nodes.contains(&line.to) {
            nodes.push(line.to);
            go_on(web, to, may, nodes, row, found);
            nodes.pop();
        }
        row.pop();
    }
}

/// All chains over effects that run.
pub fn chains(web: &Web, from: usize, to: usize) -> Vec<Row> {
    if from == to { Vec::new() } else { rows(web, from, to, &|line| line.is_effect() && line.runs()) }
}

/// All loops over lines that may be used, each from its smallest node.
pub fn loops(web: &Web, may: &dyn Fn(&Line) -> bool) -> Vec<Row> {
    let from = |node: usize| rows(web, node, node, &|line| may(line) && line.from >= node && line.to >= node);
    (0..web.nodes).flat_map(from).collect()
}

/// The nodes that rows visit, one bit each.
pub fn visited(web: &Web, row: &Row) -> u32 {
    row.iter().fold(0, |bits, &at| bits | 1 << web.lines[at].from | 1 << web.lines[at].to)
}

/// The smallest sets of nodes, none of them banned, that share a node with each of those sets.
pub fn smallest_hits(nodes: usize, sets: &[u32], banned: u32) -> Vec<u32> {
    let hits = |chosen: &u32| chosen & banned == 0 && sets.iter().all(|set| set & chosen != 0);
    let all: Vec<u32> = (0..1_u32 << nodes).filter(hits).collect();
    let least = all.iter().map(|chosen| chosen.count_ones()).min();
    all.into_iter().filter(|chosen| Some(chosen.count_ones()) == least).collect()
}

pub fn sign(web: &Web, row: &Row) -> char {
    row.iter().fold('+', |sign, &at| match (sign, web.lines[at].sign) {
        ('?', _) | (_, '?') => '?',
        (a, b) if a == b => '+',
        _ => '-',
    })
}

/// Weakest footing, guesses, length.
pub fn evidence(web: &Web, row: &Row) -> (usize, usize, usize) {
    let footings: Vec<usize> = row.iter().map(|&at| web.lines[at].footing).collect();
    let guesses = footings.iter().filter(|&&footing| footing >= 3).count();
    (footings.iter().copied().max().unwrap_or(0), guesses, row.len())
}

/// Which nodes are linked by effects that run, a node to itself left out.
pub fn matrix(web: &Web) -> Vec<Vec<u128>> {
    let mut linked = vec![vec![0; web.nodes]; web.nodes];
    for line in web.lines.iter().filter(|line| line.is_effect() && line.runs() && line.from != line.to) {
        linked[line.from][line.to] = 1;
    }
    linked
}

pub fn product(one: &[Vec<u128>], other: &[Vec<u128>]) -> Vec<Vec<u128>> {
    let nodes = one.len();
    let cell = |row: usize, column: usize| (0..nodes).map(|at| one[row][at] * other[at][column]).sum();
    (0..nodes).map(|row| (0..nodes).map(|column| cell(row, column)).collect()).collect()
}

/// On how many shortest ways each node lies, in shares.
pub fn between(web: &Web) -> Vec<f64> {
    // One line for each pair: between the same two nodes there is one way.
    let mut single = Web { nodes: web.nodes, lines: Vec::new(), levels: Vec::new() };
    for line in web.lines.iter().filter(|line| line.is_effect() && line.runs() && line.from != line.to) {
        if single.lines.last().is_none_or(|last| (last.from, last.to) != (line.from, line.to)) {
            single.lines.push(line.clone());
        }
    }
    let mut between = vec![0.0; web.nodes];
    for from in 0..web.nodes {
        for to in 0..web.nodes {
            let all = chains(&single, from, to);
            let least = all.iter().map(Vec::len).min();
            let shortest: Vec<&Row> = all.iter().filter(|row| Some(row.len()) == least).collect();
            for row in &shortest {
                for &at in &row[1..] {
                    between[single.lines[at].from] += 1.0 / shortest.len() as f64;
                }
            }
        }
    }
    between
}

/// How signals of a kind come from one level to another: 3 works, 2 weak, 1 not known, 0 none.
pub fn verdict(web: &Web, kind: char, from: &[usize], to: &[usize]) -> usize {
    let one = |line: &Line| match (line.footing, line.weak) {
        (3, _) => 1,
        (_, true) => 2,
        _ => 3,
    };
    let ways = every_way(web, from, to, &|line| line.kind == kind && line.runs());
    let worst = |row: &Row| row.iter().map(|&at| one(&web.lines[at])).min();
    ways.iter().filter_map(worst).max().unwrap_or(0)
}

/// All ways from a node of the one level to a node of the other.
pub fn every_way(web: &Web, from: &[usize], to: &[usize], may: &dyn Fn(&Line) -> bool) -> Vec<Row> {
    let ends = from.iter().flat_map(|&from| to.iter().map(move |&to| (from, to)));
    ends.flat_map(|(from, to)| rows(web, from, to, may)).collect()
}

/// The nodes on a level; with `whole`, on its parts too.
pub fn on(web: &Web, level: &str, whole: bool) -> Vec<usize> {
    let is = |at: usize| LEVELS[at].0 == level || whole && LEVELS[at].1 == Some(level);
    (0..web.nodes).filter(|&node| web.levels[node].is_some_and(is)).collect()
}
