//! What is known of the selected actor: what it could bring about, what it holds, who steers it and whom it hears.

use super::super::Page;
use super::register::level;
use crate::command::{Command, entry};
use crate::layout::canvas::Area;
use crate::map::words::influence_word;
use crate::map::{LinkId, NodeId};
use crate::palette::Role;
use crate::text::words::actors::and_more;
use crate::text::words::capital;
use crate::text::words::says::{of, quoted};
use crate::text::{Lang, visible, width, wrap};
use crate::tui::app::App;
use crate::tui::cast::about_tie;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// From this width on there are two columns.
const TWO: u16 = 72;
/// Above this height there is room for what is said of each tie.
const ROOMY: u16 = 18;

/// A field: its name, the things in it, and what they are.
struct Field {
    name: String,
    things: Vec<String>,
    /// How many more there are, of which nobody could see the names.
    more: usize,
    role: Role,
}

/// The most loops that are named: there can be thousands, and no more than these have room.
const MOST: usize = 100;

/// Draws it, in one column or two.
pub(super) fn draw(app: &App, page: &mut Page, open: &OpenMap, area: Area, actor: &NodeId) {
    let Some(node) = open.map.node(actor).filter(|_| area.height > 0) else { return };
    let (glyph, role) = say::shape(app.glyphs, node);
    page.brush.text(area.x, area.y, 1, glyph, role);
    let x = page.brush.text(
        area.x + 2,
        area.y,
        area.width.saturating_sub(2),
        &say::label(&open.map, actor),
        Role::Heading,
    );
    let place = [level(&open.map, actor), node.sector.trim().to_owned(), node.groups.join(", ")];
    let place: Vec<String> = place.into_iter().filter(|own| !own.is_empty()).collect();
    let place = visible(&place.join(" · ")).into_owned();
    let end = area.x + area.width;
    let mut y = area.y + 1;
    let mut named = x;
    if usize::from(x) + 3 + width(&place) <= usize::from(end) {
        named = page.brush.text(x + 3, area.y, end - x - 3, &place, Role::Quiet);
    } else {
        page.brush.text(area.x + 2, y, area.width.saturating_sub(2), &place, Role::Quiet);
        y += 1;
    }
    let rest = Area { y, height: (area.y + area.height).saturating_sub(y), ..area };
    let [about, ties] = fields(app, open, actor, area.height >= ROOMY);
    if fits(app, rest, &about, &ties) {
        page.hits.inspector = (usize::from(rest.height), 0);
        return columns(app, page, rest, &about, &ties);
    }
    // The key to read on stands behind the name, or on a row of its own where that is taken.
    let key = say::keys(app.lang, &app.keymap.label(Command::MoreOfActor));
    let hint = format!("{key} {}", entry(Command::MoreOfActor).hint.text(app.lang));
    let counted = if open.inspector_from > 0 { width(&of(app.lang, 100, 100)) + 3 } else { 0 };
    let widest = width(&hint) + counted;
    let beside = usize::from(named) + 2 + widest <= usize::from(end);
    let body = Area { height: rest.height.saturating_sub(u16::from(!beside)), ..rest };
    let hint_y = if beside { area.y } else { (area.y + area.height).saturating_sub(1) };
    let every = every_line(app, area.width, [&about, &ties]);
    let room = usize::from(body.height);
    page.hits.inspector = (room, every.len());
    let from = open.inspector_from.min(every.len());
    let said = match from {
        0 => hint,
        from => format!("{} · {hint}", of(app.lang, (from - 1 + room).min(every.len()), every.len())),
    };
    page.brush.text_before(end, hint_y, &said, Role::Quiet);
    if from == 0 {
        return columns(app, page, body, &about, &ties);
    }
    for (y, (text, field, first)) in (body.y..).zip(every.iter().skip(from - 1).take(room)) {
        line(page, Area { y, height: 1, ..body }, field, text, *first);
    }
}

/// Any number of lines.
const ANY: usize = 10_000;

