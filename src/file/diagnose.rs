//! Turns what the RON reader stumbled over into a reason and a place that help.
//!
//! The RON reader says where its cursor was. A missing field it notices at the closing bracket, a bracket left
//! open at the next card, a quote left open at the next quote; the place to mend is found from there.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use crate::map::escape::is_hidden;
use crate::map::{
    self, About, Amount, Certainty, Clash, Color, Involvement, LinkKind, Mark, Measured, Origin, Role, Side,
    Sign, SourceKind, Stage, Stance,
};

use super::limits::{MOST_LINKS, MOST_NODES};
use super::locate::{Key, around, find};
use super::near::nearest;
use super::nodes::{TOO_MANY_LINKS, TOO_MANY_NODES};
use super::place::{LineStarts, Place};
use super::problem::{Much, Problem, Shape};
use super::reader::{ReadError, key_that_stands_twice};
use super::scan::{Kind, Scan, Token};
use super::survey::{Survey, Unpaired};

/// Why `text` could not be read, given the RON reader's complaint.
pub(super) fn diagnose(text: &str, survey: &Survey, error: &SpannedError) -> ReadError {
    let cursor = offset_of(text, error.span.end);
    let (problem, span) = reason(text, survey, error, cursor);
    ReadError::new(text, span, problem, error.code.to_string())
}

/// The byte at a line and a column as the RON reader counts them: lines end at LF only.
fn offset_of(text: &str, position: ron::error::Position) -> usize {
    let line: usize = text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let columns =
        text[line..].chars().take(position.col.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
    line + columns
}

/// The tokens next to the cursor: the two that start before it and the one at or behind it.
struct Near {
    before_last: Option<Token>,
    last: Option<Token>,
    next: Option<Token>,
}

fn tokens_near(text: &str, cursor: usize) -> Near {
    let mut near = Near { before_last: None, last: None, next: None };
    for token in Scan::of(text).filter(|token| token.kind != Kind::Comment) {
        if token.range.start >= cursor {
            near.next = Some(token);
            break;
        }
        near.before_last = near.last.replace(token);
    }
    near
}

#[allow(clippy::too_many_lines, reason = "one arm for each of the reader's complaints")]
fn reason(text: &str, survey: &Survey, error: &SpannedError, cursor: usize) -> (Problem, Range<usize>) {
    let near = tokens_near(text, cursor);
    let here = near.next.as_ref().map_or(text.len()..text.len(), |token| token.range.clone());
    let last = near.last.as_ref().map_or(here.clone(), |token| token.range.clone());
    if let Some(c) = text[here.clone()].chars().next().filter(|c| is_hidden(*c)) {
        return (Problem::Hidden(c), here);
    }
    match &error.code {
        Error::NoSuchStructField { expected, found, .. } => {
            let near = nearest(found, expected.iter().copied());
            (Problem::UnknownField { field: found.clone(), near, known: expected }, last)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            let near = nearest(found, expected.iter().copied());
            (Problem::UnknownWord { word: found.clone(), near, known: expected }, last)
        }
        Error::MissingStructField { field: "floke", .. } => (Problem::NoVersion, first_token(text)),
        Error::MissingStructField { field, .. } => {
            let around = around(text, cursor);
            // The innermost key is the last field of the record; the record itself is what lies around it.
            let inside = around.bracket.map_or(0, |bracket| {
                around.path.iter().take_while(|(_, range)| range.start <= bracket).count()
            });
            let span = match around.path[..inside].last() {
                Some((_, range)) => range.clone(),
                None => around.bracket.map_or(here, |bracket| bracket..bracket + 1),
            };
            (Problem::MissingField(field), span)
        }
        Error::DuplicateStructField { field, .. } => {
            let first = first_of_two(text, &last);
            (Problem::FieldTwice { field, first }, last)
        }
        Error::Message(message) if key_that_stands_twice(message).is_some() => {
            let key = key_that_stands_twice(message).unwrap_or_default();
            (Problem::KeyTwice { key, first: first_of_two(text, &last) }, last)
        }
        Error::Message(message) if message == TOO_MANY_NODES || message == TOO_MANY_LINKS => {
            let (of, limit) =
                if message == TOO_MANY_NODES { (Much::Nodes, MOST_NODES) } else { (Much::Links, MOST_LINKS) };
            let nodes = vec![Key::name("nodes")];
            let span = find(text, [nodes.clone()].into_iter()).remove(&nodes).unwrap_or(last);
            (Problem::TooMuch { of, limit }, span)
        }
        Error::ExpectedStructLike if text.trim().is_empty() => (Problem::Empty, 0..0),
        Error::ExpectedStructLike if near.last.is_none() => (Problem::NotAMap, here),
        Error::NoSuchExtension(name) => (Problem::Extension(name.clone()), last),
        Error::ExceededRecursionLimit => (Problem::TooDeep, here),
        Error::ExpectedNamedStructLike(_) | Error::ExpectedDifferentStructName { .. } => {
            let word = [near.last, near.next]
                .into_iter()
                .flatten()
                .find(|token| token.kind == Kind::Word && text[token.range.end..].starts_with('('));
            match word {
                Some(name) => (Problem::StructName(text[name.range.clone()].to_owned()), name.range),
                None => (wrong(text, Shape::Fields, &here), here),
            }
        }
        Error::ExpectedStringEnd => {
            let open = Scan::of(text).find(|token| !token.closed).map_or(last, |token| token.range);
            (Problem::OpenText, first_line(text, open))
        }
        Error::UnclosedBlockComment => {
            let open = Scan::of(text).find(|token| !token.closed).map_or(last, |token| token.range);
            (Problem::OpenComment, first_line(text, open))
        }
        Error::InvalidEscape(_) => (Problem::Escape, cursor.saturating_sub(1)..cursor),
        Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            (Problem::NumberTooBig(text[last.clone()].to_owned()), last)
        }
        code => structure(text, survey, code, cursor, &near, here, last),
    }
}

