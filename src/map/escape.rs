//! How a text stands in a map file.
//!
//! ron's own writer escapes every apostrophe, accent and joined emoji, which makes a Norwegian file unreadable.
//! Here only what could harm a reader is escaped: quotes, backslashes, control characters, line separators
//! and the invisible marks that can make a line look like another one.

use std::fmt::Write as _;

/// `text` in double quotes, on one line, in RON's syntax.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that show nothing themselves but change what is around them.
///
/// Joiners (U+200C, U+200D) and variation selectors are not among them: emoji and several scripts need them.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_stays_readable() {
        for text in ["don't", "blåbær", "e\u{301}", "👩\u{200d}🚀", "❤\u{fe0f}", "« »"] {
            assert_eq!(quote(text), format!("\"{text}\""));
        }
    }

    #[test]
    fn what_could_mislead_is_escaped_and_reads_back() {
        let text = "\"\\\n\r\t\u{1b}\u{0}\u{9b}\u{202e}\u{2066}\u{feff}\u{200b}\u{e0041}\u{2028}";
        let written = quote(text);
        assert!(written.chars().all(|c| !is_hidden(c)), "{written}");
        assert_eq!(ron::from_str::<String>(&written).as_deref(), Ok(text));
    }
}
