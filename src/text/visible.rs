//! Making any text safe to show on a terminal.
//!
//! A map may come from a stranger's branch. Its labels must not move the cursor, set the window's title, turn
//! the reading direction round, or hide behind characters that take no room. [`visible`] replaces single
//! characters and parses no sequences: a filter that knows escape sequences misses the next one invented.
//! Values stay as they are in the map; only what is shown changes.
//!
//! | what | shown as |
//! |---|---|
//! | newline, carriage return, tab | `\n` `\r` `\t` |
//! | other control characters, DEL | `^[` for escape, `^?` for DEL |
//! | C1 controls | `\x9b` |
//! | direction controls, zero-width characters, line and paragraph separators, tags, private use | `\u{202e}` |
//! | a combining mark with nothing to stand on | `\u{301}` |
//! | more than eight combining marks on one character | the first eight, then `…` |

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Combining marks allowed on one base; living languages need at most four.
const MOST_MARKS: usize = 8;
/// Characters allowed in one grapheme. The longest emoji in use, a kissing couple in two skin tones, has ten.
const MOST_CHARS: usize = 32;

/// `text` with everything replaced that a terminal could act on or hide; see the module's table.
/// Borrowed where there was nothing to replace, which is nearly always. Showing the result again changes nothing.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, grapheme) in text.grapheme_indices(true) {
        let after = text[at + grapheme.len()..].chars().next();
        push_grapheme(&mut out, grapheme, after);
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Characters that need no second look, wherever they stand: ASCII, Latin, dashes and quotes, arrows and boxes.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}'
        | '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}')
}

/// Appends one grapheme, made safe; `after` is the character that follows it. Marks are judged by the character they
/// stand on, hence not char by char.
fn push_grapheme(out: &mut String, grapheme: &str, after: Option<char>) {
    let mut marks = 0;
    let mut before: Option<char> = None;
    let mut chars = grapheme.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next).or(after);
        if at >= MOST_CHARS || (is_mark(c) && marks >= MOST_MARKS) {
            out.push('…');
            return;
        }
        let fine = match c {
            '\u{200c}' | '\u{200d}' => {
                joins(before) && next.is_some_and(|n| is_joined(n) && !is_mark(n) && !is_unsafe(n))
            }
            '\u{fe00}'..='\u{fe0f}' => before.is_some_and(|b| !is_selector(b)),
            _ if is_unsafe(c) => false,
            _ if is_mark(c) => before.is_some(),
            _ => true,
        };
        if !fine {
            escape(out, c);
            // Whatever follows would now stand on the last sign of the escape, so it stands on nothing.
            before = None;
            continue;
        }
        // What is no mark is a base, also inside an emoji sequence: the marks after it are its own.
        marks = if is_mark(c) { marks + 1 } else { 0 };
        before = Some(c);
        out.push(c);
    }
}

/// Whether `c` is drawn onto the character before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}') || (!is_joiner(c) && c.width() == Some(0))
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
}

/// Whether a joiner may follow `before`: a letter, an emoji, or a mark on one of them.
fn joins(before: Option<char>) -> bool {
    before.is_some_and(|b| is_joined(b) || (is_mark(b) && !is_unsafe(b)))
}

/// Whether `c` is a thing that joiners join: a letter of any script, or an emoji.
fn is_joined(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}'
            | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether nobody could see `c` in a name, whatever stands beside it: control characters, marks of direction, letters
/// of no width. What is typed or pasted into a map leaves it out.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    is_unsafe(c)
}

