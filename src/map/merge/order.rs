//! Merging the order of a list whose items have names: each side's moves and additions, among what neither moved.

use std::collections::{BTreeMap, BTreeSet};

use super::three::Three;

/// More items than this are not compared pair by pair; two orders that both changed then disagree.
const MOST_COMPARED: usize = 500;

/// Whether an item is in the merged list as a rule: who took it out or put it in counts.
pub(super) fn stays<K: Ord>(three: &Three<BTreeSet<&K>>, key: &K) -> bool {
    let there = three.each(|keys| keys.contains(key));
    if there.base { there.ours && there.theirs } else { there.ours || there.theirs }
}

/// The order of all items for which `member` says yes, each of which stands in ours or theirs; no list has an item
/// twice.
///
/// What neither side moved keeps its order. What one side moved, put in or alone still has goes where that side has it. Where
/// both put different things into one place, the smaller name comes first: the order of the sides makes no
/// difference.
///
/// # Errors
/// If the two orders contradict each other.
pub(super) fn merge_order<K: Ord + Clone>(
    three: &Three<Vec<K>>,
    member: impl Fn(&K) -> bool,
) -> Result<Vec<K>, Contradiction> {
    let lists = three.each(|list| list.iter().filter(|key| member(key)).collect::<Vec<&K>>());
    let sets = lists.each(|list| list.iter().copied().collect::<BTreeSet<&K>>());
    let kept_ours = unmoved(&lists.base, &lists.ours, &sets.ours);
    let kept_theirs = unmoved(&lists.base, &lists.theirs, &sets.theirs);
    let fixed: BTreeMap<&K, usize> = lists
        .base
        .iter()
        .filter(|key| kept_ours.contains(*key) && kept_theirs.contains(*key))
        .enumerate()
        .map(|(place, key)| (*key, place))
        .collect();
    // What a side did not move stands where the other side moved it.
    let ours = gaps(&lists.ours, &fixed, |key| !kept_ours.contains(key) || !sets.theirs.contains(key));
    let theirs = gaps(&lists.theirs, &fixed, |key| !kept_theirs.contains(key) || !sets.ours.contains(key));
    let mut merged = Vec::new();
    let mut fixed_in_order: Vec<&K> = fixed.keys().copied().collect();
    fixed_in_order.sort_by_key(|key| fixed[key]);
    for (gap, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
        if gap > 0 {
            merged.push(fixed_in_order[gap - 1]);
        }
        merged.extend(one_gap(ours, theirs)?);
    }
    let mut seen = BTreeSet::new();
    if !merged.iter().all(|key| seen.insert(*key)) || !fair(&lists, &sets, &merged) {
        return Err(Contradiction);
    }
    Ok(merged.into_iter().cloned().collect())
}

/// Two orders that cannot both be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Contradiction;

/// Ours as it stands, with what only they have behind what it stands behind there.
pub(super) fn ours_first<K: Ord + Clone>(three: &Three<Vec<K>>, member: impl Fn(&K) -> bool) -> Vec<K> {
    let ours: Vec<&K> = three.ours.iter().filter(|key| member(key)).collect();
    let in_ours: BTreeSet<&K> = ours.iter().copied().collect();
    // What only they have, by what of ours it stands behind; each the nearer the later it comes.
    let mut behind: BTreeMap<Option<&K>, Vec<&K>> = BTreeMap::new();
    let mut before = None;
    for key in three.theirs.iter().filter(|key| member(key)) {
        if in_ours.contains(key) {
            before = Some(key);
        } else {
            behind.entry(before).or_default().push(key);
        }
    }
    let mut seen = BTreeSet::new();
    std::iter::once(None)
        .chain(ours.into_iter().map(Some))
        .flat_map(|key| key.into_iter().chain(behind.remove(&key).unwrap_or_default()))
        .filter(|key| seen.insert(*key))
        .cloned()
        .collect()
}

/// The items of both lists that a move of the fewest items leaves where they are.
fn unmoved<'a, K: Ord>(base: &[&'a K], side: &[&'a K], on_side: &BTreeSet<&'a K>) -> BTreeSet<&'a K> {
    let place: BTreeMap<&K, usize> = base
        .iter()
        .copied()
        .filter(|key| on_side.contains(key))
        .enumerate()
        .map(|(at, key)| (key, at))
        .collect();
    let row: Vec<(&K, usize)> =
        side.iter().filter_map(|key| place.get(key).map(|place| (*key, *place))).collect();
    // A longest rising row: for each length the place in `row` where the lowest such row ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; row.len()];
    for (at, (_, place)) in row.iter().enumerate() {
        let length = ends.partition_point(|end| row[*end].1 < *place);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut kept = BTreeSet::new();
    let mut at = ends.last().copied();
    while let Some(here) = at {
        kept.insert(row[here].0);
        at = before[here];
    }
    kept
}

/// What a side puts before the first fixed item, behind it, behind the second one, and so on.
fn gaps<'a, K: Ord>(
    side: &[&'a K],
    fixed: &BTreeMap<&'a K, usize>,
    puts: impl Fn(&K) -> bool,
) -> Vec<Vec<&'a K>> {
    let mut gaps = vec![Vec::new(); fixed.len() + 1];
    let mut gap = 0;
    for key in side {
        match fixed.get(key) {
            Some(place) => gap = place + 1,
            None if puts(key) => gaps[gap].push(*key),
            None => {}
        }
    }
    gaps
}

