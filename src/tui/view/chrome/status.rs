//! The rows above the last line: the sentence about the selection, or a message.

use super::super::Page;
use crate::command::View;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::start::numbered;
use crate::text::{Lang, visible, width, wrap, wrap_at_most};
use crate::tui::app::App;
use crate::tui::outline::Listed;
use crate::tui::pane::Pane;
use crate::tui::say;

/// The most rows of a message.
const MESSAGE_ROWS: usize = 4;

/// The sentence about what is selected.
pub(in crate::tui::view) fn status(app: &App, page: &mut Page, area: Area) {
    if let Some(Pane::Tell(teller)) = &app.pane {
        return super::super::naming::told(app, page, area, teller);
    }
    if !app.message.is_empty() {
        return message(app, page, area);
    }
    let Some(open) = app.open.as_ref().filter(|_| area.height > 0) else { return };
    let lang = open.lang_or(app.lang);
    let mut rows = area.height;
    let mut y = area.y;
    // The card first, where cards are looked at; then what the link, the chain or the loop says.
    let sentence = match app.view {
        View::Outline if open.outline.listed == Listed::Links => {
            open.link.as_ref().map_or(String::new(), |link| say::link(lang, &open.map, link))
        }
        View::Outline => {
            if let Some(card) = &open.card {
                card_line(app, page, area, card);
            }
            String::new()
        }
        View::Board => {
            // An empty map says itself how to begin.
            if open.map.node_count() == 0 {
                return;
            }
            let Some(card) = &open.card else {
                let said = open.ghost_said(app.lang);
                let said =
                    if said.is_empty() { app.lang.words().start.nothing_selected } else { said.as_str() };
                return write(app, page, area, said, Role::Quiet);
            };
            let chosen = open.link.as_ref().filter(|id| open.map.link(id).is_some());
            let about = match chosen {
                Some(link) => say::link(lang, &open.map, link),
                None if open.trail.card() == Some(card) => say::chain(lang, &open.map, open.trail.links()),
                None => match open.chosen_loop().filter(|_| open.place_on_loop(card).is_some()) {
                    Some(circle) => numbered(app.lang, &say::named_place(app.lang, &open.map, circle)),
                    None => String::new(),
                },
            };
            if rows > 1 || about.is_empty() {
                let most = if about.is_empty() { rows } else { rows - 1 };
                let used = card_line(app, page, Area { y, height: most, ..area }, card);
                y += used;
                rows -= used;
            }
            about
        }
        View::Loops => super::super::loops::sentence(app, open),
        View::Model => super::super::model::sentence(app, open),
        View::Matrix => {
            let table = page.table.as_ref();
            table.map_or(String::new(), |table| super::super::matrix::sentence(app, open, table))
        }
        View::Start | View::Focus | View::Staircase | View::Levels | View::Setup | View::Actors => {
            String::new()
        }
        View::Chains => {
            open.listed_chain().map_or(String::new(), |links| say::chain(lang, &open.map, &links))
        }
        View::Review | View::Unsettled => String::new(),
        View::Acting => {
            if let Some(card) = open.acting_card() {
                card_line(app, page, area, &card);
            }
            String::new()
        }
    };
    if rows > 0 && !sentence.is_empty() {
        write(app, page, Area { y, height: rows, ..area }, &sentence, Role::Text);
    }
}

/// What is to be said once. A long message takes rows from the picture rather than lose its end, which says what
/// to do.
fn message(app: &App, page: &mut Page, area: Area) {
    let cells = usize::from(area.width.saturating_sub(2));
    let (lines, _) = wrap_at_most(&visible(&app.message), cells, MESSAGE_ROWS, app.lang);
    let rows = u16::try_from(lines.len()).unwrap_or(1).max(1);
    let top = (area.y + area.height).saturating_sub(rows).min(area.y);
    page.brush.clear(Area { y: top, height: rows, ..area });
    for (y, line) in (top..).zip(&lines) {
        page.brush.text(area.x + 1, y, area.width - 1, line, Role::Heading);
    }
}

/// A reading in so many rows. Where it is too long its middle is cut, so that the sentences that say what it comes
/// to are always there.
fn reading_rows(text: &str, cells: usize, rows: usize, lang: Lang) -> Vec<String> {
    let (lines, cut) = wrap_at_most(text, cells, rows, lang);
    if !cut {
        return lines;
    }
    // The last sentence may speak of the one before it, so as many stay as half of the rows hold.
    let ends = text.trim_end_matches('.').rmatch_indices(". ");
    let closings = ends.map(|(at, _)| wrap(&text[at + 2..], cells, lang));
    let most = (rows / 2).max(1);
    let mut last: Option<Vec<String>> = None;
    for closing in closings {
        if closing.len() >= rows || last.is_some() && closing.len() > most {
            break;
        }
        last = Some(closing);
    }
    let Some(end) = last else { return lines };
    let (mut lines, _) = wrap_at_most(text, cells, rows - end.len(), lang);
    lines.extend(end);
    lines
}

fn write(app: &App, page: &mut Page, area: Area, text: &str, role: Role) {
    let lang = app.open.as_ref().map_or(app.lang, |open| open.lang_or(app.lang));
    let cells = usize::from(area.width.saturating_sub(2));
    let lines = reading_rows(text, cells, usize::from(area.height), lang);
    for (y, line) in (area.y..).zip(&lines) {
        page.brush.text(area.x + 1, y, area.width - 1, line, role);
    }
}

/// The selected card: its label and, behind it or below it, what is known of it. Gives the rows it took.
fn card_line(app: &App, page: &mut Page, area: Area, card: &crate::map::NodeId) -> u16 {
    let Some(open) = &app.open else { return 0 };
    let Some(node) = open.map.node(card) else { return 0 };
    let (glyph, role) = say::shape(app.glyphs, node);
    let label = say::label(&open.map, card);
    page.brush.text(area.x + 1, area.y, 2, glyph, role);
    // As many loops by the name that people gave them as there is room for.
    let room = usize::from(area.width.saturating_sub(4));
    let told = |named: usize| say::card_facts(app.lang, open, card, named).join("   ");
    let fitting = (0..=2).rev().map(told).find(|facts| width(facts) <= room);
    let facts = fitting.unwrap_or_else(|| told(0));
    let all = say::card_facts(app.lang, open, card, 2);
    // Loops get a row of their own where there is one and they would lose their names.
    if let [first @ .., loops] = all.as_slice()
        && area.height > 2
        && first.len() > 1
        && facts != told(2)
    {
        page.brush.text(area.x + 3, area.y, area.width.saturating_sub(4), &label, Role::Heading);
        for (y, text) in [(area.y + 1, first.join("   ").as_str()), (area.y + 2, loops)] {
            page.brush.text(area.x + 3, y, area.width.saturating_sub(4), text, Role::Quiet);
        }
        return 3;
    }
    let x = page.brush.text(area.x + 3, area.y, area.width.saturating_sub(4), &label, Role::Heading);
    let fits = usize::from(x) + 3 + width(&facts) < usize::from(area.x + area.width);
    if fits || area.height < 2 {
        page.brush.text(x + 3, area.y, (area.x + area.width).saturating_sub(x + 4), &facts, Role::Quiet);
        return 1;
    }
    page.brush.text(area.x + 3, area.y + 1, area.width.saturating_sub(4), &facts, Role::Quiet);
    2
}
