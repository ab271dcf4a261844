//! The editor played by keys: what must be on the screens, in both languages and at every size.

use proptest::prelude::*;

use super::*;
use crate::command::{Command, TABLE, View};
use crate::tui::shelf::shelf;

fn bundled(name: &str) -> Start {
    let shelf = shelf();
    let own = shelf.iter().find(|own| own.name == name).expect("it comes with the program");
    Start::Map(Box::new(own.sheet().expect("it opens")))
}

fn options(keys: &str, size: (u16, u16), lang: Lang) -> PlayOptions {
    PlayOptions { keys: keys.to_owned(), size, lang, ..PlayOptions::default() }
}

fn screen(start: Start, keys: &str, size: (u16, u16), lang: Lang) -> String {
    play(start, &options(keys, size, lang)).expect(keys).text
}

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

/// The last line names at least three keys, at every size, on every screen, in both languages.
#[test]
fn the_last_line_names_at_least_three_keys() {
    for lang in Lang::ALL {
        for size in SIZES {
            for keys in ["", "<tab>", "2", "2<right>", "3", "4", "5", "/", ":", "?", "L", "g", "z"] {
                let text = screen(bundled("complex-needs"), keys, size, lang);
                let last = text.lines().last().expect("there are rows").to_owned();
                let named = last.split("   ").filter(|part| !part.trim().is_empty()).count();
                assert!(named >= 3, "{keys} {size:?} {lang:?}: {last}");
            }
        }
    }
}

#[test]
fn the_first_line_names_the_map_the_view_and_that_it_is_not_saved() {
    for size in SIZES {
        let text = screen(bundled("complex-needs"), "4", size, Lang::En);
        let first = text.lines().next().expect("there are rows").to_owned();
        assert!(first.contains("floke") && first.contains("Children") && first.contains('•'), "{first}");
        assert!(first.contains("4 Loops"), "{first}");
    }
}

#[test]
fn a_language_can_be_switched_while_walking() {
    let en = screen(bundled("complex-needs"), "4", (120, 40), Lang::En);
    let nb = screen(bundled("complex-needs"), "4gl<home>", (120, 40), Lang::En);
    assert!(en.contains("Named loops") && !en.contains("Navngitte"));
    assert!(nb.contains("Navngitte sløyfer") && !nb.contains("Named loops"));
    // The next key takes away that it is for now. What the map says stays in the map's language.
    assert!(nb.contains("When «"));
}

#[test]
fn a_prefix_shows_what_may_follow() {
    let text = screen(bundled("complex-needs"), "g", (100, 30), Lang::Nb);
    for word in ["Vis sløyfene", "Vis startbildet", "Gå til den første"] {
        assert!(text.contains(word), "{word}\n{text}");
    }
    let after = screen(bundled("complex-needs"), "g<esc>", (100, 30), Lang::Nb);
    assert!(!after.contains("Vis startbildet"));
}

#[test]
fn finding_a_card_selects_it() {
    let text = screen(bundled("sammensatte-behov"), "/skole", (100, 30), Lang::Nb);
    assert!(text.to_lowercase().matches("skole").count() >= 3, "{text}");
    let after = screen(bundled("complex-needs"), "/whole picture told<enter>", (120, 40), Lang::En);
    let status: Vec<&str> = after.lines().rev().take(4).collect();
    assert!(status.concat().contains("Whole picture told upward"), "{after}");
}

/// Every command can be found and run by its name, in both languages, from every screen.
#[test]
fn the_palette_reaches_every_command() {
    for lang in Lang::ALL {
        for (view, keys) in [(View::Board, ""), (View::Loops, "4"), (View::Levels, "5")] {
            for row in TABLE {
                let mut player = Player::new(bundled("youth-exclusion"), &options("", (100, 30), lang));
                for play in read_script(keys).expect("keys") {
                    player.press(&play);
                }
                assert_eq!(player.app.view, view);
                let name = row.name.text(lang).replace('<', "<lt>");
                for play in read_script(&format!(":{name}<enter>")).expect("keys") {
                    player.press(&play);
                }
                match row.command {
                    Command::Quit => assert!(player.app.quit),
                    Command::Palette => assert!(player.app.pane.is_some()),
                    Command::Language => assert_eq!(player.app.lang, lang.other()),
                    Command::ShowBoard => assert_eq!(player.app.view, View::Board),
                    Command::ShowFocus => assert_eq!(player.app.view, View::Focus),
                    Command::ShowLevels => assert_eq!(player.app.view, View::Levels),
                    Command::ShowStart => assert_eq!(player.app.view, View::Start),
                    Command::Overview => assert_eq!(player.app.view, View::Board),
                    Command::Help | Command::Legend | Command::Find => assert!(player.app.pane.is_some()),
                    _ => {}
                }
            }
        }
    }
}

