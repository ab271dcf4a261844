//! Cards that may be one: labels that are equal but for case and accents, hold the same words, or differ in few letters.
//!
//! It only proposes; whether two cards mean the same is for people to say.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::graph::Map;
use super::id::NodeId;
use super::node::Kind;

/// The most pairs that are proposed.
pub const MOST_PAIRS: usize = 100;
/// The most pairs near by letters that are looked at before the best are taken.
const MOST_NEAR: usize = 5_000;
/// From how many letters on two labels may be near by their letters.
const LONG_ENOUGH: usize = 6;
/// Labels may differ in one letter of so many.
const LETTERS_TO_ONE: usize = 8;
/// The most letters in which two labels may differ.
const MOST_APART: usize = 3;

/// Words that say nothing about what a label means.
const SMALL: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "is", "are", "with", "at", "by", "from",
    "en", "ei", "et", "den", "det", "de", "av", "i", "på", "til", "og", "eller", "er", "med", "fra", "som",
    "om", "hos",
];

/// Why two cards may be one, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The labels are equal but for case, accents and blanks.
    SameLabel,
    /// They hold the same words but for small ones, in whatever order.
    SameWords,
    /// They differ in so many letters.
    NearLetters(usize),
}

/// Pairs of cards of one kind that may be one, the likeliest first, at most [`MOST_PAIRS`]; in a pair, and among equally
/// likely pairs, by id. Those that somebody said are apart, as they stand here, are left out and take no room. Of several cards with equal labels, or the same words, each is held against the first. Labels
/// whose numbers differ are not alike: *Phase 1* is not *Phase 2*.
#[must_use]
pub fn alike(map: &Map, apart: &BTreeSet<(NodeId, NodeId)>) -> Vec<(NodeId, NodeId, Why)> {
    let mut cards: Vec<Card<'_>> =
        map.nodes().filter_map(|(id, node)| Card::of(id, node.kind, &node.label)).collect();
    let mut pairs: BTreeMap<(&NodeId, &NodeId), Why> = BTreeMap::new();
    let mut by_label: BTreeMap<(Kind, &[char]), &NodeId> = BTreeMap::new();
    let mut by_words: BTreeMap<(Kind, &[String]), &NodeId> = BTreeMap::new();
    for card in &cards {
        let first = *by_label.entry((card.kind, &card.letters)).or_insert(card.id);
        if first != card.id {
            pairs.insert((first, card.id), Why::SameLabel);
        }
        if card.words.is_empty() {
            continue;
        }
        let first = *by_words.entry((card.kind, &card.words)).or_insert(card.id);
        if first != card.id {
            pairs.entry((first, card.id)).or_insert(Why::SameWords);
        }
    }
    drop((by_label, by_words));
    let mut near = Vec::new();
    // Only what is long enough and of one kind is held against each other, the short before the long.
    cards.retain(|card| card.letters.len() >= LONG_ENOUGH);
    cards.sort_by_key(|card| (card.kind, card.letters.len()));
    // In a row of their own, since nearly all that is looked at of a pair is this.
    let prints: Vec<u128> = cards.iter().map(|card| card.pairs).collect();
    'all: for (at, card) in cards.iter().enumerate() {
        let farthest = (card.kind, card.letters.len() + MOST_APART);
        let end = cards.partition_point(|other| (other.kind, other.letters.len()) <= farthest);
        for (behind, print) in prints[at + 1..end].iter().enumerate() {
            // A letter replaced takes two pairs and brings two.
            if (card.pairs ^ print).count_ones() as usize > 4 * MOST_APART {
                continue;
            }
            let other = &cards[at + 1 + behind];
            // The longer of the two says how many letters may differ.
            let most = (other.letters.len() / LETTERS_TO_ONE).clamp(1, MOST_APART);
            let apart = (card.digits == other.digits && card.pairs_apart(other) <= 4 * most)
                .then(|| letters_apart(&card.letters, &other.letters, most))
                .flatten();
            if let Some(apart) = apart.filter(|apart| *apart > 0) {
                near.push((card.id.min(other.id), card.id.max(other.id), apart));
                if near.len() >= MOST_NEAR {
                    break 'all;
                }
            }
        }
    }
    for (one, other, apart) in near {
        pairs.entry((one, other)).or_insert(Why::NearLetters(apart));
    }
    let mut found: Vec<_> = pairs.into_iter().map(|((a, b), why)| (why, a, b)).collect();
    found.sort();
    let pairs = found.into_iter().map(|(why, a, b)| (a.clone(), b.clone(), why));
    pairs.filter(|(a, b, _)| !apart.contains(&(a.clone(), b.clone()))).take(MOST_PAIRS).collect()
}

/// A card as it is held against others.
struct Card<'a> {
    id: &'a NodeId,
    kind: Kind,
    letters: Vec<char>,
    words: Vec<String>,
    digits: Vec<char>,
    // A bit for each pair of neighbouring letters: labels that differ in few letters differ in few of them.
    pairs: u128,
}

