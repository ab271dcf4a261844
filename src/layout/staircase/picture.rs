//! Painting a staircase whose cards, columns and rows are settled.

use std::cmp::Ordering;

use super::bands::{Band, Rows};
use super::plan::{Column, Plan, Room};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::card::draw_frame;
use crate::layout::course::{Card, Course};
use crate::layout::line::draw_line;
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::glyph::Line;
use crate::text::{Glyphs, Lang, wrap_at_most};

/// Everything that is settled before the first cell is written.
pub(super) struct Picture<'a> {
    pub(super) course: &'a Course,
    pub(super) bands: &'a [Band],
    pub(super) band_of: &'a [usize],
    pub(super) plan: &'a Plan,
    pub(super) rows: &'a Rows,
    pub(super) room: Room,
    /// The row of the way back of a closed course.
    pub(super) lane_row: Option<u16>,
    pub(super) glyphs: &'static Glyphs,
    pub(super) lang: Lang,
    /// The width of the column of names.
    pub(super) names: u16,
}

impl Picture<'_> {
    /// Paints it all and gives the places of the cards.
    pub(super) fn draw(&self, canvas: &mut Canvas) -> Vec<(Area, NodeId)> {
        self.draw_bands(canvas);
        let mut hits = Vec::with_capacity(self.plan.columns.len());
        for at in self.plan.shown.clone() {
            let area = self.area(at);
            self.draw_card(canvas, &self.course.cards[at], area, at);
            hits.push((area, self.course.cards[at].id.clone()));
        }
        // The line into the first card in sight comes from one that is not.
        for leg in self.plan.shown.start.saturating_sub(1)..self.plan.shown.end {
            if leg < self.course.legs.len() && !self.is_way_back(leg) {
                self.draw_leg(canvas, leg);
            }
        }
        if let Some(row) = self.lane_row {
            self.draw_way_back(canvas, row);
        }
        hits
    }

    fn draw_bands(&self, canvas: &mut Canvas) {
        let frame = &self.glyphs.frame;
        let border = self.names + 2;
        for &row in &self.rows.rules {
            for x in 0..canvas.width() {
                canvas.set(x, row, frame.across, Role::Frame);
            }
        }
        for (band, &(top, height)) in self.bands.iter().zip(&self.rows.bands) {
            for y in top..top + height {
                canvas.set(border, y, frame.along, Role::Frame);
            }
            if self.rows.rules.is_empty() {
                // Without rules a tick says where a band begins.
                canvas.set(border, top, frame.branch_right, Role::Frame);
            }
            let (lines, _) =
                wrap_at_most(&band.name, usize::from(self.names), usize::from(height), self.lang);
            for (line, y) in lines.iter().zip(top..) {
                canvas.write(1, y, line, Role::Band);
            }
        }
    }

    fn column(&self, at: usize) -> &Column {
        &self.plan.columns[at - self.plan.shown.start]
    }

    fn area(&self, at: usize) -> Area {
        let column = self.column(at);
        let height = u16::try_from(column.lines.len()).unwrap_or(u16::MAX) + 2;
        let band = self.band_of[at];
        let (top, rows) = self.rows.bands[band];
        // All cards of a band hang from the same row, so that the line between two of them is straight.
        let y = top + (rows - self.plan.rows[band]) / 2;
        Area { x: column.x, y, width: column.width, height }
    }

    /// The row where lines come into the card.
    fn entry(&self, at: usize) -> u16 {
        let band = self.band_of[at];
        let (top, rows) = self.rows.bands[band];
        if self.plan.shown.contains(&at) {
            return self.area(at).y + 1;
        }
        // Out of sight: the height at which it would stand.
        let taken = self.plan.rows[band];
        top + (rows - taken) / 2 + u16::from(taken > 1)
    }

    fn draw_card(&self, canvas: &mut Canvas, card: &Card, area: Area, at: usize) {
        let selected = at == self.room.step.min(self.course.cards.len() - 1);
        let (pieces, role) = match (selected, card.gone) {
            (true, _) => (&self.glyphs.heavy, Role::Selected),
            (false, true) => (&self.glyphs.dotted, Role::Ghost),
            (false, false) => (&self.glyphs.frame, Role::Frame),
        };
        draw_frame(canvas, area, pieces, role);
        let x = area.x + 1 + self.plan.pad;
        canvas.set(x, area.y + 1, card.glyph, card.role);
        let text = if selected { Role::Selected } else { Role::Text };
        for (line, y) in self.column(at).lines.iter().zip(area.y + 1..) {
            let end = canvas.write(x + 2, y, line, text);
            if card.refuted {
                canvas.strike(x + 2, end, y);
            }
        }
    }

    /// What the line out of a card is put together from: the border it leaves from has a branch in it.
    fn border(&self, at: usize) -> (&'static Line, Role) {
        let card = &self.course.cards[at];
        if at == self.room.step.min(self.course.cards.len() - 1) {
            (&self.glyphs.heavy, Role::Selected)
        } else if card.gone {
            (&self.glyphs.dotted, Role::Ghost)
        } else {
            (&self.glyphs.frame, Role::Frame)
        }
    }

    fn leg_role(&self, leg: usize) -> Role {
        let step = self.room.step.min(self.course.cards.len() - 1);
        let drawn = &self.course.legs[leg];
        if drawn.ghost {
            Role::Ghost
        } else if leg == step {
            Role::LineOut
        } else if self.course.target(leg) == step {
            Role::LineIn
        } else {
            Role::Line
        }
    }

    fn is_way_back(&self, leg: usize) -> bool {
        self.course.closed && leg + 1 == self.course.cards.len()
    }

    /// Draws a link to the next card, or as far as can be seen of it.
    fn draw_leg(&self, canvas: &mut Canvas, leg: usize) {
        let (from, to) = (leg, leg + 1);
        let row = self.entry(to);
        let head = if self.plan.shown.contains(&to) { self.column(to).x - 1 } else { self.room.right - 1 };
        if !self.plan.shown.contains(&from) {
            self.paint(canvas, leg, &[(self.room.left, row), (head, row)], true);
            return;
        }
        let way = self.band_of[from].cmp(&self.band_of[to]);
        let (start, branch) = self.branch(from, way);
        let mut points = vec![start];
        if way != Ordering::Equal {
            points.push((start.0, row));
        }
        points.push((head, row));
        self.paint(canvas, leg, &points, true);
        let (_, role) = self.border(from);
        canvas.set(start.0, start.1, branch, role);
    }

    /// The place on a card's border where its line leaves, and the branch that stands there: downwards if the
    /// card is `Less` (its band is counted from the top), upwards if it is `Greater`.
    fn branch(&self, at: usize, way: Ordering) -> ((u16, u16), &'static str) {
        let area = self.area(at);
        let exit = self.column(at).exit;
        let (border, _) = self.border(at);
        match way {
            Ordering::Equal => ((exit, area.y + 1), border.branch_right),
            Ordering::Less => ((exit, area.y + area.height - 1), border.branch_down),
            Ordering::Greater => ((exit, area.y), border.branch_up),
        }
    }

    /// Draws the link from the last card to the first along its own row over or under all bands.
    fn draw_way_back(&self, canvas: &mut Canvas, lane: u16) {
        let shown = &self.plan.shown;
        let leg = self.course.legs.len() - 1;
        let last = self.course.cards.len() - 1;
        let way = if self.plan.over { Ordering::Greater } else { Ordering::Less };
        let start = (shown.end > last).then(|| self.branch(last, way));
        let mut points = match start {
            Some((start, _)) => vec![start, (start.0, lane)],
            None => vec![(self.room.right - 1, lane)],
        };
        if shown.start > 0 {
            points.push((self.room.left, lane));
            self.paint(canvas, leg, &points, false);
        } else {
            let row = self.entry(0);
            let down = self.room.left + 1;
            points.extend([(down, lane), (down, row), (self.column(0).x - 1, row)]);
            self.paint(canvas, leg, &points, true);
        }
        if let Some((start, branch)) = start {
            canvas.set(start.0, start.1, branch, self.border(last).1);
        }
    }

    /// Paints a line with its head at the last point, and what stands on it just before the head.
    fn paint(&self, canvas: &mut Canvas, at: usize, points: &[(u16, u16)], rightward: bool) {
        let leg = &self.course.legs[at];
        let role = self.leg_role(at);
        draw_line(canvas, points, leg.stroke.pieces(self.glyphs), role);
        for pair in points.windows(2) {
            let ((x, y0), (end, y1)) = (pair[0], pair[1]);
            if x == end {
                self.part_rules(canvas, x, y0.min(y1)..=y0.max(y1));
            }
            if leg.refuted {
                for y in y0.min(y1)..=y0.max(y1) {
                    canvas.strike(x.min(end), x.max(end) + 1, y);
                }
            }
        }
        let Some(&(head, row)) = points.last() else { return };
        let glyph = if rightward { self.glyphs.head_right } else { self.glyphs.head_left };
        canvas.set(head, row, glyph, role);
        if leg.refuted {
            canvas.strike(head, head + 1, row);
        }
        let marks = leg.marks(self.glyphs, role);
        let cells = leg.marks_width();
        let mut x = if rightward { head.saturating_sub(cells) } else { head + 1 };
        let in_order: Vec<_> = if rightward { marks } else { marks.into_iter().rev().collect() };
        for (mark, role) in in_order {
            x = canvas.write(x, row, &mark, role);
        }
    }

    /// Leaves a gap in the rules where a line goes through them.
    fn part_rules(&self, canvas: &mut Canvas, x: u16, rows: std::ops::RangeInclusive<u16>) {
        for &row in self.rows.rules.iter().filter(|row| rows.contains(row)) {
            for beside in [x.saturating_sub(1), x + 1] {
                let is_rule = canvas
                    .get(beside, row)
                    .is_some_and(|cell| cell.role == Role::Frame && cell.text == self.glyphs.frame.across);
                if is_rule {
                    canvas.set(beside, row, " ", Role::Text);
                }
            }
        }
    }
}
