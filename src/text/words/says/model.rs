//! What the main model and the matrix say: how many links lead from one group of cards to another, and which way.

use super::quoted;
use crate::text::lang::Lang;

/// The title of the main model where levels stand in for areas.
pub fn levels_as_boxes(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "no areas yet: levels as boxes",
        Lang::Nb => "ingen områder ennå: nivåene som bokser",
    }
}

/// How many cards a group has: `23 cards`.
pub fn cards_in(lang: Lang, cards: usize) -> String {
    lang.words().things.card.of(cards)
}

/// How many links stay inside a group: `12 links inside`.
pub fn links_inside(lang: Lang, links: usize) -> String {
    let links = lang.words().links.link.of(links);
    match lang {
        Lang::En => format!("{links} inside"),
        Lang::Nb => format!("{links} inni"),
    }
}

/// How many links run between groups: `42 links between areas`.
pub fn links_between(lang: Lang, links: usize, levels: bool) -> String {
    let links = lang.words().links.link.of(links);
    match (lang, levels) {
        (Lang::En, false) => format!("{links} between areas"),
        (Lang::En, true) => format!("{links} between levels"),
        (Lang::Nb, false) => format!("{links} mellom områder"),
        (Lang::Nb, true) => format!("{links} mellom nivåer"),
    }
}

/// How many pairs of groups act back on each other: `3 pairs act on each other`.
pub fn mutual_pairs(lang: Lang, pairs: usize) -> String {
    match (lang, pairs) {
        (Lang::En, 1) => "1 pair acts on each other".to_owned(),
        (Lang::En, n) => format!("{n} pairs act on each other"),
        (Lang::Nb, n) => format!("{n} par virker på hverandre"),
    }
}

/// Links that found no room: `12 weaker links not drawn`.
pub fn not_drawn(lang: Lang, links: usize) -> String {
    match (lang, links) {
        (Lang::En, 1) => "1 weaker link not drawn".to_owned(),
        (Lang::En, n) => format!("{n} weaker links not drawn"),
        (Lang::Nb, 1) => "1 svakere kobling er ikke tegnet".to_owned(),
        (Lang::Nb, n) => format!("{n} svakere koblinger er ikke tegnet"),
    }
}

/// The count on an arrow where there is room for a word: `7 links`, `1 missing`.
pub fn on_arrow(lang: Lang, links: usize, missing: bool) -> String {
    if missing {
        return format!("{links} {}", lang.words().links.missing);
    }
    lang.words().links.link.of(links)
}

/// How a group hangs together with the others: `Money: 16 cards, 6 links inside, 2 in, 7 out`.
pub fn group_line(
    lang: Lang,
    name: &str,
    cards: usize,
    inside: usize,
    (into, out): (usize, usize),
) -> String {
    let (cards, inside) = (cards_in(lang, cards), links_inside(lang, inside));
    match lang {
        Lang::En => format!("{name}: {cards}, {inside}, {into} from other boxes, {out} to other boxes."),
        Lang::Nb => format!("{name}: {cards}, {inside}, {into} fra andre bokser, {out} til andre bokser."),
    }
}

/// The signs of a flow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Signs {
    /// How many links are `+`.
    pub plus: usize,
    /// How many are `−`.
    pub minus: usize,
    /// How many are `?`.
    pub unknown: usize,
    /// How many take a time.
    pub delayed: usize,
    /// How many are a hypothesis.
    pub hypotheses: usize,
}

/// What a flow comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tendency {
    /// Most of its links work in the same direction.
    Same,
    /// Most of them work in the opposite direction.
    Opposite,
    /// Some so, some so.
    Mixed,
    /// Half of them or more have no sign.
    Unknown,
}

