//! What a chain rests on: its weakest claim, the sources that cover it whole, and links whose sources never met.
//!
//! That a leads to b and b to c, each with a source, does not say that a leads to c: those who saw the one may
//! have looked at other people than those who saw the other. Where two links that follow each other share no
//! source, nobody cited here has seen the way whole.

use std::cmp::Reverse;

use super::chains::Chain;
use super::loops::links;
use crate::map::{Arc, Certainty, Map, Snapshot, SourceId};

/// How well founded a link is, strongest first.
///
/// A link of which nobody said how well founded it is comes before a hypothesis: somebody drew it and nobody
/// called it a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Footing {
    /// Sources show it.
    Confirmed,
    /// A source points that way.
    Supported,
    /// Nobody has said.
    Unstated,
    /// Somebody thinks so.
    Hypothesis,
    /// Sources show that it is not so.
    Refuted,
}

impl Footing {
    /// The footing of a link.
    #[must_use]
    pub fn of(arc: &Arc) -> Self {
        match arc.certainty {
            Some(Certainty::Confirmed) => Footing::Confirmed,
            Some(Certainty::Supported) => Footing::Supported,
            None => Footing::Unstated,
            Some(Certainty::Hypothesis) => Footing::Hypothesis,
            Some(Certainty::Refuted) => Footing::Refuted,
        }
    }

    /// Whether it is no more than a guess.
    #[must_use]
    pub fn is_guess(self) -> bool {
        self >= Footing::Hypothesis
    }

    /// The certainty that was stated, if any.
    #[must_use]
    pub fn certainty(self) -> Option<Certainty> {
        match self {
            Footing::Confirmed => Some(Certainty::Confirmed),
            Footing::Supported => Some(Certainty::Supported),
            Footing::Unstated => None,
            Footing::Hypothesis => Some(Certainty::Hypothesis),
            Footing::Refuted => Some(Certainty::Refuted),
        }
    }
}

/// How well founded a chain is. The smaller, the better: by its weakest link, then by how many of its links are
/// guesses, then by length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// The footing of its weakest link.
    pub weakest: Footing,
    /// How many of its links are guesses.
    pub guesses: usize,
    /// How many links.
    pub length: usize,
}

impl Evidence {
    /// The evidence of a row of links, as numbers.
    #[must_use]
    pub fn of(arcs: &[u32], snapshot: &Snapshot) -> Self {
        let footings = || links(arcs, snapshot).map(Footing::of);
        Self {
            weakest: footings().max().unwrap_or(Footing::Confirmed),
            guesses: footings().filter(|footing| footing.is_guess()).count(),
            length: arcs.len(),
        }
    }
}

/// What a chain rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// The place in the chain of its weakest claim: the weakest link; of equally weak ones one without a source,
    /// else the first.
    pub weakest: usize,
    /// The places of all links that are as weak as that one: those without a source first, each kind in order.
    pub as_weak: Vec<usize>,
    /// The sources that every link cites: each of them covers the chain whole. By id.
    pub covering: Vec<SourceId>,
    /// The places of links that cite no source.
    pub without_source: Vec<usize>,
    /// The places of links that share no source with the next one, though both have some.
    pub never_met: Vec<usize>,
}

impl Grounds {
    /// What a chain rests on in its map. The snapshot must be of that map.
    ///
    /// O(links of the chain · sources each cites).
    #[must_use]
    pub fn of(map: &Map, snapshot: &Snapshot, chain: &Chain) -> Self {
        let cited: Vec<Vec<&SourceId>> = chain
            .links(snapshot)
            .map(|arc| {
                map.link(&snapshot.link_id(arc)).map(|link| link.sources.keys().collect()).unwrap_or_default()
            })
            .collect();
        let first = cited.first().map(Vec::as_slice).unwrap_or_default();
        let covering = first.iter().filter(|source| cited.iter().all(|link| link.contains(source)));
        let met = |pair: &[Vec<&SourceId>]| pair[0].iter().any(|source| pair[1].contains(source));
        let some = |pair: &[Vec<&SourceId>]| pair.iter().all(|link| !link.is_empty());
        let weakest = chain
            .links(snapshot)
            .zip(&cited)
            .enumerate()
            .max_by_key(|(at, (arc, cited))| (Footing::of(arc), cited.is_empty(), Reverse(*at)))
            .map_or(0, |(at, _)| at);
        let footings: Vec<Footing> = chain.links(snapshot).map(Footing::of).collect();
        let worst = footings.iter().max().copied();
        let mut as_weak: Vec<usize> = (0..footings.len()).filter(|&at| Some(footings[at]) == worst).collect();
        as_weak.sort_by_key(|&at| !cited[at].is_empty());
        Self {
            weakest,
            as_weak,
            covering: covering.map(|&source| source.clone()).collect(),
            without_source: (0..cited.len()).filter(|&at| cited[at].is_empty()).collect(),
            never_met: cited
                .windows(2)
                .enumerate()
                .filter(|(_, pair)| some(pair) && !met(pair))
                .map(|(at, _)| at)
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Node, Scope, Sign};

    /// The chain a b c d e, with the certainty of each link and the letters of its sources.
    fn grounds(links: [(Option<Certainty>, &str); 4]) -> Grounds {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for ((from, to), (certainty, sources)) in
            [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")].into_iter().zip(links)
        {
            let sources = sources
                .chars()
                .map(|letter| (letter.to_string().as_str().into(), Default::default()))
                .collect();
            let link = Link { certainty, sources, ..Link::signed(Sign::Plus) };
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), link).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        Grounds::of(&map, &snapshot, &Chain { arcs: vec![0, 1, 2, 3] })
    }

    #[test]
    fn sources_that_cover_it_whole_and_those_that_never_met() {
        let found = grounds([(None, "pqr"), (None, "qr"), (None, "rsq"), (None, "q")]);
        assert_eq!(found.covering, vec![SourceId::from("q")]);
        assert!(found.never_met.is_empty() && found.without_source.is_empty());
        let found = grounds([(None, "p"), (None, "q"), (None, ""), (None, "q")]);
        assert!(found.covering.is_empty());
        assert_eq!((found.never_met, found.without_source), (vec![0], vec![2]));
    }

    #[test]
    fn the_weakest_claim_is_the_weakest_link_and_rather_one_without_a_source() {
        use Certainty::{Confirmed, Hypothesis, Supported};
        let found =
            grounds([(Some(Confirmed), ""), (Some(Hypothesis), "p"), (None, "p"), (Some(Hypothesis), "")]);
        assert_eq!((found.weakest, &found.as_weak[..]), (3, &[3, 1][..]));
        let found = grounds([(Some(Supported), "p"), (None, "p"), (None, "p"), (Some(Confirmed), "")]);
        assert_eq!((found.weakest, &found.as_weak[..]), (1, &[1, 2][..]));
    }
}
