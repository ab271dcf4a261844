//! What an input makes of the sources and columns that cards and links both have.

use std::collections::BTreeMap;

use super::super::input::{Input, one_line};
use super::super::{Refusal, Slot, spec};
use super::set;
use crate::map::slug::free_slug;
use crate::map::{Citation, Edit, Item, Map, Record, Source, SourceId, Value};
use crate::text::Lang;

/// What cards and links both have. Gives the edits that must come before: a source that is new.
pub(super) fn shared(
    map: &Map,
    sources: &mut BTreeMap<SourceId, Citation>,
    columns: &mut BTreeMap<String, String>,
    slot: &Slot,
    input: &Input,
) -> Result<Vec<Edit>, Refusal> {
    match (slot, input) {
        (Slot::CitationAdd | Slot::Citation(_), Input::Value(Some(value))) => {
            let id: SourceId = value.read().map_err(|_| Refusal::Unfit)?;
            cite(sources, slot, id)?;
            Ok(Vec::new())
        }
        (Slot::CitationAdd | Slot::Citation(_), Input::New(title)) => {
            let title = one_line(title);
            if title.is_empty() {
                return Err(Refusal::NoWords);
            }
            let id = SourceId::new(free_slug(&title, |id| map.sources().contains_key(id)).as_str());
            let source = Source { title, ..Source::default() };
            cite(sources, slot, id.clone())?;
            Ok(vec![Edit::add(Item::Source(id), Value::of(&source))])
        }
        (Slot::Citation(id), Input::Clear) => {
            sources.remove(id);
            Ok(Vec::new())
        }
        (Slot::Cite(id, field), _) => {
            let (_, shape) = spec::citation(Lang::En, field).ok_or(Refusal::Unfit)?;
            let own = sources.get_mut(id).ok_or(Refusal::Unfit)?;
            let now = own.get(field);
            set(own, field, &shape, input, now.as_ref())?;
            Ok(Vec::new())
        }
        (Slot::ColumnAdd, Input::Text(text)) => {
            let (name, value) = text.split_once(['=', ':']).unwrap_or((text, ""));
            let (name, value) = (one_line(name), one_line(value));
            if name.is_empty() {
                return if value.is_empty() { Ok(Vec::new()) } else { Err(Refusal::NoWords) };
            }
            if columns.contains_key(&name) {
                return Err(Refusal::ColumnTaken(name));
            }
            columns.insert(name, value);
            Ok(Vec::new())
        }
        (Slot::Column(name), Input::Clear) => {
            columns.remove(name);
            Ok(Vec::new())
        }
        (Slot::Column(name), Input::Text(text)) if columns.contains_key(name) => {
            columns.insert(name.clone(), one_line(text));
            Ok(Vec::new())
        }
        _ => Err(Refusal::Unfit),
    }
}

/// Names a source, in the place of another one if the slot is that one's: what it says goes along.
fn cite(sources: &mut BTreeMap<SourceId, Citation>, slot: &Slot, id: SourceId) -> Result<(), Refusal> {
    match slot {
        Slot::Citation(old) if *old == id => Ok(()),
        _ if sources.contains_key(&id) => Err(Refusal::CitedAlready),
        Slot::Citation(old) => {
            let said = sources.remove(old).unwrap_or_default();
            sources.insert(id, said);
            Ok(())
        }
        _ => {
            sources.insert(id, Citation::default());
            Ok(())
        }
    }
}
