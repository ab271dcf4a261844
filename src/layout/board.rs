//! The board: the whole map sorted into bands (levels) and columns (areas), and the links that matter now.
//!
//! ```text
//!              1A Taking part     1B Together        2 Leadership     header: columns, cut to whole words
//! ─────────────────────────────────────────────────────────────────   rule of a band
//! System        ·                  ·                 ■ Gaps hidden    an empty cell is a dot
//! ── +2 ■◆ ───────────────────────────────────────────────────────    what found no room, under its column
//! Practitioners ■ Culture ──────+▶┏━━━━━━━━━━━━━━━━┓                  the selected card and its links
//!  ↓19 ↑5                         ┃ ■ Room to act  ┃
//! ```
//!
//! The selected card's column opens: its labels are always whole. The others get what is left and show two lines,
//! a short label, or shapes only. Nothing disappears silently: what is not there is counted where it would be.
//!
//! It takes a map and a size and gives cells. It draws only the links of the selected card, knows no keys, no mouse
//! and no terminal, and keeps nothing between two pictures: the same input gives the same picture.

mod band;
mod berth;
mod beyond;
mod cell;
mod column;
mod known;
mod label;
mod line;
mod overview;
mod paint;
mod scene;
mod sort;
mod step;

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use super::canvas::{Area, Canvas};
use crate::map::{LevelId, LinkId, Map, NodeId};
use crate::text::{Glyphs, Lang};

use self::column::Spread;
use self::scene::Scene;
use self::sort::Sorted;

pub use self::known::Known;
pub use self::line::DrawnLink;
pub use self::step::Step;
pub use super::columns::{Columns, Holds, area_hue, hue, phase};

/// How near one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Zoom {
    /// The whole map, a shape a card.
    Overview,
    /// Cards with labels.
    #[default]
    Cards,
    /// Whole cards and every line, on a canvas as large as that takes: [`super::sheet`] draws it. Here it is drawn as
    /// cards.
    Open,
}

/// Which links are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Links {
    /// Those of the selected card.
    #[default]
    Selection,
    /// None.
    None,
}

/// Links that came and went since another version of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// Those that the other version has not.
    pub came: BTreeSet<LinkId>,
    /// Those that only the other version has; they are drawn as ghosts.
    pub went: BTreeSet<LinkId>,
}

/// What to draw, and how large.
#[derive(Clone, Copy, Debug)]
pub struct BoardView<'a> {
    /// The map.
    pub map: &'a Map,
    /// The selected card; `None` or one that is not there selects nothing.
    pub selected: Option<&'a NodeId>,
    /// How many cards to pass over in cells that do not hold all of theirs.
    pub scroll: u16,
    /// The first column and the first band to show where not all have room, by their places; none: those round the
    /// selected card, which is in sight then.
    pub from: (Option<usize>, Option<usize>),
    /// How near.
    pub zoom: Zoom,
    /// What the columns are.
    pub columns: Columns,
    /// Which links are drawn.
    pub links: Links,
    /// Whether parts of a level stand in its band; else each has a band of its own.
    pub fold_levels: bool,
    /// Whether parts of an area stand in its column; else each has a column of its own.
    pub fold_areas: bool,
    /// Whether levels, areas and phases without cards have their place; on a part of a map they say nothing.
    pub keep_empty: bool,
    /// The language of the board's own words.
    pub lang: Lang,
    /// The characters to draw with.
    pub glyphs: &'a Glyphs,
    /// Which links came and went since a version that the map is compared with; none where it is not.
    pub differing: Option<&'a Differing>,
    /// What was worked out for a board of the same map, language and characters before.
    pub known: Option<&'a Known>,
    /// How many cells across.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl<'a> BoardView<'a> {
    /// The board as it opens: cards, areas, the selected card's links.
    #[must_use]
    pub fn new(map: &'a Map, glyphs: &'a Glyphs, width: u16, height: u16) -> Self {
        Self {
            map,
            selected: None,
            scroll: 0,
            from: (None, None),
            zoom: Zoom::Cards,
            columns: Columns::Areas,
            links: Links::Selection,
            fold_levels: true,
            fold_areas: false,
            keep_empty: true,
            lang: Lang::En,
            glyphs,
            differing: None,
            known: None,
            width,
            height,
        }
    }
}

/// Cards of one band that found no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The band's name.
    pub band: String,
    /// How many of its cards are nowhere on the picture, not even as a shape.
    pub cards: usize,
}

/// A cell of the board, as something to put a card into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Where it is on the picture.
    pub area: Area,
    /// The level of its cards; `None` for the row of those without one.
    pub level: Option<LevelId>,
    /// What its column holds.
    pub holds: Holds,
}

/// A board as a picture, and what stands where on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The picture.
    pub canvas: Canvas,
    /// Where each card stands, in reading order; cards shown as a mere shape too.
    pub hits: Vec<(Area, NodeId)>,
    /// Its cells, those without cards too.
    pub slots: Vec<Slot>,
    /// The scroll that was used: no more than there is to scroll.
    pub scroll: u16,
    /// Which columns are on it, and how many there are.
    pub columns: (Range<usize>, usize),
    /// Which bands are on it, from the top, and how many there are.
    pub bands: (Range<usize>, usize),
    /// What found no room, by band from the top; bands that show everything are left out.
    pub hidden: Vec<Hidden>,
    /// The links that are drawn as lines, in the order of their ids.
    pub drawn: Vec<DrawnLink>,
}

