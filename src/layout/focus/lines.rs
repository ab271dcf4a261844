//! Painting one half of the focus: labels, the trunk they hang on, and the second step behind them.

use super::half::{Half, far_taken};
use super::neighbours::{Neighbour, heading};
use super::side::Row;
use crate::layout::canvas::{Area, Canvas};
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::{cut, width};

impl Half<'_> {
    /// Headings and labels from a row down.
    pub(super) fn draw_labels(&self, canvas: &mut Canvas, top: u16, hits: &mut Vec<(Area, NodeId)>) {
        let around = self.around;
        let x = self.label_start();
        for (row, y) in self.set.rows.iter().zip(top..) {
            match *row {
                Row::Blank => {}
                Row::Heading(at) => {
                    let above = (at > self.set.shown.start).then(|| &self.near[at - 1].group);
                    let group = &self.near[at].group;
                    let whole =
                        heading(around.map, group, above, usize::from(u16::MAX), around.lang, around.glyphs);
                    let cells = u16::try_from(width(&whole)).unwrap_or(u16::MAX);
                    let (x, room) = self.heading_room(cells, y == top);
                    let text =
                        heading(around.map, group, above, usize::from(room), around.lang, around.glyphs);
                    canvas.write(x, y, &text, Role::Band);
                }
                Row::Line(at, line) => {
                    let near = &self.near[at];
                    let label = self.set.label(at);
                    if line == 0 {
                        canvas.set(x, y, near.glyph, near.role);
                        let height = u16::try_from(label.len()).unwrap_or(1);
                        hits.push((Area { x, y, width: self.label, height }, near.node.clone()));
                    }
                    let role = if self.cursor == Some(at) { Role::Cursor } else { Role::Text };
                    match label.get(line) {
                        Some(text) => {
                            let end = canvas.write(x + 2, y, text, role);
                            if near.refuted {
                                canvas.strike(x + 2, end, y);
                            }
                        }
                        None => {
                            canvas.write(x + 2, y, around.lang.words().links.missing, Role::Ghost);
                        }
                    }
                }
            }
        }
    }

    /// The trunk beside the box and the lines of the neighbours into it. It meets the box on a row where no
    /// neighbour's line comes in, so there is never a cross; a single neighbour's line goes straight through.
    pub(super) fn draw_trunk(&self, canvas: &mut Canvas, top: u16, meeting: u16) {
        let glyphs = self.around.glyphs;
        let thin = &glyphs.thin;
        let role = if self.left { Role::LineIn } else { Role::LineOut };
        let row = |at| Some((at, top + u16::try_from(self.set.row_of(at)?).unwrap_or(u16::MAX)));
        let rows: Vec<(usize, u16)> = self.set.shown.clone().filter_map(row).collect();
        let first = rows.iter().map(|(_, y)| *y).min().unwrap_or(meeting).min(meeting);
        let last = rows.iter().map(|(_, y)| *y).max().unwrap_or(meeting).max(meeting);
        let trunk = self.away(2);
        for y in first..=last {
            canvas.set(trunk, y, thin.along, role);
        }
        for &(at, y) in &rows {
            self.draw_line(canvas, &self.near[at], self.set.label(at), y, role);
            let joint = match (y == first, y == last, self.left) {
                (true, true, _) => self.near[at].leg.stroke.pieces(glyphs).across,
                (true, false, true) => thin.left_down,
                (false, true, true) => thin.left_up,
                (true, false, false) => thin.right_down,
                (false, true, false) => thin.right_up,
                (false, false, true) => thin.branch_left,
                (false, false, false) => thin.branch_right,
            };
            canvas.set(trunk, y, joint, role);
        }
        if first != last {
            let joint = match (meeting == first, meeting == last, self.left) {
                (true, _, true) => thin.right_down,
                (_, true, true) => thin.right_up,
                (_, _, true) => thin.branch_right,
                (true, _, false) => thin.left_down,
                (_, true, false) => thin.left_up,
                (_, _, false) => thin.branch_left,
            };
            canvas.set(trunk, meeting, joint, role);
        }
        if self.left {
            canvas.set(self.away(1), meeting, glyphs.head_right, role);
        } else {
            // A single line runs from the box on as it is; several have a stem of their own.
            let stem = match rows[..] {
                [(at, y)] if y == meeting => self.near[at].leg.stroke.pieces(glyphs).across,
                _ => thin.across,
            };
            canvas.set(self.away(1), meeting, stem, role);
            canvas.set(self.away(0), meeting, glyphs.heavy.branch_right, Role::Selected);
        }
    }

    /// The line of a neighbour between its label and the trunk.
    fn draw_line(&self, canvas: &mut Canvas, near: &Neighbour, label: &[String], y: u16, role: Role) {
        let start = self.label_start();
        let text = label.first().map_or(0, |line| width(line));
        let (from, to) = if self.left {
            (start + 3 + u16::try_from(text).unwrap_or(u16::MAX), self.away(3))
        } else {
            (self.away(3), start - 2)
        };
        self.stretch(canvas, near, (from, to), (y, false), role);
    }

    /// A line across from a column to another with its marks at the end, and at the right its head. At the left
    /// the head is the trunk's. A `bare` one has its sign without brackets.
    fn stretch(
        &self,
        canvas: &mut Canvas,
        near: &Neighbour,
        (from, to): (u16, u16),
        (y, bare): (u16, bool),
        role: Role,
    ) {
        let glyphs = self.around.glyphs;
        let role = if near.leg.ghost { Role::Ghost } else { role };
        let across = near.leg.stroke.pieces(glyphs).across;
        for x in from..=to {
            canvas.set(x, y, across, role);
        }
        if near.leg.refuted {
            canvas.strike(from, to + 1, y);
        }
        let mut marks = near.leg.marks(glyphs, role);
        marks.retain(|(mark, _)| !mark.starts_with(' '));
        for (mark, _) in marks.iter_mut().filter(|_| bare) {
            mark.retain(|letter| !"()".contains(letter));
        }
        let taken: usize = marks.iter().map(|(mark, _)| width(mark)).sum();
        let end = if self.left { to + 1 } else { to };
        let mut x = end.saturating_sub(u16::try_from(taken).unwrap_or(u16::MAX));
        for (mark, role) in marks {
            x = canvas.write(x, y, &mark, role);
        }
        if !self.left {
            canvas.set(to, y, glyphs.head_right, role);
        }
    }

    /// The second step: what is behind a neighbour, from its row down on as many rows as it has, and how many
    /// more there are. `label_end` is the column behind the first line of the neighbour's label.
    pub(super) fn draw_behind(
        &self,
        canvas: &mut Canvas,
        behind: &[Neighbour],
        (top, rows, label_end): (u16, usize, u16),
        hits: &mut Vec<(Area, NodeId)>,
    ) {
        let all = behind.len();
        let cells = self.far.saturating_sub(far_taken(self.far_marks, self.left));
        if all == 0 || cells < 8 {
            return;
        }
        let shown = if all <= rows { all } else { rows.saturating_sub(1).max(1) };
        let glyphs = self.around.glyphs;
        let thin = &glyphs.thin;
        let (label_x, trunk) = if self.left {
            let trunk = self.label_start().saturating_sub(3);
            (trunk.saturating_sub(self.far_marks + 2 + cells), trunk)
        } else {
            let trunk = self.label_start() + self.label + 1;
            (trunk + self.far_marks + 4, trunk)
        };
        for (far, y) in behind.iter().take(shown).zip(top..) {
            let role = if far.leg.ghost { Role::Ghost } else { Role::Quiet };
            canvas.set(label_x, y, far.glyph, Role::Quiet);
            // Where there is no row to say it, how many more there are stands behind the only label.
            let hidden =
                if shown < all && rows <= shown { format!(" +{}", all - shown) } else { String::new() };
            let room = usize::from(cells - 2).saturating_sub(width(&hidden));
            let label = format!("{}{hidden}", cut(&far.label, room));
            let end = canvas.write(label_x + 2, y, &label, Role::Quiet);
            let ends = if self.left { (end + 1, trunk - 1) } else { (trunk + 1, label_x - 2) };
            self.stretch(canvas, far, ends, (y, self.brief), Role::Quiet);
            let (first, last) = (y == top, usize::from(y - top) + 1 == shown);
            let joint = match (first, last, self.left) {
                (true, true, _) => far.leg.stroke.pieces(glyphs).across,
                (true, false, _) => thin.branch_down,
                (false, false, true) => thin.branch_left,
                (false, true, true) => thin.left_up,
                (false, false, false) => thin.branch_right,
                (false, true, false) => thin.right_up,
            };
            canvas.set(trunk, y, joint, role);
            hits.push((Area { x: label_x, y, width: cells, height: 1 }, far.node.clone()));
        }
        if self.left {
            canvas.set(trunk + 1, top, glyphs.head_right, Role::Quiet);
        } else {
            let stem = match behind {
                [only] => only.leg.stroke.pieces(glyphs).across,
                _ => thin.across,
            };
            for x in label_end + 1..trunk {
                canvas.set(x, top, stem, Role::Quiet);
            }
        }
        if shown < all && rows > shown {
            let y = top + u16::try_from(shown).unwrap_or(u16::MAX);
            canvas.write(label_x + 2, y, &format!("+{}", all - shown), Role::Quiet);
        }
    }
}
