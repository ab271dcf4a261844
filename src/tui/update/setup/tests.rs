//! What stands around the cards, made and changed by keys alone, read back, and taken back to the first bytes.

use crate::command::View;
use crate::file::write_map;
use crate::map::{Color, LinkId, LinkKind, Map, Show, Sign};
use crate::text::Lang;
use crate::tui::hits::Target;
use crate::tui::screen::{Play, PlayOptions, Player};
use crate::tui::setup::Section;
use crate::tui::shelf::shelf;
use crate::tui::update::played::{map, player, press};
use crate::tui::{Sheet, Start};

/// Undoes everything and gives how many times that took.
fn undo_all(player: &mut Player, first: &str) -> usize {
    player.app.pane = None;
    let mut steps = 0;
    while write_map(&map(player)) != first {
        press(player, "u");
        steps += 1;
        assert!(steps < 100, "undo comes back to the first bytes");
    }
    steps
}

fn on(map: Map, lang: Lang) -> Player {
    let sheet = Sheet { unsaved: false, ..Sheet::unsaved(map) };
    let options = PlayOptions { size: (80, 24), lang, ..PlayOptions::default() };
    Player::new(Start::Map(Box::new(sheet)), &options)
}

fn levels(map: &Map) -> Vec<String> {
    let row = |level: &crate::map::Level| match &level.part_of {
        Some(whole) => format!("{}<{whole}", level.name),
        None => level.name.clone(),
    };
    map.levels().iter().map(row).collect()
}

fn areas(map: &Map) -> Vec<String> {
    map.areas().iter().map(|area| format!("{} {}", area.id, area.name)).collect()
}

#[test]
fn a_frame_is_built_by_keys_and_taken_back_step_by_step() {
    let mut player = on(Map::new("x"), Lang::En);
    let first = write_map(&map(&player));
    press(&mut player, "7<tab>aUsers<enter>Services<enter>Ministry<enter><enter>");
    assert_eq!(levels(&map(&player)), ["Users", "Services", "Ministry"]);
    press(&mut player, "<tab>a3B Work<enter>School<enter><enter>");
    assert_eq!(areas(&map(&player)), ["3B Work", "4 School"]);
    // The cursor stands on what was added last: it is renamed, goes up, and gets a colour.
    press(&mut player, "r<c-u>Learning<enter><s-up>cc");
    assert_eq!(areas(&map(&player)), ["4 Learning", "3B Work"]);
    assert_eq!(map(&player).areas()[0].color, Some(Color::ALL[1]));
    press(&mut player, "<s-tab><s-down>");
    assert_eq!(levels(&map(&player)), ["Users", "Ministry", "Services"]);
    // The lowest becomes a part of the one above it, and a whole again; another part is added by name.
    press(&mut player, "<end>p");
    assert_eq!(levels(&map(&player)), ["Users<ministry", "Ministry", "Services"]);
    press(&mut player, "pAResidents<enter><esc>");
    assert_eq!(levels(&map(&player)), ["Users", "Residents<users", "Ministry", "Services"]);
    // 3 levels, 2 areas, name, order, 2 colours, order, part, whole, part.
    assert_eq!(undo_all(&mut player, &first), 13);
}

#[test]
fn phases_goals_and_sources_come_and_go() {
    let mut player = on(Map::new("x"), Lang::Nb);
    let first = write_map(&map(&player));
    press(&mut player, "7<tab><tab><tab>aBarn<enter>Ungdom<enter><enter>J");
    press(&mut player, "<tab>aFærre forteller på nytt<enter><enter>");
    press(&mut player, "<tab>aÅrsrapport<enter><enter>");
    let now = map(&player);
    let phases: Vec<&str> = now.phases().iter().map(|own| own.name.as_str()).collect();
    assert_eq!(phases, ["Barn", "Ungdom"], "the last one stays last");
    assert_eq!(now.goals()[0].text, "Færre forteller på nytt");
    assert_eq!(now.sources().values().next().map(|own| own.title.as_str()), Some("Årsrapport"));
    press(&mut player, "x<s-tab>x<s-tab>x");
    let now = map(&player);
    assert_eq!((now.phases().len(), now.goals().len(), now.sources().len()), (1, 0, 0));
    assert_eq!(undo_all(&mut player, &first), 7);
}

