//! The mouse: a click selects, a click on what is selected opens it, the wheel goes along.

use super::{
    adding, asking, beginning, browsing, bulk, cast, chains, choose, choosing, command, connecting, form,
    full, matrix, merging, model, moving, narrow, outline, panes, perform, reviewing, setup, telling,
    unsettled, walk,
};
use crate::command::{Command, View};
use crate::tui::app::App;
use crate::tui::help_page::HelpPage;
use crate::tui::hits::Target;
use crate::tui::pane::Pane;
use crate::tui::shelf;

/// The left button at a cell. A double click is two clicks: the first selects, the second opens.
pub fn click(app: &mut App, x: u16, y: u16) {
    let target = app.hits.at(x, y).cloned();
    if matches!(app.pane, Some(Pane::Form(_))) {
        return form::click(app, target);
    }
    if app.pane.is_some() {
        match target {
            Some(Target::PaneRow(row)) => on_pane_row(app, row),
            Some(Target::PaneValue(at)) => bulk::click(app, None, Some(at)),
            Some(Target::Nothing) => {}
            Some(Target::Hint(command)) => choose(app, command),
            Some(Target::Card(card)) if matches!(app.pane, Some(Pane::Tell(_))) => telling::take(app, card),
            Some(Target::Card(card)) if matches!(app.pane, Some(Pane::Pick(_))) => {
                connecting::pick(app, card)
            }
            // The list stays in sight below the field, so a click on it means the list.
            _ if matches!(app.pane, Some(Pane::Filter(_))) => {
                app.pane = None;
                click(app, x, y);
            }
            _ => {
                adding::keep_line(app);
                app.pane = None;
            }
        }
        return;
    }
    app.pending.clear();
    let view = app.view;
    match target {
        Some(Target::Tab(view)) => command::show(app, view),
        Some(Target::Hint(command)) => choose(app, command),
        Some(Target::Card(card)) => {
            let Some(open) = app.open.as_mut() else { return };
            if open.card.as_ref() == Some(&card) && open.link.is_none() {
                perform(app, Command::Open);
                return;
            }
            match view {
                View::Focus => {
                    // A neighbour is walked to, so that the breadcrumb grows.
                    let here = open.card.clone();
                    let link = here.map(|own| open.links_of(&own)).unwrap_or_default().into_iter();
                    let link = link.into_iter().find(|link| link.from == card || link.to == card);
                    match link {
                        Some(link) => open.walk(&link, view),
                        None => open.jump(card, view),
                    }
                }
                View::Staircase => {
                    if let Some(at) = open.stairs_cards().iter().position(|own| *own == card) {
                        walk::stand_on_step(open, at);
                    }
                }
                _ => open.jump(card, view),
            }
        }
        Some(Target::Link(link)) => {
            if let Some(open) = app.open.as_mut() {
                open.link = Some(link);
            }
        }
        Some(Target::Choice(at)) if view == View::Unsettled => unsettled::click(app, at),
        Some(Target::Row(row)) => on_row(app, row),
        Some(Target::Cell(row, column)) => matrix::click(app, (row, column)),
        Some(Target::Box(at)) => model::click(app, at),
        Some(Target::Line(line)) => model::click_line(app, line),
        Some(Target::Pick(row)) => {
            if let Some(open) = app.open.as_mut() {
                outline::pick_row(open, row);
            }
        }
        Some(Target::Head(column)) => {
            if let Some(open) = app.open.as_mut() {
                open.outline.sort_by(column);
            }
        }
        Some(Target::Order(order)) => {
            if let Some(open) = app.open.as_mut() {
                open.cast.sort_by(order);
            }
        }
        Some(Target::Part(part)) => {
            if let Some(open) = app.open.as_mut() {
                open.cast.part = part;
            }
        }
        Some(Target::Minimap) => full::look_at(app, x, y),
        Some(Target::Section(section)) => setup::show_section(app, section),
        Some(Target::Crumb(at)) => {
            if let Some(open) = app.open.as_mut() {
                open.remember(view);
                open.trail.stand(at);
                if let Some(card) = open.trail.card().cloned() {
                    open.select(card);
                }
            }
        }
        Some(
            Target::Choice(_)
            | Target::Inspector
            | Target::Slot(_)
            | Target::Nothing
            | Target::PaneRow(_)
            | Target::PaneValue(_),
        )
        | None => {}
    }
}

fn on_row(app: &mut App, row: usize) {
    if app.view == View::Setup {
        let mut there = false;
        setup::go(app, |at, _| {
            there = at == row;
            row
        });
        if there {
            perform(app, Command::Open);
        }
        return;
    }
    if app.view == View::Start {
        if shelf::offer_row(app) == row {
            perform(app, Command::Open);
        } else {
            app.shelf_row = Some(row);
        }
        return;
    }
    if app.view == View::Outline {
        match &app.open {
            Some(open) if open.outline.at == row => perform(app, Command::Open),
            _ => outline::stand(app, row),
        }
        return;
    }
    if app.view == View::Actors {
        return cast::click(app, row);
    }
    if app.view == View::Review || app.view == View::Unsettled {
        let here = app.open.as_ref().and_then(|open| match app.view {
            View::Review => open.review.as_ref().map(|own| own.at),
            _ => Some(open.unsettled.at),
        });
        return match (app.view, here == Some(row)) {
            (View::Review, true) => perform(app, Command::Open),
            (View::Review, false) => reviewing::go(app, |_, last| row.min(last)),
            _ => unsettled::go(app, |_, last| row.min(last)),
        };
    }
    let cursor = match app.view {
        View::Loops => app.open.as_mut().map(|open| &mut open.loop_row),
        View::Levels => app.open.as_mut().map(|open| &mut open.rung),
        View::Acting => app.open.as_mut().map(|open| &mut open.acting.at),
        View::Chains => app.open.as_mut().map(|open| &mut open.chain_list.at),
        _ => None,
    };
    let Some(cursor) = cursor else { return };
    if *cursor == row {
        perform(app, Command::Open);
    } else {
        *cursor = row;
    }
}

