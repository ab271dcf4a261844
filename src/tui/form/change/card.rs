//! What an input makes of a slot of a card.

use super::super::input::{Input, one_line};
use super::super::{Refusal, Slot, card, spec};
use super::shared::shared;
use super::{done, edits, moved, set, short_enough, verb_of};
use crate::file::limits::{LONGEST_LABEL, MOST_TAGS};
use crate::map::id::is_node_id;
use crate::map::{
    Answer, AreaId, Deed, Item, LevelId, Map, Measurement, Node, NodeId, Perspectives, Value, verb,
};
use crate::text::Lang;

/// The longest short label, in characters.
const LONGEST_SHORT: usize = 16;

/// What is to be done with a card.
pub(super) fn node_deed(
    map: &Map,
    id: &NodeId,
    node: &Node,
    slot: &Slot,
    input: &Input,
    now: Option<&Value>,
) -> Result<Option<Deed>, Refusal> {
    let item = Item::Node(id.clone());
    let mut new = node.clone();
    let mut before = Vec::new();
    match slot {
        Slot::Field("kind") if *input == Input::Clear => return Err(Refusal::AlwaysStated),
        Slot::Field(field) => {
            let (_, shape) = spec::node(map, Lang::En, field).ok_or(Refusal::Unfit)?;
            set(&mut new, field, &shape, input, now)?;
            within_bounds(map, id, &new, field)?;
        }
        Slot::Answer(side, field) => {
            let (_, shape) = spec::answer(map, Lang::En, field).ok_or(Refusal::Unfit)?;
            let mut own = card::answer(&new.perspectives, side).cloned().unwrap_or_default();
            set(&mut own, field, &shape, input, now)?;
            put_answer(&mut new.perspectives, side, (own != Answer::default()).then_some(own));
        }
        Slot::MeasurementAdd => {
            let Input::Text(text) = input else { return Err(Refusal::Unfit) };
            let value = one_line(text);
            if value.is_empty() {
                return Ok(None);
            }
            new.measurements.push(Measurement { value, ..Measurement::default() });
        }
        Slot::Measured(at, "value") if *input == Input::Clear && *at < new.measurements.len() => {
            new.measurements.remove(*at);
        }
        Slot::Measured(at, "value") if matches!(input, Input::Move { .. }) => {
            moved(&mut new.measurements, *at, input);
        }
        Slot::Measured(at, field) => {
            let (_, shape) = spec::measurement(map, Lang::En, field).ok_or(Refusal::Unfit)?;
            let own = new.measurements.get_mut(*at).ok_or(Refusal::Unfit)?;
            set(own, field, &shape, input, now)?;
        }
        _ => before = shared(map, &mut new.sources, &mut new.extra, slot, input)?,
    }
    Ok(match slot {
        Slot::Field("label") => verb::rename(map, id, &new.label),
        Slot::Field("level" | "area") => {
            let (level, area): (Option<&LevelId>, Option<&AreaId>) = (new.level.as_ref(), new.area.as_ref());
            verb::move_node(map, id, level, area)
        }
        _ => {
            before.extend(edits(&item, node, &new));
            done(verb_of(slot), node.label.clone(), before)
        }
    })
}

/// Refuses what a file would refuse or complain of.
fn within_bounds(map: &Map, id: &NodeId, node: &Node, field: &str) -> Result<(), Refusal> {
    match field {
        "label" if node.label.is_empty() => Err(Refusal::NoWords),
        "label" if node.label.chars().count() > LONGEST_LABEL => Err(Refusal::TooLong(LONGEST_LABEL)),
        "short" if node.short.chars().count() > LONGEST_SHORT => Err(Refusal::TooLong(LONGEST_SHORT)),
        "tags" if node.tags.len() > MOST_TAGS => Err(Refusal::TooMany(MOST_TAGS)),
        "note" => short_enough(&node.note),
        "was" => {
            let text = |was: &NodeId| was.as_str().to_owned();
            if let Some(wrong) = node.was.iter().find(|was| !is_node_id(was.as_str())) {
                return Err(Refusal::NoId(text(wrong)));
            }
            let taken = |was: &&NodeId| map.find_node(was).is_some_and(|(own, _)| own != id || own == *was);
            node.was.iter().find(taken).map_or(Ok(()), |was| Err(Refusal::IdTaken(text(was))))
        }
        _ => Ok(()),
    }
}

fn put_answer(perspectives: &mut Perspectives, side: &str, answer: Option<Answer>) {
    match side {
        "resident" => perspectives.resident = answer,
        "service" => perspectives.service = answer,
        "system" => perspectives.system = answer,
        "benefit" => perspectives.benefit = answer,
        _ => {}
    }
}
