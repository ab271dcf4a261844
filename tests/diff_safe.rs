//! Neither a repository nor a map can make `floke diff` and `floke textconv` do anything.

#[path = "common/place.rs"]
mod place;

use floke::map::{Kind, Link, LinkId, LinkKind, Map, Node, Sign};
use place::*;

/// A map from a stranger: nothing in a comment on a pull request pings, loads or links, and nothing reaches the
/// terminal.
#[test]
fn a_hostile_map_does_nothing_in_markdown_and_on_a_terminal() {
    let evil = "@everyone <img src=x> ![i](http://e.vil/a.png) [l](http://e.vil) www.e.vil #1 </details> \u{1b}[2J\u{202e}`|\n# x";
    let mut old = Map::new("x");
    let mut new = Map::new(evil);
    for (id, label) in [("a", evil), ("b", "B")] {
        for map in [&mut old, &mut new] {
            map.insert_node(id.into(), Node::new(Kind::Cause, label)).expect("new");
        }
    }
    new.insert_node("c".into(), Node::new(Kind::Cause, evil)).expect("new");
    for (from, to) in [("a", "b"), ("b", "a"), ("c", "c")] {
        new.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
    }
    let place = Place::bare();
    place.write("@me.floke.ron", &old);
    place.write("![x](y).floke.ron", &new);
    for arguments in [["@me.floke.ron", "![x](y).floke.ron"], ["![x](y).floke.ron", "@me.floke.ron"]] {
        let ran = place.floke(&[&["diff", "--format", "markdown"], &arguments[..]].concat());
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(!ran.out.contains(['@', '\u{1b}', '\u{202e}']), "{}", ran.out);
        for found in ["<img", "![", "](", "://", "www.", "#1", "\n# "] {
            let bare = ran.out.match_indices(found).any(|(at, _)| at == 0 || &ran.out[at - 1..at] != "\\");
            assert!(!bare, "{found}: {}", ran.out);
        }
        let opened = ran.out.matches("<details>").count();
        assert_eq!(ran.out.matches("</details>").count(), opened, "{}", ran.out);
        let ran = place.floke(&[&["diff"], &arguments[..]].concat());
        assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{}", ran.out);
        let ran = place.floke(&[&["textconv"], &arguments[..1]].concat());
        assert!(ran.code == Some(0) && !ran.out.contains(['\u{1b}', '\u{202e}']), "{}", ran.out);
    }
}

/// A program in a repository that leaves a mark when it runs, and everything that could make git run it.
#[cfg(unix)]
fn trap(place: &Place) {
    use std::os::unix::fs::PermissionsExt as _;
    let evil = place.path().join(".git/evil");
    std::fs::write(&evil, "#!/bin/sh\necho \"$@\" >> \"$(dirname \"$0\")/ran\"\ncat\n").expect("written");
    std::fs::set_permissions(&evil, std::fs::Permissions::from_mode(0o755)).expect("set");
    std::fs::create_dir_all(place.path().join(".git/hooks")).expect("made");
    for hook in ["post-index-change", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"] {
        std::fs::copy(&evil, place.path().join(".git/hooks").join(hook)).expect("copied");
    }
    let evil = evil.to_str().expect("text");
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.askPass",
        "core.editor",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "merge.evil.driver",
        "pager.diff",
        "alias.diff-index",
    ] {
        place.git(&["config", key, evil]);
    }
    place.git(&["config", "filter.evil.required", "true"]);
    place.git(&["config", "core.hooksPath", ".git/hooks"]);
    place.text(".git/info/attributes", "*.ron diff=evil filter=evil merge=evil\n");
    assert!(!place.path().join(".git/ran").exists());
}

