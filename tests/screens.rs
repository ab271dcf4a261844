//! Every screen by its keys, in both languages and at four sizes: a snapshot, and beside it what it must mean.
//!
//! A snapshot only says that something changed. The tests of meaning say what may never change: the words that
//! must be there, no word of the other language, nothing cut of what is selected, and the way on in the last line.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use floke::file::bundled::bundled;
use floke::file::open::open_text;
use floke::file::write_map;
use floke::layout::staircase::Walk;
use floke::map::{Deed, Kind, LoopId, Map, Node, NodeId, merge, verb};
use floke::text::{Lang, Words};
use floke::tui::screen::{PlayOptions, Played, play};
use floke::tui::{Sheet, Start};
use tempfile::TempDir;

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

/// A name, and the keys that lead there.
const SCREENS: [(&str, &str); 47] = [
    ("board", ""),
    ("board-card", "/{unused}<enter>"),
    ("overview", "/{unused}<enter>zo"),
    ("full-board", "/{unused}<enter>ze"),
    ("full-board-all", "/{unused}<enter>za"),
    ("focus", "/{unused}<enter><enter>"),
    ("staircase-chain", "/{unused}<enter><enter><right><enter><right><enter>3"),
    ("staircase-missing", "4jjjj<enter>"),
    ("staircase-long", "4jjjjj<enter>"),
    ("model", "8"),
    ("model-line", "8<tab>"),
    ("model-parts", "8zf"),
    ("matrix", "9"),
    ("loops", "4"),
    ("loops-up-and-down", "4zu"),
    ("loops-cover", "4zd"),
    ("acting", "/{unused}<enter>Wc{life}<enter>"),
    ("acting-table", "/{unused}<enter>Wc{life}<enter><s-tab>jjj"),
    ("chains", "/{unused}<enter>X{life}<enter>"),
    ("levels", "5"),
    ("actors", "0"),
    ("actors-picture", "0<tab>"),
    ("actors-coverage", "0<tab><tab>"),
    ("setup-levels", "7<tab>"),
    ("setup-areas", "7<tab><tab>"),
    ("setup-loops", "7<s-tab><s-tab><s-tab>"),
    ("setup-journeys", "7<s-tab><s-tab>jj"),
    ("help", "?"),
    ("palette", ":"),
    ("legend", "L"),
    ("find", "/{find}"),
    ("form-card", "/{unused}<enter>e"),
    ("form-link", "/{unused}<enter><tab>e"),
    ("form-choice", "/{unused}<enter>e<down><down><enter>"),
    ("outline", "6"),
    ("outline-filtered", "6/{find}<enter>*"),
    ("outline-links", "6<tab>"),
    ("outline-narrow", "6f<down><right>"),
    ("outline-columns", "6zk"),
    ("outline-change", "6/{find}<enter>*B<down><down><down><enter><down>"),
    ("form-lines", "/{unused}<enter>e<down><down><down><down><down><down><down><enter>"),
    ("connect", "/{unused}<enter>c"),
    ("connect-name", "/{unused}<enter>c/{find}"),
    ("move", "/{unused}<enter>m"),
    ("merge", "/{unused}<enter>=/{find}<enter>"),
    ("same-thing", "a{twin}<enter><esc>&"),
    ("add", "a{lack} -> {find}"),
];

fn bundle(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "complex-needs",
        Lang::Nb => "sammensatte-behov",
    }
}

fn map(lang: Lang) -> Map {
    let found = bundled().iter().find(|map| map.name == bundle(lang)).expect("a bundled map");
    open_text(found.name, found.text.to_owned()).expect("it opens").document.to_map().expect("no faults")
}

fn words_for(keys: &str, lang: Lang) -> String {
    let (unused, find, twin, lack) = match lang {
        Lang::En => ("unused", "school", "Room to act unused left", "Lack of time"),
        Lang::Nb => ("ubrukt", "skole", "Handlingsrom ubrukt", "Mangel på tid"),
    };
    let life = if lang == Lang::En { "quality" } else { "livskval" };
    let keys = keys.replace("{unused}", unused).replace("{find}", find).replace("{life}", life);
    keys.replace("{twin}", twin).replace("{lack}", lack)
}

