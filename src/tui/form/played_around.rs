//! The form played by keys on what stands around the cards, and on the parts of a card: each field with the keys that
//! set it, read back from the file.

use std::collections::BTreeSet;

use super::Slot;
use super::played::{played, press, read_back, way};
use crate::map::{
    Answer, Area, Citation, EffectGoal, Head, Item, Journey, Level, Map, Measurement, NamedLoop,
    Perspectives, Phase, Record, SetAside, Source, Step, Value,
};
use crate::tui::setup::Piece;

/// A field: of what type, its name, the item it is set on, the slot of its row, the keys in that row, and what the
/// item's value holds then, as the file writes it.
struct Line {
    of: &'static str,
    field: &'static str,
    item: Item,
    slot: Slot,
    keys: &'static str,
    holds: &'static str,
}

fn line<R: Record>(
    field: &'static str,
    item: &Item,
    slot: Slot,
    keys: &'static str,
    holds: &'static str,
) -> Line {
    Line { of: R::NAME, field, item: item.clone(), slot, keys, holds }
}

fn lines() -> Vec<Line> {
    let f = Slot::Field;
    let (level, area) = (Item::Level("users".into()), Item::Area("1B".into()));
    let (phase, goal) = (Item::Phase("school".into()), Item::Goal("goal".into()));
    let (source, told) = (Item::Source("survey".into()), Item::Loop("loop".into()));
    let (walk, aside) = (Item::Journey("walk".into()), Item::SetAside("weak-way-up users system".to_owned()));
    let (cause, measure) = (Item::Node("cause".into()), Item::Node("measure".into()));
    let benefit = Item::Node("benefit".into());
    let survey = || "survey".into();
    vec![
        line::<Head>("title", &Item::Map, f("title"), "<enter> på nytt<enter>", "title: \"Map på nytt\""),
        line::<Head>("aim", &Item::Map, f("aim"), "<enter>2032<enter>", "aim: \"2032\""),
        line::<Head>("purpose", &Item::Map, f("purpose"), "<enter>see<enter>", "purpose: \"see\""),
        line::<Head>("note", &Item::Map, f("note"), "<enter>a<c-j>b<enter>", "note: [\"a\", \"b\"]"),
        line::<Head>("language", &Item::Map, f("language"), "<enter>nor<enter>", "language: \"nb\""),
        line::<Level>("name", &level, f("name"), "<enter> all<enter>", "name: \"users all\""),
        line::<Level>("part_of", &level, f("part_of"), "<right>", "part_of: \"system\""),
        line::<Area>("name", &area, f("name"), "<enter>!<enter>", "name: \"1B!\""),
        line::<Area>("color", &area, f("color"), "<enter>green<enter>", "color: Green"),
        line::<Area>("part_of", &area, f("part_of"), "<right>", "part_of: \"1A\""),
        line::<Phase>("name", &phase, f("name"), "<enter>s<enter>", "name: \"Schools\""),
        line::<EffectGoal>("text", &goal, f("text"), "<enter> wait<enter>", "text: \"Less wait\""),
        line::<EffectGoal>("level", &goal, f("level"), "<right>", "level: \"users\""),
        line::<Source>("title", &source, f("title"), "<enter> 2<enter>", "title: \"Survey 2\""),
        line::<Source>("kind", &source, f("kind"), "<enter>audit<enter>", "kind: Audit"),
        line::<Source>("year", &source, f("year"), "<enter>2021<enter>", "year: 2021"),
        line::<Source>("respondents", &source, f("respondents"), "<enter>102<enter>", "respondents: 102"),
        line::<Source>("link", &source, f("link"), "<enter>x.no<enter>", "link: \"x.no\""),
        line::<Source>("note", &source, f("note"), "<enter>who<enter>", "note: [\"who\"]"),
        line::<NamedLoop>("title", &told, f("title"), "<enter>s<enter>", "title: \"Loops\""),
        line::<NamedLoop>("note", &told, f("note"), "<enter>why<enter>", "note: [\"why\"]"),
        line::<NamedLoop>("through", &told, Slot::ThroughAdd, "<enter>ben<enter>", "(\"benefit\", "),
        line::<Journey>("title", &walk, f("title"), "<enter>s<enter>", "title: \"Walks\""),
        line::<Journey>("place", &walk, f("place"), "<enter>2<enter>", "place: 2"),
        line::<Journey>("steps", &walk, Slot::StepAdd, "<enter><enter>", "(show: Text), (show: "),
        line::<Step>("show", &walk, Slot::Step(2), "<enter>ben<enter>", "\"benefit\""),
        line::<Step>("remark", &walk, Slot::Remark(2), "<enter>so?<enter>", "remark: [\"so?\"]"),
        line::<SetAside>("reason", &aside, f("reason"), "<enter>known<enter>", "reason: [\"known\"]"),
        line::<SetAside>(
            "rests_on",
            &aside,
            f("rests_on"),
            "<enter>a causes b<enter>",
            "rests_on: [\"a causes b\"]",
        ),
        line::<Citation>(
            "figure",
            &cause,
            Slot::Cite(survey(), "figure"),
            "<enter>86 %<enter>",
            "figure: \"86 %\"",
        ),
        line::<Citation>(
            "quote",
            &cause,
            Slot::Cite(survey(), "quote"),
            "<enter>We wait<enter>",
            "quote: \"We wait\"",
        ),
        line::<Citation>("page", &cause, Slot::Cite(survey(), "page"), "<enter>12<enter>", "page: \"12\""),
        line::<Answer>(
            "answer",
            &measure,
            Slot::Answer("resident", "answer"),
            "<enter>once<enter>",
            "answer: \"once\"",
        ),
        line::<Answer>("level", &measure, Slot::Answer("system", "level"), "<right>", "level: \"users\""),
        line::<Answer>("score", &measure, Slot::Answer("benefit", "score"), "<right><right>", "score: 1"),
        line::<Perspectives>(
            "resident",
            &measure,
            Slot::Answer("resident", "score"),
            "<right>",
            "resident: (",
        ),
        line::<Perspectives>("service", &measure, Slot::Answer("service", "score"), "<right>", "service: ("),
        line::<Perspectives>("system", &measure, Slot::Answer("system", "score"), "<right>", "system: ("),
        line::<Perspectives>("benefit", &measure, Slot::Answer("benefit", "score"), "<right>", "benefit: ("),
        line::<Measurement>(
            "date",
            &benefit,
            Slot::Measured(0, "date"),
            "<enter>2021<enter>",
            "date: \"2021\"",
        ),
        line::<Measurement>(
            "value",
            &benefit,
            Slot::Measured(0, "value"),
            "<enter>!<enter>",
            "value: \"86 %!\"",
        ),
        line::<Measurement>("n", &benefit, Slot::Measured(0, "n"), "<enter>102<enter>", "n: 102"),
        line::<Measurement>("source", &benefit, Slot::Measured(0, "source"), "<right>", "source: \"report\""),
        line::<Measurement>(
            "comparison",
            &benefit,
            Slot::Measured(0, "comparison"),
            "<enter>19 %<enter>",
            "comparison: \"19 %\"",
        ),
    ]
}

