//! One half of the picture: who stands on it, and in which columns.
//!
//! Columns are counted away from the box in the middle, so that both halves are one code.

use super::Cursor;
use super::neighbours::{self, Neighbour, resolve};
use super::picture::Around;
use super::side::{self, Bounds, Row, Side};
use crate::layout::canvas::{Area, Canvas};
use crate::map::{LinkId, NodeId};
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{cut, visible, width, wrap};

/// The narrowest half that has room for two steps side by side, whole labels in both.
const DEEP: u16 = 64;
/// The narrowest half that has room for a second step in short labels, if they fit.
const SHORT: u16 = 38;
/// Short labels that are cut to this can still be told apart.
const READABLE: usize = 12;
/// The least cells of a near label beside a second step in short labels.
const NEAR: u16 = 13;
/// Rows that the second step of one neighbour takes, at most.
const MOST_BEHIND: usize = 6;
/// Labels are wrapped beyond this even where there is more room.
const WIDEST: u16 = 34;

/// What is settled of a half before the first cell is written.
pub(super) struct Half<'a> {
    pub(super) around: &'a Around<'a>,
    /// Whether it is the half of the causes.
    pub(super) left: bool,
    /// The column of the box's border.
    border: u16,
    /// Columns from the border to the edge of the picture.
    edge: u16,
    pub(super) near: Vec<Neighbour>,
    /// What is a step behind each neighbour.
    behind: Vec<Vec<Neighbour>>,
    /// Cells of a near label, its glyph included.
    pub(super) label: u16,
    /// Cells of the marks on the lines.
    pub(super) marks: u16,
    /// Cells of a far label and its line; none without a second step.
    pub(super) far: u16,
    /// Cells of the marks on the far lines.
    pub(super) far_marks: u16,
    /// Whether the second step has short labels, and signs without brackets.
    pub(super) brief: bool,
    /// The neighbour under the cursor.
    pub(super) cursor: Option<usize>,
    pub(super) set: Side,
    /// Rows that the neighbours in sight may take.
    rows: u16,
}

