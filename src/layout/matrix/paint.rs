//! Painting a matrix: heads that stay, cells that scroll, counts of what is out of sight.

use std::ops::Range;

use super::{MatrixOf, Table, label, short};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::card::node_role;
use crate::layout::frame::Frame;
use crate::layout::line::{Stroke, sign_glyph, sign_role};
use crate::map::{Certainty, Link, LinkId, Map, NodeId};
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{cut, width};
use unicode_segmentation::UnicodeSegmentation;

/// Cells of a column: a blank, the style, the sign, the delay.
const CELL: u16 = 4;
/// The widest row head.
const WIDEST: u16 = 44;
/// Pictures lower than this list the names of columns below instead of writing them upright.
const UPRIGHT: u16 = 26;
/// The most letters of a name that stands upright.
const TALLEST: u16 = 18;

/// Columns and rows in which all of a matrix has room; none if it is larger than any picture.
pub(super) fn size(table: &Table) -> Option<(u16, u16)> {
    let cells = |count: usize| u16::try_from(count).ok();
    // Beside the cells stand what leads elsewhere, under them what comes from elsewhere.
    let width = cells(table.effects.len())?.checked_mul(CELL)?.checked_add(WIDEST + 12)?;
    let height = cells(table.causes.len())?.checked_add(TALLEST + 5)?;
    Some((width.max(72), height.max(UPRIGHT)))
}

/// Everything that is settled before the first cell is written.
pub(super) struct Picture<'a> {
    map: &'a Map,
    table: &'a Table,
    at: (usize, usize),
    /// Whether the row and the column of the cursor stand out.
    marked: bool,
    frame: Frame,
    /// Columns of the row heads.
    head: u16,
    /// Rows of the column heads.
    top: u16,
    /// Rows of the list of column names below; none where they stand upright.
    list: u16,
    /// The place that the matrix is of.
    of: &'a MatrixOf,
}

/// The largest of these, or the first that is as large as is enough.
fn widest(widths: impl Iterator<Item = usize>, enough: usize) -> usize {
    let mut widest = 0;
    for own in widths {
        widest = widest.max(own);
        if widest >= enough {
            break;
        }
    }
    widest
}

/// The rows and columns in sight, and where their cells stand.
type Shown = (Range<usize>, Range<usize>, Vec<(Area, (usize, usize))>);

impl<'a> Picture<'a> {
    pub(super) fn new(
        map: &'a Map,
        of: &'a MatrixOf,
        table: &'a Table,
        at: (usize, usize),
        frame: Frame,
    ) -> Self {
        let Frame { width: columns, height, .. } = frame;
        // What is wider than there is room for need not be measured against the others.
        let longest = widest(table.causes.iter().map(|id| width(&label(map, id))), usize::from(WIDEST));
        let wanted = u16::try_from(longest + 7).unwrap_or(WIDEST).min(WIDEST);
        let head = wanted.min(columns * 2 / 5).max(6.min(columns));
        let letters = widest(table.effects.iter().map(|id| width(&short(map, id))), usize::from(TALLEST));
        // A third of the rows for names, more where the rows below them do not fill the picture.
        let below = u16::try_from(table.causes.len()).unwrap_or(u16::MAX).saturating_add(3);
        let room = (height / 3).max(height.saturating_sub(below));
        let tall = u16::try_from(letters).unwrap_or(TALLEST).min(TALLEST).min(room);
        let upright = height >= UPRIGHT;
        let list = if upright || height < 12 { 0 } else { 3 };
        Self { map, table, at, marked: true, frame, head, top: 1 + if upright { tall } else { 0 }, list, of }
    }

    /// How many links of a row lead elsewhere. Asked for what is in sight alone: there may be thousands of rows.
    fn leads_elsewhere(&self, row: usize) -> usize {
        let links = self.map.links_from(&self.table.causes[row]);
        links.filter(|(link, _)| link.kind.has_sign() && self.is_outside(&link.to)).count()
    }

    /// How many links of a column come from elsewhere.
    fn comes_from_elsewhere(&self, column: usize) -> usize {
        let links = self.map.links_to(&self.table.effects[column]);
        links.filter(|(link, _)| link.kind.has_sign() && self.is_outside(&link.from)).count()
    }

    fn is_outside(&self, id: &NodeId) -> bool {
        !self.map.node(id).is_some_and(|node| self.of.holds(self.map, node))
    }

