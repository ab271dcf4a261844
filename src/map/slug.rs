//! Makes an id out of a first label.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::id::{ID_LENGTH, NodeId};

/// The slug of `label`: `[a-z0-9-]`, at most [`ID_LENGTH`] characters, cut at a dash where there is one.
///
/// æ, ø and å become ae, oe and aa, as passports write them, so that *hør* (hear) does not become another
/// word; other letters lose their marks. A label without any such letter gives `node`.
#[must_use]
pub fn slug(label: &str) -> String {
    let mut out = String::new();
    for c in label.chars().flat_map(char::to_lowercase) {
        match c {
            'æ' => out.push_str("ae"),
            'ø' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            'đ' => out.push('d'),
            'ŋ' => out.push('n'),
            'ŧ' => out.push('t'),
            'ß' => out.push_str("ss"),
            _ => {
                for plain in c.nfkd().filter(|&p| !is_combining_mark(p)) {
                    if plain.is_ascii_alphanumeric() {
                        out.push(plain.to_ascii_lowercase());
                    } else if !matches!(plain, '\'' | '’') && !out.is_empty() && !out.ends_with('-') {
                        out.push('-');
                    }
                }
            }
        }
    }
    shorten(&mut out);
    if out.is_empty() { "node".to_owned() } else { out }
}

fn shorten(text: &mut String) {
    if text.len() > ID_LENGTH {
        // A word cut in two reads as another word; but one word longer than the limit has no dash to cut at.
        let whole_words = text[..=ID_LENGTH].rfind('-').filter(|&at| at > ID_LENGTH / 2);
        text.truncate(whole_words.unwrap_or(ID_LENGTH));
    }
    text.truncate(text.trim_end_matches('-').len());
}

/// Whether an id was made of `old` and its card is called `now`, which would make another id: somebody gave it another
/// label. Labels that are too long to stand whole in an id, or that have nothing to make one of, say nothing.
#[must_use]
pub fn was_called(id: &NodeId, old: &str, now: &str) -> bool {
    let made = slug(old);
    made == id.as_str() && made != slug(now) && made != slug("") && old.chars().count() <= ID_LENGTH
}

/// The slug of `label`, with `-2`, `-3` … behind it where `taken` says that it names something already.
pub fn free_slug(label: &str, taken: impl Fn(&str) -> bool) -> NodeId {
    let first = slug(label);
    if !taken(&first) {
        return NodeId::new(first);
    }
    let numbered = |number: usize| {
        let tail = format!("-{number}");
        let head = first[..first.len().min(ID_LENGTH - tail.len())].trim_end_matches('-');
        format!("{head}{tail}")
    };
    // In growing steps to a free number, then halving back to one behind a taken one: a table with thousands of
    // equal labels would else be counted through from 2 for each of them.
    let (mut used, mut free) = (1, 2);
    while taken(&numbered(free)) {
        (used, free) = (free, free * 2);
    }
    while free - used > 1 {
        let middle = used + (free - used) / 2;
        if taken(&numbered(middle)) {
            used = middle;
        } else {
            free = middle;
        }
    }
    NodeId::new(numbered(free))
}

/// As [`free_slug`], and keeps the given id in `taken`, for naming many in a row.
pub fn take_slug(label: &str, taken: &mut BTreeSet<String>) -> NodeId {
    let id = free_slug(label, |text| taken.contains(text));
    taken.insert(id.as_str().to_owned());
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::id::is_node_id;

    #[test]
    fn norwegian_and_sami_letters_keep_words_apart() {
        assert_eq!(slug("Hør på familien"), "hoer-paa-familien");
        assert_eq!(slug("Før"), "foer");
        assert_eq!(slug("Blåbær"), "blaabaer");
        assert_eq!(slug("Ŋuolla đ ŧ"), "nuolla-d-t");
        assert_eq!(slug("Café Über"), "cafe-uber");
    }

    #[test]
    fn decomposed_letters_give_the_same_base() {
        assert_eq!(slug("Cafe\u{301}"), "cafe");
    }

    #[test]
    fn nothing_to_spell_gives_node() {
        for label in ["", "   ", "???", "中文"] {
            assert_eq!(slug(label), "node");
        }
    }

    #[test]
    fn long_labels_are_cut_at_a_dash() {
        let id = slug("Services that have been arranged by law and not by the life of a child");
        assert!(id.len() <= ID_LENGTH && is_node_id(&id) && !id.ends_with('-'));
        assert_eq!(id, "services-that-have-been-arranged-by-law");
        assert_eq!(slug(&"x".repeat(60)).len(), ID_LENGTH);
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        let mut taken = BTreeSet::new();
        assert_eq!(take_slug("Trust", &mut taken).as_str(), "trust");
        assert_eq!(take_slug("trust!", &mut taken).as_str(), "trust-2");
        assert_eq!(take_slug("Trust", &mut taken).as_str(), "trust-3");
        for number in 4..100 {
            assert_eq!(take_slug("Trust", &mut taken).as_str(), format!("trust-{number}"));
        }
        let long = "y".repeat(60);
        take_slug(&long, &mut taken);
        assert!(is_node_id(take_slug(&long, &mut taken).as_str()));
    }
}
