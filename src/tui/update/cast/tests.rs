//! Keys and clicks on the screen of actors.

use super::*;
use crate::tui::cast::Part;
use crate::tui::screen::Player;
use crate::tui::update::played::{connect, links, map, player, press};

/// Two actors, Parents on the lower level and the Ministry on the upper; the selected card is a cause.
fn cast() -> Player {
    let mut player = player();
    press(&mut player, "0");
    player
}

fn selected(player: &Player) -> String {
    player.app.open.as_ref().and_then(|open| open.card.as_ref()).map_or(String::new(), ToString::to_string)
}

#[test]
fn the_selected_card_becomes_an_actor_and_is_the_card_elsewhere_too() {
    let mut player = cast();
    assert_eq!(selected(&player), "ministry", "the cause is not in sight here");
    press(&mut player, "<down>");
    assert_eq!(selected(&player), "parents");
    press(&mut player, "6");
    assert_eq!(selected(&player), "parents");
    press(&mut player, "0<enter>");
    assert_eq!((player.app.view, selected(&player).as_str()), (View::Focus, "parents"));
    press(&mut player, "<backspace>");
    assert_eq!(player.app.view, View::Actors);
    press(&mut player, "gcgg");
    assert_eq!((player.app.view, selected(&player).as_str()), (View::Actors, "ministry"));
}

#[test]
fn who_holds_the_selected_card_is_under_the_cursor() {
    let mut player = player();
    press(&mut player, "/parents<enter>");
    connect(&mut player, "", "trust");
    press(&mut player, ":kind of the link: holds<enter>");
    assert_eq!(links(&player), ["parents holds trust"]);
    press(&mut player, "<esc>/trust<enter>0");
    assert_eq!(selected(&player), "parents");
    press(&mut player, "1/story<enter>0");
    assert_eq!(selected(&player), "parents", "nobody holds it: the one somebody went to last");
}

#[test]
fn tab_goes_through_the_parts_and_sorting_shows_the_register() {
    let mut player = cast();
    let part = |player: &Player| player.app.open.as_ref().expect("open").cast.part;
    for wanted in [Part::Picture, Part::Coverage, Part::Register] {
        press(&mut player, "<tab>");
        assert_eq!(part(&player), wanted);
    }
    press(&mut player, "<s-tab>");
    assert_eq!(part(&player), Part::Coverage);
    press(&mut player, "zs");
    let open = player.app.open.as_ref().expect("open");
    assert_eq!((open.cast.part, open.cast.order, open.cast.back), (Part::Register, Order::Sector, false));
    press(&mut player, "zr");
    assert!(player.app.open.as_ref().expect("open").cast.back);
}

#[test]
fn arrows_reach_every_actor_of_a_cell_and_of_the_cells_around() {
    let ids = |names: &[&str]| names.iter().map(|&name| NodeId::from(name)).collect::<Vec<_>>();
    // Two in the first cell, none beside it, one at the right; below one in the middle.
    let cells = vec![vec![ids(&["a", "b"]), ids(&[]), ids(&["c"])], vec![ids(&[]), ids(&["d"]), ids(&[])]];
    let go = |from: &str, way| next(&cells, &from.into(), way).map_or(String::new(), |own| own.to_string());
    assert_eq!([go("a", Command::Down), go("b", Command::Down), go("d", Command::Down)], ["b", "d", ""]);
    assert_eq!([go("b", Command::Right), go("c", Command::Left), go("a", Command::Left)], ["c", "a", ""]);
    assert_eq!([go("d", Command::Up), go("b", Command::Up), go("d", Command::Left)], ["b", "a", "a"]);
    assert_eq!(go("gone", Command::Up), "");
}

#[test]
fn a_click_selects_and_another_one_opens() {
    let mut player = cast();
    let row = |player: &Player, name: &str| {
        let y = player.screen().lines().position(|line| line.contains(name)).expect("a row");
        y + 1
    };
    let at = row(&player, "Parents");
    press(&mut player, &format!("<click:5,{at}>"));
    assert_eq!((player.app.view, selected(&player).as_str()), (View::Actors, "parents"));
    press(&mut player, &format!("<click:5,{at}>"));
    assert_eq!(player.app.view, View::Focus);
}

#[test]
fn an_empty_register_says_how_to_fill_it_and_changes_nothing() {
    let mut player = player();
    for card in ["parents", "ministry"] {
        press(&mut player, &format!("1/{card}<enter>x"));
    }
    let before = map(&player);
    press(&mut player, "0");
    let screen = player.screen();
    assert!(screen.contains("No actors yet") && screen.contains("T a"), "{screen}");
    press(&mut player, "xK<enter><tab>zszr<down>");
    assert_eq!(map(&player), before);
}

#[test]
fn what_is_cut_of_an_actor_is_read_on_to_its_end_and_from_the_beginning_again() {
    let own = crate::tui::shelf::shelf().into_iter().find(|own| own.name == "complex-needs").expect("there");
    let start = crate::tui::Start::Map(Box::new(own.sheet().expect("it opens")));
    let options = crate::tui::screen::PlayOptions { size: (80, 24), ..Default::default() };
    let mut player = Player::new(start, &options);
    press(&mut player, "0");
    assert!(player.screen().contains("Space read on"), "{}", player.screen());
    let open = player.app.open.as_ref().expect("open");
    let actor = open.roll().register.get(open.card.as_ref().expect("one")).expect("listed").clone();
    let loops: Vec<String> = open.all_loops_of_actor(&actor)[0]
        .iter()
        .map(|&at| crate::tui::say::loop_place(crate::text::Lang::En, &open.circles.all[at]))
        .collect();
    assert!(loops.len() > 2);
    let mut read = String::new();
    for _ in 0..9 {
        press(&mut player, "<space>");
        if player.app.open.as_ref().expect("open").inspector_from == 0 {
            break;
        }
        read.push_str(&player.screen());
    }
    assert_eq!(player.app.open.as_ref().expect("open").inspector_from, 0, "it comes round");
    for name in loops.iter().map(String::as_str).chain(["(B) The way back up", "Is heard by: nobody"]) {
        assert!(read.contains(name), "{name}: {read}");
    }
    // Another actor begins in short, and where all has room there is nothing to read on.
    press(&mut player, "<space><down>");
    assert_eq!(player.app.open.as_ref().expect("open").inspector_from, 0);
    let mut small = cast();
    press(&mut small, "<space>");
    assert!(small.app.message.starts_with("All that is known"), "{}", small.app.message);
}
