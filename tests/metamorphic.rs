//! What must stay as it is, or change in a known way, when a graph is changed: on graphs of 30 to 300 nodes, where
//! no oracle can follow.

#[path = "common/chance.rs"]
mod chance;
#[path = "common/plain.rs"]
mod plain;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chance::Chance;
use floke::analysis::{Budget, Found, LoopQuery, Stop, Total, count_loops, find_loops, independent_loops};
use floke::map::Snapshot;
use plain::Plain;

/// A loop's nodes from the smallest number on, and the letter of its sign.
type Signed = (Vec<usize>, char);

/// The most links of a loop that is listed here.
const LONGEST: usize = 9;

/// Graphs with so few links that all loops can be counted, and so many that there are some.
fn each(seed: u64, mut look: impl FnMut(&Plain, &mut Chance)) {
    let mut chance = Chance(seed);
    let mut loops = 0;
    for nodes in [30, 35, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300] {
        for links_in_a_hundred in [125, 140, 150] {
            let graph = plain::random(nodes, nodes * links_in_a_hundred / 100, &mut chance);
            loops += total(&graph).count;
            look(&graph, &mut chance);
        }
    }
    assert!(loops > 1_000, "only {loops} loops");
}

fn total(graph: &Plain) -> Total {
    let total = count_loops(&graph.snapshot(), &mut Budget::steps(50_000_000));
    assert!(total.exact, "{} nodes, {} links", graph.nodes, graph.lines.len());
    total
}

fn search(snapshot: &Snapshot, query: &LoopQuery, budget: &mut Budget<'_>) -> (BTreeSet<Signed>, Found) {
    let mut all = BTreeSet::new();
    let found = find_loops(snapshot, query, budget, &mut |found| {
        let nodes = found.nodes(snapshot).iter().map(|&spot| spot as usize).collect();
        assert!(all.insert((nodes, found.sign(snapshot).letter())), "the same loop twice");
        ControlFlow::Continue(())
    });
    (all, found)
}

/// The loops of up to [`LONGEST`] links: their nodes from the smallest number on, and their signs.
fn loops(graph: &Plain) -> BTreeSet<Signed> {
    let query = LoopQuery { max_length: LONGEST, ..LoopQuery::default() };
    let (loops, found) = search(&graph.snapshot(), &query, &mut Budget::unlimited());
    assert!(found.complete);
    loops
}

fn by_name(loops: &BTreeSet<Signed>, name: impl Fn(usize) -> usize) -> BTreeSet<Signed> {
    let renamed = loops.iter().map(|(nodes, sign)| {
        let mut nodes: Vec<usize> = nodes.iter().map(|&node| name(node)).collect();
        let first = nodes.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
        nodes.rotate_left(first);
        (nodes, *sign)
    });
    renamed.collect()
}

#[test]
fn other_names_and_another_order_the_same_loops() {
    each(21, |graph, chance| {
        let mut names: Vec<usize> = (0..graph.nodes).collect();
        chance.shuffle(&mut names);
        let mut renamed = graph.renamed(&names);
        chance.shuffle(&mut renamed.lines);
        assert_eq!(loops(&renamed), by_name(&loops(graph), |node| names[node]));
        assert_eq!(total(&renamed), total(graph));
        // The independent ones may be others, but each link that was covered still is.
        let independent = |graph: &Plain| {
            let snapshot = graph.snapshot();
            let found = independent_loops(&snapshot, &mut Budget::unlimited());
            assert!(found.complete());
            let ends = found.loops.iter().flat_map(|found| found.links(&snapshot));
            ends.map(|arc| (arc.from as usize, arc.to as usize)).collect::<BTreeSet<_>>()
        };
        let covered = independent(graph).into_iter().map(|(from, to)| (names[from], names[to]));
        assert_eq!(independent(&renamed), covered.collect());
    });
}

#[test]
fn turned_round_the_same_number_of_each_sign_and_length() {
    let sizes = |loops: &BTreeSet<Signed>| {
        let mut all: Vec<_> = loops.iter().map(|(nodes, sign)| (nodes.len(), *sign)).collect();
        all.sort_unstable();
        all
    };
    each(22, |graph, _| {
        let mut turned = graph.clone();
        for line in &mut turned.lines {
            *line = (line.1, line.0, line.2);
        }
        assert_eq!(sizes(&loops(&turned)), sizes(&loops(graph)));
        assert_eq!(total(&turned), total(graph));
    });
}

#[test]
fn a_card_said_the_other_way_round_changes_no_loop() {
    each(23, |graph, chance| {
        let mut flipped = graph.clone();
        for _ in 0..5 {
            let node = chance.below(graph.nodes);
            // A self link is flipped at both its ends, which leaves it as it was.
            for line in flipped.lines.iter_mut().filter(|line| (line.0 == node) != (line.1 == node)) {
                line.2 = match line.2 {
                    '+' => '-',
                    '-' => '+',
                    unknown => unknown,
                };
            }
        }
        assert_eq!(loops(&flipped), loops(graph));
        assert_eq!(total(&flipped), total(graph));
    });
}

