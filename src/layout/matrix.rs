//! The matrix: causes as rows, effects as columns, and in each cell the link from the one to the other.
//!
//! ```text
//!                              1   2   3      columns by number; their names stand upright or in a list below
//!  1 ■ Practice that misses…       −  ═+‖     sign, strength or certainty before it, delay behind it
//!  2 ◇ Whole story heard       +
//! ```
//!
//! It shows the links inside one area, one level, one cell of the board or the whole map: for places where lines would
//! cover each other. A card stands as a row if it causes something there, as a column if something there leads to it, and
//! has the same number in both. What leads elsewhere is counted at the right, what comes from elsewhere below.
//!
//! It takes a map and a size and gives cells and places. It knows no keys and no terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::canvas::{Area, Canvas};
use super::frame::Frame;
use crate::map::{AreaId, Kind, LevelId, LinkId, Map, Node, NodeId};
use crate::palette::Role;
use crate::text::glyph::Glyphs;
use crate::text::words::says;
use crate::text::{Lang, cut, visible, width};

mod paint;
mod scope;
#[cfg(test)]
mod tests;

pub use scope::{MatrixKind, MatrixOf, scope_of, scopes};

/// The cursor: a cause and an effect; either may be gone from the matrix.
pub type Spot<'a> = (Option<&'a NodeId>, Option<&'a NodeId>);

/// What the matrix shows, and where its cursor is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixLook {
    /// What it is of; none before it was first shown.
    pub of: Option<MatrixOf>,
    /// The row.
    pub cause: Option<NodeId>,
    /// The column.
    pub effect: Option<NodeId>,
}

/// A matrix, drawn.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The picture.
    pub canvas: Canvas,
    /// What stands in it.
    pub table: Table,
    /// Which row and column the cursor is on; none in an empty matrix.
    pub at: Option<(usize, usize)>,
    /// Where the cells in sight stand, by row and column.
    pub hits: Vec<(Area, (usize, usize))>,
    /// Which rows are in sight.
    pub rows: Range<usize>,
    /// Which columns are in sight.
    pub columns: Range<usize>,
}

/// The causes, the effects and the links of a matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows: causes, higher levels first, then those with more links here, then by id.
    pub causes: Vec<NodeId>,
    /// The columns: effects, in the same order.
    pub effects: Vec<NodeId>,
    /// The links from a row to a column in id order: more than one where kinds differ.
    pub links: Vec<LinkId>,
    /// How many cards of the place have no link inside it.
    pub alone: usize,
    // Every card that stands as a row or column, in order: its number is its place.
    cards: Vec<NodeId>,
}

impl Table {
    /// The causes and effects inside a place, missing and refuted links too.
    ///
    /// O((cards + links) log cards).
    #[must_use]
    pub fn of(map: &Map, of: &MatrixOf) -> Self {
        let inside: BTreeSet<&NodeId> = map
            .nodes()
            .filter(|(_, node)| node.kind != Kind::Note && of.holds(map, node))
            .map(|(id, _)| id)
            .collect();
        let links: Vec<LinkId> = map
            .links()
            .map(|(id, _)| id)
            .filter(|id| id.kind.has_sign() && inside.contains(&id.from) && inside.contains(&id.to))
            .cloned()
            .collect();
        let causes: BTreeSet<&NodeId> = links.iter().map(|link| &link.from).collect();
        let effects: BTreeSet<&NodeId> = links.iter().map(|link| &link.to).collect();
        // A link from a card to itself is one link of it.
        let mut degrees: BTreeMap<&NodeId, usize> = BTreeMap::new();
        for link in &links {
            *degrees.entry(&link.from).or_default() += 1;
            *degrees.entry(&link.to).or_default() += usize::from(link.to != link.from);
        }
        let degree = |id: &NodeId| degrees.get(id).copied().unwrap_or_default();
        let rank = |node: &Node| {
            let place = map.levels().iter().position(|level| Some(&level.id) == node.level.as_ref());
            usize::MAX - place.map_or(0, |place| place + 1)
        };
        let mut cards: Vec<&NodeId> = causes.union(&effects).copied().collect();
        cards.sort_by_cached_key(|id| (map.node(id).map(rank), usize::MAX - degree(id), *id));
        let of_those = |set: &BTreeSet<&NodeId>| -> Vec<NodeId> {
            cards.iter().filter(|id| set.contains(*id)).map(|id| (*id).clone()).collect()
        };
        Self {
            causes: of_those(&causes),
            effects: of_those(&effects),
            alone: inside.len() - cards.len(),
            cards: cards.into_iter().cloned().collect(),
            links,
        }
    }

    /// The links from a row to a column. O(log links), for a screen asks it of every cell in sight.
    pub fn links_at(&self, row: usize, column: usize) -> impl Iterator<Item = &LinkId> {
        let ends = self.causes.get(row).zip(self.effects.get(column));
        let first = ends.map_or(self.links.len(), |ends| {
            self.links.partition_point(|link| (&link.from, &link.to) < ends)
        });
        self.links[first..].iter().take_while(move |link| ends == Some((&link.from, &link.to)))
    }

