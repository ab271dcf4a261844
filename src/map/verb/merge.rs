//! Making two cards that mean the same into one, so that no link, no source and no wording is lost.

use crate::map::fold::fold;
use crate::map::graph::Map;
use crate::map::id::NodeId;
use crate::map::link::{Link, LinkId, LinkKind, Sign};
use crate::map::node::Node;
use crate::map::record::Record;
use crate::map::source::Citation;
use crate::map::told::Show;

use super::cards::standing;
use super::draft::Draft;
use super::{Deed, Verb};

/// Makes `gone` a part of `keep`, which keeps its id, label, kind and place.
///
/// - Links of `gone` become links of `keep`; where both have the same one, that of `keep` gets what it lacks, and is
///   missing only if both are. Links between the two go.
/// - Fields that `keep` lacks come from `gone`, lists and sources are united, dots are added, `was` gets the ids of
///   `gone`. Where the labels differ in more than case, accents and blanks, the note keeps both as quotes.
/// - Owners, payers and gainers, named loops, journeys and what is set aside name `keep` where they named `gone`; the
///   links between the two go from what is told, too.
///
/// `None` if one of them is not there, they are one card already, or the two do not fit into one (see `limits`).
#[must_use]
pub fn merge_nodes(map: &Map, keep: &NodeId, gone: &NodeId) -> Option<Deed> {
    let (kept, going) = (map.node(keep)?, map.node(gone)?);
    if keep == gone {
        return None;
    }
    let mut draft = Draft::of(map);
    let both = Both { keep, gone, former: former(map, keep, going) };
    draft.drop_node(gone);
    *draft.node_mut(keep)? = united(kept, going, keep, gone);
    both.move_links(map, &mut draft);
    for (id, node) in map.nodes().filter(|(id, _)| *id != gone) {
        // `keep` may have got one from `gone` a moment ago.
        if (id == keep
            || [&node.owner, &node.payer, &node.gainer].into_iter().flatten().any(|id| both.is_gone(id)))
            && let Some(node) = draft.node_mut(id)
        {
            for named in [&mut node.owner, &mut node.payer, &mut node.gainer].into_iter().flatten() {
                both.rename(named);
            }
        }
    }
    both.tell_again(map, &mut draft);
    draft.deed(Verb::Merge, format!("{} + {}", kept.label, going.label))
}

/// The former ids of what goes that name nothing else.
fn former(map: &Map, keep: &NodeId, going: &Node) -> Vec<NodeId> {
    going.was.iter().filter(|id| map.node(id).is_none() && *id != keep).cloned().collect()
}

/// The two cards, for whoever names one of them.
struct Both<'a> {
    keep: &'a NodeId,
    gone: &'a NodeId,
    former: Vec<NodeId>,
}

