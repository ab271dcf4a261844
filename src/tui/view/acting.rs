//! Where to act: the cards that break loops and chains, and below or beside them the table of where each card stands.

use super::tour::with_keys;
use super::{Page, empty, scroll};
use crate::analysis::cut::LeftOut;
use crate::layout::canvas::Area;
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::number::{count, decimal};
use crate::text::words::capital;
use crate::text::words::says::{
    Goal, below, bottlenecks, breaks, caution, direct, drives_told, fewer, left_out, loops_told,
    not_leverage, nothing_to_break, over_every_loop,
};
use crate::text::{cut, cut_at_word, pad, visible, width, wrap_at_most};
use crate::tui::acting::{Column, Part};
use crate::tui::app::App;
use crate::tui::guide::{keyed, keys_in};
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::question::Between;
use crate::tui::say;

/// From here on the table stands beside the rest.
const BESIDE: u16 = 116;

/// A line of the screen.
enum Line {
    Blank,
    Text(String, Role),
    /// More of the text above.
    Rest(String, Role),
    /// Keys stand in square brackets.
    Keys(String),
    /// A card, by its place among all rows.
    Card(usize, NodeId),
    Head,
    Row(usize, NodeId),
}

/// Draws the screen.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().acting;
    let x = page.brush.text(area.x + 1, area.y, area.width - 2, words.where_to_act, Role::Heading);
    let mut title = if area.height >= 24 { 2 } else { 1 };
    let mut below = Area { y: area.y + title, height: area.height.saturating_sub(title), ..area };
    if open.snapshot.arcs().is_empty() {
        let bare = open.map.node_count() == 0;
        let how = if bare { app.lang.words().guide.write_first } else { words.how_to_link };
        return empty::draw(app, page, below, words.nothing_to_act_on, how);
    }
    // What acting means belongs to every number here: behind the title, or under it where that has no room.
    let meaning = width(words.what_breaks);
    if usize::from(x) + 2 + meaning < usize::from(area.x + area.width) {
        page.brush.text(x + 2, area.y, area.width, words.what_breaks, Role::Quiet);
    } else {
        let cells = usize::from(area.width) - 3;
        let (lines, _) = wrap_at_most(words.what_breaks, cells, 2, app.lang);
        for (y, line) in (area.y + 1..).zip(&lines) {
            page.brush.text(area.x + 1, y, area.width - 2, line, Role::Quiet);
        }
        title = title.max(1) + u16::try_from(lines.len()).unwrap_or(1);
        below = Area { y: area.y + title, height: area.height.saturating_sub(title), ..area };
    }
    page.hits.page = below.height;
    let parts = open.acting_parts();
    let before: usize = parts[..4].iter().map(|(_, cards)| cards.len()).sum();
    if area.width < BESIDE {
        let mut lines = sets(app, open, parts, usize::from(area.width) - 3);
        lines.push(Line::Blank);
        lines.extend(table(app, open, &parts[4].1, before, usize::from(area.width) - 3));
        return list(app, page, open, below, &lines);
    }
    // The table has names and numbers side by side.
    let left = area.width * 2 / 5;
    let (one, other) = (
        Area { width: left, ..below },
        Area { x: below.x + left + 1, width: area.width - left - 1, ..below },
    );
    list(app, page, open, one, &sets(app, open, parts, usize::from(one.width) - 3));
    for y in other.y..other.y + other.height {
        page.brush.glyph(other.x - 1, y, app.glyphs.thin.along, Role::Frame);
    }
    list(app, page, open, other, &table(app, open, &parts[4].1, before, usize::from(other.width) - 3));
}

/// What breaks what, with the cards under each.
fn sets(app: &App, open: &OpenMap, parts: &[(Part, Vec<NodeId>); 5], cells: usize) -> Vec<Line> {
    let lang = app.lang;
    let mut lines = Vec::new();
    let mut first = 0;
    for (part, cards) in &parts[..4] {
        if let Some(said) = told(app, open, *part, cards.len()) {
            if !lines.is_empty() {
                lines.push(Line::Blank);
            }
            lines.extend(wrapped(app, &said.heading, cells, Role::Heading));
            lines.extend(cards.iter().enumerate().map(|(at, card)| Line::Card(first + at, card.clone())));
            lines.extend(said.below.into_iter().flat_map(|text| wrapped(app, &text, cells, Role::Quiet)));
        }
        first += cards.len();
    }
    if open.ends.is_none() {
        lines.push(Line::Blank);
        let (text, _) = wrap_at_most(&keyed(app, lang.words().acting.choose_the_other), cells, 3, lang);
        lines.extend(text.into_iter().map(Line::Keys));
    }
    lines.push(Line::Blank);
    lines.extend(wrapped(app, caution(lang), cells, Role::Quiet));
    lines
}

