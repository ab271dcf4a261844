//! Laws of the verbs, on random maps: what a verb gives can be done, taken back, and stands in a file that opens.

#[path = "common/maps.rs"]
mod maps;

use std::collections::BTreeSet;

use floke::file::{open_text, write_map};
use floke::map::clip::paste;
use floke::map::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// What a verb is given, in numbers that choose among what there is and one past it.
#[derive(Clone, Debug)]
struct Given {
    a: usize,
    b: usize,
    c: usize,
    text: String,
}

fn given() -> impl Strategy<Value = Given> {
    (0..200_usize, 0..200_usize, 0..200_usize, maps::text()).prop_map(|(a, b, c, text)| Given {
        a,
        b,
        c,
        text,
    })
}

/// A choice by number: one of them, or now and then none.
fn one<T: Clone>(all: &[T], at: usize) -> Option<T> {
    all.get(at % (all.len() + 1)).cloned()
}

impl Given {
    fn nodes(&self, map: &Map) -> Vec<NodeId> {
        map.nodes().map(|(id, _)| id.clone()).collect()
    }

    fn node(&self, map: &Map, at: usize) -> NodeId {
        one(&self.nodes(map), at).unwrap_or_else(|| "nobody".into())
    }

    fn some_nodes(&self, map: &Map) -> Vec<NodeId> {
        (0..self.c % 4).map(|more| self.node(map, self.a + more * (1 + self.b % 3))).collect()
    }

    fn link(&self, map: &Map) -> LinkId {
        let all: Vec<_> = map.links().map(|(id, _)| id.clone()).collect();
        one(&all, self.a).unwrap_or_else(|| LinkId::new("nobody", self.kind(), "nowhere"))
    }

    fn kind(&self) -> LinkKind {
        LinkKind::ALL[self.c % LinkKind::ALL.len()]
    }

    fn level(&self, map: &Map, at: usize) -> Option<LevelId> {
        one(&map.levels().iter().map(|level| level.id.clone()).collect::<Vec<_>>(), at)
    }

    fn area(&self, map: &Map, at: usize) -> Option<AreaId> {
        one(&map.areas().iter().map(|area| area.id.clone()).collect::<Vec<_>>(), at)
    }

    fn source(&self, map: &Map, at: usize) -> SourceId {
        one(&map.sources().keys().cloned().collect::<Vec<_>>(), at).unwrap_or_else(|| "none".into())
    }

    fn journey(&self, map: &Map) -> JourneyId {
        let all: Vec<_> = map.journeys().iter().map(|(id, _)| (*id).clone()).collect();
        one(&all, self.a).unwrap_or_else(|| "none".into())
    }

    /// Any item of any kind, those included that are not there.
    fn item(&self, map: &Map) -> Item {
        let mut all = vec![Item::Map, Item::Node("nobody".into())];
        all.extend(map.levels().iter().map(|level| Item::Level(level.id.clone())));
        all.extend(map.phases().iter().map(|phase| Item::Phase(phase.id.clone())));
        all.extend(map.goals().iter().map(|goal| Item::Goal(goal.id.clone())));
        all.extend(map.areas().iter().map(|area| Item::Area(area.id.clone())));
        all.extend(map.sources().keys().map(|id| Item::Source(id.clone())));
        all.extend(map.nodes().map(|(id, _)| Item::Node(id.clone())));
        all.extend(map.links().map(|(id, _)| Item::Link(id.clone())));
        all.extend(map.loops().keys().map(|id| Item::Loop(id.clone())));
        all.extend(map.journeys().iter().map(|(id, _)| Item::Journey((*id).clone())));
        all.extend(map.set_aside().keys().map(|key| Item::SetAside(key.clone())));
        all[self.a % all.len()].clone()
    }

    fn fields(item: &Item) -> &'static [&'static str] {
        match item {
            Item::Map => Head::FIELDS,
            Item::Level(_) => Level::FIELDS,
            Item::Phase(_) => Phase::FIELDS,
            Item::Goal(_) => EffectGoal::FIELDS,
            Item::Area(_) => Area::FIELDS,
            Item::Source(_) => Source::FIELDS,
            Item::Node(_) => Node::FIELDS,
            Item::Link(_) => Link::FIELDS,
            Item::Loop(_) => NamedLoop::FIELDS,
            Item::Journey(_) => Journey::FIELDS,
            Item::SetAside(_) => SetAside::FIELDS,
        }
    }

    /// A value such as a person may type, for whatever field; most do not fit.
    fn value(&self, map: &Map) -> Option<Value> {
        let text = Value::of(&self.text);
        Some(match self.c % 16 {
            0 => return None,
            1 => Value::tidy("None"),
            2..5 => text,
            5 => Value::of(&vec![self.text.clone(), String::new()]),
            6 => Value::tidy("[ ]"),
            7 => Value::tidy(&self.b.to_string()),
            8 => Value::tidy("true"),
            9 => Value::of(&self.node(map, self.b)),
            10 => Value::of(&self.level(map, self.b)),
            11 => Value::of(&self.area(map, self.b)),
            12 => Value::of(&Sign::ALL[self.b % 3]),
            13 => Value::of(&Certainty::ALL[self.b % 4]),
            14 => Value::tidy("( , )"),
            _ => Value::tidy("{\"source-1\" : () , }"),
        })
    }
}