fn show(start: Start, keys: &str, lang: Lang, size: (u16, u16)) -> Played {
    let options = PlayOptions { keys: words_for(keys, lang), size, lang, ..PlayOptions::default() };
    play(start, &options).expect("keys that can be read")
}

fn sheet(lang: Lang) -> Start {
    Start::Map(Box::new(Sheet { unsaved: false, ..Sheet::unsaved(map(lang)) }))
}

/// Screens of a map that was changed since another version of it.
const REVIEWS: [(&str, &str); 5] = [
    ("review", "Vv1.floke.ron<enter>"),
    ("review-lists", "Vv1.floke.ron<enter><end>"),
    ("review-gone", "Vv1.floke.ron<enter><end>k"),
    ("review-board", "Vv1.floke.ron<enter><end>k<enter>"),
    ("review-which", "Vv1.floke.ron<enter>c"),
];

/// Screens of a map in which a merge left something open.
const OPEN: [(&str, &str); 4] = [
    ("conflicts-told", ""),
    ("conflicts", "F"),
    ("conflicts-label", "Fj<right>"),
    ("conflicts-settled", "F><enter><lt><enter>"),
];

fn after(map: &Map, deed: Option<Deed>) -> Map {
    let mut map = map.clone();
    map.apply(&deed.expect("it makes sense").change).expect("fits");
    map
}

/// The bundled map with a card deleted, one given another name, and one written.
fn changed(lang: Lang) -> Map {
    let (other, new) = match lang {
        Lang::En => ("Trust that is earned", "A door that is open"),
        Lang::Nb => ("Tillit som er fortjent", "En dør som står åpen"),
    };
    let own = map(lang);
    let own = after(&own, verb::remove_node(&own, &"gaps-hidden".into()));
    let own = after(&own, verb::rename(&own, &"trust".into(), other));
    let mut card = Node::new(Kind::Cause, new);
    card.level = own.levels().first().map(|level| level.id.clone());
    after(&own, verb::add_node(&own, &card).map(|(_, deed)| deed))
}

/// The changed map, in a folder without a repository, beside a file of what it was.
fn reviewed(lang: Lang) -> Start {
    static FOLDERS: OnceLock<[TempDir; 2]> = OnceLock::new();
    let folders = FOLDERS.get_or_init(|| {
        [Lang::En, Lang::Nb].map(|lang| {
            let folder = tempfile::tempdir().expect("a folder");
            std::fs::write(folder.path().join("v1.floke.ron"), write_map(&map(lang))).expect("written");
            folder
        })
    });
    let folder = &folders[usize::from(lang == Lang::Nb)];
    let path = Some(folder.path().join("m.floke.ron"));
    Start::Map(Box::new(Sheet { unsaved: false, path, ..Sheet::unsaved(changed(lang)) }))
}

/// The changed map, merged with another one in which the deleted card has other words, and the other one too.
fn merged(lang: Lang) -> Start {
    let (gaps, trust) = match lang {
        Lang::En => ("Gaps that nobody sees", "Trust between people"),
        Lang::Nb => ("Hull som ingen ser", "Tillit mellom mennesker"),
    };
    let base = map(lang);
    let theirs = after(&base, verb::rename(&base, &"gaps-hidden".into(), gaps));
    let theirs = after(&theirs, verb::rename(&theirs, &"trust".into(), trust));
    let map = merge(&base, &changed(lang), &theirs).map;
    Start::Map(Box::new(Sheet { unsaved: false, ..Sheet::unsaved(map) }))
}

fn each(mut check: impl FnMut(&str, Lang, (u16, u16), &str)) {
    for lang in [Lang::En, Lang::Nb] {
        for size in SIZES {
            check("start", lang, size, &show(Start::Shelf, "", lang, size).text);
            check("start-new", lang, size, &show(Start::Shelf, "<c-n>Buss<enter>", lang, size).text);
            check("new-map", lang, size, &show(Start::Shelf, "<c-n>Buss<enter><enter>", lang, size).text);
            check("tour", lang, size, &show(Start::Tour, "", lang, size).text);
            for (name, keys) in SCREENS {
                check(name, lang, size, &show(sheet(lang), keys, lang, size).text);
            }
            for (name, keys) in REVIEWS {
                check(name, lang, size, &show(reviewed(lang), keys, lang, size).text);
            }
            for (name, keys) in OPEN {
                check(name, lang, size, &show(merged(lang), keys, lang, size).text);
            }
        }
    }
}

