//! What a change to a map means: headings, and names of fields that no form has.

table! {
    /// Headings over what a change means.
    Changes;
    words {
        /// Loops, hearing, what is cut off.
        feedback: "Feedback", "Sløyfer og tilbakekobling";
        /// Journeys that lost something.
        journeys: "Journeys that no longer show what they did", "Gjennomganger som ikke lenger viser det de gjorde";
        /// Certainty.
        certainty: "Certainty raised without a new source", "Belegg hevet uten ny kilde";
        /// Signs.
        signs: "Signs turned", "Fortegn snudd";
        /// Labels.
        meaning: "New meaning?", "Ny mening?";
        /// Links.
        links: "Links", "Koblinger";
        /// Cards.
        cards: "Cards", "Kort";
        /// Levels.
        levels: "Levels", "Nivåer";
        /// Areas, phases, effect goals.
        areas: "Areas, phases and goals", "Områder, faser og mål";
        /// Sources.
        sources: "Sources", "Kilder";
        /// What rests on what.
        evidence: "What it rests on", "Hva det bygger på";
        /// Notes.
        notes: "Notes", "Notater";
        /// Named loops, journeys, what was set aside.
        told: "Named loops and journeys", "Navngitte sløyfer og gjennomganger";
        /// The map's own title and aim.
        map: "The map", "Kartet";
        /// What was moved.
        moves: "Moved", "Flyttet";
        /// Nothing differs.
        same: "The maps say the same.", "Kartene sier det samme.";
        /// Behind the name of a file.
        new_map: "a new map", "et nytt kart";
        /// Behind the name of a file.
        map_gone: "the map is gone", "kartet er borte";
        /// Behind a text of which nothing else changed.
        only_blanks: "only blanks changed", "bare mellomrom er endret";
        /// Before a conflict that a merge left.
        conflict_came: "open conflict", "åpen konflikt";
        /// Before a conflict that is no longer open.
        conflict_gone: "conflict settled", "konflikt avgjort";
        /// Behind the name of a file that could not be read, before why.
        not_compared: "not compared", "ikke sammenlignet";
        /// The order of steps and links of a loop.
        steps: "steps", "steg";
        /// What a loop runs through.
        through: "its links", "koblingene";
        /// Why something was set aside.
        reason: "reason", "begrunnelse";
        /// What something is a part of.
        part_of: "part of", "del av";
        /// A colour.
        color: "colour", "farge";
        /// A name.
        name: "name", "navn";
        /// Conflicts that a merge left.
        conflicts: "open conflicts", "åpne konflikter";
        /// The order of levels.
        order: "order", "rekkefølge";
    }
    nouns {}
}
