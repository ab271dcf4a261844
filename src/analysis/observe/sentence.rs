//! An observation as a sentence, and advice at a card: the map's names in the words of `text`.

use super::advice::Advice;
use super::circles::LONGEST;
use super::{Observation, Sight, Verdict};
use crate::map::{About, AreaId, LevelId, LinkId, LoopId, Map, NodeId};
use crate::text::words::says::{self, Reach, Stop, Up};
use crate::text::{Lang, visible};

impl Observation {
    /// The observation as a sentence with the names of what it is about; two where a missing link belongs to it.
    #[must_use]
    pub fn sentence(&self, map: &Map, lang: Lang) -> String {
        let names = Names { map };
        match &self.sight {
            Sight::WayUp { .. } => way_up(names, lang, &self.sight),
            Sight::NobodyActive { level, sector, actors } => {
                let first = actors.first();
                let part = first.and_then(|id| map.node(id)?.involvement).map_or("", |part| part.word(lang));
                let who = first.map_or_else(String::new, |id| names.node(id));
                let sector = sector.as_ref().map(|sector| visible(sector).into_owned());
                says::nobody_active(lang, &names.level(level), sector.as_deref(), &who, part)
            }
            Sight::InfluentialAbsent { actor } => {
                says::influential_absent(lang, &names.node(actor), &names.level_of(actor))
            }
            Sight::StopsShort { card, reached } => {
                let own = map.node(card).and_then(|node| map.whole_level(node.level.as_ref()?));
                let mut up = map.whole_levels().skip_while(|level| Some(*level) != own);
                let stop = if up.next().is_some_and(|level| level.id == *reached) {
                    Stop::Own
                } else if up.next().is_some_and(|level| level.id == *reached) {
                    Stop::Next
                } else {
                    Stop::Beyond
                };
                says::stops_short(lang, &names.node(card), &names.level(reached), stop)
            }
            Sight::OneLevel { level, measures } => {
                says::one_level(lang, &names.first(measures), measures.len(), &names.level(level))
            }
            Sight::LoopsUntouched { loops, measures } => {
                let titles: Vec<String> = loops.iter().map(|id| names.told(id)).collect();
                let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
                says::loops_untouched(lang, &names.first(measures), &titles, measures.len())
            }
            Sight::NoBenefit { measure, benefit } => {
                says::no_benefit(lang, &names.node(measure), &names.level_of(benefit), &names.node(benefit))
            }
            Sight::NoMeasure { benefit } => {
                says::no_measure(lang, &names.node(benefit), &names.level_of(benefit))
            }
            Sight::NobodyHolds { told, cards, of } => {
                says::nobody_holds(lang, &names.told(told), &names.first(cards), cards.len(), *of)
            }
            Sight::PainUnheld { card } => says::pain_unheld(lang, &names.node(card), &names.level_of(card)),
            Sight::LoopOnHypotheses { told, links } => {
                let (from, to) = links.first().map(|id| names.ends(id)).unwrap_or_default();
                says::on_hypotheses(lang, &names.told(told), links.len(), &from, &to)
            }
            Sight::LoopOnOneSource { told, source, voice } => {
                let title = map.sources().get(source).map_or("", |source| source.title.as_str());
                says::on_one_source(lang, &names.told(told), &visible(title), *voice)
            }
            Sight::PaysElsewhere { measure, payer, gainer, sector } => {
                let [measure, payer, gainer] = [measure, payer, gainer].map(|id| names.node(id));
                says::pays_elsewhere(lang, &measure, &payer, &gainer, *sector)
            }
            Sight::NeedsUnchosen { measure, needs } => {
                says::needs_unchosen(lang, &names.node(measure), &names.node(needs))
            }
            Sight::AreaAlone { area, other } => says::area_alone(lang, &names.area(area), &names.area(other)),
            Sight::AreasApart { one, other, card } => {
                says::areas_apart(lang, &names.area(one), &names.area(other), &names.node(card))
            }
            Sight::WouldBalance { link, circles, at_least } => {
                let (from, to) = names.ends(link);
                says::would_balance(lang, (&from, &to), *circles, *at_least, LONGEST)
            }
            Sight::KnownTooLittle { card, told } => {
                says::known_too_little(lang, &names.node(card), &names.told(told))
            }
            Sight::SignDecides { link, circles, at_least } => {
                let (from, to) = names.ends(link);
                says::sign_decides(lang, (&from, &to), *circles, *at_least, LONGEST)
            }
        }
    }
}

