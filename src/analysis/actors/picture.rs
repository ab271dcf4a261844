//! Influence × stance: which actors stand where. It draws nothing and ranks nobody.

use super::cast;
use crate::map::{Map, NodeId, Stance};

/// The columns: stances from against to for, last those of whom nobody said it.
pub const STANCES: [Option<Stance>; 5] =
    [Some(Stance::Against), Some(Stance::Waiting), Some(Stance::Neutral), Some(Stance::For), None];

/// The rows: influence from high to none, last those of whom nobody said it.
pub const INFLUENCES: [Option<u8>; 5] = [Some(3), Some(2), Some(1), Some(0), None];

/// Which actors stand in which cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Rows as in [`INFLUENCES`], in each the cells as in [`STANCES`], in each its actors by id.
    pub cells: [[Vec<NodeId>; 5]; 5],
}

impl Picture {
    /// The picture of a map's actors.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let mut picture = Self::default();
        for (id, node) in cast(map) {
            // A file may say more than there is a word for: that is as high as it goes.
            let row = node.influence.map_or(4, |own| 3 - usize::from(own.min(3)));
            let column = STANCES.iter().position(|own| *own == node.stance).unwrap_or(4);
            picture.cells[row][column].push(id.clone());
        }
        picture
    }

    /// Row and column of an actor.
    #[must_use]
    pub fn find(&self, id: &NodeId) -> Option<(usize, usize)> {
        let cells = self.cells.iter().enumerate();
        let mut cells = cells.flat_map(|(row, cells)| cells.iter().enumerate().map(move |own| (row, own)));
        cells.find(|(_, (_, cell))| cell.contains(id)).map(|(row, (column, _))| (row, column))
    }

    /// How many actors lack one of the two or both.
    #[must_use]
    pub fn unstated(&self) -> usize {
        let cells = self.cells.iter().enumerate();
        cells
            .flat_map(|(row, cells)| cells.iter().enumerate().map(move |own| (row, own)))
            .filter(|(row, (column, _))| *row == 4 || *column == 4)
            .map(|(_, (_, cell))| cell.len())
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Node};

    #[test]
    fn every_actor_stands_in_one_cell() {
        let mut map = Map::new("x");
        let all = [
            ("high-for", Some(3), Some(Stance::For)),
            ("none-against", Some(0), Some(Stance::Against)),
            ("only-stance", None, Some(Stance::Waiting)),
            ("only-influence", Some(2), None),
            ("neither", None, None),
            ("too-high", Some(9), Some(Stance::For)),
        ];
        for (id, influence, stance) in all {
            map.insert_node(id.into(), Node { influence, stance, ..Node::new(Kind::Actor, id) })
                .expect("new");
        }
        let picture = Picture::of(&map);
        let at = |id: &str| picture.find(&id.into());
        assert_eq!((at("high-for"), at("none-against")), (Some((0, 3)), Some((3, 0))));
        assert_eq!((at("only-stance"), at("only-influence")), (Some((4, 1)), Some((1, 4))));
        assert_eq!((at("neither"), at("too-high"), at("nobody")), (Some((4, 4)), Some((0, 3)), None));
        assert_eq!(picture.unstated(), 3);
        assert_eq!(picture.cells.iter().flatten().map(Vec::len).sum::<usize>(), all.len());
    }
}
