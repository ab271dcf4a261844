//! The command line's promise: names, exit codes, which stream says what, and the fields of the JSON.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/complex-needs.floke.ron");

/// Two causes in a loop, an actor, an orphan; two cards share a label.
const SMALL: &str = r#"(
  floke: 1,
  title: "Small",
  levels: [
    (id: "users", name: "Users"),
    (id: "system", name: "System"),
  ],
  areas: [
    (id: "1A", name: "First"),
  ],
  nodes: {
    "a": (
      label: "Alpha",
      kind: Cause,
      level: "users",
      area: "1A",
      causes: {
        "b": (sign: Plus, delay: true),
      },
    ),
    "b": (
      label: "Beta",
      kind: Cause,
      level: "system",
      causes: {
        "a": (sign: Minus),
        "twin": (sign: Unknown),
      },
    ),
    "twin": (
      label: "Twin",
      kind: Cause,
    ),
    "twin-2": (
      label: "Twin",
      kind: Actor,
      influence: 3,
    ),
  },
)
"#;

/// A folder with `small.ron`, and the program run in it, in English and without colours.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        place.write("small.ron", SMALL);
        place
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: impl AsRef<OsStr>, text: &str) {
        std::fs::write(self.path().join(name.as_ref()), text).expect("written");
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("there")
    }

    fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_floke"));
        command.args(arguments).current_dir(self.path());
        for name in ["FLOKE_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        // What the person who runs the tests has set or opened is not seen, nor changed.
        command
            .env("XDG_CONFIG_HOME", self.path().join("config"))
            .env("XDG_STATE_HOME", self.path().join("state"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).stdin(Stdio::null()).output().expect("it runs"))
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        // A program that does not read its input may be gone by now.
        let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
        Ran::of(child.wait_with_output().expect("it ends"))
    }
}

/// What a run left.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

