//! Leaves out what nothing is drawn in: which columns and rows of a sheet may go while only some links are drawn.
//!
//! ```text
//! ├─────────────────────────╮                ├──╮
//!                           │          →        │
//! ```
//!
//! A sheet has a track for every link of the map. Where only some are drawn, a column may go that holds no card and no
//! line but those that run straight through it from left to right, and a row that holds no card and no line but those
//! that run straight through it from top to bottom. Of columns beside each other two stay, of rows one, so that cards
//! never touch. What stays keeps its order.
//!
//! It says what goes and maps places there and back. It draws nothing, and it moves no card on the sheet itself.

use super::plan::{BandPlace, ColumnPlace, Plan};
use super::room::Room;
use crate::layout::canvas::Area;
use crate::text::width;

/// How many columns stay of those that may go, and how many rows.
const STAY: (usize, usize) = (1, 1);
/// How many columns at least are between cards.
const APART: usize = 2;
/// The rows of a band that its rule and its name take at most.
const NAME_ROWS: usize = 4;

/// Which columns and rows of a sheet are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squeeze {
    across: Kept,
    down: Kept,
}

impl Squeeze {
    /// All of the sheet: every place stays what it is.
    #[must_use]
    pub fn none(plan: &Plan) -> Self {
        let whole = |many: u16| Kept::of(&vec![true; usize::from(many)]);
        Self { across: whole(plan.width), down: whole(plan.height) }
    }

    /// What is needed where those links are drawn, by their numbers in the plan, and what there is to be room for.
    ///
    /// O(cards + columns + rows + pieces of those links).
    #[must_use]
    pub fn of(plan: &Plan, links: &[usize], room: &Room) -> Self {
        let (mut across, mut down) = (Needed::new(plan.width), Needed::new(plan.height));
        across.need(0, plan.edge);
        down.need(0, plan.head);
        down.need(plan.foot, 1);
        for card in &plan.cards {
            across.need(card.area.x, card.area.width);
            down.need(card.area.y, card.area.height);
        }
        for band in &plan.bands {
            down.need(band.y, 1);
        }
        for &link in links {
            for &(x, y) in plan.corners(link).iter() {
                across.need(x, 1);
                down.need(y, 1);
            }
            // The head, its marks, and a piece of line before them.
            let (x, _) = plan.head_of(link);
            let many = plan.links[link].style.marks_width() as u16 + 1;
            across.need(if plan.enters_rightwards(link) { (x + 1).saturating_sub(many) } else { x }, many);
        }
        let (mut columns, mut rows) = (across.thin(STAY.0), down.thin(STAY.1));
        for &(x, many) in &plan.gaps.0 {
            widen(&mut columns, (x, many), APART);
        }
        for &(x, many, least) in &room.across {
            widen(&mut columns, (x, many), least);
        }
        for &(y, many, least) in &room.down {
            widen(&mut rows, (y, many), least);
        }
        for column in &plan.columns {
            let name = format!("{} {}", column.code, column.name);
            widen(&mut columns, (column.x, column.width), width(name.trim()) + 1);
        }
        for band in &plan.bands {
            widen(&mut rows, (band.y, band.height), NAME_ROWS);
        }
        Self { across: Kept::of(&columns), down: Kept::of(&rows) }
    }

    /// How many columns and rows there are.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        (self.across.many(), self.down.many())
    }

    /// Where a place of the sheet is shown; one that is left out, where the next one is that is not. Places beyond the
    /// sheet stay as far beyond it.
    #[must_use]
    pub fn place(&self, (x, y): (u16, u16)) -> (u16, u16) {
        (self.across.place(x), self.down.place(y))
    }

    /// The place of the sheet that is shown there.
    #[must_use]
    pub fn back(&self, (x, y): (u16, u16)) -> (u16, u16) {
        (self.across.back(x), self.down.back(y))
    }

    /// What is shown of a part of the sheet: a card whole, a cell of the board without what is left out of it.
    #[must_use]
    pub fn area(&self, area: Area) -> Area {
        let (x, y) = self.place((area.x, area.y));
        let (right, bottom) =
            self.place((area.x.saturating_add(area.width), area.y.saturating_add(area.height)));
        Area { x, y, width: right - x, height: bottom - y }
    }

    /// Where a cell of the sheet is shown; `None` if it is left out.
    pub(super) fn cell(&self, x: u16, y: u16) -> Option<(u16, u16)> {
        Some((self.across.exact(x)?, self.down.exact(y)?))
    }

    /// The bands as they are shown, top first.
    #[must_use]
    pub fn bands(&self, plan: &Plan) -> Vec<BandPlace> {
        let shown = |band: &BandPlace| {
            let y = self.down.place(band.y);
            let height = self.down.place(band.y.saturating_add(band.height)) - y;
            BandPlace { y, height, ..band.clone() }
        };
        plan.bands.iter().map(shown).collect()
    }

    /// The columns of areas, phases or sectors as they are shown, from the left.
    #[must_use]
    pub fn columns(&self, plan: &Plan) -> Vec<ColumnPlace> {
        let shown = |column: &ColumnPlace| {
            let x = self.across.place(column.x);
            let width = self.across.place(column.x.saturating_add(column.width)) - x;
            ColumnPlace { x, width, ..column.clone() }
        };
        plan.columns.iter().map(shown).collect()
    }
}

