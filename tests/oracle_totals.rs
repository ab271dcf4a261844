//! Loops of every length, their number counted without listing, the loops that cover every looped link, and what
//! settling a sign decides, against an oracle that shares no code with them.
//!
//! The oracle goes through the permutations of node sets on plain numbers.

#[path = "oracle/brute.rs"]
#[allow(dead_code, reason = "chains are another test's")]
mod brute;
#[path = "common/chance.rs"]
mod chance;
#[path = "oracle/graph.rs"]
mod graph;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::OnceLock;

use brute::Way;
use chance::Chance;

use floke::analysis::{
    Budget, Loop, LoopQuery, Polarity, Total, count_loops, find_loops, independent_loops, settling,
};
use floke::map::{LinkKind, Scope, Snapshot};
use graph::{Graph, Line};

const GRAPHS: usize = 2_000;

fn way(snapshot: &Snapshot, found: &Loop) -> Way {
    let sign = match found.sign(snapshot) {
        Polarity::Reinforcing => '+',
        Polarity::Balancing => '-',
        Polarity::Undetermined => '?',
    };
    Way {
        nodes: found.nodes(snapshot).iter().map(|&spot| spot as usize).collect(),
        kinds: found.links(snapshot).map(|arc| arc.kind == LinkKind::ActsOn).collect(),
        sign,
    }
}

fn listed(snapshot: &Snapshot, query: &LoopQuery) -> Vec<Loop> {
    let mut all = Vec::new();
    let found = find_loops(snapshot, query, &mut Budget::unlimited(), &mut |found| {
        all.push(found);
        ControlFlow::Continue(())
    });
    assert!(found.complete && !found.longer && found.count == all.len());
    all
}

fn words(ways: &[Way]) -> Vec<String> {
    ways.iter().map(Way::words).collect()
}

fn with_sign(ways: &[Way], sign: char) -> u128 {
    ways.iter().filter(|way| way.sign == sign).count() as u128
}

/// A loop's links as places among the graph's lines.
fn lines(graph: &Graph, way: &Way) -> Vec<usize> {
    let next = way.nodes.iter().cycle().skip(1);
    let ends = way.nodes.iter().zip(next).zip(&way.kinds);
    let line = |((from, to), acts): ((&usize, &usize), &bool)| {
        let same = |line: &Line| (line.0, line.1, line.2) == (*from, *to, *acts);
        graph.lines.iter().position(same).expect("a link of the graph")
    };
    ends.map(line).collect()
}

/// The graphs, their snapshots and all their loops; made once, since that is most of the work.
fn cases() -> &'static [(Graph, Snapshot, Vec<Way>)] {
    static MADE: OnceLock<Vec<(Graph, Snapshot, Vec<Way>)>> = OnceLock::new();
    MADE.get_or_init(|| {
        let mut chance = Chance(11);
        let mut one = || {
            let graph = graph::random(&mut chance);
            let snapshot = Snapshot::of(&graph::map(&graph, &mut chance), &Scope::default());
            let truth = brute::loops(&graph, graph.nodes);
            (graph, snapshot, truth)
        };
        (0..GRAPHS).map(|_| one()).collect()
    })
}

fn each(mut look: impl FnMut(&Graph, &Snapshot, &[Way])) {
    for (graph, snapshot, truth) in cases() {
        look(graph, snapshot, truth);
    }
}

#[test]
fn loops_of_every_length_and_their_number() {
    let query = LoopQuery { max_length: 0, ..LoopQuery::default() };
    let (mut seen, mut undetermined) = (0, 0);
    each(|graph, snapshot, truth| {
        let ways: Vec<Way> = listed(snapshot, &query).iter().map(|found| way(snapshot, found)).collect();
        assert_eq!(words(&ways), words(truth), "links {:?}", graph.lines);
        let total = count_loops(snapshot, &mut Budget::unlimited());
        let expected = Total {
            count: truth.len() as u128,
            reinforcing: with_sign(truth, '+'),
            balancing: with_sign(truth, '-'),
            undetermined: with_sign(truth, '?'),
            exact: true,
        };
        assert_eq!(total, expected, "links {:?}", graph.lines);
        seen += truth.len();
        undetermined += truth.iter().filter(|way| way.sign == '?').count();
    });
    println!("{seen} loops, {undetermined} of them undetermined");
    assert!(seen >= 100_000, "only {seen} loops");
    assert!(undetermined * 100 >= seen * 30, "only {undetermined} of {seen} undetermined");
}

