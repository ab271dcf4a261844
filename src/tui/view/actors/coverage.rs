//! Sector × level: how many take which part, and below it who that is where the cursor stands.

use super::super::{Page, scroll};
use crate::analysis::actors::{Cover, Coverage, Presence};
use crate::layout::canvas::Area;
use crate::map::LevelId;
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::{cut_at_word, visible, width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::cast::{counts, letter, presence, shade};
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// Least cells of a level's column and of a sector's name.
const LEAST: (u16, u16) = (8, 14);
/// The most cells of either.
const MOST: (u16, u16) = (22, 40);

/// How the grid is divided.
struct Plan {
    /// Cells of a sector's name.
    name: u16,
    /// Cells of a level's column.
    wide: u16,
    /// Whether blanks stand between the counts of a cell.
    airy: bool,
}

impl Plan {
    /// Names are cut before counts are.
    fn of(app: &App, coverage: &Coverage, room: u16) -> Self {
        let levels = short(coverage.levels.len()).max(1);
        let longest = coverage.sectors.iter().flatten().map(|own| width(&visible(own))).max().unwrap_or(0);
        let longest = short(longest + 1).clamp(LEAST.1, MOST.1);
        let needed = |airy: bool| {
            let all = (0..coverage.levels.len()).map(|level| coverage.of_level(level));
            let cells = all.map(|cover| width(&said(app, &cover, airy)) + 1);
            short(cells.max().unwrap_or(0)).clamp(LEAST.0, MOST.0)
        };
        let airy = needed(true).saturating_mul(levels).saturating_add(longest.min(24)) <= room;
        let least = needed(airy).max(if airy { 12 } else { 0 });
        let name = longest.min(room.saturating_sub(least.saturating_mul(levels))).max(LEAST.1);
        let wide = (room.saturating_sub(name) / levels).clamp(least, MOST.0.max(least));
        Self { name, wide, airy }
    }
}

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let coverage = open.roll().coverage(open.cast.fold);
    let at = open.card.as_ref().and_then(|card| coverage.find(card));
    let foot = foot(app, page, open, coverage, at, area);
    let grid = Area { height: area.height.saturating_sub(foot), ..area };
    let Plan { name, wide, airy } = Plan::of(app, coverage, grid.width.saturating_sub(2));
    // Where even narrow columns do not all fit, those around the cursor are shown.
    let fit = usize::from(grid.width.saturating_sub(2 + name) / wide).max(1);
    let first = scroll::first_shown(at.map_or(0, |at| at.1), fit, coverage.levels.len());
    let shown: Vec<(usize, u16)> = (first..coverage.levels.len())
        .take(fit)
        .zip(0..)
        .map(|(level, nth)| (level, grid.x + 2 + name + nth * wide))
        .collect();
    // Names of levels are long and columns are not.
    let heads = if grid.height >= 12 && wide < 16 { 3 } else { 2 };
    page.brush.text(grid.x + 2, grid.y, name - 1, &capital(app.lang.words().fields.sector), Role::Quiet);
    for &(level, x) in &shown {
        let title = level_name(app, open, coverage.levels[level].as_ref());
        let (lines, _) = wrap_at_most(&title, usize::from(wide - 1), heads, app.lang);
        for (y, line) in (grid.y..).zip(&lines) {
            page.brush.text(x, y, wide - 1, line, Role::Band);
        }
    }
    let body =
        Area { y: grid.y + short(heads), height: grid.height.saturating_sub(short(heads) + 1), ..grid };
    page.hits.page = body.height;
    let room = usize::from(body.height);
    let from = scroll::first_shown(at.map_or(0, |at| at.0), room, coverage.sectors.len());
    let mut y = body.y;
    for (sector, row) in coverage.sectors.iter().zip(&coverage.cells).skip(from).take(room) {
        let (title, role) = match sector {
            Some(own) => (visible(own).into_owned(), Role::Text),
            None => (capital(app.lang.words().actors.no_sector), Role::Quiet),
        };
        page.brush.text(grid.x + 2, y, name - 1, &cut_at_word(&title, usize::from(name - 1)), role);
        for &(level, x) in &shown {
            let own = Area { x, y, width: wide - 1, height: 1 };
            let here = at.is_some_and(|(sector, own)| own == level && from + short_rows(y, body.y) == sector);
            cell(app, page, open, own, (&row[level], airy), here);
        }
        y += 1;
    }
    // All sectors together.
    page.brush.text(grid.x + 2, y, name - 1, &capital(app.lang.words().actors.all), Role::Heading);
    for &(level, x) in &shown {
        let all = coverage.of_level(level);
        page.brush.text(x, y, wide - 1, &said(app, &all, airy), Role::Heading);
    }
}

