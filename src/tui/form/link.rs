//! The form of a link.

use super::gather::Gatherer;
use super::sources::{column_rows, source_rows};
use super::{Row, Slot, sources, spec};
use crate::file::fits::fits_link;
use crate::map::{Link, LinkId, Map, Record, Value};
use crate::text::Lang;

/// The fields, what people set most first.
const FIELDS: &[&str] = &["sign", "word", "about", "missing", "delay", "strength", "certainty", "note"];

/// The rows of a link.
pub(super) fn rows(map: &Map, id: &LinkId, link: &Link, lang: Lang) -> Vec<Row> {
    let mut all = Gatherer::new(map, lang);
    for &field in FIELDS {
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

/// What stands in a slot of a link.
pub(super) fn value(link: &Link, slot: &Slot) -> Option<Value> {
    match slot {
        Slot::Field(field) => link.get(field),
        _ => sources::value(&link.sources, &link.extra, slot),
    }
}
