//! `floke diff`: what is compared with what, in real git repositories.

#[path = "common/place.rs"]
mod place;

use floke::file::{read, write_map};
use floke::map::{Change, Edit, Item, Map, Record as _, Value};
use place::*;

#[test]
fn every_way_to_name_two_states() {
    let map = case();
    let place = Place::with(&map);
    let smaller = without(&map, &telling());
    place.git(&["checkout", "--quiet", "-b", "other"]);
    place.write(MAP, &smaller);
    place.commit("other");
    place.git(&["checkout", "--quiet", "main"]);
    let (_, link) = upward(&map);
    let mine = without(&map, &link);
    place.write(MAP, &mine);
    place.commit("mine");
    place.write("old.floke.ron", &map);
    place.write("new.floke.ron", &smaller);
    let told = "«Municipal leadership» reports to «County governor».";
    let of = |arguments: &[&str]| {
        let ran = place.floke(&[&["diff"], arguments].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{arguments:?} {ran:?}");
        let sign = |text: &str| ran.out.contains(&format!("− {text}"));
        (
            sign(told),
            ran.out.contains(&format!("+ {told}")),
            ran.out.contains("is broken"),
            ran.out.contains("whole again"),
        )
    };
    let (lost, came, broke, mended) = (
        (true, false, false, false),
        (false, true, false, false),
        (false, false, true, false),
        (false, false, false, true),
    );
    assert_eq!(of(&["old.floke.ron", "new.floke.ron"]), lost);
    assert_eq!(of(&["new.floke.ron", "old.floke.ron"]), came);
    assert_eq!(of(&["main~1:maps/case.floke.ron", "new.floke.ron"]), lost);
    assert_eq!(of(&["main~1:maps/case.floke.ron", "other:maps/case.floke.ron"]), lost);
    assert_eq!(of(&["main~1"]), broke);
    assert_eq!(of(&["main~1", MAP]), broke);
    assert_eq!(of(&["main~1", "--", "maps"]), broke);
    assert_eq!(of(&["main~1..main"]), broke);
    assert_eq!(of(&["main~1.."]), broke);
    assert_eq!(of(&["main", "main~1"]), mended);
    // From where they parted: only what the other branch did.
    assert_eq!(of(&["main...other"]), lost);
    assert_eq!(of(&["...other"]), lost);
    assert_eq!(of(&["other...main"]), broke);
    assert_eq!(of(&["main..other"]), (true, false, false, true));
    // Work tree and index.
    place.write(MAP, &without(&mine, &telling()));
    assert_eq!(of(&[]), lost);
    assert_eq!(of(&["HEAD", "--", MAP]), lost);
    let staged = place.floke(&["diff", "--staged"]);
    assert_eq!((staged.code, staged.out.as_str()), (Some(0), "The maps say the same.\n"), "{staged:?}");
    place.git(&["add", MAP]);
    assert_eq!(of(&["--staged"]), lost);
    assert_eq!(of(&[":maps/case.floke.ron", "HEAD:maps/case.floke.ron"]), came);
    place.write(MAP, &mine);
    assert_eq!(of(&["--staged", "main~1"]), (true, false, true, false));
    assert_eq!(place.floke(&["diff"]).code, Some(0));
    // From a folder further down paths are meant from there.
    let ran = place.floke_in("maps", &["diff", "main~1", "--", "case.floke.ron"]);
    assert!(ran.code == Some(1) && ran.out.starts_with("maps/case.floke.ron: 1 link removed\n"), "{ran:?}");
    let none = place.floke_in("maps", &["diff", "main~1", "--", "nothing.floke.ron"]);
    assert_eq!(
        (none.code, none.out.as_str()),
        (Some(2), "nothing.floke.ron: not compared: git follows no map there.\n"),
        "{none:?}"
    );
    assert!(
        none.err.starts_with("floke: nothing.floke.ron: git follows no map there. — git add"),
        "{none:?}"
    );
    let same = place.floke_in("maps", &["diff", "main", "--staged", "--", ".."]);
    assert_eq!(same.code, Some(1), "{same:?}");
    // Nothing was written.
    assert_eq!(
        place.git(&["status", "--porcelain"]),
        format!("MM {MAP}\n?? new.floke.ron\n?? old.floke.ron\n")
    );
}

#[test]
fn the_same_meaning_in_other_bytes_is_no_difference() {
    let map = case();
    let place = Place::with(&map);
    let text = write_map(&map);
    let other = format!("// a comment\n{}", text.replace("\n    ", "\n          ")).replace('\n', "\r\n");
    place.text("other.floke.ron", &other);
    let ran = place.floke(&["diff", MAP, "other.floke.ron"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "The maps say the same.\n", ""));
    place.text(MAP, &other);
    for format in ["text", "markdown"] {
        let ran = place.floke(&["diff", "--format", format, "--lang", "nb"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), "Kartene sier det samme.\n"));
    }
    let ran = place.floke(&["diff", "--format", "json"]);
    assert_eq!((ran.code, ran.json()["files"].as_array().map(Vec::len)), (Some(0), Some(0)));
}

