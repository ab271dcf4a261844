//! The focus of cards of maps made by chance, read back from its cells by a reader that shares no code with the
//! drawing.

use proptest::prelude::*;

use super::*;
use crate::map::{Certainty, Kind, Level, Link, LinkKind, Node, Sign};
use crate::text::Lang;
use crate::text::glyph::UNICODE;

fn map_of(levels: &[&str], nodes: &[(&str, &str, &str)], links: &[(&str, LinkKind, &str, Link)]) -> Map {
    let map = Map::new("x");
    let level = |name: &&str| Level { id: (*name).into(), name: (*name).to_owned(), part_of: None };
    let frame = crate::map::Frame { levels: levels.iter().map(level).collect(), ..map.frame() };
    let mut map = map.with_frame(frame);
    for (id, label, level) in nodes {
        let level = (!level.is_empty()).then(|| (*level).into());
        map.insert_node((*id).into(), Node { level, ..Node::new(Kind::Cause, *label) }).expect("new");
    }
    for (from, kind, to, link) in links {
        map.insert_link(LinkId::new(*from, *kind, *to), link.clone()).expect("new");
    }
    map
}

fn drawn(map: &Map, id: &str, cursor: Option<Cursor>, trail: &[LinkId], size: (u16, u16)) -> Focus {
    let frame = Frame { width: size.0, height: size.1, lang: Lang::En, glyphs: &UNICODE };
    focus(map, &id.into(), cursor, trail, frame)
}

#[test]
fn neighbours_stand_top_level_first_and_cooperation_at_both() {
    let plus = || Link::signed(Sign::Plus);
    let map = map_of(
        &["low", "high"],
        &[("c", "C", "low"), ("a", "A", "low"), ("b", "B", "high"), ("d", "D", "")],
        &[
            ("a", LinkKind::Causes, "c", plus()),
            ("b", LinkKind::Causes, "c", plus()),
            ("d", LinkKind::Causes, "c", plus()),
            ("c", LinkKind::Causes, "c", plus()),
            ("a", LinkKind::Cooperates, "c", Link::default()),
        ],
    );
    let (causes, effects) = neighbours(&map, &"c".into());
    let from: Vec<_> = causes.iter().map(|link| link.from.as_str()).collect();
    assert_eq!(from, ["b", "a", "c", "d"]);
    let to: Vec<_> = effects.iter().map(|link| (link.from.as_str(), link.kind)).collect();
    assert_eq!(to, [("c", LinkKind::Causes), ("a", LinkKind::Cooperates)]);
    let (_, effects) = neighbours(&map, &"a".into());
    assert_eq!(effects.len(), 2);
}

#[test]
fn a_trail_is_shortened_from_the_left_and_keeps_its_sign() {
    let ids = ["a", "b", "c", "d", "e"];
    let nodes = ids.map(|id| (id, "A rather long label of it", "low"));
    let links: Vec<_> =
        ids.windows(2).map(|pair| (pair[0], LinkKind::Causes, pair[1], Link::signed(Sign::Minus))).collect();
    let map = map_of(&["low"], &nodes, &links);
    let trail: Vec<_> = links.iter().map(|(from, kind, to, _)| LinkId::new(*from, *kind, *to)).collect();
    let line = |width| drawn(&map, "e", None, &trail, (width, 30)).canvas.to_lines()[0].clone();
    assert!(line(300).starts_with(" A rather long label of it ─(−)▶ A rather"), "{}", line(300));
    assert!(line(80).starts_with(" … 4 before ─(−)▶ [A rather long label of it]"), "{}", line(80));
    for width in [80, 120, 300] {
        assert!(line(width).ends_with("chain (+) · 1 level"), "{}", line(width));
    }
    // One may stand at the beginning of what one walked, or in its middle.
    let at = |id| drawn(&map, id, None, &trail, (110, 30)).canvas.to_lines()[0].clone();
    assert!(at("a").starts_with(" [A rather long label of it] ─(−)▶"), "{}", at("a"));
    assert!(at("a").contains("more …"), "{}", at("a"));
    assert!(
        at("c").contains("before ─(−)▶") && at("c").contains("▶ [A rather long label of it] ─"),
        "{}",
        at("c")
    );
    // A trail elsewhere says nothing of how one came here.
    let short = drawn(&map, "a", None, &trail[2..], (80, 30));
    assert_eq!(short.canvas.to_lines()[0], " [A rather long label of it]");
}

#[test]
fn below_stands_the_sentence_of_the_link_under_the_cursor_or_the_note() {
    let link = Link { note: vec!["Because.".to_owned()], ..Link::signed(Sign::Minus) };
    let mut map = map_of(&["low"], &[("a", "A", "low")], &[]);
    let note = vec!["Seen by many.".to_owned()];
    map.insert_node("b".into(), Node { note, ..Node::new(Kind::Cause, "B") }).expect("new");
    map.insert_link(LinkId::new("a", LinkKind::Causes, "b"), link).expect("new");
    let text = |cursor| drawn(&map, "b", cursor, &[], (80, 24)).canvas.to_lines().join("\n");
    assert!(text(None).contains("Note  Seen by many."));
    let chosen = text(Some(Cursor::Cause(0)));
    assert!(chosen.contains("When «A» grows, «B» shrinks.") && chosen.contains("Note  Because."));
    assert!(!chosen.contains("Seen by many."));
}

