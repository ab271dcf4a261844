//! What `floke cut` says, in both languages.

use crate::analysis::cut::LeftOut;
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};

/// What was to be broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Every chain between two cards, by their labels.
    Chains(String, String),
    /// Every chain from a card to itself: there are none.
    OneCard,
    /// Every loop.
    Loops,
    /// Every named loop.
    Named,
}

impl Goal {
    fn said(&self, lang: Lang) -> String {
        match (self, lang) {
            (Goal::Chains(from, to), Lang::En) => {
                format!("every chain of causes from {} to {}", quoted(from), quoted(to))
            }
            (Goal::Chains(from, to), Lang::Nb) => {
                format!("alle årsakskjeder fra {} til {}", quoted(from), quoted(to))
            }
            (Goal::OneCard, Lang::En) => "every chain of causes".to_owned(),
            (Goal::OneCard, Lang::Nb) => "alle årsakskjeder".to_owned(),
            (Goal::Loops, Lang::En) => "every loop".to_owned(),
            (Goal::Loops, Lang::Nb) => "alle sløyfer".to_owned(),
            (Goal::Named, Lang::En) => "every named loop that runs".to_owned(),
            (Goal::Named, Lang::Nb) => "alle navngitte sløyfer som går".to_owned(),
        }
    }
}

/// The line above the cards; there is one at least.
#[must_use]
pub fn heading(lang: Lang, size: usize, goal: &Goal) -> String {
    let goal = goal.said(lang);
    match (lang, size) {
        (Lang::En, 1) => format!("Acting on this one breaks {goal}:"),
        (Lang::En, _) => format!("Acting on these {size} at once breaks {goal}:"),
        (Lang::Nb, 1) => format!("Innsats på dette ene stedet bryter {goal}:"),
        (Lang::Nb, _) => format!("Samtidige innsatser på disse {size} stedene bryter {goal}:"),
    }
}

/// There is nothing to break.
#[must_use]
pub fn nothing(lang: Lang, goal: &Goal) -> String {
    match (lang, goal) {
        (Lang::En, Goal::OneCard) => "No chain: it takes two cards, and both ends are the same.".to_owned(),
        (Lang::Nb, Goal::OneCard) => {
            "Ingen kjede: Den trenger to kort, og begge ender er det samme.".to_owned()
        }
        (_, Goal::Chains(..)) => lang.words().start.no_chain.to_owned(),
        (_, Goal::Loops) => lang.words().start.no_loops.to_owned(),
        (Lang::En, Goal::Named) => "No named loop runs, so there is nothing to break.".to_owned(),
        (Lang::Nb, Goal::Named) => "Ingen navngitt sløyfe går, så det er ingenting å bryte.".to_owned(),
    }
}

/// Whether there might be fewer than these.
#[must_use]
pub fn fewer(lang: Lang, size: usize, proven: bool) -> &'static str {
    match (lang, proven) {
        (Lang::En, true) if size == 1 => "Other single cards may do it too.",
        (Lang::Nb, true) if size == 1 => "Andre enkeltkort kan også gjøre det.",
        (Lang::En, true) => "No smaller set does it; others of the same size may.",
        (Lang::Nb, true) => "Færre er ikke nok; andre like mange kan også gjøre det.",
        (Lang::En, false) => "Not proven smallest: the search was stopped, and fewer may do.",
        (Lang::Nb, false) => "Ikke bevist minst: Søket ble stoppet, og færre kan være nok.",
    }
}

/// What this does not say.
#[must_use]
pub fn caution(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "This is read off the drawing: it says where the links meet, not what can be changed or what it takes."
        }
        Lang::Nb => {
            "Dette er lest ut av tegningen: Det sier hvor koblingene møtes, ikke hva som kan endres eller hva det krever."
        }
    }
}

/// A link leads straight from the one card to the other.
#[must_use]
pub fn direct(lang: Lang, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match lang {
        Lang::En => {
            format!(
                "A link leads straight from {from} to {to}: no other card lies between, so no set breaks every chain."
            )
        }
        Lang::Nb => {
            format!(
                "En kobling går rett fra {from} til {to}: Ingen andre kort ligger imellom, så ingen innsatser bryter alle kjedene."
            )
        }
    }
}

/// A named loop that was left out, and why.
#[must_use]
pub fn left_out(lang: Lang, title: &str, why: LeftOut) -> String {
    let title = quoted(&visible(title));
    match (lang, why) {
        (Lang::En, LeftOut::Broken) => format!("Left out: {title} is broken."),
        (Lang::Nb, LeftOut::Broken) => format!("Holdt utenfor: {title} er brutt."),
        (Lang::En, LeftOut::NotRunning) => {
            format!("Left out: {title} does not run, since a link of it is missing or refuted.")
        }
        (Lang::Nb, LeftOut::NotRunning) => {
            format!("Holdt utenfor: {title} går ikke, for en kobling i den er savnet eller avkreftet.")
        }
    }
}
