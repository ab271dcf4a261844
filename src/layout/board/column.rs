//! How wide each column is: the selected card's column opens, the columns its links lead to come next, the rest
//! get what is left. Columns for which there is no room at all are folded away at the sides and counted.

use super::scene::Scene;
use crate::layout::columns::Holds;
use crate::text::width;

/// A column that shows shapes only is as wide as a sign, an arrow head and a shape.
pub(super) const SHAPES: u16 = 3;
/// The least width at which a label says something.
pub(super) const READABLE: u16 = 10;
/// What the frame of the selected card takes at each side of the labels of its column.
pub(super) const INSET: u16 = 2;
/// A shape and the blank behind it.
pub(super) const BULLET: u16 = 2;
/// Room for a corner, a sign in its brackets and an arrow head.
const GUTTER: u16 = 5;

/// The least width of columns that are as wide whichever card is selected, and how much wider the open one is.
const STEADY: u16 = 14;
const OPENS: u16 = 8;
/// As wide as columns get that are not open.
const WIDEST: u16 = 38;

/// A column on the picture.
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// Which column of the map.
    pub(super) column: usize,
    pub(super) x: u16,
    pub(super) width: u16,
    /// The selected card's column: labels are whole and its frame fits in.
    pub(super) open: bool,
}

impl Span {
    pub(super) fn has_labels(&self) -> bool {
        self.width > SHAPES
    }

    /// Where the cards begin.
    pub(super) fn card_x(&self) -> u16 {
        if self.open { self.x + INSET } else { self.x }
    }

    /// How wide cards are, shape included.
    pub(super) fn card_width(&self) -> u16 {
        if self.open { self.width.saturating_sub(2 * INSET) } else { self.width }
    }
}

/// The columns on the picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    pub(super) spans: Vec<Span>,
    /// Where names of levels stand; 0 if they stand on the rules instead.
    pub(super) edge: u16,
    /// Columns folded away at the left, and cards in them.
    pub(super) before: (usize, usize),
    /// Columns folded away at the right, and cards in them.
    pub(super) behind: (usize, usize),
    /// Whether the columns are as wide whichever card is selected.
    pub(super) is_steady: bool,
}

impl Spread {
    /// Where a column of the map stands, if it is on the picture.
    pub(super) fn span(&self, column: usize) -> Option<&Span> {
        self.spans.iter().find(|span| span.column == column)
    }
}

/// From this width on, the names of levels have an edge of their own.
const WITH_EDGE: u16 = 96;

/// Widths while they grow.
#[derive(Clone)]
struct Growing {
    columns: Vec<usize>,
    widths: Vec<u16>,
    open: Option<usize>,
    // Free cells before each column and behind the last.
    gutters: Vec<u16>,
    tracks: (u16, u16),
    room: u16,
}

impl Growing {
    fn total(&self) -> u32 {
        self.widths.iter().chain(&self.gutters).map(|&n| u32::from(n)).sum()
    }

    fn set_gutters(&mut self) {
        let labels = |at: usize| self.widths.get(at).is_some_and(|&width| width > SHAPES);
        let count = self.widths.len();
        for at in 0..=count {
            self.gutters[at] = if at == 0 {
                // Room for a sign and an arrow head.
                if labels(0) { 2 } else { 0 }
            } else if at == count {
                0
            } else if labels(at - 1) && labels(at) {
                GUTTER
            } else if labels(at) {
                2
            } else {
                1
            };
        }
        if let Some(open) = self.open {
            let (before, behind) = self.tracks;
            if before > 0 {
                self.gutters[open] = self.gutters[open].max(GUTTER + before);
            }
            if behind > 0 {
                self.gutters[open + 1] = self.gutters[open + 1].max(GUTTER + behind);
            }
        }
    }

    /// Widens a column if everything still fits.
    fn widen(&mut self, at: usize, to: u16) {
        let old = self.widths[at];
        if to <= old {
            return;
        }
        self.widths[at] = to;
        self.set_gutters();
        if self.total() > u32::from(self.room) {
            self.widths[at] = old;
            self.set_gutters();
        }
    }
}

