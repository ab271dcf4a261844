//! The selected card's links: lines through the gutters where there is room, a sign and an arrow head beside the
//! other card where there is none, and a count on the frame for what is not on the picture.
//!
//! A line begins at a card and ends in its sign and an arrow head: `╰─+▶■ Trust`. A mark without a line reads the same
//! way: `+▶■` is what the selected card leads to, `+◀■` is a cause of it.

use super::band::Strips;
use super::berth::{Berth, Wanted, at_home, at_other, berths, kept};
use super::cell::{Filled, Placed};
use super::column::Spread;
use super::paint::rule_text_end;
use super::scene::{Scene, Tie};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::line::Stroke;
use crate::layout::routing::{Piece, Plane, Port, Route, Way};
use crate::map::{Certainty, LinkId};
use crate::palette::Role;
use crate::text::glyph::Line;
use crate::text::width;

/// A link that stands on the picture as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnLink {
    /// Which link.
    pub link: LinkId,
    /// The cell where its line leaves the card it starts at.
    pub tail: (u16, u16),
    /// The cell of its arrow head.
    pub head: (u16, u16),
}

struct Found {
    wanted: usize,
    route: Route,
    /// Where it ends.
    head: Berth,
}

/// Draws the links of the selected card; gives those that became lines, and how many are not to be seen at all.
pub(super) fn draw(
    scene: &Scene<'_>,
    columns: &Spread,
    strips: &Strips,
    filled: &Filled,
    canvas: &mut Canvas,
) -> (Vec<DrawnLink>, usize) {
    let Some(home) = scene.selected.and_then(|card| filled.find(card)).cloned() else {
        return (Vec::new(), scene.ties.len());
    };
    let (wanted, mut undrawn) = match home.frame {
        Some(frame) => berths(scene, filled, frame),
        None => (Vec::new(), scene.ties.clone()),
    };
    let base = plane(scene, columns, strips, filled, home.frame);
    let (plane, found) = route_all(scene, filled, &home, &wanted, base);
    let mut drawn = Vec::new();
    for (at, wanted) in wanted.iter().enumerate() {
        match found.iter().find(|found| found.wanted == at) {
            Some(found) => drawn.push(paint(scene, wanted, found, &plane, canvas)),
            None => undrawn.push(wanted.tie),
        }
    }
    for found in &found {
        finish(scene, &wanted[found.wanted].tie, &found.route, strips, canvas);
    }
    drawn.sort_by(|a, b| a.link.cmp(&b.link));
    let unseen: Vec<Tie<'_>> = undrawn.into_iter().filter(|tie| !mark(scene, tie, filled, canvas)).collect();
    count(scene, &unseen, &home, canvas);
    (drawn, unseen.len())
}

/// Where lines may run.
fn plane(
    scene: &Scene<'_>,
    columns: &Spread,
    strips: &Strips,
    filled: &Filled,
    frame: Option<Area>,
) -> Plane {
    let (width, height) = (scene.view.width, scene.view.height);
    let mut plane = Plane::new(width, height);
    plane.close(Area { x: 0, y: 0, width, height: strips.head });
    plane.close(Area { x: 0, y: 0, width: columns.edge, height });
    let rules = strips.strips.iter().map(|strip| strip.rule).chain(strips.foot);
    for (at, y) in rules.enumerate() {
        plane.close_across(Area { x: 0, y, width, height: 1 });
        plane.close(Area { x: 0, y, width: rule_text_end(scene, columns, strips, at), height: 1 });
    }
    for span in &columns.spans {
        plane.close_along(Area { x: span.x, y: 0, width: span.width, height });
    }
    for tail in &filled.tails {
        plane.close(Area { x: tail.x.saturating_sub(1), y: tail.y, width: tail.width + 1, height: 1 });
    }
    for placed in &filled.placed {
        if let Some(frame) = placed.frame {
            plane.close(frame);
        } else if placed.lines.is_empty() {
            // Its mark, and a cell before it so that no line seems to run into the mark.
            let mark = if scene.is_near(placed.card) { 3.min(placed.x) } else { 0 };
            plane.close(Area { x: placed.x - mark, y: placed.y, width: 1 + mark, height: 1 });
        }
        for (line, y) in
            (placed.y..placed.y.saturating_add(u16::try_from(placed.lines.len()).unwrap_or(0))).enumerate()
        {
            plane.close(Area { x: placed.x, y, width: placed.end(line) - placed.x, height: 1 });
        }
    }
    if let Some(frame) = frame {
        // Near the card is better: lines that go far leave room outside for those that turn off earlier.
        for x in 0..width {
            let distance = if x < frame.x { frame.x - x } else { x.saturating_sub(frame.x + frame.width) };
            plane.make_dear(x, u8::try_from(distance.min(12) / 3).unwrap_or(0));
        }
    }
    plane
}

