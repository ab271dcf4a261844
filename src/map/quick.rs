//! The quick notation: a line of text as cards and links, as fast as people talk.
//!
//! `a -> b -| c` is two links; `->` is the same direction, `-o` or `-|` the opposite, `-?` unknown, and one more
//! dash is a delay: `-->`. An arrow has blanks on both sides. `/level` and `#area` stand at the end of the card they
//! are for, and are places only if they name one; else they belong to the label, and the plan says so. A label in
//! double quotes is taken as it stands.
//!
//! A [`QuickPlan`] says what a line would do, for a preview at every key; [`QuickPlan::deed`] does it. Only an
//! equal label ever means a card that is there; near ones are offered and never taken.

mod line;
mod near;
mod place;

use line::{Arrow, Word, parts};
pub use near::Labels;
use place::{Named, Place};

use super::change::Edit;
use super::fold::fold;
use super::graph::Map;
use super::id::{AreaId, LevelId, NodeId};
use super::item::Item;
use super::limits::{LONGEST_LABEL, longer};
use super::link::{Link, LinkId, LinkKind, Sign};
use super::node::{Certainty, Kind, Node};
use super::slug::free_slug;
use super::value::Value;
use super::verb::{Deed, Verb, add_area, add_level, move_node};

/// What a card of the line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// A node that is there: its label is equal.
    There(NodeId),
    /// A new one; the nodes that it may have meant, nearest first.
    New(Vec<NodeId>),
}

/// A card of the line. One that the line names twice is there once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickCard {
    /// The label as typed.
    pub label: String,
    /// The level it was given.
    pub level: Option<LevelId>,
    /// The area it was given.
    pub area: Option<AreaId>,
    /// What it is.
    pub is: Match,
}

/// A link of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickLink {
    /// Where it starts, as a place in [`QuickPlan::cards`].
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// `acts_on` from a measure that is there, else `causes`.
    pub kind: LinkKind,
    /// Its sign.
    pub sign: Sign,
    /// Whether it takes a time.
    pub delay: bool,
    /// How well founded.
    pub certainty: Option<Certainty>,
    /// Whether the map has such a link; it is then left as it is.
    pub there: bool,
}

/// Something that the line's writer may have meant otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// No level or area is called so: the words belong to the label. The names that may have been meant, nearest first.
    NoPlace(String, Vec<String>),
    /// Several levels or areas begin so, by name: the word belongs to the label.
    ManyPlaces(String, Vec<String>),
    /// The beginning of a place, `/` or `/The`, and the names that it may become: still part of the label.
    Begun(String, Vec<String>),
    /// The card has a level, or an area, already: the word belongs to the label.
    SecondPlace(String),
    /// The arrow has no card on one side and makes no link.
    LooseArrow(String),
    /// The label, of which this is the beginning, is longer than a file may hold: the line does nothing.
    TooLong(String),
}

/// What a line would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuickPlan {
    /// The cards in the order of the line.
    pub cards: Vec<QuickCard>,
    /// The links in the order of the line.
    pub links: Vec<QuickLink>,
    /// What may have been meant otherwise, in the order of the line.
    pub remarks: Vec<Remark>,
}

/// What the line would do to the map. A blank line does nothing. O(nodes) for each card.
#[must_use]
pub fn plan(map: &Map, text: &str) -> QuickPlan {
    plan_among(map, &Labels::of(map), text)
}

/// The same with the labels of the map at hand.
#[must_use]
pub fn plan_among(map: &Map, labels: &Labels, text: &str) -> QuickPlan {
    let mut plan = QuickPlan::default();
    let mut before: Option<usize> = None;
    let mut arrow: Option<(&str, Arrow)> = None;
    for (words, next) in parts(text) {
        let card = plan.take_card(map, labels, &words);
        match (before, arrow, card) {
            (Some(from), Some((_, arrow)), Some(to)) => plan.take_link(map, from, to, arrow),
            (_, Some((typed, _)), _) => plan.remarks.push(Remark::LooseArrow(typed.to_owned())),
            _ => {}
        }
        before = card;
        arrow = next;
    }
    plan
}

