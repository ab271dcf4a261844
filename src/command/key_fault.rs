//! What can be wrong with the keys that a person has set, and what is said of it in both languages.

use keybinds::{Error, Key, KeySeq};

use super::keymap::write_keys;
use super::table::{Command, View, entry};
use crate::file::Severity;
use crate::file::near::nearest;
use crate::text::words::says::and_more;
use crate::text::{Lang, cut, visible};

/// One thing that is wrong with the keys of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFault {
    /// The command, as the settings call it.
    pub id: String,
    /// Which of its keys it is about; `None` for all of them.
    pub key: Option<usize>,
    /// What is wrong.
    pub wrong: KeyWrong,
}

/// What is wrong with a command's keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyWrong {
    /// There is no such command.
    UnknownCommand,
    /// Nobody can tell which key is meant.
    Unreadable {
        /// What stands there.
        written: String,
        /// Why it cannot be read.
        why: Error,
    },
    /// Another command has the same keys, or keys that begin so, on the same screen.
    Clash {
        /// The keys.
        keys: KeySeq,
        /// The other command; it keeps its keys.
        other: Command,
        /// Its keys.
        others: KeySeq,
        /// The first screen where both mean something.
        view: View,
    },
    /// A key that always means the same.
    Fixed {
        /// The keys.
        keys: KeySeq,
        /// What they always mean.
        means: Command,
    },
    /// The default keys of other commands are taken.
    Hides {
        /// The keys.
        keys: KeySeq,
        /// Whose keys they were, and which.
        taken: Vec<(Command, KeySeq)>,
    },
    /// A key that stands behind AltGr on a Norwegian keyboard.
    AltGr(KeySeq),
    /// Keys that terminals do not send, or not as these.
    NeverSent(KeySeq),
    /// A command has no keys left.
    NoKeys(Command),
}

impl KeyFault {
    /// How much it weighs: an error is left out of the keys, everything else holds as it is set.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.wrong {
            KeyWrong::UnknownCommand
            | KeyWrong::Unreadable { .. }
            | KeyWrong::Clash { .. }
            | KeyWrong::Fixed { .. } => Severity::Error,
            KeyWrong::Hides { .. } | KeyWrong::AltGr(_) | KeyWrong::NeverSent(_) => Severity::Warning,
            KeyWrong::NoKeys(_) => Severity::Hint,
        }
    }

    /// The word for this kind of fault; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.wrong {
            KeyWrong::UnknownCommand => "unknown-command",
            KeyWrong::Unreadable { .. } => "unreadable-key",
            KeyWrong::Clash { .. } => "key-conflict",
            KeyWrong::Fixed { .. } => "fixed-key",
            KeyWrong::Hides { .. } => "hidden-key",
            KeyWrong::AltGr(_) => "altgr-key",
            KeyWrong::NeverSent(_) => "unsent-key",
            KeyWrong::NoKeys(_) => "no-keys",
        }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let id = short(&self.id);
        let pick = |en: String, nb: String| if lang == Lang::En { en } else { nb };
        match &self.wrong {
            KeyWrong::UnknownCommand => {
                pick(format!("There is no command '{id}'."), format!("Det finnes ingen kommando «{id}»."))
            }
            KeyWrong::Unreadable { written, .. } if written.trim().is_empty() => {
                pick(format!("A key of '{id}' is empty."), format!("En tast for «{id}» er tom."))
            }
            KeyWrong::Unreadable { written, .. } => {
                let written = short(written);
                pick(format!("'{written}' is no key."), format!("«{written}» er ingen tast."))
            }
            KeyWrong::Clash { keys, other, others, view } => {
                let (keys, others, other) = (write_keys(keys), write_keys(others), entry(*other).id);
                let screen = screen(*view, lang);
                if keys == others {
                    pick(
                        format!("'{keys}' means both '{id}' and '{other}' on the screen {screen}."),
                        format!("«{keys}» betyr både «{id}» og «{other}» i visningen {screen}."),
                    )
                } else {
                    pick(
                        format!(
                            "'{keys}' of '{id}' and '{others}' of '{other}' begin alike on the screen {screen}."
                        ),
                        format!(
                            "«{keys}» for «{id}» og «{others}» for «{other}» begynner likt i visningen {screen}."
                        ),
                    )
                }
            }
            KeyWrong::Fixed { keys, means } => {
                let (keys, means) = (write_keys(keys), entry(*means));
                pick(
                    format!("'{keys}' cannot be used: that key is always '{}'.", means.name.en),
                    format!("«{keys}» kan ikke brukes: Den tasten er alltid «{}».", means.name.nb),
                )
            }
            KeyWrong::Hides { keys, taken } => {
                let keys = write_keys(keys);
                let (en, nb) = (list(taken, Lang::En), list(taken, Lang::Nb));
                pick(format!("'{keys}' takes the place of {en}."), format!("«{keys}» tar plassen til {nb}."))
            }
            KeyWrong::AltGr(keys) => {
                let keys = write_keys(keys);
                pick(
                    format!("'{keys}' needs AltGr on a Norwegian keyboard."),
                    format!("«{keys}» krever AltGr på norsk tastatur."),
                )
            }
            KeyWrong::NeverSent(keys) => {
                let keys = write_keys(keys);
                pick(
                    format!("Most terminals do not send '{keys}'."),
                    format!("De fleste terminaler sender ikke «{keys}»."),
                )
            }
            KeyWrong::NoKeys(command) => {
                let command = entry(*command).id;
                pick(format!("'{command}' has no key now."), format!("«{command}» har ingen tast nå."))
            }
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = match &self.wrong {
            KeyWrong::UnknownCommand => match nearest(&self.id, super::TABLE.iter().map(|row| row.id)) {
                Some(near) => (format!("Did you mean '{near}'?"), format!("Mente du «{near}»?")),
                None => ("floke keys lists them all.".to_owned(), "floke keys viser alle.".to_owned()),
            },
            KeyWrong::Unreadable { written, why } => how_to_write(written, why),
            KeyWrong::Clash { .. } | KeyWrong::Fixed { .. } => {
                ("Choose another key.".to_owned(), "Velg en annen tast.".to_owned())
            }
            KeyWrong::Hides { .. } => (
                "Give it another key, or leave it so.".to_owned(),
                "Gi den en annen tast, eller la det være slik.".to_owned(),
            ),
            KeyWrong::AltGr(_) | KeyWrong::NeverSent(_) => (
                "A letter, a digit or a key such as F9 is surer.".to_owned(),
                "En bokstav, et siffer eller en tast som F9 er sikrere.".to_owned(),
            ),
            KeyWrong::NoKeys(_) => (
                "The list of commands still has it.".to_owned(),
                "Den står fortsatt i listen over kommandoer.".to_owned(),
            ),
        };
        if lang == Lang::En { en } else { nb }
    }
}

