//! From card to card, from row to row.

use super::command::{show, show_loop, ways};
use super::outline;
use super::{beginning, full};
use crate::command::{Command, View};
use crate::layout::board::{BoardView, Step, lay_out};
use crate::text::words::says::took_another;
use crate::tui::app::App;
use crate::tui::loop_list::Row;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::say;
use crate::tui::shelf;
use crate::tui::view::board::{self, Pan};

/// One step with an arrow key.
pub fn step(app: &mut App, way: Command) {
    match app.view {
        View::Start => {
            let last = shelf::offers(app).len() - 1;
            app.shelf_row = Some(moved(shelf::offer_row(app), way, last));
        }
        View::Board => on_board(app, way),
        View::Focus => in_focus(app, way),
        View::Staircase => on_staircase(app, way),
        View::Loops => {
            let Some(open) = app.open.as_mut() else { return };
            let rows = open.loop_rows();
            let last = rows.len().saturating_sub(1);
            open.loop_row = moved(open.loop_row, way, last);
            unfold(open, &rows, way);
            open.inspector_from = 0;
        }
        View::Levels => {
            super::hearing::step(app, way);
        }
        View::Outline => outline::step(app, way),
        View::Setup => super::setup::step(app, way),
        View::Model => super::model::step(app, way),
        View::Matrix => super::matrix::step(app, way),
        View::Actors => super::cast::step(app, way),
        View::Acting => super::acting::step(app, way),
        View::Chains => super::chains::step(app, way),
        View::Review => super::reviewing::step(app, way),
        View::Unsettled => super::unsettled::step(app, way),
    }
}

/// To an end, or by a page.
pub fn leap(app: &mut App, way: Command) {
    let page = usize::from(app.hits.page).max(2) - 1;
    let to = |at: usize, last: usize| match way {
        Command::First => 0,
        Command::Last => last,
        Command::PageUp => at.saturating_sub(page),
        _ => (at + page).min(last),
    };
    match app.view {
        View::Start => {
            let last = shelf::offers(app).len() - 1;
            app.shelf_row = Some(to(shelf::offer_row(app), last));
        }
        View::Board | View::Focus => {
            if matches!(way, Command::PageUp | Command::PageDown) {
                if full::page(app, way) {
                    return;
                }
                scroll_inspector(app, way == Command::PageDown);
            } else {
                to_end(app, way);
            }
        }
        View::Staircase => {
            let Some(open) = app.open.as_mut() else { return };
            let last = open.stairs_cards().len().saturating_sub(1);
            let at = to(open.step, last);
            stand_on_step(open, at);
        }
        View::Loops => {
            let Some(open) = app.open.as_mut() else { return };
            let last = open.loop_rows().len().saturating_sub(1);
            open.loop_row = to(open.loop_row, last);
        }
        // The steps are few, and what runs on one of them is long.
        View::Levels if app.shows_inspector() && matches!(way, Command::PageUp | Command::PageDown) => {
            scroll_inspector(app, way == Command::PageDown);
        }
        View::Levels => {
            let Some(open) = app.open.as_mut() else { return };
            open.inspector_from = 0;
            let last = open.heard_rows().len().saturating_sub(1);
            open.rung = to(open.rung, last);
        }
        View::Outline => {
            let Some(open) = app.open.as_ref() else { return };
            let at = to(open.outline.at, open.outline.rows.len().saturating_sub(1));
            outline::stand(app, at);
        }
        View::Setup => super::setup::go(app, to),
        View::Model => super::model::leap(app, to),
        View::Matrix => super::matrix::leap(app, way),
        View::Actors => super::cast::leap(app, to),
        View::Acting => super::acting::go(app, to),
        View::Chains => super::chains::go(app, to),
        View::Review => super::reviewing::go(app, to),
        View::Unsettled => super::unsettled::go(app, to),
    }
}

/// To the first or last card in reading order, in the focus to the first cause or the last effect.
fn to_end(app: &mut App, way: Command) {
    let first = way == Command::First;
    if full::to_end(app, first) {
        return;
    }
    let Some(open) = app.open.as_mut() else { return };
    if app.view == View::Focus {
        let side = ways(open, !first);
        open.link = if first { side.first().cloned() } else { side.last().cloned() };
        return;
    }
    let hits = app.hits.picture.as_ref().map_or(&[][..], |picture| &picture.board.hits);
    if let Some((_, card)) = if first { hits.first() } else { hits.last() } {
        open.jump(card.clone(), View::Board);
    }
}

