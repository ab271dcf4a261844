//! Every command by name, in either language.

use super::{Page, chrome, find, scroll};
use crate::command::{Command, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::width;
use crate::text::words::places::own_keys_short;
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::hits::Target;
use crate::tui::pane::Search;

/// Draws the palette in the upper middle of the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, search: &Search<Command>) {
    let words = app.lang.words();
    let within = Area { y: screen.y + 1, height: screen.height - 2, ..screen };
    let area = Area { y: screen.y + 1, ..centered(within, 70, 22) };
    let inside = page.brush.frame(area, &app.glyphs.thin, words.places.palette);
    page.hits.add(area, Target::Nothing);
    find::field(
        app,
        page,
        inside,
        search.input.value(),
        search.input.visual_cursor(),
        words.places.palette_hint,
    );
    let mut list = Area { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    if list.height > 6 {
        list.height -= 1;
        let said = own_keys_short(app.lang, app.settings.path());
        page.brush.text(list.x + 2, list.y + list.height, list.width - 3, &said, Role::Quiet);
    }
    if search.found.is_empty() {
        find::nothing(app, page, list, search.input.value());
        return;
    }
    let shown = usize::from(list.height);
    page.hits.pane = (shown, search.found.len());
    let first = scroll::first_shown(search.at, shown, search.found.len());
    for (y, (at, hit)) in (list.y..).zip(search.found.iter().enumerate().skip(first).take(shown)) {
        let row = entry(hit.what);
        let own = Area { y, height: 1, ..list };
        let here = row.views.contains(&app.view);
        let role = if here { Role::Text } else { Role::Quiet };
        let keys: Vec<String> =
            app.keymap.keys_of(hit.what).map(crate::command::keymap::write_keys).collect();
        let keys = crate::tui::say::keys(app.lang, &keys.join(", "));
        let keys_from = page.brush.text_before(own.x + own.width - 1, y, &keys, Role::Key);
        let room = keys_from.saturating_sub(own.x + 3);
        find::lettered(page, (own.x + 2, y, room), row.name.text(app.lang), &hit.letters, role);
        if at == search.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
    }
    let place = format!(" {} ", chrome::place(app.lang, search.at, search.found.len()));
    let from = area.x + area.width - 2 - u16::try_from(width(&place)).unwrap_or(0);
    page.brush.text(from, area.y + area.height - 1, area.width, &place, Role::Quiet);
}
