//! What is left out of a list: by letters that are typed, and by values that were chosen.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::facet::{Facet, Narrow};
use crate::map::{Link, LinkId, Map, Node, NodeId, fold};
use crate::text::Lang;

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was typed: every word of it must be found in a row.
    pub text: String,
    /// What was chosen: a row has all of these.
    pub chosen: BTreeMap<Facet, Narrow>,
}

impl Filter {
    /// Whether it leaves out nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.is_empty()
    }

    /// Whether a card has all that was chosen.
    #[must_use]
    pub fn takes_card(&self, map: &Map, node: &Node, picked: bool) -> bool {
        self.chosen.iter().all(|(facet, value)| facet.takes_card(map, value, node, picked))
    }

    /// Whether a link has all that was chosen.
    #[must_use]
    pub fn takes_link(&self, map: &Map, id: &LinkId, link: &Link, picked: bool) -> bool {
        self.chosen.iter().all(|(facet, value)| facet.takes_link(map, value, id, link, picked))
    }

    /// What was typed, word by word, as letters are looked for.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        self.text.split_whitespace().map(fold).collect()
    }
}

/// The letters that a row is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// As `fold` writes them.
    own: String,
    /// The same without what makes å, ø and æ letters of their own: who has no such keys finds them too. Empty where
    /// there is no difference.
    plain: String,
}

impl Letters {
    fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut own = String::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            own.push_str(&fold(part));
            // No word of a search holds a line break, so no two parts are found as one.
            own.push('\n');
        }
        Self::folded(own)
    }

    fn folded(own: String) -> Self {
        let plain = if own.contains(['æ', 'ø', 'å']) {
            own.replace('å', "a").replace('ø', "o").replace('æ', "ae")
        } else {
            String::new()
        };
        Self { own, plain }
    }

    /// What a card is found by: what it is called, what it is in either language, where it stands, how it is marked.
    #[must_use]
    pub fn of_card(map: &Map, id: &NodeId, node: &Node) -> Self {
        let mut parts = vec![node.label.as_str(), node.short.as_str(), id.as_str(), node.sector.as_str()];
        parts.extend(node.tags.iter().map(String::as_str));
        parts.extend(place(map, node));
        for lang in Lang::ALL {
            parts.extend([node.kind.word(lang), node.word(lang)]);
            parts.extend(node.certainty.map(|own| own.word(lang)));
            parts.extend(node.marks.iter().map(|own| own.word(lang)));
            parts.extend(node.now.map(|own| own.word(lang)));
            parts.extend(node.stage.map(|own| own.word(lang)));
            if node.level.is_none() || node.area.is_none() {
                parts.push(lang.words().things.unsorted);
            }
        }
        Self::of(parts)
    }

    /// What a link is found by: its two cards and where they stand, and what it says in either language. `ends` are
    /// the letters of each card, from [`Ends::of`].
    #[must_use]
    pub fn of_link(ends: &Ends, id: &LinkId, link: &Link) -> Self {
        let mut parts = vec![link.word.as_str()];
        for lang in Lang::ALL {
            let words = &lang.words().links;
            parts.push(id.kind.word(lang));
            parts.extend(link.certainty.map(|own| own.word(lang)));
            if id.kind.has_sign() {
                parts.push(link.sign_or_unknown().word(lang));
            }
            if link.missing {
                parts.push(words.missing);
            }
            if link.delay {
                parts.push(words.delay);
            }
        }
        let folded = parts.into_iter().filter(|part| !part.is_empty()).map(|part| ends.word(part));
        let cards = [&id.from, &id.to].into_iter().filter_map(|end| ends.cards.get(end).cloned());
        Self::folded(cards.chain(folded).fold(String::new(), |mut all, part| {
            all.push_str(&part);
            all
        }))
    }

    /// Whether every one of the words is found in them.
    #[must_use]
    pub fn hold(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.own.contains(word.as_str()) || self.plain.contains(word.as_str()))
    }
}

/// The letters of the cards at the ends of links, and of the words that links share: each is folded once, however many
/// links there are.
#[derive(Debug, Default)]
pub struct Ends {
    cards: BTreeMap<NodeId, String>,
    words: RefCell<BTreeMap<String, String>>,
}

impl Ends {
    /// Those of all cards.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let letters = |node: &Node| {
            Letters::of([node.label.as_str(), node.short.as_str()].into_iter().chain(place(map, node))).own
        };
        let cards = map.nodes().map(|(id, node)| (id.clone(), letters(node))).collect();
        Self { cards, words: RefCell::default() }
    }

    fn word(&self, word: &str) -> String {
        let mut words = self.words.borrow_mut();
        if let Some(known) = words.get(word) {
            return known.clone();
        }
        let folded = Letters::of([word]).own;
        words.insert(word.to_owned(), folded.clone());
        folded
    }
}

/// The words for where a card stands.
fn place<'a>(map: &'a Map, node: &'a Node) -> impl Iterator<Item = &'a str> {
    let level = node.level.as_ref().and_then(|id| map.level(id)).map(|level| level.name.as_str());
    let area = node.area.as_ref().and_then(|id| map.area(id));
    let area = area.map(|area| [area.id.as_str(), area.name.as_str()]);
    level.into_iter().chain(area.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Certainty, Kind, Mark, Role};

    fn takes(text: &str, node: &Node) -> bool {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let map = Map::new("x");
        Letters::of_card(&map, &"id".into(), node).hold(&filter.words())
    }

    #[test]
    fn letters_find_with_and_without_their_rings() {
        let node = Node { tags: vec!["Øy".to_owned()], ..Node::new(Kind::Cause, "Blåser ut på tæler") };
        for found in ["blåser", "blaser", "BLÅS", "oy", "øy", "taeler", "tæler", "ut bla", "blåser oy", ""]
        {
            assert!(takes(found, &node), "{found}");
        }
        // Who writes å means å.
        let plain = Node::new(Kind::Cause, "Far sa ja");
        assert!(!takes("får", &plain) && takes("far", &plain));
        assert!(!takes("utpåtælerid", &node), "no two parts are found as one");
    }

    #[test]
    fn words_of_either_language_find_what_a_card_is() {
        let node = Node {
            role: Some(Role::Barrier),
            certainty: Some(Certainty::Supported),
            marks: vec![Mark::Pain],
            ..Node::new(Kind::Cause, "X")
        };
        for found in
            ["barrier", "hemmer", "årsak", "cause", "underbygd", "supported pain", "smerte", "usortert"]
        {
            assert!(takes(found, &node), "{found}");
        }
        assert!(!takes("fremmer", &node) && !takes("hemmer bekreftet", &node));
    }
}
