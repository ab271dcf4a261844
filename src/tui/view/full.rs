//! The full board: a window on the sheet, with the names of bands and columns kept in sight, a small picture of the
//! whole, and a line that says what is drawn and what of it is out of sight.

use std::sync::Arc;

use super::Page;
use crate::layout::board::{Slot, Zoom};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::sheet::{Plan, Shown, Squeeze};
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::words::sheet::{leaving, of_pair};
use crate::text::{visible, wrap_at_most};
use crate::tui::app::App;
use crate::tui::full::Drawn;
use crate::tui::hits::{Target, Window};
use crate::tui::open::OpenMap;

/// The widest edge with names of bands.
const EDGE: u16 = 18;

/// Draws it; whether there is a sheet to draw.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) -> bool {
    let Some(open) = app.open.as_ref().filter(|open| open.look.zoom == Zoom::Open) else { return false };
    let (Some(plan), Some(squeeze)) = (open.full.plan(), open.full.squeeze()) else { return false };
    let sheet = Squeezed { plan, squeeze };
    let (edge, head) =
        (plan.margins().0.min(EDGE).min(area.width / 6), if area.height >= 30 { 2 } else { 1 });
    let foot = 1;
    let room = Area {
        x: area.x + edge,
        y: area.y + head,
        width: area.width.saturating_sub(edge),
        height: area.height.saturating_sub(head + foot),
    };
    let (window, wanted) = window(app, open, sheet, room);
    let canvas =
        plan.paint(&Shown { links: open.full.links(), selected: open.board_card(), squeeze, window });
    page.brush.picture(room, &canvas, (0, 0));
    names(app, page, sheet, area, room, window);
    for slot in plan.slots() {
        if let Some(own) = on_screen(squeeze.area(slot.area), window, room) {
            super::board::add_slot(app, page, Slot { area: own, ..slot });
        }
    }
    for (own, card) in plan.cards() {
        if let Some(own) = on_screen(squeeze.area(own), window, room) {
            page.hits.add(own, Target::Card(card.clone()));
            if app.drag.as_ref().is_some_and(|drag| drag.over == Some(Target::Card(card.clone()))) {
                page.brush.tint(own, Role::Cursor);
            }
            if let Some(stroke) = open.stroke_of(card) {
                super::board::differs(app, page, own, stroke);
            }
            super::board::number(open, page, own, card);
            if open.picked.contains(card) {
                super::board::mark(app, page, own);
            }
        }
    }
    chosen(open, page, sheet, window, room);
    let minimap = minimap(app, open, page, sheet, window, room);
    let line = Area { x: area.x, y: area.y + area.height - 1, width: area.width, height: 1 };
    told(app, open, page, sheet, window, line);
    page.hits.page = area.height / 4;
    page.hits.window = Some(Window {
        area: window,
        wanted,
        sheet: squeeze.size(),
        plan: Arc::clone(plan),
        squeeze: Arc::clone(squeeze),
        card: open.card.clone(),
        margins: plan.margins(),
        minimap,
    });
    true
}

/// A sheet, and what of it is left out.
#[derive(Clone, Copy)]
struct Squeezed<'a> {
    plan: &'a Plan,
    squeeze: &'a Squeeze,
}

impl Squeezed<'_> {
    /// Where a card is shown.
    fn area_of(self, card: &NodeId) -> Option<Area> {
        self.plan.area_of(card).map(|area| self.squeeze.area(area))
    }
}

