//! What chains from one node to another do together: how many push which way, and whether they agree.
//!
//! Signs are multiplied along a chain and laid together over chains (Wellman 1990, qualitative probabilistic
//! networks): two that disagree leave it open which is stronger. Nothing is weighed here: forty chains of + and
//! one of − are still both.

use super::chains::Chain;
use crate::map::{Sign, Snapshot};
use crate::text::words::says::Together;

/// Chains of one sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// The first of the shortest that were seen.
    pub shortest: Option<Chain>,
}

/// What all chains together do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NetSign {
    /// There is no chain.
    Nothing,
    /// All push the same way.
    Plus,
    /// All push the opposite way.
    Minus,
    /// Some push one way and some the other.
    Conflicting,
    /// Those that are known do not disagree, and a sign on some chain is unknown.
    Unknown,
}

impl NetSign {
    /// `+`, `-`, `conflicting`, `unknown` or `none`, as programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            NetSign::Nothing => "none",
            NetSign::Plus => "+",
            NetSign::Minus => "-",
            NetSign::Conflicting => "conflicting",
            NetSign::Unknown => "unknown",
        }
    }

    /// The same as what is said of it; nothing where there is no chain.
    #[must_use]
    pub fn together(self) -> Option<Together> {
        Some(match self {
            NetSign::Nothing => return None,
            NetSign::Plus => Together::Same,
            NetSign::Minus => Together::Opposite,
            NetSign::Conflicting => Together::Disagree,
            NetSign::Unknown => Together::Unknown,
        })
    }
}

/// What a list of chains adds up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChainSum {
    /// Those that make the end grow with the start.
    pub plus: Tally,
    /// Those that make the end shrink when the start grows.
    pub minus: Tally,
    /// Those with a link whose sign is unknown.
    pub unknown: Tally,
}

impl ChainSum {
    /// The sum of a list.
    pub fn of<'a>(chains: impl IntoIterator<Item = &'a Chain>, snapshot: &Snapshot) -> Self {
        let mut sum = Self::default();
        for chain in chains {
            sum.add(chain, snapshot);
        }
        sum
    }

    /// Takes one more chain in; for those that keep no list.
    pub fn add(&mut self, chain: &Chain, snapshot: &Snapshot) {
        let tally = match chain.sign(snapshot) {
            Sign::Plus => &mut self.plus,
            Sign::Minus => &mut self.minus,
            Sign::Unknown => &mut self.unknown,
        };
        tally.count += 1;
        if tally.shortest.as_ref().is_none_or(|shortest| chain.length() < shortest.length()) {
            tally.shortest = Some(chain.clone());
        }
    }

    /// How many chains.
    #[must_use]
    pub fn count(&self) -> usize {
        self.plus.count + self.minus.count + self.unknown.count
    }

    /// What they do together. It speaks of the chains that were seen: if there are others, they may disagree.
    #[must_use]
    pub fn net(&self) -> NetSign {
        match (self.plus.count > 0, self.minus.count > 0, self.unknown.count > 0) {
            (true, true, _) => NetSign::Conflicting,
            (_, _, true) => NetSign::Unknown,
            (true, false, false) => NetSign::Plus,
            (false, true, false) => NetSign::Minus,
            (false, false, false) => NetSign::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope};

    #[test]
    fn signs_that_disagree_and_signs_that_nobody_knows() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for (from, kind, to, sign) in [
            ("a", LinkKind::Causes, "b", Sign::Plus),
            ("a", LinkKind::Causes, "c", Sign::Minus),
            ("a", LinkKind::ActsOn, "c", Sign::Unknown),
            ("b", LinkKind::Causes, "c", Sign::Plus),
        ] {
            map.insert_link(LinkId::new(from, kind, to), Link::signed(sign)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let row = |arcs: &[u32]| Chain { arcs: arcs.to_vec() };
        let (plus, minus, unknown) = (row(&[0, 3]), row(&[1]), row(&[2]));
        let net = |chains: &[&Chain]| ChainSum::of(chains.iter().copied(), &snapshot).net();
        assert_eq!(net(&[]), NetSign::Nothing);
        assert_eq!(net(&[&plus, &plus]), NetSign::Plus);
        assert_eq!(net(&[&minus]), NetSign::Minus);
        assert_eq!(net(&[&plus, &unknown]), NetSign::Unknown);
        assert_eq!(net(&[&plus, &minus, &unknown]), NetSign::Conflicting);
        let sum = ChainSum::of([&plus, &minus, &row(&[0, 3])], &snapshot);
        assert_eq!((sum.plus.count, sum.count(), sum.minus.shortest), (2, 3, Some(minus)));
    }
}
