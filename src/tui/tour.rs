//! The tour: a dozen things to do on the bundled case, each of which goes on when it was done.
//!
//! It changes nothing and takes no key away: it looks at the state after every event. Who does not want to do a
//! step goes on with the key of the next one.

use super::app::App;
use super::open::{OpenMap, Shown};
use super::trail::Trail;
use crate::command::{Keymap, View};
use crate::map::NodeId;
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};

/// The card that the tour works on; it stands on the bundled case in both languages.
const CARD: &str = "room-unused";

/// A step of the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To another card.
    Look,
    /// Along two links.
    Walk,
    /// The chain as a staircase.
    Stairs,
    /// The list of loops.
    Loops,
    /// The loop with the missing link.
    Missing,
    /// Who hears whom.
    Hears,
    /// A card by its name.
    Find,
    /// A new cause.
    Add,
    /// A link from it.
    Link,
    /// A link back to it.
    Back,
    /// The loops through it.
    Closed,
    /// Taken back.
    Undo,
    /// Saved.
    Keep,
    /// Where to go on.
    End,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Step; 14] = [
        Step::Look,
        Step::Walk,
        Step::Stairs,
        Step::Loops,
        Step::Missing,
        Step::Hears,
        Step::Find,
        Step::Add,
        Step::Link,
        Step::Back,
        Step::Closed,
        Step::Undo,
        Step::Keep,
        Step::End,
    ];

    /// Its title and what to do, as they stand in the table of words.
    #[must_use]
    pub fn text(self, lang: Lang) -> (&'static str, &'static str) {
        let words = &lang.words().guide;
        match self {
            Step::Look => (words.look_title, words.look),
            Step::Walk => (words.walk_title, words.walk),
            Step::Stairs => (words.stairs_title, words.stairs),
            Step::Loops => (words.loops_title, words.loops),
            Step::Missing => (words.missing_title, words.missing),
            Step::Hears => (words.hears_title, words.hears),
            Step::Find => (words.find_title, words.find),
            Step::Add => (words.add_title, words.add),
            Step::Link => (words.link_title, words.link),
            Step::Back => (words.back_title, words.back),
            Step::Closed => (words.closed_title, words.closed),
            Step::Undo => (words.undo_title, words.undo),
            Step::Keep => (words.keep_title, words.keep),
            Step::End => (words.end_title, words.end),
        }
    }
}

impl Step {
    /// The screen on which its keys do what it says; none where they do so on every screen.
    #[must_use]
    pub const fn screen(self) -> Option<View> {
        match self {
            Step::Look | Step::Walk | Step::Stairs | Step::Find | Step::Add | Step::Link | Step::Back => {
                Some(View::Board)
            }
            Step::Missing => Some(View::Loops),
            Step::Loops | Step::Hears | Step::Closed | Step::Undo | Step::Keep | Step::End => None,
        }
    }
}

/// How the map stood when a step began.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Before {
    card: Option<NodeId>,
    trail: Trail,
    cards: usize,
    links: usize,
}

impl Before {
    fn of(open: &OpenMap) -> Self {
        Self {
            card: open.card.clone(),
            trail: open.trail.clone(),
            cards: open.map.node_count(),
            links: open.map.link_count(),
        }
    }
}

/// Opens the bundled case in the language of the program, with the tour on it.
pub fn begin(app: &mut App) {
    let own = app.shelf.iter().find(|own| own.lang == app.lang).or(app.shelf.first());
    let Some(sheet) = own.and_then(super::shelf::Shelved::sheet) else { return };
    app.open(sheet);
    app.tour = app.open.as_ref().map(Tour::new);
}

/// The tour under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// Which opened map it is on.
    pub opening: u64,
    /// Which of [`Step::ALL`] is to be done.
    pub at: usize,
    /// Whether it is shown; somebody may put it away and take it up again.
    pub shown: bool,
    before: Before,
    /// Whether somebody walked since the step began: the same two links may be walked again.
    walked: bool,
    /// Whether the step was done already when somebody went back to it: it waits until it is to be done anew.
    waits: bool,
}

impl Tour {
    /// The tour at its beginning, on the map that was just opened.
    #[must_use]
    pub fn new(open: &OpenMap) -> Self {
        let before = Before::of(open);
        Self { opening: open.opening, at: 0, shown: true, before, walked: false, waits: false }
    }

    /// The step to be done.
    #[must_use]
    pub fn step(&self) -> Step {
        Step::ALL[self.at.min(Step::ALL.len() - 1)]
    }

