//! The full board: which links it draws, where its window is, and how arrow keys go from card to card.

use super::command;
use crate::command::{Command, View};
use crate::layout::board::{Step, Zoom};
use crate::tui::app::App;
use crate::tui::full::Drawn;
use crate::tui::hits::Window;
use crate::tui::open::OpenMap;

/// The open map, if its full board is shown.
pub fn shown(app: &mut App) -> Option<&mut OpenMap> {
    let here = app.view == View::Board;
    app.open.as_mut().filter(|open| here && open.look.zoom == Zoom::Open)
}

/// Brings the sheet in line with what an event changed.
pub fn settle(app: &mut App) {
    let (lang, glyphs) = (app.lang, app.glyphs);
    let before = app.hits.window.clone();
    let Some(open) = shown(app) else { return };
    open.settle_full(lang, glyphs);
    let (Some(_), Some(before)) = (open.full.from, before) else { return };
    // Another card is selected: one that is out of sight is gone to.
    if open.card != before.card && !open.card.as_ref().is_some_and(|card| before.shows(card)) {
        open.full.from = None;
        return;
    }
    let (Some(plan), Some(squeeze)) = (open.full.plan(), open.full.squeeze()) else { return };
    // Somebody moved the window: what is left out changes under it, and what they look at stays where it is.
    if before.squeeze != *squeeze {
        let (x, y) = before.carried(plan, squeeze, open.card.as_ref());
        let on_sheet = |at: i32| u16::try_from(at.max(0)).unwrap_or(u16::MAX);
        open.full.from = Some(squeeze.back((on_sheet(x), on_sheet(y))));
    }
}

/// Draws other links, on the full board.
pub fn draw(app: &mut App, drawn: Drawn) {
    let lang = app.lang;
    let Some(open) = app.open.as_mut() else { return };
    let words = &lang.words().sheet;
    let drawn = match drawn {
        // Once more means the next pair.
        Drawn::Pair(_) => {
            let pairs = open.level_pairs().len();
            let next = match open.full.drawn {
                Drawn::Pair(at) if open.look.zoom == Zoom::Open => (at + 1) % pairs.max(1),
                _ => 0,
            };
            if pairs == 0 {
                app.message = words.no_levels.to_owned();
                return;
            }
            Drawn::Pair(next)
        }
        Drawn::Walk if open.stairs().0.is_empty() => {
            app.message = words.no_walk.to_owned();
            return;
        }
        drawn => drawn,
    };
    open.full.drawn = drawn;
    open.look.zoom = Zoom::Open;
}

/// The next way to draw links: from the selection to all, then none, then level by level.
pub fn draw_next(app: &mut App) {
    let Some(open) = shown(app) else { return };
    let walks = !open.stairs().0.is_empty();
    let pairs = open.level_pairs().len();
    let next = match open.full.drawn {
        Drawn::Selection => Drawn::TwoSteps,
        Drawn::TwoSteps if walks => Drawn::Walk,
        Drawn::TwoSteps | Drawn::Walk => Drawn::All,
        Drawn::All => Drawn::None,
        Drawn::None if pairs > 0 => Drawn::Pair(0),
        Drawn::Pair(at) if at + 1 < pairs => Drawn::Pair(at + 1),
        Drawn::None | Drawn::Pair(_) => Drawn::Selection,
    };
    open.full.drawn = next;
}

/// To the nearest card that way; whether the full board is shown at all.
pub fn step(app: &mut App, step: Step) -> bool {
    let Some(open) = shown(app) else { return false };
    let (Some(plan), Some(squeeze)) = (open.full.plan().cloned(), open.full.squeeze().cloned()) else {
        return true;
    };
    let next = match open.board_card() {
        Some(card) => plan.nearest(card, step, &squeeze),
        None => plan.cards().next().map(|(_, card)| card.clone()),
    };
    open.full.from = None;
    match next {
        Some(card) => open.jump(card, View::Board),
        None => open.link = None,
    }
    true
}

/// To the first or last card in reading order; whether the full board is shown at all.
pub fn to_end(app: &mut App, first: bool) -> bool {
    let Some(open) = shown(app) else { return false };
    let Some(plan) = open.full.plan().cloned() else { return true };
    let key = |(area, _): &(crate::layout::canvas::Area, _)| (area.y, area.x);
    let card = if first { plan.cards().min_by_key(key) } else { plan.cards().max_by_key(key) };
    open.full.from = None;
    if let Some((_, card)) = card {
        open.jump(card.clone(), View::Board);
    }
    true
}

/// Moves the window by so many columns and rows; whether the full board is shown at all.
pub fn pan(app: &mut App, across: i32, down: i32) -> bool {
    let Some(Window { area, squeeze, .. }) = app.hits.window.clone() else { return shown(app).is_some() };
    let Some(open) = shown(app) else { return false };
    let moved = |at: u16, by: i32| u16::try_from((i32::from(at) + by).max(0)).unwrap_or(u16::MAX);
    // Drawing keeps it on the sheet.
    open.full.from = Some(squeeze.back((moved(area.x, across), moved(area.y, down))));
    true
}

/// A screenful up or down.
pub fn page(app: &mut App, command: Command) -> bool {
    let rows = app.hits.window.as_ref().map_or(1, |window| i32::from(window.area.height).max(2) - 1);
    pan(app, 0, if command == Command::PageUp { -rows } else { rows })
}

/// Moves the window so that its middle is where somebody clicked on the small picture of the whole.
pub fn look_at(app: &mut App, x: u16, y: u16) {
    let Some(window) = app.hits.window.clone() else { return };
    let Some((x, y)) = window.place_of(x, y) else { return };
    let Window { area, squeeze, .. } = window;
    if let Some(open) = shown(app) {
        let from = (x.saturating_sub(area.width / 2), y.saturating_sub(area.height / 2));
        open.full.from = Some(squeeze.back(from));
    }
}

/// Lays the sheet out anew, as if nobody had ever seen it.
pub fn tidy(app: &mut App) {
    command::show(app, View::Board);
    let lang = app.lang;
    if let Some(open) = app.open.as_mut() {
        open.look.zoom = Zoom::Open;
        open.full.tidy();
        open.full.from = None;
        app.message = lang.words().sheet.tidied.to_owned();
    }
}
