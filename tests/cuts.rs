//! `floke cut`, `floke structure`, and what `floke chains` says of evidence, bottlenecks and signs.

use std::process::{Command, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/complex-needs.floke.ron");

/// Two ways from a to d, one over a guess, and a loop b to c to b that is told; another told one has lost a link.
const SMALL: &str = r#"(
  floke: 1,
  title: "Small",
  nodes: {
    "a": (label: "Alpha", kind: Cause, causes: {
      "b": (sign: Plus, certainty: Confirmed, sources: {"s": ()}),
      "c": (sign: Minus, certainty: Hypothesis),
    }),
    "b": (label: "Beta", kind: Cause, causes: {
      "c": (sign: Plus, certainty: Supported, sources: {"t": ()}),
    }),
    "c": (label: "Gamma", kind: Cause, causes: {
      "b": (sign: Plus),
      "d": (sign: Plus, certainty: Confirmed, sources: {"t": ()}),
    }),
    "d": (label: "Delta", kind: Cause),
  },
  sources: {
    "s": (title: "S", kind: Report),
    "t": (title: "T", kind: Report),
  },
  loops: {
    "round": (title: "Round", through: [("b", Causes), ("c", Causes)]),
    "lost": (title: "Lost", through: [("a", Causes), ("d", Causes)]),
  },
)
"#;

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(place: &TempDir, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_floke"));
    command.args(arguments).current_dir(place.path()).env_clear().stdin(Stdio::null());
    command.env("XDG_CONFIG_HOME", place.path()).env("XDG_STATE_HOME", place.path());
    let ran = command.output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    Ran { code: ran.status.code(), out: text(&ran.stdout), err: text(&ran.stderr) }
}

fn place() -> TempDir {
    let place = tempfile::tempdir().expect("a folder");
    std::fs::write(place.path().join("small.ron"), SMALL).expect("written");
    place
}

fn asked(place: &TempDir, arguments: &[&str]) -> (Option<i32>, Json) {
    let ran = run(place, &[arguments, &["--format", "json"]].concat());
    (
        ran.code,
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {} {}", ran.out, ran.err)),
    )
}

