//! Two cards that are to be one, and the list of those that may be.

use super::{Page, chrome};
use crate::layout::canvas::Area;
use crate::map::NodeId;
use crate::map::alike::Why;
use crate::palette::Role;
use crate::text::words::says::quoted;
use crate::text::{Lang, width, wrap};
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::hits::Target;
use crate::tui::merger::{Merger, Pairs};
use crate::tui::say;

/// Draws the question which card stays.
pub(super) fn question(app: &App, page: &mut Page, screen: Area, merger: &Merger) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().merging;
    let cells = usize::from(screen.width.min(72).saturating_sub(4));
    let card = |id: &NodeId| wrap(&quoted(&say::label(&open.map, id)), cells.saturating_sub(2), app.lang);
    let facts = |id: &NodeId| {
        say::card_facts(app.lang, open, id, 0).into_iter().take(2).collect::<Vec<_>>().join("   ")
    };
    let mut lines: Vec<(String, Role, Option<usize>)> = Vec::new();
    for (row, (lead, id)) in [(words.stays, &merger.keep), (words.goes, &merger.gone)].into_iter().enumerate()
    {
        lines.push((lead.to_owned(), if row == 0 { Role::Key } else { Role::Quiet }, Some(row)));
        let role = if row == 0 { Role::Heading } else { Role::Text };
        lines.extend(card(id).into_iter().map(|line| (format!("  {line}"), role, Some(row))));
        lines.push((format!("  {}", facts(id)), Role::Quiet, Some(row)));
        lines.push((String::new(), Role::Text, None));
    }
    lines.extend(wrap(words.what, cells, app.lang).into_iter().map(|line| (line, Role::Text, None)));
    let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let within = Area { y: 1, height: screen.height.saturating_sub(2), ..screen };
    let area = centered(within, 72, tall);
    let inside = page.brush.frame(area, &app.glyphs.thin, words.title);
    page.hits.add(area, Target::Nothing);
    for (y, (line, role, row)) in (inside.y..inside.y + inside.height).zip(&lines) {
        page.brush.text(inside.x + 1, y, inside.width.saturating_sub(2), line, *role);
        if let Some(row) = row {
            page.hits.add(Area { y, height: 1, ..inside }, Target::PaneRow(*row));
        }
    }
}

/// Draws the list of pairs: two rows each, and why behind the second.
pub(super) fn list(app: &App, page: &mut Page, screen: Area, pairs: &Pairs) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().merging;
    let within = Area { y: 1, height: screen.height.saturating_sub(2), ..screen };
    let tall = u16::try_from(pairs.rows.len().max(1) * 3 + 1).unwrap_or(u16::MAX);
    let area = Area { y: 1, ..centered(within, 84, tall) };
    let title = format!("{} {}", words.same_title, words.pair.of(pairs.rows.len()));
    let inside = page.brush.frame(area, &app.glyphs.thin, &title);
    page.hits.add(area, Target::Nothing);
    if pairs.rows.is_empty() {
        page.brush.text(inside.x + 2, inside.y, inside.width.saturating_sub(3), words.none_left, Role::Text);
        return;
    }
    let shown = usize::from(inside.height.saturating_add(1) / 3).max(1);
    page.hits.pane = (usize::from(inside.height), pairs.rows.len() * 3);
    let first = super::scroll::first_shown(pairs.at, shown, pairs.rows.len());
    for (nth, (at, (one, other, why))) in pairs.rows.iter().enumerate().skip(first).take(shown).enumerate() {
        let y = inside.y + 3 * u16::try_from(nth).unwrap_or(u16::MAX / 4);
        let own = Area { y, height: 2.min((inside.y + inside.height).saturating_sub(y)), ..inside };
        let why = said(app.lang, *why);
        let room = inside.width.saturating_sub(6 + u16::try_from(width(&why)).unwrap_or(0));
        for (y, id) in (own.y..own.y + own.height).zip([one, other]) {
            let Some(node) = open.map.node(id) else { continue };
            let (glyph, role) = say::shape(app.glyphs, node);
            page.brush.text(own.x + 2, y, 1, glyph, role);
            page.brush.text(own.x + 4, y, room, &say::label(&open.map, id), Role::Text);
        }
        page.brush.text_before(own.x + own.width - 1, own.y, &why, Role::Quiet);
        if at == pairs.at {
            page.brush.text(own.x, own.y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
    }
    let place = format!(" {} ", chrome::place(app.lang, pairs.at, pairs.rows.len()));
    let from = area.x + area.width - 2 - u16::try_from(width(&place)).unwrap_or(0);
    page.brush.text(from, area.y + area.height - 1, area.width, &place, Role::Quiet);
}

fn said(lang: Lang, why: Why) -> String {
    let words = &lang.words().merging;
    match why {
        Why::SameLabel => words.same_label.to_owned(),
        Why::SameWords => words.same_words.to_owned(),
        Why::NearLetters(letters) => words.letters_apart.of(letters),
    }
}
