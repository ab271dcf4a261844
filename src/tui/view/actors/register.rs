//! The register as a table, with what is known of the selected actor below it or at its side.

use super::super::{Page, scroll};
use super::details;
use crate::analysis::actors::Order;
use crate::layout::canvas::Area;
use crate::map::words::influence_word;
use crate::map::{Involvement, Map, NodeId, Stance};
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::{Lang, cut_at_word, visible, width};
use crate::tui::app::App;
use crate::tui::cast::Row;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// From this width on the details stand at the side.
const BESIDE: u16 = 110;
/// Least cells of a name.
const NAME: u16 = 22;
/// Cells before the name: the cursor and a blank.
const LEAD: u16 = 2;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// One that the register can be sorted by.
    Of(Order),
    /// How many loops run through what an actor holds.
    Loops,
}

/// The columns beside the name, from left to right.
const COLUMNS: [Column; 7] = [
    Column::Of(Order::Level),
    Column::Of(Order::Sector),
    Column::Of(Order::Influence),
    Column::Of(Order::Stance),
    Column::Of(Order::Involvement),
    Column::Of(Order::Holds),
    Column::Loops,
];

/// The same, those first that matter most where there is little room.
const FIRST: [Column; 7] = [
    Column::Of(Order::Involvement),
    Column::Of(Order::Influence),
    Column::Of(Order::Stance),
    Column::Of(Order::Level),
    Column::Of(Order::Holds),
    Column::Of(Order::Sector),
    Column::Loops,
];

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let side = area.width >= BESIDE;
    let (list, about) = if side {
        let wide = (area.width * 3 / 10).clamp(36, 60);
        let list = Area { width: area.width - wide - 1, ..area };
        (list, Area { x: area.x + list.width + 1, width: wide, ..area })
    } else {
        // While somebody reads on, the table gives rows to what is read.
        let (high, most) =
            if open.inspector_from > 0 { (area.height * 2 / 3, 18) } else { (area.height * 2 / 5, 11) };
        let high = high.clamp(3, most);
        let list = Area { height: area.height.saturating_sub(high), ..area };
        (list, Area { y: area.y + list.height, height: high, ..area })
    };
    table(app, page, open, list);
    if side {
        for y in about.y..about.y + about.height {
            page.brush.glyph(about.x - 1, y, app.glyphs.frame.along, Role::Frame);
        }
    } else {
        page.brush.rule(about.x, about.y, about.width, app.glyphs.thin.across, Role::Frame);
    }
    let inside = if side {
        Area { x: about.x + 1, width: about.width.saturating_sub(2), ..about }
    } else {
        let height = about.height.saturating_sub(1);
        Area { x: about.x + 1, y: about.y + 1, width: about.width.saturating_sub(2), height }
    };
    if let Some(actor) = open.card.as_ref() {
        details::draw(app, page, open, inside, actor);
    }
}

fn table(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let columns = fitting(open, app.lang, area.width);
    let used: u16 = columns.iter().map(|(_, cells)| cells + 1).sum();
    let name = area.width.saturating_sub(LEAD + used);
    let head = Area { height: 1, ..area };
    heading(app, page, open, Area { x: area.x + LEAD, width: name, ..head }, Column::Of(Order::Name));
    let mut x = area.x + LEAD + name + 1;
    for &(column, cells) in &columns {
        heading(app, page, open, Area { x, width: cells, ..head }, column);
        x += cells + 1;
    }
    let list = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    page.hits.page = list.height;
    let shown = usize::from(list.height);
    let rows = &open.cast.rows;
    let first = scroll::first_shown(open.cast.at, shown, rows.len());
    for (y, (nth, row)) in (list.y..).zip(rows.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..list };
        // A name that people know says more than the beginning of a long one.
        let label = say::label(&open.map, &row.actor);
        let whole = width(&label) <= usize::from(name);
        let label = if whole { label } else { say::short(&open.map, &row.actor) };
        page.brush.text(own.x + LEAD, y, name, &label, Role::Text);
        let mut x = own.x + LEAD + name + 1;
        for &(column, cells) in &columns {
            let value = cut_at_word(&visible(&value(&open.map, app.lang, row, column)), usize::from(cells));
            page.brush.text(x, y, cells, &value, Role::Text);
            x += cells + 1;
        }
        if nth == open.cast.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::Row(nth));
    }
}