/// Spreads the columns over the width. A `wide` spread opens the selected card's column as far as its labels go,
/// before the others grow: its cards take fewer rows then.
pub(super) fn spread(scene: &Scene<'_>, wide: bool) -> Spread {
    let view = scene.view;
    let all = scene.sorted.columns.len();
    let edge = edge(scene);
    let room = view.width.saturating_sub(edge);
    let home = scene.selected.map(|card| scene.sorted.cards[card].column);
    let mut links_to = vec![0_usize; all];
    for tie in &scene.ties {
        links_to[scene.sorted.cards[tie.other].column] += 1;
    }
    let distance = |column: usize| home.map_or(column, |home| column.abs_diff(home));

    let start =
        |column: usize| if Some(column) == home { (READABLE + BULLET + 2 * INSET).min(room) } else { SHAPES };
    let mut growing = Growing {
        columns: (0..all).collect(),
        widths: (0..all).map(start).collect(),
        open: home,
        gutters: vec![0; all + 1],
        tracks: (0, 0),
        room,
    };
    growing.set_gutters();
    // Columns that hold nothing go first, then those the links do not lead to, the farthest first.
    while growing.total() > u32::from(room) && growing.columns.len() > 1 {
        let dear = |&at: &usize| {
            let column = growing.columns[at];
            (Some(column) == home, links_to[column] > 0, usize::MAX - distance(column))
        };
        // Only from the outside, so that what is folded is one row at each side.
        let last = growing.columns.len() - 1;
        let at = match view.from.0 {
            Some(first) if growing.columns[0] < first.min(all - 1) => 0,
            Some(_) => last,
            None if dear(&0) < dear(&last) => 0,
            None => last,
        };
        growing.columns.remove(at);
        growing.widths.remove(at);
        growing.gutters.pop();
        growing.open = growing.columns.iter().position(|&column| Some(column) == home);
        growing.set_gutters();
    }

    let longest: Vec<u16> = growing.columns.iter().map(|&column| longest(scene, column)).collect();
    let is_steady = !wide && steady(scene, &mut growing, &longest);
    if !is_steady {
        grow(scene, &mut growing, &links_to, &longest, wide);
    }
    Spread { is_steady, ..finish(scene, &growing, edge) }
}

fn grow(scene: &Scene<'_>, growing: &mut Growing, links_to: &[usize], longest: &[u16], wide: bool) {
    let home = growing.open.map(|at| growing.columns[at]);
    let distance = |at: usize| home.map_or(0, |home| growing.columns[at].abs_diff(home));
    let mut order: Vec<usize> = (0..growing.columns.len()).filter(|&at| Some(at) != growing.open).collect();
    order.sort_by_key(|&at| distance(at));
    let actors =
        |at: usize, growing: &Growing| scene.sorted.columns[growing.columns[at]].holds == Holds::Actors;
    let near: Vec<usize> = order.iter().copied().filter(|&at| links_to[growing.columns[at]] > 0).collect();
    let far: Vec<usize> = order
        .iter()
        .copied()
        .filter(|&at| links_to[growing.columns[at]] == 0 && longest[at] > 0 && !actors(at, growing))
        .collect();
    let actors: Vec<usize> = order
        .iter()
        .copied()
        .filter(|&at| actors(at, growing) && links_to[growing.columns[at]] == 0 && longest[at] > 0)
        .collect();

    let tracks = scene.sides();
    let open_to = |growing: &mut Growing, to: u16| {
        if let Some(at) = growing.open {
            // A label on one line and its frame is all that opening can give.
            growing.widen(at, to.saturating_add(2 * INSET).min(longest[at].saturating_add(2 * INSET)));
        }
    };
    let all_to = |growing: &mut Growing, which: &[usize], to: u16| {
        for &at in which {
            growing.widen(at, to.min(longest[at]));
        }
    };
    for to in [READABLE, 14, 18] {
        open_to(growing, to);
    }
    growing.tracks = (tracks.0.min(2), tracks.1.min(2));
    growing.set_gutters();
    if growing.total() > u32::from(growing.room) {
        growing.tracks = (0, 0);
        growing.set_gutters();
    }
    all_to(growing, &near, READABLE);
    if wide {
        for to in [20, 24, 28, 32, 36, 40] {
            open_to(growing, to);
        }
    }
    all_to(growing, &near, 12);
    for more in 3..=8 {
        let old = growing.tracks;
        growing.tracks = (tracks.0.min(more), tracks.1.min(more));
        growing.set_gutters();
        if growing.total() > u32::from(growing.room) {
            growing.tracks = old;
            growing.set_gutters();
        }
    }
    open_to(growing, 20);
    all_to(growing, &near, 14);
    all_to(growing, &far, READABLE);
    open_to(growing, 22);
    for to in [12, 14] {
        all_to(growing, &far, to);
    }
    for to in [16, 18] {
        all_to(growing, &near, to);
        all_to(growing, &far, to);
        open_to(growing, to + 6);
    }
    all_to(growing, &actors, 14);
    for to in [19, 20, 21, 22, 24] {
        all_to(growing, &near, to);
        all_to(growing, &far, to);
        open_to(growing, to + 8);
    }
    all_to(growing, &actors, 18);
    for to in [26, 28, 30, 34, 38] {
        open_to(growing, to + 4);
        all_to(growing, &near, to);
        all_to(growing, &far, to);
        all_to(growing, &actors, to);
    }
}

