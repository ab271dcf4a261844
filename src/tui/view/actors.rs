//! The screen of actors: the headings of its parts, and the part that is shown.

mod coverage;
mod details;
mod flow;
mod picture;
mod register;

use super::chrome::Hint;
use super::{Page, empty};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::actors::sorted;
use crate::text::{Lang, width};
use crate::tui::app::App;
use crate::tui::cast::{self, Part};
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;

/// Draws it, or says how a card becomes an actor.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    if open.roll().register.actors.is_empty() {
        return empty::draw(app, page, area, words.start.no_actors, words.actors.how);
    }
    headings(app, page, open, Area { height: 1, ..area });
    let below = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    match open.cast.part {
        Part::Register => register::draw(app, page, open, below),
        Part::Picture => picture::draw(app, page, open, below),
        Part::Coverage => coverage::draw(app, page, open, below),
    }
}

/// The names of the parts, and how the register is sorted.
fn headings(app: &App, page: &mut Page, open: &OpenMap, area: Area) {
    let names = |short: bool| Part::ALL.map(|part| format!(" {} ", name(app.lang, part, short)));
    let cells = |names: &[String]| names.iter().map(|name| width(name) + 1).sum::<usize>();
    let room = usize::from(area.width);
    let long = names(false);
    let names = if cells(&long) <= room { long } else { names(true) };
    let end = area.x + area.width;
    let mut x = area.x;
    for (part, text) in Part::ALL.into_iter().zip(&names) {
        let own = part == open.cast.part;
        let from = x;
        x = page.brush.text(
            x,
            area.y,
            end.saturating_sub(x),
            text,
            if own { Role::Cursor } else { Role::Text },
        );
        if own {
            page.brush.text(from, area.y, 1, app.glyphs.cursor, Role::Cursor);
        }
        page.hits.add(Area { x: from, width: x - from, ..area }, Target::Part(part));
        x = (x + 1).min(end);
    }
    let way = if open.cast.back { app.glyphs.head_up } else { app.glyphs.head_down };
    let all = open.roll().register.actors.len();
    let said = match open.cast.part {
        Part::Register => format!("{} {way}", sorted(app.lang, all, cast::order(app.lang, open.cast.order))),
        _ => app.lang.words().things.actor.of(all),
    };
    if usize::from(end.saturating_sub(x)) > width(&said) + 1 {
        page.brush.text_before(end - 1, area.y, &said, Role::Quiet);
    }
}

fn name(lang: Lang, part: Part, short: bool) -> &'static str {
    let own = &lang.words().actors;
    match (part, short) {
        (Part::Register, _) => own.register,
        (Part::Picture, false) => own.picture,
        (Part::Picture, true) => own.picture_short,
        (Part::Coverage, false) => own.coverage,
        (Part::Coverage, true) => own.coverage_short,
    }
}

/// The arrow keys for the last line.
pub(super) fn arrows(app: &App) -> Hint {
    let doing = &app.lang.words().doing;
    let table = app.open.as_ref().is_none_or(|open| open.cast.part == Part::Register);
    let (keys, what) = if table { ("↑↓", doing.select) } else { ("←↑↓→", doing.go) };
    (keys.to_owned(), what.to_owned(), None)
}
