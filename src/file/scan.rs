//! Cuts a text into RON's tokens without asking whether they make sense.
//!
//! A file that cannot be read must still be told apart into texts, comments and brackets, to say where a
//! bracket was opened or that git left its markers in it. So this never fails, and it reads each byte once.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// A quoted text, raw ones and single characters included.
    Text,
    /// A name, a word or a number.
    Word,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// A comment of either kind.
    Comment,
    /// Anything else: one character.
    Other,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether a text or a comment ends as it should.
    pub closed: bool,
}

/// The tokens of a text in order; blanks are left out.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }
}

impl Iterator for Scan<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let blank = self.rest().len() - self.rest().trim_start_matches(is_blank).len();
        self.at += blank;
        let rest = self.rest();
        let first = rest.chars().next()?;
        let (kind, length, closed) = match first {
            '(' | '[' | '{' => (Kind::Open, 1, true),
            ')' | ']' | '}' => (Kind::Close, 1, true),
            ':' => (Kind::Colon, 1, true),
            ',' => (Kind::Comma, 1, true),
            '"' => text_length(rest, 1),
            '/' if rest.starts_with("//") => (Kind::Comment, rest.find('\n').unwrap_or(rest.len()), true),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '\'' => quoted_character(rest),
            'r' | 'b' if let Some(token) = prefixed_text(rest) => token,
            c if is_word(c) => (Kind::Word, rest.len() - rest.trim_start_matches(is_word).len(), true),
            c => (Kind::Other, c.len_utf8(), true),
        };
        let range = self.at..self.at + length;
        self.at += length;
        Some(Token { kind, range, closed })
    }
}

/// What ron passes over between tokens.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\u{b}'
            | '\u{c}'
            | '\u{85}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.' | '#')
}

/// The length of a text with escapes whose quote stands at `start - 1`.
fn text_length(rest: &str, start: usize) -> (Kind, usize, bool) {
    let bytes = rest.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return (Kind::Text, at + 1, true),
            _ => at += 1,
        }
    }
    (Kind::Text, rest.len(), false)
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`; `None` if it is a word after all.
fn prefixed_text(rest: &str) -> Option<(Kind, usize, bool)> {
    let after_b = rest.strip_prefix('b').unwrap_or(rest);
    let Some(after_r) = after_b.strip_prefix('r') else {
        return after_b.starts_with('"').then(|| text_length(rest, 2));
    };
    let quoted = after_r.trim_start_matches('#');
    let marks = after_r.len() - quoted.len();
    if !quoted.starts_with('"') {
        return None;
    }
    let start = rest.len() - quoted.len() + 1;
    let end = format!("\"{}", &after_r[..marks]);
    match rest[start..].find(&end) {
        Some(at) => Some((Kind::Text, start + at + end.len(), true)),
        None => Some((Kind::Text, rest.len(), false)),
    }
}

/// `'x'`, with `'` alone as a character of no meaning.
fn quoted_character(rest: &str) -> (Kind, usize, bool) {
    let inner = rest[1..].chars().next();
    let end = match inner {
        Some('\\') => {
            rest[2..].char_indices().nth(1).and_then(|(at, _)| rest[2 + at..].find('\'').map(|e| 2 + at + e))
        }
        Some(c) => rest[1 + c.len_utf8()..].starts_with('\'').then(|| 1 + c.len_utf8()),
        None => None,
    };
    end.map_or((Kind::Other, 1, true), |end| (Kind::Text, end + 1, true))
}

/// Block comments nest.
fn block_comment(rest: &str) -> (Kind, usize, bool) {
    let bytes = rest.as_bytes();
    let (mut at, mut depth) = (0_usize, 0_usize);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return (Kind::Comment, at, true);
            }
        } else {
            at += 1;
        }
    }
    (Kind::Comment, rest.len(), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(Kind, &str)> {
        Scan::of(text).map(|token| (token.kind, &text[token.range])).collect()
    }

    #[test]
    fn brackets_in_texts_and_comments_are_not_brackets() {
        let text = "(a: \"x \\\" ) //\", // ]\n /* } /* */ ) */ b: r#\"\")\"#)";
        let kinds: Vec<_> = tokens(text).into_iter().map(|(kind, _)| kind).collect();
        use Kind::{Close, Colon, Comma, Comment, Open, Text, Word};
        assert_eq!(kinds, [Open, Word, Colon, Text, Comma, Comment, Comment, Word, Colon, Text, Close]);
    }

    #[test]
    fn words_numbers_and_strays() {
        let text = "-1.5 r#type 'a' '\\'' ' Ж @";
        use Kind::{Other, Text, Word};
        assert_eq!(
            tokens(text),
            [
                (Word, "-1.5"),
                (Word, "r#type"),
                (Text, "'a'"),
                (Text, "'\\''"),
                (Other, "'"),
                (Word, "Ж"),
                (Other, "@")
            ]
        );
    }

    #[test]
    fn what_never_ends_runs_to_the_end_and_says_so() {
        for text in ["\"abc", "\"abc\\", "r##\"abc\"#", "/* /* */", "b\"x"] {
            let token = Scan::of(text).next().expect("one token");
            assert_eq!((token.range, token.closed), (0..text.len(), false), "{text}");
        }
    }

    #[test]
    fn every_byte_is_read_once_whatever_stands_there() {
        for text in ["\u{0}\u{feff}é\u{202e}", "\"\\é\"", "'\\é'", "'", "/", "'\\", "\\\"å"] {
            let end = Scan::of(text).last().map(|token| token.range.end);
            assert_eq!(end, Some(text.len()), "{text:?}");
        }
    }
}
