//! The register of actors: what each of them holds, who steers it, whom it hears, and which loops run through what it
//! holds.
//!
//! It gathers what people said and judges nobody: what nobody said stays unsaid, and no figure is made of it. Links
//! that are missing or refuted tie nothing; the missing ones are named, because somebody found them lacking. Influence,
//! stance and needs are read from the map by whoever shows them.

mod coverage;
mod order;
mod picture;
mod through;

use std::collections::BTreeSet;

use super::named::Told;
use crate::map::{Certainty, Kind, LinkId, LinkKind, LoopId, Map, Node, NodeId};

pub use coverage::{Cover, Coverage, Presence};
pub use order::Order;
pub use picture::{INFLUENCES, Picture, STANCES};
pub use through::{Through, count_through};

/// An actor and what it is tied to. Every list is by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Which one.
    pub id: NodeId,
    /// Its links to what it holds.
    pub holds: Vec<LinkId>,
    /// The links of those who steer it.
    pub steered_by: Vec<LinkId>,
    /// Its links to those it steers.
    pub steers: Vec<LinkId>,
    /// The links of those who tell it something: whom it hears.
    pub hears: Vec<LinkId>,
    /// Its links to those it tells something: who hears it.
    pub heard_by: Vec<LinkId>,
    /// Its links to those it works with, wherever they stand.
    pub works_with: Vec<LinkId>,
    /// Those of all these that are marked as missing.
    pub missing: Vec<LinkId>,
    /// The told loops that run through something it holds.
    pub loops: Vec<LoopId>,
}

impl Actor {
    fn new(id: NodeId) -> Self {
        let none = Vec::new;
        Self {
            id,
            holds: none(),
            steered_by: none(),
            steers: none(),
            hears: none(),
            heard_by: none(),
            works_with: none(),
            missing: none(),
            loops: Vec::new(),
        }
    }

    /// What it holds, by id.
    pub fn held(&self) -> impl Iterator<Item = &NodeId> {
        self.holds.iter().map(|link| &link.to)
    }

    /// The other end of one of its links.
    #[must_use]
    pub fn other<'a>(&self, link: &'a LinkId) -> &'a NodeId {
        if link.from == self.id { &link.to } else { &link.from }
    }

    fn tie(&mut self, id: &LinkId, out: bool) {
        let list = match (id.kind, out) {
            (LinkKind::Holds, true) => &mut self.holds,
            (LinkKind::Steers, true) => &mut self.steers,
            (LinkKind::Steers, false) => &mut self.steered_by,
            (LinkKind::Informs, true) => &mut self.heard_by,
            (LinkKind::Informs, false) => &mut self.hears,
            (LinkKind::Cooperates, _) => &mut self.works_with,
            _ => return,
        };
        list.push(id.clone());
    }
}

/// All actors of a map, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The actors.
    pub actors: Vec<Actor>,
}

impl Register {
    /// Reads the register from a map; empty for a map without actors. O((nodes + links) log actors), and for each
    /// told loop a look at all that is held.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let mut actors: Vec<Actor> = cast(map).map(|(id, _)| Actor::new(id.clone())).collect();
        let own = |actors: &[Actor], id: &NodeId| actors.binary_search_by(|actor| actor.id.cmp(id)).ok();
        for (id, link) in map.links() {
            if link.certainty == Some(Certainty::Refuted) {
                continue;
            }
            for (end, out) in [(&id.from, true), (&id.to, false)] {
                // A link from somebody to himself is one link.
                let again = !out && id.from == id.to && id.kind == LinkKind::Cooperates;
                let Some(at) = own(&actors, end).filter(|_| !again) else { continue };
                if !link.missing {
                    actors[at].tie(id, out);
                } else if is_tie(id.kind) && (out || id.kind != LinkKind::Holds) {
                    let missing = &mut actors[at].missing;
                    if missing.last() != Some(id) {
                        missing.push(id.clone());
                    }
                }
            }
        }
        for (id, told) in map.loops() {
            let told = Told::of(map, told);
            let cards: BTreeSet<&NodeId> =
                told.links.iter().flat_map(|(link, _)| [&link.from, &link.to]).collect();
            for actor in &mut actors {
                if actor.held().any(|card| cards.contains(card)) {
                    actor.loops.push(id.clone());
                }
            }
        }
        Self { actors }
    }

    /// The place of an actor in [`Register::actors`].
    #[must_use]
    pub fn place(&self, id: &NodeId) -> Option<usize> {
        self.actors.binary_search_by(|actor| actor.id.cmp(id)).ok()
    }

    /// An actor.
    #[must_use]
    pub fn get(&self, id: &NodeId) -> Option<&Actor> {
        self.place(id).map(|at| &self.actors[at])
    }

    /// The actors that hold a card, by id.
    pub fn holders<'a>(&'a self, card: &'a NodeId) -> impl Iterator<Item = &'a Actor> {
        self.actors.iter().filter(move |actor| actor.held().any(|held| held == card))
    }
}

