//! `floke diff` beside `git diff --no-index --word-diff`, and `floke merge`: a generated map of 10,000 cards and 30,000
//! links with 200 edits, and the case map with one; whole processes, side by side in one run.
//!
//! The two do not say the same: git compares lines, floke reads both maps and looks for circles. Time is that of the wall, the
//! best of several runs, each of one beside one of the other. Run with `cargo bench --bench peers_diff`; `FLOKE` names another
//! program to measure.

#[path = "../../tests/common/chance.rs"]
mod chance;
#[path = "../../tests/common/four_levels.rs"]
mod four_levels;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chance::Chance;
use floke::file::{bundled, read, write_map};
use floke::map::{Change, Edit, Item, LinkId, Map, Record as _, Sign, Value};

const RUNS: usize = 15;
/// How many times git's time floke may take, and how long.
const MOST: (f64, Duration) = (5.0, Duration::from_secs(1));

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let floke = std::env::var("FLOKE").unwrap_or_else(|_| env!("CARGO_BIN_EXE_floke").to_owned());
    let large = four_levels::map(10_000, 30_000);
    let small = read(bundled()[0].text).expect("opens").to_map().expect("is a map");
    println!("| map | edits | git ms | floke diff ms | times git's | floke merge ms |");
    println!("|---|--:|--:|--:|--:|--:|");
    for (name, map, edits) in [("10,000/30,000", &large, 200), ("the case", &small, 1)] {
        let write = |file: &str, map: &Map| {
            std::fs::write(folder.path().join(file), write_map(map)).expect("written");
        };
        write("a.floke.ron", map);
        write("b.floke.ron", &edited(map, edits, 1));
        write("c.floke.ron", &edited(map, edits, 2));
        let (mut git, mut diff, mut merge) = (Duration::MAX, Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            let words = ["diff", "--no-index", "--word-diff", "a.floke.ron", "b.floke.ron"];
            git = git.min(time("git", &words, folder.path()));
            diff = diff.min(time(&floke, &["diff", "a.floke.ron", "b.floke.ron"], folder.path()));
            let words = ["merge", "a.floke.ron", "b.floke.ron", "c.floke.ron", "-o", "out.floke.ron"];
            merge = merge.min(time(&floke, &words, folder.path()));
            std::fs::remove_file(folder.path().join("out.floke.ron")).unwrap_or_default();
        }
        let times = diff.as_secs_f64() / git.as_secs_f64();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!("| {name} | {edits} | {:.1} | {:.1} | {times:.1} | {:.1} |", ms(git), ms(diff), ms(merge));
        if edits > 1 && (times > MOST.0 || diff > MOST.1) {
            println!("\nThat is more than {} times git's time, or than a second.\n", MOST.0);
        }
    }
}

fn time(program: &str, arguments: &[&str], folder: &Path) -> Duration {
    let began = Instant::now();
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = command.status().expect("it runs");
    assert!(matches!(ended.code(), Some(0 | 1)), "{program} {arguments:?}: {ended}");
    began.elapsed()
}

/// The map with so many edits: labels, signs, links that go.
fn edited(map: &Map, edits: usize, seed: u64) -> Map {
    let mut chance = Chance(seed);
    let mut map = map.clone();
    let nodes: Vec<_> = map.nodes().map(|(id, _)| id.clone()).collect();
    let links: Vec<LinkId> = map.links().map(|(id, _)| id.clone()).collect();
    let mut done = 0;
    while done < edits {
        let link = &links[chance.below(links.len())];
        let id = &nodes[chance.below(nodes.len())];
        let edit = match (map.link(link), chance.below(3)) {
            (_, 0) => {
                let label = Value::of(format!("{id} {seed}").as_str());
                map.node(id)
                    .map(|node| Edit::field(Item::Node(id.clone()), "label", node.get("label"), Some(label)))
            }
            (Some(own), 1) if own.sign != Some(Sign::Unknown) => {
                let sign = Some(Value::of(&Sign::Unknown));
                Some(Edit::field(Item::Link(link.clone()), "sign", own.get("sign"), sign))
            }
            (Some(own), 2) => Some(Edit::remove(Item::Link(link.clone()), Value::of(own))),
            _ => None,
        };
        done += usize::from(edit.is_some_and(|edit| map.apply(&Change { edits: vec![edit] }).is_ok()));
    }
    map
}
