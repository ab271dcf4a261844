//! Which unknown signs are worth settling: how many loops wait for each of them.
//!
//! A loop with an unknown sign on it is undetermined. Where there is only one, whoever settles it decides the loop;
//! where there are several, settling one brings it nearer. This counts over the loops it is given and no others, and
//! says nothing about how hard a sign is to settle or what is known about it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::loops::Loop;
use crate::map::{Sign, Snapshot};

/// What settling the sign of one link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settling {
    /// The link, as a place in [`Snapshot::arcs`].
    pub arc: u32,
    /// On how many of the loops it is the only unknown one: these are decided.
    pub decides: usize,
    /// On how many of the loops it lies.
    pub lies_on: usize,
}

/// The links of unknown sign on these loops: first those that decide most, then those that lie on most, then by
/// their places. None where all loops are decided.
#[must_use]
pub fn settling<'a>(loops: impl IntoIterator<Item = &'a Loop>, snapshot: &Snapshot) -> Vec<Settling> {
    let mut open = Unsettled::default();
    loops.into_iter().for_each(|found| open.add(found, snapshot));
    open.best_first()
}

/// The same, loop by loop, for whoever keeps no list of them.
#[derive(Clone, Debug, Default)]
pub struct Unsettled {
    // For each link on how many loops it is the only unknown one, and on how many it lies.
    counts: BTreeMap<u32, (usize, usize)>,
}

impl Unsettled {
    /// Takes one more loop in.
    pub fn add(&mut self, found: &Loop, snapshot: &Snapshot) {
        let unknown = || {
            let arcs = found.arcs.iter().copied();
            arcs.filter(|&arc| snapshot.arcs()[arc as usize].sign == Sign::Unknown)
        };
        let alone = unknown().nth(1).is_none();
        for arc in unknown() {
            let (decides, lies_on) = self.counts.entry(arc).or_default();
            *decides += usize::from(alone);
            *lies_on += 1;
        }
    }

    /// What there is to settle, as [`settling`] gives it.
    #[must_use]
    pub fn best_first(self) -> Vec<Settling> {
        let row = |(arc, (decides, lies_on))| Settling { arc, decides, lies_on };
        let mut all: Vec<Settling> = self.counts.into_iter().map(row).collect();
        all.sort_by_key(|one| Reverse((one.decides, one.lies_on)));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope};

    #[test]
    fn what_decides_most_comes_first() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        let links = [("a", "b", '?'), ("b", "a", '+'), ("b", "c", '?'), ("c", "a", '+'), ("c", "c", '?')];
        for (from, to, sign) in links {
            let sign = if sign == '?' { Sign::Unknown } else { Sign::Plus };
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(sign)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        // ab, bc, cc are the links 0, 2, 4.
        let loops = [vec![4], vec![0, 1], vec![0, 2, 3]].map(|arcs| Loop { arcs });
        let one = |arc, decides, lies_on| Settling { arc, decides, lies_on };
        assert_eq!(settling(&loops, &snapshot), [one(0, 1, 2), one(4, 1, 1), one(2, 0, 1)]);
        assert_eq!(settling(&loops[2..], &snapshot), [one(0, 0, 1), one(2, 0, 1)]);
        assert_eq!(settling(&[Loop { arcs: vec![1] }], &snapshot), []);
    }
}
