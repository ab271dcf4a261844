//! What is copied reads back, and finds its place in the same map and in another one.

use super::*;
use crate::map::Deed;
use crate::map::link::{LinkId, Sign};
use crate::map::node::{Kind, Measurement};
use crate::map::source::Citation;

/// An actor, a measure that it owns, and a link from the one to the other, on a level and in an area, with a source.
fn full() -> Map {
    let mut map = Map::new("x");
    map.levels = vec![Level { id: "users".into(), name: "Users".into(), part_of: None }];
    map.areas = vec![Area { id: "1".into(), name: "Money".into(), ..Area::default() }];
    map.sources.insert("s".into(), Source { title: "Survey".into(), ..Source::default() });
    let cited = BTreeMap::from([("s".into(), Citation { page: "7".into(), ..Citation::default() })]);
    let measured = Measurement { value: "1".into(), source: Some("s".into()), ..Measurement::default() };
    let actor =
        Node { level: Some("users".into()), pin: Some(1), votes: 2, ..Node::new(Kind::Actor, "City") };
    let measure = Node {
        owner: Some("city".into()),
        area: Some("1".into()),
        sources: cited.clone(),
        measurements: vec![measured],
        was: vec!["plan".into()],
        ..Node::new(Kind::Measure, "New «plan»")
    };
    map.insert_node("city".into(), actor).expect("new");
    map.insert_node("new-plan".into(), measure).expect("new");
    let link = Link { sources: cited, ..Link::signed(Sign::Minus) };
    map.insert_link(LinkId::new("city", LinkKind::Causes, "new-plan"), link).expect("new");
    map.insert_link(LinkId::new("city", LinkKind::Cooperates, "new-plan"), Link::default()).expect("new");
    map
}

fn done(map: &Map, deed: &Deed) -> Map {
    let mut changed = map.clone();
    changed.apply(&deed.change).expect("fits");
    let mut undone = changed.clone();
    undone.apply(&deed.change.inverse()).expect("fits");
    assert_eq!(&undone, map);
    changed
}

fn both() -> Clip {
    Clip::of(&full(), &["new-plan".into(), "city".into(), "gone".into()])
}

#[test]
fn a_clip_reads_back() {
    let clip = both();
    assert_eq!((clip.cards.len(), clip.links.len(), clip.sources.len()), (2, 2, 1));
    let text = clip.to_text();
    assert!(Clip::is_clip(&text) && !text.contains('\n'));
    assert_eq!(Clip::from_text(&text), Ok(clip));
    // One card takes no link along.
    let one = Clip::of(&full(), &["city".into()]);
    assert_eq!((one.links.len(), one.sources.len(), one.levels.len(), one.areas.len()), (0, 0, 1, 0));
}

#[test]
fn ids_of_sources_that_no_file_may_hold_do_not_come_along() {
    let mut read = 0;
    for id in ["a b", "../s", "s\\u{1b}[2J", ""] {
        let text = both().to_text().replace("\"s\"", &format!("\"{id}\""));
        let Ok(clip) = Clip::from_text(&text) else { continue };
        let map = Map::new("y");
        let (_, deed) = paste(&map, &clip).expect("cards come");
        let now = done(&map, &deed);
        assert!(now.sources().keys().all(|id| crate::map::id::is_id(id.as_str())), "{id:?}: {now:?}");
        let cited = now.nodes().flat_map(|(_, node)| node.sources.keys());
        let cited = cited.chain(now.links().flat_map(|(_, link)| link.sources.keys()));
        assert!(cited.into_iter().all(|id| now.sources().contains_key(id)), "{id:?}: {now:?}");
        read += 1;
    }
    assert!(read > 0, "what is refused proves nothing here");
}

#[test]
fn what_is_no_clip_is_refused() {
    let text = both().to_text();
    for wrong in [
        String::new(),
        "Trust\nHope".to_owned(),
        text.replace("floke_clip: 1", "floke_clip: 2"),
        text.replace("floke_clip: 1, ", ""),
        text.replace("cards:", "nodes:"),
        text.replace("(\"city\", Causes", "(\"gone\", Causes"),
        text[..text.len() - 5].to_owned(),
    ] {
        assert!(matches!(Clip::from_text(&wrong), Err(ClipError::Unreadable(_))), "{wrong}");
    }
    assert_eq!(Clip::from_text(&" ".repeat(MOST_BYTES + 1)), Err(ClipError::TooMuch));
}

#[test]
fn in_its_own_map_a_clip_is_a_second_one_of_everything_but_places_and_sources() {
    let map = full();
    let (ids, deed) = paste(&map, &both()).expect("cards");
    assert_eq!((ids.clone(), deed.count), (vec!["city-2".into(), "new-plan-2".into()], 2));
    let map = done(&map, &deed);
    let (actor, measure) = (map.node(&ids[0]).expect("there"), map.node(&ids[1]).expect("there"));
    assert_eq!((actor.label.as_str(), actor.votes, actor.pin), ("City", 0, None));
    assert_eq!(actor.level, Some("users".into()));
    assert_eq!(
        (&measure.owner, &measure.area, &measure.was[..]),
        (&Some(ids[0].clone()), &Some("1".into()), &[][..])
    );
    assert_eq!((map.sources().len(), map.link_count(), measure.sources.len()), (1, 4, 1));
}

#[test]
fn in_another_map_names_count_before_ids_and_what_is_not_there_is_dropped() {
    let mut other = Map::new("y");
    other.levels = vec![Level { id: "l".into(), name: "USERS".into(), part_of: None }];
    other.sources.insert("s".into(), Source { title: "Something else".into(), ..Source::default() });
    let (ids, deed) = paste(&other, &both()).expect("cards");
    let pasted = done(&other, &deed);
    assert_eq!(pasted.node(&ids[0]).expect("there").level, Some("l".into()));
    let measure = pasted.node(&ids[1]).expect("there");
    assert_eq!((&measure.area, measure.sources.keys().collect::<Vec<_>>()), (&None, vec![&"survey".into()]));
    assert_eq!(measure.measurements[0].source, Some("survey".into()));
    assert_eq!(pasted.sources().len(), 2);
    // An area of the same number is another one if it has another name, and the same if it has none.
    for (name, wanted) in [("Time", None), ("", Some("1".into())), ("MONEY", Some("1".into()))] {
        other.areas = vec![Area { id: "1".into(), name: name.into(), ..Area::default() }];
        let (ids, deed) = paste(&other, &both()).expect("cards");
        assert_eq!(done(&other, &deed).node(&ids[1]).expect("there").area, wanted, "{name}");
        assert_eq!(homeless(&other, &both()).areas.contains_key("Money"), wanted.is_none(), "{name}");
    }
    other.areas = vec![
        Area { id: "1".into(), name: "Time".into(), ..Area::default() },
        Area { id: "2".into(), name: "Money".into(), ..Area::default() },
    ];
    let (ids, deed) = paste(&other, &both()).expect("cards");
    assert_eq!(done(&other, &deed).node(&ids[1]).expect("there").area, Some("2".into()));
    assert_eq!(paste(&other, &Clip::of(&full(), &[])), None);
}
