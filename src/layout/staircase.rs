//! The staircase: a chain or a loop as a line that climbs and falls through the levels.
//!
//! Steps stand left to right, each card in the band of its level, and the line between two cards carries the sign,
//! the delay and the certainty of its link. A link that is missing is a dotted ghost that ends at the card it
//! would really lead to. A long walk goes on below, as music does, where the picture is high enough; else it is paged. What
//! does not fit is counted, and what is in sight follows the step one is at.
//!
//! It draws; it does not look for chains or loops, and it knows no keys and no terminal.

use std::ops::Range;

use super::canvas::{Area, Canvas};
use super::course::Course;

pub use super::course::Walk;
pub use super::frame::Frame;
use crate::map::{Map, NodeId};
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{Glyphs, Lang, cut, width};

mod bands;
mod list;
mod picture;
mod plan;
mod said;
mod systems;

use plan::Room;

/// A staircase, drawn.
#[derive(Clone, Debug)]
pub struct Staircase {
    /// The picture: title, bands, reading.
    pub canvas: Canvas,
    /// Where the cards in sight stand, in the order of the steps.
    pub hits: Vec<(Area, NodeId)>,
    /// Which steps are in sight, counted from 0.
    pub shown: Range<usize>,
    /// The same, row of steps by row of steps: one, or several below each other.
    pub systems: Vec<Range<usize>>,
    /// How many steps there are.
    pub steps: usize,
}

/// Draws a walk with the card of one step selected; a step beyond the last is the last.
///
/// Works at any size: where there is no room for bands and frames the steps stand below each other. Takes time
/// in the length of the walk.
#[must_use]
pub fn staircase(map: &Map, walk: &Walk, step: usize, frame: Frame) -> Staircase {
    let Frame { width: columns, height, lang, glyphs } = frame;
    let course = Course::new(map, walk, lang, glyphs);
    // Labels and the reading made of them are in the map's own language.
    let own = map.lang_or(lang);
    let step = step.min(course.cards.len() - 1);
    let bands = bands::bands(map, &course, lang);
    let band_of = bands::band_of_each(&bands, &course);
    let mut canvas = Canvas::new(columns, height);

    let facts = said::facts(&course, lang, glyphs);
    let title = said::title(walk, &course, lang);
    let head = write_head(&mut canvas, &title, &facts, glyphs);

    let names = bands::names_width(&bands, columns);
    let lane = u16::from(course.closed);
    let least_reading = u16::from(!course.legs.is_empty()) * if height >= 14 { 2 } else { 1 };
    let room = Room {
        left: names + 3,
        right: columns.saturating_sub(1),
        rows: height.saturating_sub(head + lane + least_reading),
        count_rows: 1,
        pad: u16::from(columns >= 100),
        step,
    };
    let plan = if columns >= MIN_WIDTH && height >= MIN_HEIGHT {
        plan::plan(&course, &band_of, bands.len(), room, own)
    } else {
        None
    };
    let steps = course.cards.len();
    let Some(plan) = plan else {
        let (hits, shown) = list::list(&mut canvas, &course, &bands, &band_of, step, head, glyphs);
        return Staircase { canvas, hits, systems: vec![shown.clone()], shown, steps };
    };

    let hidden = plan.shown.len() < steps;
    if hidden {
        let walked =
            systems::Walked { course: &course, bands: &bands, band_of: &band_of, head, names, own, room };
        if let Some(stacked) = walked.draw(&mut canvas, frame) {
            return stacked;
        }
    }
    let count_row = u16::from(hidden);
    let needed: u16 = plan.rows.iter().sum();
    let mut spare = room.rows.saturating_sub(needed + count_row);
    let reading_width = columns.saturating_sub(2);
    let most_reading = (least_reading + spare).min((height / 4).max(least_reading));
    // No need to read a thousand links aloud to know that they do not fit.
    let may_fit = course.legs.len() <= usize::from(most_reading) * usize::from(columns) / 8;
    let mut reading = if may_fit { said::reading(&course, reading_width, own) } else { Vec::new() };
    if !may_fit || reading.len() > usize::from(most_reading) {
        // A part of a reading is a part: three rows of it leave the picture more air.
        let size = (reading_width, most_reading.min(3));
        reading = said::reading_around(&course, step, size, own);
    }
    let reading_rows = u16::try_from(reading.len()).unwrap_or(u16::MAX);
    spare = (spare + least_reading).saturating_sub(reading_rows);
    let gap = u16::from(spare > 0 && reading_rows > 0);
    spare -= gap;

    let top = head + count_row + if plan.over { lane } else { 0 };
    let rows = bands::place(&plan.rows, &bands::name_rows(&bands, names, lang), top, spare);
    let lane_row = course.closed.then(|| if plan.over { top - 1 } else { rows.end });
    if hidden {
        write_counts(&mut canvas, &plan.shown, steps, (head, room), lang, glyphs);
    }
    let end = rows.end + if plan.over { 0 } else { lane };
    let hits = picture::Picture {
        course: &course,
        bands: &bands,
        band_of: &band_of,
        plan: &plan,
        rows: &rows,
        room,
        lane_row,
        glyphs,
        lang,
        names,
    }
    .draw(&mut canvas);
    for (line, y) in reading.iter().zip(end + gap..) {
        canvas.write(1, y, line, Role::Text);
    }
    Staircase { canvas, hits, systems: vec![plan.shown.clone()], shown: plan.shown, steps }
}

/// Below this there is no room for bands.
const MIN_WIDTH: u16 = 36;
/// Below this there is no room for frames.
const MIN_HEIGHT: u16 = 10;

/// Writes the title and what is said beside it: in one row if both fit, else in two if there is room. Gives the
/// number of rows.
fn write_head(canvas: &mut Canvas, title: &str, facts: &[String], glyphs: &Glyphs) -> u16 {
    let cells = usize::from(canvas.width()).saturating_sub(2);
    let beside = said::facts_in(facts, cells.saturating_sub(width(title) + 3), glyphs);
    let all = said::facts_in(facts, usize::MAX, glyphs);
    canvas.write(1, 0, &cut(title, cells), Role::Heading);
    if beside == all || canvas.height() < 20 {
        let x = usize::from(canvas.width()).saturating_sub(width(&beside) + 1);
        canvas.write(u16::try_from(x).unwrap_or(u16::MAX), 0, &beside, Role::Text);
        return 1.min(canvas.height());
    }
    canvas.write(1, 1, &said::facts_in(facts, cells, glyphs), Role::Text);
    2
}

/// Says which step one is at, and how many cards stand before and after those in sight.
fn write_counts(
    canvas: &mut Canvas,
    shown: &Range<usize>,
    steps: usize,
    (y, room): (u16, Room),
    lang: Lang,
    glyphs: &Glyphs,
) {
    let Range { start, end } = *shown;
    let before = format!("{} {}", glyphs.head_left, says::before(lang, start));
    let after = format!("{} {}", says::more(lang, steps - end), glyphs.head_right);
    let at = says::step_of(lang, room.step + 1, steps);
    let mut put = |shown: bool, x: usize, text: &str| {
        if shown {
            canvas.write(u16::try_from(x).unwrap_or(u16::MAX), y, text, Role::Quiet);
        }
    };
    let (left, right) = (usize::from(room.left), usize::from(room.right));
    put(start > 0, left, &before);
    put(end < steps, right.saturating_sub(width(&after)), &after);
    let middle = ((left + right) / 2).saturating_sub(width(&at) / 2);
    put(middle > left + width(&before) + 1, middle, &at);
}

#[cfg(test)]
mod tests;
