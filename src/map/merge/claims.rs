//! Finds the cards to which a side gave another id or which it made one with another card, by what the cards say of their
//! former ids (`was`).

use std::collections::{BTreeMap, BTreeSet};

use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::renamed::Now;

/// The cards of the base that `side` has under another id now, by the id they had.
///
/// A card claims what it newly says it was. The claim holds if the side has nothing more under that id; or if what it has there
/// was, by a claim that holds, another card: ids are handed on. Of two cards that claim one id it was that which claims it first
/// of all: the other one had that id in between. No claim holds on an id that `other` gave a card of its own.
pub(super) fn claims(base: &Map, side: &Map, other: &Map) -> Now {
    let told: BTreeSet<&NodeId> = base.nodes().flat_map(|(_, node)| &node.was).collect();
    let mut claims: BTreeMap<NodeId, (usize, NodeId)> = BTreeMap::new();
    for (new, node) in side.nodes().filter(|(_, node)| !node.was.is_empty()) {
        let before = base.node(new);
        let news = |node: &crate::map::node::Node| -> Vec<NodeId> {
            let news = node.was.iter().filter(|old| before.is_none_or(|before| !before.was.contains(old)));
            news.filter(|old| base.node(old).is_some() && *old != new).cloned().collect()
        };
        let olds = news(node);
        let stranger = other
            .node(new)
            .filter(|_| before.is_none())
            .is_some_and(|theirs| !news(theirs).iter().any(|old| olds.contains(old)));
        for (rank, old) in olds.into_iter().enumerate().filter(|_| !stranger) {
            // What the base tells of a card that is no more says nothing of the one that has its id since.
            if side.node(&old).is_none() || !told.contains(&old) {
                let claim = (rank, new.clone());
                let best = claims.entry(old).or_insert_with(|| claim.clone());
                *best = claim.min(best.clone());
            }
        }
    }
    let mut claims: Now = claims.into_iter().map(|(old, (_, new))| (old, new)).collect();
    loop {
        let handed_on: BTreeSet<NodeId> = claims.values().cloned().collect();
        let many = claims.len();
        claims.retain(|old, _| side.node(old).is_none() || handed_on.contains(old));
        if claims.len() == many {
            return claims;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::node::{Kind, Node};

    /// A map of cards, each with its former ids: `a b<x c<y,z`.
    fn map(text: &str) -> Map {
        let mut map = Map::new("x");
        for word in text.split_whitespace() {
            let (id, was) = word.split_once('<').unwrap_or((word, ""));
            let was = was.split(',').filter(|was| !was.is_empty()).map(NodeId::new).collect();
            map.insert_node(id.into(), Node { was, ..Node::new(Kind::Cause, id) }).expect("new");
        }
        map
    }

    fn said(base: &str, side: &str, other: &str) -> String {
        let claims = claims(&map(base), &map(side), &map(other));
        claims.iter().map(|(old, new)| format!("{old}>{new}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn new_ids_and_cards_made_one_are_found() {
        assert_eq!(said("a b", "c<a b", "a b"), "a>c");
        assert_eq!(said("a b", "b<a", "a b"), "a>b");
        assert_eq!(said("a b", "d<c,a b", "a b"), "a>d");
        assert_eq!(said("a<z b", "a<z b", "a b"), "");
    }

    #[test]
    fn ids_that_are_handed_on_are_followed_from_card_to_card() {
        assert_eq!(said("a b", "b<a c<b", "a b"), "a>b b>c");
        assert_eq!(said("a b c", "b<a c<b d<c", "a b c"), "a>b b>c c>d");
        assert_eq!(said("a b", "a<b b<a", "a b"), "a>b b>a");
        // The one that became c had the id of b in between.
        assert_eq!(said("a b", "c<a,b d<b", "a b"), "a>c b>d");
        // A card that only says it was one that is still there is not that one.
        assert_eq!(said("a b", "a b c<a", "a b"), "");
        // Long ago: the base knows it.
        assert_eq!(said("a b<a c", "a<c c<b,a", "a b c"), "b>c c>a");
    }

    #[test]
    fn an_id_that_the_other_side_gave_a_card_of_its_own_is_not_followed() {
        assert_eq!(said("a b", "c<a b", "a b c"), "");
        assert_eq!(said("a b", "c<a b", "c<a b"), "a>c");
    }
}