#[test]
fn a_cut_of_chains_of_loops_and_of_named_loops() {
    let place = place();
    let (code, cut) = asked(&place, &["cut", "small.ron", "--from", "a", "--to", "d"]);
    assert_eq!(
        (code, cut.to_string()),
        (Some(0), r#"{"nodes":["c"],"size":1,"proven_smallest":true}"#.to_owned())
    );
    let (code, cut) = asked(&place, &["cut", "small.ron", "--from", "a", "--to", "c"]);
    assert_eq!((code, cut.to_string()), (Some(1), r#"{"nodes":null,"why":"direct link"}"#.to_owned()));
    let (code, cut) = asked(&place, &["cut", "small.ron", "--from", "d", "--to", "a"]);
    assert_eq!((code, cut["size"].as_u64(), &cut["proven_smallest"]), (Some(0), Some(0), &Json::from(true)));
    let (_, cut) = asked(&place, &["cut", "small.ron", "--loops"]);
    assert_eq!(cut["size"], 1);
    let (_, cut) = asked(&place, &["cut", "small.ron", "--loops", "--named"]);
    assert_eq!((&cut["size"], &cut["loops"]), (&Json::from(1), &Json::from(vec!["round"])));
    assert_eq!(cut["left_out"].to_string(), r#"[{"loop":"lost","why":"broken"}]"#);
    for wrong in
        [&["cut", "small.ron"][..], &["cut", "small.ron", "--from", "a"], &["cut", "small.ron", "--named"]]
    {
        assert_eq!(run(&place, wrong).code, Some(2), "{wrong:?}");
    }
    assert_eq!(run(&place, &["cut", "small.ron", "--from", "a", "--to", "nobody"]).code, Some(2));
}

#[test]
fn a_cut_in_plain_words() {
    let place = place();
    let said = |arguments: &[&str]| run(&place, arguments).out;
    let out = said(&["cut", CASE, "--loops"]);
    assert!(out.starts_with("Acting on these 4 at once breaks every loop:\n"), "{out}");
    let out = said(&["cut", CASE, "--loops", "--lang", "nb"]);
    assert!(out.starts_with("Samtidige innsatser på disse 4 stedene bryter alle sløyfer:\n"), "{out}");
    let out = said(&["cut", CASE, "--loops", "--named"]);
    assert!(out.contains("Left out: «The way back up (missing)» does not run"), "{out}");
    let out = said(&["cut", "small.ron", "--from", "a", "--to", "c", "--lang", "nb"]);
    assert!(out.contains("En kobling går rett fra «Alpha» til «Gamma»"), "{out}");
    let stopped = said(&["cut", "small.ron", "--from", "a", "--to", "d", "--time-budget", "0"]);
    assert!(stopped.contains("Not proven smallest"), "{stopped}");
}

#[test]
fn the_best_founded_chains_and_what_all_do_together() {
    let place = place();
    let ask = ["chains", "small.ron", "--from", "a", "--to", "d", "--best", "1", "--bottlenecks"];
    let (code, found) = asked(&place, &ask);
    assert_eq!(
        (code, &found["count"], &found["best_complete"]),
        (Some(0), &Json::from(2), &Json::from(true))
    );
    let best = &found["chains"][0];
    assert_eq!(best["nodes"].to_string(), r#"["a","b","c","d"]"#);
    assert_eq!(
        best["evidence"].to_string(),
        r#"{"weakest_link":1,"certainty":"supported","guesses":0,"sources_whole":[],"without_source":[],"sources_never_meet_at":["b"]}"#
    );
    assert_eq!(found["bottlenecks"].to_string(), r#"["c"]"#);
    assert_eq!(found["net"]["sign"], "conflicting");
    assert_eq!(found["net"]["-"].to_string(), r#"{"count":1,"shortest":["a","c","d"]}"#);

    let out = run(&place, &ask).out;
    for part in [
        "Weakest claim: «Beta» → «Gamma» (supported). No source covers the whole chain.",
        "At «Beta» the sources never meet",
        "+ 1 (shortest: 3 links)   − 1 (shortest: 2 links)   ? 0",
        "They disagree",
        "1 bottleneck",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
    let none =
        run(&place, &["chains", "small.ron", "--from", "d", "--to", "a", "--best", "3", "--bottlenecks"]);
    assert!(none.code == Some(1) && none.out.starts_with("No chain"), "{}", none.out);
}

#[test]
fn where_cards_stand_is_never_called_leverage() {
    let place = place();
    let (code, found) = asked(&place, &["structure", "small.ron", "--sort", "depends"]);
    assert_eq!((code, &found["complete"], &found["loops"]), (Some(0), &Json::from(true), &Json::from(1)));
    let ids: Vec<&str> =
        found["nodes"].as_array().expect("a list").iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(ids, ["b", "c", "d", "a"]);
    let gamma = &found["nodes"][1];
    let row = ["drives", "depends", "reaches", "reached_from", "loops"].map(|name| gamma[name].as_u64());
    assert_eq!(row, [2, 2, 2, 2, 1].map(Some));
    assert_eq!(gamma["betweenness"], 2.0);
    for (lang, sentence) in
        [("en", "This is structure, not leverage"), ("nb", "Dette er struktur, ikke innflytelsespunkter")]
    {
        let out = run(&place, &["structure", CASE, "--lang", lang]).out;
        assert!(out.contains(sentence) && out.contains("10.1038/s41598-023-46531-z"), "{out}");
    }
    let stopped = asked(&place, &["structure", "small.ron", "--time-budget", "0"]).1;
    assert_eq!(
        (&stopped["complete"], &stopped["nodes"][0]["betweenness"]),
        (&Json::from(false), &Json::Null)
    );
}

#[test]
fn a_search_that_was_stopped_does_not_say_that_there_is_none() {
    let place = place();
    let stopped = ["--time-budget", "0"];
    let chains = ["chains", "small.ron", "--from", "a", "--to", "d"];
    let ran = run(&place, &[&chains[..], &stopped].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.out.contains("there are at least 0 chains") && !ran.out.contains("No chain"), "{}", ran.out);
    let (code, said) = asked(&place, &[&chains[..], &stopped].concat());
    assert_eq!((code, &said["complete"], &said["count"]), (Some(0), &Json::from(false), &Json::from(0)));
    assert_eq!(said["net"]["of_all_chains"], false);
    let ran = run(&place, &[&["loops", "small.ron", "--summary"][..], &stopped].concat());
    assert!(ran.out.contains("The set was not found"), "{}", ran.out);
    // Shorter ones are all there, and of longer ones nothing is said.
    let ran = run(&place, &[&chains[..], &["--max-length", "2"]].concat());
    assert!(
        ran.out.contains("The only one of up to 2 links says: when «Alpha» grows, «Delta» shrinks."),
        "{}",
        ran.out
    );
}

#[test]
fn a_chain_takes_two_cards_and_a_name_has_letters() {
    let place = place();
    let ran = run(&place, &["chains", "small.ron", "--from", "b", "--to", "Beta"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("both ends are «Beta»") && ran.out.contains("--through b"), "{}", ran.out);
    let ran = run(&place, &["cut", "small.ron", "--from", "b", "--to", "b"]);
    assert!(ran.out.contains("it takes two cards"), "{}", ran.out);
    for (arguments, said) in [
        (&["chains", "small.ron", "--from", "", "--to", "a"][..], "an empty name means no card"),
        (&["cut", "small.ron", "--from", "a", "--to", " "], "an empty name means no card"),
        (&["loops", "small.ron", "--through", ""], "an empty name means no card"),
        (&["loops", "small.ron", "--through", ">"], "'>' names no link"),
        (&["loops", "small.ron", "--through", "a>"], "'a>' names no link"),
    ] {
        let ran = run(&place, arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn a_loop_is_called_the_same_however_it_was_asked_for() {
    let place = place();
    let names = |more: &[&str]| {
        let (_, found) = asked(&place, &[&["loops", CASE], more].concat());
        let one = |own: &Json| (own["links"].to_string(), own["name"].as_str().unwrap_or("").to_owned());
        found["loops"].as_array().into_iter().flatten().map(one).collect::<std::collections::BTreeMap<_, _>>()
    };
    let all = names(&["--max-length", "0"]);
    assert_eq!(all.len(), 63);
    for more in [&["--summary"][..], &["--through", "trust"], &["--bottom-to-top"], &["--max-length", "6"]] {
        let some = names(more);
        assert!(
            !some.is_empty() && some.iter().all(|(links, name)| all.get(links) == Some(name)),
            "{more:?}"
        );
    }
}

#[test]
fn a_card_without_a_label_is_called_by_its_id() {
    let place = place();
    std::fs::write(place.path().join("mute.ron"), SMALL.replace("label: \"Gamma\"", "label: \"\""))
        .expect("written");
    for arguments in [
        &["cut", "mute.ron", "--from", "a", "--to", "d"][..],
        &["cut", "mute.ron", "--from", "a", "--to", "c"],
        &["chains", "mute.ron", "--from", "a", "--to", "d", "--bottlenecks"],
        &["loops", "mute.ron"],
        &["causes", "mute.ron", "d"],
        &["structure", "mute.ron"],
        &["show", "mute.ron"],
        &["screen", "mute.ron", "--keys", "3"],
        &["export", "mute.ron", "--to", "mermaid"],
    ] {
        let out = run(&place, arguments).out;
        assert!(
            !out.contains("«»") && !out.lines().any(|line| line.trim_start().starts_with("[c]")),
            "{arguments:?}: {out}"
        );
    }
    let out = run(&place, &["cut", "mute.ron", "--from", "a", "--to", "d"]).out;
    assert!(out.contains("\n    c  [c]\n"), "{out}");
}

#[test]
fn what_is_said_of_loops_through_a_link() {
    let place = place();
    let said = |through: &str| run(&place, &["loops", "small.ron", "--through", through]).out;
    assert!(said("a>b").contains("This link is on no circle."), "{}", said("a>b"));
    assert!(said("a").contains("This card is in no circle."), "{}", said("a"));
    assert!(said("b>c").contains("All such circles of up to 8 links are shown."), "{}", said("b>c"));
    let ran = run(&place, &["loops", "small.ron", "--max-length", "1", "--total"]);
    assert!(ran.out.contains("Of any length there is 1 circle in all"), "{}", ran.out);
}

#[test]
fn told_loops_that_are_none_and_levels_in_a_ring_are_named() {
    let place = place();
    let odd = SMALL.replace(
        "\"lost\": (title: \"Lost\", through: [(\"a\", Causes), (\"d\", Causes)]),",
        "\"eight\": (title: \"Eight\", through: [(\"b\", Causes), (\"c\", Causes), (\"b\", Causes), (\"c\", Causes)]),
    \"none\": (title: \"None\", through: []),",
    );
    std::fs::write(place.path().join("odd.ron"), odd).expect("written");
    let (code, said) = asked(&place, &["check", "odd.ron"]);
    let found: Vec<_> = said["findings"].as_array().expect("a list").iter().collect();
    let broken: Vec<_> = found.iter().filter(|own| own["code"] == "broken-loop").collect();
    let subjects: Vec<_> = broken.iter().map(|own| own["subject"].as_str().unwrap_or("")).collect();
    assert_eq!((code, subjects), (Some(0), vec!["eight", "none"]), "{said:#}");
    assert!(broken[0]["message"].as_str().unwrap_or("").contains("passes 'b' twice"), "{said:#}");
    assert!(broken.iter().all(|own| own["line"].as_u64().is_some_and(|line| line > 20)), "{said:#}");

    let levels = |all: &str| {
        let text = SMALL.replacen("title: \"Small\",", &format!("title: \"Small\",\n  levels: [{all}],"), 1);
        std::fs::write(place.path().join("levels.ron"), text).expect("written");
        run(&place, &["levels", "levels.ron"]).out
            + &run(&place, &["screen", "levels.ron", "--keys", "5"]).out
    };
    let ring = "(id: \"x\", name: \"X\", part_of: \"y\"), (id: \"y\", name: \"Y\", part_of: \"x\")";
    let said = levels(ring);
    assert_eq!(said.matches("round in a ring").count(), 2, "{said}");
    let said = levels("(id: \"x\", name: \"X\")");
    assert_eq!(said.matches("This map has one level.").count(), 2, "{said}");
    assert_eq!(levels("").matches("no levels yet").count(), 2);
}
