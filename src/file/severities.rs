//! How much each kind of fault weighs for the maps of a folder: a `floke.toml` that lies beside them.
//!
//! It raises warnings and hints, lowers them or leaves them out, and does nothing else: there is nothing in it that could
//! run or be fetched. An error stays an error, since nobody should pass on a map with one, and what a map shows of the
//! world never gates. What cannot be read in the file is a fault with a place, so that no slip makes the gate weaker unseen.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::fault::{Severity, codes};
use super::near::nearest;
use super::place::{LineStarts, Place};
use super::problem::{pick, short};
use super::settings::{self, entries};
use crate::analysis::Observation;
use crate::text::Lang;

/// What the file is called.
pub const NAME: &str = "floke.toml";

/// What may be said of a kind of fault.
const WORDS: [&str; 4] = ["error", "warning", "hint", "off"];

/// How much kinds of faults weigh where it is not what they weigh by themselves. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severities {
    /// What could not be read, in the order of the file.
    pub faults: Vec<SeverityFault>,
    own: BTreeMap<&'static str, Option<Severity>>,
}

/// One thing that is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeverityFault {
    /// The bytes of the file that are meant.
    pub span: Range<usize>,
    /// Where they begin.
    pub place: Place,
    wrong: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    /// The file cannot be read; what the system says.
    Disk(String),
    /// It is not TOML; what its reader says.
    NotToml(String),
    /// There is no such table or setting.
    UnknownTable(String),
    /// What should be a table is none.
    NoTable,
    /// There is no such kind of fault.
    UnknownCode { name: String, near: Option<&'static str> },
    /// It is what a map shows of the world, which never gates.
    World(String),
    /// An error, which stays one.
    Fixed(&'static str),
    /// A kind of fault cannot weigh that.
    UnknownWord(String),
}

impl Severities {
    /// Where the file of a map lies, if there is one.
    #[must_use]
    pub fn path_beside(map: &Path) -> PathBuf {
        map.with_file_name(NAME)
    }

    /// What a file says. One that is not there changes nothing; one that cannot be read changes nothing and is one fault.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        match text_of(path) {
            Ok(text) => Self::of_text(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::default(),
            Err(error) => Self::broken(Wrong::Disk(error.to_string()), 0..0, ""),
        }
    }

    /// What a text says.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().unwrap_or(text.len()..text.len());
                return Self::broken(Wrong::NotToml(error.message().to_owned()), at, text);
            }
        };
        let mut read = Self::default();
        let mut wrong: Vec<(Range<usize>, Wrong)> = Vec::new();
        for (name, at, value) in entries(table.get_ref()) {
            match (name, value.get_ref()) {
                ("severity", DeValue::Table(codes)) => {
                    for (code, at, value) in entries(codes) {
                        match weight(code, value.get_ref().as_str()) {
                            Ok((code, severity)) => _ = read.own.insert(code, severity),
                            Err(fault @ Wrong::UnknownWord(_)) => wrong.push((value.span(), fault)),
                            Err(fault) => wrong.push((at, fault)),
                        }
                    }
                }
                ("severity", _) => wrong.push((value.span(), Wrong::NoTable)),
                _ => wrong.push((at, Wrong::UnknownTable(name.to_owned()))),
            }
        }
        wrong.sort_by_key(|(at, _)| at.start);
        let lines = LineStarts::of(text);
        let fault = |(span, wrong): (Range<usize>, Wrong)| {
            let place = lines.place(span.start);
            SeverityFault { span, place, wrong }
        };
        read.faults = wrong.into_iter().map(fault).collect();
        read
    }

    /// How much a kind of fault weighs that weighs `severity` by itself; `None` if it is not to be told.
    #[must_use]
    pub fn of(&self, code: &str, severity: Severity) -> Option<Severity> {
        self.own.get(code).copied().unwrap_or(Some(severity))
    }

    fn broken(wrong: Wrong, span: Range<usize>, text: &str) -> Self {
        let place = LineStarts::of(text).place(span.start);
        Self { faults: vec![SeverityFault { span, place, wrong }], own: BTreeMap::new() }
    }
}

/// The kind of fault that is named, and what it shall weigh.
fn weight(code: &str, word: Option<&str>) -> Result<(&'static str, Option<Severity>), Wrong> {
    let Some(&(known, severity, _)) = codes().iter().find(|row| row.0 == code) else {
        return Err(match Observation::CODES.contains(&code) {
            true => Wrong::World(code.to_owned()),
            false => {
                let near = nearest(code, codes().iter().map(|row| row.0));
                Wrong::UnknownCode { name: code.to_owned(), near }
            }
        });
    };
    let wanted = match word {
        Some("error") => Some(Severity::Error),
        Some("warning") => Some(Severity::Warning),
        Some("hint") => Some(Severity::Hint),
        Some("off") => None,
        other => return Err(Wrong::UnknownWord(other.unwrap_or_default().to_owned())),
    };
    match (severity, wanted) {
        (Severity::Error, Some(Severity::Error)) => Ok((known, wanted)),
        (Severity::Error, _) => Err(Wrong::Fixed(known)),
        _ => Ok((known, wanted)),
    }
}

fn text_of(path: &Path) -> io::Result<String> {
    // A pipe of that name would be waited for without end.
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    settings::text_of(path)
}

