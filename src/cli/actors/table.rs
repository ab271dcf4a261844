//! A table of texts under each other, as wide as it may be.

use crate::text::{cut, pad, width};

/// Blanks between two columns.
const GAP: usize = 2;
/// The least cells that a column is made narrower to.
const LEAST: usize = 9;

/// A table: its heads and its rows, each with as many texts as there are heads, all safe to show.
pub(super) struct Table {
    /// What stands above the columns.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The lines of the table. Columns in which nothing stands are left out. Where it would be wider than `room`, the
    /// widest columns are cut; with no room given nothing is.
    pub fn lines(&self, room: Option<usize>) -> Vec<String> {
        let filled: Vec<usize> = (0..self.heads.len())
            .filter(|&at| self.rows.iter().any(|row| row.get(at).is_some_and(|text| !text.is_empty())))
            .collect();
        let texts = |at: usize| self.rows.iter().filter_map(move |row| row.get(at));
        let mut cells: Vec<usize> = filled
            .iter()
            .map(|&at| texts(at).map(|text| width(text)).max().unwrap_or(0).max(width(&self.heads[at])))
            .collect();
        let gaps = GAP * filled.len().saturating_sub(1);
        while let Some(room) = room.filter(|room| cells.iter().sum::<usize>() + gaps > *room) {
            let over = cells.iter().sum::<usize>() + gaps - room;
            let widest = cells.iter().copied().max().unwrap_or(0);
            if widest <= LEAST {
                break;
            }
            let next = cells.iter().copied().filter(|own| *own < widest).max().unwrap_or(0);
            let Some(cell) = cells.iter_mut().rev().find(|own| **own == widest) else { break };
            *cell = next.max(widest.saturating_sub(over)).min(widest - 1).max(LEAST);
        }
        let line = |row: &[String]| {
            let parts = filled.iter().zip(&cells).map(|(&at, &cells)| {
                let text = row.get(at).map_or("", String::as_str);
                pad(&cut(text, cells), cells)
            });
            parts.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
        };
        std::iter::once(&self.heads).chain(&self.rows).map(|row| line(row)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let row = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
        Table {
            heads: row(["Name", "Empty", "Sector"]),
            rows: vec![row(["A rather long name of somebody", "", "Health"]), row(["B", "", ""])],
        }
    }

    #[test]
    fn what_is_empty_is_left_out_and_what_is_widest_is_cut() {
        assert_eq!(
            table().lines(None),
            ["Name                            Sector", "A rather long name of somebody  Health", "B"]
        );
        assert_eq!(table().lines(Some(20)), ["Name          Sector", "A rather lo…  Health", "B"]);
        for room in 0..60 {
            let least = LEAST + GAP + "Sector".len();
            assert!(table().lines(Some(room)).iter().all(|line| width(line) <= room.max(least)), "{room}");
        }
    }
}
