//! Draws a part of a sheet: bands, cards, and the links asked for.
//!
//! Level pieces are drawn first and upright ones over them, so that a crossing keeps the upright line whole and
//! leaves a gap in the other. Where lines of one net part there is a junction; nothing else is one.

use std::ops::Range;

use super::net::Joint;
use super::plan::{CardPlace, Plan};
use super::squeeze::Squeeze;
use crate::layout::canvas::{Area, Canvas};
use crate::layout::card::draw_frame;
use crate::map::NodeId;
use crate::palette::Role;
use crate::text::glyph::Line;
use crate::text::width::cut_with;
use crate::text::wrap_at_most;

/// What is to be drawn, and which part of the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The links by their numbers in the plan, in order.
    pub links: &'a [usize],
    /// The card that stands out.
    pub selected: Option<&'a NodeId>,
    /// What of the sheet is left out.
    pub squeeze: &'a Squeeze,
    /// The part of the sheet, in places of the squeezed one.
    pub window: Area,
}

/// A canvas that is a part of a larger picture, of which something may be left out. Lines and marks are given by their
/// places on the whole sheet; what is written and put, by where it is shown.
struct Part<'a> {
    canvas: Canvas,
    window: Area,
    squeeze: &'a Squeeze,
}

impl Part<'_> {
    fn set(&mut self, x: u16, y: u16, glyph: &str, role: Role) {
        if let Some((x, y)) = self.squeeze.cell(x, y) {
            self.put(x, y, glyph, role);
        }
    }

    fn put(&mut self, x: u16, y: u16, glyph: &str, role: Role) {
        if self.window.contains(x, y) {
            self.canvas.set(x - self.window.x, y - self.window.y, glyph, role);
        }
    }

    fn strike(&mut self, x: u16, y: u16) {
        if self.window.contains(x, y) {
            self.canvas.strike(x - self.window.x, x - self.window.x + 1, y - self.window.y);
        }
    }

    /// Where something begins on the canvas that is in sight as a whole.
    fn whole(&self, area: Area) -> Option<(u16, u16)> {
        let Area { x, y, width, height } = self.window;
        let (left, top) = (area.x.checked_sub(x)?, area.y.checked_sub(y)?);
        let fits = u32::from(left) + u32::from(area.width) <= u32::from(width)
            && u32::from(top) + u32::from(area.height) <= u32::from(height);
        fits.then_some((left, top))
    }

    /// What of a stretch of cells is in sight.
    fn seen(first: u16, last: u16, from: u16, many: u16) -> Range<u16> {
        let (low, high) = (first.min(last), first.max(last));
        low.max(from)..high.saturating_add(1).min(from.saturating_add(many))
    }

    fn across(&mut self, first: u16, last: u16, y: u16, line: &Line, role: Role) {
        let Area { x, y: top, width, height } = self.window;
        // A line begins and ends where it turns, and such places are never left out.
        let ((first, y), (last, _)) = (self.squeeze.place((first, y)), self.squeeze.place((last, y)));
        if y >= top && y - top < height && width > 0 {
            let seen = Self::seen(first, last, x, width);
            self.canvas.fill_across(seen.start - x, seen.end.saturating_sub(x), y - top, line.across, role);
        }
    }

    fn along(&mut self, x: u16, first: u16, last: u16, line: &Line, role: Role) {
        let Area { x: left, y, width, height } = self.window;
        let ((x, first), (_, last)) = (self.squeeze.place((x, first)), self.squeeze.place((x, last)));
        if x >= left && x - left < width && height > 0 {
            let seen = Self::seen(first, last, y, height);
            self.canvas.fill_along(x - left, seen.start - y, seen.end.saturating_sub(y), line.along, role);
        }
    }

    /// Writes a text, of which only what is in sight is shown.
    fn write(&mut self, x: u16, y: u16, text: &str, role: Role) {
        let Area { x: left, y: top, width, height } = self.window;
        if y < top || y - top >= height || x >= left.saturating_add(width) {
            return;
        }
        if x >= left {
            self.canvas.write(x - left, y - top, text, role);
            return;
        }
        // It begins before the window: write it on a line of its own and take what is in sight.
        let cells = left - x + width;
        let mut line = Canvas::new(cells, 1);
        let end = line.write(0, 0, text, role);
        for at in left - x..end {
            let whole = line.get(at, 0).map(|cell| cell.text.clone()).unwrap_or_default();
            self.put(x + at, y, if whole.is_empty() { " " } else { &whole }, role);
        }
    }
}

/// A joint of an upright piece that is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Joined {
    upright: u32,
    y: u16,
    left: bool,
    link: usize,
}

