//! The fewest members so that every one of some sets holds one of them: a minimum hitting set.
//!
//! Branch and bound: the shortest set that is not hit yet is tried member by member, and sets that share nothing show
//! how many members are needed at least.

use crate::analysis::budget::{Budget, Stop};
use crate::map::Spot;

/// What a branch still has to do.
struct Branch {
    chosen: Vec<Spot>,
    banned: Vec<Spot>,
}

/// A smallest hitting set in order, and whether it is proven smallest. No set may be empty; sets are sorted.
pub(super) fn smallest(sets: &[Vec<Spot>], budget: &mut Budget<'_>) -> (Vec<Spot>, bool) {
    let mut best = greedy(sets);
    let done = improve(sets, &mut best, budget).is_ok();
    best.sort_unstable();
    (best, done)
}

/// Always the member that hits most of what is left; of several the first.
fn greedy(sets: &[Vec<Spot>]) -> Vec<Spot> {
    let mut left: Vec<&Vec<Spot>> = sets.iter().collect();
    let mut chosen = Vec::new();
    while !left.is_empty() {
        let mut members: Vec<Spot> = left.iter().flat_map(|set| set.iter().copied()).collect();
        members.sort_unstable();
        let most = members
            .chunk_by(|a, b| a == b)
            .max_by_key(|same| (same.len(), std::cmp::Reverse(same[0])))
            .map(|same| same[0])
            .expect("no set is empty");
        chosen.push(most);
        left.retain(|set| set.binary_search(&most).is_err());
    }
    chosen
}

fn improve(sets: &[Vec<Spot>], best: &mut Vec<Spot>, budget: &mut Budget<'_>) -> Result<(), Stop> {
    let mut open = vec![Branch { chosen: Vec::new(), banned: Vec::new() }];
    while let Some(branch) = open.pop() {
        let mut left = Vec::new();
        for set in sets {
            budget.step()?;
            if !set.iter().any(|member| branch.chosen.contains(member)) {
                let allowed = set.iter().copied().filter(|member| !branch.banned.contains(member));
                left.push(allowed.collect::<Vec<_>>());
            }
        }
        left.sort_by_key(Vec::len);
        let Some(shortest) = left.first() else {
            if branch.chosen.len() < best.len() {
                *best = branch.chosen;
            }
            continue;
        };
        if branch.chosen.len() + apart(&left, budget)? >= best.len() {
            continue;
        }
        // One branch for each member: it is chosen, and those before it are not.
        let mut banned = branch.banned.clone();
        let mut next = Vec::new();
        for &member in shortest {
            let chosen = [&branch.chosen[..], &[member]].concat();
            next.push(Branch { chosen, banned: banned.clone() });
            banned.push(member);
        }
        open.extend(next.into_iter().rev());
    }
    Ok(())
}

/// How many of the sets share nothing, taken shortest first. A set without members cannot be hit at all.
fn apart(sets: &[Vec<Spot>], budget: &mut Budget<'_>) -> Result<usize, Stop> {
    let mut used: Vec<Spot> = Vec::new();
    let mut count = 0;
    for set in sets {
        budget.step()?;
        if set.is_empty() {
            return Ok(usize::MAX / 2);
        }
        if !set.iter().any(|member| used.contains(member)) {
            used.extend(set);
            count += 1;
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(sets: &[&[Spot]], steps: u64) -> (Vec<Spot>, bool) {
        smallest(&sets.iter().map(|set| set.to_vec()).collect::<Vec<_>>(), &mut Budget::steps(steps))
    }

    #[test]
    fn better_than_always_taking_the_member_of_most_sets() {
        // 0 is in most sets, yet 1 and 2 together are in all.
        let sets: [&[Spot]; 6] = [&[0, 1, 7], &[0, 1, 8], &[0, 2, 7], &[0, 2, 8], &[1, 9], &[2, 9]];
        assert_eq!(hit(&sets, u64::MAX), (vec![0, 9], true));
        let sets: [&[Spot]; 6] = [&[0, 1], &[0, 1, 8], &[0, 2], &[0, 2, 8], &[1, 9], &[2, 5]];
        assert_eq!(hit(&sets, u64::MAX), (vec![1, 2], true));
        assert_eq!(hit(&sets, 0), (vec![0, 1, 2], false));
    }

    #[test]
    fn nothing_to_hit_needs_nobody() {
        assert_eq!(hit(&[], u64::MAX), (Vec::new(), true));
    }
}
