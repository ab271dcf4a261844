//! Messages: fixed ones in the table, those with arguments as functions that hold both languages side by side.
//!
//! Labels stand in « » in both languages; [`quoted`] puts them there. Counts go in as numbers.

use crate::text::lang::Lang;
use crate::text::number::count;

mod chains;
mod change;
mod claims;
mod cuts;
mod loops;
mod matrix;
mod merged;
mod model;
mod observations;

pub use chains::*;
pub use change::*;
pub use claims::*;
pub use cuts::*;
pub use loops::*;
pub use matrix::*;
pub use merged::*;
pub use model::*;
pub use observations::*;

table! {
    /// Messages without arguments.
    Says;
    words {
        /// Somebody tried to change the map in a version that only shows it.
        editing_comes_later: "Read only: editing comes in a later version.", "Bare lesing: Redigering kommer i en senere versjon.";
        /// The file may not be changed here.
        read_only: "This map is open for reading only.", "Kartet er åpnet bare for lesing.";
        /// A command that is not there yet.
        not_yet: "Not yet in this version.", "Ikke med i denne versjonen ennå.";
        /// A command that has nothing to work on.
        choose_a_card_first: "Go to a card first.", "Gå til et kort først.";
        /// A command that has no link to work on.
        choose_a_link_first: "Choose a link first: Tab goes through the links of the card.", "Velg en kobling først: Tab går gjennom koblingene til kortet.";
        /// A change that would change nothing.
        nothing_to_change: "There is nothing to change here.", "Her er det ingenting å endre.";
        /// A field was closed as it was opened.
        nothing_changed: "Nothing was changed.", "Ingenting ble endret.";
        /// Undo at the beginning.
        nothing_to_undo: "Nothing to undo: this is the map as it was opened.", "Ingenting å angre: Slik var kartet da det ble åpnet.";
        /// Redo without undo.
        nothing_to_redo: "Nothing to redo.", "Ingenting å gjøre om.";
        /// Behind the circles that a link closes, where there was no time to look for all.
        may_be_more: "There may be more.", "Det kan være flere.";
        /// Nothing to write to the file.
        already_saved: "Everything is saved.", "Alt er lagret.";
        /// The file was to be read again, and there is none.
        no_file_yet: "This map has no file yet: save it first.", "Kartet har ingen fil ennå: Lagre det først.";
        /// The map is as its file says.
        read_again: "Read again from the file.", "Lest på nytt fra filen.";
        /// Language and theme stand in the settings now.
        settings_kept: "Kept for next time.", "Husket til neste gang.";
        /// The map is in the file, but the disk did not say so.
        saved_unsure: "The disk did not confirm it.", "Disken bekreftet det ikke.";
        /// Asked where a map without a file is to go.
        save_where: "Save the map as (path of the file)", "Lagre kartet som (filens sti)";
        /// Asked before comments in a file are lost.
        comments_question: "The file has comments, and saving takes them away. Save all the same?", "Filen har kommentarer, og lagring fjerner dem. Lagre likevel?";
        /// In the field for new cards.
        write_a_line: "a cause, or: cause -> effect -o another  /level #area", "en årsak, eller: årsak -> virkning -o en til  /nivå #område";
        /// A command that needs a map on a screen without one.
        open_a_map_first: "Open a map first.", "Åpne et kart først.";
        /// To trace a chain before anything was walked.
        walk_a_link_first: "Follow a link first: the cards you pass make the chain.", "Følg en kobling først: Kortene du går innom, blir kjeden.";
        /// To choose a link of a card that has none.
        no_links_here: "This card has no links yet.", "Kortet har ingen koblinger ennå.";
        /// Enter in an empty cell of the matrix.
        no_link_in_cell: "No link here: Tab goes to the next one.", "Ingen kobling her: Tab går til den neste.";
        /// The window is far too small to show anything.
        make_larger: "Make the window larger.", "Gjør vinduet større.";
        /// In the empty field of the search.
        type_some_letters: "Type some letters of the card", "Skriv noen bokstaver fra kortet";
        /// Help: what the mouse does.
        mouse_help: "Mouse: a click selects, a click on what is selected opens it, the wheel scrolls. Drag a card to another cell, or onto a card to link them. Hold Shift and drag to copy text.", "Mus: Et klikk velger, et klikk på det valgte åpner, hjulet ruller. Dra et kort til en annen rute, eller oppå et kort for å koble dem. Hold Shift og dra for å kopiere tekst.";
        /// While a card is dragged over another one.
        drop_links: "Let go to make a link to this card.", "Slipp for å lage en kobling til dette kortet.";
        /// While a card is dragged over a cell.
        drop_moves: "Let go to put the card here.", "Slipp for å legge kortet her.";
        /// While a card is dragged where it cannot be put.
        drop_nothing: "Drag to a cell to move the card, onto a card to make a link.", "Dra til en rute for å flytte kortet, oppå et kort for å lage en kobling.";
        /// A card was dropped where it cannot be put.
        drop_nowhere: "Nothing can be put there. Drop a card in a cell to move it, onto a card to make a link.", "Der kan ingenting legges. Slipp et kort i en rute for å flytte det, oppå et kort for å lage en kobling.";
        /// A card was dropped in the cell it came from.
        drop_stays: "The card stands there already.", "Kortet står der fra før.";
        /// Legend: a shape that is not filled.
        hollow: "hollow", "hul";
        /// In a named loop: a link that is no longer on the map.
        link_gone: "no longer on the map", "ikke lenger på kartet";
        /// Signals that run past two neighbouring levels.
        past_the_line: "past the line", "utenom linjen";
        /// Asked before leaving.
        quit_question: "There are unsaved changes. Save them?", "Det er ulagrede endringer. Vil du lagre dem?";
        /// The sign is not known.
        which_way: "we do not know which way", "vi vet ikke hvilken vei";
        /// On a ghost in the staircase.
        carries_back_up: "Nothing carries this back up.", "Ingenting bringer dette opp igjen.";
        /// Beside the title of a loop with a missing link.
        if_it_were_there: "if it were there", "om den fantes";
        /// The end of a chain that nobody has taken further.
        stops_here: "The chain stops here.", "Kjeden stopper her.";
        /// Going back from the first card.
        at_the_start: "This is where you began.", "Her begynte du.";
        /// The worker is not done.
        still_counting: "Still looking…", "Leter fortsatt…";
        /// A result from before the last changes.
        before_last_changes: "from before the last changes", "fra før de siste endringene";
        /// Links left out of analyses.
        left_out: "Refuted and missing links are left out.", "Avkreftede og savnede koblinger er holdt utenfor.";
        /// In the help on loops.
        runs_both_ways: "A circle that feeds itself runs both ways: it can carry something up as well as down.", "En sirkel som forsterker seg selv, virker begge veier: Den kan dra noe opp like godt som ned.";
        /// Hint on a label that says lack.
        can_this_grow: "Can this grow? Try the positive word, marked ‘too little today’.", "Kan dette øke? Prøv det positive ordet, merket «lite i dag».";
        /// Hint on a label with ‘and’.
        two_in_one: "Two things in one?", "To ting i én?";
        /// Hint on a label with ‘versus’.
        a_tension: "A tension?", "En spenning?";
        /// Hint on a label with a solution in it.
        measure_in_disguise: "A measure in disguise?", "Et forkledd tiltak?";
    }
    nouns {}
}

