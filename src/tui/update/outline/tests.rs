//! The outline by its keys.

use std::collections::BTreeSet;

use crate::command::View;
use crate::map::{LinkId, NodeId};
use crate::text::Lang;
use crate::tui::event::Event;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::outline::{Column, Row};
use crate::tui::screen::{Play, PlayOptions, Player, read_script};
use crate::tui::shelf::shelf;
use crate::tui::{Sheet, Start};

fn sheet() -> Box<Sheet> {
    let shelf = shelf();
    let own = shelf.iter().find(|own| own.name == "sammensatte-behov").expect("it comes with the program");
    Box::new(own.sheet().expect("it opens"))
}

fn player(keys: &str) -> Player {
    let options = PlayOptions { size: (100, 30), lang: Lang::Nb, ..PlayOptions::default() };
    let mut player = Player::new(Start::Map(sheet()), &options);
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

fn labels(player: &Player) -> Vec<String> {
    let open = open(player);
    let label = |row: &Row| match row {
        Row::Card(id) => open.map.node(id).expect("on the map").label.clone(),
        Row::Link(id) => id.to_string(),
    };
    open.outline.rows.iter().map(label).collect()
}

/// The first cell that belongs to a target.
fn cell(player: &Player, wanted: &Target) -> Play {
    let spots = player.app.hits.spots();
    let (area, _) = spots.iter().find(|(_, target)| target == wanted).expect("it is on the screen");
    Play { event: Event::Click { x: area.x, y: area.y }, text: String::new() }
}

#[test]
fn letters_filter_while_they_are_typed_and_esc_takes_them_away() {
    let mut player = player("6/okonomi");
    let all = open(&player).outline.all;
    assert_eq!(all, open(&player).map.node_count());
    let found = labels(&player);
    assert!(!found.is_empty() && found.len() < all && player.app.pane.is_some());
    press(&mut player, "<enter>");
    assert_eq!((labels(&player), player.app.pane.is_none()), (found, true));
    press(&mut player, "<esc>");
    assert_eq!((labels(&player).len(), player.app.view), (all, View::Outline));
    press(&mut player, "<esc>");
    assert_eq!(player.app.view, View::Board);
}

#[test]
fn nothing_in_sight_is_nothing_selected_and_nothing_is_deleted() {
    let mut player = player("6jj");
    let (card, before) = (open(&player).card.clone(), open(&player).map.clone());
    press(&mut player, "/xyzzy<enter>x<del>K");
    assert_eq!((&open(&player).card, &open(&player).map), (&None, &before));
    press(&mut player, "<esc>");
    assert_eq!(open(&player).card, card, "the cursor comes back");
}

#[test]
fn the_row_is_the_selected_card_on_every_screen() {
    let mut player = player("6<home>jjj<enter>");
    let third = open(&player).outline.rows[3].clone();
    assert_eq!(player.app.view, View::Focus);
    assert_eq!(open(&player).card.clone().map(Row::Card), Some(third));
    press(&mut player, "<bs>");
    assert_eq!(player.app.view, View::Outline);
    press(&mut player, "<tab><home>jj");
    let Row::Link(link) = open(&player).outline.rows[2].clone() else { panic!("links are listed") };
    assert_eq!((open(&player).card.as_ref(), open(&player).link.as_ref()), (Some(&link.from), Some(&link)));
    press(&mut player, "<enter>");
    assert_eq!((player.app.view, open(&player).link.as_ref()), (View::Focus, Some(&link)));
}

#[test]
fn the_list_is_sorted_by_keys_and_by_the_mouse() {
    let mut player = player("6");
    press(&mut player, "zr");
    assert!(open(&player).outline.setting().sort.back);
    let head = cell(&player, &Target::Head(Column::Label));
    player.press(&head);
    let forth = labels(&player);
    let place = |label: &str| forth.iter().position(|own| own == label).expect(label);
    assert!(place("Søsken") > place("Systemets behov foran brukerens"), "ø stands behind y: {forth:?}");
    assert!(place("Mål som bommer på brukerens behov") > place("Mellomrom uten eier"), "å is not a");
    player.press(&head);
    let mut back = labels(&player);
    back.reverse();
    assert_eq!(back, forth);
    let columns: BTreeSet<Column> = (0..20)
        .map(|_| {
            press(&mut player, "zs");
            open(&player).outline.setting().sort.column
        })
        .collect();
    assert_eq!(columns.len(), 14, "every column in turn");
}

#[test]
fn space_picks_and_goes_on_and_a_star_picks_what_is_shown() {
    let mut player = player("6<home><space><space>j<space>");
    assert_eq!((open(&player).picked.len(), open(&player).outline.at), (3, 4));
    press(&mut player, "/hemmer<enter>*");
    let barriers = open(&player).outline.rows.len();
    assert!(open(&player).picked.len() >= barriers);
    press(&mut player, "*");
    assert!(open(&player).picked.len() < 4, "picked again means let go");
    press(&mut player, "zp");
    assert!(open(&player).picked.is_empty());
    press(&mut player, "<esc><home>");
    let pick = cell(&player, &Target::Pick(1));
    player.press(&pick);
    assert_eq!(open(&player).picked.len(), 1);
    press(&mut player, "1<space>2");
    assert_eq!(open(&player).picked.len(), 2, "on the board too");
    let text = player.end().text;
    assert!(text.contains("✓ 2 kort huket av"), "{text}");
}

#[test]
fn what_is_done_to_picked_cards_is_undone_in_one_step() {
    let mut player = player("6/hemmer<space>brukere<enter>*");
    let before = open(&player).map.clone();
    let picked: Vec<NodeId> = open(&player).picked.iter().cloned().collect();
    assert!(picked.len() > 3);
    let areas = |open: &OpenMap| -> Vec<_> {
        picked.iter().map(|id| open.map.node(id).and_then(|node| node.area.clone())).collect()
    };
    let was = areas(open(&player));
    press(&mut player, "<s-right>");
    assert!(areas(open(&player)).iter().zip(&was).filter(|(now, was)| now != was).count() > 3);
    press(&mut player, "u");
    assert_eq!(open(&player).map, before);
    press(&mut player, "x");
    assert!(picked.iter().all(|id| open(&player).map.node(id).is_none()) && open(&player).picked.is_empty());
    assert!(open(&player).card.is_none(), "the filter leaves nothing now");
    press(&mut player, "u");
    assert_eq!(open(&player).map, before);
    assert_eq!(open(&player).picked.iter().cloned().collect::<Vec<_>>(), picked, "they are picked again");
}

#[test]
fn a_card_that_comes_back_is_the_selected_one() {
    let mut player = player("");
    let card = open(&player).card.clone().expect("a card");
    press(&mut player, "x");
    assert_ne!(open(&player).card.as_ref(), Some(&card));
    press(&mut player, "u");
    assert_eq!(open(&player).card.as_ref(), Some(&card));
}

#[test]
fn picked_links_are_changed_together_in_the_list_of_links() {
    let mut player = player("6<tab>/fører<enter><home><space><space>");
    let before = open(&player).map.clone();
    let picked: Vec<LinkId> = open(&player).picked_links.iter().cloned().collect();
    let delays = |player: &Player| -> Vec<bool> {
        picked.iter().map(|id| open(player).map.link(id).expect("there").delay).collect()
    };
    press(&mut player, "d");
    assert_eq!(delays(&player), [true, true]);
    press(&mut player, "d");
    assert_eq!(delays(&player), [false, false]);
    press(&mut player, "uus");
    let sign = |player: &Player, id: &LinkId| open(player).map.link(id).expect("there").sign;
    for id in &picked {
        assert_ne!(before.link(id).expect("there").sign, sign(&player, id));
    }
    press(&mut player, "ux");
    assert_eq!(open(&player).map.link_count(), before.link_count() - 2);
    press(&mut player, "u");
    assert_eq!(open(&player).map, before);
}

#[test]
fn deleting_a_row_leaves_the_cursor_in_its_place() {
    let mut player = player("6<home>jjj");
    let next = open(&player).outline.rows[4].clone();
    press(&mut player, "x");
    assert_eq!((open(&player).outline.at, &open(&player).outline.rows[3]), (3, &next));
    assert_eq!(open(&player).card.clone().map(Row::Card), Some(next));
}