/// The actors of a map with what is said of them, by id.
fn cast(map: &Map) -> impl Iterator<Item = (&NodeId, &Node)> {
    map.nodes().filter(|(_, node)| node.kind == Kind::Actor)
}

/// Whether links of a kind tie an actor to somebody or to what it holds.
fn is_tie(kind: LinkKind) -> bool {
    kind.is_signal() || matches!(kind, LinkKind::Holds | LinkKind::Cooperates)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Link, NamedLoop, Sign};
    use LinkKind::{Causes, Cooperates, Holds, Informs, Steers};

    fn map() -> Map {
        let ring = |cards: &[&str]| NamedLoop {
            title: "Told".into(),
            through: cards.iter().map(|&card| (card.into(), Causes)).collect(),
            note: Vec::new(),
        };
        // The second is broken: there is no such link any more.
        let loops = [("ring", ring(&["a", "b"])), ("lost", ring(&["b", "c"]))];
        let loops = loops.into_iter().map(|(id, told)| (id.into(), told)).collect();
        let mut map = Map::new("x").with_frame(Frame { loops, ..Frame::default() });
        for id in ["a", "b", "c"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        for id in ["family", "school", "state"] {
            map.insert_node(id.into(), Node::new(Kind::Actor, id)).expect("new");
        }
        let missing = || Link { missing: true, ..Link::default() };
        let refuted = || Link { certainty: Some(Certainty::Refuted), ..Link::default() };
        for (from, kind, to, link) in [
            ("a", Causes, "b", Link::signed(Sign::Plus)),
            ("b", Causes, "a", Link::signed(Sign::Plus)),
            ("school", Holds, "a", Link::default()),
            ("school", Holds, "c", missing()),
            ("state", Holds, "c", Link::default()),
            ("state", Holds, "b", refuted()),
            ("state", Steers, "school", Link::default()),
            ("school", Steers, "family", Link::default()),
            ("family", Informs, "school", Link { strength: Some(1), ..Link::default() }),
            ("family", Informs, "state", missing()),
            ("family", Cooperates, "school", Link::default()),
            ("school", Informs, "state", refuted()),
        ] {
            map.insert_link(LinkId::new(from, kind, to), link).expect("new");
        }
        map
    }

    fn ids(links: &[LinkId]) -> String {
        links.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn ties_are_those_that_run_and_missing_ones_stand_apart() {
        let map = map();
        let register = Register::of(&map);
        let names: Vec<_> = register.actors.iter().map(|actor| actor.id.as_str()).collect();
        assert_eq!(names, ["family", "school", "state"]);
        let school = register.get(&"school".into()).expect("there");
        assert_eq!(ids(&school.holds), "school holds a");
        assert_eq!(ids(&school.steered_by), "state steers school");
        assert_eq!(ids(&school.steers), "school steers family");
        assert_eq!(ids(&school.hears), "family informs school");
        assert_eq!(ids(&school.heard_by), "", "what is refuted is not heard");
        assert_eq!(ids(&school.works_with), "family cooperates school");
        assert_eq!(ids(&school.missing), "school holds c");
        let family = register.get(&"family".into()).expect("there");
        assert_eq!(
            (ids(&family.heard_by), ids(&family.missing)),
            ("family informs school".to_owned(), "family informs state".to_owned())
        );
        assert_eq!(family.other(&family.works_with[0]).as_str(), "school");
        let state = register.get(&"state".into()).expect("there");
        assert_eq!(ids(&state.missing), "family informs state", "at both ends");
        assert!(register.get(&"a".into()).is_none(), "a cause is no actor");
    }

    #[test]
    fn told_loops_run_through_what_is_held_also_broken_ones() {
        let register = Register::of(&map());
        let loops: Vec<Vec<&str>> =
            register.actors.iter().map(|actor| actor.loops.iter().map(LoopId::as_str).collect()).collect();
        // What the state is said to hold and does not counts for nothing.
        assert_eq!(loops, [vec![], vec!["ring"], vec!["lost"]]);
        let card = "a".into();
        let holders: Vec<_> = register.holders(&card).map(|actor| actor.id.as_str()).collect();
        assert_eq!(holders, ["school"]);
        assert!(Register::of(&Map::new("x")).actors.is_empty());
    }
}