/// What a repository is set up with does not run, and a name that looks like an option is none.
#[cfg(unix)]
#[test]
fn a_repository_runs_nothing() {
    let map = case();
    let place = Place::with(&map);
    let ran = |place: &Place| std::fs::read_to_string(place.path().join(".git/ran")).ok();
    let ways = [
        &["diff"][..],
        &["diff", "HEAD"],
        &["diff", "--staged"],
        &["diff", "HEAD", "--", MAP],
        &["diff", "HEAD:maps/case.floke.ron", MAP],
        &["diff", ":maps/case.floke.ron", MAP],
        &["check", MAP],
    ];
    let runs_none = |place: &Place| {
        for arguments in ways {
            let evil = place.path().join(".git/evil");
            let output = place
                .command(env!("CARGO_BIN_EXE_floke"), "")
                .args(arguments)
                .env("GIT_EXTERNAL_DIFF", &evil)
                .env("GIT_PAGER", &evil)
                .env("GIT_SSH_COMMAND", &evil)
                .env("GIT_ASKPASS", &evil)
                .env("GIT_TRACE2", "1")
                .env("GIT_TRACE", "1")
                .env("GIT_GLOB_PATHSPECS", "1")
                .output()
                .expect("it runs");
            assert_eq!(ran(place), None, "{arguments:?}");
            let code = output.status.code();
            assert!(matches!(code, Some(0 | 1)) && output.stderr.is_empty(), "{arguments:?} {output:?}");
        }
    };
    trap(&place);
    // A file that was changed.
    place.write(MAP, &without(&map, &telling()));
    runs_none(&place);
    // One that git moved, and somebody wrote on: git would look for what it is most like.
    place.git(&["-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "mv", MAP, "here.floke.ron"]);
    std::fs::remove_file(place.path().join(".git/ran")).unwrap_or_default();
    place.write("here.floke.ron", &without(&map, &telling()));
    let output = place.floke(&["diff"]);
    assert_eq!((output.code, ran(&place)), (Some(1), None), "{output:?}");
    assert!(output.out.starts_with("maps/case.floke.ron → here.floke.ron: 1 link removed"), "{output:?}");
}

/// A file that was written in the moment when the index was: git cannot tell by the clock whether it was changed, and reads it
/// through its filter.
#[cfg(unix)]
#[test]
fn nor_does_one_whose_index_is_of_the_same_moment() {
    let map = case();
    let place = Place::with(&map);
    place.git(&["config", "core.trustctime", "false"]);
    place.git(&["config", "core.checkStat", "minimal"]);
    let path = place.path().join(MAP);
    let moment = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    let at = |path: &std::path::Path| {
        std::fs::File::options().append(true).open(path).expect("there").set_modified(moment).expect("set");
    };
    at(&path);
    place.git(&["update-index", "--refresh"]);
    let text = std::fs::read_to_string(&path).expect("there");
    std::fs::write(
        &path,
        text.replacen("label: \"", "label: \"X", 1).replacen("  label: \"X", " label: \"X", 1),
    )
    .expect("written");
    assert_eq!(std::fs::metadata(&path).expect("there").len(), text.len() as u64);
    at(&path);
    trap(&place);
    at(&place.path().join(".git/index"));
    let ran = place.floke(&["diff"]);
    assert!(!place.path().join(".git/ran").exists());
    assert!(ran.code == Some(1) && ran.out.contains("1 card changed"), "{ran:?}");
    // The trap is one.
    place.command("git", "").args(["diff-index", "-p", "HEAD"]).output().expect("it runs");
    assert!(place.path().join(".git/ran").exists());
}

/// What looks like an option, or like a pattern, is a path or no revision.
#[test]
fn names_are_names() {
    let map = case();
    let place = Place::with(&map);
    place.write(MAP, &without(&map, &telling()));
    for arguments in [
        &["diff", "--", "--output=evil.txt"][..],
        &["diff", "--output=evil.txt"],
        &["diff", "-O..HEAD"],
        &["diff", "--", "*.ron"],
        &["diff", "HEAD", "--", ":(glob)**"],
        &["diff", "--", "-h.floke.ron"],
    ] {
        let ran = place.floke(arguments);
        assert_eq!((ran.code, ran.err.is_empty()), (Some(2), false), "{ran:?}");
        assert!(!place.path().join("evil.txt").exists() && !ran.out.contains("say the same"), "{ran:?}");
    }
    place.write("-h.floke.ron", &map);
    place.git(&["add", "--", "-h.floke.ron"]);
    let ran = place.floke(&["diff", "--", "-h.floke.ron"]);
    assert!(ran.code == Some(1) && ran.out.starts_with("-h.floke.ron: a new map"), "{ran:?}");
}

/// A file that is far too large for a map is not read to find that out.
#[test]
fn nothing_too_large_is_read() {
    let place = Place::with(&case());
    let file = std::fs::File::create(place.path().join("large.floke.ron")).expect("made");
    file.set_len(80 * 1024 * 1024).expect("set");
    place.git(&["-c", "core.bigFileThreshold=1m", "-c", "core.compression=1", "add", "large.floke.ron"]);
    for arguments in [
        &["diff", "--staged"][..],
        &["diff"],
        &["diff", ":large.floke.ron", MAP],
        &["diff", "--staged", "--format", "markdown"],
    ] {
        let ran = place.floke(arguments);
        assert!(ran.code == Some(2) && ran.err.contains("large.floke.ron"), "{ran:?}");
        assert!(ran.err.contains("64") && !ran.out.contains("say the same"), "{ran:?}");
    }
}

#[test]
fn textconv_never_fails() {
    let place = Place::bare();
    place.text("broken.floke.ron", "(floke: 1,\n\u{1b}[2J title: ");
    std::fs::write(place.path().join("bytes.ron"), [0xff, 0xfe, b'\n', b'x']).expect("written");
    for file in ["broken.floke.ron", "bytes.ron", "none.ron", "."] {
        let ran = place.floke(&["textconv", file]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{file} {ran:?}");
        assert!(!ran.out.contains('\u{1b}'), "{file} {ran:?}");
    }
    assert!(place.floke(&["textconv", "broken.floke.ron"]).out.starts_with("(floke: 1,\n"));
}
