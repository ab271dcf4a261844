//! Words of the field for new cards.

use crate::text::lang::Lang;
use crate::text::visible;

table! {
    /// What the field says beside what is typed.
    Adding;
    words {
        /// Its title; where the cards go stands behind.
        title: "Add to", "Legg til i";
        /// How to write, before the first line.
        how: "Enter adds. One line is one cause; an arrow between blanks is a link: -> same way, -o opposite, -? unknown, --> after a time. /level and #area place the card they stand behind; / alone lists the levels. Shift and an arrow key: another place for all that follows.", "Enter legger til. Én linje er én årsak; en pil mellom mellomrom er en kobling: -> samme vei, -o motsatt, -? uavklart, --> etter en tid. /nivå og #område plasserer kortet de står etter; / alene viser nivåene. Shift og en piltast: et annet sted for alt som følger.";
        /// After a line.
        next: "Next line, or Esc when you are done. ↑ brings the last line back to be put right.", "Neste linje, eller Esc når du er ferdig. ↑ henter siste linje tilbake så den kan rettes.";
        /// In the field, where new cards go nowhere yet.
        set_level_and_area: "New cards get no place yet: for the next ones Shift+↑ chooses a level, Shift+→ an area.", "Nye kort får ingen plass ennå: For de neste velger Shift+↑ et nivå, Shift+→ et område.";
        /// The same where there are no areas.
        set_level: "New cards have no level yet: Shift+↑ chooses one.", "Nye kort har ikke noe nivå ennå: Shift+↑ velger ett.";
        /// The same where there are no levels.
        set_area: "New cards have no area yet: Shift+→ chooses one.", "Nye kort har ikke noe område ennå: Shift+→ velger ett.";
        /// Before labels of cards that will be made.
        new: "new", "nytt";
        /// Before labels of cards that are on the map.
        there: "is there", "finnes";
        /// Before cards that may be meant.
        near: "Tab takes", "Tab velger";
        /// A place that is none.
        no_place: "no level or area is called so; it stays part of the label", "ingen nivåer eller områder heter det; det blir stående i navnet";
        /// Behind what is none: before the names that may have been meant.
        meant: "Do you mean", "Mener du";
        /// A place that may be several; their names stand behind.
        many_places: "this may be", "dette kan være";
        /// A level that is being typed; the names that can follow stand behind.
        levels_follow: "a level can follow:", "her kan du skrive et nivå:";
        /// An area that is being typed; the names that can follow stand behind.
        areas_follow: "an area can follow:", "her kan du skrive et område:";
        /// Behind what is none: before the names of those there are.
        there_are: "There are:", "Disse finnes:";
        /// Where a line places its last card alone.
        tag_is_its_cards: "A place stands behind its card only; the others need their own.", "En plass gjelder bare kortet den står etter; de andre må få sin egen.";
        /// Behind a place that the line itself says.
        from_line: "from the line", "fra linjen";
        /// Behind a place that the field is set to.
        from_field: "from the field", "fra feltet";
        /// A second level or area.
        second_place: "the card has a place already; it stays part of the label", "kortet har allerede en plass; det blir stående i navnet";
        /// An arrow without a card on one side.
        loose_arrow: "an arrow needs a card on both sides", "en pil trenger et kort på hver side";
        /// An arrow that stands in a name.
        tight_arrow: "Blanks around the arrow?", "Mellomrom rundt pilen?";
        /// A label longer than a file may hold; its beginning stands before.
        too_long: "this is too long for a card; put the rest into its note", "dette er for langt for et kort; skriv resten i notatet";
        /// Before the counts of what pasted lines added.
        pasted: "Pasted", "Limt inn";
        /// Before what each heading of a pasted list became.
        headings: "Headings", "Overskrifter";
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

/// After a line was left without being taken in: the key of the field and ↑ bring it back.
pub fn line_kept(lang: Lang, key: &str) -> String {
    match lang {
        Lang::En => format!("The line is not added. {key}, then ↑, brings it back."),
        Lang::Nb => format!("Linjen er ikke lagt til. {key} og så ↑ henter den tilbake."),
    }
}

/// In the field: a line from the time before waits.
pub fn line_waits(lang: Lang, line: &str) -> String {
    let line = visible(line);
    match lang {
        Lang::En => format!("Not added last time: «{line}». ↑ brings it back."),
        Lang::Nb => format!("Ikke lagt til sist: «{line}». ↑ henter den tilbake."),
    }
}

/// Under a preview: so many of its lines do not fit.
pub fn more_lines(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "… and 1 more line".to_owned(),
        (Lang::En, _) => format!("… and {n} more lines"),
        (Lang::Nb, 1) => "… og 1 linje til".to_owned(),
        (Lang::Nb, _) => format!("… og {n} linjer til"),
    }
}

/// What makes the levels (`/`) and areas (`#`) that a line names and the map has not, and where else they are made.
pub fn make_places(lang: Lang, unknown: &[(char, &str)]) -> String {
    let one = |(mark, name): &(char, &str)| {
        let name = visible(name);
        match (lang, mark) {
            (Lang::En, '/') => format!("the level «{name}»"),
            (Lang::En, _) => format!("the area «{name}»"),
            (Lang::Nb, '/') => format!("nivået «{name}»"),
            (Lang::Nb, _) => format!("området «{name}»"),
        }
    };
    let all = unknown.iter().map(one).collect::<Vec<_>>().join(", ");
    match lang {
        Lang::En => format!("Ctrl+N makes {all}. All levels and areas stand on screen 7, Map."),
        Lang::Nb => format!("Ctrl+N lager {all}. Alle nivåer og områder står på skjerm 7, Kart."),
    }
}
