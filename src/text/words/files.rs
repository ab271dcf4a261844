//! Words about map files: what to begin with, which file to open, what could not be opened.

use crate::text::lang::Lang;

table! {
    /// Words about map files.
    Files;
    words {
        /// Title: the list of files.
        open_a_map: "Open a map", "Åpne et kart";
        /// Title: the list of files, to begin a map like one of them.
        like_which: "Begin like which map?", "Begynne likt hvilket kart?";
        /// In the empty field of the list.
        type_a_name: "type a part of the name, or a path", "skriv en del av navnet, eller en sti";
        /// While the folder is being read.
        looking: "Looking…", "Leter…";
        /// While a file is being read.
        reading: "Reading…", "Leser…";
        /// Behind a map that was open before.
        recent: "recent", "nylig";
        /// A folder without maps.
        no_maps_here: "No maps in this folder (files that end in .ron).", "Ingen kart i denne mappen (filer som ender på .ron).";
        /// The way to the folder around this one.
        folder_above: "the folder above", "mappen over";
        /// What Enter does with a typed path.
        open_typed: "Enter opens this path", "Enter åpner denne stien";
        /// Asked for a new map.
        title_of_map: "New map: what is it about? (its title)", "Nytt kart: Hva handler det om? (tittelen)";
        /// Title of the list of templates.
        begin_with: "Begin with", "Begynn med";
        /// Template: four levels and five areas.
        main_model: "main model", "hovedmodell";
        /// The same in more words.
        main_model_about: "four levels, five problem areas; names can be changed", "fire nivåer, fem problemområder; navnene kan endres";
        /// Template: levels.
        levels: "levels", "nivåer";
        /// The same in more words.
        levels_about: "four levels; the areas are found from the cards", "fire nivåer; områdene finner dere ut fra kortene";
        /// Template: nothing.
        blank: "blank", "tomt";
        /// The same in more words.
        blank_about: "no levels and no areas", "uten nivåer og områder";
        /// Template: who decides over whom.
        administration: "administration", "forvaltning";
        /// The same in more words.
        administration_about: "six levels, from resident to ministry", "seks nivåer, fra innbygger til departement";
        /// Template: another map.
        like_another: "like another map", "likt et annet kart";
        /// The same in more words.
        like_another_about: "its levels, areas and phases, none of its cards", "nivåene, områdene og fasene, men ingen av kortene";
        /// Asked before a file is replaced.
        replace_question: "There is a file of that name already. Replace it?", "Det finnes allerede en fil med det navnet. Vil du erstatte den?";
        /// The file is written by a newer floke.
        newer_read_only: "A newer floke wrote this file: it is open for reading only.", "Filen er skrevet av en nyere floke: Den er åpnet bare for lesing.";
        /// Git left an unfinished merge in the file.
        unmerged: "Git left a merge unfinished here. Its two sides are merged; save to keep that.", "Git etterlot en uferdig fletting her. De to sidene er flettet; lagre for å beholde det.";
        /// Start screen: about New map.
        new_about: "asks for a title and what to begin with", "spør om tittel og hva du vil begynne med";
        /// Start screen: about Open a map.
        open_about: "a list of files that filters as you type", "en liste over filer som filtreres mens du skriver";
        /// Start screen: about the tour.
        tour_about: "a tour through the bundled case, about ten minutes", "en omvisning i eksempelkartet, omtrent ti minutter";
        /// Start screen: about Quit.
        quit_about: "maps are files; nothing else is kept", "kartene er filer; ingenting annet blir lagret";
        /// Start screen: about a map that was open before.
        recent_about: "opens the file", "åpner filen";
        /// Last line: goes on.
        go_on: "go on", "videre";
        /// Last line: the folder above.
        up: "folder above", "mappen over";
    }
    nouns {
        /// What keeps a file from being opened.
        fault: ("fault", "faults"), ("kartfeil", "kartfeil");
    }
}

/// Behind the first fault of a file: ` (and 3 more faults)`.
#[must_use]
pub fn and_more_faults(lang: Lang, n: usize) -> String {
    let faults = lang.words().files.fault.form(n);
    match lang {
        Lang::En => format!(" (and {n} more {faults})"),
        Lang::Nb => format!(" (og {n} {faults} til)"),
    }
}

/// Which command lists the faults of a file.
#[must_use]
pub fn check_lists_them(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En => format!("`floke check {path}` lists them."),
        Lang::Nb => format!("`floke check {path}` viser dem."),
    }
}

/// Below a list of files that does not show all: how many it shows.
#[must_use]
pub fn first_names(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("A large folder: {n} names are shown. Type the path of another one."),
        Lang::Nb => format!("En stor mappe: {n} navn vises. Skriv stien til et annet."),
    }
}
