//! Checks what single cards and links say: fields that do not fit, numbers out of bounds, names nobody can
//! read, claims without a source.

use std::collections::BTreeMap;

use crate::map::escape::is_hidden;
use crate::map::{Certainty, Item, Kind, Link, LinkId, NodeId, Sign, Stage};

use super::document::{Document, Entry};
use super::fault::{Fault, Lack};
use super::fits::{link_misfits, misfits, runs_between};
use super::references::{Spotted, field_of};

/// The longest short label, in characters.
const LONGEST_SHORT: usize = 16;

/// Every fault of single cards, links and names.
pub(super) fn faults(document: &Document) -> Vec<Spotted> {
    let mut faults = Vec::new();
    names(document, &mut faults);
    labels(document, &mut faults);
    for (id, entry) in &document.nodes {
        node(document, id, entry, &mut faults);
        for ((kind, to), link) in &entry.links {
            let id = LinkId { from: id.clone(), to: to.clone(), kind: *kind };
            one_link(document, id, entry.node.kind, link, &mut faults);
        }
    }
    faults
}

/// Characters that nobody sees, in what people read and in ids.
fn names(document: &Document, faults: &mut Vec<Spotted>) {
    let frame = &document.frame;
    let mut look = |item: Item, field: &[&str], text: &str| {
        if let Some(c) = text.chars().find(|c| is_hidden(*c)) {
            let path = field_of(document, &item, field);
            faults.push((Fault::Invisible { item: Some(item), c }, path));
        }
    };
    look(Item::Map, &["title"], &frame.head.title);
    for level in &frame.levels {
        look(Item::Level(level.id.clone()), &["name"], &level.name);
    }
    for phase in &frame.phases {
        look(Item::Phase(phase.id.clone()), &["name"], &phase.name);
    }
    for area in &frame.areas {
        look(Item::Area(area.id.clone()), &["name"], &area.name);
    }
    for (id, source) in &frame.sources {
        look(Item::Source(id.clone()), &["title"], &source.title);
    }
    for (id, entry) in &document.nodes {
        look(Item::Node(id.clone()), &[], id.as_str());
        look(Item::Node(id.clone()), &["label"], &entry.node.label);
        look(Item::Node(id.clone()), &["short"], &entry.node.short);
    }
    for (id, told) in &frame.loops {
        look(Item::Loop(id.clone()), &["title"], &told.title);
    }
    for (id, journey) in &frame.journeys {
        look(Item::Journey(id.clone()), &["title"], &journey.title);
    }
}

fn labels(document: &Document, faults: &mut Vec<Spotted>) {
    let mut first: BTreeMap<String, &NodeId> = BTreeMap::new();
    for (id, entry) in &document.nodes {
        let item = Item::Node(id.clone());
        let plain = entry.node.label.trim().to_lowercase();
        // A Hangul filler is a letter to Unicode and a blank to everybody else.
        if plain
            .chars()
            .all(|c| c.is_whitespace() || is_hidden(c) || matches!(c, '\u{3164}' | '\u{200c}' | '\u{200d}'))
        {
            let path = field_of(document, &item, &["label"]);
            faults.push((Fault::EmptyLabel(item), path));
        } else if let Some(other) = first.insert(plain.clone(), id) {
            let path = field_of(document, &item, &["label"]);
            faults.push((Fault::DuplicateLabel { item, other: other.clone() }, path));
            first.insert(plain, other);
        }
    }
}

fn node(document: &Document, id: &NodeId, entry: &Entry, faults: &mut Vec<Spotted>) {
    let node = &entry.node;
    let item = || Item::Node(id.clone());
    for field in misfits(node) {
        let path = field_of(document, &item(), &[field]);
        faults.push((Fault::MisfitField { item: item(), field, kind: node.kind.as_str() }, path));
    }
    let mut bound = |fields: &[&'static str], fits: bool, least: u32, most: u32| {
        if !fits {
            let field = fields.last().copied().unwrap_or_default();
            let path = field_of(document, &item(), fields);
            faults.push((Fault::OutOfRange { item: item(), field, least, most }, path));
        }
    };
    bound(&["influence"], node.influence.is_none_or(|influence| influence <= 3), 0, 3);
    bound(&["pin"], node.pin != Some(0), 1, u32::MAX);
    bound(&["short"], node.short.chars().count() <= LONGEST_SHORT, 0, 16);
    let views = &node.perspectives;
    for (view, answer) in [
        ("resident", &views.resident),
        ("service", &views.service),
        ("system", &views.system),
        ("benefit", &views.benefit),
    ] {
        let score = answer.as_ref().and_then(|answer| answer.score);
        bound(&["perspectives", view, "score"], score.is_none_or(|score| score <= 5), 0, 5);
    }
    if claims(node.certainty) && node.sources.is_empty() {
        faults.push((Fault::NoSource(item()), field_of(document, &item(), &["certainty"])));
    }
    if node.kind == Kind::Measure {
        let path = || field_of(document, &item(), &["stage"]);
        let works = entry.links.iter().any(|((kind, _), link)| kind.has_sign() && link.counts());
        if node.stage == Some(Stage::Ended) && works {
            faults.push((Fault::StoppedMeasure(item()), path()));
        }
        if matches!(node.stage, Some(Stage::Ended | Stage::Adopted)) {
            let unlearned = !node.learning.is_empty() && entry.links.is_empty();
            let lacks = [
                (node.hypothesis.is_empty(), Lack::Hypothesis),
                (node.participants.is_empty(), Lack::Participants),
                (node.learning.is_empty(), Lack::Learning),
                (unlearned, Lack::Card),
            ];
            let lacks = lacks.into_iter().filter(|(lacks, _)| *lacks);
            faults.extend(lacks.map(|(_, lacks)| (Fault::Unlearned { item: item(), lacks }, path())));
        }
    }
}

fn one_link(document: &Document, id: LinkId, from: Kind, link: &Link, faults: &mut Vec<Spotted>) {
    let item = || Item::Link(id.clone());
    let path = |fields: &[&str]| field_of(document, &item(), fields);
    for field in link_misfits(id.kind, link) {
        faults.push((Fault::MisfitField { item: item(), field, kind: id.kind.field() }, path(&[field])));
    }
    if let Some(to) = document.nodes.get(&id.to)
        && !runs_between(id.kind, from, to.node.kind)
    {
        faults.push((Fault::MisfitLink(id.clone()), path(&[])));
    }
    if !link.strength.is_none_or(|strength| (1..=3).contains(&strength)) {
        let fault = Fault::OutOfRange { item: item(), field: "strength", least: 1, most: 3 };
        faults.push((fault, path(&["strength"])));
    }
    if claims(link.certainty) && link.sources.is_empty() {
        faults.push((Fault::NoSource(item()), path(&["certainty"])));
    }
    if id.kind.has_sign() && link.sign_or_unknown() == Sign::Unknown && link.counts() {
        faults.push((Fault::SignUnknown(id.clone()), path(&[])));
    }
}

/// Whether a source is claimed to stand behind it.
fn claims(certainty: Option<Certainty>) -> bool {
    matches!(certainty, Some(Certainty::Supported | Certainty::Confirmed))
}
