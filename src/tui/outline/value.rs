//! What stands in a cell of the outline, and where a row stands when the list is sorted by a column.

use std::collections::BTreeMap;

use super::Column;
use crate::map::words::strength_word;
use crate::map::{Link, LinkId, Map, Node, NodeId, Sign};
use crate::text::order::order_key;
use crate::text::{Glyphs, Lang};
use crate::tui::say;

/// Where a row stands: rows without a value are always last, the others by number and then by letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Whether there is no value.
    pub empty: bool,
    /// The first thing that counts.
    pub number: u64,
    /// The second.
    pub letters: String,
}

impl Key {
    fn number(number: usize) -> Self {
        Self { empty: false, number: number as u64, letters: String::new() }
    }

    /// More comes first.
    fn most(number: usize) -> Self {
        Self { empty: number == 0, ..Self::number(usize::MAX - number) }
    }

    fn letters(text: &str) -> Self {
        Self { empty: text.is_empty(), number: 0, letters: order_key(text) }
    }

    fn place(at: Option<usize>) -> Self {
        Self { empty: at.is_none(), ..Self::number(at.unwrap_or(0)) }
    }
}

/// The place of each card by its label, worked out once for a state of the map: labels are compared many times, and
/// of links there are many more than of cards. Cards with equal labels share a place.
#[derive(Clone, Debug, Default)]
pub struct Ranks(BTreeMap<NodeId, usize>);

impl Ranks {
    /// The places of all cards.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let mut all: Vec<(String, &NodeId)> =
            map.nodes().map(|(id, _)| (order_key(&say::label(map, id)), id)).collect();
        all.sort();
        let same = |pair: &[(String, &NodeId)]| usize::from(pair[0].0 != pair[1].0);
        let steps = std::iter::once(0).chain(all.windows(2).map(same));
        let places = steps.scan(0, |place, step| {
            *place += step;
            Some(*place)
        });
        Self(all.iter().zip(places).map(|((_, id), place)| ((*id).clone(), place)).collect())
    }

    fn key(&self, id: &NodeId) -> Key {
        Key::place(self.0.get(id).copied())
    }
}

/// How many links with a sign lead to a card, and how many lead away. Those that are missing are not counted.
#[must_use]
pub fn ties(map: &Map, id: &NodeId) -> (usize, usize) {
    let signed = |link: &(&LinkId, &Link)| link.0.kind.has_sign() && !link.1.missing;
    (map.links_to(id).filter(signed).count(), map.links_from(id).filter(signed).count())
}

/// How many links with a sign that ought to be there lead to a card or away from it.
#[must_use]
pub fn missing_ties(map: &Map, id: &NodeId) -> usize {
    let missing = |(link, own): &(&LinkId, &Link)| link.kind.has_sign() && own.missing;
    // A link to itself stands on both sides.
    let from = map.links_from(id).filter(|own| own.0.to != *id).filter(missing).count();
    map.links_to(id).filter(missing).count() + from
}

/// What a column says of a card. The label stands alone, its shape is drawn before it. Not yet safe to show.
#[must_use]
pub fn of_card(map: &Map, lang: Lang, glyphs: &Glyphs, column: Column, id: &NodeId, node: &Node) -> String {
    match column {
        Column::Label => say::label(map, id),
        Column::Kind => node.word(lang).to_owned(),
        Column::Level => level_name(map, node).to_owned(),
        Column::Area => node.area.as_ref().map_or("", |area| area.as_str()).to_owned(),
        Column::Certainty => node.certainty.map_or("", |own| own.word(lang)).to_owned(),
        Column::Ties => match ties(map, id) {
            (0, 0) => String::new(),
            (causes, effects) => format!("{causes}{}{effects}", glyphs.arrow),
        },
        Column::Marks => node.marks.iter().map(|&mark| mark.letter(lang)).collect::<Vec<_>>().join(" "),
        Column::Votes => count(node.votes as usize),
        Column::Tags => node.tags.join(", "),
        Column::Sources => count(node.sources.len()),
        Column::Phases => {
            let named = node.phases.iter().filter_map(|id| map.phases().iter().find(|own| own.id == *id));
            named.map(|phase| phase.name.as_str()).collect::<Vec<_>>().join(", ")
        }
        Column::Sector => node.sector.clone(),
        Column::Stage => node.stage.map_or("", |own| own.word(lang)).to_owned(),
        _ => String::new(),
    }
}

