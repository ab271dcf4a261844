//! What a row of a section says: its name, what matters about it, and its colour.

use std::collections::BTreeMap;

use super::{Piece, Row, Section};
use crate::map::{Area, Color, Item, Journey, Level, Link, LinkId, Map, Show};
use crate::text::words::says::{links_missing, loop_does, loop_letter};
use crate::text::{Lang, Noun, visible};
use crate::tui::circles::Circles;
use crate::tui::{form, say};

/// What a row says, all of it safe to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What stands before the name: the code of an area, the number of a step, the name of a field.
    pub lead: String,
    /// What it is called.
    pub name: String,
    /// What matters about it, for the end of the row.
    pub facts: String,
    /// Whether something about it is broken.
    pub broken: bool,
    /// The colour of an area.
    pub color: Option<Color>,
}

/// How often each item of a section is used by cards and links, by its id: cards on a level or in an area or phase,
/// benefits of a goal, cards and links that refer to a source. What is used by none is left out.
#[must_use]
pub fn counted(map: &Map, section: Section) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    let mut add = |id: &str| match all.get_mut(id) {
        Some(n) => *n += 1,
        None => {
            all.insert(id.to_owned(), 1);
        }
    };
    for (_, node) in map.nodes() {
        match section {
            Section::Levels => node.level.iter().for_each(|id| add(id.as_str())),
            Section::Areas => node.area.iter().for_each(|id| add(id.as_str())),
            Section::Phases => node.phases.iter().for_each(|id| add(id.as_str())),
            Section::Goals => node.effect_goal.iter().for_each(|id| add(id.as_str())),
            Section::Sources => node.sources.keys().for_each(|id| add(id.as_str())),
            _ => return all,
        }
    }
    if section == Section::Sources {
        for (_, link) in map.links() {
            link.sources.keys().for_each(|id| add(id.as_str()));
        }
    }
    all
}

/// What a row says; `counts` are those of its section, `circles` the loops of the map.
#[must_use]
pub fn told(map: &Map, circles: &Circles, counts: &BTreeMap<String, usize>, row: &Row, lang: Lang) -> Told {
    let words = lang.words();
    let count = |id: &str| counts.get(id).copied().unwrap_or(0);
    match (&row.item, row.piece) {
        (Item::Map, Piece::Field(field)) => head(map, field, lang),
        (Item::Level(id), _) => {
            let name = map.level(id).map_or(id.as_str(), |own| &own.name);
            let parts = parts_of(map.levels(), id.as_str(), level_whole);
            named(name, cards(count(id.as_str()), &parts, count, lang))
        }
        (Item::Area(id), _) => {
            let area = map.area(id);
            let color = area.and_then(|own| own.color);
            let parts = parts_of(map.areas(), id.as_str(), area_whole);
            let number = cards(count(id.as_str()), &parts, count, lang);
            let word = color.map_or(words.around.no_color, |own| own.word(lang));
            let told = named(area.map_or("", |own| &own.name), format!("{word} · {number}"));
            Told { lead: visible(id.as_str()).into_owned(), color, ..told }
        }
        (Item::Phase(id), _) => {
            let own = map.phases().iter().find(|own| own.id == *id);
            named(own.map_or(id.as_str(), |own| &own.name), words.things.card.of(count(id.as_str())))
        }
        (Item::Goal(id), _) => {
            let own = map.goals().iter().find(|own| own.id == *id);
            let level = own.and_then(|own| map.level(own.level.as_ref()?)).map(|level| level.name.as_str());
            let level = level.map_or(String::new(), |name| format!("{} · ", visible(name)));
            let benefits = words.things.benefit.of(count(id.as_str()));
            named(own.map_or(id.as_str(), |own| &own.text), format!("{level}{benefits}"))
        }
        (Item::Source(id), _) => {
            let Some(own) = map.sources().get(id) else { return named(id.as_str(), String::new()) };
            let year = own.year.map_or(String::new(), |year| format!("{year} · "));
            let cited = words.around.citation.of(count(id.as_str()));
            named(&own.title, format!("{} · {year}{cited}", own.kind.word(lang)))
        }
        (Item::Loop(id), _) => {
            let Some(own) = map.loops().get(id) else { return named(id.as_str(), String::new()) };
            let circle = circles.all[..circles.named].iter().find(|circle| circle.named.as_ref() == Some(id));
            let Some(circle) = circle else {
                return Told { broken: true, ..named(&own.title, words.around.empty.to_owned()) };
            };
            let state = match () {
                () if circle.gone > 0 => {
                    format!("{}, {}", words.around.broken, words.around.link_gone.of(circle.gone))
                }
                () if circle.missing > 0 => links_missing(lang, circle.missing),
                () if circle.refuted > 0 => format!("{} {}", circle.refuted, words.things.refuted),
                () => words.around.runs.to_owned(),
            };
            let does = loop_does(lang, circle.kind);
            let letter = loop_letter(lang, circle.kind);
            let facts = format!("{state} · {does} ({letter})");
            Told { broken: circle.gone > 0, ..named(&own.title, facts) }
        }
        (Item::Journey(id), Piece::Step(at)) => {
            let journeys = map.journeys();
            let step = journeys.iter().find(|(own, _)| *own == id).and_then(|(_, own)| own.steps.get(at));
            let Some(step) = step else { return Told::default() };
            let broken = !stands(map, &step.show);
            let remark = visible(&step.remark.join(" ")).into_owned();
            let facts = if broken { words.around.broken.to_owned() } else { remark };
            let lead = (at + 1).to_string();
            Told { lead, name: shown(map, &row.item, at, &step.show, lang), facts, broken, color: None }
        }
        (Item::Journey(id), _) => {
            let journeys = map.journeys();
            let own = journeys.into_iter().find(|(own, _)| *own == id).map(|(_, own)| own);
            let steps = own.map_or(0, |own| own.steps.len());
            named(own.map_or(id.as_str(), |own: &Journey| &own.title), words.doing.step.of(steps))
        }
        (Item::SetAside(key), _) => {
            let reason = map.set_aside().get(key).map_or(String::new(), |own| own.reason.join(" "));
            named(key, visible(&reason).into_owned())
        }
        _ => Told::default(),
    }
}