#[test]
fn filters_keep_what_they_are_to_keep() {
    let mut chance = Chance(12);
    let mut kept = [0; 5];
    each(|graph, snapshot, truth| {
        if graph.lines.is_empty() {
            return;
        }
        let unbounded = LoopQuery { max_length: 0, ..LoopQuery::default() };
        let line = chance.below(graph.lines.len());
        let arc = snapshot.arcs().iter().position(|arc| {
            let line = graph.lines[line];
            (arc.from as usize, arc.to as usize, arc.kind == LinkKind::ActsOn) == (line.0, line.1, line.2)
        });
        let arc = u32::try_from(arc.expect("a link")).expect("few");
        let level = chance.below(3);
        let node = chance.below(graph.nodes);
        let on = |way: &Way, level| way.nodes.iter().any(|&node| graph.levels[node] == Some(level));
        type Test<'a> = &'a dyn Fn(&Way) -> bool;
        let through_link: Test = &|way| lines(graph, way).contains(&line);
        let through_level: Test = &|way| on(way, level);
        let ladder: Test = &|way| on(way, 0) && on(way, 2);
        let all: Test = &|way| through_link(way) && through_level(way) && way.nodes.contains(&node);
        let node_and_ladder: Test = &|way| ladder(way) && way.nodes.contains(&node);
        let through = u32::try_from(node).expect("few");
        let level = u16::try_from(level).expect("few");
        let queries: [(LoopQuery, Test); 5] = [
            (LoopQuery { through_link: Some(arc), ..unbounded.clone() }, through_link),
            (LoopQuery { through_level: Some(level), ..unbounded.clone() }, through_level),
            (LoopQuery { from_bottom_to_top: true, ..unbounded.clone() }, ladder),
            (
                LoopQuery {
                    through: Some(through),
                    through_link: Some(arc),
                    through_level: Some(level),
                    ..unbounded.clone()
                },
                all,
            ),
            (LoopQuery { through: Some(through), from_bottom_to_top: true, ..unbounded }, node_and_ladder),
        ];
        for (at, (query, test)) in queries.iter().enumerate() {
            let ways: Vec<Way> = listed(snapshot, query).iter().map(|found| way(snapshot, found)).collect();
            let expected: Vec<Way> = truth.iter().filter(|way| test(way)).cloned().collect();
            assert_eq!(words(&ways), words(&expected), "{query:?}, links {:?}", graph.lines);
            kept[at] += ways.len();
        }
    });
    println!("{kept:?} loops kept");
    assert!(kept.iter().all(|&kept| kept > 5_000), "{kept:?}");
}

/// For each pair of nodes how many links the shortest way has; from a node to itself none.
fn distances(graph: &Graph) -> Vec<Vec<usize>> {
    let far = usize::MAX / 4;
    let mut all = vec![vec![far; graph.nodes]; graph.nodes];
    for line in &graph.lines {
        all[line.0][line.1] = 1;
    }
    for (node, from) in all.iter_mut().enumerate() {
        from[node] = 0;
    }
    for by in 0..graph.nodes {
        for from in 0..graph.nodes {
            for to in 0..graph.nodes {
                all[from][to] = all[from][to].min(all[from][by] + all[by][to]);
            }
        }
    }
    all
}

