//! Which cards of a course fit side by side, how wide each is, and where it stands from left to right.
//!
//! Only columns and counts of rows are settled here. The rule that keeps lines off the cards: a line leaves its
//! card at a column to the right of every card that stands in a band on its way, so nothing is ever in front of
//! it, and no two lines of the course cross.

use std::cell::OnceCell;
use std::ops::Range;

use crate::layout::course::{Course, Leg};
use crate::text::{Lang, width, wrap};

/// Columns of a card beside its label: two borders, the glyph and a blank.
const FURNITURE: u16 = 4;
/// Wider labels are wrapped even where there is room for one line.
const WIDEST: usize = 40;
/// Pages are counted from a card so many steps back, at least.
const FAR: usize = 32;
/// Words up to this are not divided to make a card narrow.
const WORD: usize = 14;

/// The room for the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The first column for cards and lines.
    pub(super) left: u16,
    /// The column behind the last one.
    pub(super) right: u16,
    /// Rows for the bands, if all cards are in sight.
    pub(super) rows: u16,
    /// Rows that it costs to say how many cards are out of sight.
    pub(super) count_rows: u16,
    /// Blank columns inside a card's borders, at each side, where all fits with them.
    pub(super) pad: u16,
    /// The step that must be in sight.
    pub(super) step: usize,
}

/// Where a card stands from left to right, and where its line leaves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) x: u16,
    pub(super) width: u16,
    /// The column where its line leaves; the right border for a line that goes straight on.
    pub(super) exit: u16,
    /// The label in lines.
    pub(super) lines: Vec<String>,
}

/// The cards that are in sight, left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) shown: Range<usize>,
    pub(super) columns: Vec<Column>,
    /// Rows that each band needs, top first.
    pub(super) rows: Vec<u16>,
    /// Whether the way back of a closed course runs over the top; else under the bottom.
    pub(super) over: bool,
    /// Blank columns inside a card's borders, at each side.
    pub(super) pad: u16,
}

/// The label of a card wrapped for a number of lines.
#[derive(Clone, Default)]
struct Label {
    lines: Vec<String>,
    cells: u16,
}

/// One way to set the labels: in so many lines.
struct Setting<'a> {
    course: &'a Course,
    bands: &'a [usize],
    band_count: usize,
    room: Room,
    /// Lines of a label, at most.
    most: usize,
    lang: Lang,
    /// Set when first asked for: of a long walk only a part is ever looked at.
    labels: Vec<OnceCell<Label>>,
    over: bool,
    /// Columns saved on every line that climbs or falls: only where that shows the whole course.
    tight: u16,
}

/// Chooses cards and columns. `bands` holds the band of each card, counted from the top. `None` if not even the
/// card of the step fits.
///
/// As many cards as fit are shown, whole labels in at most three lines; two lines are preferred to three unless
/// they show fewer than four cards, or three show the whole course; for that the lines may be short, too.
pub(super) fn plan(
    course: &Course,
    bands: &[usize],
    band_count: usize,
    room: Room,
    lang: Lang,
) -> Option<Plan> {
    let over = way_back_over(bands, band_count);
    let setting = |most: usize, tight: u16| {
        let room = Room { pad: if tight > 0 { 0 } else { room.pad }, ..room };
        let labels = vec![OnceCell::new(); course.cards.len()];
        Setting { course, bands, band_count, room, most, lang, labels, over, tight }
    };
    let mut best: Option<(Setting, Range<usize>)> = None;
    for (most, tight) in [(2, 0), (3, 0), (1, 0), (2, 1), (3, 1)] {
        let all = course.cards.len();
        if best.as_ref().is_some_and(|(_, shown)| shown.len() == all) {
            break;
        }
        let candidate = setting(most, tight);
        let Some(shown) = candidate.window() else { continue };
        let better = best.as_ref().is_none_or(|(_, other)| {
            shown.len() == all || (tight == 0 && other.len() < 4 && shown.len() > other.len())
        });
        if better {
            best = Some((candidate, shown));
        }
    }
    best.map(|(setting, shown)| setting.settle(shown))
}

