//! Undo and redo: a flat tree of what was done, in which nothing is ever lost.
//!
//! Undoing and then doing something else starts a new branch; redo follows the newest one.

use super::change::ChangeError;
use super::graph::Map;
use super::verb::{Deed, Verb};

#[derive(Clone, Debug)]
struct Revision {
    parent: usize,
    newest_child: Option<usize>,
    deed: Deed,
}

/// What was done to a map since it was opened.
#[derive(Clone, Debug)]
pub struct History {
    // The first revision is the map as it was opened: it has no deed to undo.
    revisions: Vec<Revision>,
    current: usize,
}

impl Default for History {
    fn default() -> Self {
        let deed = Deed::new(Verb::Reload, "", Vec::new());
        Self { revisions: vec![Revision { parent: 0, newest_child: None, deed }], current: 0 }
    }
}

impl History {
    /// Does the deed and remembers it. A deed that changes nothing is not remembered.
    ///
    /// # Errors
    /// If the change does not fit the map; both stay as they are.
    pub fn commit(&mut self, map: &mut Map, deed: Deed) -> Result<(), ChangeError> {
        map.apply(&deed.change)?;
        if !deed.change.is_empty() {
            let new = self.revisions.len();
            self.revisions.push(Revision { parent: self.current, newest_child: None, deed });
            self.revisions[self.current].newest_child = Some(new);
            self.current = new;
        }
        Ok(())
    }

    /// Takes the last deed back and gives it; `None` at the beginning.
    ///
    /// # Errors
    /// If the map was changed behind the history's back.
    pub fn undo(&mut self, map: &mut Map) -> Result<Option<&Deed>, ChangeError> {
        if self.current == 0 {
            return Ok(None);
        }
        let undone = self.current;
        map.apply(&self.revisions[undone].deed.change.inverse())?;
        self.current = self.revisions[undone].parent;
        Ok(Some(&self.revisions[undone].deed))
    }

    /// Does again what was undone last and gives it; `None` if nothing was.
    ///
    /// # Errors
    /// If the map was changed behind the history's back.
    pub fn redo(&mut self, map: &mut Map) -> Result<Option<&Deed>, ChangeError> {
        let Some(next) = self.revisions[self.current].newest_child else { return Ok(None) };
        map.apply(&self.revisions[next].deed.change)?;
        self.current = next;
        Ok(Some(&self.revisions[next].deed))
    }

    /// The deed that [`History::undo`] would take back.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Deed> {
        (self.current != 0).then(|| &self.revisions[self.current].deed)
    }

    /// The deed that [`History::redo`] would do again.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Deed> {
        self.revisions[self.current].newest_child.map(|next| &self.revisions[next].deed)
    }

    /// A number for the state the map is in; equal numbers of one history are equal states.
    #[must_use]
    pub fn position(&self) -> usize {
        self.current
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::node::{Kind, Node};
    use crate::map::verb::{add_node, rename};

    #[test]
    fn redo_takes_the_newest_branch_and_no_branch_is_lost() {
        let mut map = Map::new("x");
        let mut history = History::default();
        let add = |map: &mut Map, history: &mut History, label: &str| {
            let (_, deed) = add_node(map, &Node::new(Kind::Cause, label)).expect("short");
            history.commit(map, deed).expect("fits");
        };
        add(&mut map, &mut history, "a");
        assert_eq!(history.undo(&mut map).expect("fits").map(|deed| deed.what.as_str()), Some("a"));
        assert_eq!(history.undo(&mut map).expect("fits"), None);
        add(&mut map, &mut history, "b");
        history.undo(&mut map).expect("fits");
        assert_eq!(history.redo(&mut map).expect("fits").map(|deed| deed.what.as_str()), Some("b"));
        assert_eq!(history.redo(&mut map).expect("fits"), None);
        assert!(map.node(&"b".into()).is_some() && map.node(&"a".into()).is_none());
    }

    #[test]
    fn a_deed_that_fits_no_more_changes_nothing() {
        let mut map = Map::new("x");
        let mut history = History::default();
        let (id, deed) = add_node(&map, &Node::new(Kind::Cause, "a")).expect("short");
        history.commit(&mut map, deed.clone()).expect("fits");
        let stale = rename(&map, &id, "b").expect("another label");
        history.commit(&mut map, stale.clone()).expect("fits");
        let position = history.position();
        assert!(history.commit(&mut map, stale).is_err() && history.commit(&mut map, deed).is_err());
        assert_eq!(history.position(), position);
    }
}