pub(super) fn moved(at: usize, way: Command, last: usize) -> usize {
    match way {
        Command::Up => at.saturating_sub(1),
        Command::Down => (at + 1).min(last),
        _ => at,
    }
}

/// Scrolls the inspector by most of what it shows.
pub fn scroll_inspector(app: &mut App, down: bool) {
    let (page, lines) = app.hits.inspector;
    let Some(open) = app.open.as_mut() else { return };
    let most = lines.saturating_sub(page);
    let by = page.saturating_sub(1).max(1);
    open.inspector_from =
        if down { (open.inspector_from + by).min(most) } else { open.inspector_from.saturating_sub(by) };
}

/// To the nearest card that way, as it stands on the picture.
fn on_board(app: &mut App, way: Command) {
    let step = match way {
        Command::Up => Step::Up,
        Command::Down => Step::Down,
        Command::Left => Step::Left,
        _ => Step::Right,
    };
    if full::step(app, step) {
        return;
    }
    let Some(open) = app.open.as_mut() else { return };
    let Some(card) = open.board_card().cloned() else {
        let first = app.hits.picture.as_ref().and_then(|picture| picture.board.hits.first());
        if let Some((_, card)) = first {
            open.jump(card.clone(), View::Board);
        }
        return;
    };
    let Some(picture) = &app.hits.picture else { return };
    // From where the card is, also while the view was moved away from it.
    let moved = std::mem::take(&mut open.look.pan) != Pan::default();
    let view = board::view(open, app.lang, app.glyphs, picture.of.size);
    let same = (picture.of.generation, picture.of.narrowing) == (open.generation, open.board_serial());
    let view = BoardView { known: same.then_some(&*picture.known), ..view };
    let there = moved.then(|| lay_out(&view));
    match there.as_ref().unwrap_or(&picture.board).nearest(&view, &card, step) {
        Some(next) => open.jump(next, View::Board),
        None => open.link = None,
    }
}

/// Up and down go through the links of one side; left and right change sides, and beyond a side they walk on.
fn in_focus(app: &mut App, way: Command) {
    let Some(open) = app.open.as_mut() else { return };
    let Some(card) = open.card.clone() else { return };
    let chosen = open.link.clone();
    let at_effects = chosen.as_ref().is_some_and(|link| ways(open, true).contains(link));
    match (way, chosen) {
        (Command::Left, None) => open.link = ways(open, false).into_iter().next(),
        (Command::Right, None) => open.link = ways(open, true).into_iter().next(),
        (Command::Left, Some(_)) if at_effects => open.link = None,
        (Command::Right, Some(_)) if !at_effects => open.link = None,
        (Command::Left | Command::Right, Some(link)) => open.walk(&link, View::Focus),
        (_, chosen) => {
            let side = match &chosen {
                Some(_) => ways(open, at_effects),
                None if way == Command::Up => return,
                None => open.links_of(&card),
            };
            let now = chosen.and_then(|link| side.iter().position(|own| *own == link));
            let next = match (now, way) {
                (None, _) => 0,
                (Some(at), Command::Up) => at.saturating_sub(1),
                (Some(at), _) => (at + 1).min(side.len().saturating_sub(1)),
            };
            open.link = side.get(next).cloned();
        }
    }
}

/// Left and right go along the steps, up and down to another loop.
fn on_staircase(app: &mut App, way: Command) {
    let Some(open) = app.open.as_mut() else { return };
    let last = open.stairs_cards().len().saturating_sub(1);
    match way {
        Command::Left => {
            let at = open.step.saturating_sub(1);
            stand_on_step(open, at);
        }
        Command::Right => {
            let at = (open.step + 1).min(last);
            stand_on_step(open, at);
        }
        Command::Up => super::perform(app, Command::PreviousLoop),
        _ => super::perform(app, Command::NextLoop),
    }
}

/// Puts the staircase's cursor on a step; the card of it is selected.
pub fn stand_on_step(open: &mut OpenMap, at: usize) {
    open.step = at;
    if open.shown == Shown::Trail {
        open.trail.stand(at);
    }
    if let Some(card) = open.stairs_cards().get(at).filter(|card| open.map.node(card).is_some()).cloned() {
        open.select(card);
    }
}

