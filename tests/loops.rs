//! Laws of loops that need no oracle, and maps of a size or shape that breaks careless searches.

#[path = "common/chance.rs"]
mod chance;
#[path = "oracle/graph.rs"]
mod graph;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chance::Chance;
use floke::analysis::tree::{Direction, tree};
use floke::analysis::{
    Budget, ChainQuery, Found, Levels, LoopQuery, Polarity, Stop, find_chains, find_loops,
};
use floke::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign, Snapshot};
use graph::{Graph, random};

/// The loops as rows of nodes, kinds and a polarity, where `name` says what a node is called.
fn loops(graph: &Graph, chance: &mut Chance, name: impl Fn(usize) -> usize) -> BTreeSet<Vec<String>> {
    let snapshot = Snapshot::of(&graph::map(graph, chance), &Scope::default());
    let mut all = BTreeSet::new();
    let query = LoopQuery { max_length: 0, ..LoopQuery::default() };
    let found = find_loops(&snapshot, &query, &mut Budget::unlimited(), &mut |found| {
        let node = |spot: u32| name(spot as usize);
        let mut row: Vec<String> =
            found.links(&snapshot).map(|arc| format!("{}{:?}", node(arc.from), arc.kind)).collect();
        let first = row.iter().enumerate().min_by_key(|(_, step)| *step).map_or(0, |(at, _)| at);
        row.rotate_left(first);
        row.push(found.sign(&snapshot).name().to_owned());
        assert!(all.insert(row), "the same loop twice");
        ControlFlow::Continue(())
    });
    assert_eq!(found.count, all.len());
    all
}

fn polarities(loops: &BTreeSet<Vec<String>>) -> Vec<(usize, &str)> {
    let mut all: Vec<_> =
        loops.iter().map(|row| (row.len(), row.last().map_or("", String::as_str))).collect();
    all.sort_unstable();
    all
}

#[test]
fn other_names_the_same_loops() {
    let mut chance = Chance(3);
    for _ in 0..200 {
        let graph = random(&mut chance);
        let truth = loops(&graph, &mut chance, |node| node);
        let mut names: Vec<usize> = (0..graph.nodes).collect();
        chance.shuffle(&mut names);
        let back = |node| names.iter().position(|&name| name == node).expect("a permutation");
        let renamed = Graph {
            nodes: graph.nodes,
            lines: graph.lines.iter().map(|line| (names[line.0], names[line.1], line.2, line.3)).collect(),
            levels: (0..graph.nodes).map(|node| graph.levels[back(node)]).collect(),
        };
        assert_eq!(loops(&renamed, &mut chance, back), truth);
    }
}

#[test]
fn turned_round_the_same_number_of_each_sign_and_length() {
    let mut chance = Chance(4);
    for _ in 0..200 {
        let graph = random(&mut chance);
        let truth = loops(&graph, &mut chance, |node| node);
        let turned = Graph {
            nodes: graph.nodes,
            lines: graph.lines.iter().map(|&(from, to, acts, sign)| (to, from, acts, sign)).collect(),
            levels: graph.levels.clone(),
        };
        assert_eq!(polarities(&loops(&turned, &mut chance, |node| node)), polarities(&truth));
    }
}

#[test]
fn a_card_said_the_other_way_round_changes_no_loop() {
    let mut chance = Chance(5);
    for _ in 0..200 {
        let mut graph = random(&mut chance);
        let truth = loops(&graph, &mut chance, |node| node);
        let node = chance.below(graph.nodes);
        for line in &mut graph.lines {
            // A self link is flipped at both its ends, which leaves it as it was.
            if (line.0 == node) != (line.1 == node) {
                line.3 = match line.3 {
                    '+' => '-',
                    '-' => '+',
                    unknown => unknown,
                };
            }
        }
        assert_eq!(loops(&graph, &mut chance, |node| node), truth);
    }
}

#[test]
fn a_stopped_search_never_says_all() {
    let mut chance = Chance(6);
    let mut stopped = 0;
    for _ in 0..100 {
        let snapshot = Snapshot::of(&graph::map(&random(&mut chance), &mut chance), &Scope::default());
        for max_length in [0, 6] {
            let query = LoopQuery { max_length, ..LoopQuery::default() };
            let truth = lengths(&snapshot, &query, &mut Budget::unlimited());
            for steps in [0, 1, 5, 20, 80, 300, 1_000, 4_000] {
                let (found, lengths) = lengths(&snapshot, &query, &mut Budget::steps(steps));
                assert_eq!(found.complete, found.stopped_by.is_none());
                stopped += usize::from(!found.complete);
                // What was found is the beginning of the whole list, and whole up to the promise.
                assert_eq!(lengths[..], truth.1[..lengths.len()]);
                let promised = truth.1.iter().filter(|&&length| length <= found.complete_to).count();
                assert!(lengths.len() >= promised, "{found:?}");
            }
        }
    }
    assert!(stopped > 200, "only {stopped} were stopped");
}

fn lengths(snapshot: &Snapshot, query: &LoopQuery, budget: &mut Budget<'_>) -> (Found, Vec<usize>) {
    let mut lengths = Vec::new();
    let found = find_loops(snapshot, query, budget, &mut |found| {
        lengths.push(found.length());
        ControlFlow::Continue(())
    });
    (found, lengths)
}

fn count(snapshot: &Snapshot, query: &LoopQuery, budget: &mut Budget<'_>) -> Found {
    find_loops(snapshot, query, budget, &mut |_| ControlFlow::Continue(()))
}

