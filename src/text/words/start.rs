//! The start screen, and what an empty list says: always what to do next.

use crate::text::lang::Lang;

table! {
    /// Texts of the start screen and of everything that is empty.
    Start;
    words {
        /// Under the name of the program.
        tagline: "Map a wicked problem", "Kartlegg en samfunnsfloke";
        /// Heading over the maps that come with the program.
        bundled_maps: "Bundled maps", "Kart som følger med";
        /// Heading over the maps opened last.
        recent_maps: "Recent maps", "Sist åpnede kart";
        /// To begin one.
        new_map: "New map", "Nytt kart";
        /// To open one by its path.
        open_map: "Open a map", "Åpne et kart";
        /// What to press.
        press_enter: "press Enter to open", "trykk Enter for å åpne";
        /// What a bundled map opens as.
        opens_as_copy: "opens as an unsaved copy", "åpnes som en kopi som ikke er lagret";
        /// A bundled map that teaches.
        tour: "Learn by doing", "Lær ved å prøve";
        /// Template: four levels and five areas.
        template_main_model: "main model: four levels, five areas", "hovedmodell: fire nivåer, fem områder";
        /// Template: areas still to be found.
        template_levels: "four levels, areas to be found", "fire nivåer, områdene finner vi selv";
        /// Template: nothing.
        template_blank: "blank", "tomt";
        /// Template: who decides over whom.
        template_administration: "resident to ministry", "innbygger til departement";
        /// How to begin a map of one's own, until the editor itself can.
        how_to_make_one: "Leave with q and run: floke new my-map.floke.ron", "Avslutt med q og kjør: floke new mitt-kart.floke.ron";
        /// How to open a map of one's own.
        open_your_own: "Your own map: floke my-map.floke.ron", "Ditt eget kart: floke mitt-kart.floke.ron";
        /// No map was opened before.
        no_recent: "No recent maps yet. Open one of the bundled maps to look around.", "Ingen kart åpnet ennå. Åpne et av kartene som følger med, og se deg rundt.";
        /// A map without cards.
        empty_map: "This map has no cards yet. One line of text is one cause.", "Kartet har ingen kort ennå. Én linje tekst er én årsak.";
        /// A cell, level or area without cards.
        no_cards_here: "No cards here yet. Move one here, or add one.", "Ingen kort her ennå. Flytt et kort hit, eller legg til et nytt.";
        /// The inspector without a selection.
        nothing_selected: "Nothing is selected. Go to a card with the arrow keys.", "Ingenting er valgt. Gå til et kort med piltastene.";
        /// A card without causes.
        no_causes: "Nothing on the map leads to this yet. Ask the room: what makes it so?", "Ingenting på kartet fører til dette ennå. Spør rommet: Hva gjør at det er slik?";
        /// A card without effects.
        no_effects: "This leads to nothing on the map yet. Ask the room: and then what?", "Dette fører ikke til noe på kartet ennå. Spør rommet: Og hva skjer så?";
        /// The staircase shows a loop because nothing was walked: which one, where people named it.
        first_named_loop: "Nothing was followed yet: the first named loop.", "Ingenting er fulgt ennå: den første sløyfen med navn.";
        /// The same, through the selected card.
        first_named_here: "Nothing was followed yet: the first named loop through this card.", "Ingenting er fulgt ennå: den første sløyfen med navn gjennom dette kortet.";
        /// The same where it has no name.
        first_loop: "Nothing was followed yet: the first loop.", "Ingenting er fulgt ennå: den første sløyfen.";
        /// The same where it has no name, through the selected card.
        first_loop_here: "Nothing was followed yet: the first loop through this card.", "Ingenting er fulgt ennå: den første sløyfen gjennom dette kortet.";
        /// A map without loops.
        no_loops: "No circles yet. A circle closes when a chain of causes comes back to where it began.", "Ingen sirkler ennå. En sirkel lukkes når en årsakskjede kommer tilbake dit den begynte.";
        /// No loop as the command line asked for them.
        no_such_loops: "No circle is as you asked.", "Ingen sirkel er slik du spurte om.";
        /// No loop within the bound, and perhaps longer ones.
        no_loops_so_short: "No circle of so few links; there may be longer ones.", "Ingen sirkel med så få koblinger; det kan finnes lengre.";
        /// What to press then.
        how_longer_loops: "[longer] looks for longer ones.", "[longer] leter etter lengre.";
        /// No loop through the card.
        no_loops_here: "This card is in no circle. Look at all circles, or go to another card.", "Kortet er ikke med i noen sirkel. Se på alle sirklene, eller gå til et annet kort.";
        /// No loop along a link.
        no_loops_along: "This link is on no circle.", "Koblingen er ikke med i noen sirkel.";
        /// No loop was named.
        no_named_loops: "No loop has a name yet. Choose one you tell people about, and name it.", "Ingen sløyfe har fått navn ennå. Velg en dere forteller om, og gi den navn.";
        /// No chain between two cards.
        no_chain: "No chain of causes leads from the one to the other. Try the other way round.", "Ingen årsakskjede går fra det ene til det andre. Prøv motsatt vei.";
        /// The staircase without anything to show.
        no_staircase: "Choose a loop, or trace a chain, to see it climb through the levels.", "Velg en sløyfe eller følg en kjede for å se den gå gjennom nivåene.";
        /// A map without levels.
        no_levels: "This map has no levels yet. Levels say who lives with it and who decides.", "Kartet har ingen nivåer ennå. Nivåene viser hvem som lever med det, og hvem som bestemmer.";
        /// A map with a single level.
        one_level: "This map has one level. Who hears whom takes two.", "Kartet har ett nivå. Hvem som hører hvem, trenger to.";
        /// A map whose levels are all parts of each other.
        levels_in_ring: "Each level of this map is a part of another, round in a ring, so there is no whole level. Take one part_of out; floke check names them.", "Hvert nivå i kartet er en del av et annet, rundt i ring, så ingen nivåer er hele. Ta bort en part_of; floke check viser dem.";
        /// A map without links.
        no_matrix: "A matrix shows the links between cards, and this map has none yet.", "Matrisen viser koblingene mellom kort, og kartet har ingen ennå.";
        /// A map without areas and levels.
        no_boxes: "This map has no areas yet. Areas are the boxes of the main model.", "Kartet har ingen områder ennå. Områdene er boksene i hovedmodellen.";
        /// A map without areas.
        no_areas: "This map has no areas yet. They can be found later, from the cards.", "Kartet har ingen områder ennå. De kan dere finne senere, ut fra kortene.";
        /// No signals between levels.
        no_signals: "Nobody has said yet who steers whom and who reports to whom. Link two actors.", "Ingen har sagt ennå hvem som styrer hvem, og hvem som melder til hvem. Koble to aktører.";
        /// A map without actors.
        no_actors: "No actors yet. Ask the room: who lives with this, and who could change it?", "Ingen aktører ennå. Spør rommet: Hvem lever med dette, og hvem kan endre det?";
        /// A map without measures.
        no_measures: "No measures yet. Follow a chain to where a change would do most.", "Ingen tiltak ennå. Følg en kjede dit en endring ville gjort mest.";
        /// A map without benefits.
        no_benefits: "No benefits yet. Begin at the right, with what is to be different for people.", "Ingen gevinster ennå. Begynn til høyre, med det som skal bli annerledes for folk.";
        /// A card or link without sources.
        no_sources: "No source yet. Who said this, or where does it stand?", "Ingen kilde ennå. Hvem har sagt dette, eller hvor står det?";
        /// No journey is saved.
        no_journeys: "No journeys yet. Walk through the map once and record it.", "Ingen gjennomganger ennå. Gå gjennom kartet én gang og ta det opp.";
        /// Nothing observed.
        no_observations: "The map shows nothing striking yet. It takes 15 links and 2 levels before it tries.", "Kartet viser ikke noe påfallende ennå. Det må 15 koblinger og 2 nivåer til før det prøver.";
        /// Nothing wrong with the file.
        no_faults: "No faults in the map.", "Ingen kartfeil.";
        /// Nothing changed.
        no_changes: "Nothing has changed.", "Ingenting er endret.";
        /// Nothing is unsorted.
        all_sorted: "Every card has a place.", "Alle kortene har en plass.";
        /// A filter left nothing.
        nothing_left: "The filter leaves nothing. Take a part of it away.", "Filteret slipper ingenting gjennom. Ta bort en del av det.";
    }
    nouns {}
}

/// Why there is nobody to hear anybody on a map with so many levels, parts among them, of which so many are whole.
pub fn no_ladder(lang: Lang, levels: usize, wholes: usize) -> &'static str {
    let start = &lang.words().start;
    match (levels, wholes) {
        (0, _) => start.no_levels,
        (_, 0) => start.levels_in_ring,
        _ => start.one_level,
    }
}

/// On a card of the chosen loop: what the numbers on cards are.
pub fn numbered(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("The numbers on cards: the way round the loop {name}."),
        Lang::Nb => format!("Tallene på kortene: veien rundt sløyfen {name}."),
    }
}