/// What is said of a part beside its cards.
struct Said {
    heading: String,
    /// Below the cards.
    below: Vec<String>,
}

/// What is said of a part; `None` where it is not shown.
fn told(app: &App, open: &OpenMap, part: Part, cards: usize) -> Option<Said> {
    match part {
        Part::EveryLoop => {
            let known = open.answers.cut_loops().map(|told| (told.old, told.what.proven_smallest));
            let mut all = said(app, &Goal::Loops, cards, known);
            if known.is_some() {
                let total = open.answers.total().filter(|told| !told.old);
                let total = total.map(|told| (told.what.count, told.what.exact));
                all.below.insert(0, over_every_loop(app.lang, total));
            }
            Some(all)
        }
        Part::NamedLoops => {
            if open.map.loops().is_empty() {
                return None;
            }
            let told = open.answers.cut_told();
            let known = told.map(|told| (told.old, told.what.cut.proven_smallest));
            let mut all = said(app, &Goal::Named, cards, known);
            let out = told.iter().flat_map(|told| &told.what.left_out);
            all.below.extend(out.filter_map(|(id, why)| {
                let title = visible(&open.map.loops().get(id)?.title).into_owned();
                Some(left_out(app.lang, &title, *why == LeftOut::Broken))
            }));
            Some(all)
        }
        Part::EveryChain => {
            let (from, to) = open.ends.as_ref()?;
            let (from, to) = (say::label(&open.map, from), say::label(&open.map, to));
            let told = open.between().and_then(|question| open.answers.between(&question));
            let direct_link = told.is_some_and(|told| told.what.cut.is_none());
            let proven = |own: &Between| own.cut.as_ref().is_none_or(|cut| cut.proven_smallest);
            let known = told.map(|told| (told.old, proven(told.what)));
            let mut all = said(app, &Goal::Chains(from.clone(), to.clone()), cards, known);
            if direct_link {
                all.heading = direct(app.lang, &from, &to);
            }
            Some(all)
        }
        Part::Bottlenecks => {
            let told = open.between().and_then(|question| open.answers.between(&question))?;
            let heading = match &told.what.bottlenecks {
                Ok(None) => return None,
                Err(_) => app.lang.words().acting.not_found_out.to_owned(),
                Ok(Some(_)) => bottlenecks(app.lang, cards),
            };
            Some(Said { heading, below: Vec::new() })
        }
        Part::Table => None,
    }
}

/// What is said of so many cards that break something; `known` is whether the answer is old, and whether no smaller
/// set does it.
fn said(app: &App, goal: &Goal, cards: usize, known: Option<(bool, bool)>) -> Said {
    let lang = app.lang;
    let Some((old, proven)) = known else {
        let goal = capital(&goal.said(lang));
        return Said { heading: format!("{goal}: {}", lang.words().says.still_counting), below: Vec::new() };
    };
    let (heading, mut below) = match cards {
        0 => (nothing_to_break(lang, goal), Vec::new()),
        _ => (breaks(lang, cards, goal), vec![fewer(lang, cards, proven).to_owned()]),
    };
    if old {
        below.push(old_note(app));
    }
    Said { heading, below }
}

/// That something is from before the last changes.
pub(super) fn old_note(app: &App) -> String {
    format!("({})", app.lang.words().says.before_last_changes)
}

