//! Merges told one by one: what people do at the same time, and what the command line and git make of it.

#[path = "merge/files.rs"]
mod files;

use std::fs;

use files::Files;
use floke::file::{open_text, write_map};
use floke::map::*;

/// Users, practitioners and leaders; four cards, a source, a told loop and a journey.
const BASE: &str = r#"(floke: 1, title: "Base",
  levels: [(id: "users", name: "Users"), (id: "staff", name: "Staff"), (id: "lead", name: "Leaders")],
  areas: [(id: "1", name: "One"), (id: "2", name: "Two")],
  sources: {"survey": (title: "Survey", kind: Survey), "panel": (title: "Panel", kind: Panel)},
  nodes: {
    "burden": (label: "Burden", kind: Cause, level: "users", area: "1", votes: 3, pin: 4, tags: ["old"], note: ["One.", "Two.", "Three."],
      sources: {"survey": (figure: "22 hours", page: "1")}, causes: {"told": (sign: Minus)}),
    "told": (label: "Told upward", kind: Cause, level: "staff", area: "2", causes: {"steering": (sign: Plus)}),
    "steering": (label: "Steering", kind: Cause, level: "lead", causes: {"burden": (sign: Plus)}),
    "idle": (label: "Idle", kind: Cause),
  },
  loops: {"r": (title: "Never hears", through: [("burden", Causes), ("told", Causes), ("steering", Causes)])},
  journeys: {"walk": (title: "Walk", place: 3, steps: [(show: Node("burden")), (show: Node("told")), (show: Loop("r"))])},
)"#;

fn map(text: &str) -> Map {
    open_text("x.floke.ron", text.to_owned()).expect("opens").document.to_map().expect("is a map")
}

/// The base with a piece of its text replaced, once each.
fn with(changes: &[(&str, &str)]) -> Map {
    let mut text = BASE.to_owned();
    for (old, new) in changes {
        assert_eq!(text.matches(old).count(), 1, "{old} stands once");
        text = text.replace(old, new);
    }
    map(&text)
}

