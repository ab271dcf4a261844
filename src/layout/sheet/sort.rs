//! Which band and which column of the sheet each card belongs in. Knows no sizes and no lines.

use std::collections::BTreeMap;

use super::{Columns, SheetView};
use crate::layout::board::area_hue;
use crate::map::{Area, Kind, Level, Map, Node, NodeId};
use crate::palette::Hue;
use crate::text::visible;

/// A level, or the cards without one.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// What names it from one layout to the next; empty for cards without a level.
    pub(super) key: String,
    pub(super) name: String,
}

/// What stands in a column of the sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    /// What names it from one layout to the next.
    pub(super) key: String,
    /// The code people say aloud; empty where there is none.
    pub(super) code: String,
    pub(super) name: String,
    pub(super) hue: Option<Hue>,
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

/// The longest id that counts as a code to say aloud, such as `1A`.
const CODE: usize = 3;

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
            .map(|level| Band { key: level.id.as_str().to_owned(), name: visible(&level.name).into_owned() })
            .collect();
        if map.node_count() == 0 || map.nodes().any(|(_, node)| band_of(node).is_none()) {
            bands.push(Band { key: String::new(), name: words.no_level.to_owned() });
        }
        let last = bands.len() - 1;
        let mut cards: Vec<Card<'a>> = map
            .nodes()
            .map(|(id, node)| Card { id, node, band: band_of(node).unwrap_or(last), column: 0 })
            .collect();
        let columns = match view.columns {
            Columns::Areas => by_area(map, view, &mut cards),
            Columns::Phases => by_phase(map, view, &mut cards),
            Columns::Sectors => by_sector(view, &mut cards),
            Columns::None => vec![Column::default()],
        };
        let index = cards.iter().enumerate().map(|(at, card)| (card.id, at)).collect();
        Self { bands, columns, cards, index }
    }

    /// Which card has that id.
    pub(super) fn find(&self, id: &NodeId) -> Option<usize> {
        self.index.get(id).copied()
    }
}

/// Puts each card into the column of its key; those without one come last, in a column of that name. Columns that no
/// card is in are left out.
fn spread<K: PartialEq>(
    cards: &mut [Card<'_>],
    known: Vec<(K, Column)>,
    none: Vec<Column>,
    key: impl Fn(&Node) -> Result<K, usize>,
) -> Vec<Column> {
    let at = |node: &Node| match key(node) {
        Ok(key) => known.iter().position(|(own, _)| *own == key).unwrap_or(known.len()),
        Err(which) => known.len() + which,
    };
    let mut used = vec![false; known.len() + none.len()];
    for card in cards.iter_mut() {
        card.column = at(card.node).min(used.len() - 1);
        used[card.column] = true;
    }
    if !used.contains(&true) {
        used[0] = true;
    }
    let place: Vec<usize> =
        used.iter().scan(0, |next, &used| Some(std::mem::replace(next, *next + usize::from(used)))).collect();
    for card in cards {
        card.column = place[card.column];
    }
    let all = known.into_iter().map(|(_, column)| column).chain(none);
    all.zip(used).filter(|(_, used)| *used).map(|(column, _)| column).collect()
}

fn named(key: &str, name: &str) -> Column {
    Column { key: key.to_owned(), name: visible(name).into_owned(), ..Column::default() }
}

fn by_area(map: &Map, view: &SheetView<'_>, cards: &mut [Card<'_>]) -> Vec<Column> {
    let words = &view.lang.words().places;
    let whole = |area: &Area| {
        let mut own = area;
        // A ring of parts is a fault that must not hang us.
        for _ in 0..map.areas().len() {
            match own.part_of.as_ref().and_then(|whole| map.area(whole)) {
                Some(whole) if view.fold_areas => own = whole,
                _ => break,
            }
        }
        own.id.clone()
    };
    let column = |area: &Area| {
        let id = area.id.as_str();
        Column {
            key: id.to_owned(),
            code: if id.len() <= CODE { visible(id).into_owned() } else { String::new() },
            name: visible(if area.name.is_empty() { id } else { &area.name }).into_owned(),
            hue: map.areas().iter().position(|own| own.id == area.id).map(|at| area_hue(map, at)),
        }
    };
    let known = map.areas().iter().map(|area| (area.id.clone(), column(area))).collect();
    spread(cards, known, vec![named("", words.no_area), named("\u{1}", words.actors)], |node| {
        match node.area.as_ref().and_then(|area| map.area(area)) {
            Some(area) => Ok(whole(area)),
            None => Err(usize::from(node.kind == Kind::Actor)),
        }
    })
}

fn by_phase(map: &Map, view: &SheetView<'_>, cards: &mut [Card<'_>]) -> Vec<Column> {
    let known =
        map.phases().iter().map(|phase| (phase.id.clone(), named(phase.id.as_str(), &phase.name))).collect();
    let none = named("", view.lang.words().sheet.no_phase);
    spread(cards, known, vec![none], |node| {
        node.phases.iter().find(|id| map.phases().iter().any(|phase| phase.id == **id)).cloned().ok_or(0)
    })
}

fn by_sector(view: &SheetView<'_>, cards: &mut [Card<'_>]) -> Vec<Column> {
    let sector = |node: &Node| node.sector.trim().to_owned();
    let mut names: Vec<String> = cards.iter().map(|card| sector(card.node)).collect();
    names.sort();
    names.dedup();
    names.retain(|name| !name.is_empty());
    let known = names.into_iter().map(|name| (name.clone(), named(&name, &name))).collect();
    let none = named("", view.lang.words().sheet.no_sector);
    spread(cards, known, vec![none], |node| Some(sector(node)).filter(|name| !name.is_empty()).ok_or(0))
}
