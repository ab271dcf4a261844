//! What people have already, as it comes from other programs.

#[path = "common/maps.rs"]
mod maps;

use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;

use floke::exchange::{Report, Source, kumu, read_file, read_files, update};
use floke::file::{Document, bundled, open, open_text, write_map};
use floke::map::{History, Kind, Link, LinkId, LinkKind, Map, Role, Sign, verb};

const BLUEPRINT: &str = include_str!("fixtures/kumu-blueprint.json");
const PROJECT: &str = include_str!("fixtures/kumu-project.json");

fn kumu(text: &str) -> (Map, Report) {
    read_file("kumu", "x.json", text.as_bytes(), "Mine").expect("JSON from Kumu")
}

/// The links in words: `a +~ b` with a delay.
fn links(map: &Map) -> Vec<String> {
    let label = |id| map.node(id).map_or("", |node| node.label.as_str());
    let words = map.links().map(|(id, link)| {
        let sign = link.sign.map_or(id.kind.field().to_owned(), |sign| sign.symbol().to_string());
        let kind = if id.kind == LinkKind::ActsOn { "acts " } else { "" };
        let delay = if link.delay { "~" } else { "" };
        format!("{} {kind}{sign}{delay} {}", label(&id.from), label(&id.to))
    });
    words.collect()
}

#[test]
fn a_blueprint_of_kumu() {
    let (map, report) = kumu(BLUEPRINT);
    assert_eq!(map.head().title, "Mine");
    assert_eq!(
        links(&map),
        [
            "Shared plan acts - Story told anew",
            "Story told anew - Trust in services",
            "The municipality relates Waiting lists",
            "Trust in services +~ Less worry",
            "Trust in services +~ Story told anew",
            "Trust in services - Waiting lists",
            "Waiting lists ? Nobody drew this",
            "Waiting lists - Trust in services",
        ]
    );
    let trust = map.node(&"trust".into()).expect("an id that people chose is kept");
    assert_eq!((trust.role, trust.tags.join(" ").as_str()), (Some(Role::Enabler), "families a|b"));
    assert_eq!(trust.note, ["Families who trust", "tell more."]);
    assert_eq!(trust.extra.get("image").map(String::as_str), Some("https://example.org/a.png"));
    let kinds: Vec<Kind> = map.nodes().map(|(_, node)| node.kind).collect();
    use Kind::{Actor, Benefit, Cause, Measure};
    assert_eq!(kinds, [Benefit, Cause, Measure, Cause, Actor, Cause, Cause]);
    let levels: Vec<&str> = map.levels().iter().map(|level| level.name.as_str()).collect();
    assert_eq!(levels, ["Users", "System"]);
    let word = map.link(&LinkId::new("the-municipality", LinkKind::Relates, "waiting-lists"));
    assert_eq!(word.map(|link| link.word.as_str()), Some("Concerns"));
    assert_eq!((report.read.nodes, report.read.links, report.skipped.len()), (7, 8, 0), "{report:#?}");
}

