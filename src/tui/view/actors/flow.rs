//! Short texts one behind the other on as many lines as there are; what does not fit is counted.

use crate::text::{cut, width};

/// A text on its place: line, first cell, and how it is shown there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Which of the texts.
    pub at: usize,
    /// The line, from 0.
    pub line: usize,
    /// Its first cell, from 0.
    pub x: usize,
    /// The text, cut where it is wider than the line.
    pub text: String,
}

/// Places texts on so many lines of so many cells, two blanks between them, and gives how many are left out. The text
/// that is `wanted` is always placed. Where some are left out the last line has room for their count behind it.
pub(super) fn flow(
    texts: &[String],
    cells: usize,
    lines: usize,
    wanted: Option<usize>,
) -> (Vec<Placed>, usize) {
    if cells == 0 || lines == 0 {
        return (Vec::new(), texts.len());
    }
    let whole = place(texts, 0, cells, lines, 0);
    if whole.len() == texts.len() {
        return (whole, 0);
    }
    let count = format!("  +{}", texts.len());
    // On a very short line the name comes before the count.
    let spare = width(&count).min(cells / 2);
    let mut first = 0;
    loop {
        let placed = place(texts, first, cells, lines, spare);
        let there = wanted.is_none_or(|own| own < first || placed.iter().any(|text| text.at == own));
        if there || first + 1 >= texts.len() {
            let left = texts.len() - placed.len();
            return (placed, left);
        }
        first += 1;
    }
}

/// Places texts from `first` on; the last line is `spare` cells shorter.
fn place(texts: &[String], first: usize, cells: usize, lines: usize, spare: usize) -> Vec<Placed> {
    let mut placed = Vec::new();
    let (mut line, mut x) = (0, 0);
    for (at, text) in texts.iter().enumerate().skip(first) {
        let room = |line: usize| if line + 1 == lines { cells.saturating_sub(spare) } else { cells };
        if x > 0 && x + 2 + width(text) > room(line) {
            (line, x) = (line + 1, 0);
        }
        if line >= lines || (x == 0 && room(line) == 0) {
            break;
        }
        let from = if x == 0 { 0 } else { x + 2 };
        let text = cut(text, room(line) - from);
        x = from + width(&text);
        placed.push(Placed { at, line, x: from, text });
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(n: usize) -> Vec<String> {
        (0..n).map(|at| format!("name{at}")).collect()
    }

    #[test]
    fn what_fits_stands_in_order_and_the_rest_is_counted() {
        let (placed, left) = flow(&texts(3), 12, 2, None);
        let read: Vec<_> = placed.iter().map(|own| (own.line, own.x, own.text.as_str())).collect();
        assert_eq!((read, left), (vec![(0, 0, "name0"), (0, 7, "name1"), (1, 0, "name2")], 0));
        let (placed, left) = flow(&texts(9), 12, 2, None);
        assert_eq!((placed.len(), left), (3, 6), "the count has its place in the last line");
        assert_eq!(flow(&texts(2), 0, 3, None), (Vec::new(), 2));
    }

    #[test]
    fn the_wanted_one_is_placed_wherever_it_stands_and_none_is_too_wide() {
        for cells in 5..40 {
            for lines in 1..4 {
                for wanted in 0..20 {
                    let (placed, left) = flow(&texts(20), cells, lines, Some(wanted));
                    assert!(
                        placed.iter().any(|own| own.at == wanted),
                        "{cells}x{lines} {wanted}: {placed:?}"
                    );
                    assert_eq!(placed.len() + left, 20);
                    assert!(placed.iter().all(|own| own.line < lines && own.x + width(&own.text) <= cells));
                }
            }
        }
    }
}
