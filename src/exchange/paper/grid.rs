//! Where the cells of a picture lie on paper, in units of the picture.
//!
//! On a screen every cell is as large as a letter. On paper a track that holds nothing but lines needs less room, and
//! what is saved makes the letters larger. It knows cells, not what stands in them.

use super::bit::{head_of, is_line};
use super::picture::Picture;
use super::piece::arms;
use crate::layout::canvas::Canvas;

/// The size of a cell that holds a letter.
pub const CELL: (f32, f32) = (9.0, 18.0);
/// How much of its width a column keeps that only lines run through, and of its height a row.
const THIN: (f32, f32) = (0.5, 0.45);

/// The edges of columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Where each column begins, and where the last one ends.
    across: Vec<f32>,
    /// Where each row begins, and where the last one ends.
    down: Vec<f32>,
}

impl Grid {
    /// Every cell as large as a letter.
    #[must_use]
    pub fn even(canvas: &Canvas) -> Self {
        let all = |many: u16| vec![false; usize::from(many)];
        Self { across: edges(&all(canvas.width()), 0), down: edges(&all(canvas.height()), 1) }
    }

    /// That of a picture: even, but for [tight](Picture::is_tight) ones, whose tracks are thin.
    ///
    /// O(cells).
    #[must_use]
    pub fn of(picture: &Picture) -> Self {
        let canvas = &picture.canvas;
        if !picture.is_tight {
            return Self::even(canvas);
        }
        let head = picture.cards.iter().map(|(area, _)| area.y).min().unwrap_or(0);
        let mut columns = vec![true; usize::from(canvas.width())];
        let mut rows = vec![true; usize::from(canvas.height())];
        for (area, _) in &picture.cards {
            columns.iter_mut().skip(area.x.into()).take(area.width.into()).for_each(|thin| *thin = false);
            rows.iter_mut().skip(area.y.into()).take(area.height.into()).for_each(|thin| *thin = false);
        }
        for y in 0..canvas.height() {
            for x in 0..canvas.width() {
                if is_letter(canvas, (x, y)) {
                    rows[usize::from(y)] = false;
                    // What stands above all cards are the names of columns, which may reach over tracks.
                    columns[usize::from(x)] &= y < head;
                }
            }
        }
        let mut grid = Self { across: Vec::new(), down: edges(&rows, 1) };
        for y in 0..head.min(canvas.height()) {
            make_room(canvas, y, &mut columns);
        }
        grid.across = edges(&columns, 0);
        grid
    }

    /// How large all of it is.
    #[must_use]
    pub fn size(&self) -> (f32, f32) {
        let end = |edges: &[f32]| edges.last().copied().unwrap_or(0.0);
        (end(&self.across), end(&self.down))
    }

    /// The upper left corner of a cell; of one beyond the edge that of the edge.
    #[must_use]
    pub fn corner(&self, (x, y): (u16, u16)) -> (f32, f32) {
        let at = |edges: &[f32], at: u16| edges.get(usize::from(at)).or(edges.last()).copied().unwrap_or(0.0);
        (at(&self.across, x), at(&self.down, y))
    }

    /// The middle of a cell.
    #[must_use]
    pub fn middle(&self, (x, y): (u16, u16)) -> (f32, f32) {
        let ((left, top), (right, bottom)) = (self.corner((x, y)), self.corner((x + 1, y + 1)));
        (left.midpoint(right), top.midpoint(bottom))
    }

    /// Half the width and half the height of a cell.
    #[must_use]
    pub fn half(&self, (x, y): (u16, u16)) -> (f32, f32) {
        let ((left, top), (right, bottom)) = (self.corner((x, y)), self.corner((x + 1, y + 1)));
        ((right - left) / 2.0, (bottom - top) / 2.0)
    }
}

/// Where tracks of those widths begin, and where the last one ends; `way` 0 is across, 1 down.
fn edges(thin: &[bool], way: usize) -> Vec<f32> {
    let (whole, share) = if way == 0 { (CELL.0, THIN.0) } else { (CELL.1, THIN.1) };
    let mut at = 0.0;
    let ends = thin.iter().map(|&thin| {
        at += if thin { whole * share } else { whole };
        at
    });
    let ends: Vec<f32> = ends.collect();
    [0.0].into_iter().chain(ends).collect()
}

