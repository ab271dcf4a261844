//! What people tell of a map: loops get a name, walks become journeys.

use std::collections::BTreeSet;

use crate::map::graph::Map;
use crate::map::id::{JourneyId, LoopId, NodeId};
use crate::map::item::Item;
use crate::map::link::{Link, LinkId, LinkKind, Sign};
use crate::map::node::{Kind, Lines};
use crate::map::told::{Journey, NamedLoop, Show, Step};

use super::draft::Draft;
use super::names::called;
use super::places::free_id;
use super::{Deed, Verb};

/// How a loop told by its cards stands in the map: each of its links is in one of the two lists, in the order told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The links that were there.
    pub there: Vec<LinkId>,
    /// The links that had to be put in, as missing and with an unknown sign.
    pub added: Vec<LinkId>,
}

/// Gives a name to the loop through these cards, in this order and back to the first. Between a card and the next the
/// cause counts that is there, else what a measure does, missing ones too; where there is neither, a missing one is put
/// in: what a measure does if it starts at a measure, else a cause.
///
/// `None` for a blank title, no card, a card that is not there or is named twice, and for one card alone unless it has a
/// link to itself.
#[must_use]
pub fn tell_loop(map: &Map, title: &str, cards: &[NodeId]) -> Option<(LoopId, Deed, Told)> {
    let id = loop_id(map, title)?;
    let mut seen = BTreeSet::new();
    if cards.is_empty() || !cards.iter().all(|card| seen.insert(card)) {
        return None;
    }
    let mut draft = Draft::of(map);
    let mut told = Told::default();
    let mut through = Vec::new();
    for (from, to) in cards.iter().zip(cards.iter().cycle().skip(1)) {
        let kind_from = map.node(from)?.kind;
        let link = |kind| LinkId { from: from.clone(), to: to.clone(), kind };
        let there =
            [LinkKind::Causes, LinkKind::ActsOn].into_iter().find(|kind| map.link(&link(*kind)).is_some());
        let new = if kind_from == Kind::Measure { LinkKind::ActsOn } else { LinkKind::Causes };
        let kind = there.unwrap_or(new);
        if there.is_some() {
            told.there.push(link(kind));
        } else if from == to {
            return None;
        } else {
            draft.put_link(link(kind), Link { missing: true, ..Link::signed(Sign::Unknown) });
            told.added.push(link(kind));
        }
        through.push((from.clone(), kind));
    }
    draft.loops.insert(id.clone(), named(title, through));
    Some((id, draft.deed(Verb::Tell, title.trim())?, told))
}

/// Gives a name to a loop by its links. `None` for a blank title, a link that is not there, and links that do not lead
/// each to the next and back to the first.
#[must_use]
pub fn name_loop(map: &Map, title: &str, links: &[LinkId]) -> Option<(LoopId, Deed)> {
    let id = loop_id(map, title)?;
    let mut closed = links.iter().zip(links.iter().cycle().skip(1));
    if links.is_empty() || !closed.all(|(link, next)| map.link(link).is_some() && link.to == next.from) {
        return None;
    }
    let mut draft = Draft::of(map);
    let through = links.iter().map(|link| (link.from.clone(), link.kind)).collect();
    draft.loops.insert(id.clone(), named(title, through));
    Some((id, draft.deed(Verb::Tell, title.trim())?))
}

fn loop_id(map: &Map, title: &str) -> Option<LoopId> {
    free_id(title, "loop", |id| map.loops.contains_key(id)).map(LoopId::new)
}

fn named(title: &str, through: Vec<(NodeId, LinkKind)>) -> NamedLoop {
    NamedLoop { title: title.trim().to_owned(), through, note: Vec::new() }
}

/// Keeps a walk, behind the journeys there are. `None` for a blank title.
#[must_use]
pub fn add_journey(map: &Map, title: &str, steps: &[Step]) -> Option<(JourneyId, Deed)> {
    let id = JourneyId::new(free_id(title, "journey", |id| map.journeys.contains_key(id))?);
    let last = map.journeys.values().map(|journey| journey.place.unwrap_or(u32::MAX)).max().unwrap_or(0);
    // Those without a place come last by themselves; it can only stand among them.
    let place = last.checked_add(1);
    let mut draft = Draft::of(map);
    let journey = Journey { title: title.trim().to_owned(), place, steps: steps.to_vec() };
    draft.journeys.insert(id.clone(), journey);
    Some((id, draft.deed(Verb::Record, title.trim())?))
}

