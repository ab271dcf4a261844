//! What stands around the cards: a row of headings, and the section that is open.

use super::{Page, scroll};
use crate::layout::board::hue;
use crate::layout::canvas::Area;
use crate::map::Item;
use crate::palette::Role;
use crate::text::{cut, pad, width, wrap, wrap_at_most};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::setup::{Piece, Row, Section, Told, counted, told};

/// Draws the headings, what the section is for, and its rows.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let head = headings(app, page, open, area);
    let mut y = area.y + head;
    page.brush.rule(area.x, y, area.width, app.glyphs.thin.across, Role::Frame);
    y += 1;
    let section = open.setup.section;
    let rows = open.setup.rows(&open.map);
    let cells = usize::from(area.width.saturating_sub(2));
    let bottom = area.y + area.height;
    if rows.is_empty() {
        for (y, line) in (y..bottom).zip(wrap(section.empty(app.lang), cells, app.lang)) {
            page.brush.text(area.x + 1, y, area.width - 2, &line, Role::Text);
        }
        return;
    }
    if area.height >= 12 {
        let (lines, _) = wrap_at_most(section.about(app.lang), cells, 2, app.lang);
        for line in &lines {
            page.brush.text(area.x + 1, y, area.width - 2, line, Role::Quiet);
            y += 1;
        }
        y += u16::from(area.height >= 18);
    }
    let list = Area { y, height: bottom.saturating_sub(y), ..area };
    let at = open.setup.at(rows.len());
    let shown = usize::from(list.height);
    let first = scroll::first_shown(at, shown, rows.len());
    page.hits.page = list.height;
    let counts = counted(&open.map, section);
    for (y, (n, row)) in (list.y..).zip(rows.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..list };
        let says = told(&open.map, &open.circles, &counts, row, app.lang);
        draw_row(app, page, own, row, &says);
        if n == at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::Row(n));
    }
}

/// The headings, on as many rows as they need. Gives how many that are.
fn headings(app: &App, page: &mut Page, open: &OpenMap, area: Area) -> u16 {
    let (mut x, mut y) = (area.x, area.y);
    let end = area.x + area.width;
    for section in Section::ALL {
        let number = section.count(&open.map).map_or(String::new(), |n| format!(" {n}"));
        let text = format!(" {}{number} ", section.title(app.lang));
        let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX);
        if x > area.x && x.saturating_add(wide) > end && y + 1 < area.y + area.height {
            (x, y) = (area.x, y + 1);
        }
        let own = section == open.setup.section;
        let from = x;
        x = page.brush.text(x, y, end.saturating_sub(x), &text, if own { Role::Cursor } else { Role::Text });
        if own {
            page.brush.text(from, y, 1, app.glyphs.cursor, Role::Cursor);
        }
        page.hits.add(Area { x: from, y, width: x - from, height: 1 }, Target::Section(section));
        x = (x + 1).min(end);
    }
    y - area.y + 1
}

fn draw_row(app: &App, page: &mut Page, own: Area, row: &Row, says: &Told) {
    let indent = u16::try_from(row.depth * 2).unwrap_or(0).min(own.width / 3);
    let end = own.x + own.width.saturating_sub(1);
    let mut x = own.x + 2 + indent;
    let room = |x: u16| end.saturating_sub(x);
    let facts_role = if says.broken { Role::Fault } else { Role::Quiet };
    match (&row.item, row.piece) {
        (_, Piece::Field(_)) => {
            let wide = own.width / 4;
            let lead = pad(&says.lead, usize::from(wide));
            page.brush.text(x, own.y, room(x).min(wide), &lead, Role::Quiet);
            x += wide + 1;
            let (name, role) = match says.name.as_str() {
                "" => (app.lang.words().forms.not_stated, Role::Quiet),
                name => (name, Role::Text),
            };
            page.brush.text(x, own.y, room(x), name, role);
        }
        (Item::SetAside(_), _) | (_, Piece::Step(_)) => {
            if !says.lead.is_empty() {
                page.brush.text(x, own.y, room(x), &says.lead, Role::Key);
                x += 3;
            }
            let wide = room(x) / 2;
            let name = cut(&says.name, usize::from(wide));
            let behind = page.brush.text(x, own.y, wide, &name, Role::Text);
            let behind = if says.facts.is_empty() { behind } else { x + wide + 1 };
            page.brush.text(behind, own.y, room(behind), &says.facts, facts_role);
        }
        _ => {
            if matches!(row.item, Item::Area(_)) {
                let role = says.color.map_or(Role::Quiet, |color| Role::Area(hue(color)));
                x = page.brush.text(x, own.y, room(x), app.glyphs.barrier.draw(says.color.is_none()), role);
                x = page.brush.text(x + 1, own.y, room(x + 1), &says.lead, role) + 1;
            }
            let facts = cut(&says.facts, usize::from(own.width * 3 / 5));
            let from = page.brush.text_before(end, own.y, &facts, facts_role);
            let role = if matches!(row.item, Item::Journey(_)) { Role::Heading } else { Role::Text };
            page.brush.text(x, own.y, from.saturating_sub(x + 1), &says.name, role);
        }
    }
}