fn route_all<'a>(
    scene: &Scene<'a>,
    filled: &Filled,
    home: &Placed,
    wanted: &[Wanted<'a>],
    base: Plane,
) -> (Plane, Vec<Found>) {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    // Straight lines need their row; then those that go far, which run close to the card.
    order.sort_by_key(|&at| {
        let distance = wanted[at].to.abs_diff(wanted[at].row);
        (distance > 0, u16::MAX - distance, at)
    });
    let mut best: Option<(usize, u32, Plane, Vec<Found>)> = None;
    for _ in 0..2 {
        let mut plane = base.clone();
        let (mut found, mut failed) = (Vec::new(), Vec::new());
        for one in wanted {
            plane.keep(kept(scene, home, one));
        }
        for &at in &order {
            plane.give_back(kept(scene, home, &wanted[at]));
            match route(scene, filled, home, &wanted[at], &plane) {
                Some((route, head)) => {
                    plane.take(&route);
                    plane.close(head.landing);
                    found.push(Found { wanted: at, route, head });
                }
                None => failed.push(at),
            }
        }
        let cost = found.iter().map(|found| found.route.cost).sum::<u32>();
        let failures = failed.len();
        if best.as_ref().is_none_or(|(fewest, least, ..)| (failures, cost) < (*fewest, *least)) {
            best = Some((failures, cost, plane, found));
        }
        if failures == 0 {
            break;
        }
        order.sort_by_key(|at| !failed.contains(at));
    }
    best.map_or((base, Vec::new()), |(_, _, plane, found)| (plane, found))
}

fn route(
    scene: &Scene<'_>,
    filled: &Filled,
    home: &Placed,
    wanted: &Wanted<'_>,
    plane: &Plane,
) -> Option<(Route, Berth)> {
    let tie = &wanted.tie;
    let free = |berth: &Berth| {
        let Area { x, y, width, .. } = berth.landing;
        (x..x.saturating_add(width)).all(|x| plane.is_free(x, y))
    };
    if Some(tie.other) == scene.selected {
        let begin = at_home(scene, home, wanted, false);
        let below = Wanted { row: wanted.row + 1, ..*wanted };
        let end = at_home(scene, home, &below, true);
        if !free(&end) {
            return None;
        }
        let mut plane = plane.clone();
        plane.keep(end.landing);
        return plane.find(&[begin.port], &[end.port]).map(|route| (route, end));
    }
    let here = at_home(scene, home, wanted, !tie.out);
    let placed = filled.find(tie.other)?;
    let there: Vec<Berth> = at_other(tie, placed).into_iter().filter(free).collect();
    if !free(&here) {
        return None;
    }
    // No line may run through the cells where its own sign will stand.
    let mut plane = plane.clone();
    for berth in there.iter().chain([&here]) {
        plane.keep(berth.landing);
    }
    let ends: Vec<Port> = there.iter().map(|berth| berth.port).collect();
    if tie.out {
        let route = plane.find(&[here.port], &ends)?;
        let head = there[route.end];
        Some((route, head))
    } else {
        Some((plane.find(&ends, &[here.port])?, here))
    }
}

