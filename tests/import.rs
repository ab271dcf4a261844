//! What people have already, as it comes from other programs.

use floke::exchange::{Report, read_file};
use floke::map::{Kind, LinkId, LinkKind, Map, Role, Sign};

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
        report.skipped.iter().map(|one| format!("{}: {}: {}", one.line, one.what, one.why)).collect();
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
        assert!(report.guessed.iter().any(|guess| guess.contains(wanted)), "{wanted}: {:#?}", report.guessed);
    }
    assert!(report.left_out.iter().any(|left| left.contains("1 perspectives")), "{:?}", report.left_out);
    assert_eq!((report.read.nodes, report.read.links), (5, 8));
}

#[test]
fn what_is_odd_in_json_is_told_and_what_is_broken_refused() {
    let (map, report) = kumu(
        "{\"elements\": [\n{\"label\": \"a\", \"label\": \"b\", \"__proto__\": 1},\n{\"label\": \"\\ud800x\", \"size\": 1e400}],\
         \"connections\": [\n1, {\"from\": \"b\"}, {\"from\": \"b\", \"to\": \"b\"}]}",
    );
    let labels: Vec<&str> = map.nodes().map(|(_, node)| node.label.as_str()).collect();
    assert_eq!(labels, ["b", "\u{fffd}x"]);
    let places: Vec<(u64, &str)> = report.skipped.iter().map(|one| (one.line, one.what.as_str())).collect();
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
        assert!(fault.line == line && !fault.what.is_empty() && !fault.advice.is_empty(), "{fault:?}");
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
}
