//! An open map, and where one is in it.

use std::path::PathBuf;
use std::sync::Arc;

use super::circles::Circles;
use super::trail::Trail;
use super::view::board::Look;
use crate::analysis::levels::{Levels, Line};
use crate::command::View;
use crate::layout::focus::neighbours;
use crate::map::{LinkId, Map, NodeId, Scope, Snapshot};
use crate::text::Lang;

/// A map to open, and what is known of its file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The map.
    pub map: Map,
    /// Its file; none for a copy that was never saved.
    pub path: Option<PathBuf>,
    /// Whether it holds something that its file does not.
    pub unsaved: bool,
    /// Something to say when it is shown, such as that it is for reading only. Empty for nothing.
    pub notice: String,
}

/// What the staircase shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The breadcrumb.
    #[default]
    Trail,
    /// A loop, by its place in the list of all.
    Loop(usize),
}

/// Where one was, to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    view: View,
    card: Option<NodeId>,
    trail: Trail,
    shown: Shown,
}

/// How far back one can go.
const MOST_PAST: usize = 200;

/// An open map, what is selected in it, and what the worker found out about it.
#[derive(Clone, Debug)]
pub struct OpenMap {
    /// The map.
    pub map: Arc<Map>,
    /// Its effects as analyses read them.
    pub snapshot: Arc<Snapshot>,
    /// Its file; none for a copy that was never saved.
    pub path: Option<PathBuf>,
    /// Whether it holds something that its file does not.
    pub unsaved: bool,
    /// Counts the states of the map, so that answers about an older one can be told.
    pub generation: u64,
    /// The selected card.
    pub card: Option<NodeId>,
    /// The chosen one of its links.
    pub link: Option<LinkId>,
    /// The breadcrumb.
    pub trail: Trail,
    /// Where one was before.
    pub past: Vec<Past>,
    /// The loops.
    pub circles: Circles,
    /// What the staircase shows.
    pub shown: Shown,
    /// The step of the staircase that the cursor is on.
    pub step: usize,
    /// The row of the loop list that the cursor is on.
    pub loop_row: usize,
    /// Whether the list of loops shows those that are neither named nor through the selection.
    pub others: bool,
    /// The row of the ladder that the cursor is on.
    pub rung: usize,
    /// Who hears whom.
    pub ladder: Arc<Levels>,
    /// How the board shows the map.
    pub look: Look,
    /// How far the inspector is scrolled.
    pub inspector_from: usize,
}

impl OpenMap {
    /// Opens a map: at the first card of its first named loop, else at the card with the most links.
    #[must_use]
    pub fn new(sheet: Sheet, generation: u64) -> Self {
        let Sheet { map, path, unsaved, notice: _ } = sheet;
        let snapshot = Arc::new(Snapshot::of(&map, &Scope::default()));
        let circles = Circles::named(&map);
        let card = first_card(&map);
        Self {
            snapshot,
            path,
            unsaved,
            generation,
            card,
            link: None,
            trail: Trail::default(),
            past: Vec::new(),
            circles,
            shown: Shown::Trail,
            step: 0,
            loop_row: 0,
            others: false,
            rung: 0,
            look: Look::default(),
            ladder: Arc::new(Levels::of(&map)),
            inspector_from: 0,
            map: Arc::new(map),
        }
    }

    /// The language of the map's texts, if it says one we know; else the one given.
    #[must_use]
    pub fn lang_or(&self, lang: Lang) -> Lang {
        self.map.lang_or(lang)
    }

    /// The links of a card in the order of the focus, those to its causes first. A self link stands once.
    #[must_use]
    pub fn links_of(&self, card: &NodeId) -> Vec<LinkId> {
        let (mut links, effects) = neighbours(&self.map, card);
        links.extend(effects.into_iter().filter(|link| link.from != link.to));
        links
    }

    /// Selects a card elsewhere: the breadcrumb starts anew.
    pub fn jump(&mut self, card: NodeId, view: View) {
        if self.card.as_ref() == Some(&card) {
            self.link = None;
            return;
        }
        if !self.trail.is_empty() {
            self.remember(view);
        }
        self.trail = Trail::default();
        self.select(card);
    }

    /// Walks from the selected card along one of its links; the breadcrumb grows.
    pub fn walk(&mut self, link: &LinkId, view: View) {
        let Some(card) = self.card.clone() else { return };
        self.remember(view);
        self.trail.walk(&card, link);
        // Whoever walks wants to see that walk climb, not the loop shown before.
        self.shown = Shown::Trail;
        let next = if link.from == card { link.to.clone() } else { link.from.clone() };
        self.select(next);
    }

    /// Selects a card without touching the breadcrumb.
    pub fn select(&mut self, card: NodeId) {
        self.card = Some(card);
        self.link = None;
        self.inspector_from = 0;
    }

    /// Keeps where one is, to come back to.
    pub fn remember(&mut self, view: View) {
        let here = Past { view, card: self.card.clone(), trail: self.trail.clone(), shown: self.shown };
        if self.past.last() != Some(&here) {
            self.past.push(here);
        }
        if self.past.len() > MOST_PAST {
            self.past.remove(0);
        }
    }

    /// Goes back to where one was and gives the screen it was on; `None` at the start.
    pub fn back(&mut self) -> Option<View> {
        let past = self.past.pop()?;
        if let Some(card) = past.card {
            self.select(card);
        }
        self.trail = past.trail;
        self.shown = past.shown;
        Some(past.view)
    }

    /// The rungs of the ladder as they are shown: top first, the line from the bottom to the top last.
    #[must_use]
    pub fn rung_at(&self, row: usize) -> Option<&Line> {
        let (whole, rungs): (Vec<_>, Vec<_>) = self.ladder.lines.iter().partition(|line| line.whole);
        rungs.into_iter().rev().chain(whole).nth(row)
    }

    /// The links that the staircase shows, and whether they come back to where they began.
    #[must_use]
    pub fn stairs(&self) -> (&[LinkId], bool) {
        match self.shown {
            Shown::Loop(at) => self.circles.all.get(at).map_or((&[], false), |circle| (&circle.links, true)),
            Shown::Trail => (self.trail.links(), false),
        }
    }
}

fn first_card(map: &Map) -> Option<NodeId> {
    let mut told = map.loops().values().flat_map(|told| told.through.first()).map(|(card, _)| card);
    let told = told.find(|card| map.node(card).is_some()).cloned();
    let degree = |id: &NodeId| map.links_from(id).count() + map.links_to(id).count();
    told.or_else(|| {
        // `max_by_key` takes the last of equals; the first in id order is the one to take.
        map.nodes().rev().max_by_key(|(id, _)| degree(id)).map(|(id, _)| id.clone())
    })
}