#[test]
fn exit_codes_and_streams() {
    let place = Place::new();
    place.write("broken.ron", "(\n  floke: 1,\n  title: \"x\",\n  lable: 2,\n)\n");
    place.write("dangling.ron", "(floke: 1, title: \"x\", nodes: {\"a\": (label: \"A\", kind: Cause, causes: {\"z\": (sign: Plus)})})");
    // Arguments, exit code, what standard output begins with, what standard error must say.
    let table: &[(&[&str], i32, &str, &[&str])] = &[
        (&["--help"], 0, "Maps a wicked problem", &[]),
        (&["--version"], 0, "floke ", &[]),
        (&["show", "small.ron"], 0, "Small\n", &[]),
        (&["check", "small.ron"], 0, "", &[]),
        (&["fmt", "--check", "small.ron"], 0, "", &[]),
        (&["chains", "small.ron", "--from", "a", "--to", "twin"], 0, "1.  ?  2 links", &[]),
        (&["chains", "small.ron", "--from", "twin", "--to", "a"], 1, "No chain", &[]),
        (&["chains", "small.ron", "--from", "a", "--to", "a"], 1, "No chain", &[]),
        (&["causes", "small.ron", "twin"], 0, "Twin  [twin]\n  ←(?) Beta", &[]),
        (&["effects", "small.ron", "alp"], 0, "Alpha  [a]\n  →(+)‖ Beta", &[]),
        (&["loops", "small.ron"], 0, "B1  2 links, 2 levels\n    a →(+)‖ b →(−) a\n", &[]),
        (&["loops", "small.ron", "--through", "twin"], 0, "", &[]),
        (&["keys"], 0, "", &[]),
        (&["demo", "--list"], 0, "complex-needs", &[]),
        (&["import", "--list"], 0, "csv", &[]),
        (&["export", "--list"], 0, "csv", &[]),
        // What cannot be done.
        (&["show"], 2, "", &["Usage"]),
        (&["show", "--wrong", "small.ron"], 2, "", &["--wrong"]),
        (&["show", "nothing.ron"], 2, "", &["nothing.ron: There is no such file.", "floke new"]),
        (&["show", "."], 2, "", &["folder"]),
        (&["show", "broken.ron"], 2, "", &["broken.ron:4:3: ", "'lable'", " — "]),
        (&["loops", "dangling.ron"], 2, "", &["dangling.ron:1:", "'z'", "floke check dangling.ron"]),
        (&["small.ron", "show"], 2, "", &[]),
        (&["loops", "small.ron", "--over", "wishes"], 2, "", &["acts_on"]),
        (&["loops", "small.ron", "--through", "Twin"], 2, "", &["twin «Twin»", "twin-2 «Twin»"]),
        (&["causes", "small.ron", "bta"], 2, "", &["there is no card 'bta'", "did you mean b «Beta»?"]),
        (&["demo", "nowhere"], 2, "", &["complex-needs", "sammensatte-behov"]),
        (&["export", "--to", "xlsx", "small.ron"], 2, "", &["'xlsx'", "csv, json, kumu"]),
        (&["export", "--to", "png", "small.ron"], 2, "", &["-o"]),
        (&["export", "--to", "svg", "small.ron", "--loop", "x"], 2, "", &["no loop 'x'"]),
        (&["export", "--to", "html", "small.ron", "--picture", "matrix"], 2, "", &["--to svg"]),
        (
            &["export", "--to", "svg", "small.ron", "--picture", "main-model", "--level", "users"],
            2,
            "",
            &["the main model shows all areas"],
        ),
        (&["export", "--to", "svg", "small.ron", "--loop", "R3"], 2, "", &["R3", "floke loops"]),
        (&["export", "--to", "svg", "small.ron", "--chain", "a"], 2, "", &["--chain from,to"]),
        (&["export", "--to", "svg", "small.ron", "--chain", "twin,a"], 2, "", &["'twin' to 'a'"]),
        (&["export", "--to", "json", "small.ron", "--level", "x"], 2, "", &["users"]),
        (
            &["export", "--to", "svg", "small.ron", "--level", "users", "--area", "x"],
            2,
            "",
            &["cannot be used with"],
        ),
        (&["import", "--from", "miro", "small.ron", "-o", "x.ron"], 2, "", &["'miro'", "csv, kumu, list"]),
        (&["screen", "small.ron", "--size", "0x0"], 2, "", &["1000x1000"]),
        (&["screen", "small.ron", "--keys", "j<nokey>"], 2, "", &["<nokey>"]),
        (&["screen", "broken.ron"], 2, "", &["broken.ron:4:3: "]),
        // No terminal here.
        (&[], 2, "", &["terminal"]),
        (&["small.ron"], 2, "", &["terminal"]),
        (&["demo"], 2, "", &["terminal"]),
        (&["demo", "--tour"], 2, "", &["terminal"]),
        (&["demo", "complex-needs", "--tour"], 2, "", &["cannot be used with"]),
        (&["broken.ron"], 2, "", &["broken.ron:4:3: "]),
        (&["shwo"], 2, "", &["shwo: There is no such file.", "floke show"]),
        (&["--", "--help"], 2, "", &["--help: There is no such file."]),
        // Findings.
        (&["check", "dangling.ron"], 1, "dangling.ron:1:", &[]),
        (&["check", "dangling.ron", "nothing.ron"], 2, "dangling.ron:1:", &[]),
        (&["check", "--deny", "hint", "dangling.ron"], 1, "dangling.ron:1:", &[]),
        (&["fmt", "--check", "dangling.ron"], 1, "dangling.ron\n", &[]),
    ];
    for (arguments, code, out, err) in table {
        let ran = place.run(arguments);
        assert_eq!(ran.code, Some(*code), "{arguments:?} {ran:?}");
        assert!(ran.out.starts_with(out), "{arguments:?} {ran:?}");
        for said in *err {
            assert!(ran.err.contains(said), "{arguments:?} must say {said:?}: {ran:?}");
        }
        if *code == 2 {
            assert!(
                out.is_empty() == ran.out.is_empty() && (!ran.err.is_empty() || !ran.out.is_empty()),
                "{ran:?}"
            );
        } else if err.is_empty() {
            assert_eq!(ran.err, "", "{arguments:?} has nothing to say beside its data");
        }
    }
}

