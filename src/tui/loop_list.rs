//! The rows of the list of loops, and the order in which one goes from loop to loop.

use super::circles::{Circle, Search};
use super::only::Only;
use super::open::{OpenMap, Shown};
use super::question::Question;
use crate::analysis::settling::Settling;
use crate::map::{LinkId, NodeId};
use crate::text::Lang;
use crate::text::words::acting::would_be_count;
use crate::text::words::says::{of_those_found, running_and_not};

/// The most links without a sign that are listed: nobody settles more at a time.
const MOST_SETTLED: usize = 12;

/// A row of the list of loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A loop, by its place among all.
    Loop(usize),
    /// A link without a sign, by its place among those that decide most.
    Settle(usize),
    /// The heading under which the other loops are folded.
    Others {
        /// How many they are.
        count: usize,
    },
    /// The heading under which the loops are folded that would run if the links marked missing were there.
    WouldBe {
        /// How many they are, named ones left out.
        count: usize,
    },
}

impl OpenMap {
    /// The named loops and those through the card.
    #[must_use]
    pub fn loop_groups(&self) -> [Vec<usize>; 2] {
        self.circles.first_groups(self.card.as_ref())
    }

    /// The rows one can go to: named loops, those through the card, and the others folded or one by one.
    #[must_use]
    pub fn loop_rows(&self) -> Vec<Row> {
        if self.only == Some(Only::Settling) {
            let told = self.answers.settling(&Question::Settling(self.longest));
            let rows = told.map_or(0, |told| told.what.len()).min(MOST_SETTLED);
            return (0..rows).map(Row::Settle).collect();
        }
        if let Some(only) = &self.only {
            return only.of(self).into_iter().map(Row::Loop).collect();
        }
        let [named, here] = self.loop_groups();
        let alone = named.is_empty() && here.is_empty();
        let count = self.circles.listed() - named.len() - here.len();
        let mut rows: Vec<Row> = named.into_iter().chain(here).map(Row::Loop).collect();
        if count > 0 {
            rows.push(Row::Others { count });
            if self.others || alone {
                rows.extend(self.circles.others(self.card.as_ref()).into_iter().map(Row::Loop));
            }
        }
        let ghosts = self.circles.ghosts();
        if !ghosts.is_empty() {
            rows.push(Row::WouldBe { count: ghosts.len() });
            if self.ghosts {
                rows.extend(ghosts.into_iter().map(Row::Loop));
            }
        }
        rows
    }

    /// How many these loops are, those that do not run told apart: `17 and 1 missing`.
    #[must_use]
    pub fn how_many(&self, places: &[usize], lang: Lang) -> String {
        let (running, not) = self.circles.running_and_not(places);
        running_and_not(lang, running, not)
    }

    /// The same for loops that were chosen among those found, which may not be all.
    #[must_use]
    pub fn how_many_found(&self, places: &[usize], lang: Lang) -> String {
        let said = self.how_many(places, lang);
        match &self.circles.search {
            Search::Done(found) if found.complete => said,
            Search::Done(_) => of_those_found(lang, &said, Some(self.circles.found())),
            Search::Waiting | Search::Running => of_those_found(lang, &said, None),
        }
    }

    /// How many loops would run, and up to which length they were looked for.
    #[must_use]
    pub fn how_many_would_be(&self, n: usize, lang: Lang) -> String {
        let all = self.circles.would_be.as_ref().is_some_and(|(_, all)| *all);
        would_be_count(lang, n, all, self.longest)
    }

    /// The row of a loop; the others are unfolded if it is among them.
    pub fn row_of_loop(&mut self, at: usize) -> usize {
        let row = |open: &Self| open.loop_rows().iter().position(|row| *row == Row::Loop(at));
        row(self).unwrap_or_else(|| {
            self.only = None;
            if let Some(at) = row(self) {
                return at;
            }
            if self.circles.all.get(at).is_some_and(|circle| circle.guest) {
                self.ghosts = true;
            } else {
                self.others = true;
            }
            row(self).unwrap_or(0)
        })
    }

    /// The loops in the order of the list.
    #[must_use]
    pub fn loop_order(&self) -> Vec<usize> {
        if let Some(only) = self.only.as_ref().filter(|only| **only != Only::Settling) {
            return only.of(self);
        }
        let mut order = self.loop_groups().concat();
        order.extend(self.circles.others(self.card.as_ref()));
        if self.ghosts {
            order.extend(self.circles.ghosts());
        }
        order
    }

    /// The loop that the cursor of the list is on.
    #[must_use]
    pub fn listed_loop(&self) -> Option<usize> {
        match self.loop_rows().get(self.loop_row) {
            Some(Row::Loop(at)) => Some(*at),
            _ => None,
        }
    }

    /// A link without a sign and what settling it does, by its place; `None` if it is gone meanwhile.
    #[must_use]
    pub fn settling(&self, at: usize) -> Option<(LinkId, Settling)> {
        let told = self.answers.settling(&Question::Settling(self.longest))?;
        let own = *told.what.get(at)?;
        let link = told.snapshot.link_id(&told.snapshot.arcs()[own.arc as usize]);
        self.map.link(&link).is_some().then_some((link, own))
    }

    /// The link without a sign that the cursor of the list is on.
    #[must_use]
    pub fn listed_settling(&self) -> Option<LinkId> {
        match self.loop_rows().get(self.loop_row) {
            Some(Row::Settle(at)) => Some(self.settling(*at)?.0),
            _ => None,
        }
    }

    /// The loop that was chosen last, unless one went along links since.
    #[must_use]
    pub fn chosen_loop(&self) -> Option<&Circle> {
        match self.shown {
            Shown::Loop(at) => self.circles.all.get(at),
            Shown::Trail => None,
        }
    }

    /// Which card of that loop it is, counted from 1; none of other cards.
    #[must_use]
    pub fn place_on_loop(&self, card: &NodeId) -> Option<usize> {
        let links = &self.chosen_loop()?.links;
        links.iter().position(|link| link.from == *card).map(|at| at + 1)
    }

    /// The cards of the staircase in order; a loop comes back to its first card, which stands once.
    #[must_use]
    pub fn stairs_cards(&self) -> Vec<NodeId> {
        let (links, closed) = self.stairs();
        let end = if closed { None } else { links.last().map(|link| link.to.clone()) };
        links.iter().map(|link| link.from.clone()).chain(end).collect()
    }
}