fn paint(
    scene: &Scene<'_>,
    wanted: &Wanted<'_>,
    found: &Found,
    plane: &Plane,
    canvas: &mut Canvas,
) -> DrawnLink {
    let glyphs = scene.view.glyphs;
    let tie = &wanted.tie;
    let role = role(tie);
    plane.draw(&found.route, style(scene, tie), role, canvas);
    let (sign, sign_role) = scene.sign(tie);
    let Berth { landing, outwards, .. } = found.head;
    let head = if outwards == Way::Left { glyphs.head_right } else { glyphs.head_left };
    // Without its brackets the line would drown a minus. From the head outwards, so the nearer bracket first.
    let (near, far) = if outwards == Way::Left { (")", "(") } else { ("(", ")") };
    let mut pieces = vec![(head, role), (near, sign_role), (sign, sign_role), (far, sign_role)];
    if tie.link.certainty == Some(Certainty::Refuted) {
        pieces.push((glyphs.struck, role));
    }
    if tie.link.delay {
        pieces.push((glyphs.delay, role));
    }
    let last = landing.x + landing.width.saturating_sub(1);
    let at = |nth: u16| if outwards == Way::Left { last - nth } else { landing.x + nth };
    for (nth, (piece, role)) in (0..).zip(pieces) {
        canvas.set(at(nth), landing.y, piece, role);
    }
    let tail = found.route.cells.first().copied().unwrap_or_default();
    DrawnLink { link: tie.id.clone(), tail, head: (at(0), landing.y) }
}

/// What has to wait until all lines stand: the gaps of rules, the word on a ghost, what is struck through.
fn finish(scene: &Scene<'_>, tie: &Tie<'_>, route: &Route, strips: &Strips, canvas: &mut Canvas) {
    let is_rule = |y: u16| strips.foot == Some(y) || strips.strips.iter().any(|strip| strip.rule == y);
    for &(x, y) in &route.cells {
        if is_rule(y) {
            for beside in [x.checked_sub(1), x.checked_add(1)].into_iter().flatten() {
                if canvas.get(beside, y).is_some_and(|cell| cell.role == Role::Frame) {
                    canvas.set(beside, y, " ", Role::Text);
                }
            }
        }
        if tie.link.certainty == Some(Certainty::Refuted) {
            canvas.strike(x, x + 1, y);
        }
    }
    if let Some((word, role)) = word_on(scene, tie) {
        let word = format!(" {word} ");
        let cells = width(&word);
        let line = style(scene, tie);
        let mut run: Vec<(u16, u16)> = Vec::new();
        let mut longest: Vec<(u16, u16)> = Vec::new();
        let mut straight: Vec<(u16, u16)> = Vec::new();
        for (x, y, piece) in route.pieces() {
            let is = |text: &str| canvas.get(x, y).is_some_and(|cell| cell.text == text);
            let own = piece == Piece::Across && is(line.across);
            if own || piece == Piece::Along && is(line.along) {
                straight.push((x, y));
            }
            if !own {
                run.clear();
                continue;
            }
            run.push((x, y));
            if run.len() > longest.len() {
                longest.clone_from(&run);
            }
        }
        // A cell of line at each end, so that it stays a line.
        if longest.len() >= cells + 2
            && let Some(&(x, y)) = longest.iter().min()
        {
            let before = u16::try_from((longest.len() - cells) / 2).unwrap_or(1);
            canvas.write(x + before, y, &word, role);
        } else if let Some((mark, role)) = differs(scene, tie)
            && let Some(&(x, y)) = straight.get(straight.len() / 2)
        {
            canvas.set(x, y, mark, role);
        }
    }
}

/// What stands on a line: that it came or went since the version that the map is compared with, or that it is missing.
fn word_on(scene: &Scene<'_>, tie: &Tie<'_>) -> Option<(&'static str, Role)> {
    let missing = tie.link.missing.then(|| (scene.view.lang.words().links.missing, Role::Ghost));
    differs(scene, tie).or(missing)
}

