//! The short list of what a new map may begin with.

use crate::file::Template;
use crate::text::Lang;

/// What a new map begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// A template that comes with the program.
    With(Template),
    /// The levels, areas and phases of another map.
    Like,
}

impl Beginning {
    /// Every one of them, in the order in which they are offered.
    pub const ALL: [Beginning; 5] = [
        Beginning::With(Template::MainModel),
        Beginning::With(Template::Levels),
        Beginning::With(Template::Blank),
        Beginning::With(Template::Administration),
        Beginning::Like,
    ];

    /// Its name, and what it is.
    #[must_use]
    pub fn said(self, lang: Lang) -> (&'static str, &'static str) {
        let words = &lang.words().files;
        match self {
            Beginning::With(Template::MainModel) => (words.main_model, words.main_model_about),
            Beginning::With(Template::Levels) => (words.levels, words.levels_about),
            Beginning::With(Template::Blank) => (words.blank, words.blank_about),
            Beginning::With(Template::Administration) => (words.administration, words.administration_about),
            Beginning::Like => (words.like_another, words.like_another_about),
        }
    }
}

/// The list, for a map of some title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates {
    /// The title of the map to be.
    pub title: String,
    /// The row that the cursor is on.
    pub at: usize,
}

impl Templates {
    /// The list with the cursor on the first row.
    #[must_use]
    pub fn new(title: String) -> Self {
        Self { title, at: 0 }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &'static [Beginning] {
        &Beginning::ALL
    }

    /// What the cursor is on.
    #[must_use]
    pub fn chosen(&self) -> Beginning {
        self.rows()[self.at.min(self.rows().len() - 1)]
    }

    /// Moves the cursor by so many rows and stays in the list.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows().len() - 1);
    }
}
