//! What a change says anew: links that hold now or hold no longer, signs, certainty, labels, what things rest on.

use std::collections::BTreeSet;

use crate::map::{Certainty, Change, Item, Link, LinkId, LinkKind, Map, Node, NodeId, Sign, fold};

/// What is said of a link that was not said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It holds, where it did not.
    Holds,
    /// It was taken away.
    Gone,
    /// It ought to be there and is not.
    Missing,
    /// It has been refuted.
    Refuted,
    /// It holds with another sign.
    Turned(Sign, Sign),
}

/// Certainty that was raised, and no source with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The card or link.
    pub item: Item,
    /// What it was.
    pub was: Option<Certainty>,
    /// What it is.
    pub now: Certainty,
}

/// A link with another sign, whether or not analyses count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignTurn {
    /// Which.
    pub link: LinkId,
    /// What it was.
    pub was: Sign,
    /// What it is.
    pub now: Sign,
}

/// A card whose label has not a word in common with what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relabelled {
    /// Which.
    pub node: NodeId,
    /// What it said.
    pub was: String,
    /// What it says.
    pub now: String,
}

/// What a change says anew; each list by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// What is said of links.
    pub links: Vec<(LinkId, Claim)>,
    /// Certainty without a new source.
    pub raised: Vec<Raised>,
    /// Signs.
    pub signs: Vec<SignTurn>,
    /// Perhaps the same card with a new meaning.
    pub relabelled: Vec<Relabelled>,
    /// Cards and links that rested on sources and rest on none now.
    pub lost_sources: Vec<Item>,
    /// Links that came and rest on no source, though nobody calls them hypotheses.
    pub without_source: Vec<LinkId>,
}

impl Claims {
    /// Looks at what the change touches. O(changed items · log).
    pub(super) fn of(before: &Map, after: &Map, change: &Change) -> Self {
        let mut claims = Self::default();
        let items: BTreeSet<&Item> = change.edits.iter().map(|edit| &edit.item).collect();
        for item in items {
            match item {
                Item::Link(id) => claims.link(id, before.link(id), after.link(id)),
                Item::Node(id) => claims.node(id, before.node(id), after.node(id)),
                _ => {}
            }
        }
        claims
    }

    fn link(&mut self, id: &LinkId, was: Option<&Link>, now: Option<&Link>) {
        if let Some(claim) = claim(id, was, now) {
            self.links.push((id.clone(), claim));
        }
        match (was, now) {
            (Some(was), Some(now)) => {
                let item = || Item::Link(id.clone());
                self.raised(item, (was.certainty, now.certainty), was.sources.keys(), now.sources.keys());
                if id.kind.has_sign() && was.sign_or_unknown() != now.sign_or_unknown() {
                    let (was, now) = (was.sign_or_unknown(), now.sign_or_unknown());
                    self.signs.push(SignTurn { link: id.clone(), was, now });
                }
                if !was.sources.is_empty() && now.sources.is_empty() {
                    self.lost_sources.push(item());
                }
            }
            (None, Some(now)) => {
                let stated = now.certainty != Some(Certainty::Hypothesis) && now.counts();
                if stated && now.sources.is_empty() && id.kind != LinkKind::Relates {
                    self.without_source.push(id.clone());
                }
            }
            _ => {}
        }
    }

    fn node(&mut self, id: &NodeId, was: Option<&Node>, now: Option<&Node>) {
        let (Some(was), Some(now)) = (was, now) else { return };
        let item = || Item::Node(id.clone());
        self.raised(item, (was.certainty, now.certainty), was.sources.keys(), now.sources.keys());
        if !was.sources.is_empty() && now.sources.is_empty() {
            self.lost_sources.push(item());
        }
        if other_words(&was.label, &now.label) {
            let (was, now) = (was.label.clone(), now.label.clone());
            self.relabelled.push(Relabelled { node: id.clone(), was, now });
        }
    }

    fn raised<'a, K: Ord + 'a>(
        &mut self,
        item: impl Fn() -> Item,
        (was, now): (Option<Certainty>, Option<Certainty>),
        old: impl Iterator<Item = &'a K>,
        mut new: impl Iterator<Item = &'a K>,
    ) {
        let Some(now) = now.filter(|now| height(Some(*now)) > height(was)) else { return };
        let old: BTreeSet<&K> = old.collect();
        if new.all(|source| old.contains(source)) {
            self.raised.push(Raised { item: item(), was, now });
        }
    }
}