#[test]
fn a_full_export_of_kumu_with_all_that_people_leave_in_it() {
    let (map, report) = kumu(PROJECT);
    assert_eq!(map.head().title, "住房");
    assert_eq!(
        links(&map),
        [
            "elem-E5 - 租金 上涨",
            "Housing queue ? 住房 短缺",
            "Housing queue ? 租金 上涨",
            "Housing queue relates 市政府",
            "住房 短缺 + 租金 上涨",
            "住房 短缺 relates 市政府",
            "租金 上涨 - elem-E5",
            "租金 上涨 +~ 住房 短缺",
        ]
    );
    let by_source = |id: &str| {
        let mut nodes = map.nodes().map(|(_, node)| node);
        nodes.find(|node| node.extra.get("source_id").is_some_and(|source| source == id)).expect(id)
    };
    assert_eq!(by_source("elem-A1").extra.get("kumu map").map(String::as_str), Some("住房|Who"));
    assert_eq!(by_source("elem-A1").extra.get("region").map(String::as_str), Some("上海"));
    assert_eq!(by_source("elem-D4").extra.get("type").map(String::as_str), Some("custom"));
    assert_eq!(by_source("elem-C3").kind, Kind::Actor);

    let skipped: Vec<String> =
        report.skipped.iter().map(|one| format!("{}: {}: {}", one.line, one.what.en, one.why.en)).collect();
    assert_eq!(
        skipped,
        [
            "10: elements[5]: the id 'elem-A1' stands twice; the first is kept",
            "21: connections[8]: there is no element 'elem-Z9'",
            "17: link 'Housing queue' → '市政府': there is one of the kind 'relates' already; the first is kept",
            "20: link '住房 短缺' → '租金 上涨': there is one of the kind 'causes' already; the first is kept",
        ]
    );
    for wanted in [
        "2 maps became one, each element read once: '住房' (3), 'Who' (3)",
        "an element has no label: its id stands there ('elem-E5')",
        "no type says a sign: taken as causes of unknown sign ('Housing queue' → '租金 上涨')",
        "it has no direction: kept as 'relates', in no loop (2: ",
        "its sign under 'extra' ('市政府' → '住房 短缺')",
        "a type says both + and -: the sign is unknown ('Housing queue' → '住房 短缺')",
    ] {
        assert!(
            report.guessed.iter().any(|guess| guess.en.contains(wanted)),
            "{wanted}: {:#?}",
            report.guessed
        );
    }
    assert!(
        report.left_out.iter().any(|left| left.en.starts_with("perspectives") && left.en.ends_with(": 1")),
        "{:?}",
        report.left_out
    );
    assert_eq!((report.read.nodes, report.read.links), (5, 8));
    // All of it is said in Norwegian too: no line is the English one.
    let whys = report.skipped.iter().map(|one| &one.why);
    let names = report.skipped.iter().map(|one| &one.what).filter(|what| what.en.starts_with("link"));
    for said in whys.chain(names).chain(&report.guessed).chain(&report.left_out) {
        assert_ne!(said.en, said.nb);
        for word in [" the ", " is ", " it ", " of ", "link "] {
            assert!(!format!(" {} ", said.nb).contains(word), "{}", said.nb);
        }
    }
}

#[test]
fn what_is_odd_in_json_is_told_and_what_is_broken_refused() {
    let (map, report) = kumu(
        "{\"elements\": [\n{\"label\": \"a\", \"label\": \"b\", \"__proto__\": 1},\n{\"label\": \"\\ud800x\", \"size\": 1e400}],\
         \"connections\": [\n1, {\"from\": \"b\"}, {\"from\": \"b\", \"to\": \"b\"}]}",
    );
    let labels: Vec<&str> = map.nodes().map(|(_, node)| node.label.as_str()).collect();
    assert_eq!(labels, ["b", "\u{fffd}x"]);
    let places: Vec<(u64, &str)> =
        report.skipped.iter().map(|one| (one.line, one.what.en.as_str())).collect();
    assert_eq!(
        places,
        [(2, "'label'"), (3, "half a character"), (4, "connections[0]"), (4, "connections[1]")]
    );
    let extra: Vec<String> = map.nodes().flat_map(|(_, node)| node.extra.values().cloned()).collect();
    assert!(extra.contains(&"1e400".to_owned()) && extra.contains(&"1".to_owned()), "{extra:?}");

    let deep = format!("{{\"elements\": {}", "[".repeat(100_000));
    let no_maps = "{\"elements\": [{\"_id\": \"e\", \"attributes\": {\"label\": \"x\"}}]}";
    assert_eq!(kumu(no_maps).0.node_count(), 1, "missing maps, perspectives and connections are no fault");
    for (text, line) in [
        (deep.as_str(), Some(1)),
        ("{\"elements\":\n[", Some(2)),
        ("[]", Some(1)),
        ("{\"elements\": {}}", Some(1)),
        ("", Some(1)),
        ("\u{feff}", Some(1)),
        ("label\na\n", Some(1)),
    ] {
        let fault = read_file("kumu", "x.json", text.as_bytes(), "x").expect_err("no map");
        assert!(fault.line == line && !fault.what.nb.is_empty() && !fault.advice.nb.is_empty(), "{fault:?}");
    }
    assert!(read_file("kumu", "x.json", b"{\"elements\": [\"\xff\"]}", "x").is_err());
    assert!(read_file("kumu", "x.json", b"\xff\xfe{\0", "x").is_err());
    let sign = |kind: &str| {
        let text = format!("{{\"connections\": [{{\"from\": \"a\", \"to\": \"b\", \"type\": \"{kind}\"}}]}}");
        kumu(&text).0.links().next().and_then(|(_, link)| link.sign)
    };
    for kind in ["+", "plus", "Positive", "s", "SAME", "1", "reinforcing"] {
        assert_eq!(sign(kind), Some(Sign::Plus), "{kind}");
    }
    for kind in ["-", "−", "minus", "negative", "o", "Opposite", "-1", "balancing"] {
        assert_eq!(sign(kind), Some(Sign::Minus), "{kind}");
    }
}

