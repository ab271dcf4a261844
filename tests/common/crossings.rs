//! How many pairs of links cross on a picture, whatever drew it.

#![allow(dead_code, reason = "each test takes what it needs")]

use floke::layout::sheet::DrawnLink;

/// A straight piece from one point to another.
type Piece = ((f64, f64), (f64, f64));

/// Pairs of curves that cross, each given as a row of points.
pub fn of_curves(curves: &[Vec<(f64, f64)>]) -> usize {
    let pieces: Vec<Vec<Piece>> =
        curves.iter().map(|curve| curve.windows(2).map(|two| (two[0], two[1])).collect()).collect();
    let mut pairs = 0;
    for (at, one) in pieces.iter().enumerate() {
        for other in &pieces[at + 1..] {
            if one.iter().any(|a| other.iter().any(|b| cross(*a, *b))) {
                pairs += 1;
            }
        }
    }
    pairs
}

/// Pairs of drawn links that cross. Where two links share a line they do not cross.
pub fn of_links(drawn: &[DrawnLink]) -> usize {
    let point = |&(x, y): &(u16, u16)| (f64::from(x), f64::from(y));
    let curves: Vec<Vec<(f64, f64)>> = drawn
        .iter()
        .map(|link| {
            let cells: Vec<(f64, f64)> = link.cells.iter().map(point).collect();
            // Corners only.
            let mut corners = Vec::new();
            for (at, &cell) in cells.iter().enumerate() {
                let straight = at > 0
                    && cells.get(at + 1).is_some_and(|next| {
                        let before = cells[at - 1];
                        next.0 - cell.0 == cell.0 - before.0 && next.1 - cell.1 == cell.1 - before.1
                    });
                if !straight {
                    corners.push(cell);
                }
            }
            corners
        })
        .collect();
    of_curves(&curves)
}

fn cross((a, b): Piece, (c, d): Piece) -> bool {
    let side = |from: (f64, f64), to: (f64, f64), at: (f64, f64)| {
        (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
