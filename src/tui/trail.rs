//! The breadcrumb: the chain of links one has walked, and where on it one stands.
//!
//! The breadcrumb is a chain in the sense of the map: each link starts where the one before it ends. Walking to
//! an effect lengthens it at its end, walking to a cause at its beginning, so that it can always be read aloud
//! and shown as a staircase.

use crate::map::{LinkId, Map, NodeId};

/// The chain walked so far. Without links it is only the card one stands on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    links: Vec<LinkId>,
    at: usize,
}

impl Trail {
    /// The links in order.
    #[must_use]
    pub fn links(&self) -> &[LinkId] {
        &self.links
    }

    /// The cards in order; none before the first step.
    #[must_use]
    pub fn cards(&self) -> Vec<&NodeId> {
        let end = self.links.last().map(|link| &link.to);
        self.links.iter().map(|link| &link.from).chain(end).collect()
    }

    /// Which of the cards one stands on.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The card one stands on.
    #[must_use]
    pub fn card(&self) -> Option<&NodeId> {
        self.cards().get(self.at).copied()
    }

    /// Whether nothing has been walked yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// A whole chain, standing on its first card. Each link must start where the one before it ends.
    #[must_use]
    pub fn along(links: Vec<LinkId>) -> Self {
        Self { links, at: 0 }
    }

    /// Walks along a link, forwards if one stands at its start and backwards if at its end. Where that leaves the
    /// chain, what lay beyond the card one stands on is dropped. A link elsewhere starts a new chain.
    ///
    /// `from` is the card one stands on. A chain visits no card twice: walking back onto it shortens it.
    pub fn walk(&mut self, from: &NodeId, link: &LinkId) {
        if self.is_empty() || self.card() != Some(from) {
            self.links = Vec::new();
            self.at = 0;
        }
        let forward = link.from == *from;
        let next = if forward {
            self.links.get(self.at)
        } else {
            self.at.checked_sub(1).and_then(|at| self.links.get(at))
        };
        if next == Some(link) {
            self.at = if forward { self.at + 1 } else { self.at - 1 };
        } else if forward {
            self.links.truncate(self.at);
            self.links.push(link.clone());
            self.at = self.links.len();
        } else {
            self.links.drain(..self.at);
            self.links.insert(0, link.clone());
            self.at = 0;
        }
    }

    /// Stands on one of its cards.
    pub fn stand(&mut self, at: usize) {
        self.at = at.min(self.links.len());
    }

    /// Whether all its links are still on the map.
    #[must_use]
    pub fn is_on(&self, map: &Map) -> bool {
        self.links.iter().all(|link| map.link(link).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::LinkKind;

    fn link(from: &str, to: &str) -> LinkId {
        LinkId::new(from, LinkKind::Causes, to)
    }

    fn names(trail: &Trail) -> Vec<&str> {
        trail.cards().into_iter().map(NodeId::as_str).collect()
    }

    #[test]
    fn it_grows_at_both_ends_and_stays_a_chain() {
        let mut trail = Trail::default();
        trail.walk(&"b".into(), &link("b", "c"));
        trail.walk(&"c".into(), &link("c", "d"));
        assert_eq!((names(&trail), trail.at()), (vec!["b", "c", "d"], 2));
        trail.walk(&"d".into(), &link("c", "d"));
        trail.walk(&"c".into(), &link("b", "c"));
        assert_eq!((names(&trail), trail.at()), (vec!["b", "c", "d"], 0));
        trail.walk(&"b".into(), &link("a", "b"));
        assert_eq!((names(&trail), trail.at()), (vec!["a", "b", "c", "d"], 0));
    }

    #[test]
    fn leaving_it_drops_what_lay_beyond() {
        let mut trail = Trail::default();
        trail.walk(&"a".into(), &link("a", "b"));
        trail.walk(&"b".into(), &link("b", "c"));
        trail.stand(1);
        trail.walk(&"b".into(), &link("b", "x"));
        assert_eq!(names(&trail), ["a", "b", "x"]);
        trail.stand(1);
        trail.walk(&"b".into(), &link("y", "b"));
        assert_eq!((names(&trail), trail.at()), (vec!["y", "b", "x"], 0));
    }

    #[test]
    fn starting_elsewhere_starts_anew() {
        let mut trail = Trail::default();
        trail.walk(&"a".into(), &link("a", "b"));
        trail.walk(&"p".into(), &link("p", "q"));
        assert_eq!(names(&trail), ["p", "q"]);
    }
}