#[test]
fn a_hostile_file_does_not_fill_the_memory() {
    let many: Vec<String> = (0..50_000).map(|n| format!("{{\"label\":\"a{n}\",\"k{n}\":1}}")).collect();
    let text = format!("{{\"elements\":[{}]}}", many.join(","));
    assert!(read_file("kumu", "x.json", text.as_bytes(), "x").is_err());
    let many: Vec<String> = (0..300).map(|n| format!("{{\"label\":\"a{n}\",\"level\":{n}}}")).collect();
    let text = format!("{{\"elements\":[{}]}}", many.join(","));
    assert!(
        read_file("kumu", "x.json", text.as_bytes(), "x").expect_err("levels").what.en.contains("levels")
    );
}

/// What is beyond the limits of a map is cut and told, so that what was imported opens again.
#[test]
fn what_is_too_large_is_cut_and_told() {
    let (label, note) = ("å".repeat(3_000), "x".repeat(200_000));
    let tags: Vec<String> = (0..100).map(|n| format!("t{n}")).collect();
    let text =
        serde_json::json!({"elements": [{"label": label, "description": note, "tags": tags}]}).to_string();
    let place = Place::new("kumu", "x.json", &text);
    let (_, node) = place.map().nodes().map(|(id, node)| (id.clone(), node.clone())).next().expect("one");
    assert_eq!((node.label.chars().count(), node.tags.len()), (2_000, 64));
    let again = place.import("kumu", "x.json");
    assert!(said(&again).contains("Nothing changed") && again.status.code() == Some(1), "{again:?}");
    assert_eq!(said(&again).matches(" more than ").count(), 3, "{}", said(&again));
}

#[test]
fn a_list_goes_onto_a_map_with_its_levels() {
    let place = Place::new("csv", "n.csv", "label,level,kind\nTrust,Users,\nPlan,System,measure\n");
    let text = "# Users\n- TRUST\n- No time -> Trust\n# System\nPlan -o No time\n";
    place.write("l.txt", text);
    let ran = place.import("list", "l.txt");
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    let map = place.map();
    assert_eq!(links(&map), ["No time + Trust", "Plan acts - No time"]);
    assert_eq!(map.node(&"no-time".into()).and_then(|node| node.level.clone()), Some("Users".into()));
    assert!(said(&ran).contains("new: 1 card, 2 links"), "{}", said(&ran));
    let before = place.text();
    assert!(said(&place.import("list", "l.txt")).contains("Nothing changed"));
    assert_eq!(place.text(), before);
    place.write("l.txt", "- a ->\n");
    let ran = place.import("list", "l.txt");
    assert!(ran.status.code() == Some(1) && said(&ran).contains("l.txt:1: '->'"), "{ran:?}");
}

