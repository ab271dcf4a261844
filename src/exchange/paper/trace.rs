//! A canvas, taken apart: cards, lines, heads, signs, shapes and runs of letters.

use std::collections::{BTreeMap, BTreeSet};

use super::bit::head_of;
use super::cells::Cells;
use super::grid::Grid;
use super::picture::Picture;
use super::piece::{Pen, Shape, Way, arms, shape};
use super::stroke::{Stroke, strokes};
use crate::layout::canvas::{Area, Canvas, Cell};
use crate::map::NodeId;
use crate::palette::Role;
use crate::palette::paper::{Ink, is_bold, letters};
use crate::text::glyph::UNICODE;

/// A run of letters in one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its first column.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// How many columns it takes.
    pub cells: u16,
    /// What stands there; safe to show, not yet escaped.
    pub text: String,
    /// Its colour.
    pub ink: Ink,
    /// Bold.
    pub bold: bool,
    /// Struck through.
    pub struck: bool,
}

/// A card with its frame, if it has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Where it stands.
    pub area: Area,
    /// Whose it is.
    pub id: NodeId,
    /// The pen and the role of its frame.
    pub frame: Option<(Pen, Role)>,
}

/// A sign on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Its first cell.
    pub at: (u16, u16),
    /// How many cells it takes: three with its brackets, or one.
    pub cells: u16,
    /// The sign, or the letter of a kind of link without one.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Square brackets: a measure acts on something.
    pub square: bool,
}

/// Everything that is on a canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traced {
    /// Where its cells lie.
    pub grid: Grid,
    /// Cards, in the order of the picture.
    pub cards: Vec<Card>,
    /// Lines.
    pub strokes: Vec<Stroke>,
    /// Heads of arrows.
    pub heads: Vec<((u16, u16), Way, Role)>,
    /// Signs on lines.
    pub signs: Vec<Sign>,
    /// Marks of a delay on a line.
    pub delays: Vec<((u16, u16), Role)>,
    /// Marks that a link is refuted.
    pub slashes: Vec<((u16, u16), Role)>,
    /// Shapes of cards.
    pub shapes: Vec<((u16, u16), Shape, bool, Role)>,
    /// Letters.
    pub runs: Vec<Run>,
    /// What links that merely relate cards say of them.
    pub relations: BTreeSet<String>,
}

/// Takes a picture apart. Every cell that is not blank ends up in exactly one part. O(cells).
#[must_use]
pub fn trace(picture: &Picture) -> Traced {
    let canvas = &picture.canvas;
    let cards: Vec<Card> = picture
        .cards
        .iter()
        .map(|(area, id)| Card { area: *area, id: id.clone(), frame: frame_of(canvas, *area) })
        .collect();
    let frames: Vec<Area> = cards.iter().filter(|card| card.frame.is_some()).map(|card| card.area).collect();
    let grid = Grid::of(picture);
    let (mut strokes, mut taken) = strokes(canvas, &frames, &grid);
    weaken(picture, &mut strokes);
    let relations = picture.relations.clone();
    let mut traced = Traced { grid, cards, strokes, relations, ..Traced::default() };
    for link in &picture.drawn {
        drawn_sign(canvas, link.sign, &mut traced, &mut taken);
    }
    for y in 0..canvas.height() {
        for x in 0..canvas.width() {
            mark(canvas, (x, y), &mut traced, &mut taken);
        }
    }
    for y in 0..canvas.height() {
        runs(canvas, y, &taken, &mut traced.runs);
    }
    traced
}

/// Lines of which every link that runs along them is weak are thinner. A cell says nothing of that: on a screen all but
/// strong links look alike.
fn weaken(picture: &Picture, strokes: &mut [Stroke]) {
    if picture.weak.is_empty() {
        return;
    }
    let mut through: BTreeMap<(u16, u16), BTreeSet<usize>> = BTreeMap::new();
    for (at, drawn) in picture.drawn.iter().enumerate() {
        for &cell in &drawn.cells {
            through.entry(cell).or_default().insert(at);
        }
    }
    for stroke in strokes.iter_mut().filter(|stroke| stroke.pen == Pen::Thin) {
        // A link that only crosses shares a cell, one that runs along shares all.
        let mut along: Option<BTreeSet<usize>> = None;
        for links in stroke.cells.iter().filter_map(|cell| through.get(cell)) {
            along = Some(along.map_or_else(|| links.clone(), |before| &before & links));
        }
        let along = along.unwrap_or_default();
        if !along.is_empty() && along.iter().all(|at| picture.weak.contains(&picture.drawn[*at].link)) {
            stroke.pen = Pen::Light;
        }
    }
}

