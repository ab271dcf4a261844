//! A window too small for anything: says so, and how to leave.

use super::Page;
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
    let text =
        format!("{} {}", words.says.make_larger, too_small(app.lang, (area.width, area.height), LEAST));
    let keys = format!("q {} · ? {} · g l {}", words.doing.quit, words.doing.keys, words.doing.language);
    let lines = wrap(&text, usize::from(area.width), app.lang);
    let room = area.height.saturating_sub(1);
    for (y, line) in (0..room).zip(&lines) {
        page.brush.text(0, y, area.width, line, Role::Text);
    }
    page.brush.text(0, room, area.width, &keys, Role::Key);
}
