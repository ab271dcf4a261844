//! The map as headings and lists: what people read who do not see the picture, and what the page shows of a chosen card.

use serde::Serialize;

use super::Names;
use crate::exchange::said;
use crate::map::{Amount, Link, LinkId, Map, Node, NodeId};
use crate::text::words::capital;
use crate::text::{Lang, visible};

/// A level with its cards.
#[derive(Serialize)]
pub(super) struct Level {
    title: String,
    cards: Vec<Card>,
}

/// A card.
#[derive(Serialize)]
struct Card {
    name: String,
    label: String,
    facts: String,
    note: Vec<String>,
    groups: Vec<Group>,
}

/// Links or sources of a card under their heading.
#[derive(Serialize)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

/// A line of a group; it leads to another card, or nowhere.
#[derive(Serialize)]
struct Row {
    text: String,
    to: Option<String>,
}

/// The levels from the top, parts by themselves, and last the cards without one. Levels without cards are left out.
pub(super) fn levels(map: &Map, names: &Names, lang: Lang) -> Vec<Level> {
    let mut levels: Vec<Level> = map
        .levels()
        .iter()
        .rev()
        .map(|level| {
            let here = map.nodes().filter(|(_, node)| node.level.as_ref() == Some(&level.id));
            Level {
                title: visible(&level.name).into_owned(),
                cards: here.map(|(id, node)| card(map, names, id, node, lang)).collect(),
            }
        })
        .collect();
    let placed = |node: &Node| node.level.as_ref().is_some_and(|level| map.level(level).is_some());
    let rest = map.nodes().filter(|(_, node)| !placed(node));
    levels.push(Level {
        title: lang.words().places.no_level.to_owned(),
        cards: rest.map(|(id, node)| card(map, names, id, node, lang)).collect(),
    });
    levels.retain(|level| !level.cards.is_empty());
    levels
}

fn card(map: &Map, names: &Names, id: &NodeId, node: &Node, lang: Lang) -> Card {
    let words = lang.words();
    let mut facts = vec![node.word(lang).to_owned()];
    facts.extend((node.now == Some(Amount::Low)).then(|| words.things.now_low.to_owned()));
    if let Some(area) = node.area.as_ref().and_then(|area| map.area(area)) {
        facts.push(visible(if area.name.is_empty() { area.id.as_str() } else { &area.name }).into_owned());
    }
    facts.extend(node.certainty.map(|certainty| certainty.word(lang).to_owned()));
    facts.extend(node.stance.map(|stance| stance.word(lang).to_owned()));
    facts.extend(node.influence.map(|influence| format!("{} {influence}", words.people.influence)));
    let shown = |lines: &[String]| -> Vec<Row> {
        lines.iter().map(|line| Row { text: visible(line).into_owned(), to: None }).collect()
    };
    let into: Vec<_> = map.links_to(id).map(|(link, own)| row(map, names, link, own, true, lang)).collect();
    let out: Vec<_> = map.links_from(id).map(|(link, own)| row(map, names, link, own, false, lang)).collect();
    let cited = node.sources.iter().map(|(source, citation)| {
        let title = map.sources().get(source).map_or(source.as_str(), |source| source.title.as_str());
        let quote = if citation.quote.is_empty() {
            String::new()
        } else {
            format!(": «{}»", visible(&citation.quote))
        };
        Row { text: format!("{}{quote}", visible(title)), to: None }
    });
    let groups = [
        (words.places.causes.to_owned(), into),
        (words.places.effects.to_owned(), out),
        (capital(words.people.needs_to_know), shown(&node.needs_to_know)),
        (capital(words.people.wants_part), shown(&node.wants_part)),
        (words.places.sources.to_owned(), cited.collect()),
    ];
    Card {
        name: names.get(id).cloned().unwrap_or_default(),
        label: visible(map.name_of(id)).into_owned(),
        facts: facts.join(" · "),
        note: node.note.iter().map(|line| visible(line).into_owned()).collect(),
        groups: groups
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(title, rows)| Group { title, rows })
            .collect(),
    }
}

/// A link from where one stands: its sign and the card at the other end, or who does what to whom.
fn row(map: &Map, names: &Names, id: &LinkId, link: &Link, comes_in: bool, lang: Lang) -> Row {
    let words = &lang.words().links;
    let sign = said::sign(map, id);
    let other = if comes_in { &id.from } else { &id.to };
    let (label, verb) = (said::label(map, other), || link.verb(id.kind, lang));
    let mut text = match (sign.is_empty(), comes_in) {
        (false, _) => format!("({sign}) {label}"),
        (true, true) => format!("{label} {}", verb()),
        (true, false) => format!("{} {label}", verb()),
    };
    for (is_so, word) in [(link.delay, words.after_a_time), (link.missing, words.missing)] {
        if is_so {
            text.push_str(", ");
            text.push_str(word);
        }
    }
    if let Some(certainty) = link.certainty {
        text.push_str(", ");
        text.push_str(certainty.word(lang));
    }
    Row { text, to: names.get(other).cloned() }
}
