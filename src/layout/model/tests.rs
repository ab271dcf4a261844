//! The main model as a whole: its lines are read back from the cells, as somebody would who sees only the picture.

use proptest::prelude::*;

use super::*;
use crate::map::{
    Area as MapArea, Certainty, Frame as MapFrame, Kind, Level, Link, LinkId, LinkKind, Node, Sign,
};
use crate::text::glyph::{ASCII, UNICODE};

fn frame(width: u16, height: u16) -> Frame {
    Frame { width, height, lang: Lang::En, glyphs: &UNICODE }
}

/// A map with so many areas; a link is two cards and what it is. Every area has three cards.
fn map(areas: usize, links: &[(usize, usize, u8)]) -> Map {
    let own = |at: usize| MapArea {
        id: format!("{at}").as_str().into(),
        name: format!("Area of the number {at}"),
        ..MapArea::default()
    };
    let level = |id: &str| Level { id: id.into(), name: id.into(), part_of: None };
    let areas_of_map = (0..areas).map(own).collect();
    let levels = vec![level("low"), level("high")];
    let mut map = Map::new("x").with_frame(MapFrame { areas: areas_of_map, levels, ..MapFrame::default() });
    for at in 0..areas * 3 {
        let area = Some(format!("{}", at % areas).as_str().into());
        let level = Some(if at % 2 == 0 { "low" } else { "high" }.into());
        let node = Node { area, level, ..Node::new(Kind::Cause, format!("Card {at}")) };
        map.insert_node(format!("n{at}").as_str().into(), node).expect("new");
    }
    for &(from, to, how) in links {
        let id = LinkId::new(
            format!("n{}", from % (areas * 3)).as_str(),
            LinkKind::Causes,
            format!("n{}", to % (areas * 3)).as_str(),
        );
        let link = Link {
            missing: how == 4,
            certainty: (how == 3).then_some(Certainty::Hypothesis),
            ..Link::signed([Sign::Plus, Sign::Minus, Sign::Unknown][usize::from(how % 3)])
        };
        // The same link twice is no second link.
        let _ = map.insert_link(id, link);
    }
    map
}

fn glyph(canvas: &Canvas, (x, y): (u16, u16)) -> &str {
    canvas.get(x, y).map_or(" ", |cell| cell.text.as_str())
}

/// The digits and the sign beside a head, as they stand in its row.
fn count_beside(canvas: &Canvas, (x, y): (u16, u16)) -> Option<(usize, String)> {
    let row = &canvas.to_lines()[usize::from(y)];
    let letters: Vec<char> = row.chars().collect();
    let before: String = letters[..usize::from(x)].iter().collect();
    let behind: String = letters[usize::from(x) + 1..].iter().collect();
    let number = |text: &str| text.trim().split(' ').next().and_then(|text| text.parse().ok());
    if let Some(rest) = behind.strip_prefix('(') {
        let (sign, rest) = rest.split_once(')')?;
        let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
        return Some((number(&digits).unwrap_or(1), sign.to_owned()));
    }
    let rest = before.strip_suffix(')')?;
    let (rest, sign) = rest.rsplit_once('(')?;
    let words = |c: char| c.is_alphabetic() || c == ' ';
    // What stands two blanks away belongs to another head.
    let rest = rest.rsplit("  ").next()?.trim_end_matches(words);
    let digits: String = rest.chars().rev().take_while(char::is_ascii_digit).collect();
    let digits: String = digits.chars().rev().collect();
    Some((number(&digits).unwrap_or(1), sign.to_owned()))
}

/// Where a glyph of a line can be left to.
fn ways(glyph: &str) -> &'static [(i32, i32)] {
    match glyph {
        "─" | "═" | "╌" | "┈" => &[(-1, 0), (1, 0)],
        "│" | "║" | "╎" | "┊" => &[(0, -1), (0, 1)],
        "╭" | "╔" | "┌" => &[(1, 0), (0, 1)],
        "╮" | "╗" | "┐" => &[(-1, 0), (0, 1)],
        "╰" | "╚" | "└" => &[(1, 0), (0, -1)],
        "╯" | "╝" | "┘" => &[(-1, 0), (0, -1)],
        _ => &[],
    }
}

