//! What a merge does to feedback: loops that neither side had, and told loops that ran with a side and run no more.
//!
//! What either side did to loops alone is for a comparison of two maps to say.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::budget::Budget;
use super::loops::{LoopQuery, Polarity, find_loops};
use super::named::Told;
use crate::map::{Link, LinkId, LoopId, Map, NodeId, Scope, Snapshot};

/// What a merge does to feedback.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AfterMerge {
    /// Loops that neither side had, each with its links from the smallest card on and what it does; shortest first.
    pub new: Vec<(Vec<LinkId>, Polarity)>,
    /// Whether those are all of at most so many links as was asked for.
    pub complete: bool,
    /// Told loops that ran with a side and do not run in the merged map, by id.
    pub broken: Vec<LoopId>,
}

/// What the merge of `ours` and `theirs` does to feedback, over what loops run over unless somebody asks for more, with loops of at
/// most `max_length` links. Looks only at loops through links that ours lacks.
pub fn after_merge(
    ours: &Map,
    theirs: &Map,
    merged: &Map,
    max_length: usize,
    budget: &mut Budget<'_>,
) -> AfterMerge {
    let snapshot = Snapshot::of(merged, &Scope::default());
    let mut after = AfterMerge { complete: true, ..AfterMerge::default() };
    let absent = |side: &Map| -> BTreeSet<u32> {
        let arcs = (0..).zip(snapshot.arcs());
        arcs.filter(|(_, arc)| !runs(side, merged, &snapshot.link_id(arc))).map(|(at, _)| at).collect()
    };
    let (not_ours, not_theirs) = (absent(ours), absent(theirs));
    let mut seen = BTreeSet::new();
    if !not_theirs.is_empty() {
        for &link in &not_ours {
            let query = LoopQuery { max_length, through_link: Some(link), ..LoopQuery::default() };
            let found = find_loops(&snapshot, &query, budget, &mut |found| {
                if found.arcs.iter().any(|arc| not_theirs.contains(arc)) && seen.insert(found.arcs.clone()) {
                    let links = found.links(&snapshot).map(|arc| snapshot.link_id(arc)).collect();
                    after.new.push((links, found.sign(&snapshot)));
                }
                ControlFlow::Continue(())
            });
            after.complete &= found.complete;
        }
    }
    after.new.sort_by(|(one, _), (other, _)| (one.len(), one).cmp(&(other.len(), other)));
    for (id, told) in merged.loops() {
        let ran = |side: &Map| side.loops().get(id).is_some_and(|told| Told::of(side, told).runs());
        if (ran(ours) || ran(theirs)) && !Told::of(merged, told).runs() {
            after.broken.push(id.clone());
        }
    }
    after
}

/// Whether analyses count the link with that side, under the ids that its cards have there.
fn runs(side: &Map, merged: &Map, id: &LinkId) -> bool {
    if side.link(id).is_some_and(Link::counts) {
        return true;
    }
    let ids = |id: &NodeId| {
        let was = merged.node(id).map_or(&[][..], |node| &node.was);
        std::iter::once(id.clone()).chain(was.iter().cloned()).collect::<Vec<_>>()
    };
    let (from, to) = (ids(&id.from), ids(&id.to));
    if from.len() + to.len() == 2 {
        return false;
    }
    from.iter().any(|from| {
        to.iter().any(|to| {
            let old = LinkId { from: from.clone(), to: to.clone(), kind: id.kind };
            side.link(&old).is_some_and(Link::counts)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, LinkKind, NamedLoop, Node, Sign, merge};

    /// Cards a to d with those links, as `ab`, and the told loop a, b, c.
    fn map(links: &[&str]) -> Map {
        let through = ["a", "b", "c"].map(|id| (id.into(), LinkKind::Causes)).to_vec();
        let told = NamedLoop { title: "T".to_owned(), through, ..NamedLoop::default() };
        let mut frame = Map::new("x").frame();
        frame.loops.insert("told".into(), told);
        let mut map = Map::default().with_frame(frame);
        for id in ["a", "b", "c", "d"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let id = LinkId::new(&link[..1], LinkKind::Causes, &link[1..]);
            map.insert_link(id, Link::signed(Sign::Minus)).expect("new");
        }
        map
    }

    fn after(base: &[&str], ours: &[&str], theirs: &[&str]) -> AfterMerge {
        let (ours, theirs) = (map(ours), map(theirs));
        let merged = merge(&map(base), &ours, &theirs);
        after_merge(&ours, &theirs, &merged.map, 8, &mut Budget::unlimited())
    }

    #[test]
    fn a_loop_that_needs_a_link_of_either_side_is_new() {
        let after = after(&["ab"], &["ab", "bd"], &["ab", "da", "ba"]);
        let links: Vec<String> =
            after.new.iter().flat_map(|(links, _)| links).map(LinkId::to_string).collect();
        assert_eq!(links, ["a causes b", "b causes d", "d causes a"]);
        assert_eq!((after.new[0].1, after.complete), (Polarity::Balancing, true));
    }

    #[test]
    fn a_told_loop_breaks_if_either_side_takes_a_link_out() {
        let all = ["ab", "bc", "ca"];
        assert_eq!(after(&all, &all, &["ab", "bc"]).broken, ["told".into()]);
        assert_eq!(after(&all, &all, &all).broken, []);
    }
}
