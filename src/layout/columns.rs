//! What the columns of a board are and which of them each card is in: by area, phase or sector. Both boards sort their
//! cards with it. Knows no sizes, no bands and no order of cards.

use std::collections::BTreeMap;

use crate::map::{Area, AreaId, Color, Kind, Map, Node, PhaseId};
use crate::palette::{AREAS, Hue};
use crate::text::{Lang, visible};

/// What the columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Columns {
    /// The areas; cards without one and actors have columns of their own.
    #[default]
    Areas,
    /// The phases of life; a card is in the first of its own.
    Phases,
    /// The sectors that actors belong to.
    Sectors,
    /// None: the cards of a band stand where there is room, or where their lines are short.
    None,
}

impl Columns {
    /// What they are next: round area, phase, sector and none. Phases and sectors are passed over where no card has any.
    #[must_use]
    pub fn next(self, map: &Map) -> Self {
        let phases = map.nodes().any(|(_, node)| phase(map, node).is_some());
        let sectors = map.nodes().any(|(_, node)| !node.sector.trim().is_empty());
        match self {
            Columns::Areas if phases => Columns::Phases,
            Columns::Areas | Columns::Phases if sectors => Columns::Sectors,
            Columns::Areas | Columns::Phases | Columns::Sectors => Columns::None,
            Columns::None => Columns::Areas,
        }
    }
}

/// What a column holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Holds {
    /// The cards of an area.
    Area(AreaId),
    /// Cards without an area.
    NoArea,
    /// Actors without an area, which is where actors usually are.
    Actors,
    /// The cards of a phase.
    Phase(PhaseId),
    /// Cards without a phase.
    NoPhase,
    /// The cards of a sector, as the first of them writes it.
    Sector(String),
    /// Cards without a sector.
    NoSector,
    /// Cards as they come.
    #[default]
    Any,
}

impl Holds {
    /// The area of its cards, `None` inside for none; `None` outside where columns are no areas.
    #[must_use]
    pub fn area(&self) -> Option<Option<AreaId>> {
        match self {
            Holds::Area(area) => Some(Some(area.clone())),
            Holds::NoArea | Holds::Actors => Some(None),
            _ => None,
        }
    }
}

/// A column of a board.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    pub(super) holds: Holds,
    /// What names it from one layout to the next.
    pub(super) key: String,
    /// The code people say aloud; empty where there is none.
    pub(super) code: String,
    pub(super) name: String,
    pub(super) hue: Option<Hue>,
}

/// Which columns there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sorting<'a> {
    pub(super) map: &'a Map,
    pub(super) by: Columns,
    /// Whether parts of an area stand in its column.
    pub(super) fold_areas: bool,
    /// Whether areas and phases without cards keep their columns, but for an area that is there for its parts or a
    /// part that stands in its whole.
    pub(super) keep_empty: bool,
    pub(super) lang: Lang,
}

/// The longest id that counts as a code to say aloud, such as `1A`.
const CODE: usize = 3;

