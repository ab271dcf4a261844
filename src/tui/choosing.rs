//! A short list to choose from before something is done: where cards go, which journey a step is for.

use super::form::show_words;
use super::only::Only;
use crate::map::{AreaId, Deed, Item, LevelId, Map, Show, Step, verb};
use crate::text::words::around::where_to;
use crate::text::{Lang, visible};

/// The list, what it is about, and the row of the cursor.
#[derive(Clone, Debug)]
pub struct Choosing {
    /// What is asked.
    pub title: String,
    /// What is done with the choice.
    pub about: About,
    /// What can be chosen: what it is called, and the item; none for none of them.
    pub rows: Vec<(String, Option<Item>)>,
    /// The row that the cursor is on.
    pub at: usize,
}

/// What a choice is for.
#[derive(Clone, Debug)]
pub enum About {
    /// A level or an area goes; its cards go where is chosen.
    Leave(Item),
    /// A step shows what is chosen.
    Shows(Vec<Show>),
    /// The list of loops shows only what is chosen; none for all.
    Loops(Vec<Option<Only>>),
    /// A step goes into the journey that is chosen, or into a new one.
    Step(Step),
}

impl Choosing {
    /// Where the cards of a level or area go when it goes; `None` if it has none, so that nothing is to be asked.
    #[must_use]
    pub fn leaving(map: &Map, item: &Item, lang: Lang) -> Option<Self> {
        let words = &lang.words().around;
        let (cards, others, none) = match item {
            Item::Level(id) => {
                let cards = map.nodes().filter(|(_, node)| node.level.as_ref() == Some(id)).count();
                let others = map.levels().iter().rev().filter(|own| own.id != *id);
                let row = |id: &LevelId| Item::Level(id.clone());
                (cards, others.map(|own| row(&own.id)).collect::<Vec<_>>(), words.to_unsorted)
            }
            Item::Area(id) => {
                let cards = map.nodes().filter(|(_, node)| node.area.as_ref() == Some(id)).count();
                let others = map.areas().iter().filter(|own| own.id != *id);
                let row = |id: &AreaId| Item::Area(id.clone());
                (cards, others.map(|own| row(&own.id)).collect(), words.to_no_area)
            }
            _ => return None,
        };
        if cards == 0 {
            return None;
        }
        let called = |item: &Item| match item {
            Item::Area(id) => visible(format!("{id} {}", verb::called(map, item)).trim_end()).into_owned(),
            _ => visible(&verb::called(map, item)).into_owned(),
        };
        let mut rows: Vec<_> = others.into_iter().map(|other| (called(&other), Some(other))).collect();
        rows.push((none.to_owned(), None));
        let title = where_to(lang, &called(item), cards);
        Some(Self { title, about: About::Leave(item.clone()), rows, at: 0 })
    }

    /// What a step shows, where several things are selected at once.
    #[must_use]
    pub fn shows(map: &Map, shows: Vec<Show>, lang: Lang) -> Self {
        let rows = shows.iter().map(|show| (show_words(map, lang, show), None)).collect();
        let title = lang.words().around.what_to_show.to_owned();
        Self { title, about: About::Shows(shows), rows, at: 0 }
    }

    /// Which journey a step is for, with what it shows: those there are, and a new one.
    #[must_use]
    pub fn journey(map: &Map, step: Step, lang: Lang) -> Self {
        let words = &lang.words().around;
        let journeys = map.journeys().into_iter();
        let row = |(id, own): (&crate::map::JourneyId, &crate::map::Journey)| {
            (visible(&own.title).into_owned(), Some(Item::Journey(id.clone())))
        };
        let mut rows: Vec<_> = journeys.map(row).collect();
        rows.push((words.a_new_journey.to_owned(), None));
        let title = format!("{} {}", words.which_journey, show_words(map, lang, &step.show));
        Self { title, about: About::Step(step), rows, at: 0 }
    }

    /// Moves the cursor by so many rows and stays in the list.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }

    /// What the choice under the cursor does; `None` where it does nothing at once.
    #[must_use]
    pub fn deed(&self, map: &Map) -> Option<Deed> {
        let into = self.rows.get(self.at).and_then(|(_, item)| item.as_ref());
        match (&self.about, into) {
            (About::Leave(Item::Level(id)), Some(Item::Level(into))) => {
                verb::remove_level(map, id, Some(into))
            }
            (About::Leave(Item::Level(id)), None) => verb::remove_level(map, id, None),
            (About::Leave(Item::Area(id)), Some(Item::Area(into))) => verb::remove_area(map, id, Some(into)),
            (About::Leave(Item::Area(id)), None) => verb::remove_area(map, id, None),
            (About::Step(step), Some(Item::Journey(id))) => {
                let journeys = map.journeys();
                let steps = journeys.iter().find(|(own, _)| *own == id)?.1.steps.len();
                verb::add_step(map, id, steps, step.clone())
            }
            _ => None,
        }
    }
}
