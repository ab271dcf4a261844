//! What a matrix is of: an area, a level, a cell of the board, or the whole map.

use super::{AreaId, Lang, LevelId, Map, Node};
use crate::map::{Kind, NodeId};
use crate::text::visible;

/// The kinds of places, in the order in which they are gone through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatrixKind {
    /// One area with its parts.
    #[default]
    Area,
    /// One whole level.
    Level,
    /// One area on one level.
    Cell,
    /// The whole map.
    Whole,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatrixOf {
    /// One area with its parts.
    Area(AreaId),
    /// One whole level.
    Level(LevelId),
    /// One area on one whole level.
    Cell(LevelId, AreaId),
    /// The whole map.
    Whole,
}

impl MatrixOf {
    /// What kind of place it is.
    #[must_use]
    pub fn kind(&self) -> MatrixKind {
        match self {
            MatrixOf::Area(_) => MatrixKind::Area,
            MatrixOf::Level(_) => MatrixKind::Level,
            MatrixOf::Cell(..) => MatrixKind::Cell,
            MatrixOf::Whole => MatrixKind::Whole,
        }
    }

    /// Whether a card stands there.
    #[must_use]
    pub fn holds(&self, map: &Map, node: &Node) -> bool {
        match self {
            MatrixOf::Area(area) => in_area(map, node, area),
            MatrixOf::Level(level) => at_level(map, node, level),
            MatrixOf::Cell(level, area) => in_area(map, node, area) && at_level(map, node, level),
            MatrixOf::Whole => true,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self, map: &Map, lang: Lang) -> String {
        let area = |id: &AreaId| {
            let name = map.area(id).map_or("", |area| area.name.as_str());
            visible(format!("{id} {name}").trim_end()).into_owned()
        };
        let level =
            |id: &LevelId| visible(map.level(id).map_or(id.as_str(), |level| &level.name)).into_owned();
        match self {
            MatrixOf::Area(id) => area(id),
            MatrixOf::Level(id) => level(id),
            MatrixOf::Cell(at, own) => format!("{} · {}", area(own), level(at)),
            MatrixOf::Whole => lang.words().listing.whole_map.to_owned(),
        }
    }
}

fn in_area(map: &Map, node: &Node, wanted: &AreaId) -> bool {
    node.area.as_ref().is_some_and(|own| map.areas_up(own).any(|area| area.id == *wanted))
}

fn at_level(map: &Map, node: &Node, wanted: &LevelId) -> bool {
    let whole = node.level.as_ref().and_then(|level| map.whole_level(level));
    whole.is_some_and(|level| level.id == *wanted)
}

/// The places of a kind that have a link inside, areas in their order, levels top first. The whole map is always one.
#[must_use]
pub fn scopes(map: &Map, kind: MatrixKind) -> Vec<MatrixOf> {
    let areas = || map.areas().iter().map(|area| area.id.clone());
    let whole_areas = || map.areas().iter().filter(|area| area.part_of.is_none()).map(|area| area.id.clone());
    let levels = || map.whole_levels().rev().map(|level| level.id.clone());
    let all: Vec<MatrixOf> = match kind {
        MatrixKind::Area => areas().map(MatrixOf::Area).collect(),
        MatrixKind::Level => levels().map(MatrixOf::Level).collect(),
        MatrixKind::Cell => levels()
            .flat_map(|level| whole_areas().map(move |area| MatrixOf::Cell(level.clone(), area)))
            .collect(),
        MatrixKind::Whole => return vec![MatrixOf::Whole],
    };
    let holds = |of: &MatrixOf, id: &NodeId| {
        map.node(id).is_some_and(|node| node.kind != Kind::Note && of.holds(map, node))
    };
    let has_link = |of: &MatrixOf| {
        map.links().any(|(id, _)| id.kind.has_sign() && holds(of, &id.from) && holds(of, &id.to))
    };
    all.into_iter().filter(has_link).collect()
}

/// The place of a kind to begin with: the one where a card stands, else the first; the whole map where there is none.
#[must_use]
pub fn scope_of(map: &Map, kind: MatrixKind, card: Option<&NodeId>) -> MatrixOf {
    let all = scopes(map, kind);
    let node = card.and_then(|card| map.node(card));
    // The part rather than its whole, since the whole comes first.
    let here = node.and_then(|node| all.iter().rev().find(|of| of.holds(map, node)));
    here.or(all.first()).cloned().unwrap_or(MatrixOf::Whole)
}