/// How much a certainty claims. That something is not so claims as much as that it is.
fn height(certainty: Option<Certainty>) -> u8 {
    match certainty {
        None | Some(Certainty::Hypothesis) => 0,
        Some(Certainty::Supported) => 1,
        Some(Certainty::Confirmed | Certainty::Refuted) => 2,
    }
}

fn claim(id: &LinkId, was: Option<&Link>, now: Option<&Link>) -> Option<Claim> {
    let held = was.is_some_and(Link::counts);
    match now {
        None => held.then_some(Claim::Gone),
        Some(now) if now.counts() => {
            let (old, new) = (was.map_or(Sign::Unknown, Link::sign_or_unknown), now.sign_or_unknown());
            match held {
                false => Some(Claim::Holds),
                true => (id.kind.has_sign() && old != new).then_some(Claim::Turned(old, new)),
            }
        }
        Some(now) if now.missing => was.is_none_or(|was| !was.missing).then_some(Claim::Missing),
        Some(_) => was.is_none_or(|was| was.certainty != Some(Certainty::Refuted)).then_some(Claim::Refuted),
    }
}

/// Words shorter than this say too little to be compared.
const SHORTEST: usize = 3;
/// So many first letters in common make two words forms of one.
const STEM: usize = 4;

/// Whether two labels have no word in common. Labels that differ only in what folding takes away are the same, and
/// ones without a word to compare by are different.
fn other_words(was: &str, now: &str) -> bool {
    if fold(was) == fold(now) {
        return false;
    }
    let words = |label: &str| -> Vec<Vec<char>> {
        let words = label.split(|c: char| !c.is_alphanumeric()).map(|word| fold(word).chars().collect());
        words.filter(|word: &Vec<char>| word.len() >= SHORTEST).collect()
    };
    let stem = |word: &[char]| word[..word.len().min(STEM)].to_vec();
    let (was, now) = (words(was), words(now));
    !was.iter().any(|one| now.iter().any(|other| stem(one) == stem(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_without_a_common_word_is_another_one() {
        for (was, now, other) in [
            ("Trust in services", "Trusting the services", false),
            ("Rent", "Rent burden", false),
            ("Tillit", "TILLIT", false),
            ("Trust in services", "Cost of rent", true),
            ("Rolle", "Mandat", true),
            ("", "Mandate", true),
        ] {
            assert_eq!(other_words(was, now), other, "{was} → {now}");
        }
    }

    #[test]
    fn what_is_claimed_of_a_link() {
        let id = LinkId::new("a", LinkKind::Causes, "b");
        let plus = Link::signed(Sign::Plus);
        let missing = Link { missing: true, ..plus.clone() };
        let refuted = Link { certainty: Some(Certainty::Refuted), ..plus.clone() };
        let minus = Link::signed(Sign::Minus);
        for (was, now, said) in [
            (None, Some(&plus), Some(Claim::Holds)),
            (Some(&plus), None, Some(Claim::Gone)),
            (Some(&plus), Some(&missing), Some(Claim::Missing)),
            (Some(&missing), Some(&plus), Some(Claim::Holds)),
            (Some(&missing), None, None),
            (Some(&plus), Some(&refuted), Some(Claim::Refuted)),
            (Some(&refuted), Some(&refuted), None),
            (Some(&plus), Some(&minus), Some(Claim::Turned(Sign::Plus, Sign::Minus))),
            (Some(&plus), Some(&plus), None),
        ] {
            assert_eq!(claim(&id, was, now), said, "{was:?} {now:?}");
        }
    }

    #[test]
    fn certainty_is_raised_only_without_a_new_source() {
        let mut claims = Claims::default();
        let id: NodeId = "a".into();
        let bare = Node { certainty: Some(Certainty::Hypothesis), ..Node::default() };
        let mut sourced = Node { certainty: Some(Certainty::Supported), ..Node::default() };
        claims.node(&id, Some(&bare), Some(&sourced));
        assert_eq!(claims.raised.len(), 1);
        sourced.sources.insert("s".into(), crate::map::Citation::default());
        claims.node(&id, Some(&bare), Some(&sourced));
        claims.node(&id, Some(&sourced), Some(&bare));
        assert_eq!((claims.raised.len(), claims.lost_sources.len()), (1, 1));
    }
}