/// Follows a line from the cell where it leaves a box until it touches another box; gives that box.
fn follow(model: &MainModel, start: (u16, u16), step: (i32, i32)) -> Option<usize> {
    let move_on = |(x, y): (u16, u16), (dx, dy): (i32, i32)| -> (u16, u16) {
        let part = |at: u16, by: i32| u16::try_from(i32::from(at) + by).expect("inside");
        (part(x, dx), part(y, dy))
    };
    let (mut at, mut step) = (start, step);
    for _ in 0..5000 {
        let on = ways(glyph(&model.canvas, at));
        let came = (-step.0, -step.1);
        if on.contains(&came) {
            step = *on.iter().find(|way| **way != came)?;
        }
        // Else it is a crossing: the upright line is whole, and this one goes on behind it. Letters of a count stand on
        // the way to a head, too.
        at = move_on(at, step);
        if let Some((_, found)) = model.boxes.iter().find(|(area, _)| area.contains(at.0, at.1)) {
            return Some(*found);
        }
    }
    None
}

/// Every line that is drawn is followed from one box to the other, and its counts are read.
fn read_back(model: &MainModel) {
    let picture = model.canvas.to_lines().join("\n");
    let between = &model.between;
    for (line, cells) in &model.drawn {
        for (area, _) in &model.boxes {
            assert!(cells.iter().all(|(x, y)| !area.contains(*x, *y)), "{line:?} runs into a box\n{picture}");
        }
        let flows = both(between, *line);
        let mut ends = 0;
        for (here, there, into) in [(line.one, line.other, flows[1]), (line.other, line.one, flows[0])] {
            let area = model.boxes[here].0;
            let beside = |(x, y): (u16, u16)| -> Option<(i32, i32)> {
                let inside_rows = y >= area.y && y < area.y + area.height;
                let inside_columns = x >= area.x && x < area.x + area.width;
                match () {
                    () if inside_rows && x + 1 == area.x => Some((-1, 0)),
                    () if inside_rows && x == area.x + area.width => Some((1, 0)),
                    () if inside_columns && y + 1 == area.y => Some((0, -1)),
                    () if inside_columns && y == area.y + area.height => Some((0, 1)),
                    () => None,
                }
            };
            let is_end = |cell: &(u16, u16)| {
                let text = glyph(&model.canvas, *cell);
                let head = ["◀", "▶", "▲", "▼"].contains(&text);
                let out = beside(*cell).is_some_and(|step| ways(text).contains(&step));
                if into.is_some() { head } else { out && !head }
            };
            let touch = cells.iter().find(|cell| beside(**cell).is_some() && is_end(cell));
            let touch = *touch.unwrap_or_else(|| panic!("{line:?} does not touch {here}\n{picture}"));
            let step = beside(touch).expect("it is beside");
            let first = (
                u16::try_from(i32::from(touch.0) + step.0).expect("inside"),
                u16::try_from(i32::from(touch.1) + step.1).expect("inside"),
            );
            let found = follow(model, first, step)
                .unwrap_or_else(|| panic!("{line:?} is lost from {here}\n{picture}"));
            assert_eq!(found, there, "{line:?} from {here}\n{picture}");
            if let Some(flow) = into {
                ends += 1;
                let sign = match flow.net() {
                    crate::analysis::Net::Same => "+",
                    crate::analysis::Net::Opposite => "−",
                    crate::analysis::Net::Mixed => "±",
                    crate::analysis::Net::Unknown => "?",
                };
                let read = count_beside(&model.canvas, touch);
                assert_eq!(read, Some((flow.links.len(), sign.to_owned())), "{line:?} at {here}\n{picture}");
            }
        }
        assert!(ends > 0, "a line has a head");
    }
    let drawn: usize = model.drawn.iter().map(|(line, _)| weight(between, *line)).sum();
    let hidden: usize = model.hidden.iter().map(|line| weight(between, *line)).sum();
    let all: usize = between.flows.iter().map(|flow| flow.links.len()).sum();
    assert_eq!(drawn + hidden, all, "what is not drawn is counted");
}

