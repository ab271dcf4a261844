//! The matrix as a whole: what stands in its cells is read back.

use proptest::prelude::*;

use super::*;
use crate::map::{Area as MapArea, Frame as MapFrame, Level, Link, LinkKind, Sign};
use crate::text::glyph::{ASCII, UNICODE};

fn frame(width: u16, height: u16) -> Frame {
    Frame { width, height, lang: Lang::En, glyphs: &UNICODE }
}

/// Cards in two areas on two levels; a link is two cards and its sign.
fn map(cards: usize, links: &[(usize, usize, u8)]) -> Map {
    let area = |id: &str| MapArea { id: id.into(), name: "Area".into(), ..MapArea::default() };
    let level = |id: &str| Level { id: id.into(), name: id.into(), part_of: None };
    let mut map = Map::new("x").with_frame(MapFrame {
        areas: vec![area("1"), area("2")],
        levels: vec![level("low"), level("high")],
        ..MapFrame::default()
    });
    for at in 0..cards {
        let node = Node {
            area: Some(["1", "2"][at % 2].into()),
            level: Some(["low", "low", "high"][at % 3].into()),
            ..Node::new(Kind::Cause, format!("Card of the number {at}"))
        };
        map.insert_node(format!("n{at}").as_str().into(), node).expect("new");
    }
    for &(from, to, sign) in links {
        let name = |at: usize| format!("n{}", at % cards);
        let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
        let sign = [Sign::Plus, Sign::Minus, Sign::Unknown][usize::from(sign % 3)];
        // The same link twice is no second link.
        let _ = map.insert_link(id, Link::signed(sign));
    }
    map
}

fn read_back(map: &Map, picture: &Matrix) {
    let text = picture.canvas.to_lines().join("\n");
    for (area, (row, column)) in &picture.hits {
        let ends = (&picture.table.causes[*row], &picture.table.effects[*column]);
        let found = map.link(&LinkId { from: ends.0.clone(), to: ends.1.clone(), kind: LinkKind::Causes });
        let sign = match found.map(Link::sign_or_unknown) {
            Some(Sign::Plus) => "+",
            Some(Sign::Minus) => "−",
            Some(Sign::Unknown) => "?",
            None if ends.0 == ends.1 => "░",
            None => "·",
        };
        let cell = picture.canvas.get(area.x + 2, area.y).map(|cell| cell.text.as_str());
        assert_eq!(cell, Some(sign), "{ends:?}\n{text}");
        let number = format!("{:>3}", picture.table.number(ends.0));
        let line = &picture.canvas.to_lines()[usize::from(area.y)];
        assert!(line.starts_with(&number), "the row of {ends:?} has the number of its cause\n{text}");
    }
    let (row, column) = picture.at.expect("it has links");
    assert!(picture.rows.contains(&row) && picture.columns.contains(&column), "{text}");
    let hidden = (
        picture.rows.start,
        picture.table.causes.len() - picture.rows.end,
        picture.columns.start,
        picture.table.effects.len() - picture.columns.end,
    );
    let said = |count: usize, words: String| count == 0 || text.contains(&words);
    assert!(said(hidden.3, says::more(Lang::En, hidden.3)), "{hidden:?}\n{text}");
    assert!(said(hidden.0, says::above(Lang::En, hidden.0)), "{hidden:?}\n{text}");
}

#[test]
fn a_place_holds_the_links_inside_it_and_counts_the_others() {
    let map = map(6, &[(0, 2, 0), (2, 4, 1), (0, 1, 0), (3, 2, 2)]);
    let picture = matrix(&map, &MatrixOf::Area("1".into()), (None, None), frame(80, 24));
    assert_eq!(picture.table.links.len(), 2);
    read_back(&map, &picture);
    let text = picture.canvas.to_lines().join("\n");
    assert!(text.contains("Card of the number 0") && text.contains("→ 1"), "{text}");
    assert!(text.contains("from elsewhere"), "{text}");
    let cell = matrix(&map, &MatrixOf::Cell("high".into(), "2".into()), (None, None), frame(80, 24));
    assert_eq!(cell.at, None);
    assert!(cell.canvas.to_lines().join(" ").contains("No card here leads"), "it says that it is empty");
}

#[test]
fn places_without_links_inside_are_passed_over() {
    let map = map(6, &[(0, 2, 0), (2, 4, 1), (0, 1, 0)]);
    assert_eq!(scopes(&map, MatrixKind::Area), [MatrixOf::Area("1".into())]);
    assert_eq!(scope_of(&map, MatrixKind::Area, Some(&"n1".into())), MatrixOf::Area("1".into()));
    assert_eq!(scope_of(&Map::new("x"), MatrixKind::Level, None), MatrixOf::Whole);
}

#[test]
fn tab_goes_through_every_link_and_comes_back() {
    let map = map(8, &[(0, 1, 0), (1, 2, 0), (2, 0, 1), (5, 5, 0)]);
    let table = Table::of(&map, &MatrixOf::Whole);
    let start = table.find((None, None)).expect("it has links");
    let mut at = start;
    let mut seen = BTreeSet::new();
    for _ in 0..4 {
        assert!(seen.insert(at) && table.links_at(at.0, at.1).next().is_some());
        assert_eq!(table.next(table.next(at, false), true), at);
        at = table.next(at, false);
    }
    assert_eq!((at, seen.len()), (start, 4));
}

#[test]
fn it_is_drawn_at_any_size_and_in_ascii() {
    let links: Vec<_> = (0..120).map(|at| (at, at * 7 + 3, (at % 3) as u8)).collect();
    let map = map(50, &links);
    let gone = NodeId::from("gone");
    for width in [1, 2, 5, 9, 20, 40, 80, 120, 300] {
        for height in [1, 2, 3, 6, 12, 26, 40, 100] {
            let glyphs = if width % 2 == 0 { &ASCII } else { &UNICODE };
            let picture = matrix(
                &map,
                &MatrixOf::Whole,
                (Some(&gone), None),
                Frame { width, height, lang: Lang::Nb, glyphs },
            );
            assert_eq!(picture.canvas.width(), width);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every link in sight stands in its cell with its sign, and the cell of the cursor is in sight.
    #[test]
    fn cells_are_read_back(
        links in prop::collection::vec((0_usize..40, 0_usize..40, 0_u8..3), 1..120),
        cursor in (0_usize..40, 0_usize..40),
        size in prop::sample::select(vec![(80_u16, 20_u16), (60, 16), (120, 36), (200, 54)]),
    ) {
        let map = map(40, &links);
        let table = Table::of(&map, &MatrixOf::Whole);
        let spot = (
            Some(&table.causes[cursor.0 % table.causes.len()]),
            Some(&table.effects[cursor.1 % table.effects.len()]),
        );
        let picture = matrix(&map, &MatrixOf::Whole, spot, frame(size.0, size.1));
        prop_assert_eq!(picture.at, table.find(spot));
        read_back(&map, &picture);
    }
}
