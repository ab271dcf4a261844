//! Which card a label means, and which ones it may have been meant for.

use super::Match;
use crate::map::alike::letters_apart;
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
    let apart = if folded.chars().count() >= LONG_ENOUGH { apart(folded, &fold(label)) } else { None };
    let begins = || {
        let words: Vec<String> = label.split(|c: char| !c.is_alphanumeric()).map(fold).collect();
        let is_begun = |start: &String| words.iter().any(|word| word.starts_with(start.as_str()));
        typed.iter().all(is_begun).then_some(LETTERS_APART + words.len())
    };
    apart.or_else(begins)
}

fn apart(one: &str, other: &str) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    letters_apart(&one, &other, LETTERS_APART)
}
