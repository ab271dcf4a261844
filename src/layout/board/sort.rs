//! Which card belongs in which cell, and in which order: bands, columns, cells. Knows no sizes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{BoardView, Columns, Slot};
use crate::layout::canvas::Area as PictureArea;
use crate::layout::columns::{Column, Sorting, sort};
use crate::map::{Kind, Level, LevelId, Map, Node, NodeId};
use crate::text::visible;

/// A whole level, or the cards without one.
#[derive(Debug)]
pub(super) struct Band {
    /// Whether it is a level, not the row of cards without one.
    pub(super) is_level: bool,
    /// Which level; `None` for the row of cards without one.
    pub(super) level: Option<LevelId>,
    pub(super) name: String,
}

/// A card and its place.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) id: NodeId,
    pub(super) band: usize,
    pub(super) column: usize,
}

/// The whole map in bands (top first), columns and cells.
#[derive(Debug)]
pub(super) struct Sorted {
    pub(super) bands: Vec<Band>,
    pub(super) columns: Vec<Column>,
    pub(super) cards: Vec<Card>,
    cells: Vec<Vec<usize>>,
    index: HashMap<NodeId, usize>,
}

/// How wide a column is where cards have no areas to go by.
const FLOW: u16 = 30;

impl Sorted {
    /// Sorts the map. A card whose level or area is unknown counts as having none.
    pub(super) fn of(view: &BoardView<'_>) -> Self {
        let map = view.map;
        let words = view.lang.words();
        let mut shown = if view.fold_levels { map.whole_levels().rev().collect() } else { unfolded(map) };
        if !view.keep_empty {
            let own = |level| {
                if view.fold_levels { map.whole_level(level).map(|level| &level.id) } else { Some(level) }
            };
            let used: BTreeSet<_> = map.nodes().filter_map(|(_, node)| own(node.level.as_ref()?)).collect();
            shown.retain(|level| used.contains(&level.id));
        }
        let mut bands: Vec<Band> = shown
            .iter()
            .map(|level| Band {
                is_level: true,
                level: Some(level.id.clone()),
                name: visible(&level.name).into_owned(),
            })
            .collect();
        let place_of: BTreeMap<_, _> = map
            .levels()
            .iter()
            .filter_map(|level| {
                let own = if view.fold_levels { map.whole_level(&level.id)? } else { level };
                Some((&level.id, shown.iter().position(|other| other.id == own.id)?))
            })
            .collect();
        let band_of = |node: &Node| node.level.as_ref().and_then(|level| place_of.get(level).copied());
        if map.nodes().any(|(_, node)| band_of(node).is_none()) {
            bands.push(Band { is_level: false, level: None, name: words.places.no_level.to_owned() });
        }
        let last = bands.len().saturating_sub(1);

        let mut all: Vec<(usize, &NodeId, &Node)> =
            map.nodes().map(|(id, node)| (band_of(node).unwrap_or(last), id, node)).collect();
        let kind = |kind: Kind| Kind::ALL.iter().position(|&other| other == kind);
        all.sort_by_cached_key(|&(band, id, node)| {
            (band, node.pin.unwrap_or(u32::MAX), kind(node.kind), usize::MAX - map.degree(id), id)
        });
        let mut cards: Vec<Card> =
            all.iter().map(|&(band, id, _)| Card { id: id.clone(), band, column: 0 }).collect();
        let columns = if view.columns == Columns::None {
            flowing(view.width, bands.len(), &mut cards)
        } else {
            let nodes: Vec<&Node> = all.iter().map(|&(_, _, node)| node).collect();
            let (by, fold_areas, lang) = (view.columns, view.fold_areas, view.lang);
            let keep_empty = view.keep_empty;
            let (columns, places) = sort(Sorting { map, by, fold_areas, keep_empty, lang }, &nodes);
            cards.iter_mut().zip(places).for_each(|(card, place)| card.column = place);
            columns
        };
        let mut cells = vec![Vec::new(); bands.len() * columns.len()];
        for (at, card) in cards.iter().enumerate() {
            cells[card.band * columns.len() + card.column].push(at);
        }
        let index = cards.iter().enumerate().map(|(at, card)| (card.id.clone(), at)).collect();
        Self { bands, columns, cards, cells, index }
    }

    /// The cell at an area of the picture, as something to put a card into.
    pub(super) fn slot(&self, band: usize, column: usize, area: PictureArea) -> Slot {
        let (band, column) = (&self.bands[band], &self.columns[column]);
        Slot { area, level: band.level.clone(), holds: column.holds.clone() }
    }

    /// The cards of a cell in their order.
    pub(super) fn cell(&self, band: usize, column: usize) -> &[usize] {
        &self.cells[band * self.columns.len() + column]
    }

    /// Which card has that id.
    pub(super) fn find(&self, id: &NodeId) -> Option<usize> {
        self.index.get(id).copied()
    }
}

/// The levels with their parts by themselves, top first; a part stands below what it is a part of. A whole level whose
/// cards are all on its parts has no band of its own.
fn unfolded(map: &Map) -> Vec<&Level> {
    let mut shown = Vec::new();
    for whole in map.whole_levels().rev() {
        let parts = map.levels().iter().rev().filter(|level| {
            level.id != whole.id && map.whole_level(&level.id).is_some_and(|own| own.id == whole.id)
        });
        let parts: Vec<&Level> = parts.collect();
        if parts.is_empty() || map.nodes().any(|(_, node)| node.level.as_ref() == Some(&whole.id)) {
            shown.push(whole);
        }
        shown.extend(parts);
    }
    shown
}