fn merged(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> Merged {
    merge(&map(BASE), &with(ours), &with(theirs))
}

/// A conflict in short: `node a label`, `node a DeleteUse Ours`.
fn named(merged: &Merged) -> Vec<String> {
    let short = |one: &Conflict| {
        let words = [
            one.at.as_str(),
            one.field.as_str(),
            one.what.map_or("", Clash::as_str),
            one.deleted_by.map_or("", Side::as_str),
        ];
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    merged.conflicts.iter().map(short).collect()
}

fn clean(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> Map {
    let merged = merged(ours, theirs);
    assert_eq!(named(&merged), [] as [&str; 0]);
    merged.map
}

fn node<'a>(map: &'a Map, id: &str) -> &'a Node {
    map.node(&id.into()).unwrap_or_else(|| panic!("{id} is there"))
}

#[test]
fn different_fields_of_one_card_are_both_taken() {
    let map =
        clean(&[("level: \"staff\"", "level: \"lead\"")], &[("label: \"Told upward\"", "label: \"Told\"")]);
    assert_eq!(
        (node(&map, "told").label.as_str(), node(&map, "told").level.as_ref().map(LevelId::as_str)),
        ("Told", Some("lead"))
    );
}

#[test]
fn one_field_changed_twice_is_a_conflict_with_three_values_and_ours_live() {
    let merged = merged(&[("\"Burden\"", "\"Load\"")], &[("\"Burden\"", "\"Weight\"")]);
    let value = |text: &str| Some(Value::of(text));
    let expected = Conflict {
        at: "node burden".to_owned(),
        field: "label".to_owned(),
        base: value("Burden"),
        ours: value("Load"),
        theirs: value("Weight"),
        ..Conflict::default()
    };
    assert_eq!(merged.conflicts, [expected]);
    assert_eq!(merged.map.conflicts(), merged.conflicts);
    assert_eq!(node(&merged.map, "burden").label, "Load");
}

#[test]
fn opposite_signs_are_a_conflict_and_never_unknown() {
    let merged = merged(&[("(sign: Minus)", "(sign: Plus)")], &[("(sign: Minus)", "(sign: Unknown)")]);
    assert_eq!(named(&merged), ["link burden causes told sign"]);
    let link = merged.map.link(&LinkId::new("burden", LinkKind::Causes, "told")).expect("there");
    assert_eq!(link.sign, Some(Sign::Plus));
}

#[test]
fn dots_add_up_pins_and_places_are_the_smaller_words_are_united_lines_are_merged() {
    let ours = [
        ("votes: 3", "votes: 5"),
        ("pin: 4", "pin: 2"),
        ("place: 3", "place: 1"),
        ("[\"old\"]", "[\"old\", \"ours\"]"),
        ("\"One.\"", "\"One!\""),
    ];
    let theirs = [
        ("votes: 3", "votes: 5"),
        ("pin: 4", "pin: 3"),
        ("place: 3", "place: 2"),
        ("[\"old\"]", "[\"theirs\"]"),
        ("\"Three.\"", "\"Three!\", \"Four.\""),
    ];
    let map = clean(&ours, &theirs);
    let burden = node(&map, "burden");
    assert_eq!((burden.votes, burden.pin, map.journeys()[0].1.place), (7, Some(2), Some(1)));
    assert_eq!(burden.tags, ["ours", "theirs"]);
    assert_eq!(burden.note, ["One!", "Two.", "Three!", "Four."]);
}

#[test]
fn lines_that_both_changed_are_a_conflict() {
    let merged = merged(&[("\"Two.\"", "\"Two!\"")], &[("\"Two.\"", "\"Two?\"")]);
    assert_eq!(named(&merged), ["node burden note"]);
    assert_eq!(node(&merged.map, "burden").note, ["One.", "Two!", "Three."]);
}

#[test]
fn citations_are_merged_by_source_and_field() {
    let map = clean(
        &[("figure: \"22 hours\"", "figure: \"23 hours\"")],
        &[("page: \"1\")}", "page: \"2\"), \"panel\": ()}")],
    );
    let sources = &node(&map, "burden").sources;
    let survey = &sources["survey"];
    assert_eq!((survey.figure.as_str(), survey.page.as_str(), sources.len()), ("23 hours", "2", 2));
    let clash = merged(&[("page: \"1\"", "page: \"2\"")], &[("page: \"1\"", "page: \"3\"")]);
    assert_eq!(named(&clash), ["node burden sources.survey.page"]);
}

#[test]
fn a_card_taken_out_and_changed_stays_with_its_links() {
    // They take out Told, its links and what is told of it; we give it another label.
    let theirs: &[(&str, &str)] = &[
        (", causes: {\"told\": (sign: Minus)}", ""),
        (
            "    \"told\": (label: \"Told upward\", kind: Cause, level: \"staff\", area: \"2\", causes: {\"steering\": (sign: Plus)}),\n",
            "",
        ),
    ];
    let merged = merged(&[("\"Told upward\"", "\"Told\"")], theirs);
    assert_eq!(named(&merged), ["node told DeleteEdit Theirs"]);
    assert_eq!(merged.map.link_count(), 3);
    let settled = floke::map::merge::settle(&merged.map, 0, Side::Theirs).expect("can be settled");
    let mut gone = merged.map.clone();
    gone.apply(&settled).expect("fits");
    assert_eq!(gone, with(theirs));
}

#[test]
fn what_is_taken_out_and_used_stays() {
    let level = merged(
        &[(", (id: \"lead\", name: \"Leaders\")", ""), (", level: \"lead\"", "")],
        &[("\"Idle\", kind: Cause", "\"Idle\", kind: Cause, level: \"lead\"")],
    );
    assert_eq!(named(&level), ["level lead DeleteUse Ours"]);
    assert_eq!(level.map.levels().len(), 3);
    assert_eq!(node(&level.map, "steering").level, None);
    let source = merged(
        &[(", \"panel\": (title: \"Panel\", kind: Panel)", "")],
        &[("\"Idle\", kind: Cause", "\"Idle\", kind: Cause, sources: {\"panel\": ()}")],
    );
    assert_eq!(named(&source), ["source panel DeleteUse Ours"]);
    let card = merged(
        &[("    \"idle\": (label: \"Idle\", kind: Cause),\n", "")],
        &[("{\"steering\": (sign: Plus)}", "{\"steering\": (sign: Plus), \"idle\": (sign: Plus)}")],
    );
    assert_eq!(named(&card), ["node idle DeleteUse Ours"]);
    assert_eq!(card.map.link_count(), 4);
}

#[test]
fn a_link_taken_out_and_changed_stays_and_one_taken_out_breaks_the_loop() {
    let kept = merged(
        &[(", causes: {\"told\": (sign: Minus)}", "")],
        &[("(sign: Minus)", "(sign: Minus, delay: true)")],
    );
    assert_eq!(named(&kept), ["link burden causes told LinkDeleteEdit Ours"]);
    let gone = clean(&[(", causes: {\"told\": (sign: Minus)}", "")], &[("\"Idle\"", "\"Idler\"")]);
    assert_eq!(gone.link_count(), 2);
}

#[test]
fn two_laptops_that_make_the_same_card_make_one() {
    let ours =
        ("\"idle\": (", "\"new\": (label: \"New\", kind: Cause, tags: [\"a\"], votes: 2),\n\"idle\": (");
    let theirs = (
        "\"idle\": (",
        "\"new\": (label: \"New\", kind: Cause, level: \"users\", tags: [\"b\"], votes: 1),\n\"idle\": (",
    );
    let map = clean(&[ours], &[theirs]);
    let new = node(&map, "new");
    assert_eq!((new.votes, new.level.is_some(), new.tags.len()), (3, true, 2));
    let other = ("\"idle\": (", "\"new\": (label: \"New\", kind: Actor),\n\"idle\": (");
    let two = merged(&[ours], &[other]);
    assert_eq!(named(&two), ["node new AddAdd"]);
    assert_eq!(*node(&two.map, "new"), *node(&with(&[ours]), "new"));
}

#[test]
fn order_is_merged_and_two_orders_that_contradict_are_said() {
    let new = (
        "(id: \"users\", name: \"Users\"), ",
        "(id: \"users\", name: \"Users\"), (id: \"kin\", name: \"Kin\"), ",
    );
    let last = ("name: \"Leaders\")", "name: \"Leaders\"), (id: \"state\", name: \"State\")");
    let map = clean(&[new], &[last]);
    assert_eq!(
        map.levels().iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
        ["users", "kin", "staff", "lead", "state"]
    );
    let list = "(id: \"users\", name: \"Users\"), (id: \"staff\", name: \"Staff\"), (id: \"lead\", name: \"Leaders\")";
    let turned = "(id: \"staff\", name: \"Staff\"), (id: \"users\", name: \"Users\"), (id: \"lead\", name: \"Leaders\")";
    let other = "(id: \"users\", name: \"Users\"), (id: \"lead\", name: \"Leaders\"), (id: \"staff\", name: \"Staff\")";
    assert_eq!(named(&merged(&[(list, turned)], &[(list, other)])), ["map levels"]);
    let steps = clean(
        &[("(show: Node(\"told\")), ", "")],
        &[("(show: Loop(\"r\"))", "(show: Loop(\"r\")), (show: Text, remark: [\"End.\"])")],
    );
    assert_eq!(steps.journeys()[0].1.steps.len(), 3);
}

#[test]
fn a_card_made_one_with_another_is_followed() {
    // We make Idle one with Told; they link to Idle, give it dots and show it.
    let base = map(BASE);
    let deed = verb::merge_nodes(&base, &"told".into(), &"idle".into()).expect("can be done");
    let mut ours = base.clone();
    ours.apply(&deed.change).expect("fits");
    let theirs = with(&[
        ("\"Idle\", kind: Cause", "\"Idle\", kind: Cause, votes: 2"),
        ("causes: {\"burden\": (sign: Plus)}", "causes: {\"burden\": (sign: Plus), \"idle\": (sign: Plus)}"),
        ("(show: Node(\"told\"))", "(show: Node(\"told\")), (show: Node(\"idle\"))"),
    ]);
    for merged in [merge(&base, &ours, &theirs), merge(&base, &theirs, &ours)] {
        assert_eq!(named(&merged), [] as [&str; 0]);
        assert!(merged.map.node(&"idle".into()).is_none());
        assert!(merged.map.link(&LinkId::new("steering", LinkKind::Causes, "told")).is_some());
        assert_eq!(node(&merged.map, "told").votes, 2);
    }
}

#[test]
fn a_card_with_another_id_is_followed() {
    let renamed = [(
        "\"idle\": (label: \"Idle\", kind: Cause)",
        "\"rest\": (label: \"Idle\", kind: Cause, was: [\"idle\"])",
    )];
    let map = clean(
        &renamed,
        &[("\"Idle\"", "\"At rest\""), ("{\"steering\": (sign: Plus)}", "{\"idle\": (sign: Plus)}")],
    );
    assert_eq!(node(&map, "rest").label, "At rest");
    assert!(map.link(&LinkId::new("told", LinkKind::Causes, "rest")).is_some());
    let other = [(
        "\"idle\": (label: \"Idle\", kind: Cause)",
        "\"pause\": (label: \"Idle\", kind: Cause, was: [\"idle\"])",
    )];
    assert_eq!(named(&merged(&renamed, &other)), ["node idle id"]);
}

/// The base with the card under another id, and what names it.
const RENAMED: &[(&str, &str)] = &[(
    "\"idle\": (label: \"Idle\", kind: Cause)",
    "\"rest\": (label: \"Idle\", kind: Cause, was: [\"idle\"])",
)];
const WITHOUT_IDLE: &[(&str, &str)] = &[("    \"idle\": (label: \"Idle\", kind: Cause),\n", "")];

#[test]
fn a_card_that_one_side_took_out_and_the_other_gave_another_id_stays_and_is_named() {
    for (merged, by) in [(merged(RENAMED, WITHOUT_IDLE), "Theirs"), (merged(WITHOUT_IDLE, RENAMED), "Ours")] {
        assert_eq!(named(&merged), [format!("node rest DeleteEdit {by}")]);
        assert_eq!(node(&merged.map, "rest").label, "Idle");
        let side = if by == "Ours" { Side::Ours } else { Side::Theirs };
        let settled = floke::map::merge::settle(&merged.map, 0, side).expect("can be settled");
        let mut gone = merged.map.clone();
        gone.apply(&settled).expect("fits");
        assert_eq!(gone, with(WITHOUT_IDLE));
    }
    // With its links: they come back with it.
    let linked = ("{\"steering\": (sign: Plus)}", "{\"steering\": (sign: Plus), \"idle\": (sign: Plus)}");
    let renamed = with(&[
        RENAMED[0],
        ("{\"steering\": (sign: Plus)}", "{\"rest\": (sign: Plus), \"steering\": (sign: Plus)}"),
    ]);
    let merged = merge(&with(&[linked]), &renamed, &with(WITHOUT_IDLE));
    assert_eq!(named(&merged), ["node rest DeleteEdit Theirs"]);
    assert!(merged.map.link(&LinkId::new("told", LinkKind::Causes, "rest")).is_some());
}

#[test]
fn a_card_that_one_side_took_out_and_the_other_made_one_with_another_is_named() {
    let base = map(BASE);
    let mut ours = base.clone();
    ours.apply(&verb::merge_nodes(&base, &"told".into(), &"idle".into()).expect("can be done").change)
        .expect("fits");
    let merged = merge(&base, &ours, &with(WITHOUT_IDLE));
    assert_eq!(named(&merged), ["node idle id"]);
    assert!(merged.map.node(&"idle".into()).is_none());
}

/// Told becomes Spoken, and Idle becomes Told: their edits of the old Told go to Spoken.
#[test]
fn ids_that_are_handed_on_bring_each_edit_to_its_card() {
    let ours = [
        ("{\"told\": (sign: Minus)}", "{\"spoken\": (sign: Minus)}"),
        (
            "\"told\": (label: \"Told upward\", kind: Cause,",
            "\"spoken\": (label: \"Told upward\", kind: Cause, was: [\"told\"],",
        ),
        (
            "\"idle\": (label: \"Idle\", kind: Cause)",
            "\"told\": (label: \"Idle\", kind: Cause, was: [\"idle\"])",
        ),
        ("(\"told\", Causes)", "(\"spoken\", Causes)"),
        ("Node(\"told\")", "Node(\"spoken\")"),
    ];
    let theirs = [
        ("\"Told upward\"", "\"Told on\""),
        ("\"Idle\", kind: Cause", "\"Idle\", kind: Cause, votes: 2"),
        ("(sign: Minus)", "(sign: Minus, delay: true)"),
        ("{\"burden\": (sign: Plus)}", "{\"burden\": (sign: Plus), \"told\": (sign: Plus)}"),
    ];
    for (ours, theirs, live) in [(&ours[..], &theirs[..], "ours"), (&theirs[..], &ours[..], "theirs")] {
        let map = clean(ours, theirs);
        assert_eq!(node(&map, "spoken").label, "Told on", "{live}");
        assert_eq!((node(&map, "told").label.as_str(), node(&map, "told").votes), ("Idle", 2), "{live}");
        let link = |from: &str, to: &str| map.link(&LinkId::new(from, LinkKind::Causes, to)).cloned();
        assert!(link("burden", "spoken").expect("there").delay, "{live}");
        assert!(link("steering", "spoken").is_some() && link("steering", "told").is_none(), "{live}");
    }
    // Both did the same: one card each, and what either says of it.
    let map = clean(&ours, &[&ours[..], &[("title: \"Walk\"", "title: \"A walk\"")]].concat());
    assert_eq!((map.node_count(), node(&map, "told").label.as_str()), (4, "Idle"));
}

#[test]
fn two_cards_that_change_places_are_followed() {
    let ours = [
        (
            "\"idle\": (label: \"Idle\", kind: Cause)",
            "\"steering\": (label: \"Idle\", kind: Cause, was: [\"idle\"])",
        ),
        (
            "\"steering\": (label: \"Steering\", kind: Cause,",
            "\"idle\": (label: \"Steering\", kind: Cause, was: [\"steering\"],",
        ),
        ("{\"steering\": (sign: Plus)}", "{\"idle\": (sign: Plus)}"),
        ("(\"steering\", Causes)", "(\"idle\", Causes)"),
    ];
    let map = clean(&ours, &[("\"Steering\"", "\"Steers\""), ("\"Idle\"", "\"Idles\"")]);
    assert_eq!(
        (node(&map, "idle").label.as_str(), node(&map, "steering").label.as_str()),
        ("Steers", "Idles")
    );
    assert!(map.link(&LinkId::new("idle", LinkKind::Causes, "burden")).is_some());
}

#[test]
fn an_id_given_to_the_same_card_by_both_is_one_change() {
    // They gave it a label too, and we took its link out: both is done, and nothing comes back.
    let linked = ("{\"steering\": (sign: Plus)}", "{\"steering\": (sign: Plus), \"idle\": (sign: Plus)}");
    let now = ("{\"steering\": (sign: Plus)}", "{\"rest\": (sign: Plus), \"steering\": (sign: Plus)}");
    let theirs = [
        (
            "\"idle\": (label: \"Idle\", kind: Cause)",
            "\"rest\": (label: \"At rest\", kind: Cause, was: [\"idle\"])",
        ),
        now,
    ];
    let merged = merge(&with(&[linked]), &with(RENAMED), &with(&theirs));
    assert_eq!(named(&merged), [] as [&str; 0]);
    assert_eq!(node(&merged.map, "rest").label, "At rest");
    assert!(merged.map.link(&LinkId::new("told", LinkKind::Causes, "rest")).is_none());
}

#[test]
fn an_open_conflict_that_both_settled_otherwise_is_open_again() {
    let label = "conflicts: [(at: \"node idle\", field: \"label\", ours: \"\\\"Idle\\\"\", theirs: \"\\\"Rest\\\"\")],";
    let gone = "conflicts: [(at: \"node idle\", what: DeleteEdit, deleted_by: Ours)],";
    let link = "conflicts: [(at: \"link burden causes told\", what: LinkDeleteEdit, deleted_by: Theirs)],";
    let order = "conflicts: [(at: \"map\", field: \"levels\")],";
    let open = |conflict: &str| with(&[("title: \"Base\",", &format!("title: \"Base\", {conflict}"))]);
    let levels = "(id: \"users\", name: \"Users\"), (id: \"staff\", name: \"Staff\")";
    let turned = "(id: \"staff\", name: \"Staff\"), (id: \"users\", name: \"Users\")";
    for (conflict, other, says) in [
        (label, with(&[("\"Idle\"", "\"Rest\"")]), "node idle label"),
        (gone, with(WITHOUT_IDLE), "node idle DeleteEdit"),
        (
            link,
            with(&[(", causes: {\"told\": (sign: Minus)}", "")]),
            "link burden causes told LinkDeleteEdit",
        ),
        (order, with(&[(levels, turned)]), "map levels"),
    ] {
        let (base, same) = (open(conflict), map(BASE));
        for (ours, theirs) in [(&same, &other), (&other, &same)] {
            let merged = merge(&base, ours, theirs);
            let [name] = &named(&merged)[..] else { panic!("{says}: {:?}", merged.conflicts) };
            assert!(name.starts_with(says), "{name}");
            if !says.contains("Delete") {
                assert_eq!(without_conflicts(&merged.map), *ours, "ours is live");
            }
        }
        // Settled alike it is settled.
        for side in [&same, &other] {
            assert_eq!(merge(&base, side, side).map, *side);
        }
    }
}

fn without_conflicts(map: &Map) -> Map {
    let mut map = map.clone();
    while let Some(change) = floke::map::merge::leave_as_it_is(&map, 0) {
        map.apply(&change).expect("fits");
    }
    map
}

#[test]
fn settling_leaves_nothing_that_leads_nowhere() {
    let level =
        ("(id: \"lead\", name: \"Leaders\")", "(id: \"lead\", name: \"Leaders\", part_of: \"staff\")");
    let (gone, survey) = ("{\"survey\": (title: \"Survey\", kind: Survey), ", "{");
    for (open, ends) in [
        ("(at: \"level staff\", what: DeleteUse, deleted_by: Theirs)", "level: \"staff\""),
        ("(at: \"source survey\", what: DeleteUse, deleted_by: Theirs)", "\"survey\""),
        ("(at: \"node told\", what: DeleteUse, deleted_by: Theirs)", "causes: {\"told\""),
    ] {
        let base = with(&[level, ("title: \"Base\",", &format!("title: \"Base\", conflicts: [{open}],"))]);
        assert!(write_map(&base).contains(ends.split(' ').next().expect("a word")));
        let change = floke::map::merge::settle(&base, 0, Side::Theirs).expect("can be settled");
        let mut settled = base.clone();
        settled.apply(&change).expect("fits");
        let text = write_map(&settled);
        assert!(!text.contains(ends), "{open}: {text}");
        let found = floke::file::check(&open_text("x.floke.ron", text).expect("opens"));
        let loose =
            found.iter().filter(|one| one.code.starts_with("unknown-") || one.code == "dangling-link");
        let loose: Vec<_> = loose.map(|one| (one.code, one.item.clone())).collect();
        // What people told stays, and says that it is broken.
        assert!(
            loose.iter().all(|(_, item)| matches!(item, Some(Item::Loop(_) | Item::Journey(_)))),
            "{loose:?}"
        );
    }
    // What is gone since cannot come to live, nor a level that would be a part of itself.
    let cited = "(at: \"node burden\", field: \"sources.survey\", theirs: \"()\")";
    let whole = "(at: \"level staff\", field: \"part_of\", theirs: \"\\\"lead\\\"\")";
    for (open, more) in [
        (cited, vec![(gone, survey), ("sources: {\"survey\": (figure: \"22 hours\", page: \"1\")}, ", "")]),
        (whole, vec![level]),
    ] {
        let title = format!("title: \"Base\", conflicts: [{open}],");
        let base = with(&[&more[..], &[("title: \"Base\",", &title)]].concat());
        assert_eq!(floke::map::merge::settle(&base, 0, Side::Theirs), None, "{open}");
        assert!(floke::map::merge::settle(&base, 0, Side::Ours).is_some(), "{open}");
    }
}

#[test]
fn open_conflicts_are_carried_until_a_side_settles_them() {
    let open = (
        "title: \"Base\",",
        "title: \"Base\", conflicts: [(at: \"node idle\", field: \"label\", ours: \"Idle\", theirs: \"Rest\")],",
    );
    let (base, still) = (with(&[open]), with(&[open, ("\"Burden\"", "\"Load\"")]));
    let settled = with(&[("\"Idle\"", "\"Rest\"")]);
    assert_eq!(merge(&map(BASE), &still, &map(BASE)).map.conflicts().len(), 1);
    let merged = merge(&base, &still, &settled);
    assert_eq!((merged.map.conflicts().len(), node(&merged.map, "idle").label.as_str()), (0, "Rest"));
}

#[test]
fn two_sides_that_make_levels_parts_of_each_other_are_stopped() {
    let ours = ("name: \"Users\")", "name: \"Users\", part_of: \"staff\")");
    let theirs = ("name: \"Staff\")", "name: \"Staff\", part_of: \"users\")");
    assert_eq!(named(&merged(&[ours], &[theirs])), ["level staff part_of", "level users part_of"]);
}

#[test]
fn the_command_says_conflicts_and_loops_and_check_fails_until_they_are_settled() {
    let ours = with(&[("\"Burden\"", "\"Load\""), (", causes: {\"told\": (sign: Minus)}", "")]);
    let theirs = with(&[("\"Burden\"", "\"Weight\"")]);
    let files = Files::of_maps(&map(BASE), &ours, &theirs);
    let ran = files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(1), 0), "{err}");
    assert!(err.contains("node burden, label: ours \"Load\", theirs \"Weight\", before \"Burden\""), "{err}");
    assert!(err.contains("«Never hears» no longer runs"), "{err}");
    assert_eq!(files.read("out.ron"), write_map(&merge(&map(BASE), &ours, &theirs).map));
    let check = files.floke(&["check", "out.ron"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("open-conflict"));
    let json =
        files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("one document");
    assert_eq!(json["conflicts"][0]["theirs"], "\"Weight\"");
    assert_eq!(json["loops"]["broken"], serde_json::json!(["r"]));
}

