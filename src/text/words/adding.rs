//! Words of the field for new cards.

table! {
    /// What the field says beside what is typed.
    Adding;
    words {
        /// Its title; where the cards go stands behind.
        title: "Add to", "Legg til i";
        /// How to write, before the first line.
        how: "Enter adds. One line is one cause; an arrow between blanks is a link: -> same way, -o opposite, -? unknown, --> after a time. /level and #area at the end place a card. Shift and an arrow key: another place for all that follows.", "Enter legger til. Én linje er én årsak; en pil mellom mellomrom er en kobling: -> samme vei, -o motsatt, -? uavklart, --> etter en tid. /nivå og #område til slutt plasserer kortet. Shift og en piltast: et annet sted for alt som følger.";
        /// After a line.
        next: "Next line, or Esc when you are done. ↑ brings the last line back to be put right.", "Neste linje, eller Esc når du er ferdig. ↑ henter siste linje tilbake så den kan rettes.";
        /// Before labels of cards that will be made.
        new: "new", "nytt";
        /// Before labels of cards that are on the map.
        there: "is there", "finnes";
        /// Before cards that may be meant.
        near: "Tab takes", "Tab velger";
        /// A place that is none.
        no_place: "no level or area is called so; it stays part of the label", "ingen nivåer eller områder heter det; det blir stående i navnet";
        /// A place that may be several; their ids stand behind.
        many_places: "this may be", "dette kan være";
        /// A second level or area.
        second_place: "the card has a place already; it stays part of the label", "kortet har alt en plass; det blir stående i navnet";
        /// An arrow without a card on one side.
        loose_arrow: "an arrow needs a card on both sides", "en pil trenger et kort på hver side";
        /// A label longer than a file may hold; its beginning stands before.
        too_long: "this is too long for a card; put the rest into its note", "dette er for langt for et kort; skriv resten i notatet";
        /// Before the counts of what pasted lines added.
        pasted: "Pasted", "Limt inn";
        /// Before the count of pasted lines of which something was not taken.
        left_out: "Left out, wholly or in part", "Utelatt, helt eller delvis";
        /// Last line: Enter.
        enter: "add", "legg til";
        /// Last line: Tab.
        tab: "use a card that is there", "bruk et kort som finnes";
        /// Last line: Shift and arrows.
        elsewhere: "another place", "et annet sted";
        /// Last line: Esc.
        done: "done", "ferdig";
    }
    nouns {
        /// A line of a pasted text.
        line: ("line", "lines"), ("linje", "linjer");
    }
}
