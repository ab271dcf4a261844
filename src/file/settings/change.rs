//! Writes one setting back, and leaves the rest of the file as a person wrote it, comments and all.
//!
//! Only what somebody asks for is written. The file is read anew first, so that nothing typed into it since is lost.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::read::entries;
use super::{Settings, SettingsFault, text_of};
use crate::file::problem::pick;
use crate::file::save::{SaveError, save};
use crate::palette::Theme;
use crate::text::Lang;

/// Why a setting could not be written. The file is as it was.
#[derive(Debug)]
pub enum SettingsError {
    /// There is no file to write it to.
    NoFile,
    /// The file cannot be read, so it is not touched.
    Unreadable(Box<SettingsFault>),
    /// It could not be saved.
    Save(SaveError),
}

impl SettingsError {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            SettingsError::NoFile => pick(
                lang,
                "There is no settings file to write to.".to_owned(),
                "Det finnes ingen innstillingsfil å skrive til.".to_owned(),
            ),
            SettingsError::Unreadable(fault) => fault.message(lang),
            SettingsError::Save(error) => error.message(lang),
        }
    }
}

impl std::error::Error for SettingsError {}

impl std::fmt::Display for SettingsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl Settings {
    /// Sets language and theme here and in the file, which is made if it is not there: both, or neither of them.
    ///
    /// # Errors
    /// If the file cannot be read or written; nothing is changed then.
    pub fn set(&mut self, lang: Lang, theme: Theme) -> Result<(), SettingsError> {
        let path = self.path.clone().ok_or(SettingsError::NoFile)?;
        let now = Settings::load(path.clone());
        if let Some(fault) = now.faults.iter().find(|fault| fault.is_unreadable()) {
            return Err(SettingsError::Unreadable(Box::new(fault.clone())));
        }
        let both = [("language", lang.code()), ("theme", theme.name())];
        let text = both.iter().fold(now.text.clone(), |text, (name, value)| with(&text, name, value));
        let after = Settings::of_text(path.clone(), text);
        // A table of that name, say: what would come of it says something else.
        let is_ours = |fault: &SettingsFault| both.iter().any(|(name, _)| fault.is_about(name));
        if let Some(fault) = after.faults.iter().find(|fault| fault.is_unreadable() || is_ours(fault)) {
            return Err(SettingsError::Unreadable(Box::new(fault.clone())));
        }
        write(&path, &now.text, &after.text).map_err(SettingsError::Save)?;
        *self = after;
        Ok(())
    }
}

fn write(path: &Path, old: &str, new: &str) -> Result<(), SaveError> {
    let there = text_of(path).is_ok();
    if let Some(folder) = path.parent().filter(|_| !there) {
        std::fs::create_dir_all(folder)?;
    }
    save(path, new, there.then_some(old.as_bytes())).map(|_| ())
}

/// The text with one setting changed or added. The value is one of our own names, so it needs no escapes.
fn with(text: &str, name: &str, value: &str) -> String {
    let setting = format!("\"{value}\"");
    let Ok(table) = DeTable::parse(text) else { return text.to_owned() };
    let all = entries(table.get_ref());
    if let Some((_, _, old)) = all.iter().find(|(own, ..)| *own == name) {
        // A table may stand in several pieces; whoever wrote one must take it out.
        if matches!(old.get_ref(), DeValue::Table(_) | DeValue::Array(_)) {
            return text.to_owned();
        }
        let span = old.span();
        return format!("{}{setting}{}", &text[..span.start], &text[span.end..]);
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // Behind the last setting that is no table: what comes behind the head of a table belongs to that table.
    let last = all.iter().rfind(|(_, _, value)| !matches!(value.get_ref(), DeValue::Table(_)));
    let at = match last {
        Some((_, _, value)) => line_end(text, value.span().end),
        None => head(text),
    };
    let before = &text[..at];
    let open =
        if before.trim_start_matches('\u{feff}').is_empty() || before.ends_with('\n') { "" } else { end };
    let gap = if last.is_none() && !text[at..].trim().is_empty() { end } else { "" };
    format!("{before}{open}{name} = {setting}{end}{gap}{}", &text[at..])
}

/// Where the line ends that a byte belongs to, its line break included.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |found| at + found + 1)
}

/// Behind the remarks that the file begins with, if a blank line sets them apart from what follows; else the
/// beginning.
fn head(text: &str) -> usize {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = at;
    for line in text[start..].split_inclusive('\n') {
        if line.trim().is_empty() {
            return at + line.len();
        }
        if !line.starts_with('#') {
            return start;
        }
        at += line.len();
    }
    at
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::read::read;
    use super::*;

    #[test]
    fn only_the_value_changes() {
        for (before, after) in [
            ("", "theme = \"light\"\n"),
            ("theme = 'ansi' # mine\n", "theme = \"light\" # mine\n"),
            ("\"theme\"=3", "\"theme\"=\"light\""),
            ("language = 'nb'", "language = 'nb'\ntheme = \"light\"\n"),
            (
                "language = 'nb' # I\r\n[keys]\r\nup = 'w'\r\n",
                "language = 'nb' # I\r\ntheme = \"light\"\r\n[keys]\r\nup = 'w'\r\n",
            ),
            ("# mine\n\n# keys\n[keys]\n", "# mine\n\ntheme = \"light\"\n\n# keys\n[keys]\n"),
            ("# keys\n[keys]\nup = 'w'\n", "theme = \"light\"\n\n# keys\n[keys]\nup = 'w'\n"),
            ("# mine", "# mine\ntheme = \"light\"\n"),
            ("keys.up = 'w'\n", "theme = \"light\"\n\nkeys.up = 'w'\n"),
            ("[keys]\ntheme = 'x'\n", "theme = \"light\"\n\n[keys]\ntheme = 'x'\n"),
            ("\u{feff}[keys]\n", "\u{feff}theme = \"light\"\n\n[keys]\n"),
        ] {
            assert_eq!(with(before, "theme", "light"), after);
            let (old, new) = (read(before.to_owned()), read(after.to_owned()));
            assert_eq!((new.theme, new.lang, new.keys), (Some(Theme::Light), old.lang, old.keys), "{before}");
        }
    }

    #[test]
    fn the_file_is_made_changed_and_never_harmed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("floke/settings.toml");
        let mut settings = Settings::load(path.clone());
        settings.set(Lang::Nb, Theme::Dark).expect("written");
        assert_eq!(fs::read_to_string(&path).expect("there"), "language = \"nb\"\ntheme = \"dark\"\n");
        // Somebody writes into it while floke is open.
        fs::write(&path, "language = \"nb\"\n[keys]\nup = \"w\"\n").expect("written");
        settings.set(Lang::Nb, Theme::Plain).expect("written");
        assert_eq!(
            (settings.theme, settings.lang, settings.keys.len()),
            (Some(Theme::Plain), Some(Lang::Nb), 1)
        );
        assert_eq!(Settings::load(path.clone()), settings);
        let before = settings.clone();
        // Where one of the two cannot be written the other is not either.
        for odd in ["language = nb", "[theme]\nx = 1\n", "theme.x = 1\n", "[[theme]]\n", "language.x = 1\n"] {
            fs::write(&path, odd).expect("written");
            let kept = settings.set(Lang::En, Theme::Dark);
            assert!(matches!(kept, Err(SettingsError::Unreadable(_))), "{odd}");
            assert_eq!(fs::read_to_string(&path).expect("there"), odd);
            assert_eq!(settings, before, "{odd}");
        }
        assert!(matches!(Settings::default().set(Lang::En, Theme::Dark), Err(SettingsError::NoFile)));
    }
}
