//! The outline: all cards, or all links, as a list that is filtered and sorted. What it lists is worked out when
//! something changed, before the screen is drawn.
//!
//! It holds what somebody set (order, filter, columns) and the rows that follow. The cursor is the open map's own
//! card or link, so that every command that means 'this card' means the row.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::map::{LinkId, Map, NodeId};

pub mod column;
pub mod facet;
pub mod filter;
pub mod value;

pub use column::{Column, Place, pages};
pub use facet::{Facet, Narrow};
pub use filter::{Ends, Filter, Letters};
use value::{Key, Ranks, card_key, link_key};

/// What the outline lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// Cards.
    #[default]
    Cards,
    /// Links.
    Links,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A card.
    Card(NodeId),
    /// A link.
    Link(LinkId),
}

/// How a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The other way round.
    pub back: bool,
}

/// What somebody set for a list; kept while the map is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What is left out.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// The columns that somebody asked for; none while the width decides.
    pub columns: Option<BTreeSet<Column>>,
}

impl Setting {
    fn sorted_by(column: Column) -> Self {
        Self { filter: Filter::default(), sort: Sort { column, back: false }, columns: None }
    }
}

/// All that the rows depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Source {
    generation: u64,
    listed: Listed,
    filter: Filter,
    sort: Sort,
    /// What is picked, where that decides.
    picked: Option<(BTreeSet<NodeId>, BTreeSet<LinkId>)>,
}

/// The outline of an open map.
#[derive(Clone, Debug)]
pub struct Outline {
    /// What it lists.
    pub listed: Listed,
    cards: Setting,
    links: Setting,
    /// Which of the pages of columns is shown.
    pub page: usize,
    /// The row that the cursor is on.
    pub at: usize,
    /// The rows in order.
    pub rows: Vec<Row>,
    /// How many there are without the filter.
    pub all: usize,
    /// The row somebody went to, to come back to when a filter lets it through again.
    wish: Option<Row>,
    /// Nobody went to a row yet: the cursor is where the selection was elsewhere.
    fresh: bool,
    /// The letters of each row in the order of the map, once they were asked for.
    letters: Vec<Letters>,
    lettered: Option<(u64, Listed)>,
    ranks: Ranks,
    ranked: Option<u64>,
    of: Option<Source>,
}

impl Default for Outline {
    fn default() -> Self {
        Self {
            listed: Listed::Cards,
            cards: Setting::sorted_by(Column::Level),
            links: Setting::sorted_by(Column::From),
            page: 0,
            at: 0,
            rows: Vec::new(),
            all: 0,
            wish: None,
            fresh: true,
            letters: Vec::new(),
            lettered: None,
            ranks: Ranks::default(),
            ranked: None,
            of: None,
        }
    }
}

impl Outline {
    /// What is set for the list shown.
    #[must_use]
    pub fn setting(&self) -> &Setting {
        match self.listed {
            Listed::Cards => &self.cards,
            Listed::Links => &self.links,
        }
    }

    /// What the list of cards is narrowed to, whichever list is shown; the board goes by it.
    #[must_use]
    pub fn card_filter(&self) -> &Filter {
        &self.cards.filter
    }

    /// The same, to set it.
    pub fn setting_mut(&mut self) -> &mut Setting {
        match self.listed {
            Listed::Cards => &mut self.cards,
            Listed::Links => &mut self.links,
        }
    }

    /// The cursor takes up what is selected, as when one comes from another screen.
    pub fn begin(&mut self) {
        self.wish = None;
        self.fresh = true;
    }

    /// Lists cards instead of links, or the other way round.
    pub fn switch(&mut self) {
        self.listed = match self.listed {
            Listed::Cards => Listed::Links,
            Listed::Links => Listed::Cards,
        };
        self.page = 0;
        self.begin();
    }

    /// Puts the cursor on a row; the last one if there are not so many.
    pub fn go(&mut self, at: usize) {
        self.at = at.min(self.rows.len().saturating_sub(1));
        self.wish = self.rows.get(self.at).cloned();
        self.fresh = false;
    }

    /// Sorts by a column; by the one it is sorted by already, the other way round.
    pub fn sort_by(&mut self, column: Column) {
        let sort = &mut self.setting_mut().sort;
        let back = sort.column == column && !sort.back;
        *sort = Sort { column, back };
    }

