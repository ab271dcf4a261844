//! The screen of actors: from actor to actor, from part to part, and how the register is sorted.

use super::walk;
use crate::analysis::actors::Order;
use crate::command::{Command, View};
use crate::map::NodeId;
use crate::tui::app::App;
use crate::tui::cast::Part;
use crate::tui::open::OpenMap;

/// Selects an actor.
fn stand(open: &mut OpenMap, actor: Option<NodeId>) {
    if let Some(actor) = actor {
        open.jump(actor, View::Actors);
    }
}

/// The cells of the picture that is shown, row by row, in each its actors; one row of the register is one cell.
fn cells(open: &OpenMap) -> Vec<Vec<Vec<NodeId>>> {
    match open.cast.part {
        Part::Register => open.cast.rows.iter().map(|row| vec![vec![row.actor.clone()]]).collect(),
        Part::Picture => open.roll().picture.cells.iter().map(|row| row.to_vec()).collect(),
        Part::Coverage => {
            let rows = &open.roll().coverage(open.cast.fold).cells;
            rows.iter().map(|row| row.iter().map(|cell| cell.actors.clone()).collect()).collect()
        }
    }
}

/// The actor of that place: row, column, and place in the cell.
fn place(cells: &[Vec<Vec<NodeId>>], actor: &NodeId) -> Option<(usize, usize, usize)> {
    cells.iter().enumerate().find_map(|(y, row)| {
        row.iter().enumerate().find_map(|(x, cell)| {
            let at = cell.iter().position(|own| own == actor)?;
            Some((y, x, at))
        })
    })
}

/// The next actor that way: in its cell, then in the nearest cell that has any.
fn next(cells: &[Vec<Vec<NodeId>>], from: &NodeId, way: Command) -> Option<NodeId> {
    let (y, x, at) = place(cells, from)?;
    let own = &cells[y][x];
    match way {
        Command::Up if at > 0 => return own.get(at - 1).cloned(),
        Command::Down if at + 1 < own.len() => return own.get(at + 1).cloned(),
        _ => {}
    }
    let all = cells.iter().enumerate().flat_map(|(y, row)| row.iter().enumerate().map(move |own| (y, own)));
    let there = all.filter(|(_, (_, cell))| !cell.is_empty()).filter_map(|(row, (column, cell))| {
        let (along, aside) = match way {
            Command::Up if row < y => (y - row, column.abs_diff(x)),
            Command::Down if row > y => (row - y, column.abs_diff(x)),
            Command::Left if column < x => (x - column, row.abs_diff(y)),
            Command::Right if column > x => (column - x, row.abs_diff(y)),
            _ => return None,
        };
        Some(((aside, along), cell))
    });
    let (_, cell) = there.min_by_key(|(far, _)| *far)?;
    match way {
        Command::Up => cell.last().cloned(),
        Command::Down => cell.first().cloned(),
        _ => cell.get(at.min(cell.len() - 1)).cloned(),
    }
}

/// One actor on with an arrow key.
pub fn step(app: &mut App, way: Command) {
    let Some(open) = app.open.as_mut() else { return };
    let Some(card) = open.card.clone() else { return };
    let to = next(&cells(open), &card, way);
    stand(open, to);
}

/// To the first or last actor, or some on, in the order in which they are read.
pub fn leap(app: &mut App, to: impl Fn(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let all: Vec<NodeId> = cells(open).into_iter().flatten().flatten().collect();
    let now = all.iter().position(|own| Some(own) == open.card.as_ref()).unwrap_or(0);
    let actor = all.get(to(now, all.len().saturating_sub(1))).cloned();
    stand(open, actor);
}

/// Reads on in what is known of the actor; after its end, from the beginning.
pub fn read_on(app: &mut App) {
    let (page, lines) = app.hits.inspector;
    let no_more = app.lang.words().actors.all_shown;
    let Some(open) = app.open.as_mut() else { return };
    if open.cast.part != Part::Register || lines <= page {
        app.message = no_more.to_owned();
        return;
    }
    // In short it is line 0; in full its first line is 1.
    let next = if open.inspector_from == 0 { 1 } else { open.inspector_from + page.saturating_sub(1).max(1) };
    open.inspector_from = if open.inspector_from + page > lines { 0 } else { next };
}

/// A click on a row of the register: selects it, or opens it if it is selected.
pub fn click(app: &mut App, row: usize) {
    let Some(open) = app.open.as_mut() else { return };
    if open.cast.at == row {
        return walk::open(app);
    }
    let actor = open.cast.rows.get(row).map(|row| row.actor.clone());
    stand(open, actor);
}

/// The next part of the screen, or the one before.
pub fn beside(app: &mut App, next: bool) {
    let Some(open) = app.open.as_mut() else { return };
    let at = Part::ALL.iter().position(|own| *own == open.cast.part).unwrap_or(0);
    let by = if next { 1 } else { Part::ALL.len() - 1 };
    open.cast.part = Part::ALL[(at + by) % Part::ALL.len()];
}

/// Sorts by the next column, and shows the register.
pub fn sort_next(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let at = Order::ALL.iter().position(|own| *own == open.cast.order).unwrap_or(0);
    open.cast.sort_by(Order::ALL[(at + 1) % Order::ALL.len()]);
    open.cast.part = Part::Register;
}

/// Sorts the other way round, and shows the register.
pub fn sort_back(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    open.cast.back = !open.cast.back;
    open.cast.part = Part::Register;
}

/// Puts the parts of levels into their whole, or takes them out again, and shows the coverage.
pub fn fold(app: &mut App) {
    let no_parts = app.lang.words().around.no_parts;
    let Some(open) = app.open.as_mut() else { return };
    if open.map.levels().iter().any(|level| level.part_of.is_some()) {
        open.cast.fold = !open.cast.fold;
        open.cast.part = Part::Coverage;
    } else {
        app.message = no_parts.to_owned();
    }
}

#[cfg(test)]
mod tests;
