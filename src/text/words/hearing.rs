//! The screen of who hears whom: its ladder, what the map shows, what was set aside, and the table of levels.

use crate::text::lang::Lang;

table! {
    /// Words of that screen.
    Hearing;
    words {
        /// On a step: the signal that makes it no better.
        weakest: "weakest", "svakest";
        /// On a step, before the level that steering goes to.
        to_level: "to", "til";
        /// On a step, before the level that tells.
        from_level: "from", "fra";
        /// On a step: who tells past it.
        past: "past the line", "utenom linjen";
        /// Heading: what an observation rests on.
        rests_on: "Rests on", "Bygger på";
        /// Heading: the missing link that would mend it.
        would_mend: "Would mend it", "Ville rettet det opp";
        /// Heading: why it was set aside.
        reason: "Set aside because", "Lagt til side fordi";
        /// Asked when an observation is set aside.
        why: "Why is this set aside?", "Hvorfor legges dette til side?";
        /// Under the field.
        comes_back: "It comes back when what it rests on changes.", "Den kommer tilbake når det den bygger på, endrer seg.";
        /// Nothing was written.
        needs_a_reason: "It needs a reason.", "Det må ha en begrunnelse.";
        /// The key on something else.
        choose_an_observation: "Go to an observation first: Tab goes to them.", "Gå til en observasjon først: Tab går dit.";
        /// The key on the heading over what was set aside.
        unfold_first: "Enter lists what was set aside; there this key takes one out again.", "Enter viser det som er lagt til side; der tar denne tasten en observasjon fram igjen.";
        /// The key for all of them, where no more are hidden.
        all_are_shown: "All that the map shows is listed.", "Alt kartet viser, står her.";
        /// A map that shows nothing.
        nothing_shown: "The map shows nothing that stands out yet.", "Kartet viser ikke noe som skiller seg ut ennå.";
        /// Over the table of levels.
        table: "From the level of the row to that of the column", "Fra nivået i raden til nivået i kolonnen";
        /// Over the table, before the two levels of the cursor.
        between: "Between", "Mellom";
        /// Key on the table: back to the ladder.
        ladder: "ladder", "stigen";
        /// Parts cannot be folded there.
        table_is_whole: "In the table levels stand whole, their parts with them. On the ladder this key folds parts.", "I tabellen står nivåene hele, med delene sine. På stigen folder denne tasten delene.";
        /// Key: lists what was set aside.
        unfold: "unfold", "fold ut";
        /// Parts stand in their whole now.
        parts_folded: "The parts of a level stand as one.", "Delene av et nivå står som ett.";
        /// Parts stand by themselves now.
        parts_shown: "Each part of a level stands by itself.", "Hver del av et nivå står for seg.";
        /// Under the table: what the numbers are.
        table_numbers: "Direct signals / direct effects. The words are how signals come through: between neighbours in the line, and past it where that is better.", "Direkte signaler / direkte virkninger. Ordene sier hvordan signalene kommer fram: mellom naboer i linjen, og utenom den der det er bedre.";
        /// Where nobody said who steers whom: how to.
        say_who: "On an actor's card [connect] makes a link; [link-steers] says that it steers, [link-informs] that it reports.", "På kortet til en aktør lager [connect] en kobling; [link-steers] sier at den styrer, [link-informs] at den melder.";
    }
    nouns {
        /// On a step: what runs between two levels.
        signal: ("signal", "signals"), ("signal", "signaler");
    }
}

/// A verdict in its two parts: `weak in the line, works past it`; where nothing better runs past the line, the word alone.
pub fn in_two_parts(lang: Lang, line: &str, past: Option<&str>) -> String {
    match past {
        Some(past) => format!("{line} {}", behind_the_first(lang, past)),
        None => line.to_owned(),
    }
}

/// What stands behind the first word of such a verdict: `in the line, works past it`.
pub fn behind_the_first(lang: Lang, past: &str) -> String {
    match lang {
        Lang::En => format!("in the line, {past} past it"),
        Lang::Nb => format!("i linjen, {past} utenom den"),
    }
}

/// How many observations are listed, and the key that lists all, or the best ones alone.
pub fn seen_heading(lang: Lang, heading: &str, count: &str, all: bool, key: &str) -> String {
    let what = match (lang, all) {
        (Lang::En, false) => "all",
        (Lang::Nb, false) => "alle",
        (Lang::En, true) => "the first only",
        (Lang::Nb, true) => "bare de første",
    };
    if key.is_empty() { format!("{heading} ({count})") } else { format!("{heading} ({count}; {key} {what})") }
}
