//! `floke show`: the whole map as plain numbered text, the editor's twin for a screen reader.
//!
//! Every line says by itself what it is about: no box, no column, nothing that has to be seen to be understood.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::named::{LinkState, Told};
use crate::exchange::{Share, json::document};
use crate::map::words::strength_word;
use crate::map::{Level, Link, LinkId, LinkKind, Map, NamedLoop, Node, NodeId, Show, Step};
use crate::text::reading::{Hop, LoopKind, circle, link as read_link};
use crate::text::words::capital;
use crate::text::words::says::{loop_does, loop_would, quoted, step_of};
use crate::text::{Lang, visible};

use super::answer::{Answer, Failure, json};
use super::load;
use super::shell::Shell;
use super::words::{bottom_to_top, nothing_there, what_if};

/// Prints a whole map as plain numbered text
///
/// Levels from the bottom up, on each its cards with what they are, their notes and their links in words; then
/// named loops, journeys and sources. --lang decides the words around the map's own.
#[derive(Args, Clone, Debug)]
pub struct ShowArgs {
    /// The map; - reads standard input
    map: PathBuf,
}

/// Answers with the map.
///
/// # Errors
/// If it cannot be worked on.
pub fn run(args: &ShowArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    Ok(if wants_json { json(&document(&Share::default().of(&map))) } else { Answer::data(text(&map, shell)) })
}

/// The whole map as plain numbered text.
#[must_use]
pub fn text(map: &Map, shell: &Shell) -> String {
    let mut page = Page { map, shell, lang: shell.lang, out: String::new() };
    page.head();
    page.places();
    page.cards();
    page.loops();
    page.journeys();
    page.sources();
    page.out
}

