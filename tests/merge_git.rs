//! Merges in real repositories: what git makes of the driver's answers, and of files it could not merge.

#[path = "merge/files.rs"]
mod files;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use files::run;
use floke::file::open_text;
use floke::map::{Map, NodeId};
use tempfile::TempDir;

const MAP: &str = "m.floke.ron";

/// A card between two others, in the one form; `label` and `votes` of the middle one, and what stands behind it.
fn text(label: &str, votes: u32, more: &str) -> String {
    format!(
        "(\n  floke: 1,\n  title: \"Git\",\n  nodes: {{\n    \"a\": (\n      label: \"A\",\n      kind: Cause,\n    ),\n    \
         \"b\": (\n      label: \"{label}\",\n      kind: Cause,\n      votes: {votes},\n    ),\n{more}    \
         \"z\": (\n      label: \"Z\",\n      kind: Cause,\n    ),\n  }},\n)\n"
    )
}

fn card(id: &str) -> String {
    format!("    \"{id}\": (\n      label: \"{id}\",\n      kind: Cause,\n    ),\n")
}

/// A repository with the map on `main` and another version of it on `other`.
struct Repository(TempDir);

impl Repository {
    fn new(base: Option<&str>, ours: &str, theirs: &str, driver: Option<&str>) -> Self {
        let repository = Self(tempfile::tempdir().expect("a folder"));
        repository.git(&["init", "-q", "-b", "main"]);
        if let Some(driver) = driver {
            repository.git(&["config", "merge.floke.driver", driver]);
            fs::write(repository.path().join(".gitattributes"), "*.floke.ron merge=floke\n")
                .expect("written");
        }
        if let Some(base) = base {
            repository.write(base);
        }
        fs::write(repository.path().join("readme"), "x\n").expect("written");
        repository.commit("base");
        repository.git(&["checkout", "-q", "-b", "other"]);
        repository.write(theirs);
        repository.commit("theirs");
        repository.git(&["checkout", "-q", "main"]);
        repository.write(ours);
        repository.commit("ours");
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, text: &str) {
        fs::write(self.path().join(MAP), text).expect("written");
    }

    fn read(&self) -> String {
        fs::read_to_string(self.path().join(MAP)).expect("read")
    }

    fn map(&self) -> Map {
        open_text(MAP, self.read()).expect("opens").document.to_map().expect("is a map")
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        assert_eq!(self.git(&["commit", "-q", "-m", message]), 0);
    }

