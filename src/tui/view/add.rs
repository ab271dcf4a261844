//! The field for new cards, at the foot of the screen so that the picture stays in sight, with what the line would
//! do before Enter is pressed.

use super::{Page, find};
use crate::layout::canvas::Area;
use crate::map::quick::{Match, Remark};
use crate::map::{Map, hints};
use crate::palette::Role;
use crate::text::words::adding::{make_places, more_lines};
use crate::text::words::says::quoted;
use crate::text::{Lang, visible, wrap};
use crate::tui::adder::Adder;
use crate::tui::app::App;
use crate::tui::guide::next_step;
use crate::tui::hits::Target;
use crate::tui::say;

/// Draws the field and its preview.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, adder: &Adder) {
    let Some(open) = &app.open else { return };
    let mut lines = lines(app.lang, &open.map, adder);
    if adder.input.value().trim().is_empty()
        && let Some(step) = next_step(open).and_then(|step| step.said_writing(app.lang, &app.keymap))
    {
        lines.insert(1, (step, Role::Text));
    }
    let cells = usize::from(screen.width.saturating_sub(4));
    let mut rows: Vec<(String, Role)> = Vec::new();
    for (text, role) in lines.iter().filter(|(text, _)| !text.is_empty()) {
        rows.extend(wrap(text, cells, app.lang).into_iter().map(|line| (line, *role)));
    }
    // As little of the picture is hidden as the words allow: the field, and three rows at least.
    let most = if screen.height >= 20 { 10 } else { 7 };
    let tall = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(4).clamp(7, most);
    let tall = tall.min(screen.height.saturating_sub(1));
    let area = Area { x: 0, y: screen.y + screen.height - 1 - tall, width: screen.width, height: tall };
    let words = &app.lang.words().adding;
    let title = format!("{}: {}", words.title, place(app.lang, &open.map, adder));
    let inside = page.brush.frame(area, &app.glyphs.thin, &title);
    page.hits.add(area, Target::Nothing);
    let hint = app.lang.words().says.write_a_line;
    find::field(app, page, inside, adder.input.value(), adder.input.visual_cursor(), hint);
    let list = Area { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let room = usize::from(list.height);
    if rows.len() > room && room > 0 {
        let hidden = rows.len() + 1 - room;
        rows.truncate(room - 1);
        rows.push((more_lines(app.lang, hidden), Role::Quiet));
    }
    for (y, (line, role)) in (list.y..list.y + list.height).zip(&rows) {
        page.brush.text(list.x + 1, y, list.width - 1, line, *role);
    }
}

/// Where cards without a place of their own go.
fn place(lang: Lang, map: &Map, adder: &Adder) -> String {
    let level =
        adder.level.as_ref().and_then(|id| map.level(id)).map(|level| visible(&level.name).into_owned());
    let area = adder.area.as_ref().and_then(|id| map.area(id));
    let area = area.map(area_name);
    let parts: Vec<String> = level.into_iter().chain(area).collect();
    if parts.is_empty() { lang.words().things.unsorted.to_owned() } else { parts.join(" · ") }
}

/// Where new cards go nowhere and there are levels or areas: how they are chosen. Empty otherwise, also behind a line that
/// gave its cards a place.
fn nowhere(lang: Lang, map: &Map, adder: &Adder) -> String {
    let words = &lang.words().adding;
    let set = adder.level.is_some() || adder.area.is_some();
    match (map.levels().is_empty(), map.areas().is_empty()) {
        _ if set || !adder.placeless => "",
        (false, false) => words.set_level_and_area,
        (false, true) => words.set_level,
        (true, false) => words.set_area,
        (true, true) => "",
    }
    .to_owned()
}

