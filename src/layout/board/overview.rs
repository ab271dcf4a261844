//! The overview: a shape a card, the whole map at once, and how much runs down and up between the levels.
//!
//! No lines here: what the selected card leads to is marked `+▶■`, its causes `+◀■`, itself `[■]`.

use super::line::differs;
use super::scene::Scene;
use super::{Board, paint};
use crate::layout::canvas::{Area, Canvas};
use crate::palette::Role;
use crate::text::width;
use crate::text::width::cut_with;
use crate::text::words::says::overview_key;

/// The least width of a column.
const LEAST: u16 = 4;
/// From this width on, names of levels stand in an edge of their own.
const WITH_EDGE: u16 = 60;
/// The most rows of names of columns.
const HEADS: u16 = 3;
/// The most arrows that stand for a number of signals.
const ARROWS: usize = 4;

/// Lays the overview out.
pub(super) fn lay_out(scene: &Scene<'_>) -> Board {
    let view = scene.view;
    let mut canvas = Canvas::new(view.width, view.height);
    let edge = edge(scene);
    let columns = columns(scene, edge);
    let reaches = super::reaches(edge, columns.iter().map(|own| own.1), view.width);
    let bands = scene.sorted.bands.len();
    let (mut hits, mut slots): (Vec<(Area, usize)>, Vec<_>) = Default::default();

    let named = scene.sorted.columns.iter().any(|column| !column.name.is_empty());
    let mut head = u16::from(named && view.height >= 4);
    let most = usize::from(view.height.saturating_sub(head) / 2);
    let shown = window(bands, most, scene.selected_band(), view.from.1);
    let rows = rows(scene, &columns, &shown, view.height.saturating_sub(head));
    if head > 0 {
        // What the bands do not need and the last row does not, names of columns get: their words whole.
        let taken: u16 = head + rows.iter().map(|rows| rows + 1).sum::<u16>() + 2;
        head = heads(scene, &columns, (head + view.height.saturating_sub(taken)).min(HEADS), &mut canvas);
    }
    let mut y = head;
    for (band, height) in shown.clone().zip(rows) {
        if y >= view.height {
            break;
        }
        rule(scene, edge, band, y, height, &mut canvas);
        for (&(column, x, wide), &(from, width)) in columns.iter().zip(&reaches) {
            let area = Area { x, y: y + 1, width: wide, height };
            slots.push(scene.sorted.slot(band, column, Area { x: from, width, ..area }));
            cell(scene, scene.sorted.cell(band, column), area, &mut canvas, &mut hits);
        }
        y += 1 + height;
    }
    beyond(scene, &shown, &columns, &mut canvas);
    if view.height > y + 1 {
        let glyphs = view.glyphs;
        let text = overview_key(view.lang, glyphs.raised(MANY), glyphs.signal_down);
        let text = cut_with(&text, usize::from(view.width).saturating_sub(2), glyphs.ellipsis);
        canvas.write(1, view.height - 1, &text, Role::Quiet);
    }
    hits.retain(|(area, _)| area.x < view.width && area.y < view.height);
    hits.sort_by_key(|(area, _)| (area.y, area.x));
    let hits: Vec<_> =
        hits.into_iter().map(|(area, card)| (area, scene.sorted.cards[card].id.clone())).collect();
    let across = columns.first().map_or(0, |first| first.0)..columns.last().map_or(0, |last| last.0 + 1);
    Board {
        canvas,
        scroll: scene.scroll,
        columns: (across, scene.sorted.columns.len()),
        bands: (shown, bands),
        hidden: scene.hidden(&hits),
        hits,
        slots,
        drawn: Vec::new(),
    }
}

/// Which of so many there are in sight where no more than `most` have room: the first ones, or those round one of them,
/// or those from the first one that was asked for.
fn window(all: usize, most: usize, round: Option<usize>, first: Option<usize>) -> std::ops::Range<usize> {
    let shown = most.clamp(1, all.max(1)).min(all);
    let from = first.unwrap_or_else(|| round.unwrap_or(0).saturating_sub(shown / 2)).min(all - shown);
    from..from + shown
}