/// A complaint about commas, brackets and kinds of values.
fn structure(
    text: &str,
    survey: &Survey,
    code: &Error,
    cursor: usize,
    near: &Near,
    here: Range<usize>,
    last: Range<usize>,
) -> (Problem, Range<usize>) {
    let is_value = near.last.as_ref().is_some_and(|token| token.kind == Kind::Colon)
        || !matches!(code, Error::ExpectedIdentifier | Error::ExpectedString);
    let wanted = match code {
        Error::ExpectedString => Some(Shape::Text),
        Error::ExpectedInteger | Error::ExpectedFloat | Error::UnderscoreAtBeginning => Some(Shape::Number),
        Error::ExpectedBoolean => Some(Shape::YesNo),
        Error::ExpectedIdentifier => Some(Shape::Word),
        Error::ExpectedArray => Some(Shape::List),
        Error::ExpectedMap => Some(Shape::Entries),
        Error::ExpectedStructLike => Some(Shape::Fields),
        _ => None,
    };
    let in_list = around(text, cursor).bracket.is_some_and(|open| text[open..].starts_with('['));
    if let Some(wanted) = wanted
        && (is_value || in_list)
        && near.next.as_ref().is_some_and(|token| token.kind != Kind::Close)
    {
        return (wrong(text, wanted, &here), here);
    }
    // A text over several lines before the stumbling block: its quote was meant to close earlier.
    let texts = [near.before_last.as_ref(), near.last.as_ref()];
    if let Some(open) = texts
        .into_iter()
        .flatten()
        .find(|token| token.kind == Kind::Text && text[token.range.clone()].contains('\n'))
    {
        return (Problem::OpenText, first_line(text, open.range.clone()));
    }
    if let Some(Unpaired::Open(first)) = survey.bracket {
        let open = around(text, cursor).bracket.unwrap_or(first);
        let bracket = text[open..].chars().next().unwrap_or('(');
        let before = LineStarts::of(text).place(here.start);
        return (Problem::Unclosed { bracket, before }, open..open + 1);
    }
    if let Some(Unpaired::Close(at)) = survey.bracket {
        let bracket = text[at..].chars().next().unwrap_or(')');
        return (Problem::Stray(bracket), at..at + 1);
    }
    match code {
        Error::ExpectedComma if last.end > cursor => {
            // The cursor stands inside a word: `1.5`, or a word glued to a number.
            (wrong(text, Shape::Number, &last), last)
        }
        Error::ExpectedComma
        | Error::ExpectedArrayEnd
        | Error::ExpectedMapEnd
        | Error::ExpectedStructLikeEnd
        | Error::ExpectedOptionEnd => (Problem::NoComma, last),
        Error::ExpectedMapColon => (Problem::NoColon, here),
        Error::TrailingCharacters => (Problem::Trailing, here),
        Error::ExpectedIdentifier => (Problem::NoFieldName, here),
        Error::ExpectedDifferentLength { .. } => (Problem::Length, here),
        Error::ExpectedString => (wrong(text, Shape::Text, &here), here),
        _ => (Problem::Other, if here.is_empty() { last } else { here }),
    }
}

