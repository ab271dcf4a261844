//! What a change does to loops and to who hears whom, against an oracle that shares no code with the comparison: it
//! lists every loop and tries every way in both maps, and holds the lists against each other.

#[path = "common/chance.rs"]
mod chance;
#[path = "oracle/ways.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod ways;
#[path = "oracle/web.rs"]
mod web;

use std::collections::{BTreeMap, BTreeSet};

use chance::Chance;
use floke::analysis::{Budget, CompareQuery, Comparison, Polarity};
use floke::map::{LinkId, Map};
use web::{LEVELS, Line, Web};

const PAIRS: usize = 1_000;

/// A loop by its links from the smallest node on.
type Key = Vec<LinkId>;

/// A web a few edits away, or quite another one.
fn edited(web: &Web, chance: &mut Chance) -> Web {
    if chance.percent(10) {
        return web::random(chance);
    }
    let mut other = Web { nodes: web.nodes, lines: web.lines.clone(), levels: web.levels.clone() };
    for _ in 0..chance.below(8) {
        let places = other.lines.len();
        match chance.below(10) {
            0 if places > 0 => drop(other.lines.remove(chance.below(places))),
            1 | 8 | 9 if places > 0 => {
                let line = &mut other.lines[chance.below(places)];
                line.sign = ['+', '-', '?'][chance.below(3)];
            }
            2 if places > 0 => {
                let at = chance.below(places);
                other.lines[at].missing ^= true;
            }
            3 if places > 0 => {
                let at = chance.below(places);
                other.lines[at].footing = chance.below(5);
            }
            4 if places > 0 => {
                let at = chance.below(places);
                other.lines[at].weak ^= true;
            }
            5 => {
                let at = chance.below(other.nodes);
                other.levels[at] = Some(chance.below(6)).filter(|&level| level < LEVELS.len());
            }
            6 if other.nodes > 1 => {
                other.nodes -= 1;
                other.levels.pop();
                let nodes = other.nodes;
                other.lines.retain(|line| line.from < nodes && line.to < nodes);
            }
            7 if other.nodes < 8 => {
                other.nodes += 1;
                other.levels.push(Some(chance.below(LEVELS.len())));
            }
            _ => {}
        }
        let kind = ['c', 'o', 's', 'i'][chance.below(4)];
        let (from, to) = (chance.below(other.nodes), chance.below(other.nodes));
        if chance.percent(50)
            && !other.lines.iter().any(|line| (line.from, line.to, line.kind) == (from, to, kind))
        {
            let sign = ['+', '-', '?'][chance.below(3)];
            let weak = chance.percent(30);
            let footing = chance.below(4);
            other.lines.push(Line {
                from,
                to,
                kind,
                sign,
                footing,
                missing: false,
                weak,
                sources: Vec::new(),
            });
        }
    }
    other
}

/// Every loop of a web with its sign.
fn loops(web: &Web) -> BTreeMap<Key, char> {
    let all = ways::loops(web, &|line| line.is_effect() && line.runs());
    all.iter()
        .map(|row| (row.iter().map(|&at| web::link_id(&web.lines[at])).collect(), ways::sign(web, row)))
        .collect()
}

fn letter(polarity: Polarity) -> char {
    match polarity {
        Polarity::Reinforcing => '+',
        Polarity::Balancing => '-',
        Polarity::Undetermined => '?',
    }
}

/// Every verdict on two whole levels, by lower, upper and direction.
fn verdicts(web: &Web) -> BTreeMap<(&'static str, &'static str, bool), usize> {
    let wholes: Vec<&str> = LEVELS.iter().filter(|level| level.1.is_none()).map(|level| level.0).collect();
    let mut all = BTreeMap::new();
    for (at, lower) in wholes.iter().enumerate() {
        for upper in &wholes[at + 1..] {
            let (low, high) = (ways::on(web, lower, true), ways::on(web, upper, true));
            all.insert((*lower, *upper, true), ways::verdict(web, 'i', &low, &high));
            all.insert((*lower, *upper, false), ways::verdict(web, 's', &high, &low));
        }
    }
    all
}