/// Where there is room for it, columns are as wide whichever card is selected, so that little moves when the selection
/// does: each as wide as all can be while one of them, whichever, is open. Whether there was that room.
fn steady(scene: &Scene<'_>, growing: &mut Growing, longest: &[u16]) -> bool {
    let Some(home) = growing.open.filter(|_| growing.columns.len() == scene.sorted.columns.len()) else {
        return false;
    };
    let set = |growing: &mut Growing, home: usize, width: u16, tracks: (u16, u16)| {
        for (at, (own, &longest)) in growing.widths.iter_mut().zip(longest).enumerate() {
            *own = if at == home {
                (width + OPENS).min(longest).max(READABLE + BULLET) + 2 * INSET
            } else {
                width.min(longest).max(SHAPES)
            };
        }
        (growing.open, growing.tracks) = (Some(home), tracks);
        growing.set_gutters();
        growing.total() <= u32::from(growing.room)
    };
    let before = growing.clone();
    for tracks in [8, 6, 4] {
        let half = tracks / 2;
        let fits = |growing: &mut Growing, width: u16| {
            (0..longest.len()).all(|home| set(growing, home, width, (half, half)))
        };
        if let Some(width) = (STEADY..=WIDEST).rev().find(|&width| fits(growing, width)) {
            // A side with many links takes from the other what that one can spare.
            let (left, right) = scene.sides();
            let left = if left > half {
                left.min(tracks - right.min(half))
            } else {
                tracks - right.clamp(half, tracks - left)
            };
            set(growing, home, width, (left, tracks - left));
            return true;
        }
    }
    *growing = before;
    false
}

fn finish(scene: &Scene<'_>, growing: &Growing, edge: u16) -> Spread {
    let mut x = edge;
    let mut spans = Vec::new();
    for (at, &column) in growing.columns.iter().enumerate() {
        x += growing.gutters[at];
        let width = growing.widths[at].min(scene.view.width.saturating_sub(x));
        spans.push(Span { column, x, width, open: Some(at) == growing.open });
        x += width;
    }
    let first = growing.columns.first().copied().unwrap_or(0);
    let last = growing.columns.last().map_or(0, |last| last + 1);
    let folded = |columns: std::ops::Range<usize>| {
        let cards = scene.sorted.cards.iter().filter(|card| columns.contains(&card.column)).count();
        (columns.len(), cards)
    };
    let all = scene.sorted.columns.len();
    let is_steady = false;
    Spread { spans, edge, is_steady, before: folded(0..first), behind: folded(last.min(all)..all) }
}

/// The width a column's longest label takes on one line, with its shape; 0 for a column without cards.
fn longest(scene: &Scene<'_>, column: usize) -> u16 {
    match scene.longest()[column] {
        0 => 0,
        cells => cells.saturating_add(BULLET),
    }
}

fn edge(scene: &Scene<'_>) -> u16 {
    if scene.view.width < WITH_EDGE {
        return 0;
    }
    let words = scene.sorted.bands.iter().flat_map(|band| band.name.split_whitespace()).map(width);
    u16::try_from(words.max().unwrap_or(0)).unwrap_or(u16::MAX).clamp(8, 16) + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::board::BoardView;
    use crate::layout::board::sort::Sorted;
    use crate::map::{Area, Frame, Kind, Map, Node, NodeId};
    use crate::text::glyph::UNICODE;

    fn map(areas: usize) -> Map {
        let area = |n: usize| Area { id: format!("{n}").as_str().into(), ..Area::default() };
        let mut map =
            Map::new("x").with_frame(Frame { areas: (0..areas).map(area).collect(), ..Frame::default() });
        for n in 0..areas {
            let mut node = Node::new(Kind::Cause, "A label of an ordinary length");
            node.area = Some(format!("{n}").as_str().into());
            map.insert_node(NodeId::new(format!("n{n}")), node).expect("new");
        }
        map
    }

    fn with<T>(areas: usize, width: u16, selected: &str, look: impl Fn(&Spread) -> T) -> T {
        let (map, id) = (map(areas), NodeId::new(selected));
        let view = BoardView { selected: Some(&id), ..BoardView::new(&map, &UNICODE, width, 24) };
        let sorted = Sorted::of(&view);
        look(&spread(&Scene::of(&view, &sorted), false))
    }

    #[test]
    fn columns_stand_side_by_side_within_the_width_and_the_open_one_is_widest() {
        for width in [30, 60, 80, 100, 200] {
            with(6, width, "n2", |spread| {
                let mut x = 0;
                for span in &spread.spans {
                    assert!(span.x >= x, "{width}");
                    x = span.x + span.width;
                }
                assert!(x <= width);
                let open = spread.spans.iter().find(|span| span.open).expect("the selected card's");
                assert!(spread.spans.iter().all(|span| span.width <= open.width), "{width}");
                assert_eq!(open.column, 2);
            });
        }
    }

    #[test]
    fn what_does_not_fit_is_folded_away_from_the_selection_and_counted() {
        with(30, 60, "n20", |spread| {
            let shown = spread.spans.len();
            assert_eq!(spread.before.0 + shown + spread.behind.0, 30);
            assert_eq!((spread.before.1, spread.behind.1), (spread.before.0, spread.behind.0));
            assert!(spread.span(20).is_some_and(|span| span.open));
            assert!(spread.before.0 > spread.behind.0);
        });
    }
}
