//! A directed graph that shrinks while what breaks all its loops stays the same, up to nodes already chosen.
//!
//! The reductions: a node with a link to itself must be chosen, a node with no link in or none out is on no loop,
//! a node with one link in or one out is as good as its only neighbour and is bypassed (Levy and Low 1988); links
//! that only lie on loops around shorter ones go, and a node among mutual neighbours who all know each other
//! leaves it to them (Lin and Jou 2000: PIE, DOME, CORE).

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::walk::number;

/// The graph. Nodes keep their numbers when others go.
#[derive(Clone, Debug)]
pub(super) struct Kernel {
    out: Vec<Vec<u32>>,
    into: Vec<Vec<u32>>,
    /// Nodes that must be looked at again, and whether a node is among them.
    touched: Vec<u32>,
    waits: Vec<bool>,
    names: Vec<u32>,
    /// The names of what was chosen so far.
    pub(super) chosen: Vec<u32>,
}

/// Adds to a sorted list; whether it was new.
fn add(list: &mut Vec<u32>, new: u32) -> bool {
    match list.binary_search(&new) {
        Ok(_) => false,
        Err(at) => {
            list.insert(at, new);
            true
        }
    }
}

fn take(list: &mut Vec<u32>, old: u32) {
    if let Ok(at) = list.binary_search(&old) {
        list.remove(at);
    }
}

fn has(list: &[u32], one: u32) -> bool {
    list.binary_search(&one).is_ok()
}

impl Kernel {
    /// A graph of nodes with those names, none linked.
    pub(super) fn new(names: Vec<u32>) -> Self {
        let nodes = names.len();
        Self {
            names,
            out: vec![Vec::new(); nodes],
            into: vec![Vec::new(); nodes],
            touched: Vec::new(),
            waits: vec![false; nodes],
            chosen: Vec::new(),
        }
    }

    /// Links two nodes; a second link between them changes nothing.
    pub(super) fn link(&mut self, from: u32, to: u32) {
        if add(&mut self.out[from as usize], to) {
            add(&mut self.into[to as usize], from);
            self.touch(from);
            self.touch(to);
        }
    }

    fn unlink(&mut self, from: u32, to: u32) {
        take(&mut self.out[from as usize], to);
        take(&mut self.into[to as usize], from);
        self.touch(from);
        self.touch(to);
    }

    fn touch(&mut self, node: u32) {
        if !self.waits[node as usize] {
            self.waits[node as usize] = true;
            self.touched.push(node);
        }
    }

    /// The nodes that still have a link, in order.
    pub(super) fn nodes(&self) -> impl Iterator<Item = u32> {
        (0..number(self.out.len())).filter(|&node| !self.out[node as usize].is_empty())
    }

    /// Where links from a node lead, in order.
    pub(super) fn outs(&self, node: u32) -> &[u32] {
        &self.out[node as usize]
    }

    /// Where links to a node come from, in order.
    pub(super) fn ins(&self, node: u32) -> &[u32] {
        &self.into[node as usize]
    }

    /// Whether links run both ways between the two.
    pub(super) fn mutual(&self, one: u32, other: u32) -> bool {
        has(&self.out[one as usize], other) && has(&self.into[one as usize], other)
    }

    /// How much hangs on a node: how many ways lead through it.
    pub(super) fn weight(&self, node: u32) -> usize {
        self.out[node as usize].len() * self.into[node as usize].len()
    }

    /// Takes a node away with its links.
    pub(super) fn remove(&mut self, node: u32) {
        for to in std::mem::take(&mut self.out[node as usize]) {
            take(&mut self.into[to as usize], node);
            self.touch(to);
        }
        for from in std::mem::take(&mut self.into[node as usize]) {
            take(&mut self.out[from as usize], node);
            self.touch(from);
        }
    }

    /// Chooses a node: all loops through it are broken.
    pub(super) fn choose(&mut self, node: u32) {
        self.chosen.push(self.names[node as usize]);
        self.remove(node);
    }

