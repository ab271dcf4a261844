//! The form of an item: which fields it has, what stands in them, which control sets each, and the deed that an
//! input makes of it.
//!
//! [`rows`] and [`options`] only read; [`deed`] says what is to be done and does nothing. Keys, drawing and history
//! are elsewhere: a pane, a screen of its own or a test can all use the same form.

use crate::map::{Item, Map, Value};
use crate::text::Lang;

mod card;
mod change;
pub mod draft;
mod frame;
mod gather;
mod input;
mod link;
mod options;
pub mod picker;
#[cfg(test)]
mod played;
#[cfg(test)]
mod played_around;
mod refusal;
mod show;
mod sources;
mod spec;
mod state;
#[cfg(test)]
mod tests;
mod told;

pub use change::deed;
pub use input::Input;
pub use options::options;
pub use refusal::Refusal;
pub use state::{Editor, Form, row_of};

/// One editable leaf of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// A field of the item itself.
    Field(&'static str),
    /// What a link says: with its ends it is what names the link.
    LinkKind,
    /// Something in the answer of one perspective: the perspective's field, then the answer's.
    Answer(&'static str, &'static str),
    /// Names one more source.
    CitationAdd,
    /// A source that is named; another choice names another, emptying takes it away.
    Citation(crate::map::SourceId),
    /// Something that a source says.
    Cite(crate::map::SourceId, &'static str),
    /// One more measured value.
    MeasurementAdd,
    /// A field of a measured value; emptying its `value` takes the whole measurement away.
    Measured(usize, &'static str),
    /// One more column from elsewhere.
    ColumnAdd,
    /// A column from elsewhere; emptying takes it away.
    Column(String),
    /// One more card at the end of a named loop.
    ThroughAdd,
    /// A card of a named loop; emptying takes it away.
    Through(usize),
    /// What the link from that card on says.
    ThroughKind(usize),
    /// One more step of a journey.
    StepAdd,
    /// What a step shows; emptying takes the step away.
    Step(usize),
    /// What is said at a step.
    Remark(usize),
    /// The end of the chain that a step shows; a choice makes it one link longer, emptying one shorter.
    ChainEnd(usize),
    /// One more card that grows or shrinks in what a step asks.
    WhatIfAdd(usize),
    /// Whether such a card grows or shrinks; emptying takes it away.
    WhatIf(usize, usize),
    /// How many steps out such a step looks.
    Ahead(usize),
}

/// One of several values, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value in the file's syntax; `None` for no value.
    pub value: Option<Value>,
    /// What it is called, safe to show.
    pub word: String,
}

/// How a slot is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line of text.
    Text,
    /// Several lines of text.
    Lines,
    /// Words with commas between them.
    Words,
    /// A whole number from one to another, both included.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// One of a few values.
    Choice(Vec<Choice>),
    /// Yes or no.
    Toggle,
    /// Any number of a few values.
    Many(Vec<Choice>),
    /// One of many things, looked for by name; [`options`] lists them. `new` says that a name that is not among them
    /// makes a new one.
    Pick {
        /// Whether something new may be named.
        new: bool,
    },
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it sets.
    pub slot: Slot,
    /// A heading to stand above it.
    pub heading: Option<String>,
    /// Its name in the language asked for, with a capital.
    pub name: String,
    /// How deep it stands below another row.
    pub depth: u8,
    /// What stands in it, safe to show; empty for nothing.
    pub value: String,
    /// How it is set.
    pub control: Control,
}

impl Row {
    /// Whether the row holds a part of the item that can be taken away as a whole.
    #[must_use]
    pub fn is_part(&self) -> bool {
        matches!(
            self.slot,
            Slot::Citation(_)
                | Slot::Measured(_, "value")
                | Slot::Column(_)
                | Slot::Through(_)
                | Slot::Step(_)
                | Slot::WhatIf(..)
        )
    }

    /// Whether the row only adds something.
    #[must_use]
    pub fn adds(&self) -> bool {
        matches!(
            self.slot,
            Slot::CitationAdd
                | Slot::MeasurementAdd
                | Slot::ColumnAdd
                | Slot::ThroughAdd
                | Slot::StepAdd
                | Slot::WhatIfAdd(_)
        )
    }

    /// Whether the row can never be empty.
    #[must_use]
    pub fn is_always_stated(&self) -> bool {
        matches!(
            self.slot,
            Slot::LinkKind
                | Slot::ThroughKind(_)
                | Slot::Ahead(_)
                | Slot::Field("kind" | "label" | "title" | "name" | "text")
        ) || self.control == Control::Toggle
    }

    /// Whether the part that the row stands for has a place that can be changed.
    #[must_use]
    pub fn moves(&self) -> bool {
        matches!(self.slot, Slot::Through(_) | Slot::Step(_) | Slot::Measured(_, "value"))
    }
}

/// The rows of an item's form, what people set most first. Fields that do not fit the kind of the item are left out
/// unless they hold something. Empty for an item that is not there.
#[must_use]
pub fn rows(map: &Map, item: &Item, lang: Lang) -> Vec<Row> {
    match item {
        Item::Node(id) => map.node(id).map_or_else(Vec::new, |node| card::rows(map, item, node, lang)),
        Item::Link(id) => map.link(id).map_or_else(Vec::new, |link| link::rows(map, id, link, lang)),
        Item::Loop(id) => map.loops().get(id).map_or_else(Vec::new, |told| told::loop_rows(map, told, lang)),
        Item::Journey(id) => {
            let journey = map.journeys().into_iter().find(|(own, _)| *own == id);
            journey.map_or_else(Vec::new, |(_, journey)| told::journey_rows(map, journey, lang))
        }
        _ => frame::rows(map, item, lang),
    }
}

/// What a step of a journey shows, in words, safe to show.
#[must_use]
pub fn show_words(map: &Map, lang: Lang, show: &crate::map::Show) -> String {
    show::words(map, lang, show)
}

/// What stands in a slot, in the file's syntax; `None` for nothing, and for slots that only add.
#[must_use]
pub fn value(map: &Map, item: &Item, slot: &Slot) -> Option<Value> {
    match item {
        Item::Node(id) => card::value(map.node(id)?, slot),
        Item::Link(id) => link::value(id, map.link(id)?, slot),
        Item::Loop(id) => told::loop_value(map.loops().get(id)?, slot),
        Item::Journey(id) => {
            let journeys = map.journeys();
            let (_, journey) = journeys.into_iter().find(|(own, _)| *own == id)?;
            told::journey_value(journey, slot)
        }
        _ => frame::value(map, item, slot),
    }
}