/// What the line would do; what the last one did while nothing is typed.
fn lines(lang: Lang, map: &Map, adder: &Adder) -> Vec<(String, Role)> {
    let words = &lang.words().adding;
    if adder.input.value().trim().is_empty() {
        let how = if adder.done.is_empty() { words.how } else { words.next };
        let rows = [(adder.done.clone(), Role::Heading), (nowhere(lang, map, adder), Role::Text)];
        return rows.into_iter().chain([(how.to_owned(), Role::Quiet)]).collect();
    }
    // Places go before the rest: where there are few rows, what follows a tag is what its writer looks for now.
    let is_loose = |remark: &&Remark| matches!(remark, Remark::LooseArrow(_));
    let (loose, placed): (Vec<_>, Vec<_>) = adder.plan.remarks.iter().partition(is_loose);
    let said = |remark: &Remark| (remarked(lang, map, remark), Role::Unknown);
    let mut out: Vec<(String, Role)> = placed.into_iter().map(said).collect();
    // The line does nothing, and its labels would leave no room to say why.
    if adder.plan.too_long() {
        return out;
    }
    let unknown = adder.plan.unknown();
    if !unknown.is_empty() {
        out.push((make_places(lang, &unknown), Role::Key));
    }
    let cards = cards(lang, map, adder);
    let alone = cards.len() > 1 && !adder.plan.links.is_empty() && only_last_is_placed(&adder.written);
    out.extend(cards.into_iter().map(|line| (line, Role::Text)));
    if alone {
        out.push((words.tag_is_its_cards.to_owned(), Role::Quiet));
    }
    let links: Vec<String> = adder.plan.links.iter().map(|link| said_link(lang, adder, link)).collect();
    if !links.is_empty() {
        let noun = lang.words().links.link.form(links.len());
        out.push((format!("{noun}: {}", links.join(", ")), Role::Text));
    }
    if !adder.closes.is_empty() {
        out.push((adder.closes.clone(), Role::Heading));
    }
    if let Some((taken, _)) = &adder.offered {
        // Tab goes on through them; the one that stands in the field is marked.
        let offers = adder.offers.iter().take(5).enumerate().map(|(at, id)| {
            let label = quoted(&say::label(map, id));
            if at == *taken { format!("[{label}]") } else { label }
        });
        out.push((format!("{}: {}", words.near, offers.collect::<Vec<_>>().join(", ")), Role::Key));
    }
    out.extend(advice(lang, adder).into_iter().map(|text| (text, Role::Quiet)));
    let near: Vec<String> = adder.near().iter().take(4).map(|id| quoted(&say::label(map, id))).collect();
    if !near.is_empty() {
        out.push((format!("{}: {}", words.near, near.join(", ")), Role::Key));
    }
    out.extend(loose.into_iter().map(said));
    out
}

/// Whether the line gives a place to its last card alone: its writer may have meant all of them.
fn only_last_is_placed(written: &[(bool, bool)]) -> bool {
    let is_placed = |(level, area): &(bool, bool)| *level || *area;
    written.split_last().is_some_and(|(last, before)| is_placed(last) && !before.iter().any(is_placed))
}

/// Each card of the line, new or there, with the level and the area it will have and whether the line or the field
/// says so. Cards of the same place stand together.
fn cards(lang: Lang, map: &Map, adder: &Adder) -> Vec<String> {
    let words = &lang.words().adding;
    let mut groups: Vec<(&str, String, Vec<String>)> = Vec::new();
    for (card, written) in adder.plan.cards.iter().zip(&adder.written) {
        let (lead, label, own) = match &card.is {
            Match::There(id) => (words.there, say::label(map, id), map.node(id)),
            Match::New(_) => (words.new, visible(&card.label).into_owned(), None),
        };
        let level = card.level.as_ref().or_else(|| own.and_then(|node| node.level.as_ref()));
        let area = card.area.as_ref().or_else(|| own.and_then(|node| node.area.as_ref()));
        let level = level.and_then(|id| map.level(id)).map(|level| visible(&level.name).into_owned());
        let area = area.and_then(|id| map.area(id)).map(area_name);
        // A card that is there and stays where it is has its place from neither.
        let from = |is_written: bool| match (is_written, own) {
            (true, _) => format!(" ({})", words.from_line),
            (false, None) => format!(" ({})", words.from_field),
            (false, Some(_)) => String::new(),
        };
        let (level, area) = (level.map(|name| (name, written.0)), area.map(|name| (name, written.1)));
        let place = match (level, area) {
            (None, None) => lang.words().things.unsorted.to_owned(),
            (Some((level, a)), Some((area, b))) if a == b => format!("{level} · {area}{}", from(a)),
            (level, area) => {
                let said = level.into_iter().chain(area).map(|(name, is)| format!("{name}{}", from(is)));
                said.collect::<Vec<_>>().join(" · ")
            }
        };
        match groups.iter_mut().find(|(own, other, _)| *own == lead && *other == place) {
            Some((_, _, labels)) => labels.push(quoted(&label)),
            None => groups.push((lead, place, vec![quoted(&label)])),
        }
    }
    groups
        .into_iter()
        .map(|(lead, place, labels)| format!("{lead}: {} → {place}", labels.join(", ")))
        .collect()
}