#[test]
fn screens_look_as_they_did() {
    each(|name, lang, (width, height), text| {
        insta::assert_snapshot!(format!("{name}-{}-{width}x{height}", lang.code()), text);
    });
}

#[test]
fn the_last_line_names_three_keys_and_no_line_is_too_wide() {
    each(|name, lang, (width, height), text| {
        let place = format!("{name} {} {width}x{height}", lang.code());
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() <= usize::from(height), "{place}");
        for line in &lines {
            assert!(floke::text::width(line) <= usize::from(width), "{place}: {line}");
        }
        let last = lines.iter().rev().find(|line| !line.trim().is_empty()).expect("a line");
        // Hints stand three blanks apart, each a key and what it does.
        let hints = last.trim().split("   ").filter(|hint| hint.trim().contains(' ')).count();
        assert!(hints >= 3, "{place}: {last}");
    });
}

#[test]
fn the_words_that_must_be_there_are() {
    each(|name, lang, (width, height), text| {
        let words = lang.words();
        let en = lang == Lang::En;
        let wanted: Vec<&str> = match name {
            "start" if en => {
                vec!["Map a wicked problem", "Bundled maps", "New map", "Children with complex needs"]
            }
            "start" => vec![
                "Kartlegg en samfunnsfloke",
                "Kart som følger med",
                "Nytt kart",
                "Barn med sammensatte behov",
            ],
            "overview" if en => vec!["Users", "Practitioners", "1A", "5"],
            "overview" => vec!["Brukere", "Tjenesteutøvere", "1A", "5"],
            "full-board" if en => vec!["Links of this card (5)", "the screen:", "1B", "Room to act"],
            "full-board" => vec!["Koblingene til kortet (5)", "går ut av skjermen", "1B", "Ubrukt"],
            "full-board-all" if en => vec!["All links (213)", "leave the screen"],
            "full-board-all" => vec!["Alle koblinger (213)", "går ut av skjermen"],
            "board" | "board-card" if en => vec!["Users", "Practitioners", "Management", "1A", "1B", "5"],
            "board" | "board-card" => vec!["Brukere", "Tjenesteutøvere", "Ledelse", "1A", "1B", "5"],
            "focus" if en => vec!["Mandates read", "Practice that", "(+)", "(−)", "Enter"],
            "focus" => vec!["Mandat som", "Praksis uten", "(+)", "(−)", "Enter"],
            "staircase-chain" if en => vec!["Users", "The system", "When «Room to act left unused» grows"],
            "staircase-chain" => vec!["Brukere", "Systemet", "Når «Ubrukt handlingsrom» øker"],
            "staircase-missing" if en => {
                vec!["The way back up (missing)", "slows itself (B)", "1 link missing"]
            }
            "staircase-missing" => {
                vec!["Veien opp igjen (mangler)", "bremser seg selv (B)", "1 savnet kobling"]
            }
            "staircase-long" if en => {
                vec!["Single cases in, single checks out", "feeds itself (R)", "8 links"]
            }
            "staircase-long" => vec!["Enkeltsaker inn", "forsterker seg selv (F)", "8 koblinger"],
            "model" if en => {
                vec!["Main model", "links between areas", "(+)9", "missing", "38 cards", "8 Model"]
            }
            "model" => vec!["Hovedmodell", "mellom områder", "(+)9", "savnet", "38 kort", "8 Modell"],
            "model-line" if en => {
                vec![": 2 links, 2 +, all the same way", "7 +, 2 −, mostly"]
            }
            "model-line" => vec![": 2 koblinger, 2 +, alle samme vei", "7 +, 2 −, mest"],
            "model-parts" if en => vec!["1A", "1B", "20 cards"],
            "model-parts" => vec!["1A", "1B", "20 kort"],
            "matrix" if en => {
                vec!["Matrix: 1A", "17 causes × 10 effects", "from elsewhere", "When «Whole story"]
            }
            "matrix" => {
                vec!["Matrise: 1A", "17 årsaker × 10 virkninger", "fra andre steder", "Når «Hele historien"]
            }
            "loops" if en => {
                vec!["All circles of up to 8 links are shown: 17.", "R2", "B1", "Families fill the gap"]
            }
            "loops" => {
                vec![
                    "Alle sirkler med inntil 8 koblinger er vist: 17. I alt er det 63.",
                    "F2",
                    "B1",
                    "Familien tetter hullet",
                ]
            }
            "actors" if en => vec!["Register", "Part taken", "Ministries", "Hears:", "«Parents» reports to"],
            "actors" => vec!["Register", "Deltakelse", "Departementer", "Hører:", "«Foreldre» melder til"],
            "actors-picture" if en => {
                vec![
                    "Against",
                    "Waiting",
                    "Neutral",
                    "Not stated",
                    "R Ministries",
                    "A active",
                    "both influence",
                ]
            }
            "actors-picture" => {
                vec![
                    "Mot",
                    "Avventende",
                    "Nøytral",
                    "Ikke oppgitt",
                    "R Departementer",
                    "A aktiv",
                    "holdning oppgitt",
                ]
            }
            "actors-coverage" if en => {
                vec!["Sector", "Education", "Ministries (represented)", "X absent", "nobody"]
            }
            "actors-coverage" => vec!["Sektor", "Utdanning", "Departementer (representert)", "X ikke med"],
            "levels" if en => vec!["Who hears whom?", "works", "weak", "not known", "No way back up"],
            "levels" => vec!["Hvem hører hvem?", "virker", "svak", "ikke kjent", "Ingen vei opp igjen"],
            "setup-levels" if en => {
                vec!["Effect goals 3", "Directorates", "28 cards + 10 in its parts", "add"]
            }
            "setup-levels" => vec!["Effektmål 3", "Direktorater", "28 kort + 10 i delene", "legg til"],
            "setup-areas" if en => vec!["1A Too little participation", "blue · 20 cards", "add"],
            "setup-areas" => vec!["1A For lite medvirkning", "blå · 20 kort", "legg til"],
            "setup-loops" if en => vec!["runs · feeds itself (R)", "1 link missing · slows itself (B)"],
            "setup-loops" => vec!["går rundt · forsterker seg selv (F)", "1 savnet kobling · bremser"],
            "setup-journeys" if en => vec!["One story, four levels", "8 steps", "Start at the door."],
            "setup-journeys" => vec!["Én historie, fire nivåer", "8 steg", "Start ved døra."],
            "palette" if en => vec!["Search for a command"],
            "palette" => vec!["Søk etter kommando"],
            "help" if en => vec!["All keys", "On this screen", "Add cards and links by writing"],
            "help" => vec!["Alle taster", "I denne visningen", "Legg til kort og koblinger ved å skrive"],
            "legend" if en => vec!["Legend", "barrier", "too little today"],
            "legend" => vec!["Tegnforklaring", "hemmer", "lite i dag"],
            "form-card" if en => vec!["Edit the card", "Label", "Kind", "Role", "Level", "Area", "Esc done"],
            "form-card" => vec!["Rediger kortet", "Navn", "Type", "Rolle", "Nivå", "Område", "Esc ferdig"],
            "form-link" if en => vec!["Edit the link", "Sign", "Delay", "Strength", "Certainty", "change"],
            "form-link" => vec!["Rediger koblingen", "Fortegn", "Forsinkelse", "Styrke", "Belegg", "endre"],
            "form-choice" if en => vec!["not stated", "barrier", "enabler", "condition", "tension", "take"],
            "form-choice" => vec!["ikke oppgitt", "hemmer", "fremmer", "forhold", "spenning", "Enter ta"],
            "form-lines" if en => vec!["Note", "Enter keep", "Alt+Enter new line", "Esc discard"],
            "form-lines" => vec!["Notat", "Enter behold", "Alt+Enter ny linje", "Esc forkast"],
            "start-new" if en => vec!["Buss: Begin with", "main model", "blank", "like another map"],
            "start-new" => vec!["Buss: Begynn med", "hovedmodell", "tomt", "likt et annet kart"],
            "new-map" if en => vec!["Buss •", "no cards yet", "Press a and write", "Next step: a"],
            "new-map" => vec!["Buss •", "ingen kort ennå", "Trykk a og skriv", "Neste steg: a"],
            "tour" if en => vec!["Tour 1 of 14", "Go to another card with ←↑↓→.", "F8 next", "F9 close"],
            "tour" => vec!["Omvisning 1 av 14", "Gå til et annet kort med ←↑↓→.", "F8 neste", "F9 lukk"],
            "connect" if en => {
                vec!["«Room to act left unused» leads to …", "[as]", "+ - ? sign", "Esc close"]
            }
            "connect" => vec!["«Ubrukt handlingsrom» fører til …", "[as]", "+ - ? fortegn", "Esc lukk"],
            "connect-name" if en => vec!["Connect to a card by name", "School day built", "letters again"],
            "connect-name" => vec!["Koble til et kort etter navn", "Deltakelse i skolen", "bokstaver igjen"],
            "move" if en => vec!["Move «Room to act left unused»", "Directorates", "here now", "no level"],
            "move" => vec!["Flytt «Ubrukt handlingsrom»", "Direktorater", "her nå", "uten nivå"],
            "merge" if en => vec!["Make one card of two", "stays", "goes into it", "the other one stays"],
            "merge" => vec!["Gjør to kort til ett", "blir", "går inn i det", "det andre blir"],
            "same-thing" if en => vec!["The same thing? 1 pair", "same words", "not the same"],
            "same-thing" => vec!["Samme ting? 1 par", "samme ord", "ikke det samme"],
            "add" if en => vec!["new: «Lack of time»", "Can this grow?", "Esc done"],
            "add" => vec!["nytt: «Mangel på tid»", "Kan dette øke?", "Esc ferdig"],
            "find" if en => vec!["School"],
            "outline" if en => vec!["120 cards", "sorted by level", "Label", "Area", "Certainty"],
            "outline" => vec!["120 kort", "sortert etter nivå", "Navn", "Område", "Belegg"],
            "outline-filtered" if en => vec!["of 120 cards", "«school»", "✓", "cards picked"],
            "outline-filtered" => vec!["av 120 kort", "«skole»", "✓", "kort huket av"],
            "outline-links" if en => vec!["links", "From", "To", "(+)", "Missing"],
            "outline-links" => vec!["koblinger", "Fra", "Til", "(+)", "Savnet"],
            "outline-narrow" if en => vec!["Narrow the list", "Without sources", "of 120 cards"],
            "outline-narrow" => vec!["Avgrens listen", "Uten kilder", "av 120 kort"],
            "outline-columns" if en => vec!["Columns", "As many as fit"],
            "outline-columns" => vec!["Kolonner", "Så mange som får plass"],
            "outline-change" if en => vec!["Change ", "Level", "Users", "Changes "],
            "outline-change" => vec!["Endre ", "Nivå", "Brukere", "Endrer "],
            "find" => vec!["Skole"],
            "review" if en => vec!["Changes since v1.floke.ron", "What the change claims", "broken"],
            "review" => vec!["Endringer siden v1.floke.ron", "Hva endringen hevder", "brutt"],
            "review-lists" | "review-gone" if en => vec!["+ «A door that is open»", "− «Gaps hidden"],
            "review-lists" | "review-gone" => vec!["+ «En dør som står åpen»", "− «"],
            "review-board" if en => vec!["is gone; it stood here.", "+ new", "~ changed", "V review"],
            "review-board" => vec!["er borte; det sto her.", "+ nytt", "~ endret", "V endringer"],
            "review-which" if en => vec!["Compare with which version?", "v1.floke.ron", "a branch"],
            "review-which" => vec!["Sammenlign med hvilken versjon?", "v1.floke.ron", "en gren"],
            "conflicts-told" if en => vec!["A merge left 2 conflicts in this map: F settles them."],
            "conflicts-told" => vec!["En sammenslåing har lagt igjen 2 konflikter i kartet: F avgjør dem."],
            "conflicts" if en => {
                vec!["2 left to settle", "Deleted it", "Changed it:", "deleted, or changed?"]
            }
            "conflicts" => vec!["2 igjen å avgjøre", "Slettet det", "Endret det:", "slettet eller endret?"],
            "conflicts-label" if en => vec!["Ours (on the map)", "Before both", "Theirs", "shall stand?"],
            "conflicts-label" => vec!["Vår (på kartet)", "Før begge", "Deres", "skal stå?"],
            "conflicts-settled" if en => vec!["Everything is settled. Save the map"],
            "conflicts-settled" => vec!["Alt er avgjort. Lagre kartet"],
            _ => vec![],
        };
        // Words may stand on two lines where a screen is narrow.
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in wanted {
            assert!(flat.contains(word), "{name} {} {width}x{height} lacks «{word}»:\n{text}", lang.code());
        }
        // Where it is narrow the other screens are only their numbers; a screen without a number takes their room.
        let numbered =
            !["start", "acting", "chains", "review", "conflicts"].iter().any(|own| name.starts_with(own));
        if numbered && width >= 120 {
            let tabs = [words.places.loops, words.places.board];
            assert!(tabs.iter().all(|tab| flat.contains(tab)), "{name}:\n{text}");
        }
    });
}