/// Whether all fields have room in full.
fn fits(app: &App, rest: Area, about: &[Field], ties: &[Field]) -> bool {
    let room = usize::from(rest.height);
    let high = |fields: &[Field], cells: u16| -> usize {
        fields.iter().map(|field| lines(field, usize::from(cells), ANY, app.lang).len()).sum()
    };
    match rest.width {
        wide @ TWO.. => [about, ties].iter().all(|own| high(own, (wide - 3) / 2) <= room),
        wide => high(about, wide) + high(ties, wide) <= room,
    }
}

/// All fields in full over the whole width, to be read on: each line with its field, and whether it is its first.
fn every_line<'a>(app: &App, wide: u16, fields: [&'a [Field]; 2]) -> Vec<(String, &'a Field, bool)> {
    let of_field = |field: &'a Field| {
        let own = lines(field, usize::from(wide), ANY, app.lang);
        own.into_iter().enumerate().map(move |(at, line)| (line, field, at == 0))
    };
    fields.into_iter().flatten().flat_map(of_field).collect()
}

/// The fields in two columns, or under each other where there is no room for that.
fn columns(app: &App, page: &mut Page, rest: Area, about: &[Field], ties: &[Field]) {
    if rest.width >= TWO {
        let half = (rest.width - 3) / 2;
        column(app, page, Area { width: half, ..rest }, &about.iter().collect::<Vec<_>>());
        let other = Area { x: rest.x + half + 3, width: rest.width - half - 3, ..rest };
        column(app, page, other, &ties.iter().collect::<Vec<_>>());
    } else {
        column(app, page, rest, &about.iter().chain(ties).collect::<Vec<_>>());
    }
}

/// The fields of an actor: about itself, and about its ties.
fn fields(app: &App, open: &OpenMap, id: &NodeId, roomy: bool) -> [Vec<Field>; 2] {
    let (map, lang) = (&*open.map, app.lang);
    let (words, own) = (lang.words(), &lang.words().actors);
    let (Some(node), Some(actor)) = (map.node(id), open.roll().register.get(id)) else {
        return [Vec::new(), Vec::new()];
    };
    let not = words.forms.not_stated;
    let field =
        |name: &str, things: Vec<String>| Field { name: capital(name), things, more: 0, role: Role::Text };
    let one = |name: &str, said: Option<&str>| Field {
        role: if said.is_some() { Role::Text } else { Role::Quiet },
        ..field(name, vec![said.unwrap_or(not).to_owned()])
    };
    let mut about = vec![
        one(words.fields.influence, node.influence.map(|own| influence_word(own, lang))),
        one(words.fields.stance, node.stance.map(|own| own.word(lang))),
        one(words.fields.involvement, node.involvement.map(|own| own.word(lang))),
    ];
    let held: Vec<String> = actor.held().map(|card| say::short(map, card)).collect();
    let nothing = || vec![own.nothing.to_owned()];
    about.push(field(own.holds, if held.is_empty() { nothing() } else { held }));
    let [running, idle] = open.all_loops_of_actor(actor);
    let count = open.how_many(&running.iter().chain(&idle).copied().collect::<Vec<_>>(), lang);
    let unnamed = running.len().saturating_sub(MOST);
    let mut loops: Vec<String> = running
        .into_iter()
        .take(MOST)
        .map(|at| &open.circles.all[at])
        .map(|circle| format!("{} {}", say::loop_place(lang, circle), say::loop_title_short(map, circle)))
        .collect();
    // Told ones that do not run say why they are listed at all.
    for told in idle.into_iter().map(|at| &open.circles.all[at]) {
        loops.push(format!("{} {}", say::loop_place(lang, told), say::loop_title_short(map, told)));
    }
    if !loops.is_empty() {
        about.push(Field { more: unnamed, ..field(&format!("{} ({count})", own.loops_through), loops) });
    }
    for (name, lines) in
        [(words.fields.needs_to_know, &node.needs_to_know), (words.fields.wants_part, &node.wants_part)]
    {
        if !lines.is_empty() {
            about.push(field(name, vec![lines.join(" ")]));
        }
    }
    let tie = |link: &LinkId| {
        let name = say::short(map, actor.other(link));
        let facts = map.link(link).filter(|_| roomy).map_or_else(Vec::new, |link| about_tie(lang, link));
        if facts.is_empty() { name } else { format!("{name} ({})", facts.join(", ")) }
    };
    let nobody = || vec![own.nobody_does.to_owned()];
    let mut ties = Vec::new();
    if !actor.missing.is_empty() {
        let gone = |id: &LinkId| {
            format!(
                "{} {} {}",
                quoted(&say::short(map, &id.from)),
                id.kind.word(lang),
                quoted(&say::short(map, &id.to))
            )
        };
        let things = actor.missing.iter().map(gone).collect();
        ties.push(Field { role: Role::Ghost, ..field(own.missing, things) });
    }
    for (name, links) in [
        (own.steered_by, &actor.steered_by),
        (own.steers, &actor.steers),
        (own.hears, &actor.hears),
        (own.heard_by, &actor.heard_by),
    ] {
        let all: Vec<String> = links.iter().map(tie).collect();
        ties.push(field(name, if all.is_empty() { nobody() } else { all }));
    }
    if !actor.works_with.is_empty() {
        ties.push(field(words.links.cooperates, actor.works_with.iter().map(tie).collect()));
    }
    [about, ties]
}

