//! What chains between two cards do together, what they rest on and what all of them pass: the same sentences on screen
//! and on the command line.

use super::{and_more, quoted};
use crate::text::lang::Lang;
use crate::text::number::count;

/// Which of the chains there are somebody has seen who speaks of them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// All.
    All,
    /// All of up to so many links; there may be longer ones.
    UpTo(usize),
    /// Some: the search was stopped.
    SoFar,
}

/// What all chains do together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// All push the same way.
    Same,
    /// All push the opposite way.
    Opposite,
    /// Some push one way and some the other.
    Disagree,
    /// A sign on some chain is not known, and the rest do not disagree.
    Unknown,
}

/// What all chains do together; there are so many of them, seen so far, one at least, between two cards given by their
/// labels.
pub fn net(lang: Lang, net: Together, (chains, seen): (usize, Seen), from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    let words = &lang.words().links;
    let links = |n| words.link.of(n);
    let agree = |verb: &str| match lang {
        Lang::En => {
            let reading = format!("hen {from} grows, {to} {verb}.");
            match (seen, chains) {
                (Seen::All, 1) => format!("W{reading}"),
                (Seen::All, _) => format!("They agree: w{reading}"),
                (Seen::UpTo(n), 1) => format!("The only one of up to {} says: w{reading}", links(n)),
                (Seen::UpTo(n), _) => format!("Those of up to {} agree: w{reading}", links(n)),
                (Seen::SoFar, 1) => format!("The one found so far says: w{reading}"),
                (Seen::SoFar, _) => format!("Those found so far agree: w{reading}"),
            }
        }
        Lang::Nb => {
            let reading = format!("Når {from} øker, {verb} {to}.");
            match (seen, chains) {
                (Seen::All, 1) => reading,
                (Seen::All, _) => format!("Alle peker samme vei: {reading}"),
                (Seen::UpTo(n), 1) => format!("Den eneste med inntil {} sier: {reading}", links(n)),
                (Seen::UpTo(n), _) => format!("De med inntil {} peker samme vei: {reading}", links(n)),
                (Seen::SoFar, 1) => format!("Den som er funnet så langt, sier: {reading}"),
                (Seen::SoFar, _) => format!("De som er funnet så langt, peker samme vei: {reading}"),
            }
        }
    };
    match (lang, net) {
        (_, Together::Same) => agree(words.grows),
        (_, Together::Opposite) => agree(words.shrinks),
        (Lang::En, Together::Disagree) => {
            "They disagree: some push one way and some the other, and the drawing does not say which is stronger."
                .to_owned()
        }
        (Lang::Nb, Together::Disagree) => {
            "De peker hver sin vei: Noen virker den ene veien og noen den andre, og tegningen sier ikke hva som er sterkest."
                .to_owned()
        }
        (Lang::En, Together::Unknown) => "Nobody can say yet: a link on some chain has no sign.".to_owned(),
        (Lang::Nb, Together::Unknown) => {
            "Ingen kan si det ennå: En kobling på en av kjedene har ikke fortegn.".to_owned()
        }
    }
}

/// What a chain rests on: its weakest claim with how well founded that is, and whether it cites a source.
pub fn weakest_claim(lang: Lang, (from, to): (&str, &str), certainty: &str, without_source: bool) -> String {
    let words = &lang.words().acting;
    let source = if without_source { format!(", {}", words.without_source) } else { String::new() };
    format!("{}: {} → {} ({certainty}{source}).", words.weakest, quoted(from), quoted(to))
}

/// The links of a chain that are as weak as its weakest, of how many; at most three by name, each with its two ends and
/// whether it cites nothing. A single one is said as [`weakest_claim`].
pub fn weakest_claims(
    lang: Lang,
    claims: &[(String, String, bool)],
    links: usize,
    certainty: &str,
) -> String {
    if let [(from, to, without_source)] = claims {
        return weakest_claim(lang, (from, to), certainty, *without_source);
    }
    let words = &lang.words().acting;
    let one = |(from, to, without_source): &(String, String, bool)| {
        let source = if *without_source { format!(" ({})", words.without_source) } else { String::new() };
        format!("{} → {}{source}", quoted(from), quoted(to))
    };
    let named: Vec<String> = claims.iter().take(3).map(one).collect();
    let more = claims.len().saturating_sub(3);
    let more = if more > 0 { format!(" {}", and_more(lang, more)) } else { String::new() };
    let (n, links) = (claims.len(), lang.words().links.link.of(links));
    let head = match lang {
        Lang::En => format!("{}, {n} of {links} ({certainty})", words.weakest_claims),
        Lang::Nb => format!("{}, {n} av {links} ({certainty})", words.weakest_claims),
    };
    format!("{head}: {}{more}.", named.join("; "))
}

