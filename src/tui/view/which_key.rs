//! The box that says what may follow the keys pressed so far.

use super::Page;
use crate::command::keymap::write_key;
use crate::command::{Found, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::width;
use crate::tui::app::App;
use crate::tui::hits::Target;

/// Draws the box at the bottom right, if keys are pending.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area) {
    if app.pending.is_empty() {
        return;
    }
    let Found::Prefix(follow) = app.keymap.find(app.view, &app.pending) else { return };
    let rows: Vec<_> = follow
        .iter()
        .map(|(key, command)| (write_key(*key), entry(*command).name.text(app.lang), *command))
        .collect();
    let names = rows.iter().map(|(_, name, _)| width(name)).max().unwrap_or(0);
    let keys = rows.iter().map(|(key, ..)| width(key)).max().unwrap_or(0);
    let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let wide = cells(names + keys + 6).min(screen.width);
    let high = cells(rows.len() + 2).min(screen.height - 1);
    let area =
        Area { x: screen.width - wide, y: screen.y + screen.height - 1 - high, width: wide, height: high };
    let typed: Vec<String> = app.pending.iter().map(|key| write_key(*key)).collect();
    let inside = page.brush.frame(area, &app.glyphs.thin, &typed.join(" "));
    page.hits.add(area, Target::Nothing);
    for ((key, name, command), y) in rows.iter().zip(inside.y..inside.y + inside.height) {
        let x = page.brush.text(inside.x + 1, y, inside.width, key, Role::Key);
        let from = inside.x + 1 + cells(keys) + 2;
        page.brush.text(from.max(x), y, inside.width.saturating_sub(cells(keys) + 3), name, Role::Text);
        page.hits.add(Area { y, height: 1, ..inside }, Target::Hint(*command));
    }
}
