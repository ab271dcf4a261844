//! What `floke chains` says of chains beside listing them, in both languages.

use crate::text::Lang;
use crate::text::words::says::quoted;

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
            "Den best underbygde kjeden: etter svakeste kobling, så gjetninger, så lengde.".to_owned()
        }
        (Lang::Nb, n) => {
            format!("De {n} best underbygde kjedene: etter svakeste kobling, så gjetninger, så lengde.")
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

/// The two ends are one card.
#[must_use]
pub fn one_card(lang: Lang, label: &str, id: &str) -> String {
    let label = quoted(label);
    match lang {
        Lang::En => format!(
            "No chain: it takes two cards, and both ends are {label}. Circles through it: floke loops MAP --through {id}"
        ),
        Lang::Nb => format!(
            "Ingen kjede: Den trenger to kort, og begge ender er {label}. Sirkler gjennom kortet: floke loops KART --through {id}"
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

/// The time was up before the bottlenecks were known.
#[must_use]
pub fn bottlenecks_not_known(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Stopped at the time limit: the bottlenecks are not known.",
        Lang::Nb => "Stoppet ved tidsgrensen: Flaskehalsene er ikke kjent.",
    }
}