/// Says how many levels and columns are out of sight, and where.
fn beyond(
    scene: &Scene<'_>,
    bands: &std::ops::Range<usize>,
    columns: &[(usize, u16, u16)],
    canvas: &mut Canvas,
) {
    let (view, glyphs) = (scene.view, scene.view.glyphs);
    let text = super::beyond::levels_beyond(scene, bands.start, bands.end);
    if !text.is_empty() {
        let x = view.width.saturating_sub(short(width(&text)));
        canvas.write(x, view.height.saturating_sub(1), &text, Role::Key);
    }
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return };
    let after = scene.sorted.columns.len() - 1 - last.0;
    if first.0 > 0 {
        canvas.write(0, 0, &format!("{}{} ", glyphs.head_left, first.0), Role::Key);
    }
    if after > 0 {
        let text = format!(" {after}{}", glyphs.head_right);
        canvas.write(view.width.saturating_sub(short(width(&text))), 0, &text, Role::Key);
    }
}

fn edge(scene: &Scene<'_>) -> u16 {
    if scene.view.width < WITH_EDGE {
        return 0;
    }
    let bands = &scene.sorted.bands;
    let words = bands.iter().flat_map(|band| band.name.split_whitespace()).map(width);
    let words = short(words.max().unwrap_or(0)).clamp(8, 16);
    // A band may have one row only, so the whole name stands on that where a fifth of the width is enough.
    let names = short(bands.iter().map(|band| width(&band.name)).max().unwrap_or(0));
    names.min((scene.view.width / 5).saturating_sub(2)).max(words) + 2
}

/// From how many links on a card says how many.
const MANY: usize = 5;

/// How many cells the cards of a cell take in one row.
fn units(scene: &Scene<'_>, cards: &[usize]) -> u16 {
    cards.iter().map(|&card| wide(scene, card) + u16::from(is_marked(scene, card))).sum()
}

fn is_marked(scene: &Scene<'_>, card: usize) -> bool {
    scene.is_near(card) || Some(card) == scene.selected
}

/// How many cells a card takes: more with its brackets, or its sign and arrow head, or these on a missing link.
fn wide(scene: &Scene<'_>, card: usize) -> u16 {
    let tie = scene.ties.iter().find(|tie| tie.other == card);
    let missing = tie.is_some_and(|tie| tie.link.missing || differs(scene, tie).is_some());
    match is_marked(scene, card) {
        true if missing && Some(card) != scene.selected => 4,
        true => 3,
        false => 1,
    }
}

/// Column, place and width of each: every one the least, then more where most has to stand.
fn columns(scene: &Scene<'_>, edge: u16) -> Vec<(usize, u16, u16)> {
    let room = scene.view.width.saturating_sub(edge);
    let fitting = usize::from((room / (LEAST + 1)).max(1)).min(scene.sorted.columns.len());
    let shown = window(scene.sorted.columns.len(), fitting, scene.selected_column(), scene.view.from.0);
    let most: Vec<u16> = shown
        .clone()
        .map(|column| {
            let cells = (0..scene.sorted.bands.len()).map(|band| scene.sorted.cell(band, column));
            cells.map(|cards| units(scene, cards)).max().unwrap_or(0)
        })
        .collect();
    let mut widths = vec![LEAST; fitting];
    let gaps = short(fitting);
    let mut left = room.saturating_sub(LEAST * gaps + gaps);
    while left > 0 {
        let poorest = (0..fitting)
            // No cell needs more than all its shapes with blanks between.
            .filter(|&at| widths[at] < (most[at] * 2).max(8))
            .max_by_key(|&at| (u32::from(most[at] + 4) * 1000 / u32::from(widths[at]), usize::MAX - at));
        let Some(poorest) = poorest else { break };
        widths[poorest] += 1;
        left -= 1;
    }
    let mut x = edge + u16::from(edge == 0);
    let mut columns = Vec::new();
    for (column, wide) in shown.zip(widths) {
        columns.push((column, x, wide));
        x += wide + 1;
    }
    columns
}

