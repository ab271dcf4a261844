//! Laws of the file and of change, on random maps: what is written reads back, what is done can be undone.

#[path = "common/maps.rs"]
mod maps;

use std::collections::BTreeSet;

use floke::file::{Document, Entry, read, write, write_map};
use floke::map::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::ser::{Serialize, SerializeStruct, Serializer};

proptest! {
    #![proptest_config(maps::cases())]

    #[test]
    fn what_is_written_reads_back_and_is_written_the_same(document in maps::documents()) {
        let text = write(&document);
        let back = read(&text);
        prop_assert_eq!(back.as_ref(), Ok(&document), "{}", text);
        prop_assert_eq!(write(&document), text);
    }

    #[test]
    fn a_map_and_its_document_say_the_same(map in maps::maps()) {
        prop_assert_eq!(Document::of(&map).to_map(), Ok(map));
    }

    #[test]
    fn ron_itself_reads_the_same_from_its_own_layout(mut document in maps::documents()) {
        // The values in conflicts stand as they are in the file, which only floke's own writer knows.
        document.frame.conflicts.clear();
        let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor(" ");
        let text = ron::ser::to_string_pretty(&Whole(&document), pretty).expect("written");
        prop_assert_eq!(read(&text), Ok(document), "{}", text);
    }

    #[test]
    fn the_order_of_making_leaves_no_trace(map in maps::maps()) {
        let mut other = Map::default().with_frame(map.frame());
        for (id, node) in map.nodes().rev() {
            other.insert_node(id.clone(), node.clone()).expect("new");
        }
        for (id, link) in map.links().rev() {
            other.insert_link(id.clone(), link.clone()).expect("new");
        }
        prop_assert_eq!(write_map(&other), write_map(&map));
    }

    #[test]
    fn a_difference_makes_the_one_into_the_other_and_back(a in maps::maps(), b in maps::maps()) {
        let change = diff(&a, &b);
        let mut map = a.clone();
        map.apply(&change).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&map, &b);
        prop_assert_eq!(write_map(&map), write_map(&b));
        map.apply(&change.inverse()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&map, &a);
        prop_assert!(diff(&a, &a).is_empty());
    }

    #[test]
    fn two_hundred_changes_undone_give_the_first_bytes(
        start in maps::maps(),
        moves in proptest::collection::vec((0_u8..9, any::<u16>(), any::<u16>(), maps::text()), 200),
    ) {
        let first = write_map(&start);
        let (mut map, mut history, mut done) = (start, History::default(), 0);
        for (which, a, b, text) in moves {
            if let Some(deed) = deed(&map, which, usize::from(a), usize::from(b), &text) {
                prop_assert!(!deed.change.is_empty());
                history.commit(&mut map, deed).map_err(|error| TestCaseError::fail(error.to_string()))?;
                done += 1;
            }
        }
        let last = write_map(&map);
        prop_assert!(done > 20, "only {} of 200 were possible", done);
        for _ in 0..done {
            prop_assert!(matches!(history.undo(&mut map), Ok(Some(_))));
        }
        prop_assert_eq!(write_map(&map), first);
        for _ in 0..done {
            prop_assert!(matches!(history.redo(&mut map), Ok(Some(_))));
        }
        prop_assert_eq!(write_map(&map), last);
    }
}

/// One of the things people do, with what it is done to chosen by number.
fn deed(map: &Map, which: u8, a: usize, b: usize, text: &str) -> Option<verb::Deed> {
    let nodes: Vec<&NodeId> = map.nodes().map(|(id, _)| id).collect();
    let node = |at: usize| nodes.get(at % nodes.len().max(1)).copied();
    let link = |at: usize| map.links().nth(at % map.link_count().max(1)).map(|(id, _)| id);
    let kind = LinkKind::ALL[b % LinkKind::ALL.len()];
    match which {
        0 | 1 => Some(verb::add_node(map, &Node::new(Kind::ALL[a % Kind::ALL.len()], text)).1),
        2 => verb::connect(
            map,
            &LinkId { from: node(a)?.clone(), to: node(b)?.clone(), kind },
            &Link::default(),
        ),
        3 => verb::rename(map, node(a)?, text),
        4 => verb::flip(map, link(a)?),
        5 => {
            let level = map.levels().get(a % 6).map(|level| level.id.clone());
            verb::move_node(map, node(b)?, level.as_ref(), map.areas().get(b % 6).map(|area| &area.id))
        }
        6 if b % 4 == 0 => verb::remove_node(map, node(a)?),
        6 => verb::set_node_field(map, node(a)?, "note", &vec![text]),
        7 => verb::set_link_field(map, link(a)?, "delay", &(b % 2 == 0)),
        _ => verb::disconnect(map, link(a)?),
    }
}

