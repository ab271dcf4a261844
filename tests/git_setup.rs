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
    // A name of somebody's own does no harm, and goes with the section: git refuses a driver that has only a name. What an
    // older floke wrote is brought up to date.
    place.git(&["config", "merge.floke.name", "mine"]);
    place.git(&[
        "config",
        "merge.floke.driver",
        "if command -v floke >/dev/null; then floke merge-driver %A; fi",
    ]);
    let check = place.floke(&["git-setup", "--check"]);
    assert!(check.code == Some(1) && check.out.contains("merge.floke.driver: ANOTHER version"), "{check:?}");
    assert!(
        check.out.contains("merge.floke.name: somebody's own value, left alone (was: mine)"),
        "{check:?}"
    );
    let again = place.floke(&["git-setup"]);
    assert!(again.code == Some(0) && again.out.contains("merge.floke.driver: replaced"), "{again:?}");
    assert_eq!(place.git(&["config", "merge.floke.name"]), "mine\n");
    assert_eq!(place.floke(&["git-setup", "--check"]).code, Some(0));
    assert_eq!(place.floke(&["git-setup", "--remove"]).code, Some(0));
    assert!(!place.git(&["config", "--list"]).contains("merge.floke"));
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

/// What somebody else wrote for the same files is neither replaced nor taken out, and that is said.
#[test]
fn a_driver_of_somebody_else_stays() {
    let place = Place::with(&case());
    place.git(&["config", "merge.floke.driver", "mine %A %O %B"]);
    place.git(&["config", "merge.floke.name", "my maps"]);
    place.git(&["config", "diff.floke.textconv", "/opt/floke textconv"]);
    let before = bytes(&place.path().join(".git/config"));
    for (arguments, code) in
        [(&["git-setup"][..], 1), (&["git-setup", "--check"], 1), (&["git-setup", "--remove"], 0)]
    {
        let ran = place.floke(arguments);
        assert_eq!(ran.code, Some(code), "{ran:?}");
        assert!(ran.out.contains("merge.floke.driver: somebody else's, left alone (was: mine"), "{ran:?}");
        assert_eq!(ran.err.contains("is left alone"), code == 1, "{ran:?}");
        assert_eq!(bytes(&place.path().join(".git/config")), before);
    }
    let nb = place.floke(&["git-setup", "--check", "--lang", "nb"]);
    assert!(nb.out.contains("noen andres, latt i fred (var: mine") && nb.err.contains("satt opp"), "{nb:?}");
    assert!(!nb.out.contains("left") && !nb.err.contains("other"), "{nb:?}");
}

/// Git reads no attributes through a link, and what may be read and written stays as it was.
#[cfg(unix)]
#[test]
fn attributes_that_are_a_link_are_refused_and_modes_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::with(&case());
    let path = place.path().join(".gitattributes");
    place.text("elsewhere", "*.png binary\n");
    std::os::unix::fs::symlink("elsewhere", &path).expect("made");
    for arguments in [&["git-setup"][..], &["git-setup", "--check"], &["git-setup", "--remove"]] {
        let ran = place.floke(arguments);
        assert_eq!((ran.code, ran.err.lines().count()), (Some(2), 1), "{ran:?}");
        assert!(ran.err.contains("is a symbolic link") && !ran.err.contains("could not do it"), "{ran:?}");
    }
    assert_eq!(bytes(&place.path().join("elsewhere")), b"*.png binary\n");
    std::fs::remove_file(&path).expect("there");
    place.text(".gitattributes", "*.png binary\n");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).expect("set");
    for arguments in [&["git-setup"][..], &["git-setup", "--remove"]] {
        assert_eq!(place.floke(arguments).code, Some(0));
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o444);
    }
}

/// Names that a program could take for something else, one of them no text.
#[cfg(target_os = "linux")]
fn names() -> [std::ffi::OsString; 3] {
    use std::os::unix::ffi::OsStringExt as _;
    ["m.floke.ron".into(), "-h.floke.ron".into(), std::ffi::OsString::from_vec(b"b\xe9.floke.ron".to_vec())]
}

