//! Merges told one by one: what people do at the same time, and what comes of it.

#[path = "merge/told.rs"]
mod told;

use floke::file::{open_text, write_map};
use floke::map::*;
use told::{BASE, WITHOUT_IDLE, clean, map, merged, named, node, with};

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
