//! Words for linking and joining cards by the letters on them.

table! {
    /// Names and hints while another card is picked.
    Connecting;
    words {
        /// What to do now.
        pick: "Type the letters on a card, or click.", "Skriv bokstavene på et kort, eller klikk.";
        /// The same where some letters stand for several cards.
        heaps: "Letters over small shapes open a list of their names.", "Bokstaver over små figurer åpner en liste med navnene.";
        /// One letter is typed, another one is to come.
        one_more: "One more letter; Backspace takes it back.", "Én bokstav til; Backspace tar den tilbake.";
        /// A letter that stands on no card.
        no_such_letter: "No card has that letter.", "Ingen kort har den bokstaven.";
        /// No card is in sight that the link could go to.
        none_in_sight: "No card in sight fits. Press / to find one by name.", "Ingen kort i sikte passer. Trykk / for å finne et etter navn.";
        /// Title of the list of names while a link is made.
        link_by_name: "Connect to a card by name", "Koble til et kort etter navn";
        /// Title of the list of names while two cards are merged.
        merge_by_name: "Merge with a card by name", "Slå sammen med et kort etter navn";
        /// Before a label that would be a new card.
        new_card: "new card", "nytt kort";
        /// The link is on the map already; its sentence stands behind.
        there: "Is there already:", "Finnes fra før:";
        /// Behind a count of links that keep their kind.
        stays: "not changed, there is such a link already.", "ikke endret, en slik kobling finnes fra før.";
        /// The kind of link is taken from the two cards.
        as_fits: "the kind that fits", "typen som passer";
        /// Made link after link from the same card.
        several: "one after the other", "flere på rad";
        /// Before the card that another one is merged with.
        merge_with: "Merge with", "Slå sammen med";
        /// Last line: letters.
        letters: "a card", "et kort";
        /// Last line: the keys of the sign.
        sign: "sign", "fortegn";
        /// Last line: Space.
        delay: "delay", "forsinkelse";
        /// Last line: !.
        missing: "missing", "savnet";
        /// Last line: Tab.
        kind: "kind", "type";
        /// Last line: <.
        turn: "turn round", "snu";
        /// Last line: /.
        name: "by name", "etter navn";
        /// Last line: C.
        more: "several", "flere";
        /// Last line: Enter in the list.
        take: "take it", "velg";
        /// Last line: Esc in the list.
        letters_again: "letters again", "bokstaver igjen";
    }
    nouns {}
}
