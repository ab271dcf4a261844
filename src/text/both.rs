//! A sentence in both languages at once, for what is put together before anybody knows who reads it. What is asked for
//! by a word alone stands in [`crate::text::words`].

use serde::{Serialize, Serializer};

use super::Lang;

/// A text in each language, one of which is chosen when it is shown. Programs read the English one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// In English.
    pub en: String,
    /// In Norwegian Bokmål.
    pub nb: String,
}

impl Both {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Nb => &self.nb,
        }
    }

    /// Each of the texts made anew, by its language.
    #[must_use]
    pub fn map_with(&self, make: impl Fn(Lang, &str) -> String) -> Self {
        Self { en: make(Lang::En, &self.en), nb: make(Lang::Nb, &self.nb) }
    }

    /// Each of the texts made anew.
    #[must_use]
    pub fn map(&self, mut make: impl FnMut(&str) -> String) -> Self {
        Self { en: make(&self.en), nb: make(&self.nb) }
    }
}

/// What reads alike in all languages: a name, a value, a place in a file.
impl From<String> for Both {
    fn from(text: String) -> Self {
        Self { nb: text.clone(), en: text }
    }
}

impl From<&str> for Both {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl Serialize for Both {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.en)
    }
}

impl PartialEq<&str> for Both {
    fn eq(&self, other: &&str) -> bool {
        self.en == *other
    }
}

/// A [`Both`] of two texts as `format!` takes them, English first.
macro_rules! both {
    ($en:literal, $nb:literal $(,)?) => {
        $crate::text::Both { en: format!($en), nb: format!($nb) }
    };
}
pub(crate) use both;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_reads_its_own_and_programs_read_english() {
        let line = 3;
        let said = both!("line {line}", "linje {line}");
        assert_eq!((said.text(Lang::En), said.text(Lang::Nb)), ("line 3", "linje 3"));
        assert_eq!(serde_json::to_string(&said).expect("a text"), "\"line 3\"");
        assert_eq!(Both::from("«Støy»").map(|own| format!("{own}!")).text(Lang::Nb), "«Støy»!");
    }
}
