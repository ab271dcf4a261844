//! A review: the open map beside another version of it. What the comparison says comes from the worker; here is where one
//! is in it, and what the board shows beside the map: cards that went, as ghosts where they stood.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::base::Base;
use super::open::OpenMap;
use super::question::Question;
use super::say;
use crate::analysis::budget::Budget;
use crate::analysis::compare::{CompareQuery, Comparison, Said, Stroke};
use crate::layout::board::Differing;
use crate::layout::course::Since;
use crate::map::{Item, Link, LinkId, Map, NodeId};
use crate::text::Lang;
use crate::text::words::says::quoted;

/// A review that is on.
#[derive(Clone, Debug)]
pub struct Review {
    /// What the map is compared with.
    pub base: Base,
    /// Tells this base from those before it.
    pub serial: u64,
    /// The row of the cursor.
    pub at: usize,
    /// The card that went and is looked at; then no card of the map is selected.
    pub ghost: Option<NodeId>,
    /// The link that went and is looked at.
    pub gone: Option<LinkId>,
    /// Whether the first row was looked at, once it was there.
    begun: bool,
    shown: Option<(Of, Arc<Map>)>,
    differing: Differing,
    made: u64,
}

/// What the board's map depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Of {
    generation: u64,
    narrowing: u64,
    answers: u64,
}

/// What a comparison came to, free of both maps.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// The version before, with the ids that its cards have now.
    pub before: Arc<Map>,
    /// How the cards of either map differ.
    pub cards: BTreeMap<NodeId, Stroke>,
    /// How links differ.
    pub links: BTreeMap<LinkId, Stroke>,
    said: [Vec<Said>; 2],
    numbers: [String; 2],
}

impl Reviewed {
    /// Compares. The time it takes the budget bounds.
    #[must_use]
    pub fn of(base: &Arc<Map>, map: &Map, budget: &mut Budget<'_>) -> Self {
        let comparison = Comparison::of(base, map, &CompareQuery::default(), budget);
        let (mut cards, mut links) = (BTreeMap::new(), BTreeMap::new());
        for edit in &comparison.change.edits {
            let stroke = match (&edit.field, &edit.new) {
                // Another place in its cell is no news on the card.
                (Some(field), _) if field == "pin" => continue,
                (Some(_), _) => Stroke::Changed,
                (None, Some(_)) => Stroke::Added,
                (None, None) => Stroke::Removed,
            };
            match &edit.item {
                Item::Node(id) => _ = cards.insert(id.clone(), stroke),
                Item::Link(id) => _ = links.insert(id.clone(), stroke),
                _ => {}
            }
        }
        let said = Lang::ALL.map(|lang| comparison.said_apart(lang));
        let numbers = Lang::ALL.map(|lang| comparison.numbers(lang));
        let before = match comparison.before {
            std::borrow::Cow::Borrowed(_) => Arc::clone(base),
            std::borrow::Cow::Owned(map) => Arc::new(map),
        };
        Self { before, cards, links, said, numbers }
    }

    /// What the change means and what was changed, a line for each thing, in the order in which it is read.
    #[must_use]
    pub fn said(&self, lang: Lang) -> &[Said] {
        &self.said[place(lang)]
    }

    /// How many cards and links came, went and changed; empty where none did.
    #[must_use]
    pub fn numbers(&self, lang: Lang) -> &str {
        &self.numbers[place(lang)]
    }
}

fn place(lang: Lang) -> usize {
    Lang::ALL.iter().position(|own| *own == lang).unwrap_or(0)
}

impl Review {
    /// A review against that version, at its first row.
    #[must_use]
    pub fn new(base: Base, serial: u64) -> Self {
        Self {
            base,
            serial,
            at: 0,
            ghost: None,
            gone: None,
            begun: false,
            shown: None,
            differing: Differing::default(),
            made: 0,
        }
    }
}

impl OpenMap {
    /// The question what the map says otherwise than the version it is compared with.
    #[must_use]
    pub fn reviewing(&self) -> Option<Question> {
        self.review.as_ref().map(|review| Question::Review(review.serial))
    }

    /// What the comparison came to, and whether it is from before the last changes; `None` while it is not known.
    #[must_use]
    pub fn reviewed(&self) -> Option<(&Reviewed, bool)> {
        let told = self.answers.review(&self.reviewing()?)?;
        Some((told.what, told.old))
    }

    /// The rows of the list.
    #[must_use]
    pub fn review_rows(&self, lang: Lang) -> &[Said] {
        self.reviewed().map_or(&[], |(reviewed, _)| reviewed.said(lang))
    }

    /// The row of the cursor.
    #[must_use]
    pub fn review_row(&self, lang: Lang) -> Option<&Said> {
        self.review_rows(lang).get(self.review.as_ref()?.at)
    }

