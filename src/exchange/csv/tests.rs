//! Laws and cases of the tables: what comes in as people and programs write it, and what goes out and comes back.

use proptest::prelude::*;

use super::*;
use crate::map::{
    About, Area, AreaId, Certainty, Frame, Kind, Level, LevelId, Link, LinkId, LinkKind, Mark, Node, NodeId,
    Role, Sign,
};

fn import(files: &[&str]) -> (Map, Report) {
    let names = ["one.csv", "two.csv", "three.csv"];
    let sources: Vec<Source> =
        files.iter().zip(names).map(|(text, name)| Source { name, bytes: text.as_bytes() }).collect();
    read(&sources, "Imported").expect("tables")
}

fn ids<'a>(all: impl Iterator<Item = &'a str>) -> Vec<String> {
    all.map(str::to_owned).collect()
}

#[test]
fn tables_as_kumu_writes_them() {
    let (map, report) = import(&[
        "\u{feff}Label,Type,Description,Tags,Colour\nTrust,Barrier,\"First\nsecond\",a|b c,red\nThe story,,,,\n",
        "From,To,Direction,Type,Label\nTrust,the STORY,directed,\u{2212},\nThe story,Trust,mutual,+,heard\n",
    ]);
    let (id, trust) = map.nodes().next_back().expect("two");
    assert_eq!((id.as_str(), trust.kind, trust.role), ("trust", Kind::Cause, Some(Role::Barrier)));
    assert_eq!(
        (trust.note.as_slice(), trust.tags.as_slice()),
        (&ids(["First", "second"].into_iter())[..], &ids(["a", "b c"].into_iter())[..])
    );
    assert_eq!(trust.extra.get("Colour").map(String::as_str), Some("red"));
    let links: Vec<_> = map.links().map(|(id, link)| (id.to_string(), link.sign)).collect();
    assert_eq!(
        links,
        [
            ("the-story causes trust".to_owned(), Some(Sign::Plus)),
            ("trust causes the-story".to_owned(), Some(Sign::Minus))
        ]
    );
    // The second half of the mutual link stood there already.
    assert_eq!(report.skipped.len(), 1);
    assert_eq!((report.skipped[0].file.as_str(), report.skipped[0].line), ("two.csv", 3));
    assert!(report.guessed.iter().any(|guess| guess.en.contains("'Colour'")), "{:?}", report.guessed);
    assert_eq!((report.read.nodes, report.read.links), (2, 2));
}

#[test]
fn links_alone_are_enough_and_name_labels() {
    let (map, report) = import(&[
        "from;to;polarity;delay;strength\nNo time;Services alone;+;ja;2\nServices alone;No time;minus;;3\nNo time;Services alone;-;;\n",
    ]);
    assert_eq!(ids(map.nodes().map(|(id, _)| id.as_str())), ["no-time", "services-alone"]);
    let link =
        map.link(&LinkId::new("no-time", LinkKind::Causes, "services-alone")).expect("the first is kept");
    assert_eq!((link.sign, link.delay, link.strength), (Some(Sign::Plus), true, Some(2)));
    assert_eq!(report.skipped.len(), 1);
    assert_eq!(report.skipped[0].line, 4);
}

#[test]
fn given_ids_are_kept_and_others_made() {
    let (map, report) = import(&[
        "id,label\nA 1,Trust\ntrust,Another\nb,Story\nb,Twice\n,\n",
        "from,to\nA 1,b\nTrust,trust\n",
    ]);
    assert_eq!(ids(map.nodes().map(|(id, _)| id.as_str())), ["b", "trust", "trust-2"]);
    assert_eq!(map.node(&"trust".into()).map(|node| node.label.as_str()), Some("Another"));
    assert_eq!(
        map.node(&"trust-2".into()).and_then(|node| node.extra.get("source_id")).map(String::as_str),
        Some("A 1")
    );
    assert_eq!(report.skipped.iter().map(|skipped| skipped.line).collect::<Vec<_>>(), [5]);
    let links: Vec<_> = map.links().map(|(id, _)| id.from.to_string()).collect();
    assert_eq!(
        links,
        ["trust-2", "trust-2"],
        "a given id that was not kept and the label mean the same card"
    );
}

