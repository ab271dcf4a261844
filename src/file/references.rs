//! Checks that what a document names is there: ends of links, levels, sources, steps of journeys.

use std::collections::{BTreeMap, BTreeSet};

use crate::map::id::{is_id, is_node_id};
use crate::map::{AreaId, Item, LevelId, Link, LinkId, LinkKind, NamedLoop, NodeId, Show, SourceId};

use super::document::{Document, Entry};
use super::fault::Fault;
use super::locate::{Key, Path, path_of};
use super::near::nearest;

/// A fault with the way to where it stands.
pub(super) type Spotted = (Fault, Path<'static>);

/// The way to a field of an item.
pub(super) fn field_of(document: &Document, item: &Item, fields: &[&str]) -> Path<'static> {
    let mut path = path_of(document, item).unwrap_or_default();
    path.extend(fields.iter().map(|field| Key::Name((*field).to_owned().into())));
    path
}

/// What is known of a document, for looking names up.
pub(super) struct Known<'a> {
    document: &'a Document,
    levels: BTreeSet<&'a LevelId>,
    areas: BTreeSet<&'a AreaId>,
    was: BTreeMap<&'a NodeId, &'a NodeId>,
}

impl<'a> Known<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let was = |(id, entry): (&'a NodeId, &'a Entry)| entry.node.was.iter().map(move |was| (was, id));
        Self {
            document,
            levels: document.frame.levels.iter().map(|level| &level.id).collect(),
            areas: document.frame.areas.iter().map(|area| &area.id).collect(),
            was: document.nodes.iter().flat_map(was).collect(),
        }
    }

    /// The id that a node has now, if it is there under this id or an earlier one.
    fn node(&self, id: &'a NodeId) -> Option<&'a NodeId> {
        if self.document.nodes.contains_key(id) { Some(id) } else { self.was.get(id).copied() }
    }

    fn source(&self, id: &SourceId) -> bool {
        self.document.frame.sources.contains_key(id)
    }

    /// The link, looked up under the ids its ends have now.
    fn link(&self, id: &LinkId) -> Option<&'a Link> {
        let end = |id: &NodeId| {
            self.document.nodes.get_key_value(id).map(|(id, _)| id).or_else(|| self.was.get(id).copied())
        };
        let entry = self.document.nodes.get(end(&id.from)?)?;
        entry.links.get(&(id.kind, end(&id.to)?.clone()))
    }

    /// What keeps the document from being a map.
    pub(super) fn blocking(&self) -> Vec<Spotted> {
        let mut faults = Vec::new();
        self.duplicates(&mut faults);
        for (id, entry) in &self.document.nodes {
            let item = || Item::Node(id.clone());
            if let Some(level) = &entry.node.level {
                self.level(&mut faults, &item, level, &["level"]);
            }
            if let Some(area) = &entry.node.area
                && !self.areas.contains(area)
            {
                let path = field_of(self.document, &item(), &["area"]);
                faults.push((Fault::UnknownArea { item: item(), area: area.clone() }, path));
            }
            for (kind, to) in entry.links.keys().filter(|(_, to)| !self.document.nodes.contains_key(to)) {
                let link = LinkId { from: id.clone(), to: to.clone(), kind: *kind };
                let path = field_of(self.document, &Item::Link(link.clone()), &[]);
                faults.push((Fault::DanglingLink { link, near: self.near(to) }, path));
            }
        }
        faults
    }

    /// The node that is meant by an id that is not there: under a former id, or spelt nearly so.
    fn near(&self, id: &NodeId) -> Option<NodeId> {
        match self.was.get(id) {
            Some(now) => Some((*now).clone()),
            None => nearest(id.as_str(), self.document.nodes.keys().map(NodeId::as_str)).map(NodeId::new),
        }
    }

    fn level(&self, faults: &mut Vec<Spotted>, item: &dyn Fn() -> Item, level: &LevelId, fields: &[&str]) {
        if !self.levels.contains(level) {
            let path = field_of(self.document, &item(), fields);
            faults.push((Fault::UnknownLevel { item: item(), level: level.clone() }, path));
        }
    }

    fn duplicates(&self, faults: &mut Vec<Spotted>) {
        let frame = &self.document.frame;
        let lists: [(&str, Vec<Item>); 4] = [
            ("levels", frame.levels.iter().map(|level| Item::Level(level.id.clone())).collect()),
            ("phases", frame.phases.iter().map(|phase| Item::Phase(phase.id.clone())).collect()),
            ("effect_goals", frame.effect_goals.iter().map(|goal| Item::Goal(goal.id.clone())).collect()),
            ("areas", frame.areas.iter().map(|area| Item::Area(area.id.clone())).collect()),
        ];
        for (list, items) in lists {
            let mut seen = BTreeSet::new();
            for (at, item) in items.iter().enumerate().filter(|(_, item)| !seen.insert((*item).clone())) {
                let path = vec![Key::Name(list.into()), Key::At(at)];
                faults.push((Fault::DuplicateId(item.clone()), path));
            }
        }
    }

    /// Names that lead nowhere and rings, which a map can hold and a person should mend.
    pub(super) fn loose(&self) -> Vec<Spotted> {
        let mut faults = Vec::new();
        self.rings(&mut faults);
        self.places(&mut faults);
        for (id, entry) in &self.document.nodes {
            self.node_names(&mut faults, id, entry);
        }
        self.told(&mut faults);
        self.ids(&mut faults);
        faults
    }

    fn rings(&self, faults: &mut Vec<Spotted>) {
        let frame = &self.document.frame;
        let levels: BTreeMap<&str, &str> = frame
            .levels
            .iter()
            .filter_map(|level| Some((level.id.as_str(), level.part_of.as_ref()?.as_str())))
            .collect();
        let areas: BTreeMap<&str, &str> = frame
            .areas
            .iter()
            .filter_map(|area| Some((area.id.as_str(), area.part_of.as_ref()?.as_str())))
            .collect();
        let items = levels.keys().filter(|id| in_ring(&levels, id)).map(|id| Item::Level((*id).into()));
        let more = areas.keys().filter(|id| in_ring(&areas, id)).map(|id| Item::Area((*id).into()));
        for item in items.chain(more) {
            let path = field_of(self.document, &item, &["part_of"]);
            faults.push((Fault::Ring(item), path));
        }
    }

    fn places(&self, faults: &mut Vec<Spotted>) {
        let frame = &self.document.frame;
        for level in &frame.levels {
            if let Some(whole) = &level.part_of {
                self.level(faults, &|| Item::Level(level.id.clone()), whole, &["part_of"]);
            }
        }
        for goal in &frame.effect_goals {
            if let Some(level) = &goal.level {
                self.level(faults, &|| Item::Goal(goal.id.clone()), level, &["level"]);
            }
        }
        for area in &frame.areas {
            if let Some(whole) = area.part_of.as_ref().filter(|whole| !self.areas.contains(whole)) {
                let item = Item::Area(area.id.clone());
                let path = field_of(self.document, &item, &["part_of"]);
                faults.push((Fault::UnknownArea { item, area: whole.clone() }, path));
            }
        }
    }

    fn node_names(&self, faults: &mut Vec<Spotted>, id: &'a NodeId, entry: &'a Entry) {
        let (document, node) = (self.document, &entry.node);
        let item = || Item::Node(id.clone());
        for phase in
            node.phases.iter().filter(|id| document.frame.phases.iter().all(|phase| phase.id != **id))
        {
            let path = field_of(document, &item(), &["phases"]);
            faults.push((Fault::UnknownPhase { item: item(), phase: phase.clone() }, path));
        }
        for (field, named) in [("owner", &node.owner), ("payer", &node.payer), ("gainer", &node.gainer)] {
            if let Some(named) = named.as_ref().filter(|named| self.node(named).is_none()) {
                let path = field_of(document, &item(), &[field]);
                faults.push((Fault::UnknownActor { item: item(), field, node: named.clone() }, path));
            }
        }
        if let Some(goal) = &node.effect_goal
            && document.frame.effect_goals.iter().all(|known| known.id != *goal)
        {
            let path = field_of(document, &item(), &["effect_goal"]);
            faults.push((Fault::UnknownGoal { item: item(), goal: goal.clone() }, path));
        }
        let views = &node.perspectives;
        let answers = [
            ("resident", &views.resident),
            ("service", &views.service),
            ("system", &views.system),
            ("benefit", &views.benefit),
        ];
        for (view, answer) in answers {
            if let Some(level) = answer.as_ref().and_then(|answer| answer.level.as_ref()) {
                self.level(faults, &item, level, &["perspectives", view, "level"]);
            }
        }
        self.sources(faults, &item(), node.sources.keys());
        for (at, source) in
            node.measurements.iter().enumerate().filter_map(|(at, m)| Some((at, m.source.as_ref()?)))
        {
            if !self.source(source) {
                let mut path = field_of(document, &item(), &["measurements"]);
                path.extend([Key::At(at), Key::Name("source".into())]);
                faults.push((Fault::UnknownSource { item: item(), source: source.clone() }, path));
            }
        }
        for ((kind, to), link) in &entry.links {
            let link_item = || Item::Link(LinkId { from: id.clone(), to: to.clone(), kind: *kind });
            self.sources(faults, &link_item(), link.sources.keys());
        }
    }

    fn sources<'b>(&self, faults: &mut Vec<Spotted>, item: &Item, cited: impl Iterator<Item = &'b SourceId>) {
        for source in cited.filter(|source| !self.source(source)) {
            let path = field_of(self.document, item, &["sources", source.as_str()]);
            faults.push((Fault::UnknownSource { item: item.clone(), source: source.clone() }, path));
        }
    }

    fn told(&self, faults: &mut Vec<Spotted>) {
        let frame = &self.document.frame;
        for (id, told) in &frame.loops {
            let gone: Vec<LinkId> = told.links().filter(|link| self.link(link).is_none()).collect();
            if let Some(link) = gone.first() {
                let path = field_of(self.document, &Item::Loop(id.clone()), &["through"]);
                let fault = Fault::BrokenLoop { id: id.clone(), link: link.clone(), count: gone.len() };
                faults.push((fault, path));
            }
            let twice = self.passed_twice(told);
            if told.through.is_empty() || twice.is_some() {
                let path = field_of(self.document, &Item::Loop(id.clone()), &["through"]);
                faults.push((Fault::NoLoop { id: id.clone(), twice }, path));
            }
        }
        for (id, journey) in &frame.journeys {
            for (at, step) in journey.steps.iter().enumerate() {
                if let Some(gone) = self.gone(&step.show) {
                    let mut path = field_of(self.document, &Item::Journey(id.clone()), &["steps"]);
                    path.push(Key::At(at));
                    faults.push((Fault::BrokenStep { journey: id.clone(), step: at + 1, gone }, path));
                }
            }
        }
    }

    /// The first card that a told loop passes once more, under the id it has now.
    fn passed_twice(&self, told: &NamedLoop) -> Option<NodeId> {
        let mut passed = BTreeSet::new();
        // Some are gone, and a card that is gone can be passed twice all the same.
        let now = |id: &NodeId| {
            let own = self.document.nodes.get_key_value(id).map(|(id, _)| id);
            own.or_else(|| self.was.get(id).copied()).unwrap_or(id).clone()
        };
        told.through.iter().map(|(id, _)| now(id)).find(|id| !passed.insert(id.clone()))
    }

    /// The first thing a step shows that is not there.
    fn gone(&self, show: &'a Show) -> Option<Item> {
        if let Some(node) = show.nodes().into_iter().find(|node| self.node(node).is_none()) {
            return Some(Item::Node(node.clone()));
        }
        if let Some(link) = show.links().into_iter().find(|link| self.link(link).is_none()) {
            return Some(Item::Link(link));
        }
        match show {
            Show::Loop(id) if !self.document.frame.loops.contains_key(id) => Some(Item::Loop(id.clone())),
            Show::Quote(_, source) if !self.source(source) => Some(Item::Source(source.clone())),
            Show::Levels(a, b) => [a, b]
                .into_iter()
                .find(|level| !self.levels.contains(level))
                .map(|level| Item::Level(level.clone())),
            _ => None,
        }
    }

    fn ids(&self, faults: &mut Vec<Spotted>) {
        let frame = &self.document.frame;
        let ordered = frame
            .levels
            .iter()
            .map(|level| Item::Level(level.id.clone()))
            .chain(frame.phases.iter().map(|phase| Item::Phase(phase.id.clone())))
            .chain(frame.effect_goals.iter().map(|goal| Item::Goal(goal.id.clone())))
            .chain(frame.areas.iter().map(|area| Item::Area(area.id.clone())));
        let keyed = frame
            .sources
            .keys()
            .map(|id| Item::Source(id.clone()))
            .chain(frame.loops.keys().map(|id| Item::Loop(id.clone())))
            .chain(frame.journeys.keys().map(|id| Item::Journey(id.clone())));
        let nodes =
            self.document.nodes.keys().filter(|id| !is_node_id(id.as_str())).map(|id| Item::Node(id.clone()));
        for item in ordered.chain(keyed).filter(|item| !is_id(id_text(item))).chain(nodes) {
            let path = field_of(self.document, &item, &[]);
            faults.push((Fault::BadId(item), path));
        }
    }

    /// Links of a kind that is meant to stand the other way round.
    pub(super) fn wrong_ends(&self) -> impl Iterator<Item = Spotted> {
        let links = self.document.links().map(|(id, _)| id);
        let wrong = links.filter(|id| id.kind == LinkKind::Cooperates && id.to < id.from);
        wrong.map(|id| {
            let path = field_of(self.document, &Item::Link(id.clone()), &[]);
            (Fault::WrongEnd(id), path)
        })
    }
}

/// Whether following `part_of` from `id` leads back to it.
fn in_ring(part_of: &BTreeMap<&str, &str>, id: &str) -> bool {
    let mut at = id;
    for _ in 0..part_of.len() {
        match part_of.get(at) {
            Some(whole) if *whole == id => return true,
            Some(whole) => at = whole,
            None => return false,
        }
    }
    false
}

fn id_text(item: &Item) -> &str {
    match item {
        Item::Map => "",
        Item::Level(id) => id.as_str(),
        Item::Phase(id) => id.as_str(),
        Item::Goal(id) => id.as_str(),
        Item::Area(id) => id.as_str(),
        Item::Source(id) => id.as_str(),
        Item::Node(id) => id.as_str(),
        Item::Link(id) => id.from.as_str(),
        Item::Loop(id) => id.as_str(),
        Item::Journey(id) => id.as_str(),
        Item::SetAside(key) => key,
    }
}
