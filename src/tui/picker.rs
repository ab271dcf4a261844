//! Picking another card: by letters that stand on every card in sight, or by name. What is done with it is said
//! beforehand: a link with its kind and sign, or a merge.

use super::pane::{Hit, Search, find_cards};
use crate::file::fits::{runs_between, usual_link};
use crate::layout::canvas::Area;
use crate::map::{Kind, Link, LinkId, LinkKind, Map, NodeId, Sign, fold};

/// Letters for cards: those under the fingers first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";
/// Up to so many cards one letter each is easy to find.
const ONE_LETTER: usize = 20;
/// Cards narrower than this have no room for letters of their own.
const LEAST: u16 = 4;

/// What is to be done with the card that is picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A link.
    Link(Draft),
    /// To make one card of two.
    Merge,
}

/// A link that still lacks its other end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its kind; `None` for the one that is usual between its two ends.
    pub kind: Option<LinkKind>,
    /// Its sign, if its kind has one.
    pub sign: Sign,
    /// Whether it takes a time.
    pub delay: bool,
    /// Whether it ought to be there and is not.
    pub missing: bool,
    /// Whether it runs from the card that is picked.
    pub turned: bool,
    /// Whether another one follows it.
    pub again: bool,
}

impl Draft {
    /// A + of the usual kind.
    #[must_use]
    pub fn new(again: bool) -> Self {
        Self { kind: None, sign: Sign::Plus, delay: false, missing: false, turned: false, again }
    }

    /// The link between two cards; `None` where its kind does not fit them, or one is not there.
    #[must_use]
    pub fn link(&self, map: &Map, from: &NodeId, other: &NodeId) -> Option<LinkId> {
        let (from, to) = if self.turned { (other, from) } else { (from, other) };
        let (start, end) = (map.node(from)?, map.node(to)?);
        match self.kind {
            None => usual_link(map, from, to),
            Some(kind) => runs_between(kind, start.kind, end.kind).then(|| LinkId {
                from: from.clone(),
                to: to.clone(),
                kind,
            }),
        }
    }

    /// What the link says beside its ends.
    #[must_use]
    pub fn value(&self, kind: LinkKind) -> Link {
        let sign = kind.has_sign().then_some(self.sign);
        Link { sign, delay: self.delay, missing: self.missing, ..Link::default() }
    }

    /// The next kind that a card of that kind can have; after the last one the usual one again.
    pub fn next_kind(&mut self, own: Kind) {
        let fits = |kind: LinkKind| {
            let between = |other: Kind| match self.turned {
                false => runs_between(kind, own, other),
                true => runs_between(kind, other, own),
            };
            Kind::ALL.iter().any(|&other| other != Kind::Note && between(other))
        };
        let all: Vec<LinkKind> = LinkKind::ALL.iter().copied().filter(|&kind| fits(kind)).collect();
        self.kind = match self.kind.map(|kind| all.iter().position(|&own| own == kind)) {
            None => all.first().copied(),
            Some(at) => at.and_then(|at| all.get(at + 1)).copied(),
        };
    }
}

/// One card is there, another one is wanted.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The card that is there.
    pub from: NodeId,
    /// What is to be done with both.
    pub aim: Aim,
    /// The letters typed so far.
    pub typed: String,
    /// The list of names, while it is open.
    pub names: Option<Names>,
    /// What came of the last key; empty for nothing.
    pub said: String,
}

/// The cards that may be meant, by name.
#[derive(Clone, Debug)]
pub struct Names {
    /// The field and what it found.
    pub search: Search<NodeId>,
    /// Only these; empty for all.
    pub only: Vec<NodeId>,
    /// The label that a new card would get; empty where none is offered.
    pub new: String,
}

impl Picker {
    /// Nothing is typed yet.
    #[must_use]
    pub fn new(from: NodeId, aim: Aim) -> Self {
        Self { from, aim, typed: String::new(), names: None, said: String::new() }
    }

    /// Whether a card may be picked.
    #[must_use]
    pub fn takes(&self, map: &Map, card: &NodeId) -> bool {
        *card != self.from
            && match &self.aim {
                Aim::Link(draft) => draft.link(map, &self.from, card).is_some(),
                Aim::Merge => map.node(card).is_some(),
            }
    }

    /// Opens the list of names: of some cards, or of all where none are given.
    pub fn open_names(&mut self, map: &Map, only: Vec<NodeId>) {
        self.typed.clear();
        self.said.clear();
        self.names = Some(Names { search: Search::new(Vec::new()), only, new: String::new() });
        self.look(map);
    }

    /// Looks for what is typed in the list of names.
    pub fn look(&mut self, map: &Map) {
        let Some(names) = &self.names else { return };
        let query = names.search.input.value().trim().to_owned();
        let mut found: Vec<Hit<NodeId>> = find_cards(map, &query);
        found.retain(|hit| {
            (names.only.is_empty() || names.only.contains(&hit.what)) && self.takes(map, &hit.what)
        });
        let folded = fold(&query);
        let may_be_new = matches!(self.aim, Aim::Link(_)) && !folded.is_empty() && names.only.is_empty();
        let there = || map.nodes().any(|(_, node)| fold(&node.label) == folded);
        let new = if may_be_new && !there() { query } else { String::new() };
        if let Some(names) = self.names.as_mut() {
            names.search.show(found);
            names.new = new;
        }
    }