/// A label inside a sentence: « » in both languages, so that number and gender never break.
pub fn quoted(label: &str) -> String {
    format!("«{label}»")
}

/// A list that shows only its beginning.
pub fn first_of(lang: Lang, shown: usize, all: usize) -> String {
    let (shown, all) = (count(lang, shown as u128), count(lang, all as u128));
    match lang {
        Lang::En => format!("The first {shown} of {all}."),
        Lang::Nb => format!("De første {shown} av {all}."),
    }
}

/// The end of a list cut short: `and 3 more`.
pub fn and_more(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("and {n} more"),
        Lang::Nb => format!("og {n} til"),
    }
}

/// The end of a reading cut short: `and 3 more links`.
pub fn and_more_links(lang: Lang, n: usize) -> String {
    let links = lang.words().links.link.form(n);
    match lang {
        Lang::En => format!("and {n} more {links}"),
        Lang::Nb => format!("og {n} {links} til"),
    }
}

/// Cards of a row that are out of sight to the left: `2 before`.
pub fn before(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("{n} before"),
        Lang::Nb => format!("{n} før"),
    }
}

/// Cards of a row that are out of sight to the right: `3 more`.
pub fn more(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("{n} more"),
        Lang::Nb => format!("{n} til"),
    }
}

/// Cards hidden further down: `+3 below`.
pub fn below(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("+{n} below"),
        Lang::Nb => format!("+{n} under"),
    }
}

