//! What a window on the sheet needs to know: the nearest card that way, and which lines leave the window where.

use std::collections::BTreeSet;

use super::plan::Plan;
use super::squeeze::Squeeze;
use crate::layout::board::Step;
use crate::layout::canvas::Area;
use crate::map::NodeId;

/// How many of the drawn links are not all in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Leaving {
    /// Those with a part in sight, by the side where they leave: up, down, left, right.
    pub sides: [usize; 4],
    /// Those without any part in sight.
    pub beyond: usize,
}

impl Leaving {
    /// How many links have a part in sight and leave.
    #[must_use]
    pub fn some(&self) -> usize {
        self.sides.iter().sum()
    }
}

impl Plan {
    /// The nearest card that way; `None` at the edge, and for a card that is not there.
    ///
    /// Of the cards in that direction the one with the shortest way on the squeezed sheet counts, where a way aside is
    /// twice as long.
    #[must_use]
    pub fn nearest(&self, from: &NodeId, step: Step, squeeze: &Squeeze) -> Option<NodeId> {
        let own = squeeze.area(self.area_of(from)?);
        let (x0, y0) = middle(own);
        let across = matches!(step, Step::Left | Step::Right);
        let rank = |area: Area| {
            let (x, y) = middle(area);
            let (ahead, aside) = match step {
                Step::Left => (x0 - x, y - y0),
                Step::Right => (x - x0, y - y0),
                Step::Up => (y0 - y, x - x0),
                Step::Down => (y - y0, x - x0),
            };
            // Cards in one row begin on one line, however high they are.
            let level = if across { area.y == own.y } else { area.x == own.x };
            let aside = if level { 0 } else { aside.abs() };
            let (ahead_cells, aside_cells) = if across { (ahead, aside * 2) } else { (ahead * 2, aside) };
            (ahead > 0).then_some((ahead_cells + aside_cells * 2, aside))
        };
        let ranked = self.cards().filter_map(|(area, id)| Some((rank(squeeze.area(area))?, id)));
        ranked.min().map(|(_, id)| id.clone())
    }

    /// Whether a link, by its number, begins or ends at a card.
    #[must_use]
    pub fn joins(&self, link: usize, card: Option<&NodeId>) -> bool {
        let id = &self.links[link].id;
        card.is_some_and(|card| id.from == *card || id.to == *card)
    }