/// The columns from the left, at least one, and for each of the cards, in their order, which column it is in. Cards that
/// have no area, phase or sector, or an unknown one, come last, in columns of that name.
pub(super) fn sort(sorting: Sorting<'_>, cards: &[&Node]) -> (Vec<Column>, Vec<usize>) {
    let (map, words) = (sorting.map, sorting.lang.words());
    match sorting.by {
        Columns::Areas => {
            let known = map.areas().iter().enumerate().map(|(at, area)| {
                let parts = map.areas().iter().any(|part| part.part_of.as_ref() == Some(&area.id));
                let idle = if sorting.fold_areas { area.part_of.is_some() } else { parts };
                (of_area(map, at, area), sorting.keep_empty && !idle)
            });
            let none =
                [(Holds::NoArea, "", words.places.no_area), (Holds::Actors, "\u{1}", words.places.actors)];
            let column_of = |node: &Node| {
                let mut area = node.area.as_ref().and_then(|id| map.area(id));
                if sorting.fold_areas {
                    area = area.and_then(|area| map.whole_area(&area.id));
                }
                let place = area.and_then(|area| map.areas().iter().position(|own| own.id == area.id));
                place.ok_or(usize::from(node.kind == Kind::Actor))
            };
            spread(cards, known.collect(), &none, column_of)
        }
        Columns::Phases => {
            let known = map.phases().iter();
            let known = known.map(|phase| {
                let holds = Holds::Phase(phase.id.clone());
                (named(holds, phase.id.as_str(), &phase.name), sorting.keep_empty)
            });
            let none = [(Holds::NoPhase, "", words.sheet.no_phase)];
            spread(cards, known.collect(), &none, |node| phase(map, node).ok_or(0))
        }
        Columns::Sectors => {
            // Written as the first card has it; upper and lower case do not make two.
            let mut names: BTreeMap<String, &str> = BTreeMap::new();
            for node in cards.iter().filter(|node| !node.sector.trim().is_empty()) {
                names.entry(node.sector_key()).or_insert(node.sector.trim());
            }
            let known = names
                .values()
                .map(|name| (named(Holds::Sector((*name).to_owned()), name, name), false))
                .collect();
            let keys: Vec<&String> = names.keys().collect();
            let none = [(Holds::NoSector, "", words.sheet.no_sector)];
            spread(cards, known, &none, |node| keys.binary_search(&&node.sector_key()).map_err(|_| 0))
        }
        Columns::None => (vec![Column::default()], vec![0; cards.len()]),
    }
}

/// Which of the map's phases a card is in: the first that it names.
#[must_use]
pub fn phase(map: &Map, node: &Node) -> Option<usize> {
    node.phases.iter().find_map(|id| map.phases().iter().position(|phase| phase.id == *id))
}

/// Puts each card into one of the known columns, or into one of those for the rest; columns that no card is in are left
/// out where they are not to be kept.
fn spread(
    cards: &[&Node],
    known: Vec<(Column, bool)>,
    rest: &[(Holds, &str, &str)],
    column_of: impl Fn(&Node) -> Result<usize, usize>,
) -> (Vec<Column>, Vec<usize>) {
    let count = known.len();
    let rest = rest.iter().map(|(holds, key, name)| {
        let (key, name) = ((*key).to_owned(), (*name).to_owned());
        (Column { holds: holds.clone(), key, name, ..Column::default() }, false)
    });
    let (mut columns, mut used): (Vec<Column>, Vec<bool>) = known.into_iter().chain(rest).unzip();
    let mut places: Vec<usize> =
        cards.iter().map(|node| column_of(node).unwrap_or_else(|rest| count + rest)).collect();
    places.iter().for_each(|&at| used[at] = true);
    if !used.contains(&true) {
        used[0] = true;
    }
    let moved: Vec<usize> =
        (0..used.len()).map(|at| used[..at].iter().filter(|&&used| used).count()).collect();
    places.iter_mut().for_each(|at| *at = moved[*at]);
    let mut kept = used.iter();
    columns.retain(|_| kept.next().is_some_and(|&used| used));
    (columns, places)
}

fn of_area(map: &Map, at: usize, area: &Area) -> Column {
    let id = area.id.as_str();
    Column {
        holds: Holds::Area(area.id.clone()),
        key: id.to_owned(),
        code: if id.len() <= CODE { visible(id).into_owned() } else { String::new() },
        name: visible(if area.name.is_empty() { id } else { &area.name }).into_owned(),
        hue: Some(area_hue(map, at)),
    }
}

fn named(holds: Holds, key: &str, name: &str) -> Column {
    let name = if name.trim().is_empty() { key } else { name };
    Column { holds, key: key.to_owned(), name: visible(name).into_owned(), ..Column::default() }
}

/// The colour of the area at that place of the map's list: its own, else one of [`AREAS`] by its place.
#[must_use]
pub fn area_hue(map: &Map, at: usize) -> Hue {
    map.areas().get(at).and_then(|area| area.color).map_or(AREAS[at % AREAS.len()], hue)
}

