//! Which fields belong to which kinds of nodes and links, and which links run between which kinds of nodes.
//!
//! Nothing that does not fit is refused, so that a merge of two good files always opens; it is kept, not shown,
//! and a warning says so.

use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, NodeId, Record};

/// The fields that only one kind of node has a use for. All others stand on every kind.
const NODE_FIELDS: &[(Kind, &[&str])] = &[
    (Kind::Cause, &["role", "now", "origin"]),
    (Kind::Actor, &["sector", "influence", "stance", "groups", "involvement", "needs_to_know", "wants_part"]),
    (
        Kind::Measure,
        &[
            "stage",
            "hypothesis",
            "participants",
            "seen",
            "learning",
            "next",
            "group",
            "owner",
            "payer",
            "gainer",
            "perspectives",
        ],
    ),
    (Kind::Benefit, &["measured", "indicator", "effect_goal", "target", "measurements"]),
];

/// The fields that only some kinds of links have a use for. All others stand on every kind.
const LINK_FIELDS: &[(&str, &[LinkKind])] = &[
    ("word", &[LinkKind::Relates]),
    ("sign", &[LinkKind::Causes, LinkKind::ActsOn]),
    ("about", &[LinkKind::Steers, LinkKind::Informs]),
];

/// The kind of node that a field belongs to; `None` if it stands on every kind.
#[must_use]
pub fn only_on(field: &str) -> Option<Kind> {
    NODE_FIELDS.iter().find(|(_, fields)| fields.contains(&field)).map(|(kind, _)| *kind)
}

/// The fields of a node that its kind has no use for, in file order.
#[must_use]
pub fn misfits(node: &Node) -> Vec<&'static str> {
    // Only the fields in the table are asked for: most nodes have none of another kind.
    let fields = NODE_FIELDS.iter().filter(|(kind, _)| *kind != node.kind).flat_map(|(_, fields)| *fields);
    fields.copied().filter(|field| node.get(field).is_some()).collect()
}

/// The fields of a link that its kind has no use for.
#[must_use]
pub fn link_misfits(kind: LinkKind, link: &Link) -> Vec<&'static str> {
    LINK_FIELDS
        .iter()
        .filter(|(field, kinds)| !kinds.contains(&kind) && link.get(field).is_some())
        .map(|(field, _)| *field)
        .collect()
}

/// Whether a field has a use on links of that kind.
#[must_use]
pub fn fits_link(field: &str, kind: LinkKind) -> bool {
    LINK_FIELDS.iter().all(|(own, kinds)| *own != field || kinds.contains(&kind))
}

/// Whether a link of that kind is meant to run from a node of the one kind to a node of the other.
#[must_use]
pub fn runs_between(kind: LinkKind, from: Kind, to: Kind) -> bool {
    let thing = |kind| matches!(kind, Kind::Cause | Kind::Measure | Kind::Benefit);
    match kind {
        LinkKind::Causes => thing(from) && thing(to),
        LinkKind::Relates => true,
        LinkKind::Steers | LinkKind::Informs | LinkKind::Cooperates => {
            from == Kind::Actor && to == Kind::Actor
        }
        LinkKind::Holds => from == Kind::Actor,
        LinkKind::ActsOn => from == Kind::Measure && to == Kind::Cause,
        LinkKind::Needs => from == Kind::Measure && matches!(to, Kind::Measure | Kind::Cause),
        LinkKind::Stops => from == Kind::Cause && to == Kind::Measure,
    }
}

