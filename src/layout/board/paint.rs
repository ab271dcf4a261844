//! What stands on the board beside lines: heads of columns, rules and names of bands, cards, counts.

use super::band::Strips;
use super::cell::{Filled, Placed};
use super::column::{Span, Spread};
use super::scene::Scene;
use crate::layout::canvas::{Area, Canvas};
use crate::layout::columns::{Column, Holds};
use crate::palette::Role;
use crate::text::glyph::Line;
use crate::text::width::cut_with;
use crate::text::{width, wrap_at_most};

/// Heads, rules, names, cards and counts.
pub(super) fn frame(
    scene: &Scene<'_>,
    columns: &Spread,
    strips: &Strips,
    filled: &Filled,
    canvas: &mut Canvas,
) {
    heads(scene, columns, strips, canvas);
    for at in 0..strips.strips.len() {
        rule(scene, columns, strips, at, canvas);
    }
    if let Some(foot) = strips.foot {
        across(scene, foot, canvas);
    }
    if !count_folded(scene, columns, strips, canvas) {
        explain_signals(scene, columns, strips, canvas);
    }
    for placed in &filled.placed {
        card(scene, columns, placed, canvas);
    }
    for tail in &filled.tails {
        let (count, shown) = tail.parts();
        if strips.strips.iter().any(|strip| strip.rule == tail.y) || strips.foot == Some(tail.y) {
            clear(canvas, tail.x.saturating_sub(1), tail.y, 1);
        }
        let mut x = canvas.write(tail.x, tail.y, &cut(scene, &count, tail.width), Role::Quiet);
        if shown > 0 {
            x = canvas.write(x, tail.y, " ", Role::Quiet);
            for &card in &tail.cards[..shown] {
                let (shape, role) = scene.shape(card);
                canvas.set(x, tail.y, shape, role);
                x += 1;
            }
        }
        if strips.strips.iter().any(|strip| strip.rule == tail.y) || strips.foot == Some(tail.y) {
            clear(canvas, x, tail.y, 1);
        }
    }
}

/// A dot in every cell that holds nothing, where no line runs.
pub(super) fn dots(scene: &Scene<'_>, columns: &Spread, strips: &Strips, canvas: &mut Canvas) {
    for strip in strips.strips.iter().filter(|strip| strip.height > 0) {
        for span in &columns.spans {
            let (x, y) = (span.card_x(), strip.top);
            let empty = scene.sorted.cell(strip.band, span.column).is_empty();
            // The blanks of a word on a line belong to the line.
            let blank = canvas.get(x, y).is_some_and(|cell| cell.text == " " && cell.role == Role::Text);
            if empty && blank {
                canvas.set(x, y, scene.view.glyphs.empty, Role::Quiet);
            }
        }
    }
}

fn heads(scene: &Scene<'_>, columns: &Spread, strips: &Strips, canvas: &mut Canvas) {
    if strips.head == 0 {
        return;
    }
    for (at, span) in columns.spans.iter().enumerate() {
        let column = &scene.sorted.columns[span.column];
        let role = match (column.hue, span.open) {
            (Some(hue), _) => Role::Area(hue),
            (None, true) => Role::Heading,
            (None, false) => Role::Text,
        };
        let lines = head(scene, column, head_room(scene, columns, at), strips.head);
        let top = usize::from(strips.head).saturating_sub(lines.len());
        for (y, line) in (top..).zip(lines) {
            canvas.write(span.x, u16::try_from(y).unwrap_or(u16::MAX), &line, role);
        }
    }
}

/// How many cells the head of a column may take: up to the next one.
fn head_room(scene: &Scene<'_>, columns: &Spread, at: usize) -> u16 {
    let span = &columns.spans[at];
    let next = columns.spans.get(at + 1).map_or(scene.view.width, |next| next.x);
    next.saturating_sub(span.x).saturating_sub(1).max(span.width)
}

/// How many rows the whole name of the open column takes, at most three; 0 if none is open.
pub(super) fn open_head_rows(scene: &Scene<'_>, columns: &Spread) -> u16 {
    let open = (0..columns.spans.len()).filter(|&at| columns.spans[at].open);
    let rows = open.map(|at| {
        let column = &scene.sorted.columns[columns.spans[at].column];
        head(scene, column, head_room(scene, columns, at), 3).len()
    });
    rows.max().map_or(0, |rows| u16::try_from(rows).unwrap_or(u16::MAX))
}

