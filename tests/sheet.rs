//! The full board holds what it promises: no line runs through a card, and whoever reads only the characters finds
//! every link again, with both its ends, its direction, its sign and its style.

#[path = "common/chance.rs"]
mod chance;
#[path = "common/crossings.rs"]
mod crossings;
#[path = "common/four_by_six.rs"]
mod four_by_six;
#[path = "sheet/reader.rs"]
mod reader;

use std::collections::BTreeMap;

use floke::layout::sheet::{Columns, Effort, Mode, Plan, Room, Sheet, SheetView, Shown, Squeeze, lay_out};
use floke::map::{
    Area, Certainty, Frame, Head, Kind, Level, Link, LinkId, LinkKind, Map, Node, NodeId, Sign,
};
use floke::text::glyph::UNICODE;
use proptest::prelude::*;

use chance::Chance;
use four_by_six::Ties;
use reader::Read;

fn case() -> Map {
    let bundled = floke::file::bundled();
    let found = bundled.iter().find(|map| map.name == "complex-needs").expect("it comes with the program");
    floke::file::read(found.text).expect("reads").to_map().expect("is a map")
}

/// What ought to be read of a map, by what its links say.
fn expected(map: &Map, sheet: &Sheet, drawn: impl Fn(&LinkId) -> bool) -> Vec<Read> {
    let number = |id| sheet.hits.iter().position(|(_, card)| card == id).expect("every card is there");
    let mut all: Vec<Read> = map
        .links()
        .filter(|(id, _)| drawn(id))
        .map(|(id, link)| {
            let letter = match (id.kind, link.sign) {
                (LinkKind::Steers, _) => "↓",
                (LinkKind::Informs, _) => "↑",
                (LinkKind::Holds, _) => "@",
                (LinkKind::Cooperates, _) => "&",
                (LinkKind::Needs, _) => "!",
                (LinkKind::Stops, _) => "x",
                (LinkKind::Relates, _) => "~",
                (_, Some(Sign::Plus)) => "+",
                (_, Some(Sign::Minus)) => "−",
                (_, Some(Sign::Unknown) | None) => "?",
            };
            let mut marks = String::new();
            marks += if link.delay { "‖" } else { "" };
            marks += if link.certainty == Some(Certainty::Refuted) { "╱" } else { "" };
            marks += &if id.kind == LinkKind::ActsOn { format!("[{letter}]") } else { format!("({letter})") };
            let stroke = match (link.missing, link.certainty, link.strength) {
                (true, ..) => "dotted",
                (_, Some(Certainty::Hypothesis), _) => "dashed",
                (_, _, Some(3)) => "double",
                _ => "thin",
            };
            Read { from: number(&id.from), to: number(&id.to), stroke, marks }
        })
        .collect();
    all.sort();
    all
}

/// Lays a map out in mode all and reads it back.
fn judge(name: &str, map: &Map) {
    let board = read_back(name, map, &lay_out(&SheetView::new(map, &UNICODE), None), |_| true);
    println!("{name}: {board}");
}

/// Reads a sheet back, on which those links are drawn, and says what was found.
fn read_back(name: &str, map: &Map, sheet: &Sheet, drawn: impl Fn(&LinkId) -> bool) -> String {
    let areas: Vec<_> = sheet.hits.iter().map(|(area, _)| *area).collect();
    assert_eq!(areas.len(), map.node_count(), "{name}");
    let board = reader::read(&sheet.canvas, &areas);
    assert!(
        board.faults.is_empty(),
        "{name}: {} faults\n{}",
        board.faults.len(),
        board.faults[..board.faults.len().min(12)].join("\n")
    );
    let wanted = expected(map, sheet, drawn);
    let differ: Vec<_> = wanted.iter().zip(&board.links).filter(|(a, b)| a != b).take(5).collect();
    assert!(wanted == board.links, "{name}: {} of {} links\n{differ:#?}", board.links.len(), wanted.len());
    let bundled: usize = board.bundles.iter().sum();
    format!(
        "{} links read back on {}x{} cells, {} of them in {} bundles",
        board.links.len(),
        sheet.canvas.width(),
        sheet.canvas.height(),
        bundled,
        board.bundles.len(),
    )
}

#[test]
fn every_link_of_the_case_is_read_back() {
    judge("the case", &case());
}

