//! Whatever is pressed: no panic, every state can be saved and opened, and undo leads back to the first bytes.

use keybinds::{KeyInput, KeySeq};
use proptest::prelude::*;

use super::*;
use crate::command::TABLE;
use crate::file::{open_text, write_map};
use crate::map::{History, Map};
use crate::tui::Sheet;
use crate::tui::shelf::shelf;
use crate::tui::update::undo;

/// Every key of the table, and those that are typed into fields.
fn keys() -> Vec<KeyInput> {
    let of_table = TABLE.iter().flat_map(|row| row.keys);
    let sequences = of_table.map(|keys| keys.parse::<KeySeq>().expect("a test reads every key"));
    let mut all: Vec<KeyInput> = sequences.flat_map(|keys| keys.as_slice().to_vec()).collect();
    for name in ["Enter", "Enter", "Esc", "Esc", "Tab", "Backspace", "Delete", "Home", "End", "Up", "Down"] {
        all.push(name.parse().expect("a key"));
    }
    all.extend("ab øåÆčŋ->o|?/#1\"(,:🧑".chars().map(KeyInput::from));
    all
}

/// What is pasted: the last is a text of more letters than a label may have.
const PASTES: [&str; 5] =
    ["skole -> hjem -o uro", "en\nto\n  tre\n", "\u{202e}tekst\u{7}\t", "«ord» /users #1A\r\nc -> d", LONG];
const LONG: &str = match std::str::from_utf8(&[b'x'; 2_500]) {
    Ok(text) => text,
    Err(_) => panic!("letters are text"),
};

/// One thing that somebody does, drawn from a number.
fn event(keys: &[KeyInput], number: u32, size: (u16, u16)) -> Event {
    let rest = number / 100;
    let cell = |number: u32| (low(number) % size.0, low(number / 251) % size.1);
    match number % 100 {
        0..=79 => Event::Key(keys[rest as usize % keys.len()]),
        80..=85 => {
            let (x, y) = cell(rest);
            Event::Click { x, y }
        }
        86..=88 => {
            let (x, y) = cell(rest);
            Event::Drag { x, y }
        }
        89..=91 => {
            let (x, y) = cell(rest);
            Event::Drop { x, y }
        }
        92..=95 => {
            let (x, y) = cell(rest);
            Event::Scroll { x, y, down: rest.is_multiple_of(2) }
        }
        96..=97 => Event::Paste(PASTES[rest as usize % PASTES.len()].to_owned()),
        _ => Event::Resize(20 + low(rest) % 181, 5 + low(rest / 181) % 56),
    }
}

fn low(number: u32) -> u16 {
    u16::try_from(number % 60_000).expect("it is small")
}

/// A map to press keys on: the case, a template with nothing in it, or nothing at all.
fn start(which: u8) -> Start {
    let sheet = match which % 3 {
        0 => shelf()[0].sheet().expect("it opens"),
        1 => Sheet::unsaved(crate::file::Template::MainModel.map("Ny", Lang::Nb)),
        _ => Sheet::unsaved(Map::new("x")),
    };
    Start::Map(Box::new(sheet))
}

fn map(app: &App) -> Option<&Map> {
    app.open.as_ref().map(|open| &*open.map)
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 400, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn three_hundred_random_events_can_all_be_taken_back(
        which in 0_u8..3,
        width in 20_u16..=200,
        height in 5_u16..=60,
        nb in any::<bool>(),
        numbers in proptest::collection::vec(any::<u32>(), 300),
    ) {
        let keys = keys();
        let lang = if nb { Lang::Nb } else { Lang::En };
        let options = PlayOptions { size: (width, height), lang, steps: 2_000, ..PlayOptions::default() };
        let mut player = Player::new(start(which), &options);
        let mut first = map(&player.app).map(write_map).expect("a map is open");
        let mut opening = player.app.open.as_ref().map(|open| open.opening);
        for (at, number) in numbers.iter().enumerate() {
            let event = event(&keys, *number, player.app.size);
            player.press(&Play { event, text: String::new() });
            // Whoever leaves comes back: the law is about what is done before.
            player.app.quit = false;
            // Another map was opened: what can be taken back begins anew.
            let now = player.app.open.as_ref().map(|open| open.opening);
            if now != opening {
                opening = now;
                first = map(&player.app).map_or(String::new(), write_map);
            }
            if at % 50 == 49 && let Some(map) = map(&player.app) {
                let text = write_map(map);
                let back = open_text("saved", text.clone()).map_err(|error| TestCaseError::fail(error.to_string()))?;
                let back = back.document.to_map();
                prop_assert_eq!(back.as_ref(), Ok(map), "{}", text);
            }
        }
        let history = History::default().position();
        player.app.pane = None;
        let mut undone = 0;
        while player.app.open.as_ref().is_some_and(|open| open.history.position() != history) {
            undo(&mut player.app);
            undone += 1;
            prop_assert!(undone <= 2_000, "undo does not come to the beginning: {}", player.app.message);
        }
        prop_assert_eq!(map(&player.app).map_or(String::new(), write_map), first);
    }
}
