//! Choosing where cards go: one list of levels, the top one first, and of areas, filtered by what is typed.

use tui_input::Input;

use crate::map::{AreaId, Level, LevelId, Map, NodeId, fold};

/// Where cards may go. The other one of level and area stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// To a level, or off theirs.
    Level(Option<LevelId>),
    /// To an area, or out of theirs.
    Area(Option<AreaId>),
}

/// A place of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// What it is called; empty for the row that is no place.
    pub name: String,
    /// How many wholes it is a part of.
    pub depth: usize,
    /// Whether all the cards are there already.
    pub here: bool,
}

/// The list, and the cards that are to go.
#[derive(Clone, Debug)]
pub struct Mover {
    /// The cards.
    pub cards: Vec<NodeId>,
    /// What is typed.
    pub input: Input,
    /// The rows that fit, levels first.
    pub rows: Vec<Row>,
    /// The row that the cursor is on.
    pub at: usize,
    all: Vec<Row>,
}

impl Mover {
    /// Every place; the cursor is on the level where the cards are, else on the first row.
    #[must_use]
    pub fn new(map: &Map, cards: Vec<NodeId>) -> Self {
        let all = rows(map, &cards);
        let at = all.iter().position(|row| row.here).unwrap_or(0);
        Self { cards, input: Input::default(), rows: all.clone(), at, all }
    }

    /// Keeps the rows that fit what is typed: an id or a word of a name begins so. The cursor goes to the best one.
    pub fn look(&mut self) {
        let typed = fold(self.input.value());
        self.rows = self.all.iter().filter(|row| how_well(row, &typed).is_some()).cloned().collect();
        let best = self.rows.iter().enumerate().min_by_key(|(_, row)| how_well(row, &typed));
        self.at = match best {
            Some((at, _)) if !typed.is_empty() => at,
            _ => self.rows.iter().position(|row| row.here).unwrap_or(0),
        };
    }

    /// Moves the cursor.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }

    /// The cursor goes to the first area, or from there to the first level.
    pub fn other_list(&mut self) {
        let in_areas = matches!(self.rows.get(self.at), Some(Row { place: Place::Area(_), .. }));
        let wanted = |row: &Row| matches!(row.place, Place::Area(_)) != in_areas;
        let here = self.rows.iter().position(|row| wanted(row) && row.here);
        self.at = here.or_else(|| self.rows.iter().position(wanted)).unwrap_or(self.at);
    }

    /// The place that the cursor is on.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.rows.get(self.at).map(|row| &row.place)
    }
}

/// How well a place fits, small is well: its id, the beginning of its id or name, the beginning of one of its words.
fn how_well(row: &Row, typed: &str) -> Option<usize> {
    let id = match &row.place {
        Place::Level(id) => id.as_ref().map_or("", LevelId::as_str),
        Place::Area(id) => id.as_ref().map_or("", AreaId::as_str),
    };
    if typed.is_empty() {
        return Some(0);
    }
    if id.is_empty() {
        return None;
    }
    let (id, name) = (fold(id), fold(&row.name));
    let mut words = row.name.split(|c: char| !c.is_alphanumeric()).map(fold);
    match () {
        () if id == typed => Some(0),
        () if id.starts_with(typed) || name.starts_with(typed) => Some(1),
        () if words.any(|word| word.starts_with(typed)) => Some(2),
        () => name.contains(typed).then_some(3),
    }
}

