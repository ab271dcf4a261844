//! Words for pictures and pages that leave the program.

use std::io::ErrorKind;

use crate::text::lang::Lang;

table! {
    /// What stands around a picture on paper, and what the pane that writes it says.
    PaperWords;
    words {
        /// Before what the work wants to reach.
        aim: "Aim", "Mål";
        /// Before what the map is for.
        purpose: "What the map is for", "Hva kartet er til";
        /// Heading over the steps of a chain or a loop.
        step_by_step: "Step by step", "Steg for steg";
        /// Heading over the levels with their cards.
        cards_by_level: "Cards by level", "Kort etter nivå";
        /// Under a heading that has nothing under it.
        nothing: "Nothing here yet.", "Ingenting her ennå.";
        /// Last line: what made the page.
        made_with: "Made with floke", "Laget med floke";
        /// On a page: the row of its views.
        views: "views", "visninger";
        /// On a page: the place where the chosen card stands.
        selected: "the chosen card", "kortet som er valgt";
        /// On a page: in that place while no card is chosen.
        choose: "Choose a card to see its links and its note.", "Velg et kort for å se koblingene og notatet.";
        /// On a page: a button.
        larger: "larger", "større";
        /// On a page: a button.
        smaller: "smaller", "mindre";
        /// On a page: a button.
        whole: "the whole map", "hele kartet";
        /// On a page: beside the buttons.
        hint: "Drag to move, wheel or two fingers to zoom, Esc to let go of a card.", "Dra for å flytte, hjul eller to fingre for å forstørre, Esc for å slippe et kort.";
        /// On a page: above the journeys.
        steps_hint: "Arrow keys go from step to step.", "Piltastene går fra steg til steg.";
        /// On a page: a button.
        back: "Back", "Tilbake";
        /// On a page: a button.
        next: "Next", "Neste";
    }
    nouns {}
}

/// What is tried in a step: a card that grows or shrinks.
pub fn changes(lang: Lang, label: &str, grows: bool) -> String {
    let links = &lang.words().links;
    format!("«{label}» {}", if grows { links.grows } else { links.shrinks })
}

/// How many links lead from what is shown to what is not; nothing for none.
pub fn links_elsewhere(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::En, 1) => "1 link to a card elsewhere is not shown".to_owned(),
        (Lang::En, _) => format!("{n} links to cards elsewhere are not shown"),
        (Lang::Nb, 1) => "1 kobling til et kort utenfor vises ikke".to_owned(),
        (Lang::Nb, _) => format!("{n} koblinger til kort utenfor vises ikke"),
    }
}

/// A picture, a page or a text is in its file.
pub fn written(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En => format!("Written: {path}"),
        Lang::Nb => format!("Skrevet: {path}"),
    }
}

/// It is not, and why.
pub fn not_written(lang: Lang, path: &str, why: ErrorKind) -> String {
    let why = match (lang, why) {
        (Lang::En, ErrorKind::AlreadyExists) => "There is a file of that name already.",
        (Lang::Nb, ErrorKind::AlreadyExists) => "Det finnes allerede en fil med det navnet.",
        (Lang::En, ErrorKind::PermissionDenied) => "Nothing may be written there.",
        (Lang::Nb, ErrorKind::PermissionDenied) => "Der er det ikke lov å skrive.",
        (Lang::En, ErrorKind::NotFound) => "There is no such folder.",
        (Lang::Nb, ErrorKind::NotFound) => "Mappen finnes ikke.",
        (Lang::En, ErrorKind::Unsupported) => "This floke was built without PNG; take SVG.",
        (Lang::Nb, ErrorKind::Unsupported) => "Denne floke er bygget uten PNG; velg SVG.",
        (Lang::En, _) => "The disk did not take it.",
        (Lang::Nb, _) => "Disken tok ikke imot det.",
    };
    match lang {
        Lang::En => format!("Not written: {path}. {why}"),
        Lang::Nb => format!("Ikke skrevet: {path}. {why}"),
    }
}
