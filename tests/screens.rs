//! The screens of the editor in both languages and four sizes: what must stand on them, and what must not.

use std::collections::BTreeSet;

use floke::command::TABLE;
use floke::file::bundled;
use floke::text::Lang;
use floke::tui::screen::{PlayOptions, play};
use floke::tui::{Sheet, Start};

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

/// The screens, the keys that lead there, and what must be read on each: English, Norwegian.
type Screen = (&'static str, &'static str, &'static [(&'static str, &'static str)]);
const SCREENS: [Screen; 11] = [
    ("board", "", &[("1 Board", "1 Tavle"), ("Users", "Brukere"), ("Enter focus", "Enter nærbilde")]),
    ("overview", "zo", &[("1 Board", "1 Tavle"), ("Practitioners", "Tjenesteutøvere")]),
    (
        "focus",
        "2<right>",
        &[("Causes (", "Årsaker ("), ("Effects (", "Virkninger ("), ("2 Focus", "2 Nærbilde")],
    ),
    ("trail", "2<right><enter><right><enter>", &[("▶ [", "▶ ["), ("along a link", "følg kobling")]),
    (
        "chain",
        "2<right><enter><right><enter>t",
        &[("3 Staircase", "3 Trapp"), ("When «", "Når «"), ("grows", "øker")],
    ),
    (
        "loops",
        "4",
        &[
            ("Named loops (7)", "Navngitte sløyfer (7)"),
            ("All circles of up to 8", "Alle sirkler med inntil 8"),
            ("feeds itself", "forsterker seg selv"),
            ("1 link missing", "1 kobling mangler"),
        ],
    ),
    (
        "levels",
        "5",
        &[
            ("Who hears whom?", "Hvem hører hvem?"),
            ("works", "virker"),
            ("weak", "svak"),
            ("not known", "ikke kjent"),
            ("the whole story", "hele historien"),
        ],
    ),
    ("find", "/", &[("Find", "Søk"), ("Esc close", "Esc lukk")]),
    ("palette", ":", &[("Palette", "Kommandoer"), ("Search for a command", "Søk etter kommando")]),
    ("help", "?", &[("All keys", "Alle taster"), ("Go up", "Gå opp")]),
    (
        "legend",
        "L",
        &[("Legend", "Tegnforklaring"), ("barrier", "hemmer"), ("too little today", "lite i dag")],
    ),
];

fn map_in(lang: Lang) -> &'static floke::file::Bundled {
    let name = if lang == Lang::En { "complex-needs" } else { "sammensatte-behov" };
    bundled().iter().find(|map| map.name == name).expect("it comes with the program")
}

fn screen(lang: Lang, keys: &str, size: (u16, u16)) -> String {
    let sheet = Sheet::of_bundled(map_in(lang)).expect("it opens");
    let options = PlayOptions { keys: keys.to_owned(), size, lang, ..PlayOptions::default() };
    play(Start::Map(Box::new(sheet)), &options).expect(keys).text
}

/// The words of a text: runs of letters, in lower case.
fn words(text: &str) -> BTreeSet<String> {
    // What was cut or divided is no word.
    let whole = text.split_whitespace().filter(|word| !word.contains('…') && !word.ends_with('-'));
    let runs = whole.flat_map(|word| word.split(|letter: char| !letter.is_alphabetic()));
    runs.filter(|run| run.chars().count() >= 3).map(str::to_lowercase).collect()
}

/// Every word that the program says in a language.
fn said(lang: Lang) -> BTreeSet<String> {
    let fixed = lang.words().each().into_iter().flat_map(|(_, text)| words(text));
    let named = TABLE.iter().flat_map(|row| [row.name.text(lang), row.hint.text(lang)]).flat_map(words);
    fixed.chain(named).collect()
}

#[test]
fn each_screen_says_what_it_must_in_both_languages_at_every_size() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (name, keys, must) in SCREENS {
                let text = screen(lang, keys, size);
                for (en, nb) in must {
                    let wanted = if lang == Lang::En { en } else { nb };
                    // The reading may be broken between any two words.
                    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    assert!(flat.contains(wanted), "{name} {size:?}: no '{wanted}'\n{text}");
                }
            }
        }
    }
}

#[test]
fn no_screen_says_a_word_of_the_other_language() {
    for lang in Lang::ALL {
        let mut own = said(lang);
        own.extend(words(map_in(lang).text));
        // The key that switches the language names the other one.
        own.extend(["english", "norsk", "bytt", "språk", "switch", "the", "language"].map(str::to_owned));
        let foreign: BTreeSet<String> = said(lang.other()).difference(&own).cloned().collect();
        assert!(foreign.len() > 200, "the test has words to look for");
        for size in SIZES {
            for (name, keys, _) in SCREENS {
                let text = screen(lang, keys, size);
                let shown = words(&text);
                let wrong: Vec<_> = shown.intersection(&foreign).collect();
                assert!(wrong.is_empty(), "{name} {size:?} {lang:?}: {wrong:?}\n{text}");
            }
        }
    }
}

#[test]
fn the_start_screen_says_how_to_begin_in_both_languages() {
    for (lang, wanted) in [
        (Lang::En, ["Map a wicked problem", "Bundled maps", "New map", "Enter open"]),
        (Lang::Nb, ["Kartlegg en samfunnsfloke", "Kart som følger med", "Nytt kart", "Enter åpne"]),
    ] {
        for size in SIZES {
            let options = PlayOptions { size, lang, ..PlayOptions::default() };
            let text = play(Start::Shelf, &options).expect("no keys").text;
            for word in wanted {
                assert!(text.contains(word), "{size:?}: no '{word}'\n{text}");
            }
        }
    }
}

/// The card one looks at is never cut, on the board and in the focus.
#[test]
fn the_selected_card_is_read_whole() {
    for lang in Lang::ALL {
        let sheet = Sheet::of_bundled(map_in(lang)).expect("it opens");
        let labels: Vec<String> = sheet.map.nodes().map(|(_, node)| node.label.clone()).collect();
        for label in labels.iter().step_by(17) {
            for size in SIZES {
                for keys in ["", "2"] {
                    let typed = label.replace('<', "<lt>");
                    let text = screen(lang, &format!("/{typed}<enter>{keys}"), size);
                    let picture: Vec<&str> = text.lines().skip(1).collect();
                    // Without the lines below the picture, which name the card again.
                    let picture = picture[..picture.len() - 4].join("\n");
                    for word in label.split_whitespace() {
                        // A long word may be divided at a hyphen; its beginning then stands at the end of a line.
                        let start: String = word.chars().take(3).collect();
                        assert!(
                            picture.contains(word) || picture.contains(&start),
                            "{label} {size:?}: {word}\n{text}"
                        );
                    }
                }
            }
        }
    }
}
