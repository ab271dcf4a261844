//! What stands around the cards: the sections of the map's own screen, and what is asked there.

use crate::text::Lang;
use crate::text::words::says::quoted;

table! {
    /// Words of the screen that holds levels, areas, sources, loops and journeys.
    Around;
    words {
        /// Section: title, aim, language.
        head: "The map", "Kartet";
        /// Section.
        levels: "Levels", "Nivåer";
        /// Section.
        areas: "Areas", "Områder";
        /// Section.
        phases: "Phases", "Faser";
        /// Section.
        goals: "Effect goals", "Effektmål";
        /// Section.
        sources: "Sources", "Kilder";
        /// Section.
        loops: "Loops", "Sløyfer";
        /// Section.
        journeys: "Journeys", "Gjennomganger";
        /// Section.
        set_aside: "Set aside", "Lagt til side";
        /// What the section is for.
        about_head: "What the map is called, what it is for, and in which language it is written.", "Hva kartet heter, hva det skal brukes til, og hvilket språk det er skrevet på.";
        /// What the section is for.
        about_levels: "Levels say who lives with it and who decides. The highest stands first, as on the board.", "Nivåene viser hvem som lever med det, og hvem som bestemmer. Det høyeste står først, som på tavlen.";
        /// What the section is for.
        about_areas: "Areas say what the problems are about. They are the columns of the board, from left to right.", "Områdene viser hva problemene handler om. De er kolonnene på tavlen, fra venstre mot høyre.";
        /// What the section is for.
        about_phases: "Phases are the parts of a life line, in the order in which people live through them.", "Faser er deler av en livslinje, i den rekkefølgen folk lever gjennom dem.";
        /// What the section is for.
        about_goals: "Effect goals say what is to be different for somebody. Benefits serve them.", "Effektmål sier hva som skal bli annerledes for noen. Gevinster bidrar til dem.";
        /// What the section is for.
        about_sources: "Sources are what cards and links rest on: who said it, or where does it stand?", "Kilder er det kort og koblinger bygger på: Hvem har sagt det, eller hvor står det?";
        /// What the section is for.
        about_loops: "Loops that people tell about keep their title here, also those with a missing link.", "Sløyfer dere forteller om, får en tittel her, også de som mangler en kobling.";
        /// What the section is for.
        about_journeys: "A journey is a walk through the map to show others, with a remark at every step.", "En gjennomgang er en tur gjennom kartet som kan vises for andre, med en kommentar på hvert steg.";
        /// What the section is for.
        about_set_aside: "Observations about the map that were put aside, and why.", "Observasjoner om kartet som er lagt til side, og hvorfor.";
        /// An empty section.
        no_levels: "No levels yet. Press a and write the lowest first: who lives with it?", "Ingen nivåer ennå. Trykk a og skriv det laveste først: Hvem lever med det?";
        /// An empty section.
        no_areas: "No areas yet. Press a and write one, or find them from the cards: pick cards and make an area of them.", "Ingen områder ennå. Trykk a og skriv ett, eller finn dem ut fra kortene: Huk av kort og lag et område av dem.";
        /// An empty section.
        no_phases: "No phases yet. Press a and write the first one, such as: waiting for an answer.", "Ingen faser ennå. Trykk a og skriv den første, for eksempel: venter på svar.";
        /// An empty section.
        no_goals: "No effect goals yet. Press a and write what is to be different, and for whom.", "Ingen effektmål ennå. Trykk a og skriv hva som skal bli annerledes, og for hvem.";
        /// An empty section.
        no_sources: "No sources yet. Press a and write a title. Cards and links can then refer to it.", "Ingen kilder ennå. Trykk a og skriv en tittel. Kort og koblinger kan så vise til den.";
        /// An empty section.
        no_loops: "No loop has a title yet. Press a to tell one by picking its cards in order.", "Ingen sløyfe har fått tittel ennå. Trykk a for å fortelle en ved å velge kortene i rekkefølge.";
        /// An empty section.
        no_journeys: "No journeys yet. Walk through the map once and record it, or press a to begin an empty one.", "Ingen gjennomganger ennå. Gå gjennom kartet én gang og ta det opp, eller trykk a for å begynne på en tom.";
        /// An empty section.
        no_set_aside: "Nothing has been set aside.", "Ingenting er lagt til side.";
        /// Behind a level or area with parts: cards in those.
        in_parts: "in its parts", "i delene";
        /// An area without a colour.
        no_color: "no colour", "uten farge";
        /// A loop whose links are all there.
        runs: "runs", "går rundt";
        /// A step or loop that names something that is gone.
        broken: "broken", "brutt";
        /// A journey without steps, or a row without words.
        empty: "empty", "tom";
        /// Asked for a name.
        new_level: "New level, above the others", "Nytt nivå, over de andre";
        /// Asked for a name.
        new_area: "New area: a name, or a code and a name, such as 3B Work", "Nytt område: navn, eller kode og navn, for eksempel 3B Arbeid";
        /// Asked for a name.
        new_phase: "New phase, behind the others", "Ny fase, bak de andre";
        /// Asked for a text.
        new_goal: "New effect goal", "Nytt effektmål";
        /// Asked for a title.
        new_source: "New source: its title", "Ny kilde: tittelen";
        /// Asked for a title.
        new_journey: "Title of the journey", "Tittel på gjennomgangen";
        /// Asked for a title.
        new_loop: "Title of the loop", "Tittel på sløyfen";
        /// Asked for a name.
        rename: "New name", "Nytt navn";
        /// Under the field, before the first line.
        many: "Enter adds. Another line adds another; an empty line ends.", "Enter legger til. Én linje til legger til én til; en tom linje avslutter.";
        /// Under the field, where one line is enough.
        once: "Enter: done, Esc: cancel.", "Enter: ferdig, Esc: avbryt.";
        /// Under the field for a title, behind the number of a loop.
        number_goes: "is only its place in the list and changes with the map; the title stays with the loop.", "er bare plassen i listen og endrer seg med kartet; tittelen følger sløyfen.";
        /// Nothing was written where something must stand.
        needs_a_name: "It needs a name.", "Det må ha et navn.";
        /// Cards of a level that goes.
        to_unsorted: "unsorted", "usortert";
        /// Cards of an area that goes.
        to_no_area: "no area", "uten område";
        /// Nothing can be added to a section.
        nothing_to_add: "Nothing is added here by hand.", "Her legges ingenting til for hånd.";
        /// Nothing can be added to the fields of the map itself.
        nothing_to_add_here: "Nothing is added here: Enter edits a field, Tab goes on to levels, areas and the rest.", "Her legges ingenting til: Enter redigerer et felt, Tab går videre til nivåer, områder og resten.";
        /// Parts of what has none.
        no_parts_here: "Only levels and areas have parts.", "Bare nivåer og områder har deler.";
        /// The first one cannot be a part of the one above.
        none_above: "There is none above that it could be a part of.", "Det er ingen over som det kan være en del av.";
        /// Only areas have a colour.
        only_areas: "Only areas have a colour.", "Bare områder har farge.";
        /// Sources in use, and the map itself, stay.
        cannot_go: "This cannot be deleted.", "Dette kan ikke slettes.";
        /// An order that cannot be changed.
        no_order: "These stand in the order of their titles.", "Disse står i rekkefølge etter tittel.";
        /// A loop was given the title of another one.
        loop_named_twice: "A loop of this name stands already.", "En sløyfe med dette navnet står der allerede.";
        /// It is at the end of the order.
        at_the_end: "It stands at the end already.", "Det står allerede ytterst.";
        /// Asked what a step shows, where a chain was walked.
        what_to_show: "What does the step show?", "Hva viser steget?";
        /// Asked which journey a step is for.
        which_journey: "Which journey is the step for?", "Hvilken gjennomgang er steget til?";
        /// A journey that is made for the step.
        a_new_journey: "a new journey", "en ny gjennomgang";
        /// A journey was asked for without a walk.
        walk_first: "Walk along some links first; the walk becomes the journey.", "Gå langs noen koblinger først; turen blir gjennomgangen.";
        /// A loop was to be named where none is shown.
        no_loop_here: "Go to a loop first.", "Gå til en sløyfe først.";
        /// Parts of levels and areas on the board.
        parts_shown: "The board shows parts of levels and areas by themselves.", "Tavlen viser deler av nivåer og områder hver for seg.";
        /// Parts of levels and areas on the board.
        parts_folded: "The board shows parts of levels and areas in their whole.", "Tavlen viser deler av nivåer og områder inne i helheten.";
        /// Parts of areas alone stand by themselves.
        parts_mixed: "The board shows parts of areas by themselves, parts of levels in their whole.", "Tavlen viser deler av områder hver for seg, deler av nivåer inne i helheten.";
        /// Nothing has parts.
        no_parts: "No level or area has parts yet.", "Ingen nivåer eller områder har deler ennå.";
        /// Title of the panel in which a loop is told.
        telling: "Telling a loop", "Fortell en sløyfe";
        /// Before the first card.
        tell_first: "Go to the first card and press Enter.", "Gå til det første kortet og trykk Enter.";
        /// Between cards.
        tell_next: "Enter takes the next card; Enter on the first one closes the loop.", "Enter tar med neste kort; Enter på det første lukker sløyfen.";
        /// A card that is in the loop already.
        told_already: "That card is in the loop already; only the first one closes it.", "Det kortet er allerede med i sløyfen; bare det første lukker den.";
        /// Closing a loop without cards.
        tell_more: "A loop needs a card at least.", "En sløyfe trenger minst ett kort.";
        /// Cards between which no link can run.
        no_link_between: "No link of causes can run here; loops go through causes, measures and benefits.", "Her kan det ikke gå noen årsak; sløyfer går gjennom årsaker, tiltak og gevinster.";
        /// A link that telling would add.
        added_missing: "added as missing", "legges til som savnet";
        /// Last line: Enter while a loop is told.
        take_card: "take this card", "ta med kortet";
        /// Last line: the last card goes.
        take_back: "take back", "ta tilbake";
        /// Last line: back to the first card.
        close_loop: "close the loop", "lukk sløyfen";
        /// Last line: looks for a card.
        by_name: "by name", "etter navn";
        /// Last line: the other sections.
        section: "section", "del";
        /// Last line: ends a field for many lines.
        done: "done", "ferdig";
        /// Last line: sends cards there.
        choose: "choose", "velg";
    }
    nouns {
        /// A place where a source is referred to.
        citation: ("citation", "citations"), ("henvisning", "henvisninger");
        /// What is missing in a loop that is broken.
        link_gone: ("link gone", "links gone"), ("kobling borte", "koblinger borte");
        /// Cards that have none.
        unplaced: ("card without one", "cards without one"), ("kort uten", "kort uten");
    }
}