/// The link that is most likely meant between two nodes: among causes, measures and benefits a cause; between two
/// actors what runs up, down or level between their levels; between an actor and anything else that it holds it,
/// which runs from the actor. `None` if one of them is not there.
#[must_use]
pub fn usual_link(map: &Map, from: &NodeId, to: &NodeId) -> Option<LinkId> {
    let (start, end) = (map.node(from)?, map.node(to)?);
    let height = |node: &Node| map.levels().iter().position(|level| Some(&level.id) == node.level.as_ref());
    let kind = match (start.kind, end.kind) {
        (Kind::Note, _) | (_, Kind::Note) => LinkKind::Relates,
        (Kind::Actor, Kind::Actor) => match (height(start), height(end)) {
            (Some(own), Some(other)) if own < other => LinkKind::Informs,
            (Some(own), Some(other)) if own > other => LinkKind::Steers,
            _ => LinkKind::Cooperates,
        },
        (Kind::Actor, _) => LinkKind::Holds,
        (_, Kind::Actor) => {
            return Some(LinkId { from: to.clone(), to: from.clone(), kind: LinkKind::Holds });
        }
        (Kind::Measure, Kind::Cause) => LinkKind::ActsOn,
        _ => LinkKind::Causes,
    };
    Some(LinkId { from: from.clone(), to: to.clone(), kind })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Level, Role, Sign};

    #[test]
    fn the_usual_link_fits_its_ends() {
        let level = |id: &str| Level { id: id.into(), name: id.to_owned(), part_of: None };
        let frame = Frame { levels: vec![level("users"), level("system")], ..Frame::default() };
        let mut map = Map::new("x").with_frame(frame);
        for (id, kind, level) in [
            ("cause", Kind::Cause, None),
            ("measure", Kind::Measure, None),
            ("benefit", Kind::Benefit, None),
            ("note", Kind::Note, None),
            ("parent", Kind::Actor, Some("users")),
            ("panel", Kind::Actor, Some("users")),
            ("ministry", Kind::Actor, Some("system")),
            ("stranger", Kind::Actor, None),
        ] {
            let node = Node { level: level.map(Into::into), ..Node::new(kind, id) };
            map.insert_node(id.into(), node).expect("new");
        }
        for (from, to, wanted) in [
            ("cause", "benefit", "cause causes benefit"),
            ("measure", "cause", "measure acts_on cause"),
            ("cause", "measure", "cause causes measure"),
            ("parent", "ministry", "parent informs ministry"),
            ("ministry", "parent", "ministry steers parent"),
            ("parent", "panel", "parent cooperates panel"),
            ("stranger", "ministry", "stranger cooperates ministry"),
            ("ministry", "measure", "ministry holds measure"),
            ("cause", "ministry", "ministry holds cause"),
            ("note", "ministry", "note relates ministry"),
        ] {
            let link = usual_link(&map, &from.into(), &to.into()).expect("both are there");
            assert_eq!(link.to_string(), wanted);
        }
        for (from, start) in map.nodes() {
            for (to, end) in map.nodes() {
                let link = usual_link(&map, from, to).expect("both are there");
                let turned = link.from != *from;
                let (start, end) = if turned { (end, start) } else { (start, end) };
                assert!(runs_between(link.kind, start.kind, end.kind), "{link}");
            }
        }
        assert_eq!(usual_link(&map, &"cause".into(), &"gone".into()), None);
    }

    #[test]
    fn the_tables_name_fields_that_exist() {
        for (_, fields) in NODE_FIELDS {
            assert!(fields.iter().all(|field| Node::FIELDS.contains(field)), "{fields:?}");
        }
        assert!(LINK_FIELDS.iter().all(|(field, _)| Link::FIELDS.contains(field)));
    }

    #[test]
    fn a_role_is_for_causes_and_a_sign_for_effects() {
        let mut node = Node::new(Kind::Actor, "x");
        assert_eq!(misfits(&node), [] as [&str; 0]);
        node.role = Some(Role::Barrier);
        assert_eq!(misfits(&node), ["role"]);
        assert_eq!(only_on("role"), Some(Kind::Cause));
        let link = Link::signed(Sign::Plus);
        assert_eq!(link_misfits(LinkKind::Causes, &link), [] as [&str; 0]);
        assert_eq!(link_misfits(LinkKind::Steers, &link), ["sign"]);
    }
}