    fn git(&self, arguments: &[&str]) -> i32 {
        let ran = Command::new("git")
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(self.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("FLOKE_LANG", "en")
            .output()
            .expect("git runs");
        ran.status.code().expect("ended by itself")
    }

    fn unmerged(&self) -> bool {
        let said =
            Command::new("git").args(["ls-files", "-u"]).current_dir(self.path()).output().expect("git runs");
        !said.stdout.is_empty()
    }
}

/// As `floke git-setup` writes it, with this program.
fn driver() -> String {
    format!("'{}' merge-driver %O %A %B %L %P %S %X %Y", env!("CARGO_BIN_EXE_floke"))
}

fn label(map: &Map, id: &str) -> String {
    map.node(&NodeId::new(id)).map_or_else(String::new, |node| node.label.clone())
}

/// Each way to bring a commit of the other branch in.
const WAYS: &[&[&str]] =
    &[&["merge", "-q", "--no-edit", "other"], &["cherry-pick", "other"], &["rebase", "-q", "other"]];

#[test]
fn what_git_marks_the_driver_merges() {
    let (base, ours, theirs) = (text("B", 2, ""), text("B", 5, &card("c")), text("New", 3, &card("d")));
    for way in WAYS {
        let plain = Repository::new(Some(&base), &ours, &theirs, None);
        assert_eq!(plain.git(way), 1, "{way:?}");
        let repository = Repository::new(Some(&base), &ours, &theirs, Some(&driver()));
        assert_eq!((repository.git(way), repository.unmerged()), (0, false), "{way:?}");
        let map = repository.map();
        assert_eq!((label(&map, "b").as_str(), map.node_count()), ("New", 5), "{way:?}");
    }
}

#[test]
fn a_conflict_leaves_a_map_that_opens_and_a_merge_that_is_open() {
    let (base, ours, theirs) = (text("B", 2, ""), text("Ours", 2, ""), text("Theirs", 2, ""));
    for way in WAYS {
        let repository = Repository::new(Some(&base), &ours, &theirs, Some(&driver()));
        assert_eq!((repository.git(way), repository.unmerged()), (1, true), "{way:?}");
        let map = repository.map();
        // On the way of a rebase theirs is what stands there already.
        let live = if way[0] == "rebase" { "Theirs" } else { "Ours" };
        assert_eq!((label(&map, "b").as_str(), map.conflicts().len()), (live, 1), "{way:?}");
        assert_eq!(run(repository.path(), &["check", MAP]).status.code(), Some(1));
    }
}

#[test]
fn what_was_put_aside_comes_back_onto_what_came_since() {
    let repository = Repository::new(
        Some(&text("B", 2, "")),
        &text("B", 2, &card("c")),
        &text("x", 2, ""),
        Some(&driver()),
    );
    repository.write(&text("B", 2, &(card("c") + &card("d"))));
    assert_eq!(repository.git(&["stash", "-q"]), 0);
    repository.write(&text("B", 2, &(card("c") + &card("e"))));
    repository.commit("since");
    assert_eq!(repository.git(&["stash", "pop", "-q"]), 0);
    assert_eq!(repository.map().node_count(), 6);
}

#[test]
fn two_that_made_the_same_file_are_merged_without_a_base() {
    let repository =
        Repository::new(None, &text("B", 2, &card("c")), &text("B", 2, &card("d")), Some(&driver()));
    assert_eq!(repository.git(WAYS[0]), 0);
    assert_eq!(repository.map().node_count(), 5);
}

#[test]
fn one_side_that_is_no_map_gets_markers_and_a_crash_leaves_everything_as_it_was() {
    let (base, ours) = (text("B", 2, ""), text("Ours", 2, ""));
    let repository =
        Repository::new(Some(&base), &ours, &base.replace("label: \"B\"", "label: B"), Some(&driver()));
    assert_eq!(repository.git(WAYS[0]), 1);
    assert!(repository.read().contains("<<<<<<<"));
    for (ends, code) in [("exit 129", 2), ("kill -9 $$", 2)] {
        let repository = Repository::new(Some(&base), &ours, &text("Theirs", 2, ""), Some(ends));
        assert_eq!(
            (repository.git(WAYS[0]), repository.read(), repository.unmerged()),
            (code, ours.clone(), false)
        );
    }
}

/// Git takes a code below 129 for a conflict whose text is ours. Only 1 may mean that; with any other their side would be
/// gone as soon as somebody adds the file.
#[test]
fn a_floke_that_could_not_begin_ends_the_merge_and_drops_no_side() {
    let (base, ours) = (text("B", 2, ""), text("Ours", 2, ""));
    let own = floke::vcs::setup::SETTINGS.iter().find(|(name, _)| *name == "merge.floke.driver");
    let (_, line) = own.expect("the driver is set up");
    for (code, ends) in [(2, 2), (101, 2), (126, 2), (127, 2), (1, 1)] {
        let driver = format!("floke() {{ return {code}; }}; {line}");
        let repository = Repository::new(Some(&base), &ours, &text("Theirs", 2, ""), Some(&driver));
        assert_eq!(repository.git(WAYS[0]), ends, "{code}");
        assert_eq!((repository.read(), repository.unmerged()), (ours.clone(), code == 1), "{code}");
    }
    let whole =
        line.replace("floke merge-driver", &format!("'{}' merge-driver", env!("CARGO_BIN_EXE_floke")));
    let whole = format!("floke() {{ :; }}; {whole}");
    let repository = Repository::new(Some(&base), &ours, &text("B", 2, &card("c")), Some(&whole));
    assert_eq!(repository.git(WAYS[0]), 0);
    assert_eq!(repository.map().node_count(), 4, "theirs is there");
}

#[test]
fn a_file_with_markers_opens_from_its_sides_and_the_base_that_git_keeps() {
    let repository = Repository::new(
        Some(&text("B", 2, "")),
        &text("Ours", 5, &card("c")),
        &text("B", 3, &card("d")),
        None,
    );
    assert_eq!(repository.git(WAYS[0]), 1);
    let marked = repository.read();
    assert!(marked.contains("<<<<<<<"), "{marked}");
    // A dot on theirs and three on ours: only who knows the base can add them.
    let shown = run(repository.path(), &["show", MAP, "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).expect("one document");
    let nodes = shown["nodes"].as_array().expect("a list");
    let b = nodes.iter().find(|node| node["id"] == "b").expect("there");
    assert_eq!(
        (b["votes"].as_u64(), b["label"].as_str(), nodes.len()),
        (Some(6), Some("Ours"), 5),
        "{marked}"
    );
    assert_eq!(run(repository.path(), &["check", MAP]).status.code(), Some(2));
    assert_eq!(repository.read(), marked, "nothing was written");
    let votes = |text: &str| {
        repository.write(text);
        let shown = run(repository.path(), &["show", MAP, "--format", "json"]);
        let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).expect("one document");
        shown["nodes"][1]["votes"].as_u64()
    };
    // Who went on by hand is heard.
    let by_hand = marked.replace("votes: 5", "votes: 9");
    assert_ne!(by_hand, marked);
    assert_eq!(votes(&by_hand), Some(9));
    assert_eq!(votes(&marked), Some(6));
    let screen = run(repository.path(), &["screen", MAP, "--keys", ""]);
    assert!(String::from_utf8_lossy(&screen.stdout).contains("merge unfinished"), "{screen:?}");
}

/// The label of card b as `floke show` has it.
fn shown_label(repository: &Repository) -> Option<String> {
    let shown = run(repository.path(), &["show", MAP, "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).ok()?;
    let b = shown["nodes"].as_array()?.iter().find(|node| node["id"] == "b")?;
    b["label"].as_str().map(str::to_owned)
}

/// Without a common version, and with a git that knows no way to merge what it keeps, nobody can say whether a file was
/// touched. What stands in it counts then.
#[test]
fn what_was_written_by_hand_between_markers_is_never_thrown_away() {
    for base in [None, Some(text("B", 2, ""))] {
        let repository = Repository::new(base.as_deref(), &text("Ours", 5, ""), &text("Theirs", 3, ""), None);
        assert_eq!(repository.git(WAYS[0]), 1);
        let marked = repository.read();
        assert_eq!(shown_label(&repository).as_deref(), Some("Ours"), "{marked}");
        let by_hand = marked.replace("label: \"Ours\"", "label: \"By hand\"");
        repository.write(&by_hand);
        assert_eq!(shown_label(&repository).as_deref(), Some("By hand"), "{by_hand}");
        // In the middle of a line nothing can be made of it, and nothing is made of what git keeps either.
        repository.write(&marked.replace("label: \"Ours\"", "label: \"By ha"));
        assert_eq!(shown_label(&repository), None);
    }
}

/// Merges two versions of a file of that name by a driver line; the code of `git merge`.
#[cfg(unix)]
fn merged_under(name: &std::ffi::OsStr, branch: &std::ffi::OsStr, driver: &str) -> (i32, String) {
    let repository = Repository(tempfile::tempdir().expect("a folder"));
    let git = |arguments: &[&std::ffi::OsStr]| -> Output {
        let ran = Command::new("git")
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(repository.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("FLOKE_LANG", "en")
            .output();
        ran.expect("git runs")
    };
    repository.git(&["init", "-q", "-b", "main"]);
    repository.git(&["config", "merge.floke.driver", driver]);
    fs::write(repository.path().join(".gitattributes"), "*.floke.ron merge=floke\n").expect("written");
    let put = |text: &str, message: &str| {
        fs::write(repository.path().join(name), text).expect("written");
        repository.commit(message);
    };
    put(&text("B", 2, ""), "base");
    git(&["checkout".as_ref(), "-q".as_ref(), "-b".as_ref(), branch]);
    put(&text("B", 2, &card("d")), "theirs");
    repository.git(&["checkout", "-q", "main"]);
    put(&text("B", 2, &card("c")), "ours");
    let ran = git(&["merge".as_ref(), "-q".as_ref(), "--no-edit".as_ref(), branch]);
    let there = fs::read_to_string(repository.path().join(name)).expect("text");
    (ran.status.code().expect("ended by itself"), there)
}

#[cfg(unix)]
#[test]
fn a_file_or_branch_of_any_name_is_merged() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let set_up = floke::vcs::setup::SETTINGS.iter().find(|(name, _)| *name == "merge.floke.driver");
    let set_up = set_up.expect("the driver is set up").1;
    let set_up =
        set_up.replace("floke merge-driver", &format!("'{}' merge-driver", env!("CARGO_BIN_EXE_floke")));
    let set_up = format!("floke() {{ :; }}; {set_up}");
    let names: [&[u8]; 5] =
        [b"-h.floke.ron", b"--lang=nb.floke.ron", b"h\xe5p.floke.ron", b"--.floke.ron", b"a b'$x.floke.ron"];
    for driver in [set_up.as_str(), &driver()] {
        for name in names {
            for branch in [OsStr::new("other"), OsStr::from_bytes(b"p\xe5-gang")] {
                let (code, there) = merged_under(OsStr::from_bytes(name), branch, driver);
                assert_eq!(code, 0, "{} {}", name.escape_ascii(), branch.display());
                assert!(there.contains("\"c\"") && there.contains("\"d\""), "{there}");
            }
        }
    }
}

/// A repository in which the other branch has the map under another name.
fn renamed_on_theirs(ours: &str, theirs: &str) -> Repository {
    let repository = Repository::new(Some(&text("B", 2, "")), ours, theirs, Some(&driver()));
    repository.git(&["checkout", "-q", "other"]);
    repository.git(&["mv", MAP, "moved.floke.ron"]);
    repository.commit("moved");
    repository.git(&["checkout", "-q", "main"]);
    repository
}

#[test]
fn a_map_that_one_side_gave_another_name_is_merged_under_it() {
    let at = |repository: &Repository| {
        let text = fs::read_to_string(repository.path().join("moved.floke.ron")).expect("there");
        open_text("x", text).expect("opens").document.to_map().expect("is a map")
    };
    let clean = renamed_on_theirs(&text("B", 5, &card("c")), &text("New", 3, ""));
    assert_eq!((clean.git(WAYS[0]), clean.path().join(MAP).exists()), (0, false));
    let b = at(&clean).node(&NodeId::new("b")).expect("there").clone();
    assert_eq!((b.label.as_str(), b.votes, at(&clean).node_count()), ("New", 6, 4));
    let open = renamed_on_theirs(&text("Ours", 2, ""), &text("Theirs", 2, ""));
    assert_eq!((open.git(WAYS[0]), open.unmerged()), (1, true));
    assert_eq!((label(&at(&open), "b").as_str(), at(&open).conflicts().len()), ("Ours", 1));
}

/// Who has the attributes and no floke gets what git does by itself, and both sides: by the line of git-setup, which then has no
/// such program, and without any set-up.
#[test]
fn without_the_program_git_merges_as_ever_and_drops_no_side() {
    let line = floke::vcs::setup::SETTINGS.iter().find(|(name, _)| *name == "merge.floke.driver");
    let absent = line.expect("the driver is set up").1.replace("floke", "no-such-floke");
    let (base, ours, theirs) = (text("B", 2, ""), text("Ours", 2, &card("c")), text("Theirs", 2, ""));
    for driver in [Some(absent.as_str()), None] {
        let repository = Repository::new(Some(&base), &ours, &theirs, driver);
        if driver.is_none() {
            fs::write(repository.path().join(".gitattributes"), "*.floke.ron merge=floke\n")
                .expect("written");
            repository.commit("attributes");
        }
        assert_eq!((repository.git(WAYS[0]), repository.unmerged()), (1, true), "{driver:?}");
        let marked = repository.read();
        assert!(
            marked.contains("<<<<<<<") && marked.contains("Ours") && marked.contains("Theirs"),
            "{marked}"
        );
        // And floke opens it, once it is there.
        assert_eq!(shown_label(&repository).as_deref(), Some("Ours"));
        let clean = Repository::new(
            Some(&base),
            &text("B", 2, &card("a2")),
            &base.replace("\"Z\"", "\"End\""),
            driver,
        );
        assert_eq!(clean.git(WAYS[0]), 0, "{driver:?}");
        assert_eq!((label(&clean.map(), "z").as_str(), clean.map().node_count()), ("End", 4));
    }
}

#[test]
fn a_merge_in_another_work_tree_uses_the_driver_and_opens_its_conflicts() {
    let (base, ours, theirs) = (text("B", 2, ""), text("Ours", 5, ""), text("Theirs", 3, ""));
    for (driver, votes) in [(Some(driver()), 6), (None, 6)] {
        let repository = Repository::new(Some(&base), &ours, &theirs, driver.as_deref());
        let beside = tempfile::tempdir().expect("a folder");
        let folder = beside.path().join("tree");
        let path = folder.to_str().expect("text");
        assert_eq!(repository.git(&["worktree", "add", "-q", path, "-b", "there"]), 0);
        assert_eq!(repository.git(&["-C", path, "merge", "-q", "--no-edit", "other"]), 1);
        let shown = run(&folder, &["show", MAP, "--format", "json"]);
        let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).expect("one document");
        let b = &shown["nodes"][1];
        assert_eq!((b["label"].as_str(), b["votes"].as_u64()), (Some("Ours"), Some(votes)), "{driver:?}");
        assert_eq!(repository.read(), ours, "the first work tree is as it was");
    }
}

#[test]
fn what_was_put_aside_and_meets_another_change_is_a_conflict_and_stays_put_aside() {
    let repository = Repository::new(
        Some(&text("B", 2, "")),
        &text("B", 2, &card("c")),
        &text("x", 2, ""),
        Some(&driver()),
    );
    repository.write(&text("Aside", 2, &card("c")));
    assert_eq!(repository.git(&["stash", "-q"]), 0);
    repository.write(&text("Since", 2, &card("c")));
    repository.commit("since");
    assert_eq!((repository.git(&["stash", "pop", "-q"]), repository.unmerged()), (1, true));
    let map = repository.map();
    let [conflict] = map.conflicts() else { panic!("{:?}", map.conflicts()) };
    assert_eq!((label(&map, "b").as_str(), conflict.at.as_str()), ("Since", "node b"));
    assert_eq!(conflict.theirs.as_ref().map(|value| value.as_str()), Some("\"Aside\""));
    assert_eq!(repository.git(&["rev-parse", "-q", "--verify", "stash"]), 0, "it is not gone");
}

/// Every edit of a commit that is picked is there, or named.
#[test]
fn picking_one_commit_of_several_brings_that_one_alone() {
    let repository = Repository::new(
        Some(&text("B", 2, "")),
        &text("Ours", 5, &card("c")),
        &text("B", 3, ""),
        Some(&driver()),
    );
    repository.git(&["checkout", "-q", "other"]);
    repository.write(&text("B", 3, &card("d")));
    repository.commit("a card");
    repository.write(&text("Theirs", 3, &card("d")));
    repository.commit("a label");
    repository.git(&["checkout", "-q", "main"]);
    // The card without the dot of the commit before.
    assert_eq!(repository.git(&["cherry-pick", "other~1"]), 0);
    let map = repository.map();
    let votes = map.node(&NodeId::new("b")).expect("there").votes;
    assert_eq!((label(&map, "b").as_str(), votes, map.node_count()), ("Ours", 5, 5));
    assert_eq!((repository.git(&["cherry-pick", "other"]), repository.unmerged()), (1, true));
    assert_eq!(repository.map().conflicts().len(), 1);
    assert_eq!(repository.git(&["cherry-pick", "--abort"]), 0);
    assert_eq!(repository.map(), map);
}

#[test]
fn blame_log_and_show_speak_in_readable_lines() {
    let repository =
        Repository::new(Some(&text("B", 2, "")), &text("Ours", 5, ""), &text("x", 2, ""), Some(&driver()));
    let line = format!("'{}' textconv", env!("CARGO_BIN_EXE_floke"));
    repository.git(&["config", "diff.floke.textconv", &line]);
    fs::write(repository.path().join(".gitattributes"), "*.floke.ron merge=floke diff=floke\n")
        .expect("written");
    let said = |arguments: &[&str]| {
        let ran =
            Command::new("git").args(arguments).current_dir(repository.path()).output().expect("git runs");
        assert!(ran.status.success(), "{ran:?}");
        String::from_utf8(ran.stdout).expect("text")
    };
    let blame = said(&["blame", "-s", MAP]);
    let of = |what: &str| {
        let line =
            blame.lines().find(|line| line.contains(what)).unwrap_or_else(|| panic!("{what}: {blame}"));
        line.split(' ').next().expect("a hash").trim_start_matches('^').to_owned()
    };
    // A card that nobody touched is of the first commit, the label of the last.
    let [first, last] = ["main~1", "main"].map(|name| said(&["rev-parse", name]));
    assert!(first.starts_with(&of("card z")) && last.starts_with(&of("Ours")), "{blame}");
    for arguments in [&["log", "-p", "-1"][..], &["show", "main"]] {
        let said = said(arguments);
        assert!(said.contains("+card b") && said.contains("Ours") && !said.contains("label:"), "{said}");
    }
}
