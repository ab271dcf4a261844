//! Random maps and documents for laws: every field is filled now and then, texts are as nasty as texts get.
//!
//! A test that wants them says `#[path = "common/maps.rs"] mod maps;`.
// Strategies are boxed where they are put together: else a map of them fills a test's stack.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeMap;

use floke::file::{Document, Entry};
use floke::map::*;
use proptest::collection::{btree_map, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// How many cases a law is tried on: `PROPTEST_CASES`, other ones each time; or 500, the same each time, so that the
/// test command judges a change and not chance.
pub fn cases() -> ProptestConfig {
    let own = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()) {
        Some(cases) => ProptestConfig { cases, ..own },
        None => ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(2), ..own },
    }
}

/// A text: mostly plain, sometimes with everything that a file could trip over.
pub fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[a-zæøå ]{0,10}",
        1 => "[\"\\\\\n\r\t',:(){}\\[\\]/*#<>=\u{0}\u{1b}\u{9b}\u{feff}\u{200b}\u{202e}\u{2028}e\u{301}👩\u{200d}🚀]{0,8}",
        1 => "\\PC{0,6}",
    ].boxed()
}

fn word() -> BoxedStrategy<String> {
    prop_oneof![3 => Just(String::new()), 1 => text()].boxed()
}

fn lines() -> BoxedStrategy<Vec<String>> {
    prop_oneof![3 => Just(Vec::new()), 1 => vec(text(), 1..3)].boxed()
}

fn maybe<T: std::fmt::Debug + Clone>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    weighted(0.25, of)
}

fn one<T: std::fmt::Debug + Copy + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    maybe(select(all))
}

/// An id out of a few, so that things meet.
fn id(of: &'static str) -> impl Strategy<Value = String> {
    (0_u8..8).prop_map(move |n| format!("{of}-{n}"))
}

fn node_id() -> impl Strategy<Value = NodeId> {
    id("node").prop_map(NodeId::new)
}

fn level_id() -> impl Strategy<Value = LevelId> {
    id("level").prop_map(LevelId::new)
}

fn source_id() -> impl Strategy<Value = SourceId> {
    id("source").prop_map(SourceId::new)
}

fn extra() -> BoxedStrategy<BTreeMap<String, String>> {
    prop_oneof![3 => Just(BTreeMap::new()), 1 => btree_map(text(), text(), 1..3)].boxed()
}

fn citations() -> BoxedStrategy<BTreeMap<SourceId, Citation>> {
    let citation =
        (word(), word(), word()).prop_map(|(figure, quote, page)| Citation { figure, quote, page });
    prop_oneof![3 => Just(BTreeMap::new()), 1 => btree_map(source_id(), citation, 1..3)].boxed()
}

fn answer() -> BoxedStrategy<Option<Answer>> {
    maybe((text(), maybe(level_id()), maybe(0_u8..7)))
        .prop_map(|answer| answer.map(|(answer, level, score)| Answer { answer, level, score }))
        .boxed()
}

fn measurement() -> impl Strategy<Value = Measurement> {
    (word(), text(), maybe(any::<u32>()), maybe(source_id()), word())
        .prop_map(|(date, value, n, source, comparison)| Measurement { date, value, n, source, comparison })
}

