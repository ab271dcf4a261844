//! The rows of the table, one command after the other.

use super::table::{Entry, Group, Said, View};

/// Declares the commands and the table together, so that neither can lack the other's rows.
macro_rules! commands {
    ($($(#[$doc:meta])* $command:ident $id:literal, $group:ident, $views:expr,
        $en:literal / $nb:literal, $hint_en:literal / $hint_nb:literal, $keys:expr;)*) => {
        /// Something that can be asked of the editor.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            $($(#[$doc])* $command,)*
        }

        /// Every command.
        pub static TABLE: &[Entry] = &[$(Entry {
            command: Command::$command,
            id: $id,
            name: Said { en: $en, nb: $nb },
            hint: Said { en: $hint_en, nb: $hint_nb },
            keys: &$keys,
            group: Group::$group,
            views: &$views,
        },)*];
    };
}

const ANY: [View; 15] = View::ALL;
const MAP: [View; 14] = View::OF_A_MAP;
/// Where a card is in sight that a command can mean; what stands around the cards has commands of its own.
const CARDS: [View; 4] = [View::Board, View::Focus, View::Staircase, View::Outline];
/// Where a card is in sight, though none can be put there.
const SEEN: [View; 5] = [View::Board, View::Focus, View::Staircase, View::Outline, View::Actors];
/// Where cards are picked.
const TOGETHER: [View; 3] = [View::Board, View::Focus, View::Outline];
const SETUP: [View; 1] = [View::Setup];
/// Where a screen has parts that are gone through.
const SECTIONS: [View; 2] = [View::Setup, View::Actors];
/// Where what has a name of its own stands in a list: the screen of the map, and that of the loops.
const NAMED: [View; 2] = [View::Setup, View::Loops];
/// Where a loop is shown.
const CIRCLES: [View; 2] = [View::Loops, View::Staircase];
/// Where the sign of a link can be said: also in the list of links without one.
const SIGNED: [View; 5] = [View::Board, View::Focus, View::Staircase, View::Outline, View::Loops];
const LOOPS: [View; 1] = [View::Loops];
/// Where longer loops or chains can be asked for.
const LONGER: [View; 2] = [View::Loops, View::Chains];
/// Where chains from one card to another are looked at.
const ENDS: [View; 2] = [View::Chains, View::Acting];
const ACTING: [View; 1] = [View::Acting];
const CHAINS: [View; 1] = [View::Chains];
const REVIEW: [View; 1] = [View::Review];
const UNSETTLED: [View; 1] = [View::Unsettled];
/// Where a walk is under way.
const WALKS: [View; 3] = [View::Board, View::Focus, View::Staircase];
/// Where something is shown that a journey can show.
const STEPS: [View; 4] = [View::Board, View::Focus, View::Staircase, View::Loops];
/// Where parts are shown or not.
const PARTS: [View; 5] = [View::Board, View::Setup, View::Model, View::Levels, View::Actors];
const WALKED: [View; 2] = [View::Board, View::Focus];
/// Where the links of what is selected can be gone through.
const LINKED: [View; 4] = [View::Board, View::Focus, View::Model, View::Matrix];
const MATRIX: [View; 1] = [View::Matrix];
/// Where the next loop is a key away; on the screen of who hears whom that key sets an observation aside.
const LOOPED: [View; 13] = [
    View::Board,
    View::Focus,
    View::Staircase,
    View::Loops,
    View::Outline,
    View::Setup,
    View::Model,
    View::Matrix,
    View::Actors,
    View::Acting,
    View::Chains,
    View::Review,
    View::Unsettled,
];
const HEARING: [View; 1] = [View::Levels];
const EDITED: [View; 5] = [View::Board, View::Focus, View::Staircase, View::Loops, View::Outline];
/// Where the fields of a card or link can be edited.
const FIELDS: [View; 6] =
    [View::Board, View::Focus, View::Staircase, View::Loops, View::Outline, View::Actors];
const BOARD: [View; 1] = [View::Board];
/// Where a search shows a card; the outline is filtered instead.
const FOUND: [View; 6] = [View::Board, View::Focus, View::Staircase, View::Loops, View::Levels, View::Actors];
const LISTED: [View; 1] = [View::Outline];
const ACTORS: [View; 1] = [View::Actors];
/// Where rows are sorted.
const SORTED: [View; 2] = [View::Outline, View::Actors];
const PICKED: [View; 3] = [View::Outline, View::Board, View::Focus];

