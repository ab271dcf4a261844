//! The full board beside Graphviz: how many pairs of links cross, and how long the layout takes.
//!
//! `dot` gets the same maps with the levels as ranks and gives the coordinates of its curves (`-Tplain`); the board
//! gives the cells of its lines. Crossings are counted alike, as pairs of links that cross. The time of `dot` is that
//! of the whole process, as people meet it, though it paints nothing; the board's is that of its layout alone, and of
//! the layout with the whole picture painted in all its cells. The best of several runs counts for both. Run with
//! `cargo bench --bench peers_board`; without `dot` there is nothing to compare with.
//!
//! Like is set beside like. Levels alone: `dot` may put a card anywhere in the row of its level, and so may the board
//! without columns. Levels and areas: `dot` keeps each area together in a box of its own (`cluster` with `newrank`), the
//! board in a column. There `dot` may still choose in which order the areas stand; on the board that is a person's
//! order and is never changed. Not like for like is the board with columns beside `dot` with levels alone: on maps whose
//! links go to any area, three of five have more crossings on the board then. That `dot` knows no areas, and its times
//! are those the board's are measured by, since with clusters it takes longer and sometimes does not end.

#[path = "../../tests/common/chance.rs"]
mod chance;
#[path = "../../tests/common/crossings.rs"]
mod crossings;
#[path = "../../tests/common/four_by_six.rs"]
mod four_by_six;

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use floke::layout::canvas::Area;
use floke::layout::sheet::{Columns, Plan, SheetView, Shown, Squeeze, lay_out};
use floke::map::Map;
use floke::text::glyph::UNICODE;

use four_by_six::Ties;

/// How long is waited for dot. With ranks and clusters it may not end at all.
const PATIENCE: Duration = Duration::from_secs(4);

fn main() {
    if Command::new("dot").arg("-V").stderr(Stdio::null()).status().is_err() {
        println!("The full board is not compared: Graphviz' dot is not installed here.");
        return;
    }
    println!(
        "Crossings: pairs of links that cross. Time: the best of several runs; in brackets, of dot's time.\n"
    );
    for (title, ties) in
        [("Links mostly within an area, as people draw them", Ties::Near), ("Links to any area", Ties::Far)]
    {
        for (about, columns) in [("levels alone", Columns::None), ("levels and areas", Columns::Areas)] {
            println!("{title}; {about}\n");
            println!(
                "| map | dot, levels | dot, levels and areas | board | dot ms | layout ms | layout and picture ms |"
            );
            println!("|---|--:|--:|--:|--:|--:|--:|");
            for (nodes, links, seed) in
                [(60, 110, 1), (60, 110, 2), (60, 110, 3), (60, 110, 4), (60, 110, 5), (108, 304, 1)]
            {
                row(nodes, links, seed, ties, columns);
            }
            println!();
        }
    }
}

fn row(nodes: usize, links: usize, seed: u64, ties: Ties, columns: Columns) {
    let map = four_by_six::map(nodes, links, ties, seed);
    let plain = dot(&script(&map, false)).expect("dot ends where there are no clusters");
    let boxed = (columns == Columns::Areas).then(|| dot(&script(&map, true)));
    let crossings_of = |plain: &str| {
        let curves = curves(plain);
        assert_eq!(curves.len(), map.link_count(), "dot draws every link");
        crossings::of_curves(&curves)
    };
    let boxed = match &boxed {
        None => "",
        Some(None) => "not in 4 s",
        Some(Some((plain, _))) => &crossings_of(plain).to_string(),
    };
    let dot_time = plain.1;
    let view = SheetView { columns, ..SheetView::new(&map, &UNICODE) };
    let all: Vec<usize> = (0..links).collect();
    let painted = |plan: &Plan| {
        let (width, height) = plan.size();
        let squeeze = &Squeeze::none(plan);
        plan.paint(&Shown {
            links: &all,
            selected: None,
            squeeze,
            window: Area { x: 0, y: 0, width, height },
        })
    };
    let layout = best_of(15, || drop(black_box(Plan::of(&view, None))));
    let picture = best_of(15, || drop(black_box(painted(&Plan::of(&view, None)))));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let part = |time: Duration| 100.0 * time.as_secs_f64() / dot_time.as_secs_f64();
    println!(
        "| {nodes}/{links} {seed} | {} | {boxed} | {} | {:.1} | {:.2} ({:.1} %) | {:.2} ({:.1} %) |",
        crossings_of(&plain.0),
        crossings::of_links(&lay_out(&view, None).drawn),
        ms(dot_time),
        ms(layout),
        part(layout),
        ms(picture),
        part(picture),
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

/// The map for dot: each level is a rank, the top one first, and each area a cluster if areas count.
fn script(map: &Map, areas: bool) -> String {
    let mut script = String::from("digraph g { newrank=true; node [shape=box];\n");
    for (at, area) in map.areas().iter().enumerate().filter(|_| areas) {
        let _ = write!(script, "subgraph cluster{at} {{ ");
        for (id, _) in map.nodes().filter(|(_, node)| node.area.as_ref() == Some(&area.id)) {
            let _ = write!(script, "\"{id}\"; ");
        }
        script.push_str("}\n");
    }
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

/// What dot makes of it, and how long that takes; `None` if it has not ended after [`PATIENCE`].
fn dot(script: &str) -> Option<(String, Duration)> {
    let mut plain = Some(String::new());
    let time = best_of(5, || {
        if plain.is_none() {
            return;
        }
        let mut child = Command::new("dot")
            .arg("-Tplain")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dot runs");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(script.as_bytes()).expect("dot reads");
        drop(input);
        let mut output = child.stdout.take().expect("a pipe");
        let (written, read) = mpsc::channel();
        std::thread::spawn(move || {
            let mut text = String::new();
            output.read_to_string(&mut text).expect("dot writes text");
            // Nobody waits any more once patience is over.
            written.send(text).unwrap_or_default();
        });
        plain = read.recv_timeout(PATIENCE).ok();
        if plain.is_none() {
            child.kill().expect("dot can be stopped");
        }
        child.wait().expect("dot ends");
    });
    Some((plain?, time))
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
