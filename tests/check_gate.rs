//! `floke check` as a gate: what a `floke.toml` beside the maps does, what is new since a revision, and the forms that
//! services read.

#[path = "common/place.rs"]
mod place;

use place::*;
use serde_json::Value as Json;

/// A map with a hint (a link without a sign), a warning (a card that says nothing) and no error.
const MAP_TEXT: &str = r#"(
  floke: 1,
  title: "x",
  nodes: {
    "a": (label: "A", kind: Cause, causes: {"b": (sign: Unknown)}),
    "b": (label: " ", kind: Cause),
  },
)
"#;

fn codes(ran: &Ran) -> Vec<(String, String)> {
    let own = |found: &Json, field: &str| found[field].as_str().expect("a text").to_owned();
    let all = ran.json()["findings"].as_array().expect("a list").clone();
    all.iter().map(|found| (own(found, "code"), own(found, "severity"))).collect()
}

fn weight(ran: &Ran, code: &str) -> Option<String> {
    codes(ran).into_iter().find(|(own, _)| own == code).map(|(_, severity)| severity)
}

#[test]
fn a_file_beside_the_maps_says_how_much_faults_weigh() {
    let place = Place::bare();
    place.text("maps/x.floke.ron", MAP_TEXT);
    place.text("elsewhere/x.floke.ron", MAP_TEXT);
    let check = |map: &str, more: &[&str]| place.floke(&[&["check", "--format", "json", map], more].concat());
    assert_eq!(check("maps/x.floke.ron", &[]).code, Some(0));
    place.text(
        "maps/floke.toml",
        "[severity]\nsign-unknown = \"error\"\nempty-label = \"hint\"\nnot-canonical = \"off\"\n",
    );
    let ran = check("maps/x.floke.ron", &[]);
    assert_eq!(ran.code, Some(1));
    let is = |code: &str| weight(&ran, code);
    assert_eq!(is("sign-unknown").as_deref(), Some("error"));
    assert_eq!(is("empty-label").as_deref(), Some("hint"));
    assert_eq!(is("not-canonical"), None);
    // Beside that map there is none, and none in the folder that floke runs in counts.
    place.text("floke.toml", "[severity]\nsign-unknown = \"error\"\n");
    let ran = check("elsewhere/x.floke.ron", &[]);
    assert_eq!((ran.code, weight(&ran, "sign-unknown").as_deref()), (Some(0), Some("hint")));
    assert!(weight(&ran, "not-canonical").is_some());
}

#[test]
fn a_slip_in_that_file_fails_the_check_once_and_says_where() {
    let place = Place::bare();
    place.text("x.floke.ron", MAP_TEXT);
    place.text("y.floke.ron", MAP_TEXT);
    place.text("floke.toml", "[severity]\nopen-conflict = \"off\"\nno-way-up = \"error\"\n");
    for (lang, words) in
        [("en", ["stays one", "about the world"]), ("nb", ["forblir en feil", "handler om verden"])]
    {
        let ran = place.floke(&["check", "--lang", lang, "x.floke.ron", "y.floke.ron"]);
        assert_eq!(ran.code, Some(1));
        for (start, word) in ["floke.toml:2:1: ", "floke.toml:3:1: "].iter().zip(words) {
            let own: Vec<&str> = ran.out.lines().filter(|line| line.starts_with(start)).collect();
            assert!(own.len() == 1 && own[0].contains(word), "{}", ran.out);
        }
    }
}

