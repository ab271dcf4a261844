//! The list of files: a field, the rows that fit, and what could not be opened.

use super::start::path_in;
use super::{Page, chrome, find, scroll};
use crate::file::listing::{Listed, MOST_NAMES};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::files::first_names;
use crate::text::{width, wrap};
use crate::tui::app::App;
use crate::tui::browser::{Browser, Picking, Row};
use crate::tui::brush::centered;
use crate::tui::hits::Target;

/// The most rows that say what was wrong.
const MOST_WRONG: usize = 6;

/// Draws the list over the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, browser: &Browser) {
    let words = &app.lang.words().files;
    let what = match browser.picking {
        Picking::Map | Picking::Again(_) => words.open_a_map,
        Picking::Like(_) => words.like_which,
        Picking::Import => app.lang.words().incoming.which,
    };
    let within = Area { y: screen.y + 1, height: screen.height - 2, ..screen };
    let area = Area { y: screen.y + 1, ..centered(within, 84, 24) };
    let folder = path_in(&browser.folder, usize::from(area.width).saturating_sub(width(what) + 9));
    let inside = page.brush.frame(area, &app.glyphs.thin, &format!("{what}: {folder}"));
    page.hits.add(area, Target::Nothing);
    let (typed, cursor) = (browser.input.value(), browser.input.visual_cursor());
    find::field(app, page, inside, typed, cursor, words.type_a_name);
    let cells = usize::from(inside.width.saturating_sub(2));
    let (notes, role) = notes(app, browser);
    let mut notes = wrap(&notes, cells, app.lang);
    notes.truncate(MOST_WRONG.min(usize::from(inside.height.saturating_sub(3))));
    let low = u16::try_from(notes.len()).unwrap_or(0);
    let list = Area { y: inside.y + 2, height: inside.height.saturating_sub(2 + low), ..inside };
    for (y, line) in (list.y + list.height..).zip(&notes) {
        page.brush.text(inside.x + 1, y, inside.width - 1, line, role);
    }
    let shown = usize::from(list.height);
    page.hits.pane = (shown, browser.rows.len());
    let first = scroll::first_shown(browser.at, shown, browser.rows.len());
    for (y, (at, row)) in (list.y..).zip(browser.rows.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..list };
        draw_row(app, page, own, row);
        if at == browser.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
    }
    let place = format!(" {} ", chrome::place(app.lang, browser.at, browser.rows.len()));
    let from = area.x + area.width - 2 - u16::try_from(width(&place)).unwrap_or(0);
    page.brush.text(from, area.y + area.height - 1, area.width, &place, Role::Quiet);
}

fn draw_row(app: &App, page: &mut Page, own: Area, row: &Row) {
    let words = &app.lang.words().files;
    let most = usize::from(own.width.saturating_sub(6));
    let (text, role, about) = match row {
        Row::Typed(path) => (path_in(path, most), Role::Text, words.open_typed.to_owned()),
        Row::Recent(known) => {
            let title = width(&crate::text::visible(&known.title)).min(most / 2);
            (known.title.clone(), Role::Text, path_in(&known.path, most - title))
        }
        Row::Above(_) => ("..".to_owned(), Role::Key, words.folder_above.to_owned()),
        Row::Folder(Listed { name, .. }) => (format!("{name}/"), Role::Key, String::new()),
        Row::File(Listed { name, .. }) => (name.clone(), Role::Text, String::new()),
    };
    let end = own.x + own.width - 1;
    let from = page.brush.text_before(end, own.y, &about, Role::Quiet);
    page.brush.text(own.x + 2, own.y, from.saturating_sub(own.x + 3), &text, role);
}

/// What stands below the list: what was wrong, or what there is to know of it.
fn notes(app: &App, browser: &Browser) -> (String, Role) {
    let words = &app.lang.words().files;
    if !browser.wrong.is_empty() {
        return (browser.wrong.clone(), Role::Fault);
    }
    let text = match &browser.listing {
        _ if browser.waits && browser.listing.is_some() => words.reading.to_owned(),
        None => words.looking.to_owned(),
        Some(listing) if listing.more => first_names(app.lang, MOST_NAMES),
        Some(listing) if listing.files.is_empty() && browser.input.value().is_empty() => {
            let none = match browser.picking {
                Picking::Import => app.lang.words().incoming.none_here,
                _ => words.no_maps_here,
            };
            none.to_owned()
        }
        Some(_) => String::new(),
    };
    (text, Role::Quiet)
}
