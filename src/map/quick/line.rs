//! A line of quick notation as words and arrows, before anybody asks what the words name.

use crate::map::link::Sign;

/// What an arrow says.
#[derive(Clone, Copy)]
pub(super) struct Arrow {
    pub(super) sign: Sign,
    pub(super) delay: bool,
}

impl Arrow {
    fn of(word: &str) -> Option<Self> {
        let short = word.strip_prefix('-')?;
        let (head, delay) = short.strip_prefix('-').map_or((short, false), |head| (head, true));
        let sign = match head {
            ">" => Sign::Plus,
            "o" | "|" => Sign::Minus,
            "?" => Sign::Unknown,
            _ => return None,
        };
        Some(Self { sign, delay })
    }
}

/// A word of a card, or a whole label that stood in quotes.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) quoted: bool,
}

impl Word<'_> {
    /// As it was typed.
    pub(super) fn typed(&self) -> String {
        if self.quoted { format!("\"{}\"", self.text) } else { self.text.to_owned() }
    }
}

/// The words of a card, and the arrow behind it, as typed and as read, if there is one.
pub(super) type Part<'a> = (Vec<Word<'a>>, Option<(&'a str, Arrow)>);

/// The line's parts; the last one has no arrow behind it.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut words) = (Vec::new(), Vec::new());
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (word, behind) = match quoted(rest).filter(|_| words.is_empty()) {
            Some((text, behind)) => (Word { text, quoted: true }, behind),
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                (Word { text: &rest[..end], quoted: false }, &rest[end..])
            }
        };
        match Arrow::of(word.text).filter(|_| !word.quoted) {
            Some(arrow) => parts.push((std::mem::take(&mut words), Some((word.text, arrow)))),
            None => words.push(word),
        }
        rest = behind.trim_start();
    }
    parts.push((words, None));
    parts
}

/// What stands between double quotes at the beginning of the text, and what comes behind.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (inside, behind) = text.strip_prefix('"')?.split_once('"')?;
    let whole_word = behind.is_empty() || behind.starts_with(char::is_whitespace);
    (whole_word && !inside.trim().is_empty()).then_some((inside, behind))
}
