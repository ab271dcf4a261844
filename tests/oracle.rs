//! Loops and chains against an oracle that shares no code with them.
//!
//! The oracle goes through the permutations of node sets on plain numbers. Lists must be equal in content and
//! in order, with signs and promises.

#[path = "oracle/brute.rs"]
mod brute;
#[path = "common/chance.rs"]
mod chance;
#[path = "oracle/graph.rs"]
mod graph;

use std::ops::ControlFlow;

use brute::Way;
use chance::Chance;
use floke::analysis::{Budget, ChainQuery, LoopQuery, Polarity, find_chains, find_loops};
use floke::map::{LinkKind, Scope, Sign, Snapshot, Spot};
use graph::Graph;

const LONGEST: usize = 6;

fn way(snapshot: &Snapshot, nodes: &[Spot], arcs: &[u32], sign: char) -> Way {
    Way {
        nodes: nodes.iter().map(|&spot| spot as usize).collect(),
        kinds: arcs.iter().map(|&arc| snapshot.arcs()[arc as usize].kind == LinkKind::ActsOn).collect(),
        sign,
    }
}

fn found_loops(snapshot: &Snapshot, query: &LoopQuery) -> (Vec<Way>, floke::analysis::Found) {
    let mut all = Vec::new();
    let found = find_loops(snapshot, query, &mut Budget::unlimited(), &mut |found| {
        let sign = match found.sign(snapshot) {
            Polarity::Reinforcing => '+',
            Polarity::Balancing => '-',
            Polarity::Undetermined => '?',
        };
        all.push(way(snapshot, &found.nodes(snapshot), &found.arcs, sign));
        ControlFlow::Continue(())
    });
    (all, found)
}

fn words(ways: &[Way]) -> Vec<String> {
    ways.iter().map(Way::words).collect()
}

fn with_sign(ways: &[Way], sign: char) -> usize {
    ways.iter().filter(|way| way.sign == sign).count()
}

fn crosses(graph: &Graph, way: &Way) -> bool {
    let mut levels: Vec<usize> = way.nodes.iter().filter_map(|&node| graph.levels[node]).collect();
    levels.sort_unstable();
    levels.dedup();
    levels.len() > 1
}

#[test]
fn loops_are_those_that_permutations_find() {
    let mut chance = Chance(1);
    let (mut seen, mut undetermined) = (0, 0);
    for _ in 0..1_000 {
        let graph = graph::random(&mut chance);
        let snapshot = Snapshot::of(&graph::map(&graph, &mut chance), &Scope::default());
        let every = brute::loops(&graph, graph.nodes);
        let truth: Vec<Way> = every.iter().filter(|way| way.kinds.len() <= LONGEST).cloned().collect();
        seen += truth.len();
        undetermined += with_sign(&truth, '?');

        let query = LoopQuery { max_length: LONGEST, ..LoopQuery::default() };
        let (ways, found) = found_loops(&snapshot, &query);
        assert_eq!(words(&ways), words(&truth), "links {:?}", graph.lines);
        assert_eq!(
            (found.count, found.reinforcing, found.balancing, found.undetermined),
            (truth.len(), with_sign(&truth, '+'), with_sign(&truth, '-'), with_sign(&truth, '?'))
        );
        assert!(found.complete && found.complete_to == LONGEST && found.stopped_by.is_none());
        assert!(found.longer || truth.len() == every.len(), "longer ones were denied: {:?}", graph.lines);

        let (ways, found) = found_loops(&snapshot, &LoopQuery { max_length: 0, ..query.clone() });
        assert_eq!(words(&ways), words(&every), "links {:?}", graph.lines);
        assert!(found.complete && !found.longer);

        let through = chance.below(graph.nodes);
        let spot = Spot::try_from(through).ok();
        let (ways, _) = found_loops(&snapshot, &LoopQuery { through: spot, ..query.clone() });
        let truth_through: Vec<Way> =
            truth.iter().filter(|way| way.nodes.contains(&through)).cloned().collect();
        assert_eq!(words(&ways), words(&truth_through), "through {through}, links {:?}", graph.lines);

        let (ways, _) = found_loops(&snapshot, &LoopQuery { across_levels: true, ..query });
        let truth_across: Vec<Way> = truth.iter().filter(|way| crosses(&graph, way)).cloned().collect();
        assert_eq!(words(&ways), words(&truth_across), "levels {:?}, links {:?}", graph.levels, graph.lines);
    }
    println!("{seen} loops, {undetermined} of them undetermined");
    assert!(seen >= 50_000, "only {seen} loops");
    assert!(undetermined * 100 >= seen * 30, "only {undetermined} of {seen} undetermined");
}

#[test]
fn chains_are_those_that_permutations_find() {
    let mut chance = Chance(2);
    let mut seen = 0;
    for _ in 0..1_000 {
        let graph = graph::random(&mut chance);
        let snapshot = Snapshot::of(&graph::map(&graph, &mut chance), &Scope::default());
        for _ in 0..5 {
            let (from, to) = (chance.below(graph.nodes), chance.below(graph.nodes));
            let longest = 1 + chance.below(8);
            // From a node to itself there is no chain, whatever the permutations say.
            let truth = if from == to { Vec::new() } else { brute::chains(&graph, from, to, longest) };
            seen += truth.len();
            let spot = |node| Spot::try_from(node).expect("few");
            let query = ChainQuery { max_length: longest, ..ChainQuery::new(spot(from), spot(to)) };
            let mut ways = Vec::new();
            let found = find_chains(&snapshot, &query, &mut Budget::unlimited(), &mut |chain| {
                let sign = match chain.sign(&snapshot) {
                    Sign::Plus => '+',
                    Sign::Minus => '-',
                    Sign::Unknown => '?',
                };
                ways.push(way(&snapshot, &chain.nodes(&snapshot), &chain.arcs, sign));
                ControlFlow::Continue(())
            });
            assert_eq!(words(&ways), words(&truth), "{from} to {to}, links {:?}", graph.lines);
            assert_eq!((found.count, found.complete, found.complete_to), (truth.len(), true, longest));
        }
    }
    println!("{seen} chains");
    assert!(seen >= 20_000, "only {seen} chains");
}