/// A node with any fields on it, whether they fit its kind or not.
pub fn node() -> BoxedStrategy<Node> {
    let head = (text(), word(), select(Kind::ALL), one(Role::ALL), one(Amount::ALL), one(Origin::ALL));
    let actor = (word(), maybe(0_u8..5), one(Stance::ALL), lines(), one(Involvement::ALL), lines(), lines());
    let tried = (one(Stage::ALL), lines(), lines(), lines(), lines(), lines(), word());
    let measure =
        (maybe(node_id()), maybe(node_id()), maybe(node_id()), answer(), answer(), answer(), answer());
    let benefit = (
        one(Measured::ALL),
        word(),
        maybe(id("goal").prop_map(GoalId::new)),
        word(),
        prop_oneof![3 => Just(Vec::new()), 1 => vec(measurement(), 1..3)],
    );
    let place = (
        maybe(level_id()),
        maybe(id("area").prop_map(AreaId::new)),
        maybe(0_u32..9),
        prop_oneof![3 => Just(Vec::new()), 1 => vec(id("phase").prop_map(PhaseId::new), 1..3)],
        one(Certainty::ALL),
        prop_oneof![3 => Just(Vec::new()), 1 => vec(select(Mark::ALL), 1..3)],
        prop_oneof![3 => Just(0), 1 => any::<u32>()],
        lines(),
        extra(),
        citations(),
        lines(),
        prop_oneof![3 => Just(Vec::new()), 1 => vec(id("was").prop_map(NodeId::new), 1..3)],
    );
    (head, actor, tried, measure, benefit, place)
        .prop_map(|(head, actor, tried, measure, benefit, place)| Node {
            label: head.0,
            short: head.1,
            kind: head.2,
            role: head.3,
            now: head.4,
            origin: head.5,
            sector: actor.0,
            influence: actor.1,
            stance: actor.2,
            groups: actor.3,
            involvement: actor.4,
            needs_to_know: actor.5,
            wants_part: actor.6,
            stage: tried.0,
            hypothesis: tried.1,
            participants: tried.2,
            seen: tried.3,
            learning: tried.4,
            next: tried.5,
            group: tried.6,
            owner: measure.0,
            payer: measure.1,
            gainer: measure.2,
            perspectives: Perspectives {
                resident: measure.3,
                service: measure.4,
                system: measure.5,
                benefit: measure.6,
            },
            measured: benefit.0,
            indicator: benefit.1,
            effect_goal: benefit.2,
            target: benefit.3,
            measurements: benefit.4,
            level: place.0,
            area: place.1,
            pin: place.2,
            phases: place.3,
            certainty: place.4,
            marks: place.5,
            votes: place.6,
            tags: place.7,
            extra: place.8,
            sources: place.9,
            note: place.10,
            was: place.11,
        })
        .boxed()
}

/// A link with any fields on it.
pub fn link() -> BoxedStrategy<Link> {
    (
        word(),
        one(Sign::ALL),
        any::<bool>(),
        maybe(0_u8..5),
        one(Certainty::ALL),
        one(About::ALL),
        prop_oneof![3 => Just(false), 1 => Just(true)],
        extra(),
        citations(),
        lines(),
    )
        .prop_map(|(word, sign, delay, strength, certainty, about, missing, extra, sources, note)| Link {
            word,
            sign,
            delay,
            strength,
            certainty,
            about,
            missing,
            extra,
            sources,
            note,
        })
        .boxed()
}

fn entry() -> BoxedStrategy<Entry> {
    let links = btree_map((select(LinkKind::ALL), node_id()), link(), 0..4);
    (node(), links)
        .prop_map(|(node, links)| {
            // As every reader gives them: a cause always says its sign.
            let links =
                links.into_iter().map(|((kind, to), link)| ((kind, to), link.fitted_to(kind))).collect();
            Entry { node, links }
        })
        .boxed()
}

fn through() -> impl Strategy<Value = Vec<(NodeId, LinkKind)>> {
    vec((node_id(), select(LinkKind::ALL)), 0..3)
}

fn show() -> impl Strategy<Value = Show> {
    prop_oneof![
        Just(Show::Text),
        node_id().prop_map(Show::Event),
        node_id().prop_map(Show::Node),
        (node_id(), select(LinkKind::ALL), node_id()).prop_map(|(from, kind, to)| Show::Link(from, kind, to)),
        (through(), node_id()).prop_map(|(links, end)| Show::Chain(links, end)),
        (node_id(), source_id()).prop_map(|(node, source)| Show::Quote(node, source)),
        id("loop").prop_map(|id| Show::Loop(LoopId::new(id))),
        (level_id(), level_id()).prop_map(|(a, b)| Show::Levels(a, b)),
        (vec((node_id(), select(Sign::ALL)), 0..3), 0_u32..9)
            .prop_map(|(changed, steps)| Show::WhatIf(changed, steps)),
    ]
}

fn journey() -> impl Strategy<Value = Journey> {
    let step = (show(), lines()).prop_map(|(show, remark)| Step { show, remark });
    (text(), maybe(0_u32..4), vec(step, 0..3)).prop_map(|(title, place, steps)| Journey {
        title,
        place,
        steps,
    })
}

fn value() -> BoxedStrategy<Value> {
    prop_oneof![
        text().prop_map(|text| Value::of(&text)),
        any::<u32>().prop_map(|number| Value::of(&number)),
        node().prop_map(|node| Value::of(&node)),
        select(Sign::ALL).prop_map(|sign| Value::of(&sign)),
    ]
    .boxed()
}

