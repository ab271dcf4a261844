//! Where to act: what keys do there, and what the worker is asked for the screen that is open.

use super::command::show;
use super::walk::moved;
use crate::command::{Command, View};
use crate::tui::acting::Column;
use crate::tui::app::App;
use crate::tui::question::Question;

/// Asks the worker for what the open screen shows and nobody knows yet. Nothing is asked twice of one state of the
/// map.
pub fn ask(app: &mut App) {
    let Some(open) = &app.open else { return };
    let wanted = match app.view {
        View::Loops => vec![Question::Loops(open.longest), Question::Total],
        View::Acting => {
            let mut wanted = vec![Question::CutTold, Question::CutLoops, open.structure()];
            wanted.extend(open.between());
            wanted
        }
        View::Chains => open.chains().into_iter().collect(),
        _ => return,
    };
    for question in wanted {
        app.ask(&question);
    }
}

/// Up and down through all rows.
pub fn step(app: &mut App, way: Command) {
    go(app, |at, last| moved(at, way, last));
}

/// To another row; `to` gets the row of the cursor and the last one.
pub fn go(app: &mut App, to: impl Fn(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let rows: usize = open.acting_parts().iter().map(|(_, cards)| cards.len()).sum();
    open.acting.at = to(open.acting.at.min(rows.saturating_sub(1)), rows.saturating_sub(1));
}

/// To the first row of the next part that has rows, or of the one before.
pub fn part(app: &mut App, next: bool) {
    let Some(open) = app.open.as_mut() else { return };
    let mut first = 0;
    let mut starts = Vec::new();
    for (_, cards) in open.acting_parts() {
        if !cards.is_empty() {
            starts.push(first);
        }
        first += cards.len();
    }
    let Some(own) = starts.iter().rposition(|&start| start <= open.acting.at) else { return };
    let to = if next { own + 1 } else { own + starts.len() - 1 } % starts.len();
    open.acting.at = starts[to];
}

/// Shows the card of the cursor.
pub fn open(app: &mut App) {
    let Some(card) = app.open.as_ref().and_then(|open| open.acting_card()) else { return };
    show(app, View::Focus);
    if let Some(open) = app.open.as_mut() {
        open.jump(card, View::Focus);
    }
}

/// Sorts the table by its next column; the cursor goes to its first row.
pub fn sort(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let at = Column::ALL.iter().position(|own| *own == open.acting.sort).unwrap_or(0);
    open.acting.sort = Column::ALL[(at + 1) % Column::ALL.len()];
    open.acting.back = false;
    to_table(app);
}

/// Sorts the table the other way round.
pub fn sort_back(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    open.acting.back = !open.acting.back;
    to_table(app);
}

fn to_table(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let parts = open.acting_parts();
    open.acting.at = parts[..parts.len() - 1].iter().map(|(_, cards)| cards.len()).sum();
}
