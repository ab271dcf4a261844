//! One change for several cards or links at once: which field, which value, how many would change.
//!
//! It reads the map and makes the deed; the history, the keys and the drawing are elsewhere. Fields, their names and
//! their values are those of the form of an item.

use tui_input::Input as Field;

use super::form::{self, Choice, Control, Refusal, Row, Slot};
use crate::file::fits::only_on;
use crate::map::{AreaId, Deed, Item, LevelId, LinkKind, Map, NodeId, Value, ValueError, Verb, verb};
use crate::text::Lang;

/// What is done to the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// It gets the value that is typed; words are added to those that stand there.
    Type,
    /// It gets a value, or none.
    Set(Option<Value>),
    /// A value is added to those that stand there.
    Add(Value),
    /// A value is taken from them.
    Drop(Value),
}

/// Something that can be chosen for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it does.
    pub act: Act,
    /// What it is called, safe to show.
    pub word: String,
}

/// The pane.
#[derive(Clone, Debug)]
pub struct Bulk {
    /// What is to be changed.
    pub items: Vec<Item>,
    /// The fields.
    pub fields: Vec<Row>,
    /// The field that the cursor is on.
    pub at: usize,
    /// What can be chosen for it.
    pub offers: Vec<Offer>,
    /// The offer that the cursor is on, once it went there.
    pub chosen: Option<usize>,
    /// What is typed.
    pub input: Field,
    /// How many of the items would change.
    pub changes: usize,
    /// Why what is typed cannot stand there; empty if it can.
    pub wrong: String,
}

/// Fields that say what one item is, so that no two should have the same.
const OWN: &[&str] = &["label", "short", "note", "pin", "was"];

impl Bulk {
    /// The pane for these items, the cursor on the first field.
    #[must_use]
    pub fn new(map: &Map, items: Vec<Item>, lang: Lang) -> Self {
        let fields = fields(map, &items, lang);
        let mut bulk = Self {
            items,
            fields,
            at: 0,
            offers: Vec::new(),
            chosen: None,
            input: Field::default(),
            changes: 0,
            wrong: String::new(),
        };
        bulk.offer(map, lang);
        bulk
    }

    /// Whether it is about links.
    #[must_use]
    pub fn of_links(&self) -> bool {
        self.items.iter().all(|item| matches!(item, Item::Link(_)))
    }