#[test]
fn what_goes_says_where_its_cards_go() {
    for (keys, wanted) in [("<enter>", Some("users")), ("<end><enter>", None), ("<esc>", Some("system"))] {
        let mut player = player();
        let first = write_map(&map(&player));
        press(&mut player, "7<tab><home>x");
        let shown = player.shown();
        assert!(shown.contains("«system» has 2 cards. Where do they go?"), "{shown}");
        press(&mut player, keys);
        let now = map(&player);
        let ministry = now.node(&"ministry".into()).expect("no card is lost");
        assert_eq!(ministry.level.as_ref().map(|id| id.as_str()), wanted);
        let undone = usize::from(keys != "<esc>");
        assert_eq!(undo_all(&mut player, &first), undone);
    }
}

#[test]
fn an_area_is_made_of_the_picked_cards() {
    let mut player = player();
    let first = write_map(&map(&player));
    if let Some(open) = player.app.open.as_mut() {
        open.picked = ["trust", "shared-view"].into_iter().map(Into::into).collect();
    }
    press(&mut player, "ASamles<enter>");
    let now = map(&player);
    let inside = now.nodes().filter(|(_, node)| node.area.is_some()).map(|(id, _)| id.as_str());
    assert_eq!(
        (areas(&now), inside.collect::<Vec<_>>()),
        (vec!["1 Samles".to_owned()], vec!["shared-view", "trust"])
    );
    assert_eq!(undo_all(&mut player, &first), 1);
}

#[test]
fn a_loop_is_told_with_a_link_that_is_missing() {
    let mut player = player();
    press(&mut player, "a\"Trust\" -o \"Story heard\"<enter><enter>");
    let first = write_map(&map(&player));
    press(&mut player, "/trust<enter>O<enter>/story<enter>/shared<enter>");
    let shown = player.shown();
    assert!(shown.contains("1 Trust (−)"), "{shown}");
    assert!(shown.contains("added as missing"), "{shown}");
    // A card that stands in it already is not taken twice; an actor cannot be in it.
    press(&mut player, "/story<enter>/ministry<enter>");
    press(&mut player, "/trust<enter>Round and round<enter>");
    let now = map(&player);
    let told = now.loops().values().next().expect("a loop");
    let through: Vec<&str> = told.through.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(
        (told.title.as_str(), through),
        ("Round and round", vec!["trust", "story-heard", "shared-view"])
    );
    let missing = LinkId::new("shared-view", LinkKind::Causes, "trust");
    let link = now.link(&missing).expect("it was added");
    assert_eq!((link.missing, link.sign), (true, Some(Sign::Unknown)));
    assert_eq!(undo_all(&mut player, &first), 1);
}

#[test]
fn a_loop_that_was_found_gets_a_name_where_it_is_shown() {
    let mut player = player();
    press(&mut player, "a\"Trust\" -> \"Story heard\" -> \"Trust\"<enter><enter>");
    let first = write_map(&map(&player));
    press(&mut player, "4<home>gnHeard again<enter>");
    let now = map(&player);
    assert_eq!(now.loops().values().map(|own| own.title.as_str()).collect::<Vec<_>>(), ["Heard again"]);
    // The same keys on the staircase change its title.
    press(&mut player, "4<home><enter>gn<c-u>Trusted<enter>");
    assert_eq!(map(&player).loops().values().map(|own| own.title.as_str()).collect::<Vec<_>>(), ["Trusted"]);
    assert_eq!(undo_all(&mut player, &first), 2);
}

