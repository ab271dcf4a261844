//! Every screen as it is now, in both languages at four sizes, to be read in a diff when one changes.
//!
//! What must be right on a screen is judged in `screens.rs`, and in the tests of each picture; this only shows what
//! a change does to them. After looking at it: `INSTA_UPDATE=always cargo test --test screen_pictures`.

use floke::file::bundled;
use floke::text::Lang;
use floke::tui::screen::{PlayOptions, play};
use floke::tui::{Sheet, Start};

const SCREENS: [(&str, &str); 9] = [
    ("board", ""),
    ("board, a link chosen", "<tab>"),
    ("board, overview", "zo"),
    ("focus, after two links", "2<right><enter><right><enter><left>"),
    ("staircase of the breadcrumb", "2<right><enter><right><enter>t"),
    ("staircase of a loop with a missing link", "4jjjj<enter>"),
    ("loops", "4"),
    ("who hears whom", "5"),
    ("start", "gh"),
];

fn pictures(lang: Lang, size: (u16, u16)) -> String {
    let name = if lang == Lang::En { "complex-needs" } else { "sammensatte-behov" };
    let map = bundled().iter().find(|map| map.name == name).expect("it comes with the program");
    let mut out = String::new();
    for (title, keys) in SCREENS {
        let sheet = Sheet::of_bundled(map).expect("it opens");
        let options = PlayOptions { keys: keys.to_owned(), size, lang, ..PlayOptions::default() };
        let text = play(Start::Map(Box::new(sheet)), &options).expect(keys).text;
        out.push_str(&format!("=== {title} (keys: {keys})\n{text}\n"));
    }
    out
}

fn compare(lang: Lang, size: (u16, u16)) {
    let name = format!("{}-{}x{}", lang.code(), size.0, size.1);
    insta::assert_snapshot!(name, pictures(lang, size));
}

#[test]
fn in_english() {
    for size in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        compare(Lang::En, size);
    }
}

#[test]
fn in_norwegian() {
    for size in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        compare(Lang::Nb, size);
    }
}
