//! Places come and change their order, parts with their whole.

use super::super::tests::{after, two};
use super::*;
use crate::map::told::Journey;

fn ids(map: &Map) -> Vec<&str> {
    map.levels().iter().map(|level| level.id.as_str()).collect()
}

/// Levels `a` (parts `a1`, `a2`), `b`, `c` (part `c1`).
fn levels() -> Map {
    let mut map = two();
    for name in ["A", "B", "C"] {
        map = after(&map, &add_level(&map, name).expect("new").1);
    }
    for (whole, name) in [("a", "a1"), ("c", "c1"), ("a", "a2")] {
        map = after(&map, &add_part(&map, &Item::Level(whole.into()), name).expect("new").1);
    }
    map
}

#[test]
fn places_come_last_and_parts_beside_their_whole() {
    let map = levels();
    assert_eq!(ids(&map), ["a", "a1", "a2", "b", "c", "c1"]);
    assert_eq!(add_level(&map, "  "), None);
    let (id, deed) = add_level(&map, "中").expect("new");
    assert_eq!((id.as_str(), deed.what.as_str()), ("level", "中"));
    assert_eq!(add_level(&map, " a ").expect("new").0.as_str(), "a-2");
}

#[test]
fn a_shifted_level_takes_its_parts_along() {
    let map = levels();
    let shifted = |id: &str, up| shift(&map, &Item::Level(id.into()), up).map(|deed| after(&map, &deed));
    assert_eq!(ids(&shifted("a", true).expect("not the top")), ["b", "a", "a1", "a2", "c", "c1"]);
    assert_eq!(ids(&shifted("c", false).expect("not the bottom")), ["a", "a1", "a2", "c", "c1", "b"]);
    assert_eq!(ids(&shifted("b", true).expect("not the top")), ["a", "a1", "a2", "c", "c1", "b"]);
    assert_eq!(ids(&shifted("a1", true).expect("another part")), ["a", "a2", "a1", "b", "c", "c1"]);
    for (id, up) in [("a", false), ("c", true), ("a2", true), ("c1", false), ("gone", true)] {
        assert_eq!(shifted(id, up), None, "{id}");
    }
}

#[test]
fn an_area_gets_its_code_or_the_next_number() {
    let mut map = two();
    let mut codes = Vec::new();
    for code in [Some("2"), None, Some("2"), Some("x y"), Some("K")] {
        let (id, deed) = add_area(&map, code, "Area").expect("new");
        map = after(&map, &deed);
        codes.push(id.to_string());
    }
    assert_eq!(codes, ["2", "3", "4", "5", "K"]);
    for _ in 0..2 {
        map = after(&map, &add_part(&map, &Item::Area("2".into()), "Part").expect("new").1);
    }
    let order: Vec<&str> = map.areas().iter().map(|area| area.id.as_str()).collect();
    assert_eq!(order, ["2", "2A", "2B", "3", "4", "5", "K"]);
    let deed = shift(&map, &Item::Area("3".into()), true).expect("not the first");
    assert_eq!(after(&map, &deed).areas()[0].id.as_str(), "3");
}

#[test]
fn an_area_is_made_of_cards() {
    let map = two();
    let (id, deed) = area_of(&map, "Trust", &["trust".into(), "gone".into()]).expect("one is there");
    let map = after(&map, &deed);
    assert_eq!(map.node(&"trust".into()).expect("there").area, Some(id));
    assert_eq!(area_of(&map, "Trust", &["gone".into()]), None);
}

#[test]
fn phases_goals_and_journeys_have_an_order_too() {
    let mut map = two();
    for name in ["One", "Two"] {
        map = after(&map, &add_phase(&map, name).expect("new").1);
        map = after(&map, &add_goal(&map, name).expect("new").1);
        map.journeys.insert(name.to_lowercase().as_str().into(), Journey::default());
    }
    let order = |map: &Map| {
        let phases = map.phases().iter().map(|phase| phase.id.to_string());
        let goals = map.goals().iter().map(|goal| goal.id.to_string());
        phases.chain(goals).chain(map.journeys().iter().map(|(id, _)| id.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(order(&map), ["one", "two", "one", "two", "one", "two"]);
    for item in [Item::Phase("two".into()), Item::Goal("two".into()), Item::Journey("two".into())] {
        assert_eq!(shift(&map, &item, false), None);
        map = after(&map, &shift(&map, &item, true).expect("not the first"));
    }
    assert_eq!(order(&map), ["two", "one", "two", "one", "two", "one"]);
}

#[test]
fn there_are_no_more_places_than_a_file_may_hold() {
    let mut map = two();
    let level = |n: usize| Level { id: format!("l{n}").as_str().into(), name: "L".to_owned(), part_of: None };
    map.levels = (0..199).map(level).collect();
    map = after(&map, &add_level(&map, "last").expect("room for one").1);
    assert_eq!(add_level(&map, "too many"), None);
}
