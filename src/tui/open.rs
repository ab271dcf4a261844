//! An open map, and what is known of it. Where one is in it, and where one was, stands in `open/way.rs`.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::acting::Acting;
use super::answers::Answers;
use super::cast::{Cast, Roll};
use super::chain_list::ChainList;
use super::circles::Circles;
use super::full::Full;
use super::guide::is_young;
use super::heard::Heard;
use super::job::MAX_LENGTH;
use super::narrowed::Narrowed;
use super::only::Only;
use super::outline::{Listed, Outline, Row};
use super::question::Question;
use super::review::Review;
use super::setup::Setup;
use super::trail::Trail;
use super::unsettled::Unsettled;
use super::view::board::Look;
use crate::analysis::levels::Levels;
use crate::analysis::observe::Observed;
use crate::layout::focus::neighbours;
use crate::layout::matrix::{MatrixKind, MatrixLook, MatrixOf, scope_of, scopes};
use crate::layout::model::ModelLook;
use crate::map::{ChangeError, Deed, History, LinkId, Map, NodeId, Scope, Snapshot};
use crate::text::Lang;

mod sheet;
mod way;

pub use self::sheet::Sheet;
pub use self::way::Past;

/// What the staircase shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The breadcrumb.
    #[default]
    Trail,
    /// A loop, by its place in the list of all.
    Loop(usize),
}

/// An open map, what is selected in it, and what the worker found out about it.
#[derive(Clone, Debug)]
pub struct OpenMap {
    /// The map.
    pub map: Arc<Map>,
    /// Its effects as analyses read them.
    pub snapshot: Arc<Snapshot>,
    /// What was done to it since it was opened.
    pub history: History,
    /// The state of the history that the file holds; none for a map that is in no file.
    pub kept: Option<usize>,
    /// Its file; none for a copy that was never saved.
    pub path: Option<PathBuf>,
    /// What the file held when it was read or written last.
    pub loaded: Option<Vec<u8>>,
    /// How many comments the next save takes away.
    pub comments: usize,
    /// Whether it may only be read.
    pub read_only: bool,
    /// Whether it is being written right now.
    pub saving: bool,
    /// Whether it is to be saved once more when that is done.
    pub save_again: bool,
    /// Cards picked for something that is done to all of them.
    pub picked: BTreeSet<NodeId>,
    /// Links picked the same way, in the list of links.
    pub picked_links: BTreeSet<LinkId>,
    /// Pairs of cards that somebody said are not the same thing.
    pub apart: BTreeSet<(NodeId, NodeId)>,
    /// Tells this opened map from those opened before it.
    pub opening: u64,
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
    // The links of a loop that was shown before the map changed, until the search finds it again.
    sought: Option<Vec<LinkId>>,
    /// The step of the staircase that the cursor is on.
    pub step: usize,
    /// The row of the loop list that the cursor is on.
    pub loop_row: usize,
    /// Whether the list of loops shows those that are neither named nor through the selection.
    pub others: bool,
    /// Whether it shows those that would run if the links marked missing were there.
    pub ghosts: bool,
    /// The link that was chosen last, on a screen where links are.
    pub link_before: Option<LinkId>,
    /// Which loops the list shows; all of them where nothing is said.
    pub only: Option<Only>,
    /// The most links of the loops and chains that are looked for.
    pub longest: usize,
    /// What else the worker found out.
    pub answers: Answers,
    /// The two ends of the chains that are looked at.
    pub ends: Option<(NodeId, NodeId)>,
    /// Where one is among the places to act.
    pub acting: Acting,
    /// Where one is in the list of chains.
    pub chain_list: ChainList,
    /// The row of the ladder that the cursor is on.
    pub rung: usize,
    // Who hears whom, once it was asked for since the map changed: most changes are made on other screens.
    ladder: OnceCell<Levels>,
    /// The screen of actors.
    pub cast: Cast,
    // The register of actors, once it was asked for since the map changed.
    roll: OnceCell<Roll>,
    // What the map shows, the same way.
    observed: OnceCell<Observed>,
    /// How the screen of who hears whom shows it.
    pub heard: Heard,
    /// How the board shows the map.
    pub look: Look,
    /// What the main model shows, and what is chosen on it.
    pub model: ModelLook,
    /// What the matrix shows.
    pub matrix: MatrixLook,
    /// The board at its nearest.
    pub full: Full,
    /// The outline.
    pub outline: Outline,
    /// What the board is narrowed to; none where it shows everything.
    pub narrowed: Option<Narrowed>,
    /// The version that it is compared with, while it is.
    pub review: Option<Review>,
    /// Where one is among the conflicts that a merge left.
    pub unsettled: Unsettled,
    /// Where one is among what stands around the cards.
    pub setup: Setup,
    /// How far the inspector is scrolled.
    pub inspector_from: usize,
    /// Whether it was young when it was opened, and the next step is to be shown.
    pub guided: bool,
}

