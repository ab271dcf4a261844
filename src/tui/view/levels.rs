//! Who hears whom: the levels as the bands of a ladder, steering down and telling up between them, in words.

use super::{Page, empty, scroll};
use crate::analysis::levels::{Line, Verdict, Way};
use crate::layout::canvas::Area;
use crate::map::{LevelId, LinkId, Map};
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::words::says::quoted;
use crate::text::{visible, width, wrap, wrap_at_most};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// Draws the ladder; under it the line from the bottom to the top.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    page.brush.text(area.x + 1, area.y, area.width - 2, words.places.levels, Role::Heading);
    let rungs: Vec<&Line> =
        (0..open.rungs()).filter_map(|at| open.rung_at(at)).filter(|line| !line.whole).collect();
    if rungs.is_empty() {
        let below = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        return empty::draw(app, page, below, words.start.no_levels, words.guide.empty_levels);
    }
    let whole = open.rung_at(rungs.len());
    let foot = if whole.is_some() { foot_rows(area.height) } else { 0 };
    let body = Area { y: area.y + 1, height: area.height.saturating_sub(1 + foot), ..area };
    // The rungs share the rows: each has its upper band, and one row or more for each direction.
    let count = u16::try_from(rungs.len()).unwrap_or(u16::MAX);
    let each = (body.height.saturating_sub(1) / count).saturating_sub(1) / 2;
    let each = each.clamp(1, 3);
    let high = 1 + 2 * each;
    let shown = usize::from(body.height.saturating_sub(1) / high).max(1);
    page.hits.page = u16::try_from(shown).unwrap_or(u16::MAX);
    let first = scroll::first_shown(open.rung.min(rungs.len() - 1), shown, rungs.len());
    let mut y = body.y;
    for (at, line) in rungs.iter().enumerate().skip(first).take(shown) {
        band(app, page, open, Area { y, height: 1, ..body }, &line.pair.upper);
        let own =
            Area { y: y + 1, height: (high - 1).min((body.y + body.height).saturating_sub(y + 1)), ..body };
        rung(app, page, open, own, each, line);
        if at == open.rung {
            for row in own.y..own.y + own.height {
                page.brush.text(own.x, row, 1, app.glyphs.cursor, Role::Key);
            }
        }
        page.hits.add(own, Target::Row(at));
        y += high;
    }
    if let Some(last) = rungs.get(first + shown - 1).or(rungs.last()).filter(|_| y < body.y + body.height) {
        band(app, page, open, Area { y, height: 1, ..body }, &last.pair.lower);
        y += 1;
    }
    let hidden = rungs.len().saturating_sub(shown);
    if hidden > 0 {
        let text = crate::text::words::says::of(app.lang, open.rung.min(rungs.len() - 1) + 1, rungs.len());
        page.brush.text_before(area.x + area.width - 1, area.y, &text, Role::Quiet);
    }
    if let Some(line) = whole {
        let top = if hidden > 0 {
            area.y + area.height - foot
        } else {
            y + u16::from(y + foot < area.y + area.height)
        };
        let own = Area { y: top, height: foot.min((area.y + area.height).saturating_sub(top)), ..area };
        whole_line(app, page, open, own, line, rungs.len());
    }
}

fn foot_rows(height: u16) -> u16 {
    match height {
        ..=9 => 1,
        10..=20 => 2,
        _ => 4,
    }
}

/// A level's name; a part stands behind its whole.
fn band_name(map: &Map, id: &LevelId) -> String {
    let Some(level) = map.level(id) else { return visible(id.as_str()).into_owned() };
    let own = visible(&level.name);
    match map.whole_level(id).filter(|whole| whole.id != *id) {
        Some(whole) => format!("{} · {own}", visible(&whole.name)),
        None => own.into_owned(),
    }
}

fn band(app: &App, page: &mut Page, open: &OpenMap, row: Area, id: &LevelId) {
    let name = band_name(&open.map, id);
    let x = page.brush.text(row.x + 1, row.y, row.width - 2, &format!("{name} "), Role::Band);
    let end = (row.x + row.width).saturating_sub(1);
    page.brush.rule(x, row.y, end.saturating_sub(x), app.glyphs.thin.across, Role::Frame);
}

fn rung(app: &App, page: &mut Page, open: &OpenMap, own: Area, each: u16, line: &Line) {
    let (places, links) = (&app.lang.words().places, &app.lang.words().links);
    let column = |words: &[&str]| {
        let longest = words.iter().map(|word| width(word)).max().unwrap_or(0);
        u16::try_from(longest).unwrap_or(0) + 2
    };
    let headings = column(&[places.steering_down, places.told_upward]);
    let verdicts = column(&[links.works, links.weak, links.not_known, links.none]);
    for (down, heading, way, signals, missing) in [
        (true, places.steering_down, &line.pair.down, &line.direct.down, &line.missing.down),
        (false, places.told_upward, &line.pair.up, &line.direct.up, &line.missing.up),
    ] {
        let y = own.y + if down { 0 } else { each };
        let rows = each.min((own.y + own.height).saturating_sub(y));
        if rows == 0 {
            break;
        }
        let mut x = own.x + 2;
        if own.width >= 70 {
            page.brush.text(x, y, headings, heading, Role::Quiet);
            x += headings;
        }
        arrow(app, page, Area { x, y, width: 3, height: rows }, way.verdict, missing, down);
        x += 4;
        let role = match way.verdict {
            Verdict::Works => Role::Text,
            Verdict::Weak | Verdict::NotKnown => Role::Unknown,
            Verdict::None => Role::Fault,
        };
        page.brush.text(x, y, verdicts, say::verdict(app.lang, way.verdict), role);
        x += verdicts;
        let room = (own.x + own.width).saturating_sub(x + 1);
        let carried = carried(app, open, signals, missing);
        let (lines, _) = wrap_at_most(&carried, usize::from(room), usize::from(rows), app.lang);
        for (row, text) in (y..).zip(&lines) {
            page.brush.text(x, row, room, text, Role::Quiet);
        }
    }
}

