//! Words of the two screens for whoever reviews a map: what changed since another version, and what a merge left open.

use crate::text::lang::Lang;

table! {
    /// Headings and sentences of a review, and of settling conflicts.
    Review;
    words {
        /// Over the claims.
        claims: "What the change claims", "Hva endringen hevder";
        /// While the worker compares.
        comparing: "Comparing…", "Sammenligner …";
        /// Nothing is compared yet.
        not_begun: "Nothing is compared yet.", "Ingenting er sammenlignet ennå.";
        /// How to begin. Ids of commands stand in square brackets.
        how_to_begin: "[review-with] compares this map with a version in git or with another file.", "[review-with] sammenligner kartet med en versjon i git eller med en annen fil.";
        /// Both maps say the same.
        same: "The map says the same as that version.", "Kartet sier det samme som den versjonen.";
        /// What one can do then. Ids of commands stand in square brackets.
        same_then: "Go on working: what you change comes up here. [review-with] compares with another version.", "Bare arbeid videre: Det du endrer, kommer opp her. [review-with] sammenligner med en annen versjon.";
        /// A title over the field for a version.
        which: "Compare with which version?", "Sammenlign med hvilken versjon?";
        /// What can be written there.
        which_help: "HEAD is what was committed last, main a branch, HEAD~3 three commits ago, main... where you left main. Or the name of a map file.", "HEAD er det som ble lagret sist i git, main en gren, HEAD~3 tre innsjekkinger tilbake, main... der du tok av fra main. Eller navnet på en kartfil.";
        /// Last line: Enter in that field.
        compare: "compare", "sammenlign";
        /// No repository knows a map without a file.
        in_no_file: "This map is in no file yet, so git knows no earlier version of it.", "Kartet er ikke lagret i noen fil ennå, så git kjenner ingen tidligere versjon.";
        /// The review is over.
        ended: "The review is over; the marks are off the board.", "Sammenligningen er avsluttet; merkene er borte fra tavlen.";
        /// There is none to end.
        none_on: "Nothing is compared.", "Ingenting er sammenlignet.";
        /// A row that nothing can be done about directly.
        follows: "This row only says what follows. Put back a change of a link or a card further down in the list.", "Denne raden sier bare hva som følger. Tilbakestill en endring av en kobling eller et kort lenger ned i listen.";
        /// A row on another id.
        id_stays: "Only the id is another one; there is nothing to put back.", "Bare id-en er en annen; det er ingenting å tilbakestille.";
        /// Putting back would break something.
        cannot: "It cannot be put back as it was: what it belonged to is otherwise now.", "Det kan ikke tilbakestilles: Det det hørte til, er endret siden.";
        /// Nothing that can be edited.
        not_there: "That is not on the map now, so there is nothing to edit. Put it back first.", "Det er ikke på kartet nå, så det er ingenting å redigere. Tilbakestill det først.";
        /// A row on something that stands nowhere on the board.
        not_on_board: "That has no place on the board.", "Det har ingen plass på tavlen.";
        /// Legend: a card that came.
        new: "new", "nytt";
        /// Legend: a card that is otherwise now.
        changed: "changed", "endret";
        /// Legend: a card that went.
        gone: "gone: stood here", "borte: sto her";
        /// On the line of a link that is not there any more.
        taken_out: "taken out", "tatt ut";
        /// What a circle did before a link of it was taken out.
        fed_itself: "Until then the circle fed itself.", "Til da forsterket sirkelen seg selv.";
        /// The same.
        slowed_itself: "Until then the circle slowed itself.", "Til da bremset sirkelen seg selv.";
        /// Below the board, behind the name of a card that went.
        was_removed: "is gone; it stood here.", "er borte; det sto her.";
        /// A title.
        conflicts: "What the merge left open", "Det sammenslåingen lot stå åpent";
        /// No conflicts.
        none: "There is nothing to settle in this map.", "Det er ingenting å avgjøre i dette kartet.";
        /// What that means.
        none_then: "No merge left anything open here. [board] leads back to the board.", "Ingen sammenslåing har latt noe stå åpent her. [board] går tilbake til tavlen.";
        /// The last one was settled, and the map is saved.
        all_saved: "Nothing is left to settle.", "Ingenting gjenstår å avgjøre.";
        /// What one can do then. Ids of commands stand in square brackets.
        all_saved_then: "[board] leads back to the board. If git stopped at this map, add and commit it.", "[board] går tilbake til tavlen. Stanset git ved dette kartet, legg det til og sjekk det inn.";
        /// After the last one.
        all_settled: "Everything is settled. Save the map to finish the merge.", "Alt er avgjort. Lagre kartet for å gjøre sammenslåingen ferdig.";
        /// The same on the screen. Ids of commands stand in square brackets.
        all_settled_then: "[save] saves the map and finishes the merge; in git, add and commit it then. [undo] takes the last choice back.", "[save] lagrer kartet og gjør sammenslåingen ferdig; legg det så til og sjekk det inn i git. [undo] tar det siste valget tilbake.";
        /// Head of a column.
        ours: "Ours (on the map)", "Vår (på kartet)";
        /// The same, where what is on the map is not ours any more.
        ours_before: "Ours", "Vår";
        /// Head of a column.
        base: "Before both", "Før begge";
        /// Head of a column.
        theirs: "Theirs", "Deres";
        /// What is on the map, where it is none of the three.
        live: "On the map now:", "På kartet nå:";
        /// An empty value.
        nothing: "(nothing)", "(ingenting)";
        /// One side of a deletion.
        takes_out: "Deleted it", "Slettet det";
        /// The other side.
        uses_it: "Uses it:", "Bruker det:";
        /// The other side.
        changed_it: "Changed it:", "Endret det:";
        /// What it was before.
        was_there: "It was there:", "Det var der:";
        /// Behind the name of what one side deleted and the other changed.
        deleted_or_changed: "deleted, or changed?", "slettet eller endret?";
        /// Behind the name of what one side deleted and the other uses.
        deleted_or_used: "deleted, or used?", "slettet eller brukt?";
        /// Behind the name of what both made.
        made_twice: "made by both, in two ways", "laget av begge, på to måter";
        /// Above the values: both changed a field.
        which_value: "Both changed this, and not in the same way. Which shall stand? Ours is on the map until you choose.", "Begge endret dette, og ikke på samme måte. Hva skal stå? Vår står på kartet til du velger.";
        /// Above the values: both made it.
        which_made: "Both made this, and not in the same way. Which shall stand? Ours is on the map until you choose.", "Begge laget dette, og ikke på samme måte. Hva skal stå? Vår står på kartet til du velger.";
        /// Above the values: deleted, or changed.
        which_changed: "One side deleted this, the other changed it. Shall it go or stay? It is on the map until you choose.", "Den ene siden slettet dette, den andre endret det. Skal det bort eller bli? Det står på kartet til du velger.";
        /// Above the values: deleted, or used.
        which_used: "One side deleted this, the other uses it. Shall it go or stay? It is on the map until you choose.", "Den ene siden slettet dette, den andre bruker det. Skal det bort eller bli? Det står på kartet til du velger.";
        /// Before what happens when a side is taken.
        then_deleted: "Taking this deletes it, with what hangs on it.", "Velges dette, slettes det med det som henger på.";
        /// Before what happens when a side is taken.
        then_stays: "Taking this keeps it.", "Velges dette, blir det stående.";
        /// Both sides deleted and used: keep.
        keep: "It stays", "Det blir stående";
        /// Two new ids.
        two_ids: "Both keep the card and gave it another id.", "Begge beholdt kortet og ga det en annen id.";
        /// Only one side can be.
        no_both: "Only one of them can stand here. Choose ours or theirs, or write your own.", "Bare én av dem kan stå her. Velg vår eller deres, eller skriv din egen.";
        /// The side taken does not fit.
        does_not_fit: "That no longer fits the map: it names something that is gone. Choose the other side, or change it by hand and take it as it stands.", "Det passer ikke lenger i kartet: Det viser til noe som er borte. Velg den andre siden, eller rett det for hånd og la det stå.";
        /// Writing a value of one's own.
        write_own: "Your own words", "Dine egne ord";
        /// The field is no line of text.
        by_hand: "Set it as it should be here, then settle it as it stands.", "Sett det slik det skal være her, og la det så stå som det er.";
        /// Nothing to edit.
        no_form: "There is no form for this. Choose ours or theirs.", "Det finnes ikke noe skjema for dette. Velg vår eller deres.";
        /// Last line: Enter on a row.
        go_there: "go there", "gå dit";
        /// Last line: Enter on a value.
        take: "take the choice", "ta den valgte";
        /// Enter, before anything is chosen.
        choose_first: "Choose first what shall stand, then press Enter.", "Velg først hva som skal stå, og trykk så Enter.";
        /// What one side deleted is not both deleted and kept.
        goes_or_stays: "It can only go or stay. Choose ours or theirs.", "Det kan bare bort eller bli. Velg vår eller deres.";
        /// Title of the box below the sides: both of them.
        both: "Both", "Begge";
        /// Title of the box below the sides: as it stands.
        as_it_stands: "As it stands now", "Slik det står nå";
        /// What both comes to: of two cards under one id each has its own.
        both_cards: "Both cards stay.", "Begge kortene blir stående.";
        /// What leaving it comes to, where it is about no single value.
        untouched: "The map stays as it is.", "Kartet blir stående slik det er.";
        /// How a conflict was settled, behind what it was about.
        took_ours: "took ours", "tok vår";
        /// The same.
        took_theirs: "took theirs", "tok deres";
        /// The same.
        took_base: "took what was there before both", "tok det som sto før begge";
        /// The same.
        took_both: "took both", "tok begge";
        /// The same.
        left_standing: "left as it stands", "lot det stå";
        /// The same.
        wrote_own: "wrote your own", "skrev din egen";
        /// Behind that, of a deletion.
        is_deleted: "deleted", "slettet";
        /// Behind that, of a deletion.
        is_kept: "it stays", "blir stående";
    }
    nouns {
        /// What a merge left open.
        conflict: ("conflict", "conflicts"), ("konflikt", "konflikter");
    }
}

