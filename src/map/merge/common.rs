//! What two versions of a map say alike: stands in for the version that both come from where that is not known.

use std::collections::BTreeMap;

use crate::map::graph::{Frame, Map};
use crate::map::record::Record;
use crate::map::value::Value;

/// A map of what both say: items that are in both, with the fields on which they agree. Of dots it has the fewer, so that
/// a merge takes the more and does not add them.
///
/// A merge from it takes what only one of them has or says, and names the fields on which they disagree; what one of them took out it
/// cannot know.
#[must_use]
pub fn common(ours: &Map, theirs: &Map) -> Map {
    let frame = Frame {
        head: shared(&ours.head, &theirs.head),
        levels: listed(&ours.levels, &theirs.levels, |one| one.id.as_str()),
        phases: listed(&ours.phases, &theirs.phases, |one| one.id.as_str()),
        effect_goals: listed(&ours.goals, &theirs.goals, |one| one.id.as_str()),
        areas: listed(&ours.areas, &theirs.areas, |one| one.id.as_str()),
        sources: keyed(&ours.sources, &theirs.sources),
        loops: keyed(&ours.loops, &theirs.loops),
        journeys: keyed(&ours.journeys, &theirs.journeys),
        set_aside: keyed(&ours.set_aside, &theirs.set_aside),
        conflicts: ours.conflicts.iter().filter(|one| theirs.conflicts.contains(one)).cloned().collect(),
    };
    let mut common = Map::default().with_frame(frame);
    for (id, node) in ours.nodes() {
        if let Some(node) = theirs.node(id).and_then(|other| agreed(node, other)) {
            common.insert_node(id.clone(), node).expect("ids are there once");
        }
    }
    for (id, link) in ours.links() {
        if let Some(other) = theirs.link(id) {
            // A link whose card is no common one is none either.
            let _ = common.insert_link(id.clone(), shared(link, other));
        }
    }
    common
}

/// The base with the dots on which both sides agree: for sides in which the changes of both stand already where they could be
/// taken together, so that what is the same on both sides is one change and not two.
#[must_use]
pub fn with_agreed_dots(base: &Map, ours: &Map, theirs: &Map) -> Map {
    let mut agreed = base.clone();
    for (id, node) in ours.nodes() {
        let same = theirs.node(id).is_some_and(|other| other.votes == node.votes);
        if let Some(base) = agreed.node_mut(id).filter(|_| same) {
            base.votes = node.votes;
        }
    }
    agreed
}

/// The fields on which two records agree.
fn shared<R: Record>(ours: &R, theirs: &R) -> R {
    let mut shared = R::default();
    for field in R::FIELDS {
        let (one, other) = (ours.get(field), theirs.get(field));
        let value =
            if *field == "votes" { fewer(one, other) } else { one.filter(|one| Some(one) == other.as_ref()) };
        shared.set(field, value.as_ref()).expect("a value of the same field");
    }
    shared
}

fn fewer(one: Option<Value>, other: Option<Value>) -> Option<Value> {
    let number = |value: &Value| value.read::<u32>().unwrap_or_default();
    one.zip(other).map(|(one, other)| if number(&one) < number(&other) { one } else { other })
}

/// As [`shared`]; `None` if they disagree on what must be said and one of them says the default: it would look as if only the other
/// one had said something.
fn agreed<R: Record>(ours: &R, theirs: &R) -> Option<R> {
    let looks_unsaid = R::ALWAYS.iter().any(|field| ours.get(field).is_none() != theirs.get(field).is_none());
    (!looks_unsaid).then(|| shared(ours, theirs))
}

fn keyed<K: Ord + Clone, R: Record>(ours: &BTreeMap<K, R>, theirs: &BTreeMap<K, R>) -> BTreeMap<K, R> {
    let both = |(key, one): (&K, &R)| Some((key.clone(), agreed(one, theirs.get(key)?)?));
    ours.iter().filter_map(both).collect()
}

/// Those of a list that both have; none if the two have them in different orders, for nobody knows which is the new one.
fn listed<R: Record>(ours: &[R], theirs: &[R], id_of: fn(&R) -> &str) -> Vec<R> {
    let of = |all: &[R], other: &[R]| -> Vec<String> {
        let there = |one: &&R| other.iter().any(|two| id_of(two) == id_of(one));
        all.iter().filter(there).map(|one| id_of(one).to_owned()).collect()
    };
    if of(ours, theirs) != of(theirs, ours) {
        return Vec::new();
    }
    let both = |one: &R| {
        let other = theirs.iter().find(|other| id_of(other) == id_of(one))?;
        // Its id is what names it, and stays.
        Some(shared(one, other))
    };
    ours.iter().filter_map(both).collect()
}
