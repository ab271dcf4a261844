//! Where in a text something stands: bytes for programs, line and column for people.

use std::ops::Range;

/// A place in a text: lines and columns are counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where each line of a text starts. A line ends at LF, CRLF or a lone CR.
pub struct LineStarts<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineStarts<'a> {
    /// Finds the lines of `text`. O(length).
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        Self { text, starts }
    }

    /// Whether some line ends at a CR alone.
    pub(super) fn has_lone_cr(text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.iter().enumerate().any(|(at, byte)| *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    }

    /// The text with LF for every lone CR; as long as before.
    pub(super) fn with_lf(text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            out.push(if c == '\r' && chars.peek() != Some(&'\n') { '\n' } else { c });
        }
        out
    }

    /// The place of the byte at `offset`; past the end it is the place behind the last character.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        // A byte order mark is no character that anybody sees.
        let column = self.text[start..offset].trim_start_matches('\u{feff}').chars().count() + 1;
        Place { line, column }
    }

    /// The bytes of a line without its ending; empty past the last line. Lines are counted from 1.
    #[must_use]
    pub fn line(&self, line: usize) -> Range<usize> {
        let start =
            line.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways_and_columns_count_characters() {
        let text = "å\nbc\r\nd\re";
        let lines = LineStarts::of(text);
        let place = |offset| (lines.place(offset).line, lines.place(offset).column);
        assert_eq!(place(2), (1, 2), "the line end belongs to its line");
        assert_eq!(place(4), (2, 2));
        assert_eq!(place(text.find('d').expect("there")), (3, 1));
        assert_eq!(place(text.find('e').expect("there")), (4, 1));
        assert_eq!(place(999), (4, 2));
        assert_eq!(&text[lines.line(2)], "bc");
        assert_eq!(&text[lines.line(4)], "e");
        assert_eq!(lines.line(9), text.len()..text.len());
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let lines = LineStarts::of("\u{feff}(a)");
        assert_eq!(lines.place(3), Place { line: 1, column: 1 });
    }
}