/// A colour that somebody gave an area, as a theme knows it.
#[must_use]
pub fn hue(color: Color) -> Hue {
    match color {
        Color::Gray => Hue::Gray,
        Color::Red => Hue::Red,
        Color::Green => Hue::Green,
        Color::Yellow => Hue::Yellow,
        Color::Blue => Hue::Blue,
        Color::Magenta => Hue::Magenta,
        Color::Cyan => Hue::Cyan,
        Color::BrightRed => Hue::BrightRed,
        Color::BrightGreen => Hue::BrightGreen,
        Color::BrightYellow => Hue::BrightYellow,
        Color::BrightBlue => Hue::BrightBlue,
        Color::BrightMagenta => Hue::BrightMagenta,
        Color::BrightCyan => Hue::BrightCyan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Phase};

    fn map() -> Map {
        let area = |id: &str, part_of: Option<&str>| Area {
            id: id.into(),
            part_of: part_of.map(Into::into),
            ..Area::default()
        };
        let phase = |id: &str| Phase { id: id.into(), name: id.to_uppercase() };
        let mut map = Map::new("x").with_frame(Frame {
            areas: vec![area("1", None), area("1A", Some("1")), area("2", None)],
            phases: vec![phase("before"), phase("after")],
            ..Frame::default()
        });
        let mut insert = |id: &str, kind, change: &dyn Fn(&mut Node)| {
            let mut node = Node::new(kind, id);
            change(&mut node);
            map.insert_node(id.into(), node).expect("new");
        };
        insert("a", Kind::Cause, &|node| node.area = Some("1A".into()));
        insert("b", Kind::Cause, &|node| node.phases = vec!["gone".into(), "after".into()]);
        insert("c", Kind::Actor, &|node| node.sector = " health ".to_owned());
        map
    }

    fn sorted(by: Columns, fold_areas: bool, keep_empty: bool) -> (String, Vec<usize>) {
        let map = map();
        let cards: Vec<&Node> = map.nodes().map(|(_, node)| node).collect();
        let (columns, places) =
            sort(Sorting { map: &map, by, fold_areas, keep_empty, lang: Lang::En }, &cards);
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        (names.join(", "), places)
    }

    #[test]
    fn columns_are_what_is_asked_for_and_the_rest_comes_last() {
        assert_eq!(sorted(Columns::Areas, false, false), ("1A, No area, Actors".to_owned(), vec![0, 1, 2]));
        assert_eq!(sorted(Columns::Areas, true, false), ("1, No area, Actors".to_owned(), vec![0, 1, 2]));
        assert_eq!(sorted(Columns::Phases, false, false), ("AFTER, No phase".to_owned(), vec![1, 0, 1]));
        assert_eq!(sorted(Columns::Sectors, false, false), ("health, No sector".to_owned(), vec![1, 1, 0]));
    }

    #[test]
    fn columns_without_cards_are_kept_where_a_card_may_be_put_there() {
        assert_eq!(sorted(Columns::Areas, false, true).0, "1A, 2, No area, Actors");
        assert_eq!(sorted(Columns::Areas, true, true).0, "1, 2, No area, Actors");
        assert_eq!(sorted(Columns::Phases, false, true).0, "BEFORE, AFTER, No phase");
    }

    #[test]
    fn what_no_card_has_is_passed_over_on_the_way_round() {
        let round = |map: &Map| {
            let mut all = vec![Columns::Areas];
            while all.len() < 2 || all.last() != Some(&Columns::Areas) {
                all.push(all.last().map_or(Columns::Areas, |columns| columns.next(map)));
            }
            all
        };
        use Columns::{Areas, None, Phases, Sectors};
        assert_eq!(round(&map()), [Areas, Phases, Sectors, None, Areas]);
        assert_eq!(round(&Map::new("x")), [Areas, None, Areas]);
    }
}