#[test]
fn every_link_of_generated_maps_is_read_back() {
    for (nodes, links) in [(60, 110), (108, 304), (300, 660)] {
        for ties in [Ties::Near, Ties::Far] {
            judge(&format!("{nodes}/{links}"), &four_by_six::map(nodes, links, ties, 1));
        }
    }
}

#[test]
fn every_link_of_a_card_is_read_back_where_the_rest_is_left_out() {
    let map = four_by_six::map(300, 660, Ties::Far, 1);
    let cards: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).step_by(37).collect();
    for (nth, card) in cards.iter().enumerate() {
        let mode = if nth % 2 == 0 { Mode::Selection } else { Mode::TwoSteps };
        let all = SheetView {
            selected: Some(card),
            mode: &mode,
            effort: Effort::None,
            ..SheetView::new(&map, &UNICODE)
        };
        let view = SheetView { squeeze: true, ..all };
        let (sheet, squeezed) = (lay_out(&all, None), lay_out(&view, None));
        let links = mode.links(&map, Some(card));
        println!("{mode:?}: {}", read_back("squeezed", &map, &squeezed, |id| links.contains(id)));
        let cells = |sheet: &Sheet| u32::from(sheet.canvas.width()) * u32::from(sheet.canvas.height());
        assert!(cells(&squeezed) * 3 < cells(&sheet), "{} of {} cells", cells(&squeezed), cells(&sheet));
    }
}

/// How many cards find the same part of the sheet left out, at most.
fn alike(plan: &Plan, map: &Map, room: &Room) -> usize {
    let mut sizes = BTreeMap::new();
    for (card, _) in map.nodes() {
        let links = plan.links_of(&Mode::Selection.links(map, Some(card)));
        *sizes.entry(Squeeze::of(plan, &links, room).size()).or_insert(0_usize) += 1;
    }
    sizes.into_values().max().unwrap_or_default()
}

#[test]
fn the_board_mostly_stands_still_while_one_goes_from_card_to_card() {
    for (nodes, links) in [(108, 304), (300, 660)] {
        let map = four_by_six::map(nodes, links, Ties::Near, 1);
        let plan = Plan::of(&SheetView::new(&map, &UNICODE), None);
        let (with, without) = (alike(&plan, &map, &Room::of(&plan)), alike(&plan, &map, &Room::default()));
        assert!(2 * with > nodes && 10 * without < nodes, "{nodes}: {with}, {without}");
    }
}

/// One thing changed: a card or a link comes or goes, a card moves, is renamed, or a sign flips.
fn edited(map: &Map, chance: &mut Chance, nth: usize) -> Map {
    let cards: Vec<_> = map.nodes().map(|(id, node)| (id.clone(), node.clone())).collect();
    let links: Vec<_> = map.links().map(|(id, link)| (id.clone(), link.clone())).collect();
    let (mut cards_now, mut links_now) = (cards.clone(), links.clone());
    let one = chance.below(cards.len());
    match chance.below(7) {
        0 => {
            let mut card = cards[one].1.clone();
            card.label = format!("New {nth}");
            let id = NodeId::new(format!("new-{nth}"));
            let link = LinkId::new(cards[one].0.clone(), LinkKind::Causes, id.clone());
            cards_now.push((id, card));
            links_now.push((link, Link::signed(Sign::Plus)));
        }
        1 => {
            let gone = cards_now.remove(one).0;
            links_now.retain(|(id, _)| id.from != gone && id.to != gone);
        }
        2 => {
            let other = cards[chance.below(cards.len())].0.clone();
            let id = LinkId::new(cards[one].0.clone(), LinkKind::Causes, other);
            if !links.iter().any(|(own, _)| *own == id) {
                links_now.push((id, Link::signed(Sign::Minus)));
            }
        }
        3 => drop(links_now.remove(chance.below(links.len()))),
        4 => cards_now[one].1.label = format!("Renamed {nth} to something rather long, so that it wraps"),
        5 => cards_now[one].1.level = map.levels().get(chance.below(4)).map(|level| level.id.clone()),
        _ => {
            let at = chance.below(links.len());
            links_now[at].1.delay = !links[at].1.delay;
        }
    }
    let mut next = Map::new("edited").with_frame(map.frame());
    for (id, node) in cards_now {
        next.insert_node(id, node).expect("a new id");
    }
    for (id, link) in links_now {
        next.insert_link(id, link).expect("a new link");
    }
    next
}

