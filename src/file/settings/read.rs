//! From TOML to settings, with the place of everything that is wrong.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Settings;
use super::fault::{SettingsFault, Wanted, Wrong};
use crate::file::near::nearest;
use crate::file::place::LineStarts;
use crate::palette::Theme;
use crate::text::Lang;

/// The settings there are.
pub(super) const KNOWN: [&str; 3] = ["language", "theme", "keys"];

pub(in crate::file) type Named<'a> = (&'a str, Range<usize>, &'a Spanned<DeValue<'a>>);

/// Reads a text. One that is no TOML says nothing and has one fault.
pub(super) fn read(text: String) -> Settings {
    let mut settings = Settings::default();
    match DeTable::parse(&text) {
        Ok(table) => {
            for (name, at, value) in entries(table.get_ref()) {
                match name {
                    "language" => settings.lang = word(&mut settings.faults, "language", value, language),
                    "theme" => settings.theme = word(&mut settings.faults, "theme", value, Theme::named),
                    "keys" => keys(&mut settings, value),
                    _ => {
                        let near = nearest(name, KNOWN);
                        settings.faults.push(SettingsFault::new(
                            at,
                            Wrong::UnknownSetting { name: name.to_owned(), near },
                        ));
                    }
                }
            }
        }
        Err(error) => {
            let at = error.span().unwrap_or(text.len()..text.len());
            settings.faults.push(SettingsFault::new(at, Wrong::NotToml(error.message().to_owned())));
        }
    }
    let lines = LineStarts::of(&text);
    for fault in &mut settings.faults {
        fault.place = lines.place(fault.span.start);
    }
    settings.faults.sort_by_key(|fault| fault.span.start);
    Settings { text, ..settings }
}

/// The entries of a table in the order of the text.
pub(in crate::file) fn entries<'a>(table: &'a DeTable<'a>) -> Vec<Named<'a>> {
    let mut entries: Vec<Named<'a>> =
        table.iter().map(|(name, value)| (name.get_ref().as_ref(), name.span(), value)).collect();
    entries.sort_by_key(|(_, at, _)| at.start);
    entries
}

/// The languages and themes that may be named.
pub(super) fn known(setting: &str) -> Vec<&'static str> {
    match setting {
        "language" => Lang::ALL.iter().map(|lang| lang.code()).collect(),
        "theme" => Theme::ALL.iter().map(|theme| theme.name()).collect(),
        _ => Vec::new(),
    }
}

fn language(tag: &str) -> Option<Lang> {
    Lang::from_tag(tag)
}

/// The value of a setting that is one word of a few.
fn word<T>(
    faults: &mut Vec<SettingsFault>,
    setting: &'static str,
    value: &Spanned<DeValue<'_>>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let wrong = match value.get_ref().as_str() {
        Some(word) => match read(word) {
            Some(value) => return Some(value),
            None => {
                let near = nearest(word, known(setting));
                Wrong::UnknownValue { setting, value: word.to_owned(), near }
            }
        },
        None => Wrong::Kind { setting: setting.to_owned(), wanted: Wanted::Text },
    };
    faults.push(SettingsFault::new(value.span(), wrong));
    None
}

fn keys(settings: &mut Settings, value: &Spanned<DeValue<'_>>) {
    let Some(table) = value.get_ref().as_table() else {
        let wrong = Wrong::Kind { setting: "keys".to_owned(), wanted: Wanted::Table };
        settings.faults.push(SettingsFault::new(value.span(), wrong));
        return;
    };
    for (command, at, value) in entries(table) {
        let one = |value: &Spanned<DeValue<'_>>| {
            let key = value.get_ref().as_str()?.to_owned();
            Some((key, value.span()))
        };
        let list = match value.get_ref() {
            DeValue::Array(list) => list.iter().map(one).collect::<Option<Vec<_>>>(),
            _ => one(value).map(|key| vec![key]),
        };
        let Some(list) = list else {
            let wrong = Wrong::Kind { setting: command.to_owned(), wanted: Wanted::Keys };
            settings.faults.push(SettingsFault::new(value.span(), wrong));
            continue;
        };
        let (keys, places) = list.into_iter().unzip();
        settings.keys.insert(command.to_owned(), keys);
        settings.spans.insert(command.to_owned(), (at, places));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_theme_and_keys_are_read_with_their_places() {
        let text = "# mine\nlanguage = 'nb'\ntheme = \"light\"\n[keys]\nup = \"w\"\nquit = [\"Q\", 'z q']\ndown = []\n";
        let settings = read(text.to_owned());
        assert_eq!(settings.faults, []);
        assert_eq!((settings.lang, settings.theme), (Some(Lang::Nb), Some(Theme::Light)));
        assert_eq!(settings.keys["quit"], ["Q", "z q"]);
        assert_eq!(settings.keys["down"], [] as [&str; 0]);
        assert_eq!(&text[settings.span_of("quit", Some(1))], "'z q'");
        assert_eq!(&text[settings.span_of("down", None)], "down");
        assert_eq!(settings.span_of("left", None), 0..0);
        assert_eq!(read("keys.up = 'w'".to_owned()).keys["up"], ["w"]);
    }

    #[test]
    fn what_is_wrong_has_a_place_and_the_rest_counts() {
        let text =
            "lanugage = \"nb\"\ntheme = \"ligth\"\nx = 1\n\n[keys]\nup = 3\ndown = ['x', 4]\nleft = 'a'\n";
        let settings = read(text.to_owned());
        let places: Vec<_> = settings.faults.iter().map(|f| (f.place.line, f.place.column)).collect();
        assert_eq!(places, [(1, 1), (2, 9), (3, 1), (6, 6), (7, 8)]);
        let near = |at: usize| match &settings.faults[at].wrong {
            Wrong::UnknownSetting { near, .. } | Wrong::UnknownValue { near, .. } => *near,
            _ => None,
        };
        assert_eq!((near(0), near(1), near(2)), (Some("language"), Some("light"), None));
        assert_eq!(settings.keys.len(), 1);
        let settings = read("keys = 1\nlanguage = \"de\"\ntheme = ['ansi']\n".to_owned());
        assert_eq!(settings.faults.len(), 3);
        assert_eq!((settings.lang, settings.theme), (None, None));
    }

    #[test]
    fn what_is_no_toml_says_nothing() {
        for (text, line) in [
            ("theme = \"light\"\nlanguage = nb\n", 2),
            ("[keys\n", 1),
            ("theme = 'a'\ntheme = 'b'", 2),
            ("\n\n]", 3),
        ] {
            let settings = read(text.to_owned());
            assert!(
                matches!(settings.faults[..], [SettingsFault { wrong: Wrong::NotToml(_), .. }]),
                "{text}"
            );
            assert_eq!((settings.faults[0].place.line, settings.theme), (line, None), "{text}");
        }
        assert_eq!(read(String::new()).faults, []);
        let marked = read("\u{feff}theme = 'x'\r\n".to_owned());
        assert_eq!((marked.faults[0].place.line, marked.faults[0].place.column), (1, 9));
    }
}
