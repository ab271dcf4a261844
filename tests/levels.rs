//! Who hears whom on the case map, row by row, and everything that the map shows of the world.
//!
//! What a correct program must say was worked out apart from it. That the missing link brings balancing loops only
//! stands in `case_numbers.rs`.

use std::process::{Command, Stdio};

use floke::analysis::levels::{Heard, Line, Pair, Verdict, tellers};
use floke::analysis::observe::sentence::level_name;
use floke::analysis::{Levels, Observation, Observed};
use floke::map::{LevelId, Map};
use floke::text::Lang;
use serde_json::Value as Json;

use Verdict::{NotKnown, Weak, Works};

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/complex-needs.floke.ron");
const SAK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/sammensatte-behov.floke.ron");

fn read(path: &str) -> Map {
    let text = std::fs::read_to_string(path).expect("bundled");
    floke::file::read(&text).expect("a map").to_map().expect("without faults")
}

/// The best way up as who tells whom.
fn way(pair: &Pair) -> Vec<(String, String)> {
    pair.up.links.iter().map(|id| (id.from.to_string(), id.to.to_string())).collect()
}

fn levels_of(map: &Map, way: &[(String, String)]) -> Vec<(String, String)> {
    let of = |id: &str| {
        let level = map.node(&id.into()).and_then(|node| node.level.clone()).expect("placed");
        level.to_string()
    };
    way.iter().map(|(from, to)| (of(from), of(to))).collect()
}

#[test]
fn pairs_by_signals_only() {
    for path in [CASE, SAK] {
        let map = read(path);
        let levels = Levels::of(&map);
        let pair = |lower: &str, upper: &str| levels.pair(&lower.into(), &upper.into()).expect("two levels");
        let (u, p, m, s) = ("users", "practitioners", "management", "system");
        for (lower, upper, verdict, through) in [
            // Families tell services part by part.
            (u, p, Weak, vec![(u, p)]),
            // And services tell leaders of deviations.
            (u, m, Weak, vec![(u, p), (p, m)]),
            // Appeals only.
            (u, s, Weak, vec![(u, "county")]),
            (p, m, Weak, vec![(p, m)]),
            (p, s, Weak, vec![(p, m), (m, "county")]),
            // Past the line: the municipalities' association tells the ministries.
            (m, s, Works, vec![(m, "ministry")]),
        ] {
            let pair = pair(lower, upper);
            assert_eq!(pair.up.verdict, verdict, "{lower} to {upper}");
            assert_eq!(pair.down.verdict, Works, "{upper} to {lower}");
            let through: Vec<(String, String)> =
                through.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            assert_eq!(levels_of(&map, &way(pair)), through, "{lower} to {upper}");
        }
    }
}

#[test]
fn the_line_step_by_step() {
    for path in [CASE, SAK] {
        let map = read(path);
        let levels = Levels::of(&map);
        let line = |lower: &str| -> &Line {
            levels.lines.iter().find(|line| line.pair.lower == LevelId::new(lower)).expect("a step")
        };
        let step = line("management");
        assert_eq!((step.pair.upper.as_str(), step.pair.up.verdict), ("county", Weak));
        assert_eq!(way(&step.pair), [("municipal-leaders".to_owned(), "county-governor".to_owned())]);
        let past = tellers(&map, &step.past.up);
        assert!(past.contains(&("ks".into(), Works)), "works past the line: {past:?}");
        assert!(
            past.contains(&("parents".into(), Weak))
                && past.contains(&("user-organisations".into(), NotKnown))
        );
        // Inside the system.
        assert_eq!(line("county").pair.up.verdict, NotKnown);
        assert_eq!(line("directorates").pair.up.verdict, Weak);
    }
}

/// A step between neighbours has one verdict, in the line and past it, wherever it is said.
#[test]
fn one_verdict_for_each_two_neighbours() {
    for path in [CASE, SAK] {
        let map = read(path);
        let levels = Levels::of(&map);
        let between =
            |lower: &str, upper: &str| levels.heard_between(&map, (&lower.into(), &upper.into()), true);
        let (weak, works) = (Verdict::Weak, Verdict::Works);
        assert_eq!(between("users", "practitioners"), Heard { line: weak, past: None });
        assert_eq!(between("practitioners", "management"), Heard { line: weak, past: None });
        assert_eq!(between("management", "system"), Heard { line: weak, past: Some(works) });
        // The same on the ladder, its parts folded or not.
        for steps in [&levels.lines, &levels.folded] {
            let step = steps.iter().find(|step| step.pair.lower.as_str() == "management").expect("there");
            assert_eq!(levels.heard(&map, step, true), between("management", "system"));
            assert_eq!(levels.heard(&map, step, false), Heard { line: works, past: None });
        }
        // Who are no neighbours have no line of their own.
        assert_eq!(between("users", "management"), Heard { line: weak, past: None });
        let inside = levels.lines.iter().find(|step| step.pair.lower.as_str() == "county").expect("there");
        let not_known = Verdict::NotKnown;
        assert_eq!(levels.heard(&map, inside, true), Heard { line: not_known, past: Some(works) });
    }
}