/// What can be seen of one link: sign, whether it takes time, style.
type Seen = (char, bool, char);

fn letter(picture: &Focus, x: u16, y: u16) -> char {
    picture.canvas.get(x, y).and_then(|cell| cell.text.chars().next()).unwrap_or(' ')
}

/// Reads the row of a neighbour between its label and the trunk.
fn seen(picture: &Focus, area: Area, centre: Area) -> Option<Seen> {
    let left = area.x < centre.x;
    let row: Vec<u16> = if left {
        (area.x + 2..centre.x - 2).rev().collect()
    } else {
        (centre.x + centre.width + 2..area.x).collect()
    };
    let (mut sign, mut delay, mut style) = (' ', false, ' ');
    for &x in &row {
        match letter(picture, x, area.y) {
            '+' | '−' | '?' => sign = letter(picture, x, area.y),
            '‖' => delay = true,
            found @ ('─' | '╌' | '┈' | '═') => {
                style = found;
                // At the left the label comes next; at the right the marks come after the dash.
                if left {
                    break;
                }
            }
            '(' | ')' | '▶' | '╱' | ' ' => {}
            _ => return None,
        }
    }
    Some((sign, delay, style))
}

/// Whether the trunk holds together from the row of a neighbour to the row where it meets the box.
fn joined(picture: &Focus, area: Area, centre: Area) -> bool {
    let left = area.x < centre.x;
    let trunk = if left { centre.x - 2 } else { centre.x + centre.width + 1 };
    let is_open = |y: u16, up: bool| match letter(picture, trunk, y) {
        '│' | '├' | '┤' => true,
        '╭' | '╮' => !up,
        '╰' | '╯' => up,
        _ => false,
    };
    let meets = |y: u16| {
        let turns = if left { "├╭╰─╌┈═" } else { "┤╮╯─╌┈═" };
        let at_box = if left {
            letter(picture, centre.x - 1, y) == '▶'
        } else {
            letter(picture, centre.x + centre.width - 1, y) == '┣'
        };
        at_box && turns.contains(letter(picture, trunk, y))
    };
    if meets(area.y) {
        return true;
    }
    [false, true].into_iter().any(|up| {
        let mut y = area.y;
        while is_open(y, up) {
            y = if up { y - 1 } else { y + 1 };
            if !is_open(y, !up) {
                return false;
            }
            if meets(y) {
                return true;
            }
        }
        false
    })
}

prop_compose! {
    fn neighbour()(
        words in prop::collection::vec("[a-zæøå]{2,9}", 1..5), level in 0..5_usize, sign in 0..3_usize, delay: bool,
        missing in prop::bool::weighted(0.2), certainty in 0..5_usize, strength in 1..4_u8, into: bool, kind in 0..8_usize,
    ) -> (String, usize, Link, bool, LinkKind) {
        let link = Link {
            sign: Some(Sign::ALL[sign]),
            delay,
            missing,
            strength: Some(strength),
            certainty: Certainty::ALL.get(certainty).copied(),
            ..Link::default()
        };
        let kind = match kind { 0 => LinkKind::Informs, 1 => LinkKind::ActsOn, _ => LinkKind::Causes };
        (words.join(" "), level, link, into, kind)
    }
}

fn around(neighbours: &[(String, usize, Link, bool, LinkKind)]) -> Map {
    let ids: Vec<String> = (0..neighbours.len()).map(|at| format!("n{at}")).collect();
    let levels = ["l0", "l1", "l2", "l3"];
    let mut nodes = vec![("c", "The card in the middle of it all", "l1")];
    let mut links = Vec::new();
    for (id, (label, level, link, into, kind)) in ids.iter().zip(neighbours) {
        nodes.push((id, label, levels.get(*level).copied().unwrap_or("")));
        let (from, to) = if *into { (id.as_str(), "c") } else { ("c", id.as_str()) };
        links.push((from, *kind, to, link.clone()));
        // Something behind each, so that there is a second step to draw.
        if let Some(other) = ids.iter().find(|other| *other > id) {
            links.push((from.max(id), LinkKind::Causes, other.as_str(), link.clone()));
        }
    }
    links.dedup_by(|a, b| a.0 == b.0 && a.2 == b.2);
    let mut known = std::collections::BTreeSet::new();
    links.retain(|(from, kind, to, _)| known.insert((*from, *kind, *to)));
    map_of(&levels, &nodes, &links)
}

