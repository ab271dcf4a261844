//! Equal content gives equal answers, however it came about: a map put together in another order, or made out of
//! another map, is written, shown, exported, drawn and analysed to the same bytes.

#[path = "common/maps.rs"]
mod maps;

use std::fmt::Write as _;
use std::ops::ControlFlow;

use floke::analysis::budget::Budget;
use floke::analysis::levels::Levels;
use floke::analysis::named::{Titles, Told};
use floke::analysis::tree::{Direction, tree};
use floke::analysis::{ChainQuery, LoopQuery, find_chains, find_loops};
use floke::cli::{Shell, show_text};
use floke::exchange::{Share, csv, json};
use floke::file::{check, open_text, write_map};
use floke::map::{Change, Edit, Item, LinkKind, Map, Scope, Snapshot, diff};
use floke::text::Lang;
use floke::tui::screen::{PlayOptions, play};
use floke::tui::{Sheet, Start};
use proptest::prelude::*;

/// What the commands answer about a map, one after the other.
fn answers(map: &Map) -> String {
    let mut out = write_map(map);
    for lang in Lang::ALL {
        out += &show_text(map, &Shell { lang, width: Some(80), ..Shell::default() });
    }
    for share in [Share::default(), Share { register: true, quotes: false, notes: false }] {
        let shared = share.of(map);
        out += &json::document(&shared).to_string();
        // What the program makes of tables must not depend on anything but the tables either.
        let tables = csv::write(&shared);
        let texts = [&tables.nodes, &tables.links, &tables.lists];
        let files = texts.map(|text| csv::Source { name: "x.csv", bytes: text.as_bytes() });
        let _ = write!(
            out,
            "{tables:?}{:?}",
            csv::read(&files, "x").map(|(map, report)| (write_map(&map), report))
        );
    }
    for scope in [Scope::default(), Scope { kinds: LinkKind::ALL.to_vec(), refuted: true, missing: true }] {
        let snapshot = Snapshot::of(map, &scope);
        let titles = Titles::of(map);
        let query = LoopQuery { max_length: 4, ..LoopQuery::default() };
        let found = find_loops(&snapshot, &query, &mut Budget::unlimited(), &mut |found| {
            let _ = write!(out, "{found:?} {:?} {:?}", found.sign(&snapshot), titles.get(&found, &snapshot));
            ControlFlow::Continue(())
        });
        let _ = write!(out, "{found:?}");
        if let (Some(first), Some(last)) = (snapshot.spots().next(), snapshot.spots().next_back()) {
            find_chains(&snapshot, &ChainQuery::new(first, last), &mut Budget::unlimited(), &mut |chain| {
                let _ = write!(out, "{chain:?}");
                ControlFlow::Continue(())
            });
            for direction in [Direction::Causes, Direction::Effects] {
                let _ = write!(out, "{:?}", tree(&snapshot, first, direction, 3));
            }
        }
    }
    let _ = write!(out, "{:?}", Levels::of(map));
    for told in map.loops().values() {
        let _ = write!(out, "{:?}", Told::of(map, told));
    }
    let opened = open_text("x.ron", write_map(map)).map(|opened| check(&opened));
    let _ = write!(out, "{:?}", opened.map_err(|error| error.to_string()));
    out
}

/// The screens of a map, with some walking about.
fn screens(map: &Map) -> String {
    let mut out = String::new();
    for (keys, lang) in
        [("", Lang::En), ("j<tab><enter>", Lang::Nb), ("4j<enter>", Lang::En), ("5", Lang::Nb)]
    {
        let sheet = Sheet { unsaved: false, ..Sheet::unsaved(map.clone()) };
        let options = PlayOptions { keys: keys.to_owned(), size: (70, 20), lang, ..PlayOptions::default() };
        let played = play(Start::Map(Box::new(sheet)), &options).expect("these are keys");
        out += &played.ansi;
    }
    out
}

/// The same content, its nodes and links put in in the order that `turn` gives.
fn in_another_order(map: &Map, turn: usize) -> Map {
    let whole = diff(&Map::default(), map);
    let (mut nodes, mut links, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for edit in whole.edits {
        match edit.item {
            Item::Node(_) => nodes.push(edit),
            Item::Link(_) => links.push(edit),
            _ if links.is_empty() => before.push(edit),
            _ => after.push(edit),
        }
    }
    let turned = |list: &mut Vec<Edit>| {
        list.reverse();
        let by = turn % list.len().max(1);
        list.rotate_left(by);
    };
    turned(&mut nodes);
    turned(&mut links);
    let mut made = Map::default();
    // Taken out and put in again, so that the places in the graph are others too.
    let detour: Vec<Edit> = nodes.iter().take(3).cloned().collect();
    let detour = Change { edits: detour };
    // The levels and areas come first: a node cannot stand where there is none.
    let (places, rest) = (Change { edits: before }, Change { edits: [nodes, links, after].concat() });
    for change in [&places, &detour, &detour.inverse(), &rest] {
        made.apply(change).expect("each edit finds what it needs");
    }
    made
}

proptest! {
    #![proptest_config(maps::cases())]

    #[test]
    fn answers_do_not_depend_on_how_a_map_came_about(map in maps::maps(), other in maps::maps(), turn in any::<usize>()) {
        let mut from_other = other.clone();
        from_other.apply(&diff(&other, &map)).expect("a change from the one to the other");
        let expected = answers(&map);
        prop_assert_eq!(&answers(&from_other), &expected);
        prop_assert_eq!(&answers(&in_another_order(&map, turn)), &expected);
    }
}

proptest! {
    // A screen takes as long as a hundred of the other answers.
    #![proptest_config(ProptestConfig { cases: maps::cases().cases / 10, ..maps::cases() })]

    #[test]
    fn screens_do_not_depend_on_how_a_map_came_about(map in maps::maps(), other in maps::maps(), turn in any::<usize>()) {
        let mut from_other = other.clone();
        from_other.apply(&diff(&other, &map)).expect("a change from the one to the other");
        let expected = screens(&map);
        prop_assert_eq!(&screens(&from_other), &expected);
        prop_assert_eq!(&screens(&in_another_order(&map, turn)), &expected);
    }
}
