//! Actors, measures and aims.

table! {
    /// Names for who acts, what is tried, and what it is for.
    People;
    words {
        /// Where in society an actor belongs.
        sector: "sector", "sektor";
        /// What an actor could bring about.
        influence: "influence", "påvirkningsmulighet";
        /// Influence 0.
        influence_none: "none", "ingen";
        /// Influence 1.
        influence_low: "low", "liten";
        /// Influence 2.
        influence_medium: "medium", "middels";
        /// Influence 3.
        influence_high: "high", "stor";
        /// What an actor thinks of the work.
        stance: "stance", "holdning";
        /// Stance.
        for_: "for", "for";
        /// Stance.
        neutral: "neutral", "nøytral";
        /// Stance.
        waiting: "waiting", "avventende";
        /// Stance.
        against: "against", "mot";
        /// How an actor takes part.
        involvement: "part taken", "deltakelse";
        /// Part taken.
        active: "active", "aktiv";
        /// Part taken: somebody speaks for them.
        represented: "represented", "representert";
        /// Part taken.
        on_the_edge: "on the edge", "i utkanten";
        /// Part taken: none.
        absent: "absent", "ikke med";
        /// What an actor needs to know.
        needs_to_know: "needs to know", "informasjonsbehov";
        /// What an actor wants a part in.
        wants_part: "wants to take part", "deltakelsesbehov";
        /// How far a measure has come.
        stage: "stage", "stadium";
        /// Stage.
        idea: "idea", "idé";
        /// Stage.
        experiment: "experiment", "eksperiment";
        /// Stage.
        project: "project", "prosjekt";
        /// Stage.
        demonstrator: "demonstrator", "demonstrator";
        /// Stage.
        adopted: "adopted", "innført";
        /// Stage.
        ended: "ended", "avviklet";
        /// What came out of trying.
        learning: "what we learned", "læring";
        /// Perspective: the one it is for.
        resident: "resident", "innbygger";
        /// Perspective: the one who gives it.
        service: "service", "tjeneste";
        /// Perspective: the conditions around it.
        system: "system", "system";
        /// Perspective: what is gained.
        benefit: "benefit", "gevinst";
        /// A dated aim shared across sectors.
        mission: "mission", "mission";
        /// What the map is for.
        aim: "aim of the map", "mål for kartet";
        /// Kind of benefit: told.
        qualitative: "qualitative", "kvalitativ";
        /// Kind of benefit: counted.
        quantitative: "quantitative", "kvantitativ";
        /// The first measurement.
        baseline: "baseline", "nullpunkt";
        /// The value to reach.
        target: "target", "måltall";
    }
    nouns {
        /// Actors or measures that belong together.
        group: ("group", "groups"), ("gruppe", "grupper");
        /// Who looks at a measure.
        perspective: ("perspective", "perspectives"), ("perspektiv", "perspektiver");
        /// What the benefits add up to.
        effect_goal: ("effect goal", "effect goals"), ("effektmål", "effektmål");
        /// What is measured.
        indicator: ("indicator", "indicators"), ("indikator", "indikatorer");
        /// One value at one date.
        measurement: ("measurement", "measurements"), ("måling", "målinger");
        /// A part of the portfolio.
        innovation_area: ("innovation area", "innovation areas"), ("innovasjonsområde", "innovasjonsområder");
    }
}