/// Checks many pairs and gives how many loops came, went and turned, and how many verdicts changed.
fn check(max_length: usize, seed: u64) -> [usize; 4] {
    let mut chance = Chance(seed);
    let mut seen = [0; 4];
    for _ in 0..PAIRS {
        let before = web::random(&mut chance);
        let after = edited(&before, &mut chance);
        let maps: [Map; 2] = [web::map(&before, &mut chance), web::map(&after, &mut chance)];
        let query = CompareQuery { max_length, ..CompareQuery::default() };
        let found = Comparison::of(&maps[0], &maps[1], &query, &mut Budget::unlimited());
        let circles = &found.circles;
        assert!(circles.complete);

        let short = |all: BTreeMap<Key, char>| -> BTreeMap<Key, char> {
            all.into_iter().filter(|(key, _)| max_length == 0 || key.len() <= max_length).collect()
        };
        let (old, new) = (short(loops(&before)), short(loops(&after)));
        let told = |all: &[floke::analysis::compare::Circle]| -> Vec<(Key, char)> {
            all.iter().map(|own| (own.links.clone(), letter(own.polarity))).collect()
        };
        let only = |one: &BTreeMap<Key, char>, other: &BTreeMap<Key, char>| -> BTreeSet<(Key, char)> {
            let own = one.iter().filter(|(key, _)| !other.contains_key(*key));
            own.map(|(key, sign)| (key.clone(), *sign)).collect()
        };
        for (said, truth) in
            [(told(&circles.added), only(&new, &old)), (told(&circles.removed), only(&old, &new))]
        {
            assert_eq!(said.len(), truth.len(), "{before:?} {after:?}");
            assert!(said.iter().is_sorted_by_key(|(key, _)| key.len()), "shortest first");
            assert_eq!(said.into_iter().collect::<BTreeSet<_>>(), truth, "{before:?} {after:?}");
        }
        let turned: BTreeSet<(Key, char, char)> = old
            .iter()
            .filter_map(|(key, was)| Some((key.clone(), *was, *new.get(key)?)))
            .filter(|(_, was, now)| was != now)
            .collect();
        let flipped: BTreeSet<(Key, char, char)> =
            circles.flipped.iter().map(|own| (own.links.clone(), letter(own.was), letter(own.now))).collect();
        assert_eq!((flipped, circles.flipped.len()), (turned.clone(), turned.len()), "{before:?} {after:?}");

        let (was, now) = (verdicts(&before), verdicts(&after));
        let names = ["none", "not-known", "weak", "works"];
        let truth: BTreeSet<_> = was
            .iter()
            .map(|(key, was)| (*key, *was, now[key]))
            .filter(|(_, was, now)| was != now)
            .map(|((lower, upper, up), was, now)| (lower, upper, up, names[was], names[now]))
            .collect();
        let said: BTreeSet<_> = found
            .hearing
            .pairs
            .iter()
            .map(|own| (own.lower.as_str(), own.upper.as_str(), own.up, own.was.name(), own.now.name()))
            .collect();
        assert_eq!((said, found.hearing.pairs.len()), (truth.clone(), truth.len()), "{before:?} {after:?}");
        for (sum, more) in
            seen.iter_mut().zip([circles.added.len(), circles.removed.len(), turned.len(), truth.len()])
        {
            *sum += more;
        }
    }
    println!("up to {max_length} links: {seen:?} loops new, lost, turned, and verdicts");
    seen
}

#[test]
fn loops_and_verdicts_are_what_trying_everything_gives() {
    let seen = check(9, 61);
    assert!(seen.iter().all(|&n| n > 200), "there was enough to find: {seen:?}");
}

#[test]
fn a_bound_cuts_by_length_and_nothing_else() {
    check(3, 62);
    check(0, 63);
}

/// A search that is stopped has found all up to the length that it says, and says that it was stopped.
#[test]
fn a_stopped_search_says_up_to_where_it_is_whole() {
    let mut chance = Chance(64);
    let mut stopped = 0;
    for _ in 0..200 {
        let before = web::random(&mut chance);
        let after = edited(&before, &mut chance);
        let maps: [Map; 2] = [web::map(&before, &mut chance), web::map(&after, &mut chance)];
        let query = CompareQuery::default();
        let found = Comparison::of(&maps[0], &maps[1], &query, &mut Budget::steps(40)).circles;
        let most = found.complete_to;
        let (old, new) = (loops(&before), loops(&after));
        let expected = |one: &BTreeMap<Key, char>, other: &BTreeMap<Key, char>| {
            one.keys().filter(|key| key.len() <= most && !other.contains_key(*key)).count()
        };
        let within = |all: &[floke::analysis::compare::Circle]| {
            all.iter().filter(|own| own.links.len() <= most).count()
        };
        assert_eq!(within(&found.added), expected(&new, &old), "{found:?}");
        assert_eq!(within(&found.removed), expected(&old, &new), "{found:?}");
        assert_eq!(found.complete, found.stopped_by.is_none());
        stopped += usize::from(!found.complete);
    }
    assert!(stopped > 20, "{stopped}");
}
