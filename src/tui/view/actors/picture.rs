//! Influence × stance: a grid with the actors in its cells. Of whom nobody said one of the two, those stand in a row or
//! a column of their own.

use super::super::Page;
use super::super::tour::with_keys;
use super::flow::flow;
use crate::analysis::actors::{INFLUENCES, Picture, Presence, STANCES};
use crate::layout::canvas::Area;
use crate::map::NodeId;
use crate::map::words::influence_word;
use crate::palette::Role;
use crate::text::words::actors::unstated;
use crate::text::words::capital;
use crate::text::{Lang, width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::cast::{letter, presence};
use crate::tui::guide::{keyed, keys_in};
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// Least cells of a column.
const LEAST: u16 = 7;

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let picture = &open.roll().picture;
    let foot = foot(app, page, open, area);
    let grid = Area { height: area.height.saturating_sub(foot), ..area };
    page.hits.page = 8;
    let words = app.lang.words();
    let lead = INFLUENCES.iter().map(|own| width(row_name(app.lang, *own))).max().unwrap_or(0);
    let lead = u16::try_from(lead).unwrap_or(0) + 2;
    let columns = columns(app.lang, open, picture, grid.width.saturating_sub(lead + 1));
    let rows = rows(picture, &columns, grid.height.saturating_sub(2));
    // The heads: what the columns are, and above them what they are about.
    let mut x = grid.x + lead;
    page.brush.text(
        grid.x + 1,
        grid.y,
        grid.width,
        &format!("{} {}", capital(words.people.influence), app.glyphs.signal_up),
        Role::Quiet,
    );
    page.brush.text_before(
        grid.x + grid.width - 1,
        grid.y,
        &format!("{} {}", capital(words.people.stance), app.glyphs.arrow),
        Role::Quiet,
    );
    for &(at, wide) in &columns {
        let name = STANCES[at].map_or(words.forms.not_stated, |own| own.word(app.lang));
        page.brush.text(x + 1, grid.y + 1, wide.saturating_sub(2), &capital(name), Role::Heading);
        x += wide;
    }
    let mut y = grid.y + 2;
    for &(row, high) in &rows {
        page.brush.text(
            grid.x + 1,
            y,
            lead.saturating_sub(1),
            &capital(row_name(app.lang, INFLUENCES[row])),
            Role::Heading,
        );
        let mut x = grid.x + lead;
        for &(column, wide) in &columns {
            for line in y..y + high {
                page.brush.glyph(x, line, app.glyphs.thin.along, Role::Frame);
            }
            // The last line of a cell is the rule below it.
            let inside = Area { x: x + 1, y, width: wide.saturating_sub(2), height: high.saturating_sub(1) };
            cell(app, page, open, inside, &picture.cells[row][column]);
            x += wide;
        }
        if high > 1 {
            page.brush.rule(
                grid.x + lead,
                y + high - 1,
                x - grid.x - lead,
                app.glyphs.thin.across,
                Role::Frame,
            );
        }
        y += high;
    }
}

fn row_name(lang: Lang, influence: Option<u8>) -> &'static str {
    influence.map_or(lang.words().forms.not_stated, |own| influence_word(own, lang))
}

/// What an actor is called in a cell: a letter for the part it takes, and its short name.
fn called(app: &App, open: &OpenMap, actor: &NodeId) -> String {
    let involvement = open.map.node(actor).and_then(|node| node.involvement);
    format!("{} {}", letter(app.lang, Presence::of(involvement)), say::short(&open.map, actor))
}

/// The actors of a cell, the selected one always among them.
fn cell(app: &App, page: &mut Page, open: &OpenMap, area: Area, actors: &[NodeId]) {
    let texts: Vec<String> = actors.iter().map(|actor| called(app, open, actor)).collect();
    let selected = open.card.as_ref().and_then(|card| actors.iter().position(|own| own == card));
    let room = (usize::from(area.width), usize::from(area.height));
    let (placed, left) = flow(&texts, room.0, room.1, selected);
    let mut end = (0, 0);
    for own in &placed {
        let (x, y) = (area.x + short(own.x), area.y + short(own.line));
        let wide = short(width(&own.text));
        page.brush.text(x, y, wide, &own.text, Role::Text);
        if Some(own.at) == selected {
            page.brush.tint(Area { x, y, width: wide, height: 1 }, Role::Cursor);
            if x > 0 {
                page.brush.glyph(x - 1, y, app.glyphs.cursor, Role::Heading);
            }
        }
        page.hits.add(Area { x, y, width: wide, height: 1 }, Target::Card(actors[own.at].clone()));
        end = (own.x + width(&own.text), own.line);
    }
    if left > 0 && room.1 > 0 {
        let count = format!("+{left}");
        let x = if placed.is_empty() { 0 } else { end.0 + 2 };
        let room = area.width.saturating_sub(short(x));
        page.brush.text(area.x + short(x), area.y + short(end.1), room, &count, Role::Key);
    }
}

