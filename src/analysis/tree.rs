//! The tree of causes above a node, or of effects below it, to a depth.
//!
//! Each node stands in full once, where it is nearest to the root, and as a mere mention elsewhere. It is a
//! reading aid and not a list of chains.

use crate::map::{Arc, Snapshot, Spot};

/// Which way the tree grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Against the links: what makes it so.
    Causes,
    /// With the links: what it leads to.
    Effects,
}

impl Direction {
    /// The numbers of the links that lead on from a node.
    fn links(self, snapshot: &Snapshot, spot: Spot) -> Vec<u32> {
        match self {
            Direction::Causes => snapshot.incoming(spot).to_vec(),
            Direction::Effects => {
                snapshot.outgoing(spot).filter_map(|number| u32::try_from(number).ok()).collect()
            }
        }
    }

    /// The node at the far end of a link.
    fn end(self, arc: &Arc) -> Spot {
        match self {
            Direction::Causes => arc.from,
            Direction::Effects => arc.to,
        }
    }
}

/// A line of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The node.
    pub spot: Spot,
    /// How many links from the root, which is at 0.
    pub depth: usize,
    /// The number of the link to the line above it in the tree; `None` at the root.
    pub via: Option<u32>,
    /// Whether the node stands in full elsewhere, so that nothing follows here.
    pub repeated: bool,
    /// Whether links lead on from here that the depth cut off.
    pub cut: bool,
}

/// The tree in reading order: each line before those that hang on it, by the ids of nodes, then by kinds.
///
/// O(nodes + links) within the depth.
#[must_use]
pub fn tree(snapshot: &Snapshot, root: Spot, direction: Direction, depth: usize) -> Vec<Branch> {
    // Level by level first, so that a node hangs where it is nearest; else one that is first met at the edge of
    // the depth would lose what follows from it.
    let mut full: Vec<Option<Option<u32>>> = vec![None; snapshot.len()];
    full[root as usize] = Some(None);
    let mut level = vec![root];
    for _ in 0..depth {
        let mut next = Vec::new();
        for &spot in &level {
            for number in direction.links(snapshot, spot) {
                let end = direction.end(&snapshot.arcs()[number as usize]);
                if full[end as usize].is_none() {
                    full[end as usize] = Some(Some(number));
                    next.push(end);
                }
            }
        }
        // Nothing further: whatever depth was asked for, the tree ends here.
        if next.is_empty() {
            break;
        }
        level = next;
    }
    let mut branches = Vec::new();
    let mut open = vec![(root, 0, None)];
    while let Some((spot, at, via)) = open.pop() {
        let repeated = full[spot as usize] != Some(via);
        let onward = if repeated { Vec::new() } else { direction.links(snapshot, spot) };
        branches.push(Branch { spot, depth: at, via, repeated, cut: at == depth && !onward.is_empty() });
        if at < depth {
            let ends = onward
                .iter()
                .rev()
                .map(|&number| (direction.end(&snapshot.arcs()[number as usize]), at + 1, Some(number)));
            open.extend(ends);
        }
    }
    branches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    fn snapshot(links: &[&str]) -> Snapshot {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let id = LinkId::new(&link[..1], LinkKind::Causes, &link[1..]);
            map.insert_link(id, Link::signed(Sign::Plus)).expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }

    fn lines(snapshot: &Snapshot, root: &str, direction: Direction, depth: usize) -> Vec<String> {
        let root = snapshot.spot(&root.into()).expect("there");
        let line = |branch: &Branch| {
            let mark = if branch.repeated { "*" } else { "" };
            let cut = if branch.cut { ">" } else { "" };
            format!("{}{}{mark}{cut}", " ".repeat(branch.depth), snapshot.id(branch.spot))
        };
        tree(snapshot, root, direction, depth).iter().map(line).collect()
    }

    #[test]
    fn each_node_stands_in_full_where_it_is_nearest() {
        let snapshot = snapshot(&["ab", "bc", "ac", "cd", "da", "de"]);
        let effects = lines(&snapshot, "a", Direction::Effects, 2);
        assert_eq!(effects, ["a", " b", "  c*", " c", "  d>"]);
        let effects = lines(&snapshot, "a", Direction::Effects, 9);
        assert_eq!(effects, ["a", " b", "  c*", " c", "  d", "   a*", "   e"]);
    }

    #[test]
    fn causes_are_read_against_the_links() {
        let snapshot = snapshot(&["ab", "cb", "dc", "bb"]);
        assert_eq!(lines(&snapshot, "b", Direction::Causes, 3), ["b", " a", " b*", " c", "  d"]);
        assert_eq!(lines(&snapshot, "e", Direction::Causes, 3), ["e"]);
        assert_eq!(lines(&snapshot, "b", Direction::Causes, 0), ["b>"]);
    }
}
