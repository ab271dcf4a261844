//! On how many shortest ways between two others each node lies (betweenness: Freeman 1977; Brandes 2001).

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::walk::Rows;
use crate::map::Spot;

const FAR: u32 = u32::MAX;

/// Ways are halved so often at once when there are more of them than a number can hold.
const MANY: f64 = 1e150;

/// For each node the number of shortest ways, over all pairs of other nodes, in shares. O(nodes · links); the
/// same sums in the same order on every machine.
pub(super) fn count(rows: &Rows, nodes: usize, budget: &mut Budget<'_>) -> Result<Vec<f64>, Stop> {
    let mut between = vec![0.0; nodes];
    let mut distance = vec![FAR; nodes];
    // Ways from the start to a node, and what lies beyond a node: both in shares of its own distance's scale.
    let (mut ways, mut beyond) = (vec![0.0_f64; nodes], vec![0.0_f64; nodes]);
    for start in 0..Spot::try_from(nodes).unwrap_or(Spot::MAX) {
        let mut order = vec![start];
        let mut scaled = vec![false];
        (distance[start as usize], ways[start as usize]) = (0, 1.0);
        let mut from = 0;
        while from < order.len() {
            let until = order.len();
            let next = distance[order[from] as usize] + 1;
            for at in from..until {
                let spot = order[at];
                for row in rows.from(spot) {
                    budget.step()?;
                    let to = row.to as usize;
                    if distance[to] == FAR {
                        distance[to] = next;
                        order.push(row.to);
                    }
                    if distance[to] == next {
                        ways[to] += ways[spot as usize];
                    }
                }
            }
            let many = order[until..].iter().any(|&spot| ways[spot as usize] > MANY);
            if many {
                for &spot in &order[until..] {
                    ways[spot as usize] /= MANY;
                }
            }
            scaled.push(many);
            from = until;
        }
        for &spot in order.iter().rev() {
            let at = spot as usize;
            let scale = if scaled.get(distance[at] as usize + 1) == Some(&true) { MANY } else { 1.0 };
            for row in rows.from(spot) {
                budget.step()?;
                let to = row.to as usize;
                if distance[to] == distance[at] + 1 {
                    beyond[at] += ways[at] / ways[to] / scale * (1.0 + beyond[to]);
                }
            }
            if spot != start {
                between[at] += beyond[at];
            }
        }
        for spot in order {
            let at = spot as usize;
            (distance[at], ways[at], beyond[at]) = (FAR, 0.0, 0.0);
        }
    }
    Ok(between)
}
