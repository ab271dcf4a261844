//! What stands in a cell: which cards, on how many lines, and which are only counted.
//!
//! The selected card comes first, then those its links lead to, then the others from the top. Cards of the open
//! column keep their whole labels; elsewhere labels become short before cards are left out.

use std::rc::Rc;

use super::band::{Strip, Strips};
use super::berth::MOST_LINES;
use super::column::{BULLET, INSET, READABLE, SHAPES, Span, Spread};
use super::label::{Form, lines};
use super::paint;
use super::scene::Scene;
use crate::layout::canvas::Area;
use crate::text::width;
use crate::text::width::cut_with;

/// Below so many rows the selected card's frame is as high as its label.
const LOW: u16 = 24;

/// A card on the picture.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) card: usize,
    /// Where its shape stands; the label begins two cells further.
    pub(super) x: u16,
    pub(super) y: u16,
    /// The label; none for a card shown as a shape only.
    pub(super) lines: Rc<[String]>,
    /// The frame of the selected card.
    pub(super) frame: Option<Area>,
}

impl Placed {
    /// The cells it takes.
    pub(super) fn area(&self) -> Area {
        if let Some(frame) = self.frame {
            return frame;
        }
        let widest = self.lines.iter().map(|line| width(line)).max();
        let wide = widest.map_or(1, |widest| short(widest) + BULLET);
        Area { x: self.x, y: self.y, width: wide, height: short(self.lines.len().max(1)) }
    }

    /// The first cell behind the label in that row of the card.
    pub(super) fn end(&self, line: usize) -> u16 {
        self.x + self.lines.get(line).map_or(1, |line| short(width(line)) + BULLET)
    }
}

/// What a cell does not hold: `+4 ■■◆●`.
#[derive(Clone, Debug)]
pub(super) struct Tail {
    pub(super) cards: Vec<usize>,
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) width: u16,
}

impl Tail {
    /// The count, and how many of the shapes find room behind it.
    pub(super) fn parts(&self) -> (String, usize) {
        let count = format!("+{}", self.cards.len());
        let left = usize::from(self.width).saturating_sub(width(&count) + 1);
        (count, if left >= self.cards.len() { self.cards.len() } else { 0 })
    }
}

/// What stands in all cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) placed: Vec<Placed>,
    pub(super) tails: Vec<Tail>,
}

impl Filled {
    /// Where a card stands, if it does.
    pub(super) fn find(&self, card: usize) -> Option<&Placed> {
        self.placed.iter().find(|placed| placed.card == card)
    }

    /// Every card on the picture with its cells.
    pub(super) fn hits(&self, scene: &Scene<'_>) -> Vec<(Area, usize)> {
        let inside = |area: &Area| area.x < scene.view.width && area.y < scene.view.height;
        let clip = |mut area: Area| {
            area.width = area.width.min(scene.view.width - area.x);
            area.height = area.height.min(scene.view.height - area.y);
            area
        };
        let shapes = self.tails.iter().flat_map(|tail| {
            let (count, shown) = tail.parts();
            let first = tail.x + short(width(&count)) + 1;
            let cards = tail.cards.iter().take(shown).enumerate();
            cards.map(move |(nth, &card)| {
                (Area { x: first + short(nth), y: tail.y, width: 1, height: 1 }, card)
            })
        });
        let cards = self.placed.iter().map(|placed| (placed.area(), placed.card));
        cards.chain(shapes).filter(|(area, _)| inside(area)).map(|(area, card)| (clip(area), card)).collect()
    }
}

/// How many rows a cell wants.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Need {
    /// For the selected card in its frame; else one.
    pub(super) least: u16,
    /// So that every card stands there that a link leads to.
    pub(super) near: u16,
    /// For all.
    pub(super) whole: u16,
    /// For the selected card, with a row at its sides for each link.
    pub(super) ports: u16,
}