#[test]
fn what_comes_later_says_so() {
    let place = Place::new();
    let table: &[&[&str]] = &[
        &["ripple", "small.ron", "--change", "a=+"],
        &["present", "small.ron", "walk"],
        &["rename-id", "small.ron", "a", "z"],
        &["export", "--to", "json", "small.ron", "--since", "HEAD"],
    ];
    for arguments in table {
        let ran = place.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?} {ran:?}");
        assert!(ran.err.contains("not yet") && ran.err.lines().count() == 1, "{arguments:?} {ran:?}");
    }
    assert_eq!(place.read("small.ron"), SMALL);
}

/// The names of an object's fields in their order.
fn fields(json: &Json) -> Vec<&str> {
    json.as_object().unwrap_or_else(|| panic!("no object: {json}")).keys().map(String::as_str).collect()
}

#[test]
fn json_has_its_fields_in_their_order() {
    let place = Place::new();
    let loops = place.run(&["loops", "small.ron", "--format", "json"]).json();
    assert_eq!(
        fields(&loops),
        ["complete", "bound", "count", "reinforcing", "balancing", "undetermined", "loops"]
    );
    assert_eq!(fields(&loops["bound"]), ["max_length", "stopped_by"]);
    let one = &loops["loops"][0];
    assert_eq!(
        fields(one),
        [
            "name",
            "title",
            "polarity",
            "length",
            "nodes",
            "links",
            "levels",
            "crosses_levels",
            "areas",
            "runs"
        ]
    );
    assert_eq!(
        one.to_string(),
        r#"{"name":"B1","title":null,"polarity":"balancing","length":2,"nodes":["a","b"],"links":[{"from":"a","to":"b","kind":"causes","polarity":"+","delay":true},{"from":"b","to":"a","kind":"causes","polarity":"-","delay":false}],"levels":["users","system"],"crosses_levels":true,"areas":["1A"],"runs":true}"#
    );

    let chains =
        place.run(&["chains", "small.ron", "--from", "a", "--to", "twin", "--format", "json"]).json();
    assert_eq!(fields(&chains), ["complete", "bound", "count", "chains", "net"]);
    assert_eq!(fields(&chains["chains"][0]), ["length", "nodes", "links", "polarity", "levels", "evidence"]);
    assert_eq!(chains["chains"][0]["polarity"], "?");

    place.write("bad.ron", "(floke: 1, title: \"x\", nodes: {\"a\": (label: \"A\", kind: Cause, causes: {\"z\": (sign: Plus)})})");
    let ran = place.run(&["check", "bad.ron", "missing.ron", "--format", "json"]);
    let check = ran.json();
    assert_eq!((ran.code, fields(&check)), (Some(2), vec!["findings", "errors", "warnings", "hints"]));
    let findings = check["findings"].as_array().expect("a list");
    for finding in findings {
        for name in ["code", "severity", "message", "file", "line", "column", "subject"] {
            assert!(finding.get(name).is_some(), "{name}: {finding}");
        }
    }
    let dangling = findings.iter().find(|finding| finding["code"] == "dangling-link").expect("found");
    assert_eq!((&dangling["subject"], &dangling["severity"]), (&Json::from("a>z"), &Json::from("error")));
    assert_eq!(findings.last().map(|finding| finding["code"].clone()), Some(Json::from("unreadable")));

    let export = place.run(&["export", "--to", "json", "small.ron"]).json();
    let show = place.run(&["show", "small.ron", "--format", "json"]).json();
    assert_eq!(export, show);
    let wanted = [
        "title",
        "aim",
        "levels",
        "areas",
        "nodes",
        "links",
        "sources",
        "loops",
        "journeys",
        "findings_set_aside",
    ];
    assert!(wanted.iter().all(|name| export.get(name).is_some()), "{export}");
    assert_eq!(fields(&export["nodes"][0])[..5], ["id", "label", "kind", "level", "area"]);
    assert_eq!(
        fields(&export["links"][0])[..7],
        ["from", "to", "kind", "polarity", "delay", "strength", "certainty"]
    );
    assert!(!export.to_string().contains("influence"), "the register stays at home");
    let register = place.run(&["export", "--to", "json", "small.ron", "--with-register"]).json();
    assert_eq!(register["nodes"][3]["influence"], 3);
}