/// The item as the file would write it on one line; empty if it is gone.
fn written(map: &Map, item: &Item) -> String {
    let text = |value: Option<Value>| value.map_or(String::new(), |value| value.as_str().to_owned());
    match item {
        Item::Map => Head::FIELDS
            .iter()
            .filter_map(|field| Some(format!("{field}: {}, ", map.head().get(field)?.as_str())))
            .collect(),
        Item::Level(id) => text(map.level(id).map(Value::of)),
        Item::Area(id) => text(map.area(id).map(Value::of)),
        Item::Phase(id) => text(map.phases().iter().find(|own| own.id == *id).map(Value::of)),
        Item::Goal(id) => text(map.goals().iter().find(|own| own.id == *id).map(Value::of)),
        Item::Source(id) => text(map.sources().get(id).map(Value::of)),
        Item::Node(id) => text(map.node(id).map(Value::of)),
        Item::Link(id) => text(map.link(id).map(Value::of)),
        Item::Loop(id) => text(map.loops().get(id).map(Value::of)),
        Item::Journey(id) => {
            text(map.journeys().into_iter().find(|(own, _)| *own == id).map(|own| Value::of(own.1)))
        }
        Item::SetAside(key) => text(map.set_aside().get(key).map(Value::of)),
    }
}

/// Keys that open the form of an item: cards are found by name, all else stands on the screen of the map.
fn opened(item: &Item) -> crate::tui::screen::Player {
    if let Item::Node(id) = item {
        return played(&format!("/{id}<enter>e"), (80, 24));
    }
    let section = match item {
        Item::Map => 0,
        Item::Level(_) => 1,
        Item::Area(_) => 2,
        Item::Phase(_) => 3,
        Item::Goal(_) => 4,
        Item::Source(_) => 5,
        Item::Loop(_) => 6,
        Item::Journey(_) => 7,
        _ => 8,
    };
    let mut player = played(&format!("7{}", "<tab>".repeat(section)), (80, 24));
    for _ in 0..8 {
        let open = player.app.open.as_ref().expect("a map is open");
        if open.setup.here(&open.map).is_some_and(|row| row.item == *item) {
            break;
        }
        press(&mut player, "<down>");
    }
    press(&mut player, "e<home>");
    player
}