    /// The cells with a link in reading order, each once.
    fn filled(&self) -> Vec<(usize, usize)> {
        let places = |all: &'_ [NodeId]| all.iter().cloned().zip(0..).collect::<BTreeMap<NodeId, usize>>();
        let (rows, columns) = (places(&self.causes), places(&self.effects));
        let cell = |link: &LinkId| Some((*rows.get(&link.from)?, *columns.get(&link.to)?));
        let mut all: Vec<(usize, usize)> = self.links.iter().filter_map(cell).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The number of a card, counted from 1.
    fn number(&self, id: &NodeId) -> usize {
        self.cards.iter().position(|own| own == id).map_or(0, |at| at + 1)
    }

    /// The row and column of a cursor; where it is gone, those of the first link of its row or column, else of the
    /// first link. None in an empty matrix.
    #[must_use]
    pub fn find(&self, spot: Spot) -> Option<(usize, usize)> {
        let row = spot.0.and_then(|id| self.causes.iter().position(|own| own == id));
        let column = spot.1.and_then(|id| self.effects.iter().position(|own| own == id));
        if let (Some(row), Some(column)) = (row, column) {
            return Some((row, column));
        }
        let fits = |at: &(usize, usize)| {
            row.is_none_or(|row| at.0 == row) && column.is_none_or(|column| at.1 == column)
        };
        let all = self.filled();
        all.iter().find(|at| fits(at)).or(all.first()).copied()
    }

    /// The next cell with a link in reading order, or the one before; the same where there is no other.
    #[must_use]
    pub fn next(&self, at: (usize, usize), back: bool) -> (usize, usize) {
        let all = self.filled();
        let found = if back {
            all.iter().rev().find(|own| **own < at).or(all.last())
        } else {
            all.iter().find(|own| **own > at).or(all.first())
        };
        found.copied().unwrap_or(at)
    }
}

/// Draws the matrix of a place with a cell selected.
///
/// Works at any size; what is out of sight is counted at the edges, and the cursor's cell is always in sight.
#[must_use]
pub fn matrix(map: &Map, of: &MatrixOf, spot: Spot, frame: Frame) -> Matrix {
    let table = Table::of(map, of);
    let at = table.find(spot);
    let mut canvas = Canvas::new(frame.width, frame.height);
    write_head(&mut canvas, map, of, &table, frame);
    let (rows, columns, hits) = match at {
        Some(at) => paint::Picture::new(map, of, &table, at, frame).draw(&mut canvas),
        None => {
            let said = says::no_links_inside(frame.lang);
            canvas.write(1, 2, &cut(said, usize::from(frame.width).saturating_sub(2)), Role::Text);
            (0..0, 0..0, Vec::new())
        }
    };
    Matrix { canvas, table, at, hits, rows, columns }
}

/// The matrix of a place as large as it is, for paper: nothing selected, nothing out of sight; none without links.
#[must_use]
pub fn whole_matrix(map: &Map, of: &MatrixOf, lang: Lang, glyphs: &'static Glyphs) -> Option<Canvas> {
    let table = Table::of(map, of);
    let at = table.find((None, None))?;
    let (width, height) = paint::size(&table)?;
    let frame = Frame { width, height, lang, glyphs };
    let mut canvas = Canvas::new(width, height);
    write_head(&mut canvas, map, of, &table, frame);
    paint::Picture::new(map, of, &table, at, frame).unmarked().draw(&mut canvas);
    Some(canvas)
}

/// The first row: what the matrix is of, and how large it is.
fn write_head(canvas: &mut Canvas, map: &Map, of: &MatrixOf, table: &Table, frame: Frame) {
    let Frame { width: columns, lang, .. } = frame;
    let cells = usize::from(columns).saturating_sub(2);
    let mut facts = vec![says::matrix_size(lang, table.causes.len(), table.effects.len(), table.links.len())];
    if table.alone > 0 {
        facts.push(says::cards_alone(lang, table.alone));
    }
    let title = format!("{}: {}", lang.words().places.matrix, of.name(map, lang));
    while !facts.is_empty() && width(&facts.join(" · ")) + width(&title) + 2 > cells {
        facts.pop();
    }
    let said = facts.join(" · ");
    let room = cells.saturating_sub(if said.is_empty() { 0 } else { width(&said) + 2 });
    canvas.write(1, 0, &cut(&title, room), Role::Heading);
    let x = usize::from(columns).saturating_sub(width(&said) + 1);
    if !said.is_empty() {
        canvas.write(u16::try_from(x).unwrap_or(u16::MAX), 0, &said, Role::Quiet);
    }
}

/// A label safe to show.
fn label(map: &Map, id: &NodeId) -> String {
    visible(map.name_of(id)).into_owned()
}

/// The same, shorter where a card has a short label.
fn short(map: &Map, id: &NodeId) -> String {
    match map.node(id) {
        Some(node) if !node.short.is_empty() => visible(&node.short).into_owned(),
        _ => label(map, id),
    }
}