const VERBS: usize = 37;

/// One of all verbs, with what it is given.
fn deed(map: &Map, which: usize, g: &Given) -> Option<Deed> {
    let (a, b) = (g.node(map, g.a), g.node(map, g.b));
    let link = g.link(map);
    let up = g.c.is_multiple_of(2);
    match which {
        0 => verb::add_node(map, &Node::new(Kind::ALL[g.a % Kind::ALL.len()], &g.text)).map(|(_, deed)| deed),
        1 | 2 => {
            let item = g.item(map);
            let fields = Given::fields(&item);
            verb::set_field(map, &item, fields[g.b % fields.len()], g.value(map)).ok()?
        }
        3 => {
            let items: Vec<Item> = g.some_nodes(map).into_iter().map(Item::Node).collect();
            verb::set_fields(map, &items, Node::FIELDS[g.a % Node::FIELDS.len()], g.value(map)).ok()?
        }
        4 => verb::remove_nodes(map, &g.some_nodes(map)),
        5 => verb::remove(map, &g.item(map)),
        6 => verb::duplicate(map, &g.some_nodes(map)).map(|(_, deed)| deed),
        7 | 8 => verb::merge_nodes(map, &a, &b),
        9 => verb::reverse(map, &link),
        10 => verb::set_link_kind(map, &link, g.kind()),
        11 => verb::toggle_delay(map, &link),
        12 => verb::toggle_missing(map, &link),
        13 => verb::set_sign(map, &link, Sign::ALL[g.b % 3]),
        14 => verb::flip(map, &link),
        15 => {
            let level = up.then(|| g.level(map, g.a));
            verb::move_nodes(
                map,
                &g.some_nodes(map),
                level,
                (!g.b.is_multiple_of(3)).then(|| g.area(map, g.b)),
            )
        }
        16 => verb::pin(map, &a, one(&[0, 1, 2], g.b)),
        17 => verb::toggle_mark(map, &g.some_nodes(map), Mark::ALL[g.b % Mark::ALL.len()]),
        18 => verb::vote(map, &a, u32::try_from(g.b).expect("small")),
        19 => verb::add_level(map, &g.text).map(|(_, deed)| deed),
        20 => verb::add_area(map, one(&["1", "1A", "a b", ""], g.a), &g.text).map(|(_, deed)| deed),
        21 => verb::add_phase(map, &g.text).map(|(_, deed)| deed),
        22 => verb::add_goal(map, &g.text).map(|(_, deed)| deed),
        23 => {
            let level = g.level(map, g.a).map(Item::Level);
            let area = g.area(map, g.a).map(Item::Area);
            verb::add_part(map, &if up { level? } else { area? }, &g.text).map(|(_, deed)| deed)
        }
        24 | 25 => verb::shift(map, &g.item(map), up),
        26 => verb::remove_level(map, &g.level(map, g.a)?, g.level(map, g.b).as_ref()),
        27 => verb::remove_area(map, &g.area(map, g.a)?, g.area(map, g.b).as_ref()),
        28 => verb::area_of(map, &g.text, &g.some_nodes(map)).map(|(_, deed)| deed),
        29 => verb::add_source(map, &g.text).map(|(_, deed)| deed),
        30 => {
            let item = if up { Item::Node(a) } else { Item::Link(link) };
            let citation = Citation { quote: g.text.clone(), ..Citation::default() };
            verb::cite(map, &item, &g.source(map, g.b), citation)
        }
        31 => {
            let item = if up { Item::Node(a) } else { Item::Link(link) };
            verb::uncite(map, &item, &g.source(map, g.b))
        }
        32 => verb::tell_loop(map, &g.text, &g.some_nodes(map)).map(|(_, deed, _)| deed),
        33 => verb::name_loop(map, &g.text, &[link]).map(|(_, deed)| deed),
        34 => verb::journey_of_chain(map, &g.text, &[link]).map(|(_, deed)| deed),
        35 => {
            let (id, at) = (g.journey(map), g.b % 4);
            match g.c % 5 {
                0 => verb::add_step(map, &id, at, Step { show: Show::Node(a), remark: Vec::new() }),
                1 => verb::remove_step(map, &id, at),
                2 => verb::set_remark(map, &id, at, vec![g.text.clone()]),
                3 => verb::set_show(map, &id, at, Show::Event(a)),
                _ => verb::shift_step(map, &id, at, g.a.is_multiple_of(2)),
            }
        }
        _ => paste(map, &Clip::of(map, &g.some_nodes(map))).map(|(_, deed)| deed),
    }
}

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
