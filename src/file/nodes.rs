//! Reads the nodes of a file with their links, one by one.
//!
//! A node's links stand among its fields, so no derived reader fits. And the limits hold while reading: a file
//! of two million tiny nodes would fill the memory before anybody could count them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};

use crate::map::record::{FieldName, Record, TWICE, known, require};
use crate::map::{Link, LinkKind, Node, NodeId};

use super::document::Entry;
use super::limits::{MOST_LINKS, MOST_NODES};
use super::reader::joined;

/// The names of the link kinds as fields of a node, in file order.
pub const LINK_FIELDS: &[&str] =
    &["causes", "relates", "steers", "informs", "cooperates", "holds", "acts_on", "needs", "stops"];

/// The fields of a node as it stands in a file: its own, then its links by kind.
pub const ENTRY_FIELDS: &[&str] =
    &joined::<{ Node::FIELDS.len() + LINK_FIELDS.len() }>(&[Node::FIELDS, LINK_FIELDS]);

/// The complaint that there are more nodes than a map may have.
pub(super) const TOO_MANY_NODES: &str = "too many nodes";
/// The complaint that there are more links than a map may have.
pub(super) const TOO_MANY_LINKS: &str = "too many links";

/// The nodes of a file.
pub(super) struct Nodes(pub BTreeMap<NodeId, Entry>);

impl<'de> Deserialize<'de> for Nodes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Nodes;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("nodes in curly brackets")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Nodes, A::Error> {
                let mut nodes = BTreeMap::new();
                let mut links = 0;
                while let Some(id) = access.next_key::<NodeId>()? {
                    if nodes.len() >= MOST_NODES {
                        return Err(A::Error::custom(TOO_MANY_NODES));
                    }
                    match nodes.entry(id) {
                        Slot::Occupied(old) => return Err(twice(old.key())),
                        Slot::Vacant(free) => {
                            free.insert(access.next_value_seed(EntrySeed { links: &mut links })?);
                        }
                    }
                }
                Ok(Nodes(nodes))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

fn twice<E: serde::de::Error>(key: &NodeId) -> E {
    E::custom(format_args!("{TWICE}{key:?}"))
}

/// Reads one node, counting the links of all.
struct EntrySeed<'c> {
    links: &'c mut usize,
}

impl<'de> DeserializeSeed<'de> for EntrySeed<'_> {
    type Value = Entry;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Entry, D::Error> {
        deserializer.deserialize_struct("", ENTRY_FIELDS, self)
    }
}

impl<'de> Visitor<'de> for EntrySeed<'_> {
    type Value = Entry;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a node in round brackets")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Entry, A::Error> {
        let mut entry = Entry::default();
        let mut seen = Vec::new();
        while let Some(field) = access.next_key::<FieldName>()? {
            let name = known(ENTRY_FIELDS, &field.0, &mut seen)?;
            match LinkKind::from_field(name) {
                Some(kind) => {
                    access.next_value_seed(LinksSeed { kind, count: self.links, into: &mut entry.links })?;
                }
                None => {
                    entry.node.read_field(name, &mut access)?;
                }
            }
        }
        require::<Node, A::Error>(&seen)?;
        Ok(entry)
    }
}

/// Reads the links of one kind that start at one node.
struct LinksSeed<'c> {
    kind: LinkKind,
    count: &'c mut usize,
    into: &'c mut BTreeMap<(LinkKind, NodeId), Link>,
}

impl<'de> DeserializeSeed<'de> for LinksSeed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for LinksSeed<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("links in curly brackets")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while let Some(to) = access.next_key::<NodeId>()? {
            *self.count += 1;
            if *self.count > MOST_LINKS {
                return Err(A::Error::custom(TOO_MANY_LINKS));
            }
            match self.into.entry((self.kind, to)) {
                Slot::Occupied(old) => return Err(twice(&old.key().1)),
                Slot::Vacant(free) => {
                    free.insert(access.next_value::<Link>()?.fitted_to(self.kind));
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_links_are_their_kinds() {
        let fields: Vec<_> = LinkKind::ALL.iter().map(|kind| kind.field()).collect();
        assert_eq!(fields, LINK_FIELDS);
    }
}
