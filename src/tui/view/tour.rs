//! The panel of the tour, and the line with the next step on a young map. Both name keys and stand in their own
//! rows, so that they cover nothing.

use super::Page;
use crate::command::Command;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::of;
use crate::text::{width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::guide::{Named, keyed, keys_in, next_step};
use crate::tui::hits::Target;
use crate::tui::tour::{Step, Tour};

/// Rows of the panel where there is room: three of text.
const ROWS: u16 = 5;

/// Rows of the panel, its title and the rule below it included; none where it is not shown.
pub(super) fn rows(app: &App, height: u16) -> u16 {
    if app.tour.as_ref().is_none_or(|tour| !tour.shown) {
        return 0;
    }
    // As many rows at every step, so that the picture below does not jump.
    match height {
        0..=13 => 0,
        14..=19 => 4,
        _ => ROWS,
    }
}

fn cells(width: u16) -> usize {
    usize::from(width.saturating_sub(4))
}

/// Draws the panel.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(tour) = app.tour.as_ref().filter(|tour| tour.shown && area.height > 2) else { return };
    page.brush.clear(area);
    page.hits.add(area, Target::Nothing);
    title(app, page, area, tour);
    let rows = usize::from(area.height - 2);
    let (lines, _) = wrap_at_most(&tour.said(app), cells(area.width), rows, app.lang);
    let keys = tour.keys(&app.keymap, app.lang);
    for (y, line) in (area.y + 1..).zip(&lines) {
        with_keys(page, (area.x + 2, y, area.width - 3), line, &keys, Role::Text);
    }
    let last = area.y + area.height - 1;
    page.brush.rule(area.x, last, area.width, app.glyphs.thin.across, Role::Frame);
}

fn title(app: &App, page: &mut Page, area: Area, tour: &Tour) {
    let words = &app.lang.words().guide;
    let (name, _) = tour.step().text(app.lang);
    page.brush.rule(area.x, area.y, area.width, app.glyphs.thin.across, Role::Frame);
    let text = format!(" {} {}: {name} ", words.tour, of(app.lang, tour.at + 1, Step::ALL.len()));
    let end = page.brush.text(area.x + 1, area.y, area.width - 1, &text, Role::Heading);
    let mut x = area.x + area.width - 1;
    // Behind the last step there is nothing to take up again: one key ends it.
    let keys = match tour.step() {
        Step::End => vec![(Command::TourNext, words.end_now)],
        Step::Look => vec![(Command::Tour, words.end_tour), (Command::TourNext, words.skip)],
        _ => vec![
            (Command::Tour, words.end_tour),
            (Command::TourNext, words.skip),
            (Command::TourBack, words.step_back),
        ],
    };
    for (command, what) in keys {
        let key = app.keymap.label(command);
        let wide = u16::try_from(width(&key) + width(what) + 3).unwrap_or(u16::MAX);
        let Some(from) = x.checked_sub(wide).filter(|from| *from > end) else { break };
        let behind = page.brush.text(from, area.y, wide, &format!(" {key}"), Role::Key);
        page.brush.text(behind, area.y, wide, &format!(" {what} "), Role::Text);
        page.hits.add(Area { x: from, y: area.y, width: wide, height: 1 }, Target::Hint(command));
        x = from.saturating_sub(1);
    }
}

/// The next step in words, in lines of that width; none where there is no next step.
fn next_lines(app: &App, width: u16) -> Vec<String> {
    let Some(step) = app.open.as_ref().and_then(next_step) else { return Vec::new() };
    let text = format!("{}: {}", app.lang.words().guide.next_step, step.said(app.lang, &app.keymap));
    wrap_at_most(&text, usize::from(width.saturating_sub(2)), 2, app.lang).0
}

/// Rows of the next step.
pub(super) fn next_rows(app: &App, width: u16) -> u16 {
    u16::try_from(next_lines(app, width).len()).unwrap_or(2)
}

