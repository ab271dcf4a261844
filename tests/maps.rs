//! The bundled case map says what its data say, in both languages.
//!
//! The tables in `tests/fixtures` are the data of the case, written down apart from the maps.

use std::collections::{BTreeMap, BTreeSet};

use floke::analysis::levels::{Levels, Verdict};
use floke::file::bundled::bundled;
use floke::file::open::open_text;
use floke::map::{
    Amount, Certainty, Kind, Link, LinkId, LinkKind, Map, NodeId, Role, Scope, Show, Sign, Snapshot, Stage,
};

fn map(name: &str) -> Map {
    let found = bundled().iter().find(|map| map.name == name).expect("a bundled map");
    open_text(name, found.text.to_owned()).expect("it opens").document.to_map().expect("it has no faults")
}

fn case() -> (Map, Map) {
    (map("complex-needs"), map("sammensatte-behov"))
}

/// The rows of a table as maps from heading to cell.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).expect("a table").deserialize().map(|row| row.expect("a row")).collect()
}

fn level_of(letter: &str) -> &'static str {
    match letter {
        "U" => "users",
        "P" => "practitioners",
        "M" => "management",
        _ => "system",
    }
}

fn causes(from: &str, to: &str) -> LinkId {
    LinkId::new(from, LinkKind::Causes, to)
}

#[test]
fn every_card_of_the_data_stands_in_both_maps() {
    let (en, nb) = case();
    let table = rows("case-nodes.csv");
    assert_eq!(table.iter().filter(|row| !row["point"].is_empty()).count(), 55);
    for row in &table {
        let id = NodeId::new(&row["id"]);
        for (map, language) in [(&en, "en"), (&nb, "nb")] {
            let node = map.node(&id).unwrap_or_else(|| panic!("{id} in {language}"));
            assert_eq!(node.label, row[language], "{id}");
            assert!(node.label.chars().count() <= 40, "{id}");
            assert_eq!(
                node.level.as_ref().map(|level| level.as_str()),
                Some(level_of(&row["level"])),
                "{id}"
            );
            assert_eq!(node.area.as_ref().map_or("", |area| area.as_str()), area_of(row), "{id}");
            assert_eq!(node.now == Some(Amount::Low), row["now"] == "low", "{id}");
            match row["kind"].as_str() {
                "cause" => {
                    assert_eq!((node.kind, node.role), (Kind::Cause, Some(role(&row["role"]))), "{id}")
                }
                "benefit" => assert_eq!(node.kind, Kind::Benefit, "{id}"),
                _ => assert_eq!((node.kind, node.stage), (Kind::Measure, Some(stage(&row["role"]))), "{id}"),
            }
            if !row["point"].is_empty() {
                assert!(node.tags.contains(&row["point"]), "{id} says which point it is");
            }
        }
    }
    let actors = rows("case-actors.csv");
    for row in &actors {
        let id = NodeId::new(&row["id"]);
        for (map, language) in [(&en, "en"), (&nb, "nb")] {
            let node = map.node(&id).unwrap_or_else(|| panic!("{id} in {language}"));
            assert_eq!((node.kind, &node.label), (Kind::Actor, &row[language]));
            let whole = node.level.as_ref().and_then(|level| map.whole_level(level));
            assert_eq!(whole.map(|level| level.id.as_str()), Some(level_of(&row["level"])), "{id}");
            // The reports give nobody's attitude or influence, and the map claims none.
            assert_eq!((node.stance, node.influence), (None, None), "{id}");
        }
    }
    let count = |kind| en.nodes().filter(|(_, node)| node.kind == kind).count();
    assert_eq!(
        [Kind::Cause, Kind::Benefit, Kind::Measure, Kind::Actor, Kind::Note].map(count),
        [81, 4, 7, 28, 0]
    );
    assert_eq!(en.sources().len(), 10);
}

fn area_of(row: &BTreeMap<String, String>) -> &str {
    // Benefits belong to no area but the school's.
    match row["area"].as_str() {
        "–" => "",
        area => area,
    }
}

fn role(word: &str) -> Role {
    match word {
        "barrier" => Role::Barrier,
        "enabler" => Role::Enabler,
        "condition" => Role::Condition,
        "tension" => Role::Tension,
        other => panic!("no role {other}"),
    }
}

fn stage(word: &str) -> Stage {
    match word {
        "experiment" => Stage::Experiment,
        "project" => Stage::Project,
        "demonstrator" => Stage::Demonstrator,
        other => panic!("no stage {other}"),
    }
}