/// What to write instead of a key that cannot be read.
fn how_to_write(written: &str, why: &Error) -> (String, String) {
    let write = |key: &str| (format!("Write '{key}'."), format!("Skriv «{key}»."));
    match why {
        Error::ShiftUnavailable(Key::Char(letter)) => {
            let upper: String = letter.to_uppercase().collect();
            let rest = written.trim().replace("shift+", "Shift+").replace("Shift+", "");
            write(&rest.replacen(*letter, &upper, 1))
        }
        // Both halves of a plus are empty.
        Error::EmptyModifier => write("Plus"),
        Error::EmptyKey if written.contains('+') => write("Plus"),
        Error::EmptyKey | Error::EmptyKeySequence => (
            "Write [] to take all keys of a command away.".to_owned(),
            "Skriv [] for å ta bort alle tastene til en kommando.".to_owned(),
        ),
        Error::UnknownModifier(_) => (
            "Ctrl, Alt and Shift can be held down: 'Ctrl+x'.".to_owned(),
            "Ctrl, Alt og Shift kan holdes nede: «Ctrl+x».".to_owned(),
        ),
        Error::UnknownKey(key) => match nearest(key, NAMED) {
            Some(near) => (format!("Did you mean '{near}'?"), format!("Mente du «{near}»?")),
            None => (
                "Write a letter, a name such as Enter, Space or F5, 'Ctrl+x', or several keys as in 'g x'."
                    .to_owned(),
                "Skriv en bokstav, et navn som Enter, Space eller F5, «Ctrl+x», eller flere taster som i «g x»."
                    .to_owned(),
            ),
        },
        Error::ShiftUnavailable(_) => write("Tab"),
    }
}

/// The keys that have a name and that terminals send.
const NAMED: [&str; 17] = [
    "Up",
    "Down",
    "Left",
    "Right",
    "Enter",
    "Backspace",
    "Delete",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Esc",
    "Tab",
    "Insert",
    "Space",
    "Plus",
    "F1",
];

/// How many commands a sentence names.
const MOST_NAMED: usize = 4;

/// Commands with keys, as in `'board' (1), 'focus' (2)`.
fn list(taken: &[(Command, KeySeq)], lang: Lang) -> String {
    let one = |(command, keys): &(Command, KeySeq)| {
        let (id, keys) = (entry(*command).id, write_keys(keys));
        if lang == Lang::En { format!("'{id}' ({keys})") } else { format!("«{id}» ({keys})") }
    };
    let mut named: Vec<String> = taken.iter().take(MOST_NAMED).map(one).collect();
    if taken.len() > MOST_NAMED {
        named.push(and_more(lang, taken.len() - MOST_NAMED));
    }
    named.join(", ")
}

/// What a screen is called.
fn screen(view: View, lang: Lang) -> String {
    let command = match view {
        View::Start => Command::ShowStart,
        View::Board => Command::ShowBoard,
        View::Focus => Command::ShowFocus,
        View::Staircase => Command::ShowStaircase,
        View::Loops => Command::ShowLoops,
        View::Levels => Command::ShowLevels,
        View::Outline => Command::ShowOutline,
        View::Setup => Command::ShowSetup,
        View::Model => Command::ShowModel,
        View::Matrix => Command::ShowMatrix,
        View::Actors => Command::ShowActors,
        View::Acting => Command::ShowActing,
        View::Chains => Command::ShowChains,
        View::Review => Command::ShowReview,
        View::Unsettled => Command::ShowUnsettled,
    };
    let name = entry(command).hint.text(lang);
    if lang == Lang::En { format!("'{name}'") } else { format!("«{name}»") }
}

/// A piece of the settings inside a sentence: safe to show, and never longer than a line.
fn short(text: &str) -> String {
    cut(&visible(text), 60)
}
