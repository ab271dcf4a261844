//! `floke git-setup` in real git repositories: what it puts in, takes out and leaves alone.

#[path = "common/place.rs"]
mod place;

use std::path::Path;

use floke::file::read;
use floke::map::{Item, Value};
use place::*;

/// Bytes of a file, none where there is none.
fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_default()
}

#[test]
fn setting_git_up_twice_is_once_and_taking_it_out_leaves_what_was_there() {
    let place = Place::with(&case());
    let others = "# pictures\n*.png binary\n*.ron -text";
    place.text(".gitattributes", others);
    place.git(&["config", "alias.st", "status"]);
    let config = place.path().join(".git/config");
    let before = bytes(&config);
    let check = place.floke(&["git-setup", "--check"]);
    assert_eq!((check.code, check.out.matches("NOT there").count()), (Some(1), 5), "{check:?}");
    assert_eq!(bytes(&config), before);
    let first = place.floke(&["git-setup"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""), "{first:?}");
    let (set, attributes) = (bytes(&config), bytes(&place.path().join(".gitattributes")));
    let text = String::from_utf8_lossy(&attributes).into_owned();
    assert!(
        text.starts_with(others) && text.contains("*.floke.ron text eol=lf diff=floke merge=floke"),
        "{text}"
    );
    let again = place.floke(&["git-setup", "--local"]);
    assert_eq!((again.code, again.out.matches("there already").count()), (Some(0), 5), "{again:?}");
    assert_eq!((bytes(&config), bytes(&place.path().join(".gitattributes"))), (set, attributes));
    assert_eq!(place.floke_in("maps", &["git-setup", "--check"]).code, Some(0));
    // A value of somebody's own is not taken out, an older one of ours is brought up to date.
    place.git(&["config", "merge.floke.name", "mine"]);
    assert!(
        place.floke(&["git-setup", "--check"]).out.contains("merge.floke.name: ANOTHER value (was: mine)")
    );
    assert_eq!(place.floke(&["git-setup", "--remove"]).code, Some(0));
    assert_eq!(place.git(&["config", "merge.floke.name"]), "mine\n");
    assert_eq!(place.floke(&["git-setup"]).code, Some(0));
    assert_eq!(place.floke(&["git-setup", "--remove"]).code, Some(0));
    assert_eq!(String::from_utf8_lossy(&bytes(&config)), String::from_utf8_lossy(&before));
    assert_eq!(bytes(&place.path().join(".gitattributes")), others.as_bytes());
    // Where the file was ours alone it goes.
    std::fs::remove_file(place.path().join(".gitattributes")).expect("there");
    place.floke(&["git-setup"]);
    place.floke(&["git-setup", "--remove"]);
    assert!(!place.path().join(".gitattributes").exists());
}

#[test]
fn git_is_set_up_in_worktrees_and_submodules_and_for_a_person() {
    let place = Place::with(&case());
    place.git(&["worktree", "add", "--quiet", "tree", "-b", "side"]);
    let ran = place.floke_in("tree/maps", &["git-setup"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        place.path().join("tree/.gitattributes").exists() && !place.path().join(".gitattributes").exists()
    );
    assert_eq!(place.floke_in("tree", &["git-setup", "--check"]).code, Some(0));
    // The settings are of the repository, the attributes of each tree of files.
    let ran = place.floke(&["git-setup", "--check"]);
    assert_eq!((ran.code, ran.out.matches("NOT there").count()), (Some(1), 1), "{ran:?}");

    let whole = Place::with(&case());
    let inner = Place::with(&case());
    let url = inner.path().to_str().expect("text").to_owned();
    whole.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "inner"]);
    assert_eq!(whole.floke_in("inner", &["git-setup"]).code, Some(0));
    assert!(
        whole.path().join("inner/.gitattributes").exists() && !whole.path().join(".gitattributes").exists()
    );
    assert_eq!(whole.floke_in("inner", &["git-setup", "--check"]).code, Some(0));
    assert_eq!(whole.floke(&["git-setup", "--check"]).code, Some(1));

    let bare = Place::bare();
    let ran = bare.floke(&["git-setup"]);
    assert!(ran.code == Some(2) && ran.err.contains("in no git repository"), "{ran:?}");
    let own = |arguments: &[&str]| {
        let mut command = bare.command(env!("CARGO_BIN_EXE_floke"), "");
        command.env("GIT_CONFIG_GLOBAL", bare.path().join("gitconfig")).args(arguments);
        command.output().expect("it runs").status.code()
    };
    assert_eq!(own(&["git-setup", "--global", "--check"]), Some(1));
    assert_eq!(own(&["git-setup", "--global"]), Some(0));
    assert_eq!(own(&["git-setup", "--global", "--check"]), Some(0));
    assert!(bare.path().join("config/git/attributes").exists());
    assert_eq!(own(&["git-setup", "--global", "--remove"]), Some(0));
    assert!(!bare.path().join("config/git/attributes").exists());
}

/// Another line of attributes may win; then it is said, and nobody's line is moved.
#[test]
fn a_line_that_wins_is_named() {
    let place = Place::with(&case());
    place.text(".git/info/attributes", "*.ron -diff\n");
    let ran = place.floke(&["git-setup"]);
    assert!(ran.code == Some(1) && ran.err.contains("wins"), "{ran:?}");
    assert_eq!(place.floke(&["git-setup", "--check"]).code, Some(1));
}

/// Where floke is not installed, a diff shows the file and a merge is git's own, with its markers.
#[test]
fn without_floke_git_does_what_it_does_without() {
    let map = case();
    let place = Place::with(&map);
    place.floke(&["git-setup"]);
    place.commit("set up");
    let (one, two) = (telling(), upward(&map).1);
    place.git(&["checkout", "--quiet", "-b", "one"]);
    place.write(MAP, &without(&map, &one));
    let diff = place.git(&["diff"]);
    assert!(diff.contains("-        \"county-governor\": (") && !diff.contains("Named loops"), "{diff}");
    place.commit("one");
    place.git(&["checkout", "--quiet", "-b", "two", "main"]);
    place.write(MAP, &without(&map, &two));
    place.commit("two");
    place.git(&["merge", "--quiet", "--no-edit", "one"]);
    let merged = read(&std::fs::read_to_string(place.path().join(MAP)).expect("there"));
    assert!(merged.expect("opens").to_map().expect("a map") == without(&without(&map, &one), &two));
    let label = |label: &str| {
        let (id, node) = map.nodes().next().expect("a card");
        field(&map, Item::Node(id.clone()), node, "label", Some(Value::of(label)))
    };
    place.git(&["checkout", "--quiet", "-b", "three", "main"]);
    place.write(MAP, &label("Three"));
    place.commit("three");
    place.git(&["checkout", "--quiet", "-b", "four", "main"]);
    place.write(MAP, &label("Four"));
    place.commit("four");
    let merged = place
        .command("git", "")
        .args(["-c", "user.name=x", "-c", "user.email=x@e.org", "merge", "three"])
        .output();
    assert_eq!(merged.expect("it runs").status.code(), Some(1));
    let text = std::fs::read_to_string(place.path().join(MAP)).expect("there");
    assert!(
        text.contains("<<<<<<< ours")
            && text.contains("label: \"Three\"")
            && text.contains("label: \"Four\""),
        "no side is lost"
    );
}
