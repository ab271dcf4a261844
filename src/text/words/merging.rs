//! Words for making one card of two, and for the list of cards that may be one.

table! {
    /// Names and hints of merging.
    Merging;
    words {
        /// Title of the question.
        title: "Make one card of two", "Gjør to kort til ett";
        /// Before the card that stays.
        stays: "stays", "blir";
        /// Before the card that becomes a part of it.
        goes: "goes into it", "går inn i det";
        /// What happens to the rest.
        what: "Links, sources and dots of both are kept, and both wordings stand in the note. Undo brings both back.", "Koblinger, kilder og prikker fra begge blir med, og begge ordlydene står i merknaden. Angre gir begge tilbake.";
        /// The two cannot be one: together they would hold more than a file may.
        too_much: "Together they hold more than one card may.", "Til sammen har de mer enn ett kort kan ha.";
        /// Title of the list.
        same_title: "The same thing?", "Samme ting?";
        /// Nothing in the list.
        none: "No two cards look like the same thing.", "Ingen kort ser ut til å være det samme.";
        /// Nothing left in the list.
        none_left: "That was the last pair.", "Det var det siste paret.";
        /// Why: labels equal but for case and accents.
        same_label: "same label", "samme navn";
        /// Why: the same words.
        same_words: "same words", "samme ord";
        /// Last line: Enter.
        merge: "merge", "slå sammen";
        /// Last line: Tab.
        swap: "the other one stays", "det andre blir";
        /// Last line: x.
        apart: "not the same", "ikke det samme";
        /// Last line: r.
        look: "go to the card", "gå til kortet";
    }
    nouns {
        /// Two cards that may be one.
        pair: ("pair", "pairs"), ("par", "par");
        /// In how many letters labels differ.
        letters_apart: ("letter apart", "letters apart"), ("bokstav ulik", "bokstaver ulike");
    }
}