    /// Decides that a node is not chosen: loops through it must be broken elsewhere. It must have no link to
    /// itself.
    pub(super) fn bypass(&mut self, node: u32, budget: &mut Budget<'_>) -> Result<(), Stop> {
        let (out, into) = (self.out[node as usize].clone(), self.into[node as usize].clone());
        self.remove(node);
        for &from in &into {
            for &to in &out {
                budget.step()?;
                self.link(from, to);
            }
        }
        Ok(())
    }

    /// Reduces by looking at single nodes.
    pub(super) fn reduce_nodes(&mut self, budget: &mut Budget<'_>) -> Result<(), Stop> {
        while let Some(node) = self.touched.pop() {
            self.waits[node as usize] = false;
            budget.step()?;
            let (out, into) = (self.outs(node), self.ins(node));
            if has(out, node) {
                self.choose(node);
            } else if out.is_empty() || into.is_empty() {
                self.remove(node);
            } else if out.len() == 1 || into.len() == 1 {
                self.bypass(node, budget)?;
            }
        }
        Ok(())
    }

    /// Reduces by everything that is known, until nothing changes.
    pub(super) fn reduce(&mut self, budget: &mut Budget<'_>) -> Result<(), Stop> {
        loop {
            self.reduce_nodes(budget)?;
            let changed = self.drop_between_knots(budget)?
                || self.drop_dominated(budget)?
                || self.choose_around_cores(budget)?;
            if !changed {
                return Ok(());
            }
        }
    }

    /// PIE: a link that is on no loop once mutual links are thought away lies only around shorter loops.
    fn drop_between_knots(&mut self, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let knot = self.knots(|kernel, from, to| !kernel.mutual(from, to), budget)?;
        let mut drop = Vec::new();
        for from in self.nodes() {
            let apart = |to: &&u32| knot[from as usize] != knot[**to as usize] && !self.mutual(from, **to);
            drop.extend(self.outs(from).iter().filter(apart).map(|&to| (from, to)));
        }
        for &(from, to) in &drop {
            self.unlink(from, to);
        }
        Ok(!drop.is_empty())
    }

    /// DOME: a link that every loop could leave out by going straight past one of its ends.
    fn drop_dominated(&mut self, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let mut changed = false;
        for from in self.nodes().collect::<Vec<_>>() {
            for to in self.outs(from).to_vec() {
                budget.step()?;
                if self.mutual(from, to) {
                    continue;
                }
                let past = |before: &u32| self.mutual(*before, from) || has(self.ins(to), *before);
                let on = |after: &u32| self.mutual(to, *after) || has(self.outs(from), *after);
                if self.ins(from).iter().all(past) || self.outs(to).iter().all(on) {
                    self.unlink(from, to);
                    changed = true;
                }
            }
        }
        Ok(changed)
    }

    /// CORE: of mutual neighbours who all know each other, all but one must go; the one that knows nobody else
    /// may stay.
    fn choose_around_cores(&mut self, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let mut core = None;
        for node in self.nodes() {
            budget.step()?;
            let friends = self.outs(node);
            let knows_all = |one: &u32| friends.iter().all(|other| one == other || self.mutual(*one, *other));
            if friends == self.ins(node) && friends.iter().all(knows_all) {
                core = Some(friends.to_vec());
                break;
            }
        }
        let found = core.is_some();
        for friend in core.into_iter().flatten() {
            self.choose(friend);
        }
        Ok(found)
    }

