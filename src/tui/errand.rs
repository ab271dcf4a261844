//! Errands to the disk: what the editor asks of files, done beside it so that no frame waits for a disk.
//!
//! `update` only says what is to be done; whoever runs the loop runs the errand and brings the outcome back as an
//! event. Nothing here knows the state of the editor.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::base::{Base, NoBase, read_base};
use super::incoming::{Incoming, NotRead, read_incoming};
use super::open::Sheet;
use super::reading::{Unopened, read_sheet};
use crate::exchange::paper::Picture;
use crate::exchange::{Medium, Part, Print, Share};
use crate::file::listing::{Listing, NoListing, list};
use crate::file::settings::{Settings, SettingsError};
use crate::file::{Document, SaveError, Saved, deliver, save_document, save_new_document, today};
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

/// Something that leaves the program for people to look at.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The map as it was when it was asked for.
    pub map: Arc<Map>,
    /// The format.
    pub medium: Medium,
    /// Which part of the map.
    pub part: Part,
    /// The picture on screen, where it is wanted.
    pub picture: Option<Picture>,
    /// The language of the words around the labels.
    pub lang: Lang,
    /// The file.
    pub path: PathBuf,
    /// Whether what is there may be replaced.
    pub over: bool,
}

impl Delivery {
    /// Makes it and writes it. What actors want and can do stays at home.
    fn write(&self) -> io::Result<()> {
        let map = Share::default().of(&self.map);
        let date = today(map.lang_or(self.lang));
        let print = Print {
            map: &map,
            part: &self.part,
            picture: self.picture.clone(),
            bare: false,
            paper: None,
            date: &date,
            lang: self.lang,
        };
        let bytes = print.bytes(self.medium).map_err(|_| io::Error::from(ErrorKind::Unsupported))?;
        deliver(&self.path, &bytes, self.over)
    }
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
    /// Write a picture, a page or a text for people.
    Deliver(Box<Delivery>),
    /// Medium into a folder.
    List {
        /// The folder.
        folder: PathBuf,
        /// How the names of files end that are wanted.
        endings: &'static [&'static str],
    },
    /// Read the version that a map is to be compared with.
    Base {
        /// The map's file.
        path: Option<PathBuf>,
        /// What the version is called.
        wanted: String,
        /// Which opened map it is for.
        opening: u64,
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
    /// The file is written.
    Delivered(Box<Delivery>),
    /// It is not; what was there is as it was.
    NotDelivered(Box<Delivery>, ErrorKind),
    /// A folder was looked into, or could not be.
    Listed {
        /// Which folder.
        folder: PathBuf,
        /// What is in it, or why that cannot be said.
        listing: Result<Listing, NoListing>,
    },
    /// A version to compare with was read, or could not be.
    Based {
        /// Which opened map it is for.
        opening: u64,
        /// What it is called.
        wanted: String,
        /// The version, or why there is none.
        read: Result<Base, Arc<NoBase>>,
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
        Errand::Deliver(delivery) => match delivery.write() {
            Ok(()) => Outcome::Delivered(delivery),
            Err(error) => Outcome::NotDelivered(delivery, error.kind()),
        },
        Errand::List { folder, endings } => {
            let listing = list(&folder, endings);
            Outcome::Listed { folder, listing }
        }
        Errand::Base { path, wanted, opening } => {
            let read = read_base(path.as_deref(), &wanted).map_err(Arc::new);
            Outcome::Based { opening, wanted, read }
        }
        Errand::Keep { mut settings, lang, theme } => {
            let kept = settings.set(lang, theme);
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
        Errand::Deliver(delivery) => Outcome::NotDelivered(delivery, ErrorKind::PermissionDenied),
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
