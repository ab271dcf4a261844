//! What a file says, all of it: links to cards that are not there and open conflicts included.
//!
//! It knows nothing of text: the reader makes one, the writer lays one out.

use std::collections::BTreeMap;

use crate::map::{Frame, Link, LinkId, LinkKind, Map, Node, NodeId};

use super::fault::Fault;

/// What a map file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Everything but nodes and links.
    pub frame: Frame,
    /// The nodes by id, each with the links that start at it.
    pub nodes: BTreeMap<NodeId, Entry>,
}

/// A node as it stands in a file: with its outgoing links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The node.
    pub node: Node,
    /// Its outgoing links: by kind in the order of [`LinkKind::ALL`], then by target.
    pub links: BTreeMap<(LinkKind, NodeId), Link>,
}

impl Document {
    /// What a file of that map would say.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let mut nodes: BTreeMap<NodeId, Entry> = map
            .nodes()
            .map(|(id, node)| (id.clone(), Entry { node: node.clone(), links: BTreeMap::new() }))
            .collect();
        for (id, link) in map.links() {
            if let Some(entry) = nodes.get_mut(&id.from) {
                entry.links.insert((id.kind, id.to.clone()), link.clone());
            }
        }
        Self { frame: map.frame(), nodes }
    }

    /// The links by source, then kind, then target: the order in which they stand in a file.
    pub fn links(&self) -> impl Iterator<Item = (LinkId, &Link)> {
        self.nodes.iter().flat_map(|(from, entry)| {
            entry
                .links
                .iter()
                .map(|((kind, to), link)| (LinkId { from: from.clone(), to: to.clone(), kind: *kind }, link))
        })
    }

    /// How many links there are, dangling ones included.
    #[must_use]
    pub fn link_count(&self) -> usize {
        self.nodes.values().map(|entry| entry.links.len()).sum()
    }

    /// The map that this document describes.
    ///
    /// # Errors
    /// With every fault at once, if there is any that a map cannot hold.
    pub fn to_map(&self) -> Result<Map, Vec<Fault>> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let items =
            self.nodes.iter().map(|(id, entry)| (id.clone(), entry.node.clone(), entry.links.clone()));
        let map = Map::default().with_frame(self.frame.clone()).with_items(items);
        Ok(map.expect("both ends of every link were looked up"))
    }

    /// As [`Document::to_map`], for who needs the document no longer: nothing is copied.
    ///
    /// # Errors
    /// As there; the document is given back with its faults.
    pub fn into_map(self) -> Result<Map, Box<(Self, Vec<Fault>)>> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(Box::new((self, faults)));
        }
        let map = Map::default().with_frame(self.frame);
        let map = map.with_items(self.nodes.into_iter().map(|(id, entry)| (id, entry.node, entry.links)));
        Ok(map.expect("both ends of every link were looked up"))
    }
}
