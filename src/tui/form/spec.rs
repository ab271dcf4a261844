//! What each field is called and which control sets it: one table for each type of the model.

use super::options::{
    areas, colors, goals, influences, languages, levels, not_stated, parts_of_areas, parts_of_levels, phases,
    sources, strengths, words,
};
use super::{Choice, Control};
use crate::map::{
    About, Amount, Certainty, Involvement, Item, Kind, Map, Mark, Measured, Origin, Role, Sign, SourceKind,
    Stage, Stance,
};
use crate::text::Lang;
use crate::tui::say;

/// What a field holds, and with it how it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One line of text.
    Text,
    /// Several lines.
    Lines,
    /// Words with commas.
    Words,
    /// A whole number from one to another.
    Number(u32, u32),
    /// One of a few.
    Choice(Vec<Choice>),
    /// Yes or no.
    Toggle,
    /// Any of a few.
    Many(Vec<Choice>),
    /// One of many.
    Pick,
}

impl Shape {
    /// The control that sets it.
    pub(super) fn control(self) -> Control {
        match self {
            Shape::Text => Control::Text,
            Shape::Lines => Control::Lines,
            Shape::Words => Control::Words,
            Shape::Number(least, most) => Control::Number { least, most },
            Shape::Choice(choices) => Control::Choice(choices),
            Shape::Toggle => Control::Toggle,
            Shape::Many(choices) => Control::Many(choices),
            Shape::Pick => Control::Pick { new: false },
        }
    }
}

