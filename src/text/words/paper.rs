//! Words for pictures and pages that leave the program.

use crate::text::lang::Lang;

table! {
    /// What stands around a picture on paper, and what the pane that writes it says.
    PaperWords;
    words {
        /// Before what the work wants to reach.
        aim: "Aim", "Mål";
        /// Before what the map is for.
        purpose: "What the map is for", "Hva kartet er til";
        /// Heading over the steps of a chain or a loop.
        step_by_step: "Step by step", "Steg for steg";
        /// Heading over the whole reading.
        in_words: "In words", "Med ord";
        /// Heading over the levels with their cards.
        cards_by_level: "Cards by level", "Kort etter nivå";
        /// Under a heading that has nothing under it.
        nothing: "Nothing here yet.", "Ingenting her ennå.";
        /// Last line: what made the page.
        made_with: "Made with floke", "Laget med floke";
        /// In the legend: the card that is selected.
        selected: "the card one is at", "kortet man står på";
        /// In the legend: a card that was shown not to be so.
        refuted_card: "struck through: refuted", "gjennomstreket: avkreftet";
    }
    nouns {}
}

/// What is tried in a step: a card that grows or shrinks.
pub fn changes(lang: Lang, label: &str, grows: bool) -> String {
    let links = &lang.words().links;
    format!("«{label}» {}", if grows { links.grows } else { links.shrinks })
}