/// Characters that are never shown, whatever stands beside them.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // blank on screen: soft hyphen, joiners and fillers, zero-width and word-joining characters
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            // direction controls
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // line and paragraph separators
            | '\u{2028}' | '\u{2029}'
            // tags and variation selectors that carry hidden text
            | '\u{e0000}'..='\u{e0fff}'
            // private use, where every font differs
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// Appends `c` in a form that stands for it and does nothing.
fn escape(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\u{7f}' => out.push_str("^?"),
        '\0'..='\x1f' => {
            out.push('^');
            out.push(char::from(c as u8 + b'@'));
        }
        '\u{80}'..='\u{9f}' => out.push_str(&format!("\\x{:02x}", c as u32)),
        _ => out.extend(c.escape_unicode()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fine_stays_and_is_borrowed() {
        for text in [
            "",
            "Tight sector steering",
            "Tjenester samhandler ikke – «helhet» mangler…",
            "e\u{301}n", // accent on a letter
            "日本語 العربية हिन्दी क्\u{200d}ष می\u{200c}خواهم",
            "👩\u{200d}👩\u{200d}👧\u{200d}👦 👍🏽 🇳🇴 ❤\u{fe0f}",
            "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏽",
            "86\u{a0}%",
        ] {
            assert!(matches!(visible(text), Cow::Borrowed(_)), "{text:?} gave {:?}", visible(text));
        }
    }

    #[test]
    fn what_is_not_fine_is_spelled_out() {
        for (text, want) in [
            ("a\x1b[2Jb", "a^[[2Jb"),
            ("\x1b]52;c;aGk=\x07", "^[]52;c;aGk=^G"),
            ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
            ("a\r\nb", "a\\r\\nb"),
            ("\0\x08\x7f", "^@^H^?"),
            ("\u{9b}2J\u{9d}0;x", "\\x9b2J\\x9d0;x"),
            ("\u{85}", "\\x85"),
            ("abc\u{202e}fed", "abc\\u{202e}fed"),
            ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("a\u{200b}b", "a\\u{200b}b"),
            ("\u{feff}a", "\\u{feff}a"),
            ("\u{200d}", "\\u{200d}"),
            ("a\u{200d}", "a\\u{200d}"),
            ("a\u{200d}\u{200d}b", "a\\u{200d}\\u{200d}b"),
            ("1\u{200d}2", "1\\u{200d}2"),
            ("\u{3164}", "\\u{3164}"),
            ("so\u{ad}ft", "so\\u{ad}ft"),
            ("\u{2028}", "\\u{2028}"),
            ("🏴\u{e0067}\u{e007f}", "🏴\\u{e0067}\\u{e007f}"),
            ("\u{e000}\u{f0000}", "\\u{e000}\\u{f0000}"),
            ("\u{301}a", "\\u{301}a"),
            ("\n\u{301}", "\\n\\u{301}"),
            ("x\u{fe0f}\u{fe0e}", "x\u{fe0f}\\u{fe0e}"),
            ("a\u{e0100}", "a\\u{e0100}"),
        ] {
            assert_eq!(visible(text), want, "{text:?}");
        }
    }

    #[test]
    fn towers_are_cut() {
        let marks = |n| "\u{301}".repeat(n);
        assert_eq!(visible(&format!("a{}b", marks(8))), format!("a{}b", marks(8)));
        assert_eq!(visible(&format!("a{}b", marks(500))), format!("a{}…b", marks(8)));
        let skins = format!("👍{}", "🏽".repeat(100));
        assert!(visible(&skins).chars().count() <= 1 + MOST_MARKS + 1);
        let crowd = vec!["👩"; 300].join("\u{200d}");
        assert!(visible(&crowd).chars().count() <= MOST_CHARS + 1);
        let prepended = format!("{}1", "\u{600}".repeat(300));
        assert!(visible(&prepended).chars().count() <= MOST_CHARS + 1);
    }

    /// Every character alone, doubled, and in the middle of a word: nothing unsafe comes out, and once is enough.
    #[test]
    fn every_character_there_is() {
        for c in ('\0'..=char::MAX).filter(|c| !is_plain(*c)) {
            for text in [format!("{c}"), format!("{c}{c}"), format!("a{c}b")] {
                let shown = visible(&text);
                assert!(!shown.chars().any(is_unsafe), "{text:?} gave {shown:?}");
                assert_eq!(visible(&shown), shown, "{text:?}");
                assert!(!shown.is_empty());
                if text.starts_with(c) {
                    assert!(crate::text::width(&shown) > 0, "{text:?} takes no room");
                }
            }
        }
    }

    /// Every pair of the characters that matter to each other, in every order, up to three.
    #[test]
    fn troublemakers_in_company() {
        let trouble = [
            'a',
            '1',
            ' ',
            '\n',
            '\x1b',
            '\u{9b}',
            '\u{301}',
            '\u{200d}',
            '\u{200c}',
            '\u{200b}',
            '\u{fe0f}',
            '\u{202e}',
            '👩',
            '\u{1f3fd}',
            '\u{1f1f3}',
            '\u{600}',
            '\u{94d}',
            'क',
            '\u{1100}',
            '\u{1161}',
            '\u{e0041}',
            '\u{feff}',
        ];
        for a in trouble {
            for b in trouble {
                for c in trouble {
                    let text: String = [a, b, c].iter().collect();
                    let shown = visible(&text);
                    assert!(!shown.chars().any(is_unsafe), "{text:?} gave {shown:?}");
                    assert_eq!(visible(&shown), shown, "{text:?}");
                }
            }
        }
    }
}