impl Plan {
    /// Draws what is asked for.
    #[must_use]
    pub fn paint(&self, shown: &Shown<'_>) -> Canvas {
        let window = shown.window;
        let canvas = Canvas::new(window.width, window.height);
        let mut part = Part { canvas, window, squeeze: shown.squeeze };
        self.paint_frame(&mut part);
        self.paint_links(shown, &mut part);
        for card in &self.cards {
            if meets(shown.squeeze.area(card.area), window) {
                self.paint_card(card, shown.selected == Some(&card.id), &mut part);
            }
        }
        part.canvas
    }

    fn paint_frame(&self, part: &mut Part<'_>) {
        for column in part.squeeze.columns(self) {
            let text = format!("{} {}", column.code, column.name);
            let rows = self.head.saturating_sub(1).max(1);
            let (mut lines, was_cut) =
                wrap_at_most(text.trim(), usize::from(column.width), usize::from(rows), self.lang);
            if was_cut && let Some(last) = lines.last_mut() {
                *last = last.replace('…', self.glyphs.ellipsis);
            }
            let role = column.hue.map_or(Role::Heading, Role::Area);
            for (y, line) in (0..rows).zip(&lines) {
                part.write(column.x, y, line, role);
            }
        }
        for band in part.squeeze.bands(self) {
            self.paint_rule(band.y, part);
            let lines = wrap_at_most(&band.name, usize::from(self.edge.saturating_sub(3)), 3, self.lang).0;
            for (y, line) in (band.y + 1..).zip(lines) {
                let line = cut_with(&line.replace('…', self.glyphs.ellipsis), usize::from(self.edge), "");
                part.write(1, y, &line, Role::Band);
            }
        }
        self.paint_rule(part.squeeze.place((0, self.foot)).1, part);
    }

    fn paint_rule(&self, y: u16, part: &mut Part<'_>) {
        let Area { x, y: top, width, .. } = part.window;
        if let (Some(end), Some(y)) =
            (part.squeeze.size().0.min(x.saturating_add(width)).checked_sub(x), y.checked_sub(top))
        {
            part.canvas.fill_across(0, end, y, self.glyphs.rule, Role::Frame);
        }
    }

    fn paint_card(&self, card: &CardPlace, selected: bool, part: &mut Part<'_>) {
        let area = part.squeeze.area(card.area);
        if let Some(at) = part.whole(area) {
            self.draw_card(card, selected, at, &mut part.canvas);
            return;
        }
        // Only some of it is in sight: it is drawn by itself and copied.
        let mut own = Canvas::new(area.width, area.height);
        self.draw_card(card, selected, (0, 0), &mut own);
        for y in 0..area.height {
            for x in 0..area.width {
                if let Some(cell) = own.get(x, y) {
                    part.put(area.x + x, area.y + y, &cell.text, cell.role);
                    if cell.struck {
                        part.strike(area.x + x, area.y + y);
                    }
                }
            }
        }
    }

    fn draw_card(&self, card: &CardPlace, selected: bool, (x, y): (u16, u16), canvas: &mut Canvas) {
        let (line, role) =
            if selected { (&self.glyphs.heavy, Role::Selected) } else { (&self.glyphs.frame, Role::Frame) };
        draw_frame(canvas, Area { x, y, ..card.area }, line, role);
        canvas.set(x + 2, y + 1, card.shape, card.role);
        let role = if selected { Role::Selected } else { Role::Text };
        for (y, text) in (y + 1..).zip(&card.lines) {
            let end = canvas.write(x + 4, y, text, role);
            if card.refuted {
                canvas.strike(x + 4, end, y);
            }
        }
    }

    fn paint_links(&self, shown: &Shown<'_>, part: &mut Part<'_>) {
        let selected = shown.selected.and_then(|id| self.cards.binary_search_by(|card| card.id.cmp(id)).ok());
        let role = |link: usize| {
            let place = &self.links[link];
            match (place.style.role(), selected.map(|at| at as u32)) {
                (Role::Ghost, _) => Role::Ghost,
                (_, Some(at)) if place.from == at => Role::LineOut,
                (_, Some(at)) if place.to == at => Role::LineIn,
                (role, _) => role,
            }
        };
        let mut joined: Vec<Joined> = Vec::with_capacity(shown.links.len() * 4);
        // What the selected card's links look like must not be hidden by others of their bundle.
        for plain in [true, false] {
            let is_own = |link: usize| matches!(role(link), Role::LineIn | Role::LineOut);
            for &link in shown.links.iter().filter(|&&link| is_own(link) != plain) {
                self.paint_level(link, role(link), part);
            }
        }
        for &link in shown.links {
            self.join(link, &mut joined);
        }
        joined.sort_unstable();
        for pieces in joined.chunk_by(|a, b| a.upright == b.upright) {
            self.paint_upright(pieces, &role, part);
        }
        for &link in shown.links {
            self.paint_marks(link, role(link), part);
            if self.links[link].style.refuted {
                for (x, y) in self.cells(link, part.squeeze) {
                    part.strike(x, y);
                }
            }
        }
    }