    /// Works the rows out anew if what they depend on has changed.
    pub fn list(&mut self, map: &Map, generation: u64, picked: (&BTreeSet<NodeId>, &BTreeSet<LinkId>)) {
        let setting = self.setting();
        let by_pick =
            setting.sort.column == Column::Picked || setting.filter.chosen.contains_key(&Facet::Picked);
        let source = Source {
            generation,
            listed: self.listed,
            filter: setting.filter.clone(),
            sort: setting.sort,
            picked: by_pick.then(|| (picked.0.clone(), picked.1.clone())),
        };
        if self.of.as_ref() == Some(&source) {
            return;
        }
        let words = source.filter.words();
        // Folding every label takes longer than all the rest: only for who types.
        if !words.is_empty() && self.lettered != Some((generation, self.listed)) {
            self.letters = letters(map, self.listed);
            self.lettered = Some((generation, self.listed));
        }
        if self.ranked != Some(generation) {
            self.ranks = Ranks::of(map);
            self.ranked = Some(generation);
        }
        let all = all_rows(map, self.listed);
        self.all = all.len();
        let mut rows: Vec<(Key, Tie, Row)> = Vec::new();
        for (at, row) in all.into_iter().enumerate() {
            if !words.is_empty() && !self.letters[at].hold(&words) {
                continue;
            }
            if let Some((key, tie)) = entry(map, &source, &self.ranks, &row, picked) {
                rows.push((key, tie, row));
            }
        }
        rows.sort_by(|a, b| order(&a.0, &b.0, source.sort.back).then_with(|| a.1.cmp(&b.1)));
        self.rows = rows.into_iter().map(|(.., row)| row).collect();
        self.of = Some(source);
    }

    /// The row for what is selected: its own; else the one somebody went to last; else the one in its place. `None`
    /// if there are no rows.
    pub fn stand(&mut self, card: Option<&NodeId>, link: Option<&LinkId>) -> Option<&Row> {
        let own = |row: &Row| match row {
            Row::Card(id) => card == Some(id),
            Row::Link(id) => link == Some(id),
        };
        let of_card = |row: &Row| match row {
            Row::Link(id) => self.fresh && (card == Some(&id.from) || card == Some(&id.to)),
            Row::Card(_) => false,
        };
        let wished = |row: &Row| self.wish.as_ref() == Some(row);
        let find = |fits: &dyn Fn(&Row) -> bool| self.rows.iter().position(fits);
        let at = find(&own).or_else(|| find(&wished)).or_else(|| find(&of_card));
        self.at = at.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
        self.rows.get(self.at)
    }
}

/// Where rows stand that are equal in the column: as on the board from the top, then by letters, then by id.
type Tie = (Key, Key, Key);

fn all_rows(map: &Map, listed: Listed) -> Vec<Row> {
    match listed {
        Listed::Cards => map.nodes().map(|(id, _)| Row::Card(id.clone())).collect(),
        Listed::Links => map.links().map(|(id, _)| Row::Link(id.clone())).collect(),
    }
}

/// The letters of all rows, in the order of [`all_rows`].
fn letters(map: &Map, listed: Listed) -> Vec<Letters> {
    match listed {
        Listed::Cards => map.nodes().map(|(id, node)| Letters::of_card(map, id, node)).collect(),
        Listed::Links => {
            let ends = Ends::of(map);
            map.links().map(|(id, link)| Letters::of_link(&ends, id, link)).collect()
        }
    }
}

/// Where a row stands, if the filter lets it through.
fn entry(
    map: &Map,
    source: &Source,
    ranks: &Ranks,
    row: &Row,
    picked: (&BTreeSet<NodeId>, &BTreeSet<LinkId>),
) -> Option<(Key, Tie)> {
    let column = source.sort.column;
    let by_pick = |picked: bool| Key { empty: !picked, number: 0, letters: String::new() };
    match row {
        Row::Card(id) => {
            let node = map.node(id)?;
            let own = picked.0.contains(id);
            if !source.filter.takes_card(map, node, own) {
                return None;
            }
            let key = |column| card_key(map, ranks, column, id, node);
            let by = if column == Column::Picked { by_pick(own) } else { key(column) };
            // Within a level people look for the area; in any other column for the name.
            let area = if column == Column::Level { key(Column::Area) } else { by_pick(true) };
            Some((by, (area, key(Column::Label), by_pick(true))))
        }
        Row::Link(id) => {
            let link = map.link(id)?;
            let own = picked.1.contains(id);
            if !source.filter.takes_link(map, id, link, own) {
                return None;
            }
            let key = |column| link_key(ranks, column, id, link);
            let by = if column == Column::Picked { by_pick(own) } else { key(column) };
            Some((by, (key(Column::From), key(Column::To), key(Column::Kind))))
        }
    }
}