/// Which part of the squeezed sheet is shown: where somebody put it, else as before, moved so far that the selected card
/// is in sight; and where it would begin if the sheet had no edges.
fn window(app: &App, open: &OpenMap, sheet: Squeezed<'_>, room: Area) -> (Area, (i32, i32)) {
    let Squeezed { plan, squeeze } = sheet;
    let ((wide, high), (edge, head)) = (squeeze.size(), plan.margins());
    // Where less is drawn the sheet is smaller: rather nothing beyond its end than a card that moves away.
    let at = |wanted: (i32, i32), held: bool| {
        let clamp = |from: i32, least: u16, whole: u16, shown: u16| {
            let most = whole.saturating_sub(shown).max(least);
            let most = if held && most > least { whole.max(1) - 1 } else { most };
            u16::try_from(from.clamp(i32::from(least), i32::from(most))).unwrap_or(least)
        };
        let area = Area {
            x: clamp(wanted.0, edge, wide, room.width),
            y: clamp(wanted.1, head, high, room.height),
            width: room.width,
            height: room.height,
        };
        (area, wanted)
    };
    let cell = |(x, y): (u16, u16)| (i32::from(x), i32::from(y));
    if let Some(from) = open.full.from {
        return at(cell(squeeze.place(from)), false);
    }
    if open.full.aims() {
        // A card that the drawn links do not touch may be out of sight.
        let links = open.full.links();
        let own = open.card.as_ref().filter(|card| links.iter().any(|link| plan.joins(*link, Some(card))));
        return at(cell(plan.most_of(links, squeeze, room, own.and_then(|card| sheet.area_of(card)))), false);
    }
    let card = open.card.as_ref();
    let known = app.hits.window.as_ref().map(|window| window.carried(plan, squeeze, card));
    let Some(card) = card.and_then(|card| sheet.area_of(card)) else {
        return at(known.unwrap_or_default(), false);
    };
    let before = known.map(|known| at(known, true).0);
    let x = follow(before.map(|window| window.x), (card.x, card.width), room.width, BESIDE.0);
    let y = follow(before.map(|window| window.y), (card.y, card.height), room.height, BESIDE.1);
    match (known, before) {
        (Some(known), Some(before)) if (before.x, before.y) == (x, y) => at(known, true),
        _ => at(cell((x, y)), false),
    }
}

/// How many columns and rows stay free beside a card that the window was moved to: a few, so that one can go back and on
/// without moving it again.
const BESIDE: (u16, u16) = (20, 3);

/// Where a window begins, one way, so that what one goes to is in it: where it was, if it is; else so that one can go
/// on in the same direction for a while without moving it again; in the middle if it is far away.
fn follow(known: Option<u16>, (from, many): (u16, u16), shown: u16, beside: u16) -> u16 {
    let middle = (from + many / 2).saturating_sub(shown / 2);
    let Some(before) = known else { return middle };
    let end = before.saturating_add(shown);
    if from >= before && from + many <= end {
        return before;
    }
    let free = beside.min(shown.saturating_sub(many) / 2);
    if from >= before && from < end.saturating_add(shown) {
        from.saturating_sub(free)
    } else if from < before && from.saturating_add(shown) >= before {
        (from + many + free).saturating_sub(shown)
    } else {
        middle
    }
}

/// Where a part of the sheet is on the screen; none if it is out of sight.
fn on_screen(own: Area, window: Area, room: Area) -> Option<Area> {
    let (x, y) = (own.x.max(window.x), own.y.max(window.y));
    let right = (own.x + own.width).min(window.x.saturating_add(window.width));
    let bottom = (own.y + own.height).min(window.y.saturating_add(window.height));
    (x < right && y < bottom).then(|| Area {
        x: room.x + x - window.x,
        y: room.y + y - window.y,
        width: right - x,
        height: bottom - y,
    })
}

