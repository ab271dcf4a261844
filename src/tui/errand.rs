//! Errands to the disk: what the editor asks of files, done beside it so that no frame waits for a disk.
//!
//! `update` only says what is to be done; whoever runs the loop runs the errand and brings the outcome back as an
//! event. Nothing here knows the state of the editor.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::file::{Document, SaveError, Saved, save_document};
use crate::map::Map;

/// Something to do with a file.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Write a map.
    Save {
        /// The map as it was when it was to be saved.
        map: Arc<Map>,
        /// Where to.
        path: PathBuf,
        /// What the file must still hold; none where no file must be there yet.
        loaded: Option<Vec<u8>>,
        /// Which opened map it is, and which state of its history.
        state: (u64, usize),
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
    },
}

/// Does an errand, however long it takes.
#[must_use]
pub fn run(errand: Errand) -> Outcome {
    match errand {
        Errand::Save { map, path, loaded, state } => {
            let document = Document::of(&map);
            let saved = match &loaded {
                Some(loaded) => save_document(&path, &document, Some(loaded)),
                None => crate::file::save_new_document(&path, &document),
            };
            match saved {
                Ok((text, saved)) => Outcome::Saved { path, bytes: text.into_bytes(), state, saved },
                Err(why) => Outcome::NotSaved { path, why: Arc::new(why) },
            }
        }
    }
}

/// The outcome of an errand that may not be done, since nothing is to be written.
#[must_use]
pub fn refuse(errand: Errand) -> Outcome {
    match errand {
        Errand::Save { path, .. } => Outcome::NotSaved { path, why: Arc::new(SaveError::Forbidden) },
    }
}

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
            // The editor may have ended meanwhile; the file is written all the same.
            let _ = outbox.send(run(errand));
        });
    }

    /// Whether an errand is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.under_way > 0
    }

    /// What came of an errand; `None` if none has ended. Does not wait.
    pub fn poll(&mut self) -> Option<Outcome> {
        let outcome = self.inbox.try_recv().ok()?;
        self.under_way -= 1;
        Some(outcome)
    }
}
