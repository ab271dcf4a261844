//! Two cards become one: what each of the places that may name a card says afterwards.

use super::super::add_node;
use super::super::tests::after;
use super::*;
use crate::map::node::{Kind, Mark, Role};
use crate::map::told::{Journey, NamedLoop, SetAside, Step};

/// `a` and `b` mean the same, `c` is a third one.
fn three() -> Map {
    let mut map = Map::new("x");
    for label in ["A", "B", "C"] {
        map = after(&map, &add_node(&map, &Node::new(Kind::Cause, label)).expect("short").1);
    }
    map
}

fn causes(from: &str, to: &str) -> LinkId {
    LinkId::new(from, LinkKind::Causes, to)
}

fn linked(map: &mut Map, from: &str, to: &str, link: Link) {
    map.insert_link(causes(from, to), link).expect("new");
}

fn merged(map: &Map) -> Map {
    after(map, &merge_nodes(map, &"a".into(), &"b".into()).expect("two cards"))
}

#[test]
fn links_move_and_those_between_the_two_go() {
    let mut map = three();
    for (from, to) in [("a", "b"), ("b", "a"), ("b", "b"), ("c", "b")] {
        linked(&mut map, from, to, Link::signed(Sign::Plus));
    }
    linked(&mut map, "a", "c", Link { missing: true, strength: Some(3), ..Link::signed(Sign::Unknown) });
    linked(&mut map, "b", "c", Link { delay: true, strength: Some(1), ..Link::signed(Sign::Minus) });
    let map = merged(&map);
    let ids: Vec<_> = map.links().map(|(id, _)| id.clone()).collect();
    assert_eq!(ids, [causes("a", "a"), causes("a", "c"), causes("c", "a")]);
    let link = map.link(&causes("a", "c")).expect("there");
    assert_eq!(*link, Link { delay: true, strength: Some(3), ..Link::signed(Sign::Minus) });
}

#[test]
fn who_works_together_still_stands_at_the_smaller_id() {
    let mut map = three();
    let together = |from: &str, to: &str| LinkId::new(from, LinkKind::Cooperates, to);
    map.insert_link(together("b", "c"), Link::default()).expect("new");
    let map = after(&map, &merge_nodes(&map, &"c".into(), &"b".into()).expect("two cards"));
    assert_eq!(map.link_count(), 0);
    let mut map = three();
    map.insert_link(together("a", "b"), Link::default()).expect("new");
    let map = after(&map, &merge_nodes(&map, &"c".into(), &"a".into()).expect("two cards"));
    assert!(map.link(&together("b", "c")).is_some());
}

#[test]
fn fields_are_filled_lists_united_and_both_wordings_kept() {
    let mut map = three();
    let a = map.node_mut(&"a".into()).expect("there");
    a.tags = vec!["x".to_owned()];
    a.votes = 2;
    a.note = vec!["first".to_owned()];
    let b = map.node_mut(&"b".into()).expect("there");
    b.kind = Kind::Actor;
    b.role = Some(Role::Barrier);
    b.tags = vec!["x".to_owned(), "y".to_owned()];
    b.marks = vec![Mark::Pain];
    b.votes = 3;
    b.was = vec!["old-b".into(), "a".into()];
    b.note = vec!["second".to_owned()];
    let map = merged(&map);
    let node = map.node(&"a".into()).expect("there");
    assert_eq!(
        (node.label.as_str(), node.kind, node.role, node.votes),
        ("A", Kind::Cause, Some(Role::Barrier), 5)
    );
    assert_eq!(
        (node.tags.as_slice(), node.marks.as_slice()),
        (&["x", "y"].map(String::from)[..], &[Mark::Pain][..])
    );
    assert_eq!(node.was, ["b".into(), "old-b".into()]);
    assert_eq!(node.note, ["first", "second", "«A»", "«B»"]);
    assert_eq!(map.find_node(&"old-b".into()).map(|(id, _)| id.as_str()), Some("a"));
}

