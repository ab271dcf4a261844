//! What `floke diff` and git's own diff say of a change: what a reviewer reads first, each consequence, and the formats.

#[path = "common/place.rs"]
mod place;

use floke::file::{read, write_map};
use floke::map::{Certainty, Item, Link, LinkId, Map, NodeId, Sign, Value};
use place::*;

#[test]
fn a_reviewer_reads_first_which_circle_is_broken_and_who_is_no_longer_heard() {
    let map = case();
    let place = Place::with(&map);
    let (title, link) = upward(&map);
    place.git(&["checkout", "--quiet", "-b", "circle"]);
    place.write(MAP, &without(&map, &link));
    place.commit("a link of a circle");
    place.git(&["checkout", "--quiet", "-b", "hearing", "main"]);
    place.write(MAP, &without(&map, &telling()));
    place.commit("what is told");
    let (broken, unheard) = (
        format!("«{title}» is broken"),
        "«County governor» no longer hears «Municipal leadership»".to_owned(),
    );
    let brutt = format!("«{title}» er brutt");
    let uhort = "«County governor» hører ikke lenger «Municipal leadership»".to_owned();
    for (branch, en, nb) in [("circle", &broken, &brutt), ("hearing", &unheard, &uhort)] {
        place.git(&["checkout", "--quiet", branch]);
        for format in ["text", "markdown"] {
            for (lang, said) in [("en", en), ("nb", nb)] {
                let ran = place.floke(&["diff", "main...", "--format", format, "--lang", lang]);
                assert_eq!(ran.code, Some(1), "{ran:?}");
                assert!(ran.first(5).contains(said.as_str()), "{format} {lang}: {}", ran.out);
            }
        }
    }
    // Both at once, as after a merge.
    place.git(&["merge", "--quiet", "--no-edit", "circle"]);
    for format in ["text", "markdown"] {
        let ran = place.floke(&["diff", "main", "--format", format]);
        assert!(
            ran.first(5).contains(&broken) && ran.first(5).contains("no longer reaches «County governor»"),
            "{ran:?}"
        );
    }
}

/// Git's own diff, through `textconv`, says the same in the first ten lines that are not git's header.
#[test]
fn git_diff_says_it_too() {
    let map = case();
    let (title, link) = upward(&map);
    for (changed, said) in [
        (without(&map, &link), vec![format!("+  «{title}» "), "BROKEN".to_owned()]),
        (
            without(&map, &telling()),
            vec![
                "-    «County governor» hears «Municipal leadership»".to_owned(),
                "hears nothing from «Management and organisation»".to_owned(),
            ],
        ),
    ] {
        let place = Place::with(&map);
        place.text(".gitattributes", "*.floke.ron diff=floke\n");
        place.git(&["config", "diff.floke.textconv", &format!("'{}' textconv", env!("CARGO_BIN_EXE_floke"))]);
        place.write(MAP, &changed);
        let out = place.git(&["diff", "--", MAP]);
        let header = ["diff --git", "index ", "--- ", "+++ ", "@@ "];
        let lines: Vec<&str> =
            out.lines().filter(|line| !header.iter().any(|own| line.starts_with(own))).collect();
        let first = lines[..lines.len().min(10)].join("\n");
        for said in &said {
            assert!(first.contains(said.as_str()), "{said}:\n{out}");
        }
        place.commit("second");
        assert!(place.git(&["log", "-p", "-1"]).contains(said[0].as_str()));
        assert!(place.git(&["show"]).contains(said[0].as_str()));
        assert!(place.git(&["blame", MAP]).contains("Named loops"));
    }
}