/// Whole words that only one of the languages has, among those of the screen and those of the maps.
fn only_in(lang: Lang) -> BTreeSet<String> {
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic() && c != '-');
        words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    let of = |lang: Lang| -> BTreeSet<String> {
        let words: &Words = lang.words();
        let mut all: BTreeSet<String> = words.each().into_iter().flat_map(|(_, word)| split(word)).collect();
        let map = map(lang);
        for (id, node) in map.nodes() {
            // Ids are the same in both maps and stand on screen as they are.
            all.extend(split(id.as_str()));
            all.extend(split(&node.label));
            all.extend(split(&node.short));
            all.extend(split(&node.sector));
            all.extend(node.note.iter().flat_map(|line| split(line)));
        }
        all.extend(map.links().flat_map(|(_, link)| link.note.iter().flat_map(|line| split(line))));
        all.extend(map.levels().iter().flat_map(|level| split(&level.name)));
        all.extend(map.areas().iter().flat_map(|area| split(&area.name)));
        all.extend(map.loops().values().flat_map(|told| split(&told.title)));
        all.extend(map.sources().values().flat_map(|source| split(&source.title)));
        for (_, journey) in map.journeys() {
            all.extend(split(&journey.title));
            all.extend(journey.steps.iter().flat_map(|step| &step.remark).flat_map(|line| split(line)));
        }
        all.extend(split(&map.head().title));
        for command in floke::command::TABLE {
            all.extend(split(command.name.text(lang)));
            all.extend(split(command.hint.text(lang)));
        }
        all
    };
    of(lang).difference(&of(lang.other())).cloned().collect()
}

