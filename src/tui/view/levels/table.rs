//! The table of levels: how signals come through from each to each, and the direct signals and effects.

use super::super::Page;
use super::rungs::verdict_role;
use crate::analysis::levels::Traffic;
use crate::layout::canvas::Area;
use crate::map::Level;
use crate::palette::Role;
use crate::text::words::says::quoted;
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
    y += 1;
    let step = open.rung_at(open.rung).map(|line| &line.pair);
    if let Some(step) = step {
        let [upper, lower] = [&step.upper, &step.lower]
            .map(|id| open.map.level(id).map_or_else(String::new, |own| visible(&own.name).into_owned()));
        let said = format!("{} {} – {}", words.between, quoted(&upper), quoted(&lower));
        page.brush.text(area.x + 2, y, area.width - 3, &said, Role::Heading);
    }
    y += 1;
    let place = |id| {
        let whole = open.map.whole_level(id)?;
        levels.iter().position(|own| own.id == whole.id)
    };
    let ends: Vec<usize> =
        step.iter().flat_map(|own| [place(&own.upper), place(&own.lower)]).flatten().collect();
    let at = |column: usize| area.x + 2 + first + wide * u16::try_from(column).unwrap_or(0);
    for (column, name) in names.iter().enumerate().take(shown) {
        let name =
            if width(name) < usize::from(wide) { name.clone() } else { cut(name, usize::from(wide - 1)) };
        page.brush.text(at(column), y, wide - 1, &name, Role::Band);
    }
    y += 1;
    let rows = rows(app, open, &levels[..], shown, usize::from(wide - 1));
    // An empty row between two levels where there is room.
    let all: usize = rows.iter().map(Row::height).sum();
    let gap = u16::from(usize::from(end.saturating_sub(y + 3)) >= all + levels.len());
    for (number, (row, name)) in rows.iter().zip(&names).enumerate() {
        let high = u16::try_from(row.height()).unwrap_or(u16::MAX);
        if y.saturating_add(high) > end {
            break;
        }
        page.brush.text(area.x + 2, y, first - 1, name, Role::Band);
        if ends.contains(&number) {
            page.brush.text(area.x, y, 1, app.glyphs.cursor, Role::Key);
        }
        for (column, cell) in row.cells.iter().enumerate() {
            let Some(cell) = cell else {
                page.brush.text(at(column), y, wide - 1, "·", Role::Quiet);
                continue;
            };
            let selected = column != number && ends.contains(&column) && ends.contains(&number);
            let lines = cell.said.iter().map(|line| (line, cell.role));
            for (y, (text, role)) in (y..).zip(lines.chain([(&cell.counts, Role::Quiet)])) {
                page.brush.text(at(column), y, wide - 1, text, role);
            }
            if selected {
                page.brush.tint(Area { x: at(column), y, width: wide - 1, height: high }, Role::Cursor);
            }
        }
        y += high + gap;
    }
    y += 1 - gap.min(1);
    for line in wrap(words.table_numbers, usize::from(area.width.saturating_sub(3)), app.lang) {
        if y < end {
            page.brush.text(area.x + 2, y, area.width - 3, &line, Role::Quiet);
        }
        y += 1;
    }
}

/// How signals come through from one level to another, and the direct links.
struct Cell {
    said: Vec<String>,
    role: Role,
    counts: String,
}

/// What comes from one level.
struct Row {
    // None for the level itself.
    cells: Vec<Option<Cell>>,
}

impl Row {
    /// The rows of the screen that it takes: its longest verdict, and the counts.
    fn height(&self) -> usize {
        self.cells.iter().flatten().map(|cell| cell.said.len()).max().unwrap_or(1) + 1
    }
}

fn rows(app: &App, open: &OpenMap, levels: &[&Level], shown: usize, cells: usize) -> Vec<Row> {
    let ladder = open.ladder();
    let cell = |row: &Level, column: &Level| {
        let pair = ladder.pair(&row.id, &column.id)?;
        let up = pair.lower == row.id;
        let of = |own: &Traffic| if up { own.up } else { own.down };
        let heard = ladder.heard_between(&open.map, (&pair.lower, &pair.upper), up);
        Some(Cell {
            said: wrap(&say::heard(app.lang, heard), cells, app.lang),
            role: verdict_role(heard.line),
            counts: format!("{} / {}", of(&pair.signals), of(&pair.effects)),
        })
    };
    let row =
        |row: &&Level| Row { cells: levels.iter().take(shown).map(|column| cell(row, column)).collect() };
    levels.iter().map(row).collect()
}
