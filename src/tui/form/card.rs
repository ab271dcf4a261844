//! The form of a card.

use super::gather::Gatherer;
use super::sources::{column_rows, source_rows};
use super::{Control, Row, Slot, sources, spec};
use crate::file::fits::only_on;
use crate::map::{Answer, Item, Map, Measurement, Node, Perspectives, Record, Value};
use crate::text::Lang;

/// The first rows: what people set most.
const FIRST: &[&str] = &["label", "kind", "role", "now", "level", "area", "certainty", "note"];
/// What a kind adds, in the order of the file.
const OF_KIND: &[&str] = &[
    "origin",
    "sector",
    "influence",
    "stance",
    "groups",
    "involvement",
    "needs_to_know",
    "wants_part",
    "stage",
    "hypothesis",
    "participants",
    "seen",
    "learning",
    "next",
    "group",
    "owner",
    "payer",
    "gainer",
    "measured",
    "indicator",
    "target",
    "effect_goal",
];
/// What a group sets on any card.
const SET: &[&str] = &["marks", "votes", "tags"];
/// What is rarely set.
const LAST: &[&str] = &["short", "pin", "phases", "was"];

/// The rows of a card.
pub(super) fn rows(map: &Map, item: &Item, node: &Node, lang: Lang) -> Vec<Row> {
    debug_assert!(matches!(item, Item::Node(_)), "a card's form is that of a card");
    let words = lang.words();
    let mut all = Gatherer::new(map, lang);
    fields(&mut all, node, FIRST);
    all.heading(node.kind.word(lang));
    fields(&mut all, node, OF_KIND);
    perspectives(&mut all, node);
    measurements(&mut all, node);
    all.heading(words.forms.set_by_group);
    fields(&mut all, node, SET);
    source_rows(&mut all, &node.sources);
    all.heading(words.forms.more);
    fields(&mut all, node, LAST);
    column_rows(&mut all, &node.extra);
    all.rows
}

fn fields(all: &mut Gatherer, node: &Node, names: &[&'static str]) {
    for &field in names {
        let value = held(node, field);
        // What does not fit the kind is shown only where it holds something, so that it can be taken away.
        let fits = only_on(field).is_none_or(|kind| kind == node.kind) && has_choices(all.map, field);
        if !fits && value.is_none() {
            continue;
        }
        if let Some(own) = spec::node(all.map, all.lang, field) {
            all.row(Slot::Field(field), own, value.as_ref());
        }
    }
}

/// What stands in a field. A kind and a count of votes are always there, also those that a file leaves out.
fn held(node: &Node, field: &str) -> Option<Value> {
    match field {
        "kind" => Some(Value::of(&node.kind)),
        "votes" => Some(Value::of(&node.votes)),
        _ => node.get(field),
    }
}

/// Whether there is anything to choose for a field that names something of the map.
fn has_choices(map: &Map, field: &str) -> bool {
    match field {
        "level" => !map.levels().is_empty(),
        "area" => !map.areas().is_empty(),
        "phases" => !map.phases().is_empty(),
        "effect_goal" => !map.goals().is_empty(),
        _ => true,
    }
}

fn fits(field: &str, node: &Node) -> bool {
    only_on(field) == Some(node.kind) || node.get(field).is_some()
}

/// The answers of a card's four perspectives, by their fields.
pub(super) fn answer<'a>(perspectives: &'a Perspectives, side: &str) -> Option<&'a Answer> {
    match side {
        "resident" => perspectives.resident.as_ref(),
        "service" => perspectives.service.as_ref(),
        "system" => perspectives.system.as_ref(),
        "benefit" => perspectives.benefit.as_ref(),
        _ => None,
    }
}

fn perspectives(all: &mut Gatherer, node: &Node) {
    if !fits("perspectives", node) {
        return;
    }
    let words = all.lang.words();
    let people = &words.people;
    all.heading(words.fields.perspectives);
    let sides = [people.resident, people.service, people.system, people.benefit];
    for (&side, said) in Perspectives::FIELDS.iter().zip(sides) {
        let own = answer(&node.perspectives, side);
        for &field in Answer::FIELDS {
            let Some((name, shape)) = spec::answer(all.map, all.lang, field) else { continue };
            // The answer itself stands under the name of who gives it; the rest stands below it.
            let first = field == "answer";
            all.depth(u8::from(!first));
            let value = own.and_then(|own| own.get(field));
            all.row(Slot::Answer(side, field), (if first { said } else { name }, shape), value.as_ref());
        }
    }
    all.depth(0);
}

fn measurements(all: &mut Gatherer, node: &Node) {
    if !fits("measurements", node) {
        return;
    }
    let words = all.lang.words();
    all.heading(words.fields.measurements);
    for (at, own) in node.measurements.iter().enumerate() {
        // The value is what the measurement is; the rest stands below it.
        for field in ["value", "date", "n", "source", "comparison"] {
            let Some((name, shape)) = spec::measurement(all.map, all.lang, field) else { continue };
            let first = field == "value";
            all.depth(u8::from(!first));
            let name = if first { format!("{} {}", words.fields.value, at + 1) } else { name.to_owned() };
            all.row(Slot::Measured(at, field), (&name, shape), own.get(field).as_ref());
        }
    }
    all.depth(0);
    all.adding(Slot::MeasurementAdd, words.forms.add_measurement, Control::Text);
}

/// What stands in a slot of a card.
pub(super) fn value(node: &Node, slot: &Slot) -> Option<Value> {
    match slot {
        Slot::Field(field) => held(node, field),
        Slot::Answer(side, field) => answer(&node.perspectives, side)?.get(field),
        Slot::Measured(at, field) => Measurement::get(node.measurements.get(*at)?, field),
        _ => sources::value(&node.sources, &node.extra, slot),
    }
}
