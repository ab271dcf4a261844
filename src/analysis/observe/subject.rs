//! What names an observation, what it is about, and what one key shows of it.

use super::{Observation, Sight, Verdict};
use crate::map::{Item, LevelId, LinkId, LoopId, NodeId};

/// What one key shows of an observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A card.
    Card(NodeId),
    /// A link.
    Link(LinkId),
    /// Links in a row, as a staircase.
    Way(Vec<LinkId>),
    /// The loops that would run if a missing link were there.
    WouldBe(LinkId),
    /// A named loop, as a staircase.
    Loop(LoopId),
    /// The first card on a level.
    Level(LevelId),
    /// An area.
    Area(crate::map::AreaId),
}

impl Observation {
    /// The word for what kind it is, as programs read it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.sight {
            Sight::WayUp { verdict: Verdict::None, .. } => "no-way-up",
            Sight::WayUp { verdict: Verdict::NotKnown, .. } => "unknown-way-up",
            Sight::WayUp { .. } => "weak-way-up",
            Sight::NobodyActive { .. } => "nobody-active",
            Sight::InfluentialAbsent { .. } => "influential-absent",
            Sight::StopsShort { .. } => "chain-stops-short",
            Sight::OneLevel { .. } => "measures-on-one-level",
            Sight::LoopsUntouched { .. } => "loops-untouched",
            Sight::NoBenefit { .. } => "measure-without-benefit",
            Sight::NoMeasure { .. } => "benefit-without-measure",
            Sight::NobodyHolds { .. } | Sight::PainUnheld { .. } => "nobody-holds",
            Sight::LoopOnHypotheses { .. } => "loop-on-hypotheses",
            Sight::LoopOnOneSource { voice: false, .. } => "loop-on-one-source",
            Sight::LoopOnOneSource { voice: true, .. } => "loop-on-one-voice",
            Sight::PaysElsewhere { .. } => "pays-elsewhere",
            Sight::NeedsUnchosen { .. } => "needs-unchosen",
            Sight::AreaAlone { .. } => "area-alone",
            Sight::AreasApart { .. } => "areas-apart",
            Sight::WouldBalance { .. } => "would-balance",
            Sight::KnownTooLittle { .. } => "known-too-little",
            Sight::SignDecides { .. } => "sign-decides",
        }
    }

    /// Every code there is.
    pub const CODES: &'static [&'static str] = &[
        "no-way-up",
        "unknown-way-up",
        "weak-way-up",
        "nobody-active",
        "influential-absent",
        "chain-stops-short",
        "measures-on-one-level",
        "loops-untouched",
        "measure-without-benefit",
        "benefit-without-measure",
        "nobody-holds",
        "loop-on-hypotheses",
        "loop-on-one-source",
        "loop-on-one-voice",
        "pays-elsewhere",
        "needs-unchosen",
        "area-alone",
        "areas-apart",
        "would-balance",
        "known-too-little",
        "sign-decides",
    ];

    /// What it is about: two things as a rule, the first of them what it is said of.
    #[must_use]
    pub fn subjects(&self) -> Vec<Item> {
        let (node, level) = (|id: &NodeId| Item::Node(id.clone()), |id: &LevelId| Item::Level(id.clone()));
        let (told, link) = (|id: &LoopId| Item::Loop(id.clone()), |id: &LinkId| Item::Link(id.clone()));
        match &self.sight {
            Sight::WayUp { lower, upper, .. } => vec![level(lower), level(upper)],
            Sight::NobodyActive { level: on, actors, .. } => {
                [level(on)].into_iter().chain(actors.first().map(node)).collect()
            }
            Sight::InfluentialAbsent { actor } => vec![node(actor)],
            Sight::StopsShort { card, reached } => vec![node(card), level(reached)],
            Sight::OneLevel { level: on, measures } => {
                [level(on)].into_iter().chain(measures.iter().map(node)).collect()
            }
            Sight::LoopsUntouched { loops, .. } => loops.iter().map(told).collect(),
            Sight::NoBenefit { measure, benefit } => vec![node(measure), node(benefit)],
            Sight::NoMeasure { benefit } => vec![node(benefit)],
            Sight::NobodyHolds { told: own, cards, .. } => {
                [told(own)].into_iter().chain(cards.iter().map(node)).collect()
            }
            Sight::PainUnheld { card } => vec![node(card)],
            Sight::LoopOnHypotheses { told: own, links } => {
                [told(own)].into_iter().chain(links.iter().map(link)).collect()
            }
            Sight::LoopOnOneSource { told: own, source, .. } => vec![told(own), Item::Source(source.clone())],
            Sight::PaysElsewhere { measure, payer, gainer, .. } => {
                vec![node(measure), node(payer), node(gainer)]
            }
            Sight::NeedsUnchosen { measure, needs } => vec![node(measure), node(needs)],
            Sight::AreaAlone { area, .. } => vec![Item::Area(area.clone())],
            Sight::AreasApart { one, other, card } => {
                vec![Item::Area(one.clone()), Item::Area(other.clone()), node(card)]
            }
            Sight::WouldBalance { link: own, .. } | Sight::SignDecides { link: own, .. } => vec![link(own)],
            Sight::KnownTooLittle { card, told: own } => vec![node(card), told(own)],
        }
    }

    /// What names it in the file, the same as long as it is the same observation: `weak-way-up users system`.
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = self.code().to_owned();
        let mut add = |part: &str| {
            key.push(' ');
            key.push_str(part);
        };
        match &self.sight {
            Sight::NobodyActive { level, sector, .. } => {
                add(level.as_str());
                sector.iter().for_each(|sector| add(sector));
            }
            Sight::OneLevel { level, .. } => add(level.as_str()),
            Sight::NoBenefit { measure, .. } | Sight::PaysElsewhere { measure, .. } => add(measure.as_str()),
            Sight::StopsShort { card, .. } | Sight::KnownTooLittle { card, .. } => add(card.as_str()),
            Sight::NobodyHolds { told, .. }
            | Sight::LoopOnHypotheses { told, .. }
            | Sight::LoopOnOneSource { told, .. } => add(told.as_str()),
            Sight::LoopsUntouched { .. } => {}
            Sight::AreasApart { one, other, .. } => [one, other].into_iter().for_each(|id| add(id.as_str())),
            _ => self.subjects().iter().for_each(|item| match item {
                Item::Link(id) => add(&id.to_string()),
                item => add(item.to_string().split_once(' ').map_or("", |(_, id)| id)),
            }),
        }
        key
    }

    /// What one key shows of it.
    #[must_use]
    pub fn shows(&self) -> Shows {
        match &self.sight {
            Sight::WayUp { missing: Some(link), .. } => Shows::Link(link.clone()),
            Sight::WayUp { way, lower, .. } => match way.as_slice() {
                [] => Shows::Level(lower.clone()),
                [one] => Shows::Link(one.clone()),
                _ => Shows::Way(way.clone()),
            },
            Sight::NobodyActive { level, actors, .. } => {
                actors.first().map_or_else(|| Shows::Level(level.clone()), |id| Shows::Card(id.clone()))
            }
            Sight::OneLevel { level, measures } => {
                measures.first().map_or_else(|| Shows::Level(level.clone()), |id| Shows::Card(id.clone()))
            }
            Sight::InfluentialAbsent { actor: id }
            | Sight::StopsShort { card: id, .. }
            | Sight::NoBenefit { measure: id, .. }
            | Sight::NoMeasure { benefit: id }
            | Sight::PainUnheld { card: id }
            | Sight::PaysElsewhere { measure: id, .. }
            | Sight::NeedsUnchosen { measure: id, .. }
            | Sight::AreasApart { card: id, .. }
            | Sight::KnownTooLittle { card: id, .. } => Shows::Card(id.clone()),
            Sight::AreaAlone { area, .. } => Shows::Area(area.clone()),
            Sight::NobodyHolds { told, .. }
            | Sight::LoopOnHypotheses { told, .. }
            | Sight::LoopOnOneSource { told, .. } => Shows::Loop(told.clone()),
            Sight::LoopsUntouched { loops, .. } => {
                loops.first().map_or_else(|| Shows::Way(Vec::new()), |id| Shows::Loop(id.clone()))
            }
            Sight::WouldBalance { link, .. } => Shows::WouldBe(link.clone()),
            Sight::SignDecides { link, .. } => Shows::Link(link.clone()),
        }
    }
}
