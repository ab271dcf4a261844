//! What the command line and the merge driver make of a merge: codes, messages, and what is written.

#[path = "merge/files.rs"]
mod files;
#[path = "merge/told.rs"]
mod told;

use std::fs;

use files::Files;
use floke::file::write_map;
use floke::map::*;
use told::{BASE, map, node, with};

#[test]
fn the_command_says_conflicts_and_loops_and_check_fails_until_they_are_settled() {
    let ours = with(&[("\"Burden\"", "\"Load\""), (", causes: {\"told\": (sign: Minus)}", "")]);
    let theirs = with(&[("\"Burden\"", "\"Weight\"")]);
    let files = Files::of_maps(&map(BASE), &ours, &theirs);
    let ran = files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(1), 0), "{err}");
    assert!(err.contains("node burden, label: ours \"Load\", theirs \"Weight\", before \"Burden\""), "{err}");
    assert!(err.contains("«Never hears» no longer runs"), "{err}");
    assert_eq!(files.read("out.ron"), write_map(&merge(&map(BASE), &ours, &theirs).map));
    let check = files.floke(&["check", "out.ron"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("open-conflict"));
    let json =
        files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("one document");
    assert_eq!(json["conflicts"][0]["theirs"], "\"Weight\"");
    assert_eq!(json["loops"]["broken"], serde_json::json!(["r"]));
}

#[test]
fn the_command_writes_nothing_if_a_version_is_no_map() {
    let files = Files::of(BASE, "(floke: 1,", BASE);
    let ran = files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]);
    assert_eq!((ran.status.code(), files.path("out.ron").exists()), (Some(2), false));
    let comment = Files::of(BASE, &BASE.replacen("title", "// why\ntitle", 1), BASE);
    let ran = comment.floke(&["merge", "base.ron", "ours.ron", "theirs.ron"]);
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0));
    let ran = comment.floke(&["merge", "base.ron", "ours.ron", "theirs.ron", "--drop-comments"]);
    assert_eq!(
        (ran.status.code(), String::from_utf8(ran.stdout).expect("text")),
        (Some(0), write_map(&map(BASE)))
    );
}

#[test]
fn the_driver_writes_ours_and_falls_back_to_text() {
    let (base, ours) = (map(BASE), with(&[("\"Burden\"", "\"Load\"")]));
    let drive = |files: &Files| {
        files
            .floke(&[
                "merge-driver",
                "base.ron",
                "ours.ron",
                "theirs.ron",
                "9",
                "m.floke.ron",
                "%S",
                "%X",
                "them",
            ])
            .status
            .code()
    };
    let files = Files::of_maps(&base, &ours, &with(&[("\"Idle\"", "\"Rest\"")]));
    assert_eq!(drive(&files), Some(0));
    assert_eq!(node(&map(&files.read("ours.ron")), "idle").label, "Rest");
    let files = Files::of_maps(&base, &ours, &with(&[("\"Burden\"", "\"Weight\"")]));
    assert_eq!(drive(&files), Some(1));
    assert_eq!(map(&files.read("ours.ron")).conflicts().len(), 1);
    // Both made the file: there is no base.
    let files = Files::of(
        "",
        &write_map(&base),
        &write_map(&with(&[("\"idle\": (", "\"new\": (label: \"N\", kind: Cause),\n\"idle\": (")])),
    );
    assert_eq!(drive(&files), Some(0));
    assert!(map(&files.read("ours.ron")).node(&"new".into()).is_some());
    // One is no map: as text, with markers of the asked length and names.
    let files = Files::of("a\n", "b\n", "c\n");
    assert_eq!(drive(&files), Some(1));
    assert_eq!(files.read("ours.ron"), "<<<<<<<<< ours\nb\n=========\nc\n>>>>>>>>> them\n");
    // Nothing is there: git shall leave everything as it was.
    let files = Files::of("a\n", "b\n", "c\n");
    fs::remove_file(files.path("theirs.ron")).expect("there");
    assert!(drive(&files) >= Some(129));
}