/// What a column says of a link.
#[must_use]
pub fn of_link(map: &Map, lang: Lang, glyphs: &Glyphs, column: Column, id: &LinkId, link: &Link) -> String {
    match column {
        Column::From => say::label(map, &id.from),
        Column::To => say::label(map, &id.to),
        Column::Sign if id.kind.has_sign() => format!("({})", say::sign_glyph(link.sign_or_unknown())),
        Column::Sign => format!(" {} ", glyphs.arrow),
        Column::Kind => id.kind.word(lang).to_owned(),
        Column::Delay => (if link.delay { glyphs.delay } else { "" }).to_owned(),
        Column::Strength => {
            link.strength.and_then(|own| strength_word(own, lang)).unwrap_or_default().to_owned()
        }
        Column::Certainty => link.certainty.map_or("", |own| own.word(lang)).to_owned(),
        Column::Missing => (if link.missing { lang.words().links.missing } else { "" }).to_owned(),
        Column::Sources => count(link.sources.len()),
        _ => String::new(),
    }
}

/// Where a card stands. Levels from the top, as on the board; what is counted with the most first.
#[must_use]
pub fn card_key(map: &Map, ranks: &Ranks, column: Column, id: &NodeId, node: &Node) -> Key {
    let by = |at: &dyn Fn() -> Option<usize>| Key::place(at());
    match column {
        Column::Label => ranks.key(id),
        Column::Kind => {
            let role = node.role.map_or(0, |role| role as usize + 1);
            Key::number(node.kind as usize * 16 + role)
        }
        Column::Level => by(&|| {
            let level = node.level.as_ref()?;
            map.levels().iter().rev().position(|own| own.id == *level)
        }),
        Column::Area => by(&|| {
            let area = node.area.as_ref()?;
            map.areas().iter().position(|own| own.id == *area)
        }),
        Column::Certainty => Key::place(node.certainty.map(|own| own as usize)),
        Column::Ties => {
            let (causes, effects) = ties(map, id);
            Key::most(causes + effects)
        }
        Column::Marks => {
            let first = node.marks.iter().min().map_or(0, |&mark| mark as usize);
            let most = Key::most(node.marks.len());
            Key { letters: first.to_string(), ..most }
        }
        Column::Votes => Key::most(node.votes as usize),
        Column::Tags => Key::letters(&node.tags.join(", ")),
        Column::Sources => Key::most(node.sources.len()),
        Column::Phases => by(&|| {
            let phase = node.phases.first()?;
            map.phases().iter().position(|own| own.id == *phase)
        }),
        Column::Sector => Key::letters(&node.sector),
        Column::Stage => Key::place(node.stage.map(|own| own as usize)),
        _ => Key::number(0),
    }
}

/// Where a link stands.
#[must_use]
pub fn link_key(ranks: &Ranks, column: Column, id: &LinkId, link: &Link) -> Key {
    match column {
        Column::From => ranks.key(&id.from),
        Column::To => ranks.key(&id.to),
        Column::Sign => Key::place(id.kind.has_sign().then(|| match link.sign_or_unknown() {
            Sign::Plus => 0,
            Sign::Minus => 1,
            Sign::Unknown => 2,
        })),
        Column::Kind => Key::number(id.kind as usize),
        Column::Delay => Key::place(link.delay.then_some(0)),
        Column::Strength => Key::most(usize::from(link.strength.unwrap_or(0))),
        Column::Certainty => Key::place(link.certainty.map(|own| own as usize)),
        Column::Missing => Key::place(link.missing.then_some(0)),
        Column::Sources => Key::most(link.sources.len()),
        _ => Key::number(0),
    }
}

/// The name of a card's level; empty without one.
fn level_name<'a>(map: &'a Map, node: &Node) -> &'a str {
    node.level.as_ref().and_then(|id| map.level(id)).map_or("", |level| &level.name)
}

fn count(n: usize) -> String {
    if n == 0 { String::new() } else { n.to_string() }
}
