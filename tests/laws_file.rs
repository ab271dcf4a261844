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
        0 | 1 => verb::add_node(map, &Node::new(Kind::ALL[a % Kind::ALL.len()], text)).map(|(_, deed)| deed),
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
        6 if b.is_multiple_of(4) => verb::remove_node(map, node(a)?),
        6 => verb::set_node_field(map, node(a)?, "note", &vec![text]),
        7 => verb::set_link_field(map, link(a)?, "delay", &b.is_multiple_of(2)),
        _ => verb::disconnect(map, link(a)?),
    }
}

const VERSION_1: &str = include_str!("fixtures/version-1.floke.ron");

#[test]
fn the_file_of_version_1_opens_for_ever_and_is_written_as_it_was() {
    let document = read(VERSION_1).expect("opens");
    assert_eq!(write(&document), VERSION_1);
    assert!(document.to_map().is_ok());
    let mut seen = BTreeSet::new();
    all_filled(&mut seen, &document);
    // Two of four perspectives show how they stand, and a node's extra columns how a link's do.
    let alike = [("row of perspectives", "system"), ("row of perspectives", "benefit"), ("link", "extra")];
    let left_out: Vec<_> =
        all_fields().difference(&seen).copied().filter(|field| !alike.contains(field)).collect();
    assert_eq!(left_out, [] as [(&str, &str); 0], "every field stands in it");
}

#[test]
fn the_bundled_maps_are_without_fault_and_in_canonical_form() {
    for map in floke::file::bundled() {
        let opened = floke::file::open_text(map.name, map.text.to_owned()).expect("opens");
        assert_eq!(floke::file::check(&opened), [], "{}", map.name);
        assert_eq!(write(&opened.document), map.text, "{}", map.name);
    }
}

/// Every field of the model is filled somewhere in what the laws are tried on.
#[test]
fn no_field_is_left_out() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..400 {
        all_filled(&mut seen, &maps::documents().new_tree(&mut runner).expect("a document").current());
    }
    assert_eq!(all_fields().difference(&seen).collect::<Vec<_>>(), [] as [&(&str, &str); 0]);
}

type Fields = BTreeSet<(&'static str, &'static str)>;

/// The fields of a document that do not hold their default.
fn all_filled(seen: &mut Fields, document: &Document) {
    let frame = &document.frame;
    filled(seen, &frame.head);
    frame.levels.iter().for_each(|level| filled(seen, level));
    frame.phases.iter().for_each(|phase| filled(seen, phase));
    frame.effect_goals.iter().for_each(|goal| filled(seen, goal));
    frame.areas.iter().for_each(|area| filled(seen, area));
    frame.sources.values().for_each(|source| filled(seen, source));
    frame.loops.values().for_each(|told| filled(seen, told));
    frame.journeys.values().for_each(|journey| filled(seen, journey));
    frame.journeys.values().flat_map(|journey| &journey.steps).for_each(|step| filled(seen, step));
    frame.set_aside.values().for_each(|aside| filled(seen, aside));
    frame.conflicts.iter().for_each(|conflict| filled(seen, conflict));
    for entry in document.nodes.values() {
        filled(seen, &entry.node);
        filled(seen, &entry.node.perspectives);
        entry.node.perspectives.resident.iter().for_each(|answer| filled(seen, answer));
        entry.node.measurements.iter().for_each(|measurement| filled(seen, measurement));
        entry.node.sources.values().for_each(|citation| filled(seen, citation));
        entry.links.values().for_each(|link| filled(seen, link));
    }
}

/// Every field there is.
fn all_fields() -> Fields {
    fn of<R: Record>() -> impl Iterator<Item = (&'static str, &'static str)> {
        R::FIELDS.iter().map(|field| (R::NAME, *field))
    }
    let mut all: Fields = of::<Head>().chain(of::<Level>()).chain(of::<Phase>()).collect();
    all.extend(of::<EffectGoal>().chain(of::<Area>()).chain(of::<Source>()).chain(of::<NamedLoop>()));
    all.extend(of::<Journey>().chain(of::<Step>()).chain(of::<SetAside>()).chain(of::<Conflict>()));
    all.extend(of::<Node>().chain(of::<Perspectives>()).chain(of::<Answer>()).chain(of::<Measurement>()));
    all.extend(of::<Citation>().chain(of::<Link>()));
    all
}

fn filled<R: Record>(seen: &mut Fields, record: &R) {
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
