//! What an empty screen says: what is not there yet, and what to press.

use super::Page;
use super::tour::with_keys;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::guide::{keyed, keys_in};

/// The widest that it is written: long lines are hard to read.
const WIDEST: u16 = 90;

/// Writes what is not there and, below it, how to begin; `how` holds the ids of commands in square brackets.
pub(super) fn draw(app: &App, page: &mut Page, area: Area, what: &str, how: &str) {
    above(app, page, area, what, how);
}

/// The same, with the first row below that is free; it may lie below the area.
pub(super) fn above(app: &App, page: &mut Page, area: Area, what: &str, how: &str) -> u16 {
    let room = area.width.saturating_sub(4).min(WIDEST);
    let keys = keys_in(&app.keymap, how);
    let mut y = area.y + 1;
    let bottom = area.y + area.height;
    for (text, role) in [(what.to_owned(), Role::Heading), (keyed(app, how), Role::Text)] {
        for line in wrap(&text, usize::from(room), app.lang) {
            if y < bottom {
                with_keys(page, (area.x + 2, y, room), &line, &keys, role);
            }
            y += 1;
        }
        y += 1;
    }
    y
}
