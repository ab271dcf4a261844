//! A small map, and what two sides make of it, told in pieces of its text.

#![allow(dead_code, reason = "each test takes what it needs")]

use floke::file::open_text;
use floke::map::*;

/// Users, practitioners and leaders; four cards, a source, a told loop and a journey.
pub const BASE: &str = r#"(floke: 1, title: "Base",
  levels: [(id: "users", name: "Users"), (id: "staff", name: "Staff"), (id: "lead", name: "Leaders")],
  areas: [(id: "1", name: "One"), (id: "2", name: "Two")],
  sources: {"survey": (title: "Survey", kind: Survey), "panel": (title: "Panel", kind: Panel)},
  nodes: {
    "burden": (label: "Burden", kind: Cause, level: "users", area: "1", votes: 3, pin: 4, tags: ["old"], note: ["One.", "Two.", "Three."],
      sources: {"survey": (figure: "22 hours", page: "1")}, causes: {"told": (sign: Minus)}),
    "told": (label: "Told upward", kind: Cause, level: "staff", area: "2", causes: {"steering": (sign: Plus)}),
    "steering": (label: "Steering", kind: Cause, level: "lead", causes: {"burden": (sign: Plus)}),
    "idle": (label: "Idle", kind: Cause),
  },
  loops: {"r": (title: "Never hears", through: [("burden", Causes), ("told", Causes), ("steering", Causes)])},
  journeys: {"walk": (title: "Walk", place: 3, steps: [(show: Node("burden")), (show: Node("told")), (show: Loop("r"))])},
)"#;

pub fn map(text: &str) -> Map {
    open_text("x.floke.ron", text.to_owned()).expect("opens").document.to_map().expect("is a map")
}

/// The base with a piece of its text replaced, once each.
pub fn with(changes: &[(&str, &str)]) -> Map {
    let mut text = BASE.to_owned();
    for (old, new) in changes {
        assert_eq!(text.matches(old).count(), 1, "{old} stands once");
        text = text.replace(old, new);
    }
    map(&text)
}

pub fn merged(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> Merged {
    merge(&map(BASE), &with(ours), &with(theirs))
}

/// A conflict in short: `node a label`, `node a DeleteUse Ours`.
pub fn named(merged: &Merged) -> Vec<String> {
    let short = |one: &Conflict| {
        let words = [
            one.at.as_str(),
            one.field.as_str(),
            one.what.map_or("", Clash::as_str),
            one.deleted_by.map_or("", Side::as_str),
        ];
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    merged.conflicts.iter().map(short).collect()
}

pub fn clean(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> Map {
    let merged = merged(ours, theirs);
    assert_eq!(named(&merged), [] as [&str; 0]);
    merged.map
}

pub fn node<'a>(map: &'a Map, id: &str) -> &'a Node {
    map.node(&id.into()).unwrap_or_else(|| panic!("{id} is there"))
}

/// The base with the card under another id, and what names it.
pub const RENAMED: &[(&str, &str)] = &[(
    "\"idle\": (label: \"Idle\", kind: Cause)",
    "\"rest\": (label: \"Idle\", kind: Cause, was: [\"idle\"])",
)];
pub const WITHOUT_IDLE: &[(&str, &str)] = &[("    \"idle\": (label: \"Idle\", kind: Cause),\n", "")];
