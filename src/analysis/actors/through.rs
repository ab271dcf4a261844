//! How many loops run through what each actor holds. It lists none of them.

use std::ops::ControlFlow;

use super::Register;
use crate::analysis::budget::Budget;
use crate::analysis::loops::{Found, LoopQuery, Polarity, find_loops};
use crate::map::Snapshot;

/// Loops through something that an actor holds; each counts once, however much of it the actor holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Through {
    /// Those that feed themselves.
    pub reinforcing: usize,
    /// Those that slow themselves.
    pub balancing: usize,
    /// Those of which it cannot be said.
    pub undetermined: usize,
}

impl Through {
    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.reinforcing + self.balancing + self.undetermined
    }

    fn add(&mut self, polarity: Polarity) {
        match polarity {
            Polarity::Reinforcing => self.reinforcing += 1,
            Polarity::Balancing => self.balancing += 1,
            Polarity::Undetermined => self.undetermined += 1,
        }
    }
}

/// Searches for loops and counts them for each actor, in the order of the register; what the search found in all says
/// how far the counts hold. O(links of a loop) for each loop beside the search.
pub fn count_through(
    register: &Register,
    snapshot: &Snapshot,
    query: &LoopQuery,
    budget: &mut Budget<'_>,
) -> (Found, Vec<Through>) {
    let mut holders = vec![Vec::new(); snapshot.len()];
    for (at, actor) in register.actors.iter().enumerate() {
        for spot in actor.held().filter_map(|card| snapshot.spot(card)) {
            if let Some(row) = holders.get_mut(spot as usize) {
                row.push(at);
            }
        }
    }
    let mut counts = vec![Through::default(); register.actors.len()];
    // The loop in which an actor was counted last, so that it counts once.
    let mut last = vec![0_usize; register.actors.len()];
    let mut number = 0;
    let found = find_loops(snapshot, query, budget, &mut |found| {
        number += 1;
        let polarity = found.sign(snapshot);
        for arc in found.links(snapshot) {
            for &at in &holders[arc.from as usize] {
                if last[at] != number {
                    last[at] = number;
                    counts[at].add(polarity);
                }
            }
        }
        ControlFlow::Continue(())
    });
    (found, counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Scope, Sign};

    #[test]
    fn a_loop_counts_once_for_each_who_holds_some_of_it() {
        let mut map = Map::new("x");
        for id in ["a", "b", "c"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for id in ["all", "one", "none"] {
            map.insert_node(id.into(), Node::new(Kind::Actor, id)).expect("new");
        }
        for (from, to, sign) in [
            ("a", "b", Sign::Plus),
            ("b", "a", Sign::Plus),
            ("b", "c", Sign::Minus),
            ("c", "a", Sign::Plus),
            ("c", "c", Sign::Unknown),
        ] {
            map.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(sign)).expect("new");
        }
        for (from, to) in [("all", "a"), ("all", "b"), ("all", "c"), ("one", "c")] {
            map.insert_link(LinkId::new(from, LinkKind::Holds, to), Link::default()).expect("new");
        }
        let register = Register::of(&map);
        let snapshot = Snapshot::of(&map, &Scope::default());
        let count = |most| {
            let query = LoopQuery { max_length: most, ..LoopQuery::default() };
            count_through(&register, &snapshot, &query, &mut Budget::unlimited())
        };
        let (found, counts) = count(8);
        assert_eq!(found.count, 3);
        let names: Vec<_> = register.actors.iter().map(|actor| actor.id.as_str()).collect();
        assert_eq!(names, ["all", "none", "one"]);
        assert_eq!(counts[0], Through { reinforcing: 1, balancing: 1, undetermined: 1 });
        assert_eq!(
            (counts[1].all(), counts[2]),
            (0, Through { balancing: 1, undetermined: 1, ..Through::default() })
        );
        assert_eq!(count(2).1[2].all(), 1, "the longer ones were not looked for");
    }
}
