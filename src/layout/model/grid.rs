//! Where the boxes stand: in rows, higher levels higher, with room for lines between and around them.

use crate::analysis::between::{Between, Place};
use crate::layout::canvas::Area;

/// The narrowest box that says something.
const NARROWEST: u16 = 13;
/// The widest box.
const WIDEST: u16 = 40;
/// The lowest and the highest box, frames included.
const HEIGHTS: (u16, u16) = (4, 11);
/// The most rows between two boxes: what stands farther apart is no longer one picture.
const FARTHEST: u16 = 11;
/// Columns kept free at the left and the right edge, and rows at the top and the bottom: a lane and its air.
pub(super) const EDGE: (u16, u16) = (3, 2);
/// The least columns between two boxes: a count with its sign and a head, a lane, an exit.
const LEAST_ACROSS: u16 = 8;
/// The least rows between two boxes: head, lane, exit.
const LEAST_DOWN: u16 = 3;

/// The boxes of a main model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// One for each group, in their order.
    pub(super) boxes: Vec<Area>,
    /// Columns between two neighbours.
    pub(super) across: u16,
}

/// How many boxes stand in each row, top first.
fn row_sizes(count: usize, rows: usize) -> Vec<usize> {
    // Shorter rows on top: few stand high.
    (0..rows).map(|row| count / rows + usize::from(row >= rows - count % rows)).collect()
}

impl Grid {
    /// Places the groups in an area; `None` where there is no room for boxes, or no group.
    ///
    /// Groups are sorted into rows by how high their cards stand; in a row they keep their order.
    pub(super) fn of(between: &Between, room: Area) -> Option<Self> {
        let count = between.groups.len();
        let (rows, size, across) = (1..=count)
            .filter_map(|rows| {
                let (size, across, down) = fit(count, rows, room)?;
                // Corridors as wide as they are high make the shortest ways; a cell is twice as high as wide.
                let air = if rows == 1 { across / 2 } else { (across / 2).min(down) };
                Some(((air.min(10), size.0.min(20), usize::MAX - rows), (rows, size, across)))
            })
            .max_by_key(|(rank, _)| *rank)
            .map(|(_, found)| found)?;
        let mut order: Vec<usize> = (0..count).collect();
        // Cards without an area belong to no place in particular; they stand last.
        order.sort_by_key(|&at| {
            let group = &between.groups[at];
            (group.place == Place::None, usize::MAX - group.height.unwrap_or(0), at)
        });
        let sizes = row_sizes(count, rows);
        let mut boxes = vec![Area::default(); count];
        let mut taken = 0;
        let free = room.height - 2 * EDGE.1 - size.1;
        let gaps = u16::try_from(rows - 1).unwrap_or(u16::MAX);
        let spread = free.min(gaps * (size.1 + FARTHEST));
        let top = room.y + EDGE.1 + (free - spread) / 2;
        let step = |row: usize| top + scaled(spread, row, rows - 1);
        for (row, own) in sizes.into_iter().enumerate() {
            let mut here: Vec<usize> = order[taken..taken + own].to_vec();
            here.sort_unstable();
            taken += own;
            let inner = room.width - 2 * EDGE.0;
            for (place, at) in here.into_iter().enumerate() {
                let middle = scaled(inner, 2 * place + 1, 2 * own);
                let x = (room.x + EDGE.0 + middle).saturating_sub(size.0 / 2).max(room.x + EDGE.0);
                let x = x.min(room.x + room.width - EDGE.0 - size.0);
                boxes[at] = Area { x, y: step(row), width: size.0, height: size.1 };
            }
        }
        Some(Self { boxes, across })
    }
}

fn scaled(length: u16, part: usize, of: usize) -> u16 {
    u16::try_from(usize::from(length) * part / of.max(1)).unwrap_or(u16::MAX)
}

/// The size of the boxes in so many rows, and the columns and rows between them; `None` where they do not fit.
fn fit(count: usize, rows: usize, room: Area) -> Option<((u16, u16), u16, u16)> {
    let columns = u16::try_from(count.div_ceil(rows)).ok()?;
    let lines = u16::try_from(rows).ok()?;
    let inner = room.width.checked_sub(2 * EDGE.0)?;
    let down = room.height.checked_sub(2 * EDGE.1)?;
    // A third of the width is for lines.
    let width = (inner / columns).saturating_sub((inner / columns / 3).max(LEAST_ACROSS)).min(WIDEST);
    if width < NARROWEST {
        return None;
    }
    let each = down / lines;
    let height = each.saturating_sub(each / 4 + 1).clamp(HEIGHTS.0, HEIGHTS.1);
    let between = if lines == 1 { 0 } else { down.checked_sub(lines * height)? / (lines - 1) };
    if height > down || (lines > 1 && between < LEAST_DOWN) {
        return None;
    }
    let across = inner / columns - width;
    Some(((width, height), across, between))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::between::Group;

    fn groups(heights: &[usize]) -> Between {
        let group = |height: &usize| Group {
            place: Place::Area("a".into()),
            cards: 1,
            inside: 0,
            height: Some(*height),
        };
        Between { groups: heights.iter().map(group).collect(), flows: Vec::new() }
    }

    #[test]
    fn few_stand_on_top() {
        assert_eq!(row_sizes(5, 2), [2, 3]);
        assert_eq!(row_sizes(7, 3), [2, 2, 3]);
    }

    #[test]
    fn boxes_stand_by_level_inside_the_room_and_apart() {
        let between = groups(&[1000, 2000, 3000, 1500, 3000, 0]);
        for (width, height) in [(80, 19), (100, 22), (120, 30), (200, 50)] {
            let room = Area { x: 0, y: 1, width, height };
            let grid = Grid::of(&between, room).expect("there is room");
            for (at, area) in grid.boxes.iter().enumerate() {
                assert!(area.x >= EDGE.0 && area.x + area.width + EDGE.0 <= width, "{area:?}");
                assert!(area.y > EDGE.1 && area.y + area.height + EDGE.1 <= 1 + height, "{area:?}");
                for other in &grid.boxes[at + 1..] {
                    let apart = area.x + area.width + LEAST_ACROSS <= other.x
                        || other.x + other.width + LEAST_ACROSS <= area.x
                        || area.y + area.height + LEAST_DOWN <= other.y
                        || other.y + other.height + LEAST_DOWN <= area.y;
                    assert!(apart, "{area:?} {other:?}");
                }
            }
            assert!(grid.boxes[2].y <= grid.boxes[0].y && grid.boxes[2].y <= grid.boxes[5].y);
        }
        assert_eq!(Grid::of(&between, Area { x: 0, y: 1, width: 40, height: 12 }), None);
        assert_eq!(Grid::of(&groups(&[]), Area { x: 0, y: 1, width: 80, height: 20 }), None);
    }
}
