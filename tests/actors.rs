//! The register of actors on the command line: on the bundled case, and on a small map where all is known.

use std::process::{Command, Stdio};

use serde_json::Value as Json;

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/complex-needs.floke.ron");
const CASE_NB: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/sammensatte-behov.floke.ron");

/// A family that nobody of the state hears, a school that holds a cause of a loop, a ministry that nobody asked.
const SMALL: &str = r#"(
  floke: 1,
  title: "Small",
  levels: [
    (id: "users", name: "Users"),
    (id: "system", name: "System"),
  ],
  nodes: {
    "a": (label: "Alpha", kind: Cause, causes: {"b": (sign: Plus)}),
    "b": (label: "Beta", kind: Cause, causes: {"a": (sign: Minus), "b": (sign: Plus)}),
    "family": (
      label: "Family \u{1b}[2J",
      kind: Actor,
      stance: For,
      involvement: Represented,
      level: "users",
      needs_to_know: ["When it is decided."],
      informs: {
        "ministry": (missing: true),
        "school": (strength: 1, about: Case),
      },
    ),
    "ministry": (
      label: "Ministry",
      kind: Actor,
      sector: "Education",
      influence: 3,
      stance: Against,
      involvement: Absent,
      level: "system",
      steers: {"school": ()},
    ),
    "school": (
      label: "School",
      kind: Actor,
      sector: "education",
      influence: 1,
      involvement: Active,
      level: "users",
      holds: {"b": ()},
    ),
  },
)
"#;

