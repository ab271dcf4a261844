//! Comparisons of small maps: one change, and all that it means.

use super::*;
use crate::analysis::Verdict;
use crate::map::{
    Frame, Item, Journey, Kind, Level, Link, LinkId, LinkKind, LoopId, NamedLoop, Node, Show, Sign, Step,
};
use crate::text::Lang;

/// Nodes a and b at the bottom, c in the middle, d at the top; links as `ab+`, `ab!` for telling, `ab?` missing.
fn map(links: &[&str]) -> Map {
    let level = |id: &str| Level { id: id.into(), name: id.to_uppercase(), part_of: None };
    let told = |through: &str| NamedLoop {
        title: format!("Loop {through}"),
        through: through
            .split("")
            .filter(|id| !id.is_empty())
            .map(|id| (id.into(), LinkKind::Causes))
            .collect(),
        ..NamedLoop::default()
    };
    let step = |show| Step { show, ..Step::default() };
    let journey = Journey {
        title: "Walk".into(),
        steps: vec![
            step(Show::Text),
            step(Show::Link("b".into(), LinkKind::Causes, "c".into())),
            step(Show::Loop("abc".into())),
        ],
        ..Journey::default()
    };
    let mut map = Map::new("x").with_frame(Frame {
        levels: ["low", "middle", "top"].map(level).to_vec(),
        loops: [("abc".into(), told("abc"))].into(),
        journeys: [("walk".into(), journey)].into(),
        ..Frame::default()
    });
    for (id, level) in [("a", "low"), ("b", "low"), ("c", "middle"), ("d", "top")] {
        let node = Node { level: Some(level.into()), ..Node::new(Kind::Cause, id.to_uppercase()) };
        map.insert_node(id.into(), node).expect("new");
    }
    for link in links {
        let (kind, sign) = match &link[2..3] {
            "!" => (LinkKind::Informs, None),
            "-" => (LinkKind::Causes, Some(Sign::Minus)),
            _ => (LinkKind::Causes, Some(Sign::Plus)),
        };
        let own = Link { sign, missing: &link[2..3] == "?", ..Link::default() };
        map.insert_link(LinkId::new(&link[..1], kind, &link[1..2]), own).expect("new");
    }
    map
}

fn compared<'a>(before: &'a Map, after: &'a Map) -> Comparison<'a> {
    Comparison::of(before, after, &CompareQuery::default(), &mut Budget::unlimited())
}

fn ids(all: &[&NodeId]) -> String {
    all.iter().map(|id| id.as_str()).collect()
}

#[test]
fn equal_maps_mean_nothing() {
    let map = map(&["ab+", "bc+", "ca+"]);
    let own = compared(&map, &map);
    assert!(own.is_empty() && own.circles.is_empty() && own.circles.complete);
    assert_eq!((own.said(Lang::Nb), own.numbers(Lang::En)), (Vec::new(), String::new()));
}

#[test]
fn a_link_less_breaks_a_circle_a_step_and_a_way() {
    let (before, after) = (map(&["ab+", "bc+", "ca+", "cd+"]), map(&["ab+", "ca+", "cd+"]));
    let own = compared(&before, &after);
    let gone = LinkId::new("b", LinkKind::Causes, "c");
    assert_eq!(own.told[0].turn, Turn::Broke(vec![gone.clone()]));
    assert_eq!((own.circles.removed.len(), own.circles.added.len()), (1, 0));
    let steps: Vec<_> = own.broken_steps.iter().map(|step| (step.step, step.gone.clone())).collect();
    assert_eq!(steps, [(2, Item::Link(gone))], "the loop's step still shows it, broken");
    // b leads nowhere, nothing leads to c; a leads to b but to nothing above any more.
    let cut: Vec<_> = own.cut_off.iter().map(|cut| (cut.node.as_str(), cut.leads_nowhere)).collect();
    assert_eq!(cut, [("b", true), ("c", false)]);
    let lost: Vec<_> = own
        .levels_lost
        .iter()
        .map(|lost| (lost.level.as_str(), ids(&lost.nodes.iter().collect::<Vec<_>>())))
        .collect();
    assert_eq!(lost, [("middle", "ac".to_owned()), ("top", "a".to_owned())]);
    assert_eq!(ids(&own.nodes_cut_off()), "abc");
    let back = compared(&after, &before);
    assert_eq!(back.told[0].turn, Turn::Mended);
    assert!(back.broken_steps.is_empty() && back.nodes_cut_off().is_empty());
}

#[test]
fn named_circles_stop_run_and_turn() {
    let whole = ["ab+", "bc+", "ca+"];
    let turn = |before: &[&str], after: &[&str]| {
        let (before, after) = (map(before), map(after));
        compared(&before, &after).told.into_iter().map(|told| told.turn).collect::<Vec<_>>()
    };
    let link = LinkId::new("b", LinkKind::Causes, "c");
    assert_eq!(turn(&whole, &["ab+", "bc?", "ca+"]), [Turn::Stopped(vec![link])]);
    assert_eq!(turn(&["ab+", "bc?", "ca+"], &whole), [Turn::Runs]);
    assert_eq!(
        turn(&whole, &["ab+", "bc-", "ca+"]),
        [Turn::Flipped(crate::analysis::Polarity::Reinforcing, crate::analysis::Polarity::Balancing)]
    );
    assert_eq!(turn(&whole, &["ab-", "bc-", "ca+"]), [], "two signs turned leave it as it was");
    // A link that was gone before is no news.
    assert_eq!(turn(&["ab+", "ca+"], &["ab+", "ca+", "ad+"]), []);
}

