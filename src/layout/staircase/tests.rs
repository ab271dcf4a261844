//! Staircases of maps made by chance, read back from their cells by a reader that shares no code with the drawing.

use proptest::prelude::*;

use super::*;
use crate::map::{Certainty, Kind, Level, Link, LinkId, LinkKind, Node, Sign};
use crate::text::glyph::UNICODE;

/// What a reader of the picture can tell of a link.
#[derive(Debug, PartialEq, Eq, Clone)]
struct Seen {
    from: usize,
    to: usize,
    sign: char,
    delay: bool,
    style: char,
    word: String,
    refuted: bool,
}

const HORIZONTAL: &str = "─╌┈═";

fn style_of(cell: char) -> Option<char> {
    match cell {
        '─' | '│' => Some('─'),
        '╌' | '╎' => Some('╌'),
        '┈' | '┊' => Some('┈'),
        '═' | '║' => Some('═'),
        _ => None,
    }
}

/// The corners, as (comes in from the right end, leads up).
fn leads_up(corner: char) -> Option<bool> {
    match corner {
        '╰' | '└' | '╚' => Some(true),
        '╭' | '┌' | '╔' => Some(false),
        _ => None,
    }
}

struct Reader<'a> {
    picture: &'a Staircase,
}

impl Reader<'_> {
    fn cell(&self, x: u16, y: u16) -> char {
        self.picture.canvas.get(x, y).and_then(|cell| cell.text.chars().next()).unwrap_or(' ')
    }

    fn card_at(&self, x: u16, y: u16) -> Option<usize> {
        self.picture.hits.iter().position(|(area, _)| area.contains(x, y))
    }

    /// The link whose head stands before a card: back along its line to the card it comes from.
    fn link_into(&self, to: usize) -> Option<Seen> {
        let area = self.picture.hits[to].0;
        let (mut x, mut y) = (area.x - 1, area.y + 1);
        if self.cell(x, y) != '▶' {
            return None;
        }
        let struck = self.picture.canvas.get(x, y).is_some_and(|cell| cell.struck);
        x -= 1;
        let mut seen =
            Seen { from: 0, to, sign: ' ', delay: false, style: ' ', word: String::new(), refuted: false };
        if self.cell(x, y) == ')' {
            seen.sign = self.cell(x - 1, y);
            assert_eq!(self.cell(x - 2, y), '(');
            x -= 3;
        }
        let mut word = String::new();
        while style_of(self.cell(x, y)).is_none() && leads_up(self.cell(x, y)).is_none() {
            match self.cell(x, y) {
                '‖' => seen.delay = true,
                '╱' => seen.refuted = true,
                '├' | '┣' => break,
                letter => word.insert(0, letter),
            }
            if x == 0 {
                return None;
            }
            x -= 1;
        }
        seen.word = word.trim().to_owned();
        assert!(!seen.refuted || struck, "a refuted link is struck through");
        // Leftwards, then up or down, and at the lane leftwards or rightwards, until a card is met.
        let mut way = (-1_i32, 0_i32);
        for _ in 0..10_000 {
            if let Some(from) = self.card_at(x, y) {
                seen.from = from;
                return Some(seen);
            }
            let here = self.cell(x, y);
            if let Some(style) = style_of(here) {
                assert!(seen.style == ' ' || seen.style == style, "one link, one style");
                seen.style = style;
                assert_eq!(HORIZONTAL.contains(here), way.1 == 0, "no line runs across another");
            } else {
                way = match (here, way) {
                    ('╰' | '└' | '╚', (-1, 0)) => (0, -1),
                    ('╭' | '┌' | '╔', (-1, 0)) => (0, 1),
                    ('╭' | '┌' | '╔', (0, -1)) | ('╰' | '└' | '╚', (0, 1)) => (1, 0),
                    ('╮' | '┐' | '╗', (1, 0)) => (0, 1),
                    ('╯' | '┘' | '╝', (1, 0)) => (0, -1),
                    _ => return None,
                };
            }
            let (next_x, next_y) = (i32::from(x) + way.0, i32::from(y) + way.1);
            (x, y) = (u16::try_from(next_x).ok()?, u16::try_from(next_y).ok()?);
        }
        None
    }
}