/// The whole course in rows of steps, each as long as it fits and all about equally long, labels in at most two lines.
/// `None` if a card does not fit alone.
pub(super) fn systems(
    course: &Course,
    bands: &[usize],
    band_count: usize,
    room: Room,
    lang: Lang,
) -> Option<Vec<Plan>> {
    let count = course.cards.len();
    let labels = vec![OnceCell::new(); count];
    let over = way_back_over(bands, band_count);
    let setting = Setting { course, bands, band_count, room, most: 2, lang, labels, over, tight: 0 };
    let rows_of = |most: usize| {
        let mut rows = Vec::new();
        let mut start = 0;
        while start < count {
            let mut end = start + 1;
            if !setting.fits(start..end) {
                return None;
            }
            while end < count && end - start < most && setting.fits(start..end + 1) {
                end += 1;
            }
            rows.push(start..end);
            start = end;
        }
        Some(rows)
    };
    let fewest = rows_of(usize::MAX)?;
    let even = rows_of(count.div_ceil(fewest.len()))?;
    let rows = if even.len() == fewest.len() { even } else { fewest };
    Some(rows.into_iter().map(|shown| setting.settle(shown)).collect())
}

/// Whether the way back is shorter over the top than under the bottom.
fn way_back_over(bands: &[usize], band_count: usize) -> bool {
    let from_top: usize = bands.first().into_iter().chain(bands.last()).sum();
    from_top <= band_count.saturating_sub(1)
}

/// The narrowest form of a label in at most so many lines.
fn label(text: &str, most: usize, room: Room, lang: Lang) -> Label {
    let longest = text.split_whitespace().map(width).max().unwrap_or(0);
    let ceiling =
        usize::from(room.right.saturating_sub(room.left + FURNITURE + 2 * room.pad)).clamp(1, WIDEST);
    let floor = longest.min(WORD).max(width(text).div_ceil(most)).clamp(1, ceiling);
    let set = |cells: usize| wrap(text, cells, lang);
    let lines = (floor..=ceiling).map(set).find(|lines| lines.len() <= most).unwrap_or_else(|| set(ceiling));
    let cells = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    Label { lines, cells: u16::try_from(cells).unwrap_or(u16::MAX) }
}

/// The cells between a card and the head of the line into the next one, head included.
pub(super) fn run(leg: &Leg) -> u16 {
    leg.marks_width() + 2
}