    /// The same with no cell selected.
    pub(super) fn unmarked(self) -> Self {
        Self { marked: false, ..self }
    }

    fn is_row(&self, row: usize) -> bool {
        self.marked && row == self.at.0
    }

    fn is_column(&self, column: usize) -> bool {
        self.marked && column == self.at.1
    }

    /// Paints it all.
    pub(super) fn draw(&self, canvas: &mut Canvas) -> Shown {
        let Frame { width: columns, height, .. } = self.frame;
        // The title, the heads, the row of counts, and below it the row of what comes from elsewhere.
        let first = 1 + self.top;
        let low = u16::from(height >= 10);
        let body = height.saturating_sub(first + low + self.list);
        let margin = if columns >= 40 { CELL + 2 } else { 0 };
        let across = columns.saturating_sub(self.head + margin) / CELL;
        let rows = window(self.at.0, self.table.causes.len(), usize::from(body));
        let shown = window(self.at.1, self.table.effects.len(), usize::from(across));
        let end = self.head + CELL * u16::try_from(shown.len()).unwrap_or(0);
        self.draw_column_heads(canvas, &shown, first);
        let mut hits = Vec::new();
        for (row, y) in rows.clone().zip(first..) {
            self.draw_row_head(canvas, row, y);
            for (column, x) in shown.clone().zip((self.head..).step_by(usize::from(CELL))) {
                self.draw_cell(canvas, (row, column), (x, y));
                hits.push((Area { x, y, width: CELL, height: 1 }, (row, column)));
            }
            let out = self.leads_elsewhere(row);
            if margin > 0 && out > 0 {
                canvas.write(end + 1, y, &format!("{} {out}", self.frame.glyphs.arrow), Role::Quiet);
            }
        }
        if low > 0 {
            self.draw_from_elsewhere(canvas, &shown, first + u16::try_from(rows.len()).unwrap_or(0));
        }
        self.draw_counts(canvas, &rows, &shown, end);
        self.draw_list(canvas, &shown, height.saturating_sub(self.list));
        (rows, shown, hits)
    }

    fn draw_column_heads(&self, canvas: &mut Canvas, shown: &Range<usize>, first: u16) {
        for (column, x) in shown.clone().zip((self.head..).step_by(usize::from(CELL))) {
            let id = &self.table.effects[column];
            let role = if self.is_column(column) { Role::Cursor } else { Role::Text };
            let number = format!("{:>3}", self.table.number(id));
            canvas.write(
                x,
                first - 1,
                &number,
                if self.is_column(column) { Role::Selected } else { Role::Quiet },
            );
            let tall = usize::from(self.top - 1);
            let name = cut(&short(self.map, id), tall);
            let letters: Vec<&str> = name.graphemes(true).collect();
            let from = first - 1 - u16::try_from(letters.len().min(tall)).unwrap_or(0);
            for (letter, y) in letters.iter().take(tall).zip(from..) {
                canvas.write(x + 2, y, letter, role);
            }
        }
    }

    fn draw_row_head(&self, canvas: &mut Canvas, row: usize, y: u16) {
        let id = &self.table.causes[row];
        let selected = self.is_row(row);
        let number = format!("{:>3}", self.table.number(id));
        canvas.write(0, y, &number, if selected { Role::Selected } else { Role::Quiet });
        if let Some(node) = self.map.node(id) {
            canvas.write(4, y, node.glyph(self.frame.glyphs), node_role(node));
        }
        let cells = usize::from(self.head).saturating_sub(7);
        let own = label(self.map, id);
        let own = if width(&own) > cells { short(self.map, id) } else { own };
        canvas.write(6, y, &cut(&own, cells), if selected { Role::Cursor } else { Role::Text });
    }

