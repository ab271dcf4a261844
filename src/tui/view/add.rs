//! The field for new cards, at the foot of the screen so that the picture stays in sight, with what the line would
//! do before Enter is pressed.

use super::{Page, find};
use crate::layout::canvas::Area;
use crate::map::quick::{Match, Remark};
use crate::map::{Map, hints};
use crate::palette::Role;
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
    for (y, (line, role)) in (list.y..list.y + list.height).zip(&rows) {
        page.brush.text(list.x + 1, y, list.width - 1, line, *role);
    }
}

/// Where cards without a place of their own go.
fn place(lang: Lang, map: &Map, adder: &Adder) -> String {
    let level =
        adder.level.as_ref().and_then(|id| map.level(id)).map(|level| visible(&level.name).into_owned());
    let area = adder.area.as_ref().and_then(|id| map.area(id));
    let area = area.map(|area| visible(&format!("{} {}", area.id, area.name)).trim_end().to_owned());
    let parts: Vec<String> = level.into_iter().chain(area).collect();
    if parts.is_empty() { lang.words().things.unsorted.to_owned() } else { parts.join(" · ") }
}

/// What the line would do; what the last one did while nothing is typed.
fn lines(lang: Lang, map: &Map, adder: &Adder) -> Vec<(String, Role)> {
    let words = &lang.words().adding;
    if adder.input.value().trim().is_empty() {
        let how = if adder.done.is_empty() { words.how } else { words.next };
        return vec![(adder.done.clone(), Role::Heading), (how.to_owned(), Role::Quiet)];
    }
    let remarks = adder.plan.remarks.iter().map(|remark| (remarked(lang, remark), Role::Unknown));
    // The line does nothing, and its labels would leave no room to say why.
    if adder.plan.too_long() {
        return remarks.collect();
    }
    let mut out = Vec::new();
    let named = |new: bool| {
        let cards = adder.plan.cards.iter().filter(|card| matches!(card.is, Match::New(_)) == new);
        let label = |card: &crate::map::quick::QuickCard| match &card.is {
            Match::There(id) => quoted(&say::label(map, id)),
            Match::New(_) => quoted(&visible(&card.label)),
        };
        cards.map(label).collect::<Vec<_>>().join(", ")
    };
    for (lead, what) in [(words.new, named(true)), (words.there, named(false))] {
        if !what.is_empty() {
            out.push((format!("{lead}: {what}"), Role::Text));
        }
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
    out.extend(remarks);
    out
}

/// Quiet hints on the labels of new cards; of several cards each names its own.
fn advice(lang: Lang, adder: &Adder) -> Vec<String> {
    let new = adder.plan.cards.iter().filter(|card| matches!(card.is, Match::New(_)));
    let all = new.flat_map(|card| hints(&card.label).into_iter().map(move |hint| (card, hint)));
    all.map(|(card, hint)| match adder.plan.cards.len() {
        1 => hint.word(lang).to_owned(),
        _ => format!("{}: {}", quoted(&visible(&card.label)), hint.word(lang)),
    })
    .collect()
}

fn said_link(lang: Lang, adder: &Adder, link: &crate::map::quick::QuickLink) -> String {
    let label = |at: usize| adder.plan.cards.get(at).map_or("", |card| card.label.as_str());
    let (from, to) = (visible(label(link.from)).into_owned(), visible(label(link.to)).into_owned());
    let sign = say::sign_glyph(link.sign);
    let delay = if link.delay { format!(", {}", lang.words().links.after_a_time) } else { String::new() };
    let there = if link.there { format!(" [{}]", lang.words().adding.there) } else { String::new() };
    format!("{from} → {to} ({sign}{delay}){there}")
}

fn remarked(lang: Lang, remark: &Remark) -> String {
    let words = &lang.words().adding;
    let (word, what) = match remark {
        Remark::NoPlace(word) => (word, words.no_place.to_owned()),
        Remark::ManyPlaces(word, ids) => (word, format!("{} {}", words.many_places, ids.join(", "))),
        Remark::SecondPlace(word) => (word, words.second_place.to_owned()),
        Remark::LooseArrow(word) => (word, words.loose_arrow.to_owned()),
        Remark::TooLong(start) => (start, words.too_long.to_owned()),
    };
    format!("{}: {what}", visible(word))
}
