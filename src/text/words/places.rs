//! Screens and panes: their titles and tabs.

use crate::text::lang::Lang;

table! {
    /// Titles of screens and panes, each with a capital.
    Places;
    words {
        /// The thing that is made.
        map: "Map", "Kart";
        /// The home screen: levels as bands, areas as columns.
        board: "Board", "Tavle";
        /// Zoom: the whole map, a shape a card.
        overview: "Overview", "Oversikt";
        /// Zoom: cards with their labels, the usual one.
        cards: "Cards", "Kort";
        /// Zoom: labels in full.
        open: "Open", "Utvidet";
        /// One card with its causes and effects.
        focus: "Focus", "Nærbilde";
        /// A chain or loop climbing through the levels.
        staircase: "Staircase", "Nivåtrapp";
        /// The staircase on its tab.
        staircase_tab: "Staircase", "Trapp";
        /// The list of loops.
        loops: "Loops", "Sløyfer";
        /// The ladder of signals between levels; its title is a question.
        levels: "Who hears whom?", "Hvem hører hvem?";
        /// The ladder of signals on its tab.
        levels_tab: "Levels", "Nivåer";
        /// The areas as boxes on one page.
        main_model: "Main model", "Hovedmodell";
        /// The same on its tab.
        model_tab: "Model", "Modell";
        /// Causes as rows, effects as columns.
        matrix: "Matrix", "Matrise";
        /// The register of actors.
        actors: "Actors", "Aktører";
        /// Measures, benefits and aims, read from the right.
        benefits: "Benefits", "Gevinstkart";
        /// Try a change and see where it goes.
        what_if: "What if", "Hva om";
        /// Everything as a table.
        outline: "Outline", "Liste";
        /// The open map against another version.
        review: "Review", "Endringer";
        /// The tab of what a merge left open.
        conflicts_tab: "Conflicts", "Konflikter";
        /// A journey on the full screen.
        present: "Present", "Presenter";
        /// Writing down what a room says.
        capture: "Capture", "Innspill";
        /// Everything about the selection, at the side.
        inspector: "Inspector", "Detaljer";
        /// Every command by name.
        palette: "Palette", "Kommandoer";
        /// What the field of the palette says while it is empty.
        palette_hint: "Search for a command", "Søk etter kommando";
        /// The first screen.
        start: "Start", "Start";
        /// What the shapes and lines mean.
        legend: "Legend", "Tegnforklaring";
        /// The cards walked through.
        breadcrumb: "Breadcrumb", "Spor";
        /// The whole map in a corner.
        minimap: "Minimap", "Minikart";
        /// Help.
        help: "Help", "Hjelp";
        /// Heading over the keys of the open screen.
        on_this_screen: "On this screen", "I denne visningen";
        /// The list of keys.
        all_keys: "All keys", "Alle taster";
        /// Beside it: how to find a key.
        slash_narrows: "/ searches", "/ søker";
        /// Last line while one searches in it: Enter.
        end_search: "end the search", "avslutt søket";
        /// The same: Esc.
        all_again: "all keys again", "alle taster igjen";
        /// The search field.
        find: "Find", "Søk";
        /// Heading over observations about the world.
        map_shows: "The map shows", "Kartet viser";
        /// Heading over faults of the file.
        faults: "Faults in the map", "Kartfeil";
        /// Heading over observations that were set aside.
        set_aside: "Set aside", "Lagt til side";
        /// Saved walks through the map.
        journeys: "Journeys", "Gjennomganger";
        /// Heading over the areas of the main model.
        main_areas: "Areas", "Hovedområder";
        /// The row of cards without a level.
        no_level: "No level", "Uten nivå";
        /// The column of cards without an area.
        no_area: "No area", "Uten område";
        /// Cards that have no place yet.
        unsorted: "Unsorted", "Usortert";
        /// Heading over what leads to the card.
        causes: "Causes", "Årsaker";
        /// Heading over what the card leads to.
        effects: "Effects", "Virkninger";
        /// Heading over where claims come from.
        sources: "Sources", "Kilder";
        /// Heading over loops that people named.
        named_loops: "Named loops", "Navngitte sløyfer";
        /// Heading over loops through the selected card.
        loops_through: "Through the selection", "Gjennom det valgte";
        /// Heading over all other loops.
        other_loops: "The others", "De andre";
        /// Heading: signals that run down.
        steering_down: "Steering down", "Styring ned";
        /// Heading: signals that run up.
        told_upward: "Told upward", "Meldt oppover";
    }
    nouns {}
}

/// A key of one's own as it stands in the settings; one that no command has.
const OWN_KEY: &str = "save = \"F12\"";

/// Where a person sets keys of their own, and what finds faults there. Without a file it is the usual place.
pub fn own_keys(lang: Lang, settings: Option<&std::path::Path>) -> String {
    let path = settings_path(settings);
    match lang {
        Lang::En => {
            format!(
                "Your own keys stand under [keys] in {path}, each on a line: {OWN_KEY}. floke keys --check says what does not fit."
            )
        }
        Lang::Nb => format!(
            "Dine egne taster står under [keys] i {path}, hver på sin linje: {OWN_KEY}. floke keys --check sier hva som ikke passer."
        ),
    }
}

/// The same on one line of the list of commands.
pub fn own_keys_short(lang: Lang, settings: Option<&std::path::Path>) -> String {
    let path = settings_path(settings);
    match lang {
        Lang::En => format!("Own keys: [keys] in {path}: {OWN_KEY}"),
        Lang::Nb => format!("Egne taster: [keys] i {path}: {OWN_KEY}"),
    }
}

fn settings_path(settings: Option<&std::path::Path>) -> String {
    settings.map_or_else(
        || "~/.config/floke/settings.toml".to_owned(),
        |path| crate::text::visible(&path.to_string_lossy()).into_owned(),
    )
}

/// After the language or the colours were changed: it lasts until one leaves, unless one keeps it.
pub fn for_now(lang: Lang, what: &str) -> String {
    match lang {
        Lang::En => format!("{what}, for now. To keep it: press : and type keep."),
        Lang::Nb => format!("{what}, inntil videre. For å beholde det: trykk : og skriv behold."),
    }
}
