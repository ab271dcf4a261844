//! Words for copying and pasting.

use std::collections::BTreeMap;

use crate::text::lang::Lang;
use crate::text::visible;

table! {
    /// Messages about what is copied and pasted.
    Copying;
    words {
        /// Before what was copied.
        copied: "Copied", "Kopiert";
        /// The terminal's clipboard takes no text that long; inside the program it is copied all the same.
        too_long: "It is too long for the clipboard of the terminal; p pastes it here.", "Det er for langt for terminalens utklippstavle; p limer det inn her.";
        /// Nothing was copied before.
        nothing: "Nothing is copied yet: y copies the card.", "Ingenting er kopiert ennå: y kopierer kortet.";
        /// A pasted text begins as cards and cannot be read.
        unreadable: "These cards cannot be read; nothing is pasted.", "Disse kortene kan ikke leses; ingenting er limt inn.";
        /// The map has no room for the cards.
        cannot: "These cards do not fit into this map; nothing is pasted.", "Disse kortene får ikke plass i kartet; ingenting er limt inn.";
    }
    nouns {}
}

/// Behind what was pasted: how many cards lost their level, and their area, since the map has none of that name. As many
/// of both are said once; empty if none did.
pub fn no_place_here(
    lang: Lang,
    levels: &BTreeMap<String, usize>,
    areas: &BTreeMap<String, usize>,
) -> String {
    let part = |level: bool, lost: &BTreeMap<String, usize>| {
        let names = first_names(lost.keys());
        match (lang, level) {
            (Lang::En, true) => format!("no level here: {names}"),
            (Lang::En, false) => format!("no area here: {names}"),
            (Lang::Nb, true) => format!("ikke noe nivå her: {names}"),
            (Lang::Nb, false) => format!("ikke noe område her: {names}"),
        }
    };
    let of = |n: usize, what: &str| {
        let cards = lang.words().things.card.of(n);
        match (lang, n) {
            (Lang::En, 1) => format!("{cards} has {what}."),
            (Lang::En, _) => format!("{cards} have {what}."),
            (Lang::Nb, _) => format!("{cards} har {what}."),
        }
    };
    match (levels.values().sum(), areas.values().sum()) {
        (0, 0) => String::new(),
        (n, 0) => of(n, &part(true, levels)),
        (0, m) => of(m, &part(false, areas)),
        (n, m) if n == m => of(n, &format!("{}; {}", part(true, levels), part(false, areas))),
        (n, m) => format!("{} {}", of(n, &part(true, levels)), of(m, &part(false, areas))),
    }
}

/// Behind what was pasted: the labels that cards of the map had already; empty if there are none.
pub fn same_names<'a>(lang: Lang, labels: impl ExactSizeIterator<Item = &'a String>) -> String {
    let n = labels.len();
    let names = first_names(labels);
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::En, 1) => format!("The same name was here already: {names}."),
        (Lang::En, _) => format!("The same names were here already: {names}."),
        (Lang::Nb, 1) => format!("Samme navn fantes her fra før: {names}."),
        (Lang::Nb, _) => format!("De samme navnene fantes her fra før: {names}."),
    }
}

/// The first three of some names, and that there are more.
fn first_names<'a>(names: impl ExactSizeIterator<Item = &'a String>) -> String {
    let more = if names.len() > 3 { ", …" } else { "" };
    let first: Vec<String> = names.take(3).map(|name| format!("«{}»", visible(name))).collect();
    format!("{}{more}", first.join(", "))
}
