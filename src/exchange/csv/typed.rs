//! What the type of a card or of a connection says, where it was written for another program.
//!
//! A type is free text there. A card's may name one of our kinds, or something that people commonly mean by one; a
//! connection's may name a kind of link, a sign, a delay, or several of them.

use crate::map::{Kind, LinkKind, Role, Sign};

use super::cell::{folded, link_kind, split};
use super::fields::{bare_sign, kind};

/// What people call things that have another name here.
const ALSO: &[(Kind, &[&str])] = &[
    (
        Kind::Actor,
        &[
            "stakeholder",
            "person",
            "people",
            "organisation",
            "organization",
            "group",
            "institution",
            "interessent",
            "organisasjon",
            "gruppe",
            "institusjon",
        ],
    ),
    (
        Kind::Measure,
        &[
            "action",
            "solution",
            "intervention",
            "idea",
            "initiative",
            "handling",
            "løsning",
            "idé",
            "initiativ",
        ],
    ),
    (Kind::Benefit, &["goal", "outcome", "result", "mål", "utfall", "resultat", "effekt"]),
    (Kind::Note, &["sticky", "stickynote", "comment", "lapp", "kommentar"]),
    (Kind::Cause, &["factor", "variable", "faktor", "variabel"]),
];

/// What a card's type makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardType {
    /// The kind.
    pub kind: Kind,
    /// The role of a cause.
    pub role: Option<Role>,
    /// Whether the word is our own; else the type says more than the kind does, and is kept beside it.
    pub own: bool,
}

/// What the type of a card says; of several values the first that says something. `None` for anything else.
pub fn card_type(cell: &str) -> Option<CardType> {
    let one = |value: &String| {
        if let Some((kind, role)) = kind(value) {
            return Some(CardType { kind, role, own: true });
        }
        let word = folded(value);
        let also = ALSO.iter().find(|(_, words)| words.contains(&word.as_str()));
        also.map(|(kind, _)| CardType { kind: *kind, role: None, own: false })
    };
    let values = split(cell);
    let found = values.iter().find_map(one)?;
    Some(CardType { own: found.own && values.len() == 1, ..found })
}

/// What the type of a connection says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkType {
    /// The kind of link, where it names one of ours.
    pub kind: Option<LinkKind>,
    /// The sign; unknown where it says both.
    pub sign: Option<Sign>,
    /// Whether it says that the effect takes a time.
    pub delay: bool,
    /// Whether it says two signs that do not agree.
    pub torn: bool,
    /// What is left: the values that say none of these.
    pub rest: Vec<String>,
}

/// Reads the type of a connection: its values, and in each value a sign, a kind or a word of delay.
pub fn link_type(cell: &str) -> LinkType {
    let mut found = LinkType::default();
    for value in split(cell) {
        let (value, delay) = without_delay(&value);
        found.delay |= delay;
        if value.is_empty() {
            continue;
        }
        if let Some(sign) = sign_of(&value) {
            found.torn |= found.sign.is_some_and(|other| other != sign);
            found.sign = Some(if found.torn { Sign::Unknown } else { sign });
        } else if let (Some(kind), None) = (link_kind(&value), found.kind) {
            found.kind = Some(kind);
        } else if !found.rest.contains(&value) {
            found.rest.push(value);
        }
    }
    found
}

/// The sign of a value that holds nothing but signs: `+`, `opposite`, `Positive (+)`.
fn sign_of(value: &str) -> Option<Sign> {
    if let Some(sign) = bare_sign(value) {
        return Some(sign);
    }
    let between = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | '/' | ':');
    let mut words = value.split(between).filter(|word| !word.is_empty()).map(bare_sign);
    let first = words.next()??;
    words.all(|sign| sign == Some(first)).then_some(first)
}

/// The value without its word of delay, and whether there was one. 'No delay' says that there is none.
fn without_delay(value: &str) -> (String, bool) {
    let is_delay = |word: &str| {
        let word: String =
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        word.starts_with("delay") || word.starts_with("forsink")
    };
    let is_none =
        |word: &str| matches!(folded(word).as_str(), "no" | "not" | "without" | "ingen" | "uten" | "ikke");
    let words: Vec<&str> = value.split_whitespace().collect();
    let Some(at) = words.iter().position(|word| is_delay(word) || *word == "||") else {
        return (value.to_owned(), false);
    };
    let denied = at > 0 && is_none(words[at - 1]);
    let first = if denied { at - 1 } else { at };
    let left = [&words[..first], &words[at + 1..]].concat().join(" ");
    (left.trim_matches(|c: char| c.is_whitespace() || ",;/&".contains(c)).to_owned(), !denied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_connections_as_people_write_them() {
        use Sign::{Minus, Plus, Unknown};
        for (cell, sign, delay, torn, rest) in [
            ("", None, false, false, &[][..]),
            ("+", Some(Plus), false, false, &[]),
            ("-", Some(Minus), false, false, &[]),
            ("\u{2212}", Some(Minus), false, false, &[]),
            ("S", Some(Plus), false, false, &[]),
            ("Opposite", Some(Minus), false, false, &[]),
            ("Positive (+)", Some(Plus), false, false, &[]),
            ("+|+", Some(Plus), false, false, &[]),
            ("+|-", Some(Unknown), false, true, &[]),
            ("+|-|+", Some(Unknown), false, true, &[]),
            ("- (delayed)", Some(Minus), true, false, &[]),
            ("+|Delay", Some(Plus), true, false, &[]),
            ("+ || ", Some(Plus), false, false, &[]),
            ("+ no delay", Some(Plus), false, false, &[]),
            ("forsinket", None, true, false, &[]),
            ("Knows", None, false, false, &["Knows"]),
            ("Knows|Knows", None, false, false, &["Knows"]),
            ("影响", None, false, false, &["影响"]),
            ("Funds - a lot", None, false, false, &["Funds - a lot"]),
        ] {
            let found = link_type(cell);
            let rest: Vec<String> = rest.iter().map(|text: &&str| (*text).to_owned()).collect();
            assert_eq!(found, LinkType { kind: None, sign, delay, torn, rest }, "{cell}");
        }
        assert_eq!(link_type("informs").kind, Some(LinkKind::Informs));
        assert_eq!(link_type("acts on|-").kind, Some(LinkKind::ActsOn));
    }

    #[test]
    fn types_of_cards_as_people_write_them() {
        for (cell, kind, own) in [
            ("Actor", Some(Kind::Actor), true),
            ("aktør", Some(Kind::Actor), true),
            ("Stakeholder", Some(Kind::Actor), false),
            ("Organisation", Some(Kind::Actor), false),
            ("tiltak", Some(Kind::Measure), true),
            ("Solution", Some(Kind::Measure), false),
            ("Goal", Some(Kind::Benefit), false),
            ("Barrier", Some(Kind::Cause), true),
            ("Loop|Person", Some(Kind::Actor), false),
            ("Trend", None, false),
        ] {
            let found = card_type(cell);
            assert_eq!(found.map(|found| found.kind), kind, "{cell}");
            assert_eq!(found.is_some_and(|found| found.own), own, "{cell}");
        }
    }
}