#[test]
fn no_word_of_the_other_language_is_on_screen() {
    let foreign = [(Lang::En, only_in(Lang::Nb)), (Lang::Nb, only_in(Lang::En))];
    assert!(foreign.iter().all(|(_, words)| words.len() > 500), "the lists tell the languages apart");
    each(|name, lang, (width, height), text| {
        if name.starts_with("start") {
            // It names maps of both languages.
            return;
        }
        if name == "actors-coverage" && width < 120 {
            // Names of levels are divided there: «organise-» and «ring» are pieces of one word.
            return;
        }
        let words = &foreign.iter().find(|(own, _)| *own == lang).expect("both").1;
        // A word that is cut, by its end or by the edge of a pane, may look like one of the other language.
        // The name of a file and what stands in it is the same in both.
        let whole = text.split_whitespace().filter(|word| {
            !word.contains(['…', '│', '╭', '╰']) && !word.contains("settings.toml") && *word != "[keys]"
        });
        let parts = whole.flat_map(|word| word.split(|c: char| !c.is_alphabetic() && c != '-'));
        for word in parts.map(str::to_lowercase) {
            // The name of the language to switch to stands in that language; keys are called what stands on them;
            // 'fall' is a word of both.
            let names =
                ["english", "norsk", "bokmål", "home", "delete", "enter", "backspace", "shift", "fall"];
            assert!(
                !words.contains(&word) || names.contains(&word.as_str()),
                "{name} {} {width}x{height} says «{word}»:\n{text}",
                lang.code()
            );
        }
    });
}