/// How many rows a cell wants in a column of that width.
///
/// `known` rows are wanted by another cell of the band already; beyond them, and beyond the picture, nothing is
/// measured, since wrapping labels is most of the work of a board.
pub(super) fn need(scene: &Scene<'_>, span: &Span, band: usize, known: u16) -> Need {
    let cards = scene.sorted.cell(band, span.column);
    let near = cards.iter().filter(|&&card| scene.is_near(card)).count();
    if !span.has_labels() {
        let others = cards.len() - near;
        let rows = near + others.div_ceil(usize::from(SHAPES));
        return Need { least: 1, near: short(near.max(1)), whole: short(rows.max(1)), ports: 0 };
    }
    let mut need = Need { least: 1, ..Need::default() };
    let form = if span.open { Form::Whole } else { Form::Two };
    for &card in cards {
        let near = scene.is_near(card);
        if need.whole.max(known) >= scene.view.height && Some(card) != scene.selected && !(near && span.open)
        {
            need.near += u16::from(near);
            need.whole = need.whole.saturating_add(1);
            continue;
        }
        let rows = short(lines(scene, card, form, span.card_width()).len());
        if Some(card) == scene.selected {
            let (left, right) = scene.sides();
            need.least = rows + 2;
            let ports = left.max(right).min(short(MOST_LINES));
            // On a low picture the rows are worth more to other cards than to the ends of lines: what finds no end
            // there has its mark.
            let ports = if scene.view.height < LOW { 0 } else { ports };
            need.ports = rows.max(ports).saturating_add(2);
            need.near += rows + 2;
            need.whole += rows + 2;
            continue;
        }
        if near {
            need.near += if span.open { rows } else { 1 };
        }
        need.whole += rows;
    }
    need
}

/// Fills every cell on the picture.
pub(super) fn fill_all(scene: &Scene<'_>, columns: &Spread, strips: &Strips) -> Filled {
    let mut filled = Filled::default();
    for (at, strip) in strips.strips.iter().enumerate() {
        // What stands on the rule below, from the left.
        let taken = paint::rule_text_end(scene, columns, strips, at + 1);
        // A count right behind a band's name would seem to be that band's.
        let clear = if columns.edge > 0 { 0 } else { 3 };
        for span in &columns.spans {
            let slot = strips.below(at).filter(|_| span.x >= taken + clear).map(|y| Tail {
                cards: Vec::new(),
                x: span.x,
                y,
                width: span.width,
            });
            let cards = scene.sorted.cell(strip.band, span.column);
            if span.has_labels() {
                fill(scene, span, strip, cards, slot, &mut filled);
            } else {
                fill_shapes(scene, span, strip, cards, &mut filled);
            }
        }
    }
    filled
}

fn fill_shapes(scene: &Scene<'_>, span: &Span, strip: &Strip, cards: &[usize], filled: &mut Filled) {
    let (near, others): (Vec<usize>, Vec<usize>) = cards.iter().partition(|&&card| scene.is_near(card));
    let mut y = strip.top;
    let end = strip.top + strip.height;
    let mut left = Vec::new();
    for card in near {
        if y + u16::from(!others.is_empty()) < end || y == strip.top && y < end {
            filled.placed.push(Placed { card, x: span.x + 2, y, lines: Rc::default(), frame: None });
            y += 1;
        } else {
            left.push(card);
        }
    }
    left.extend(others);
    let wide = usize::from(span.width.max(1));
    let rows = usize::from(end.saturating_sub(y));
    let shown = if left.len() <= rows * wide { left.len() } else { rows.saturating_sub(1) * wide };
    for (nth, &card) in left[..shown].iter().enumerate() {
        let (x, y) = (span.x + short(nth % wide), y + short(nth / wide));
        filled.placed.push(Placed { card, x, y, lines: Rc::default(), frame: None });
    }
    if shown < left.len() && rows > 0 {
        let y = y + short(shown / wide);
        filled.tails.push(Tail { cards: left[shown..].to_vec(), x: span.x, y, width: span.width });
    }
}

fn fill(
    scene: &Scene<'_>,
    span: &Span,
    strip: &Strip,
    cards: &[usize],
    slot: Option<Tail>,
    filled: &mut Filled,
) {
    let wide = span.card_width();
    let (form, base) = if span.open { (Form::Whole, Form::Whole) } else { (Form::Two, Form::One) };
    let rows = |lines: &[String], card: usize| {
        let rows = short(lines.len());
        if Some(card) == scene.selected {
            (rows + 2).max(strip.ports).min(strip.height.max(rows))
        } else {
            rows
        }
    };
    let total =
        |shown: &[(usize, Rc<[String]>)]| shown.iter().map(|(card, lines)| rows(lines, *card)).sum::<u16>();
    // A card takes a row at least, so more cards than rows need not be measured.
    let mut shown: Vec<(usize, Rc<[String]>)> = Vec::new();
    let crowded = cards.len() > usize::from(strip.height);
    if !crowded {
        shown.extend(cards.iter().map(|&card| (card, lines(scene, card, form, wide))));
    }
    let mut tail = None;
    if crowded || total(&shown) > strip.height {
        let mut room = strip.height;
        loop {
            let mut chosen = choose(scene, cards, (base, form), wide, room, &rows);
            let hidden: Vec<usize> =
                (0..cards.len()).filter(|nth| chosen.iter().all(|(other, _)| other != nth)).collect();
            let hidden: Vec<usize> = hidden.into_iter().map(|nth| cards[nth]).collect();
            let used = chosen.iter().map(|(nth, lines)| rows(lines, cards[*nth])).sum::<u16>();
            let placed = match &slot {
                _ if hidden.is_empty() => true,
                Some(slot) => {
                    tail = Some(Tail { cards: hidden, ..slot.clone() });
                    true
                }
                // No room below: the count stands inside, on a row of its own or at the end of the last card's.
                None => {
                    tail = inside(scene, span, strip, cards, hidden, used, &mut chosen);
                    tail.is_some()
                }
            };
            shown = chosen.into_iter().map(|(nth, lines)| (cards[nth], lines)).collect();
            if placed || room == 0 {
                break;
            }
            room -= 1;
        }
    }
    let used = total(&shown);
    let spare = strip.height.saturating_sub(used);
    let air = u16::from(tail.is_none() && !shown.is_empty() && usize::from(spare) + 1 >= shown.len());
    let mut y = strip.top;
    for (card, lines) in shown {
        let rows = rows(&lines, card);
        let x = span.card_x();
        if Some(card) == scene.selected && rows >= short(lines.len()) + 2 {
            let frame = Area { x: span.x, y, width: span.width, height: rows };
            let first = y + 1 + (rows - 2 - short(lines.len())) / 2;
            filled.placed.push(Placed { card, x: span.x + INSET, y: first, lines, frame: Some(frame) });
        } else {
            filled.placed.push(Placed { card, x, y, lines, frame: None });
        }
        y += rows + air;
    }
    filled.tails.extend(tail);
}

