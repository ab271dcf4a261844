//! Words of the outline: its heading, its filter, its columns, and the bulk edit.

use crate::text::lang::Lang;

table! {
    /// What the outline says beside what it lists.
    Listing;
    words {
        /// What is shown: everything.
        whole_map: "the whole map", "hele kartet";
        /// In the heading, before the name of a column.
        sorted_by: "sorted by", "sortert etter";
        /// Head of the column with the counts of causes and effects.
        in_out: "in→out", "inn→ut";
        /// The same in a list of columns.
        causes_and_effects: "causes → effects", "årsaker → virkninger";
        /// Name of the column with the mark of picked rows.
        picked: "picked", "huket av";
        /// A filter: cards that are nowhere.
        no_level_or_area: "without level or area", "uten nivå eller område";
        /// A filter: what rests on nothing.
        without_sources: "without sources", "uten kilder";
        /// In the field of the filter.
        type_to_filter: "Type letters of a label, a tag, a level, an area, a kind", "Skriv bokstaver fra navn, stikkord, nivå, område eller type";
        /// A map without links, in the list of links.
        no_links: "This map has no links yet. A link says what makes what grow or shrink.", "Kartet har ingen koblinger ennå. En kobling sier hva som får hva til å øke eller minke.";
        /// Behind the empty list of a filter.
        esc_takes_away: "Esc takes the filter away.", "Esc tar bort filteret.";
        /// Of the selected card, on a board narrowed to others.
        outside_filter: "outside the filter", "utenfor filteret";
        /// The board is narrowed to what no card has; what that is follows.
        no_match: "No card matches", "Ingen kort passer";
        /// The board is narrowed no longer.
        whole_board: "The whole map is on the board.", "Hele kartet er på tavlen.";
        /// Nothing is picked.
        nothing_picked: "Nothing is picked. Space picks a card.", "Ingenting er huket av. Mellomrom huker av et kort.";
        /// Title of the pane of values to narrow the list to.
        narrow: "Narrow the list", "Avgrens listen";
        /// The same over the board.
        narrow_board: "Narrow the board", "Avgrens tavlen";
        /// In that pane: no value is asked for.
        any: "any", "alle";
        /// Title of the pane of columns.
        columns: "Columns", "Kolonner";
        /// In that pane: nobody chose.
        by_width: "as many as fit", "så mange som får plass";
        /// In the pane that changes several at once, before a field is chosen.
        choose_a_field: "Choose a field, then what is to stand in it.", "Velg et felt, og så hva som skal stå i det.";
        /// The same: where words are typed.
        type_words: "words to add, with commas", "stikkord som legges til, med komma";
        /// The same: where a number is typed.
        type_number: "a number", "et tall";
        /// The same: where a text is typed.
        type_text: "a text for all of them", "en tekst for alle";
        /// Last line: what Enter does there.
        change_all: "change them", "endre dem";
        /// Last line: what left and right do in the pane of values.
        another_value: "another value", "en annen verdi";
        /// Last line: what Backspace does there.
        any_value: "any value", "alle verdier";
        /// Last line: what Space does in the pane of columns.
        show_or_hide: "show or hide", "vis eller skjul";
        /// Last line: Enter in the field of the filter.
        keep_filter: "keep the filter", "behold filteret";
        /// Last line: Up and Down in the field of the filter.
        along: "along the list", "i listen";
    }
    nouns {}
}

/// What a filter leaves of a list: `34 of 108 cards`; all of it where nothing is left out.
pub fn shown_of(lang: Lang, shown: usize, all: usize, links: bool) -> String {
    let words = lang.words();
    let noun = if links { &words.links.link } else { &words.things.card };
    if shown == all {
        return noun.of(all);
    }
    match lang {
        Lang::En => format!("{shown} of {}", noun.of(all)),
        Lang::Nb => format!("{shown} av {}", noun.of(all)),
    }
}

/// How much is picked: `3 cards picked`.
pub fn picked(lang: Lang, cards: usize, links: usize) -> String {
    let words = lang.words();
    let mut parts = Vec::new();
    if cards > 0 {
        parts.push(words.things.card.of(cards));
    }
    if links > 0 {
        parts.push(words.links.link.of(links));
    }
    match lang {
        Lang::En => format!("{} picked", parts.join(", ")),
        Lang::Nb => format!("{} huket av", parts.join(", ")),
    }
}

/// How much of what is picked the filter leaves out: `2 of them not shown`.
pub fn not_shown(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("{n} of them not shown"),
        Lang::Nb => format!("{n} av dem vises ikke"),
    }
}

/// Title of the pane that changes several at once.
pub fn change_title(lang: Lang, n: usize, links: bool) -> String {
    let words = lang.words();
    let noun = if links { &words.links.link } else { &words.things.card };
    match lang {
        Lang::En => format!("Change {}", noun.of(n)),
        Lang::Nb => format!("Endre {}", noun.of(n)),
    }
}

/// Title of the same pane where it changes one card or link, which is named.
pub fn change_one(lang: Lang, called: &str) -> String {
    match lang {
        Lang::En => format!("Change {called}"),
        Lang::Nb => format!("Endre {called}"),
    }
}

/// What a value would do: `Changes 5 of 7 cards.`
pub fn would_change(lang: Lang, changes: usize, all: usize, links: bool) -> String {
    let words = lang.words();
    let noun = if links { &words.links.link } else { &words.things.card };
    match lang {
        Lang::En if changes == all => format!("Changes {}.", noun.of(all)),
        Lang::En => format!("Changes {changes} of {}.", noun.of(all)),
        Lang::Nb if changes == all => format!("Endrer {}.", noun.of(all)),
        Lang::Nb => format!("Endrer {changes} av {}.", noun.of(all)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_as_people_say_them() {
        assert_eq!(shown_of(Lang::En, 34, 108, false), "34 of 108 cards");
        assert_eq!(shown_of(Lang::Nb, 1, 1, true), "1 kobling");
        assert_eq!(picked(Lang::Nb, 3, 0), "3 kort huket av");
        assert_eq!(would_change(Lang::En, 5, 7, false), "Changes 5 of 7 cards.");
        assert_eq!(would_change(Lang::Nb, 1, 1, true), "Endrer 1 kobling.");
        assert_eq!(picked(Lang::En, 1, 2), "1 card, 2 links picked");
    }
}
