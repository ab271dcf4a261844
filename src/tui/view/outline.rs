//! The outline: a heading that says what is shown, the heads of the columns, and the rows.

use super::chrome::Hint;
use super::{Page, empty, scroll};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::words::listing::{not_shown, shown_of};
use crate::text::words::says::quoted;
use crate::text::{Lang, visible, width, wrap};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::outline::{Column, Listed, Place, Row, pages, value};
use crate::tui::pane::Pane;
use crate::tui::say;

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let outline = &open.outline;
    let chosen = outline.setting().columns.as_ref();
    let all = pages(&open.map, app.lang, outline.listed, chosen, outline.setting().sort.column, area.width);
    let at = outline.page.min(all.len().saturating_sub(1));
    let Some(places) = all.get(at) else { return };
    page.hits.columns = all.len();
    heading(app, page, open, Area { height: 1, ..area }, (at, all.len()));
    heads(app, page, open, Area { y: area.y + 1, height: 1, ..area }, places);
    let list = Area { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    page.hits.page = list.height;
    if outline.rows.is_empty() {
        nothing(app, page, open, list);
        return;
    }
    let shown = usize::from(list.height);
    let first = scroll::first_shown(outline.at, shown, outline.rows.len());
    for (y, (nth, row)) in (list.y..).zip(outline.rows.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..list };
        page.hits.add(own, Target::Row(nth));
        match row {
            Row::Card(id) => card(app, page, open, own, places, id),
            Row::Link(id) => link(app, page, open, own, places, id),
        }
        if nth == outline.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(Area { width: own.width.min(2), ..own }, Target::Pick(nth));
    }
}

/// How much is shown and why not all; at the right the order, and which columns.
fn heading(app: &App, page: &mut Page, open: &OpenMap, area: Area, (at, pages): (usize, usize)) {
    let outline = &open.outline;
    let setting = outline.setting();
    let links = outline.listed == Listed::Links;
    let count = shown_of(app.lang, outline.rows.len(), outline.all, links);
    let words = &app.lang.words().listing;
    let way = if setting.sort.back { app.glyphs.head_up } else { app.glyphs.head_down };
    let mut order = format!("{} {} {way}", words.sorted_by, setting.sort.column.name(app.lang));
    if pages > 1 {
        order = format!("{order}   ←→ {}/{pages}", at + 1);
    }
    let end = area.x + area.width.saturating_sub(1);
    if let Some(Pane::Filter(input)) = &app.pane {
        let from = page.brush.text_before(end, area.y, &count, Role::Heading);
        let x = page.brush.text(area.x + 1, area.y, 2, "/ ", Role::Key);
        let room = from.saturating_sub(x + 2);
        let field = Area { x, width: room, ..area };
        typed(page, field, input.value(), input.visual_cursor(), words.type_to_filter);
        return;
    }
    let mut parts = vec![(count, Role::Heading)];
    if !setting.filter.text.trim().is_empty() {
        parts.push((quoted(&visible(setting.filter.text.trim())), Role::Text));
    }
    for (facet, value) in &setting.filter.chosen {
        let said = value.said(&open.map, *facet, app.lang);
        let name = facet.name(app.lang);
        let part =
            if said == app.lang.words().doing.yes { name.to_owned() } else { format!("{name}: {said}") };
        parts.push((part, Role::Text));
    }
    let hidden = hidden(open);
    if hidden > 0 {
        parts.push((not_shown(app.lang, hidden), Role::Fault));
    }
    let needed: usize = parts.iter().map(|(text, _)| width(text) + 3).sum();
    let room = usize::from(area.width.saturating_sub(3));
    // What is left out matters more than the order, which the head of its column shows too.
    let from = if needed + width(&order) <= room {
        page.brush.text_before(end, area.y, &order, Role::Quiet)
    } else {
        end
    };
    let mut x = area.x + 1;
    for (nth, (text, role)) in parts.iter().enumerate() {
        if nth > 0 {
            x = page.brush.text(
                x,
                area.y,
                from.saturating_sub(x),
                &format!(" {} ", app.glyphs.between),
                Role::Quiet,
            );
        }
        x = page.brush.text(x, area.y, from.saturating_sub(x), text, *role);
    }
}

/// A text that is being typed, its end in sight.
pub(super) fn typed(page: &mut Page, area: Area, text: &str, cursor: usize, hint: &str) {
    if text.is_empty() {
        page.brush.text(area.x, area.y, area.width, hint, Role::Quiet);
    }
    let from = cursor.saturating_sub(usize::from(area.width.saturating_sub(1)));
    let mut left = from;
    let shown: String = text
        .chars()
        .skip_while(|c| {
            let skip = left > 0;
            left = left.saturating_sub(width(c.encode_utf8(&mut [0; 4])));
            skip
        })
        .collect();
    page.brush.text(area.x, area.y, area.width, &shown, Role::Text);
    let column = area.x + u16::try_from(cursor - from).unwrap_or(0);
    page.hits.cursor = Some((column.min(area.x + area.width.saturating_sub(1)), area.y));
}

