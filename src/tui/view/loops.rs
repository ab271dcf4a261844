//! The list of loops: named ones first, then those through the selected card, then the others.

use std::collections::BTreeMap;

use super::{Page, empty, scroll};
use crate::analysis::budget::Stop;
use crate::analysis::loops::Found;
use crate::command::{Command, entry};
use crate::layout::canvas::Area;
use crate::map::{LinkId, Sign};
use crate::palette::Role;
use crate::text::words::acting::{
    Complete, circles_shown, decides_these, more_than_named, settles, there_are,
};
use crate::text::words::capital;
use crate::text::words::says::{below, links_missing, loop_does, quoted};
use crate::text::{pad, width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::circles::{Circle, Search};
use crate::tui::hits::Target;
use crate::tui::loop_list::Row;
use crate::tui::only::Only;
use crate::tui::open::OpenMap;
use crate::tui::question::Question;
use crate::tui::say;

/// A line of the list: a heading, or a row that the cursor can be on.
enum Shown {
    Heading(String),
    Row(usize, Row),
    Blank,
    /// More of the row above.
    Note(String),
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
    if rows.is_empty()
        && let Some(only) = &open.only
    {
        let text = nothing_of(app, open, only);
        return empty::draw(app, page, list, text, words.acting.how_all);
    }
    if rows.is_empty() {
        let bare = open.map.node_count() == 0;
        let (text, how) = match (bare, open.circles.are_all()) {
            (true, _) => (words.start.no_loops, words.guide.write_first),
            (_, false) => (words.start.no_loops_so_short, words.start.how_longer_loops),
            _ => (words.start.no_loops, words.guide.empty_loops),
        };
        return empty::draw(app, page, list, text, how);
    }
    let lines = lines(app, open, &rows);
    let cursor =
        lines.iter().position(|line| matches!(line, Shown::Row(at, _) if *at == open.loop_row)).unwrap_or(0);
    // Where not all has room, the last row says how many rows go on below.
    let room = usize::from(list.height);
    let shown = if lines.len() > room && room > 3 { room - 1 } else { room };
    let first = scroll::first_shown(cursor, shown, lines.len());
    page.hits.page = list.height;
    let rest = lines.iter().skip(first + shown).filter(|line| matches!(line, Shown::Row(..))).count();
    if rest > 0 && shown < room {
        let y = list.y + list.height - 1;
        page.brush.text_before(list.x + list.width - 1, y, &below(app.lang, rest), Role::Quiet);
    }
    let alike = alike(open, &lines[first..(first + shown).min(lines.len())]);
    for (y, line) in (list.y..).zip(lines.iter().skip(first).take(shown)) {
        match line {
            Shown::Blank => {}
            Shown::Note(text) => {
                page.brush.text(list.x + 8, y, list.width.saturating_sub(9), text, Role::Fault);
            }
            Shown::Heading(text) => {
                page.brush.text(list.x + 1, y, list.width - 2, text, Role::Heading);
            }
            Shown::Row(at, row) => {
                let own = Area { y, height: 1, ..list };
                draw_row(app, page, open, own, (*row, &alike));
                if *at == open.loop_row {
                    page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
                    page.brush.tint(own, Role::Cursor);
                }
                page.hits.add(own, Target::Row(*at));
            }
        }
    }
}

/// What Enter does where the cursor is.
pub(super) fn open_hint(app: &App) -> &'static str {
    let doing = &app.lang.words().doing;
    let Some(open) = &app.open else { return doing.open };
    let folds = |unfolded: bool| if unfolded { doing.fold } else { doing.unfold };
    match open.loop_rows().get(open.loop_row) {
        Some(Row::Others { .. }) => folds(open.others),
        Some(Row::WouldBe { .. }) => folds(open.ghosts),
        Some(Row::Settle(_)) => doing.focus,
        _ => entry(Command::ShowStaircase).hint.text(app.lang),
    }
}

/// The rows that the list leaves over of so many, for the sentence about what the cursor is on.
pub(super) fn spare(app: &App, area: Area) -> u16 {
    let Some(open) = &app.open else { return 0 };
    let rows = open.loop_rows();
    // Long lists leave none, and their lines need not be put together for that.
    if rows.len() >= usize::from(area.height) {
        return 0;
    }
    let lines = lines(app, open, &rows).len() + usize::from(if area.height >= 12 { 2_u16 } else { 1 });
    area.height.saturating_sub(u16::try_from(lines).unwrap_or(u16::MAX))
}

/// The sentence about what the cursor is on: the reading of a loop; of a link without a sign its reading, and which
/// loops its sign decides.
pub(super) fn sentence(app: &App, open: &OpenMap) -> String {
    let lang = open.lang_or(app.lang);
    if let Some(link) = open.listed_settling() {
        return format!("{} {}", say::link(lang, &open.map, &link), decided(app, open, &link))
            .trim()
            .to_owned();
    }
    let circle = open.listed_loop().and_then(|at| open.circles.all.get(at));
    circle.map_or(String::new(), |own| say::circle(lang, &open.map, &own.links))
}