impl Setting<'_> {
    fn label(&self, at: usize) -> &Label {
        let set = || label(&self.course.cards[at].label, self.most, self.room, self.lang);
        self.labels[at].get_or_init(set)
    }

    /// The cards in sight: the page of the course that holds the step with the cards beside it.
    ///
    /// Pages are as long as they fit and share two cards, as lines of music share a bar, so that the picture
    /// stands still while one steps through a page. They are counted from a card some way before the step, so
    /// that a walk of a thousand steps takes no longer than one of fifty. `None` if a card does not fit alone.
    fn window(&self) -> Option<Range<usize>> {
        let count = self.course.cards.len();
        let step = self.room.step.min(count - 1);
        let mut start = step.saturating_sub(FAR) / FAR * FAR;
        loop {
            let mut end = start + 1;
            if !self.fits(start..end) {
                return None;
            }
            while end < count && self.fits(start..end + 1) {
                end += 1;
            }
            if end == count {
                while start > 0 && self.fits(start - 1..end) {
                    start -= 1;
                }
                return Some(start..end);
            }
            // The last card of a page shows what led to it but not what it leads to: it opens the next one.
            if step + 1 < end || (end - start == 1 && step < end) {
                return Some(start..end);
            }
            start = end.saturating_sub(2).max(start + 1);
        }
    }

    fn fits(&self, shown: Range<usize>) -> bool {
        let hidden = shown.len() < self.course.cards.len();
        let rows = self.room.rows.saturating_sub(if hidden { self.room.count_rows } else { 0 });
        self.rows(&shown).iter().sum::<u16>() <= rows
            && self.columns(&shown, 0).is_some_and(|(_, end)| end <= self.room.right)
    }

    /// The rows each band needs: one for its name, or a frame and the tallest label in it.
    fn rows(&self, shown: &Range<usize>) -> Vec<u16> {
        let mut rows = vec![1; self.band_count];
        for at in shown.clone() {
            let need = u16::try_from(self.label(at).lines.len()).unwrap_or(u16::MAX).saturating_add(2);
            rows[self.bands[at]] = need.max(rows[self.bands[at]]);
        }
        rows
    }

    /// The columns with so much slack, and the column behind everything. `None` beyond what a screen can hold.
    fn columns(&self, shown: &Range<usize>, slack: u16) -> Option<(Vec<Column>, u16)> {
        let legs = &self.course.legs;
        let mut columns: Vec<Column> = Vec::with_capacity(shown.len());
        let mut x = self.room.left.checked_add(self.lead_in(shown))?;
        let mut end = x;
        for at in shown.clone() {
            let label = self.label(at);
            let width = label.cells.checked_add(FURNITURE + 2 * self.room.pad)?;
            let straight = self.goes_straight(at);
            let wall = if straight { 0 } else { self.wall(shown, at, &columns) };
            let offset = (2 - self.tight) + slack.min((width / 2).saturating_sub(2));
            // A line must leave from inside the bottom or top border.
            x = x.max((wall + 1).saturating_sub(width.saturating_sub(2)));
            let right = x.checked_add(width)?.checked_sub(1)?;
            let exit = if straight { right } else { (x + offset).min(right - 1).max(wall + 1) };
            columns.push(Column { x, width, exit, lines: label.lines.clone() });
            end = end.max(right.checked_add(1)?);
            if let Some(leg) = legs.get(at) {
                let dash = if straight { 0 } else { self.tight };
                let beyond = exit.checked_add(1 + run(leg) - dash)?.checked_add(slack.div_ceil(2))?;
                let is_way_back = at + 1 == self.course.cards.len();
                if at + 1 < shown.end || !is_way_back {
                    end = end.max(beyond);
                }
                x = beyond;
            }
        }
        Some((columns, end))
    }

    /// The columns before the first card: room for the line into it.
    fn lead_in(&self, shown: &Range<usize>) -> u16 {
        let legs = &self.course.legs;
        if shown.start > 0 {
            return run(&legs[shown.start - 1]);
        }
        if !self.course.closed {
            return 1;
        }
        legs.last().map_or(1, |leg| 2 + run(leg))
    }

    fn goes_straight(&self, at: usize) -> bool {
        at + 1 < self.course.cards.len() && self.bands[at] == self.bands[at + 1]
    }

    /// The last column taken by cards that the line out of a card has to pass on its way up or down, with one
    /// column of air.
    fn wall(&self, shown: &Range<usize>, at: usize, columns: &[Column]) -> u16 {
        let here = self.bands[at];
        // Bands on the way, the one it goes to included.
        let way = if at + 1 < self.course.cards.len() {
            let there = self.bands[at + 1];
            if there < here { there..here } else { here + 1..there + 1 }
        } else if !self.course.closed {
            return 0;
        } else if self.over {
            0..here
        } else {
            here + 1..self.band_count
        };
        let in_the_way = shown.clone().zip(columns).filter(|(other, _)| way.contains(&self.bands[*other]));
        in_the_way.map(|(_, column)| column.x + column.width).max().unwrap_or(0)
    }

    /// The plan for the cards in sight, spread over the room there is.
    fn settle(&self, shown: Range<usize>) -> Plan {
        let spread = |slack: u16| {
            self.columns(&shown, slack).filter(|(_, end)| *end <= self.room.right).map(|(columns, _)| columns)
        };
        let columns = (0..=16).rev().find_map(spread).unwrap_or_default();
        Plan { columns, rows: self.rows(&shown), over: self.over, pad: self.room.pad, shown }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { left: 0, right: 80, rows: 20, count_rows: 0, pad: 0, step: 0 };

    #[test]
    fn a_label_is_as_narrow_as_its_lines_allow() {
        let set = |most| label("Tight sector-by-sector steering", most, ROOM, Lang::En).lines;
        assert_eq!(set(1), ["Tight sector-by-sector steering"]);
        assert_eq!(set(2).len(), 2);
        assert_eq!(set(3).len(), 3);
        assert_eq!(set(3).concat().replace(' ', "").len(), "Tightsector-by-sectorsteering".len());
    }

    #[test]
    fn the_way_back_takes_the_short_side() {
        assert!(way_back_over(&[0, 1, 2, 3, 2, 0], 4));
        assert!(way_back_over(&[0, 3], 4));
        assert!(!way_back_over(&[3, 2, 3], 4));
    }
}
