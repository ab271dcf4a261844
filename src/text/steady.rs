//! Letters that every terminal draws equally wide.
//!
//! Terminals disagree on letters made of several code points: one draws a family as one picture of two cells, the
//! next as four pictures of eight. A screen that trusts either comes apart on the other, so what is drawn is the
//! part of the letter on which all agree. Texts themselves stay as they are.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A letter (grapheme cluster) as every terminal draws it alike: the first picture of a joined emoji, an emoji
/// without its skin tone, the letters of a flag, and everything else as it is. Never wider than the letter was.
#[must_use]
pub fn steady(letter: &str) -> Cow<'_, str> {
    let mut chars = letter.chars();
    let Some(base) = chars.next() else { return Cow::Borrowed(letter) };
    if base.is_ascii() && letter.len() == 1 || chars.as_str().is_empty() && flag_letter(base).is_none() {
        return Cow::Borrowed(letter);
    }
    let mut out = String::with_capacity(letter.len());
    let mut cells = 0;
    for c in letter.chars() {
        if let Some(plain) = flag_letter(c) {
            out.push(plain);
            cells += 1;
            continue;
        }
        // What is joined on, the tone of a skin and the wish for a picture are where terminals part ways.
        if c == '\u{200d}' {
            break;
        }
        if matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') {
            continue;
        }
        let wide = c.width().unwrap_or(0);
        if wide > 0 && !out.is_empty() && cells + wide > letter.width() {
            break;
        }
        cells += wide;
        out.push(c);
    }
    if out.width() == cells { Cow::Owned(out) } else { Cow::Owned(base.to_string()) }
}

/// The letter that a regional indicator stands for.
fn flag_letter(c: char) -> Option<char> {
    let at = (c as u32).checked_sub(0x1f1e6).filter(|at| *at < 26)?;
    char::from_u32(u32::from('A') + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn what_all_terminals_agree_on_stays() {
        for letter in ["a", "å", "e\u{301}", "ŋ", "漢", "👍", "─", "á̂", "ﷺ"] {
            assert_eq!(steady(letter), letter);
        }
    }

    #[test]
    fn what_they_do_not_agree_on_is_made_simple() {
        for (letter, shown) in [
            ("🧑‍🚀", "🧑"),
            ("👍🏽", "👍"),
            ("🇳🇴", "NO"),
            ("❤\u{fe0f}", "❤"),
            ("👨‍👩‍👧", "👨"),
            ("1\u{fe0f}\u{20e3}", "1\u{20e3}"),
        ] {
            assert_eq!(steady(letter), shown);
            assert!(width(shown) <= width(letter), "{letter}");
        }
    }
}
