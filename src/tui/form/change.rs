//! The deed that an input makes of a slot: the item as it would be is held against the item as it is.

use super::input::{Input, value_of};
use super::spec::{self, Shape};
use super::{Refusal, Slot};
use crate::file::limits::LONGEST_NOTE;
use crate::map::{Deed, Edit, Item, Link, LinkId, Map, Record, Value, Verb, verb};
use crate::text::Lang;

mod card;
mod shared;
mod told;

use card::node_deed;
use shared::shared;
use told::{steps, through};

/// What is to be done so that the slot holds the input; `None` if nothing would change, or the item is not there.
///
/// # Errors
/// If the input cannot stand there; the refusal says why.
pub fn deed(map: &Map, item: &Item, slot: &Slot, input: &Input) -> Result<Option<Deed>, Refusal> {
    let now = super::value(map, item, slot);
    let edits = match item {
        Item::Node(id) => match map.node(id) {
            Some(node) => return node_deed(map, id, node, slot, input, now.as_ref()),
            None => Vec::new(),
        },
        Item::Link(id) if *slot == Slot::LinkKind => {
            let Input::Value(Some(value)) = input else { return Err(Refusal::AlwaysStated) };
            let kind = value.read().map_err(|_| Refusal::Unfit)?;
            return Ok(verb::set_link_kind(map, id, kind));
        }
        Item::Link(id) => match map.link(id) {
            Some(link) => link_edits(map, id, link, slot, input, now.as_ref())?,
            None => Vec::new(),
        },
        Item::Loop(id) => match map.loops().get(id) {
            Some(told) => {
                let mut new = told.clone();
                match slot {
                    Slot::Field(field) => plain(map, item, &mut new, field, input, now.as_ref())?,
                    _ => through(map, &mut new, slot, input)?,
                }
                edits(item, told, &new)
            }
            None => Vec::new(),
        },
        Item::Journey(id) => match map.journeys().into_iter().find(|(own, _)| *own == id) {
            Some((_, journey)) => {
                let mut new = journey.clone();
                match slot {
                    Slot::Field(field) => plain(map, item, &mut new, field, input, now.as_ref())?,
                    _ => steps(&mut new, slot, input)?,
                }
                edits(item, journey, &new)
            }
            None => Vec::new(),
        },
        _ => frame_edits(map, item, slot, input, now.as_ref())?,
    };
    let renames = matches!(slot, Slot::Field(field) if spec::is_called_by(item, field));
    Ok(done(if renames { Verb::Rename } else { verb_of(slot) }, verb::called(map, item), edits))
}

/// What it is called to change what stands in a slot.
fn verb_of(slot: &Slot) -> Verb {
    match slot {
        Slot::Field("marks") => Verb::Mark,
        Slot::Field("votes") => Verb::Vote,
        Slot::Field("pin") => Verb::Pin,
        Slot::CitationAdd | Slot::Citation(_) | Slot::Cite(..) => Verb::Cite,
        _ => Verb::Edit,
    }
}

fn done(verb: Verb, what: String, edits: Vec<Edit>) -> Option<Deed> {
    (!edits.is_empty()).then(|| Deed::new(verb, what, edits))
}

/// The edits from one state of an item to another, field by field.
fn edits<R: Record>(item: &Item, old: &R, new: &R) -> Vec<Edit> {
    R::FIELDS
        .iter()
        .filter_map(|field| {
            let (old, new) = (old.get(field), new.get(field));
            (old != new).then(|| Edit::field(item.clone(), field, old, new))
        })
        .collect()
}

/// Sets a field of a record to what an input makes of it.
fn set<R: Record>(
    record: &mut R,
    field: &str,
    shape: &Shape,
    input: &Input,
    now: Option<&Value>,
) -> Result<(), Refusal> {
    let value = value_of(shape, input, now)?;
    record.set(field, value.as_ref()).map_err(|_| Refusal::Unfit)
}

fn frame_edits(
    map: &Map,
    item: &Item,
    slot: &Slot,
    input: &Input,
    now: Option<&Value>,
) -> Result<Vec<Edit>, Refusal> {
    fn edited<R: Record>(
        record: Option<&R>,
        item: &Item,
        change: impl FnOnce(&mut R) -> Result<(), Refusal>,
    ) -> Result<Vec<Edit>, Refusal> {
        let Some(old) = record else { return Ok(Vec::new()) };
        let mut new = old.clone();
        change(&mut new)?;
        Ok(edits(item, old, &new))
    }
    let Slot::Field(field) = slot else { return Err(Refusal::Unfit) };
    macro_rules! of {
        ($record:expr) => {
            edited($record, item, |new| plain(map, item, new, field, input, now))
        };
    }
    match item {
        Item::Map => of!(Some(map.head())),
        Item::Level(id) => of!(map.level(id)),
        Item::Area(id) => of!(map.area(id)),
        Item::Phase(id) => of!(map.phases().iter().find(|own| own.id == *id)),
        Item::Goal(id) => of!(map.goals().iter().find(|own| own.id == *id)),
        Item::Source(id) => of!(map.sources().get(id)),
        Item::SetAside(key) => of!(map.set_aside().get(key)),
        Item::Node(_) | Item::Link(_) | Item::Loop(_) | Item::Journey(_) => Ok(Vec::new()),
    }
}

fn plain<R: Record>(
    map: &Map,
    item: &Item,
    record: &mut R,
    field: &str,
    input: &Input,
    now: Option<&Value>,
) -> Result<(), Refusal> {
    let (_, shape) = spec::plain(map, Lang::En, item, field).ok_or(Refusal::Unfit)?;
    if field == "kind" && *input == Input::Clear {
        return Err(Refusal::AlwaysStated);
    }
    set(record, field, &shape, input, now)?;
    if spec::is_called_by(item, field) && record.get(field).is_none_or(|value| value == Value::of("")) {
        return Err(Refusal::NoWords);
    }
    Ok(())
}

fn short_enough(note: &[String]) -> Result<(), Refusal> {
    let long = note.iter().map(|line| line.chars().count()).sum::<usize>() > LONGEST_NOTE;
    if long { Err(Refusal::TooLong(LONGEST_NOTE)) } else { Ok(()) }
}

fn link_edits(
    map: &Map,
    id: &LinkId,
    link: &Link,
    slot: &Slot,
    input: &Input,
    now: Option<&Value>,
) -> Result<Vec<Edit>, Refusal> {
    let mut new = link.clone();
    let mut all = Vec::new();
    match slot {
        Slot::Field(field) => {
            let (_, shape) = spec::link(Lang::En, field).ok_or(Refusal::Unfit)?;
            set(&mut new, field, &shape, input, now)?;
            short_enough(&new.note)?;
            // A cause always says its sign: an empty one is an unknown one.
            new = new.fitted_to(id.kind);
        }
        _ => all = shared(map, &mut new.sources, &mut new.extra, slot, input)?,
    }
    all.extend(edits(&Item::Link(id.clone()), link, &new));
    Ok(all)
}

/// Moves one of a row by one place; at its end nothing moves.
fn moved<T>(all: &mut [T], at: usize, input: &Input) {
    let Input::Move { down } = input else { return };
    let other = if *down { Some(at + 1) } else { at.checked_sub(1) };
    if let Some(other) = other.filter(|other| *other < all.len() && at < all.len()) {
        all.swap(at, other);
    }
}