impl OpenMap {
    /// Opens a map: at the first card of its first named loop, else at the card with the most links.
    #[must_use]
    pub fn new(sheet: Sheet, generation: u64) -> Self {
        let Sheet { map, path, unsaved, notice: _, loaded, comments, read_only } = sheet;
        let history = History::default();
        let snapshot = Arc::new(Snapshot::of(&map, &Scope::default()));
        let circles = Circles::named(&map);
        let card = first_card(&map);
        Self {
            snapshot,
            kept: (!unsaved).then(|| history.position()),
            history,
            path,
            loaded,
            comments,
            read_only,
            saving: false,
            save_again: false,
            picked: BTreeSet::new(),
            picked_links: BTreeSet::new(),
            apart: BTreeSet::new(),
            opening: generation,
            generation,
            card,
            link: None,
            trail: Trail::default(),
            past: Vec::new(),
            circles,
            shown: Shown::Trail,
            sought: None,
            step: 0,
            loop_row: 0,
            others: false,
            ghosts: false,
            link_before: None,
            only: None,
            longest: MAX_LENGTH,
            answers: Answers::default(),
            ends: None,
            acting: Acting::default(),
            chain_list: ChainList::default(),
            rung: 0,
            cast: Cast::default(),
            roll: OnceCell::new(),
            look: Look::default(),
            full: Full::default(),
            ladder: OnceCell::new(),
            observed: OnceCell::new(),
            heard: Heard::default(),
            model: ModelLook::default(),
            matrix: MatrixLook::default(),
            outline: Outline::default(),
            narrowed: None,
            review: None,
            unsettled: Unsettled::default(),
            setup: Setup::default(),
            inspector_from: 0,
            guided: is_young(&map),
            map: Arc::new(map),
        }
    }