/// Git takes 0 for merged and 1 to 128 for a conflict whose text is ours: what the driver could not begin ends otherwise.
#[test]
fn a_driver_that_was_called_wrongly_drops_nothing() {
    let files = Files::of(BASE, BASE, BASE);
    let three = ["base.ron", "ours.ron", "theirs.ron"];
    let wrong: [&[&str]; 5] = [
        &["merge-driver"],
        &["merge-driver", "base.ron", "ours.ron"],
        &["--lang", "nb", "merge-driver", "--no-such", three[0], three[1], three[2]],
        &["--lang", "xx", "merge-driver", three[0], three[1], three[2]],
        &["--settings", "no-such", "merge-driver", three[0], three[1], three[2]],
    ];
    for arguments in wrong {
        let ran = files.floke(arguments);
        assert!(ran.status.code() >= Some(129), "{arguments:?}: {ran:?}");
    }
    assert_eq!(files.floke(&["merge", "base.ron"]).status.code(), Some(2));
    for name in ["-h.floke.ron", "--version", "-V", "--"] {
        let ran =
            files.floke(&["merge-driver", three[0], three[1], three[2], "7", name, "--help", "-x", "--lang"]);
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(0), 0), "{name}: {ran:?}");
    }
}

#[test]
fn a_merge_as_text_that_gives_no_map_is_a_conflict() {
    // Comments are kept by merging as text; both make a card of that id, at the two ends.
    let text = write_map(&map(BASE)).replacen("title", "// why\n  title", 1);
    let first = text.replacen(
        "    \"burden\": (",
        "    \"zeal\": (label: \"Z\", kind: Cause),\n    \"burden\": (",
        1,
    );
    let last = text.replacen("  loops: {", "  loops: {\n    \"s\": (title: \"S\", through: []),", 1);
    let clean = Files::of(&text, &first, &last);
    let drive = |files: &Files| {
        files.floke(&["merge-driver", "base.ron", "ours.ron", "theirs.ron", "7", "m.floke.ron"])
    };
    assert_eq!(drive(&clean).status.code(), Some(0));
    let end = text.rfind("  },\n  loops").expect("the cards end");
    let last = format!("{}    \"zeal\": (label: \"Z\", kind: Effect),\n{}", &text[..end], &text[end..]);
    assert_ne!(last, text);
    let twice = Files::of(&text, &first, &last);
    let ran = drive(&twice);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{err}");
    assert!(err.contains("what came out is no map") && !twice.read("ours.ron").contains("<<<"), "{err}");
}

#[test]
fn what_git_could_not_merge_as_text_is_said_and_ours_stays() {
    let files = Files::of("a\n", "b\0\n", "c\n");
    let ran = files.floke(&["merge-driver", "base.ron", "ours.ron", "theirs.ron", "7", "m.floke.ron"]);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!((ran.status.code(), files.read("ours.ron").as_str()), (Some(129), "b\0\n"), "{err}");
    assert!(err.contains("not merged") && !err.contains("merged as text"), "{err}");
}

#[test]
fn two_maps_that_hold_too_much_together_are_not_written() {
    let levels = |who: &str, many: usize| -> Map {
        let more: Vec<String> =
            (0..many).map(|at| format!("(id: \"{who}-{at}\", name: \"{who} {at}\")")).collect();
        with(&[("levels: [", &format!("levels: [{}, ", more.join(", ")))])
    };
    let (ours, theirs) = (levels("ours", 120), levels("theirs", 120));
    let files = Files::of_maps(&map(BASE), &ours, &theirs);
    for more in [&[][..], &["-o", "out.ron"]] {
        let ran = files.floke(&[&["merge", "base.ron", "ours.ron", "theirs.ron"][..], more].concat());
        let err = String::from_utf8_lossy(&ran.stderr);
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0), "{err}");
        assert!(
            err.contains("both sides together") && err.contains("200") && !err.contains("fault in floke"),
            "{err}"
        );
        assert!(!files.path("out.ron").exists());
    }
    let ran = files.floke(&["merge-driver", "base.ron", "ours.ron", "theirs.ron"]);
    assert_eq!((ran.status.code(), files.read("ours.ron")), (Some(129), write_map(&ours)));
}

#[test]
fn an_open_conflict_is_no_clean_merge_and_two_cannot_come_from_one_place() {
    let open = (
        "title: \"Base\",",
        "title: \"Base\", conflicts: [(at: \"node idle\", field: \"label\", ours: \"Idle\", theirs: \"Rest\")],",
    );
    let files = Files::of_maps(&with(&[open]), &with(&[open, ("\"Burden\"", "\"Load\"")]), &with(&[open]));
    let ran = files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron"]);
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{err}");
    assert!(err.contains("1 conflict was open before and still is"), "{err}");
    let ran = files.floke(&["merge", "base.ron", "-", "-"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("only one of the three"), "{ran:?}");
}

#[test]
fn a_comment_that_both_sides_took_out_is_no_loss() {
    let files = Files::of(&BASE.replacen("title", "// why\ntitle", 1), BASE, BASE);
    assert_eq!(files.floke(&["merge", "base.ron", "ours.ron", "theirs.ron"]).status.code(), Some(0));
}
