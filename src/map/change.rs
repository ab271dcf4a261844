//! The one representation of change: a list of edits, each with the old value and the new.
//!
//! Undo swaps old and new, a comparison gives a change, the journal stores one, a merge works on two. An edit
//! that does not find the old value it names is refused, and then the whole change is.

mod ordered;
mod said;

pub(super) use ordered::order_of;
use ordered::{edit_ordered, reorder};

use super::graph::{GraphError, Map};
use super::id::{AreaId, LevelId};
use super::item::Item;
use super::level::{Area, EffectGoal, Level, Phase};
use super::link::Link;
use super::node::Node;
use super::record::Record;
use super::value::{Value, ValueError};

/// One edit: a field of an item, or the item as a whole, from an old value to a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is edited.
    pub item: Item,
    /// Which field; `None` for the item itself, which then comes or goes.
    pub field: Option<String>,
    /// The value before; `None` for the field's default, or an item that was not there.
    pub old: Option<Value>,
    /// The value after; `None` for the field's default, or an item that goes.
    pub new: Option<Value>,
}

/// What can be done to a map and undone again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The edits, done in this order.
    pub edits: Vec<Edit>,
}

/// Why a change could not be done. The map is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The value that the edit means to replace is not the one that is there.
    #[error("{item}{} is not what the change expects", field_words(field.as_deref()))]
    Stale {
        /// The item.
        item: Item,
        /// The field.
        field: Option<String>,
    },
    /// There is no such item.
    #[error("there is no {0}")]
    NoItem(Item),
    /// The value does not fit the field.
    #[error("{item}: {error}")]
    Value {
        /// The item.
        item: Item,
        /// Why.
        error: ValueError,
    },
    /// It would leave the graph broken.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// Something else still names what would go.
    #[error("{0} is still used by {1}")]
    StillUsed(Item, Item),
    /// Only the last of an ordered list may come or go; the order is changed first.
    #[error("{0} is not the last of its list; change the order first")]
    NotLast(Item),
}

fn field_words(field: Option<&str>) -> String {
    field.map_or_else(String::new, |name| format!(", field {name},"))
}

impl Edit {
    /// An edit of one field.
    #[must_use]
    pub fn field(item: Item, field: &str, old: Option<Value>, new: Option<Value>) -> Self {
        Self { item, field: Some(field.to_owned()), old, new }
    }

    /// An item that comes.
    #[must_use]
    pub fn add(item: Item, value: Value) -> Self {
        Self { item, field: None, old: None, new: Some(value) }
    }

    /// An item that goes.
    #[must_use]
    pub fn remove(item: Item, value: Value) -> Self {
        Self { item, field: None, old: Some(value), new: None }
    }

    fn inverse(&self) -> Self {
        Self {
            item: self.item.clone(),
            field: self.field.clone(),
            old: self.new.clone(),
            new: self.old.clone(),
        }
    }

    fn stale(&self) -> ChangeError {
        ChangeError::Stale { item: self.item.clone(), field: self.field.clone() }
    }

    fn unfit(&self, error: ValueError) -> ChangeError {
        ChangeError::Value { item: self.item.clone(), error }
    }

    fn same(&self, found: Option<&Value>, expected: &Value) -> Result<(), ChangeError> {
        match found {
            None => Err(ChangeError::NoItem(self.item.clone())),
            Some(found) if found == expected => Ok(()),
            Some(_) => Err(self.stale()),
        }
    }

    /// Refuses a value that reads well and is not written as the map would write it: taking it back would not
    /// find it again.
    fn canonical<T: serde::Serialize>(&self, read: &T, new: &Value) -> Result<(), ChangeError> {
        if Value::of(read) == *new {
            return Ok(());
        }
        let why = format!("it is written {}", Value::of(read).as_str());
        Err(self.unfit(ValueError { value: new.as_str().to_owned(), why }))
    }

    fn read<T: serde::de::DeserializeOwned>(&self, value: &Value) -> Result<T, ChangeError> {
        value.read().map_err(|error| self.unfit(error))
    }
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { edits: self.edits.iter().rev().map(Edit::inverse).collect() }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }
}

