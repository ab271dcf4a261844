//! Twenty questions on nine pictures of the case, with their answers taken from the map.
//!
//! Somebody who sees only the pictures is asked; `cargo test --test quiz -- --nocapture` prints questions and key.
//! The answers are worked out from the model here and held against those written down beside the questions, so the
//! key cannot drift from the map.

use std::collections::BTreeSet;

use floke::file::bundled::bundled;
use floke::file::open::open_text;
use floke::map::{Certainty, Link, LinkId, LinkKind, LoopId, Map, NodeId, Sign};

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
    /// How many signals run up from a level, or from below it, to the next one or beyond.
    Told(&'static str, &'static str),
    /// How many links lead from an area with its parts to another.
    Between(&'static str, &'static str),
    /// To which area a missing link leads that starts in an area.
    MissingTo(&'static str),
}

use Ask::{Between, Cause, Delay, Does, Level, Missing, MissingTo, Told};

/// The pictures: 1 overview, 2 board, 3 full board, 4 a loop over four levels, 5 the loop whose way back is missing,
/// 6 main model, 7 focus, 8 matrix of area 1A, 9 a loop on paper.
const QUESTIONS: [(u8, Ask, &str); 20] = [
    (1, Told("practitioners", "management"), "10"),
    (1, Told("users", "practitioners"), "24"),
    (2, Ask::Sign("leaders-backing", "room-unused"), "−"),
    (2, Cause("room-unused", "practice-misses-whole"), "Room to act left unused"),
    (2, Level("room-unused"), "Practitioners"),
    (3, Ask::Sign("one-way-talk", "whole-story-heard"), "−"),
    (3, Cause("trust", "whole-story-heard"), "Trust in the services"),
    (4, Does("steering-that-never-hears"), "feeds itself"),
    (4, Ask::Levels("steering-that-never-hears"), "4"),
    (4, Ask::Sign("practice-misses-whole", "whole-story-heard"), "−"),
    (5, Missing("the-way-back-up"), "Families coordinating services"),
    (5, Does("the-way-back-up"), "slows itself"),
    (6, Between("5", "1"), "9"),
    (6, Between("2", "1"), "9"),
    (6, MissingTo("1"), "Central government"),
    (7, Delay("story-retold", "trust"), "yes"),
    (7, Cause("fitted-help", "trust"), "Help fitted to the family"),
    (8, Ask::Sign("plan-without-effect", "shared-view"), "−"),
    (9, Ask::Levels("families-hide-the-gap"), "3"),
    (9, Ask::Sign("joint-work-ranked-low", "joint-work"), "−"),
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
        Told(lower, upper) => {
            let rank = |id: &NodeId| {
                let own = map.node(id)?.level.as_ref()?;
                let whole = &map.whole_level(own)?.id;
                map.whole_levels().position(|level| level.id == *whole)
            };
            let least = map.whole_levels().position(|level| level.id.as_str() == *upper).expect("a level");
            let runs = |id: &LinkId, link: &Link| {
                let there = !link.missing && link.certainty != Some(Certainty::Refuted);
                let (from, to) = (rank(&id.from), rank(&id.to));
                id.kind == LinkKind::Informs
                    && there
                    && from < Some(least)
                    && from.is_some()
                    && to >= Some(least)
            };
            let count = map.links().filter(|(id, link)| runs(id, link)).count();
            let name = |id: &str| map.level(&id.into()).expect("a level").name.clone();
            (
                format!(
                    "How many signals are told upward across the line between «{}» and «{}»?",
                    name(lower),
                    name(upper)
                ),
                count.to_string(),
            )
        }
        Between(from, to) => {
            let count = map.links().filter(|(id, link)| {
                let effect = matches!(id.kind, LinkKind::Causes | LinkKind::ActsOn);
                effect
                    && !link.missing
                    && area(map, &id.from) == Some(*from)
                    && area(map, &id.to) == Some(*to)
            });
            let name = |id: &str| map.area(&id.into()).expect("an area").name.clone();
            (
                format!("How many links lead from «{from} {}» to «{to} {}»?", name(from), name(to)),
                count.count().to_string(),
            )
        }
        MissingTo(from) => {
            let (link, _) = map
                .links()
                .find(|(id, link)| {
                    let to = area(map, &id.to);
                    link.missing
                        && id.kind == LinkKind::Causes
                        && area(map, &id.from) == Some(*from)
                        && to != Some(*from)
                })
                .expect("one is missing");
            let to = area(map, &link.to).expect("an area");
            let name = |id: &str| map.area(&id.into()).expect("an area").name.clone();
            (format!("To which area leads the missing link from «{from} {}»?", name(from)), name(to))
        }
    }
}

/// The whole area of a card.
fn area<'a>(map: &'a Map, id: &NodeId) -> Option<&'a str> {
    let own = map.area(map.node(id)?.area.as_ref()?)?;
    Some(own.part_of.as_ref().unwrap_or(&own.id).as_str())
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
