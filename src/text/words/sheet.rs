//! The full board: what it shows and what of it is out of sight.

table! {
    /// What is said of the full board.
    SheetWords;
    words {
        /// The column of cards without a phase.
        no_phase: "No phase", "Ingen fase";
        /// The column of cards without a sector.
        no_sector: "No sector", "Ingen sektor";
    }
    nouns {}
}