/// The keys that lead to a screen of a map.
fn keys_to(view: View) -> String {
    let at = View::OF_A_MAP.iter().position(|own| *own == view).expect("a screen of a map");
    match view {
        View::Acting => "W".to_owned(),
        // It asks where the chains are to lead.
        View::Chains => "X<esc>".to_owned(),
        // Without a file it asks for one to compare with.
        View::Review => "V<esc>".to_owned(),
        View::Unsettled => "F".to_owned(),
        _ => ((at + 1) % 10).to_string(),
    }
}

/// Keys as a script writes them.
fn scripted(keys: &str) -> String {
    let keys: keybinds::KeySeq = keys.parse().expect("a test reads every key");
    let one = |key: &keybinds::KeyInput| {
        let name = key.to_string().replace("Ctrl+", "c-").replace("Shift+", "s-").replace("Alt+", "a-");
        let name = name.replace("Plus", "+");
        let name = name.replace("PageUp", "pgup").replace("PageDown", "pgdn");
        match name.as_str() {
            "<" => "<lt>".to_owned(),
            short if short.chars().count() == 1 => name,
            _ => format!("<{name}>"),
        }
    };
    keys.as_slice().iter().map(one).collect()
}

/// On every screen on which a command does something, its name in the palette, in either language, does what its
/// keys do.
#[test]
fn every_command_does_by_name_what_it_does_by_its_keys() {
    for lang in Lang::ALL {
        for row in TABLE {
            let view =
                row.views.iter().copied().find(|view| *view != View::Start).expect("a screen of a map");
            let there = keys_to(view);
            let after = |keys: &str| {
                let played = play(bundled("youth-exclusion"), &options(keys, (100, 30), lang)).expect(keys);
                (played.text, played.quit)
            };
            let name = row.name.text(lang).replace('<', "<lt>");
            let by_name = after(&format!("{there}:{name}<enter>"));
            for keys in row.keys {
                let by_keys = after(&format!("{there}{}", scripted(keys)));
                assert_eq!(by_name, by_keys, "{} {keys} {lang:?}", row.id);
            }
        }
    }
}

#[test]
fn the_start_screen_opens_a_map() {
    let text = screen(Start::Shelf, "", (80, 24), Lang::En);
    for word in ["Bundled maps", "Children with complex needs", "New map", "Open a map", "Ctrl+n", "Ctrl+o"] {
        assert!(text.contains(word), "{word}\n{text}");
    }
    let opened = screen(Start::Shelf, "<enter>", (80, 24), Lang::En);
    assert!(opened.contains("1 Board"), "{opened}");
    assert!(play(Start::Shelf, &options("<end><enter>", (80, 24), Lang::Nb)).expect("keys").quit);
    // Where next to nothing fits there is still something to choose from.
    let tiny = screen(Start::Shelf, "", (20, 5), Lang::Nb);
    assert!(tiny.contains("▸ Barn med"), "{tiny}");
}