fn named(name: &str, facts: String) -> Told {
    Told { name: visible(name).into_owned(), facts, ..Told::default() }
}

fn head(map: &Map, field: &'static str, lang: Lang) -> Told {
    let all = form::rows(map, &Item::Map, lang);
    let row = all.into_iter().find(|own| own.slot == form::Slot::Field(field));
    row.map_or_else(Told::default, |own| Told { lead: own.name, name: own.value, ..Told::default() })
}

/// Cards of its own, and those of its parts.
fn cards(own: usize, parts: &[&str], count: impl Fn(&str) -> usize, lang: Lang) -> String {
    let card: &Noun = &lang.words().things.card;
    let inside: usize = parts.iter().map(|id| count(id)).sum();
    match parts {
        [] => card.of(own),
        _ => format!("{} + {inside} {}", card.of(own), lang.words().around.in_parts),
    }
}

fn level_whole(level: &Level) -> (&str, Option<&str>) {
    (level.id.as_str(), level.part_of.as_ref().map(crate::map::LevelId::as_str))
}

fn area_whole(area: &Area) -> (&str, Option<&str>) {
    (area.id.as_str(), area.part_of.as_ref().map(crate::map::AreaId::as_str))
}

/// The parts of an item, theirs included.
fn parts_of<'a, T>(
    all: &'a [T],
    id: &'a str,
    whole_of: fn(&'a T) -> (&'a str, Option<&'a str>),
) -> Vec<&'a str> {
    let mut found = vec![id];
    let mut at = 0;
    while let Some(whole) = found.get(at).copied() {
        let parts = all.iter().map(whole_of).filter(|(_, of)| *of == Some(whole)).map(|(part, _)| part);
        let new: Vec<&str> = parts.filter(|part| !found.contains(part)).collect();
        found.extend(new);
        at += 1;
    }
    found.split_off(1)
}

