//! The forms of what people told: a named loop with its cards, a journey with its steps.

use super::gather::Gatherer;
use super::{Choice, Control, Row, Slot, options, show, spec};
use crate::map::{Item, Journey, JourneyId, LinkKind, LoopId, Map, NamedLoop, Record, Show, Sign, Value};
use crate::text::Lang;
use crate::tui::say;

/// The rows of a named loop: its title, its cards with what the link from each one says, its note.
pub(super) fn loop_rows(map: &Map, told: &NamedLoop, lang: Lang) -> Vec<Row> {
    let words = lang.words();
    let mut all = Gatherer::new(map, lang);
    let item = Item::Loop(LoopId::default());
    let plain = |all: &mut Gatherer, field| {
        if let Some(own) = spec::plain(map, lang, &item, field) {
            all.row(Slot::Field(field), own, told.get(field).as_ref());
        }
    };
    plain(&mut all, "title");
    plain(&mut all, "note");
    all.heading(words.things.card.many);
    for (at, (card, kind)) in told.through.iter().enumerate() {
        all.depth(0);
        let name = format!("{} {}", words.forms.card, at + 1);
        all.said(Slot::Through(at), &name, say::label(map, card), Control::Pick { new: false });
        all.depth(1);
        let control = Control::Choice(options::words(LinkKind::ALL, |own| own.word(lang)));
        all.said(Slot::ThroughKind(at), words.forms.link_kind, kind.word(lang).to_owned(), control);
    }
    all.depth(0);
    all.adding(Slot::ThroughAdd, words.forms.add_card, Control::Pick { new: false });
    all.rows
}

/// What stands in a slot of a named loop.
pub(super) fn loop_value(told: &NamedLoop, slot: &Slot) -> Option<Value> {
    match slot {
        Slot::Field(field) => told.get(field),
        Slot::Through(at) => told.through.get(*at).map(|(card, _)| Value::of(card)),
        Slot::ThroughKind(at) => told.through.get(*at).map(|(_, kind)| Value::of(kind)),
        _ => None,
    }
}

/// The rows of a journey: its title and place, its steps with what each shows and what is said.
pub(super) fn journey_rows(map: &Map, journey: &Journey, lang: Lang) -> Vec<Row> {
    let words = lang.words();
    let mut all = Gatherer::new(map, lang);
    let item = Item::Journey(JourneyId::default());
    for field in ["title", "place"] {
        if let Some(own) = spec::plain(map, lang, &item, field) {
            all.row(Slot::Field(field), own, journey.get(field).as_ref());
        }
    }
    all.heading(words.doing.step.many);
    for (at, step) in journey.steps.iter().enumerate() {
        all.depth(0);
        let name = format!("{} {}", words.doing.step.one, at + 1);
        let pick = Control::Pick { new: false };
        all.said(Slot::Step(at), &name, show::words(map, lang, &step.show), pick.clone());
        all.depth(1);
        match &step.show {
            // A link can be gone on from: it is a chain then.
            Show::Chain(_, end) | Show::Link(_, _, end) => {
                all.said(Slot::ChainEnd(at), words.forms.longer, say::label(map, end), pick);
            }
            Show::WhatIf(changed, ahead) => {
                for (n, (card, sign)) in changed.iter().enumerate() {
                    let choices = [Sign::Plus, Sign::Minus]
                        .map(|sign| Choice::of(&sign, show::grows(lang, sign)))
                        .to_vec();
                    let grows = show::grows(lang, *sign).to_owned();
                    all.said(Slot::WhatIf(at, n), &say::label(map, card), grows, Control::Choice(choices));
                }
                all.adding(Slot::WhatIfAdd(at), words.forms.add_change, pick);
                let number = Control::Number { least: 1, most: spec::MOST_STEPS };
                all.said(Slot::Ahead(at), words.forms.ahead, ahead.to_string(), number);
            }
            _ => {}
        }
        let remark = crate::text::visible(&step.remark.join(" ")).into_owned();
        all.said(Slot::Remark(at), words.doing.remark.one, remark, Control::Lines);
    }
    all.depth(0);
    all.adding(Slot::StepAdd, words.forms.add_step, Control::Pick { new: false });
    all.rows
}

/// What stands in a slot of a journey.
pub(super) fn journey_value(journey: &Journey, slot: &Slot) -> Option<Value> {
    let show = |at: &usize| journey.steps.get(*at).map(|step| &step.show);
    match slot {
        Slot::Field(field) => journey.get(field),
        Slot::Step(at) => show(at).map(Value::of),
        Slot::Remark(at) => journey.steps.get(*at)?.get("remark"),
        Slot::WhatIf(at, n) => match show(at)? {
            Show::WhatIf(changed, _) => changed.get(*n).map(|(_, sign)| Value::of(sign)),
            _ => None,
        },
        Slot::Ahead(at) => match show(at)? {
            Show::WhatIf(_, ahead) => Some(Value::of(ahead)),
            _ => None,
        },
        _ => None,
    }
}
