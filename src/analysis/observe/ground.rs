//! What an observation rests on, in words that a reader of the file understands and that can be looked up again.
//!
//! `parents informs school`, `a causes b (+)`, `a causes b (missing)`, `node a`, `node a involvement Absent`,
//! `level users`, `area 4`, `loop heard`. Words that name nothing of the map in this way are a person's own and always
//! stand.

use std::str::FromStr;

use crate::map::{Item, LinkId, LinkKind, Map, NodeId, Record};

/// A link with what matters of it: its sign, and whether it is missing or refuted.
#[must_use]
pub fn link(map: &Map, id: &LinkId) -> String {
    let Some(link) = map.link(id) else { return format!("{id} (gone)") };
    let mut said = Vec::new();
    if id.kind.has_sign() {
        said.push(match link.sign_or_unknown() {
            crate::map::Sign::Plus => "+",
            crate::map::Sign::Minus => "-",
            crate::map::Sign::Unknown => "?",
        });
    }
    if link.missing {
        said.push("missing");
    } else if !link.counts() {
        said.push("refuted");
    }
    if said.is_empty() { id.to_string() } else { format!("{id} ({})", said.join(", ")) }
}

/// Several links.
#[must_use]
pub fn links<'a>(map: &Map, ids: impl IntoIterator<Item = &'a LinkId>) -> Vec<String> {
    ids.into_iter().map(|id| link(map, id)).collect()
}

/// That a node is there.
#[must_use]
pub fn node(id: &NodeId) -> String {
    format!("node {id}")
}

/// What a field of a node says; that it says nothing, if so.
#[must_use]
pub fn field(map: &Map, id: &NodeId, field: &str) -> String {
    let value = map.node(id).and_then(|node| node.get(field));
    format!("node {id} {field} {}", value.as_ref().map_or("-", |value| value.as_str()))
}

/// Whether what the words name is still there and as they say.
#[must_use]
pub fn stands(map: &Map, words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    match parts.as_slice() {
        ["node", id] => map.find_node(&NodeId::new(id)).is_some(),
        ["node", id, name, ..] => {
            let Some((_, own)) = map.find_node(&NodeId::new(id)) else { return false };
            let value = own.get(name);
            let then = parts[3..].join(" ");
            let now = value.as_ref().map_or("-", |value| value.as_str());
            then == now.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        ["level" | "area" | "loop", _] => match Item::from_str(words) {
            Ok(Item::Level(id)) => map.level(&id).is_some(),
            Ok(Item::Area(id)) => map.area(&id).is_some(),
            Ok(Item::Loop(id)) => map.loops().contains_key(&id),
            _ => true,
        },
        [from, kind, to, said @ ..] => match LinkKind::from_field(kind) {
            Some(kind) => {
                let now = |id: &str| map.find_node(&NodeId::new(id)).map(|(id, _)| id.clone());
                let (Some(from), Some(to)) = (now(from), now(to)) else { return false };
                let id = LinkId { from, to, kind };
                if map.link(&id).is_none() {
                    return false;
                }
                let now = link(map, &id);
                let now = now.split_once(" (").map_or("", |(_, said)| said.trim_end_matches(')'));
                let then = said.join(" ");
                let then = then.trim_start_matches('(').trim_end_matches(')');
                // Words without a sign or a state are content with the link.
                then == now || then.is_empty() && !now.contains("missing") && !now.contains("refuted")
            }
            None => true,
        },
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, Node, Sign};

    fn map(link: Link) -> Map {
        let mut map = Map::new("x");
        for id in ["a", "b"] {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
        }
        map.insert_link(LinkId::new("a", LinkKind::Causes, "b"), link).expect("new");
        map
    }

    #[test]
    fn a_link_stands_until_its_sign_or_its_state_changes() {
        let plus = map(Link::signed(Sign::Plus));
        let words = link(&plus, &LinkId::new("a", LinkKind::Causes, "b"));
        assert_eq!(words, "a causes b (+)");
        assert!(stands(&plus, &words) && stands(&plus, "a causes b"));
        assert!(!stands(&map(Link::signed(Sign::Minus)), &words));
        assert!(!stands(&map(Link { missing: true, ..Link::signed(Sign::Plus) }), &words));
        assert!(
            !stands(&plus, "a informs b")
                && !stands(&plus, "b causes a (+)")
                && !stands(&plus, "a causes c (+)")
        );
        let missing = map(Link { missing: true, ..Link::signed(Sign::Plus) });
        assert!(stands(&missing, "a causes b (+, missing)") && !stands(&plus, "a causes b (+, missing)"));
    }

    #[test]
    fn fields_nodes_and_a_persons_own_words() {
        let mut map = map(Link::signed(Sign::Plus));
        let words = field(&map, &"a".into(), "involvement");
        assert_eq!(words, "node a involvement -");
        assert!(stands(&map, &words) && stands(&map, "node b") && !stands(&map, "node c"));
        let mut actor = Node::new(Kind::Actor, "c");
        actor.involvement = Some(crate::map::Involvement::Absent);
        map.insert_node("c".into(), actor).expect("new");
        assert!(stands(&map, "node c involvement Absent") && !stands(&map, "node c involvement Active"));
        assert!(!stands(&map, "level users") && !stands(&map, "loop heard") && !stands(&map, "area 4"));
        assert!(stands(&map, "what we said in May") && stands(&map, ""));
    }
}