/// The frame that stands on the edge of an area: all four corners must be there.
fn frame_of(canvas: &Canvas, area: Area) -> Option<(Pen, Role)> {
    if area.width < 2 || area.height < 2 {
        return None;
    }
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    let corners = [(area.x, area.y), (right, area.y), (area.x, bottom), (right, bottom)];
    let cell = |(x, y)| canvas.get(x, y).filter(|cell: &&Cell| arms(&cell.text).is_some());
    let role = cell(corners[0])?.role;
    if !corners.into_iter().all(|corner| cell(corner).is_some()) {
        return None;
    }
    let edge = (area.x + 1..right).map(|x| (x, area.y)).chain((area.y + 1..bottom).map(|y| (area.x, y)));
    let pens = edge.filter_map(|at| arms(&cell(at)?.text)?.1);
    Some((pens.max().unwrap_or(Pen::Thin), role))
}

/// A sign whose place the layout told: round brackets, or square ones for a measure, with a sign or a letter between.
fn drawn_sign(canvas: &Canvas, at: (u16, u16), traced: &mut Traced, taken: &mut Cells) {
    let Some(before) = at.0.checked_sub(1) else { return };
    let cells = [(before, at.1), at, (at.0 + 1, at.1)];
    let [Some(open), Some(sign), Some(close)] = cells.map(|(x, y)| canvas.get(x, y)) else { return };
    let square = open.text == "[" && close.text == "]";
    if (square || open.text == "(" && close.text == ")") && taken.insert(at) {
        traced.signs.push(Sign {
            at: cells[0],
            cells: 3,
            text: sign.text.to_string(),
            role: sign.role,
            square,
        });
        taken.extend(cells);
    }
}

/// Puts the cell where it belongs, if it is a mark and not a letter.
fn mark(canvas: &Canvas, at: (u16, u16), traced: &mut Traced, taken: &mut Cells) {
    let (x, y) = at;
    let Some(cell) = canvas.get(x, y) else { return };
    if cell.text == " " || cell.text.is_empty() || taken.contains(at) {
        return;
    }
    let text = cell.text.as_str();
    if let Some(way) = head_of(cell) {
        traced.heads.push((at, way, cell.role));
        taken.insert(at);
        return;
    }
    let is_sign = matches!(cell.role, Role::Plus | Role::Minus | Role::Unknown);
    let of =
        |x: u16| canvas.get(x, y).filter(|other| other.role == cell.role).map(|other| other.text.as_str());
    if is_sign && text == "(" && of(x + 2) == Some(")") {
        if let Some(sign) = of(x + 1) {
            traced.signs.push(Sign { at, cells: 3, text: sign.to_owned(), role: cell.role, square: false });
            taken.extend([at, (x + 1, y), (x + 2, y)]);
        }
        return;
    }
    if is_sign && [UNICODE.plus, UNICODE.minus, UNICODE.unknown].contains(&text) {
        traced.signs.push(Sign { at, cells: 1, text: text.to_owned(), role: cell.role, square: false });
        taken.insert(at);
        return;
    }
    let on_line = matches!(cell.role, Role::Line | Role::LineIn | Role::LineOut | Role::Ghost);
    if on_line && text == UNICODE.delay {
        traced.delays.push((at, cell.role));
        taken.insert(at);
    } else if on_line && text == UNICODE.struck {
        traced.slashes.push((at, cell.role));
        taken.insert(at);
    } else if let Some((shape, hollow)) = shape(text) {
        traced.shapes.push((at, shape, hollow, cell.role));
        taken.insert(at);
    }
}

