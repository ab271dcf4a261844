//! A walk through the map: the cards in order, and the links between them.
//!
//! The walk may name links and cards that are gone from the map: a told loop keeps what people told. What is
//! gone is marked as such and never replaced by something else. No sizes and no places here.

use std::collections::BTreeMap;

use super::card::node_role;
use super::line::{Stroke, sign_glyph, sign_role};
use crate::map::{Certainty, LevelId, Link, LinkId, Map, Node, NodeId, Sign};
use crate::palette::Role;
use crate::text::reading::Hop;
use crate::text::{Glyphs, Lang, cut, visible, width};

/// A row of links that somebody walked or told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// What people call it; empty for a chain that was only walked.
    pub title: String,
    /// Where it begins.
    pub start: NodeId,
    /// The links in order, each one beginning where the one before it ends. Links from the first that does not
    /// are left out.
    pub links: Vec<LinkId>,
    /// Whether the last link leads back to the start.
    pub closed: bool,
    /// Which of its links were taken out since another version that the map is compared with.
    pub since: Option<Since>,
}

/// Links that another version of the map has and the map has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// What that version is called.
    pub base: String,
    /// The links as they were there.
    pub links: BTreeMap<LinkId, Link>,
}

impl Walk {
    /// A chain that somebody walked from a card on; without links it is that card alone.
    #[must_use]
    pub fn chain(start: NodeId, links: Vec<LinkId>) -> Self {
        Self { title: String::new(), start, links, closed: false, since: None }
    }

    /// A loop with its title; `None` for one without links. A row of links that does not come back to where it
    /// began is shown as a chain.
    #[must_use]
    pub fn circle(title: &str, links: Vec<LinkId>) -> Option<Self> {
        let start = links.first()?.from.clone();
        let closed = links.last().is_some_and(|last| last.to == start);
        Some(Self { title: title.to_owned(), start, links, closed, since: None })
    }

    /// The step from which the first missing or lost link leaves: where a room should look first. `None` if all
    /// links are there.
    #[must_use]
    pub fn first_ghost(&self, map: &Map) -> Option<usize> {
        let names = Names::of(map, &self.start, &self.links.iter().collect::<Vec<_>>());
        self.links.iter().position(|id| map.link(&names.link(map, id)).is_none_or(|link| link.missing))
    }
}

/// A card on the way.
#[derive(Clone, Debug)]
pub(super) struct Card {
    pub(super) id: NodeId,
    /// Safe to show.
    pub(super) label: String,
    pub(super) glyph: &'static str,
    pub(super) role: Role,
    /// Its whole level; none for a card without one, or one that is gone.
    pub(super) level: Option<LevelId>,
    /// It is not in the map any more.
    pub(super) gone: bool,
    pub(super) refuted: bool,
}

/// As many cells of a free word as stand on a line.
const WORD: usize = 24;

/// A link on the way.
#[derive(Clone, Debug)]
pub(super) struct Leg {
    /// None on a link of a kind without signs.
    pub(super) sign: Option<Sign>,
    pub(super) delay: bool,
    pub(super) stroke: Stroke,
    pub(super) refuted: bool,
    /// Marked missing, or lost from the map.
    pub(super) ghost: bool,
    /// Lost from the map: a told loop that is broken.
    pub(super) lost: bool,
    /// Taken out since the version that the map is compared with.
    pub(super) taken_out: bool,
    /// What stands on the line beside its sign: that it is missing, or what kind of link it is.
    pub(super) word: Option<String>,
}

impl Leg {
    /// What a link of a map looks like.
    pub(super) fn of(id: &LinkId, link: &Link, lang: Lang) -> Self {
        let kind = (!id.kind.has_sign()).then(|| cut(&link.verb(id.kind, lang), WORD));
        Self {
            sign: id.kind.has_sign().then(|| link.sign_or_unknown()),
            delay: link.delay,
            stroke: Stroke::of(link),
            refuted: link.certainty == Some(Certainty::Refuted),
            ghost: link.missing,
            lost: false,
            taken_out: false,
            word: if link.missing { Some(lang.words().links.missing.to_owned()) } else { kind },
        }
    }