/// How many nodes reach each other in both directions, added up to: links - nodes + parts, over the looped links.
fn most_independent(distances: &[Vec<usize>], looped: &BTreeSet<usize>, graph: &Graph) -> usize {
    let touched: BTreeSet<usize> =
        looped.iter().flat_map(|&line| [graph.lines[line].0, graph.lines[line].1]).collect();
    let both = |a: usize, b: usize| distances[a][b] < graph.nodes && distances[b][a] < graph.nodes;
    let parts =
        touched.iter().filter(|&&node| !touched.range(..node).any(|&other| both(node, other))).count();
    looped.len() + parts - touched.len()
}

#[test]
fn independent_loops_cover_every_looped_link() {
    let mut seen = 0;
    each(|graph, snapshot, truth| {
        let found = independent_loops(snapshot, &mut Budget::unlimited());
        assert!(found.complete());
        assert_eq!(found, independent_loops(snapshot, &mut Budget::unlimited()));
        let ways: Vec<Way> = found.loops.iter().map(|found| way(snapshot, found)).collect();
        let looped: BTreeSet<usize> = truth.iter().flat_map(|way| lines(graph, way)).collect();
        let distances = distances(graph);
        let mut covered = BTreeSet::new();
        for way in &ways {
            assert!(truth.contains(way), "{} is no loop of {:?}", way.words(), graph.lines);
            let before = covered.len();
            covered.extend(lines(graph, way));
            assert!(covered.len() > before, "{} brings nothing", way.words());
            assert!(geodetic(&way.nodes, &distances), "{} is not geodetic in {:?}", way.words(), graph.lines);
        }
        assert!(ways.is_sorted_by_key(|way| way.nodes.len()));
        assert_eq!(covered, looped, "links {:?}", graph.lines);
        assert!(ways.len() <= most_independent(&distances, &looped, graph), "links {:?}", graph.lines);
        seen += ways.len();
    });
    println!("{seen} independent loops");
    assert!(seen > 5_000, "only {seen}");
}

/// Whether there are two nodes on the loop between which it takes the shortest ways, there and back.
fn geodetic(nodes: &[usize], distances: &[Vec<usize>]) -> bool {
    let length = nodes.len();
    let shortest = |from: usize, links: usize| {
        let there = distances[nodes[from]][nodes[(from + links) % length]];
        let back = distances[nodes[(from + links) % length]][nodes[from]];
        there == links && back == length - links
    };
    length == 1 || (0..length).any(|from| (1..length).any(|links| shortest(from, links)))
}

#[test]
fn settling_a_sign_decides_the_loops_that_wait_for_it_alone() {
    let query = LoopQuery { max_length: 0, ..LoopQuery::default() };
    let mut seen = 0;
    each(|graph, snapshot, truth| {
        let mut expected: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for way in truth {
            let unknown: Vec<usize> =
                lines(graph, way).into_iter().filter(|&line| graph.lines[line].3 == '?').collect();
            for &line in &unknown {
                let (decides, lies_on) = expected.entry(line).or_default();
                *decides += usize::from(unknown.len() == 1);
                *lies_on += 1;
            }
        }
        let loops = listed(snapshot, &query);
        let settled = settling(&loops, snapshot);
        let found: BTreeMap<usize, (usize, usize)> = settled
            .iter()
            .map(|one| {
                let arc = &snapshot.arcs()[one.arc as usize];
                let ends = (arc.from as usize, arc.to as usize, arc.kind == LinkKind::ActsOn);
                let line = graph.lines.iter().position(|line| (line.0, line.1, line.2) == ends);
                (line.expect("a link of the graph"), (one.decides, one.lies_on))
            })
            .collect();
        assert_eq!(found, expected, "links {:?}", graph.lines);
        assert_eq!(found.len(), settled.len(), "a link twice");
        assert!(settled.is_sorted_by(|a, b| (a.decides, a.lies_on) >= (b.decides, b.lies_on)));
        seen += settled.len();
    });
    println!("{seen} unknown links on loops");
    assert!(seen > 3_000, "only {seen}");
}