/// The columns that are shown, with their widths: the one of those of whom nobody said it only if there are any.
/// Columns in which somebody stands share what the empty ones leave.
fn columns(lang: Lang, open: &OpenMap, picture: &Picture, room: u16) -> Vec<(usize, u16)> {
    let filled = |at: usize| picture.cells.iter().any(|row| !row[at].is_empty());
    let shown: Vec<usize> = (0..5).filter(|&at| at < 4 || filled(at)).collect();
    let least = |at: usize| {
        let name = STANCES[at].map_or(lang.words().forms.not_stated, |own| own.word(lang));
        (short(width(name)) + 3).max(LEAST)
    };
    let needed = |at: usize| -> usize {
        let of =
            |cell: &Vec<NodeId>| cell.iter().map(|id| width(&say::short(&open.map, id)) + 4).sum::<usize>();
        picture.cells.iter().map(|row| of(&row[at])).sum()
    };
    let fixed: u16 = shown.iter().map(|&at| least(at)).sum();
    let spare = usize::from(room.saturating_sub(fixed));
    // By the root of what stands in them, so that a crowd does not take everything.
    let weight = |at: usize| needed(at).isqrt();
    let all: usize = shown.iter().map(|&at| weight(at)).sum();
    shown
        .iter()
        .map(|&at| (at, least(at) + short((spare * weight(at)).checked_div(all).unwrap_or(0))))
        .collect()
}

/// The rows that are shown, with their heights, the rule below each counted: empty ones are low, the others share the
/// rest by what stands in them.
fn rows(picture: &Picture, columns: &[(usize, u16)], room: u16) -> Vec<(usize, u16)> {
    let most = |at: usize| -> usize {
        // Names of ten cells or so: no more than a hint of how high a row wants to be.
        let cells = columns.iter().map(|&(column, wide)| {
            picture.cells[at][column].len().div_ceil(usize::from(wide.saturating_sub(2) / 14).max(1))
        });
        cells.max().unwrap_or(0)
    };
    let shown: Vec<usize> = (0..5).filter(|&at| at < 4 || most(at) > 0).collect();
    // Rows without anybody have no rule below them where the others lack the room.
    let wanted: usize = shown.iter().map(|&at| most(at).max(1) + 1).sum();
    let each = |at: usize| {
        if short(wanted) <= room || most(at) > 0 && room >= short(shown.len()) * 2 { 2 } else { 1 }
    };
    let mut high: Vec<(usize, u16)> = shown.iter().map(|&at| (at, each(at))).collect();
    let mut spare = room.saturating_sub(high.iter().map(|(_, own)| own).sum());
    while spare > 0 {
        // The row that lacks most gets the next line.
        let lacking = high.iter_mut().max_by_key(|(at, own)| {
            (most(*at).saturating_sub(usize::from(own.saturating_sub(1))), usize::MAX - at)
        });
        let Some((at, own)) = lacking else { break };
        if most(*at) <= usize::from(own.saturating_sub(1)) {
            break;
        }
        *own += 1;
        spare -= 1;
    }
    // An airy grid is easier to read than a blank below it.
    let air = (spare / short(high.len().max(1))).min(2);
    high.into_iter().map(|(at, own)| (at, own + air)).collect()
}

/// What stands below the grid: whom it leaves out and how to fill it, and the letters. Gives its rows.
fn foot(app: &App, page: &mut Page, open: &OpenMap, area: Area) -> u16 {
    let words = app.lang.words();
    let missing = open.roll().picture.unstated();
    let all = open.roll().register.actors.len();
    let cells = usize::from(area.width.saturating_sub(2));
    let mut lines = Vec::new();
    if missing > 0 {
        let text = format!("{} {}", unstated(app.lang, missing, all), keyed(app, words.actors.how_to_state));
        let most = if area.height >= 20 { 2 } else { 1 };
        let (said, _) = wrap_at_most(&text, cells, most, app.lang);
        lines.extend(said);
    }
    let legend: Vec<String> = Presence::ALL[..5]
        .iter()
        .map(|own| format!("{} {}", letter(app.lang, *own), presence(app.lang, *own)))
        .collect();
    lines.push(legend.join("  "));
    let high = short(lines.len());
    let keys = keys_in(&app.keymap, words.actors.how_to_state);
    for (y, line) in (area.y + area.height.saturating_sub(high)..).zip(&lines) {
        with_keys(page, (area.x + 1, y, area.width.saturating_sub(2)), line, &keys, Role::Quiet);
    }
    high
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
