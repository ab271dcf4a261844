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

/// Behind what was pasted: how many cards lost their level (else their area) since the map has none of that name. Empty
/// if none did.
pub fn no_place_here(lang: Lang, level: bool, lost: &BTreeMap<String, usize>) -> String {
    let n: usize = lost.values().sum();
    if n == 0 {
        return String::new();
    }
    let names: Vec<String> = lost.keys().take(3).map(|name| format!("«{}»", visible(name))).collect();
    let more = if lost.len() > names.len() { ", …" } else { "" };
    let (names, cards) = (names.join(", "), lang.words().things.card.of(n));
    match (lang, level) {
        (Lang::En, _) => {
            let (has, what) = (if n == 1 { "has" } else { "have" }, if level { "level" } else { "area" });
            format!("{cards} {has} no {what} here: {names}{more}.")
        }
        (Lang::Nb, true) => format!("{cards} har ikke noe nivå her: {names}{more}."),
        (Lang::Nb, false) => format!("{cards} har ikke noe område her: {names}{more}."),
    }
}
