//! Verbs: what commands are called, and the few that stand in the status line.

table! {
    /// Names of what can be done.
    Doing;
    words {
        /// To make something new on the map.
        add: "add", "legg til";
        /// To draw a link.
        connect: "connect", "koble";
        /// + to −.
        flip_sign: "flip sign", "snu fortegn";
        /// To another level or area.
        move_card: "move", "flytt";
        /// To change a label.
        rename: "rename", "gi nytt navn";
        /// Two cards to one.
        merge: "merge two cards", "slå sammen";
        /// To take away.
        delete: "delete", "slett";
        /// To take a change back.
        undo: "undo", "angre";
        /// To make it again.
        redo: "redo", "gjør om";
        /// Not yet in the file.
        unsaved: "unsaved", "ikke lagret";
        /// The same in the question on leaving.
        unsaved_changes: "unsaved changes", "ulagrede endringer";
        /// To the file.
        save: "save", "lagre";
        /// To another file.
        save_as: "save as", "lagre som";
        /// Done.
        saved: "saved", "lagret";
        /// To leave.
        quit: "quit", "avslutt";
        /// To leave without saving.
        discard: "discard", "forkast";
        /// To bring back what a crash left.
        recover: "recover", "gjenopprett";
        /// Nothing can be changed.
        read_only: "read-only", "bare lesing";
        /// To look for.
        search: "search", "søk";
        /// To leave out.
        filter: "filter", "filtrer";
        /// To order.
        sort: "sort", "sorter";
        /// To follow a chain.
        trace: "trace", "følg";
        /// The same as a command.
        trace_chain: "trace the chain", "følg kjeden";
        /// Next step of a chain.
        reveal_next: "reveal next", "vis neste";
        /// To keep a walk.
        record_journey: "record a journey", "ta opp gjennomgang";
        /// To give dots.
        vote: "vote", "stem";
        /// What came out of a meeting, written down.
        minutes: "minutes", "referat";
        /// A page for the wall.
        hand_out: "hand-out", "utskrift";
        /// In a comparison.
        added: "added", "nytt";
        /// In a comparison.
        changed: "changed", "endret";
        /// In a comparison.
        removed: "removed", "fjernet";
        /// In a conflict: this side.
        ours: "ours", "vår";
        /// In a conflict: the other side.
        theirs: "theirs", "deres";
        /// In a conflict: where both came from.
        base: "base", "utgangspunktet";
        /// To take a change as it is.
        accept: "accept", "godta";
        /// To undo one change of a comparison.
        put_back: "put back", "tilbakestill";
        /// To put an observation out of sight, with a reason.
        set_aside: "set aside", "legg til side";
        /// To bring it back.
        take_out_again: "take out again", "ta fram igjen";
        /// Without colours.
        without_colour: "show without colour", "vis uten farger";
        /// Status line: what the arrow keys do.
        go: "move", "gå";
        /// Status line: what Enter does.
        open: "open", "åpne";
        /// Status line: to the picture of one card.
        focus: "focus", "nærbilde";
        /// Status line: along a link.
        follow: "along a link", "følg kobling";
        /// Status line: to where one was.
        back: "back", "tilbake";
        /// Status line.
        find: "find", "søk";
        /// Status line.
        commands: "commands", "kommandoer";
        /// Status line.
        keys: "keys", "taster";
        /// Status line.
        legend: "legend", "tegnforklaring";
        /// Status line.
        language: "language", "språk";
        /// Status line: another screen.
        view: "view", "visning";
        /// Status line.
        scroll: "scroll", "rull";
        /// Status line: along a chain.
        step_through: "step", "steg for steg";
        /// Status line.
        next: "next", "neste";
        /// Status line.
        previous: "previous", "forrige";
        /// Status line.
        next_loop: "next loop", "neste sløyfe";
        /// Status line.
        other_loop: "other loop", "annen sløyfe";
        /// Status line: nearer or farther.
        zoom: "zoom", "zoom";
        /// Status line: parts of a level out of sight.
        fold: "fold", "fold sammen";
        /// Status line: parts of a level in sight.
        unfold: "unfold", "fold ut";
        /// Status line.
        select: "select", "velg";
        /// Status line.
        show: "show", "vis";
        /// Status line.
        hide: "hide", "skjul";
        /// Status line.
        close: "close", "lukk";
        /// Status line.
        cancel: "cancel", "avbryt";
        /// Status line: all that is typed goes.
        clear_line: "clear the line", "tøm linjen";
        /// Status line.
        present: "present", "presenter";
        /// Status line.
        export: "export", "eksporter";
        /// Status line.
        what_if: "what if", "hva om";
        /// Status line: back to the first screen.
        start_screen: "start screen", "startbildet";
        /// Status line: which links are drawn.
        links_drawn: "links", "koblinger";
        /// All of them.
        all: "all", "alle";
        /// None of them.
        none: "none", "ingen";
        /// An answer.
        yes: "yes", "ja";
        /// An answer.
        no: "no", "nei";
        /// Name of keys.
        arrows: "arrows", "piler";
        /// Name of a key.
        space: "Space", "Mellomrom";
    }
    nouns {
        /// A saved walk with a remark per step.
        journey: ("journey", "journeys"), ("gjennomgang", "gjennomganger");
        /// A place on a walk or in a chain.
        step: ("step", "steps"), ("steg", "steg");
        /// What is said at a step.
        remark: ("remark", "remarks"), ("kommentar", "kommentarer");
        /// What was done to a map.
        change: ("change", "changes"), ("endring", "endringer");
        /// Two sides changed the same.
        conflict: ("conflict", "conflicts"), ("konflikt", "konflikter");
        /// Votes of a room.
        dot: ("dot", "dots"), ("prikk", "prikker");
        /// What a search found.
        hit: ("hit", "hits"), ("treff", "treff");
        /// Of a text.
        line: ("line", "lines"), ("linje", "linjer");
    }
}