#[test]
fn the_command_writes_nothing_if_a_version_is_no_map() {
    let files = Files::of(BASE, "(floke: 1,", BASE);
    let ran = files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]);
    assert_eq!((ran.status.code(), files.path("out.ron").exists()), (Some(2), false));
    let comment = Files::of(BASE, &BASE.replacen("title", "// why\ntitle", 1), BASE);
    let ran = comment.floke(&["merge", "base.ron", "ours.ron", "theirs.ron"]);
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0));
    let ran = comment.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "--drop-comments"]);
    assert_eq!(
        (ran.status.code(), String::from_utf8(ran.stdout).expect("text")),
        (Some(0), write_map(&map(BASE)))
    );
}

#[test]
fn the_driver_writes_ours_and_falls_back_to_text() {
    let (base, ours) = (map(BASE), with(&[("\"Burden\"", "\"Load\"")]));
    let drive = |files: &Files| {
        files
            .floke(&[
                "merge-driver",
                "base.ron",
                "ours.ron",
                "theirs.ron",
                "9",
                "m.floke.ron",
                "%S",
                "%X",
                "them",
            ])
            .status
            .code()
    };
    let files = Files::of_maps(&base, &ours, &with(&[("\"Idle\"", "\"Rest\"")]));
    assert_eq!(drive(&files), Some(0));
    assert_eq!(node(&map(&files.read("ours.ron")), "idle").label, "Rest");
    let files = Files::of_maps(&base, &ours, &with(&[("\"Burden\"", "\"Weight\"")]));
    assert_eq!(drive(&files), Some(1));
    assert_eq!(map(&files.read("ours.ron")).conflicts().len(), 1);
    // Both made the file: there is no base.
    let files = Files::of(
        "",
        &write_map(&base),
        &write_map(&with(&[("\"idle\": (", "\"new\": (label: \"N\", kind: Cause),\n\"idle\": (")])),
    );
    assert_eq!(drive(&files), Some(0));
    assert!(map(&files.read("ours.ron")).node(&"new".into()).is_some());
    // One is no map: as text, with markers of the asked length and names.
    let files = Files::of("a\n", "b\n", "c\n");
    assert_eq!(drive(&files), Some(1));
    assert_eq!(files.read("ours.ron"), "<<<<<<<<< ours\nb\n=========\nc\n>>>>>>>>> them\n");
    // Nothing is there: git shall leave everything as it was.
    let files = Files::of("a\n", "b\n", "c\n");
    fs::remove_file(files.path("theirs.ron")).expect("there");
    assert!(drive(&files) >= Some(129));
}