/// Whether something other than a line stands in a cell: a letter, a sign, the head of an arrow.
fn is_letter(canvas: &Canvas, (x, y): (u16, u16)) -> bool {
    canvas.get(x, y).is_some_and(|cell| {
        let line = is_line(cell) && head_of(cell).is_none() && arms(&cell.text).is_some();
        cell.text != " " && !line
    })
}

/// Widens columns until no word of a row reaches into the next one that stands apart from it.
fn make_room(canvas: &Canvas, y: u16, thin: &mut [bool]) {
    let blank = |x: usize| !is_letter(canvas, (x as u16, y));
    let mut x = 0;
    while x < thin.len() {
        if blank(x) {
            x += 1;
            continue;
        }
        // Words with one blank between them belong together.
        let mut end = x + 1;
        while end < thin.len() && !(blank(end) && (end + 1 >= thin.len() || blank(end + 1))) {
            end += 1;
        }
        let next = (end..thin.len()).find(|&at| !blank(at)).unwrap_or(thin.len());
        let room: f32 = thin[x..next].iter().map(|&thin| if thin { THIN.0 } else { 1.0 }).sum();
        let mut missing = (end - x) as f32 + 1.0 - room;
        for column in thin[x..next].iter_mut().filter(|thin| **thin) {
            if missing <= 0.0 {
                break;
            }
            *column = false;
            missing -= 1.0 - THIN.0;
        }
        x = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::canvas::Area;
    use crate::layout::card::draw_frame;
    use crate::palette::Role;
    use crate::text::Lang;
    use crate::text::glyph::UNICODE;

    /// A card at the left, six tracks, the head of an arrow, and a card at the right; a name over the first.
    fn picture(name: &str) -> Picture {
        let mut canvas = Canvas::new(30, 8);
        let areas = [Area { x: 0, y: 2, width: 8, height: 3 }, Area { x: 16, y: 5, width: 8, height: 3 }];
        canvas.write(0, 0, name, Role::Heading);
        for (area, label) in areas.into_iter().zip(["One", "Two"]) {
            draw_frame(&mut canvas, area, &UNICODE.frame, Role::Frame);
            canvas.write(area.x + 2, area.y + 1, label, Role::Text);
        }
        canvas.write(8, 3, "──╮", Role::Line);
        canvas.write(10, 4, "│", Role::Line);
        canvas.write(10, 5, "│", Role::Line);
        canvas.write(10, 6, "╰────▶", Role::Line);
        let cards = areas.into_iter().zip(["a".into(), "b".into()]).collect();
        Picture { canvas, cards, is_tight: true, ..Picture::empty(Lang::En) }
    }

    #[test]
    fn tracks_of_a_tight_picture_are_thin_and_cards_keep_their_size() {
        let own = picture("");
        let (grid, even) = (Grid::of(&own), Grid::even(&own.canvas));
        for (area, _) in &own.cards {
            let size = |grid: &Grid| {
                let (x, y) = grid.corner((area.x, area.y));
                let (right, bottom) = grid.corner((area.x + area.width, area.y + area.height));
                (right - x, bottom - y)
            };
            assert_eq!(size(&grid), size(&even));
        }
        assert_eq!(grid.half((15, 6)), (4.5, 9.0), "the head of an arrow needs its room");
        assert_eq!(grid.half((10, 6)), (2.25, 9.0));
        assert_eq!(grid.half((10, 1)).1, 9.0 * THIN.1);
        assert!(grid.size().0 < even.size().0 && grid.size().1 < even.size().1);
        assert_eq!(Grid::of(&Picture { is_tight: false, ..own }), even);
    }

    #[test]
    fn a_name_over_tracks_never_reaches_into_the_next_one() {
        let own = picture("A name as long   Next");
        let grid = Grid::of(&own);
        let long = 14.0 * CELL.0;
        assert!(grid.corner((17, 0)).0 - grid.corner((0, 0)).0 >= long + CELL.0, "{grid:?}");
        assert!(grid.size().0 < Grid::even(&own.canvas).size().0);
    }

    #[test]
    fn the_middle_of_a_cell_lies_between_its_corners() {
        let grid = Grid::even(&Canvas::new(3, 2));
        assert_eq!((grid.middle((0, 0)), grid.middle((2, 1))), ((4.5, 9.0), (22.5, 27.0)));
        assert_eq!((grid.size(), grid.corner((9, 9))), ((27.0, 36.0), (27.0, 36.0)));
    }
}