/// What the program writes to standard output.
fn run(arguments: &[&str], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(arguments)
        .env_clear()
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), input.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(arguments: &[&str], input: &str) -> Json {
    let out = run(&[arguments, &["--format", "json"]].concat(), input);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

fn ids(list: &Json) -> Vec<&str> {
    let all = list.as_array().expect("a list").iter();
    all.map(|one| one.as_str().or_else(|| one["id"].as_str()).expect("an id")).collect()
}

#[test]
fn the_register_says_all_that_the_map_says_of_an_actor() {
    let all = json(&["actors", "-"], SMALL);
    assert_eq!(ids(&all["actors"]), ["ministry", "family", "school"], "from the top level down");
    let [ministry, family, school] = [0, 1, 2].map(|at| &all["actors"][at]);
    assert_eq!((&ministry["influence"], &ministry["stance"]), (&Json::from(3), &Json::from("against")));
    assert_eq!(ministry["involvement"], "absent");
    assert!(ids(&ministry["hears"]).is_empty(), "a missing link is no hearing");
    assert_eq!((ids(&ministry["steers"]), ids(&school["steered_by"])), (vec!["school"], vec!["ministry"]));
    let missing = serde_json::json!([{"from": "family", "to": "ministry", "kind": "informs"}]);
    assert_eq!((&ministry["missing"], &family["missing"]), (&missing, &missing));
    assert_eq!(family["needs_to_know"][0], "When it is decided.");
    assert_eq!((&family["influence"], &family["sector"]), (&Json::Null, &Json::Null));
    let heard = &school["hears"][0];
    assert_eq!(
        (&heard["id"], &heard["strength"], &heard["about"]),
        (&"family".into(), &1.into(), &"case".into())
    );
    assert_eq!(ids(&school["holds"]), ["b"]);
    let loops = &school["loops"];
    assert_eq!(
        (&loops["reinforcing"], &loops["balancing"], &loops["count"]),
        (&1.into(), &1.into(), &2.into())
    );
    assert_eq!(ministry["loops"]["count"], 0);
}

#[test]
fn the_same_sector_is_one_row_and_everybody_stands_in_one_cell() {
    let all = json(&["actors", "-"], SMALL);
    let coverage = &all["coverage"];
    assert_eq!(coverage["levels"], serde_json::json!(["users", "system"]));
    assert_eq!(coverage["sectors"], serde_json::json!(["Education", null]), "written as the first has it");
    let cells: Vec<String> = coverage["cells"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|cell| format!("{} {} {}", cell["sector"], cell["level"], cell["presence"]).replace('"', ""))
        .collect();
    assert_eq!(
        cells,
        ["Education users active", "Education system absent", "null users represented", "null system nobody"]
    );
    let picture = &all["influence_by_stance"];
    assert_eq!(picture["unstated"], 2);
    assert_eq!(
        picture["cells"][0],
        serde_json::json!({"influence": 3, "stance": "against", "actors": ["ministry"]})
    );
    let standing: usize =
        picture["cells"].as_array().expect("a list").iter().map(|cell| ids(&cell["actors"]).len()).sum();
    assert_eq!(standing, 3);
}

#[test]
fn orders_put_those_of_whom_nobody_said_it_last() {
    let order = |arguments: &[&str]| {
        let all = json(&[&["actors", "-"], arguments].concat(), SMALL);
        ids(&all["actors"]).join(" ")
    };
    assert_eq!(order(&["--sort", "influence"]), "ministry school family");
    assert_eq!(order(&["--sort", "influence", "--reverse"]), "school ministry family");
    assert_eq!(order(&["--sort", "stance"]), "family ministry school");
    assert_eq!(order(&["--sort", "involvement"]), "school family ministry");
    assert_eq!(order(&["--sort", "sector"]), "ministry school family");
    assert_eq!(order(&["--sort", "name"]), "family ministry school");
    assert_eq!(order(&["--sort", "holds"]), "school ministry family");
    assert_eq!(order(&["--sort", "level", "--reverse"]), "family school ministry");
}

#[test]
fn the_text_is_safe_to_show_and_says_where_counting_ends() {
    let text = run(&["actors", "-", "--max-length", "1"], SMALL);
    assert!(!text.contains('\u{1b}'), "{text:?}");
    for said in [
        "3 actors, sorted by level.",
        "All circles of 1 link are counted.",
        "Influence high, stance against: Ministry",
        "Influence or stance is not stated for 2 of 3 actors.",
        "  Loops through that: 1 reinforcing loop\n",
        "  Hears: Family",
        "(weak, one case)",
        "reports to «Ministry»",
        "A active, R represented, E on the edge, X absent, ? not stated, · nobody",
    ] {
        assert!(text.contains(said), "«{said}» is not in\n{text}");
    }
    let nobody = run(&["actors", "-"], "(floke: 1, title: \"x\")");
    assert!(nobody.starts_with("No actors yet."), "{nobody}");
    let nobody = json(&["actors", "-"], "(floke: 1, title: \"x\")");
    assert_eq!((&nobody["count"], &nobody["coverage"]["cells"]), (&0.into(), &serde_json::json!([])));
}

/// What the case says of its actors, whichever language it is in.
#[test]
fn the_case_is_read_as_it_is_told() {
    for map in [CASE, CASE_NB] {
        let all = json(&["actors", map], "");
        assert_eq!((&all["count"], &all["complete"]), (&28.into(), &true.into()));
        let find = |id: &str| {
            let actors = all["actors"].as_array().expect("a list");
            actors.iter().find(|actor| actor["id"] == id).unwrap_or_else(|| panic!("{id}"))
        };
        // Whoever tells the ministries does it from beside the line or within a sector; the families do not.
        let ministries = find("ministries");
        let heard = ids(&ministries["hears"]);
        assert!(
            heard.contains(&"ks") && heard.contains(&"health-directorate") && !heard.contains(&"parents")
        );
        assert_eq!(ministries["missing"][0]["from"], "parents");
        assert_eq!(ministries["loops"]["named"].as_array().map(Vec::len), Some(2));
        // Families are heard by the services and, in single cases, by the county governor; not by the municipality.
        let parents = find("parents");
        assert_eq!(parents["involvement"], "active");
        assert!(ids(&parents["heard_by"]).contains(&"county-governor"));
        assert!(!ids(&parents["heard_by"]).contains(&"municipal-leaders"));
        // Counted again from the list of loops and from what each is said to hold.
        let loops = json(&["loops", map], "");
        for actor in all["actors"].as_array().expect("a list") {
            let held = ids(&actor["holds"]);
            for polarity in ["reinforcing", "balancing", "undetermined"] {
                let through = loops["loops"].as_array().expect("a list").iter().filter(|own| {
                    own["polarity"] == polarity && ids(&own["nodes"]).iter().any(|card| held.contains(card))
                });
                assert_eq!(actor["loops"][polarity], through.count(), "{} {polarity}", actor["id"]);
            }
        }
        assert_eq!(find("municipal-leaders")["loops"]["count"], 7);
        // No stances and no influence are made up for real bodies.
        assert_eq!(all["influence_by_stance"]["unstated"], 28);
        let absent = |level: &str| {
            let cells = all["coverage"]["cells"].as_array().expect("a list").iter();
            let cells = cells.filter(|cell| cell["level"] == level);
            cells.filter(|cell| cell["presence"] == "absent").count()
        };
        // General practitioners, respite carers; the county authority; Parliament and the auditor.
        assert_eq!([absent("practitioners"), absent("management"), absent("ministry")], [2, 1, 1]);
    }
}