/// Sets a field of the map itself: its row opens right at what is typed.
fn set_head(field: &str, keys: &str) -> crate::tui::screen::Player {
    let mut player = played("7", (80, 24));
    for _ in 0..8 {
        let open = player.app.open.as_ref().expect("a map is open");
        if open
            .setup
            .here(&open.map)
            .is_some_and(|row| matches!(row.piece, Piece::Field(own) if own == field))
        {
            break;
        }
        press(&mut player, "<down>");
    }
    press(&mut player, &format!("e{}", keys.trim_start_matches("<enter>")));
    player
}

#[test]
fn every_field_around_the_cards_is_set_by_keys_and_read_back_from_the_file() {
    fn all<R: Record>() -> impl Iterator<Item = (&'static str, &'static str)> {
        R::FIELDS.iter().map(|field| (R::NAME, *field))
    }
    let lines = lines();
    let listed: BTreeSet<_> = lines.iter().map(|line| (line.of, line.field)).collect();
    let fields = all::<Head>()
        .chain(all::<Level>())
        .chain(all::<Area>())
        .chain(all::<Phase>())
        .chain(all::<EffectGoal>())
        .chain(all::<Source>())
        .chain(all::<NamedLoop>())
        .chain(all::<Journey>())
        .chain(all::<Step>())
        .chain(all::<SetAside>())
        .chain(all::<Citation>())
        .chain(all::<Answer>())
        .chain(all::<Perspectives>())
        .chain(all::<Measurement>());
    // An id names its item for life; it is given when the item is made.
    let missing: Vec<_> = fields.filter(|own| own.1 != "id" && !listed.contains(own)).collect();
    assert!(missing.is_empty(), "no keys are listed for {missing:?}");
    for Line { of, field, item, slot, keys, holds } in lines {
        let player = if item == Item::Map {
            set_head(field, keys)
        } else {
            let mut player = opened(&item);
            press(&mut player, &format!("{}{keys}", way(&item, &slot)));
            player
        };
        let read = read_back(&player);
        let got = written(&read, &item);
        assert!(got.contains(holds), "{of} {field}: {holds} is not in {got}\n{}", player.shown());
    }
}
