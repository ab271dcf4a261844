//! Advice at a card: what its claims say against its links. Shown at the card alone, never in a list.

use super::super::named::Told;
use crate::map::{LinkKind, LoopId, Map, NodeId, Origin, fold};

/// What there is to say at a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// It is called a root cause, and something causes it.
    RootWithCauses(NodeId),
    /// It is called a root cause, and a loop comes back to it.
    RootInLoop(LoopId),
    /// It is called a follow-on fault, and nothing causes it.
    FollowsNothing,
    /// A named loop through it runs through law, culture or budget, and none of its links takes time.
    NoDelay(LoopId),
}

/// Beginnings of words for what changes slowly, folded, in the languages of the program.
const SLOW: &[&str] = &["law", "legal", "legislat", "cultur", "budget", "lov", "kultur", "budsjett"];

/// What there is to say at a card; nothing for a card that is not there. O(its links + links of named loops).
#[must_use]
pub fn at(map: &Map, card: &NodeId) -> Vec<Advice> {
    let Some(node) = map.node(card) else { return Vec::new() };
    let cause = map
        .links_to(card)
        .find(|(id, link)| id.kind == LinkKind::Causes && link.counts())
        .map(|(id, _)| id.from.clone());
    let loops = || map.loops().iter().map(|(id, told)| (id, Told::of(map, told)));
    let through = |told: &Told| told.runs() && told.links.iter().any(|(link, _)| link.from == *card);
    let mut advice = Vec::new();
    match node.origin {
        Some(Origin::Root) => {
            if let Some((id, _)) = loops().find(|(_, told)| through(told)) {
                advice.push(Advice::RootInLoop(id.clone()));
            } else if let Some(cause) = cause {
                advice.push(Advice::RootWithCauses(cause));
            }
        }
        Some(Origin::FollowOn) if cause.is_none() => advice.push(Advice::FollowsNothing),
        _ => {}
    }
    if slow(map, card)
        && let Some((id, _)) = loops().find(|(_, told)| through(told) && !told.delay)
    {
        advice.push(Advice::NoDelay(id.clone()));
    }
    advice
}

/// Whether the card is, by its own words, about law, culture or budget.
fn slow(map: &Map, card: &NodeId) -> bool {
    let Some(node) = map.node(card) else { return false };
    let words = |text: &str| {
        let folded = fold(text);
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        // `lov` alone would begin too many words.
        words.any(|word| SLOW.iter().any(|slow| word == *slow || slow.len() > 3 && word.starts_with(slow)))
    };
    words(&node.label) || node.tags.iter().any(|tag| words(tag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Kind, Link, LinkId, NamedLoop, Node, Sign};

    fn map(origin: Option<Origin>, delay: bool) -> Map {
        let mut map = Map::new("x");
        let labels = [("a", "Culture of waiting"), ("b", "Trust"), ("c", "Loveliness")];
        for (id, label) in labels {
            let node = Node { origin: origin.filter(|_| id == "a"), ..Node::new(Kind::Cause, label) };
            map.insert_node(id.into(), node).expect("new");
        }
        for (from, to) in [("a", "b"), ("b", "a"), ("b", "c")] {
            let link = Link { delay, ..Link::signed(Sign::Plus) };
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), link).expect("new");
        }
        let through = vec![("a".into(), LinkKind::Causes), ("b".into(), LinkKind::Causes)];
        let told = NamedLoop { title: "Round".into(), through, ..NamedLoop::default() };
        map.with_frame(Frame { loops: [("r".into(), told)].into(), ..Frame::default() })
    }

    #[test]
    fn claims_are_held_against_links() {
        let a = NodeId::from("a");
        assert_eq!(at(&map(Some(Origin::Root), true), &a), [Advice::RootInLoop("r".into())]);
        assert!(at(&map(Some(Origin::FollowOn), true), &a).is_empty());
        assert!(at(&map(None, true), &a).is_empty());
    }

    #[test]
    fn slow_things_without_a_delay() {
        assert_eq!(at(&map(None, false), &"a".into()), [Advice::NoDelay("r".into())]);
        assert!(at(&map(None, false), &"b".into()).is_empty(), "the card is about something else");
        assert!(at(&map(None, false), &"c".into()).is_empty(), "a word that begins alike is another word");
    }
}