impl SeverityFault {
    /// The word for this kind of fault; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.wrong {
            Wrong::Disk(_) | Wrong::NotToml(_) => "unreadable",
            Wrong::UnknownTable(_) | Wrong::UnknownCode { .. } | Wrong::World(_) => "unknown-setting",
            Wrong::UnknownWord(_) | Wrong::Fixed(_) => "unknown-value",
            Wrong::NoTable => "wrong-kind",
        }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = match &self.wrong {
            Wrong::Disk(said) => (
                format!("This file cannot be read ({said})."),
                format!("Denne filen kan ikke leses ({said})."),
            ),
            Wrong::NotToml(said) => {
                (format!("This is not TOML ({said})."), format!("Dette er ikke TOML ({said})."))
            }
            Wrong::UnknownTable(name) => {
                let name = short(name);
                (
                    format!("Nothing called '{name}' can be set here."),
                    format!("Her kan ikke noe som heter «{name}» stilles inn."),
                )
            }
            Wrong::NoTable => {
                ("'severity' must be a table.".to_owned(), "«severity» må være en tabell.".to_owned())
            }
            Wrong::UnknownCode { name, .. } => {
                let name = short(name);
                (
                    format!("There is no kind of fault '{name}'."),
                    format!("Det finnes ingen slags feil «{name}»."),
                )
            }
            Wrong::World(name) => (
                format!("'{name}' is about the world, not about the file: it never fails a check."),
                format!("«{name}» handler om verden, ikke om filen: Det feller aldri en kontroll."),
            ),
            Wrong::Fixed(name) => (
                format!("'{name}' is an error and stays one."),
                format!("«{name}» er en feil og forblir en feil."),
            ),
            Wrong::UnknownWord(word) => {
                let word = short(word);
                (format!("A fault cannot weigh '{word}'."), format!("En feil kan ikke veie «{word}»."))
            }
        };
        pick(lang, en, nb)
    }

    /// What to do about it; empty where nothing can be said.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = match &self.wrong {
            Wrong::Disk(_) => (String::new(), String::new()),
            Wrong::UnknownCode { near: Some(near), .. } => {
                (format!("Did you mean '{near}'?"), format!("Mente du «{near}»?"))
            }
            Wrong::UnknownCode { near: None, .. } => (
                "The codes stand in what 'floke check' prints, between [ and ].".to_owned(),
                "Kodene står i det «floke check» skriver, mellom [ og ].".to_owned(),
            ),
            Wrong::World(_) | Wrong::Fixed(_) => {
                ("Take this line out.".to_owned(), "Ta bort denne linjen.".to_owned())
            }
            Wrong::UnknownWord(_) => {
                let all = WORDS.map(|word| format!("\"{word}\"")).join(", ");
                (format!("There are {all}."), format!("Det finnes {all}."))
            }
            Wrong::NotToml(_) | Wrong::UnknownTable(_) | Wrong::NoTable => {
                let example = "[severity] no-source = \"warning\"";
                (format!("For example: {example}"), format!("For eksempel: {example}"))
            }
        };
        pick(lang, en, nb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_and_hints_weigh_what_the_file_says() {
        let text = "[severity]\nno-source = 'error'\n\"sign-unknown\" = \"off\"\nempty-label = \"hint\"\ndangling-link = 'error'\n";
        let own = Severities::of_text(text);
        assert_eq!(own.faults, []);
        assert_eq!(own.of("no-source", Severity::Hint), Some(Severity::Error));
        assert_eq!(own.of("sign-unknown", Severity::Hint), None);
        assert_eq!(own.of("empty-label", Severity::Warning), Some(Severity::Hint));
        assert_eq!(own.of("comments", Severity::Warning), Some(Severity::Warning));
    }

    #[test]
    fn what_would_weaken_the_gate_unseen_is_a_fault_with_its_place() {
        let text = "deny = 1\n[severity]\nopen-conflict = \"off\"\nno-sorce = \"error\"\nno-way-up = \"error\"\nno-source = \"fatal\"\nempty-label = 3\nsign-unknown = 'off'\n[run]\n";
        let own = Severities::of_text(text);
        let told: Vec<_> = own.faults.iter().map(|f| (f.code(), f.place.line, f.place.column)).collect();
        assert_eq!(
            told,
            [
                ("unknown-setting", 1, 1),
                ("unknown-value", 3, 1),
                ("unknown-setting", 4, 1),
                ("unknown-setting", 5, 1),
                ("unknown-value", 6, 13),
                ("unknown-value", 7, 15),
                ("unknown-setting", 9, 2),
            ]
        );
        assert!(own.faults[2].help(Lang::En).contains("no-source"));
        assert_eq!(own.of("open-conflict", Severity::Error), Some(Severity::Error));
        assert_eq!(own.of("sign-unknown", Severity::Hint), None);
        assert_eq!(Severities::of_text("severity = 'off'").faults[0].code(), "wrong-kind");
    }

    #[test]
    fn no_file_changes_nothing_and_one_that_is_none_is_a_fault() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Severities::path_beside(&folder.path().join("a.floke.ron"));
        assert_eq!(Severities::load(&path), Severities::default());
        for bytes in [&b"\xff"[..], b"[severity", &[b'#'; 70_000]] {
            std::fs::write(&path, bytes).expect("written");
            assert_eq!(Severities::load(&path).faults[0].code(), "unreadable");
        }
        assert_eq!(Severities::load(folder.path()).faults[0].code(), "unreadable");
    }
}
