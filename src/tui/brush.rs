//! Writes onto a screen: every text passes here, is made safe to show and is cut where its place ends.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::theme::style;
use crate::layout::canvas::{Area, Canvas};
use crate::palette::{Role, Scheme};
use crate::text::glyph::Line;
use crate::text::width::letters;
use crate::text::{cut, visible, width};

/// A screen and the colours it is written in.
pub struct Brush<'a> {
    /// The screen.
    pub buffer: &'a mut Buffer,
    /// The colours.
    pub scheme: Scheme,
}

impl Brush<'_> {
    /// Writes a text from a cell on, cut with an ellipsis where it would be wider than `cells`, and gives the
    /// column behind it. Outside the screen nothing is written.
    pub fn text(&mut self, x: u16, y: u16, cells: u16, text: &str, role: Role) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() {
            return x;
        }
        let cells = cells.min(area.right() - x);
        let style = style(self.scheme, role);
        let shown = cut(&visible(text), usize::from(cells));
        let mut column = x;
        for (letter, wide) in letters(&shown) {
            let wide = u16::try_from(wide).unwrap_or(0);
            if wide == 0 {
                continue;
            }
            self.buffer[(column, y)].reset();
            self.buffer[(column, y)].set_symbol(letter).set_style(style);
            for half in 1..wide {
                self.buffer[(column + half, y)].reset();
                self.buffer[(column + half, y)].set_style(style);
            }
            column += wide;
        }
        column
    }

    /// Writes pieces of text one after the other, cut where they would be wider than `cells` together.
    pub fn pieces(&mut self, x: u16, y: u16, cells: u16, pieces: &[(&str, Role)]) -> u16 {
        let end = x.saturating_add(cells);
        let mut column = x;
        for (text, role) in pieces {
            if column >= end {
                break;
            }
            column = self.text(column, y, end - column, text, *role);
        }
        column
    }

    /// Writes a text so that it ends before `end`, and gives its first column.
    pub fn text_before(&mut self, end: u16, y: u16, text: &str, role: Role) -> u16 {
        let wide = u16::try_from(width(&visible(text))).unwrap_or(u16::MAX);
        let x = end.saturating_sub(wide);
        self.text(x, y, end - x, text, role);
        x
    }

    /// Fills an area with blanks.
    pub fn clear(&mut self, area: Area) {
        let area = self.on_screen(area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }

    /// Shows an area as something else without changing its letters: the row of the cursor.
    pub fn tint(&mut self, area: Area, role: Role) {
        let style = style(self.scheme, role);
        self.buffer.set_style(self.on_screen(area), style);
    }

    /// Draws a line of one piece to the right.
    pub fn rule(&mut self, x: u16, y: u16, cells: u16, glyph: &str, role: Role) {
        for column in x..x.saturating_add(cells) {
            self.glyph(column, y, glyph, role);
        }
    }

    /// Writes one glyph.
    pub fn glyph(&mut self, x: u16, y: u16, glyph: &str, role: Role) {
        let style = style(self.scheme, role);
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.reset();
            cell.set_symbol(glyph).set_style(style);
        }
    }

    /// Clears an area and draws a frame round it, with a title in its upper edge. Gives what is inside.
    pub fn frame(&mut self, area: Area, line: &Line, title: &str) -> Area {
        self.clear(area);
        if area.width < 2 || area.height < 2 {
            return area;
        }
        let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
        for y in [area.y, bottom] {
            self.rule(area.x + 1, y, area.width - 2, line.across, Role::Frame);
        }
        for y in area.y + 1..bottom {
            self.glyph(area.x, y, line.along, Role::Frame);
            self.glyph(right, y, line.along, Role::Frame);
        }
        self.glyph(area.x, area.y, line.right_down, Role::Frame);
        self.glyph(right, area.y, line.left_down, Role::Frame);
        self.glyph(area.x, bottom, line.right_up, Role::Frame);
        self.glyph(right, bottom, line.left_up, Role::Frame);
        if !title.is_empty() && area.width > 6 {
            self.text(area.x + 2, area.y, area.width - 4, &format!(" {title} "), Role::Heading);
        }
        Area { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
    }

    /// Copies a picture onto the screen, its cell (`from_x`, `from_y`) at the area's corner.
    pub fn picture(&mut self, area: Area, canvas: &Canvas, from: (u16, u16)) {
        let (mut role, mut look) = (Role::Text, style(self.scheme, Role::Text));
        for row in 0..area.height {
            for column in 0..area.width {
                let Some(cell) = canvas.get(from.0.saturating_add(column), from.1.saturating_add(row)) else {
                    continue;
                };
                if cell.role != role {
                    (role, look) = (cell.role, style(self.scheme, cell.role));
                }
                let Some(own) = self.buffer.cell_mut((area.x + column, area.y + row)) else { continue };
                own.reset();
                // The second half of a wide letter is empty; the first half covers it.
                own.set_symbol(if cell.text.is_empty() { " " } else { &cell.text }).set_style(look);
                if cell.struck {
                    own.modifier.insert(Modifier::CROSSED_OUT);
                }
            }
        }
    }

    fn on_screen(&self, area: Area) -> Rect {
        Rect::new(area.x, area.y, area.width, area.height).intersection(self.buffer.area)
    }
}

/// The area of a box of that size in the middle of another.
#[must_use]
pub fn centered(within: Area, width: u16, height: u16) -> Area {
    let (width, height) = (width.min(within.width), height.min(within.height));
    Area {
        x: within.x + (within.width - width) / 2,
        y: within.y + (within.height - height) / 2,
        width,
        height,
    }
}