/// A field's name and shape.
pub(super) type Spec = (&'static str, Shape);

/// How many steps out a journey may look.
pub(super) const MOST_STEPS: u32 = 20;

/// A field of a card; `None` for those that are made of parts.
pub(super) fn node(map: &Map, lang: Lang, field: &str) -> Option<Spec> {
    let (f, stated) = (&lang.words().fields, not_stated(lang));
    let judged = lang.words().things.not_judged;
    Some(match field {
        "label" => (f.label, Shape::Text),
        "short" => (f.short, Shape::Text),
        "kind" => (f.kind, Shape::Choice(words(Kind::ALL, |own| own.word(lang)))),
        "role" => (f.role, Shape::Choice(stated.and(words(Role::ALL, |own| own.word(lang))))),
        "now" => (f.now, Shape::Choice(stated.and(words(Amount::ALL, |own| own.word(lang))))),
        "origin" => {
            (f.origin, Shape::Choice(Choice::none(judged).and(words(Origin::ALL, |own| own.word(lang)))))
        }
        "sector" => (f.sector, Shape::Text),
        "influence" => (f.influence, Shape::Choice(stated.and(influences(lang)))),
        "stance" => (f.stance, Shape::Choice(stated.and(words(Stance::ALL, |own| own.word(lang))))),
        "groups" => (f.groups, Shape::Words),
        "involvement" => {
            (f.involvement, Shape::Choice(stated.and(words(Involvement::ALL, |own| own.word(lang)))))
        }
        "needs_to_know" => (f.needs_to_know, Shape::Lines),
        "wants_part" => (f.wants_part, Shape::Lines),
        "stage" => (f.stage, Shape::Choice(stated.and(words(Stage::ALL, |own| own.word(lang))))),
        "hypothesis" => (f.hypothesis, Shape::Lines),
        "participants" => (f.participants, Shape::Lines),
        "seen" => (f.seen, Shape::Lines),
        "learning" => (f.learning, Shape::Lines),
        "next" => (f.next, Shape::Lines),
        "group" => (f.group, Shape::Text),
        "owner" => (f.owner, Shape::Pick),
        "payer" => (f.payer, Shape::Pick),
        "gainer" => (f.gainer, Shape::Pick),
        "measured" => (f.measured, Shape::Choice(stated.and(words(Measured::ALL, |own| own.word(lang))))),
        "indicator" => (f.indicator, Shape::Text),
        "effect_goal" => (f.effect_goal, Shape::Choice(stated.and(goals(map)))),
        "target" => (f.target, Shape::Text),
        "level" => (f.level, Shape::Choice(Choice::none(lang.words().things.unsorted).and(levels(map)))),
        "area" => (f.area, Shape::Choice(Choice::none(lang.words().forms.no_area).and(areas(map)))),
        "pin" => (f.pin, Shape::Number(1, u32::MAX)),
        "phases" => (f.phases, Shape::Many(phases(map))),
        "certainty" => {
            let choices = words(Certainty::ALL, |own| own.word(lang));
            (f.certainty, Shape::Choice(Choice::none(judged).and(choices)))
        }
        "marks" => (f.marks, Shape::Many(words(Mark::ALL, |own| own.word(lang)))),
        "votes" => (f.votes, Shape::Number(0, u32::MAX)),
        "tags" => (f.tags, Shape::Words),
        "note" => (f.note, Shape::Lines),
        "was" => (f.former_ids, Shape::Words),
        _ => return None,
    })
}

/// A field of a link; `None` for those that are made of parts.
pub(super) fn link(lang: Lang, field: &str) -> Option<Spec> {
    let (f, stated) = (&lang.words().fields, not_stated(lang));
    Some(match field {
        "word" => (f.word, Shape::Text),
        "sign" => {
            let said = Sign::ALL.iter().map(|own| Choice::of(own, &say::sign(lang, *own)));
            (f.sign, Shape::Choice(said.collect()))
        }
        "delay" => (f.delay, Shape::Toggle),
        "strength" => (f.strength, Shape::Choice(stated.and(strengths(lang)))),
        "certainty" => {
            let choices = words(Certainty::ALL, |own| own.word(lang));
            (f.certainty, Shape::Choice(Choice::none(lang.words().things.not_judged).and(choices)))
        }
        "about" => (f.about, Shape::Choice(stated.and(words(About::ALL, |own| own.word(lang))))),
        "missing" => (f.missing, Shape::Toggle),
        "note" => (f.note, Shape::Lines),
        _ => return None,
    })
}

/// A field of what a source says.
pub(super) fn citation(lang: Lang, field: &str) -> Option<Spec> {
    let f = &lang.words().fields;
    Some(match field {
        "figure" => (f.figure, Shape::Text),
        "quote" => (f.quote, Shape::Text),
        "page" => (f.page, Shape::Text),
        _ => return None,
    })
}

/// A field of an answer.
pub(super) fn answer(map: &Map, lang: Lang, field: &str) -> Option<Spec> {
    let f = &lang.words().fields;
    Some(match field {
        "answer" => (f.answer, Shape::Text),
        "level" => (f.effect_level, Shape::Choice(not_stated(lang).and(levels(map)))),
        "score" => (f.score, Shape::Number(0, 5)),
        _ => return None,
    })
}

/// A field of a measurement.
pub(super) fn measurement(map: &Map, lang: Lang, field: &str) -> Option<Spec> {
    let f = &lang.words().fields;
    Some(match field {
        "date" => (f.date, Shape::Text),
        "value" => (f.value, Shape::Text),
        "n" => (f.respondents, Shape::Number(0, u32::MAX)),
        "source" => (lang.words().things.source.one, Shape::Choice(not_stated(lang).and(sources(map)))),
        "comparison" => (f.comparison, Shape::Text),
        _ => return None,
    })
}

/// A field of whatever has no parts: the head of the map, a level, an area, a phase, a goal, a source, an
/// observation set aside; and of a named loop or a journey, beside its parts.
pub(super) fn plain(map: &Map, lang: Lang, item: &Item, field: &str) -> Option<Spec> {
    let (f, own) = (&lang.words().fields, &lang.words().forms);
    let whole = || Choice::none(own.a_whole);
    Some(match (item, field) {
        (Item::Map | Item::Source(_) | Item::Loop(_) | Item::Journey(_), "title") => (f.title, Shape::Text),
        (Item::Map | Item::Source(_) | Item::Loop(_), "note") => (f.note, Shape::Lines),
        (Item::Map, "language") => (f.language, Shape::Choice(not_stated(lang).and(languages(map)))),
        (Item::Map, "purpose") => (f.purpose, Shape::Text),
        (Item::Map, "aim") => (f.aim, Shape::Text),
        (Item::Level(_) | Item::Area(_) | Item::Phase(_), "name") => (own.name, Shape::Text),
        (Item::Level(id), "part_of") => (own.part_of, Shape::Choice(whole().and(parts_of_levels(map, id)))),
        (Item::Area(id), "part_of") => (own.part_of, Shape::Choice(whole().and(parts_of_areas(map, id)))),
        (Item::Area(_), "color") => (own.color, Shape::Choice(not_stated(lang).and(colors(lang)))),
        (Item::Goal(_), "text") => (own.goal, Shape::Text),
        (Item::Goal(_), "level") => (f.level, Shape::Choice(not_stated(lang).and(levels(map)))),
        (Item::Source(_), "kind") => (f.kind, Shape::Choice(words(SourceKind::ALL, |own| own.word(lang)))),
        (Item::Source(_), "year") => (f.year, Shape::Number(0, u32::from(u16::MAX))),
        (Item::Source(_), "respondents") => (f.respondents, Shape::Number(0, u32::MAX)),
        (Item::Source(_), "link") => (f.address, Shape::Text),
        (Item::Journey(_), "place") => (own.place, Shape::Number(1, u32::MAX)),
        (Item::SetAside(_), "reason") => (own.reason, Shape::Lines),
        (Item::SetAside(_), "rests_on") => (own.rests_on, Shape::Lines),
        _ => return None,
    })
}

/// Whether a field must not be empty.
pub(super) fn is_called_by(item: &Item, field: &str) -> bool {
    match item {
        Item::Node(_) => field == "label",
        Item::Map | Item::Source(_) | Item::Loop(_) | Item::Journey(_) => field == "title",
        Item::Level(_) | Item::Area(_) | Item::Phase(_) => field == "name",
        Item::Goal(_) => field == "text",
        Item::Link(_) | Item::SetAside(_) => false,
    }
}
