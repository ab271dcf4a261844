//! The editor played by keys: what must be on the screens, in both languages and at every size.

use super::*;
use crate::tui::shelf::shelf;

fn bundled(name: &str) -> Start {
    let shelf = shelf();
    let own = shelf.iter().find(|own| own.name == name).expect("it comes with the program");
    Start::Map(Box::new(own.sheet().expect("it opens")))
}

fn options(keys: &str, size: (u16, u16), lang: Lang) -> PlayOptions {
    PlayOptions { keys: keys.to_owned(), size, lang, ..PlayOptions::default() }
}

/// For looking at screens by hand: FLOKE_LOOK="keys|80x24|en|complex-needs" prints one.
#[test]
fn look() {
    let Ok(look) = std::env::var("FLOKE_LOOK") else { return };
    let parts: Vec<&str> = look.split('|').collect();
    let (width, height) = parts[1].split_once('x').expect("size");
    let size = (width.parse().expect("columns"), height.parse().expect("rows"));
    let lang = Lang::from_tag(parts[2]).expect("language");
    let start = if parts[3].is_empty() { Start::Shelf } else { bundled(parts[3]) };
    let played = play(start, &options(parts[0], size, lang)).expect("keys");
    println!("{}", played.text);
    if std::env::var_os("FLOKE_LOOK_TIMES").is_some() {
        println!("{:#?}", played.timings);
    }
}
