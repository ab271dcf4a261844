//! What is said of a card or a link beside its name, by one or two keys: kind, role, certainty, marks, dots, sign and
//! strength. Where cards are picked all of them are meant, else the selected one.

use serde::Serialize;

use super::edit::{self, change_links, commit_some};
use super::many::{each, these_cards, these_links};
use super::outline::lists_links;
use crate::map::verb;
use crate::map::{Amount, Certainty, Item, Kind, LinkKind, Mark, Role, Sign, Value};
use crate::tui::app::App;

/// What becomes of a card's dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dots {
    /// One more.
    More,
    /// One less, down to none.
    Less,
    /// So many.
    Are(u32),
}

/// Sets one field of all cards that are meant.
fn set<T: Serialize>(app: &mut App, field: &str, value: Option<T>) {
    let cards = these_cards(app);
    let items: Vec<Item> = cards.into_iter().map(Item::Node).collect();
    set_items(app, &items, field, value);
}

fn set_items<T: Serialize>(app: &mut App, items: &[Item], field: &str, value: Option<T>) {
    if items.is_empty() {
        return;
    }
    let Some(open) = app.open.as_ref() else { return };
    let value = value.map(|value| Value::of(&value));
    match verb::set_fields(&open.map, items, field, value) {
        Ok(deed) => _ = commit_some(app, deed),
        Err(error) => app.message = error.to_string(),
    }
}

/// What the cards are.
pub fn kind(app: &mut App, kind: Kind) {
    set(app, "kind", Some(kind));
}

/// What the causes do; `None` takes it back.
pub fn role(app: &mut App, role: Option<Role>) {
    set(app, "role", role);
}

/// There is too little of it today; where all cards say so already, none does any more.
pub fn now_low(app: &mut App) {
    let cards = these_cards(app);
    let Some(open) = app.open.as_ref() else { return };
    let all = cards.iter().filter_map(|card| open.map.node(card)).all(|node| node.now.is_some());
    set(app, "now", (!all).then_some(Amount::Low));
}

/// How well founded the chosen link is, or the picked links, or else the cards; `None` takes it back.
pub fn certainty(app: &mut App, certainty: Option<Certainty>) {
    if lists_links(app) || app.open.as_ref().is_some_and(|open| open.link.is_some()) {
        let links = these_links(app);
        let items: Vec<Item> = links.into_iter().map(Item::Link).collect();
        set_items(app, &items, "certainty", certainty);
    } else {
        set(app, "certainty", certainty);
    }
}

/// Sets a mark on the cards, or takes it off where all have it.
pub fn mark(app: &mut App, mark: Mark) {
    let cards = these_cards(app);
    let Some(open) = app.open.as_ref().filter(|_| !cards.is_empty()) else { return };
    let deed = verb::toggle_mark(&open.map, &cards, mark);
    commit_some(app, deed);
}

/// Gives each of the cards dots.
pub fn dots(app: &mut App, dots: Dots) {
    let cards = these_cards(app);
    if cards.is_empty() {
        return;
    }
    let deed = each(app, &cards, |map, card| {
        let now = map.node(card)?.votes;
        let then = match dots {
            Dots::More => now.saturating_add(1),
            Dots::Less => now.saturating_sub(1),
            Dots::Are(dots) => dots,
        };
        verb::vote(map, card, then)
    });
    commit_some(app, deed);
}

/// Gives this link a sign, or all picked ones.
pub fn sign(app: &mut App, sign: Sign) {
    let links = these_links(app);
    change_links(app, &links, |map, link| verb::set_sign(map, link, sign));
}

/// Says how strong this link is, or all picked ones, 1 to 3; `None` takes it back.
pub fn strength(app: &mut App, strength: Option<u8>) {
    let links = these_links(app);
    change_links(app, &links, |map, link| verb::set_link_field(map, link, "strength", &strength));
}

/// This link ought to be there and is not, or it is there after all. Where several are picked, all of them ought to be
/// there, unless all did already.
pub fn missing(app: &mut App) {
    let links = these_links(app);
    let Some(open) = app.open.as_ref() else { return };
    let all = links.iter().filter_map(|link| open.map.link(link)).all(|link| link.missing);
    change_links(app, &links, |map, link| verb::set_link_field(map, link, "missing", &!all));
}

/// Lets this link, or all picked ones, say something else. One that would fall on a link that is there stays, and a
/// message says so.
pub fn link_kind(app: &mut App, kind: LinkKind) {
    let links = these_links(app);
    change_links(app, &links, |map, link| verb::set_link_kind(map, link, kind));
    let Some(open) = app.open.as_ref().filter(|open| !open.read_only) else { return };
    let stayed = links.iter().filter(|link| link.kind != kind && open.map.link(link).is_some()).count();
    if stayed > 0 {
        let said =
            format!("{}: {}", app.lang.words().links.link.of(stayed), app.lang.words().connecting.stays);
        let before = if stayed == links.len() { "" } else { app.message.as_str() };
        app.message = format!("{before} {said}").trim_start().to_owned();
    }
}

/// Turns this link round, or all picked ones.
pub fn reverse(app: &mut App) {
    let links = these_links(app);
    change_links(app, &links, verb::reverse);
}