#[test]
fn json_has_what_the_contract_says() {
    let map = case();
    let place = Place::bare();
    place.write("a.floke.ron", &map);
    let (_, link) = upward(&map);
    let label = map.node(&link.from).expect("there").label.clone();
    let changed = without(&without(&map, &link), &telling());
    let node = changed.node(&link.from).expect("there").clone();
    let changed =
        field(&changed, Item::Node(link.from.clone()), &node, "label", Some(Value::of("Quite another")));
    place.write("b.floke.ron", &changed);
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    let json = ran.json();
    assert_eq!(json["nodes"]["changed"][0]["id"], link.from.as_str());
    assert_eq!(json["nodes"]["changed"][0]["fields"]["label"], serde_json::json!([label, "Quite another"]));
    let removed = json["links"]["removed"].as_array().expect("a list");
    assert_eq!(removed.len(), 2);
    assert!(removed.iter().any(|own| own["from"] == link.from.as_str() && own["kind"] == "causes"));
    for list in ["nodes", "links", "levels", "areas", "sources"] {
        for part in ["added", "removed", "changed"] {
            assert!(json[list][part].is_array(), "{list} {part}");
        }
    }
    let consequences = &json["consequences"];
    assert_eq!(consequences["loops"]["complete"], true);
    assert_eq!(consequences["loops"]["added"], serde_json::json!([]));
    assert!(!consequences["loops"]["removed"].as_array().expect("a list").is_empty());
    assert_eq!(consequences["named_loops"][0]["turn"], "broken");
    assert_eq!(consequences["no_longer_heard"][0]["from"], "municipal-leaders");
    assert_eq!(consequences["new_meaning"][0]["now"], "Quite another");
    for verdict in consequences["verdicts"].as_array().expect("a list") {
        assert!(["up", "down"].contains(&verdict["direction"].as_str().expect("a word")), "{verdict}");
        assert_ne!(verdict["was"], verdict["now"]);
    }
    assert!(consequences["nodes_cut_off"].is_array());
}

#[test]
fn a_card_with_another_id_is_the_same_card() {
    let map = case();
    let place = Place::bare();
    place.write("a.floke.ron", &map);
    let text = write_map(&map).replace("\"trust\"", "\"confidence\"");
    let renamed = read(&text).expect("opens").to_map().expect("a map");
    let id: NodeId = "confidence".into();
    let node = renamed.node(&id).expect("there").clone();
    let renamed = field(&renamed, Item::Node(id), &node, "was", Some(Value::of(&vec!["trust"])));
    place.write("b.floke.ron", &renamed);
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("id trust → confidence"), "{}", ran.out);
    for word in ["is broken", "Lost circle", "Links", "no longer"] {
        assert!(!ran.out.contains(word), "{word}: {}", ran.out);
    }
}

/// Each thing that a reviewer is told, by the change that brings it.
#[test]
fn each_consequence_is_told() {
    let map = case();
    let link_of = |test: &dyn Fn(&LinkId, &Link) -> bool| {
        map.links()
            .find(|(id, link)| test(id, link))
            .map(|(id, link)| (id.clone(), link.clone()))
            .expect("one")
    };
    let (sign_id, sign_link) = link_of(&|id, link| {
        let told = map.loops().values().any(|told| told.links().any(|own| own == *id));
        told && link.sign == Some(Sign::Plus) && link.counts()
    });
    let (guess_id, guess) = link_of(&|_, link| link.certainty == Some(Certainty::Hypothesis));
    let (cited_id, cited) = link_of(&|_, link| link.sources.len() == 1);
    let pinned = map.nodes().next().map(|(id, node)| (id.clone(), node.clone())).expect("a card");
    let at = |id: &LinkId| Item::Link(id.clone());
    let table: Vec<(Map, Vec<&str>)> = vec![
        (
            field(&map, at(&sign_id), &sign_link, "sign", Some(Value::of(&Sign::Minus))),
            vec!["turned: before: ", "Signs turned", "Before: When «", " Now: When «", "Circles in all: "],
        ),
        (
            field(&map, at(&guess_id), &guess, "certainty", Some(Value::of(&Certainty::Confirmed))),
            vec![
                "Certainty raised without a new source",
                "from hypothesis to confirmed without a new source.",
            ],
        ),
        (
            field(&map, at(&cited_id), &cited, "sources", None),
            vec!["What it rests on", "lost its only source."],
        ),
        (
            field(&map, at(&sign_id), &sign_link, "missing", Some(Value::of(&true))),
            vec!["Claims that a link is missing: ", "no longer runs: the link from ", " is missing now."],
        ),
        (
            field(&map, Item::Node(pinned.0.clone()), &pinned.1, "pin", Some(Value::of(&3_u32))),
            vec![
                "Claims nothing new about what leads to what.",
                "Moved\n  1 card in another place in the cell.",
            ],
        ),
        (
            field(&map, Item::Node(pinned.0.clone()), &pinned.1, "label", Some(Value::of("Xyzzy"))),
            vec!["Same card, new meaning? «", "» → «Xyzzy»", "Cards\n  ~ «Xyzzy»: label: «"],
        ),
    ];
    let place = Place::bare();
    place.write("a.floke.ron", &map);
    for (changed, said) in table {
        place.write("b.floke.ron", &changed);
        let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        for said in said {
            assert!(ran.out.contains(said), "{said}:\n{}", ran.out);
        }
    }
}
