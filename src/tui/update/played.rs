//! A small map and keys on it, for the tests of what commands do.

use std::sync::Arc;

use crate::map::{Frame, Kind, Level, Link, Map, Node, verb};
use crate::text::Lang;
use crate::tui::screen::{PlayOptions, Player, read_script};
use crate::tui::{Sheet, Start};

/// Six cards on two levels; the selected one is `trust`.
pub fn player() -> Player {
    let level = |id: &str| Level { id: id.into(), name: id.to_owned(), part_of: None };
    let frame = Frame { levels: vec![level("users"), level("system")], ..Default::default() };
    let mut map = Map::new("x").with_frame(frame);
    for (label, kind, level) in [
        ("Trust", Kind::Cause, "users"),
        ("Story heard", Kind::Cause, "users"),
        ("Shared view", Kind::Cause, "users"),
        ("Parents", Kind::Actor, "users"),
        ("Ministry", Kind::Actor, "system"),
        ("Listen in", Kind::Measure, "system"),
    ] {
        let node = Node { level: Some(level.into()), ..Node::new(kind, label) };
        let (_, deed) = verb::add_node(&map, &node).expect("short");
        map.apply(&deed.change).expect("fits");
    }
    let sheet = Sheet { unsaved: false, ..Sheet::unsaved(map) };
    let options = PlayOptions { size: (100, 30), lang: Lang::En, ..PlayOptions::default() };
    let mut player = Player::new(Start::Map(Box::new(sheet)), &options);
    press(&mut player, "/trust<enter>");
    player
}

/// Presses keys.
pub fn press(player: &mut Player, keys: &str) {
    for play in read_script(keys).expect("keys") {
        player.press(&play);
    }
}

/// The letters that stand on a card; empty if none do.
pub fn letters(player: &Player, card: &str) -> String {
    let tag = player.app.hits.tags.iter().find(|tag| tag.cards.contains(&card.into()));
    tag.map(|tag| tag.letters.clone()).unwrap_or_default()
}

/// The links in words: `trust causes story-heard + delay`.
pub fn links(player: &Player) -> Vec<String> {
    let open = player.app.open.as_ref().expect("open");
    let sign = |link: &Link| link.sign.map_or(String::new(), |sign| format!(" {}", sign.symbol()));
    let marks = |link: &Link| {
        [(link.delay, "delay"), (link.missing, "missing")]
            .iter()
            .filter(|own| own.0)
            .map(|own| format!(" {}", own.1))
            .collect::<String>()
    };
    open.map.links().map(|(id, link)| format!("{id}{}{}", sign(link), marks(link))).collect()
}

/// Links the selected card to another one by its letters, after keys that say what the link is to be.
pub fn connect(player: &mut Player, before: &str, card: &str) {
    press(player, &format!("c{before}"));
    let keys = letters(player, card);
    assert!(!keys.is_empty(), "{card} has letters");
    press(player, &keys);
}

/// The open map.
pub fn map(player: &Player) -> Arc<Map> {
    Arc::clone(&player.app.open.as_ref().expect("open").map)
}
