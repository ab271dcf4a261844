//! How long it takes to open and to write a map: the case, and a generated one of 1,000 cards and 3,000 links.

#[path = "../tests/common/chance.rs"]
mod chance;
#[path = "../tests/common/four_levels.rs"]
mod four_levels;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use floke::file::{bundled, read, write_map};
use floke::map::{Map, Scope, Snapshot};

fn maps() -> Vec<(&'static str, Map)> {
    let case = read(bundled()[0].text).expect("reads").to_map().expect("is a map");
    vec![("case", case), ("1000/3000", four_levels::map(1_000, 3_000))]
}

fn open_and_write(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a map file");
    for (name, map) in maps() {
        let text = write_map(&map);
        group.bench_with_input(BenchmarkId::new("read, checked", name), &text, |bencher, text| {
            bencher.iter(|| black_box(read(text).expect("reads").to_map().expect("is a map")));
        });
        group.bench_with_input(BenchmarkId::new("write", name), &map, |bencher, map| {
            bencher.iter(|| black_box(write_map(map)));
        });
        group.bench_with_input(BenchmarkId::new("snapshot", name), &map, |bencher, map| {
            bencher.iter(|| black_box(Snapshot::of(map, &Scope::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, open_and_write);
criterion_main!(benches);