/// The names of the columns above the window and those of the bands at its left, as far as they are in sight.
fn names(app: &App, page: &mut Page, sheet: Squeezed<'_>, area: Area, room: Area, window: Area) {
    let rows = room.y - area.y;
    for column in sheet.squeeze.columns(sheet.plan) {
        let own = Area { x: column.x, y: window.y, width: column.width, height: 1 };
        let Some(own) = on_screen(own, window, room) else { continue };
        let text = format!("{} {}", column.code, column.name);
        let cells = usize::from(own.width.saturating_sub(1)).max(1);
        let (mut lines, was_cut) = wrap_at_most(text.trim(), cells, usize::from(rows), app.lang);
        if was_cut && let Some(last) = lines.last_mut() {
            *last = last.replace('…', app.glyphs.ellipsis);
        }
        let role = column.hue.map_or(Role::Heading, Role::Area);
        for (y, line) in (area.y..room.y).zip(lines) {
            page.brush.text(own.x, y, own.width, &line, role);
        }
    }
    for band in sheet.squeeze.bands(sheet.plan) {
        let own = Area { x: window.x, y: band.y, width: 1, height: band.height };
        let Some(own) = on_screen(own, window, room) else { continue };
        let ruled = own.y == room.y + band.y.saturating_sub(window.y) && band.y >= window.y;
        if ruled {
            page.brush.rule(area.x, own.y, room.x - area.x, app.glyphs.rule, Role::Frame);
        }
        let top = own.y + u16::from(ruled && own.height > 1);
        let cells = usize::from((room.x - area.x).saturating_sub(2)).max(1);
        let (lines, _) = wrap_at_most(&visible(&band.name), cells, 3, app.lang);
        for (y, line) in (top..own.y + own.height).zip(lines) {
            let line = line.replace('…', app.glyphs.ellipsis);
            page.brush.text(area.x + 1, y, room.x - area.x - 1, &line, Role::Band);
        }
    }
}

/// The chosen link stands out from its source to its head.
fn chosen(open: &OpenMap, page: &mut Page, sheet: Squeezed<'_>, window: Area, room: Area) {
    let Some(link) = &open.link else { return };
    let Squeezed { plan, squeeze } = sheet;
    let numbers = plan.links_of(&std::iter::once(link.clone()).collect());
    if numbers.iter().any(|at| !open.full.links().contains(at)) {
        return;
    }
    for drawn in plan.drawn(&numbers, squeeze) {
        for &(x, y) in &drawn.cells {
            if let Some(own) = on_screen(Area { x, y, width: 1, height: 1 }, window, room) {
                page.brush.tint(own, Role::Cursor);
            }
        }
    }
}

/// The whole sheet in a corner, where it is larger than the window and there is room; where it is drawn.
fn minimap(
    app: &App,
    open: &OpenMap,
    page: &mut Page,
    sheet: Squeezed<'_>,
    window: Area,
    room: Area,
) -> Option<Area> {
    let Squeezed { plan, squeeze } = sheet;
    let ((wide, high), (edge, head)) = (squeeze.size(), plan.margins());
    let (wide, high) = (wide.saturating_sub(edge), high.saturating_sub(head));
    if wide <= window.width && high <= window.height || room.width < 60 || room.height < 14 {
        return None;
    }
    let cells = (room.width / 7).clamp(12, 26);
    let rows = u16::try_from(u32::from(cells) * u32::from(high) / u32::from(wide.max(1)))
        .unwrap_or(u16::MAX)
        .clamp(3, room.height / 4);
    let scale = |x: u16, y: u16| {
        let (x, y) = (x.saturating_sub(edge), y.saturating_sub(head));
        let part = |at: u16, many: u16, of: u16| {
            u16::try_from(u32::from(at) * u32::from(many) / u32::from(of.max(1))).unwrap_or(u16::MAX)
        };
        (part(x, cells, wide).min(cells - 1), part(y, rows, high).min(rows - 1))
    };
    let mut counts = vec![0_u16; usize::from(cells) * usize::from(rows)];
    let mut own = None;
    for (area, card) in plan.cards() {
        let area = squeeze.area(area);
        let (x, y) = scale(area.x + area.width / 2, area.y + area.height / 2);
        counts[usize::from(y) * usize::from(cells) + usize::from(x)] += 1;
        if open.card.as_ref() == Some(card) {
            own = Some((x, y));
        }
    }
    let (left, top) = scale(window.x, window.y);
    let (right, bottom) = scale(
        window.x.saturating_add(window.width).saturating_sub(1),
        window.y.saturating_add(window.height).saturating_sub(1),
    );
    let mut canvas = Canvas::new(cells, rows);
    for y in 0..rows {
        for x in 0..cells {
            let count = counts[usize::from(y) * usize::from(cells) + usize::from(x)];
            let inside = (left..=right).contains(&x) && (top..=bottom).contains(&y);
            let glyph = match (count, inside) {
                (0, true) => app.glyphs.empty,
                (0, false) => " ",
                (1, _) => app.glyphs.dense_low,
                (2 | 3, _) => app.glyphs.dense_mid,
                _ => app.glyphs.dense_high,
            };
            let role = match (own == Some((x, y)), inside) {
                (true, _) => Role::Cursor,
                (_, true) => Role::Selected,
                (_, false) => Role::Quiet,
            };
            canvas.set(x, y, glyph, role);
        }
    }
    // Never over the selected card or a way of its links, and else where it hides fewest cells of cards.
    let corners = [(true, true), (false, true), (true, false), (false, false)].map(|(right, low)| Area {
        x: if right { room.x + room.width - cells - 2 } else { room.x },
        y: if low { room.y + room.height - rows - 2 } else { room.y },
        width: cells + 2,
        height: rows + 2,
    });
    let numbers = own_links(open, plan);
    let hides = |corner: Area| {
        let own = |part: Area| on_screen(part, window, room).map_or(0, |part| part.shared(corner));
        let card = open.card.as_ref().and_then(|card| sheet.area_of(card)).map_or(0, own);
        let way = || plan.pieces(&numbers, squeeze).map(own).sum::<u32>();
        (card == 0 && way() == 0).then(|| plan.cards().map(|(area, _)| own(squeeze.area(area))).sum::<u32>())
    };
    let free = corners.into_iter().filter_map(|corner| Some((hides(corner)?, corner)));
    let area = free.min_by_key(|(hidden, _)| *hidden)?.1;
    let inner = page.brush.frame(area, &app.glyphs.frame, "");
    page.brush.picture(inner, &canvas, (0, 0));
    page.hits.add(area, Target::Minimap);
    Some(inner)
}

