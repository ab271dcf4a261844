//! The full board holds what it promises: no line runs through a card, and whoever reads only the characters finds
//! every link again, with both its ends, its direction, its sign and its style.

#[path = "common/chance.rs"]
mod chance;
#[path = "common/four_by_six.rs"]
mod four_by_six;
#[path = "sheet/reader.rs"]
mod reader;

use floke::layout::sheet::{Mode, Sheet, SheetView, lay_out};
use floke::map::{Certainty, LinkKind, Map, Sign};
use floke::text::glyph::UNICODE;

use four_by_six::Ties;
use reader::Read;

fn case() -> Map {
    let bundled = floke::file::bundled();
    let found = bundled.iter().find(|map| map.name == "complex-needs").expect("it comes with the program");
    floke::file::read(found.text).expect("reads").to_map().expect("is a map")
}

/// What ought to be read of a map, by what its links say.
fn expected(map: &Map, sheet: &Sheet) -> Vec<Read> {
    let number = |id| sheet.hits.iter().position(|(_, card)| card == id).expect("every card is there");
    let mut all: Vec<Read> = map
        .links()
        .map(|(id, link)| {
            let letter = match (id.kind, link.sign) {
                (LinkKind::Steers, _) => "↓",
                (LinkKind::Informs, _) => "↑",
                (LinkKind::Holds, _) => "@",
                (LinkKind::Cooperates, _) => "&",
                (LinkKind::Needs, _) => "!",
                (LinkKind::Stops, _) => "x",
                (LinkKind::Relates, _) => "~",
                (_, Some(Sign::Plus)) => "+",
                (_, Some(Sign::Minus)) => "−",
                (_, Some(Sign::Unknown) | None) => "?",
            };
            let mut marks = String::new();
            marks += if link.delay { "‖" } else { "" };
            marks += if link.certainty == Some(Certainty::Refuted) { "╱" } else { "" };
            marks += &if id.kind == LinkKind::ActsOn { format!("[{letter}]") } else { format!("({letter})") };
            let stroke = match (link.missing, link.certainty, link.strength) {
                (true, ..) => "dotted",
                (_, Some(Certainty::Hypothesis), _) => "dashed",
                (_, _, Some(3)) => "double",
                _ => "thin",
            };
            Read { from: number(&id.from), to: number(&id.to), stroke, marks }
        })
        .collect();
    all.sort();
    all
}

/// Lays a map out in mode all and reads it back.
fn judge(name: &str, map: &Map) {
    let view = SheetView { mode: &Mode::All, ..SheetView::new(map, &UNICODE) };
    let sheet = lay_out(&view, None);
    let areas: Vec<_> = sheet.hits.iter().map(|(area, _)| *area).collect();
    assert_eq!(areas.len(), map.node_count(), "{name}");
    let board = reader::read(&sheet.canvas, &areas);
    assert!(
        board.faults.is_empty(),
        "{name}: {} faults\n{}",
        board.faults.len(),
        board.faults[..board.faults.len().min(12)].join("\n")
    );
    let wanted = expected(map, &sheet);
    let differ: Vec<_> = wanted.iter().zip(&board.links).filter(|(a, b)| a != b).take(5).collect();
    assert!(wanted == board.links, "{name}: {} of {} links\n{differ:#?}", board.links.len(), wanted.len());
    let bundled: usize = board.bundles.iter().sum();
    println!(
        "{name}: {} links read back on {}x{} cells, {} of them in {} bundles",
        board.links.len(),
        sheet.canvas.width(),
        sheet.canvas.height(),
        bundled,
        board.bundles.len(),
    );
}

#[test]
fn every_link_of_the_case_is_read_back() {
    judge("the case", &case());
}

#[test]
fn every_link_of_generated_maps_is_read_back() {
    for (nodes, links) in [(60, 110), (108, 304), (300, 660)] {
        for ties in [Ties::Near, Ties::Far] {
            judge(&format!("{nodes}/{links}"), &four_by_six::map(nodes, links, ties, 1));
        }
    }
}