    /// The straight pieces of those links as they are shown on the squeezed sheet, link by link from the source on.
    pub fn pieces<'a>(&'a self, links: &'a [usize], squeeze: &'a Squeeze) -> impl Iterator<Item = Area> + 'a {
        links.iter().flat_map(move |&link| {
            let mut corners = self.corners(link);
            corners.place_on(squeeze);
            let piece = |pair: &[(u16, u16)]| {
                let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
                let (x, y) = (x0.min(x1), y0.min(y1));
                Area { x, y, width: x0.abs_diff(x1) + 1, height: y0.abs_diff(y1) + 1 }
            };
            corners.windows(2).map(piece).collect::<Vec<_>>()
        })
    }

    /// Where a window as large as `room` begins on the squeezed sheet so that as many of those links as possible are
    /// whole in it, with the cards at both ends. If all fit, they stand in its middle. `held` is a card that has to be in
    /// it. Without links it is the beginning of the sheet.
    #[must_use]
    pub fn most_of(&self, links: &[usize], squeeze: &Squeeze, room: Area, held: Option<Area>) -> (u16, u16) {
        let boxes: Vec<Area> = links.iter().map(|&link| self.round(link, squeeze)).collect();
        let ((edge, head), (wide, high)) = (self.margins(), squeeze.size());
        let Some(all) = boxes.iter().copied().reduce(both) else { return (edge, head) };
        let at = |x: i32, y: i32| {
            let clamp = |from: i32, least: u16, whole: u16, shown: u16| {
                let most = whole.saturating_sub(shown).max(least);
                u16::try_from(from.clamp(i32::from(least), i32::from(most))).unwrap_or(least)
            };
            Area { x: clamp(x, edge, wide, room.width), y: clamp(y, head, high, room.height), ..room }
        };
        let round = |own: Area| {
            let (x, y) = middle(own);
            at(x - i32::from(room.width) / 2, y - i32::from(room.height) / 2)
        };
        let ends: Vec<Area> = {
            let of = |link: &usize| [&self.links[*link].id.from, &self.links[*link].id.to];
            let cards: BTreeSet<&NodeId> = links.iter().flat_map(of).collect();
            cards.into_iter().filter_map(|card| self.area_of(card)).map(|own| squeeze.area(own)).collect()
        };
        let ways: Vec<Vec<Area>> =
            links.iter().map(|link| self.pieces(&[*link], squeeze).collect()).collect();
        // Whole links first, then those with a part in sight, then cards, then the place nearest to the middle of all.
        let rank = |window: &Area| {
            let inside = |own: &&Area| both(**own, *window) == *window;
            let whole = boxes.iter().filter(inside).count();
            let seen = ways.iter().filter(|way| way.iter().any(|piece| piece.shared(*window) > 0)).count();
            let cards = ends.iter().filter(inside).count();
            let ((x, y), (x0, y0)) = (middle(*window), middle(all));
            let far = (x - x0).abs() + 2 * (y - y0).abs();
            (held.is_none_or(|held| inside(&&held)), whole, seen, cards, -far)
        };
        let centred = round(all);
        if rank(&centred).1 == boxes.len() {
            return (centred.x, centred.y);
        }
        let places = |low: fn(&Area) -> i32, high: fn(&Area) -> i32, shown: u16| {
            let edges = boxes.iter().chain(&ends).chain(&held);
            let both_ways = edges.flat_map(|own| [low(own), high(own) - i32::from(shown)]);
            let found: BTreeSet<i32> = both_ways.collect();
            // Enough to choose from, also where a great many links are drawn.
            let step = found.len().div_ceil(PLACES).max(1);
            found.into_iter().step_by(step).collect::<Vec<_>>()
        };
        let across = places(|own| i32::from(own.x), |own| i32::from(own.x + own.width), room.width);
        let down = places(|own| i32::from(own.y), |own| i32::from(own.y + own.height), room.height);
        let windows = across.iter().flat_map(|&x| down.iter().map(move |&y| (x, y))).map(|(x, y)| at(x, y));
        // One that is just round the held card comes first, so that there is always one with it.
        let best = held.map(round).into_iter().chain([centred]).chain(windows).max_by_key(rank);
        best.map_or((edge, head), |best| (best.x, best.y))
    }

    /// What a link takes on the squeezed sheet, with the cards at its ends.
    fn round(&self, link: usize, squeeze: &Squeeze) -> Area {
        let mut corners = self.corners(link);
        corners.place_on(squeeze);
        let id = &self.links[link].id;
        let cards = [&id.from, &id.to].into_iter().filter_map(|card| self.area_of(card));
        let way = corners.iter().map(|&(x, y)| Area { x, y, width: 1, height: 1 });
        cards.map(|own| squeeze.area(own)).chain(way).reduce(both).unwrap_or_default()
    }

    /// Which of the links leave a window on the squeezed sheet, and where: by the end that lies farther outside.
    #[must_use]
    pub fn leaving(&self, links: &[usize], window: Area, squeeze: &Squeeze) -> Leaving {
        let mut leaving = Leaving::default();
        let (left, top) = (i32::from(window.x), i32::from(window.y));
        let (right, bottom) = (left + i32::from(window.width), top + i32::from(window.height));
        let outside = |&(x, y): &(u16, u16)| {
            let (x, y) = (i32::from(x), i32::from(y));
            // A row counts as two columns, which it is as high as.
            [(top - y) * 2, (y - bottom + 1) * 2, left - x, x - right + 1]
        };
        for &link in links {
            let mut corners = self.corners(link);
            corners.place_on(squeeze);
            if corners.iter().all(|corner| outside(corner).iter().all(|&by| by <= 0)) {
                continue;
            }
            let seen = corners.windows(2).any(|pair| {
                let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
                i32::from(x0.min(x1)) < right
                    && i32::from(x0.max(x1)) >= left
                    && i32::from(y0.min(y1)) < bottom
                    && i32::from(y0.max(y1)) >= top
            });
            if !seen {
                leaving.beyond += 1;
                continue;
            }
            let ends = [corners.first(), corners.last()].into_iter().flatten();
            let farthest = |points: &mut dyn Iterator<Item = &(u16, u16)>| {
                let sides = points.flat_map(|point| outside(point).into_iter().enumerate());
                sides.filter(|(_, by)| *by > 0).max_by_key(|(side, by)| (*by, 4 - side)).map(|(side, _)| side)
            };
            let side = farthest(&mut ends.into_iter()).or_else(|| farthest(&mut corners.iter()));
            if let Some(side) = side {
                leaving.sides[side] += 1;
            }
        }
        leaving
    }
}

/// So many places each way are tried for a window.
const PLACES: usize = 40;

/// The smallest area with both in it.
fn both(one: Area, other: Area) -> Area {
    let (x, y) = (one.x.min(other.x), one.y.min(other.y));
    let right = (one.x.saturating_add(one.width)).max(other.x.saturating_add(other.width));
    let bottom = (one.y.saturating_add(one.height)).max(other.y.saturating_add(other.height));
    Area { x, y, width: right - x, height: bottom - y }
}

fn middle(area: Area) -> (i32, i32) {
    (i32::from(area.x) + i32::from(area.width) / 2, i32::from(area.y) + i32::from(area.height) / 2)
}
