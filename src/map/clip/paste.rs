//! Pasting a clip: everything it names is looked for in the map it comes to.

use std::collections::BTreeMap;

use super::{Clip, levels_of, same};
use crate::map::fold::fold;
use crate::map::graph::Map;
use crate::map::id::{AreaId, LevelId, NodeId, SourceId};
use crate::map::link::{Link, LinkId};
use crate::map::node::Node;
use crate::map::slug::free_slug;
use crate::map::source::Citation;
use crate::map::verb::{Deed, Draft, Verb, free_id, standing};

/// Pastes a clip as new cards with new ids, whatever cards of the same label there are. Gives the ids in the order of the
/// clip's.
///
/// Levels and areas are those of the same name, and of the same id where one of the two has no name; a card whose place
/// is not found is unsorted. Sources
/// of the same title are cited, others come along. Who owns, pays or gains is the pasted card, else one of that id in the
/// map, else nobody; phases and effect goals stay where the map has them. Dots, pins and former ids do not come along.
/// `None` for an empty clip, or one that breaks a limit of a file.
#[must_use]
pub fn paste(map: &Map, clip: &Clip) -> Option<(Vec<NodeId>, Deed)> {
    let first = clip.cards.values().next()?;
    let mut draft = Draft::of(map);
    let sources = bring_sources(&mut draft, map, clip);
    let places = Places::of(map, clip);
    let mut ids: BTreeMap<&NodeId, NodeId> = BTreeMap::new();
    for (old, card) in &clip.cards {
        let taken = |text: &str| map.find_node(&text.into()).is_some() || draft.node(&text.into()).is_some();
        let new = free_slug(&card.label, taken);
        draft.put_node(new.clone(), Node { votes: 0, pin: None, was: Vec::new(), ..card.clone() });
        ids.insert(old, new);
    }
    let actor = |id: &NodeId| ids.get(id).or_else(|| map.find_node(id).map(|(id, _)| id)).cloned();
    for new in ids.values() {
        let Some(card) = draft.node_mut(new) else { continue };
        for named in [&mut card.owner, &mut card.payer, &mut card.gainer] {
            *named = named.as_ref().and_then(actor);
        }
        card.level = card.level.as_ref().and_then(|id| places.levels.get(id).cloned());
        card.area = card.area.as_ref().and_then(|id| places.areas.get(id).cloned());
        let views = &mut card.perspectives;
        let answers = [&mut views.resident, &mut views.service, &mut views.system, &mut views.benefit];
        for answer in answers.into_iter().flatten() {
            answer.level = answer.level.as_ref().and_then(|id| places.levels.get(id).cloned());
        }
        card.phases.retain(|id| map.phases().iter().any(|phase| phase.id == *id));
        card.effect_goal = card.effect_goal.take().filter(|id| map.goals().iter().any(|goal| goal.id == *id));
        card.sources = cited(&card.sources, &sources);
        for measured in &mut card.measurements {
            measured.source = measured.source.as_ref().and_then(|id| sources.get(id).cloned());
        }
    }
    for (from, kind, to, link) in &clip.links {
        let (Some(from), Some(to)) = (ids.get(from), ids.get(to)) else { continue };
        let link = Link { sources: cited(&link.sources, &sources), ..link.clone() };
        draft.put_link(standing(LinkId { from: from.clone(), to: to.clone(), kind: *kind }), link);
    }
    let deed = draft.deed(Verb::Paste, &first.label)?.of(ids.len());
    Some((ids.into_values().collect(), deed))
}

/// The names of levels and areas of a clip that a map has not, each with how many of the clip's cards name it as theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Homeless {
    /// Levels, in the order of their names.
    pub levels: BTreeMap<String, usize>,
    /// Areas, in the order of their names.
    pub areas: BTreeMap<String, usize>,
}

/// Which places the cards of a clip lose in a map. Empty if it has all of them.
#[must_use]
pub fn homeless(map: &Map, clip: &Clip) -> Homeless {
    let places = Places::of(map, clip);
    let mut out = Homeless::default();
    for card in clip.cards.values() {
        if let Some(id) = card.level.as_ref().filter(|id| !places.levels.contains_key(id)) {
            let own = clip.levels.iter().find(|level| level.id == *id && !level.name.is_empty());
            *out.levels.entry(own.map_or_else(|| id.to_string(), |own| own.name.clone())).or_default() += 1;
        }
        if let Some(id) = card.area.as_ref().filter(|id| !places.areas.contains_key(id)) {
            let own = clip.areas.iter().find(|area| area.id == *id && !area.name.is_empty());
            *out.areas.entry(own.map_or_else(|| id.to_string(), |own| own.name.clone())).or_default() += 1;
        }
    }
    out
}

/// What the clip's places are called in the map.
struct Places<'a> {
    levels: BTreeMap<&'a LevelId, LevelId>,
    areas: BTreeMap<&'a AreaId, AreaId>,
}

impl<'a> Places<'a> {
    fn of(map: &Map, clip: &'a Clip) -> Self {
        let mut places = Self { levels: BTreeMap::new(), areas: BTreeMap::new() };
        for id in clip.cards.values().flat_map(levels_of) {
            let name = clip.levels.iter().find(|level| level.id == *id).map(|level| level.name.as_str());
            if let Some(level) = same(map.levels(), |l| l.id.as_str(), |l| &l.name, id.as_str(), name) {
                places.levels.insert(id, level.id.clone());
            }
        }
        for id in clip.cards.values().filter_map(|card| card.area.as_ref()) {
            let name = clip.areas.iter().find(|area| area.id == *id).map(|area| area.name.as_str());
            if let Some(area) = same(map.areas(), |a| a.id.as_str(), |a| &a.name, id.as_str(), name) {
                places.areas.insert(id, area.id.clone());
            }
        }
        places
    }
}

/// The id under which each of the clip's sources stands in the map, put in where it did not.
fn bring_sources<'a>(draft: &mut Draft<'_>, map: &Map, clip: &'a Clip) -> BTreeMap<&'a SourceId, SourceId> {
    let mut ids = BTreeMap::new();
    for (old, source) in &clip.sources {
        let title = fold(&source.title);
        let is_same = |id: &SourceId| map.sources().get(id).is_some_and(|other| fold(&other.title) == title);
        let there = if is_same(old) { Some(old) } else { map.sources().keys().find(|id| is_same(id)) };
        let id = there.cloned().unwrap_or_else(|| {
            let taken = |id: &str| draft.sources.contains_key(id);
            let free = |title: &str| free_id(title, "source", taken);
            let id = SourceId::new(free(&source.title).or_else(|| free("source")).unwrap_or_default());
            draft.sources.insert(id.clone(), source.clone());
            id
        });
        ids.insert(old, id);
    }
    ids
}

/// What is cited, under the ids of the map; what came without its source is left out.
fn cited(
    citations: &BTreeMap<SourceId, Citation>,
    sources: &BTreeMap<&SourceId, SourceId>,
) -> BTreeMap<SourceId, Citation> {
    citations.iter().filter_map(|(id, citation)| Some((sources.get(id)?.clone(), citation.clone()))).collect()
}
