//! `floke show`: the whole map as plain numbered text, the editor's twin for a screen reader.
//!
//! Every line says by itself what it is about: no box, no column, nothing that has to be seen to be understood.

mod card;
mod told;

use std::path::PathBuf;

use clap::Args;

use crate::exchange::{Share, json::document};
use crate::map::{Level, Map, Node, NodeId};
use crate::text::words::capital;
use crate::text::{Lang, visible};

use super::answer::{Answer, Failure, json};
use super::load;
use super::shell::Shell;
use super::words::bottom_to_top;

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
    page.set_aside();
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
        if !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
        self.line(0, text);
        self.out.push('\n');
    }

    fn label(&self, id: &NodeId) -> String {
        visible(self.map.name_of(id)).into_owned()
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
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = r#"(
      floke: 1,
      title: "Small",
      aim: "Less of it",
      levels: [(id: "users", name: "Users"), (id: "top", name: "Top"), (id: "part", name: "Part", part_of: "top")],
      areas: [(id: "1A", name: "First")],
      sources: {"s": (title: "Survey", kind: Survey, year: 2021, respondents: 5)},
      nodes: {
        "a": (
          label: "Alpha", kind: Cause, role: Enabler, now: Low, level: "users", area: "1A", marks: [Pain],
          sources: {"s": (figure: "3 of 5")}, note: ["One.", "Two."],
          causes: {"b": (sign: Minus, delay: true, strength: 3, certainty: Hypothesis, note: ["Why."])},
        ),
        "b": (label: "Beta", kind: Cause, level: "part", causes: {"a": (sign: Plus, missing: true)}),
        "c": (label: "Gamma", kind: Actor, informs: {"b": (about: Whole)}),
      },
      loops: {"l": (title: "Round", through: [("a", Causes), ("b", Causes)])},
      journeys: {"j": (title: "Walk", steps: [(show: Node("a"), remark: ["Look."]), (show: WhatIf([("b", Minus)], 2))])},
      set_aside: {"weak-way-up users top": (reason: ["Known."])},
    )"#;

    fn shown(lang: Lang) -> String {
        let map =
            crate::file::open_text("x", MAP.to_owned()).expect("a map").document.to_map().expect("a map");
        text(&map, &Shell { lang, ..Shell::default() })
    }

    #[test]
    fn the_whole_map_is_told_line_by_line() {
        assert_eq!(
            shown(Lang::En),
            "Small
Aim: Less of it
3 cards, 3 links, 2 levels, 1 area, 1 loop, 1 journey.

Levels, bottom to top

1. Users [users]
2. Top [top]
  2.1 Part [part]

Areas

1A First

Cards

1 Users: 1 card

1-1. Alpha [a]
    Enabler, 1A First, too little today, pain.
    Note:
      One.
      Two.
    Source: Survey, 3 of 5
    → When «Alpha» grows, «Beta» shrinks, after a time. (strength strong, hypothesis) Why.
    ← «Beta» (missing, same direction)

2 Top: 0 cards

2.1 Part: 1 card

2.1-1. Beta [b]
    Cause.
    → Nothing leads from «Beta» to «Alpha» today; it is marked missing. (same direction)
    ← «Alpha» (leads to, opposite direction, after a time), «Gamma» (reports to)

0 No level: 1 card

0-1. Gamma [c]
    Actor.
    → «Gamma» reports to «Beta». (the whole)

Named loops

1. Round [l]
    2 links, 2 levels; if it were there: slows itself.
    When «Alpha» grows, «Beta» shrinks, after a time. Nothing carries this back up. If it did, the circle would slow itself.

Journeys

1. Walk
    Step 1 of 2: «Alpha» — Look.
    Step 2 of 2: what if «Beta» shrinks?

Sources

1. Survey [s], survey, 2021, respondents 5

Set aside

1. weak-way-up users top: Known.
"
        );
    }

    #[test]
    fn norwegian_leaves_no_english_word() {
        let text = shown(Lang::Nb);
        for word in ["Cards", "grows", "leads to", "level", "Named", "Step", "survey", "missing", "strength"]
        {
            assert!(!text.contains(word), "{word}:\n{text}");
        }
        assert!(text.contains("2.1-1. Beta [b]") && text.contains("melder til"), "{text}");
    }
}