#[test]
fn walking_leaves_a_breadcrumb_that_becomes_a_staircase() {
    let start = || bundled("complex-needs");
    let mut player = Player::new(start(), &options("", (120, 40), Lang::En));
    let press = |player: &mut Player, keys: &str| {
        for play in read_script(keys).expect("keys") {
            player.press(&play);
        }
    };
    press(&mut player, "2<right><enter><right><enter>");
    let open = player.app.open.as_ref().expect("open");
    assert_eq!(open.trail.links().len(), 2);
    assert_eq!(open.trail.card(), open.card.as_ref());
    let cards: Vec<_> = open.trail.cards().into_iter().cloned().collect();
    press(&mut player, "t");
    assert_eq!(player.app.view, View::Staircase);
    let open = player.app.open.as_ref().expect("open");
    assert_eq!(open.stairs_cards(), cards);
    press(&mut player, "<bs><bs>");
    let open = player.app.open.as_ref().expect("open");
    assert_eq!((player.app.view, open.trail.links().len()), (View::Focus, 1));
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut player = Player::new(bundled("complex-needs"), &options("", (120, 40), Lang::En));
    let (area, card) = player
        .app
        .hits
        .spots()
        .iter()
        .find_map(|(area, target)| match target {
            crate::tui::hits::Target::Card(card) if Some(card) != player.app.open.as_ref()?.card.as_ref() => {
                Some((*area, card.clone()))
            }
            _ => None,
        })
        .expect("a card that is not selected");
    let click = |area: crate::layout::canvas::Area| Play {
        event: Event::Click { x: area.x, y: area.y },
        text: String::new(),
    };
    player.press(&click(area));
    assert_eq!(player.app.open.as_ref().and_then(|open| open.card.clone()), Some(card.clone()));
    assert_eq!(player.app.view, View::Board);
    let again = player.app.hits.spots().iter().rev().find_map(|(area, target)| {
        (*target == crate::tui::hits::Target::Card(card.clone())).then_some(*area)
    });
    let again = again.expect("it is still there");
    player.press(&click(again));
    let up = Event::Drop { x: again.x, y: again.y };
    player.press(&Play { event: up, text: String::new() });
    assert_eq!(player.app.view, View::Focus);
}

#[test]
fn the_same_keys_give_the_same_screen() {
    let keys = "2<right><enter>4jj<enter>5:leg<enter>";
    let one = screen(bundled("complex-needs"), keys, (100, 30), Lang::En);
    assert_eq!(one, screen(bundled("complex-needs"), keys, (100, 30), Lang::En));
}

#[test]
fn a_tiny_window_says_so_and_how_to_leave() {
    for lang in Lang::ALL {
        let text = screen(bundled("complex-needs"), "", (30, 8), lang);
        assert!(text.contains(lang.words().doing.quit), "{text}");
        assert!(text.contains("30×8"), "{text}");
    }
}

fn any_event() -> impl Strategy<Value = String> {
    let keys = "hjklgGzioutnNqL123450/f:?+-<>æøå xyz";
    let named = [
        "<enter>", "<esc>", "<tab>", "<s-tab>", "<bs>", "<up>", "<down>", "<left>", "<right>", "<home>",
        "<end>", "<pgup>", "<pgdn>", "<c-p>", "<c-l>", "<del>", "<f1>", "<f2>", "<f3>",
    ];
    prop_oneof![
        6 => proptest::sample::select(keys.chars().collect::<Vec<_>>())
            .prop_map(|key| if key == '<' { "<lt>".to_owned() } else { key.to_string() }),
        6 => proptest::sample::select(named.to_vec()).prop_map(str::to_owned),
        2 => (1..=300_u16, 1..=100_u16).prop_map(|(x, y)| format!("<click:{x},{y}>")),
        1 => (1..=300_u16, 1..=100_u16).prop_map(|(x, y)| format!("<scroll:down,{x},{y}>")),
        1 => (20..=300_u16, 5..=100_u16).prop_map(|(x, y)| format!("<resize:{x}x{y}>")),
        1 => Just("<paste:sko le\tå>".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_anybody_presses_panics(
        events in proptest::collection::vec(any_event(), 1..40),
        size in (20..=300_u16, 5..=100_u16),
        which in 0..3_usize,
        nb in any::<bool>(),
    ) {
        let name = ["complex-needs", "sammensatte-behov", "youth-exclusion"][which];
        let lang = if nb { Lang::Nb } else { Lang::En };
        let keys: String = events.concat();
        prop_assert!(play(bundled(name), &options(&keys, size, lang)).is_ok());
    }
}
