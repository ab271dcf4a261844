//! Gathers the rows of a form.

use super::spec::Shape;
use super::{Choice, Control, Row, Slot};
use crate::map::{Lines, Map, NodeId, Value};
use crate::text::words::capital;
use crate::text::{Lang, visible};
use crate::tui::say;

/// The rows so far; a heading waits for the next one.
pub(super) struct Gatherer<'a> {
    pub(super) map: &'a Map,
    pub(super) lang: Lang,
    heading: Option<String>,
    depth: u8,
    pub(super) rows: Vec<Row>,
}

impl<'a> Gatherer<'a> {
    pub(super) fn new(map: &'a Map, lang: Lang) -> Self {
        Self { map, lang, heading: None, depth: 0, rows: Vec::new() }
    }

    /// The next row stands under this heading.
    pub(super) fn heading(&mut self, words: &str) {
        self.heading = Some(capital(words));
        self.depth = 0;
    }

    /// The next rows stand so deep below the one before.
    pub(super) fn depth(&mut self, depth: u8) {
        self.depth = depth;
    }

    /// A row with its value in words.
    pub(super) fn said(&mut self, slot: Slot, name: &str, value: String, control: Control) {
        let row = Row {
            slot,
            heading: self.heading.take(),
            name: capital(name),
            depth: self.depth,
            value,
            control,
        };
        self.rows.push(row);
    }

    /// A row for a value of that shape.
    pub(super) fn row(&mut self, slot: Slot, (name, shape): (&str, Shape), value: Option<&Value>) {
        let words = in_words(self.map, self.lang, &shape, value);
        self.said(slot, name, words, shape.control());
    }

    /// A row that adds something.
    pub(super) fn adding(&mut self, slot: Slot, name: &str, control: Control) {
        self.said(slot, name, String::new(), control);
    }
}

/// A value in words, safe to show; empty for no value, unless no value has a word of its own.
pub(super) fn in_words(map: &Map, lang: Lang, shape: &Shape, value: Option<&Value>) -> String {
    let doing = &lang.words().doing;
    match (shape, value) {
        (Shape::Toggle, value) => if value.is_some() { doing.yes } else { doing.no }.to_owned(),
        (Shape::Choice(choices), value) => word_of(choices, value),
        (_, None) => String::new(),
        (Shape::Many(choices), Some(value)) => {
            let all: Vec<Value> = value.read().unwrap_or_default();
            all.iter().map(|own| word_of(choices, Some(own))).collect::<Vec<_>>().join(", ")
        }
        (Shape::Text, Some(value)) => visible(&value.read::<String>().unwrap_or_default()).into_owned(),
        (Shape::Lines, Some(value)) => {
            let lines: Lines = value.read().unwrap_or_default();
            visible(&lines.join(" ")).into_owned()
        }
        (Shape::Words, Some(value)) => {
            let all: Vec<String> = value.read().unwrap_or_default();
            visible(&all.join(", ")).into_owned()
        }
        (Shape::Number(..), Some(value)) => visible(value.as_str()).into_owned(),
        (Shape::Pick, Some(value)) => {
            let id = value.read::<String>().unwrap_or_default();
            say::label(map, &NodeId::new(id))
        }
    }
}

/// The word of a value; the value itself where it is not among the choices.
fn word_of(choices: &[Choice], value: Option<&Value>) -> String {
    let found = choices.iter().find(|choice| choice.value.as_ref() == value);
    match (found, value) {
        (Some(choice), _) => choice.word.clone(),
        (None, Some(value)) => {
            visible(&value.read::<String>().unwrap_or_else(|_| value.as_str().to_owned())).into_owned()
        }
        (None, None) => String::new(),
    }
}
