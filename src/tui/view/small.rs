//! A window too small for anything: says so, and how to leave.

use super::{Page, start};
use crate::command::{Command, View, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::too_small;
use crate::text::wrap;
use crate::tui::app::App;

/// The least columns and rows that a screen can be drawn in.
pub const LEAST: (u16, u16) = (40, 10);

/// Draws the message, as much of it as fits.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let words = app.lang.words();
    // A list to choose from still is one, however few of its rows are shown.
    if app.view == View::Start && app.pane.is_none() && area.height > 1 {
        let room = Area { height: area.height - 1, ..area };
        start::draw(app, page, room);
        page.brush.text(0, room.height, area.width, &keys(app), Role::Key);
        return;
    }
    let text =
        format!("{} {}", words.says.make_larger, too_small(app.lang, (area.width, area.height), LEAST));
    let lines = wrap(&text, usize::from(area.width), app.lang);
    let room = area.height.saturating_sub(1);
    for (y, line) in (0..room).zip(&lines) {
        page.brush.text(0, y, area.width, line, Role::Text);
    }
    page.brush.text(0, room, area.width, &keys(app), Role::Key);
}

fn keys(app: &App) -> String {
    let named = [Command::Open, Command::Quit, Command::Help, Command::Language];
    let open = usize::from(app.view != View::Start);
    let one =
        |command: &Command| format!("{} {}", app.keymap.label(*command), entry(*command).hint.text(app.lang));
    named[open..].iter().map(one).collect::<Vec<_>>().join(" · ")
}
