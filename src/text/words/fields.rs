//! Names of fields, as the inspector, the outline and the register write them.

table! {
    /// Names of the fields of a card, a link, a source and the map.
    Fields;
    words {
        /// What stands on the card.
        label: "label", "navn";
        /// The label where room is short.
        short: "short label", "kort navn";
        /// What fixes an item for life in the file.
        id: "id", "id";
        /// Ids it had before.
        former_ids: "former ids", "tidligere id-er";
        /// Cause, actor, measure, benefit or note.
        kind: "kind", "type";
        /// Barrier, enabler, condition or tension.
        role: "role", "rolle";
        /// Whether there is too little of it.
        now: "today", "i dag";
        /// Which level.
        level: "level", "nivå";
        /// Which area.
        area: "area", "område";
        /// Which phases of the life line.
        phases: "phases", "faser";
        /// How well founded.
        certainty: "certainty", "belegg";
        /// Zoom, idea, potential, pain, leverage.
        marks: "marks", "merker";
        /// Dots it got in a vote.
        votes: "dots", "prikker";
        /// Free words.
        tags: "tags", "stikkord";
        /// Free text.
        note: "note", "notat";
        /// Where the claim comes from.
        sources: "sources", "kilder";
        /// Root cause or follow-on fault.
        origin: "origin", "opphav";
        /// Columns from other programs.
        extra: "other columns", "andre kolonner";
        /// The place a person gave it in its cell.
        pin: "place in the cell", "fast plass";
        /// Loops it is part of.
        loops: "loops", "sløyfer";
        /// What leads to it.
        causes: "causes", "årsaker";
        /// What it leads to.
        effects: "effects", "virkninger";
        /// Actor: part of society.
        sector: "sector", "sektor";
        /// Actor or measure: what it belongs to.
        groups: "groups", "grupper";
        /// Actor: what it could bring about.
        influence: "influence", "påvirkningsmulighet";
        /// Actor: for, neutral, waiting, against.
        stance: "stance", "holdning";
        /// Actor: active to absent.
        involvement: "part taken", "deltakelse";
        /// Actor: what it needs to know.
        needs_to_know: "needs to know", "informasjonsbehov";
        /// Actor: what it wants a part in.
        wants_part: "wants to take part", "deltakelsesbehov";
        /// Measure: idea to ended.
        stage: "stage", "stadium";
        /// Measure: what it belongs to.
        group: "group", "gruppe";
        /// Measure: who has it.
        owner: "owner", "eier";
        /// Measure: who pays.
        payer: "who pays", "hvem betaler";
        /// Measure: who gains.
        gainer: "who gains", "hvem får gevinsten";
        /// Measure: what it tries.
        hypothesis: "hypothesis", "hypotese";
        /// Measure: who took part.
        participants: "participants", "deltakere";
        /// Measure: what was seen.
        seen: "what was seen", "hva vi så";
        /// Measure: what was learned.
        learning: "what we learned", "læring";
        /// Measure: what to do next.
        next: "what next", "veien videre";
        /// Measure: an answer for each.
        perspectives: "perspectives", "perspektiver";
        /// Perspective: its text.
        answer: "answer", "svar";
        /// Perspective: on which level it shows.
        effect_level: "level of effect", "nivå for virkningen";
        /// Perspective: a number from 0 to 5.
        score: "score", "vurdering";
        /// Benefit: told or counted.
        measured: "measured", "målt";
        /// Benefit: what is measured.
        indicator: "indicator", "indikator";
        /// Benefit: the value to reach.
        target: "target", "måltall";
        /// Benefit: values so far.
        measurements: "measurements", "målinger";
        /// Benefit: what it adds up to.
        effect_goal: "effect goal", "effektmål";
        /// Measurement: when.
        date: "date", "dato";
        /// Measurement: what.
        value: "value", "verdi";
        /// Measurement or survey: how many answered.
        respondents: "respondents", "antall svar";
        /// Measurement: beside what.
        comparison: "comparison", "til sammenligning";
        /// Link: where it begins.
        from: "from", "fra";
        /// Link: where it ends.
        to: "to", "til";
        /// Link: + − ?.
        sign: "sign", "fortegn";
        /// Link: how strong.
        strength: "strength", "styrke";
        /// Link: whether it takes time.
        delay: "delay", "forsinkelse";
        /// Link: one case, one sector, the whole.
        about: "about", "gjelder";
        /// Link: whether it ought to be there and is not.
        missing: "missing", "savnet";
        /// Link of a loose tie: its word.
        word: "word", "ord";
        /// Source: its title.
        title: "title", "tittel";
        /// Source: when.
        year: "year", "år";
        /// Source: where to find it.
        address: "link", "lenke";
        /// Source as quoted: words.
        quote: "quote", "sitat";
        /// Source as quoted: number.
        figure: "figure", "tall";
        /// Source as quoted: page.
        page: "page", "side";
        /// Map: what it is made for.
        purpose: "purpose", "formål";
        /// Map: what it is to lead to.
        aim: "aim", "mål";
        /// Map: language of its labels.
        language: "language", "språk";
    }
    nouns {}
}