/// How many rows each band in sight gets, from the top.
fn rows(
    scene: &Scene<'_>,
    columns: &[(usize, u16, u16)],
    shown: &std::ops::Range<usize>,
    height: u16,
) -> Vec<u16> {
    let bands = shown.len();
    let mut rows = vec![1_u16; bands];
    let need: Vec<u16> = shown
        .clone()
        .map(|band| {
            let cells = columns.iter().map(|&(column, _, wide)| {
                units(scene, scene.sorted.cell(band, column)).div_ceil(wide.max(1))
            });
            cells.max().unwrap_or(1).max(2)
        })
        .collect();
    let mut left = height.saturating_sub(short(bands) * 2);
    while left > 0 {
        let poorest = (0..bands).filter(|&band| rows[band] < need[band] + 1);
        let Some(band) =
            poorest.max_by_key(|&band| (need[band].saturating_sub(rows[band]), usize::MAX - band))
        else {
            break;
        };
        rows[band] += 1;
        left -= 1;
    }
    rows
}

/// Writes the names of the columns in that many rows at most, and gives how many they took.
fn heads(scene: &Scene<'_>, columns: &[(usize, u16, u16)], most: u16, canvas: &mut Canvas) -> u16 {
    let mut taken = 1;
    for (at, &(column, x, wide)) in columns.iter().enumerate() {
        let column = &scene.sorted.columns[column];
        let role = column.hue.map_or(Role::Text, Role::Area);
        let next = columns.get(at + 1).map_or(scene.view.width, |next| next.1);
        let room = next.saturating_sub(x + 1).max(wide);
        for (y, line) in (0..).zip(paint::head(scene, column, room, most)) {
            canvas.write(x, y, &line, role);
            taken = taken.max(y + 1);
        }
    }
    taken
}

fn rule(scene: &Scene<'_>, edge: u16, band: usize, y: u16, height: u16, canvas: &mut Canvas) {
    across(scene, y, canvas);
    let glyphs = scene.view.glyphs;
    let places = &scene.view.lang.words().places;
    let name = &scene.sorted.bands[band].name;
    let mut x = 0;
    if edge > 0 {
        for (y, line) in (y + 1..).zip(paint::name_lines(scene, band, edge, height)) {
            canvas.write(1, y, &line, Role::Band);
        }
    } else {
        let room = usize::from(scene.view.width.saturating_sub(2));
        x = canvas.write(0, y, " ", Role::Text);
        x = canvas.write(x, y, &cut_with(name, room, glyphs.ellipsis), Role::Band);
        x = canvas.write(x, y, " ", Role::Text);
    }
    let (down, up) = scene.signals_above(band);
    if down + up == 0 && scene.effects_above(band) == (0, 0) {
        return;
    }
    let arrows = |glyph: &str, count: usize| glyph.repeat(count.div_ceil(4).min(ARROWS));
    let short = format!(" {}{down} {}{up} ", glyphs.signal_down, glyphs.signal_up);
    let long = format!(
        " {} {down} {}   {} {up} {} ",
        arrows(glyphs.signal_down, down),
        places.steering_down.to_lowercase(),
        arrows(glyphs.signal_up, up),
        places.told_upward.to_lowercase(),
    );
    let from = x.max(edge).max(1);
    let room = usize::from(scene.view.width.saturating_sub(from));
    // Causes and effects run both ways too; they close circles, but carry nothing that anybody hears.
    let (effects_down, effects_up) = scene.effects_above(band);
    let effects = format!(
        "  {} {}{effects_down} {}{effects_up} ",
        scene.view.lang.words().fields.effects,
        arrows(glyphs.signal_down, effects_down),
        arrows(glyphs.signal_up, effects_up),
    );
    let whole = format!("{long}{effects}");
    let text = [whole, long, short].into_iter().find(|text| width(text) < room);
    if let Some(text) = text {
        canvas.write(from, y, &text, Role::Quiet);
    }
}

fn across(scene: &Scene<'_>, y: u16, canvas: &mut Canvas) {
    for x in 0..scene.view.width {
        canvas.set(x, y, scene.view.glyphs.frame.across, Role::Frame);
    }
}

