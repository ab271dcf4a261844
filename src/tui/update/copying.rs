//! Copying cards with their links, and sentences, and pasting what was copied here or elsewhere.

use std::collections::BTreeSet;

use super::many::these_cards;
use super::{adding, edit};
use crate::command::View;
use crate::map::clip::{Clip, homeless, paste as pasted};
use crate::map::{Deed, fold};
use crate::text::Lang;
use crate::text::words::copying::{no_place_here, same_names};
use crate::text::words::says::quoted;
use crate::tui::app::App;
use crate::tui::clipboard::{MOST, sequence};
use crate::tui::open::{OpenMap, Shown};
use crate::tui::say;

/// Copies the cards that are meant, with the links among them: for this program, which keeps them while other maps
/// are opened, and as text for the clipboard.
pub fn copy_cards(app: &mut App) {
    let cards = these_cards(app);
    let Some(open) = app.open.as_ref().filter(|_| !cards.is_empty()) else { return };
    let clip = Clip::of(&open.map, &cards);
    let words = app.lang.words();
    let what = [(clip.cards.len(), &words.things.card), (clip.links.len(), &words.links.link)];
    let what: Vec<String> = what.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| noun.of(*n)).collect();
    let said = format!("{}: {}.", words.copying.copied, what.join(", "));
    to_clipboard(app, &clip.to_text(), said);
    app.clip = Some(clip);
}

/// Copies in words what is shown: the chosen link, else the chain or loop, else the label of the card.
pub fn copy_text(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let text = shown(open, app.view, app.lang);
    if text.is_empty() {
        app.message = app.lang.words().says.choose_a_card_first.to_owned();
        return;
    }
    let begin: String = text.chars().take(40).collect();
    let more = if begin.len() < text.len() { "…" } else { "" };
    let said = format!("{}: {}", app.lang.words().copying.copied, quoted(&format!("{begin}{more}")));
    to_clipboard(app, &text, said);
}

fn shown(open: &OpenMap, view: View, lang: Lang) -> String {
    let lang = open.lang_or(lang);
    let map = &open.map;
    let circle = |at: usize| open.circles.all.get(at).map(|own| say::circle(lang, map, &own.links));
    let of_screen = match (view, open.shown) {
        (View::Loops, _) => open.listed_loop().and_then(circle),
        (View::Staircase, Shown::Loop(at)) => circle(at),
        _ => None,
    };
    let link = open.link.as_ref().filter(|_| view != View::Loops).map(|link| say::link(lang, map, link));
    let trail = || (!open.trail.is_empty()).then(|| say::chain(lang, map, open.trail.links()));
    let card = || open.card.as_ref().map(|card| say::label(map, card));
    of_screen.or(link).or_else(trail).or_else(card).unwrap_or_default()
}

/// Hands a text to the terminal; says so where that takes no more.
fn to_clipboard(app: &mut App, text: &str, said: String) {
    app.clipboard = sequence(text);
    app.message = match app.clipboard {
        Some(_) => said,
        None => format!("{said} {}", app.lang.words().copying.too_long),
    };
    debug_assert!(text.len() > MOST || app.clipboard.is_some());
}

/// Pastes the cards copied last.
pub fn paste_cards(app: &mut App) {
    match app.clip.clone() {
        Some(clip) => paste_clip(app, &clip),
        None => app.message = app.lang.words().copying.nothing.to_owned(),
    }
}

/// Text that was pasted while no field is open: cards copied from a map are pasted, any other text goes to the field
/// for new cards.
pub fn paste_text(app: &mut App, text: &str) {
    if app.open.is_none() || text.trim().is_empty() {
        return;
    }
    if !Clip::is_clip(text) {
        adding::begin(app);
        adding::paste(app, text);
        return;
    }
    match Clip::from_text(text) {
        Ok(clip) => paste_clip(app, &clip),
        Err(_) => app.message = app.lang.words().copying.unreadable.to_owned(),
    }
}

