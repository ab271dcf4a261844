//! One look over a text before it is read: what the reader itself would not say, or not say well.
//!
//! It finds comments, the markers of a merge, characters nobody sees, the version, and brackets that do not
//! pair. It judges nothing: what of this is a fault is for the reader and the check to say.

use std::ops::Range;

use crate::map::escape::is_hidden;

use super::scan::{Kind, Scan};

/// What one look over a text found. All places are byte offsets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// Where comments start.
    pub comments: Vec<usize>,
    /// The first marker that git left at the start of a line.
    pub marker: Option<usize>,
    /// Characters outside texts that nobody sees.
    pub hidden: Vec<(usize, char)>,
    /// What stands behind `floke:` in the outermost bracket.
    pub version: Option<Range<usize>>,
    /// The first bracket that does not pair.
    pub bracket: Option<Unpaired>,
}

/// A bracket that does not pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unpaired {
    /// Opened here and not closed, or closed by a bracket of another kind.
    Open(usize),
    /// Closes nothing.
    Close(usize),
}

/// Looks `text` over. O(length).
pub(super) fn survey(text: &str) -> Survey {
    let mut survey = Survey::default();
    let mut open: Vec<usize> = Vec::new();
    // A byte order mark at the front is passed over; offsets still count from the very first byte.
    let start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut end = start;
    // The last two tokens in the outermost bracket, to know `floke` and `:` before the version.
    let mut before: [Option<Range<usize>>; 2] = [None, None];
    for token in Scan::of(&text[start..]) {
        let range = token.range.start + start..token.range.end + start;
        note_hidden(&mut survey, text, end..range.start);
        end = range.end;
        match token.kind {
            Kind::Comment => {
                survey.comments.push(range.start);
                note_hidden(&mut survey, text, range.clone());
                continue;
            }
            Kind::Other => {
                note_hidden(&mut survey, text, range.clone());
                let line_start = range.start == start || text[..range.start].ends_with(['\n', '\r']);
                let marker = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
                if survey.marker.is_none()
                    && line_start
                    && marker.iter().any(|marker| text[range.start..].starts_with(marker))
                {
                    survey.marker = Some(range.start);
                }
            }
            Kind::Open => open.push(range.start),
            Kind::Close => {
                let unpaired = match open.pop() {
                    None => Some(Unpaired::Close(range.start)),
                    Some(opened) if pairs(&text[opened..=opened], &text[range.clone()]) => None,
                    Some(opened) => Some(Unpaired::Open(opened)),
                };
                survey.bracket = survey.bracket.or(unpaired);
            }
            _ => {}
        }
        if open.len() == 1 {
            let named = matches!(&before, [Some(name), Some(colon)] if text[name.clone()] == *"floke" && text[colon.clone()] == *":");
            if named && survey.version.is_none() {
                survey.version = Some(range.clone());
            }
            before = [before[1].take(), Some(range)];
        }
    }
    note_hidden(&mut survey, text, end..text.len());
    survey.bracket = survey.bracket.or(open.pop().map(Unpaired::Open));
    survey
}

fn pairs(open: &str, close: &str) -> bool {
    matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}"))
}

fn note_hidden(survey: &mut Survey, text: &str, range: Range<usize>) {
    let hidden =
        text[range.clone()].char_indices().filter(|(_, c)| is_hidden(*c) && !matches!(c, '\n' | '\r' | '\t'));
    survey.hidden.extend(hidden.map(|(at, c)| (range.start + at, c)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_markers_and_hidden_characters_count_outside_texts_only() {
        let text =
            "(\n  floke: 1, // a\n  note: [\n\"// b\n<<<<<<< c\u{202e}\",\n  ],\u{200e} /* d\n<<<<<<< */\n)";
        let survey = survey(text);
        assert_eq!(survey.comments, [text.find("// a").expect("there"), text.find("/*").expect("there")]);
        assert_eq!(survey.marker, None);
        assert_eq!(survey.hidden, [(text.find('\u{200e}').expect("there"), '\u{200e}')]);
        assert_eq!(survey.bracket, None);
        assert_eq!(survey.version.map(|range| text[range].to_owned()).as_deref(), Some("1"));
    }

    #[test]
    fn markers_at_the_start_of_a_line_are_found() {
        let text = "(\n  floke: 1,\n<<<<<<< HEAD\n  title: \"a\",\n=======\n";
        assert_eq!(survey(text).marker, text.find("<<<"));
        assert_eq!(survey("(\r<<<<<<< x").marker, Some(2));
        assert_eq!(survey("( <<<<<<< x").marker, None);
    }

    #[test]
    fn brackets_that_do_not_pair() {
        assert_eq!(survey("(a: [1)").bracket, Some(Unpaired::Open(4)));
        assert_eq!(survey("(a: [1]").bracket, Some(Unpaired::Open(0)));
        assert_eq!(survey("(a: 1))").bracket, Some(Unpaired::Close(6)));
        assert_eq!(survey("(a: \")\" /* ] */)").bracket, None);
    }

    #[test]
    fn only_the_outermost_version_counts_and_a_mark_at_the_front_is_no_matter() {
        assert_eq!(survey("(nodes: {\"floke\": (floke: 3)}, title: \"floke\")").version, None);
        let text = "\u{feff}(title: \"x\", floke: 7)";
        assert_eq!(survey(text).version.map(|range| &text[range]), Some("7"));
        assert_eq!(survey(text).hidden, []);
    }
}
