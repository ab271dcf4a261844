//! The full board beside Graphviz: how many pairs of links cross, and how long the layout takes.
//!
//! `dot` gets the same maps with the levels as ranks and gives the coordinates of its curves (`-Tplain`); the board
//! gives the cells of its lines. Crossings are counted alike, as pairs of links that cross. The time of `dot` is that
//! of the whole process, as people meet it; the best of several runs counts for both. Run with
//! `cargo bench --bench peers_board`; without `dot` there is nothing to compare with.

#[path = "../../tests/common/chance.rs"]
mod chance;
#[path = "../../tests/common/crossings.rs"]
mod crossings;
#[path = "../../tests/common/four_by_six.rs"]
mod four_by_six;

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use floke::layout::sheet::{Columns, Plan, SheetView, lay_out};
use floke::map::Map;
use floke::text::glyph::UNICODE;

use four_by_six::Ties;

fn main() {
    if Command::new("dot").arg("-V").stderr(Stdio::null()).status().is_err() {
        println!("The full board is not compared: Graphviz' dot is not installed here.");
        return;
    }
    for (title, ties) in
        [("Links mostly within an area, as people draw them", Ties::Near), ("Links to any area", Ties::Far)]
    {
        println!("{title}\n");
        println!(
            "| map | dot | by area | no areas | dot ms | by area ms | of dot's | no areas ms | of dot's | with picture ms |"
        );
        println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (nodes, links, seed) in
            [(60, 110, 1), (60, 110, 2), (60, 110, 3), (60, 110, 4), (60, 110, 5), (108, 304, 1)]
        {
            row(nodes, links, seed, ties);
        }
        println!();
    }
}

fn row(nodes: usize, links: usize, seed: u64, ties: Ties) {
    let map = four_by_six::map(nodes, links, ties, seed);
    let (plain, dot_time) = dot(&script(&map));
    let curves = curves(&plain);
    assert_eq!(curves.len(), map.link_count(), "dot draws every link");
    let dot_crossings = crossings::of_curves(&curves);
    let [areas, free] = [Columns::Areas, Columns::None].map(|columns| {
        let view = SheetView { columns, ..SheetView::new(&map, &UNICODE) };
        let time = best_of(15, || drop(black_box(Plan::of(&view, None))));
        (crossings::of_links(&lay_out(&view, None).drawn), time)
    });
    let view = SheetView::new(&map, &UNICODE);
    let picture = best_of(9, || drop(black_box(lay_out(&view, None))));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let part = |time: Duration| 100.0 * time.as_secs_f64() / dot_time.as_secs_f64();
    println!(
        "| {nodes}/{links} {seed} | {dot_crossings} | {} | {} | {:.1} | {:.2} | {:.1} % | {:.2} | {:.1} % | {:.2} |",
        areas.0,
        free.0,
        ms(dot_time),
        ms(areas.1),
        part(areas.1),
        ms(free.1),
        part(free.1),
        ms(picture),
    );
}

fn best_of(runs: usize, mut run: impl FnMut()) -> Duration {
    let time = |()| {
        let began = Instant::now();
        run();
        began.elapsed()
    };
    std::iter::repeat_n((), runs).map(time).min().unwrap_or_default()
}

/// The map for dot: each level is a rank, the top one first.
fn script(map: &Map) -> String {
    let mut script = String::from("digraph g { node [shape=box];\n");
    for (at, level) in map.levels().iter().rev().enumerate() {
        if at > 0 {
            let _ = writeln!(script, "rank{} -> rank{at} [style=invis];", at - 1);
        }
        let _ = write!(script, "{{ rank=same; rank{at} [style=invis]; ");
        for (id, _) in map.nodes().filter(|(_, node)| node.level.as_ref() == Some(&level.id)) {
            let _ = write!(script, "\"{id}\"; ");
        }
        script.push_str("}\n");
    }
    for (id, _) in map.links() {
        let _ = writeln!(script, "\"{}\" -> \"{}\";", id.from, id.to);
    }
    script.push_str("}\n");
    script
}

/// What dot makes of it, and how long that takes.
fn dot(script: &str) -> (String, Duration) {
    let mut plain = String::new();
    let time = best_of(5, || {
        let mut child = Command::new("dot")
            .arg("-Tplain")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dot runs");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(script.as_bytes()).expect("dot reads");
        drop(input);
        let output = child.wait_with_output().expect("dot ends");
        plain = String::from_utf8(output.stdout).expect("dot writes text");
    });
    (plain, time)
}

/// The curves of the links as rows of points, ten to a piece.
fn curves(plain: &str) -> Vec<Vec<(f64, f64)>> {
    let mut all = Vec::new();
    for line in plain.lines().filter(|line| line.starts_with("edge ") && !line.starts_with("edge rank")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let many: usize = words[3].parse().expect("a count");
        let number = |at: usize| -> f64 { words[at].parse().expect("a number") };
        let points: Vec<(f64, f64)> = (0..many).map(|at| (number(4 + 2 * at), number(5 + 2 * at))).collect();
        let mut curve = vec![points[0]];
        for piece in points.windows(4).step_by(3) {
            for step in 1..=10 {
                let t = f64::from(step) / 10.0;
                let u = 1.0 - t;
                let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
                let sum = |axis: fn(&(f64, f64)) -> f64| {
                    piece.iter().zip(weights).map(|(point, weight)| axis(point) * weight).sum::<f64>()
                };
                curve.push((sum(|point| point.0), sum(|point| point.1)));
            }
        }
        all.push(curve);
    }
    all
}