/// Lays the board out.
///
/// The selected card is on the picture whenever it has room for its label at all. O(cards + links of the
/// selected card × cells of the picture).
#[must_use]
pub fn lay_out(view: &BoardView<'_>) -> Board {
    let sorted = sorted(view);
    let scene = Scene::of(view, &sorted);
    match view.zoom {
        Zoom::Cards | Zoom::Open => cards(&scene),
        Zoom::Overview => overview::lay_out(&scene),
    }
}

/// The sorted map, taken from what is known where the view brings that.
fn sorted(view: &BoardView<'_>) -> Rc<Sorted> {
    view.known.map_or_else(|| Rc::new(Sorted::of(view)), |known| known.sorted(view))
}

fn cards(scene: &Scene<'_>) -> Board {
    let lanes = if scene.view.height >= 48 { 2 } else { 1 };
    let mut best: Option<(Board, Open)> = None;
    // Blank rows are for lines, but the cards at their ends need room first; a wide column needs fewer rows.
    for (wide, lanes) in [(false, lanes), (false, 0), (true, lanes), (true, 0)] {
        let columns = column::spread(scene, wide);
        let (board, open) = with_rows(scene, &columns, lanes);
        if best.as_ref().is_none_or(|(_, least)| open < *least) {
            best = Some((board, open));
        }
        // With more links than lines on a picture, another spread only leaves out others. Where little else moves, a
        // mark in place of a line is less of a loss than everything moving.
        let fine = if columns.is_steady { open.unseen == 0 } else { open == Open::default() };
        if fine || scene.ties.len() > berth::MOST_LINES {
            break;
        }
    }
    best.map(|(board, _)| board).unwrap_or_else(|| empty(scene))
}

fn empty(scene: &Scene<'_>) -> Board {
    let canvas = Canvas::new(scene.view.width, scene.view.height);
    Board {
        canvas,
        hits: Vec::new(),
        slots: Vec::new(),
        scroll: 0,
        columns: (0..0, scene.sorted.columns.len()),
        bands: (0..0, scene.sorted.bands.len()),
        hidden: scene.hidden(&[]),
        drawn: Vec::new(),
    }
}

/// Where the cells of columns that begin there reach, as first cell and width: each to the next one and the last to the
/// right edge, so that every place of the board is in one of them.
fn reaches(edge: u16, columns: impl Iterator<Item = u16>, right: u16) -> Vec<(u16, u16)> {
    let mut starts: Vec<u16> = columns.collect();
    if let Some(first) = starts.first_mut() {
        *first = edge.min(*first);
    }
    let ends = starts.iter().skip(1).copied().chain([right]);
    starts.iter().zip(ends).map(|(&from, to)| (from, to.saturating_sub(from))).collect()
}

/// Links of the selected card that a picture leaves open, the worse kind first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Open {
    /// Their other end is not on the picture or not marked.
    unseen: usize,
    /// They have a mark where there might be a line.
    marked: usize,
}

/// The board with those columns and that many blank rows below each band.
fn with_rows(scene: &Scene<'_>, columns: &Spread, lanes: u16) -> (Board, Open) {
    let strips = band::share(scene, columns, lanes);
    let filled = cell::fill_all(scene, columns, &strips);
    let mut canvas = Canvas::new(scene.view.width, scene.view.height);
    paint::frame(scene, columns, &strips, &filled, &mut canvas);
    let (drawn, unseen) = line::draw(scene, columns, &strips, &filled, &mut canvas);
    paint::dots(scene, columns, &strips, &mut canvas);
    beyond::beyond(scene, &strips, &mut canvas);
    let mut hits = filled.hits(scene);
    hits.sort_by_key(|(area, _)| (area.y, area.x));
    let named = |(area, card): (Area, usize)| (area, scene.sorted.cards[card].id.clone());
    let hits: Vec<_> = hits.into_iter().map(named).collect();
    // More than a picture holds are not missed.
    let lines = scene.ties.len().min(berth::MOST_LINES);
    let open = Open { unseen, marked: lines.saturating_sub(drawn.len() + unseen) };
    let reaches = reaches(columns.edge, columns.spans.iter().map(|span| span.x), scene.view.width);
    let slots = strips.strips.iter().flat_map(|strip| {
        let area = |x, width| Area { x, y: strip.top, width, height: strip.height + strip.lanes };
        let slot = move |(span, &(x, width)): (&column::Span, &(u16, u16))| {
            scene.sorted.slot(strip.band, span.column, area(x, width))
        };
        columns.spans.iter().zip(&reaches).map(slot)
    });
    let slots = slots.collect();
    let reach =
        |first: Option<usize>, last: Option<usize>| first.unwrap_or(0)..last.map_or(0, |last| last + 1);
    let spans = &columns.spans;
    let across = reach(spans.first().map(|span| span.column), spans.last().map(|span| span.column));
    let down = &strips.strips;
    let down = reach(down.first().map(|strip| strip.band), down.last().map(|strip| strip.band));
    let board = Board {
        canvas,
        scroll: scene.scroll,
        columns: (across, scene.sorted.columns.len()),
        bands: (down, scene.sorted.bands.len()),
        hidden: scene.hidden(&hits),
        hits,
        slots,
        drawn,
    };
    (board, open)
}