/// The arrow of a way: its head at the end it leads to.
fn arrow(app: &App, page: &mut Page, area: Area, verdict: Verdict, missing: &[LinkId], down: bool) {
    let (stroke, role) = stroke(app, verdict, missing);
    let head = if down { app.glyphs.head_down } else { app.glyphs.head_up };
    let last = area.y + area.height - 1;
    for y in area.y..=last {
        let at_head = if down { y == last } else { y == area.y };
        let shaft = if at_head { head } else { stroke };
        page.brush.text(area.x, y, 3, &format!("{stroke}{shaft}{stroke}"), role);
    }
}

/// How a way is drawn: thick where it works, thin where it is weak, dashed where nobody knows, dotted where a signal
/// is missing.
fn stroke(app: &App, verdict: Verdict, missing: &[LinkId]) -> (&'static str, Role) {
    let glyphs = app.glyphs;
    match verdict {
        Verdict::Works => (glyphs.heavy.along, Role::Line),
        Verdict::Weak => (glyphs.thin.along, Role::Line),
        Verdict::NotKnown => (glyphs.dashed.along, Role::Unknown),
        Verdict::None if missing.is_empty() => (" ", Role::Fault),
        Verdict::None => (glyphs.dotted.along, Role::Ghost),
    }
}

/// What the signals of a rung carry: how many, and what the first of them says of itself.
fn carried(app: &App, open: &OpenMap, signals: &[LinkId], missing: &[LinkId]) -> String {
    let words = app.lang.words();
    let mut parts = Vec::new();
    let note = |id: &LinkId| {
        let link = open.map.link(id)?;
        let note = link.note.first()?;
        let end = note.find(['.', ';']).unwrap_or(note.len());
        Some(visible(note[..end].trim()).into_owned())
    };
    if !signals.is_empty() {
        parts.push(format!("({})", signals.len()));
        let notes: Vec<String> = signals.iter().filter_map(note).collect();
        parts.push(if notes.is_empty() { who(open, signals) } else { notes.join("; ") });
    }
    if !missing.is_empty() {
        let notes: Vec<String> = missing.iter().filter_map(note).collect();
        let what = if notes.is_empty() { who(open, missing) } else { notes.join("; ") };
        parts.push(format!("{}: {what}", words.links.missing));
    }
    parts.join(" ")
}

fn who(open: &OpenMap, signals: &[LinkId]) -> String {
    signals.iter().map(|id| say::short(&open.map, &id.from)).collect::<Vec<_>>().join(", ")
}

/// The line from the bottom to the top: what is steered all the way down, and what never comes all the way up.
fn whole_line(app: &App, page: &mut Page, open: &OpenMap, area: Area, line: &Line, row: usize) {
    let words = app.lang.words();
    let cells = usize::from(area.width.saturating_sub(3));
    let way = |way: &Way, heading: &str| format!("{heading}: {}", say::verdict(app.lang, way.verdict));
    let mut said = vec![(
        format!(
            "{}: {}, {}.",
            capital(words.links.whole_line),
            way(&line.pair.down, &words.places.steering_down.to_lowercase()),
            way(&line.pair.up, &words.places.told_upward.to_lowercase()),
        ),
        Role::Heading,
    )];
    let whole_story = whole_story(open, line);
    if !whole_story.is_empty() {
        said.push((crate::text::words::says::whole_story_stops(app.lang, whole_story.len()), Role::Ghost));
    } else if line.pair.up.verdict == Verdict::None {
        said.push((format!("{}.", capital(words.links.no_way_back_up)), Role::Fault));
    }
    let past = past(open);
    if !past.is_empty() {
        said.push((format!("{}: {}.", capital(words.says.past_the_line), past.join(", ")), Role::Text));
    }
    // One sentence a row where there are rows, else one after the other.
    let mut rows: Vec<(String, Role)> = Vec::new();
    for (text, role) in &said {
        rows.extend(wrap(text, cells, app.lang).into_iter().map(|row| (row, *role)));
    }
    if rows.len() > usize::from(area.height) {
        let all = said.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(" ");
        let (lines, _) = wrap_at_most(&all, cells, usize::from(area.height), app.lang);
        rows = lines.into_iter().map(|row| (row, Role::Heading)).collect();
    }
    for (y, (text, role)) in (area.y..area.y + area.height).zip(&rows) {
        page.brush.text(area.x + 2, y, area.width - 3, text, *role);
    }
    if open.rung >= row {
        page.brush.text(area.x, area.y, 1, app.glyphs.cursor, Role::Key);
    }
    page.hits.add(area, Target::Row(row));
}

/// The links marked missing that would tell the whole story upward.
fn whole_story(open: &OpenMap, line: &Line) -> Vec<LinkId> {
    let mut missing: Vec<LinkId> =
        open.ladder().lines.iter().flat_map(|own| own.missing.up.iter().cloned()).collect();
    missing.extend(line.missing.up.iter().cloned());
    missing.sort();
    missing.dedup();
    missing.retain(|id| open.map.link(id).is_some_and(|link| link.about == Some(crate::map::About::Whole)));
    missing
}

/// The actors whose signals run past neighbouring levels.
fn past(open: &OpenMap) -> Vec<String> {
    let ids = open.ladder().lines.iter().flat_map(|line| line.past.up.iter());
    let mut names: Vec<String> = ids.map(|id| quoted(&say::short(&open.map, &id.from))).collect();
    names.sort();
    names.dedup();
    names
}
