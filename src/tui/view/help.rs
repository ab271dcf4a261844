//! All keys, group by group, from the table of commands.

use super::Page;
use super::hinted::hinted;
use crate::command::{Command, Entry, Group, TABLE, entry, keymap::write_keys};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::places::own_keys;
use crate::text::words::says::no_match;
use crate::text::{pad, visible, width, wrap};
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::help_page::HelpPage;
use crate::tui::hits::Target;
use crate::tui::say;

/// A key that at most so many screens have is one of their own, on those that show cards to pick: they have most keys.
const FEW: usize = 3;
/// The same on the other screens.
const SOME: usize = 5;
/// The same for a key that the last line names.
const MANY: usize = 6;

/// A line of a text: its pieces.
pub(super) type Line = Vec<(String, Role)>;

/// Draws the page over the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, help: &HelpPage) {
    let words = &app.lang.words().places;
    let title = match &help.filter {
        None => format!("{} · {}", words.all_keys, words.slash_narrows),
        Some(_) => words.all_keys.to_owned(),
    };
    let lines = lines(app, usize::from(screen.width), help);
    let inside = sheet(app, page, screen, &title, &lines, (help.from, help.filter.is_some()));
    if let Some(input) = help.filter.as_ref().filter(|_| help.typing && help.from == 0) {
        let column = u16::try_from(width("/ ") + input.visual_cursor()).unwrap_or(u16::MAX);
        let x = inside.x.saturating_add(1).saturating_add(column);
        page.hits.cursor = Some((x.min(inside.x + inside.width.saturating_sub(1)), inside.y));
    }
}

/// A page of lines with a title, scrolled, and a note of how far it is. Gives the inside of its frame.
pub(super) fn sheet(
    app: &App,
    page: &mut Page,
    screen: Area,
    title: &str,
    lines: &[Line],
    (from, at_top): (usize, bool),
) -> Area {
    let wide =
        lines.iter().map(|line| line.iter().map(|(text, _)| width(text)).sum::<usize>()).max().unwrap_or(0);
    let wide = u16::try_from(wide.max(width(title)) + 4).unwrap_or(u16::MAX).max(30);
    let high = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let within = Area { y: screen.y + 1, height: screen.height - 2, ..screen };
    // Halves of words beside the page would look like a part of it.
    page.brush.clear(within);
    let area = centered(within, wide, high);
    // What shrinks while one types stays where it is.
    let area = if at_top { Area { y: within.y, ..area } } else { area };
    let inside = page.brush.frame(area, &app.glyphs.thin, title);
    page.hits.add(area, Target::Nothing);
    let shown = usize::from(inside.height);
    page.hits.pane = (shown, lines.len());
    let from = from.min(lines.len().saturating_sub(shown));
    for (y, line) in (inside.y..).zip(lines.iter().skip(from).take(shown)) {
        let pieces: Vec<_> = line.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        page.brush.pieces(inside.x + 1, y, inside.width.saturating_sub(2), &pieces);
    }
    let bottom = area.y + area.height - 1;
    if lines.len() > shown {
        let last = (from + shown).min(lines.len());
        let place = format!(" {}–{} / {} ", from + 1, last, lines.len());
        let x = area.x + area.width - 2 - u16::try_from(width(&place)).unwrap_or(0);
        page.brush.text(x, bottom, area.width, &place, Role::Quiet);
    }
    inside
}

fn lines(app: &App, screen: usize, help: &HelpPage) -> Vec<Line> {
    let keys_of = |command| {
        let keys = app.keymap.keys_of(command).map(write_keys).collect::<Vec<_>>();
        say::keys(app.lang, &keys.join(", "))
    };
    let keys_wide = TABLE.iter().map(|row| width(&keys_of(row.command))).max().unwrap_or(0);
    let mut blocks: Vec<Vec<Line>> = Vec::new();
    // The screen's own keys come first: those that the last line names, and those that few other screens have.
    let named = hinted(app);
    let own = |row: &Entry| {
        let few = row.views.len() <= if entry(Command::Pick).views.contains(&app.view) { FEW } else { SOME };
        let said = named.contains(&row.command) && (row.views.len() <= MANY || row.command == Command::Open);
        row.views.contains(&app.view) && (few || said)
    };
    let key = |row: &Entry, name: Role| {
        vec![
            (format!("  {}", pad(&keys_of(row.command), keys_wide + 2)), Role::Key),
            (row.name.text(app.lang).to_owned(), name),
        ]
    };
    let first = TABLE.iter().filter(|row| own(row) && help.shows(&app.keymap, row));
    let mut first: Vec<Line> = first.map(|row| key(row, Role::Text)).collect();
    if !first.is_empty() {
        first.insert(0, vec![(app.lang.words().places.on_this_screen.to_owned(), Role::Heading)]);
        first.push(Vec::new());
        blocks.push(first);
    }
    for group in Group::ALL {
        let mut block = vec![vec![(group.title().text(app.lang).to_owned(), Role::Heading)]];
        let rest = TABLE.iter().filter(|row| row.group == group && !own(row));
        for row in rest.filter(|row| help.shows(&app.keymap, row)) {
            let here = row.views.contains(&app.view);
            block.push(key(row, if here { Role::Text } else { Role::Quiet }));
        }
        if block.len() > 1 {
            block.push(Vec::new());
            blocks.push(block);
        }
    }
    let words = app.lang.words();
    let mut lines = Vec::new();
    if let Some(input) = &help.filter {
        lines.push(vec![("/ ".to_owned(), Role::Key), (visible(input.value()).into_owned(), Role::Text)]);
        lines.push(Vec::new());
    }
    let mut texts = vec![own_keys(app.lang, app.settings.path())];
    if help.sought().is_empty() {
        texts = vec![words.says.mouse_help.to_owned(), words.says.runs_both_ways.to_owned(), texts.remove(0)];
    } else if blocks.is_empty() {
        texts.insert(0, no_match(app.lang, &visible(help.sought())));
    }
    lines.extend(in_columns(blocks, screen.saturating_sub(4)));
    for text in texts {
        for line in wrap(&text, screen.saturating_sub(6).min(100), app.lang) {
            lines.push(vec![(line, Role::Quiet)]);
        }
    }
    lines
}

/// Two columns where both fit, else one under the other.
pub(super) fn in_columns(blocks: Vec<Vec<Line>>, room: usize) -> Vec<Line> {
    let wide = |line: &Line| line.iter().map(|(text, _)| width(text)).sum::<usize>();
    let half = blocks.iter().map(Vec::len).sum::<usize>() / 2;
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    for block in blocks {
        let column =
            if left.len() + block.len() / 2 <= half && right.is_empty() { &mut left } else { &mut right };
        column.extend(block);
    }
    let left_wide = left.iter().map(wide).max().unwrap_or(0);
    let right_wide = right.iter().map(wide).max().unwrap_or(0);
    if left_wide + 4 + right_wide > room {
        left.extend(right);
        return left;
    }
    let rows = left.len().max(right.len());
    let mut lines = Vec::with_capacity(rows);
    for at in 0..rows {
        let mut line = left.get(at).cloned().unwrap_or_default();
        if let Some(other) = right.get(at) {
            let gap = left_wide + 4 - wide(&line);
            line.push((" ".repeat(gap), Role::Text));
            line.extend(other.iter().cloned());
        }
        lines.push(line);
    }
    lines
}
