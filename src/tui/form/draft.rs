//! A text while it is typed: one line or several, with a cursor that stands between two letters as people see them.
//!
//! A letter is a grapheme cluster: what one key of the reader's eye is, be it `å` of two characters or a family of
//! seven. None is ever cut in two. It knows no keys and no screen.

use crate::text::is_unseen;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{visible, width};

/// Letters of a text that is typed: as many as a note may hold.
const LONGEST: usize = crate::file::limits::LONGEST_NOTE;

/// A text and the place in it where the next letter goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    lines: Vec<String>,
    line: usize,
    // A place between two letters of the line, in bytes.
    byte: usize,
    several: bool,
}

/// A piece of a text as it stands on one row of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, safe to show.
    pub text: String,
    /// The cell of the cursor where it stands in this piece.
    pub cursor: Option<usize>,
    line: usize,
    from: usize,
    to: usize,
}

impl Draft {
    /// A text on one line, the cursor at its end. Line breaks in it become blanks.
    #[must_use]
    pub fn line(text: &str) -> Self {
        let text: String = text.split(['\n', '\r']).collect::<Vec<_>>().join(" ");
        Self { byte: text.len(), lines: vec![text], line: 0, several: false }
    }

    /// A text of several lines, the cursor at its end.
    #[must_use]
    pub fn lines(lines: &[String]) -> Self {
        let lines = if lines.is_empty() { vec![String::new()] } else { lines.to_vec() };
        let line = lines.len() - 1;
        Self { byte: lines[line].len(), lines, line, several: true }
    }

    /// The text on one line.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.join(" ")
    }

    /// The lines of the text.
    #[must_use]
    pub fn all_lines(&self) -> &[String] {
        &self.lines
    }

    /// Puts a text in at the cursor. Its line breaks break lines where there may be several, else they are blanks;
    /// other control characters are left out. What is too much is left out too.
    pub fn insert(&mut self, text: &str) {
        let mut room = LONGEST.saturating_sub(self.lines.iter().map(String::len).sum());
        let text = text.replace("\r\n", "\n");
        for c in text.chars() {
            if c.len_utf8() > room {
                break;
            }
            room -= c.len_utf8();
            match c {
                '\n' | '\r' if self.several => self.break_line(),
                '\n' | '\r' | '\t' => self.insert_char(' '),
                c if is_unseen(c) => {}
                c => self.insert_char(c),
            }
        }
        // Once for all of it: a long text would be gone through for each of its letters.
        self.settle();
    }

    fn insert_char(&mut self, c: char) {
        self.lines[self.line].insert(self.byte, c);
        self.byte += c.len_utf8();
    }

    /// Breaks the line at the cursor, where there may be several.
    pub fn break_line(&mut self) {
        if self.several {
            let rest = self.lines[self.line].split_off(self.byte);
            self.line += 1;
            self.lines.insert(self.line, rest);
            self.byte = 0;
        }
    }

    /// A letter that was put in may have joined the one before or behind it: the cursor goes to the next place
    /// between two letters.
    fn settle(&mut self) {
        let own = &self.lines[self.line];
        let ends = own.grapheme_indices(true).map(|(at, letter)| at + letter.len());
        self.byte = std::iter::once(0).chain(ends).find(|end| *end >= self.byte).unwrap_or(own.len());
    }

    fn before(&self) -> Option<usize> {
        self.lines[self.line][..self.byte].grapheme_indices(true).next_back().map(|(at, _)| at)
    }

    fn behind(&self) -> Option<usize> {
        self.lines[self.line][self.byte..].graphemes(true).next().map(|letter| self.byte + letter.len())
    }

    /// One letter to the left, or to the end of the line above.
    pub fn left(&mut self) {
        match self.before() {
            Some(at) => self.byte = at,
            None if self.line > 0 => {
                self.line -= 1;
                self.byte = self.lines[self.line].len();
            }
            None => {}
        }
    }

    /// One letter to the right, or to the beginning of the line below.
    pub fn right(&mut self) {
        match self.behind() {
            Some(at) => self.byte = at,
            None if self.line + 1 < self.lines.len() => {
                self.line += 1;
                self.byte = 0;
            }
            None => {}
        }
    }

    /// To the beginning of the word to the left.
    pub fn word_left(&mut self) {
        let own = &self.lines[self.line][..self.byte];
        match own.split_word_bound_indices().rev().find(|(_, word)| !word.trim().is_empty()) {
            Some((at, _)) => self.byte = at,
            None => self.left_of_all(),
        }
    }

    fn left_of_all(&mut self) {
        if self.byte == 0 { self.left() } else { self.byte = 0 }
    }

    /// To the end of the word to the right.
    pub fn word_right(&mut self) {
        let own = &self.lines[self.line];
        let found = own[self.byte..].split_word_bound_indices().find(|(_, word)| !word.trim().is_empty());
        match found {
            Some((at, word)) => self.byte += at + word.len(),
            None if self.byte == own.len() => self.right(),
            None => self.byte = own.len(),
        }
    }

    /// To the beginning of the line.
    pub fn home(&mut self) {
        self.byte = 0;
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.byte = self.lines[self.line].len();
    }

    /// Takes the letter before the cursor away; at the beginning of a line the break before it.
    pub fn delete_before(&mut self) {
        let (line, byte) = (self.line, self.byte);
        self.left();
        self.cut((self.line, self.byte), (line, byte));
    }

    /// Takes the letter behind the cursor away; at the end of a line the break behind it.
    pub fn delete_behind(&mut self) {
        let from = (self.line, self.byte);
        self.right();
        let to = (self.line, self.byte);
        self.cut(from, to);
    }

    /// Takes the word before the cursor away.
    pub fn delete_word(&mut self) {
        let to = (self.line, self.byte);
        self.word_left();
        self.cut((self.line, self.byte), to);
    }

    /// Takes the line away as far as the cursor.
    pub fn delete_to_start(&mut self) {
        self.cut((self.line, 0), (self.line, self.byte));
    }

    fn cut(&mut self, from: (usize, usize), to: (usize, usize)) {
        let rest = self.lines[to.0].split_off(to.1);
        self.lines.drain(from.0 + 1..=to.0);
        self.lines[from.0].truncate(from.1);
        self.lines[from.0].push_str(&rest);
        (self.line, self.byte) = from;
        // The two ends may have joined into one letter.
        self.settle();
    }

    /// The text in rows of at most so many cells, broken between words where there are any, with the cursor in one
    /// of them. At least one row.
    #[must_use]
    pub fn pieces(&self, cells: usize) -> Vec<Piece> {
        let cells = cells.max(2);
        let mut out = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            for (from, to) in rows(line, cells) {
                // The end of a row is the beginning of the next one, save for the last.
                let here = at == self.line && from <= self.byte && (self.byte < to || to == line.len());
                let cursor = here.then(|| width(&visible(&line[from..self.byte])).min(cells));
                let text = visible(&line[from..to]).into_owned();
                out.push(Piece { text, cursor, line: at, from, to });
            }
        }
        out
    }

    /// One row up or down, as the text stands in rows of so many cells. `false` if there is none.
    pub fn go(&mut self, down: bool, cells: usize) -> bool {
        let rows = self.pieces(cells);
        let Some(at) = rows.iter().position(|row| row.cursor.is_some()) else { return false };
        let other = if down { Some(at + 1) } else { at.checked_sub(1) };
        let Some(row) = other.and_then(|other| rows.get(other)) else { return false };
        let wanted = rows[at].cursor.unwrap_or(0);
        let own = &self.lines[row.line];
        let mut byte = row.from;
        let mut used = 0;
        for letter in own[row.from..row.to].graphemes(true) {
            let next = byte + letter.len();
            // The last place of a row that goes on belongs to the next row.
            if used >= wanted || (next == row.to && row.to < own.len()) {
                break;
            }
            used += width(&visible(letter));
            byte = next;
        }
        (self.line, self.byte) = (row.line, byte);
        true
    }
}

