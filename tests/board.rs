//! The board, judged from its cells: what a reader of the picture could find out, and nothing else.

use std::collections::BTreeMap;

use floke::layout::board::{Board, BoardView, Columns, Step, Zoom, lay_out};
use floke::layout::canvas::{Area, Canvas};
use floke::map::{
    AreaId, Certainty, Frame, Head, Kind, Level, LevelId, Link, LinkId, LinkKind, Map, Node, NodeId, Sign,
};
use floke::text::{Lang, glyph};
use proptest::prelude::*;

const SIZES: [(u16, u16); 4] = [(80, 20), (100, 26), (120, 36), (200, 56)];

fn bundled(name: &str) -> Map {
    let bundled =
        floke::file::bundled().iter().find(|map| map.name == name).expect("it comes with the program");
    floke::file::read(bundled.text).expect("reads").to_map().expect("is a map")
}

fn view<'a>(map: &'a Map, selected: Option<&'a NodeId>, width: u16, height: u16) -> BoardView<'a> {
    BoardView { selected, ..BoardView::new(map, &glyph::UNICODE, width, height) }
}

/// The characters of a picture, a blank for the second half of a wide one.
struct Page {
    cells: Vec<Vec<char>>,
}

impl Page {
    fn of(canvas: &Canvas) -> Self {
        let cell = |x, y| canvas.get(x, y).and_then(|cell| cell.text.chars().next()).unwrap_or(' ');
        let row = |y| (0..canvas.width()).map(|x| cell(x, y)).collect();
        Self { cells: (0..canvas.height()).map(row).collect() }
    }

    fn at(&self, x: i32, y: i32) -> char {
        let row = usize::try_from(y).ok().and_then(|y| self.cells.get(y));
        row.and_then(|row| usize::try_from(x).ok().and_then(|x| row.get(x))).copied().unwrap_or(' ')
    }

    fn text(&self, area: Area) -> String {
        let rows = area.y..area.y + area.height;
        let cells = |y| (area.x..area.x + area.width).map(move |x| (i32::from(x), i32::from(y)));
        rows.flat_map(cells).map(|(x, y)| self.at(x, y)).collect()
    }

    /// Follows a line from its arrow head back to where it leaves a card: what a finger on the picture does.
    fn trace(&self, head: (u16, u16)) -> Traced {
        let (mut x, mut y) = (i32::from(head.0), i32::from(head.1));
        let mut step = match self.at(x, y) {
            '▶' => (-1, 0),
            '◀' => (1, 0),
            other => panic!("{other} at {head:?} is no arrow head"),
        };
        // The sign stands in brackets right behind the head.
        let bracketed: Vec<char> = (1..=3).map(|nth| self.at(x + nth * step.0, y)).collect();
        assert!("()".contains(bracketed[0]) && "()".contains(bracketed[2]), "{bracketed:?} at {head:?}");
        let sign = bracketed[1];
        let mut styles = String::new();
        (x, y) = (x + 3 * step.0, y);
        for _ in 0..10_000 {
            let (next_x, next_y) = (x + step.0, y + step.1);
            let next = self.at(next_x, next_y);
            // Which ways a piece of line opens.
            let opens: &[(i32, i32)] = match next {
                '─' | '═' | '╌' | '┈' | '‖' | '╱' => &[(-1, 0), (1, 0)],
                '│' | '║' | '╎' | '┊' => &[(0, -1), (0, 1)],
                '╭' | '╔' | '┌' => &[(1, 0), (0, 1)],
                '╮' | '╗' | '┐' => &[(-1, 0), (0, 1)],
                '╰' | '╚' | '└' => &[(1, 0), (0, -1)],
                '╯' | '╝' | '┘' => &[(-1, 0), (0, -1)],
                _ => &[],
            };
            let back = (-step.0, -step.1);
            if opens.contains(&back) {
                step = *opens.iter().find(|&&way| way != back).expect("two ways");
                if !"‖╱".contains(next) {
                    styles.push(next);
                }
            } else if step.1 == 0 && "│║╎┊".contains(next) {
                // It crosses an upright line, which is drawn whole.
            } else if step.1 == 0 && next == ' ' && self.at(next_x + step.0, next_y).is_alphabetic() {
                // The word on a ghost: go on behind it, if the line does.
                let mut end = next_x + step.0;
                while self.at(end, y).is_alphabetic() {
                    end += step.0;
                }
                if self.at(end, y) != ' ' || !"┈┊┌┐└┘│║╎".contains(self.at(end + step.0, y))
                {
                    break;
                }
                x = end;
                continue;
            } else {
                break;
            }
            (x, y) = (next_x, next_y);
        }
        Traced { sign, tail: (x, y), leaves: (x + step.0, y + step.1), styles }
    }
}

