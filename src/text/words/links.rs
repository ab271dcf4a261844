//! Links, chains and loops, and what runs between levels.

table! {
    /// Names for links and what they make together.
    LinkWords;
    words {
        /// `+`, `−` or `?` on a link.
        sign: "sign", "fortegn";
        /// Sign +.
        same: "same direction", "samme vei";
        /// Sign −.
        opposite: "opposite direction", "motsatt vei";
        /// Sign ?.
        unknown: "unknown", "uavklart";
        /// Of several links taken together: some in the same direction, some in the opposite one.
        some_each_way: "some each way", "noen hver vei";
        /// The effect comes late.
        delay: "delay", "forsinkelse";
        /// The same inside a sentence.
        after_a_time: "after a time", "etter en tid";
        /// How strong a link is.
        strength: "strength", "styrke";
        /// Strength 1.
        strength_weak: "weak", "svak";
        /// Strength 2.
        strength_medium: "medium", "middels";
        /// Strength 3.
        strength_strong: "strong", "sterk";
        /// What a line stands for that is thicker than others where it stands for all links between two places.
        many_links: "many links", "mange koblinger";
        /// On a link that ought to be there.
        missing: "missing", "savnet";
        /// Kind: one cause makes another.
        causes: "leads to", "fører til";
        /// Kind: a measure on a cause.
        acts_on: "acts on", "virker på";
        /// Kind: a measure works only with something else.
        needs: "needs", "forutsetter";
        /// Kind: a cause that would stop a measure.
        stops: "would stop", "stopper";
        /// Kind: a signal down.
        steers: "steers", "styrer";
        /// Kind: a signal up.
        informs: "reports to", "melder til";
        /// Kind: both ways.
        cooperates: "cooperates with", "samhandler med";
        /// Kind: an actor owns it or could act on it.
        holds: "holds", "har hånd om";
        /// Kind: a loose tie with a free word.
        relates: "relates to", "henger sammen med";
        /// What is told upward concerns one case.
        about_case: "one case", "én sak";
        /// What is told upward concerns one sector.
        about_sector: "one sector", "én sektor";
        /// What is told upward is the whole story.
        about_whole: "the whole", "helheten";
        /// Heading: what leads to this card.
        causes_of_this: "causes of this", "årsaker";
        /// Heading: what this card leads to.
        effects_of_this: "effects of this", "virkninger";
        /// A loop that feeds itself.
        reinforcing: "reinforcing", "forsterkende";
        /// Letter for it.
        reinforcing_letter: "R", "F";
        /// To a room.
        feeds_itself: "feeds itself", "forsterker seg selv";
        /// A loop that slows itself.
        balancing: "balancing", "balanserende";
        /// Letter for it.
        balancing_letter: "B", "B";
        /// To a room.
        slows_itself: "slows itself", "bremser seg selv";
        /// A loop with a link of unknown sign.
        undetermined: "undetermined", "uavklart";
        /// Letter for it.
        undetermined_letter: "U", "U";
        /// To a room.
        cannot_say_yet: "cannot say yet", "kan ikke avgjøres ennå";
        /// Whether a loop lies across levels.
        crosses_levels: "crosses levels", "går over flere nivåer";
        /// Verdict: signals get through.
        works: "works", "virker";
        /// Verdict: too little gets through.
        weak: "weak", "svakt";
        /// Verdict: nobody has looked.
        not_known: "not known", "ikke kjent";
        /// Verdict: nothing gets through.
        none: "none", "ingen";
        /// Verdict on a whole line.
        no_way_back_up: "no way back up", "ingen vei opp igjen";
        /// The line from the lowest level to the highest.
        whole_line: "the whole line", "hele linjen";
        /// Where a change goes.
        ripple: "ripple", "ringvirkninger";
        /// Two ways disagree.
        conflicting: "conflicting", "motstridende";
        /// Makes it more.
        amplifies: "amplifies", "forsterker";
        /// Makes it less.
        dampens: "dampens", "demper";
        /// The smallest set of places to act at once.
        act_at_once: "act on these at once", "samtidige innsatser";
        /// Leads to many.
        driving: "driving factor", "drivende faktor";
        /// Led to by many.
        dependent: "dependent", "påvirket faktor";
        /// Direction up, of a quantity.
        grows: "grows", "øker";
        /// Direction down.
        shrinks: "shrinks", "minker";
    }
    nouns {
        /// A line between two cards.
        link: ("link", "links"), ("kobling", "koblinger");
        /// One that ought to be there.
        missing_link: ("missing link", "missing links"), ("savnet kobling", "savnede koblinger");
        /// Causes in a row.
        chain: ("chain", "chains"), ("årsakskjede", "årsakskjeder");
        /// Events in a row.
        chain_of_events: ("chain of events", "chains of events"), ("hendelseskjede", "hendelseskjeder");
        /// Links that come back to where they began.
        loop_: ("loop", "loops"), ("sløyfe", "sløyfer");
        /// The same, to a room.
        circle: ("circle", "circles"), ("sirkel", "sirkler");
        /// One that feeds itself.
        reinforcing_loop: ("reinforcing loop", "reinforcing loops"), ("forsterkende sløyfe", "forsterkende sløyfer");
        /// One that slows itself.
        balancing_loop: ("balancing loop", "balancing loops"), ("balanserende sløyfe", "balanserende sløyfer");
        /// One with an unknown sign.
        undetermined_loop: ("undetermined loop", "undetermined loops"), ("uavklart sløyfe", "uavklarte sløyfer");
        /// A named loop that lost a link.
        broken_loop: ("broken loop", "broken loops"), ("brutt sløyfe", "brutte sløyfer");
        /// Between levels: steering down, telling up.
        feedback_loop: ("feedback loop", "feedback loops"), ("tilbakemeldingssløyfe", "tilbakemeldingssløyfer");
        /// What runs down.
        signal_down: ("signal down", "signals down"), ("styringssignal", "styringssignaler");
        /// What runs up.
        signal_up: ("signal up", "signals up"), ("tilbakemelding", "tilbakemeldinger");
        /// A card every chain runs through.
        bottleneck: ("bottleneck", "bottlenecks"), ("flaskehals", "flaskehalser");
        /// A way through the map in what-if.
        route: ("way", "ways"), ("vei", "veier");
    }
}