#[test]
fn an_edit_moves_few_cards_and_lines_do_not_tangle() {
    let mut chance = Chance(7);
    let mut map = four_by_six::map(108, 304, Ties::Near, 1);
    let mut before = lay_out(&SheetView::new(&map, &UNICODE), None);
    let mut shares = Vec::new();
    for nth in 0..100 {
        map = edited(&map, &mut chance, nth);
        let after = lay_out(&SheetView::new(&map, &UNICODE), Some(&before.places));
        shares.push(before.places.moved(&after.places).len() as f64 / map.node_count() as f64);
        before = after;
    }
    shares.sort_by(f64::total_cmp);
    let fresh = lay_out(&SheetView::new(&map, &UNICODE), None);
    let (now, anew) = (crossings::of_links(&before.drawn), crossings::of_links(&fresh.drawn));
    println!(
        "100 edits: median {:.1} % of the cards leave their place, most {:.1} %; {now} crossings, {anew} anew ({:.2})",
        100.0 * shares[50],
        100.0 * shares[99],
        now as f64 / anew as f64,
    );
    assert!(shares[50] <= 0.05, "{shares:?}");
    assert!(now as f64 <= 1.25 * anew as f64, "{now} crossings, {anew} anew");
    // Laid out anew it is as if nobody had seen it before.
    assert_eq!(fresh.places, lay_out(&SheetView::new(&map, &UNICODE), None).places);
}

/// A map of a few cards with anything that can be said of cards and links.
fn any_map() -> impl Strategy<Value = Map> {
    let label = "[A-Za-zæøå中]{1,14}( [a-zæøå]{1,18}){0,4}";
    let node = (label, 0..5_usize, 0..6_usize, 0..6_usize, proptest::option::of(1..6_u32));
    let link = (0..30_usize, 0..30_usize, 0..3_usize, 0..9_usize, (0..6_usize, 0..5_u8, any::<bool>()));
    let nodes = proptest::collection::vec(node, 0..30);
    (0..4_usize, 0..5_usize, nodes, proptest::collection::vec(link, 0..60)).prop_map(
        |(levels, areas, nodes, links)| {
            let mut map = Map::new("any").with_frame(Frame {
                head: Head { title: "any".into(), language: "nb".into(), ..Head::default() },
                levels: (0..levels)
                    .map(|n| Level {
                        id: format!("l{n}").as_str().into(),
                        name: format!("Level number {n}"),
                        part_of: (n == 2).then(|| "l0".into()),
                    })
                    .collect(),
                areas: (0..areas)
                    .map(|n| Area {
                        id: format!("{n}").as_str().into(),
                        name: format!("Area {n}"),
                        ..Area::default()
                    })
                    .collect(),
                ..Frame::default()
            });
            for (n, (label, kind, level, area, pin)) in nodes.into_iter().enumerate() {
                let mut node = Node::new(Kind::ALL[kind], label);
                node.level = (level < levels).then(|| format!("l{level}").as_str().into());
                node.area = (area < areas).then(|| format!("{area}").as_str().into());
                node.pin = pin;
                map.insert_node(NodeId::new(format!("n{n:02}")), node).expect("a new id");
            }
            for (from, to, sign, kind, (how, strength, delay)) in links {
                let kind = LinkKind::ALL[kind];
                let link = Link {
                    sign: kind.has_sign().then_some(Sign::ALL[sign]),
                    delay,
                    missing: how == 0,
                    strength: (1..4).contains(&strength).then_some(strength),
                    certainty: [None, Some(Certainty::Hypothesis), Some(Certainty::Refuted)]
                        .get(how)
                        .copied()
                        .flatten(),
                    ..Link::default()
                };
                // Ends that are not there, and links that are, leave the map as it is.
                let id =
                    LinkId::new(NodeId::new(format!("n{from:02}")), kind, NodeId::new(format!("n{to:02}")));
                let _ = map.insert_link(id, link);
            }
            map
        },
    )
}

