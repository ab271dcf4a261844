//! Another card is picked, by its letters, by a click or by name; then a link is made.

use keybinds::{Key, KeyInput, Mods};

use super::{edit, merging, panes};
use crate::map::limits::{LONGEST_LABEL, longer};
use crate::map::{Deed, Item, LinkId, Map, Node, NodeId, Sign, verb};
use crate::tui::app::App;
use crate::tui::pane::Pane;
use crate::tui::picker::{Aim, Draft, Picker};
use crate::tui::say;

/// The longest name that is looked for.
const LONGEST: usize = 200;

/// Begins a link from the selected card; `again` for one after the other.
pub fn begin(app: &mut App, again: bool) {
    open(app, Aim::Link(Draft::new(again)));
}

/// Begins a merge of the selected card with another one.
pub fn begin_merge(app: &mut App) {
    open(app, Aim::Merge);
}

fn open(app: &mut App, aim: Aim) {
    let Some(card) = edit::this_card(app) else { return };
    if app.open.as_ref().is_some_and(|open| open.read_only) {
        app.message = app.lang.words().says.read_only.to_owned();
        return;
    }
    app.pane = Some(Pane::Pick(Box::new(Picker::new(card, aim))));
}

/// Makes a link from a card to another, as a first `connect` would; where there is one already, that one is chosen.
pub fn join(app: &mut App, from: &NodeId, to: &NodeId) {
    let Some(open) = app.open.as_ref() else { return };
    let draft = Draft::new(false);
    let Some(link) = draft.link(&open.map, from, to) else { return };
    match verb::connect(&open.map, &link, &draft.value(link.kind)) {
        Some(deed) => _ = commit(app, deed),
        None => there(app, link),
    }
}

/// From the list of names back to the letters; `false` if no list is open.
pub fn to_letters(app: &mut App) -> bool {
    match app.pane.as_mut() {
        Some(Pane::Pick(picker)) => picker.names.take().is_some(),
        _ => false,
    }
}

/// A key while a card is picked.
pub fn press(app: &mut App, key: KeyInput) {
    let Some(Pane::Pick(picker)) = app.pane.as_mut() else { return };
    if picker.names.is_some() {
        type_name(app, key);
        return;
    }
    picker.said.clear();
    match (key.key(), key.mods() == Mods::NONE) {
        (Key::Char('/'), true) => list(app, Vec::new()),
        (Key::Backspace, _) => {
            picker.typed.pop();
        }
        (Key::Char(letter), true) if letter.is_ascii_lowercase() => type_letter(app, letter),
        (other, _) => set(app, other),
    }
}

