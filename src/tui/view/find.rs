//! Looks for a card while one types.

use unicode_segmentation::UnicodeSegmentation;

use super::{Page, chrome, scroll};
use crate::layout::canvas::Area;
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::words::says::no_match;
use crate::text::{visible, width};
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::hits::Target;
use crate::tui::pane::Search;
use crate::tui::say;

/// Draws the search in the upper middle of the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, search: &Search<NodeId>) {
    list(app, page, screen, search, app.lang.words().places.find, "", None);
}

/// A search for a card under a title. What may be had instead of a card found stands as a row of its own behind
/// them; empty for nothing. `beyond` says from which one on a mark stands behind cards instead of their place.
pub(super) fn list(
    app: &App,
    page: &mut Page,
    screen: Area,
    search: &Search<NodeId>,
    title: &str,
    instead: &str,
    beyond: Option<(usize, &str)>,
) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    let within = Area { y: screen.y + 1, height: screen.height - 2, ..screen };
    let area = Area { y: screen.y + 1, ..centered(within, 84, 22) };
    let inside = page.brush.frame(area, &app.glyphs.thin, title);
    page.hits.add(area, Target::Nothing);
    field(
        app,
        page,
        inside,
        search.input.value(),
        search.input.visual_cursor(),
        words.says.type_some_letters,
    );
    let mut list = Area { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    if !instead.is_empty() && list.height > 0 {
        list.height -= 1;
        let own = Area { y: list.y + list.height.min(cells(search.found.len().max(1))), height: 1, ..list };
        page.brush.text(own.x + 2, own.y, own.width.saturating_sub(3), instead, Role::Key);
        if search.at >= search.found.len() {
            page.brush.text(own.x, own.y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(search.found.len()));
    }
    if search.found.is_empty() {
        nothing(app, page, list, search.input.value());
        return;
    }
    let shown = usize::from(list.height);
    page.hits.pane = (shown, search.found.len());
    let first = scroll::first_shown(search.at, shown, search.found.len());
    for (y, (at, hit)) in (list.y..).zip(search.found.iter().enumerate().skip(first).take(shown)) {
        let Some(node) = open.map.node(&hit.what) else { continue };
        let own = Area { y, height: 1, ..list };
        let level =
            node.level.as_ref().and_then(|level| open.map.level(level)).map_or("", |level| &level.name);
        let area_id = node.area.as_ref().map_or("", |area| area.as_str());
        let mark = beyond.filter(|(from, _)| at >= *from).map(|(_, mark)| mark);
        let place = match mark {
            Some(mark) => mark.to_owned(),
            None => {
                [level, area_id].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            }
        };
        let place = crate::text::cut(&visible(&place), usize::from(own.width / 3));
        let place_from = page.brush.text_before(own.x + own.width - 1, y, &place, Role::Quiet);
        let (glyph, role) = say::shape(app.glyphs, node);
        page.brush.text(own.x + 2, y, 1, glyph, role);
        let room = place_from.saturating_sub(own.x + 5);
        lettered(
            page,
            (own.x + 4, y, room),
            &node.label,
            &hit.letters,
            if mark.is_some() { Role::Quiet } else { Role::Text },
        );
        if at == search.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
    }
    let place =
        format!(" {} ", chrome::place(app.lang, search.at.min(search.found.len() - 1), search.found.len()));
    let from = area.x + area.width - 2 - u16::try_from(width(&place)).unwrap_or(0);
    page.brush.text(from, area.y + area.height - 1, area.width, &place, Role::Quiet);
}

fn cells(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// The field that is typed into, and a rule under it.
pub(super) fn field(app: &App, page: &mut Page, inside: Area, typed: &str, cursor: usize, hint: &str) {
    let cells = inside.width.saturating_sub(4);
    let x = page.brush.text(inside.x + 1, inside.y, 2, app.glyphs.trail, Role::Key) + 1;
    // The end of a long text is what one is typing.
    let from = cursor.saturating_sub(usize::from(cells.saturating_sub(1)));
    if typed.is_empty() {
        page.brush.text(x, inside.y, cells, hint, Role::Quiet);
    } else {
        // Where the beginning is out of sight a mark stands in its place; the brush marks an end that is.
        let mut left = if from > 0 { from + 1 } else { 0 };
        let shown: String = typed
            .graphemes(true)
            .skip_while(|letter| {
                let skip = left > 0;
                left = left.saturating_sub(width(letter));
                skip
            })
            .collect();
        let x = if from > 0 { page.brush.text(x, inside.y, 1, app.glyphs.ellipsis, Role::Quiet) } else { x };
        page.brush.text(x, inside.y, cells - u16::from(from > 0), &shown, Role::Text);
    }
    let column = x + u16::try_from(cursor - from).unwrap_or(0);
    page.hits.cursor = Some((column.min(inside.x + inside.width.saturating_sub(1)), inside.y));
    page.brush.rule(inside.x, inside.y + 1, inside.width, app.glyphs.thin.across, Role::Frame);
}

/// Says that nothing was found.
pub(super) fn nothing(app: &App, page: &mut Page, list: Area, typed: &str) {
    let text = no_match(app.lang, &visible(typed));
    if list.height > 0 {
        page.brush.text(list.x + 2, list.y, list.width.saturating_sub(3), &text, Role::Quiet);
    }
}

/// A text with some of its letters shown as found.
pub(super) fn lettered(
    page: &mut Page,
    (x, y, cells): (u16, u16, u16),
    text: &str,
    letters: &[u32],
    role: Role,
) {
    page.brush.text(x, y, cells, text, role);
    let shown = crate::text::cut(&visible(text), usize::from(cells));
    let mut column = x;
    for (at, letter) in (0_u32..).zip(shown.graphemes(true)) {
        let wide = u16::try_from(width(letter)).unwrap_or(0);
        if letters.binary_search(&at).is_ok() {
            page.brush.tint(Area { x: column, y, width: wide, height: 1 }, Role::Found);
        }
        column += wide;
    }
}