struct Traced {
    sign: char,
    tail: (i32, i32),
    /// The cell the line would go on to.
    leaves: (i32, i32),
    styles: String,
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Everything that must hold for every picture.
fn judge(map: &Map, view: &BoardView<'_>, board: &Board) {
    let page = Page::of(&board.canvas);
    let areas: BTreeMap<&NodeId, Area> = board.hits.iter().map(|(area, id)| (id, *area)).collect();
    assert_eq!(areas.len(), board.hits.len(), "a card stands there twice");
    let mut taken = BTreeMap::new();
    for (area, id) in &board.hits {
        assert!(area.width > 0 && area.height > 0);
        assert!(area.x + area.width <= view.width && area.y + area.height <= view.height, "{id} is outside");
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                assert_eq!(taken.insert((x, y), id), None, "{id} overlaps another");
            }
        }
    }
    let hidden: usize = board.hidden.iter().map(|band| band.cards).sum();
    assert_eq!(areas.len() + hidden, map.node_count(), "what is not there is counted");

    for link in &board.drawn {
        let traced = page.trace(link.head);
        let model = map.link(&link.link).expect("of the map");
        let sign = match (link.link.kind, model.sign_or_unknown()) {
            (LinkKind::Steers, _) => '↓',
            (LinkKind::Informs, _) => '↑',
            (_, Sign::Plus) => '+',
            (_, Sign::Minus) => '−',
            (_, Sign::Unknown) => '?',
        };
        assert_eq!(traced.sign, sign, "{}", link.link);
        let from = areas[&link.link.from];
        let near = |area: Area, (x, y): (i32, i32)| {
            // One blank may stand between a label and a line.
            (-1..=1).any(|off| {
                let (Ok(x), Ok(y)) = (u16::try_from(x + off), u16::try_from(y)) else { return false };
                area.contains(x, y)
            })
        };
        let picture = || board.canvas.to_lines().join("\n");
        let at = traced.tail;
        assert!(near(from, traced.leaves), "{}: from {at:?}, not {from:?}\n{}", link.link, picture());
        let toward = if page.at(link.head.0.into(), link.head.1.into()) == '▶' { 1 } else { -1 };
        let behind = (i32::from(link.head.0) + toward, i32::from(link.head.1));
        assert!(near(areas[&link.link.to], behind), "{} does not end at its card", link.link);
        let (across, along) = if model.missing {
            ('┈', '┊')
        } else if model.certainty == Some(Certainty::Hypothesis) {
            ('╌', '╎')
        } else if model.strength >= Some(3) {
            ('═', '║')
        } else {
            ('─', '│')
        };
        let strange = traced.styles.chars().find(|c| "─│═║╌╎┈┊".contains(*c) && ![across, along].contains(c));
        assert_eq!(strange, None, "{} is drawn as another kind of link", link.link);
        assert!(!page.cells.iter().flatten().any(|&c| "┼╋".contains(c)));
    }
    // Nothing of the selection goes unsaid: what is no line has a mark, what has no mark is counted on the frame.
    if let Some(selected) = view.selected.filter(|id| map.node(id).is_some() && view.zoom == Zoom::Cards) {
        let frame = areas.get(selected).filter(|area| page.at(area.x.into(), area.y.into()) == '┏');
        if let Some(frame) = frame {
            let actor = map.node(selected).is_some_and(|node| node.kind == Kind::Actor);
            let into = map.links_to(selected).filter(|(link, _)| link.from != link.to);
            let links = map.links_from(selected).chain(into);
            let silent = links
                .filter(|(link, _)| link.kind.has_sign() || actor && link.kind.is_signal())
                .filter(|(link, _)| board.drawn.iter().all(|drawn| drawn.link != **link))
                .filter(|(link, _)| {
                    let (other, head) =
                        if link.from == *selected { (&link.to, '▶') } else { (&link.from, '◀') };
                    let marked = |area: &Area| page.at(i32::from(area.x) - 1, area.y.into()) == head;
                    !areas.get(other).is_some_and(marked)
                })
                .count();
            let rows = [frame.y, frame.y + frame.height - 1];
            let border = rows.map(|y| page.text(Area { y, height: 1, ..*frame })).join(" ");
            let counts = border.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<usize>().ok());
            assert_eq!(counts.sum::<usize>(), silent, "{selected}\n{}", board.canvas.to_lines().join("\n"));
        }
    }
    // Whole labels: the selected card, and the cards of its column that have a label at all.
    let Some(selected) = view.selected.filter(|id| map.node(id).is_some()) else { return };
    let same_column = |node: &Node| {
        let home = map.node(selected).expect("there");
        let actor = |node: &Node| node.area.is_none() && node.kind == Kind::Actor;
        view.columns == Columns::Areas && node.area == home.area && actor(node) == actor(home)
    };
    for (id, area) in &areas {
        let node = map.node(id).expect("there");
        if view.zoom == Zoom::Cards && area.width > 1 && (*id == selected || same_column(node)) {
            // The word on a ghost may stand behind a label that is shorter than the card's other lines.
            let word = view.lang.words().links.missing;
            let shown = letters(&page.text(*area)).replace(word, "");
            assert!(shown.contains(&letters(&node.label)), "{id} is cut: {shown} in {area:?}");
        }
    }
}

