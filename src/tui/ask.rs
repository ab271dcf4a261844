//! Questions that the editor asks before it goes on, and the one-line answers it needs.

use std::path::PathBuf;

use tui_input::{Input, InputRequest};

use super::app::Then;
use super::errand::Delivery;
use crate::command::Said;
use crate::text::Lang;

/// A question with a few answers, one of which the cursor is on.
#[derive(Clone, Debug)]
pub struct Ask {
    /// What is asked.
    pub question: Question,
    /// The answer that the cursor is on.
    pub at: usize,
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum Question {
    /// There is work that is not saved: what to do with it before going on.
    Leave(Then),
    /// The file has comments that a save takes away.
    Comments,
    /// There is a file already where the map is to go.
    Replace(PathBuf),
    /// There is a file already where a picture or a page is to go.
    Overwrite(Box<Delivery>),
}

/// An answer, and the letter that gives it at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Put this map in the place of the file.
    Replace,
    /// Stay.
    Cancel,
}

impl Answer {
    /// The word of an answer.
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Answer::Save => Said { en: "save", nb: "lagre" },
            Answer::Discard => Said { en: "discard", nb: "forkast" },
            Answer::Replace => Said { en: "replace", nb: "erstatt" },
            Answer::Cancel => Said { en: "cancel", nb: "avbryt" },
        }
    }

    /// The letter that gives it: the first one of its word.
    #[must_use]
    pub fn key(self, lang: Lang) -> char {
        self.said().text(lang).chars().next().unwrap_or(' ')
    }
}

impl Ask {
    /// The question with the cursor on its first answer, the one that loses nothing.
    #[must_use]
    pub fn new(question: Question) -> Self {
        Self { question, at: 0 }
    }

    /// The answers in the order in which they stand.
    #[must_use]
    pub fn answers(&self) -> &'static [Answer] {
        match self.question {
            Question::Leave(_) => &[Answer::Save, Answer::Discard, Answer::Cancel],
            Question::Comments => &[Answer::Save, Answer::Cancel],
            Question::Replace(_) | Question::Overwrite(_) => &[Answer::Cancel, Answer::Replace],
        }
    }
}

/// A field of one line, and what it is for.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked for.
    pub wanted: Wanted,
    /// What is typed.
    pub input: Input,
    /// Whether what stands there is only proposed: the first letter that is typed takes its place, as where a text is
    /// selected. An arrow, Home or End keeps it to go on with.
    pub proposed: bool,
    /// What was wrong with the last answer; empty for nothing.
    pub wrong: String,
}

impl Prompt {
    /// A line that is asked for, with what is proposed; empty for nothing.
    #[must_use]
    pub fn proposing(wanted: Wanted, text: String) -> Self {
        let proposed = !text.is_empty();
        Self { wanted, input: Input::new(text), proposed, wrong: String::new() }
    }

    /// Takes a change of the line in; the first one that writes or deletes empties what was only proposed.
    pub fn handle(&mut self, request: InputRequest) {
        let writes = matches!(request, InputRequest::InsertChar(_));
        let deletes = matches!(
            request,
            InputRequest::DeletePrevChar | InputRequest::DeleteNextChar | InputRequest::DeletePrevWord
        );
        if self.proposed && (writes || deletes) {
            self.input.reset();
        }
        if !(self.proposed && deletes) {
            self.input.handle(request);
        }
        self.proposed = false;
        self.wrong.clear();
    }
}

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The path of a file to save to.
    SavePath,
    /// The title of a new map.
    Title,
    /// A version to compare the map with.
    Base,
    /// One's own value in place of two that a merge could not decide between.
    OwnValue,
}
