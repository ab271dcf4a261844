//! The lines between boxes: where each leaves and arrives, and the way between.
//!
//! Around every box one cell stays free of lines that are on their way elsewhere. There stand the heads with their
//! counts, so that each can belong to one line only.

use std::collections::BTreeSet;

use super::Joined;
use super::grid::Grid;
use crate::layout::canvas::Area;
use crate::layout::routing::{Plane, Port, Route, Way};

/// Lines that cross more others than this are not drawn: nobody can follow them.
const MOST_CROSSINGS: usize = 3;
/// How often another way is tried when the first one runs over its own counts.
const TRIES: usize = 12;

/// One end of a line: what stands between the border of its box and the first cell of its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct End {
    /// Where its way begins or ends; the way leads away from the box.
    pub(super) port: Port,
    /// The cell of the box's border where it touches.
    pub(super) border: (u16, u16),
    /// The cell next to the border: a head, or a piece of the line.
    pub(super) touch: (u16, u16),
    /// Where its count begins; none at an end without a head.
    pub(super) label: Option<(u16, u16)>,
    /// Whether the count stands at the right of the head.
    pub(super) label_behind: bool,
    /// All cells it takes, air beside the count included.
    cells: Vec<(u16, u16)>,
}

/// A line that was found.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub(super) line: Joined,
    pub(super) route: Route,
    /// Its end at the first box, then that at the other.
    pub(super) ends: [End; 2],
}

impl Wire {
    /// Every cell it takes: its way, its heads and its counts.
    pub(super) fn cells(&self) -> Vec<(u16, u16)> {
        let ends = self.ends.iter().flat_map(|end| end.cells.iter().chain([&end.touch]));
        self.route.cells.iter().chain(ends).copied().collect()
    }
}

/// Finds ways, one line after the other.
pub(super) struct Wiring<'a> {
    grid: &'a Grid,
    pub(super) plane: Plane,
    // What stands beside the boxes.
    taken: BTreeSet<(u16, u16)>,
    // Where lines run.
    run: BTreeSet<(u16, u16)>,
}

impl<'a> Wiring<'a> {
    /// An empty picture in an area, with its boxes.
    pub(super) fn new(grid: &'a Grid, room: Area) -> Self {
        let mut plane = Plane::new(room.x + room.width, room.y + room.height);
        plane.close(Area { x: 0, y: 0, width: room.x + room.width, height: room.y });
        for own in &grid.boxes {
            let (x, y) = (own.x.saturating_sub(1), own.y.saturating_sub(1));
            plane.close(Area { x, y, width: own.width + 2, height: own.height + 2 });
        }
        Self { grid, plane, taken: BTreeSet::new(), run: BTreeSet::new() }
    }

    /// Finds a way for a line whose counts take so many cells at its two ends; `None` for an end without a head. Takes
    /// the cells; gives nothing where there is no way that can be followed.
    pub(super) fn find(&mut self, line: Joined, counts: [Option<u16>; 2]) -> Option<Wire> {
        let mut starts = self.ends(line.one, counts[0]);
        let mut ends = self.ends(line.other, counts[1]);
        for _ in 0..TRIES {
            let from: Vec<Port> = starts.iter().map(|end| end.port).collect();
            let to: Vec<Port> = ends.iter().map(|end| Port { way: back(end.port.way), ..end.port }).collect();
            let route = self.plane.find(&from, &to)?;
            let (start, end) = (&starts[route.start], &ends[route.end]);
            let way: BTreeSet<_> = route.cells.iter().collect();
            if start.cells.iter().any(|cell| way.contains(cell)) {
                starts.remove(route.start);
                continue;
            }
            if end.cells.iter().any(|cell| way.contains(cell) || start.cells.contains(cell)) {
                ends.remove(route.end);
                continue;
            }
            if route.cells.iter().filter(|cell| self.run.contains(cell)).count() > MOST_CROSSINGS {
                return None;
            }
            let wire = Wire { line, ends: [start.clone(), end.clone()], route };
            self.take(&wire);
            return Some(wire);
        }
        None
    }

    fn take(&mut self, wire: &Wire) {
        self.plane.take(&wire.route);
        self.run.extend(&wire.route.cells);
        for &(x, y) in wire.ends.iter().flat_map(|end| &end.cells) {
            self.plane.close(Area { x, y, width: 1, height: 1 });
            self.taken.insert((x, y));
        }
    }

    /// Where a line can leave or reach a box, the middle of each side first.
    fn ends(&self, at: usize, count: Option<u16>) -> Vec<End> {
        let own = self.grid.boxes[at];
        let mut ends = Vec::new();
        let right = own.x + own.width - 1;
        let bottom = own.y + own.height - 1;
        for y in from_middle(own.y + 1, bottom) {
            ends.extend(beside(own.x, y, Way::Left, count));
            ends.extend(beside(right, y, Way::Right, count));
        }
        for x in from_middle(own.x + 2, right.saturating_sub(1)) {
            for behind in [true, false] {
                ends.extend(upright(x, own.y, Way::Up, count, behind));
                ends.extend(upright(x, bottom, Way::Down, count, behind));
            }
        }
        ends.retain(|end| self.fits(own, end));
        ends
    }