commands! {
    /// One up.
    Up "up", Walking, ANY, "Go up" / "Gå opp", "up" / "opp", ["Up", "k"];
    /// One down.
    Down "down", Walking, ANY, "Go down" / "Gå ned", "down" / "ned", ["Down", "j"];
    /// One to the left.
    Left "left", Walking, MAP, "Go left" / "Gå til venstre", "left" / "venstre", ["Left", "h"];
    /// One to the right.
    Right "right", Walking, MAP, "Go right" / "Gå til høyre", "right" / "høyre", ["Right", "l"];
    /// To the first one.
    First "first", Walking, ANY, "Go to the first" / "Gå til den første", "first" / "første", ["Home", "g g"];
    /// To the last one.
    Last "last", Walking, ANY, "Go to the last" / "Gå til den siste", "last" / "siste", ["End", "G"];
    /// A screenful up.
    PageUp "page-up", Walking, ANY, "A page up" / "En side opp", "page up" / "side opp", ["PageUp"];
    /// A screenful down.
    PageDown "page-down", Walking, ANY, "A page down" / "En side ned", "page down" / "side ned", ["PageDown"];
    /// What lies above comes into sight; the selected card stays selected.
    ViewUp "view-up", Walking, BOARD, "Move the view up" / "Flytt utsnittet opp", "view up" / "utsnitt opp", ["Alt+Up", "z Up"];
    /// What lies below comes into sight.
    ViewDown "view-down", Walking, BOARD, "Move the view down" / "Flytt utsnittet ned", "view down" / "utsnitt ned", ["Alt+Down", "z Down"];
    /// What lies at the left comes into sight.
    ViewLeft "view-left", Walking, BOARD, "Move the view left" / "Flytt utsnittet til venstre", "view left" / "utsnitt til venstre", ["Alt+Left", "z Left"];
    /// What lies at the right comes into sight.
    ViewRight "view-right", Walking, BOARD, "Move the view right" / "Flytt utsnittet til høyre", "view right" / "utsnitt til høyre", ["Alt+Right", "z Right"];
    /// The next link of the selected card.
    NextLink "next-link", Walking, LINKED,
        "Next link of this card" / "Neste kobling på kortet", "links" / "koblinger", ["Tab"];
    /// The link before it.
    PreviousLink "previous-link", Walking, LINKED,
        "Previous link of this card" / "Forrige kobling på kortet", "link back" / "forrige kobling", ["Shift+Tab"];
    /// Opens what is selected; follows the chosen link.
    Open "open", Walking, ANY,
        "Open, or follow the chosen link" / "Åpne, eller følg den valgte koblingen", "open" / "åpne", ["Enter"];
    /// Along a link to an effect.
    ToEffect "to-effect", Walking, WALKED,
        "Follow to an effect" / "Følg til en virkning", "to an effect" / "til virkning", [">"];
    /// Along a link to a cause.
    ToCause "to-cause", Walking, WALKED,
        "Follow to a cause" / "Følg til en årsak", "to a cause" / "til årsak", ["<"];
    /// Back to where one was.
    Back "back", Walking, MAP, "Back along the breadcrumb" / "Tilbake langs sporet", "back" / "tilbake", ["Backspace"];

    /// The board.
    ShowBoard "board", Screens, MAP, "Show the board" / "Vis tavlen", "board" / "tavle", ["1", "g b"];
    /// The focus on one card.
    ShowFocus "focus", Screens, MAP, "Show the focus on this card" / "Vis nærbildet av kortet", "focus" / "nærbilde", ["2", "g f"];
    /// The staircase.
    ShowStaircase "staircase", Screens, MAP, "Show the staircase" / "Vis nivåtrappen", "staircase" / "trapp", ["3", "g s"];
    /// The list of loops.
    ShowLoops "loops", Screens, MAP, "Show the loops" / "Vis sløyfene", "loops" / "sløyfer", ["4", "g o"];
    /// Who hears whom.
    ShowLevels "levels", Screens, MAP, "Show who hears whom" / "Vis hvem som hører hvem", "levels" / "nivåer", ["5", "g w"];
    /// Everything as a list.
    ShowOutline "outline", Screens, MAP, "Show the outline" / "Vis listen", "outline" / "liste", ["6", "g t"];
    /// What stands around the cards.
    ShowSetup "map", Screens, MAP, "Show levels, areas, sources, loops and journeys" / "Vis nivåer, områder, kilder, sløyfer og gjennomganger", "map" / "kart", ["7", "g m"];
    /// The areas as boxes on one page.
    ShowModel "main-model", Screens, MAP, "Show the main model: areas as boxes" / "Vis hovedmodellen: områdene som bokser", "main model" / "hovedmodell", ["8", "g e"];
    /// Causes as rows, effects as columns.
    ShowMatrix "matrix", Screens, MAP, "Show the matrix: causes × effects" / "Vis matrisen: årsaker × virkninger", "matrix" / "matrise", ["9", "g x"];
    /// The register of actors.
    ShowActors "actors", Screens, MAP, "Show the actors: who is with us, who steers and hears whom" / "Vis aktørene: hvem som er med, og hvem som styrer og hører hvem", "actors" / "aktører", ["0", "g c"];
    /// What breaks loops and chains.
    ShowActing "where-to-act", Screens, MAP, "Show where to act: what breaks loops and chains" / "Vis samtidige innsatser: det som bryter sløyfer og kjeder", "where to act" / "innsatser", ["W", "g p"];
    /// The chains from the card to another one.
    ShowChains "chains", Screens, MAP, "Show the chains from this card to another" / "Vis årsakskjedene fra kortet til et annet", "chains" / "kjeder", ["X", "g k"];
    /// What changed since another version.
    ShowReview "review", Screens, MAP, "Review: what changed since the last commit, a revision or a file" / "Vis endringer siden sist innsjekking, en revisjon eller en fil", "review" / "endringer", ["V", "g d"];
    /// What a merge left open.
    ShowUnsettled "conflicts", Screens, MAP, "Show what a merge left open" / "Vis det en sammenslåing lot stå åpent", "conflicts" / "konflikter", ["F", "g u"];
    /// The first screen.
    ShowStart "start", Screens, MAP, "Show the start screen" / "Vis startbildet", "start screen" / "startbildet", ["g h"];

    /// The breadcrumb as a staircase.
    Trace "trace", Circles, MAP,
        "Trace the chain as a staircase" / "Følg kjeden i nivåtrappen", "trace the chain" / "følg kjeden", ["t"];
    /// The next loop of the list.
    NextLoop "next-loop", Circles, LOOPED, "Next loop" / "Neste sløyfe", "next loop" / "neste sløyfe", ["n"];
    /// The loop before it.
    PreviousLoop "previous-loop", Circles, LOOPED, "Previous loop" / "Forrige sløyfe", "previous loop" / "forrige sløyfe", ["N"];
    /// The loops through the selected card.
    LoopsHere "loops-here", Circles, MAP,
        "Loops through this card" / "Sløyfer gjennom kortet", "loops here" / "sløyfer her", ["o"];

    /// Loops of a level, an area, a link.
    LoopsOnly "loops-only", Circles, LOOPS,
        "Only some loops: through a level, an area, the link" / "Bare noen sløyfer: gjennom et nivå, et område, koblingen", "only some" / "bare noen", ["v"];
    /// Loops from the lowest level to the highest.
    LoopsUpAndDown "loops-up-and-down", Circles, LOOPS,
        "Only loops from the lowest level to the highest and back" / "Bare sløyfer fra laveste til høyeste nivå og tilbake", "up and down" / "opp og ned", ["z u"];
    /// Loops through every level.
    LoopsAllLevels "loops-all-levels", Circles, LOOPS,
        "Only loops through all levels" / "Bare sløyfer gjennom alle nivåer", "all levels" / "alle nivåer", ["z a"];
    /// Loops that would run with the missing links.
    LoopsWouldBe "loops-would-be", Circles, LOOPS,
        "Only loops that would run if the missing links were there" / "Bare sløyfer som ville gått rundt om de savnede koblingene fantes", "would run" / "ville gått rundt", ["z m"];
    /// A few loops that cover every looped link.
    LoopsCover "loops-cover", Circles, LOOPS,
        "A few loops that cover every looped link" / "Noen få sløyfer som dekker hver kobling i en sløyfe", "covering all" / "som dekker alt", ["z d"];
    /// Links without a sign, those that decide most first.
    LoopsSettling "loops-settling", Circles, LOOPS,
        "Links without a sign whose settling decides most loops" / "Koblinger uten fortegn som avgjør flest sløyfer", "signs to settle" / "uavklarte fortegn", ["z s"];
    /// Loops of more links than were looked for.
    Longer "longer", Circles, LONGER,
        "Look for longer loops and chains" / "Let etter lengre sløyfer og kjeder", "longer" / "lengre", ["Plus"];
    /// Where chains are to lead.
    ChainsTo "chains-to", Circles, ENDS,
        "Choose the card that the chains lead to" / "Velg kortet kjedene skal føre til", "to which card" / "til hvilket kort", ["c"];
    /// Where chains are to begin.
    ChainsFrom "chains-from", Circles, ENDS,
        "Choose the card that the chains begin at" / "Velg kortet kjedene skal begynne på", "from which card" / "fra hvilket kort", ["C"];
    /// From the end to the beginning.
    ChainsBack "chains-back", Circles, ENDS,
        "The chains the other way round" / "Kjedene motsatt vei", "the other way" / "motsatt vei", ["R"];
    /// The best founded first, or the shortest.
    ChainsOrder "chains-order", Circles, CHAINS,
        "Order of the chains: the best founded first, or the shortest" / "Rekkefølge på kjedene: de best underbygde først, eller de korteste", "the other order" / "annen rekkefølge", ["s"];
    /// To the next part of the page.
    NextPart "next-part", Circles, ACTING, "Next part of the page" / "Neste del av siden", "next part" / "neste del", ["Tab"];
    /// To the part before it.
    PartBefore "part-before", Circles, ACTING, "Part of the page before" / "Forrige del av siden", "part before" / "forrige del", ["Shift+Tab"];
    /// The table by its next column.
    SortCards "sort-cards", Circles, ACTING,
        "Sort the table by the next column" / "Sorter tabellen etter neste kolonne", "sort" / "sorter", ["s"];
    /// The last row of the table first.
    SortCardsBack "sort-cards-back", Circles, ACTING,
        "Sort the table the other way round" / "Sorter tabellen motsatt vei", "table back" / "tabellen motsatt", ["S"];

    /// New cards and links, a line of text at a time.
    Add "add", Making, CARDS, "Add cards and links by writing" / "Legg til kort og koblinger ved å skrive", "add" / "legg til", ["a"];
    /// A link to another card, picked by its letters.
    Connect "connect", Making, TOGETHER, "Connect the card to another one" / "Koble kortet til et annet", "connect" / "koble", ["c"];
    /// Links to one card after the other.
    ConnectMany "connect-many", Making, TOGETHER, "Connect the card to several others" / "Koble kortet til flere andre", "connect several" / "koble til flere", ["C"];
    /// Every field of a card or link.
    Edit "edit", Making, FIELDS, "Edit this card or link" / "Rediger kortet eller koblingen", "edit" / "rediger", ["e"];
    /// Another label for the card.
    Rename "rename", Making, SEEN, "Rename the card" / "Gi kortet nytt navn", "rename" / "gi nytt navn", ["r"];
    /// + to −, or back.
    Flip "flip-sign", Making, CARDS, "Flip the sign of the link" / "Snu fortegnet på koblingen", "flip sign" / "snu fortegn", ["s"];
    /// With or without a delay.
    Delay "delay", Making, CARDS, "Delay on the link: on or off" / "Forsinkelse på koblingen: av eller på", "delay" / "forsinkelse", ["d"];
    /// Away with it.
    Delete "delete", Making, SEEN, "Delete the card or the chosen link" / "Slett kortet eller den valgte koblingen", "delete" / "slett", ["x", "Delete"];
    /// One level up.
    Raise "level-up", Making, SEEN, "Move the card a level up" / "Flytt kortet ett nivå opp", "a level up" / "ett nivå opp", ["Shift+Up", "K"];
    /// One level down.
    Lower "level-down", Making, SEEN, "Move the card a level down" / "Flytt kortet ett nivå ned", "a level down" / "ett nivå ned", ["Shift+Down", "J"];
    /// To the area before.
    AreaBefore "area-before", Making, CARDS, "Move the card to the area before" / "Flytt kortet til området før", "area before" / "området før", ["Shift+Left", "H"];
    /// To the area after.
    AreaAfter "area-after", Making, CARDS, "Move the card to the next area" / "Flytt kortet til neste område", "next area" / "neste område", ["Shift+Right"];
    /// The link the other way round.
    Reverse "reverse", Making, CARDS, "Turn the link round" / "Snu retningen på koblingen", "turn round" / "snu retning", ["R"];
    /// To a level or an area that is chosen from a list.
    MoveTo "move-to", Making, CARDS, "Move to a level or an area (or drag the card)" / "Flytt til et nivå eller et område (eller dra kortet)", "move to" / "flytt til", ["m"];
    /// A second one of the cards.
    Duplicate "duplicate", Making, CARDS, "Duplicate the card" / "Lag en kopi av kortet", "duplicate" / "lag kopi", ["D"];
    /// One card of two.
    Merge "merge", Making, TOGETHER, "Merge the card with another one" / "Slå sammen kortet med et annet", "merge" / "slå sammen", ["="];
    /// Cards that may be one.
    SameThing "same-thing", Making, EDITED, "List cards that may be the same thing" / "List opp kort som kan være det samme", "same thing?" / "samme ting?", ["&"];
    /// The cards and the links among them.
    Copy "copy", Making, CARDS, "Copy the card, or all picked ones with their links" / "Kopier kortet, eller alle valgte med koblingene", "copy" / "kopier", ["y"];
    /// What is shown, in words.
    CopyText "copy-text", Making, EDITED, "Copy as text: the link, chain or loop shown" / "Kopier som tekst: koblingen, kjeden eller sløyfen som vises", "copy as text" / "kopier som tekst", ["Y"];
    /// What was copied.
    Paste "paste", Making, CARDS, "Paste the copied cards" / "Lim inn kortene som er kopiert", "paste" / "lim inn", ["p"];
    /// Takes the last change back.
    Undo "undo", Making, MAP, "Undo the last change" / "Angre siste endring", "undo" / "angre", ["u", "Ctrl+z"];
    /// Makes it again.
    Redo "redo", Making, MAP, "Redo what was undone" / "Gjør om det som ble angret", "redo" / "gjør om", ["U", "Ctrl+y"];

    /// The next section.
    NextSection "next-section", Around, SECTIONS, "Next section" / "Neste del", "next section" / "neste del", ["Tab"];
    /// The section before it.
    PreviousSection "previous-section", Around, SECTIONS, "Previous section" / "Forrige del", "section back" / "forrige del", ["Shift+Tab"];
    /// One more of what the section holds.
    AddHere "add-here", Around, SETUP, "Add a level, area, source, journey" / "Legg til et nivå, område, en kilde, gjennomgang", "add" / "legg til", ["a"];
    /// One more part of a level or area.
    AddPart "add-part", Around, SETUP, "Add a part of this level or area" / "Legg til en del av nivået eller området", "add a part" / "legg til del", ["A"];
    /// Its fields.
    EditHere "edit-here", Around, SETUP, "Edit the fields of this row" / "Rediger feltene i raden", "edit" / "rediger", ["e"];
    /// Its name.
    RenameHere "rename-here", Around, NAMED, "Rename this level, area, source, loop" / "Gi nivået, området, kilden, sløyfen nytt navn", "rename" / "nytt navn", ["r"];
    /// Away with it.
    RemoveHere "delete-here", Around, NAMED, "Delete this level, area, source, loop" / "Slett nivået, området, kilden, sløyfen", "delete" / "slett", ["x", "Delete"];
    /// Before the one above it.
    MoveUp "move-up", Around, SETUP, "Move it up in its order" / "Flytt det opp i rekkefølgen", "move up" / "flytt opp", ["Shift+Up", "K"];
    /// Behind the one below it.
    MoveDown "move-down", Around, SETUP, "Move it down in its order" / "Flytt det ned i rekkefølgen", "move down" / "flytt ned", ["Shift+Down", "J"];
    /// A part, or a whole again.
    PartOf "part-of", Around, SETUP, "Make it a part of the one above, or a whole again" / "Gjør det til en del av det over, eller til noe helt igjen", "part of" / "del av", ["p"];
    /// Another colour.
    NextColor "next-color", Around, SETUP, "Next colour of the area" / "Neste farge på området", "colour" / "farge", ["c"];
    /// The colour before it.
    PreviousColor "previous-color", Around, SETUP, "Previous colour of the area" / "Forrige farge på området", "colour back" / "forrige farge", ["C"];
    /// Title, aim and language.
    EditMap "edit-map", Around, MAP, "The map's title, aim and language" / "Kartets tittel, mål og språk", "title, aim" / "tittel, mål", [];
    /// The section of levels.
    EditLevels "edit-levels", Around, MAP, "Edit levels" / "Rediger nivåer", "edit levels" / "rediger nivåer", [];
    /// The section of areas.
    EditAreas "edit-areas", Around, MAP, "Edit areas" / "Rediger områder", "edit areas" / "rediger områder", [];
    /// The section of phases.
    EditPhases "edit-phases", Around, MAP, "Edit phases" / "Rediger faser", "edit phases" / "rediger faser", [];
    /// The section of effect goals.
    EditGoals "edit-goals", Around, MAP, "Edit effect goals" / "Rediger effektmål", "effect goals" / "effektmål", [];
    /// The section of sources.
    EditSources "edit-sources", Around, MAP, "Sources" / "Kilder", "sources" / "kilder", [];
    /// The section of named loops.
    EditLoops "edit-loops", Around, MAP, "Named loops" / "Navngitte sløyfer", "named loops" / "navngitte sløyfer", [];
    /// The section of journeys.
    EditJourneys "edit-journeys", Around, MAP, "Journeys" / "Gjennomganger", "journeys" / "gjennomganger", [];
    /// The section of what was set aside.
    EditSetAside "edit-set-aside", Around, MAP, "Observations set aside" / "Observasjoner lagt til side", "set aside" / "lagt til side", [];
    /// An area for cards that belong together.
    AreaOfCards "area-of-cards", Around, TOGETHER, "Make an area of these cards" / "Lag et område av disse kortene", "make an area" / "lag et område", ["A"];
    /// A loop, card by card.
    TellLoop "tell-loop", Around, WALKED, "Tell a loop: pick its cards in order" / "Fortell en sløyfe: velg kortene i rekkefølge", "tell a loop" / "fortell en sløyfe", ["O"];
    /// A title for the loop that is shown.
    NameLoop "name-loop", Around, CIRCLES, "Name this loop" / "Gi sløyfen navn", "name it" / "gi den navn", ["g n"];
    /// The walk, to show it others.
    RecordJourney "record-journey", Around, WALKS, "Record the breadcrumb as a journey" / "Ta opp sporet som en gjennomgang", "record a journey" / "ta opp gjennomgang", ["g r"];
    /// What is selected, as a step of a journey.
    AddStep "add-step", Around, STEPS, "Add this card, link, chain or loop to a journey" / "Legg kortet, koblingen, kjeden eller sløyfen til en gjennomgang", "add to a journey" / "til en gjennomgang", ["g j"];
    /// From the ladder to what the map shows, and back.
    OtherPart "other-part", Walking, HEARING, "From the ladder to what the map shows, and back" / "Fra stigen til det kartet viser, og tilbake", "what the map shows" / "kartet viser", ["Tab", "Shift+Tab"];
    /// An observation put aside with a reason, or taken out again.
    NoteIt "note-it", Around, HEARING, "Set this observation aside with a reason, or take it out again" / "Legg observasjonen til side med begrunnelse, eller ta den fram igjen", "set aside" / "legg til side", ["n"];
    /// All that the map shows.
    SeenAll "seen-all", Showing, HEARING, "List all that the map shows, or the first only" / "Vis alt kartet viser, eller bare det første", "all it shows" / "alt det viser", ["Plus"];
    /// The rest of what is known of an actor.
    MoreOfActor "more-of-actor", Showing, ACTORS, "Read on in what is known of the actor" / "Les videre om aktøren", "read on" / "les videre", ["Space"];
    /// Levels as rows and columns.
    LevelTable "level-table", Showing, HEARING, "Table of levels: signals and effects between every two" / "Tabell over nivåene: signaler og virkninger mellom hvert par", "table" / "tabell", ["m"];
    /// Parts in their whole, or by themselves.
    FoldParts "fold-parts", Showing, PARTS, "Fold or unfold parts of levels and areas" / "Fold sammen eller ut deler av nivåer og områder", "fold parts" / "fold deler", ["z f"];

    /// Another version to compare with.
    ReviewWith "review-with", Reviewing, REVIEW, "Review: compare with another revision or file" / "Endringer: Sammenlign med en annen revisjon eller fil", "other version" / "annen versjon", ["c"];
    /// One change of the comparison taken back.
    PutBack "put-back", Reviewing, REVIEW, "Review: put this change back as it was" / "Endringer: Tilbakestill denne endringen", "put back" / "tilbakestill", ["p"];
    /// The form of what a row is about.
    EditReviewed "edit-reviewed", Reviewing, REVIEW, "Review: edit what this row is about" / "Endringer: Rediger det raden handler om", "edit" / "rediger", ["e"];
    /// No comparison any more.
    ReviewEnd "review-end", Reviewing, MAP, "Review: end it, and take its marks off the board" / "Endringer: Avslutt, og ta merkene bort fra tavlen", "end review" / "avslutt endringer", ["z x"];
    /// Our side of a conflict.
    TakeOurs "take-ours", Reviewing, UNSETTLED, "Conflict: choose ours" / "Konflikt: velg vår", "ours" / "vår", ["<"];
    /// Their side of it.
    TakeTheirs "take-theirs", Reviewing, UNSETTLED, "Conflict: choose theirs" / "Konflikt: velg deres", "theirs" / "deres", [">"];
    /// Both sides of it.
    TakeBoth "take-both", Reviewing, UNSETTLED, "Conflict: choose both" / "Konflikt: velg begge", "both" / "begge", ["="];
    /// Neither: one's own words.
    WriteOwn "write-own", Reviewing, UNSETTLED, "Conflict: write your own" / "Konflikt: skriv din egen", "your own" / "din egen", ["e"];
    /// What is on the map counts.
    LeaveLive "leave-as-it-is", Reviewing, UNSETTLED, "Conflict: choose what is on the map now" / "Konflikt: velg det som står på kartet nå", "as it stands" / "slik det står", ["s"];

    /// A new map.
    New "new", Files, ANY, "New map" / "Nytt kart", "new map" / "nytt kart", ["Ctrl+n"];
    /// Another map from a file.
    OpenFile "open-file", Files, ANY, "Open a map file" / "Åpne en kartfil", "open a map" / "åpne et kart", ["Ctrl+o"];
    /// The sign +.
    SignPlus "sign-plus", Saying, SIGNED, "Sign of the link: same direction (+)" / "Fortegn på koblingen: samme vei (+)", "same direction" / "samme vei", ["w Plus"];
    /// The sign −.
    SignMinus "sign-minus", Saying, SIGNED, "Sign of the link: opposite direction (−)" / "Fortegn på koblingen: motsatt vei (−)", "opposite direction" / "motsatt vei", ["w -"];
    /// The sign ?.
    SignUnknown "sign-unknown", Saying, CARDS, "Sign of the link: unknown (?)" / "Fortegn på koblingen: uavklart (?)", "unknown sign" / "uavklart fortegn", ["w ?"];
    /// It ought to be there and is not.
    Missing "missing", Saying, CARDS, "Missing link: on or off" / "Savnet kobling: av eller på", "missing" / "savnet", ["!"];
    /// Strength 1.
    Weak "strength-weak", Saying, CARDS, "Strength of the link: weak" / "Styrke på koblingen: svak", "weak" / "svak", ["w 1"];
    /// Strength 2.
    Medium "strength-medium", Saying, CARDS, "Strength of the link: medium" / "Styrke på koblingen: middels", "medium" / "middels", ["w 2"];
    /// Strength 3.
    Strong "strength-strong", Saying, CARDS, "Strength of the link: strong" / "Styrke på koblingen: sterk", "strong" / "sterk", ["w 3"];
    /// No strength.
    NoStrength "strength-none", Saying, CARDS, "Strength of the link: not stated" / "Styrke på koblingen: ikke oppgitt", "no strength" / "uten styrke", ["w 0"];
    /// Its kind.
    LinkCauses "link-causes", Saying, CARDS, "Kind of the link: leads to" / "Type kobling: fører til", "leads to" / "fører til", ["w c"];
    /// Its kind.
    LinkActsOn "link-acts-on", Saying, CARDS, "Kind of the link: acts on" / "Type kobling: virker på", "acts on" / "virker på", ["w a"];
    /// Its kind.
    LinkSteers "link-steers", Saying, CARDS, "Kind of the link: steers" / "Type kobling: styrer", "steers" / "styrer", ["w s"];
    /// Its kind.
    LinkInforms "link-informs", Saying, CARDS, "Kind of the link: reports to" / "Type kobling: melder til", "reports to" / "melder til", ["w i"];
    /// Its kind.
    LinkCooperates "link-cooperates", Saying, CARDS, "Kind of the link: cooperates with" / "Type kobling: samhandler med", "cooperates with" / "samhandler med", ["w o"];
    /// Its kind.
    LinkHolds "link-holds", Saying, CARDS, "Kind of the link: holds" / "Type kobling: har hånd om", "holds" / "har hånd om", ["w h"];
    /// Its kind.
    LinkNeeds "link-needs", Saying, CARDS, "Kind of the link: needs" / "Type kobling: forutsetter", "needs" / "forutsetter", ["w n"];
    /// Its kind.
    LinkStops "link-stops", Saying, CARDS, "Kind of the link: would stop" / "Type kobling: stopper", "would stop" / "stopper", ["w t"];
    /// Its kind.
    LinkRelates "link-relates", Saying, CARDS, "Kind of the link: relates to" / "Type kobling: henger sammen med", "relates to" / "henger sammen med", ["w r"];
    /// How well founded.
    Hypothesis "certainty-hypothesis", Saying, CARDS, "Certainty: hypothesis" / "Belegg: hypotese", "hypothesis" / "hypotese", ["b h"];
    /// How well founded.
    Supported "certainty-supported", Saying, CARDS, "Certainty: supported" / "Belegg: underbygd", "supported" / "underbygd", ["b s", "b u"];
    /// How well founded.
    Confirmed "certainty-confirmed", Saying, CARDS, "Certainty: confirmed" / "Belegg: bekreftet", "confirmed" / "bekreftet", ["b c", "b b"];
    /// How well founded.
    Refuted "certainty-refuted", Saying, CARDS, "Certainty: refuted" / "Belegg: avkreftet", "refuted" / "avkreftet", ["b r", "b a"];
    /// How well founded.
    NotJudged "certainty-none", Saying, CARDS, "Certainty: not judged" / "Belegg: ikke vurdert", "not judged" / "ikke vurdert", ["b n", "b 0"];
    /// What the card is.
    KindCause "kind-cause", Saying, CARDS, "The card is a cause" / "Kortet er en årsak", "cause" / "årsak", ["T c"];
    /// What the card is.
    KindActor "kind-actor", Saying, CARDS, "The card is an actor" / "Kortet er en aktør", "actor" / "aktør", ["T a"];
    /// What the card is.
    KindMeasure "kind-measure", Saying, CARDS, "The card is a measure" / "Kortet er et tiltak", "measure" / "tiltak", ["T m"];
    /// What the card is.
    KindBenefit "kind-benefit", Saying, CARDS, "The card is a benefit" / "Kortet er en gevinst", "benefit" / "gevinst", ["T b"];
    /// What the card is.
    KindNote "kind-note", Saying, CARDS, "The card is a note" / "Kortet er en lapp", "note" / "lapp", ["T n"];
    /// What the cause does.
    RoleBarrier "role-barrier", Saying, CARDS, "Role of the cause: barrier" / "Årsakens rolle: hemmer", "barrier" / "hemmer", ["T h"];
    /// What the cause does.
    RoleEnabler "role-enabler", Saying, CARDS, "Role of the cause: enabler" / "Årsakens rolle: fremmer", "enabler" / "fremmer", ["T f"];
    /// What the cause does.
    RoleCondition "role-condition", Saying, CARDS, "Role of the cause: condition" / "Årsakens rolle: forhold", "condition" / "forhold", ["T o"];
    /// What the cause does.
    RoleTension "role-tension", Saying, CARDS, "Role of the cause: tension" / "Årsakens rolle: spenning", "tension" / "spenning", ["T s"];
    /// What the cause does.
    NoRole "role-none", Saying, CARDS, "Role of the cause: not stated" / "Årsakens rolle: ikke oppgitt", "no role" / "uten rolle", ["T 0"];
    /// A good thing there is too little of.
    NowLow "now-low", Saying, CARDS, "Too little of it today: on or off" / "Lite av det i dag: av eller på", "too little today" / "lite i dag", ["T l"];
    /// A mark.
    MarkZoom "mark-zoom", Saying, CARDS, "Mark: zoom (we know too little)" / "Merke: vet for lite", "zoom" / "vet for lite", ["M z"];
    /// A mark.
    MarkIdea "mark-idea", Saying, CARDS, "Mark: idea" / "Merke: idé", "idea" / "idé", ["M i"];
    /// A mark.
    MarkPotential "mark-potential", Saying, CARDS, "Mark: potential" / "Merke: potensial", "potential" / "potensial", ["M p"];
    /// A mark.
    MarkPain "mark-pain", Saying, CARDS, "Mark: pain" / "Merke: smertepunkt", "pain" / "smertepunkt", ["M s"];
    /// A mark.
    MarkLeverage "mark-leverage", Saying, CARDS, "Mark: leverage" / "Merke: innflytelsespunkt", "leverage" / "innflytelsespunkt", ["M l"];
    /// One more dot.
    DotMore "dot-more", Saying, CARDS, "One more dot" / "Én prikk til", "one more dot" / "én prikk til", ["v v"];
    /// One dot less.
    DotLess "dot-less", Saying, CARDS, "One dot less" / "Én prikk mindre", "one dot less" / "én prikk mindre", ["v -"];
    /// So many dots.
    DotsNone "dots-0", Saying, CARDS, "Dots: 0" / "Prikker: 0", "0 dots" / "0 prikker", ["v 0"];
    /// So many dots.
    DotsOne "dots-1", Saying, CARDS, "Dots: 1" / "Prikker: 1", "1 dot" / "1 prikk", ["v 1"];
    /// So many dots.
    DotsTwo "dots-2", Saying, CARDS, "Dots: 2" / "Prikker: 2", "2 dots" / "2 prikker", ["v 2"];
    /// So many dots.
    DotsThree "dots-3", Saying, CARDS, "Dots: 3" / "Prikker: 3", "3 dots" / "3 prikker", ["v 3"];
    /// So many dots.
    DotsFour "dots-4", Saying, CARDS, "Dots: 4" / "Prikker: 4", "4 dots" / "4 prikker", ["v 4"];
    /// So many dots.
    DotsFive "dots-5", Saying, CARDS, "Dots: 5" / "Prikker: 5", "5 dots" / "5 prikker", ["v 5"];
    /// So many dots.
    DotsSix "dots-6", Saying, CARDS, "Dots: 6" / "Prikker: 6", "6 dots" / "6 prikker", ["v 6"];
    /// So many dots.
    DotsSeven "dots-7", Saying, CARDS, "Dots: 7" / "Prikker: 7", "7 dots" / "7 prikker", ["v 7"];
    /// So many dots.
    DotsEight "dots-8", Saying, CARDS, "Dots: 8" / "Prikker: 8", "8 dots" / "8 prikker", ["v 8"];
    /// So many dots.
    DotsNine "dots-9", Saying, CARDS, "Dots: 9" / "Prikker: 9", "9 dots" / "9 prikker", ["v 9"];

    /// A file in another format, into the open map.
    Import "import", Files, MAP, "Import a file into this map" / "Hent inn en fil i kartet", "import" / "hent inn", ["g i"];
    /// To the file.
    Save "save", Files, MAP, "Save the map" / "Lagre kartet", "save" / "lagre", ["Ctrl+s"];
    /// To another file.
    SaveAs "save-as", Files, MAP, "Save the map as another file" / "Lagre kartet som en annen fil", "save as" / "lagre som", ["g a"];
    /// From the file, which somebody else changed.
    Reload "reload", Files, MAP, "Read the map again from its file" / "Les kartet på nytt fra filen", "read again" / "les på nytt", ["g R"];
    /// The picture on screen on paper.
    PrintSvg "export-svg", Files, MAP, "Export what is shown as a page to print (SVG)" / "Eksporter det som vises som en side å skrive ut (SVG)", "page (SVG)" / "side (SVG)", ["E s"];
    /// The picture on screen as dots.
    PrintPng "export-png", Files, MAP, "Export what is shown as a picture for slides (PNG)" / "Eksporter det som vises som et bilde til lysark (PNG)", "picture (PNG)" / "bilde (PNG)", ["E p"];
    /// The map for a browser.
    PrintHtml "export-html", Files, MAP, "Export the map as a page for a browser (HTML)" / "Eksporter kartet som en side for nettleseren (HTML)", "browser (HTML)" / "nettleser (HTML)", ["E h"];
    /// The map as text.
    PrintMarkdown "export-markdown", Files, MAP, "Export as text with readings (Markdown)" / "Eksporter som tekst med lesninger (Markdown)", "text (Markdown)" / "tekst (Markdown)", ["E m"];
    /// The map as a flowchart.
    PrintMermaid "export-mermaid", Files, MAP, "Export as a flowchart for GitHub (Mermaid)" / "Eksporter som flytskjema for GitHub (Mermaid)", "flowchart (Mermaid)" / "flytskjema (Mermaid)", ["E e"];
    /// The map for Graphviz.
    PrintDot "export-dot", Files, MAP, "Export for Graphviz (DOT)" / "Eksporter for Graphviz (DOT)", "Graphviz (DOT)" / "Graphviz (DOT)", ["E d"];

    /// This card among those that are changed together.
    Pick "pick", Listing, PICKED, "Pick this card, or let go of it" / "Huk av kortet, eller fjern haken", "pick" / "huk av", ["Space"];
    /// One change for all of them.
    BulkEdit "bulk-edit", Listing, PICKED, "Change everything picked at once" / "Endre alt som er huket av, på én gang", "change all" / "endre alle", ["B"];
    /// All rows, or none of them.
    PickAll "pick-all", Listing, LISTED, "Pick all that is shown, or nothing of it" / "Huk av alt som vises, eller ingenting av det", "pick all" / "huk av alle", ["*"];
    /// Nothing picked any more.
    PickNone "pick-none", Listing, PICKED, "Let go of everything picked" / "Fjern alle hakene", "pick none" / "fjern hakene", ["z p"];
    /// Cards, or links.
    Lists "list", Listing, LISTED, "List links instead of cards, or cards again" / "Vis koblinger i stedet for kort, eller kort igjen", "links/cards" / "koblinger/kort", ["Tab", "z l"];
    /// Leaves out what does not hold the letters.
    Filter "filter", Listing, LISTED, "Filter the outline by letters" / "Filtrer listen med bokstaver", "filter" / "filtrer", ["/"];
    /// Leaves out what lacks a value.
    FilterBy "filter-by", Listing, LISTED, "Narrow the outline to a level, a kind, a mark…" / "Avgrens listen til et nivå, en type, et merke…", "narrow" / "avgrens", ["f"];
    /// The board leaves out the same.
    NarrowBoard "narrow-board", Showing, BOARD, "Narrow the board to a level, a kind, a mark…" / "Avgrens tavlen til et nivå, en type, et merke…", "narrow" / "avgrens", ["z b"];
    /// The board shows everything again.
    NarrowOff "narrow-off", Showing, BOARD, "Show the whole map on the board again" / "Vis hele kartet på tavlen igjen", "whole board" / "hele tavlen", ["z B"];
    /// Everything is listed again.
    FilterOff "filter-off", Listing, LISTED, "Take the filter of the outline away" / "Ta bort filteret på listen", "no filter" / "uten filter", ["z f"];
    /// Which columns there are.
    ListColumns "outline-columns", Listing, LISTED, "Choose the columns of the outline" / "Velg kolonnene i listen", "columns" / "kolonner", ["z k"];
    /// By the next column.
    Sort "sort", Listing, SORTED, "Sort the outline or the register by the next column" / "Sorter listen eller registeret etter neste kolonne", "sort" / "sorter", ["z s"];
    /// The last row first.
    SortBack "sort-reverse", Listing, SORTED, "Sort the outline or the register the other way round" / "Sorter listen eller registeret motsatt vei", "other way round" / "motsatt vei", ["z r"];

    /// The pane at the side.
    Inspector "inspector", Showing, MAP, "Show or hide the inspector" / "Vis eller skjul detaljer", "inspector" / "detaljer", ["i"];
    /// Nearer.
    ZoomIn "zoom-in", Showing, BOARD, "Zoom in" / "Zoom inn", "nearer" / "nærmere", ["Plus", "z i"];
    /// Farther.
    ZoomOut "zoom-out", Showing, BOARD, "Zoom out" / "Zoom ut", "farther" / "lenger unna", ["-", "z u"];
    /// A shape a card.
    Overview "zoom-overview", Showing, BOARD, "Zoom: overview" / "Zoom: oversikt", "overview" / "oversikt", ["z o"];
    /// Cards with their labels.
    Cards "zoom-cards", Showing, BOARD, "Zoom: cards" / "Zoom: kort", "cards" / "kort", ["z c"];
    /// Whole cards and every line.
    FullBoard "zoom-open", Showing, BOARD, "Zoom: full board, whole cards and every line" / "Zoom: utvidet, hele kort og alle linjer", "full board" / "utvidet", ["z e"];
    /// Which links the board draws.
    LinksDrawn "links-drawn", Showing, BOARD,
        "Draw other links: of this card, or none; on the full board the next kind" / "Tegn andre koblinger: kortets, eller ingen; på den utvidede tavlen neste slag", "links drawn" / "koblinger", ["z l"];
    /// On the full board: of the selected card.
    DrawSelection "draw-selection", Showing, BOARD,
        "Full board: draw the links of this card" / "Utvidet tavle: Tegn koblingene til kortet", "links of this card" / "kortets koblinger", ["z 1"];
    /// On the full board: two steps out.
    DrawTwoSteps "draw-two-steps", Showing, BOARD,
        "Full board: draw links two steps out" / "Utvidet tavle: Tegn koblinger to steg ut", "two steps" / "to steg", ["z 2"];
    /// On the full board: the chain or loop.
    DrawWalk "draw-walk", Showing, BOARD,
        "Full board: draw the chain or loop" / "Utvidet tavle: Tegn kjeden eller sløyfen", "chain or loop" / "kjede eller sløyfe", ["z w"];
    /// On the full board: between two levels.
    DrawPair "draw-levels", Showing, BOARD,
        "Full board: draw the links between two levels" / "Utvidet tavle: Tegn koblingene mellom to nivåer", "between two levels" / "mellom to nivåer", ["z v"];
    /// On the full board: everything.
    DrawAll "draw-all", Showing, BOARD,
        "Full board: draw all links" / "Utvidet tavle: Tegn alle koblinger", "all links" / "alle koblinger", ["z a"];
    /// On the full board: nothing.
    DrawNone "draw-none", Showing, BOARD,
        "Full board: draw no links" / "Utvidet tavle: Tegn ingen koblinger", "no links" / "ingen koblinger", ["z n"];
    /// The full board as if nobody had seen it.
    Tidy "tidy", Showing, BOARD,
        "Tidy: lay the full board out anew" / "Rydd: legg den utvidede tavlen ut på nytt", "tidy" / "rydd", ["z t"];
    /// What the columns are.
    Columns "columns", Showing, BOARD,
        "Columns by area, phase or sector, or none" / "Kolonner etter område, fase eller sektor, eller ingen", "columns" / "kolonner", ["z k"];
    /// Area, level, cell, or the whole map.
    MatrixOf "matrix-of", Showing, MATRIX,
        "Matrix of an area, a level, a cell or the whole map" / "Matrise for et område, et nivå, en rute eller hele kartet", "area/level/cell" / "område/nivå/rute", ["z m"];
    /// The meaning of shapes and lines.
    Legend "legend", Showing, ANY, "Legend: shapes, lines, signs" / "Tegnforklaring: former, linjer, fortegn",
        "legend" / "tegnforklaring", ["L", "F2"];
    /// The other language.
    Language "language", Showing, ANY, "Norsk: switch the language" / "English: bytt språk", "norsk" / "English", ["g l", "F3"];

    /// The next theme.
    Theme "theme", Showing, ANY, "Colours: the next theme" / "Farger: neste tema", "colours" / "farger", ["F7"];
    /// Language and theme for the next time too.
    KeepSettings "keep-settings", Program, ANY,
        "Keep this language and these colours for next time" / "Behold dette språket og disse fargene til neste gang",
        "keep settings" / "behold valg", [];

    /// The search field.
    Find "find", Finding, FOUND, "Find a card" / "Søk etter et kort", "find" / "søk", ["/", "f"];
    /// Every command by name.
    Palette "palette", Finding, ANY, "Commands by name" / "Kommandoer etter navn", "commands" / "kommandoer", [":", "Ctrl+p"];
    /// All keys.
    Help "help", Finding, ANY, "Help: all keys" / "Hjelp: alle taster", "keys" / "taster", ["?", "F1"];

    /// The tour.
    Tour "tour", Finding, ANY, "Tour: learn by doing" / "Omvisning: lær ved å prøve", "tour" / "omvisning", ["F9"];
    /// On in the tour.
    TourNext "tour-next", Finding, ANY, "Tour: next step" / "Omvisning: neste steg", "next step" / "neste steg", ["F8"];
    /// Back in the tour.
    TourBack "tour-back", Finding, ANY, "Tour: the step before" / "Omvisning: forrige steg", "step back" / "forrige steg", ["Shift+F8"];
    /// What to do next on a young map.
    NextStep "next-step", Finding, MAP, "Show or hide the next step" / "Vis eller skjul neste steg", "the next step" / "det neste steget", ["F6"];

    /// Closes what is open, or lets go of what is chosen.
    Close "close", Program, ANY, "Close what is open" / "Lukk det som er åpent", "close" / "lukk", ["Esc"];
    /// Draws everything anew.
    Redraw "redraw", Program, ANY, "Draw the screen anew" / "Tegn skjermen på nytt", "draw anew" / "tegn på nytt", ["Ctrl+l"];
    /// Leaves the program.
    Quit "quit", Program, ANY, "Quit" / "Avslutt", "quit" / "avslutt", ["q", "Ctrl+c"];
}
