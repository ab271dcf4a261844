//! The ladder: levels as bands, steering down and telling up between them, and the line from the bottom to the top.

use super::super::{Page, scroll};
use crate::analysis::levels::{Line, Verdict, Way, tellers, weakest};
use crate::analysis::observe::sentence::{abouts, level_name, signal};
use crate::layout::canvas::Area;
use crate::map::{About, LinkId};
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::words::hearing::behind_the_first;
use crate::text::{visible, width, wrap, wrap_at_most};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// The line from the bottom to the top, where it stands by itself.
pub(super) fn whole_line(open: &OpenMap) -> Option<&Line> {
    open.rung_at(open.rungs().checked_sub(1)?).filter(|line| line.whole)
}

/// Whether nobody said of any step who steers or tells whom, nor that somebody ought to.
pub(super) fn silent(open: &OpenMap) -> bool {
    open.ladder().lines.iter().all(|line| {
        let none = |own: &crate::analysis::levels::Signals| own.up.is_empty() && own.down.is_empty();
        none(&line.direct) && none(&line.missing) && none(&line.past)
    })
}

/// Draws the steps with so many rows for each direction, as many as fit round the cursor. Gives the row below them.
pub(super) fn draw(app: &App, page: &mut Page, open: &OpenMap, body: Area, each: u16, steps: usize) -> u16 {
    let high = 1 + 2 * each;
    let shown = usize::from(body.height.saturating_sub(1) / high).clamp(1, steps.max(1));
    page.hits.page = u16::try_from(shown).unwrap_or(u16::MAX);
    let first = scroll::first_shown(open.rung.min(steps.saturating_sub(1)), shown, steps);
    let mut y = body.y;
    let end = body.y + body.height;
    for at in first..(first + shown).min(steps) {
        let Some(line) = open.rung_at(at) else { break };
        band(app, page, open, Area { y, height: 1, ..body }, line, true);
        let own = Area { y: y + 1, height: (high - 1).min(end.saturating_sub(y + 1)), ..body };
        rung(app, page, open, own, each, line);
        if at == open.rung {
            for row in own.y..own.y + own.height {
                page.brush.text(own.x, row, 1, app.glyphs.cursor, Role::Key);
            }
        }
        page.hits.add(own, Target::Row(at));
        y += high;
        if at + 1 == first + shown && y < end {
            band(app, page, open, Area { y, height: 1, ..body }, line, false);
            y += 1;
        }
    }
    let hidden = steps.saturating_sub(shown);
    if hidden > 0 && first + shown < steps {
        let more = format!(" +{} ", steps - first - shown);
        page.brush.text_before(body.x + body.width - 2, y.saturating_sub(1), &more, Role::Quiet);
    }
    y
}

/// From this width on a row names the level at its other end.
const WITH_LEVEL: u16 = 90;

fn band(app: &App, page: &mut Page, open: &OpenMap, row: Area, line: &Line, upper: bool) {
    let id = if upper { &line.pair.upper } else { &line.pair.lower };
    let name = level_name(&open.map, id);
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
    for (down, heading, missing) in
        [(true, places.steering_down, &line.missing.down), (false, places.told_upward, &line.missing.up)]
    {
        // What runs past the line takes back some of the word in the column, so it comes right behind it.
        let heard = open.ladder().heard(&open.map, line, !down);
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
        arrow(app, page, Area { x, y, width: 3, height: rows }, heard.line, missing, down);
        x += 4;
        page.brush.text(x, y, verdicts, say::verdict(app.lang, heard.line), verdict_role(heard.line));
        x += verdicts;
        let room = (own.x + own.width).saturating_sub(x + 1);
        let carried = carried(app, open, line, down, own.width >= WITH_LEVEL);
        let (lines, _) = wrap_at_most(&carried, usize::from(room), usize::from(rows), app.lang);
        for (row, text) in (y..).zip(&lines) {
            page.brush.text(x, row, room, text, Role::Quiet);
        }
    }
}

/// How a verdict is coloured; its word says it too.
pub(super) fn verdict_role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Works => Role::Text,
        Verdict::Weak | Verdict::NotKnown => Role::Unknown,
        Verdict::None => Role::Fault,
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

