//! Merging texts that are lists of lines: each side's changed lines are taken where they do not overlap.

use std::ops::Range;

use super::gathered::Gathered;
use super::three::Three;

/// Two texts with more comparisons than this are not compared line by line; what lies between the first and the last difference then
/// counts as one change.
const MOST_COMPARISONS: usize = 4_000_000;

/// Lines of the base that one side replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk<'a> {
    at: Range<usize>,
    by: &'a [String],
}

/// The lines with the changes of both sides. `None` if both changed the same line, or put different lines into the
/// same place. Changes of neighbouring lines do not touch each other: a line is a sentence.
///
/// The order of the two sides makes no difference. Where comparing both would take more than is left for the merge, all that a side
/// changed counts as one change.
pub(super) fn merge_lines(three: &Three<Vec<String>>, gathered: &mut Gathered) -> Option<Vec<String>> {
    if let Some(plain) = three.plain() {
        return Some(plain);
    }
    let sides = [&three.ours, &three.theirs].map(|side| Middle::of(&three.base, side));
    let costs = sides.each_ref().map(Middle::comparisons);
    let closely = costs.iter().all(|cost| *cost <= MOST_COMPARISONS) && gathered.spend(costs.iter().sum());
    let [ours, theirs] = sides.map(|middle| middle.hunks(closely));
    let mut hunks = ours;
    for hunk in theirs {
        if !hunks.contains(&hunk) {
            if hunks.iter().any(|other| overlap(&other.at, &hunk.at)) {
                return None;
            }
            hunks.push(hunk);
        }
    }
    hunks.sort_by_key(|hunk| (hunk.at.start, hunk.at.end));
    let mut merged = Vec::new();
    let mut next = 0;
    for hunk in hunks {
        merged.extend_from_slice(&three.base[next..hunk.at.start]);
        merged.extend_from_slice(hunk.by);
        next = hunk.at.end;
    }
    merged.extend_from_slice(&three.base[next..]);
    Some(merged)
}

/// Whether two changes mean the same lines, or the same place between lines.
fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    let both_put_in = a.is_empty() && b.is_empty() && a.start == b.start;
    both_put_in || (a.start < b.end && b.start < a.end)
}

/// What stands between the lines with which two texts begin alike and those with which they end alike.
struct Middle<'a> {
    start: usize,
    a: &'a [String],
    b: &'a [String],
}

impl<'a> Middle<'a> {
    fn of(a: &'a [String], b: &'a [String]) -> Self {
        let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let same_end = |(a, b): &(&String, &String)| a == b;
        let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(same_end).count();
        Self { start, a: &a[start..a.len() - end], b: &b[start..b.len() - end] }
    }

    /// How much it takes to compare the two.
    fn comparisons(&self) -> usize {
        self.a.len().saturating_mul(self.b.len())
    }

    /// The changes that make `a` into `b`, in order, none touching the next; one change of everything unless they are compared
    /// closely.
    fn hunks(self, closely: bool) -> Vec<Hunk<'a>> {
        let mut hunks = Vec::new();
        let (mut from_a, mut from_b) = (0, 0);
        let pairs = if closely { common(self.a, self.b) } else { Vec::new() };
        for (at_a, at_b) in pairs.into_iter().chain([(self.a.len(), self.b.len())]) {
            if at_a > from_a || at_b > from_b {
                hunks.push(Hunk { at: self.start + from_a..self.start + at_a, by: &self.b[from_b..at_b] });
            }
            (from_a, from_b) = (at_a + 1, at_b + 1);
        }
        hunks
    }
}

/// A longest row of lines that stand in both, as places in the two. O(a × b).
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for at_a in (0..a.len()).rev() {
        for at_b in (0..b.len()).rev() {
            longest[at_a * width + at_b] = if a[at_a] == b[at_b] {
                longest[(at_a + 1) * width + at_b + 1] + 1
            } else {
                longest[(at_a + 1) * width + at_b].max(longest[at_a * width + at_b + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut at_a, mut at_b) = (0, 0);
    while at_a < a.len() && at_b < b.len() {
        if a[at_a] == b[at_b] {
            pairs.push((at_a, at_b));
            at_a += 1;
            at_b += 1;
        } else if longest[(at_a + 1) * width + at_b] >= longest[at_a * width + at_b + 1] {
            at_a += 1;
        } else {
            at_b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
        let lines = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let three = Three { base: lines(base), ours: lines(ours), theirs: lines(theirs) };
        let turned = Three { base: lines(base), ours: lines(theirs), theirs: lines(ours) };
        let said = merge_lines(&three, &mut Gathered::default());
        assert_eq!(
            said,
            merge_lines(&turned, &mut Gathered::default()),
            "the order of the sides makes a difference"
        );
        said.map(|lines| lines.join(" "))
    }

    #[test]
    fn changes_of_different_lines_are_both_taken() {
        assert_eq!(merged("a b c", "A b c", "a b C").as_deref(), Some("A b C"));
        assert_eq!(merged("a b c", "A b c", "a B c").as_deref(), Some("A B c"));
        assert_eq!(merged("a b c", "x a b c", "a b").as_deref(), Some("x a b"));
        assert_eq!(merged("a b c d e", "a c d e", "a b c x d e y").as_deref(), Some("a c x d e y"));
    }

    #[test]
    fn changes_of_one_line_are_not_guessed() {
        assert_eq!(merged("a b c", "a x c", "a y c"), None);
        assert_eq!(merged("a", "a x", "a y"), None);
        assert_eq!(merged("", "x", "y"), None);
        assert_eq!(merged("a b c", "a", "a b x c"), None);
    }

    /// However many notes both sides changed at both ends, merging them ends; past the bound nothing is lost, only named.
    #[test]
    fn there_is_one_bound_for_all_notes_of_a_merge() {
        let text = |first: &str, last: &str| -> Vec<String> {
            let lines = (0..1_000).map(|at| format!("line {at}"));
            [first.to_owned()].into_iter().chain(lines).chain([last.to_owned()]).collect()
        };
        let three = Three { base: text("a", "z"), ours: text("b", "y"), theirs: text("c", "x") };
        let apart = Three { base: text("a", "z"), ours: text("b", "z"), theirs: text("a", "y") };
        let mut gathered = Gathered::default();
        let mut cheap = 0;
        for _ in 0..100 {
            assert_eq!(merge_lines(&three, &mut gathered), None);
            cheap += usize::from(!gathered.spend(2_000_000));
            // What costs nothing is merged all the same.
            assert!(merge_lines(&apart, &mut gathered).is_some());
        }
        assert!(cheap > 50, "{cheap}");
    }

    #[test]
    fn the_same_change_twice_is_one() {
        assert_eq!(merged("a b c d", "a x c d", "a x c e").as_deref(), Some("a x c e"));
        assert_eq!(merged("a b", "b", "b c").as_deref(), Some("b c"));
    }
}