/// The drawn links that begin or end at the selected card, by their numbers on the sheet; of a chain or loop all.
fn own_links(open: &OpenMap, plan: &Plan) -> Vec<usize> {
    let walk = open.full.drawn == Drawn::Walk;
    let own = |link: &&usize| walk || plan.joins(**link, open.card.as_ref());
    open.full.links().iter().filter(own).copied().collect()
}

/// What is drawn, and what of it is out of sight and where.
fn told(app: &App, open: &OpenMap, page: &mut Page, sheet: Squeezed<'_>, window: Area, line: Area) {
    let words = &app.lang.words().sheet;
    let all = open.full.links();
    let name = match open.full.drawn {
        Drawn::Selection => words.of_selection.to_owned(),
        Drawn::TwoSteps => words.two_steps.to_owned(),
        Drawn::Walk => words.of_walk.to_owned(),
        Drawn::Pair(at) => match open.level_pairs().get(at) {
            Some((one, other)) => {
                let name = |id| open.map.level(id).map_or_else(String::new, |level| level.name.clone());
                of_pair(app.lang, &name(one), &name(other))
            }
            None => words.none.to_owned(),
        },
        Drawn::All => words.all.to_owned(),
        Drawn::None => words.none.to_owned(),
    };
    let count = if all.is_empty() { String::new() } else { format!(" ({})", all.len()) };
    let gone = {
        let off = sheet.plan.leaving(all, window, sheet.squeeze);
        leaving(app.lang, off.sides, off.beyond)
    };
    let x = page.brush.text(line.x + 1, line.y, line.width - 1, &name, Role::Heading);
    let x = page.brush.text(x, line.y, (line.x + line.width).saturating_sub(x), &count, Role::Heading);
    let rest = [open.narrowed_to(app.lang), gone].into_iter().filter(|text| !text.is_empty());
    let text: String = rest.map(|text| format!(" {} {text}", app.glyphs.between)).collect();
    page.brush.text(x, line.y, (line.x + line.width).saturating_sub(x), &text, Role::Text);
}
