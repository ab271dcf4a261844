//! What `floke chains` says of chains beside listing them, in both languages.

use crate::analysis::NetSign;
use crate::text::Lang;
use crate::text::words::says::{Seen, quoted};

/// The head over the best founded chains.
#[must_use]
pub fn best_founded(lang: Lang, shown: usize) -> String {
    match (lang, shown) {
        (Lang::En, 1) => {
            "The best founded chain: by its weakest link, then by guesses, then by length.".to_owned()
        }
        (Lang::En, n) => {
            format!("The {n} best founded chains: by their weakest link, then by guesses, then by length.")
        }
        (Lang::Nb, 1) => {
            "Den best begrunnede kjeden: etter svakeste kobling, så gjetninger, så lengde.".to_owned()
        }
        (Lang::Nb, n) => {
            format!("De {n} best begrunnede kjedene: etter svakeste kobling, så gjetninger, så lengde.")
        }
    }
}

/// The search for the best ended early.
#[must_use]
pub fn best_stopped(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Stopped at the time limit: these are the best, and the next best are not known.",
        Lang::Nb => "Stoppet ved tidsgrensen: Dette er de beste, og de neste er ikke kjent.",
    }
}

/// What a chain rests on: its weakest claim, how many sources cover it whole.
#[must_use]
pub fn rests_on(lang: Lang, (from, to): (&str, &str), certainty: Option<&str>, covering: usize) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match lang {
        Lang::En => {
            let certainty = certainty.unwrap_or("certainty not stated");
            let covering = match covering {
                0 => "no source covers the chain whole".to_owned(),
                1 => "1 source covers the chain whole".to_owned(),
                n => format!("{n} sources cover the chain whole"),
            };
            format!("Weakest claim: {from} → {to} ({certainty}); {covering}.")
        }
        Lang::Nb => {
            let certainty = certainty.unwrap_or("sikkerhet ikke oppgitt");
            let covering = match covering {
                0 => "ingen kilde dekker hele kjeden".to_owned(),
                1 => "1 kilde dekker hele kjeden".to_owned(),
                n => format!("{n} kilder dekker hele kjeden"),
            };
            format!("Svakeste påstand: {from} → {to} ({certainty}); {covering}.")
        }
    }
}

/// The sources of the links on either side of a card have none in common.
#[must_use]
pub fn never_met(lang: Lang, at: &str) -> String {
    let at = quoted(at);
    match lang {
        Lang::En => {
            format!(
                "At {at} the sources never meet: no source saw both what leads there and what comes of it."
            )
        }
        Lang::Nb => {
            format!(
                "Ved {at} møtes ikke kildene: Ingen kilde har sett både det som fører dit, og det som følger."
            )
        }
    }
}

/// What all chains do together; there are so many of them, seen so far.
#[must_use]
pub fn net(lang: Lang, net: NetSign, (chains, seen): (usize, Seen), from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    let words = &lang.words().links;
    let links = |n| words.link.of(n);
    let agree = |verb: &str| match lang {
        Lang::En => {
            let reading = format!("hen {from} grows, {to} {verb}.");
            match (seen, chains) {
                (Seen::All, 1) => format!("W{reading}"),
                (Seen::All, _) => format!("They agree: w{reading}"),
                (Seen::UpTo(n), 1) => format!("By the only one of up to {}: w{reading}", links(n)),
                (Seen::UpTo(n), _) => format!("Those of up to {} agree: w{reading}", links(n)),
                (Seen::SoFar, 1) => format!("By the one found so far: w{reading}"),
                (Seen::SoFar, _) => format!("Those found so far agree: w{reading}"),
            }
        }
        Lang::Nb => {
            let reading = format!("Når {from} øker, {verb} {to}.");
            match (seen, chains) {
                (Seen::All, 1) => reading,
                (Seen::All, _) => format!("De er enige: {reading}"),
                (Seen::UpTo(n), 1) => format!("Etter den eneste med inntil {}: {reading}", links(n)),
                (Seen::UpTo(n), _) => format!("De med inntil {} er enige: {reading}", links(n)),
                (Seen::SoFar, 1) => format!("Etter den ene som er funnet så langt: {reading}"),
                (Seen::SoFar, _) => format!("De som er funnet så langt, er enige: {reading}"),
            }
        }
    };
    match (lang, net) {
        (_, NetSign::Nothing) => String::new(),
        (_, NetSign::Plus) => agree(words.grows),
        (_, NetSign::Minus) => agree(words.shrinks),
        (Lang::En, NetSign::Conflicting) => {
            "They disagree: some push one way and some the other, and the drawing does not say which is stronger."
                .to_owned()
        }
        (Lang::Nb, NetSign::Conflicting) => {
            "De er uenige: Noen virker den ene veien og noen den andre, og tegningen sier ikke hva som er sterkest."
                .to_owned()
        }
        (Lang::En, NetSign::Unknown) => "Nobody can say yet: a link on some chain has no sign.".to_owned(),
        (Lang::Nb, NetSign::Unknown) => {
            "Ingen kan si det ennå: En kobling på en av kjedene har ikke fortegn.".to_owned()
        }
    }
}

/// The two ends are one card.
#[must_use]
pub fn one_card(lang: Lang, label: &str, id: &str) -> String {
    let label = quoted(label);
    match lang {
        Lang::En => format!(
            "No chain: it takes two cards, and both ends are {label}. Circles through it: floke loops MAP --through {id}"
        ),
        Lang::Nb => format!(
            "Ingen kjede: Den trenger to kort, og begge ender er {label}. Sløyfer gjennom kortet: floke loops KART --through {id}"
        ),
    }
}

/// How many chains have a sign, and how long the shortest of them is.
#[must_use]
pub fn tally(lang: Lang, sign: &str, count: usize, shortest: Option<usize>) -> String {
    let link = |n| lang.words().links.link.of(n);
    match (lang, shortest) {
        (_, None) => format!("{sign} {count}"),
        (Lang::En, Some(n)) => format!("{sign} {count} (shortest: {})", link(n)),
        (Lang::Nb, Some(n)) => format!("{sign} {count} (korteste: {})", link(n)),
    }
}

/// The cards on every chain.
#[must_use]
pub fn bottlenecks(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::En, 0) => "No bottleneck: no card in between is on every chain.".to_owned(),
        (Lang::Nb, 0) => "Ingen flaskehals: Ingen kort imellom er med i alle kjedene.".to_owned(),
        (Lang::En, 1) => "1 bottleneck, on every chain of whatever length:".to_owned(),
        (Lang::En, n) => format!("{n} bottlenecks, on every chain of whatever length:"),
        (Lang::Nb, 1) => "1 flaskehals, med i alle kjeder uansett lengde:".to_owned(),
        (Lang::Nb, n) => format!("{n} flaskehalser, med i alle kjeder uansett lengde:"),
    }
}

/// The time was up before the bottlenecks were known.
#[must_use]
pub fn bottlenecks_not_known(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Stopped at the time limit: the bottlenecks are not known.",
        Lang::Nb => "Stoppet ved tidsgrensen: Flaskehalsene er ikke kjent.",
    }
}
