//! Laws of the verbs, on random maps: what a verb gives can be done, taken back, and stands in a file that opens.

#[path = "common/deeds.rs"]
mod deeds;
#[path = "common/maps.rs"]
mod maps;

use std::collections::BTreeSet;

use deeds::{VERBS, deed, given, one};
use floke::file::{open_text, write_map};
use floke::map::clip::paste;
use floke::map::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn cases() -> ProptestConfig {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: wanted.unwrap_or(256), ..maps::cases() }
}

/// The map as the file says it is.
fn reread(map: &Map) -> Map {
    let opened = open_text("x.floke.ron", write_map(map)).expect("opens");
    opened.document.to_map().expect("is a map")
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_deed_fits_is_taken_back_and_stands_in_a_file_that_opens(
        start in maps::maps(),
        moves in proptest::collection::vec((0..VERBS, given()), 12),
    ) {
        let mut map = start;
        for (which, given) in moves {
            let Some(deed) = deed(&map, which, &given) else { continue };
            prop_assert!(!deed.change.is_empty() && deed.count > 0, "{:?}", deed);
            let before = map.clone();
            map.apply(&deed.change)
                .map_err(|error| TestCaseError::fail(format!("{which} {given:?}: {error}")))?;
            prop_assert_ne!(&map, &before, "{} {:?}", which, given);
            let mut undone = map.clone();
            undone.apply(&deed.change.inverse())
                .map_err(|error| TestCaseError::fail(format!("{which} {given:?}: {error}")))?;
            prop_assert_eq!(&undone, &before, "{} {:?}", which, given);
            prop_assert_eq!(&reread(&map), &map, "{} {:?}", which, given);
        }
    }

    #[test]
    fn what_is_copied_reads_back_and_is_pasted_into_any_map(a in maps::maps(), b in maps::maps()) {
        let ids: Vec<NodeId> = a.nodes().map(|(id, _)| id.clone()).collect();
        let clip = Clip::of(&a, &ids);
        let back = Clip::from_text(&clip.to_text());
        prop_assert_eq!(back.as_ref(), Ok(&clip));
        let Some((new, deed)) = paste(&b, &clip) else {
            prop_assert!(clip.is_empty());
            return Ok(());
        };
        let mut map = b.clone();
        map.apply(&deed.change).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(map.node_count(), b.node_count() + new.len());
        // Of two that stand for one, as when two work together and both say so, one is pasted.
        prop_assert!(map.link_count() <= b.link_count() + clip.links.len());
        prop_assert_eq!(&reread(&map), &map);
        // Nothing that was pasted leads nowhere.
        for node in new.iter().filter_map(|id| map.node(id)) {
            prop_assert!(node.sources.keys().all(|id| map.sources().contains_key(id)));
            let named = [&node.owner, &node.payer, &node.gainer];
            prop_assert!(named.into_iter().flatten().all(|id| map.find_node(id).is_some()));
        }
    }

    #[test]
    fn a_merged_card_leaves_no_trace_but_its_former_id(map in maps::maps(), a in 0..9_usize, b in 0..9_usize) {
        let ids: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).collect();
        let (Some(keep), Some(gone)) = (one(&ids, a), one(&ids, b)) else { return Ok(()) };
        let Some(deed) = verb::merge_nodes(&map, &keep, &gone) else { return Ok(()) };
        let mut merged = map.clone();
        merged.apply(&deed.change).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(merged.find_node(&gone).is_some());
        for (_, node) in merged.nodes() {
            prop_assert!([&node.owner, &node.payer, &node.gainer].into_iter().flatten().all(|id| *id != gone));
        }
        let steps = merged.journeys();
        let shown = steps.iter().flat_map(|(_, journey)| &journey.steps).flat_map(|step| step.show.nodes());
        prop_assert!(shown.into_iter().all(|id| *id != gone));
        let told = merged.loops().values().flat_map(NamedLoop::links);
        prop_assert!(told.into_iter().all(|link| link.from != gone && link.to != gone));
    }
}

/// The law says nothing of a verb that is never possible.
#[test]
fn every_verb_is_tried() {
    let mut runner = TestRunner::deterministic();
    let mut done = BTreeSet::new();
    for _ in 0..500 {
        let map = maps::maps().new_tree(&mut runner).expect("a map").current();
        for which in 0..VERBS {
            let given = given().new_tree(&mut runner).expect("given").current();
            if deed(&map, which, &given).is_some() {
                done.insert(which);
            }
        }
    }
    let never: Vec<_> = (0..VERBS).filter(|which| !done.contains(which)).collect();
    assert_eq!(never, [] as [usize; 0]);
}