struct Page<'a> {
    map: &'a Map,
    shell: &'a Shell,
    lang: Lang,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.push_str(&self.shell.prose(text, indent));
    }

    /// A field with its name, if it says anything.
    fn field(&mut self, indent: usize, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(indent, &format!("{}: {}", capital(name), visible(text)));
        }
    }

    fn lines(&mut self, indent: usize, name: &str, lines: &[String]) {
        match lines {
            [] => {}
            [one] => self.field(indent, name, one),
            several => {
                self.line(indent, &format!("{}:", capital(name)));
                for line in several {
                    self.line(indent + 2, &visible(line));
                }
            }
        }
    }

    fn heading(&mut self, text: &str) {
        self.out.push('\n');
        self.line(0, text);
        self.out.push('\n');
    }

    fn label(&self, id: &NodeId) -> String {
        visible(self.map.node(id).map_or(id.as_str(), |node| node.label.as_str())).into_owned()
    }

    fn head(&mut self) {
        let (map, words) = (self.map, self.lang.words());
        let head = map.head();
        self.line(0, &visible(&head.title));
        self.field(0, words.fields.purpose, &head.purpose);
        self.field(0, words.fields.aim, &head.aim);
        self.lines(0, words.fields.note, &head.note);
        let counts = [
            words.things.card.of(map.node_count()),
            words.links.link.of(map.link_count()),
            words.things.level.of(map.whole_levels().count()),
            words.things.area.of(map.areas().len()),
            words.links.loop_.of(map.loops().len()),
            words.doing.journey.of(map.journeys().len()),
        ];
        self.line(0, &format!("{}.", counts.join(", ")));
    }

    fn places(&mut self) {
        let (map, words) = (self.map, self.lang.words());
        if !map.levels().is_empty() {
            self.heading(&bottom_to_top(self.lang));
            for (at, level) in map.whole_levels().enumerate() {
                self.line(
                    0,
                    &format!("{}. {} [{}]", at + 1, visible(&level.name), visible(level.id.as_str())),
                );
                for (part_at, part) in map.parts_of(&level.id).enumerate() {
                    let id = visible(part.id.as_str());
                    self.line(2, &format!("{}.{} {} [{id}]", at + 1, part_at + 1, visible(&part.name)));
                }
            }
        }
        if !map.areas().is_empty() {
            self.heading(words.places.main_areas);
            for area in map.areas() {
                let indent = if area.part_of.is_some() { 2 } else { 0 };
                self.line(indent, &format!("{} {}", visible(area.id.as_str()), visible(&area.name)));
            }
        }
        if !map.phases().is_empty() {
            self.heading(&capital(words.things.phase.many));
            for (at, phase) in map.phases().iter().enumerate() {
                self.line(0, &format!("{}. {}", at + 1, visible(&phase.name)));
            }
        }
        if !map.goals().is_empty() {
            self.heading(&capital(words.people.effect_goal.many));
            for (at, goal) in map.goals().iter().enumerate() {
                let level = goal.level.as_ref().and_then(|id| map.level(id));
                let level = level.map_or_else(String::new, |level| format!(" ({})", visible(&level.name)));
                self.line(0, &format!("{}. {}{level}", at + 1, visible(&goal.text)));
            }
        }
    }

    fn cards(&mut self) {
        let (map, words) = (self.map, self.lang.words());
        self.heading(words.places.cards);
        if map.node_count() == 0 {
            self.line(0, words.start.empty_map);
            return;
        }
        let mut numbered: Vec<(String, &Level)> = Vec::new();
        for (at, level) in map.whole_levels().enumerate() {
            numbered.push(((at + 1).to_string(), level));
            let parts = map.parts_of(&level.id).enumerate();
            numbered.extend(parts.map(|(part_at, part)| (format!("{}.{}", at + 1, part_at + 1), part)));
        }
        for (number, level) in &numbered {
            let on_it = map.nodes().filter(|(_, node)| node.level.as_ref() == Some(&level.id));
            self.band(number, &level.name, &on_it.collect::<Vec<_>>());
        }
        let known = |node: &Node| {
            node.level.as_ref().is_some_and(|id| numbered.iter().any(|(_, level)| level.id == *id))
        };
        let rest: Vec<_> = map.nodes().filter(|(_, node)| !known(node)).collect();
        if !rest.is_empty() {
            self.band("0", words.places.no_level, &rest);
        }
    }

    fn band(&mut self, number: &str, name: &str, cards: &[(&NodeId, &Node)]) {
        let count = self.lang.words().things.card.of(cards.len());
        self.line(0, &format!("{number} {}: {count}", visible(name)));
        self.out.push('\n');
        for (at, (id, node)) in cards.iter().enumerate() {
            self.card(&format!("{number}-{}", at + 1), id, node);
        }
    }

    fn card(&mut self, number: &str, id: &NodeId, node: &Node) {
        let (map, lang, words) = (self.map, self.lang, self.lang.words());
        self.line(0, &format!("{number}. {} [{}]", visible(&node.label), visible(id.as_str())));
        let mut what = vec![capital(node.word(lang))];
        let area = node.area.as_ref().and_then(|id| map.area(id));
        what.extend(area.map(|area| format!("{} {}", visible(area.id.as_str()), visible(&area.name))));
        what.extend(node.now.map(|now| now.word(lang).to_owned()));
        what.extend(node.origin.map(|origin| origin.word(lang).to_owned()));
        what.extend(node.certainty.map(|certainty| certainty.word(lang).to_owned()));
        what.extend(node.marks.iter().map(|mark| mark.word(lang).to_owned()));
        what.extend(node.stage.map(|stage| stage.word(lang).to_owned()));
        what.extend(node.involvement.map(|involvement| involvement.word(lang).to_owned()));
        what.extend((node.votes > 0).then(|| words.doing.dot.of(node.votes as usize)));
        self.line(4, &format!("{}.", what.join(", ")));
        let fields = &words.fields;
        let phase = |id: &crate::map::PhaseId| {
            map.phases().iter().find(|phase| phase.id == *id).map(|phase| phase.name.clone())
        };
        let phases: Vec<String> = node.phases.iter().filter_map(phase).collect();
        let name_of = |id: &Option<NodeId>| id.as_ref().map_or_else(String::new, |id| self.label(id));
        let (owner, payer, gainer) = (name_of(&node.owner), name_of(&node.payer), name_of(&node.gainer));
        for (name, text) in [
            (fields.phases, phases.join(", ")),
            (fields.sector, node.sector.clone()),
            (fields.groups, node.groups.join(", ")),
            (fields.group, node.group.clone()),
            (fields.owner, owner),
            (fields.payer, payer),
            (fields.gainer, gainer),
            (fields.indicator, node.indicator.clone()),
            (fields.target, node.target.clone()),
            (fields.tags, node.tags.join(", ")),
        ] {
            self.field(4, name, &text);
        }
        for measured in &node.measurements {
            let mut parts = vec![measured.value.clone()];
            parts.extend((!measured.date.is_empty()).then(|| measured.date.clone()));
            parts.extend((!measured.comparison.is_empty()).then(|| measured.comparison.clone()));
            self.field(4, words.people.measurement.one, &parts.join(", "));
        }
        for (name, lines) in [
            (fields.hypothesis, &node.hypothesis),
            (fields.participants, &node.participants),
            (fields.seen, &node.seen),
            (fields.learning, &node.learning),
            (fields.next, &node.next),
            (fields.note, &node.note),
        ] {
            self.lines(4, name, lines);
        }
        for (source, cited) in &node.sources {
            let title = map.sources().get(source).map_or(source.as_str(), |source| source.title.as_str());
            let mut text = title.to_owned();
            for part in [&cited.figure, &cited.quote, &cited.page] {
                if !part.is_empty() {
                    text.push_str(", ");
                    text.push_str(part);
                }
            }
            self.field(4, words.things.source.one, &text);
        }
        for (id, link) in map.links_from(id) {
            self.line(4, &format!("→ {}", self.link(id, link)));
        }
        let into: Vec<String> = map
            .links_to(id)
            .filter(|(link, _)| link.from != *id)
            .map(|(link, _)| format!("{} ({})", quoted(&self.label(&link.from)), link.kind.word(lang)))
            .collect();
        if !into.is_empty() {
            self.line(4, &format!("← {}", into.join(", ")));
        }
        self.out.push('\n');
    }

    /// A link as a sentence, with what is said of it in brackets behind it.
    fn link(&self, id: &LinkId, link: &Link) -> String {
        let (lang, words) = (self.lang, self.lang.words());
        let (from, to) = (self.label(&id.from), self.label(&id.to));
        let mut said = Vec::new();
        let mut sentence = if id.kind == LinkKind::Causes {
            let turn = link.sign_or_unknown().turn();
            read_link(lang, &Hop { from: &from, to: &to, turn, delay: link.delay, missing: link.missing })
        } else {
            let verb = match (id.kind, link.word.as_str()) {
                (LinkKind::Relates, word) if !word.is_empty() => visible(word).into_owned(),
                (kind, _) => kind.word(lang).to_owned(),
            };
            if id.kind.has_sign() {
                said.push(link.sign_or_unknown().word(lang).to_owned());
            }
            if link.missing {
                said.push(words.links.missing.to_owned());
            }
            if link.delay {
                said.push(words.links.after_a_time.to_owned());
            }
            format!("{} {verb} {}.", quoted(&from), quoted(&to))
        };
        let strength = link.strength.and_then(|strength| strength_word(strength, lang));
        said.extend(strength.map(|word| format!("{} {word}", words.links.strength)));
        said.extend(link.about.map(|about| about.word(lang).to_owned()));
        said.extend(link.certainty.map(|certainty| certainty.word(lang).to_owned()));
        if !said.is_empty() {
            sentence.push_str(&format!(" ({})", said.join(", ")));
        }
        for line in &link.note {
            sentence.push(' ');
            sentence.push_str(&visible(line));
        }
        sentence
    }

    fn loops(&mut self) {
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
        self.line(4, &format!("{}, {}.", capital(&does), counts.join(", ")));
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

    fn journeys(&mut self) {
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

    fn sources(&mut self) {
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
}
