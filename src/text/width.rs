//! How wide a text is, in terminal cells, and cutting and padding it to a given width.
//!
//! Cells are counted per grapheme (what a reader takes for one character), as the terminal library does when
//! it puts text on screen; counting per `char` would give a family emoji six cells instead of two.
//! Control characters count as one cell here and none on screen: make text safe to show first.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The number of terminal cells `text` takes. Characters of ambiguous width (« », ■) count as one.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // Labels in European languages and the pieces of lines are nearly all there is, and each frame asks for
    // thousands of them.
    if text.chars().all(is_plain) {
        return text.chars().count();
    }
    by_grapheme(text)
}

/// Whether a character is one cell wide and never joins another.
#[must_use]
pub fn is_plain(c: char) -> bool {
    // ◽ and ◾ are two cells wide.
    matches!(c, ' '..='~' | '¡'..='¬' | '®'..='ɏ' | '‐'..='‧' | '←'..='⇿' | '─'..='◼' | '◿')
}

/// What a reader takes for one character each, in order, and how many cells each takes.
pub fn letters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let plain = text.chars().all(is_plain);
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = if plain { rest.chars().next()?.len_utf8() } else { rest.graphemes(true).next()?.len() };
        let (letter, after) = rest.split_at(end);
        rest = after;
        Some((letter, if plain { 1 } else { letter.width() }))
    })
}

fn by_grapheme(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// `text` in at most `cells` cells: itself where it fits, else cut between two graphemes and ended with `…`.
/// Blanks before the `…` are dropped. No cells, no text.
pub fn cut(text: &str, cells: usize) -> String {
    cut_with(text, cells, "…")
}

/// As [`cut`], with another ending, which must be one cell wide: the ellipsis of the ASCII glyphs.
pub fn cut_with(text: &str, cells: usize, ending: &str) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    if cells == 0 {
        return String::new();
    }
    let (head, _) = split_at(text, cells - 1);
    format!("{}{ending}", head.trim_end())
}

/// `text` in exactly `cells` cells: filled up with blanks at the end, or cut as [`cut`] does.
pub fn pad(text: &str, cells: usize) -> String {
    let mut out = cut(text, cells);
    let missing = cells.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// Splits `text` after the most graphemes that fit in `cells`; the head may be empty.
pub(super) fn split_at(text: &str, cells: usize) -> (&str, &str) {
    let mut used = 0;
    let mut end = 0;
    for (letter, wide) in letters(text) {
        used += wide;
        if used > cells {
            return text.split_at(end);
        }
        end += letter.len();
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_characters_are_one_cell_each_as_the_rules_say() {
        let plain = (0..0x3000_u32).filter_map(char::from_u32).filter(|c| is_plain(*c));
        let mut all = String::new();
        for c in plain {
            assert_eq!(by_grapheme(&c.to_string()), 1, "{c:?}");
            all.push(c);
        }
        assert_eq!(by_grapheme(&all), all.chars().count());
        assert!(all.chars().count() > 600);
    }

    const FAMILY: &str = "👩\u{200d}👩\u{200d}👧\u{200d}👦";

    #[test]
    fn widths() {
        for (text, want) in [
            ("", 0),
            ("abc", 3),
            ("blåbærsyltetøy", 14),
            ("e\u{301}", 1),
            ("«Mandat»", 8),
            ("■ ◆ ●", 5),
            ("日本", 4),
            (FAMILY, 2),
            ("👍🏽", 2),
            ("🇳🇴", 2),
        ] {
            assert_eq!(width(text), want, "{text}");
        }
    }

    #[test]
    fn cutting() {
        for (text, cells, want) in [
            ("abc", 3, "abc"),
            ("abc", 2, "a…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
            ("", 0, ""),
            ("Mandater leses trangt", 10, "Mandater…"),
            ("日本語", 4, "日…"),
            ("日本語", 5, "日本…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ] {
            assert_eq!(cut(text, cells), want, "{text} at {cells}");
        }
        assert_eq!(cut_with("abcdef", 4, "~"), "abc~");
    }

    #[test]
    fn an_emoji_sequence_is_never_taken_apart() {
        let text = format!("{FAMILY}{FAMILY}");
        assert_eq!(cut(&text, 3), format!("{FAMILY}…"));
        assert_eq!(cut(&text, 2), "…");
    }

    #[test]
    fn never_wider_and_padded_exactly() {
        for text in ["", "Tight steering", "æøå日本語", FAMILY, "a\u{308}b\u{308}", "👍🏽👍🏽x"]
        {
            for cells in 0..20 {
                assert!(width(&cut(text, cells)) <= cells, "{text} at {cells}");
                assert_eq!(width(&pad(text, cells)), cells, "{text} at {cells}");
            }
        }
    }
}
