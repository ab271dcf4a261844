//! Where to act: the cards that break loops and chains, and where each card stands in the drawing. Which rows there
//! are and in which order; what they say is drawn elsewhere.

use super::open::OpenMap;
use super::question::Question;
use crate::analysis::structure::{Standing, Structure};
use crate::map::{Kind, NodeId, Spot};

/// Where one is on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acting {
    /// The row of the cursor, counted over all parts.
    pub at: usize,
    /// What the table is sorted by.
    pub sort: Column,
    /// Whether the other way round.
    pub back: bool,
    parts: [(Part, Vec<NodeId>); 5],
    of: Option<Source>,
}

/// What the rows follow from: the state of the map, what is known of it, between which cards, with loops of how many
/// links, and the order of the table.
type Source = (u64, u64, Option<(NodeId, NodeId)>, usize, Column, bool);

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// How many loops run through the card.
    #[default]
    Loops,
    /// How many cards it drives directly.
    Drives,
    /// How many drive it directly.
    Driven,
    /// How many it leads to, over any number of links.
    Reaches,
    /// How many lead to it.
    ReachedFrom,
    /// How often it lies between others.
    Between,
    /// Its label.
    Card,
}

impl Column {
    /// Every column, in the order in which the table is sorted by one after the other.
    pub const ALL: [Column; 7] = [
        Column::Loops,
        Column::Drives,
        Column::Driven,
        Column::Reaches,
        Column::ReachedFrom,
        Column::Between,
        Column::Card,
    ];

    /// The number in a column; none for the label and where it is not known.
    #[must_use]
    pub fn value(self, of: &Standing, structure: &Structure) -> Option<f64> {
        let count = |n: usize| u32::try_from(n).ok().map(f64::from);
        match self {
            Column::Loops => count(of.loops),
            Column::Drives => count(of.drives),
            Column::Driven => count(of.depends),
            Column::Reaches => count(of.reaches).filter(|_| structure.reach_known),
            Column::ReachedFrom => count(of.reached_from).filter(|_| structure.reach_known),
            Column::Between => of.between,
            Column::Card => None,
        }
    }
}

/// A part of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What breaks every loop.
    #[default]
    EveryLoop,
    /// What breaks every named loop.
    NamedLoops,
    /// What breaks every chain between two cards.
    EveryChain,
    /// What every chain between them passes.
    Bottlenecks,
    /// Where each card stands.
    Table,
}

impl OpenMap {
    /// The question about the two ends of the chains that are looked at.
    #[must_use]
    pub fn between(&self) -> Option<Question> {
        self.ends.as_ref().map(|(from, to)| Question::Between(from.clone(), to.clone()))
    }

    /// The question where each card stands.
    #[must_use]
    pub fn structure(&self) -> Question {
        Question::Structure(self.longest)
    }

    /// The parts of the screen with their cards, as far as they were known when the rows were settled.
    #[must_use]
    pub fn acting_parts(&self) -> &[(Part, Vec<NodeId>); 5] {
        &self.acting.parts
    }

    /// Lists the rows as the map is now and as far as they are known. They are kept for as long as both stay the
    /// same: sorting a thousand cards anew for each frame would be most of its time.
    pub fn settle_acting(&mut self) {
        let Acting { sort, back, .. } = self.acting;
        let source = (self.generation, self.answers.version(), self.ends.clone(), self.longest, sort, back);
        if self.acting.of.as_ref() != Some(&source) {
            self.acting.parts = self.parts();
            self.acting.of = Some(source);
        }
    }

    /// The parts: what was asked of two cards comes first, the table last. A card that is gone is left out.
    fn parts(&self) -> [(Part, Vec<NodeId>); 5] {
        let cards = |snapshot: &crate::map::Snapshot, spots: &[Spot]| -> Vec<NodeId> {
            let ids = spots.iter().map(|&spot| snapshot.id(spot).clone());
            ids.filter(|id| self.map.node(id).is_some()).collect()
        };
        let every = self.answers.cut_loops().map(|told| cards(told.snapshot, &told.what.nodes));
        let named = self.answers.cut_told().map(|told| cards(told.snapshot, &told.what.cut.nodes));
        let between = self.between().and_then(|question| {
            let told = self.answers.between(&question)?;
            let cut = told.what.cut.as_ref().map(|cut| cards(told.snapshot, &cut.nodes));
            let necks = told.what.bottlenecks.as_ref().ok().and_then(Option::as_ref);
            Some((
                cut.unwrap_or_default(),
                necks.map(|spots| cards(told.snapshot, spots)).unwrap_or_default(),
            ))
        });
        let (cut, necks) = between.unwrap_or_default();
        let asked = [(Part::EveryChain, cut), (Part::Bottlenecks, necks)];
        let loops =
            [(Part::EveryLoop, every.unwrap_or_default()), (Part::NamedLoops, named.unwrap_or_default())];
        let ([a, b], [c, d]) = if self.ends.is_some() { (asked, loops) } else { (loops, asked) };
        [a, b, c, d, (Part::Table, self.standing_cards())]
    }

    /// The cards of the table in its order: those with links, the largest number first.
    fn standing_cards(&self) -> Vec<NodeId> {
        let Some(told) = self.answers.structure(&self.structure()) else { return Vec::new() };
        let (structure, snapshot, sort) = (told.what, told.snapshot, self.acting.sort);
        let shown = |spot: &Spot| {
            let own = &structure.standings[*spot as usize];
            snapshot.kind(*spot) != Kind::Note && own.drives + own.depends > 0
        };
        let mut spots: Vec<Spot> = snapshot.spots().filter(shown).collect();
        if sort == Column::Card {
            spots.sort_by_cached_key(|&spot| super::say::label(&self.map, snapshot.id(spot)).to_lowercase());
        } else {
            let value =
                |spot: Spot| sort.value(&structure.standings[spot as usize], structure).unwrap_or(-1.0);
            // Equals stay in id order.
            spots.sort_by(|&a, &b| value(b).total_cmp(&value(a)));
        }
        if self.acting.back {
            spots.reverse();
        }
        let ids = spots.into_iter().map(|spot| snapshot.id(spot).clone());
        ids.filter(|id| self.map.node(id).is_some()).collect()
    }

    /// The card that the cursor of the screen is on.
    #[must_use]
    pub fn acting_card(&self) -> Option<NodeId> {
        self.acting_parts().iter().flat_map(|(_, cards)| cards).nth(self.acting.at).cloned()
    }
}
