//! Painting the focus: the box in the middle, the two sides, and the lines that join them.

use super::Cursor;
use super::list;
use super::middle;
use super::neighbours::{self, Neighbour, heading, resolve};
use super::side::{self, Bounds, Row, Side};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::card::draw_frame;
use crate::map::{LinkId, Map, Node, NodeId};
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{Glyphs, Lang, cut, width, wrap};

/// Below this the card and its neighbours stand below each other.
const MIN_WIDTH: u16 = 56;
/// The narrowest side that has room for two steps.
const DEEP: u16 = 64;
/// Rows that the second step of one neighbour takes, at most.
const MOST_BEHIND: usize = 6;

/// A card and what is around it.
pub(super) struct Around<'a> {
    pub(super) map: &'a Map,
    pub(super) id: &'a NodeId,
    pub(super) node: &'a Node,
    pub(super) causes: &'a [LinkId],
    pub(super) effects: &'a [LinkId],
    pub(super) cursor: Option<Cursor>,
    pub(super) lang: Lang,
    pub(super) glyphs: &'static Glyphs,
}

/// Where the parts of one side stand. Columns are counted away from the middle, so that both sides are one code.
struct Columns {
    /// The column of the box's border.
    border: u16,
    /// Whether the side is to the left of it.
    left: bool,
    /// Cells of a near label, its glyph included.
    near: u16,
    /// Cells of the marks on the lines.
    marks: u16,
    /// Cells of a far label and its line; none without a second step.
    far: u16,
    /// Cells of the marks on the far lines.
    far_marks: u16,
}