impl<'a> Half<'a> {
    /// Sets a half in so many rows. `border` is the column of the box's border and how many columns there are
    /// beyond it.
    pub(super) fn new(around: &'a Around<'a>, left: bool, (border, edge): (u16, u16), rows: u16) -> Self {
        let links = if left { around.causes } else { around.effects };
        let near = resolve(around.map, around.id, links, around.lang, around.glyphs);
        let marks = widest_marks(&near);
        // Beside labels and marks: a margin, a blank, a dash, the trunk, its head or its dash, and the own head.
        let fixed = marks + if left { 5 } else { 6 };
        let mut brief = edge < DEEP;
        let mut behind: Vec<Vec<Neighbour>> = match edge {
            SHORT.. => near.iter().map(|near| self::behind(around, near, left, brief)).collect(),
            _ => near.iter().map(|_| Vec::new()).collect(),
        };
        let brackets = if brief { 2 } else { 0 };
        let far_marks =
            behind.iter().map(|far| widest_marks(far).saturating_sub(brackets)).max().unwrap_or(0);
        let room = edge.saturating_sub(fixed);
        let mut label = if brief { (room * 3 / 8).max(NEAR) } else { room / 2 }.min(WIDEST);
        let mut far = room.saturating_sub(label);
        let cells = usize::from(far.saturating_sub(far_marks + 8));
        let all = behind.iter().flatten();
        let fit = all.clone().filter(|far| width(&far.label) <= cells).count();
        let all = all.count();
        let cut = brief && cells < READABLE && fit * 2 < all;
        // Labels of which most are cut say less than a second step that is not there.
        if edge < SHORT || all == 0 || cut {
            brief = false;
            behind.iter_mut().for_each(Vec::clear);
            label = room.min(WIDEST);
            far = 0;
        }
        // What the second step does not need, near labels get: whole words on fewer rows.
        let longest = |all: &mut dyn Iterator<Item = &Neighbour>| {
            u16::try_from(all.map(|one| width(&one.label)).max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let needed = longest(&mut behind.iter().flatten()).saturating_add(2 + far_taken(far_marks, left));
        let wanted = longest(&mut near.iter()).saturating_add(2).min(WIDEST);
        let more = far.saturating_sub(needed).min(wanted.saturating_sub(label));
        (label, far) = (label + more, far - more);
        let depth: Vec<usize> = behind.iter().map(|far| far.len().min(MOST_BEHIND)).collect();
        let cursor = match around.cursor {
            Some(Cursor::Cause(at)) if left => Some(at),
            Some(Cursor::Effect(at)) if !left => Some(at),
            _ => None,
        };
        let cells = usize::from(label.saturating_sub(2)).max(1);
        let set_in = |rows: u16| {
            let bounds =
                Bounds { cells, rows: usize::from(rows), cursor, lang: around.map.lang_or(around.lang) };
            side::set(&near, &depth, bounds)
        };
        let mut set = set_in(rows);
        let mut rows = rows;
        if set.shown.len() < near.len() {
            // Two rows say what is hidden.
            rows = rows.saturating_sub(2);
            set = set_in(rows);
        }
        Self {
            around,
            left,
            border,
            edge,
            near,
            behind,
            label,
            marks,
            far,
            far_marks,
            brief,
            cursor,
            set,
            rows,
        }
    }

    /// Whether it has a second step.
    pub(super) fn is_deep(&self) -> bool {
        self.behind.iter().any(|behind| !behind.is_empty())
    }

    fn is_cut(&self) -> bool {
        self.set.shown.len() < self.near.len()
    }

    /// The rows it takes below its title.
    pub(super) fn height(&self) -> u16 {
        let rows = u16::try_from(self.set.rows.len()).unwrap_or(u16::MAX);
        if self.is_cut() { self.rows + 2 } else { rows }
    }

    /// The column so many cells away from the border of the box.
    pub(super) fn away(&self, cells: u16) -> u16 {
        if self.left { self.border.saturating_sub(cells) } else { self.border + cells }
    }

    /// The first column of the near labels.
    pub(super) fn label_start(&self) -> u16 {
        if self.left {
            // Head, trunk, marks, a dash, a blank, and the label before them.
            self.border.saturating_sub(2 + self.marks + 2 + self.label)
        } else {
            self.border + 2 + self.marks + 4
        }
    }

    /// Where a heading stands and how long it may be, for one of so many cells: over the labels, and if it is
    /// longer, over the lines too as far as the trunk, which has not begun above the first neighbour.
    pub(super) fn heading_room(&self, cells: u16, is_first: bool) -> (u16, u16) {
        if self.left {
            return (self.label_start(), self.label + self.marks + if is_first { 2 } else { 0 });
        }
        let room = self.edge.saturating_sub(if is_first { 2 } else { 3 });
        let most = self.label_start().saturating_sub(self.border + if is_first { 3 } else { 4 });
        (self.label_start() - cells.saturating_sub(self.label).min(most), room)
    }

    /// Paints it, its title in the first row of the body.
    pub(super) fn draw(
        mut self,
        canvas: &mut Canvas,
        body: Area,
        middle: Area,
        hits: &mut Vec<(Area, NodeId)>,
    ) {
        let words = self.around.lang.words();
        let title = if self.left { words.places.causes } else { words.places.effects };
        let title = format!("{title} ({})", self.near.len());
        let x = if self.near.is_empty() { self.title_column() } else { self.label_start() };
        canvas.write(x, body.y, &cut(&title, usize::from(self.edge.saturating_sub(2))), Role::Heading);
        if self.near.is_empty() {
            self.draw_end(canvas, middle);
            return;
        }
        let first_row = body.y + 1 + u16::from(self.is_cut());
        let rows = (body.y + body.height).saturating_sub(first_row + u16::from(self.is_cut()));
        let inside = usize::from((middle.y + 1).saturating_sub(first_row));
        let inside = inside..inside + usize::from(middle.height - 2);
        let Some((down, meeting)) = side::meet(&mut self.set, inside, usize::from(rows)) else { return };
        let top = first_row + u16::try_from(down).unwrap_or(u16::MAX);
        let meeting = first_row + u16::try_from(meeting).unwrap_or(u16::MAX);
        self.write_hidden(canvas, body);
        self.draw_labels(canvas, top, hits);
        self.draw_trunk(canvas, top, meeting);
        for at in self.set.shown.clone() {
            let Some(row) = self.set.row_of(at) else { continue };
            let own = |row: &&Row| matches!(row, Row::Line(other, _) if *other == at) || **row == Row::Blank;
            let rows = 1 + self.set.rows.iter().skip(row + 1).take_while(own).count();
            let first_line = self.set.label(at).first().map_or(0, |line| width(line));
            let label_end = self.label_start() + 2 + u16::try_from(first_line).unwrap_or(u16::MAX);
            let y = top + u16::try_from(row).unwrap_or(u16::MAX);
            self.draw_behind(canvas, &self.behind[at], (y, rows, label_end), hits);
        }
    }

    /// The column of the title where there are no labels.
    fn title_column(&self) -> u16 {
        if self.left { 1 } else { self.border + 3 }
    }

    /// Says that nothing is known of where it goes on. (A card without causes needs no such words: it may be
    /// where people began.)
    fn draw_end(&self, canvas: &mut Canvas, middle: Area) {
        if self.left {
            return;
        }
        let text = self.around.lang.words().says.stops_here;
        let lines = wrap(text, usize::from(self.edge.saturating_sub(4)), self.around.lang);
        let rows = middle.y + middle.height / 2..middle.y + middle.height;
        for (line, y) in lines.iter().zip(rows) {
            canvas.write(self.title_column(), y, line, Role::Quiet);
        }
    }

    fn write_hidden(&self, canvas: &mut Canvas, body: Area) {
        let (shown, lang) = (&self.set.shown, self.around.lang);
        let x = self.label_start();
        if shown.start > 0 {
            canvas.write(x, body.y + 1, &says::above(lang, shown.start), Role::Quiet);
        }
        if shown.end < self.near.len() {
            let below = says::below(lang, self.near.len() - shown.end);
            canvas.write(x, body.y + body.height - 1, &below, Role::Quiet);
        }
    }
}

/// The cards a step behind a neighbour, seen from the middle, by their short labels if those are asked for; the middle
/// itself is left out.
fn behind(around: &Around, near: &Neighbour, left: bool, brief: bool) -> Vec<Neighbour> {
    if near.leg.sign.is_none() {
        return Vec::new();
    }
    let (causes, effects) = neighbours::neighbours(around.map, &near.node);
    let links: Vec<LinkId> = if left { causes } else { effects }
        .into_iter()
        .filter(|link| link.kind.has_sign() && neighbours::other_end(link, &near.node) != around.id)
        .collect();
    let mut behind = resolve(around.map, &near.node, &links, around.lang, around.glyphs);
    for far in behind.iter_mut().filter(|_| brief) {
        if let Some(node) = around.map.node(&far.node).filter(|node| !node.short.is_empty()) {
            far.label = visible(&node.short).into_owned();
        }
    }
    behind
}

/// The cells beside a far label with its glyph: a blank, a head or a dash, the trunk, the marks, a dash, a blank and a
/// margin.
pub(super) fn far_taken(marks: u16, left: bool) -> u16 {
    marks + if left { 5 } else { 6 }
}

/// The cells of the widest marks, without the words: those stand with the labels.
fn widest_marks(all: &[Neighbour]) -> u16 {
    let word = |near: &Neighbour| near.leg.word.as_ref().map_or(0, |word| width(word) + 2);
    let marks = |near: &Neighbour| usize::from(near.leg.marks_width()) - word(near);
    u16::try_from(all.iter().map(marks).max().unwrap_or(0)).unwrap_or(u16::MAX)
}