fn map_of(nodes: usize, links: impl Iterator<Item = (usize, usize)>) -> Map {
    let name = |node: usize| format!("n{node:06}");
    let mut map = Map::new("x");
    for node in 0..nodes {
        map.insert_node(name(node).as_str().into(), Node::new(Kind::Cause, name(node))).expect("new");
    }
    for (from, to) in links {
        let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
        map.insert_link(id, Link::signed(Sign::Minus)).expect("new");
    }
    map
}

fn snapshot_of(nodes: usize, links: impl Iterator<Item = (usize, usize)>) -> Snapshot {
    Snapshot::of(&map_of(nodes, links), &Scope::default())
}

fn all_to_all(nodes: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..nodes).flat_map(move |from| (0..nodes).map(move |to| (from, to))).filter(|(from, to)| from != to)
}

#[test]
fn complete_graphs_have_as_many_loops_as_the_formula_says() {
    for nodes in 4..=7_usize {
        let snapshot = snapshot_of(nodes, all_to_all(nodes));
        let found =
            count(&snapshot, &LoopQuery { max_length: 0, ..LoopQuery::default() }, &mut Budget::unlimited());
        // The choices of k nodes, times the (k - 1)! ways round them.
        let round = |k: usize| {
            let falling: usize = (nodes - k + 1..=nodes).product();
            falling / k
        };
        let even: usize = (2..=nodes).filter(|k| k % 2 == 0).map(round).sum();
        let odd: usize = (2..=nodes).filter(|k| k % 2 == 1).map(round).sum();
        assert_eq!((found.count, found.reinforcing, found.balancing), (even + odd, even, odd), "K{nodes}");
    }
}

const LONG: usize = 100_000;

#[test]
fn a_chain_of_a_hundred_thousand_is_an_ordinary_map() {
    let map = map_of(LONG, (1..LONG).map(|to| (to - 1, to)));
    let snapshot = Snapshot::of(&map, &Scope::default());
    let unbounded = LoopQuery { max_length: 0, ..LoopQuery::default() };
    let found = count(&snapshot, &unbounded, &mut Budget::unlimited());
    assert_eq!((found.count, found.complete, found.longer), (0, true, false));

    let end = u32::try_from(LONG - 1).expect("fits");
    let query = ChainQuery { max_length: 0, ..ChainQuery::new(0, end) };
    let mut lengths = Vec::new();
    let found = find_chains(&snapshot, &query, &mut Budget::unlimited(), &mut |chain| {
        lengths.push(chain.length());
        ControlFlow::Continue(())
    });
    assert_eq!((lengths, found.complete), (vec![LONG - 1], true));

    assert_eq!(tree(&snapshot, 0, Direction::Effects, LONG).len(), LONG);
    assert_eq!(tree(&snapshot, end, Direction::Causes, LONG).len(), LONG);
    assert!(Levels::of(&map).pairs.is_empty());
}

#[test]
fn a_ring_of_a_hundred_thousand_is_one_loop() {
    let snapshot = snapshot_of(LONG, (0..LONG).map(|from| (from, (from + 1) % LONG)));
    let unbounded = LoopQuery { max_length: 0, ..LoopQuery::default() };
    let found = count(&snapshot, &unbounded, &mut Budget::steps(10_000_000));
    assert_eq!((found.count, found.reinforcing, found.complete, found.longer), (1, 1, true, false));
    let found = count(&snapshot, &LoopQuery::default(), &mut Budget::steps(10_000_000));
    assert_eq!((found.count, found.complete, found.longer), (0, true, true));
}

#[test]
fn too_much_is_stopped_and_says_so() {
    let snapshot = snapshot_of(300, all_to_all(300));
    let found = count(
        &snapshot,
        &LoopQuery { size_limit: 100_000, ..LoopQuery::default() },
        &mut Budget::unlimited(),
    );
    assert_eq!((found.count, found.complete, found.complete_to), (100_000, false, 2));
    assert_eq!(found.stopped_by, Some(Stop::Size));

    let found = count(&snapshot, &LoopQuery::default(), &mut Budget::steps(2_000_000));
    assert_eq!((found.complete, found.stopped_by), (false, Some(Stop::Steps)));

    let stop = || true;
    let mut budget = Budget::unlimited().with_stop(&stop);
    let found = count(&snapshot, &LoopQuery::default(), &mut budget);
    assert_eq!((found.count, found.complete_to, found.stopped_by), (0, 0, Some(Stop::Stopped)));

    let mut through = LoopQuery { through: Some(7), size_limit: 1_000, ..LoopQuery::default() };
    let found = count(&snapshot, &through, &mut Budget::unlimited());
    assert_eq!((found.count, found.complete_to, found.stopped_by), (1_000, 2, Some(Stop::Size)));
    through.max_length = 2;
    let found = count(&snapshot, &through, &mut Budget::unlimited());
    assert_eq!((found.count, found.complete, found.longer), (299, true, true));

    let query = ChainQuery { size_limit: 1_000, ..ChainQuery::new(3, 5) };
    let found = find_chains(&snapshot, &query, &mut Budget::unlimited(), &mut |_| ControlFlow::Continue(()));
    assert_eq!((found.count, found.complete_to, found.stopped_by), (1_000, 2, Some(Stop::Size)));
}

#[test]
fn one_unknown_sign_leaves_a_loop_undetermined() {
    let mut map = map_of(2, [(0, 1)].into_iter());
    let back = LinkId::new("n000001", LinkKind::Causes, "n000000");
    map.insert_link(back, Link::signed(Sign::Unknown)).expect("new");
    let snapshot = Snapshot::of(&map, &Scope::default());
    let mut polarity = None;
    find_loops(&snapshot, &LoopQuery::default(), &mut Budget::unlimited(), &mut |found| {
        polarity = Some(found.sign(&snapshot));
        ControlFlow::Continue(())
    });
    assert_eq!(polarity, Some(Polarity::Undetermined));
}