/// Which loops the sign of a link decides: those on which no other one is missing.
fn decided(app: &App, open: &OpenMap, link: &LinkId) -> String {
    let no_sign = |id: &&LinkId| open.map.link(id).is_none_or(|own| own.sign_or_unknown() == Sign::Unknown);
    let along = open.circles.along(link).into_iter().map(|at| &open.circles.all[at]);
    let decided = along.filter(|own| own.runs() && own.links.iter().filter(no_sign).count() == 1);
    let name = |own: &Circle| {
        let title = say::loop_title_short(&open.map, own);
        format!(
            "{} {}",
            say::loop_place(app.lang, own),
            if own.named.is_some() { quoted(&title) } else { title }
        )
    };
    let names: Vec<String> = decided.map(name).collect();
    decides_these(app.lang, &names)
}

/// Why the list is empty that shows only some loops.
fn nothing_of(app: &App, open: &OpenMap, only: &Only) -> &'static str {
    let words = app.lang.words();
    let settling = Question::Settling(open.longest);
    match only {
        Only::Cover if open.circles.cover.is_none() => words.says.still_counting,
        Only::Cover => words.start.no_loops,
        Only::WouldBe if open.circles.would_be.is_none() && open.would_be().is_some() => {
            words.says.still_counting
        }
        Only::WouldBe => words.acting.none_would,
        Only::Settling if open.answers.settling(&settling).is_none() => words.says.still_counting,
        Only::Settling => words.acting.all_settled,
        _ => words.acting.none_of_those,
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
        if let Some(only) = &open.only {
            if at == 0 {
                let said = only.said(&open.map, app.lang);
                let words = &app.lang.words().acting;
                let said = match only {
                    Only::Cover | Only::Settling => capital(&said),
                    Only::WouldBe => words.would_run.to_owned(),
                    _ => format!("{} {said}", words.only_those),
                };
                let stopped = matches!((only, &open.circles.cover), (Only::Cover, Some((_, false))));
                let stopped = if stopped { format!(", {}", words.cover_stopped) } else { String::new() };
                let told = open.answers.settling(&Question::Settling(open.longest));
                let old = *only == Only::Settling && told.is_some_and(|told| told.old);
                let old = if old { format!(" {}", super::acting::old_note(app)) } else { String::new() };
                let count = match only {
                    Only::Settling => rows.len().to_string(),
                    Only::WouldBe => open.how_many_would_be(rows.len(), app.lang),
                    Only::Cover => open.how_many(&only.of(open), app.lang),
                    _ => open.how_many_found(&only.of(open), app.lang),
                };
                before(&mut lines, format!("{said} ({count}){stopped}{old}"));
            }
        } else if at == 0 && !named.is_empty() {
            before(&mut lines, format!("{} ({})", places.named_loops, open.how_many(&named, app.lang)));
        } else if at == named.len() && !here.is_empty() {
            let card = open.card.as_ref().map_or(String::new(), |card| quoted(&say::label(&open.map, card)));
            before(
                &mut lines,
                format!("{} {card} ({})", places.loops_through, open.how_many_found(&here, app.lang)),
            );
        } else if matches!(row, Row::Others { .. } | Row::WouldBe { .. }) && !lines.is_empty() {
            lines.push(Shown::Blank);
        }
        lines.push(Shown::Row(at, *row));
        let circle = if let Row::Loop(at) = row { open.circles.all.get(*at) } else { None };
        if let Some(link) = circle.and_then(|circle| circle.broke_at.as_ref()) {
            let (from, to) = (say::short(&open.map, &link.from), say::short(&open.map, &link.to));
            let words = app.lang.words();
            let (broke, gone) = (words.acting.broke_at, words.says.link_gone);
            lines.push(Shown::Note(format!("{broke} {} → {}: {gone}", quoted(&from), quoted(&to))));
        }
    }
    lines
}

/// How many cards at its beginning the title of a loop shares with that of another one in sight, where it is more than
/// the first. Only unnamed loops, by their place in the list.
fn alike(open: &OpenMap, shown: &[Shown]) -> BTreeMap<usize, usize> {
    let at = |line: &Shown| match line {
        Shown::Row(_, Row::Loop(at)) => Some(*at),
        _ => None,
    };
    let unnamed = |at: &usize| open.circles.all.get(*at).is_some_and(|circle| circle.named.is_none());
    let places: Vec<usize> = shown.iter().filter_map(at).filter(unnamed).collect();
    let same = |one: usize, other: usize| {
        let [one, other] = [one, other].map(|at| open.circles.all[at].cards());
        one.zip(other).take_while(|(one, other)| one == other).count()
    };
    let from = |&place: &usize| {
        let others = places.iter().filter(|other| **other != place);
        let most = others.map(|&other| same(place, other)).max().unwrap_or(0);
        (most > 1).then_some((place, most.min(open.circles.all[place].links.len() - 1)))
    };
    places.iter().filter_map(from).collect()
}

