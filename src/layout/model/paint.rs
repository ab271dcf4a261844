//! Painting a main model whose boxes are placed: frames, names, lines with their counts.

use super::grid::Grid;
use super::wire::{End, Wire, Wiring};
use super::{Joined, both, lines, name, weight};
use crate::analysis::between::{Between, Flow, Grouping, Net, Place, place_of};
use crate::layout::board::hue;
use crate::layout::canvas::{Area, Canvas};
use crate::layout::card::{draw_frame, node_role};
use crate::layout::frame::Frame;
use crate::layout::line::Stroke;
use crate::layout::routing::Way;
use crate::map::{Kind, Map, Node, NodeId};
use crate::palette::Role;
use crate::text::glyph::{Glyphs, Line};
use crate::text::words::says;
use crate::text::{cut, visible, width, wrap_at_most};

/// Where there are so many columns between boxes, counts say what they count.
const WORDY: u16 = 36;

/// Boxes narrower than this have no air beside their text and name no cards.
const SPACIOUS: u16 = 20;

/// Everything that is settled before the first cell is written.
pub(super) struct Picture<'a> {
    pub(super) map: &'a Map,
    pub(super) between: &'a Between,
    pub(super) by: Grouping,
    pub(super) grid: &'a Grid,
    /// The selected box.
    pub(super) at: usize,
    /// The chosen line.
    pub(super) chosen: Option<Joined>,
    pub(super) frame: Frame,
}

/// Lines with the cells they take, and lines that found no room.
type Lines = (Vec<(Joined, Vec<(u16, u16)>)>, Vec<Joined>);