    fn paint_level(&self, link: usize, role: Role, part: &mut Part<'_>) {
        let line = self.links[link].style.stroke.pieces(self.glyphs);
        for pair in self.corners(link).windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if y0 == y1 {
                part.across(x0, x1, y0, line, role);
            }
        }
    }

    fn join(&self, link: usize, joined: &mut Vec<Joined>) {
        let trip = &self.nets.trips[link];
        let upright = |at: u32| &self.nets.uprights[at as usize];
        if upright(trip.first).straight {
            return;
        }
        let port = |at: u32, upright: u32, card: u32| Joined {
            upright,
            y: self.y_of(Joint::Port(at)),
            left: self.nets.ports[at as usize].left == Some(card),
            link,
        };
        let (from, to) = (self.links[link].from, self.links[link].to);
        joined.push(port(trip.from, trip.first, from));
        match trip.over {
            None => joined.push(port(trip.to, trip.first, to)),
            Some((level, second)) => {
                let y = self.y_of(Joint::Level(level));
                let rightwards = upright(trip.first).channel < upright(second).channel;
                joined.push(Joined { upright: trip.first, y, left: !rightwards, link });
                joined.push(Joined { upright: second, y, left: rightwards, link });
                joined.push(port(trip.to, second, to));
            }
        }
    }

    fn paint_upright(&self, pieces: &[Joined], role: &dyn Fn(usize) -> Role, part: &mut Part<'_>) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let x = self.x_of(first.upright);
        if !part.window.contains(part.squeeze.place((x, 0)).0, part.window.y) {
            return;
        }
        let own = pieces.iter().find(|piece| matches!(role(piece.link), Role::LineIn | Role::LineOut));
        let role = role(own.unwrap_or(first).link);
        let line = self.links[first.link].style.stroke.pieces(self.glyphs);
        part.along(x, first.y, last.y, line, role);
        for piece in pieces {
            let (up, down) = (piece.y > first.y, piece.y < last.y);
            let glyph = match (piece.left, up, down) {
                (true, true, true) => line.branch_left,
                (false, true, true) => line.branch_right,
                (true, true, false) => line.left_up,
                (true, false, _) => line.left_down,
                (false, true, false) => line.right_up,
                (false, false, _) => line.right_down,
            };
            part.set(x, piece.y, glyph, role);
        }
    }

    fn paint_marks(&self, link: usize, role: Role, part: &mut Part<'_>) {
        let (x, y) = self.head_of(link);
        let style = &self.links[link].style;
        let rightwards = self.enters_rightwards(link);
        for (nth, (glyph, own)) in (0..).zip(style.marks(rightwards, self.glyphs)) {
            let x = if rightwards { x.saturating_sub(nth) } else { x + nth };
            let own = if own == style.role() { role } else { own };
            part.set(x, y, glyph, own);
        }
    }

    /// Whether a link reaches its target at the left side.
    pub(super) fn enters_rightwards(&self, link: usize) -> bool {
        let trip = &self.nets.trips[link];
        self.nets.ports[trip.to as usize].left != Some(self.links[link].to)
    }

    /// The cell of a link's arrow head.
    pub(super) fn head_of(&self, link: usize) -> (u16, u16) {
        self.corners(link).last().copied().unwrap_or_default()
    }

    /// All cells of a link's way on the squeezed sheet, from its source to its head.
    pub(super) fn cells(&self, link: usize, squeeze: &Squeeze) -> Vec<(u16, u16)> {
        let mut corners = self.corners(link);
        corners.place_on(squeeze);
        let mut cells: Vec<(u16, u16)> = corners.first().copied().into_iter().collect();
        for pair in corners.windows(2) {
            let ((mut x, mut y), (to_x, to_y)) = (pair[0], pair[1]);
            while (x, y) != (to_x, to_y) {
                x = if x < to_x {
                    x + 1
                } else if x > to_x {
                    x - 1
                } else {
                    x
                };
                y = if y < to_y {
                    y + 1
                } else if y > to_y {
                    y - 1
                } else {
                    y
                };
                cells.push((x, y));
            }
        }
        cells
    }
}

fn meets(one: Area, other: Area) -> bool {
    u32::from(one.x) < u32::from(other.x) + u32::from(other.width)
        && u32::from(other.x) < u32::from(one.x) + u32::from(one.width)
        && u32::from(one.y) < u32::from(other.y) + u32::from(other.height)
        && u32::from(other.y) < u32::from(one.y) + u32::from(one.height)
}