/// What the map says of a link, in the reader's terms.
fn told(map: &Map, id: &LinkId, from: usize, to: usize) -> Seen {
    let missing = "missing".to_owned();
    let Some(link) = map.link(id) else {
        return Seen { from, to, sign: '?', delay: false, style: '┈', word: missing, refuted: false };
    };
    let style = match (link.missing, link.certainty == Some(Certainty::Hypothesis), link.strength) {
        (true, _, _) => '┈',
        (_, true, _) => '╌',
        (_, _, Some(3)) => '═',
        _ => '─',
    };
    let (sign, word) = match id.kind {
        LinkKind::Steers => (' ', "steers".to_owned()),
        _ => (['+', '−', '?'][link.sign.expect("has a sign") as usize], String::new()),
    };
    let refuted = link.certainty == Some(Certainty::Refuted);
    let word = if link.missing { missing } else { word };
    Seen { from, to, sign, delay: link.delay, style, word, refuted }
}

prop_compose! {
    fn label()(words in prop::collection::vec("[a-zæøå]{1,9}", 1..6), at in 0..4_usize) -> String {
        let mut text = words.join(" ");
        if at == 0 { text.push_str(" tilbakemeldingssløyfen"); }
        text.chars().take(40).collect::<String>().trim().to_owned()
    }
}

prop_compose! {
    fn link()(
        sign in 0..3_usize, delay: bool, missing in prop::bool::weighted(0.2), strength in 0..4_u8,
        certainty in 0..5_usize, kind in 0..6_usize, lost in prop::bool::weighted(0.1),
    ) -> (Option<Link>, LinkKind) {
        let link = Link {
            sign: Some(Sign::ALL[sign]),
            delay,
            missing,
            strength: (strength > 0).then_some(strength),
            certainty: Certainty::ALL.get(certainty).copied(),
            ..Link::default()
        };
        let kind = if kind == 0 { LinkKind::Steers } else { LinkKind::Causes };
        ((!lost).then_some(link), kind)
    }
}

/// A map with a walk in it, and the step one is at.
struct Case {
    map: Map,
    walk: Walk,
    step: usize,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (id, node) in self.map.nodes() {
            writeln!(f, "{id} {:?} {:?}", node.label, node.level)?;
        }
        for id in &self.walk.links {
            let link = self.map.link(id).map(|l| (l.sign, l.delay, l.missing, l.certainty, l.strength));
            writeln!(f, "{id} {link:?}")?;
        }
        write!(f, "closed {} step {}", self.walk.closed, self.step)
    }
}

prop_compose! {
    fn case()(
        levels in 0..8_usize,
        cards in prop::collection::vec((label(), 0..9_usize, link()), 1..12),
        closed: bool,
        step in 0..12_usize,
    ) -> Case {
        let mut map = Map::new("x");
        let name = |at: usize| format!("Level number {at}");
        let all = (0..levels).map(|at| Level { id: format!("l{at}").as_str().into(), name: name(at), part_of: None });
        let frame = crate::map::Frame { levels: all.collect(), ..map.frame() };
        map = map.with_frame(frame);
        let id = |at: usize| NodeId::new(format!("n{at}"));
        for (at, (label, level, _)) in cards.iter().enumerate() {
            let level = (*level < levels).then(|| format!("l{level}").as_str().into());
            let node = Node { level, ..Node::new(Kind::Cause, label.clone()) };
            map.insert_node(id(at), node).expect("new");
        }
        let last = cards.len() - usize::from(!closed);
        let mut links = Vec::new();
        for (at, (_, _, (link, kind))) in cards.iter().enumerate().take(last) {
            let link_id = LinkId { from: id(at), to: id((at + 1) % cards.len()), kind: if link.is_some() { *kind } else { LinkKind::Causes } };
            if let Some(link) = link {
                map.insert_link(link_id.clone(), link.clone()).expect("new");
            }
            links.push(link_id);
        }
        Case { map, walk: Walk { title: "Told".to_owned(), start: id(0), links, closed, since: None }, step }
    }
}

fn drawn(map: &Map, walk: &Walk, step: usize, width: u16, height: u16) -> Staircase {
    staircase(map, walk, step, Frame { width, height, lang: Lang::En, glyphs: &UNICODE })
}

