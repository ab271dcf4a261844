//! What a merge does to feedback: loops that neither side had, and told loops that ran with a side and run no more.
//!
//! What either side did to loops alone is for a comparison of two maps to say.

use std::collections::BTreeSet;

use super::budget::Budget;
use super::compare::CompareQuery;
use super::compare::circles::through;
use super::loops::Polarity;
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
/// most `max_length` links. Looks only at loops through links that ours lacks, all of these in one
/// search, which the budget ends.
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
    if !not_theirs.is_empty() {
        let query = CompareQuery { max_length, ..CompareQuery::default() };
        let wanted = not_ours.into_iter().collect();
        let (found, complete) = through(&snapshot, wanted, &query, budget);
        let new = found.into_iter().filter(|(arcs, _)| arcs.iter().any(|arc| not_theirs.contains(arc)));
        after.new.extend(new.map(|(_, circle)| (circle.links, circle.polarity)));
        after.complete = complete;
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

    /// Many links came on both sides: the search is ended once, and what was found so far is told.
    #[test]
    fn one_budget_is_for_all_links() {
        let (mut ours, mut theirs) = (map(&[]), map(&[]));
        let id = |at: usize| format!("n{at:02}");
        for side in [&mut ours, &mut theirs] {
            for at in 0..30 {
                side.insert_node(id(at).as_str().into(), Node::new(Kind::Cause, id(at))).expect("new");
            }
        }
        for from in 0..30 {
            for to in (0..30).filter(|to| *to != from) {
                let side = if (from + to) % 2 == 0 { &mut ours } else { &mut theirs };
                let link = LinkId::new(id(from).as_str(), LinkKind::Causes, id(to).as_str());
                side.insert_link(link, Link::signed(Sign::Plus)).expect("new");
            }
        }
        let merged = merge(&map(&[]), &ours, &theirs);
        let mut budget = Budget::steps(3_000_000);
        let after = after_merge(&ours, &theirs, &merged.map, 8, &mut budget);
        assert!(!after.complete && !after.new.is_empty(), "{}", after.new.len());
        assert!(after.new.iter().all(|(links, _)| links.len() <= 5), "shortest first");
    }

    #[test]
    fn a_told_loop_breaks_if_either_side_takes_a_link_out() {
        let all = ["ab", "bc", "ca"];
        assert_eq!(after(&all, &all, &["ab", "bc"]).broken, ["told".into()]);
        assert_eq!(after(&all, &all, &all).broken, []);
    }
}