#[test]
fn what_is_new_since_a_revision_is_marked_and_gates_no_more_than_before() {
    let place = Place::bare();
    place.git(&["init", "--quiet", "--initial-branch", "main"]);
    place.text("maps/x.floke.ron", MAP_TEXT);
    place.commit("first");
    // Two lines further down, and under another name: what was there is not new. One more link without a sign is.
    let text = MAP_TEXT
        .replace("title: \"x\",", "title: \"x\",\n  purpose: \"p\",\n  language: \"nb\",")
        .replace("{\"b\": (sign: Unknown)}", "{\"a\": (sign: Unknown), \"b\": (sign: Unknown)}");
    std::fs::remove_file(place.path().join("maps/x.floke.ron")).expect("removed");
    place.text("maps/y.floke.ron", &text);
    place.git(&["add", "--all"]);
    place.text("maps/new.floke.ron", MAP_TEXT);

    let ran = place.floke_in("maps", &["check", "y.floke.ron", "--base", "main", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let all = ran.json()["findings"].as_array().expect("a list").clone();
    let new: Vec<&str> = all
        .iter()
        .filter(|found| found["new"] == Json::Bool(true))
        .map(|found| found["subject"].as_str().expect("a text"))
        .collect();
    assert_eq!(new, ["a>a"], "{all:#?}");
    assert!(all.len() >= 3 && all.iter().all(|found| found["new"].is_boolean()));

    let ran = place.floke(&["check", "maps/y.floke.ron", "--base", "main"]);
    let marked: Vec<&str> = ran.out.lines().filter(|line| line.contains("] (new): ")).collect();
    assert!(marked.len() == 1 && marked[0].contains("sign-unknown"), "{}", ran.out);
    assert!(ran.out.ends_with("(1 new since main)\n"), "{}", ran.out);

    // In a file that git does not follow, everything is.
    let ran = place.floke(&["check", "maps/new.floke.ron", "--base", "main", "--format", "sarif"]);
    let results = ran.json()["runs"][0]["results"].as_array().expect("a list").clone();
    assert!(results.iter().all(|own| own["baselineState"] == "new") && !results.is_empty());

    for revision in ["nobody", "--output=x", "main:maps"] {
        let ran = place.floke(&["check", "maps/y.floke.ron", "--base", revision]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{revision} {ran:?}");
    }
    let outside = Place::bare();
    outside.text("x.floke.ron", MAP_TEXT);
    assert_eq!(outside.floke(&["check", "x.floke.ron", "--base", "HEAD"]).code, Some(2));
}

/// What the published schema of SARIF 2.1.0 asks of the objects that are there: the fields that must be, and the words that
/// may stand in those that have only a few.
fn follows_the_schema(log: &Json) {
    fn has(object: &Json, fields: &[&str]) {
        for field in fields {
            assert!(!object[field].is_null(), "no {field} in {object:#}");
        }
    }
    fn one_of(value: &Json, words: &[&str]) {
        assert!(value.as_str().is_some_and(|word| words.contains(&word)), "{value} is none of {words:?}");
    }
    fn unique(values: &[Json]) {
        assert!((0..values.len()).all(|at| !values[..at].contains(&values[at])), "{values:#?}");
    }
    const LEVELS: [&str; 4] = ["none", "note", "warning", "error"];
    has(log, &["version", "runs"]);
    assert_eq!(log["version"], "2.1.0");
    for run in log["runs"].as_array().expect("a list") {
        has(run, &["tool"]);
        one_of(&run["columnKind"], &["utf16CodeUnits", "unicodeCodePoints"]);
        let driver = &run["tool"]["driver"];
        has(driver, &["name"]);
        let rules = driver["rules"].as_array().expect("a list");
        unique(rules);
        let known: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().expect("an id")).collect();
        for rule in rules {
            one_of(&rule["defaultConfiguration"]["level"], &LEVELS);
            if let Some(described) = rule.get("shortDescription") {
                has(described, &["text"]);
            }
        }
        for result in run["results"].as_array().expect("a list") {
            has(result, &["message"]);
            assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
            one_of(&result["ruleId"], &known);
            one_of(&result["level"], &LEVELS);
            if let Some(kind) = result.get("kind") {
                one_of(kind, &["notApplicable", "pass", "fail", "review", "open", "informational"]);
                assert!(kind == "fail" || result["level"] == "none", "{result:#}");
            }
            if let Some(state) = result.get("baselineState") {
                one_of(state, &["new", "unchanged", "updated", "absent"]);
            }
            for print in result["partialFingerprints"].as_object().expect("an object").values() {
                assert!(print.is_string());
            }
            for location in result["locations"].as_array().expect("a list") {
                let physical = &location["physicalLocation"];
                has(physical, &["artifactLocation"]);
                let uri = physical["artifactLocation"]["uri"].as_str().expect("a text");
                assert!(
                    uri.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)),
                    "{uri}"
                );
                if let Some(region) = physical.get("region") {
                    for field in ["startLine", "startColumn"] {
                        assert!(region[field].as_u64().is_some_and(|number| number >= 1), "{region}");
                    }
                }
            }
        }
    }
}

/// Labels that would end a line, begin a command, make a link, fill in a place or act on a terminal.
const EVIL: &str =
    "x\\n::error file=y::gone\\r%0A::stop-commands::z [l](http://e.vil) {0} \\u{1b}[2J\\u{202e},a=b:c";

#[test]
fn sarif_and_annotations_hold_their_form_whatever_a_map_says() {
    let place = Place::bare();
    let text = MAP_TEXT
        .replace("label: \"A\"", &format!("label: \"{EVIL}\""))
        .replace("\" \"", &format!("\"{EVIL}\""));
    let names = ["a,b=c%0A::error::.floke.ron", "broken.floke.ron", "x.floke.ron"];
    place.text(names[0], &text);
    place.text(names[1], "(floke: 1,\n");
    place.text(names[2], include_str!("fixtures/version-1.floke.ron"));

    let ran = place.floke(&[&["check", "--observations", "--format", "sarif"], &names[..]].concat());
    assert_eq!(ran.code, Some(2));
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}']));
    let log = ran.json();
    follows_the_schema(&log);
    let results = log["runs"][0]["results"].as_array().expect("a list");
    assert!(
        results.iter().any(|own| own["ruleId"] == "duplicate-label" && own["level"] == "warning"),
        "{log:#}"
    );
    assert!(results.iter().any(|own| own["kind"] == "informational"));
    for result in results {
        let text = result["message"]["text"].as_str().expect("a text");
        assert!(!text.contains(['\n', '\r']), "{text}");
        assert!(!text.replace("{{", "").contains('{'), "{text}");
        assert!(text.match_indices("](").all(|(at, _)| text[..at].ends_with('\\')), "{text}");
    }

    let ran = place.floke(&[&["check", "--format", "github"], &names[..]].concat());
    assert_eq!(ran.code, Some(2));
    let told = place.floke(&[&["check", "--format", "json"], &names[..]].concat());
    let told = told.json()["findings"].as_array().expect("a list").len();
    assert_eq!(ran.out.lines().count(), told, "one line each: {}", ran.out);
    for line in ran.out.lines() {
        let head = line.strip_prefix("::").expect("a command").split("::").next().expect("its head");
        let (name, keys) = head.split_once(' ').expect("keys");
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        let keys: Vec<&str> = keys.split(',').map(|pair| pair.split('=').next().expect("a key")).collect();
        assert!(matches!(keys[..], ["file", "title"] | ["file", "line", "col", "title"]), "{line}");
        assert!(!line.contains(['\r', '\u{1b}', '\u{202e}']), "{line:?}");
    }
    assert!(ran.err.contains("error"), "the sum is for people: {}", ran.err);
    // No other command takes these forms.
    assert_eq!(place.floke(&["loops", names[2], "--format", "sarif"]).code, Some(2));
    assert_eq!(place.floke(&["check", names[2], "--format", "markdown"]).code, Some(2));
}
