//! The orders in which a register is read. What nobody said stands last, whichever way round.

use std::cmp::Ordering;

use super::Register;
use crate::map::{Map, Node};
use crate::text::order::order_key;

/// What a register is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// By label, as in a list of names.
    Name,
    /// From the top level down, as on the board.
    #[default]
    Level,
    /// By sector.
    Sector,
    /// Those first who could bring about most.
    Influence,
    /// For, neutral, waiting, against.
    Stance,
    /// Active, represented, on the edge, absent.
    Involvement,
    /// Those first who hold most.
    Holds,
}

impl Order {
    /// Every order, as the columns stand from left to right.
    pub const ALL: [Order; 7] = [
        Order::Name,
        Order::Level,
        Order::Sector,
        Order::Influence,
        Order::Stance,
        Order::Involvement,
        Order::Holds,
    ];
}

/// Where an actor stands: without a value last, then by number, then by letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    number: usize,
    letters: String,
}

impl Key {
    fn number(number: usize) -> Self {
        Self { number, letters: String::new() }
    }

    fn letters(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self { number: 0, letters: order_key(text) })
    }
}

impl Register {
    /// The places of the actors in an order, `back` to front if so asked. Equals stand from the top level down, then
    /// by name, then by id, whichever way round. O(actors log actors).
    #[must_use]
    pub fn sorted(&self, map: &Map, order: Order, back: bool) -> Vec<usize> {
        let mut rows: Vec<_> = self
            .actors
            .iter()
            .enumerate()
            .filter_map(|(at, actor)| {
                let node = map.node(&actor.id)?;
                let key = |order| key(map, node, actor.holds.len(), order);
                let last = |key: Option<Key>| (key.is_none(), key);
                Some((key(order), (last(key(Order::Level)), last(key(Order::Name))), at))
            })
            .collect();
        rows.sort_by(|a, b| {
            compare(a.0.as_ref(), b.0.as_ref(), back).then_with(|| (&a.1, a.2).cmp(&(&b.1, b.2)))
        });
        rows.into_iter().map(|(.., at)| at).collect()
    }
}

fn compare(a: Option<&Key>, b: Option<&Key>, back: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if back => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        _ => a.is_none().cmp(&b.is_none()),
    }
}

/// What decides in an order; `None` where nobody said.
fn key(map: &Map, node: &Node, holds: usize, order: Order) -> Option<Key> {
    match order {
        Order::Name => Key::letters(&node.label),
        Order::Level => {
            let level = node.level.as_ref()?;
            map.levels().iter().rev().position(|own| own.id == *level).map(Key::number)
        }
        Order::Sector => Key::letters(&node.sector),
        Order::Influence => node.influence.map(|own| Key::number(usize::from(u8::MAX - own))),
        Order::Stance => node.stance.map(|own| Key::number(own as usize)),
        Order::Involvement => node.involvement.map(|own| Key::number(own as usize)),
        Order::Holds => (holds > 0).then(|| Key::number(usize::MAX - holds)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Involvement, Kind, Level, LinkId, LinkKind, Stance};

    #[test]
    fn what_nobody_said_stands_last_whichever_way_round() {
        let level = |id: &str| Level { id: id.into(), name: id.into(), part_of: None };
        let frame = Frame { levels: vec![level("users"), level("system")], ..Frame::default() };
        let mut map = Map::new("x").with_frame(frame);
        let actor = |label: &str| Node::new(Kind::Actor, label);
        for (id, node) in [
            ("1", Node { influence: Some(1), level: Some("users".into()), ..actor("Øyvind") }),
            (
                "2",
                Node {
                    influence: Some(3),
                    level: Some("system".into()),
                    sector: "Work".into(),
                    ..actor("Zoo")
                },
            ),
            ("3", Node { stance: Some(Stance::Against), sector: " health ".into(), ..actor("Ape") }),
            ("4", Node { influence: Some(0), involvement: Some(Involvement::Absent), ..actor("Bee") }),
        ] {
            map.insert_node(id.into(), node).expect("new");
        }
        map.insert_node("c".into(), Node::new(Kind::Cause, "c")).expect("new");
        map.insert_link(LinkId::new("4", LinkKind::Holds, "c"), Default::default()).expect("new");
        let register = Register::of(&map);
        let read = |order, back| {
            let rows = register.sorted(&map, order, back);
            rows.iter().map(|&at| register.actors[at].id.as_str()).collect::<Vec<_>>().join("")
        };
        assert_eq!([read(Order::Influence, false), read(Order::Influence, true)], ["2143", "4123"]);
        assert_eq!([read(Order::Level, false), read(Order::Level, true)], ["2134", "1234"]);
        assert_eq!([read(Order::Name, false), read(Order::Name, true)], ["3421", "1243"]);
        assert_eq!([read(Order::Sector, false), read(Order::Sector, true)], ["3214", "2314"]);
        assert_eq!([read(Order::Stance, false), read(Order::Holds, true)], ["3214", "4213"]);
        assert_eq!(read(Order::Involvement, true), "4213");
    }
}
