//! Follows cards that got another id, so that a new id is not read as one card gone and another one come.

use std::collections::BTreeSet;

use crate::map::renamed::Firsts;
use crate::map::{Map, NodeId};

/// The cards that stand under another id in the map after, which says so (`was`): the former id and the new one, by
/// the former. A card that took up another one, which was there beside it, is not a card with another id.
pub(super) fn renamed(before: &Map, after: &Map) -> Vec<(NodeId, NodeId)> {
    let mut taken = BTreeSet::new();
    let mut all: Vec<(NodeId, NodeId)> = Vec::new();
    for (id, node) in after.nodes().filter(|(id, node)| !node.was.is_empty() && before.node(id).is_none()) {
        let former = node
            .was
            .iter()
            .find(|was| before.node(was).is_some() && after.node(was).is_none() && !taken.contains(*was));
        if let Some(former) = former {
            taken.insert(former);
            all.push((former.clone(), id.clone()));
        }
    }
    all.sort();
    all
}

/// The same map under the new ids.
pub(super) fn follow(map: &Map, renamed: &[(NodeId, NodeId)]) -> Map {
    map.with_ids(&renamed.iter().cloned().collect(), &Firsts::default()).map
}
