//! What a form says beside the names of its fields: rows that add something, empty values, and what its keys do.

table! {
    /// Words of the forms in which an item is edited.
    Forms;
    words {
        /// The title of a card's form.
        edit_card: "Edit the card", "Rediger kortet";
        /// The title of a link's form.
        edit_link: "Edit the link", "Rediger koblingen";
        /// The title of any other form.
        edit: "Edit", "Rediger";
        /// A choice that nobody has made.
        not_stated: "not stated", "ikke oppgitt";
        /// No area.
        no_area: "no area", "uten område";
        /// A level or an area that is no part of another.
        a_whole: "not a part of another", "ikke del av noe annet";
        /// Which level or area it is a part of.
        part_of: "part of", "del av";
        /// The colour of an area.
        color: "colour", "farge";
        /// What a level, an area or a phase is called.
        name: "name", "navn";
        /// A goal in words.
        goal: "goal", "mål";
        /// The place of a journey among the others.
        place: "place in the list", "plass i listen";
        /// Heading over marks, votes and tags.
        set_by_group: "Marks and tags", "Merker og stikkord";
        /// Heading over what is rarely set.
        more: "More", "Mer";
        /// Row: names a source of a card or link.
        cite: "cite a source", "vis til en kilde";
        /// Row: one more measured value.
        add_measurement: "add a measurement", "legg til en måling";
        /// Row: one more column from elsewhere.
        add_column: "add: name = value", "ny: navn = verdi";
        /// Row: one more card of a loop.
        add_card: "add a card", "legg til et kort";
        /// Row: one more step of a journey.
        add_step: "add a step", "legg til et steg";
        /// Row: a chain goes one link on.
        longer: "go on to", "videre til";
        /// Row: one more card that grows or shrinks.
        add_change: "and if", "og om";
        /// How many steps a change is followed.
        ahead: "steps ahead", "steg fram";
        /// What a link of a loop is.
        link_kind: "which", "som";
        /// A step: what it shows.
        shows: "shows", "viser";
        /// A step that shows nothing but its remark.
        only_remark: "only the remark", "bare kommentaren";
        /// A step that shows something that happened.
        event: "event", "hendelse";
        /// A step that shows a card.
        card: "card", "kort";
        /// What a set-aside observation rests on.
        rests_on: "rests on", "hviler på";
        /// Why it was set aside.
        reason: "reason", "begrunnelse";
        /// The other end of a row of levels.
        levels: "levels", "nivåer";
        /// Colour.
        gray: "grey", "grå";
        /// Colour.
        red: "red", "rød";
        /// Colour.
        green: "green", "grønn";
        /// Colour.
        yellow: "yellow", "gul";
        /// Colour.
        blue: "blue", "blå";
        /// Colour.
        magenta: "magenta", "lilla";
        /// Colour.
        cyan: "cyan", "turkis";
        /// Colour.
        bright_red: "light red", "lys rød";
        /// Colour.
        bright_green: "light green", "lys grønn";
        /// Colour.
        bright_yellow: "light yellow", "lys gul";
        /// Colour.
        bright_blue: "light blue", "lys blå";
        /// Colour.
        bright_magenta: "light magenta", "lys lilla";
        /// Colour.
        bright_cyan: "light cyan", "lys turkis";
        /// Key: begins to type in a field.
        to_edit: "edit", "rediger";
        /// Key: opens a list to choose from.
        to_choose: "choose", "velg";
        /// Key: the choice beside this one.
        to_change: "change", "endre";
        /// Key: yes to no and back.
        to_toggle: "yes/no", "ja/nei";
        /// Key: sets or takes away a tick.
        to_tick: "tick", "kryss av";
        /// Key: empties a field.
        to_empty: "empty", "tøm";
        /// Key: takes a part of the item away.
        to_remove: "remove", "fjern";
        /// Key: another place in the row.
        to_move: "move", "flytt";
        /// Key: takes over what was typed.
        to_keep: "keep", "behold";
        /// Key: leaves what was typed.
        to_discard: "discard", "forkast";
        /// Key: one more line of a text.
        to_break: "new line", "ny linje";
        /// Key: adds a part.
        to_add: "add", "legg til";
        /// Key: leaves the form.
        to_leave: "done", "ferdig";
        /// Key: chooses in a list and closes it.
        to_take: "take", "ta";
        /// Keys: the cursor of a text.
        letters: "by letters", "bokstav for bokstav";
        /// Keys: the cursor of a text.
        by_words: "by words", "ord for ord";
        /// Key: deletes the word before the cursor.
        delete_word: "delete a word", "slett et ord";
        /// Key: deletes as far as the beginning of the line.
        delete_line: "delete the line", "slett linjen";
        /// Keys: letters narrow a list.
        a_to_z: "A–Z", "A–Å";
        /// In a list of ticks, where Enter came before any tick.
        space_ticks: "Nothing ticked; Space ticks a row.", "Ingenting er krysset av; mellomrom krysser av en rad.";
        /// In a list of sources where there are none yet.
        type_new_source: "Type a name: it becomes a new source.", "Skriv et navn: Det blir en ny kilde.";
        /// In a list of sources, before a title that is none of them.
        a_new_source: "a new source", "en ny kilde";
        /// What those do.
        to_filter: "filter", "filtrer";
        /// In the empty filter of a list.
        type_to_filter: "Type to filter", "Skriv for å filtrere";
    }
    nouns {}
}
