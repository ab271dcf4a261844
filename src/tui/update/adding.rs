//! The field for new cards: what keys do in it.

mod pasting;

use std::ops::Range;

use keybinds::{Key, KeyInput};

use super::{edit, panes};
use crate::command::Command;
use crate::map::{Item, NodeId};
use crate::text::words::adding::{line_kept, line_waits};
use crate::tui::adder::Adder;
use crate::tui::app::App;
use crate::tui::pane::Pane;

/// The most letters that pasting brings into the field: two labels as long as they may be.
const LONGEST_LINE: usize = 4_000;

/// Opens the field. New cards go to the cell of the selected card, unless the line says otherwise.
pub fn begin(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    if open.read_only {
        app.message = app.lang.words().says.read_only.to_owned();
        return;
    }
    let node = open.card.as_ref().and_then(|card| open.map.node(card));
    let (level, area) = node.map_or((None, None), |node| (node.level.clone(), node.area.clone()));
    let mut adder = Adder::new(level, area);
    if !app.line.is_empty() {
        adder.done = line_waits(app.lang, &app.line);
    }
    app.pane = Some(Pane::Add(Box::new(adder)));
}

/// Keeps what is typed in the field, which is about to be closed, for the next time, and says how to get it back.
pub fn keep_line(app: &mut App) {
    let Some(Pane::Add(adder)) = app.pane.as_ref() else { return };
    let typed = adder.input.value().trim();
    if !typed.is_empty() {
        app.line = typed.to_owned();
        app.message = line_kept(app.lang, &app.keymap.label(Command::Add));
    }
}

/// A key in the field. Shift and an arrow chooses another level or area for the cards that follow.
pub fn press(app: &mut App, key: KeyInput) {
    let shift = key.mods().contains(keybinds::Mods::SHIFT);
    match key.key() {
        Key::Enter => enter(app),
        Key::Tab => offer(app),
        Key::Up if !shift => bring_back(app),
        Key::Up if shift => level(app, true),
        Key::Down if shift => level(app, false),
        Key::Left if shift => area(app, false),
        Key::Right if shift => area(app, true),
        Key::Char('z') if key.mods() == keybinds::Mods::CTRL => {
            edit::undo(app);
            said(app);
        }
        Key::Char('n') if key.mods() == keybinds::Mods::CTRL => make_places(app),
        _ => {
            let Some(request) = panes::request(key) else { return };
            change(app, |adder| {
                adder.input.handle(request);
                adder.offered = None;
            });
        }
    }
}

/// Pasted text of one line goes in as if typed, and is taken in if the line ends. Several lines are read as a list and
/// taken in at once, as one deed.
pub fn paste(app: &mut App, text: &str) {
    if text.trim_end().lines().nth(1).is_some() {
        pasting::take_lines(app, text);
        return;
    }
    change(app, |adder| {
        let room = LONGEST_LINE.saturating_sub(adder.input.value().chars().count());
        for letter in panes::pasted(text.trim_end_matches(['\r', '\n'])).take(room) {
            adder.input.handle(letter);
        }
        adder.offered = None;
    });
    if text.ends_with('\n') {
        enter(app);
    }
}

/// Changes the field and looks at its line anew.
fn change(app: &mut App, act: impl FnOnce(&mut Adder)) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    act(adder);
    adder.look(&open.map, open.generation, app.lang);
}

/// Takes the line in. An empty line closes the field.
fn enter(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    if adder.input.value().trim().is_empty() {
        app.pane = None;
        return;
    }
    let Some(deed) = adder.deed(&open.map) else {
        let words = app.lang.words();
        let too_long = adder.plan.too_long();
        app.message = if too_long { words.adding.too_long } else { words.says.nothing_to_change }.to_owned();
        said(app);
        return;
    };
    let card = last_card(adder, &deed);
    let placeless = adder.makes_placeless();
    if !edit::commit(app, deed) {
        said(app);
        return;
    }
    if let (Some(open), Some(card)) = (app.open.as_mut(), card) {
        open.select(card);
    }
    let state = app.open.as_ref().map_or(0, |open| open.history.position());
    change(app, |adder| {
        adder.taken.push((adder.input.value().to_owned(), state));
        adder.input.reset();
        adder.placeless = placeless;
        adder.lines += 1;
    });
    said(app);
}

/// Makes the levels and areas that the line names and the map has not; the line then means them.
fn make_places(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    if let Some(deed) = adder.plan.make_places(&open.map) {
        edit::commit(app, deed);
        said(app);
    }
}