#[test]
fn a_dense_model_is_read_back_at_every_size() {
    let links: Vec<_> = (0..40).map(|at| (at * 7 % 18, at * 5 % 18 + at % 3, (at % 5) as u8)).collect();
    let map = map(6, &links);
    for (width, height) in [(80, 20), (100, 24), (120, 34), (200, 54)] {
        let model = main_model(&map, ModelLook::default(), frame(width, height)).expect("it has areas");
        assert_eq!(model.boxes.len(), 6, "all boxes are there at {width}x{height}");
        assert!(model.drawn.len() >= 6, "{}", model.canvas.to_lines().join("\n"));
        read_back(&model);
    }
}

#[test]
fn one_strong_link_each_way_makes_one_line_with_two_heads() {
    let map = map(2, &[(0, 1, 0), (2, 3, 0), (1, 0, 1)]);
    let model = main_model(&map, ModelLook::default(), frame(80, 20)).expect("it has areas");
    assert_eq!(model.drawn.len(), 1);
    let text = model.canvas.to_lines().join("\n");
    assert!(text.contains("◀(−)1") && text.contains("2(+)▶"), "{text}");
    assert!(text.contains("1 pair acts on each other"), "{text}");
}

#[test]
fn without_areas_levels_are_the_boxes_and_without_both_there_is_nothing() {
    let mut bare = map(2, &[(0, 1, 0), (1, 2, 0)]);
    let levels = bare.levels().to_vec();
    bare = bare.with_frame(MapFrame { levels, ..MapFrame::default() });
    let model = main_model(&bare, ModelLook::default(), frame(80, 20)).expect("it has levels");
    assert!(model.canvas.to_lines()[0].contains("levels as boxes"));
    assert!(model.boxes.len() >= 2);
    assert!(main_model(&Map::new("x"), ModelLook::default(), frame(80, 20)).is_none());
}

#[test]
fn it_is_drawn_at_any_size_and_in_ascii() {
    let links: Vec<_> = (0..30).map(|at| (at, at * 3 + 1, (at % 5) as u8)).collect();
    for areas in [1, 2, 7, 30] {
        let map = map(areas, &links);
        for width in [1, 2, 7, 20, 36, 60, 80, 131, 300] {
            for height in [1, 2, 3, 9, 14, 24, 60, 100] {
                let look = ModelLook { at: 99, line: Some(3), ..ModelLook::default() };
                let glyphs = if width % 2 == 0 { &ASCII } else { &UNICODE };
                let model = main_model(&map, look, Frame { width, height, lang: Lang::Nb, glyphs });
                assert!(model.is_some_and(|model| model.canvas.width() == width));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the map, what is drawn can be followed and what is not is counted.
    #[test]
    fn drawn_lines_are_read_back(
        areas in 2_usize..9,
        links in prop::collection::vec((0_usize..27, 0_usize..27, 0_u8..5), 0..60),
        size in prop::sample::select(vec![(80_u16, 20_u16), (100, 25), (120, 35), (160, 45)]),
    ) {
        let map = map(areas, &links);
        let model = main_model(&map, ModelLook::default(), frame(size.0, size.1)).expect("it has areas");
        read_back(&model);
    }
}

#[test]
fn a_list_counts_the_arrows_that_found_no_room() {
    let links: Vec<_> = (1..9).map(|to| (0, to, 0)).collect();
    let map = map(9, &links);
    for width in [40, 60, 80, 100, 200] {
        let picture = main_model(&map, ModelLook::default(), frame(width, 8)).expect("areas");
        assert!(picture.drawn.is_empty(), "a list");
        let row = picture.canvas.to_lines()[1].clone();
        let arrows = row.matches(UNICODE.arrow).count();
        let left = row.rsplit_once("  +").and_then(|(_, left)| left.trim().parse().ok()).unwrap_or(0);
        assert_eq!(arrows + left, 8, "{width}: {row}");
    }
}