/// The cards of a cell that get its rows, in their order, and their labels: as whole as the rows allow.
fn choose(
    scene: &Scene<'_>,
    cards: &[usize],
    (base, form): (Form, Form),
    wide: u16,
    room: u16,
    rows: &dyn Fn(&[String], usize) -> u16,
) -> Vec<(usize, Rc<[String]>)> {
    let mut used = 0;
    let mut chosen = Vec::new();
    for nth in order(scene, cards) {
        if used >= room && Some(cards[nth]) != scene.selected {
            continue;
        }
        let lines = lines(scene, cards[nth], base, wide);
        let rows = rows(&lines, cards[nth]);
        if used + rows <= room || Some(cards[nth]) == scene.selected {
            used += rows;
            chosen.push((nth, lines));
        }
    }
    chosen.sort_by_key(|(nth, _)| *nth);
    // Room that is left makes labels whole, those first that links lead to.
    for only_near in [true, false] {
        for (nth, at) in &mut chosen {
            if base == form || used >= room || only_near && !scene.is_near(cards[*nth]) {
                continue;
            }
            let better = lines(scene, cards[*nth], form, wide);
            let more = short(better.len().saturating_sub(at.len()));
            if used + more <= room {
                used += more;
                *at = better;
            }
        }
    }
    chosen
}

/// The count of what a cell hides, inside the cell; `None` if there is no room for it.
fn inside(
    scene: &Scene<'_>,
    span: &Span,
    strip: &Strip,
    cards: &[usize],
    hidden: Vec<usize>,
    used: u16,
    chosen: &mut [(usize, Rc<[String]>)],
) -> Option<Tail> {
    let (x, wide) = (span.card_x(), span.card_width());
    if used < strip.height {
        return Some(Tail { cards: hidden, x, y: strip.top + used, width: wide });
    }
    let count = short(width(&format!("+{}", hidden.len())));
    let (nth, lines) = chosen.last_mut()?;
    if Some(cards[*nth]) == scene.selected || used > strip.height {
        return None;
    }
    let last = short(width(lines.last()?)) + BULLET;
    if last + 1 + count > wide {
        if span.open || lines.len() > 1 || wide < READABLE + count {
            return None;
        }
        let cells = usize::from(wide - BULLET - count - 1);
        *lines = vec![cut_with(&scene.short(cards[*nth]), cells, scene.view.glyphs.ellipsis)].into();
    }
    Some(Tail { cards: hidden, x: x + wide - count, y: strip.top + used - 1, width: count })
}

/// Places of cards in a cell in the order in which they get room.
fn order(scene: &Scene<'_>, cards: &[usize]) -> Vec<usize> {
    let count = cards.len();
    let from = usize::from(scene.scroll) % count.max(1);
    let mut order: Vec<usize> = (from..count).chain(0..from).collect();
    // With a selection in the cell, what stands around it is nearer than what stands on top.
    if let Some(home) = cards.iter().position(|&card| Some(card) == scene.selected) {
        order.sort_by_key(|&nth| if scene.scroll == 0 { nth.abs_diff(home) } else { 0 });
    }
    order.sort_by_key(|&nth| (Some(cards[nth]) != scene.selected, !scene.is_near(cards[nth])));
    order
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