#[test]
fn levels_stand_in_the_order_of_their_numbers() {
    let order = |levels: &str| -> Vec<String> {
        let rows: Vec<String> = levels
            .split(' ')
            .enumerate()
            .map(|(at, level)| format!("n{at},{}\n", level.replace('_', " ")))
            .collect();
        let (map, _) = import(&[&format!("label,level\n{}", rows.concat())]);
        ids(map.levels().iter().map(|level| level.name.as_str()))
    };
    assert_eq!(order("10 2 1 2"), ["1", "2", "10"]);
    assert_eq!(order("2_Top -1 1.5"), ["-1", "1.5", "2 Top"]);
    assert_eq!(order("users system users"), ["users", "system"]);
    let (map, _) = import(&["label,area\na,5\nb,1B\nc,1A\n"]);
    assert_eq!(ids(map.areas().iter().map(|area| area.id.as_str())), ["1A", "1B", "5"]);
}

#[test]
fn what_cannot_be_understood_is_named_and_kept() {
    let (map, report) = import(&[
        "label,kind,certainty,owner\na,pain point,maybe,nobody\n",
        "from,to,polarity,strength,kind\na,a,sideways,7,influences\na,,+,,\n",
    ]);
    let node = map.node(&"a".into()).expect("there");
    assert_eq!(ids(node.extra.values().map(String::as_str)), ["maybe", "pain point", "nobody"]);
    let (_, link) = map.links().next().expect("the self link");
    assert_eq!((link.sign, link.strength), (Some(Sign::Unknown), None));
    assert_eq!(ids(link.extra.values().map(String::as_str)), ["influences", "sideways", "7"]);
    assert_eq!(report.skipped.len(), 5, "{:#?}", report.skipped);
    assert!(report.skipped.iter().all(|skipped| skipped.line >= 2 && !skipped.why.en.is_empty()));
}

#[test]
fn tables_that_are_too_large_are_refused_with_their_line() {
    let text = format!("label\n{}", "x\n".repeat(MOST_NODES + 1));
    let fault = read(&[Source { name: "x.csv", bytes: text.as_bytes() }], "x").expect_err("too many");
    assert_eq!(fault.line, Some(MOST_NODES as u64 + 2));
    let wide = format!("label{}\n", ",x".repeat(1_000));
    assert!(read(&[Source { name: "x.csv", bytes: wide.as_bytes() }], "x").is_err());
}

#[test]
fn no_cell_runs_a_formula() {
    let mut map = Map::new("=1");
    for (id, label) in [("a", "=HYPERLINK(\"x\")"), ("b", "+1"), ("c", "-2"), ("d", "@SUM"), ("e", "\tx")] {
        let mut node = Node::new(Kind::Cause, label);
        node.extra.insert("=cmd".to_owned(), "-3".to_owned());
        node.tags = vec!["=x".to_owned()];
        map.insert_node(id.into(), node).expect("new");
    }
    let tables = write(&map);
    for table in [&tables.nodes, &tables.lists] {
        let mut reader =
            ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
        for record in reader.records() {
            for cell in &record.expect("a row") {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
        }
    }
}

/// A text that a person might type, awkward ones among them; no blanks at its ends.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-zåøæ]{1,8}( [a-z]{1,5}){0,3}",
        1 => "[=+@'\"|;,\\\\-][a-z=|\\\\\",;']{0,6}[a-z]",
    ]
}

