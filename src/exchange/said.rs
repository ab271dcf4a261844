//! What is said of links, chains, loops and steps of journeys when a map goes to paper: titles and readings.
//!
//! Everything it gives is safe to show and escaped for no format.

use std::collections::BTreeMap;

use crate::layout::line::sign_glyph;
use crate::layout::staircase::Walk;
use crate::map::{Link, LinkId, Map, NodeId, Show, Sign};
use crate::text::glyph::UNICODE;
use crate::text::reading::{self, Hop};
use crate::text::words::says::quoted;
use crate::text::words::{capital, paper};
use crate::text::{Lang, visible};

/// What a card is called, safe to show.
#[must_use]
pub fn label(map: &Map, id: &NodeId) -> String {
    let now = map.find_node(id).map_or(id, |(id, _)| id);
    visible(map.name_of(now)).into_owned()
}

/// The link that an id means now, under the ids that its cards have now.
#[must_use]
pub fn link<'a>(map: &'a Map, id: &LinkId) -> Option<&'a Link> {
    let now = |id: &NodeId| map.find_node(id).map(|(id, _)| id.clone());
    map.link(id).or_else(|| map.link(&LinkId { from: now(&id.from)?, to: now(&id.to)?, kind: id.kind }))
}

/// What people call a walk, or that it is a loop or a chain.
#[must_use]
pub fn walk_title(walk: &Walk, lang: Lang) -> String {
    let links = &lang.words().links;
    match (walk.title.is_empty(), walk.closed) {
        (false, _) => visible(&walk.title).into_owned(),
        (true, true) => capital(links.loop_.one),
        (true, false) => capital(links.chain.one),
    }
}

/// The chain or loop that a step of a journey shows; `None` for steps that show something else, and for a loop that
/// is gone.
#[must_use]
pub fn walk_of(map: &Map, show: &Show) -> Option<Walk> {
    match show {
        Show::Loop(id) => {
            let told = map.loops().get(id)?;
            Walk::circle(&told.title, told.links().collect())
        }
        Show::Link(from, ..) => Some(Walk::chain(from.clone(), show.links())),
        Show::Chain(links, end) => {
            let start = links.first().map_or(end, |(first, _)| first).clone();
            Some(Walk::chain(start, show.links()))
        }
        _ => None,
    }
}

/// A row of links in words, in the map's own language: a loop with what it does, a chain link by link. Links of kinds
/// without signs are told by their verb, links that are gone count as missing.
#[must_use]
pub fn reading(map: &Map, walk: &Walk, lang: Lang) -> String {
    let lang = map.lang_or(lang);
    let labels: BTreeMap<&NodeId, String> =
        walk.links.iter().flat_map(|id| [&id.from, &id.to]).map(|id| (id, label(map, id))).collect();
    let hop = |id: &'_ LinkId| {
        let LinkId { from, to, .. } = id;
        let found = link(map, id);
        Hop {
            from: &labels[from],
            to: &labels[to],
            turn: found.map_or(Sign::Unknown, Link::sign_or_unknown).turn(),
            delay: found.is_some_and(|link| link.delay),
            missing: found.is_none_or(|link| link.missing),
        }
    };
    if walk.closed && walk.links.iter().all(|id| id.kind.has_sign()) {
        return reading::circle(lang, &walk.links.iter().map(hop).collect::<Vec<_>>());
    }
    let mut sentences = Vec::new();
    let mut rest = walk.links.as_slice();
    while let Some(first) = rest.first() {
        let signed = rest.iter().take_while(|id| id.kind.has_sign()).count();
        if signed > 0 {
            sentences.push(reading::chain(lang, &rest[..signed].iter().map(hop).collect::<Vec<_>>()));
        } else {
            sentences.push(link_said(map, first, lang));
        }
        rest = &rest[signed.max(1)..];
    }
    sentences.join(" ")
}

/// A link as a sentence, in the language given.
#[must_use]
pub fn link_said(map: &Map, id: &LinkId, lang: Lang) -> String {
    let (from, to) = (label(map, &id.from), label(map, &id.to));
    if !id.kind.has_sign() {
        let missing = link(map, id).is_none_or(|link| link.missing);
        let gone = if missing { format!(" ({})", lang.words().links.missing) } else { String::new() };
        let verb = link(map, id).map_or_else(|| id.kind.word(lang).into(), |link| link.verb(id.kind, lang));
        return format!("{} {verb} {}{gone}.", quoted(&from), quoted(&to));
    }
    let found = link(map, id);
    let hop = Hop {
        from: &from,
        to: &to,
        turn: found.map_or(Sign::Unknown, Link::sign_or_unknown).turn(),
        delay: found.is_some_and(|link| link.delay),
        missing: found.is_none_or(|link| link.missing),
    };
    reading::link(lang, &hop)
}

/// The sign of a link as people read it; empty for kinds without one.
#[must_use]
pub fn sign(map: &Map, id: &LinkId) -> &'static str {
    let sign = link(map, id).map_or(Sign::Unknown, Link::sign_or_unknown);
    if id.kind.has_sign() { sign_glyph(sign, &UNICODE) } else { "" }
}

/// What a step of a journey is about, in a few words; empty for a step that only says something.
#[must_use]
pub fn show_title(map: &Map, show: &Show, lang: Lang) -> String {
    let level = |id| visible(map.level(id).map_or("", |level| level.name.as_str())).into_owned();
    match show {
        Show::Text => String::new(),
        Show::Event(id) | Show::Node(id) | Show::Quote(id, _) => label(map, id),
        Show::Link(from, _, to) => format!("{} → {}", label(map, from), label(map, to)),
        Show::Chain(links, end) => {
            let start = links.first().map_or(end, |(first, _)| first);
            format!("{} … {}", label(map, start), label(map, end))
        }
        Show::Loop(id) => map
            .loops()
            .get(id)
            .map_or_else(|| visible(id.as_str()).into_owned(), |told| visible(&told.title).into_owned()),
        Show::Levels(lower, upper) => format!("{} – {}", level(lower), level(upper)),
        Show::WhatIf(..) => lang.words().places.what_if.to_owned(),
    }
}

/// What a step says beside its remark: somebody's words, or what is tried.
#[must_use]
pub fn show_words(map: &Map, show: &Show, lang: Lang) -> Vec<String> {
    match show {
        Show::Quote(id, source) => {
            let quote =
                map.node(id).and_then(|node| node.sources.get(source)).map(|said| said.quote.as_str());
            let title = map.sources().get(source).map_or("", |source| source.title.as_str());
            let quote = quote.filter(|quote| !quote.is_empty());
            quote
                .map(|quote| format!("«{}» {}", visible(quote), visible(title)).trim_end().to_owned())
                .into_iter()
                .collect()
        }
        Show::WhatIf(changed, steps) => {
            let one = |(id, way): &(NodeId, Sign)| paper::changes(lang, &label(map, id), *way == Sign::Plus);
            let mut said: Vec<String> = changed.iter().map(one).collect();
            said.push(lang.words().doing.step.of(usize::try_from(*steps).unwrap_or(usize::MAX)));
            vec![said.join(", ")]
        }
        _ => Vec::new(),
    }
}