/// Every field of the model is filled somewhere in what the laws are tried on.
#[test]
fn no_field_is_left_out() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        let document = maps::documents().new_tree(&mut runner).expect("a document").current();
        let frame = &document.frame;
        filled(&mut seen, &frame.head);
        frame.levels.iter().for_each(|level| filled(&mut seen, level));
        frame.phases.iter().for_each(|phase| filled(&mut seen, phase));
        frame.effect_goals.iter().for_each(|goal| filled(&mut seen, goal));
        frame.areas.iter().for_each(|area| filled(&mut seen, area));
        frame.sources.values().for_each(|source| filled(&mut seen, source));
        frame.loops.values().for_each(|told| filled(&mut seen, told));
        frame.journeys.values().for_each(|journey| filled(&mut seen, journey));
        frame.journeys.values().flat_map(|journey| &journey.steps).for_each(|step| filled(&mut seen, step));
        frame.set_aside.values().for_each(|aside| filled(&mut seen, aside));
        frame.conflicts.iter().for_each(|conflict| filled(&mut seen, conflict));
        for entry in document.nodes.values() {
            filled(&mut seen, &entry.node);
            filled(&mut seen, &entry.node.perspectives);
            entry.node.perspectives.resident.iter().for_each(|answer| filled(&mut seen, answer));
            entry.node.measurements.iter().for_each(|measurement| filled(&mut seen, measurement));
            entry.node.sources.values().for_each(|citation| filled(&mut seen, citation));
            entry.links.values().for_each(|link| filled(&mut seen, link));
        }
    }
    fn all<R: Record>() -> impl Iterator<Item = (&'static str, &'static str)> {
        R::FIELDS.iter().map(|field| (R::NAME, *field))
    }
    let mut wanted: BTreeSet<_> = all::<Head>().chain(all::<Level>()).chain(all::<Phase>()).collect();
    wanted.extend(all::<EffectGoal>().chain(all::<Area>()).chain(all::<Source>()).chain(all::<NamedLoop>()));
    wanted.extend(all::<Journey>().chain(all::<Step>()).chain(all::<SetAside>()).chain(all::<Conflict>()));
    wanted.extend(
        all::<Node>().chain(all::<Perspectives>()).chain(all::<Answer>()).chain(all::<Measurement>()),
    );
    wanted.extend(all::<Citation>().chain(all::<Link>()));
    assert_eq!(wanted.difference(&seen).collect::<Vec<_>>(), [] as [&(&str, &str); 0]);
}

fn filled<R: Record>(seen: &mut BTreeSet<(&'static str, &'static str)>, record: &R) {
    seen.extend(R::FIELDS.iter().filter(|field| record.get(field).is_some()).map(|field| (R::NAME, *field)));
}

/// A document as ron's own writer sees it.
struct Whole<'a>(&'a Document);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let frame = &self.0.frame;
        let mut out = serializer.serialize_struct("Whole", 0)?;
        out.serialize_field("floke", &1)?;
        frame.head.write_fields(&mut out)?;
        out.serialize_field("levels", &frame.levels)?;
        out.serialize_field("phases", &frame.phases)?;
        out.serialize_field("effect_goals", &frame.effect_goals)?;
        out.serialize_field("areas", &frame.areas)?;
        out.serialize_field("sources", &frame.sources)?;
        let nodes: std::collections::BTreeMap<_, _> =
            self.0.nodes.iter().map(|(id, entry)| (id, WholeEntry(entry))).collect();
        out.serialize_field("nodes", &nodes)?;
        out.serialize_field("loops", &frame.loops)?;
        out.serialize_field("journeys", &frame.journeys)?;
        out.serialize_field("set_aside", &frame.set_aside)?;
        out.end()
    }
}

struct WholeEntry<'a>(&'a Entry);

impl Serialize for WholeEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Whole", 0)?;
        self.0.node.write_fields(&mut out)?;
        for &kind in LinkKind::ALL {
            let of_kind: std::collections::BTreeMap<_, _> = self
                .0
                .links
                .iter()
                .filter(|((k, _), _)| *k == kind)
                .map(|((_, to), link)| (to, link))
                .collect();
            if !of_kind.is_empty() {
                out.serialize_field(kind.field(), &of_kind)?;
            }
        }
        out.end()
    }
}
