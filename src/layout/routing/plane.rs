//! The cells of a picture as lines see them, and the search for one line through them.
//!
//! The search is A* (Hart, Nilsson and Raphael 1968) with a queue of buckets, since all costs are small whole
//! numbers: O(cells) a line.

use super::queue::Buckets;
use super::route::{Piece, Port, Route, Way};
use crate::layout::canvas::{Area, Canvas};
use crate::palette::Role;
use crate::text::glyph::Line;

// What a cell is taken by.
const CLOSED: u8 = 1;
const NO_ACROSS: u8 = 2;
const NO_ALONG: u8 = 4;
const ACROSS: u8 = 8;
const ALONG: u8 = 16;
const BENT: u8 = 32;
const KEPT: u8 = 64;
const NOTHING_PASSES: u8 = CLOSED | BENT | KEPT;

// A corner is worth a detour of a few cells, a crossing one of many.
const STEP: u32 = 4;
const TURN: u32 = 12;
const CROSS: u32 = 40;

// A dozen crossings.
const MOST_DETOUR: u32 = 12 * CROSS;

/// The cells of a picture, as lines see them.
#[derive(Clone, Debug)]
pub struct Plane {
    width: u16,
    height: u16,
    cells: Vec<u8>,
    // What an upright step costs more, by column.
    dear: Vec<u8>,
}