/// The heavy box of the selected card: its columns and rows on the screen.
fn selected_box(rows: &[Vec<char>]) -> (usize, usize, usize, usize) {
    let top = rows.iter().position(|row| row.contains(&'┏')).expect("a selected card");
    let bottom = rows.iter().rposition(|row| row.contains(&'┗')).expect("its lower edge");
    let left = rows[top].iter().position(|&c| c == '┏').expect("its left edge");
    let right = rows[top].iter().position(|&c| c == '┓').expect("its right edge");
    (left, right, top, bottom)
}

#[test]
fn nothing_is_cut_of_the_selected_card_and_its_column() {
    for lang in [Lang::En, Lang::Nb] {
        let map = map(lang);
        let cards = ["room-unused", "joint-work", "sector-steering", "whole-story-heard", "told-upward"];
        for size in SIZES {
            for card in cards {
                let label = &map.node(&NodeId::new(card)).expect("a card of the case").label;
                let keys = format!("/{}<enter>", label.replace(' ', "<space>").to_lowercase());
                let text = show(sheet(lang), &keys, lang, size).text;
                let place = format!("{card} {} {size:?}\n{text}", lang.code());
                let rows: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
                let (left, right, top, bottom) = selected_box(&rows);
                let inside: String = rows[top + 1..bottom]
                    .iter()
                    .map(|row| row[left + 1..right].iter().collect::<String>())
                    .collect::<Vec<_>>()
                    .join(" ");
                let squeeze = |text: &str| text.replace(['-', ' '], "").to_lowercase();
                assert!(squeeze(&inside).contains(&squeeze(label)), "cut: {label}: {place}");
                // The rows of the picture end at the line about the selection.
                let about =
                    rows.iter().rposition(|row| row.iter().collect::<String>().contains(label.as_str()));
                let until = about.unwrap_or(rows.len() - 3).max(bottom);
                for row in &rows[1..until] {
                    let column: String = row.iter().take(right + 1).skip(left).collect();
                    assert!(!column.contains('…'), "cut in its column: «{column}» {place}");
                }
            }
        }
    }
}

