//! What people call a thing of the map, for saying what was done to it.

use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::item::Item;
use crate::map::link::LinkId;

/// What people call an item: a label, a title, a name, 'A → B' for a link; the id of what is not there. An
/// observation set aside has no other name than its key.
#[must_use]
pub fn called(map: &Map, item: &Item) -> String {
    let found = match item {
        Item::Map => Some(map.head().title.clone()),
        Item::Level(id) => map.level(id).map(|level| level.name.clone()),
        Item::Phase(id) => map.phases().iter().find(|phase| phase.id == *id).map(|phase| phase.name.clone()),
        Item::Goal(id) => map.goals().iter().find(|goal| goal.id == *id).map(|goal| goal.text.clone()),
        Item::Area(id) => map.area(id).map(|area| area.name.clone()),
        Item::Source(id) => map.sources().get(id).map(|source| source.title.clone()),
        Item::Node(id) => return card(map, id),
        Item::Link(id) => return link(map, id),
        Item::Loop(id) => map.loops().get(id).map(|told| told.title.clone()),
        Item::Journey(id) => map.journeys.get(id).map(|journey| journey.title.clone()),
        Item::SetAside(key) => Some(key.clone()),
    };
    found.unwrap_or_else(|| item.to_string())
}

/// A card's label, or its id where it is not there.
pub(super) fn card(map: &Map, id: &NodeId) -> String {
    map.node(id).map_or_else(|| id.to_string(), |node| node.label.clone())
}

/// `A → B`.
pub(super) fn link(map: &Map, id: &LinkId) -> String {
    format!("{} → {}", card(map, &id.from), card(map, &id.to))
}
