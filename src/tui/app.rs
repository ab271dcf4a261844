//! The state of the editor: plain data. `update` changes it, `draw` reads it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use keybinds::KeyInput;

use super::browser::Picking;
use super::errand::Errand;
use super::hits::Hits;
use super::job::{Job, STEPS};
use super::open::{OpenMap, Sheet};
use super::pane::Pane;
use super::question::Question;
use super::shelf::{Shelved, shelf};
use super::tour::{self, Tour};
use super::update::dragging::Drag;
use crate::command::{Command, Keymap, View};
use crate::file::{RecentMap, Settings};
use crate::map::clip::Clip;
use crate::map::{Scope, Snapshot};
use crate::palette::Scheme;
use crate::text::Lang;
use crate::text::glyph::{Glyphs, UNICODE};
use crate::text::words::review::has_conflicts;

/// What the editor opens with.
#[derive(Clone, Debug)]
pub enum Start {
    /// The start screen.
    Shelf,
    /// A map.
    Map(Box<Sheet>),
    /// The tour through the bundled case.
    Tour,
}

/// What follows once the open map is saved, or given up.
#[derive(Clone, Debug)]
pub enum Then {
    /// The end of the program.
    Quit,
    /// Another map, or the same once more.
    Open(Box<Sheet>),
    /// The map's file, read again.
    Reload,
    /// The question what a new map is about.
    New,
    /// The tour.
    Tour,
    /// The start screen, without a map.
    Shelf,
}

/// A map with more links than this is searched again only once its editor takes a breath: a search takes a core and
/// seconds there, and the next key drops it anyway.
const SEARCHED_AT_ONCE: usize = 600;

/// The most steps that one answer may take beside the list of loops: others wait behind it.
const ANSWER_STEPS: u64 = 60_000_000;

/// The whole state.
#[derive(Debug)]
pub struct App {
    /// The language of the program; a map may have one of its own.
    pub lang: Lang,
    /// How roles look.
    pub scheme: Scheme,
    /// Where the full board is held while it is dragged under its window.
    pub grip: Option<(u16, u16)>,
    /// A card that is dragged.
    pub drag: Option<Drag>,
    /// The drawing characters.
    pub glyphs: &'static Glyphs,
    /// The screen.
    pub view: View,
    /// The open map; none on the start screen at first.
    pub open: Option<OpenMap>,
    /// The maps that come with the program.
    pub shelf: Vec<Shelved>,
    /// The maps that were open before, newest first.
    pub recent: Vec<RecentMap>,
    /// What the person has set; nothing where keys are played.
    pub settings: Settings,
    /// The row of the start screen that somebody moved the cursor to.
    pub shelf_row: Option<usize>,
    /// What lies on top of the screen.
    pub pane: Option<Pane>,
    /// Keys pressed that begin a command's keys.
    pub pending: Vec<KeyInput>,
    /// On which screens the inspector was shown or hidden by hand; elsewhere it is shown where there is room.
    pub inspector: BTreeMap<View, bool>,
    /// Something to say once; empty for nothing.
    pub message: String,
    /// Columns and rows.
    pub size: (u16, u16),
    /// What the last drawn screen shows where.
    pub hits: Hits,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// Work for the worker, to be taken by the loop.
    pub jobs: Vec<Job>,
    /// The cards copied last, whatever map is open.
    pub clip: Option<Clip>,
    /// What was typed into the field for new cards and not taken in, for the next time; empty for nothing.
    pub line: String,
    /// What the terminal's clipboard is to get, as the terminal reads it; to be taken by the loop.
    pub clipboard: Option<String>,
    /// What is to be done with files, to be taken by the loop.
    pub errands: Vec<Errand>,
    /// What is to be done once the map is saved.
    pub then: Option<Then>,
    /// The tour, from when it is begun until it ends.
    pub tour: Option<Tour>,
    /// The file that is being read, and what for.
    pub awaited: Option<(PathBuf, Picking)>,
    /// The most steps of a search.
    pub steps: u64,
    /// Everything is to be drawn anew.
    pub redraw: bool,
    /// The end.
    pub quit: bool,
    generation: u64,
}