fn conflict() -> BoxedStrategy<Conflict> {
    (text(), word(), one(Clash::ALL), one(Side::ALL), maybe(value()), maybe(value()), maybe(value()))
        .prop_map(|(at, field, what, deleted_by, base, ours, theirs)| Conflict {
            at,
            field,
            what,
            deleted_by,
            base,
            ours,
            theirs,
        })
        .boxed()
}

fn source() -> impl Strategy<Value = Source> {
    (text(), select(SourceKind::ALL), maybe(any::<u16>()), maybe(any::<u32>()), word(), lines()).prop_map(
        |(title, kind, year, respondents, link, note)| Source { title, kind, year, respondents, link, note },
    )
}

fn ordered() -> impl Strategy<Value = (Vec<Level>, Vec<Phase>, Vec<EffectGoal>, Vec<Area>)> {
    let level =
        (level_id(), text(), maybe(level_id())).prop_map(|(id, name, part_of)| Level { id, name, part_of });
    let phase = (id("phase"), text()).prop_map(|(id, name)| Phase { id: PhaseId::new(id), name });
    let goal = (id("goal"), text(), maybe(level_id())).prop_map(|(id, text, level)| EffectGoal {
        id: GoalId::new(id),
        text,
        level,
    });
    let area =
        (id("area"), text(), one(Color::ALL), maybe(id("area"))).prop_map(|(id, name, color, whole)| Area {
            id: AreaId::new(id),
            name,
            color,
            part_of: whole.map(AreaId::new),
        });
    (vec(level, 0..5), vec(phase, 0..3), vec(goal, 0..3), vec(area, 0..5))
}

fn frame() -> BoxedStrategy<Frame> {
    let head = (text(), word(), word(), word(), lines())
        .prop_map(|(title, language, purpose, aim, note)| Head { title, language, purpose, aim, note });
    let told =
        (text(), through(), lines()).prop_map(|(title, through, note)| NamedLoop { title, through, note });
    let aside = (lines(), lines()).prop_map(|(reason, rests_on)| SetAside { reason, rests_on });
    (
        head,
        ordered(),
        btree_map(source_id(), source(), 0..3),
        btree_map(id("loop").prop_map(LoopId::new), told, 0..3),
        btree_map(id("journey").prop_map(JourneyId::new), journey(), 0..4),
        btree_map(text(), aside, 0..3),
        vec(conflict(), 0..2),
    )
        .prop_map(
            |(
                head,
                (levels, phases, effect_goals, areas),
                sources,
                loops,
                journeys,
                set_aside,
                conflicts,
            )| {
                Frame {
                    head,
                    levels,
                    phases,
                    effect_goals,
                    areas,
                    sources,
                    loops,
                    journeys,
                    set_aside,
                    conflicts,
                }
            },
        )
        .boxed()
}

/// Anything a file can say: links that lead nowhere, unknown levels and open conflicts included.
pub fn documents() -> impl Strategy<Value = Document> {
    (frame(), btree_map(prop_oneof![9 => node_id(), 1 => text().prop_map(NodeId::new)], entry(), 0..7))
        .prop_map(|(frame, nodes)| Document { frame, nodes })
}

/// Anything that can be worked on.
pub fn maps() -> impl Strategy<Value = Map> {
    documents().prop_map(|mut document| {
        fn once<T, K: Ord>(all: &mut Vec<T>, id: impl Fn(&T) -> K) {
            let mut seen = std::collections::BTreeSet::new();
            all.retain(|item| seen.insert(id(item)));
        }
        let frame = &mut document.frame;
        once(&mut frame.levels, |level| level.id.clone());
        once(&mut frame.phases, |phase| phase.id.clone());
        once(&mut frame.effect_goals, |goal| goal.id.clone());
        once(&mut frame.areas, |area| area.id.clone());
        let ids: Vec<NodeId> = document.nodes.keys().cloned().collect();
        for entry in document.nodes.values_mut() {
            let node = &mut entry.node;
            node.level = node.level.take().filter(|id| frame.levels.iter().any(|level| level.id == *id));
            node.area = node.area.take().filter(|id| frame.areas.iter().any(|area| area.id == *id));
            entry.links.retain(|(_, to), _| ids.contains(to));
        }
        document.to_map().expect("everything that is no map was taken out")
    })
}