impl Picture<'_> {
    /// Paints it all and gives the lines that are drawn and those that are not.
    pub(super) fn draw(&self, canvas: &mut Canvas, room: Area) -> Lines {
        let mut wiring = Wiring::new(self.grid, room);
        let (mut wires, mut hidden) = (Vec::new(), Vec::new());
        for line in lines(self.between) {
            let counts = both(self.between, line);
            // The head stands where links end: those back to the first box have theirs there.
            let cells = |flow: Option<&Flow>| flow.map(|flow| self.count(flow, true).1);
            match wiring.find(line, [cells(counts[1]), cells(counts[0])]) {
                Some(wire) => wires.push(wire),
                None => hidden.push(line),
            }
        }
        for at in 0..self.grid.boxes.len() {
            self.draw_box(canvas, at);
        }
        for wire in &wires {
            let pieces = self.stroke(wire.line).pieces(self.frame.glyphs);
            wiring.plane.draw(&wire.route, pieces, self.role(wire.line), canvas);
        }
        for wire in &wires {
            let flows = both(self.between, wire.line);
            self.draw_end(canvas, wire, &wire.ends[0], wire.line.one, flows[1]);
            self.draw_end(canvas, wire, &wire.ends[1], wire.line.other, flows[0]);
        }
        (wires.into_iter().map(|wire| (wire.line, wire.cells())).collect(), hidden)
    }

    fn border(&self, at: usize) -> (&'static Line, Role) {
        let glyphs = self.frame.glyphs;
        if at == self.at {
            return (&glyphs.heavy, Role::Selected);
        }
        let color = match &self.between.groups[at].place {
            Place::Area(id) => self.map.area(id).and_then(|area| area.color),
            _ => None,
        };
        (&glyphs.frame, color.map_or(Role::Frame, |color| Role::Area(hue(color))))
    }

    fn draw_box(&self, canvas: &mut Canvas, at: usize) {
        let (area, group) = (self.grid.boxes[at], &self.between.groups[at]);
        let lang = self.frame.lang;
        let (pieces, role) = self.border(at);
        draw_frame(canvas, area, pieces, role);
        // Narrow boxes have no cell for air.
        let narrow = area.width < SPACIOUS;
        let inset = if narrow { 1 } else { 2 };
        let cells = usize::from(area.width.saturating_sub(2 * inset));
        let (code, name) = name(self.map, &group.place, self.by, lang);
        let own = self.map.lang_or(lang);
        let inner = usize::from(area.height).saturating_sub(2);
        let indent = if code.is_empty() || narrow { 0 } else { width(&code) + 1 };
        let text = if narrow { format!("{code} {name}").trim().to_owned() } else { name };
        let rows = inner.saturating_sub(1).max(1);
        let (lines, _) = wrap_at_most(&text, cells.saturating_sub(indent).max(1), rows, own);
        let facts = self.facts(at, cells, inner.saturating_sub(lines.len().max(1)));
        let points = self.points(at, cells, inner.saturating_sub(lines.len().max(1) + facts.len()));
        let used = lines.len().max(1) + facts.len() + points.len();
        let x = area.x + inset;
        let mut y = area.y + 1 + u16::try_from(inner.saturating_sub(used) / 2).unwrap_or(0);
        let name_role = match (at == self.at, role) {
            (true, _) => Role::Selected,
            (false, Role::Frame) => Role::Heading,
            (false, area) => area,
        };
        if !narrow {
            canvas.write(
                x,
                y,
                &cut(&code, cells),
                if at == self.at { Role::Selected } else { Role::Heading },
            );
        }
        let start = x + u16::try_from(indent).unwrap_or(0);
        for (line, y) in lines.iter().zip(y..) {
            canvas.write(start, y, line, name_role);
        }
        y += u16::try_from(lines.len().max(1)).unwrap_or(1);
        for fact in &facts {
            canvas.write(x, y, &cut(fact, cells), Role::Quiet);
            y += 1;
        }
        for (glyph, role, label) in &points {
            canvas.set(x, y, glyph, *role);
            canvas.write(x + 2, y, &cut(label, cells.saturating_sub(2)), Role::Text);
            y += 1;
        }
    }

    /// How many cards the box has, and how many links inside, in so many rows.
    fn facts(&self, at: usize, cells: usize, rows: usize) -> Vec<String> {
        let group = &self.between.groups[at];
        let lang = self.frame.lang;
        let cards = says::cards_in(lang, group.cards);
        if group.inside == 0 {
            return if rows > 0 { vec![cards] } else { Vec::new() };
        }
        let inside = says::links_inside(lang, group.inside);
        let one = format!("{cards}, {inside}");
        match rows {
            0 => Vec::new(),
            _ if width(&one) <= cells => vec![one],
            1 => vec![cards],
            _ => vec![cards, inside],
        }
    }

    /// The cards of the box with the most links, in so many rows: what it is about.
    fn points(&self, at: usize, cells: usize, rows: usize) -> Vec<(&'static str, Role, String)> {
        if rows == 0 || cells < usize::from(SPACIOUS) - 4 {
            return Vec::new();
        }
        let place = &self.between.groups[at].place;
        let degree = |id: &NodeId| {
            let own = self.map.links_from(id).chain(self.map.links_to(id));
            own.filter(|(id, link)| id.kind.has_sign() && link.counts()).count()
        };
        let mut cards: Vec<_> = self
            .map
            .nodes()
            .filter(|(_, node)| node.kind != Kind::Note && place_of(self.map, self.by, node) == *place)
            .map(|(id, node)| (usize::MAX - degree(id), id, node))
            .filter(|(rank, ..)| *rank < usize::MAX)
            .collect();
        cards.sort_unstable_by_key(|(rank, id, _)| (*rank, *id));
        let label = |id: &NodeId, node: &Node| {
            let name = visible(self.map.name_of(id));
            let short = width(&name) > cells.saturating_sub(2) && !node.short.is_empty();
            if short { visible(&node.short) } else { name }.into_owned()
        };
        let glyphs = self.frame.glyphs;
        let point =
            |(_, id, node): (usize, &NodeId, &Node)| (node.glyph(glyphs), node_role(node), label(id, node));
        cards.into_iter().take(rows).map(point).collect()
    }

    /// What stands before a head, and how many cells it takes: the number of links and the sign of most of them.
    fn count(&self, flow: &Flow, before: bool) -> (Vec<(String, Role)>, u16) {
        let Frame { lang, glyphs, .. } = self.frame;
        let wordy = self.grid.across >= WORDY;
        let number = match (wordy, flow.missing) {
            (true, missing) => format!("{} ", says::on_arrow(lang, flow.links.len(), missing)),
            (false, true) if flow.links.len() == 1 => format!("{} ", lang.words().links.missing),
            (false, true) => format!("{} ", says::on_arrow(lang, flow.links.len(), true)),
            (false, false) => flow.links.len().to_string(),
        };
        let (sign, role) = match flow.net() {
            Net::Same => (glyphs.plus, Role::Plus),
            Net::Opposite => (glyphs.minus, Role::Minus),
            Net::Mixed => (glyphs.both, Role::Unknown),
            Net::Unknown => (glyphs.unknown, Role::Unknown),
        };
        let text = if flow.missing { Role::Ghost } else { Role::Text };
        let cells = u16::try_from(width(&number) + 3).unwrap_or(u16::MAX);
        let (number, sign) = ((number, text), (format!("({sign})"), role));
        if before {
            return (vec![number, sign], cells);
        }
        // Behind a head the sign comes first: it always stands beside the head.
        let number =
            if number.0.ends_with(' ') { (format!(" {}", number.0.trim_end()), number.1) } else { number };
        (vec![sign, number], cells)
    }

    fn stroke(&self, line: Joined) -> Stroke {
        if line.missing {
            return Stroke::Dotted;
        }
        let flows = both(self.between, line);
        let all: usize = flows.iter().flatten().map(|flow| flow.links.len()).sum();
        let hypotheses: usize = flows.iter().flatten().map(|flow| flow.hypotheses).sum();
        let most = lines(self.between)
            .into_iter()
            .filter(|line| !line.missing)
            .map(|line| weight(self.between, line))
            .max()
            .unwrap_or(0);
        if all == hypotheses {
            Stroke::Dashed
        } else if all >= STRONG && all * 5 >= most * 3 {
            Stroke::Strong
        } else {
            Stroke::Thin
        }
    }

    fn role(&self, line: Joined) -> Role {
        let flows = both(self.between, line);
        if Some(line) == self.chosen {
            return Role::Heading;
        }
        if line.missing {
            return Role::Ghost;
        }
        if line.one != self.at && line.other != self.at {
            return Role::Line;
        }
        let (out, into) = if line.one == self.at { (flows[0], flows[1]) } else { (flows[1], flows[0]) };
        match (out.is_some(), into.is_some()) {
            (true, false) => Role::LineOut,
            (false, true) => Role::LineIn,
            _ => Role::Selected,
        }
    }

    fn draw_end(&self, canvas: &mut Canvas, wire: &Wire, end: &End, at: usize, flow: Option<&Flow>) {
        let Glyphs { head_left, head_right, head_up, head_down, .. } = self.frame.glyphs;
        let role = self.role(wire.line);
        let pieces = self.stroke(wire.line).pieces(self.frame.glyphs);
        let (border, border_role) = self.border(at);
        let (x, y) = end.touch;
        let (head, piece, branch) = match end.port.way {
            Way::Left => (head_right, pieces.across, border.branch_left),
            Way::Right => (head_left, pieces.across, border.branch_right),
            Way::Up => (head_down, pieces.along, border.branch_up),
            Way::Down => (head_up, pieces.along, border.branch_down),
        };
        let Some(flow) = flow else {
            canvas.set(x, y, piece, role);
            canvas.set(end.border.0, end.border.1, branch, border_role);
            return;
        };
        canvas.set(x, y, head, role);
        let Some((mut x, y)) = end.label else { return };
        let chosen = Some(wire.line) == self.chosen;
        for (text, role) in self.count(flow, !end.label_behind).0 {
            x = canvas.write(x, y, &text, if chosen { Role::Cursor } else { role });
        }
    }
}

/// A line of fewer links than this is never a strong one.
const STRONG: usize = 4;
