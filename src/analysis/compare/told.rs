//! What a change does to what people told: named loops that break or are whole again, steps of journeys that show
//! what is gone.

use crate::analysis::Polarity;
use crate::analysis::named::{LinkState, Told};
use crate::map::{Item, JourneyId, LinkId, LoopId, Map, Show};

/// What became of a named loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Links of it are gone: those that were there before, in the order told.
    Broke(Vec<LinkId>),
    /// It was broken and all of its links are there again, if only as missing.
    Mended,
    /// It ran and does not: these links are missing or refuted now.
    Stopped(Vec<LinkId>),
    /// It did not run, for want of a link, and does now.
    Runs,
    /// It does something else.
    Flipped(Polarity, Polarity),
    /// It was told.
    New,
    /// Nobody tells it any more.
    Dropped,
}

/// A named loop and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldTurn {
    /// Which.
    pub id: LoopId,
    /// What became of it.
    pub turn: Turn,
    /// As it stands after; as it stood before where it was dropped.
    pub told: Told,
}

/// What became of the named loops, by id; the broken ones first, then those that stopped or turned, then the rest.
pub(super) fn turns(before: &Map, after: &Map) -> Vec<ToldTurn> {
    let mut all = Vec::new();
    for (id, own) in before.loops().iter().filter(|(id, _)| !after.loops().contains_key(*id)) {
        all.push(ToldTurn { id: id.clone(), turn: Turn::Dropped, told: Told::of(before, own) });
    }
    for (id, own) in after.loops() {
        let told = Told::of(after, own);
        let turn = match before.loops().get(id) {
            None => Some(Turn::New),
            Some(old) => turn(&Told::of(before, old), &told),
        };
        all.extend(turn.map(|turn| ToldTurn { id: id.clone(), turn, told }));
    }
    all.sort_by_key(|own| rank(&own.turn));
    all
}

fn rank(turn: &Turn) -> u8 {
    match turn {
        Turn::Broke(_) => 0,
        Turn::Stopped(_) => 1,
        Turn::Flipped(..) => 2,
        Turn::Mended => 3,
        Turn::Runs => 4,
        Turn::Dropped => 5,
        Turn::New => 6,
    }
}

fn turn(was: &Told, now: &Told) -> Option<Turn> {
    let state = |told: &Told, wanted: &LinkId| {
        told.links.iter().find(|(id, _)| id == wanted).map(|(_, state)| *state)
    };
    if now.broken() {
        // A link that was gone before is no news; one that was not told before and is gone breaks it too.
        let gone = now.in_state(LinkState::Gone).filter(|id| state(was, id) != Some(LinkState::Gone));
        let gone: Vec<LinkId> = gone.cloned().collect();
        let broke = !gone.is_empty() || !was.broken();
        return broke.then_some(Turn::Broke(gone));
    }
    match (was.broken(), was.runs(), now.runs()) {
        (true, ..) => Some(Turn::Mended),
        (false, true, false) => {
            let stopped = now.links.iter().filter(|(_, state)| *state != LinkState::There);
            Some(Turn::Stopped(stopped.map(|(id, _)| id.clone()).collect()))
        }
        (false, false, true) => Some(Turn::Runs),
        _ => (was.polarity != now.polarity).then_some(Turn::Flipped(was.polarity, now.polarity)),
    }
}

/// A step of a journey that shows something which the change took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenStep {
    /// The journey.
    pub journey: JourneyId,
    /// The step, from 1.
    pub step: usize,
    /// What is gone.
    pub gone: Item,
}

/// The steps of the journeys of the map after that show what it lacks and what the map before had.
pub(super) fn broken_steps(before: &Map, after: &Map) -> Vec<BrokenStep> {
    let mut all = Vec::new();
    for (id, journey) in after.journeys() {
        for (at, step) in journey.steps.iter().enumerate() {
            if let Some(gone) = gone(after, &step.show)
                && self::gone(before, &step.show).is_none()
            {
                all.push(BrokenStep { journey: id.clone(), step: at + 1, gone });
            }
        }
    }
    all
}

/// The first thing that a step shows and the map lacks.
fn gone(map: &Map, show: &Show) -> Option<Item> {
    if let Some(node) = show.nodes().into_iter().find(|id| map.find_node(id).is_none()) {
        return Some(Item::Node(node.clone()));
    }
    let now = |id: &LinkId| {
        let end = |id| map.find_node(id).map(|(id, _)| id.clone());
        Some(LinkId { from: end(&id.from)?, to: end(&id.to)?, kind: id.kind })
    };
    let there = |id: &LinkId| now(id).is_some_and(|id| map.link(&id).is_some());
    if let Some(link) = show.links().into_iter().find(|id| !there(id)) {
        return Some(Item::Link(link));
    }
    match show {
        Show::Loop(id) if !map.loops().contains_key(id) => Some(Item::Loop(id.clone())),
        Show::Quote(_, source) if !map.sources().contains_key(source) => Some(Item::Source(source.clone())),
        Show::Levels(lower, upper) => {
            [lower, upper].into_iter().find(|id| map.level(id).is_none()).map(|id| Item::Level(id.clone()))
        }
        _ => None,
    }
}
