//! A question, or a line to fill in, in the middle of the screen.

use super::{Page, find};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::{visible, width, wrap};
use crate::tui::app::App;
use crate::tui::ask::{Ask, Prompt, Question, Wanted};
use crate::tui::brush::centered;
use crate::tui::hits::Target;

/// Draws a question with its answers side by side.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, ask: &Ask) {
    let says = &app.lang.words().says;
    let text = match ask.question {
        Question::Leave(_) => says.quit_question,
        Question::Comments => says.comments_question,
        Question::Replace(_) | Question::Overwrite(_) => app.lang.words().files.replace_question,
    };
    let cells = usize::from(screen.width.min(64).saturating_sub(4));
    let lines = wrap(text, cells, app.lang);
    let tall = u16::try_from(lines.len()).unwrap_or(4) + 4;
    let area = centered(screen, 64, tall);
    let inside = page.brush.frame(area, &app.glyphs.thin, "");
    page.hits.add(area, Target::Nothing);
    let mut y = inside.y;
    for line in &lines {
        page.brush.text(inside.x + 1, y, inside.width - 1, line, Role::Heading);
        y += 1;
    }
    y += 1;
    let mut x = inside.x + 1;
    for (at, answer) in ask.answers().iter().enumerate() {
        let (word, key) = (answer.said().text(app.lang), answer.key(app.lang));
        let text = format!(" {key} {word} ");
        let from = x;
        x = page.brush.text(x, y, (inside.x + inside.width).saturating_sub(x), &text, Role::Text);
        page.brush.tint(Area { x: from + 1, y, width: 1, height: 1 }, Role::Key);
        let own = Area { x: from, y, width: x - from, height: 1 };
        if at == ask.at {
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
        x += 2;
    }
}

/// Draws a line to fill in, with what was wrong with it below.
pub(super) fn prompt(app: &App, page: &mut Page, screen: Area, prompt: &Prompt) {
    let says = &app.lang.words().says;
    let title = match prompt.wanted {
        Wanted::SavePath => says.save_where,
        Wanted::Title => app.lang.words().files.title_of_map,
        Wanted::Base => app.lang.words().review.which,
        Wanted::OwnValue => app.lang.words().review.write_own,
    };
    let wrong = wrap(&visible(&prompt.wrong), usize::from(screen.width.min(84).saturating_sub(6)), app.lang);
    // What can be written there, until something was wrong with it.
    let help = if prompt.wanted == Wanted::Base { app.lang.words().review.which_help } else { "" };
    let help = wrap(help, usize::from(screen.width.min(84).saturating_sub(6)), app.lang);
    let rows = if prompt.wanted == Wanted::Base { 9 } else { 6 };
    let area = centered(screen, 84.max(u16::try_from(width(title)).unwrap_or(0)), rows);
    let inside = page.brush.frame(area, &app.glyphs.thin, title);
    page.hits.add(area, Target::Nothing);
    let typed = prompt.input.value();
    find::field(app, page, inside, typed, prompt.input.visual_cursor(), "");
    if prompt.proposed {
        // Shown as a selected text is: what is typed takes its place.
        let room = inside.width.saturating_sub(4);
        let wide = u16::try_from(width(typed)).unwrap_or(room).min(room);
        page.brush.tint(Area { x: inside.x + 3, y: inside.y, width: wide, height: 1 }, Role::Cursor);
    }
    let (lines, role) = if prompt.wrong.is_empty() { (&help, Role::Quiet) } else { (&wrong, Role::Fault) };
    for (y, line) in (inside.y + 2..inside.y + inside.height).zip(lines) {
        page.brush.text(inside.x + 1, y, inside.width - 1, line, role);
    }
}