/// Cards hidden further up: `+3 above`.
pub fn above(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("+{n} above"),
        Lang::Nb => format!("+{n} over"),
    }
}

/// A place in a row, counted from 1: `2 of 14`.
pub fn of(lang: Lang, at: usize, all: usize) -> String {
    match lang {
        Lang::En => format!("{at} of {all}"),
        Lang::Nb => format!("{at} av {all}"),
    }
}

/// A place on a walk, counted from 1: `step 2 of 5`.
pub fn step_of(lang: Lang, at: usize, all: usize) -> String {
    format!("{} {}", lang.words().doing.step.one, of(lang, at, all))
}

/// Nobody tells the whole story upward; so many links that would are marked missing.
pub fn whole_story_stops(lang: Lang, missing: usize) -> String {
    match (lang, missing) {
        (Lang::En, 1) => "No way back up for the whole story (1 link marked missing).".to_owned(),
        (Lang::En, n) => format!("No way back up for the whole story ({n} links marked missing)."),
        (Lang::Nb, 1) => "Ingen vei opp igjen for hele historien (1 kobling merket savnet).".to_owned(),
        (Lang::Nb, n) => format!("Ingen vei opp igjen for hele historien ({n} koblinger merket savnet)."),
    }
}

/// Two ways to a card move it in opposite directions.
pub fn conflicting(lang: Lang, label: &str) -> String {
    let label = quoted(label);
    match lang {
        Lang::En => format!("{label}: two ways disagree."),
        Lang::Nb => format!("{label}: to veier er uenige."),
    }
}

/// How a card is tied in: `3 causes → 2 effects`.
pub fn tied_in(lang: Lang, causes: usize, effects: usize) -> String {
    let things = &lang.words().things;
    format!("{} → {}", things.cause.of(causes), things.effect.of(effects))
}

/// The chosen link runs the other way, so one was followed that does not.
pub fn took_another(lang: Lang, link: &str) -> String {
    match lang {
        Lang::En => format!("The chosen link runs the other way; followed «{link}» instead."),
        Lang::Nb => format!("Den valgte koblingen går motsatt vei; fulgte «{link}» i stedet."),
    }
}

/// A search found nothing.
pub fn no_match(lang: Lang, query: &str) -> String {
    match lang {
        Lang::En => format!("Nothing matches «{query}»."),
        Lang::Nb => format!("Ingen treff på «{query}»."),
    }
}

/// A change was taken back; `what` names it in the past tense: `moved «Trust»`.
pub fn undone(lang: Lang, what: &str) -> String {
    match lang {
        Lang::En => format!("Undone: {what}"),
        Lang::Nb => format!("Angret: {what}"),
    }
}

/// A change was made again.
pub fn redone(lang: Lang, what: &str) -> String {
    match lang {
        Lang::En => format!("Redone: {what}"),
        Lang::Nb => format!("Gjort om: {what}"),
    }
}

/// The map was written to a file.
pub fn saved(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En => format!("Saved: {path}"),
        Lang::Nb => format!("Lagret: {path}"),
    }
}

