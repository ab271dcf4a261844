//! What people told of a map, in words: named loops, journeys, sources, what was set aside.

use crate::analysis::named::{LinkState, Told};
use crate::cli::words::{nothing_there, what_if};
use crate::map::{Link, LinkId, NamedLoop, NodeId, Show, Step};
use crate::text::reading::{Hop, LoopKind, circle};
use crate::text::visible;
use crate::text::words::capital;
use crate::text::words::says::{loop_does, loop_would, quoted, step_of};

use super::Page;

impl Page<'_> {
    pub(super) fn loops(&mut self) {
        let map = self.map;
        if map.loops().is_empty() {
            return;
        }
        self.heading(self.lang.words().places.named_loops);
        for (at, (id, told)) in map.loops().iter().enumerate() {
            self.told(at + 1, id.as_str(), told);
        }
    }

    fn told(&mut self, number: usize, id: &str, named: &NamedLoop) {
        let (map, lang, words) = (self.map, self.lang, self.lang.words());
        let told = Told::of(map, named);
        let sign = |id: &LinkId| map.link(id).map_or(crate::map::Sign::Unknown, Link::sign_or_unknown);
        let kind = LoopKind::of(told.links.iter().map(|(id, _)| sign(id).turn()));
        let does = match (told.broken(), told.runs()) {
            (true, _) => words.links.broken_loop.one.to_owned(),
            (_, true) => loop_does(lang, kind).to_owned(),
            _ => loop_would(lang, kind),
        };
        self.line(0, &format!("{number}. {} [{}]", visible(&named.title), visible(id)));
        let counts = [words.links.link.of(told.length()), words.things.level.of(told.levels.len())];
        self.line(4, &format!("{}; {does}.", counts.join(", ")));
        let labels: Vec<(String, String)> =
            told.links.iter().map(|(id, _)| (self.label(&id.from), self.label(&id.to))).collect();
        let hops: Vec<Hop> = told
            .links
            .iter()
            .zip(&labels)
            .map(|((id, state), (from, to))| Hop {
                from,
                to,
                turn: sign(id).turn(),
                delay: map.link(id).is_some_and(|link| link.delay),
                missing: *state != LinkState::There,
            })
            .collect();
        self.line(4, &circle(lang, &hops));
        self.lines(4, words.fields.note, &named.note);
        self.out.push('\n');
    }

    pub(super) fn journeys(&mut self) {
        let map = self.map;
        if map.journeys().is_empty() {
            return;
        }
        self.heading(self.lang.words().places.journeys);
        for (at, (_, journey)) in map.journeys().into_iter().enumerate() {
            self.line(0, &format!("{}. {}", at + 1, visible(&journey.title)));
            for (step_at, step) in journey.steps.iter().enumerate() {
                self.step(step_at + 1, journey.steps.len(), step);
            }
            self.out.push('\n');
        }
    }

    fn step(&mut self, at: usize, all: usize, step: &Step) {
        let (map, lang) = (self.map, self.lang);
        let level = |id: &crate::map::LevelId| {
            map.level(id).map_or_else(|| id.as_str().to_owned(), |level| level.name.clone())
        };
        let link = |id: &LinkId| match map.link(id) {
            Some(link) => self.link(id, link),
            None => nothing_there(lang, &self.label(&id.from), &self.label(&id.to)),
        };
        let shown = match &step.show {
            Show::Text => String::new(),
            Show::Event(id) | Show::Node(id) => quoted(&self.label(id)),
            Show::Quote(id, source) => {
                let said = map.node(id).and_then(|node| node.sources.get(source));
                let said = said.map_or_else(String::new, |cited| visible(&cited.quote).into_owned());
                format!("{} {said}", quoted(&self.label(id)))
            }
            Show::Link(..) | Show::Chain(..) => {
                step.show.links().iter().map(link).collect::<Vec<_>>().join(" ")
            }
            Show::Loop(id) => {
                quoted(&visible(map.loops().get(id).map_or(id.as_str(), |told| told.title.as_str())))
            }
            Show::Levels(lower, upper) => format!("{} ↔ {}", visible(&level(lower)), visible(&level(upper))),
            Show::WhatIf(changed, _) => {
                let one = |(id, sign): &(NodeId, crate::map::Sign)| what_if(lang, &self.label(id), *sign);
                changed.iter().map(one).collect::<Vec<_>>().join(", ")
            }
        };
        let remark = step.remark.iter().map(|line| visible(line).into_owned()).collect::<Vec<_>>().join(" ");
        let parts: Vec<&str> =
            [shown.as_str(), remark.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        self.line(4, &format!("{}: {}", capital(&step_of(lang, at, all)), parts.join(" — ")));
    }

    pub(super) fn sources(&mut self) {
        let (map, lang, words) = (self.map, self.lang, self.lang.words());
        if map.sources().is_empty() {
            return;
        }
        self.heading(words.places.sources);
        for (at, (id, source)) in map.sources().iter().enumerate() {
            let mut parts = vec![source.kind.word(lang).to_owned()];
            parts.extend(source.year.map(|year| year.to_string()));
            parts.extend(source.respondents.map(|n| format!("{} {n}", words.fields.respondents)));
            let title = visible(&source.title);
            self.line(0, &format!("{}. {title} [{}], {}", at + 1, visible(id.as_str()), parts.join(", ")));
            self.lines(4, words.fields.note, &source.note);
        }
    }

    pub(super) fn set_aside(&mut self) {
        let map = self.map;
        if map.set_aside().is_empty() {
            return;
        }
        self.heading(self.lang.words().places.set_aside);
        for (at, (key, aside)) in map.set_aside().iter().enumerate() {
            let reason: Vec<String> = aside.reason.iter().map(|line| visible(line).into_owned()).collect();
            self.line(0, &format!("{}. {}: {}", at + 1, visible(key), reason.join(" ")));
        }
    }
}