impl QuickPlan {
    /// The same as people say it in a room: they say 'leads to' before they have judged a sign, so every new +
    /// is a hypothesis.
    #[must_use]
    pub fn as_said(mut self) -> Self {
        for link in self.links.iter_mut().filter(|link| link.sign == Sign::Plus) {
            link.certainty = Some(Certainty::Hypothesis);
        }
        self
    }

    /// The levels and areas that the line names, and that could be made since nothing on the map is called nearly so:
    /// the mark `/` or `#` and the name, each once.
    #[must_use]
    pub fn unknown(&self) -> Vec<(char, &str)> {
        let mut out: Vec<(char, &str)> = Vec::new();
        for remark in &self.remarks {
            let Remark::NoPlace(typed, near) = remark else { continue };
            let mut letters = typed.chars();
            let Some(mark) = letters.next().filter(|_| near.is_empty()) else { continue };
            let name = letters.as_str().trim();
            let again = out.iter().any(|(other, own)| *other == mark && fold(own) == fold(name));
            if !name.is_empty() && !again {
                out.push((mark, name));
            }
        }
        out
    }

    /// Makes the levels and areas of [`QuickPlan::unknown`], as one deed; levels come on top, areas behind. `None` if
    /// there are none, or no room for one of them.
    #[must_use]
    pub fn make_places(&self, map: &Map) -> Option<Deed> {
        let (mut frame, mut deeds) = (Map::new("").with_frame(map.frame()), Vec::new());
        let unknown = self.unknown();
        for (mark, name) in &unknown {
            // A short word is what people call an area by, as its code.
            let code = Some(*name).filter(|name| name.chars().count() <= 3);
            let deed = match mark {
                '/' => add_level(&frame, name)?.1,
                _ => add_area(&frame, code, name)?.1,
            };
            frame.apply(&deed.change).ok()?;
            deeds.push(deed);
        }
        let what = unknown.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
        (!deeds.is_empty()).then(|| Deed::join(Verb::Add, what, deeds))
    }

    /// Whether a label is longer than a file may hold.
    #[must_use]
    pub fn too_long(&self) -> bool {
        self.cards.iter().any(|card| longer(&card.label, LONGEST_LABEL))
    }

    /// The deed: new cards as causes, new links, and places for cards that are there already. `None` if there is
    /// nothing to do, or a label is too long.
    #[must_use]
    pub fn deed(&self, map: &Map) -> Option<Deed> {
        if self.too_long() {
            return None;
        }
        let mut edits = Vec::new();
        let mut ids: Vec<NodeId> = Vec::new();
        let mut new_labels = Vec::new();
        for card in &self.cards {
            match &card.is {
                Match::There(id) => {
                    let node = map.node(id)?;
                    let level = card.level.as_ref().or(node.level.as_ref());
                    let area = card.area.as_ref().or(node.area.as_ref());
                    edits.extend(
                        move_node(map, id, level, area).into_iter().flat_map(|deed| deed.change.edits),
                    );
                    ids.push(id.clone());
                }
                Match::New(_) => {
                    let taken = |text: &str| {
                        map.find_node(&text.into()).is_some() || ids.iter().any(|id| id.as_str() == text)
                    };
                    let id = free_slug(&card.label, taken);
                    let node = Node {
                        level: card.level.clone(),
                        area: card.area.clone(),
                        ..Node::new(Kind::Cause, &card.label)
                    };
                    edits.push(Edit::add(Item::Node(id.clone()), Value::of(&node)));
                    new_labels.push(card.label.as_str());
                    ids.push(id);
                }
            }
        }
        let mut connected = None;
        for link in self.links.iter().filter(|link| !link.there) {
            let id = LinkId { from: ids[link.from].clone(), to: ids[link.to].clone(), kind: link.kind };
            let value = Link { delay: link.delay, certainty: link.certainty, ..Link::signed(link.sign) };
            edits.push(Edit::add(Item::Link(id), Value::of(&value)));
            let label = |card: usize| &self.cards[card].label;
            connected.get_or_insert_with(|| format!("{} → {}", label(link.from), label(link.to)));
        }
        if edits.is_empty() {
            return None;
        }
        let (verb, what) = match (new_labels.is_empty(), connected) {
            (false, _) => (Verb::Add, new_labels.join(", ")),
            (true, Some(link)) => (Verb::Connect, link),
            (true, None) => (Verb::Move, self.cards[0].label.clone()),
        };
        Some(Deed::new(verb, what, edits).of(new_labels.len().max(1)))
    }