/// Where a line is broken so that no row is wider than `cells`, unless a single letter is. Blanks at the end of a row
/// may stand out.
fn rows(line: &str, cells: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut from, mut used, mut blank) = (0, 0, None);
    for (at, letter) in line.grapheme_indices(true) {
        let wide = width(&visible(letter));
        if used + wide > cells && at > from && letter != " " {
            let end = blank.filter(|blank| *blank > from).unwrap_or(at);
            out.push((from, end));
            used = width(&visible(&line[end..at]));
            from = end;
            blank = None;
        }
        used += wide;
        if letter == " " {
            blank = Some(at + 1);
        }
    }
    out.push((from, line.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(draft: &Draft, cells: usize) -> Vec<String> {
        draft.pieces(cells).into_iter().map(|row| row.text).collect()
    }

    #[test]
    fn whole_letters_are_taken_away() {
        let family = "👩\u{200d}👩\u{200d}👧";
        for letter in [family, "a\u{30a}", "å", "č", "日", "🇳🇴"] {
            let mut draft = Draft::line(&format!("x{letter}"));
            draft.delete_before();
            assert_eq!(draft.text(), "x", "{letter}");
            let mut draft = Draft::line(&format!("{letter}x"));
            draft.home();
            draft.delete_behind();
            assert_eq!(draft.text(), "x", "{letter}");
        }
        // A mark that is typed after its letter joins it.
        let mut draft = Draft::line("a");
        draft.insert("\u{30a}");
        draft.left();
        draft.insert("x");
        assert_eq!(draft.text(), "xa\u{30a}");
    }

    #[test]
    fn lines_break_and_join() {
        let mut draft = Draft::lines(&["one two".to_owned()]);
        draft.word_left();
        draft.insert("\n");
        assert_eq!(draft.all_lines(), ["one ", "two"]);
        draft.delete_before();
        assert_eq!(draft.all_lines(), ["one two"]);
        draft.end();
        draft.delete_word();
        draft.insert("three\r\nfour\u{1b}");
        assert_eq!(draft.all_lines(), ["one three", "four"]);
        let mut single = Draft::line("a");
        single.insert("\nb");
        single.break_line();
        assert_eq!(single.text(), "a b");
    }

    #[test]
    fn rows_break_between_words_and_the_cursor_is_in_one_of_them() {
        let mut draft = Draft::line("Room to act left unused");
        assert_eq!(rows_of(&draft, 12), ["Room to act ", "left unused"]);
        assert_eq!(rows_of(&Draft::line("Helsefellesskap"), 6), ["Helsef", "elless", "kap"]);
        for _ in 0..30 {
            let cursors = draft.pieces(7).iter().filter(|row| row.cursor.is_some()).count();
            assert_eq!(cursors, 1);
            draft.left();
        }
    }

    #[test]
    fn up_and_down_go_by_the_rows_on_screen() {
        let mut draft = Draft::line("Room to act left unused");
        assert!(!draft.go(true, 12));
        assert!(draft.go(false, 12));
        draft.insert("|");
        assert_eq!(draft.text(), "Room to act| left unused");
        assert!(draft.go(true, 12));
        let mut empty = Draft::lines(&[]);
        assert!(!empty.go(false, 12) && !empty.go(true, 12));
    }
}
