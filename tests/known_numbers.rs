//! Graphs whose number of loops is known from a formula or from elsewhere, and such as break careless counting.

#[path = "common/chance.rs"]
mod chance;
#[path = "common/plain.rs"]
mod plain;

use std::ops::ControlFlow;

use floke::analysis::{
    Budget, Found, LoopQuery, Total, count_loops, count_loops_within, find_loops, independent_loops,
};
use floke::map::Snapshot;
use plain::Plain;

fn total(graph: &Plain) -> Total {
    count_loops(&graph.snapshot(), &mut Budget::unlimited())
}

fn listed(snapshot: &Snapshot, budget: &mut Budget<'_>) -> Found {
    let query = LoopQuery { max_length: 0, ..LoopQuery::default() };
    find_loops(snapshot, &query, budget, &mut |_| ControlFlow::Continue(()))
}

/// Loops of complete graphs: the choices of k nodes, times the (k - 1)! ways round them.
fn in_complete(nodes: u128, lengths: impl Iterator<Item = u128>) -> u128 {
    lengths.map(|k| (nodes - k + 1..=nodes).product::<u128>() / k).sum()
}

#[test]
fn complete_graphs() {
    let known = [(4, 20), (5, 84), (6, 409), (7, 2_365), (8, 16_064), (9, 125_664)];
    for (nodes, count) in known {
        let graph = Plain::complete(nodes);
        let nodes = nodes as u128;
        let even = in_complete(nodes, (2..=nodes).step_by(2));
        let odd = in_complete(nodes, (3..=nodes).step_by(2));
        let expected = Total { count, reinforcing: even, balancing: odd, undetermined: 0, exact: true };
        assert_eq!(total(&graph), expected, "K{nodes}");
        if nodes < 9 {
            let found = listed(&graph.snapshot(), &mut Budget::unlimited());
            let counts = [found.count, found.reinforcing, found.balancing].map(|n| n as u128);
            assert_eq!(counts, [count, even, odd], "K{nodes}");
        }
    }
}

#[test]
fn ladders_and_grids() {
    // Links both ways: each of the r (r - 1) / 2 circles two ways round, and there and back on each of the 3 r - 2.
    for rungs in 2..=30_usize {
        let circles = rungs * (rungs - 1);
        assert_eq!(total(&Plain::grid(2, rungs)).count, (circles + 3 * rungs - 2) as u128, "{rungs} rungs");
    }
    // A grid of 5 by 5: 18,738 by several programs.
    let grid = Plain::grid(5, 5);
    assert_eq!(listed(&grid.snapshot(), &mut Budget::unlimited()).count, 18_738);
    assert_eq!(total(&grid).count, 18_738);
    // Circles in a grid of 8 by 8 vertices (OEIS A140517), two ways round, and its 112 pairs.
    assert_eq!(total(&Plain::grid(8, 8)).count, 2 * 603_841_648_931 + 112);
}

#[test]
fn diamonds() {
    for diamonds in [2, 3, 10, 20, 126] {
        let loops = 1_u128 << diamonds;
        let expected = Total { count: loops, reinforcing: loops, exact: true, ..Total::default() };
        assert_eq!(total(&Plain::diamonds(diamonds)), expected, "{diamonds} diamonds");
    }
    // Each way round has 2 links a diamond, and all but the first bring one way past a diamond.
    let found = independent_loops(&Plain::diamonds(20).snapshot(), &mut Budget::unlimited());
    assert_eq!((found.loops.len(), found.complete()), (21, true));
}

#[test]
fn more_than_a_number_holds_is_not_exact() {
    let snapshot = Plain::diamonds(127).snapshot();
    let total = count_loops(&snapshot, &mut Budget::steps(300_000));
    assert!(!total.exact, "{total:?}");
}

#[test]
fn a_dense_part_that_nothing_leaves_costs_nothing() {
    // One loop of two; behind it 31 nodes, each with links to all later ones: a billion ways and no loop.
    let later = (2..33).flat_map(|from| (from + 1..33).map(move |to| (from, to)));
    let trap = Plain::new(33, [(0, 1), (1, 0), (1, 2), (0, 3)].into_iter().chain(later)).snapshot();
    let found = listed(&trap, &mut Budget::steps(5_000));
    assert_eq!((found.count, found.complete, found.longer), (1, true, false));
    let total = count_loops(&trap, &mut Budget::steps(5_000));
    assert_eq!((total.count, total.exact), (1, true));
    let independent = independent_loops(&trap, &mut Budget::steps(5_000));
    assert_eq!((independent.loops.len(), independent.complete()), (1, true));
}

#[test]
fn too_tangled_is_at_least() {
    let graph = Plain::complete(20);
    let snapshot = graph.snapshot();
    let truth = in_complete(20, 2..=20);
    for steps in [1_000, 100_000, 8_000_000] {
        let total = count_loops(&snapshot, &mut Budget::steps(steps));
        assert!(!total.exact && total.count < truth, "{total:?}");
        assert_eq!(total.count, total.reinforcing + total.balancing + total.undetermined);
    }
    // Too many states to hold: what there is of the budget goes into listing.
    for states in [0, 1_000] {
        let total = count_loops_within(&snapshot, states, &mut Budget::steps(20_000_000));
        assert!(!total.exact && (100_000..truth).contains(&total.count), "{total:?}");
    }
}

#[test]
fn where_states_are_few_listing_may_still_reach_the_end() {
    let snapshot = Plain::complete(8).snapshot();
    let total = count_loops_within(&snapshot, 100, &mut Budget::unlimited());
    assert_eq!((total.count, total.exact), (16_064, true));
    let total = count_loops_within(&snapshot, 100, &mut Budget::steps(100_000));
    assert!(!total.exact && total.count < 16_064, "{total:?}");
}

#[test]
fn long_rings_and_chains_need_no_deep_stack() {
    let look = || {
        let ring = Plain::new(50_000, (0..50_000).map(|from| (from, (from + 1) % 50_000))).snapshot();
        let chain = Plain::new(100_000, (1..100_000).map(|to| (to - 1, to))).snapshot();
        for (snapshot, loops) in [(ring, 1), (chain, 0)] {
            let found = listed(&snapshot, &mut Budget::steps(2_000_000));
            assert_eq!((found.count, found.complete), (loops, true));
            let total = count_loops(&snapshot, &mut Budget::steps(2_000_000));
            assert_eq!((total.count, total.exact), (loops as u128, true));
            let independent = independent_loops(&snapshot, &mut Budget::steps(2_000_000));
            assert_eq!((independent.loops.len(), independent.complete()), (loops, true));
        }
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(look).expect("a thread");
    thread.join().expect("no overflow");
}