    /// Keeps the cursor on a row, and makes the map that the board shows.
    pub fn settle_review(&mut self, lang: Lang) {
        let rows = self.review_rows(lang).len();
        let of =
            Of { generation: self.generation, narrowing: self.narrowing(), answers: self.answers.version() };
        let Some(review) = &self.review else { return };
        if review.shown.as_ref().is_none_or(|(old, _)| *old != of) {
            let map = self.reviewed().map(|(reviewed, _)| {
                let shown = self.narrowed_map();
                (with_ghosts(shown, &self.map, &reviewed.before), differing(&self.map, reviewed))
            });
            let Some(review) = self.review.as_mut() else { return };
            review.made += 1;
            let (map, differing) = map.unzip();
            review.shown = map.map(|map| (of, Arc::new(map)));
            review.differing = differing.unwrap_or_default();
            let ghost = review.ghost.clone();
            // A card that came back is selected as its ghost was.
            match ghost {
                Some(card) if self.map.node(&card).is_some() => self.select(card),
                Some(card) if self.map_under_review().is_none_or(|map| map.node(&card).is_none()) => {
                    self.select_something();
                }
                _ => {}
            }
        }
        if let Some(review) = self.review.as_mut() {
            review.at = review.at.min(rows.saturating_sub(1));
            if review.gone.as_ref().is_some_and(|link| self.map.link(link).is_some()) {
                review.gone = None;
            }
            if !review.begun && rows > 0 {
                review.begun = true;
                self.look_at_row(lang);
            }
        }
    }

    /// The map as the board shows it under review, with ghosts; `None` without a review.
    #[must_use]
    pub fn map_under_review(&self) -> Option<&Arc<Map>> {
        self.review.as_ref()?.shown.as_ref().map(|(_, map)| map)
    }

    /// Which links came and went since the version it is compared with; `None` without a review.
    #[must_use]
    pub fn differing(&self) -> Option<&Differing> {
        self.review.as_ref().map(|review| &review.differing)
    }

    /// Which of these links were taken out since the version it is compared with; `None` where none were.
    #[must_use]
    pub fn taken_out(&self, links: &[LinkId]) -> Option<Since> {
        let (review, (reviewed, _)) = (self.review.as_ref()?, self.reviewed()?);
        let went = links.iter().filter(|id| self.map.link(id).is_none());
        let was = went.filter_map(|id| Some((id.clone(), reviewed.before.link(id)?.clone())));
        let links: BTreeMap<LinkId, Link> = was.collect();
        (!links.is_empty()).then(|| Since { base: review.base.name.clone(), links })
    }

    /// A number that is another one whenever the review shows other ghosts; 0 without a review.
    #[must_use]
    pub fn ghosts_made(&self) -> u64 {
        self.review.as_ref().map_or(0, |review| review.made)
    }

    /// How a card on the board differs from the version it is compared with.
    #[must_use]
    pub fn stroke_of(&self, card: &NodeId) -> Option<Stroke> {
        let (reviewed, _) = self.reviewed()?;
        if self.map.node(card).is_none() {
            return Some(Stroke::Removed);
        }
        // What was put back meanwhile differs no more.
        reviewed.cards.get(card).copied().filter(|stroke| *stroke != Stroke::Removed)
    }

    /// The card that is selected on the board: one of the map, or one that went.
    #[must_use]
    pub fn board_card(&self) -> Option<&NodeId> {
        self.card.as_ref().or_else(|| self.review.as_ref()?.ghost.as_ref())
    }

    /// Of a card that went and is looked at: its label and that it went. Empty where none is.
    #[must_use]
    pub fn ghost_said(&self, lang: Lang) -> String {
        let ghost = self.review.as_ref().and_then(|review| review.ghost.as_ref());
        let Some((ghost, map)) = ghost.zip(self.map_under_review()) else { return String::new() };
        format!("{} {}", quoted(&say::label(map, ghost)), lang.words().review.was_removed)
    }

    /// Selects a card where only one that went was looked at.
    pub fn select_something(&mut self) {
        if self.card.is_none() {
            self.card = self.map.nodes().next().map(|(id, _)| id.clone());
        }
        if let Some(review) = self.review.as_mut() {
            review.ghost = None;
        }
    }

    /// Looks at a card that went. Nothing of the map is selected then, so that no command changes what is not meant.
    /// Gives whether there is such a card.
    pub fn look_at_ghost(&mut self, card: &NodeId) -> bool {
        let there = self.map_under_review().is_some_and(|map| map.node(card).is_some());
        if !there || self.map.node(card).is_some() {
            return false;
        }
        if let Some(review) = self.review.as_mut() {
            review.ghost = Some(card.clone());
            review.gone = None;
        }
        (self.card, self.link) = (None, None);
        true
    }

