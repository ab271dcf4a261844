//! The form played by keys: each field of a card and a link with the keys that set it, read back from the file.

use std::collections::BTreeSet;

use super::tests::sample;
use super::{Form, Slot, row_of, rows};
use crate::command::View;
use crate::file::{open_text, write_map};
use crate::map::{Item, Link, LinkId, LinkKind, Map, Node, Record};
use crate::text::Lang;
use crate::tui::pane::Pane;
use crate::tui::screen::{PlayOptions, Player, read_script};
use crate::tui::{Sheet, Start};

fn sheet(map: Map) -> Start {
    Start::Map(Box::new(Sheet::unsaved(map)))
}

/// Plays keys on the sample map and gives the editor.
pub(super) fn played(keys: &str, size: (u16, u16)) -> Player {
    let options = PlayOptions { size, ..PlayOptions::default() };
    let mut player = Player::new(sheet(sample()), &options);
    press(&mut player, keys);
    player
}

pub(super) fn press(player: &mut Player, keys: &str) {
    for play in read_script(keys).expect(keys) {
        player.press(&play);
    }
}

/// The map of the editor, as its file would be read again.
pub(super) fn read_back(player: &Player) -> Map {
    let map = &player.app.open.as_ref().expect("a map is open").map;
    open_text("x", write_map(map)).expect("it opens").document.to_map().expect("no fault")
}

/// Keys that go from the first row of an item's form to the one of the slot.
pub(super) fn way(item: &Item, slot: &Slot) -> String {
    let map = sample();
    let at = row_of(&rows(&map, item, Lang::En), slot).unwrap_or_else(|| panic!("{item} has no {slot:?}"));
    "<down>".repeat(at)
}

/// A field of a card: on which card, the slot of its row, the keys in that row, and what the file says then.
type Line = (&'static str, &'static str, Slot, &'static str, &'static str);

fn card_lines() -> Vec<Line> {
    let f = Slot::Field;
    vec![
        ("label", "cause", f("label"), "<enter> ñ<enter>", "\"cause ñ\""),
        ("short", "cause", f("short"), "<enter>kort<enter>", "\"kort\""),
        ("kind", "cause", f("kind"), "<right>", "Actor"),
        ("role", "cause", f("role"), "<enter>ten<enter>", "Tension"),
        ("now", "cause", f("now"), "<right>", "Low"),
        ("origin", "cause", f("origin"), "<right><right>", "FollowOn"),
        ("sector", "actor", f("sector"), "<enter>state<enter>", "\"state\""),
        ("influence", "actor", f("influence"), "<enter>high<enter>", "3"),
        ("stance", "actor", f("stance"), "<enter>wait<enter>", "Waiting"),
        ("groups", "actor", f("groups"), "<enter>a, b<enter>", "[\"a\", \"b\"]"),
        ("involvement", "actor", f("involvement"), "<left>", "Absent"),
        ("needs_to_know", "actor", f("needs_to_know"), "<enter>one<a-enter>two<enter>", "[\"one\", \"two\"]"),
        ("wants_part", "actor", f("wants_part"), "<enter>all<c-s>", "[\"all\"]"),
        ("stage", "measure", f("stage"), "<enter>pro<enter>", "Project"),
        ("hypothesis", "measure", f("hypothesis"), "<enter>if<enter>", "[\"if\"]"),
        ("participants", "measure", f("participants"), "<enter>we<enter>", "[\"we\"]"),
        ("seen", "measure", f("seen"), "<enter>saw<enter>", "[\"saw\"]"),
        ("learning", "measure", f("learning"), "<enter>so<enter>", "[\"so\"]"),
        ("next", "measure", f("next"), "<enter>go on<enter>", "[\"go on\"]"),
        ("group", "measure", f("group"), "<enter>g<enter>", "\"g\""),
        ("owner", "measure", f("owner"), "<enter>act<enter>", "\"actor\""),
        ("payer", "measure", f("payer"), "<enter><down><enter>", "\"actor\""),
        ("gainer", "measure", f("gainer"), "<enter>ACTOR<enter>", "\"actor\""),
        (
            "perspectives",
            "measure",
            Slot::Answer("service", "score"),
            "<right><right><right><right>",
            "(service: (score: 3))",
        ),
        ("measured", "benefit", f("measured"), "<right>", "Qualitative"),
        ("indicator", "benefit", f("indicator"), "<enter>i<enter>", "\"i\""),
        ("effect_goal", "benefit", f("effect_goal"), "<right>", "\"goal\""),
        ("target", "benefit", f("target"), "<enter>90 %<enter>", "\"90 %\""),
        (
            "measurements",
            "benefit",
            Slot::MeasurementAdd,
            "<enter>90 %<enter><down><enter>2024<enter>",
            "[(value: \"86 %\"), (date: \"2024\", value: \"90 %\")]",
        ),
        ("level", "cause", f("level"), "<right><right>", "\"system\""),
        ("area", "cause", f("area"), "<enter>1b<enter>", "\"1B\""),
        ("pin", "cause", f("pin"), "<enter>2<enter>", "2"),
        ("phases", "cause", f("phases"), "<enter> <enter>", "[\"school\"]"),
        ("certainty", "cause", f("certainty"), "<enter>supp<enter>", "Supported"),
        ("marks", "cause", f("marks"), "<enter><down> <down><down> <enter>", "[Idea, Pain]"),
        ("votes", "cause", f("votes"), "<right><right><left>", "1"),
        ("tags", "cause", f("tags"), "<enter>a, å<enter>", "[\"a\", \"å\"]"),
        ("extra", "cause", Slot::ColumnAdd, "<enter>Owner: we<enter>", "{\"Owner\": \"we\"}"),
        (
            "sources",
            "cause",
            Slot::CitationAdd,
            "<enter>rep<enter><down><down><enter>Nobody asks<enter>",
            "{\"report\": (quote: \"Nobody asks\"), \"survey\": ()}",
        ),
        ("note", "cause", f("note"), "<enter><paste:a\nb><enter>", "[\"a\", \"b\"]"),
        ("was", "cause", f("was"), "<enter>old-id<enter>", "[\"old-id\"]"),
    ]
}