/// A repository that is set up, with a map under a name that says otherwise on two branches; one of them is merged into the
/// other by a floke of ours.
#[cfg(target_os = "linux")]
fn merged(name: &std::ffi::OsStr, floke: &str) -> (Place, std::process::Output) {
    use floke::file::write_map;
    let map = case();
    let place = Place::with(&map);
    place.floke(&["git-setup"]);
    let path = place.path().join(name);
    let label = |label: &str| {
        let (id, node) = map.nodes().next().expect("a card");
        write_map(&field(&map, Item::Node(id.clone()), node, "label", Some(Value::of(label))))
    };
    std::fs::write(&path, write_map(&map)).expect("written");
    place.commit("set up");
    place.git(&["checkout", "--quiet", "-b", "other"]);
    std::fs::write(&path, label("Theirs")).expect("written");
    place.commit("other");
    place.git(&["checkout", "--quiet", "main"]);
    std::fs::write(&path, label("Ours")).expect("written");
    place.commit("mine");
    let ran = with_floke(&place, floke, &["merge", "other"]);
    (place, ran)
}

/// Git with a program `floke` on its path.
#[cfg(target_os = "linux")]
fn with_floke(place: &Place, floke: &str, arguments: &[&str]) -> std::process::Output {
    use std::os::unix::fs::PermissionsExt as _;
    let bin = place.path().join(".git/bin");
    std::fs::create_dir_all(&bin).expect("made");
    std::fs::write(bin.join("floke"), floke).expect("written");
    std::fs::set_permissions(bin.join("floke"), std::fs::Permissions::from_mode(0o755)).expect("set");
    let mut command = place.command("git", "");
    let path = command
        .get_envs()
        .find(|(name, _)| *name == "PATH")
        .and_then(|(_, path)| path)
        .map(ToOwned::to_owned);
    let path = path.expect("a path");
    let folders = std::iter::once(bin).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders).expect("folders"));
    command.args(["-c", "user.name=x", "-c", "user.email=x@e.org"]).args(arguments).output().expect("it runs")
}

/// However floke ends but for 0 and 1, git leaves everything as it was: no code of its own is taken for a merge.
#[cfg(target_os = "linux")]
#[test]
fn a_driver_that_fails_drops_no_side() {
    let name = std::ffi::OsString::from("m.floke.ron");
    for code in [2, 101, 127, 130] {
        let (place, ran) = merged(&name, &format!("#!/bin/sh\nexit {code}\n"));
        assert_eq!(ran.status.code(), Some(2), "{code}: {ran:?}");
        assert_eq!(place.git(&["status", "--porcelain"]), "", "{code}: nothing was touched");
        assert!(!place.path().join(".git/MERGE_HEAD").exists());
    }
    let (_, ran) = merged(&name, "#!/bin/sh\nexit 1\n");
    assert_eq!(ran.status.code(), Some(1), "{ran:?}");
}

/// Whatever the map is called, it is merged and shown by what it means.
#[cfg(target_os = "linux")]
#[test]
fn a_map_may_be_called_anything() {
    let floke = format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_floke"));
    for name in names() {
        let (place, ran) = merged(&name, &floke);
        assert_eq!(ran.status.code(), Some(1), "{ran:?}");
        let text = std::fs::read_to_string(place.path().join(&name)).expect("there");
        let map = read(&text).expect("opens").to_map().expect("a map");
        assert_eq!(map.conflicts().len(), 1, "{name:?}");
        let ran = with_floke(&place, &floke, &["diff", "main", "other"]);
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(ran.status.success() && said.contains("\n-card ") && said.contains("\n+card "), "{said}");
        // Without floke the file itself is shown.
        std::fs::remove_file(place.path().join(".git/bin/floke")).expect("there");
        let said = place.git(&["diff", "main", "other"]);
        assert!(said.contains("label: \"Theirs\""), "{said}");
    }
}
