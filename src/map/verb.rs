//! What people do to a map, each as a function that makes the change and says what it was.
//!
//! A verb never touches the map: it reads it and gives a [`Deed`], which the history applies and can take back.
//! `None` means that nothing would change, or that it makes no sense. All verbs are reached from here, whatever
//! file of the folder they stand in.

mod aside;
mod cards;
mod draft;
mod fields;
mod leave;
mod links;
mod lookup;
mod merge;
mod names;
mod places;
mod put_back;
mod remove;
mod sources;
mod told;

pub use aside::{set_aside, take_out};
pub use cards::{
    Home, add_node, duplicate, move_node, move_nodes, order_levels, pin, rename, settle, toggle_mark, vote,
};
pub use fields::{set_field, set_fields, set_link_field, set_node_field};
pub use leave::{remove_area, remove_goal, remove_level, remove_phase};
pub use links::{connect, disconnect, flip, reverse, set_link_kind, set_sign, toggle_delay, toggle_missing};
pub use merge::merge_nodes;
pub use names::called;
pub use places::{add_area, add_goal, add_level, add_part, add_phase, area_of, shift};
pub use put_back::{differing_fields, is_on, put_back};
pub use remove::{remove, remove_node, remove_nodes};
pub use sources::{add_source, cite, remove_source, uncite};
pub use told::{
    Told, add_journey, add_step, journey_of_chain, name_loop, remove_step, set_remark, set_show, shift_step,
    tell_loop,
};

pub(super) use cards::standing;
pub(super) use draft::Draft;
pub(super) use places::free_id;

use super::change::{Change, Edit};
use super::item::Item;

/// What kind of deed a change was, for 'Undone: moved …'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Put something in.
    Add,
    /// Took something out.
    Remove,
    /// Linked two cards.
    Connect,
    /// Gave a new name.
    Rename,
    /// Turned a sign.
    Flip,
    /// Gave a sign to a link that had none.
    GiveSign,
    /// Took the sign of a link away.
    TakeSign,
    /// Moved to another level or area.
    Move,
    /// Changed something else.
    Edit,
    /// Took over what came from outside.
    Reload,
    /// Made two cards one.
    Merge,
    /// Turned a link round.
    Reverse,
    /// Made a second one like it.
    Duplicate,
    /// Put in what was copied.
    Paste,
    /// Put into another order.
    Order,
    /// Gave a loop its name.
    Tell,
    /// Kept a walk as a journey.
    Record,
    /// Set or took off a mark.
    Mark,
    /// Gave dots.
    Vote,
    /// Gave a card its place in the cell.
    Pin,
    /// Said what it rests on.
    Cite,
    /// Put in what another program wrote.
    Import,
    /// Put an observation aside.
    SetAside,
    /// Took an observation out again.
    TakeOut,
    /// Put something back as it was in another version.
    PutBack,
    /// Settled what a merge could not decide.
    Settle,
}

impl Verb {
    /// Every one, in the order above.
    pub const ALL: &'static [Verb] = &[
        Verb::Add,
        Verb::Remove,
        Verb::Connect,
        Verb::Rename,
        Verb::Flip,
        Verb::GiveSign,
        Verb::TakeSign,
        Verb::Move,
        Verb::Edit,
        Verb::Reload,
        Verb::Merge,
        Verb::Reverse,
        Verb::Duplicate,
        Verb::Paste,
        Verb::Order,
        Verb::Tell,
        Verb::Record,
        Verb::Mark,
        Verb::Vote,
        Verb::Pin,
        Verb::Cite,
        Verb::Import,
        Verb::SetAside,
        Verb::TakeOut,
        Verb::PutBack,
        Verb::Settle,
    ];
}

/// A change with a name: what was done, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What was done.
    pub verb: Verb,
    /// To what, as people call it; of several the first.
    pub what: String,
    /// How many things it was done to; 1 as a rule.
    pub count: usize,
    /// The change itself.
    pub change: Change,
}

impl Deed {
    /// A deed done to one thing.
    pub fn new(verb: Verb, what: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { verb, what: what.into(), count: 1, change: Change { edits } }
    }

    /// The same, done to so many.
    #[must_use]
    pub fn of(self, count: usize) -> Self {
        Self { count, ..self }
    }

    /// Deeds as one, which is undone in one step. Each must have been made for the map as the ones before it leave
    /// it. It counts what those of them that have the same verb count, so that a card added with its links is one
    /// card; at least 1.
    #[must_use]
    pub fn join(verb: Verb, what: impl Into<String>, deeds: Vec<Deed>) -> Self {
        let count: usize = deeds.iter().filter(|deed| deed.verb == verb).map(|deed| deed.count).sum();
        let edits = deeds.into_iter().flat_map(|deed| deed.change.edits).collect();
        Self::new(verb, what, edits).of(count.max(1))
    }

    /// Whether it is about links alone, so that several of them are counted as links.
    #[must_use]
    pub fn is_of_links(&self) -> bool {
        self.change.edits.iter().all(|edit| matches!(edit.item, Item::Link(_)))
    }

    /// Whether it is about cards, so that several of them are counted as cards: the links that go with them do not
    /// count.
    #[must_use]
    pub fn is_of_cards(&self) -> bool {
        self.change.edits.iter().any(|edit| matches!(edit.item, Item::Node(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Sign};

    /// Two causes and the link between them.
    pub(super) fn two() -> Map {
        let mut map = Map::new("x");
        for label in ["Trust", "Story heard"] {
            let (_, deed) = add_node(&map, &Node::new(Kind::Cause, label)).expect("short");
            map.apply(&deed.change).expect("fits");
        }
        let id = LinkId::new("trust", LinkKind::Causes, "story-heard");
        let deed = connect(&map, &id, &Link::signed(Sign::Plus)).expect("new");
        map.apply(&deed.change).expect("fits");
        map
    }

    /// The map after the deed, once it was shown that undoing it gives the map before.
    pub(super) fn after(map: &Map, deed: &Deed) -> Map {
        let mut changed = map.clone();
        changed.apply(&deed.change).expect("fits");
        let mut undone = changed.clone();
        undone.apply(&deed.change.inverse()).expect("fits");
        assert_eq!(&undone, map);
        assert_ne!(&changed, map);
        changed
    }

    #[test]
    fn joined_deeds_count_what_they_are_about() {
        let mut map = two();
        let before = map.clone();
        let (id, card) = add_node(&map, &Node::new(Kind::Cause, "New")).expect("short");
        map.apply(&card.change).expect("fits");
        let link = LinkId { from: id, to: "trust".into(), kind: LinkKind::Causes };
        let link = connect(&map, &link, &Link::signed(Sign::Plus)).expect("new");
        let deed = Deed::join(Verb::Add, "New", vec![card, link]);
        assert_eq!((deed.count, deed.is_of_cards(), deed.is_of_links()), (1, true, false));
        assert_eq!(after(&before, &deed).link_count(), 2);
    }
}
