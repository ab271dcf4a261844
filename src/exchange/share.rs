//! What leaves the house with an export.

use crate::map::Map;

/// What goes along. What an actor wants and can do is about people who may not know that it was written down,
/// so it stays at home unless somebody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Influence, stance and needs of the actors.
    pub register: bool,
    /// What people said, word for word.
    pub quotes: bool,
    /// Every note.
    pub notes: bool,
}

impl Default for Share {
    fn default() -> Self {
        Self { register: false, quotes: true, notes: true }
    }
}

impl Share {
    /// A copy of the map with only what may go along.
    #[must_use]
    pub fn of(&self, map: &Map) -> Map {
        let mut frame = map.frame();
        if !self.notes {
            frame.head.note.clear();
            frame.sources.values_mut().for_each(|source| source.note.clear());
            frame.loops.values_mut().for_each(|told| told.note.clear());
        }
        let mut copy = Map::new("").with_frame(frame);
        for (id, node) in map.nodes() {
            let mut node = node.clone();
            if !self.register {
                node.influence = None;
                node.stance = None;
                node.needs_to_know.clear();
                node.wants_part.clear();
            }
            if !self.quotes {
                node.sources.values_mut().for_each(|citation| citation.quote.clear());
            }
            if !self.notes {
                node.note.clear();
            }
            copy.insert_node(id.clone(), node).expect("ids of a map are unique");
        }
        for (id, link) in map.links() {
            let mut link = link.clone();
            if !self.quotes {
                link.sources.values_mut().for_each(|citation| citation.quote.clear());
            }
            if !self.notes {
                link.note.clear();
            }
            copy.insert_link(id.clone(), link).expect("both ends were put in before");
        }
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Citation, Kind, Link, LinkId, LinkKind, Node, Stance};

    fn private() -> Map {
        let mut map = Map::new("x");
        let mut actor = Node::new(Kind::Actor, "Somebody");
        actor.stance = Some(Stance::Against);
        actor.influence = Some(3);
        actor.needs_to_know = vec!["needs".to_owned()];
        actor.wants_part = vec!["wants".to_owned()];
        actor.note = vec!["note".to_owned()];
        let said =
            Citation { quote: "word for word".to_owned(), page: "3".to_owned(), ..Citation::default() };
        actor.sources.insert("s".into(), said.clone());
        let mut link = Link { note: vec!["why".to_owned()], ..Link::default() };
        link.sources.insert("s".into(), said);
        map.insert_node("a".into(), actor).expect("new");
        map.insert_link(LinkId::new("a", LinkKind::Informs, "a"), link).expect("new");
        map
    }

    #[test]
    fn the_register_stays_at_home() {
        let shared = Share::default().of(&private());
        let (_, node) = shared.nodes().next().expect("a node");
        assert_eq!((node.stance, node.influence), (None, None));
        assert!(node.needs_to_know.is_empty() && node.wants_part.is_empty());
        assert_eq!(node.note, ["note"]);
        let all = Share { register: true, ..Share::default() };
        assert_eq!(all.of(&private()), private());
    }

    #[test]
    fn quotes_and_notes_can_be_kept_back() {
        let shared = Share { quotes: false, notes: false, register: true }.of(&private());
        let text = format!("{shared:?}");
        for gone in ["word for word", "\"note\"", "why"] {
            assert!(!text.contains(gone), "{gone}");
        }
        let (_, node) = shared.nodes().next().expect("a node");
        assert_eq!(node.sources.values().next().map(|said| said.page.as_str()), Some("3"));
    }
}