/// A loop's title in so many cells. Where it would be cut before it differs from that of another one in sight, its
/// beginning is left out.
fn title(open: &OpenMap, circle: &Circle, alike: Option<usize>, room: usize) -> String {
    let full = say::loop_title(&open.map, circle);
    let Some(from) = alike.filter(|_| width(&full) > room) else { return full };
    let names: Vec<String> = circle.cards().map(|card| say::short(&open.map, card)).collect();
    if width(&names[..=from].join(" › ")) < room {
        return full;
    }
    let rest = names[from..].join(" › ");
    let with_first = format!("{} › … › {rest}", names[0]);
    let needed = width(&with_first) - width(&rest) + width(&names[from]);
    if needed < room { with_first } else { format!("… › {rest}") }
}

fn draw_row(
    app: &App,
    page: &mut Page,
    open: &OpenMap,
    own: Area,
    (row, alike): (Row, &BTreeMap<usize, usize>),
) {
    let words = app.lang.words();
    match row {
        Row::Others { .. } | Row::WouldBe { .. } => {
            let (unfolded, text) = match row {
                Row::WouldBe { count } => {
                    // Named ones stand in their own group and are counted there.
                    let all = open.circles.would_be.as_ref().map_or(count, |(places, _)| places.len());
                    let said = open.how_many_would_be(count, app.lang);
                    let said = more_than_named(app.lang, &said, all.saturating_sub(count));
                    (open.ghosts, format!("{} ({said})", words.acting.would_run_short))
                }
                Row::Others { count } => (open.others, format!("{} ({count})", words.places.other_loops)),
                _ => return,
            };
            // The folded sign is that of the cursor too, and both would stand side by side.
            let glyph = if unfolded { app.glyphs.unfolded } else { app.glyphs.plus };
            page.brush.text(own.x + 2, own.y, own.width - 3, &format!("{glyph} {text}"), Role::Heading);
        }
        Row::Settle(at) => {
            let Some((link, own_facts)) = open.settling(at) else { return };
            let facts = settles(app.lang, own_facts.decides, own_facts.lies_on);
            let from = page.brush.text_before(own.x + own.width - 1, own.y, &facts, Role::Quiet);
            let ends = format!("{} → {}", say::short(&open.map, &link.from), say::short(&open.map, &link.to));
            let x = page.brush.text(own.x + 2, own.y, 4, "(?)", Role::Unknown) + 1;
            page.brush.text(x, own.y, from.saturating_sub(x + 1), &ends, Role::Text);
        }
        Row::Loop(at) => {
            let Some(circle) = open.circles.all.get(at) else { return };
            let would = circle.guest || open.only == Some(Only::WouldBe);
            let facts = facts(app, circle, would);
            let facts_from = page.brush.text_before(own.x + own.width - 1, own.y, &facts, fact_role(circle));
            let place = pad(&say::loop_place(app.lang, circle), 5);
            let place = if place.ends_with(' ') { place } else { format!("{place} ") };
            let text = if circle.runs() { Role::Text } else { Role::Ghost };
            let x = page.brush.text(own.x + 2, own.y, 8, &place, Role::Key);
            let room = facts_from.saturating_sub(x + 1);
            page.brush.text(
                x,
                own.y,
                room,
                &title(open, circle, alike.get(&at).copied(), usize::from(room)),
                text,
            );
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

/// What a loop is, in columns that stand under each other. Under a heading that says what would run, one that misses a
/// link says what it would do.
fn facts(app: &App, circle: &Circle, would: bool) -> String {
    let words = app.lang.words();
    let state = if circle.gone > 0 {
        words.links.broken_loop.one.to_owned()
    } else if circle.missing > 0 && would {
        loop_does(app.lang, circle.kind).to_owned()
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
    let total = open.answers.total();
    let old = total.as_ref().is_some_and(|told| told.old);
    let known = total.map(|told| (told.what.count, told.what.exact)).filter(|_| !old);
    let mut text = match &open.circles.search {
        Search::Waiting => words.says.still_counting.to_owned(),
        Search::Running => {
            let listed = (open.circles.found() as u128, false);
            let complete = Complete::AtLeast { listed: open.circles.found(), total: known.unwrap_or(listed) };
            format!("{} {}", circles_shown(app.lang, complete), words.says.still_counting)
        }
        Search::Done(found) => circles_shown(app.lang, complete(found, known)),
    };
    if let Some(told) = open.answers.total().filter(|told| told.old) {
        let before = there_are(app.lang, (told.what.count, told.what.exact));
        text = format!("{text} {before} {}", super::acting::old_note(app));
    }
    format!("{text} {}", words.says.left_out).trim_start().to_owned()
}

/// How complete the list is, with the number of all loops if it is known.
fn complete(found: &Found, known: Option<(u128, bool)>) -> Complete {
    let listed = found.count;
    let all = known == Some((listed as u128, true));
    if all || found.complete && !found.longer {
        return Complete::All(listed);
    }
    if found.complete {
        // A count that came to no end may know of fewer than the list has.
        let total = known.filter(|(total, exact)| *exact || *total > listed as u128);
        return Complete::UpTo { links: found.complete_to, listed, total };
    }
    let least = (listed as u128 + u128::from(found.stopped_by == Some(Stop::Size)), false);
    let total = known.filter(|(total, exact)| *exact || *total > least.0).unwrap_or(least);
    Complete::AtLeast { listed, total }
}
