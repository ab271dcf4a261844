//! What was done, in the past tense, before the name of what it was done to: 'moved «Trust»'.

table! {
    /// What was done. Each stands before a label in « » or a number of things.
    Deeds;
    words {
        /// Put in.
        added: "added", "la til";
        /// Taken out.
        removed: "deleted", "slettet";
        /// Two cards linked.
        connected: "linked", "koblet";
        /// Given another name; the name is the one it had.
        renamed: "renamed", "ga nytt navn til";
        /// + to − or the other way.
        flipped: "turned the sign of", "snudde fortegnet på";
        /// To another level or area.
        moved: "moved", "flyttet";
        /// Changed in some other way.
        edited: "changed", "endret";
        /// Taken over from the file, which another program changed.
        reloaded: "took over", "hentet inn";
        /// Two cards to one.
        merged: "merged", "slo sammen";
        /// A link that starts where it ended.
        reversed: "turned round", "snudde";
        /// A second one made.
        duplicated: "duplicated", "laget en kopi av";
        /// Put in from what was copied.
        pasted: "pasted", "limte inn";
        /// Put into another order.
        ordered: "changed the order of", "endret rekkefølgen på";
        /// A loop given its name.
        told: "named the loop", "ga navn til sløyfen";
        /// A walk kept.
        recorded: "recorded the journey", "tok opp gjennomgangen";
        /// A mark set or taken off.
        marked: "changed the marks of", "endret merkene på";
        /// Dots given or taken back.
        voted: "changed the votes for", "endret stemmene på";
        /// Given its place in the cell, or let go of.
        pinned: "changed the place of", "endret plassen til";
        /// A source named or no longer named.
        cited: "changed the sources of", "endret kildene til";
        /// Put in from another program.
        imported: "imported", "importerte";
    }
    nouns {
        /// Things of several kinds together.
        thing: ("thing", "things"), ("ting", "ting");
    }
}
