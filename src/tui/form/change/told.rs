//! What an input makes of the cards of a named loop and the steps of a journey.

use super::super::input::{Input, value_of};
use super::super::spec::{self, Shape};
use super::super::{Refusal, Slot};
use super::{moved, set};
use crate::map::{Journey, LinkId, LinkKind, Map, NamedLoop, NodeId, Show, Sign, Step, Value};

/// The cards of a named loop.
pub(super) fn through(map: &Map, told: &mut NamedLoop, slot: &Slot, input: &Input) -> Result<(), Refusal> {
    let all = &mut told.through;
    match (slot, input) {
        (Slot::ThroughAdd, Input::Value(Some(value))) => {
            all.push((value.read().map_err(|_| Refusal::Unfit)?, LinkKind::Causes));
        }
        (Slot::Through(at), Input::Value(Some(value))) if *at < all.len() => {
            all[*at].0 = value.read().map_err(|_| Refusal::Unfit)?;
        }
        (Slot::Through(at), Input::Clear) if *at < all.len() => {
            all.remove(*at);
        }
        (Slot::Through(at), Input::Move { .. }) => moved(all, *at, input),
        (Slot::ThroughKind(at), Input::Value(Some(value))) if *at < all.len() => {
            all[*at].1 = value.read().map_err(|_| Refusal::Unfit)?;
            return Ok(());
        }
        (Slot::ThroughKind(_), Input::Clear) => return Err(Refusal::AlwaysStated),
        _ => return Err(Refusal::Unfit),
    }
    // Between two cards that are linked in one way only, that way is meant.
    let links: Vec<LinkId> = told.links().collect();
    for (own, link) in told.through.iter_mut().zip(links) {
        if map.link(&link).is_none()
            && let Some((found, _)) = map.links_from(&link.from).find(|(found, _)| found.to == link.to)
        {
            own.1 = found.kind;
        }
    }
    Ok(())
}

/// The steps of a journey.
pub(super) fn steps(journey: &mut Journey, slot: &Slot, input: &Input) -> Result<(), Refusal> {
    let all = &mut journey.steps;
    let read = |value: &Value| value.read::<Show>().map_err(|_| Refusal::Unfit);
    match (slot, input) {
        (Slot::StepAdd, Input::Value(Some(value))) => {
            all.push(Step { show: read(value)?, ..Step::default() });
        }
        (Slot::Step(at), Input::Clear) if *at < all.len() => {
            all.remove(*at);
        }
        (Slot::Step(at), Input::Move { .. }) => moved(all, *at, input),
        (Slot::Step(at), Input::Value(Some(value))) => {
            all.get_mut(*at).ok_or(Refusal::Unfit)?.show = read(value)?;
        }
        (Slot::Remark(at), _) => {
            set(all.get_mut(*at).ok_or(Refusal::Unfit)?, "remark", &Shape::Lines, input, None)?;
        }
        (Slot::ChainEnd(at) | Slot::WhatIfAdd(at) | Slot::WhatIf(at, _) | Slot::Ahead(at), _) => {
            shown(&mut all.get_mut(*at).ok_or(Refusal::Unfit)?.show, slot, input)?;
        }
        _ => return Err(Refusal::Unfit),
    }
    Ok(())
}

/// The parts of a chain and of 'what if'.
fn shown(show: &mut Show, slot: &Slot, input: &Input) -> Result<(), Refusal> {
    if let (Show::Link(from, kind, to), Slot::ChainEnd(_), Input::Value(_)) = (&*show, slot, input) {
        // A link that goes on is a chain.
        *show = Show::Chain(vec![(from.clone(), *kind)], to.clone());
    }
    match (show, slot, input) {
        (Show::Chain(links, end), Slot::ChainEnd(_), Input::Value(Some(value))) => {
            let (kind, to): (LinkKind, NodeId) = value.read().map_err(|_| Refusal::Unfit)?;
            links.push((std::mem::replace(end, to), kind));
        }
        (Show::Chain(links, end), Slot::ChainEnd(_), Input::Clear) if links.len() > 1 => {
            if let Some((last, _)) = links.pop() {
                *end = last;
            }
        }
        (Show::WhatIf(changed, _), Slot::WhatIfAdd(_), Input::Value(Some(value))) => {
            changed.push((value.read().map_err(|_| Refusal::Unfit)?, Sign::Plus));
        }
        (Show::WhatIf(changed, _), Slot::WhatIf(_, at), Input::Clear) if changed.len() > 1 => {
            if *at < changed.len() {
                changed.remove(*at);
            }
        }
        (Show::WhatIf(changed, _), Slot::WhatIf(_, at), Input::Value(Some(value))) => {
            changed.get_mut(*at).ok_or(Refusal::Unfit)?.1 = value.read().map_err(|_| Refusal::Unfit)?;
        }
        (Show::WhatIf(_, ahead), Slot::Ahead(_), _) => {
            let shape = Shape::Number(1, spec::MOST_STEPS);
            let value = value_of(&shape, input, None)?.ok_or(Refusal::AlwaysStated)?;
            *ahead = value.read().map_err(|_| Refusal::Unfit)?;
        }
        (_, _, Input::Clear) => return Err(Refusal::AlwaysStated),
        _ => return Err(Refusal::Unfit),
    }
    Ok(())
}