/// Stretches of places that are needed, counted where they begin and end.
struct Needed {
    turns: Vec<i32>,
}

impl Needed {
    fn new(many: u16) -> Self {
        Self { turns: vec![0; usize::from(many) + 1] }
    }

    fn need(&mut self, from: u16, many: u16) {
        let last = self.turns.len() - 1;
        let (from, end) = (usize::from(from), usize::from(from) + usize::from(many));
        self.turns[from.min(last)] += 1;
        self.turns[end.min(last)] -= 1;
    }

    /// Which places stay: those needed, and so many of each run of others.
    fn thin(&self, stay: usize) -> Vec<bool> {
        let (mut open, mut run) = (0, 0);
        let places = &self.turns[..self.turns.len() - 1];
        let stays = |turn: &i32| {
            open += turn;
            run = if open > 0 { 0 } else { run + 1 };
            run <= stay
        };
        places.iter().map(stays).collect()
    }
}

/// Takes places of a stretch back in until so many of it stay.
fn widen(stays: &mut [bool], (from, many): (u16, u16), least: usize) {
    let from = usize::from(from).min(stays.len());
    let end = (from + usize::from(many)).min(stays.len());
    let own = &mut stays[from..end];
    let missing = least.saturating_sub(own.iter().filter(|stays| **stays).count());
    for place in own.iter_mut().filter(|stays| !**stays).take(missing) {
        *place = true;
    }
}

/// The places that stay, one way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kept {
    /// How many stay before each place, and in all.
    before: Vec<u16>,
    /// Those that stay.
    places: Vec<u16>,
}

impl Kept {
    fn of(stays: &[bool]) -> Self {
        let mut before = Vec::with_capacity(stays.len() + 1);
        let mut places = Vec::with_capacity(stays.len());
        for (at, stays) in (0..).zip(stays) {
            before.push(places.len() as u16);
            if *stays {
                places.push(at);
            }
        }
        before.push(places.len() as u16);
        Self { before, places }
    }

    fn many(&self) -> u16 {
        self.places.len() as u16
    }

    /// How far beyond its end a place is, if it is.
    fn beyond(&self, at: u16) -> Option<u16> {
        at.checked_sub((self.before.len() - 1) as u16)
    }

    fn place(&self, at: u16) -> u16 {
        match self.beyond(at) {
            Some(by) => self.many().saturating_add(by),
            None => self.before[usize::from(at)],
        }
    }

    fn exact(&self, at: u16) -> Option<u16> {
        let here = self.place(at);
        (self.beyond(at).is_some() || self.before[usize::from(at) + 1] > here).then_some(here)
    }

    fn back(&self, at: u16) -> u16 {
        match at.checked_sub(self.many()) {
            Some(by) => ((self.before.len() - 1) as u16).saturating_add(by),
            None => self.places[usize::from(at)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_of_each_run_stay_and_places_go_there_and_back() {
        let mut needed = Needed::new(12);
        needed.need(2, 2);
        needed.need(3, 1);
        needed.need(9, 9);
        let stays = needed.thin(2);
        let kept = Kept::of(&stays);
        assert_eq!(kept.places, [0, 1, 2, 3, 4, 5, 9, 10, 11]);
        for at in 0..kept.many() + 3 {
            assert_eq!(kept.exact(kept.back(at)), Some(at));
        }
        assert_eq!((kept.place(7), kept.exact(7), kept.place(9)), (6, None, 6));
        assert_eq!((kept.place(12), kept.place(15)), (9, 12));
    }

    #[test]
    fn a_stretch_is_widened_no_further_than_it_must() {
        let mut stays = [true, false, false, true, false, false];
        widen(&mut stays, (1, 4), 3);
        assert_eq!(stays, [true, true, true, true, false, false]);
        widen(&mut stays, (1, 3), 9);
        assert_eq!(stays, [true, true, true, true, false, false]);
    }
}
