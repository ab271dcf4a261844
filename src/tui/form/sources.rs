//! What cards and links both have: named sources with what they say, and columns from elsewhere.

use std::collections::BTreeMap;

use super::gather::Gatherer;
use super::{Control, Slot, spec};
use crate::exchange::update::state::is_mark;
use crate::map::{Citation, Item, Map, Record, SourceId, Value};
use crate::text::visible;

/// The sources that a card or link names.
pub(super) fn cited<'a>(map: &'a Map, item: &Item) -> Vec<&'a SourceId> {
    match item {
        Item::Node(id) => map.node(id).map_or_else(Vec::new, |node| node.sources.keys().collect()),
        Item::Link(id) => map.link(id).map_or_else(Vec::new, |link| link.sources.keys().collect()),
        _ => Vec::new(),
    }
}

/// The rows of the sources: each with what it says, then the row that names one more.
pub(super) fn source_rows(all: &mut Gatherer, cited: &BTreeMap<SourceId, Citation>) {
    let words = all.lang.words();
    all.heading(words.fields.sources);
    for (id, citation) in cited {
        all.depth(0);
        let title = all.map.sources().get(id).map_or(id.as_str(), |source| &source.title);
        let title = visible(title).into_owned();
        all.said(Slot::Citation(id.clone()), words.things.source.one, title, Control::Pick { new: true });
        all.depth(1);
        for &field in Citation::FIELDS {
            let Some(own) = spec::citation(all.lang, field) else { continue };
            all.row(Slot::Cite(id.clone(), field), own, citation.get(field).as_ref());
        }
    }
    all.depth(0);
    all.adding(Slot::CitationAdd, words.forms.cite, Control::Pick { new: true });
}

/// The rows of the columns from elsewhere, then the row that adds one.
pub(super) fn column_rows(all: &mut Gatherer, columns: &BTreeMap<String, String>) {
    let words = all.lang.words();
    all.heading(words.fields.extra);
    for (name, value) in columns.iter().filter(|(name, _)| !is_mark(name)) {
        let name_shown = visible(name).into_owned();
        all.said(Slot::Column(name.clone()), &name_shown, visible(value).into_owned(), Control::Text);
    }
    all.adding(Slot::ColumnAdd, words.forms.add_column, Control::Text);
}

/// What stands in a slot of the sources or columns.
pub(super) fn value(
    cited: &BTreeMap<SourceId, Citation>,
    columns: &BTreeMap<String, String>,
    slot: &Slot,
) -> Option<Value> {
    match slot {
        Slot::Citation(id) => cited.contains_key(id).then(|| Value::of(id)),
        Slot::Cite(id, field) => cited.get(id)?.get(field),
        Slot::Column(name) => columns.get(name).map(Value::of),
        _ => None,
    }
}