impl Plane {
    /// An empty plane: lines may go everywhere.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        let cells = vec![0; usize::from(width) * usize::from(height)];
        Self { width, height, cells, dear: vec![0; usize::from(width)] }
    }

    /// Lets no line into the cells: something stands there.
    pub fn close(&mut self, area: Area) {
        self.mark(area, CLOSED);
    }

    /// Lets no line run across through the cells; upright ones may pass: a rule.
    pub fn close_across(&mut self, area: Area) {
        self.mark(area, NO_ACROSS);
    }

    /// Lets no line run up or down through the cells: the inside of a column.
    pub fn close_along(&mut self, area: Area) {
        self.mark(area, NO_ALONG);
    }

    /// Keeps cells free for a line that is still to come.
    pub fn keep(&mut self, area: Area) {
        self.mark(area, KEPT);
    }

    /// Gives kept cells back.
    pub fn give_back(&mut self, area: Area) {
        for at in self.places(area) {
            self.cells[at] &= !KEPT;
        }
    }

    /// Makes upright lines in a column dearer by `extra` a step, so that they prefer other columns.
    pub fn make_dear(&mut self, x: u16, extra: u8) {
        if let Some(dear) = self.dear.get_mut(usize::from(x)) {
            *dear = extra;
        }
    }

    /// Whether nothing stands in the cell, no line runs through it and one may run across there.
    #[must_use]
    pub fn is_free(&self, x: u16, y: u16) -> bool {
        x < self.width && y < self.height && self.cells[self.at(x, y)] & !NO_ALONG == 0
    }

    /// The cheapest way from one of the beginnings to one of the ends; `None` if there is no way, or none that does
    /// not wind or cross too much to be followed.
    ///
    /// Beginnings and ends outside the plane or in cells that are taken are left out. Of two equal ways it is
    /// always the same one.
    #[must_use]
    pub fn find(&self, starts: &[Port], ends: &[Port]) -> Option<Route> {
        const NONE: u32 = u32::MAX;
        let lone = |port: &Port| {
            let wall = if port.way.is_along() { NO_ALONG } else { NO_ACROSS };
            port.x < self.width
                && port.y < self.height
                && self.cells[self.at(port.x, port.y)] & (NOTHING_PASSES | ACROSS | ALONG | wall) == 0
        };
        let state = |port: &Port| self.at(port.x, port.y) * 2 + usize::from(port.way.is_along());
        let goals: Vec<(usize, usize)> =
            ends.iter().enumerate().filter(|(_, end)| lone(end)).map(|(at, end)| (state(end), at)).collect();
        if goals.is_empty() {
            return None;
        }
        let far = |x: u16, y: u16| {
            let nearest = ends.iter().map(|end| u32::from(end.x.abs_diff(x)) + u32::from(end.y.abs_diff(y)));
            nearest.min().unwrap_or(0) * STEP
        };
        let mut best = vec![NONE; self.cells.len() * 2];
        let mut parent = vec![NONE; self.cells.len() * 2];
        let mut queue = Buckets::default();
        for port in starts.iter().filter(|port| lone(port)) {
            let from = state(port);
            if best[from] != 0 {
                best[from] = 0;
                queue.push(far(port.x, port.y), from);
            }
        }
        // A line that winds or crosses more than this tells nobody anything.
        let direct = starts.iter().map(|port| far(port.x, port.y)).min().unwrap_or(0);
        let most = direct * 2 + MOST_DETOUR;
        while let Some((rank, from)) = queue.pop() {
            if rank > most {
                return None;
            }
            let cell = from / 2;
            let (x, y) = self.place(cell);
            let cost = best[from];
            if rank > cost + far(x, y) {
                continue;
            }
            if let Some(&(_, end)) = goals.iter().find(|(goal, _)| *goal == from) {
                return self.walk_back(&parent, from, starts, ends, end, cost);
            }
            let along = from % 2 == 1;
            let mut offer = |to: usize, cost: u32, x: u16, y: u16| {
                if cost < best[to] {
                    best[to] = cost;
                    parent[to] = u32::try_from(from).unwrap_or(NONE);
                    queue.push(cost + far(x, y), to);
                }
            };
            if self.cells[cell] == 0 {
                offer(from ^ 1, cost + TURN, x, y);
            }
            let (ways, wall, met) = if along {
                ([Way::Up, Way::Down], NOTHING_PASSES | NO_ALONG | ALONG, ACROSS)
            } else {
                ([Way::Left, Way::Right], NOTHING_PASSES | NO_ACROSS | ACROSS, ALONG)
            };
            // A line never begins backwards.
            let begins = (cost == 0).then(|| starts.iter().find(|port| (port.x, port.y) == (x, y)));
            let backwards = begins.flatten().map(|port| port.way.back());
            for way in ways {
                if Some(way) == backwards {
                    continue;
                }
                let Some((x, y)) = way.step(x, y) else { continue };
                if x >= self.width || y >= self.height {
                    continue;
                }
                let to = self.at(x, y);
                let there = self.cells[to];
                if there & wall != 0 {
                    continue;
                }
                let dear = if along { u32::from(self.dear[usize::from(x)]) } else { 0 };
                let cross = if there & met != 0 { CROSS } else { 0 };
                offer(to * 2 + usize::from(along), cost + STEP + dear + cross, x, y);
            }
        }
        None
    }

    fn walk_back(
        &self,
        parent: &[u32],
        goal: usize,
        starts: &[Port],
        ends: &[Port],
        end: usize,
        cost: u32,
    ) -> Option<Route> {
        let mut cells = vec![self.place(goal / 2)];
        let mut state = goal;
        while parent[state] != u32::MAX {
            state = parent[state] as usize;
            let cell = self.place(state / 2);
            if cells.last() != Some(&cell) {
                cells.push(cell);
            }
        }
        cells.reverse();
        let first = self.place(state / 2);
        let start = starts
            .iter()
            .position(|port| (port.x, port.y) == first && usize::from(port.way.is_along()) == state % 2)?;
        Some(Route { cells, start, end, cost, first: starts[start].way, last: ends[end].way })
    }

    /// Remembers a line, so that later ones keep off it or cross it straight.
    pub fn take(&mut self, route: &Route) {
        let last = route.cells.len().saturating_sub(1);
        for (nth, (x, y, piece)) in route.pieces().enumerate() {
            if x < self.width && y < self.height {
                let at = self.at(x, y);
                self.cells[at] |= match piece {
                    // Nobody crosses a line where it leaves one card or reaches the other.
                    _ if nth == 0 || nth == last => BENT,
                    Piece::Across => ACROSS,
                    Piece::Along => ALONG,
                    _ => BENT,
                };
            }
        }
    }

    /// Draws a remembered line. Where an upright line crosses it, that one's cell is left alone.
    pub fn draw(&self, route: &Route, line: &Line, role: Role, canvas: &mut Canvas) {
        for (x, y, piece) in route.pieces() {
            let crossed = piece == Piece::Across
                && x < self.width
                && y < self.height
                && self.cells[self.at(x, y)] & ALONG != 0;
            if !crossed {
                canvas.set(x, y, piece.draw(line), role);
            }
        }
    }

    fn mark(&mut self, area: Area, as_what: u8) {
        for at in self.places(area) {
            self.cells[at] |= as_what;
        }
    }

    fn places(&self, area: Area) -> impl Iterator<Item = usize> + use<> {
        let wide = usize::from(self.width);
        let end = |from: u16, length: u16, most: u16| usize::from(from.saturating_add(length).min(most));
        let columns = usize::from(area.x)..end(area.x, area.width, self.width);
        let rows = usize::from(area.y)..end(area.y, area.height, self.height);
        rows.flat_map(move |row| columns.clone().map(move |column| row * wide + column))
    }

    fn at(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.width) + usize::from(x)
    }

    fn place(&self, cell: usize) -> (u16, u16) {
        let wide = usize::from(self.width);
        let part = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        (part(cell % wide), part(cell / wide))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::glyph::UNICODE;

    fn port(x: u16, y: u16, way: Way) -> Port {
        Port { x, y, way }
    }

    fn area(x: u16, y: u16, width: u16, height: u16) -> Area {
        Area { x, y, width, height }
    }

    fn drawn(plane: &mut Plane, lines: &[(Port, Port)]) -> Vec<String> {
        let mut canvas = Canvas::new(plane.width, plane.height);
        let routes: Vec<Route> = lines
            .iter()
            .map(|(from, to)| {
                let route = plane.find(&[*from], &[*to]).expect("there is a way");
                plane.take(&route);
                route
            })
            .collect();
        for route in &routes {
            plane.draw(route, &UNICODE.thin, Role::Line, &mut canvas);
        }
        canvas.to_lines()
    }

    #[test]
    fn a_line_goes_round_what_stands_in_the_way() {
        let mut plane = Plane::new(7, 4);
        plane.close(area(3, 0, 1, 3));
        let lines = drawn(&mut plane, &[(port(0, 1, Way::Right), port(6, 1, Way::Right))]);
        assert_eq!(lines[0], "");
        assert_eq!(lines[3].chars().filter(|&c| c == '─').count() + 2, lines[3].trim().chars().count());
        assert!(lines[3].contains("╰") && lines[3].contains("╯"), "{lines:?}");
    }

    #[test]
    fn a_crossing_keeps_the_upright_line_whole() {
        let mut plane = Plane::new(5, 3);
        let lines = drawn(
            &mut plane,
            &[
                (port(0, 1, Way::Right), port(4, 1, Way::Right)),
                (port(2, 0, Way::Down), port(2, 2, Way::Down)),
            ],
        );
        assert_eq!(lines, ["  │", "──│──", "  │"]);
    }

    #[test]
    fn lines_never_run_on_top_of_each_other_and_closed_ways_are_no_ways() {
        let mut plane = Plane::new(5, 1);
        let route = plane.find(&[port(0, 0, Way::Right)], &[port(4, 0, Way::Right)]).expect("free");
        assert_eq!(route.cost, 4 * STEP);
        plane.take(&route);
        assert_eq!(plane.find(&[port(1, 0, Way::Right)], &[port(3, 0, Way::Right)]), None);
        let mut plane = Plane::new(5, 3);
        plane.close_across(area(0, 1, 5, 1));
        plane.close_along(area(0, 0, 5, 3));
        assert_eq!(plane.find(&[port(0, 0, Way::Right)], &[port(4, 2, Way::Right)]), None);
        assert_eq!(plane.find(&[port(0, 0, Way::Right)], &[port(9, 9, Way::Right)]), None);
    }

    #[test]
    fn kept_cells_are_for_whoever_kept_them() {
        let mut plane = Plane::new(5, 1);
        plane.keep(area(2, 0, 1, 1));
        assert_eq!(plane.find(&[port(0, 0, Way::Right)], &[port(4, 0, Way::Right)]), None);
        plane.give_back(area(2, 0, 1, 1));
        assert!(plane.find(&[port(0, 0, Way::Right)], &[port(4, 0, Way::Right)]).is_some());
    }

    #[test]
    fn a_line_never_begins_backwards() {
        let mut plane = Plane::new(5, 3);
        plane.close(area(3, 0, 2, 3));
        let route =
            plane.find(&[port(2, 1, Way::Right)], &[port(0, 1, Way::Left)]).expect("round the corner");
        assert_ne!(route.cells[1], (1, 1));
    }

    #[test]
    fn a_line_of_one_cell_bends_where_it_must() {
        let plane = Plane::new(3, 3);
        let route = plane.find(&[port(1, 1, Way::Right)], &[port(1, 1, Way::Down)]).expect("a corner");
        assert_eq!(route.pieces().map(|(.., piece)| piece).collect::<Vec<_>>(), [Piece::LeftDown]);
    }
}
