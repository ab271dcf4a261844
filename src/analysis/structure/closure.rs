//! How many nodes each node leads to, and how many lead to it.
//!
//! Nodes that reach each other reach the same; so it is counted on the graph of such knots, from the ends on,
//! for 512 nodes at a time as bits. That needs no table of all pairs.

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::knots::Knots;
use crate::analysis::walk::Rows;
use crate::map::{Snapshot, Spot};

const WORDS: usize = 8;
const BLOCK: usize = 64 * WORDS;

/// For each node how many others it reaches, and how many others reach it.
pub(super) fn count(
    snapshot: &Snapshot,
    rows: &Rows,
    budget: &mut Budget<'_>,
) -> Result<(Vec<usize>, Vec<usize>), Stop> {
    // Kosaraju's order: a knot comes after all those that it reaches.
    let Knots { members: knots, of: knot } = Knots::of(snapshot);
    let onward = links(&knots, &knot, |spot, add| rows.from(spot).iter().for_each(|row| add(row.to)));
    let back = links(&knots, &knot, |spot, add| rows.into(spot).iter().for_each(|&from| add(from)));
    let order: Vec<usize> = (0..knots.len()).collect();
    let reversed: Vec<usize> = order.iter().rev().copied().collect();
    let reaches = one_way(&order, &onward, &knot, budget)?;
    let reached_from = one_way(&reversed, &back, &knot, budget)?;
    Ok((reaches, reached_from))
}

/// Which other knots a knot is linked to.
fn links(knots: &[Vec<Spot>], knot: &[usize], each: impl Fn(Spot, &mut dyn FnMut(Spot))) -> Vec<Vec<usize>> {
    let of = |(number, members): (usize, &Vec<Spot>)| {
        let mut linked = Vec::new();
        for &spot in members {
            each(spot, &mut |to| linked.push(knot[to as usize]));
        }
        linked.sort_unstable();
        linked.dedup();
        linked.retain(|&other| other != number);
        linked
    };
    knots.iter().enumerate().map(of).collect()
}

/// Counts in one direction; in `order` each knot comes after those that it is linked to.
fn one_way(
    order: &[usize],
    linked: &[Vec<usize>],
    knot: &[usize],
    budget: &mut Budget<'_>,
) -> Result<Vec<usize>, Stop> {
    let mut counts = vec![0_usize; order.len()];
    let mut bits = vec![[0_u64; WORDS]; order.len()];
    for block in 0..knot.len().div_ceil(BLOCK) {
        bits.fill([0; WORDS]);
        for at in 0..BLOCK.min(knot.len() - block * BLOCK) {
            bits[knot[block * BLOCK + at]][at / 64] |= 1 << (at % 64);
        }
        for &number in order {
            let mut reached = bits[number];
            for &other in &linked[number] {
                budget.step()?;
                for (word, more) in reached.iter_mut().zip(bits[other]) {
                    *word |= more;
                }
            }
            bits[number] = reached;
            counts[number] += reached.iter().map(|word| word.count_ones() as usize).sum::<usize>();
        }
    }
    // Every node was counted as reaching itself.
    Ok(knot.iter().map(|&number| counts[number] - 1).collect())
}
