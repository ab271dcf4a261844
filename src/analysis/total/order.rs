//! In which order the nodes of a part are taken in, so that the frontier stays narrow.
//!
//! First greedily from several beginnings, always the node that leaves the cheapest frontier; then the best of these
//! is improved by putting single nodes elsewhere, at first also where that costs a little (threshold accepting,
//! Dueck and Scheuer 1990). The number of tries is fixed and the chance in it too, so that every machine finds the
//! same order.

use super::Short;
use super::core::Part;
use crate::analysis::budget::Budget;

/// How many times the states a frontier node makes that may still be entered and left, about.
const BOTH: f64 = 2.2;
/// The same for a node that may only be entered or only be left any more.
const ONE_WAY: f64 = 1.6;
/// An order that costs no more is good enough as it is.
const CHEAP: f64 = 2_000.0;
/// An order that costs more cannot be made good enough.
const HOPELESS: f64 = 1e9;
/// An order that costs more, after all that could be done, is of no use.
const TOO_DEAR: f64 = 2e6;
/// From how many nodes the greedy search begins, at most.
const BEGINNINGS: usize = 12;
/// How many nodes and links the improvement looks at, at most.
const MOST_LOOKS: usize = 6_000_000;
/// How many of them for each state that the order takes: a cheap order is not worth much more work.
const LOOKS_A_STATE: f64 = 100.0;

/// A good order; `None` where every order that was tried takes too much.
pub(super) fn order(part: &Part, budget: &mut Budget<'_>) -> Result<Option<Vec<usize>>, Short> {
    let mut measure = Measure::new(part);
    let mut best: Option<(f64, Vec<usize>)> = None;
    let stride = part.len().div_ceil(BEGINNINGS);
    for first in (0..part.len()).step_by(stride.max(1)) {
        let limit = best.as_ref().map_or(HOPELESS, |(cost, _)| *cost);
        if let Some(order) = greedy(part, first, limit, budget)? {
            let cost = measure.cost(&order);
            if cost < limit {
                best = Some((cost, order));
            }
        }
    }
    let Some((cost, order)) = best else { return Ok(None) };
    if cost <= CHEAP {
        return Ok(Some(order));
    }
    let (cost, order) = improve(part, measure, (cost, order), budget)?;
    Ok((cost <= TOO_DEAR).then_some(order))
}

/// Always the node that leaves the cheapest frontier, of those that are beside it. `None` once that costs more than
/// `limit`.
fn greedy(
    part: &Part,
    first: usize,
    limit: f64,
    budget: &mut Budget<'_>,
) -> Result<Option<Vec<usize>>, Short> {
    let nodes = part.len();
    // How many links each node has from and to nodes that are not taken in.
    let mut ins: Vec<usize> = part.into.iter().map(Vec::len).collect();
    let mut outs: Vec<usize> = part.out.iter().map(Vec::len).collect();
    let mut taken = vec![false; nodes];
    let mut beside = vec![first];
    let mut is_beside = vec![false; nodes];
    is_beside[first] = true;
    let mut order = Vec::with_capacity(nodes);
    // The cost of the frontier as it is: powers are kept as the numbers of nodes of both kinds.
    let (mut both, mut one_way) = (0_i32, 0_i32);
    let mut sum = 0.0;
    while !beside.is_empty() {
        let mut best: Option<Choice> = None;
        for (at, &node) in beside.iter().enumerate() {
            let change = change(part, node, &ins, &outs, &taken, budget)?;
            let cost = power(BOTH, both + change.0) * power(ONE_WAY, one_way + change.1);
            let key = (cost, node);
            if best.as_ref().is_none_or(|best| key < best.key) {
                best = Some(Choice { key, at, change });
            }
        }
        let Some(Choice { key: (cost, node), at, change }) = best else { break };
        sum += cost;
        if sum > limit {
            return Ok(None);
        }
        (both, one_way) = (both + change.0, one_way + change.1);
        beside.swap_remove(at);
        taken[node] = true;
        order.push(node);
        for &(to, _) in &part.out[node] {
            ins[to] -= 1;
        }
        for &(from, _) in &part.into[node] {
            outs[from] -= 1;
        }
        for &(near, _) in part.out[node].iter().chain(&part.into[node]) {
            if !taken[near] && !std::mem::replace(&mut is_beside[near], true) {
                beside.push(near);
            }
        }
    }
    Ok(Some(order))
}

/// A node that may be taken in next.
struct Choice {
    /// What the frontier costs with it, and the node.
    key: (f64, usize),
    /// Where it stands among those beside the frontier.
    at: usize,
    /// How many more frontier nodes of both kinds there are with it.
    change: (i32, i32),
}