/// Fields under each other. Each has a row; what rows are left go to those that need more, from the first on.
fn column(app: &App, page: &mut Page, area: Area, fields: &[&Field]) {
    let cells = usize::from(area.width);
    let shown = &fields[..fields.len().min(usize::from(area.height))];
    let mut left = usize::from(area.height) - shown.len();
    let mut y = area.y;
    for field in shown {
        let lines = lines(field, cells, 1 + left, app.lang);
        left -= lines.len().saturating_sub(1).min(left);
        for (at, text) in lines.iter().enumerate() {
            line(page, Area { y, height: 1, ..area }, field, text, at == 0);
            y += 1;
        }
    }
}

/// A line of a field; its first one begins with the field's name.
fn line(page: &mut Page, area: Area, field: &Field, text: &str, first: bool) {
    let lead = format!("{}:", field.name);
    match text.strip_prefix(&lead).filter(|_| first) {
        Some(rest) => {
            let pieces = [(lead.as_str(), Role::Quiet), (rest, field.role)];
            page.brush.pieces(area.x, area.y, area.width, &pieces);
        }
        None => _ = page.brush.text(area.x, area.y, area.width, text, field.role),
    }
}

/// A field on at most so many lines: as many of its things as fit, and how many more there are.
fn lines(field: &Field, cells: usize, most: usize, lang: Lang) -> Vec<String> {
    let things: Vec<_> = field.things.iter().map(|thing| visible(thing)).collect();
    // More than these have no room, however the lines break, so no longer text is tried.
    let mut room = cells.saturating_mul(most);
    let fitting = things.iter().take_while(|thing| {
        room = room.saturating_sub(width(thing) + 2);
        room > 0
    });
    let fitting = (fitting.count() + 1).min(things.len());
    for shown in (1..=fitting).rev() {
        let more = things.len() + field.more - shown;
        let mut text = format!("{}: {}", field.name, things[..shown].join(", "));
        if more > 0 {
            text = format!("{text} {}", and_more(lang, more));
        }
        let mut lines = wrap(&text, cells, lang);
        if lines.len() <= most {
            return lines;
        }
        if shown == 1 {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = crate::text::cut(&format!("{last} …"), cells);
            }
            return lines;
        }
    }
    vec![format!("{}:", field.name)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_counted() {
        let things: Vec<String> = ["School", "Kindergarten", "Office"].map(str::to_owned).into();
        let field = Field { name: "Steers".into(), things, more: 0, role: Role::Text };
        assert_eq!(lines(&field, 60, 1, Lang::En), ["Steers: School, Kindergarten, Office"]);
        assert_eq!(lines(&field, 34, 1, Lang::En), ["Steers: School and 2 more"]);
        assert_eq!(lines(&field, 34, 2, Lang::En).len(), 2);
        for cells in 12..60 {
            for most in 1..4 {
                let lines = lines(&field, cells, most, Lang::Nb);
                assert!(lines.len() <= most && lines.iter().all(|line| width(line) <= cells), "{lines:?}");
            }
        }
    }
}