    /// For each node the number of its knot: nodes that reach each other along wanted links (Tarjan 1972, on a
    /// stack of its own).
    fn knots(
        &self,
        wanted: impl Fn(&Self, u32, u32) -> bool,
        budget: &mut Budget<'_>,
    ) -> Result<Vec<u32>, Stop> {
        const NONE: u32 = u32::MAX;
        let count = self.out.len();
        let (mut seen, mut low, mut knot) = (vec![NONE; count], vec![NONE; count], vec![NONE; count]);
        let (mut order, mut knots) = (0, 0);
        let (mut open, mut way): (Vec<u32>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
        for root in self.nodes() {
            if seen[root as usize] != NONE {
                continue;
            }
            way.push((root, 0));
            while let Some((node, next)) = way.pop() {
                let at = node as usize;
                if next == 0 {
                    (seen[at], low[at]) = (order, order);
                    order += 1;
                    open.push(node);
                }
                if let Some(&to) = self.out[at].get(next) {
                    budget.step()?;
                    way.push((node, next + 1));
                    if wanted(self, node, to) {
                        if seen[to as usize] == NONE {
                            way.push((to, 0));
                        } else if knot[to as usize] == NONE {
                            low[at] = low[at].min(seen[to as usize]);
                        }
                    }
                    continue;
                }
                if low[at] == seen[at] {
                    while let Some(member) = open.pop() {
                        knot[member as usize] = knots;
                        if member == node {
                            break;
                        }
                    }
                    knots += 1;
                }
                if let Some(&(above, _)) = way.last() {
                    low[above as usize] = low[above as usize].min(low[at]);
                }
            }
        }
        Ok(knot)
    }

    /// The parts that no link joins, each by itself, in the order of their first nodes. What was chosen is in
    /// none of them.
    pub(super) fn parts(&self) -> Vec<Kernel> {
        const NONE: u32 = u32::MAX;
        let mut place = vec![NONE; self.out.len()];
        let mut parts = Vec::new();
        for root in self.nodes() {
            if place[root as usize] != NONE {
                continue;
            }
            place[root as usize] = 0;
            let mut members = vec![root];
            let mut next = 0;
            while let Some(&node) = members.get(next) {
                next += 1;
                for &near in self.outs(node).iter().chain(self.ins(node)) {
                    if place[near as usize] == NONE {
                        place[near as usize] = 0;
                        members.push(near);
                    }
                }
            }
            members.sort_unstable();
            for (at, &node) in (0..).zip(&members) {
                place[node as usize] = at;
            }
            let mut part = Kernel::new(members.iter().map(|&node| self.names[node as usize]).collect());
            for &node in &members {
                for &to in self.outs(node) {
                    part.link(place[node as usize], place[to as usize]);
                }
            }
            parts.push(part);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kernel(nodes: u32, links: &[(u32, u32)]) -> Kernel {
        let mut kernel = Kernel::new((0..nodes).collect());
        for &(from, to) in links {
            kernel.link(from, to);
        }
        kernel
    }

    fn reduced(nodes: u32, links: &[(u32, u32)]) -> Kernel {
        let mut kernel = kernel(nodes, links);
        kernel.reduce(&mut Budget::unlimited()).expect("no limit");
        kernel
    }

    #[test]
    fn a_ring_a_link_to_itself_and_a_row_need_no_choice_between_nodes() {
        let ring = reduced(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
        assert_eq!((ring.chosen.len(), ring.nodes().count() == 0), (1, true));
        assert_eq!(reduced(2, &[(0, 1), (1, 1)]).chosen, [1]);
        assert!(reduced(3, &[(0, 1), (1, 2)]).chosen.is_empty());
    }

    #[test]
    fn mutual_neighbours_leave_the_one_that_knows_nobody_else() {
        let mut links = Vec::new();
        for one in 0..4 {
            links.extend((0..4).filter(|&other| other != one).map(|other| (one, other)));
        }
        links.extend([(3, 4), (4, 5), (5, 6), (6, 4), (5, 3)]);
        let left = reduced(7, &links);
        assert!(left.nodes().count() == 0 && left.chosen.len() == 4, "{left:?}");
    }

    #[test]
    fn parts_are_numbered_anew_and_keep_their_names() {
        let mut kernel = kernel(6, &[(4, 5), (5, 4), (1, 2), (2, 1)]);
        kernel.remove(1);
        let parts = kernel.parts();
        assert_eq!(parts.len(), 1);
        let mut part = parts[0].clone();
        part.choose(1);
        assert_eq!(part.chosen, [5]);
    }
}
