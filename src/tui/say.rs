//! Sentences about what is selected, and the words for what stands on a card or a link.
//!
//! Words of the program are in the program's language; a reading of the map is in the map's own.

use super::circles::Circle;
use super::open::OpenMap;
use crate::analysis::levels::{Heard, Verdict};
use crate::layout::card::node_role;
use crate::map::words::strength_word;
use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, NodeId, Sign};
use crate::palette::Role as Part;
use crate::text::glyph::Glyphs;
use crate::text::reading::{self, Hop};
use crate::text::words::hearing::in_two_parts;
use crate::text::words::says::{and_more, in_loops, loop_does, loop_name, loop_would, quoted, tied_in};
use crate::text::{Lang, visible};
use crate::tui::outline::value::{missing_ties, ties};

/// Keys as a reader of the language calls them: what has no sign printed on it has a name.
#[must_use]
pub fn keys(lang: Lang, written: &str) -> String {
    written.replace("Space", lang.words().doing.space)
}

/// The label of a card, safe to show; its id where it has none or is gone.
#[must_use]
pub fn label(map: &Map, id: &NodeId) -> String {
    visible(map.name_of(id)).into_owned()
}

/// The shape of a card and what part of the picture it is.
#[must_use]
pub fn shape(glyphs: &Glyphs, node: &Node) -> (&'static str, Part) {
    (node.glyph(glyphs), node_role(node))
}

/// How well signals come through, in a word.
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    let links = &lang.words().links;
    match verdict {
        Verdict::Works => links.works,
        Verdict::Weak => links.weak,
        Verdict::NotKnown => links.not_known,
        Verdict::None => links.none,
    }
}

/// The verdict on a step in its one or two parts: `weak in the line, works past it`.
#[must_use]
pub fn heard(lang: Lang, heard: Heard) -> String {
    in_two_parts(lang, verdict(lang, heard.line), heard.past.map(|own| verdict(lang, own)))
}

/// A sign in words: `same direction (+)`.
#[must_use]
pub fn sign(lang: Lang, sign: Sign) -> String {
    format!("{} ({})", sign.word(lang), sign_glyph(sign))
}

/// A sign as one character.
#[must_use]
pub fn sign_glyph(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "−",
        Sign::Unknown => "?",
    }
}

/// What a link says beside its two ends, in words: sign, delay, strength, certainty, and whether it is missing.
#[must_use]
pub fn about_link(lang: Lang, kind: LinkKind, link: &Link) -> Vec<String> {
    let words = lang.words();
    let mut parts = Vec::new();
    if link.missing {
        parts.push(words.links.missing.to_owned());
    }
    if kind.has_sign() {
        parts.push(sign(lang, link.sign_or_unknown()));
    }
    if link.delay {
        parts.push(words.links.after_a_time.to_owned());
    }
    let strength = link.strength.and_then(|strength| strength_word(strength, lang));
    parts.extend(strength.map(str::to_owned));
    parts.extend(link.about.map(|about| about.word(lang).to_owned()));
    parts.extend(link.certainty.map(|certainty| certainty.word(lang).to_owned()));
    parts
}

/// A link as a sentence: its reading if it has a sign, else who does what to whom.
#[must_use]
pub fn link(lang: Lang, map: &Map, id: &LinkId) -> String {
    let (from, to) = (label(map, &id.from), label(map, &id.to));
    let own = map.link(id);
    if id.kind.has_sign() {
        let hop = hop(map, id, &from, &to);
        return reading::link(lang, &hop);
    }
    let verb = own.map_or_else(|| id.kind.word(lang).into(), |link| link.verb(id.kind, lang));
    let missing = own
        .filter(|link| link.missing)
        .map_or(String::new(), |_| format!(" ({})", lang.words().links.missing));
    format!("{} {verb} {}{missing}.", quoted(&from), quoted(&to))
}

fn hop<'a>(map: &Map, id: &LinkId, from: &'a str, to: &'a str) -> Hop<'a> {
    let link = map.link(id);
    Hop {
        from,
        to,
        turn: link.map_or(Sign::Unknown, Link::sign_or_unknown).turn(),
        delay: link.is_some_and(|link| link.delay),
        missing: link.is_none_or(|link| link.missing),
    }
}

/// A chain as sentences. Links without a sign stand as sentences of their own.
#[must_use]
pub fn chain(lang: Lang, map: &Map, links: &[LinkId]) -> String {
    let mut sentences = Vec::new();
    for run in links.chunk_by(|a, b| a.kind.has_sign() == b.kind.has_sign()) {
        if run[0].kind.has_sign() {
            sentences.push(with_hops(map, run, |hops| reading::chain(lang, hops)));
        } else {
            sentences.extend(run.iter().map(|id| link(lang, map, id)));
        }
    }
    sentences.join(" ")
}

/// A loop as sentences, with what it does.
#[must_use]
pub fn circle(lang: Lang, map: &Map, links: &[LinkId]) -> String {
    with_hops(map, links, |hops| reading::circle(lang, hops))
}

