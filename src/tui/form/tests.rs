//! Every field of the model is set by a slot of some form, comes back by undo, and is in the file.

use std::collections::BTreeSet;

use super::{Control, Input, Refusal, Slot, deed, options, rows, value};
use crate::file::{open_text, write_map};
use crate::map::{
    Answer, Area, Citation, EffectGoal, Frame, Head, Item, Journey, Kind, Level, Link, LinkId, LinkKind, Map,
    Measurement, NamedLoop, Node, Perspectives, Phase, Record, SetAside, Show, Sign, Source, Step, Value,
};
use crate::text::Lang;

const KINDS: [(&str, Kind); 6] = [
    ("cause", Kind::Cause),
    ("second", Kind::Cause),
    ("actor", Kind::Actor),
    ("measure", Kind::Measure),
    ("benefit", Kind::Benefit),
    ("note", Kind::Note),
];

/// A map with an item of every type, a part of every kind in it, and something to choose everywhere.
pub(super) fn sample() -> Map {
    let named = |id: &str| Level { id: id.into(), name: id.to_owned(), part_of: None };
    let area = |id: &str| Area { id: id.into(), name: id.to_owned(), ..Area::default() };
    let source = |title: &str| Source { title: title.to_owned(), ..Source::default() };
    let chain = Show::Chain(vec![("cause".into(), LinkKind::Causes)], "second".into());
    let what_if = Show::WhatIf(vec![("cause".into(), Sign::Plus)], 4);
    let step = |show| Step { show, remark: Vec::new() };
    let mut frame = Frame {
        head: Head { title: "Map".to_owned(), ..Head::default() },
        levels: ["users", "system"].map(named).to_vec(),
        phases: vec![Phase { id: "school".into(), name: "School".to_owned() }],
        effect_goals: vec![EffectGoal { id: "goal".into(), text: "Less".to_owned(), level: None }],
        areas: ["1A", "1B"].map(area).to_vec(),
        ..Frame::default()
    };
    frame.sources.insert("survey".into(), source("Survey"));
    frame.sources.insert("report".into(), source("Report"));
    let through = vec![("cause".into(), LinkKind::Causes), ("second".into(), LinkKind::Causes)];
    frame.loops.insert("loop".into(), NamedLoop { title: "Loop".to_owned(), through, note: Vec::new() });
    let steps = vec![step(chain), step(what_if), step(Show::Text)];
    frame.journeys.insert("walk".into(), Journey { title: "Walk".to_owned(), place: None, steps });
    frame.set_aside.insert("weak-way-up users system".to_owned(), SetAside::default());
    let mut map = Map::new("").with_frame(frame);
    for (id, kind) in KINDS {
        let mut node = Node::new(kind, id);
        node.sources.insert("survey".into(), Citation::default());
        if kind == Kind::Benefit {
            let value = "86 %".to_owned();
            node.measurements.push(Measurement { value, ..Measurement::default() });
        }
        map.insert_node(id.into(), node).expect("new");
    }
    for (from, kind, to) in [
        ("cause", LinkKind::Causes, "second"),
        ("second", LinkKind::Causes, "cause"),
        ("actor", LinkKind::Informs, "actor"),
        ("cause", LinkKind::Relates, "measure"),
    ] {
        map.insert_link(LinkId::new(from, kind, to), Link::default()).expect("new");
    }
    map
}

fn items(map: &Map) -> Vec<Item> {
    let mut all = vec![Item::Map];
    all.extend(map.levels().iter().map(|own| Item::Level(own.id.clone())));
    all.extend(map.areas().iter().map(|own| Item::Area(own.id.clone())));
    all.extend(map.phases().iter().map(|own| Item::Phase(own.id.clone())));
    all.extend(map.goals().iter().map(|own| Item::Goal(own.id.clone())));
    all.extend(map.sources().keys().map(|id| Item::Source(id.clone())));
    all.extend(map.nodes().map(|(id, _)| Item::Node(id.clone())));
    all.extend(map.links().map(|(id, _)| Item::Link(id.clone())));
    all.extend(map.loops().keys().map(|id| Item::Loop(id.clone())));
    all.extend(map.journeys().into_iter().map(|(id, _)| Item::Journey(id.clone())));
    all.extend(map.set_aside().keys().map(|key| Item::SetAside(key.clone())));
    all
}