fn rows(map: &Map, cards: &[NodeId]) -> Vec<Row> {
    let nodes: Vec<_> = cards.iter().filter_map(|card| map.node(card)).collect();
    let all_here = |here: &dyn Fn(&crate::map::Node) -> bool| nodes.iter().all(|node| here(node));
    let level = |id: Option<&LevelId>, name: &str, depth: usize| Row {
        place: Place::Level(id.cloned()),
        name: name.to_owned(),
        depth,
        here: all_here(&|node| node.level.as_ref() == id),
    };
    let area = |id: Option<&AreaId>, name: &str, depth: usize| Row {
        place: Place::Area(id.cloned()),
        name: name.to_owned(),
        depth,
        here: all_here(&|node| node.area.as_ref() == id),
    };
    let mut rows = Vec::new();
    if !map.levels().is_empty() {
        rows.extend(top_first(map).into_iter().map(|(own, depth)| level(Some(&own.id), &own.name, depth)));
        rows.push(level(None, "", 0));
    }
    if !map.areas().is_empty() {
        rows.extend(map.areas().iter().map(|own| {
            let name =
                if own.name.is_empty() { own.id.to_string() } else { format!("{} {}", own.id, own.name) };
            area(Some(&own.id), &name, usize::from(own.part_of.is_some()))
        }));
        rows.push(area(None, "", 0));
    }
    rows
}

/// The levels from the top, each with its parts below it, and how deep they lie.
fn top_first(map: &Map) -> Vec<(&Level, usize)> {
    // What is taken next lies last.
    let mut open: Vec<(&Level, usize)> = map.whole_levels().map(|level| (level, 0)).collect();
    let mut rows = Vec::new();
    while let Some((level, depth)) = open.pop() {
        rows.push((level, depth));
        // Parts stand bottom to top, so the top one is taken first.
        open.extend(map.parts_of(&level.id).map(|part| (part, depth + 1)));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Area, Frame, Kind, Node};

    fn map() -> Map {
        let level = |id: &str, name: &str, whole: Option<&str>| Level {
            id: id.into(),
            name: name.into(),
            part_of: whole.map(Into::into),
        };
        let area = |id: &str, name: &str| Area { id: id.into(), name: name.into(), ..Area::default() };
        let mut map = Map::new("x").with_frame(Frame {
            levels: vec![
                level("users", "Brukere", None),
                level("system", "Systemet", None),
                level("county", "Statsforvalter", Some("system")),
                level("ministry", "Departement", Some("system")),
            ],
            areas: vec![area("1", "Møtet"), area("4", "Skole og fritid")],
            ..Frame::default()
        });
        let node = Node { level: Some("users".into()), ..Node::new(Kind::Cause, "Tillit") };
        map.insert_node("tillit".into(), node).expect("new");
        map
    }

    fn names(mover: &Mover) -> Vec<String> {
        mover.rows.iter().map(|row| format!("{}{}", " ".repeat(row.depth), row.name)).collect()
    }

    #[test]
    fn the_top_level_stands_first_and_parts_below_their_whole() {
        let mover = Mover::new(&map(), vec!["tillit".into()]);
        assert_eq!(
            names(&mover),
            [
                "Systemet",
                " Departement",
                " Statsforvalter",
                "Brukere",
                "",
                "1 Møtet",
                "4 Skole og fritid",
                ""
            ]
        );
        assert_eq!(mover.place(), Some(&Place::Level(Some("users".into()))));
    }

    #[test]
    fn what_is_typed_leaves_what_begins_so_and_the_cursor_on_the_best() {
        let mut mover = Mover::new(&map(), vec!["tillit".into()]);
        for (typed, wanted) in
            [("s", "Systemet"), ("fri", "4 Skole og fritid"), ("4", "4 Skole og fritid"), ("møt", "1 Møtet")]
        {
            mover.input = Input::new(typed.to_owned());
            mover.look();
            assert_eq!(mover.rows[mover.at].name, wanted, "{typed}");
        }
        mover.input = Input::new("xyzzy".to_owned());
        mover.look();
        assert_eq!((mover.rows.len(), mover.place()), (0, None));
    }

    #[test]
    fn tab_goes_to_the_areas_and_back() {
        let mut mover = Mover::new(&map(), vec!["tillit".into()]);
        mover.other_list();
        assert_eq!(mover.place(), Some(&Place::Area(None)), "the card has no area");
        mover.other_list();
        assert_eq!(mover.place(), Some(&Place::Level(Some("users".into()))));
    }
}