impl Advice {
    /// The advice as a sentence.
    #[must_use]
    pub fn sentence(&self, map: &Map, lang: Lang) -> String {
        let names = Names { map };
        match self {
            Advice::RootWithCauses(cause) => says::root_with_causes(lang, &names.node(cause)),
            Advice::RootInLoop(told) => says::root_in_loop(lang, &names.told(told)),
            Advice::FollowsNothing => says::follows_nothing(lang).to_owned(),
            Advice::NoDelay(told) => says::no_delay(lang, &names.told(told)),
        }
    }
}

fn way_up(names: Names<'_>, lang: Lang, sight: &Sight) -> String {
    let Sight::WayUp { lower, upper, whole, verdict, past, weakest, missing, .. } = sight else {
        return String::new();
    };
    let ends = weakest.as_ref().map(|id| names.ends(id));
    let about = weakest.as_ref().map_or_else(String::new, |id| signal(names.map, id, lang));
    let ends = ends.as_ref().map(|(from, to)| (from.as_str(), to.as_str()));
    let up = match (verdict, ends) {
        (Verdict::Weak | Verdict::Works, Some((from, to))) => Up::Weak(from, to, &about),
        (Verdict::NotKnown, _) => Up::NotKnown,
        _ => Up::Nothing,
    };
    let reach = if *whole { Reach::Whole } else { Reach::Step(past.map(|own| own.word(lang))) };
    let mut said = says::way_up(lang, &names.level(upper), &names.level(lower), reach, up);
    if let Some(missing) = missing {
        let (from, to) = names.ends(missing);
        let story = names.map.link(missing).is_some_and(|link| link.about == Some(About::Whole));
        said.push(' ');
        said.push_str(&says::up_is_missing(lang, &from, &to, story));
    }
    said
}

/// What a signal is about, and that it takes a time: `one sector, after a time`. Empty if nobody said.
#[must_use]
pub fn signal(map: &Map, id: &LinkId, lang: Lang) -> String {
    let Some(link) = map.link(id) else { return String::new() };
    let delay = link.delay.then_some(lang.words().links.after_a_time);
    link.about.map(|about| about.word(lang)).into_iter().chain(delay).collect::<Vec<_>>().join(", ")
}

/// What several signals are about, each once, the least first: `one case, the whole`. Empty if nobody said.
#[must_use]
pub fn abouts<I: std::borrow::Borrow<LinkId>>(map: &Map, ids: &[I], lang: Lang) -> String {
    let has = |about: About| {
        ids.iter().any(|id| map.link(id.borrow()).is_some_and(|link| link.about == Some(about)))
    };
    let all = [About::Case, About::Sector, About::Whole].into_iter().filter(|about| has(*about));
    all.map(|about| about.word(lang)).collect::<Vec<_>>().join(", ")
}

/// A level's name; that of a part behind its whole's. Safe to show.
#[must_use]
pub fn level_name(map: &Map, id: &LevelId) -> String {
    let own = Names { map }.level(id);
    match map.whole_level(id).filter(|whole| whole.id != *id) {
        Some(whole) => format!("{} · {own}", Names { map }.level(&whole.id)),
        None => own,
    }
}

impl Verdict {
    /// How well signals come through, in a word.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        let links = &lang.words().links;
        match self {
            Verdict::Works => links.works,
            Verdict::Weak => links.weak,
            Verdict::NotKnown => links.not_known,
            Verdict::None => links.none,
        }
    }
}

/// The names of a map's things, safe to show; the id of what has no name.
#[derive(Clone, Copy)]
struct Names<'a> {
    map: &'a Map,
}

impl Names<'_> {
    fn named(name: Option<&str>, id: &str) -> String {
        let name = name.filter(|name| !name.trim().is_empty()).unwrap_or(id);
        visible(name).into_owned()
    }

    fn node(self, id: &NodeId) -> String {
        visible(self.map.name_of(id)).into_owned()
    }

    fn first(self, ids: &[NodeId]) -> String {
        ids.first().map_or_else(String::new, |id| self.node(id))
    }

    fn level(self, id: &LevelId) -> String {
        Self::named(self.map.level(id).map(|level| level.name.as_str()), id.as_str())
    }

    fn level_of(self, id: &NodeId) -> String {
        let level = self.map.node(id).and_then(|node| node.level.as_ref());
        level.map_or_else(String::new, |id| self.level(id))
    }

    fn area(self, id: &AreaId) -> String {
        Self::named(self.map.area(id).map(|area| area.name.as_str()), id.as_str())
    }

    fn told(self, id: &LoopId) -> String {
        Self::named(self.map.loops().get(id).map(|told| told.title.as_str()), id.as_str())
    }

    fn ends(self, id: &LinkId) -> (String, String) {
        (self.node(&id.from), self.node(&id.to))
    }
}
