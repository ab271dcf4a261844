//! How long it takes to list the loops of up to 8 links, with signs and levels, on maps of three sizes, and who
//! hears whom beside it.

#[path = "../tests/common/chance.rs"]
mod chance;
#[path = "../tests/common/four_levels.rs"]
mod four_levels;

use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use floke::analysis::{Budget, Levels, LoopQuery, find_loops};
use floke::map::{Scope, Snapshot};

const SIZES: [(usize, usize); 3] = [(100, 220), (300, 900), (1_000, 3_000)];

fn up_to_eight_links(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("loops of up to 8 links");
    for (nodes, links) in SIZES {
        let snapshot = Snapshot::of(&four_levels::map(nodes, links), &Scope::default());
        let name = BenchmarkId::from_parameter(format!("{nodes}/{links}"));
        group.bench_with_input(name, &snapshot, |bencher, snapshot| {
            bencher.iter(|| {
                let mut levels = 0;
                let found =
                    find_loops(snapshot, &LoopQuery::default(), &mut Budget::unlimited(), &mut |found| {
                        levels += found.levels(snapshot).len();
                        ControlFlow::Continue(())
                    });
                black_box((found, levels))
            });
        });
    }
    group.finish();
}

fn from_the_map_on(criterion: &mut Criterion) {
    let (nodes, links) = SIZES[2];
    let map = four_levels::map(nodes, links);
    criterion.bench_function("snapshot of 1000/3000", |bencher| {
        bencher.iter(|| black_box(Snapshot::of(&map, &Scope::default())));
    });
    criterion.bench_function("who hears whom on 1000/3000", |bencher| {
        bencher.iter(|| black_box(Levels::of(&map)));
    });
}

criterion_group!(benches, up_to_eight_links, from_the_map_on);
criterion_main!(benches);
