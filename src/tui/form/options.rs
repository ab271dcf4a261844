//! What there is to choose from: the words of the model's own lists, and what stands on the map.

use serde::Serialize;

use super::show;
use super::{Choice, Slot};
use crate::map::words::strength_word;
use crate::map::{AreaId, Color, Item, Kind, LevelId, LinkKind, Map, NodeId, Show, Value};
use crate::text::{Lang, visible};
use crate::tui::say;

impl Choice {
    /// A value and its name.
    pub(super) fn of<T: Serialize + ?Sized>(value: &T, word: &str) -> Self {
        Self { value: Some(Value::of(value)), word: visible(word).into_owned() }
    }

    /// No value.
    pub(super) fn none(word: &str) -> Self {
        Self { value: None, word: word.to_owned() }
    }

    /// This one before the others.
    pub(super) fn and(self, others: Vec<Choice>) -> Vec<Choice> {
        let mut all = vec![self];
        all.extend(others);
        all
    }
}

/// The choice that nobody has made.
pub(super) fn not_stated(lang: Lang) -> Choice {
    Choice::none(lang.words().forms.not_stated)
}

/// The values of a list of the model, with their words.
pub(super) fn words<T: Serialize + Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<Choice> {
    all.iter().map(|&own| Choice::of(&own, word(own))).collect()
}

/// How much an actor can influence.
pub(super) fn influences(lang: Lang) -> Vec<Choice> {
    let people = &lang.words().people;
    let said = [people.influence_none, people.influence_low, people.influence_medium, people.influence_high];
    (0_u8..).zip(said).map(|(n, word)| Choice::of(&n, word)).collect()
}

/// How strong a link is.
pub(super) fn strengths(lang: Lang) -> Vec<Choice> {
    (1_u8..=3).filter_map(|n| Some(Choice::of(&n, strength_word(n, lang)?))).collect()
}

/// The colours of an area.
pub(super) fn colors(lang: Lang) -> Vec<Choice> {
    words(Color::ALL, |own| own.word(lang))
}

/// The languages that floke speaks, and the map's own if it is another.
pub(super) fn languages(map: &Map) -> Vec<Choice> {
    let mut all: Vec<Choice> = Lang::ALL.iter().map(|own| Choice::of(own.code(), own.name())).collect();
    let own = &map.head().language;
    if !own.is_empty() && Lang::ALL.iter().all(|lang| lang.code() != own) {
        all.push(Choice::of(own, own));
    }
    all
}

/// The levels, bottom to top; a part stands behind what it is a part of.
pub(super) fn levels(map: &Map) -> Vec<Choice> {
    let named = |id: &LevelId| map.level(id).map_or_else(|| id.to_string(), |own| own.name.clone());
    map.levels()
        .iter()
        .map(|own| match &own.part_of {
            Some(whole) => Choice::of(&own.id, &format!("{} › {}", named(whole), own.name)),
            None => Choice::of(&own.id, &own.name),
        })
        .collect()
}

/// The areas in order: code and name.
pub(super) fn areas(map: &Map) -> Vec<Choice> {
    map.areas().iter().map(|own| Choice::of(&own.id, format!("{} {}", own.id, own.name).trim_end())).collect()
}

/// The levels that a level can be a part of: not itself, and none that is a part of it.
pub(super) fn parts_of_levels(map: &Map, id: &LevelId) -> Vec<Choice> {
    let above = |at: &LevelId| map.level(at).and_then(|own| own.part_of.clone());
    let all = map.levels().iter().filter(|own| !leads_to(&own.id, id, map.levels().len(), above));
    all.map(|own| Choice::of(&own.id, &own.name)).collect()
}

/// The areas that an area can be a part of: not itself, and none that is a part of it.
pub(super) fn parts_of_areas(map: &Map, id: &AreaId) -> Vec<Choice> {
    let above = |at: &AreaId| map.area(at).and_then(|own| own.part_of.clone());
    let all = map.areas().iter().filter(|own| !leads_to(&own.id, id, map.areas().len(), above));
    all.map(|own| Choice::of(&own.id, format!("{} {}", own.id, own.name).trim_end())).collect()
}

/// Whether going up from `from` comes to `to`, in so many steps at most.
fn leads_to<T: PartialEq + Clone>(from: &T, to: &T, most: usize, above: impl Fn(&T) -> Option<T>) -> bool {
    let mut at = Some(from.clone());
    for _ in 0..=most {
        match at {
            Some(here) if here == *to => return true,
            Some(here) => at = above(&here),
            None => return false,
        }
    }
    false
}

/// The phases in order.
pub(super) fn phases(map: &Map) -> Vec<Choice> {
    map.phases().iter().map(|own| Choice::of(&own.id, &own.name)).collect()
}

/// The effect goals in order.
pub(super) fn goals(map: &Map) -> Vec<Choice> {
    map.goals().iter().map(|own| Choice::of(&own.id, &own.text)).collect()
}

/// The sources by title.
pub(super) fn sources(map: &Map) -> Vec<Choice> {
    let mut all: Vec<Choice> = map.sources().iter().map(|(id, own)| Choice::of(id, &own.title)).collect();
    all.sort_by_cached_key(|choice| choice.word.to_lowercase());
    all
}

/// The cards by label, of one kind or all.
fn cards(map: &Map, kind: Option<Kind>) -> Vec<Choice> {
    let of_kind = map.nodes().filter(|(_, node)| kind.is_none_or(|kind| node.kind == kind));
    let mut all: Vec<Choice> = of_kind.map(|(id, _)| Choice::of(id, &say::label(map, id))).collect();
    all.sort_by_cached_key(|choice| choice.word.to_lowercase());
    all
}

/// What a pick of that slot offers, in the order to show it. Empty for slots that are not picked from a list of what
/// stands on the map.
#[must_use]
pub fn options(map: &Map, item: &Item, slot: &Slot, lang: Lang) -> Vec<Choice> {
    match slot {
        Slot::Field("owner" | "payer" | "gainer") => not_stated(lang).and(cards(map, Some(Kind::Actor))),
        Slot::CitationAdd | Slot::Citation(_) => {
            let cited = super::sources::cited(map, item);
            let mut all = sources(map);
            all.retain(|choice| {
                let id = choice.value.as_ref().and_then(|value| value.read().ok());
                id.is_some_and(|id| {
                    !cited.contains(&&id) || matches!(slot, Slot::Citation(own) if *own == id)
                })
            });
            all
        }
        Slot::Through(_) | Slot::ThroughAdd | Slot::WhatIfAdd(_) => cards(map, None),
        Slot::ThroughKind(_) => words(LinkKind::ALL, |own| own.word(lang)),
        Slot::Step(_) | Slot::StepAdd => show::options(map, lang),
        Slot::ChainEnd(at) => match show::at(map, item, *at) {
            Some(Show::Chain(_, end) | Show::Link(_, _, end)) => onward(map, &end, lang),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The links that a chain can go on along from its end: what the value names is the link's kind and its other end.
fn onward(map: &Map, end: &NodeId, lang: Lang) -> Vec<Choice> {
    map.links_from(end)
        .map(|(id, _)| {
            Choice::of(&(id.kind, &id.to), &format!("{} {}", id.kind.word(lang), say::label(map, &id.to)))
        })
        .collect()
}