    fn fits(&self, own: Area, end: &End) -> bool {
        // The frame of air around the own box is closed for ways, not for what stands at their ends.
        let air = |x: u16, y: u16| {
            x + 1 >= own.x && x <= own.x + own.width && y + 1 >= own.y && y <= own.y + own.height
        };
        let free =
            |&(x, y): &(u16, u16)| !self.taken.contains(&(x, y)) && (air(x, y) || self.plane.is_free(x, y));
        end.cells.iter().all(free) && self.plane.is_free(end.port.x, end.port.y)
    }
}

fn back(way: Way) -> Way {
    match way {
        Way::Up => Way::Down,
        Way::Down => Way::Up,
        Way::Left => Way::Right,
        Way::Right => Way::Left,
    }
}

/// The numbers from `start` to before `end`, those in the middle first.
fn from_middle(start: u16, end: u16) -> Vec<u16> {
    let mut all: Vec<u16> = (start..end).collect();
    let middle = start + end.saturating_sub(start) / 2;
    all.sort_by_key(|at| at.abs_diff(middle));
    all
}

/// An end at the left or right border of a box.
fn beside(border: u16, y: u16, way: Way, count: Option<u16>) -> Option<End> {
    let far = 1 + count.unwrap_or(0);
    let step = |cells: u16| match way {
        Way::Left => border.checked_sub(cells),
        _ => border.checked_add(cells),
    };
    let cells: Option<Vec<_>> = (1..=far).map(|cells| step(cells).map(|x| (x, y))).collect();
    let label = match (count, way) {
        (None, _) => None,
        (Some(count), Way::Left) => Some((step(1 + count)?, y)),
        (Some(_), _) => Some((step(2)?, y)),
    };
    Some(End {
        port: Port { x: step(far + 1)?, y, way },
        border: (border, y),
        touch: (step(1)?, y),
        label,
        label_behind: way != Way::Left,
        cells: cells?,
    })
}

/// An end at the upper or lower border of a box, the count beside the head.
fn upright(x: u16, border: u16, way: Way, count: Option<u16>, behind: bool) -> Option<End> {
    let step = |cells: u16| match way {
        Way::Up => border.checked_sub(cells),
        _ => border.checked_add(cells),
    };
    let y = step(1)?;
    let mut cells = vec![(x, y)];
    let mut label = None;
    match count {
        // A blank on either side keeps counts apart.
        Some(count) if behind => {
            cells.extend((1..=count + 1).map(|cells| (x + cells, y)));
            cells.extend(x.checked_sub(1).map(|x| (x, y)));
            label = Some((x + 1, y));
        }
        Some(count) => {
            let first = x.checked_sub(count + 1)?;
            cells.extend((first..x).map(|x| (x, y)));
            cells.push((x + 1, y));
            label = Some((x - count, y));
        }
        None if !behind => return None,
        None => cells.extend([x.checked_sub(1), x.checked_add(1)].into_iter().flatten().map(|x| (x, y))),
    }
    Some(End {
        port: Port { x, y: step(2)?, way },
        border: (x, border),
        touch: (x, y),
        label,
        label_behind: behind,
        cells,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wiring(grid: &Grid) -> Wiring<'_> {
        Wiring::new(grid, Area { x: 0, y: 0, width: 60, height: 12 })
    }

    fn grid() -> Grid {
        let area = |x| Area { x, y: 4, width: 14, height: 4 };
        Grid { boxes: vec![area(4), area(36)], across: 18 }
    }

    #[test]
    fn two_boxes_beside_each_other_are_joined_straight() {
        let grid = grid();
        let mut wiring = wiring(&grid);
        let line = Joined { one: 0, other: 1, missing: false };
        let wire = wiring.find(line, [None, Some(4)]).expect("there is a way");
        assert!(wire.route.cells.iter().all(|(_, y)| *y == wire.route.cells[0].1), "{wire:?}");
        assert_eq!(wire.ends[0].label, None);
        let (x, y) = wire.ends[1].label.expect("it has a head");
        assert_eq!((x, wire.ends[1].touch), (36 - 1 - 4, (35, y)));
    }

    #[test]
    fn no_two_lines_share_a_cell_unless_they_cross() {
        let grid = grid();
        let mut wiring = wiring(&grid);
        let line = Joined { one: 0, other: 1, missing: false };
        let mut seen = BTreeSet::new();
        let mut found = 0;
        while let Some(wire) = wiring.find(line, [Some(4), Some(4)]) {
            found += 1;
            for cell in wire.ends.iter().flat_map(|end| &end.cells) {
                assert!(seen.insert(*cell), "{cell:?} is taken twice");
            }
            assert!(found < 50);
        }
        assert!(found >= 4, "{found}");
    }
}
