//! How the register of actors is called: its orders, the part that is taken, and what is said of a tie.

use crate::analysis::actors::{Order, Presence};
use crate::map::words::strength_word;
use crate::map::{Involvement, Link};
use crate::text::{Glyphs, Lang};

/// What a register is sorted by, in lower case.
#[must_use]
pub fn order(lang: Lang, order: Order) -> &'static str {
    let words = lang.words();
    let fields = &words.fields;
    match order {
        Order::Name => fields.label,
        Order::Level => fields.level,
        Order::Sector => fields.sector,
        Order::Influence => fields.influence,
        Order::Stance => fields.stance,
        Order::Involvement => fields.involvement,
        Order::Holds => words.actors.holds_name,
    }
}

/// The part that is taken, in a word.
#[must_use]
pub fn presence(lang: Lang, presence: Presence) -> &'static str {
    let words = lang.words();
    match presence {
        Presence::Active => Involvement::Active.word(lang),
        Presence::Represented => Involvement::Represented.word(lang),
        Presence::OnEdge => Involvement::OnEdge.word(lang),
        Presence::Absent => Involvement::Absent.word(lang),
        Presence::NotStated => words.forms.not_stated,
        Presence::Nobody => words.actors.nobody,
    }
}

/// The same as one letter.
#[must_use]
pub fn letter(lang: Lang, presence: Presence) -> &'static str {
    let own = &lang.words().actors;
    match presence {
        Presence::Active => own.active_letter,
        Presence::Represented => own.represented_letter,
        Presence::OnEdge => own.on_edge_letter,
        Presence::Absent => own.absent_letter,
        Presence::NotStated => "?",
        Presence::Nobody => "·",
    }
}

/// The same as a shade: the more is taken part, the fuller. The letter stands beside it, since shades are alike in
/// ASCII.
#[must_use]
pub fn shade(glyphs: &Glyphs, presence: Presence) -> &'static str {
    match presence {
        Presence::Active => glyphs.thumb,
        Presence::Represented => glyphs.dense_high,
        Presence::OnEdge => glyphs.dense_mid,
        Presence::Absent => glyphs.dense_low,
        Presence::NotStated => " ",
        Presence::Nobody => glyphs.empty,
    }
}

/// How many take which part: `A2 R1`; nothing where there is nobody.
#[must_use]
pub fn counts(lang: Lang, counts: [usize; 5]) -> String {
    let parts = Presence::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    parts.map(|(own, count)| format!("{}{count}", letter(lang, own))).collect::<Vec<_>>().join(" ")
}

/// What is said of a tie between two actors beside who they are: what it is about, how strong, whether it comes late,
/// how well founded.
#[must_use]
pub fn about_tie(lang: Lang, link: &Link) -> Vec<&'static str> {
    let strength = link.strength.and_then(|strength| strength_word(strength, lang));
    let delay = link.delay.then_some(lang.words().links.after_a_time);
    let about = link.about.map(|about| about.word(lang));
    let certainty = link.certainty.map(|certainty| certainty.word(lang));
    [strength, about, delay, certainty].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::width;

    #[test]
    fn parts_taken_are_told_apart_without_colour() {
        for lang in Lang::ALL {
            let letters: BTreeSet<_> = Presence::ALL.map(|own| letter(lang, own)).into();
            assert_eq!(letters.len(), 6, "{letters:?}");
            assert!(letters.iter().all(|own| width(own) == 1));
            let words: BTreeSet<_> = Presence::ALL.map(|own| presence(lang, own)).into();
            assert_eq!(words.len(), 6, "{words:?}");
        }
        assert_eq!(counts(Lang::Nb, [2, 0, 1, 0, 3]), "A2 U1 ?3");
    }
}