#[test]
fn a_card_put_into_a_link_makes_its_loops_longer_by_one() {
    each(24, |graph, chance| {
        let at = chance.below(graph.lines.len());
        let (from, to, sign) = graph.lines[at];
        let mut longer = graph.without(at);
        longer.nodes += 1;
        longer.lines.extend([(from, graph.nodes, sign), (graph.nodes, to, '+')]);
        assert_eq!(total(&longer), total(graph));
        let runs_there = |nodes: &[usize]| {
            let next = nodes.iter().cycle().skip(1);
            nodes.iter().zip(next).any(|(&a, &b)| (a, b) == (from, to))
        };
        let longer_ones = loops(graph).into_iter().map(|(mut nodes, sign)| {
            if runs_there(&nodes) {
                let at = nodes.iter().position(|&node| node == from).expect("it runs there");
                nodes.insert(at + 1, graph.nodes);
            }
            (nodes, sign)
        });
        let expected: BTreeSet<_> = longer_ones.filter(|(nodes, _)| nodes.len() <= LONGEST).collect();
        assert_eq!(loops(&longer), expected);
    });
}

#[test]
fn what_only_leads_in_or_out_changes_nothing() {
    each(25, |graph, chance| {
        let mut larger = graph.clone();
        larger.nodes += 20;
        // Ten nodes that lead in, ten that are led to, links among them only forward.
        for _ in 0..80 {
            let before = graph.nodes + chance.below(10);
            let behind = graph.nodes + 10 + chance.below(10);
            let old = chance.below(graph.nodes);
            let one = [
                (before, old),
                (old, behind),
                (before, behind),
                (before.min(before + 1), (before + 1).min(graph.nodes + 9)),
            ][chance.below(4)];
            if one.0 != one.1 && !larger.lines.iter().any(|line| (line.0, line.1) == one) {
                larger.lines.push((one.0, one.1, '?'));
            }
        }
        assert_eq!(loops(&larger), loops(graph));
        assert_eq!(total(&larger), total(graph));
    });
}

#[test]
fn loops_with_a_link_and_loops_without_it_are_all() {
    let mut through = 0;
    each(26, |graph, chance| {
        let snapshot = graph.snapshot();
        let all = loops(graph);
        // A link of a loop where there is one.
        let at = match all.iter().nth(chance.below(all.len().max(1))) {
            Some((nodes, _)) => {
                let ends = (nodes[0], nodes[1 % nodes.len()]);
                graph.lines.iter().position(|line| (line.0, line.1) == ends).expect("a link")
            }
            None => chance.below(graph.lines.len()),
        };
        let (from, to, _) = graph.lines[at];
        let arc = snapshot.arcs().iter().position(|arc| (arc.from as usize, arc.to as usize) == (from, to));
        let arc = u32::try_from(arc.expect("a link")).expect("few");
        let query = LoopQuery { max_length: LONGEST, through_link: Some(arc), ..LoopQuery::default() };
        let (with, found) = search(&snapshot, &query, &mut Budget::unlimited());
        assert!(found.complete);
        let without = loops(&graph.without(at));
        assert!(with.is_disjoint(&without));
        assert_eq!(with.union(&without).cloned().collect::<BTreeSet<_>>(), all);
        // The same for all lengths: those through the link are the ways back, counted where they are few enough.
        let (all, less) = (total(graph).count, total(&graph.without(at)).count);
        if all < 20_000 {
            let query = LoopQuery { max_length: 0, ..query };
            let (with, _) = search(&snapshot, &query, &mut Budget::unlimited());
            assert_eq!(with.len() as u128, all - less);
            through += with.len();
        }
    });
    assert!(through > 200, "only {through}");
}

#[test]
fn stopped_is_never_all_and_nothing_spent_is_at_least_none() {
    let mut stopped = 0;
    each(27, |graph, _| {
        let snapshot = graph.snapshot();
        let truth = count_loops(&snapshot, &mut Budget::unlimited());
        let whole = independent_loops(&snapshot, &mut Budget::unlimited());
        for steps in [0, 1, 30, 100, 300, 1_000, 3_000, 10_000] {
            let total = count_loops(&snapshot, &mut Budget::steps(steps));
            assert!(
                if total.exact { total == truth } else { at_most(total, truth) },
                "{total:?} of {truth:?}"
            );
            assert!(steps > 0 || total == Total::default(), "{total:?}");
            let part = independent_loops(&snapshot, &mut Budget::steps(steps));
            assert!(whole.loops.starts_with(&part.loops) && (!part.complete() || part == whole));
            assert!(steps > 0 || !part.complete() && part.loops.is_empty());
            stopped += usize::from(!total.exact) + usize::from(!part.complete());
        }
        let stop = || true;
        let mut cancelled = Budget::unlimited().with_stop(&stop);
        assert_eq!(count_loops(&snapshot, &mut cancelled), Total::default());
        assert!(!independent_loops(&snapshot, &mut cancelled).complete());
        let (none, found) = search(&snapshot, &LoopQuery::default(), &mut cancelled);
        assert_eq!((none.len(), found.complete, found.stopped_by), (0, false, Some(Stop::Stopped)));
    });
    assert!(stopped > 200, "only {stopped}");
}

#[test]
fn cancelled_in_the_middle_is_not_all() {
    let snapshot = Plain::complete(9).snapshot();
    let truth = count_loops(&snapshot, &mut Budget::unlimited());
    for looks in 1..60 {
        let asked = std::cell::Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            asked.get() > looks
        };
        let total = count_loops(&snapshot, &mut Budget::unlimited().with_stop(&stop));
        assert!(!total.exact && at_most(total, truth), "after {looks} looks: {total:?}");
    }
}

fn at_most(total: Total, truth: Total) -> bool {
    let parts = |of: Total| [of.count, of.reinforcing, of.balancing, of.undetermined];
    parts(total).iter().zip(parts(truth)).all(|(some, all)| *some <= all)
}
