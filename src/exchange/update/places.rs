//! Levels, areas and the other lists of an incoming map, on a map that has its own.
//!
//! What is there keeps its name, its order and its colour; what is new comes behind it.

use crate::text::{Both, both};
use std::collections::{BTreeMap, BTreeSet};

use crate::map::fold::fold;
use crate::map::slug::take_slug;
use crate::map::{AreaId, Citation, Frame, GoalId, LevelId, Map, Node, PhaseId, SourceId};

/// The lists of both maps, and what the incoming ids are called now.
#[derive(Debug, Default)]
pub struct Places {
    /// All of the map but cards and links, the new places behind the old.
    pub frame: Frame,
    /// What is new, in words.
    pub told: Vec<Both>,
    levels: BTreeMap<String, String>,
    areas: BTreeMap<String, String>,
    phases: BTreeMap<String, String>,
    goals: BTreeMap<String, String>,
    sources: BTreeMap<String, String>,
}

impl Places {
    /// Finds each incoming place by its id, else by its name without case, accents and blanks.
    pub fn meet(existing: &Map, incoming: &Map) -> Self {
        let mut out = Self { frame: existing.frame(), ..Self::default() };
        let frame = &mut out.frame;
        for (here, there) in [
            (&mut frame.head.language, &incoming.head().language),
            (&mut frame.head.purpose, &incoming.head().purpose),
            (&mut frame.head.aim, &incoming.head().aim),
        ] {
            if here.is_empty() {
                here.clone_from(there);
            }
        }
        let here = frame.levels.iter().map(|level| (level.id.to_string(), level.name.clone()));
        let mut names = Names::new(here);
        for level in incoming.levels() {
            if let Some(id) = names.meet(level.id.as_str(), &level.name) {
                let name = &level.name;
                out.told.push(both!("new level '{name}', at the top", "nytt nivå «{name}», øverst"));
                frame.levels.push(crate::map::Level { id: LevelId::new(id), ..level.clone() });
            }
        }
        out.levels = names.now;
        for level in &mut frame.levels[existing.levels().len()..] {
            level.part_of = level.part_of.take().map(|id| LevelId::new(now(&out.levels, id.as_str())));
        }
        let here = frame.areas.iter().map(|area| (area.id.to_string(), area.name.clone()));
        let mut names = Names::new(here);
        for area in incoming.areas() {
            if let Some(id) = names.meet(area.id.as_str(), &area.name) {
                let name = &area.name;
                out.told.push(both!("new area '{name}'", "nytt område «{name}»"));
                frame.areas.push(crate::map::Area { id: AreaId::new(id), ..area.clone() });
            }
        }
        out.areas = names.now;
        for area in &mut frame.areas[existing.areas().len()..] {
            area.part_of = area.part_of.take().map(|id| AreaId::new(now(&out.areas, id.as_str())));
        }
        let mut names =
            Names::new(frame.phases.iter().map(|phase| (phase.id.to_string(), phase.name.clone())));
        for phase in incoming.phases() {
            if let Some(id) = names.meet(phase.id.as_str(), &phase.name) {
                let name = &phase.name;
                out.told.push(both!("new phase '{name}'", "ny fase «{name}»"));
                frame.phases.push(crate::map::Phase { id: PhaseId::new(id), ..phase.clone() });
            }
        }
        out.phases = names.now;
        let here = frame.effect_goals.iter().map(|goal| (goal.id.to_string(), goal.text.clone()));
        let mut names = Names::new(here);
        for goal in incoming.goals() {
            if let Some(id) = names.meet(goal.id.as_str(), &goal.text) {
                let name = &goal.text;
                out.told.push(both!("new goal '{name}'", "nytt effektmål «{name}»"));
                let level = goal.level.as_ref().map(|level| LevelId::new(now(&out.levels, level.as_str())));
                frame.effect_goals.push(crate::map::EffectGoal {
                    id: GoalId::new(id),
                    level,
                    ..goal.clone()
                });
            }
        }
        out.goals = names.now;
        let here = frame.sources.iter().map(|(id, source)| (id.to_string(), source.title.clone()));
        let mut names = Names::new(here);
        for (id, source) in incoming.sources() {
            if let Some(id) = names.meet(id.as_str(), &source.title) {
                let name = &source.title;
                out.told.push(both!("new source '{name}'", "ny kilde «{name}»"));
                frame.sources.insert(SourceId::new(id), source.clone());
            }
        }
        out.sources = names.now;
        out
    }

    /// The card with what it names called as it is called here.
    pub fn node(&self, node: &Node) -> Node {
        let mut node = node.clone();
        node.level = node.level.map(|id| LevelId::new(now(&self.levels, id.as_str())));
        node.area = node.area.map(|id| AreaId::new(now(&self.areas, id.as_str())));
        node.effect_goal = node.effect_goal.map(|id| GoalId::new(now(&self.goals, id.as_str())));
        for phase in &mut node.phases {
            *phase = PhaseId::new(now(&self.phases, phase.as_str()));
        }
        node.sources = self.citations(&node.sources);
        node
    }

    /// The citations with their sources called as they are called here.
    pub fn citations(&self, all: &BTreeMap<SourceId, Citation>) -> BTreeMap<SourceId, Citation> {
        let renamed = |(id, citation): (&SourceId, &Citation)| {
            (SourceId::new(now(&self.sources, id.as_str())), citation.clone())
        };
        all.iter().map(renamed).collect()
    }
}

fn now<'a>(names: &'a BTreeMap<String, String>, id: &'a str) -> &'a str {
    names.get(id).map_or(id, String::as_str)
}

/// The ids of one list, by id and by name.
struct Names {
    by_name: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    now: BTreeMap<String, String>,
}

impl Names {
    fn new(here: impl Iterator<Item = (String, String)>) -> Self {
        let (mut by_name, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for (id, name) in here {
            by_name.entry(fold(&name)).or_insert_with(|| id.clone());
            taken.insert(id);
        }
        Self { by_name, taken, now: BTreeMap::new() }
    }

    /// Finds an incoming item; a free id for it if it is new.
    fn meet(&mut self, id: &str, name: &str) -> Option<String> {
        let by_id = self.taken.get(id).cloned();
        let found = by_id.or_else(|| self.by_name.get(&fold(name)).filter(|_| !name.is_empty()).cloned());
        let free = match &found {
            Some(_) => None,
            None if self.taken.insert(id.to_owned()) => Some(id.to_owned()),
            None => Some(take_slug(name, &mut self.taken).as_str().to_owned()),
        };
        let called = found.or_else(|| free.clone()).unwrap_or_default();
        self.now.insert(id.to_owned(), called);
        free
    }
}