#[test]
fn the_number_of_all_loops_and_what_covers_them() {
    let place = Place::new();
    let of =
        |arguments: &[&str]| place.run(&[&["loops", CASE, "--format", "json"], arguments].concat()).json();
    let counted = of(&["--total"]);
    assert_eq!(fields(&counted).last(), Some(&"total"));
    assert_eq!(
        counted["total"].to_string(),
        r#"{"count":"63","reinforcing":"58","balancing":"5","undetermined":"0","exact":true}"#
    );
    assert_eq!(counted["count"], 17);
    let late = of(&["--total", "--time-budget", "0"]);
    assert_eq!((&late["total"]["count"], &late["total"]["exact"]), (&Json::from("0"), &Json::Bool(false)));
    let told = |arguments: &[&str]| place.run(&[&["loops", CASE], arguments].concat()).out;
    let all = told(&["--total", "--max-length", "0"]);
    assert!(all.contains("These are all 63 circles there are.") && !all.contains("Of any length"), "{all}");
    let few = told(&["--total", "--lang", "nb"]);
    assert!(few.contains("Av alle lengder finnes det 63 sirkler i alt: 58 forsterkende"), "{few}");
    let late = told(&["--total", "--time-budget", "0"]);
    assert!(late.contains("at least 0 circles") && !late.contains("These are all"), "{late}");

    let summary = of(&["--summary"]);
    assert_eq!((&summary["complete"], &summary["count"]), (&Json::Bool(true), &Json::from(19)));
    assert!(told(&["--summary"]).contains("covers every link that is on a circle"));
    let ran = place.run(&["loops", CASE, "--summary", "--through", "trust"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
}

#[test]
fn loops_through_a_link_a_level_or_an_area() {
    let place = Place::new();
    let of =
        |arguments: &[&str]| place.run(&[&["loops", CASE, "--format", "json"], arguments].concat()).json();
    let nodes = |found: &Json| -> Vec<String> {
        let list = found["nodes"].as_array().expect("a list");
        list.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
    };
    let through = of(&["--through", "joint-work>practice-misses-whole"]);
    let loops = through["loops"].as_array().expect("a list");
    assert!(!loops.is_empty());
    for found in loops {
        let nodes = nodes(found);
        let at = nodes.iter().position(|id| id == "joint-work").expect("on the loop");
        assert_eq!(nodes[(at + 1) % nodes.len()], "practice-misses-whole");
    }
    let ladder = of(&["--bottom-to-top"]);
    assert_eq!(ladder["count"], 9);
    let first = &of(&["--limit", "1"])["loops"][0];
    for (option, kind) in [("--level", "levels"), ("--area", "areas")] {
        let Some(id) = first[kind][0].as_str() else { continue };
        let those = of(&[option, id]);
        assert!(those["count"].as_u64() > Some(0) && those["count"].as_u64() <= Some(17), "{option} {id}");
    }
    for arguments in
        [["--through", "practice-misses-whole>joint-work"], ["--level", "nowhere"], ["--area", "nowhere"]]
    {
        let ran = place.run(&[&["loops", CASE][..], &arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    }
}

#[test]
fn bounds_are_told_and_limits_only_shorten_the_list() {
    let place = Place::new();
    let of = |arguments: &[&str]| {
        let all = [&["loops", CASE, "--format", "json"], arguments].concat();
        place.run(&all).json()
    };
    let whole = of(&[]);
    assert_eq!((&whole["complete"], &whole["count"]), (&Json::Bool(true), &Json::from(17)));
    let few = of(&["--limit", "2"]);
    assert_eq!((&few["count"], few["loops"].as_array().map(Vec::len)), (&Json::from(17), Some(2)));
    assert_eq!(few["loops"][1], whole["loops"][1]);
    let told = place.run(&["loops", CASE, "--limit", "2"]).out;
    assert!(told.contains("The first 2 of 17.\nAll circles of up to 8 links are counted.\n"), "{told}");
    let late = of(&["--time-budget", "0"]);
    assert_eq!((&late["complete"], &late["bound"]["stopped_by"]), (&Json::Bool(false), &Json::from("time")));
    assert_eq!(of(&["--max-length", "0"])["count"], 63);
    assert!(of(&["--with", "missing"])["count"].as_u64() > Some(17));
    let across = of(&["--across-levels"]);
    assert!(across["loops"].as_array().expect("a list").iter().all(|found| found["crosses_levels"] == true));
    let through = of(&["--through", "trust"]);
    assert!(through["count"].as_u64() > Some(0));
    let named = |found: &Json| found["nodes"].as_array().expect("a list").contains(&Json::from("trust"));
    assert!(through["loops"].as_array().expect("a list").iter().all(named));
    assert_eq!(of(&["--over", "steers,informs"])["reinforcing"], 0);
}

#[test]
fn a_screen_is_the_same_every_time() {
    let place = Place::new();
    let text = place.run(&["screen", "small.ron", "--size", "80x24", "--keys", "j<enter>"]);
    assert_eq!((text.code, text.out.lines().count()), (Some(0), 24), "{text:?}");
    assert!(text.out.contains("Beta"), "{}", text.out);
    assert_eq!(place.run(&["screen", "small.ron", "--size", "80x24", "--keys", "j<enter>"]).out, text.out);
    let start = place.run(&["screen", "--size", "80x24", "--lang", "nb"]);
    assert!(start.out.contains("Barn med sammensatte behov"), "{}", start.out);
    assert!(place.run(&["screen", "small.ron", "--as", "ansi"]).out.contains('\u{1b}'));
    assert!(place.run(&["screen", "small.ron", "--as", "svg"]).out.starts_with("<svg"));
    let timing = place.run(&["screen", "small.ron", "--keys", "jk", "--timing", "--format", "json"]).json();
    let keys: Vec<&Json> =
        timing["frames"].as_array().expect("a list").iter().map(|frame| &frame["key"]).collect();
    assert_eq!(keys, ["", "j", "k"]);
}

#[test]
fn standard_input_is_a_map_too() {
    let place = Place::new();
    for arguments in [
        &["show", "-"][..],
        &["loops", "-"],
        &["check", "-"],
        &["causes", "-", "a"],
        &["export", "--to", "json", "-"],
        &["chains", "-", "--from", "a", "--to", "b"],
    ] {
        let file: Vec<&str> =
            arguments.iter().map(|word| if *word == "-" { "small.ron" } else { word }).collect();
        let (piped, read) = (place.run_with(arguments, SMALL), place.run(&file));
        let piped_out = piped.out.replace("standard input:", "small.ron:");
        assert_eq!((piped.code, &piped_out), (read.code, &read.out), "{arguments:?}");
    }
    let ran = place.run_with(&["fmt", "-"], &SMALL.replace("\n  ", "\n"));
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), SMALL));
    let ran = place.run_with(&["fmt", "--check", "-"], &SMALL.replace("\n  ", "\n"));
    assert_eq!(ran.code, Some(1));
    let ran = place.run_with(&["show", "-"], "nonsense");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("standard input:1:"), "{ran:?}");
    let csv = place.run(&["export", "--to", "csv", "small.ron"]);
    let ran = place.run_with(&["import", "--from", "csv", "-", "-o", "back.ron"], &csv.out);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(place.read("back.ron"), SMALL.replace("      influence: 3,\n", ""));
}

