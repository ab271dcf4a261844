//! A loop while somebody tells it: the cards so far, the links between them, and what the loop would do.

use crate::file::fits::runs_between;
use crate::map::{Kind, Link, LinkId, LinkKind, Map, NodeId, Sign};
use crate::text::reading::LoopKind;
use crate::tui::pane::Search;

/// The cards told so far.
#[derive(Clone, Debug, Default)]
pub struct Teller {
    /// The cards in the order in which they were told.
    pub cards: Vec<NodeId>,
    /// The search for a card by name, while it is open.
    pub search: Option<Search<NodeId>>,
    /// What was wrong with the last key; empty for nothing.
    pub said: String,
}

/// A link of a loop that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The link.
    pub link: LinkId,
    /// Whether it is on the map; one that is not is added as missing.
    pub there: bool,
    /// Whether it is on the map and marked missing.
    pub missing: bool,
    /// Its sign; unknown where it is not there.
    pub sign: Sign,
}

impl Teller {
    /// The links from card to card as the map has them, the one that closes the loop last. None for less than two cards,
    /// except a link from a single card to itself.
    #[must_use]
    pub fn hops(&self, map: &Map) -> Vec<Hop> {
        let pairs = self.cards.iter().zip(self.cards.iter().cycle().skip(1));
        let all: Vec<Hop> = pairs.filter_map(|(from, to)| hop(map, from, to)).collect();
        if self.cards.len() == 1 && all.iter().any(|hop| !hop.there) { Vec::new() } else { all }
    }

    /// What the loop does once it is closed; undetermined while a sign is not known.
    #[must_use]
    pub fn kind(&self, map: &Map) -> LoopKind {
        LoopKind::of(self.hops(map).iter().map(|hop| hop.sign.turn()))
    }

    /// Whether it can be closed: there is a card, and a single one has a link to itself.
    #[must_use]
    pub fn closes(&self, map: &Map) -> bool {
        !self.hops(map).is_empty()
    }
}

/// Whether a loop can go on from a card to another: a link of causes or of what a measure does is there, or may be.
#[must_use]
pub fn goes_on(map: &Map, from: &NodeId, to: &NodeId) -> bool {
    let Some(hop) = hop(map, from, to) else { return false };
    let kind = |id| map.node(id).map(|node| node.kind);
    let (Some(from), Some(to)) = (kind(from), kind(to)) else { return false };
    hop.there || runs_between(hop.link.kind, from, to)
}

/// Whether a loop can run through a card at all: actors and notes are in none.
#[must_use]
pub fn may_begin(map: &Map, card: &NodeId) -> bool {
    map.node(card).is_some_and(|node| runs_between(LinkKind::Causes, node.kind, Kind::Cause))
}

/// The link from a card to the next: the cause or what a measure does, else what would be added. `None` if one of the
/// cards is not there.
fn hop(map: &Map, from: &NodeId, to: &NodeId) -> Option<Hop> {
    let kind = map.node(from)?.kind;
    map.node(to)?;
    let link = |kind| LinkId { from: from.clone(), to: to.clone(), kind };
    let found = [LinkKind::Causes, LinkKind::ActsOn].into_iter().map(link).find(|id| map.link(id).is_some());
    let own = found.as_ref().and_then(|id| map.link(id));
    let new = if kind == Kind::Measure { LinkKind::ActsOn } else { LinkKind::Causes };
    Some(Hop {
        there: own.is_some(),
        missing: own.is_some_and(|own| own.missing),
        sign: own.map_or(Sign::Unknown, Link::sign_or_unknown),
        link: found.unwrap_or_else(|| link(new)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Node, verb};

    #[test]
    fn links_that_are_there_are_told_from_those_to_be_added_as_the_deed_adds_them() {
        let mut map = Map::new("x");
        for (id, kind) in [("a", Kind::Cause), ("b", Kind::Cause), ("m", Kind::Measure)] {
            map.insert_node(id.into(), Node::new(kind, id)).expect("new");
        }
        let there = LinkId::new("a", LinkKind::Causes, "b");
        map.insert_link(there.clone(), Link::signed(Sign::Minus)).expect("new");
        let mut teller = Teller { cards: vec!["a".into()], ..Teller::default() };
        assert!(!teller.closes(&map));
        teller.cards.extend([NodeId::new("b"), NodeId::new("m")]);
        let hops = teller.hops(&map);
        assert_eq!(hops.iter().map(|hop| hop.there).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(teller.kind(&map), LoopKind::Undetermined);
        let (_, _, told) = verb::tell_loop(&map, "L", &teller.cards).expect("it closes");
        let split = |wanted: bool| {
            hops.iter().filter(|hop| hop.there == wanted).map(|hop| hop.link.clone()).collect::<Vec<_>>()
        };
        assert_eq!((told.there, told.added), (split(true), split(false)));
    }
}