/// Asked for the name of a part.
pub fn new_part(lang: Lang, whole: &str) -> String {
    let whole = quoted(whole);
    match lang {
        Lang::En => format!("New part of {whole}"),
        Lang::Nb => format!("Ny del av {whole}"),
    }
}

/// Asked for the name of an area that is made of so many cards.
pub fn area_of(lang: Lang, cards: usize) -> String {
    let cards = lang.words().things.card.of(cards);
    match lang {
        Lang::En => format!("Name of the area made of {cards}"),
        Lang::Nb => format!("Navn på området laget av {cards}"),
    }
}

/// Said where a loop without a title is to be renamed or deleted.
pub fn no_title_yet(lang: Lang, key: &str) -> String {
    match lang {
        Lang::En => format!("This loop follows from the links and has no title yet. {key} gives it one."),
        Lang::Nb => format!("Denne sløyfen følger av koblingene og har ingen tittel ennå. {key} gir den en."),
    }
}

/// Said before a journey is made of a chain of so many links, which it shows link by link.
pub fn steps_of(lang: Lang, links: usize, chain: &str) -> String {
    let (step, link) = (&lang.words().doing.step, &lang.words().links.link);
    let (steps, links) = (step.of(links + 2), link.of(links));
    match lang {
        Lang::En => {
            format!("It gets {steps}: the first card, {links} one by one, and the whole chain. {chain}")
        }
        Lang::Nb => format!("Den får {steps}: det første kortet, {links} én for én, og hele kjeden. {chain}"),
    }
}

/// Asked before a level or an area with cards goes.
pub fn where_to(lang: Lang, called: &str, cards: usize) -> String {
    let (called, cards) = (quoted(called), lang.words().things.card.of(cards));
    match lang {
        Lang::En => format!("{called} has {cards}. Where do they go?"),
        Lang::Nb => format!("{called} har {cards}. Hvor skal de?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_count_and_quote() {
        assert_eq!(where_to(Lang::En, "Users", 1), "«Users» has 1 card. Where do they go?");
        assert_eq!(area_of(Lang::Nb, 3), "Navn på området laget av 3 kort");
        assert_eq!(new_part(Lang::En, "System"), "New part of «System»");
    }
}