fn heading(app: &App, page: &mut Page, open: &OpenMap, area: Area, column: Column) {
    let own = column == Column::Of(open.cast.order);
    let way = if open.cast.back { app.glyphs.head_up } else { app.glyphs.head_down };
    let name = capital(head(app.lang, column));
    let text = if own { format!("{name} {way}") } else { name };
    page.brush.text(area.x, area.y, area.width, &text, if own { Role::Heading } else { Role::Quiet });
    if let Column::Of(order) = column {
        page.hits.add(area, Target::Order(order));
    }
}

fn head(lang: Lang, column: Column) -> &'static str {
    let words = lang.words();
    match column {
        Column::Of(Order::Name) => words.fields.label,
        Column::Of(Order::Level) => words.fields.level,
        Column::Of(Order::Sector) => words.fields.sector,
        Column::Of(Order::Influence) => words.actors.influence_head,
        Column::Of(Order::Stance) => words.fields.stance,
        Column::Of(Order::Involvement) => words.fields.involvement,
        Column::Of(Order::Holds) => words.actors.holds_head,
        Column::Loops => words.actors.loops_head,
    }
}

/// The columns that fit beside the name, as they stand, with their widths: the one that the list is sorted by, then
/// those that matter most, and last those in which nothing stands.
fn fitting(open: &OpenMap, lang: Lang, room: u16) -> Vec<(Column, u16)> {
    let map = &open.map;
    let mut first = FIRST;
    first.sort_by_key(|column| *column != Column::Of(open.cast.order));
    let (said, empty): (Vec<Column>, Vec<Column>) = first.into_iter().partition(|column| {
        *column == Column::Of(open.cast.order)
            || open.cast.rows.iter().any(|row| !value(map, lang, row, *column).is_empty())
    });
    let mut left = room.saturating_sub(LEAD + NAME);
    let mut taken = Vec::new();
    let take = |columns: Vec<Column>, taken: &mut Vec<(Column, u16)>, left: &mut u16| {
        for column in columns {
            let cells = cells(map, lang, column);
            if cells < *left {
                *left -= cells + 1;
                taken.push((column, cells));
            }
        }
    };
    take(said, &mut taken, &mut left);
    // What names leave goes to the columns whose words may be long.
    let name = open.cast.rows.iter().map(|row| width(&say::label(map, &row.actor))).max().unwrap_or(0);
    left = left.saturating_sub(u16::try_from(name).unwrap_or(u16::MAX).saturating_sub(NAME));
    for (column, cells) in &mut taken {
        if matches!(column, Column::Of(Order::Level | Order::Sector)) {
            let values = open.cast.rows.iter().map(|row| width(&visible(&value(map, lang, row, *column))));
            let wanted = u16::try_from(values.max().unwrap_or(0)).unwrap_or(u16::MAX);
            let more = wanted.saturating_sub(*cells).min(left);
            *cells += more;
            left -= more;
        }
    }
    take(empty, &mut taken, &mut left);
    taken.sort_by_key(|(column, _)| COLUMNS.iter().position(|own| own == column));
    taken
}