#[test]
fn every_card_of_the_bundled_maps_can_be_selected_at_every_size() {
    for (name, lang) in
        [("complex-needs", Lang::En), ("sammensatte-behov", Lang::Nb), ("youth-exclusion", Lang::En)]
    {
        let map = bundled(name);
        for (width, height) in SIZES {
            for (id, _) in map.nodes() {
                let view = BoardView { lang, ..view(&map, Some(id), width, height) };
                let board = lay_out(&view);
                judge(&map, &view, &board);
                assert!(board.hits.iter().any(|(_, hit)| hit == id), "{id} at {width}x{height}");
            }
        }
    }
}

#[test]
fn the_case_shows_most_links_as_lines_on_a_desk() {
    let map = bundled("complex-needs");
    let (mut ties, mut drawn) = (0, 0);
    for (id, node) in map.nodes().filter(|(_, node)| node.kind == Kind::Cause) {
        let board = lay_out(&view(&map, Some(id), 120, 36));
        let signed = |(link, _): &(&LinkId, &Link)| link.kind.has_sign();
        ties += map.links_from(id).filter(signed).count() + map.links_to(id).filter(signed).count();
        drawn += board.drawn.len();
        assert!(!node.label.is_empty());
    }
    assert!(drawn * 100 >= ties * 85, "{drawn} of {ties}");
}