/// What a step shows, short enough for a row.
fn shown(map: &Map, journey: &Item, at: usize, show: &Show, lang: Lang) -> String {
    let sign = |id: &LinkId| {
        let sign = map.link(id).filter(|_| id.kind.has_sign()).map(Link::sign_or_unknown);
        sign.map_or(String::new(), |sign| format!("({})", say::sign_glyph(sign)))
    };
    match show {
        Show::Link(from, kind, to) => {
            let id = LinkId { from: from.clone(), kind: *kind, to: to.clone() };
            format!("{} {}→ {}", say::short(map, from), sign(&id), say::short(map, to))
        }
        Show::Chain(links, end) => {
            let cards = links.iter().map(|(card, _)| card).chain([end]);
            cards.map(|card| say::short(map, card)).collect::<Vec<_>>().join(" → ")
        }
        Show::Node(card) | Show::Event(card) => say::label(map, card),
        _ => {
            let rows = form::rows(map, journey, lang);
            let row = rows.into_iter().find(|own| own.slot == form::Slot::Step(at));
            row.map_or(String::new(), |own| own.value)
        }
    }
}

/// Whether everything that a step shows is on the map.
fn stands(map: &Map, show: &Show) -> bool {
    let cards = show.nodes().into_iter().all(|id| map.find_node(id).is_some());
    let links = show.links().iter().all(|id| map.link(id).is_some());
    let rest = match show {
        Show::Loop(id) => map.loops().contains_key(id),
        Show::Levels(a, b) => map.level(a).is_some() && map.level(b).is_some(),
        Show::Quote(_, source) => map.sources().contains_key(source),
        _ => true,
    };
    cards && links && rest
}

#[cfg(test)]
mod tests {
    use super::super::rows;
    use super::*;
    use crate::file::bundled::bundled;
    use crate::file::open_text;

    fn case() -> Map {
        let own =
            bundled().iter().find(|own| own.name == "complex-needs").expect("it comes with the program");
        open_text(own.name, own.text.to_owned()).expect("it opens").document.to_map().expect("no faults")
    }

    fn all(map: &Map, section: Section, lang: Lang) -> Vec<Told> {
        let (circles, counts) = (Circles::named(map), counted(map, section));
        let rows = rows(map, section, &std::collections::BTreeSet::new());
        rows.iter().map(|row| told(map, &circles, &counts, row, lang)).collect()
    }

    #[test]
    fn cards_are_counted_where_they_stand() {
        let map = case();
        for (section, of) in [
            (Section::Levels, map.nodes().filter(|(_, node)| node.level.is_some()).count()),
            (Section::Areas, map.nodes().filter(|(_, node)| node.area.is_some()).count()),
        ] {
            assert_eq!(counted(&map, section).values().sum::<usize>(), of);
        }
        assert!(counted(&map, Section::Loops).is_empty());
    }

    #[test]
    fn a_loop_says_whether_it_runs() {
        let loops = all(&case(), Section::Loops, Lang::En);
        let of = |title: &str| &loops.iter().find(|own| own.name == title).expect(title).facts;
        assert!(of("The way back up (missing)").as_str() == "1 link missing · slows itself (B)");
        assert!(loops.iter().any(|own| own.facts == "runs · feeds itself (R)"));
    }

    #[test]
    fn a_step_of_what_is_gone_is_broken() {
        let mut map = case();
        let steps = all(&map, Section::Journeys, Lang::Nb);
        assert!(steps.iter().all(|own| !own.broken), "the case is whole");
        let deed = crate::map::verb::remove_node(&map, &"sector-steering".into()).expect("there");
        map.apply(&deed.change).expect("fits");
        let broken = all(&map, Section::Journeys, Lang::Nb).into_iter().filter(|own| own.broken).count();
        assert!(broken >= 2, "{broken}");
    }

    #[test]
    fn every_section_of_the_case_says_something_in_both_languages() {
        let map = case();
        for lang in Lang::ALL {
            for section in Section::ALL {
                for own in all(&map, section, lang) {
                    assert!(!own.name.is_empty() || section == Section::Head, "{section:?} {own:?}");
                }
            }
        }
    }
}