/// What runs on a step in one direction: how many signals and about what, the weakest, who tells past it, what is
/// missing, and what the signals say of themselves. The lower level is named if it is asked for.
fn carried(app: &App, open: &OpenMap, line: &Line, down: bool, names_level: bool) -> String {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let way = open.ladder().way_in_line(map, line, !down);
    let (signals, past) = open.ladder().two_sides(map, line, !down);
    let missing = if down { &line.missing.down } else { &line.missing.up };
    let ends = |id: &LinkId| {
        format!("{} {} {}", say::short(map, &id.from), app.glyphs.arrow, say::short(map, &id.to))
    };
    let mut parts = Vec::new();
    if let Some(past) = open.ladder().heard(map, line, !down).past {
        parts.push(behind_the_first(lang, past.word(lang)));
    }
    if !signals.is_empty() {
        let about = abouts(map, &signals, lang);
        let about = if about.is_empty() { String::new() } else { format!(": {about}") };
        // The row stands under the name of the upper level, and who tells is the lower one.
        let word = if down { words.hearing.to_level } else { words.hearing.from_level };
        let level = if names_level {
            // Its whole name stands on the band below.
            let name =
                map.level(&line.pair.lower).map_or_else(String::new, |own| visible(&own.name).into_owned());
            format!(" {word} {name}")
        } else {
            String::new()
        };
        parts.push(format!("{}{level}{about}", words.hearing.signal.of(signals.len())));
    }
    if let Some(id) = weakest(map, way) {
        let late = if map.link(id).is_some_and(|link| link.delay) {
            format!(", {}", words.links.after_a_time)
        } else {
            String::new()
        };
        parts.push(format!("{}: {}{late}", words.hearing.weakest, ends(id)));
    }
    let past = if down { Vec::new() } else { tellers(map, past) };
    if !past.is_empty() {
        let one = |(id, verdict): &(crate::map::NodeId, Verdict)| {
            format!("{} ({})", say::short(map, id), verdict.word(lang))
        };
        let all: Vec<String> = past.iter().map(one).collect();
        parts.push(format!("{}: {}", words.hearing.past, all.join(", ")));
    }
    if let Some(id) = missing.first() {
        let about = signal(map, id, lang);
        let about = if about.is_empty() { String::new() } else { format!(" ({about})") };
        parts.push(format!("{}: {}{about}", words.links.missing, ends(id)));
    }
    let note = |id: &LinkId| {
        let note = map.link(id)?.note.first()?;
        let end = note.find(['.', ';']).unwrap_or(note.len());
        Some(visible(note[..end].trim()).into_owned())
    };
    parts.extend(signals.into_iter().filter_map(note));
    parts.join("; ")
}

/// The line from the bottom to the top in sentences: what is steered all the way down, what never comes all the way
/// up, and who tells past the line.
pub(super) struct Whole {
    said: Vec<(String, Role)>,
    rows: Vec<(String, Role)>,
}

impl Whole {
    pub(super) fn of(app: &App, open: &OpenMap, line: &Line, wide: u16) -> Self {
        let words = app.lang.words();
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
        let story = whole_story(open, line);
        if story > 0 {
            said.push((crate::text::words::says::whole_story_stops(app.lang, story), Role::Ghost));
        } else if line.pair.up.verdict == Verdict::None {
            said.push((format!("{}.", capital(words.links.no_way_back_up)), Role::Fault));
        }
        let cells = usize::from(wide.saturating_sub(3));
        let rows = said
            .iter()
            .flat_map(|(text, role)| wrap(text, cells, app.lang).into_iter().map(|row| (row, *role)))
            .collect();
        Self { said, rows }
    }

    /// How many rows it takes in full.
    pub(super) fn rows(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// Draws it: one sentence a row where there are rows, else one after the other.
    pub(super) fn draw(&self, app: &App, page: &mut Page, open: &OpenMap, area: Area, row: usize) {
        let cells = usize::from(area.width.saturating_sub(3));
        if self.rows.len() > usize::from(area.height) {
            // The verdict comes first where not all can be said.
            let all = self.said.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(" ");
            let (lines, _) = wrap_at_most(&all, cells, usize::from(area.height), app.lang);
            for (y, text) in (area.y..).zip(&lines) {
                page.brush.text(area.x + 2, y, area.width - 3, text, Role::Heading);
            }
        } else {
            for (y, (text, role)) in (area.y..).zip(&self.rows) {
                page.brush.text(area.x + 2, y, area.width - 3, text, *role);
            }
        }
        if open.rung == row && area.height > 0 {
            page.brush.text(area.x, area.y, 1, app.glyphs.cursor, Role::Key);
        }
        page.hits.add(area, Target::Row(row));
    }
}

/// How many links marked missing would tell the whole story upward.
fn whole_story(open: &OpenMap, line: &Line) -> usize {
    let mut missing: Vec<&LinkId> = open.ladder().lines.iter().flat_map(|own| &own.missing.up).collect();
    missing.extend(&line.missing.up);
    missing.sort();
    missing.dedup();
    missing.retain(|id| open.map.link(id).is_some_and(|link| link.about == Some(About::Whole)));
    missing.len()
}