/// Keys that say what the link is to be.
fn set(app: &mut App, key: Key) {
    let (Some(Pane::Pick(picker)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let Some(own) = open.map.node(&picker.from).map(|node| node.kind) else { return };
    let Aim::Link(draft) = &mut picker.aim else { return };
    match key {
        Key::Char('+') => draft.sign = Sign::Plus,
        Key::Char('-' | '−') => draft.sign = Sign::Minus,
        Key::Char('?') => draft.sign = Sign::Unknown,
        Key::Char(' ') => draft.delay = !draft.delay,
        Key::Char('!') => draft.missing = !draft.missing,
        Key::Char('C') => draft.again = !draft.again,
        Key::Char('<' | '>') => {
            draft.turned = !draft.turned;
            draft.kind = None;
            picker.typed.clear();
        }
        Key::Tab => {
            draft.next_kind(own);
            picker.typed.clear();
        }
        _ => {}
    }
}

fn type_letter(app: &mut App, letter: char) {
    let Some(Pane::Pick(picker)) = app.pane.as_mut() else { return };
    let typed = format!("{}{letter}", picker.typed);
    let tags = &app.hits.tags;
    if let Some(tag) = tags.iter().find(|tag| tag.letters == typed) {
        let cards = tag.cards.clone();
        pick_all(app, cards);
    } else if tags.iter().any(|tag| tag.letters.starts_with(&typed)) {
        picker.typed = typed;
    } else {
        picker.said = app.lang.words().connecting.no_such_letter.to_owned();
    }
}

/// What stands under letters: a card is taken, several become a list of names.
fn pick_all(app: &mut App, mut cards: Vec<NodeId>) {
    match (cards.pop(), cards.is_empty()) {
        (Some(card), true) => pick(app, card),
        (Some(card), false) => {
            cards.push(card);
            list(app, cards);
        }
        (None, _) => {}
    }
}

fn list(app: &mut App, only: Vec<NodeId>) {
    if let (Some(Pane::Pick(picker)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) {
        picker.open_names(&open.map, only);
    }
}

fn type_name(app: &mut App, key: KeyInput) {
    let page = isize::try_from(app.hits.pane.0.max(2) - 1).unwrap_or(1);
    let Some(Pane::Pick(picker)) = app.pane.as_mut() else { return };
    match key.key() {
        Key::Up => picker.go(-1),
        Key::Down => picker.go(1),
        Key::PageUp => picker.go(-page),
        Key::PageDown => picker.go(page),
        Key::Tab => picker.go(if key.mods().contains(Mods::SHIFT) { -1 } else { 1 }),
        Key::Enter => take_name(app),
        _ => {
            if let Some(request) = panes::request(key) {
                change(app, std::iter::once(request));
            }
        }
    }
}

/// Pasted text is part of a name.
pub fn paste(app: &mut App, text: &str) {
    change(app, panes::pasted(text));
}

fn change(app: &mut App, requests: impl Iterator<Item = tui_input::InputRequest>) {
    let (Some(Pane::Pick(picker)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let Some(names) = picker.names.as_mut() else { return };
    for request in requests.take(LONGEST) {
        let full = matches!(request, tui_input::InputRequest::InsertChar(_))
            && names.search.input.value().chars().count() >= LONGEST;
        if !full {
            names.search.input.handle(request);
        }
    }
    picker.look(&open.map);
}

/// A row of the list of names, or letters that were clicked.
pub fn pick_row(app: &mut App, row: usize) {
    let Some(Pane::Pick(picker)) = app.pane.as_mut() else { return };
    match picker.names.as_mut() {
        Some(names) => {
            names.search.at = row.min(names.rows().saturating_sub(1));
            take_name(app);
        }
        None => {
            let cards = app.hits.tags.get(row).map(|tag| tag.cards.clone());
            pick_all(app, cards.unwrap_or_default());
        }
    }
}

fn take_name(app: &mut App) {
    let Some(Pane::Pick(picker)) = app.pane.as_ref() else { return };
    let Some(names) = &picker.names else { return };
    match names.search.chosen().cloned() {
        Some(card) => pick(app, card),
        None if !names.new.is_empty() => {
            let label = names.new.clone();
            to_new_card(app, &label);
        }
        None => {}
    }
}

/// The other card is found.
pub fn pick(app: &mut App, card: NodeId) {
    let (Some(Pane::Pick(picker)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    if !picker.takes(&open.map, &card) {
        return;
    }
    match &picker.aim {
        Aim::Link(draft) => {
            let Some(link) = draft.link(&open.map, &picker.from, &card) else { return };
            let deed = verb::connect(&open.map, &link, &draft.value(link.kind));
            let made = match deed {
                Some(deed) => commit(app, deed),
                None => {
                    there(app, link);
                    true
                }
            };
            if made {
                done(app);
            }
        }
        Aim::Merge => merging::ask(app, picker.from.clone(), card),
    }
}

/// Makes the link, which is then the chosen one.
fn commit(app: &mut App, deed: Deed) -> bool {
    let made = deed.change.edits.iter().rev().find_map(|edit| match &edit.item {
        Item::Link(id) => Some(id.clone()),
        _ => None,
    });
    if !edit::commit(app, deed) {
        return false;
    }
    if let Some(open) = app.open.as_mut() {
        open.link = made;
    }
    true
}

/// The link is on the map already: it is chosen, and nothing changes.
fn there(app: &mut App, link: LinkId) {
    let lang = app.lang;
    let Some(open) = app.open.as_mut() else { return };
    let (turned, kind) = (LinkId::new(link.to.clone(), link.kind, link.from.clone()), link.kind);
    let link = if open.map.link(&link).is_none() && kind == crate::map::LinkKind::Cooperates {
        turned
    } else {
        link
    };
    let sentence = say::link(open.lang_or(lang), &open.map, &link);
    app.message = format!("{} {sentence}", lang.words().connecting.there);
    open.link = Some(link);
}

/// Closes the picker, or gets it ready for the next link. What was said stands where it is seen.
fn done(app: &mut App) {
    let Some(Pane::Pick(picker)) = app.pane.as_mut() else { return };
    if matches!(&picker.aim, Aim::Link(draft) if draft.again) {
        picker.said = std::mem::take(&mut app.message);
        picker.typed.clear();
        picker.names = None;
    } else {
        app.pane = None;
    }
}

/// A card that is not there yet is made in the cell of the first one, and the link to it, as one deed.
fn to_new_card(app: &mut App, label: &str) {
    let (Some(Pane::Pick(picker)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    let Aim::Link(draft) = &picker.aim else { return };
    let deed = with_new_card(&open.map, &picker.from, draft, label);
    if deed.is_none() && longer(label, LONGEST_LABEL) {
        app.message = app.lang.words().adding.too_long.to_owned();
    }
    if let Some(deed) = deed
        && commit(app, deed)
    {
        done(app);
    }
}

fn with_new_card(map: &Map, from: &NodeId, draft: &Draft, label: &str) -> Option<Deed> {
    let own = map.node(from)?;
    let node =
        Node { level: own.level.clone(), area: own.area.clone(), ..Node::new(Default::default(), label) };
    let (id, mut deed) = verb::add_node(map, &node)?;
    let mut with = map.clone();
    with.apply(&deed.change).ok()?;
    // Where the chosen kind does not fit a cause, the usual one does.
    let usual = Draft { kind: None, ..draft.clone() };
    let link = draft.link(&with, from, &id).or_else(|| usual.link(&with, from, &id))?;
    let linked = verb::connect(&with, &link, &draft.value(link.kind))?;
    deed.change.edits.extend(linked.change.edits);
    Some(deed)
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, letters, links, player, press};

    #[test]
    fn letters_make_the_link_and_choose_it() {
        let mut player = player();
        let before = player.app.open.as_ref().expect("open").map.clone();
        connect(&mut player, "", "story-heard");
        assert_eq!(links(&player), ["trust causes story-heard +"]);
        assert!(player.app.pane.is_none());
        // The next key means the new link.
        press(&mut player, "sd");
        assert_eq!(links(&player), ["trust causes story-heard - delay"]);
        press(&mut player, "uuu");
        assert_eq!(player.app.open.as_ref().expect("open").map, before);
    }

    #[test]
    fn the_link_is_as_it_was_said_before() {
        for (before, card, wanted) in [
            ("-", "story-heard", "trust causes story-heard -"),
            ("? !", "story-heard", "trust causes story-heard ? delay missing"),
            ("<lt>", "listen-in", "listen-in acts_on trust +"),
            ("", "ministry", "ministry holds trust"),
            ("<tab><tab>", "story-heard", "trust relates story-heard"),
        ] {
            let mut player = player();
            connect(&mut player, before, card);
            assert_eq!(links(&player), [wanted], "{before}");
        }
    }

    #[test]
    fn what_closes_a_circle_is_said() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        connect(&mut player, "<lt>-", "story-heard");
        assert!(player.app.message.contains("slows itself"), "{}", player.app.message);
        connect(&mut player, "", "story-heard");
        assert!(player.app.message.starts_with("Is there already:"), "{}", player.app.message);
        assert_eq!(links(&player).len(), 2);
    }

    #[test]
    fn a_missing_link_is_said_to_be_one_and_is_no_effect_yet() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        connect(&mut player, "<lt>!", "story-heard");
        let said = "Linked «Story heard → Trust» as missing. Would close 1 circle: it feeds itself";
        assert!(player.app.message.starts_with(said), "{}", player.app.message);
        press(&mut player, "<esc>");
        assert!(player.screen().contains("0 causes → 1 effect · 1 missing"), "{}", player.screen());
    }

    #[test]
    fn whoever_follows_the_other_way_than_the_chosen_link_is_told() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        connect(&mut player, "<lt>", "shared-view");
        press(&mut player, ">");
        assert!(player.app.message.contains("followed «Trust → Story heard»"), "{}", player.app.message);
        assert_eq!(player.app.open.as_ref().expect("open").card, Some("story-heard".into()));
        press(&mut player, "<backspace>");
        connect(&mut player, "", "listen-in");
        press(&mut player, "<tab>>");
        assert_eq!(player.app.message, "");
    }

    #[test]
    fn a_name_nobody_has_becomes_a_card_in_the_same_cell() {
        let mut player = player();
        press(&mut player, "c/Night sleep<enter>");
        assert_eq!(links(&player), ["trust causes night-sleep +"]);
        let open = player.app.open.as_ref().expect("open");
        let node = open.map.node(&"night-sleep".into()).expect("new");
        assert_eq!(
            (node.label.as_str(), node.level.as_ref().map(|own| own.as_str())),
            ("Night sleep", Some("users"))
        );
        press(&mut player, "u");
        assert_eq!((links(&player).len(), player.app.open.as_ref().expect("open").map.node_count()), (0, 6));
        press(&mut player, "c/story<enter>");
        assert_eq!(links(&player), ["trust causes story-heard +"]);
    }

    #[test]
    fn several_links_from_one_card_in_a_row_and_clicks_count_too() {
        let mut player = player();
        press(&mut player, "C");
        for card in ["story-heard", "shared-view"] {
            let keys = letters(&player, card);
            press(&mut player, &keys);
        }
        let spot = player.app.hits.spots().iter().find_map(|(area, target)| {
            (*target == crate::tui::hits::Target::Card("listen-in".into())).then_some(*area)
        });
        let spot = spot.expect("in sight");
        press(&mut player, &format!("<click:{},{}>", spot.x + spot.width, spot.y + 1));
        assert_eq!(links(&player).len(), 3);
        press(&mut player, "<esc>");
        assert!(player.app.pane.is_none());
        assert_eq!(player.app.open.as_ref().expect("open").card, Some("trust".into()));
    }

    #[test]
    fn before_the_last_letter_nothing_happens() {
        let mut player = player();
        press(&mut player, "c<tab>åX9");
        press(&mut player, "<esc>");
        assert!(links(&player).is_empty() && player.app.pane.is_none());
    }
}
