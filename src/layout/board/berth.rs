//! Where lines meet cards: rows at the sides of the selected card, places beside the others, and room for the sign and
//! the arrow head. Knows nothing of what lies between.

use super::cell::{Filled, Placed};
use super::scene::{Scene, Tie};
use crate::layout::canvas::Area;
use crate::layout::routing::{Port, Way};
use crate::map::Certainty;

/// The most lines on one picture.
pub(super) const MOST_LINES: usize = 12;

/// A place where a link's line may meet a card.
#[derive(Clone, Copy, Debug)]
pub(super) struct Berth {
    pub(super) port: Port,
    /// The cells between the line's last cell and the card: what goes there is set from the card outwards.
    pub(super) landing: Area,
    /// From the card outwards.
    pub(super) outwards: Way,
}

/// A link that is to become a line.
pub(super) struct Wanted<'a> {
    pub(super) tie: Tie<'a>,
    /// Its row at the selected card's side; a self link takes the next one too.
    pub(super) row: u16,
    pub(super) left: bool,
    /// The other card's row.
    pub(super) to: u16,
}

/// Splits the links into those that become lines and those that get a mark: past a dozen, lines only drown each
/// other. What is missing comes first, since a mark cannot say so; then effects before signals.
pub(super) fn worth_a_line<'a>(ties: &[Tie<'a>]) -> (Vec<Tie<'a>>, Vec<Tie<'a>>) {
    let mut ties = ties.to_vec();
    ties.sort_by_key(|tie| (!tie.link.missing, tie.id.kind.is_signal()));
    let more = ties.split_off(ties.len().min(MOST_LINES));
    (ties, more)
}

/// The lines' rows at the sides of the selected card, so that lines that go higher leave higher; and the links
/// that get none.
pub(super) fn berths<'a>(scene: &Scene<'a>, filled: &Filled, frame: Area) -> (Vec<Wanted<'a>>, Vec<Tie<'a>>) {
    let inner = usize::from(frame.height.saturating_sub(2));
    let mut undrawn = Vec::new();
    let (ties, more) = worth_a_line(&scene.ties);
    undrawn.extend(more);
    let mut sides: [Vec<(u16, u16, Tie<'a>)>; 2] = [Vec::new(), Vec::new()];
    for tie in &ties {
        match filled.find(tie.other) {
            Some(placed) if !placed.lines.is_empty() => {
                let distance = placed.x.abs_diff(frame.x);
                sides[usize::from(!tie.left)].push((placed.y, distance, *tie));
            }
            _ => undrawn.push(*tie),
        }
    }
    let rows = |side: &[(u16, u16, Tie<'a>)]| {
        side.iter().map(|(.., tie)| if Some(tie.other) == scene.selected { 2 } else { 1 }).sum::<usize>()
    };
    for full in 0..2 {
        while rows(&sides[full]) > inner {
            let Some(tie) = sides[full].pop() else { break };
            if rows(&sides[1 - full]) < inner && Some(tie.2.other) != scene.selected {
                sides[1 - full].push(tie);
            } else {
                undrawn.push(tie.2);
            }
        }
    }
    let mut wanted = Vec::new();
    for (side, mut ties) in sides.into_iter().enumerate() {
        ties.sort_by_key(|(y, distance, tie)| (*y, *distance, tie.out));
        let mut next = frame.y + 1;
        let mut left = rows(&ties);
        for (to, _, tie) in ties {
            let takes = if Some(tie.other) == scene.selected { 2 } else { 1 };
            let last = frame.y + frame.height - 1 - u16::try_from(left).unwrap_or(0);
            let row = to.clamp(next, last.max(next));
            wanted.push(Wanted { tie, row, left: side == 0, to });
            next = row + u16::try_from(takes).unwrap_or(1);
            left -= takes;
        }
    }
    (wanted, undrawn)
}

/// The cells beside the selected card that are kept for a line until its turn.
pub(super) fn kept(scene: &Scene<'_>, home: &Placed, wanted: &Wanted<'_>) -> Area {
    let berth = at_home(scene, home, wanted, !wanted.tie.out);
    let cells = berth.landing.width + 1;
    let x = if wanted.left { berth.port.x } else { berth.landing.x };
    let own = Some(wanted.tie.other) == scene.selected;
    Area { x, y: wanted.row, width: cells + u16::from(own) * 3, height: 1 + u16::from(own) }
}

/// How many cells the sign in its brackets, the arrow head and what stands before them take.
pub(super) fn landing(tie: &Tie<'_>) -> u16 {
    4 + u16::from(tie.link.delay) + u16::from(tie.link.certainty == Some(Certainty::Refuted))
}

pub(super) fn berth(x: Option<u16>, y: u16, outwards: Way, arrives: bool, cells: u16) -> Option<Berth> {
    let x = x?;
    let cells = if arrives { cells } else { 0 };
    let (port, from) = match outwards {
        Way::Left => ((x.checked_sub(cells)?), (x + 1).checked_sub(cells)?),
        _ => (x.checked_add(cells)?, x),
    };
    let inwards = if outwards == Way::Left { Way::Right } else { Way::Left };
    let way = if arrives { inwards } else { outwards };
    Some(Berth {
        port: Port { x: port, y, way },
        landing: Area { x: from, y, width: cells, height: 1 },
        outwards,
    })
}

pub(super) fn at_home(scene: &Scene<'_>, home: &Placed, wanted: &Wanted<'_>, arrives: bool) -> Berth {
    let frame = home.frame.unwrap_or_default();
    let (x, outwards) = if wanted.left {
        (frame.x.checked_sub(1), Way::Left)
    } else {
        (frame.x.checked_add(frame.width), Way::Right)
    };
    let outside = || Berth {
        // No room at that side: a port that is not on the picture is no port.
        port: Port { x: scene.view.width, y: wanted.row, way: Way::Right },
        landing: Area::default(),
        outwards,
    };
    berth(x, wanted.row, outwards, arrives, landing(&wanted.tie)).unwrap_or_else(outside)
}

pub(super) fn at_other(tie: &Tie<'_>, placed: &Placed) -> Vec<Berth> {
    let cells = landing(tie);
    let mut berths = vec![berth(placed.x.checked_sub(1), placed.y, Way::Left, tie.out, cells)];
    for (line, y) in (0..placed.lines.len()).zip(placed.y..) {
        // One blank between label and line.
        berths.push(berth(placed.end(line).checked_add(1), y, Way::Right, tie.out, cells));
    }
    berths.into_iter().flatten().collect()
}