    /// A link that is told of and not in the map.
    fn lost(lang: Lang) -> Self {
        Self {
            sign: Some(Sign::Unknown),
            delay: false,
            stroke: Stroke::Dotted,
            refuted: false,
            ghost: true,
            lost: true,
            taken_out: false,
            word: Some(lang.words().links.missing.to_owned()),
        }
    }

    /// A link that was taken out, with the sign that it had.
    fn taken_out(id: &LinkId, was: &Link, lang: Lang) -> Self {
        Self {
            stroke: Stroke::Dotted,
            ghost: true,
            lost: true,
            taken_out: true,
            word: Some(lang.words().review.taken_out.to_owned()),
            ..Self::of(id, was, lang)
        }
    }

    /// What stands on its line, left to right: that it is refuted, its delay, its word, its sign.
    pub(super) fn marks(&self, glyphs: &Glyphs, line: Role) -> Vec<(String, Role)> {
        let mut marks = Vec::new();
        if self.refuted {
            marks.push((glyphs.struck.to_owned(), line));
        }
        if self.delay {
            marks.push((glyphs.delay.to_owned(), line));
        }
        if let Some(word) = &self.word {
            marks.push((format!(" {word} "), line));
        }
        if let Some(sign) = self.sign {
            marks.push((format!("({})", sign_glyph(sign, glyphs)), sign_role(sign)));
        }
        marks
    }

    /// The cells that its marks take.
    pub(super) fn marks_width(&self) -> u16 {
        let word = self.word.as_ref().map_or(0, |word| width(word) + 2);
        let sign = if self.sign.is_some() { 3 } else { 0 };
        let all = usize::from(self.delay) + usize::from(self.refuted) + word + sign;
        u16::try_from(all).unwrap_or(u16::MAX - 2)
    }
}

/// A walk with everything a picture of it needs.
pub(super) struct Course {
    /// At least one.
    pub(super) cards: Vec<Card>,
    /// One fewer than cards, or as many where the course is closed.
    pub(super) legs: Vec<Leg>,
    pub(super) closed: bool,
    /// The version since which links were taken out, safe to show; empty where none were.
    pub(super) since: String,
}

impl Course {
    pub(super) fn new(map: &Map, walk: &Walk, lang: Lang, glyphs: &'static Glyphs) -> Self {
        let mut at = &walk.start;
        let meeting = walk.links.iter().take_while(|link| {
            let meets = link.from == *at;
            at = &link.to;
            meets
        });
        let links: Vec<&LinkId> = meeting.collect();
        let closed = walk.closed
            && links.len() == walk.links.len()
            && links.last().is_some_and(|last| last.to == walk.start);
        let names = Names::of(map, &walk.start, &links);
        let ids = std::iter::once(&walk.start).chain(links.iter().map(|link| &link.to));
        let mut cards: Vec<Card> = ids.map(|id| card(map, &names, id, glyphs)).collect();
        if closed {
            cards.pop();
        }
        let since = walk.since.as_ref();
        let legs = links.iter().map(|link| leg(map, &names, link, since, lang)).collect();
        let since = since.map_or(String::new(), |since| visible(&since.base).into_owned());
        Self { cards, legs, closed, since }
    }

    /// The card where a leg ends.
    pub(super) fn target(&self, leg: usize) -> usize {
        (leg + 1) % self.cards.len()
    }

    /// The legs as the readings take them.
    pub(super) fn hops(&self) -> Vec<Hop<'_>> {
        let hop = |(at, leg): (usize, &Leg)| Hop {
            from: &self.cards[at].label,
            to: &self.cards[self.target(at)].label,
            turn: leg.sign.unwrap_or(Sign::Unknown).turn(),
            delay: leg.delay,
            missing: leg.ghost,
        };
        self.legs.iter().enumerate().map(hop).collect()
    }

    /// The sign of the whole, missing links taken as if they were there; unknown where one says nothing.
    pub(super) fn sign(&self) -> Sign {
        let signs = self.legs.iter().map(|leg| leg.sign.unwrap_or(Sign::Unknown));
        signs.fold(Sign::Plus, Sign::times)
    }

    /// How many levels it runs through.
    pub(super) fn level_count(&self) -> usize {
        let mut levels: Vec<&LevelId> = self.cards.iter().filter_map(|card| card.level.as_ref()).collect();
        levels.sort();
        levels.dedup();
        levels.len()
    }
}

