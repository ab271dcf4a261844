//! The pane that changes several cards or links at once: fields at the left, what can be chosen at the right, below
//! them how many would change.

use super::chrome::Hint;
use super::{Page, scroll};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::listing::{change_one, change_title, would_change};
use crate::text::words::says::quoted;
use crate::text::{Lang, visible, wrap};
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::bulk::{Act, Bulk};
use crate::tui::hits::Target;

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, bulk: &Bulk) {
    let within = Area { y: 1, height: screen.height.saturating_sub(2), ..screen };
    let rows = bulk.fields.len().max(bulk.offers.len());
    let tall = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(4).max(12);
    // Where little would be left beside the pane, bits of the list would stand there like a part of it.
    let wide = if screen.width < 116 { screen.width } else { 76 };
    let area = centered(within, wide, tall.min(22));
    let title = match (bulk.items.as_slice(), &app.open) {
        ([item], Some(open)) => {
            change_one(app.lang, &quoted(&visible(&crate::map::verb::called(&open.map, item))))
        }
        _ => change_title(app.lang, bulk.items.len(), bulk.of_links()),
    };
    let inside = page.brush.frame(area, &app.glyphs.thin, &title);
    page.hits.add(area, Target::Nothing);
    let list = Area { height: inside.height.saturating_sub(2), ..inside };
    let left = Area { width: 26.min(inside.width / 2), ..list };
    let right = Area { x: list.x + left.width + 1, width: list.width.saturating_sub(left.width + 1), ..list };
    for y in list.y..list.y + list.height {
        page.brush.glyph(left.x + left.width, y, app.glyphs.thin.along, Role::Frame);
    }
    page.hits.pane = (usize::from(list.height), bulk.fields.len());
    fields(app, page, left, bulk);
    offers(app, page, right, bulk);
    page.brush.rule(inside.x, list.y + list.height, inside.width, app.glyphs.thin.across, Role::Frame);
    let foot = Area { y: inside.y + inside.height.saturating_sub(1), height: 1, ..inside };
    let (text, role) = if !bulk.wrong.is_empty() {
        (bulk.wrong.clone(), Role::Fault)
    } else if bulk.chosen.is_none() {
        (app.lang.words().listing.choose_a_field.to_owned(), Role::Quiet)
    } else {
        (would_change(app.lang, bulk.changes, bulk.items.len(), bulk.of_links()), Role::Heading)
    };
    page.brush.text(foot.x + 1, foot.y, foot.width.saturating_sub(2), &text, role);
}

fn fields(app: &App, page: &mut Page, area: Area, bulk: &Bulk) {
    let shown = usize::from(area.height);
    let first = scroll::first_shown(bulk.at, shown, bulk.fields.len());
    for (y, (at, row)) in (area.y..).zip(bulk.fields.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..area };
        page.brush.text(own.x + 2, y, own.width.saturating_sub(2), &row.name, Role::Text);
        if at == bulk.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, if bulk.chosen.is_none() { Role::Cursor } else { Role::Heading });
        }
        page.hits.add(own, Target::PaneRow(at));
    }
}

fn offers(app: &App, page: &mut Page, area: Area, bulk: &Bulk) {
    let shown = usize::from(area.height);
    let first = scroll::first_shown(bulk.chosen.unwrap_or(0), shown, bulk.offers.len());
    for (y, (at, offer)) in (area.y..).zip(bulk.offers.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..area };
        let chosen = bulk.chosen == Some(at);
        let x = own.x + 2;
        let cells = own.width.saturating_sub(3);
        if offer.act == Act::Type && chosen {
            let field = Area { x, width: cells, ..own };
            let hint = if cells > 20 { offer.word.as_str() } else { "" };
            super::outline::typed(page, field, bulk.input.value(), bulk.input.visual_cursor(), hint);
            page.brush.text(own.x, y, 1, app.glyphs.trail, Role::Key);
        } else {
            let role = if bulk.chosen.is_some() { Role::Text } else { Role::Quiet };
            page.brush.text(x, y, cells, &visible(&offer.word), role);
            if chosen {
                page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
                page.brush.tint(own, Role::Cursor);
            }
        }
        page.hits.add(own, Target::PaneValue(at));
    }
    if bulk.offers.is_empty() {
        let text = app.lang.words().says.nothing_to_change;
        for (y, line) in
            (area.y..area.y + area.height).zip(&wrap(text, usize::from(area.width) - 3, app.lang))
        {
            page.brush.text(area.x + 2, y, area.width - 3, line, Role::Quiet);
        }
    }
}

/// The keys of the pane, for the last line.
pub(super) fn keys(lang: Lang, bulk: &Bulk) -> Vec<Hint> {
    let doing = &lang.words().doing;
    let enter = if bulk.chosen.is_some() { lang.words().listing.change_all } else { doing.next };
    let keys = [("↑↓", doing.select), ("Enter", enter), ("←", doing.back), ("Esc", doing.cancel)];
    keys.map(|(key, what)| (key.to_owned(), what.to_owned(), None)).into()
}