/// The order of two values; rows without one stay last also the other way round.
fn order(a: &Key, b: &Key, back: bool) -> Ordering {
    a.empty.cmp(&b.empty).then_with(|| {
        let forth = a.cmp(b);
        if back { forth.reverse() } else { forth }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Kind, Level, Link, LinkKind, Node, Role, Sign};

    fn map() -> Map {
        let level = |id: &str, name: &str| Level { id: id.into(), name: name.to_owned(), part_of: None };
        let levels = vec![level("u", "Users"), level("s", "System")];
        let mut map = Map::new("x").with_frame(Frame { levels, ..Frame::default() });
        let cards =
            [("a", "Ål", Some("u")), ("b", "Zebra", Some("s")), ("c", "Ære", None), ("d", "Eple", Some("u"))];
        for (id, label, level) in cards {
            let node = Node { level: level.map(Into::into), ..Node::new(Kind::Cause, label) };
            map.insert_node(id.into(), node).expect("new");
        }
        let link = LinkId::new("a", LinkKind::Causes, "d");
        map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
        map
    }

    fn listed(outline: &mut Outline, map: &Map, generation: u64) -> String {
        outline.list(map, generation, (&BTreeSet::new(), &BTreeSet::new()));
        let id = |row: &Row| match row {
            Row::Card(id) => id.to_string(),
            Row::Link(id) => id.to_string(),
        };
        outline.rows.iter().map(id).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn levels_stand_as_on_the_board_and_letters_in_norwegian_order() {
        let mut outline = Outline::default();
        assert_eq!(listed(&mut outline, &map(), 1), "b d a c");
        outline.sort_by(Column::Level);
        assert_eq!(listed(&mut outline, &map(), 1), "d a b c", "cards without a level stay last");
        outline.sort_by(Column::Label);
        assert_eq!(listed(&mut outline, &map(), 1), "d b c a");
        outline.sort_by(Column::Label);
        assert_eq!(listed(&mut outline, &map(), 1), "a c b d");
    }

    #[test]
    fn a_change_of_the_map_or_the_filter_lists_anew() {
        let (mut map, mut outline) = (map(), Outline::default());
        assert_eq!(listed(&mut outline, &map, 1), "b d a c");
        map.insert_node("e".into(), Node::new(Kind::Actor, "Abel")).expect("new");
        assert_eq!(listed(&mut outline, &map, 2), "b d a e c");
        outline.setting_mut().filter.text = "users".to_owned();
        assert_eq!(listed(&mut outline, &map, 2), "d a");
        outline.setting_mut().filter.chosen.insert(Facet::Kind, Narrow::Role(Role::Barrier));
        assert_eq!((listed(&mut outline, &map, 2), outline.all), (String::new(), 5));
        outline.switch();
        assert_eq!(listed(&mut outline, &map, 2), "a causes d");
    }

    #[test]
    fn the_cursor_comes_back_to_where_somebody_put_it() {
        let (map, mut outline) = (map(), Outline::default());
        listed(&mut outline, &map, 1);
        outline.go(2);
        outline.setting_mut().filter.text = "zebra".to_owned();
        listed(&mut outline, &map, 1);
        assert_eq!(outline.stand(Some(&"a".into()), None), Some(&Row::Card("b".into())));
        outline.setting_mut().filter.text = "nothing".to_owned();
        listed(&mut outline, &map, 1);
        assert_eq!(outline.stand(Some(&"b".into()), None), None);
        outline.setting_mut().filter.text = String::new();
        listed(&mut outline, &map, 1);
        assert_eq!(outline.stand(None, None), Some(&Row::Card("a".into())));
    }
}