fn on_pane_row(app: &mut App, row: usize) {
    match app.pane.as_mut() {
        Some(Pane::Find(search)) => {
            search.at = row.min(search.found.len().saturating_sub(1));
            panes::go_to_card(app);
        }
        Some(Pane::End(search, ..)) => {
            search.at = row.min(search.found.len().saturating_sub(1));
            chains::take(app);
        }
        Some(Pane::Palette(search)) => {
            search.at = row.min(search.found.len().saturating_sub(1));
            panes::run(app);
        }
        Some(Pane::Pick(_)) => connecting::pick_row(app, row),
        Some(Pane::Tell(_)) => telling::click_row(app, row),
        Some(Pane::Choose(choice)) => {
            choice.at = row.min(choice.rows.len().saturating_sub(1));
            choosing::take(app);
        }
        Some(Pane::Facets(_) | Pane::Columns(_)) => narrow::click(app, row),
        Some(Pane::Bulk(_)) => bulk::click(app, Some(row), None),
        Some(Pane::Browse(browser)) => {
            browser.at = row.min(browser.rows.len().saturating_sub(1));
            browsing::choose(app);
        }
        Some(Pane::Templates(templates)) => {
            templates.at = row.min(templates.rows().len().saturating_sub(1));
            beginning::begin(app);
        }
        Some(Pane::Move(_)) => moving::take_row(app, row),
        Some(Pane::Merge(_)) => merging::keep_row(app, row),
        Some(Pane::Same(_)) => merging::choose_row(app, row),
        Some(Pane::Ask(ask)) => {
            if let Some(&answer) = ask.answers().get(row) {
                asking::give(app, answer);
            }
        }
        _ => {}
    }
}

/// The wheel over a cell.
pub fn scroll(app: &mut App, x: u16, y: u16, down: bool) {
    let (shown, lines) = app.hits.pane;
    match app.pane.as_mut() {
        Some(Pane::Find(search) | Pane::End(search, ..)) => search.go(if down { 1 } else { -1 }),
        Some(Pane::Palette(search)) => search.go(if down { 1 } else { -1 }),
        Some(Pane::Help(HelpPage { from, .. }) | Pane::Legend(from)) => {
            let most = lines.saturating_sub(shown);
            *from = from.saturating_add_signed(if down { 3 } else { -3 }).min(most);
        }
        Some(Pane::Merge(_)) => {}
        Some(Pane::Same(pairs)) => pairs.go(if down { 1 } else { -1 }),
        Some(Pane::Move(mover)) => mover.go(if down { 1 } else { -1 }),
        Some(Pane::Pick(picker)) => picker.go(if down { 1 } else { -1 }),
        Some(Pane::Import(incoming)) => {
            let most = lines.saturating_sub(shown);
            incoming.from = incoming.from.saturating_add_signed(if down { 3 } else { -3 }).min(most);
        }
        Some(Pane::Browse(browser)) => browser.go(if down { 1 } else { -1 }),
        Some(Pane::Templates(templates)) => templates.go(if down { 1 } else { -1 }),
        Some(Pane::Facets(_) | Pane::Columns(_)) => narrow::step(app, if down { 1 } else { -1 }),
        Some(Pane::Bulk(_)) => {
            let key = if down { keybinds::Key::Down } else { keybinds::Key::Up };
            bulk::press(app, key.into());
        }
        Some(Pane::Filter(_)) => outline::step(app, if down { Command::Down } else { Command::Up }),
        Some(Pane::Form(_)) => form::scroll(app, down),
        Some(Pane::Choose(choice)) => choice.go(if down { 1 } else { -1 }),
        Some(Pane::Tell(teller)) => {
            if let Some(search) = teller.search.as_mut() {
                search.go(if down { 1 } else { -1 });
            }
        }
        Some(Pane::Add(_) | Pane::Ask(_) | Pane::Prompt(_) | Pane::Name(_)) => {}
        None if app.hits.at(x, y) == Some(&Target::Inspector) => {
            let (page, lines) = app.hits.inspector;
            if let Some(open) = app.open.as_mut() {
                let most = lines.saturating_sub(page);
                open.inspector_from =
                    open.inspector_from.saturating_add_signed(if down { 3 } else { -3 }).min(most);
            }
        }
        None if app.view == View::Staircase => {
            perform(app, if down { Command::Right } else { Command::Left });
        }
        None => {
            if !full::pan(app, 0, if down { 3 } else { -3 }) {
                perform(app, if down { Command::Down } else { Command::Up });
            }
        }
    }
}