#[test]
fn every_field_of_a_card_is_set_by_keys_and_read_back_from_the_file() {
    let lines = card_lines();
    let listed: BTreeSet<_> = lines.iter().map(|(field, ..)| *field).collect();
    let missing: Vec<_> = Node::FIELDS.iter().filter(|field| !listed.contains(*field)).collect();
    assert!(missing.is_empty(), "no keys are listed for {missing:?}");
    for (field, card, slot, keys, want) in lines {
        let item = Item::Node(card.into());
        let player = played(&format!("/{card}<enter>e{}{keys}", way(&item, &slot)), (80, 24));
        let read = read_back(&player);
        let node = read.node(&card.into()).expect("it is there");
        let got = node.get(field);
        assert_eq!(got.as_ref().map(|value| value.as_str()), Some(want), "{field}: {}", player.app.message);
    }
}

/// A field of a link: from, what it says, to, its slot, keys, and what the file says then.
type LinkLine = (&'static str, (&'static str, LinkKind, &'static str), Slot, &'static str, &'static str);

#[test]
fn every_field_of_a_link_is_set_by_keys_and_read_back_from_the_file() {
    let (causes, informs, relates) = (
        ("cause", LinkKind::Causes, "second"),
        ("actor", LinkKind::Informs, "actor"),
        ("cause", LinkKind::Relates, "measure"),
    );
    let f = Slot::Field;
    let lines: Vec<LinkLine> = vec![
        ("word", relates, f("word"), "<enter>beside<enter>", "\"beside\""),
        ("sign", causes, f("sign"), "<right><right>", "Minus"),
        ("delay", causes, f("delay"), " ", "true"),
        ("strength", causes, f("strength"), "<enter>strong<enter>", "3"),
        ("certainty", causes, f("certainty"), "<right>", "Hypothesis"),
        ("about", informs, f("about"), "<enter>whole<enter>", "Whole"),
        ("missing", causes, f("missing"), "<enter>", "true"),
        ("extra", causes, Slot::ColumnAdd, "<enter>w = 3<enter>", "{\"w\": \"3\"}"),
        ("sources", causes, Slot::CitationAdd, "<enter>surv<enter>", "{\"survey\": ()}"),
        ("note", causes, f("note"), "<enter>why<enter>", "[\"why\"]"),
    ];
    let listed: BTreeSet<_> = lines.iter().map(|(field, ..)| *field).collect();
    let missing: Vec<_> = Link::FIELDS.iter().filter(|field| !listed.contains(*field)).collect();
    assert!(missing.is_empty(), "no keys are listed for {missing:?}");
    for (field, (from, kind, to), slot, keys, want) in lines {
        let id = LinkId::new(from, kind, to);
        let mut player = played(&format!("/{from}<enter>"), (100, 30));
        // Tab goes through the links of the card until it is the one.
        for _ in 0..6 {
            if player.app.open.as_ref().is_some_and(|open| open.link.as_ref() != Some(&id)) {
                press(&mut player, "<tab>");
            }
        }
        press(&mut player, &format!("e{}{keys}", way(&Item::Link(id.clone()), &slot)));
        let read = read_back(&player);
        let got = read.link(&id).expect("it is there").get(field);
        assert_eq!(got.as_ref().map(|value| value.as_str()), Some(want), "{field}: {}", player.app.message);
        assert_eq!(player.app.open.as_ref().and_then(|open| open.link.clone()), Some(id), "it stays chosen");
    }
}

fn form_of(player: &Player) -> &Form {
    match &player.app.pane {
        Some(Pane::Form(form)) => form,
        other => panic!("no form is open: {other:?}"),
    }
}

#[test]
fn a_link_that_says_something_else_stays_in_its_form() {
    let id = LinkId::new("cause", LinkKind::Relates, "measure");
    let mut player = played("/cause<enter><tab>", (120, 40));
    for _ in 0..6 {
        if player.app.open.as_ref().is_some_and(|open| open.link.as_ref() != Some(&id)) {
            press(&mut player, "<tab>");
        }
    }
    let item = Item::Link(id);
    press(&mut player, &format!("e{}<enter>stop<enter>", way(&item, &Slot::LinkKind)));
    let stops = LinkId::new("cause", LinkKind::Stops, "measure");
    assert_eq!(form_of(&player).item, Item::Link(stops.clone()));
    assert_eq!(player.app.open.as_ref().and_then(|open| open.link.clone()), Some(stops));
}

#[test]
fn what_is_refused_stays_to_be_typed_on_and_nothing_is_done() {
    let item = Item::Node("cause".into());
    let keys = format!("/cause<enter>e{}<enter>more than sixteen<enter>", way(&item, &Slot::Field("short")));
    let mut player = played(&keys, (80, 24));
    assert!(player.app.message.contains("16"), "{}", player.app.message);
    assert!(form_of(&player).editing.is_some());
    press(&mut player, "<c-w><c-w><enter>");
    assert_eq!(read_back(&player).node(&"cause".into()).expect("there").short, "more");
    press(&mut player, "u");
    assert_eq!(read_back(&player), sample());
    assert!(form_of(&player).editing.is_none());
}

/// The list of levels, areas and the rest has keys of its own; a form that lies on it has the same as everywhere.
#[test]
fn the_keys_of_a_form_are_the_same_on_every_screen() {
    for view in View::OF_A_MAP {
        let mut player = played("", (120, 40));
        player.app.view = view;
        player.app.pane = Some(Pane::Form(Box::new(Form::new(Item::Level("users".into())))));
        press(&mut player, "<enter>!<enter><down><right>");
        let level = read_back(&player).levels()[0].clone();
        assert_eq!((level.name.as_str(), level.part_of), ("users!", Some("system".into())), "{view:?}");
        press(&mut player, "<delete>");
        assert_eq!(read_back(&player).levels()[0].part_of, None, "{view:?}");
        press(&mut player, "uuu");
        assert_eq!(read_back(&player), sample(), "{view:?}");
    }
}

#[test]
fn enter_keeps_and_esc_leaves_a_line_as_well_as_a_text() {
    let item = Item::Node("cause".into());
    let note = way(&item, &Slot::Field("note"));
    let player = played("/cause<enter>e<enter> gone<esc>", (80, 24));
    assert_eq!(read_back(&player), sample());
    let player = played(&format!("/cause<enter>e{note}<enter>kept<c-j>too<enter>"), (80, 24));
    assert_eq!(read_back(&player).node(&"cause".into()).expect("there").note, ["kept", "too"]);
    let player = played(&format!("/cause<enter>e{note}<enter>gone<esc><esc>"), (80, 24));
    assert_eq!(read_back(&player), sample());
    assert!(player.app.pane.is_none(), "the second Esc closed the form");
}

#[test]
fn one_key_renames_and_the_form_closes_with_it() {
    let player =
        played("/second<enter>r<c-u>Tillit 👩\u{200d}👩\u{200d}👧<backspace>til alt<enter>", (80, 24));
    assert!(player.app.pane.is_none());
    assert_eq!(read_back(&player).node(&"second".into()).expect("there").label, "Tillit til alt");
    let player = played("/second<enter>r<enter>", (80, 24));
    assert_eq!((player.app.pane.is_none(), player.app.message.as_str()), (true, "Nothing was changed."));
    let player = played("/second<enter>r gone<esc>", (80, 24));
    assert!(player.app.pane.is_none());
    assert_eq!(read_back(&player), sample());
}

#[test]
fn enter_keeps_what_is_ticked_and_says_how_one_ticks() {
    let marks = way(&Item::Node("second".into()), &Slot::Field("marks"));
    let stands = |keys: &str| {
        let player = played(&format!("/second<enter>e{marks}{keys}"), (80, 24));
        let marks = read_back(&player).node(&"second".into()).expect("there").marks.len();
        (marks, form_of(&player).editing.is_some(), player.app.message)
    };
    let before = stands("").0;
    assert_eq!(before, 0, "a card without marks");
    let (marks, open, said) = stands("<enter><down><enter>");
    assert_eq!((marks, open, said.as_str()), (0, false, "Nothing ticked; Space ticks a row."));
    assert_eq!(stands("<enter> <enter><enter> <enter>").0, 0, "the last tick can be taken off");
    let (marks, open, _) = stands("<enter> <enter><enter><down><enter>");
    assert_eq!((marks, open), (1, false), "what is ticked stays, and the cursor ticks nothing");
}

#[test]
fn leaving_the_program_keeps_what_was_typed() {
    let player = played("/second<enter>r, kept<c-c>", (80, 24));
    assert_eq!(read_back(&player).node(&"second".into()).expect("there").label, "second, kept");
    assert!(!player.app.quit, "work that is not saved is asked about");
}

#[test]
fn a_click_selects_a_row_a_second_one_edits_it_and_a_click_takes_a_choice() {
    let find = |player: &Player, text: &str| -> (usize, usize) {
        let shown = player.shown();
        let found = shown.lines().enumerate().find_map(|(y, line)| {
            let at = line.find(text)?;
            Some((line[..at].chars().count() + 1, y + 1))
        });
        found.unwrap_or_else(|| panic!("no {text} in\n{shown}"))
    };
    let mut player = played("/cause<enter>e", (120, 40));
    let (x, y) = find(&player, "Certainty");
    press(&mut player, &format!("<click:{x},{y}>"));
    assert!(form_of(&player).editing.is_none());
    press(&mut player, &format!("<click:{x},{y}>"));
    assert!(form_of(&player).editing.is_some());
    let (x, y) = find(&player, "confirmed");
    press(&mut player, &format!("<click:{x},{y}>"));
    assert!(form_of(&player).editing.is_none());
    let certainty = read_back(&player).node(&"cause".into()).expect("there").get("certainty");
    assert_eq!(certainty.expect("set").as_str(), "Confirmed");
}

/// Undo may take the edited item away: the form closes. And a map for reading only opens none.
#[test]
fn a_form_closes_with_its_item_and_a_map_for_reading_opens_none() {
    let player = played("aNew thing<enter><esc>/new<enter>euu", (100, 30));
    assert!(player.app.pane.is_none());
    let options = PlayOptions::default();
    let mut player = Player::new(sheet(sample()), &options);
    player.app.open.as_mut().expect("open").read_only = true;
    press(&mut player, "er");
    assert!(player.app.pane.is_none() && !player.app.message.is_empty());
}
