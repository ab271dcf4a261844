//! The person's settings on the command line: which file, and what is wrong with it.

use std::path::{Path, PathBuf};

use crate::command::Keymap;
use crate::file::folders::settings_file;
use crate::file::place::LineStarts;
use crate::file::settings::SettingsFault;
use crate::file::{Settings, Severity};
use crate::text::{Lang, visible};

use super::answer::{Failure, disk_words, name};
use super::finding::{Told, Weight};
use super::words::see_keys_check;

/// The settings of the file that is named, else those of the person's own file.
///
/// # Errors
/// If a file is named that is not there. One that is there and cannot be read has faults, and sets nothing.
pub fn load(named: Option<&Path>) -> Result<Settings, Failure> {
    if let Some(path) = named {
        std::fs::metadata(path)
            .map_err(|error| Failure::of_file(name(path), disk_words(&error), "see floke --help"))?;
    }
    let path: Option<PathBuf> = named.map(Path::to_owned).or_else(settings_file);
    Ok(path.map_or_else(Settings::default, Settings::load))
}

/// The keys that the settings make, and everything that is wrong with them, in the order of the file.
pub fn findings(settings: &Settings, lang: Lang) -> (Keymap, Vec<Told>) {
    let (keymap, keys) = Keymap::with(&settings.keys);
    let lines = LineStarts::of(settings.text());
    let mut found: Vec<Told> = settings.faults.iter().map(|fault| of_file(settings, fault, lang)).collect();
    for fault in &keys {
        let span = settings.span_of(&fault.id, fault.key);
        let place = lines.place(span.start);
        found.push(Told {
            code: fault.code().to_owned(),
            weight: Weight::Fault(fault.severity()),
            file: file(settings),
            place: Some((place.line, place.column)),
            span,
            message: fault.message(lang),
            help: fault.help(lang),
            subject: fault.id.clone(),
            is_new: None,
        });
    }
    found.sort_by_key(|told| told.place);
    (keymap, found)
}

fn file(settings: &Settings) -> String {
    settings.path().map(name).unwrap_or_default()
}

fn of_file(settings: &Settings, fault: &SettingsFault, lang: Lang) -> Told {
    let detail = fault.detail();
    let said = if detail.is_empty() { String::new() } else { format!(" ({})", visible(detail)) };
    Told {
        code: fault.code().to_owned(),
        weight: Weight::Fault(Severity::Error),
        file: file(settings),
        place: Some((fault.place.line, fault.place.column)),
        span: fault.span.clone(),
        message: fault.message(lang) + &said,
        help: fault.help(lang),
        ..Told::default()
    }
}

/// Why nothing of a settings file could be read, for a command that is about it.
pub fn unreadable(settings: &Settings, lang: Lang) -> Option<Failure> {
    let fault = settings.faults.iter().find(|fault| fault.is_unreadable())?;
    let source = (settings.text().to_owned(), fault.span.clone());
    Some(Failure {
        place: (!settings.text().is_empty()).then_some((fault.place.line, fault.place.column)),
        source: Some(Box::new(source)),
        detail: fault.detail().into(),
        ..Failure::of_file(file(settings), fault.message(lang), fault.help(lang))
    })
}

/// One sentence about settings that could not be used, to be shown once: where the first of them stands, and how
/// to see them all. Empty if there is nothing wrong; what only deserves a look is not said here.
pub fn notice(findings: &[Told], lang: Lang) -> String {
    let Some(first) = findings.iter().find(|told| told.weight == Weight::Fault(Severity::Error)) else {
        return String::new();
    };
    let file = Path::new(&first.file).file_name().map_or_else(String::new, |file| name(Path::new(file)));
    let line = first.place.map_or(1, |(line, _)| line);
    format!("{file}:{line}: {} {}", first.message, see_keys_check(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_names_the_file_the_line_and_the_way_on() {
        let text = "language = 'nb'\n[keys]\nquit = []\ntrcae = 'x'\n".to_owned();
        let settings = Settings::of_text("/home/kari/.config/floke/settings.toml".into(), text);
        let (_, found) = findings(&settings, Lang::En);
        let said = notice(&found, Lang::En);
        assert!(said.starts_with("settings.toml:4: There is no command 'trcae'."), "{said}");
        assert!(said.ends_with("floke keys --check"), "{said}");
        assert_eq!(notice(&found[..0], Lang::Nb), "");
    }

    #[test]
    fn findings_stand_in_the_order_of_the_file() {
        let text = "[keys]\ntrace = ['Alt+F5', 'Entr']\nfind = 'Alt+F5'\n\n[colours]\n".to_owned();
        let settings = Settings::of_text("s.toml".into(), text);
        let places: Vec<_> = findings(&settings, Lang::En).1.iter().map(|told| told.place).collect();
        assert_eq!(places, [Some((2, 20)), Some((3, 8)), Some((5, 2))]);
    }
}