    /// Takes the card that the words name; `None` for no words.
    fn take_card(&mut self, map: &Map, labels: &Labels, words: &[Word<'_>]) -> Option<usize> {
        let (mut level, mut area) = (None, None);
        let mut end = words.len();
        // Tags that name nothing, the last one first: they stay in the label, and what stands before them may be one.
        let mut kept: Vec<&[Word<'_>]> = Vec::new();
        let mut told = Vec::new();
        while let Some((start, word, named)) = Place::at_end(map, &words[..end]) {
            let remark = match named {
                Named::One(Place::Level(id)) if level.is_none() => {
                    level = Some(id);
                    None
                }
                Named::One(Place::Area(id)) if area.is_none() => {
                    area = Some(id);
                    None
                }
                Named::One(_) => Some(Remark::SecondPlace(word)),
                Named::Many(names) => Some(Remark::ManyPlaces(word, names)),
                Named::Begun(names) => Some(Remark::Begun(word, names)),
                Named::Nothing(near) => Some(Remark::NoPlace(word, near)),
            };
            if let Some(remark) = remark {
                let unfinished = matches!(remark, Remark::Begun(..));
                told.push(remark);
                if unfinished {
                    break;
                }
                kept.push(&words[start..end]);
            }
            end = start;
        }
        if told.iter().all(|remark| matches!(remark, Remark::NoPlace(..)))
            && let Some((typed, near)) = place::stray(map, &words[..end])
        {
            told.push(Remark::NoPlace(typed, near));
        }
        self.remarks.extend(told.into_iter().rev());
        let all: Vec<&Word<'_>> =
            words[..end].iter().chain(kept.iter().rev().flat_map(|words| words.iter())).collect();
        let label = match all.as_slice() {
            [] => return None,
            [Word { text, quoted: true }] => (*text).to_owned(),
            _ => all.iter().map(|word| word.typed()).collect::<Vec<_>>().join(" "),
        };
        let folded = fold(&label);
        if let Some(at) = self.cards.iter().position(|card| fold(&card.label) == folded) {
            let card = &mut self.cards[at];
            card.level = card.level.take().or(level);
            card.area = card.area.take().or(area);
            return Some(at);
        }
        // What is like a label of that length need not be looked for: none is.
        let is = if longer(&label, LONGEST_LABEL) {
            self.remarks.push(Remark::TooLong(label.chars().take(40).collect()));
            Match::New(Vec::new())
        } else {
            labels.find(&label)
        };
        self.cards.push(QuickCard { label, level, area, is });
        Some(self.cards.len() - 1)
    }

    fn take_link(&mut self, map: &Map, from: usize, to: usize, arrow: Arrow) {
        let kind = match self.id(from).and_then(|id| map.node(id)) {
            Some(node) if node.kind == Kind::Measure => LinkKind::ActsOn,
            _ => LinkKind::Causes,
        };
        let in_line = self.links.iter().any(|link| (link.from, link.to, link.kind) == (from, to, kind));
        let in_map = self.id(from).zip(self.id(to)).is_some_and(|(from, to)| {
            map.link(&LinkId { from: from.clone(), to: to.clone(), kind }).is_some()
        });
        let Arrow { sign, delay } = arrow;
        self.links.push(QuickLink { from, to, kind, sign, delay, certainty: None, there: in_line || in_map });
    }

    fn id(&self, card: usize) -> Option<&NodeId> {
        match &self.cards[card].is {
            Match::There(id) => Some(id),
            Match::New(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
