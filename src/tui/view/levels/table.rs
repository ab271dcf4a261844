//! The table of levels: how signals come through from each to each, and the direct signals and effects.

use super::super::Page;
use super::rungs::verdict_role;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::{cut, visible, width, wrap};
use crate::tui::app::App;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// The narrowest column.
const NARROWEST: u16 = 9;

/// Draws it, the top level first in rows and columns.
pub(super) fn draw(app: &App, page: &mut Page, area: Area, open: &OpenMap) {
    let words = &app.lang.words().hearing;
    let levels: Vec<_> = open.map.whole_levels().rev().collect();
    let names: Vec<String> =
        levels.iter().enumerate().map(|(at, level)| format!("{} {}", at + 1, visible(&level.name))).collect();
    let longest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let first = u16::try_from(longest).unwrap_or(u16::MAX).min(area.width * 2 / 5) + 2;
    let columns = (area.width.saturating_sub(first + 3) / NARROWEST).max(1);
    let shown = levels.len().min(usize::from(columns));
    let wide = (area.width.saturating_sub(first + 3) / u16::try_from(shown.max(1)).unwrap_or(1)).min(24);
    let mut y = area.y + 1;
    let end = area.y + area.height;
    page.brush.text(area.x + 2, y, area.width - 3, words.table, Role::Quiet);
    y += 2;
    let at = |column: usize| area.x + 2 + first + wide * u16::try_from(column).unwrap_or(0);
    for (column, name) in names.iter().enumerate().take(shown) {
        let name =
            if width(name) < usize::from(wide) { name.clone() } else { cut(name, usize::from(wide - 1)) };
        page.brush.text(at(column), y, wide - 1, &name, Role::Band);
    }
    y += 1;
    // Two rows a level, and an empty one between them where there is room.
    let gap = u16::from(usize::from(end.saturating_sub(y + 3)) >= levels.len() * 3);
    for (row, name) in levels.iter().zip(&names) {
        if y + 2 > end {
            break;
        }
        page.brush.text(area.x + 2, y, first - 1, name, Role::Band);
        for (column, other) in levels.iter().enumerate().take(shown) {
            let Some(pair) = open.ladder().pair(&row.id, &other.id) else {
                page.brush.text(at(column), y, wide - 1, "·", Role::Quiet);
                continue;
            };
            let up = pair.lower == row.id;
            let way = if up { &pair.up } else { &pair.down };
            let of = |own: &crate::analysis::levels::Traffic| if up { own.up } else { own.down };
            let counts = format!("{} / {}", of(&pair.signals), of(&pair.effects));
            let word = say::verdict(app.lang, way.verdict);
            page.brush.text(at(column), y, wide - 1, word, verdict_role(way.verdict));
            page.brush.text(at(column), y + 1, wide - 1, &counts, Role::Quiet);
        }
        y += 2 + gap;
    }
    y += 1 - gap.min(1);
    for line in wrap(words.table_numbers, usize::from(area.width.saturating_sub(3)), app.lang) {
        if y < end {
            page.brush.text(area.x + 2, y, area.width - 3, &line, Role::Quiet);
        }
        y += 1;
    }
}
