//! One of all verbs on a random map, for laws.
//!
//! A test that wants it says `#[path = "common/deeds.rs"] mod deeds;`, behind `mod maps`.

use floke::map::clip::paste;
use floke::map::*;
use proptest::prelude::*;

use super::maps;

/// What a verb is given, in numbers that choose among what there is and one past it.
#[derive(Clone, Debug)]
pub struct Given {
    a: usize,
    b: usize,
    c: usize,
    text: String,
}

/// What a verb may be given.
pub fn given() -> impl Strategy<Value = Given> {
    (0..200_usize, 0..200_usize, 0..200_usize, maps::text()).prop_map(|(a, b, c, text)| Given {
        a,
        b,
        c,
        text,
    })
}

/// A choice by number: one of them, or now and then none.
pub fn one<T: Clone>(all: &[T], at: usize) -> Option<T> {
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

/// How many verbs there are.
pub const VERBS: usize = 37;

/// One of all verbs, with what it is given.
pub fn deed(map: &Map, which: usize, g: &Given) -> Option<Deed> {
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
