//! A window too small for anything: says so, and how to leave.

use super::{Page, start};
use crate::command::{Command, View, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::{larger_to, too_small};
use crate::text::{width, wrap, wrap_at_most};
use crate::tui::app::App;

/// The least columns and rows that a screen can be drawn in.
pub const LEAST: (u16, u16) = (40, 10);

/// Draws the message, as much of it as fits.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    // A list to choose from still is one, however few of its rows are shown.
    if app.view == View::Start && app.pane.is_none() && area.height > 1 {
        let room = Area { height: area.height - 1, ..area };
        start::draw(app, page, room);
        page.brush.text(0, room.height, area.width, &keys(app, area.width), Role::Key);
        return;
    }
    let room = area.height.saturating_sub(1);
    for (y, line) in (0..room).zip(message(app, area.width, room)) {
        page.brush.text(0, y, area.width, &line, Role::Text);
    }
    page.brush.text(0, room, area.width, &keys(app, area.width), Role::Key);
}

/// What to do and why, each sentence on rows of its own; fewer words where those have no room, and an ellipsis where
/// not even these do.
fn message(app: &App, cells: u16, rows: u16) -> Vec<String> {
    let (cells, rows) = (usize::from(cells), usize::from(rows));
    let whole = too_small(app.lang, app.size, LEAST);
    let [short, shortest] = larger_to(app.lang, LEAST);
    let texts = [vec![app.lang.words().says.make_larger, &whole], vec![short.as_str()]];
    let wrapped =
        |text: &Vec<&str>| text.iter().flat_map(|one| wrap(one, cells, app.lang)).collect::<Vec<_>>();
    let fitting = texts.iter().map(wrapped).find(|lines| lines.len() <= rows);
    fitting.unwrap_or_else(|| wrap_at_most(&shortest, cells, rows, app.lang).0)
}

/// The keys that help, as many as have room whole; the first one in any case.
fn keys(app: &App, cells: u16) -> String {
    let named = [Command::Open, Command::Quit, Command::Help, Command::Language];
    let open = usize::from(app.view != View::Start);
    let mut text = String::new();
    for command in &named[open..] {
        let one = format!("{} {}", app.keymap.label(*command), entry(*command).hint.text(app.lang));
        if text.is_empty() {
            text = one;
        } else if width(&text) + 3 + width(&one) <= usize::from(cells) {
            text = format!("{text} · {one}");
        } else {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::text::Lang;
    use crate::tui::update::played::player;

    #[test]
    fn the_message_ends_with_a_sentence_or_an_ellipsis() {
        let mut player = player();
        for lang in [Lang::En, Lang::Nb] {
            player.app.lang = lang;
            for (cells, rows) in [(20, 4), (15, 14), (39, 9), (30, 2), (10, 3), (8, 1), (1, 1)] {
                let lines = super::message(&player.app, cells, rows);
                assert!(lines.len() <= usize::from(rows), "{cells}×{rows}: {lines:?}");
                let last = lines.last().expect("a line");
                assert!(last.ends_with(['.', '…']), "{cells}×{rows}: {lines:?}");
                assert!(lines.iter().all(|line| crate::text::width(line) <= usize::from(cells)), "{lines:?}");
            }
        }
    }
}