/// Makes a journey of a chain: its first card, each link, and the chain as a whole. `None` for a blank title, no link, a
/// link that is not there, and links that do not lead each to the next.
#[must_use]
pub fn journey_of_chain(map: &Map, title: &str, links: &[LinkId]) -> Option<(JourneyId, Deed)> {
    let (first, last) = (links.first()?, links.last()?);
    let joined = links.windows(2).all(|pair| pair[0].to == pair[1].from);
    if !joined || links.iter().any(|link| map.link(link).is_none()) {
        return None;
    }
    let through = links.iter().map(|link| (link.from.clone(), link.kind)).collect();
    let shows = std::iter::once(Show::Node(first.from.clone()))
        .chain(links.iter().map(|link| Show::Link(link.from.clone(), link.kind, link.to.clone())))
        .chain([Show::Chain(through, last.to.clone())]);
    let steps: Vec<Step> = shows.map(|show| Step { show, remark: Vec::new() }).collect();
    add_journey(map, title, &steps)
}

/// Puts a step into a journey, before the one at `at` (from 0), or last where there is none. `None` if there is no such
/// journey.
#[must_use]
pub fn add_step(map: &Map, id: &JourneyId, at: usize, step: Step) -> Option<Deed> {
    steps(map, id, |steps| {
        steps.insert(at.min(steps.len()), step);
        Some(())
    })
}

/// Takes a step out of a journey; `None` if there is none at `at` (from 0).
#[must_use]
pub fn remove_step(map: &Map, id: &JourneyId, at: usize) -> Option<Deed> {
    steps(map, id, |steps| (at < steps.len()).then(|| drop(steps.remove(at))))
}

/// Moves the step at `at` (from 0) one place earlier (`up`) or later; `None` at the end, or if there is none.
#[must_use]
pub fn shift_step(map: &Map, id: &JourneyId, at: usize, up: bool) -> Option<Deed> {
    let other = if up { at.checked_sub(1)? } else { at.checked_add(1)? };
    steps(map, id, |steps| (at.max(other) < steps.len()).then(|| steps.swap(at, other)))
}

/// Sets what is said at the step at `at` (from 0); `None` if there is none, or it says so already.
#[must_use]
pub fn set_remark(map: &Map, id: &JourneyId, at: usize, remark: Lines) -> Option<Deed> {
    steps(map, id, |steps| steps.get_mut(at).map(|step| step.remark = remark))
}

/// Sets what is shown at the step at `at` (from 0); `None` if there is none, or it shows that already.
#[must_use]
pub fn set_show(map: &Map, id: &JourneyId, at: usize, show: Show) -> Option<Deed> {
    steps(map, id, |steps| steps.get_mut(at).map(|step| step.show = show))
}