/// How many sources cover a chain whole.
pub fn covered(lang: Lang, sources: usize) -> String {
    match (lang, sources) {
        (_, 0) => lang.words().acting.no_source_whole.to_owned(),
        (Lang::En, 1) => "1 source covers the whole chain.".to_owned(),
        (Lang::En, n) => format!("{n} sources cover the whole chain."),
        (Lang::Nb, n) => format!("{} dekker hele kjeden.", lang.words().things.source.of(n)),
    }
}

/// The same with the names of the first of them.
pub fn covered_by(lang: Lang, sources: usize, names: &str) -> String {
    let said = covered(lang, sources);
    if sources == 0 { said } else { format!("{}: {names}.", said.trim_end_matches('.')) }
}

/// The sources of the links on either side of a card have none in common; `cards` stand in « ».
pub fn never_met(lang: Lang, cards: &str) -> String {
    match lang {
        Lang::En => {
            format!(
                "At {cards} the sources never meet: no source saw both what leads there and what comes of it."
            )
        }
        Lang::Nb => {
            format!(
                "Ved {cards} møtes ikke kildene: Ingen kilde har sett både det som fører dit, og det som følger."
            )
        }
    }
}

/// The cards on every chain, as a heading over them; a sentence if there is none.
pub fn bottlenecks(lang: Lang, cards: usize) -> String {
    match (lang, cards) {
        (Lang::En, 0) => "No bottleneck: no card in between is on every chain.".to_owned(),
        (Lang::Nb, 0) => "Ingen flaskehals: Ikke noe kort imellom er med i alle kjedene.".to_owned(),
        (Lang::En, 1) => "1 bottleneck, on every chain of whatever length:".to_owned(),
        (Lang::En, n) => format!("{n} bottlenecks, on every chain of whatever length:"),
        (Lang::Nb, 1) => "1 flaskehals, med i alle kjeder uansett lengde:".to_owned(),
        (Lang::Nb, n) => format!("{n} flaskehalser, med i alle kjeder uansett lengde:"),
    }
}

/// How many chains push which way: `same direction (+) 3   opposite direction (−) 1   unknown (?) 0`.
pub fn tallies(lang: Lang, [plus, minus, unknown]: [usize; 3]) -> String {
    let n = |n: usize| count(lang, n as u128);
    let links = &lang.words().links;
    let (same, opposite, open) = (links.same, links.opposite, links.unknown);
    format!("{same} (+) {}   {opposite} (−) {}   {open} (?) {}", n(plus), n(minus), n(unknown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_chains_do_together_names_both_ends() {
        let said = |lang, together, chains| net(lang, together, chains, "A", "B");
        assert_eq!(
            said(Lang::Nb, Together::Opposite, (6, Seen::All)),
            "Alle peker samme vei: Når «A» øker, minker «B»."
        );
        assert_eq!(said(Lang::En, Together::Same, (1, Seen::All)), "When «A» grows, «B» grows.");
        // Only what is known of all is said of all.
        assert_eq!(
            said(Lang::En, Together::Same, (3, Seen::UpTo(8))),
            "Those of up to 8 links agree: when «A» grows, «B» grows."
        );
        assert!(said(Lang::Nb, Together::Same, (3, Seen::SoFar)).contains("så langt"));
    }

    #[test]
    fn what_a_chain_rests_on_ends_with_a_full_stop() {
        assert_eq!(
            weakest_claim(Lang::Nb, ("A", "B"), "hypotese", true),
            "Svakeste påstand: «A» → «B» (hypotese, uten kilde)."
        );
        let claim = |from: &str, bare| (from.to_owned(), "B".to_owned(), bare);
        assert_eq!(
            weakest_claims(Lang::En, &[claim("A", true), claim("C", false)], 6, "hypothesis"),
            "Weakest claims, 2 of 6 links (hypothesis): «A» → «B» (no source); «C» → «B»."
        );
        assert_eq!(
            weakest_claims(Lang::Nb, &[claim("A", false)], 6, "hypotese"),
            "Svakeste påstand: «A» → «B» (hypotese)."
        );
        assert!(
            weakest_claims(Lang::Nb, &["a", "b", "c", "d"].map(|from| claim(from, false)), 6, "hypotese")
                .ends_with("«c» → «B» og 1 til.")
        );
        assert_eq!(covered_by(Lang::En, 2, "x; y"), "2 sources cover the whole chain: x; y.");
        assert_eq!(covered_by(Lang::En, 0, ""), "No source covers the whole chain.");
    }
}