/// The table, its head and what it does not say.
fn table(app: &App, open: &OpenMap, cards: &[NodeId], before: usize, cells: usize) -> Vec<Line> {
    let all = app.lang.words();
    let mut lines = vec![Line::Text(all.acting.structure.to_owned(), Role::Heading)];
    lines.extend(wrapped(app, not_leverage(app.lang), cells, Role::Quiet));
    let told = open.answers.structure(&open.structure());
    match &told {
        None => lines.push(Line::Text(all.says.still_counting.to_owned(), Role::Quiet)),
        Some(told) if told.old => lines.push(Line::Text(old_note(app), Role::Quiet)),
        Some(_) => {}
    }
    if told.is_some() {
        lines.extend(wrapped(app, drives_told(app.lang), cells, Role::Quiet));
        lines.extend(wrapped(app, &loops_told(app.lang, Some(open.longest)), cells, Role::Quiet));
        lines.push(Line::Head);
    }
    lines.extend(cards.iter().enumerate().map(|(at, card)| Line::Row(before + at, card.clone())));
    lines
}

fn wrapped(app: &App, text: &str, cells: usize, role: Role) -> Vec<Line> {
    let (lines, _) = wrap_at_most(text, cells, 8, app.lang);
    let line = |(at, line)| if at == 0 { Line::Text(line, role) } else { Line::Rest(line, role) };
    lines.into_iter().enumerate().map(line).collect()
}

/// The lines as far as there is room, those round the cursor; without the cursor, the first ones.
fn list(app: &App, page: &mut Page, open: &OpenMap, area: Area, lines: &[Line]) {
    let on_cursor =
        |line: &Line| matches!(line, Line::Card(at, _) | Line::Row(at, _) if *at == open.acting.at);
    let cursor = lines.iter().position(on_cursor);
    let first_row = lines.iter().position(|line| matches!(line, Line::Card(..) | Line::Row(..)));
    // Where not all has room, the last row says what goes on further down.
    let room = usize::from(area.height);
    let shown = if lines.len() > room { room.saturating_sub(1) } else { room };
    // What stands above the first row is only seen from there.
    let at = cursor.filter(|at| Some(*at) != first_row).unwrap_or(0);
    let mut first = scroll::first_shown(at, shown, lines.len());
    let head = lines.iter().position(|line| matches!(line, Line::Head));
    let pinned = head.filter(|&head| head < first && cursor.is_some_and(|at| at > head));
    if pinned.is_some() {
        first += 1;
    }
    // A text that would break off at the edge is left for further down, with its heading.
    let end = (first + shown - usize::from(pinned.is_some())).min(lines.len());
    let whole = (first..end).rev().find(|&at| !matches!(lines[at], Line::Rest(..))).unwrap_or(end);
    let breaks = matches!(lines.get(end), Some(Line::Rest(..))) && cursor.is_none_or(|at| at < whole);
    let mut end = if breaks { whole } else { end };
    while end > first
        && matches!(lines[end - 1], Line::Blank | Line::Text(_, Role::Heading))
        && end < lines.len()
    {
        end -= 1;
    }
    let rows = pinned.into_iter().chain(first..end);
    let hidden = lines.len().saturating_sub(end);
    for (y, line) in (area.y..).zip(rows.map(|at| &lines[at])) {
        let own = Area { y, height: 1, ..area };
        match line {
            Line::Blank => {}
            Line::Text(text, role) | Line::Rest(text, role) => {
                _ = page.brush.text(own.x + 1, y, own.width - 2, text, *role)
            }
            Line::Keys(text) => {
                let keys = keys_in(&app.keymap, app.lang.words().acting.choose_the_other);
                with_keys(page, (own.x + 1, y, own.width - 2), text, &keys, Role::Text);
            }
            Line::Card(at, card) => {
                name(app, page, open, own, card);
                row(app, page, open, own, *at);
            }
            Line::Head => numbers(app, page, open, own, None),
            Line::Row(at, card) => {
                let room = numbers_width(app, own.width);
                name(app, page, open, Area { width: own.width.saturating_sub(room), ..own }, card);
                numbers(app, page, open, own, Some(card));
                row(app, page, open, own, *at);
            }
        }
    }
    if hidden > 0 && area.height > 0 {
        let y = area.y + area.height - 1;
        let from = page.brush.text_before(area.x + area.width - 1, y, &below(app.lang, hidden), Role::Quiet);
        // The last heading is the one that nobody would look for so far down.
        let heading = lines.iter().rposition(|line| matches!(line, Line::Text(_, Role::Heading)));
        if let Some(Line::Text(text, _)) =
            heading.filter(|at| *at >= lines.len() - hidden).map(|at| &lines[at])
        {
            let text = format!("{} {text}", app.glyphs.head_down);
            page.brush.text(area.x + 1, y, from.saturating_sub(area.x + 3), &text, Role::Heading);
        }
    }
}

