//! Errands to the disk: what the editor asks of files, done beside it so that no frame waits for a disk.
//!
//! `update` only says what is to be done; whoever runs the loop runs the errand and brings the outcome back as an
//! event. Nothing here knows the state of the editor.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::incoming::{Incoming, NotRead, read_incoming};
use super::open::Sheet;
use super::reading::{Unopened, read_sheet};
use crate::file::listing::{Listing, NoListing, list};
use crate::file::settings::{Settings, SettingsError};
use crate::file::{Document, SaveError, Saved, save_document, save_new_document};
use crate::map::Map;
use crate::palette::Theme;
use crate::text::Lang;

/// What a file must be for a map to be written to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Onto {
    /// Nothing may be there yet.
    New,
    /// The file must still hold these bytes.
    Loaded(Vec<u8>),
    /// Whatever is there: somebody was asked and said yes.
    Anything,
}

/// Something to do with a file.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Write a map.
    Save {
        /// The map as it was when it was to be saved.
        map: Arc<Map>,
        /// Where to.
        path: PathBuf,
        /// What must be there.
        onto: Onto,
        /// Which opened map it is, and which state of its history.
        state: (u64, usize),
    },
    /// Read a map.
    Open {
        /// The file.
        path: PathBuf,
    },
    /// Read a file in another format.
    Import {
        /// The file.
        path: PathBuf,
        /// The map that it is to be taken into.
        map: Arc<Map>,
        /// Which opened map that is, and which state of its history.
        state: (u64, usize),
    },
    /// Look into a folder.
    List {
        /// The folder.
        folder: PathBuf,
        /// How the names of files end that are wanted.
        endings: &'static [&'static str],
    },
    /// Write language and theme into a person's settings.
    Keep {
        /// The settings as they are.
        settings: Box<Settings>,
        /// The language to keep.
        lang: Lang,
        /// The theme to keep.
        theme: Theme,
    },
}

/// What came of an errand.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The map is in the file.
    Saved {
        /// Which file.
        path: PathBuf,
        /// What stands there now.
        bytes: Vec<u8>,
        /// Which opened map it is, and which state of its history.
        state: (u64, usize),
        /// How sure it is.
        saved: Saved,
    },
    /// The map is not in the file, which is as it was.
    NotSaved {
        /// Which file.
        path: PathBuf,
        /// Why.
        why: Arc<SaveError>,
        /// Which opened map it is, and which state of its history.
        state: (u64, usize),
    },
    /// A map was read, or could not be.
    Opened {
        /// Which file.
        path: PathBuf,
        /// The map, or why not.
        read: Result<Box<Sheet>, Arc<Unopened>>,
    },
    /// A file in another format was read, or could not be.
    Imported {
        /// Which file.
        path: PathBuf,
        /// What it would do to the map, or why not.
        read: Result<Box<Incoming>, Arc<NotRead>>,
    },
    /// A folder was looked into, or could not be.
    Listed {
        /// Which folder.
        folder: PathBuf,
        /// What is in it, or why that cannot be said.
        listing: Result<Listing, NoListing>,
    },
    /// Language and theme were kept, or could not be.
    Kept(Result<Box<Settings>, Arc<SettingsError>>),
}

/// Does an errand, however long it takes.
#[must_use]
pub fn run(errand: Errand) -> Outcome {
    match errand {
        Errand::Save { map, path, onto, state } => {
            let document = Document::of(&map);
            let saved = match &onto {
                Onto::Loaded(loaded) => save_document(&path, &document, Some(loaded)),
                Onto::Anything => save_document(&path, &document, None),
                Onto::New => save_new_document(&path, &document),
            };
            match saved {
                Ok((text, saved)) => Outcome::Saved { path, bytes: text.into_bytes(), state, saved },
                Err(why) => Outcome::NotSaved { path, why: Arc::new(why), state },
            }
        }
        Errand::Open { path } => {
            let read = read_sheet(&path).map(Box::new).map_err(Arc::new);
            Outcome::Opened { path, read }
        }
        Errand::Import { path, map, state } => {
            let read = read_incoming(&path, &map, state).map(Box::new).map_err(Arc::new);
            Outcome::Imported { path, read }
        }
        Errand::List { folder, endings } => {
            let listing = list(&folder, endings);
            Outcome::Listed { folder, listing }
        }
        Errand::Keep { mut settings, lang, theme } => {
            let kept = settings.set_language(lang).and_then(|()| settings.set_theme(theme));
            Outcome::Kept(kept.map(|()| settings).map_err(Arc::new))
        }
    }
}

/// The outcome of an errand where nothing may be written: what only reads is done all the same.
#[must_use]
pub fn run_reading(errand: Errand) -> Outcome {
    match errand {
        Errand::Save { path, state, .. } => {
            Outcome::NotSaved { path, why: Arc::new(SaveError::Forbidden), state }
        }
        Errand::Keep { .. } => Outcome::Kept(Err(Arc::new(SettingsError::NoFile))),
        other => run(other),
    }
}

/// How long the end of the editor waits for a disk that does not answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs errands on threads of their own, and hands over what came of them.
#[derive(Debug)]
pub struct Runner {
    outbox: Sender<Outcome>,
    inbox: Receiver<Outcome>,
    under_way: usize,
}

impl Default for Runner {
    fn default() -> Self {
        let (outbox, inbox) = channel();
        Self { outbox, inbox, under_way: 0 }
    }
}

impl Runner {
    /// Begins an errand.
    pub fn start(&mut self, errand: Errand) {
        let outbox = self.outbox.clone();
        self.under_way += 1;
        thread::spawn(move || {
            // Nobody may be there any more to hear of it: `finish` waits for the file, not for the word.
            let _ = outbox.send(run(errand));
        });
    }

    /// Whether an errand is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.under_way > 0
    }

    /// Waits until every errand has ended, and gives what came of them: nothing that somebody asked for is lost when
    /// the editor ends.
    pub fn finish(&mut self) -> Vec<Outcome> {
        let mut all = Vec::new();
        while self.under_way > 0 {
            let Ok(outcome) = self.inbox.recv_timeout(PATIENCE) else { break };
            self.under_way -= 1;
            all.push(outcome);
        }
        all
    }

    /// What came of an errand; `None` if none has ended. Does not wait.
    pub fn poll(&mut self) -> Option<Outcome> {
        let outcome = self.inbox.try_recv().ok()?;
        self.under_way -= 1;
        Some(outcome)
    }
}