impl<'a> Card<'a> {
    /// `None` for a label without a letter.
    fn of(id: &'a NodeId, kind: Kind, label: &str) -> Option<Self> {
        let letters: Vec<char> = fold(label).chars().filter(|c| c.is_alphanumeric()).collect();
        if letters.is_empty() {
            return None;
        }
        let mut words: Vec<String> = label
            .split(|c: char| !c.is_alphanumeric())
            .map(fold)
            .filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str()))
            .collect();
        words.sort();
        words.dedup();
        let digits = letters.iter().copied().filter(|c| c.is_numeric()).collect();
        let pairs = letters.windows(2).fold(0, |all, pair| all | 1 << bit(pair));
        Some(Self { id, kind, letters, words, digits, pairs })
    }

    /// In how many pairs of neighbouring letters two labels differ, or a little less.
    fn pairs_apart(&self, other: &Self) -> usize {
        (self.pairs ^ other.pairs).count_ones() as usize
    }
}

fn bit(pair: &[char]) -> u32 {
    let mixed = pair.iter().fold(0_u32, |mixed, c| (mixed ^ u32::from(*c)).wrapping_mul(0x9e37_79b1));
    mixed >> 25
}

/// How many letters must be put in, taken out or replaced to make the one the other (Levenshtein), if at most `most`.
pub(super) fn letters_apart(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
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
        if row.iter().min().is_some_and(|&best| best > most) {
            return None;
        }
    }
    row.last().copied().filter(|&apart| apart <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::node::Node;

    fn map(labels: &[(&str, Kind)]) -> Map {
        let mut map = Map::new("x");
        for (at, (label, kind)) in labels.iter().enumerate() {
            map.insert_node(format!("n{at}").as_str().into(), Node::new(*kind, *label)).expect("new");
        }
        map
    }

    fn found(labels: &[&str]) -> Vec<(String, String, Why)> {
        let labels: Vec<_> = labels.iter().map(|label| (*label, Kind::Cause)).collect();
        let pairs = alike(&map(&labels), &BTreeSet::new()).into_iter();
        pairs.map(|(a, b, why)| (a.to_string(), b.to_string(), why)).collect()
    }

    #[test]
    fn equal_words_and_letters_are_found_the_surest_first() {
        let pairs = found(&[
            "Tillit til tjenester",
            "Tjenestenes samarbeid",
            "tjenestenes samarbeit",
            "Tjenester, tillit!",
            "tillit til  TJENESTER",
        ]);
        let pair = |a: &str, b: &str, why| (a.to_owned(), b.to_owned(), why);
        assert_eq!(
            pairs,
            [
                pair("n0", "n4", Why::SameLabel),
                pair("n0", "n3", Why::SameWords),
                pair("n1", "n2", Why::NearLetters(1)),
            ]
        );
    }

    #[test]
    fn what_only_looks_alike_is_not() {
        for labels in [
            ["Fase 1 av livet", "Fase 2 av livet"],
            ["Får", "Far"],
            ["Need", "Neet"],
            ["Tid til familien", "Tro på familien"],
            ["", " "],
        ] {
            assert_eq!(found(&labels), [], "{labels:?}");
        }
        let kinds = map(&[("Municipality", Kind::Actor), ("Municipality", Kind::Cause)]);
        assert_eq!(alike(&kinds, &BTreeSet::new()), []);
    }

    #[test]
    fn what_is_said_to_be_apart_takes_no_room() {
        let labels: Vec<_> = (0..=150).map(|_| ("Trust", Kind::Cause)).collect();
        let map = map(&labels);
        let pairs = |apart: &BTreeSet<_>| -> Vec<_> {
            alike(&map, apart).into_iter().map(|(one, other, _)| (one, other)).collect()
        };
        let first = pairs(&BTreeSet::new());
        let apart: BTreeSet<_> = first.iter().cloned().collect();
        let next = pairs(&apart);
        assert_eq!((first.len(), next.len()), (MOST_PAIRS, 150 - MOST_PAIRS));
        assert!(next.iter().all(|pair| !apart.contains(pair)));
    }

    #[test]
    fn many_equal_cards_give_a_hundred_pairs_with_the_first() {
        let labels = vec!["Trust"; 300];
        let pairs = found(&labels);
        assert_eq!(pairs.len(), MOST_PAIRS);
        assert!(pairs.iter().all(|(a, ..)| a == "n0"));
    }

    #[test]
    fn distances_are_bounded() {
        let apart = |a: &str, b: &str, most| {
            letters_apart(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most)
        };
        assert_eq!(apart("kitten", "sitting", 3), Some(3));
        assert_eq!(apart("kitten", "sitting", 2), None);
        assert_eq!(apart("", "abc", 2), None);
    }
}