/// Something else than what stands in a slot.
pub(super) fn another(map: &Map, item: &Item, slot: &Slot, control: &Control) -> Input {
    let now = value(map, item, slot);
    let other = |choices: &[super::Choice]| {
        let found = choices.iter().find(|choice| choice.value.is_some() && choice.value != now);
        Input::Value(found.unwrap_or_else(|| panic!("{item} {slot:?}: nothing to choose")).value.clone())
    };
    match control {
        Control::Text => Input::Text("Something = else".to_owned()),
        Control::Lines => Input::Lines(vec!["One line.".to_owned(), "Another.".to_owned()]),
        Control::Words => Input::Text("one, two-words".to_owned()),
        Control::Number { least, most } => Input::Number((*least + 2).min(*most)),
        Control::Choice(choices) => other(choices),
        Control::Toggle => Input::Toggle,
        Control::Many(choices) => Input::Many(choices.iter().filter_map(|own| own.value.clone()).collect()),
        Control::Pick { .. } => other(&options(map, item, slot, Lang::En)),
    }
}

type Touched = BTreeSet<(&'static str, &'static str)>;

fn note<R: Record>(out: &mut Touched, old: &R, new: &R) {
    for field in R::FIELDS {
        if old.get(field) != new.get(field) {
            out.insert((R::NAME, field));
        }
    }
}

fn note_all<'a, R: Record + 'a>(
    out: &mut Touched,
    old: impl IntoIterator<Item = &'a R>,
    new: impl IntoIterator<Item = &'a R>,
) {
    for (old, new) in old.into_iter().zip(new) {
        note(out, old, new);
    }
}

fn touched(old: &Map, new: &Map) -> Touched {
    let mut out = Touched::new();
    note(&mut out, old.head(), new.head());
    note_all(&mut out, old.levels(), new.levels());
    note_all(&mut out, old.areas(), new.areas());
    note_all(&mut out, old.phases(), new.phases());
    note_all(&mut out, old.goals(), new.goals());
    note_all(&mut out, old.sources().values(), new.sources().values());
    note_all(&mut out, old.loops().values(), new.loops().values());
    note_all(&mut out, old.set_aside().values(), new.set_aside().values());
    for ((_, old), (_, new)) in old.journeys().into_iter().zip(new.journeys()) {
        note(&mut out, old, new);
        note_all(&mut out, &old.steps, &new.steps);
    }
    for ((_, old), (_, new)) in old.links().zip(new.links()) {
        note(&mut out, old, new);
        note_all(&mut out, old.sources.values(), new.sources.values());
    }
    for ((_, old), (_, new)) in old.nodes().zip(new.nodes()) {
        note(&mut out, old, new);
        note_all(&mut out, old.sources.values(), new.sources.values());
        note_all(&mut out, &old.measurements, &new.measurements);
        note(&mut out, &old.perspectives, &new.perspectives);
        let sides = |own: &Perspectives| {
            let own = own.clone();
            [own.resident, own.service, own.system, own.benefit].map(Option::unwrap_or_default)
        };
        note_all(&mut out, &sides(&old.perspectives), &sides(&new.perspectives));
    }
    out
}

/// What no form sets, and why: ids are fixed for life. Conflicts are no item; review settles them.
const FIXED: &[(&str, &str)] = &[("level", "id"), ("area", "id"), ("phase", "id"), ("effect goal", "id")];

