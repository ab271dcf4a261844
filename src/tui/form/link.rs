//! The form of a link.

use super::gather::Gatherer;
use super::sources::{column_rows, source_rows};
use super::spec::Shape;
use super::{Choice, Row, Slot, sources, spec};
use crate::file::fits::{fits_link, runs_between};
use crate::map::{Link, LinkId, LinkKind, Map, Record, Value};
use crate::text::Lang;

/// The fields, what people set most first.
const FIELDS: &[&str] = &["sign", "word", "about", "missing", "delay", "strength", "certainty", "note"];
/// The field before which the kind of the link stands.
const AFTER_KIND: &str = "missing";

/// The rows of a link.
pub(super) fn rows(map: &Map, id: &LinkId, link: &Link, lang: Lang) -> Vec<Row> {
    let mut all = Gatherer::new(map, lang);
    for &field in FIELDS {
        if field == AFTER_KIND {
            let kinds = Shape::Choice(kinds(map, id, lang));
            all.row(Slot::LinkKind, (lang.words().fields.kind, kinds), Some(&Value::of(&id.kind)));
        }
        let value = link.get(field);
        if !fits_link(field, id.kind) && value.is_none() {
            continue;
        }
        if let Some(own) = spec::link(lang, field) {
            all.row(Slot::Field(field), own, value.as_ref());
        }
    }
    source_rows(&mut all, &link.sources);
    column_rows(&mut all, &link.extra);
    all.rows
}

/// What the link could say: what is meant to run between two such cards, and is not there already.
fn kinds(map: &Map, id: &LinkId, lang: Lang) -> Vec<Choice> {
    let of = |end| map.node(end).map(|node| node.kind).unwrap_or_default();
    let (from, to) = (of(&id.from), of(&id.to));
    let all = LinkKind::ALL.iter().copied().filter(|&kind| {
        let other = LinkId { kind, ..id.clone() };
        kind == id.kind || (runs_between(kind, from, to) && map.link(&other).is_none())
    });
    all.map(|kind| Choice::of(&kind, kind.word(lang))).collect()
}

/// What stands in a slot of a link.
pub(super) fn value(id: &LinkId, link: &Link, slot: &Slot) -> Option<Value> {
    match slot {
        Slot::LinkKind => Some(Value::of(&id.kind)),
        Slot::Field(field) => link.get(field),
        _ => sources::value(&link.sources, &link.extra, slot),
    }
}