/// A folder with a map made of a file, and the program run in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new(format: &str, file: &str, text: &str) -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        place.write(file, text);
        let made = place.import(format, file);
        assert!(matches!(made.status.code(), Some(0 | 1)), "{made:?}");
        place
    }

    fn write(&self, file: &str, text: &str) {
        std::fs::write(self.path(file), text).expect("written");
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.0.path().join(file)
    }

    fn import(&self, format: &str, file: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_floke"));
        command.current_dir(self.0.path()).env("LC_ALL", "C").env_remove("FLOKE_LANG");
        command.args(["import", "--from", format, file, "-o", "map.ron"]).output().expect("it runs")
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.path("map.ron")).expect("a map")
    }

    fn map(&self) -> Map {
        let opened = open(Path::new(&self.path("map.ron"))).expect("a map");
        opened.document.to_map().expect("no faults")
    }

    /// Works on the map as people do in the editor.
    fn edit(&self, deeds: impl FnOnce(&mut Map)) {
        let mut map = self.map();
        deeds(&mut map);
        self.write("map.ron", &write_map(&map));
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn done(map: &mut Map, deed: Option<verb::Deed>) {
    map.apply(&deed.expect("something to do").change).expect("it fits");
}

#[test]
fn the_same_file_again_changes_nothing() {
    for (name, text) in [("blueprint.json", BLUEPRINT), ("project.json", PROJECT)] {
        let place = Place::new("kumu", name, text);
        let before = place.text();
        let again = place.import("kumu", name);
        assert_eq!(place.text(), before, "{name}");
        assert!(said(&again).contains("Nothing changed"), "{again:?}");
        assert_eq!(again.status.code(), Some(i32::from(name == "project.json")));
    }
}

#[test]
fn what_people_did_here_stays_when_the_same_file_comes_again() {
    let place = Place::new("kumu", "b.json", BLUEPRINT);
    place.edit(|map| {
        let (trust, told) = ("trust".into(), "story-told-anew".into());
        done(map, verb::rename(map, &trust, "Confidence"));
        done(map, verb::set_node_field(map, &trust, "note", &vec!["Another".to_owned()]));
        done(map, verb::set_node_field(map, &told, "kind", &Kind::Benefit));
        done(map, verb::move_node(map, &told, Some(&"System".into()), None));
        done(map, verb::flip(map, &LinkId::new("story-told-anew", LinkKind::Causes, "trust")));
        let mine = LinkId::new("less-worry", LinkKind::Causes, "waiting-lists");
        done(map, verb::connect(map, &mine, &Link::signed(Sign::Plus)));
        // A link that was turned round here is not put back.
        done(map, verb::reverse(map, &LinkId::new("trust", LinkKind::Causes, "less-worry")));
    });
    let before = place.text();
    let again = place.import("kumu", "b.json");
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    assert_eq!(place.text(), before);
}

#[test]
fn a_label_changed_here_stays_when_the_same_table_or_list_comes_again() {
    let table = "label,note\nTrust,Old\nNo time,\n租金,\n";
    for (format, name, text) in [("csv", "a.csv", table), ("list", "a.txt", "- Trust\n- No time\n- 租金\n")]
    {
        let place = Place::new(format, name, text);
        place.edit(|map| {
            done(map, verb::rename(map, &"trust".into(), "Confidence"));
            done(map, verb::rename(map, &"node".into(), "住房"));
        });
        let ran = place.import(format, name);
        let map = place.map();
        let label = |id: &str| map.node(&id.into()).map(|node| node.label.clone());
        assert_eq!(label("trust").as_deref(), Some("Confidence"), "{}", said(&ran));
        assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
        assert!(said(&ran).contains("Confidence"), "{}", said(&ran));
        // What another card is called is no old label of this one, however alike their ids would be.
        let more = if format == "csv" { "label\nNo time!\n" } else { "- No time!\n" };
        place.write(name, more);
        place.import(format, name);
        assert!(place.map().nodes().any(|(_, node)| node.label == "No time!"), "{format}");
    }
}

#[test]
fn a_table_with_ids_of_its_own_leaves_a_label_changed_here_until_it_says_a_new_one() {
    let place = Place::new("csv", "a.csv", "id,label\nc7,Trust\nc8,Rent\nc9,租金\n");
    place.edit(|map| done(map, verb::rename(map, &"c7".into(), "Confidence")));
    let before = place.text();
    let ran = place.import("csv", "a.csv");
    assert_eq!((ran.status.code(), place.text()), (Some(0), before), "{}", said(&ran));
    place.write("a.csv", "id,label\nc7,Faith\nc8,Rents\nc9,租金\n");
    let ran = place.import("csv", "a.csv");
    let map = place.map();
    let labels: Vec<&str> = map.nodes().map(|(_, node)| node.label.as_str()).collect();
    assert_eq!((ran.status.code(), labels), (Some(0), vec!["Faith", "Rents", "租金"]), "{}", said(&ran));
    let tables = floke::exchange::csv::write(&map);
    assert!(!format!("{tables:?}").contains("source_label"), "the mark is nobody's column");
}

#[test]
fn what_changed_there_comes_and_what_vanished_is_told() {
    let place = Place::new("kumu", "p.json", PROJECT);
    place.edit(|map| {
        let city = "node-3".into();
        done(map, verb::rename(map, &city, "The city"));
        done(map, verb::set_node_field(map, &city, "note", &vec!["Mine".to_owned()]));
    });
    let next = PROJECT
        .replace("\"region\": \"上海\"", "\"region\": \"北京\"")
        .replace("来自访谈", "来自统计")
        .replace("Housing\\nqueue", "Waiting for a home")
        .replace("\"label\": \"市政府\"", "\"label\": \"市议会\"")
        .replace("\"elem-E5\", \"attributes\"", "\"elem-F6\", \"attributes\"");
    place.write("p.json", &next);
    let ran = place.import("kumu", "p.json");
    let (map, out) = (place.map(), said(&ran));
    let labels: Vec<&str> = map.nodes().map(|(_, node)| node.label.as_str()).collect();
    assert_eq!(labels, ["elem-E5", "elem-F6", "Waiting for a home", "住房 短缺", "租金 上涨", "The city"]);
    let home = map.node(&"node".into()).expect("there");
    assert_eq!(
        (home.note.join(""), home.extra.get("region").map(String::as_str)),
        ("来自统计".to_owned(), Some("北京"))
    );
    assert_eq!(map.node(&"node-3".into()).expect("there").note, ["Mine"]);
    for wanted in [
        "new: 1 card,",
        "changed: 2 cards,",
        "not in the file any more, and kept: 1 cards: 'elem-E5'",
        "label of 'The city' stays; the file says \"市议会\"",
        "changed: 'Housing queue' (label)",
    ] {
        assert!(out.contains(wanted), "{wanted}: {out}");
    }
    let before = place.text();
    place.import("kumu", "p.json");
    assert_eq!(place.text(), before);
}

#[test]
fn a_table_that_was_worked_on_brings_its_map_up_to_date() {
    let first = "label,kind,level,note\nTrust,,Users,one\nThe school,actor,System,\n";
    let place = Place::new("csv", "n.csv", first);
    place.edit(|map| done(map, verb::set_node_field(map, &"trust".into(), "tags", &vec!["mine".to_owned()])));
    place.write("n.csv", "label,kind,level,note\ntrust,,Users,two\nNew one,,users,\nThe SCHOOL,,,\n");
    let ran = place.import("csv", "n.csv");
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    let map = place.map();
    let nodes: Vec<String> = map
        .nodes()
        .map(|(id, node)| format!("{id} {} {} {}", node.label, node.note.join("|"), node.tags.join("|")))
        .collect();
    assert_eq!(nodes, ["new-one New one  ", "the-school The SCHOOL  ", "trust trust two mine"]);
    assert_eq!(map.levels().len(), 2);
    assert_eq!(map.node(&"the-school".into()).map(|node| node.kind), Some(Kind::Actor));
}

#[test]
fn a_file_that_is_no_map_is_never_written_over() {
    let place = Place::new("csv", "n.csv", "label\na\n");
    for (text, what) in [
        ("mine, not a map", "map.ron"),
        ("(floke: 1, title: \"x\", nodes: {}) // why\n", "comment"),
        ("(floke: 9, title: \"x\", nodes: {})\n", "newer"),
    ] {
        place.write("map.ron", text);
        let ran = place.import("csv", "n.csv");
        assert_eq!((ran.status.code(), place.text().as_str()), (Some(2), text));
        assert!(String::from_utf8_lossy(&ran.stderr).contains(what), "{what}: {ran:?}");
    }
}

/// Whatever comes, the second time brings nothing, and nothing that was there is gone.
#[test]
fn an_update_is_done_once_and_takes_nothing_away() {
    let of_text = |name: &str, text: &str| open_text(name, text.to_owned()).expect("a map").document;
    let bundled = bundled().iter().map(|one| of_text(one.name, one.text).to_map().expect("no faults"));
    let maps: Vec<Map> = bundled.collect();
    let kumu: Vec<Map> = [BLUEPRINT, PROJECT].iter().map(|text| kumu(text).0).collect();
    for here in maps.iter().chain(&kumu) {
        for there in maps.iter().chain(&kumu) {
            let (deed, told) = update(here, there);
            let mut history = History::default();
            let mut map = here.clone();
            history.commit(&mut map, deed.clone()).expect("it fits");
            assert!(here.nodes().all(|(id, _)| map.node(id).is_some()));
            assert!(here.links().all(|(id, _)| map.link(id).is_some()));
            assert_eq!(told.new.nodes, map.node_count() - here.node_count());
            assert_eq!(told.new.links, map.link_count() - here.link_count());
            assert_eq!(update(&map, there).0.change.edits, []);
            assert_eq!(Document::of(&map).to_map().as_ref(), Ok(&map), "it can be saved and opened");
            if std::ptr::eq(here, there) {
                assert_eq!(deed.change.edits, []);
            }
        }
    }
}

proptest! {
    #![proptest_config(maps::cases())]

    #[test]
    fn any_map_goes_onto_any_other_once(here in maps::maps(), there in maps::maps()) {
        let (deed, told) = update(&here, &there);
        let mut map = here.clone();
        map.apply(&deed.change).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(here.nodes().all(|(id, _)| map.node(id).is_some()));
        prop_assert!(here.links().all(|(id, _)| map.link(id).is_some()));
        prop_assert_eq!(told.new.nodes, map.node_count() - here.node_count());
        prop_assert_eq!(told.new.links, map.link_count() - here.link_count());
        let again = update(&map, &there).0;
        prop_assert!(again.change.is_empty(), "{:#?}", again.change);
        map.apply(&deed.change.inverse()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(map, here);
    }
}

/// What a blueprint of a map says, read back: everything that a card and a link hold in one word or line.
#[test]
fn a_blueprint_written_here_comes_back() {
    for one in bundled() {
        let opened = open_text(one.name, one.text.to_owned()).expect("a map");
        let map = opened.document.to_map().expect("no faults");
        let text = kumu::write(&map).to_string();
        let (back, report) = kumu(&text);
        assert_eq!(report.skipped, [], "{}", one.name);
        let cards = |map: &Map| -> Vec<String> {
            let level = |node: &floke::map::Node| {
                node.level.as_ref().and_then(|id| map.level(id)).map(|l| l.name.clone())
            };
            map.nodes()
                .map(|(id, node)| {
                    format!("{id} {} {:?} {:?} {:?}", node.label, node.kind, node.role, level(node))
                })
                .collect()
        };
        assert_eq!(cards(&back), cards(&map));
        let said = |map: &Map| -> Vec<String> {
            map.links()
                .map(|(id, link)| {
                    format!("{id} {:?} {} {:?} {}", link.sign, link.delay, link.strength, link.missing)
                })
                .collect()
        };
        assert_eq!(said(&back), said(&map));
        // On the map that it came from it changes nothing, whatever it could not hold.
        let (deed, told) = update(&map, &back);
        assert_eq!(deed.change.edits, [], "{}", one.name);
        assert_eq!(told.unchanged.nodes, map.node_count());
    }
}

/// Kumu's own sheets, as a spreadsheet saves them.
#[test]
fn sheets_of_kumu() {
    let elements = "Label,Type,Description,Tags,Cost,ID\r\n\
        Trust,Enabler,\"More, they say\",families|school,,e1\r\n\
        Story told anew,Barrier,,,12,e2\r\n\
        The school,Stakeholder,,,,e3\r\n";
    let connections = "From,To,Direction,Type,Label,Tags\r\n\
        Story told anew,Trust,directed,-,,\r\n\
        Trust,Story told anew,mutual,+|Delay,tells,a|b\r\n\
        The school,Trust,undirected,Knows,,\r\n\
        The school,Story told anew,,informs,,\r\n";
    let files = [
        Source { name: "elements.csv", bytes: elements.as_bytes() },
        Source { name: "connections.csv", bytes: connections.as_bytes() },
        Source { name: "old (ignore).csv", bytes: b"no table at all" },
    ];
    let (map, report) = read_files("csv", &files, "x").expect("tables");
    assert_eq!(
        links(&map),
        [
            "Trust +~ Story told anew",
            "Trust relates The school",
            "Story told anew - Trust",
            "The school informs Story told anew",
        ]
    );
    let knows = map.link(&LinkId::new("e1", LinkKind::Relates, "e3")).expect("at the smaller id");
    assert_eq!(knows.word, "Knows");
    // The other half of the mutual link stood there already.
    assert_eq!(report.skipped.len(), 1, "{:?}", report.skipped);
    assert_eq!(report.left_out.len(), 1);
    assert!(
        map.nodes().any(|(_, node)| node.tags == ["families", "school"] && node.note == ["More, they say"])
    );
}
