//! What can be wrong with a settings file, and what it says of it in both languages.

use std::ops::Range;

use super::read::{KNOWN, known};
use crate::file::place::Place;
use crate::file::problem::{pick, short};
use crate::text::Lang;

/// One thing that is wrong with a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// The bytes of the file that are meant.
    pub span: Range<usize>,
    /// Where they begin.
    pub place: Place,
    /// What is wrong with them.
    pub wrong: Wrong,
}

/// What should stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text in quotes.
    Text,
    /// A key in quotes, or a list of them.
    Keys,
    /// A table.
    Table,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The file cannot be read; what the system says.
    Disk(String),
    /// It is not TOML; what its reader says.
    NotToml(String),
    /// There is no such setting.
    UnknownSetting {
        /// What stands there.
        name: String,
        /// The setting that may be meant.
        near: Option<&'static str>,
    },
    /// A setting has no such value.
    UnknownValue {
        /// The setting.
        setting: &'static str,
        /// What stands there.
        value: String,
        /// The value that may be meant.
        near: Option<&'static str>,
    },
    /// A value of another kind should stand here.
    Kind {
        /// The setting, or the command in the table of keys.
        setting: String,
        /// What should stand here.
        wanted: Wanted,
    },
}

impl SettingsFault {
    pub(super) fn new(span: Range<usize>, wrong: Wrong) -> Self {
        Self { span, place: Place::default(), wrong }
    }

    /// A fault of the file as a whole.
    pub(super) fn of_file(wrong: Wrong) -> Self {
        Self { span: 0..0, place: Place { line: 1, column: 1 }, wrong }
    }

    /// Whether nothing of the file could be read.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        matches!(self.wrong, Wrong::Disk(_) | Wrong::NotToml(_))
    }

    /// Whether it is about the value of that setting.
    pub(super) fn is_about(&self, name: &str) -> bool {
        match &self.wrong {
            Wrong::UnknownValue { setting, .. } => *setting == name,
            Wrong::Kind { setting, .. } => setting == name,
            _ => false,
        }
    }

    /// The word for this kind of fault; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.wrong {
            Wrong::Disk(_) | Wrong::NotToml(_) => "unreadable",
            Wrong::UnknownSetting { .. } => "unknown-setting",
            Wrong::UnknownValue { .. } => "unknown-value",
            Wrong::Kind { .. } => "wrong-kind",
        }
    }

    /// What a library or the system says of it, in its own words; empty for most faults.
    #[must_use]
    pub fn detail(&self) -> &str {
        match &self.wrong {
            Wrong::Disk(said) | Wrong::NotToml(said) => said,
            _ => "",
        }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = match &self.wrong {
            Wrong::Disk(_) => {
                ("The settings cannot be read.".to_owned(), "Innstillingene kan ikke leses.".to_owned())
            }
            Wrong::NotToml(_) => ("This is not TOML.".to_owned(), "Dette er ikke TOML.".to_owned()),
            Wrong::UnknownSetting { name, .. } => {
                let name = short(name);
                (format!("There is no setting '{name}'."), format!("Det finnes ingen innstilling «{name}»."))
            }
            Wrong::UnknownValue { setting, value, .. } => {
                let value = short(value);
                match *setting {
                    "language" => (
                        format!("floke does not speak '{value}'."),
                        format!("floke kan ikke språket «{value}»."),
                    ),
                    _ => (
                        format!("There is no theme '{value}'."),
                        format!("Det finnes ikke noe tema «{value}»."),
                    ),
                }
            }
            Wrong::Kind { setting, wanted } => {
                let setting = short(setting);
                let (en, nb) = match wanted {
                    Wanted::Text => ("a text in quotes", "en tekst i anførselstegn"),
                    Wanted::Keys => (
                        "a key in quotes, or a list of keys",
                        "en tast i anførselstegn, eller en liste med taster",
                    ),
                    Wanted::Table => ("a table", "en tabell"),
                };
                (format!("'{setting}' must be {en}."), format!("«{setting}» må være {nb}."))
            }
        };
        pick(lang, en, nb)
    }

    /// What to do about it; empty where nothing can be said.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = match &self.wrong {
            Wrong::Disk(_) => (String::new(), String::new()),
            Wrong::NotToml(said) if said.contains("duplicate") => (
                "It stands twice; take one of them out.".to_owned(),
                "Det står to ganger; ta bort det ene.".to_owned(),
            ),
            Wrong::NotToml(_) => (
                "Write name = \"value\", one a line.".to_owned(),
                "Skriv navn = \"verdi\", én per linje.".to_owned(),
            ),
            Wrong::UnknownSetting { near: Some(near), .. } | Wrong::UnknownValue { near: Some(near), .. } => {
                (format!("Did you mean '{near}'?"), format!("Mente du «{near}»?"))
            }
            Wrong::UnknownSetting { .. } => {
                let all = KNOWN.join(", ");
                (format!("There are {all}."), format!("Det finnes {all}."))
            }
            Wrong::UnknownValue { setting, .. } => {
                let all = known(setting).join(", ");
                (format!("There are {all}."), format!("Det finnes {all}."))
            }
            Wrong::Kind { setting, wanted } => {
                let example = match (wanted, setting.as_str()) {
                    (Wanted::Text, "language") => "language = \"nb\"".to_owned(),
                    (Wanted::Text, _) => "theme = \"light\"".to_owned(),
                    (Wanted::Keys, id) => format!("{} = [\"F9\", \"g x\"]", short(id)),
                    (Wanted::Table, _) => "[keys]".to_owned(),
                };
                (format!("For example: {example}"), format!("For eksempel: {example}"))
            }
        };
        pick(lang, en, nb)
    }
}
