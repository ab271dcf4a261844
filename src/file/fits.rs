//! Which fields belong to which kinds of nodes and links, and which links run between which kinds of nodes.
//!
//! Nothing that does not fit is refused, so that a merge of two good files always opens; it is kept, not shown,
//! and a warning says so.

use crate::map::{Kind, Link, LinkKind, Node, Record};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Role, Sign};

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
