//! The list of loops: named ones first, then those through the selected card, then the others.

use super::{Page, empty, scroll};
use crate::analysis::budget::Stop;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::{bound, links_missing, quoted, stopped_by_size, stopped_by_time};
use crate::text::{pad, width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::circles::{Circle, Search};
use crate::tui::hits::Target;
use crate::tui::job::MAX_LENGTH;
use crate::tui::loop_list::Row;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// A line of the list: a heading, or a row that the cursor can be on.
enum Shown {
    Heading(String),
    Row(usize, Row),
    Blank,
}

/// Draws the list with what bounds it.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    let most = if area.height >= 12 { 2 } else { 1 };
    let cells = usize::from(area.width.saturating_sub(2));
    let (says, _) = wrap_at_most(&says_bound(app, open), cells, most, app.lang);
    for (y, line) in (area.y..).zip(&says) {
        page.brush.text(area.x + 1, y, area.width - 2, line, Role::Quiet);
    }
    let head = u16::try_from(says.len()).unwrap_or(1);
    let list = Area { y: area.y + head, height: area.height.saturating_sub(head), ..area };
    let rows = open.loop_rows();
    if rows.is_empty() {
        let bare = open.map.node_count() == 0;
        let how = if bare { words.guide.write_first } else { words.guide.empty_loops };
        return empty::draw(app, page, list, words.start.no_loops, how);
    }
    let lines = lines(app, open, &rows);
    let cursor =
        lines.iter().position(|line| matches!(line, Shown::Row(at, _) if *at == open.loop_row)).unwrap_or(0);
    let shown = usize::from(list.height);
    let first = scroll::first_shown(cursor, shown, lines.len());
    page.hits.page = list.height;
    for (y, line) in (list.y..).zip(lines.iter().skip(first).take(shown)) {
        match line {
            Shown::Blank => {}
            Shown::Heading(text) => {
                page.brush.text(list.x + 1, y, list.width - 2, text, Role::Heading);
            }
            Shown::Row(at, row) => {
                let own = Area { y, height: 1, ..list };
                draw_row(app, page, open, own, *row);
                if *at == open.loop_row {
                    page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
                    page.brush.tint(own, Role::Cursor);
                }
                page.hits.add(own, Target::Row(*at));
            }
        }
    }
}

fn lines(app: &App, open: &OpenMap, rows: &[Row]) -> Vec<Shown> {
    let places = &app.lang.words().places;
    let [named, here] = open.loop_groups();
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let before = |lines: &mut Vec<Shown>, text: String| {
            if !lines.is_empty() {
                lines.push(Shown::Blank);
            }
            lines.push(Shown::Heading(text));
        };
        if at == 0 && !named.is_empty() {
            before(&mut lines, format!("{} ({})", places.named_loops, named.len()));
        } else if at == named.len() && !here.is_empty() {
            let card = open.card.as_ref().map_or(String::new(), |card| quoted(&say::label(&open.map, card)));
            before(&mut lines, format!("{} {card} ({})", places.loops_through, here.len()));
        } else if matches!(row, Row::Others { .. }) && !lines.is_empty() {
            lines.push(Shown::Blank);
        }
        lines.push(Shown::Row(at, *row));
    }
    lines
}

fn draw_row(app: &App, page: &mut Page, open: &OpenMap, own: Area, row: Row) {
    let words = app.lang.words();
    match row {
        Row::Others { count } => {
            // The folded sign is that of the cursor too, and both would stand side by side.
            let glyph = if open.others { app.glyphs.unfolded } else { app.glyphs.plus };
            let text = format!("{glyph} {} ({count})", words.places.other_loops);
            page.brush.text(own.x + 2, own.y, own.width - 3, &text, Role::Heading);
        }
        Row::Loop(at) => {
            let Some(circle) = open.circles.all.get(at) else { return };
            let facts = facts(app, circle);
            let facts_from = page.brush.text_before(own.x + own.width - 1, own.y, &facts, fact_role(circle));
            let place = pad(&say::loop_place(app.lang, circle), 5);
            let x = page.brush.text(own.x + 2, own.y, 6, &place, Role::Key);
            let room = facts_from.saturating_sub(x + 1);
            page.brush.text(x, own.y, room, &say::loop_title(&open.map, circle), Role::Text);
        }
    }
}

fn fact_role(circle: &Circle) -> Role {
    if circle.gone > 0 {
        Role::Fault
    } else if !circle.runs() {
        Role::Ghost
    } else {
        Role::Quiet
    }
}

/// What a loop is, in columns that stand under each other.
fn facts(app: &App, circle: &Circle) -> String {
    let words = app.lang.words();
    let state = if circle.gone > 0 {
        words.links.broken_loop.one.to_owned()
    } else if circle.missing > 0 {
        links_missing(app.lang, circle.missing)
    } else if circle.refuted > 0 {
        format!("{} {}", circle.refuted, words.things.refuted)
    } else {
        say::loop_deed(app.lang, circle)
    };
    let widest = |noun: &crate::text::Noun| width(&noun.of(10)).max(width(&noun.of(1)));
    format!(
        "{}  {}  {}",
        state,
        pad(&words.links.link.of(circle.links.len()), widest(&words.links.link)),
        pad(&words.things.level.of(circle.levels), widest(&words.things.level).saturating_sub(1)),
    )
}

/// Which loops are listed: always said, since a list that is silently cut would be a lie.
fn says_bound(app: &App, open: &OpenMap) -> String {
    let words = app.lang.words();
    let text = match &open.circles.search {
        Search::Waiting | Search::Running => words.says.still_counting.to_owned(),
        Search::Done(found) => match found.stopped_by {
            None if found.longer => bound(app.lang, Some(MAX_LENGTH)),
            None => bound(app.lang, None),
            Some(Stop::Size) => stopped_by_size(app.lang, found.count),
            Some(Stop::Steps | Stop::Stopped) => stopped_by_time(app.lang, found.count),
        },
    };
    format!("{text} {}", words.says.left_out)
}