    /// The field that the cursor is on.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self.fields.get(self.at)?.slot {
            Slot::Field(field) => Some(field),
            _ => None,
        }
    }

    /// Whether letters go into the field that is typed into.
    #[must_use]
    pub fn types(&self) -> bool {
        self.chosen.and_then(|at| self.offers.get(at)).is_some_and(|offer| offer.act == Act::Type)
    }

    /// Goes to another field and lists what can be chosen for it.
    pub fn go_to_field(&mut self, map: &Map, lang: Lang, at: usize) {
        self.at = at.min(self.fields.len().saturating_sub(1));
        self.chosen = None;
        self.input = Field::default();
        self.offer(map, lang);
    }

    /// Goes to something that can be chosen, and counts what it would change.
    pub fn go_to_offer(&mut self, map: &Map, lang: Lang, at: usize) {
        self.chosen = (!self.offers.is_empty()).then(|| at.min(self.offers.len() - 1));
        self.count(map, lang);
    }

    /// Counts the items that would change, or says why none can.
    pub fn count(&mut self, map: &Map, lang: Lang) {
        self.wrong.clear();
        self.changes = 0;
        let (Some(field), Some(offer)) = (self.field(), self.chosen.and_then(|at| self.offers.get(at)))
        else {
            return;
        };
        let typed = match self.typed(field) {
            Ok(typed) => typed,
            Err(refusal) => {
                self.wrong = refusal.text(lang);
                return;
            }
        };
        let changes = |item: &&Item| {
            let now = form::value(map, item, &Slot::Field(field));
            fits(map, item, field) && now != wanted(&offer.act, now.as_ref(), &typed)
        };
        self.changes = self.items.iter().filter(changes).count();
    }

    fn offer(&mut self, map: &Map, lang: Lang) {
        self.changes = 0;
        self.wrong.clear();
        self.offers = match self.fields.get(self.at) {
            Some(row) => offers(map, &self.items, row, lang),
            None => Vec::new(),
        };
    }

    /// What is typed, as values of the field.
    fn typed(&self, field: &str) -> Result<Typed, Refusal> {
        let text = self.input.value().trim();
        let row = self.fields.get(self.at).filter(|row| row.slot == Slot::Field(own(field)));
        Ok(match row.map(|row| &row.control) {
            Some(Control::Words) => {
                let words = text.split([',', ';']).map(str::trim).filter(|word| !word.is_empty());
                Typed::Words(words.map(Value::of).collect())
            }
            Some(Control::Number { least, most }) if !text.is_empty() => {
                let number: u32 = text.parse().map_err(|_| Refusal::NoNumber(text.to_owned()))?;
                if !(*least..=*most).contains(&number) {
                    return Err(Refusal::OutOfRange { least: *least, most: *most });
                }
                // Nought is written as no number at all.
                Typed::One((number > 0).then(|| Value::of(&number)))
            }
            _ => Typed::One((!text.is_empty()).then(|| Value::of(text))),
        })
    }

    /// The one deed that changes all of them; `None` if nothing would change.
    ///
    /// # Errors
    /// If the value cannot stand there.
    pub fn deed(&self, map: &Map) -> Result<Option<Deed>, Refusal> {
        let (Some(field), Some(offer)) = (self.field(), self.chosen.and_then(|at| self.offers.get(at)))
        else {
            return Ok(None);
        };
        let typed = self.typed(field)?;
        let items: Vec<Item> = self.items.iter().filter(|item| fits(map, item, field)).cloned().collect();
        if let (Act::Set(value), "level" | "area") = (&offer.act, field) {
            return Ok(moved(map, &items, field, value.as_ref()));
        }
        let unfit = |_: ValueError| Refusal::Unfit;
        match (&offer.act, &typed) {
            (Act::Set(value), _) | (Act::Type, Typed::One(value)) => {
                verb::set_fields(map, &items, field, value.clone()).map_err(unfit)
            }
            _ => {
                let mut deeds = Vec::new();
                for item in &items {
                    let now = form::value(map, item, &Slot::Field(field));
                    let value = wanted(&offer.act, now.as_ref(), &typed);
                    deeds.extend(verb::set_field(map, item, field, value).map_err(unfit)?);
                }
                let what = deeds.first().map(|deed| deed.what.clone());
                Ok(what.map(|what| Deed::join(Verb::Edit, what, deeds)))
            }
        }
    }
}

/// What is typed.
enum Typed {
    /// One value, or none.
    One(Option<Value>),
    /// Words to add.
    Words(Vec<Value>),
}

/// The field's name as the tables have it.
fn own(field: &str) -> &'static str {
    use crate::map::{Link, Node, Record};
    Node::FIELDS.iter().chain(Link::FIELDS).find(|name| **name == field).copied().unwrap_or_default()
}

/// The fields that can be set on several of them: those of each kind among them, each once.
fn fields(map: &Map, items: &[Item], lang: Lang) -> Vec<Row> {
    let mut kinds = Vec::new();
    let mut all: Vec<Row> = Vec::new();
    for item in items {
        let kind = match item {
            Item::Node(id) => map.node(id).map(|node| (Some(node.kind), None)),
            Item::Link(id) => Some((None, Some(id.kind))),
            _ => None,
        };
        let Some(kind) = kind.filter(|kind| !kinds.contains(kind)) else { continue };
        kinds.push(kind);
        for row in form::rows(map, item, lang) {
            let Slot::Field(field) = row.slot else { continue };
            let several = !OWN.contains(&field)
                && !matches!(row.control, Control::Lines | Control::Pick { .. })
                && fits(map, item, field);
            if several && all.iter().all(|own| own.slot != row.slot) {
                all.push(row);
            }
        }
    }
    all
}