fn steps(map: &Map, id: &JourneyId, change: impl FnOnce(&mut Vec<Step>) -> Option<()>) -> Option<Deed> {
    let mut draft = Draft::of(map);
    change(&mut draft.journeys.get_mut(id)?.steps)?;
    draft.deed(Verb::Edit, called(map, &Item::Journey(id.clone())))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::super::{add_node, connect};
    use super::*;
    use crate::map::node::Node;

    fn ids(all: &[&str]) -> Vec<NodeId> {
        all.iter().map(NodeId::new).collect()
    }

    fn causes(from: &str, to: &str) -> LinkId {
        LinkId::new(from, LinkKind::Causes, to)
    }

    #[test]
    fn a_told_loop_takes_the_links_there_are_and_adds_the_missing() {
        let map = two();
        let map = after(&map, &add_node(&map, &Node::new(Kind::Measure, "Talk")).expect("short").1);
        let (id, deed, told) =
            tell_loop(&map, "Circle", &ids(&["trust", "story-heard", "talk"])).expect("told");
        let back = LinkId::new("talk", LinkKind::ActsOn, "trust");
        assert_eq!(told.there, [causes("trust", "story-heard")]);
        assert_eq!(told.added, [causes("story-heard", "talk"), back.clone()]);
        let map = after(&map, &deed);
        let link = map.link(&back).expect("added");
        assert_eq!((link.missing, link.sign), (true, Some(Sign::Unknown)));
        let links: Vec<_> = map.loops()[&id].links().collect();
        assert_eq!(links, [told.there, told.added].concat());
        // Told again, all is there.
        let (other, _, told) =
            tell_loop(&map, "Circle", &ids(&["talk", "trust", "story-heard"])).expect("told");
        assert_eq!((other.as_str(), told.there.len(), told.added.len()), ("circle-2", 3, 0));
    }

    #[test]
    fn a_loop_needs_two_cards_or_a_link_from_one_to_itself() {
        let map = two();
        for cards in [&[][..], &["trust"], &["trust", "gone"], &["trust", "story-heard", "trust"]] {
            assert_eq!(tell_loop(&map, "Circle", &ids(cards)), None, "{cards:?}");
        }
        assert_eq!(tell_loop(&map, " ", &ids(&["trust", "story-heard"])), None);
        let map = after(&map, &connect(&map, &causes("trust", "trust"), &Link::default()).expect("new"));
        let (_, deed, told) = tell_loop(&map, "Circle", &ids(&["trust"])).expect("told");
        after(&map, &deed);
        assert_eq!(told.there, [causes("trust", "trust")]);
    }

    #[test]
    fn links_get_a_name_if_they_close() {
        let map = two();
        let map =
            after(&map, &connect(&map, &causes("story-heard", "trust"), &Link::default()).expect("new"));
        let links = [causes("trust", "story-heard"), causes("story-heard", "trust")];
        let (id, deed) = name_loop(&map, "Circle", &links).expect("closed");
        assert!(after(&map, &deed).loops()[&id].links().eq(links.clone()));
        assert_eq!(name_loop(&map, "Circle", &links[..1]), None);
        assert_eq!(name_loop(&map, "Circle", &[]), None);
        assert_eq!(name_loop(&map, "Circle", &[causes("trust", "trust")]), None);
    }

    #[test]
    fn a_chain_becomes_a_journey_and_its_steps_change() {
        let map = two();
        let (id, deed) = journey_of_chain(&map, "Walk", &[causes("trust", "story-heard")]).expect("a chain");
        let map = after(&map, &deed);
        let shows =
            |map: &Map| map.journeys[&id].steps.iter().map(|step| step.show.clone()).collect::<Vec<_>>();
        let chain = Show::Chain(vec![("trust".into(), LinkKind::Causes)], "story-heard".into());
        let link = Show::Link("trust".into(), LinkKind::Causes, "story-heard".into());
        assert_eq!(shows(&map), [Show::Node("trust".into()), link.clone(), chain.clone()]);
        let map = after(&map, &shift_step(&map, &id, 2, true).expect("not the first"));
        let map = after(&map, &remove_step(&map, &id, 0).expect("there"));
        assert_eq!(shows(&map), [chain, link]);
        let map = after(&map, &set_remark(&map, &id, 1, vec!["Why?".to_owned()]).expect("there"));
        let map = after(&map, &add_step(&map, &id, 9, Step::default()).expect("there"));
        let map = after(&map, &set_show(&map, &id, 2, Show::Event("trust".into())).expect("there"));
        assert_eq!((map.journeys[&id].steps.len(), map.journeys[&id].steps[1].remark.len()), (3, 1));
        assert_eq!(shift_step(&map, &id, 2, false), None);
        assert_eq!(shift_step(&map, &id, 0, true), None);
        assert_eq!(remove_step(&map, &id, 3), None);
        assert_eq!(set_remark(&map, &id, 1, vec!["Why?".to_owned()]), None);
        assert_eq!(add_step(&map, &"gone".into(), 0, Step::default()), None);
    }

    #[test]
    fn a_new_journey_comes_last() {
        let mut map = two();
        for (title, place) in [("B", Some(1)), ("A", Some(2)), ("C", Some(3))] {
            let (id, deed) = add_journey(&map, title, &[]).expect("new");
            map = after(&map, &deed);
            assert_eq!(map.journeys[&id].place, place);
        }
        map.journeys.get_mut("a").expect("there").place = None;
        let (id, deed) = add_journey(&map, "D", &[]).expect("new");
        assert_eq!(after(&map, &deed).journeys().last().map(|(id, _)| (*id).clone()), Some(id));
        assert_eq!(add_journey(&map, "", &[]), None);
        assert_eq!(
            journey_of_chain(&map, "E", &[causes("trust", "story-heard"), causes("trust", "story-heard")]),
            None
        );
    }
}