fn flowing(width: u16, bands: usize, cards: &mut [Card]) -> Vec<Column> {
    let columns = usize::from((width / FLOW).max(1));
    let mut sizes = vec![0_usize; bands];
    for card in cards.iter() {
        sizes[card.band] += 1;
    }
    let mut seen = vec![0_usize; bands];
    for card in cards {
        card.column = seen[card.band] * columns / sizes[card.band].max(columns);
        seen[card.band] += 1;
    }
    vec![Column::default(); columns]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::columns::Holds;
    use crate::map::{Area, Frame, Link, LinkId, LinkKind, Sign};
    use crate::text::glyph::UNICODE;

    fn level(id: &str, part_of: Option<&str>) -> Level {
        Level { id: id.into(), name: id.to_uppercase(), part_of: part_of.map(Into::into) }
    }

    fn area(id: &str, part_of: Option<&str>) -> Area {
        Area { id: id.into(), name: format!("area {id}"), color: None, part_of: part_of.map(Into::into) }
    }

    fn map(nodes: &[(&str, Kind, Option<&str>, Option<&str>)]) -> Map {
        let mut map = Map::new("x").with_frame(Frame {
            levels: vec![level("low", None), level("top", None), level("part", Some("top"))],
            areas: vec![area("1", None), area("1A", Some("1")), area("2", None)],
            ..Frame::default()
        });
        for (id, kind, level, area) in nodes {
            let mut node = Node::new(*kind, *id);
            node.level = level.map(Into::into);
            node.area = area.map(Into::into);
            map.insert_node((*id).into(), node).expect("new");
        }
        map
    }

    fn ids(sorted: &Sorted, band: usize, column: usize) -> Vec<&str> {
        sorted.cell(band, column).iter().map(|&card| sorted.cards[card].id.as_str()).collect()
    }

    #[test]
    fn parts_of_levels_are_folded_and_rows_and_columns_come_as_needed() {
        let map = map(&[
            ("a", Kind::Cause, Some("part"), Some("1A")),
            ("b", Kind::Actor, Some("low"), None),
            ("c", Kind::Cause, None, None),
        ]);
        let sorted = Sorted::of(&BoardView::new(&map, &UNICODE, 80, 24));
        let bands: Vec<_> = sorted.bands.iter().map(|band| band.name.as_str()).collect();
        assert_eq!(bands, ["TOP", "LOW", "No level"]);
        // The whole area of parts has no card and so no column; the empty area without parts keeps its own.
        let columns: Vec<_> = sorted.columns.iter().map(|column| column.holds.clone()).collect();
        let expected = [Holds::Area("1A".into()), Holds::Area("2".into()), Holds::NoArea, Holds::Actors];
        assert_eq!(columns, expected);
        assert_eq!((ids(&sorted, 0, 0), ids(&sorted, 1, 3)), (vec!["a"], vec!["b"]));
        assert_eq!(ids(&sorted, 2, 2), ["c"]);
    }

    #[test]
    fn parts_have_bands_and_columns_of_their_own_or_stand_in_their_whole() {
        let map =
            map(&[("a", Kind::Cause, Some("part"), Some("1A")), ("b", Kind::Cause, Some("low"), Some("1"))]);
        let both = |fold: bool| {
            let view =
                BoardView { fold_levels: fold, fold_areas: fold, ..BoardView::new(&map, &UNICODE, 80, 24) };
            let sorted = Sorted::of(&view);
            let bands: Vec<String> = sorted.bands.iter().map(|band| band.name.clone()).collect();
            let columns: Vec<String> = sorted.columns.iter().map(|column| column.code.clone()).collect();
            (bands.join(" "), columns.join(" "), ids(&sorted, 0, 0).join(" "))
        };
        // No card is on the top level itself, so unfolded it is only its part.
        assert_eq!(both(false), ("PART LOW".to_owned(), "1 1A 2".to_owned(), String::new()));
        assert_eq!(both(true), ("TOP LOW".to_owned(), "1 2".to_owned(), "a".to_owned()));
    }

    #[test]
    fn a_cell_is_in_order_of_pins_then_kinds_then_links_then_ids() {
        let at = |id, kind| (id, kind, Some("low"), Some("2"));
        let mut map = map(&[
            at("a", Kind::Measure),
            at("b", Kind::Cause),
            at("c", Kind::Cause),
            at("d", Kind::Cause),
            at("e", Kind::Note),
        ]);
        let link = LinkId::new("d", LinkKind::Causes, "d");
        map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
        let order = |map: &Map| {
            let view = BoardView::new(map, &UNICODE, 80, 24);
            let sorted = Sorted::of(&view);
            let column = sorted.columns.iter().position(|column| column.code == "2").expect("there");
            ids(&sorted, 1, column).join("")
        };
        assert_eq!(order(&map), "dbcae");
        let mut pinned = Node::new(Kind::Note, "f");
        (pinned.level, pinned.area, pinned.pin) = (Some("low".into()), Some("2".into()), Some(1));
        map.insert_node("f".into(), pinned).expect("new");
        assert_eq!(order(&map), "fdbcae");
    }

    #[test]
    fn without_areas_cards_flow_over_as_many_columns_as_fit() {
        let names: Vec<String> = (0..7).map(|n| format!("n{n}")).collect();
        let nodes: Vec<_> = names.iter().map(|id| (id.as_str(), Kind::Cause, Some("low"), None)).collect();
        let map = map(&nodes);
        let view = BoardView { columns: Columns::None, ..BoardView::new(&map, &UNICODE, 95, 24) };
        let sorted = Sorted::of(&view);
        let sizes: Vec<_> = (0..sorted.columns.len()).map(|column| sorted.cell(1, column).len()).collect();
        assert_eq!(sizes, [3, 2, 2]);
    }
}
