//! Words for copying and pasting.

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
