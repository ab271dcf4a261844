//! Taking out levels, areas, phases and effect goals, and saying where their cards go.

use crate::map::graph::Map;
use crate::map::id::{AreaId, GoalId, LevelId, PhaseId};
use crate::map::item::Item;

use super::draft::Draft;
use super::names::called;
use super::{Deed, Verb};

/// Takes out a level. Its cards, the goals that are for it and the answers that show on it go to `into`, or to no level;
/// its parts become levels of their own, or parts of what it was a part of. `None` if there is no such level, or nothing
/// at `into`.
///
/// A journey that shows what runs to it is broken then, and says so.
#[must_use]
pub fn remove_level(map: &Map, id: &LevelId, into: Option<&LevelId>) -> Option<Deed> {
    let whole = map.level(id)?.part_of.as_ref();
    if into.is_some_and(|into| into == id || map.level(into).is_none()) {
        return None;
    }
    let mut draft = Draft::of(map);
    draft.levels.retain(|level| level.id != *id);
    for part in draft.levels.iter_mut().filter(|level| level.part_of.as_ref() == Some(id)) {
        part.part_of = whole.filter(|whole| **whole != part.id && *whole != id).cloned();
    }
    for goal in draft.goals.iter_mut().filter(|goal| goal.level.as_ref() == Some(id)) {
        goal.level = into.cloned();
    }
    for (card, node) in map.nodes() {
        let views = &node.perspectives;
        let answers = [&views.resident, &views.service, &views.system, &views.benefit];
        let there = |level: &Option<LevelId>| level.as_ref() == Some(id);
        let (lives, shows) =
            (there(&node.level), answers.into_iter().flatten().any(|answer| there(&answer.level)));
        if !(lives || shows) {
            continue;
        }
        let Some(node) = draft.node_mut(card) else { continue };
        if lives {
            (node.level, node.pin) = (into.cloned(), None);
        }
        let views = &mut node.perspectives;
        let answers = [&mut views.resident, &mut views.service, &mut views.system, &mut views.benefit];
        for answer in answers.into_iter().flatten().filter(|answer| answer.level.as_ref() == Some(id)) {
            answer.level = into.cloned();
        }
    }
    draft.deed(Verb::Remove, called(map, &Item::Level(id.clone())))
}

/// Takes out an area. Its cards go to `into`, or to no area; its parts become areas of their own, or parts of what it was
/// a part of. `None` if there is no such area, or nothing at `into`.
#[must_use]
pub fn remove_area(map: &Map, id: &AreaId, into: Option<&AreaId>) -> Option<Deed> {
    let whole = map.area(id)?.part_of.as_ref();
    if into.is_some_and(|into| into == id || map.area(into).is_none()) {
        return None;
    }
    let mut draft = Draft::of(map);
    draft.areas.retain(|area| area.id != *id);
    for part in draft.areas.iter_mut().filter(|area| area.part_of.as_ref() == Some(id)) {
        part.part_of = whole.filter(|whole| **whole != part.id && *whole != id).cloned();
    }
    for (card, _) in map.nodes().filter(|(_, node)| node.area.as_ref() == Some(id)) {
        if let Some(node) = draft.node_mut(card) {
            (node.area, node.pin) = (into.cloned(), None);
        }
    }
    draft.deed(Verb::Remove, called(map, &Item::Area(id.clone())))
}

/// Takes out a phase, and off the cards that show in it; `None` if there is no such phase.
#[must_use]
pub fn remove_phase(map: &Map, id: &PhaseId) -> Option<Deed> {
    let mut draft = Draft::of(map);
    draft.phases.retain(|phase| phase.id != *id);
    if draft.phases.len() == map.phases.len() {
        return None;
    }
    for (card, _) in map.nodes().filter(|(_, node)| node.phases.contains(id)) {
        if let Some(node) = draft.node_mut(card) {
            node.phases.retain(|phase| phase != id);
        }
    }
    draft.deed(Verb::Remove, called(map, &Item::Phase(id.clone())))
}