/// All the case shows, in both languages, as people read it.
#[test]
fn everything_that_the_case_shows() {
    for (path, lang, name) in [(CASE, Lang::En, "case-en"), (SAK, Lang::Nb, "case-nb")] {
        let map = read(path);
        let seen = Observed::of(&map, &Levels::of(&map)).open;
        let lines: Vec<String> =
            seen.iter().map(|own| format!("[{}] {}", own.code(), own.sentence(&map, lang))).collect();
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}

#[test]
fn the_case_shows_no_noise() {
    for path in [CASE, SAK] {
        let map = read(path);
        let levels = Levels::of(&map);
        let seen = Observed::of(&map, &levels).open;
        let neighbours: Vec<_> =
            levels.lines.iter().map(|line| (&line.pair.lower, &line.pair.upper)).collect();
        for own in &seen {
            assert!(Observation::CODES.contains(&own.code()), "{}", own.code());
            // Two names at least.
            let said = own.sentence(&map, Lang::En);
            assert!(said.matches('«').count() >= 2, "{said}");
            assert!(!own.rests_on.is_empty(), "{said}");
            for words in &own.rests_on {
                assert!(floke::analysis::observe::ground::stands(&map, words), "{words}");
            }
            // No far levels.
            let key = own.key();
            if key.contains("way-up") {
                let near =
                    neighbours.iter().any(|(lower, upper)| key.ends_with(&format!(" {lower} {upper}")));
                assert!(near, "{key}");
            }
        }
        let mut keys: Vec<String> = seen.iter().map(Observation::key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), seen.len(), "each has a key of its own");
    }
}

fn floke(arguments: &[&str]) -> (Option<i32>, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(arguments)
        .env_clear()
        .env("HOME", "/nonexistent")
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    (ran.status.code(), String::from_utf8(ran.stdout).expect("UTF-8"))
}

#[test]
fn the_command_says_it_to_people() {
    for (path, lang, name) in [(CASE, "en", "text-en"), (SAK, "nb", "text-nb")] {
        let (code, out) = floke(&["levels", path, "--lang", lang]);
        assert_eq!(code, Some(0));
        let heading =
            Lang::ALL.into_iter().find(|own| own.code() == lang).expect("known").words().places.map_shows;
        let (ladder, shows) = out.split_once(heading).expect("both parts");
        insta::assert_snapshot!(name, ladder);
        let map = read(path);
        assert_eq!(
            shows.lines().filter(|line| line.starts_with("    ")).count(),
            Observed::of(&map, &Levels::of(&map)).open.len()
        );
        for line in &Levels::of(&map).lines {
            assert!(ladder.contains(&level_name(&map, &line.pair.upper)));
        }
    }
}

#[test]
fn the_command_says_it_to_programs() {
    let (code, out) = floke(&["levels", CASE, "--format", "json"]);
    assert_eq!(code, Some(0));
    let json: Json = serde_json::from_str(&out).expect("JSON");
    let pair = |list: &str, lower: &str, upper: &str| -> Json {
        let all = json[list].as_array().expect("a list");
        all.iter().find(|own| own["lower"] == lower && own["upper"] == upper).expect("there").clone()
    };
    assert_eq!(json["levels"].as_array().map(Vec::len), Some(7));
    assert_eq!(json["pairs"].as_array().map(Vec::len), Some(6));
    assert_eq!(json["lines"].as_array().map(Vec::len), Some(6));
    assert_eq!(
        pair("pairs", "users", "practitioners"),
        serde_json::json!({
            "lower": "users", "upper": "practitioners",
            "effects": {"up": 1, "down": 14, "up_path": true, "down_path": true},
            "signals": {"up": 22, "down": 11, "up_path": true, "down_path": true},
            "verdict": {"down": "works", "up": "weak"},
        })
    );
    assert_eq!(pair("pairs", "management", "system")["verdict"]["up"], "works");
    assert_eq!(pair("lines", "management", "county")["verdict"]["up"], "weak");
    assert_eq!(pair("lines", "county", "directorates")["verdict"]["up"], "not-known");
    let first = &json["observations"][0];
    assert_eq!((&first["code"], &first["subjects"][0]), (&"weak-way-up".into(), &"users".into()));
    assert_eq!(first["mended_by"]["to"], "ministries");
}

#[test]
fn check_lists_what_the_map_shows_and_gates_on_faults_alone() {
    let (plain, _) = floke(&["check", CASE]);
    let (code, out) = floke(&["check", CASE, "--observations", "--deny", "hint", "--format", "json"]);
    let (without, faults) = floke(&["check", CASE, "--deny", "hint", "--format", "json"]);
    assert_eq!((plain, code), (Some(0), without));
    let (json, faults): (Json, Json) =
        (serde_json::from_str(&out).expect("JSON"), serde_json::from_str(&faults).expect("JSON"));
    let all = json["findings"].as_array().expect("a list");
    let observations: Vec<_> = all.iter().filter(|own| own["severity"] == "observation").collect();
    let map = read(CASE);
    assert_eq!(observations.len(), Observed::of(&map, &Levels::of(&map)).open.len());
    assert_eq!(all.len() - observations.len(), faults["findings"].as_array().expect("a list").len());
    for number in ["errors", "warnings", "hints"] {
        assert_eq!(json[number], faults[number]);
    }
    assert!(observations.iter().all(|own| own["line"].is_u64()), "each has a place in the file");
}