#[test]
fn the_language_is_that_of_the_flag_then_of_the_surroundings() {
    let place = Place::new();
    let with = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = place.command(arguments);
        Ran::of(command.envs(variables.iter().copied()).output().expect("it runs")).out
    };
    let (norwegian, english) = ("B1  2 koblinger", "B1  2 links");
    for (arguments, variables, begins) in [
        (&["loops", "small.ron", "--lang", "nb"][..], &[][..], norwegian),
        (&["--lang", "nb", "loops", "small.ron"], &[], norwegian),
        (&["loops", "small.ron"], &[("FLOKE_LANG", "nb"), ("LC_ALL", "en_GB.UTF-8")], norwegian),
        (&["loops", "small.ron"], &[("LANG", "nb_NO.UTF-8")], norwegian),
        (&["loops", "small.ron"], &[("LC_ALL", "C"), ("LANG", "nb_NO.UTF-8")], english),
        (&["loops", "small.ron", "--lang", "en"], &[("FLOKE_LANG", "nb")], english),
        (&["loops", "small.ron"], &[], english),
    ] {
        let out = with(arguments, variables);
        assert!(out.starts_with(begins), "{arguments:?} {variables:?}: {out}");
    }
    // Programs read the same in every language.
    for command in ["loops", "show"] {
        let [en, nb] =
            ["en", "nb"].map(|lang| with(&[command, "small.ron", "--format", "json", "--lang", lang], &[]));
        assert_eq!(en, nb, "{command}");
    }
    assert_eq!(place.run(&["loops", "small.ron", "--lang", "de"]).code, Some(2));
}

