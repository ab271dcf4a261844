//! One side of the focus: neighbours in rows under the names of their levels.
//!
//! What is on which row is settled here; columns and cells are not.

use std::ops::Range;

use super::neighbours::Neighbour;
use crate::text::{Lang, wrap, wrap_at_most};

/// What stands on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The heading over the neighbours that follow; the number is that of the first.
    Heading(usize),
    /// A line of a neighbour, counted from 0. Its link comes in on the first.
    Line(usize, usize),
    /// Nothing: air, or the row where the line to the middle goes.
    Blank,
}

/// Neighbours in rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// From the top.
    pub(super) rows: Vec<Row>,
    /// The lines of the label of each neighbour in sight, and how many further rows it has been given.
    pub(super) labels: Vec<(usize, Vec<String>)>,
    /// Which neighbours are in sight.
    pub(super) shown: Range<usize>,
}

impl Side {
    /// The label lines of a neighbour in sight.
    pub(super) fn label(&self, at: usize) -> &[String] {
        self.labels.iter().find(|(other, _)| *other == at).map_or(&[], |(_, lines)| lines)
    }

    /// The row on which the link of a neighbour comes in.
    pub(super) fn row_of(&self, at: usize) -> Option<usize> {
        self.rows.iter().position(|row| *row == Row::Line(at, 0))
    }
}

/// How much a side may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Columns of a label.
    pub(super) cells: usize,
    /// Rows.
    pub(super) rows: usize,
    /// The neighbour that must be in sight and is never cut.
    pub(super) cursor: Option<usize>,
    pub(super) lang: Lang,
}

/// Sets neighbours in rows: whole labels where all fit, else labels of two lines, else as many neighbours as fit
/// with the cursor's among them. `depth` says how many rows each would like for what is behind it.
pub(super) fn set(neighbours: &[Neighbour], depth: &[usize], bounds: Bounds) -> Side {
    let all = 0..neighbours.len();
    let whole = |at: usize| wrap(&neighbours[at].label, bounds.cells, bounds.lang);
    let short = |at: usize| {
        if bounds.cursor == Some(at) {
            return whole(at);
        }
        wrap_at_most(&neighbours[at].label, bounds.cells, 2, bounds.lang).0
    };
    let mut labels: Vec<_> = all.clone().map(|at| (at, short(at))).collect();
    let needs = |labels: &[(usize, Vec<String>)]| rows_of(neighbours, labels, &[]).len();
    if needs(&labels) <= bounds.rows {
        // Labels that two lines do not hold get more, from the top on as far as there is room.
        for at in all.clone() {
            let cut = std::mem::replace(&mut labels[at].1, whole(at));
            if needs(&labels) > bounds.rows {
                labels[at].1 = cut;
            }
        }
        let mut extra = share(depth, &labels, bounds.rows - needs(&labels));
        let mut spare = bounds.rows - needs(&labels) - extra.iter().sum::<usize>();
        // The name of a level does not stand right under the label before it where there is room.
        for at in 1..neighbours.len() {
            if neighbours[at].group != neighbours[at - 1].group && extra[at - 1] == 0 && spare > 0 {
                extra[at - 1] = 1;
                spare -= 1;
            }
        }
        let rows = rows_of(neighbours, &labels, &extra);
        return Side { rows, labels, shown: all };
    }
    let fits = |part: &[(usize, Vec<String>)]| needs(part) <= bounds.rows;
    let cursor = bounds.cursor.unwrap_or(0);
    let mut start = 0;
    loop {
        let mut end = (start + 1).min(all.end);
        while end < all.end && fits(&labels[start..end + 1]) {
            end += 1;
        }
        // A full last page rather than a few at the end of one.
        while end == all.end && start > 0 && fits(&labels[start - 1..end]) {
            start -= 1;
        }
        if cursor < end || end == all.end {
            let labels = labels[start..end].to_vec();
            let mut rows = rows_of(neighbours, &labels, &[]);
            rows.truncate(bounds.rows);
            return Side { rows, labels, shown: start..end };
        }
        start = end;
    }
}

/// The rows of a part of the neighbours; `extra` is how many blank rows follow each.
fn rows_of(neighbours: &[Neighbour], labels: &[(usize, Vec<String>)], extra: &[usize]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut group = None;
    for (at, lines) in labels {
        let neighbour = &neighbours[*at];
        if group != Some(&neighbour.group) {
            rows.push(Row::Heading(*at));
            group = Some(&neighbour.group);
        }
        let more = usize::from(neighbour.leg.ghost);
        rows.extend((0..lines.len().max(1) + more).map(|line| Row::Line(*at, line)));
        rows.extend(std::iter::repeat_n(Row::Blank, extra.get(*at).copied().unwrap_or(0)));
    }
    rows
}

/// Shares rows that are left over among the neighbours that would like more than their labels take.
fn share(depth: &[usize], labels: &[(usize, Vec<String>)], mut spare: usize) -> Vec<usize> {
    let mut extra = vec![0; labels.len()];
    for (more, ((at, lines), want)) in extra.iter_mut().zip(labels.iter().zip(depth)) {
        debug_assert!(*at < depth.len());
        *more = want.saturating_sub(lines.len()).min(spare);
        spare -= *more;
    }
    extra
}

/// Chooses the row on which the line to the middle goes, out of a range, and makes it free: no neighbour's link
/// comes in there, so that no two lines cross. Gives how many rows further down the side stands, and the row.
/// With a single neighbour its own row is the row. `None` if the side is empty.
pub(super) fn meet(side: &mut Side, within: Range<usize>, rows: usize) -> Option<(usize, usize)> {
    let incoming: Vec<usize> = side.shown.clone().filter_map(|at| side.row_of(at)).collect();
    let (&first, &last) = (incoming.first()?, incoming.last()?);
    let most = rows.saturating_sub(side.rows.len());
    let middle = (within.start + within.end.saturating_sub(1)) / 2;
    if first == last {
        let down = middle.saturating_sub(first).min(most);
        return within.contains(&(first + down)).then_some((down, first + down)).or(Some((down, middle)));
    }
    let down = middle.saturating_sub((first + last) / 2).min(most);
    let taken = |row: usize, down: usize| incoming.iter().any(|own| own + down == row);
    let mut nearest: Vec<usize> = within.clone().collect();
    nearest.sort_by_key(|row| row.abs_diff(middle));
    if let Some(&row) = nearest.iter().find(|row| !taken(**row, down)) {
        return Some((down, row));
    }
    // Every row is taken: make room by pushing the lower half one down.
    let at = middle.saturating_sub(down).min(side.rows.len());
    side.rows.insert(at, Row::Blank);
    side.rows.truncate(rows.saturating_sub(down).max(at + 1));
    Some((down, middle))
}
