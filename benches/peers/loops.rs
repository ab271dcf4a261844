//! Loops beside networkx and igraph: listing those of up to 8 links, and counting all of them.
//!
//! All three get the same links in one run. Our time is that of the search alone and includes the sign and the levels of
//! every loop, which the others do not tell; theirs is that of their own clock around the one call. The best of several
//! runs counts. igraph 1.0.0 does not find all loops (issue 2911 of its tracker), so the counts stand in the table.
//! Run with `cargo bench --bench peers_loops`; without Python, networkx and igraph there is nothing to compare with.

#[path = "../../tests/common/chance.rs"]
mod chance;
#[path = "../../tests/common/four_levels.rs"]
mod four_levels;

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::process::{Command, Stdio};
use std::time::Instant;

use floke::analysis::total::count_loops;
use floke::analysis::{Budget, LoopQuery, find_loops};
use floke::map::{Scope, Snapshot};

/// What one of them found, and in how many seconds.
struct Took {
    count: u64,
    seconds: f64,
}

fn main() {
    println!("Loops of up to 8 links\n");
    println!("| map | loops | floke ms | networkx | ms | times ours | igraph | ms | times ours |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (nodes, links) in [(100, 220), (300, 900), (1_000, 3_000)] {
        let snapshot = Snapshot::of(&four_levels::map(nodes, links), &Scope::default());
        let own = best_of(20, || listed(&snapshot, 8));
        let others = peers(&snapshot, 8);
        let other = |name: &str| match others.iter().find(|(own, _)| own == name) {
            Some((_, took)) => {
                format!("{} | {:.1} | {:.0}", took.count, took.seconds * 1e3, took.seconds / own.seconds)
            }
            None => "not installed | | ".to_owned(),
        };
        println!(
            "| {nodes}/{links} | {} | {:.2} | {} | {} |",
            own.count,
            own.seconds * 1e3,
            other("networkx"),
            other("igraph")
        );
    }
    println!("\nAll loops of a map, counted without listing them\n");
    println!("| map | loops | counted ms | listed by floke ms | networkx ms | times the faster of both |");
    println!("|---|--:|--:|--:|--:|--:|");
    let snapshot = Snapshot::of(&four_levels::tangle(), &Scope::default());
    let counted = best_of(5, || {
        let total = count_loops(&snapshot, &mut Budget::unlimited());
        assert!(total.exact, "counted to the end");
        u64::try_from(total.count).expect("some millions")
    });
    let listed = best_of(1, || listed(&snapshot, 0));
    assert_eq!(counted.count, listed.count, "counting and listing agree");
    let other = peers(&snapshot, 0).into_iter().find(|(name, _)| name == "networkx").map(|(_, took)| took);
    let (text, faster) = match &other {
        Some(took) => (format!("{:.0}", took.seconds * 1e3), took.seconds.min(listed.seconds)),
        None => ("not installed".to_owned(), listed.seconds),
    };
    println!(
        "| {}/{} | {} | {:.1} | {:.0} | {text} | {:.0} |",
        snapshot.len(),
        snapshot.arcs().len(),
        counted.count,
        counted.seconds * 1e3,
        listed.seconds * 1e3,
        faster / counted.seconds
    );
}

/// How many loops are found, with their signs and levels.
fn listed(snapshot: &Snapshot, max_length: usize) -> u64 {
    let query = LoopQuery { max_length, ..LoopQuery::default() };
    let mut levels = 0;
    let found = find_loops(snapshot, &query, &mut Budget::unlimited(), &mut |found| {
        levels += found.levels(snapshot).len();
        ControlFlow::Continue(())
    });
    black_box(levels);
    found.count as u64
}

fn best_of(runs: usize, mut work: impl FnMut() -> u64) -> Took {
    let mut best = Took { count: 0, seconds: f64::INFINITY };
    for _ in 0..runs {
        let began = Instant::now();
        let count = black_box(work());
        best = Took { count, seconds: best.seconds.min(began.elapsed().as_secs_f64()) };
    }
    best
}

/// What the others found and how long they took, by name; those that are not installed are left out.
fn peers(snapshot: &Snapshot, most: usize) -> Vec<(String, Took)> {
    let mut input = format!("{most} {}\n", snapshot.len());
    for arc in snapshot.arcs() {
        let _ = writeln!(input, "{} {}", arc.from, arc.to);
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/loops.py");
    let child = Command::new("python3")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return Vec::new() };
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(input.as_bytes());
    }
    let Ok(output) = child.wait_with_output() else { return Vec::new() };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            let name = parts.next()?.to_owned();
            let count = parts.next()?.parse().ok()?;
            let seconds = parts.next()?.parse().ok()?;
            Some((name, Took { count, seconds }))
        })
        .collect()
}