#[test]
fn every_field_of_the_model_is_set_by_a_form_taken_back_and_kept_in_the_file() {
    let map = sample();
    let mut set = Touched::new();
    for item in items(&map) {
        let all = rows(&map, &item, Lang::En);
        assert!(!all.is_empty(), "{item}");
        let slots: BTreeSet<_> = all.iter().map(|row| &row.slot).collect();
        assert_eq!(slots.len(), all.len(), "{item}: two rows for one slot");
        for row in all {
            let input = another(&map, &item, &row.slot, &row.control);
            let deed = deed(&map, &item, &row.slot, &input)
                .unwrap_or_else(|why| panic!("{item} {:?}: {}", row.slot, why.text(Lang::En)))
                .unwrap_or_else(|| panic!("{item} {:?} {input:?}: nothing to do", row.slot));
            let mut changed = map.clone();
            changed.apply(&deed.change).unwrap_or_else(|why| panic!("{item} {:?}: {why}", row.slot));
            set.extend(touched(&map, &changed));
            let text = write_map(&changed);
            let read = open_text("x", text).expect("it opens").document.to_map().expect("no fault");
            assert_eq!(read, changed, "{item} {:?}", row.slot);
            changed.apply(&deed.change.inverse()).expect("what was done can be undone");
            assert_eq!(changed, map, "{item} {:?}", row.slot);
        }
    }
    fn all<R: Record>() -> Vec<(&'static str, &'static str)> {
        R::FIELDS.iter().map(|field| (R::NAME, *field)).collect()
    }
    let every = [
        all::<Head>(),
        all::<Level>(),
        all::<Area>(),
        all::<Phase>(),
        all::<EffectGoal>(),
        all::<Source>(),
        all::<Citation>(),
        all::<Node>(),
        all::<Answer>(),
        all::<Perspectives>(),
        all::<Measurement>(),
        all::<Link>(),
        all::<NamedLoop>(),
        all::<Journey>(),
        all::<Step>(),
        all::<SetAside>(),
    ]
    .concat();
    let missing: Vec<_> = every.iter().filter(|own| !set.contains(own) && !FIXED.contains(own)).collect();
    assert!(missing.is_empty(), "no form sets {missing:?}");
}

#[test]
fn what_a_step_can_show_is_every_kind_of_show() {
    let map = sample();
    let item = Item::Journey("walk".into());
    let offered = options(&map, &item, &Slot::StepAdd, Lang::Nb);
    let names: BTreeSet<String> = offered
        .iter()
        .filter_map(|own| own.value.as_ref())
        .map(|value| value.as_str().split('(').next().unwrap_or_default().to_owned())
        .collect();
    // A chain begins as a link.
    let every = ["Text", "Event", "Node", "Link", "Quote", "Loop", "Levels", "WhatIf"];
    assert_eq!(names, every.map(str::to_owned).into());
    let link = offered
        .iter()
        .find(|own| own.value.as_ref().is_some_and(|v| v.as_str().starts_with("Link(\"cause\", Causes")));
    let input = Input::Value(link.expect("a link").value.clone());
    let mut map = map;
    let done = deed(&map, &item, &Slot::Step(2), &input).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    let on = options(&map, &item, &Slot::ChainEnd(2), Lang::En);
    let done = deed(&map, &item, &Slot::ChainEnd(2), &Input::Value(on[0].value.clone())).expect("fits");
    map.apply(&done.expect("longer").change).expect("fits");
    let shown = &map.journeys()[0].1.steps[2].show;
    assert!(
        matches!(shown, Show::Chain(links, end) if links.len() == 2 && end.as_str() == "cause"),
        "{shown:?}"
    );
    for own in &offered {
        own.value.as_ref().expect("a step shows something").read::<Show>().expect("it can be read");
    }
}

fn node(id: &str) -> Item {
    Item::Node(id.into())
}

#[test]
fn what_cannot_stand_there_is_refused_with_its_reason() {
    let map = sample();
    let text = |text: &str| Input::Text(text.to_owned());
    let refused =
        |item: Item, slot: Slot, input: Input| deed(&map, &item, &slot, &input).expect_err("refused");
    let field = Slot::Field;
    assert_eq!(refused(node("cause"), field("label"), text("  ")), Refusal::NoWords);
    assert_eq!(refused(node("cause"), field("label"), Input::Clear), Refusal::NoWords);
    assert_eq!(refused(node("cause"), field("kind"), Input::Clear), Refusal::AlwaysStated);
    assert_eq!(refused(node("cause"), field("short"), text("seventeen letters")), Refusal::TooLong(16));
    assert_eq!(
        refused(node("cause"), field("pin"), text("0")),
        Refusal::OutOfRange { least: 1, most: u32::MAX }
    );
    let score = Slot::Answer("resident", "score");
    assert_eq!(refused(node("measure"), score.clone(), text("6")), Refusal::OutOfRange { least: 0, most: 5 });
    assert_eq!(refused(node("measure"), score, text("good")), Refusal::NoNumber("good".to_owned()));
    assert_eq!(refused(node("cause"), field("was"), text("Æ")), Refusal::NoId("Æ".to_owned()));
    assert_eq!(refused(node("cause"), field("was"), text("second")), Refusal::IdTaken("second".to_owned()));
    let year = refused(Item::Source("survey".into()), field("year"), text("last year"));
    assert_eq!(year, Refusal::NoNumber("last year".to_owned()));
    let cited = Input::Value(Some(Value::of("survey")));
    assert_eq!(refused(node("cause"), Slot::CitationAdd, cited), Refusal::CitedAlready);
    assert_eq!(refused(Item::Level("users".into()), field("name"), Input::Clear), Refusal::NoWords);
    for lang in Lang::ALL {
        assert!(Refusal::NoWords.text(lang).ends_with('.'));
    }
}

