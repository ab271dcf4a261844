//! The field for new cards, played by keys: what a line does, what is said about it, and what pasting brings.

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