/// The head of a column on at most that many lines: its code and its name, cut to whole words; the code alone
/// where there is hardly any room.
pub(super) fn head(scene: &Scene<'_>, column: &Column, room: u16, rows: u16) -> Vec<String> {
    let glyphs = scene.view.glyphs;
    let room = usize::from(room);
    let shape = match column.holds {
        Holds::Actors => glyphs.actor.full,
        Holds::NoArea | Holds::NoPhase | Holds::NoSector => "-",
        Holds::Area(_) | Holds::Phase(_) | Holds::Sector(_) | Holds::Any => "",
    };
    let code = if column.code.is_empty() { shape } else { column.code.as_str() };
    if room < 8 && !code.is_empty() {
        return vec![code.to_owned()];
    }
    let text = format!("{} {}", column.code, column.name);
    let (mut lines, was_cut) = wrap_at_most(text.trim(), room, usize::from(rows), scene.lang());
    if was_cut && let Some(last) = lines.pop() {
        lines.push(whole_words(&last, &column.code, room, glyphs.ellipsis));
    }
    lines
}

/// As much of a text that was cut as are whole words, with the ellipsis; where not even one word fits behind the
/// code, as many of its letters as do.
fn whole_words(text: &str, code: &str, cells: usize, ellipsis: &str) -> String {
    let kept = text.trim_end_matches('…');
    if kept.len() == text.len() {
        return text.to_owned();
    }
    let end = |text: &str| format!("{}{ellipsis}", text.trim_end_matches([',', ' ', '-', '–']));
    match kept.trim_end().rsplit_once(' ') {
        Some((words, _)) if words != code && width(words) < cells => end(words),
        _ => end(kept),
    }
}

/// Where the text on the rule of a band ends that begins at the left edge of the columns.
pub(super) fn rule_text_end(scene: &Scene<'_>, columns: &Spread, strips: &Strips, at: usize) -> u16 {
    if columns.edge > 0 || at >= strips.strips.len() {
        return columns.edge;
    }
    let text = rule_text(scene, columns, strips, at);
    u16::try_from(width(&text)).unwrap_or(u16::MAX).saturating_add(3)
}

fn rule_text(scene: &Scene<'_>, columns: &Spread, strips: &Strips, at: usize) -> String {
    let strip = &strips.strips[at];
    let signals = signals(scene, strip.band);
    if columns.edge > 0 {
        return signals;
    }
    let name = &scene.sorted.bands[strip.band].name;
    if signals.is_empty() { name.clone() } else { format!("{name}  {signals}") }
}

/// The signals over a band's upper edge: `↓14 ↑1`; empty if there are none.
pub(super) fn signals(scene: &Scene<'_>, band: usize) -> String {
    let (down, up) = scene.signals_above(band);
    if down + up == 0 {
        return String::new();
    }
    let glyphs = scene.view.glyphs;
    format!("{}{down} {}{up}", glyphs.signal_down, glyphs.signal_up)
}

/// A band's name in an edge that wide, on at most that many rows.
pub(super) fn name_lines(scene: &Scene<'_>, band: usize, edge: u16, rows: u16) -> Vec<String> {
    let cells = usize::from(edge.saturating_sub(2));
    let name = &scene.sorted.bands[band].name;
    let (mut lines, was_cut) = wrap_at_most(name, cells, usize::from(rows), scene.lang());
    if was_cut && let Some(last) = lines.last_mut() {
        *last = last.replace('…', scene.view.glyphs.ellipsis);
    }
    lines
}

fn rule(scene: &Scene<'_>, columns: &Spread, strips: &Strips, at: usize, canvas: &mut Canvas) {
    let strip = &strips.strips[at];
    across(scene, strip.rule, canvas);
    let name = &scene.sorted.bands[strip.band].name;
    let signals = signals(scene, strip.band);
    let room = scene.view.width.saturating_sub(3);
    if columns.edge > 0 {
        if !signals.is_empty() {
            clear(canvas, 0, strip.rule, columns.edge);
            canvas.write(1, strip.rule, &cut(scene, &signals, columns.edge), Role::Quiet);
        }
        let rows = strip.height + strip.lanes;
        for (y, line) in (strip.top..).zip(name_lines(scene, strip.band, columns.edge, rows)) {
            canvas.write(1, y, &line, Role::Band);
        }
        return;
    }
    let name = cut(scene, name, room);
    clear(canvas, 0, strip.rule, rule_text_end(scene, columns, strips, at));
    let x = canvas.write(1, strip.rule, &name, Role::Band);
    if !signals.is_empty() {
        canvas.write(x + 2, strip.rule, &signals, Role::Quiet);
    }
}

