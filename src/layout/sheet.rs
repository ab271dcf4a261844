//! The full board: the whole map on a canvas as large as it needs to be, with every link that is asked for.
//!
//! ```text
//!              1A Taking part             1B Together
//! ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   the rule of a band
//! System       ┌───────────────┐          ┌───────────────┐
//!              │ ■ Gaps hidden ├─╮    ╭──▶│ ■ Rules       │
//!              └───────────────┘ │    │   └───────────────┘
//!                                ╰────╯                     a lane between rows of cards
//! ```
//!
//! Cards stand in bands (levels) and columns. Lines run in the gaps only: up and down in channels between cards beside
//! each other, across in lanes between cards above each other. Each line has a track of its own, so that cells are
//! shared only where two lines cross straight: there the upright one is whole and the other has a gap. Links that
//! leave, or reach, one card and look the same may share their line at that end, and at no other.
//!
//! It takes a map and gives cells. It knows no window, no keys and no terminal; the same input gives the same picture.

mod grid;
mod mode;
mod net;
mod paint;
mod plan;
mod road;
mod room;
mod seek;
mod settle;
mod sort;
mod squeeze;
mod style;
mod track;

use std::collections::BTreeSet;

use super::canvas::{Area, Canvas};
use crate::map::{LinkId, Map, NodeId};
use crate::text::{Glyphs, Lang};

pub use self::grid::Places;
pub use self::mode::Mode;
pub use self::paint::Shown;
pub use self::plan::{BandPlace, ColumnPlace, Plan};
pub use self::room::Room;
pub use self::seek::Leaving;
pub use self::squeeze::Squeeze;
pub use self::style::{Style, brackets, letter};
pub use super::columns::Columns;

/// How long is looked for places where fewer lines cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Effort {
    /// As it comes.
    None,
    /// As long as nobody notices.
    #[default]
    Some,
    /// For a picture that is kept.
    Much,
}

impl Effort {
    fn steps(self, cards: usize, links: usize) -> usize {
        match self {
            Effort::None => 0,
            Effort::Some => (9 * cards).min(80_000 / links.max(1)),
            Effort::Much => (200 * cards).min(100_000_000 / links.max(1)),
        }
    }
}

/// What to draw.
#[derive(Clone, Copy, Debug)]
pub struct SheetView<'a> {
    /// The map.
    pub map: &'a Map,
    /// The selected card; `None` or one that is not there selects nothing.
    pub selected: Option<&'a NodeId>,
    /// Which links are drawn.
    pub mode: &'a Mode,
    /// What the columns are.
    pub columns: Columns,
    /// Whether parts of a level stand in its band; else each has a band of its own.
    pub fold_levels: bool,
    /// Whether parts of an area stand in its column; else each has a column of its own.
    pub fold_areas: bool,
    /// Whether levels without cards have their band; on a part of a map they say nothing.
    pub keep_empty: bool,
    /// Whether columns and rows are left out in which nothing is drawn. In mode all nothing is left out.
    pub squeeze: bool,
    /// How long to look for a good layout.
    pub effort: Effort,
    /// The language of the board's own words.
    pub lang: Lang,
    /// The characters to draw with.
    pub glyphs: &'static Glyphs,
}

impl<'a> SheetView<'a> {
    /// All links, columns by area, parts of levels in their band.
    #[must_use]
    pub fn new(map: &'a Map, glyphs: &'static Glyphs) -> Self {
        Self {
            map,
            selected: None,
            mode: &Mode::All,
            columns: Columns::Areas,
            fold_levels: true,
            fold_areas: false,
            keep_empty: true,
            squeeze: false,
            effort: Effort::Some,
            lang: Lang::En,
            glyphs,
        }
    }
}

/// A link that stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnLink {
    /// The link.
    pub link: LinkId,
    /// How it looks.
    pub style: Style,
    /// The cells of its way, from beside its source to its head, each next to the one before.
    pub cells: Vec<(u16, u16)>,
    /// The cell of its sign.
    pub sign: (u16, u16),
    /// The cell of its arrow head.
    pub head: (u16, u16),
    /// Which bundle it is in, if it shares its line at one end with other drawn links.
    pub bundle: Option<usize>,
}

/// The full board as a picture, and what stands where on it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The picture.
    pub canvas: Canvas,
    /// Where each card stands, in id order.
    pub hits: Vec<(Area, NodeId)>,
    /// The links that are drawn, in the order of their ids.
    pub drawn: Vec<DrawnLink>,
    /// The bands, top first.
    pub bands: Vec<BandPlace>,
    /// The columns from the left.
    pub columns: Vec<ColumnPlace>,
    /// Where everybody stands, for the next layout.
    pub places: Places,
}

/// Lays the whole board out and draws it.
///
/// `previous` is where the cards of an earlier sheet stood: a card whose cell is still the same stays there. Without
/// it everything is laid out anew.
#[must_use]
pub fn lay_out(view: &SheetView<'_>, previous: Option<&Places>) -> Sheet {
    let plan = Plan::of(view, previous);
    let links = match view.mode {
        Mode::All => (0..plan.links.len()).collect(),
        mode => plan.numbers(&mode.links(view.map, view.selected)),
    };
    let squeeze = match view.mode {
        Mode::All => Squeeze::none(&plan),
        _ if !view.squeeze => Squeeze::none(&plan),
        _ => Squeeze::of(&plan, &links, &Room::default()),
    };
    let (width, height) = squeeze.size();
    let window = Area { x: 0, y: 0, width, height };
    let canvas = plan.paint(&Shown { links: &links, selected: view.selected, squeeze: &squeeze, window });
    Sheet {
        canvas,
        hits: plan.cards().map(|(area, id)| (squeeze.area(area), id.clone())).collect(),
        drawn: plan.drawn(&links, &squeeze),
        bands: squeeze.bands(&plan),
        columns: squeeze.columns(&plan),
        places: plan.places().clone(),
    }
}

impl Plan {
    /// The links with those numbers as they are drawn together, by their places on the squeezed sheet.
    #[must_use]
    pub fn drawn(&self, links: &[usize], squeeze: &Squeeze) -> Vec<DrawnLink> {
        let mut sizes = vec![0; self.nets.sizes.len()];
        for &link in links {
            sizes[self.nets.trips[link].net as usize] += 1;
        }
        let drawn = |&link: &usize| {
            let net = self.nets.trips[link].net as usize;
            let (x, y) = squeeze.place(self.head_of(link));
            DrawnLink {
                link: self.links[link].id.clone(),
                style: self.links[link].style,
                cells: self.cells(link, squeeze),
                sign: (if self.enters_rightwards(link) { x - 2 } else { x + 2 }, y),
                head: (x, y),
                bundle: (sizes[net] > 1).then_some(net),
            }
        };
        links.iter().map(drawn).collect()
    }

    /// The numbers of the links that a mode draws.
    #[must_use]
    pub fn links_of(&self, links: &BTreeSet<LinkId>) -> Vec<usize> {
        self.numbers(links)
    }
}