/// A flow in words: `1 Taking part → 2 Leadership: 7 links, 5 +, 2 −, mostly the same way`.
pub fn flow_line(
    lang: Lang,
    (from, to): (&str, &str),
    missing: bool,
    signs: Signs,
    tendency: Tendency,
) -> String {
    let words = &lang.words().links;
    let all = signs.plus + signs.minus + signs.unknown;
    let links = if missing { words.missing_link.of(all) } else { words.link.of(all) };
    let mut parts = vec![links];
    for (count, sign) in [(signs.plus, "+"), (signs.minus, "−"), (signs.unknown, "?")] {
        if count > 0 {
            parts.push(format!("{count} {sign}"));
        }
    }
    if all > 1 {
        let only = [signs.plus, signs.minus].contains(&all);
        parts.push(
            match (lang, tendency, only) {
                (Lang::En, Tendency::Same, true) => "all the same way",
                (Lang::Nb, Tendency::Same, true) => "alle samme vei",
                (Lang::En, Tendency::Opposite, true) => "all the opposite way",
                (Lang::Nb, Tendency::Opposite, true) => "alle motsatt vei",
                (Lang::En, Tendency::Same, _) => "mostly the same way",
                (Lang::Nb, Tendency::Same, _) => "mest samme vei",
                (Lang::En, Tendency::Opposite, _) => "mostly the opposite way",
                (Lang::Nb, Tendency::Opposite, _) => "mest motsatt vei",
                (_, Tendency::Mixed, _) => words.some_each_way,
                (Lang::En, Tendency::Unknown, _) => "which way is mostly unknown",
                (Lang::Nb, Tendency::Unknown, _) => "hvilken vei er mest uavklart",
            }
            .to_owned(),
        );
    }
    if signs.delayed > 0 {
        parts.push(match lang {
            Lang::En if signs.delayed == all => "after a time".to_owned(),
            Lang::En => format!("{} after a time", signs.delayed),
            Lang::Nb if signs.delayed == all => "etter en tid".to_owned(),
            Lang::Nb => format!("{} etter en tid", signs.delayed),
        });
    }
    if signs.hypotheses > 0 {
        parts.push(match (lang, signs.hypotheses) {
            (Lang::En, 1) => "1 hypothesis".to_owned(),
            (Lang::En, n) => format!("{n} hypotheses"),
            (Lang::Nb, 1) => "1 hypotese".to_owned(),
            (Lang::Nb, n) => format!("{n} hypoteser"),
        });
    }
    format!("{from} → {to}: {}.", parts.join(", "))
}

/// What the counts at the heads of lines in the main model are.
pub fn model_key(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "(+)9: 9 links, most of them +",
        Lang::Nb => "(+)9: 9 koblinger, de fleste +",
    }
}

/// Heading over the told loops in the main model.
pub fn loops_through_areas(lang: Lang, levels: bool) -> &'static str {
    match (lang, levels) {
        (Lang::En, false) => "Named loops, and the areas they go through",
        (Lang::Nb, false) => "Navngitte sløyfer, og områdene de går gjennom",
        (Lang::En, true) => "Named loops, and the levels they go through",
        (Lang::Nb, true) => "Navngitte sløyfer, og nivåene de går gjennom",
    }
}

/// A loop that stays in one place: `inside 1`.
pub fn stays_in(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("inside {name}"),
        Lang::Nb => format!("internt i {name}"),
    }
}

/// The title of a list of the links behind an arrow.
pub fn links_behind(lang: Lang, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match lang {
        Lang::En => format!("Links from {from} to {to}"),
        Lang::Nb => format!("Koblinger fra {from} til {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNS: Signs = Signs { plus: 5, minus: 2, unknown: 0, delayed: 0, hypotheses: 0 };

    #[test]
    fn a_flow_says_its_numbers_and_which_way() {
        let said = flow_line(Lang::En, ("1 Participation", "2 Leadership"), false, SIGNS, Tendency::Same);
        assert_eq!(said, "1 Participation → 2 Leadership: 7 links, 5 +, 2 −, mostly the same way.");
        let one = Signs { plus: 0, minus: 1, delayed: 1, hypotheses: 1, ..SIGNS };
        let said = flow_line(Lang::Nb, ("A", "B"), true, one, Tendency::Opposite);
        assert_eq!(said, "A → B: 1 savnet kobling, 1 −, etter en tid, 1 hypotese.");
        let all = Signs { minus: 0, plus: 3, ..SIGNS };
        assert!(flow_line(Lang::Nb, ("A", "B"), false, all, Tendency::Same).contains("alle samme vei"));
    }
}