#[test]
fn every_link_of_the_data_stands_with_a_note_of_its_own() {
    let (en, nb) = case();
    let table = rows("case-links.csv");
    assert_eq!(table.len(), 111);
    for map in [&en, &nb] {
        let mut notes = BTreeSet::new();
        for row in &table {
            let link = map.link(&causes(&row["from"], &row["to"])).unwrap_or_else(|| panic!("{row:?}"));
            let number = &row["number"];
            let sign = if row["sign"] == "+" { Sign::Plus } else { Sign::Minus };
            assert_eq!(link.sign, Some(sign), "{number}");
            assert_eq!(link.delay, !row["delay"].is_empty(), "{number}");
            assert_eq!(link.strength.map(|s| s.to_string()).as_ref(), Some(&row["strength"]), "{number}");
            let certainty = link.certainty.map(|c| c.as_str().to_lowercase());
            assert_eq!(certainty.as_ref(), Some(&row["certainty"]), "{number}");
            assert!(!link.missing, "{number}");
            assert_eq!(link.note.len(), 1, "{number} says why, in one line");
            assert!(notes.insert(link.note[0].clone()), "{number} repeats: {}", link.note[0]);
        }
        let there = map.links().filter(|(id, link)| id.kind == LinkKind::Causes && !link.missing).count();
        assert_eq!(there, 111);
        let missing: Vec<String> =
            map.links().filter(|(_, link)| link.missing).map(|(id, _)| id.to_string()).collect();
        assert_eq!(missing, ["families-coordinate causes told-upward", "parents informs ministries"]);
        assert_eq!(map.links().filter(|(id, _)| id.kind == LinkKind::ActsOn).count(), 11);
        let confirmed: Vec<_> =
            map.links().filter(|(_, link)| link.certainty == Some(Certainty::Confirmed)).collect();
        assert_eq!(confirmed.len(), 1, "an honest map of this case confirms one link");
    }
}

#[test]
fn both_languages_have_the_same_ids_and_links() {
    let (en, nb) = case();
    assert_eq!(
        (en.head().language.as_str(), nb.head().language.as_str()),
        ("en", "nb"),
        "each says its language"
    );
    let ids = |map: &Map| map.nodes().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&en), ids(&nb));
    // All but the words: notes, figures and what else is told in a language.
    let bare = |link: &Link| Link {
        note: Vec::new(),
        word: String::new(),
        sources: link.sources.keys().map(|id| (id.clone(), Default::default())).collect(),
        ..link.clone()
    };
    let links = |map: &Map| map.links().map(|(id, link)| (id.clone(), bare(link))).collect::<Vec<_>>();
    assert_eq!(links(&en), links(&nb));
    let frame = |map: &Map| {
        let loops: Vec<_> = map.loops().iter().map(|(id, told)| (id.clone(), told.through.clone())).collect();
        let journeys: Vec<_> = map
            .journeys()
            .iter()
            .map(|(id, journey)| {
                let shows: Vec<Show> = journey.steps.iter().map(|step| step.show.clone()).collect();
                ((*id).clone(), shows)
            })
            .collect();
        let levels: Vec<_> = map.levels().iter().map(|l| (l.id.clone(), l.part_of.clone())).collect();
        let areas: Vec<_> = map.areas().iter().map(|a| (a.id.clone(), a.part_of.clone(), a.color)).collect();
        (loops, journeys, levels, areas, map.sources().keys().cloned().collect::<Vec<_>>())
    };
    assert_eq!(frame(&en), frame(&nb));
    for ((id, a), (_, b)) in en.nodes().zip(nb.nodes()) {
        let cited = |node: &floke::map::Node| node.sources.keys().cloned().collect::<Vec<_>>();
        assert_eq!((a.kind, a.role, &a.level, &a.area), (b.kind, b.role, &b.level, &b.area), "{id}");
        assert_eq!((&a.marks, a.certainty, cited(a)), (&b.marks, b.certainty, cited(b)), "{id}");
        assert!(a.note != b.note || a.note.is_empty(), "{id} is told in each language");
    }
}

/// Length, sign if all links were there, and whether one is marked missing, as the case tells them.
const LOOPS: [(&str, usize, Sign, bool); 7] = [
    ("steering-that-never-hears", 8, Sign::Plus, false),
    ("the-way-back-up", 7, Sign::Minus, true),
    ("repair-before-prevention", 5, Sign::Plus, false),
    ("being-heard-opens-doors", 5, Sign::Plus, false),
    ("single-cases-single-checks", 8, Sign::Plus, false),
    ("families-hide-the-gap", 5, Sign::Plus, false),
    ("families-fill-the-gap", 2, Sign::Minus, false),
];

