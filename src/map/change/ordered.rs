//! Edits of the lists that keep an order: levels, phases, effect goals, areas.
//!
//! An item that comes is put last, and only the last one may go; what stands where is an edit of its own, of the
//! list's ids. So every edit has an opposite.

use super::{ChangeError, Edit, set_field};
use crate::map::record::Record;
use crate::map::value::Value;

/// Does an edit of an item of an ordered list, or of the item's fields.
pub(super) fn edit_ordered<R: Record + serde::Serialize + serde::de::DeserializeOwned>(
    all: &mut Vec<R>,
    edit: &Edit,
    id_of: fn(&R) -> &str,
    id: &str,
) -> Result<(), ChangeError> {
    let at = all.iter().position(|item| id_of(item) == id);
    if let Some(field) = edit.field.as_deref() {
        if field == "id" {
            return Err(edit.stale());
        }
        return set_field(at.map(|at| &mut all[at]), edit, field);
    }
    match (at, &edit.old, &edit.new) {
        (None, None, Some(new)) => {
            let item: R = edit.read(new)?;
            if id_of(&item) != id {
                return Err(edit.stale());
            }
            edit.canonical(&item, new)?;
            all.push(item);
            Ok(())
        }
        (Some(at), Some(old), None) if Value::of(&all[at]) == *old => {
            if at + 1 != all.len() {
                return Err(ChangeError::NotLast(edit.item.clone()));
            }
            all.pop();
            Ok(())
        }
        _ => Err(edit.stale()),
    }
}

/// The ids of an ordered list, as the value of the list's order.
pub(in crate::map) fn order_of<R>(all: &[R], id_of: fn(&R) -> &str) -> Value {
    Value::of(&all.iter().map(|item| id_of(item).to_owned()).collect::<Vec<_>>())
}

/// Puts a list into the order that the edit names.
pub(super) fn reorder<R>(all: &mut Vec<R>, edit: &Edit, id_of: fn(&R) -> &str) -> Result<(), ChangeError> {
    let (Some(old), Some(new)) = (&edit.old, &edit.new) else { return Err(edit.stale()) };
    if order_of(all, id_of) != *old {
        return Err(edit.stale());
    }
    let wanted: Vec<String> = edit.read(new)?;
    let mut ranked = Vec::with_capacity(all.len());
    for item in all.iter() {
        ranked.push(wanted.iter().position(|id| id == id_of(item)).ok_or_else(|| edit.stale())?);
    }
    if wanted.len() != all.len() {
        return Err(edit.stale());
    }
    let mut items: Vec<_> = ranked.into_iter().zip(all.drain(..)).collect();
    items.sort_by_key(|(rank, _)| *rank);
    all.extend(items.into_iter().map(|(_, item)| item));
    Ok(())
}