/// How wide a column is: what can stand in it, and its head with the mark of the order.
fn cells(map: &Map, lang: Lang, column: Column) -> u16 {
    let widest = |words: &[&str]| words.iter().map(|word| width(word)).max().unwrap_or(0);
    let values = match column {
        Column::Of(Order::Level) => {
            map.levels().iter().map(|level| width(&visible(&level.name))).max().unwrap_or(0).min(16)
        }
        Column::Of(Order::Sector) => 16,
        Column::Of(Order::Influence) => widest(&[0, 1, 2, 3].map(|own| influence_word(own, lang))),
        Column::Of(Order::Stance) => Stance::ALL.iter().map(|own| width(own.word(lang))).max().unwrap_or(0),
        Column::Of(Order::Involvement) => {
            Involvement::ALL.iter().map(|own| width(own.word(lang))).max().unwrap_or(0)
        }
        _ => 4,
    };
    // A blank and the mark of the order behind the head.
    let head = width(head(lang, column)) + if column == Column::Loops { 0 } else { 2 };
    u16::try_from(values.max(head)).unwrap_or(u16::MAX)
}

/// What stands in a column; nothing where nobody said it.
fn value(map: &Map, lang: Lang, row: &Row, column: Column) -> String {
    let Some(node) = map.node(&row.actor) else { return String::new() };
    let number = |n: usize| if n == 0 { String::new() } else { n.to_string() };
    match column {
        Column::Of(Order::Name) => node.label.clone(),
        Column::Of(Order::Level) => level(map, &row.actor),
        Column::Of(Order::Sector) => node.sector.trim().to_owned(),
        Column::Of(Order::Influence) => node.influence.map_or("", |own| influence_word(own, lang)).to_owned(),
        Column::Of(Order::Stance) => node.stance.map_or("", |own| own.word(lang)).to_owned(),
        Column::Of(Order::Involvement) => node.involvement.map_or("", |own| own.word(lang)).to_owned(),
        Column::Of(Order::Holds) => number(row.holds),
        Column::Loops => number(row.loops),
    }
}

/// The name of an actor's level; nothing without one.
pub(super) fn level(map: &Map, actor: &NodeId) -> String {
    let level = map.node(actor).and_then(|node| map.level(node.level.as_ref()?));
    level.map_or_else(String::new, |level| level.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Kind, Level, Node};
    use crate::tui::Sheet;

    fn open(influence: Option<u8>) -> OpenMap {
        let name = "Practitioners and all the others";
        let levels = vec![Level { id: "p".into(), name: name.into(), part_of: None }];
        let mut map = Map::new("x").with_frame(Frame { levels, ..Frame::default() });
        let node = Node { influence, level: Some("p".into()), ..Node::new(Kind::Actor, "School") };
        map.insert_node("school".into(), node).expect("new");
        let mut open = OpenMap::new(Sheet::unsaved(map), 1);
        open.settle_cast();
        open
    }

    #[test]
    fn the_order_can_be_seen_and_columns_leave_room_for_the_name() {
        let mut open = open(None);
        for lang in Lang::ALL {
            for order in Order::ALL.into_iter().filter(|own| *own != Order::Name) {
                open.cast.order = order;
                for room in 50..200 {
                    let columns = fitting(&open, lang, room);
                    assert!(columns.iter().any(|(own, _)| *own == Column::Of(order)), "{room} {order:?}");
                    let used: u16 = columns.iter().map(|(_, cells)| cells + 1).sum();
                    assert!(used + LEAD + NAME <= room, "{room} {order:?}");
                }
            }
        }
    }

    #[test]
    fn columns_in_which_nothing_stands_come_last() {
        for (influence, first) in [(None, Order::Level), (Some(0), Order::Influence)] {
            let mut open = open(influence);
            open.cast.order = Order::Name;
            let columns = fitting(&open, Lang::En, LEAD + NAME + 19);
            assert_eq!(columns.first().map(|own| own.0), Some(Column::Of(first)), "{columns:?}");
            assert_eq!(fitting(&open, Lang::Nb, 140).len(), COLUMNS.len());
            // What stands there is whole before a column comes in which nothing does.
            for room in 50..140 {
                let columns = fitting(&open, Lang::En, room);
                let level = columns.iter().find(|own| own.0 == Column::Of(Order::Level)).map(|own| own.1);
                let stance = columns.iter().any(|own| own.0 == Column::Of(Order::Stance));
                assert!(!stance || level == Some(32), "{room}: {columns:?}");
            }
        }
    }
}
