//! A map from all it holds at once, in the order of the ids: nothing is looked up twice, so that a large file opens fast.

use std::collections::{BTreeMap, HashMap};

use petgraph::stable_graph::{NodeIndex, StableDiGraph};

use super::{GraphError, Map};
use crate::map::id::NodeId;
use crate::map::link::{Link, LinkId, LinkKind};
use crate::map::node::Node;

impl Map {
    /// The map with those nodes, in the order of their ids, each with the links that start there, fitted to their kinds.
    /// What stands around them stays. Nodes and links that the map had are gone. O((nodes + links) · log of the links of one
    /// node).
    ///
    /// # Errors
    /// If a link ends at no node.
    pub fn with_items(
        self,
        items: impl IntoIterator<Item = (NodeId, Node, BTreeMap<(LinkKind, NodeId), Link>)>,
    ) -> Result<Self, GraphError> {
        let mut graph = StableDiGraph::default();
        let mut ids: Vec<(NodeId, NodeIndex)> = Vec::new();
        let mut going = Vec::new();
        for (id, node, links) in items {
            ids.push((id, graph.add_node(node)));
            going.push(links);
        }
        debug_assert!(
            ids.is_sorted_by(|(one, _), (other, _)| one < other),
            "in the order of the ids, each once"
        );
        let places: HashMap<&str, usize> = (0..).zip(&ids).map(|(at, (id, _))| (id.as_str(), at)).collect();
        let mut into: Vec<Vec<LinkId>> = vec![Vec::new(); ids.len()];
        let mut links = Vec::with_capacity(going.iter().map(BTreeMap::len).sum());
        for ((from, start), own) in ids.iter().zip(going) {
            let mut own: Vec<((LinkKind, NodeId), Link)> = own.into_iter().collect();
            own.sort_by(|((one, a), _), ((other, b), _)| (a, one).cmp(&(b, other)));
            for ((kind, to), link) in own {
                let Some(&at) = places.get(to.as_str()) else { return Err(GraphError::NoNode(to)) };
                let (to, end) = &ids[at];
                let edge = graph.add_edge(*start, *end, link.fitted_to(kind));
                let id = LinkId { from: from.clone(), to: to.clone(), kind };
                // The starts come in their order, and so do the kinds between the same two.
                into[at].push(id.clone());
                links.push((id, edge));
            }
        }
        drop(places);
        let into = ids.iter().zip(into).filter(|(_, links)| !links.is_empty());
        let into = into.map(|((id, _), links)| (id.clone(), links)).collect();
        Ok(Self { graph, links: links.into_iter().collect(), into, nodes: ids.into_iter().collect(), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Sign};

    #[test]
    fn it_is_the_map_that_comes_of_putting_in_one_after_the_other() {
        let kinds = [LinkKind::Relates, LinkKind::Causes, LinkKind::Informs];
        let mut items: BTreeMap<NodeId, (Node, BTreeMap<_, _>)> = BTreeMap::new();
        let mut map = Map::new("x");
        for (at, id) in ["d", "b", "a", "c"].into_iter().enumerate() {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
            let mut links = BTreeMap::new();
            for (n, to) in ["c", "a", "d"].into_iter().enumerate() {
                for kind in &kinds[..(at + n) % 4] {
                    links.insert((*kind, NodeId::from(to)), Link::signed(Sign::Minus));
                }
            }
            items.insert(id.into(), (Node::new(Kind::Cause, id), links));
        }
        for (from, (_, links)) in items.iter().rev() {
            for ((kind, to), link) in links {
                let id = LinkId { from: from.clone(), to: to.clone(), kind: *kind };
                map.insert_link(id, link.clone()).expect("new");
            }
        }
        let all = |items: &BTreeMap<NodeId, (Node, BTreeMap<_, _>)>| -> Vec<_> {
            items.iter().map(|(id, (node, links))| (id.clone(), node.clone(), links.clone())).collect()
        };
        let whole = Map::new("x").with_items(all(&items)).expect("both ends are there");
        assert_eq!(whole, map);
        for id in ["a", "b", "c", "d"].map(NodeId::from) {
            let into = |map: &Map| map.links_to(&id).map(|(id, _)| id.clone()).collect::<Vec<_>>();
            assert_eq!(into(&whole), into(&map), "{id}");
            assert!(whole.links_from(&id).eq(map.links_from(&id)), "{id}");
        }
        items.remove("c");
        assert!(
            matches!(Map::new("x").with_items(all(&items)), Err(GraphError::NoNode(id)) if id.as_str() == "c")
        );
    }
}
