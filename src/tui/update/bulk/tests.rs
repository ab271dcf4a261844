//! Several cards or links changed at once, by keys.

use crate::map::{Certainty, LinkId, Mark, NodeId, Sign};
use crate::text::Lang;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::outline::{Facet, Row};
use crate::tui::pane::Pane;
use crate::tui::screen::{Play, PlayOptions, Player, read_script};
use crate::tui::shelf::shelf;
use crate::tui::{Start, event::Event};

fn player(keys: &str) -> Player {
    let shelf = shelf();
    let own = shelf.iter().find(|own| own.name == "complex-needs").expect("it comes with the program");
    let sheet = own.sheet().expect("it opens");
    let options = PlayOptions { size: (100, 30), lang: Lang::En, ..PlayOptions::default() };
    let mut player = Player::new(Start::Map(Box::new(sheet)), &options);
    press(&mut player, keys);
    player
}

fn press(player: &mut Player, keys: &str) {
    for play in read_script(keys).expect(keys) {
        player.press(&play);
    }
}

fn open(player: &Player) -> &OpenMap {
    player.app.open.as_ref().expect("a map is open")
}

fn picked(player: &Player) -> Vec<NodeId> {
    open(player).picked.iter().cloned().collect()
}

/// Goes down in the pane to the field, and on to its values.
fn go_to(player: &mut Player, field: &str) {
    press(player, "B");
    for _ in 0..60 {
        match &player.app.pane {
            Some(Pane::Bulk(bulk)) if bulk.field() == Some(field) => return press(player, "<enter>"),
            Some(Pane::Bulk(_)) => press(player, "<down>"),
            _ => break,
        }
    }
    panic!("no field {field}");
}

fn changes(player: &Player) -> (usize, usize) {
    match &player.app.pane {
        Some(Pane::Bulk(bulk)) => (bulk.changes, bulk.items.len()),
        _ => panic!("the pane is open"),
    }
}

#[test]
fn a_value_is_set_on_all_counted_before_and_undone_in_one_step() {
    let mut player = player("6/barrier<enter>*<esc>");
    let (before, cards) = (open(&player).map.clone(), picked(&player));
    assert!(cards.len() > 20);
    go_to(&mut player, "certainty");
    press(&mut player, "<down><down>");
    let other = |id: &&NodeId| before.node(id).expect("there").certainty != Some(Certainty::Supported);
    assert_eq!(changes(&player), (cards.iter().filter(other).count(), cards.len()));
    press(&mut player, "<enter>");
    assert!(player.app.pane.is_none());
    for id in &cards {
        assert_eq!(open(&player).map.node(id).expect("there").certainty, Some(Certainty::Supported));
    }
    press(&mut player, "u");
    assert_eq!(open(&player).map, before);
}

#[test]
fn levels_take_the_pin_along_and_only_picked_cards_move() {
    let mut player = player("6<home><space><space><space>");
    let (before, cards) = (open(&player).map.clone(), picked(&player));
    go_to(&mut player, "level");
    press(&mut player, "<end><enter>");
    let level = |id: &NodeId| open(&player).map.node(id).expect("there").level.clone();
    let last = before.levels().last().expect("levels").id.clone();
    assert!(cards.iter().all(|id| level(id) == Some(last.clone())));
    for (id, node) in before.nodes().filter(|(id, _)| !cards.contains(id)) {
        assert_eq!(open(&player).map.node(id), Some(node));
    }
}

#[test]
fn marks_and_tags_come_and_go_beside_those_that_stand_there() {
    let mut player = player("6zszszszs<home><space><space><space>");
    let cards = picked(&player);
    let marks = |player: &Player, id: &NodeId| open(player).map.node(id).expect("there").marks.clone();
    let before: Vec<_> = cards.iter().map(|id| marks(&player, id)).collect();
    assert!(before.iter().any(|marks| !marks.is_empty()));
    go_to(&mut player, "marks");
    press(&mut player, "<down><enter>");
    for (id, was) in cards.iter().zip(&before) {
        let now = marks(&player, id);
        assert!(now.contains(&Mark::Idea) && was.iter().all(|mark| now.contains(mark)), "{was:?} {now:?}");
    }
    for word in ["pilot, Øst", "pilot"] {
        go_to(&mut player, "tags");
        for letter in word.chars().filter(|c| *c != ' ') {
            press(&mut player, &letter.to_string());
        }
        press(&mut player, "<enter>");
    }
    let tags = |player: &Player, id: &NodeId| open(player).map.node(id).expect("there").tags.clone();
    for id in &cards {
        assert!(
            tags(&player, id).ends_with(&["pilot".to_owned(), "Øst".to_owned()]),
            "{:?}",
            tags(&player, id)
        );
    }
    // The second time nothing would change: the pane stays and says so.
    assert!(matches!(&player.app.pane, Some(Pane::Bulk(bulk)) if !bulk.wrong.is_empty()));
    press(&mut player, "<down>");
    let Some(Pane::Bulk(bulk)) = &player.app.pane else { panic!("open") };
    let at = bulk.offers.iter().position(|offer| offer.word == "− pilot").expect("it stands there");
    press(&mut player, &"<down>".repeat(at - 1));
    press(&mut player, "<enter>");
    assert!(cards.iter().all(|id| tags(&player, id).iter().all(|tag| tag != "pilot")));
    assert!(cards.iter().all(|id| tags(&player, id).contains(&"Øst".to_owned())));
}