#[test]
fn a_kind_has_its_own_rows_and_what_does_not_fit_is_shown_only_where_it_holds_something() {
    let mut map = sample();
    let slots = |map: &Map, id: &str| -> Vec<Slot> {
        rows(map, &node(id), Lang::En).into_iter().map(|row| row.slot).collect()
    };
    assert!(slots(&map, "cause").contains(&Slot::Field("role")));
    assert!(!slots(&map, "actor").contains(&Slot::Field("role")));
    assert!(slots(&map, "actor").contains(&Slot::Field("influence")));
    let role = Input::Value(Some(Value::tidy("Barrier")));
    let done = deed(&map, &node("cause"), &Slot::Field("role"), &role).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    let actor = Input::Value(Some(Value::tidy("Actor")));
    let done = deed(&map, &node("cause"), &Slot::Field("kind"), &actor).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    assert!(slots(&map, "cause").contains(&Slot::Field("role")), "it still holds one");
    let done = deed(&map, &node("cause"), &Slot::Field("role"), &Input::Clear).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    assert!(!slots(&map, "cause").contains(&Slot::Field("role")));
}

#[test]
fn a_new_source_comes_with_its_first_citation_and_a_citation_keeps_its_words_under_another_source() {
    let mut map = sample();
    let new = Input::New("Panel 2024".to_owned());
    let done = deed(&map, &node("cause"), &Slot::CitationAdd, &new).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    assert_eq!(map.sources()["panel-2024"].title, "Panel 2024");
    assert!(map.node(&"cause".into()).expect("there").sources.contains_key("panel-2024"));
    let quote = Slot::Cite("survey".into(), "quote");
    let said = Input::Text("We wait".to_owned());
    let done = deed(&map, &node("cause"), &quote, &said).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    let other = Input::Value(Some(Value::of("report")));
    let done =
        deed(&map, &node("cause"), &Slot::Citation("survey".into()), &other).expect("fits").expect("new");
    map.apply(&done.change).expect("fits");
    let cause = map.node(&"cause".into()).expect("there");
    assert_eq!(cause.sources["report"].quote, "We wait");
    assert!(!cause.sources.contains_key("survey"));
}

#[test]
fn parts_move_and_go_and_their_ends_stay() {
    let mut map = sample();
    let walk = Item::Journey("walk".into());
    let kinds = |map: &Map| -> Vec<String> {
        let journeys = map.journeys();
        journeys[0].1.steps.iter().map(|step| Value::of(&step.show).as_str()[..4].to_owned()).collect()
    };
    assert_eq!(deed(&map, &walk, &Slot::Step(0), &Input::Move { down: false }), Ok(None));
    let done = deed(&map, &walk, &Slot::Step(0), &Input::Move { down: true }).expect("fits").expect("moves");
    map.apply(&done.change).expect("fits");
    assert_eq!(kinds(&map), ["What", "Chai", "Text"]);
    let done = deed(&map, &walk, &Slot::Step(0), &Input::Clear).expect("fits").expect("goes");
    map.apply(&done.change).expect("fits");
    assert_eq!(kinds(&map), ["Chai", "Text"]);
    let longer = options(&map, &walk, &Slot::ChainEnd(0), Lang::En);
    let input = Input::Value(longer[0].value.clone());
    let done = deed(&map, &walk, &Slot::ChainEnd(0), &input).expect("fits").expect("longer");
    map.apply(&done.change).expect("fits");
    let journeys = map.journeys();
    assert_eq!(journeys[0].1.steps[0].show.links().len(), 2);
}