/// How many cards stand in columns that are folded away, at the right end of the first rule; whether there are any.
fn count_folded(scene: &Scene<'_>, columns: &Spread, strips: &Strips, canvas: &mut Canvas) -> bool {
    let Some(first) = strips.strips.first() else { return false };
    let glyphs = scene.view.glyphs;
    let ((columns_before, before), (columns_behind, behind)) = (columns.before, columns.behind);
    let mut text = String::from(" ");
    if columns_before > 0 {
        text += &format!("{}{before} ", glyphs.head_left);
    }
    if columns_behind > 0 {
        text += &format!("{behind}{} ", glyphs.head_right);
    }
    let cells = u16::try_from(width(&text)).unwrap_or(u16::MAX);
    if cells > 1 && cells < scene.view.width {
        canvas.write(scene.view.width - cells, first.rule, &text, Role::Quiet);
    }
    cells > 1
}

/// What the two counts on the rules mean, at the right end of the first rule, which no line crosses.
fn explain_signals(scene: &Scene<'_>, columns: &Spread, strips: &Strips, canvas: &mut Canvas) {
    let Some(first) = strips.strips.first() else { return };
    if strips.strips.iter().all(|strip| signals(scene, strip.band).is_empty()) {
        return;
    }
    let (glyphs, places) = (scene.view.glyphs, &scene.view.lang.words().places);
    let text = format!(
        " {} {}  {} {} ",
        glyphs.signal_down,
        places.steering_down.to_lowercase(),
        glyphs.signal_up,
        places.told_upward.to_lowercase()
    );
    let cells = u16::try_from(width(&text)).unwrap_or(u16::MAX);
    let x = scene.view.width.saturating_sub(cells.saturating_add(2));
    if x > rule_text_end(scene, columns, strips, 0) + 2 {
        canvas.write(x, first.rule, &text, Role::Quiet);
    }
}

fn across(scene: &Scene<'_>, y: u16, canvas: &mut Canvas) {
    for x in 0..scene.view.width {
        canvas.set(x, y, scene.view.glyphs.frame.across, Role::Frame);
    }
}

fn clear(canvas: &mut Canvas, x: u16, y: u16, cells: u16) {
    for x in x..x.saturating_add(cells) {
        canvas.set(x, y, " ", Role::Text);
    }
}

fn cut(scene: &Scene<'_>, text: &str, cells: u16) -> String {
    cut_with(text, usize::from(cells), scene.view.glyphs.ellipsis)
}

fn card(scene: &Scene<'_>, columns: &Spread, placed: &Placed, canvas: &mut Canvas) {
    let card = &scene.sorted.cards[placed.card];
    let (shape, shape_role) = scene.shape(placed.card);
    let selected = scene.selected == Some(placed.card);
    let home = columns.span(card.column).is_some_and(|span: &Span| span.open);
    let role = if selected {
        Role::Selected
    } else if scene.is_near(placed.card) {
        Role::Heading
    } else if home || scene.selected.is_none() {
        Role::Text
    } else {
        Role::Quiet
    };
    if let Some(area) = placed.frame {
        let hue = scene.sorted.columns[card.column].hue;
        box_around(area, &scene.view.glyphs.heavy, hue.map_or(Role::Selected, Role::Area), canvas);
    }
    canvas.set(placed.x, placed.y, shape, shape_role);
    let set = scene.set_on(placed.card);
    for (nth, (y, line)) in (placed.y..).zip(placed.lines.iter()).enumerate() {
        let last = nth + 1 == placed.lines.len();
        // What a group set on the card is told from its name.
        let name = line.strip_suffix(set.as_str()).filter(|_| last && !set.is_empty());
        let end = canvas.write(placed.x + super::column::BULLET, y, name.unwrap_or(line), role);
        if name.is_some() {
            canvas.write(end, y, &set, Role::Key);
        }
        if scene.node(placed.card).certainty == Some(crate::map::Certainty::Refuted) {
            canvas.strike(placed.x + super::column::BULLET, end, y);
        }
    }
}

fn box_around(area: Area, line: &Line, role: Role, canvas: &mut Canvas) {
    let Area { x, y, width, height } = area;
    if width < 2 || height < 2 {
        return;
    }
    let (right, bottom) = (x + width - 1, y + height - 1);
    for column in x + 1..right {
        canvas.set(column, y, line.across, role);
        canvas.set(column, bottom, line.across, role);
    }
    for row in y + 1..bottom {
        canvas.set(x, row, line.along, role);
        canvas.set(right, row, line.along, role);
    }
    canvas.set(x, y, line.right_down, role);
    canvas.set(right, y, line.left_down, role);
    canvas.set(x, bottom, line.right_up, role);
    canvas.set(right, bottom, line.left_up, role);
}