/// Makes second ones of the cards; the first of them is selected.
pub fn duplicate(app: &mut App) {
    let cards = these_cards(app);
    let Some(open) = app.open.as_ref().filter(|_| !cards.is_empty()) else { return };
    let Some((new, deed)) = verb::duplicate(&open.map, &cards) else { return };
    if edit::commit(app, deed)
        && let (Some(open), Some(card)) = (app.open.as_mut(), new.first())
    {
        open.select(card.clone());
        if open.picked.len() > 1 {
            open.picked = new.into_iter().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, links, map, player, press};
    use super::*;
    use crate::command::View;
    use crate::map::{Link, LinkId, Record};
    use crate::text::Lang;
    use crate::tui::screen::Player;

    /// A field of `trust` or of the chosen link after those keys, and how many presses of `u` bring the map back.
    fn after(keys: &str, on_link: bool, field: &str) -> String {
        let mut player = player();
        if on_link {
            connect(&mut player, "", "story-heard");
        }
        let before = map(&player);
        press(&mut player, keys);
        let open = player.app.open.as_ref().expect("open");
        let value = match (&open.link, on_link) {
            (Some(link), true) => open.map.link(link).expect("there").get(field),
            _ => open.map.node(&"trust".into()).expect("there").get(field),
        };
        press(&mut player, "u");
        assert_eq!(map(&player), before, "{keys}");
        value.map_or_else(|| "-".to_owned(), |value| value.as_str().to_owned())
    }

    #[test]
    fn a_key_or_two_say_more_of_a_card() {
        for (keys, field, wanted) in [
            ("Tb", "kind", "Benefit"),
            ("Th", "role", "Barrier"),
            ("Tl", "now", "Low"),
            ("bs", "certainty", "Supported"),
            ("bu", "certainty", "Supported"),
            ("Mz", "marks", "[Zoom]"),
            ("vv", "votes", "1"),
            ("v7", "votes", "7"),
        ] {
            assert_eq!(after(keys, false, field), wanted, "{keys}");
        }
    }

    #[test]
    fn a_key_or_two_say_more_of_a_link() {
        for (keys, field, wanted) in [
            ("w3", "strength", "3"),
            ("w-", "sign", "Minus"),
            ("w?", "sign", "Unknown"),
            ("!", "missing", "true"),
            ("br", "certainty", "Refuted"),
            ("d", "delay", "true"),
        ] {
            assert_eq!(after(keys, true, field), wanted, "{keys}");
        }
    }

    #[test]
    fn a_link_that_gets_another_kind_or_is_turned_stays_chosen() {
        for (keys, wanted) in [("wr", "trust relates story-heard"), ("R", "story-heard causes trust")] {
            let mut player = player();
            connect(&mut player, "", "story-heard");
            let before = map(&player);
            press(&mut player, keys);
            let open = player.app.open.as_ref().expect("open");
            assert_eq!(open.link.as_ref().map(ToString::to_string).as_deref(), Some(wanted));
            press(&mut player, "u");
            assert_eq!(map(&player), before, "{keys}");
        }
        let mut player = player();
        connect(&mut player, "?", "story-heard");
        press(&mut player, "s");
        assert!(player.app.message.to_lowercase().contains("sign"), "{}", player.app.message);
    }

    /// Makes the links, and a loop of the first two, and picks all in the list of links.
    fn with_picked(links: &[(&str, LinkKind, &str)]) -> Player {
        let mut player = player();
        let ids: Vec<LinkId> = links.iter().map(|(from, kind, to)| LinkId::new(*from, *kind, *to)).collect();
        for id in &ids {
            let deed = verb::connect(&map(&player), id, &Link::signed(Sign::Plus)).expect("new");
            assert!(edit::commit(&mut player.app, deed));
        }
        if let Some((_, deed)) = verb::name_loop(&map(&player), "Round", &ids) {
            assert!(edit::commit(&mut player.app, deed));
        }
        let app = &mut player.app;
        app.view = View::Outline;
        let open = app.open.as_mut().expect("open");
        open.outline.switch();
        open.picked_links = ids.into_iter().collect();
        assert!(lists_links(app));
        player
    }

    #[test]
    fn two_links_of_one_named_loop_get_another_kind_together() {
        let mut player =
            with_picked(&[("trust", LinkKind::Causes, "parents"), ("parents", LinkKind::Causes, "trust")]);
        let before = map(&player);
        assert_eq!(before.loops().len(), 1);
        link_kind(&mut player.app, LinkKind::Relates);
        assert_eq!(links(&player), ["parents relates trust +", "trust relates parents +"]);
        let now = map(&player);
        assert!(now.loops().values().all(|told| told.links().all(|link| now.link(&link).is_some())));
        edit::undo(&mut player.app);
        assert_eq!(map(&player), before);
    }

    #[test]
    fn a_link_that_would_fall_on_another_stays_and_that_is_said() {
        let mut player = with_picked(&[
            ("trust", LinkKind::Causes, "story-heard"),
            ("trust", LinkKind::Informs, "story-heard"),
        ]);
        let before = map(&player);
        link_kind(&mut player.app, LinkKind::Relates);
        assert_eq!(map(&player).link_count(), 2);
        assert_eq!(links(&player).iter().filter(|link| link.contains("relates")).count(), 1);
        let stays = Lang::En.words().connecting.stays;
        assert!(player.app.message.ends_with(&format!("1 link: {stays}")), "{}", player.app.message);
        edit::undo(&mut player.app);
        assert_eq!(map(&player), before);
    }

    #[test]
    fn what_is_picked_is_changed_together_and_undone_together() {
        for keys in ["Tm", "bh", "Mp", "v3", "<s-up>", "D", "x"] {
            let mut player = player();
            let before = map(&player);
            let open = player.app.open.as_mut().expect("open");
            open.picked = ["story-heard", "shared-view"].map(Into::into).into();
            press(&mut player, keys);
            assert_ne!(map(&player), before, "{keys}");
            assert!(player.app.message.contains("2 cards"), "{keys}: {}", player.app.message);
            press(&mut player, "u");
            assert_eq!(map(&player), before, "{keys}");
        }
    }
}
