//! How long it takes to lay out a picture: the board of the case and of a generated map of 1,000 cards and 3,000
//! links, at the size of a room, a desk and a wide screen.

#[path = "../tests/common/chance.rs"]
mod chance;
#[path = "../tests/common/four_levels.rs"]
mod four_levels;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use floke::file::{bundled, read};
use floke::layout::board::{BoardView, lay_out};
use floke::map::{Map, NodeId};
use floke::text::glyph::UNICODE;

fn board(criterion: &mut Criterion) {
    let case: Map = read(bundled()[0].text).expect("reads").to_map().expect("is a map");
    let large = four_levels::map(1_000, 3_000);
    let mut group = criterion.benchmark_group("board");
    for (name, map) in [("case", &case), ("1000/3000", &large)] {
        // The card with the most links is the most work.
        let degree = |id: &NodeId| map.links_from(id).count() + map.links_to(id).count();
        let busiest = map.nodes().map(|(id, _)| id).max_by_key(|id| degree(id)).expect("a card");
        for (width, height) in [(80, 20), (120, 36), (200, 56)] {
            let id = BenchmarkId::new(name, format!("{width}x{height}"));
            group.bench_function(id, |bencher| {
                let view =
                    BoardView { selected: Some(busiest), ..BoardView::new(map, &UNICODE, width, height) };
                bencher.iter(|| black_box(lay_out(&view)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, board);
criterion_main!(benches);