fn with_hops(map: &Map, links: &[LinkId], read: impl Fn(&[Hop]) -> String) -> String {
    let labels: Vec<_> = links.iter().map(|id| (label(map, &id.from), label(map, &id.to))).collect();
    let hops: Vec<_> = links.iter().zip(&labels).map(|(id, (from, to))| hop(map, id, from, to)).collect();
    read(&hops)
}

/// The letter of a loop, with its number in the list if it was found there: `R1`, `B`. One that does not run stands in
/// brackets, so that nobody takes it for one that does: `(B1)`.
#[must_use]
pub fn loop_place(lang: Lang, circle: &Circle) -> String {
    let code = match circle.place {
        Some(at) => loop_name(lang, circle.kind, at),
        None => crate::text::words::says::loop_letter(lang, circle.kind).to_owned(),
    };
    circle.standing().marked(&code)
}

/// The same with the name that people gave the loop: `R1 «Rest»`.
#[must_use]
pub fn named_place(lang: Lang, map: &Map, circle: &Circle) -> String {
    match circle.named {
        Some(_) => format!("{} {}", loop_place(lang, circle), quoted(&loop_title(map, circle))),
        None => loop_place(lang, circle),
    }
}

/// What a loop does, or would do if all its links were there.
#[must_use]
pub fn loop_deed(lang: Lang, circle: &Circle) -> String {
    if !circle.runs() { loop_would(lang, circle.kind) } else { loop_does(lang, circle.kind).to_owned() }
}

/// A loop's name as people know it: its title, else its first cards.
#[must_use]
pub fn loop_title(map: &Map, circle: &Circle) -> String {
    match circle.named.as_ref().and_then(|id| map.loops().get(id)) {
        Some(told) => visible(&told.title).into_owned(),
        None => circle.cards().map(|card| short(map, card)).collect::<Vec<_>>().join(" › "),
    }
}

/// A loop's title, or the first three of its cards where it has none.
#[must_use]
pub fn loop_title_short(map: &Map, circle: &Circle) -> String {
    if circle.named.is_some() || circle.links.len() <= 3 {
        return loop_title(map, circle);
    }
    let first: Vec<String> = circle.cards().take(3).map(|card| short(map, card)).collect();
    format!("{} › …", first.join(" › "))
}

/// The short label of a card, safe to show.
#[must_use]
pub fn short(map: &Map, id: &NodeId) -> String {
    match map.node(id) {
        Some(node) if !node.short_label().trim().is_empty() => visible(node.short_label()).into_owned(),
        _ => label(map, id),
    }
}

/// What is known of a card, in short: what it is and where it stands, how it is tied in, which loops it is in: the first
/// `named` of them by the name they have.
#[must_use]
pub fn card_facts(lang: Lang, open: &OpenMap, id: &NodeId, named: usize) -> Vec<String> {
    let map = &open.map;
    let Some(node) = map.node(id) else { return Vec::new() };
    let words = lang.words();
    let mut facts = vec![node.word(lang).to_owned()];
    if node.now.is_some() {
        facts.push(words.things.now_low.to_owned());
    }
    facts.extend(node.area.as_ref().map(|area| visible(area.as_str()).into_owned()));
    facts.push(match node.level.as_ref().and_then(|level| map.level(level)) {
        Some(level) => visible(&level.name).into_owned(),
        None => words.things.unsorted.to_owned(),
    });
    facts.extend(node.certainty.map(|own| own.word(lang).to_owned()));
    if !node.sources.is_empty() {
        facts.push(words.things.source.of(node.sources.len()));
    }
    facts.extend(node.set_words(lang));
    let mut parts = vec![facts.join(" · ")];
    if open.is_besides(id) {
        parts.insert(0, words.listing.outside_filter.to_owned());
    }
    let (into, out) = ties(map, id);
    // A link that ought to be there is no cause and no effect yet.
    let missing = missing_ties(map, id);
    if into + out + missing > 0 || node.kind == Kind::Cause {
        let ghosts =
            if missing > 0 { format!(" · {missing} {}", words.links.missing) } else { String::new() };
        parts.push(format!("{}{ghosts}", tied_in(lang, into, out)));
    }
    let told = |own: &&Circle| own.runs() && own.place.is_some() || own.named.is_some();
    let mut loops: Vec<_> = open.circles.through(id).filter(told).collect();
    // What people named they know by its name; the others by where they stand in the list.
    loops.sort_by_key(|circle| (circle.named.is_none(), circle.kind as u8, circle.place));
    let place = |(at, circle): (usize, &&Circle)| match at < named {
        true => named_place(lang, map, circle),
        false => loop_place(lang, circle),
    };
    let names: Vec<String> = loops.iter().take(5).enumerate().map(place).collect();
    if !names.is_empty() {
        let more = loops.len() - names.len();
        let more = if more > 0 { format!(" {}", and_more(lang, more)) } else { String::new() };
        parts.push(format!("{}{more}", in_loops(lang, &names)));
    }
    parts
}