/// The mark of a link that came or went.
pub(super) fn differs(scene: &Scene<'_>, tie: &Tie<'_>) -> Option<(&'static str, Role)> {
    let (differing, glyphs) = (scene.view.differing?, scene.view.glyphs);
    let went = differing.went.contains(tie.id).then_some((glyphs.minus, Role::Minus));
    went.or_else(|| differing.came.contains(tie.id).then_some((glyphs.plus, Role::Plus)))
}

fn style<'a>(scene: &Scene<'a>, tie: &Tie<'_>) -> &'a Line {
    Stroke::of(tie.link).pieces(scene.view.glyphs)
}

fn role(tie: &Tie<'_>) -> Role {
    if tie.link.missing {
        Role::Ghost
    } else if tie.out {
        Role::LineOut
    } else {
        Role::LineIn
    }
}

/// Marks a card that has no line by sign and arrow head before its shape; whether there was room.
fn mark(scene: &Scene<'_>, tie: &Tie<'_>, filled: &Filled, canvas: &mut Canvas) -> bool {
    let Some(placed) = filled.find(tie.other).filter(|placed| placed.frame.is_none()) else { return false };
    let Some(x) = placed.x.checked_sub(2) else { return false };
    let blank = |canvas: &Canvas, x: u16| canvas.get(x, placed.y).is_some_and(|cell| cell.text == " ");
    if Some(tie.other) == scene.selected || !blank(canvas, x) || !blank(canvas, x + 1) {
        return false;
    }
    let (sign, sign_role) = scene.sign(tie);
    let glyphs = scene.view.glyphs;
    canvas.set(x, placed.y, sign, sign_role);
    canvas.set(x + 1, placed.y, if tie.out { glyphs.head_right } else { glyphs.head_left }, role(tie));
    let missing = tie.link.missing.then_some((glyphs.missing, Role::Ghost));
    if let Some((mark, role)) = differs(scene, tie).or(missing)
        && let Some(before) = x.checked_sub(1).filter(|&x| blank(canvas, x))
    {
        canvas.set(before, placed.y, mark, role);
    }
    true
}

/// Counts on the frame what is not on the picture: `2 causes ↑`.
fn count(scene: &Scene<'_>, unseen: &[Tie<'_>], home: &Placed, canvas: &mut Canvas) {
    let Some(frame) = home.frame else { return };
    if unseen.is_empty() || frame.width < 6 {
        return;
    }
    let glyphs = scene.view.glyphs;
    let words = scene.view.lang.words();
    let things = &words.things;
    let own = &scene.sorted.cards[home.card];
    let up = |tie: &Tie<'_>| {
        let other = &scene.sorted.cards[tie.other];
        (other.band, tie.other) < (own.band, home.card)
    };
    for (above, arrow, y) in [
        (true, glyphs.signal_up, frame.y),
        (false, glyphs.signal_down, frame.y + frame.height.saturating_sub(1)),
    ] {
        let of = |wanted: &dyn Fn(&&Tie<'_>) -> bool| {
            unseen.iter().filter(|tie| up(tie) == above).filter(wanted).count()
        };
        let causes = of(&|tie| !tie.out && !tie.id.kind.is_signal());
        let effects = of(&|tie| tie.out && !tie.id.kind.is_signal());
        let signals = of(&|tie| tie.id.kind.is_signal());
        let nouns = [(causes, things.cause), (effects, things.effect), (signals, words.links.link)];
        let counts: Vec<String> =
            nouns.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| noun.of(*count)).collect();
        if counts.is_empty() {
            continue;
        }
        let long = format!(" {} {arrow} ", counts.join(", "));
        let room = usize::from(frame.width) - 2;
        let text = if width(&long) <= room { long } else { format!("{}{arrow}", causes + effects + signals) };
        if width(&text) <= room {
            canvas.write(frame.x + 1, y, &text, Role::Quiet);
        }
    }
}
