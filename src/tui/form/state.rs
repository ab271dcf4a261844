//! An open form: which item it is about, the row of the cursor, and what is being typed or chosen.

use super::draft::Draft;
use super::picker::Picker;
use super::{Control, Row, Slot, options, value};
use crate::map::{Item, Map, Value};
use crate::text::Lang;

/// An open form.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is about.
    pub item: Item,
    /// The row that the cursor is on.
    pub at: usize,
    /// What is being typed or chosen in that row.
    pub editing: Option<Editor>,
    /// Whether it closes as soon as one thing is typed: it was opened for that alone.
    pub once: bool,
}

/// What is being typed or chosen.
#[derive(Clone, Debug)]
pub enum Editor {
    /// A text: one line, or several.
    Text(Draft),
    /// A text of several lines.
    Lines(Draft),
    /// One or several of a list.
    List(Picker),
}

impl Form {
    /// A form with the cursor on its first row.
    #[must_use]
    pub fn new(item: Item) -> Self {
        Self { item, at: 0, editing: None, once: false }
    }
}

impl Editor {
    /// The editor of a row, with what stands in it; `None` for one that needs none: a yes or no.
    #[must_use]
    pub fn of(map: &Map, item: &Item, row: &Row, lang: Lang) -> Option<Self> {
        let now = value(map, item, &row.slot);
        let read = |value: &Value| value.read::<String>().unwrap_or_default();
        Some(match &row.control {
            Control::Text => Editor::Text(Draft::line(&now.as_ref().map(read).unwrap_or_default())),
            Control::Words => {
                let words: Vec<String> = now.and_then(|value| value.read().ok()).unwrap_or_default();
                Editor::Text(Draft::line(&words.join(", ")))
            }
            Control::Number { .. } => {
                Editor::Text(Draft::line(now.as_ref().map_or("", |value| value.as_str())))
            }
            Control::Lines => {
                let lines: Vec<String> = now.and_then(|value| value.read().ok()).unwrap_or_default();
                Editor::Lines(Draft::lines(&lines))
            }
            Control::Choice(choices) => Editor::List(Picker::new(choices.clone(), now.as_ref(), false)),
            Control::Pick { new } => {
                Editor::List(Picker::new(options(map, item, &row.slot, lang), now.as_ref(), *new))
            }
            Control::Many(choices) => {
                let ticked: Vec<Value> = now.and_then(|value| value.read().ok()).unwrap_or_default();
                Editor::List(Picker::ticking(choices.clone(), ticked))
            }
            Control::Toggle => return None,
        })
    }
}

/// The row of a slot.
#[must_use]
pub fn row_of(rows: &[Row], slot: &Slot) -> Option<usize> {
    rows.iter().position(|row| row.slot == *slot)
}