#[test]
fn named_circles_come_and_go_by_their_names() {
    let one = map(&["ab+", "bc+", "ca+"]);
    let mut frame = one.frame();
    let told = frame.loops.remove(&LoopId::from("abc")).expect("there");
    frame.loops.insert("other".into(), told);
    let other = one.clone().with_frame(frame);
    let turns: Vec<_> = compared(&one, &other).told.into_iter().map(|told| told.turn).collect();
    assert_eq!(turns, [Turn::Dropped, Turn::New]);
}

#[test]
fn telling_that_stops_is_between_two_and_between_levels() {
    let (before, after) = (map(&["ac!", "cd!", "ad!"]), map(&["ac!", "ad!"]));
    let own = compared(&before, &after);
    assert_eq!(own.hearing.unheard, [("c".into(), "d".into())]);
    let pairs: Vec<_> = own
        .hearing
        .pairs
        .iter()
        .map(|own| (own.lower.as_str(), own.upper.as_str(), own.up, own.was, own.now))
        .collect();
    assert_eq!(pairs, [("middle", "top", true, Verdict::Works, Verdict::None)], "low tells past it");
    // Where another way is left nobody falls silent.
    let (before, after) = (map(&["ac!", "cd!", "ad!"]), map(&["ac!", "cd!"]));
    let own = compared(&before, &after);
    assert!(own.hearing.unheard.is_empty() && own.hearing.pairs.is_empty());
    let claim = &own.said(Lang::En)[0].text;
    assert_eq!(claim, "Claims that what «A» tells no longer reaches «D» directly.");
    assert_eq!(
        compared(&after, &map(&["ac!", "cd!", "ba!"])).hearing.newly_heard,
        [("b".into(), "a".into())]
    );
}

#[test]
fn another_id_is_no_other_card_but_a_merged_one_is() {
    let before = map(&["ab+", "bc+", "ca+"]);
    let moved = |taken: bool| {
        let mut after = Map::default().with_frame(before.frame());
        for (id, node) in before.nodes() {
            let (id, was) =
                if id.as_str() == "b" { ("z".into(), vec!["b".into()]) } else { (id.clone(), vec![]) };
            after.insert_node(id, Node { was, ..node.clone() }).expect("new");
        }
        for (from, to) in [("a", "z"), ("z", "c"), ("c", "a")] {
            let id = LinkId::new(from, LinkKind::Causes, to);
            after.insert_link(id, Link::signed(Sign::Plus)).expect("new");
        }
        let mut before = before.clone();
        if taken {
            before.insert_node("z".into(), Node::new(Kind::Cause, "Z")).expect("new");
        }
        (before, after)
    };
    let (old, new) = moved(false);
    let own = compared(&old, &new);
    assert_eq!(own.renamed, [("b".into(), "z".into())]);
    assert!(own.told.is_empty() && own.circles.is_empty() && own.broken_steps.is_empty(), "{own:?}");
    assert!(own.claims.links.is_empty() && own.nodes_cut_off().is_empty());
    let (old, new) = moved(true);
    let own = compared(&old, &new);
    assert!(own.renamed.is_empty());
    assert_eq!((own.circles.added.len(), own.circles.removed.len()), (1, 1));
}

#[test]
fn every_line_names_what_it_is_about_in_the_order_of_the_sections() {
    let (before, after) = (map(&["ab+", "bc+", "ca+", "cd+", "cd!"]), map(&["ab-", "ca+", "da+", "bb+"]));
    let own = compared(&before, &after);
    for lang in Lang::ALL {
        let said = own.said(lang);
        assert!(said.len() > 8 && said.is_sorted_by_key(|line| line.section), "{said:#?}");
        for line in &said {
            let ended = !line.section.is_meaning() || line.text.ends_with(['.', '»']);
            assert!(ended && !line.text.contains("  "), "{line:?}");
        }
        let places: Vec<_> = said.iter().filter_map(|line| line.at.as_ref()).collect();
        assert!(places.len() + 2 > said.len(), "{said:#?}");
    }
    assert_eq!(own.numbers(Lang::En), "2 links added, 3 links removed, 1 link changed");
}

#[test]
fn a_spent_budget_is_said() {
    let (before, after) = (map(&[]), map(&["ab+", "bc+", "ca+"]));
    let own = Comparison::of(&before, &after, &CompareQuery::default(), &mut Budget::steps(0));
    assert!(!own.circles.complete && own.circles.complete_to <= 1);
    assert!(own.said(Lang::En).iter().any(|line| line.text.contains("was stopped")));
    let few = CompareQuery { most_loops: 0, ..CompareQuery::default() };
    let own = Comparison::of(&before, &after, &few, &mut Budget::unlimited());
    assert_eq!((own.circles.stopped_by, own.circles.complete_to), (Some(crate::analysis::Stop::Size), 2));
}
