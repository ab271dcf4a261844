//! Which band and which column of the sheet each card belongs in. Knows no sizes and no lines.

use std::collections::{BTreeMap, BTreeSet};

use super::SheetView;
use crate::layout::columns::{Sorting, sort};
use crate::map::{Level, LevelId, Node, NodeId};
use crate::text::visible;

pub(super) use crate::layout::columns::Column;

/// A level, or the cards without one.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// What names it from one layout to the next; empty for cards without a level.
    pub(super) key: String,
    pub(super) name: String,
    /// The level; none for cards without one.
    pub(super) level: Option<LevelId>,
}

/// A card and the cell it belongs in.
pub(super) struct Card<'a> {
    pub(super) id: &'a NodeId,
    pub(super) node: &'a Node,
    pub(super) band: usize,
    pub(super) column: usize,
}

/// The map in bands (top first) and columns; cards in id order.
pub(super) struct Sorted<'a> {
    pub(super) bands: Vec<Band>,
    pub(super) columns: Vec<Column>,
    pub(super) cards: Vec<Card<'a>>,
    index: BTreeMap<&'a NodeId, usize>,
}

impl<'a> Sorted<'a> {
    /// Sorts the map. A card whose level or area is unknown counts as having none.
    pub(super) fn of(view: &SheetView<'a>) -> Self {
        let map = view.map;
        let words = &view.lang.words().places;
        let own_level = |level: &'a Level| {
            if view.fold_levels { map.whole_level(&level.id).unwrap_or(level) } else { level }
        };
        let mut shown: Vec<&Level> = Vec::new();
        let mut place_of = BTreeMap::new();
        for level in map.levels().iter().rev() {
            let own = own_level(level);
            if !shown.iter().any(|other| other.id == own.id) {
                shown.push(own);
            }
        }
        if !view.keep_empty {
            let used: BTreeSet<&LevelId> = map
                .nodes()
                .filter_map(|(_, node)| map.level(node.level.as_ref()?))
                .map(|level| &own_level(level).id)
                .collect();
            shown.retain(|level| used.contains(&level.id));
        }
        // Top first, as the whole levels are ordered.
        let rank = |level: &Level| map.levels().iter().position(|other| other.id == level.id);
        shown.sort_by_key(|level| std::cmp::Reverse(rank(level)));
        for level in map.levels() {
            let own = own_level(level);
            place_of.insert(&level.id, shown.iter().position(|other| other.id == own.id));
        }
        let band_of = |node: &Node| *place_of.get(node.level.as_ref()?)?;
        let mut bands: Vec<Band> = shown
            .iter()
            .map(|level| Band {
                key: level.id.as_str().to_owned(),
                name: visible(&level.name).into_owned(),
                level: Some(level.id.clone()),
            })
            .collect();
        if map.node_count() == 0 || map.nodes().any(|(_, node)| band_of(node).is_none()) {
            bands.push(Band { key: String::new(), name: words.no_level.to_owned(), level: None });
        }
        let last = bands.len() - 1;
        let mut cards: Vec<Card<'a>> = map
            .nodes()
            .map(|(id, node)| Card { id, node, band: band_of(node).unwrap_or(last), column: 0 })
            .collect();
        let nodes: Vec<&Node> = cards.iter().map(|card| card.node).collect();
        let (by, fold_areas, lang) = (view.columns, view.fold_areas, view.lang);
        let (columns, places) = sort(Sorting { map, by, fold_areas, keep_empty: false, lang }, &nodes);
        cards.iter_mut().zip(places).for_each(|(card, place)| card.column = place);
        let index = cards.iter().enumerate().map(|(at, card)| (card.id, at)).collect();
        Self { bands, columns, cards, index }
    }

    /// Which card has that id.
    pub(super) fn find(&self, id: &NodeId) -> Option<usize> {
        self.index.get(id).copied()
    }
}
