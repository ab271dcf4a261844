//! `floke diff --format json`: whatever differs stands in it, and what is in no order does not differ.

#[path = "common/maps.rs"]
mod maps;
#[path = "common/place.rs"]
mod place;

use floke::map::{Change, Conflict, Edit, Item, Map, Mark, Value, diff};
use place::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};

/// The answer without what the change brings about, and its exit code.
fn compared(place: &Place, old: &Map, new: &Map) -> (Option<i32>, Json) {
    place.write("a.floke.ron", old);
    place.write("b.floke.ron", new);
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron", "--format", "json"]);
    if ran.code == Some(2) {
        return (ran.code, Json::Null);
    }
    let mut json = ran.json();
    json.as_object_mut().expect("an object").remove("consequences");
    (ran.code, json)
}

/// Whether an edit only puts into another order what is in none.
fn is_order_only(edit: &Edit) -> bool {
    let sorted = |value: &Option<Value>| -> Vec<String> {
        let text = value.as_ref().map_or("", |value| value.as_str());
        let mut all: Vec<Value> = match edit.field.as_deref() {
            Some("tags") => value
                .as_ref()
                .map_or(Ok(Vec::new()), Value::read::<Vec<String>>)
                .map(|all| all.iter().map(Value::of).collect())
                .unwrap_or_default(),
            Some("marks") => value
                .as_ref()
                .map_or(Ok(Vec::new()), Value::read::<Vec<Mark>>)
                .map(|all| all.iter().map(Value::of).collect())
                .unwrap_or_default(),
            _ => return vec![text.to_owned()],
        };
        all.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        all.iter().map(|value| value.as_str().to_owned()).collect()
    };
    sorted(&edit.old) == sorted(&edit.new)
}

/// Each single edit on the way from one random map to another one, and where many are of one kind a few of these.
#[test]
fn any_edit_that_makes_two_maps_unequal_is_told() {
    let place = Place::bare();
    let mut runner = TestRunner::deterministic();
    let same = compared(&place, &Map::new("x"), &Map::new("x"));
    let wanted: usize =
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500);
    let mut seen: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let mut tried = 0;
    while tried < wanted {
        let (a, b) = (maps::maps(), maps::maps()).new_tree(&mut runner).expect("maps").current();
        let mut map = a.clone();
        for edit in diff(&a, &b).edits {
            let before = map.clone();
            map.apply(&Change { edits: vec![edit.clone()] }).expect("fits");
            let item = edit.item.to_string();
            let kind = format!("{} {:?}", item.split(' ').next().unwrap_or_default(), edit.field);
            let times = seen.entry(kind.clone()).or_default();
            if before == map || *times >= 6 {
                continue;
            }
            let (code, json) = compared(&place, &before, &map);
            if code == Some(2) {
                // On the way something may be named that comes only later; such a map is no file.
                continue;
            }
            *times += 1;
            tried += 1;
            if is_order_only(&edit) {
                assert_eq!((code, &json), (Some(0), &same.1), "{edit:?}");
            } else {
                assert_eq!(code, Some(1), "{edit:?}");
                assert_ne!(json, same.1, "{edit:?}");
            }
        }
        if seen.values().all(|times| *times >= 6) && seen.len() > 60 {
            break;
        }
    }
    println!("{tried} edits of {} kinds", seen.len());
    assert!(seen.len() > 60, "{seen:?}");
}

fn with(edit: impl FnOnce(&mut floke::map::Frame)) -> Map {
    let map = case();
    let mut frame = map.frame();
    edit(&mut frame);
    map.clone().with_frame(frame)
}

#[test]
fn order_and_open_conflicts_are_told() {
    let place = Place::bare();
    let map = case();
    let turned = with(|frame| frame.areas.reverse());
    let json = compared(&place, &map, &turned).1;
    let ids = |map: &Map| map.areas().iter().map(|area| area.id.to_string()).collect::<Vec<_>>();
    assert_eq!(json["order"], json!({"areas": [ids(&map), ids(&turned)]}));
    let conflict = Conflict {
        at: "node trust".to_owned(),
        field: "label".to_owned(),
        ours: Some(Value::of("Ours")),
        theirs: Some(Value::of("Theirs")),
        ..Conflict::default()
    };
    let open = with(|frame| frame.conflicts.push(conflict.clone()));
    let row = json!({
        "at": "node trust", "field": "label", "what": null, "deleted_by": null, "base": null, "ours": "\"Ours\"",
        "theirs": "\"Theirs\"",
    });
    let json = compared(&place, &map, &open).1;
    assert_eq!(json["conflicts"], json!({"opened": [row], "settled": []}));
    for (lang, came, gone) in [
        (
            "en",
            "+ Open conflict: node trust, label: ours \"Ours\", theirs \"Theirs\"",
            "− Conflict settled: node trust",
        ),
        ("nb", "+ Åpen konflikt: node trust", "− Konflikt avgjort: node trust"),
    ] {
        for (files, said) in [(["a.floke.ron", "b.floke.ron"], came), (["b.floke.ron", "a.floke.ron"], gone)]
        {
            let ran = place.floke(&[&["diff", "--lang", lang], &files[..]].concat());
            assert!(ran.code == Some(1) && ran.out.contains(said), "{said}: {ran:?}");
        }
    }
    let shown = place.floke(&["show", "b.floke.ron", "--format", "json"]).json();
    assert_eq!(
        shown["conflicts"],
        json!([{"at": "node trust", "field": "label", "what": null, "deleted_by": null}])
    );
    // Their order is none.
    let other = Conflict { at: "node x".to_owned(), ..conflict.clone() };
    let one = with(|frame| frame.conflicts = vec![conflict.clone(), other.clone()]);
    let two = with(|frame| frame.conflicts = vec![other.clone(), conflict.clone()]);
    assert_eq!(compared(&place, &one, &two).0, Some(0));
}

#[test]
fn the_order_of_tags_is_none_and_blanks_are_seen() {
    let place = Place::bare();
    let map = case();
    let (id, node) = map.nodes().next().map(|(id, node)| (id.clone(), node.clone())).expect("a card");
    let set = |name: &str, value: Value| field(&map, Item::Node(id.clone()), &node, name, Some(value));
    let (one, two) = (set("tags", Value::of(&vec!["a", "b"])), set("tags", Value::of(&vec!["b", "a"])));
    assert_eq!(compared(&place, &one, &two).0, Some(0));
    assert_eq!(place.floke(&["diff", "a.floke.ron", "b.floke.ron"]).out, "The maps say the same.\n");
    assert_eq!(compared(&place, &map, &one).0, Some(1));
    let blank = set("label", Value::of(format!("{} ", node.label).as_str()));
    let json = compared(&place, &map, &blank).1;
    assert_eq!(json["nodes"]["changed"][0]["fields"]["label"][1], format!("{} ", node.label));
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron"]);
    assert!(ran.out.contains("(only blanks changed)"), "{ran:?}");
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron", "--lang", "nb"]);
    assert!(ran.out.contains("(bare mellomrom er endret)"), "{ran:?}");
}