    /// Moves the cursor of the list of names.
    pub fn go(&mut self, rows: isize) {
        if let Some(names) = self.names.as_mut() {
            let last = names.rows().saturating_sub(1);
            names.search.at = names.search.at.saturating_add_signed(rows).min(last);
        }
    }
}

impl Names {
    /// How many rows there are, that of a new card included.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.search.found.len() + usize::from(!self.new.is_empty())
    }
}

/// Letters on a picture: for one card, or for several that have no room of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What to type.
    pub letters: String,
    /// Where the cards stand.
    pub area: Area,
    /// The cards, in reading order.
    pub cards: Vec<NodeId>,
}

/// Letters for the cards of a picture, in reading order, so that no row of letters begins another. Cards too narrow
/// for letters share those of the ones they touch. A card that is there twice has letters once.
#[must_use]
pub fn tags<'a>(spots: impl Iterator<Item = (Area, &'a NodeId)>) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    // Where the last row of a heap ends.
    let mut ends: Vec<(u16, u16)> = Vec::new();
    for (area, card) in spots {
        if tags.iter().any(|tag| tag.cards.contains(card)) {
            continue;
        }
        let narrow = area.width < LEAST;
        let heap = tags.iter().zip(&ends).rposition(|(tag, &(x, y))| {
            let heap = tag.area.width < LEAST || tag.cards.len() > 1;
            let touches = (area.x == x && area.y == y) || (area.x == tag.area.x && area.y == y + 1);
            narrow && heap && touches
        });
        let end = (area.x + area.width, area.y + area.height.saturating_sub(1));
        match heap {
            Some(at) => {
                tags[at].area.width = tags[at].area.width.max(end.0 - tags[at].area.x);
                tags[at].area.height = end.1 + 1 - tags[at].area.y;
                tags[at].cards.push(card.clone());
                ends[at] = end;
            }
            None => {
                tags.push(Tag { letters: String::new(), area, cards: vec![card.clone()] });
                ends.push(end);
            }
        }
    }
    let letters = letters(tags.len());
    // More cards than two letters can name are found by name only.
    tags.truncate(letters.len());
    for (tag, letters) in tags.iter_mut().zip(letters) {
        tag.letters = letters;
    }
    tags
}

/// So many rows of letters, all of one length: one letter for few, two for more, as near to the fingers as can be.
fn letters(wanted: usize) -> Vec<String> {
    let all: Vec<char> = LETTERS.chars().collect();
    if wanted <= ONE_LETTER {
        return all[..wanted].iter().map(char::to_string).collect();
    }
    let used = (1..=all.len()).find(|used| used * used >= wanted).unwrap_or(all.len());
    let pairs = all[..used].iter().flat_map(|a| all[..used].iter().map(move |b| format!("{a}{b}")));
    pairs.take(wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_of_letters_begins_another() {
        for wanted in [0, 1, 2, 20, 21, 81, 82, 676, 700] {
            let rows = letters(wanted);
            assert_eq!(rows.len(), wanted.min(676), "{wanted}");
            for (at, one) in rows.iter().enumerate() {
                assert!(rows[at + 1..].iter().all(|other| !other.starts_with(one.as_str())), "{one}");
                assert!(one.len() == if wanted <= ONE_LETTER { 1 } else { 2 }, "{one}");
            }
        }
        assert_eq!(letters(25)[..7], ["aa", "as", "ad", "af", "ag", "sa", "ss"]);
    }

    #[test]
    fn shapes_that_touch_share_their_letters() {
        let at = |x, y, width| Area { x, y, width, height: 1 };
        let spots = [
            (at(4, 1, 9), "wide"),
            (at(20, 1, 1), "a"),
            (at(21, 1, 1), "b"),
            (at(24, 1, 1), "c"),
            (at(4, 2, 9), "below"),
            (at(20, 2, 1), "d"),
            (at(21, 2, 1), "e"),
            (at(40, 2, 9), "wide"),
        ];
        let ids: Vec<(Area, NodeId)> = spots.iter().map(|&(area, id)| (area, id.into())).collect();
        let tags = tags(ids.iter().map(|(area, id)| (*area, id)));
        let said: Vec<String> = tags
            .iter()
            .map(|tag| {
                let cards: Vec<&str> = tag.cards.iter().map(NodeId::as_str).collect();
                format!("{} {} {}x{}", tag.letters, cards.join(","), tag.area.width, tag.area.height)
            })
            .collect();
        assert_eq!(said, ["a wide 9x1", "s a,b,d,e 2x2", "d c 1x1", "f below 9x1"]);
    }

    #[test]
    fn tab_goes_through_the_kinds_that_fit_and_back() {
        let mut draft = Draft::new(false);
        let mut seen = Vec::new();
        loop {
            draft.next_kind(Kind::Actor);
            match draft.kind {
                Some(kind) => seen.push(kind.field()),
                None => break,
            }
        }
        assert_eq!(seen, ["relates", "steers", "informs", "cooperates", "holds"]);
        // Nothing but an actor holds a cause, and a measure acts on it.
        let mut draft = Draft { turned: true, kind: Some(LinkKind::Causes), ..Draft::new(false) };
        let mut seen = Vec::new();
        while draft.kind.is_some() {
            draft.next_kind(Kind::Cause);
            seen.extend(draft.kind.map(LinkKind::field));
        }
        assert_eq!(seen, ["relates", "holds", "acts_on", "needs"]);
    }
}