/// Takes out an effect goal, and off the benefits that serve it; `None` if there is no such goal.
#[must_use]
pub fn remove_goal(map: &Map, id: &GoalId) -> Option<Deed> {
    let mut draft = Draft::of(map);
    draft.goals.retain(|goal| goal.id != *id);
    if draft.goals.len() == map.goals.len() {
        return None;
    }
    for (card, _) in map.nodes().filter(|(_, node)| node.effect_goal.as_ref() == Some(id)) {
        if let Some(node) = draft.node_mut(card) {
            node.effect_goal = None;
        }
    }
    draft.deed(Verb::Remove, called(map, &Item::Goal(id.clone())))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::super::{add_area, add_goal, add_level, add_part, add_phase, area_of, move_node};
    use super::*;
    use crate::map::node::Answer;

    #[test]
    fn what_stood_on_a_level_goes_where_it_is_sent() {
        let mut map = two();
        for name in ["A", "B"] {
            map = after(&map, &add_level(&map, name).expect("new").1);
        }
        map = after(&map, &add_part(&map, &Item::Level("a".into()), "part").expect("new").1);
        map = after(&map, &move_node(&map, &"trust".into(), Some(&"a".into()), None).expect("there"));
        map = after(&map, &add_goal(&map, "Goal").expect("new").1);
        map.goals[0].level = Some("a".into());
        let answer = Answer { level: Some("a".into()), ..Answer::default() };
        map.node_mut(&"story-heard".into()).expect("there").perspectives.system = Some(answer);
        for (into, wanted) in [(Some("b"), Some("b")), (None, None)] {
            let into = into.map(LevelId::new);
            let deed = remove_level(&map, &"a".into(), into.as_ref()).expect("there");
            let left = after(&map, &deed);
            let wanted = wanted.map(LevelId::new);
            assert_eq!(left.node(&"trust".into()).expect("there").level, wanted);
            let views = &left.node(&"story-heard".into()).expect("there").perspectives;
            assert_eq!(
                (&views.system.as_ref().expect("there").level, &left.goals[0].level),
                (&wanted, &wanted)
            );
            assert_eq!(
                (left.levels().len(), left.level(&"part".into()).and_then(|l| l.part_of.as_ref())),
                (2, None)
            );
        }
        for into in ["a", "gone"] {
            assert_eq!(remove_level(&map, &"a".into(), Some(&into.into())), None);
        }
        assert_eq!(remove_level(&map, &"gone".into(), None), None);
    }

    #[test]
    fn an_area_gives_its_cards_to_another() {
        let map = two();
        let map = after(&map, &add_area(&map, Some("1"), "One").expect("new").1);
        let (id, deed) = area_of(&map, "Two", &["trust".into()]).expect("new");
        let map = after(&map, &deed);
        let left = after(&map, &remove_area(&map, &id, Some(&"1".into())).expect("there"));
        assert_eq!(left.node(&"trust".into()).expect("there").area, Some("1".into()));
        let left = after(&map, &remove_area(&map, &id, None).expect("there"));
        assert_eq!(left.node(&"trust".into()).expect("there").area, None);
    }

    #[test]
    fn no_card_names_a_phase_or_a_goal_that_is_gone() {
        let mut map = two();
        for name in ["One", "Two"] {
            map = after(&map, &add_phase(&map, name).expect("new").1);
            map = after(&map, &add_goal(&map, name).expect("new").1);
        }
        let node = map.node_mut(&"trust".into()).expect("there");
        (node.phases, node.effect_goal) = (vec!["one".into(), "two".into()], Some("one".into()));
        let map = after(&map, &remove_phase(&map, &"one".into()).expect("there"));
        let map = after(&map, &remove_goal(&map, &"one".into()).expect("there"));
        let node = map.node(&"trust".into()).expect("there");
        assert_eq!((node.phases.as_slice(), &node.effect_goal), (&["two".into()][..], &None));
        assert_eq!((remove_phase(&map, &"one".into()), remove_goal(&map, &"one".into())), (None, None));
    }
}
