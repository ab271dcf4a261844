//! The fewest nodes that break every loop: a minimum feedback vertex set (Karp 1972: hard in general, easy on
//! maps of the size that people draw).
//!
//! The graph is reduced first; what is left falls into parts, and in each part a node either is chosen or is
//! bypassed. A branch ends where the loops that share no node show that it cannot do better.

use super::Cut;
use super::kernel::Kernel;
use crate::analysis::budget::{Budget, Stop};
use crate::analysis::walk::Rows;
use crate::map::{Snapshot, Spot};

/// The smallest set of nodes that breaks every loop of any length. If the budget runs out the set still breaks
/// all of them, and is not proven smallest.
///
/// Exponential in the number of nodes that must be chosen, after reductions that are about linear.
#[must_use]
pub fn cut_loops(snapshot: &Snapshot, budget: &mut Budget<'_>) -> Cut {
    let rows = Rows::of(snapshot, |_| true);
    match smallest(&rows, snapshot, budget) {
        Ok(cut) => cut,
        Err(_) => Cut { nodes: ends_of_ways_back(&rows, snapshot), proven_smallest: false },
    }
}

fn smallest(rows: &Rows, snapshot: &Snapshot, budget: &mut Budget<'_>) -> Result<Cut, Stop> {
    let mut kernel = Kernel::new(snapshot.spots().collect());
    for spot in snapshot.spots() {
        for row in rows.from(spot) {
            budget.step()?;
            kernel.link(spot, row.to);
        }
    }
    kernel.reduce(budget)?;
    let parts = kernel.parts();
    let greedy = parts.iter().map(|part| greedy(part.clone(), budget)).collect::<Result<Vec<_>, _>>()?;
    let mut cut = Cut { nodes: kernel.chosen, proven_smallest: true };
    for (part, mut best) in parts.into_iter().zip(greedy) {
        cut.proven_smallest &= improve(part, &mut best, budget).is_ok();
        cut.nodes.extend(best);
    }
    cut.nodes.sort_unstable();
    Ok(cut)
}

/// The node through which most ways lead; of several the first.
fn heaviest(kernel: &Kernel) -> Option<Spot> {
    kernel.nodes().max_by_key(|&node| (kernel.weight(node), std::cmp::Reverse(node)))
}

/// A set that breaks every loop, by always choosing the node through which most ways lead.
fn greedy(mut kernel: Kernel, budget: &mut Budget<'_>) -> Result<Vec<Spot>, Stop> {
    kernel.reduce(budget)?;
    while let Some(node) = heaviest(&kernel) {
        kernel.choose(node);
        kernel.reduce(budget)?;
    }
    Ok(kernel.chosen)
}

/// Looks for smaller and smaller sets. After an error `best` is the best set so far.
fn improve(kernel: Kernel, best: &mut Vec<Spot>, budget: &mut Budget<'_>) -> Result<(), Stop> {
    let mut open = vec![kernel];
    while let Some(mut kernel) = open.pop() {
        kernel.reduce(budget)?;
        let room = best.len() - kernel.chosen.len().min(best.len());
        let Some(node) = heaviest(&kernel) else {
            if room > 0 {
                *best = kernel.chosen;
            }
            continue;
        };
        if packed(&kernel, room, budget)? >= room {
            continue;
        }
        let mut without = kernel.clone();
        without.bypass(node, budget)?;
        open.push(without);
        kernel.choose(node);
        open.push(kernel);
    }
    Ok(())
}

/// How many nodes must be chosen at least, up to `enough`: loops that share no node, and of nodes that are all
/// mutual neighbours all but one.
fn packed(kernel: &Kernel, enough: usize, budget: &mut Budget<'_>) -> Result<usize, Stop> {
    let mut left = kernel.clone();
    left.chosen.clear();
    let mut count = 0;
    while count + left.chosen.len() < enough {
        let Some(start) = left.nodes().min_by_key(|&node| (left.weight(node), node)) else { break };
        let friends = mutual_friends(&left, start, budget)?;
        let used = if friends.len() > 1 { friends } else { shortest_loop(&left, start, budget)? };
        // A loop costs one, mutual friends all but one.
        count += if used.len() > 1 && left.mutual(used[0], used[1]) { used.len() - 1 } else { 1 };
        for node in used {
            left.remove(node);
        }
        left.reduce_nodes(budget)?;
    }
    Ok(count + left.chosen.len())
}

