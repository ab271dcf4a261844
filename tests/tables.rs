//! Tables of the size that a large map has.

#[path = "common/chance.rs"]
mod chance;
#[path = "common/four_levels.rs"]
mod four_levels;

use floke::exchange::csv::{Source, read, write};
use floke::map::diff;

#[test]
fn a_thousand_cards_and_three_thousand_links_come_back() {
    let map = four_levels::map(1_000, 3_000);
    let tables = write(&map);
    assert_eq!((tables.nodes.lines().count(), tables.links.lines().count()), (1_001, 3_001));
    // As another program may write them: another separator, a mark at the start, other line ends.
    let other = |table: &str| format!("\u{feff}{}", table.replace(',', ";").replace('\n', "\r\n"));
    let (nodes, links, lists) = (other(&tables.nodes), other(&tables.links), other(&tables.lists));
    let texts = [("links", &links), ("nodes", &nodes), ("lists", &lists)];
    let files = texts.map(|(name, text)| Source { name, bytes: text.as_bytes() });
    let (back, report) = read(&files, &map.head().title).expect("tables");
    assert_eq!((report.read.nodes, report.read.links), (1_000, 3_000));
    assert!(report.skipped.is_empty() && report.guessed.is_empty(), "{report:?}");
    assert_eq!(diff(&map, &back).edits, [], "something changed on the way");
}

#[test]
fn without_lists_numbered_levels_still_stand_in_order() {
    let map = four_levels::map(200, 600);
    let tables = write(&map);
    let mut nodes = tables.nodes.clone();
    for (level, number) in [("users", "1"), ("practitioners", "2"), ("management", "3"), ("system", "10")] {
        nodes = nodes.replace(&format!(",{level},"), &format!(",{number},"));
    }
    let files =
        [("n", &nodes), ("l", &tables.links)].map(|(name, text)| Source { name, bytes: text.as_bytes() });
    let (back, _) = read(&files, "x").expect("tables");
    let names: Vec<&str> = back.levels().iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["1", "2", "3", "10"]);
    assert!(back.links().eq(map.links()));
}
