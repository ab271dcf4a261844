//! Whether what a new value names is there: nothing that is set by hand may lead nowhere.
//!
//! Names that led nowhere before are let alone, so that the rest of a list can still be changed.

use std::collections::BTreeSet;

use crate::map::graph::Map;
use crate::map::id::{AreaId, GoalId, LevelId, NodeId, PhaseId, SourceId};
use crate::map::item::Item;
use crate::map::node::{Measurement, Perspectives};
use crate::map::source::Citation;
use crate::map::value::Value;

/// Looks up what the new value of a field names.
///
/// # Errors
/// Says in words what is not there.
pub(super) fn names(
    map: &Map,
    item: &Item,
    field: &str,
    old: Option<&Value>,
    new: &Value,
) -> Result<(), String> {
    let before: BTreeSet<String> =
        old.map(|old| named(item, field, old)).unwrap_or_default().into_iter().map(|(_, id)| id).collect();
    for (what, id) in named(item, field, new).into_iter().filter(|(_, id)| !before.contains(id)) {
        let there = match what {
            What::Level => map.level(&LevelId::new(&id)).is_some(),
            What::Area => map.area(&AreaId::new(&id)).is_some(),
            What::Phase => map.phases.iter().any(|phase| phase.id == PhaseId::new(&id)),
            What::Goal => map.goals.iter().any(|goal| goal.id == GoalId::new(&id)),
            What::Source => map.sources.contains_key(&SourceId::new(&id)),
            What::Node => map.find_node(&NodeId::new(&id)).is_some(),
        };
        if !there {
            return Err(format!("there is no {} '{id}'", what.word()));
        }
    }
    match (item, field) {
        (Item::Level(id), "part_of") => no_ring(id.as_str(), new, |at| {
            map.level(&LevelId::new(at))?.part_of.as_ref().map(ToString::to_string)
        }),
        (Item::Area(id), "part_of") => no_ring(id.as_str(), new, |at| {
            map.area(&AreaId::new(at))?.part_of.as_ref().map(ToString::to_string)
        }),
        _ => Ok(()),
    }
}

#[derive(Clone, Copy)]
enum What {
    Level,
    Area,
    Phase,
    Goal,
    Source,
    Node,
}

impl What {
    fn word(self) -> &'static str {
        match self {
            What::Level => "level",
            What::Area => "area",
            What::Phase => "phase",
            What::Goal => "effect goal",
            What::Source => "source",
            What::Node => "node",
        }
    }
}

/// What a value of a field names. A value was read before it comes here, so that nothing is lost by taking one that
/// does not read for one that names nothing.
fn named(item: &Item, field: &str, value: &Value) -> Vec<(What, String)> {
    let one = |what: What| value.read::<String>().map(|id| vec![(what, id)]).unwrap_or_default();
    let each = |what: What, ids: Vec<String>| ids.into_iter().map(|id| (what, id)).collect();
    match (item, field) {
        (Item::Node(_) | Item::Goal(_), "level") | (Item::Level(_), "part_of") => one(What::Level),
        (Item::Node(_), "area") | (Item::Area(_), "part_of") => one(What::Area),
        (Item::Node(_), "owner" | "payer" | "gainer") => one(What::Node),
        (Item::Node(_), "effect_goal") => one(What::Goal),
        (Item::Node(_), "phases") => each(What::Phase, value.read().unwrap_or_default()),
        (Item::Node(_) | Item::Link(_), "sources") => {
            let cited: std::collections::BTreeMap<String, Citation> = value.read().unwrap_or_default();
            each(What::Source, cited.into_keys().collect())
        }
        (Item::Node(_), "measurements") => {
            let all: Vec<Measurement> = value.read().unwrap_or_default();
            let sources = all.into_iter().filter_map(|measured| measured.source);
            each(What::Source, sources.map(|source| source.to_string()).collect())
        }
        (Item::Node(_), "perspectives") => {
            let views: Perspectives = value.read().unwrap_or_default();
            let answers = [views.resident, views.service, views.system, views.benefit];
            let levels = answers.into_iter().flatten().filter_map(|answer| answer.level);
            each(What::Level, levels.map(|level| level.to_string()).collect())
        }
        _ => Vec::new(),
    }
}

/// Whether following `part_of` from the new whole leads back to the part.
fn no_ring(id: &str, new: &Value, whole_of: impl Fn(&str) -> Option<String>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    let mut at = new.read::<String>().ok();
    while let Some(whole) = at {
        if whole == id {
            return Err(format!("'{id}' would be a part of itself"));
        }
        // A ring further up is a fault that stood there before.
        if !seen.insert(whole.clone()) {
            break;
        }
        at = whole_of(&whole);
    }
    Ok(())
}
