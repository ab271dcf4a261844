//! Merges in which cards get other ids, are made one or go: each edit comes to its card, or a conflict names it.

#[path = "merge/told.rs"]
mod told;

use floke::map::*;
use told::{BASE, RENAMED, WITHOUT_IDLE, clean, map, merged, named, node, with};

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

/// Each side made another card one with a third: the link between the two is one from that card to itself, which was there.
#[test]
fn a_link_between_two_cards_that_are_one_now_is_the_same_for_both_sides() {
    let map = |nodes: &str| map(&format!("(floke: 1, title: \"x\", nodes: {{{nodes}}})"));
    let base = map(
        "\"a\": (label: \"A\", kind: Cause), \"b\": (label: \"B\", kind: Cause, acts_on: {\"a\": (sign: Unknown), \"b\": (sign: Plus)}), \
         \"c\": (label: \"C\", kind: Cause)",
    );
    let made_one = |keep: &str, away: &str| {
        let deed = verb::merge_nodes(&base, &keep.into(), &away.into()).expect("can be done");
        let mut map = base.clone();
        map.apply(&deed.change).expect("fits");
        map
    };
    let (ours, theirs) = (made_one("c", "a"), made_one("c", "b"));
    let said = |merged: &Merged| -> Vec<_> {
        let conflicts = merged.conflicts.iter();
        conflicts
            .filter(|one| one.at.starts_with("link "))
            .map(|one| (one.ours.clone(), one.theirs.clone()))
            .collect()
    };
    let (merged, turned) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
    let swapped: Vec<_> = said(&turned).into_iter().map(|(ours, theirs)| (theirs, ours)).collect();
    assert_eq!(said(&merged), swapped);
    assert_eq!(merged.map.link_count(), 1);
}