/// The label of a card as it stands in the picture, without blanks and hyphens.
fn label_in(picture: &Staircase, at: usize) -> String {
    let area = picture.hits[at].0;
    let mut text = String::new();
    for y in area.y..area.y + area.height {
        for x in area.x..area.x + area.width {
            text.push_str(&picture.canvas.get(x, y).map_or(String::new(), |cell| cell.text.to_string()));
        }
    }
    bare(&text)
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_link_in_sight_can_be_read_back(Case { map, walk, step } in case(), width in 36..220_u16, height in 10..70_u16) {
        let picture = drawn(&map, &walk, step, width, height);
        let step = step.min(picture.steps - 1);
        prop_assert!(picture.shown.contains(&step), "{:?} without {step}", picture.shown);
        prop_assert_eq!(picture.hits.len(), picture.shown.len());
        if picture.hits[0].0.height < 3 {
            return Ok(());
        }
        for (at, (one, _)) in picture.hits.iter().enumerate() {
            prop_assert!(one.x + one.width <= width && one.y + one.height <= height, "{one:?}\n{}", picture.canvas.to_lines().join("\n"));
            for (other, _) in &picture.hits[at + 1..] {
                let apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
                prop_assert!(apart, "{:?} lies over {:?}", one, other);
            }
        }
        let reader = Reader { picture: &picture };
        let start = picture.shown.start;
        for (at, link) in walk.links.iter().enumerate() {
            let to = (at + 1) % picture.steps;
            let both = |system: &std::ops::Range<usize>| system.contains(&at) && system.contains(&to);
            if !picture.systems.iter().any(both) {
                continue;
            }
            let seen = reader.link_into(to - start);
            prop_assert_eq!(seen, Some(told(&map, link, at - start, to - start)), "\n{}", picture.canvas.to_lines().join("\n"));
        }
        let text = picture.canvas.to_lines().join("\n");
        prop_assert!(!text.contains(['┼', '╬', '╋']));
        let ghosts = walk.links.iter().any(|id| map.link(id).is_none_or(|link| link.missing));
        prop_assert!(ghosts || !text.contains(['┈', '┊']), "no ghost is invented\n{}", text);
        for at in 0..picture.hits.len() {
            let label = map.node(&picture.hits[at].1).map(|node| bare(&node.label));
            prop_assert_eq!(Some(label_in(&picture, at)), label, "\n{}", text);
        }
    }

    #[test]
    fn no_size_is_too_small_or_too_large(Case { map, walk, step } in case(), width in 0..300_u16, height in 0..100_u16) {
        let picture = drawn(&map, &walk, step, width, height);
        prop_assert_eq!((picture.canvas.width(), picture.canvas.height()), (width, height));
        if width >= 60 && height >= 20 {
            let step = step.min(picture.steps - 1);
            let at = step - picture.shown.start;
            let label = map.node(&picture.hits[at].1).map(|node| bare(&node.label)).unwrap_or_default();
            let text = label_in(&picture, at);
            prop_assert!(text.contains(&label), "{} is cut\n{}", label, picture.canvas.to_lines().join("\n"));
        }
    }
}

#[test]
fn a_walk_of_thousands_of_steps_is_paged_like_a_short_one() {
    let mut map = Map::new("x");
    let id = |at: usize| NodeId::new(format!("step-{at}"));
    let count = 5_000;
    for at in 0..=count {
        map.insert_node(id(at), Node::new(Kind::Cause, format!("Step {at}"))).expect("new");
    }
    let mut links = Vec::new();
    for at in 0..count {
        let link = LinkId { from: id(at), to: id(at + 1), kind: LinkKind::Causes };
        map.insert_link(link.clone(), Link::signed(Sign::Plus)).expect("new");
        links.push(link);
    }
    let walk = Walk::chain(id(0), links);
    for step in [0, 1, 40, 2_500, count] {
        let picture = drawn(&map, &walk, step, 90, 26);
        let shown = picture.shown.clone();
        assert!(shown.contains(&step) && shown.len() >= 4, "{step}: {shown:?}");
        assert!(step == 0 || shown.contains(&(step - 1)), "{step}: what led to it is in sight");
        assert!(step == count || shown.contains(&(step + 1)), "{step}: what it leads to is in sight");
    }
}