/// Brings the last line back into the empty field, to be put right: what it did is undone first, unless something else
/// was done since.
fn bring_back(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    if !adder.input.value().is_empty() {
        return;
    }
    if adder.lines == 0 && !app.line.is_empty() {
        let line = std::mem::take(&mut app.line);
        change(app, |adder| {
            adder.input = tui_input::Input::new(line);
            adder.done.clear();
        });
        return;
    }
    let Some((line, state)) = adder.taken.pop() else { return };
    if open.history.position() == state {
        edit::undo(app);
        change(app, |adder| adder.lines = adder.lines.saturating_sub(1));
    }
    change(app, |adder| adder.input = tui_input::Input::new(line));
    said(app);
}

/// What was said about the line stands in the field while that is open.
fn said(app: &mut App) {
    let message = std::mem::take(&mut app.message);
    if let Some(Pane::Add(adder)) = app.pane.as_mut() {
        adder.done = message;
    }
    change(app, |_| {});
}

/// The card that the line ends with: what is written next is most often about it.
fn last_card(adder: &Adder, deed: &crate::map::Deed) -> Option<NodeId> {
    use crate::map::quick::Match;
    match &adder.plan.cards.last()?.is {
        Match::There(id) => Some(id.clone()),
        Match::New(_) => deed.change.edits.iter().rev().find_map(|edit| match &edit.item {
            Item::Node(id) if edit.field.is_none() => Some(id.clone()),
            _ => None,
        }),
    }
}

/// Puts a card that is there in the place of the label that is being written; again for the next one.
fn offer(app: &mut App) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_mut(), app.open.as_ref()) else { return };
    let typed = adder.input.value().to_owned();
    let (at, range) = match adder.offered.clone() {
        Some((at, range)) => (at + 1, range),
        None => (0, last_label(&typed)),
    };
    // Offers come from what was typed, not from what an offer before put there.
    let near = match &adder.offered {
        Some(_) => adder.offers.clone(),
        None => adder.near().to_vec(),
    };
    if near.is_empty() {
        return;
    }
    let at = at % near.len();
    let label = open.map.node(&near[at]).map_or("", |node| node.label.as_str());
    let line = format!("{}{label}", &typed[..range.start]);
    let range = range.start..line.len();
    adder.offers = near;
    adder.input = tui_input::Input::new(line);
    adder.offered = Some((at, range));
    adder.look(&open.map, open.generation, app.lang);
}

/// Where the last label of a line stands: behind the last arrow.
fn last_label(line: &str) -> Range<usize> {
    let mut start = 0;
    let mut from = 0;
    for word in line.split_whitespace() {
        let at = from + line[from..].find(word).unwrap_or(0);
        from = at + word.len();
        let head = word.trim_start_matches('-');
        if word.starts_with('-') && word.len() - head.len() <= 2 && [">", "o", "|", "?"].contains(&head) {
            start = from;
        }
    }
    let blanks = line[start..].len() - line[start..].trim_start().len();
    start + blanks..line.len()
}

fn level(app: &mut App, up: bool) {
    let Some(open) = app.open.as_ref() else { return };
    let levels: Vec<_> = open.map.levels().iter().map(|level| level.id.clone()).collect();
    change(app, |adder| adder.level = edit::shifted(&levels, adder.level.as_ref(), up));
}

fn area(app: &mut App, after: bool) {
    let Some(open) = app.open.as_ref() else { return };
    let areas: Vec<_> = open.map.areas().iter().map(|area| area.id.clone()).collect();
    change(app, |adder| adder.area = edit::shifted(&areas, adder.area.as_ref(), after));
}

#[cfg(test)]
mod tests {
    use super::super::played::{links, map, player, press};
    use super::*;