/// How many more frontier nodes of both kinds there are when a node is taken in.
fn change(
    part: &Part,
    node: usize,
    ins: &[usize],
    outs: &[usize],
    taken: &[bool],
    budget: &mut Budget<'_>,
) -> Result<(i32, i32), Short> {
    let kind = |ins: usize, outs: usize| match (ins, outs) {
        (0, 0) => (0, 0),
        (0, _) | (_, 0) => (0, 1),
        _ => (1, 0),
    };
    let mut sum = kind(ins[node], outs[node]);
    let mut note = |near: usize, ins_less: usize, outs_less: usize| {
        let was = kind(ins[near], outs[near]);
        let is = kind(ins[near] - ins_less, outs[near] - outs_less);
        sum = (sum.0 + is.0 - was.0, sum.1 + is.1 - was.1);
    };
    // Both lists are in the order of the nodes, so a node that is in both is met in one go.
    let (mut to, mut from) = (part.out[node].iter().peekable(), part.into[node].iter().peekable());
    loop {
        budget.step()?;
        let next = match (to.peek(), from.peek()) {
            (None, None) => return Ok(sum),
            (Some(&&(to, _)), Some(&&(from, _))) => to.min(from),
            (Some(&&(node, _)), None) | (None, Some(&&(node, _))) => node,
        };
        let ins_less = usize::from(to.next_if(|way| way.0 == next).is_some());
        let outs_less = usize::from(from.next_if(|way| way.0 == next).is_some());
        if taken[next] {
            note(next, ins_less, outs_less);
        }
    }
}

fn power(base: f64, times: i32) -> f64 {
    // One multiplication after the other gives the same on every machine.
    (0..times).fold(1.0, |product, _| product * base)
}

/// Tells what an order costs.
struct Measure<'a> {
    part: &'a Part,
    at: Vec<usize>,
    // How many frontier nodes of both kinds come and go at a time.
    both: Vec<i32>,
    one_way: Vec<i32>,
    powers: [Vec<f64>; 2],
}

impl<'a> Measure<'a> {
    fn new(part: &'a Part) -> Self {
        let nodes = part.len();
        let most = i32::try_from(nodes + 1).unwrap_or(i32::MAX).min(256);
        let powers = [BOTH, ONE_WAY].map(|base| (0..=most).map(|times| power(base, times)).collect());
        Self { part, at: vec![0; nodes], both: vec![0; nodes + 1], one_way: vec![0; nodes + 1], powers }
    }

    /// About how many states are looked at in that order, all in all.
    fn cost(&mut self, order: &[usize]) -> f64 {
        self.both.fill(0);
        self.one_way.fill(0);
        for (time, &node) in order.iter().enumerate() {
            self.at[node] = time;
        }
        for (time, &node) in order.iter().enumerate() {
            let last = |ways: &[(usize, super::Weight)]| {
                ways.iter().map(|&(other, _)| self.at[other]).max().map_or(time, |last| last.max(time))
            };
            let (into, out) = (last(&self.part.into[node]), last(&self.part.out[node]));
            let (first, end) = (into.min(out), into.max(out));
            self.both[time] += 1;
            self.both[first] -= 1;
            self.one_way[first] += 1;
            self.one_way[end] -= 1;
        }
        let (mut both, mut one_way, mut sum) = (0, 0, 0.0);
        let power = |powers: &[f64], times: i32| {
            powers.get(usize::try_from(times).unwrap_or(0)).copied().unwrap_or(f64::MAX)
        };
        for time in 0..order.len() {
            both += self.both[time];
            one_way += self.one_way[time];
            sum += power(&self.powers[0], both) * power(&self.powers[1], one_way);
        }
        sum
    }
}

/// Puts single nodes elsewhere while that helps.
fn improve(
    part: &Part,
    mut measure: Measure<'_>,
    (mut cost, mut order): (f64, Vec<usize>),
    budget: &mut Budget<'_>,
) -> Result<(f64, Vec<usize>), Short> {
    let nodes = part.len();
    let mut chance = Chance(nodes as u64);
    let (mut best_cost, mut best) = (cost, order.clone());
    let looks = (cost * LOOKS_A_STATE).min(MOST_LOOKS as f64) as usize;
    let tries = looks / (nodes + part.ways());
    for tried in 0..tries {
        budget.spend(nodes + part.ways())?;
        let from = chance.below(nodes);
        // Mostly not far.
        let far = if chance.below(4) == 0 { nodes } else { 1 + nodes / 8 };
        let to = (from + nodes + chance.below(2 * far + 1) - far.min(nodes)) % nodes;
        if from == to {
            continue;
        }
        shift(&mut order, from, to);
        let new = measure.cost(&order);
        let room = 1.0 + 0.1 * (tries - tried) as f64 / tries as f64;
        if new <= cost * room {
            cost = new;
            if cost < best_cost {
                best_cost = cost;
                best.clone_from(&order);
            }
        } else {
            shift(&mut order, to, from);
        }
    }
    Ok((best_cost, best))
}

fn shift(order: &mut [usize], from: usize, to: usize) {
    if from < to {
        order[from..=to].rotate_left(1);
    } else {
        order[to..=from].rotate_right(1);
    }
}

/// Numbers that look random and are the same on every machine (SplitMix64, Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap_or(0)
    }
}