/// The shapes of a cell, those with a mark first; what does not fit is counted.
fn cell(scene: &Scene<'_>, cards: &[usize], area: Area, canvas: &mut Canvas, hits: &mut Vec<(Area, usize)>) {
    let glyphs = scene.view.glyphs;
    if cards.is_empty() {
        if area.height > 0 {
            canvas.set(area.x, area.y, glyphs.empty, Role::Quiet);
        }
        return;
    }
    let (mut marked, plain): (Vec<usize>, Vec<usize>) =
        cards.iter().partition(|&&card| is_marked(scene, card));
    // Whatever has no room, the selected card has.
    marked.sort_by_key(|&card| Some(card) != scene.selected);
    let blank = u16::from(units(scene, &marked) + short(plain.len()) * 2 <= area.width * area.height);
    let mut places = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (card, wide) in marked.into_iter().chain(plain).map(|card| (card, wide(scene, card))) {
        if x + wide > area.width {
            (x, y) = (0, y + 1);
        }
        places.push((card, x, y, wide));
        x += wide + if wide > 1 { 1 } else { blank };
    }
    let fits = |&&(_, x, y, wide): &&(usize, u16, u16, u16)| y < area.height && x + wide <= area.width;
    let mut shown = places.iter().take_while(fits).count();
    if shown < places.len() {
        // The last row's end says how many there are beside.
        let count = |shown: usize| short(width(&format!("+{}", places.len() - shown)));
        let last = area.height.saturating_sub(1);
        let least = usize::from(places.first().is_some_and(|own| Some(own.0) == scene.selected));
        while shown > least && {
            let (_, x, y, wide) = places[shown - 1];
            y == last && x + wide + count(shown) > area.width
        } {
            shown -= 1;
        }
        if area.height > 0 {
            let taken = shown.checked_sub(1).map(|at| places[at]).filter(|own| own.2 == last);
            let room = usize::from(area.width.saturating_sub(taken.map_or(0, |own| own.1 + own.3)));
            let text = format!("+{}", places.len() - shown);
            let text = if width(&text) > room { "+".repeat(room.min(1)) } else { text };
            let x = area.x + area.width.saturating_sub(short(width(&text)));
            canvas.write(x, area.y + last, &text, Role::Quiet);
        }
    }
    for &(card, x, y, wide) in &places[..shown] {
        let (x, y) = (area.x + x, area.y + y);
        draw(scene, card, x, y, canvas);
        if blank == 1 && wide == 1 && x + 1 < area.x + area.width {
            canvas.set(x + 1, y, weight(scene, card), Role::Quiet);
        }
        // A hit never reaches over the edge of the picture.
        let wide = wide.min(scene.view.width.saturating_sub(x));
        hits.push((Area { x, y, width: wide, height: 1 }, card));
    }
}

/// How many links a card has, small and high beside its shape, where they are many; a blank for few.
fn weight(scene: &Scene<'_>, card: usize) -> &'static str {
    let links = scene.view.map.degree(&scene.sorted.cards[card].id);
    match links {
        0..MANY => " ",
        _ => scene.view.glyphs.raised(links),
    }
}

fn draw(scene: &Scene<'_>, card: usize, x: u16, y: u16, canvas: &mut Canvas) {
    let glyphs = scene.view.glyphs;
    let (shape, role) = scene.shape(card);
    if Some(card) == scene.selected {
        canvas.set(x, y, "[", Role::Selected);
        canvas.set(x + 1, y, shape, role);
        canvas.set(x + 2, y, "]", Role::Selected);
        return;
    }
    let Some(tie) = scene.ties.iter().find(|tie| tie.other == card) else {
        canvas.set(x, y, shape, role);
        return;
    };
    let mut x = x;
    let missing = tie.link.missing.then_some((glyphs.missing, Role::Ghost));
    if let Some((mark, role)) = differs(scene, tie).or(missing) {
        canvas.set(x, y, mark, role);
        x += 1;
    }
    let (sign, sign_role) = scene.sign(tie);
    let (head, head_role) =
        if tie.out { (glyphs.head_right, Role::LineOut) } else { (glyphs.head_left, Role::LineIn) };
    canvas.set(x, y, sign, sign_role);
    canvas.set(x + 1, y, head, if tie.link.missing { Role::Ghost } else { head_role });
    canvas.set(x + 2, y, shape, role);
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