/// One map that cannot be read does not hide the others.
#[test]
fn several_maps_new_gone_renamed_and_broken() {
    let map = case();
    let place = Place::with(&map);
    for name in ["gone", "moved", "spoilt"] {
        let mut own = map.clone();
        let title = Edit::field(Item::Map, "title", own.head().get("title"), Some(Value::of(name)));
        own.apply(&Change { edits: vec![title] }).expect("fits");
        place.write(&format!("{name}.floke.ron"), &own);
    }
    place.text("not-a-map.ron", "(1, 2)");
    place.commit("more");
    place.git(&["rm", "--quiet", "gone.floke.ron"]);
    place.git(&["mv", "moved.floke.ron", "here.floke.ron"]);
    let moved = read(&std::fs::read_to_string(place.path().join("here.floke.ron")).expect("there"));
    place.write("here.floke.ron", &without(&moved.expect("opens").to_map().expect("a map"), &telling()));
    place.write("new.floke.ron", &Map::new("something else"));
    place.text("not-a-map.ron", "(1, 2, 3)");
    place.git(&["add", "--all"]);
    let ran = place.floke(&["diff", "--staged"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    for line in [
        "gone.floke.ron: the map is gone (",
        "moved.floke.ron → here.floke.ron: 1 link removed\n",
        "new.floke.ron: a new map (",
    ] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
    assert!(!ran.out.contains("not-a-map") && !ran.out.contains("spoilt"));
    let json = place.floke(&["diff", "--staged", "--format", "json"]).json();
    assert_eq!(json["files"].as_array().map(Vec::len), Some(3));
    place.text("spoilt.floke.ron", "(floke: 1,");
    let ran = place.floke(&["diff"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("spoilt.floke.ron:1:") && ran.out.contains("here.floke.ron"), "{ran:?}");
    assert!(ran.out.contains("spoilt.floke.ron:1:1: not compared: "), "{ran:?}");
}

/// A file under another name is found by its bytes, else by its lines; two maps that have little in common are two.
#[test]
fn a_file_under_another_name_is_the_same_map() {
    let map = case();
    let place = Place::with(&map);
    place.write("other.floke.ron", &Map::new("another"));
    place.commit("more");
    place.git(&["mv", MAP, "here.floke.ron"]);
    let (one, two) = ("maps/case.floke.ron → here.floke.ron", "other.floke.ron");
    let ran = place.floke(&["diff"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (
            Some(0),
            "The maps say the same.
"
        ),
        "{ran:?}"
    );
    place.write("here.floke.ron", &without(&map, &telling()));
    for stage in [false, true] {
        if stage {
            place.git(&["add", "--all"]);
            place.git(&["rm", "--quiet", "--cached", two]);
        }
        let ran = place.floke(&["diff"]);
        assert!(
            ran.code == Some(1)
                && ran.out.starts_with(&format!(
                    "{one}: 1 link removed
"
                )),
            "{ran:?}"
        );
        assert_eq!(ran.out.contains(&format!("{two}: the map is gone")), stage, "{ran:?}");
    }
    place.commit("moved");
    let ran = place.floke(&["diff", "HEAD~1", "HEAD"]);
    assert!(
        ran.out.starts_with(&format!(
            "{one}: 1 link removed
"
        )),
        "{ran:?}"
    );
    // Two maps that change names at once, and one that was none before by its name.
    place.git(&["mv", "here.floke.ron", "plain.ron"]);
    let ran = place.floke(&["diff", "--staged", "HEAD~1"]);
    assert!(
        ran.out.contains(
            "maps/case.floke.ron → plain.ron: 1 link removed
"
        ),
        "{ran:?}"
    );
}

/// Files of which only some are laid out on disk are not gone, and a link in place of a file is none.
#[cfg(unix)]
#[test]
fn what_is_not_on_disk_and_what_is_no_file() {
    let map = case();
    let place = Place::with(&map);
    place.git(&["update-index", "--skip-worktree", MAP]);
    std::fs::remove_file(place.path().join(MAP)).expect("there");
    assert_eq!(
        place.floke(&["diff"]).out,
        "The maps say the same.
"
    );
    place.git(&["update-index", "--no-skip-worktree", MAP]);
    assert!(place.floke(&["diff"]).out.contains("the map is gone"));
    place.write("elsewhere.ron", &without(&map, &telling()));
    std::os::unix::fs::symlink("../elsewhere.ron", place.path().join(MAP)).expect("made");
    assert!(place.floke(&["diff"]).out.contains("the map is gone"));
    // A file that is only meant to be added is new.
    place.write("new.floke.ron", &map);
    place.git(&["add", "--intent-to-add", "new.floke.ron"]);
    let ran = place.floke(&["diff", "--", "new.floke.ron"]);
    assert!(ran.out.contains("a new map"), "{ran:?}");
    let ran = place.floke(&["diff", "--staged", "--", "new.floke.ron"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (
            Some(0),
            "The maps say the same.
"
        ),
        "{ran:?}"
    );
}

/// A map under a name that is no text is compared like any other.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let map = case();
    let place = Place::with(&map);
    let name = OsStr::from_bytes(b"b\xe9.floke.ron");
    std::fs::write(place.path().join(name), write_map(&map)).expect("written");
    place.commit("more");
    std::fs::write(place.path().join(name), write_map(&without(&map, &telling()))).expect("written");
    for arguments in [&[][..], &[name], &[OsStr::new("HEAD"), name], &[OsStr::new(MAP), name]] {
        let mut command = place.command(env!("CARGO_BIN_EXE_floke"), "");
        let output = command.arg("diff").args(arguments).output().expect("it runs");
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("no longer"), "{output:?}");
    }
}
