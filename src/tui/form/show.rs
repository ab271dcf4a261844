//! What a step of a journey can show, in words and as a list to choose from.

use super::Choice;
use crate::map::{Item, Map, NodeId, Show, Sign, Source};
use crate::text::words::capital;
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};
use crate::tui::say;

/// How far a new 'what if' looks, in steps.
const STEPS: u32 = 4;

/// What a step of a journey shows; `None` if there is no such step.
pub(super) fn at(map: &Map, item: &Item, step: usize) -> Option<Show> {
    let Item::Journey(id) = item else { return None };
    let journeys = map.journeys();
    let (_, journey) = journeys.into_iter().find(|(own, _)| *own == id)?;
    Some(journey.steps.get(step)?.show.clone())
}

/// What a step shows, in words, safe to show.
pub(super) fn words(map: &Map, lang: Lang, show: &Show) -> String {
    let all = lang.words();
    let label = |id: &NodeId| say::label(map, id);
    let led = |what: &str, rest: String| format!("{}: {rest}", capital(what));
    match show {
        Show::Text => capital(all.forms.only_remark),
        Show::Event(id) => led(all.forms.event, label(id)),
        Show::Node(id) => led(all.forms.card, label(id)),
        Show::Link(from, kind, to) => {
            led(all.links.link.one, format!("{} {} {}", label(from), kind.word(lang), label(to)))
        }
        Show::Chain(links, end) => {
            let cards: Vec<String> = links.iter().map(|(id, _)| label(id)).chain([label(end)]).collect();
            led(all.links.chain.one, cards.join(" › "))
        }
        Show::Quote(id, source) => {
            let said = map.node(id).and_then(|node| node.sources.get(source)).map_or("", |own| &own.quote);
            let title = map.sources().get(source).map_or(source.as_str(), |own: &Source| &own.title);
            let said = if said.is_empty() { title.to_owned() } else { quoted(said) };
            led(all.fields.quote, format!("{} – {}", label(id), visible(&said)))
        }
        Show::Loop(id) => {
            let title = map.loops().get(id).map_or(id.as_str(), |own| &own.title);
            led(all.links.loop_.one, visible(title).into_owned())
        }
        Show::Levels(from, to) => {
            let name = |id| map.level(id).map_or_else(|| id.to_string(), |own| own.name.clone());
            led(all.forms.levels, visible(&format!("{} – {}", name(from), name(to))).into_owned())
        }
        Show::WhatIf(changed, _) => {
            let said = changed.iter().map(|(id, sign)| format!("{} {}", label(id), grows(lang, *sign)));
            led(all.doing.what_if, said.collect::<Vec<_>>().join(", "))
        }
    }
}

/// What a card does in 'what if'.
pub(super) fn grows(lang: Lang, sign: Sign) -> &'static str {
    let links = &lang.words().links;
    match sign {
        Sign::Plus => links.grows,
        Sign::Minus => links.shrinks,
        Sign::Unknown => links.unknown,
    }
}

/// What a step can show: the remark alone, cards, links, loops, levels, quotes, events, 'what if'. A chain begins as a
/// link and is made longer then; a card of 'what if' grows and can be made to shrink then: else a large map would have
/// too many rows to open at once.
pub(super) fn options(map: &Map, lang: Lang) -> Vec<Choice> {
    let mut nodes: Vec<&NodeId> = map.nodes().map(|(id, _)| id).collect();
    nodes.sort_by_cached_key(|id| say::label(map, id).to_lowercase());
    let mut all = vec![Show::Text];
    all.extend(nodes.iter().map(|&id| Show::Node(id.clone())));
    all.extend(map.links().map(|(id, _)| Show::Link(id.from.clone(), id.kind, id.to.clone())));
    all.extend(map.loops().keys().map(|id| Show::Loop(id.clone())));
    let levels: Vec<_> = map.whole_levels().collect();
    for (at, lower) in levels.iter().enumerate() {
        all.extend(levels[at + 1..].iter().map(|upper| Show::Levels(lower.id.clone(), upper.id.clone())));
    }
    for &id in &nodes {
        let cited = map.node(id).into_iter().flat_map(|node| node.sources.keys());
        all.extend(cited.map(|source| Show::Quote(id.clone(), source.clone())));
    }
    all.extend(nodes.iter().map(|&id| Show::Event(id.clone())));
    all.extend(nodes.iter().map(|&id| Show::WhatIf(vec![(id.clone(), Sign::Plus)], STEPS)));
    all.iter().map(|show| Choice::of(show, &words(map, lang, show))).collect()
}
