//! Twenty questions on ten pictures of the case, with their answers taken from the map.
//!
//! Somebody who sees only the pictures is asked; `cargo test --test quiz -- --nocapture` prints questions and key.
//! The answers are worked out from the model here and held against those written down beside the questions, so the
//! key cannot drift from the map.

use std::collections::BTreeSet;

use floke::analysis::levels::Levels;
use floke::file::bundled::bundled;
use floke::file::open::open_text;
use floke::map::{Link, LinkId, LinkKind, LoopId, Map, NodeId, Sign};

/// What is asked.
enum Ask {
    /// The sign of the link from one card to another.
    Sign(&'static str, &'static str),
    /// Which of two cards is the cause.
    Cause(&'static str, &'static str),
    /// On which level a card stands.
    Level(&'static str),
    /// Whether a loop feeds or slows itself, were all its links there.
    Does(&'static str),
    /// How many levels a loop runs through.
    Levels(&'static str),
    /// From which card the missing link of a loop starts.
    Missing(&'static str),
    /// Whether the effect comes late.
    Delay(&'static str, &'static str),
    /// What comes up from one level to the next.
    Up(&'static str, &'static str),
}

use Ask::{Cause, Delay, Does, Level, Missing, Up};

const QUESTIONS: [(u8, Ask, &str); 20] = [
    (1, Ask::Sign("leaders-backing", "room-unused"), "−"),
    (1, Cause("room-unused", "practice-misses-whole"), "Room to act left unused"),
    (1, Level("room-unused"), "Practitioners"),
    (2, Ask::Sign("joint-work", "practice-misses-whole"), "−"),
    (2, Cause("joint-work", "fitted-help"), "Services pulling together"),
    (3, Ask::Sign("one-way-talk", "whole-story-heard"), "−"),
    (3, Level("trust"), "Users"),
    (4, Delay("story-retold", "trust"), "yes"),
    (4, Cause("fitted-help", "trust"), "Help fitted to the family"),
    (5, Does("steering-that-never-hears"), "feeds itself"),
    (5, Ask::Levels("steering-that-never-hears"), "4"),
    (5, Ask::Sign("practice-misses-whole", "whole-story-heard"), "−"),
    (6, Missing("the-way-back-up"), "Families coordinating services"),
    (6, Does("the-way-back-up"), "slows itself"),
    (7, Delay("firefighting", "wait-and-see"), "no"),
    (7, Level("costly-late-help"), "Management and organisation"),
    (8, Ask::Sign("families-coordinate", "unmet-need"), "−"),
    (9, Up("management", "county"), "weak"),
    (9, Up("county", "directorates"), "not-known"),
    (10, Ask::Levels("families-hide-the-gap"), "3"),
];

fn case() -> Map {
    let found = bundled().iter().find(|map| map.name == "complex-needs").expect("a bundled map");
    open_text(found.name, found.text.to_owned()).expect("it opens").document.to_map().expect("no faults")
}

fn label(map: &Map, id: &str) -> String {
    map.node(&NodeId::new(id)).expect("a card").label.clone()
}

fn link<'a>(map: &'a Map, from: &str, to: &str) -> Option<&'a Link> {
    map.link(&LinkId::new(from, LinkKind::Causes, to))
}

fn level(map: &Map, id: &str) -> String {
    let level = map.node(&NodeId::new(id)).and_then(|node| node.level.as_ref()).expect("a level");
    map.whole_level(level).expect("a whole level").name.clone()
}

fn answer(map: &Map, ask: &Ask) -> (String, String) {
    let told = |id: &str| &map.loops()[&LoopId::new(id)];
    match ask {
        Ask::Sign(from, to) => {
            let sign = link(map, from, to).expect("a link").sign_or_unknown();
            let sign = if sign == Sign::Plus { "+" } else { "−" };
            (
                format!("What sign has the link from «{}» to «{}»?", label(map, from), label(map, to)),
                sign.to_owned(),
            )
        }
        Cause(a, b) => {
            let cause = if link(map, a, b).is_some() { a } else { b };
            (
                format!("Which is the cause of the other: «{}» or «{}»?", label(map, b), label(map, a)),
                label(map, cause),
            )
        }
        Level(id) => (format!("On which level stands «{}»?", label(map, id)), level(map, id)),
        Does(id) => {
            let sign = told(id)
                .links()
                .map(|id| map.link(&id).expect("a link").sign_or_unknown())
                .fold(Sign::Plus, Sign::times);
            let does = if sign == Sign::Plus { "feeds itself" } else { "slows itself" };
            (format!("What does «{}» do, if all links were there?", told(id).title), does.to_owned())
        }
        Ask::Levels(id) => {
            let levels: BTreeSet<String> =
                told(id).links().map(|link| level(map, link.from.as_str())).collect();
            (format!("Through how many levels runs «{}»?", told(id).title), levels.len().to_string())
        }
        Missing(id) => {
            let missing =
                told(id).links().find(|id| map.link(id).expect("a link").missing).expect("one is missing");
            let title = &told(id).title;
            (
                format!("From which card starts the missing link of «{title}»?"),
                label(map, missing.from.as_str()),
            )
        }
        Delay(from, to) => {
            let late = if link(map, from, to).expect("a link").delay { "yes" } else { "no" };
            let (from, to) = (label(map, from), label(map, to));
            (format!("Does the effect of «{from}» on «{to}» come only after a time?"), late.to_owned())
        }
        Up(lower, upper) => {
            let levels = Levels::of(map);
            let line = levels.lines.iter().map(|line| &line.pair);
            let mut line = line.filter(|pair| pair.lower.as_str() == *lower && pair.upper.as_str() == *upper);
            let verdict = line.next().expect("a line").up.verdict.name();
            let name = |id: &str| map.level(&id.into()).expect("a level").name.clone();
            (format!("How well is «{}» told to «{}»?", name(lower), name(upper)), verdict.to_owned())
        }
    }
}

#[test]
fn the_key_of_the_questions_is_what_the_map_says() {
    let map = case();
    for (number, (picture, ask, written)) in QUESTIONS.iter().enumerate() {
        let (question, answer) = answer(&map, ask);
        println!("{}. (picture {picture}) {question}  [{answer}]", number + 1);
        assert_eq!(answer, *written, "{question}");
    }
}
