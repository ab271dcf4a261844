//! What stands on a map: cards and their kinds, levels, areas, marks, sources, certainty, findings.

table! {
    /// Names of what stands on a map.
    Things;
    words {
        /// A cause that hinders.
        barrier: "barrier", "hemmer";
        /// A cause that helps.
        enabler: "enabler", "fremmer";
        /// A cause that is simply so.
        condition: "condition", "forhold";
        /// Two things that pull apart.
        tension: "tension", "spenning";
        /// A good thing there is too little of.
        now_low: "too little today", "lite i dag";
        /// Without level or area.
        unsorted: "unsorted", "usortert";
        /// The phases together.
        life_line: "life line", "livslinje";
        /// Mark: too little is known here.
        zoom: "zoom", "vet for lite";
        /// Short for that mark.
        zoom_short: "Z", "Z";
        /// Mark: an idea.
        idea: "idea", "idé";
        /// Short for that mark.
        idea_short: "I", "I";
        /// Mark: a place to step in.
        potential: "potential", "potensial";
        /// Short for that mark.
        potential_short: "P", "P";
        /// What help says of the mark potential.
        potential_help: "a golden moment to step in", "gyldent øyeblikk";
        /// Mark: it hurts here.
        pain: "pain", "smertepunkt";
        /// Short for that mark.
        pain_short: "!", "!";
        /// Mark: a small change does much.
        leverage: "leverage", "innflytelsespunkt";
        /// Short for that mark.
        leverage_short: "L", "L";
        /// Words somebody said.
        quote: "quote", "sitat";
        /// A number from a source.
        figure: "figure", "tall";
        /// How well a claim is founded.
        certainty: "certainty", "belegg";
        /// Certainty: a guess to be tried.
        hypothesis: "hypothesis", "hypotese";
        /// Certainty: something speaks for it.
        supported: "supported", "underbygd";
        /// Certainty: shown to be so.
        confirmed: "confirmed", "bekreftet";
        /// Certainty: shown not to be so.
        refuted: "refuted", "avkreftet";
        /// Certainty or origin not stated.
        not_judged: "not judged", "ikke vurdert";
        /// Origin: nothing on the map leads to it.
        root_cause: "root cause", "rotårsak";
        /// Origin: another cause led to it.
        follow_on: "follow-on fault", "følgefeil";
        /// Where nobody knows enough.
        knowledge_gap: "knowledge gap", "kunnskapshull";
        /// Advice shown while a label is written.
        advice: "advice while writing", "skrivetips";
        /// Kind of source.
        interview: "interview", "intervju";
        /// Kind of source: a standing group that is asked.
        panel: "panel", "panel";
        /// Kind of source.
        survey: "survey", "spørreundersøkelse";
        /// Kind of source.
        statistics: "statistics", "statistikk";
        /// Kind of source.
        report: "report", "rapport";
        /// Kind of source: an auditor's work.
        audit: "audit", "revisjon";
        /// Kind of source.
        experiment: "experiment", "eksperiment";
        /// Kind of source: people in a room.
        workshop: "workshop", "verksted";
        /// Kind of source: something worked out, not observed.
        model: "model", "modell";
        /// Kind of source: none of the above.
        other: "other", "annet";
    }
    nouns {
        /// What a person sees of an item on the map.
        card: ("card", "cards"), ("kort", "kort");
        /// Cards that have no place yet, counted.
        unsorted_card: ("unsorted card", "unsorted cards"), ("usortert kort", "usorterte kort");
        /// The map itself.
        map: ("map", "maps"), ("kart", "kart");
        /// Raw insight, not yet a cause.
        note: ("note", "notes"), ("lapp", "lapper");
        /// Something that makes something else happen.
        cause: ("cause", "causes"), ("årsak", "årsaker");
        /// What a cause leads to.
        effect: ("effect", "effects"), ("virkning", "virkninger");
        /// Somebody who acts.
        actor: ("actor", "actors"), ("aktør", "aktører");
        /// Something done about a cause.
        measure: ("measure", "measures"), ("tiltak", "tiltak");
        /// What somebody gains.
        benefit: ("benefit", "benefits"), ("gevinst", "gevinster");
        /// A layer of the map, users to system.
        level: ("level", "levels"), ("nivå", "nivåer");
        /// A part of a level.
        level_part: ("level part", "level parts"), ("delnivå", "delnivåer");
        /// A problem area.
        area: ("area", "areas"), ("område", "områder");
        /// A point of an area.
        problem_point: ("problem point", "problem points"), ("problempunkt", "problempunkter");
        /// A part of a life line.
        phase: ("phase", "phases"), ("fase", "faser");
        /// A free word on a card.
        tag: ("tag", "tags"), ("stikkord", "stikkord");
        /// Zoom, idea, potential, pain or leverage.
        mark: ("mark", "marks"), ("merke", "merker");
        /// Where a claim comes from.
        source: ("source", "sources"), ("kilde", "kilder");
        /// What the map shows of the world.
        observation: ("observation", "observations"), ("observasjon", "observasjoner");
        /// A fault of the file.
        fault: ("fault", "faults"), ("kartfeil", "kartfeil");
    }
}