/// The staircase of the loop whose way back up is missing: the ghost is a ghost, and says so.
#[test]
fn the_missing_link_is_drawn_as_a_ghost() {
    for lang in [Lang::En, Lang::Nb] {
        let map = map(lang);
        let told = &map.loops()[&LoopId::new("the-way-back-up")];
        assert!(Walk::circle(&told.title, told.links().collect()).is_some());
        for size in SIZES {
            let all: String = (0..7)
                .map(|steps| {
                    let keys = format!("4jjjj<enter>{}", "<right>".repeat(steps));
                    show(sheet(lang), &keys, lang, size).text
                })
                .collect();
            let word = match lang {
                Lang::En => "missing (+)",
                Lang::Nb => "savnet (+)",
            };
            assert!(all.contains(word) && all.contains('┊'), "{} {size:?}:\n{all}", lang.code());
        }
    }
}

#[test]
fn no_size_panics() {
    for (width, height) in
        [(20, 5), (21, 7), (33, 9), (40, 12), (57, 17), (79, 23), (150, 25), (300, 100), (20, 100)]
    {
        for lang in [Lang::En, Lang::Nb] {
            for (_, keys) in SCREENS {
                show(sheet(lang), keys, lang, (width, height));
            }
            show(Start::Shelf, "j?", lang, (width, height));
        }
    }
}