/// Chooses the next or previous link of the selected card.
pub fn choose_link(app: &mut App, next: bool) {
    let Some(open) = app.open.as_mut() else { return };
    let Some(card) = &open.card else {
        app.message = app.lang.words().says.choose_a_card_first.to_owned();
        return;
    };
    let links = open.links_of(card);
    if links.is_empty() {
        app.message = app.lang.words().says.no_links_here.to_owned();
        return;
    }
    let now = open.link.as_ref().and_then(|link| links.iter().position(|own| own == link));
    let at = match (now, next) {
        (None, true) => 0,
        (None, false) => links.len() - 1,
        (Some(at), true) => (at + 1) % links.len(),
        (Some(at), false) => (at + links.len() - 1) % links.len(),
    };
    open.link = Some(links[at].clone());
}

/// Follows the chosen link, or the first one that leads that way.
pub fn follow(app: &mut App, to_effect: bool) {
    let view = app.view;
    let Some(open) = app.open.as_mut() else { return };
    let ways = ways(open, to_effect);
    let chosen = open.link.clone().filter(|link| ways.contains(link));
    // A link was chosen and runs the other way: whoever chose it is told that another one was taken.
    let other = open.link.is_some() && chosen.is_none();
    match chosen.or_else(|| ways.first().cloned()) {
        Some(link) => {
            open.walk(&link, view);
            if other {
                let (from, to) = (say::short(&open.map, &link.from), say::short(&open.map, &link.to));
                app.message = took_another(app.lang, &format!("{from} → {to}"));
            }
        }
        None => {
            let start = &app.lang.words().start;
            app.message = if to_effect { start.no_effects } else { start.no_causes }.to_owned();
        }
    }
}

/// Opens what the cursor is on.
pub fn open(app: &mut App) {
    let view = app.view;
    match view {
        View::Start => beginning::take(app),
        View::Board | View::Focus => {
            let Some(open) = app.open.as_mut() else { return };
            match open.link.clone() {
                Some(link) => open.walk(&link, view),
                None if view == View::Board && open.card.is_some() => show(app, View::Focus),
                // Nothing is chosen yet: the first link is, and Enter walks along it next.
                None => choose_link(app, true),
            }
        }
        View::Staircase => show(app, View::Focus),
        View::Loops => {
            let Some(open) = app.open.as_mut() else { return };
            let rows = open.loop_rows();
            match rows.get(open.loop_row) {
                Some(Row::Loop(at)) => {
                    let at = *at;
                    open.remember(view);
                    show_loop(open, at);
                    app.view = View::Staircase;
                }
                Some(Row::Others { .. }) => open.others = !open.others,
                Some(Row::WouldBe { .. }) => open.ghosts = !open.ghosts,
                Some(Row::Settle(_)) => {
                    let Some(link) = open.listed_settling() else { return };
                    show(app, View::Focus);
                    if let Some(open) = app.open.as_mut() {
                        open.jump(link.from.clone(), View::Focus);
                        open.link = Some(link);
                    }
                }
                _ => {}
            }
        }
        View::Levels => super::hearing::open(app),
        View::Outline => outline::open(app),
        View::Setup => super::setup::edit_fields(app),
        View::Model => super::model::open(app),
        View::Matrix => super::matrix::open(app),
        View::Actors => outline::open(app),
        View::Acting => super::acting::open(app),
        View::Chains => super::chains::open(app),
        View::Review => super::reviewing::open(app),
        View::Unsettled => super::unsettled::take(app),
    }
}

fn unfold(open: &mut OpenMap, rows: &[Row], way: Command) {
    let fold = match rows.get(open.loop_row) {
        Some(Row::Others { .. }) => &mut open.others,
        Some(Row::WouldBe { .. }) => &mut open.ghosts,
        _ => return,
    };
    match way {
        Command::Right => *fold = true,
        Command::Left => *fold = false,
        _ => {}
    }
}

/// The loop that the staircase shows, if it is on screen: the list of loops stands on it afterwards.
pub fn looked_at(app: &App) -> Option<usize> {
    match app.open.as_ref().map(|open| open.shown) {
        Some(Shown::Loop(at)) if app.view == View::Staircase => Some(at),
        _ => None,
    }
}

/// Back to where one was.
pub fn back(app: &mut App) {
    let looked = looked_at(app);
    let Some(open) = app.open.as_mut() else { return };
    match open.back() {
        Some(view) => {
            app.view = view;
            if let Some(at) = looked.filter(|_| view == View::Loops) {
                open.loop_row = open.row_of_loop(at);
            }
        }
        None => app.message = app.lang.words().says.at_the_start.to_owned(),
    }
}
