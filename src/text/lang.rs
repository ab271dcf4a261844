//! The languages of the screen, and which of them to start in.

use super::words::{self, Words};

/// A language floke speaks. Nynorsk readers get Bokmål until there is a third table of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Norwegian Bokmål.
    Nb,
}

impl Lang {
    /// Every language, in the order they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Nb];

    /// The code as it stands in a map file and after `--lang`: `en` or `nb`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Nb => "nb",
        }
    }

    /// The language's own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Nb => "Norsk bokmål",
        }
    }

    /// Every word on screen in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::En => &words::EN,
            Lang::Nb => &words::NB,
        }
    }

    /// The language one key switches to.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Nb,
            Lang::Nb => Lang::En,
        }
    }

    /// The language of a tag such as `nb`, `en-GB` or `nb_NO.UTF-8`. `None` for a language floke does not
    /// speak and for `C` and `POSIX`, which name no language.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let end = tag.find(['_', '-', '.', '@']).unwrap_or(tag.len());
        match tag[..end].trim().to_ascii_lowercase().as_str() {
            "en" => Some(Lang::En),
            "nb" | "no" | "nn" => Some(Lang::Nb),
            _ => None,
        }
    }

    /// The language to start in. `get` looks up an environment variable; `FLOKE_LANG` is asked first, then what
    /// the person has set, then `LC_ALL`, `LC_MESSAGES` and `LANG`. English if none of them says.
    ///
    /// Of the last three the first one that is set decides, even for a language floke does not speak:
    /// `LC_ALL=C` in a script means plain English, whatever `LANG` says.
    pub fn detect(get: impl Fn(&str) -> Option<String>, set: Option<Lang>) -> Lang {
        if let Some(lang) = get("FLOKE_LANG").and_then(|tag| Lang::from_tag(&tag)).or(set) {
            return lang;
        }
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(get)
            .find(|tag| !tag.is_empty())
            .and_then(|tag| Lang::from_tag(&tag))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for (tag, want) in [
            ("en", Some(Lang::En)),
            ("en_GB.UTF-8", Some(Lang::En)),
            ("EN-us", Some(Lang::En)),
            ("nb", Some(Lang::Nb)),
            ("no", Some(Lang::Nb)),
            ("nb_NO.UTF-8", Some(Lang::Nb)),
            ("nn_NO@latin", Some(Lang::Nb)),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("", None),
            ("de_DE", None),
            ("north", None),
        ] {
            assert_eq!(Lang::from_tag(tag), want, "{tag}");
        }
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.code()), Some(lang));
            assert_eq!(lang.other().other(), lang);
        }
    }

    #[test]
    fn detection() {
        let with = |variables: &[(&str, &str)], set: Option<Lang>| {
            let get = |name: &str| {
                let found = variables.iter().find(|(n, _)| *n == name);
                found.map(|(_, value)| value.to_string())
            };
            Lang::detect(get, set)
        };
        let detect = |variables: &[(&str, &str)]| with(variables, None);
        assert_eq!(with(&[("LC_ALL", "en_GB")], Some(Lang::Nb)), Lang::Nb);
        assert_eq!(with(&[("FLOKE_LANG", "en")], Some(Lang::Nb)), Lang::En);
        assert_eq!(detect(&[]), Lang::En);
        assert_eq!(detect(&[("LANG", "nb_NO.UTF-8")]), Lang::Nb);
        assert_eq!(detect(&[("LC_ALL", ""), ("LANG", "nn_NO")]), Lang::Nb);
        assert_eq!(detect(&[("LC_ALL", "C"), ("LANG", "nb_NO")]), Lang::En);
        assert_eq!(detect(&[("LC_MESSAGES", "en_US"), ("LANG", "nb_NO")]), Lang::En);
        assert_eq!(detect(&[("FLOKE_LANG", "nb"), ("LC_ALL", "en_US")]), Lang::Nb);
        assert_eq!(detect(&[("FLOKE_LANG", "klingon"), ("LANG", "nb_NO")]), Lang::Nb);
    }
}
