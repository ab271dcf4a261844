//! The board at its nearest: every card whole and every link that is asked for, on a sheet larger than the screen.
//!
//! It keeps the sheet from one event to the next, so that a frame only looks up what is in its window. A sheet is
//! made anew when the map or the columns change, and then cards stay where they stood. It draws nothing.

use std::sync::Arc;

use super::open::OpenMap;
use crate::layout::board::Columns;
use crate::layout::sheet::{Mode, Places, Plan, Room, SheetView, Squeeze};
use crate::map::{LevelId, LinkId, NodeId};
use crate::text::{Glyphs, Lang};

/// Which links are drawn on the full board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drawn {
    /// Those of the selected card.
    #[default]
    Selection,
    /// Those and the next ones.
    TwoSteps,
    /// Those of the chain or loop that the staircase shows.
    Walk,
    /// Those between two levels, by the place of the pair.
    Pair(usize),
    /// All.
    All,
    /// None.
    None,
}

/// What a sheet is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Made {
    generation: u64,
    narrowing: (u64, u64),
    columns: Columns,
    folds: (bool, bool),
    lang: Lang,
    ascii: bool,
}

/// What the numbers of the drawn links are made from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen {
    made: Made,
    drawn: Drawn,
    card: Option<NodeId>,
    walk: Vec<LinkId>,
}

/// The full board of an open map.
#[derive(Clone, Debug, Default)]
pub struct Full {
    /// Which links are drawn.
    pub drawn: Drawn,
    /// The first cell of the window, by its place on the whole sheet, if somebody moved it; else it follows the selected
    /// card.
    pub from: Option<(u16, u16)>,
    // The card that was selected when other links were asked for: as long as it is, the window looks for those links.
    aim: Option<Option<NodeId>>,
    // The links asked for last, by what they are and, for a walk, which.
    asked: Option<(Drawn, Vec<LinkId>)>,
    plan: Option<(Made, Arc<Plan>)>,
    // Where cards stood, those too that a filter takes off the board for now.
    places: Places,
    links: Option<(Chosen, Arc<Vec<usize>>)>,
    squeeze: Option<Arc<Squeeze>>,
    // What the gaps have room for while one goes from card to card; none until it is needed.
    room: Option<Room>,
}

impl Full {
    /// The sheet; none before it was asked for.
    #[must_use]
    pub fn plan(&self) -> Option<&Arc<Plan>> {
        self.plan.as_ref().map(|(_, plan)| plan)
    }

    /// The numbers of the drawn links on the sheet.
    #[must_use]
    pub fn links(&self) -> &[usize] {
        self.links.as_ref().map_or(&[], |(_, links)| links)
    }

    /// What of the sheet is left out, since nothing is drawn in it; none before the sheet was asked for.
    #[must_use]
    pub fn squeeze(&self) -> Option<&Arc<Squeeze>> {
        self.squeeze.as_ref()
    }

    /// Whether the window is to show as many of the drawn links as it can, and not just the selected card: from when a
    /// walk or a pair of levels was asked for until one goes to another card.
    #[must_use]
    pub fn aims(&self) -> bool {
        self.aim.is_some() && !self.links().is_empty()
    }

    /// Takes note of which links are drawn. Where they need not be those of the selected card, the window goes to them.
    fn ask(&mut self, chosen: &Chosen) {
        let asked = (chosen.drawn, chosen.walk.clone());
        if self.asked.as_ref() != Some(&asked) {
            let elsewhere = matches!(chosen.drawn, Drawn::Walk | Drawn::Pair(_));
            self.aim = elsewhere.then(|| chosen.card.clone());
            if elsewhere {
                self.from = None;
            }
            self.asked = Some(asked);
        } else if self.aim.as_ref().is_some_and(|card| *card != chosen.card) {
            self.aim = None;
        }
    }

    /// Forgets where cards stood: the next sheet is laid out anew.
    pub fn tidy(&mut self) {
        self.plan = None;
        self.places = Places::default();
    }
}

impl OpenMap {
    /// Makes the sheet and the choice of links fit the map, the selection and the mode.
    pub fn settle_full(&mut self, lang: Lang, glyphs: &'static Glyphs) {
        let made = Made {
            generation: self.generation,
            narrowing: self.board_serial(),
            columns: self.look.columns,
            folds: (self.look.fold_levels, self.look.fold_areas),
            lang,
            ascii: glyphs.head_right.is_ascii(),
        };
        if self.full.plan.as_ref().is_none_or(|(old, _)| *old != made) {
            let same = |old: &Made| (old.columns, old.folds) == (made.columns, made.folds);
            if self.full.plan.as_ref().is_some_and(|(old, _)| !same(old)) {
                self.full.places = Places::default();
            }
            let view = SheetView {
                columns: self.look.columns,
                fold_levels: self.look.fold_levels,
                fold_areas: self.look.fold_areas,
                keep_empty: self.narrowed.is_none(),
                lang,
                ..SheetView::new(self.board_map(), glyphs)
            };
            let before = Some(&self.full.places).filter(|places| !places.is_empty());
            let plan = Plan::of(&view, before);
            self.full.places.take_over(plan.places());
            self.full.plan = Some((made, Arc::new(plan)));
            // What is left out was measured on the sheet before.
            self.full.links = None;
            self.full.room = None;
        }
        let chosen = Chosen {
            made,
            drawn: self.full.drawn,
            card: self.board_card().cloned(),
            walk: if self.full.drawn == Drawn::Walk { self.stairs().0.to_vec() } else { Vec::new() },
        };
        self.full.ask(&chosen);
        if self.full.links.as_ref().is_none_or(|(old, _)| *old != chosen) {
            let mode = self.mode();
            let links = mode.links(self.board_map(), self.board_card());
            let numbers = self.full.plan().map(|plan| plan.links_of(&links)).unwrap_or_default();
            let plan = self.full.plan().map(Arc::clone);
            self.full.squeeze = plan.map(|plan| {
                Arc::new(match mode {
                    Mode::All => Squeeze::none(&plan),
                    Mode::Selection | Mode::TwoSteps => {
                        let room = self.full.room.get_or_insert_with(|| Room::of(&plan));
                        Squeeze::of(&plan, &numbers, room)
                    }
                    _ => Squeeze::of(&plan, &numbers, &Room::default()),
                })
            });
            self.full.links = Some((chosen, Arc::new(numbers)));
        }
    }

    /// What is drawn, as the layout knows it.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match self.full.drawn {
            Drawn::Selection => Mode::Selection,
            Drawn::TwoSteps => Mode::TwoSteps,
            Drawn::Walk => Mode::Walk(self.stairs().0.to_vec()),
            Drawn::Pair(at) => match self.level_pairs().into_iter().nth(at) {
                Some((one, other)) => Mode::Levels(one, other),
                None => Mode::None,
            },
            Drawn::All => Mode::All,
            Drawn::None => Mode::None,
        }
    }

    /// The pairs of whole levels that links can be drawn between: neighbours from the bottom, then those further and
    /// further apart.
    #[must_use]
    pub fn level_pairs(&self) -> Vec<(LevelId, LevelId)> {
        let levels: Vec<&LevelId> = self.map.whole_levels().map(|level| &level.id).collect();
        let apart = |by: usize| levels.iter().zip(levels.iter().skip(by));
        (1..levels.len()).flat_map(apart).map(|(one, other)| ((*one).clone(), (*other).clone())).collect()
    }
}