    /// Goes to the next step; `false` behind the last one.
    pub fn next(&mut self, open: &OpenMap) -> bool {
        self.at += 1;
        self.begin_step(open);
        self.at < Step::ALL.len()
    }

    /// Goes back to the step before; `false` at the first one.
    pub fn back(&mut self, view: View, open: &OpenMap) -> bool {
        let Some(at) = self.at.checked_sub(1) else { return false };
        self.at = at;
        self.begin_step(open);
        self.waits = self.stands(view, open);
        true
    }

    fn begin_step(&mut self, open: &OpenMap) {
        (self.before, self.walked, self.waits) = (Before::of(open), false, false);
    }

    /// Takes notice of what an event did.
    pub fn watch(&mut self, view: View, open: &OpenMap) {
        self.walked |= open.trail != self.before.trail;
        self.waits &= self.stands(view, open);
    }

    /// Whether the step was done.
    #[must_use]
    pub fn is_done(&self, view: View, open: &OpenMap) -> bool {
        !self.waits && self.stands(view, open)
    }

    /// Whether the map and the screen are as the step leaves them.
    fn stands(&self, view: View, open: &OpenMap) -> bool {
        let (map, before) = (&open.map, &self.before);
        match self.step() {
            Step::Look => open.card != before.card,
            Step::Walk => self.walked && open.trail.links().len() >= 2,
            Step::Stairs => view == View::Staircase && open.shown == Shown::Trail,
            Step::Loops | Step::Closed => view == View::Loops,
            Step::Missing => {
                let shown = match open.shown {
                    Shown::Loop(at) => open.circles.all.get(at),
                    Shown::Trail => None,
                };
                view == View::Staircase && shown.is_some_and(|circle| circle.missing > 0)
            }
            Step::Hears => view == View::Levels,
            Step::Find => open.card.as_ref().is_some_and(|card| card.as_str() == CARD),
            Step::Add => map.node_count() > before.cards,
            Step::Link | Step::Back => map.link_count() > before.links,
            Step::Undo => map.link_count() < before.links || map.node_count() < before.cards,
            Step::Keep => open.path.is_some() && !open.unsaved(),
            Step::End => false,
        }
    }

    /// What stands in the way of the step; `None` if nothing does.
    fn aside(&self, view: View, open: &OpenMap, lang: Lang) -> Option<&'static str> {
        let words = &lang.words().guide;
        let step = self.step();
        let is_there = |own: View| own == view || (own, view) == (View::Board, View::Focus);
        // A card is found from every screen.
        let elsewhere = step != Step::Find && step.screen().is_some_and(|own| !is_there(own));
        if elsewhere && !self.stands(view, open) {
            return Some(if step == Step::Missing { words.back_to_loops } else { words.back_to_board });
        }
        if step != Step::Walk {
            return None;
        }
        match &open.card {
            None => Some(words.choose_first),
            Some(card) if open.map.links_from(card).chain(open.map.links_to(card)).next().is_none() => {
                Some(words.no_links_here)
            }
            Some(_) if self.walked && open.trail.links().len() == 1 => Some(words.one_more),
            Some(_) => None,
        }
    }

    /// What to do, with the keys of today and the names of the map.
    #[must_use]
    pub fn said(&self, app: &App) -> String {
        let (_, text) = self.step().text(app.lang);
        let text = super::guide::keyed(app, text);
        let Some(open) = &app.open else { return text };
        if let Some(aside) = self.aside(app.view, open, app.lang) {
            return super::guide::keyed(app, aside);
        }
        let card = open.map.node(&CARD.into()).map_or(CARD, |node| node.label.as_str());
        let missing = open.circles.all.iter().find(|circle| circle.missing > 0 && circle.named.is_some());
        let title = missing.map_or_else(String::new, |circle| super::say::loop_title(&open.map, circle));
        // What to type must be found in the map as it is, whatever the language of the program.
        let word = open.lang_or(app.lang).words().guide.find_word;
        text.replace("{card}", &quoted(&visible(card)))
            .replace("{loop}", &quoted(&title))
            .replace("{word}", word)
    }

    /// The keys that the step names.
    #[must_use]
    pub fn keys(&self, keymap: &Keymap, lang: Lang) -> Vec<super::guide::Named> {
        let words = &lang.words().guide;
        let asides = [words.back_to_loops, words.back_to_board, words.choose_first, words.one_more];
        let texts = std::iter::once(self.step().text(lang).1).chain(asides);
        texts.flat_map(|text| super::guide::keys_in(keymap, text)).collect()
    }
}
