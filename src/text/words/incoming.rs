//! Words of an import that is shown before it is taken in.

table! {
    /// Headings of the report.
    Incoming;
    words {
        /// Title; the name of the file stands behind.
        title: "Import", "Hent inn";
        /// Title of the list of files.
        which: "Import which file?", "Hente inn hvilken fil?";
        /// What may be imported, for a folder without such files.
        none_here: "Nothing to import in this folder: Kumu's .json, tables (.csv), lists (.txt, .md).", "Ingenting å hente inn i denne mappen: .json fra Kumu, tabeller (.csv), lister (.txt, .md).";
        /// What the keys do.
        how: "Enter takes this in as one change, which can be undone. Esc leaves the map as it is.", "Enter tar dette inn som én endring, som kan angres. Esc lar kartet være som det er.";
        /// All of it is there.
        nothing_new: "Nothing new: all of it is on the map already. Esc closes this.", "Ingenting nytt: Alt står på kartet fra før. Esc lukker dette.";
        /// How much is in the file.
        read: "in the file", "i filen";
        /// What comes.
        new: "new", "nytt";
        /// What says something else now.
        changed: "changed", "endret";
        /// What says the same.
        unchanged: "the same as before", "som før";
        /// What is only on the map.
        kept: "on the map only, kept", "bare på kartet, beholdes";
        /// Heading.
        skipped: "Not carried over", "Ikke tatt med";
        /// Heading.
        torn: "Different here and in the file: the map's word stays", "Ulikt her og i filen: Det som står på kartet, blir stående";
        /// Heading.
        told: "Brought up to date", "Oppdatert";
        /// Heading.
        guessed: "Decided for you", "Bestemt for deg";
        /// Heading.
        left_out: "Left out: it only says how the other program draws", "Utelatt: Det sier bare hvordan det andre programmet tegner";
        /// On the command line: all of it is there.
        not_written: "Nothing changed; the map was not written.", "Ingenting er endret; kartet er ikke skrevet.";
        /// The map changed meanwhile.
        outdated: "The map has changed since the file was read. Import it again.", "Kartet er endret siden filen ble lest. Hent den inn på nytt.";
        /// Last line: Enter.
        take: "take it in", "ta det inn";
    }
    nouns {}
}
