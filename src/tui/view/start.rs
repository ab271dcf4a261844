//! The first screen: how to begin, what there is to open, and which key does it.

use super::{Page, scroll};
use crate::command::Command;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::{visible, width, wrap};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::shelf::{Offer, offer_row, offers, recent};

/// Below so many columns there is room for names only.
const NARROW: u16 = 36;

/// A line of the screen.
enum Line {
    Blank,
    Heading(&'static str),
    Offer(usize, Offer),
}

/// Draws what is offered, in groups.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let words = app.lang.words();
    let wide = area.width.min(76);
    let left = area.x + (area.width - wide) / 2;
    let room = wide.saturating_sub(1);
    let at = offer_row(app);
    let offers = offers(app);
    let about = wrap(&about(app, offers[at]), usize::from(room), app.lang);
    let about_rows = if area.height >= 12 { u16::try_from(about.len()).unwrap_or(1) + 1 } else { 0 };
    let mut lines = lines(app, &offers);
    let mut y = area.y;
    let high = usize::from(area.height.saturating_sub(about_rows));
    if lines.len() + 2 <= high {
        y += u16::try_from((high - lines.len() - 2) / 3).unwrap_or(0);
        // Over an open map the first line names that map instead.
        if app.open.is_some() {
            page.brush.text(left + 1, y, room, "floke", Role::Heading);
            page.brush.text(left + 8, y, room.saturating_sub(7), words.start.tagline, Role::Quiet);
        }
        y += 2;
    } else if lines.len() > high {
        lines.retain(|line| !matches!(line, Line::Blank));
    }
    let bottom = (area.y + area.height).saturating_sub(about_rows);
    let shown = usize::from(bottom.saturating_sub(y));
    page.hits.page = bottom.saturating_sub(y);
    let own = lines.iter().position(|line| matches!(line, Line::Offer(own, _) if *own == at)).unwrap_or(0);
    let first = scroll::first_shown(own, shown, lines.len());
    for line in lines.iter().skip(first).take(shown) {
        let row = Area { x: left, y, width: wide, height: 1 };
        match line {
            Line::Blank => {}
            Line::Heading(text) => {
                page.brush.text(left + 1, y, room, text, Role::Heading);
            }
            Line::Offer(row_at, offer) => {
                draw_offer(app, page, row, *offer);
                if *row_at == at {
                    page.brush.text(row.x + 1, y, 1, app.glyphs.cursor, Role::Heading);
                    page.brush.tint(row, Role::Cursor);
                }
                page.hits.add(row, Target::Row(*row_at));
            }
        }
        y += 1;
    }
    for (row, line) in (bottom + 1..area.y + area.height).zip(&about) {
        page.brush.text(left + 1, row, room, line, Role::Quiet);
    }
}

/// The lines, a heading over each group of maps.
fn lines(app: &App, offers: &[Offer]) -> Vec<Line> {
    let words = &app.lang.words().start;
    let mut lines = Vec::new();
    for (at, offer) in offers.iter().enumerate() {
        let heading = match offer {
            Offer::Recent(0) => Some(words.recent_maps),
            Offer::Bundled(0) => Some(words.bundled_maps),
            _ => None,
        };
        if heading.is_some() || *offer == Offer::Quit {
            lines.push(Line::Blank);
        }
        lines.extend(heading.map(Line::Heading));
        lines.push(Line::Offer(at, *offer));
    }
    lines
}

fn draw_offer(app: &App, page: &mut Page, row: Area, offer: Offer) {
    let words = app.lang.words();
    let (text, command) = match offer {
        Offer::New => (words.start.new_map.to_owned(), Some(Command::New)),
        Offer::Open => (words.start.open_map.to_owned(), Some(Command::OpenFile)),
        Offer::Tour => (words.start.tour.to_owned(), Some(Command::Tour)),
        Offer::Quit => (crate::text::words::capital(words.doing.quit), Some(Command::Quit)),
        Offer::Recent(at) => (recent(app).get(at).map_or_else(String::new, |own| own.title.clone()), None),
        Offer::Bundled(at) => (app.shelf.get(at).map_or_else(String::new, |own| own.title.clone()), None),
    };
    let end = row.x + row.width - 1;
    if row.width < NARROW {
        page.brush.text(row.x + 3, row.y, end.saturating_sub(row.x + 3), &text, Role::Text);
        return;
    }
    let most = usize::from(row.width.saturating_sub(6));
    let from = match (command, offer) {
        (Some(command), _) => page.brush.text_before(end, row.y, &app.keymap.label(command), Role::Key),
        (None, Offer::Bundled(at)) => {
            let lang = app.shelf.get(at).map_or("", |own| own.lang.name());
            page.brush.text_before(end, row.y, lang, Role::Quiet)
        }
        (None, Offer::Recent(at)) => {
            let title = width(&visible(&text)).min(most / 2);
            let path = recent(app).get(at).map_or_else(String::new, |own| path_in(&own.path, most - title));
            page.brush.text_before(end, row.y, &path, Role::Quiet)
        }
        _ => end,
    };
    page.brush.text(row.x + 3, row.y, from.saturating_sub(row.x + 4), &text, Role::Text);
}

/// A path in so many cells, the home folder as `~`. A long one loses its beginning: its end is what one knows.
pub(super) fn path_in(path: &std::path::Path, cells: usize) -> String {
    let home = std::env::home_dir().filter(|home| home.parent().is_some());
    let short = home.and_then(|home| path.strip_prefix(home).ok());
    let whole = match short {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    };
    let whole = visible(&whole).into_owned();
    if width(&whole) <= cells {
        return whole;
    }
    let mut tail: Vec<&str> = Vec::new();
    let mut used = 1;
    for letter in unicode_segmentation::UnicodeSegmentation::graphemes(&*whole, true).rev() {
        used += width(letter);
        if used > cells {
            break;
        }
        tail.push(letter);
    }
    tail.reverse();
    format!("…{}", tail.concat())
}

/// What Enter does on a row.
fn about(app: &App, offer: Offer) -> String {
    let words = app.lang.words();
    let what = match offer {
        Offer::New => words.files.new_about,
        Offer::Open => words.files.open_about,
        Offer::Tour => words.files.tour_about,
        Offer::Recent(_) => words.files.recent_about,
        Offer::Bundled(_) => words.start.opens_as_copy,
        Offer::Quit => words.files.quit_about,
    };
    format!("{}: {what}", app.keymap.label(Command::Open))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_long_path_keeps_its_end() {
        assert_eq!(path_in(Path::new("/a/bcd/e.ron"), 20), "/a/bcd/e.ron");
        assert_eq!(path_in(Path::new("/a/bcd/e.ron"), 8), "…d/e.ron");
        let home = std::env::home_dir().expect("a home");
        assert_eq!(path_in(&home.join("x.ron"), 20), "~/x.ron");
    }
}