#[test]
fn a_walk_becomes_a_journey_with_remarks_and_an_order() {
    let mut player = player();
    press(&mut player, "a\"Trust\" -> \"Story heard\" -> \"Shared view\"<enter><enter>");
    let first = write_map(&map(&player));
    press(&mut player, "/trust<enter>>>grThe way up<enter>");
    let now = map(&player);
    let (_, journey) = now.journeys()[0];
    assert_eq!(journey.title, "The way up");
    assert_eq!(journey.steps[0].show, Show::Node("trust".into()));
    assert!(matches!(journey.steps[1].show, Show::Link(..)));
    let steps = journey.steps.len();
    // The card in view is one more step; then it goes up by one, and the first step gets a remark.
    press(
        &mut player,
        "/ministry<enter>gj<enter>7<s-tab><s-tab><end><s-up><home><down><enter>Start here.<c-s>",
    );
    let now = map(&player);
    let (_, journey) = now.journeys()[0];
    assert_eq!(journey.steps.len(), steps + 1);
    assert_eq!(journey.steps[steps - 1].show, Show::Node("ministry".into()));
    assert_eq!(journey.steps[0].remark, ["Start here."]);
    assert_eq!(undo_all(&mut player, &first), 4);
}

#[test]
fn the_head_of_the_map_is_edited_in_its_rows() {
    let mut player = player();
    let first = write_map(&map(&player));
    press(&mut player, "7r<c-u>Another title<enter><down><enter>Less waiting<enter>");
    let head = map(&player);
    assert_eq!((head.head().title.as_str(), head.head().aim.as_str()), ("Another title", "Less waiting"));
    assert_eq!(undo_all(&mut player, &first), 2);
}

#[test]
fn commands_lead_to_the_sections_by_name() {
    for (name, section) in [
        ("edit-levels", Section::Levels),
        ("edit-areas", Section::Areas),
        ("edit-map", Section::Head),
        ("edit-sources", Section::Sources),
        ("edit-journeys", Section::Journeys),
    ] {
        let mut player = player();
        press(&mut player, &format!(":{name}<enter>"));
        let open = player.app.open.as_ref().expect("open");
        assert_eq!((player.app.view, open.setup.section), (View::Setup, section), "{name}");
    }
}

#[test]
fn a_click_selects_a_row_and_a_second_one_edits_it() {
    let mut player = player();
    press(&mut player, "7<tab>");
    let row = |player: &Player| {
        player.app.hits.spots().iter().find(|(_, target)| *target == Target::Row(1)).map(|(area, _)| *area)
    };
    let area = row(&player).expect("two levels");
    let click =
        Play { event: crate::tui::event::Event::Click { x: area.x + 4, y: area.y }, text: String::new() };
    player.press(&click);
    let open = player.app.open.as_ref().expect("open");
    assert_eq!((open.setup.at(2), player.app.pane.is_none()), (1, true));
    player.press(&click);
    assert!(matches!(player.app.pane, Some(crate::tui::pane::Pane::Form(_))));
}

#[test]
fn parts_are_folded_and_unfolded_on_the_board() {
    let sheet =
        shelf().iter().find(|own| own.name == "complex-needs").and_then(|own| own.sheet()).expect("a map");
    let options = PlayOptions { size: (120, 40), ..PlayOptions::default() };
    let mut player = Player::new(Start::Map(Box::new(sheet)), &options);
    let has = |player: &Player, word: &str| player.shown().contains(word);
    assert!(has(&player, "1B") && !has(&player, "Directorates"));
    press(&mut player, "zf");
    assert!(has(&player, "Directorates"), "{}", player.shown());
    press(&mut player, "zf");
    let folded: String = player.shown().lines().skip(1).take(2).collect();
    assert!(!folded.contains("1B") && !has(&player, "Directorates"), "{}", player.shown());
    press(&mut player, "zf");
    assert!(has(&player, "1B") && !has(&player, "Directorates"));
}

#[test]
fn a_map_for_reading_only_is_not_changed() {
    let mut player = player();
    let first = write_map(&map(&player));
    if let Some(open) = player.app.open.as_mut() {
        open.read_only = true;
    }
    for keys in ["7<tab>a", "x", "K", "p", "r", "1O", "A", "gj<enter>"] {
        press(&mut player, keys);
        assert!(player.app.pane.is_none(), "{keys}");
    }
    assert_eq!(write_map(&map(&player)), first);
}