    fn draw_cell(&self, canvas: &mut Canvas, (row, column): (usize, usize), (x, y): (u16, u16)) {
        let glyphs = self.frame.glyphs;
        let (cause, effect) = (&self.table.causes[row], &self.table.effects[column]);
        let links: Vec<(&LinkId, &Link)> = self
            .table
            .links_at(row, column)
            .filter_map(|id| self.map.link(id).map(|link| (id, link)))
            .collect();
        let here = self.is_row(row) && self.is_column(column);
        let crossed = self.is_row(row) || self.is_column(column);
        let Some((_, link)) = links.first() else {
            let (mark, role) = match (cause == effect, crossed) {
                (true, _) => (glyphs.dense_low, Role::Quiet),
                (false, true) => (glyphs.between, Role::Selected),
                (false, false) => (glyphs.between, Role::Frame),
            };
            canvas.write(x + 2, y, mark, if here { Role::Cursor } else { role });
            return;
        };
        let stroke = Stroke::of(link);
        let style = if stroke == Stroke::Thin { " " } else { stroke.pieces(glyphs).across };
        let sign = link.sign_or_unknown();
        let delay = if link.delay { glyphs.delay } else { " " };
        let role = |own: Role| if here { Role::Cursor } else { own };
        canvas.write(x + 1, y, style, role(stroke.role()));
        canvas.write(x + 2, y, sign_glyph(sign, glyphs), role(sign_role(sign)));
        // Two links of different kinds: one more is hidden behind this one.
        let behind = if links.len() > 1 { "*" } else { delay };
        canvas.write(x + 3, y, behind, role(Role::Line));
        if link.certainty == Some(Certainty::Refuted) {
            canvas.strike(x + 1, x + 4, y);
        }
    }

    /// The row below the last one: how many links come from elsewhere.
    fn draw_from_elsewhere(&self, canvas: &mut Canvas, shown: &Range<usize>, y: u16) {
        // Nothing lies outside the whole map.
        let whole = *self.of == MatrixOf::Whole;
        if whole || (0..self.table.effects.len()).all(|column| self.comes_from_elsewhere(column) == 0) {
            return;
        }
        let said = says::from_elsewhere(self.frame.lang);
        canvas.write(6, y, &cut(said, usize::from(self.head).saturating_sub(7)), Role::Quiet);
        for (column, x) in shown.clone().zip((self.head..).step_by(usize::from(CELL))) {
            let count = self.comes_from_elsewhere(column);
            if count > 0 {
                canvas.write(x, y, &format!("{count:>3}"), Role::Quiet);
            }
        }
    }

    /// What is out of sight: above and below in the row of the numbers, left and right beside them.
    fn draw_counts(&self, canvas: &mut Canvas, rows: &Range<usize>, shown: &Range<usize>, end: u16) {
        let Frame { lang, glyphs, .. } = self.frame;
        let y = self.top;
        let mut said = Vec::new();
        if rows.start > 0 {
            said.push(says::above(lang, rows.start));
        }
        if rows.end < self.table.causes.len() {
            said.push(says::below(lang, self.table.causes.len() - rows.end));
        }
        if shown.start > 0 {
            said.push(format!("{} {}", glyphs.head_left, says::before(lang, shown.start)));
        }
        canvas.write(1, y, &cut(&said.join(" "), usize::from(self.head).saturating_sub(2)), Role::Quiet);
        let more = self.table.effects.len() - shown.end;
        if more > 0 {
            // Beside the last number, and over it where there is no room.
            let text = format!("{} {}", says::more(lang, more), glyphs.head_right);
            let last = self.frame.width.saturating_sub(u16::try_from(width(&text)).unwrap_or(u16::MAX));
            let (x, y) = if end < last { (end + 1, y) } else { (last, y.saturating_sub(1).max(1)) };
            canvas.write(x, y, &text, Role::Quiet);
        }
    }

    /// The names of the columns in sight by their numbers, those around the cursor first.
    fn draw_list(&self, canvas: &mut Canvas, shown: &Range<usize>, top: u16) {
        let cells = usize::from(self.frame.width).saturating_sub(2);
        let (mut x, mut y) = (1, top);
        for column in shown.clone() {
            let id = &self.table.effects[column];
            let text = format!("{} {}", self.table.number(id), short(self.map, id));
            let wide = width(&text);
            if usize::from(x) + wide > cells && x > 1 {
                (x, y) = (1, y + 1);
            }
            if y >= top + self.list {
                break;
            }
            let role = if self.is_column(column) { Role::Cursor } else { Role::Quiet };
            x = canvas.write(x, y, &cut(&text, cells), role) + 2;
        }
    }
}

/// So many of a row that the one at a place is in sight: as a page that moves only when it must.
fn window(at: usize, all: usize, room: usize) -> Range<usize> {
    if room == 0 {
        return at..at;
    }
    if all <= room {
        return 0..all;
    }
    let start = (at.saturating_sub(room / 2)).min(all - room);
    start..start + room
}