#[test]
fn what_does_not_fit_a_kind_is_not_set_on_it() {
    let mut player = player("6/whole<enter>*<esc>/parliament<enter><space>");
    let actor = open(&player).card.clone().expect("selected");
    let (before, cards) = (open(&player).map.clone(), picked(&player));
    assert!(cards.len() > 1 && cards.contains(&actor));
    go_to(&mut player, "role");
    press(&mut player, "<end>");
    let (changed, all) = changes(&player);
    assert!(0 < changed && changed < all);
    press(&mut player, "<enter>");
    assert_eq!(open(&player).map.node(&actor), before.node(&actor));
}

#[test]
fn a_number_is_read_or_refused() {
    let mut player = player("6<home><space><space>");
    let cards = picked(&player);
    go_to(&mut player, "votes");
    press(&mut player, "1x<enter>");
    assert!(matches!(&player.app.pane, Some(Pane::Bulk(bulk)) if bulk.wrong.contains("1x")));
    press(&mut player, "<bs>2<enter>");
    assert!(cards.iter().all(|id| open(&player).map.node(id).expect("there").votes == 12));
}

#[test]
fn links_are_changed_together_in_the_list_of_links() {
    let mut player = player("6<tab>*");
    let before = open(&player).map.clone();
    go_to(&mut player, "sign");
    press(&mut player, "<end><enter>");
    let signed = |(id, _): &(&LinkId, _)| id.kind.has_sign();
    assert!(open(&player).map.links().filter(signed).all(|(_, link)| link.sign == Some(Sign::Unknown)));
    assert!(open(&player).map.links().filter(|l| !signed(l)).all(|(_, link)| link.sign.is_none()));
    press(&mut player, "u");
    assert_eq!(open(&player).map, before);
}

#[test]
fn without_picks_it_is_about_the_selected_card_on_every_screen() {
    for keys in ["", "2", "6jj"] {
        let mut player = player(keys);
        go_to(&mut player, "area");
        assert_eq!(changes(&player).1, 1);
        let card = open(&player).card.clone().expect("selected");
        press(&mut player, "<home><enter>");
        assert_eq!(open(&player).map.node(&card).expect("there").area, None);
    }
}

#[test]
fn the_list_is_narrowed_by_values_and_by_clicks() {
    let mut player = player("6f");
    let all = open(&player).outline.rows.len();
    press(&mut player, "<down><right><right>");
    let some = open(&player).outline.rows.len();
    assert!(0 < some && some < all);
    let level = open(&player).outline.setting().filter.chosen.clone();
    assert!(level.contains_key(&Facet::Level));
    press(&mut player, "<bs>");
    assert_eq!(open(&player).outline.rows.len(), all);
    let spots = player.app.hits.spots();
    let last = spots.iter().filter(|(_, target)| matches!(target, Target::PaneRow(_))).count() - 1;
    let (area, _) =
        spots.iter().find(|(_, target)| *target == Target::PaneRow(last)).expect("without sources");
    let click = Play { event: Event::Click { x: area.x, y: area.y }, text: String::new() };
    player.press(&click);
    let without = |row: &Row| match row {
        Row::Card(id) => open(&player).map.node(id).is_some_and(|node| node.sources.is_empty()),
        Row::Link(_) => false,
    };
    let rows = &open(&player).outline.rows;
    assert!(!rows.is_empty() && rows.len() < all && rows.iter().all(without));
    press(&mut player, "<esc><esc>");
    assert_eq!(open(&player).outline.rows.len(), all);
}

#[test]
fn columns_are_chosen_and_remembered() {
    let mut player = player("6zk");
    let chosen = |player: &Player| open(player).outline.setting().columns.clone();
    press(&mut player, "<space><esc>1");
    let first = chosen(&player).expect("somebody chose");
    press(&mut player, "6zk<space><esc>");
    let second = chosen(&player).expect("still");
    assert_eq!(first.len().abs_diff(second.len()), 1);
    press(&mut player, "zk<end><space>");
    assert_eq!(chosen(&player), None);
}

#[test]
fn the_pane_names_the_one_card_that_it_changes() {
    let mut player = crate::tui::update::played::player();
    press(&mut player, "B");
    assert!(player.screen().contains("Change «Trust»"), "{}", player.screen());
}
