//! What nodes drive and depend on over several links: MICMAC (Duperrin and Godet 1973).
//!
//! The matrix of who drives whom is raised to higher powers, whose sums of rows and columns count ways of that
//! many links, until the ranking of nodes no longer changes. Powers alone fade to nothing on a map without loops,
//! so the powers up to k are added: a node's sum is the number of ways of at most k links. Ways may pass a node
//! more than once.

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::walk::Rows;
use crate::map::Spot;

/// The highest power that is tried. Rankings settle after a few, or swing for ever.
const HIGHEST: usize = 64;

/// Counts of indirect ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indirect {
    /// By spot: how many ways of at most k links start at a node.
    pub drives: Vec<u128>,
    /// By spot: how many ways of at most k links end at a node.
    pub depends: Vec<u128>,
    /// k, the highest power that was added; 1 means direct links alone.
    pub power: usize,
    /// Whether the ranking by both counts was the same at k as at k − 1.
    pub stable: bool,
}

impl Indirect {
    /// By spot: the place of each node among driving factors, from 1; equal ones share a place.
    #[must_use]
    pub fn drivers(&self) -> Vec<usize> {
        ranking(&self.drives).into_iter().map(|rank| rank + 1).collect()
    }

    /// By spot: the place of each node among dependent factors, from 1; equal ones share a place.
    #[must_use]
    pub fn dependents(&self) -> Vec<usize> {
        ranking(&self.depends).into_iter().map(|rank| rank + 1).collect()
    }
}

/// Raises the powers until the ranking is stable, a count would overflow, or the budget runs out; then the counts
/// of the last whole power stand.
pub(super) fn count(rows: &Rows, nodes: usize, budget: &mut Budget<'_>) -> Indirect {
    let spots = || 0..Spot::try_from(nodes).unwrap_or(Spot::MAX);
    let drives: Vec<u128> = spots().map(|spot| rows.from(spot).len() as u128).collect();
    let depends: Vec<u128> = spots().map(|spot| rows.into(spot).len() as u128).collect();
    let mut now = Indirect { drives, depends, power: 1, stable: false };
    let ranks = |of: &Indirect| (ranking(&of.drives), ranking(&of.depends));
    let mut before = ranks(&now);
    while now.power < HIGHEST {
        // Ways of at most k + 1 links: a link and then nothing more, or a way of at most k.
        let onward = |spot: Spot| rows.from(spot).iter().map(|row| row.to);
        let back = |spot: Spot| rows.into(spot).iter().copied();
        let (Ok(Some(drives)), Ok(Some(depends))) =
            (raise(&now.drives, onward, budget), raise(&now.depends, back, budget))
        else {
            break;
        };
        now = Indirect { drives, depends, power: now.power + 1, stable: false };
        let after = ranks(&now);
        if after == before {
            now.stable = true;
            break;
        }
        before = after;
    }
    now
}

/// The sums one power higher; `None` if one of them would be too large.
fn raise<I: Iterator<Item = Spot>>(
    beyond: &[u128],
    near: impl Fn(Spot) -> I,
    budget: &mut Budget<'_>,
) -> Result<Option<Vec<u128>>, Stop> {
    let mut sums = Vec::with_capacity(beyond.len());
    for spot in 0..Spot::try_from(beyond.len()).unwrap_or(Spot::MAX) {
        let mut sum = 0_u128;
        for to in near(spot) {
            budget.step()?;
            let way = beyond[to as usize].checked_add(1);
            let Some(more) = way.and_then(|way| sum.checked_add(way)) else { return Ok(None) };
            sum = more;
        }
        sums.push(sum);
    }
    Ok(Some(sums))
}

/// The rank of each node: how many have more. Equal counts have equal ranks.
fn ranking(counts: &[u128]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(counts[at]));
    let mut ranks = vec![0; counts.len()];
    for (place, &at) in order.iter().enumerate() {
        let same =
            place.checked_sub(1).map(|above| order[above]).filter(|&above| counts[above] == counts[at]);
        ranks[at] = same.map_or(place, |above| ranks[above]);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign, Snapshot};

    fn of(nodes: usize, links: impl IntoIterator<Item = (usize, usize)>) -> Indirect {
        let name = |node: usize| format!("n{node:03}");
        let mut map = Map::new("x");
        for node in 0..nodes {
            map.insert_node(name(node).as_str().into(), Node::new(Kind::Cause, name(node))).expect("new");
        }
        for (from, to) in links {
            let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
            map.insert_link(id, Link::signed(Sign::Plus)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        count(&Rows::of(&snapshot, |_| true), nodes, &mut Budget::unlimited())
    }

    #[test]
    fn a_row_of_nodes_ranks_by_how_much_lies_beyond() {
        let row = of(4, [(0, 1), (1, 2), (2, 3)]);
        assert_eq!((row.drives, row.depends), (vec![3, 2, 1, 0], vec![0, 1, 2, 3]));
        assert_eq!((row.power, row.stable), (4, true));
    }

    #[test]
    fn an_order_that_does_not_settle_is_not_claimed_to() {
        let nodes = 200;
        let all = (0..nodes * nodes).map(|at| (at / nodes, at % nodes)).filter(|(from, to)| from != to);
        // All ranks are equal but two, so the order settles long before the counts grow too large.
        let dense = of(nodes + 2, all.chain([(nodes, nodes + 1), (nodes + 1, nodes)]));
        assert!(dense.stable && dense.power < HIGHEST);
        let row = of(150, (0..149).map(|at| (at, at + 1)));
        assert_eq!((row.power, row.stable), (HIGHEST, false));
    }

    #[test]
    fn before_a_count_grows_too_large_the_last_whole_power_stands() {
        let (knot, row) = (200, 150);
        let all = (0..knot * knot).map(|at| (at / knot, at % knot)).filter(|(from, to)| from != to);
        // The row settles after as many powers as it has links, and by then no number holds the ways of the knot.
        let both = of(knot + row, all.chain((knot..knot + row - 1).map(|at| (at, at + 1))));
        let ways = |power: u32| {
            let powers = (1..=power).map(|power| 199_u128.checked_pow(power));
            powers.sum::<Option<u128>>()
        };
        let power = u32::try_from(both.power).expect("few");
        assert!(both.power < HIGHEST && !both.stable);
        assert_eq!((Some(both.drives[0]), Some(both.depends[199])), (ways(power), ways(power)));
        assert_eq!(ways(power + 1), None, "one more would have fitted");
        assert_eq!((both.drives[knot], both.drives[knot + row - 2]), (both.power as u128, 1));
    }
}
