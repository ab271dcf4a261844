//! A walk too long for one row of steps: several systems of bands below each other, as music goes on in the next line.
//!
//! A line that leaves a system at the right comes into the next one at the left, at the height of the card it leads to.
//! The way back of a loop runs through all systems between its ends. Each system has all bands, so that a step
//! stands as high in one as in another.

use std::ops::Range;

use super::bands::{self, Band};
use super::picture::Picture;
use super::plan::{self, Plan, Room};
use super::{Staircase, said};
use crate::layout::canvas::Canvas;
use crate::layout::course::Course;
use crate::layout::frame::Frame;
use crate::palette::Role;
use crate::text::Lang;

/// Longer walks are paged: nobody reads that many steps on one picture.
const MOST_STEPS: usize = 64;
/// Rows of air a band gets in a system, at most.
const AIR: u16 = 2;

/// What is settled of a walk before its systems are.
pub(super) struct Walked<'a> {
    pub(super) course: &'a Course,
    pub(super) bands: &'a [Band],
    pub(super) band_of: &'a [usize],
    /// Rows of the title.
    pub(super) head: u16,
    /// The width of the column of names.
    pub(super) names: u16,
    /// The language of the labels.
    pub(super) own: Lang,
    pub(super) room: Room,
}

impl Walked<'_> {
    /// Draws the systems around the selected step; `None` where there is no room for two, or no need.
    pub(super) fn draw(&self, canvas: &mut Canvas, frame: Frame) -> Option<Staircase> {
        let steps = self.course.cards.len();
        if steps > MOST_STEPS {
            return None;
        }
        let lane = u16::from(self.course.closed);
        let least_reading = 2;
        let available = frame.height.checked_sub(self.head + least_reading + 1)?;
        let room = Room { rows: available, ..self.room };
        let plans = plan::systems(self.course, self.band_of, self.bands.len(), room, self.own)?;
        let heights: Vec<u16> = plans.iter().map(|plan| plan.rows.iter().sum::<u16>() + lane + 1).collect();
        let shown = page(&plans, &heights, self.room.step, available)?;
        let hidden = shown.len() < plans.len();
        let needed: u16 = heights[shown.clone()].iter().sum::<u16>() + u16::from(hidden);
        let spare = available.saturating_sub(needed);
        let count = u16::try_from(shown.len()).unwrap_or(u16::MAX);
        let name_rows = bands::name_rows(self.bands, self.names, frame.lang);
        let band_count = u16::try_from(self.bands.len()).unwrap_or(u16::MAX);
        let each = (spare / count).min(band_count.saturating_sub(1) + band_count * AIR);

        let mut y = self.head + u16::from(hidden);
        let mut hits = Vec::new();
        for plan in &plans[shown.clone()] {
            let top = y + if plan.over { lane } else { 0 };
            let rows = bands::place(&plan.rows, &name_rows, top, each);
            let lane_row = self.course.closed.then(|| if plan.over { top - 1 } else { rows.end });
            y = rows.end + if plan.over { 0 } else { lane } + 1;
            let picture = Picture {
                course: self.course,
                bands: self.bands,
                band_of: self.band_of,
                plan,
                rows: &rows,
                room: self.room,
                lane_row,
                glyphs: frame.glyphs,
                lang: frame.lang,
                names: self.names,
            };
            hits.extend(picture.draw(canvas));
        }
        let systems: Vec<Range<usize>> = plans[shown].iter().map(|plan| plan.shown.clone()).collect();
        let in_sight = systems.first()?.start..systems.last()?.end;
        if hidden {
            super::write_counts(canvas, &in_sight, steps, (self.head, self.room), frame.lang, frame.glyphs);
        }
        self.write_reading(canvas, y, frame);
        Some(Staircase { canvas: canvas.clone(), hits, shown: in_sight, systems, steps })
    }

    fn write_reading(&self, canvas: &mut Canvas, top: u16, frame: Frame) {
        let rows = frame.height.saturating_sub(top);
        let cells = frame.width.saturating_sub(2);
        let mut reading = said::reading(self.course, cells, self.own);
        if reading.len() > usize::from(rows) {
            reading = said::reading_around(self.course, self.room.step, (cells, rows.min(3)), self.own);
        }
        for (line, y) in reading.iter().zip(top..) {
            canvas.write(1, y, line, Role::Text);
        }
    }
}

/// The systems to show: as many as fit, the one of a step among them, counted in pages from the first so that the
/// picture stands still while one steps through a page. `None` for fewer than two.
fn page(plans: &[Plan], heights: &[u16], step: usize, available: u16) -> Option<Range<usize>> {
    let all: u16 = heights.iter().sum();
    if all <= available {
        return (plans.len() > 1).then_some(0..plans.len());
    }
    let mut start = 0;
    while start < plans.len() {
        // A row says what is hidden.
        let (mut end, mut taken) = (start, 1);
        while end < plans.len() && taken + heights[end] <= available {
            taken += heights[end];
            end += 1;
        }
        if end <= start + 1 && end < plans.len() {
            return None;
        }
        if plans[start..end].iter().any(|plan| plan.shown.contains(&step)) {
            // A full last page rather than a single system.
            while end == plans.len() && start > 0 && taken + heights[start - 1] <= available {
                start -= 1;
                taken += heights[start];
            }
            return (end > start + 1).then_some(start..end);
        }
        start = end.max(start + 1);
    }
    None
}