/// How many picked rows the filter leaves out.
fn hidden(open: &OpenMap) -> usize {
    let shown = |row: &&Row| match row {
        Row::Card(id) => open.picked.contains(id),
        Row::Link(id) => open.picked_links.contains(id),
    };
    let all = match open.outline.listed {
        Listed::Cards => open.picked.len(),
        Listed::Links => open.picked_links.len(),
    };
    all.saturating_sub(open.outline.rows.iter().filter(shown).count())
}

/// The heads of the columns. The one that the list is sorted by has an arrow.
fn heads(app: &App, page: &mut Page, open: &OpenMap, area: Area, places: &[Place]) {
    let sort = open.outline.setting().sort;
    for place in places {
        let shape = if has_shape(place.column) { crate::tui::outline::column::SHAPE } else { 0 };
        let x = area.x + place.x + shape;
        let cells = place.width.saturating_sub(shape).max(1);
        let own = place.column == sort.column;
        let arrow = if sort.back { app.glyphs.head_up } else { app.glyphs.head_down };
        let head = match place.column {
            Column::Picked => app.glyphs.check.to_owned(),
            column => capital(column.head(app.lang)),
        };
        let head = if own && place.column != Column::Picked { format!("{head} {arrow}") } else { head };
        page.brush.text(x, area.y, cells, &head, if own { Role::Heading } else { Role::Quiet });
        page.hits.add(Area { x: area.x + place.x, width: place.width, ..area }, Target::Head(place.column));
    }
}

fn has_shape(column: Column) -> bool {
    matches!(column, Column::Label | Column::From | Column::To)
}

fn card(app: &App, page: &mut Page, open: &OpenMap, own: Area, places: &[Place], id: &crate::map::NodeId) {
    let Some(node) = open.map.node(id) else { return };
    for place in places {
        let x = own.x + place.x;
        match place.column {
            Column::Picked => picked(app, page, open.picked.contains(id), x, own.y),
            Column::Label => shaped(app, page, open, id, Area { x, width: place.width, ..own }, Role::Text),
            column => {
                let text = value::of_card(&open.map, app.lang, app.glyphs, column, id, node);
                page.brush.text(x, own.y, place.width, &text, Role::Text);
            }
        }
    }
}

fn link(app: &App, page: &mut Page, open: &OpenMap, own: Area, places: &[Place], id: &crate::map::LinkId) {
    let Some(link) = open.map.link(id) else { return };
    let role = if link.missing { Role::Ghost } else { Role::Text };
    for place in places {
        let x = own.x + place.x;
        match place.column {
            Column::Picked => picked(app, page, open.picked_links.contains(id), x, own.y),
            Column::From => shaped(app, page, open, &id.from, Area { x, width: place.width, ..own }, role),
            Column::To => shaped(app, page, open, &id.to, Area { x, width: place.width, ..own }, role),
            column => {
                let text = value::of_link(&open.map, app.lang, app.glyphs, column, id, link);
                page.brush.text(x, own.y, place.width, &text, role);
            }
        }
    }
}

fn picked(app: &App, page: &mut Page, picked: bool, x: u16, y: u16) {
    if picked {
        page.brush.text(x, y, 1, app.glyphs.check, Role::Heading);
    }
}

/// A card's shape and label.
fn shaped(app: &App, page: &mut Page, open: &OpenMap, id: &crate::map::NodeId, own: Area, role: Role) {
    let shape = crate::tui::outline::column::SHAPE;
    if let Some(node) = open.map.node(id) {
        let (glyph, role) = say::shape(app.glyphs, node);
        page.brush.text(own.x, own.y, own.width.min(1), glyph, role);
    }
    let label = say::label(&open.map, id);
    page.brush.text(own.x + shape, own.y, own.width.saturating_sub(shape), &label, role);
}

/// What an empty list says: what to do next.
fn nothing(app: &App, page: &mut Page, open: &OpenMap, list: Area) {
    let words = app.lang.words();
    let text = match (open.outline.all, open.outline.listed) {
        (0, Listed::Cards) => {
            return empty::draw(app, page, list, words.start.empty_map, words.guide.write_first);
        }
        (0, Listed::Links) => words.listing.no_links.to_owned(),
        _ => format!("{} {}", words.start.nothing_left, words.listing.esc_takes_away),
    };
    let cells = usize::from(list.width.saturating_sub(4));
    for (y, line) in (list.y + 1..list.y + list.height).zip(&wrap(&text, cells, app.lang)) {
        page.brush.text(list.x + 2, y, list.width - 4, line, Role::Text);
    }
}

/// The keys while letters are typed, for the last line.
pub(super) fn keys(lang: Lang) -> Vec<Hint> {
    let (words, doing) = (&lang.words().listing, &lang.words().doing);
    let keys = [("↑↓", words.along), ("Enter", words.keep_filter), ("Esc", doing.close)];
    keys.map(|(key, what)| (key.to_owned(), what.to_owned(), None)).into()
}