fn node() -> impl Strategy<Value = Node> {
    let choices = (
        prop::sample::select(Kind::ALL),
        prop::option::of(prop::sample::select(Role::ALL)),
        prop::option::of(prop::sample::select(Certainty::ALL)),
        prop::collection::vec(prop::sample::select(Mark::ALL), 0..3),
        prop::option::of(0_usize..4),
        prop::option::of(0_usize..3),
    );
    let texts = (
        text(),
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(text(), 0..3),
        prop::collection::btree_map("[A-Za-z=]{1,5}|Type|from|kind|extra:x", text(), 0..3),
    );
    (choices, texts, 0_u32..4).prop_map(
        |((kind, role, certainty, marks, level, area), (label, tags, note, extra), votes)| Node {
            label,
            kind,
            role,
            certainty,
            marks,
            level: level.map(|at| LEVELS[at].into()),
            area: area.map(|at| AREAS[at].into()),
            tags,
            note,
            extra,
            votes,
            ..Node::default()
        },
    )
}

fn link() -> impl Strategy<Value = (usize, LinkKind, usize, Link)> {
    (
        (0_usize..6, prop::sample::select(LinkKind::ALL), 0_usize..6),
        prop::option::of(prop::sample::select(Sign::ALL)),
        any::<(bool, bool)>(),
        prop::option::of(1_u8..4),
        prop::option::of(prop::sample::select(Certainty::ALL)),
        prop::option::of(prop::sample::select(About::ALL)),
        prop::collection::vec(text(), 0..2),
    )
        .prop_map(|((from, kind, to), sign, (delay, missing), strength, certainty, about, note)| {
            (
                from,
                kind,
                to,
                Link { sign, delay, missing, strength, certainty, about, note, ..Link::default() }
                    .fitted_to(kind),
            )
        })
}

const LEVELS: [&str; 4] = ["users", "1-2", "12", "A"];
const AREAS: [&str; 3] = ["1A", "1a", "5"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_exported_comes_back(nodes in prop::collection::vec(node(), 0..6), links in prop::collection::vec(link(), 0..12), title in text()) {
        let frame = Frame {
            levels: LEVELS.iter().map(|&id| Level { id: LevelId::new(id), name: format!("Level {id}"), part_of: (id == "A").then(|| "12".into()) }).collect(),
            areas: AREAS.iter().map(|&id| Area { id: AreaId::new(id), name: format!("-{id}"), ..Area::default() }).collect(),
            ..Frame::default()
        };
        let mut map = Map::new("").with_frame(Frame { head: Head { title, ..Head::default() }, ..frame });
        for (at, node) in nodes.iter().enumerate() {
            map.insert_node(NodeId::new(format!("n{at}")), node.clone()).expect("new");
        }
        for (from, kind, to, link) in links {
            let (from, to) = if kind == LinkKind::Cooperates { (from.min(to), from.max(to)) } else { (from, to) };
            // Ends that are not there and doubles are left out.
            let _ = map.insert_link(LinkId::new(format!("n{from}").as_str(), kind, format!("n{to}").as_str()), link);
        }
        let tables = write(&map);
        let stream = format!("{}\n{}\n{}", tables.lists, tables.nodes, tables.links);
        for files in [&[tables.links.as_str(), &tables.nodes, &tables.lists][..], &[&stream]] {
            let (back, report) = import(files);
            prop_assert_eq!(&back, &map, "{:#?}", report);
            prop_assert!(report.skipped.is_empty(), "{:?}", report.skipped);
        }
    }

    #[test]
    fn nothing_that_is_read_brings_it_down(
        bytes in prop::collection::vec(any::<u8>(), 0..80),
        header in "(label|id|from|to|list|name|level|area|kind|polarity|was|[,;\t]){1,12}",
        rows in "(a|b|1|-1|level|from|to|[,;\"\n\r|='+\\\\]|\u{0}|\u{feff}|å){0,60}",
    ) {
        let text = format!("{header}\n{rows}");
        for bytes in [&bytes, text.as_bytes()] {
            let first = read(&[Source { name: "x", bytes }], "x");
            prop_assert_eq!(&first, &read(&[Source { name: "x", bytes }], "x"));
            if let Ok((map, report)) = first {
                prop_assert_eq!((report.read.nodes, report.read.links), (map.node_count(), map.link_count()));
                let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
                prop_assert!(report.skipped.iter().all(|skipped| (2..=lines).contains(&skipped.line)), "{:?}", report);
            }
        }
    }
}
