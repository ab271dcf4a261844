//! What stands around the cards, in sections and rows: the map itself, levels, areas, phases, effect goals, sources,
//! named loops, journeys with their steps, and observations set aside.
//!
//! Only which rows there are, and where the cursor is; what a row says is in `told`, what is done with it elsewhere.

use std::collections::BTreeSet;

use crate::map::{Item, JourneyId, Map};
use crate::text::Lang;

mod rows;
mod told;

pub use rows::rows;
pub use told::{Told, counted, told};

/// A section of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Title, aim, purpose, language and note of the map.
    #[default]
    Head,
    /// The levels with their parts.
    Levels,
    /// The areas with their parts.
    Areas,
    /// The phases of the life line.
    Phases,
    /// What the work is to reach.
    Goals,
    /// Where claims come from.
    Sources,
    /// The loops that people named.
    Loops,
    /// The saved walks with their steps.
    Journeys,
    /// Observations put aside.
    SetAside,
}

impl Section {
    /// Every section in the order in which they stand.
    pub const ALL: [Section; 9] = [
        Section::Head,
        Section::Levels,
        Section::Areas,
        Section::Phases,
        Section::Goals,
        Section::Sources,
        Section::Loops,
        Section::Journeys,
        Section::SetAside,
    ];

    /// Its heading.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        let words = &lang.words().around;
        match self {
            Section::Head => words.head,
            Section::Levels => words.levels,
            Section::Areas => words.areas,
            Section::Phases => words.phases,
            Section::Goals => words.goals,
            Section::Sources => words.sources,
            Section::Loops => words.loops,
            Section::Journeys => words.journeys,
            Section::SetAside => words.set_aside,
        }
    }

    /// What it is for, in a sentence.
    #[must_use]
    pub fn about(self, lang: Lang) -> &'static str {
        let words = &lang.words().around;
        match self {
            Section::Head => words.about_head,
            Section::Levels => words.about_levels,
            Section::Areas => words.about_areas,
            Section::Phases => words.about_phases,
            Section::Goals => words.about_goals,
            Section::Sources => words.about_sources,
            Section::Loops => words.about_loops,
            Section::Journeys => words.about_journeys,
            Section::SetAside => words.about_set_aside,
        }
    }

    /// What it says while it is empty: what to do next.
    #[must_use]
    pub fn empty(self, lang: Lang) -> &'static str {
        let words = &lang.words().around;
        match self {
            Section::Head => words.about_head,
            Section::Levels => words.no_levels,
            Section::Areas => words.no_areas,
            Section::Phases => words.no_phases,
            Section::Goals => words.no_goals,
            Section::Sources => words.no_sources,
            Section::Loops => words.no_loops,
            Section::Journeys => words.no_journeys,
            Section::SetAside => words.no_set_aside,
        }
    }

    /// How many things are in it; none for the map itself, which is always one.
    #[must_use]
    pub fn count(self, map: &Map) -> Option<usize> {
        Some(match self {
            Section::Head => return None,
            Section::Levels => map.levels().len(),
            Section::Areas => map.areas().len(),
            Section::Phases => map.phases().len(),
            Section::Goals => map.goals().len(),
            Section::Sources => map.sources().len(),
            Section::Loops => map.loops().len(),
            Section::Journeys => map.journeys().len(),
            Section::SetAside => map.set_aside().len(),
        })
    }

    /// The section beside it; beyond the last one the first.
    #[must_use]
    pub fn beside(self, next: bool) -> Self {
        let at = Section::ALL.iter().position(|own| *own == self).unwrap_or(0);
        let all = Section::ALL.len();
        Section::ALL[(at + if next { 1 } else { all - 1 }) % all]
    }
}

/// A row of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub item: Item,
    /// Which piece of it.
    pub piece: Piece,
    /// How deep it stands below another row.
    pub depth: usize,
}

/// Which piece of an item a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The item itself.
    Whole,
    /// One of its fields.
    Field(&'static str),
    /// A step of a journey, from 0.
    Step(usize),
}

/// Where one is on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// The open section.
    pub section: Section,
    /// The journeys whose steps are out of sight.
    pub folded: BTreeSet<JourneyId>,
    at: [usize; Section::ALL.len()],
}

impl Setup {
    /// The rows of the open section.
    #[must_use]
    pub fn rows(&self, map: &Map) -> Vec<Row> {
        rows(map, self.section, &self.folded)
    }

    /// The row that the cursor is on, of so many. What was deleted leaves the cursor on what came behind it.
    #[must_use]
    pub fn at(&self, rows: usize) -> usize {
        self.at[self.section as usize].min(rows.saturating_sub(1))
    }

    /// Puts the cursor on a row.
    pub fn go(&mut self, at: usize) {
        self.at[self.section as usize] = at;
    }

    /// What the cursor is on; none in an empty section.
    #[must_use]
    pub fn here(&self, map: &Map) -> Option<Row> {
        let mut rows = self.rows(map);
        let at = self.at(rows.len());
        (at < rows.len()).then(|| rows.swap_remove(at))
    }

    /// Puts the cursor on an item of the open section, on that piece of it if it has one.
    pub fn stand_on(&mut self, map: &Map, item: &Item, piece: Piece) {
        let rows = self.rows(map);
        let exact = rows.iter().position(|row| row.item == *item && row.piece == piece);
        if let Some(at) = exact.or_else(|| rows.iter().position(|row| row.item == *item)) {
            self.go(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_go_round() {
        assert_eq!(Section::Head.beside(false), Section::SetAside);
        assert_eq!(Section::SetAside.beside(true), Section::Head);
        assert_eq!(Section::Levels.beside(true), Section::Areas);
    }

    #[test]
    fn the_cursor_stays_among_the_rows_and_each_section_keeps_its_own() {
        let mut setup = Setup::default();
        setup.go(4);
        setup.section = Section::Levels;
        setup.go(2);
        assert_eq!((setup.at(5), setup.at(2), setup.at(0)), (2, 1, 0));
        setup.section = Section::Head;
        assert_eq!(setup.at(9), 4);
        assert_eq!(setup.here(&Map::new("x")).map(|row| row.piece), Some(Piece::Field("language")));
    }
}
