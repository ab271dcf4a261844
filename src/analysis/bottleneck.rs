//! The nodes that lie on every chain from one node to another, in the order in which all chains pass them.
//!
//! Acting on one of them alone touches every chain. That does not make it a good place to act: what acting there
//! would take, and what else it would do, is not known here.
//!
//! One sweep along a shortest chain (Cairo, Khan, Rizzi, Schmidt, Tomescu, Zirondelli 2021, 'A simplified
//! algorithm computing all s-t bridges and articulation points'): a node of it is passed by every chain just when
//! nothing before it leads past it. These are the dominators of the end in the graph seen from the start (Prosser
//! 1959), found in O(nodes + links).

use super::budget::{Budget, Stop};
use super::walk::{Distances, FAR, Rows};
use crate::map::{Snapshot, Spot};

/// The bottlenecks from one node to another, without the two themselves. `None` if there is no chain; an empty
/// list if there are chains and no node is on all of them.
///
/// O(nodes + links).
///
/// # Errors
/// If the budget ran out: then nothing is known.
pub fn bottlenecks(
    snapshot: &Snapshot,
    from: Spot,
    to: Spot,
    budget: &mut Budget<'_>,
) -> Result<Option<Vec<Spot>>, Stop> {
    if from == to {
        return Ok(None);
    }
    let rows = Rows::of(snapshot, |_| true);
    let mut distances = Distances::new(snapshot.len());
    distances.measure(&rows, to, FAR - 1, |_| true, budget)?;
    if distances.of(from) == FAR {
        return Ok(None);
    }
    let way = shortest(&rows, &distances, from);
    let mut place = vec![usize::MAX; snapshot.len()];
    for (at, &spot) in way.iter().enumerate() {
        place[spot as usize] = at;
    }
    let mut seen = vec![false; snapshot.len()];
    let mut open = Vec::new();
    let mut found = Vec::new();
    // How far along the way one gets from what lies before the node we are at, without passing that node.
    let mut furthest = 0;
    for (at, &spot) in way.iter().enumerate() {
        if at > 0 && at + 1 < way.len() && furthest <= at {
            found.push(spot);
        }
        open.push(spot);
        while let Some(here) = open.pop() {
            for row in rows.from(here) {
                budget.step()?;
                // From beyond the end nothing on a chain comes back, since a chain ends there.
                if distances.of(row.to) == FAR {
                    continue;
                }
                match place[row.to as usize] {
                    usize::MAX if !seen[row.to as usize] => {
                        seen[row.to as usize] = true;
                        open.push(row.to);
                    }
                    usize::MAX => {}
                    place => furthest = furthest.max(place),
                }
            }
        }
    }
    Ok(Some(found))
}

/// The nodes of the shortest way to the target that was measured; of several, the first by ids.
fn shortest(rows: &Rows, distances: &Distances, from: Spot) -> Vec<Spot> {
    let mut way = vec![from];
    let mut here = from;
    while distances.of(here) > 0 {
        let nearer = |row: &&super::walk::Row| {
            distances.of(row.to) != FAR && distances.of(row.to) + 1 == distances.of(here)
        };
        here = rows.from(here).iter().find(nearer).expect("a node at a distance has a nearer one").to;
        way.push(here);
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    fn found(links: &[&str], from: &str, to: &str) -> Option<String> {
        let mut map = Map::new("x");
        for id in ["a", "b", "c", "d", "e", "f", "g"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for link in links {
            let id = LinkId::new(&link[..1], LinkKind::Causes, &link[1..]);
            map.insert_link(id, Link::signed(Sign::Plus)).expect("new");
        }
        let snapshot = Snapshot::of(&map, &Scope::default());
        let spot = |id: &str| snapshot.spot(&id.into()).expect("there");
        bottlenecks(&snapshot, spot(from), spot(to), &mut Budget::unlimited())
            .expect("no limit")
            .map(|spots| spots.iter().map(|&spot| snapshot.id(spot).as_str()).collect())
    }

    #[test]
    fn in_the_order_in_which_they_are_passed() {
        let links = ["af", "fb", "fc", "bd", "cd", "dg", "ge"];
        assert_eq!(found(&links, "a", "e").as_deref(), Some("fdg"));
        assert_eq!(found(&links, "a", "f").as_deref(), Some(""));
    }

    #[test]
    fn a_way_past_takes_it_away_and_a_way_back_does_not() {
        assert_eq!(found(&["ab", "bc", "cd", "ac"], "a", "d").as_deref(), Some("c"));
        assert_eq!(found(&["ab", "bc", "cd", "cb", "da"], "a", "d").as_deref(), Some("bc"));
        assert_eq!(found(&["ab", "bc", "cd", "ae", "ef", "fd"], "a", "d").as_deref(), Some(""));
        // A way past that only leads away from the end is none.
        assert_eq!(found(&["ab", "bc", "ae", "ef"], "a", "c").as_deref(), Some("b"));
        // The end is not on the way to itself: what comes after it does not lead round a bottleneck.
        assert_eq!(found(&["ab", "bc", "ca", "cb"], "a", "c").as_deref(), Some("b"));
    }

    #[test]
    fn without_a_chain_there_is_no_answer() {
        assert_eq!(found(&["ab"], "b", "a"), None);
        assert_eq!(found(&["ab", "ba"], "a", "a"), None);
    }
}
