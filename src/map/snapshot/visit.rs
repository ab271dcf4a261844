//! A snapshot as petgraph sees it: through these traits its algorithms run on our rows, without a copy.

use petgraph::visit::{
    Data, GraphBase, GraphProp, IntoEdgeReferences, IntoNeighbors, IntoNeighborsDirected,
    IntoNodeIdentifiers, NodeCompactIndexable, NodeCount, NodeIndexable, Visitable,
};

use super::{Arc, Snapshot, Spot};
use crate::map::id::NodeId;

impl GraphBase for Snapshot {
    type NodeId = Spot;
    type EdgeId = usize;
}

impl NodeCount for Snapshot {
    fn node_count(&self) -> usize {
        self.ids.len()
    }
}

impl NodeIndexable for Snapshot {
    fn node_bound(&self) -> usize {
        self.ids.len()
    }
    fn to_index(&self, spot: Spot) -> usize {
        spot as usize
    }
    fn from_index(&self, at: usize) -> Spot {
        Spot::try_from(at).unwrap_or(Spot::MAX)
    }
}

impl NodeCompactIndexable for Snapshot {}

impl GraphProp for Snapshot {
    type EdgeType = petgraph::Directed;
}

impl Data for Snapshot {
    type NodeWeight = NodeId;
    type EdgeWeight = Arc;
}

impl Visitable for Snapshot {
    type Map = fixedbitset::FixedBitSet;
    fn visit_map(&self) -> Self::Map {
        fixedbitset::FixedBitSet::with_capacity(self.ids.len())
    }
    fn reset_map(&self, map: &mut Self::Map) {
        *map = self.visit_map();
    }
}

impl IntoNodeIdentifiers for &Snapshot {
    type NodeIdentifiers = std::ops::Range<Spot>;
    fn node_identifiers(self) -> Self::NodeIdentifiers {
        0..Spot::try_from(self.ids.len()).unwrap_or(Spot::MAX)
    }
}

/// The nodes at the other end of some links.
#[derive(Clone)]
pub enum Neighbors<'a> {
    /// Of links that start here.
    Out(std::slice::Iter<'a, Arc>),
    /// Of links that end here.
    Into(&'a Snapshot, std::slice::Iter<'a, u32>),
}

impl Iterator for Neighbors<'_> {
    type Item = Spot;
    fn next(&mut self) -> Option<Spot> {
        match self {
            Neighbors::Out(arcs) => arcs.next().map(|arc| arc.to),
            Neighbors::Into(snapshot, numbers) => numbers.next().map(|&at| snapshot.arcs[at as usize].from),
        }
    }
}

impl<'a> IntoNeighbors for &'a Snapshot {
    type Neighbors = Neighbors<'a>;
    fn neighbors(self, spot: Spot) -> Neighbors<'a> {
        Neighbors::Out(self.arcs[self.outgoing(spot)].iter())
    }
}

impl<'a> IntoNeighborsDirected for &'a Snapshot {
    type NeighborsDirected = Neighbors<'a>;
    fn neighbors_directed(self, spot: Spot, direction: petgraph::Direction) -> Neighbors<'a> {
        match direction {
            petgraph::Direction::Outgoing => self.neighbors(spot),
            petgraph::Direction::Incoming => Neighbors::Into(self, self.incoming(spot).iter()),
        }
    }
}

/// A link as petgraph's algorithms want it.
#[derive(Clone, Copy)]
pub struct ArcRef<'a> {
    number: usize,
    arc: &'a Arc,
}

impl petgraph::visit::EdgeRef for ArcRef<'_> {
    type NodeId = Spot;
    type EdgeId = usize;
    type Weight = Arc;
    fn source(&self) -> Spot {
        self.arc.from
    }
    fn target(&self) -> Spot {
        self.arc.to
    }
    fn weight(&self) -> &Arc {
        self.arc
    }
    fn id(&self) -> usize {
        self.number
    }
}

/// All links, for petgraph.
pub struct ArcRefs<'a>(std::iter::Enumerate<std::slice::Iter<'a, Arc>>);

impl<'a> Iterator for ArcRefs<'a> {
    type Item = ArcRef<'a>;
    fn next(&mut self) -> Option<ArcRef<'a>> {
        self.0.next().map(|(number, arc)| ArcRef { number, arc })
    }
}

impl<'a> IntoEdgeReferences for &'a Snapshot {
    type EdgeRef = ArcRef<'a>;
    type EdgeReferences = ArcRefs<'a>;
    fn edge_references(self) -> ArcRefs<'a> {
        ArcRefs(self.arcs.iter().enumerate())
    }
}