/// Whether the item has a use for the field.
fn fits(map: &Map, item: &Item, field: &str) -> bool {
    match item {
        Item::Node(id) => {
            only_on(field).is_none_or(|kind| map.node(id).is_some_and(|node| node.kind == kind))
        }
        Item::Link(id) => match field {
            "sign" => id.kind.has_sign(),
            "word" => id.kind == LinkKind::Relates,
            "about" => id.kind.is_signal(),
            _ => true,
        },
        _ => true,
    }
}

/// What can be chosen for a field.
fn offers(map: &Map, items: &[Item], row: &Row, lang: Lang) -> Vec<Offer> {
    let words = &lang.words().listing;
    let typed = |word: &str| Offer { act: Act::Type, word: word.to_owned() };
    let none = |word: &str| Offer { act: Act::Set(None), word: word.to_owned() };
    let doing = &lang.words().doing;
    match &row.control {
        Control::Choice(choices) => choices
            .iter()
            .map(|choice| Offer { act: Act::Set(choice.value.clone()), word: choice.word.clone() })
            .collect(),
        Control::Toggle => {
            let yes = Offer { act: Act::Set(Some(Value::of(&true))), word: doing.yes.to_owned() };
            vec![yes, none(doing.no)]
        }
        Control::Many(choices) => {
            let there = present(map, items, &row.slot);
            let named = |choice: &Choice| Some((choice.value.clone()?, choice.word.clone()));
            let add = choices.iter().filter_map(named);
            let mut all: Vec<Offer> =
                add.map(|(value, word)| Offer { act: Act::Add(value), word: format!("+ {word}") }).collect();
            let drop = choices.iter().filter_map(named).filter(|(value, _)| there.contains(value));
            all.extend(drop.map(|(value, word)| Offer { act: Act::Drop(value), word: format!("− {word}") }));
            if !there.is_empty() {
                all.push(none(doing.none));
            }
            all
        }
        Control::Words => {
            let mut all = vec![typed(words.type_words)];
            for value in present(map, items, &row.slot) {
                let word = value.read::<String>().unwrap_or_default();
                let word = format!("− {}", crate::text::visible(&word));
                all.push(Offer { act: Act::Drop(value), word });
            }
            if all.len() > 1 {
                all.push(none(doing.none));
            }
            all
        }
        Control::Number { .. } => vec![typed(words.type_number)],
        Control::Text => vec![typed(words.type_text), none(doing.none)],
        Control::Lines | Control::Pick { .. } => Vec::new(),
    }
}

/// The values that stand in a list on any of them, each once.
fn present(map: &Map, items: &[Item], slot: &Slot) -> Vec<Value> {
    let mut all: Vec<Value> =
        items.iter().flat_map(|item| list(form::value(map, item, slot).as_ref())).collect();
    all.sort();
    all.dedup();
    all
}

fn list(value: Option<&Value>) -> Vec<Value> {
    value.and_then(|value| value.read().ok()).unwrap_or_default()
}

/// What is to stand in the field.
fn wanted(act: &Act, now: Option<&Value>, typed: &Typed) -> Option<Value> {
    let with = |more: &[Value]| {
        let mut all = list(now);
        for value in more {
            if !all.contains(value) {
                all.push(value.clone());
            }
        }
        (!all.is_empty()).then(|| Value::of(&all))
    };
    match (act, typed) {
        (Act::Set(value), _) | (Act::Type, Typed::One(value)) => value.clone(),
        (Act::Type, Typed::Words(more)) => with(more),
        (Act::Add(value), _) => with(std::slice::from_ref(value)),
        (Act::Drop(value), _) => {
            let left: Vec<Value> = list(now).into_iter().filter(|own| own != value).collect();
            (!left.is_empty()).then(|| Value::of(&left))
        }
    }
}

/// All the cards at a level, or in an area.
fn moved(map: &Map, items: &[Item], field: &str, value: Option<&Value>) -> Option<Deed> {
    let ids: Vec<NodeId> = items
        .iter()
        .filter_map(|item| match item {
            Item::Node(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    let name: Option<String> = value.and_then(|value| value.read().ok());
    match field {
        "level" => verb::move_nodes(map, &ids, Some(name.map(LevelId::new)), None),
        _ => verb::move_nodes(map, &ids, None, Some(name.map(AreaId::new))),
    }
}