/// Draws the next step.
pub(super) fn next(app: &App, page: &mut Page, area: Area) {
    let words = &app.lang.words().guide;
    let lines = next_lines(app, area.width);
    let step = app.open.as_ref().and_then(next_step);
    let keys = step.map_or(Vec::new(), |step| keys_in(&app.keymap, step.text(app.lang)));
    for (y, line) in (area.y..area.y + area.height).zip(&lines) {
        with_keys(page, (area.x + 1, y, area.width - 1), line, &keys, Role::Text);
    }
    let lead = format!("{}:", words.next_step);
    page.brush.text(area.x + 1, area.y, area.width - 1, &lead, Role::Heading);
    let hide = keyed(app, words.hide);
    let last = lines.last().map_or(0, |line| width(line));
    if last + 5 + width(&hide) < usize::from(area.width) {
        let y = area.y + area.height - 1;
        let from = page.brush.text_before(area.x + area.width - 1, y, &hide, Role::Quiet);
        page.hits.add(Area { x: from, y, width: area.width - from, height: 1 }, Target::Hint(Command::Close));
    }
}

/// Writes a line whose keys stand out: words that are a key, with what punctuation may follow them.
pub(super) fn with_keys(
    page: &mut Page,
    (x, y, cells): (u16, u16, u16),
    line: &str,
    keys: &[Named],
    role: Role,
) {
    page.brush.text(x, y, cells, line, role);
    for (from, wide) in keys_of(line, keys) {
        let (from, wide) = (u16::try_from(from).unwrap_or(u16::MAX), u16::try_from(wide).unwrap_or(0));
        if from.saturating_add(wide) <= cells {
            page.brush.tint(Area { x: x + from, y, width: wide, height: 1 }, Role::Key);
        }
    }
}

/// Where in a line keys stand: the first cell of each, and how many cells it has.
fn keys_of(line: &str, keys: &[Named]) -> Vec<(usize, usize)> {
    let words: Vec<&str> = line.split(' ').collect();
    let (mut out, mut cell, mut at) = (Vec::new(), 0, 0);
    while at < words.len() {
        // A key may be several words: `g m`.
        let taken = (1..=2).rev().find_map(|many| {
            let own = words.get(at..at + many)?.join(" ");
            let bare = own.trim_matches(['.', ',', ':', ';', '(', ')']);
            let before = at.checked_sub(1).map(|at| words[at]);
            let after = words.get(at + many).copied();
            let is = |named: &Named| named.key == bare && named.is_meant(before, after);
            let is_key = !bare.is_empty() && (keys.iter().any(is) || is_row_of(bare, keys));
            is_key.then(|| (width(&own[..own.find(bare).unwrap_or(0)]), width(bare), many))
        });
        let many = taken.map_or(1, |(.., many)| many);
        if let Some((lead, wide, _)) = taken {
            out.push((cell + lead, wide));
        }
        cell += words[at..at + many].iter().map(|word| width(word) + 1).sum::<usize>();
        at += many;
    }
    out
}

/// Whether a word is a row of one-letter keys: `←↑↓→`.
fn is_row_of(word: &str, keys: &[Named]) -> bool {
    let mut letters = word.chars();
    letters.clone().count() > 1
        && letters
            .all(|letter| !letter.is_alphanumeric() && keys.iter().any(|own| own.key == letter.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Keymap;
    use crate::text::Lang;
    use crate::tui::guide;

    #[test]
    fn keys_stand_out_and_words_that_are_spelt_like_one_do_not() {
        let keymap = Keymap::default();
        for (text, wanted) in [
            (Lang::En.words().guide.empty_board, &["a", "Enter"][..]),
            (Lang::En.words().hearing.say_who, &["c", "w s", "w i"]),
            (Lang::Nb.words().hearing.say_who, &["c", "w s", "w i"]),
            ("Go with [left][right], or [help].", &["←→", "?"]),
        ] {
            let line = guide::with_keys(&keymap, text);
            let found = keys_of(&line, &keys_in(&keymap, text));
            let cells: Vec<char> = line.chars().collect();
            let found: Vec<String> =
                found.into_iter().map(|(from, wide)| cells[from..from + wide].iter().collect()).collect();
            assert_eq!(found, wanted, "{line}");
        }
    }
}