#[test]
fn one_wording_is_not_quoted() {
    let mut map = three();
    map.node_mut(&"b".into()).expect("there").label = " á".to_owned();
    assert!(merged(&map).node(&"a".into()).expect("there").note.is_empty());
}

#[test]
fn whoever_named_the_one_names_the_other() {
    let mut map = three();
    map.node_mut(&"b".into()).expect("there").was = vec!["old-b".into()];
    let c = map.node_mut(&"c".into()).expect("there");
    (c.owner, c.payer, c.gainer) = (Some("b".into()), Some("old-b".into()), Some("c".into()));
    map.node_mut(&"b".into()).expect("there").owner = Some("b".into());
    let map = merged(&map);
    let c = map.node(&"c".into()).expect("there");
    assert_eq!((&c.owner, &c.payer, &c.gainer), (&Some("a".into()), &Some("a".into()), &Some("c".into())));
    assert_eq!(map.node(&"a".into()).expect("there").owner, Some("a".into()));
}

#[test]
fn what_is_told_goes_on_without_the_links_between_the_two() {
    let mut map = three();
    for (from, to) in [("a", "b"), ("b", "c"), ("c", "a")] {
        linked(&mut map, from, to, Link::signed(Sign::Plus));
    }
    let through: Vec<_> = ["a", "b", "c"].map(|id| (NodeId::new(id), LinkKind::Causes)).into();
    map.loops.insert("l".into(), NamedLoop { through: through.clone(), ..NamedLoop::default() });
    let shows = [
        Show::Event("b".into()),
        Show::Link("a".into(), LinkKind::Causes, "b".into()),
        Show::Link("b".into(), LinkKind::Causes, "c".into()),
        Show::Chain(through[..2].to_vec(), "c".into()),
        Show::Chain(through[..1].to_vec(), "b".into()),
        Show::WhatIf(vec![("b".into(), Sign::Minus), ("c".into(), Sign::Plus), ("a".into(), Sign::Plus)], 3),
    ];
    let steps = shows.into_iter().map(|show| Step { show, remark: Vec::new() }).collect();
    map.journeys.insert("j".into(), Journey { steps, ..Journey::default() });
    let map = merged(&map);
    let links: Vec<_> = map.loops["l"].links().collect();
    assert_eq!(links, [causes("a", "c"), causes("c", "a")]);
    assert!(links.iter().all(|link| map.link(link).is_some()));
    let shows: Vec<_> = map.journeys["j"].steps.iter().map(|step| step.show.clone()).collect();
    assert_eq!(
        shows,
        [
            Show::Event("a".into()),
            Show::Node("a".into()),
            Show::Link("a".into(), LinkKind::Causes, "c".into()),
            Show::Chain(vec![("a".into(), LinkKind::Causes)], "c".into()),
            Show::Node("a".into()),
            Show::WhatIf(vec![("a".into(), Sign::Minus), ("c".into(), Sign::Plus)], 3),
        ]
    );
}

#[test]
fn what_is_set_aside_names_the_card_that_is_left() {
    let mut map = three();
    let aside = SetAside { reason: vec!["b or not b".to_owned()], rests_on: vec!["b causes c".to_owned()] };
    map.set_aside.insert("no-way-back b c".to_owned(), aside);
    let map = merged(&map);
    let aside = &map.set_aside["no-way-back a c"];
    assert_eq!((aside.reason[0].as_str(), aside.rests_on[0].as_str()), ("b or not b", "a causes c"));
}

#[test]
fn one_card_is_no_two() {
    let map = three();
    assert_eq!(merge_nodes(&map, &"a".into(), &"a".into()), None);
    assert_eq!(merge_nodes(&map, &"a".into(), &"gone".into()), None);
    // More tags than a card may have do not fit into one.
    let mut map = three();
    for id in ["a", "b"] {
        map.node_mut(&id.into()).expect("there").tags = (0..40).map(|n| format!("{id}{n}")).collect();
    }
    assert_eq!(merge_nodes(&map, &"a".into(), &"b".into()), None);
}
