//! What acting on cards at once breaks, and why the place of a card in the drawing is no advice: the same sentences on
//! screen and on the command line.

use super::quoted;
use crate::text::lang::Lang;
use crate::text::number::count;

/// What is to be broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Every chain between two cards, by their labels.
    Chains(String, String),
    /// Every chain from a card to itself: there are none.
    OneCard,
    /// Every loop.
    Loops,
    /// Every named loop that runs.
    Named,
}

impl Goal {
    /// It in words, inside a sentence: `every loop`.
    pub fn said(&self, lang: Lang) -> String {
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

/// The line above the cards that break it; there are `size` of them, one at least.
pub fn breaks(lang: Lang, size: usize, goal: &Goal) -> String {
    let goal = goal.said(lang);
    match (lang, size) {
        (Lang::En, 1) => format!("Acting on this one breaks {goal}:"),
        (Lang::En, _) => format!("Acting on these {size} at once breaks {goal}:"),
        (Lang::Nb, 1) => format!("Innsats på dette ene stedet bryter {goal}:"),
        (Lang::Nb, _) => format!("Samtidige innsatser på disse {size} stedene bryter {goal}:"),
    }
}

/// There is nothing to break.
pub fn nothing_to_break(lang: Lang, goal: &Goal) -> String {
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

/// Which loops were judged: all, whatever their length; how many these are, if that is known.
pub fn over_every_loop(lang: Lang, all: Option<(u128, bool)>) -> String {
    let n = all.map(|(n, exact)| (count(lang, n), exact));
    match (lang, n) {
        (Lang::En, None) => "Judged over all loops of any length.".to_owned(),
        (Lang::Nb, None) => "Vurdert for alle sløyfer, uansett lengde.".to_owned(),
        (Lang::En, Some((n, true))) => format!("Judged over all loops of any length: {n}."),
        (Lang::Nb, Some((n, true))) => format!("Vurdert for alle sløyfer, uansett lengde: {n}."),
        (Lang::En, Some((n, false))) => format!("Judged over all loops of any length: at least {n}."),
        (Lang::Nb, Some((n, false))) => format!("Vurdert for alle sløyfer, uansett lengde: minst {n}."),
    }
}

/// Whether there might be fewer than these.
pub fn fewer(lang: Lang, size: usize, proven: bool) -> &'static str {
    match (lang, proven) {
        (Lang::En, true) if size == 1 => "Other single cards may do it too.",
        (Lang::Nb, true) if size == 1 => "Andre enkeltkort kan også gjøre det.",
        (Lang::En, true) => "No smaller set does it; others of the same size may.",
        (Lang::Nb, true) => "Færre kort er ikke nok, men et annet sett med like mange kan også gjøre det.",
        (Lang::En, false) => "Not proven smallest: the search was stopped, and fewer may do.",
        (Lang::Nb, false) => "Ikke bevist minst: Søket ble stoppet, og færre kan være nok.",
    }
}

/// What this does not say.
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

/// A named loop that was left out, and why: it is broken, or a link of it is not there.
pub fn left_out(lang: Lang, title: &str, broken: bool) -> String {
    let title = quoted(title);
    match (lang, broken) {
        (Lang::En, true) => format!("Left out: {title} is broken."),
        (Lang::Nb, true) => format!("Holdt utenfor: {title} er brutt."),
        (Lang::En, false) => {
            format!("Left out: {title} does not run, since a link of it is missing or refuted.")
        }
        (Lang::Nb, false) => {
            format!("Holdt utenfor: {title} går ikke, for en kobling i den er savnet eller avkreftet.")
        }
    }
}

/// What the columns of the table mean that are counted one link and any number of links away.
pub fn drives_told(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "drives, driven: cards one link away, to and from. leads to, led to by: any number of links away."
        }
        Lang::Nb => {
            "driver, påvirkes: kort én kobling unna, til og fra. fører til, nås fra: uansett hvor mange koblinger unna."
        }
    }
}

/// What the columns of loops and of ways between others mean; loops have up to `most` links, with `None` any number.
pub fn loops_told(lang: Lang, most: Option<usize>) -> String {
    let link = |n| lang.words().links.link.of(n);
    match lang {
        Lang::En => format!(
            "loops: {} through the card. between: shortest ways between two other cards that pass it.",
            most.map_or_else(|| "all loops".to_owned(), |most| format!("loops of up to {}", link(most))),
        ),
        Lang::Nb => format!(
            "sløyfer: {} gjennom kortet. mellom: korteste veier mellom to andre kort som går gjennom det.",
            most.map_or_else(
                || "alle sløyfer".to_owned(),
                |most| format!("sløyfer med inntil {}", link(most))
            ),
        ),
    }
}

/// Why the table is no advice on where to act.
pub fn not_leverage(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "This is structure, not leverage: it says how the drawing is made. Where to act does not follow from it; on diagrams of causes such numbers have led to false conclusions (Crielaard et al. 2023, doi.org/10.1038/s41598-023-46531-z)."
        }
        Lang::Nb => {
            "Dette er struktur, ikke innflytelsespunkter: Det sier hvordan tegningen er bygd. Hvor det nytter å handle, følger ikke av det; på årsakskart har slike tall gitt gale slutninger (Crielaard m.fl. 2023, doi.org/10.1038/s41598-023-46531-z)."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_what_is_a_sentence_in_both_languages() {
        let chains = Goal::Chains("A".to_owned(), "B".to_owned());
        let said = [
            breaks(Lang::En, 1, &chains),
            breaks(Lang::Nb, 3, &Goal::Loops),
            nothing_to_break(Lang::Nb, &Goal::Named),
            left_out(Lang::Nb, "Veien opp", false),
        ];
        assert_eq!(
            said,
            [
                "Acting on this one breaks every chain of causes from «A» to «B»:",
                "Samtidige innsatser på disse 3 stedene bryter alle sløyfer:",
                "Ingen navngitt sløyfe går, så det er ingenting å bryte.",
                "Holdt utenfor: «Veien opp» går ikke, for en kobling i den er savnet eller avkreftet.",
            ]
        );
    }
}