#[test]
fn named_loops_have_the_signs_and_lengths_of_the_case() {
    for map in [case().0, case().1] {
        assert_eq!(map.loops().len(), LOOPS.len());
        for (id, length, sign, missing) in LOOPS {
            let told = &map.loops()[&floke::map::LoopId::new(id)];
            let links: Vec<&Link> =
                told.links().map(|link| map.link(&link).unwrap_or_else(|| panic!("{id}: {link}"))).collect();
            assert_eq!(links.len(), length, "{id}");
            let product = links.iter().fold(Sign::Plus, |sign, link| sign.times(link.sign_or_unknown()));
            assert_eq!(product, sign, "{id}");
            assert_eq!(links.iter().any(|link| link.missing), missing, "{id}");
        }
        let levels: BTreeSet<_> = map.loops()[&floke::map::LoopId::new(LOOPS[0].0)]
            .links()
            .filter_map(|link| map.node(&link.from).and_then(|node| node.level.clone()))
            .collect();
        assert_eq!(levels.len(), 4, "the first loop runs through all levels");
        assert_eq!(map.journeys().iter().map(|(_, j)| j.steps.len()).collect::<Vec<_>>(), [8, 8, 7, 6]);
    }
}

#[test]
fn steps_and_loops_point_at_what_is_there() {
    for bundle in bundled() {
        let map = map(bundle.name);
        for (id, journey) in map.journeys() {
            for step in &journey.steps {
                for node in step.show.nodes() {
                    assert!(map.node(node).is_some(), "{id}: {node}");
                }
                for link in step.show.links() {
                    assert!(map.link(&link).is_some(), "{id}: {link}");
                }
                let remark = step.remark.join(" ");
                assert!(remark.chars().count() <= 180, "{id}: {remark}");
            }
        }
    }
}

#[test]
fn direct_links_between_levels_are_those_of_the_case() {
    let map = case().0;
    let scope = Scope { kinds: vec![LinkKind::Causes], ..Scope::default() };
    let snapshot = Snapshot::of(&map, &scope);
    let mut counts: BTreeMap<(u16, u16), usize> = BTreeMap::new();
    for arc in snapshot.arcs() {
        if let (Some(from), Some(to)) = (snapshot.level(arc.from), snapshot.level(arc.to)) {
            *counts.entry((from, to)).or_default() += 1;
        }
    }
    let of = |from: u16, to: u16| counts.get(&(from, to)).copied().unwrap_or(0);
    // Lower, upper, up, down; 0 users, 1 practitioners, 2 management, 3 system.
    for (lower, upper, up, down) in
        [(0, 1, 1, 13), (0, 2, 2, 6), (0, 3, 1, 3), (1, 2, 2, 11), (1, 3, 0, 5), (2, 3, 2, 16)]
    {
        assert_eq!((of(lower, upper), of(upper, lower)), (up, down), "{lower} and {upper}");
    }
}

#[test]
fn who_hears_whom_is_judged_by_signals_as_in_the_case() {
    for map in [case().0, case().1] {
        let ladder = Levels::of(&map);
        let pair = |lower: &str, upper: &str| ladder.pair(&lower.into(), &upper.into()).expect("a pair");
        let line = |lower: &str, upper: &str| {
            let found = ladder.lines.iter().map(|line| &line.pair);
            found
                .clone()
                .find(|pair| (pair.lower.as_str(), pair.upper.as_str()) == (lower, upper))
                .expect("a line")
        };
        for (lower, upper) in [
            ("users", "practitioners"),
            ("users", "management"),
            ("users", "system"),
            ("practitioners", "management"),
            ("practitioners", "system"),
        ] {
            assert_eq!(pair(lower, upper).up.verdict, Verdict::Weak, "{lower} and {upper}");
            // Judged by causes every one of them would look heard.
            assert!(pair(lower, upper).effects.up_path, "{lower} and {upper}");
        }
        // Past the line: the association of municipalities speaks to the ministries.
        assert_eq!(pair("management", "system").up.verdict, Verdict::Works);
        assert_eq!(line("management", "county").up.verdict, Verdict::Weak);
        assert_eq!(line("county", "directorates").up.verdict, Verdict::NotKnown);
        assert_eq!(line("directorates", "ministry").up.verdict, Verdict::Weak);
        for (lower, upper) in [
            ("users", "practitioners"),
            ("practitioners", "management"),
            ("management", "county"),
            ("county", "directorates"),
            ("directorates", "ministry"),
        ] {
            assert_eq!(line(lower, upper).down.verdict, Verdict::Works, "{lower} and {upper}");
        }
    }
}

#[test]
fn the_smaller_map_has_other_levels_and_areas() {
    let (case, small) = (case().0, map("youth-exclusion"));
    assert!(small.node_count() < case.node_count());
    let ids = |map: &Map| map.levels().iter().map(|level| level.id.clone()).collect::<BTreeSet<_>>();
    assert_ne!(ids(&small), ids(&case));
    assert!(small.areas().iter().all(|area| case.area(&area.id).is_none()));
}