/// A file could not be written; `why` is the reason in sentences.
pub fn not_saved(lang: Lang, path: &str, why: &str) -> String {
    match lang {
        Lang::En => format!("Not saved: {path}. {why}"),
        Lang::Nb => format!("Ikke lagret: {path}. {why}"),
    }
}

/// A file could not be opened; `why` is the reason in words.
pub fn cannot_open(lang: Lang, path: &str, why: &str) -> String {
    match lang {
        Lang::En => format!("Could not open {path}: {why}"),
        Lang::Nb => format!("Kunne ikke åpne {path}: {why}"),
    }
}

/// A key that does nothing here; `help` is the key that shows all keys, empty if there is none.
pub fn unknown_key(lang: Lang, key: &str, help: &str) -> String {
    match (lang, help.is_empty()) {
        (Lang::En, false) => format!("{key} does nothing here; {help} shows all keys."),
        (Lang::Nb, false) => format!("{key} gjør ingenting her; {help} viser alle taster."),
        (Lang::En, true) => format!("{key} does nothing here."),
        (Lang::Nb, true) => format!("{key} gjør ingenting her."),
    }
}

/// A command that changes a card was chosen where no card is in sight; with the keys of the board and of the outline.
pub fn needs_a_card(lang: Lang, command: &str, (board, outline): (&str, &str)) -> String {
    let command = quoted(command);
    match lang {
        Lang::En => format!(
            "{command} needs a card or a link. Go to one first, on the board ({board}) or in the outline ({outline})."
        ),
        Lang::Nb => format!(
            "{command} trenger et kort eller en kobling. Gå dit først, på tavlen ({board}) eller i listen ({outline})."
        ),
    }
}

/// The terminal is too small: what it has and what is needed, in columns and rows.
pub fn too_small(lang: Lang, has: (u16, u16), needs: (u16, u16)) -> String {
    match lang {
        Lang::En => {
            format!("The window is too small: {}×{}, and {}×{} are needed.", has.0, has.1, needs.0, needs.1)
        }
        Lang::Nb => format!("Vinduet er for lite: {}×{}, og {}×{} trengs.", has.0, has.1, needs.0, needs.1),
    }
}

/// The same where there is room for a few words.
pub fn larger_to(lang: Lang, needs: (u16, u16)) -> [String; 2] {
    let needs = format!("{}×{}", needs.0, needs.1);
    match lang {
        Lang::En => [format!("Make the window larger: {needs} are needed."), format!("Needed: {needs}.")],
        Lang::Nb => [format!("Gjør vinduet større: {needs} trengs."), format!("Trengs: {needs}.")],
    }
}

/// What the small numbers, the arrows and the word 'effects' of the overview mean.
#[must_use]
pub fn overview_key(lang: Lang, raised: &str, down: &str) -> String {
    match lang {
        Lang::En => {
            format!(
                "{raised} links, from 5   {down} an arrow for 4 signals, 4 at most   effects: causes and measures"
            )
        }
        Lang::Nb => {
            format!(
                "{raised} koblinger, fra 5   {down} en pil for 4 signaler, høyst 4   virkninger: årsaker og tiltak"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_phrases() {
        assert_eq!(first_of(Lang::Nb, 1000, 41_866_762), "De første 1000 av 41\u{a0}866\u{a0}762.");
        assert_eq!(and_more(Lang::Nb, 3), "og 3 til");
        assert_eq!(below(Lang::En, 3), "+3 below");
        assert_eq!(step_of(Lang::Nb, 2, 5), "steg 2 av 5");
        assert_eq!(tied_in(Lang::Nb, 1, 2), "1 årsak → 2 virkninger");
        assert_eq!(conflicting(Lang::En, "Need"), "«Need»: two ways disagree.");
        assert_eq!(undone(Lang::Nb, &format!("flyttet {}", quoted("Tillit"))), "Angret: flyttet «Tillit»");
        assert!(too_small(Lang::En, (40, 10), (80, 24)).contains("40×10"));
    }
}