impl Both<'_> {
    fn is_gone(&self, id: &NodeId) -> bool {
        id == self.gone || self.former.contains(id)
    }

    fn rename(&self, id: &mut NodeId) {
        if self.is_gone(id) {
            id.clone_from(self.keep);
        }
    }

    /// The link as it is named from now on; `None` for a link between the two.
    fn now(&self, link: &LinkId) -> Option<LinkId> {
        let between = (self.is_gone(&link.from) && link.to == *self.keep)
            || (link.from == *self.keep && self.is_gone(&link.to));
        if between {
            return None;
        }
        let mut link = link.clone();
        self.rename(&mut link.from);
        self.rename(&mut link.to);
        Some(link)
    }

    fn move_links(&self, map: &Map, draft: &mut Draft<'_>) {
        let into = map.links_to(self.gone).filter(|(id, _)| id.from != *self.gone);
        for (id, link) in map.links_from(self.gone).chain(into) {
            let Some(now) = self.now(id).map(standing) else { continue };
            match draft.link_mut(&now) {
                Some(kept) => fill_link(kept, link),
                None => draft.put_link(now, link.clone()),
            }
        }
        for id in map.links_from(self.keep).chain(map.links_to(self.keep)).map(|(id, _)| id) {
            if self.now(id).is_none() {
                draft.drop_link(id);
            }
        }
    }

    fn tell_again(&self, map: &Map, draft: &mut Draft<'_>) {
        for told in draft.loops.values_mut() {
            told.through = self.through(told.links());
        }
        for step in draft.journeys.values_mut().flat_map(|journey| &mut journey.steps) {
            self.show(&mut step.show);
        }
        let is_place = map.levels().iter().any(|level| level.id.as_str() == self.gone.as_str())
            || map.areas().iter().any(|area| area.id.as_str() == self.gone.as_str());
        for (key, mut aside) in std::mem::take(&mut draft.set_aside) {
            for text in &mut aside.rests_on {
                *text = self.words(text);
            }
            // A key may name levels and areas, which are called as cards are.
            let now = if is_place { key.clone() } else { self.words(&key) };
            if now == key || map.set_aside().contains_key(&now) {
                draft.set_aside.insert(key, aside);
            } else {
                draft.set_aside.insert(now, aside);
            }
        }
    }

    fn through(&self, links: impl Iterator<Item = LinkId>) -> Vec<(NodeId, LinkKind)> {
        links.filter_map(|link| self.now(&link)).map(|link| (link.from, link.kind)).collect()
    }

    fn show(&self, show: &mut Show) {
        match show {
            Show::Text | Show::Loop(_) | Show::Levels(..) => {}
            Show::Event(node) | Show::Node(node) | Show::Quote(node, _) => self.rename(node),
            Show::Link(from, kind, to) => {
                let link = LinkId { from: from.clone(), to: to.clone(), kind: *kind };
                *show = match self.now(&link) {
                    Some(link) => Show::Link(link.from, link.kind, link.to),
                    None => Show::Node(self.keep.clone()),
                };
            }
            Show::Chain(..) => {
                let links = show.links();
                let Show::Chain(through, end) = show else { return };
                let had_links = !through.is_empty();
                *through = self.through(links.into_iter());
                self.rename(end);
                if had_links && through.is_empty() {
                    *show = Show::Node(self.keep.clone());
                }
            }
            Show::WhatIf(changed, _) => {
                let mut once: Vec<(NodeId, Sign)> = Vec::new();
                for (mut node, sign) in changed.drain(..) {
                    let was_gone = self.is_gone(&node);
                    self.rename(&mut node);
                    // The one that is told first says which way the card goes.
                    if !(was_gone || node == *self.keep) || once.iter().all(|(other, _)| *other != node) {
                        once.push((node, sign));
                    }
                }
                *changed = once;
            }
        }
    }

    /// A text of ids between blanks, such as `trust causes story-heard`.
    fn words(&self, text: &str) -> String {
        let word = |word| if word == self.gone.as_str() { self.keep.as_str() } else { word };
        text.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// The one card.
fn united(kept: &Node, going: &Node, keep: &NodeId, gone: &NodeId) -> Node {
    let mut node = kept.clone();
    fill(&mut node, going, &["kind", "pin", "votes", "was"]);
    node.votes = kept.votes.saturating_add(going.votes);
    unite(&mut node.groups, &going.groups);
    unite(&mut node.needs_to_know, &going.needs_to_know);
    unite(&mut node.wants_part, &going.wants_part);
    unite(&mut node.hypothesis, &going.hypothesis);
    unite(&mut node.participants, &going.participants);
    unite(&mut node.seen, &going.seen);
    unite(&mut node.learning, &going.learning);
    unite(&mut node.next, &going.next);
    unite(&mut node.measurements, &going.measurements);
    unite(&mut node.phases, &going.phases);
    unite(&mut node.marks, &going.marks);
    unite(&mut node.tags, &going.tags);
    unite(&mut node.note, &going.note);
    fill(&mut node.perspectives, &going.perspectives, &[]);
    for (key, text) in &going.extra {
        node.extra.entry(key.clone()).or_insert_with(|| text.clone());
    }
    for (source, citation) in &going.sources {
        cite(node.sources.entry(source.clone()).or_default(), citation);
    }
    if fold(&kept.label) != fold(&going.label) {
        let wordings =
            [&kept.label, &going.label].map(|label| label.split_whitespace().collect::<Vec<_>>().join(" "));
        let quotes = wordings.iter().filter(|label| !label.is_empty()).map(|label| format!("«{label}»"));
        unite(&mut node.note, &quotes.collect::<Vec<_>>());
    }
    let former = std::iter::once(gone).chain(&going.was).filter(|id| *id != keep).cloned();
    unite(&mut node.was, &former.collect::<Vec<_>>());
    node
}

fn fill_link(kept: &mut Link, going: &Link) {
    let missing = kept.missing && going.missing;
    if kept.sign_or_unknown() == Sign::Unknown {
        kept.sign = going.sign.or(kept.sign);
    }
    fill(kept, going, &["sign", "missing"]);
    kept.missing = missing;
    unite(&mut kept.note, &going.note);
    for (key, text) in &going.extra {
        kept.extra.entry(key.clone()).or_insert_with(|| text.clone());
    }
    for (source, citation) in &going.sources {
        cite(kept.sources.entry(source.clone()).or_default(), citation);
    }
}

fn cite(kept: &mut Citation, going: &Citation) {
    fill(kept, going, &[]);
}

/// Gives a record what it lacks of another one: fields that hold their default.
fn fill<R: Record>(kept: &mut R, going: &R, but: &[&str]) {
    for field in R::FIELDS.iter().filter(|field| !but.contains(field)) {
        if kept.get(field).is_none()
            && let Some(value) = going.get(field)
        {
            kept.set(field, Some(&value)).expect("a value of the same field of the same type");
        }
    }
}

/// Puts behind a list what it lacks of another one.
fn unite<T: PartialEq + Clone>(kept: &mut Vec<T>, going: &[T]) {
    for item in going {
        if !kept.contains(item) {
            kept.push(item.clone());
        }
    }
}

#[cfg(test)]
mod tests;