fn area_name(area: &crate::map::Area) -> String {
    visible(&format!("{} {}", area.id, area.name)).trim_end().to_owned()
}

/// Quiet hints on the labels of new cards; of several cards each names its own.
fn advice(lang: Lang, adder: &Adder) -> Vec<String> {
    let new = adder.plan.cards.iter().filter(|card| matches!(card.is, Match::New(_)));
    let all = new.flat_map(|card| {
        let tight = has_tight_arrow(&card.label, adder.input.value());
        let tight = tight.then_some(lang.words().adding.tight_arrow);
        let hints = hints(&card.label).into_iter().map(|hint| hint.word(lang));
        tight.into_iter().chain(hints).map(move |said| (card, said))
    });
    all.map(|(card, said)| match adder.plan.cards.len() {
        1 => said.to_owned(),
        _ => format!("{}: {said}", quoted(&visible(&card.label))),
    })
    .collect()
}

/// Whether an arrow became a part of a label since a blank is lacking beside it. What is in quotes is meant so.
fn has_tight_arrow(label: &str, line: &str) -> bool {
    let has_arrow = ["->", "-|"].iter().any(|arrow| label.contains(arrow));
    has_arrow && !line.contains(&format!("\"{label}\""))
}

fn said_link(lang: Lang, adder: &Adder, link: &crate::map::quick::QuickLink) -> String {
    let label = |at: usize| adder.plan.cards.get(at).map_or("", |card| card.label.as_str());
    let (from, to) = (visible(label(link.from)).into_owned(), visible(label(link.to)).into_owned());
    let sign = say::sign_glyph(link.sign);
    let delay = if link.delay { format!(", {}", lang.words().links.after_a_time) } else { String::new() };
    let there = if link.there { format!(" [{}]", lang.words().adding.there) } else { String::new() };
    format!("{from} → {to} ({sign}{delay}){there}")
}

fn remarked(lang: Lang, map: &Map, remark: &Remark) -> String {
    let words = &lang.words().adding;
    let listed = |names: &[String]| visible(&names.join(", ")).into_owned();
    let (word, what) = match remark {
        Remark::NoPlace(word, near) if near.is_empty() => (word, no_place(lang, map, word)),
        Remark::NoPlace(word, near) => {
            (word, format!("{}. {} {}?", words.no_place, words.meant, listed(near)))
        }
        Remark::ManyPlaces(word, names) => (word, format!("{} {}", words.many_places, listed(names))),
        Remark::Begun(word, names) if word.starts_with('/') => {
            (word, format!("{} {}", words.levels_follow, listed(names)))
        }
        Remark::Begun(word, names) => (word, format!("{} {}", words.areas_follow, listed(names))),
        Remark::SecondPlace(word) => (word, words.second_place.to_owned()),
        Remark::LooseArrow(word) => (word, words.loose_arrow.to_owned()),
        Remark::TooLong(start) => (start, words.too_long.to_owned()),
    };
    format!("{} {what}", visible(&format!("{word}:")))
}

/// That no level or area is called so, and which there are.
fn no_place(lang: Lang, map: &Map, word: &str) -> String {
    let words = &lang.words().adding;
    let names: Vec<String> = match word.starts_with('/') {
        true => map.levels().iter().map(|level| visible(&level.name).into_owned()).collect(),
        false => map.areas().iter().map(area_name).collect(),
    };
    match names.as_slice() {
        [] => words.no_place.to_owned(),
        names => format!("{}. {} {}", words.no_place, words.there_are, names.join(", ")),
    }
}