/// Git takes 0 for merged and 1 to 128 for a conflict whose text is ours: what the driver could not begin ends otherwise.
#[test]
fn a_driver_that_was_called_wrongly_drops_nothing() {
    let files = Files::of(BASE, BASE, BASE);
    let three = ["base.ron", "ours.ron", "theirs.ron"];
    let wrong: [&[&str]; 5] = [
        &["merge-driver"],
        &["merge-driver", "base.ron", "ours.ron"],
        &["--lang", "nb", "merge-driver", "--no-such", three[0], three[1], three[2]],
        &["--lang", "xx", "merge-driver", three[0], three[1], three[2]],
        &["--settings", "no-such", "merge-driver", three[0], three[1], three[2]],
    ];
    for arguments in wrong {
        let ran = files.floke(arguments);
        assert!(ran.status.code() >= Some(129), "{arguments:?}: {ran:?}");
    }
    assert_eq!(files.floke(&["merge", "base.ron"]).status.code(), Some(2));
    for name in ["-h.floke.ron", "--version", "-V", "--"] {
        let ran =
            files.floke(&["merge-driver", three[0], three[1], three[2], "7", name, "--help", "-x", "--lang"]);
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(0), 0), "{name}: {ran:?}");
    }
}

#[test]
fn a_merge_as_text_that_gives_no_map_is_a_conflict() {
    // Comments are kept by merging as text; both make a card of that id, at the two ends.
    let text = write_map(&map(BASE)).replacen("title", "// why\n  title", 1);
    let first = text.replacen(
        "    \"burden\": (",
        "    \"zeal\": (label: \"Z\", kind: Cause),\n    \"burden\": (",
        1,
    );
    let last = text.replacen("  loops: {", "  loops: {\n    \"s\": (title: \"S\", through: []),", 1);
    let clean = Files::of(&text, &first, &last);
    let drive = |files: &Files| {
        files.floke(&["merge-driver", "base.ron", "ours.ron", "theirs.ron", "7", "m.floke.ron"])
    };
    assert_eq!(drive(&clean).status.code(), Some(0));
    let end = text.rfind("  },\n  loops").expect("the cards end");
    let last = format!("{}    \"zeal\": (label: \"Z\", kind: Effect),\n{}", &text[..end], &text[end..]);
    assert_ne!(last, text);
    let twice = Files::of(&text, &first, &last);
    let ran = drive(&twice);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{err}");
    assert!(err.contains("what came out is no map") && !twice.read("ours.ron").contains("<<<"), "{err}");
}