/// What both sides put into one place, as one row.
fn one_gap<'a, K: Ord>(ours: &[&'a K], theirs: &[&'a K]) -> Result<Vec<&'a K>, Contradiction> {
    let [in_ours, in_theirs] = [ours, theirs].map(|list| list.iter().copied().collect::<BTreeSet<&K>>());
    let both: Vec<&K> = ours.iter().copied().filter(|key| in_theirs.contains(key)).collect();
    if !both.iter().copied().eq(theirs.iter().copied().filter(|key| in_ours.contains(key))) {
        return Err(Contradiction);
    }
    let mut row = Vec::new();
    let (mut ours, mut theirs) = (ours, theirs);
    for key in both.into_iter().map(Some).chain([None]) {
        let until = |list: &[&K]| list.iter().position(|other| Some(*other) == key).unwrap_or(list.len());
        let (mine, others) = (until(ours), until(theirs));
        let mut runs = [&ours[..mine], &theirs[..others]];
        runs.sort_by_key(|run| run.first().copied());
        row.extend(runs.concat());
        row.extend(key);
        ours = ours.get(mine + 1..).unwrap_or_default();
        theirs = theirs.get(others + 1..).unwrap_or_default();
    }
    Ok(row)
}

/// Whether two items that both sides have stand as both want it, or as the one wants it that turned them round.
fn fair<K: Ord>(lists: &Three<Vec<&K>>, sets: &Three<BTreeSet<&K>>, merged: &[&K]) -> bool {
    let shared: Vec<&K> =
        merged.iter().copied().filter(|key| sets.ours.contains(key) && sets.theirs.contains(key)).collect();
    if lists.ours == lists.base || lists.theirs == lists.base || lists.ours == lists.theirs {
        return true;
    }
    if shared.len() > MOST_COMPARED {
        return false;
    }
    let places =
        lists.each(|list| list.iter().enumerate().map(|(at, key)| (*key, at)).collect::<BTreeMap<_, _>>());
    let row: Vec<Three<Option<usize>>> =
        shared.iter().map(|key| places.each(|place| place.get(key).copied())).collect();
    row.iter().enumerate().all(|(at, first)| {
        row[at + 1..].iter().all(|second| {
            let risen = |first: Option<usize>, second: Option<usize>| Some(first? < second?);
            match (risen(first.ours, second.ours), risen(first.theirs, second.theirs)) {
                (Some(ours), Some(theirs)) if ours == theirs => ours,
                // The two disagree: who turned them round is heard, and new ones nobody turned.
                _ => risen(first.base, second.base) == Some(false),
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
        let list = |text: &str| text.chars().collect::<Vec<char>>();
        let three = Three { base: list(base), ours: list(ours), theirs: list(theirs) };
        let turned = Three { base: list(base), ours: list(theirs), theirs: list(ours) };
        let said = |three: &Three<Vec<char>>| {
            let sets = three.each(|list| list.iter().collect::<BTreeSet<_>>());
            merge_order(three, |key| stays(&sets, key)).ok().map(|row| row.into_iter().collect::<String>())
        };
        assert_eq!(said(&three), said(&turned), "the order of the sides makes a difference");
        said(&three)
    }

    #[test]
    fn what_one_side_did_is_done() {
        for side in ["abcd", "dcba", "bcda", "xaby", "", "da", "dxca"] {
            assert_eq!(merged("abcd", side, "abcd").as_deref(), Some(side));
            assert_eq!(merged("abcd", side, side).as_deref(), Some(side));
        }
    }

    #[test]
    fn moves_and_additions_of_both_are_done() {
        assert_eq!(merged("abcde", "bacde", "abced").as_deref(), Some("baced"));
        assert_eq!(merged("abc", "abcx", "yabc").as_deref(), Some("yabcx"));
        assert_eq!(merged("abc", "axbc", "aybc").as_deref(), Some("axybc"));
        assert_eq!(merged("abc", "cab", "acx").as_deref(), Some("cax"));
        assert_eq!(merged("abc", "xabc", "yxabc").as_deref(), Some("yxabc"));
    }

    #[test]
    fn two_orders_that_cannot_both_be_had_are_said() {
        assert_eq!(merged("abc", "bac", "acb"), None);
        assert_eq!(merged("abc", "cab", "bca").as_deref(), Some("cba"));
        assert_eq!(merged("abc", "cab", "bac"), None);
        assert_eq!(merged("", "ab", "ba"), None);
    }

    /// What grows with the square of a list shows at once: a step of a journey, a tag of a stranger's map.
    #[test]
    fn long_lists_are_merged_at_once() {
        let list = |from: u32, many: u32| (from..from + many).collect::<Vec<u32>>();
        let three = Three { base: Vec::new(), ours: list(0, 100_000), theirs: list(0, 99_999) };
        let began = std::time::Instant::now();
        assert!(merge_order(&three, |_| true).is_err(), "too many to compare pair by pair");
        let three = Three { base: Vec::new(), ours: list(0, 100_000), theirs: list(50_000, 100_000) };
        assert_eq!(ours_first(&three, |_| true), list(0, 150_000));
        assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
    }

    #[test]
    fn ours_stands_where_the_two_disagree() {
        let list = |text: &str| text.chars().collect::<Vec<char>>();
        let three = Three { base: list("abc"), ours: list("cbxa"), theirs: list("bcya") };
        assert_eq!(ours_first(&three, |_| true), list("cybxa"));
    }
}
