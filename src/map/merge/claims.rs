//! Finds the cards to which a side gave another id or which it made one with another card, by what the cards say of their
//! former ids (`was`).

use std::collections::{BTreeMap, BTreeSet};

use super::three::Three;
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::renamed::Now;

/// The cards of the base that `side` has under another id now, by the id they had.
///
/// A card claims what it newly says it was. The claim holds if the side has nothing more under that id; or if what it has there
/// was, by a claim that holds, another card: ids are handed on. Of two cards that claim one id it was that which claims it first
/// of all: the other one had that id in between.
pub(super) fn claims(base: &Map, side: &Map) -> Now {
    let told: BTreeSet<&NodeId> = base.nodes().flat_map(|(_, node)| &node.was).collect();
    let mut claims: BTreeMap<NodeId, (usize, NodeId)> = BTreeMap::new();
    for (new, node) in side.nodes().filter(|(_, node)| !node.was.is_empty()) {
        let before = base.node(new);
        let news = node.was.iter().filter(|old| before.is_none_or(|before| !before.was.contains(old)));
        let olds = news.filter(|old| base.node(old).is_some() && *old != new);
        for (rank, old) in olds.enumerate() {
            // What the base tells of a card that is no more says nothing of the one that has its id since.
            if side.node(old).is_none() || !told.contains(old) {
                let claim = (rank, new.clone());
                let best = claims.entry(old.clone()).or_insert_with(|| claim.clone());
                *best = claim.min(best.clone());
            }
        }
    }
    let mut claims: Now = claims.into_iter().map(|(old, (_, new))| (old, new)).collect();
    keep_handed_on(&mut claims, side, |_, _| false);
    claims
}

/// Leaves those claims of two sides that can be followed: none on an id that the other side gave a card of its own or handed on to
/// another card, and none that puts a card into one which the other side put elsewhere; and no other that rests on such a claim. Gives what is not followed, by
/// the id it had.
pub(super) fn agree(maps: &Three<&Map>, ours: &mut Now, theirs: &mut Now) -> BTreeSet<NodeId> {
    let (of_ours, of_theirs) = (ours.clone(), theirs.clone());
    let mut dropped = BTreeSet::new();
    for (claims, mine, others, side, other) in [
        (ours, &of_ours, &of_theirs, maps.ours, maps.theirs),
        (theirs, &of_theirs, &of_ours, maps.theirs, maps.ours),
    ] {
        let shared = |new: &NodeId| mine.iter().any(|(old, now)| now == new && others.get(old) == Some(new));
        let stranger =
            |new: &NodeId| maps.base.node(new).is_none() && other.node(new).is_some() && !shared(new);
        let elsewhere = |new: &NodeId| others.contains_key(new) && others.get(new) != mine.get(new);
        // Its own card has gone on, and each side gave the id to another one.
        let contested = |new: &NodeId| {
            mine.contains_key(new) && others.values().any(|other| other == new) && !shared(new)
        };
        let agreed = |old: &NodeId, new: &NodeId| others.get(old) == Some(new);
        claims.retain(|_, new| !stranger(new) && !elsewhere(new) && !contested(new));
        loop {
            let many = claims.len();
            // What the side has under an id of which the claim is not followed is another card than the base has there.
            let lost: BTreeSet<NodeId> =
                mine.keys().filter(|old| !claims.contains_key(*old)).cloned().collect();
            claims.retain(|_, new| !lost.contains(new));
            keep_handed_on(claims, side, agreed);
            if claims.len() == many {
                dropped.extend(lost);
                break;
            }
        }
    }
    dropped
}

/// Leaves the claims on what is gone, and on what another card has now; and those that the other side makes too, since then it is
/// no question which card is meant.
fn keep_handed_on(claims: &mut Now, side: &Map, agreed: impl Fn(&NodeId, &NodeId) -> bool) {
    loop {
        let handed_on: BTreeSet<NodeId> = claims.values().cloned().collect();
        let many = claims.len();
        claims.retain(|old, new| side.node(old).is_none() || handed_on.contains(old) || agreed(old, new));
        if claims.len() == many {
            return;
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
        let maps = [base, side, other].map(map);
        let three = Three { base: &maps[0], ours: &maps[1], theirs: &maps[2] };
        let mut claims = claims(three.base, three.ours);
        let mut theirs = super::claims(three.base, three.theirs);
        agree(&three, &mut claims, &mut theirs);
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
    fn an_id_that_each_side_handed_on_to_another_card_is_not_followed() {
        // What was a is d with both; b and c each came to be a.
        assert_eq!(said("a b c", "d<a a<b e<c", "d<a a<c e<b"), "a>d");
        assert_eq!(said("a b c", "d<a a<b c", "d<a a<b c"), "a>d b>a");
    }

    #[test]
    fn an_id_that_the_other_side_gave_a_card_of_its_own_is_not_followed() {
        assert_eq!(said("a b", "c<a b", "a b c"), "");
        assert_eq!(said("a b", "c<a b", "c<a b"), "a>c");
        // And then nothing that rests on it is: what has the id of a now is not what the base has there.
        assert_eq!(said("a b d", "c<a a<b b<d", "a b c d"), "");
    }
}