    /// Shows on the board what the row of the cursor is about; where that has no place there, the first change that it
    /// comes from. Gives whether anything of it stands there.
    pub fn look_at_row(&mut self, lang: Lang) -> bool {
        let Some(row) = self.review_row(lang) else { return false };
        let from = row.from.iter().map(|source| source.item.clone());
        let items: Vec<Item> = row.at.iter().cloned().chain(from).collect();
        items.iter().any(|item| self.look_at(item))
    }

    /// Shows on the board what a row is about, as far as it stands there. Gives whether it does.
    pub fn look_at(&mut self, item: &Item) -> bool {
        if let Some(review) = self.review.as_mut() {
            review.gone = None;
        }
        match item {
            Item::Node(id) if self.map.node(id).is_some() => self.select(id.clone()),
            Item::Node(id) => return self.look_at_ghost(id),
            Item::Link(id) => {
                let ends = [&id.from, &id.to];
                let there = ends.into_iter().find(|end| self.map.node(end).is_some());
                match there {
                    Some(end) => self.select(end.clone()),
                    None => _ = self.look_at_ghost(&id.from),
                }
                if self.map.link(id).is_some() {
                    self.link = Some(id.clone());
                } else if let Some(review) = self.review.as_mut() {
                    review.gone = Some(id.clone());
                }
            }
            _ => return false,
        }
        true
    }
}

/// The links that came and those that went.
fn differing(map: &Map, reviewed: &Reviewed) -> Differing {
    let went = reviewed.before.links().map(|(id, _)| id).filter(|id| map.link(id).is_none());
    let came = map.links().map(|(id, _)| id).filter(|id| reviewed.before.link(id).is_none());
    Differing { came: came.cloned().collect(), went: went.cloned().collect() }
}

/// A map with what it lacks of another one: cards where they stood if there is still such a place, and links, which count
/// for nothing and are drawn as missing ones are. `whole` is the map that says what is lacking.
fn with_ghosts(shown: &Map, whole: &Map, before: &Map) -> Map {
    let mut map = shown.clone();
    for (id, node) in before.nodes().filter(|(id, _)| whole.node(id).is_none()) {
        let mut ghost = node.clone();
        ghost.level = ghost.level.filter(|level| map.level(level).is_some());
        ghost.area = ghost.area.filter(|area| map.area(area).is_some());
        ghost.phases.retain(|phase| map.phases().iter().any(|own| own.id == *phase));
        map.insert_node(id.clone(), ghost).expect("the map lacks it");
    }
    for (id, link) in before.links().filter(|(id, _)| whole.link(id).is_none()) {
        if map.node(&id.from).is_some() && map.node(&id.to).is_some() && map.link(id).is_none() {
            map.insert_link(id.clone(), Link { missing: true, ..link.clone() }).expect("both ends are there");
        }
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, LinkKind, Node, Sign};

    fn map(cards: &[&str], links: &[(&str, &str)]) -> Map {
        let mut map = Map::new("x");
        for card in cards {
            map.insert_node((*card).into(), Node::new(Kind::Cause, *card)).expect("new");
        }
        for (from, to) in links {
            let link = LinkId::new(*from, LinkKind::Causes, *to);
            map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
        }
        map
    }

    #[test]
    fn what_went_stands_on_the_board_and_counts_for_nothing() {
        let before = map(&["a", "b", "c"], &[("a", "b"), ("b", "c"), ("c", "a")]);
        let now = map(&["a", "c", "d"], &[("c", "d")]);
        let shown = with_ghosts(&now, &now, &before);
        let cards: Vec<&str> = shown.nodes().map(|(id, _)| id.as_str()).collect();
        assert_eq!(cards, ["a", "b", "c", "d"]);
        let (runs, missing): (Vec<_>, Vec<_>) = shown.links().partition(|(_, link)| link.counts());
        assert_eq!((runs.len(), missing.len()), (1, 3));
    }

    #[test]
    fn a_comparison_says_which_cards_and_links_differ_and_how() {
        let before = Arc::new(map(&["a", "b", "c"], &[("a", "b")]));
        let mut now = map(&["a", "c", "d"], &[("c", "d")]);
        now.apply(&crate::map::verb::rename(&now, &"c".into(), "Sea").expect("another").change)
            .expect("fits");
        let reviewed = Reviewed::of(&before, &now, &mut Budget::steps(10_000));
        let cards: Vec<(&str, Stroke)> = reviewed.cards.iter().map(|(id, own)| (id.as_str(), *own)).collect();
        assert_eq!(cards, [("b", Stroke::Removed), ("c", Stroke::Changed), ("d", Stroke::Added)]);
        assert_eq!(reviewed.links.len(), 2);
        assert!(!reviewed.said(Lang::En).is_empty());
        assert_eq!(reviewed.said(Lang::En).len(), reviewed.said(Lang::Nb).len());
    }
}