fn cursor(at: usize, kind: usize) -> Option<Cursor> {
    match kind {
        0 => Some(Cursor::Cause(at)),
        1 => Some(Cursor::Effect(at)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_neighbour_in_sight_can_be_read_back(
        all in prop::collection::vec(neighbour(), 0..16), at in 0..16_usize, kind in 0..3_usize,
        width in 56..240_u16, height in 18..70_u16,
    ) {
        let map = around(&all);
        let picture = drawn(&map, "c", cursor(at, kind), &[], (width, height));
        let text = picture.canvas.to_lines().join("\n");
        prop_assert!(!text.contains(['┼', '╬', '╋']), "\n{}", text);
        let centre = picture.hits[0].0;
        prop_assert_eq!(picture.hits[0].1.as_str(), "c");
        let mut read = 0;
        for (links, left) in [(&picture.causes, true), (&picture.effects, false)] {
            let side: Vec<_> = picture.hits[1..].iter().filter(|(area, _)| (area.x < centre.x) == left).collect();
            // The same card may stand again in the second step, farther out.
            let columns = side.iter().map(|(area, _)| area.x);
            let column = if left { columns.max() } else { columns.min() };
            let near: Vec<_> = side.iter().filter(|(area, _)| Some(area.x) == column).collect();
            let chosen = match cursor(at, kind) {
                Some(Cursor::Cause(at)) if left => links.get(at),
                Some(Cursor::Effect(at)) if !left => links.get(at),
                _ => None,
            };
            for id in links.iter() {
                let other = if left { &id.from } else { &id.to };
                let Some((area, _)) = near.iter().find(|(_, node)| node == other) else {
                    prop_assert!(chosen != Some(id), "the chosen one is out of sight\n{}", text);
                    continue;
                };
                let link = map.link(id).expect("listed");
                let style = match (link.missing, link.certainty == Some(Certainty::Hypothesis), link.strength) {
                    (true, _, _) => '┈',
                    (_, true, _) => '╌',
                    (_, _, Some(3)) => '═',
                    _ => '─',
                };
                let sign = if id.kind.has_sign() { ['+', '−', '?'][link.sign.expect("signed") as usize] } else { ' ' };
                prop_assert_eq!(seen(&picture, *area, centre), Some((sign, link.delay, style)), "{}\n{}", id, text);
                prop_assert!(joined(&picture, *area, centre), "{} hangs in the air\n{}", id, text);
                read += 1;
            }
        }
        prop_assert!(read > 0 || all.is_empty());
    }

    /// A card of the second step hangs on a neighbour that it has a link with: its line leads to that one's row, and no
    /// other line lies between.
    #[test]
    fn the_second_step_hangs_on_its_own_neighbour(
        all in prop::collection::vec(neighbour(), 1..10), width in 100..240_u16, height in 24..60_u16,
    ) {
        let map = around(&all);
        let picture = drawn(&map, "c", None, &[], (width, height));
        let text = picture.canvas.to_lines().join("\n");
        let centre = picture.hits[0].0;
        for left in [true, false] {
            let side: Vec<_> = picture.hits[1..].iter().filter(|(area, _)| (area.x < centre.x) == left).collect();
            let columns = side.iter().map(|(area, _)| area.x);
            let column = if left { columns.max() } else { columns.min() };
            let (near, far): (Vec<_>, Vec<_>) = side.into_iter().partition(|(area, _)| Some(area.x) == column);
            for (area, id) in far {
                // From the label along its row to the trunk, up the trunk to the row of the neighbour.
                let towards: Vec<u16> = if left { (area.x..centre.x).collect() } else { (centre.x..area.x).rev().collect() };
                let joint = |x: &u16| "┬├┤╯╰".contains(letter(&picture, *x, area.y));
                let straight = near.iter().find(|(own, _)| own.y == area.y);
                let y = match towards.iter().find(|x| joint(x)) {
                    Some(&x) if straight.is_none() => {
                        let mut y = area.y;
                        while letter(&picture, x, y) != '┬' {
                            prop_assert!("├┤╯╰│".contains(letter(&picture, x, y)), "{id} hangs in the air\n{text}");
                            y -= 1;
                        }
                        y
                    }
                    _ => area.y,
                };
                let own = near.iter().find(|(own, _)| own.y == y);
                prop_assert!(own.is_some(), "{id} leads to no neighbour\n{text}");
                let own = &own.expect("just seen").1;
                let (from, to) = if left { (id, own) } else { (own, id) };
                let link = map.links_from(from).find(|(link, _)| link.to == *to && link.kind.has_sign());
                prop_assert!(link.is_some(), "{id} hangs on {own}\n{text}");
            }
        }
    }

    #[test]
    fn no_size_is_too_small_or_too_large(
        all in prop::collection::vec(neighbour(), 0..12), at in 0..14_usize, kind in 0..3_usize,
        width in 0..300_u16, height in 0..100_u16,
    ) {
        let map = around(&all);
        let picture = drawn(&map, "c", cursor(at, kind), &[], (width, height));
        prop_assert_eq!((picture.canvas.width(), picture.canvas.height()), (width, height));
        if width >= 60 && height >= 20 {
            let text: String = picture.canvas.to_lines().concat();
            for word in ["The card", "middle"] {
                prop_assert!(text.contains(word));
            }
        }
    }
}
