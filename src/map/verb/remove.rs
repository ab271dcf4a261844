//! Taking things out, so that nothing on a card names what is no longer there.
//!
//! What people told stays: a loop or a journey that loses a card is broken and says so, and comes back whole with an
//! undo.

use std::collections::{BTreeMap, BTreeSet};

use crate::map::change::Edit;
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::item::Item;
use crate::map::value::Value;

use super::draft::Draft;
use super::names::{called, card};
use super::{Deed, Verb, disconnect, remove_area, remove_goal, remove_level, remove_phase, remove_source};

/// Takes out any item: a node with its links, a level or an area whose cards become unsorted. `None` for the map and for
/// what is not there.
#[must_use]
pub fn remove(map: &Map, item: &Item) -> Option<Deed> {
    let old = match item {
        Item::Node(id) => return remove_node(map, id),
        Item::Link(id) => return disconnect(map, id),
        Item::Level(id) => return remove_level(map, id, None),
        Item::Area(id) => return remove_area(map, id, None),
        Item::Phase(id) => return remove_phase(map, id),
        Item::Goal(id) => return remove_goal(map, id),
        Item::Source(id) => return remove_source(map, id),
        Item::Loop(id) => Value::of(map.loops.get(id)?),
        Item::Journey(id) => Value::of(map.journeys.get(id)?),
        Item::SetAside(key) => Value::of(map.set_aside.get(key)?),
        Item::Map => return None,
    };
    Some(Deed::new(Verb::Remove, called(map, item), vec![Edit::remove(item.clone(), old)]))
}

/// Takes a node out with the links that start or end at it; `None` if there is no such node.
#[must_use]
pub fn remove_node(map: &Map, id: &NodeId) -> Option<Deed> {
    remove_nodes(map, std::slice::from_ref(id))
}

/// Takes nodes out with their links; where another card says that one of them owns it, pays for it or gains by it, that
/// goes too. The deed counts the nodes. `None` if none of them is there.
#[must_use]
pub fn remove_nodes(map: &Map, ids: &[NodeId]) -> Option<Deed> {
    let going: BTreeSet<&NodeId> = ids.iter().filter(|id| map.node(id).is_some()).collect();
    let first = ids.iter().find(|id| going.contains(id))?;
    let former: BTreeMap<&NodeId, &NodeId> =
        map.nodes().rev().flat_map(|(id, node)| node.was.iter().map(move |was| (was, id))).collect();
    let goes = |id: &NodeId| match map.node(id) {
        Some(_) => going.contains(id),
        None => former.get(id).is_some_and(|now| going.contains(now)),
    };
    let mut draft = Draft::of(map);
    for (id, node) in map.nodes().filter(|(id, _)| !going.contains(id)) {
        if [&node.owner, &node.payer, &node.gainer].into_iter().flatten().any(goes)
            && let Some(node) = draft.node_mut(id)
        {
            for named in [&mut node.owner, &mut node.payer, &mut node.gainer] {
                *named = named.take().filter(|id| !goes(id));
            }
        }
    }
    for id in &going {
        draft.drop_node(id);
    }
    Some(draft.deed(Verb::Remove, card(map, first))?.of(going.len()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::super::{add_node, connect, set_node_field};
    use super::*;
    use crate::map::link::{Link, LinkId, LinkKind};
    use crate::map::node::{Kind, Node};
    use crate::map::told::{Journey, NamedLoop, SetAside};

    #[test]
    fn a_removed_node_takes_its_links_along_and_both_come_back() {
        let map = two();
        let own = LinkId::new("story-heard", LinkKind::Causes, "story-heard");
        let map = after(&map, &connect(&map, &own, &Link::default()).expect("new"));
        let deed = remove_node(&map, &"story-heard".into()).expect("there");
        let map = after(&map, &deed);
        assert_eq!((map.node_count(), map.link_count()), (1, 0));
        assert_eq!(remove_node(&map, &"story-heard".into()), None);
    }

    #[test]
    fn nobody_owns_what_is_gone_under_any_of_their_names() {
        let mut map = two();
        let former = Node { was: vec!["city".into()], ..Node::new(Kind::Actor, "Municipality") };
        let (actor, deed) = add_node(&map, &former).expect("short");
        map = after(&map, &deed);
        for (field, named) in [("owner", "municipality"), ("payer", "city"), ("gainer", "trust")] {
            let deed = set_node_field(&map, &"story-heard".into(), field, &named).expect("there");
            map = after(&map, &deed);
        }
        let deed = remove_nodes(&map, &["gone".into(), actor.clone(), actor]).expect("there");
        assert_eq!((deed.count, deed.what.as_str()), (1, "Municipality"));
        let map = after(&map, &deed);
        let node = map.node(&"story-heard".into()).expect("there");
        assert_eq!((&node.owner, &node.payer, &node.gainer), (&None, &None, &Some("trust".into())));
    }

    #[test]
    fn what_was_told_goes_and_comes_back() {
        let mut map = two();
        map.loops.insert("l".into(), NamedLoop { title: "L".to_owned(), ..NamedLoop::default() });
        map.journeys.insert("j".into(), Journey { title: "J".to_owned(), ..Journey::default() });
        map.set_aside.insert("key a".to_owned(), SetAside::default());
        for (item, what) in [
            (Item::Loop("l".into()), "L"),
            (Item::Journey("j".into()), "J"),
            (Item::SetAside("key a".to_owned()), "key a"),
            (Item::Link(LinkId::new("trust", LinkKind::Causes, "story-heard")), "Trust → Story heard"),
        ] {
            let deed = remove(&map, &item).expect("there");
            assert_eq!(deed.what, what);
            let changed = after(&map, &deed);
            assert_eq!(remove(&changed, &item), None);
        }
        assert_eq!(remove(&map, &Item::Map), None);
    }
}