#[test]
fn a_closed_pipe_is_success_and_nothing_is_coloured() {
    let place = Place::new();
    for arguments in [&["show", CASE][..], &["--help"], &["man"], &["loops", CASE, "--format", "json"]] {
        let mut child =
            place.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{arguments:?}");
    }
    for (arguments, variables) in [
        (&["show", "gone.ron"][..], &[][..]),
        (&["--help"], &[("NO_COLOR", "1")]),
        (&["shwo", "x", "y"], &[]),
    ] {
        let output = place.command(arguments).envs(variables.iter().copied()).output().expect("it runs");
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "{arguments:?}");
    }
    let output = place.command(&["show", "--color", "always", "--wrong"]).output().expect("it runs");
    assert!(output.stderr.contains(&0x1b), "colours were asked for");
}

#[test]
fn nothing_is_overwritten() {
    let place = Place::new();
    place.write("nodes.csv", "label\nx\n");
    std::fs::create_dir(place.path().join("tables")).expect("a folder");
    place.write("tables/links.csv", "mine");
    for arguments in [
        &["new", "small.ron"][..],
        &["demo", "--copy", "small.ron"],
        &["import", "--from", "csv", "nodes.csv", "-o", "tables/links.csv"],
        &["export", "--to", "json", "small.ron", "-o", "small.ron"],
        &["export", "--to", "csv", "small.ron", "-o", "tables"],
        &["new", "no/such/folder.ron"],
    ] {
        let ran = place.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?} {ran:?}");
        assert!(!ran.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(
        (place.read("small.ron"), place.read("tables/links.csv")),
        (SMALL.to_owned(), "mine".to_owned())
    );
    assert!(!place.path().join("tables/nodes.csv").exists(), "all tables or none");
    let ran = place.run(&["export", "--to", "csv", "small.ron", "-o", "tables", "--force"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(place.read("tables/links.csv").starts_with("from,to,polarity,kind"));
}

#[test]
fn an_export_never_replaces_the_map_it_is_made_of() {
    let place = Place::new();
    for format in ["svg", "json", "markdown"] {
        for path in ["small.ron", "./small.ron"] {
            let ran = place.run(&["export", "--to", format, "small.ron", "-o", path, "--force"]);
            assert_eq!(ran.code, Some(2), "{ran:?}");
            assert!(ran.err.contains("the map itself"), "{ran:?}");
            assert_eq!(place.read("small.ron"), SMALL);
        }
    }
}

#[test]
fn odd_file_names_are_files() {
    let place = Place::new();
    for name in ["--help", "-rf", "a b;rm.ron", "å «ø».ron", "new", "line\nbreak.ron", "\u{1b}[2J.ron"] {
        place.write(name, SMALL);
        let ran = place.run(&["show", "--", name]);
        assert_eq!((ran.code, ran.out.lines().next()), (Some(0), Some("Small")), "{name:?} {ran:?}");
        place.write(name, "(");
        for arguments in [&["show", "--", name][..], &["check", "--", name]] {
            let ran = place.run(arguments);
            assert_eq!(ran.code, Some(2), "{name:?}");
            let said = format!("{}{}", ran.out, ran.err);
            assert!(!said.contains('\u{1b}') && !said.contains("break.ron\n"), "{said:?}");
        }
    }
}

#[test]
fn templates_make_maps_that_have_no_faults() {
    let place = Place::new();
    // Template, levels, areas.
    for (template, levels, areas) in [
        ("main-model", 4, 7),
        ("levels", 4, 0),
        ("blank", 0, 0),
        ("administration", 6, 0),
        ("small.ron", 2, 1),
    ] {
        for lang in ["en", "nb"] {
            let file = format!("{lang}-{}.floke.ron", template.trim_end_matches(".ron"));
            let ran = place.run(&["new", &file, "--template", template, "--lang", lang]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
            assert_eq!(place.run(&["check", "--deny", "hint", &file]).code, Some(0), "{template}");
            assert_eq!(place.run(&["fmt", "--check", &file]).code, Some(0), "{template}");
            let map = place.run(&["show", &file, "--format", "json"]).json();
            let count = |what: &str| map[what].as_array().map(Vec::len);
            assert_eq!(
                (count("levels"), count("areas"), count("nodes")),
                (Some(levels), Some(areas), Some(0))
            );
        }
    }
    let ran = place.run(&["new", "x.ron", "--template", "nothing-like-it"]);
    assert_eq!(ran.code, Some(2));
    assert!(!place.path().join("x.ron").exists());
}

#[test]
fn tables_go_out_and_come_back() {
    let place = Place::new();
    let ran = place.run(&["export", "--to", "csv", CASE, "-o", "case", "--with-register"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(ran.err.contains("named loops (7)") && ran.err.contains("journeys (4)"), "{ran:?}");
    let ran = place.run(&[
        "import",
        "--from",
        "csv",
        "case/links.csv",
        "case/nodes.csv",
        "case/lists.csv",
        "-o",
        "back.ron",
        "--format",
        "json",
    ]);
    let report = ran.json();
    assert_eq!((ran.code, fields(&report)), (Some(0), vec!["read", "skipped", "guessed"]), "{report}");
    assert_eq!(report["read"].to_string(), r#"{"nodes":120,"links":213}"#);
    let of = |file: &str| place.run(&["loops", file, "--format", "json", "--max-length", "0"]).json();
    let (mut before, after) = (of(CASE), of("back.ron"));
    // The titles of named loops are what a table cannot hold.
    for found in before["loops"].as_array_mut().expect("a list") {
        found["title"] = Json::Null;
    }
    assert_eq!(before, after);
    assert_eq!(place.run(&["check", "back.ron"]).code, Some(0));

    let ran = place.run(&["export", "--to", "csv", "small.ron", "-o", "a b.csv"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for table in ["nodes", "links", "lists"] {
        assert!(place.path().join(format!("a b-{table}.csv")).exists(), "{table}");
    }

    place.write("odd.csv", "From;To;Type;Why\nA;B;+;because\nA;B;-;twice\nA;;+;\nB;A;sideways;\n");
    let ran = place.run(&["import", "--from", "csv", "odd.csv", "-o", "odd.ron", "--format", "json"]);
    let report = ran.json();
    assert_eq!((ran.code, report["skipped"].as_array().map(Vec::len)), (Some(1), Some(2)), "{report}");
    for skipped in report["skipped"].as_array().expect("a list") {
        assert!(
            skipped["what"].is_string() && skipped["why"].is_string() && skipped["line"].is_u64(),
            "{skipped}"
        );
    }
    assert!(report["guessed"].to_string().contains("'Why'"), "{report}");
    let ran = place.run(&["import", "--from", "csv", "odd.csv", "-o", "odd-2.ron"]);
    assert!(ran.code == Some(1) && ran.out.contains("odd.csv:3:"), "{ran:?}");
    for (name, text, place_said) in [
        ("quote.csv", "label\n\"x\n", "quote.csv:2:"),
        ("latin.csv", "label\nx\n", ""),
        ("none.csv", "a,b\n1,2\n", "none.csv:1:1"),
    ] {
        place.write(name, text);
        let ran = place.run(&["import", "--from", "csv", name, "-o", "never.ron"]);
        if place_said.is_empty() {
            assert_eq!(ran.code, Some(0));
            std::fs::remove_file(place.path().join("never.ron")).expect("made");
        } else {
            assert!(ran.code == Some(2) && ran.err.contains(place_said), "{ran:?}");
            assert!(!place.path().join("never.ron").exists());
        }
    }
}

#[test]
fn fmt_loses_no_comment_and_writes_all_or_nothing() {
    let place = Place::new();
    let commented = SMALL.replace("  floke: 1,\n", "  floke: 1, // why\n");
    let loose = SMALL.replace("\n  ", "\n");
    place.write("commented.ron", &commented);
    place.write("loose.ron", &loose);
    let ran = place.run(&["fmt", "loose.ron", "commented.ron"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("commented.ron:2:") && ran.err.contains("--drop-comments"),
        "{ran:?}"
    );
    assert_eq!((place.read("loose.ron"), place.read("commented.ron")), (loose, commented.clone()));
    assert_eq!(place.run(&["fmt", "--check", "commented.ron"]).code, Some(1));
    assert_eq!(place.read("commented.ron"), commented);
    assert_eq!(place.run(&["fmt", "--drop-comments", "loose.ron", "commented.ron"]).code, Some(0));
    assert_eq!((place.read("loose.ron"), place.read("commented.ron")), (SMALL.to_owned(), SMALL.to_owned()));
}

#[test]
fn keys_completions_and_the_manual_come_from_the_tables() {
    let place = Place::new();
    let keys = place.run(&["keys", "--format", "json"]).json();
    let ids: Vec<&str> =
        keys["commands"].as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()).collect();
    assert!(ids.len() > 20 && ids.contains(&"board"), "{ids:?}");
    let man = place.run(&["man"]).out;
    for said in
        [".TH floke", "floke loops", "\\-\\-max\\-length", ".SH KEYS", "EXIT STATUS", "Show the board"]
    {
        assert!(man.contains(said), "{said}");
    }
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let ran = place.run(&["completions", shell]);
        assert!(ran.code == Some(0) && ran.out.contains("max-length"), "{shell}");
    }
}

#[test]
fn a_text_in_a_map_cannot_write_to_the_terminal() {
    let place = Place::new();
    let hostile = SMALL.replace("\"Alpha\"", r#""\u{1b}[2J\u{9b}1m\u{7}\u{202e}Alpha""#);
    place.write("hostile.ron", &hostile);
    for arguments in [
        &["show", "hostile.ron"][..],
        &["loops", "hostile.ron"],
        &["causes", "hostile.ron", "b"],
        &["chains", "hostile.ron", "--from", "a", "--to", "b"],
        &["causes", "hostile.ron", "lpha"],
        &["check", "hostile.ron"],
        &["show", "hostile.ron", "--format", "json"],
        &["screen", "hostile.ron"],
    ] {
        let ran = place.run(arguments);
        for harmful in ['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}'] {
            assert!(!ran.out.contains(harmful) && !ran.err.contains(harmful), "{arguments:?} {ran:?}");
        }
    }
}