impl Around<'_> {
    /// Paints everything into an area; gives the places of the cards, the middle one first.
    pub(super) fn draw(&self, canvas: &mut Canvas, body: Area) -> Vec<(Area, NodeId)> {
        if body.height < 6 || body.width < MIN_WIDTH {
            return list::draw(self, canvas, body);
        }
        let cells = (body.width / 5).clamp(12, 30);
        let lines = middle::lines(
            self.map,
            self.node,
            (usize::from(cells), usize::from(body.height - 2)),
            self.lang,
            self.glyphs,
        );
        let box_width = cells + 4;
        let box_height = u16::try_from(lines.len()).unwrap_or(u16::MAX) + 2;
        let middle = Area {
            x: body.x + (body.width - box_width) / 2,
            y: body.y + (body.height - box_height) / 2,
            width: box_width,
            height: box_height,
        };
        draw_frame(canvas, middle, &self.glyphs.heavy, Role::Selected);
        for (line, y) in lines.iter().zip(middle.y + 1..) {
            let mut x = middle.x + 2;
            for (text, role) in line {
                x = canvas.write(x, y, text, *role);
            }
        }
        let mut hits = vec![(middle, self.id.clone())];
        for left in [true, false] {
            self.draw_side(canvas, body, middle, left, &mut hits);
        }
        hits
    }

    fn draw_side(
        &self,
        canvas: &mut Canvas,
        body: Area,
        middle: Area,
        left: bool,
        hits: &mut Vec<(Area, NodeId)>,
    ) {
        let links = if left { self.causes } else { self.effects };
        let near = resolve(self.map, self.id, links, self.lang, self.glyphs);
        let words = self.lang.words();
        let title = if left { words.places.causes } else { words.places.effects };
        let title = format!("{title} ({})", near.len());
        let edge = if left { middle.x } else { body.width - middle.x - middle.width };
        let x = if left { 1 } else { middle.x + middle.width + 1 };
        canvas.write(x, body.y, &cut(&title, usize::from(edge.saturating_sub(2))), Role::Heading);
        if near.is_empty() {
            if !left {
                let cells = usize::from(edge.saturating_sub(3));
                let lines = wrap(words.says.stops_here, cells, self.lang);
                for (line, y) in lines.iter().zip(middle.y + middle.height / 2..body.y + body.height) {
                    canvas.write(x + 1, y, line, Role::Quiet);
                }
            }
            return;
        }

        let marks = near.iter().map(|n| n.leg.marks_width() - word_width(n)).max().unwrap_or(0);
        // Beside labels and marks: a margin, a blank, a dash, the trunk, and its head or its dash.
        let fixed = marks + 6;
        let deep = edge >= DEEP;
        let near_cells = if deep { (edge - fixed) / 2 } else { edge.saturating_sub(fixed) }.min(34);
        let far = if deep { edge.saturating_sub(fixed + near_cells) } else { 0 };
        let behind: Vec<Vec<Neighbour>> = near.iter().map(|n| self.behind(n, left, deep)).collect();
        let depth: Vec<usize> = behind.iter().map(|far| far.len().min(MOST_BEHIND)).collect();

        let rows = usize::from(body.height.saturating_sub(1));
        let cursor = match self.cursor {
            Some(Cursor::Cause(at)) if left => Some(at),
            Some(Cursor::Effect(at)) if !left => Some(at),
            _ => None,
        };
        let label_cells = usize::from(near_cells.saturating_sub(2)).max(1);
        let mut bounds = Bounds { cells: label_cells, rows, cursor, lang: self.lang };
        let mut set = side::set(&near, &depth, bounds);
        if set.shown.len() < near.len() {
            // Two rows say what is hidden.
            bounds.rows = rows.saturating_sub(2);
            set = side::set(&near, &depth, bounds);
        }
        let hidden = set.shown.len() < near.len();
        let first_row = body.y + 1 + u16::from(hidden);
        let inside = usize::from((middle.y + 1).saturating_sub(first_row));
        let inside = inside..inside + usize::from(middle.height - 2);
        let Some((down, meeting)) = side::meet(&mut set, inside, bounds.rows) else { return };
        let top = first_row + u16::try_from(down).unwrap_or(u16::MAX);
        let meeting = first_row + u16::try_from(meeting).unwrap_or(u16::MAX);
        let far_marks =
            behind.iter().flatten().map(|n| n.leg.marks_width() - word_width(n)).max().unwrap_or(0);
        let border = if left { middle.x } else { middle.x + middle.width - 1 };
        let columns = Columns { border, left, near: near_cells, marks, far, far_marks };

        if hidden {
            let label = columns.label_start();
            if set.shown.start > 0 {
                canvas.write(label, body.y + 1, &says::above(self.lang, set.shown.start), Role::Quiet);
            }
            if set.shown.end < near.len() {
                let more = says::below(self.lang, near.len() - set.shown.end);
                canvas.write(label, body.y + body.height - 1, &more, Role::Quiet);
            }
        }
        self.draw_rows(canvas, &columns, &near, &set, top, hits, cursor);
        self.draw_trunk(canvas, &columns, &near, &set, top, meeting);
        for at in set.shown.clone() {
            let Some(row) = set.row_of(at) else { continue };
            let last = set
                .rows
                .iter()
                .skip(row + 1)
                .take_while(|next| {
                    matches!(next, Row::Line(other, _) if *other == at) || **next == Row::Blank
                })
                .count();
            let y = top + u16::try_from(row).unwrap_or(u16::MAX);
            let first_line = set.label(at).first().map_or(0, |line| width(line));
            let first_line = u16::try_from(first_line).unwrap_or(u16::MAX);
            self.draw_behind(canvas, &columns, &behind[at], (y, 1 + last, first_line), hits);
        }
    }

    /// The cards a step behind a neighbour, seen from the middle; the middle itself is left out.
    fn behind(&self, near: &Neighbour, left: bool, deep: bool) -> Vec<Neighbour> {
        if !deep || near.leg.sign.is_none() {
            return Vec::new();
        }
        let (causes, effects) = neighbours::neighbours(self.map, &near.node);
        let links: Vec<LinkId> = if left { causes } else { effects }
            .into_iter()
            .filter(|link| link.kind.has_sign() && neighbours::other_end(link, &near.node) != self.id)
            .collect();
        resolve(self.map, &near.node, &links, self.lang, self.glyphs)
    }

    /// Labels and headings.
    #[allow(clippy::too_many_arguments, reason = "all of it is settled by then, and it is called once")]
    fn draw_rows(
        &self,
        canvas: &mut Canvas,
        columns: &Columns,
        near: &[Neighbour],
        set: &Side,
        top: u16,
        hits: &mut Vec<(Area, NodeId)>,
        cursor: Option<usize>,
    ) {
        let x = columns.label_start();
        for (row, y) in set.rows.iter().zip(top..) {
            match row {
                Row::Blank => {}
                Row::Heading(at) => {
                    // Above the first neighbour the trunk has not begun.
                    let room = columns.near + if y == top { columns.marks + 2 } else { columns.marks };
                    let group = &near[*at].group;
                    let above = (*at > set.shown.start).then(|| &near[*at - 1].group);
                    let text = heading(self.map, group, above, usize::from(room), self.lang, self.glyphs);
                    canvas.write(x, y, &text, Role::Band);
                }
                Row::Line(at, line) => {
                    let neighbour = &near[*at];
                    let labels = set.label(*at);
                    let chosen = cursor == Some(*at);
                    let role = if chosen { Role::Cursor } else { Role::Text };
                    if *line == 0 {
                        canvas.set(x, y, neighbour.glyph, neighbour.role);
                        let height = u16::try_from(labels.len()).unwrap_or(1);
                        let area = Area { x, y, width: columns.near, height };
                        hits.push((area, neighbour.node.clone()));
                    }
                    match labels.get(*line) {
                        Some(text) => {
                            let end = canvas.write(x + 2, y, text, role);
                            if neighbour.refuted {
                                canvas.strike(x + 2, end, y);
                            }
                        }
                        None => {
                            canvas.write(x + 2, y, self.lang.words().links.missing, Role::Ghost);
                        }
                    }
                }
            }
        }
    }

    /// The lines between the labels and the box.
    fn draw_trunk(
        &self,
        canvas: &mut Canvas,
        columns: &Columns,
        near: &[Neighbour],
        set: &Side,
        top: u16,
        meeting: u16,
    ) {
        let glyphs = self.glyphs;
        let thin = &glyphs.thin;
        let role = if columns.left { Role::LineIn } else { Role::LineOut };
        let rows: Vec<(usize, u16)> = set
            .shown
            .clone()
            .filter_map(|at| Some((at, top + u16::try_from(set.row_of(at)?).unwrap_or(u16::MAX))))
            .collect();
        let trunk = columns.away(2);
        let first = rows.iter().map(|(_, y)| *y).min().unwrap_or(meeting).min(meeting);
        let last = rows.iter().map(|(_, y)| *y).max().unwrap_or(meeting).max(meeting);
        for y in first..=last {
            canvas.set(trunk, y, thin.along, role);
        }
        for &(at, y) in &rows {
            self.draw_line(canvas, columns, &near[at], set.label(at), y, role);
            let joint = match (y == first, y == last, columns.left) {
                (true, true, _) => near[at].leg.stroke.pieces(glyphs).across,
                (true, false, true) => thin.left_down,
                (false, true, true) => thin.left_up,
                (true, false, false) => thin.right_down,
                (false, true, false) => thin.right_up,
                (false, false, true) => thin.branch_left,
                (false, false, false) => thin.branch_right,
            };
            canvas.set(trunk, y, joint, role);
        }
        // Where the trunk meets the box: never a cross, for no neighbour's line comes in on that row.
        if first != last {
            let joint = match (meeting == first, meeting == last, columns.left) {
                (true, _, true) => thin.right_down,
                (_, true, true) => thin.right_up,
                (_, _, true) => thin.branch_right,
                (true, _, false) => thin.left_down,
                (_, true, false) => thin.left_up,
                (_, _, false) => thin.branch_left,
            };
            canvas.set(trunk, meeting, joint, role);
        }
        if columns.left {
            canvas.set(columns.away(1), meeting, glyphs.head_right, role);
        } else {
            canvas.set(columns.away(1), meeting, thin.across, role);
            canvas.set(columns.border, meeting, glyphs.heavy.branch_right, Role::Selected);
        }
    }

    /// The line of one neighbour from its label to the trunk, with its marks and, at the right, its head.
    fn draw_line(
        &self,
        canvas: &mut Canvas,
        columns: &Columns,
        near: &Neighbour,
        label: &[String],
        y: u16,
        role: Role,
    ) {
        let role = if near.leg.ghost { Role::Ghost } else { role };
        let across = near.leg.stroke.pieces(self.glyphs).across;
        let start = columns.label_start();
        let marks: Vec<(String, Role)> = near
            .leg
            .marks(self.glyphs, role)
            .into_iter()
            .filter(|(mark, _)| !mark.starts_with(' '))
            .collect();
        let taken = u16::try_from(marks.iter().map(|(mark, _)| width(mark)).sum::<usize>()).unwrap_or(0);
        let (from, to) = if columns.left {
            let text = label.first().map_or(0, |line| width(line));
            (start + 3 + u16::try_from(text).unwrap_or(u16::MAX), columns.away(3))
        } else {
            (columns.away(3), start - 2)
        };
        for x in from..=to {
            canvas.set(x, y, across, role);
        }
        let mut x = if columns.left { (to + 1).saturating_sub(taken) } else { to.saturating_sub(taken) };
        for (mark, role) in marks {
            x = canvas.write(x, y, &mark, role);
        }
        if !columns.left {
            canvas.set(to, y, self.glyphs.head_right, role);
        }
        if near.leg.refuted {
            canvas.strike(from, to + 1, y);
        }
    }

    /// The second step: what is behind a neighbour, on the rows it has, and how many more there are.
    fn draw_behind(
        &self,
        canvas: &mut Canvas,
        columns: &Columns,
        behind: &[Neighbour],
        (top, rows, first_line): (u16, usize, u16),
        hits: &mut Vec<(Area, NodeId)>,
    ) {
        let all = behind.len();
        if all == 0 || columns.far == 0 {
            return;
        }
        let shown = if all <= rows { all } else { rows.saturating_sub(1).max(1) };
        let glyphs = self.glyphs;
        let thin = &glyphs.thin;
        let marks = columns.far_marks;
        // From the near label outwards: a blank, a head or dash, the trunk, the marks, a dash, a blank, the label.
        let (near_edge, line) = if columns.left {
            (columns.label_start() - 1, marks + 3)
        } else {
            (columns.label_start() + columns.near, marks + 4)
        };
        let cells = columns.far.saturating_sub(line + 2);
        if cells < 8 {
            return;
        }
        for (far, y) in behind.iter().take(shown).zip(top..) {
            let label = cut(&far.label, usize::from(cells - 2));
            let across = far.leg.stroke.pieces(glyphs).across;
            let role = if far.leg.ghost { Role::Ghost } else { Role::Quiet };
            let parts: Vec<_> =
                far.leg.marks(glyphs, role).into_iter().filter(|(mark, _)| !mark.starts_with(' ')).collect();
            let taken = u16::try_from(parts.iter().map(|(mark, _)| width(mark)).sum::<usize>()).unwrap_or(0);
            let first = y == top;
            let last = usize::from(y - top) + 1 == shown;
            let (label_x, trunk) = if columns.left {
                let trunk = near_edge - 2;
                (trunk - (marks + 1) - 1 - cells, trunk)
            } else {
                let trunk = near_edge + 1;
                (trunk + marks + 2 + 2, trunk)
            };
            canvas.set(label_x, y, far.glyph, Role::Quiet);
            let end = canvas.write(label_x + 2, y, &label, Role::Quiet);
            let (from, to) = if columns.left { (end + 1, trunk - 1) } else { (trunk + 1, label_x - 2) };
            for x in from..=to {
                canvas.set(x, y, across, role);
            }
            let mut x = if columns.left { (to + 1).saturating_sub(taken) } else { to.saturating_sub(taken) };
            for (mark, role) in parts {
                x = canvas.write(x, y, &mark, role);
            }
            let joint = match (first, last, columns.left) {
                (true, true, _) => across,
                (true, false, _) => thin.branch_down,
                (false, false, true) => thin.branch_left,
                (false, true, true) => thin.left_up,
                (false, false, false) => thin.branch_right,
                (false, true, false) => thin.right_up,
            };
            canvas.set(trunk, y, joint, role);
            if columns.left {
                if first {
                    canvas.set(near_edge - 1, y, glyphs.head_right, role);
                }
            } else {
                canvas.set(to, y, glyphs.head_right, role);
                if first {
                    for x in columns.label_start() + 3 + first_line..=near_edge {
                        canvas.set(x, y, thin.across, Role::Quiet);
                    }
                }
            }
            if far.leg.refuted {
                canvas.strike(from, to + 1, y);
            }
            hits.push((Area { x: label_x, y, width: cells, height: 1 }, far.node.clone()));
        }
        if shown < all && rows > shown {
            let x = if columns.left {
                near_edge - 2 - (marks + 1) - 1 - cells
            } else {
                near_edge + 1 + marks + 4
            };
            let y = top + u16::try_from(shown).unwrap_or(u16::MAX);
            canvas.write(x + 2, y, &format!("+{}", all - shown), Role::Quiet);
        }
    }
}

/// The cells of the word on a link: in the focus it stands under the label, not on the line.
fn word_width(near: &Neighbour) -> u16 {
    near.leg.word.map_or(0, |word| u16::try_from(width(word) + 2).unwrap_or(u16::MAX))
}

impl Columns {
    /// The column so many cells away from the border of the box.
    fn away(&self, cells: u16) -> u16 {
        if self.left { self.border.saturating_sub(cells) } else { self.border + cells }
    }

    /// The first column of the near labels.
    fn label_start(&self) -> u16 {
        if self.left {
            // Border, head, trunk, marks, a dash, a blank, and the label before them.
            self.border.saturating_sub(2 + self.marks + 2 + self.near)
        } else {
            self.border + 2 + self.marks + 4
        }
    }
}
