//! The screen of actors: which part of it is shown, how the register is sorted, and which rows follow from that.
//!
//! The cursor is the open map's own card, so that every command that means 'this card' means the actor.

mod said;

use std::collections::BTreeSet;

use super::circles::Circles;
use super::open::OpenMap;
use crate::analysis::actors::{Actor, Coverage, Order, Picture, Register};
use crate::map::{Map, NodeId};

pub use said::{about_tie, counts, letter, order, presence, shade};

/// A part of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The actors as a table.
    #[default]
    Register,
    /// Influence × stance.
    Picture,
    /// Sector × level.
    Coverage,
}

impl Part {
    /// The parts in order.
    pub const ALL: [Part; 3] = [Part::Register, Part::Picture, Part::Coverage];
}

/// All that follows from the map alone.
#[derive(Clone, Debug)]
pub struct Roll {
    /// The register.
    pub register: Register,
    /// Influence × stance.
    pub picture: Picture,
    /// Sector × level, the parts of levels by themselves and folded.
    coverage: [Coverage; 2],
}

impl Roll {
    /// What follows from a map.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        Self {
            register: Register::of(map),
            picture: Picture::of(map),
            coverage: [false, true].map(|fold| Coverage::of(map, fold)),
        }
    }

    /// Sector × level.
    #[must_use]
    pub fn coverage(&self, fold: bool) -> &Coverage {
        &self.coverage[usize::from(fold)]
    }
}

/// An actor in the register as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub actor: NodeId,
    /// How much it holds.
    pub holds: usize,
    /// How many loops run through what it holds, of those found so far.
    pub loops: usize,
}

/// What the rows follow from: the state of the map, the order, and how many loops are known.
type Source = (u64, Order, bool, usize);

/// What somebody set on the screen of actors, kept while the map is open, and the rows that follow.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The part that is shown.
    pub part: Part,
    /// What the register is sorted by.
    pub order: Order,
    /// The other way round.
    pub back: bool,
    /// Whether the parts of levels stand in their whole.
    pub fold: bool,
    /// The rows of the register.
    pub rows: Vec<Row>,
    /// The row that the cursor is on.
    pub at: usize,
    /// The actor somebody went to.
    wish: Option<NodeId>,
    of: Option<Source>,
}

impl Default for Cast {
    fn default() -> Self {
        Self {
            part: Part::default(),
            order: Order::Level,
            back: false,
            fold: false,
            rows: Vec::new(),
            at: 0,
            wish: None,
            of: None,
        }
    }
}

impl Cast {
    /// Sorts by an order; by the one it is sorted by already, the other way round.
    pub fn sort_by(&mut self, order: Order) {
        self.back = self.order == order && !self.back;
        self.order = order;
    }

    /// The row of an actor.
    #[must_use]
    pub fn row_of(&self, id: &NodeId) -> Option<usize> {
        self.rows.iter().position(|row| row.actor == *id)
    }
}

impl OpenMap {
    /// Lists the actors as the map is now and selects the one under the cursor: the selected one; else one that holds
    /// the selected card, the one somebody went to last, or the one in its place. Without actors nothing is selected,
    /// so that no command changes what is not in sight.
    pub fn settle_cast(&mut self) {
        let source = (self.generation, self.cast.order, self.cast.back, self.circles.all.len());
        if self.cast.of != Some(source) {
            let register = &self.roll().register;
            let sorted = register.sorted(&self.map, self.cast.order, self.cast.back);
            let row = |at: usize| {
                let actor = &register.actors[at];
                let loops = through(&self.circles, actor).len();
                Row { actor: actor.id.clone(), holds: actor.holds.len(), loops }
            };
            self.cast.rows = sorted.into_iter().map(row).collect();
            self.cast.of = Some(source);
        }
        let register = &self.roll().register;
        let cast = &self.cast;
        let own = self.card.as_ref().and_then(|card| cast.row_of(card));
        let holder = || register.holders(self.card.as_ref()?).find_map(|actor| cast.row_of(&actor.id));
        let wished = || cast.row_of(cast.wish.as_ref()?);
        let at = own.or_else(holder).or_else(wished).unwrap_or(cast.at);
        let at = at.min(cast.rows.len().saturating_sub(1));
        let actor = cast.rows.get(at).map(|row| row.actor.clone());
        if self.card != actor {
            self.inspector_from = 0;
        }
        self.cast.at = at;
        self.cast.wish.clone_from(&actor);
        (self.card, self.link) = (actor, None);
    }

    /// The loops through something an actor holds, as places in [`Circles::all`]: those that run, and the named ones
    /// that do not.
    #[must_use]
    pub fn all_loops_of_actor(&self, actor: &Actor) -> [Vec<usize>; 2] {
        let all = &self.circles.all;
        let named = |id| all.iter().position(|own| own.named.as_ref() == Some(id));
        let idle = actor.loops.iter().filter_map(named).filter(|&at| !all[at].runs());
        [through(&self.circles, actor).into_iter().collect(), idle.collect()]
    }
}

/// The loops through what an actor holds that run.
fn through(circles: &Circles, actor: &Actor) -> BTreeSet<usize> {
    let places = actor.held().flat_map(|card| circles.places_through(card));
    places.copied().filter(|&at| circles.all[at].runs()).collect()
}