    /// Whether it holds something that its file does not.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.kept != Some(self.history.position())
    }

    /// Whether leaving it would lose work: a copy that nobody changed is no loss.
    #[must_use]
    pub fn at_risk(&self) -> bool {
        self.unsaved() && (self.kept.is_some() || self.history.position() != History::default().position())
    }

    /// Does a deed and takes in what follows from it.
    ///
    /// # Errors
    /// If it does not fit the map; everything is then as it was.
    pub fn commit(&mut self, deed: Deed, generation: u64) -> Result<(), ChangeError> {
        self.history.commit(Arc::make_mut(&mut self.map), deed)?;
        self.take_in(generation);
        Ok(())
    }

    /// Takes the last deed back and gives it; `None` at the beginning.
    ///
    /// # Errors
    /// If the map was changed behind the history's back.
    pub fn undo(&mut self, generation: u64) -> Result<Option<Deed>, ChangeError> {
        let deed = self.history.undo(Arc::make_mut(&mut self.map))?.cloned();
        if deed.is_some() {
            self.take_in(generation);
        }
        Ok(deed)
    }

    /// Does again what was taken back last and gives it; `None` if nothing was.
    ///
    /// # Errors
    /// If the map was changed behind the history's back.
    pub fn redo(&mut self, generation: u64) -> Result<Option<Deed>, ChangeError> {
        let deed = self.history.redo(Arc::make_mut(&mut self.map))?.cloned();
        if deed.is_some() {
            self.take_in(generation);
        }
        Ok(deed)
    }

    /// Computes anew what follows from the map, and lets go of what is no longer on it.
    fn take_in(&mut self, generation: u64) {
        self.generation = generation;
        self.snapshot = Arc::new(Snapshot::of(&self.map, &Scope::default()));
        // Places in the list mean other loops now; the one that is shown is looked for by its links.
        self.sought = match self.shown {
            Shown::Loop(at) => self.circles.all.get(at).map(|circle| circle.links.clone()),
            Shown::Trail => self.sought.take(),
        };
        self.circles = Circles::named(&self.map);
        self.shown = Shown::Trail;
        self.seek();
        for past in &mut self.past {
            past.shown = Shown::Trail;
        }
        self.ladder = OnceCell::new();
        self.roll = OnceCell::new();
        self.answers.begin(generation);
        self.observed = OnceCell::new();
        let map = &self.map;
        if self.ends.as_ref().is_some_and(|(from, to)| map.node(from).is_none() || map.node(to).is_none()) {
            self.ends = None;
        }
        if self.only.as_ref().is_some_and(|only| !only.is_on(map)) {
            self.only = None;
        }
        self.picked.retain(|card| map.node(card).is_some());
        self.picked_links.retain(|link| map.link(link).is_some());
        let at_ghost = self.card.is_none() && self.review.as_ref().is_some_and(|own| own.ghost.is_some());
        if !at_ghost && self.card.as_ref().is_none_or(|card| map.node(card).is_none()) {
            self.card = first_card(map);
            self.link = None;
        }
        if self.link.as_ref().is_some_and(|link| map.link(link).is_none()) {
            self.link = None;
        }
        if !self.trail.is_on(map) {
            self.trail = Trail::default();
        }
        self.past.retain(|past| past.is_on(map));
        if self.sought.is_none() {
            self.step = self.step.min(self.stairs().0.len());
        }
    }

    /// Shows the loop that was shown before the map changed, once it is in the list again.
    pub fn seek(&mut self) {
        if self.shown != Shown::Trail {
            self.sought = None;
        }
        let Some(sought) = &self.sought else { return };
        let same = |links: &[LinkId]| {
            let start = links.iter().position(|link| Some(link) == sought.first());
            start.is_some_and(|at| {
                links.len() == sought.len() && links[at..].iter().chain(&links[..at]).eq(sought)
            })
        };
        if let Some(at) = self.circles.all.iter().position(|circle| same(&circle.links)) {
            self.sought = None;
            self.shown = Shown::Loop(at);
            self.step = self.step.min(self.stairs().0.len());
        }
    }

    /// Whether the loop that was shown before the map changed is still looked for.
    #[must_use]
    pub fn seeks(&self) -> bool {
        self.sought.is_some()
    }

    /// The question which loops would run; none where no link is marked missing.
    #[must_use]
    pub fn would_be(&self) -> Option<Question> {
        let wanted = Question::WouldBe(self.longest);
        let counts = |id: &LinkId| wanted.scope().kinds.contains(&id.kind);
        self.map.links().any(|(id, link)| link.missing && counts(id)).then_some(wanted)
    }

    /// Who hears whom on the map as it is now.
    #[must_use]
    pub fn ladder(&self) -> &Levels {
        self.ladder.get_or_init(|| Levels::of(&self.map))
    }

    /// The actors of the map as it is now.
    #[must_use]
    pub fn roll(&self) -> &Roll {
        self.roll.get_or_init(|| Roll::of(&self.map))
    }

    /// What the map shows of the world as it is now.
    #[must_use]
    pub fn observed(&self) -> &Observed {
        self.observed.get_or_init(|| Observed::on(&self.map, self.ladder(), &self.snapshot))
    }

    /// Keeps the cursor of the screen of who hears whom on one of its rows.
    pub fn settle_ladder(&mut self) {
        self.rung = self.rung.min(self.heard_rows().len().saturating_sub(1));
    }

    /// How many cards and links are picked.
    #[must_use]
    pub fn picks(&self) -> usize {
        self.picked.len() + self.picked_links.len()
    }

    /// Lists what the outline shows as the map is now, and selects what its cursor is on. Where it shows nothing,
    /// nothing is selected, so that no command changes what is not in sight.
    pub fn settle_outline(&mut self) {
        self.outline.list(&self.map, self.generation, (&self.picked, &self.picked_links));
        let row = self.outline.stand(self.card.as_ref(), self.link.as_ref()).cloned();
        let (card, link) = match row {
            None => (None, None),
            Some(Row::Card(card)) => (Some(card), None),
            Some(Row::Link(link)) => (Some(link.from.clone()), Some(link)),
        };
        if self.card != card || (self.link != link && self.outline.listed == Listed::Links) {
            self.inspector_from = 0;
        }
        (self.card, self.link) = (card, link);
    }

    /// The language of the map's texts, if it says one we know; else the one given.
    ///
    /// The rule on every screen: what belongs to the program (headings, names of fields, verdicts, observations, what
    /// chains and cuts come to, keys) is in the chosen language; the reading of a link, a chain or a loop is in the
    /// map's, since it is made of the map's labels and read aloud together with them.
    #[must_use]
    pub fn lang_or(&self, lang: Lang) -> Lang {
        self.map.lang_or(lang)
    }

    /// What the matrix is of: what was chosen while it is there, else where the selected card stands.
    #[must_use]
    pub fn matrix_of(&self) -> MatrixOf {
        let chosen = self.matrix.of.as_ref();
        let kind = chosen.map_or(MatrixKind::default(), MatrixOf::kind);
        let there = chosen.filter(|of| scopes(&self.map, kind).contains(of));
        there.cloned().unwrap_or_else(|| scope_of(&self.map, kind, self.card.as_ref()))
    }

    /// The links of a card in the order of the focus, those to its causes first. A self link stands once.
    #[must_use]
    pub fn links_of(&self, card: &NodeId) -> Vec<LinkId> {
        let (mut links, effects) = neighbours(&self.map, card);
        links.extend(effects.into_iter().filter(|link| link.from != link.to));
        links
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
    let degree = |id: &NodeId| map.degree(id);
    told.or_else(|| {
        // `max_by_key` takes the last of equals; the first in id order is the one to take.
        map.nodes().rev().max_by_key(|(id, _)| degree(id)).map(|(id, _)| id.clone())
    })
}