    #[test]
    fn the_last_line_comes_back_to_be_put_right() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "aNo tme -> Trust<enter><up>");
        assert_eq!(map(&player), before, "what it did is undone");
        press(&mut player, "<home><right><right><right><right>i<enter>");
        assert_eq!(links(&player), ["no-time causes trust +"]);
        // What was done since is not undone for a line.
        press(&mut player, "<up><c-u><esc>");
        assert_eq!(map(&player), before);
    }

    #[test]
    fn a_line_that_was_not_taken_in_is_there_the_next_time() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "aNo time -> Trust<esc>");
        assert_eq!(map(&player), before);
        assert!(player.app.message.contains("a, then ↑"), "{}", player.app.message);
        press(&mut player, "a");
        assert!(player.screen().contains("«No time -> Trust»"), "{}", player.screen());
        press(&mut player, "<up><enter>");
        assert_eq!(links(&player), ["no-time causes trust +"]);
        // It was taken in, so nothing waits any more.
        press(&mut player, "<esc>a<up>");
        let Some(Pane::Add(adder)) = player.app.pane.as_ref() else { panic!("the field is open") };
        assert_eq!(adder.input.value(), "");
    }

    #[test]
    fn the_preview_says_where_each_card_will_stand_and_who_says_so() {
        let mut player = player();
        press(&mut player, "aNo time /system -> Ministry");
        let screen = player.screen();
        assert!(screen.contains("new: «No time» → system (from the line)"), "{screen}");
        assert!(screen.contains("there: «Ministry» → system"), "{screen}");
        press(&mut player, "<c-u>No time");
        assert!(player.screen().contains("→ users (from the field)"), "{}", player.screen());
        press(&mut player, " /");
        let screen = player.screen();
        assert!(screen.contains("a level can follow: users, system"), "{screen}");
    }

    #[test]
    fn levels_and_areas_that_are_not_there_are_all_named_and_made_on_request() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "aNoise -> Heat /Ward #Flow");
        let screen = player.screen();
        for wanted in ["/Ward: no level", "#Flow: no level", "Ctrl+N makes the level «Ward», the area «Flow»"]
        {
            assert!(screen.contains(wanted), "{wanted}: {screen}");
        }
        press(&mut player, "<c-n>");
        let screen = player.screen();
        assert!(screen.contains("new: «Heat» → Ward · 1 Flow (from the line)"), "{screen}");
        assert!(screen.contains("stands behind its card only"), "{screen}");
        press(&mut player, "<enter><esc>");
        let now = map(&player);
        let place = |id: &str| now.node(&id.into()).map(|node| (node.level.clone(), node.area.clone()));
        assert_eq!(place("heat"), Some((Some("ward".into()), Some("1".into()))));
        assert_eq!(place("noise"), Some((Some("users".into()), None)));
        press(&mut player, "uu");
        assert_eq!(map(&player), before);
    }

    #[test]
    fn what_does_not_fit_into_the_preview_is_counted_and_a_long_line_is_cut_with_a_mark() {
        let mut player = player();
        let tags: Vec<String> = (0..12).map(|at| format!("Card number {at} #t{at}x{at}")).collect();
        press(&mut player, &format!("a{}", tags.join(" -> ")));
        let screen = player.screen();
        let field = screen.lines().find(|line| line.contains("› …")).map(str::to_owned);
        assert!(field.is_some_and(|line| line.contains("t11x11")), "{screen}");
        assert!(screen.contains(" more lines"), "{screen}");
        press(&mut player, "<home>");
        assert!(player.screen().lines().any(|line| line.contains("› Card number 0") && line.contains('…')));
    }

    #[test]
    fn a_lack_is_remarked_on_quietly_and_written_all_the_same() {
        let mut player = player();
        press(&mut player, "aLack of time");
        assert!(player.screen().contains("Can this grow?"), "{}", player.screen());
        press(&mut player, "<enter><esc>");
        assert!(map(&player).node(&"lack-of-time".into()).is_some());
        press(&mut player, "c/Housing and work<enter>");
        assert!(player.app.message.contains("Two things in one?"), "{}", player.app.message);
    }

    #[test]
    fn an_arrow_without_blanks_is_remarked_on_and_stays_in_the_name() {
        let mut player = player();
        for (line, remarked) in [
            ("Cod ->overfishing", true),
            ("Cod-> overfishing", true),
            ("Cod -> overfishing", false),
            ("\"Cod->overfishing\"", false),
            ("Well-oiled", false),
        ] {
            press(&mut player, &format!("a{line}"));
            assert_eq!(player.screen().contains("Blanks around the arrow?"), remarked, "{line}");
            press(&mut player, "<c-u><esc>");
        }
        press(&mut player, "aCod ->overfishing<enter><esc>");
        assert!(map(&player).nodes().any(|(_, node)| node.label == "Cod ->overfishing"));
    }

    #[test]
    fn without_a_card_the_field_says_how_new_ones_get_a_level() {
        let mut player = player();
        press(&mut player, "a");
        assert!(!player.screen().contains("Shift+↑ chooses one"), "they go where the selected card is");
        press(&mut player, "<esc>");
        player.app.open.as_mut().expect("open").card = None;
        press(&mut player, "a");
        assert!(player.screen().contains("Shift+↑ chooses one"), "{}", player.screen());
        press(&mut player, "Noise<enter>");
        assert!(player.screen().contains("Shift+↑ chooses one"), "{}", player.screen());
        press(&mut player, "Queue /system<enter>");
        assert!(!player.screen().contains("Shift+↑ chooses one"), "the line placed it: {}", player.screen());
        press(&mut player, "Heat<enter><s-up>");
        assert!(!player.screen().contains("Shift+↑ chooses one"), "{}", player.screen());
    }

    fn paste_text(player: &mut crate::tui::screen::Player, text: &str) {
        let event = crate::tui::event::Event::Paste(text.to_owned());
        player.press(&crate::tui::screen::Play { event, text: String::new() });
    }

    #[test]
    fn a_label_too_long_for_a_file_is_refused_and_that_is_said() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "a");
        paste_text(&mut player, &"x".repeat(100_000));
        let Some(Pane::Add(adder)) = player.app.pane.as_ref() else { panic!("the field is open") };
        assert_eq!(adder.input.value().len(), LONGEST_LINE);
        assert!(player.screen().contains("too long for a card"), "{}", player.screen());
        press(&mut player, "<enter>");
        assert_eq!(map(&player), before);
        let Some(Pane::Add(adder)) = player.app.pane.as_ref() else { panic!("the field is open") };
        assert_eq!(adder.done, player.app.lang.words().adding.too_long);
    }

    #[test]
    fn pasted_lines_are_one_deed_and_lie_where_the_field_points() {
        let mut player = player();
        let before = map(&player);
        let long = "x".repeat(2_001);
        press(&mut player, "aNo ");
        paste_text(&mut player, &format!("time\nNo time -| Trust\n{long}\nLaw /system -> No time\n"));
        assert_eq!(links(&player), ["law causes no-time +", "no-time causes trust -"]);
        let now = map(&player);
        assert_eq!(now.node_count(), before.node_count() + 2);
        let level = |id: &str| now.node(&id.into()).and_then(|node| node.level.clone());
        assert_eq!((level("no-time"), level("law")), (Some("users".into()), Some("system".into())));
        let Some(Pane::Add(adder)) = player.app.pane.as_ref() else { panic!("the field is open") };
        assert_eq!(adder.done, "Pasted: 2 cards, 2 links. Left out, wholly or in part: 1 line.");
        assert_eq!(adder.input.value(), "");
        press(&mut player, "<esc>u");
        assert_eq!(map(&player), before);
    }

    #[test]
    fn a_pasted_list_says_what_its_headings_became() {
        let mut player = player();
        press(&mut player, "a");
        paste_text(&mut player, "# system\nLaw\nQueue\n- Wait\n- Noise\n  - Drill\n");
        let Some(Pane::Add(adder)) = player.app.pane.as_ref() else { panic!("the field is open") };
        assert_eq!(adder.done, "Pasted: 4 cards. Headings: «system» level, «Queue» new area, «Noise» card.");
        let now = map(&player);
        let law = now.node(&"law".into()).and_then(|node| node.level.clone());
        assert_eq!((law, now.areas().len()), (Some("system".into()), 1));
    }

    #[test]
    fn of_very_many_pasted_lines_the_rest_is_said_to_be_left_out() {
        let mut player = player();
        let before = map(&player);
        let lines: Vec<String> = (0..5_007).map(|at| format!("Card {at}\u{7}")).collect();
        paste_text(&mut player, &lines.join("\r\n"));
        assert_eq!(map(&player).node_count(), before.node_count() + 5_000);
        let Some(Pane::Add(adder)) = player.app.pane.as_ref() else { panic!("the field is open") };
        assert!(adder.done.ends_with(": 7 lines."), "{}", adder.done);
        let text = crate::file::write_map(&map(&player));
        let back = crate::file::open_text("saved", text).expect("it opens");
        assert_eq!(back.document.to_map().as_ref(), Ok(&*map(&player)));
        press(&mut player, "<esc>u");
        assert_eq!(map(&player), before);
    }

    #[test]
    fn the_last_label_stands_behind_the_last_arrow() {
        for (line, label) in [
            ("", ""),
            ("no time", "no time"),
            ("a -> b", "b"),
            ("a --o  blå bær", "blå bær"),
            ("a - b", "a - b"),
            ("-o -o x", "x"),
            ("a ->", ""),
        ] {
            assert_eq!(&line[last_label(line)], label, "{line}");
        }
    }
}