/// The pasted cards are picked where they are several, so that the next key means them; the first is selected.
fn paste_clip(app: &mut App, clip: &Clip) {
    let Some(open) = app.open.as_ref() else { return };
    let Some((new, deed)): Option<(_, Deed)> = pasted(&open.map, clip) else {
        app.message = app.lang.words().copying.cannot.to_owned();
        return;
    };
    let lost = homeless(&open.map, clip);
    let there: BTreeSet<String> = open.map.nodes().map(|(_, node)| fold(&node.label)).collect();
    let labels = clip.cards.values().map(|card| &card.label).filter(|label| there.contains(&fold(label)));
    let again: Vec<String> = labels.cloned().collect();
    if !edit::commit(app, deed) {
        return;
    }
    for said in [no_place_here(app.lang, &lost.levels, &lost.areas), same_names(app.lang, again.iter())] {
        if !said.is_empty() {
            app.message = format!("{} {said}", app.message);
        }
    }
    if let (Some(open), Some(first)) = (app.open.as_mut(), new.first()) {
        open.select(first.clone());
        open.picked = if new.len() > 1 { new.into_iter().collect() } else { Default::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, links, map, player, press};

    #[test]
    fn cards_come_back_with_their_links_in_another_map_too() {
        let mut player = player();
        connect(&mut player, "-", "story-heard");
        press(&mut player, "y");
        assert!(player.app.clipboard.take().is_some_and(|text| text.starts_with("\x1b]52;c;")));
        let open = player.app.open.as_mut().expect("open");
        open.picked = ["trust", "story-heard"].map(Into::into).into();
        press(&mut player, "y");
        let before = map(&player);
        press(&mut player, "p");
        assert_eq!(links(&player), ["trust causes story-heard -", "trust-2 causes story-heard-2 -"]);
        assert_eq!(player.app.open.as_ref().expect("open").picked.len(), 2);
        press(&mut player, "u");
        assert_eq!(map(&player), before);
        let clip = player.app.clip.clone();
        let mut other = super::super::played::player();
        other.app.clip = clip;
        press(&mut other, "p");
        assert_eq!(links(&other), ["trust-2 causes story-heard-2 -"]);
    }

    #[test]
    fn a_place_that_the_other_map_has_not_is_said_and_one_of_the_same_name_is_found() {
        let mut from = player();
        let open = from.app.open.as_mut().expect("open");
        open.picked = ["trust", "parents", "ministry"].map(Into::into).into();
        press(&mut from, "y");
        let mut to = player();
        // The level has another name here, and the other one only another case.
        press(&mut to, "7<tab><down><enter><enter><c-u>Ward<enter><esc>1");
        let names = |player: &crate::tui::screen::Player| -> Vec<String> {
            map(player).levels().iter().map(|level| level.name.clone()).collect()
        };
        assert_eq!(names(&to), ["Ward", "system"], "the keys reach the level");
        to.app.clip = from.app.clip.clone().map(|mut clip| {
            for level in clip.levels.iter_mut() {
                level.name = level.name.to_uppercase();
                level.id = format!("{}-x", level.id).as_str().into();
            }
            for card in clip.cards.values_mut() {
                card.level = card.level.as_ref().map(|id| format!("{id}-x").as_str().into());
            }
            clip
        });
        press(&mut to, "p");
        let level = |id: &str| map(&to).node(&id.into()).and_then(|node| node.level.clone());
        assert_eq!((level("ministry-2"), level("trust-2")), (Some("system".into()), None));
        assert!(to.app.message.contains("2 cards have no level here: «USERS»."), "{}", to.app.message);
        assert!(to.app.message.starts_with("Pasted 3 cards. "), "{}", to.app.message);
        let again = "The same names were here already: «Ministry», «";
        assert!(to.app.message.contains(again), "{}", to.app.message);
    }

    #[test]
    fn a_pasted_clip_is_cards_and_other_text_is_lines() {
        let mut player = player();
        let open = player.app.open.as_ref().expect("open");
        let clip = crate::map::clip::Clip::of(&open.map, &["ministry".into()]);
        let before = map(&player);
        let event = |text: &str| crate::tui::screen::Play {
            event: crate::tui::event::Event::Paste(text.to_owned()),
            text: String::new(),
        };
        player.press(&event(&clip.to_text()));
        assert_eq!(map(&player).node_count(), before.node_count() + 1);
        press(&mut player, "u");
        player.press(&event("(floke_clip: 1, cards: {"));
        assert_eq!(map(&player), before, "{}", player.app.message);
        player.press(&event("No time\nWorry -> No time"));
        assert_eq!(map(&player).node_count(), before.node_count() + 2);
        assert_eq!(links(&player), ["worry causes no-time +"]);
        press(&mut player, "<esc>u");
        assert_eq!(map(&player), before, "several lines are one deed");
    }

    #[test]
    fn what_is_shown_is_copied_in_words() {
        let mut player = player();
        press(&mut player, "Y");
        assert!(player.app.message.contains("«Trust»"), "{}", player.app.message);
        connect(&mut player, "", "story-heard");
        press(&mut player, "Y");
        assert!(player.app.message.contains("When «Trust» grows"), "{}", player.app.message);
        assert!(player.app.clipboard.is_some());
    }
}
