//! The levels of a map as bands, top level on top, and how many rows each gets.

use crate::layout::course::Course;
use crate::map::{LevelId, Map};
use crate::text::{Lang, visible, width, wrap_at_most};

/// Rows a band gets beyond what it needs, at most: beyond that a climb becomes a cliff.
const AIR: u16 = 6;

/// A level, or the place of cards without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// None for cards without a level.
    pub(super) level: Option<LevelId>,
    /// Safe to show.
    pub(super) name: String,
}

/// The bands from the top level down; one for cards without a level at the bottom, if the course has such cards
/// or the map no levels.
pub(super) fn bands(map: &Map, course: &Course, lang: Lang) -> Vec<Band> {
    let mut bands: Vec<Band> = map
        .whole_levels()
        .rev()
        .map(|level| Band { level: Some(level.id.clone()), name: visible(&level.name).into_owned() })
        .collect();
    if bands.is_empty() || course.cards.iter().any(|card| card.level.is_none()) {
        bands.push(Band { level: None, name: lang.words().places.no_level.to_owned() });
    }
    bands
}

/// The band of each card of a course.
pub(super) fn band_of_each(bands: &[Band], course: &Course) -> Vec<usize> {
    let place = |level: &Option<LevelId>| bands.iter().position(|band| band.level == *level);
    course.cards.iter().map(|card| place(&card.level).unwrap_or(bands.len() - 1)).collect()
}

/// The width of the column of names in a picture of that width.
pub(super) fn names_width(bands: &[Band], picture: u16) -> u16 {
    let longest = bands.iter().map(|band| width(&band.name)).max().unwrap_or(0);
    u16::try_from(longest).unwrap_or(u16::MAX).min(picture / 6)
}

/// Where the bands stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// First row and number of rows of each band.
    pub(super) bands: Vec<(u16, u16)>,
    /// The rows of the rules between them; none where there is no room.
    pub(super) rules: Vec<u16>,
    /// The row behind the last band.
    pub(super) end: u16,
}

/// Places the bands from a row down: each gets what it needs, then there are rules between them, then room for
/// the whole of their names, then air. `spare` is how many rows there are beyond what is needed.
pub(super) fn place(needs: &[u16], names: &[u16], top: u16, spare: u16) -> Rows {
    let mut heights = needs.to_vec();
    let mut left = spare;
    let rules = u16::try_from(needs.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let with_rules = left >= rules;
    if with_rules {
        left -= rules;
    }
    for (height, name) in heights.iter_mut().zip(names) {
        let more = name.saturating_sub(*height).min(left);
        *height += more;
        left -= more;
    }
    let bands = u16::try_from(heights.len()).unwrap_or(u16::MAX);
    let mut air = 0;
    while air < AIR && left >= bands {
        air += 1;
        heights.iter_mut().for_each(|height| *height += 1);
        left -= bands;
    }
    // Too few rows for all: then for those with cards in them.
    let taken: Vec<usize> = (0..needs.len()).filter(|at| needs[*at] > 1).collect();
    if air < AIR && usize::from(left) >= taken.len() {
        taken.iter().for_each(|at| heights[*at] += 1);
    }
    let mut rows = Rows { end: top, ..Rows::default() };
    for (at, height) in heights.into_iter().enumerate() {
        if at > 0 && with_rules {
            rows.rules.push(rows.end);
            rows.end += 1;
        }
        rows.bands.push((rows.end, height));
        rows.end += height;
    }
    rows
}

/// How many rows the name of each band takes in a column of that width.
pub(super) fn name_rows(bands: &[Band], cells: u16, lang: Lang) -> Vec<u16> {
    let lines = |band: &Band| wrap_at_most(&band.name, usize::from(cells), 3, lang).0.len();
    bands.iter().map(|band| u16::try_from(lines(band)).unwrap_or(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_come_before_air() {
        let needs = [4, 1, 4];
        assert_eq!(place(&needs, &[1, 1, 1], 1, 0).bands, [(1, 4), (5, 1), (6, 4)]);
        assert_eq!(place(&needs, &[1, 1, 1], 1, 1).rules, [0; 0]);
        assert_eq!(place(&[4, 1, 1, 4], &[1; 4], 1, 2).bands, [(1, 5), (6, 1), (7, 1), (8, 5)]);
        let ruled = place(&needs, &[1, 2, 1], 1, 3);
        assert_eq!((ruled.rules, ruled.bands, ruled.end), (vec![5, 8], vec![(1, 4), (6, 2), (9, 4)], 13));
        assert_eq!(place(&needs, &[1, 1, 1], 0, 200).end, 2 + 9 + 3 * AIR, "no more air than that");
    }
}
