//! Which card a label means, and which ones it may have been meant for.

use std::cell::OnceCell;
use std::collections::HashMap;

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

/// The labels of a map, made ready to be looked up. They say nothing of what changes later: a line that is looked at
/// at every key needs them once for as long as the map stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    rows: Vec<Row>,
    // The rows of a folded label; of several the first by id comes first.
    by_label: HashMap<String, Vec<usize>>,
}

/// One node, by what its label says.
#[derive(Clone, Debug)]
struct Row {
    id: NodeId,
    label: String,
    letters: Vec<char>,
    // Only what is not there is searched by words.
    words: OnceCell<Vec<String>>,
}

impl Labels {
    /// Those of all nodes. O(letters).
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let mut labels = Self::default();
        for (at, (id, node)) in map.nodes().enumerate() {
            let folded = fold(&node.label);
            let letters = folded.chars().collect();
            labels.by_label.entry(folded).or_default().push(at);
            let row = Row { id: id.clone(), label: node.label.clone(), letters, words: OnceCell::new() };
            labels.rows.push(row);
        }
        labels
    }

    /// The node that a label means, or those near it. O(nodes) for a label that none has.
    pub(super) fn find(&self, label: &str) -> Match {
        let folded = fold(label);
        let same = self.by_label.get(&folded).map_or(&[][..], Vec::as_slice);
        // Of several equal ones the one that is written just so, else the first.
        if let Some(&at) = same.iter().min_by_key(|&&at| (self.rows[at].label != label, at)) {
            return Match::There(self.rows[at].id.clone());
        }
        let typed: Vec<String> = label.split_whitespace().map(fold).collect();
        let letters: Vec<char> = folded.chars().collect();
        let mut near: Vec<(usize, usize)> = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(at, row)| Some((row.how_near(&typed, &letters)?, at)))
            .collect();
        near.sort_unstable();
        Match::New(near.into_iter().take(NEAR).map(|(_, at)| self.rows[at].id.clone()).collect())
    }
}

impl Row {
    /// How near a label is to what was typed, small is near; `None` if it is not.
    fn how_near(&self, typed: &[String], letters: &[char]) -> Option<usize> {
        let long = letters.len() >= LONG_ENOUGH;
        let apart = long.then(|| letters_apart(letters, &self.letters, LETTERS_APART)).flatten();
        apart.or_else(|| {
            let words = self.words();
            let is_begun = |start: &String| words.iter().any(|word| word.starts_with(start.as_str()));
            typed.iter().all(is_begun).then_some(LETTERS_APART + words.len())
        })
    }

    fn words(&self) -> &[String] {
        self.words.get_or_init(|| self.label.split(|c: char| !c.is_alphanumeric()).map(fold).collect())
    }
}