/// A node and others, such that any two of them are linked both ways; the node alone if it has no such friend.
fn mutual_friends(kernel: &Kernel, start: Spot, budget: &mut Budget<'_>) -> Result<Vec<Spot>, Stop> {
    let mut found = vec![start];
    for &next in kernel.outs(start) {
        budget.step()?;
        if found.iter().all(|&one| kernel.mutual(one, next)) {
            found.push(next);
        }
    }
    Ok(found)
}

/// The nodes of a shortest loop through a node; the node alone if there is none.
fn shortest_loop(kernel: &Kernel, start: Spot, budget: &mut Budget<'_>) -> Result<Vec<Spot>, Stop> {
    const NONE: u32 = u32::MAX;
    let mut before = std::collections::BTreeMap::new();
    let mut queue = vec![start];
    let mut next = 0;
    let mut last = NONE;
    'search: while let Some(&node) = queue.get(next) {
        next += 1;
        for &to in kernel.outs(node) {
            budget.step()?;
            if to == start {
                last = node;
                break 'search;
            }
            before.entry(to).or_insert_with(|| {
                queue.push(to);
                node
            });
        }
    }
    let mut found = vec![start];
    while last != NONE && last != start {
        found.push(last);
        last = before.get(&last).copied().unwrap_or(NONE);
    }
    Ok(found)
}

/// A set that breaks every loop, found in one look at every link: where a search in depth comes back to a node it
/// is still on. Every loop has such a place.
fn ends_of_ways_back(rows: &Rows, snapshot: &Snapshot) -> Vec<Spot> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        On,
        Done,
    }
    let mut marks = vec![Mark::New; snapshot.len()];
    let mut ends = vec![false; snapshot.len()];
    let mut way = Vec::new();
    for root in snapshot.spots() {
        if marks[root as usize] != Mark::New {
            continue;
        }
        marks[root as usize] = Mark::On;
        way.push((root, 0));
        while let Some((spot, next)) = way.pop() {
            let Some(row) = rows.from(spot).get(next) else {
                marks[spot as usize] = Mark::Done;
                continue;
            };
            way.push((spot, next + 1));
            match marks[row.to as usize] {
                Mark::New => {
                    marks[row.to as usize] = Mark::On;
                    way.push((row.to, 0));
                }
                Mark::On => ends[row.to as usize] = true,
                Mark::Done => {}
            }
        }
    }
    snapshot.spots().filter(|&spot| ends[spot as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    fn snapshot(nodes: usize, links: impl IntoIterator<Item = (usize, usize)>) -> Snapshot {
        let name = |node: usize| format!("n{node:06}");
        let mut map = Map::new("x");
        for node in 0..nodes {
            map.insert_node(name(node).as_str().into(), Node::new(Kind::Cause, name(node))).expect("new");
        }
        for (from, to) in links {
            let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
            map.insert_link(id, Link::signed(Sign::Plus)).expect("new");
        }
        Snapshot::of(&map, &Scope::default())
    }

    fn complete(nodes: usize) -> impl Iterator<Item = (usize, usize)> {
        (0..nodes * nodes).map(move |at| (at / nodes, at % nodes)).filter(|(from, to)| from != to)
    }

    #[test]
    fn all_but_one_of_a_complete_graph() {
        for nodes in 2..9 {
            let cut = cut_loops(&snapshot(nodes, complete(nodes)), &mut Budget::unlimited());
            assert_eq!((cut.nodes.len(), cut.proven_smallest), (nodes - 1, true));
        }
    }

    #[test]
    fn nothing_where_there_is_no_loop() {
        let cut = cut_loops(&snapshot(4, [(0, 1), (0, 2), (1, 3), (2, 3)]), &mut Budget::unlimited());
        assert_eq!(cut, Cut { nodes: Vec::new(), proven_smallest: true });
    }

    #[test]
    fn a_stopped_search_breaks_every_loop_and_does_not_say_that_it_is_smallest() {
        let whole = snapshot(7, complete(7));
        for steps in 0..3_000 {
            let cut = cut_loops(&whole, &mut Budget::steps(steps));
            assert!(cut.nodes.len() >= 6, "{steps}: {cut:?}");
        }
        assert!(!cut_loops(&whole, &mut Budget::steps(0)).proven_smallest);
    }
}