/// Cards, bands and columns are as large and in the same order on a squeezed sheet, and cards do not touch.
fn same_order(sheet: &Sheet, squeezed: &Sheet) -> Result<(), TestCaseError> {
    for (nth, ((one, id), (squeezed_one, other_id))) in sheet.hits.iter().zip(&squeezed.hits).enumerate() {
        prop_assert_eq!(id, other_id);
        prop_assert_eq!((one.width, one.height), (squeezed_one.width, squeezed_one.height));
        for ((other, _), (squeezed_other, _)) in sheet.hits.iter().zip(&squeezed.hits).skip(nth + 1) {
            prop_assert_eq!(one.x.cmp(&other.x), squeezed_one.x.cmp(&squeezed_other.x));
            prop_assert_eq!(one.y.cmp(&other.y), squeezed_one.y.cmp(&squeezed_other.y));
            let apart = |one: u16, many: u16, other: u16| one < other && one + many < other;
            let free = |a: floke::layout::canvas::Area, b: floke::layout::canvas::Area| {
                apart(a.x, a.width, b.x)
                    || apart(b.x, b.width, a.x)
                    || apart(a.y, a.height, b.y)
                    || apart(b.y, b.height, a.y)
            };
            prop_assert!(free(*squeezed_one, *squeezed_other), "{squeezed_one:?} {squeezed_other:?}");
        }
    }
    for (band, other) in sheet.bands.iter().zip(&squeezed.bands) {
        prop_assert!(other.height <= band.height && other.height >= band.height.min(4), "{other:?}");
    }
    for (column, other) in sheet.columns.iter().zip(&squeezed.columns) {
        let name = floke::text::width(format!("{} {}", column.code, column.name).trim()) as u16;
        prop_assert!(other.width <= column.width && other.width >= column.width.min(name), "{other:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_map_is_read_back_in_any_mode(
        map in any_map(),
        pick in any::<prop::sample::Index>(),
        mode in 0..6_usize,
        columns in 0..4_usize,
        tight in any::<bool>(),
        (x, y, width, height) in (0..300_u16, 0..200_u16, 1..220_u16, 1..70_u16),
    ) {
        let cards: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).collect();
        let selected = (!cards.is_empty()).then(|| pick.get(&cards));
        let levels = Mode::Levels("l0".into(), "l1".into());
        let walk = Mode::Walk(map.links().map(|(id, _)| id.clone()).step_by(3).collect());
        let mode = [&Mode::All, &Mode::Selection, &Mode::TwoSteps, &walk, &levels, &Mode::None][mode];
        let columns = [Columns::Areas, Columns::Phases, Columns::Sectors, Columns::None][columns];
        let view = SheetView { selected, mode, columns, ..SheetView::new(&map, &UNICODE) };
        let sheet = lay_out(&view, None);
        let links = mode.links(&map, selected);
        read_back("any", &map, &sheet, |id| links.contains(id));
        prop_assert_eq!(sheet.drawn.len(), links.len());
        // Cards stay where they are, whatever is drawn and whatever is selected.
        let other = lay_out(&SheetView { selected: None, mode: &Mode::All, ..view }, Some(&sheet.places));
        prop_assert_eq!(&sheet.places, &other.places);
        // What nothing is drawn in is left out, and nothing else; nothing is where all links are drawn.
        let plan = Plan::of(&view, None);
        let numbers = plan.links_of(&links);
        let squeezed = lay_out(&SheetView { squeeze: true, ..view }, None);
        read_back("squeezed", &map, &squeezed, |id| links.contains(id));
        if *mode == Mode::All {
            prop_assert_eq!((squeezed.canvas.width(), squeezed.canvas.height()), plan.size());
        }
        same_order(&sheet, &squeezed)?;
        // A window shows what the whole shows there.
        let (sheet, squeeze) = match (tight, mode) {
            (false, _) | (_, Mode::All) => (sheet, Squeeze::none(&plan)),
            _ => (squeezed, Squeeze::of(&plan, &numbers, &Room::default())),
        };
        let window = floke::layout::canvas::Area { x, y, width, height };
        let part = plan.paint(&Shown { links: &numbers, selected, squeeze: &squeeze, window });
        for row in 0..height {
            for column in 0..width {
                if let Some(whole) = sheet.canvas.get(x + column, y + row) {
                    let same = part.get(column, row).is_some_and(|cell| cell.role == whole.role
                        && (cell.text == whole.text || cell.text == " " && (column == 0 || column + 1 == width)));
                    prop_assert!(same, "at {},{}", x + column, y + row);
                }
            }
        }
    }
}
