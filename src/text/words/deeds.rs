//! What was done, in the past tense, before the name of what it was done to: 'moved «Trust»'.

use crate::text::lang::Lang;

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
        /// ? to + or −.
        sign_given: "settled the sign of", "avklarte fortegnet på";
        /// + or − to ?.
        sign_taken: "took away the sign of", "tok bort fortegnet på";
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
        /// Given more dots, or fewer.
        voted: "changed the dots on", "endret prikkene på";
        /// Given its place in the cell, or let go of.
        pinned: "changed the place of", "endret plassen til";
        /// A source named or no longer named.
        cited: "changed the sources of", "endret kildene til";
        /// Put in from another program.
        imported: "imported", "importerte";
        /// An observation put aside.
        set_aside: "set aside", "la til side";
        /// An observation taken out again.
        taken_out: "took out again", "tok fram igjen";
        /// Something as it was in another version.
        put_back: "put back", "tilbakestilte";
        /// A conflict that a merge left.
        settled: "settled", "avgjorde";
        /// Behind the two ends of a new link that ought to be there and is not.
        as_missing: "as missing", "som savnet";
        /// Before the name that something has now.
        now: "now", "nå";
        /// Behind counts of what came.
        new: "new", "nye";
        /// Behind counts of what is otherwise now.
        now_changed: "changed", "endret";
        /// Behind counts of what went.
        gone: "gone", "borte";
        /// Before titles of loops that a deed broke.
        broke: "A loop is broken now", "En sløyfe er brutt nå";
        /// Before titles of loops that are no longer broken.
        whole_again: "Whole again", "Hel igjen";
    }
    nouns {
        /// Things of several kinds together.
        thing: ("thing", "things"), ("ting", "ting");
    }
}

/// What something was, and what it is now.
pub fn is_now(lang: Lang, was: &str, now: &str) -> String {
    match lang {
        Lang::En => format!("{was} is now {now}"),
        Lang::Nb => format!("{was} er nå {now}"),
    }
}

/// Behind the name of a field that is empty now: what stood there.
pub fn no_longer(lang: Lang, was: &str) -> String {
    match lang {
        Lang::En => format!("no longer {was}"),
        Lang::Nb => format!("ikke lenger {was}"),
    }
}

/// What came or went together with a card: ` with 3 links`.
pub fn with(lang: Lang, links: &str) -> String {
    match lang {
        Lang::En => format!(" with {links}"),
        Lang::Nb => format!(" med {links}"),
    }
}

/// Links that lead to another card than before, since two cards are one.
pub fn moved_over(lang: Lang, links: &str) -> String {
    match lang {
        Lang::En => format!("{links} moved over"),
        Lang::Nb => format!("{links} flyttet over"),
    }
}

/// Links that there are fewer of, since two cards are one.
pub fn gone_less(lang: Lang, links: &str) -> String {
    match lang {
        Lang::En => format!("{links} fell together"),
        Lang::Nb => format!("{links} falt sammen"),
    }
}