/// A value of another kind stands at `range`.
fn wrong(text: &str, wanted: Shape, range: &Range<usize>) -> Problem {
    let known = match wanted {
        Shape::Word => words_at(&around(text, range.end).path),
        _ => Vec::new(),
    };
    Problem::Wrong { wanted, found: text[range.clone()].to_owned(), known }
}

/// The words that may stand at a place; none where it is not known to take a word.
fn words_at(path: &[(Key<'_>, Range<usize>)]) -> Vec<&'static str> {
    fn all<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| word(*value)).collect()
    }
    let names: Vec<&str> = path
        .iter()
        .filter_map(|(key, _)| match key {
            Key::Name(name) => Some(name.as_ref()),
            Key::At(_) => None,
        })
        .collect();
    match (names.first().copied(), names.last().copied()) {
        (Some("sources"), Some("kind")) => all(SourceKind::ALL, SourceKind::as_str),
        (_, Some("kind")) => all(map::Kind::ALL, map::Kind::as_str),
        (_, Some("role")) => all(Role::ALL, Role::as_str),
        (_, Some("now")) => all(Amount::ALL, Amount::as_str),
        (_, Some("origin")) => all(Origin::ALL, Origin::as_str),
        (_, Some("stance")) => all(Stance::ALL, Stance::as_str),
        (_, Some("involvement")) => all(Involvement::ALL, Involvement::as_str),
        (_, Some("stage")) => all(Stage::ALL, Stage::as_str),
        (_, Some("measured")) => all(Measured::ALL, Measured::as_str),
        (_, Some("certainty")) => all(Certainty::ALL, Certainty::as_str),
        (_, Some("marks")) => all(Mark::ALL, Mark::as_str),
        (_, Some("sign")) => all(Sign::ALL, Sign::as_str),
        (_, Some("about")) => all(About::ALL, About::as_str),
        (_, Some("color")) => all(Color::ALL, Color::as_str),
        (_, Some("through" | "show")) => all(LinkKind::ALL, LinkKind::as_str),
        (_, Some("what")) => all(Clash::ALL, Clash::as_str),
        (_, Some("deleted_by")) => all(Side::ALL, Side::as_str),
        _ => Vec::new(),
    }
}

/// Where the key at `second` stands the first time.
fn first_of_two(text: &str, second: &Range<usize>) -> Option<Place> {
    let path: Vec<Key<'_>> = around(text, second.end).path.into_iter().map(|(key, _)| key).collect();
    let first = find(text, [path.clone()].into_iter()).remove(&path)?;
    (first != *second).then(|| LineStarts::of(text).place(first.start))
}

fn first_token(text: &str) -> Range<usize> {
    Scan::of(text).find(|token| token.kind == Kind::Open).map_or(0..0, |token| token.range)
}

/// The part of a range that lies on its first line.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text[range.clone()].find(['\n', '\r']).unwrap_or(range.len());
    range.start..range.start + length
}

#[cfg(test)]
mod tests {
    use crate::file::read;
    use crate::text::Lang;

    #[test]
    fn a_word_in_quotes_is_answered_with_the_words_there_are() {
        let link = |sign: &str| {
            format!(
                "(floke: 1, title: \"x\", nodes: {{\"a\": (label: \"A\", kind: Cause, causes: {{\"a\": (sign: {sign})}})}})"
            )
        };
        let help = |text: &str| read(text).expect_err("refused").help(Lang::En);
        assert!(help(&link("\"+\"")).starts_with("Did you mean Plus?"), "{}", help(&link("\"+\"")));
        assert!(help(&link("\"minus\"")).starts_with("Did you mean Minus?"));
        assert!(help(&link("\"up\"")).starts_with("There are: Plus, Minus, Unknown."));
        assert!(help(&link("Pluss")).starts_with("Did you mean Plus?"));
        let source = "(floke: 1, title: \"x\", sources: {\"s\": (title: \"S\", kind: \"Study\")})";
        assert!(help(source).contains("Interview, Panel"));
    }
}