fn name(app: &App, page: &mut Page, open: &OpenMap, own: Area, card: &NodeId) {
    let Some(node) = open.map.node(card) else { return };
    let (glyph, role) = say::shape(app.glyphs, node);
    page.brush.text(own.x + 2, own.y, 2, glyph, role);
    let room = own.width.saturating_sub(5);
    let label = cut_at_word(&say::label(&open.map, card), usize::from(room));
    page.brush.text(own.x + 4, own.y, room, &label, Role::Text);
}

fn row(app: &App, page: &mut Page, open: &OpenMap, own: Area, at: usize) {
    if at == open.acting.at {
        page.brush.text(own.x, own.y, 1, app.glyphs.cursor, Role::Heading);
        page.brush.tint(own, Role::Cursor);
    }
    page.hits.add(own, Target::Row(at));
}

/// The columns with numbers: all of them where there is room.
fn columns(wide: u16) -> &'static [Column] {
    use Column::{Between, Driven, Drives, Loops, ReachedFrom, Reaches};
    if wide >= 96 {
        &[Drives, Driven, Reaches, ReachedFrom, Loops, Between]
    } else {
        &[Drives, Driven, Loops, Between]
    }
}

fn column_name(app: &App, column: Column) -> &'static str {
    let words = &app.lang.words().acting;
    match column {
        Column::Card => words.card,
        Column::Drives => words.drives,
        Column::Driven => words.driven,
        Column::Reaches => words.reaches,
        Column::ReachedFrom => words.reached_from,
        Column::Loops => words.loops,
        Column::Between => words.between,
    }
}

fn column_width(app: &App, column: Column) -> usize {
    width(column_name(app, column)).max(6) + 2
}

fn numbers_width(app: &App, wide: u16) -> u16 {
    let all: usize = columns(wide).iter().map(|&column| column_width(app, column)).sum();
    u16::try_from(all + 1).unwrap_or(u16::MAX)
}

/// The numbers of a card, or the heads of their columns.
fn numbers(app: &App, page: &mut Page, open: &OpenMap, own: Area, card: Option<&NodeId>) {
    let Some(told) = open.answers.structure(&open.structure()) else { return };
    let spot = card.and_then(|card| told.snapshot.spot(card));
    let mut x = own.x + own.width.saturating_sub(numbers_width(app, own.width));
    if card.is_none() && open.acting.sort == Column::Card {
        let way = if open.acting.back { app.glyphs.head_up } else { app.glyphs.head_down };
        page.brush.text(
            own.x + 4,
            own.y,
            20,
            &format!("{} {way}", column_name(app, Column::Card)),
            Role::Key,
        );
    }
    for &column in columns(own.width) {
        let wide = column_width(app, column);
        let sorted = open.acting.sort == column;
        let (text, role) = match spot {
            None => {
                let way = match (sorted, open.acting.back) {
                    (false, _) => "",
                    (true, false) => app.glyphs.head_down,
                    (true, true) => app.glyphs.head_up,
                };
                (format!("{way}{}", column_name(app, column)), if sorted { Role::Key } else { Role::Quiet })
            }
            Some(spot) => {
                let standing = &told.what.standings[spot as usize];
                let text = match column.value(standing, told.what) {
                    None => "?".to_owned(),
                    Some(value) if column == Column::Between => {
                        decimal(app.lang, value, usize::from(value < 100.0))
                    }
                    Some(_) => number(app, column, standing),
                };
                (text, if sorted { Role::Text } else { Role::Quiet })
            }
        };
        let text = cut(&text, wide);
        let lead = wide.saturating_sub(width(&text));
        page.brush.text(
            x,
            own.y,
            u16::try_from(wide).unwrap_or(0),
            &format!("{}{text}", pad("", lead)),
            role,
        );
        x += u16::try_from(wide).unwrap_or(0);
    }
}

fn number(app: &App, column: Column, of: &crate::analysis::structure::Standing) -> String {
    let n = match column {
        Column::Drives => of.drives,
        Column::Driven => of.depends,
        Column::Reaches => of.reaches,
        Column::ReachedFrom => of.reached_from,
        _ => of.loops,
    };
    count(app.lang, n as u128)
}