impl Map {
    /// Does the change, all of it or nothing.
    ///
    /// # Errors
    /// If an edit does not fit the map as it is; the map is then unchanged.
    pub fn apply(&mut self, change: &Change) -> Result<(), ChangeError> {
        for (at, edit) in change.edits.iter().enumerate() {
            if let Err(error) = self.apply_edit(edit) {
                for done in change.edits[..at].iter().rev() {
                    self.apply_edit(&done.inverse()).expect("what was just done can be undone");
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn apply_edit(&mut self, edit: &Edit) -> Result<(), ChangeError> {
        match &edit.item {
            Item::Map => self.edit_head(edit),
            Item::Level(id) => {
                if edit.field.is_none() && edit.new.is_none() {
                    self.refuse_used_level(edit, id)?;
                }
                edit_ordered(&mut self.levels, edit, |level: &Level| level.id.as_str(), id.as_str())
            }
            Item::Phase(id) => edit_ordered(&mut self.phases, edit, |p: &Phase| p.id.as_str(), id.as_str()),
            Item::Goal(id) => {
                edit_ordered(&mut self.goals, edit, |g: &EffectGoal| g.id.as_str(), id.as_str())
            }
            Item::Area(id) => {
                if edit.field.is_none() && edit.new.is_none() {
                    self.refuse_used_area(edit, id)?;
                }
                edit_ordered(&mut self.areas, edit, |area: &Area| area.id.as_str(), id.as_str())
            }
            Item::Source(id) => edit_keyed(&mut self.sources, edit, id),
            Item::Loop(id) => edit_keyed(&mut self.loops, edit, id),
            Item::Journey(id) => edit_keyed(&mut self.journeys, edit, id),
            Item::SetAside(key) => edit_keyed(&mut self.set_aside, edit, key),
            Item::Node(id) => match edit.field.as_deref() {
                Some(field) => {
                    self.refuse_unknown_place(edit, field)?;
                    set_field(self.node_mut(id), edit, field)
                }
                None => match (&edit.old, &edit.new) {
                    (None, Some(new)) => {
                        let node: Node = edit.read(new)?;
                        edit.canonical(&node, new)?;
                        self.refuse_nowhere(node.level.as_ref(), node.area.as_ref())?;
                        Ok(self.insert_node(id.clone(), node)?)
                    }
                    (Some(old), None) => {
                        edit.same(self.node(id).map(Value::of).as_ref(), old)?;
                        self.take_node(id)?;
                        Ok(())
                    }
                    _ => Err(edit.stale()),
                },
            },
            Item::Link(id) => match edit.field.as_deref() {
                Some("sign") if id.kind.has_sign() && edit.new.is_none() => Err(edit.unfit(ValueError {
                    value: "no sign".to_owned(),
                    why: "a cause always says its sign, if only Unknown".to_owned(),
                })),
                Some(field) => set_field(self.link_mut(id), edit, field),
                None => match (&edit.old, &edit.new) {
                    (None, Some(new)) => {
                        let link = edit.read::<Link>(new)?.fitted_to(id.kind);
                        edit.canonical(&link, new)?;
                        Ok(self.insert_link(id.clone(), link)?)
                    }
                    (Some(old), None) => {
                        edit.same(self.link(id).map(Value::of).as_ref(), old)?;
                        self.take_link(id);
                        Ok(())
                    }
                    _ => Err(edit.stale()),
                },
            },
        }
    }

    fn edit_head(&mut self, edit: &Edit) -> Result<(), ChangeError> {
        match edit.field.as_deref() {
            Some("levels") => reorder(&mut self.levels, edit, |level| level.id.as_str()),
            Some("phases") => reorder(&mut self.phases, edit, |phase| phase.id.as_str()),
            Some("effect_goals") => reorder(&mut self.goals, edit, |goal| goal.id.as_str()),
            Some("areas") => reorder(&mut self.areas, edit, |area| area.id.as_str()),
            Some("conflicts") => {
                let now = (!self.conflicts.is_empty()).then(|| Value::of(&self.conflicts));
                if now != edit.old {
                    return Err(edit.stale());
                }
                self.conflicts = edit.new.as_ref().map_or(Ok(Vec::new()), |value| edit.read(value))?;
                Ok(())
            }
            Some(field) => set_field(Some(&mut self.head), edit, field),
            None => Err(edit.stale()),
        }
    }

    fn refuse_used_level(&self, edit: &Edit, id: &LevelId) -> Result<(), ChangeError> {
        match self.nodes().find(|(_, node)| node.level.as_ref() == Some(id)) {
            Some((node, _)) => Err(ChangeError::StillUsed(edit.item.clone(), Item::Node(node.clone()))),
            None => Ok(()),
        }
    }

    fn refuse_used_area(&self, edit: &Edit, id: &AreaId) -> Result<(), ChangeError> {
        match self.nodes().find(|(_, node)| node.area.as_ref() == Some(id)) {
            Some((node, _)) => Err(ChangeError::StillUsed(edit.item.clone(), Item::Node(node.clone()))),
            None => Ok(()),
        }
    }

    fn refuse_unknown_place(&self, edit: &Edit, field: &str) -> Result<(), ChangeError> {
        let Some(new) = &edit.new else { return Ok(()) };
        match field {
            "level" => self.refuse_nowhere(Some(&edit.read(new)?), None),
            "area" => self.refuse_nowhere(None, Some(&edit.read(new)?)),
            _ => Ok(()),
        }
    }

    fn refuse_nowhere(&self, level: Option<&LevelId>, area: Option<&AreaId>) -> Result<(), ChangeError> {
        if let Some(id) = level.filter(|id| self.level(id).is_none()) {
            return Err(ChangeError::NoItem(Item::Level(id.clone())));
        }
        match area.filter(|id| self.area(id).is_none()) {
            Some(id) => Err(ChangeError::NoItem(Item::Area(id.clone()))),
            None => Ok(()),
        }
    }
}

fn set_field<R: Record>(record: Option<&mut R>, edit: &Edit, field: &str) -> Result<(), ChangeError> {
    let record = record.ok_or_else(|| ChangeError::NoItem(edit.item.clone()))?;
    if !R::FIELDS.contains(&field) {
        return Err(edit.unfit(super::record::no_such_field::<R>(field)));
    }
    if record.get(field) != edit.old {
        return Err(edit.stale());
    }
    record.set(field, edit.new.as_ref()).map_err(|error| edit.unfit(error))?;
    if record.get(field) == edit.new {
        return Ok(());
    }
    // As for whole items: what is not written as the map would write it could not be taken back.
    record.set(field, edit.old.as_ref()).expect("it held this value a moment ago");
    Err(edit.stale())
}

fn edit_keyed<K: Ord + Clone, R: Record + serde::Serialize + serde::de::DeserializeOwned>(
    all: &mut std::collections::BTreeMap<K, R>,
    edit: &Edit,
    key: &K,
) -> Result<(), ChangeError> {
    if let Some(field) = edit.field.as_deref() {
        return set_field(all.get_mut(key), edit, field);
    }
    if all.get(key).map(Value::of) != edit.old {
        return Err(edit.stale());
    }
    match &edit.new {
        Some(new) => {
            let item: R = edit.read(new)?;
            edit.canonical(&item, new)?;
            all.insert(key.clone(), item);
        }
        None => {
            all.remove(key);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::link::{LinkId, LinkKind, Sign};
    use crate::map::node::Kind;

    fn node(id: &str) -> Edit {
        Edit::add(Item::Node(id.into()), Value::of(&Node::new(Kind::Cause, id)))
    }

    #[test]
    fn a_change_is_done_whole_or_not_at_all() {
        let mut map = Map::new("x");
        let dangling = Item::Link(LinkId::new("a", LinkKind::Causes, "z"));
        let change =
            Change { edits: vec![node("a"), Edit::add(dangling, Value::of(&Link::signed(Sign::Plus)))] };
        assert!(map.apply(&change).is_err());
        assert_eq!(map, Map::new("x"));
    }

    #[test]
    fn an_edit_that_does_not_find_its_old_value_is_refused() {
        let mut map = Map::new("x");
        let edit = Edit::field(Item::Map, "title", Some(Value::of("y")), Some(Value::of("z")));
        assert!(matches!(map.apply(&Change { edits: vec![edit] }), Err(ChangeError::Stale { .. })));
        let edit = Edit::field(Item::Map, "title", Some(Value::of("x")), Some(Value::of("z")));
        let change = Change { edits: vec![edit] };
        map.apply(&change).expect("fits");
        assert_eq!(map.head().title, "z");
        map.apply(&change.inverse()).expect("fits");
        assert_eq!(map, Map::new("x"));
    }

    #[test]
    fn what_could_not_be_taken_back_is_refused_and_nothing_panics() {
        let mut map = Map::new("x");
        // A cause without a sign would be stored with an unknown one.
        let loose =
            Edit::add(Item::Link(LinkId::new("a", LinkKind::Causes, "a")), Value::of(&Link::default()));
        let spelled = Value::tidy("(label: \"b\", kind: Cause, votes: 0)");
        let long_winded = Edit::add(Item::Node("b".into()), spelled);
        for unlawful in [loose, long_winded] {
            let change = Change { edits: vec![node("a"), unlawful] };
            assert!(matches!(map.apply(&change), Err(ChangeError::Value { .. })), "{change:?}");
            assert_eq!(map, Map::new("x"));
        }
        let mut nowhere = Node::new(Kind::Cause, "c");
        nowhere.level = Some("l".into());
        let change = Change { edits: vec![Edit::add(Item::Node("c".into()), Value::of(&nowhere))] };
        assert!(matches!(map.apply(&change), Err(ChangeError::NoItem(_))));
    }

    #[test]
    fn what_is_in_use_cannot_go() {
        let mut map = Map::new("x");
        let level = Value::of(&Level { id: "l".into(), name: "L".into(), part_of: None });
        let mut on_level = Node::new(Kind::Cause, "a");
        on_level.level = Some("l".into());
        let change = Change {
            edits: vec![
                Edit::add(Item::Level("l".into()), level.clone()),
                Edit::add(Item::Node("a".into()), Value::of(&on_level)),
            ],
        };
        map.apply(&change).expect("fits");
        let gone = Change { edits: vec![Edit::remove(Item::Level("l".into()), level)] };
        assert!(matches!(map.apply(&gone), Err(ChangeError::StillUsed(..))));
        let nowhere =
            Edit::field(Item::Node("a".into()), "level", Some(Value::of("l")), Some(Value::of("m")));
        assert!(matches!(map.apply(&Change { edits: vec![nowhere] }), Err(ChangeError::NoItem(_))));
    }
}