/// The runs of letters of a row: words of one look with one blank between them are one run.
fn runs(canvas: &Canvas, y: u16, taken: &Cells, out: &mut Vec<Run>) {
    let look = |cell: &Cell| (letters(cell.role), is_bold(cell.role), cell.struck);
    let letter = |x: u16| canvas.get(x, y).filter(|cell| cell.text != " " && !taken.contains((x, y)));
    let mut x = 0;
    while x < canvas.width() {
        let Some(first) = letter(x) else {
            x += 1;
            continue;
        };
        let (from, own) = (x, look(first));
        let mut text = String::new();
        let mut end = x;
        loop {
            match letter(x) {
                Some(cell) if look(cell) == own => {
                    text.push_str(&cell.text);
                    x += 1;
                    end = x;
                }
                None if x == end
                    && canvas.get(x, y).is_some_and(|cell| cell.text == " ")
                    && letter(x + 1).is_some_and(|next| look(next) == own) =>
                {
                    text.push(' ');
                    x += 1;
                }
                _ => break,
            }
        }
        let (ink, bold, struck) = own;
        out.push(Run { x: from, y, cells: end - from, text, ink, bold, struck });
        x = x.max(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::card::draw_frame;
    use crate::text::Lang;

    fn picture() -> Picture {
        let mut canvas = Canvas::new(30, 5);
        let area = Area { x: 10, y: 1, width: 12, height: 3 };
        draw_frame(&mut canvas, area, &UNICODE.frame, Role::Frame);
        canvas.set(11, 2, "■", Role::Barrier);
        canvas.write(13, 2, "Two words", Role::Text);
        canvas.write(2, 2, "──", Role::Line);
        canvas.write(4, 2, "(+)", Role::Plus);
        canvas.write(7, 2, "─", Role::Line);
        canvas.write(8, 2, "▶", Role::Line);
        Picture { canvas, cards: vec![(area, "a".into())], ..Picture::empty(Lang::En) }
    }

    #[test]
    fn every_part_is_found_once() {
        let traced = trace(&picture());
        assert_eq!(traced.cards[0].frame, Some((Pen::Thin, Role::Frame)));
        assert_eq!(traced.heads, [((8, 2), Way::Right, Role::Line)]);
        assert_eq!(traced.signs.len(), 1);
        assert_eq!(traced.shapes, [((11, 2), Shape::Square, false, Role::Barrier)]);
        assert_eq!(traced.runs.len(), 1, "{:?}", traced.runs);
        assert_eq!((traced.runs[0].text.as_str(), traced.runs[0].cells), ("Two words", 9));
        assert_eq!(traced.strokes.len(), 2, "{:?}", traced.strokes);
    }

    #[test]
    fn weak_links_are_thinner_and_the_legend_says_so_and_what_relates_cards() {
        use crate::exchange::paper::legend::Legend;
        use crate::exchange::paper::svg::Dress;
        use crate::layout::sheet::Mode;
        use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Sign};
        let pens = |strengths: [Option<u8>; 2]| {
            let mut map = Map::new("x");
            for id in ["a", "b", "c", "d"] {
                map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
            }
            for (to, strength) in ["b", "c"].into_iter().zip(strengths) {
                let link = Link { strength, ..Link::signed(Sign::Plus) };
                map.insert_link(LinkId::new("a", LinkKind::Causes, to), link).expect("new");
            }
            let relates = Link { word: "borders <on>".to_owned(), ..Link::default() };
            map.insert_link(LinkId::new("d", LinkKind::Relates, "b"), relates).expect("new");
            let traced = trace(&Picture::board(&map, &Mode::All, Lang::En));
            let (legend, _) =
                Legend::of([&traced], false, Lang::En).draw(900.0, "sans-serif", Dress::Classes);
            let pens: BTreeSet<Pen> = traced.strokes.iter().map(|stroke| stroke.pen).collect();
            assert!(legend.contains("borders &lt;on&gt;"), "{legend}");
            assert_eq!(legend.contains("Weak link"), pens.contains(&Pen::Light), "{legend}");
            pens
        };
        let weak = pens([Some(1), Some(1)]);
        assert!(weak.contains(&Pen::Light) && weak.contains(&Pen::Thin), "{weak:?}");
        assert!(pens([Some(1), Some(3)]).is_superset(&[Pen::Light, Pen::Double].into()));
        // A medium one looks as one of which nobody said anything.
        assert_eq!(pens([Some(2), None]), [Pen::Thin].into());
    }
}