/// The ids that cards have now, by those they had before: looked up once for a whole walk.
struct Names<'a>(BTreeMap<&'a NodeId, &'a NodeId>);

impl<'a> Names<'a> {
    fn of(map: &'a Map, start: &NodeId, links: &[&LinkId]) -> Self {
        let ends = links.iter().flat_map(|id| [&id.from, &id.to]);
        if ends.chain([start]).all(|id| map.node(id).is_some()) {
            return Self(BTreeMap::new());
        }
        let former = |(id, node): (&'a NodeId, &'a Node)| node.was.iter().map(move |was| (was, id));
        // Of two cards that claim an id the first is taken, as everywhere.
        Self(map.nodes().rev().flat_map(former).collect())
    }

    fn now<'b>(&'b self, map: &Map, id: &'b NodeId) -> &'b NodeId {
        if map.node(id).is_some() { id } else { self.0.get(id).copied().unwrap_or(id) }
    }

    fn link(&self, map: &Map, id: &LinkId) -> LinkId {
        LinkId { from: self.now(map, &id.from).clone(), to: self.now(map, &id.to).clone(), kind: id.kind }
    }
}

fn card(map: &Map, names: &Names, id: &NodeId, glyphs: &'static Glyphs) -> Card {
    let id = names.now(map, id);
    match map.node(id).map(|node| (id, node)) {
        Some((id, node)) => Card {
            id: id.clone(),
            label: visible(map.name_of(id)).into_owned(),
            glyph: node.glyph(glyphs),
            role: node_role(node),
            level: node.level.as_ref().and_then(|level| map.whole_level(level)).map(|level| level.id.clone()),
            gone: false,
            refuted: node.certainty == Some(Certainty::Refuted),
        },
        None => Card {
            id: id.clone(),
            label: visible(id.as_str()).into_owned(),
            glyph: glyphs.missing,
            role: Role::Ghost,
            level: None,
            gone: true,
            refuted: false,
        },
    }
}

fn leg(map: &Map, names: &Names, id: &LinkId, since: Option<&Since>, lang: Lang) -> Leg {
    let id = names.link(map, id);
    if let Some(was) = since.and_then(|since| since.links.get(&id)) {
        return Leg::taken_out(&id, was, lang);
    }
    map.link(&id).map_or_else(|| Leg::lost(lang), |link| Leg::of(&id, link, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkKind, Node};
    use crate::text::glyph::UNICODE;

    fn causes(from: &str, to: &str) -> LinkId {
        LinkId::new(from, LinkKind::Causes, to)
    }

    #[test]
    fn what_is_gone_is_marked_and_former_ids_are_followed() {
        let mut map = Map::new("x");
        let renamed = Node { was: vec!["old".into()], ..Node::new(Kind::Cause, "New") };
        map.insert_node("a".into(), Node::new(Kind::Cause, "A")).expect("new");
        map.insert_node("new".into(), renamed).expect("new");
        map.insert_link(causes("a", "new"), Link::signed(Sign::Minus)).expect("new");
        let links = vec![causes("a", "old"), causes("old", "gone"), causes("gone", "a")];
        let walk = Walk::circle("x", links).expect("has links");
        let course = Course::new(&map, &walk, Lang::En, &UNICODE);
        assert!(course.closed);
        assert_eq!(walk.first_ghost(&map), Some(1));
        let cards: Vec<_> = course.cards.iter().map(|card| (card.label.as_str(), card.gone)).collect();
        assert_eq!(cards, [("A", false), ("New", false), ("gone", true)]);
        let legs: Vec<_> = course.legs.iter().map(|leg| (leg.sign, leg.lost)).collect();
        let (minus, unknown) = (Some(Sign::Minus), Some(Sign::Unknown));
        assert_eq!(legs, [(minus, false), (unknown, true), (unknown, true)]);
    }

    #[test]
    fn a_row_that_breaks_off_is_shown_as_far_as_it_goes() {
        let walk = Walk {
            title: String::new(),
            start: "a".into(),
            links: vec![causes("a", "b"), causes("c", "a")],
            since: None,
            closed: true,
        };
        let course = Course::new(&Map::new("x"), &walk, Lang::En, &UNICODE);
        assert_eq!((course.cards.len(), course.legs.len(), course.closed), (2, 1, false));
    }
}
