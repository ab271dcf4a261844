//! Words for moving cards to a level or an area.

table! {
    /// Names and hints while a place is chosen.
    Moving;
    words {
        /// Before the card, or the number of cards, that are moved.
        title: "Move", "Flytt";
        /// In the empty field.
        hint: "some letters of a level or an area", "noen bokstaver fra et nivå eller et område";
        /// The row that takes a card off its level.
        no_level: "no level", "uten nivå";
        /// The row that takes a card out of its area.
        no_area: "no area", "uten område";
        /// Where all the cards are already.
        here: "here now", "her nå";
        /// Last line: Enter.
        enter: "move there", "flytt dit";
        /// Last line: Tab.
        tab: "levels or areas", "nivåer eller områder";
    }
    nouns {}
}