#[test]
fn what_git_could_not_merge_as_text_is_said_and_ours_stays() {
    let files = Files::of("a\n", "b\0\n", "c\n");
    let ran = files.floke(&["merge-driver", "base.ron", "ours.ron", "theirs.ron", "7", "m.floke.ron"]);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!((ran.status.code(), files.read("ours.ron").as_str()), (Some(129), "b\0\n"), "{err}");
    assert!(err.contains("not merged") && !err.contains("merged as text"), "{err}");
}

#[test]
fn two_maps_that_hold_too_much_together_are_not_written() {
    let levels = |who: &str, many: usize| -> Map {
        let more: Vec<String> =
            (0..many).map(|at| format!("(id: \"{who}-{at}\", name: \"{who} {at}\")")).collect();
        with(&[("levels: [", &format!("levels: [{}, ", more.join(", ")))])
    };
    let (ours, theirs) = (levels("ours", 120), levels("theirs", 120));
    let files = Files::of_maps(&map(BASE), &ours, &theirs);
    for more in [&[][..], &["-o", "out.ron"]] {
        let ran = files.floke(&[&["merge", "base.ron", "ours.ron", "theirs.ron"][..], more].concat());
        let err = String::from_utf8_lossy(&ran.stderr);
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0), "{err}");
        assert!(
            err.contains("both sides together") && err.contains("200") && !err.contains("fault in floke"),
            "{err}"
        );
        assert!(!files.path("out.ron").exists());
    }
    let ran = files.floke(&["merge-driver", "base.ron", "ours.ron", "theirs.ron"]);
    assert_eq!((ran.status.code(), files.read("ours.ron")), (Some(129), write_map(&ours)));
}

#[test]
fn an_open_conflict_is_no_clean_merge_and_two_cannot_come_from_one_place() {
    let open = (
        "title: \"Base\",",
        "title: \"Base\", conflicts: [(at: \"node idle\", field: \"label\", ours: \"Idle\", theirs: \"Rest\")],",
    );
    let files = Files::of_maps(&with(&[open]), &with(&[open, ("\"Burden\"", "\"Load\"")]), &with(&[open]));
    let ran = files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron"]);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{err}");
    assert!(err.contains("1 conflict was open before and still is"), "{err}");
    let ran = files.floke(&["merge", "base.ron", "-", "-"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("only one of the three"), "{ran:?}");
}

#[test]
fn a_comment_that_both_sides_took_out_is_no_loss() {
    let files = Files::of(&BASE.replacen("title", "// why\ntitle", 1), BASE, BASE);
    assert_eq!(files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron"]).status.code(), Some(0));
}