fn short_rows(y: u16, from: u16) -> usize {
    usize::from(y - from)
}

/// A shade for the most that is taken part, and how many take which part.
fn said(app: &App, cover: &Cover, airy: bool) -> String {
    let shade = shade(app.glyphs, cover.presence());
    let counts = counts(app.lang, cover.counts);
    let text = if airy { format!("{shade} {counts}") } else { format!("{shade}{}", counts.replace(' ', "")) };
    text.trim_end().to_owned()
}

fn cell(app: &App, page: &mut Page, open: &OpenMap, area: Area, (cover, airy): (&Cover, bool), here: bool) {
    let role = if cover.actors.is_empty() { Role::Quiet } else { Role::Text };
    page.brush.text(area.x, area.y, area.width, &said(app, cover, airy), role);
    if here {
        page.brush.glyph(area.x - 1, area.y, app.glyphs.cursor, Role::Heading);
        page.brush.tint(area, Role::Cursor);
    }
    // A click on the cell of the selected actor means that actor.
    let own = open.card.as_ref().filter(|card| cover.actors.contains(card));
    if let Some(actor) = own.or(cover.actors.first()) {
        page.hits.add(area, Target::Card(actor.clone()));
    }
}

fn level_name(app: &App, open: &OpenMap, level: Option<&LevelId>) -> String {
    match level.and_then(|id| open.map.level(id)) {
        Some(level) => visible(&level.name).into_owned(),
        None => capital(app.lang.words().actors.no_level),
    }
}

/// What stands below: who is in the cell of the cursor, and the letters. Gives its rows.
fn foot(
    app: &App,
    page: &mut Page,
    open: &OpenMap,
    coverage: &Coverage,
    at: Option<(usize, usize)>,
    area: Area,
) -> u16 {
    let cells = usize::from(area.width.saturating_sub(2));
    let most = if area.height >= 20 { 3 } else { 2 };
    let mut lines: Vec<(String, Role)> = Vec::new();
    if let Some((sector, level)) = at {
        let title = coverage.sectors[sector].as_ref();
        let title =
            title.map_or_else(|| capital(app.lang.words().actors.no_sector), |own| visible(own).into_owned());
        let place = format!("{title} · {}", level_name(app, open, coverage.levels[level].as_ref()));
        let who: Vec<String> = coverage.cells[sector][level]
            .actors
            .iter()
            .map(|actor| {
                let involvement = open.map.node(actor).and_then(|node| node.involvement);
                let part = presence(app.lang, Presence::of(involvement));
                let own = if open.card.as_ref() == Some(actor) { app.glyphs.cursor } else { "" };
                format!("{own}{} ({part})", say::label(&open.map, actor))
            })
            .collect();
        lines.push((place, Role::Heading));
        let (said, _) = wrap_at_most(&who.join(", "), cells, most, app.lang);
        lines.extend(said.into_iter().map(|line| (line, Role::Text)));
    }
    let legend = Presence::ALL.map(|own| {
        let mark = format!("{}{}", shade(app.glyphs, own).trim(), letter(app.lang, own));
        let mark = if own == Presence::Nobody { letter(app.lang, own).to_owned() } else { mark };
        format!("{mark} {}", presence(app.lang, own))
    });
    let (said, _) = wrap_at_most(&legend.join("  "), cells, 2, app.lang);
    lines.extend(said.into_iter().map(|line| (line, Role::Quiet)));
    // A rule above, where there is room for one.
    let rule = u16::from(area.height >= 16);
    let high = short(lines.len()) + rule;
    let top = area.y + area.height.saturating_sub(high);
    if rule > 0 {
        page.brush.rule(area.x, top, area.width, app.glyphs.thin.across, Role::Frame);
    }
    for (y, (line, role)) in (top + rule..).zip(&lines) {
        page.brush.text(area.x + 1, y, area.width.saturating_sub(2), line, *role);
    }
    high
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