/// The title of a review.
pub fn changes_since(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("Changes since {name}"),
        Lang::Nb => format!("Endringer siden {name}"),
    }
}

/// A field of a thing, within a sentence.
pub fn of_thing(lang: Lang, field: &str, name: &str) -> String {
    match lang {
        Lang::En => format!("{field} of {name}"),
        Lang::Nb => format!("{field} for {name}"),
    }
}

/// That a link is not there any more; the names of its ends stand in quotes.
pub fn was_taken_out(lang: Lang, from: &str, to: &str, base: &str) -> String {
    match lang {
        Lang::En => format!("The link from {from} to {to} was taken out since {base}."),
        Lang::Nb => format!("Koblingen fra {from} til {to} er tatt ut siden {base}."),
    }
}

/// How many conflicts are left.
pub fn left(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 left to settle".to_owned(),
        (Lang::En, n) => format!("{n} left to settle"),
        (Lang::Nb, 1) => "1 igjen å avgjøre".to_owned(),
        (Lang::Nb, n) => format!("{n} igjen å avgjøre"),
    }
}

/// When a map with open conflicts is opened: how many, and the key that leads there.
pub fn has_conflicts(lang: Lang, n: usize, key: &str) -> String {
    let n = match (lang, n) {
        (Lang::En, 1) => "A merge left 1 conflict in this map".to_owned(),
        (Lang::En, n) => format!("A merge left {n} conflicts in this map"),
        (Lang::Nb, 1) => "En sammenslåing har lagt igjen 1 konflikt i kartet".to_owned(),
        (Lang::Nb, n) => format!("En sammenslåing har lagt igjen {n} konflikter i kartet"),
    };
    match lang {
        Lang::En => format!("{n}: {key} settles them."),
        Lang::Nb => format!("{n}: {key} avgjør dem."),
    }
}

/// Why nothing is compared, and what one can write instead.
pub fn cannot_compare(lang: Lang, why: &str) -> String {
    match lang {
        Lang::En => format!("{why} Write another revision, or the name of a map file."),
        Lang::Nb => format!("{why} Skriv en annen revisjon, eller navnet på en kartfil."),
    }
}