#[test]
fn arrow_keys_reach_every_card_and_never_leave_the_map() {
    let map = bundled("complex-needs");
    let start = map.nodes().next().expect("a card").0.clone();
    let mut seen = std::collections::BTreeSet::from([start.clone()]);
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        let view = view(&map, Some(&id), 80, 20);
        let board = lay_out(&view);
        for step in [Step::Up, Step::Down, Step::Left, Step::Right] {
            if let Some(next) = board.nearest(&view, &id, step) {
                assert_ne!(next, id);
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
    }
    assert_eq!(seen.len(), map.node_count());
}

#[test]
fn down_and_up_again_is_where_one_was() {
    let map = bundled("youth-exclusion");
    for (id, node) in map.nodes() {
        let view = view(&map, Some(id), 100, 26);
        let board = lay_out(&view);
        let Some(below) = board.nearest(&view, id, Step::Down) else { continue };
        if map.node(&below).is_some_and(|other| other.area == node.area) {
            assert_eq!(board.nearest(&view, &below, Step::Up).as_ref(), Some(id));
        }
    }
}

#[test]
fn the_overview_shows_every_card_of_the_case_on_a_small_screen() {
    for name in ["complex-needs", "sammensatte-behov", "youth-exclusion"] {
        let map = bundled(name);
        let id = NodeId::new("told-upward");
        let board = lay_out(&BoardView { zoom: Zoom::Overview, ..view(&map, Some(&id), 80, 20) });
        assert_eq!(board.hidden, []);
        assert_eq!(board.hits.len(), map.node_count());
    }
}

#[test]
fn the_selected_card_is_on_the_overview_of_a_map_that_is_larger_than_the_screen() {
    let name = |letter: &str, n: usize| format!("{letter}{n}");
    let card = |n: usize| NodeId::new(name("c", n));
    let levels =
        (0..9).map(|n| Level { id: LevelId::new(name("l", n)), name: name("Level ", n), part_of: None });
    let areas = (0..30).map(|n| floke::map::Area {
        id: AreaId::new(name("a", n)),
        name: name("Area ", n),
        color: None,
        part_of: None,
    });
    let frame = Frame { levels: levels.collect(), areas: areas.collect(), ..Frame::default() };
    let mut map = Map::new("large").with_frame(frame);
    for n in 0..600 {
        let mut node = Node::new(Kind::Cause, name("Card ", n));
        node.level = Some(LevelId::new(name("l", n * 7 % 9)));
        node.area = Some(AreaId::new(name("a", n * 11 % 30)));
        map.insert_node(card(n), node).expect("new");
    }
    for n in 0..600 {
        for by in [1, 90] {
            let link = LinkId::new(card(n), LinkKind::Causes, card((n + by) % 600));
            map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
        }
    }
    for (width, height) in [(40, 6), (60, 10), (120, 12), (200, 50)] {
        for n in (0..600).step_by(13) {
            let id = card(n);
            let board = lay_out(&BoardView { zoom: Zoom::Overview, ..view(&map, Some(&id), width, height) });
            let area = board.hits.iter().find(|(_, card)| *card == id).map(|(area, _)| *area);
            let area = area.unwrap_or_else(|| panic!("{n} is not there at {width}x{height}"));
            assert_eq!(Page::of(&board.canvas).text(area), "[▪]", "{n} at {width}x{height}");
        }
    }
    let tall = lay_out(&BoardView { zoom: Zoom::Overview, ..view(&map, None, 60, 10) });
    let shown = tall.canvas.to_lines().join("\n");
    assert!(shown.contains("▼ 5 levels") && shown.contains("20▶"), "{shown}");
}

#[test]
fn ascii_boards_are_ascii() {
    let map = bundled("complex-needs");
    let id = NodeId::new("families-coordinate");
    for (width, height) in SIZES {
        for zoom in [Zoom::Cards, Zoom::Overview] {
            let ascii = BoardView { zoom, ..BoardView::new(&map, &glyph::ASCII, width, height) };
            let lines = lay_out(&BoardView { selected: Some(&id), ..ascii }).canvas.to_lines().join("\n");
            assert!(lines.is_ascii(), "{:?}", lines.chars().find(|c| !c.is_ascii()));
        }
    }
}

#[test]
fn nothing_panics_at_any_size() {
    let map = bundled("sammensatte-behov");
    let id = NodeId::new("room-unused");
    for width in (1..=40).chain([60, 79, 95, 96, 97, 133, 300]) {
        for height in (1..=12).chain([20, 33, 47, 48, 100]) {
            for zoom in [Zoom::Cards, Zoom::Overview] {
                for selected in [None, Some(&id)] {
                    let view = BoardView { zoom, lang: Lang::Nb, ..view(&map, selected, width, height) };
                    let board = lay_out(&view);
                    assert_eq!((board.canvas.width(), board.canvas.height()), (width, height));
                }
            }
        }
    }
}

/// Words of all lengths, so that labels wrap and divide.
fn label() -> impl Strategy<Value = String> {
    proptest::collection::vec("[A-Za-zæøå]{1,18}", 1..6).prop_map(|words| words.join(" "))
}

fn any_map() -> impl Strategy<Value = Map> {
    let node = (label(), 0..5_usize, 0..8_usize, 0..7_usize, proptest::option::of(1..4_u32));
    let link = (0..60_usize, 0..60_usize, 0..3_usize, 0..6_usize, any::<bool>());
    (0..5_usize, 0..7_usize, proptest::collection::vec(node, 0..50), proptest::collection::vec(link, 0..120))
        .prop_map(|(levels, areas, nodes, links)| {
            let mut map = Map::new("any").with_frame(Frame {
                head: Head { title: "any".into(), language: "nb".into(), ..Head::default() },
                levels: (0..levels)
                    .map(|n| Level {
                        id: LevelId::new(format!("l{n}")),
                        name: format!("Level number {n}"),
                        part_of: (n == 3).then(|| "l1".into()),
                    })
                    .collect(),
                areas: (0..areas)
                    .map(|n| floke::map::Area {
                        id: format!("{n}").as_str().into(),
                        name: format!("Area with a long name {n}"),
                        ..floke::map::Area::default()
                    })
                    .collect(),
                ..Frame::default()
            });
            let ids: Vec<NodeId> = (0..nodes.len()).map(|n| NodeId::new(format!("n{n}"))).collect();
            for (id, (label, kind, level, area, pin)) in ids.iter().zip(nodes) {
                let mut node = Node::new(Kind::ALL[kind], label);
                node.level = (level < levels).then(|| format!("l{level}").as_str().into());
                node.area = (area < areas).then(|| format!("{area}").as_str().into());
                node.pin = pin;
                map.insert_node(id.clone(), node).expect("a new id");
            }
            for (from, to, sign, how, delay) in links {
                let (Some(from), Some(to)) = (ids.get(from), ids.get(to)) else { continue };
                let link = Link {
                    delay,
                    missing: how == 0,
                    certainty: [None, Some(Certainty::Hypothesis), Some(Certainty::Refuted)]
                        .get(how)
                        .copied()
                        .flatten(),
                    ..Link::signed(Sign::ALL[sign])
                };
                // A link that is there already stays as it is.
                let _ = map.insert_link(LinkId::new(from.clone(), LinkKind::Causes, to.clone()), link);
            }
            map
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_board_can_be_read(
        map in any_map(),
        (width, height) in (20_u16..=220, 12_u16..=70),
        pick in any::<prop::sample::Index>(),
        flow in any::<bool>(),
        scroll in 0..6_u16,
    ) {
        let ids: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).collect();
        let selected = (!ids.is_empty()).then(|| pick.get(&ids));
        let columns = if flow { Columns::None } else { Columns::Areas };
        let view = BoardView { columns, scroll, ..view(&map, selected, width, height) };
        let board = lay_out(&view);
        judge(&map, &view, &board);
        prop_assert_eq!(&lay_out(&view), &board);
        if let Some(selected) = selected {
            prop_assert!(board.hits.iter().any(|(_, id)| id == selected));
        }
        let far = BoardView { zoom: Zoom::Overview, ..view };
        judge(&map, &far, &lay_out(&far));
    }

    #[test]
    fn the_smallest_windows_do_not_panic(
        map in any_map(),
        (width, height) in (1_u16..=30, 1_u16..=14),
        pick in any::<prop::sample::Index>(),
    ) {
        let ids: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).collect();
        let selected = (!ids.is_empty()).then(|| pick.get(&ids));
        for zoom in [Zoom::Cards, Zoom::Overview] {
            let view = BoardView { zoom, ..view(&map, selected, width, height) };
            let board = lay_out(&view);
            prop_assert_eq!((board.canvas.width(), board.canvas.height()), (width, height));
        }
    }
}