impl App {
    /// The editor at its beginning.
    #[must_use]
    pub fn new(start: Start, lang: Lang, size: (u16, u16)) -> Self {
        let mut app = Self {
            lang,
            scheme: Scheme::default(),
            grip: None,
            drag: None,
            glyphs: &UNICODE,
            view: View::Start,
            open: None,
            shelf: shelf(),
            recent: Vec::new(),
            settings: Settings::default(),
            shelf_row: None,
            pane: None,
            pending: Vec::new(),
            inspector: BTreeMap::new(),
            message: String::new(),
            size,
            hits: Hits::default(),
            keymap: Keymap::default(),
            jobs: Vec::new(),
            clip: None,
            line: String::new(),
            clipboard: None,
            errands: Vec::new(),
            then: None,
            tour: None,
            awaited: None,
            steps: STEPS,
            redraw: false,
            quit: false,
            generation: 0,
        };
        match start {
            Start::Shelf => {}
            Start::Map(sheet) => app.open(*sheet),
            Start::Tour => tour::begin(&mut app),
        }
        app
    }

    /// Opens a map on the board and asks the worker for its loops.
    pub fn open(&mut self, sheet: Sheet) {
        self.generation += 1;
        self.message.clone_from(&sheet.notice);
        let conflicts = sheet.map.conflicts().len();
        if conflicts > 0 {
            let said = has_conflicts(self.lang, conflicts, &self.keymap.label(Command::ShowUnsettled));
            self.message = [self.message.as_str(), &said].join(" ").trim().to_owned();
        }
        self.open = Some(OpenMap::new(sheet, self.generation));
        self.ask_worker();
        self.view = View::Board;
        self.pane = None;
        self.awaited = None;
    }

    /// Asks the worker for the loops of the map as it is now.
    pub fn ask_worker(&mut self) {
        let Some(open) = &self.open else { return };
        self.jobs.clear();
        self.ask(&Question::Loops(open.longest));
    }

    /// Asks the worker something about the map as it is now, if it was not asked that yet.
    pub fn ask(&mut self, question: &Question) {
        let Some(open) = self.open.as_mut() else { return };
        open.answers.begin(open.generation);
        if !open.answers.ask(question) {
            return;
        }
        self.jobs.push(Job {
            generation: open.generation,
            snapshot: match question.scope() {
                own if own == Scope::default() => Arc::clone(&open.snapshot),
                own => Arc::new(Snapshot::of(&open.map, &own)),
            },
            map: question.reads_map().then(|| Arc::clone(&open.map)),
            base: open
                .review
                .as_ref()
                .filter(|_| matches!(question, Question::Review(_)))
                .map(|own| Arc::clone(&own.base.map)),
            steps: if matches!(question, Question::Loops(_)) {
                self.steps
            } else {
                self.steps.min(ANSWER_STEPS)
            },
            patient: open.generation != open.opening && open.snapshot.arcs().len() > SEARCHED_AT_ONCE,
            question: question.clone(),
        });
    }

    /// A number for the next state of a map, larger than all before it.
    #[must_use]
    pub fn next_generation(&mut self) -> u64 {
        self.generation += 1;
        self.generation
    }

    /// Shows the inspector where it is hidden, and the other way round.
    pub fn toggle_inspector(&mut self) {
        let shown = self.shows_inspector();
        self.inspector.insert(self.view, !shown);
    }

    /// Whether the inspector is shown: as somebody said, else where the window is wide. Never on a narrow window,
    /// and only where cards are looked at.
    #[must_use]
    pub fn shows_inspector(&self) -> bool {
        let fits = self.size.0 >= 60 && self.size.1 >= 12;
        let here = self.view != View::Start && self.open.is_some();
        let room = match self.view {
            View::Board | View::Loops | View::Levels | View::Outline => self.size.0 >= 150,
            View::Setup => self.size.0 >= 110,
            _ => false,
        };
        fits && here && self.inspector.get(&self.view).copied().unwrap_or(room)
    }
}
