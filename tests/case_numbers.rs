//! What the analyses say of the case map: the numbers that were worked out apart from them.
//!
//! The data of the map is another test's matter; here it is taken as it is.

use std::ops::ControlFlow;

use floke::analysis::named::{LinkState, Titles, Told};
use floke::analysis::{Budget, Found, Levels, Loop, LoopQuery, Polarity, Verdict, find_loops};
use floke::map::{LinkId, LinkKind, Map, Scope, Snapshot};

fn cases() -> Vec<Map> {
    let of_case = floke::file::bundled().iter().filter(|map| map.name != "youth-exclusion");
    of_case.map(|map| floke::file::read(map.text).expect("a map").to_map().expect("without faults")).collect()
}

fn loops(snapshot: &Snapshot, max_length: usize) -> (Vec<Loop>, Found) {
    let mut all = Vec::new();
    let query = LoopQuery { max_length, ..LoopQuery::default() };
    let found = find_loops(snapshot, &query, &mut Budget::unlimited(), &mut |found| {
        all.push(found);
        ControlFlow::Continue(())
    });
    (all, found)
}

#[test]
fn loops_in_all_and_up_to_eight_links() {
    for map in cases() {
        let snapshot = Snapshot::of(&map, &Scope::default());
        let (all, found) = loops(&snapshot, 0);
        assert_eq!((found.count, found.undetermined, found.complete, found.longer), (63, 0, true, false));
        let levels = all.iter().filter(|found| found.levels(&snapshot).len() == 4).count();
        assert_eq!(levels, 46, "touch all four levels");

        let (short, found) = loops(&snapshot, 8);
        assert_eq!((found.count, found.reinforcing, found.balancing), (17, 14, 3));
        assert!(found.complete && found.longer);
        assert_eq!(short[..], all[..17]);

        let mut knots: Vec<usize> = petgraph::algo::kosaraju_scc(&snapshot).iter().map(Vec::len).collect();
        knots.sort_unstable();
        assert_eq!(knots[knots.len() - 3..], [1, 5, 32]);
    }
}

#[test]
fn the_missing_link_would_bring_four_balancing_loops() {
    for map in cases() {
        let without = loops(&Snapshot::of(&map, &Scope::default()), 8).1.count;
        let snapshot = Snapshot::of(&map, &Scope { missing: true, ..Scope::default() });
        let (all, found) = loops(&snapshot, 8);
        let missing = LinkId::new("families-coordinate", LinkKind::Causes, "told-upward");
        let through: Vec<&Loop> = all
            .iter()
            .filter(|found| found.links(&snapshot).any(|arc| snapshot.link_id(arc) == missing))
            .collect();
        assert_eq!((through.len(), found.count), (4, without + 4));
        assert!(through.iter().all(|found| found.sign(&snapshot) == Polarity::Balancing));
        assert_eq!(through.iter().filter(|found| found.length() == 7).count(), 2);
    }
}

#[test]
fn the_told_loops_are_among_those_found() {
    use Polarity::{Balancing, Reinforcing};
    for map in cases() {
        let snapshot = Snapshot::of(&map, &Scope { missing: true, ..Scope::default() });
        let (all, _) = loops(&snapshot, 8);
        let mut seen = Vec::new();
        for told in map.loops().values() {
            let now = Told::of(&map, told);
            assert!(!now.broken());
            let found = all.iter().find(|found| now.is(found, &snapshot)).expect("it is among them");
            assert_eq!((found.length(), found.sign(&snapshot)), (now.length(), now.polarity));
            let level = |&level: &u16| snapshot.level_ids()[level as usize].clone();
            assert_eq!(found.levels(&snapshot).iter().map(level).collect::<Vec<_>>(), now.levels);
            assert_eq!(now.runs(), now.in_state(LinkState::Missing).count() == 0);
            seen.push((now.length(), now.polarity, now.levels.len(), now.runs()));
        }
        let titles = Titles::of(&map);
        assert_eq!(all.iter().filter(|found| titles.get(found, &snapshot).is_some()).count(), 7);
        seen.sort_by_key(|&(length, _, levels, runs)| (length, levels, runs));
        let wanted = [
            (2, Balancing, 1, true),
            (5, Reinforcing, 2, true),
            (5, Reinforcing, 3, true),
            (5, Reinforcing, 4, true),
            (7, Balancing, 4, false),
            (8, Reinforcing, 4, true),
            (8, Reinforcing, 4, true),
        ];
        assert_eq!(seen, wanted);
    }
}

#[test]
fn who_hears_whom() {
    use Verdict::{NotKnown, Weak, Works};
    for map in cases() {
        let levels = Levels::of(&map);
        let pairs: Vec<_> = levels
            .pairs
            .iter()
            .map(|pair| (pair.lower.as_str(), pair.upper.as_str(), pair.effects.up, pair.effects.down))
            .collect();
        // Causes, and what measures act on another level than their own.
        assert_eq!(
            pairs,
            [
                ("users", "practitioners", 1, 13 + 1),
                ("users", "management", 2, 6),
                ("users", "system", 1, 3 + 2),
                ("practitioners", "management", 2, 11 + 1),
                ("practitioners", "system", 0, 5 + 1),
                ("management", "system", 2, 16 + 1),
            ]
        );
        let up: Vec<_> = levels.pairs.iter().map(|pair| pair.up.verdict).collect();
        assert_eq!(up, [Weak, Weak, Weak, Weak, Weak, Works]);
        assert!(levels.pairs.iter().all(|pair| pair.effects.up_path && pair.down.verdict == Works));

        let lines: Vec<_> = levels
            .lines
            .iter()
            .map(|line| (line.pair.lower.as_str(), line.pair.upper.as_str(), line.pair.up.verdict))
            .collect();
        assert_eq!(
            lines,
            [
                ("users", "practitioners", Weak),
                ("practitioners", "management", Weak),
                ("management", "county", Weak),
                ("county", "directorates", NotKnown),
                ("directorates", "ministry", Weak),
                ("users", "system", Weak),
            ]
        );
        let past = &levels.lines[2].past.up;
        assert!(past.contains(&LinkId::new("ks", LinkKind::Informs, "ministries")), "{past:?}");
        let whole = levels.lines.last().expect("bottom and top");
        assert!(whole.whole);
        assert_eq!(whole.missing.up, [LinkId::new("parents", LinkKind::Informs, "ministries")]);
    }
}
