//! Which card a label means, and which ones it may have been meant for.

use super::Match;
use crate::map::fold::fold;
use crate::map::graph::Map;
use crate::map::id::NodeId;

/// The most near cards that are offered for a new one.
const NEAR: usize = 5;
/// From how many letters on a label may be near by its letters and not only by its words.
const LONG_ENOUGH: usize = 6;
/// How many letters may differ.
const LETTERS_APART: usize = 2;

/// The node that a label means, or those near it.
pub(super) fn find(map: &Map, label: &str) -> Match {
    let folded = fold(label);
    let same = map.nodes().filter(|(_, node)| fold(&node.label) == folded);
    // Of several equal ones the one that is written just so, else the first.
    if let Some((id, _)) = same.min_by_key(|(id, node)| (node.label != label, *id)) {
        return Match::There(id.clone());
    }
    let typed: Vec<String> = label.split_whitespace().map(fold).collect();
    let mut near: Vec<(usize, &NodeId)> =
        map.nodes().filter_map(|(id, node)| Some((how_near(&typed, &folded, &node.label)?, id))).collect();
    near.sort();
    Match::New(near.into_iter().take(NEAR).map(|(_, id)| id.clone()).collect())
}

/// How near a label is to what was typed, small is near; `None` if it is not.
fn how_near(typed: &[String], folded: &str, label: &str) -> Option<usize> {
    let apart =
        if folded.chars().count() >= LONG_ENOUGH { letters_apart(folded, &fold(label)) } else { None };
    let begins = || {
        let words: Vec<String> = label.split(|c: char| !c.is_alphanumeric()).map(fold).collect();
        let is_begun = |start: &String| words.iter().any(|word| word.starts_with(start.as_str()));
        typed.iter().all(is_begun).then_some(LETTERS_APART + words.len())
    };
    apart.or_else(begins)
}

/// How many letters must be put in, taken out or replaced to make the one the other (Levenshtein), if at most
/// [`LETTERS_APART`].
fn letters_apart(one: &str, other: &str) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > LETTERS_APART {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (to, wanted) in other.iter().enumerate() {
            let replaced = corner + usize::from(letter != wanted);
            corner = row[to + 1];
            row[to + 1] = replaced.min(corner + 1).min(row[to] + 1);
        }
        if row.iter().min().is_some_and(|&best| best > LETTERS_APART) {
            return None;
        }
    }
    row.last().copied().filter(|&apart| apart <= LETTERS_APART)
}
