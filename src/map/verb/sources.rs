//! What cards and links rest on: sources come and go, and are cited.

use crate::map::graph::Map;
use crate::map::id::SourceId;
use crate::map::item::Item;
use crate::map::source::{Citation, Source};

use super::draft::Draft;
use super::names::called;
use super::places::free_id;
use super::{Deed, Verb};

/// Puts a source in, under a free id made from its title. `None` for a blank title.
#[must_use]
pub fn add_source(map: &Map, title: &str) -> Option<(SourceId, Deed)> {
    let id = SourceId::new(free_id(title, "source", |id| map.sources.contains_key(id))?);
    let mut draft = Draft::of(map);
    draft.sources.insert(id.clone(), Source { title: title.trim().to_owned(), ..Source::default() });
    Some((id, draft.deed(Verb::Add, title.trim())?))
}

/// Takes a source out, with what is cited from it on cards and links; measurements stay and lose their source. `None` if
/// there is no such source.
///
/// A journey that shows its words is broken then, and says so.
#[must_use]
pub fn remove_source(map: &Map, id: &SourceId) -> Option<Deed> {
    let mut draft = Draft::of(map);
    draft.sources.remove(id)?;
    for (card, node) in map.nodes() {
        let measured = node.measurements.iter().any(|measured| measured.source.as_ref() == Some(id));
        if (measured || node.sources.contains_key(id))
            && let Some(node) = draft.node_mut(card)
        {
            node.sources.remove(id);
            for measured in &mut node.measurements {
                measured.source = measured.source.take().filter(|source| source != id);
            }
        }
    }
    for (link, _) in map.links().filter(|(_, link)| link.sources.contains_key(id)) {
        if let Some(link) = draft.link_mut(link) {
            link.sources.remove(id);
        }
    }
    draft.deed(Verb::Remove, called(map, &Item::Source(id.clone())))
}

/// Says that a card or a link rests on a source, and on what of it; a citation of the same source gives way. `None` if
/// the item or the source is not there, the item is neither, or it says so already.
#[must_use]
pub fn cite(map: &Map, item: &Item, source: &SourceId, citation: Citation) -> Option<Deed> {
    map.sources.get(source)?;
    let mut draft = Draft::of(map);
    match item {
        Item::Node(id) => draft.node_mut(id)?.sources.insert(source.clone(), citation),
        Item::Link(id) => draft.link_mut(id)?.sources.insert(source.clone(), citation),
        _ => return None,
    };
    draft.deed(Verb::Cite, called(map, item))
}

/// Takes back that a card or a link rests on a source; `None` if it does not. The source need not be there.
#[must_use]
pub fn uncite(map: &Map, item: &Item, source: &SourceId) -> Option<Deed> {
    let mut draft = Draft::of(map);
    match item {
        Item::Node(id) => draft.node_mut(id)?.sources.remove(source)?,
        Item::Link(id) => draft.link_mut(id)?.sources.remove(source)?,
        _ => return None,
    };
    draft.deed(Verb::Cite, called(map, item))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::*;
    use crate::map::link::{LinkId, LinkKind};
    use crate::map::node::Measurement;

    fn trust() -> Item {
        Item::Node("trust".into())
    }

    fn link() -> Item {
        Item::Link(LinkId::new("trust", LinkKind::Causes, "story-heard"))
    }

    #[test]
    fn a_source_is_cited_and_no_longer() {
        let map = two();
        let (id, deed) = add_source(&map, "Survey of parents").expect("new");
        assert_eq!((id.as_str(), add_source(&map, " ")), ("survey-of-parents", None));
        let map = after(&map, &deed);
        let words = |quote: &str| Citation { quote: quote.to_owned(), ..Citation::default() };
        for item in [trust(), link()] {
            let cited = after(&map, &cite(&map, &item, &id, words("so")).expect("new"));
            assert_eq!(cite(&cited, &item, &id, words("so")), None);
            let other = after(&cited, &cite(&cited, &item, &id, words("not so")).expect("other words"));
            assert_eq!(after(&other, &uncite(&other, &item, &id).expect("cited")), map);
            assert_eq!(uncite(&map, &item, &id), None);
        }
        assert_eq!(cite(&map, &trust(), &"gone".into(), Citation::default()), None);
        assert_eq!(cite(&map, &Item::Map, &id, Citation::default()), None);
    }

    #[test]
    fn nothing_rests_on_a_source_that_is_gone() {
        let map = two();
        let (id, deed) = add_source(&map, "S").expect("new");
        let mut map = after(&map, &deed);
        for item in [trust(), link()] {
            map = after(&map, &cite(&map, &item, &id, Citation::default()).expect("new"));
        }
        let measured =
            Measurement { value: "86 %".to_owned(), source: Some(id.clone()), ..Measurement::default() };
        map.node_mut(&"story-heard".into()).expect("there").measurements = vec![measured];
        let map = after(&map, &remove_source(&map, &id).expect("there"));
        assert!(map.nodes().all(|(_, node)| node.sources.is_empty()));
        assert!(map.links().all(|(_, link)| link.sources.is_empty()));
        let measured = &map.node(&"story-heard".into()).expect("there").measurements[0];
        assert_eq!((measured.value.as_str(), &measured.source), ("86 %", &None));
        assert_eq!(remove_source(&map, &id), None);
    }
}
