//! The screen of who hears whom: its ladder, what the map shows, what was set aside, and the table of levels.

table! {
    /// Words of that screen.
    Hearing;
    words {
        /// On a step: the signal that makes it no better.
        weakest: "weakest", "svakest";
        /// On a step between whole levels whose parts stand folded: how it is from neighbour to neighbour.
        in_the_line: "in the line", "i linjen";
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
        /// A map that shows nothing.
        nothing_shown: "The map shows nothing that stands out yet.", "Kartet viser ikke noe som skiller seg ut ennå.";
        /// Over the table of levels.
        table: "From the level of the row to that of the column", "Fra nivået i raden til nivået i kolonnen";
        /// Key: lists what was set aside.
        unfold: "unfold", "fold ut";
        /// Parts stand in their whole now.
        parts_folded: "The parts of a level stand as one.", "Delene av et nivå står som ett.";
        /// Parts stand by themselves now.
        parts_shown: "Each part of a level stands by itself.", "Hver del av et nivå står for seg.";
        /// Under the table: what the numbers are.
        table_numbers: "Direct signals / direct effects. The word is how signals come through, past the line too.", "Direkte signaler / direkte virkninger. Ordet sier hvordan signalene kommer fram, også utenom linjen.";
        /// Where nobody said who steers whom: how to.
        say_who: "On an actor's card [connect] makes a link; [link-steers] says that it steers, [link-informs] that it reports.", "På kortet til en aktør lager [connect] en kobling; [link-steers] sier at den styrer, [link-informs] at den melder.";
    }
    nouns {
        /// On a step: what runs between two levels.
        signal: ("signal", "signals"), ("signal", "signaler");
    }
}
